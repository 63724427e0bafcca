"""One line typed from paper, and what it says of an item: an answer, that it does not apply, a note.

A digit for a choice, `18/26` or `18 26` for a rate, a number in either habit, words for words. `k` with a
reason says that the item does not apply, `g` with words writes the note, after an answer too; `-` takes the
answer back. Numbers, days and times are read by the entries that the item's own editor has.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from inspector_app import text
from inspector_app.i18n import mark, tr
from inspector_app.services.views import ItemView, LeafView
from inspector_app.ui.checklist.editors import Editor, editor_for
from inspector_app.ui.checklist.entries import DateEntry, TypedEntry
from inspector_app.ui.checklist.picking import is_long

OUTSIDE, NOTE, NOTHING = "k", "g", "-"
_NOTED = re.compile(rf"(?:^|\s){NOTE}\s+", re.IGNORECASE)
_OUTSIDE = re.compile(rf"{OUTSIDE}(?:\s+(.*))?", re.IGNORECASE | re.DOTALL)
_OVER = re.compile(r"\s*[/:]\s*|\s+tren\s+")
"""Between the two numbers of a rate, accents off: `18/26`, `18 trên 26`."""
_SHORT_NAME = 24


class NoSuchNumber(text.UnreadableText):
    """A digit that stands before no choice."""

    sentence = mark("“{text}” is not one of the numbers 1 to {count}.")


class NotTwoNumbers(text.UnreadableText):
    """A rate needs two numbers."""

    sentence = mark("“{text}” is not two numbers. Write for example 18/26.")


class MustApply(text.UnreadableText):
    """`k` where the checklist does not allow it."""

    sentence = mark("This item cannot be marked as not applicable.")


class ReasonNeeded(text.UnreadableText):
    """`k` alone."""

    sentence = mark("Write the reason after k, for example: k not yet founded")


@dataclass(frozen=True, slots=True)
class Line:
    """What a line says; None for what it does not speak of. `answer` is question → text, "" clears."""

    answer: Mapping[str, str] | None = None
    reason: str | None = None
    note: str | None = None


class LineReader:
    """Reads lines for one item; the editor of the item, never shown, lends its entries."""

    def __init__(self, item: ItemView) -> None:
        self.item = item
        self._editor: Editor = editor_for(item)
        self._asked = [leaf for leaf in item.leaves if not leaf.computed and not leaf.readonly]

    @property
    def takes_lines(self) -> bool:
        """Whether a line can answer the item; else its own editor must."""
        alone = len(self._asked) == 1 or (len(self._asked) == 2 and self.item.editor == "ratio")
        return self.item.editor != "repeat" and alone and all(map(self._readable, self._asked))

    @property
    def hint(self) -> str:
        """What may be typed, in a few words."""
        if not self.takes_lines:
            return tr("Enter opens its own form")
        parts = [self._expected()]
        if self.item.editor != "text":
            parts += [tr("k + reason: not applicable")] if self.item.na_allowed else []
            parts += [tr("g + words: note")]
        return "   ".join(parts)

    def read(self, typed: str) -> Line:
        """What a line says. Raises UnreadableText with a sentence."""
        said = text.clean(typed)
        if self.item.editor == "text":
            return Line(answer={self._asked[0].key: said})
        answer, *noted = _NOTED.split(said, maxsplit=1)
        note = noted[0] if noted else None
        answer = answer.strip()
        if not answer:
            return Line(note=note)
        outside = _OUTSIDE.fullmatch(answer)
        if outside is None and self._chooses and answer.startswith("0"):
            outside = re.fullmatch(r"0(?:\s+(.*))?", answer)
        if outside is not None:
            return Line(reason=self._reason(outside[1] or ""), note=note)
        if answer == NOTHING:
            return Line(answer={leaf.key: "" for leaf in self._asked}, note=note)
        return Line(answer=self._values(answer), note=note)

    # --- inside -----------------------------------------------------------------------------------

    @property
    def _chooses(self) -> bool:
        return bool(self._asked) and bool(self._asked[0].choices)

    def _readable(self, leaf: LeafView) -> bool:
        if leaf.control in ("select1", "select"):
            return bool(leaf.choices) and not is_long(leaf)
        return isinstance(self._editor.entries.get(leaf.key), TypedEntry | DateEntry)

    def _expected(self) -> str:
        leaf = self._asked[0]
        if leaf.choices:
            named = (f"{place} {_short(choice.label)}" for place, choice in enumerate(leaf.choices, 1))
            return "   ".join(named)
        if len(self._asked) == 2:
            return tr("numerator/denominator, for example 18/26")
        if self.item.editor == "text":
            return tr("words")
        if self.item.editor == "points" and self.item.max_points is not None:
            return tr("points, from 0 to {most}", most=text.format_number(self.item.max_points))
        if leaf.type in ("int", "decimal"):
            counted = leaf.label if leaf.label != self.item.text else tr("a number")
            return self.item.unit or counted
        return tr("day/month/year") if leaf.type == "date" else tr("words")

    def _reason(self, words: str) -> str:
        if not self.item.na_allowed:
            raise MustApply(words)
        if not words.strip():
            raise ReasonNeeded(words)
        return words.strip()

    def _values(self, answer: str) -> dict[str, str]:
        first = self._asked[0]
        if first.choices:
            return {first.key: self._chosen(first, answer)}
        if len(self._asked) == 1:
            return {first.key: self._value(first, answer)}
        sides = _OVER.split(text.fold(answer))
        if len(sides) != 2:
            sides = answer.split()
        if len(sides) != 2:
            raise NotTwoNumbers(answer)
        return {leaf.key: self._value(leaf, side) for leaf, side in zip(self._asked, sides, strict=True)}

    def _value(self, leaf: LeafView, said: str) -> str:
        entry = self._editor.entries[leaf.key]
        return entry.read(said) if isinstance(entry, TypedEntry) else text.parse_date(said).isoformat()

    @staticmethod
    def _chosen(leaf: LeafView, said: str) -> str:
        """The choices with these numbers; one only where one is to be chosen."""
        numbers = re.split(r"[\s,;]+", said)
        many = leaf.control == "select"
        if not all(each.isdecimal() and 1 <= int(each) <= len(leaf.choices) for each in numbers) or (
            len(numbers) > 1 and not many
        ):
            raise NoSuchNumber(said, count=len(leaf.choices))
        return " ".join(leaf.choices[int(each) - 1].name for each in numbers)


def _short(label: str) -> str:
    return label if len(label) <= _SHORT_NAME else f"{label[: _SHORT_NAME - 1].rstrip()}…"
