"""The typed tree of an expression: each term knows its type, compiles itself, and says what it reads.

Compiling gives closures, so that evaluating is calling and not interpreting. What is known beforehand is
settled here, once, and not at every evaluation: a type chooses its conversion, and a term that is the same
for every candidate of a predicate is computed for the first only. Paths have a module of their own.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import ClassVar, TypeAlias, cast

from inspector_app.forms import tree, values
from inspector_app.forms.library import Function, Take
from inspector_app.forms.readings import OUTSIDE, Fault, Place, Places, Survey
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
        return all(part.steady for part in parts)

    def _is_placed(self, parts: Sequence["Term"]) -> bool:
        return any(part.placed for part in parts)

    def _does_speak(self, parts: Sequence["Term"]) -> bool:
        return any(part.speaks for part in parts)

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
class Unusable(Term):
    """What cannot be evaluated, such as a call of an unknown function; a form with one is refused."""

    fault: Fault

    def _is_steady(self, parts: Sequence[Term]) -> bool:
        del parts
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
