"""Filling in a form: what is said to a sheet and what it answers."""

from datetime import timedelta
from fractions import Fraction

import pytest

from inspector_app.forms.device import Device
from inspector_app.forms.form import Form
from inspector_app.forms.sheet import Sheet
from tests.forms.sheets import NOON, YES_NO, begin, bind, end, form, question, sheet, written


def error(filled: Sheet, key: str) -> str:
    """The code of a question's error, blank if its value is accepted."""
    found = filled.node(key).error
    return found.code if found else ""


# --- answers and what follows from them -----------------------------------------------------------


def test_an_answer_wakes_what_reads_it_and_nothing_else() -> None:
    filled = sheet(
        question("integer", "a"),
        question("integer", "b"),
        question("calculate", "tong", calculation="${a} + ${b}"),
        question("calculate", "gap_doi", calculation="${tong} * 2"),
        question("note", "loi_nhan", label="Tổng là ${tong}"),
    )
    assert filled.node("loi_nhan").label == "Tổng là "
    assert filled.set("a", "3") == {"a"}
    assert filled.node("tong").value == ""  # a blank is not zero
    assert filled.set("b", "4") == {"b", "tong", "gap_doi", "loi_nhan"}
    assert filled.node("gap_doi").value == "14"
    assert filled.node("loi_nhan").label == "Tổng là 7"
    assert filled.set("b", "4") == frozenset()


def test_what_is_not_relevant_reads_as_blank_and_keeps_what_was_typed() -> None:
    filled = sheet(
        question("select_one co_khong", "co"),
        question("integer", "so", relevant="${co} = 'co'"),
        question("calculate", "gap_doi", calculation="${so} * 2"),
        choices=YES_NO,
    )
    filled.set("co", "co")
    filled.set("so", "21")
    assert filled.node("gap_doi").value == "42"

    assert filled.set("co", "khong") == {"co", "so", "gap_doi"}
    assert not filled.node("so").relevant
    assert filled.node("so").value == "21"
    assert filled.node("gap_doi").value == ""
    assert b"<so>" not in filled.submission()

    filled.set("co", "co")
    assert filled.node("gap_doi").value == "42"


def test_relevance_passes_down_groups() -> None:
    filled = sheet(
        question("integer", "a"),
        begin("group", "ngoai", relevant="${a} > 1"),
        begin("group", "trong"),
        question("integer", "x", required="yes"),
        question("integer", "y", relevant="${a} > 2"),
        end("group"),
        end("group"),
    )
    assert error(filled, "x") == ""  # nobody is asked
    filled.set("a", "2")
    assert error(filled, "x") == "required"
    assert [filled.node(key).relevant for key in ("ngoai", "trong", "x", "y")] == [True, True, True, False]
    assert filled.set("a", "3") >= {"a", "y"}
    assert filled.node("y").relevant


def test_a_group_can_be_read_only_with_all_in_it() -> None:
    filled = sheet(
        question("integer", "a"),
        begin("group", "g", readonly="${a} = 1"),
        question("text", "t"),
        end("group"),
    )
    assert not filled.node("t").readonly
    filled.set("a", "1")
    assert filled.node("t").readonly


# --- what is accepted -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        ("integer", ["18", "-3", "99999999999"], ["18.5", "mười", "1 000", "1,5"]),
        ("decimal", ["18", "12.5", "-.5"], ["12,5", "abc"]),
        ("date", ["2026-11-24"], ["24/11/2026", "2026-02-30", "hôm nay"]),
        ("time", ["14:30", "14:30:59"], ["25:00", "chiều"]),
        ("dateTime", ["2026-11-24T14:30:00+07:00"], ["2026-11-24T25:00:00", "14:30"]),
        ("geopoint", ["10.46 105.63", "10.46 105.63 2 5"], ["10.46", "95 105"]),
        ("text", ["bất kỳ"], []),
    ],
)
def test_types(kind: str, good: list[str], bad: list[str]) -> None:
    filled = sheet(question(kind, "q"))
    for text in good:
        filled.set("q", text)
        assert (error(filled, "q"), filled.node("q").value) == ("", text)
    for text in bad:
        filled.set("q", text)
        assert (error(filled, "q"), filled.node("q").value) == (
            "type",
            text,
        )  # kept, so that it can be corrected


