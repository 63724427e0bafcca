"""Editors: how an item is answered, one registry entry per kind.

An editor arranges the entries of one item (`ItemView.editor` names the kind) and speaks for the item as a
whole: `typed` names the leaf, `answered` carries what `checklists.answer` takes. To add a kind: write a
class, or reuse one, and name it in `EDITORS`; a kind without an entry falls back to one line per question.
"""

from collections.abc import Callable, Collection, Mapping
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from inspector_app import text
from inspector_app.i18n import tr
from inspector_app.services.views import ItemView, LeafView
from inspector_app.ui import fields, theme, widgets
from inspector_app.ui.checklist.asking import entry_for
from inspector_app.ui.checklist.choices import OptionsEntry, columns_of
from inspector_app.ui.checklist.entries import NUMBER_WIDTH, Entry, NumberEntry, PointsEntry, ProseEntry
from inspector_app.ui.checklist.face import is_base
from inspector_app.ui.checklist.files import FileEntry
from inspector_app.ui.checklist.hints import Hints
from inspector_app.ui.checklist.media import Media
from inspector_app.ui.checklist.picking import is_long
from inspector_app.ui.checklist.repeats import Repeat


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
    file_given = Signal(str, object)
    """(leaf key, Path): a file to be kept and answered with."""
    content_wanted = Signal(object)
    """The `FileEntry` that shows a file: its content is awaited."""
    filled = Signal(str, str)
    """(key, value) of a question inside a repeat."""
    held = Signal(str, str)
    """(key, why): what is typed there, inside a repeat, is no value yet."""
    decide_wanted = Signal()
    """Laptops differ on an answer inside a repeat, and the person wants to decide."""
    add_wanted = Signal(str)
    remove_wanted = Signal(str)
    restore_wanted = Signal(str)
    """Key of the repeat to be given an instance; of the instance to be taken away, or brought back."""

    def __init__(self, item: ItemView) -> None:
        super().__init__()
        self._code = item.code
        self.entries: dict[str, Entry] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @property
    def unsettled(self) -> bool:
        """Whether something stands on the screen that is no value yet."""
        return any(entry.unsettled for entry in self.entries.values())

    @property
    def takes_input(self) -> bool:
        """Whether there is a place to type or choose."""
        return any(entry.isEnabled() for entry in self.entries.values())

    def fits(self, item: ItemView) -> bool:
        """Whether this editor can show the item as it stands; else another must be made."""
        return all(self.entries[leaf.key].fits(leaf) for leaf in item.leaves if leaf.key in self.entries)

    def show_under_way(self, keys: Collection[str], refused: Mapping[str, str]) -> None:
        """Inside a repeat: whose answers are not back yet, and which were not taken, with the reason."""

    def show_item(self, item: ItemView) -> None:
        """Show the item's values; what is being typed stays."""
        for leaf in item.leaves:
            entry = self.entries.get(leaf.key)
            if entry is None:
                continue
            name = item.text if len(self.entries) == 1 else leaf.label
            said = leaf.error or item.error or leaf.warning or leaf.hint
            entry.introduce(f"{item.code} · {name}", said)
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
        if isinstance(entry, FileEntry):
            entry.file_given.connect(lambda file: self.file_given.emit(key, file))
            entry.content_wanted.connect(lambda _value: self.content_wanted.emit(entry))
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
        if isinstance(entry, NumberEntry):
            entry.percent = item.unit == "%"
        row.addWidget(self._adopt(item.leaves[0].key, entry), 1 if wide else 0)
        self.behind = widgets.label(item.unit, "text", "secondary")
        if wide or is_base(item):  # a base figure's unit stands with its words
            return
        row.addWidget(self.behind)
        self.behind.setVisible(bool(item.unit) or isinstance(entry, PointsEntry))
        row.addStretch(1)


class Options(Single):
    """Yes or no, or one of several."""

    def __init__(self, item: ItemView) -> None:
        leaf = item.leaves[0]
        self.options = OptionsEntry(
            leaf.choices,
            not_applicable=item.na_allowed,
            columns=columns_of(leaf),
            even="list-nolabel" in leaf.appearance.split(),
        )
        super().__init__(item, self.options, wide=True)
        self.options.not_applicable_wanted.connect(self.not_applicable_wanted)

    def show_item(self, item: ItemView) -> None:
        super().show_item(item)
        self.options.show_outside(item.not_applicable)


