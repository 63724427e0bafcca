"""The rows of a table of records: what is saved, what is on its way, and what could not be accepted.

Three layers lie over each other. Below are the records as they were read. Over them lie the values that were
entered and are being saved, so that a cell never jumps back to what it was. On top lie the texts that are no
value, or that the workspace refused: they stay in their cells with the reason until they are put right.

A row that is not a record yet has a key of its own ("new 1"); it becomes a record with its first acceptable
value. Below the last row waits an empty one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from inspector_app.domain.records import Record, RecordId
from inspector_app.i18n import tr
from inspector_app.services.views import Listed
from inspector_app.text import UnreadableText
from inspector_app.ui import theme
from inspector_app.ui.line_table import cell_side
from inspector_app.ui.visit.record_columns import Column

Index = QModelIndex | QPersistentModelIndex
Fields: TypeAlias = dict[str, Any]
Entries: TypeAlias = Sequence[Listed[Any]]
COLUMN, REFUSAL, DISPUTED = (Qt.ItemDataRole.UserRole + at for at in range(3))
"""Roles that ask for the column of a cell, why it was not accepted, whether laptops differ on it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its key is the record's id, or a name of its own while there is no record.

    One that was `read` is gone when it is no longer read; a new one stays until it has been read once.
    """

    key: str
    record: Record
    disputed: frozenset[str] = frozenset()
    read: bool = True


class RecordModel(QAbstractTableModel):
    """Records of one kind. `entered(key, fields)` asks for values to be saved; of a new row, for the record.

    `grows`: an empty row waits at the end. `titles` name the rows by key, else they are numbered. `foot` is a
    last row of texts to read, such as sums.
    """

    entered = Signal(str, object)
    refused = Signal()
    """A reason to refuse came or went."""

    def __init__(self, blank: Record, columns: Sequence[Column], *, grows: bool = True) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: list[Row] = []
        self.blank = blank
        self.grows = grows
        self.titles: dict[str, str] = {}
        self.foot: tuple[str, ...] = ()
        self._coming: dict[tuple[str, str], Any] = {}
        self._refused: dict[tuple[str, str], tuple[str, str]] = {}
        self._count = 0

    # --- rows -------------------------------------------------------------------------------------

    def show(self, entries: Entries, foot: tuple[str, ...] = ()) -> None:
        """Show the records as read; rows that stay keep their place and an editor that is open."""
        read = [Row(each.id, each.record, each.disputed) for each in entries]
        ids = {row.key for row in read}
        wanted = [*read, *(row for row in self.rows if not (row.read or row.key in ids))]
        if bool(foot) != bool(self.foot):
            self.beginResetModel()
            self.rows, self.foot = wanted, foot
            self.endResetModel()
            return
        self.foot = foot
        self._become(wanted)

    def _become(self, wanted: list[Row]) -> None:
        keys = {row.key for row in wanted}
        for at in reversed(range(len(self.rows))):
            if self.rows[at].key not in keys:
                self.beginRemoveRows(QModelIndex(), at, at)
                del self.rows[at]
                self.endRemoveRows()
        stay = {row.key for row in self.rows}
        if [row.key for row in wanted if row.key in stay] != [row.key for row in self.rows]:
            self.beginResetModel()
            self.rows = wanted
            self.endResetModel()
            return
        for at, row in enumerate(wanted):
            if row.key not in stay:
                self.beginInsertRows(QModelIndex(), at, at)
                self.rows.insert(at, row)
                self.endInsertRows()
        self.rows = wanted
        self._tell_all()

    def begin(self) -> str:
        """Make the row that waits the row of a record to come, with another one below it; its key."""
        self._count += 1
        row = Row(f"new {self._count}", self.blank, read=False)
        at = len(self.rows)
        self.beginInsertRows(QModelIndex(), at + 1, at + 1)
        self.rows.append(row)
        self.endInsertRows()
        self._tell(at)
        return row.key

    def name(self, key: str, record: RecordId) -> None:
        """The row has become a record; what is known of its cells follows."""
        at = self.row_of(key)
        if at is None:
            return
        self.rows[at] = replace(self.rows[at], key=record)
        for layer in (self._coming, self._refused):
            for place in [place for place in layer if place[0] == key]:
                layer[(record, place[1])] = layer.pop(place)  # type: ignore[assignment]  # of the same layer

    def drop(self, key: str) -> None:
        """Take away a row that never became a record."""
        self._become([row for row in self.rows if row.key != key])

    def row_of(self, key: str) -> int | None:
        """Where a row stands."""
        return next((at for at, row in enumerate(self.rows) if row.key == key), None)

    def key(self, at: int) -> str:
        """The key of a row; "" for the empty one and the foot."""
        return self.rows[at].key if 0 <= at < len(self.rows) else ""

    def record(self, key: str) -> Record:
        """A row's record as it was read, with what is on its way."""
        at = self.row_of(key)
        return self._with_coming(key, self.rows[at].record if at is not None else self.blank)

    # --- layers -----------------------------------------------------------------------------------

    def coming(self, key: str) -> Fields:
        """The values of a row that are on their way."""
        return {field: value for (row, field), value in self._coming.items() if row == key}

    def _with_coming(self, key: str, read: Record) -> Record:
        coming = self.coming(key)
        return read.model_copy(update=coming) if coming else read

    def settle(self, key: str, fields: Fields) -> None:
        """These values are durable; newer ones of the same cells stay on their way."""
        at = self.row_of(key)
        if at is None:
            return
        row = self.rows[at]
        self.rows[at] = replace(row, record=row.record.model_copy(update=fields))
        for field, value in fields.items():
            if self._coming.get((key, field), _NOTHING) == value:
                self._coming.pop((key, field), None)
        self._tell(at)

    def refuse(self, key: str, field: str, text: str, why: str) -> None:
        """Keep a text that is no value in its cell, with the reason."""
        self._coming.pop((key, field), None)
        self._refused[(key, field)] = (text, why)
        self._told_again(key)

    def refusals(self, at: int) -> dict[int, str]:
        """Why cells of a row were not accepted, by column."""
        key = self.key(at)
        return {
            column: self._refused[(key, each.field)][1]
            for column, each in enumerate(self.columns)
            if key and (key, each.field) in self._refused
        }

    def enter(self, key: str, fields: Fields) -> None:
        """Values that were typed: shown at once, and asked to be saved where they are new."""
        before = self.record(key)
        new = {field: value for field, value in fields.items() if getattr(before, field) != value}
        for field in fields:
            self._refused.pop((key, field), None)
        for field, value in new.items():
            self._coming[(key, field)] = value
        self._told_again(key)
        if new:
            self.entered.emit(key, new)

    def take_back(self, key: str, fields: Fields) -> None:
        """Values on their way will not be saved after all."""
        for field in fields:
            self._coming.pop((key, field), None)
        self._told_again(key)

    def _told_again(self, key: str) -> None:
        at = self.row_of(key)
        if at is not None:
            self._tell(at)
        self.refused.emit()

    def _tell(self, at: int) -> None:
        self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))

    def _tell_all(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(self.columns) - 1))

    # --- what Qt asks -----------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        if parent is not None and parent.isValid():
            return 0
        return len(self.rows) + self.grows + bool(self.foot)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return self._title(section, role)
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(column.heading)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return cell_side(right=column.right)
        return None

    def _title(self, at: int, role: int) -> Any:
        """What stands before a row: its title, or its number; a plus before the one that waits."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if self.titles else Qt.AlignmentFlag.AlignHCenter
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole and self._in_foot(at):
            return theme.font("strong")
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if self.titles:
            return self.titles.get(self.key(at), "")
        if role == Qt.ItemDataRole.ToolTipRole:
            return None
        return str(at + 1) if at < len(self.rows) else "+"

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        editable = self.columns[index.column()].computed is None and not self._in_foot(index.row())
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def data(self, index: Index, role: int = 0) -> Any:
        column = self.columns[index.column()]
        if role == COLUMN:
            return column
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return cell_side(right=column.right)
        if self._in_foot(index.row()):
            return self._foot(index.column(), role)
        if index.row() >= len(self.rows):
            return self._waiting(column, role)
        return self._cell(self.rows[index.row()], column, role)

    def _cell(self, row: Row, column: Column, role: int) -> Any:
        refused = self._refused.get((row.key, column.field))
        text = refused[0] if refused else column.text(self._with_coming(row.key, row.record))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{tr(column.heading)}: {text}"
        if role in (REFUSAL, Qt.ItemDataRole.AccessibleDescriptionRole):
            return refused[1] if refused else ""
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.colour("wrong" if refused else "secondary" if column.computed else "text")
        if role == DISPUTED:
            return column.field in row.disputed
        if role == Qt.ItemDataRole.ToolTipRole:
            if column.field in row.disputed:
                return tr("Two laptops say different things here. Decide it on the Merge page.")
            return dict(column.options()).get(text) if column.brief else None
        return None

    def _waiting(self, column: Column, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(column.hint) if column.hint else ""
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.colour("secondary")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("New row, {column}", column=tr(column.heading))
        return "" if role in (Qt.ItemDataRole.EditRole, REFUSAL) else None

    def _foot(self, column: int, role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.foot[column]
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.colour("text")
        if role == Qt.ItemDataRole.FontRole:
            return theme.font("strong")
        return "" if role == REFUSAL else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole:
            return False
        column, text = self.columns[index.column()], str(value)
        key = self.key(index.row())
        if not key:
            if not text.strip():
                return False
            key = self.begin()
        try:
            read = column.read(text)
        except UnreadableText as why:
            self.refuse(key, column.field, text, str(why))
            return True
        self.enter(key, {column.field: read})
        return True

    def _in_foot(self, at: int) -> bool:
        return bool(self.foot) and at == self.rowCount() - 1


_NOTHING = object()
