"""What forms on paper ask: the questions of a checklist or a dossier form as plain facts to be laid out.

Imported when a form is asked for, since it brings the reports along.
"""

from collections.abc import Iterator, Mapping, Sequence

from inspector_app.forms.form import Form
from inspector_app.forms.nodes import Choice, Range
from inspector_app.forms.sheet import Node, Sheet
from inspector_app.reports import blank_forms as f
from inspector_app.services.open_checklist import OpenChecklist
from inspector_app.services.questions import in_words, is_typed, labels_of
from inspector_app.services.templates import Item
from inspector_app.services.views import VisitCard
from inspector_app.text import format_date, format_number

_WRITTEN_INTO = "giay"
"""The id of the instance that an empty repeat is given."""
_NOTE = "_ghi_chu"
"""What a question is called that takes the note on a check, after the name of the check."""
_FEWEST_CHECKS = 3
"""From so many questions of the same answers on, they stand in a table."""


def occasion(card: VisitCard, form: Form, title: str = "") -> f.Occasion:
    """What stands on every form of a visit."""
    return f.Occasion(
        title=title or form.title,
        unit=card.unit,
        on=format_date(card.visit.on) if card.visit.on else "",
        version=f"{form.form_id} phiên bản {form.version} ({form.digest[:8]})",
    )


def _owner(card: VisitCard, area: str) -> str:
    """The members that the area is dealt to."""
    return ", ".join(entry.record.name for entry in card.participants if area in entry.record.areas)


# --- the checklist --------------------------------------------------------------------------------


def area(scratch: OpenChecklist, card: VisitCard, code: str) -> f.PaperArea:
    """An area with the items that say something."""
    items = [item for item in scratch.template.items.values() if item.area == code]
    made = (_item(scratch, item) for item in items if scratch.views[item.code].text)
    name, inspector = scratch.areas[code].name, _owner(card, code)
    return f.PaperArea(code=code, name=name, items=tuple(made), inspector=inspector)


def _item(scratch: OpenChecklist, item: Item) -> f.PaperItem:
    view = scratch.views[item.code]
    nodes = [scratch.sheet.node(leaf.name) for leaf in item.leaves]
    ratio = view.editor == "ratio"
    return f.PaperItem(
        code=item.code if item.attribute("rule") else "",
        text=view.text,
        asked=() if ratio else tuple(_asked_in(scratch, item, nodes)),
        sides=tuple(_sides(scratch, item, nodes)) if ratio else (),
        figure=view.editor == "figure" and bool(item.attribute("rule")),
        unit=view.unit or ("điểm" if view.editor == "points" else ""),
        worth=view.max_points,
        rule="" if _points_shown(nodes) else view.rule_text,
        required=view.required,
        not_applicable=view.not_applicable if view.na_allowed else None,
        reason=view.reason if view.not_applicable else "",
        note=view.note,
    )


def _points_shown(nodes: Sequence[Node]) -> bool:
    return any("diem" in choice.attributes for node in nodes for choice in node.choices)


def _asked_in(scratch: OpenChecklist, item: Item, nodes: Sequence[Node]) -> Iterator[f.Asked]:
    if item.repeats:
        yield from _instances(scratch.sheet.repeat(item.code))
    for node in nodes:
        if is_typed(node.definition):
            yield _asked(node, around=scratch.views[item.code].text)


def _sides(scratch: OpenChecklist, item: Item, nodes: Sequence[Node]) -> Iterator[f.Side]:
    """Numerator and denominator; what a question asks for is as typed, the rest follows from base figures."""
    view = scratch.views[item.code]
    typed = {node.label: node for node in nodes if is_typed(node.definition)}
    for label, number in (
        (view.numerator_text, view.numerator),
        (view.denominator_text, view.denominator),
    ):
        node = typed.get(label)
        known = "" if number is None else format_number(number)
        yield f.Side(label, _words(node) if node else known, derived=node is None)


# --- questions of any form ------------------------------------------------------------------------

_BY_CONTROL: Mapping[str, f.Kind] = {
    "select1": "choice",
    "select": "choices",
    "trigger": "choices",
    "rank": "rank",
    "range": "number",
    "upload": "file",
}
_BY_TYPE: Mapping[str, f.Kind] = {
    **dict.fromkeys(("int", "decimal"), "number"),
    "date": "date",
    "time": "time",
    "dateTime": "moment",
    **dict.fromkeys(("geopoint", "geotrace", "geoshape"), "place"),
}