def test_a_value_of_the_wrong_type_counts_as_blank_for_others() -> None:
    filled = sheet(
        question("integer", "a"), question("calculate", "ghi", calculation="concat('[', ${a}, ']')")
    )
    filled.set("a", "mười tám")
    assert filled.node("ghi").value == "[]"


def test_a_constraint_speaks_with_its_own_message() -> None:
    filled = sheet(
        question("integer", "tong"),
        question("integer", "dung", constraint=". <= ${tong}", constraint_message="Không quá ${tong} hồ sơ."),
    )
    filled.set("tong", "10")
    filled.set("dung", "12")
    found = filled.node("dung").error
    assert found is not None
    assert (found.code, found.message) == ("constraint", "Không quá 10 hồ sơ.")
    assert filled.set("tong", "12") == {"tong", "dung"}
    assert filled.node("dung").error is None


def test_required_with_a_message_and_under_a_condition() -> None:
    filled = sheet(
        question("text", "ten", required="yes", required_message="Ghi tên."),
        question("text", "ly_do", required="${ten} = 'Khác'"),
    )
    found = filled.node("ten").error
    assert found is not None
    assert (found.code, found.message) == ("required", "Ghi tên.")
    assert not filled.node("ly_do").required
    assert filled.set("ten", "Khác") == {"ten", "ly_do"}
    assert error(filled, "ly_do") == "required"


def test_a_warning_does_not_make_a_value_wrong() -> None:
    filled = sheet(
        question("integer", "dan", cchc_warning=". < 50000", cchc_warning_message="Xem lại số dân."),
        question("integer", "gac"),
    )
    assert filled.node("dan").warning is None
    filled.set("dan", "60000")
    assert filled.node("dan").warning == "Xem lại số dân."
    assert filled.node("dan").error is None
    assert filled.set("dan", "40000") == {"dan"}
    assert filled.node("dan").warning is None


def test_text_is_composed() -> None:
    filled = sheet(question("text", "ten"))
    filled.set("ten", "Thường Phước")
    assert filled.node("ten").value == "Thường Phước"


# --- choices --------------------------------------------------------------------------------------

XA = [
    {"list_name": "tinh", "name": "dt", "label": "Đồng Tháp"},
    {"list_name": "tinh", "name": "ag", "label": "An Giang"},
    {"list_name": "xa", "name": "tp", "label": "Thường Phước", "tinh": "dt", "dan": "21500"},
    {"list_name": "xa", "name": "ll", "label": "Long Khánh", "tinh": "dt", "dan": "18000"},
    {"list_name": "xa", "name": "vh", "label": "Vĩnh Hậu", "tinh": "ag", "dan": "30000"},
]


def communes() -> Sheet:
    return sheet(
        question("select_one tinh", "tinh"),
        question("select_one xa", "xa", choice_filter="tinh = ${tinh}"),
        question("calculate", "ten_xa", calculation="jr:choice-name(${xa}, '${xa}')"),
        question("calculate", "dan", calculation="instance('xa')/root/item[name = ${xa}]/dan"),
        choices=XA,
    )


def test_choices_are_filtered_by_other_answers() -> None:
    filled = communes()
    assert filled.node("xa").choices == ()
    assert filled.set("tinh", "dt") == {"tinh", "xa"}
    assert [(choice.name, choice.label) for choice in filled.node("xa").choices] == [
        ("tp", "Thường Phước"),
        ("ll", "Long Khánh"),
    ]
    assert filled.node("xa").choices[0].attributes["dan"] == "21500"
    filled.set("xa", "tp")
    assert (filled.node("ten_xa").value, filled.node("dan").value) == ("Thường Phước", "21500")


def test_choices_have_names_whatever_the_filter_lets_through() -> None:
    filled = communes()
    assert filled.node("xa").labels({"vh", "tp", "strange"}) == {"vh": "Vĩnh Hậu", "tp": "Thường Phước"}
    filled.set("tinh", "dt")
    assert filled.node("xa").labels({"vh"}) == {"vh": "Vĩnh Hậu"}
    assert filled.node("ten_xa").labels({"vh"}) == {}


