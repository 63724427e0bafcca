"""Questions of a live sheet as people see them: their views, their values in words, what asks for them.

The checklist and the dossier form both speak through this module, so that a value reads the same on a card,
in a history, in a conflict and in the minutes.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from inspector_app.domain.errors import AnswerRefused
from inspector_app.domain.files import shown_name
from inspector_app.domain.records import Answer
from inspector_app.forms.form import Definition
from inspector_app.forms.nodes import Range
from inspector_app.forms.sheet import Node, Sheet
from inspector_app.i18n import tr
from inspector_app.services.templates import Item
from inspector_app.services.views import ChoiceView, FormLine, LeafView
from inspector_app.text import format_number


def is_of_dossier(record: str) -> bool:
    """Whether an `answer` record is of a dossier's form, and not of the checklist."""
    return "/" in record.partition("[")[0]


def leaf_values(item: Item, value: Any) -> dict[str, str]:
    """An answer's stored value as texts by question name."""
    if value is None:
        return {}
    if isinstance(value, Mapping):
        return {str(leaf): str(text) for leaf, text in value.items()}  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] - JSON
    return {item.code: str(value)}


def describe_act(item: Item, patch: Mapping[str, Any]) -> str:
    """An act on an item in words; that an answered item applies goes without saying."""
    implied = {"not_applicable", "reason"} if patch.get("value") else frozenset[str]()
    return "; ".join(describe(item, field, value) for field, value in patch.items() if field not in implied)


def stored_value(sheet: Sheet, item: Item) -> Any:
    """An item's answer as the ledger keeps it; None where nothing is answered."""
    typed = [leaf for leaf in item.leaves if is_typed(leaf)]
    texts = {leaf.name: sheet.node(leaf.name).value for leaf in typed}
    if item.single:
        return texts[item.code] or None
    # What was emptied on purpose is kept as that, else its default would come back.
    return {leaf.name: texts[leaf.name] for leaf in typed if texts[leaf.name] or leaf.default} or None


def describe(item: Item, field: str, value: Any) -> str:
    """A field's value in words: the choice's label, "18 / 26", the note."""
    match field:
        case "value":
            return _describe_value(item, value)
        case "not_applicable":
            return tr("not applicable") if value else tr("applicable")
        case "note":
            return tr("note: {text}", text=value or "–")
        case "reason":
            return tr("reason: {text}", text=value or "–")
        case "self_points":
            number = number_in(str(value))
            return tr("self-score: {points}", points="–" if number is None else format_number(number))
        case "self_value":
            return tr("reported by the unit: {text}", text=reported_words(value or ""))
        case "self_note":
            return tr("the unit says: {text}", text=value or "–")
        case "withdraws":
            return tr("a decision taken back")
        case _:
            return f"{field}: {value}"


def reported_words(stored: str) -> str:
    """What a unit reported, as people write it: `1234.5 / 2000` → `1.234,5 / 2.000`, `95.5%` → `95,5%`."""
    if stored.endswith("%") and (rate := number_in(stored[:-1])) is not None:
        return f"{format_number(rate)}%"
    sides = [number_in(side) for side in stored.split(" / ")]
    known = [format_number(side) for side in sides if side is not None]
    return " / ".join(known) if len(known) == len(sides) else stored or "–"


def describe_answer(item: Item, answer: Answer) -> str:
    """An answer in words, whether a value or that the item does not apply."""
    if answer.not_applicable:
        return describe(item, "not_applicable", True)
    return describe(item, "value", answer.value)


def _describe_value(item: Item, value: Any) -> str:
    texts = leaf_values(item, value)
    if not any(texts.values()):
        return tr("no answer")
    typed = [leaf for leaf in item.leaves if is_typed(leaf)]
    shown = [in_words(leaf, texts.get(leaf.name, ""), item.labels) for leaf in typed]
    return " / ".join(text or "–" for text in shown)


def in_words(leaf: Definition, text: str, labels: Mapping[str, str]) -> str:
    """The text that answers a question as people read it; `labels` name its choices."""
    if leaf.control in ("select1", "select", "rank"):
        return "; ".join(labels.get(part, part) for part in text.split())
    if leaf.control == "upload":
        return shown_name(text)
    if leaf.type == "date" and (found := _ISO_DAY.fullmatch(text)):
        return "/".join(reversed(found.groups()))
    number = number_in(text) if leaf.type in ("int", "decimal") else None
    return text if number is None else format_number(number)


_ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")


