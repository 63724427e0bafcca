"""What a sheet shows: live questions, groups and repeat instances, and the values they take.

A node is an element of the tree that expressions walk and at the same time what people look at. What only
people look at (labels, choices, errors) is computed when looked at, remembered, and compared when something
under it moves;so a form opens without computing what nobody sees.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, tzinfo
from decimal import Decimal
from fractions import Fraction
from math import isfinite, nan
from typing import Literal, Protocol, TypeVar, cast

from inspector_app.forms import values
from inspector_app.forms.expressions import Expression
from inspector_app.forms.form import NO_TEXT, Aspect, Definition, Text
from inspector_app.forms.values import Context, Element, Instant, TreeNode, Value, World
from inspector_app.i18n import mark, tr

T = TypeVar("T")


class Speaker(World, Protocol):
    """What a node asks of its sheet: the world of its expressions, and texts in the language spoken."""

    def say(self, text: Text, context: Context) -> str: ...


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a value is not accepted: `required`, `type`, `choice` or `constraint`, and the sentence to show."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice as it stands now; `attributes` are the other columns of its row in the workbook."""

    name: str
    label: str
    attributes: Mapping[str, str]


class Node(Element):
    """One question, group or repeat instance, live: read it any time, change it through the sheet."""

    __slots__ = ("_seen", "answer", "applies", "definition", "key", "ranges", "relevant", "sheet", "value")

    def __init__(self, sheet: Speaker, definition: Definition, key: str) -> None:
        template = definition.template
        super().__init__(template.name, template.namespace, template.prefix)
        self.sheet = sheet
        self.definition = definition
        self.key = key
        self.value = ""
        """What was typed or computed, whether it can be accepted or not."""
        self.answer: str | None = ""
        """The value as others see it; None if it is not of the question's type."""
        self.relevant = True
        """Whether it counts: it applies, and so does everything around it."""
        self.applies = True
        """What its own condition says, whatever is around it."""
        self.ranges: list[Range] = []
        self._seen: dict[str, object] = {}

    # --- as the tree that expressions walk

    @property
    def children(self) -> Sequence[TreeNode]:
        if not self.definition.is_leaf or not (text := self.text()):
            return self._children
        inner = values.Text(text)
        inner.parent = self
        return (inner,)

    def text(self) -> str:
        """What expressions and other people see: blank if not relevant or not of the question's type."""
        if not self.relevant:
            return ""
        return self.answer or "" if self.definition.is_leaf else super().text()

    def put(self, text: str) -> None:
        """Take a value, and nothing else; the sheet sees to what follows from it."""
        self.value = text
        self.answer = accepted(self.definition.type, text, self.sheet.zone)

    @property
    def inner(self) -> Iterator["Node"]:
        """The nodes directly inside."""
        return (child for child in self._children if isinstance(child, Node))

    def subtree(self) -> Iterator["Node"]:
        """Itself and every node below, in document order."""
        yield self
        for child in self.inner:
            yield from child.subtree()

    # --- as people look at it

    @property
    def required(self) -> bool:
        return self._remember("required", lambda: self._holds(self.definition.required))

    @property
    def readonly(self) -> bool:
        above = isinstance(self.parent, Node) and self.parent.readonly
        return above or self._remember("readonly", lambda: self._holds(self.definition.readonly))

    @property
    def error(self) -> Fault | None:
        """Why the value is not accepted, None if it is; a blank required question has the code `required`."""
        return self._remember("error", self._find_error)

    @property
    def warning(self) -> str | None:
        """What looks wrong about a value that is accepted; None if nothing does."""
        return self._remember("warning", self._find_warning)

    @property
    def label(self) -> str:
        return self._remember("label", lambda: self._say("label"))

    @property
    def hint(self) -> str:
        return self._remember("hint", lambda: self._say("hint"))

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The choices on offer now, after any filter."""
        return self._remember("choices", self._find_choices)

    def figure(self, part: Literal["numerator", "denominator"]) -> Fraction | None:
        """The item's numerator or denominator; None while anything it is computed from is blank."""
        return self._remember(part, lambda: self._find_figure(part))

    @property
    def context(self) -> Context:
        return Context(self, self.sheet)

    def _remember(self, name: str, compute: Callable[[], T]) -> T:
        if name not in self._seen:
            self._seen[name] = compute()
        return cast("T", self._seen[name])

    def forget(self, names: Iterable[str]) -> bool:
        """Look again at what was seen under these names; whether any of it differs."""
        differs = False
        for name in names:
            if name in self._seen:
                before = self._seen.pop(name)
                differs |= before != (self.figure(name) if name in _FIGURES else getattr(self, name))
        return differs

    def _holds(self, expression: Expression | None) -> bool:
        return expression is not None and expression.truth(self.context)

    def _say(self, part: str) -> str:
        return self.sheet.say(self.definition.words.get(part, NO_TEXT), self.context)

    def _find_error(self) -> Fault | None:
        if not self.relevant or not self.definition.is_leaf:
            return None
        if not self.value:
            return (
                Fault("required", self._say("required_message") or tr("An answer is needed."))
                if self.required
                else None
            )
        if self.answer is None:
            return Fault("type", tr(_WANTED[self.definition.type]))
        if self.definition.choices is not None:
            offered = {choice.name for choice in self.choices}
            chosen = [self.value] if self.definition.control == "select1" else self.value.split()
            strange = [name for name in chosen if name not in offered]
            if strange:
                return Fault("choice", tr("“{value}” is not one of the choices.", value=strange[0]))
        if self.definition.constraint is not None and not self._holds(self.definition.constraint):
            return Fault("constraint", self._say("constraint_message") or tr("This value is not allowed."))
        return None

    def _find_warning(self) -> str | None:
        if not self.relevant or not self.text() or self.definition.warning is None:
            return None
        if self._holds(self.definition.warning):
            return None
        return self._say("warning_message") or tr("Please check this value.")

    def _find_choices(self) -> tuple[Choice, ...]:
        source = self.definition.choices
        if source is None:
            return ()
        found = [Choice(c.name, self.sheet.say(c.label, self.context), {}) for c in source.listed]
        for item in source.items.nodes(self.context) if source.items is not None else ():
            inside = Context(item, self.sheet, self)
            found.append(
                Choice(
                    "" if source.name is None else source.name.string(inside),
                    self.sheet.say(source.label, inside),
                    {column.name: column.text() for column in item.children if column.kind == "element"},
                )
            )
        return tuple(found)

    def _find_figure(self, part: str) -> Fraction | None:
        expression = self.definition.numerator if part == "numerator" else self.definition.denominator
        number = nan if expression is None else expression.number(self.context)
        if not isfinite(number):
            return None
        # Whole numbers are exact; fifteen digits are what a float surely holds of a decimal.
        return Fraction(int(number)) if number == int(number) else Fraction(Decimal(f"{number:.15g}"))


