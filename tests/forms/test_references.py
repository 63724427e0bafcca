"""Expressions as people know them from Excel are refused with what to write instead."""

import pytest

from inspector_app import i18n
from tests.forms.everything import kind, q, refused


@pytest.fixture(autouse=True)
def english() -> None:
    i18n.use("en")


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
