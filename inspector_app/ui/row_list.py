"""Lists whose rows are painted: one model, one ground for all rows, the same keys everywhere.

What a row says and how it is drawn is its `Look`. The list itself finds, narrows and sorts, keeps the chosen
row chosen while rows come and go, and tells what the keys ask for.
"""

from collections.abc import Callable, Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from inspector_app.text import fold
from inspector_app.ui import theme

Index = QModelIndex | QPersistentModelIndex
LINE = 18
"""Height of a line of small text in a row."""


class Row(Protocol):
    """What a list can show: anything with a name of its own."""

    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=Row)


class Look(Generic[R]):
    """What the rows of a list say, and how they are drawn."""

    def text(self, row: R) -> str:
        """The row in words: the tooltip, and what a search looks into."""
        raise NotImplementedError

    def said(self, row: R) -> str:
        """What a screen reader says."""
        raise NotImplementedError

    def height(self, row: R, width: int) -> int:
        """How high the row is inside its margins, at a width."""
        raise NotImplementedError

    def paint(self, painter: QPainter, inside: QRect, row: R) -> None:
        """Draw the row into the rectangle inside its margins."""
        raise NotImplementedError


class RowModel(QAbstractListModel, Generic[R]):
    """All rows, and those of them that are shown, in their order."""

    def __init__(self, look: Look[R]) -> None:
        super().__init__()
        self.look = look
        self.all: tuple[R, ...] = ()
        self.shown: list[R] = []
        self._words: list[str] = []
        self._admits: Callable[[R], bool] = _everything
        self._order: Callable[[R], Any] | None = None

    def show(self, rows: Sequence[R]) -> None:
        """Show these rows; those that stay keep their place and the selection."""
        self.all = tuple(rows)
        self._refill()

    def change(self, row: R) -> None:
        """Show a row's new state."""
        self.show([row if each.id == row.id else each for each in self.all])

    def search(self, text: str) -> None:
        """Let through what holds every word, with or without accents."""
        self._words = fold(text).split()
        self._refill()

    def narrow(self, admits: Callable[[R], bool], order: Callable[[R], Any] | None = None) -> None:
        """Let through what is admitted, sorted by `order`, else as it came."""
        self._admits, self._order = admits, order
        self._refill()

    def place(self, row: str) -> int | None:
        """Where a row stands; None while it is not shown."""
        return next((at for at, each in enumerate(self.shown) if each.id == row), None)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.shown[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self.look.text(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.look.said(row)
            case _:
                return None

    def _refill(self) -> None:
        wanted = [row for row in self.all if self._admits(row) and self._holds_the_words(row)]
        if self._order is not None:
            wanted.sort(key=self._order)
        if [row.id for row in wanted] == [row.id for row in self.shown]:
            changed = [at for at, row in enumerate(wanted) if row != self.shown[at]]
            self.shown = wanted
            for at in changed:
                self.dataChanged.emit(self.index(at), self.index(at))
            return
        self.beginResetModel()
        self.shown = wanted
        self.endResetModel()

    def _holds_the_words(self, row: R) -> bool:
        if not self._words:
            return True
        text = fold(self.look.text(row))
        return all(word in text for word in self._words)


class RowDelegate(QStyledItemDelegate):
    """The ground of every row: chosen, under the mouse, with the focus; a hairline below."""

    def __init__(self, view: "RowList[Any]") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        look = self._view.rows.look
        inside = look.height(index.data(Qt.ItemDataRole.UserRole), width - 2 * theme.MEDIUM)
        return QSize(width, inside + 2 * theme.SMALL + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box: QRect = option.rect  # type: ignore[attr-defined]  # missing from Qt's stubs
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]  # as above
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colour("chosen" if chosen else "hover"))
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, theme.colour("line"))
        inside = box.adjusted(theme.MEDIUM, theme.SMALL, -theme.MEDIUM, -theme.SMALL - 1)
        self._view.rows.look.paint(painter, inside, index.data(Qt.ItemDataRole.UserRole))
        painter.restore()


class RowList(QListView, Generic[R]):
    """The list on the screen. Enter goes into the chosen row, Delete asks to remove it, digits act on it."""

    chosen = Signal(str)
    """The person went to another row."""
    write_wanted = Signal()
    remove_wanted = Signal()
    digit = Signal(int)

    def __init__(self, name: str, look: Look[R]) -> None:
        super().__init__()
        self.rows: RowModel[R] = RowModel(look)
        self._current = ""
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(self))
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._moved)
        self.rows.modelReset.connect(lambda: self.select(self._current))

    @property
    def current(self) -> R | None:
        """The chosen row."""
        at = self.rows.place(self._current)
        return None if at is None else self.rows.shown[at]

    def select(self, row: str) -> None:
        """Choose a row, or none with ""; `chosen` fires where that is another one."""
        at = self.rows.place(row)
        if at is not None:
            self.setCurrentIndex(self.rows.index(at))
            return
        self.setCurrentIndex(QModelIndex())
        self.clearSelection()
        if not row:
            self._current = ""

    def step(self, way: int) -> bool:
        """Choose the row after, or before; False at the end of the list."""
        at = self.rows.place(self._current)
        there = (0 if way > 0 else len(self.rows.shown) - 1) if at is None else at + way
        if not 0 <= there < len(self.rows.shown):
            return False
        self.setCurrentIndex(self.rows.index(there))
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # how high a row is may depend on its width

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.write_wanted.emit()
        elif key == Qt.Key.Key_Delete and plain:
            self.remove_wanted.emit()
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9 and plain:
            self.digit.emit(int(key) - int(Qt.Key.Key_0))
        else:
            super().keyPressEvent(event)

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and (row := self.rows.shown[now.row()].id) != self._current:
            self._current = row
            self.chosen.emit(row)


def _everything(_row: object) -> bool:
    return True


# --- painting ------------------------------------------------------------------------------------


def paint_line(
    painter: QPainter,
    line: QRect,
    text: str,
    kind: theme.Type = "small",
    token: str = "secondary",
    *,
    right: bool = False,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> int:
    """Draw one line of text, shortened where it is too long; how wide it is."""
    face = theme.font(kind)
    metrics = QFontMetrics(face)
    shown = metrics.elidedText(text, elide, line.width())
    painter.setFont(face)
    painter.setPen(theme.colour(token))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(line, side | Qt.AlignmentFlag.AlignVCenter, shown)
    return metrics.horizontalAdvance(shown)


def wrapped_height(text: str, width: int, most: int) -> int:
    """How high a text is when wrapped, up to so many lines."""
    return min(theme.text_height(text or " ", width), most * QFontMetrics(theme.font("text")).lineSpacing())


def paint_wrapped(painter: QPainter, box: QRect, text: str, most: int, token: str = "text") -> None:
    """Draw a text on up to so many lines, the rest left out."""
    metrics = QFontMetrics(theme.font("text"))
    # Words break at spaces, so that the lines hold a little less than their width so many times.
    room = most * box.width() - (most - 1) * 6 * metrics.averageCharWidth()
    painter.setFont(theme.font("text"))
    painter.setPen(theme.colour(token))
    painter.drawText(
        box, Qt.TextFlag.TextWordWrap, metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    )
