"""Answering the shipped checklist: what is kept, what is refused, the index, what a crash leaves."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from inspector_app.domain.errors import (
    AnswerRefused,
    ConflictOpen,
    ItemUnknown,
    NotApplicableRefused,
    ReasonMissing,
    SaveFailed,
    TemplateUnknown,
    VisitUnknown,
)
from inspector_app.domain.records import VisitId
from inspector_app.forms.sheet import Sheet
from inspector_app.i18n import tr
from inspector_app.services.views import Touched
from inspector_app.services.workbench import Workbench
from inspector_app.storage.ledger import Act
from tests.services.conftest import Clock, begin, full, hand_over, room_again, state, verified
from tests.workbooks.books import HOUSEHOLDS

CD04 = {"CD04_tu": "24", "CD04_mau": "26"}
"""24 of 26 tasks: 92.31 %, on the line from 70 % to 100 %: (92.307… − 70) ÷ 30 × 2 = 1.487… → 1.49 points."""

BASE_FIGURES = {"SL07": "4000", "SL08": "3000", "SL09": "880", "SL10": "120"}
"""3,880 of 4,000 dossiers in time: 97 %, on the line from 90 % to 98 %: 7 ÷ 8 × 5 = 4.375 → 4.38 points."""


def item(workbench: Workbench, visit: VisitId, code: str):
    return workbench.checklists.open(visit).items[code]


def values(workbench: Workbench, visit: VisitId, code: str):
    return {leaf.key: leaf.value for leaf in item(workbench, visit, code).leaves}


# --- a blank checklist ---------------------------------------------------------------------------


def test_a_new_visit_has_all_items_open_and_no_index(lan, visit):
    view = lan.checklists.open(visit)
    assert (view.unit, view.on.isoformat()) == ("UBND xã Thường Phước", "2026-11-23")
    assert len(view.items) == 114
    assert [area.code for area in view.areas][:3] == ["SL", "CD", "TC"]
    assert sum(area.max_points for area in view.areas) == 100
    assert [code for area in view.areas for code in area.items] == list(view.items)
    assert (view.summary.answered, view.summary.total, view.summary.index) == (0, 114, None)
    assert view.summary.provisional
    assert view.items["CD04"].status == "required"
    assert view.items["TP01"].status == "open"


def test_an_item_says_what_stands_behind_it(lan, visit):
    found = item(lan, visit, "CD04")
    assert found.text.startswith("Tỷ lệ nhiệm vụ")
    assert (found.max_points, found.unit) == (2, "%")
    assert found.basis.startswith("NQ 76/NQ-CP")
    assert len(found.documents) == 2
    assert "70%" in found.rule_text


def test_an_unknown_visit_a_lost_checklist_and_an_unknown_item_are_said(lan, visit):
    with pytest.raises(VisitUnknown):
        lan.checklists.open(VisitId("không có"))
    with pytest.raises(ItemUnknown):
        lan.checklists.answer(visit, "CD99", "co")
    with pytest.raises(ItemUnknown):
        lan.checklists.answer(visit, "CD04", {"CD05_tu": "1"})
    with pytest.raises(ItemUnknown):
        lan.checklists.draft(visit, "CD99", "CD99", "1")
    lan.visits.edit(visit, template="0" * 64)
    lan.checklists.forget([visit])
    with pytest.raises(TemplateUnknown):
        lan.checklists.open(visit)


# --- each kind of answer -------------------------------------------------------------------------

ANSWERS = [
    # editor, item, what is answered, points, rate
    ("yes_no", "CD03", "co", "0.50", None),
    ("choice", "CD01", "b", "0.75", None),
    ("ratio", "CD04", CD04, "1.49", "92.31"),
    ("ratio", "TC02", {"TC02_tu": "0", "TC02_mau": "5"}, "0.00", "0.00"),
    ("count", "CD08", "2", "0.50", None),
    ("count", "TT06", "1", "1.00", None),
    ("points", "CD02", "0.75", "0.75", None),
    ("count", "TP01", "1", "1.00", None),
    ("count", "TP02", "2", "-1.00", None),
    ("figure", "SL01", "362", None, None),
    ("text", "NX01", "Kế hoạch ban hành sớm.", None, None),
]


@pytest.mark.parametrize(("editor", "code", "value", "points", "rate"), ANSWERS)
def test_an_answer_of_each_kind_is_scored_and_outlives_the_program(
    laptop, lan, visit, editor, code, value, points, rate
):
    lan.checklists.answer(visit, code, value)
    lan = laptop.again(lan)
    found = item(lan, visit, code)
    assert found.editor == editor
    assert values(lan, visit, code) == (value if isinstance(value, dict) else {code: value})
    assert found.points == (None if points is None else Decimal(points))
    assert found.rate == (None if rate is None else Decimal(rate))
    assert found.status == "answered"


def test_the_only_question_of_a_rate_takes_a_bare_value_and_several_questions_do_not(lan, visit):
    lan.checklists.answer(visit, "SL01", "362")
    lan.checklists.answer(visit, "TT08", "362")  # the whole is the base figure SL01
    assert item(lan, visit, "TT08").points == Decimal("1.50")
    with pytest.raises(AnswerRefused, match="CD04_tu, CD04_mau"):
        lan.checklists.answer(visit, "CD04", "24")


def test_an_answer_is_cleaned_of_stray_spaces_and_composed_as_the_house_composes(lan, visit):
    lan.checklists.answer(visit, "NX01", "  Kế hoa\u0323ch tốt. \n")
    assert values(lan, visit, "NX01") == {"NX01": "Kế hoạch tốt."}


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("CD03", "có lẽ"),
        ("CD08", "-1"),
        ("CD08", "ba"),
        ("CD02", "0.3"),
        ("CD02", "5"),
        ("CD04", {"CD04_tu": "27"}),
        ("CD04", {"CD04_tu": "20", "CD04_mau": "19"}),
    ],
)
def test_a_refused_value_leaves_the_earlier_answer_everywhere(laptop, lan, visit, code, value):
    earlier = {"CD03": "co", "CD08": "2", "CD02": "0.75", "CD04": CD04}
    for each, answer in earlier.items():
        lan.checklists.answer(visit, each, answer)
    before, changes = lan.checklists.open(visit), lan._workspace.ledger.count()
    with pytest.raises(AnswerRefused) as refused:
        lan.checklists.answer(visit, code, value)
    assert refused.value.facts["item"] == code
    assert refused.value.facts["reason"]
    assert lan._workspace.ledger.count() == changes
    # Not only the picture: the live sheet has the earlier value too, as the next answer would show.
    lan.checklists.note(visit, code, "đã xem")
    after = lan.checklists.open(visit)
    assert (after.items[code].leaves, after.summary) == (before.items[code].leaves, before.summary)
    assert laptop.again(lan).checklists.open(visit).items[code].leaves == before.items[code].leaves


def test_clearing_an_answer_opens_the_item_again(lan, visit):
    lan.checklists.answer(visit, "CD04", CD04)
    lan.checklists.answer(visit, "CD04", {"CD04_tu": "", "CD04_mau": ""})
    lan.checklists.answer(visit, "CD03", "co")
    lan.checklists.answer(visit, "CD03", "")
    for code in ("CD04", "CD03"):
        assert (item(lan, visit, code).status, item(lan, visit, code).points) == ("required", None)
    assert lan.checklists.open(visit).summary.answered == 0
    assert tr("no answer") in lan.checklists.history(visit, "CD04")[0].text


def test_a_suggested_number_that_was_cleared_does_not_come_back(laptop, lan, visit):
    assert values(lan, visit, "TT09")["TT09_mau"] == "10"
    lan.checklists.answer(visit, "TT09", {"TT09_tu": "9", "TT09_mau": ""})
    assert values(laptop.again(lan), visit, "TT09") == {"TT09_tu": "9", "TT09_mau": ""}


# --- not applicable ------------------------------------------------------------------------------


def test_not_applicable_takes_the_item_out_of_the_base_and_keeps_the_answer_behind_it(lan, visit):
    lan.checklists.answer(visit, "CD07", {"CD07_tu": "3", "CD07_mau": "4"})
    delta = lan.checklists.not_applicable(visit, "CD07", " Chưa từng được kiểm tra. ")
    [shown] = delta.items
    assert (shown.status, shown.reason, shown.points) == (
        "not_applicable",
        "Chưa từng được kiểm tra.",
        None,
    )
    back = lan.checklists.applicable(visit, "CD07").items[0]
    assert (back.status, back.points, back.reason) == ("answered", Decimal("1.00"), "")


def test_not_applicable_needs_a_reason_and_the_checklists_leave(lan, visit):
    with pytest.raises(ReasonMissing):
        lan.checklists.not_applicable(visit, "CD07", " \n ")
    with pytest.raises(NotApplicableRefused):
        lan.checklists.not_applicable(visit, "CD04", "không phát sinh")
    assert lan.checklists.open(visit).summary.answered == 0


def test_answering_says_that_the_item_applies_after_all(laptop, lan, visit):
    lan.checklists.not_applicable(visit, "CD07", "Chưa từng được kiểm tra.")
    lan.checklists.answer(visit, "CD07", {"CD07_tu": "4", "CD07_mau": "4"})
    found = item(laptop.again(lan), visit, "CD07")
    assert (found.not_applicable, found.reason, found.points) == (False, "", Decimal("2.00"))


# --- what a delta says, and the index ------------------------------------------------------------


def test_a_delta_holds_exactly_what_looks_different(lan, visit):
    before = lan.checklists.open(visit)
    delta = lan.checklists.answer(visit, "CD04", CD04)
    after = lan.checklists.open(visit)
    assert delta.saved.what == {Touched(visit, "answer", "CD04")}
    assert {view.code: view for view in delta.items} == {
        code: view for code, view in after.items.items() if view != before.items[code]
    }
    assert set(delta.areas) == set(after.areas) - set(before.areas)
    assert delta.summary == after.summary
    assert [view.code for view in delta.items] == ["CD04"]


def test_a_base_figure_changes_every_rate_made_of_it(lan, visit):
    for code, value in BASE_FIGURES.items():
        delta = lan.checklists.answer(visit, code, value)
    before = lan.checklists.open(visit)
    assert before.items["TT14"].rate == 97
    assert before.items["TT14"].points == Decimal("4.38")
    assert before.items["TT14"].numerator_text == "SL08 + SL09"
    assert all(leaf.computed for leaf in before.items["TT14"].leaves)
    delta = lan.checklists.answer(visit, "SL09", "840")
    assert {view.code for view in delta.items} == {"SL07", "SL09", "TT14"}  # SL07 no longer adds up
    assert {area.code for area in delta.areas} == {"SL", "TT"}
    after = lan.checklists.open(visit)
    changed = {code for code, view in after.items.items() if view != before.items[code]}
    assert changed == {view.code for view in delta.items}
    assert after.items["TT14"].rate == 96


def test_the_live_index_is_the_one_computed_by_hand(lan, visit):
    lan.checklists.answer(visit, "CD01", "a")  # 1.5
    lan.checklists.answer(visit, "CD03", "co")  # 0.5
    lan.checklists.answer(visit, "CD04", CD04)  # 1.49
    for code, value in BASE_FIGURES.items():
        lan.checklists.answer(visit, code, value)  # TT14: 4.38
    # 7.87 of the 100 points of the checklist; what is open stays in the base.
    assert lan.checklists.open(visit).summary.index == Decimal("7.87")
    lan.checklists.not_applicable(visit, "CD07", "Chưa từng được kiểm tra.")
    # 7.87 of 98 = 8.0306… %
    assert lan.checklists.open(visit).summary.index == Decimal("8.03")
    lan.checklists.answer(visit, "TP01", "1")  # + 1
    summary = lan.checklists.answer(visit, "TP02", "1").summary  # − 0.5
    assert summary.index == Decimal("8.53")
    assert summary.provisional
    assert summary.classification == "Trung bình"
    assert summary.answered == 11  # with TT14, which nobody types
    areas = {area.code: area for area in lan.checklists.open(visit).areas}
    assert (areas["CD"].points, areas["TT"].points) == (Decimal("3.49"), Decimal("4.38"))


def test_the_index_is_final_once_every_mandatory_item_is_closed(lan, visit):
    for code, found in lan.checklists.open(visit).items.items():
        match found.editor:
            case _ if all(leaf.computed for leaf in found.leaves):
                continue
            case "yes_no" | "choice":
                lan.checklists.answer(visit, code, found.leaves[0].choices[0].name)
            case "ratio":
                typed = [leaf.key for leaf in found.leaves if not leaf.computed]
                lan.checklists.answer(visit, code, dict.fromkeys(typed, "20"))
            case "points":
                lan.checklists.answer(visit, code, str(found.max_points))
            case "count":
                penalised = code in ("TP02", "TP03") or "trừ" in found.rule_text.lower()
                lan.checklists.answer(visit, code, "0" if penalised else "6")
            case "figure":
                total = {"SL02": "80", "SL07": "60", "SL24": "40"}
                lan.checklists.answer(visit, code, total.get(code, "20"))
            case _:
                lan.checklists.answer(visit, code, "Không có.")
    summary = lan.checklists.open(visit).summary
    assert (summary.open_required, summary.answered, summary.provisional) == (0, 114, False)
    assert summary.classification
    # A base figure that no longer fits the others makes it provisional again.
    assert lan.checklists.answer(visit, "SL10", "19").summary.provisional


def test_the_self_score_is_kept_beside_the_teams(laptop, lan, visit):
    lan.checklists.self_points(visit, "CD04", Decimal("1.75"))
    lan = laptop.again(lan)
    assert item(lan, visit, "CD04").self_points == Decimal("1.75")
    assert lan.checklists.self_points(visit, "CD04", None).items[0].self_points is None


def test_a_finding_is_counted_at_its_item(lan, visit):
    record, _ = lan.visits.add(visit, "finding", item="CD04", text="Chậm tiến độ")
    assert item(lan, visit, "CD04").findings == 1
    assert next(a for a in lan.checklists.open(visit).areas if a.code == "CD").findings == 1
    lan.visits.remove(visit, "finding", record)
    assert item(lan, visit, "CD04").findings == 0


# --- history and search --------------------------------------------------------------------------


def test_the_history_names_who_when_where_and_what_the_latest_first(laptop):
    lan = laptop("Lan", Clock())
    visit = begin(lan)
    lan.checklists.answer(visit, "CD01", "b")
    lan.checklists.answer(visit, "CD01", "a")
    lan.checklists.note(visit, "CD01", "Kế hoạch số 12")
    lines = lan.checklists.history(visit, "CD01")
    assert [(line.author, line.laptop) for line in lines] == [("Lan", "Máy Lan")] * 3
    assert [line.text for line in lines] == [
        tr("note: {text}", text="Kế hoạch số 12"),
        "Đúng hạn và đủ nội dung",
        "Có ban hành nhưng chậm hoặc thiếu lĩnh vực",
    ]
    assert lines[0].at > lines[1].at > lines[2].at >= datetime(2026, 11, 23, 1, tzinfo=UTC)


def test_the_history_tells_words_as_typed_and_numbers_as_printed(lan, visit):
    lan.checklists.answer(visit, "NX01", "1/2 nhiệm vụ; 2026")
    lan.checklists.answer(visit, "SL01", "1362")
    lan.checklists.answer(visit, "CD04", {"CD04_tu": "1200", "CD04_mau": "2600"})
    lan.checklists.answer(visit, "CD04", {"CD04_mau": ""})
    assert lan.checklists.history(visit, "NX01")[0].text == "1/2 nhiệm vụ; 2026"
    assert lan.checklists.history(visit, "SL01")[0].text == "1.362"
    assert [line.text for line in lan.checklists.history(visit, "CD04")] == ["1.200 / –", "1.200 / 2.600"]


# --- disputes ------------------------------------------------------------------------------------


@pytest.fixture
def disputed(laptop, lan, visit, stick):
    """CD04 is answered differently on two laptops, and Lan has received both."""
    minh = laptop("Minh")
    hand_over(lan, minh, visit, stick)
    lan.checklists.answer(visit, "CD04", {"CD04_tu": "24", "CD04_mau": "26"})
    minh.checklists.answer(visit, "CD04", {"CD04_tu": "22", "CD04_mau": "26"})
    hand_over(minh, lan, visit, stick)
    return lan


def test_a_disputed_item_is_flagged_and_makes_the_index_provisional(disputed, visit):
    view = disputed.checklists.open(visit)
    assert view.items["CD04"].disputed
    assert view.summary.disputed == 1
    assert next(a for a in view.areas if a.code == "CD").disputed == 1
    assert view.summary.provisional


def test_answering_a_disputed_item_needs_a_reason_which_then_decides(disputed, visit):
    before = state(disputed)
    with pytest.raises(ConflictOpen) as refused:
        disputed.checklists.answer(visit, "CD04", {"CD04_tu": "23"})
    assert "Minh" in str(refused.value.facts["authors"])
    assert state(disputed) == before
    shown = values(disputed, visit, "CD04")
    delta = disputed.checklists.answer(visit, "CD04", {"CD04_tu": "23"}, "Đối chiếu sổ theo dõi")
    assert shown["CD04_tu"] in ("22", "24")
    assert values(disputed, visit, "CD04")["CD04_tu"] == "23"
    assert not delta.items[0].disputed
    assert delta.summary.disputed == 0
    assert "Đối chiếu sổ theo dõi" in disputed.checklists.history(visit, "CD04")[0].text


def test_one_answers_while_another_says_not_applicable_and_that_is_in_dispute(laptop, lan, visit, stick):
    minh = laptop("Minh")
    hand_over(lan, minh, visit, stick)
    lan.checklists.answer(visit, "CD07", {"CD07_tu": "3", "CD07_mau": "4"})
    minh.checklists.not_applicable(visit, "CD07", "Chưa từng được kiểm tra.")
    hand_over(minh, lan, visit, stick)
    assert item(lan, visit, "CD07").disputed
    [conflict] = lan.merging.conflicts()
    assert {side.text for side in conflict.sides} == {tr("applicable"), tr("not applicable")}
    applies = next(side for side in conflict.sides if side.mine)
    lan.merging.resolve(conflict.id, head=applies.head, reason="Có thông báo kết luận năm 2024")
    found = item(lan, visit, "CD07")
    assert (found.disputed, found.not_applicable, found.points) == (False, False, Decimal("1.00"))


# --- what a crash leaves -------------------------------------------------------------------------


def test_what_was_being_typed_becomes_answers_and_is_told(laptop, lan, visit):
    lan.checklists.answer(visit, "CD04", CD04)
    lan.checklists.draft(visit, "CD04", "CD04_tu", "2")
    lan.checklists.draft(visit, "CD04", "CD04_tu", "25")
    lan.checklists.draft(visit, "NX01", "NX01", "Một cửa khang tr")
    lan.checklists.draft(visit, "CD04", "note", "Xem sổ")
    lan.checklists.draft(visit, "CD07", "reason", "Chưa từng kiểm tra")
    assert values(lan, visit, "CD04")["CD04_tu"] == "24"  # a draft is no answer yet
    lan = laptop.again(lan)
    assert [(found.item, found.text) for found in lan.recovered] == [
        ("CD04", "25"),
        ("NX01", "Một cửa khang tr"),
        ("CD04", "Xem sổ"),
        ("CD07", "Chưa từng kiểm tra"),
    ]
    assert lan.recovered[0].unit == "UBND xã Thường Phước"
    assert values(lan, visit, "CD04") == {"CD04_tu": "25", "CD04_mau": "26"}
    assert values(lan, visit, "NX01") == {"NX01": "Một cửa khang tr"}
    assert item(lan, visit, "CD04").note == "Xem sổ"
    assert item(lan, visit, "CD07").reason == "Chưa từng kiểm tra"
    assert verified(lan)
    assert laptop.again(lan).recovered == ()


def test_a_draft_that_cannot_stand_is_kept_as_a_note(laptop, lan, visit):
    lan.checklists.answer(visit, "CD04", CD04)
    lan.checklists.note(visit, "CD04", "Xem sổ")
    lan.checklists.draft(visit, "CD04", "CD04_tu", "hai mươi lăm")
    lan.checklists.draft(visit, "CD03", "reason", "không phát sinh")  # this item must be answered
    lan = laptop.again(lan)
    found = item(lan, visit, "CD04")
    assert values(lan, visit, "CD04") == CD04
    assert found.note.startswith("Xem sổ\n")
    assert "hai mươi lăm" in found.note
    assert "không phát sinh" in item(lan, visit, "CD03").note
    assert {found.text for found in lan.recovered} == {"hai mươi lăm", "không phát sinh"}


def test_leaving_a_field_settles_its_own_draft_and_no_other(laptop, lan, visit):
    lan.checklists.draft(visit, "CD04", "CD04_tu", "sáu")
    lan.checklists.draft(visit, "CD04", "CD04_mau", "26")
    lan.checklists.answer(visit, "CD04", {"CD04_mau": "26"})
    lan = laptop.again(lan)
    assert [found.text for found in lan.recovered] == ["sáu"]
    assert "sáu" in item(lan, visit, "CD04").note


def test_a_draft_of_a_disputed_answer_becomes_a_note_for_the_one_who_decides(laptop, disputed, visit):
    disputed.checklists.draft(visit, "CD04", "CD04_tu", "23")
    lan = laptop.again(disputed)
    assert "23" in item(lan, visit, "CD04").note
    assert item(lan, visit, "CD04").disputed


def test_a_draft_of_a_disputed_note_waits_until_the_note_is_decided(laptop, lan, visit, stick):
    minh = laptop("Minh")
    hand_over(lan, minh, visit, stick)
    lan.checklists.note(visit, "CD04", "Theo sổ của Lan")
    minh.checklists.note(visit, "CD04", "Theo sổ của Minh")
    hand_over(minh, lan, visit, stick)
    lan.checklists.draft(visit, "CD04", "note", "Cả hai sổ")
    lan = laptop.again(lan)
    assert [found.text for found in lan.recovered] == ["Cả hai sổ"]
    assert item(lan, visit, "CD04").disputed
    [conflict] = lan.merging.conflicts()
    lan.merging.resolve(conflict.id, head=conflict.sides[0].head, reason="sổ đúng")
    lan.checklists.draft(visit, "CD04", "note", "Cả hai sổ")
    assert item(laptop.again(lan), visit, "CD04").note == "Cả hai sổ"


def test_a_whole_smaller_than_its_part_is_saved_and_marked_until_the_part_is_corrected(lan, visit):
    lan.checklists.answer(visit, "CD04", CD04)
    [shown] = lan.checklists.answer(visit, "CD04", {"CD04_mau": "23"}).items
    assert (shown.status, shown.points) == ("invalid", None)
    assert shown.error
    [shown] = lan.checklists.answer(visit, "CD04", {"CD04_tu": "23"}).items
    assert (shown.status, shown.points, shown.error) == ("answered", Decimal("2.00"), "")


# --- a disk that is full -------------------------------------------------------------------------

LONG = "Đơn vị đã khắc phục. " * 20_000


def test_a_full_disk_is_said_the_earlier_answer_stands_and_saving_works_once_there_is_room(lan, visit):
    lan.checklists.answer(visit, "NX01", "Kế hoạch sớm.")
    before, rows = lan.checklists.open(visit), counted_changes(lan)
    full(lan)
    for attempt in range(2):
        with pytest.raises(SaveFailed, match=tr("the disk is full")):
            lan.checklists.answer(visit, "NX01", LONG)
        with pytest.raises(SaveFailed):
            lan.checklists.note(visit, "CD04", LONG)
        with pytest.raises(SaveFailed):
            lan.checklists.draft(visit, "NX01", "NX01", LONG)
        assert lan.checklists.open(visit) == before, attempt
    assert lan.visits.list()[0].answered == 1  # what there is can still be read
    room_again(lan)
    lan.checklists.answer(visit, "NX01", LONG)
    assert values(lan, visit, "NX01") == {"NX01": LONG.strip()}
    assert counted_changes(lan) == rows + 1
    assert verified(lan)


def test_a_draft_outlives_a_save_that_failed(laptop, lan, visit):
    typed = "Đơn vị đã khắc phục. " * 100
    lan.checklists.draft(visit, "NX02", "NX02", typed)
    full(lan)
    with pytest.raises(SaveFailed):
        lan.checklists.answer(visit, "NX02", LONG)
    room_again(lan)
    assert values(laptop.again(lan), visit, "NX02") == {"NX02": typed.strip()}


def counted_changes(workbench: Workbench) -> int:
    return workbench._workspace.ledger.count()


# --- what a later program may have written -------------------------------------------------------


def test_values_that_this_checklist_does_not_know_do_not_keep_it_from_opening(laptop, lan, visit):
    odd = [
        Act("answer", "CD04", {"value": {"CD04_tu": "24", "CD04_khac": "1"}}),
        Act("answer", "CD03", {"value": "co_le"}),
        Act("answer", "CD08", {"value": 7}),
        Act("answer", "CD99", {"value": "1"}),
        Act("answer", "NX01", {"value": ["a", "b"]}),
        Act("answer", "SL01", {"value": "1/2", "note": 5, "self_points": "nhiều"}),
    ]
    lan._desk.write(visit, odd)
    lan = laptop.again(lan)
    view = lan.checklists.open(visit)
    assert all(lan.checklists.history(visit, code) for code in ("CD04", "CD03", "CD08", "NX01", "SL01"))
    assert view.items["CD03"].status == "invalid"
    assert view.items["CD03"].error
    assert view.items["CD08"].leaves[0].value == "7"
    assert len(view.items) == 114


def test_the_time_of_the_last_save_is_known_when_a_visit_is_opened(laptop):
    clock = Clock(datetime(2026, 11, 23, 7, 32, tzinfo=UTC))
    lan = laptop("Lan", clock)
    visit = begin(lan)
    saved = lan.checklists.answer(visit, "CD03", "co").saved
    shown = lan.checklists.open(visit).saved_at
    assert timedelta(0) <= saved.at - shown <= timedelta(seconds=5)


def test_a_filled_checklist_is_a_submission_that_bears_the_visits_id(lan, visit):
    lan.checklists.answer(visit, "CD03", "co")
    lan.checklists.answer(visit, "CD04", {"CD04_tu": "18", "CD04_mau": "26"})
    content = lan.checklists.submission(visit)
    root = ElementTree.fromstring(content)
    assert (root.findtext("CD/CD03"), root.findtext("CD/CD04/CD04_mau")) == ("co", "26")
    assert root.findtext("meta/instanceID") == f"uuid:{visit}"
    assert lan.checklists.submission(visit) == content
    again = Sheet(lan.checklists.warm(visit).template.form)
    again.restore(content)
    assert again.node("CD04_tu").value == "18"


def test_history_names_choices_that_are_not_on_offer_any_more(lan, tmp_path):
    digest = lan.templates.publish(HOUSEHOLDS.write(tmp_path)).digest
    visit = begin(lan, template=digest)
    for code, value in (("tinh", "dong_thap"), ("xa", "long_khanh"), ("ap", "long_khanh_3")):
        lan.checklists.answer(visit, code, value)
    lan.checklists.answer(visit, "tinh", "an_giang")
    assert [line.text for line in lan.checklists.history(visit, "xa")] == ["Xã Long Khánh"]
    assert [line.text for line in lan.checklists.history(visit, "ap")] == ["Ấp 3 Long Khánh"]
    assert lan.undoing.undo(visit).text.endswith("An Giang → Đồng Tháp")
    assert "Xã Long Khánh" in lan.undoing.undo(visit).text + lan.undoing.undo(visit).text
