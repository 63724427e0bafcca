"""Every type of XLSForm is known under all its names, and what a laptop makes of it is said."""

import pytest
from pyxform.aliases import select as pyxform_selects
from pyxform.question_type_dictionary import QUESTION_TYPE_DICT

from inspector_app.forms.question_types import TYPES, read_select
from tests.forms.everything import VI, kind, q, warned


def test_every_type_that_pyxform_has_is_known() -> None:
    # Selects without a list, as in forms of 2011, make no question in pyxform either.
    without_list = {name for name in QUESTION_TYPE_DICT if "select" in name} | {"rank"}

    assert QUESTION_TYPE_DICT.keys() - TYPES.keys() <= without_list
    assert all(read_select(f"{name} danh_sach") for name in pyxform_selects)


@pytest.mark.parametrize(
    ("row", "warning"),
    [
        (q("start-geopoint", "a"), "survey!A3: A laptop has no position to record: the"),
        (q("background-audio", "a"), "survey!A3: Nothing is recorded in the background: the question stays"),
        (q("phonenumber", "a"), "survey!A3: A laptop has no telephone number or card: the question stays"),
        (q("osm", "a", "A"), "survey!A3: OpenStreetMap objects cannot be chosen:"),
        (q("integer", "a", "A", appearance="bearing"), "survey!G3: A laptop has no compass: the bearing is"),
        (q("date", "a", "A", appearance="islamic"), "survey!G3: Dates are asked by the international"),
        (q("text", "a", "A", appearance="mutliline"), "survey!G3: The appearance mutliline is not known"),
        (q("text", "a", "A", appearance="ex:vn.app"), "survey!G3: No other program is called: the answer is"),
        (
            q("select_one kenh", "a", "A", appearance="search('x')"),
            "survey!G3: The function search() is not known here: the list is shown whole.",
        ),
        (q("text", "a", "A", choice_filter="x = 1"), "survey!Q3: Only a question with choices has a filter"),
        (q("text", "a", "A", repeat_count="2"), "survey!P3: Only a repeat has a number of repeats."),
        (
            {"type": "text", "name": "a", f"label::{VI}": "A"},
            "survey!D3: 1 texts are missing in the language English (en). Translate them; a dash is shown",
        ),
        (
            q("text", "a", "A", default="${last-saved#ten}"),
            "survey!N3: Answers of the form that was saved last are not known here: it reads as blank.",
        ),
    ],
    ids=kind,
)  # fmt: skip
def test_what_a_laptop_makes_of_it_is_said(row: dict[str, str], warning: str) -> None:
    (told,) = warned(row)

    assert told.startswith(warning)
