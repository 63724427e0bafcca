"""What is seen of a unit's self-report: what a file holds, cell by cell, and how it compares."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from inspector_app.domain.errors import Problem
from inspector_app.domain.records import VisitId

State = Literal["new", "changed", "same", "doubtful", "refused", "disputed"]
"""Of a cell: new or changed against what was reported before, equal to it, to be asked about, impossible, or
of a field on which laptops differ."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that a cell can mean: as it is kept, and in words."""

    stored: str
    words: str


@dataclass(frozen=True, slots=True)
class ReportedCell:
    """One cell that the unit filled in.

    `key` names it when deciding. `before` is what was reported earlier, `found` what the team has, in words.
    `why` says what is doubtful or wrong. `answers`: the team has no value of its own yet, so this becomes the
    answer too; where it cannot be that, `not_answer` says why.
    """

    key: str
    item: str
    field: Literal["value", "points", "note"]
    title: str
    place: str
    text: str
    state: State
    meanings: tuple[Meaning, ...]
    before: str = ""
    found: str = ""
    why: str = ""
    answers: bool = False
    not_answer: str = ""


@dataclass(frozen=True, slots=True)
class SelfReportPreview:
    """What taking a file would do. `doubts` are what a person must confirm before it is taken at all."""

    visit: VisitId
    unit: str
    file: str
    digest: str
    cells: tuple[ReportedCell, ...]
    doubts: tuple[str, ...]
    cautions: tuple[Problem, ...]

    def of(self, *states: State) -> tuple[ReportedCell, ...]:
        """The cells in one of these states."""
        return tuple(cell for cell in self.cells if cell.state in states)


@dataclass(frozen=True, slots=True)
class ComparedItem:
    """An item as the unit and as the team sees it.

    `difference` is the team's points, or its figure, less the unit's; `gap` the rate found less the one
    reported, in points of percent; `wide`: the gap is more than the unit may be off.
    """

    code: str
    area: str
    text: str
    max_points: Decimal | None
    self_points: Decimal | None
    points: Decimal | None
    difference: Decimal | None
    reported: str
    found: str
    note: str
    gap: Decimal | None
    wide: bool


@dataclass(frozen=True, slots=True)
class ComparedArea:
    """The sums of an area; `self_points` is None where the unit gave itself none."""

    code: str
    name: str
    max_points: Decimal
    self_points: Decimal | None
    points: Decimal


@dataclass(frozen=True, slots=True)
class Comparison:
    """Self-score, score of the team, difference: the three columns that officials expect.

    `taken` names the files that were taken in, the last one first. `overstated` is the item that counts the
    wide gaps, "" where the checklist has none, and `overstated_now` what it holds.
    """

    items: tuple[ComparedItem, ...]
    areas: tuple[ComparedArea, ...]
    self_points: Decimal | None
    points: Decimal
    wide: tuple[str, ...]
    overstated: str
    overstated_now: str
    taken: tuple[str, ...]
