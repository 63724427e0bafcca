"""Any XLSForm is a checklist: questions without our columns, groups, repeats, calculations, notes."""

import openpyxl
import pytest

from inspector_app.domain.errors import AnswerRefused, ItemUnknown, SaveFailed
from inspector_app.i18n import tr
from inspector_app.storage.ledger import Act
from tests.services.conftest import begin, full, hand_over, room_again, state, verified
from tests.workbooks.books import SATISFACTION, Book

SURVEY = [
    ["type", "name", "label", "required", "relevant", "constraint", "constraint_message", "calculation"],
    ["text", "nguoi_khao_sat", "Người khảo sát", "yes", "", "", "", ""],
    ["note", "huong_dan", "Hỏi từng hộ trong ấp", "", "", "", "", ""],
    ["begin_group", "ap", "Ấp", "", "", "", "", ""],
    ["select_one loai", "loai_ap", "Loại ấp", "yes", "", "", "", ""],
    ["begin_repeat", "ho", "Hộ", "", "", "", "", ""],
    ["text", "chu_ho", "Chủ hộ", "yes", "", "", "", ""],
    ["integer", "nhan_khau", "Số nhân khẩu", "", "", ". >= 1", "Ít nhất một người.", ""],
    ["end_repeat", "", "", "", "", "", "", ""],
    ["calculate", "tong", "", "", "", "", "", "sum(${nhan_khau})"],
    ["note", "bao_tong", "Tổng cộng ${tong} người", "", "${tong} > 0", "", "", ""],
    ["end_group", "", "", "", "", "", "", ""],
]


