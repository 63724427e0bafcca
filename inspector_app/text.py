"""Vietnamese text: one spelling inside, Vietnamese habits outside.

The same word reaches the program in several disguises: decomposed accents from a PDF, a non-breaking space
from a web page, the Icelandic Ð that looks like Đ. `clean` at every border makes them one; it never touches
how people spell (*hòa* and *hoà* stay as typed). Searching (`fold`) and ordering (`vietnamese_sort_key`) do
without the help of the operating system, so that every laptop finds and sorts alike.

Numbers and dates are read generously but never guessed: `1.234` is a thousand or little more than one, and
only the person who typed it knows. So reading has three ends: a value that is certain, an `UnreadableText`
that says why there is none, or one of its doubtful kinds with the `readings` to choose from.
"""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta, timezone
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from inspector_app.i18n import mark, tr

# --- one spelling -----------------------------------------------------------------------------------

_LOOK_ALIKE_LETTERS = {"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ"}
_LOOK_ALIKES = str.maketrans(_LOOK_ALIKE_LETTERS)
_LINE_BREAKS = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
# Controls, invisible format characters (zero-width, soft hyphen, direction marks) and lone surrogates.
_UNWANTED = frozenset({"Cc", "Cf", "Cs"})
# Not characters at all, and refused by XML, which Word files are made of.
_NOT_CHARACTERS = frozenset("\ufffe\uffff")


def nfc(text: str) -> str:
    """The composed form, in which everything is stored and compared."""
    return unicodedata.normalize("NFC", text)


def clean(text: str, *, lines: bool = False) -> str:
    """Text as it is stored: composed, Đ for its look-alikes, nothing invisible, single plain spaces.

    Line breaks become spaces unless `lines`; blank lines at either end go.
    """
    if lines:
        return "\n".join(clean(line) for line in _LINE_BREAKS.split(text)).strip("\n")
    return " ".join(_visible(text).split())


def pasted(text: str, *, table: bool = False) -> str:
    """Text from the clipboard in lines to read: composed, nothing invisible, a row of a table as `a | b | c`.

    table: the source says that it holds a table; then a first cell may be empty, and a cell of several lines,
    which Excel puts in quotes, is joined by ` / `. Without it, tabs at the start of a line indent.
    """
    text = _LINE_BREAKS.sub("\n", text)
    if table:
        text = _QUOTED_CELL.sub(_open_cell, text.strip("\n"))
    rows = (row if table else row.strip("\t") for row in text.split("\n"))
    return _visible("\n".join(" | ".join(cell.strip(" ") for cell in row.split("\t")) for row in rows))


def in_one_line(text: str) -> str:
    """Text for a field of one line: rows of a pasted table divided by `; `, else as `clean`."""
    if "\t" in text.strip():
        text = "; ".join(row for row in pasted(text.strip("\r\n")).split("\n") if row)
    return clean(text)


def beginning(text: str, letters: int) -> str:
    """A text in one line of at most so many letters; where that is too short, with dots at its end."""
    line = " ".join(text.split())
    return line if len(line) <= letters else f"{line[: letters - 1].rstrip()}…"


# A cell with line breaks or tabs inside, as spreadsheets write it to the clipboard.
_QUOTED_CELL = re.compile(r'(?<![^\t\n])"((?:[^"]|"")*)"(?=[\t\n]|\Z)')


def _open_cell(cell: re.Match[str]) -> str:
    inside = cell[1]
    if "\n" not in inside and "\t" not in inside:
        return cell[0]  # the quotes are the writer's own
    return inside.replace('""', '"').replace("\n", " / ").replace("\t", " ")


def _visible(text: str) -> str:
    """Without what cannot be seen; spaces and line breaks stay."""
    if not text.isprintable() or any(map(text.__contains__, _LOOK_ALIKE_LETTERS)):
        text = text.translate(_VISIBLE)
    # Composed last: an accent may have been kept from its letter by something invisible.
    return nfc(text)


