"""The typed tree of an expression: each term knows its type, compiles itself, and says what it reads.

Compiling gives closures, so that evaluating is calling and not interpreting. What is known beforehand is
settled here, once, and not at every evaluation: a type chooses its conversion, a term that is the same for
every candidate of a predicate is computed for the first only, an item looked for by a column of its list is
found in an index.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import ClassVar, TypeAlias, cast

from inspector_app.forms import tree, values
from inspector_app.forms.library import Function, Take
from inspector_app.forms.readings import OUTSIDE, Fault, Place, Places, Survey
from inspector_app.forms.tree import TreeNode
from inspector_app.forms.values import Context, Nodes, Value

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
    """A node of the typed tree; `depth` is how many levels it is high.

    It is `steady` if it gives the same for every candidate of a predicate, `placed` if it depends on their
    number or order, and it `speaks` if it depends on the language spoken.
    """

    type: ClassVar[Type] = Type.ANY
    levels: ClassVar[int] = 1
    """How many levels it counts for: what needs more of the stack counts for more."""
    depth: int = field(init=False, default=1, repr=False)
    steady: bool = field(init=False, default=True, repr=False)
    placed: bool = field(init=False, default=False, repr=False)
    speaks: bool = field(init=False, default=False, repr=False)

    def __post_init__(self) -> None:
        parts = self.parts()
        keep = object.__setattr__
        keep(self, "depth", self.levels + max([part.depth for part in parts], default=0))
        keep(self, "steady", self._is_steady(parts))
        keep(self, "placed", self._is_placed(parts))
        keep(self, "speaks", self._does_speak(parts))

    def _is_steady(self, parts: Sequence["Term"]) -> bool:
        return all([part.steady for part in parts])

    def _is_placed(self, parts: Sequence["Term"]) -> bool:
        return any([part.placed for part in parts])

    def _does_speak(self, parts: Sequence["Term"]) -> bool:
        return any([part.speaks for part in parts])

    def holding(self) -> "Term":
        """The same for use in a predicate, its steady parts computed once for all candidates."""
        return Held(self) if self.steady and not isinstance(self, Literal) else self

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
class Held(Term):
    """A steady term inside a predicate: computed for the first candidate and held for the others."""

    term: Term

    @property
    def gives(self) -> Type:
        return self.term.gives

    def parts(self) -> Sequence[Term]:
        return (self.term,)

    def compile(self) -> Run:
        run = self.term.compile()

        def held(context: Context) -> Value:
            value = context.held.get(self)
            if value is None:
                value = context.held[self] = run(context)
            return value

        return held


@dataclass(frozen=True, eq=False)
class Negation(Term):
    """A minus sign before a term."""

    operand: Term
    type = Type.NUMBER

    def parts(self) -> Sequence[Term]:
        return (self.operand,)

    def holding(self) -> Term:
        return super().holding() if self.steady else Negation(self.operand.holding())

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

    def holding(self) -> Term:
        return super().holding() if self.steady else Arithmetic(self.first.holding(), _held(self.rest))

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


def _held(rest: tuple[tuple[str, Term], ...]) -> tuple[tuple[str, Term], ...]:
    return tuple((operator, operand.holding()) for operator, operand in rest)


@dataclass(frozen=True, eq=False)
class Logic(Term):
    """`and` or `or` over operands, evaluated only as far as needed."""

    operator: str
    operands: tuple[Term, ...]
    type = Type.TRUTH

    def parts(self) -> Sequence[Term]:
        return self.operands

    def holding(self) -> Term:
        operands = tuple(operand.holding() for operand in self.operands)
        return super().holding() if self.steady else Logic(self.operator, operands)

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

    def holding(self) -> Term:
        return super().holding() if self.steady else Comparison(self.first.holding(), _held(self.rest))

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
        return lambda context: tree.in_document_order(node for run in runs for node in run(context))

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

    def _is_steady(self, parts: Sequence[Term]) -> bool:
        steady = self.function.steady
        return super()._is_steady(parts) and (steady == "always" or (steady == "given" and bool(parts)))

    def _is_placed(self, parts: Sequence[Term]) -> bool:
        return super()._is_placed(parts) or (self.function.counts_place and not parts)

    def _does_speak(self, parts: Sequence[Term]) -> bool:
        return self.function.speaks or super()._does_speak(parts)

    def holding(self) -> Term:
        arguments = tuple(argument.holding() for argument in self.arguments)
        return super().holding() if self.steady else Call(self.function, arguments)

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

    @property
    def plain(self) -> bool:
        """Whether it is only a name of children: what it finds does not depend on any answer."""
        test = self.test
        return (
            self.axis == "child" and test.kind == "element" and test.name is not None and not self.predicates
        )

    def compile(self) -> Callable[[Context, TreeNode], Nodes]:
        """From one node to the nodes along the axis that pass test and predicates, nearest first."""
        plain = self._compile_plain()
        if not self.predicates:
            return plain
        sieves = [_sieve(predicate) for predicate in self.predicates]

        def sieved(context: Context, node: TreeNode) -> Nodes:
            found = plain(context, node)
            for sieve in sieves:
                found = sieve(context, found)
            return found

        return self._compile_search(sieved)

    def _compile_plain(self) -> Callable[[Context, TreeNode], Nodes]:
        walk, test = tree.AXES[self.axis], self.test
        name, principal = test.name, "attribute" if self.axis == "attribute" else "element"
        if self.axis == "namespace":
            return lambda _context, node: [
                found
                for found in walk(node)
                if name is None or (name == found.name and test.kind == "element")
            ]
        if self.axis == "child" and test.kind == "element" and name is not None:
            # The first sieve is an index; only what has the right name is looked at more closely.
            if test.namespace is None:
                return lambda _context, node: [
                    child for child in node.named(name) if not child.prefix or not child.namespace
                ]
            return lambda _context, node: [
                child for child in node.named(name) if test.matches(child, "element")
            ]
        return lambda _context, node: [found for found in walk(node) if test.matches(found, principal)]

    def _compile_search(
        self, otherwise: Callable[[Context, TreeNode], Nodes]
    ) -> Callable[[Context, TreeNode], Nodes]:
        """For `item[column = …]`: the rows of a list by its index where there is one, `otherwise` elsewhere."""
        name, search = self.test.name, _search(self.predicates[0])
        if name is None or search is None or self.axis != "child" or self.test.kind != "element":
            return otherwise
        column, wanted, remaining = search
        look = wanted.compile()
        sieves = [_sieve(predicate) for predicate in (*remaining, *self.predicates[1:])]
        test = self.test

        def found(context: Context, node: TreeNode) -> Nodes:
            value = look(context)
            if isinstance(value, list):
                value = value[0].text() if len(value) == 1 else value
            rows = node.holding(name, column, value) if isinstance(value, str) else None
            if rows is None:
                return otherwise(context, node)
            kept: Nodes = [row for row in rows if test.matches(row, "element")]
            for sieve in sieves:
                kept = sieve(context, kept)
            return kept

        return found


def _search(predicate: Term) -> tuple[str, Term, tuple[Term, ...]] | None:
    """Of `column = steady and …`: the column, what it is to be, and the rest. None: it is not of that kind."""
    operands = (
        predicate.operands if isinstance(predicate, Logic) and predicate.operator == "and" else (predicate,)
    )
    if any(operand.placed for operand in operands):
        return None
    for at, operand in enumerate(operands):
        if not isinstance(operand, Comparison) or len(operand.rest) != 1 or operand.rest[0][0] != "=":
            continue
        for cell, wanted in ((operand.first, operand.rest[0][1]), (operand.rest[0][1], operand.first)):
            column = cell.steps[0] if isinstance(cell, Path) and cell.start is None else None
            if column is None or not column.plain or column.test.namespace is not None or not wanted.steady:
                continue
            if isinstance(cell, Path) and len(cell.steps) == 1 and column.test.name is not None:
                # A predicate of its own for each of the others, all of them being truths.
                others = tuple(Logic("and", (other,)) for index, other in enumerate(operands) if index != at)
                return column.test.name, wanted, others
    return None


def _sieve(predicate: Term) -> Callable[[Context, Nodes], Nodes]:
    """A predicate as a filter over candidates in axis order: a number is a position, all else a truth."""
    if isinstance(predicate, Literal) and isinstance(predicate.value, float):
        index = predicate.value
        at = int(index) - 1
        if at < 0 or not index.is_integer():
            return lambda _context, _nodes: []
        return lambda _context, nodes: nodes[at : at + 1]
    place = _place(predicate)
    if place is not None:
        return _picker(place)
    run = predicate.holding().compile()

    def sieve(context: Context, nodes: Nodes) -> Nodes:
        here = context.among(len(nodes))
        kept: Nodes = []
        for position, node in enumerate(nodes, 1):
            here.node = node
            here.position = position
            result = run(here)
            holds = result == float(position) if isinstance(result, float) else values.to_boolean(result)
            if holds:
                kept.append(node)
        return kept

    return sieve


def _place(predicate: Term) -> Term | None:
    """Of `position() = steady`, or of a steady number: what it is the position of. None: neither."""
    if predicate.steady:
        return predicate if predicate.gives is Type.NUMBER else None
    if isinstance(predicate, Comparison) and len(predicate.rest) == 1 and predicate.rest[0][0] == "=":
        sides = (predicate.first, predicate.rest[0][1])
        for side, other in (sides, sides[::-1]):
            own = isinstance(side, Call) and side.function.name == "position" and not side.arguments
            if own and other.steady and other.gives is not Type.TRUTH:
                return other
    return None


def _picker(place: Term) -> Callable[[Context, Nodes], Nodes]:
    run = place.compile()

    def pick(context: Context, nodes: Nodes) -> Nodes:
        value, zone = run(context), context.world.zone
        if isinstance(value, bool):
            value = float(value)
        numbers = (
            [n.number(zone) for n in value] if isinstance(value, list) else [values.to_number(value, zone)]
        )
        wanted = sorted({int(number) for number in numbers if 1 <= number <= len(nodes) and number % 1 == 0})
        return [nodes[number - 1] for number in wanted]

    return pick


@dataclass(frozen=True, eq=False)
class Path(Term):
    """Steps from a start: the context node (None), or any term that gives nodes."""

    start: Term | None
    steps: tuple[Step, ...]
    type = Type.NODES
    levels = 3

    def parts(self) -> Sequence[Term]:
        start = () if self.start is None else (self.start,)
        return (*start, *(predicate for step in self.steps for predicate in step.predicates))

    def _is_steady(self, parts: Sequence[Term]) -> bool:
        # What predicates inside see is their own matter.
        return self.start is not None and self.start.steady

    def _is_placed(self, parts: Sequence[Term]) -> bool:
        return self.start is not None and self.start.placed

    def compile(self) -> Run:
        if self.start is None:
            from_here = _walker(self.steps)
            return lambda context: from_here(context, [context.node])
        begin = as_nodes(self.start)
        # How far the way is only names below the root: there the same nodes stand until a repeat grows.
        fixed = 0
        while isinstance(self.start, Root) and fixed < len(self.steps) and self.steps[fixed].plain:
            fixed += 1
        if not fixed:
            walk = _walker(self.steps)
            return lambda context: walk(context, begin(context))
        walk_fixed, rest = _walker(self.steps[:fixed]), self.steps[fixed:]
        walk_on = _walker(rest, apart=True) if rest else None

        def run(context: Context) -> Value:
            known = context.known
            nodes = None if known is None else known.get(self)
            if nodes is None:
                nodes = walk_fixed(context, begin(context))
                if known is not None:
                    known[self] = nodes
            return nodes if walk_on is None else walk_on(context, nodes)

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


def _walker(path: Sequence[Step], *, apart: bool = False) -> Callable[[Context, Nodes], Nodes]:
    """From nodes in document order to those that the steps lead to, in document order.

    `apart`: none of the nodes to start from lies inside another.
    """
    steps = [(step.compile(), step.axis) for step in path]

    def walk(context: Context, nodes: Nodes) -> Nodes:
        # Children of sorted nodes none of which is inside another are sorted; only other axes mix order.
        nested = not apart and len(nodes) > 1
        for follow, axis in steps:
            if len(nodes) == 1:
                nodes = follow(context, nodes[0])
                if axis in tree.REVERSE_AXES:
                    nodes.reverse()
                nested = axis not in ("child", "attribute", "self", "parent")
                continue
            nodes = [found for node in nodes for found in follow(context, node)]
            if nested or axis not in ("child", "attribute", "self"):
                nodes = tree.in_document_order(nodes)
                nested = True
        return nodes

    return walk


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
    levels = 3

    def _is_steady(self, parts: Sequence[Term]) -> bool:
        return self.primary.steady

    def _is_placed(self, parts: Sequence[Term]) -> bool:
        return self.primary.placed

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

    def _is_steady(self, parts: Sequence[Term]) -> bool:
        return False

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
