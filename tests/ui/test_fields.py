"""Fields keep what is typed and say so at the right moments; choices and dates read as people write."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.ui.fields import Choice, DateEdit, Field, LineEdit, SearchBox, Segments, TextArea

Page = Callable[..., QWidget]


@pytest.mark.parametrize("make", [LineEdit, TextArea])
def test_typing_is_told_soon_and_finished_once_left(
    qtbot: QtBot, on_a_page: Page, make: type[LineEdit | TextArea]
) -> None:
    field, other = make("cũ"), QPushButton("x")
    on_a_page(field, other)
    typed: list[str] = []
    finished: list[str] = []
    field.typed.connect(typed.append)
    field.finished.connect(finished.append)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "moi")
    qtbot.waitUntil(lambda: typed == ["moi"])
    assert finished == []
    other.setFocus()
    assert finished == ["moi"]
    field.setFocus()
    other.setFocus()
    assert finished == ["moi"]


@pytest.mark.parametrize("make", [LineEdit, TextArea])
def test_text_is_kept_composed(qtbot: QtBot, on_a_page: Page, make: type[LineEdit | TextArea]) -> None:
    field, other = make(), QPushButton("x")
    on_a_page(field, other)
    field.setFocus()
    with qtbot.waitSignal(field.finished) as left:
        if isinstance(field, LineEdit):
            field.setText("Ho\u0302\u0300ng Ngu\u031b\u0323 ")
        else:
            field.setPlainText("Ho\u0302\u0300ng Ngu\u031b\u0323 ")
        other.setFocus()
    assert left.args == ["Hồng Ngự"]


@pytest.mark.parametrize("make", [LineEdit, TextArea])
def test_what_is_being_typed_is_left_alone(
    qtbot: QtBot, on_a_page: Page, make: type[LineEdit | TextArea]
) -> None:
    field = make("cũ")
    on_a_page(field)
    field.setFocus()
    qtbot.keyClicks(field, "x")
    assert field.changed
    field.set_value("từ máy khác")
    assert "x" in field.value


def test_a_text_area_grows_with_its_text_and_tab_leaves_it(qtbot: QtBot, on_a_page: Page) -> None:
    area, other = TextArea(lines=(2, 5)), QPushButton("x")
    on_a_page(area, other)
    low = area.height()
    area.setPlainText("\n".join("abcd"))
    assert area.height() > low
    area.setPlainText("\n".join("abcdefghijkl"))
    assert area.height() < 3 * low
    area.setFocus()
    qtbot.keyClick(area, Qt.Key.Key_Tab)
    assert other.hasFocus()


def test_a_search_waits_for_the_keys_to_rest(qtbot: QtBot, on_a_page: Page) -> None:
    box = SearchBox("Tìm")
    on_a_page(box)
    searched: list[str] = []
    box.settled.connect(searched.append)
    with qtbot.waitSignal(box.settled):
        qtbot.keyClicks(box, "thuong")
    assert searched == ["thuong"]
    assert box.completer() is None
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert searched == ["thuong", ""]
    qtbot.keyClicks(box, "a")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert searched == ["thuong", "", "a"]


def test_segments_choose_by_mouse_digit_and_arrow(qtbot: QtBot, on_a_page: Page) -> None:
    choice = Segments([("co", "Có"), ("khong", "Không"), ("kad", "Không áp dụng")], numbered=True)
    on_a_page(choice)
    chosen: list[str] = []
    choice.chosen.connect(chosen.append)
    buttons = list(choice.buttons().values())
    qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert (chosen, choice.value) == (["khong"], "khong")
    qtbot.keyClick(buttons[1], Qt.Key.Key_3)
    assert chosen == ["khong", "kad"]
    qtbot.keyClick(buttons[2], Qt.Key.Key_Left)
    qtbot.keyClick(buttons[1], Qt.Key.Key_Space)
    assert chosen == ["khong", "kad", "khong"]
    choice.set_value("co")
    assert chosen == ["khong", "kad", "khong"]
    assert [each.isChecked() for each in buttons] == [True, False, False]


def test_a_clearable_choice_is_taken_back_by_choosing_it_again(qtbot: QtBot, on_a_page: Page) -> None:
    choice = Segments([("co", "Có"), ("khong", "Không")], "co", clearable=True)
    on_a_page(choice)
    with qtbot.waitSignal(choice.chosen) as cleared:
        qtbot.mouseClick(choice.buttons()["co"], Qt.MouseButton.LeftButton)
    assert cleared.args == [""]
    assert choice.value == ""


@pytest.mark.parametrize("text", ["5/7/2026", "05-07-2026", "5.7.26", " 05/07/2026 "])
def test_a_date_is_read_as_officials_write_it(qtbot: QtBot, on_a_page: Page, text: str) -> None:
    field = DateEdit()
    on_a_page(field)
    field.line.setText(text)
    with qtbot.waitSignal(field.finished):
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.value == date(2026, 7, 5)
    assert field.line.text() == "05/07/2026"


def test_what_is_no_date_is_kept_and_marked(qtbot: QtBot, on_a_page: Page) -> None:
    field = DateEdit(date(2026, 11, 23))
    on_a_page(field)
    field.line.setText("31/02/2026")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.value is None
    assert "31/02/2026" in field.problem
    assert field.line.text() == "31/02/2026"
    assert field.line.property("bad")
    field.line.clear()
    with qtbot.waitSignal(field.finished):
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert (field.value, field.problem) == (None, "")


@pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform, at a popup
def test_a_date_is_picked_from_a_calendar(qtbot: QtBot, on_a_page: Page) -> None:
    field = DateEdit(date(2026, 11, 23))
    on_a_page(field)
    qtbot.keyClick(field.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = field.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate().day() == 23
    calendar.setSelectedDate(calendar.selectedDate().addDays(1))
    with qtbot.waitSignal(field.finished):
        calendar.clicked.emit(calendar.selectedDate())
    assert field.value == date(2026, 11, 24)


def test_a_wheel_never_changes_a_choice(on_a_page: Page) -> None:
    choice = Choice([("a", "Một"), ("b", "Hai")], "a")
    on_a_page(choice)
    turn = QWheelEvent(
        choice.rect().center().toPointF(),
        choice.mapToGlobal(choice.rect().center()).toPointF(),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    choice.wheelEvent(turn)
    assert choice.value == "a"
    assert not turn.isAccepted()


def test_a_field_says_below_why_it_refuses(on_a_page: Page) -> None:
    field = Field("Số", QLineEdit(), hint="Hai chữ số")
    on_a_page(field)
    assert field.below.text() == "Hai chữ số"
    field.refuse("Không đọc được")
    assert field.refusal == "Không đọc được"
    assert field.control.accessibleDescription() == "Không đọc được"
    field.accept()
    assert field.refusal == ""
    assert field.below.text() == "Hai chữ số"
    assert field.control.accessibleName() == "Số"
