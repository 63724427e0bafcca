"""How one answer becomes points: ten rules, and how they are read from a template.

A template gives every item a *rule*, written so that an official can read it in a spreadsheet cell
(`duoi=70; tren=100; mau_so_0=kad`). `parse_rule` turns the cells of a row into a `Rule`, or says which cell
is amiss and what to write instead. A rule judges one `Response`.

All arithmetic is in fractions. The points of an item are rounded once, half up to two decimals, because they
are printed and added up by hand on paper. A rate is never rounded before it meets a threshold: 94.999 % is
less than 95 %. To add a rule is to add a class to `RULES`.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from fractions import Fraction
from itertools import pairwise
from typing import ClassVar, Literal, Self

from inspector_app.i18n import tr
from inspector_app.text import fold, format_number

Status = Literal["open", "scored", "not_applicable", "unscored", "invalid"]
Effect = Literal["base", "bonus", "penalty", "none"]
WhenEmpty = Literal["kad", "toi_da"]

ZERO = Fraction(0)
HUNDRED = Fraction(100)


def rounded(value: Fraction, places: int = 2) -> Decimal:
    """The nearest decimal with this many places, half away from zero: 0.125 → 0.13, −0.125 → −0.13."""
    scaled = abs(value) * 10**places
    nearest = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(-nearest if value < 0 else nearest).scaleb(-places)


def _shown(value: Fraction) -> str:
    return format_number(rounded(value))


class RuleProblem(ValueError):
    """A rule that cannot be used: which column (`rule`, `max_points`, `params`, `options`, `bands`, `cap`),
    what is wrong, and what to write instead (both in the current language)."""

    def __init__(self, field: str, message: str, remedy: str = "") -> None:
        super().__init__(f"{message} {remedy}".strip())
        self.field = field
        self.message = message
        self.remedy = remedy


# --- what is judged, and the judgement --------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What an item's answer means for scoring; a rule looks at the fields it needs and at no other.

    A rate arises from `numerator` and `denominator`, a number of cases is `count`, points given by the
    inspector are `points`, and `choice` is the name of the option chosen.
    """

    choice: str | None = None
    count: Fraction | None = None
    numerator: Fraction | None = None
    denominator: Fraction | None = None
    points: Fraction | None = None
    not_applicable: bool = False


@dataclass(frozen=True, slots=True)
class ItemScore:
    """The judgement on one item: points (two decimals; negative for a penalty), rate in percent (exact)."""

    status: Status
    points: Fraction | None = None
    rate: Fraction | None = None
    reason: str = ""


OPEN = ItemScore("open")
NOT_APPLICABLE = ItemScore("not_applicable")
UNSCORED = ItemScore("unscored")


def _invalid(reason: str) -> ItemScore:
    return ItemScore("invalid", reason=reason)


def _scored(points: Fraction, rate: Fraction | None = None) -> ItemScore:
    return ItemScore("scored", points=Fraction(rounded(points)), rate=rate)


# --- the rules --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Rule(ABC):
    """How an answer becomes points. One subclass per rule; `RULES` finds them by the name in the template."""

    name: ClassVar[str]
    parameters: ClassVar[tuple[str, ...]] = ()
    effect: ClassVar[Effect] = "base"

    max_points: Fraction

    @classmethod
    @abstractmethod
    def read(cls, cells: "Cells") -> Self:
        """The rule from the cells of its row; raises `RuleProblem`."""

    def judge(self, response: Response | None) -> ItemScore:
        """The judgement on an answer; None stands for no answer."""
        if response is None:
            return OPEN
        if response.not_applicable:
            return NOT_APPLICABLE
        counts = (response.count, response.numerator, response.denominator)
        if any(count is not None and count < 0 for count in counts):
            return _invalid(tr("A count cannot be negative."))
        return self.earn(response)

    @abstractmethod
    def earn(self, response: Response) -> ItemScore:
        """The score of an answer that applies; `OPEN` while it lacks what this rule needs."""


@dataclass(frozen=True)
class Choice(Rule):
    """The points of the option chosen."""

    name = "lua_chon"

    points: tuple[tuple[str, Fraction], ...]

    @classmethod
    def read(cls, cells: "Cells") -> Self:
        points = tuple((option, cells.option(option)) for option in cells.options)
        if not points:
            raise RuleProblem(
                "options",
                tr("The rule {rule} has no options.", rule=cls.name),
                tr("Give the list of choices a column diem with the points of each."),
            )
        return cls(cells.reached(worth for _, worth in points), points)

    def earn(self, response: Response) -> ItemScore:
        if not response.choice:
            return OPEN
        worth = dict(self.points).get(response.choice)
        if worth is None:
            return _invalid(tr("The answer {choice} is not among the options.", choice=response.choice))
        return _scored(worth)


