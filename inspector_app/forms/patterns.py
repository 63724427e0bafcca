r"""Patterns of `regex()` as other programs that fill in forms read them, in terms of Python's.

Three things differ. `\d` and `\w` mean ASCII there, `\p{L}` means a letter of any alphabet, and the name of
a group is written without `P`.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from itertools import groupby

_PIECE = re.compile(r"\\([pP])(?:\{(\w+)\}|([A-Z]))|\\.|\(\?<(?=[A-Za-z])|[\[\]]", re.DOTALL)
_LAST = 0xFFFF
"""Letters beyond are of no living alphabet."""

_ALIASES = {
    "Alphabetic": "L",
    "Alpha": "L",
    "Letter": "L",
    "Uppercase": "Lu",
    "Lowercase": "Ll",
    "Digit": "Nd",
}


class PatternRefused(ValueError):
    """A pattern that nothing can be compared with; the message says why, as `re` says it."""


@lru_cache(maxsize=1024)
def read_pattern(pattern: str) -> re.Pattern[str]:
    """The pattern to search for; `PatternRefused` if it is none."""
    inside = False

    def translated(match: re.Match[str]) -> str:
        nonlocal inside
        piece = match[0]
        if match[1] is not None:
            ranges = _ranges(match[2] or match[3], match[1] == "P")
            return ranges if inside else f"[{ranges}]"
        if piece == "(?<":
            return piece if inside else "(?P<"
        if piece in ("[", "]"):
            if inside and piece == "[":
                return r"\["
            inside = piece == "["
        return piece

    try:
        return re.compile(_PIECE.sub(translated, pattern), re.ASCII)
    except (re.error, RecursionError, OverflowError) as error:
        raise PatternRefused(str(error)) from error


@lru_cache(maxsize=64)
def _ranges(name: str, without: bool) -> str:
    """The letters of a Unicode category or of the Latin alphabet, as they stand between brackets."""
    plain = name.removeprefix("Is")
    category = _ALIASES.get(plain, plain)
    has: Callable[[str], bool]
    if category == "Latin":
        has = _is_latin
    elif re.fullmatch(r"[CLMNPSZ][a-z]?", category):
        has = _in_category(category)
    else:
        raise re.error(f"unknown property {name}")
    found: list[str] = []
    for wanted, letters in groupby(range(_LAST + 1), lambda code: has(chr(code)) != without):
        if wanted:
            codes = list(letters)
            found.append(f"\\u{codes[0]:04x}-\\u{codes[-1]:04x}")
    return "".join(found)


def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN ")


def _in_category(category: str) -> Callable[[str], bool]:
    return lambda letter: unicodedata.category(letter).startswith(category)
