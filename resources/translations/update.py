"""Keeps the Vietnamese catalogue in step with the code.

Every text for people stands in the code as `tr("…")`, or as `mark("…")` where it is only defined. This module
finds those texts by reading the syntax trees, keeps the translation of each text that is still there, adds
the new ones as unfinished and drops the rest. The files are Qt Linguist's own (TS 2.1), so a translator may
open them in Linguist; `python3 dev.py translate` runs this, and the house tests ask it what is missing.
"""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias
from xml.etree import ElementTree
from xml.sax.saxutils import escape

FOLDER = Path(__file__).resolve().parent
PACKAGE = FOLDER.parent.parent / "inspector_app"
CATALOGUE = FOLDER / "vi.ts"
CONTEXT = "inspector_app"

Contexts: TypeAlias = Mapping[str, Mapping[str, str]]
"""Context → English source → translation; an empty translation is unfinished."""


@dataclass(frozen=True, slots=True)
class Use:
    """One argument of `tr` or `mark`: its text if it is a literal, otherwise the kind of expression."""

    path: Path
    line: int
    function: str
    text: str | None
    expression: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an update did to the catalogue, as sorted lists of sources."""

    new: tuple[str, ...]
    dropped: tuple[str, ...]
    unfinished: tuple[str, ...]


def uses(package: Path = PACKAGE) -> Iterator[Use]:
    """Every text handed to `tr` or `mark` under a folder of Python sources."""
    for path in sorted(package.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and (name := _called(node.func)) in ("tr", "mark"):
                for part in _alternatives(node.args[0]):
                    literal = part.value if isinstance(part, ast.Constant) else None
                    text = literal if isinstance(literal, str) else None
                    yield Use(path, part.lineno, name, text, type(part).__name__)


def sources(package: Path = PACKAGE) -> set[str]:
    """The English texts that the catalogue has to translate."""
    return {use.text for use in uses(package) if use.text}


def read(path: Path) -> dict[str, dict[str, str]]:
    """The contexts of a catalogue file; none if there is no file yet."""
    if not path.exists():
        return {}
    found: dict[str, dict[str, str]] = {}
    # Our own files, not input: the standard parser is safe here.
    for context in ElementTree.parse(path).iter("context"):
        messages = found.setdefault(context.findtext("name") or "", {})
        for message in context.iter("message"):
            messages[message.findtext("source") or ""] = message.findtext("translation") or ""
    return found


def rendered(contexts: Contexts) -> str:
    """A catalogue file's text: sorted, spaced and escaped as Qt's `lupdate` does it."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append('<TS version="2.1" language="vi" sourcelanguage="en">')
    for name, messages in sorted(contexts.items()):
        lines += ["<context>", f"    <name>{_xml(name)}</name>"]
        for source, translation in sorted(messages.items()):
            unfinished = "" if translation else ' type="unfinished"'
            lines += [
                "    <message>",
                f"        <source>{_xml(source)}</source>",
                f"        <translation{unfinished}>{_xml(translation)}</translation>",
                "    </message>",
            ]
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


def update(
    given: Mapping[str, str] | None = None, *, catalogue: Path = CATALOGUE, package: Path = PACKAGE
) -> Outcome:
    """Bring the catalogue in line with the code; `given` adds or replaces translations."""
    before = read(catalogue).get(CONTEXT, {})
    known = {**before, **(given or {})}
    after = {source: known.get(source, "") for source in sources(package)}
    catalogue.write_text(rendered({CONTEXT: after}), encoding="utf-8", newline="\n")
    return Outcome(
        new=tuple(sorted(after.keys() - before.keys())),
        dropped=tuple(sorted(before.keys() - after.keys())),
        unfinished=tuple(sorted(source for source, translation in after.items() if not translation)),
    )


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr if isinstance(function.value, ast.Name) and function.value.id == "i18n" else ""
    return function.id if isinstance(function, ast.Name) else ""


def _alternatives(expression: ast.expr) -> Iterator[ast.expr]:
    """The expressions that may become the argument: both arms of `a if b else c`, each part of `a or b`."""
    if isinstance(expression, ast.IfExp):
        yield from _alternatives(expression.body)
        yield from _alternatives(expression.orelse)
    elif isinstance(expression, ast.BoolOp):
        for value in expression.values:
            yield from _alternatives(value)
    else:
        yield expression


def _xml(text: str) -> str:
    return escape(text, {"'": "&apos;", '"': "&quot;"})


if __name__ == "__main__":
    outcome = update()
    for source in outcome.new:
        print(f"new      {source}")
    for source in outcome.dropped:
        print(f"dropped  {source}")
    print(f"{len(outcome.unfinished)} texts still without Vietnamese in {CATALOGUE.name}")
