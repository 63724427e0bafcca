"""Putting choices into an order: the first is the most important one.

Alt with an arrow key carries a choice up or down, as do the two buttons and the mouse. Before anyone has
ordered them the choices bear no numbers, so that an order nobody gave is not taken for an answer.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from inspector_app.i18n import tr
from inspector_app.services.views import ChoiceView
from inspector_app.ui import theme, widgets
from inspector_app.ui.checklist.choices import ChoicesEntry
from inspector_app.ui.checklist.media import AT_A_CHOICE, scaled

ROWS = 9


class Order(QListWidget):
    """The choices, below each other, to be carried up and down."""

    carried = Signal(int)
    kept = Signal()
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.model().rowsMoved.connect(lambda: self.dropped.emit())

    def event(self, event: QEvent) -> bool:
        # The page has Alt with arrows as a shortcut; here they carry.
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _way(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if way := _way(event):
            self.carried.emit(way)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.kept.emit()
        else:
            super().keyPressEvent(event)


def _way(event: QKeyEvent) -> int:
    """-1 up, 1 down, 0 for any other key."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if held != Qt.KeyboardModifier.AltModifier:
        return 0
    return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)


class RankEntry(ChoicesEntry):
    """Choices in an order; the value names them from the first to the last."""

    def __init__(self, choices: Sequence[ChoiceView]) -> None:
        self.list = Order()
        super().__init__(choices, self.list)
        self._pictures: dict[str, QIcon] = {}
        self._up = self._carrier("up", tr("Carry up (Alt+Up)"), -1)
        self._down = self._carrier("down", tr("Carry down (Alt+Down)"), 1)
        self._keep = widgets.button(tr("This order is right"), self._confirm, kind="quiet", icon="done")
        self.row.addLayout(widgets.column(self._up, self._down, None, spacing=theme.TINY))
        self._hint = widgets.label(tr("Not ordered yet: Alt+Up and Alt+Down carry a choice."), "small",
                                   "secondary", wrap=True)  # fmt: skip
        self.row.addLayout(
            widgets.column(self._hint, widgets.row(self._keep, None), None, spacing=theme.TINY), 1
        )
        theme.dress(self.list, surface="card")
        self.list.setFixedHeight(max(1, min(ROWS, len(choices))) * (theme.ROW - 1) + 2)
        self.list.setMinimumWidth(240)
        self.row.setStretch(0, 2)
        self.list.carried.connect(self.carry)
        self.list.kept.connect(self._confirm)
        self.list.dropped.connect(lambda: self.take(" ".join(self._names())))
        self._show("")

    def lock(self, locked: bool) -> None:
        for part in (self.list, self._up, self._down, self._keep):
            part.setEnabled(not locked)

    def carry(self, way: int) -> None:
        """Carry the current choice one place up or down."""
        here = self.list.currentRow()
        there = here + way
        if not self.list.isEnabled() or not 0 <= there < self.list.count():
            return
        names = self._names()
        names[here], names[there] = names[there], names[here]
        self.take(" ".join(names))
        self.list.setCurrentRow(there)

    def _show_picture(self, name: str, content: bytes | None) -> None:
        if content is None:
            return
        self._pictures[name] = QIcon(scaled(content, AT_A_CHOICE / 2, self.devicePixelRatioF()))
        self.list.setIconSize(AT_A_CHOICE / 2)
        rows = min(ROWS, len(self._choices))
        self.list.setFixedHeight(rows * (AT_A_CHOICE.height() // 2 + theme.TINY) + 2)
        self._show(self.value)

    def _confirm(self) -> None:
        if not self.value and self.list.isEnabled():
            self.take(" ".join(self._names()))
        self.finished.emit()

    def _names(self) -> list[str]:
        return [self.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.list.count())]

    def _show(self, value: str) -> None:
        labels = {choice.name: choice.label for choice in self._choices}
        ranked = [name for name in value.split() if name in labels]
        names = [*ranked, *(name for name in labels if name not in ranked)]
        here = self.list.currentRow()
        kept = self.list.item(here).data(Qt.ItemDataRole.UserRole) if here >= 0 else ""
        self.list.clear()
        for place, name in enumerate(names, 1):
            item = QListWidgetItem(f"{place}.  {labels[name]}" if ranked else labels[name])
            item.setData(Qt.ItemDataRole.UserRole, name)
            if name in self._pictures:
                item.setIcon(self._pictures[name])
            self.list.addItem(item)
        if names:
            self.list.setCurrentRow(names.index(kept) if kept in names else 0)
        self._hint.setVisible(not ranked)
        self._keep.setVisible(not ranked)

    def _mark_bad(self, _bad: bool) -> None:
        """An order can be missing but never wrong in itself."""

    def _carrier(self, icon: str, name: str, way: int) -> widgets.QToolButton:
        made = widgets.tool(icon, name, lambda: self.carry(way))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys do the same
        return made
