"""What an expression can hold: text, a number, a truth, an instant, or nodes of a tree.

XPath has four kinds of value and ODK adds the fifth, time. All conversions between them live here, because
every surprise of a form comes from one: a blank is not zero but no number; a date compares as days since 1970
in the form's zone; a question that is not relevant reads as blank.
"""

from collections.abc import Callable
from datetime import datetime, tzinfo
from decimal import Decimal
from math import copysign, isfinite, nan
from operator import ge, gt, le, lt
from typing import Protocol, TypeAlias

from inspector_app.forms.instants import (
    NO_INSTANT,
    NUMERAL,
    Instant,
    instant_of_days,
    number_text,
    read_instant,
    text_number,
)
from inspector_app.forms.tree import TreeNode

# --- values and their conversions ----------------------------------------------------------------

Nodes: TypeAlias = list[TreeNode]
Value: TypeAlias = str | float | bool | Instant | list[TreeNode]


def to_text(value: Value) -> str:
    """XPath's `string()`: of nodes, the first one's."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Instant):
        return value.text
    if isinstance(value, list):
        return value[0].text() if value else ""
    return number_text(value)


def to_number(value: Value, zone: tzinfo) -> float:
    """XPath's `number()`, with dates counting as days."""
    if isinstance(value, float):
        return value
    if isinstance(value, bool):
        return 1.0 if value else 0.0
    if isinstance(value, Instant):
        return value.days
    if isinstance(value, list):
        return value[0].number(zone) if value else nan
    return text_number(to_text(value), zone)


def to_boolean(value: Value) -> bool:
    """XPath's `boolean()`: a number unless zero or NaN, a text unless empty, nodes if there are any."""
    if isinstance(value, float):
        return abs(value) > 0  # false for zero and for NaN
    if isinstance(value, Instant):
        return value.moment is not None
    return bool(value)


def to_instant(value: Value, zone: tzinfo) -> Instant | None:
    """A value taken as a point in time; None for a blank, `NO_INSTANT` for what is no date.

    A number counts as days, and so does a numeral that a question holds: answers are kept as text.
    """
    if isinstance(value, Instant):
        return value
    if isinstance(value, bool):
        return NO_INSTANT
    if isinstance(value, float):
        return instant_of_days(value, zone)
    text = to_text(value).strip()
    if not text:
        return None
    if isinstance(value, list) and NUMERAL.fullmatch(text):
        return instant_of_days(float(text), zone)
    return read_instant(text, zone) or NO_INSTANT


def to_nodes(value: Value) -> Nodes:
    """Nodes as they are; any other value has none."""
    return value if isinstance(value, list) else []


def rounded(number: float, places: int = 0) -> float:
    """Half away from zero at the shortest numeral of `number`, as spreadsheets and ODK round."""
    if not isfinite(number) or places > 20:  # a float has no more digits than that to round
        return number
    quantum = Decimal(1).scaleb(min(-places, 400))
    nearest = float((Decimal(repr(number)) / quantum).to_integral_value("ROUND_HALF_UP") * quantum)
    return copysign(nearest, number) if nearest else 0.0


_ORDERS: dict[str, Callable[[float, float], bool]] = {"<": lt, "<=": le, ">": gt, ">=": ge}


def compare(operator: str, left: Value, right: Value, zone: tzinfo) -> bool:
    """XPath comparison: of nodes any one may hold; truths compare as truths, dates and numbers as numbers."""
    order = _ORDERS.get(operator)
    if isinstance(left, list):
        if order is None and isinstance(right, bool):
            return (bool(left) == right) == (operator == "=")
        if order is not None and not isinstance(right, list):
            bound = to_number(right, zone)
            return any(order(node.number(zone), bound) for node in left)
        return any(compare(operator, node.text(), right, zone) for node in left)
    if isinstance(right, list):
        if order is None and isinstance(left, bool):
            return (left == bool(right)) == (operator == "=")
        if order is not None:
            bound = to_number(left, zone)
            return any(order(bound, node.number(zone)) for node in right)
        return any(compare(operator, left, node.text(), zone) for node in right)
    if order is not None:
        return order(to_number(left, zone), to_number(right, zone))
    if isinstance(left, bool) or isinstance(right, bool):
        same = to_boolean(left) == to_boolean(right)
    elif isinstance(left, str) and isinstance(right, str):
        same = left == right
    else:
        same = to_number(left, zone) == to_number(right, zone)
    return same == (operator == "=")


# --- where an expression is evaluated --------------------------------------------------------------


class World(Protocol):
    """What an expression may ask of the form around it."""

    @property
    def zone(self) -> tzinfo: ...
    @property
    def locale(self) -> str:
        """The code of the language that months and days are named in."""
        ...

    def now(self) -> datetime: ...
    def instance(self, name: str) -> TreeNode | None: ...
    def itext(self, key: str, origin: TreeNode) -> TreeNode | None: ...
    def choice_label(self, value: str, reference: str, origin: TreeNode) -> str: ...
    def doubt(self, sentence: str) -> None:
        """Hear that a value may be wrong, and why."""


EDGE = "edge"
"""Under this key is noted in `known` that a value hangs on which nodes there are."""


class Context:
    """One evaluation: the node it stands on, its place among fellows, and where it began (`current()`).

    `known` keeps the nodes of paths that stay the same while no instance of a repeat comes or goes; `held`
    keeps, during one run of a predicate, what does not depend on the candidate.
    """

    __slots__ = ("held", "known", "node", "origin", "position", "size", "world")

    def __init__(
        self,
        node: TreeNode,
        world: World,
        origin: TreeNode | None = None,
        known: dict[object, Nodes] | None = None,
    ) -> None:
        self.node = node
        self.world = world
        self.origin = node if origin is None else origin
        self.position = 1
        self.size = 1
        self.known = known
        self.held: dict[object, Value] = {}

    def look_around(self) -> None:
        """Note that the value hangs on which nodes there are, beyond those that are read."""
        if self.known is not None:
            self.known[EDGE] = []

    def among(self, size: int) -> "Context":
        """A context for the candidates of a predicate, to be moved from one to the next."""
        context = Context(self.node, self.world, self.origin, self.known)
        context.size = size
        return context
