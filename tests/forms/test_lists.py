"""Every list is there, has the columns that a filter asks for, and is named by the right type."""

import pytest

from tests.forms.everything import kind, q, refused


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (
            q("select_one_external kenh", "a", "A"),
            "survey!A3: The list kenh is on the sheet choices. Write select_one kenh.",
        ),
        (
            q("select_one ap", "a", "A"),
            "survey!A3: The list ap is on the sheet external_choices. Write select_one_external ap.",
        ),
        (
            q("select_one xa", "a", "A", choice_filter="tinhh = 'dt'"),
            "survey!Q3: The list xa has no column tinhh. Write tinh.",
        ),
        (
            q("select_one xa", "a", "A", choice_filter="ten = tinh"),
            "survey!Q3: The list xa has no column ten. Add the column to the list, "
            "or write ${ten} for a question.",
        ),
        (
            q("calculate", "a", calculation="instance('xaa')/root/item[1]/label"),
            "survey!M3: There is no list xaa to look into. Write instance('xa').",
        ),
        (
            q("select_one kenh or_other", "a", "A", choice_filter="tinh = ''"),
            "survey!Q3: A filter of choices and or_other exclude each other. "
            "Take or_other out and add a choice and a text question of your own.",
        ),
    ],
    ids=kind,
)
def test_what_is_wrong_with_a_list_is_said_at_its_cell(row: dict[str, str], problem: str) -> None:
    assert problem in refused(row)
