"""A row that no form can be made of is named at its cell, with what to write instead."""

import pytest

from tests.forms.everything import kind, q, refused


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (
            q("integer", "a", "A", default="năm"),
            "survey!N3: The value “năm” cannot stand ready for this type. "
            "Write a value that the question accepts.",
        ),
        (
            q("select_one kenh", "a", "A", default="x"),
            "survey!N3: The value “x” cannot stand ready for this type. "
            "Write a value that the question accepts.",
        ),
        (
            q("text", "a", "A", default="Nguyễn Văn A - Chủ tịch"),
            "survey!N3: The expression cannot be read from “Văn A - Chủ tịch” on. "
            "If it is a text, put it in quotation marks: 'Nguyễn Văn A - Chủ tịch'.",
        ),
        (
            q("range", "a", "A", parameters="begin=1"),
            "survey!R3: The type range has no parameter begin. Leave it out.",
        ),
        (
            q("range", "a", "A", parameters="start=1; end=ten"),
            "survey!R3: end is not a number: ten. Write digits with a decimal point.",
        ),
        (
            q("range", "a", "A", parameters="start=1 end=3 step=5"),
            "survey!R3: The step 5 does not fit into the range. Write a step above 0 and not above 2.",
        ),
        (
            q("text", "a", "A", parameters="rows"),
            "survey!R3: “rows” is no parameter. Write name=value, with a space between two.",
        ),
        (
            q("calculate", "a", calculation="1", trigger="ten"),
            "survey!S3: A trigger names questions and nothing else. Write for example ${CD04}.",
        ),
        (
            q("text", "a", "A", required="có"),
            "survey!H3: “có” is not possible here. Write yes, or leave it empty.",
        ),
        (
            q("select_one kenh or_other", "ten", "A"),
            "survey!B3: The name ten is already used in row 2. "
            "Give every question and group a name of its own.",
        ),
        (
            q("begin loop over kenh", "a", "A"),
            "survey!A3: A loop over choices is not known here. "
            "Write begin_repeat, or a group for each choice.",
        ),
    ],
    ids=kind,
)
def test_what_is_wrong_with_a_row_is_said_at_its_cell(row: dict[str, str], problem: str) -> None:
    assert problem in refused(row)
