"""The sheet of shortcuts tells what the keys do, from the objects that do it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.ui.help.shortcuts import Keys, ShortcutSheet, keys_of, shortcut_words
from inspector_app.ui.main_window import MainWindow, Rooms
from inspector_app.ui.tasks import Lanes
from inspector_app.ui.visit.frame import TABS
from inspector_app.ui.widgets import button, on_keys

Settle = Callable[[Lanes], None]


def test_keys_and_words_come_from_the_objects(on_a_page: Callable[..., QWidget]) -> None:
    page = on_a_page(button("&Thêm", shortcut="Ctrl+N"), gone := button("Mất", shortcut="Ctrl+M"))
    for keys in ("Ctrl+Y", "Ctrl+Shift+Z"):
        on_keys(page, keys, lambda: None, "Làm lại")
    on_keys(page, "F9", lambda: None, "Ẩn hiện").setEnabled(False)
    gone.hide()
    assert keys_of(page) == [Keys("Ctrl+N", "Thêm"), Keys("Ctrl+Y · Ctrl+Shift+Z", "Làm lại")]


def test_every_shortcut_of_every_page_says_what_it_does(
    window: MainWindow, rooms: Rooms, visit: VisitId, settle: Settle
) -> None:
    for tab in TABS:
        rooms.show_visit(visit, tab.name)
        settle(window.lanes)
    for room in rooms.buttons:
        rooms.go(room)
    settle(window.lanes)
    nameless = [
        f"{shortcut.key().toString()} on {type(shortcut.parent()).__name__}"
        for shortcut in window.findChildren(QShortcut)
        if not shortcut_words(shortcut)
    ]
    assert nameless == []


def shown(sheet: ShortcutSheet) -> list[str]:
    return [each.text() for each in sheet.findChildren(QLabel)]


def test_the_sheet_shows_what_holds_everywhere_and_what_holds_here(
    window: MainWindow, rooms: Rooms, visit: VisitId, settle: Settle
) -> None:
    rooms.show_visit(visit, "checklist")
    settle(window.lanes)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier)
    sheet = rooms.guide.sheet
    assert sheet is not None
    (everywhere, general), (_here, special) = sheet.groups
    assert everywhere == tr("Everywhere")
    assert Keys("Ctrl+1", tr("Visits")) in general
    assert Keys("Ctrl+/ · Shift+F1", tr("All shortcuts")) in general
    assert Keys("F6", tr("Next open item")) in special
    assert Keys("F2", tr("Note at the item")) in special
    assert not {each.what for each in general} & {each.what for each in special}
    assert tr("Next open item") in shown(sheet)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_a_sheet_can_be_opened_again(window: MainWindow, rooms: Rooms, qtbot: QtBot) -> None:
    for _ in range(2):
        rooms.guide.show_shortcuts()
        assert rooms.guide.sheet is not None
        rooms.guide.sheet.close()
        qtbot.waitUntil(lambda: rooms.guide.sheet is None)
