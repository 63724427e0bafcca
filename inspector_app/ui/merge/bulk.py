"""Deciding many conflicts at once: a rule, what it would do line by line, one reason, one act.

Nothing is done before the table has shown it. Single lines are taken out with Space or a click; what the rule
cannot tell is greyed, with the reason, and stays open.
"""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from inspector_app.domain.errors import Refused
from inspector_app.domain.records import VisitId
from inspector_app.i18n import mark, tr
from inspector_app.services.deciding import MINE, OWNER, THEIRS, Decided, DecisionLine
from inspector_app.services.dispute_views import ConflictView
from inspector_app.ui import theme
from inspector_app.ui.fields import Choice, Field, TextArea
from inspector_app.ui.line_table import LineTable
from inspector_app.ui.merge.list import disputed_field, in_order
from inspector_app.ui.notices import Banner
from inspector_app.ui.session import Session
from inspector_app.ui.widgets import button, column, label, on_keys, row

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """What the preview says of a conflict."""

    TAKEN = 0
    WHAT = 1
    BEFORE = 2
    VALUES = 3
    OUTCOME = 4


_HEADINGS = {
    Column.TAKEN: "",
    Column.WHAT: mark("In dispute"),
    Column.BEFORE: mark("Before"),
    Column.VALUES: mark("Values"),
    Column.OUTCOME: mark("Will be"),
}
_WIDTHS = {Column.TAKEN: 36, Column.BEFORE: 110, Column.VALUES: 210, Column.OUTCOME: 210}


class PreviewModel(QAbstractTableModel):
    """The lines of a preview, each taken or left out."""

    counted = Signal(int)
    """So many lines are taken."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[DecisionLine, ...] = ()
        self._left_out: set[str] = set()

    def show(self, lines: Sequence[DecisionLine]) -> None:
        """Show these; what was left out before stays left out."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()
        self.counted.emit(len(self.chosen))

    def begin(self) -> None:
        """Leave nothing out."""
        self._left_out.clear()

    @property
    def chosen(self) -> dict[str, str]:
        """The conflicts that are taken, with the digest of the side that each gets."""
        return {
            line.id: line.side.head
            for line in self.lines
            if line.side is not None and line.id not in self._left_out
        }

    def toggle(self, at: int) -> None:
        """Take a line, or leave it out."""
        if self.lines[at].side is not None:
            self._left_out ^= {self.lines[at].id}
            self.dataChanged.emit(self.index(at, 0), self.index(at, len(Column) - 1))
            self.counted.emit(len(self.chosen))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            heading = _HEADINGS[Column(section)]
            return tr(heading) if heading else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, at = self.lines[index.row()], Column(index.column())
        taken = line.id in self.chosen
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _cell(line, at)
            case Qt.ItemDataRole.ToolTipRole:
                return line.conflict.title if at is Column.WHAT else _cell(line, at)
            case Qt.ItemDataRole.DecorationRole if at is Column.TAKEN and line.side is not None:
                return theme.icon("done", "accent") if taken else None
            case Qt.ItemDataRole.ForegroundRole:
                return theme.colour("text" if taken else "secondary")
            case Qt.ItemDataRole.FontRole if at is Column.OUTCOME and taken:
                return theme.font("strong")
            case Qt.ItemDataRole.AccessibleTextRole:
                state = tr("decided with the others") if taken else tr("stays as it is")
                return f"{_cell(line, at)}, {state}"
            case _:
                return None


