"""What an expression reads, found without running it: paths walked over a form's shape.

A form has to know beforehand what depends on what. So every path is followed over definitions as it will be
followed over nodes later, and two things are kept besides where it ends: how high it climbed, since below
that it stays inside one instance of a repeat, and whether it may have gone over to another instance.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from inspector_app.i18n import tr


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with an expression: a code, a sentence (current language), the offset in its text."""

    code: str
    message: str
    offset: int


class Schema(Protocol):
    """The shape of a form, as far as paths can see it: `Definition` is one."""

    @property
    def name(self) -> str: ...
    @property
    def parent(self) -> "Schema | None": ...
    @property
    def children(self) -> "Sequence[Schema]": ...
    @property
    def bound(self) -> "Sequence[Schema]": ...
    @property
    def repeats(self) -> bool: ...
    def named(self, name: str) -> "Sequence[Schema]": ...


@dataclass(frozen=True, slots=True)
class Place:
    """Where a path may stand: at a node of the form's shape, above its root (`at` None), or outside the form.

    `top` is the highest node the path has climbed to, None for the document: the path stays inside one
    instance of it. `others` says that it may have gone to another instance of a repeat it came from.
    """

    at: Schema | None
    top: Schema | None
    outside: bool = False
    others: bool = False


OUTSIDE = Place(None, None, outside=True)
Places: TypeAlias = tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """That an expression reads `what`; always within one instance of `within` (None: anywhere in the form).

    `text` is False where only its being there counts; `others` says it may be of another repeat instance.
    """

    what: Schema
    within: Schema | None
    others: bool
    text: bool


class Survey:
    """One walk over an expression at one place of a form, gathering its readings and the names it misses."""

    def __init__(self, origin: Schema, root: Schema) -> None:
        self.origin = Place(origin, origin)
        self.root = root
        self.readings: dict[Reading, None] = {}
        self.faults: list[Fault] = []

    def exists(self, places: Places, text: bool = False) -> None:
        """Nodes counted, numbered or tested for being there: their value does not matter."""
        for place in places:
            if place.at is not None:
                within = place.top
                while within is not None and not within.repeats:
                    within = within.parent
                self.readings[Reading(place.at, within, place.others, text)] = None

    def value(self, places: Places) -> None:
        """Nodes whose text is taken: a group's is that of everything in it."""
        for place in places:
            if place.at is not None:
                self.exists((place,), text=True)
                self.value(tuple(Place(child, place.top, others=place.others) for child in place.at.children))

    def step(self, places: Places, axis: str, name: str | None, offset: int) -> Places:
        """Where one step leads; `name` None is any. A plain name that leads nowhere is a fault."""
        found: dict[Place, None] = {}
        for place in places:
            for target in self._along(place, axis, name):
                if target.outside or name is None or (target.at is not None and target.at.name == name):
                    found[target] = None
        if (
            not found
            and places
            and name is not None
            and axis in ("child", "descendant", "descendant-or-self")
        ):
            self.faults.append(
                Fault("unknown-name", tr("There is no question named {name}.", name=name), offset)
            )
        return tuple(found)

    def _along(self, place: Place, axis: str, name: str | None) -> Iterable[Place]:
        if place.outside or axis == "namespace":
            return (OUTSIDE,)
        if axis == "attribute":
            # Attributes that nothing is computed for never change; they are none of the form's shape.
            bound = () if place.at is None else place.at.bound
            return [*(Place(child, place.top, others=place.others) for child in bound), OUTSIDE]
        if axis == "self":
            return (place,)
        if axis == "child" and name is not None:
            # Nearly every step is this one; a wide group would make the general way slow.
            children = (self.root,) if place.at is None else place.at.named(name)
            return [Place(child, place.top, others=place.others) for child in children if child.name == name]
        if axis in ("child", "descendant", "descendant-or-self"):
            below = [place] if axis == "descendant-or-self" else []
            waiting = [place]
            while waiting:
                inner = waiting.pop()
                children = (self.root,) if inner.at is None else inner.at.children
                steps = [Place(child, inner.top, others=inner.others) for child in children]
                below.extend(steps)
                if axis != "child":
                    waiting.extend(steps)
            return below
        if axis in ("parent", "ancestor", "ancestor-or-self"):
            above = [place] if axis == "ancestor-or-self" else []
            while place.at is not None:
                parent = place.at.parent
                place = Place(parent, parent if place.at is place.top else place.top, others=place.others)
                above.append(place)
                if axis == "parent":
                    break
            return above
        # Siblings, following and preceding: anything under the parent may be meant, in any instance.
        parent = place.at.parent if place.at is not None else None
        start = Place(parent, parent, others=True)
        return self._along(start, "child" if axis.endswith("sibling") else "descendant", name)

    def filtered(self, places: Places) -> Places:
        """After a predicate: a repeat that the expression is in may now be another instance of it."""
        lineage: list[Schema | None] = []
        above: Schema | None = self.origin.at
        while above is not None:
            lineage.append(above)
            above = above.parent
        return tuple(
            Place(place.at, place.top, place.outside, True)
            if place.at is not None and place.at.repeats and place.at in lineage and place.at is not place.top
            else place
            for place in places
        )
