"""The functions that a form may call: XPath 1.0's own and those of the ODK XForms specification.

Each is one decorated Python function whose annotations are its signature (`library.py` says how they are read).
"""

import hashlib
import math
import random
import re
import secrets
import uuid
from base64 import b64decode, b64encode
from binascii import Error as BadBase64
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC
from itertools import pairwise
from typing import TypeAlias

from inspector_app.forms import values
from inspector_app.forms.library import Later, function
from inspector_app.forms.values import Context, Element, Instant, Nodes, TreeNode, Value


def _texts(arguments: Sequence[Value]) -> Iterator[str]:
    """The texts of all arguments, each node of a node-set counting by itself."""
    for argument in arguments:
        if isinstance(argument, list):
            yield from (node.text() for node in argument)
        else:
            yield values.to_text(argument)


def _numbers(context: Context, arguments: Sequence[Value]) -> list[float]:
    zone = context.world.zone
    return [
        number
        for argument in arguments
        for number in (
            [values.text_number(node.text(), zone) for node in argument]
            if isinstance(argument, list)
            else [values.to_number(argument, zone)]
        )
    ]


# --- choosing --------------------------------------------------------------------------------------


@function("if")
def if_(condition: bool, then: Later, otherwise: Later) -> Value:
    return then() if condition else otherwise()


@function("coalesce")
def coalesce(*candidates: Later) -> Value:
    value: Value = ""
    for candidate in candidates:
        value = candidate()
        if values.to_text(value) not in ("", "NaN"):
            return value
    return value


@function("once")
def once(context: Context, value: Later) -> str:
    """What the question holds already; only a blank one takes the value."""
    return context.origin.text() or values.to_text(value())


# --- truth -----------------------------------------------------------------------------------------


@function("true")
def true() -> bool:
    return True


@function("false")
def false() -> bool:
    return False


@function("not")
def not_(truth: bool) -> bool:
    return not truth


@function("boolean")
def boolean(truth: bool) -> bool:
    return truth


@function("boolean-from-string")
def boolean_from_string(text: str) -> bool:
    return text in ("true", "1")


def _within(count: float, least: float, most: float) -> bool:
    """Between two bounds, of which -1 means none."""
    return (least == -1 or count >= least) and (most == -1 or count <= most)


@function("checklist")
def checklist(least: float, most: float, *truths: bool) -> bool:
    return _within(sum(truths), least, most)


@function("weighted-checklist")
def weighted_checklist(context: Context, least: float, most: float, *pairs: Value) -> bool:
    """Truths and their weights by turns; two node-sets pair up node by node, a blank node counting as untrue."""
    truths: list[bool] = []
    for argument in pairs[::2]:
        if isinstance(argument, list):
            truths.extend(node.text() != "" for node in argument)
        else:
            truths.append(values.to_boolean(argument))
    weights = _numbers(context, pairs[1::2])
    return _within(sum(w for truth, w in zip(truths, weights, strict=False) if truth), least, most)


@function("lang")
def lang(context: Context, wanted: str) -> bool:
    for node in (context.node, *values.ancestors(context.node)):
        for attribute in node.attributes:
            if attribute.name == "lang" and attribute.prefix == "xml":
                found, wanted = attribute.value.lower(), wanted.lower()
                return found == wanted or found.startswith(wanted + "-")
    return False


# --- text ------------------------------------------------------------------------------------------


@function("string")
def string(context: Context, value: Value | None = None) -> str:
    return context.node.text() if value is None else values.to_text(value)


@function("string-length")
def string_length(context: Context, value: Value | None = None) -> float:
    return float(len(context.node.text() if value is None else values.to_text(value)))


@function("normalize-space")
def normalize_space(context: Context, value: Value | None = None) -> str:
    text = context.node.text() if value is None else values.to_text(value)
    return re.sub(f"[{values.SPACE}]+", " ", text.strip(values.SPACE))


@function("concat")
def concat(*parts: Value) -> str:
    return "".join(_texts(parts))


@function("join")
def join(separator: str, *parts: Value) -> str:
    return separator.join(_texts(parts))


@function("contains")
def contains(text: str, part: str) -> bool:
    return part in text


@function("starts-with")
def starts_with(text: str, part: str) -> bool:
    return text.startswith(part)


@function("ends-with")
def ends_with(text: str, part: str) -> bool:
    return text.endswith(part)


@function("substring-before")
def substring_before(text: str, part: str) -> str:
    before, found, _ = text.partition(part) if part else ("", "", "")
    return before if found else ""


@function("substring-after")
def substring_after(text: str, part: str) -> str:
    return text.partition(part)[2] if part else text


