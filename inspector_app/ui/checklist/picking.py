"""Choosing from many: a field that opens to a search box over a list, in place.

Nothing pops up over the page. A list that opens in a window of its own takes keys away from a Vietnamese
keyboard in the middle of a word; here the words are searched when the keys rest, typed with or without
accents, and ten thousand choices are searched in a few milliseconds. `minimal` questions of an XLSForm and
all with more choices than fit the eye at once are asked so.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QPushButton, QWidget

from inspector_app import text
from inspector_app.i18n import tr
from inspector_app.services.views import ChoiceView, LeafView
from inspector_app.ui import fields, theme, widgets
from inspector_app.ui.checklist.entries import Entry

IN_VIEW = 12
"""More choices than this are searched, not shown all at once."""
ROWS = 7
ROW_HEIGHT = theme.ROW - 1

Index = QModelIndex | QPersistentModelIndex


class Choices(QAbstractListModel):
    """The choices that hold the words searched for; with `ticks`, each with a box to tick."""

    def __init__(self, *, ticks: bool) -> None:
        super().__init__()
        self._ticks = ticks
        self.choices: tuple[ChoiceView, ...] = ()
        self.found: tuple[ChoiceView, ...] = ()
        self.chosen: frozenset[str] = frozenset()
        self._folded: tuple[str, ...] | None = None
        self._words = ""

    def offer(self, choices: Sequence[ChoiceView]) -> None:
        """Other choices; what was searched for is searched again."""
        self.choices = tuple(choices)
        self._folded = None
        self.find(self._words)

    def find(self, words: str) -> None:
        """Only the choices whose label holds all the words, accents or not."""
        self._words = words
        wanted = text.fold(words).split()
        self.beginResetModel()
        if wanted:
            if self._folded is None:
                self._folded = tuple(text.fold(choice.label) for choice in self.choices)
            pairs = zip(self.choices, self._folded, strict=True)
            self.found = tuple(choice for choice, label in pairs if all(word in label for word in wanted))
        else:
            self.found = self.choices
        self.endResetModel()

    def choose(self, names: frozenset[str]) -> None:
        """Show these as chosen."""
        self.chosen = names
        if self.found:
            self.dataChanged.emit(self.index(0), self.index(len(self.found) - 1))

    def row_of(self, name: str) -> int:
        """Where a choice stands in what was found; the first row for none."""
        return next((row for row, choice in enumerate(self.found) if choice.name == name), 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        choice = self.found[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return choice.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("{choice}, chosen", choice=choice.label) if choice.name in self.chosen else choice.label
        if role == Qt.ItemDataRole.CheckStateRole and self._ticks:
            ticked = choice.name in self.chosen
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.FontRole and choice.name in self.chosen:
            return theme.font("strong")
        return None


class ListSearch(fields.SearchBox):
    """The search box over a list: arrows move in the list, Enter takes what is current there."""

    moved = Signal(int)
    taken = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self.moved.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)  # what was typed last is searched first
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Escape and not self.text():
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Face(QPushButton):
    """What is chosen, on a button that opens the list; a caret says so."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        place = QRect(self.width() - 14 - theme.SMALL, 0, 14, self.height())
        theme.paint_glyph(painter, place, "open", theme.colour("secondary"))
        painter.end()


