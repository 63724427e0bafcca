"""Expressions of a form: XPath 1.0 as ODK speaks it, read once and kept as something that runs.

Text goes through a grammar into a typed tree, and the tree does three things. It says what is wrong with it,
with the place, before anybody fills in the form. It says what it reads (`Expression.reads`), so that an answer
wakes only what depends on it. And it compiles itself to closures, so that evaluating is calling, not
interpreting: types that are known beforehand choose their conversion at compile time.

XPath's one lexical puzzle, whether `div`, `and` or `*` is an operator or a name, is solved by the contextual
lexer: where an operand is expected only names fit, after an operand only operators do.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cache, lru_cache
from typing import TYPE_CHECKING, ClassVar, Protocol, TypeAlias, cast

from inspector_app.forms import values
from inspector_app.forms.functions import FUNCTIONS, Function, Take
from inspector_app.forms.values import Context, Nodes, TreeNode, Value
from inspector_app.i18n import tr

if TYPE_CHECKING:
    from lark import Lark, Token

Run: TypeAlias = Callable[[Context], Value]

DEEPEST = 200
"""Levels of nesting that an expression may have; no person writes a tenth of it."""


class Type(Enum):
    """What an expression gives, as far as it can be known without a form."""

    TEXT = "text"
    NUMBER = "number"
    TRUTH = "truth"
    INSTANT = "instant"
    NODES = "nodes"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with an expression: a code, a sentence (current language), the offset in its text."""

    code: str
    message: str
    offset: int


class ExpressionRefused(ValueError):
    """An expression that cannot be used; `faults` lists every one found."""

    def __init__(self, text: str, faults: Sequence[Fault]) -> None:
        super().__init__("; ".join(fault.message for fault in faults))
        self.text = text
        self.faults = tuple(faults)


# --- what an expression reads --------------------------------------------------------------------


