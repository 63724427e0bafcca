"""The whole checklist: from points to the index and its name.

`score` judges every item by its rule (`rules.py`), adds up by area and in all, and names the result. It works
in fractions; only the index is rounded, half up to two decimals, and the classification follows the index as
printed, so that no minutes show `90,00` beside the name of the class below.

Unanswered is neither zero nor not applicable: an open item earns nothing yet and stays in the base, and the
index is provisional until the last mandatory item is closed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from inspector_app.domain.rules import (
    HUNDRED,
    ZERO,
    Effect,
    ItemScore,
    Response,
    Rule,
    RuleProblem,
    plain_number,
    rounded,
)
from inspector_app.i18n import tr

# --- classification and cap -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Band:
    """A class of the index (`Tốt`) and the least index that belongs to it."""

    least: Fraction
    name: str


@dataclass(frozen=True, slots=True)
class Cap:
    """The least and the greatest index there can be."""

    least: Fraction
    most: Fraction


def parse_bands(text: str) -> tuple[Band, ...]:
    """`90:Xuất sắc | 80:Tốt | 65:Khá | 0:Trung bình`; empty for a template that does not classify."""
    bands: list[Band] = []
    for part in text.split("|") if text.strip() else ():
        least, _, name = map(str.strip, part.partition(":"))
        if not name:
            raise RuleProblem(
                "bands",
                tr("{part} is not a class.", part=part.strip() or "''"),
                tr("Write least index:name, with | between, such as 90:Xuất sắc | 80:Tốt."),
            )
        bands.append(Band(plain_number(least, "bands", name), name))
    if any(upper.least <= lower.least for upper, lower in pairwise(bands)):
        raise RuleProblem(
            "bands",
            tr("The classes are not in order."),
            tr("Begin with the highest class; each number once."),
        )
    return tuple(bands)


def parse_cap(text: str) -> Cap | None:
    """`0:100`; empty for an index without bounds."""
    if not text.strip():
        return None
    least, _, most = text.partition(":")
    cap = Cap(plain_number(least, "cap", "cap"), plain_number(most, "cap", "cap"))
    if cap.least >= cap.most:
        raise RuleProblem(
            "cap",
            tr("The lower bound is not below the upper bound."),
            tr("Write least:most, such as 0:100."),
        )
    return cap


def classify(index: Fraction, bands: Sequence[Band]) -> str:
    """The first class from the top that the index reaches; the lowest takes everything beneath it too."""
    return next((band.name for band in bands if index >= band.least), bands[-1].name if bands else "")


# --- the whole checklist ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredItem:
    """One item of a checklist as it stands: its rule and what was answered (None while unanswered)."""

    code: str
    area: str
    rule: Rule
    response: Response | None
    required: bool = True
    in_dispute: bool = False
    self_points: Fraction | None = None


@dataclass(frozen=True, slots=True)
class AreaScore:
    """The sums of one area. `max_points` is what it can earn in full, `base` what it could earn in this visit
    (not-applicable items left out). `self_points` is None where the unit gave itself no points at all."""

    code: str
    max_points: Fraction
    base: Fraction
    points: Fraction
    self_points: Fraction | None
    bonus: Fraction
    penalty: Fraction

    @property
    def rate(self) -> Fraction | None:
        """Points earned of the base, in percent, exact; None where nothing could be earned."""
        return self.points / self.base * HUNDRED if self.base else None


@dataclass(frozen=True, slots=True)
class Score:
    """The whole result. `index` has two decimals and is None where no item could earn anything."""

    items: Mapping[str, ItemScore]
    areas: Mapping[str, AreaScore]
    index: Fraction | None
    classification: str
    max_points: Fraction
    base: Fraction
    points: Fraction
    self_points: Fraction | None
    bonus: Fraction
    penalty: Fraction
    open_required: tuple[str, ...]
    invalid: tuple[str, ...]
    in_dispute: tuple[str, ...]

    @property
    def provisional(self) -> bool:
        """Whether the index can still change without anyone changing a settled answer (*tạm tính*)."""
        return bool(self.open_required or self.invalid or self.in_dispute)


def score(items: Iterable[ScoredItem], bands: Sequence[Band] = (), cap: Cap | None = None) -> Score:
    """Judge every item, add up, and name the result.

    Index = points ÷ (maximum of all items − maximum of the not-applicable ones) × 100 + bonus − penalty,
    within the cap, to two decimals.
    """
    checklist = tuple(items)
    judged = {item.code: item.rule.judge(item.response) for item in checklist}
    by_area: dict[str, list[ScoredItem]] = {}
    for item in checklist:
        by_area.setdefault(item.area, []).append(item)
    areas = {code: _add_up(code, members, judged) for code, members in by_area.items()}
    whole = _add_up("", checklist, judged)

    index = None
    if whole.rate is not None:
        exact = whole.rate + whole.bonus - whole.penalty
        index = Fraction(rounded(min(max(exact, cap.least), cap.most) if cap else exact))
    return Score(
        items=judged,
        areas=areas,
        index=index,
        classification="" if index is None else classify(index, bands),
        max_points=whole.max_points,
        base=whole.base,
        points=whole.points,
        self_points=whole.self_points,
        bonus=whole.bonus,
        penalty=whole.penalty,
        open_required=tuple(i.code for i in checklist if i.required and judged[i.code].status == "open"),
        invalid=tuple(i.code for i in checklist if judged[i.code].status == "invalid"),
        in_dispute=tuple(i.code for i in checklist if i.in_dispute),
    )


def _add_up(code: str, items: Iterable[ScoredItem], judged: Mapping[str, ItemScore]) -> AreaScore:
    sums: dict[Effect, Fraction] = {"base": ZERO, "bonus": ZERO, "penalty": ZERO, "none": ZERO}
    max_points = base = ZERO
    self_points: Fraction | None = None
    for item in items:
        result = judged[item.code]
        sums[item.rule.effect] += result.points or ZERO
        if item.rule.effect == "base":
            max_points += item.rule.max_points
            if result.status != "not_applicable":
                base += item.rule.max_points
            if item.self_points is not None:
                self_points = (self_points or ZERO) + item.self_points
    return AreaScore(code, max_points, base, sums["base"], self_points, sums["bonus"], -sums["penalty"])
