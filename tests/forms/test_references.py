"""Expressions as people know them from Excel are refused with what to write instead."""

import pytest

from tests.forms.everything import kind, q, refused
from tests.forms.workbooks import warned, workbook


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (
            q("text", "a", "A", relevant="${ten} <> ''"),
            "survey!J3: The expression cannot be read from “> ''” on. Write != for “is not”.",
        ),
        (
            q("calculate", "a", calculation="IF(${ten} = ''; 1; 2)"),
            "survey!M3: The expression cannot be read from “; 1; 2)” on. "
            "Write and, or and functions in small letters.",
        ),
        (
            q("calculate", "a", calculation="round(${ten} * 0,5; 2)"),
            "survey!M3: The expression cannot be read from “; 2)” on. "
            "Write a comma between what a function is given.",
        ),
    ],
    ids=kind,
)
def test_habits_from_excel_are_recognised(row: dict[str, str], problem: str) -> None:
    assert problem in refused(row)


@pytest.mark.parametrize(
    ("pattern", "warning"),
    [
        ("^[0-9]{10}$", None),
        (
            "[0-9]{10}",
            "survey!E8: The pattern “[0-9]{10}” may stand anywhere in the answer here; in ODK Collect the "
            "whole answer must match. "
            "Write ^[0-9]{10}$, so that all programs want the whole answer to match.",
        ),
        (
            "^(o|o)*$",
            f"survey!E8: The pattern “^(o|o)*$” takes very long to compare with “{'o' * 40}”. "
            "Let what is repeated begin in one way only: write (a+)* as a*, (a|a)* as a*.",
        ),
    ],
)
def test_what_an_author_may_not_expect_of_a_pattern_is_said(pattern: str, warning: str | None) -> None:
    said = warned(workbook({"survey!E8": f"regex(., '{pattern}')"}))
    assert said == ([] if warning is None else [warning])
