"""A form as published: the XForm that a workbook became, read once into immutable definitions.

Everything that can be known before the first answer is settled when a form is read. Expressions are compiled,
references looked up, and what depends on what is put in an order in which one pass brings everything up to
date. What cannot work (an unknown function, a question that does not exist, a circle of calculations) is
refused, all of it named at once. A form knows nothing of answers; a `Sheet` fills it in.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Literal, cast

from inspector_app.collector import resting
from inspector_app.domain.errors import Problem, TemplateRefused
from inspector_app.forms.expressions import Expression
from inspector_app.forms.readings import Fault
from inspector_app.forms.tree import Element

OURS = "https://sokiemtra.vn/xform/1"
"""The namespace of the attributes that this program adds to a form."""

XFORMS = "http://www.w3.org/2002/xforms"
JAVAROSA = "http://openrosa.org/javarosa"
OPENROSA = "http://openrosa.org/xforms"
ODK = "http://www.opendatakit.org/xforms"

Kind = Literal["group", "repeat", "question", "note", "calculate", "hidden", "meta", "attribute"]

Aspect = Literal[
    "relevant",
    "calculate",
    "count",
    "readonly",
    "required",
    "constraint",
    "warning",
    "words",
    "choices",
    "figures",
]
"""What a definition has computed. The first three decide what others see, and so do choices where they are
filtered, since an answer that is no longer offered counts as none; the rest are ends."""


@dataclass(frozen=True, slots=True)
class FormProblem(Problem):
    """A problem of an XForm, with what leads to its cell in a workbook: question, part, place in it."""

    question: str = ""
    part: str = ""
    fault: Fault | None = None


Words = tuple["str | Expression", ...]
"""A text with values in it."""


@dataclass(frozen=True, eq=False, slots=True)
class Text:
    """What is said to people: words by language, or an expression that gives them.

    `media` are the files shown or played with it, by language and then by form (`image`, `big-image`,
    `audio`, `video`), each by its name.
    """

    words: Mapping[str, Words]
    computed: Expression | None = None
    media: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: NO_MEDIA_AT_ALL)

    def in_language(self, language: str) -> Words:
        """The words in `language`, else in whichever the form has."""
        return self.words.get(language) or next(iter(self.words.values()), ())

    def media_in(self, language: str) -> Mapping[str, str]:
        """The files in `language`, else in whichever the form has."""
        return self.media.get(language) or next(iter(self.media.values()), NO_MEDIA)

    def plain(self, language: str) -> str:
        """The words with a gap where a value would stand."""
        return "".join(part if isinstance(part, str) else "…" for part in self.in_language(language))

    def expressions(self) -> Iterator[Expression]:
        if self.computed is not None:
            yield self.computed
        for words in self.words.values():
            yield from (part for part in words if isinstance(part, Expression))


NO_MEDIA: Mapping[str, str] = MappingProxyType({})
NO_MEDIA_AT_ALL: Mapping[str, Mapping[str, str]] = MappingProxyType({})
NO_TEXT = Text({})


@dataclass(frozen=True, eq=False, slots=True)
class ListedChoice:
    """A choice written out at its question."""

    name: str
    label: Text


@dataclass(frozen=True, eq=False, slots=True)
class Choices:
    """Where a question's choices come from: a list, or the items that an expression selects."""

    listed: tuple[ListedChoice, ...] = ()
    items: Expression | None = None
    name: Expression | None = None
    label: Text = NO_TEXT
    text_key: Expression | None = None
    """Of an item, the key of its text among the form's texts, where its media are."""

    def expressions(self) -> Iterator[Expression]:
        for choice in self.listed:
            yield from choice.label.expressions()
        if self.items is not None:
            # Name and label are read from the item, which lies outside the form's own data.
            yield self.items


@dataclass(frozen=True, eq=False, slots=True)
class Action:
    """On an event, a target takes a value: `setvalue` a computed or written one, `setgeopoint` the place."""

    events: frozenset[str]
    target: Expression
    value: Expression | None
    text: str
    takes_place: bool = False


