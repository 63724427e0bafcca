"""The functions of a form that reckon with dates and times.

A date is a point in time: midnight, where the form is filled in. So a day later is one more, a date and a
date with time can be compared, and what is no date formats as nothing.
"""

import math
import re

from inspector_app.forms import instants
from inspector_app.forms.instants import Instant
from inspector_app.forms.languages import VIETNAMESE
from inspector_app.forms.library import function
from inspector_app.forms.values import Context, Value, to_text


@function("today")
def today(context: Context) -> Instant:
    """The date of now: midnight in the form's zone."""
    return Instant(context.world.now().replace(hour=0, minute=0, second=0, microsecond=0))


@function("now")
def now(context: Context) -> Instant:
    """The time of now."""
    return Instant(context.world.now())


@function("date")
def date(moment: Instant | None) -> Value:
    """A value as a date; a blank stays blank."""
    return "" if moment is None else moment


@function("date-time")
def date_time(moment: Instant | None) -> Value:
    """A value as a date with time; a blank stays blank."""
    return "" if moment is None else moment


@function("decimal-date-time")
def decimal_date_time(moment: Instant | None) -> float:
    """Days since 1970 with their fraction."""
    return math.nan if moment is None else moment.days


@function("decimal-time")
def decimal_time(context: Context, time: Value) -> float:
    """A time, whose hour has two digits, or that of a computed moment, as a fraction of the day."""
    text = time.clock if isinstance(time, Instant) else to_text(time)
    plain = text.lstrip()[2:3] == ":"
    return instants.read_time(text, context.world.zone, context.world.now()) if plain else math.nan


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_NAMES = {
    VIETNAMESE: ([f"Thg {month}" for month in range(1, 13)], [*(f"Th {day}" for day in range(2, 8)), "CN"])
}
"""Short names of months and days; those of other languages are English."""


def _format(context: Context, moment: Instant | None, pattern: str) -> str:
    if moment is None or moment.moment is None:
        return ""
    at = moment.moment
    months, days = _NAMES.get(context.world.locale, (_MONTHS, _DAYS))
    parts = {
        "Y": f"{at.year:04}",
        "y": f"{at.year % 100:02}",
        "m": f"{at.month:02}",
        "n": str(at.month),
        "b": months[at.month - 1],
        "d": f"{at.day:02}",
        "e": str(at.day),
        "H": f"{at.hour:02}",
        "h": str(at.hour),
        "M": f"{at.minute:02}",
        "S": f"{at.second:02}",
        "3": f"{at.microsecond // 1000:03}",
        "a": days[at.weekday()],
        "%": "%",
    }
    return re.sub(r"%(.)", lambda match: parts.get(match[1], match[0]), pattern)


@function("format-date")
def format_date(context: Context, moment: Instant | None, pattern: str) -> str:
    """A date in words: `%d/%m/%Y`."""
    return _format(context, moment, pattern)


@function("format-date-time")
def format_date_time(context: Context, moment: Instant | None, pattern: str) -> str:
    """A date with time in words: `%d/%m/%Y %H:%M`."""
    return _format(context, moment, pattern)
