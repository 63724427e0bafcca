"""Before, mine, theirs; a choice, a reason, a decision."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.dispute_views import ConflictView
from inspector_app.services.views import ItemView
from inspector_app.ui.merge.page import MergePage
from inspector_app.ui.tasks import Lanes
from tests.ui.conftest import DISPUTED

Settle = Callable[[Lanes], None]


def item(page: MergePage, visit: VisitId, settle: Settle) -> ItemView:
    found: list[ItemView] = []
    page.session.read(lambda b: b.checklists.open(visit).items[DISPUTED], found.append, owner=page)
    settle(page.session.lanes)
    return found[0]


def test_before_mine_theirs_stand_in_that_order(page: MergePage) -> None:
    cards = page.conflicts.cards
    assert [card.side and card.side.mine for card in cards] == [None, True, False]
    texts = [[label.text() for label in card.findChildren(QLabel)] for card in cards]
    assert texts[0][0] == tr("Before")
    assert texts[1][0] == tr("Mine")
    assert "18 / 26" in texts[1][1]
    assert "17 / 26" in texts[2][1]
    assert "Lê Thị Mỹ Duyên" in texts[2][2]
    assert "Máy 02" in texts[2][2]
    assert DISPUTED in page.conflicts.title.text()
    assert page.conflicts.where.text() == "Công tác chỉ đạo, điều hành cải cách hành chính"
    assert page.visit.currentText().startswith("xã Thường Phước")


def test_a_conflict_is_decided_by_keyboard_with_a_reason(
    page: MergePage, visit: VisitId, qtbot: QtBot, settle: Settle
) -> None:
    counts: list[int] = []
    page.counted.connect(counts.append)
    conflicts = page.conflicts
    assert conflicts.cards[1].hasFocus()
    qtbot.keyClick(conflicts.cards[1], Qt.Key.Key_2)
    assert [card.chosen for card in conflicts.cards] == [False, False, True]
    window = page.windowHandle()
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert conflicts.reason_field.refusal
    assert conflicts.reason.hasFocus()
    qtbot.keyClicks(conflicts.reason, "theo so theo doi")
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(page.session.lanes)
    assert counts[-1] == 0
    assert conflicts.body.currentWidget() is conflicts.empty
    decided = item(page, visit, settle)
    assert not decided.disputed
    assert decided.leaves[0].value == "17"


def test_nothing_is_decided_without_a_choice(page: MergePage, visit: VisitId, settle: Settle) -> None:
    page.conflicts.reason.setPlainText("vì")
    page.conflicts.decide.click()
    assert page.conflicts.banner.text == tr("Choose one of the values first.")
    assert item(page, visit, settle).disputed


def test_a_choice_and_its_reason_stay_while_the_list_is_read_again(page: MergePage, settle: Settle) -> None:
    page.conflicts.choose(1)
    page.conflicts.reason.setPlainText("đang viết")
    page.entered()
    settle(page.session.lanes)
    assert page.conflicts.cards[1].chosen
    assert page.conflicts.reason.value == "đang viết"


def test_the_next_and_the_previous_conflict(page: MergePage) -> None:
    from dataclasses import replace

    one = page.conflicts.current
    assert one is not None
    two: ConflictView = replace(one, id="khác", field="note", title="CD05")
    page.conflicts.show_conflicts((one, two))
    assert not page.conflicts.before.isEnabled()
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    assert page.conflicts.title.text() == "CD05"
    assert page.conflicts.field.text() == tr("Note")
    assert not page.conflicts.next.isEnabled()
    page.conflicts.step(-1)
    assert page.conflicts.current == one


def test_the_conflicts_of_a_visit_are_turned_to(page: MergePage) -> None:
    from dataclasses import replace

    one = page.conflicts.current
    assert one is not None
    other = replace(one, id="khác", visit=VisitId("visit 2"))
    page.conflicts.show_conflicts((one, other))
    page.choose_visit(VisitId("visit 2"))
    assert page.conflicts.current == other
