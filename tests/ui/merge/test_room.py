"""Handing over in the room, seen from both windows."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import Profile
from inspector_app.services.workbench import Workbench
from inspector_app.ui.merge.page import MergePage
from inspector_app.ui.tasks import Lanes
from tests.ui.conftest import PASSPHRASE, QUICK, Made

Settle = Callable[[Lanes], None]


def test_the_lead_shows_address_and_code_and_what_arrives(
    page: MergePage, made: Made, visit: VisitId, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    page.choose_visit(visit)
    settle(page.session.lanes)
    room = page.handover.room
    room.host = "127.0.0.1"
    room.begin.click()
    settle(page.session.lanes)
    point = room.point
    assert point is not None
    assert (room.address.text(), room.code.text()) == (point.address, point.code)

    def bring() -> str:
        hoa = Workbench.create(
            tmp_path / "hoa", PASSPHRASE, Profile("Hoa", laptop="Máy 03"), derivation=QUICK
        )
        try:
            hoa.handover.receive(made.bundle)
            hoa.checklists.answer(visit, "CD03", "co")
            return hoa.room.deliver(visit, point.link).sender
        finally:
            hoa.close()

    with ThreadPoolExecutor(1) as other_laptop:
        brought = other_laptop.submit(bring)
        qtbot.waitUntil(brought.done, timeout=20_000)
        assert brought.result() == "Trần Quốc Huy"
    settle(page.session.lanes)
    assert any("Hoa" in label.text() for label in page.handover.findChildren(QLabel))
    assert " 1 " in room.left.text().partition("·")[2]
    room.end.click()
    settle(page.session.lanes)
    assert room.point is None
    assert room.begin.isEnabled()


def test_a_member_sends_to_the_point_and_sees_that_it_was_confirmed(
    page: MergePage, visit: VisitId, tmp_path: Path, settle: Settle
) -> None:
    page.choose_visit(visit)
    settle(page.session.lanes)
    with ThreadPoolExecutor(1) as lane:
        lead = lane.submit(
            Workbench.create,
            tmp_path / "lead2",
            PASSPHRASE,
            Profile("Nga", laptop="Máy 09"),
            derivation=QUICK,
        ).result()
        point = lane.submit(
            lead.room.open, lambda work: lane.submit(work).result(), lambda _: None, 5, "127.0.0.1"
        ).result()
        to_room = page.handover.to_room
        to_room.address.setText(point.address)
        to_room.code.setText("AAAA-BBBB")
        to_room.go.click()
        settle(page.session.lanes)
        assert to_room.said.property("surface") == "attention"
        to_room.code.setText(point.code)
        to_room.go.click()
        settle(page.session.lanes)
        point.close()
        assert [row.id for row in lane.submit(lead.visits.list).result()] == [visit]
        lane.submit(lead.close).result()
    assert tr("Sent; {sender} has confirmed it.", sender="Nga") in to_room.said.text
    assert any("Nga · Máy 09" in label.text() for label in page.handover.findChildren(QLabel))
