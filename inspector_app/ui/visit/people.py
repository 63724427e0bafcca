"""The people of one side of a visit: a sheet to fill in, and the attendance ticked down it.

At the beginning of the day somebody goes down the list: Space says present and goes on to the next one; 2, 3
and 4 say late, absent, not ticked. A click ticks whoever was not ticked yet.
"""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from inspector_app.domain.records import HONORIFICS, ROLES, WORDS, Attendance, Participant, Side, VisitId
from inspector_app.i18n import mark, tr
from inspector_app.services.views import VisitCard
from inspector_app.ui import theme
from inspector_app.ui.session import Session
from inspector_app.ui.visit.record_columns import Column, Options
from inspector_app.ui.visit.record_sheet import Listing, RecordSheet
from inspector_app.ui.widgets import button, label, row

ATTENDANCE: tuple[Attendance, ...] = ("present", "late", "absent", "unknown")
"""In the order of the keys 1 to 4."""
_PURPOSES: dict[Side, str] = {
    "team": mark("The members of the team as the decision names them. Part I of the minutes lists them."),
    "unit": mark("Those who receive the team. The first one signs for the unit."),
}
_TITLES: dict[Side, str] = {"team": mark("Inspection team"), "unit": mark("Unit inspected")}


def _attendance() -> Options:
    return tuple((name, tr(WORDS[name])) for name in ATTENDANCE)


def listing(side: Side) -> Listing:
    """The sheet of one side."""
    columns = [
        Column("attendance", mark("Attendance"), 0, "choice", _attendance, sample="Chưa điểm danh"),
        Column(
            "honorific",
            mark("Mr/Ms"),
            0,
            "choice",
            lambda: tuple((name, name) for name in HONORIFICS),
            free=True,
        ),
        Column("name", mark("Full name"), 26, hint=mark("The next person…"), sample="Nguyễn Thị Ngọc Ánh"),
        Column("title", mark("Position"), 26, "lines"),
    ]
    if side == "team":
        columns += [
            Column("organisation", mark("Organisation"), 26, "lines"),
            Column(
                "role",
                mark("Role in the team"),
                10,
                "choice",
                lambda: tuple((name, name) for name in ROLES),
                free=True,
                sample="Phó Trưởng đoàn",
            ),
        ]
    else:
        columns.append(Column("organisation", mark("Office"), 26, "lines"))
    return Listing(
        Participant.kind,
        _TITLES[side],
        _PURPOSES[side],
        tuple(columns),
        Participant(side=side),
        lambda card: tuple(each for each in card.participants if each.record.side == side),
    )


class PeoplePage(QWidget):
    """One side: how many are here, the button that ticks all, the sheet."""

    def __init__(self, session: Session, visit: VisitId, side: Side) -> None:
        super().__init__()
        self._side: Side = side
        self._entering = False
        self.sheet = RecordSheet(session, visit, listing(side))
        self.present = label("", "strong")
        self.all = button(tr("All are present"), self._tick_all, icon="done")
        head = row(self.present, None, self.all)
        head.setContentsMargins(theme.LARGE, 0, theme.LARGE, theme.SMALL)
        self.keys = label(
            tr("In the first column: Space present · 2 late · 3 absent · 4 not ticked"), "small", "secondary"
        )
        self.keys.setContentsMargins(theme.LARGE, 0, theme.LARGE, theme.SMALL)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self.sheet, 1)
        whole.addWidget(self.keys)
        self.sheet.shown.connect(self._shown)
        self.sheet.table.clicked.connect(self._clicked)
        self.sheet.table.installEventFilter(self)

    def entered(self) -> None:
        """Read the list; work begins where somebody is not ticked yet, else with the next person."""
        self._entering = True
        self.sheet.entered()

    def go_to(self, place: str) -> None:
        """Go to a person, and to the cell that is named."""
        self._entering = False
        self.sheet.go_to(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the column of the attendance a key ticks, and goes on to the next person."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._ticks(event):
            return True
        return super().eventFilter(watched, event)

    def _ticks(self, event: QKeyEvent) -> bool:
        table = self.sheet.table
        at = table.currentIndex()
        editing = table.state() is QAbstractItemView.State.EditingState
        if editing or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self._ticked_by(at):
            return False
        place = 0 if event.key() == Qt.Key.Key_Space else event.key() - Qt.Key.Key_1
        if not 0 <= place < len(ATTENDANCE):
            return False
        self.sheet.model.setData(at, ATTENDANCE[place])
        table.go(1, 0)
        return True

    def _ticked_by(self, at: QModelIndex) -> bool:
        """Whether a cell holds the attendance of somebody."""
        columns = self.sheet.model.columns
        return (
            at.isValid()
            and columns[at.column()].field == "attendance"
            and bool(self.sheet.model.key(at.row()))
        )

    def _clicked(self, at: QModelIndex) -> None:
        record = self.sheet.model.record(self.sheet.model.key(at.row())) if self._ticked_by(at) else None
        if isinstance(record, Participant) and record.attendance == "unknown":
            self.sheet.model.setData(at, "present")

    def _tick_all(self) -> None:
        visit, side = self.sheet.visit, self._side
        self.sheet.session.save(
            lambda bench: bench.visits.all_present(visit, side), None, self.sheet.banner.tell, owner=self
        )

    def _shown(self, card: VisitCard) -> None:
        people = [each for each in card.participants if each.record.side == self._side]
        here = sum(each.record.here for each in people)
        waiting = [each.id for each in people if each.record.attendance == "unknown"]
        told = tr("{here} of {count} present", here=here, count=len(people))
        unticked = tr("{count} not ticked", count=len(waiting))
        self.present.setText(f"{told} · {unticked}" if waiting else told)
        self.all.setEnabled(bool(waiting))
        if self._entering:
            self._entering = False
            fields = [column.field for column in self.sheet.model.columns]
            first = fields.index("attendance" if waiting else "name")
            self.sheet.table.go_to(waiting[0] if waiting else "", first)