def number_in(text: str) -> Decimal | None:
    """The number that a text is, None where it is none."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def only_question(item: Item) -> str:
    """The question that a bare value answers. Raises AnswerRefused where there are several, or none."""
    typed = [leaf.name for leaf in item.leaves if is_typed(leaf)]
    if len(typed) != 1:
        asked = ", ".join(typed) or "–"
        raise AnswerRefused(
            item=item.code, reason=tr("each question takes its own value: {asked}", asked=asked)
        )
    return typed[0]


def is_typed(leaf: Definition) -> bool:
    """Whether a question takes a value from a person."""
    return leaf.kind == "question" and leaf.calculate is None


_BY_CONTROL = {
    "select1": "choice",
    "select": "choices",
    "rank": "rank",
    "trigger": "acknowledge",
    "range": "range",
}
_BY_TYPE = {"date": "date", "time": "time", "dateTime": "date_time", "geopoint": "geopoint"}


def editor_of(item: Item) -> str:
    """Which editor asks for an item; the window's registry has an entry for each."""
    if item.repeats:
        return "repeat"
    if "denominator" in item.definition.attributes:
        return "ratio"
    if item.rule.name == "co_khong":
        return "yes_no"
    if item.rule.name == "nhap_diem":
        return "points"
    leaf = item.leaves[0]
    if leaf.kind == "note":
        return "note"
    if leaf.control == "upload":
        return "file"
    if leaf.control in _BY_CONTROL:
        return _BY_CONTROL[leaf.control]
    if leaf.type in ("int", "decimal"):
        return "figure" if item.rule.effect == "none" else "count"
    return _BY_TYPE.get(leaf.type, "text")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a dossier or inside a repeat: what it is called, where it stands if it still does."""

    title: str
    definition: Definition | None = None
    node: Node | None = None

    def words(self, value: object) -> str:
        """An answer to it as people read it."""
        text = "" if value is None else str(value)
        if self.definition is not None:
            labels: Mapping[str, str] = self.node.labels(text.split()) if self.node else {}
            text = in_words(self.definition, text, labels)
        return text or "–"


def labels_of(node: Node) -> dict[str, str]:
    """What the choices of a question are called, by name."""
    return {choice.name: choice.label for choice in node.choices}


def leaf_view(node: Node) -> LeafView:
    """A question of a live sheet as it stands."""
    definition = node.definition
    return LeafView(
        key=node.key,
        label=node.label,
        hint=node.hint,
        type=definition.type,
        control=definition.control or "",
        appearance=definition.appearance,
        value=node.value,
        error=node.error.message if node.error and node.value else "",
        warning=node.warning or "",
        required=node.required,
        readonly=node.readonly,
        relevant=node.relevant,
        computed=not is_typed(definition),
        choices=tuple(
            ChoiceView(choice.name, choice.label, _points(choice.attributes.get("diem", "")), choice.media)
            for choice in node.choices
        ),
        guidance=node.guidance,
        settings=definition.settings,
        media=node.media,
        critical=definition.attributes.get("critical") == "co",
    )


def _points(text: str) -> Decimal | None:
    return Decimal(text.replace(",", ".")) if text else None


def form_lines(root: Node, disputed: Collection[str] = frozenset()) -> Iterable[FormLine]:
    """A line for every group, repeat and question that applies and has words, each with its depth.

    `disputed` are the keys on which laptops differ; `instance/` names an instance of a repeat itself.
    """
    return _lines_inside(root, 0, disputed)


def instance_lines(
    place: Range, depth: int = 0, disputed: Collection[str] = frozenset()
) -> Iterable[FormLine]:
    """The instances of a repeat with what applies in them, as in `form_lines`; inside, too, repeats have a
    line of their own."""
    for instance in place.instances.values():
        if instance.relevant:
            differs = f"{instance.key}/" in disputed
            yield FormLine(instance.key, depth, instance.label, None, repeat=True, disputed=differs)
            yield from _lines_inside(instance, depth + 1, disputed)


def _lines_inside(around: Node, depth: int, disputed: Collection[str]) -> Iterable[FormLine]:
    places = {place.definition: place for place in around.ranges}
    nodes = {node.definition: node for node in around.inner}
    for definition in around.definition.children:
        place, node = places.get(definition), nodes.get(definition)
        if place is not None:
            if place.relevant:
                yield FormLine(place.key, depth, place.label, None, repeat=True, fixed=place.counted)
                yield from instance_lines(place, depth, disputed)
        elif node is None or not node.relevant:
            continue
        elif not node.leaf:
            titled = bool(node.label or node.media)
            if titled:
                yield FormLine(node.key, depth, node.label, None, media=node.media)
            yield from _lines_inside(node, depth + titled, disputed)
        elif node.label or node.media:
            yield FormLine(node.key, depth, node.label, leaf_view(node), disputed=node.key in disputed)
