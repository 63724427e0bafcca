"""What a cell of a self-report means: certain, doubtful with its possible readings, or impossible.

Never a guess: where two readings are possible, both are offered and a person chooses; where what stands in
the cell cannot be, the sentence says why. What a number may be (whole, at most so much) is used first, for
it often leaves one reading only: `1.234` dossiers are a thousand, `1.234` points of two are one and a bit.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from inspector_app.forms.spreadsheet import FAULTS, fault
from inspector_app.forms.xlsx import Cell
from inspector_app.i18n import tr
from inspector_app.services.self_report.views import Meaning
from inspector_app.services.views import ChoiceView, ItemView
from inspector_app.text import AmbiguousNumber, UnreadableText, clean, fold, format_number, parse_number

NOT_APPLICABLE = "không áp dụng"
"""What is kept where the unit says that an item does not concern it."""
_NOTHING = frozenset({"", "-", "–", "—", "…", "...", "/"})
_OUTSIDE = frozenset({"khong ap dung", "kad", "k ap dung", "khong phat sinh", "khong thuoc truong hop"})
_YES, _NO = frozenset({"x", "v", "true", "dung", "yes"}), frozenset({"false", "no"})
_NUMBER = re.compile(r"[-−+]?\d(?:[\d., ]*\d)?")
_OVER = re.compile(r"\s*(?:/|:|\btrên\b)\s*")
_FRACTION = re.compile(rf"({_NUMBER.pattern}){_OVER.pattern}({_NUMBER.pattern})")
_RATE = re.compile(rf"{_NUMBER.pattern}\s*%")
_ROUNDED = Decimal("0.06")
"""Two rates closer than this are the same, rounded differently."""
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_LONGEST = 2_000
"""Characters of a number or a choice; more is a text that strayed there."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a cell means. One reading and no `why` is certain; no reading is refused, `why` says why."""

    readings: tuple[Meaning, ...] = ()
    why: str = ""

    @property
    def certain(self) -> bool:
        """Whether it can be taken as it is."""
        return len(self.readings) == 1 and not self.why


def is_blank(cell: Cell) -> bool:
    """Whether the unit left the cell open; a dash says so too."""
    return cell.kind == "text" and clean(cell.text) in _NOTHING


def as_seen(cell: Cell) -> str:
    """What the unit saw in its cell: a day in the order of the country, a rate in percent."""
    if cell.kind == "date":
        return "/".join(reversed(cell.text[:10].split("-")))
    if cell.kind == "percent":
        return _rate_words(_percent(cell))
    return clean(cell.text)


def read_points(cell: Cell, most: Decimal) -> Read:
    """The score that a unit gives itself, from 0 to `most`."""
    read = _number(cell, units=("diem", "d"))
    allowed = [number for number in read.numbers if 0 <= number <= most]
    if read.numbers and not allowed:
        words = format_number(read.numbers[-1])
        return Read(
            why=tr("{words} is not between 0 and {most} points.", words=words, most=format_number(most))
        )
    return _as_read(allowed, read)


def read_value(cell: Cell, item: ItemView) -> Read:
    """What a unit reports for an item: a figure, a rate, a choice, words."""
    if cell.kind in FAULTS:
        return Read(why=fault(cell.kind, cell.text))
    said = clean(cell.text)
    if fold(said) in _OUTSIDE and item.editor != "text":
        reading = Meaning(NOT_APPLICABLE, tr("not applicable"))
        if item.na_allowed or item.editor == "ratio":
            return Read((reading,))
        return Read((reading,), tr("The checklist does not let this item be left out."))
    match item.editor:
        case "ratio":
            return _read_ratio(cell, item)
        case "yes_no" | "choice":
            return _read_choice(cell, item.leaves[0].choices)
        case "figure" | "count":
            return _read_count(cell, item)
        case _:
            return Read((Meaning(said, said),))


# --- numbers --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The numbers that a cell may hold; `beside`: they stand among other words."""

    numbers: tuple[Decimal, ...]
    why: str = ""
    beside: bool = False


def _number(cell: Cell, *, whole: bool = False, units: Sequence[str] = ()) -> _Numbers:
    if cell.kind in FAULTS:
        return _Numbers((), fault(cell.kind, cell.text))
    if cell.kind == "number":
        return _Numbers((Decimal(cell.text),))
    if cell.kind in ("date", "truth", "percent"):
        return _Numbers((), _not_a_number(cell))
    said = clean(cell.text)
    if len(said) > _LONGEST:
        return _Numbers((), tr("A text stands where a number belongs."))
    try:
        return _Numbers((parse_number(said, whole=whole),))
    except AmbiguousNumber as doubt:
        return _Numbers(doubt.readings, tr("“{text}” can be read in two ways.", text=said))
    except UnreadableText as doubt:
        return _among_words(said, str(doubt), whole=whole, units=units)