@dataclass(frozen=True, eq=False)
class Definition:
    """One node of a form: what it is, how it is asked, what is computed for it.

    `path` is absolute (`/data/CD/CD04`); `attributes` are this program's own, by local name; `template` is
    the element that new nodes are made after; `words` are its label, hint, guidance and messages; `settings`
    are the other attributes of its control as written, such as `start`, `end` and `step` of a range, `rows`
    of a text, `mediatype` of a file. `bound` are its XML attributes that something is computed for. `fixed`
    says of a repeat that nobody adds or takes away instances.
    """

    name: str
    path: str
    kind: Kind
    template: Element
    control: str | None = None
    type: str = "string"
    appearance: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict[str, str])
    children: tuple["Definition", ...] = ()
    bound: tuple["Definition", ...] = ()
    words: Mapping[str, Text] = field(default_factory=dict[str, Text])
    choices: Choices | None = None
    settings: Mapping[str, str] = field(default_factory=dict[str, str])
    relevant: Expression | None = None
    required: Expression | None = None
    constraint: Expression | None = None
    calculate: Expression | None = None
    readonly: Expression | None = None
    warning: Expression | None = None
    count: Expression | None = None
    fixed: bool = False
    numerator: Expression | None = None
    denominator: Expression | None = None
    preload: tuple[str, str] = ("", "")
    actions: tuple[Action, ...] = ()
    parent: "Definition | None" = field(init=False, default=None, repr=False)

    def __post_init__(self) -> None:
        for child in (*self.children, *self.bound):
            object.__setattr__(child, "parent", self)

    @property
    def repeats(self) -> bool:
        return self.kind == "repeat"

    @property
    def range(self) -> Mapping[str, str]:
        """Start, end and step of a range question, as written."""
        return {name: text for name, text in self.settings.items() if name in ("start", "end", "step")}

    @property
    def default(self) -> str:
        """What a new node holds before any answer."""
        return self.template.text() if self.is_leaf else ""

    @cached_property
    def is_leaf(self) -> bool:
        """Whether it holds a value rather than other nodes."""
        return self.kind not in ("group", "repeat")

    def named(self, name: str) -> "Sequence[Definition]":
        """The definitions directly inside with this name."""
        return self._named.get(name, ())

    @cached_property
    def _named(self) -> "dict[str, list[Definition]]":
        named: dict[str, list[Definition]] = {}
        for child in self.children:
            named.setdefault(child.name, []).append(child)
        return named

    @property
    def lineage(self) -> Iterator["Definition"]:
        """Itself, its parent, … up to the root."""
        here: Definition | None = self
        while here is not None:
            yield here
            here = here.parent

    def walk(self) -> Iterator["Definition"]:
        """Itself and everything below, in document order; without XML attributes."""
        yield self
        for child in self.children:
            yield from child.walk()

    def label(self, language: str) -> str:
        """The label as it stands before any answer, a gap in place of each value."""
        return self.words.get("label", NO_TEXT).plain(language)

    def hint(self, language: str) -> str:
        return self.words.get("hint", NO_TEXT).plain(language)

    def computed(self) -> Iterator[tuple[Aspect, str, Expression]]:
        """Every expression: the aspect it serves, the part of the definition it stands in, the expression."""
        for part in ("relevant", "calculate", "count", "readonly", "required", "constraint", "warning"):
            expression = cast("Expression | None", getattr(self, part))
            if expression is not None:
                yield part, part, expression
        for part in ("numerator", "denominator"):
            expression = cast("Expression | None", getattr(self, part))
            if expression is not None:
                yield "figures", part, expression
        for part, text in self.words.items():
            for expression in text.expressions():
                yield "words", part, expression
        for expression in self.choices.expressions() if self.choices is not None else ():
            yield "choices", "choice_filter", expression


class Instances(Mapping[str, Element]):
    """The further instances of a form by name, each read when first asked for."""

    def __init__(self, sources: Mapping[str, Callable[[], Element]]) -> None:
        self._sources = sources
        self._read: dict[str, Element] = {}

    def __getitem__(self, name: str) -> Element:
        if name not in self._read:
            with resting():
                self._read[name] = self._sources[name]()
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)


