"""Values inside texts: people read numbers as they write them, expressions see what was computed."""

import pytest

from inspector_app.forms.form import Form
from inspector_app.forms.sheet import Sheet
from inspector_app.text import format_figure
from tests.forms.sheets import Row, question, xform


def read(*survey: Row, answers: dict[str, str]) -> Sheet:
    """A form whose last row is a note, filled in for people to read."""
    sheet = Sheet(Form.parse(xform(survey)), figure=format_figure)
    for key, text in answers.items():
        sheet.set(key, text)
    return sheet


@pytest.mark.parametrize(
    ("asked", "typed", "shown"),
    [
        (question("decimal", "a"), "1234.5", "1.234,5"),
        (question("integer", "a"), "12345", "12.345"),
        (question("integer", "a"), "2026", "2026"),  # a year, as likely as not
        (question("integer", "a", appearance="thousands-sep"), "2026", "2.026"),
        (question("text", "a"), "029971", "029971"),
        (question("date", "a"), "2026-11-24", "2026-11-24"),
    ],
    ids=["decimal", "integer", "year", "grouped", "code", "date"],
)
def test_what_was_typed_stands_in_a_text_as_people_write_it(asked: Row, typed: str, shown: str) -> None:
    filled = read(asked, question("note", "n", label="Có ${a} ở đây"), answers={"a": typed})

    assert filled.node("n").label == f"Có {shown} ở đây"
    assert filled.node("a").text() == typed


@pytest.mark.parametrize(
    ("calculation", "value", "shown"),
    [
        ("${a} * 1000.5", "2001", "2.001"),
        ("${a} div 3", "0.6666666666666666", "0,666666666666667"),
        ("if(${a} > 1, ${a} * 1000, 0)", "2000", "2.000"),
        ("if(${a} > 1, ${b}, 0)", "4000", "4.000"),
        ("concat(${a}, '000')", "2000", "2000"),
        ("if(${a} > 1, '2000', '')", "2000", "2000"),
    ],
)
def test_a_calculation_counts_as_a_number_where_it_computes_one(
    calculation: str, value: str, shown: str
) -> None:
    filled = read(
        question("integer", "a"),
        question("calculate", "b", calculation="${a} * 2000"),
        question("calculate", "c", calculation=calculation),
        question("calculate", "nhu_c", calculation="${c}"),
        question("note", "n", label="${c} – ${nhu_c}"),
        answers={"a": "2"},
    )

    assert filled.node("c").value == value
    assert filled.node("n").label == f"{shown} – {shown}"


def test_a_message_reads_like_a_label_and_an_empty_value_leaves_a_gap() -> None:
    filled = read(
        question("decimal", "a"),
        question("decimal", "b", constraint=". <= ${a}", constraint_message="Không quá ${a}."),
        question("note", "n", label="Còn ${a}"),
        answers={"a": "", "b": ""},
    )
    assert filled.node("n").label == "Còn "
    filled.set("a", "1500.25")
    filled.set("b", "2000")

    assert filled.node("b").error is not None
    assert filled.node("b").error.message == "Không quá 1.500,25."


def test_without_readers_a_text_has_what_expressions_see() -> None:
    plain = Sheet(Form.parse(xform([question("decimal", "a"), question("note", "n", label="Có ${a}")])))
    plain.set("a", "1234.5")

    assert plain.node("n").label == "Có 1234.5"
