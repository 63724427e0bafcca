"""A list of findings or recommendations, with what narrows it: words, choices, an order."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from inspector_app.i18n import tr
from inspector_app.text import vietnamese_sort_key
from inspector_app.ui import fields, theme, widgets
from inspector_app.ui.row_list import RowList
from inspector_app.ui.visit.record_looks import Entry, RecordLook

NOT_SAID = "–"
"""Stands for what a record does not say, such as its cause."""
FILTER_WIDTH, SEARCH_WIDTH = 156, 208


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A choice that narrows a list by what `of` finds in a record.

    `words` names what can be found, in the order of the choice; without them it is its own name.
    """

    name: str
    everything: str
    of: Callable[[Entry], str]
    words: Callable[[], Mapping[str, str]] | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """A way to sort a list; without a key, as the records came."""

    name: str
    key: Callable[[Entry], Any] | None = None


class RecordSection(QWidget):
    """The list and its filters; a sentence while there is nothing to list."""

    narrowed = Signal()
    """Other records are shown, or other counts."""

    def __init__(
        self, name: str, empty: str, narrowings: Sequence[Narrowing], orders: Sequence[Order]
    ) -> None:
        super().__init__()
        self.look = RecordLook()
        self.list: RowList[Entry] = RowList(name, self.look)
        self.search = fields.SearchBox(tr("Find, with or without accents (Ctrl+F)"))
        self.filters = {each.name: fields.Choice((), name=each.name) for each in narrowings}
        self.order = fields.Choice(((each.name, each.name) for each in orders), name=tr("Order"))
        self._narrowings, self._orders = tuple(narrowings), {each.name: each for each in orders}
        self._empty = _sentence(empty)
        self._nothing = _sentence(tr("No record matches the filter."))
        self._all = widgets.button(tr("Show all"), self.show_all, kind="quiet", icon="undo")
        self._stack = QStackedWidget()
        self._lay_out()
        self.search.settled.connect(self._search)
        for choice in (*self.filters.values(), self.order):
            choice.chosen.connect(lambda _value: self._narrow())

    def show_records(self, entries: Sequence[Entry]) -> None:
        """Show these records, as far as the filter lets them through."""
        for each in self._narrowings:
            self._offer(each, Counter(each.of(entry) for entry in entries))
        self.order.setVisible(len(entries) > 1)
        self.search.setVisible(len(entries) > 1)
        self.list.rows.show(entries)
        self._narrow()

    def show_all(self) -> None:
        """Take every filter back."""
        self.search.clear()
        self.list.rows.search("")
        for choice in self.filters.values():
            choice.set_value("")
        self._narrow()

    def reveal(self, record: str) -> None:
        """Choose a record, whatever the filter says."""
        if record and self.list.rows.place(record) is None:
            self.show_all()
        self.list.select(record)

    @property
    def counts(self) -> tuple[int, int]:
        """(shown, of so many)"""
        return len(self.list.rows.shown), len(self.list.rows.all)

    # --- inside -----------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.search.setFixedWidth(SEARCH_WIDTH)
        flow = widgets.Flow()
        flow.addWidget(self.search)
        for choice in (*self.filters.values(), self.order):
            choice.setFixedWidth(FILTER_WIDTH)
            flow.addWidget(choice)
        flow.addWidget(self._all)
        nothing = QWidget()
        nothing.setLayout(widgets.column(self._nothing, None))
        for page in (self.list, self._empty, nothing):
            self._stack.addWidget(page)
        column = widgets.column(spacing=theme.SMALL)
        column.addLayout(flow)
        column.addWidget(self._stack, 1)
        self.setLayout(column)

    def _offer(self, narrowing: Narrowing, found: Counter[str]) -> None:
        choice = self.filters[narrowing.name]
        chosen = choice.value
        names = narrowing.words() if narrowing.words else {}
        known = [value for value in names if value in found]
        others = sorted(found.keys() - names.keys(), key=vietnamese_sort_key)
        choice.clear()
        choice.addItem(narrowing.everything, "")
        for value in (*known, *others):
            choice.addItem(f"{names.get(value, value)} ({found[value]})", value)
        choice.set_value(chosen)
        choice.setVisible(len(found) > 1)

    def _search(self, words: str) -> None:
        self.list.rows.search(words)
        self._tell()

    def _narrow(self) -> None:
        wanted = [(each.of, self.filters[each.name].value) for each in self._narrowings]
        order = self._orders.get(self.order.value)
        self.list.rows.narrow(
            lambda entry: all(not value or of(entry) == value for of, value in wanted),
            order.key if order else None,
        )
        self._tell()

    def _tell(self) -> None:
        shown, every = self.counts
        self._stack.setCurrentIndex(0 if shown else 2 if every else 1)
        self._all.setVisible(shown < every)
        self.narrowed.emit()


def _sentence(words: str) -> QWidget:
    made = widgets.label(words, "text", "secondary", wrap=True)
    made.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    made.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.MEDIUM, 0)
    return made
