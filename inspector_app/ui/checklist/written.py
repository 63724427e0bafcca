"""Entries for what has a form of its own when written: a day with its hour, a month, a place on the earth.

Each reads what people and other programs write (`7h30 ngày 24/11/2026`, `10,4601; 105,6336`, a pair copied
from a map) when the field is left, and shows it in one way.
"""

import re
from datetime import datetime
from decimal import Decimal, InvalidOperation

from inspector_app import text
from inspector_app.i18n import mark, tr
from inspector_app.ui import fields
from inspector_app.ui.checklist.entries import DATE_WIDTH, NUMBER_WIDTH, LineEntry, TypedEntry, read_time

PLACE_WIDTH = 300


class NotAMoment(text.UnreadableText):
    sentence = mark("“{text}” is not a day with an hour. Write for example 24/11/2026 07:30.")


class NotAMonth(text.UnreadableText):
    sentence = mark("“{text}” is not a month. Write for example 11/2026.")


class NotAYear(text.UnreadableText):
    sentence = mark("“{text}” is not a year. Write for example 2026.")


class NotAPlace(text.UnreadableText):
    sentence = mark("“{text}” is not a place. Write latitude and longitude, for example 10.4601, 105.6336.")


class OutsideTheEarth(text.UnreadableText):
    sentence = mark("“{text}” is not on the earth: latitude goes to 90, longitude to 180.")


_DAY = re.compile(r"\d{1,4}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{1,4}", re.ASCII)
_BETWEEN = re.compile(r"\b(?:ngay|luc|vao)\b|[,;T]")


class MomentEntry(TypedEntry):
    """A day with an hour, in one line: `24/11/2026 07:30`, `7h30 ngày 24/11/2026`."""

    def __init__(self) -> None:
        self.line = fields.LineEdit(placeholder=tr("dd/mm/yyyy hh:mm"))
        self.line.setFixedWidth(DATE_WIDTH)
        super().__init__(self.line)
        self.line.returnPressed.connect(self.finished)

    def _read(self, written: str) -> str:
        if not written:
            return ""
        day = _DAY.search(written)
        if day is None:
            raise NotAMoment(written)
        rest = _BETWEEN.sub(" ", text.fold(written[: day.start()] + " " + written[day.end() :]))
        try:
            on, at = text.parse_date(day[0]), read_time(rest)
        except text.UnreadableText:
            raise NotAMoment(written) from None
        return f"{on.isoformat()}T{at}.000+07:00"

    def _written(self, value: str) -> str:
        try:
            at = datetime.fromisoformat(value)
        except ValueError:
            return value
        return text.format_datetime(at.astimezone(text.VIETNAM) if at.tzinfo else at)


class MonthEntry(TypedEntry):
    """A month, kept as its first day; with `whole_year` a year."""

    def __init__(self, *, whole_year: bool = False) -> None:
        self.line = fields.LineEdit(placeholder=tr("yyyy") if whole_year else tr("mm/yyyy"))
        self.line.setFixedWidth(NUMBER_WIDTH)
        super().__init__(self.line)
        self.line.returnPressed.connect(self.finished)
        self._whole_year = whole_year

    def _read(self, written: str) -> str:
        if not written:
            return ""
        found = re.fullmatch(r"(?:(\d{1,2})\s?[/.-]\s?)?(\d{4})", written, re.ASCII)
        month = int(found[1] or 0) if found else 0
        if self._whole_year:
            if found is None or month:
                raise NotAYear(written)
            return f"{found[2]}-01-01"
        if found is None or not 1 <= month <= 12:
            raise NotAMonth(written)
        return f"{found[2]}-{month:02}-01"

    def _written(self, value: str) -> str:
        return value[:4] if self._whole_year else "/".join(reversed(value[:7].split("-")))


_SIGN = re.compile(r"(\d)\s*°?\s*([NSEW]?)(?=[\s,;]|$)", re.IGNORECASE)
"""A degree sign and a letter of the compass behind a number, joined to it."""
_DEGREES = re.compile(r"([+-]?)(\d{1,5}(?:[.,]\d+)?)([NSEW]?)", re.IGNORECASE)


class PlaceEntry(LineEntry):
    """A place: latitude and longitude, then altitude and accuracy in metres where they are known."""

    def __init__(self) -> None:
        super().__init__()
        self.line.setPlaceholderText(tr("latitude, longitude"))
        self.line.setFixedWidth(PLACE_WIDTH)

    def _read(self, written: str) -> str:
        return read_place(text.clean(written))

    def _written(self, value: str) -> str:
        parts = value.split()
        unknown = all(part in ("0", "0.0") for part in parts[2:])
        return ", ".join(parts[:2] if unknown else parts)


def read_place(written: str) -> str:
    """A place as XForms writes it: `10.4601 105.6336 0 0`. Raises NotAPlace, OutsideTheEarth."""
    if not written:
        return ""
    joined = _SIGN.sub(r"\1\2", written.replace("|", " "))  # two cells of a table
    numbers = [_degrees(part, written) for part in _parts(joined)]
    if not 2 <= len(numbers) <= 4:
        raise NotAPlace(written)
    if abs(numbers[0]) > 90 or abs(numbers[1]) > 180:
        raise OutsideTheEarth(written)
    numbers += [Decimal(0)] * (4 - len(numbers))
    return " ".join(f"{number:f}" for number in numbers)


def _parts(written: str) -> list[str]:
    """Split where the numbers end: a comma divides numbers only where it is not the decimal sign."""
    if ";" in written:
        return [part for part in written.split(";") if part.strip()]
    if re.search(r"\d,\s", written) or "." in written:
        return [part for part in re.split(r"[,\s]+", written) if part]
    return written.split()


def _degrees(part: str, written: str) -> Decimal:
    found = _DEGREES.fullmatch(part.strip())
    if found is None:
        raise NotAPlace(written)
    try:
        number = Decimal(found[1] + found[2].replace(",", "."))
    except InvalidOperation:
        raise NotAPlace(written) from None
    return -number if found[3].upper() in ("S", "W") else number
