"""The items of a checklist: which rows are scored, by which rule, for how many points.

An item is a row with a rule. The rule must suit what the row asks, its points must be reachable, and it must
stand in an area, where the minutes look for it. What the columns of this program may hold is checked here.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from inspector_app.domain.rules import RULES, Rule, RuleProblem, YesNo, parse_rule
from inspector_app.forms.authoring import Element
from inspector_app.forms.headings import spelled
from inspector_app.forms.lists import ChoiceList
from inspector_app.forms.question_types import NUMBERS
from inspector_app.forms.tables import Findings
from inspector_app.i18n import mark, tr

ItemShape = Literal["choice", "rate", "number", "any"]
_SHAPES: Mapping[str, tuple[ItemShape, ...]] = {
    "co_khong": ("choice",),
    "lua_chon": ("choice",),
    "tuyen_tinh": ("rate",),
    "tuyen_tinh_nguoc": ("rate",),
    "bac": ("rate", "number"),
    "tru_dan": ("number",),
    "nhap_diem": ("number",),
    "cong_dan": ("number",),
    "tru_tong": ("number",),
    "khong_cham": ("any",),
}
"""What a rule judges: an option chosen, a rate, or a number typed."""
_SUITABLE: Mapping[ItemShape, str] = {
    "choice": mark("It needs a question of type select_one."),
    "rate": mark("It needs a numerator and a denominator."),
    "number": mark("It needs a question of type integer or decimal."),
}


@dataclass(frozen=True, slots=True)
class AreaTotal:
    """An area of a checklist: its items, how many of them are scored, and the points they can earn."""

    code: str
    title: str
    items: int
    scored: int
    points: Fraction


def check_items(
    elements: Sequence[Element], lists: Mapping[str, ChoiceList], findings: Findings
) -> tuple[AreaTotal, ...]:
    """Every item must have a rule that suits it and stand in an area; the areas' totals in their order."""
    rules: dict[Element, Rule] = {}
    for element in elements:
        _annotations(element, findings)
        if element.row["rule"]:
            _standing(element, findings)
            rule = _rule(element, lists, findings)
            if rule is not None:
                rules[element] = rule
    areas = [element for element in elements if element.parent is None and element.kind == "group"]
    return tuple(_total(area, rules) for area in areas)


def _total(area: Element, rules: Mapping[Element, Rule]) -> AreaTotal:
    inside = [rules[element] for element in area.inside if element in rules]
    points = [rule.max_points for rule in inside if rule.effect == "base"]
    return AreaTotal(area.name, area.row["label"], len(inside), len(points), sum(points, Fraction(0)))


def _annotations(element: Element, findings: Findings) -> None:
    """Columns of ours with a fixed vocabulary, and columns that make no sense alone."""
    row = element.row
    for key, allowed in (
        ("na", {"co", "khong"}),
        ("critical", {"co", "khong"}),
        ("evidence", {"co", "khong"}),
        ("basis_trust", {"nguon", "hon_hop", "nho", "chung"}),
    ):
        if row[key] and row[key] not in allowed:
            message = tr("“{value}” is not possible here.", value=row[key])
            remedy = tr("Write {allowed}, or leave it empty.", allowed=", ".join(sorted(allowed)))
            findings.refuse(row, key, message, remedy)
    for key in ("basis_from", "basis_to"):
        if row[key] and not _is_date(row[key]):
            message = tr("“{value}” is not a date.", value=row[key])
            findings.refuse(row, key, message, tr("Write year-month-day, such as 2025-07-01."))
    if row["basis_from"] and row["basis_to"] and row["basis_to"] < row["basis_from"]:
        message = tr("The legal basis would end before it begins.")
        findings.refuse(row, "basis_to", message, tr("Correct one of the two dates."))
    if row["days"] and not re.fullmatch(r"[1-9]\d{0,3}", row["days"]):
        message = tr("“{value}” is not a number of days.", value=row["days"])
        findings.refuse(row, "days", message, tr("Write a whole number, such as 15."))
    for key, needed in (
        ("warning", "warning_message"),
        ("numerator", "denominator"),
        ("denominator", "numerator"),
    ):
        if row[key] and not row[needed]:
            message = tr("{column} is missing.", column=spelled("survey", needed))
            remedy = tr("Fill it in, or empty {column}.", column=spelled("survey", key))
            findings.refuse(row, needed, message, remedy)
    if not row["rule"] and (row["params"] or row["max_points"]):
        message = tr("There are points but no rule.")
        findings.refuse(
            row, "rule", message, tr("Write a rule, such as {names}.", names=", ".join(sorted(RULES)))
        )


