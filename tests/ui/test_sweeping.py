"""Dead cycles are swept when the window is quiet, and not in the middle of work."""

import gc
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inspector_app.ui import sweeping
from inspector_app.ui.sweeping import AT_LATEST, Sweeper
from inspector_app.ui.tasks import Lanes

Settle = Callable[[Lanes], None]


class Cycle:
    """Keeps itself alive until it is swept."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [100.0]
    monkeypatch.setattr(sweeping, "monotonic", lambda: now[0])
    return now


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def sweeper(window: QWidget, lanes: Lanes, clock: list[float]) -> Iterator[Sweeper]:
    before = gc.get_threshold()
    made = Sweeper(window, lanes)
    made.begin()
    gc.disable()  # Python's own small sweeps would find a cycle now and then
    yield made
    gc.enable()
    gc.set_threshold(*before)
    gc.unfreeze()


def rest(sweeper: Sweeper, clock: list[float]) -> None:
    """Nobody does anything for a while."""
    sweeper.look()
    clock[0] += 10
    sweeper.look()


def test_python_leaves_the_great_sweep_to_quiet_moments(sweeper: Sweeper) -> None:
    assert gc.get_threshold()[2] == AT_LATEST


def test_nothing_is_swept_while_something_is_under_way(
    sweeper: Sweeper, lanes: Lanes, clock: list[float], settle: Settle
) -> None:
    dead = weakref.ref(Cycle())
    for _ in range(5):
        lanes.heavy(lambda: None, lambda _none: None, owner=lanes)
        rest(sweeper, clock)
    assert dead() is not None
    settle(lanes)
    rest(sweeper, clock)
    assert dead() is None


def test_nothing_is_swept_while_somebody_types_or_scrolls(
    sweeper: Sweeper, window: QWidget, clock: list[float]
) -> None:
    dead = weakref.ref(Cycle())
    for _ in range(5):
        clock[0] += 3
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
        clock[0] += 3
        sweeper.look()
    assert dead() is not None
    rest(sweeper, clock)
    assert dead() is None


def test_the_first_sweep_sets_aside_what_lives(sweeper: Sweeper, clock: list[float]) -> None:
    before = gc.get_freeze_count()
    rest(sweeper, clock)
    assert gc.get_freeze_count() > before
    after = gc.get_freeze_count()
    rest(sweeper, clock)
    assert gc.get_freeze_count() <= after


def test_a_quiet_window_is_not_swept_again_and_again(
    sweeper: Sweeper, clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    swept: list[int] = []
    monkeypatch.setattr(gc, "collect", lambda: swept.append(1))
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, 0))
    for _ in range(10):
        rest(sweeper, clock)
    assert len(swept) == 1


def test_what_gathers_later_is_swept_later(sweeper: Sweeper, clock: list[float]) -> None:
    rest(sweeper, clock)
    dead = weakref.ref(Cycle())
    for _ in range(sweeping.WORTH + 1):
        gc.collect(1)
    rest(sweeper, clock)
    assert dead() is None
