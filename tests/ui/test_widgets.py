"""The small parts lay themselves out and say what they are."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.i18n import tr
from inspector_app.ui import widgets
from inspector_app.ui.fields import LineEdit
from inspector_app.ui.widgets import ElidedLabel, EmptyPage, Flow, Scroll

Page = Callable[..., QWidget]


def test_a_long_title_gives_way_and_keeps_its_whole_text(qtbot: QtBot) -> None:
    title = ElidedLabel("UBND xã Thường Phước, tỉnh Đồng Tháp", "title")
    qtbot.addWidget(title)
    title.resize(120, 30)
    title.show()
    assert title.text() == "UBND xã Thường Phước, tỉnh Đồng Tháp"
    assert title.toolTip() == title.text()
    title.resize(900, 30)
    assert title.toolTip() == ""


def test_a_flow_wraps_like_words(qtbot: QtBot) -> None:
    page = QWidget()
    flow = Flow()
    page.setLayout(flow)
    parts = [QPushButton(f"Nút {n}") for n in range(5)]
    for part in parts:
        flow.addWidget(part)
    qtbot.addWidget(page)
    page.resize(2000, 200)
    page.show()
    assert len({part.y() for part in parts}) == 1
    assert flow.heightForWidth(parts[0].width() * 2 + 20) > flow.heightForWidth(2000)
    page.resize(parts[0].width() * 2 + 20, 400)
    assert len({part.y() for part in parts}) == 3


def test_the_focus_is_scrolled_into_view(qtbot: QtBot) -> None:
    page = Scroll()
    fields = [LineEdit(name=str(n)) for n in range(40)]
    for field in fields:
        page.column.addWidget(field)
    qtbot.addWidget(page)
    page.resize(400, 200)
    page.show()
    page.activateWindow()
    fields[0].setFocus()
    for _ in range(12):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    now = page.focusWidget()
    assert now is fields[12]
    assert page.viewport().rect().contains(now.mapTo(page.viewport(), now.rect().center()))


def test_a_wrapped_text_on_an_empty_page_is_shown_whole(qtbot: QtBot) -> None:
    words = "Nơi đây liệt kê các cuộc kiểm tra lập trên máy này và các cuộc nhận từ Sở. " * 3
    page = EmptyPage("visits", "Chưa có gì", words, QPushButton("Bắt đầu"))
    qtbot.addWidget(page)
    page.resize(700, 500)
    page.show()
    label = next(each for each in page.findChildren(widgets.QLabel) if each.text() == words)
    assert label.height() >= label.heightForWidth(label.width())


def test_tools_and_buttons_name_their_keys(qtbot: QtBot, on_a_page: Page) -> None:
    pressed: list[str] = []
    button = widgets.button("&In", lambda: pressed.append("in"), icon="print", shortcut="Ctrl+P")
    tool = widgets.tool("close", tr("Close"), lambda: pressed.append("close"))
    page = on_a_page(button, tool)
    assert "Ctrl+P" in button.toolTip()
    assert tool.accessibleName() == tr("Close")
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(tool, Qt.Key.Key_Space)
    assert pressed == ["in", "close"]


@pytest.mark.parametrize(
    "part", [lambda: widgets.Glyph("info"), lambda: widgets.StateMark("disputed"), lambda: widgets.Bar(0.5)]
)
def test_pictures_paint(qtbot: QtBot, part: "type[QWidget]") -> None:
    shown = part()
    qtbot.addWidget(shown)
    shown.resize(40, max(4, shown.height()))
    image = QImage(shown.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    shown.render(image)
    assert len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}) > 1


def test_clear_empties_a_layout_at_once(qtbot: QtBot) -> None:
    first, second = QPushButton("a"), QPushButton("b")
    page = QWidget()
    column = widgets.column(widgets.row(first, None), second)
    page.setLayout(column)
    qtbot.addWidget(page)
    page.show()
    widgets.clear(column)
    assert column.count() == 0
    assert not first.isVisible()
