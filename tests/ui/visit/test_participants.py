"""The people of a visit in parts: the team, the unit, the areas dealt."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.ui.session import Session
from inspector_app.ui.visit.coverage import DealingPage
from inspector_app.ui.visit.participants import ParticipantsPage
from inspector_app.ui.visit.people import PeoplePage
from tests.ui.conftest import Screen, Settle


def test_the_parts_follow_each_other_by_key_and_count_their_people(
    session: Session, visit: VisitId, screen: Screen, qtbot: QtBot, settle: Settle
) -> None:
    page = screen.enter(ParticipantsPage(session, visit), 1017, 480)
    assert isinstance(page.page("team"), PeoplePage)
    assert page.names.buttons()["team"].text() == f"{tr('Inspection team')} (1)"
    assert page.names.buttons()["unit"].text() == tr("Unit inspected")
    for name, kind in (("unit", PeoplePage), ("dealing", DealingPage)):
        qtbot.keyClick(page, Qt.Key.Key_F6)
        settle(session.lanes)
        assert page.part == name
        assert isinstance(page.page(name), kind)
