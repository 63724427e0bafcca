"""A table of records that is filled in like a sheet of Excel.

Typing, F2 or Enter begins to edit a cell; Enter then goes down, back to the column where the row was begun;
Tab goes right, and out of the table behind its last cell. Delete removes rows, Backspace empties cells,
Ctrl+C and Ctrl+V exchange cells with Excel and Word, Ctrl+; writes today's date, Alt+Up and Alt+Down move a
row. Why a cell was not accepted stands right below it, in the row.
"""

import math
from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from inspector_app.i18n import mark, tr
from inspector_app.text import format_date
from inspector_app.ui import theme
from inspector_app.ui.remembered import recall_widths, remember_widths
from inspector_app.ui.row_list import wrapped_height
from inspector_app.ui.visit.pasted import Rows, rows_in
from inspector_app.ui.visit.record_cells import ROW, CellDelegate, reasons_height
from inspector_app.ui.visit.record_columns import NUMBERED, Column
from inspector_app.ui.visit.record_model import RecordModel

LINES_SHOWN = 4
"""A cell shows so many lines of its text; all of it stands in its editor."""
NARROWEST = 40
_DATE = "30/12/2026"


class RecordTable(QTableView):
    """The table itself; what it asks for is done by the sheet around it."""

    KEYS = (
        ("Enter · F2", mark("Edit the cell")),
        ("Delete", mark("Remove the chosen rows")),
        ("Backspace", mark("Empty the chosen cells")),
        ("Ctrl+C · Ctrl+V", mark("Exchange cells with Excel and Word")),
        ("Ctrl+;", mark("Today's date")),
        ("Alt+↑ · Alt+↓", mark("Move the row")),
    )
    """What the sheet of shortcuts says of the keys that `_acted` answers."""

    remove_wanted = Signal()
    clear_wanted = Signal()
    move_wanted = Signal(int)
    pasted = Signal(object)

    def __init__(self, model: RecordModel, name: str, kept_as: str) -> None:
        super().__init__()
        self.records = model
        self._kept_as = f"columns/{kept_as}"
        self._fitting = False
        self._start = 0
        self.setModel(model)
        self.cells = CellDelegate(self)
        self.cells.left.connect(self.go)
        self.setItemDelegate(self.cells)
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.AnyKeyPressed | trigger.EditKeyPressed | trigger.DoubleClicked)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        numbers = self.verticalHeader()
        numbers.setFixedWidth(theme.ROW + theme.TINY)
        numbers.setMinimumSectionSize(ROW)
        numbers.setDefaultSectionSize(ROW)
        numbers.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        numbers.setHighlightSections(False)
        numbers.setTextElideMode(Qt.TextElideMode.ElideRight)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setFixedHeight(theme.ROW)
        head.setMinimumSectionSize(NARROWEST)
        head.sectionResized.connect(self._resized)
        self._dragged = recall_widths(self._kept_as, len(model.columns))
        """The widths that the user gave the columns on this computer; none at first."""
        model.dataChanged.connect(lambda first, last: self._fit_rows(range(first.row(), last.row() + 1)))
        model.rowsInserted.connect(lambda _parent, first, last: self._fit_rows(range(first, last + 1)))
        model.modelReset.connect(self._fit_all)

    # --- going about ------------------------------------------------------------------------------

    def go(self, rows: int, columns: int) -> bool:
        """Go on by so many rows (to the column where this row was begun) or columns; False at the end."""
        at = self.currentIndex()
        if rows:
            row, column = at.row() + rows, self._start
            if not 0 <= row < self._enterable:
                return False
        else:
            row, column = at.row(), at.column() + columns
            while 0 <= column < len(self.records.columns) and self.records.columns[column].computed:
                column += columns
            if not 0 <= column < len(self.records.columns):
                row, column = row + columns, self._first if columns > 0 else len(self.records.columns) - 1
            if not 0 <= row < self._enterable:
                return False
        start = self._start
        self.setCurrentIndex(self.records.index(row, column))
        self._start = start if not rows and row == at.row() else column
        return True

    def go_to(self, key: str, column: int = -1) -> None:
        """Go to a row, or to the empty one with ""."""
        at = self.records.row_of(key) if key else self._enterable - 1
        if at is not None:
            self.setCurrentIndex(self.records.index(at, self._first if column < 0 else column))

    @property
    def chosen(self) -> list[str]:
        """The keys of the rows that hold a chosen cell, in their order."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        return [key for key in map(self.records.key, rows) if key]

    @property
    def chosen_cells(self) -> list[tuple[str, Column]]:
        """The chosen cells that can be edited."""
        cells = [
            (self.records.key(each.row()), self.records.columns[each.column()])
            for each in self.selectedIndexes()
        ]
        return [(key, column) for key, column in cells if key and not column.computed]

    @property
    def _first(self) -> int:
        return next(at for at, each in enumerate(self.records.columns) if not each.computed)

    @property
    def _enterable(self) -> int:
        return self.records.rowCount() - bool(self.records.foot)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        self._start = current.column()

    def focusNextPrevChild(self, forward: bool) -> bool:
        if self.currentIndex().isValid() and self.go(0, 1 if forward else -1):
            return True
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is QAbstractItemView.State.EditingState or not self._acted(event):
            super().keyPressEvent(event)

    def _acted(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers()
        at = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif held == Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_wanted.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif held == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_Semicolon:
            if at.isValid() and self.records.columns[at.column()].kind == "date":
                self.records.setData(at, format_date(date.today()))
        elif key == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        elif key == Qt.Key.Key_Backspace:
            self.clear_wanted.emit()
        elif at.isValid() and self._opens(key, self.records.columns[at.column()]):
            self.edit(at)
        elif event.text().isdecimal() and at.isValid() and self._picked(at, event.text()):
            self.go(0, 1)
        else:
            return False
        return True

    @staticmethod
    def _opens(key: int, column: Column) -> bool:
        """Whether a key begins to edit without writing anything: Enter, and Space where one chooses."""
        return key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or (
            key == Qt.Key.Key_Space and column.kind == "choice"
        )

    def _picked(self, at: QModelIndex, digit: str) -> bool:
        """A digit chooses in a column of few choices."""
        column = self.records.columns[at.column()]
        offered = column.options() if column.kind == "choice" else ()
        if not 1 <= int(digit) <= len(offered) <= NUMBERED:
            return False
        return self.records.setData(at, offered[int(digit) - 1][0])

    # --- the clipboard ----------------------------------------------------------------------------

    def copied(self) -> str:
        """The chosen cells as Excel takes them: tabs between columns, a line for each row."""
        chosen = sorted((each.row(), each.column()) for each in self.selectedIndexes())
        lines: dict[int, list[str]] = {}
        for row, column in chosen:
            text = str(self.records.index(row, column).data(Qt.ItemDataRole.DisplayRole) or "")
            lines.setdefault(row, []).append(f'"{text}"' if "\n" in text else text)
        return "\n".join("\t".join(cells) for cells in lines.values())

    def _paste(self) -> None:
        held = QGuiApplication.clipboard().mimeData()
        rows: Rows = rows_in(held.text(), held.html() if held.hasHtml() else "")
        if rows:
            self.pasted.emit(rows)

    # --- sizes ------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()
        self._fit_all()

    def _fit_columns(self) -> None:
        room = self.viewport().width()
        self._fitting = True
        for at, width in enumerate(self._given(room) if self._dragged else self._usual(room)):
            self.horizontalHeader().resizeSection(at, width)
        self._fitting = False

    def _given(self, room: int) -> list[int]:
        """The user's widths, in the room that there is now."""
        whole = sum(self._dragged)
        return [max(NARROWEST, math.floor(room * width / whole)) for width in self._dragged]

    def _usual(self, room: int) -> list[int]:
        """Every column has room for its heading, and for a date; the rest is shared out."""
        heading = self.horizontalHeader().fontMetrics()
        least = [
            max(
                heading.horizontalAdvance(tr(each.heading)) + 2 * theme.MEDIUM,
                theme.text_width(each.sample or (_DATE if each.kind == "date" else "")) + 2 * theme.CELL + 2,
            )
            for each in self.records.columns
        ]
        spare = max(0, room - sum(least))
        shares = [0 if each.kind == "date" or each.right else each.share for each in self.records.columns]
        whole = sum(shares) or 1
        return [width + math.floor(spare * share / whole) for width, share in zip(least, shares, strict=True)]

    def _resized(self, _column: int, _before: int, _now: int) -> None:
        """The user has dragged a column: the widths are kept."""
        if self._fitting:
            return
        head = self.horizontalHeader()
        self._dragged = [head.sectionSize(at) for at in range(head.count())]
        remember_widths(self._kept_as, self._dragged)
        self._fit_all()

    def _fit_all(self) -> None:
        self._fit_rows(range(self.records.rowCount()))

    def _fit_rows(self, rows: Iterable[int]) -> None:
        for at in rows:
            self.setRowHeight(at, max(ROW, self._words_height(at)) + reasons_height(self.records, at))

    def _words_height(self, at: int) -> int:
        tallest = 0
        for column, each in enumerate(self.records.columns):
            if each.kind not in ("text", "lines") and not (each.kind == "choice" and not each.brief):
                continue
            text = self.records.index(at, column).data(Qt.ItemDataRole.DisplayRole) or ""
            room = self.columnWidth(column) - 2 * theme.CELL
            if "\n" not in text and theme.text_width(text) <= room:
                continue
            tallest = max(tallest, wrapped_height(text, room, LINES_SHOWN))
        return tallest + 2 * theme.TINY + 1

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("wrong"))
        metrics = QFontMetrics(theme.font("small"))
        for at in range(self.rowAt(0), self.records.rowCount()):
            if self.rowViewportPosition(at) > self.viewport().height():
                break
            self._paint_reasons(painter, metrics, at)
        painter.end()

    def _paint_reasons(self, painter: QPainter, metrics: QFontMetrics, at: int) -> None:
        bottom = self.rowViewportPosition(at) + self.rowHeight(at)
        line = bottom - reasons_height(self.records, at)
        for column, reason in self.records.refusals(at).items():
            wide = metrics.horizontalAdvance(reason) + theme.SMALL
            left = self.columnViewportPosition(column) + theme.CELL
            left = max(theme.SMALL, min(left, self.viewport().width() - wide))
            room = QRect(left, line, self.viewport().width() - left, metrics.lineSpacing())
            shown = metrics.elidedText(reason, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
            line += metrics.lineSpacing()
