"""The functions that a form may call: XPath 1.0's own and those of the ODK XForms specification.

Each is one decorated Python function whose annotations are its signature (`library.py`).
Numbers of a form never raise: what cannot be computed is NaN, and NaN is a blank answer.
"""

import hashlib
import math
import random
import re
import secrets
import uuid
from collections.abc import Callable

from inspector_app.forms import digests, geography, times, tree, values
from inspector_app.forms.instants import SPACE, DayCount, Instant, read_instant
from inspector_app.forms.library import FUNCTIONS, Later, function, numbers_of, texts
from inspector_app.forms.patterns import PatternFailed, read_pattern
from inspector_app.forms.tree import TreeNode
from inspector_app.forms.values import Context, Nodes, Value

__all__ = ["FUNCTIONS", "digests", "geography", "times"]  # the library is complete once this module is loaded


# --- choosing --------------------------------------------------------------------------------------


@function("if")
def if_(condition: bool, then: Later, otherwise: Later) -> Value:
    """One of two values; the other is not evaluated."""
    return then() if condition else otherwise()


@function("coalesce")
def coalesce(*candidates: Later) -> Value:
    """The first value that is not blank."""
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
    """True."""
    return True


@function("false")
def false() -> bool:
    """False."""
    return False


@function("not")
def not_(truth: bool) -> bool:
    """The opposite truth."""
    return not truth


@function("boolean")
def boolean(truth: bool) -> bool:
    """XPath's `boolean()`."""
    return truth


@function("boolean-from-string")
def boolean_from_string(text: str) -> bool:
    """True for `true` and `1`, and for nothing else."""
    return text in ("true", "1")


def _within(count: float, least: float, most: float) -> bool:
    """Between two bounds, of which -1 means none."""
    return (least == -1 or count >= least) and (most == -1 or count <= most)


def _truths(argument: Value) -> list[bool]:
    """The truth of an argument, or of each node of a node-set: whether it holds anything."""
    if isinstance(argument, list):
        return [node.text() != "" for node in argument]
    return [values.to_boolean(argument)]


@function("checklist")
def checklist(least: float, most: float, *truths: Value) -> bool:
    """Whether between `least` and `most` of the truths hold, each node counting by itself; -1 is no bound."""
    return _within(sum(sum(_truths(argument)) for argument in truths), least, most)


@function("weighted-checklist")
def weighted_checklist(context: Context, least: float, most: float, *pairs: Value) -> bool:
    """Truths and weights by turns, summed; two node-sets pair up node by node, a blank one being untrue."""
    total = 0.0
    for truth, weight in zip(pairs[::2], pairs[1::2], strict=False):
        weights = numbers_of(context, [weight])
        total += sum(number for holds, number in zip(_truths(truth), weights, strict=False) if holds)
    return _within(total, least, most)


@function("lang", steady="never")
def lang(context: Context, wanted: str) -> bool:
    """Whether the nearest `xml:lang` is this language or a variety of it."""
    for node in (context.node, *tree.ancestors(context.node)):
        for attribute in node.attributes:
            if attribute.name == "lang" and attribute.prefix == "xml":
                found, wanted = attribute.text().lower(), wanted.lower()
                return found == wanted or found.startswith(wanted + "-")
    return False


# --- text ------------------------------------------------------------------------------------------


@function("string", steady="given")
def string(context: Context, value: Value | None = None) -> str:
    """A value, or the node here, as text."""
    return context.node.text() if value is None else values.to_text(value)


@function("string-length", steady="given")
def string_length(context: Context, value: Value | None = None) -> float:
    """How many letters a text has."""
    return float(len(context.node.text() if value is None else values.to_text(value)))


@function("normalize-space", steady="given")
def normalize_space(context: Context, value: Value | None = None) -> str:
    """Without white space at the ends, and one space for each run inside."""
    text = context.node.text() if value is None else values.to_text(value)
    return re.sub(f"[{SPACE}]+", " ", text.strip(SPACE))


@function("concat")
def concat(*parts: Value) -> str:
    """All texts one after the other, every node of a node-set by itself."""
    return "".join(texts(parts))


