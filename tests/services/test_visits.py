"""Visits, their people, findings and recommendations; the list that shows where each stands."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from inspector_app.domain.errors import (
    ConflictOpen,
    RecordUnknown,
    SaveFailed,
    UnitUnknown,
    ValueInvalid,
    VisitUnknown,
)
from inspector_app.domain.records import RecordId, VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import NewVisit, Touched
from tests.services.conftest import Clock, begin, full, hand_over, room_again, state, verified

UNKNOWN = VisitId("không có")


def names(found) -> list[str]:
    return [entry.record.name for entry in found]


# --- a new visit ---------------------------------------------------------------------------------


def test_a_new_visit_knows_its_unit_and_its_first_member(laptop, lan):
    visit, saved = lan.visits.new(NewVisit("29971", date(2026, 11, 23), visit_kind="unannounced"))
    card = laptop.again(lan).visits.get(visit)
    assert card.unit == "UBND xã Thường Phước"
    assert card.visit.province == "tỉnh Đồng Tháp"
    assert card.visit.place == "Trụ sở UBND xã Thường Phước"
    assert (card.visit.period_from, card.visit.period_to) == (date(2026, 1, 1), date(2026, 11, 23))
    assert card.visit.visit_kind == "unannounced"
    assert card.visit.title == "Kiểm tra công tác cải cách hành chính năm 2026"
    assert names(card.participants) == ["Lan"]
    assert (card.participants[0].record.side, card.participants[0].record.organisation) == (
        "team",
        "Sở Nội vụ",
    )
    assert Touched(visit, "visit", visit) in saved.what


def test_a_ward_is_named_as_a_ward(lan):
    assert lan.visits.get(begin(lan, "29955")).unit == "UBND phường Hồng Ngự"


def test_a_commune_that_does_not_exist_is_refused(lan):
    with pytest.raises(UnitUnknown):
        lan.visits.new(NewVisit("00000", date(2026, 11, 23)))
    assert lan.visits.list() == ()


def test_communes_are_found_without_accents_and_by_code(lan):
    assert "29971" in [unit.code for unit in lan.visits.search_units("thuong phuoc")]
    assert [unit.name for unit in lan.visits.search_units("29971")] == ["Thường Phước"]
    assert len(lan.visits.search_units("an", limit=5)) == 5
    assert lan.visits.search_units("không đâu có") == ()


def test_a_deadline_counts_working_days(lan):
    due = lan.visits.calendar.add_working_days(date(2026, 11, 20), 1)
    assert due == date(2026, 11, 23)  # Friday, then Monday


def test_an_unknown_visit_is_said(lan):
    with pytest.raises(VisitUnknown):
        lan.visits.get(UNKNOWN)
    with pytest.raises(VisitUnknown):
        lan.visits.edit(UNKNOWN, place="x")
    with pytest.raises(VisitUnknown):
        lan.visits.add(UNKNOWN, "finding", text="x")


# --- facts of the visit --------------------------------------------------------------------------


def test_facts_are_edited_and_outlive_the_program(laptop, lan, visit):
    start = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
    lan.visits.edit(visit, place=" Nhà văn hóa ấp 2 ", started_at=start, copies=4, plan_tasks=26)
    lan.visits.edit(visit, plan_tasks=None, unit_opinion="Nhất trí.\nĐề nghị hỗ trợ.")
    lan = laptop.again(lan)
    card = lan.visits.get(visit).visit
    assert (card.place, card.started_at, card.copies) == ("Nhà văn hóa ấp 2", start, 4)
    assert card.plan_tasks is None
    assert card.unit_opinion == "Nhất trí.\nĐề nghị hỗ trợ."
    assert verified(lan)


@pytest.mark.parametrize(
    "fields",
    [{"copies": "nhiều"}, {"on": "hôm nay"}, {"visit_kind": "party"}, {"colour": "red"}],
)
def test_a_value_that_cannot_be_is_refused_by_its_field_and_nothing_is_written(lan, visit, fields):
    before, changes = state(lan), lan._workspace.ledger.count()
    with pytest.raises(ValueInvalid) as refused:
        lan.visits.edit(visit, place="nơi khác", **fields)
    assert refused.value.facts["field"] == next(iter(fields))
    assert "Input" not in refused.value.sentence  # in our words, not in a library's
    assert (state(lan), lan._workspace.ledger.count()) == (before, changes)


# --- lists ---------------------------------------------------------------------------------------


def test_people_findings_and_recommendations_are_added_changed_and_removed_in_their_order(laptop, lan, visit):
    chair, saved = lan.visits.add(
        visit, "participant", side="unit", honorific="Ông", name="Nguyễn Văn A", areas=["CD", "TC"]
    )
    assert saved.what == {Touched(visit, "participant", chair)}
    clerk, _ = lan.visits.add(visit, "participant", side="unit", name="Bà B")
    late, _ = lan.visits.add(visit, "finding", item="CD04", text="Chậm tiến độ", severity="serious")
    post, _ = lan.visits.add(visit, "finding", item="TT24", text="Ít dùng bưu chính")
    asked, _ = lan.visits.add(
        visit, "recommendation", finding=late, text="Hoàn thành", due_on=date(2026, 12, 23)
    )
    lan.visits.change(visit, "participant", chair, title="Chủ tịch UBND", name="  Nguyễn Văn An ")
    lan.visits.remove(visit, "participant", clerk)
    lan.visits.change(visit, "finding", late, position=9)
    card = laptop.again(lan).visits.get(visit)
    assert names(card.participants) == ["Lan", "Nguyễn Văn An"]
    assert card.participants[1].record.areas == ("CD", "TC")
    assert card.participants[1].record.title == "Chủ tịch UBND"
    assert [entry.id for entry in card.findings] == [post, late]
    assert card.findings[1].record.severity == "serious"
    [recommendation] = card.recommendations
    assert (recommendation.id, recommendation.record.due_on) == (asked, date(2026, 12, 23))


def test_what_is_gone_or_never_was_cannot_be_changed(lan, visit):
    finding, _ = lan.visits.add(visit, "finding", text="Chậm")
    lan.visits.remove(visit, "finding", finding)
    for act in (
        lambda: lan.visits.change(visit, "finding", finding, text="x"),
        lambda: lan.visits.remove(visit, "finding", finding),
        lambda: lan.visits.change(visit, "recommendation", RecordId("không có"), text="x"),
        lambda: lan.visits.add(visit, "hologram", text="x"),
        lambda: lan.visits.remove(visit, "answer", RecordId("CD04")),
    ):
        with pytest.raises(RecordUnknown):
            act()


@pytest.mark.parametrize(
    ("kind", "fields", "wrong"),
    [
        ("finding", {"severity": "awful"}, "severity"),
        ("finding", {"cause": "weather"}, "cause"),
        ("recommendation", {"due_on": "2026-02-30"}, "due_on"),
        ("participant", {"side": "press"}, "side"),
        ("participant", {"shoe_size": 42}, "shoe_size"),
    ],
)
def test_a_record_with_a_value_that_cannot_be_is_refused(lan, visit, kind, fields, wrong):
    with pytest.raises(ValueInvalid) as refused:
        lan.visits.add(visit, kind, **fields)
    assert refused.value.facts["field"] == wrong
    card = lan.visits.get(visit)
    assert (len(card.participants), card.findings, card.recommendations) == (1, (), ())


def test_a_disputed_fact_is_marked_and_is_not_overwritten_in_passing(laptop, lan, visit, stick):
    finding, _ = lan.visits.add(visit, "finding", text="Chậm")
    minh = laptop("Minh")
    hand_over(lan, minh, visit, stick)
    lan.visits.change(visit, "finding", finding, text="Chậm 3 nhiệm vụ")
    minh.visits.change(visit, "finding", finding, text="Chậm 5 nhiệm vụ")
    hand_over(minh, lan, visit, stick)
    [listed] = lan.visits.get(visit).findings
    assert listed.disputed == {"text"}
    with pytest.raises(ConflictOpen):
        lan.visits.change(visit, "finding", finding, text="Chậm 4 nhiệm vụ")
    lan.visits.change(visit, "finding", finding, severity="minor")  # another field is no one's quarrel
    assert lan.visits.get(visit).findings[0].record.severity == "minor"


# --- the list of visits --------------------------------------------------------------------------


def test_the_list_shows_the_latest_day_first_with_where_each_stands(lan):
    early = begin(lan, on=date(2026, 11, 16))
    late = begin(lan, "29955", date(2026, 11, 18))
    lan.checklists.answer(early, "CD01", "a")
    rows = lan.visits.list()
    assert [row.id for row in rows] == [late, early]
    assert [row.unit_name for row in rows] == ["phường Hồng Ngự", "xã Thường Phước"]
    assert [(row.answered, row.total, row.index) for row in rows] == [
        (0, 114, None),
        (1, 114, Decimal("1.50")),
    ]
    assert rows[1].provisional
    assert rows[1].open_required == rows[0].open_required - 1


def test_the_list_follows_every_change_also_one_that_arrives_late(laptop, stick):
    lan = laptop("Lan", Clock(datetime(2026, 11, 23, 8, tzinfo=UTC)))
    minh = laptop("Minh", Clock(datetime(2026, 11, 23, 7, tzinfo=UTC)))
    visit = begin(minh)
    hand_over(minh, lan, visit, stick)
    minh.checklists.answer(visit, "CD01", "a")  # at seven
    lan.checklists.answer(visit, "CD03", "co")  # at eight
    assert lan.visits.list()[0].answered == 1
    hand_over(minh, lan, visit, stick)
    [row] = lan.visits.list()
    assert (row.answered, row.index) == (2, Decimal("2.00"))
    lan.checklists.answer(visit, "CD03", "")
    assert lan.visits.list()[0].answered == 1
    assert laptop.again(lan).visits.list()[0].answered == 1


def test_the_list_of_an_unchanged_workspace_is_read_without_computing_and_without_writing(laptop, lan, visit):
    lan.checklists.answer(visit, "CD01", "a")
    expected = lan.visits.list()
    lan = laptop.again(lan)
    full(lan)
    assert lan.visits.list() == expected
    assert visit not in lan.checklists._open


def test_the_list_counts_what_is_in_dispute(laptop, lan, visit, stick):
    minh = laptop("Minh")
    hand_over(lan, minh, visit, stick)
    lan.checklists.answer(visit, "CD01", "a")
    minh.checklists.answer(visit, "CD01", "b")
    lan.visits.edit(visit, place="Hội trường A")
    minh.visits.edit(visit, place="Hội trường B")
    hand_over(minh, lan, visit, stick)
    assert lan.visits.list()[0].conflicts == 2


def test_a_visit_whose_day_was_cleared_stands_last(lan, visit):
    begin(lan, "29955", date(2020, 1, 1))
    lan.visits.edit(visit, on=None)
    assert [row.on for row in lan.visits.list()] == [date(2020, 1, 1), None]


def test_a_full_disk_refuses_the_act_and_leaves_the_list_as_it_was(lan, visit):
    before = lan.visits.get(visit)
    full(lan)
    with pytest.raises(SaveFailed, match=tr("the disk is full")):
        lan.visits.edit(visit, unit_opinion="Phần mềm lỗi đồng bộ. " * 20_000)
    with pytest.raises(SaveFailed):
        lan.visits.add(visit, "finding", text="Chậm. " * 100_000)
    assert lan.visits.get(visit) == before
    room_again(lan)
    lan.visits.add(visit, "finding", text="Chậm.")
    assert len(lan.visits.get(visit).findings) == 1
    assert verified(lan)


# --- lists that are filled in like a sheet -------------------------------------------------------


def test_a_pasted_list_is_one_act_that_can_be_taken_back(lan, visit):
    lan.visits.add(visit, "software_fault", text="Lỗi A")
    records, saved = lan.visits.add_all(
        visit, "software_fault", [{"text": "Lỗi B", "dossiers": 3}, {"text": "Lỗi C"}]
    )
    assert [fault.record.text for fault in lan.visits.get(visit).software_faults] == [
        "Lỗi A",
        "Lỗi B",
        "Lỗi C",
    ]
    assert {touched.record for touched in saved.what} == set(records)
    lan.undoing.undo(visit)
    assert [fault.record.text for fault in lan.visits.get(visit).software_faults] == ["Lỗi A"]


def test_a_pasted_list_with_a_fault_adds_nothing(lan, visit):
    with pytest.raises(ValueInvalid):
        lan.visits.add_all(visit, "document", [{"title": "Kế hoạch"}, {"on": "hôm qua"}])
    assert lan.visits.get(visit).documents == ()


def test_removed_records_come_back_as_they_were_in_their_place(lan, visit):
    records, _ = lan.visits.add_all(visit, "document", [{"title": name} for name in "ABC"])
    before = lan.visits.get(visit).documents
    lan.visits.remove(visit, "document", *records[:2])
    assert [entry.record.title for entry in lan.visits.get(visit).documents] == ["C"]
    lan.visits.restore(visit, "document", *records[:2])
    assert lan.visits.get(visit).documents == before


def test_what_was_never_there_cannot_be_put_back(lan, visit):
    with pytest.raises(RecordUnknown):
        lan.visits.restore(visit, "document", RecordId("không có"))


def test_a_list_is_put_into_another_order(lan, visit):
    records, _ = lan.visits.add_all(visit, "initiative", [{"name": name} for name in "ABC"])
    lan.visits.arrange(visit, "initiative", [records[2], records[0], records[1]])
    assert [entry.record.name for entry in lan.visits.get(visit).initiatives] == ["C", "A", "B"]
