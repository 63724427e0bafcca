"""The checklist and the dossier form on paper: the same questions in the same order as on the screen.

The fallback when a laptop dies, and what is taken to the counter where a laptop would be in the way. Every
choice bears the digit that chooses it on the keyboard, and every question its code, so that what was written
is typed in quickly afterwards. Paper cannot unfold: a question that only sometimes applies is printed too,
and says so.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Final, Literal

from inspector_app.reports.paper import (
    Beside,
    Blank,
    Blanks,
    CheckRow,
    Checks,
    PaperForm,
    Part,
    Place,
    Question,
    Tick,
    Ticks,
    Words,
    Writing,
)
from inspector_app.text import format_number

Kind = Literal[
    "title", "choice", "choices", "rank", "number", "line", "prose", "date", "time", "moment", "place", "file"
]
"""How a question is answered: `line` in a few words, `prose` in any number. A `title` only stands above."""

MANDATORY: Final = " *"
CRITICAL: Final = " ●"
"""After the code of a check that fails the dossier; the letters of our paper have no ★."""
LEGEND: Final = "Dấu * : bắt buộc. Ghi chữ in rõ; tỷ lệ ghi cả tử số và mẫu số."
_GUIDES: Final[dict[Kind, str]] = {
    "choices": "chọn một hoặc nhiều",
    "rank": "ghi số thứ tự vào ô",
    "place": "vĩ độ, kinh độ",
    "file": "tên tệp hoặc số ảnh",
}
"""What is to be written, where the question itself may not say it."""
_PATTERNS: Final[dict[Kind, str]] = {
    "date": "……/……/…………",
    "time": "……:……",
    "moment": "……/……/………… ……:……",
}
"""What stands in an empty place, so that it is filled in one way only."""
_ALONE: Final[frozenset[Kind]] = frozenset({"title", "choice", "choices", "rank", "prose"})
"""What does not share a line with others."""
_MOST_TICKED: Final = 15
"""Choices; from a longer list, or one that depends on another answer, the choice is written."""
_SOMETIMES: Final = "nếu có"
_REMARK_LINES, _PROSE_LINES = 3, 8
"""Lines for words about a dossier, and about a whole unit."""


# --- what is known --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question; `value` is its answer in words. Without a label it is asked by the item around it.

    `options` are its choices, each with whether it is chosen, and with its points where it earns any.
    `sometimes`: it applies after certain answers.
    """

    kind: Kind
    label: str = ""
    value: str = ""
    options: tuple[tuple[str, bool], ...] = ()
    required: bool = False
    sometimes: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a rate: what it counts, its number in words, whether it follows from base figures."""

    label: str
    value: str = ""
    derived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperItem:
    """One item of the checklist; `sides` are the numerator and the denominator of a rate.

    `figure`: a base figure, a number in one line. `not_applicable` is None where the item always applies.
    """

    code: str
    text: str
    asked: tuple[Asked, ...] = ()
    sides: tuple[Side, ...] = ()
    figure: bool = False
    unit: str = ""
    worth: Decimal | None = None
    rule: str = ""
    required: bool = False
    not_applicable: bool | None = None
    reason: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperArea:
    """An area of the checklist; `inspector` is whose it is, where that is settled."""

    code: str
    name: str
    items: tuple[PaperItem, ...]
    inspector: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCheck:
    """A check of a dossier; `chosen` is the place of its answer, None while it is open."""

    code: str
    text: str
    critical: bool = False
    chosen: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperGroup:
    """A group of a dossier's form: questions, or checks that share the same `answers`."""

    title: str
    asked: tuple[Asked, ...] = ()
    checks: tuple[PaperCheck, ...] = ()
    answers: tuple[str, ...] = ()
    sometimes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What stands on every form: what it is, where and when, and the version of the form."""

    title: str
    unit: str
    on: str
    version: str


# --- the forms ------------------------------------------------------------------------------------


def checklist(occasion: Occasion, areas: Sequence[PaperArea]) -> PaperForm:
    """The areas as one form."""
    people = {area.inspector for area in areas}
    alone = people.pop() if len(people) == 1 else ""
    about = ", ".join(area.code for area in areas) if len(areas) == 1 else ""
    return PaperForm(
        title=occasion.title.upper(),
        head=_head(occasion, about),
        foot=f"{occasion.version} · {LEGEND}",
        facts=(
            Blank("Đơn vị được kiểm tra", occasion.unit),
            Blank("Ngày kiểm tra", occasion.on),
            Blank("Người kiểm tra", alone),
            Blank("Ký tên"),
        ),
        body=tuple(_area(area, named=not alone) for area in areas),
    )


def dossier(occasion: Occasion, name: str, groups: Sequence[PaperGroup]) -> PaperForm:
    """The form of one dossier; `name` tells its pages from those of the others."""
    return PaperForm(
        title=occasion.title.upper(),
        head=_head(occasion, name),
        foot=f"{occasion.version} · Dấu * : bắt buộc; ● : trọng yếu, không đạt thì hồ sơ không đạt.",
        facts=(Blank("Đơn vị được kiểm tra", occasion.unit), Blank("Người kiểm tra ký tên")),
        body=tuple(_group(group) for group in groups),
    )


def _head(occasion: Occasion, about: str) -> str:
    return " · ".join(part for part in (about, occasion.unit, occasion.on, occasion.title) if part)


# --- the checklist --------------------------------------------------------------------------------


def _area(area: PaperArea, *, named: bool) -> Part:
    scored = any(item.worth is not None for item in area.items)
    return Part(
        f"{area.code}. {area.name}" if area.code else area.name,
        tuple(_item(item) for item in area.items),
        f"Người kiểm tra: {area.inspector}" if named and area.inspector else "",
        "Điểm tối đa" if scored else "",
    )


def _item(item: PaperItem) -> Question:
    words = item.text + (MANDATORY if item.required else "")
    if item.figure:
        value = item.asked[0].value if item.asked else ""
        noted = (Writing("Ghi chú", item.note, lines=0),) if item.note else ()
        return Question(item.code, words, noted, Blank(item.unit, value, boxed=True))
    places = [*_sides(item)]
    places += (place for asked in item.asked for place in _places(asked, item.unit, _PROSE_LINES))
    if item.rule:
        places.append(Words(f"Cách chấm: {item.rule}"))
    places += _noted(item)
    worth = "" if item.worth is None else format_number(item.worth, 2)
    return Question(item.code, words, tuple(places), worth)


def _noted(item: PaperItem) -> Iterator[Place]:
    """Where it is said that the item does not apply, and whatever else is to be said; long words below."""
    writings: list[Writing] = []
    if item.not_applicable is not None:
        writings.append(Writing("0. Không áp dụng, vì", item.reason, ticked=item.not_applicable))
    if item.note or not any(asked.kind == "prose" for asked in item.asked):
        writings.append(Writing("Ghi chú", item.note))
    if item.reason or item.note:
        yield from writings
    elif writings:
        yield Beside(tuple(writings))


def _sides(item: PaperItem) -> Iterator[Place]:
    """Numerator above denominator, as on the screen."""
    if item.sides:
        yield Blanks(tuple(_side(side) for side in item.sides))


def _side(side: Side) -> Blank:
    label = f"{side.label} (từ biểu số liệu)" if side.derived else side.label
    return Blank(label, side.value, boxed=True)


# --- questions of any form ------------------------------------------------------------------------


def _group(group: PaperGroup) -> Part | Checks:
    title = f"{group.title} ({_SOMETIMES})" if group.sometimes else group.title
    if group.checks:
        rows = (
            CheckRow(check.code + (CRITICAL if check.critical else ""), check.text, check.chosen, check.note)
            for check in group.checks
        )
        return Checks(title, group.answers, "Ghi chú", tuple(rows))
    return Part(title, (Question("", "", tuple(_together(group.asked))),))


def _together(asked: Iterable[Asked]) -> Iterator[Place]:
    """Short answers share lines; every other question has its own."""
    for alone, some in groupby(asked, key=lambda each: each.kind in _ALONE):
        if not alone:
            yield Blanks(tuple(map(_blank, some)), columns=2)
        else:
            for each in some:
                yield from _places(each, "", _REMARK_LINES)


def _places(asked: Asked, unit: str, lines: int) -> Iterator[Place]:
    label = _label(asked)
    match asked.kind:
        case "title":
            yield Words(label)
        case "choice" | "choices" if 0 < len(asked.options) <= _MOST_TICKED:
            boxes = (Tick(f"{digit}. {words}", on) for digit, (words, on) in enumerate(asked.options, 1))
            yield Ticks(tuple(boxes), label)
        case "rank":
            yield Words(label)
            yield Blanks(tuple(Blank(words, boxed=True) for words, _ in asked.options))
        case "prose":
            yield Writing(label, asked.value, 2 if asked.value else lines)
        case "number":
            yield Blanks((Blank(label or unit, asked.value, boxed=True),))
        case _:
            yield Blanks((_blank(asked),))


def _blank(asked: Asked) -> Blank:
    return Blank(_label(asked), asked.value, guide=_PATTERNS.get(asked.kind, ""))


def _label(asked: Asked) -> str:
    """The question's words, with what a hand needs to know to answer it."""
    guides = [_GUIDES[asked.kind]] if asked.kind in _GUIDES and not asked.value else []
    guides += [_SOMETIMES] if asked.sometimes else []
    guide = ", ".join(guides)
    label = asked.label + (MANDATORY if asked.required and asked.label else "")
    if not guide:
        return label
    return f"{label} ({guide})" if label else guide