def test_a_choice_that_is_no_longer_offered_is_kept_and_said_to_be_wrong() -> None:
    filled = communes()
    filled.set("tinh", "dt")
    filled.set("xa", "tp")
    assert filled.set("tinh", "ag") == {"tinh", "xa", "ten_xa", "dan"}
    assert (filled.node("xa").value, error(filled, "xa")) == ("tp", "choice")
    assert filled.node("dan").value == ""  # others see no answer
    assert b"<xa/>" in filled.submission()
    filled.set("tinh", "dt")
    assert (filled.node("dan").value, error(filled, "xa")) == ("21500", "")


def test_several_choices_are_one_text_whatever_the_order_of_ticking() -> None:
    filled = sheet(question("select_multiple co_khong", "q"), choices=YES_NO)
    filled.set("q", "khong co khong")
    assert filled.node("q").value == "co khong"
    filled.set("q", "khong la")
    assert (filled.node("q").value, error(filled, "q")) == ("khong la", "choice")


def test_or_other_asks_what() -> None:
    filled = sheet(question("select_one co_khong or_other", "q"), choices=YES_NO)
    filled.set("q", "other")
    assert error(filled, "q") == ""
    assert filled.node("q_other").relevant


# --- repeats --------------------------------------------------------------------------------------


def supplements() -> Sheet:
    return sheet(
        begin("repeat", "bo_sung", label="Yêu cầu bổ sung"),
        question("date", "ngay", constraint=". <= today()"),
        question("integer", "gio"),
        question("calculate", "thu_tu", calculation="position(..)"),
        question("note", "ghi", label="Lần ${thu_tu}: ${gio} giờ"),
        end("repeat"),
        question("calculate", "so_lan", calculation="count(${bo_sung})"),
        question("calculate", "tong_gio", calculation="sum(${gio})"),
    )


def test_instances_are_named_by_the_caller_and_numbered_by_place() -> None:
    filled = supplements()
    filled.load({})
    assert filled.repeats("bo_sung") == ()
    assert filled.add_repeat("bo_sung", "a1") >= {"bo_sung[a1]", "bo_sung[a1]/ngay", "bo_sung", "so_lan"}
    filled.add_repeat("bo_sung", "b2")
    filled.set("bo_sung[a1]/gio", "3")
    filled.set("bo_sung[b2]/gio", "4")
    assert (filled.node("so_lan").value, filled.node("tong_gio").value) == ("2", "7")
    assert filled.node("bo_sung[b2]/ghi").label == "Lần 2: 4 giờ"

    changed = filled.remove_repeat("bo_sung[a1]")
    assert changed >= {"bo_sung[a1]/gio", "bo_sung[b2]/thu_tu", "bo_sung[b2]/ghi", "so_lan", "tong_gio"}
    assert filled.repeats("bo_sung") == ("b2",)
    assert (filled.node("so_lan").value, filled.node("tong_gio").value) == ("1", "4")
    assert filled.node("bo_sung[b2]/ghi").label == "Lần 1: 4 giờ"
    with pytest.raises(KeyError):
        filled.node("bo_sung[a1]/gio")


def test_an_answer_in_one_instance_leaves_the_others_alone() -> None:
    filled = supplements()
    filled.load({"bo_sung[a]/": "", "bo_sung[b]/": ""})
    assert [filled.node(f"bo_sung[{name}]/ghi").label for name in "ab"] == ["Lần 1:  giờ", "Lần 2:  giờ"]
    assert filled.set("bo_sung[b]/gio", "5") == {"bo_sung[b]/gio", "bo_sung[b]/ghi"}


def test_adding_what_is_there_changes_nothing() -> None:
    filled = supplements()
    filled.add_repeat("bo_sung", "a1")
    filled.set("bo_sung[a1]/gio", "3")
    assert filled.add_repeat("bo_sung", "a1") == frozenset()
    assert filled.node("bo_sung[a1]/gio").value == "3"


