r"""Patterns of `regex()` as other programs that fill in forms read them, compared within a bounded time.

Some things differ from the package `regex`, which compares. `\d` and `\w` mean ASCII there, `\p{L}` means a
letter of any alphabet, `$` is the very end, and a brace that counts nothing is a brace. And a pattern such as
`(a|a)*$` can keep any program busy for years with thirty letters: here it gets a tenth of a second. Once it
has had a whole second it is known to be slow, and gets a thousandth, so that long forms come to an end too.
"""

import re
import time
from functools import lru_cache

from inspector_app.i18n import tr

SECONDS, SECONDS_IN_ALL, SECONDS_IF_SLOW = 0.1, 1.0, 0.001
"""What one comparison may take, what all slow ones with a pattern may, and what each may after that."""

LONGEST = 10_000
"""Letters that a pattern may have, its fixed repetitions written out; all are laid out in memory."""

_PIECE = re.compile(
    r"\\k<(?P<group>\w+)>|\\Q(?P<quoted>.*?)(?:\\E|\Z)|\{(?P<times>\d+)(?:,\d*)?\}|\\[pP](?:\{\w+\}|.)|\\.|.",
    re.DOTALL,
)
_BY_LINES = re.compile(r"\(\?[a-z]*m")

_LETTERS = {
    # kinds of letters as they stand in brackets
    r"\d": "[0-9]",
    r"\D": "[^0-9]",
    r"\w": "[A-Za-z0-9_]",
    r"\W": "[^A-Za-z0-9_]",
    r"\s": r"[ \t\n\r\f\v]",
    r"\S": r"[^ \t\n\r\f\v]",
}
_ASCII = (*_LETTERS, r"\b", r"\B")
"""What knows the letters of ASCII only."""


class PatternFailed(ValueError):
    """A text could not be compared with a pattern; the message says why (current language)."""


class PatternRefused(PatternFailed):
    """The pattern is none, or too large to be laid out."""

    def __init__(self, pattern: str, reason: str) -> None:
        super().__init__(
            tr("The pattern “{pattern}” cannot be used: {reason}.", pattern=pattern[:100], reason=reason)
        )


class TooSlow(PatternFailed):
    """Comparing this text with the pattern takes too long."""

    def __init__(self, pattern: str) -> None:
        super().__init__(
            tr(
                "Comparing with the pattern “{pattern}” takes too long; the answer counts as not matching.",
                pattern=pattern[:100],
            )
        )


class Pattern:
    """A pattern that is looked for in texts; it remembers the time that it has taken."""

    def __init__(self, written: str) -> None:
        """`PatternRefused` if it is none."""
        import regex  # many forms have no pattern

        try:
            self._compiled = regex.compile(_translated(written), regex.V1)
        except (regex.error, _TooLong, RecursionError, OverflowError) as error:
            raise PatternRefused(written, str(error)) from error
        self._written = written
        self._taken = 0.0

    def is_in(self, text: str) -> bool:
        """Whether the pattern is found; `TooSlow` if that takes too long to find out."""
        begun = time.perf_counter()
        try:
            limit = SECONDS if self._taken < SECONDS_IN_ALL else SECONDS_IF_SLOW
            return self._compiled.search(text, timeout=limit) is not None
        except TimeoutError:
            raise TooSlow(self._written) from None
        finally:
            taken = time.perf_counter() - begun
            if taken > SECONDS_IF_SLOW:
                self._taken += taken


@lru_cache(maxsize=1024)
def read_pattern(pattern: str) -> Pattern:
    """The pattern to look for; `PatternRefused` if it is none."""
    return Pattern(pattern)


@lru_cache(maxsize=1024)
def slow_text(pattern: str) -> str:
    """A text of no more than fifty letters that takes too long to compare; blank if none was found.

    A run of one letter with another behind it is what usually does it.
    """
    try:
        tried = read_pattern(pattern)
    except PatternRefused:
        return ""
    letters = dict.fromkeys(letter for letter in f"a1 -.{pattern[:50]}" if letter not in r"\()[]{}*+?|^$")
    for text in (*(letter * 40 + "\n" for letter in letters), "".join(letters)[:48] + "\n"):
        try:
            tried.is_in(text)
        except TooSlow:
            return text
    return ""


class _TooLong(ValueError):
    """A pattern that would fill the memory."""

    def __init__(self) -> None:
        super().__init__(tr("its repetitions written out, it has more than {limit} letters", limit=LONGEST))


def _translated(pattern: str) -> str:
    """The same pattern in the package's own terms."""
    if len(pattern) > LONGEST:
        raise _TooLong
    written: list[str] = []
    end = "$" if _BY_LINES.search(pattern) else r"\Z"
    bracket = False
    """Whether a class of letters is open."""
    sizes, last = [0], 0
    """The letters in every open group, its fixed repetitions written out, and in what came last."""
    for match in _PIECE.finditer(pattern):
        piece, quoted, times = match[0], match["quoted"], match["times"]
        if bracket:
            written.append(_in_brackets(piece, written) if quoted is None else re.escape(quoted))
            bracket = piece != "]"
            continue
        if times is not None:
            more = max(last, 1) * max(int(times[:9]) - 1, 0)
            last, sizes[-1] = last + more, sizes[-1] + more
        elif piece == "(":
            sizes.append(0)
        elif piece == ")" and len(sizes) > 1:
            last = sizes.pop()
            sizes[-1] += last
        else:
            last = 1 if quoted is None else len(quoted)
            sizes[-1] += last
        if sizes[-1] > LONGEST:
            raise _TooLong
        bracket = piece == "["
        if quoted is not None:
            piece = re.escape(quoted)
        elif match["group"] is not None:
            piece = f"(?P={match['group']})"
        elif piece in _ASCII:
            piece = f"(?a:{piece})"
        written.append({"$": end, "{": r"\{"}.get(piece, piece))
    return "".join(written)


def _in_brackets(piece: str, before: list[str]) -> str:
    """A piece of a class of letters, as it is to be written after what stands `before` it."""
    if piece in _LETTERS:
        if before[-1] == "-":  # a hyphen beside a kind of letters stands for itself
            before[-1] = r"\-"
        return _LETTERS[piece]
    doubled = piece in "-|~" and before[-1] == piece  # which would take one class from another
    beside = piece == "-" and before[-1] in _LETTERS.values()
    return f"\\{piece}" if piece == "[" or doubled or beside else piece