@function("substring")
def substring(text: str, start: float, length: float = math.inf) -> str:
    """XPath's: positions from 1, both ends rounded."""
    begin = values.rounded(start)
    end = begin + values.rounded(length)
    return "".join(letter for at, letter in enumerate(text, 1) if begin <= at < end)


@function("substr")
def substr(text: str, start: float, end: float = math.inf) -> str:
    """ODK's: positions from 0, the end left out, negative ones counted from the end."""
    if math.isnan(start) or math.isnan(end):
        return ""
    last = len(text) if math.isinf(end) else int(end)
    return text[int(start) : last] if math.isfinite(start) else ""


@function("translate")
def translate(text: str, letters: str, replacements: str) -> str:
    table: dict[int, str | None] = {}
    for at, letter in enumerate(letters):
        table.setdefault(ord(letter), replacements[at] if at < len(replacements) else None)
    return text.translate(table)


@function("regex")
def regex(text: str, pattern: str) -> bool:
    """Whether the pattern is found; anchors are the author's to write. A pattern that is none matches nothing."""
    try:
        return re.search(pattern, text) is not None
    except re.error:
        return False


@function("digest")
def digest(text: str, algorithm: str, encoding: str = "base64") -> str:
    name = algorithm.upper().replace("-", "").lower()
    if name not in ("md5", "sha1", "sha256", "sha384", "sha512"):
        return ""
    found = hashlib.new(name, text.encode("utf-8"), usedforsecurity=False)
    return found.hexdigest() if encoding == "hex" else b64encode(found.digest()).decode("ascii")


@function("base64-decode")
def base64_decode(text: str) -> str:
    try:
        return b64decode(text).decode("utf-8", errors="replace")
    except BadBase64:
        return ""


@function("uuid")
def uuid_(length: float = math.nan) -> str:
    if math.isnan(length):
        return str(uuid.uuid4())
    letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    return "".join(secrets.choice(letters) for _ in range(int(length)))


# --- choices ---------------------------------------------------------------------------------------


@function("selected")
def selected(chosen: str, name: str) -> bool:
    # A blank question counts as having chosen the blank name.
    return name.strip() in (chosen.split() or [""])


@function("selected-at")
def selected_at(chosen: str, index: float) -> str:
    names = chosen.split()
    return names[int(index)] if 0 <= index < len(names) else ""


@function("count-selected")
def count_selected(chosen: str) -> float:
    return float(len(chosen.split()))


@function("jr:choice-name")
def choice_name(context: Context, name: str, question: str) -> str:
    return context.world.choice_label(name, question, context.origin)


@function("jr:itext")
def itext(context: Context, key: str) -> str:
    return context.world.itext(key, context.origin)


# --- numbers ---------------------------------------------------------------------------------------


@function("number")
def number(context: Context, value: Value | None = None) -> float:
    return values.to_number(context.node.text() if value is None else value, context.world.zone)


@function("int")
def int_(number: float) -> float:
    return float(math.trunc(number)) if math.isfinite(number) else number


@function("round")
def round_(number: float, places: float = 0) -> float:
    return values.rounded(number, int(places)) if math.isfinite(places) else math.nan


@function("floor")
def floor(number: float) -> float:
    return float(math.floor(number)) if math.isfinite(number) else number


@function("ceiling")
def ceiling(number: float) -> float:
    return float(math.ceil(number)) if math.isfinite(number) else number


@function("abs")
def abs_(number: float) -> float:
    return abs(number)


def _real(compute: Callable[..., float], *numbers: float) -> float:
    """A real function where it is defined; NaN elsewhere, as numbers of a form never raise."""
    try:
        return float(compute(*numbers))
    except ValueError:
        return math.nan
    except OverflowError:
        return math.inf


@function("pow")
def pow_(base: float, exponent: float) -> float:
    return math.inf if base == 0 and exponent < 0 else _real(math.pow, base, exponent)


@function("exp")
def exp(number: float) -> float:
    return _real(math.exp, number)


@function("exp10")
def exp10(number: float) -> float:
    return _real(math.pow, 10, number)


@function("log")
def log(number: float) -> float:
    return -math.inf if number == 0 else _real(math.log, number)


@function("log10")
def log10(number: float) -> float:
    return -math.inf if number == 0 else _real(math.log10, number)


@function("sqrt")
def sqrt(number: float) -> float:
    return _real(math.sqrt, number)


@function("sin")
def sin(angle: float) -> float:
    return _real(math.sin, angle)


@function("cos")
def cos(angle: float) -> float:
    return _real(math.cos, angle)


@function("tan")
def tan(angle: float) -> float:
    return _real(math.tan, angle)


@function("asin")
def asin(number: float) -> float:
    return _real(math.asin, number)


