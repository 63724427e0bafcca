"""The blank form of a unit's self-report: what a checklist asks of the unit itself.

Items with points are asked for the score that the unit gives itself, and for its result; what is deducted for
is the team's business. Base figures stand on a sheet of their own, with the comparisons that the checklist
makes of them, as far as a spreadsheet can compare: a figure with a sum of others.
"""

import base64
import json
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from inspector_app.domain.records import VisitId
from inspector_app.exchange.keys import SigningKey
from inspector_app.forms.form import Definition
from inspector_app.services.open_checklist import OpenChecklist
from inspector_app.services.self_report.file import MAGIC, message
from inspector_app.services.templates import Item, Template
from inspector_app.services.views import ItemView

if TYPE_CHECKING:
    from inspector_app.reports import self_report as r

_KINDS: dict[str, "r.Kind"] = {
    "ratio": "ratio",
    "yes_no": "choice",
    "choice": "choice",
    "count": "number",
    "points": "points",
    "text": "text",
}
"""Editor → how the unit answers; an item of another kind is not asked."""
_COMPARED = re.compile(r"(?<![\w/])\.\s*(<=|>=|=)\s*(/[\w./-]+(?:\s*\+\s*/[\w./-]+)*)")
"""The figure itself, compared with a sum of others, as conditions say it."""


def facts(
    template: Template, *, unit: str, unit_code: str, period: str, visit: str, key: SigningKey
) -> "r.SelfReportFacts":
    """All that the form of a unit says; `visit` is "" for a form that is made before there is one."""
    from inspector_app.reports import self_report as r

    form = template.form
    blank = OpenChecklist(VisitId(visit), template, {})
    blank.refresh()
    said = {
        "unit": unit_code,
        "unit_name": unit,
        "visit": visit,
        "template": form.digest,
        "version": form.version,
    }
    identity = json.dumps(said, sort_keys=True, separators=(",", ":"))
    items = [(item, blank.views[code]) for code, item in template.items.items() if item.attribute("rule")]
    return r.SelfReportFacts(
        unit=unit,
        unit_code=unit_code,
        title=form.title,
        period=period,
        version=f"{form.form_id}, phiên bản {form.version}",
        areas={code: area.name for code, area in blank.areas.items()},
        items=tuple(_items(items)),
        figures=tuple(_figures(items)),
        hidden=(MAGIC, identity, key.public, base64.b64encode(key.sign(message(identity))).decode()),
    )


def is_asked(item: Item, view: ItemView) -> bool:
    """Whether a unit reports on an item: what it is scored for, what it may write, and every base figure."""
    if view.editor == "figure":
        return True
    return view.editor in _KINDS and item.rule.effect != "penalty"


def _items(items: Iterable[tuple[Item, ItemView]]) -> Iterator["r.AskedItem"]:
    from inspector_app.reports import self_report as r

    for item, view in items:
        if view.editor == "figure" or not is_asked(item, view):
            continue
        typed = [leaf for leaf in view.leaves if not leaf.computed]
        derived = view.editor == "ratio" and not typed
        yield r.AskedItem(
            code=item.code,
            area=item.area,
            text=view.text,
            kind="derived" if derived else _KINDS[view.editor],
            rule=view.rule_text,
            worth=view.max_points,
            bonus=item.rule.effect == "bonus",
            guide=_guide(view),
            options=_options(view),
            sides=_sides(view) if derived else None,
        )


def _options(view: ItemView) -> tuple[str, ...]:
    if _KINDS[view.editor] != "choice":
        return ()
    choices = tuple(choice.label for choice in view.leaves[0].choices)
    return (*choices, "Không áp dụng") if view.na_allowed else choices


def _guide(view: ItemView) -> str:
    """What is to be written into the cell."""
    match view.editor:
        case "ratio":
            sides = f"Tử số: {view.numerator_text}. Mẫu số: {view.denominator_text}."
            return f"Ghi tử số / mẫu số, ví dụ 18/26. {sides}"
        case "count":
            return f"Ghi một số ({view.unit})." if view.unit else "Ghi một số."
        case _:
            return ""


def _sides(view: ItemView) -> tuple[tuple[str, ...], tuple[str, ...]]:
    above, below = (tuple(re.findall(r"\w+", text)) for text in (view.numerator_text, view.denominator_text))
    return above, below


def _figures(items: Iterable[tuple[Item, ItemView]]) -> Iterator["r.AskedFigure"]:
    from inspector_app.reports import self_report as r

    for item, view in items:
        if view.editor == "figure":
            checks = tuple(_checks(item.leaves[0]))
            whole = view.leaves[0].type == "int"
            yield r.AskedFigure(code=item.code, text=view.text, unit=view.unit, whole=whole, checks=checks)


def _checks(figure: Definition) -> Iterator["r.FigureCheck"]:
    """The comparisons that the checklist makes of a figure, with what it says when they fail."""
    from inspector_app.reports import self_report as r

    said = figure.words.get("constraint_message")
    conditions = (
        (figure.constraint, said.plain("") if said else "", False),
        (figure.warning, figure.attributes.get("warning_message", ""), True),
    )
    for condition, words, warns in conditions:
        for sign, others in _COMPARED.findall(condition.text) if condition else ():
            codes = tuple(re.findall(r"([\w.-]+)\s*(?:\+|$)", others))
            yield r.FigureCheck(sign, codes, words, warns)
