"""The types of question, as far as a text can be one: what is accepted, and how others see it.

A number, a date, a place are kept as text, in the one form that other programs read. What cannot be accepted
is kept as it was typed, so that it can be corrected; others meanwhile see a blank.
"""

import re
from collections.abc import Mapping
from datetime import UTC, tzinfo
from math import isfinite

from inspector_app.forms import instants
from inspector_app.forms.instants import NUMERAL, Instant, number_text, text_number
from inspector_app.forms.values import Value, to_text
from inspector_app.i18n import mark

WANTED = {
    "int": mark("Write a whole number, such as 18."),
    "decimal": mark("Write a number, such as 12.5."),
    "date": mark("Write a date, such as 24/11/2026."),
    "dateTime": mark("Write a date and time, such as 24/11/2026 14:30."),
    "time": mark("Write a time, such as 14:30."),
    "geopoint": mark("Write latitude and longitude, such as 10.4601 105.6336."),
    "geotrace": mark("Write at least two places, with a semicolon between them."),
    "geoshape": mark(
        "Write at least three places, with semicolons between them, and the first again at the end."
    ),
}
"""Types whose text has a form, each with what to say about a text that has another."""

_MOST_DIGITS = 400
_INTEGER = re.compile(r"[+-]?\d+", re.ASCII)
_DECIMAL = re.compile(r"([+-]?)(\d*)(?:\.(\d*))?", re.ASCII)
_LOCAL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:T[\d:.]*)?", re.ASCII)


def accepted(kind: str, text: str, zone: tzinfo) -> tuple[str, bool]:
    """How others see a text that answers a question of this type, and whether it is one of this type."""
    if not text or kind not in WANTED:
        return text, True
    if kind in ("int", "decimal"):
        seen = _number(kind, text)
        return seen, bool(seen) and (kind == "decimal" or _INTEGER.fullmatch(text) is not None)
    if kind == "date":
        # A time written after it is dropped.
        instant = instants.read_instant(text, zone) if _LOCAL_DATE.fullmatch(text) else None
        seen = "" if instant is None or instant.moment is None else text[:10]
    elif kind == "dateTime":
        instant = instants.read_instant(text, zone)
        seen = "" if instant is None or instant.moment is None else text
    elif kind == "time":
        seen = text if isfinite(instants.read_time(text, zone, instants.EPOCH)) else ""
    elif kind == "geopoint":
        seen = _place(text)
    else:
        seen = _line(text, closed=kind == "geoshape")
    return seen, bool(seen)


def _number(kind: str, text: str) -> str:
    """A numeral as other programs write it: `18` of whole numbers, `18.0` of others. Blank: it is none."""
    match = _DECIMAL.fullmatch(text)
    if match is None or len(text) > _MOST_DIGITS or not (match[2] or match[3]):
        return ""
    sign, whole, fraction = (
        match[1].replace("+", ""),
        match[2].lstrip("0") or "0",
        (match[3] or "").rstrip("0"),
    )
    if kind == "int":
        # What is behind the point is cut, as everywhere in ODK; the question says that it is wrong.
        return whole if whole == "0" else sign + whole
    return f"{sign}{whole}.{fraction or 0}"


def _place(text: str) -> str:
    """`latitude longitude [altitude [accuracy]]`, each with a decimal point. Blank: it is no place."""
    numbers = [text_number(number, UTC) for number in text.split()]
    if not 2 <= len(numbers) <= 4 or not all(isfinite(number) for number in numbers):
        return ""
    if abs(numbers[0]) > 90 or abs(numbers[1]) > 180:
        return ""
    texts = [number_text(number) for number in numbers]
    return " ".join(text if "." in text else f"{text}.0" for text in texts)


def _line(text: str, *, closed: bool) -> str:
    places = [_place(place) for place in text.split(";") if place.strip()]
    ends = places[:1] + places[-1:]
    meets = len({" ".join(place.split()[:2]) for place in ends}) == 1
    return ";".join(places) if all(places) and len(places) >= (3 if closed else 2) and meets == closed else ""


def is_on_range(text: str, settings: Mapping[str, str]) -> bool:
    """Whether a number is one of those that a scale from `start` to `end` by `step` offers."""
    number, start, end, step = (
        text_number(numeral, UTC)
        for numeral in (text, *(settings.get(k, "") for k in ("start", "end", "step")))
    )
    if not isfinite(number) or not (isfinite(start) and isfinite(end)):
        return True
    if not min(start, end) <= number <= max(start, end):
        return False
    steps = (number - start) / step if isfinite(step) and step else 0.0
    return abs(steps - round(steps)) < 1e-6


def written(value: Value, kind: str) -> str:
    """A computed value as a question of this type holds it: NaN is blank, a date is without its time."""
    if isinstance(value, float):
        if value != value:
            return ""
        return number_text(float(int(value)) if kind == "int" and isfinite(value) else value)
    if isinstance(value, Instant):
        if value.moment is None:
            return ""
        return value.moment.date().isoformat() if kind == "date" else value.text
    text = to_text(value)
    if kind == "int" and NUMERAL.fullmatch(text) and isfinite(number := float(text)):
        return number_text(float(int(number))) if number != int(number) else text
    return text
