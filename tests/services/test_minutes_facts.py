"""What the minutes are told of a visit's people and lists."""

from datetime import date

import pytest

from inspector_app.domain.records import DEPUTY, LEAD, SECRETARY, VisitId
from inspector_app.services.workbench import Workbench
from tests.services.conftest import begin


@pytest.fixture
def staffed(lan: Workbench, visit: VisitId) -> Workbench:
    """A team of three and two of the unit."""
    me = lan.visits.get(visit).participants[0].id
    lan.visits.change(visit, "participant", me, name="Trần Thị Lan", role=LEAD)
    for side, name, role in (
        ("team", "Lê Văn Minh", SECRETARY),
        ("team", "Ngô Văn Bé", DEPUTY),
        ("unit", "Nguyễn Văn Thạnh", ""),
        ("unit", "Võ Thị Thoa", ""),
    ):
        lan.visits.add(visit, "participant", side=side, name=name, role=role)
    return lan


def tick(bench: Workbench, visit: VisitId, **attendance: str) -> None:
    for entry in bench.visits.get(visit).participants:
        word = attendance.get(entry.record.name.split()[-1])
        if word:
            bench.visits.change(visit, "participant", entry.id, attendance=word)


def test_everybody_is_there_while_nobody_was_ticked(staffed: Workbench, visit: VisitId) -> None:
    facts = staffed.reporting.facts(visit)
    assert [person.name for person in facts.team] == ["Trần Thị Lan", "Lê Văn Minh", "Ngô Văn Bé"]
    assert facts.unticked == ()


def test_once_ticked_only_those_present_are_there(staffed: Workbench, visit: VisitId) -> None:
    tick(staffed, visit, Lan="absent", Minh="late", Thạnh="present")
    facts = staffed.reporting.facts(visit)
    assert [person.name for person in facts.team] == ["Lê Văn Minh"]
    assert [person.name for person in facts.hosts] == ["Nguyễn Văn Thạnh"]
    assert facts.unticked == ("Ngô Văn Bé", "Võ Thị Thoa")


def test_the_sides_are_ticked_apart(staffed: Workbench, visit: VisitId) -> None:
    tick(staffed, visit, Lan="present", Minh="present", Bé="present")
    facts = staffed.reporting.facts(visit)
    assert len(facts.hosts) == 2
    assert facts.unticked == ()


def test_the_deputy_signs_for_an_absent_lead(staffed: Workbench, visit: VisitId) -> None:
    tick(staffed, visit, Lan="absent", Minh="present", Bé="present")
    signers = staffed.reporting.facts(visit).signers
    assert [(each.party, each.name) for each in signers] == [
        ("unit", "Nguyễn Văn Thạnh"),
        ("secretary", "Lê Văn Minh"),
        ("deputy", "Ngô Văn Bé"),
    ]


def test_a_witness_signs_for_a_unit_that_does_not(staffed: Workbench, visit: VisitId) -> None:
    staffed.visits.edit(visit, unsigned_reason="Chủ tịch đi vắng", witness="Võ Thị Thoa", all_sign=True)
    facts = staffed.reporting.facts(visit)
    assert (facts.signers[0].party, facts.signers[0].name) == ("witness", "Võ Thị Thoa")
    assert (facts.unsigned_reason, facts.all_sign) == ("Chủ tịch đi vắng", True)


def test_the_plan_is_told_in_the_order_of_the_areas(lan: Workbench, visit: VisitId) -> None:
    assert lan.reporting.facts(visit).plan is None
    lan.visits.count_plan(visit, "TT", tasks=12, tasks_done=8)
    lan.visits.count_plan(visit, "CD", tasks=14, tasks_done=10)
    lan.visits.count_plan(visit, "BM", note="chưa báo cáo")
    plan = lan.reporting.facts(visit).plan
    assert plan is not None
    assert [each.tasks for each in plan.by_area] == [14, 12]
    assert plan.by_area[0].name == "Công tác chỉ đạo, điều hành cải cách hành chính"
    assert (plan.tasks, plan.tasks_done, plan.activities, plan.areas) == (26, 18, None, 2)


def test_lists_are_told_without_rows_that_say_nothing_yet(lan: Workbench, visit: VisitId) -> None:
    lan.visits.add(visit, "document", title="Kế hoạch", number="12/KH", on=date(2026, 1, 20))
    lan.visits.add(visit, "document", number="chưa rõ")
    lan.visits.add(visit, "plan_line", text="Rà soát", state="overdue", reason="chờ hướng dẫn")
    lan.visits.add(visit, "initiative", name="Họp không giấy tờ", state="applied")
    lan.visits.add(visit, "software_fault", text="Lỗi", dossiers=3, state="fixed")
    facts = lan.reporting.facts(visit)
    assert [(paper.title, paper.number, paper.on) for paper in facts.papers] == [
        ("Kế hoạch", "12/KH", date(2026, 1, 20))
    ]
    assert [(line.text, line.state) for line in facts.plan_lines] == [("Rà soát", "overdue")]
    assert [(each.name, each.state) for each in facts.initiatives] == [("Họp không giấy tờ", "applied")]
    assert [(fault.text, fault.dossiers) for fault in facts.faults] == [("Lỗi", 3)]


def test_earlier_recommendations_are_told_as_they_are_found(lan: Workbench, visit: VisitId) -> None:
    lan.visits.add(visit, "recommendation", text="Xin lỗi bằng văn bản", responsible="Trung tâm")
    later = begin(lan, on=date(2027, 3, 1))
    [followed] = lan.visits.get(later).follow_ups
    lan.earlier.judge(later, followed.id, "partly", "Còn hai hồ sơ")
    [told] = lan.reporting.facts(later).follow_ups
    assert (told.text, told.responsible, told.state, told.note, told.visit_on) == (
        "Xin lỗi bằng văn bản",
        "Trung tâm",
        "partly",
        "Còn hai hồ sơ",
        date(2026, 11, 23),
    )


def test_a_finding_brings_its_body_its_basis_and_the_codes_of_its_dossiers(
    lan: Workbench, visit: VisitId
) -> None:
    dossier, _ = lan.dossiers.add(visit, "H20.50-0001", "Đăng ký khai sinh")
    lan.visits.add(
        visit, "finding",
        item="CD04", text="Chậm", responsible="Văn phòng", basis="NQ 76/NQ-CP", dossiers=[dossier, "khác"],
    )  # fmt: skip
    [finding] = [each for area in lan.reporting.facts(visit).areas for each in area.findings]
    assert (finding.responsible, finding.basis, finding.dossiers) == (
        "Văn phòng",
        "NQ 76/NQ-CP",
        ("H20.50-0001",),
    )


def test_scores_can_be_kept_out_of_the_minutes(lan: Workbench, visit: VisitId) -> None:
    assert lan.reporting.facts(visit).print_scores
    lan.visits.edit(visit, print_scores=False)
    assert not lan.reporting.facts(visit).print_scores