class PickEntry(Entry):
    """One of many choices, or with `many` any number of them."""

    def __init__(self, *, many: bool = False) -> None:
        self.face = theme.mark(Face(), "kind", "pick")
        self.face.setAutoDefault(False)
        super().__init__(self.face)
        self.many = many
        self.choices = Choices(ticks=many)
        self.search = ListSearch(tr("Find; accents are not needed"))
        self.list = QListView()
        self.list.setModel(self.choices)
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self._nothing = widgets.label(tr("No choice holds these words."), "small", "secondary")
        self._done = widgets.button(tr("Done"), self.close_list, kind="plain")
        self.panel = theme.dress(QWidget(), surface="card")
        column = widgets.column(self.search, self._nothing, self.list, spacing=theme.TINY)
        if many:
            column.addLayout(widgets.row(self._done, None))
        column.setContentsMargins(theme.SMALL, theme.SMALL, theme.SMALL, theme.SMALL)
        self.panel.setLayout(column)
        self.panel.hide()
        # The field above, the list below it.
        self.row.takeAt(0)
        self.row.addLayout(widgets.column(self.face, self.panel, spacing=theme.TINY), 1)
        self.face.clicked.connect(lambda _on=False: self.close_list() if self.is_open else self.open_list())
        self.face.installEventFilter(self)
        self.list.installEventFilter(self)
        self.search.settled.connect(self._find)
        self.search.moved.connect(self._move)
        self.search.taken.connect(lambda: self._pick(self.list.currentIndex(), go_on=True))
        self.search.left.connect(self.close_list)
        self.list.clicked.connect(lambda index: self._pick(index, go_on=False))
        self._show("")

    @property
    def is_open(self) -> bool:
        """Whether the list is in view."""
        return not self.panel.isHidden()

    def fits(self, leaf: LeafView) -> bool:
        return is_long(leaf)

    def introduce(self, name: str, description: str = "") -> None:
        super().introduce(name, description)
        self.search.setAccessibleName(tr("{question} · find a choice", question=name))
        self.list.setAccessibleName(tr("{question} · choices", question=name))

    def show_leaf(self, leaf: LeafView) -> None:
        if leaf.choices != self.choices.choices:
            self.choices.offer(leaf.choices)
        super().show_leaf(leaf)

    def lock(self, locked: bool) -> None:
        self.face.setEnabled(not locked)
        if locked:
            self.panel.hide()

    def open_list(self, begin: str = "") -> None:
        """Show the list with the cursor in the search box."""
        self.search.setText(begin)
        self.choices.find(begin)
        self._see()
        self.panel.show()
        self.list.setCurrentIndex(self.choices.index(self.choices.row_of(self.value.partition(" ")[0])))
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_list(self) -> None:
        """Put the list away; the field has the focus again."""
        inside = self.panel.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        if inside or self.search.hasFocus() or self.list.hasFocus():
            self.face.setFocus(Qt.FocusReason.PopupFocusReason)
        self.panel.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if watched is self.list and (enter or key == Qt.Key.Key_Space):
                self._pick(self.list.currentIndex(), go_on=True)
                return True
            if watched is self.list and key == Qt.Key.Key_Escape:
                self.close_list()
                return True
            if watched is self.face and (enter or (key == Qt.Key.Key_Down and not self.value)):
                self.open_list()
                return True
            if watched is self.face and event.text().isalpha():
                # A letter begins the search; it may still be changed by the keyboard that sent it.
                self.open_list(event.text())
                return True
        return super().eventFilter(watched, event)

    def _find(self, words: str) -> None:
        self.choices.find(words)
        self._see()
        self.list.setCurrentIndex(self.choices.index(0))

    def _see(self) -> None:
        count = len(self.choices.found)
        self._nothing.setVisible(count == 0)
        self.list.setVisible(count > 0)
        self.list.setFixedHeight(max(1, min(ROWS, count)) * ROW_HEIGHT)

    def _move(self, step: int) -> None:
        row = self.list.currentIndex().row() + step
        if 0 <= row < self.choices.rowCount():
            self.list.setCurrentIndex(self.choices.index(row))

    def _pick(self, index: QModelIndex, *, go_on: bool) -> None:
        if not index.isValid():
            return
        name = self.choices.found[index.row()].name
        if self.many:
            chosen = self.choices.chosen ^ {name}
            self.take(" ".join(choice.name for choice in self.choices.choices if choice.name in chosen))
            return
        self.close_list()
        if name != self.value:
            self.take(name)
        if go_on:
            self.finished.emit()

    def _show(self, value: str) -> None:
        chosen = frozenset(value.split()) if self.many else frozenset((value,) if value else ())
        self.choices.choose(chosen)
        labels = [choice.label for choice in self.choices.choices if choice.name in chosen]
        if labels:
            words = "; ".join(labels)
        elif not self.choices.choices:
            words = tr("Nothing to choose from yet")
        else:
            words = tr("Choose…")
        self.face.setText(words.replace("&", "&&"))
        self.face.setToolTip(words)
        theme.mark(self.face, "empty", not labels)


def is_long(leaf: LeafView) -> bool:
    """Whether the choices are searched rather than shown all at once."""
    looks = leaf.appearance.split()
    return len(leaf.choices) > IN_VIEW or not leaf.choices or "minimal" in looks or "autocomplete" in looks
