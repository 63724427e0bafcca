"""How official papers say numbers, moments and lists.

A count has two digits at least (`07 lĩnh vực`), a rate stands beside the fraction it comes from, a list ends
its lines in semicolons and its last in a full stop, and what a person must still write by hand is dots.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, Literal

from inspector_app.reports.document import NO_BREAK, Heading, Listing, Paragraph, text
from inspector_app.text import VIETNAM, format_date, format_number, format_percent, time_phrase

GAP: Final = "………"
"""Dots to be filled by hand."""
SHORT: Final = 6
"""So many rows of a table stay on one page."""

# --- blocks --------------------------------------------------------------------------------------


def heading(level: Literal[1, 2, 3], words: str) -> Heading:
    """A heading of plain words."""
    return Heading(level, text(words))


def say(words: str) -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph(text(words))


def prose(words: str) -> Iterator[Paragraph]:
    """Typed text, one paragraph for each line that says something."""
    return (say(line.strip()) for line in words.splitlines() if line.strip())


def listing(lines: Iterable[str]) -> Listing:
    """A list that ends as the decree's samples do: semicolons, then a full stop."""
    stems = [stem(line) for line in lines]
    return Listing(tuple(text(each + (";" if i < len(stems) else ".")) for i, each in enumerate(stems, 1)))


# --- words ---------------------------------------------------------------------------------------


def stem(words: str) -> str:
    """Words without the stop they end in."""
    return words.strip().rstrip(".;")


def lower_first(words: str) -> str:
    """Words that go on inside a sentence; an abbreviation or a name at their beginning stays as it is."""
    first, _, rest = words.partition(" ")
    if first[1:2].isupper() or rest[:1].isupper():
        return words
    return words[:1].lower() + words[1:]


def together(words: str, *phrases: str) -> str:
    """Words in which no line may break inside the phrases."""
    for phrase in phrases:
        words = words.replace(phrase, phrase.replace(" ", NO_BREAK))
    return words


# --- numbers and moments -------------------------------------------------------------------------


def counted(number: int) -> str:
    """A count in a sentence: `07`, `26`, `1.401`."""
    return f"{number:02d}" if number < 10 else format_number(number)


def percent(rate: Decimal) -> str:
    """A rate in a sentence, two decimals at most: `69,23%`, `100%`."""
    return format_percent(rate.quantize(Decimal("0.01"), ROUND_HALF_UP))


def fraction(part: Decimal | int, whole: Decimal | int, rate: Decimal | None = None) -> str:
    """A fraction and its rate: `18/26 (69,23%)`. The rate is worked out unless it is given."""
    if rate is None and whole:
        rate = Decimal(part) / Decimal(whole) * 100
    written = f"{format_number(part)}/{format_number(whole)}"
    return written if rate is None else f"{written} ({percent(rate)})"


def percent_of(part: int | None, whole: int | None) -> str:
    """A rate in a column, with two decimals: `69,23%`, or a dash where there is none."""
    if part is None or not whole:
        return "–"
    return format_percent(Decimal(part) / Decimal(whole) * 100, 2)


def two_places(value: Decimal | None) -> str:
    """A number in a column: `1,50`, or a dash where there is none."""
    return "–" if value is None else format_number(value, 2)


def vietnam_time(at: datetime | None) -> datetime | None:
    """A moment on the clock in Vietnam; one without a time zone was read off that clock."""
    if at is None:
        return None
    return at.astimezone(VIETNAM) if at.tzinfo else at.replace(tzinfo=VIETNAM)


def moment(at: datetime) -> str:
    """`17 giờ 00 phút ngày 31/10/2026`."""
    return f"{time_phrase(at)} ngày {format_date(at)}"
