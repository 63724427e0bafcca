"""The people of a visit in parts: the team, the unit, the areas dealt."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.ui.session import Session
from inspector_app.ui.tasks import Lanes
from inspector_app.ui.visit.coverage import DealingPage
from inspector_app.ui.visit.participants import ParticipantsPage
from inspector_app.ui.visit.people import PeoplePage


def test_the_parts_follow_each_other_by_key_and_count_their_people(
    session: Session, visit: VisitId, qtbot: QtBot, settle: Callable[[Lanes], None]
) -> None:
    page = ParticipantsPage(session, visit)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.entered()
    settle(session.lanes)
    assert isinstance(page.page("team"), PeoplePage)
    assert page.names.buttons()["team"].text() == f"{tr('Inspection team')} (1)"
    assert page.names.buttons()["unit"].text() == tr("Unit inspected")
    for name, kind in (("unit", PeoplePage), ("dealing", DealingPage)):
        qtbot.keyClick(page, Qt.Key.Key_F6)
        settle(session.lanes)
        assert page.part == name
        assert isinstance(page.page(name), kind)
