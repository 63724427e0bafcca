"""A new version of a form tells what becomes of answers to the old one."""

from typing import Any

import pytest

from inspector_app.forms.comparison import Compared, Comparison, Verdict, compare, described
from inspector_app.forms.form import Form
from tests.forms.everything import EN, FILES, SIMPLE, VI, book, q
from tests.forms.everything import compiled as read_book
from tests.forms.workbooks import compiled, workbook


def form(changes: dict[str, Any] | None = None) -> Form:
    return Form.parse(compiled(workbook(changes)).xform)


def compared(changes: dict[str, Any]) -> Comparison:
    """The good workbook against itself with some cells changed."""
    return compare(form(), form(changes))


def told(entry: Compared) -> list[str]:
    return [change.text for change in entry.changes]


def test_a_form_is_the_same_as_itself() -> None:
    comparison = compared({})

    assert comparison.is_empty
    assert {entry.verdict for entry in comparison.entries} == {"same"}
    assert [entry.key for entry in comparison.questions] == ["CD03", "CD04", "CD04_tu", "CD04_mau", "ghi_chu"]


@pytest.mark.parametrize(
    ("changes", "key", "verdict", "text"),
    [
        (
            {"survey!C3": "Có bố trí kinh phí riêng không?"},
            "CD03",
            "carries",
            "the label: “Có kinh phí riêng",
        ),
        ({"survey!C3": "Ngày họp gần nhất"}, "CD03", "decide", "the code now asks something else"),
        ({"survey!A5": "decimal"}, "CD04_tu", "carries", "the type was integer, now decimal"),
        ({"survey!A8": "date"}, "ghi_chu", "decide", "the type was text, now date"),
        ({"survey!A8": "note"}, "ghi_chu", "old", "it is no longer asked"),
        (
            {"survey!A8": "calculate", "survey!F8": "1 + 1"},
            "ghi_chu",
            "old",
            "it is no longer asked",
        ),
        ({"survey!H4": 50}, "CD04", "carries", "the maximum of points: “60” → “50”"),
        (
            {"survey!I4": "duoi=60; tren=100"},
            "CD04",
            "carries",
            "the scoring rule: “tuyen_tinh duoi=70; tren",
        ),
        ({"survey!L4": "co"}, "CD04", "carries", "it may now be left as not applicable"),
        (
            {"survey!K4": "${CD04_mau} + 1"},
            "CD04",
            "carries",
            "numerator and denominator: “${CD04_tu} / ${CD",
        ),
        ({"survey!E6": ". > 0"}, "CD04_mau", "carries", "the condition for a valid answer: “. >= 0” → “. >"),
        ({"survey!D8": None}, "ghi_chu", "carries", "the condition for being asked: no longer “${CD03} = 'k"),
        ({"survey!O3": 15}, "CD03", "carries", "the days to put it right: now “15”"),
        (
            {"choices!C3": "Hoàn toàn không"},
            "CD03",
            "carries",
            "choices in other words: khong “Không” → “Hoàn",
        ),
        (
            {"choices!C2": "Không", "choices!C3": "Có"},
            "CD03",
            "decide",
            "choices that now mean something else: co “Có” → “Không”, khong “Không” → “Có”",
        ),
        (
            {"survey!Q1": "required", "survey!Q8": "yes"},
            "ghi_chu",
            "carries",
            "required: now “yes”",
        ),
        (
            {"survey!A7": None, "survey!A9": None, "survey!A10": "end_group", "survey!A11": "end_group"},
            "ghi_chu",
            "same",
            "",
        ),
    ],
)
def test_what_changed_about_a_question_and_what_it_means_for_its_answer(
    changes: dict[str, Any], key: str, verdict: Verdict, text: str
) -> None:
    entry = compared(changes).of(key)

    assert entry.verdict == verdict
    assert "\n".join(told(entry)).startswith(text)


def test_a_question_that_is_gone_stands_where_it_stood_and_a_new_one_is_named() -> None:
    comparison = compared({"survey!B8": "nhan_xet", "survey!C8": "Nhận xét của Đoàn"})

    assert [(e.key, e.verdict) for e in comparison.questions if e.verdict != "same"] == [
        ("ghi_chu", "old"),
        ("nhan_xet", "new"),
    ]
    gone = comparison.of("ghi_chu")
    assert (gone.label, gone.area, gone.new) == ("Ghi chú", "CD", None)
    assert told(gone) == ["no longer in the form"]


def test_a_question_under_another_code_is_recognised_by_its_words() -> None:
    assert compared({"survey!B8": "nhan_xet"}).of("ghi_chu").twin == "nhan_xet"


def test_codes_that_moved_on_by_one_are_not_taken_for_the_same_questions() -> None:
    """An item put in between, and all codes after it shifted: the answers must not slide along."""
    before = form({"survey!C5": "Số hồ sơ đúng hạn", "survey!C6": "Số hồ sơ quá hạn"})
    after = form({"survey!C5": "Số hồ sơ quá hạn", "survey!C6": "Số hồ sơ đúng hạn"})

    entry = compare(before, after).of("CD04_tu")

    assert entry.verdict == "decide"
    assert entry.twin == "CD04_mau"


def test_an_item_is_to_be_decided_when_one_of_its_figures_is() -> None:
    comparison = compared({"survey!C5": "Ngày họp gần nhất"})

    assert (comparison.of("CD04_tu").item, comparison.of("CD04_tu").area) == ("CD04", "CD")
    assert comparison.of("CD04").verdict == "decide"
    assert comparison.of("CD").verdict == "same"


