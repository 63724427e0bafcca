"""The rooms of a real workspace, in a window, for what helps in them."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from inspector_app.settings import Settings
from inspector_app.ui.main_window import MainWindow, Rooms
from inspector_app.ui.tasks import Lanes
from tests.ui.conftest import PASSPHRASE, Made


@pytest.fixture
def window(made: Made, qtbot: QtBot, settle: Callable[[Lanes], None]) -> MainWindow:
    window = MainWindow(Settings(workspace=made.folder))
    qtbot.addWidget(window, before_close_func=lambda shown: shown.lanes.close())
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.door.unlock.passphrase.setText(PASSPHRASE)
    window.door.unlock.go.click()
    settle(window.lanes)
    settle(window.lanes)
    return window


@pytest.fixture
def rooms(window: MainWindow) -> Rooms:
    assert window.rooms is not None
    return window.rooms