def _not_a_number(cell: Cell) -> str:
    if cell.kind == "date":
        return tr("The cell holds a date, {day}; Excel makes one of what looks like it.", day=as_seen(cell))
    if cell.kind == "percent":
        return tr("The cell holds a rate, {rate}, where a number belongs.", rate=as_seen(cell))
    return tr("The cell holds {value}, where a number belongs.", value=cell.text)


def _among_words(said: str, why: str, *, whole: bool, units: Sequence[str]) -> _Numbers:
    """A number with its unit is that number; with other words it is doubtful; several are none."""
    found = _NUMBER.findall(said)
    if len(found) != 1 or "%" in said:
        return _Numbers((), why)
    rest = clean(fold(said.replace(found[0], " ", 1)).strip(" .:"))
    try:
        numbers: tuple[Decimal, ...] = (parse_number(found[0], whole=whole),)
    except AmbiguousNumber as doubt:
        numbers = doubt.readings
    except UnreadableText:
        return _Numbers((), why)
    if len(numbers) == 1 and rest in units:
        return _Numbers(numbers)
    return _Numbers(
        numbers, tr("Other words stand beside the number: “{text}”.", text=said[:200]), beside=True
    )


def _read_count(cell: Cell, item: ItemView) -> Read:
    whole = item.leaves[0].type == "int"
    read = _number(cell, whole=whole, units=(fold(item.unit),))
    if not read.numbers and cell.kind == "text" and fold(cell.text).startswith("khong"):
        return Read((Meaning("0", "0"),), tr("“{text}” may mean none at all.", text=clean(cell.text)[:200]))
    fitting = [number for number in read.numbers if number >= 0 and (number == int(number) or not whole)]
    if read.numbers and not fitting:
        words = format_number(read.numbers[0])
        return Read(why=tr("{words} cannot be: a whole number from 0 on is needed.", words=words) if whole
                    else tr("{words} cannot be: a number from 0 on is needed.", words=words))  # fmt: skip
    return _as_read(fitting, read)


def _as_read(fitting: Sequence[Decimal], read: _Numbers) -> Read:
    """What is left of the numbers read; a doubt that leaves one of them is none."""
    readings = tuple(Meaning(stored_number(each), format_number(each)) for each in fitting)
    return Read(readings, read.why if read.beside or len(fitting) != 1 else "")


def stored_number(number: Decimal) -> str:
    """A number as the ledger keeps it: a point, no trailing zeros."""
    return f"{number.normalize():f}"


# --- rates ----------------------------------------------------------------------------------------


def _read_ratio(cell: Cell, item: ItemView) -> Read:
    if cell.kind == "date":
        return _read_day(cell)
    if cell.kind == "percent":
        return _rate([_percent(cell)])
    if cell.kind != "text":
        return _read_bare(_number(cell))
    said = clean(cell.text)
    if len(said) > _LONGEST:
        return Read(why=tr("A text stands where a number belongs."))
    whole = all(leaf.type == "int" for leaf in item.leaves)
    if fraction := _FRACTION.search(said):
        return _beside(said, fraction, _read_fraction(fraction[1], fraction[2], whole=whole))
    sides = _OVER.split(said)
    if len(sides) == 2 and "%" not in said:
        return _read_fraction(sides[0], sides[1], whole=whole)
    if rate := _RATE.search(said):
        try:
            return _beside(said, rate, _rate([parse_number(rate[0], percent=True)]))
        except AmbiguousNumber as doubt:
            return _rate(doubt.readings, str(doubt))
    return _read_bare(_number(cell))


def _beside(said: str, found: re.Match[str], read: Read) -> Read:
    """What else stands in the cell: the same rate once more is nothing new, other words make it doubtful."""
    rest = f"{said[: found.start()]} {said[found.end() :]}".strip(" =();,.")
    if not rest or not read.certain:
        return read
    rate = rate_of(read.readings[0].stored)
    again = _RATE.fullmatch(rest)
    if again and rate is not None:
        try:
            if abs(parse_number(rest, percent=True) - rate) < _ROUNDED:
                return read
        except UnreadableText:
            pass
        return Read(read.readings, tr("The rate beside it is another: “{text}”.", text=said[:200]))
    return Read(read.readings, tr("Other words stand beside it: “{text}”.", text=said[:200]))