@pytest.mark.parametrize(
    ("changes", "key", "value", "verdict"),
    [
        ({"choices!B3": "chua"}, "CD03", "khong", "decide"),
        ({"choices!B3": "chua"}, "CD03", "co", "carries"),
        ({"choices!B3": "chua"}, "CD03", "", "carries"),
        ({"survey!A8": "integer"}, "ghi_chu", "18", "carries"),
        ({"survey!A8": "integer"}, "ghi_chu", "mười tám", "decide"),
        ({"survey!A8": "date"}, "ghi_chu", "2026-11-24", "carries"),
        ({"survey!A8": "note"}, "ghi_chu", "18", "old"),
        ({"survey!C3": "Ngày họp gần nhất"}, "CD03", "co", "decide"),
    ],
)
def test_an_answer_that_fits_the_new_form_needs_no_decision(
    changes: dict[str, Any], key: str, value: str, verdict: Verdict
) -> None:
    # The rule would refuse other choices than co and khong; here only the answers matter.
    changes |= {"survey!G3": None, "survey!H3": None, "survey!I3": None}

    assert compared(changes).of(key).verdict_for(value) == verdict


def test_not_applicable_is_to_be_decided_where_it_is_no_longer_allowed() -> None:
    comparison = compare(form({"survey!L4": "co"}), form())

    entry = comparison.of("CD04")
    assert entry.verdict == "decide"
    assert entry.verdict_for("", not_applicable=True) == "decide"
    assert entry.verdict_for("5") == "carries"


def test_an_item_moved_to_another_area_keeps_its_answer() -> None:
    second = {
        "survey!A9": "end_group",
        "survey!A10": "begin_group",
        "survey!B10": "TC",
        "survey!C10": "Thể chế",
        "survey!A11": "text",
        "survey!B11": "khac",
        "survey!C11": "Ý kiến khác",
        "survey!A12": "end_group",
    }
    moved = second | {"survey!A8": "end_group", "survey!B8": None, "survey!C8": None, "survey!D8": None}
    moved |= {"survey!A9": "begin_group", "survey!B9": "TC", "survey!C9": "Thể chế"}
    moved |= {"survey!A10": "text", "survey!B10": "ghi_chu", "survey!C10": "Ghi chú"}
    moved |= {"survey!D10": "${CD03} = 'khong'"}

    entry = compare(form(second), form(moved)).of("ghi_chu")

    assert (entry.verdict, told(entry)) == ("carries", ["moved from CD to TC"])


def test_what_matters_most_to_answers_comes_first() -> None:
    comparison = compared(
        {
            "survey!C3": "Có bố trí kinh phí riêng không?",
            "survey!H4": 50,
            "survey!C5": "Ngày họp gần nhất",
            "survey!B8": "nhan_xet",
            "settings!A2": "Phiếu thử mới",
        }
    )

    assert [(entry.key, entry.verdict) for entry in comparison.by_importance] == [
        ("ghi_chu", "old"),
        ("CD04_tu", "decide"),
        ("CD04", "decide"),
        ("nhan_xet", "new"),
        ("CD03", "carries"),
    ]
    assert [change.text for change in comparison.settings] == ["the title: “Phiếu thử” → “Phiếu thử mới”"]
    assert [(area.name, area.before, area.after) for area in comparison.areas] == [("CD", 100, 90)]


def test_an_expression_is_compared_as_it_was_written() -> None:
    """A group around a question changes the paths of an XForm, but nothing that its author wrote."""
    grouped = {
        "survey!A8": "begin_group",
        "survey!B8": "khac",
        "survey!C8": "Khác",
        "survey!D8": None,
        "survey!A9": "text",
        "survey!B9": "ghi_chu",
        "survey!C9": "Ghi chú",
        "survey!D9": "${CD03} = 'khong'",
        "survey!A10": "end_group",
        "survey!A11": "end_group",
    }

    assert compared(grouped).of("ghi_chu").verdict == "same"


def test_the_choices_of_a_file_are_compared_too() -> None:
    row = [q("select_one_from_file don_vi.csv", "dv", "Đơn vị")]
    later = b"name,label\n1,\xc4\x90\xc6\xa1n v\xe1\xbb\x8b m\xe1\xbb\x99t\n3,Ba\n"
    old, new = (read_book(book(row, also={"settings": SIMPLE}), files) for files in
                (FILES, {**FILES, "don_vi.csv": later}))  # fmt: skip

    comparison = compare(
        Form.parse(old.xform, old.files),
        Form.parse(new.xform, new.files),
    )

    assert told(comparison.of("dv")) == [
        "the choices: without 2 “Đơn vị hai”, with the new 3 “Ba”",
    ]
    assert comparison.of("dv").verdict_for("1") == "carries"


def test_it_is_said_in_lines_what_matters_most_first() -> None:
    lines = "\n".join(described(compared({"survey!B8": "y_kien", "survey!H4": 50}))).split("\n")

    assert lines == [
        "Phiếu thử (phieu_thu 1) → Phiếu thử (phieu_thu 1)",
        "  area CD: 100 → 90 points",
        "",
        "Old questions: their answers are kept and printed (1):",
        "  ghi_chu Ghi chú",
        "         asked as y_kien in the new checklist",
        "",
        "New questions (1):",
        "  y_kien Ghi chú",
        "",
        "The answers stand (1):",
        "  CD04   Tỷ lệ nhiệm vụ đúng hạn",
        "         the maximum of points: “60” → “50”",
    ]


def test_guidance_and_other_languages_are_compared_too() -> None:
    one, other = (
        Form.parse(read_book(book([row], also={"settings": SIMPLE})).xform)
        for row in (
            q("text", "a", "A"),
            q("text", "a", "A") | {f"label::{EN}": "Name", f"guidance_hint::{VI}": "Đếm hai lần"},
        )
    )

    assert told(compare(one, other).of("a")) == [
        "the guidance: now “Đếm hai lần”",
        "English (en): the label: “A (en)” → “Name”",
    ]
