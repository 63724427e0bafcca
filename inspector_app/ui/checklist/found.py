"""What a search found: the item, where in it the words stand, and the words around."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from inspector_app.i18n import mark, tr
from inspector_app.services.day_views import Hit, Where
from inspector_app.services.views import ItemView
from inspector_app.ui import theme
from inspector_app.ui.checklist.face import mark_of, shown_code, state_words

Index = QModelIndex | QPersistentModelIndex

HEIGHT = 60
_PLACES: dict[Where, str] = {
    "item": "",
    "answer": mark("in the answer"),
    "note": mark("in the note"),
    "finding": mark("in a finding"),
}


def place_words(hit: Hit) -> str:
    """Where in its item a hit stands; "" for the item itself."""
    return tr(_PLACES[hit.where]) if _PLACES[hit.where] else ""


class HitModel(QAbstractListModel):
    """The places found, in the order of the checklist."""

    def __init__(self) -> None:
        super().__init__()
        self.hits: list[Hit] = []
        self._items: Mapping[str, ItemView] = {}

    def show(self, hits: Sequence[Hit], items: Mapping[str, ItemView]) -> None:
        """Show these hits in these items."""
        self.beginResetModel()
        self.hits, self._items = list(hits), items
        self.endResetModel()

    def item(self, row: int) -> ItemView | None:
        """The item of a hit; None for a finding of no item."""
        return self._items.get(self.hits[row].item)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        hit, item = self.hits[index.row()], self.item(index.row())
        code = shown_code(item) if item else ""
        if role == Qt.ItemDataRole.UserRole:
            return hit, item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return f"{code} {hit.text}".strip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (code, place_words(hit), hit.text, state_words(item) if item else "")
            return " · ".join(part for part in parts if part)
        return None


class HitDelegate(QStyledItemDelegate):
    """Paints a hit: mark, code and place, then the words on two lines."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(option.rect.width(), HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit, item = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = option.rect.adjusted(0, 1, 0, -1)
        chosen = option.state & QStyle.StateFlag.State_Selected
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("chosen" if chosen else "hover"))
            painter.drawRoundedRect(row, 6, 6)
        inside = row.adjusted(theme.SMALL, 5, -theme.SMALL, -4)
        state: theme.Mark = "finding" if item is None or hit.where == "finding" else mark_of(item)
        theme.paint_mark(painter, QRectF(inside.left(), inside.top() + 1, 12, 12), state)
        top = Qt.AlignmentFlag.AlignTop
        strong = theme.font("small_strong")
        code = shown_code(item) if item else ""
        painter.setFont(strong)
        painter.setPen(theme.colour("accent"))
        painter.drawText(inside.adjusted(18, 0, 0, 0), top, code)
        small = theme.font("small")
        metrics = QFontMetrics(small)
        taken = QFontMetrics(strong).horizontalAdvance(code) + theme.SMALL if code else 0
        painter.setFont(small)
        painter.setPen(theme.colour("secondary"))
        painter.drawText(inside.adjusted(18 + taken, 0, 0, 0), top, place_words(hit))
        painter.setPen(theme.colour("text"))
        words = inside.adjusted(0, metrics.lineSpacing(), 0, 0)
        shown = metrics.elidedText(hit.text, Qt.TextElideMode.ElideRight, words.width() * 2 - 32)
        painter.setClipRect(words)
        painter.drawText(words, Qt.TextFlag.TextWordWrap, shown)
        painter.restore()


class HitList(QListView):
    """The places found; Enter or a click goes to one."""

    chosen = Signal(object)
    """Hit"""

    def __init__(self) -> None:
        super().__init__()
        self.hits = HitModel()
        self.setModel(self.hits)
        self.setItemDelegate(HitDelegate(self))
        self.setAccessibleName(tr("Places found"))
        self.clicked.connect(self._go)
        self.activated.connect(self._go)

    def _go(self, index: QModelIndex) -> None:
        self.chosen.emit(self.hits.hits[index.row()])
