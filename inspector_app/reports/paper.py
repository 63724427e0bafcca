"""A form to be filled in by hand: what is asked, and which place on the paper takes the answer.

The counterpart of `document.py` for papers that are not read but written on. A report says what a question is
(its code, its words, its choices); how a box, a dotted line or a row of ticks is drawn is `paper_pdf.py`'s
business. What is answered already is printed in its place, so one description serves the blank form and the
half-filled one.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Tick:
    """A box to tick, with its words."""

    label: str
    ticked: bool = False


@dataclass(frozen=True, slots=True)
class Ticks:
    """Boxes to tick, side by side as far as they fit; what is asked stands before them."""

    options: tuple[Tick, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Blank:
    """A place for a few words, behind its label; boxed, for a number, with its label behind.

    `guide` is printed where nothing is written yet, in place of a dotted line: `…/…/……` for a date.
    """

    label: str
    value: str = ""
    boxed: bool = False
    guide: str = ""


@dataclass(frozen=True, slots=True)
class Blanks:
    """Places in columns."""

    blanks: tuple[Blank, ...]
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Writing:
    """Dotted lines to write on, after what was written already.

    A box to tick stands before it where `ticked` is not None.
    """

    label: str
    value: str = ""
    lines: int = 1
    ticked: bool | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """Places to write on, side by side."""

    writings: tuple[Writing, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Words to read, smaller than the question."""

    text: str


Place = Ticks | Blanks | Writing | Beside | Words


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its places. It never breaks across pages.

    `aside` stands at the right edge: what the question is worth, or the box of a number.
    """

    code: str
    text: str
    places: tuple[Place, ...] = ()
    aside: str | Blank = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Questions under a title, which stands again on every page that they go on to.

    `below` stands under the title, `aside` over the column at the right edge.
    """

    title: str
    questions: tuple[Question, ...]
    below: str = ""
    aside: str = ""


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A check with the place of the answer that is ticked, from 0; None where none is."""

    code: str
    text: str
    ticked: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Checks:
    """Checks that all take the same few answers: a table with a column to tick for each."""

    title: str
    answers: tuple[str, ...]
    note: str
    """What stands over the column for notes."""
    rows: tuple[CheckRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperForm:
    """One form; its pages are numbered by themselves.

    `head` stands small at the top of every page, so that a page that got among others is known; `facts` stand
    below the title; `foot` says at the bottom of every page which version of the form this is.
    """

    title: str
    head: str
    foot: str
    facts: tuple[Blank, ...] = ()
    body: tuple[Part | Checks, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperForms:
    """Forms that are printed together; `size` is that of the questions' letters, in points."""

    title: str
    author: str
    forms: tuple[PaperForm, ...]
    size: float


ORDINARY: Final = 11.0
DENSE: Final = 10.0
LARGE: Final = 14.0
"""Sizes of letters, in points; a form that is to fit on one sheet of paper is dense."""
