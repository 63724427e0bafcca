"""Expressions of a form: XPath 1.0 as ODK speaks it, read once and kept as something that runs.

Text becomes a typed tree (`terms.py`), and the tree does three things. It says what is wrong with it, and
where, before anybody fills in the form. It says what it reads (`readings.py`), so that an answer wakes only
what depends on it. And it compiles itself to closures.

The reader goes down the grammar by hand, since a form of a thousand questions brings several thousand
expressions and is opened while somebody waits. XPath's one lexical puzzle, whether `div`, `and` or `*` is an
operator or a name, solves itself: where an operand is expected only names fit, after one only operators do.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from inspector_app.forms import values
from inspector_app.forms.functions import FUNCTIONS
from inspector_app.forms.library import Take
from inspector_app.forms.paths import Filter, IndexedRepeat, Path, Root, Step, Test
from inspector_app.forms.patterns import PatternRefused, read_pattern
from inspector_app.forms.readings import Fault, Reading, Schema, Survey
from inspector_app.forms.terms import (
    Arithmetic,
    Call,
    Comparison,
    ExpressionRefused,
    Literal,
    Logic,
    Negation,
    Run,
    Term,
    Type,
    Union,
    Unusable,
)
from inspector_app.forms.tree import AXES, XHTML
from inspector_app.forms.values import Context, Nodes, Value
from inspector_app.i18n import tr

DEEPEST = 200
"""Levels of nesting that an expression may have; a map of every province written as nested `if` has 34."""

LONGEST = 100_000
"""Letters that an expression may have: far more than a cell of a workbook holds."""

WELL_KNOWN = {
    "h": XHTML,
    "xhtml": XHTML,
    "jr": "http://openrosa.org/javarosa",
    "odk": "http://www.opendatakit.org/xforms",
    "orx": "http://openrosa.org/xforms",
    "xsd": "http://www.w3.org/2001/XMLSchema",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
"""Prefixes that mean the same in every form, declared or not."""

# --- reading -------------------------------------------------------------------------------------

_NCNAME = r"[^\W\d][\w.\-]*"
_BLANKS = (" ", "\t", "\r", "\n")
_SPACE = re.compile(r"[ \t\r\n]*")
_OPERATOR = re.compile(r"or|and|!=|<=|>=|[=<>+\-*]|div|mod")
_NUMBER = re.compile(r"(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?")
_LITERAL = re.compile(r""""[^"]*"|'[^']*'""")
_VARIABLE = re.compile(rf"\${_NCNAME}(?::{_NCNAME})?")
_NAME = re.compile(rf"({_NCNAME}):\*|({_NCNAME}(?::(?!:){_NCNAME})?)[ \t\r\n]*(\(|::)?")

_BY_STRENGTH = (("or",), ("and",), ("=", "!="), ("<", "<=", ">", ">="), ("+", "-"), ("*", "div", "mod"))
_STRENGTHS = {operator: at for at, operators in enumerate(_BY_STRENGTH, 1) for operator in operators}
_STRONGEST = 6

_NODE_TYPES = {"node": "node", "text": "text", "comment": "comment", "processing-instruction": "instruction"}
_ANYWHERE = Step("descendant-or-self", Test(None, kind="node"))