@function("join")
def join(separator: str, *parts: Value) -> str:
    """All texts with a separator between them."""
    return separator.join(texts(parts))


@function("contains")
def contains(text: str, part: str) -> bool:
    """Whether a text has another in it."""
    return part in text


@function("starts-with")
def starts_with(text: str, part: str) -> bool:
    """Whether a text begins with another."""
    return text.startswith(part)


@function("ends-with")
def ends_with(text: str, part: str) -> bool:
    """Whether a text ends with another."""
    return text.endswith(part)


@function("substring-before")
def substring_before(text: str, part: str) -> str:
    """What stands before the first occurrence; blank if there is none."""
    before, found, _ = text.partition(part) if part else ("", "", "")
    return before if found else ""


@function("substring-after")
def substring_after(text: str, part: str) -> str:
    """What stands after the first occurrence; blank if there is none."""
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
    first = int(start) if math.isfinite(start) else len(text)
    return text[first : int(end) if math.isfinite(end) else None]


@function("translate")
def translate(text: str, letters: str, replacements: str) -> str:
    """Letters replaced one for one; those without a replacement are dropped."""
    table: dict[int, str | None] = {}
    for at, letter in enumerate(letters):
        table.setdefault(ord(letter), replacements[at] if at < len(replacements) else None)
    return text.translate(table)


@function("regex")
def regex(context: Context, text: str, pattern: str) -> bool:
    """Whether the pattern is found; anchors are the author's to write. A faulty or slow one is not."""
    try:
        return read_pattern(pattern).is_in(text)
    except PatternFailed as failed:
        context.world.doubt(str(failed))
        return False


@function("uuid", steady="never")
def uuid_(length: float = math.nan) -> str:
    """A random UUID, or that many random letters and digits."""
    if not math.isfinite(length):
        return str(uuid.uuid4())
    letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    return "".join(secrets.choice(letters) for _ in range(min(int(length), 1000)))


# --- choices ---------------------------------------------------------------------------------------


@function("is-selected")
@function("selected")
def selected(chosen: str, name: str) -> bool:
    """Whether a name is among those chosen."""
    # A blank question counts as having chosen the blank name.
    return name.strip() in (chosen.split() or [""])


@function("selected-at")
def selected_at(chosen: str, index: float) -> str:
    """The chosen name at a position counted from 0."""
    names = chosen.split()
    return names[int(index)] if 0 <= index < len(names) else ""


@function("count-selected")
def count_selected(chosen: str) -> float:
    """How many names are chosen."""
    return float(len(chosen.split()))


@function("jr:choice-name", speaks=True)
def choice_name(context: Context, name: str, question: str) -> str:
    """The label of a choice, as the question that a path names shows it."""
    return context.world.choice_label(name, question, context.origin)


@function("jr:itext", leads="outside")
def itext(context: Context, key: str) -> Nodes:
    """A text of the form in the language spoken."""
    found = context.world.itext(key, context.origin)
    return [] if found is None else [found]


# --- numbers ---------------------------------------------------------------------------------------


@function("number", steady="given")
def number(context: Context, value: Value | None = None) -> Value:
    """A value, or the node here, as a number; a date as the days since 1970."""
    zone = context.world.zone
    if value is None:
        value = context.node.text()
    if isinstance(value, list):
        value = values.to_text(value)
    moment = read_instant(value, zone) if isinstance(value, str) else value
    return DayCount(moment.moment) if isinstance(moment, Instant) else values.to_number(value, zone)


@function("int")
def int_(number: float) -> float:
    """The whole part of a number."""
    return float(math.trunc(number)) if math.isfinite(number) else number


@function("round")
def round_(number: float, places: float = 0) -> float:
    """Rounded half away from zero, to whole numbers or to places."""
    return values.rounded(number, int(places)) if math.isfinite(places) else math.nan


@function("floor")
def floor(number: float) -> float:
    """The next whole number down."""
    return float(math.floor(number)) if math.isfinite(number) else number


@function("ceiling")
def ceiling(number: float) -> float:
    """The next whole number up."""
    return float(math.ceil(number)) if math.isfinite(number) else number


