"""The three lists of the findings page: what each holds, what narrows it, how it may be sorted.

A list is built when it is first asked for, and shows what has been read by then.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from inspector_app.domain.calendar import WorkingCalendar
from inspector_app.domain.records import Finding
from inspector_app.i18n import mark, tr
from inspector_app.services.views import ChecklistView, DossierRow, VisitCard
from inspector_app.ui.visit.record_list import NOT_SAID, Narrowing, Order, RecordSection
from inspector_app.ui.visit.record_looks import Entry
from inspector_app.ui.visit.words import causes, outcomes, severities

Kind = Literal["finding", "recommendation", "follow_up"]
KINDS: dict[Kind, str] = {
    "finding": mark("Findings"),
    "recommendation": mark("Recommendations"),
    "follow_up": mark("From earlier visits"),
}
_EMPTY: dict[Kind, str] = {
    "finding": mark("No finding yet. Findings can also be recorded on the checklist, at their item."),
    "recommendation": mark("No recommendation yet. Choose a finding and recommend how to put it right."),
    "follow_up": mark("Nothing is open from earlier visits of this unit, as far as this laptop knows."),
}
_LAST = "~"
"""Sorts behind every code."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page was read from."""

    card: VisitCard
    checklist: ChecklistView
    dossiers: tuple[DossierRow, ...]
    calendar: WorkingCalendar

    def entries(self, kind: Kind) -> tuple[Entry, ...]:
        """The records of a list."""
        found: dict[Kind, tuple[Entry, ...]] = {
            "finding": self.card.findings,
            "recommendation": self.card.recommendations,
            "follow_up": self.card.follow_ups,
        }
        return found[kind]


class Sections(QStackedWidget):
    """The lists, one of them in view."""

    chosen = Signal(str, str)
    """(kind, record): the person went to another record."""
    counted = Signal(str)
    """A list shows other records, or other counts."""
    write_wanted = Signal(str)
    remove_wanted = Signal(str)
    digit = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self._places = Places()
        self._shown: Shown | None = None
        self._built: dict[Kind, RecordSection] = {}

    def __getitem__(self, kind: Kind) -> RecordSection:
        """One of the lists."""
        return self._built.get(kind) or self._build(kind)

    def show_kind(self, kind: Kind) -> None:
        """Bring a list into view."""
        self.setCurrentWidget(self[kind])

    def show_records(self, shown: Shown) -> None:
        """Show what has been read."""
        self._shown = shown
        self._places.show(shown.checklist)
        for kind in KINDS:
            if kind in self._built:
                self._fill(kind, shown)
            else:
                self.counted.emit(kind)

    def counts(self, kind: Kind) -> tuple[int, int]:
        """(shown, of so many) in a list, even before it is built."""
        if kind in self._built:
            return self._built[kind].counts
        every = len(self._shown.entries(kind)) if self._shown else 0
        return every, every

    def _build(self, kind: Kind) -> RecordSection:
        made = self._built[kind] = section(kind, self._places)
        made.narrowed.connect(partial(self.counted.emit, kind))
        made.list.chosen.connect(partial(self.chosen.emit, kind))
        made.list.write_wanted.connect(partial(self.write_wanted.emit, kind))
        made.list.remove_wanted.connect(partial(self.remove_wanted.emit, kind))
        made.list.digit.connect(partial(self.digit.emit, kind))
        self.addWidget(made)
        if self._shown is not None:
            self._fill(kind, self._shown)
        return made

    def _fill(self, kind: Kind, shown: Shown) -> None:
        self._built[kind].look.on = shown.card.visit.on or date.today()
        self._built[kind].show_records(shown.entries(kind))


class Places:
    """Where items belong: the areas of the checklist, once it has been read."""

    def __init__(self) -> None:
        self._areas: dict[str, str] = {}
        self._names: dict[str, str] = {}

    def show(self, checklist: ChecklistView) -> None:
        """Know these areas."""
        self._areas = {code: item.area for code, item in checklist.items.items()}
        self._names = {area.code: area.name for area in checklist.areas}

    def area(self, entry: Entry) -> str:
        """The area of a record's item."""
        return self._areas.get(entry.record.item, NOT_SAID)

    def names(self) -> Mapping[str, str]:
        """What areas are called, in their order."""
        return {**self._names, NOT_SAID: tr("No item")}


def section(kind: Kind, places: Places) -> RecordSection:
    """One of the lists."""
    by_area = Narrowing(tr("Area"), tr("All areas"), places.area, places.names)
    by_author = Narrowing(tr("Author"), tr("All authors"), lambda entry: entry.author or NOT_SAID)
    by_severity = Narrowing(tr("Severity"), tr("Any severity"), _field("severity"), _severities)
    by_cause = Narrowing(tr("Cause"), tr("Any cause"), _field("cause"), _causes)
    by_state = Narrowing(tr("State"), tr("Any state"), _field("state"), _states)
    as_it_came = Order(tr("As recorded"))
    by_item = Order(tr("By item"), lambda entry: entry.record.item or _LAST)
    grave_first = Order(tr("Gravest first"), _gravity)
    due_first = Order(tr("By deadline"), _due)
    narrowings = {
        "finding": (by_area, by_severity, by_cause, by_author),
        "recommendation": (by_area, by_author),
        "follow_up": (by_area, by_state),
    }
    orders = (as_it_came, by_item, grave_first if kind == "finding" else due_first)
    return RecordSection(tr(KINDS[kind]), tr(_EMPTY[kind]), narrowings[kind], orders)


def _field(name: str) -> Callable[[Entry], str]:
    return lambda entry: getattr(entry.record, name) or NOT_SAID


def _severities() -> Mapping[str, str]:
    return dict(severities())


def _causes() -> Mapping[str, str]:
    return {**dict(causes()), NOT_SAID: tr("Cause not given")}


def _states() -> Mapping[str, str]:
    return {"open": tr("Open"), **dict(outcomes())}


def _gravity(entry: Entry) -> int:
    grades = [severity for severity, _words in severities()]
    return -grades.index(entry.record.severity) if isinstance(entry.record, Finding) else 0


def _due(entry: Entry) -> date:
    return date.max if isinstance(entry.record, Finding) else entry.record.due_on or date.max