class _Reader:
    """One reading of one text, from left to right; `at` is how far it has come.

    What is wrong but can be read past is gathered in `faults`; what cannot ends the reading.
    """

    __slots__ = ("at", "depth", "faults", "namespaces", "text")

    def __init__(self, text: str, namespaces: Mapping[str, str]) -> None:
        self.text = text
        self.namespaces = namespaces
        self.at = 0
        self.depth = 0
        self.faults: list[Fault] = []

    def read(self) -> Term:
        if len(self.text) > LONGEST:
            raise self.refused(
                "too-long", tr("The expression is longer than {limit} letters.", limit=LONGEST), 0
            )
        if not self.text.strip():
            raise self.refused("empty", tr("The expression is empty."), 0)
        self.moved(0)
        term = self.expression()
        if self.at < len(self.text):
            raise self.unreadable()
        return term

    # --- the grammar, from the loosest operator to the firmest

    def expression(self, least: int = 1) -> Term:
        """Operands and the operators between them that bind at least as firmly as `least`."""
        self.deeper()
        term = self.operand()
        operator = self.operator()
        while operator is not None and (strength := _STRENGTHS[operator]) >= least:
            rest: list[tuple[str, Term]] = []
            while operator is not None and _STRENGTHS[operator] == strength:
                self.moved(self.at + len(operator))
                operand = self.operand() if strength == _STRONGEST else self.expression(strength + 1)
                rest.append((operator, operand))
                operator = self.operator()
            term = self.bounded(_run(strength, term, tuple(rest)))
        self.depth -= 1
        return term

    def operator(self) -> str | None:
        """The operator that comes next, which is not taken yet."""
        found = _OPERATOR.match(self.text, self.at)
        return None if found is None else found[0]

    def operand(self) -> Term:
        """A union of paths, with minus signs before it."""
        minus = 0
        while self.took("-"):
            minus += 1
        first = self.path()
        if self.ahead("|"):
            operands = [first]
            while self.took("|"):
                operands.append(self.path())
            first = self.bounded(Union(tuple(operands)))
        for _ in range(minus if minus < 2 else 2 - minus % 2):  # two minus signs make a number of anything
            first = self.bounded(Negation(first))
        return first

    def path(self) -> Term:
        """Steps, or what stands for itself (a number, a text, a call, parentheses) with steps after it.

        All in one function, because every function here is a frame of the stack for each level of nesting.
        """
        text, at = self.text, self.at
        sign = text[at : at + 1]
        if sign == "/":
            if self.took("//"):
                return self.bounded(Path(Root(), (_ANYWHERE, *self.steps())))
            self.took("/")
            return self.bounded(Path(Root(), self.steps())) if self.at_step() else Root()
        if (found := _NUMBER.match(text, at)) is not None:
            self.moved(found.end())
            start: Term = Literal(float(found[0]))
        elif (found := _LITERAL.match(text, at)) is not None:
            self.moved(found.end())
            start = Literal(found[0][1:-1])
        elif sign == "(":
            self.took("(")
            start = self.expression()
            self.expect(")")
        elif sign == "$" and (found := _VARIABLE.match(text, at)) is not None:
            self.moved(found.end())
            start = self.unusable("unknown-variable", tr("{name} is not known here.", name=found[0]), at)
        else:
            found = _NAME.match(text, at)
            if found is None or found[3] != "(" or found[2] in _NODE_TYPES:
                return self.bounded(Path(None, self.steps()))
            self.moved(found.end())
            arguments: list[Term] = []
            while not self.took(")"):
                if arguments:
                    self.expect(",")
                arguments.append(self.expression())
            start = self.call(found[2], at, tuple(arguments))
        if predicates := self.predicates():
            start = self.bounded(Filter(start, predicates))
        if not self.ahead("/"):
            return start
        if self.took("//"):
            return self.bounded(Path(start, (_ANYWHERE, *self.steps())))
        self.took("/")
        return self.bounded(Path(start, self.steps()))

    def steps(self) -> tuple[Step, ...]:
        found = [self.step()]
        while self.ahead("/"):
            if self.took("//"):
                found.append(_ANYWHERE)
            else:
                self.took("/")
            found.append(self.step())
        return tuple(found)

    def at_step(self) -> bool:
        found = _NAME.match(self.text, self.at)
        return found is not None or self.text[self.at : self.at + 1] in ("*", ".", "@")

    def step(self) -> Step:
        sign, axis = self.text[self.at : self.at + 1], "child"
        if sign == ".":
            if self.took(".."):
                return Step("parent", Test(None, kind="node"), self.predicates())
            self.took(".")
            return Step("self", Test(None, kind="node"), self.predicates())
        if sign == "@":
            self.took("@")
            axis = "attribute"
        found = _NAME.match(self.text, self.at)
        if found is not None and found[3] == "::" and axis == "child" and found[2] in AXES:
            axis = found[2]
            self.moved(found.end())
            found = _NAME.match(self.text, self.at)
        at = self.at
        if found is not None and found[3] is None and found[1] is None and ":" not in found[2]:
            self.moved(found.end())  # nearly every step is this one: a name of children
            return Step(axis, Test(found[2]), self.predicates(), at)
        return Step(axis, self.test(), self.predicates(), at)

    def test(self) -> Test:
        at = self.at
        if self.took("*"):
            return Test(None)
        found = _NAME.match(self.text, at)
        if found is None or found[3] == "::":
            raise self.unreadable()
        if found[1] is not None:
            self.moved(found.end())
            return Test(None, self.namespace(found[1], at))
        if found[3] == "(":
            return self.kind_test(found)
        self.moved(found.end())
        prefix, _, name = found[2].rpartition(":")
        return Test(name, self.namespace(prefix, at) if prefix else None)

    def kind_test(self, found: re.Match[str]) -> Test:
        kind = _NODE_TYPES.get(found[2])
        if kind is None:
            self.at = found.start(3)
            raise self.unreadable()
        self.moved(found.end())
        target = _LITERAL.match(self.text, self.at)
        if target is not None:
            self.moved(target.end())
        self.expect(")")
        return Test(None if target is None else target[0][1:-1], kind=kind)

    def predicates(self) -> tuple[Term, ...]:
        if not self.ahead("["):
            return ()
        self.deeper()  # once more than the expression inside: there are twice the frames on the way to it
        found: list[Term] = []
        while self.took("["):
            found.append(self.expression())
            self.expect("]")
        self.depth -= 1
        return tuple(found)

    # --- terms that can be wrong

    def call(self, name: str, at: int, arguments: tuple[Term, ...]) -> Term:
        function = FUNCTIONS.get(name)
        if function is None:
            return self.unusable("unknown-function", tr("There is no function {name}().", name=name), at)
        if not function.accepts(len(arguments)):
            sentence = tr(
                "{name}() takes {wanted} values, not {given}.",
                name=name,
                wanted=function.wanted,
                given=len(arguments),
            )
            return self.unusable("wrong-arguments", sentence, at)
        for take, argument in zip(function.takes_for(len(arguments)), arguments, strict=True):
            if take is Take.NODES and argument.gives not in (Type.NODES, Type.ANY):
                sentence = tr("{name}() needs questions, not a computed value.", name=name)
                self.faults.append(Fault("wrong-type", sentence, at))
                break
        if name == "regex":
            self.check_pattern(arguments[1], at)
        term = IndexedRepeat if name == "indexed-repeat" else Call
        return self.bounded(term(function, arguments))

    def check_pattern(self, pattern: Term, at: int) -> None:
        if isinstance(pattern, Literal) and isinstance(pattern.value, str):
            try:
                read_pattern(pattern.value)
            except PatternRefused as refused:
                self.faults.append(Fault("bad-pattern", str(refused), at))

    def namespace(self, prefix: str, at: int) -> str:
        found = self.namespaces.get(prefix)
        if found is None:
            sentence = tr("The prefix {name} is not declared.", name=prefix)
            self.faults.append(Fault("unknown-prefix", sentence, at))
        return found or ""

    def unusable(self, code: str, message: str, at: int) -> Term:
        fault = Fault(code, message, at)
        self.faults.append(fault)
        return Unusable(fault)

    # --- moving on

    def moved(self, at: int) -> None:
        """Go on from `at`, past any white space."""
        if self.text[at : at + 1] in _BLANKS:
            found = _SPACE.match(self.text, at)
            at = at if found is None else found.end()
        self.at = at

    def ahead(self, sign: str) -> bool:
        return self.text.startswith(sign, self.at)

    def took(self, sign: str) -> bool:
        if not self.ahead(sign):
            return False
        self.moved(self.at + len(sign))
        return True

    def expect(self, sign: str) -> None:
        if not self.took(sign):
            raise self.unreadable()

    # --- ending early

    def deeper(self) -> None:
        # Each level of nesting comes through here, so that no text can exhaust the stack.
        self.depth += 1
        if self.depth > DEEPEST:
            raise self.too_deep()

    def bounded(self, term: Term) -> Term:
        # Each level of the tree comes through here, so that no walk over it can.
        if term.depth > DEEPEST:
            raise self.too_deep()
        return term

    def too_deep(self) -> ExpressionRefused:
        return self.refused(
            "too-deep", tr("The expression is nested more than {limit} deep.", limit=DEEPEST), 0
        )

    def unreadable(self) -> ExpressionRefused:
        if self.at >= len(self.text):
            return self.refused("incomplete", tr("The expression stops too early."), len(self.text))
        rest = self.text[self.at : self.at + 20]
        return self.refused(
            "syntax", tr("The expression cannot be read from “{rest}” on.", rest=rest), self.at
        )

    def refused(self, code: str, message: str, at: int) -> ExpressionRefused:
        return ExpressionRefused(self.text, [*self.faults, Fault(code, message, at)])


