"""Who was there: the team on one side, the unit on the other, each a list that is edited in place.

A cell is edited like in a spreadsheet: by typing, with Enter or F2, with a double click; Tab goes on to the
next one. Every cell left is one saved act.
"""

from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from inspector_app.domain.errors import Refused
from inspector_app.domain.records import HONORIFICS, ROLES, Participant, RecordId, Side, VisitId
from inspector_app.i18n import mark, tr
from inspector_app.services.views import Listed, Saved, VisitCard
from inspector_app.text import clean
from inspector_app.ui import theme
from inspector_app.ui.notices import Banner
from inspector_app.ui.session import Session
from inspector_app.ui.widgets import EmptyPage, button, label, row, tool

Index = QModelIndex | QPersistentModelIndex
People = tuple[Listed[Participant], ...]

HEADINGS = {
    "honorific": mark("Mr/Ms"),
    "name": mark("Full name"),
    "title": mark("Position"),
    "organisation": mark("Organisation"),
    "role": mark("Role in the team"),
}
COLUMNS: dict[Side, tuple[str, ...]] = {
    "team": ("honorific", "name", "title", "organisation", "role"),
    "unit": ("honorific", "name", "title", "organisation"),
}
OFFERED = {"honorific": HONORIFICS, "role": ROLES}


class PeopleModel(QAbstractTableModel):
    """The people of one side. `edited(record, field, value)` asks for a change, shown once saved."""

    edited = Signal(str, str, str)

    def __init__(self, side: Side) -> None:
        super().__init__()
        self.columns = COLUMNS[side]
        self.people: People = ()

    def show(self, people: People) -> None:
        """Other people. Rows that stay keep an editor that is open."""
        if len(people) == len(self.people) and all(
            new.id == old.id for new, old in zip(people, self.people, strict=True)
        ):
            self.people = people
            if people:
                self.dataChanged.emit(self.index(0, 0), self.index(len(people) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self.people = people
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.people)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            tr(HEADINGS[self.columns[section]]) if orientation is Qt.Orientation.Horizontal else section + 1
        )

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = 0) -> Any:
        person, field = self.people[index.row()], self.columns[index.column()]
        value = getattr(person.record, field)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return value
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{tr(HEADINGS[field])}: {value}"
        if role == Qt.ItemDataRole.FontRole and field == "name":
            return theme.font("strong")
        if field in person.disputed:
            if role == Qt.ItemDataRole.DecorationRole:
                return theme.mark_icon("disputed")
            if role == Qt.ItemDataRole.ToolTipRole:
                return tr("Two laptops say different things here. Decide it on the Merge page.")
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        person, field = self.people[index.row()], self.columns[index.column()]
        text = clean(str(value))
        if role != Qt.ItemDataRole.EditRole or text == getattr(person.record, field):
            return False
        self.edited.emit(person.id, field, text)
        return True


