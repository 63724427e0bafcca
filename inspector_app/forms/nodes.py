"""What a sheet shows: live questions, groups and repeat instances, and the values they take.

A node is an element of the tree that expressions walk and at the same time what people look at. What only
people look at (labels, choices, errors) is computed when looked at, remembered, and compared when something
under it moves; so a form opens without computing what nobody sees.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import tzinfo
from decimal import Decimal
from fractions import Fraction
from math import isfinite, nan
from typing import Literal, Protocol, TypeVar, cast

from inspector_app.collector import resting
from inspector_app.forms import tree
from inspector_app.forms.expressions import Expression
from inspector_app.forms.form import NO_TEXT, Aspect, Definition, Text
from inspector_app.forms.instants import text_number
from inspector_app.forms.kinds import WANTED, accepted, is_on_range
from inspector_app.forms.tree import Element, TreeNode
from inspector_app.forms.values import Context, Nodes, World
from inspector_app.i18n import mark, tr

T = TypeVar("T")


class Speaker(World, Protocol):
    """What a node asks of its sheet: the world of its expressions, and texts in the language spoken."""

    language: str
    known: dict[object, Nodes]
    watched: "list[Node] | None"
    """While something is computed whose readings are not known beforehand: the nodes that it read."""
    doubts: "dict[Node, dict[Aspect, str]]"
    """Why what was computed for a node may be wrong."""

    def heed(self, compute: Callable[[], T]) -> tuple[T, str]: ...
    def say(self, text: Text, context: Context) -> str: ...
    def offer(self, node: "Node") -> "Offer": ...
    def labels(self, node: "Node", names: Container[str]) -> Mapping[str, str]: ...
    def text_of(self, key: str) -> Text: ...


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a value is not accepted: `required`, `type`, `range`, `choice` or `constraint`, and what to say."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice as it stands now; `attributes` are the other columns of its row in the workbook.

    `media` are the files shown or played with it, by form (`image`, `audio`, …).
    """

    name: str
    label: str
    attributes: Mapping[str, str]
    media: Mapping[str, str] = field(default_factory=dict[str, str])


class Offer:
    """What a question offers to choose from: names at once, labels when somebody looks."""

    __slots__ = ("_choices", "_find", "_order", "names")

    def __init__(self, names: Iterable[str], find: Callable[[], tuple[Choice, ...]]) -> None:
        self.names: dict[str, None] = dict.fromkeys(names)
        self._find = find
        self._choices: tuple[Choice, ...] | None = None

    @property
    def choices(self) -> tuple[Choice, ...]:
        if self._choices is None:
            with resting():
                self._choices = self._find()
        return self._choices


