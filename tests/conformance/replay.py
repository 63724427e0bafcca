"""Replaying what the reference engine was seen to do, and counting where this one does the same.

The recordings are described in their own README: expressions with the value they gave, and form sessions with
the state of every node after every step. Nothing is left out but sessions that need attached files or that
the reference itself is known to fail. Ids made up and the time of the recording are compared by pattern.

Three things the recordings do not say are read off what they show, and only those. Whether a session began
fresh or with a submission: a test may open the same form again and go on from where it left off, name a
submission that it revises, or be called a test of restoring or editing. If then a fresh form is not what the
first state shows, the submission with which the session before it ended is restored (revised, where the state
names a submission revised); where there is none or that is not it either, the test wrote its own submission,
and the first one recorded stands in for it. What the client was told (device, user, place): what the nodes
hold that are preloaded with it. And an argument that was an object (a file, a place): the value that the node
took.
"""

import gzip
import json
import random
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from inspector_app import i18n
from inspector_app.domain.errors import TemplateRefused
from inspector_app.forms import expressions, instants, tree
from inspector_app.forms.device import Device
from inspector_app.forms.expressions import ExpressionRefused
from inspector_app.forms.form import Form
from inspector_app.forms.nodes import Node, Range
from inspector_app.forms.sheet import Sheet
from inspector_app.forms.tree import Document, Element, TreeNode, XmlRefused
from inspector_app.forms.values import Context

KNOWN = Path(__file__).with_name("known.toml")
PHOENIX = timezone(timedelta(hours=-7))
RECORDED = datetime(2026, 11, 23, 7, 28, 6, 274_000, PHOENIX)
"""The day of the recording, in its zone; expected results of `today()` depend on it."""
PLACE = "38.295 21.7567 110.0 5.0"
"""Where the recording was made, for the sessions that ask."""


@dataclass(frozen=True)
class Outcome:
    """How one recording went: `feature` groups the table, `trouble` says what differed (blank: nothing).

    `states` counts the nodes seen after all steps, `good_states` those that were as recorded.
    """

    feature: str
    test: str
    trouble: str
    states: int = 0
    good_states: int = 0
    begun: str = ""


