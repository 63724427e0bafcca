"""What an expression can hold: text, a number, a truth, an instant, or nodes of a tree.

XPath has four kinds of value and ODK adds the fifth, time. All conversions between them live here, because
every surprise of a form comes from one: a blank is not zero but no number; a date compares as days since 1970
in the form's zone; a question that is not relevant reads as blank. The tree is here too, the plain tree of an
XML document; the sheet's live nodes are elements of it, so that one evaluator serves both.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from decimal import Decimal
from math import copysign, inf, isfinite, isnan, nan
from typing import Protocol, TypeAlias
from xml.parsers import expat

from inspector_app.i18n import tr

# --- the tree ------------------------------------------------------------------------------------


class TreeNode:
    """A node of a document, of whatever kind."""

    __slots__ = ("parent",)
    kind = "node"
    name = ""
    prefix = ""
    namespace = ""

    def __init__(self, parent: "TreeNode | None" = None) -> None:
        self.parent = parent

    @property
    def children(self) -> Sequence["TreeNode"]:
        return ()

    @property
    def attributes(self) -> Sequence["Attribute"]:
        return ()

    def text(self) -> str:
        """The string value, as XPath defines it for this kind of node."""
        return ""

    def named(self, name: str) -> Sequence["TreeNode"]:
        """Children that are elements with this local name, in order."""
        return [child for child in self.children if child.name == name and child.kind == "element"]


class Element(TreeNode):
    """An element; also, as `kind` document, the root that holds the outermost element."""

    __slots__ = ("_attributes", "_children", "_index", "name", "namespace", "prefix")
    kind = "element"

    def __init__(self, name: str, namespace: str = "", prefix: str = "") -> None:
        super().__init__()
        self.name = name
        self.namespace = namespace
        self.prefix = prefix
        self._children: list[TreeNode] = []
        self._attributes: list[Attribute] = []
        self._index: dict[str, list[TreeNode]] | None = None

    @property
    def children(self) -> Sequence[TreeNode]:
        return self._children

    @property
    def attributes(self) -> Sequence["Attribute"]:
        return self._attributes

    def insert(self, child: TreeNode, at: int | None = None) -> None:
        """Take `child` in, as the last one or before the one at position `at`."""
        child.parent = self
        self._children.insert(len(self._children) if at is None else at, child)
        self._index = None

    def remove(self, child: TreeNode) -> None:
        self._children.remove(child)
        self._index = None

    def set_attribute(self, attribute: "Attribute") -> None:
        attribute.parent = self
        self._attributes.append(attribute)

    def attribute(self, name: str, namespace: str = "") -> str | None:
        """The value of one attribute, or None where there is none."""
        for attribute in self._attributes:
            if attribute.name == name and attribute.namespace == namespace:
                return attribute.value
        return None

    def named(self, name: str) -> Sequence[TreeNode]:
        # Paths walk by name thousands of times while a form opens; a scan of a wide group would be quadratic.
        if self._index is None:
            self._index = {}
            for child in self._children:
                if child.kind == "element":
                    self._index.setdefault(child.name, []).append(child)
        return self._index.get(name, ())

    def elements(self) -> Iterator["Element"]:
        """The children that are elements."""
        return (child for child in self._children if isinstance(child, Element))

    def text(self) -> str:
        return "".join(child.text() for child in self._children if child.kind in ("element", "text"))


class Document(Element):
    """The root above the outermost element."""

    __slots__ = ("namespaces",)
    kind = "document"

    def __init__(self) -> None:
        super().__init__("")
        self.namespaces: dict[str, str] = {}
        """Prefix → namespace, of every declaration in the document."""

    @property
    def root(self) -> Element:
        return next(self.elements())


class Leaf(TreeNode):
    """A node that holds nothing but its value."""

    __slots__ = ("value",)

    def __init__(self, value: str) -> None:
        super().__init__()
        self.value = value

    def text(self) -> str:
        return self.value


class Attribute(Leaf):
    """An attribute of an element; namespace declarations are none."""

    __slots__ = ("name", "namespace", "prefix")
    kind = "attribute"

    def __init__(self, name: str, value: str, namespace: str = "", prefix: str = "") -> None:
        super().__init__(value)
        self.name = name
        self.namespace = namespace
        self.prefix = prefix


class Text(Leaf):
    """A run of text between tags."""

    __slots__ = ()
    kind = "text"


class Comment(Leaf):
    """A comment; no part of its element's text."""

    __slots__ = ()
    kind = "comment"


