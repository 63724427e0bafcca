"""Finding words in a checklist: in its items, in what was answered and noted, and in the findings.

Accents and capitals do not matter, and the beginning of a word is enough. Every word must stand in the same
place, but a place is also known by its item's code, so that "cd04 chậm" finds the note of CD04.
"""

import re
from collections.abc import Iterable, Sequence

from inspector_app.services.day_views import Hit, Where
from inspector_app.services.views import ItemView
from inspector_app.text import fold

_BEFORE, _AROUND = 24, 120
"""How many letters of a long text are shown before the first word found, and in all."""
_IN_VIEW = 60
"""A word that stands so early is seen from the beginning of the text."""


def search(text: str, items: Iterable[ItemView], findings: Iterable[tuple[str, str, str]]) -> tuple[Hit, ...]:
    """Where all words of a text stand; findings are (item, id, text). In the order of the checklist."""
    words = _words(text)
    if not words:
        return ()
    of_item: dict[str, list[Hit]] = {}
    for item, record, written in findings:
        if _all_in(words, f"{item} {written}"):
            of_item.setdefault(item, []).append(Hit(item, "finding", _excerpt(written, words), record))
    hits: list[Hit] = []
    for item in items:
        hits += [*_inside(item, words), *of_item.pop(item.code, ())]
    return (*hits, *(hit for rest in of_item.values() for hit in rest))


def _inside(item: ItemView, words: Sequence[str]) -> Iterable[Hit]:
    if _all_in(words, f"{item.code} {item.text}"):
        yield Hit(item.code, "item", _excerpt(item.text, words))
    typed = [leaf.value for leaf in item.leaves if leaf.type == "string" and leaf.control == "input"]
    places: tuple[tuple[Where, str], ...] = (
        ("answer", " ".join(typed)),
        ("note", f"{item.note} {item.reason}"),
    )
    for where, written in places:
        held = written.strip()
        if held and _all_in(words, f"{item.code} {held}") and any(_all_in([word], held) for word in words):
            yield Hit(item.code, where, _excerpt(held, words))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))


def _all_in(words: Iterable[str], text: str) -> bool:
    """Whether every one of the words begins a word of the text."""
    held = " " + " ".join(_words(text))
    return all(f" {word}" in held for word in words)


def _excerpt(text: str, words: Iterable[str]) -> str:
    """A long text from its beginning, or from a whole word a little before the first one found."""
    line = " ".join(text.split())
    folded = fold(line)
    found = (re.search(rf"\b{re.escape(word)}", folded) for word in words)
    first = min((each.start() for each in found if each), default=0)
    start = 0 if first < _IN_VIEW else line.rfind(" ", 0, first - _BEFORE) + 1
    end = start + _AROUND
    return f"{'… ' if start else ''}{line[start:end]}{' …' if end < len(line) else ''}"
