"""From the door to the last save: rooms, keys, language, faults in view, a window that waits for saves."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from inspector_app import i18n
from inspector_app.domain.errors import SaveFailed, WrongPassphrase
from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import Recovered, Saved
from inspector_app.services.workbench import Workbench
from inspector_app.settings import Settings
from inspector_app.ui.fields import LineEdit
from inspector_app.ui.main_window import MainWindow, Place, Rooms
from inspector_app.ui.remembered import remember
from inspector_app.ui.visit.facts import FactsPage
from inspector_app.ui.visit.overview import OverviewPage
from tests.ui.conftest import PASSPHRASE, Made, Screen, Settle


@pytest.fixture
def window(made: Made, screen: Screen) -> MainWindow:
    return enter(made, screen)


def enter(made: Made, screen: Screen) -> MainWindow:
    """Start, and go through the door."""
    return screen.unlock(made.folder, 1093, 614)


@pytest.fixture
def rooms(window: MainWindow) -> Rooms:
    assert window.rooms is not None
    return window.rooms


def test_the_door_leads_to_the_visits(window: MainWindow, rooms: Rooms) -> None:
    assert window.centralWidget() is rooms
    assert rooms.visits.list.model.rowCount() == 2
    assert rooms.header.title.text() == tr("Visits")
    assert rooms.visits.list.table.hasFocus()


def test_the_rail_counts_the_conflicts(rooms: Rooms) -> None:
    assert rooms.buttons["merge"].accessibleName() == f"{tr('Merge')} (1)"


def test_keys_go_from_room_to_room(window: MainWindow, rooms: Rooms, settle: Settle) -> None:
    for key, name in (
        (Qt.Key.Key_2, "merge"),
        (Qt.Key.Key_3, "templates"),
        (Qt.Key.Key_4, "settings"),
        (Qt.Key.Key_1, "visits"),
    ):
        QTest.keyClick(window.windowHandle(), key, Qt.KeyboardModifier.ControlModifier)
        assert rooms.place.room == name
        assert rooms.header.title.text() == rooms.buttons[name].text()
    settle(window.lanes)


def test_a_visit_is_opened_and_left(window: MainWindow, rooms: Rooms, visit: VisitId, settle: Settle) -> None:
    rooms.visits.open_visit(visit, "overview")
    settle(window.lanes)
    assert rooms.header.title.text() == "UBND xã Thường Phước"
    assert rooms.header.back.isVisible()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    settle(window.lanes)
    assert rooms.visits.frame is None
    assert rooms.header.title.text() == tr("Visits")


def test_another_room_and_back_returns_to_the_open_visit(
    window: MainWindow, rooms: Rooms, visit: VisitId, settle: Settle
) -> None:
    rooms.visits.open_visit(visit, "participants")
    rooms.buttons["merge"].click()
    rooms.buttons["visits"].click()
    settle(window.lanes)
    assert rooms.header.title.text() == "UBND xã Thường Phước"
    rooms.buttons["visits"].click()
    assert rooms.visits.frame is None
    settle(window.lanes)


def test_a_gap_leads_from_the_overview_to_the_conflict(
    window: MainWindow, rooms: Rooms, visit: VisitId, settle: Settle
) -> None:
    rooms.visits.open_visit(visit, "overview")
    settle(window.lanes)
    assert rooms.visits.frame is not None
    rooms.visits.frame.open_conflicts.emit(visit)
    settle(window.lanes)
    assert rooms.place.room == "merge"
    assert rooms.merge.conflicts.current is not None
    assert rooms.merge.conflicts.current.visit == visit


def test_a_change_of_language_comes_back_to_the_same_place(
    window: MainWindow, rooms: Rooms, visit: VisitId, settle: Settle, qtbot: QtBot
) -> None:
    rooms.visits.open_visit(visit, "participants")
    rooms.go("settings")
    rooms.settings.language.buttons()["en"].click()
    qtbot.waitUntil(lambda: window.rooms is not rooms)
    settle(window.lanes)
    fresh = window.rooms
    assert fresh is not None
    assert i18n.language() == "en"
    assert (fresh.place.room, fresh.place.visit, fresh.place.tab) == ("settings", visit, "participants")
    assert fresh.header.title.text() == "Settings"


def test_what_a_crash_left_behind_is_told(rooms: Rooms, visit: VisitId) -> None:
    rooms.greet((Recovered(visit, "UBND xã Thường Phước", "CD04", "ghi chú\ndở dang"),))
    assert tr("Recovered after an interruption: {count} texts", count=1) in rooms.banner.text
    assert "CD04 · UBND xã Thường Phước: “ghi chú dở dang”" in rooms.banner.text
    rooms.banner.clear()
    rooms.greet(())
    assert rooms.banner.text == ""


def test_many_recovered_texts_are_told_briefly(rooms: Rooms, visit: VisitId) -> None:
    unit = "UBND xã Thường Phước"
    rooms.greet(tuple(Recovered(visit, unit, f"CD{n:02}", "rất dài " * 50) for n in range(1, 8)))
    assert tr("Recovered after an interruption: {count} texts", count=7) in rooms.banner.text
    assert "CD03" in rooms.banner.text
    assert "CD04" not in rooms.banner.text
    assert tr("and {count} texts more", count=4) in rooms.banner.text
    assert len(rooms.banner.text) < 500


def test_one_goes_from_the_banner_to_what_was_recovered(
    window: MainWindow, rooms: Rooms, visit: VisitId, settle: Settle
) -> None:
    rooms.greet((Recovered(visit, "UBND xã Thường Phước", "TT05", "ghi chú dở"),))
    (show,) = [each for each in rooms.banner.findChildren(QPushButton) if each.isVisible()]
    show.click()
    settle(window.lanes)
    assert (rooms.place.visit, rooms.place.tab, rooms.place.item) == (visit, "checklist", "TT05")
    assert rooms.banner.text == ""


def test_a_draft_is_recovered_and_said_at_the_next_start(made: Made, qtbot: QtBot, settle: Settle) -> None:
    bench = Workbench.open(made.folder, PASSPHRASE)
    bench.checklists.draft(made.visit, "CD01", "note", "gõ dở thì mất điện")
    bench.close()
    window = MainWindow(Settings(workspace=made.folder))
    qtbot.addWidget(window)
    window.show()
    window.door.unlock.passphrase.setText(PASSPHRASE)
    window.door.unlock.go.click()
    settle(window.lanes)
    settle(window.lanes)
    assert window.rooms is not None
    assert "CD01" in window.rooms.banner.text
    assert "gõ dở thì mất điện" in window.rooms.banner.text
    window.lanes.close()


def test_trouble_that_no_page_answers_is_shown_above_it(rooms: Rooms) -> None:
    rooms.session.lanes.unhandled.emit(SaveFailed(reason="ổ đĩa đầy"), lambda: None)
    assert "ổ đĩa đầy" in rooms.banner.text


def test_a_failing_save_is_in_view_and_forbids_closing(
    window: MainWindow, rooms: Rooms, settle: Settle
) -> None:
    full = True
    at = datetime(2026, 11, 24, tzinfo=UTC)

    def work(_bench: Workbench) -> Saved:
        if full:
            raise SaveFailed(reason="ổ đĩa đầy")
        return Saved(at)

    window.session.save(work, owner=window)
    settle(window.lanes)
    assert "ổ đĩa đầy" in rooms.banner.text
    assert not window.close()
    settle(window.lanes)
    assert window.isVisible()
    full = False
    window.session.saves.retry()
    settle(window.lanes)
    assert rooms.banner.text == tr("Everything is saved again.")
    assert window.close()


def test_closing_saves_what_is_being_typed(
    window: MainWindow, rooms: Rooms, made: Made, settle: Settle, qtbot: QtBot
) -> None:
    rooms.visits.open_visit(made.visit, "overview/facts")
    settle(window.lanes)
    page = rooms.visits.frame.page("overview") if rooms.visits.frame else None
    assert isinstance(page, OverviewPage)
    facts = page.page("facts")
    assert isinstance(facts, FactsPage)
    number = facts.fields["number"].control
    assert isinstance(number, LineEdit)
    number.setFocus()
    number.selectAll()
    qtbot.keyClicks(number, "42")
    assert not window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    bench = Workbench.open(made.folder, PASSPHRASE)
    assert bench.visits.get(made.visit).visit.number == "42"
    bench.close()


def test_the_window_comes_back_as_it_was_left(window: MainWindow, made: Made, qtbot: QtBot) -> None:
    window.resize(800, 650)  # the offscreen screen is no wider
    assert window.close()
    again = MainWindow(Settings(workspace=made.folder))
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (800, 650)
    again.lanes.close()


def test_a_window_left_on_a_screen_that_is_gone_comes_back_into_view(qtbot: QtBot, settle: Settle) -> None:
    window = MainWindow(Settings())
    qtbot.addWidget(window, before_close_func=lambda shown: shown.lanes.close())
    window.move(5000, 4000)
    settle(window.lanes)
    assert window.close()
    again = MainWindow(Settings())
    qtbot.addWidget(again, before_close_func=lambda shown: shown.lanes.close())
    assert any(s.availableGeometry().contains(again.geometry().center()) for s in QApplication.screens())


def test_a_maximised_window_comes_back_maximised(qtbot: QtBot, settle: Settle) -> None:
    window = MainWindow(Settings())
    qtbot.addWidget(window, before_close_func=lambda shown: shown.lanes.close())
    window.showMaximized()
    settle(window.lanes)
    assert window.close()
    again = MainWindow(Settings())
    qtbot.addWidget(again, before_close_func=lambda shown: shown.lanes.close())
    again.appear()
    assert again.isMaximized()


def test_the_next_start_comes_back_to_the_item_one_worked_at(
    window: MainWindow, rooms: Rooms, made: Made, screen: Screen, settle: Settle, qtbot: QtBot
) -> None:
    rooms.show_visit(made.visit, "checklist")
    settle(window.lanes)
    assert rooms.visits.frame is not None
    rooms.visits.frame.show_item("TT05")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    again = enter(made, screen)
    assert again.rooms is not None
    place = again.rooms.place
    assert (place.room, place.visit, place.tab, place.item) == ("visits", made.visit, "checklist", "TT05")


def test_a_place_that_is_not_in_this_workspace_is_forgotten(made: Made, screen: Screen) -> None:
    remember("place", str(Place("visits", VisitId("01a20d78-0000-7cc8-857b-9a990b2ce5f4"), "checklist")))
    window = enter(made, screen)
    assert window.rooms is not None
    assert window.rooms.place == Place("visits")
    assert window.rooms.banner.text == ""


def test_a_wrong_passphrase_stays_at_the_door(made: Made, qtbot: QtBot, settle: Settle) -> None:
    window = MainWindow(Settings(workspace=made.folder))
    qtbot.addWidget(window)
    window.show()
    window.door.unlock.passphrase.setText("sai rồi nhé")
    window.door.unlock.go.click()
    settle(window.lanes)
    assert window.door.unlock.field.refusal == str(WrongPassphrase())
    assert window.rooms is None
    assert window.close()


@pytest.mark.parametrize("size", [(1366, 768), (1093, 614)])
def test_no_page_needs_more_room_than_the_screen(
    window: MainWindow, rooms: Rooms, visit: VisitId, settle: Settle, size: tuple[int, int]
) -> None:
    def fits(where: str) -> None:
        settle(window.lanes)
        around = rooms.size() - rooms.stack.size()  # the rail, the header
        least = rooms.stack.minimumSizeHint() + around
        assert (least.width(), least.height()) <= size, where
        assert least.width() <= size[0], where
        assert least.height() <= size[1], where

    for name in ("visits", "merge", "settings"):
        rooms.go(name)
        fits(name)
    rooms.go("visits")
    rooms.visits.list.plan()
    fits("new visit")
    for tab in ("overview", "participants", "checklist", "dossiers", "findings", "minutes"):
        rooms.visits.open_visit(visit, tab)
        fits(tab)


def test_a_small_screen_is_filled(qtbot: QtBot) -> None:
    window = MainWindow(Settings())
    qtbot.addWidget(window, before_close_func=lambda shown: shown.lanes.close())
    window.appear()
    assert window.isMaximized()  # the offscreen screen has 800 × 800