@function("acos")
def acos(number: float) -> float:
    return _real(math.acos, number)


@function("atan")
def atan(number: float) -> float:
    return _real(math.atan, number)


@function("atan2")
def atan2(y: float, x: float) -> float:
    return _real(math.atan2, y, x)


@function("pi")
def pi() -> float:
    return math.pi


@function("random")
def random_() -> float:
    return random.random()


@function("sum")
def sum_(context: Context, *numbers: Value) -> float:
    return float(sum(_numbers(context, numbers)))


@function("min")
def min_(context: Context, *numbers: Value) -> float:
    found = _numbers(context, numbers)
    return math.nan if not found or any(math.isnan(n) for n in found) else min(found)


@function("max")
def max_(context: Context, *numbers: Value) -> float:
    found = _numbers(context, numbers)
    return math.nan if not found or any(math.isnan(n) for n in found) else max(found)


# --- dates and times -------------------------------------------------------------------------------


@function("today")
def today(context: Context) -> Instant:
    return Instant(context.world.now().replace(hour=0, minute=0, second=0, microsecond=0))


@function("now")
def now(context: Context) -> Instant:
    return Instant(context.world.now())


@function("date")
def date(moment: Instant | None) -> Value:
    return "" if moment is None else moment


@function("date-time")
def date_time(moment: Instant | None) -> Value:
    return "" if moment is None else moment


@function("decimal-date-time")
def decimal_date_time(moment: Instant | None) -> float:
    return math.nan if moment is None else moment.days


@function("decimal-time")
def decimal_time(context: Context, time: str) -> float:
    return values.read_time(time, context.world.zone, context.world.now())


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def _format(moment: Instant | None, pattern: str) -> str:
    if moment is None or moment.moment is None:
        return ""
    at = moment.moment
    parts = {
        "Y": f"{at.year:04}",
        "y": f"{at.year % 100:02}",
        "m": f"{at.month:02}",
        "n": str(at.month),
        "b": _MONTHS[at.month - 1],
        "d": f"{at.day:02}",
        "e": str(at.day),
        "H": f"{at.hour:02}",
        "h": str(at.hour),
        "M": f"{at.minute:02}",
        "S": f"{at.second:02}",
        "3": f"{at.microsecond // 1000:03}",
        "a": _DAYS[at.weekday()],
        "%": "%",
    }
    return re.sub(r"%(.)", lambda match: parts.get(match[1], match[0]), pattern)


@function("format-date")
def format_date(moment: Instant | None, pattern: str) -> str:
    return _format(moment, pattern)


@function("format-date-time")
def format_date_time(moment: Instant | None, pattern: str) -> str:
    return _format(moment, pattern)


# --- questions and repeats -------------------------------------------------------------------------


@function("count")
def count(nodes: Nodes) -> float:
    return float(len(nodes))


@function("count-non-empty")
def count_non_empty(*parts: Value) -> float:
    return float(sum(text != "" for text in _texts(parts)))


@function("position", counts_place=True)
def position(context: Context, node: Nodes | None = None) -> float:
    """Of a question or repeat instance among those of its name; without argument, of a predicate's candidate."""
    if node is None:
        return float(context.position)
    if not node:
        return math.nan
    (first, *_) = node
    fellows = first.parent.named(first.name) if first.parent is not None else [first]
    return next((float(at) for at, fellow in enumerate(fellows, 1) if fellow is first), math.nan)


@function("last", counts_place=True)
def last(context: Context) -> float:
    return float(context.size)


@function("current", leads="origin")
def current(context: Context) -> Nodes:
    return [context.origin]


@function("instance", leads="outside")
def instance(context: Context, name: str) -> Nodes:
    found = context.world.instance(name)
    return [] if found is None else [found]


@function("id", leads="outside")
def id_(context: Context, names: Value) -> Nodes:
    wanted = {name for text in _texts([names]) for name in text.split()}
    root = (context.node, *values.ancestors(context.node))[-1]
    return [
        node
        for node in values.descendants(root)
        if any(attribute.name == "id" and attribute.value in wanted for attribute in node.attributes)
    ]


@function("indexed-repeat", leads="others")
def indexed_repeat(context: Context, target: Nodes, *pairs: Value) -> Nodes:
    """The target's nodes in the repeat instances picked: each pair is a repeat and which of its instances."""
    for repeats, index in zip(pairs[::2], pairs[1::2], strict=False):
        wanted = values.to_number(index, context.world.zone)
        groups: dict[int, list[TreeNode]] = {}
        for node in values.to_nodes(repeats):
            groups.setdefault(id(node.parent), []).append(node)
        picked = {id(group[int(wanted) - 1]) for group in groups.values() if 1 <= wanted <= len(group)}
        target = [
            node for node in target if any(id(above) in picked for above in (node, *values.ancestors(node)))
        ]
    return target


