"""Areas dealt to members: who may write where, what taking over does, and what colleagues see of it."""

import pytest

from inspector_app.domain.errors import (
    AreaOfAnother,
    DealingRefused,
    MemberUnknown,
    ReasonMissing,
    RecordUnknown,
)
from inspector_app.domain.records import DEPUTY, LEAD, MEMBER, SECRETARY, RecordId, VisitId
from inspector_app.services.workbench import Workbench
from tests.services.conftest import hand_over, state, verified

GIVEN = {"CD04_tu": "18", "CD04_mau": "26"}


@pytest.fixture
def team(lan, minh, visit, stick) -> dict[str, RecordId]:
    """Lan leads, Minh has the area CD, Hoa the area TC; both laptops know it."""
    [me] = lan.visits.get(visit).participants
    lan.visits.change(visit, "participant", me.id, role=LEAD, honorific="Bà")
    ids = {"Lan": me.id}
    for name, areas in (("Minh", ["CD"]), ("Hoa", ["TC"])):
        ids[name], _ = lan.visits.add(
            visit, "participant", side="team", honorific="Ông", name=name, role=MEMBER
        )
        lan.duties.deal(visit, ids[name], areas)
    hand_over(lan, minh, visit, stick)
    return ids


def area(workbench: Workbench, visit: VisitId, code: str):
    return next(each for each in workbench.duties.roster(visit).areas if each.code == code)


# --- who is who ----------------------------------------------------------------------------------


def test_whoever_begins_a_visit_is_known_by_the_laptop(lan, visit):
    [me] = lan.visits.get(visit).participants
    roster = lan.duties.roster(visit)
    assert (roster.me, roster.offered, roster.dealt) == (me.id, None, False)
    assert [member.laptop for member in roster.members] == ["Máy Lan"]
    assert all(each.writable and not each.mine for each in roster.areas)


def test_a_person_is_known_by_name_and_asked_once(lan, minh, visit, team):
    roster = minh.duties.roster(visit)
    assert (roster.me, roster.offered) == (team["Minh"], team["Minh"])
    minh.duties.be(visit, team["Minh"])
    assert minh.duties.roster(visit).offered is None
    assert minh.duties.roster(visit).members[1].laptop == "Máy Minh"


def test_a_person_of_the_same_name_may_be_somebody_else(laptop, minh, visit, team):
    minh.duties.be_nobody(visit)
    assert minh.duties.roster(visit).me is None
    assert laptop.again(minh).duties.roster(visit).me is None


def test_a_person_says_who_they_are_whatever_the_name(minh, visit, team):
    minh.duties.be(visit, team["Hoa"])
    roster = minh.duties.roster(visit)
    assert roster.me == team["Hoa"]
    minh.duties.be(visit, team["Minh"])  # the other one is nobody's any more
    assert [member.laptop for member in minh.duties.roster(visit).members][1:] == ["Máy Minh", ""]
    with pytest.raises(RecordUnknown):
        minh.duties.be(visit, RecordId("không có"))


def test_accents_and_capitals_do_not_matter_in_a_name(laptop, lan, visit, stick):
    huy = laptop("tran quoc huy")
    person, _ = lan.visits.add(visit, "participant", side="team", name="Trần Quốc Huy")
    hand_over(lan, huy, visit, stick)
    assert huy.duties.roster(visit).me == person
    lan.visits.add(visit, "participant", side="team", name="Trần Quốc Huy")
    hand_over(lan, huy, visit, stick)
    assert huy.duties.roster(visit).me is None  # two of them: it must be said


# --- the rule ------------------------------------------------------------------------------------


def test_a_member_writes_in_their_own_areas_and_in_those_of_nobody(minh, visit, team):
    minh.checklists.answer(visit, "CD04", GIVEN)
    minh.checklists.answer(visit, "TT04", "co")
    before = state(minh)
    for act in (
        lambda: minh.checklists.answer(visit, "TC05", "co"),
        lambda: minh.checklists.note(visit, "TC04", "Xem lại"),
        lambda: minh.checklists.not_applicable(visit, "TC05", "Không có"),
        lambda: minh.visits.add(visit, "finding", item="TC04", text="Chậm"),
    ):
        with pytest.raises(AreaOfAnother) as refusal:
            act()
        assert refusal.value.facts == {"area": "Cải cách thể chế", "who": "ông Hoa"}
    assert state(minh) == before
    assert minh.checklists.open(visit).items["TC04"].status == "required"
    assert [(each.code, each.mine, each.writable) for each in minh.duties.roster(visit).areas][1:4] == [
        ("CD", True, True),
        ("TC", False, False),
        ("TT", False, True),
    ]


def test_what_the_unit_reported_and_what_is_common_is_free(minh, visit, team):
    from decimal import Decimal

    minh.checklists.self_points(visit, "TC04", Decimal("0.5"))
    minh.visits.add(visit, "recommendation", item="TC04", text="Rà soát")
    minh.dossiers.add(visit, "H20.1", "Khai sinh")
    assert minh.checklists.open(visit).items["TC04"].self_points == Decimal("0.5")


def test_the_lead_and_the_deputy_write_everywhere(lan, minh, visit, team):
    lan.checklists.note(visit, "TC04", "Trưởng đoàn ghi")
    minh.visits.change(visit, "participant", team["Minh"], role=DEPUTY)
    minh.checklists.note(visit, "TC04", "Phó đoàn ghi")