@function("abs")
def abs_(number: float) -> float:
    """The number without its sign."""
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
    """A number to a power."""
    return math.inf if base == 0 and exponent < 0 else _real(math.pow, base, exponent)


@function("exp")
def exp(number: float) -> float:
    """e to a power."""
    return _real(math.exp, number)


@function("exp10")
def exp10(number: float) -> float:
    """Ten to a power."""
    return _real(math.pow, 10, number)


@function("log")
def log(number: float) -> float:
    """The natural logarithm."""
    return -math.inf if number == 0 else _real(math.log, number)


@function("log10")
def log10(number: float) -> float:
    """The logarithm to base ten."""
    return -math.inf if number == 0 else _real(math.log10, number)


@function("sqrt")
def sqrt(number: float) -> float:
    """The square root."""
    return _real(math.sqrt, number)


@function("sin")
def sin(angle: float) -> float:
    """Sine of an angle in radians."""
    return _real(math.sin, angle)


@function("cos")
def cos(angle: float) -> float:
    """Cosine of an angle in radians."""
    return _real(math.cos, angle)


@function("tan")
def tan(angle: float) -> float:
    """Tangent of an angle in radians."""
    return _real(math.tan, angle)


@function("asin")
def asin(number: float) -> float:
    """The angle with this sine."""
    return _real(math.asin, number)


@function("acos")
def acos(number: float) -> float:
    """The angle with this cosine."""
    return _real(math.acos, number)


@function("atan")
def atan(number: float) -> float:
    """The angle with this tangent."""
    return _real(math.atan, number)


@function("atan2")
def atan2(y: float, x: float) -> float:
    """The angle of a point, from the axis x."""
    return _real(math.atan2, y, x)


@function("pi")
def pi() -> float:
    """π."""
    return math.pi


@function("random", steady="never")
def random_() -> float:
    """A random number from 0 to below 1."""
    return random.random()


@function("sum")
def sum_(context: Context, *numbers: Value) -> float:
    """The sum of all values; a blank among them makes it NaN."""
    return float(sum(numbers_of(context, numbers)))


@function("min")
def min_(context: Context, *numbers: Value) -> float:
    """The least of all values; a blank among them makes it NaN."""
    found = numbers_of(context, numbers)
    return math.nan if not found or any(math.isnan(n) for n in found) else min(found)


@function("max")
def max_(context: Context, *numbers: Value) -> float:
    """The greatest of all values; a blank among them makes it NaN."""
    found = numbers_of(context, numbers)
    return math.nan if not found or any(math.isnan(n) for n in found) else max(found)


# --- questions and repeats -------------------------------------------------------------------------


@function("count")
def count(nodes: Nodes) -> float:
    """How many nodes there are."""
    return float(len(nodes))


@function("count-non-empty")
def count_non_empty(*parts: Value) -> float:
    """How many values are not blank."""
    return float(sum(text != "" for text in texts(parts)))


@function("position", counts_place=True, steady="given")
def position(context: Context, node: Nodes | None = None) -> float:
    """Of a question or repeat instance among those of its name; without argument, of a candidate."""
    if node is None:
        return float(context.position)
    if not node:
        return math.nan
    return float(node[0].ordinal())


@function("last", counts_place=True, steady="given")
def last(context: Context) -> float:
    """How many candidates a predicate has."""
    return float(context.size)


@function("current", leads="origin")
def current(context: Context) -> Nodes:
    """The node that the expression stands at, also inside predicates."""
    return [context.origin]


@function("instance", leads="outside")
def instance(context: Context, name: str) -> Nodes:
    """A further instance of the form, such as a list of choices."""
    found = context.world.instance(name)
    return [] if found is None else [found]


@function("id", leads="outside", steady="never")
def id_(context: Context, names: Value) -> Nodes:
    """The elements whose `id` is among the names."""
    wanted = {name for text in texts([names]) for name in text.split()}
    root = (context.node, *tree.ancestors(context.node))[-1]
    return [
        node
        for node in tree.descendants(root)
        if any(attribute.name == "id" and attribute.text() in wanted for attribute in node.attributes)
    ]