def test_a_repeat_shows_itself_before_it_has_instances() -> None:
    filled = supplements()
    filled.load({})
    assert (filled.repeat("bo_sung").label, filled.repeat("bo_sung").relevant) == ("Yêu cầu bổ sung", True)


def test_repeats_within_repeats() -> None:
    filled = sheet(
        begin("repeat", "buoi"),
        question("text", "ten"),
        begin("repeat", "nguoi"),
        question("text", "ho_ten"),
        question("calculate", "ghi", calculation="concat(${ten}, ': ', ${ho_ten}, ' ', position(..))"),
        end("repeat"),
        end("repeat"),
    )
    filled.load(
        {"buoi[s]/nguoi[x]/ho_ten": "An", "buoi[s]/nguoi[y]/ho_ten": "Bình", "buoi[c]/nguoi[x]/ho_ten": "Chi"}
    )
    filled.set("buoi[s]/ten", "Sáng")
    filled.set("buoi[c]/ten", "Chiều")
    assert filled.node("buoi[s]/nguoi[y]/ghi").value == "Sáng: Bình 2"
    assert filled.node("buoi[c]/nguoi[x]/ghi").value == "Chiều: Chi 1"
    assert filled.repeats("buoi[s]/nguoi") == ("x", "y")
    assert filled.set("buoi[c]/ten", "Tối") == {"buoi[c]/ten", "buoi[c]/nguoi[x]/ghi"}


def test_a_count_makes_and_takes_instances() -> None:
    filled = sheet(
        question("integer", "n"),
        begin("repeat", "r", repeat_count="${n}"),
        question("text", "t"),
        end("repeat"),
    )
    assert filled.repeats("r") == ()
    assert filled.repeat("r").counted
    filled.set("n", "3")
    assert len(filled.repeats("r")) == 3
    filled.set("n", "1")
    assert len(filled.repeats("r")) == 1
    filled.set("n", "-5")
    assert filled.repeats("r") == ()


def test_a_running_total_over_instances() -> None:
    filled = sheet(
        begin("repeat", "r"),
        question("integer", "so"),
        question(
            "calculate",
            "cong_don",
            calculation="${so} + coalesce(/data/r[position() = position(current()/..) - 1]/cong_don, 0)",
        ),
        end("repeat"),
    )
    filled.load({f"r[{name}]/so": str(number) for name, number in zip("abcd", (1, 2, 3, 4), strict=True)})
    assert [filled.node(f"r[{name}]/cong_don").value for name in "abcd"] == ["1", "3", "6", "10"]
    filled.set("r[a]/so", "10")
    assert [filled.node(f"r[{name}]/cong_don").value for name in "abcd"] == ["10", "12", "15", "19"]


# --- opening, keeping, sending --------------------------------------------------------------------


def defaults() -> Form:
    return form(
        question("integer", "co_dinh", default="5"),
        question("date", "hom_nay", default="today()"),
        question("calculate", "mot_lan", calculation="once(random())"),
        question("text", "khac"),
    )


def test_a_fresh_sheet_holds_its_defaults() -> None:
    filled = Sheet(defaults(), clock=lambda: NOON)
    assert filled.node("co_dinh").value == "5"
    assert filled.node("hom_nay").value == "2026-11-24"
    once = filled.node("mot_lan").value
    filled.set("khac", "x")
    assert filled.node("mot_lan").value == once != ""


def test_saved_values_come_back_and_an_emptied_default_stays_empty() -> None:
    filled = Sheet(defaults(), clock=lambda: NOON)
    filled.set("co_dinh", "")
    filled.set("khac", "x")
    again = Sheet(defaults(), clock=lambda: NOON.replace(year=2030))
    assert again.load(filled.values() | {"da_bo": "1"}) == {"da_bo"}
    assert again.values() == filled.values()
    assert (again.node("co_dinh").value, again.node("hom_nay").value) == ("", "2026-11-24")


