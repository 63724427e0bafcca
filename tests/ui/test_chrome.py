"""What stands around every page tells the truth."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.domain.errors import SaveFailed
from inspector_app.i18n import tr
from inspector_app.ui import tasks
from inspector_app.ui.chrome import LEAST, BusyStrip, Ground, Header, RailButton, SaveIndicator
from inspector_app.ui.session import SaveState
from inspector_app.ui.tasks import Lanes

AT = datetime.now(UTC)


def test_the_time_of_saving_is_in_view(qtbot: QtBot) -> None:
    saves = SaveState()
    shown = SaveIndicator(saves)
    qtbot.addWidget(shown)
    assert shown.words.text() == tr("Everything is saved")
    saves.begin("CD04")
    assert shown.words.text() == tr("Saving")
    saves.saved("CD04", AT)
    assert shown.words.text() == tr("Saved {time}", time=f"{AT.astimezone():%H:%M:%S}")
    assert shown.accessibleName() == shown.words.text()


def test_a_save_of_another_day_is_shown_with_its_date(qtbot: QtBot) -> None:
    saves = SaveState()
    shown = SaveIndicator(saves)
    qtbot.addWidget(shown)
    saves.restore(datetime(2026, 3, 5, 7, 30, tzinfo=UTC))
    assert "05/03/2026" in shown.words.text()


def test_a_failed_save_says_why_and_offers_to_try_again(qtbot: QtBot) -> None:
    saves, tried = SaveState(), list[int]()
    shown = SaveIndicator(saves)
    qtbot.addWidget(shown)
    saves.failed("CD04", SaveFailed(reason="ổ đĩa đầy"), lambda: tried.append(1))
    assert shown.words.text() == tr("Not saved")
    assert "ổ đĩa đầy" in shown.toolTip()
    shown.again.click()
    assert tried == [1]
    saves.saved("CD04", AT)
    assert not shown.again.isVisibleTo(shown)


def test_the_header_names_the_place(qtbot: QtBot) -> None:
    went: list[int] = []
    header = Header(SaveState(), lambda: went.append(1), lambda: None)
    qtbot.addWidget(header)
    header.show_heading("UBND xã Thường Phước", "23/11/2026", back=True)
    assert header.title.text() == "UBND xã Thường Phước"
    header.back.click()
    assert went == [1]
    header.show_heading("Cuộc kiểm tra", "", back=False)
    assert not header.back.isVisibleTo(header)


def test_the_rail_counts_what_waits(qtbot: QtBot) -> None:
    room = RailButton("merge", tr("Merge"), "Ctrl+2")
    qtbot.addWidget(room)
    room.show_count(12)
    assert "12" in room.accessibleName()
    assert not room.grab().isNull()
    room.show_count(0)
    assert room.accessibleName() == tr("Merge")


def test_a_name_of_two_words_gets_two_lines(qtbot: QtBot) -> None:
    one, two = RailButton("merge", "Hợp nhất", ""), RailButton("visits", "Cuộc kiểm tra", "")
    for each in (one, two):
        qtbot.addWidget(each)
    assert two.sizeHint().height() > one.sizeHint().height()


def test_slow_work_is_named_at_the_foot(lanes: Lanes, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    monkeypatch.setattr(tasks, "BUSY_AFTER_MS", 0)
    strip, gate = BusyStrip(lanes), threading.Event()
    qtbot.addWidget(strip)
    lanes.heavy(lambda: gate.wait(10), lambda _done: None, owner=lanes, doing="Đang in trang 1/3")
    qtbot.waitUntil(strip.isVisible)
    assert strip.words.text() == "Đang in trang 1/3"
    assert not strip.stop.isVisible()
    gate.set()
    qtbot.waitUntil(lambda: not strip.isVisible())


def test_on_a_screen_smaller_than_a_page_what_has_the_focus_comes_into_view(qtbot: QtBot) -> None:
    page = QWidget()
    near, far = QLineEdit(page), QLineEdit(page)
    far.move(LEAST.width() - far.sizeHint().width(), LEAST.height() - far.sizeHint().height())
    ground = Ground(page)
    qtbot.addWidget(ground)
    ground.resize(LEAST / 2)
    with qtbot.waitActive(ground):
        ground.show()
        ground.activateWindow()
    assert page.size() == LEAST
    for field in (far, near):
        field.setFocus()
        corner = field.mapTo(ground.viewport(), field.rect().bottomRight())
        assert ground.viewport().rect().contains(corner)
