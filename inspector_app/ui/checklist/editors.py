"""Editors: how an item is answered, one registry entry per kind.

An editor arranges the entries of one item (`ItemView.editor` names the kind) and speaks for the item as a
whole: `typed` names the leaf, `answered` carries what `checklists.answer` takes. To add a kind: write a
class, or reuse one, and name it in `EDITORS`; a kind without an entry falls back to one line per question.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from inspector_app import text
from inspector_app.i18n import tr
from inspector_app.services.views import ItemView, LeafView
from inspector_app.ui import fields, theme, widgets
from inspector_app.ui.checklist.choices import ManyEntry, OptionsEntry
from inspector_app.ui.checklist.entries import (
    NUMBER_WIDTH,
    DateEntry,
    Entry,
    LineEntry,
    NumberEntry,
    PointsEntry,
    ProseEntry,
    TimeEntry,
)

POINT_STEP = Decimal("0.25")


class Editor(QWidget):
    """What an item is answered with."""

    typed = Signal(str, str)
    """(leaf key, newer text): worth keeping as a draft."""
    answered = Signal(object)
    """The item's whole value: text, or leaf key → text."""
    stuck = Signal(object)
    """`entries.Stuck`: what was typed is no value yet."""
    finished = Signal()
    """Enter in the last entry."""
    not_applicable_wanted = Signal()

    def __init__(self, item: ItemView) -> None:
        super().__init__()
        self._code = item.code
        self.entries: dict[str, Entry] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @property
    def unsettled(self) -> bool:
        """Whether something stands on the screen that is no value yet."""
        return any(entry.unsettled for entry in self.entries.values())

    def show_item(self, item: ItemView) -> None:
        """Show the item's values; what is being typed stays."""
        for leaf in item.leaves:
            entry = self.entries.get(leaf.key)
            if entry is None:
                continue
            name = item.text if len(self.entries) == 1 else leaf.label
            entry.introduce(f"{item.code} · {name}", leaf.error or item.error or leaf.hint)
            entry.show_leaf(leaf)

    def enter(self, *, last: bool = False) -> bool:
        """Put the cursor into the first (or last) entry that takes input; False where there is none."""
        entries = list(self.entries.values())
        for entry in reversed(entries) if last else entries:
            target = entry.focusProxy() or entry
            if target.isEnabled() and not entry.isHidden():
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    def digit(self, number: int) -> bool:
        """Answer with the digit that stands on a choice."""
        return any(entry.digit(number) for entry in self.entries.values())

    def take(self, value: str) -> None:
        """Settle what is stuck with one of its readings."""
        for entry in self.entries.values():
            if entry.unsettled:
                entry.take(value)
                return

    def _adopt(self, key: str, entry: Entry) -> Entry:
        self.entries[key] = entry
        entry.typed.connect(lambda written: self.typed.emit(key, written))
        entry.entered.connect(lambda _value: self._tell())
        entry.stuck.connect(self.stuck)
        entry.finished.connect(lambda: self._go_on(key))
        return entry

    def _tell(self) -> None:
        values = {key: entry.value for key, entry in self.entries.items()}
        alone = values.keys() == {self._code}
        self.answered.emit(values[self._code] if alone else values)

    def _go_on(self, key: str) -> None:
        keys = list(self.entries)
        after = keys[keys.index(key) + 1 :]
        if after:
            self.entries[after[0]].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.finished.emit()


class Single(Editor):
    """One entry, with its unit or another word behind it."""

    def __init__(self, item: ItemView, entry: Entry, *, wide: bool = False) -> None:
        super().__init__(item)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SMALL)
        row.addWidget(self._adopt(item.leaves[0].key, entry), 1 if wide else 0)
        self.behind = widgets.label(item.unit, "text", "secondary")
        if wide or item.editor == "figure":  # a figure's unit stands with its words
            return
        row.addWidget(self.behind)
        row.addStretch(1)


class Options(Single):
    """Yes or no, or one of several."""

    def __init__(self, item: ItemView) -> None:
        self.options = OptionsEntry(item.leaves[0].choices, not_applicable=item.na_allowed)
        super().__init__(item, self.options, wide=True)
        self.options.not_applicable_wanted.connect(self.not_applicable_wanted)

    def show_item(self, item: ItemView) -> None:
        super().show_item(item)
        self.options.show_outside(item.not_applicable)