def test_one_answer_can_set_another() -> None:
    filled = sheet(
        question("text", "nguon"),
        question("text", "dich", calculation="concat(${nguon}, '!')", trigger="${nguon}"),
    )
    filled.set("nguon", "a")
    assert filled.node("dich").value == "a!"
    filled.set("dich", "sửa tay")
    assert filled.node("dich").value == "sửa tay"
    filled.set("nguon", "b")
    assert filled.node("dich").value == "b!"


def test_opening_saved_answers_sets_nothing_off() -> None:
    survey = (
        question("text", "nguon"),
        question("text", "dich", calculation="concat(${nguon}, '!')", trigger="${nguon}"),
    )
    filled = sheet(*survey)
    filled.load({"nguon": "a", "dich": "sửa tay"})
    assert filled.node("dich").value == "sửa tay"


def test_answers_that_set_each_other_off_come_to_an_end() -> None:
    filled = sheet(
        question("integer", "a", calculation="coalesce(${b}, 0) + 1", trigger="${b}"),
        question("integer", "b", calculation="coalesce(${a}, 0) + 1", trigger="${a}"),
    )
    assert filled.set("a", "1") == {"a", "b"}


def test_another_language_is_a_matter_of_asking() -> None:
    vi, en = "Tiếng Việt (vi)", "English (en)"
    filled = sheet(
        {"type": "select_one yn", "name": "q", f"label::{vi}": "Có không?", f"label::{en}": "Is there?"},
        choices=[{"list_name": "yn", "name": "y", f"label::{vi}": "Có", f"label::{en}": "Yes"}],
        settings={"default_language": vi},
    )
    assert (filled.node("q").label, filled.node("q").choices[0].label) == ("Có không?", "Có")
    assert filled.speak(en) == {"q"}
    assert (filled.node("q").label, filled.node("q").choices[0].label) == ("Is there?", "Yes")


def test_figures_are_exact() -> None:
    filled = sheet(
        question("decimal", "a"),
        question("decimal", "b"),
        question("integer", "tong"),
        question(
            "decimal", "muc", cchc_rule="tuyen_tinh", cchc_numerator="${a} + ${b}", cchc_denominator="${tong}"
        ),
    )
    assert filled.number("muc", "numerator") is None
    filled.set("a", "0.1")
    assert filled.set("b", "0.2") == {"b", "muc"}
    filled.set("tong", "9007199254740991")
    assert filled.number("muc", "numerator") == Fraction(3, 10)
    assert filled.number("muc", "denominator") == 9007199254740991


def test_the_submission_is_what_other_programs_read() -> None:
    filled = sheet(question("text", "ten"), question("integer", "so", relevant="${ten} = 'x'"))
    filled.set("ten", 'A & B <"C">')
    text = filled.submission().decode()
    assert text.startswith(
        '<data id="phieu" version="1"><ten>A &amp; B &lt;"C"&gt;</ten><meta><instanceID>uuid:'
    )
    assert "<so" not in text


def test_a_question_that_is_not_there_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(KeyError):
        sheet(question("text", "a")).set("b", "1")


# --- what a form does of itself: when opened, for a new instance, on an answer, at the end ---------------

REPEAT = (
    '<group ref="/data/r"><repeat nodeset="/data/r"><input ref="/data/r/x"/>{0}</repeat></group>'
    '<input ref="/data/a">{1}</input>'
)


def opened_with(xml: bytes, device: Device | None = None) -> Sheet:
    return Sheet(Form.parse(xml), clock=lambda: NOON, device=device)


def test_a_first_opening_sets_what_it_is_told_to_set() -> None:
    xml = written(
        "<a>cũ</a><b/><c/>",
        '<setvalue event="odk-instance-first-load" ref="/data/a">mới</setvalue>'
        '<setvalue event="odk-instance-first-load" ref="/data/b" value="concat(/data/a, \'!\')"/>'
        '<setvalue event="odk-instance-first-load odk-instance-load" ref="/data/c" value="1 + 1"/>',
        '<input ref="/data/a"/>',
    )
    opened = opened_with(xml)
    assert [opened.node(name).value for name in "abc"] == ["mới", "mới!", "2"]
    opened.load({"a": "x"})
    assert [opened.node(name).value for name in "abc"] == ["x", "", "2"]


