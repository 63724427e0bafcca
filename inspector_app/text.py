"""Vietnamese text: one spelling inside, Vietnamese habits outside.

The same word reaches the program in several disguises: decomposed accents from a PDF, a non-breaking space
from a web page, the Icelandic Ð that looks like Đ. `clean` at every border makes them one; it never touches
how people spell (*hòa* and *hoà* stay as typed). Searching (`fold`) and ordering (`vietnamese_sort_key`) do
without the help of the operating system, so that every laptop finds and sorts alike.

Numbers and dates are read generously but never guessed: `1.234` is a thousand or little more than one, and
only the person who typed it knows.
"""

import re
import unicodedata
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal

from inspector_app.i18n import mark, tr

# --- one spelling -----------------------------------------------------------------------------------

_LOOK_ALIKES = str.maketrans({"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ"})
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
    visible = (
        character
        for character in text.translate(_LOOK_ALIKES)
        if character.isspace()
        or (unicodedata.category(character) not in _UNWANTED and character not in _NOT_CHARACTERS)
    )
    # Composed last: an accent may have been kept from its letter by something invisible.
    return nfc(" ".join("".join(visible).split()))


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


def format_percent(value: Decimal | int, places: int | None = None) -> str:
    """`97,28%`, without a space."""
    return f"{format_number(value, places)}%"


def format_date(value: date) -> str:
    """`05/03/2026`."""
    return f"{value:%d/%m/}{value.year:04}"


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


class AmbiguousNumber(UnreadableText):
    """A number with two readings; `readings` holds them, the whole number first."""

    sentence = mark(
        "“{text}” can be read in two ways. Write {whole} for the whole number, {decimal} for the decimal one."
    )

    def __init__(self, text: str, whole: Decimal, decimal: Decimal) -> None:
        super().__init__(text, whole=f"{whole:f}", decimal=f"{decimal:f}0".replace(".", ","))
        self.readings = (whole, decimal)


class NotADate(UnreadableText):
    """Not a day of the calendar, or not written day first."""

    sentence = mark("“{text}” is not a date. Write day/month/year, for example 05/03/2026.")


_SIGNED = re.compile(r"([-−+]?)(\d(?:[\d.,]*\d)?)", re.ASCII)


def parse_number(text: str) -> Decimal:
    """A number with point or comma: `1.234,5`, `1,234.5`, `1234,5`, `12.5`, `1.234.567`.

    Raises `AmbiguousNumber` for `1.234` and `1,234`, where the sign may group or divide, and `NotANumber` for
    all that is not a number.
    """
    written = _SIGNED.fullmatch(clean(text))
    if not written:
        raise NotANumber(text)
    sign, digits = written[1].replace("−", "-"), written[2]
    last = max(".,", key=digits.rfind)
    other = "," if last == "." else "."
    whole, _, decimals = digits.rpartition(last)

    def number(whole: str, decimals: str = "") -> Decimal:
        value = Decimal(f"{sign}{re.sub('[.,]', '', whole)}.{decimals}")
        return value or Decimal(0)  # not −0

    if last not in digits:
        return number(digits)
    if other in digits:
        if not _is_grouped(whole, other):
            raise NotANumber(text)
        return number(whole, decimals)
    if not _is_grouped(digits, last):
        if last in whole:
            raise NotANumber(text)
        return number(whole, decimals)
    if last in whole:
        return number(digits)
    raise AmbiguousNumber(text, number(digits), number(whole, decimals))


def _is_grouped(digits: str, sign: str) -> bool:
    """Whether the sign stands where thousands are grouped."""
    return re.fullmatch(rf"[1-9]\d{{0,2}}({re.escape(sign)}\d{{3}})+", digits) is not None


_DAY_FIRST = re.compile(r"(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_EARLIEST_YEAR = 1900  # an earlier one is a slip of the finger


def parse_date(text: str) -> date:
    """A date, day first: `5/7/2026`, `05-07-2026`, `5.7.26` (of this century), and `2026-07-05`."""
    written = clean(text)
    if iso := _ISO.fullmatch(written):
        year, month, day = map(int, iso.groups())
    elif day_first := _DAY_FIRST.fullmatch(written):
        day, month, year = int(day_first[1]), int(day_first[3]), int(day_first[4])
        year += 2000 if len(day_first[4]) == 2 else 0
    else:
        raise NotADate(text)
    try:
        found = date(year, month, day)
    except ValueError:
        raise NotADate(text) from None
    if found.year < _EARLIEST_YEAR:
        raise NotADate(text)
    return found