class _Visible(dict[int, str]):
    """A character as it is kept, "" for the invisible; worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code).translate(_LOOK_ALIKES)
        unwanted = unicodedata.category(character) in _UNWANTED or character in _NOT_CHARACTERS
        kept = self[code] = "" if unwanted and not character.isspace() else character
        return kept


_VISIBLE = _Visible()


class _Plain(dict[int, str]):
    """A character without its accents, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        letters = unicodedata.normalize("NFD", chr(code).translate(_LOOK_ALIKES))
        plain = "".join(c for c in letters if unicodedata.category(c) != "Mn").replace("đ", "d")
        self[code] = plain
        return plain


_PLAIN = _Plain()


def fold(text: str) -> str:
    """Text for searching: lower case, no accents, d for đ. `Hồng Ngự` → `hong ngu`."""
    return nfc(nfc(text).casefold().translate(_PLAIN))


def ascii_name(text: str, limit: int = 100) -> str:
    """A name for a file on any system: ASCII letters, digits, `-` and `_`, at most `limit` of them."""
    plain = unicodedata.normalize("NFD", nfc(text).translate(_LOOK_ALIKES))
    plain = plain.replace("Đ", "D").replace("đ", "d").encode("ascii", "ignore").decode("ascii")
    name = re.sub(r"[^A-Za-z0-9-]+", "_", plain).strip("_-")[:limit].rstrip("_-")
    # Windows keeps these names for devices, whatever the extension.
    if not name or re.fullmatch(r"(?i)con|prn|aux|nul|(com|lpt)\d", name):
        return f"{name}_"
    return name


# --- order ------------------------------------------------------------------------------------------

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET)}
# huyền, hỏi, ngã, sắc, nặng; a syllable without a mark comes first.
_TONE_RANK = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_AFTER_TONES = 6
# Room below the letters for every other character, in the order of its code.
_LETTERS_FROM = 0x110000

SortKey = tuple[tuple[int, ...], tuple[int, ...], str]


def vietnamese_sort_key(text: str) -> SortKey:
    """Vietnamese order: letters first (a ă â … d đ … o ô ơ … u ư), then tones, then small before capital.

    The order of the CLDR for Vietnamese; spaces, signs and digits come before letters.
    """
    letters: list[int] = []
    tones: list[int] = []
    for character in nfc(text).casefold():
        base, *marks = unicodedata.normalize("NFD", character)
        tone = 0
        for sign in marks:
            if sign in _TONE_RANK:
                tone = _TONE_RANK[sign]
            elif nfc(base + sign) in _LETTER_RANK:
                base = nfc(base + sign)
            else:
                tone = _AFTER_TONES
        rank = _LETTER_RANK.get(base)
        if rank is not None:
            letters.append(_LETTERS_FROM + rank)
        else:
            letters.append(ord(base) + (_LETTERS_FROM + len(_ALPHABET) if base.isalpha() else 0))
        tones.append(tone)
    return tuple(letters), tuple(tones), nfc(text).swapcase()


def person_sort_key(name: str) -> tuple[SortKey, ...]:
    """Order of a list of people: given name (the last word), then family name, then what is between."""
    words = name.split() or [""]
    family = words[0] if len(words) > 1 else ""
    return tuple(vietnamese_sort_key(part) for part in (words[-1], family, " ".join(words[1:-1])))


# --- writing numbers and dates ----------------------------------------------------------------------

_VIETNAMESE_SIGNS = str.maketrans(",.", ".,")


def format_number(value: Decimal | int, places: int | None = None) -> str:
    """`1.234,5`. With `places` exactly so many decimals, half up; without, as many as the value has, no
    trailing zeros."""
    number = Decimal(value)
    if places is None:
        whole, _, decimals = f"{number:,f}".partition(".")
        written = f"{whole}.{decimals.rstrip('0')}".rstrip(".")
    else:
        # Adding 0 turns the −0,00 that rounding can leave into 0,00.
        written = f"{number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP) + 0:,f}"
    return written.translate(_VIETNAMESE_SIGNS)


