"""Expressions of a form: XPath 1.0 as ODK speaks it, read once and kept as something that runs.

Text goes through a grammar into a typed tree (`terms.py`), and the tree does three things. It says what is
wrong with it, and where, before anybody fills in the form. It says what it reads (`readings.py`), so that an
answer wakes only what depends on it. And it compiles itself to closures.

XPath's one lexical puzzle, whether `div`, `and` or `*` is an operator or a name, is solved by the contextual
lexer: where an operand is expected only names fit, after an operand only operators do.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, cast

from inspector_app.forms import values
from inspector_app.forms.functions import FUNCTIONS
from inspector_app.forms.library import Take
from inspector_app.forms.readings import Fault, Reading, Schema, Survey
from inspector_app.forms.terms import (
    Arithmetic,
    Call,
    Comparison,
    ExpressionRefused,
    Filter,
    Literal,
    Logic,
    Negation,
    Path,
    Root,
    Run,
    Step,
    Term,
    Test,
    Type,
    Union,
    Unusable,
)
from inspector_app.forms.values import Context, Nodes, Value
from inspector_app.i18n import tr

if TYPE_CHECKING:
    from lark import Lark, Token

DEEPEST = 200
"""Levels of nesting that an expression may have; no person writes a tenth of it."""

# --- the grammar ---------------------------------------------------------------------------------

_GRAMMAR = r"""
?start: disjunction
?disjunction: conjunction ("or" conjunction)*
?conjunction: equality ("and" equality)*
?equality: relation (EQUALITY relation)*
?relation: addition (RELATION addition)*
?addition: product ((PLUS | MINUS) product)*
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
test: NAME                                    -> named_test
    | PREFIXED                                -> prefixed_test
    | STAR                                    -> any_test
    | NODE_TYPE "(" LITERAL? ")"              -> kind_test
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
AXIS.3: (/(ancestor|descendant)(-or-self)?/ | /(following|preceding)(-sibling)?/
        | /attribute|child|parent|self|namespace/) /(?=\s*::)/
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

    def addition(self, parts: list[object]) -> Term:
        return self._bounded(Arithmetic(*self._run(parts)))

    product = addition

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

    def named_test(self, parts: list["Token"]) -> tuple[Test, int]:
        prefix, _, name = parts[0].rpartition(":")
        return Test(str(name), self._namespace(prefix, parts[0]) if prefix else None), parts[0].start_pos or 0

    def prefixed_test(self, parts: list["Token"]) -> tuple[Test, int]:
        return Test(None, self._namespace(parts[0][:-2], parts[0])), parts[0].start_pos or 0

    def any_test(self, _parts: list[object]) -> tuple[Test, int]:
        return Test(None), 0

    def kind_test(self, parts: list["Token"]) -> tuple[Test, int]:
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
        offset = cast("int | None", error.pos_in_stream)
        ended = isinstance(error, UnexpectedToken) and cast("Token", error.token).type == "$END"
        if ended or offset is None:
            fault = Fault("incomplete", tr("The expression stops too early."), len(text))
        else:
            rest = text[offset : offset + 20]
            fault = Fault("syntax", tr("The expression cannot be read from “{rest}” on.", rest=rest), offset)
        raise ExpressionRefused(text, [*_build.faults, fault]) from error
    return Expression(text, term, tuple(_build.faults), term.compile())
