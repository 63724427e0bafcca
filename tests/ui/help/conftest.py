"""The rooms of a real workspace, in a window, for what helps in them."""

import pytest

from inspector_app.ui.main_window import MainWindow, Rooms
from tests.ui.conftest import Made, Screen


@pytest.fixture
def window(made: Made, screen: Screen) -> MainWindow:
    return screen.unlock(made.folder, 1366, 768)


@pytest.fixture
def rooms(window: MainWindow) -> Rooms:
    assert window.rooms is not None
    return window.rooms