def format_figure(text: str) -> str:
    """A number that a computer wrote, as people do: `1234.5` → `1.234,5`; a text that is none as it stands.

    Of a fraction fifteen digits are shown: those beyond are noise of binary arithmetic.
    """
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    if not number.is_finite():
        return text
    return format_number(number if number == number.to_integral_value() else Decimal(f"{number:.15g}"))


def format_percent(value: Decimal | int, places: int | None = None) -> str:
    """`97,28%`, without a space."""
    return f"{format_number(value, places)}%"


def number_phrase(value: Decimal | int) -> str:
    """How a number is said: `một nghìn hai trăm ba mươi tư`, `một phẩy hai ba bốn`."""
    whole, _, decimals = f"{abs(Decimal(value)):f}".partition(".")
    said = _whole_phrase(int(whole))
    if decimals.strip("0"):
        said += " phẩy " + " ".join(_DIGITS[int(digit)] for digit in decimals.rstrip("0"))
    return f"âm {said}" if value < 0 else said


_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn"))


def _whole_phrase(number: int, *, inside: bool = False) -> str:
    """inside: something greater was said before, so that empty hundreds are said too."""
    for scale, name in _SCALES:
        if number >= scale:
            many, rest = divmod(number, scale)
            said = f"{_whole_phrase(many, inside=inside)} {name}"
            return f"{said} {_whole_phrase(rest, inside=True)}" if rest else said
    hundreds, rest = divmod(number, 100)
    said = [_DIGITS[hundreds], "trăm"] if hundreds or inside else []
    tens, ones = divmod(rest, 10)
    if tens:
        said += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    elif ones and said:
        said.append("linh")
    if ones or not (said or tens):
        after_tens = {1: "mốt", 4: "tư"} if tens > 1 else {}
        said.append("lăm" if ones == 5 and tens else after_tens.get(ones, _DIGITS[ones]))
    return " ".join(said)


def format_date(value: date) -> str:
    """`05/03/2026`."""
    return f"{value:%d/%m/}{value.year:04}"


VIETNAM = timezone(timedelta(hours=7))
"""Where the visits are and whose time is written, whatever the laptop is set to."""


def format_time(value: time | datetime) -> str:
    """`07:30`."""
    return f"{value:%H:%M}"


def format_datetime(value: datetime) -> str:
    """`05/03/2026 07:30`, in the time zone that the value carries."""
    return f"{format_date(value)} {format_time(value)}"


def date_phrase(value: date) -> str:
    """`ngày 05 tháng 3 năm 2026`: days below 10 and months 1 and 2 take a zero (NĐ 30/2020/NĐ-CP)."""
    month = f"{value.month:02}" if value.month <= 2 else f"{value.month}"
    return f"ngày {value.day:02} tháng {month} năm {value.year}"


def weekday_phrase(value: date) -> str:
    """`Chủ nhật, ngày 05 tháng 7 năm 2026`: enough to notice that another day was meant."""
    return f"{_WEEKDAYS[value.weekday()]}, {date_phrase(value)}"


_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


def time_phrase(value: time | datetime) -> str:
    """`07 giờ 30 phút`, as minutes say it."""
    return f"{value.hour:02} giờ {value.minute:02} phút"


# --- numbering --------------------------------------------------------------------------------------

# The letters that NĐ 30 uses for điểm: no ă â ê ô ơ ư, no f j w z, but đ.
_POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def letter(position: int) -> str:
    """The letter of a point, from 1: a, b, c, d, đ, e, g … y, then aa, ab …"""
    if position < 1:
        raise ValueError(position)
    letters = ""
    while position:
        position, index = divmod(position - 1, len(_POINT_LETTERS))
        letters = _POINT_LETTERS[index] + letters
    return letters


def roman(number: int) -> str:
    """I, II, III, IV … for parts and annexes, from 1."""
    if number < 1:
        raise ValueError(number)
    written = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        written += sign * count
    return written


