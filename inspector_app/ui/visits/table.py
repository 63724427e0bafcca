"""The table of visits: found by any word, sorted by any column, each visit's state to be seen at a glance."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem

from inspector_app.domain.records import WORDS, VisitId
from inspector_app.i18n import mark, tr
from inspector_app.services.views import VisitRow
from inspector_app.text import fold, format_date, format_number, vietnamese_sort_key
from inspector_app.ui import theme
from inspector_app.ui.line_table import LineTable, cell_side
from inspector_app.ui.remembered import recall, recall_widths, remember, remember_widths
from inspector_app.ui.visit.words import index_words

Index = QModelIndex | QPersistentModelIndex
State = Literal["new", "under_way", "disputed", "complete"]

STATES: dict[State, tuple[str, theme.Mark]] = {
    "new": (mark("Not begun"), "open"),
    "under_way": (mark("Under way"), "required"),
    "disputed": (mark("In dispute"), "disputed"),
    "complete": (mark("Complete"), "answered"),
}
"""How far a visit is → its word and its mark, in the order of the work."""


def state_of(visit: VisitRow) -> State:
    """How far a visit is; a dispute outweighs the rest, since it waits for a decision."""
    if visit.conflicts:
        return "disputed"
    if not visit.answered:
        return "new"
    return "under_way" if visit.open_required else "complete"


def _state(visit: VisitRow) -> str:
    word = tr(STATES[state_of(visit)][0])
    return f"{word} ({visit.conflicts})" if visit.conflicts else word


@dataclass(frozen=True)
class Column:
    """A column of the list: heading, text, what it sorts by, how it stands."""

    heading: str
    text: Callable[[VisitRow], str]
    key: Callable[[VisitRow], Any]
    width: int
    right: bool = False


COLUMNS = (
    Column(mark("Unit"), lambda v: v.unit_name, lambda v: vietnamese_sort_key(v.unit_name), 180),
    Column(mark("Date"), lambda v: format_date(v.on) if v.on else "", lambda v: str(v.on or ""), 100),
    Column(mark("Kind"), lambda v: tr(WORDS[v.visit_kind]), lambda v: v.visit_kind, 166),
    Column(mark("State"), _state, lambda v: (list(STATES).index(state_of(v)), v.conflicts), 142),
    Column(
        mark("Answered"),
        lambda v: f"{v.answered}/{v.total}",
        lambda v: v.answered / v.total if v.total else 0.0,
        142,
        right=True,
    ),
    Column(
        mark("Required, open"),
        lambda v: format_number(v.open_required) if v.open_required else "",
        lambda v: v.open_required,
        120,
        right=True,
    ),
    Column(mark("Index"), index_words, lambda v: v.index if v.index is not None else -1, 136, right=True),
    Column(mark("Subject"), lambda v: v.title, lambda v: vietnamese_sort_key(v.title), 200),
    Column(mark("Province"), lambda v: v.province, lambda v: vietnamese_sort_key(v.province), 130),
)
UNIT, DATE, KIND, STATE, ANSWERED, REQUIRED, INDEX, SUBJECT, PROVINCE = range(9)
DISPENSABLE = (PROVINCE, SUBJECT, REQUIRED, KIND, ANSWERED, INDEX)
"""What a narrow window leaves out, first to last."""
FIRST_ORDER = (DATE, Qt.SortOrder.DescendingOrder)


class VisitsModel(QAbstractTableModel):
    """The visits that match the words and the state, in the order chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[VisitRow, ...] = ()
        self._words: dict[VisitId, str] = {}
        self._shown: list[VisitRow] = []
        self._needle: list[str] = []
        self._state: State | None = None
        self._order = FIRST_ORDER

    def show(self, visits: tuple[VisitRow, ...]) -> None:
        """Other visits."""
        self._all = visits
        self._words = {visit.id: _words(visit) for visit in visits}
        self._arrange()

    def filter(self, text: str) -> None:
        """Only visits that hold every word, accents or not."""
        self._needle = fold(text).split()
        self._arrange()

    def only(self, state: State | None) -> None:
        """Only visits in this state; None for all."""
        self._state = state
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

    def counts(self) -> dict[State, int]:
        """How many visits are in each state, whatever is shown."""
        counts = dict.fromkeys(STATES, 0)
        for visit in self._all:
            counts[state_of(visit)] += 1
        return counts

    def _arrange(self) -> None:
        column, order = self._order
        self.beginResetModel()
        self._shown = [visit for visit in self._all if self._matches(visit)]
        self._shown.sort(key=COLUMNS[column].key, reverse=order is Qt.SortOrder.DescendingOrder)
        self.endResetModel()

    def _matches(self, visit: VisitRow) -> bool:
        if self._state is not None and state_of(visit) != self._state:
            return False
        words = self._words[visit.id]
        return all(word in words for word in self._needle)

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
            return cell_side(right=COLUMNS[section].right)
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        visit, column = self._shown[index.row()], COLUMNS[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(visit)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return cell_side(right=column.right)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{tr(column.heading)}: {column.text(visit)}"
        if role == Qt.ItemDataRole.FontRole and index.column() == UNIT:
            return theme.font("strong")
        if role == Qt.ItemDataRole.DecorationRole and index.column() == STATE:
            return theme.mark_icon(STATES[state_of(visit)][1])
        if role == Qt.ItemDataRole.ForegroundRole:
            if index.column() in (PROVINCE, SUBJECT, KIND) or (index.column() == INDEX and visit.provisional):
                return theme.colour("secondary")
            if index.column() == REQUIRED:
                return theme.colour("attention")
        return None


def _words(visit: VisitRow) -> str:
    """What a visit is found by."""
    shown = (COLUMNS[each].text(visit) for each in (UNIT, DATE, KIND, STATE, SUBJECT, PROVINCE))
    return fold(" ".join((*shown, visit.unit_code)))


class VisitDelegate(QStyledItemDelegate):
    """Draws progress as a bar beside its figures."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        visit = index.model().visit(index.row())  # type: ignore[attr-defined]  # only ever on a VisitsModel
        if index.column() == ANSWERED and visit.total:
            box = QRectF(option.rect)  # type: ignore[attr-defined]  # missing from Qt's stubs
            bar = QRectF(box.left() + theme.MEDIUM, box.center().y() - 2, 48, 4)
            theme.paint_bar(painter, bar, visit.answered / visit.total)


class VisitTable(LineTable):
    """The list itself: Enter or a double click opens, letters begin a search; a narrow window shows fewer
    columns."""

    KEYS = (
        ("Enter", mark("Open the visit")),
        ("A … Z", mark("Find a visit by its words")),
    )
    """What the sheet of shortcuts says of the keys that `keyPressEvent` answers."""

    chosen = Signal(object)
    typed = Signal(object)
    """A key (QKeyEvent) that belongs into the search box."""

    def __init__(self, model: VisitsModel) -> None:
        super().__init__(model, tr("Visits"), theme.ROW + theme.TINY)
        self._fitting = False
        self.setItemDelegate(VisitDelegate(self))
        self.setIconSize(QSize(theme.MARK, theme.MARK))
        header = self.horizontalHeader()
        header.setMinimumSectionSize(theme.ROW)
        self._widths = self._usual_widths()
        self.setSortingEnabled(True)
        self.sortByColumn(*_kept_order())
        header.sortIndicatorChanged.connect(
            lambda column, order: remember("visits/order", f"{column},{order.value}")
        )
        header.sectionResized.connect(self._dragged)
        self.opened.connect(lambda row: self.chosen.emit(model.visit(row).id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().strip() and event.text().isprintable() and not _held(event):
            self.typed.emit(event)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        current = self.currentIndex()
        if self.hasFocus() and current.isValid():  # the whole line has the focus, not one cell
            painter = QPainter(self.viewport())
            painter.setPen(QPen(theme.colour("accent"), 2))
            top, height = self.rowViewportPosition(current.row()), self.rowHeight(current.row())
            painter.drawRect(1, top + 1, self.horizontalHeader().length() - 2, height - 3)
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _usual_widths(self) -> list[int]:
        """As they were left; at least as wide as their headings."""
        if kept := recall_widths("visits/columns", len(COLUMNS)):
            return [max(theme.ROW, width) for width in kept]
        metrics = self.horizontalHeader().fontMetrics()
        least = [
            metrics.horizontalAdvance(tr(each.heading)) + 2 * theme.CELL + theme.LARGE for each in COLUMNS
        ]
        return [max(each.width, width) for each, width in zip(COLUMNS, least, strict=True)]

    def _dragged(self, column: int, _before: int, now: int) -> None:
        stretched = self.horizontalHeader().sectionResizeMode(column) is QHeaderView.ResizeMode.Stretch
        if not self._fitting and not stretched and now:
            self._widths[column] = now
            remember_widths("visits/columns", self._widths)

    def _fit(self, width: int) -> None:
        """Show as many columns as have room, the dispensable ones last; one takes what is left."""
        shown = set(range(len(COLUMNS)))
        for column in DISPENSABLE:
            if sum(self._widths[each] for each in shown) > width:
                shown.discard(column)
        spare = SUBJECT if SUBJECT in shown else UNIT
        header = self.horizontalHeader()
        self._fitting = True
        for column in range(len(COLUMNS)):
            self.setColumnHidden(column, column not in shown)
            mode = QHeaderView.ResizeMode.Stretch if column == spare else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(column, mode)
            if column != spare:
                self.setColumnWidth(column, self._widths[column])
        self._fitting = False


def _kept_order() -> tuple[int, Qt.SortOrder]:
    """The order in which the list was left."""
    column, _, order = recall("visits/order").partition(",")
    if column.isdecimal() and int(column) < len(COLUMNS) and order in ("0", "1"):
        return int(column), Qt.SortOrder(int(order))
    return FIRST_ORDER


def _held(event: QKeyEvent) -> bool:
    """Whether a key of the keyboard's left or right edge is held that makes a command of a letter."""
    command = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return bool(event.modifiers() & command)
