"""Numerals and points in time: how a text stands for one, and how one is written again.

A blank is no number, and neither is anything that is not a numeral or a date. Dates count as days since 1970
in the form's zone, so that one can be taken from another and today compared with a deadline.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from decimal import Decimal
from math import floor, inf, isfinite, isnan, nan

# --- instants ------------------------------------------------------------------------------------

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_DATE = re.compile(
    r"\s*(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:T(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?\s*"
)
_TIME = re.compile(r"\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?\s*")


@dataclass(frozen=True, slots=True)
class Instant:
    """A point in time, aware and in the form's zone; `moment` None is a date that does not exist."""

    moment: datetime | None

    @property
    def days(self) -> float:
        """Days since 1970 began in Greenwich, with the fraction; NaN for no date."""
        if self.moment is None:
            return nan
        since = self.moment - EPOCH
        return (since.days * 86_400_000 + since.seconds * 1000 + since.microseconds / 1000) / 86_400_000

    @property
    def text(self) -> str:
        """`2026-11-24` where it is midnight in the form's zone, else date, time to milliseconds, offset."""
        if self.moment is None:
            return "Invalid Date"
        if (self.moment.hour, self.moment.minute, self.moment.second, self.moment.microsecond) == (
            0,
            0,
            0,
            0,
        ):
            return self.moment.date().isoformat()
        return self.moment.isoformat(timespec="milliseconds")

    @property
    def clock(self) -> str:
        """The time of the day with its offset; blank for no date."""
        return "" if self.moment is None else self.moment.timetz().isoformat()


@dataclass(frozen=True, slots=True)
class DayCount(Instant):
    """A date taken as a number: it counts like the date, and is written as its whole days."""

    @property
    def text(self) -> str:
        return "NaN" if self.moment is None else str(floor(self.days))


NO_INSTANT = Instant(None)


def _offset(text: str | None, zone: tzinfo) -> tzinfo:
    if text is None:
        return zone
    if text == "Z":
        return UTC
    hours, minutes = int(text[1:3]), int(text[-2:]) if len(text) > 3 else 0
    return timezone(timedelta(hours=hours, minutes=minutes) * (-1 if text[0] == "-" else 1))


def read_instant(text: str, zone: tzinfo) -> Instant | None:
    """A date, or date with time, in ISO form; a date alone is its midnight in `zone`. None: neither."""
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second, fraction, offset = match.groups()
    try:
        moment = datetime(
            int(year),
            int(month),
            int(day),
            int(hour or 0),
            int(minute or 0),
            int(second or 0),
            int((fraction or "0").ljust(6, "0")[:6]),
            _offset(offset, zone),
        )
        return Instant(moment.astimezone(zone))
    except (ValueError, OverflowError):
        return NO_INSTANT


def read_time(text: str, zone: tzinfo, on: datetime) -> float:
    """The fraction of the day in `zone` that a time stands for, NaN if it is none; `on` is the day meant."""
    match = _TIME.fullmatch(text)
    if match is None:
        return nan
    hour, minute, second, fraction, offset = match.groups()
    try:
        moment = on.replace(
            hour=int(hour),
            minute=int(minute),
            second=int(second or 0),
            microsecond=int((fraction or "0").ljust(6, "0")[:6]),
            tzinfo=_offset(offset, zone),
        ).astimezone(zone)
    except ValueError:
        return nan
    return (moment.hour * 3600 + moment.minute * 60 + moment.second + moment.microsecond / 1e6) / 86400


def instant_of_days(days: float, zone: tzinfo) -> Instant:
    """The inverse of `Instant.days`."""
    if not isfinite(days):
        return NO_INSTANT
    try:
        return Instant((EPOCH + timedelta(milliseconds=round(days * 86_400_000))).astimezone(zone))
    except OverflowError:
        return NO_INSTANT


# --- numerals ------------------------------------------------------------------------------------

SPACE = " \t\r\n"
"""What XML calls white space."""
NUMERAL = re.compile(r"-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?")


def number_text(number: float) -> str:
    """A number as XPath writes it: no exponent, no trailing zeros, `NaN`, `Infinity`."""
    if isnan(number):
        return "NaN"
    if number in (inf, -inf):
        return "Infinity" if number > 0 else "-Infinity"
    if number == int(number):
        return str(int(number))
    return format(Decimal(repr(number)), "f")


def text_number(text: str, zone: tzinfo) -> float:
    """The number a text stands for: a decimal numeral, or a date as days; otherwise, and for a blank, NaN."""
    text = text.strip(SPACE)
    if NUMERAL.fullmatch(text):
        return float(text)
    instant = read_instant(text, zone) if text else None
    return instant.days if instant is not None else nan