def test_the_secretary_words_findings_but_does_not_answer(minh, visit, team):
    minh.visits.change(visit, "participant", team["Minh"], role=SECRETARY)
    finding, _ = minh.visits.add(visit, "finding", item="TC04", text="Chậm")
    minh.visits.change(visit, "finding", finding, text="Chậm so với quy định")
    with pytest.raises(AreaOfAnother):
        minh.checklists.note(visit, "TC04", "x")


def test_a_finding_does_not_wander_into_the_area_of_another(minh, visit, team):
    finding, _ = minh.visits.add(visit, "finding", item="CD04", text="Chậm")
    with pytest.raises(AreaOfAnother):
        minh.visits.change(visit, "finding", finding, item="TC04")


def test_who_merges_decides_a_dispute_in_any_area(laptop, lan, minh, visit, team, stick):
    hoa = laptop("Hoa")
    hand_over(lan, hoa, visit, stick)
    hoa.checklists.note(visit, "TC04", "của Hoa")
    lan.checklists.note(visit, "TC04", "của Lan")
    hand_over(lan, minh, visit, stick)
    hand_over(hoa, minh, visit, stick)
    [conflict] = minh.merging.conflicts(visit)
    minh.merging.resolve(conflict.id, conflict.sides[0].head, reason="Đã đối chiếu")
    assert minh.merging.conflicts(visit) == ()


def test_undoing_does_not_reach_into_an_area_that_was_given_away(lan, minh, visit, team, stick):
    minh.checklists.answer(visit, "CD04", GIVEN)
    hand_over(minh, lan, visit, stick)
    lan.duties.deal(visit, team["Minh"], [])
    lan.duties.deal(visit, team["Hoa"], ["CD", "TC"])
    hand_over(lan, minh, visit, stick)
    with pytest.raises(AreaOfAnother):
        minh.undoing.undo(visit)


def test_what_was_being_typed_waits_while_the_area_is_of_another(laptop, lan, minh, visit, team, stick):
    minh.checklists.draft(visit, "CD04", "note", "Theo sổ theo dõi")
    lan.duties.deal(visit, team["Minh"], [])
    lan.duties.deal(visit, team["Hoa"], ["CD"])
    hand_over(lan, minh, visit, stick)
    again = laptop.again(minh)
    assert again.checklists.open(visit).items["CD04"].note == ""
    again.duties.take_over(visit, "CD", "Hoa nghỉ ốm")
    assert laptop.again(again).checklists.open(visit).items["CD04"].note == "Theo sổ theo dõi"


# --- dealing and taking over ---------------------------------------------------------------------


def test_dealing_keeps_the_order_of_the_checklist_and_is_the_leads(lan, minh, visit, team):
    lan.duties.deal(visit, team["Hoa"], ["TT", "lạ", "CD"])
    assert lan.visits.get(visit).participants[2].record.areas == ("CD", "TT")
    assert lan.duties.roster(visit).may_deal
    assert not minh.duties.roster(visit).may_deal
    for act in (
        lambda: minh.duties.deal(visit, team["Minh"], ["CD", "TC"]),
        lambda: minh.visits.change(visit, "participant", team["Minh"], areas=["TC"]),
    ):
        with pytest.raises(DealingRefused) as refusal:
            act()
        assert refusal.value.facts["who"] == "bà Lan"
    minh.visits.change(visit, "participant", team["Minh"], title="Chuyên viên chính")  # that is no dealing


def test_gaps_overlaps_and_progress_are_counted(lan, visit, team):
    lan.duties.deal(visit, team["Hoa"], ["CD", "TC"])
    lan.checklists.answer(visit, "CD04", GIVEN)
    roster = lan.duties.roster(visit)
    by_code = {each.code: each for each in roster.areas}
    assert by_code["CD"].members == (team["Minh"], team["Hoa"])
    assert by_code["TT"].members == ()
    assert (by_code["CD"].answered, by_code["CD"].total) == (1, 13)
    assert roster.who("CD") == "ông Minh, ông Hoa"
    assert [(m.answered, m.total) for m in roster.members] == [(0, 0), (1, 13), (1, 21)]


def test_an_area_is_taken_over_with_a_reason_that_all_see(lan, minh, visit, team, stick):
    with pytest.raises(ReasonMissing):
        minh.duties.take_over(visit, "TC", "  ")
    minh.duties.take_over(visit, "TC", "Hoa đi kiểm tra xã khác")
    minh.checklists.note(visit, "TC04", "Xem sổ")
    hand_over(minh, lan, visit, stick)
    taken = area(lan, visit, "TC")
    assert taken.members == (team["Minh"],)
    assert "ông Minh" in taken.taken_over
    assert "Hoa đi kiểm tra xã khác" in taken.taken_over
    assert area(lan, visit, "CD").taken_over == ""
    assert lan.visits.get(visit).participants[1].record.areas == ("CD", "TC")
    assert lan.merging.conflicts(visit) == ()
    assert state(lan) == state(minh)
    assert verified(lan)
    lan.duties.deal(visit, team["Hoa"], ["TC"])
    lan.duties.deal(visit, team["Minh"], ["CD"])
    assert area(lan, visit, "TC").taken_over == ""


def test_nobody_takes_over_without_saying_who_they_are(laptop, lan, visit, team, stick):
    phuc = laptop("Phúc")
    hand_over(lan, phuc, visit, stick)
    assert phuc.duties.roster(visit).me is None
    with pytest.raises(AreaOfAnother):
        phuc.checklists.note(visit, "TC04", "x")
    with pytest.raises(MemberUnknown):
        phuc.duties.take_over(visit, "TC", "Vì cần")
    phuc.duties.be(visit, team["Hoa"])
    phuc.checklists.note(visit, "TC04", "x")
