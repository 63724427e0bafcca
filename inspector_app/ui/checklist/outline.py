"""The outline: every area with its progress, its points and what waits in it; and the search that leads on.

Both are one painted list over a model, so that a hundred rows cost as much as ten. Colour is never alone:
each count carries its mark, and the whole row is said in words to a screen reader.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QListView,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from inspector_app import text
from inspector_app.i18n import tr
from inspector_app.services.day_views import Hit
from inspector_app.services.views import AreaView, ItemView
from inspector_app.ui import fields, theme, widgets
from inspector_app.ui.checklist.face import shown_code
from inspector_app.ui.checklist.found import HitList

WIDTH = 240
CODE_WIDTH = 30
COMFORTABLE, DENSE = 58, 43
"""Row heights: dense where not all areas would fit."""
SECTION = 24
"""Height of a title between areas."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Place:
    """An area in its place: `section` is the title above it, `who` has it where this laptop may only read."""

    area: AreaView
    section: str = ""
    who: str = ""


class AreaModel(QAbstractListModel):
    """The areas in the order in which they are worked through: the person's own first."""

    def __init__(self) -> None:
        super().__init__()
        self.places: list[Place] = []

    def show(self, places: Sequence[Place]) -> None:
        """Show these areas, replacing those that were there."""
        if [place.area.code for place in places] == [place.area.code for place in self.places]:
            changed = [row for row, place in enumerate(places) if place != self.places[row]]
            self.places = list(places)
            for row in changed:
                self.dataChanged.emit(self.index(row), self.index(row))
            return
        self.beginResetModel()
        self.places = list(places)
        self.endResetModel()

    def row_of(self, code: str) -> int:
        """The row of an area, -1 where it is not shown."""
        return next((row for row, place in enumerate(self.places) if place.area.code == code), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        place = self.places[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return place
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{shown_code(place.area)} {place.area.name}".strip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return said(place)
        if role == Qt.ItemDataRole.ToolTipRole:
            return said(place).replace(" · ", "\n")
        return None


def said(place: Place) -> str:
    """An area in words."""
    area = place.area
    parts = [
        f"{shown_code(area)} {area.name}".strip(),
        tr("{answered} of {total} items", answered=area.answered, total=area.total),
    ]
    if area.scored:
        parts.append(
            tr("{points} of {max} points", points=_points(area.points), max=_points(area.max_points))
        )
    for count, words in (
        (area.open_required, tr("{count} required items open", count=area.open_required)),
        (area.findings, tr("{count} findings", count=area.findings)),
        (area.disputed, tr("{count} in dispute", count=area.disputed)),
    ):
        if count:
            parts.append(words)
    if place.who:
        parts.append(tr("in the hands of {who}", who=place.who))
    return " · ".join(parts)


class AreaDelegate(QStyledItemDelegate):
    """Paints an area: code and name, a line of progress, then counts, marks and points."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.height = COMFORTABLE

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        place: Place = index.data(Qt.ItemDataRole.UserRole)
        return QSize(WIDTH - 2 * theme.SMALL, self.height + (SECTION if place.section else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place: Place = index.data(Qt.ItemDataRole.UserRole)
        area = place.area
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = option.rect.adjusted(0, 1, 0, -1)
        if place.section:
            title = QRect(row.left() + theme.SMALL, row.top(), row.width(), SECTION)
            painter.setFont(theme.font("small_strong"))
            painter.setPen(theme.colour("secondary"))
            painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, place.section)
            row.setTop(row.top() + SECTION)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("chosen" if chosen else "hover"))
            painter.drawRoundedRect(row, 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), 5, 5)
        inside = row.adjusted(theme.SMALL, 0, -theme.SMALL, 0)
        spare = self.height - DENSE
        name = QRect(inside.left(), row.top() + 1 + spare // 3, inside.width(), 18)
        if place.who:
            tint = theme.colour("secondary")
            theme.paint_glyph(painter, QRect(name.right() - 13, name.top() + 2, 14, 14), "lock", tint)
            name.setRight(name.right() - 14 - theme.TINY)
        self._name(painter, name, area, chosen)
        bar_top = row.top() + 20 + spare // 2
        self._bar(painter, QRectF(inside.left(), bar_top, inside.width(), 3), area)
        self._counts(painter, QRect(inside.left(), bar_top + 3, inside.width(), 17), area)
        painter.restore()

    def _name(self, painter: QPainter, rect: QRect, area: AreaView, chosen: bool) -> None:
        code = shown_code(area)
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("accent"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, middle, code)
        face = theme.font("strong" if chosen else "text")
        painter.setFont(face)
        painter.setPen(theme.colour("text"))
        rest = rect.adjusted(CODE_WIDTH if code else 0, 0, 0, 0)
        shown = QFontMetrics(face).elidedText(area.name, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, middle, shown)

    def _bar(self, painter: QPainter, rect: QRectF, area: AreaView) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("line"))
        painter.drawRoundedRect(rect, 1.5, 1.5)
        if area.answered:
            painter.setBrush(theme.colour("accent"))
            rect.setWidth(max(3.0, rect.width() * area.answered / max(area.total, 1)))
            painter.drawRoundedRect(rect, 1.5, 1.5)

    def _counts(self, painter: QPainter, rect: QRect, area: AreaView) -> None:
        small = theme.font("small")
        metrics = QFontMetrics(small)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(small)
        painter.setPen(theme.colour("secondary"))
        done = tr("{answered}/{total} items", answered=area.answered, total=area.total)
        painter.drawText(rect, middle, done)
        right = rect.right() + 1
        if area.scored:
            points = tr("{points}/{max} pts", points=_points(area.points), max=_points(area.max_points))
            painter.drawText(rect, middle | Qt.AlignmentFlag.AlignRight, points)
            right -= metrics.horizontalAdvance(points) + theme.SMALL
        marks: tuple[tuple[int, theme.Mark, str], ...] = (
            (area.disputed, "disputed", "attention"),
            (area.findings, "finding", "wrong"),
            (area.open_required, "required", "attention"),
        )
        for count, mark, tone in marks:
            if not count:
                continue
            words = str(count)
            width = metrics.horizontalAdvance(words)
            painter.setPen(theme.colour(tone))
            painter.drawText(QRect(right - width, rect.top(), width, rect.height()), middle, words)
            right -= width + 3
            theme.paint_mark(painter, QRectF(right - 11, rect.center().y() - 5, 11, 11), mark)
            right -= 11 + 6


class AreaList(QListView):
    """The areas as a list that fits the height it is given."""

    chosen = Signal(str)
    """The person chose an area: by a click or with the keys."""

    def __init__(self) -> None:
        super().__init__()
        self.areas = AreaModel()
        self._paint = AreaDelegate(self)
        self.setModel(self.areas)
        self.setItemDelegate(self._paint)
        self.setAccessibleName(tr("Areas of the checklist"))
        plain(self)
        self.areas.modelReset.connect(self._fit)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self._quiet = False

    @property
    def current(self) -> str:
        """The area chosen now; "" before the first."""
        row = self.currentIndex().row()
        return self.areas.places[row].area.code if row >= 0 else ""

    def select(self, code: str) -> None:
        """Show an area as chosen, without telling."""
        self._quiet = True
        self.setCurrentIndex(self.areas.index(self.areas.row_of(code)))
        self._quiet = False

    def step(self, way: int) -> None:
        """Choose the next or the previous area."""
        row = self.currentIndex().row() + way
        if 0 <= row < self.areas.rowCount():
            self.setCurrentIndex(self.areas.index(row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        rows = max(self.areas.rowCount(), 1)
        titles = SECTION * sum(bool(place.section) for place in self.areas.places)
        height = max(DENSE, min(COMFORTABLE, (self.viewport().height() - titles) // rows))
        if height != self._paint.height:
            self._paint.height = height
            self.scheduleDelayedItemsLayout()

    def _current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and not self._quiet:
            self.chosen.emit(self.areas.places[now.row()].area.code)


class Outline(QWidget):
    """The left column: a search above, the areas below it, or what was found."""

    area_chosen = Signal(str)
    hit_chosen = Signal(object)
    """Hit"""
    search_wanted = Signal(str)
    """Words to look for; `show_hits` answers."""

    def __init__(self) -> None:
        super().__init__()
        theme.dress(self, surface="raised")
        self.setFixedWidth(WIDTH)
        self.search = fields.SearchBox(tr("Find items, notes, findings (Ctrl+F)"))
        self.list = AreaList()
        self.found = HitList()
        plain(self.found)
        self.count = widgets.label("", "small", "secondary", wrap=True)
        self.count.hide()
        self._searched_for = ""
        self._stack = QStackedWidget()
        for page in (self.list, self.found):
            self._stack.addWidget(page)
        column = widgets.column(self.search, self.count, self._stack)
        column.setContentsMargins(theme.SMALL, theme.SMALL, theme.SMALL, theme.SMALL)
        self.setLayout(column)
        self.search.settled.connect(self._searched)
        self.search.installEventFilter(self)
        self.list.chosen.connect(self.area_chosen)
        self.found.chosen.connect(self.hit_chosen)

    def show_hits(self, hits: Sequence[Hit], items: Mapping[str, ItemView]) -> None:
        """Show what the search found."""
        self.found.hits.show(hits, items)
        self.count.setText(
            tr("{count} places found", count=len(hits))
            if hits
            else tr("Nothing found. Accents do not matter.")
        )
        self.count.show()
        self._stack.setCurrentWidget(self.found)
        if hits:
            self.found.setCurrentIndex(self.found.hits.index(0))

    def find(self) -> None:
        """Put the cursor into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search, arrows walk through what was found and Enter goes there."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            row = self.found.currentIndex().row()
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            showing = self._stack.currentWidget() is self.found and bool(self.found.hits.hits)
            if step and showing and 0 <= row + step < self.found.hits.rowCount():
                self.found.setCurrentIndex(self.found.hits.index(row + step))
                return True
            at_rest = text.clean(self.search.text()) == self._searched_for
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and showing and at_rest:
                self.hit_chosen.emit(self.found.hits.hits[max(row, 0)])
                return True
        return False

    def _searched(self, words: str) -> None:
        self._searched_for = words
        if words:
            self.search_wanted.emit(words)
        else:
            self.count.hide()
            self._stack.setCurrentWidget(self.list)


def plain(view: QListView) -> None:
    """A list without a frame of its own, on the ground of the column."""
    view.setFrameShape(QListView.Shape.NoFrame)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setMouseTracking(True)
    view.viewport().setAutoFillBackground(False)
    theme.dress(view, surface="raised")


def _points(value: Any) -> str:
    return text.format_number(value, None if value == value.to_integral_value() else 2)
