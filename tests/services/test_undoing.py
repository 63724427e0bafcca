"""Undo and redo: what stood there before stands there again, as a new change that merges like any other."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector_app.domain.errors import (
    ConflictOpen,
    NoActToRedo,
    NoActToUndo,
    OvertakenByOthers,
)
from inspector_app.domain.records import VisitId
from inspector_app.services.workbench import Workbench
from tests.services.conftest import answer, begin, hand_over, part, state, verified
from tests.services.test_open_checklist import instances, survey  # noqa: F401 - a fixture

# --- one act -------------------------------------------------------------------------------------


def test_an_answer_goes_back_to_what_it_was_and_says_so(lan, visit):
    answer(lan, visit, 17)
    answer(lan, visit, 18)
    undone = lan.undoing.undo(visit)
    assert undone.text == "CD04 18 / 26 → 17 / 26"
    assert (undone.kind, undone.record, undone.item) == ("answer", "CD04", "CD04")
    assert undone.fields >= {"value"}
    assert part(lan, visit) == "17"
    assert [line.author for line in lan.checklists.history(visit, "CD04")] == ["Lan"] * 3
    assert lan.undoing.undo(visit).text.startswith("CD04 17 / 26 → ")
    assert part(lan, visit) == ""
    assert lan.checklists.open(visit).items["CD04"].status == "required"
    assert verified(lan)


def test_a_long_text_is_said_by_its_beginning(lan, visit):
    lan.checklists.note(visit, "CD04", "rất dài\n" * 1_000)
    undone = lan.undoing.undo(visit)
    assert undone.text.startswith("CD04 ")
    assert "rất dài rất dài" in undone.text
    assert len(undone.text) < 150


def test_redo_does_again_what_was_undone_until_something_new_is_entered(lan, visit):
    answer(lan, visit, 17)
    answer(lan, visit, 18)
    lan.undoing.undo(visit)
    lan.undoing.undo(visit)
    assert lan.undoing.redo(visit).text.endswith("→ 17 / 26")
    assert lan.undoing.redo(visit).text == "CD04 17 / 26 → 18 / 26"
    with pytest.raises(NoActToRedo):
        lan.undoing.redo(visit)
    lan.undoing.undo(visit)
    lan.checklists.note(visit, "CD04", "Theo sổ")
    with pytest.raises(NoActToRedo):
        lan.undoing.redo(visit)
    lan.undoing.undo(visit)
    assert (part(lan, visit), lan.checklists.open(visit).items["CD04"].note) == ("17", "")


def test_the_beginning_of_a_visit_is_not_undone(lan, visit):
    with pytest.raises(NoActToUndo):
        lan.undoing.undo(visit)
    answer(lan, visit, 17)
    lan.undoing.undo(visit)
    with pytest.raises(NoActToUndo):
        lan.undoing.undo(visit)
    assert lan.visits.get(visit).visit.unit_code


def test_undo_and_redo_are_the_same_after_a_restart(laptop, lan, visit):
    answer(lan, visit, 17)
    answer(lan, visit, 18)
    lan.undoing.undo(visit)
    again = laptop.again(lan)
    assert again.undoing.redo(visit).text == "CD04 17 / 26 → 18 / 26"
    again.undoing.undo(visit)
    again = laptop.again(again)
    again.undoing.undo(visit)
    assert part(again, visit) == ""


def test_not_applicable_goes_back_to_the_answer(lan, visit):
    lan.checklists.answer(visit, "TC05", "co")
    lan.checklists.not_applicable(visit, "TC05", "Không phát sinh")
    lan.undoing.undo(visit)
    item = lan.checklists.open(visit).items["TC05"]
    assert (item.status, item.leaves[0].value) == ("answered", "co")
    lan.undoing.redo(visit)
    item = lan.checklists.open(visit).items["TC05"]
    assert (item.status, item.reason) == ("not_applicable", "Không phát sinh")


def test_several_answers_given_at_once_are_taken_back_at_once(lan, visit):
    lan.checklists.answer_all(visit, {"SL03": {"SL03": "300"}, "SL04": {"SL04": "20"}})
    undone = lan.undoing.undo(visit)
    items = lan.checklists.open(visit).items
    assert [items[code].leaves[0].value for code in ("SL03", "SL04")] == ["", ""]
    assert undone.text.startswith("SL03 300 → ")
    assert "SL04" in {touched.record for touched in undone.saved.what}
    lan.undoing.redo(visit)
    items = lan.checklists.open(visit).items
    assert [items[code].leaves[0].value for code in ("SL03", "SL04")] == ["300", "20"]


def test_records_of_the_lists_come_and_go(lan, visit):
    finding, _ = lan.visits.add(visit, "finding", item="CD04", text="Chậm", severity="minor")
    lan.visits.change(visit, "finding", finding, text="Chậm tiến độ", severity="serious")
    lan.visits.remove(visit, "finding", finding)
    back = lan.undoing.undo(visit)
    assert (back.kind, back.item) == ("finding", "CD04")
    [kept] = lan.visits.get(visit).findings
    assert (kept.record.text, kept.record.severity) == ("Chậm tiến độ", "serious")
    assert lan.checklists.open(visit).items["CD04"].findings == 1
    lan.undoing.undo(visit)
    assert lan.visits.get(visit).findings[0].record.text == "Chậm"
    lan.undoing.undo(visit)
    assert lan.visits.get(visit).findings == ()
    assert lan.checklists.open(visit).items["CD04"].findings == 0
    for _ in range(3):
        lan.undoing.redo(visit)
    assert lan.visits.get(visit).findings == ()
    assert verified(lan)


def test_a_fact_of_the_visit_goes_back(lan, visit):
    before = lan.visits.get(visit).visit.place
    lan.visits.edit(visit, place="Hội trường")
    undone = lan.undoing.undo(visit)
    assert lan.visits.get(visit).visit.place == before
    assert undone.text.endswith(f"Hội trường → {before}")


def test_a_dossier_goes_with_its_first_answers(lan, visit):
    lan.dossiers.add(visit, "H20.1", "Khai sinh")
    lan.undoing.undo(visit)
    assert lan.dossiers.list(visit) == ()
    lan.undoing.redo(visit)
    assert [row.procedure for row in lan.dossiers.list(visit)] == ["Khai sinh"]


def test_an_instance_of_a_repeat_comes_and_goes_with_what_is_in_it(lan, survey):  # noqa: F811 - the fixture
    first, *_ = instances(lan, survey)
    lan.checklists.fill(survey, f"{first}/chu_ho", "Ba")
    lan.checklists.add_repeat(survey, "ho")
    _, second = instances(lan, survey)
    lan.checklists.fill(survey, f"{second}/chu_ho", "Tư")
    lan.checklists.remove_repeat(survey, first)
    assert instances(lan, survey) == [second]
    lan.undoing.undo(survey)
    assert instances(lan, survey) == [first, second]
    before = lan.checklists.open(survey).items
    lan.undoing.undo(survey)
    lan.undoing.undo(survey)
    assert instances(lan, survey) == [first]
    lan.undoing.redo(survey)
    lan.undoing.redo(survey)
    assert lan.checklists.open(survey).items == before
    lan.undoing.undo(survey)
    lan.checklists.fill(survey, f"{first}/chu_ho", "Năm")
    lan.undoing.undo(survey)
    lan.undoing.undo(survey)
    assert instances(lan, survey) == [first]
    assert verified(lan)


def test_an_instance_that_a_colleague_filled_in_stays(lan, minh, survey, stick):  # noqa: F811 - the fixture
    lan.checklists.add_repeat(survey, "ho")
    hand_over(lan, minh, survey, stick)
    _, second = instances(minh, survey)
    minh.checklists.fill(survey, f"{second}/chu_ho", "Tư")
    hand_over(minh, lan, survey, stick)
    with pytest.raises(OvertakenByOthers):
        lan.undoing.undo(survey)
    assert len(instances(lan, survey)) == 2


# --- colleagues ----------------------------------------------------------------------------------


def test_what_a_colleague_changed_since_stands_and_is_named(lan, minh, visit, stick):
    answer(lan, visit, 17)
    hand_over(lan, minh, visit, stick)
    answer(minh, visit, 18)
    hand_over(minh, lan, visit, stick)
    before = state(lan)
    with pytest.raises(OvertakenByOthers) as refusal:
        lan.undoing.undo(visit)
    assert refusal.value.facts["who"] == "Minh (Máy Minh)"
    assert "CD04" in str(refusal.value.facts["what"])
    assert state(lan) == before
    assert part(lan, visit) == "18"


def test_what_a_colleague_says_at_the_same_time_is_not_overruled_by_undoing(lan, minh, visit, stick):
    answer(lan, visit, 10)
    hand_over(lan, minh, visit, stick)
    answer(lan, visit, 17)
    answer(minh, visit, 18)
    hand_over(minh, lan, visit, stick)
    with pytest.raises(OvertakenByOthers):
        lan.undoing.undo(visit)
    assert len(lan.merging.conflicts(visit)) == 1


def test_a_colleagues_note_does_not_stand_in_the_way_of_ones_own_answer(lan, minh, visit, stick):
    answer(lan, visit, 17)
    hand_over(lan, minh, visit, stick)
    minh.checklists.note(visit, "CD04", "Xem sổ")
    hand_over(minh, lan, visit, stick)
    lan.undoing.undo(visit)
    item = lan.checklists.open(visit).items["CD04"]
    assert (item.leaves[0].value, item.note) == ("", "Xem sổ")


def test_a_finding_that_a_colleague_worked_on_is_not_undone(lan, minh, visit, stick):
    finding, _ = lan.visits.add(visit, "finding", item="CD04", text="Chậm")
    hand_over(lan, minh, visit, stick)
    minh.visits.change(visit, "finding", finding, severity="serious")
    hand_over(minh, lan, visit, stick)
    with pytest.raises(OvertakenByOthers):
        lan.undoing.undo(visit)
    assert len(lan.visits.get(visit).findings) == 1


def test_a_dossier_that_a_colleague_fills_in_is_not_undone(lan, minh, visit, stick):
    dossier, _ = lan.dossiers.add(visit, "H20.1", "Khai sinh")
    hand_over(lan, minh, visit, stick)
    minh.dossiers.answer(visit, dossier, "H01", "dat")
    hand_over(minh, lan, visit, stick)
    with pytest.raises(OvertakenByOthers):
        lan.undoing.undo(visit)
    assert len(lan.dossiers.list(visit)) == 1


def test_the_acts_of_colleagues_are_theirs_to_undo(lan, minh, visit, stick):
    hand_over(lan, minh, visit, stick)
    answer(minh, visit, 18)
    hand_over(minh, lan, visit, stick)
    with pytest.raises(NoActToUndo):
        lan.undoing.undo(visit)
    assert part(lan, visit) == "18"


def test_an_undo_is_seen_by_colleagues_without_a_dispute(lan, minh, visit, stick):
    answer(lan, visit, 17)
    answer(lan, visit, 18)
    hand_over(lan, minh, visit, stick)
    lan.undoing.undo(visit)
    hand_over(lan, minh, visit, stick)
    assert part(minh, visit) == "17"
    assert minh.merging.conflicts(visit) == ()
    assert state(minh) == state(lan)
    [last, *_] = minh.checklists.history(visit, "CD04")
    assert (last.author, "17 / 26" in last.text) == ("Lan", True)


def test_a_decision_that_is_undone_opens_its_dispute_again(lan, minh, visit, stick):
    hand_over(lan, minh, visit, stick)
    answer(lan, visit, 17)
    answer(minh, visit, 18)
    hand_over(minh, lan, visit, stick)
    with pytest.raises(ConflictOpen):
        answer(lan, visit, 19)
    [conflict] = lan.merging.conflicts(visit)
    lan.merging.resolve(conflict.id, value={"CD04_tu": "18", "CD04_mau": "26"}, reason="Theo sổ")
    lan.undoing.undo(visit)
    assert lan.merging.conflicts(visit) == (conflict,)
    lan.undoing.redo(visit)
    assert (part(lan, visit), lan.merging.conflicts(visit)) == ("18", ())


# --- long histories ------------------------------------------------------------------------------

Step = Callable[[Workbench, VisitId], object]


def _one_finding(workbench: Workbench, visit: VisitId, kind: str) -> None:
    findings = workbench.visits.get(visit).findings
    if kind == "add" or not findings:
        workbench.visits.add(visit, "finding", item="CD04", text="Chậm")
    elif kind == "change":
        workbench.visits.change(visit, "finding", findings[0].id, text=findings[0].record.text + " hơn")
    else:
        workbench.visits.remove(visit, "finding", findings[-1].id)


STEPS: dict[str, Step] = {
    "17": lambda bench, visit: answer(bench, visit, 17),
    "18": lambda bench, visit: answer(bench, visit, 18),
    "no": lambda bench, visit: bench.checklists.answer(visit, "CD04", {"CD04_tu": "", "CD04_mau": ""}),
    "yes": lambda bench, visit: bench.checklists.answer(visit, "TC05", "co"),
    "not applicable": lambda bench, visit: bench.checklists.not_applicable(visit, "TC05", "Không có"),
    "note": lambda bench, visit: bench.checklists.note(visit, "CD04", "Theo sổ"),
    "figures": lambda bench, visit: bench.checklists.answer_all(
        visit, {"SL03": {"SL03": "300"}, "SL04": {"SL04": "20"}}
    ),
    "finding": lambda bench, visit: _one_finding(bench, visit, "add"),
    "change": lambda bench, visit: _one_finding(bench, visit, "change"),
    "remove": lambda bench, visit: _one_finding(bench, visit, "remove"),
    "place": lambda bench, visit: bench.visits.edit(visit, place="Hội trường"),
}


def seen(workbench: Workbench, visit: VisitId) -> tuple[object, ...]:
    """All that a person sees of a visit, but for when it was saved."""
    view = workbench.checklists.open(visit)
    return view.items, view.areas, view.summary, workbench.visits.get(visit)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.sampled_from(sorted(STEPS)), min_size=3, max_size=14), data=st.data())
def test_after_so_many_undos_all_is_as_it_was_so_many_acts_ago(lan, steps, data):
    visit = begin(lan)
    states = [seen(lan, visit)]
    for step in steps:
        STEPS[step](lan, visit)
        states.append(seen(lan, visit))
    back = data.draw(st.integers(1, len(steps)))
    for at in range(1, back + 1):
        lan.undoing.undo(visit)
        assert seen(lan, visit) == states[-1 - at]
    again = data.draw(st.integers(0, back))
    for at in range(again):
        lan.undoing.redo(visit)
        assert seen(lan, visit) == states[len(steps) - back + at + 1]
    assert verified(lan)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    story=st.lists(
        st.tuples(st.sampled_from("AB"), st.sampled_from([*sorted(STEPS), "undo", "undo", "redo", "meet"])),
        min_size=6,
        max_size=16,
    )
)
def test_laptops_that_undo_reach_the_same_state_when_they_meet(lan, minh, stick, story):
    visit = begin(lan)
    hand_over(lan, minh, visit, stick)
    laptops = {"A": lan, "B": minh}
    for who, what in story:
        bench, other = laptops[who], laptops["B" if who == "A" else "A"]
        try:
            if what == "meet":
                hand_over(other, bench, visit, stick)
            elif what in ("undo", "redo"):
                getattr(bench.undoing, what)(visit)
            else:
                STEPS[what](bench, visit)
        except (NoActToUndo, NoActToRedo, OvertakenByOthers, ConflictOpen):
            continue
    hand_over(lan, minh, visit, stick)
    hand_over(minh, lan, visit, stick)
    assert state(lan) == state(minh)
    assert seen(lan, visit) == seen(minh, visit)
    assert verified(lan)
