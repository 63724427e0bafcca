"""Work leaves the window's thread, results come back, and faults are told."""

import sys
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from inspector_app.domain.errors import InspectorError, SaveFailed, WrongPassphrase
from inspector_app.ui import tasks
from inspector_app.ui.session import Session
from inspector_app.ui.tasks import Lanes

Settle = Callable[[Lanes], None]


def test_a_result_arrives_in_the_windows_thread(lanes: Lanes, settle: Settle) -> None:
    threads: list[threading.Thread] = []

    def work() -> str:
        threads.append(threading.current_thread())
        return "done"

    def then(result: str) -> None:
        assert result == "done"
        threads.append(threading.current_thread())

    lanes.heavy(work, then, owner=lanes)
    settle(lanes)
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()


def test_the_workspace_lane_works_in_order(session: Session, settle: Settle) -> None:
    names: list[str] = []
    for name in ("a", "b", "c"):
        session.read(lambda bench, name=name: f"{bench.me.laptop} {name}", names.append, owner=session)
    settle(session.lanes)
    assert names == ["Máy 01 a", "Máy 01 b", "Máy 01 c"]


def test_a_result_for_a_page_that_is_gone_is_dropped(lanes: Lanes, settle: Settle) -> None:
    owner, got = QObject(), list[str]()
    gate = threading.Event()
    lanes.heavy(lambda: str(gate.wait(10)), got.append, owner=owner)
    owner.deleteLater()
    lanes.heavy(lambda: "later", got.append, owner=lanes)
    gate.set()
    settle(lanes)
    assert got == ["later"] or got == ["True", "later"]


def test_cancelled_work_gives_no_result(lanes: Lanes, settle: Settle) -> None:
    got: list[int] = []
    lanes.heavy(lambda: 1, got.append, owner=lanes).cancel()
    settle(lanes)
    assert got == []


def test_a_fault_goes_to_who_asked(lanes: Lanes, settle: Settle) -> None:
    told: list[InspectorError] = []

    def work() -> None:
        raise WrongPassphrase

    lanes.heavy(work, lambda _none: None, told.append, owner=lanes)
    settle(lanes)
    assert [type(error) for error in told] == [WrongPassphrase]


def test_a_fault_that_nobody_answers_is_shown_with_a_way_to_try_again(lanes: Lanes, settle: Settle) -> None:
    attempts: list[str] = []
    told: list[tuple[InspectorError, Callable[[], object]]] = []
    lanes.unhandled.connect(lambda error, retry: told.append((error, retry)))

    def work() -> str:
        attempts.append("once")
        if len(attempts) == 1:
            raise SaveFailed(reason="đầy")
        return "good"

    got: list[str] = []
    lanes.heavy(work, got.append, owner=lanes)
    settle(lanes)
    assert "đầy" in told[0][0].sentence
    told[0][1]()
    settle(lanes)
    assert got == ["good"]


def test_a_bug_goes_to_the_crash_window(
    lanes: Lanes, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: caught.append(kind))
    lanes.heavy(lambda: next(iter(())), lambda _none: None, owner=lanes)
    settle(lanes)
    assert caught == [StopIteration]


def test_slow_work_says_what_it_does_and_can_be_cancelled(
    lanes: Lanes, settle: Settle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "BUSY_AFTER_MS", 0)
    gate, got, told = threading.Event(), list[bool](), list[str]()
    lanes.heavy(
        lambda: gate.wait(10), got.append, owner=lanes, doing="Drawing", cancelled=lambda: told.append("left")
    )
    qtbot.waitUntil(lambda: lanes.doing == "Drawing")
    assert lanes.can_cancel
    lanes.cancel_slow()
    gate.set()
    settle(lanes)
    assert (lanes.doing, got, told) == ("", [], ["left"])


def test_closing_finishes_what_was_given(session: Session) -> None:
    done: list[str] = []
    session.lanes.run(lambda bench: done.append(bench.me.name), lambda _none: None, owner=session)
    session.lanes.close()
    session.lanes.close()
    session.lanes.heavy(lambda: done.append("too late"), lambda _none: None, owner=session)
    assert done == ["Trần Quốc Huy"]