class Instruction(Leaf):
    """A processing instruction."""

    __slots__ = ("name",)
    kind = "instruction"

    def __init__(self, name: str, value: str) -> None:
        super().__init__(value)
        self.name = name


# --- reading XML ---------------------------------------------------------------------------------

DEEPEST_XML = 200


class XmlRefused(ValueError):
    """The bytes are not XML that this program reads; the message says why (current language)."""


def read_xml(data: bytes) -> Document:
    """The tree of an XML document. Document types, and with them entities, are refused: `XmlRefused`."""
    document = Document()
    open_elements: list[Element] = [document]
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.namespace_prefixes = True
    parser.buffer_text = True

    def qualified(raw: str) -> tuple[str, str, str]:
        """expat gives `uri local prefix`, `uri local`, or `local`."""
        parts = raw.split(" ")
        if len(parts) == 1:
            return parts[0], "", ""
        return parts[1], parts[0], parts[2] if len(parts) > 2 else ""

    def start(raw: str, attributes: list[str]) -> None:
        if len(open_elements) > DEEPEST_XML:
            raise XmlRefused(tr("Elements are nested more than {limit} deep.", limit=DEEPEST_XML))
        element = Element(*qualified(raw))
        for name, value in zip(attributes[::2], attributes[1::2], strict=True):
            local, namespace, prefix = qualified(name)
            element.set_attribute(Attribute(local, value, namespace, prefix))
        open_elements[-1].insert(element)
        open_elements.append(element)

    def end(_raw: str) -> None:
        open_elements.pop()

    def declare(prefix: str | None, uri: str | None) -> None:
        document.namespaces.setdefault(prefix or "", uri or "")

    def refuse(*_: object) -> None:
        raise XmlRefused(tr("A document type or entity is declared; forms have none."))

    def add(node: TreeNode) -> None:
        open_elements[-1].insert(node)

    parser.ordered_attributes = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = lambda text: add(Text(text))
    parser.CommentHandler = lambda text: add(Comment(text))
    parser.ProcessingInstructionHandler = lambda name, text: add(Instruction(name, text))
    # Asking to be told ends the buffered text, so a CDATA section stays a node of its own, as in browsers.
    parser.StartCdataSectionHandler = lambda: None
    parser.EndCdataSectionHandler = lambda: None
    parser.StartNamespaceDeclHandler = declare
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise XmlRefused(
            tr("It is not well-formed XML (line {line}: {reason}).", line=error.lineno, reason=str(error))
        ) from error
    return document


# --- walking -------------------------------------------------------------------------------------


def ancestors(node: TreeNode) -> Iterator[TreeNode]:
    """Parent, grandparent, … up to the document."""
    while (parent := node.parent) is not None:
        yield parent
        node = parent


def descendants(node: TreeNode) -> Iterator[TreeNode]:
    """Everything below, in document order; without recursion, since trees may be deep."""
    waiting = list(reversed(node.children))
    while waiting:
        found = waiting.pop()
        yield found
        waiting.extend(reversed(found.children))


def _siblings(node: TreeNode) -> tuple[Sequence[TreeNode], int]:
    if node.parent is None or node.kind == "attribute":
        return (), 0
    around = node.parent.children
    return around, next(index for index, other in enumerate(around) if other is node)


def _following_siblings(node: TreeNode) -> Iterable[TreeNode]:
    around, at = _siblings(node)
    return around[at + 1 :]


def _preceding_siblings(node: TreeNode) -> Iterable[TreeNode]:
    around, at = _siblings(node)
    return reversed(around[:at])


def _following(node: TreeNode) -> Iterator[TreeNode]:
    if node.kind == "attribute" and node.parent is not None:
        yield from descendants(node.parent)
        node = node.parent
    for level in (node, *ancestors(node)):
        for sibling in _following_siblings(level):
            yield sibling
            yield from descendants(sibling)


def _preceding(node: TreeNode) -> Iterator[TreeNode]:
    if node.kind == "attribute" and node.parent is not None:
        node = node.parent
    for level in (node, *ancestors(node)):
        for sibling in _preceding_siblings(level):
            yield from reversed([sibling, *descendants(sibling)])


