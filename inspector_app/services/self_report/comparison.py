"""The unit's own view beside the team's: scores, values, and rates that are too far apart.

Three columns are expected: tự chấm, Đoàn chấm, chênh lệch. A rate that the unit reports from its base figures
is computed from the figures as it reported them, whatever the team has found since.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal

from inspector_app.domain.rules import rounded
from inspector_app.forms.sheet import Sheet
from inspector_app.services.open_checklist import OpenChecklist
from inspector_app.services.questions import describe_answer, number_in, reported_words
from inspector_app.services.self_report.form import is_asked
from inspector_app.services.self_report.values import rate_of
from inspector_app.services.self_report.views import ComparedArea, ComparedItem, Comparison
from inspector_app.services.templates import Item
from inspector_app.services.views import ItemView
from inspector_app.text import format_number, format_percent

WIDEST: Final = Decimal(5)
"""Points of percent by which a reported rate may differ from what is found."""
OVERSTATED: Final = "TP02"
"""The item that counts the rates reported wrongly."""


def compare(warm: OpenChecklist, taken: tuple[str, ...]) -> Comparison:
    """The whole comparison of a visit; `taken` names the files that were taken in."""
    reported = _as_reported(warm)
    items = tuple(
        _item(warm, item, reported)
        for code, item in warm.template.items.items()
        if is_asked(item, warm.views[code])
    )
    areas = tuple(_areas(warm, items))
    given = [area.self_points for area in areas if area.self_points is not None]
    overstated = OVERSTATED if OVERSTATED in warm.template.items else ""
    return Comparison(
        items=items,
        areas=areas,
        self_points=sum(given, Decimal(0)) if given else None,
        points=sum((area.points for area in areas), Decimal(0)),
        wide=tuple(item.code for item in items if item.wide),
        overstated=overstated,
        overstated_now=warm.views[overstated].leaves[0].value if overstated else "",
        taken=taken,
    )


def _as_reported(warm: OpenChecklist) -> Sheet:
    """The checklist's base figures as the unit reports them, and nothing else."""
    sheet = warm.template.blank()
    for code, answered in warm.answers.items():
        view = warm.views.get(code)
        if view is not None and view.editor == "figure" and number_in(answered.answer.self_value) is not None:
            sheet.set(code, answered.answer.self_value)
    return sheet


def _item(warm: OpenChecklist, item: Item, reported: Sheet) -> ComparedItem:
    view, answer = warm.views[item.code], warm.answered(item.code).answer
    words, rate = reported_words(answer.self_value) if answer.self_value else "", rate_of(answer.self_value)
    if view.editor == "ratio" and all(leaf.computed for leaf in view.leaves):
        words, rate = _derived(item, reported)
    gap = None if rate is None else _gap(warm, item, rate)
    return ComparedItem(
        code=item.code,
        area=item.area,
        text=view.text,
        max_points=view.max_points,
        self_points=view.self_points,
        points=view.points,
        difference=_difference(view, answer.self_value),
        reported=_with_rate(words, rate),
        found=_found(warm, item, view),
        note=answer.self_note,
        gap=gap,
        wide=gap is not None and abs(gap) > WIDEST,
    )


def _difference(view: ItemView, reported: str) -> Decimal | None:
    """What the team has above what the unit says: in points, of a base figure in its own unit."""
    if view.editor == "figure":
        mine, theirs = number_in(view.leaves[0].value), number_in(reported)
    else:
        mine, theirs = view.points, view.self_points
    return None if mine is None or theirs is None else mine - theirs


def _gap(warm: OpenChecklist, item: Item, reported: Decimal) -> Decimal | None:
    """The rate found above the rate reported, exact until it is rounded for showing."""
    sides = [_side(warm.sheet, item, name) for name in ("numerator", "denominator")]
    above, below = sides
    if above is None or not below or warm.views[item.code].not_applicable:
        return None
    return rounded(above / below * 100 - Fraction(reported))


def _side(sheet: Sheet, item: Item, name: Literal["numerator", "denominator"]) -> Fraction | None:
    return sheet.number(item.code, name) if name in item.definition.attributes else None


def _derived(item: Item, reported: Sheet) -> tuple[str, Decimal | None]:
    """A rate that follows from the base figures as the unit reports them."""
    above, below = (_side(reported, item, name) for name in ("numerator", "denominator"))
    if above is None or below is None:
        return "", None
    words = f"{format_number(rounded(above).normalize())} / {format_number(rounded(below).normalize())}"
    return words, Decimal(above.numerator * below.denominator * 100) / (
        above.denominator * below.numerator
    ) if below else None


def _found(warm: OpenChecklist, item: Item, view: ItemView) -> str:
    """What the team has, in words; nothing where it has no answer yet."""
    if view.editor == "ratio":
        if view.not_applicable or view.numerator is None or view.denominator is None:
            return describe_answer(item, warm.answered(item.code).answer) if view.not_applicable else ""
        return _with_rate(f"{format_number(view.numerator)} / {format_number(view.denominator)}", view.rate)
    answer = warm.answered(item.code).answer
    item = warm.item(item.code, answer.value)
    return describe_answer(item, answer) if answer.value is not None or answer.not_applicable else ""


def _with_rate(words: str, rate: Decimal | None) -> str:
    """`18 / 26 = 69,23%`; a rate that was reported as such stands alone."""
    if rate is None or words.endswith("%"):
        return words
    return f"{words} = {format_percent(rate, 2)}"


def _areas(warm: OpenChecklist, items: Sequence[ComparedItem]) -> Iterator[ComparedArea]:
    for code, area in warm.areas.items():
        if area.scored:
            given = [item.self_points for item in items if item.area == code and item.self_points is not None]
            own = sum(given, Decimal(0)) if given else None
            yield ComparedArea(code, area.name, area.max_points, own, area.points)
