"""Earlier visits of the same commune: what the next visit brings along, and what becomes of it."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services import shipped
from inspector_app.services.workbench import Workbench
from inspector_app.storage.ledger import Act
from tests.services.conftest import DAY, UNIT, begin, hand_over, state, verified

LAST_YEAR = date(2025, 11, 24)


@pytest.fixture
def last(lan) -> VisitId:
    """Last year's visit: one answer, one note, two recommendations."""
    visit = begin(lan, on=LAST_YEAR)
    lan.checklists.answer(visit, "CD04", {"CD04_tu": "17", "CD04_mau": "20"})
    lan.checklists.note(visit, "CD04", "Theo sổ")
    lan.checklists.not_applicable(visit, "TC05", "Không phát sinh")
    finding, _ = lan.visits.add(visit, "finding", item="CD04", text="Chậm tiến độ")
    lan.visits.add(
        visit,
        "recommendation",
        item="CD04",
        finding=finding,
        text="Hoàn thành nhiệm vụ chậm",
        responsible="Văn phòng HĐND và UBND",
        due_on=date(2026, 1, 15),
    )
    lan.visits.add(visit, "recommendation", text="Bố trí thêm máy quét")
    return visit


def texts(workbench: Workbench, visit: VisitId) -> list[str]:
    return [each.record.text for each in workbench.earlier.get(visit).follow_ups]


def test_a_new_visit_brings_what_the_last_one_found(lan, last):
    visit = begin(lan)
    earlier = lan.earlier.get(visit)
    [found] = earlier.answers["CD04"]
    assert (found.on, found.text, found.note) == (LAST_YEAR, "17 / 20", "Theo sổ")
    assert found.points == lan.checklists.open(last).items["CD04"].points != Decimal(0)
    assert earlier.answers["TC05"][0].text == tr("not applicable")
    assert "CD05" not in earlier.answers
    first, second = (each.record for each in earlier.follow_ups)
    assert (first.text, first.item, first.finding) == ("Hoàn thành nhiệm vụ chậm", "CD04", "Chậm tiến độ")
    assert (first.responsible, first.due_on) == ("Văn phòng HĐND và UBND", date(2026, 1, 15))
    assert (first.visit, first.visit_on, first.state) == (last, LAST_YEAR, "open")
    assert second.text == "Bố trí thêm máy quét"
    assert [each.id for each in earlier.follow_ups] == [
        each.id for each in lan.visits.get(last).recommendations
    ]
    listed = [(each.id, each.record) for each in lan.visits.get(visit).follow_ups]
    assert listed == [(each.id, each.record) for each in earlier.follow_ups]
    assert verified(lan)


def test_it_travels_to_who_never_held_the_earlier_visit(laptop, lan, last, stick):
    minh = laptop("Minh")
    visit = begin(lan)
    hand_over(lan, minh, visit, stick)
    assert minh.earlier.get(visit) == lan.earlier.get(visit)
    assert not minh.earlier.lacks(visit)


def test_another_commune_and_a_later_visit_bring_nothing(lan, last):
    assert lan.earlier.get(begin(lan, unit="29955")).follow_ups == ()
    assert lan.earlier.get(begin(lan, on=LAST_YEAR)).follow_ups == ()
    assert lan.earlier.get(begin(lan, on=date(2025, 3, 3))).answers == {}


def test_who_knows_more_brings_it_when_the_visit_arrives(laptop, lan, last, stick):
    minh = laptop("Minh")
    visit = begin(minh)
    assert texts(minh, visit) == []
    hand_over(minh, lan, visit, stick)
    assert lan.earlier.lacks(visit)
    saved = lan.earlier.bring(visit)
    assert {touched.kind for touched in saved.what} == {"earlier_visit", "follow_up"}
    assert texts(lan, visit) == ["Hoàn thành nhiệm vụ chậm", "Bố trí thêm máy quét"]
    assert not lan.earlier.lacks(visit)
    assert lan.earlier.bring(visit).what == frozenset()
    hand_over(lan, minh, visit, stick)
    assert texts(minh, visit) == texts(lan, visit)


def test_two_laptops_that_bring_the_same_do_not_dispute(laptop, lan, last, stick):
    minh, hoa = laptop("Minh"), laptop("Hoa")
    hand_over(lan, minh, last, stick)
    visit = begin(hoa)
    for bench in (lan, minh):
        hand_over(hoa, bench, visit, stick)
        bench.earlier.bring(visit)
    hand_over(lan, minh, visit, stick)
    hand_over(minh, lan, visit, stick)
    assert lan.merging.conflicts(visit) == ()
    assert lan.earlier.get(visit) == minh.earlier.get(visit)
    assert state(lan)["follow_up"] == state(minh)["follow_up"]


def test_what_was_taken_off_the_list_does_not_come_back(lan, last):
    visit = begin(lan)
    lan.visits.remove(visit, "follow_up", lan.earlier.get(visit).follow_ups[0].id)
    assert texts(lan, visit) == ["Bố trí thêm máy quét"]
    assert not lan.earlier.lacks(visit)


