"""Refusals, trouble and bugs are each told in their own way."""

import sys
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from inspector_app import __version__
from inspector_app.domain.errors import ReasonMissing, SaveFailed
from inspector_app.i18n import tr
from inspector_app.ui.notices import Banner, CrashReporter


@pytest.fixture
def banner(qtbot: QtBot) -> Banner:
    banner = Banner()
    qtbot.addWidget(banner)
    return banner


def button_of(banner: Banner) -> QPushButton:
    return banner.findChild(QPushButton)


def test_trouble_says_what_whether_and_what_to_do_and_tries_again(banner: Banner, qtbot: QtBot) -> None:
    tried: list[int] = []
    banner.tell(SaveFailed(reason="ổ đĩa đầy"), lambda: tried.append(1))
    assert "ổ đĩa đầy" in banner.text
    assert SaveFailed(reason="").hint in banner.text
    assert banner.property("surface") == "wrong"
    qtbot.mouseClick(button_of(banner), Qt.MouseButton.LeftButton)
    assert tried == [1]
    assert banner.text == ""


def test_a_refusal_offers_no_second_try(banner: Banner) -> None:
    banner.tell(ReasonMissing(), lambda: None)
    assert ReasonMissing().sentence in banner.text
    assert banner.property("surface") == "attention"
    assert not button_of(banner).isVisible()


def test_a_message_can_be_put_away(banner: Banner, qtbot: QtBot) -> None:
    banner.say("good", "Đã nhận.")
    assert banner.accessibleName() == "Đã nhận."
    closer = next(
        each
        for each in banner.children()
        if getattr(each, "accessibleName", str)() == tr("Close this message")
    )
    with qtbot.waitSignal(banner.dismissed):
        qtbot.mouseClick(closer, Qt.MouseButton.LeftButton)
    assert not banner.isVisible()


def test_a_bug_opens_one_window_with_a_report_to_copy(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)
    reporter = CrashReporter()
    reporter.install()
    try:
        {}["Hồng Ngự"]
    except KeyError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: reporter.window is not None)
    window = reporter.window
    assert window is not None
    assert "Hồng Ngự" in window.report
    assert __version__ in window.report
    assert not window.isModal()
    copy = next(each for each in window.findChildren(QPushButton) if each.text() == tr("Copy the report"))
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert "Hồng Ngự" in QGuiApplication.clipboard().text()
    window.close()
    qtbot.waitUntil(lambda: reporter.window is None)


def test_a_bug_in_another_thread_is_shown_too(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)
    reporter = CrashReporter()
    reporter.install()

    def fails() -> None:
        raise RuntimeError("luồng phụ")

    thread = threading.Thread(target=fails)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: reporter.window is not None)
    assert reporter.window is not None
    assert "luồng phụ" in reporter.window.report
    reporter.window.close()
    qtbot.waitUntil(lambda: reporter.window is None)