def _is_date(text: str) -> bool:
    try:
        return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", text)) and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _standing(element: Element, findings: Findings) -> None:
    """Where an item may stand: inside an area, not in a repeat, not in another item."""
    around = list(element.around)
    repeat = next((other for other in around if other.kind == "repeat"), None)
    item = next((other for other in around if other.row["rule"]), None)
    if element.kind == "repeat" or repeat is not None:
        message = tr("An item cannot be repeated.")
        findings.refuse(element.row, "rule", message, tr("Move it out of the repeat, or empty its rule."))
    if item is not None:
        message = tr("The item stands inside the item {name}.", name=item.name)
        findings.refuse(element.row, "rule", message, tr("Keep the rule of one of the two."))
    if not around and not element.holds_others:
        message = tr("The item stands in no area.")
        findings.refuse(
            element.row, "rule", message, tr("Put it between begin_group and end_group of an area.")
        )


def _rule(element: Element, lists: Mapping[str, ChoiceList], findings: Findings) -> Rule | None:
    row = element.row
    held = None if element.select and element.select.from_file else lists.get(element.list_name)
    choices = held.rows if held else []
    options = {choice["name"]: choice["diem"] for choice in choices}
    try:
        rule = parse_rule(row["rule"], row["params"], row["max_points"], options)
    except RuleProblem as problem:
        at, key = row, problem.field
        if key == "options" and options:
            at, key = choices[0], "diem"  # where the points stand
        if key != "options" or element.kind != "select_one":
            findings.refuse(at, key, f"{element.name}: {problem.message}", problem.remedy)
        return None
    wanted = _SHAPES[rule.name]
    shape = _shape(element)
    if "any" not in wanted and shape not in wanted and element.kind:
        findings.refuse(
            row,
            "rule",
            tr("The rule {rule} does not suit this row.", rule=rule.name),
            " ".join(tr(_SUITABLE[shape]) for shape in wanted),
        )
        return None
    if isinstance(rule, YesNo) and choices and not any(findings.concern(c, "name") for c in choices):
        _yes_no(element, rule, options, findings)
    return rule


def _yes_no(element: Element, rule: YesNo, options: Mapping[str, str], findings: Findings) -> None:
    """The list of a yes/no item has the two answers, with the points that the parameters give them."""
    worth = dict(rule.points)
    if odd := worth.keys() ^ options.keys():
        message = tr(
            "A yes/no item needs the choices co and khong; check {names}.", names=", ".join(sorted(odd))
        )
        findings.refuse(element.row, "type", message, tr("Write select_one with a list of co and khong."))
    for name, points in options.items():
        if points and name in worth and worth[name] != _points(points):
            findings.refuse(
                element.row,
                "params",
                tr(
                    "The choice {name} has other points on the sheet choices: {points}.",
                    name=name,
                    points=points,
                ),
                tr("Make the two equal, or leave one of them empty."),
            )


def _points(text: str) -> Fraction | None:
    return Fraction(text.replace(",", ".")) if re.fullmatch(r"\d+([.,]\d+)?", text) else None


def _shape(element: Element) -> ItemShape:
    if element.row["numerator"] and element.row["denominator"]:
        return "rate"
    if element.kind == "select_one":
        return "choice"
    return "number" if element.kind in NUMBERS else "any"
