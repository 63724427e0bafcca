"""Paths: the terms of an expression that lead from node to node.

Nearly every expression is made of paths, and a long form is walked along them many thousand times. So what is
the same each time is found once: the nodes below the root that only names lead to are remembered until a
repeat grows; an item looked for by a column of its list is found in an index; an instance asked for by its
number is counted off and not searched.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from inspector_app.forms import tree, values
from inspector_app.forms.readings import Place, Places, Survey
from inspector_app.forms.terms import Call, Comparison, Literal, Logic, Run, Term, Type, as_nodes, as_number
from inspector_app.forms.tree import TreeNode
from inspector_app.forms.values import Context, Nodes, Value


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
            return self.name is None or node.needs_no_prefix
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
            return _noting_repeats(plain) if self.plain else plain
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
                return lambda _context, node: node.unprefixed(name)
            return lambda _context, node: [
                child for child in node.named(name) if test.matches(child, "element")
            ]
        if self.axis in ("self", "parent", "attribute", "ancestor", "ancestor-or-self"):
            return lambda _context, node: [found for found in walk(node) if test.matches(found, principal)]

        def around(context: Context, node: TreeNode) -> Nodes:
            context.look_around()
            return [found for found in walk(node) if test.matches(found, principal)]

        return around

    def _compile_search(
        self, otherwise: Callable[[Context, TreeNode], Nodes]
    ) -> Callable[[Context, TreeNode], Nodes]:
        """For `item[column = …]`: the rows of a list by its index if it has one, else `otherwise`."""
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


def _noting_repeats(plain: Callable[[Context, TreeNode], Nodes]) -> Callable[[Context, TreeNode], Nodes]:
    """The same, noting where it leads to all instances of a repeat, however many there are."""

    def step(context: Context, node: TreeNode) -> Nodes:
        found = plain(context, node)
        if len(found) != 1 or found[0].repeats:
            context.look_around()
        return found

    return step


def _search(predicate: Term) -> tuple[str, Term, tuple[Term, ...]] | None:
    """Of `column = steady and …`: the column, what it is to be, the rest. None: it is nothing like that."""
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
        if index < 1 or not index.is_integer():
            return lambda _context, _nodes: []
        at = int(index) - 1

        def count_off(context: Context, nodes: Nodes) -> Nodes:
            if at >= len(nodes):
                context.look_around()
            return nodes[at : at + 1]

        return count_off
    place = _place(predicate)
    if place is not None:
        return _picker(place)
    run = predicate.holding().compile()

    def sieve(context: Context, nodes: Nodes) -> Nodes:
        context.look_around()
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
        if any(number > len(nodes) for number in numbers):
            context.look_around()
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
        del parts
        # What predicates inside see is their own matter.
        return self.start is not None and self.start.steady

    def _is_placed(self, parts: Sequence[Term]) -> bool:
        del parts
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
            if walk_on is None:
                return nodes
            if len(nodes) != 1:
                context.look_around()
            return walk_on(context, nodes)

        return run

    def survey(self, survey: Survey, here: Places) -> Places:
        places = here if self.start is None else self.start.survey(survey, here)
        for step in self.steps:
            plain = step.test.kind == "element"
            places = survey.step(places, step.axis, step.test.name if plain else None, step.offset)
            if not plain and step.test.kind != "node":
                # `text()` and comments are not nodes of the form's shape: reading them reads their element.
                survey.value(places)
            if step.predicates:
                places = survey.filtered(places)
            for predicate in step.predicates:
                survey.value(predicate.survey(survey, places))
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
                    nodes = nodes[::-1]
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
        del parts
        return self.primary.steady

    def _is_placed(self, parts: Sequence[Term]) -> bool:
        del parts
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
class IndexedRepeat(Call):
    """`indexed-repeat(target, repeat, index, …)`: the target in the instances of that number."""

    def compile(self) -> Run:
        """As the path that it stands for, `/data/repeat[index]/target`, wherever its paths are plain."""
        path = self._path()
        if path is None:
            return super().compile()
        return path.compile()

    def _path(self) -> "Path | None":
        target = self.arguments[0]
        if not isinstance(target, Path) or not _is_plain(target):
            return None
        steps = list(target.steps)
        for repeat, index in zip(self.arguments[1::2], self.arguments[2::2], strict=False):
            if not isinstance(repeat, Path) or not _is_plain(repeat) or len(repeat.steps) > len(steps):
                return None
            at = len(repeat.steps) - 1
            names = [step.test.name for step in repeat.steps]
            if names != [step.test.name for step in steps[: at + 1]] or steps[at].predicates:
                return None
            steps[at] = Step("child", steps[at].test, (_Number(index),))
        return Path(target.start, tuple(steps))


def _is_plain(path: Path) -> bool:
    return isinstance(path.start, Root) and all(step.plain for step in path.steps)


@dataclass(frozen=True, eq=False)
class _Number(Term):
    """A term taken as a number where the whole expression stands, not where a predicate does."""

    term: Term
    type = Type.NUMBER

    def parts(self) -> Sequence[Term]:
        return (self.term,)

    def _is_steady(self, parts: Sequence[Term]) -> bool:
        del parts
        return True

    def compile(self) -> Run:
        return as_number(self.term)