class Points(Single):
    """Points that the team gives, out of a maximum."""

    def __init__(self, item: ItemView) -> None:
        super().__init__(item, PointsEntry(item.max_points, item.step or Decimal(1)))
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
        self._said = (
            widgets.label("", "small", "secondary", wrap=True),
            widgets.label("", "small", "secondary", wrap=True),
        )
        for place, leaf in enumerate(sides):
            if leaf is None:
                figure = widgets.label("", "strong")
                figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                figure.setFixedWidth(NUMBER_WIDTH)
                figure.setContentsMargins(0, 0, theme.SMALL + 1, 0)
                figure.setMinimumHeight(24)
                self._figures[place] = figure
            else:
                figure = self._adopt(leaf.key, NumberEntry(whole=leaf.type == "int"))
            grid.addWidget(figure, 2 * place, 0)
            grid.addWidget(self._said[place], 2 * place, 1)
        grid.addWidget(widgets.line(), 1, 0)

    def show_item(self, item: ItemView) -> None:
        super().show_item(item)
        sides = ((item.numerator, item.numerator_text), (item.denominator, item.denominator_text))
        for place, (number, said) in enumerate(sides):
            if place in self._figures:
                shown = "–" if number is None else text.format_number(number)
                self._figures[place].setText(shown)
                said = tr("{formula} · from the base figures", formula=said)
            self._said[place].setText(said)

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
        self._fields: dict[str, fields.Field] = {}
        self._around: dict[str, tuple[Hints, Media]] = {}
        for leaf in item.leaves:
            entry = self._adopt(leaf.key, entry_for(leaf))
            asked = entry if leaf.label == item.text else fields.Field(leaf.label, entry)
            if isinstance(asked, fields.Field):
                self._fields[leaf.key] = asked
            self._around[leaf.key] = around = (Hints(), Media())
            column.addLayout(widgets.column(asked, *around, spacing=theme.TINY))

    def show_item(self, item: ItemView) -> None:
        super().show_item(item)
        for leaf in item.leaves:
            if leaf.key in self._fields:
                self._fields[leaf.key].label.setText(leaf.label)
            hints, media = self._around[leaf.key]
            hints.show_leaf(leaf)
            media.show_media(leaf.media, leaf.choices)


class Note(Editor):
    """Words to read; there is nothing to answer."""

    def __init__(self, item: ItemView) -> None:
        super().__init__(item)
        self.hide()


class Instances(Editor):
    """A repeat: its instances as panels."""

    def __init__(self, item: ItemView) -> None:
        super().__init__(item)
        self.repeat = Repeat(item.code, item.text)
        self.setLayout(widgets.column(self.repeat))
        self.repeat.filled.connect(self.filled)
        self.repeat.typed.connect(self.typed)
        self.repeat.held.connect(self.held)
        self.repeat.decide_wanted.connect(self.decide_wanted)
        self.repeat.file_given.connect(self.file_given)
        self.repeat.content_wanted.connect(self.content_wanted)
        self.repeat.add_wanted.connect(self.add_wanted)
        self.repeat.remove_wanted.connect(self.remove_wanted)
        self.repeat.restore_wanted.connect(self.restore_wanted)
        self.repeat.finished.connect(self.finished)

    @property
    def takes_input(self) -> bool:
        return True

    def show_item(self, item: ItemView) -> None:
        self.repeat.show_lines(item.text, item.lines, fixed=item.fixed)

    def show_under_way(self, keys: Collection[str], refused: Mapping[str, str]) -> None:
        for question in self.repeat.questions():
            question.under_way = question.key in keys
            if question.key in refused and question.key not in keys:
                question.refuse(refused[question.key])

    def enter(self, *, last: bool = False) -> bool:
        stops = [panel.toggle for panel in self.repeat.panels.values()]
        fields = [question.entry.focusProxy() or question.entry for question in self.repeat.questions()]
        targets = [target for target in fields if target.isEnabled()] or stops or [self.repeat.add]
        targets[-1 if last else 0].setFocus(Qt.FocusReason.TabFocusReason)
        return True


def _asked(item: ItemView) -> Editor:
    """One question, asked by its control, type and appearance."""
    leaf = item.leaves[0]
    return Single(item, entry_for(leaf), wide=leaf.control in _WIDE or "multiline" in leaf.appearance)


_WIDE = {"select1", "select", "rank", "upload"}
"""Controls that take all the width there is."""


def _one_of(item: ItemView) -> Editor:
    return _asked(item) if is_long(item.leaves[0]) else Options(item)


def _text(item: ItemView) -> Editor:
    """A line, as XLSForm has it; text that an inspector writes at an item of ours is prose."""
    leaf = item.leaves[0]
    if leaf.type == "string" and (item.max_points is not None or "multiline" in leaf.appearance.split()):
        return Single(item, ProseEntry((3, 20)), wide=True)
    return Single(item, entry_for(leaf), wide=leaf.type == "string")


EDITORS: Mapping[str, Callable[[ItemView], Editor]] = {
    "yes_no": Options,
    "choice": _one_of,
    "choices": _asked,
    "rank": _asked,
    "ratio": Ratio,
    "count": _asked,
    "figure": _asked,
    "range": _asked,
    "points": Points,
    "text": _text,
    "date": _asked,
    "time": _asked,
    "date_time": _asked,
    "geopoint": _asked,
    "acknowledge": _asked,
    "file": _asked,
    "note": Note,
    "repeat": Instances,
}
"""Editor kind → how to make it."""


def editor_for(item: ItemView) -> Editor:
    """The editor of an item's kind; `Lines` for a kind that has none of its own."""
    return EDITORS.get(item.editor, Lines)(item)
