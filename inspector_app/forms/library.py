"""How a Python function becomes one that a form's expressions can call.

The decorator reads a function's annotations as its signature. `str`, `float`, `bool` and `Instant | None` say
what arguments are converted to before the call; `Nodes` wants questions themselves, `Value` takes what comes,
`Later` an argument that is evaluated only if called for. A first parameter of type `Context` gets where the
expression stands. The return annotation is the static type of the call.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from inspect import Parameter, signature
from typing import Literal, TypeAlias

from inspector_app.forms import values
from inspector_app.forms.values import Context, Instant, Nodes, Value
from inspector_app.i18n import tr

Later: TypeAlias = Callable[[], Value]


class Take(Enum):
    """What a function wants an argument to be."""

    TEXT = auto()
    NUMBER = auto()
    TRUTH = auto()
    INSTANT = auto()
    NODES = auto()
    VALUE = auto()
    LATER = auto()


_TAKES: dict[object, Take] = {
    str: Take.TEXT,
    float: Take.NUMBER,
    bool: Take.TRUTH,
    Instant | None: Take.INSTANT,
    Nodes: Take.NODES,
    Value: Take.VALUE,
    Later: Take.LATER,
    Nodes | None: Take.NODES,
    Value | None: Take.VALUE,
}
_GIVES: dict[object, str] = {
    str: "text",
    float: "number",
    bool: "truth",
    Instant: "instant",
    Nodes: "nodes",
    Value: "any",
}

Leads = Literal["nowhere", "origin", "outside", "others", "first"]
"""Where the nodes that a call gives are: there are none, at the expression's node, outside the form's data,
perhaps in another instance of a repeat, or where its first argument's are."""


Steady = Literal["always", "given", "never"]
"""Whether a call gives the same for every candidate of a predicate if its arguments do: always, only if there
are any (without, it speaks of the candidate), or never."""


@dataclass(frozen=True, slots=True)
class Function:
    """One function of the library, as the compiler sees it."""

    name: str
    body: Callable[..., Value]
    takes: tuple[Take, ...]
    optional: int
    rest: Take | None
    gives: str
    in_context: bool
    leads: Leads
    counts_place: bool
    steady: Steady
    speaks: bool

    def accepts(self, count: int) -> bool:
        """Whether it can be called with this many arguments."""
        least = len(self.takes) - self.optional
        return least <= count and (self.rest is not None or count <= len(self.takes))

    def takes_for(self, count: int) -> tuple[Take, ...]:
        """What each of `count` arguments is converted to."""
        if self.rest is None:
            return self.takes[:count]
        return (*self.takes, *[self.rest] * (count - len(self.takes)))[:count]

    @property
    def wanted(self) -> str:
        """How many arguments, in words of the current language."""
        least, most = len(self.takes) - self.optional, len(self.takes)
        if self.rest is not None:
            return tr("at least {count}", count=least)
        return str(most) if least == most else tr("{least} to {most}", least=least, most=most)


FUNCTIONS: dict[str, Function] = {}
"""Name → function: everything an expression may call."""


def function(
    name: str,
    *,
    leads: Leads = "nowhere",
    counts_place: bool = False,
    steady: Steady = "always",
    speaks: bool = False,
) -> Callable[[Callable[..., Value]], Callable[..., Value]]:
    """Enter a Python function into the library under `name`.

    `counts_place` marks the functions whose value changes when the nodes around the expression come and go,
    `speaks` those whose value depends on the language spoken.
    """

    def enter(body: Callable[..., Value]) -> Callable[..., Value]:
        shape = signature(body)
        parameters = list(shape.parameters.values())
        in_context = bool(parameters) and parameters[0].annotation is Context
        plain = [p for p in parameters[in_context:] if p.kind is not Parameter.VAR_POSITIONAL]
        rest = next((p for p in parameters if p.kind is Parameter.VAR_POSITIONAL), None)
        FUNCTIONS[name] = Function(
            name,
            body,
            tuple(_TAKES[p.annotation] for p in plain),
            sum(p.default is not Parameter.empty for p in plain),
            None if rest is None else _TAKES[rest.annotation],
            _GIVES[shape.return_annotation],
            in_context,
            leads,
            counts_place,
            steady,
            speaks,
        )
        return body

    return enter


def texts(arguments: Sequence[Value]) -> Iterator[str]:
    """The texts of all arguments, each node of a node-set counting by itself."""
    for argument in arguments:
        if isinstance(argument, list):
            yield from (node.text() for node in argument)
        else:
            yield values.to_text(argument)


def numbers_of(context: Context, arguments: Sequence[Value]) -> list[float]:
    """The numbers of all arguments, each node of a node-set counting by itself."""
    zone = context.world.zone
    return [
        number
        for argument in arguments
        for number in (
            [node.number(zone) for node in argument]
            if isinstance(argument, list)
            else [values.to_number(argument, zone)]
        )
    ]
