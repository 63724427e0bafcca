"""Fields keep what is typed and say so at the right moments; choices and dates read as people write."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from inspector_app import i18n
from inspector_app.text import NoSuchDay, NotANumber, NotAShare, UnreadableText
from inspector_app.ui.fields import (
    Choice,
    DateEdit,
    Field,
    LineEdit,
    NumberEdit,
    SearchBox,
    Segments,
    TextArea,
    ValueEdit,
)
from inspector_app.ui.fields.values import NotBetween, NotWhole

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


def copied(text: str, html: str = "") -> QMimeData:
    """What another program put on the clipboard."""
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    return data


def test_a_table_from_excel_becomes_lines_to_read(qtbot: QtBot, on_a_page: Page) -> None:
    area, other = TextArea(), QPushButton("x")
    on_a_page(area, other)
    table = 'Họ tên\tChức vụ\r\nLê Đức\t"Chủ tịch,\r\nBí thư"\r\n'
    QGuiApplication.clipboard().setMimeData(copied(table, "<table><tr><td>…</td></tr></table>"))
    area.setFocus()
    qtbot.keyClick(area, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert area.toPlainText() == "Họ tên | Chức vụ\nLê Đức | Chủ tịch, / Bí thư"
    with qtbot.waitSignal(area.finished) as left:
        other.setFocus()
    assert left.args == [area.toPlainText()]


def test_a_table_in_a_field_of_one_line_keeps_its_cells_apart(qtbot: QtBot, on_a_page: Page) -> None:
    field, other = LineEdit(), QPushButton("x")
    on_a_page(field, other)
    QGuiApplication.clipboard().setMimeData(copied("Số\tTên\r\n1\tLong Khánh\r\n"))
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(field.finished) as left:
        other.setFocus()
    assert left.args == ["Số | Tên; 1 | Long Khánh"]
    assert field.text() == "Số | Tên; 1 | Long Khánh"


@pytest.mark.parametrize("make", [LineEdit, TextArea])
@pytest.mark.parametrize("between", [" ", "\n"], ids=["one paragraph", "many lines"])
def test_a_hundred_thousand_characters_are_taken_whole(
    qtbot: QtBot, on_a_page: Page, make: type[LineEdit | TextArea], between: str
) -> None:
    field, other = make(), QPushButton("x")
    on_a_page(field, other)
    text = between.join(["Tồn\x07 tại, ha\u0323n chế\u200b"] * 5_600)
    assert len(text) > 100_000
    field.setFocus()
    if isinstance(field, TextArea):
        field.insertFromMimeData(copied(text))
    else:
        field.insert(text)
    with qtbot.waitSignal(field.finished) as left:
        other.setFocus()
    kept = between if make is TextArea else " "
    assert left.args == [kept.join(["Tồn tại, hạn chế"] * 5_600)]


@pytest.mark.parametrize("make", [LineEdit, TextArea])
def test_a_word_being_composed_is_left_alone(
    qtbot: QtBot, on_a_page: Page, make: type[LineEdit | TextArea]
) -> None:
    field = make("cũ")
    on_a_page(field)
    field.setFocus()
    QApplication.sendEvent(field, QInputMethodEvent("thươ", []))
    field.set_value("từ máy khác")
    assert field.value == "cũ"
    done = QInputMethodEvent("", [])
    done.setCommitString("thương ")
    QApplication.sendEvent(field, done)
    assert "thương" in field.value


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


def write(field: ValueEdit, text: str, qtbot: QtBot) -> None:
    """Enter a text and press Enter; the test's keyboard has no Vietnamese letters."""
    field.line.setFocus()
    field.line.selectAll()
    field.line.insert(text)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)


def offered(page: QWidget) -> list[QPushButton]:
    """The readings on offer below the fields of a page."""
    return [each for each in page.findChildren(QPushButton) if each.isVisible()]


@pytest.mark.parametrize(
    "text", ["5/7/2026", "05-07-2026", "5.7.26", " 05/07/2026 ", "20260705", "ngày 5 tháng 7 năm 2026"]
)
def test_a_date_is_read_as_officials_write_it(qtbot: QtBot, on_a_page: Page, text: str) -> None:
    edit = DateEdit()
    field = Field("Ngày", edit)
    on_a_page(field)
    with qtbot.waitSignal(edit.finished):
        write(edit, text, qtbot)
    assert edit.value == date(2026, 7, 5)
    assert edit.line.text() == "05/07/2026"
    assert field.below.text() == "Chủ nhật, ngày 05 tháng 7 năm 2026"
    edit.line.clearFocus()
    edit.set_value(date(2026, 7, 6))  # what comes from the workspace is not explained
    field.accept()
    assert field.below.isHidden()


