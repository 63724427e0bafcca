"""Reading a form: what it knows before the first answer, and every way in which it is refused."""

import hashlib

import pytest

from inspector_app.domain.errors import TemplateRefused
from inspector_app.forms.form import Form, FormProblem
from tests.forms.sheets import YES_NO, begin, end, form, question, written, xform

VI, EN = "Tiếng Việt (vi)", "English (en)"


def checklist() -> Form:
    return form(
        begin("group", "SL", label="Số liệu nền"),
        question("integer", "SL08", label="Số hồ sơ"),
        end("group"),
        begin("group", "CD", label="Chỉ đạo"),
        begin(
            "group", "CD04", cchc_rule="tuyen_tinh", cchc_numerator="${CD04_tu}", cchc_denominator="${SL08}"
        ),
        question("integer", "CD04_tu", constraint=". <= ${SL08}", required="yes"),
        end("group"),
        question("select_one co_khong", "CD05", cchc_rule="co_khong", appearance="minimal"),
        question("calculate", "gap_doi", calculation="${SL08} * 2"),
        question("note", "ghi_chu", label="Có ${SL08} hồ sơ"),
        begin("repeat", "bo_sung"),
        question("date", "ngay"),
        end("repeat"),
        end("group"),
        choices=YES_NO,
        settings={"form_title": "Phiếu kiểm tra", "attribute::cchc:bands": "90:Xuất sắc | 0:Yếu"},
    )


def test_a_form_knows_itself() -> None:
    found = checklist()
    assert (found.form_id, found.version, found.title) == ("phieu", "1", "Phiếu kiểm tra")
    assert found.attributes == {"bands": "90:Xuất sắc | 0:Yếu"}
    assert [area.name for area in found.areas] == ["SL", "CD"]
    assert [item.name for item in found.items] == ["CD04", "CD05"]
    assert found.digest == checklist().digest


def test_texts_in_longer_and_shorter_forms_and_beside_a_reference() -> None:
    texts = '<text id="d"><value form="short">N</value><value form="long">Ngắn dài</value></text>'
    texts += '<text id="c"><value form="short">C</value><value>Chính</value></text>'
    found = Form.parse(
        written(
            "<a/><b/><c/>",
            body='<input ref="/data/a"><label ref="jr:itext(\'d\')"/></input>'
            '<input ref="/data/b"><label ref="jr:itext(\'c\')"/></input>'
            '<input ref="/data/c"><label ref="jr:itext(\'mất\')">Tại chỗ</label></input>',
            itext=f'<translation lang="vi">{texts}</translation>',
        )
    )
    assert [found.definition(name).label("vi") for name in "abc"] == ["Ngắn dài", "Chính", "Tại chỗ"]


def test_the_digest_is_that_of_the_bytes() -> None:
    xml = xform([question("text", "a")])
    assert Form.parse(xml).digest == hashlib.sha256(xml).hexdigest()


def test_definitions_say_what_is_asked_and_how() -> None:
    found = checklist()
    assert {d.name: d.kind for d in found.definitions if d.name not in ("meta", "instanceID")} == {
        "SL": "group",
        "SL08": "question",
        "CD": "group",
        "CD04": "group",
        "CD04_tu": "question",
        "CD05": "question",
        "gap_doi": "calculate",
        "ghi_chu": "note",
        "bo_sung": "repeat",
        "ngay": "question",
    }
    assert found.definition("CD04").attributes["rule"] == "tuyen_tinh"
    choice = found.definition("CD05")
    assert (choice.control, choice.appearance, choice.path) == ("select1", "minimal", "/data/CD/CD05")
    assert found.definition("ngay").type == "date"
    assert [d.name for d in found.definition("ngay").lineage] == ["ngay", "bo_sung", "CD", "data"]
    with pytest.raises(KeyError):
        found.definition("khong_co")


def test_a_label_shows_a_gap_where_a_value_will_stand() -> None:
    assert checklist().definition("ghi_chu").label("") == "Có … hồ sơ"