class Node(Element):
    """One question, group or repeat instance, live: read it any time, change it through the sheet."""

    __slots__ = (
        "_number",
        "_offer",
        "_seen",
        "_shown",
        "_text",
        "applies",
        "definition",
        "fits",
        "initial",
        "key",
        "leaf",
        "place",
        "ranges",
        "relevant",
        "sheet",
        "value",
    )

    def __init__(self, sheet: Speaker, definition: Definition, key: str) -> None:
        template = definition.template
        super().__init__(template.name, template.namespace, template.prefix)
        self.sheet = sheet
        self.definition = definition
        self.key = key
        self.leaf = definition.is_leaf
        self.value = ""
        """What was typed or computed, whether it can be accepted or not."""
        self.initial = ""
        """What the form itself put in."""
        self.fits = True
        """Whether the value is of the question's type."""
        self.relevant = True
        """Whether it counts: it applies, and so does everything around it."""
        self.applies = True
        """What its own condition says, whatever is around it."""
        self.ranges: Sequence[Range] = ()
        """The repeats directly inside."""
        self.place: Range | None = None
        """Of a repeat instance, the repeat that it is in."""
        self._shown: str | None = ""
        self._number: float | None = None
        self._text: tree.Text | None = None
        self._offer: Offer | None = None
        self._seen: dict[str, object] | None = None

    # --- as the tree that expressions walk

    @property
    def children(self) -> Sequence[TreeNode]:
        if not self.leaf or not (text := self.text()):
            return self._children
        if self._text is None or self._text.value != text:
            self._text = tree.Text(text)
            self._text.parent = self
        return (self._text,)

    def text(self) -> str:
        """What expressions and other people see: blank if not relevant, not of its type or not on offer."""
        watched = self.sheet.watched
        if watched is not None:
            watched.append(self)
        if not self.relevant:
            return ""
        if not self.leaf:
            return "".join([child.text() for child in self._children])
        if self._shown is None:
            self._shown = self._show()
        return self._shown

    def number(self, zone: tzinfo) -> float:
        text = self.text()
        if not text:
            return nan
        if self._number is None:
            self._number = text_number(text, zone)
        return self._number

    @property
    def repeats(self) -> bool:
        return self.place is not None

    def ordinal(self) -> int:
        return super().ordinal() if self.place is None else self.place.ordinals[self]

    def holding(self, name: str, column: str, text: str) -> None:
        """Answers change; there is no index of them."""
        del name, column, text

    def put(self, text: str) -> None:
        """Take a value, and nothing else; the sheet sees to what follows from it."""
        self.value = text
        self.look_again()

    def look_again(self) -> None:
        """What others see of the value may be another now: it, or what is on offer, changed."""
        self._shown = self._number = self._offer = None
        if not self.value:
            self._shown, self.fits = "", True

    def _show(self) -> str:
        text, self.fits = accepted(self.definition.type, self.value, self.sheet.zone)
        if not text or self.definition.choices is None:
            return text
        # What is on offer may hang on what is chosen; asked for meanwhile, that is what was typed.
        self._shown = text
        names = self.offer.names
        if self.definition.control == "select1":
            return text if text in names else ""
        chosen = dict.fromkeys(text.split())
        kept = [name for name in chosen if name in names]
        if self.definition.control == "rank":
            # What came on offer later stands behind what was ranked.
            kept += [name for name in names if name not in chosen]
        return " ".join(kept)

    @property
    def inner(self) -> Iterator["Node"]:
        """The nodes directly inside."""
        return (child for child in self._children if isinstance(child, Node))

    def subtree(self) -> Iterator["Node"]:
        """Itself and every node below, in document order; after each, its live XML attributes."""
        waiting: list[Node] = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(cast("Iterator[Node]", reversed(node._children)))
            if node.definition.bound:
                yield from (a for a in node._attributes if isinstance(a, Node))

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
    def doubt(self) -> str:
        """Why what is computed for it may be wrong; blank if nothing is known against it."""
        return next(iter(self.sheet.doubts.get(self, {}).values()), "")

    @property
    def label(self) -> str:
        return self._remember("label", lambda: self._say("label"))

    @property
    def hint(self) -> str:
        return self._remember("hint", lambda: self._say("hint"))

    @property
    def guidance(self) -> str:
        """What is said at more length to whoever wants to know."""
        return self._remember("guidance", lambda: self._say("guidance"))

    @property
    def media(self) -> Mapping[str, str]:
        """The files shown or played with the label, by form (`image`, `big-image`, `audio`, `video`)."""
        said = self.definition.words.get("label", NO_TEXT)
        return self._remember("media", lambda: said.media_in(self.sheet.language))

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The choices on offer now, after any filter."""
        return self._remember("choices", lambda: self.offer.choices)

    def labels(self, names: Container[str]) -> Mapping[str, str]:
        """What these choices are called, whether they are on offer now or not."""
        return self.sheet.labels(self, names)

    @property
    def offer(self) -> Offer:
        if self._offer is None:
            self._offer = self.sheet.offer(self)
        return self._offer

    def figure(self, part: Literal["numerator", "denominator"]) -> Fraction | None:
        """The item's numerator or denominator; None while anything it is computed from is blank."""
        return self._remember(part, lambda: self._find_figure(part))

    @property
    def context(self) -> Context:
        return Context(self, self.sheet, known=self.sheet.known)

    def _remember(self, name: str, compute: Callable[[], T]) -> T:
        if self._seen is None:
            self._seen = {}
        if name not in self._seen:
            self._seen[name] = compute()
        return cast("T", self._seen[name])

    def forget(self, names: Iterable[str]) -> bool:
        """Look again at what was seen under these names; whether any of it differs."""
        seen = self._seen
        if not seen:
            return False
        # All are forgotten before any is looked at again: an error hangs on whether an answer is required.
        before = {name: seen.pop(name) for name in names if name in seen}
        again = {name: self.figure(name) if name in _FIGURES else getattr(self, name) for name in before}
        return again != before

    def _holds(self, expression: Expression | None) -> bool:
        return expression is not None and expression.truth(self.context)

    def _say(self, part: str) -> str:
        return self.sheet.say(self.definition.words.get(part, NO_TEXT), self.context)

    def _find_error(self) -> Fault | None:
        if not self.relevant or not self.leaf:
            return None
        if not self.value:
            return (
                Fault("required", self._say("required_message") or tr("An answer is needed."))
                if self.required
                else None
            )
        definition, text = self.definition, self.text()
        if not self.fits:
            return Fault("type", tr(WANTED[definition.type]))
        if definition.control == "range" and not is_on_range(text, definition.settings):
            start, end = definition.settings.get("start", ""), definition.settings.get("end", "")
            return Fault("range", tr("Choose a value from {start} to {end}.", start=start, end=end))
        if definition.choices is not None:
            names = self.offer.names
            chosen = [self.value] if definition.control == "select1" else self.value.split()
            strange = [name for name in chosen if name not in names]
            if strange:
                return Fault("choice", tr("“{value}” is not one of the choices.", value=strange[0]))
        if definition.constraint is None:
            return None
        said = self._objection(
            definition.constraint, "constraint_message", mark("This value is not allowed.")
        )
        return None if said is None else Fault("constraint", said)

    def _find_warning(self) -> str | None:
        if self.doubt:
            return self.doubt
        if not self.relevant or not self.text() or self.definition.warning is None:
            return None
        return self._objection(self.definition.warning, "warning_message", mark("Please check this value."))

    def _objection(self, rule: Expression, message: str, otherwise: str) -> str | None:
        """What is said of a value that breaks a rule of the author's, or that may; None if it keeps it."""
        holds, doubt = self.sheet.heed(lambda: rule.truth(self.context))
        return None if holds and not doubt else doubt or self._say(message) or tr(otherwise)

    def _find_figure(self, part: str) -> Fraction | None:
        expression = self.definition.numerator if part == "numerator" else self.definition.denominator
        number = nan if expression is None else expression.number(self.context)
        if not isfinite(number):
            return None
        # Whole numbers are exact; fifteen digits are what a float surely holds of a decimal.
        return Fraction(int(number)) if number == int(number) else Fraction(Decimal(f"{number:.15g}"))