def test_the_day_is_said_in_the_language_of_the_window(qtbot: QtBot, on_a_page: Page) -> None:
    i18n.use("en")
    edit = DateEdit()
    on_a_page(field := Field("Date", edit))
    write(edit, "5/7/2026", qtbot)
    assert field.below.text() == "Sunday 5 July 2026"


def test_a_day_without_a_year_is_asked_about(qtbot: QtBot, on_a_page: Page) -> None:
    edit = DateEdit()
    page = on_a_page(Field("Ngày", edit), QPushButton("x"))
    finished: list[date | None] = []
    edit.finished.connect(lambda: finished.append(edit.value))
    write(edit, "5/7", qtbot)
    assert finished == []
    assert edit.line.text() == "5/7"
    first, second, _other = sorted(offered(page), key=lambda each: each.text() == "x")
    assert first.text().endswith(f"năm {edit.readings[0].year}")
    assert abs(edit.readings[0].year - edit.readings[1].year) == 1
    qtbot.keyClick(edit.line, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is first
    likely = edit.readings[0]
    qtbot.keyClick(first, Qt.Key.Key_Space)
    assert finished == [likely]
    assert not first.isVisible()
    assert not second.isVisible()


def test_a_month_before_the_day_is_not_taken_silently(qtbot: QtBot, on_a_page: Page) -> None:
    edit = DateEdit()
    page = on_a_page(field := Field("Ngày", edit))
    write(edit, "7/13/2026", qtbot)
    assert edit.value is None
    assert "7/13/2026" in field.refusal
    (only,) = offered(page)
    only.click()
    assert edit.value == date(2026, 7, 13)


def test_a_date_being_typed_is_left_alone(qtbot: QtBot, on_a_page: Page) -> None:
    edit = DateEdit(date(2026, 7, 5))
    on_a_page(edit)
    edit.line.setFocus()
    edit.line.selectAll()
    qtbot.keyClicks(edit.line, "6/7")
    edit.set_value(date(2026, 1, 1))
    assert edit.line.text() == "6/7"


@pytest.mark.parametrize(
    ("text", "value", "shown"),
    [
        ("1.234,5", "1234.5", "1234,5"),
        ("1,234.5", "1234.5", "1234,5"),
        ("1 234", "1234", "1234"),
        ("7", "7", "7"),
    ],
)
def test_a_number_is_read_in_both_habits(
    qtbot: QtBot, on_a_page: Page, text: str, value: str, shown: str
) -> None:
    edit = NumberEdit()
    on_a_page(edit)
    with qtbot.waitSignal(edit.finished):
        write(edit, text, qtbot)
    assert edit.value == Decimal(value)
    assert edit.line.text() == shown


def test_a_number_with_two_readings_is_asked_about_in_place(qtbot: QtBot, on_a_page: Page) -> None:
    edit = NumberEdit()
    page = on_a_page(field := Field("Số", edit))
    write(edit, "1.234", qtbot)
    assert edit.value is None
    assert "1.234" in field.refusal
    assert [each.text() for each in offered(page)] == [
        "1.234 = một nghìn hai trăm ba mươi tư",
        "1,234 = một phẩy hai ba bốn",
    ]
    offered(page)[1].click()
    assert edit.value == Decimal("1.234")
    assert field.refusal == ""


@pytest.mark.parametrize(
    ("edit", "text", "why"),
    [
        (lambda: NumberEdit(), "mười", NotANumber),
        (lambda: NumberEdit(), "18%", NotAShare),
        (lambda: NumberEdit(whole=True), "12,5", NotWhole),
        (lambda: NumberEdit(least=1, most=10), "11", NotBetween),
        (lambda: NumberEdit(whole=True, most=10), "1.100", NotBetween),
        (lambda: DateEdit(), "31/2/2026", NoSuchDay),
    ],
)
def test_what_belongs_elsewhere_is_refused_with_a_sentence(
    qtbot: QtBot, on_a_page: Page, edit: Callable[[], ValueEdit], text: str, why: type[UnreadableText]
) -> None:
    made = edit()
    on_a_page(field := Field("Số", made))
    write(made, text, qtbot)
    assert made.value is None
    assert made.line.text() == text
    assert isinstance(made._doubt(), why)
    assert field.refusal == made.problem
    assert text in field.refusal


def test_the_context_makes_a_number_certain(qtbot: QtBot, on_a_page: Page) -> None:
    whole, share, small = NumberEdit(whole=True), NumberEdit(percent=True), NumberEdit(most=10)
    on_a_page(whole, share, small)
    write(whole, "1.234", qtbot)
    write(share, "18,5%", qtbot)
    write(small, "1.125", qtbot)
    assert (whole.value, share.value, small.value) == (Decimal(1234), Decimal("18.5"), Decimal("1.125"))


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