@dataclass(frozen=True)
class YesNo(Choice):
    """Yes or no, by parameters (`co=0.5; khong=0`), or by the options where the cell is empty."""

    name = "co_khong"
    parameters = ("co", "khong")

    @classmethod
    def read(cls, cells: "Cells") -> Self:
        by_options = not cells.params and bool(cells.options)
        worth = cells.option if by_options else cells.number
        points = tuple((answer, worth(answer)) for answer in cls.parameters)
        return cls(cells.reached(worth for _, worth in points), points)


@dataclass(frozen=True)
class RateRule(Rule):
    """Rules over a rate. Nothing to count (denominator 0) takes the item out of the base (`kad`) or earns
    everything (`toi_da`: nothing overdue means nothing to apologise for)."""

    when_empty: WhenEmpty

    @abstractmethod
    def worth(self, rate: Fraction) -> Fraction:
        """The points of a rate in percent, exact."""

    def earn(self, response: Response) -> ItemScore:
        numerator, denominator = response.numerator, response.denominator
        if numerator is None or denominator is None:
            return OPEN
        if numerator > denominator:
            return _invalid(
                tr(
                    "The numerator {numerator} is greater than the denominator {denominator}.",
                    numerator=_shown(numerator),
                    denominator=_shown(denominator),
                )
            )
        if denominator == 0:
            if self.when_empty == "toi_da":
                return _scored(self.max_points)
            return ItemScore(
                "not_applicable", reason=tr("Nothing arose in the period: the denominator is 0.")
            )
        rate = numerator / denominator * HUNDRED
        return _scored(self.worth(rate), rate)


@dataclass(frozen=True)
class Linear(RateRule):
    """Higher is better: nothing up to `duoi` %, everything from `tren` %, in proportion between."""

    name = "tuyen_tinh"
    parameters = ("duoi", "tren", "mau_so_0")

    nothing_at: Fraction
    everything_at: Fraction

    @classmethod
    def read(cls, cells: "Cells") -> Self:
        low, high = cells.rising_percents("duoi", "tren")
        return cls(cells.maximum, cells.when_empty(), nothing_at=low, everything_at=high)

    def worth(self, rate: Fraction) -> Fraction:
        share = (rate - self.nothing_at) / (self.everything_at - self.nothing_at)
        return self.max_points * min(max(share, ZERO), Fraction(1))


@dataclass(frozen=True)
class LinearDown(Linear):
    """Lower is better: everything up to `tot` %, nothing from `xau` %. The same line, walked back."""

    name = "tuyen_tinh_nguoc"
    parameters = ("tot", "xau", "mau_so_0")

    @classmethod
    def read(cls, cells: "Cells") -> Self:
        good, bad = cells.rising_percents("tot", "xau")
        return cls(cells.maximum, cells.when_empty(), nothing_at=bad, everything_at=good)


@dataclass(frozen=True)
class Steps(RateRule):
    """The first threshold met from the top, over a rate in percent or, for an item that counts, the count.
    Below the lowest threshold there are no points."""

    name = "bac"
    parameters = ("nguong", "mau_so_0")

    steps: tuple[tuple[Fraction, Fraction], ...]

    @classmethod
    def read(cls, cells: "Cells") -> Self:
        steps = cells.steps("nguong")
        return cls(cells.reached(worth for _, worth in steps), cells.when_empty(), steps)

    def worth(self, rate: Fraction) -> Fraction:
        return next((points for threshold, points in self.steps if rate >= threshold), ZERO)

    def earn(self, response: Response) -> ItemScore:
        if response.count is None:
            return super().earn(response)
        return _scored(self.worth(response.count))


@dataclass(frozen=True)
class CountRule(Rule):
    """Rules over a number of cases, each worth the same."""

    each: Fraction

    @abstractmethod
    def worth(self, count: Fraction) -> Fraction:
        """The points of a number of cases, exact."""

    def earn(self, response: Response) -> ItemScore:
        if response.count is None:
            return OPEN
        return _scored(self.worth(response.count))


@dataclass(frozen=True)
class MinusEach(CountRule):
    """Begin with everything, lose `moi_loi` for each fault, never below zero."""

    name = "tru_dan"
    parameters = ("moi_loi",)

    @classmethod
    def read(cls, cells: "Cells") -> Self:
        return cls(cells.maximum, cells.positive("moi_loi"))

    def worth(self, count: Fraction) -> Fraction:
        return max(ZERO, self.max_points - count * self.each)