def _asked(node: Node, around: str = "") -> f.Asked:
    """A question; its words are left out where the item around it says the same."""
    definition = node.definition
    kind = _BY_CONTROL.get(definition.control or "") or _BY_TYPE.get(definition.type)
    if kind is None:
        kind = "prose" if "multiline" in definition.appearance.split() else "line"
    if definition.kind == "note":
        kind = "title"
    chosen = node.value.split()
    options = tuple((_offered(choice), choice.name in chosen) for choice in node.choices)
    if definition.control == "trigger":
        options = (("Đã xác nhận", bool(node.value)),)
    return f.Asked(
        kind=kind,
        label="" if node.label == around else node.label,
        value=_words(node),
        options=options,
        required=node.required,
        sometimes=definition.relevant is not None,
    )


def _offered(choice: Choice) -> str:
    """A choice with its points, which also say how the item is scored."""
    points = choice.attributes.get("diem", "")
    return f"{choice.label} ({points.replace('.', ',')} điểm)" if points else choice.label


def _words(node: Node) -> str:
    return in_words(node.definition, node.value, labels_of(node)) if node.value else ""


def _inside(around: Node) -> Iterator[f.Asked]:
    """Everything asked in a group or an instance, in the order of the form."""
    places = {place.definition: place for place in around.ranges}
    nodes = {node.definition: node for node in around.inner}
    for definition in around.definition.children:
        if (place := places.get(definition)) is not None:
            yield from _instances(place)
            continue
        node = nodes.get(definition)
        if node is None or not (node.label or not node.leaf):
            continue
        if not node.leaf:
            if node.label:
                yield f.Asked(kind="title", label=node.label, sometimes=definition.relevant is not None)
            yield from _inside(node)
        elif definition.kind == "note" or (is_typed(definition) and definition.control):
            yield _asked(node)


def _instances(place: Range) -> Iterator[f.Asked]:
    sometimes = place.definition.relevant is not None
    for number, instance in enumerate(place.instances.values(), 1):
        label = instance.label or place.label
        yield f.Asked(kind="title", label=f"{label} {number}", sometimes=sometimes)
        yield from _inside(instance)


def give_room(sheet: Sheet, place: Range) -> None:
    """Paper cannot add: a repeat without instances is given one."""
    if not place.instances and not place.counted:
        sheet.add_repeat(place.key, _WRITTEN_INTO)


# --- the dossier form -----------------------------------------------------------------------------


def groups(sheet: Sheet) -> Iterator[f.PaperGroup]:
    """The groups of a form at its top; checks of the same answers as a table."""
    for group in sheet.root.inner:
        if group.leaf or not group.label:
            continue
        for place in group.ranges:
            give_room(sheet, place)
        sometimes = group.definition.relevant is not None
        checks = _checks(group)
        if checks:
            answers = tuple(choice.label for choice in checks[0].choices)
            rows = tuple(_check(node, group) for node in checks)
            yield f.PaperGroup(title=group.label, checks=rows, answers=answers, sometimes=sometimes)
        else:
            yield f.PaperGroup(title=group.label, asked=tuple(_inside(group)), sometimes=sometimes)


def _checks(group: Node) -> Sequence[Node]:
    """The questions of a group that is nothing but checks with their notes; none where it is more."""
    asked = [node for node in group.inner if node.leaf and is_typed(node.definition)]
    notes = {f"{node.definition.name}{_NOTE}" for node in asked}
    checks = [node for node in asked if node.definition.name not in notes]
    answers = {tuple(choice.name for choice in node.choices) for node in checks}
    alike = len(checks) >= _FEWEST_CHECKS and len(answers) == 1 and () not in answers
    return checks if alike else ()


def _check(node: Node, group: Node) -> f.PaperCheck:
    names = [choice.name for choice in node.choices]
    notes = {each.definition.name: each.value for each in group.inner if each.leaf}
    return f.PaperCheck(
        code=node.definition.name,
        text=node.label,
        critical=node.definition.attributes.get("critical") == "co",
        chosen=names.index(node.value) if node.value in names else None,
        note=notes.get(f"{node.definition.name}{_NOTE}", ""),
    )