def read(file: Path) -> Iterator[dict[str, Any]]:
    """The recordings in one file."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


# --- expressions -----------------------------------------------------------------------------------


class Recorded:
    """The world of a recorded expression: the XForm, or any document, that it was evaluated on."""

    zone = PHOENIX
    locale = "en"

    def __init__(self, document: Document, language: str) -> None:
        self.document = document
        self.language = language

    def now(self) -> datetime:
        return RECORDED

    def _all(self, name: str) -> list[Element]:
        return [
            node
            for node in tree.descendants(self.document)
            if isinstance(node, Element) and node.name == name
        ]

    def instance(self, name: str) -> TreeNode | None:
        return next((e for e in self._all("instance") if e.attribute("id") == name), None)

    def itext(self, key: str, origin: TreeNode) -> TreeNode | None:
        translations = self._all("translation")
        translations.sort(
            key=lambda t: (t.attribute("lang") != self.language, t.attribute("default") is None)
        )
        texts = (text for t in translations for text in t.elements() if text.attribute("id") == key)
        values = (value for text in texts for value in text.elements())
        return next((value for value in values if value.attribute("form") is None), None)

    def choice_label(self, value: str, reference: str, origin: TreeNode) -> str:
        return ""

    def doubt(self, sentence: str) -> None:
        pass


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
    document = tree.read_xml(re.sub(r"<!DOCTYPE[^>]*>", "<!---->", record["xml"]).encode())
    node = _locate(document, record["context"])
    addresses = dict(_addresses(document, "/"))
    primary = next((e for e in tree.descendants(document) if e.name == "instance" and _is_primary(e)), None)
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
        given = instants.number_text(expression.number(context))
        expected = instants.number_text(float(expected))
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
        given = [_address_of(found, addresses) for found in expression.nodes(context)]
        if kind == "UnorderedNodeSet":
            given, expected = sorted(given), sorted(expected)
    return "" if given == expected else f"expected {expected!r}, got {given!r}"


def _address_of(node: TreeNode, addresses: Mapping[int, str]) -> str:
    if node.kind != "namespace":
        return addresses[id(node)]
    return f"{addresses[id(node.parent)].rstrip('/')}/@xmlns:{node.name}".removesuffix(":")


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


Session = Mapping[str, Any]


def replay_session(record: Session, before: Session | None = None) -> Outcome:
    """Replay one session; `before` is the one recorded before it."""
    steps = record["steps"]
    feature, test = record["file"].removesuffix(".test.ts"), record["test"]
    total = sum(len(step["state"]) for step in steps)
    try:
        form = Form.parse(record["form"].encode())
    except TemplateRefused as refused:
        return Outcome(feature, test, f"refused: {refused.problems[0]}", total, 0)
    random.seed(test)  # what hangs on chance differs, but does so always in the same way
    sheet = Sheet(form, clock=lambda: RECORDED, device=_device(record, form))
    begun = _begun(sheet, record, before)
    troubles: list[str] = []
    good = 0
    for at, step in enumerate(steps):
        _perform(sheet, step)
        fitting, found = _state_trouble(sheet, step)
        good += fitting
        if found:
            troubles.append(f"step {at} ({step['op']}): {found}")
    return Outcome(feature, test, troubles[0] if troubles else "", total, good, begun)


def _begun(sheet: Sheet, record: Session, before: Session | None) -> str:
    """Begin a session as it was begun: fresh, or with a submission; which of them, in a word."""
    first = record["steps"][0]
    again = before is not None and all(record[part] == before[part] for part in ("file", "test", "form"))
    revise = any(node["ref"].endswith("deprecatedID") and node["value"] for node in first["state"])
    taken_up = again or revise or _TAKEN_UP.search(record["test"]) is not None
    if not taken_up or not _state_trouble(sheet, first)[1]:
        return "fresh"
    ended = [step["xml"] for step in before["steps"] if step.get("xml")] if again and before else []
    if ended:
        sheet.restore(ended[-1].encode(), revise=revise)
        if not _state_trouble(sheet, first)[1]:
            return "from the session before"
    sheet.restore(first["xml"].encode(), revise=revise)
    return "from its own submission"


_TAKEN_UP = re.compile(r"\b(restor|edit|deserializ)", re.IGNORECASE)
"""What a test is called that takes up a submission."""


def _device(record: Session, form: Form) -> Device:
    """What the client was told about the device and where it is, as far as the recording shows."""
    told: dict[str, str] = {}
    for node in record["steps"][0]["state"]:
        for definition in form.definitions:
            if definition.path == node["ref"] and definition.preload[0] == "property":
                told[definition.preload[1]] = node.get("value", "")
    known = {name: told.get(name, "") for name in ("deviceid", "username", "email", "phonenumber")}
    return Device(**known, place=lambda: PLACE if PLACE in json.dumps(record["steps"]) else "")


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
        given = list(step["args"])
        if isinstance(given[0], str) and given[0].startswith("/") and len(given) > 1:
            if given[0] != step["ref"]:
                return  # the reference found no such question and said so
            del given[0]
        sheet.set(target.key, " ".join(_lexical(target, value, step) for value in given))
    elif step["op"] == "createNewRepeat" and isinstance(target, Range):
        sheet.add_repeat(target.key, f"new{len(sheet.values())}-{len(target.instances)}")
    elif step["op"] == "removeRepeat" and isinstance(target, Node):
        sheet.remove_repeat(target.key)


def _lexical(node: Node, value: object, step: Mapping[str, Any]) -> str:
    if value is None:
        return ""
    if isinstance(value, str) and value.startswith("[object "):
        return next(seen["value"] for seen in step["state"] if seen["ref"] == step["ref"])
    if isinstance(value, bool):
        return ("OK" if value else "") if node.definition.control == "trigger" else str(int(value))
    return instants.number_text(float(value)) if isinstance(value, int | float) else str(value)


def _state_trouble(sheet: Sheet, step: Mapping[str, Any]) -> tuple[int, str]:
    """How many nodes are as recorded, and what first differs, if anything does."""
    references = _references(sheet)
    good, trouble = 0, ""
    for expected in step["state"]:
        seen = references.pop(expected["ref"], None)
        found = f"{expected['ref']} is missing" if seen is None else _difference(expected, _described(seen))
        good += not found
        trouble = trouble or found
    if references:
        trouble = trouble or f"{next(iter(references))} should not be there"
    if step.get("xml") is not None and not trouble:
        given = sheet.submission().decode()
        if _timeless(step["xml"]) != _timeless(given):
            trouble = f"submission is {given}, expected {step['xml']}"
    return good, trouble


def _difference(expected: Mapping[str, Any], given: Mapping[str, Any]) -> str:
    for name in ("type", "relevant", "required", "readonly", "value", "label", "choices", "violation"):
        wanted, got = expected.get(name), given.get(name)
        if _timeless(wanted or "") != _timeless(got or ""):
            return f"{expected['ref']}: {name} is {got!r}, expected {wanted!r}"
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
        if seen.error is not None and seen.error.code == "constraint":
            described["violation"] = "constraint"
        elif seen.required and seen.relevant and not seen.text():
            # What is not on offer any more is said to be so; the reference sees a blank.
            described["violation"] = "required"
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
    i18n.use("en")  # the recordings were made in an English browser
    expressions_seen = [replay_expression(record) for record in read(directory / "expressions.jsonl.gz")]
    sessions: list[Outcome] = []
    before: Session | None = None
    for record in read(directory / "sessions.jsonl.gz"):
        if not record["ref_known_fail"] and not record["resources"]:
            sessions.append(replay_session(record, before))
        before = record
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
    begun = Counter(outcome.begun for outcome in sessions if outcome.begun)
    lines += ["", "sessions begun: " + ", ".join(f"{count} {how}" for how, count in begun.most_common())]
    lines += ["", f"expressions {passed}/{len(ours)} sessions {whole}/{len(sessions)} states {good}/{states}"]
    return "\n".join(lines)


def _table(title: str, outcomes: Sequence[Outcome]) -> Iterable[str]:
    total = Counter(outcome.feature for outcome in outcomes)
    passed = Counter(outcome.feature for outcome in outcomes if not outcome.trouble)
    yield f"{title:<44}passed   of"
    for feature in sorted(total):
        yield f"{feature:<44}{passed[feature]:>6}{total[feature]:>5}"