def test_a_visit_that_has_ended_stays_as_it_is(laptop, lan, last, stick):
    minh = laptop("Minh")
    visit = begin(minh)
    minh.visits.edit(visit, ended_at=datetime(2026, 11, 23, 9, tzinfo=UTC))
    hand_over(minh, lan, visit, stick)
    assert not lan.earlier.lacks(visit)


def test_what_became_of_a_recommendation_is_one_act_with_a_history(lan, last):
    visit = begin(lan)
    first = lan.earlier.get(visit).follow_ups[0]
    lan.earlier.judge(visit, first.id, "not_fixed")
    lan.earlier.judge(visit, first.id, "partly", "Còn 2 nhiệm vụ")
    [now, _] = lan.earlier.get(visit).follow_ups
    assert (now.record.state, now.record.note) == ("partly", "Còn 2 nhiệm vụ")
    lines = lan.earlier.history(visit, first.id)
    assert [line.text for line in lines] == [f"{tr('Fixed in part')}: Còn 2 nhiệm vụ", tr("Not fixed")]
    assert (lines[0].author, lines[0].laptop) == ("Lan", "Máy Lan")
    lan.undoing.undo(visit)
    assert lan.earlier.get(visit).follow_ups[0].record.state == "not_fixed"
    lan.undoing.undo(visit)
    assert lan.earlier.get(visit).follow_ups[0].record.state == "open"


def test_bringing_earlier_visits_is_nothing_to_undo(laptop, lan, last, stick):
    minh = laptop("Minh")
    visit = begin(minh)
    hand_over(minh, lan, visit, stick)
    lan.checklists.note(visit, "CD04", "Của Lan")
    lan.earlier.bring(visit)
    assert "Của Lan" in lan.undoing.undo(visit).text
    assert len(texts(lan, visit)) == 2


def test_only_what_is_still_open_goes_on_with_its_history(lan, last):
    second = begin(lan, on=date(2026, 5, 4))
    first, other = lan.earlier.get(second).follow_ups
    lan.earlier.judge(second, first.id, "partly", "Còn 2 nhiệm vụ")
    lan.earlier.judge(second, other.id, "fixed")
    lan.visits.add(second, "recommendation", item="TT22", text="Chấn chỉnh việc chuyển hồ sơ")
    third = begin(lan, on=DAY)
    assert texts(lan, third) == ["Hoàn thành nhiệm vụ chậm", "Chấn chỉnh việc chuyển hồ sơ"]
    carried = lan.earlier.get(third).follow_ups[0]
    assert carried.id == first.id
    assert (carried.record.state, carried.record.visit_on) == ("open", LAST_YEAR)
    [between] = carried.record.before
    assert (between.on, between.state, between.note) == (date(2026, 5, 4), "partly", "Còn 2 nhiệm vụ")
    # the last visit answered nothing of its own, and so there is nothing to compare with
    assert lan.earlier.get(third).answers == {}


def test_a_commune_that_was_formed_of_others_inherits_from_all_of_them(lan):
    old = [unit for unit in shipped.gazetteer().predecessors(UNIT) if unit.code][:2]
    assert len(old) == 2
    for place, unit in enumerate(old):
        past = begin(lan, unit="29955", on=date(2024, 5, 6 + place))
        # Visits of communes that are no more come from elsewhere; here one is made to be of one.
        lan._desk.write(past, [Act("visit", past, {"unit_code": unit.code, "unit_name": unit.name})])
        lan.checklists.note(past, "CD04", f"Của {unit.name}")
        lan.visits.add(past, "recommendation", text=f"Kiến nghị với {unit.name}")
    visit = begin(lan)
    assert sorted(texts(lan, visit)) == sorted(f"Kiến nghị với {unit.name}" for unit in old)
    notes = [each.note for each in lan.earlier.get(visit).answers["CD04"]]
    assert notes == [f"Của {unit.name}" for unit in reversed(old)]
    assert [each.text for each in lan.earlier.get(visit).answers["CD04"]] == [tr("no answer")] * 2


def test_what_is_recommended_again_is_followed_up_as_one(lan, last):
    second = begin(lan, on=date(2026, 5, 4))
    first, _ = lan.earlier.get(second).follow_ups
    lan.earlier.judge(second, first.id, "not_fixed", "Chưa làm")
    again, _ = lan.visits.add(second, "recommendation", text="Hoàn thành ngay", earlier=first.id)
    third = begin(lan, on=DAY)
    assert texts(lan, third) == ["Bố trí thêm máy quét", "Hoàn thành ngay"]
    followed = lan.earlier.get(third).follow_ups[1]
    assert (followed.id, followed.record.visit_on) == (again, date(2026, 5, 4))
    assert [(each.on, each.state, each.note) for each in followed.record.before] == [
        (LAST_YEAR, "open", "Hoàn thành nhiệm vụ chậm"),
        (date(2026, 5, 4), "not_fixed", "Chưa làm"),
    ]