AXES: dict[str, Callable[[TreeNode], Iterable[TreeNode]]] = {
    "child": lambda node: node.children,
    "attribute": lambda node: node.attributes,
    "self": lambda node: (node,),
    "parent": lambda node: () if node.parent is None else (node.parent,),
    "descendant": descendants,
    "descendant-or-self": lambda node: (node, *descendants(node)),
    "ancestor": ancestors,
    "ancestor-or-self": lambda node: (node, *ancestors(node)),
    "following-sibling": _following_siblings,
    "preceding-sibling": _preceding_siblings,
    "following": _following,
    "preceding": _preceding,
    "namespace": lambda _node: (),
}
"""Axis → the nodes along it, nearest first."""

REVERSE_AXES = frozenset({"parent", "ancestor", "ancestor-or-self", "preceding", "preceding-sibling"})


def in_document_order(nodes: Iterable[TreeNode]) -> list[TreeNode]:
    """The same nodes, each once, as they stand in the document."""
    unique = list({id(node): node for node in nodes}.values())
    if len(unique) < 2:
        return unique
    places: dict[int, dict[int, int]] = {}

    def key(node: TreeNode) -> tuple[tuple[int, int], ...]:
        steps: list[tuple[int, int]] = []
        while (parent := node.parent) is not None:
            # Attributes stand after their element and before its children.
            inside = node.kind != "attribute"
            group = parent.children if inside else parent.attributes
            seen = places.get(id(group))
            if seen is None:
                seen = places[id(group)] = {id(child): index for index, child in enumerate(group)}
            steps.append((int(inside), seen[id(node)]))
            node = parent
        return ((0, id(node)), *reversed(steps))

    return sorted(unique, key=key)


# --- instants ------------------------------------------------------------------------------------

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_DATE = re.compile(
    r"\s*(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:T(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?\s*"
)
_TIME = re.compile(r"\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?\s*")


@dataclass(frozen=True, slots=True)
class Instant:
    """A point in time, aware and in the form's zone; `moment` None is a date that does not exist."""

    moment: datetime | None

    @property
    def days(self) -> float:
        """Days since 1970 began in Greenwich, with the fraction; NaN for no date."""
        if self.moment is None:
            return nan
        since = self.moment - EPOCH
        return (since.days * 86_400_000 + since.seconds * 1000 + since.microseconds / 1000) / 86_400_000

    @property
    def text(self) -> str:
        """`2026-11-24` where it is midnight in the form's zone, else date, time to milliseconds, offset."""
        if self.moment is None:
            return "Invalid Date"
        if (self.moment.hour, self.moment.minute, self.moment.second, self.moment.microsecond) == (
            0,
            0,
            0,
            0,
        ):
            return self.moment.date().isoformat()
        return self.moment.isoformat(timespec="milliseconds")


NO_INSTANT = Instant(None)


def _offset(text: str | None, zone: tzinfo) -> tzinfo:
    if text is None:
        return zone
    if text == "Z":
        return UTC
    hours, minutes = int(text[1:3]), int(text[-2:]) if len(text) > 3 else 0
    return timezone(timedelta(hours=hours, minutes=minutes) * (-1 if text[0] == "-" else 1))


def read_instant(text: str, zone: tzinfo) -> Instant | None:
    """A date, or date with time, in ISO form; a date alone is its midnight in `zone`. None: neither."""
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second, fraction, offset = match.groups()
    try:
        moment = datetime(
            int(year),
            int(month),
            int(day),
            int(hour or 0),
            int(minute or 0),
            int(second or 0),
            int((fraction or "0").ljust(6, "0")[:6]),
            _offset(offset, zone),
        )
        return Instant(moment.astimezone(zone))
    except (ValueError, OverflowError):
        return NO_INSTANT


def read_time(text: str, zone: tzinfo, on: datetime) -> float:
    """The fraction of the day in `zone` that a time stands for, NaN if it is none; `on` is the day meant."""
    match = _TIME.fullmatch(text)
    if match is None:
        return nan
    hour, minute, second, fraction, offset = match.groups()
    try:
        moment = on.replace(
            hour=int(hour),
            minute=int(minute),
            second=int(second or 0),
            microsecond=int((fraction or "0").ljust(6, "0")[:6]),
            tzinfo=_offset(offset, zone),
        ).astimezone(zone)
    except ValueError:
        return nan
    return (moment.hour * 3600 + moment.minute * 60 + moment.second + moment.microsecond / 1e6) / 86400


