"""What every test stands on: an offscreen Qt, the Vietnamese language, folders of its own, no window left."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from inspector_app import i18n, paths

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before the first import of Qt

# Examples repeat from run to run on the CI machine, so that a submission fails for its own reasons only.
hypothesis.settings.register_profile(
    "house", deadline=None, max_examples=60, derandomize=bool(os.environ.get("CI"))
)
hypothesis.settings.load_profile("house")


@pytest.fixture(autouse=True)
def vietnamese() -> Iterator[None]:
    """Each test begins in the language of the users, whatever the one before it spoke."""
    i18n.use("vi")
    yield
    i18n.use("vi")


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """The user's folders lie in a temporary place: a test neither reads nor writes the developer's own."""
    home: list[Path] = []

    def folder(name: str) -> Path:
        if not home:
            home.append(tmp_path_factory.mktemp("home"))
        return home[0] / name

    monkeypatch.setattr(paths, "user_data", lambda: folder("data"))
    monkeypatch.setattr(paths, "user_config", lambda: folder("config"))


@pytest.fixture(autouse=True)
def no_window_left() -> Iterator[None]:
    """A test that leaves a window on the screen fails: the next one would meet it.

    Asked of Qt only where the test has loaded it. This fixture is set up before `qtbot`, so it looks after
    `qtbot` has closed the widgets that were handed to it.
    """
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    left = [widget for widget in widgets.QApplication.topLevelWidgets() if widget.isVisible()]
    for widget in left:
        widget.close()
    if left:
        pytest.fail(f"windows left open: {left}", pytrace=False)