@pytest.fixture
def survey(lan, tmp_path):
    """A visit with a household survey that knows nothing of points."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "survey"
    for row in SURVEY:
        sheet.append(row)
    choices = book.create_sheet("choices")
    for row in (
        ["list_name", "name", "label"],
        ["loai", "vung_sau", "Vùng sâu"],
        ["loai", "ven_lo", "Ven lộ"],
    ):
        choices.append(row)
    settings = book.create_sheet("settings")
    settings.append(["form_title", "form_id", "version"])
    settings.append(["Khảo sát hộ dân", "khao_sat_ho", "1"])
    book.save(file := tmp_path / "khao_sat_ho.xlsx")
    return begin(lan, template=lan.templates.publish(file).digest)


def instances(workbench, visit):
    lines = workbench.checklists.open(visit).items["ho"].lines
    return [line.key for line in lines if line.leaf is None]


def test_every_question_is_an_item_and_a_repeat_is_one(lan, survey):
    view = lan.checklists.open(survey)
    assert [(a.code, a.name, a.items) for a in view.areas] == [
        ("", "Khảo sát hộ dân", ("nguoi_khao_sat", "huong_dan")),
        ("ap", "Ấp", ("loai_ap", "ho")),
    ]
    editors = {code: item.editor for code, item in view.items.items()}
    assert editors == {
        "nguoi_khao_sat": "text",
        "huong_dan": "note",
        "loai_ap": "choice",
        "ho": "repeat",
        "bao_tong": "note",
    }
    assert (view.summary.total, view.summary.index) == (3, None)
    assert len(instances(lan, survey)) == 1  # a repeat begins with one instance


def test_instances_are_filled_summed_added_and_taken_away(lan, survey):
    [first] = instances(lan, survey)
    lan.checklists.fill(survey, f"{first}/chu_ho", "Nguyễn Văn A")
    lan.checklists.fill(survey, f"{first}/nhan_khau", "4")
    delta = lan.checklists.add_repeat(survey, "ho")
    assert "ho" in {item.code for item in delta.items}
    second = instances(lan, survey)[1]
    delta = lan.checklists.fill(survey, f"{second}/nhan_khau", "3")
    assert {item.code: item.text for item in delta.items}["bao_tong"] == "Tổng cộng 7 người"
    lan.checklists.remove_repeat(survey, first)
    view = lan.checklists.open(survey)
    assert instances(lan, survey) == [second]
    assert view.items["bao_tong"].text == "Tổng cộng 3 người"
    assert view.items["ho"].status == "required"  # the householder's name is open


def test_what_was_filled_is_there_after_opening_again_and_on_another_laptop(lan, laptop, survey, stick):
    [first] = instances(lan, survey)
    lan.checklists.fill(survey, f"{first}/nhan_khau", "4")
    lan.checklists.add_repeat(survey, "ho")
    before = lan.checklists.open(survey)
    lan.checklists.forget([survey])
    assert lan.checklists.open(survey).items == before.items
    other = laptop("Minh")
    hand_over(lan, other, survey, stick)
    assert other.checklists.open(survey).items == before.items
    assert state(other) == state(lan)
    assert verified(other)


def test_two_laptops_add_households_without_dispute_and_dispute_one_number(lan, laptop, survey, stick):
    [first] = instances(lan, survey)
    lan.checklists.fill(survey, f"{first}/nhan_khau", "4")
    other = laptop("Minh")
    hand_over(lan, other, survey, stick)
    lan.checklists.add_repeat(survey, "ho")
    other.checklists.add_repeat(survey, "ho")
    lan.checklists.fill(survey, f"{first}/nhan_khau", "5")
    other.checklists.fill(survey, f"{first}/nhan_khau", "6")
    hand_over(other, lan, survey, stick)
    assert len(instances(lan, survey)) == 3
    [conflict] = lan.merging.conflicts(survey)
    assert conflict.title == "Hộ 1 · Số nhân khẩu"
    assert {side.text for side in conflict.sides} == {"5", "6"}
    lan.merging.resolve(conflict.id, head=conflict.sides[1].head, reason="hỏi lại chủ hộ")
    assert lan.merging.conflicts(survey) == ()


def test_a_dispute_is_marked_at_its_question_and_not_at_the_others(lan, laptop, survey, stick):
    [first] = instances(lan, survey)
    lan.checklists.fill(survey, f"{first}/nhan_khau", "4")
    other = laptop("Minh")
    hand_over(lan, other, survey, stick)
    lan.checklists.fill(survey, f"{first}/nhan_khau", "5")
    other.checklists.fill(survey, f"{first}/nhan_khau", "6")
    hand_over(other, lan, survey, stick)

    item = lan.checklists.open(survey).items["ho"]
    assert {line.key: line.disputed for line in item.lines} == {
        first: False,
        f"{first}/chu_ho": False,
        f"{first}/nhan_khau": True,
    }
    assert item.disputed
    [conflict] = lan.merging.conflicts(survey)
    lan.merging.resolve(conflict.id, head=conflict.sides[0].head, reason="hỏi lại chủ hộ")
    assert not any(line.disputed for line in lan.checklists.open(survey).items["ho"].lines)


def test_an_instance_that_one_took_away_and_another_filled_in_leaves_the_repeat_in_dispute(
    lan, laptop, survey, stick
):
    [first] = instances(lan, survey)
    lan.checklists.fill(survey, f"{first}/nhan_khau", "4")
    other = laptop("Minh")
    hand_over(lan, other, survey, stick)
    other.checklists.fill(survey, f"{first}/nhan_khau", "6")
    lan.checklists.remove_repeat(survey, first)
    hand_over(other, lan, survey, stick)

    assert lan.merging.conflicts(survey)
    assert lan.checklists.open(survey).items["ho"].disputed


def test_history_names_the_instance_and_the_question(lan, survey):
    [first] = instances(lan, survey)
    lan.checklists.fill(survey, f"{first}/chu_ho", "Nguyễn Văn A")
    lan.checklists.add_repeat(survey, "ho")
    second = instances(lan, survey)[1]
    lan.checklists.fill(survey, f"{second}/nhan_khau", "1300")
    texts = [line.text for line in lan.checklists.history(survey, "ho")]
    assert texts == [
        "Hộ 2 · Số nhân khẩu: 1.300",
        tr("{what}: added", what="Hộ 2"),
        "Hộ 1 · Chủ hộ: Nguyễn Văn A",
    ]
    [only] = lan.checklists.history(survey, f"{second}/nhan_khau")
    assert (only.author, only.text) == ("Lan", "Hộ 2 · Số nhân khẩu: 1.300")
    assert len(lan.checklists.history(survey, second)) == 2

    lan.checklists.remove_repeat(survey, first)
    latest, *earlier = lan.checklists.history(survey, "ho")
    gone = tr("{what} (taken away)", what="Hộ")
    assert latest.text == tr("{what}: taken away", what=gone)
    assert earlier[-1].text == f"{gone} · Chủ hộ: Nguyễn Văn A"
    with pytest.raises(ItemUnknown):
        lan.checklists.history(survey, "xe[1]/bien_so")


def test_a_value_that_cannot_stand_is_refused_and_an_unknown_place_too(lan, survey):
    [first] = instances(lan, survey)
    lan.checklists.fill(survey, f"{first}/nhan_khau", "4")
    with pytest.raises(AnswerRefused, match="Ít nhất một người"):
        lan.checklists.fill(survey, f"{first}/nhan_khau", "0")
    with pytest.raises(ItemUnknown):
        lan.checklists.fill(survey, "ho[khác]/nhan_khau", "2")
    assert lan.checklists.open(survey).items["bao_tong"].text == "Tổng cộng 4 người"


def test_what_is_being_typed_in_a_repeat_outlives_a_crash(lan, laptop, survey):
    [first] = instances(lan, survey)
    lan.checklists.draft(survey, f"{first}/chu_ho", f"{first}/chu_ho", "Nguyễn Văn")
    again = laptop.again(lan)
    assert [found.text for found in again.recovered] == ["Nguyễn Văn"]
    values = [line.leaf.value for line in again.checklists.open(survey).items["ho"].lines if line.leaf]
    assert values[0] == "Nguyễn Văn"


def test_what_is_no_repeat_or_no_instance_of_it_is_said(lan, survey):
    before = lan.checklists.open(survey)
    with pytest.raises(ItemUnknown):
        lan.checklists.add_repeat(survey, "xe")
    for instance in ("ho", "ho[99]", "xe[1]"):
        with pytest.raises(ItemUnknown):
            lan.checklists.remove_repeat(survey, instance)
    assert lan.checklists.open(survey) == before


def test_on_a_full_disk_a_repeat_keeps_its_instances(lan, survey, monkeypatch):
    lan.checklists.add_repeat(survey, "ho")
    before = lan.checklists.open(survey)

    def refuses(*_: object, **__: object) -> None:
        raise SaveFailed(reason="đĩa đầy")

    with monkeypatch.context() as failing:
        failing.setattr(lan._workspace.ledger, "append", refuses)
        with pytest.raises(SaveFailed):
            lan.checklists.add_repeat(survey, "ho")
        assert lan.checklists.open(survey) == before
        with pytest.raises(SaveFailed):
            lan.checklists.remove_repeat(survey, instances(lan, survey)[0])
        assert lan.checklists.open(survey) == before
    full(lan)
    with pytest.raises(SaveFailed):
        lan.checklists.fill(survey, f"{instances(lan, survey)[0]}/chu_ho", "Nguyễn Văn A " * 50_000)
    assert lan.checklists.open(survey) == before
    room_again(lan)
    lan.checklists.add_repeat(survey, "ho")
    assert len(instances(lan, survey)) == 3
    assert verified(lan)


def test_odd_values_of_another_program_do_not_keep_it_from_opening(lan, survey):
    [instance] = instances(lan, survey)
    odd = {f"{instance}/": {"a": 1}, f"{instance}/chu_ho": 7, "ho[x]/không_có": "1", "xe[1]/bien_so": "64C"}
    lan._desk.write(survey, [Act("answer", key, {"value": value}) for key, value in odd.items()])
    lan.checklists.forget([survey])
    names = [line.leaf.value for line in lan.checklists.open(survey).items["ho"].lines if line.leaf]
    assert "7" in names


# --- several languages ----------------------------------------------------------------------------

VI, EN = "Tiếng Việt (vi)", "English (en)"


@pytest.fixture
def bilingual(lan, tmp_path):
    """A visit with a form in two languages."""
    return begin(lan, template=lan.templates.publish(SATISFACTION.write(tmp_path)).digest)


def named(view):
    return {area.code: area.name for area in view.areas}


def test_everything_that_is_shown_speaks_the_language_chosen_and_answers_stay(lan, bilingual):
    lan.checklists.answer(bilingual, "lan_thu", "nhieu")
    before = lan.checklists.open(bilingual)
    assert before.languages == {VI: "Tiếng Việt", EN: "English"}
    assert before.language == VI

    lan.checklists.speak(EN)
    view = lan.checklists.open(bilingual)
    assert view.language == EN
    assert view.items["di_lai"].text == "How many trips"
    assert named(view)["danh_gia"] != named(before)["danh_gia"]
    assert view.items["gioi"].leaves[0].choices[0].label != before.items["gioi"].leaves[0].choices[0].label
    assert view.items["lan_thu"].leaves[0].value == "nhieu"
    assert [hit.item for hit in lan.checklists.find(bilingual, "how many trips")] == ["di_lai"]

    lan.checklists.speak("")
    assert lan.checklists.open(bilingual).items == before.items


def test_a_refusal_and_what_an_act_changed_speak_the_language_too(lan, bilingual):
    lan.checklists.speak(EN)
    delta = lan.checklists.answer(bilingual, "lan_thu", "nhieu")
    assert {item.code: item.text for item in delta.items}["di_lai"] == "How many trips"
    with pytest.raises(Exception, match="2 to 30 trips"):
        lan.checklists.answer(bilingual, "di_lai", "400")


def test_the_language_outlives_opening_again_and_is_known_by_its_code(lan, bilingual):
    lan.checklists.speak("en")
    lan.checklists.forget([bilingual])
    assert lan.checklists.open(bilingual).language == EN
    lan.checklists.speak("ភាសាខ្មែរ (km)")  # which this form does not have
    assert lan.checklists.open(bilingual).language == VI


def test_what_is_printed_keeps_the_language_that_the_form_begins_with(lan, bilingual):
    lan.checklists.answer(bilingual, "lan_thu", "nhieu")
    printed = lan.checklists.printed(bilingual).views
    lan.checklists.speak(EN)
    assert lan.checklists.printed(bilingual).views == printed
    assert lan.checklists.open(bilingual).items["di_lai"].text == "How many trips"


COUNTED = [
    {"type": "integer", "name": "so_ho", "label": "Số hộ"},
    {"type": "begin_repeat", "name": "ho", "label": "Hộ", "repeat_count": "${so_ho}"},
    {"type": "text", "name": "chu_ho", "label": "Chủ hộ"},
    {"type": "end_repeat"},
]


def test_a_slip_of_the_keyboard_in_a_number_of_entries_is_said(lan, tmp_path):
    file = Book("so_ho", "Sổ hộ", COUNTED, []).write(tmp_path)
    visit = begin(lan, template=lan.templates.publish(file).digest)

    delta = lan.checklists.fill(visit, "so_ho", "999999999")
    (repeat,) = [item for item in delta.items if item.code == "ho"]
    assert (repeat.status, repeat.lines) == ("invalid", ())
    assert repeat.error

    lan.checklists.fill(visit, "so_ho", "2")
    repeat = lan.checklists.open(visit).items["ho"]
    assert (repeat.error, len([line for line in repeat.lines if line.leaf])) == ("", 2)
