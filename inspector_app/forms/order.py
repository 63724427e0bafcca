"""What depends on what in a form, and an order in which one pass brings everything up to date.

Settled once, when a form is read: each expression is followed over the form's shape, so that an answer later
wakes only what reads it, and wakes it after everything that it needs. What can never come to rest, a circle
of calculations, is found here and refused before anybody fills in the form.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import TypeAlias, cast

from inspector_app.forms.expressions import Expression
from inspector_app.forms.form import Aspect, Computation, Definition, Dependent, Order
from inspector_app.forms.readings import Fault

Vertex: TypeAlias = "tuple[Definition, Aspect]"
"""One aspect of one definition, as a point of the graph of what needs what."""

DECISIVE: tuple[Aspect, ...] = ("calculate", "relevant", "count", "choices")
"""What decides what others see of a node."""


@dataclass(frozen=True)
class Found(Order):
    """An order with what is wrong: names that lead nowhere, by definition and part; circles."""

    faults: Sequence[tuple[Definition, str, Expression, Sequence[Fault]]]
    circles: Sequence[Sequence[Vertex]]


def ordered(root: Definition) -> Found:
    """Find all readings and rank every computation after what it needs."""
    reads: dict[Vertex, dict[tuple[Definition, Definition | None, bool], None]] = {}
    needs: dict[Vertex, set[Vertex]] = {}
    faulty: list[tuple[Definition, str, Expression, Sequence[Fault]]] = []
    speaking: dict[Vertex, None] = {}
    filtered: set[Definition] = set()
    everything = [definition for above in root.walk() for definition in (above, *above.bound)]
    upstream = _Upstream(everything)
    for definition in everything:
        for aspect, part, expression in definition.computed():
            vertex: Vertex = (definition, aspect)
            needed = needs.setdefault(vertex, set())
            if aspect != "relevant":
                needed.update(upstream.of(definition, ("relevant",)))
            elif definition.parent is not None:
                needed.update(upstream.of(definition.parent, ("relevant",)))
            readings, faults = expression.reads(definition, root)
            if faults:
                faulty.append((definition, part, expression, faults))
            if expression.speaks:
                speaking[vertex] = None
            if aspect == "choices" and (readings or expression.speaks or not expression.term.steady):
                filtered.add(definition)
            for reading in readings:
                what, within = cast("Definition", reading.what), cast("Definition | None", reading.within)
                reads.setdefault(vertex, {})[what, within, reading.others] = None
                if not reading.others:
                    needed.update(upstream.of(what, DECISIVE if reading.text else ("count",)))
    sequence, circles = _sorted(needs)
    computations = {vertex: Computation(*vertex, rank) for rank, vertex in enumerate(sequence)}
    dependents: dict[Definition, dict[Dependent, None]] = {}
    for vertex, read in reads.items():
        for what, within, others in read:
            dependents.setdefault(what, {})[Dependent(computations[vertex], within, others)] = None
    return Found(
        {what: tuple(found) for what, found in dependents.items()},
        computations,
        frozenset(filtered),
        tuple(computations[vertex] for vertex in speaking),
        faulty,
        circles,
    )


class _Upstream:
    """What decides the visible text of a definition, as far as anything is computed."""

    def __init__(self, everything: Sequence[Definition]) -> None:
        present = {(d, aspect) for d in everything for aspect, _, _ in d.computed()}
        self._deciding = {aspect: {d for d, a in present if a == aspect} for aspect in DECISIVE}

    def of(self, definition: Definition, aspects: Sequence[Aspect]) -> Iterator[Vertex]:
        for aspect in aspects:
            deciding = self._deciding[aspect]
            if aspect in ("calculate", "choices"):
                if definition in deciding:
                    yield definition, aspect
            elif deciding:
                for above in definition.lineage:
                    if above in deciding:
                        yield above, aspect


def _sorted(needs: dict[Vertex, set[Vertex]]) -> tuple[list[Vertex], list[Sequence[Vertex]]]:
    """Everything after what it needs, and the circles; each is cut, to find the next one."""
    circles: list[Sequence[Vertex]] = []
    while True:
        try:
            return list(TopologicalSorter(needs).static_order()), circles
        except CycleError as error:
            # Each vertex of the circle is needed by the one after it; the last is the first again.
            circle = cast("list[Vertex]", error.args[1])
            if not _comes_to_rest(circle):
                circles.append(circle)
            needs[circle[1]].discard(circle[0])


def _comes_to_rest(circle: Sequence[Vertex]) -> bool:
    """Whether a circle is one that authors mean: it settles after a round or two.

    Two questions of which each is asked only while the other is blank; choices that leave out what is chosen.
    """
    questions = {definition for definition, _ in circle}
    either_or = all(d.is_leaf and aspect == "relevant" for d, aspect in circle) and len(questions) > 1
    return either_or or any(aspect == "choices" for _, aspect in circle)
