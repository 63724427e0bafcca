"""The photos of a visit as a grid of tiles over a model; only what is in view has its picture read."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from inspector_app.domain.records import RecordId
from inspector_app.i18n import tr
from inspector_app.services.views import EvidenceRow
from inspector_app.ui import theme
from inspector_app.ui.row_list import paint_line
from inspector_app.ui.visit.evidence.thumbnails import Thumbnails
from inspector_app.ui.visit.evidence.words import caption_of, pages_of, state_of

Index = QModelIndex | QPersistentModelIndex
NARROWEST = 184
"""A tile is at least so wide; all tiles of a line share its width evenly."""
LINES = 36
"""Height of the two lines below a picture."""


class Tiles(QAbstractListModel):
    """Photos and scans in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[EvidenceRow, ...] = ()

    def show(self, rows: Sequence[EvidenceRow]) -> None:
        """Show these; tiles that stay keep their place and the selection."""
        if [row.id for row in rows] == [row.id for row in self.rows]:
            changed = [at for at, (old, new) in enumerate(zip(self.rows, rows, strict=True)) if old != new]
            self.rows = tuple(rows)
            if changed:
                self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
            return
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def place_of(self, record: str) -> int:
        """Where a photo stands, -1 where it is not shown."""
        return next((at for at, row in enumerate(self.rows) if row.id == record), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return caption_of(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (caption_of(row), row.target, state_of(row)) if part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (caption_of(row), row.target or tr("not linked"), pages_of(row.file), state_of(row))
            return " · ".join(part for part in parts if part)
        return None


class TileDelegate(QStyledItemDelegate):
    """Paints a photo: the picture, what it is called, what it shows, and its state in a word."""

    def __init__(self, view: QListView, thumbnails: Thumbnails) -> None:
        super().__init__(view)
        self._view = view
        self._thumbnails = thumbnails

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return self._view.gridSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: EvidenceRow = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        tile = option.rect.adjusted(2, 2, -2, -2)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("chosen" if chosen else "hover"))
            painter.drawRoundedRect(tile, theme.RADIUS, theme.RADIUS)
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(tile, theme.RADIUS, theme.RADIUS)
        inside = option.rect.adjusted(theme.SMALL, theme.SMALL, -theme.SMALL, -theme.SMALL)
        frame = inside.adjusted(0, 0, 0, -LINES - theme.TINY)
        self._picture(painter, frame, row)
        words = QRect(inside.left(), frame.bottom() + theme.TINY, inside.width(), LINES // 2)
        paint_line(painter, words, caption_of(row), "text", "text")
        words.translate(0, LINES // 2)
        state = state_of(row)
        said = state or row.target or tr("Not linked")
        paint_line(painter, words, said, token="attention" if state else "secondary")
        painter.restore()

    def _picture(self, painter: QPainter, frame: QRect, row: EvidenceRow) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("raised"))
        painter.drawRect(frame)
        picture = self._thumbnails.get(row.file, here=row.here)
        if picture is None:
            glyph = QRect(0, 0, 28, 28)
            glyph.moveCenter(frame.center())
            icon = "not_here" if not row.here else "pdf" if row.file.pages else "picture"
            theme.paint_glyph(painter, glyph, icon, theme.colour("secondary"))
        else:
            shown = QRect(QPoint(), picture.size().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio))
            shown.moveCenter(frame.center())
            if row.removed:
                painter.setOpacity(0.4)
            painter.drawPixmap(shown, picture)
            painter.setOpacity(1)
        if row.file.pages:
            self._badge(painter, frame, pages_of(row.file))

    def _badge(self, painter: QPainter, frame: QRect, words: str) -> None:
        width = theme.text_width(words, "small_strong") + 2 * theme.SMALL
        badge = QRect(frame.right() - width, frame.bottom() - 20, width, 20)
        painter.fillRect(badge, theme.colour("rail"))
        painter.setFont(theme.font("small_strong"))
        painter.setPen(theme.colour("rail_text"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)


class Grid(QListView):
    """The tiles. Enter opens, Delete asks to remove; several can be chosen with Shift and Ctrl."""

    opened = Signal(str)
    chosen = Signal()
    remove_wanted = Signal()

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.tiles = Tiles()
        self.setModel(self.tiles)
        self.setItemDelegate(TileDelegate(self, thumbnails))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Photos and scans"))
        self.setMouseTracking(True)
        thumbnails.arrived.connect(self.viewport().update)
        self.selectionModel().selectionChanged.connect(lambda _on, _off: self.chosen.emit())
        self.activated.connect(lambda index: self.opened.emit(self.tiles.rows[index.row()].id))

    @property
    def chosen_rows(self) -> tuple[EvidenceRow, ...]:
        """The photos chosen, in their order."""
        places = sorted(index.row() for index in self.selectedIndexes())
        return tuple(self.tiles.rows[place] for place in places)

    def show_rows(self, rows: Sequence[EvidenceRow]) -> None:
        """Show these; those chosen stay chosen, and where one is gone its neighbour is."""
        before = [row.id for row in self.chosen_rows]
        place = self.currentIndex().row()
        self.tiles.show(rows)
        if before and not self.chosen_rows and rows:
            kept = [record for record in before if self.tiles.place_of(record) >= 0]
            self.choose(kept or [self.tiles.rows[min(max(place, 0), len(rows) - 1)].id])
        else:
            self.chosen.emit()

    def choose(self, records: Sequence[RecordId | str]) -> None:
        """Choose these photos, and no other."""
        self.clearSelection()
        flag = self.selectionModel().SelectionFlag
        for record in records:
            if (place := self.tiles.place_of(record)) >= 0:
                index = self.tiles.index(place)
                self.selectionModel().setCurrentIndex(index, flag.Select)
                self.scrollTo(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Qt keeps the room of the scroll bar free, whether it is there or not.
        width = self.width() - self.verticalScrollBar().sizeHint().width() - 2
        tile = width // max(1, width // NARROWEST)
        if tile != self.gridSize().width():
            self.setGridSize(QSize(tile, tile * 2 // 3 + LINES + 2 * theme.SMALL))
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.tiles.rows[self.currentIndex().row()].id)
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)