class AttributeNode(Node):
    """An XML attribute that something is computed for or that an action sets."""

    __slots__ = ()
    kind = "attribute"

    @property
    def children(self) -> Sequence[TreeNode]:
        return ()


_FIGURES = ("numerator", "denominator")

SEEN: dict[Aspect, tuple[str, ...]] = {
    "readonly": ("readonly",),
    "required": ("required", "error"),
    "constraint": ("error",),
    "warning": ("warning",),
    "words": ("label", "hint", "guidance", "error", "warning"),
    "choices": ("choices", "error"),
    "figures": _FIGURES,
}
"""What people see of a node that a computation may change."""


class Range:
    """The instances of one repeat at one place, and where new ones go."""

    __slots__ = ("_ordinals", "definition", "given", "instances", "key", "outline", "parent")

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
        self._ordinals: dict[Node, int] | None = None

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
    def doubt(self) -> str:
        """Why it may not have the instances that the form asks for; blank if it has."""
        return self.outline.doubt

    @property
    def counted(self) -> bool:
        """Whether the form says how many instances there are, and not the user."""
        return self.definition.count is not None or self.definition.fixed

    @property
    def ordinals(self) -> Mapping[Node, int]:
        """Instance → its number, from 1."""
        if self._ordinals is None:
            self._ordinals = {node: at for at, node in enumerate(self.instances.values(), 1)}
        return self._ordinals

    def take(self, name: str, node: Node) -> None:
        """Have one more instance, the last."""
        self.instances[name] = node
        node.place = self
        if self._ordinals is not None:
            self._ordinals[node] = len(self.instances)

    def drop(self, nodes: Sequence[Node]) -> int:
        """Have these instances no more; where the first of them stood, from 0."""
        gone = set(nodes)
        first = min(self.ordinals[node] for node in nodes) - 1
        self.instances = {name: node for name, node in self.instances.items() if node not in gone}
        self._ordinals = None
        return first