class PreviewTable(LineTable):
    """The table on the screen; Space takes a line or leaves it out."""

    def __init__(self, model: PreviewModel) -> None:
        super().__init__(model, tr("What would be decided"), theme.ROW)
        self._preview = model
        self.clicked.connect(lambda index: model.toggle(index.row()) if index.column() == 0 else None)
        self.opened.connect(model.toggle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._preview.toggle(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width()
        share = min(1.0, room / 800)
        widths = {at: round(width * share) for at, width in _WIDTHS.items() if at is not Column.TAKEN}
        widths[Column.TAKEN] = _WIDTHS[Column.TAKEN]
        widths[Column.WHAT] = room - sum(widths.values())
        for at, width in widths.items():
            self.setColumnWidth(at, width)


class BulkPanel(QWidget):
    """The rule, its preview, the reason, the act."""

    left = Signal()
    """Back to the single conflicts, with nothing done."""
    done = Signal(object)
    """Decided."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._visit = VisitId("")
        self._ids: frozenset[str] = frozenset()
        self.banner = Banner()
        self.model = PreviewModel()
        self.table = PreviewTable(self.model)
        self.title = label("", "group")
        self.rule = Choice((), name=tr("Who is right"))
        self.rule.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.rule.chosen.connect(lambda _: self.refresh())
        self.words = label("", "small", "secondary", wrap=True)
        self.reason = TextArea(placeholder=tr("For example: compared with the register"), lines=(1, 3))
        self.reason_field = Field(tr("Reason, &kept with each decision"), self.reason)
        self.decide = button(tr("&Decide"), self._decide, kind="primary", icon="done", shortcut="Ctrl+Return")
        self.back = button(tr("Back"), self.left.emit, icon="back", shortcut="Escape")
        self.model.counted.connect(self._counted)
        who = Field(tr("Who is &right"), self.rule)
        head = row(self.title, None, self.back)
        lay = column(self.banner, head, row(who, None), self.words, self.table, self.reason_field)
        lay.addLayout(row(self.decide, None))
        lay.setStretch(4, 1)
        lay.setContentsMargins(theme.LARGE, theme.SMALL, theme.LARGE, theme.LARGE)
        self.setLayout(lay)
        on_keys(self, "Ctrl+F", self.table.setFocus, tr("To the table"), inside=True)

    def show_conflicts(self, visit: VisitId, conflicts: Sequence[ConflictView]) -> None:
        """Offer to decide these conflicts of a visit together; a reason that was begun stays."""
        ids = frozenset(each.id for each in conflicts)
        if ids != self._ids:
            self.model.begin()
        self._visit, self._ids = visit, ids
        people = sorted({side.author for each in conflicts for side in each.sides})
        rules = [
            (OWNER, tr("Whoever has the area")),
            (MINE, tr("This laptop")),
            (THEIRS, tr("The other laptops")),
            *((name, name) for name in people),
        ]
        chosen = self.rule.value or OWNER
        self.rule.clear()
        for name, words in rules:
            self.rule.addItem(words, name)
        self.rule.set_value(chosen)
        self.banner.clear()
        self.title.setText(tr("Decide {count} disputes together", count=len(ids)))
        self.refresh()
        self.rule.setFocus()

    def refresh(self) -> None:
        """Read what the rule would decide now; lines that were taken out stay out."""
        visit, ids, rule = self._visit, self._ids, self.rule.value
        self.decide.setEnabled(False)
        self.session.read(lambda bench: bench.deciding.preview(visit, rule, ids), self.model.show, owner=self)

    def _counted(self, taken: int) -> None:
        open_ones = len(self.model.lines) - taken
        self.words.setText(
            tr(
                "{taken} will be decided, {left} stay open. Space takes a line out, or in again.",
                taken=taken,
                left=open_ones,
            )
        )
        self.decide.setText(tr("&Decide {count}", count=taken))
        self.decide.setEnabled(taken > 0)
        if self.model.lines and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _decide(self) -> None:
        reason, visit, chosen = self.reason.value, self._visit, self.model.chosen
        if not reason:
            self.reason_field.refuse(tr("Write in a few words why; it is kept with the decision."))
            self.reason.setFocus()
            return
        self.reason_field.accept()
        self.reason.setFocus()
        self.decide.setEnabled(False)
        self.session.save(
            lambda bench: bench.deciding.decide(visit, chosen, reason),
            self._decided,
            self._refused,
            owner=self,
            key=f"decide {visit}",
        )

    def _decided(self, done: Decided) -> None:
        self.reason.clearFocus()  # a text that is being typed would not give way
        self.reason.set_value("")
        self._ids = frozenset()
        self.done.emit(done)

    def _refused(self, error: Refused) -> None:
        self.refresh()  # a conflict may have been decided by what has just arrived
        self.banner.tell(error)


def _cell(line: DecisionLine, at: Column) -> str:
    conflict = line.conflict
    match at:
        case Column.WHAT:
            field = "" if conflict.field == "value" else f" · {disputed_field(conflict)}"
            return conflict.title + field
        case Column.BEFORE:
            return conflict.before or "–"
        case Column.VALUES:
            return "  ↔  ".join(in_order(conflict))
        case Column.OUTCOME:
            if line.side is None:
                return tr("stays open: {why}", why=line.why_open)
            return f"{line.side.text}  ({line.side.author})"
        case Column.TAKEN:
            return ""
