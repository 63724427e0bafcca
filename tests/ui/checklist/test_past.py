"""The last visit beside the item: its answer, and its recommendations judged with one key each."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from inspector_app.domain.records import LEAD, MEMBER, VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import NewVisit
from inspector_app.services.workbench import Workbench
from inspector_app.ui.checklist.card import ItemCard
from inspector_app.ui.checklist.past import FollowUpBox
from tests.ui.checklist.conftest import Inspector, Team

UNIT = "29971"


def last_year(bench: Workbench) -> VisitId:
    visit, _ = bench.visits.new(NewVisit(UNIT, date(2025, 11, 24)))
    bench.checklists.answer(visit, "CD05", {"CD05_tu": "3", "CD05_mau": "4"})
    bench.checklists.note(visit, "CD05", "Báo cáo quý III gửi chậm")
    for text in ("Gửi báo cáo đúng hạn", "Phân công người theo dõi"):
        bench.visits.add(
            visit, "recommendation", item="CD05", text=text, responsible="Văn phòng", due_on=date(2026, 1, 15)
        )
    return visit


@pytest.fixture
def looking_back(team: Team, inspector: Inspector) -> Inspector:
    """An inspector at an item of which the last visit left two recommendations."""
    team.make_me(LEAD, "CD")
    team.do(last_year)
    visit = inspector.page.visit
    team.save(lambda bench: bench.earlier.bring(visit))
    inspector.go("CD05")
    inspector.wait()
    return inspector


def buttons(card: ItemCard) -> list[QPushButton]:
    return card.findChildren(QPushButton)


def boxes(inspector: Inspector) -> list[FollowUpBox]:
    return list(inspector.page.detail.past.boxes.values())


def states(inspector: Inspector) -> list[str]:
    return [box.entry.record.state for box in boxes(inspector)]


def test_a_visit_that_lacks_what_this_laptop_knows_is_given_it(team: Team, inspector: Inspector) -> None:
    from inspector_app.ui.checklist.page import ChecklistPage

    team.do(last_year)
    page = ChecklistPage(inspector.page.session, inspector.page.visit)
    inspector.wait()
    assert len(page.looking_back.earlier.follow_ups) == 2
    page.deleteLater()


def test_the_last_answer_and_the_recommendations_stand_beside_the_item(looking_back: Inspector) -> None:
    read = " ".join(label.text() for label in looking_back.page.detail.past.findChildren(QLabel))
    for words in ("24/11/2025 · 3 / 4 · ", "Báo cáo quý III gửi chậm", "Gửi báo cáo đúng hạn", "Văn phòng"):
        assert words in read
    assert tr("due {date}", date="15/01/2026") in read
    looking_back.go("CD06")
    assert looking_back.page.detail.past.isHidden()


def test_one_key_each_says_what_became_of_them(looking_back: Inspector) -> None:
    assert [box.property("chosen") for box in boxes(looking_back)] == [True, False]
    looking_back.press(Qt.Key.Key_F10)
    looking_back.wait()
    assert states(looking_back) == ["fixed", "open"]
    assert [box.property("chosen") for box in boxes(looking_back)] == [False, True]
    looking_back.press(Qt.Key.Key_F12)
    looking_back.wait()
    assert states(looking_back) == ["fixed", "not_fixed"]
    looking_back.press(Qt.Key.Key_F11)  # a second thought goes to the last one
    looking_back.wait()
    assert states(looking_back) == ["fixed", "partly"]


def test_the_same_key_again_leads_to_what_is_left(looking_back: Inspector) -> None:
    for key in (Qt.Key.Key_F10, Qt.Key.Key_F11, Qt.Key.Key_F11):
        looking_back.press(key)
        looking_back.wait()
    assert boxes(looking_back)[1].note.hasFocus()


def test_on_a_narrow_screen_the_drawer_opens_first(looking_back: Inspector) -> None:
    page = looking_back.page
    page.resize(1017, 530)
    assert page.detail.isHidden()
    looking_back.press(Qt.Key.Key_F10)
    looking_back.wait()
    assert not page.detail.isHidden()
    assert states(looking_back) == ["open", "open"]
    looking_back.press(Qt.Key.Key_F10)
    looking_back.wait()
    assert states(looking_back) == ["fixed", "open"]


def test_with_the_mouse_and_a_word_on_what_is_left(looking_back: Inspector) -> None:
    box = boxes(looking_back)[1]
    assert box.note.isHidden()
    box.state.buttons()["partly"].click()
    looking_back.wait()
    assert states(looking_back) == ["open", "partly"]
    box.note.setFocus()
    looking_back.write("Còn một báo cáo")
    looking_back.press(Qt.Key.Key_Return)
    looking_back.wait()
    assert box.entry.record.note == "Còn một báo cáo"
    box.obsolete.click()
    looking_back.wait()
    assert states(looking_back)[1] == "obsolete"
    assert box.obsolete.isHidden()


def test_in_an_area_of_another_it_is_only_read(looking_back: Inspector, team: Team) -> None:
    team.member("Nguyễn Tấn Lộc", "CD")
    team.make_me(MEMBER, "TT")
    looking_back.wait()
    assert not any(box.isEnabled() for box in boxes(looking_back))
    looking_back.press(Qt.Key.Key_F10)
    looking_back.wait()
    assert states(looking_back) == ["open", "open"]


def test_what_was_carried_out_is_offered_at_its_item_and_taken_with_one_key(looking_back: Inspector) -> None:
    for key in (Qt.Key.Key_F10, Qt.Key.Key_F12):
        looking_back.press(key)
        looking_back.wait()
    card = looking_back.go("CD07")
    words = tr("Of {count} earlier recommendations, {fixed} have been put right.", count=2, fixed=1)
    assert words in looking_back.reads(card)
    item = looking_back.item("CD07")
    assert [leaf.value for leaf in item.leaves if not leaf.computed] == ["", ""]
    looking_back.press(Qt.Key.Key_F5)
    looking_back.wait()
    item = looking_back.item("CD07")
    assert [leaf.value for leaf in item.leaves if not leaf.computed] == ["1", "2"]
    assert words not in looking_back.reads(card)
    looking_back.go("CD05")
    looking_back.press(Qt.Key.Key_F10)  # the last one after all: the answer stays, the new count is offered
    looking_back.wait()
    assert any(each.isVisible() and "2/2" in each.text() for each in buttons(card))
    assert [leaf.value for leaf in looking_back.item("CD07").leaves if not leaf.computed] == ["1", "2"]


def test_nothing_is_offered_where_no_visit_recommended_anything(inspector: Inspector) -> None:
    card = inspector.go("CD07")
    inspector.press(Qt.Key.Key_F5)
    inspector.wait()
    assert inspector.item("CD07").status != "answered"
    assert not any(each.isVisible() and "F5" in each.text() for each in buttons(card))
