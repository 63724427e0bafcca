"""Tables of the checklists room: the problems of a workbook by cell, the points of a form by area."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from inspector_app.domain.errors import Problem
from inspector_app.i18n import mark, tr
from inspector_app.services.views import AreaView
from inspector_app.text import format_number
from inspector_app.ui import theme

Index = QModelIndex | QPersistentModelIndex
FULL = Decimal(100)
"""What the areas of a checklist add up to."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: its texts, and how it stands out."""

    texts: tuple[str, ...]
    tone: theme.Tone = "text"
    strong: bool = False


class Lines(QAbstractTableModel):
    """Rows of texts under headings."""

    def __init__(self, headings: Sequence[str], numbers: Iterable[int] = ()) -> None:
        super().__init__()
        self._headings = tuple(headings)
        self._numbers = frozenset(numbers)
        self.lines: tuple[Line, ...] = ()

    def show(self, lines: Iterable[Line]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(self._headings[section])
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.texts[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(index.column())
        if role == Qt.ItemDataRole.ForegroundRole and (line.tone == "text" or index.column() == 0):
            return theme.colour(line.tone)
        if role == Qt.ItemDataRole.FontRole and line.strong:
            return theme.font("strong")
        return None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column in self._numbers else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class Table(QTableView):
    """A table to read: words wrap, the widths of the first columns follow their texts."""

    def __init__(self, model: Lines, name: str, stretched: Sequence[int]) -> None:
        super().__init__()
        self.lines = model
        self.setModel(model)
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(theme.ROW)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        for column in range(model.columnCount()):
            mode = (
                QHeaderView.ResizeMode.Stretch
                if column in stretched
                else QHeaderView.ResizeMode.ResizeToContents
            )
            head.setSectionResizeMode(column, mode)

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Show these rows, each as high as its words need."""
        self.lines.show(lines)
        self.resizeRowsToContents()

    def height_of_all(self) -> int:
        """How high it is with every row in view."""
        rows = sum(self.rowHeight(row) for row in range(self.lines.rowCount()))
        return self.horizontalHeader().sizeHint().height() + rows + 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resizeRowsToContents()


PROBLEMS = (mark("Sheet"), mark("Cell"), mark("What is wrong"), mark("What to write instead"))
POINTS = (mark("Area"), mark("Items"), mark("Points"))


def problem_table() -> Table:
    """The table of what is wrong with a workbook."""
    return Table(Lines(PROBLEMS), tr("Problems of the workbook"), (2, 3))


def problem_lines(problems: Iterable[Problem], warnings: Iterable[str] = ()) -> Iterable[Line]:
    """Problems, then what an author may want to look at."""
    for problem in problems:
        cell = f"{problem.column or ''}{problem.row or ''}"
        yield Line((problem.sheet, cell, problem.message, problem.remedy), "wrong")
    for warning in warnings:
        found = _CELL.match(warning)
        sheet, cell = (found[1], found[2] or "") if found else ("", "")
        yield Line((sheet, cell, warning[found.end() :] if found else warning, ""), "attention")


_CELL = re.compile(r"([^\s!:]{1,40})(?:!([A-Z]{0,3}\d*))?:\s")
"""Where a warning begins with its cell: `survey!B7: …`."""


def points_table() -> Table:
    """The table of areas with their points."""
    return Table(Lines(POINTS, numbers=(1, 2)), tr("Points by area"), (0,))


def points_lines(areas: Iterable[AreaView]) -> Iterable[Line]:
    """A row for each area, and what they add up to beside what they should."""
    total, items = Decimal(0), 0
    for area in areas:
        items += area.total
        total += area.max_points if area.scored else 0
        name = f"{area.code} · {area.name}" if area.scored else area.name
        yield Line((name, str(area.total), format_number(area.max_points, 2) if area.scored else "–"))
    if not total:
        yield Line((tr("Together; this form gives no points"), str(items), "–"), strong=True)
    elif total == FULL:
        words = tr("Together: {points} as it should be", points=format_number(FULL, 0))
        yield Line((words, str(items), format_number(total, 2)), "good", strong=True)
    else:
        words = tr("Together; {full} are expected", full=format_number(FULL, 0))
        yield Line((words, str(items), format_number(total, 2)), "attention", strong=True)
