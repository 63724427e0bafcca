"""F1 helps where one is; the panel follows, and makes room or lies over the page."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inspector_app.domain.records import VisitId
from inspector_app.ui import theme
from inspector_app.ui.help.texts import help_text
from inspector_app.ui.main_window import MainWindow, Rooms
from inspector_app.ui.visit.frame import TABS
from tests.ui.conftest import Screen, Settle


def press(
    window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """A key as the window gets it, so that shortcuts see it."""
    QTest.keyClick(window.windowHandle(), key, held)


def test_f1_shows_the_help_of_the_page_and_escape_closes_it(window: MainWindow, rooms: Rooms) -> None:
    panel = rooms.guide.panel
    assert panel.isHidden()
    press(window, Qt.Key.Key_F1)
    assert panel.isVisible()
    assert panel.page == "visits"
    assert panel.text.hasFocus()
    first = help_text("visits").splitlines()[0].removeprefix("# ")
    assert panel.text.toPlainText().startswith(first)
    press(window, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert rooms.visits.list.isAncestorOf(window.focusWidget())


def test_the_button_in_the_header_does_the_same(rooms: Rooms) -> None:
    rooms.header.help.click()
    assert rooms.guide.panel.isVisible()
    rooms.header.help.click()
    assert rooms.guide.panel.isHidden()


def test_the_panel_follows_from_page_to_page(
    window: MainWindow, rooms: Rooms, visit: VisitId, settle: Settle
) -> None:
    rooms.guide.open_panel()
    for room in ("merge", "templates", "settings"):
        rooms.go(room)
        assert rooms.guide.panel.page == room
    for tab in ("overview", "checklist", "minutes"):
        rooms.show_visit(visit, tab)
        settle(window.lanes)
        assert rooms.guide.panel.page == f"visit-{tab}"


def test_every_tab_can_be_explained(window: MainWindow, rooms: Rooms, visit: VisitId, settle: Settle) -> None:
    rooms.guide.open_panel()
    for tab in TABS:
        rooms.show_visit(visit, tab.name)
        assert rooms.guide.panel.text.toPlainText()
    settle(window.lanes)


def test_a_link_leads_to_another_text(rooms: Rooms) -> None:
    rooms.guide.open_panel()
    rooms.guide.panel.text.anchorClicked.emit(QUrl("merge.md"))
    assert rooms.guide.panel.page == "merge"


def test_the_page_makes_room_where_there_is_enough(window: MainWindow, rooms: Rooms) -> None:
    window.resize(1366, 768)
    rooms.guide.open_panel()
    assert rooms.stack.width() == rooms.below.width() - theme.HELP
    assert rooms.guide.panel.geometry().left() == rooms.below.geometry().right() + 1 - theme.HELP
    window.resize(1000, 600)
    assert rooms.stack.width() == rooms.below.width()
    assert rooms.guide.panel.geometry().right() == rooms.below.geometry().right()
    rooms.guide.close_panel()
    assert rooms.stack.width() == rooms.below.width()


def test_an_item_with_guidance_explains_itself_first(rooms: Rooms, qtbot: QtBot) -> None:
    explained: list[str] = []

    def explain() -> bool:
        explained.append("item")
        return True

    table = rooms.visits.list.table
    table.setFocus()
    table.explain = explain  # type: ignore[attr-defined]  # as an item card has it
    rooms.guide.explain()
    assert explained == ["item"]
    assert rooms.guide.panel.isHidden()


def test_the_help_at_the_door_is_there_before_the_workspace_is_open(screen: Screen) -> None:
    from inspector_app.settings import Settings

    window = screen.start(Settings(), 1366, 768)
    assert window.door.help.isHidden()
    press(window, Qt.Key.Key_F1)
    assert window.door.help.isVisible()
    assert window.door.help.text.toPlainText()
    press(window, Qt.Key.Key_Escape)
    assert window.door.help.isHidden()
