"""The lines of a form, taken apart: which repeat holds which instances, and what these hold, in words."""

from collections.abc import Iterator, Sequence

from inspector_app import text
from inspector_app.domain.files import shown_name
from inspector_app.services.views import FormLine, LeafView
from inspector_app.ui.checklist.entries import show_number

TOLD = 3
"""How many answers the line of a closed panel tells."""

Lines = tuple[FormLine, ...]


def instances_of(repeat: str, lines: Sequence[FormLine]) -> Iterator[tuple[str, Lines]]:
    """The instances of a repeat: (key, its own line and all in it)."""
    key, inside = "", list[FormLine]()
    for line in lines:
        rest = line.key.removeprefix(f"{repeat}[")
        if rest != line.key and line.repeat and rest.endswith("]") and "/" not in rest:
            if key:
                yield key, tuple(inside)
            key, inside = line.key, []
        inside.append(line)
    if key:
        yield key, tuple(inside)


def parts_of(lines: Sequence[FormLine]) -> Iterator[tuple[FormLine, Lines]]:
    """What stands in an instance: titles and questions alone, a repeat with all of its lines."""
    place = 0
    while place < len(lines):
        line, end = lines[place], place + 1
        if line.repeat:
            while end < len(lines) and lines[end].key.startswith(f"{line.key}["):
                end += 1
        yield line, tuple(lines[place + 1 : end])
        place = end


def first_answers(lines: Lines) -> list[str]:
    """The first answers of an instance as people read them; not those of repeats inside."""
    if not lines:
        return []
    own = lines[0].key + "/"
    answers = (
        _words(line.leaf)
        for line in lines
        if line.leaf and line.leaf.value and "[" not in line.key.removeprefix(own)
    )
    return [words for words, _ in zip(answers, range(TOLD), strict=False)]


def _words(leaf: LeafView) -> str:
    if leaf.choices:
        labels = {choice.name: choice.label for choice in leaf.choices}
        return "; ".join(labels.get(name, name) for name in leaf.value.split())
    if leaf.type in ("int", "decimal"):
        return show_number(leaf.value, grouped=True)
    if leaf.control == "upload":
        return shown_name(leaf.value)
    if leaf.type == "date" and text.clean(leaf.value):
        return "/".join(reversed(leaf.value[:10].split("-")))
    return leaf.value