def _read_fraction(above: str, below: str, *, whole: bool) -> Read:
    numbers = [_number(Cell("text", side), whole=whole) for side in (above, below)]
    for side in numbers:
        if not side.numbers:
            return Read(why=side.why)
    pairs = [(a, b) for a, b in product(numbers[0].numbers, numbers[1].numbers) if 0 <= a <= b]
    if not pairs:
        words = f"{format_number(numbers[0].numbers[0])} / {format_number(numbers[1].numbers[0])}"
        return Read(why=tr("{words} cannot be: the numerator is greater than the denominator.", words=words))
    doubts = [side.why for side in numbers if side.beside or (len(pairs) > 1 and side.why)]
    return Read(tuple(_fraction(*pair) for pair in pairs), doubts[0] if doubts else "")


def _fraction(above: Decimal, below: Decimal) -> Meaning:
    return Meaning(
        f"{stored_number(above)} / {stored_number(below)}", f"{format_number(above)} / {format_number(below)}"
    )


def _read_day(cell: Cell) -> Read:
    """`5/7` typed into a cell that Excel took for a date: day and month are its numbers, in either order."""
    found = _DAY.match(cell.text)
    if found is None:
        return Read(why=_not_a_number(cell))
    month, day = Decimal(found[2]), Decimal(found[3])
    readings = [_fraction(a, b) for a, b in dict.fromkeys(((day, month), (month, day))) if a <= b]
    return Read(tuple(readings), _not_a_number(cell))


def _read_bare(read: _Numbers) -> Read:
    """A number alone: a rate, but of what it is a rate is not certain where it is whole, or below 1."""
    rates: list[Decimal] = []
    for number in read.numbers:
        rates += [number * 100] if 0 < number <= 1 else []
        rates += [number] if 0 <= number <= 100 else []
    if read.numbers and not rates:
        return Read(why=tr("{words} is no rate.", words=format_number(read.numbers[0])))
    certain = len(rates) == 1 and rates[0] != int(rates[0]) and not read.beside
    return _rate(
        rates, "" if certain else read.why or tr("It is not said whether this is a rate in percent.")
    )


def _rate(rates: Sequence[Decimal], why: str = "") -> Read:
    fitting = [rate for rate in rates if 0 <= rate <= 100]
    if rates and not fitting:
        return Read(why=tr("{words} is no rate.", words=_rate_words(rates[0])))
    if len(fitting) > 1:
        why = why or tr("It can be read in two ways.")
    return Read(tuple(Meaning(f"{stored_number(rate)}%", _rate_words(rate)) for rate in fitting), why)


def _percent(cell: Cell) -> Decimal:
    return Decimal(cell.text) * 100


def _rate_words(rate: Decimal) -> str:
    return f"{format_number(rate)}%"


# --- choices --------------------------------------------------------------------------------------


def _read_choice(cell: Cell, choices: Sequence[ChoiceView]) -> Read:
    """A choice by its words; its letter, its number in the list or a part of its words are doubtful."""
    shown = clean(cell.text)[:200]
    said = fold(clean(cell.text)).strip(" .")
    labels = {choice.name: fold(choice.label).strip(" .") for choice in choices}
    chosen = [choice for choice in choices if labels[choice.name] == said]
    if chosen:
        return Read((Meaning(chosen[0].label, chosen[0].label),))
    meant = [choice for place, choice in enumerate(choices, 1) if said in (fold(choice.name), str(place))]
    if not meant and labels.keys() == {"co", "khong"} and said in _YES | _NO:
        meant = [choice for choice in choices if (choice.name == "co") == (said in _YES)]
    if not meant and len(said) <= _LONGEST:
        meant = [each for each in choices if labels[each.name].startswith(said)] or [
            each for each in choices if said.startswith(labels[each.name])
        ]
    if meant:
        why = tr("“{text}” is not one of the choices word for word.", text=shown)
        return Read(tuple(Meaning(choice.label, choice.label) for choice in meant), why)
    return Read(why=tr("“{text}” is none of the choices.", text=shown))


# --- what was kept --------------------------------------------------------------------------------


def rate_of(stored: str) -> Decimal | None:
    """The rate in percent that a kept value stands for, None where it is none."""
    if stored.endswith("%"):
        return Decimal(stored[:-1])
    above, over, below = stored.partition(" / ")
    if not over or Decimal(below) == 0:
        return None
    return Decimal(above) / Decimal(below) * 100