def _run(strength: int, first: Term, rest: tuple[tuple[str, Term], ...]) -> Term:
    """Operators of one strength between operands, however many: one level of the tree."""
    if strength > 4:
        return Arithmetic(first, rest)
    if strength > 2:
        return Comparison(first, rest)
    return Logic(rest[0][0], (first, *(operand for _, operand in rest)))


# --- expressions ---------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Expression:
    """An expression ready to run. `text` is as written; `gives` is its static type.

    `faults` are what is wrong with it although it can be read; a form refuses such expressions.
    """

    text: str
    term: Term
    faults: tuple[Fault, ...]

    @cached_property
    def run(self) -> Run:
        """The expression compiled, when it is first needed: many of a long form's never are."""
        return self.term.compile()

    @property
    def gives(self) -> Type:
        return self.term.gives

    @property
    def column(self) -> str | None:
        """The name, if it does nothing but name a child."""
        term = self.term
        if isinstance(term, Path) and term.start is None and len(term.steps) == 1:
            (step,) = term.steps
            return step.test.name if step.plain and step.test.namespace is None else None
        return None

    @cached_property
    def whole(self) -> "Expression":
        """The same path without what its last step sieves out: of the items on offer, the whole list."""
        term = self.term
        if not isinstance(term, Path) or not term.steps:
            return self
        last = replace(term.steps[-1], predicates=())
        return replace(self, term=replace(term, steps=(*term.steps[:-1], last)))

    @property
    def speaks(self) -> bool:
        """Whether its value depends on the language spoken."""
        return self.term.speaks

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
        survey = Survey(at, root)
        return tuple(place.at for place in self.term.survey(survey, (survey.origin,)) if place.at is not None)

    def reads(self, at: Schema, root: Schema) -> tuple[tuple[Reading, ...], tuple[Fault, ...]]:
        """What it reads when it stands at `at` in the form below `root`, and the names that lead nowhere."""
        survey = Survey(at, root)
        survey.value(self.term.survey(survey, (survey.origin,)))
        return tuple(survey.readings), tuple(survey.faults)


def parse(text: str, namespaces: Mapping[str, str] | None = None) -> Expression:
    """Read an expression; `namespaces` adds prefixes to the well-known ones.

    `ExpressionRefused`: it cannot be read at all. What is wrong with one that can is in its `faults`.
    """
    return _parse(text, tuple(sorted((namespaces or {}).items())))


@lru_cache(maxsize=8192)
def _parse(text: str, namespaces: Sequence[tuple[str, str]]) -> Expression:
    reader = _Reader(text, {**WELL_KNOWN, **dict(namespaces)})
    term = reader.read()
    return Expression(text, term, tuple(reader.faults))
