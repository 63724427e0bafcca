"""The list of visits: what is planned, how far each one is, and where two laptops disagree."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from inspector_app.domain.records import VisitId
from inspector_app.i18n import mark, tr
from inspector_app.services.views import Saved, VisitRow
from inspector_app.text import fold, format_date, format_number, vietnamese_sort_key
from inspector_app.ui import theme
from inspector_app.ui.fields import SearchBox
from inspector_app.ui.session import Session
from inspector_app.ui.visits.new_visit import NewVisitPanel
from inspector_app.ui.widgets import EmptyPage, button, label, line, row

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Column:
    """A column of the list: heading, text, what it sorts by, how it stands."""

    heading: str
    text: Callable[[VisitRow], str]
    key: Callable[[VisitRow], Any]
    width: int
    right: bool = False


def _index(visit: VisitRow) -> str:
    if visit.index is None:
        return ""
    shown = format_number(visit.index, 2)
    return f"{shown} · {tr('provisional')}" if visit.provisional else f"{shown} · {visit.classification}"


COLUMNS = (
    Column(mark("Unit"), lambda v: v.unit_name, lambda v: vietnamese_sort_key(v.unit_name), 190),
    Column(mark("Province"), lambda v: v.province, lambda v: vietnamese_sort_key(v.province), 120),
    Column(mark("Date"), lambda v: format_date(v.on) if v.on else "", lambda v: str(v.on or ""), 96),
    Column(mark("Subject"), lambda v: v.title, lambda v: vietnamese_sort_key(v.title), 200),
    Column(
        mark("Answered"),
        lambda v: f"{v.answered}/{v.total}",
        lambda v: v.answered / v.total if v.total else 0.0,
        120,
        right=True,
    ),
    Column(
        mark("Required, open"),
        lambda v: format_number(v.open_required) if v.open_required else "",
        lambda v: v.open_required,
        120,
        right=True,
    ),
    Column(mark("Index"), _index, lambda v: v.index if v.index is not None else -1, 150, right=True),
    Column(
        mark("In dispute"),
        lambda v: format_number(v.conflicts) if v.conflicts else "",
        lambda v: v.conflicts,
        100,
        right=True,
    ),
)
UNIT, PROVINCE, DATE, SUBJECT, ANSWERED, REQUIRED, INDEX, DISPUTED = range(8)


class VisitsModel(QAbstractTableModel):
    """The visits that match the filter, in the order chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[VisitRow, ...] = ()
        self._shown: list[VisitRow] = []
        self._needle: list[str] = []
        self._order = (DATE, Qt.SortOrder.DescendingOrder)

    def show(self, visits: tuple[VisitRow, ...]) -> None:
        """Other visits."""
        self._all = visits
        self._arrange()

    def filter(self, text: str) -> None:
        """Only visits that hold every word, accents or not."""
        self._needle = fold(text).split()
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = (column, order)
        self._arrange()

    def visit(self, row: int) -> VisitRow:
        """The visit in a row."""
        return self._shown[row]

    def row_of(self, visit: VisitId) -> int | None:
        """The row of a visit; None while the filter hides it."""
        return next((at for at, each in enumerate(self._shown) if each.id == visit), None)

    def _arrange(self) -> None:
        column, order = self._order
        self.beginResetModel()
        self._shown = [visit for visit in self._all if self._matches(visit)]
        self._shown.sort(key=COLUMNS[column].key, reverse=order is Qt.SortOrder.DescendingOrder)
        self.endResetModel()

    def _matches(self, visit: VisitRow) -> bool:
        text = fold(
            f"{visit.unit_name} {visit.unit_code} {visit.province} {visit.title} {COLUMNS[DATE].text(visit)}"
        )
        return all(word in text for word in self._needle)

    # --- what Qt asks -----------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(COLUMNS[section].heading)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(COLUMNS[section])
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        visit, column = self._shown[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(visit)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.text(visit)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{tr(column.heading)}: {column.text(visit)}"
        if role == Qt.ItemDataRole.FontRole and index.column() == UNIT:
            return theme.font("strong")
        if role == Qt.ItemDataRole.ForegroundRole:
            if index.column() in (PROVINCE, SUBJECT) or (index.column() == INDEX and visit.provisional):
                return theme.colour("secondary")
            if index.column() in (REQUIRED, DISPUTED):
                return theme.colour("attention")
        return None


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class VisitDelegate(QStyledItemDelegate):
    """Draws progress as a bar beside its figures, and the mark of dispute beside its count."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        visit = index.model().visit(index.row())  # type: ignore[attr-defined]  # only ever on a VisitsModel
        box: QRect = option.rect  # type: ignore[attr-defined]  # missing from Qt's stubs
        if index.column() == ANSWERED and visit.total:
            bar = QRectF(box.left() + 8, box.center().y() - 1, 48, 4)
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("line"))
            painter.drawRoundedRect(bar, 2, 2)
            painter.setBrush(theme.colour("accent"))
            bar.setWidth(bar.width() * visit.answered / visit.total)
            painter.drawRoundedRect(bar, 2, 2)
            painter.restore()
        elif index.column() in (REQUIRED, DISPUTED) and index.data():
            room = option.fontMetrics.horizontalAdvance(index.data()) + 28  # type: ignore[attr-defined]  # as above
            state: theme.Mark = "required" if index.column() == REQUIRED else "disputed"
            theme.paint_mark(painter, QRectF(box.right() - room, box.center().y() - 6, 13, 13), state)


class VisitTable(QTableView):
    """The list itself: Enter or a double click opens; a narrow window shows fewer columns."""

    chosen = Signal(object)

    def __init__(self, model: VisitsModel) -> None:
        super().__init__()
        self._visits = model
        self.setModel(model)
        self.setItemDelegate(VisitDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setAccessibleName(tr("Visits"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.ROW + 4)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setFixedHeight(theme.ROW)
        self._widths = [
            max(each.width, header.fontMetrics().horizontalAdvance(tr(each.heading)) + 30) for each in COLUMNS
        ]
        self.setSortingEnabled(True)
        self.sortByColumn(DATE, Qt.SortOrder.DescendingOrder)
        self.doubleClicked.connect(lambda index: self.chosen.emit(model.visit(index.row()).id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self._visits.visit(self.currentIndex().row()).id)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        """Show as many columns as have room, the dispensable ones last; one takes what is left."""
        shown = set(range(len(COLUMNS)))
        for column in (PROVINCE, SUBJECT, REQUIRED, ANSWERED):
            if sum(self._widths[each] for each in shown) > width:
                shown.discard(column)
        spare = SUBJECT if SUBJECT in shown else UNIT
        header = self.horizontalHeader()
        for column in range(len(COLUMNS)):
            self.setColumnHidden(column, column not in shown)
            mode = QHeaderView.ResizeMode.Stretch if column == spare else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(column, mode)
            if column != spare:
                self.setColumnWidth(column, self._widths[column])


class VisitsPage(QWidget):
    """The list with its filter, and the panel that plans a new visit."""

    opened = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.model = VisitsModel()
        self.table = VisitTable(self.model)
        self.table.chosen.connect(self.opened)
        self.search = SearchBox(tr("Find a visit (Ctrl+F)"))
        self.search.setFixedWidth(320)
        self.search.settled.connect(self._filter)
        self.new = button(tr("&New visit"), self.plan, kind="primary", icon="add", shortcut="Ctrl+N")
        self.count = label("", "small", "secondary")
        self.panel = NewVisitPanel(session)
        self.panel.hide()
        self.panel.created.connect(self._created)
        self.panel.closed.connect(self._panel_closed)
        self.empty = EmptyPage(
            "visits",
            tr("No visit yet"),
            tr(
                "Visits appear here: those planned on this laptop, and those received from the office or "
                "from another member of the team (Merge)."
            ),
            button(tr("Plan the first visit"), self.plan, kind="primary", icon="add"),
        )
        self.nothing = EmptyPage(
            "search",
            tr("Nothing matches"),
            tr("No visit holds all these words. Press Escape in the search box to see all visits."),
        )
        self._stale = True
        self._loaded = False
        self._lay_out()
        session.changed.connect(self._changed)
        find = self.search.addAction(tr("Find a visit (Ctrl+F)"))
        find.setShortcut("Ctrl+F")
        find.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        find.triggered.connect(self.search.setFocus)

    def entered(self) -> None:
        """Read the list again if something has changed since."""
        if self._stale:
            self._stale = False
            self.session.read(lambda bench: bench.visits.list(), self._show, owner=self)
        if self.panel.isHidden():
            self.table.setFocus()

    def plan(self) -> None:
        """Open the panel for a new visit."""
        self.panel.show()
        self.panel.begin()

    def _lay_out(self) -> None:
        bar = row(self.search, self.count, None, self.new, spacing=theme.MEDIUM)
        bar.setContentsMargins(theme.LARGE, theme.SMALL, theme.LARGE, theme.MEDIUM)
        self.body = QStackedWidget()
        for each in (self.table, self.empty, self.nothing):
            self.body.addWidget(each)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(bar)
        left.addWidget(line())
        left.addWidget(self.body, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(left, 1)
        whole.addWidget(self.panel)

    def _changed(self, _saved: Saved, _owner: object) -> None:
        self._stale = True
        if self.isVisible():
            self.entered()

    def _show(self, visits: tuple[VisitRow, ...]) -> None:
        kept = self._chosen()
        self._loaded = True
        self.model.show(visits)
        self._after(kept)

    def _filter(self, text: str) -> None:
        kept = self._chosen()
        self.model.filter(text)
        self._after(kept)

    def _chosen(self) -> VisitId | None:
        current = self.table.currentIndex()
        return self.model.visit(current.row()).id if current.isValid() else None

    def _after(self, chosen: VisitId | None) -> None:
        shown = self.model.rowCount()
        at = self.model.row_of(chosen) if chosen else None
        if shown:
            self.table.selectRow(at if at is not None else 0)
        if not self._loaded or shown:
            self.body.setCurrentWidget(self.table)
        else:
            self.body.setCurrentWidget(self.nothing if self.search.text().strip() else self.empty)
        self.count.setText(tr("{count} visits", count=format_number(shown)) if shown else "")

    def _created(self, visit: VisitId) -> None:
        self.panel.hide()
        self.opened.emit(visit)

    def _panel_closed(self) -> None:
        self.panel.hide()
        self.table.setFocus()