class Points(Single):
    """Points that the team gives, out of a maximum."""

    def __init__(self, item: ItemView) -> None:
        super().__init__(item, PointsEntry(item.max_points, POINT_STEP))
        if item.max_points is not None:
            self.behind.setText(tr("out of {points} points", points=text.format_number(item.max_points, 2)))


class Ratio(Editor):
    """A share, written as a fraction: numerator over denominator, each with what it counts.

    A side that comes from base figures shows its number and how it is made; only the other is typed.
    """

    def __init__(self, item: ItemView) -> None:
        super().__init__(item)
        sides = self._sides(item)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.SMALL)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        self._figures: dict[int, QLabel] = {}
        for place, leaf in enumerate(sides):
            said = (item.numerator_text, item.denominator_text)[place]
            if leaf is None:
                figure = widgets.label("", "strong")
                figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                figure.setFixedWidth(NUMBER_WIDTH)
                figure.setContentsMargins(0, 0, theme.SMALL + 1, 0)
                figure.setMinimumHeight(24)
                said = tr("{formula} · from the base figures", formula=said)
                self._figures[place] = figure
            else:
                figure = self._adopt(leaf.key, NumberEntry(whole=leaf.type == "int"))
            grid.addWidget(figure, 2 * place, 0)
            grid.addWidget(widgets.label(said, "small", "secondary", wrap=True), 2 * place, 1)
        grid.addWidget(widgets.line(), 1, 0)

    def show_item(self, item: ItemView) -> None:
        super().show_item(item)
        for place, number in enumerate((item.numerator, item.denominator)):
            if place in self._figures:
                shown = "–" if number is None else text.format_number(number)
                self._figures[place].setText(shown)

    @staticmethod
    def _sides(item: ItemView) -> tuple[LeafView | None, LeafView | None]:
        """(numerator, denominator) among the leaves; None for a side that is computed."""
        typable = [leaf for leaf in item.leaves if not leaf.computed]
        if len(typable) >= 2:
            return typable[0], typable[1]
        if not typable:
            return None, None
        only = typable[0]
        return (None, only) if only.label == item.denominator_text else (only, None)


class Lines(Editor):
    """Any other item: its questions one below the other, labels above."""

    def __init__(self, item: ItemView) -> None:
        super().__init__(item)
        column = widgets.column(spacing=theme.SMALL)
        self.setLayout(column)
        for leaf in item.leaves:
            entry = self._adopt(leaf.key, entry_for(leaf))
            column.addWidget(entry if leaf.label == item.text else fields.Field(leaf.label, entry))


def _number(item: ItemView) -> Editor:
    return Single(item, NumberEntry(whole=item.leaves[0].type == "int"))


EDITORS: Mapping[str, Callable[[ItemView], Editor]] = {
    "yes_no": Options,
    "choice": Options,
    "choices": lambda item: Single(item, ManyEntry(item.leaves[0].choices), wide=True),
    "ratio": Ratio,
    "count": _number,
    "figure": _number,
    "points": Points,
    "text": lambda item: Single(item, ProseEntry((3, 20)), wide=True),
    "date": lambda item: Single(item, DateEntry()),
}
"""Editor kind → how to make it."""


def editor_for(item: ItemView) -> Editor:
    """The editor of an item's kind; `Lines` for a kind that has none of its own."""
    return EDITORS.get(item.editor, Lines)(item)


def entry_for(leaf: LeafView) -> Entry:
    """The entry for a question of any form, by its control and type."""
    if leaf.choices and leaf.control == "select":
        return ManyEntry(leaf.choices)
    if leaf.choices:
        return OptionsEntry(leaf.choices)
    if leaf.type in ("int", "decimal"):
        return NumberEntry(whole=leaf.type == "int")
    if leaf.type == "date":
        return DateEntry()
    if leaf.type == "time":
        return TimeEntry()
    if "multiline" in leaf.appearance:
        return ProseEntry()
    return LineEntry()