@dataclass(frozen=True)
class Bonus(CountRule):
    """Points on top of the index: `moi_muc` for each case, at most `toi_da`, which is also its maximum."""

    name = "cong_dan"
    parameters = ("moi_muc", "toi_da")
    effect = "bonus"

    @classmethod
    def read(cls, cells: "Cells") -> Self:
        most = cells.positive("toi_da")
        cells.expect_maximum(ZERO, most)
        return cls(most, cells.positive("moi_muc"))

    def worth(self, count: Fraction) -> Fraction:
        return min(self.max_points, count * self.each)


@dataclass(frozen=True)
class Penalty(CountRule):
    """Points off the index: `moi_loi` for each case, at most `toi_da`. Its points are negative, at best 0."""

    name = "tru_tong"
    parameters = ("moi_loi", "toi_da")
    effect = "penalty"

    most: Fraction

    @classmethod
    def read(cls, cells: "Cells") -> Self:
        cells.expect_maximum(ZERO)
        return cls(ZERO, cells.positive("moi_loi"), cells.positive("toi_da"))

    def worth(self, count: Fraction) -> Fraction:
        return -min(self.most, count * self.each)


@dataclass(frozen=True)
class Entered(Rule):
    """Points given by the inspector, from 0 to the maximum in steps of `buoc`."""

    name = "nhap_diem"
    parameters = ("buoc",)

    step: Fraction

    @classmethod
    def read(cls, cells: "Cells") -> Self:
        step = cells.positive("buoc")
        if cells.maximum % step != 0:
            raise RuleProblem(
                "params",
                tr(
                    "The maximum {maximum} cannot be reached in steps of {step}.",
                    maximum=_shown(cells.maximum),
                    step=_shown(step),
                ),
                tr("Choose a step that divides the maximum, such as 0.25."),
            )
        return cls(cells.maximum, step)

    def earn(self, response: Response) -> ItemScore:
        points = response.points
        if points is None:
            return OPEN
        if not 0 <= points <= self.max_points:
            return _invalid(
                tr("The points must lie between 0 and {maximum}.", maximum=_shown(self.max_points))
            )
        if points % self.step != 0:
            return _invalid(tr("The points go in steps of {step}.", step=_shown(self.step)))
        return _scored(points)


@dataclass(frozen=True)
class Unscored(Rule):
    """Text, dates and base figures: asked, printed, worth nothing."""

    name = "khong_cham"
    effect = "none"

    @classmethod
    def read(cls, cells: "Cells") -> Self:
        cells.expect_maximum(ZERO)
        return cls(ZERO)

    def earn(self, response: Response) -> ItemScore:  # noqa: ARG002 - any answer will do
        return UNSCORED


RULES: Mapping[str, type[Rule]] = {
    rule.name: rule
    for rule in (YesNo, Choice, Linear, LinearDown, Steps, MinusEach, Entered, Bonus, Penalty, Unscored)
}


# --- reading the cells of a template ----------------------------------------------------------------


def parse_rule(name: str, params: str, max_points: str, options: Mapping[str, str] | None = None) -> Rule:
    """The rule of an item from the cells of its row, as text; raises `RuleProblem`.

    `params` is `name=value; name=value`; numbers take a decimal point or a comma. `options` maps the names of
    the item's choices to the text of their points (column `diem`), for the rules that choose.
    """
    rule = RULES.get(name.strip())
    if rule is None:
        raise RuleProblem("rule", tr("There is no rule {rule}.", rule=name.strip()), _suggestion(name, RULES))
    return rule.read(Cells(rule, params, max_points, options or {}))