def test_labels_in_several_languages() -> None:
    row = {"type": "text", "name": "ten", f"label::{VI}": "Tên", f"label::{EN}": "Name"}
    found = form(row, settings={"default_language": VI})
    assert (found.languages, found.default_language) == ((VI, EN), VI)
    assert found.definition("ten").label(VI) == "Tên"
    assert found.definition("ten").label(EN) == "Name"
    assert found.definition("ten").label("Français") == "Tên"


# --- refused ---------------------------------------------------------------------------------------------


def problems(xml: bytes) -> list[FormProblem]:
    with pytest.raises(TemplateRefused) as caught:
        Form.parse(xml)
    return [problem for problem in caught.value.problems if isinstance(problem, FormProblem)]


def broken(**binds: str) -> bytes:
    """A form of questions a, b, c with these attributes on their binds, which pyxform would not write."""
    rows = "".join(f'<bind nodeset="/data/{name}" {attributes}/>' for name, attributes in binds.items())
    return (
        '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"'
        ' xmlns:cchc="https://sokiemtra.vn/xform/1"><h:head><h:title>Phiếu</h:title><model>'
        f'<instance><data id="phieu"><a/><b/><c/></data></instance>{rows}</model></h:head>'
        '<h:body><input ref="/data/a"/><input ref="/data/b"/><input ref="/data/c"/></h:body></h:html>'
    ).encode()


def test_all_problems_are_named_at_once_with_question_part_and_place() -> None:
    found = problems(
        broken(
            a='relevant="tong(/data/b) &gt; 1" constraint="1 +"',
            b='calculate="/data/khong_co * 2"',
            c='cchc:numerator="/data/a + tổng()" cchc:warning=". &gt;"',
        )
    )
    assert [(p.question, p.part, p.fault.code if p.fault else "") for p in found] == [
        ("a", "relevant", "unknown-function"),
        ("a", "constraint", "incomplete"),
        ("c", "warning", "incomplete"),
        ("c", "numerator", "unknown-function"),
        ("b", "calculate", "unknown-name"),
    ]
    assert found[0].message == "a, relevant: There is no function tong()."
    assert found[0].remedy == "Correct the expression: tong(/data/b) > 1"
    assert found[4].fault is not None
    assert found[4].fault.offset == 6


@pytest.mark.parametrize(
    ("binds", "circle"),
    [
        ({"a": 'calculate="/data/a + 1"'}, "a → a"),
        ({"a": 'calculate="/data/b"', "b": 'calculate="/data/c"', "c": 'calculate="/data/a"'}, ""),
        ({"a": 'relevant=". = 1"'}, "a → a"),
        ({"a": 'relevant="/data/b = 1"', "b": 'calculate="/data/a"'}, ""),
    ],
)
def test_circles_are_refused_by_name(binds: dict[str, str], circle: str) -> None:
    (found,) = problems(broken(**binds))
    assert circle in found.message
    assert all(name in found.message for name in binds)


def test_two_circles_are_two_problems() -> None:
    found = problems(broken(a='calculate=". + 1"', b='calculate="/data/c"', c='calculate="/data/b"'))
    assert len(found) == 2


def test_what_only_people_look_at_may_look_at_itself() -> None:
    Form.parse(broken(a='constraint=". &gt; 1" required=". = \'\'" readonly=". = 3"'))


def test_a_repeat_may_look_at_its_other_instances() -> None:
    found = form(
        begin("repeat", "r"),
        question("integer", "so"),
        question(
            "calculate",
            "cong_don",
            calculation="${so} + coalesce(/data/r[position() = position(current()/..) - 1]/cong_don, 0)",
        ),
        end("repeat"),
    )
    assert found.definition("cong_don").calculate is not None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"khong phai XML",
        b"<data/>",
        b'<!DOCTYPE h [<!ENTITY a "b">]><h>&a;</h>',
        b'<!DOCTYPE h SYSTEM "file:///etc/passwd"><h/>',
        b"<a>" * 5000 + b"</a>" * 5000,
        broken()[:-20],
        broken().replace(b'<input ref="/data/c"/>', b'<input ref="/data/d"/>'),
    ],
)
def test_what_is_no_form_is_refused_with_a_sentence(content: bytes) -> None:
    (found,) = problems(content)
    assert found.message
    assert found.remedy
