"""What is still to be computed in a sheet, and in which order.

An answer puts what reads it on the agenda; working it off computes each thing once and after everything that
it needs. The order is the form's own, settled when it was read. Only of readings that may go to any instance
of a repeat is it remembered which instances were really read, so that a running total of five thousand
instances moves from one to the next and not from each to all.
"""

import heapq
from collections.abc import Callable, Iterable, Iterator

from inspector_app.forms.form import Aspect, Computation, Definition, Dependent, Form
from inspector_app.forms.nodes import SEEN, Node, Range
from inspector_app.forms.tree import TreeNode
from inspector_app.forms.values import EDGE

WATCHED_MOST = 32
"""How many readings of one computation are remembered; one that reads more reads as good as everything."""


class Agenda:
    """The nodes of a sheet by definition, and what is due to be computed for which of them."""

    def __init__(self, form: Form, compute: Callable[[Aspect, Node], None]) -> None:
        self.form = form
        self._compute = compute
        self._first: dict[Definition, list[Computation]] = {}
        self._own_number: dict[Definition, list[Dependent]] = {}
        self._elsewhere: dict[Definition, list[Dependent]] = {}
        self._ways: dict[tuple[Definition, Definition], tuple[Definition, ...]] = {}
        self._watching = {
            dependent.computation
            for found in form.order.dependents.values()
            for dependent in found
            if dependent.others
        }
        for (definition, aspect), computation in form.order.computations.items():
            if aspect not in SEEN:
                self._first.setdefault(definition, []).append(computation)
        self.clear()

    def clear(self) -> None:
        """Forget all nodes and all that is due."""
        self._at: dict[Definition, dict[Node, None]] = {}
        self._due: dict[Computation, dict[Node, None]] = {}
        self._queue: list[tuple[int, Computation]] = []
        self._readers: dict[Node, dict[tuple[Computation, Node], None]] = {}
        self._read: dict[tuple[Computation, Node], list[Node]] = {}
        self._wide: dict[Computation, dict[Node, None]] = {}
        self._on_edge: dict[Computation, dict[Node, None]] = {}
        self.stale: dict[Node, set[str]] = {}
        """What people have seen of a node that may be otherwise now, by name."""

    # --- nodes

    def enter(self, node: Node) -> None:
        self._at.setdefault(node.definition, {})[node] = None

    def leave(self, node: Node) -> None:
        """Know a node no more; whoever read it looks again."""
        self._at[node.definition].pop(node, None)
        self.stale.pop(node, None)
        for computation in self._first.get(node.definition, ()):
            self._forget_readings((computation, node))
            self._wide.get(computation, {}).pop(node, None)
            self._on_edge.get(computation, {}).pop(node, None)
        for computation, reader in self._readers.pop(node, ()):
            self.plan(computation, reader)

    # --- putting on the agenda

    def plan_first(self, node: Node) -> None:
        """Everything of a new node is still to be computed."""
        for computation in self._first.get(node.definition, ()):
            self.plan(computation, node)
        if node.value and node.definition in self.form.order.filtered:
            self.plan(self.form.order.computations[node.definition, "choices"], node)

    def plan_again(self, node: Node) -> None:
        """A node counts again that did not: everything but that is to be computed anew."""
        for computation in self._first.get(node.definition, ()):
            if computation.aspect != "relevant":
                self.plan(computation, node)

    def plan(self, computation: Computation, node: Node) -> None:
        names = SEEN.get(computation.aspect)
        if names is not None:
            for inner in node.subtree() if computation.aspect == "readonly" else (node,):
                self.stale.setdefault(inner, set()).update(names)
            if computation.aspect != "choices":
                return
        due = self._due.get(computation)
        if due is None:
            due = self._due[computation] = {}
            heapq.heappush(self._queue, (computation.rank, computation))
        due[node] = None

    def moved(self, node: Node) -> None:
        """The text that others see of a node is another now."""
        for dependent in self.form.order.dependents.get(node.definition, ()):
            computation = dependent.computation
            if dependent.others and computation.aspect not in SEEN:
                for reader in list(self._wide.get(computation, ())):
                    self.plan(computation, reader)
                continue
            for place in self._places(computation.definition, dependent.within, node):
                self.plan(computation, place)
        for computation, reader in list(self._readers.get(node, ())):
            self.plan(computation, reader)

    def reshaped(self, place: Range, first: int, added: int = 0) -> None:
        """Instances came or went from number `first` on, counted from 0: what looks at them looks again.

        `added` says how many of them are new.
        """
        definition = place.definition
        own, elsewhere = self._lookers(definition)
        for dependent in own:
            for instance in list(place.instances.values())[first:]:
                for reader in self._below(instance, dependent.computation.definition):
                    self.plan(dependent.computation, reader)
        at_the_end = first == len(place.instances) - added
        for dependent in elsewhere:
            computation = dependent.computation
            if at_the_end and dependent.others and computation.aspect not in SEEN:
                # Nothing moved before the end: only who saw where it is looks again.
                for seeing in (self._wide, self._on_edge):
                    for reader in list(seeing.get(computation, ())):
                        self.plan(computation, reader)
                continue
            for reader in self._places(computation.definition, dependent.within, place.parent):
                self.plan(computation, reader)

    def _lookers(self, definition: Definition) -> tuple[list[Dependent], list[Dependent]]:
        """Who looks at a repeat: for the number of the instance it is in itself, and from elsewhere."""
        if definition not in self._own_number:
            dependents = self.form.order.dependents
            self._own_number[definition] = [
                dependent for dependent in dependents.get(definition, ()) if dependent.within is definition
            ]
            around = {None, *definition.lineage} - {definition}
            looking = (dependents.get(inner, ()) for inner in definition.walk())
            outside = (dependent for found in looking for dependent in found if dependent.within in around)
            self._elsewhere[definition] = list(dict.fromkeys(outside))
        return self._own_number[definition], self._elsewhere[definition]

    # --- working it off

    def work(self) -> None:
        """Compute until nothing is due."""
        turns: dict[tuple[Computation, Node], int] = {}
        while self._queue:
            _, computation = heapq.heappop(self._queue)
            due = self._due[computation]
            everywhere = self._at.get(computation.definition, {})
            while due:
                for node in list(due):
                    del due[node]
                    # Only instances that look at each other come round again: at most once for each.
                    turn = turns[computation, node] = turns.get((computation, node), 0) + 1
                    if node not in everywhere or turn > len(everywhere) + 1:
                        continue
                    if computation in self._watching:
                        self._watch(computation, node)
                    else:
                        self._compute(computation.aspect, node)
            del self._due[computation]

    def _watch(self, computation: Computation, node: Node) -> None:
        """Compute and remember what was read."""
        asked = (computation, node)
        self._forget_readings(asked)
        sheet = node.sheet
        read: list[Node] = []
        sheet.watched = read
        sheet.known.pop(EDGE, None)
        try:
            self._compute(computation.aspect, node)
        finally:
            sheet.watched = None
        if EDGE in sheet.known:
            self._on_edge.setdefault(computation, {})[node] = None
        else:
            self._on_edge.get(computation, {}).pop(node, None)
        seen = list(dict.fromkeys(read))
        if len(seen) > WATCHED_MOST:
            self._wide.setdefault(computation, {})[node] = None
            return
        self._wide.get(computation, {}).pop(node, None)
        self._read[asked] = seen
        for other in seen:
            if other is not node:
                self._readers.setdefault(other, {})[asked] = None

    def _forget_readings(self, asked: tuple[Computation, Node]) -> None:
        for other in self._read.pop(asked, ()):
            self._readers.get(other, {}).pop(asked, None)

    # --- which nodes are meant

    def _places(self, definition: Definition, within: Definition | None, near: Node) -> Iterable[Node]:
        """The nodes of a definition: all, or those in the same instance of `within` as `near`."""
        everywhere = self._at.get(definition, {})
        if within is None or len(everywhere) < 2:
            return list(everywhere)
        instance = inside(near, within)
        return () if instance is None else self._below(instance, definition)

    def _below(self, instance: Node, definition: Definition) -> Iterable[Node]:
        """The nodes of a definition in one instance of a repeat around it, or that instance itself."""
        way = self._ways.get((instance.definition, definition))
        if way is None:
            steps: list[Definition] = []
            for above in definition.lineage:
                if above is instance.definition:
                    break
                steps.append(above)
            way = self._ways[instance.definition, definition] = tuple(reversed(steps))
        nodes: list[Node] = [instance]
        for step in way:
            nodes = [inner for node in nodes for inner in _inner(node, step)]
        return nodes


def _inner(node: Node, definition: Definition) -> Iterator[Node]:
    """The nodes of a definition directly in a node; of a repeat, also the one that stands for all of them."""
    if definition.repeats:
        for place in node.ranges:
            if place.definition is definition:
                yield place.outline
                yield from place.instances.values()
        return
    around = node.attributes if definition.kind == "attribute" else node.named(definition.name)
    for inner in around:
        if isinstance(inner, Node) and inner.definition is definition:
            yield inner


def inside(node: TreeNode, repeat: Definition) -> Node | None:
    """The instance of `repeat` that a node is in, or is."""
    here: TreeNode | None = node
    while here is not None:
        if isinstance(here, Node) and here.definition is repeat:
            return here
        here = here.parent
    return None


def same_instances(node: Node, origin: TreeNode) -> bool:
    """Whether a node is in the very repeat instances that `origin` is in, of those that both are in."""
    return all(
        (mine := inside(origin, above)) is None or mine is inside(node, above)
        for above in node.definition.lineage
        if above.repeats
    )
