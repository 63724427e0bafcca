"""The types of question: what is accepted, how others see it, how computed values are held."""

import math

import pytest

from inspector_app.forms.instants import Instant
from inspector_app.forms.kinds import accepted, is_on_range, written
from inspector_app.forms.values import Value
from tests.forms.sheets import NOON, VIETNAM


@pytest.mark.parametrize(
    ("kind", "text", "seen", "fits"),
    [
        ("int", "18", "18", True),
        ("int", "+018", "18", True),
        ("int", "-0", "0", True),
        ("int", "10.9", "10", False),  # cut, as everywhere in ODK, and said to be wrong
        ("int", "1e3", "", False),
        ("int", "١٢", "", False),
        ("int", "9" * 400, "9" * 400, True),
        ("int", "9" * 401, "", False),
        ("decimal", "18", "18.0", True),
        ("decimal", "12.50", "12.5", True),
        ("decimal", "-.5", "-0.5", True),
        ("decimal", ".", "", False),
        ("decimal", "12,5", "", False),
        ("date", "2026-11-24", "2026-11-24", True),
        ("date", "2026-11-24T08:00:00", "2026-11-24", True),
        ("date", "2026-02-29", "", False),
        ("time", "14:30", "14:30", True),
        ("time", "24:30", "", False),
        ("dateTime", "2026-11-24T14:30:00.000+07:00", "2026-11-24T14:30:00.000+07:00", True),
        ("geopoint", "10.46 105.63", "10.46 105.63", True),
        ("geopoint", " 10  105 2 5 ", "10.0 105.0 2.0 5.0", True),
        ("geopoint", "10 105 2 5 1", "", False),
        ("geopoint", "91 105", "", False),
        ("geotrace", "1 2;3 4", "1.0 2.0;3.0 4.0", True),
        ("geotrace", "1 2; 3 4 ;", "1.0 2.0;3.0 4.0", True),
        ("geotrace", "1 2", "", False),
        ("geoshape", "1 2;3 4;5 6;1 2", "1.0 2.0;3.0 4.0;5.0 6.0;1.0 2.0", True),
        ("geoshape", "1 2;3 4;5 6", "", False),
        ("geoshape", "1 2;1 2", "", False),
        ("string", " bất kỳ ", " bất kỳ ", True),
        ("binary", "anh.jpg", "anh.jpg", True),
    ],
)
def test_what_others_see_of_a_text(kind: str, text: str, seen: str, fits: bool) -> None:
    assert accepted(kind, text, VIETNAM) == (seen, fits)


def test_a_blank_is_no_mistake_of_type() -> None:
    assert accepted("int", "", VIETNAM) == ("", True)


@pytest.mark.parametrize(
    ("text", "settings", "good"),
    [
        ("3", {"start": "1", "end": "5", "step": "1"}, True),
        ("0", {"start": "1", "end": "5", "step": "1"}, False),
        ("2.5", {"start": "1", "end": "5", "step": "1"}, False),
        ("0.3", {"start": "0", "end": "1", "step": "0.1"}, True),
        ("3", {"start": "5", "end": "1", "step": "-1"}, True),
        ("3", {"start": "1", "end": "5", "step": "0"}, True),
        ("7", {}, True),
    ],
)
def test_a_scale_has_the_numbers_of_its_steps(text: str, settings: dict[str, str], good: bool) -> None:
    assert is_on_range(text, settings) == good


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (math.nan, "int", ""),
        (7.9, "int", "7"),
        (-7.9, "int", "-7"),
        (7.5, "decimal", "7.5"),
        (math.inf, "int", "Infinity"),
        ("7.9", "int", "7"),
        ("x", "int", "x"),
        (True, "string", "true"),
        (Instant(NOON), "date", "2026-11-24"),
        (Instant(NOON), "dateTime", "2026-11-24T12:00:00.000+07:00"),
    ],
)
def test_a_computed_value_as_a_question_holds_it(value: Value, kind: str, text: str) -> None:
    assert written(value, kind) == text
