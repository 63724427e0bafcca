"""Typing answers in from paper, over the checklist page of a real workspace."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.domain.records import MEMBER, RecordId
from inspector_app.i18n import tr
from inspector_app.services.workbench import Workbench
from inspector_app.ui.checklist.page import ChecklistPage
from inspector_app.ui.checklist.type_in import TypeIn, answer_words
from tests.ui.checklist.conftest import Inspector
from tests.ui.conftest import Settle


class Typist(Inspector):
    """A person with the papers of the morning."""

    def __init__(self, page: ChecklistPage, qtbot: QtBot, settle: Settle) -> None:
        super().__init__(page, settle)
        qtbot.keyClick(page, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
        self.wait()

    @property
    def lines(self) -> TypeIn:
        lines = self.page.findChild(TypeIn)
        assert isinstance(lines, TypeIn)
        return lines

    def type(self, words: str, *, wait: bool = True) -> None:
        """A line and Enter."""
        self.lines.field.insert(words)
        self.press(Qt.Key.Key_Return)
        if wait:
            self.wait()


@pytest.fixture
def page(inspector: Inspector) -> ChecklistPage:
    return inspector.page


@pytest.fixture
def typist(page: ChecklistPage, qtbot: QtBot, settle: Settle) -> Typist:
    return Typist(page, qtbot, settle)


def test_lines_are_taken_down_one_after_the_other(typist: Typist) -> None:
    typist.lines.go_to("CD01")
    for words in ("2", "0,75", "1 g có quyết định"):
        typist.type(words)
    assert typist.item("CD01").leaves[0].value == "b"
    assert typist.item("CD02").leaves[0].value == "0.75"
    assert (typist.item("CD03").leaves[0].value, typist.item("CD03").note) == ("co", "có quyết định")
    assert typist.lines.current == "CD04"
    assert typist.page.session.saves.state == "saved"


def test_the_lines_stand_in_the_order_of_the_paper(typist: Typist) -> None:
    shown = [row.item.code for row in typist.lines.lines.rows.shown]
    areas = typist.page.areas.values()
    asked = [code for area in areas for code in area.items]
    assert [code for code in asked if code in shown] == shown
    assert "CS03" not in shown  # follows from the base figures
    # One item, the one in dispute, has been answered already.
    assert typist.lines.progress.text() == tr("{answered}/{total} items", answered=1, total=len(shown))


def test_a_line_that_says_nothing_sensible_stays_with_a_sentence(typist: Typist) -> None:
    typist.lines.go_to("CD05")
    typist.type("mười")
    assert typist.lines.current == "CD05"
    assert typist.lines.field.text() == "mười"
    assert typist.lines.troubles["CD05"]
    assert typist.lines.field.property("bad")
    typist.type("3/4")  # what is selected is typed over
    assert typist.lines.current == "CD06"
    assert "CD05" not in typist.lines.troubles


def test_a_line_that_the_checklist_refuses_comes_back(typist: Typist) -> None:
    typist.lines.go_to("CD05")
    typist.type("5/4")
    assert typist.lines.current == "CD05"
    assert typist.lines.field.text() == "5/4"
    assert typist.lines.troubles["CD05"]
    assert typist.item("CD05").leaves[0].value == ""


def test_a_refused_line_waits_while_the_next_is_being_typed(typist: Typist) -> None:
    typist.lines.go_to("CD05")
    typist.type("5/4", wait=False)
    typist.lines.field.insert("1")
    typist.wait()
    assert typist.lines.current == "CD06"
    assert typist.lines.field.text() == "1"
    assert "CD05" in typist.lines.troubles
    typist.press(Qt.Key.Key_Up)
    assert typist.lines.field.text() == "5/4"
    typist.press(Qt.Key.Key_Down)
    assert typist.lines.field.text() == "1"


def test_a_reason_says_that_an_item_does_not_apply(typist: Typist) -> None:
    typist.lines.go_to("CD07")
    typist.type("k chưa từng được kiểm tra")
    item = typist.item("CD07")
    assert (item.not_applicable, item.reason) == (True, "chưa từng được kiểm tra")


def test_a_code_leads_to_its_item(typist: Typist) -> None:
    typist.type("tt05")
    assert typist.lines.current == "TT05"
    assert typist.lines.field.text() == ""


def test_an_empty_line_goes_on_and_changes_nothing(typist: Typist) -> None:
    typist.lines.go_to("CD04")
    before = typist.item("CD04")
    typist.type("")
    assert typist.lines.current == "CD05"
    assert typist.item("CD04") == before


def test_an_item_of_a_colleague_is_refused_in_place(typist: Typist) -> None:
    def deal(bench: Workbench) -> object:
        visit = typist.page.visit
        other, _ = bench.visits.add(visit, "participant", side="team", name="Duyên", role=MEMBER)
        return bench.duties.deal(visit, RecordId(other), ["TC"])

    typist.page.session.save(deal, owner=typist.page.session)
    typist.wait()
    typist.lines.go_to("TC03")
    typist.type("1/2")
    assert "Duyên" in typist.lines.troubles["TC03"]
    assert typist.item("TC03").leaves[0].value == ""


def test_the_keys_of_the_page_behind_do_nothing(typist: Typist) -> None:
    typist.lines.go_to("CD05")
    typist.lines.field.insert("3/4")
    for key in (Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F8):
        typist.press(key)
    assert QApplication.focusWidget() is typist.lines.field
    assert typist.lines.current == "CD05"


def test_f2_opens_the_items_own_form(typist: Typist) -> None:
    typist.lines.go_to("CD05")
    typist.press(Qt.Key.Key_F2)
    typist.wait()
    assert typist.page.findChild(TypeIn) is None or not typist.page.findChild(TypeIn).isVisible()
    assert typist.page.current == "CD05"


def test_escape_asks_once_about_words_that_were_not_entered(typist: Typist) -> None:
    typist.lines.go_to("CD05")
    typist.lines.field.insert("3/4")
    typist.press(Qt.Key.Key_Escape)
    assert typist.lines.troubles["CD05"]
    typist.press(Qt.Key.Key_Return)
    typist.wait()
    assert typist.item("CD05").leaves[0].value == "3"
    typist.press(Qt.Key.Key_Escape)
    typist.wait()
    assert typist.page.current == "CD06"


def test_leaving_forgets_what_was_refused(typist: Typist) -> None:
    typist.lines.go_to("CD05")
    typist.type("5/4")
    typist.press(Qt.Key.Key_Escape)
    typist.press(Qt.Key.Key_Escape)
    typist.wait()
    assert typist.page.scribe.unsaved_items == frozenset()


def test_the_last_line_says_so(typist: Typist) -> None:
    typist.lines.go_to("NX03")
    typist.type("Không có kiến nghị")
    assert typist.item("NX03").leaves[0].value == "Không có kiến nghị"
    assert typist.lines.said.text() == tr("This was the last line")


def test_answers_are_shown_as_short_as_can_be(typist: Typist) -> None:
    typist.lines.go_to("CD05")
    typist.type("3/4")
    assert answer_words(typist.item("CD05")) == "3 / 4 = 75,00%"
    typist.lines.go_to("SL02")
    typist.type("1.234")
    assert answer_words(typist.item("SL02")) == "1.234"


def test_every_part_has_a_name_for_a_screen_reader(typist: Typist) -> None:
    assert typist.lines.lines.accessibleName()
    typist.lines.go_to("CD05")
    assert typist.lines.field.accessibleName().startswith("CD05")
    assert "18/26" in typist.lines.field.accessibleDescription()
