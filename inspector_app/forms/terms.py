"""The typed tree of an expression: each term knows its type, compiles itself, and says what it reads.

Compiling gives closures, so that evaluating is calling and not interpreting. A type that is known beforehand
chooses its conversion here, once, and not at every evaluation.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import ClassVar, TypeAlias, cast

from inspector_app.forms import values
from inspector_app.forms.library import Function, Take
from inspector_app.forms.readings import OUTSIDE, Fault, Place, Places, Survey
from inspector_app.forms.values import Context, Nodes, TreeNode, Value

Run: TypeAlias = Callable[[Context], Value]


class Type(Enum):
    """What an expression gives, as far as it can be known without a form."""

    TEXT = "text"
    NUMBER = "number"
    TRUTH = "truth"
    INSTANT = "instant"
    NODES = "nodes"
    ANY = "any"


class ExpressionRefused(ValueError):
    """An expression that cannot be used; `faults` lists every one found."""

    def __init__(self, text: str, faults: Sequence[Fault]) -> None:
        super().__init__("; ".join(fault.message for fault in faults))
        self.text = text
        self.faults = tuple(faults)


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

    def survey(self, survey: Survey, here: Places) -> Places:
        """Record what this reads when evaluated at `here`; where its nodes are, if it gives nodes."""
        for part in self.parts():
            survey.value(part.survey(survey, here))
        return ()

    @property
    def gives(self) -> Type:
        return self.type


@dataclass(frozen=True, eq=False)
class Literal(Term):
    """A text or number as written."""

    value: str | float

    @property
    def gives(self) -> Type:
        return Type.TEXT if isinstance(self.value, str) else Type.NUMBER

    def compile(self) -> Run:
        value = self.value
        return lambda _context: value


@dataclass(frozen=True, eq=False)
class Negation(Term):
    """A minus sign before a term."""

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
    """The nodes of several terms, each once, in document order."""

    operands: tuple[Term, ...]
    type = Type.NODES

    def parts(self) -> Sequence[Term]:
        return self.operands

    def compile(self) -> Run:
        runs = [as_nodes(operand) for operand in self.operands]
        return lambda context: values.in_document_order(node for run in runs for node in run(context))

    def survey(self, survey: Survey, here: Places) -> Places:
        return tuple(place for part in self.operands for place in part.survey(survey, here))


@dataclass(frozen=True, eq=False)
class Call(Term):
    """A function with its arguments."""

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

    def survey(self, survey: Survey, here: Places) -> Places:
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
    """One step of a path: along an axis, through a test and predicates."""

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
    """A predicate as a filter over candidates in axis order: a number is a position, all else a truth."""
    if isinstance(predicate, Literal) and isinstance(predicate.value, float):
        index = predicate.value
        at = int(index) - 1
        if at < 0 or not index.is_integer():
            return lambda _context, _nodes: []
        return lambda _context, nodes: nodes[at : at + 1]
    run = predicate.compile()

    def sieve(context: Context, nodes: Nodes) -> Nodes:
        size = len(nodes)
        kept: Nodes = []
        for position, node in enumerate(nodes, 1):
            result = run(context.at(node, position, size))
            holds = result == float(position) if isinstance(result, float) else values.to_boolean(result)
            if holds:
                kept.append(node)
        return kept

    return sieve


@dataclass(frozen=True, eq=False)
class Path(Term):
    """Steps from a start: the context node (None), or any term that gives nodes."""

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

    def survey(self, survey: Survey, here: Places) -> Places:
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

    def survey(self, survey: Survey, here: Places) -> Places:
        del survey, here  # the same wherever the expression stands
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

    def survey(self, survey: Survey, here: Places) -> Places:
        places = self.primary.survey(survey, here)
        for predicate in self.predicates:
            survey.value(predicate.survey(survey, places))
        return survey.filtered(places)


@dataclass(frozen=True, eq=False)
class Unusable(Term):
    """What cannot be evaluated, such as a call of an unknown function; a form with one is refused."""

    fault: Fault

    def compile(self) -> Run:
        fault = self.fault

        def run(_context: Context) -> Value:
            raise ExpressionRefused("", [fault])

        return run


# --- conversions chosen when compiling --------------------------------------------------------------


def as_number(term: Term) -> Callable[[Context], float]:
    """A term as a number, whatever it gives."""
    run = term.compile()
    if term.gives is Type.NUMBER:
        return cast("Callable[[Context], float]", run)
    to_number = values.to_number
    return lambda context: to_number(run(context), context.world.zone)


def as_text(term: Term) -> Callable[[Context], str]:
    """A term as text, whatever it gives."""
    run = term.compile()
    if term.gives is Type.TEXT:
        return cast("Callable[[Context], str]", run)
    to_text = values.to_text
    return lambda context: to_text(run(context))


def as_truth(term: Term) -> Callable[[Context], bool]:
    """A term as a truth, whatever it gives."""
    run = term.compile()
    if term.gives is Type.TRUTH:
        return cast("Callable[[Context], bool]", run)
    to_boolean = values.to_boolean
    return lambda context: to_boolean(run(context))


def as_nodes(term: Term) -> Callable[[Context], Nodes]:
    """A term as nodes; of one that gives none, none."""
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