def instant_of_days(days: float, zone: tzinfo) -> Instant:
    """The inverse of `Instant.days`."""
    if not isfinite(days):
        return NO_INSTANT
    try:
        return Instant((EPOCH + timedelta(milliseconds=round(days * 86_400_000))).astimezone(zone))
    except OverflowError:
        return NO_INSTANT


# --- values and their conversions ----------------------------------------------------------------

Nodes: TypeAlias = list[TreeNode]
Value: TypeAlias = str | float | bool | Instant | list[TreeNode]

SPACE = " \t\r\n"
"""What XML calls white space."""
_NUMBER = re.compile(r"-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?")


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


def number_text(number: float) -> str:
    """A number as XPath writes it: no exponent, no trailing zeros, `NaN`, `Infinity`."""
    if isnan(number):
        return "NaN"
    if number in (inf, -inf):
        return "Infinity" if number > 0 else "-Infinity"
    if number == int(number):
        return str(int(number))
    return format(Decimal(repr(number)), "f")


def text_number(text: str, zone: tzinfo) -> float:
    """The number a text stands for: a decimal numeral, or a date as days; otherwise, and for a blank, NaN."""
    text = text.strip(SPACE)
    if _NUMBER.fullmatch(text):
        return float(text)
    instant = read_instant(text, zone) if text else None
    return instant.days if instant is not None else nan


def to_number(value: Value, zone: tzinfo) -> float:
    """XPath's `number()`, with dates counting as days."""
    if isinstance(value, float):
        return value
    if isinstance(value, bool):
        return 1.0 if value else 0.0
    if isinstance(value, Instant):
        return value.days
    return text_number(to_text(value), zone)


def to_boolean(value: Value) -> bool:
    """XPath's `boolean()`: a number unless zero or NaN, a text unless empty, nodes if there are any."""
    if isinstance(value, float):
        return abs(value) > 0  # false for zero and for NaN
    if isinstance(value, Instant):
        return value.moment is not None
    return bool(value)


def to_instant(value: Value, zone: tzinfo) -> Instant | None:
    """A value taken as a point in time; None for a blank, `NO_INSTANT` for what is no date."""
    if isinstance(value, Instant):
        return value
    if isinstance(value, bool):
        return NO_INSTANT
    if isinstance(value, float):
        return instant_of_days(value, zone)
    text = to_text(value).strip()
    if not text:
        return None
    if _NUMBER.fullmatch(text):
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


def compare(operator: str, left: Value, right: Value, zone: tzinfo) -> bool:
    """XPath comparison: of nodes any one may hold; truths compare as truths, dates and numbers as numbers."""
    if isinstance(left, list):
        if isinstance(right, bool) and operator in ("=", "!="):
            return compare(operator, bool(left), right, zone)
        return any(compare(operator, node.text(), right, zone) for node in left)
    if isinstance(right, list):
        if isinstance(left, bool) and operator in ("=", "!="):
            return compare(operator, left, bool(right), zone)
        return any(compare(operator, left, node.text(), zone) for node in right)
    if operator in ("=", "!="):
        if isinstance(left, bool) or isinstance(right, bool):
            same = to_boolean(left) == to_boolean(right)
        elif isinstance(left, str) and isinstance(right, str):
            same = left == right
        else:
            same = to_number(left, zone) == to_number(right, zone)
        return same == (operator == "=")
    first, second = to_number(left, zone), to_number(right, zone)
    if operator == "<":
        return first < second
    if operator == "<=":
        return first <= second
    if operator == ">":
        return first > second
    return first >= second


# --- where an expression is evaluated --------------------------------------------------------------


class World(Protocol):
    """What an expression may ask of the form around it."""

    @property
    def zone(self) -> tzinfo: ...
    def now(self) -> datetime: ...
    def instance(self, name: str) -> TreeNode | None: ...
    def itext(self, key: str, origin: TreeNode) -> str: ...
    def choice_label(self, value: str, reference: str, origin: TreeNode) -> str: ...


class Context:
    """One evaluation: the node it stands on, its place among fellows, and where it began (`current()`)."""

    __slots__ = ("node", "origin", "position", "size", "world")

    def __init__(
        self, node: TreeNode, world: World, origin: TreeNode | None = None, position: int = 1, size: int = 1
    ) -> None:
        self.node = node
        self.world = world
        self.origin = node if origin is None else origin
        self.position = position
        self.size = size

    def at(self, node: TreeNode, position: int = 1, size: int = 1) -> "Context":
        """The context of a predicate at one of several nodes."""
        return Context(node, self.world, self.origin, position, size)
