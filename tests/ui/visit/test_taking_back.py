"""Ctrl+Z and Ctrl+Y: on the checklist and where areas are dealt; a text being typed keeps its own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.ui.session import Session
from inspector_app.ui.visit.coverage import DealingPage
from tests.ui.checklist.conftest import Inspector, before_checklist
from tests.ui.conftest import Screen, Settle

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def person(session: Session, visit: VisitId, screen: Screen, settle: Settle) -> Inspector:
    """An inspector before the open checklist."""
    return before_checklist(session, visit, screen, settle)


def count(person: Inspector, done: str, due: str) -> None:
    person.go("CD05")
    for words in (done, due):
        person.write(words)
        person.press(Qt.Key.Key_Return)
    person.wait()


def value(person: Inspector, code: str) -> list[str]:
    return [leaf.value for leaf in person.item(code).leaves if not leaf.computed]


def test_an_answer_is_taken_back_from_any_field_and_the_cursor_goes_there(person: Inspector) -> None:
    count(person, "3", "4")
    person.go("TT01")
    person.press(Qt.Key.Key_Z, CTRL)
    person.wait()
    assert value(person, "CD05") == ["3", ""]
    page = person.page
    assert page.current == "CD05"
    assert page.banner.text.startswith(tr("Undone: {what}", what="CD05 3 / 4 → 3 / –"))
    person.press(Qt.Key.Key_Z, CTRL)
    person.wait()
    assert value(person, "CD05") == ["", ""]
    fields = person.card("CD05").findChildren(QLineEdit)
    assert [field.text() for field in fields if field.isVisible()][:2] == ["", ""]
    person.press(Qt.Key.Key_Y, CTRL)
    person.press(Qt.Key.Key_Z, CTRL | SHIFT)
    person.wait()
    assert value(person, "CD05") == ["3", "4"]
    assert page.banner.text.startswith(tr("Redone: {what}", what="CD05 3 / – → 3 / 4"))


def test_the_banner_offers_to_do_it_again(person: Inspector) -> None:
    person.go("CD03")
    person.press(Qt.Key.Key_1)
    person.press(Qt.Key.Key_Z, CTRL)
    person.wait()
    assert person.item("CD03").status == "required"
    person.page.banner._button.click()
    person.wait()
    assert person.item("CD03").status == "answered"


def test_a_text_being_typed_keeps_its_own_undo(person: Inspector) -> None:
    person.go("CD03")
    person.press(Qt.Key.Key_1)
    person.wait()
    person.go("CD05")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    person.write("12")
    person.press(Qt.Key.Key_Z, CTRL)
    person.wait()
    assert field.text() == ""
    assert person.item("CD03").status == "answered"
    person.press(Qt.Key.Key_Z, CTRL)  # nothing is half-typed any more: now the visit's own
    person.wait()
    assert person.item("CD03").status == "required"


def test_what_cannot_be_undone_is_said(person: Inspector, visit: VisitId) -> None:
    person.go("CD03")
    person.press(Qt.Key.Key_Y, CTRL)
    person.wait()
    assert person.page.banner.text.startswith(tr("There is nothing to redo."))


def test_a_finding_is_taken_back_at_its_item(person: Inspector) -> None:
    person.go("CD05")
    person.press(Qt.Key.Key_F3, SHIFT)
    person.wait()
    item = person.item("CD05")
    assert item.findings == 1
    person.go("CD01")
    person.press(Qt.Key.Key_Z, CTRL)
    person.wait()
    assert person.item("CD05").findings == 0
    assert person.page.current == "CD05"
    assert person.page.items["CD05"].findings == 0


def test_dealing_is_taken_back_too(
    session: Session, visit: VisitId, screen: Screen, qtbot: QtBot, settle: Settle
) -> None:
    page = screen.enter(DealingPage(session, visit), 1017, 480)
    table = page.map.table
    assert table.hasFocus()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    settle(session.lanes)
    assert page.map.model.roster is not None
    assert page.map.model.roster.dealt
    qtbot.keyClick(table, Qt.Key.Key_Z, CTRL)
    settle(session.lanes)
    assert not page.map.model.roster.dealt
    assert page.map.banner.text.startswith(tr("Undone: {what}", what="")[:6])