@function("randomize", leads="first")
def randomize(nodes: Nodes, seed: float = math.nan) -> Nodes:
    """The same nodes shuffled; one seed gives one order on every machine (Park and Miller's generator)."""
    shuffled = list(nodes)
    state = secrets.randbelow(2147483646) + 1 if math.isnan(seed) else (int(seed) % 2147483647 or 2147483646)
    for at in range(len(shuffled) - 1, 0, -1):
        state = state * 16807 % 2147483647
        other = int((state - 1) / 2147483646 * (at + 1))
        shuffled[at], shuffled[other] = shuffled[other], shuffled[at]
    return shuffled


@function("pulldata")
def pulldata(context: Context, name: str, column: str, key_column: str, key: str) -> str:
    """A cell of an attached table: of `column`, in the first row whose `key_column` is `key`; `@` names attributes."""

    def cells(row: Element, column: str) -> Iterator[TreeNode]:
        if column.startswith("@"):
            return (attribute for attribute in row.attributes if attribute.name == column[1:])
        return iter(row.named(column))

    table = context.world.instance(name)
    rows = (row for root in table.elements() for row in root.elements()) if isinstance(table, Element) else ()
    for row in rows:
        if any(cell.text() == key for cell in cells(row, key_column)):
            return next((cell.text() for cell in cells(row, column)), "")
    return ""


def _first(context: Context, nodes: Nodes | None) -> TreeNode | None:
    return context.node if nodes is None else next(iter(nodes), None)


@function("local-name")
def local_name(context: Context, nodes: Nodes | None = None) -> str:
    node = _first(context, nodes)
    return "" if node is None else node.name


@function("name")
def name(context: Context, nodes: Nodes | None = None) -> str:
    node = _first(context, nodes)
    if node is None:
        return ""
    return f"{node.prefix}:{node.name}" if node.prefix else node.name


@function("namespace-uri")
def namespace_uri(context: Context, nodes: Nodes | None = None) -> str:
    node = _first(context, nodes)
    return "" if node is None else node.namespace


# --- places on the earth ---------------------------------------------------------------------------

_EARTH = 6_378_100.0
"""Metres: the radius that ODK Collect and Enketo compute with."""


Point: TypeAlias = tuple[float, float]


def _points(*shapes: Value) -> list[Point]:
    """Latitude and longitude in degrees of `lat lon [alt [accuracy]]; …`; empty where any of it is no place."""
    points: list[Point] = []
    for part in (part for text in _texts(shapes) for part in text.split(";") if part.strip()):
        latitude, longitude = (values.text_number(number, UTC) for number in (*part.split(), "", "")[:2])
        if not (abs(latitude) <= 90 and abs(longitude) <= 180):
            return []
        points.append((latitude, longitude))
    return points


@function("distance")
def distance(*shapes: Value) -> float:
    """Metres along the line through all points, on a sphere."""
    points = [(math.radians(latitude), math.radians(longitude)) for latitude, longitude in _points(*shapes)]
    total = 0.0
    for (lat1, lon1), (lat2, lon2) in pairwise(points):
        half = math.sin((lat2 - lat1) / 2) ** 2
        half += math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
        total += 2 * _EARTH * math.asin(min(1.0, math.sqrt(half)))
    return values.rounded(total, 2)


@function("area")
def area(*shapes: Value) -> float:
    """Square metres inside the line, closed if it is not, on a sphere (Chamberlain and Duquette 2007)."""
    points = [(math.radians(latitude), math.radians(longitude)) for latitude, longitude in _points(*shapes)]
    if len(points) < 3:
        return 0.0
    strips = (
        (lon2 - lon1) * (2 + math.sin(lat1) + math.sin(lat2))
        for (lat1, lon1), (lat2, lon2) in pairwise([*points, points[0]])
    )
    return values.rounded(abs(sum(strips)) * _EARTH**2 / 2, 2)


@function("geofence")
def geofence(place: Value, shape: Value) -> bool:
    """Whether a place is inside a closed line: a ray from it to the east crosses the line an odd number of times."""
    point, corners = _points(place), _points(shape)
    if len(point) != 1 or len(corners) < 4 or corners[0] != corners[-1]:
        return False
    ((latitude, longitude),) = point
    inside = False
    for (lat1, lon1), (lat2, lon2) in pairwise(corners):
        if (lat1 > latitude) != (lat2 > latitude):
            crossing = lon1 + (latitude - lat1) / (lat2 - lat1) * (lon2 - lon1)
            inside ^= longitude < crossing
    return inside
