"""The columns of a table of records: how a field is shown in a cell, and how what was typed there is read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from inspector_app.domain.records import WORDS, Record
from inspector_app.i18n import mark, tr
from inspector_app.text import (
    UnreadableText,
    clean,
    fold,
    format_date,
    format_number,
    parse_date,
    parse_number,
)
from inspector_app.ui.fields.values import NotBetween, NotWhole

Kind = Literal["text", "lines", "date", "count", "choice"]
"""`lines` may hold several lines; `count` is a whole number from 0 on."""
Options = tuple[tuple[str, str], ...]
"""(stored name, shown words)"""
MOST = 1_000_000
NUMBERED = 9
"""So many choices can be chosen by a digit."""


class NotOffered(UnreadableText):
    """None of the choices of its column."""

    sentence = mark("“{text}” is not offered here. Choose: {offered}.")


def _none() -> Options:
    return ()


@dataclass(frozen=True, slots=True)
class Column:
    """A field of the records, or what is computed from them (`computed`, then it cannot be edited).

    `share` is its part of the room that is left when every heading has its own; `brief` shows the stored name
    of a choice instead of its words; `free` takes other words than those on offer, too; `hint` stands in the
    row that waits for the next record; `sample` is a text that has room in any case.
    """

    field: str
    heading: str
    share: int
    kind: Kind = "text"
    options: Callable[[], Options] = _none
    brief: bool = False
    free: bool = False
    hint: str = ""
    sample: str = ""
    computed: Callable[[Any], str] | None = None

    @property
    def right(self) -> bool:
        """Whether it stands on the right, as numbers do."""
        return self.kind == "count" or self.computed is not None

    def value(self, record: Record) -> Any:
        """What the record holds."""
        return None if self.computed else getattr(record, self.field)

    def text(self, record: Record) -> str:
        """What the cell of a record shows."""
        return self.computed(record) if self.computed else self.shown(getattr(record, self.field))

    def shown(self, value: Any) -> str:
        """A value as the cell shows it."""
        if value is None:
            return ""
        if isinstance(value, date):
            return format_date(value)
        if self.kind == "choice" and not self.brief:
            return dict(self.options()).get(value, str(value))
        return str(value)

    def read(self, text: str) -> Any:
        """The value that a text means; "" clears. Raises UnreadableText with a sentence for people."""
        written = clean(text, lines=self.kind == "lines").strip()
        match self.kind:
            case "date":
                return parse_date(written) if written else None
            case "count":
                return _count(written) if written else None
            case "choice":
                return self._chosen(written)
            case _:
                return written

    def _chosen(self, written: str) -> str:
        options = self.options()
        wanted = fold(written)
        for name, words in options:
            if wanted in (fold(name), fold(words)):
                return name
        if wanted.isdecimal() and 1 <= int(wanted) <= min(len(options), NUMBERED):
            return options[int(wanted) - 1][0]
        if self.free:
            return written
        offered = "; ".join(words for _, words in options[:NUMBERED] if words)
        raise NotOffered(written, offered=offered)


def _count(written: str) -> int:
    number = parse_number(written, whole=True)
    if number != int(number):
        raise NotWhole(written)
    if not 0 <= number <= MOST:
        raise NotBetween(written, least="0", most=format_number(MOST))
    return int(number)


def choices(stored: Any) -> Callable[[], Options]:
    """The choices of a stored type (`PlanState`, `PaperForm`), in the language of the moment."""
    return lambda: tuple((name, tr(WORDS[name])) for name in get_args(stored))