_FIGURES = ("numerator", "denominator")

SEEN: dict[Aspect, tuple[str, ...]] = {
    "readonly": ("readonly",),
    "required": ("required", "error"),
    "constraint": ("error",),
    "warning": ("warning",),
    "words": ("label", "hint", "error", "warning"),
    "choices": ("choices", "error"),
    "figures": _FIGURES,
}
"""What people see of a node that a computation may change."""


class Range:
    """The instances of one repeat at one place, and where new ones go."""

    __slots__ = ("definition", "given", "instances", "key", "outline", "parent")

    def __init__(
        self, definition: Definition, parent: Node, key: str, outline: Node, given: Sequence[Element]
    ) -> None:
        self.definition = definition
        self.parent = parent
        self.key = key
        self.given = given
        """The instances that a fresh form comes with; the first ones are made after them."""
        self.instances: dict[str, Node] = {}
        self.outline = outline
        """A node that stands where an instance would, for what must be known even if there is none."""

    @property
    def relevant(self) -> bool:
        """Whether the repeat is to be shown: any instance is relevant or, with none, one would be."""
        return (
            any(node.relevant for node in self.instances.values())
            if self.instances
            else self.outline.relevant
        )

    @property
    def label(self) -> str:
        return self.outline.label

    @property
    def counted(self) -> bool:
        """Whether an expression says how many instances there are, and not the user."""
        return self.definition.count is not None


def written(value: Value, kind: str) -> str:
    """A computed value as a question of this type holds it: NaN is blank, a date is without its time."""
    if isinstance(value, float):
        if value != value:
            return ""
        return values.number_text(float(int(value)) if kind == "int" and isfinite(value) else value)
    if isinstance(value, Instant):
        if value.moment is None:
            return ""
        return value.moment.date().isoformat() if kind == "date" else value.text
    return values.to_text(value)


_WANTED = {
    "int": mark("Write a whole number, such as 18."),
    "decimal": mark("Write a number, such as 12.5."),
    "date": mark("Write a date, such as 24/11/2026."),
    "dateTime": mark("Write a date and time, such as 24/11/2026 14:30."),
    "time": mark("Write a time, such as 14:30."),
    "geopoint": mark("Write latitude and longitude, such as 10.4601 105.6336."),
}
"""Types whose text has a form, each with what to say about a text that has another."""

_INTEGER = re.compile(r"[+-]?\d+")
_DECIMAL = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)")
_LOCAL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:T[\d:.]*)?")


def accepted(kind: str, text: str, zone: tzinfo) -> str | None:
    """A text as a question of this type takes it, None if it cannot; a date drops a time written after it."""
    if not text or kind not in _WANTED:
        return text
    if kind == "date":
        instant = values.read_instant(text, zone) if _LOCAL_DATE.fullmatch(text) else None
        return None if instant is None or instant.moment is None else text[:10]
    if kind == "int":
        fits = _INTEGER.fullmatch(text) is not None
    elif kind == "decimal":
        fits = _DECIMAL.fullmatch(text) is not None
    elif kind == "dateTime":
        instant = values.read_instant(text, zone)
        fits = instant is not None and instant.moment is not None
    elif kind == "time":
        fits = isfinite(values.read_time(text, zone, values.EPOCH))
    else:
        fits = _is_place(text)
    return text if fits else None


def _is_place(text: str) -> bool:
    numbers = [values.text_number(number, UTC) for number in text.split()]
    if not 2 <= len(numbers) <= 4 or not all(isfinite(number) for number in numbers):
        return False
    return abs(numbers[0]) <= 90 and abs(numbers[1]) <= 180
