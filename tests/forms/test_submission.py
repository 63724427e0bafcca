"""Submissions: what other programs receive, and taking one up again."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.forms.form import Form
from inspector_app.forms.sheet import Sheet
from inspector_app.forms.submission import SubmissionRefused, read_submission, unknown_elements
from inspector_app.forms.tree import read_xml
from tests.forms.sheets import NOON, begin, bind, end, form, question, written


def visit() -> Form:
    return form(
        question("text", "ten"),
        question("integer", "so", relevant="${ten} != ''", default="1"),
        begin("repeat", "ho_so"),
        question("text", "ma"),
        begin("repeat", "giay"),
        question("text", "loai"),
        end("repeat"),
        end("repeat"),
        question("calculate", "dem", calculation="count(${ho_so})"),
    )


def filled(of: Form) -> Sheet:
    return Sheet(of, clock=lambda: NOON)


def test_a_submission_taken_up_again_holds_the_same() -> None:
    first = filled(visit())
    first.set("ten", "Thường Phước")
    first.set("so", "3")
    first.add_repeat("ho_so", "x")
    first.set("ho_so[x]/ma", "A")
    first.add_repeat("ho_so[x]/giay", "y")
    first.set("ho_so[x]/giay[y]/loai", "đơn")
    again = filled(visit())
    again.restore(first.submission())
    assert again.repeats("ho_so") == ("1", "2")  # a fresh form has one already
    assert again.submission() == first.submission()
    assert again.node("dem").value == first.node("dem").value


def test_what_was_not_relevant_keeps_its_default() -> None:
    first = filled(visit())
    assert b"<so>" not in first.submission()
    again = filled(visit())
    again.restore(first.submission())
    again.set("ten", "x")
    assert again.node("so").value == "1"


def test_a_revision_names_what_it_revises() -> None:
    first = filled(visit())
    identity = first.node("instanceID").value
    again = filled(visit())
    again.restore(first.submission(), revise=True)
    assert again.node("instanceID").value not in ("", identity)
    assert again.node("deprecatedID").value == identity
    assert f"<deprecatedID>{identity}</deprecatedID>".encode() in again.submission()
    # Put away and opened again, and revised once more, it names the last one.
    opened = filled(visit())
    opened.load(again.values())
    assert opened.submission() == again.submission()
    third = filled(visit())
    third.restore(again.submission(), revise=True)
    assert third.node("deprecatedID").value == again.node("instanceID").value


def test_opening_a_submission_is_no_first_opening() -> None:
    found = Form.parse(
        written(
            "<mo/><lai/><khi/>",
            bind("khi", jr_preload="timestamp", jr_preloadParams="start")
            + '<setvalue event="odk-instance-first-load" ref="/data/mo" value="now()"/>'
            + '<setvalue event="odk-instance-load" ref="/data/lai">có</setvalue>',
        )
    )
    again = filled(found)
    again.restore(b'<data id="phieu"><mo/><lai/><khi/></data>')
    assert [again.node(name).value for name in ("mo", "lai", "khi")] == ["", "có", ""]


def test_counted_instances_of_a_submission_are_not_new() -> None:
    found = Form.parse(
        written(
            "<n/><r><x/></r>",
            body='<repeat nodeset="/data/r" jr:count="/data/n"><input ref="/data/r/x"/>'
            '<setvalue event="odk-new-repeat" ref="/data/r/x">mới</setvalue></repeat>',
        )
    )
    sheet = filled(found)
    sheet.restore(b'<data id="phieu"><n>2</n><r><x>1</x></r><r><x>2</x></r><r><x>3</x></r></data>')
    assert [sheet.node(f"r[{n}]/x").value for n in sheet.repeats("r")] == ["1", "2"]
    sheet.set("n", "3")
    assert sheet.node("r[3]/x").value == "mới"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "XML"),
        (b'<phieu id="phieu"/>', "It holds “phieu” and not “data”."),
        (b'<data id="khac"/>', "It belongs to the form “khac” and not to “phieu”."),
        (b'<!DOCTYPE data [<!ENTITY a "b">]><data id="phieu"><ten>&a;</ten></data>', "A document type"),
        (b"<data>" * 5000 + b"</data>" * 5000, "nested"),
        (b"<data>" + b" " * 20_000_000 + b"</data>", "It is larger than 20000000 bytes."),
    ],
)
def test_what_is_no_submission_of_the_form_is_refused(content: bytes, says: str) -> None:
    sheet = filled(visit())
    sheet.set("ten", "giữ nguyên")
    with pytest.raises(SubmissionRefused, match=says):
        sheet.restore(content)
    assert sheet.node("ten").value == "giữ nguyên"


def test_what_a_form_has_no_place_for_is_named() -> None:
    root = read_submission(visit(), b'<data id="phieu"><la/><ho_so><ma/><kia/></ho_so><ten/></data>')
    assert set(unknown_elements(visit(), root)) == {"/data/la", "/data/ho_so/kia"}


def test_namespaces_and_attributes_are_those_of_the_form() -> None:
    found = Form.parse(
        written(
            '<a kieu="x"/><orx:meta><orx:instanceID/></orx:meta>',
            bind("a", type="string"),
            '<input ref="/data/a"/>',
        ).replace(b'<data id="phieu"', b'<data xmlns="http://openrosa.org/formdesigner/1" id="phieu"')
    )
    sheet = filled(found)
    sheet.set("a", 'A & "B" <C>\n]]>')
    root = read_xml(sheet.submission()).root
    assert (root.namespace, root.attribute("id"), root.attribute("version")) == (
        "http://openrosa.org/formdesigner/1", "phieu", "1",
    )  # fmt: skip
    (answer,), (meta,) = root.named("a"), root.named("meta")
    assert answer.text() == 'A & "B" <C>\n]]>'
    assert [attribute.text() for attribute in answer.attributes] == ["x"]
    assert meta.namespace == "http://openrosa.org/xforms"


SOME = form(question("text", "a"), question("text", "b"))


@settings(max_examples=50, deadline=None)
@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))), st.text(alphabet="<>&\"'\t\n]- x")
)
def test_any_text_comes_back(first: str, second: str) -> None:
    sheet = filled(SOME)
    sheet.set("a", first)
    sheet.set("b", second)
    again = filled(SOME)
    again.restore(sheet.submission())
    assert again.values() == sheet.values()