# --- reading numbers and dates ----------------------------------------------------------------------


class UnreadableText(ValueError):
    """Typed text that is not what its field holds; the sentence is in the current language."""

    sentence = ""

    def __init__(self, text: str, **facts: object) -> None:
        super().__init__(tr(self.sentence, text=text.strip(), **facts))


class NotANumber(UnreadableText):
    """Not a number at all."""

    sentence = mark("“{text}” is not a number. Write for example 1234,5.")


class NotAShare(NotANumber):
    """A number of hundredths where a plain number belongs: `18%`."""

    sentence = mark("“{text}” is a share. A number without % belongs here.")


class AmbiguousNumber(UnreadableText):
    """A number with two readings; `readings` holds them, the whole number first."""

    sentence = mark(
        "“{text}” can be read in two ways. Write {whole} for the whole number, {decimal} for the decimal one."
    )

    def __init__(self, text: str, whole: Decimal, decimal: Decimal) -> None:
        super().__init__(text, whole=f"{whole:f}", decimal=f"{decimal:f}0".replace(".", ","))
        self.readings = (whole, decimal)


class NotADate(UnreadableText):
    """Not a day of the calendar."""

    sentence = mark("“{text}” is not a date. Write day/month/year, for example 05/03/2026.")


class NoSuchDay(NotADate):
    """A day that its month does not have: `31/02/2026`."""

    sentence = mark("“{text}” does not exist: month {month} of {year} has {days} days.")


class AmbiguousDate(NotADate):
    """A date that is not certain; `readings` holds the days it may mean, the likeliest first."""

    sentence = mark("“{text}” can be read in two ways. Write day, month and the whole year.")

    def __init__(self, text: str, readings: Sequence[date]) -> None:
        super().__init__(text)
        self.readings = tuple(readings)


class MonthFirst(AmbiguousDate):
    """A date that only makes sense with the month before the day: `7/13/2026`."""

    sentence = mark("“{text}” is written month first. Is this day meant?")


_SIGNED = re.compile(r"([-−+]?)(\d(?:[\d., ]*\d)?)( ?%)?", re.ASCII)


def parse_number(text: str, *, whole: bool = False, percent: bool = False) -> Decimal:
    """A number with point or comma: `1.234,5`, `1,234.5`, `1 234`, `1234,5`, `12.5`, `1.234.567`.

    whole: only whole numbers belong here, so `1.234` can only be a thousand. percent: hundredths belong here,
    so that `18%` is 18. Raises `AmbiguousNumber` for `1.234` and `1,234` elsewhere, where the sign may group
    or divide, `NotAShare` for `18%`, and `NotANumber` for all that is not a number.
    """
    written = _SIGNED.fullmatch(clean(text))
    if not written:
        raise NotANumber(text)
    if written[3] and not percent:
        raise NotAShare(text)
    sign, digits = written[1].replace("−", "-"), written[2]

    def number(whole: str, decimals: str = "") -> Decimal:
        value = Decimal(f"{sign}{re.sub('[., ]', '', whole)}.{decimals}")
        return value or Decimal(0)  # not −0

    signs = sorted({*digits} & {*"., "}, key=digits.rfind)
    if not signs:
        return number(digits)
    last = signs[-1]
    before, _, decimals = digits.rpartition(last)
    if len(signs) == 2 and last != " " and _is_grouped(before, signs[0]):
        return number(before, decimals)
    if len(signs) > 1:
        raise NotANumber(text)
    if not _is_grouped(digits, last):
        if last in before or last == " ":
            raise NotANumber(text)
        return number(before, decimals)
    if last in before or last == " " or whole:
        return number(digits)
    raise AmbiguousNumber(text, number(digits), number(before, decimals))


def _is_grouped(digits: str, sign: str) -> bool:
    """Whether the sign stands where thousands are grouped."""
    return re.fullmatch(rf"[1-9]\d{{0,2}}({re.escape(sign)}\d{{3}})+", digits) is not None