def test_a_new_instance_is_told_that_it_is_new() -> None:
    xml = written(
        '<r jr:template=""><x/></r><a/><dem/>',
        bind("dem", calculate="count(/data/r)"),
        REPEAT.format('<setvalue event="odk-new-repeat" ref="/data/r/x" value="position(..) * 10"/>', ""),
    )
    opened = opened_with(xml)
    opened.load({"r[p]/x": "5"})
    assert opened.node("r[p]/x").value == "5"  # it is not new
    opened.add_repeat("r", "q")
    assert opened.node("r[q]/x").value == "20"
    opened.set("r[q]/x", "")
    opened.add_repeat("r", "s")
    assert [opened.node(f"r[{name}]/x").value for name in "pqs"] == ["5", "", "30"]


def test_a_new_instance_is_like_none_that_the_form_came_with() -> None:
    opened = opened_with(
        written(
            '<r jr:template=""><x>mới</x></r><r><x>1</x></r><r><x>2</x></r><a/>', "", REPEAT.format("", "")
        )
    )
    opened.remove_repeat("r[2]")
    opened.add_repeat("r", "p")
    assert opened.node("r[p]/x").value == "mới"
    opened.set("r[p]/x", "")
    opened.load(opened.values())
    assert [opened.node(f"r[{name}]/x").value for name in "1p"] == ["1", ""]


def test_an_answer_sets_another_in_its_own_instance() -> None:
    xml = written(
        '<r jr:template=""><x/><y/></r><r><x/><y/></r><r><x/><y/></r><a/>',
        "",
        REPEAT.format("", "").replace(
            '<input ref="/data/r/x"/>',
            '<input ref="/data/r/x">'
            '<setvalue event="xforms-value-changed" ref="/data/r/y" value="../x"/></input>',
        ),
    )
    opened = opened_with(xml)
    opened.set("r[2]/x", "v")
    assert [opened.node(f"r[{n}]/y").value for n in "12"] == ["", "v"]


def test_events_by_their_earlier_names_and_at_the_end() -> None:
    xml = written(
        "<a/><b/><c/>",
        '<bind id="b" nodeset="/data/b"/>'
        '<setvalue event="xforms-ready" ref="/data/a">đầu</setvalue>'
        '<setvalue event="xforms-revalidate" bind="b" value="concat(/data/a, \'–cuối\')"/>',
        '<input nodeset="/data/a"/><input bind="b"/>',
    )
    opened = opened_with(xml)
    assert (opened.node("a").value, opened.node("b").value) == ("đầu", "")
    assert opened.finish() == {"b"}
    assert opened.node("b").value == "đầu–cuối"
    assert [opened.node(name).definition.control for name in "abc"] == ["input", "input", None]


def test_an_answer_sets_every_target_it_names() -> None:
    actions = (
        '<setvalue event="xforms-value-changed" ref="/data/r[position() = 2]/x">hai</setvalue>'
        '<setvalue event="xforms-value-changed" ref="/data/b" value="/data/a * 2"/>'
    )
    xml = written('<r jr:template=""><x/></r><r><x/></r><r><x/></r><a/><b/>', "", REPEAT.format("", actions))
    opened = opened_with(xml)
    assert opened.set("a", "4") == {"a", "b", "r[2]/x"}
    assert [opened.node(key).value for key in ("r[1]/x", "r[2]/x", "b")] == ["", "hai", "8"]


def test_the_place_is_taken_when_asked_for() -> None:
    places = iter(["10.5 105 2 5", "không"])
    xml = written(
        "<dau/><a/><sau/>",
        bind("dau", type="geopoint") + '<odk:setgeopoint event="odk-instance-first-load" ref="/data/dau"/>',
        '<input ref="/data/a"><odk:setgeopoint event="xforms-value-changed" ref="/data/sau"/></input>',
    )
    opened = opened_with(xml, Device(place=lambda: next(places)))
    assert opened.node("dau").value == "10.5 105.0 2.0 5.0"
    opened.set("a", "x")
    assert opened.node("sau").value == ""  # what the device gave is no place
    assert opened_with(xml).node("dau").value == ""