class Schema(Protocol):
    """The shape of a form, as far as paths can see it: `Definition` is one."""

    @property
    def name(self) -> str: ...
    @property
    def parent(self) -> "Schema | None": ...
    @property
    def children(self) -> "Sequence[Schema]": ...
    @property
    def repeats(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Place:
    """Where a path may stand: at a node of the form's shape, above its root (`at` None), or outside the form.

    `top` is the highest node the path has climbed to, None for the document: the path stays inside one instance
    of it. `others` says that the path may have gone to another instance of a repeat it came from.
    """

    at: Schema | None
    top: Schema | None
    outside: bool = False
    others: bool = False


OUTSIDE = Place(None, None, outside=True)
Places: TypeAlias = tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """That an expression reads `what`; always within one instance of `within` (None: anywhere in the form).

    `text` is False where only its being there counts; `others` says it may be of another repeat instance.
    """

    what: Schema
    within: Schema | None
    others: bool
    text: bool


class _Survey:
    """One walk over an expression at one place of a form, gathering its readings and the names it misses."""

    def __init__(self, origin: Schema, root: Schema) -> None:
        self.origin = Place(origin, origin)
        self.root = root
        self.readings: dict[Reading, None] = {}
        self.faults: list[Fault] = []

    def exists(self, places: Places, text: bool = False) -> None:
        """Nodes counted, numbered or tested for being there: their value does not matter."""
        for place in places:
            if place.at is not None:
                within = place.top
                while within is not None and not within.repeats:
                    within = within.parent
                self.readings[Reading(place.at, within, place.others, text)] = None

    def value(self, places: Places) -> None:
        """Nodes whose text is taken: a group's is that of everything in it."""
        for place in places:
            if place.at is not None:
                self.exists((place,), text=True)
                self.value(tuple(Place(child, place.top, others=place.others) for child in place.at.children))

    def step(self, places: Places, axis: str, name: str | None, offset: int) -> Places:
        """Where one step leads; `name` None is any. A plain name that leads nowhere is a fault."""
        found: dict[Place, None] = {}
        for place in places:
            for target in self._along(place, axis):
                if target.outside or name is None or (target.at is not None and target.at.name == name):
                    found[target] = None
        if (
            not found
            and places
            and name is not None
            and axis in ("child", "descendant", "descendant-or-self")
        ):
            self.faults.append(
                Fault("unknown-name", tr("There is no question named {name}.", name=name), offset)
            )
        return tuple(found)

    def _along(self, place: Place, axis: str) -> Iterable[Place]:
        if place.outside or axis in ("attribute", "namespace"):
            return (OUTSIDE,)
        if axis == "self":
            return (place,)
        if axis in ("child", "descendant", "descendant-or-self"):
            below = [place] if axis == "descendant-or-self" else []
            waiting = [place]
            while waiting:
                inner = waiting.pop()
                children = (self.root,) if inner.at is None else inner.at.children
                steps = [Place(child, inner.top, others=inner.others) for child in children]
                below.extend(steps)
                if axis != "child":
                    waiting.extend(steps)
            return below
        if axis in ("parent", "ancestor", "ancestor-or-self"):
            above = [place] if axis == "ancestor-or-self" else []
            while place.at is not None:
                parent = place.at.parent
                place = Place(parent, parent if place.at is place.top else place.top, others=place.others)
                above.append(place)
                if axis == "parent":
                    break
            return above
        # Siblings, following and preceding: anything under the parent may be meant, in any instance.
        parent = place.at.parent if place.at is not None else None
        start = Place(parent, parent, others=True)
        return self._along(start, "child" if axis.endswith("sibling") else "descendant")

    def filtered(self, places: Places) -> Places:
        """After a predicate: below an ancestor, a repeat may now be another instance than the one begun in."""
        lineage: list[Schema | None] = []
        above: Schema | None = self.origin.at
        while above is not None:
            lineage.append(above)
            above = above.parent
        return tuple(
            Place(place.at, place.top, place.outside, True)
            if place.at is not None and place.at.repeats and place.at in lineage and place.at is not place.top
            else place
            for place in places
        )


# --- the typed tree ------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Term:
    """A node of the typed tree; `depth` is how many levels it is high."""

    type: ClassVar[Type] = Type.ANY
    depth: int = field(init=False, default=1, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "depth", 1 + max((part.depth for part in self.parts()), default=0))

    def parts(self) -> Sequence["Term"]:
        """The terms directly inside."""
        return ()

    def compile(self) -> Run:
        raise NotImplementedError

    def survey(self, survey: _Survey, here: Places) -> Places:
        """Record what this reads when evaluated at `here`; where its nodes are, if it gives nodes."""
        for part in self.parts():
            survey.value(part.survey(survey, here))
        return ()

    @property
    def gives(self) -> Type:
        return self.type


@dataclass(frozen=True, eq=False)
class Literal(Term):
    value: str | float

    @property
    def gives(self) -> Type:
        return Type.TEXT if isinstance(self.value, str) else Type.NUMBER

    def compile(self) -> Run:
        value = self.value
        return lambda _context: value


@dataclass(frozen=True, eq=False)
class Negation(Term):
    operand: Term
    type = Type.NUMBER

    def parts(self) -> Sequence[Term]:
        return (self.operand,)

    def compile(self) -> Run:
        number = as_number(self.operand)
        return lambda context: -number(context)


@dataclass(frozen=True, eq=False)
class Arithmetic(Term):
    """A run of operators of one precedence, left to right: `a + b - c` is one level deep, however long."""

    first: Term
    rest: tuple[tuple[str, Term], ...]
    type = Type.NUMBER

    def parts(self) -> Sequence[Term]:
        return (self.first, *(operand for _, operand in self.rest))

    def compile(self) -> Run:
        start = as_number(self.first)
        steps = [(_ARITHMETIC[operator], as_number(operand)) for operator, operand in self.rest]
        if len(steps) == 1:
            ((apply, operand),) = steps
            return lambda context: apply(start(context), operand(context))

        def run(context: Context) -> Value:
            total = start(context)
            for apply, operand in steps:
                total = apply(total, operand(context))
            return total

        return run


def _divide(left: float, right: float) -> float:
    if right == 0:
        return math.nan if left == 0 or left != left else math.copysign(math.inf, left)
    return left / right


def _modulo(left: float, right: float) -> float:
    """The remainder with the sign of `left`, as JavaScript and XPath have it."""
    return math.fmod(left, right) if right != 0 and math.isfinite(left) else math.nan


_ARITHMETIC: dict[str, Callable[[float, float], float]] = {
    "+": lambda left, right: left + right,
    "-": lambda left, right: left - right,
    "*": lambda left, right: left * right,
    "div": _divide,
    "mod": _modulo,
}


@dataclass(frozen=True, eq=False)
class Logic(Term):
    """`and` or `or` over operands, evaluated only as far as needed."""

    operator: str
    operands: tuple[Term, ...]
    type = Type.TRUTH

    def parts(self) -> Sequence[Term]:
        return self.operands

    def compile(self) -> Run:
        runs = [as_truth(operand) for operand in self.operands]
        if self.operator == "and":
            return lambda context: all(run(context) for run in runs)
        return lambda context: any(run(context) for run in runs)


@dataclass(frozen=True, eq=False)
class Comparison(Term):
    """A run of comparisons of one precedence, left to right; nearly always just one."""

    first: Term
    rest: tuple[tuple[str, Term], ...]
    type = Type.TRUTH

    def parts(self) -> Sequence[Term]:
        return (self.first, *(operand for _, operand in self.rest))

    def compile(self) -> Run:
        start = self.first.compile()
        steps = [(operator, operand.compile()) for operator, operand in self.rest]
        compare = values.compare

        def run(context: Context) -> Value:
            result = start(context)
            for operator, operand in steps:
                result = compare(operator, result, operand(context), context.world.zone)
            return result

        return run


@dataclass(frozen=True, eq=False)
class Union(Term):
    operands: tuple[Term, ...]
    type = Type.NODES

    def parts(self) -> Sequence[Term]:
        return self.operands

    def compile(self) -> Run:
        runs = [as_nodes(operand) for operand in self.operands]
        return lambda context: values.in_document_order(node for run in runs for node in run(context))

    def survey(self, survey: _Survey, here: Places) -> Places:
        return tuple(place for part in self.operands for place in part.survey(survey, here))


@dataclass(frozen=True, eq=False)
class Call(Term):
    function: Function
    arguments: tuple[Term, ...]

    @property
    def gives(self) -> Type:
        return Type(self.function.gives)

    def parts(self) -> Sequence[Term]:
        return self.arguments

    def compile(self) -> Run:
        body = self.function.body
        conversions = [
            _CONVERSIONS[take](argument)
            for take, argument in zip(
                self.function.takes_for(len(self.arguments)), self.arguments, strict=True
            )
        ]
        if self.function.in_context:
            return lambda context: body(context, *[convert(context) for convert in conversions])
        if not conversions:
            return lambda _context: body()
        if len(conversions) == 1:
            (only,) = conversions
            return lambda context: body(only(context))
        return lambda context: body(*[convert(context) for convert in conversions])

    def survey(self, survey: _Survey, here: Places) -> Places:
        inside = [argument.survey(survey, here) for argument in self.arguments]
        if self.function.leads == "others":
            # indexed-repeat: the target, then repeats and indexes by turns.
            for places in inside[1::2]:
                survey.exists(places)
            for places in inside[2::2]:
                survey.value(places)
            return tuple(Place(place.at, None, place.outside, others=True) for place in inside[0])
        for take, places in zip(self.function.takes_for(len(self.arguments)), inside, strict=True):
            survey.exists(places) if take is Take.NODES else survey.value(places)
        if self.function.counts_place and not self.arguments:
            survey.exists(here)
        return {"origin": (survey.origin,), "outside": (OUTSIDE,)}.get(self.function.leads, ())


@dataclass(frozen=True, eq=False)
class Test:
    """What a step lets through: a local name (None: any), its prefix's namespace, or a type of node."""

    name: str | None
    namespace: str | None = None
    kind: str = "element"

    def matches(self, node: TreeNode, principal: str) -> bool:
        if self.kind != "element":
            named = self.name is None or self.name == node.name
            return named and (self.kind == "node" or node.kind == self.kind)
        if node.kind != principal or (self.name is not None and node.name != self.name):
            return False
        if self.namespace is None:
            # A name without prefix means elements written without one, whatever their default namespace:
            # forms put their data in the XForms namespace and nobody says so in a path.
            return self.name is None or not node.prefix or not node.namespace
        return node.namespace == self.namespace


@dataclass(frozen=True, eq=False)
class Step:
    axis: str
    test: Test
    predicates: tuple[Term, ...] = ()
    offset: int = 0

    def compile(self) -> Callable[[Context, TreeNode], Nodes]:
        """From one node to the nodes along the axis that pass test and predicates, nearest first."""
        walk, test, principal = values.AXES[self.axis], self.test, "element"
        if self.axis == "attribute":
            principal = "attribute"
        if self.axis == "child" and test.kind == "element" and test.name is not None:
            name = test.name

            # The first sieve is an index; only what has the right name is looked at more closely.
            def plain(_context: Context, node: TreeNode) -> Nodes:
                return [child for child in node.named(name) if test.matches(child, "element")]
        else:

            def plain(_context: Context, node: TreeNode) -> Nodes:
                return [found for found in walk(node) if test.matches(found, principal)]

        if not self.predicates:
            return plain
        sieves = [_sieve(predicate) for predicate in self.predicates]

        def sieved(context: Context, node: TreeNode) -> Nodes:
            found = plain(context, node)
            for sieve in sieves:
                found = sieve(context, found)
            return found

        return sieved


def _sieve(predicate: Term) -> Callable[[Context, Nodes], Nodes]:
    """A predicate as a filter over candidates in axis order: a number is a position, anything else a truth."""
    if isinstance(predicate, Literal) and isinstance(predicate.value, float):
        index = predicate.value
        return lambda _context, nodes: [nodes[int(index) - 1]] if index in range(1, len(nodes) + 1) else []
    run = predicate.compile()

    def sieve(context: Context, nodes: Nodes) -> Nodes:
        size = len(nodes)
        kept: Nodes = []
        for position, node in enumerate(nodes, 1):
            result = run(context.at(node, position, size))
            if (result == position) if isinstance(result, float) else values.to_boolean(result):
                kept.append(node)
        return kept

    return sieve


@dataclass(frozen=True, eq=False)
class Path(Term):
    """Steps from a start: the context node (None), the document (`ROOT`), or any expression that gives nodes."""

    start: Term | None
    steps: tuple[Step, ...]
    type = Type.NODES

    def parts(self) -> Sequence[Term]:
        start = () if self.start is None else (self.start,)
        return (*start, *(predicate for step in self.steps for predicate in step.predicates))

    def compile(self) -> Run:
        begin = None if self.start is None else as_nodes(self.start)
        steps = [(step.compile(), step.axis) for step in self.steps]

        def run(context: Context) -> Value:
            nodes = [context.node] if begin is None else begin(context)
            # Children of sorted nodes none of which is inside another are sorted; only other axes mix order.
            nested = len(nodes) > 1
            for walk, axis in steps:
                if len(nodes) == 1:
                    nodes = walk(context, nodes[0])
                    if axis in values.REVERSE_AXES:
                        nodes.reverse()
                    nested = axis not in ("child", "attribute", "self", "parent")
                    continue
                nodes = [found for node in nodes for found in walk(context, node)]
                if nested or axis not in ("child", "attribute", "self"):
                    nodes = values.in_document_order(nodes)
                    nested = True
            return nodes

        return run

    def survey(self, survey: _Survey, here: Places) -> Places:
        places = here if self.start is None else self.start.survey(survey, here)
        for step in self.steps:
            plain = step.test.kind == "element"
            places = survey.step(places, step.axis, step.test.name if plain else None, step.offset)
            if not plain and step.test.kind != "node":
                # `text()` and comments are not nodes of the form's shape: reading them reads their element.
                survey.value(places)
            for predicate in step.predicates:
                survey.value(predicate.survey(survey, places))
            if step.predicates:
                places = survey.filtered(places)
        return places


@dataclass(frozen=True, eq=False)
class Root(Term):
    """The document of the form's own data, even in a predicate on the items of another instance."""

    type = Type.NODES

    def compile(self) -> Run:
        def run(context: Context) -> Value:
            node = context.origin
            while node.parent is not None:
                node = node.parent
            return [node]

        return run

    def survey(self, survey: _Survey, here: Places) -> Places:
        return (Place(None, None),)


@dataclass(frozen=True, eq=False)
class Filter(Term):
    """A primary expression with predicates: `(//a)[1]`, `instance('x')[…]`."""

    primary: Term
    predicates: tuple[Term, ...]
    type = Type.NODES

    def parts(self) -> Sequence[Term]:
        return (self.primary, *self.predicates)

    def compile(self) -> Run:
        begin = as_nodes(self.primary)
        sieves = [_sieve(predicate) for predicate in self.predicates]

        def run(context: Context) -> Value:
            nodes = begin(context)
            for sieve in sieves:
                nodes = sieve(context, nodes)
            return nodes

        return run

    def survey(self, survey: _Survey, here: Places) -> Places:
        places = self.primary.survey(survey, here)
        for predicate in self.predicates:
            survey.value(predicate.survey(survey, places))
        return survey.filtered(places)


@dataclass(frozen=True, eq=False)
class Unusable(Term):
    """What cannot be evaluated, such as a call of a function that does not exist. Forms with one are refused."""

    fault: Fault

    def compile(self) -> Run:
        fault = self.fault

        def run(_context: Context) -> Value:
            raise ExpressionRefused("", [fault])

        return run


# --- conversions chosen when compiling --------------------------------------------------------------


def as_number(term: Term) -> Callable[[Context], float]:
    run = term.compile()
    if term.gives is Type.NUMBER:
        return cast("Callable[[Context], float]", run)
    to_number = values.to_number
    return lambda context: to_number(run(context), context.world.zone)


def as_text(term: Term) -> Callable[[Context], str]:
    run = term.compile()
    if term.gives is Type.TEXT:
        return cast("Callable[[Context], str]", run)
    to_text = values.to_text
    return lambda context: to_text(run(context))


def as_truth(term: Term) -> Callable[[Context], bool]:
    run = term.compile()
    if term.gives is Type.TRUTH:
        return cast("Callable[[Context], bool]", run)
    to_boolean = values.to_boolean
    return lambda context: to_boolean(run(context))


def as_nodes(term: Term) -> Callable[[Context], Nodes]:
    run = term.compile()
    if term.gives is Type.NODES:
        return cast("Callable[[Context], Nodes]", run)
    to_nodes = values.to_nodes
    return lambda context: to_nodes(run(context))


def _as_instant(term: Term) -> Callable[[Context], object]:
    run = term.compile()
    return lambda context: values.to_instant(run(context), context.world.zone)


def _as_later(term: Term) -> Callable[[Context], object]:
    """Not evaluated yet: a call without arguments that the function may make or leave."""
    run = term.compile()
    return lambda context: lambda: run(context)


_CONVERSIONS: dict[Take, Callable[[Term], Callable[[Context], object]]] = {
    Take.TEXT: as_text,
    Take.NUMBER: as_number,
    Take.TRUTH: as_truth,
    Take.INSTANT: _as_instant,
    Take.NODES: as_nodes,
    Take.VALUE: lambda term: term.compile(),
    Take.LATER: _as_later,
}


# --- the grammar ---------------------------------------------------------------------------------

_GRAMMAR = r"""
?start: disjunction
?disjunction: conjunction ("or" conjunction)*
?conjunction: equality ("and" equality)*
?equality: relation (EQUALITY relation)*
?relation: sum (RELATION sum)*
?sum: product ((PLUS | MINUS) product)*
?product: unary ((STAR | DIV | MOD) unary)*
?unary: MINUS unary                           -> negation
      | union
?union: path ("|" path)*
?path: filtered
     | filtered slash relative                -> path_from
     | relative                               -> path_here
     | SLASH                                  -> root
     | SLASH relative                         -> path_root
     | SLASHES relative                       -> path_below_root
slash: SLASH | SLASHES
relative: step (slash step)*
step: AXIS "::" test predicate*               -> step_along
    | "@" test predicate*                     -> step_attribute
    | test predicate*                         -> step_child
    | DOT predicate*                          -> step_self
    | DOTS predicate*                         -> step_parent
test: NAME                                    -> test_name
    | PREFIXED                                -> test_prefixed
    | STAR                                    -> test_any
    | NODE_TYPE "(" LITERAL? ")"              -> test_kind
predicate: "[" disjunction "]"
?filtered: primary predicate*
?primary: "(" disjunction ")"
        | LITERAL                             -> literal
        | NUMBER                              -> number
        | VARIABLE                            -> variable
        | NAME "(" [disjunction ("," disjunction)*] ")"  -> call

EQUALITY: "!=" | "="
RELATION: "<=" | ">=" | "<" | ">"
PLUS: "+"
MINUS: "-"
STAR: "*"
DIV: "div"
MOD: "mod"
SLASHES: "//"
SLASH: "/"
DOTS: ".."
DOT: "."
VARIABLE: /\$[^\W\d][\w.\-]*(:[^\W\d][\w.\-]*)?/
LITERAL: /"[^"]*"|'[^']*'/
NUMBER.2: /(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?/
AXIS.3: /(ancestor-or-self|ancestor|attribute|child|descendant-or-self|descendant|following-sibling|following|namespace|parent|preceding-sibling|preceding|self)(?=\s*::)/
NODE_TYPE.3: /(node|text|comment|processing-instruction)(?=\s*\()/
PREFIXED.2: /[^\W\d][\w.\-]*:\*/
NAME.1: /[^\W\d][\w.\-]*(:(?!:)[^\W\d][\w.\-]*)?/
%ignore /[ \t\r\n]+/
"""

WELL_KNOWN = {
    "h": "http://www.w3.org/1999/xhtml",
    "xhtml": "http://www.w3.org/1999/xhtml",
    "jr": "http://openrosa.org/javarosa",
    "odk": "http://www.opendatakit.org/xforms",
    "orx": "http://openrosa.org/xforms",
    "xsd": "http://www.w3.org/2001/XMLSchema",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
"""Prefixes that mean the same in every form, declared or not."""

_ANYWHERE = Step("descendant-or-self", Test(None, kind="node"))


class _Build:
    """Grammar to tree, bottom up: each method makes the term of the rule that bears its name.

    One builder serves one expression at a time; it gathers faults instead of stopping at the first.
    """

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.namespaces: Mapping[str, str] = WELL_KNOWN

    def disjunction(self, operands: list[Term]) -> Term:
        return self._bounded(Logic("or", tuple(operands)))

    def conjunction(self, operands: list[Term]) -> Term:
        return self._bounded(Logic("and", tuple(operands)))

    def equality(self, parts: list[object]) -> Term:
        return self._bounded(Comparison(*self._run(parts)))

    relation = equality

    def sum(self, parts: list[object]) -> Term:
        return self._bounded(Arithmetic(*self._run(parts)))

    product = sum

    def negation(self, parts: list[object]) -> Term:
        return self._bounded(Negation(cast("Term", parts[1])))

    def union(self, operands: list[Term]) -> Term:
        return self._bounded(Union(tuple(operands)))

    def path_from(self, parts: list[object]) -> Term:
        start, slash, steps = cast("tuple[Term, tuple[Step, ...], tuple[Step, ...]]", tuple(parts))
        return self._bounded(Path(start, (*slash, *steps)))

    def path_here(self, parts: list[tuple[Step, ...]]) -> Term:
        return self._bounded(Path(None, parts[0]))

    def path_root(self, parts: list[tuple[Step, ...]]) -> Term:
        return self._bounded(Path(Root(), parts[1]))

    def path_below_root(self, parts: list[tuple[Step, ...]]) -> Term:
        return self._bounded(Path(Root(), (_ANYWHERE, *parts[1])))

    def root(self, _parts: list[object]) -> Term:
        return Root()

    def slash(self, parts: list["Token"]) -> tuple[Step, ...]:
        return (_ANYWHERE,) if parts[0] == "//" else ()

    def relative(self, parts: list[Step | tuple[Step, ...]]) -> tuple[Step, ...]:
        return tuple(step for part in parts for step in (part if isinstance(part, tuple) else (part,)))

    def step_along(self, parts: list[object]) -> Step:
        return self._step(str(parts[0]), parts[1:])

    def step_attribute(self, parts: list[object]) -> Step:
        return self._step("attribute", parts)

    def step_child(self, parts: list[object]) -> Step:
        return self._step("child", parts)

    def step_self(self, parts: list[object]) -> Step:
        return Step("self", Test(None, kind="node"), tuple(cast("list[Term]", parts[1:])))

    def step_parent(self, parts: list[object]) -> Step:
        return Step("parent", Test(None, kind="node"), tuple(cast("list[Term]", parts[1:])))

    def test_name(self, parts: list["Token"]) -> tuple[Test, int]:
        prefix, _, name = parts[0].rpartition(":")
        return Test(str(name), self._namespace(prefix, parts[0]) if prefix else None), parts[0].start_pos or 0

    def test_prefixed(self, parts: list["Token"]) -> tuple[Test, int]:
        return Test(None, self._namespace(parts[0][:-2], parts[0])), parts[0].start_pos or 0

    def test_any(self, _parts: list[object]) -> tuple[Test, int]:
        return Test(None), 0

    def test_kind(self, parts: list["Token"]) -> tuple[Test, int]:
        kind = "instruction" if parts[0] == "processing-instruction" else str(parts[0])
        return Test(str(parts[1])[1:-1] if len(parts) > 1 else None, kind=kind), parts[0].start_pos or 0

    def predicate(self, parts: list[Term]) -> Term:
        return parts[0]

    def filtered(self, parts: list[Term]) -> Term:
        return self._bounded(Filter(parts[0], tuple(parts[1:])))

    def literal(self, parts: list["Token"]) -> Term:
        return Literal(str(parts[0])[1:-1])

    def number(self, parts: list["Token"]) -> Term:
        return Literal(float(parts[0]))

    def variable(self, parts: list["Token"]) -> Term:
        sentence = tr("{name} is not known here.", name=str(parts[0]))
        return self._unusable("unknown-variable", sentence, parts[0])

    def call(self, parts: list[object]) -> Term:
        name = cast("Token", parts[0])
        arguments = tuple(cast("list[Term]", [part for part in parts[1:] if part is not None]))
        function = FUNCTIONS.get(str(name))
        if function is None:
            return self._unusable(
                "unknown-function", tr("There is no function {name}().", name=str(name)), name
            )
        if not function.accepts(len(arguments)):
            sentence = tr(
                "{name}() takes {wanted} values, not {given}.",
                name=str(name),
                wanted=function.wanted,
                given=len(arguments),
            )
            return self._unusable("wrong-arguments", sentence, name)
        for take, argument in zip(function.takes_for(len(arguments)), arguments, strict=True):
            if take is Take.NODES and argument.gives not in (Type.NODES, Type.ANY):
                sentence = tr("{name}() needs questions, not a computed value.", name=str(name))
                self._fault("wrong-type", sentence, name)
                break
        return self._bounded(Call(function, arguments))

    # --- shared by the rules

    @staticmethod
    def _run(parts: list[object]) -> tuple[Term, tuple[tuple[str, Term], ...]]:
        first, *others = parts
        pairs = zip(others[::2], others[1::2], strict=True)
        return cast("Term", first), tuple(
            (str(operator), cast("Term", operand)) for operator, operand in pairs
        )

    @staticmethod
    def _step(axis: str, parts: Sequence[object]) -> Step:
        test, offset = cast("tuple[Test, int]", parts[0])
        return Step(axis, test, tuple(cast("Sequence[Term]", parts[1:])), offset)

    def _namespace(self, prefix: str, token: "Token") -> str:
        if prefix not in self.namespaces:
            self._fault("unknown-prefix", tr("The prefix {name} is not declared.", name=prefix), token)
        return self.namespaces.get(prefix, "")

    def _fault(self, code: str, message: str, token: "Token") -> Fault:
        fault = Fault(code, message, token.start_pos or 0)
        self.faults.append(fault)
        return fault

    def _unusable(self, code: str, message: str, token: "Token") -> Term:
        return Unusable(self._fault(code, message, token))

    @staticmethod
    def _bounded(term: Term) -> Term:
        # Every deeper term goes through here first, so no walk over the tree can run out of stack.
        if term.depth > DEEPEST:
            message = tr("The expression is nested more than {limit} deep.", limit=DEEPEST)
            raise ExpressionRefused("", [Fault("too-deep", message, 0)])
        return term


_build = _Build()


@cache
def _parser() -> "Lark":
    """The parser, built on first use: about 40 ms with lark's import, spent only where a form is opened."""
    from lark import Lark

    return Lark(_GRAMMAR, parser="lalr", lexer="contextual", transformer=_build, maybe_placeholders=False)


# --- expressions ---------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Expression:
    """An expression ready to run. `text` is as written; `gives` is its static type.

    `faults` are what is wrong with it although it can be read; a form refuses such expressions.
    """

    text: str
    term: Term
    faults: tuple[Fault, ...]
    run: Run = field(repr=False)

    @property
    def gives(self) -> Type:
        return self.term.gives

    def value(self, context: Context) -> Value:
        """Whatever it gives."""
        return self.run(context)

    def truth(self, context: Context) -> bool:
        return values.to_boolean(self.run(context))

    def string(self, context: Context) -> str:
        return values.to_text(self.run(context))

    def number(self, context: Context) -> float:
        return values.to_number(self.run(context), context.world.zone)

    def nodes(self, context: Context) -> Nodes:
        return values.to_nodes(self.run(context))

    def leads(self, at: Schema, root: Schema) -> tuple[Schema, ...]:
        """The nodes of a form's shape that it gives when it stands at `at`."""
        survey = _Survey(at, root)
        return tuple(place.at for place in self.term.survey(survey, (survey.origin,)) if place.at is not None)

    def reads(self, at: Schema, root: Schema) -> tuple[tuple[Reading, ...], tuple[Fault, ...]]:
        """What it reads when it stands at `at` in the form below `root`, and the names that lead nowhere."""
        survey = _Survey(at, root)
        survey.value(self.term.survey(survey, (survey.origin,)))
        return tuple(survey.readings), tuple(survey.faults)


def parse(text: str, namespaces: Mapping[str, str] | None = None) -> Expression:
    """Read an expression; `namespaces` adds prefixes to the well-known ones. `ExpressionRefused`: unreadable."""
    return _parse(text, tuple(sorted((namespaces or {}).items())))


@lru_cache(maxsize=4096)
def _parse(text: str, namespaces: tuple[tuple[str, str], ...]) -> Expression:
    from lark.exceptions import UnexpectedCharacters, UnexpectedEOF, UnexpectedInput, UnexpectedToken

    _build.faults = []
    _build.namespaces = {**WELL_KNOWN, **dict(namespaces)}
    if not text.strip():
        raise ExpressionRefused(text, [Fault("empty", tr("The expression is empty."), 0)])
    try:
        term = cast("Term", _parser().parse(text))
    except ExpressionRefused as refused:
        raise ExpressionRefused(text, refused.faults) from None
    except (UnexpectedEOF, UnexpectedCharacters, UnexpectedToken, UnexpectedInput) as error:
        offset = error.pos_in_stream
        ended = isinstance(error, UnexpectedToken) and error.token.type == "$END"
        if ended or offset is None:
            fault = Fault("incomplete", tr("The expression stops too early."), len(text))
        else:
            rest = text[offset : offset + 20]
            fault = Fault("syntax", tr("The expression cannot be read from “{rest}” on.", rest=rest), offset)
        raise ExpressionRefused(text, [*_build.faults, fault]) from error
    return Expression(text, term, tuple(_build.faults), term.compile())
