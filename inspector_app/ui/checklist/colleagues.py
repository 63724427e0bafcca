"""Who does what, as the checklist needs it: which areas may be written, and whose the others are."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector_app.domain.records import Participant, RecordId, VisitId
from inspector_app.services.day_views import Roster
from inspector_app.services.views import Saved
from inspector_app.ui import widgets
from inspector_app.ui.checklist.duty import DutyStrip, WhoStrip
from inspector_app.ui.notices import Banner
from inspector_app.ui.session import Session


class Colleagues(QWidget):
    """The strips about the team above the items, kept up to date; empty where there is nothing to say."""

    changed = Signal()
    """The roster may be another."""
    taken_over = Signal()
    """An area was taken over and may be written now."""

    def __init__(self, session: Session, visit: VisitId, banner: Banner) -> None:
        super().__init__()
        self._session = session
        self._visit = visit
        self._banner = banner
        self._area = ""
        self._taking_over = False
        self.roster: Roster | None = None
        self.who = WhoStrip()
        self.duty = DutyStrip()
        self.setLayout(widgets.column(self.who, self.duty, spacing=0))
        self.duty.take_over_wanted.connect(self._take_over)
        self.duty.me_chosen.connect(self._be)
        self.who.me_chosen.connect(self._be)
        self.who.somebody_else.connect(self._be_nobody)
        session.changed.connect(self._changed)
        self._read()

    def writable(self, area: str) -> bool:
        """Whether this laptop may write in an area."""
        duties = self.roster.areas if self.roster else ()
        return all(duty.writable for duty in duties if duty.code == area)

    def show_area(self, area: str) -> None:
        """The items of this area are in view now."""
        self._area = area
        if self.roster is not None:
            duty = next((each for each in self.roster.areas if each.code == area), None)
            self.duty.show_duty(self.roster, duty)

    def attract(self) -> None:
        """Somebody tried to write where another member does: lead to the way how."""
        self.duty.attract()

    def _read(self) -> None:
        self._session.read(lambda bench: bench.duties.roster(self._visit), self._show, owner=self)

    def _show(self, roster: Roster) -> None:
        self.roster = roster
        self.who.show_roster(roster)
        self.show_area(self._area)
        self.changed.emit()
        if self._taking_over:
            self._taking_over = False
            self.taken_over.emit()

    def _changed(self, saved: Saved, _owner: object) -> None:
        if any(each.stream == self._visit and each.kind == Participant.kind for each in saved.what):
            self._read()

    def _take_over(self, area: str, reason: str) -> None:
        visit = self._visit

        def done(_saved: Saved) -> None:
            self._taking_over = True

        self._session.save(
            lambda bench: bench.duties.take_over(visit, area, reason), done, self._banner.tell, owner=self
        )

    def _be(self, member: str) -> None:
        visit = self._visit
        self._session.save(
            lambda bench: bench.duties.be(visit, RecordId(member)), None, self._banner.tell, owner=self
        )

    def _be_nobody(self) -> None:
        visit = self._visit
        self._session.read(
            lambda bench: bench.duties.be_nobody(visit), lambda _none: self._read(), owner=self
        )