_Day = tuple[int, int, int]
"""Year, month, day, of the calendar or not."""
_YEARS = range(1900, 2101)
"""A year outside is a slip of the finger."""
_NEW_CENTURY = 50
"""`26` is 2026; from here on it may be 19…, too."""
_MIDNIGHT = re.compile(r"[t ]0{1,2}:00(:00)?$", re.ASCII)
_DATES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date | None], list[_Day]]], ...] = (
    (
        re.compile(r"(\d{1,2}) ?([/.-]) ?(\d{1,2})(?: ?\2 ?(\d{4}|\d{2}))?", re.ASCII),
        lambda m, today: [(year, int(m[3]), int(m[1])) for year in _years(m[4], today)],
    ),
    (
        re.compile(r"(\d{1,2}) thang (\d{1,2})(?:,? (?:nam )?(\d{4}|\d{2}))?", re.ASCII),
        lambda m, today: [(year, int(m[2]), int(m[1])) for year in _years(m[3], today)],
    ),
    (
        re.compile(r"(\d{4})([/.-])(\d{1,2})\2(\d{1,2})", re.ASCII),
        lambda m, _today: [(int(m[1]), int(m[3]), int(m[4]))],
    ),
    (
        re.compile(r"(\d\d)(\d\d)(\d\d)(\d\d)", re.ASCII),  # 05072026 or 20260705, never both
        lambda m, _today: [
            (int(m[3] + m[4]), int(m[2]), int(m[1])),
            (int(m[1] + m[2]), int(m[3]), int(m[4])),
        ],
    ),
    (
        re.compile(r"(\d\d)(\d\d)(\d\d)", re.ASCII),  # 050726 or 260705
        lambda m, today: [
            *((year, int(m[2]), int(m[1])) for year in _years(m[3], today)),
            *((year, int(m[2]), int(m[3])) for year in _years(m[1], today)),
        ],
    ),
)
"""How dates are written → the days that this may mean."""


def parse_date(text: str, today: date | None = None) -> date:
    """A date, day first: `5/7/2026`, `05-07-2026`, `5.7.26`, `ngày 5 tháng 7 năm 2026`, `2026-07-05`,
    `20260705`.

    today: lets `5/7` ask for one of the years about it. Raises `AmbiguousDate` with its readings where the
    day is not certain, `NoSuchDay` for 31/02, and `NotADate` for all that is not a date.
    """
    written = _MIDNIGHT.sub("", fold(clean(text)).strip(" .,;").removeprefix("ngay "))
    for pattern, days in _DATES:
        if found := pattern.fullmatch(written):
            return _only_day(text, days(found, today), today)
    raise NotADate(text)


def _years(written: str | None, today: date | None) -> list[int]:
    """The years that a year of four, two or no digits may mean."""
    if written is None:
        # A day of February may be missing in the years next to this one.
        return list(range(today.year - 4, today.year + 5)) if today else []
    short = int(written)
    if len(written) == 4:
        return [short]
    return [2000 + short] if short < _NEW_CENTURY else [1900 + short, 2000 + short]


def _only_day(text: str, days: list[_Day], today: date | None) -> date:
    found = sorted({day for each in days if (day := _day(*each))}, key=lambda day: _far(day, today))
    if len(found) == 1:
        return found[0]
    if found:
        raise AmbiguousDate(text, found[:2])
    if swapped := [day for year, month, number in days if (day := _day(year, number, month))]:
        raise MonthFirst(text, swapped[:1])
    in_a_month = [(year, month) for year, month, _number in days if year in _YEARS and 1 <= month <= 12]
    if not in_a_month:
        raise NotADate(text)
    year, month = min(in_a_month, key=lambda each: abs(each[0] - (today or date.max).year))
    raise NoSuchDay(text, month=month, year=year, days=monthrange(year, month)[1])


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def _far(day: date, today: date | None) -> int:
    """The nearer to today, the likelier; without today in the order of the calendar."""
    return abs(day - today).days if today else day.toordinal()
