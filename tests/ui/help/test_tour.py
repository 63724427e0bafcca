"""The tour leads through five pages, can be left at any step, and comes again from Help."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.ui.help.tour import STEPS
from inspector_app.ui.main_window import MainWindow, Rooms
from inspector_app.ui.remembered import recall
from inspector_app.ui.tasks import Lanes

Settle = Callable[[Lanes], None]


def test_one_key_leads_through_all_pages(window: MainWindow, rooms: Rooms, settle: Settle) -> None:
    rooms.guide.begin_tour()
    card, seen = rooms.guide.tour.card, []
    for at, step in enumerate(STEPS):
        settle(window.lanes)
        assert card.isVisible()
        assert card.at == at
        assert rooms.guide.page == step.page
        seen.append(rooms.guide.page)
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    assert seen == [step.page for step in STEPS]
    assert card.isHidden()
    assert rooms.guide.tour.ring.isHidden()


def test_the_ring_stands_around_what_is_spoken_of(
    window: MainWindow, rooms: Rooms, settle: Settle, qtbot: QtBot
) -> None:
    rooms.guide.begin_tour()
    ring = rooms.guide.tour.ring
    assert ring.isVisible()
    table = rooms.visits.list.table
    assert ring.geometry().contains(table.mapTo(rooms, table.rect().center()))
    before = ring.geometry()
    window.resize(1100, 700)
    qtbot.waitUntil(lambda: ring.geometry() != before)
    assert rooms.rect().contains(rooms.guide.tour.card.geometry())


def test_escape_leaves_it_and_it_does_not_come_by_itself_again(window: MainWindow, rooms: Rooms) -> None:
    guide = rooms.guide
    guide.begin_first_tour()
    assert guide.tour.card.isVisible()
    QTest.keyClick(guide.tour.card, Qt.Key.Key_Escape)
    assert guide.tour.card.isHidden()
    assert recall("tour")
    guide.begin_first_tour()
    assert guide.tour.card.isHidden()
    guide.open_panel()
    guide.panel.tour.click()
    assert guide.tour.card.isVisible()
    assert guide.panel.isHidden()


def test_the_card_has_the_focus_first_and_enter_goes_on(window: MainWindow, rooms: Rooms) -> None:
    rooms.guide.begin_tour()
    card = rooms.guide.tour.card
    assert card.on.hasFocus()
    QTest.keyClick(card.on, Qt.Key.Key_Return)
    assert card.at == 1


def test_one_can_go_back_a_step(window: MainWindow, rooms: Rooms, settle: Settle) -> None:
    rooms.guide.begin_tour()
    card = rooms.guide.tour.card
    assert not card.back.isEnabled()
    card.on.click()
    settle(window.lanes)
    assert card.on.text() == tr("Next")
    card.back.click()
    settle(window.lanes)
    assert rooms.guide.page == "visits"


def test_the_page_can_be_used_while_the_card_stands_there(
    window: MainWindow, rooms: Rooms, visit: VisitId, settle: Settle
) -> None:
    rooms.guide.begin_tour()
    rooms.visits.list.table.chosen.emit(visit)
    settle(window.lanes)
    assert rooms.place.visit == visit
    assert rooms.guide.tour.card.isVisible()


def test_after_it_the_keys_go_on_where_it_was_left(
    window: MainWindow, rooms: Rooms, settle: Settle, qtbot: QtBot
) -> None:
    rooms.guide.begin_tour()
    settle(window.lanes)
    QTest.keyClick(rooms.guide.tour.card, Qt.Key.Key_Escape)
    settle(window.lanes)
    focus = window.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Return)
    settle(window.lanes)
    assert rooms.visits.frame is not None