@function("indexed-repeat", leads="others")
def indexed_repeat(context: Context, target: Nodes, *pairs: Value) -> Nodes:
    """The target's nodes in the repeat instances picked; each pair is a repeat and which instance of it."""
    for repeats, index in zip(pairs[::2], pairs[1::2], strict=False):
        wanted = values.to_number(index, context.world.zone)
        groups: dict[TreeNode | None, list[TreeNode]] = {}
        for node in values.to_nodes(repeats):
            groups.setdefault(node.parent, []).append(node)
        if not groups or any(wanted > len(group) for group in groups.values()):
            context.look_around()
        picked = {group[int(wanted) - 1] for group in groups.values() if 1 <= wanted <= len(group)}
        target = [node for node in target if not picked.isdisjoint((node, *tree.ancestors(node)))]
    return target


_MODULUS = 2147483647


@function("randomize", leads="first", steady="never")
def randomize(context: Context, nodes: Nodes, seed: Value | None = None) -> Nodes:
    """The same nodes shuffled; one seed gives one order on every machine (Park and Miller's generator)."""
    state = secrets.randbelow(_MODULUS) if seed is None else _seed(seed, context)
    state = state if state > 0 else state + _MODULUS - 1
    shuffled: Nodes = []
    for at, node in enumerate(nodes):
        state = state * 16807 % _MODULUS
        other = int((state - 1) / (_MODULUS - 1) * (at + 1))
        shuffled.append(node)
        shuffled[at] = shuffled[other]
        shuffled[other] = node
    return shuffled


def _seed(seed: Value, context: Context) -> int:
    """Where the generator begins: a number without fraction, the digest of another text, 0 for a blank."""
    number, text = values.to_number(seed, context.world.zone), values.to_text(seed)
    if math.isnan(number):
        digest = hashlib.sha256(text.encode("utf-8")).digest()
        number = int.from_bytes(digest[:8], signed=True) if text else 0
    elif math.isinf(number):
        number = 2**63 - 1 if number > 0 else -(2**63)
    return int(math.fmod(int(number), _MODULUS)) if abs(number) < 2**53 else _remainder(int(number))


def _remainder(number: int) -> int:
    """With the sign of the number, as other machines' division leaves it."""
    return number % _MODULUS if number >= 0 else -(-number % _MODULUS)


@function("pulldata")
def pulldata(context: Context, name: str, column: str, key_column: str, key: str) -> str:
    """A cell of an attached table: of `column`, in the first row whose `key_column` is `key`.

    Columns are child elements of a row, or with `@` attributes of it.
    """
    table = context.world.instance(name)
    for root in table.children if table is not None else ():
        if root.kind != "element":
            continue
        rows = None if key_column.startswith("@") else root.holding("item", key_column, key)
        for row in rows or (row for row in root.children if row.kind == "element"):
            if any(cell.text() == key for cell in _cells(row, key_column)):
                return next((cell.text() for cell in _cells(row, column)), "")
    return ""


def _cells(row: TreeNode, column: str) -> list[TreeNode]:
    if column.startswith("@"):
        return [attribute for attribute in row.attributes if attribute.name == column[1:]]
    return list(row.named(column))


def _first(context: Context, nodes: Nodes | None) -> TreeNode | None:
    return context.node if nodes is None else next(iter(nodes), None)


@function("local-name", steady="given")
def local_name(context: Context, nodes: Nodes | None = None) -> str:
    """The name of the first node, without prefix."""
    node = _first(context, nodes)
    return "" if node is None else node.name


@function("name", steady="given")
def name(context: Context, nodes: Nodes | None = None) -> str:
    """The name of the first node as written."""
    node = _first(context, nodes)
    if node is None:
        return ""
    return f"{node.prefix}:{node.name}" if node.prefix else node.name


@function("namespace-uri", steady="given")
def namespace_uri(context: Context, nodes: Nodes | None = None) -> str:
    """The namespace of the first node."""
    node = _first(context, nodes)
    return "" if node is None else node.namespace