def test_what_a_form_asks_about_who_fills_it_in() -> None:
    asked = ("start", "today", "deviceid", "username", "email", "phonenumber")
    found = form(
        *(question(kind, kind) for kind in (*asked, "end", "audit")),
        question("uri:email", "thu"),
        question("text", "q"),
    )
    device = Device("may-1", "canbo", "a@b.vn", "0900")
    opened = Sheet(found, clock=lambda: NOON, device=device)
    assert {name: opened.node(name).value for name in asked} == {
        "start": "2026-11-24T12:00:00.000+07:00",
        "today": "2026-11-24",
        "deviceid": "may-1",
        "username": "canbo",
        "email": "a@b.vn",
        "phonenumber": "0900",
    }
    assert opened.node("thu").value == "mailto:a@b.vn"
    assert opened.node("end").value == ""
    # Opened again by somebody else, it says what it said.
    again = Sheet(found, clock=lambda: NOON + timedelta(hours=1), device=Device("may-2", "khac"))
    again.load(opened.values())
    assert again.values() == opened.values()
    assert again.finish() == {"end"}
    assert again.node("end").value == "2026-11-24T13:00:00.000+07:00"


def test_attributes_hold_computed_values() -> None:
    xml = written(
        '<a/><orx:meta><entity dataset="xa" create="" id=""><label/></entity></orx:meta>',
        bind("orx:meta/entity/@create", calculate="if(/data/a = '', '', '1')")
        + bind("orx:meta/entity/@id", type="string")
        + bind("orx:meta/entity/label", calculate="/data/a")
        + '<setvalue event="odk-instance-first-load" ref="/data/orx:meta/entity/@id">x-1</setvalue>',
        '<input ref="/data/a"/>',
    )
    opened = opened_with(xml)
    assert b'<entity dataset="xa" create="" id="x-1">' in opened.submission()
    opened.set("a", "Thường Phước")
    assert '<entity dataset="xa" create="1" id="x-1"><label>Thường Phước' in opened.submission().decode()
    again = opened_with(xml)
    again.load(opened.values())
    assert again.submission() == opened.submission()
    again.restore(opened.submission())
    assert again.submission() == opened.submission()


def test_what_only_the_language_changes() -> None:
    vi, en = "Tiếng Việt (vi)", "English (en)"
    choices = [{"list_name": "yn", "name": "y", f"label::{vi}": "Có", f"label::{en}": "Yes"}]
    opened = sheet(
        {"type": "select_one yn", "name": "q", f"label::{vi}": "Có không?", f"label::{en}": "Is there?"},
        question("calculate", "ten", calculation="jr:choice-name(${q}, '${q}')"),
        question("calculate", "dai", calculation="string-length(${ten})"),
        choices=choices,
        settings={"default_language": vi},
    )
    opened.set("q", "y")
    assert (opened.node("ten").value, opened.node("dai").value) == ("Có", "2")
    assert opened.speak(en) >= {"ten", "dai"}
    assert (opened.node("ten").value, opened.node("dai").value) == ("Yes", "3")


def test_months_and_days_are_named_in_the_language_of_the_form() -> None:
    vi, en = "Tiếng Việt (vi)", "English (en)"
    said = "format-date('2026-11-24', '%a %d %b')"
    opened = sheet(
        {"type": "note", "name": "n", f"label::{vi}": "${d}", f"label::{en}": "${d}"},
        question("calculate", "d", calculation=said),
        settings={"default_language": vi},
    )
    assert opened.node("n").label == "Th 3 24 Thg 11"
    assert sheet(question("calculate", "d", calculation=said)).node("d").value == "Tue 24 Nov"


def test_a_dynamic_default_comes_once_for_each_instance() -> None:
    opened = sheet(
        question("text", "a", default="1 + 1"),
        begin("repeat", "r"),
        question("integer", "x", default="count(${r})"),
        end("repeat"),
    )
    assert (opened.node("a").value, opened.node("r[1]/x").value) == ("2", "1")
    opened.set("r[1]/x", "")
    opened.add_repeat("r", "b")
    assert (opened.node("r[1]/x").value, opened.node("r[b]/x").value) == ("", "2")