@dataclass(frozen=True, slots=True)
class Dependent:
    """That a computation reads something; always in the same instance of `within` (None: anywhere).

    `others` says that it may be of other instances of a repeat, of which only some are really read.
    """

    computation: "Computation"
    within: Definition | None
    others: bool


@dataclass(frozen=True, eq=False, slots=True)
class Computation:
    """One aspect of one definition, with its place in the order in which things are brought up to date."""

    definition: Definition
    aspect: Aspect
    rank: int


@dataclass(frozen=True)
class Order:
    """What depends on what: settled when a form is read, followed whenever an answer comes.

    `dependents`: definition → what reads it. `computations`: what is computed, each with its rank.
    `filtered`: the questions whose choices depend on answers. `speaking`: what depends on the language.
    """

    dependents: Mapping[Definition, tuple[Dependent, ...]]
    computations: Mapping[tuple[Definition, Aspect], Computation]
    filtered: frozenset[Definition]
    speaking: tuple[Computation, ...]


@dataclass(frozen=True, eq=False)
class Form:
    """A published form. `digest` is the SHA-256 of its XML and its identity; `attributes` are our own."""

    form_id: str
    version: str
    title: str
    digest: str
    languages: tuple[str, ...]
    default_language: str
    root: Definition
    primary: Element
    attributes: Mapping[str, str]
    instances: Mapping[str, Element]
    itext: Mapping[str, Text]
    actions: tuple[Action, ...]
    namespaces: Mapping[str, str]
    order: Order
    style: str = ""
    """The style classes of the whole form, such as `pages`."""
    files: frozenset[str] = frozenset()
    """Names of the files that the form needs beside it: lists to choose from, tables, pictures and sounds."""

    @classmethod
    def parse(cls, xml: bytes, files: Mapping[str, bytes] = MappingProxyType({})) -> "Form":
        """Read an XForm and the `files` beside it; `TemplateRefused` lists every problem found.

        Lists are read when first used; `prove` reads them all.
        """
        from inspector_app.forms.xform import read_form  # it needs this module for what it makes

        return read_form(xml, files)

    def prove(self) -> None:
        """Read every list beside the form now; `TemplateRefused` names those that cannot be read."""
        problems: list[Problem] = []
        for name in self.instances:
            try:
                self.instances[name]
            except TemplateRefused as refused:
                problems.extend(refused.problems)
        if problems:
            raise TemplateRefused(file="XForm", problems=problems)

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """Every definition below the root, in document order."""
        return tuple(self.root.walk())[1:]

    @cached_property
    def _named(self) -> dict[str, Definition | None]:
        named: dict[str, Definition | None] = {}
        for definition in self.definitions:
            named[definition.name] = None if definition.name in named else definition
        return named

    def definition(self, name: str) -> Definition:
        """The definition with this name; `KeyError` if there is none or several."""
        found = self._named[name]
        if found is None:
            raise KeyError(name)
        return found

    def token(self, definition: Definition) -> str:
        """How keys call a definition: by name where that is unique, else by its path below the root."""
        if self._named.get(definition.name) is definition:
            return definition.name
        return definition.path.removeprefix(f"{self.root.path}/")

    @cached_property
    def acting(self) -> bool:
        """Whether anything happens on an event."""
        return bool(self.actions) or any(definition.actions for definition in self.root.walk())

    @cached_property
    def items(self) -> tuple[Definition, ...]:
        """The items of the checklist: what carries a scoring rule."""
        return tuple(definition for definition in self.definitions if "rule" in definition.attributes)

    @cached_property
    def areas(self) -> tuple[Definition, ...]:
        """The groups directly under the root, without `meta`, which is for the submission."""
        return tuple(child for child in self.root.children if child.kind == "group" and child.name != "meta")


def is_template(element: Element) -> bool:
    """Whether an element is no instance of its repeat, only the pattern of new ones."""
    return element.attribute("template", JAVAROSA) is not None
