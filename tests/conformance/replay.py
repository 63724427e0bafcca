"""Replaying what the reference engine was seen to do, and counting where this one does the same.

The recordings are described in their own README: expressions with the value they gave, and form sessions with
the state of every node after every step. Nothing is left out but sessions that need attached files or that
the reference itself is known to fail. Ids made up and the time of the recording are compared by pattern.
"""

import gzip
import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from inspector_app.domain.errors import TemplateRefused
from inspector_app.forms import expressions, values
from inspector_app.forms.expressions import ExpressionRefused
from inspector_app.forms.form import Form
from inspector_app.forms.sheet import Node, Range, Sheet
from inspector_app.forms.values import Context, Document, Element, TreeNode, XmlRefused

KNOWN = Path(__file__).with_name("known.toml")
PHOENIX = timezone(timedelta(hours=-7))
RECORDED = datetime(2026, 11, 23, 7, 28, 6, 274_000, PHOENIX)
"""The day of the recording, in its zone; expected results of `today()` depend on it."""


@dataclass(frozen=True)
class Outcome:
    """How one recording went: `feature` groups the table, `trouble` says what differed (blank: nothing)."""

    feature: str
    test: str
    trouble: str
    states: int = 0
    good_states: int = 0


def read(file: Path) -> Iterator[dict[str, Any]]:
    """The recordings in one file."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


# --- expressions -----------------------------------------------------------------------------------


class Recorded:
    """The world of a recorded expression: the XForm, or any document, that it was evaluated on."""

    zone = PHOENIX

    def __init__(self, document: Document, language: str) -> None:
        self.document = document
        self.language = language

    def now(self) -> datetime:
        return RECORDED

    def _all(self, name: str) -> list[Element]:
        return [
            node
            for node in values.descendants(self.document)
            if isinstance(node, Element) and node.name == name
        ]

    def instance(self, name: str) -> TreeNode | None:
        return next((e for e in self._all("instance") if e.attribute("id") == name), None)

    def itext(self, key: str, origin: TreeNode) -> str:
        translations = self._all("translation")
        translations.sort(
            key=lambda t: (t.attribute("lang") != self.language, t.attribute("default") is None)
        )
        texts = (text for t in translations for text in t.elements() if text.attribute("id") == key)
        return next((value.text() for text in texts for value in text.elements()), "")

    def choice_label(self, value: str, reference: str, origin: TreeNode) -> str:
        return ""


def replay_expression(record: Mapping[str, Any]) -> Outcome:
    try:
        trouble = _expression_trouble(record)
    except (ExpressionRefused, XmlRefused) as refused:
        trouble = f"refused: {refused}"
    return Outcome(
        record["file"].removesuffix(".test.ts"), f"{record['expression']} @ {record['context']}", trouble
    )


def _expression_trouble(record: Mapping[str, Any]) -> str:
    # Document types are refused on purpose; here one only takes a place among the document's children.
    document = values.read_xml(re.sub(r"<!DOCTYPE[^>]*>", "<!---->", record["xml"]).encode())
    node = _locate(document, record["context"])
    addresses = dict(_addresses(document, "/"))
    primary = next((e for e in values.descendants(document) if e.name == "instance" and _is_primary(e)), None)
    if primary is not None and record["context"] != "/":
        primary.parent = None  # A form's expressions see the primary instance as their document.
    language = re.search(r"in language '(\w+)'", record["test"])
    context = Context(node, Recorded(document, language[1] if language else ""))
    prefixes = {prefix: uri for prefix, uri in document.namespaces.items() if prefix}
    expression = expressions.parse(record["expression"], prefixes)
    expected, kind = record["expected"], record["kind"]
    if kind == "BooleanValue":
        given: object = expression.truth(context)
    elif kind == "NumberValue":
        given = values.number_text(expression.number(context))
        expected = values.number_text(float(expected))
    elif kind == "NumberRounded":
        number = expression.number(context)
        given, expected = abs(number - expected) <= 1 / record["extra"], True
    elif kind == "StringValue":
        given = expression.string(context)
    elif kind == "StringMatches":
        given, expected = re.search(expected, expression.string(context)) is not None, True
    elif kind == "StringLength":
        given = len(expression.string(context))
    else:
        given = [addresses[id(found)] for found in expression.nodes(context)]
        if kind == "UnorderedNodeSet":
            given, expected = sorted(given), sorted(expected)
    return "" if given == expected else f"expected {expected!r}, got {given!r}"


def _is_primary(instance: TreeNode) -> bool:
    model = instance.parent
    return (
        model is not None
        and model.name == "model"
        and model.parent is not None
        and model.parent.name == "head"
    )


def _locate(document: Document, address: str) -> TreeNode:
    node: TreeNode = document
    for step in filter(None, address.split("/")):
        if step.startswith("@"):
            node = next(a for a in node.attributes if _qualified(a) == step[1:])
        else:
            node = node.children[int(step)]
    return node


def _addresses(node: TreeNode, address: str) -> Iterator[tuple[int, str]]:
    yield id(node), address
    base = address.rstrip("/")
    for attribute in node.attributes:
        yield id(attribute), f"{base}/@{_qualified(attribute)}"
    for at, child in enumerate(node.children):
        yield from _addresses(child, f"{base}/{at}")


def _qualified(node: TreeNode) -> str:
    return f"{node.prefix}:{node.name}" if node.prefix else node.name


# --- sessions --------------------------------------------------------------------------------------


def replay_session(record: Mapping[str, Any]) -> Outcome:
    steps = record["steps"]
    feature, test = record["file"].removesuffix(".test.ts"), record["test"]
    try:
        sheet = Sheet(Form.parse(record["form"].encode()), clock=lambda: RECORDED)
    except TemplateRefused as refused:
        trouble = f"refused: {refused.problems[0]}"
        return Outcome(feature, test, trouble, len(steps), 0)
    troubles: list[str] = []
    good = 0
    for at, step in enumerate(steps):
        _perform(sheet, step)
        found = _state_trouble(sheet, step)
        good += not found
        if found:
            troubles.append(f"step {at} ({step['op']}): {found}")
    return Outcome(feature, test, troubles[0] if troubles else "", len(steps), good)


def _references(sheet: Sheet) -> dict[str, Node | Range]:
    """Positional reference → node or repeat, as the recordings name them."""
    found: dict[str, Node | Range] = {}

    def visit(node: Node, reference: str) -> None:
        found[reference] = node
        for place in node.ranges:
            key = f"{reference}/{_qualified(place.outline)}"
            for at, instance in enumerate(place.instances.values(), 1):
                visit(instance, f"{key}[{at}]")
            found[key] = place
        for child in node.children:
            if isinstance(child, Node) and not child.definition.repeats:
                visit(child, f"{reference}/{_qualified(child)}")

    root = next(iter(sheet.nodes())).parent
    while isinstance(root, Node) and isinstance(root.parent, Node):
        root = root.parent
    assert isinstance(root, Node)
    visit(root, f"/{_qualified(root)}")
    return found


def _perform(sheet: Sheet, step: Mapping[str, Any]) -> None:
    if step["op"] == "setLanguage":
        sheet.speak(step["lang"])
        return
    target = _references(sheet).get(step.get("ref", ""))
    if step["op"] == "answer" and isinstance(target, Node):
        given = step["args"][1:] if step["args"][0] == step["ref"] else step["args"]
        sheet.set(target.key, " ".join(_lexical(target, value) for value in given))
    elif step["op"] == "createNewRepeat" and isinstance(target, Range):
        sheet.add_repeat(target.key, f"new{len(sheet.values())}-{len(target.instances)}")
    elif step["op"] == "removeRepeat" and isinstance(target, Node):
        sheet.remove_repeat(target.key)


def _lexical(node: Node, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return ("OK" if value else "") if node.definition.control == "trigger" else str(int(value))
    return values.number_text(float(value)) if isinstance(value, int | float) else str(value)


def _state_trouble(sheet: Sheet, step: Mapping[str, Any]) -> str:
    references = _references(sheet)
    for expected in step["state"]:
        seen = references.pop(expected["ref"], None)
        if seen is None:
            return f"{expected['ref']} is missing"
        given = _described(seen)
        for name in ("type", "relevant", "required", "readonly", "value", "label", "choices", "violation"):
            wanted, got = expected.get(name), given.get(name)
            if _timeless(wanted or "") != _timeless(got or ""):
                return f"{expected['ref']}: {name} is {got!r}, expected {wanted!r}"
    if references:
        return f"{next(iter(references))} should not be there"
    if step.get("xml") is not None:
        given_xml = sheet.submission().decode()
        if _timeless(step["xml"]) != _timeless(given_xml):
            return f"submission is {given_xml}, expected {step['xml']}"
    return ""


_KINDS = {"select1": "select", "range": "range"}


def _described(seen: Node | Range) -> dict[str, Any]:
    if isinstance(seen, Range):
        kind = "repeat-range:controlled" if seen.counted else "repeat-range:uncontrolled"
        return {"type": kind, "relevant": seen.relevant, "label": seen.label}
    definition = seen.definition
    if definition.repeats:
        kind = "repeat-instance"
    elif not definition.is_leaf:
        kind = "group" if isinstance(seen.parent, Node) else "root"
    else:
        control = "note" if definition.kind == "note" else definition.control
        kind = _KINDS.get(control, control) if control else "model-value"
    described: dict[str, Any] = {"type": kind, "relevant": seen.relevant, "label": seen.label}
    described["readonly"] = seen.readonly
    if definition.is_leaf:
        described |= {"value": seen.text(), "required": seen.required}
        described["choices"] = [[choice.name, choice.label] for choice in seen.choices]
        if seen.error is not None and seen.error.code in ("required", "constraint"):
            described["violation"] = seen.error.code
    return described


def _timeless(value: object) -> object:
    """What was made up or depends on the moment, by pattern."""
    if not isinstance(value, str):
        return value
    value = re.sub(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "<uuid>", value)
    return re.sub(r"2026-11-23T[0-9:.]+(?:[+-][0-9:]+)?", "<now>", value)


# --- the report ------------------------------------------------------------------------------------


def replay(directory: Path) -> tuple[list[Outcome], list[Outcome]]:
    """All expressions and all sessions of a directory."""
    expressions_seen = [replay_expression(record) for record in read(directory / "expressions.jsonl.gz")]
    sessions = [
        replay_session(record)
        for record in read(directory / "sessions.jsonl.gz")
        if not record["ref_known_fail"] and not record["resources"]
    ]
    return expressions_seen, sessions


def known() -> dict[str, str]:
    """Recordings that differ on purpose: `feature: test` → the reason."""
    divergences: list[dict[str, str]] = tomllib.loads(KNOWN.read_text("utf-8")).get("divergence", [])
    return {f"{entry['feature']}: {entry['test']}": entry["reason"] for entry in divergences}


def report(directory: Path) -> str:
    """The table by feature, what differs, and the line of totals."""
    ours, sessions = replay(directory)
    reasons = known()
    lines = [*_table("expressions", ours), "", *_table("sessions", sessions), ""]
    for outcome in (*ours, *sessions):
        if outcome.trouble:
            reason = reasons.get(f"{outcome.feature}: {outcome.test}", "")
            lines.append(
                f"{outcome.feature}: {outcome.test}\n    {outcome.trouble}"
                + (f"\n    on purpose: {reason}" if reason else "")
            )
    passed = sum(not outcome.trouble for outcome in ours)
    whole = sum(not outcome.trouble for outcome in sessions)
    states, good = sum(o.states for o in sessions), sum(o.good_states for o in sessions)
    lines += ["", f"expressions {passed}/{len(ours)} sessions {whole}/{len(sessions)} states {good}/{states}"]
    return "\n".join(lines)


def _table(title: str, outcomes: Sequence[Outcome]) -> Iterable[str]:
    total = Counter(outcome.feature for outcome in outcomes)
    passed = Counter(outcome.feature for outcome in outcomes if not outcome.trouble)
    yield f"{title:<44}passed   of"
    for feature in sorted(total):
        yield f"{feature:<44}{passed[feature]:>6}{total[feature]:>5}"
