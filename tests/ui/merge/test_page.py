"""The merge room: from face to face, from visit to visit, and back."""

from inspector_app.i18n import tr
from inspector_app.ui.merge.page import CAME, COVERAGE, DISPUTES, MergePage
from tests.ui.conftest import Settle, asked


def test_choice_and_reason_are_there_again_after_going_elsewhere(crowd: MergePage, settle: Settle) -> None:
    conflicts = crowd.conflicts
    conflicts.choose(2)
    conflicts.reason.setFocus()
    conflicts.reason.setPlainText("đang viết")
    conflicts.step(1)
    assert conflicts.reason.value == ""
    assert not any(card.chosen for card in conflicts.cards)
    crowd.tabs.buttons()[CAME].click()
    crowd.tabs.buttons()[DISPUTES].click()
    crowd.entered()
    settle(crowd.session.lanes)
    assert conflicts.count.text() == tr("Dispute {at} of {total}", at=2, total=6)
    conflicts.step(-1)
    assert [card.chosen for card in conflicts.cards] == [False, False, True]
    assert conflicts.reason.value == "đang viết"


def test_a_visit_with_nothing_left_leads_to_one_that_has(crowd: MergePage, settle: Settle) -> None:
    visits = asked(crowd.session, settle, lambda bench: bench.visits.list())
    calm = next(each.id for each in visits if not each.conflicts)
    crowd.choose_visit(calm)
    settle(crowd.session.lanes)
    conflicts = crowd.conflicts
    assert conflicts.body.currentWidget() is conflicts.empty
    conflicts.elsewhere.click()
    assert len(conflicts.list.rows.shown) == 6


def test_coverage_counts_who_answered_how_much_of_each_area(crowd: MergePage, settle: Settle) -> None:
    crowd.tabs.buttons()[COVERAGE].click()
    settle(crowd.session.lanes)
    assert crowd.coverage is not None
    model = crowd.coverage.model
    assert model.roster is not None
    row = next(at for at, duty in enumerate(model.roster.areas) if duty.code == "TT")
    counted = {model.member(at).name: model.index(row, at).data() for at in (3, 4)}
    assert sum(int(count or 0) for count in counted.values()) == 2