class CellEditor(QStyledItemDelegate):
    """A line, or a line with a list to choose from; nothing is completed while one types."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        assert isinstance(model, PeopleModel)
        field = model.columns[index.column()]
        offered = OFFERED.get(field)
        if offered is None:
            line = QLineEdit(parent)
            line.setAccessibleName(tr(HEADINGS[field]))
            return line
        choice = QComboBox(parent)
        choice.setEditable(True)
        choice.setCompleter(None)  # type: ignore[arg-type]  # None takes the completer away
        choice.addItems(offered)
        choice.setAccessibleName(tr(HEADINGS[field]))
        return choice

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentText(index.data(Qt.ItemDataRole.EditRole))
        elif isinstance(editor, QLineEdit):
            editor.setText(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        text = editor.currentText() if isinstance(editor, QComboBox) else editor.property("text")
        model.setData(index, text)


class PeopleTable(QTableView):
    """The list on the screen. Delete removes, Alt+Up and Alt+Down move the person."""

    remove = Signal()
    move_by = Signal(int)

    def __init__(self, model: PeopleModel, name: str) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(CellEditor(self))
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().setFixedWidth(theme.ROW + 4)
        self.verticalHeader().setDefaultSectionSize(theme.ROW + 2)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setFixedHeight(theme.ROW)
        for at, field in enumerate(model.columns):
            if field == "honorific":
                header.resizeSection(at, 84)
            else:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in moves:
            self.move_by.emit(moves[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Delete:
            self.remove.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class SideList(QWidget):
    """One side: heading, list, and the buttons that add, move and remove."""

    def __init__(self, side: Side, title: str, empty: str) -> None:
        super().__init__()
        self.model = PeopleModel(side)
        self.table = PeopleTable(self.model, title)
        self.add = button(tr("Add a person"), icon="add")
        self.up = tool("up", tr("Move up (Alt+Up)"), lambda: self.table.move_by.emit(-1), tone="secondary")
        self.down = tool(
            "down", tr("Move down (Alt+Down)"), lambda: self.table.move_by.emit(1), tone="secondary"
        )
        self.bin = tool("remove", tr("Remove (Delete)"), self.table.remove.emit, tone="secondary")
        self.body = QStackedWidget()
        self.empty = EmptyPage("people", tr("Nobody yet"), empty)
        self.body.addWidget(self.table)
        self.body.addWidget(self.empty)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.SMALL)
        box.addLayout(
            row(label(title, "group"), None, self.up, self.down, self.bin, self.add, spacing=theme.TINY)
        )
        box.addWidget(self.body, 1)

    def show_people(self, people: People) -> None:
        """Show these people; the current person stays current."""
        kept = self.chosen
        self.model.show(people)
        self.body.setCurrentWidget(self.table if people else self.empty)
        for each in (self.up, self.down, self.bin):
            each.setEnabled(bool(people))
        if kept is not None and not self.table.currentIndex().isValid():
            self.choose(kept.id, 1)

    @property
    def chosen(self) -> Listed[Participant] | None:
        """The person in the current row."""
        at = self.table.currentIndex()
        return self.model.people[at.row()] if at.isValid() and at.row() < len(self.model.people) else None

    def choose(self, record: RecordId, column: int, *, edit: bool = False) -> None:
        """Go to a cell of a person, and begin to edit it."""
        for at, person in enumerate(self.model.people):
            if person.id == record:
                index = self.model.index(at, column)
                self.table.setCurrentIndex(index)
                if edit:
                    self.table.setFocus()
                    self.table.edit(index)


class ParticipantsPage(QWidget):
    """Both sides, one below the other."""

    def __init__(self, session: Session, visit: VisitId) -> None:
        super().__init__()
        self.session = session
        self.visit = visit
        self.banner = Banner()
        self.sides: dict[Side, SideList] = {
            "team": SideList(
                "team",
                tr("Inspection team"),
                tr("Name the lead, the secretary and the members; part I of the minutes lists them."),
            ),
            "unit": SideList(
                "unit",
                tr("Unit inspected"),
                tr("Name those who receive the team. The first one signs for the unit."),
            ),
        }
        self._to_edit: RecordId | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.HUGE, theme.MEDIUM, theme.HUGE, theme.LARGE)
        box.setSpacing(theme.LARGE)
        box.addWidget(self.banner)
        for side in self.sides:
            box.addWidget(self.sides[side], 1)
            self._connect(side)
        session.changed.connect(self._changed)

    def _connect(self, side: Side) -> None:
        shown = self.sides[side]
        shown.add.clicked.connect(lambda: self._add(side))
        shown.model.edited.connect(self._edit)
        shown.table.remove.connect(lambda: self._remove(side))
        shown.table.move_by.connect(lambda step: self._move(side, step))

    def entered(self) -> None:
        """Read the lists again."""
        self.session.read(lambda bench: bench.visits.get(self.visit), self._show, owner=self)

    def _show(self, card: VisitCard) -> None:
        for side, shown in self.sides.items():
            shown.show_people(tuple(each for each in card.participants if each.record.side == side))
            if self._to_edit is not None:
                shown.choose(self._to_edit, 1, edit=True)
        self._to_edit = None

    def _changed(self, saved: Saved, _owner: object) -> None:
        if self.isVisible() and any(
            each.stream == self.visit and each.kind == "participant" for each in saved.what
        ):
            self.entered()

    def _refused(self, error: Refused) -> None:
        self.banner.tell(error)
        self.entered()

    def _add(self, side: Side) -> None:
        people = self.sides[side].model.people
        organisation = people[-1].record.organisation if people else ""
        fields = {"side": side, "honorific": HONORIFICS[0], "organisation": organisation}

        def added(result: tuple[RecordId, Saved]) -> None:
            self._to_edit = result[0]

        self.session.save(
            lambda bench: bench.visits.add(self.visit, "participant", **fields),
            added,
            self._refused,
            owner=self,
        )

    def _edit(self, record: str, field: str, value: str) -> None:
        self.session.save(
            lambda bench: bench.visits.change(self.visit, "participant", RecordId(record), **{field: value}),
            None,
            self._refused,
            owner=self,
            key=f"{record} {field}",
        )

    def _move(self, side: Side, step: int) -> None:
        shown = self.sides[side]
        people, at = list(shown.model.people), shown.table.currentIndex().row()
        if not 0 <= at < len(people) or not 0 <= at + step < len(people):
            return
        people.insert(at + step, people.pop(at))
        moved = [(each.id, place) for place, each in enumerate(people, 1) if each.record.position != place]

        def work(bench: Any) -> Saved:
            return [
                bench.visits.change(self.visit, "participant", record, position=place)
                for record, place in moved
            ][-1]

        if moved:
            self.session.save(work, None, self._refused, owner=self, key=f"{self.visit} order {side}")

    def _remove(self, side: Side) -> None:
        person = self.sides[side].chosen
        if person is None:
            return

        def removed(_saved: Saved) -> None:
            name = person.record.name or tr("a person without a name")
            self.banner.say(
                "info",
                tr("Removed: {name}", name=name),
                action=tr("Put back"),
                act=lambda: self._put_back(person),
            )

        self.session.save(
            lambda bench: bench.visits.remove(self.visit, "participant", person.id),
            removed,
            self._refused,
            owner=self,
        )

    def _put_back(self, person: Listed[Participant]) -> None:
        fields = person.record.model_dump()
        self.session.save(
            lambda bench: bench.visits.add(self.visit, "participant", **fields),
            None,
            self._refused,
            owner=self,
        )