class Cells:
    """The cells that make a rule, read by kind; a `RuleProblem` names the column that is amiss."""

    def __init__(self, rule: type[Rule], params: str, max_points: str, options: Mapping[str, str]) -> None:
        self._rule = rule.name
        self.maximum = plain_number(max_points, "max_points", "max_points") if max_points.strip() else ZERO
        self.params = _pairs(params, rule)
        self.options = options
        if rule.effect == "base" and self.maximum == 0:
            raise RuleProblem(
                "max_points",
                tr("The rule {rule} needs a maximum above 0.", rule=rule.name),
                tr("Write the points that the item can earn, such as 1.5."),
            )

    def option(self, name: str) -> Fraction:
        """The points of a choice."""
        return plain_number(self.options.get(name, ""), "options", name)

    def number(self, name: str) -> Fraction:
        """A parameter that is a number of 0 or more."""
        return plain_number(self._text(name), "params", name)

    def positive(self, name: str) -> Fraction:
        """A parameter that is a number above 0."""
        value = self.number(name)
        if value == 0:
            raise RuleProblem(
                "params", tr("{name} must be above 0.", name=name), tr("Write a number such as 0.5.")
            )
        return value

    def rising_percents(self, low: str, high: str) -> tuple[Fraction, Fraction]:
        """Two parameters in percent, the first below the second."""
        first, second = self.number(low), self.number(high)
        if not first < second <= HUNDRED:
            raise RuleProblem(
                "params",
                tr("{low} must be less than {high}, and both within 0 and 100.", low=low, high=high),
                tr("Write for example {low}=70; {high}=100.", low=low, high=high),
            )
        return first, second

    def steps(self, name: str) -> tuple[tuple[Fraction, Fraction], ...]:
        """A parameter of pairs `threshold:points`, both falling from the first to the last."""
        steps: list[tuple[Fraction, Fraction]] = []
        for part in self._text(name).split("|"):
            threshold, sign, points = part.partition(":")
            if not sign:
                raise RuleProblem(
                    "params",
                    tr("{part} is not a step.", part=part.strip() or "''"),
                    tr("Write threshold:points, with | between, such as 100:1 | 75:0.5 | 0:0."),
                )
            steps.append((plain_number(threshold, "params", name), plain_number(points, "params", name)))
        if any(upper[0] <= lower[0] or upper[1] < lower[1] for upper, lower in pairwise(steps)):
            raise RuleProblem(
                "params",
                tr("The steps of {name} are not in order.", name=name),
                tr("Begin with the highest threshold; points fall with the thresholds."),
            )
        return tuple(steps)

    def when_empty(self) -> WhenEmpty:
        """What a denominator of 0 means; `kad` where the cell does not say."""
        value = self.params.get("mau_so_0", "kad")
        if value not in ("kad", "toi_da"):
            raise RuleProblem(
                "params",
                tr("mau_so_0 cannot be {value}.", value=value or "''"),
                tr("Write kad (not applicable) or toi_da (full points)."),
            )
        return value

    def reached(self, offered: Iterable[Fraction]) -> Fraction:
        """The maximum, once it is certain that the best answer earns exactly that."""
        best = max(offered)
        if best != self.maximum:
            raise RuleProblem(
                "params" if self.params else "options",
                tr(
                    "The best answer earns {best} but the maximum is {maximum}.",
                    best=_shown(best),
                    maximum=_shown(self.maximum),
                ),
                tr("Make the two equal."),
            )
        return self.maximum

    def expect_maximum(self, *allowed: Fraction) -> None:
        """Refuse a maximum that contradicts the rule."""
        if self.maximum not in allowed:
            raise RuleProblem(
                "max_points",
                tr(
                    "The rule {rule} cannot have a maximum of {maximum}.",
                    rule=self._rule,
                    maximum=_shown(self.maximum),
                ),
                tr("Write {maximum}.", maximum=_shown(allowed[-1])),
            )

    def _text(self, name: str) -> str:
        if name not in self.params:
            raise RuleProblem(
                "params",
                tr("The rule {rule} needs the parameter {name}.", rule=self._rule, name=name),
                tr("Add {name}=… to the parameters.", name=name),
            )
        return self.params[name]


def _pairs(text: str, rule: type[Rule]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for part in filter(None, map(str.strip, text.split(";"))):
        name, sign, value = map(str.strip, part.partition("="))
        if not sign:
            raise RuleProblem(
                "params", tr("{part} is not a parameter.", part=part), tr("Write name=value, with ; between.")
            )
        if name not in rule.parameters:
            raise RuleProblem(
                "params",
                tr("The rule {rule} has no parameter {name}.", rule=rule.name, name=name),
                _suggestion(name, rule.parameters),
            )
        if name in pairs:
            raise RuleProblem("params", tr("{name} is given twice.", name=name), tr("Keep one of them."))
        pairs[name] = value
    return pairs


def plain_number(text: str, field: str, name: str) -> Fraction:
    """A number of 0 or more as a template writes it, with a decimal point or comma; `field` is its column."""
    if not re.fullmatch(r"\d+([.,]\d+)?", text.strip(), re.ASCII):
        raise RuleProblem(
            field,
            tr("{name}: {text} is not a usable number.", name=name, text=text.strip() or "''"),
            tr("Write digits with a decimal point or comma, such as 0.5."),
        )
    return Fraction(text.strip().replace(",", "."))


def _suggestion(name: str, known: Iterable[str]) -> str:
    names = sorted(known)
    close = get_close_matches(fold(name.strip()).replace(" ", "_"), names, n=1)
    if close:
        return tr("Write {name}.", name=close[0])
    return tr("Use one of: {names}.", names=", ".join(names)) if names else tr("Leave the parameters empty.")
