"""Tự chấm – Đoàn chấm – chênh lệch: the unit's view and the team's, line by line."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView

from inspector_app.i18n import mark, tr
from inspector_app.services.self_report.views import ComparedArea, ComparedItem, Comparison
from inspector_app.text import fold, format_number
from inspector_app.ui import theme
from inspector_app.ui.line_table import LineTable, cell_side

Index = QModelIndex | QPersistentModelIndex
Line = ComparedArea | ComparedItem
Shown = Literal["all", "differing", "wide"]


def _points(line: Line, name: str) -> str:
    number = getattr(line, name, None)
    return "" if number is None else format_number(number, 2)


def _difference(line: Line) -> str:
    """With its sign; of a base figure in whole numbers."""
    if isinstance(line, ComparedArea):
        number = None if line.self_points is None else line.points - line.self_points
    else:
        number = line.difference
    if number is None or (not number and is_figure(line)):
        return ""
    return _signed(number, None if is_figure(line) else 2)


def _gap(line: Line) -> str:
    return "" if isinstance(line, ComparedArea) or line.gap is None else _signed(line.gap, 2)


def _signed(number: Decimal, places: int | None) -> str:
    words = format_number(number, places)
    return f"+{words}" if number > 0 else words.replace("-", "−")


def is_figure(line: Line) -> bool:
    """Whether a line is a base figure, which has no points."""
    return isinstance(line, ComparedItem) and line.max_points is None and line.points is None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: heading, what it says of a line, its width (0 takes what is left), how it stands."""

    heading: str
    text: Callable[[Line], str]
    width: int
    right: bool = False


COLUMNS = (
    Column(mark("Code"), lambda line: line.code, 62),
    Column(mark("Item"), lambda line: line.name if isinstance(line, ComparedArea) else line.text, 0),
    Column(mark("The unit reports"), lambda line: getattr(line, "reported", ""), 190),
    Column(mark("The team finds"), lambda line: getattr(line, "found", ""), 190),
    Column(mark("Gap, %"), _gap, 74, right=True),
    Column(mark("Self-score"), lambda line: _points(line, "self_points"), 84, right=True),
    Column(mark("Team's score"), lambda line: _points(line, "points"), 94, right=True),
    Column(mark("Difference"), _difference, 94, right=True),
)
CODE, ITEM, REPORTED, FOUND, GAP, OWN, TEAM, DIFFERENCE = range(8)
DISPENSABLE = (FOUND, REPORTED)
"""What a narrow window leaves out, first to last; the tooltip of the line has it."""
_LEAST_WORDS = 220


class ComparisonModel(QAbstractTableModel):
    """The lines that are shown, each area above its items."""

    def __init__(self) -> None:
        super().__init__()
        self._compared: Comparison | None = None
        self._shown: Shown = "all"
        self._words: list[str] = []
        self.lines: list[Line] = []

    def show(self, compared: Comparison) -> None:
        """Another state of the comparison."""
        self._compared = compared
        self._arrange()

    def narrow(self, shown: Shown, words: str) -> None:
        """All lines, those that differ, or those whose rates are too far apart; that hold every word."""
        self._shown, self._words = shown, fold(words).split()
        self._arrange()

    def _arrange(self) -> None:
        self.beginResetModel()
        self.lines = []
        if self._compared is not None:
            areas = {area.code: area for area in self._compared.areas}
            for item in filter(self._admits, self._compared.items):
                area = areas.pop(item.area, None)
                if area is not None:
                    self.lines.append(area)
                self.lines.append(item)
        self.endResetModel()

    def _admits(self, item: ComparedItem) -> bool:
        if self._shown == "wide" and not item.wide:
            return False
        if self._shown == "differing" and not (item.difference or item.gap):
            return False
        words = fold(f"{item.code} {item.text}")
        return all(word in words for word in self._words)

    # --- what Qt asks -----------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

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
        line, column = self.lines[index.row()], COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(line)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{tr(column.heading)}: {column.text(line) or '–'}"
            case Qt.ItemDataRole.ToolTipRole:
                return _whole(line)
            case Qt.ItemDataRole.TextAlignmentRole:
                return cell_side(right=column.right)
            case Qt.ItemDataRole.FontRole:
                bold = isinstance(line, ComparedArea) or index.column() == CODE
                return theme.font("strong") if bold else None
            case Qt.ItemDataRole.BackgroundRole if isinstance(line, ComparedArea):
                return theme.colour("raised")
            case Qt.ItemDataRole.ForegroundRole if isinstance(line, ComparedItem):
                return _colour(line, index.column())
            case _:
                return None


def _colour(line: ComparedItem, column: int) -> Any:
    if column == GAP and line.wide:
        return theme.colour("wrong")
    if column == DIFFERENCE and line.difference:
        return theme.colour("good" if line.difference > 0 and not is_figure(line) else "attention")
    return theme.colour("secondary") if column == ITEM else None


def _whole(line: Line) -> str:
    if isinstance(line, ComparedArea):
        return line.name
    parts = [line.text]
    parts += [tr("The unit reports: {value}", value=line.reported)] if line.reported else []
    parts += [tr("The team finds: {value}", value=line.found)] if line.found else []
    parts += [tr("The unit says: {words}", words=line.note)] if line.note else []
    return "\n".join(parts)


class ComparisonTable(LineTable):
    """The table on the screen: Enter or a double click leads to the item of the checklist."""

    chosen = Signal(str)

    def __init__(self, model: ComparisonModel) -> None:
        super().__init__(model, tr("Self-report and findings"), theme.ROW)
        self._lines = model
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(ITEM, QHeaderView.ResizeMode.Stretch)
        self.opened.connect(self._choose)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        widths = self._widths()
        shown = set(range(len(COLUMNS)))
        for column in DISPENSABLE:
            if sum(widths[each] for each in shown) + _LEAST_WORDS > event.size().width():
                shown.discard(column)
        for at, width in enumerate(widths):
            self.setColumnHidden(at, at not in shown)
            if width:
                self.setColumnWidth(at, width)

    def _widths(self) -> list[int]:
        """Of the columns; no heading is cut off, in whatever language."""
        metrics = self.horizontalHeader().fontMetrics()
        return [
            max(each.width, metrics.horizontalAdvance(tr(each.heading)) + 2 * theme.MEDIUM)
            if each.width
            else 0
            for each in COLUMNS
        ]

    def _choose(self, row: int) -> None:
        line = self._lines.lines[row]
        if isinstance(line, ComparedItem):
            self.chosen.emit(line.code)
