"""A dossier that two members checked: both stay, one counts, and which one can be changed and undone."""

import pytest

from inspector_app.domain.errors import RecordUnknown
from inspector_app.reports.checks import checks
from inspector_app.services.workbench import Workbench
from tests.services.conftest import hand_over, verified

CODE = "H20.50-261102-0007"


@pytest.fixture
def twice(lan, minh, visit, stick) -> Workbench:
    """Lan's laptop: Minh entered the same number, written otherwise, and finds that H02 fails."""
    hand_over(lan, minh, visit, stick)
    mine, _ = lan.dossiers.add(visit, CODE, "Đăng ký khai sinh")
    theirs, _ = minh.dossiers.add(visit, " h20.50 - 261102 - 007")
    lan.dossiers.add(visit, "H20.50-261102-0008")
    lan.dossiers.answer(visit, mine, "H02", "dat")
    minh.dossiers.answer(visit, theirs, "H02", "khong_dat")
    hand_over(minh, lan, visit, stick)
    return lan


def test_both_checks_stand_side_by_side_with_what_differs(twice, visit):
    [same] = twice.same_dossiers.list(visit)
    assert (same.code, same.procedure, same.main) == (CODE, "Đăng ký khai sinh", None)
    assert [check.author for check in same.checks] == ["Lan", "Minh"]
    assert [check.laptop for check in same.checks] == ["Máy Lan", "Máy Minh"]
    assert [check.answered > 0 for check in same.checks] == [True, True]
    assert [(each.code, each.answers) for each in same.differences] == [("H02", ("Đạt", "Không đạt"))]
    assert twice.dossiers.totals(visit).totals.dossiers == 3
    assert any(
        f"nhiều lần, chưa chọn bản chính: {CODE}" in line for line in checks(twice.reporting.facts(visit))
    )


def test_only_the_main_check_counts_and_the_other_stays_to_be_read(twice, visit):
    [same] = twice.same_dossiers.list(visit)
    mine, theirs = (check.row.id for check in same.checks)
    twice.same_dossiers.choose(visit, mine)
    assert {row.id: row.second for row in twice.dossiers.list(visit)}[theirs]
    assert twice.dossiers.open(visit, theirs).row.second
    totals = twice.dossiers.totals(visit)
    assert (totals.totals.dossiers, totals.checks["H02"].passed, totals.checks["H02"].applied) == (2, 1, 1)
    facts = twice.reporting.facts(visit)
    assert not any("kiểm tra nhiều lần" in line for line in checks(facts))
    assert [dossier.code for dossier in facts.sample.dossiers] == [CODE, "H20.50-261102-0008"]
    twice.same_dossiers.choose(visit, theirs)
    assert twice.dossiers.totals(visit).checks["H02"].passed == 0
    assert twice.same_dossiers.list(visit)[0].main == theirs
    assert verified(twice)


def test_the_choice_is_undone_in_one_step(twice, visit):
    [same] = twice.same_dossiers.list(visit)
    twice.same_dossiers.choose(visit, same.checks[0].row.id)
    twice.same_dossiers.choose(visit, same.checks[1].row.id)
    twice.undoing.undo(visit)
    assert twice.same_dossiers.list(visit)[0].main == same.checks[0].row.id
    twice.undoing.undo(visit)
    assert twice.same_dossiers.list(visit)[0].main is None
    twice.undoing.redo(visit)
    assert twice.same_dossiers.list(visit)[0].main == same.checks[0].row.id


def test_all_count_again_on_request_or_when_the_main_check_leaves_the_sample(twice, visit):
    [same] = twice.same_dossiers.list(visit)
    main = same.checks[0].row.id
    twice.same_dossiers.choose(visit, main)
    twice.same_dossiers.count_all(visit, main)
    assert twice.dossiers.totals(visit).totals.dossiers == 3
    twice.same_dossiers.choose(visit, main)
    twice.dossiers.remove(visit, main)
    assert twice.same_dossiers.list(visit) == ()
    assert [row.second for row in twice.dossiers.list(visit)] == [False, False]
    assert twice.dossiers.totals(visit).totals.dossiers == 2


def test_two_leads_who_choose_differently_meet_in_a_dispute(twice, minh, visit, stick):
    hand_over(twice, minh, visit, stick)
    [same] = twice.same_dossiers.list(visit)
    twice.same_dossiers.choose(visit, same.checks[0].row.id)
    minh.same_dossiers.choose(visit, same.checks[1].row.id)
    hand_over(minh, twice, visit, stick)
    assert [(c.about, c.field) for c in twice.merging.conflicts(visit)] == [("dossiers", "main_check")] * 2
    assert twice.dossiers.totals(visit).totals.dossiers == 2  # one of the two counts meanwhile


def test_a_dossier_that_was_checked_once_has_no_main_check(twice, visit):
    alone = next(row.id for row in twice.dossiers.list(visit) if row.code.endswith("8"))
    with pytest.raises(RecordUnknown):
        twice.same_dossiers.choose(visit, alone)
