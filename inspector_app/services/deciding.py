"""Deciding many conflicts at once: by a rule, seen before it is done, in one act with one reason.

A rule says for each conflict which side it prefers. Where it prefers none, or several that differ, the
conflict is left out, and the preview says why: a rule never decides by chance.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from inspector_app.domain.changes import canonical
from inspector_app.domain.records import Participant, VisitId
from inspector_app.i18n import tr
from inspector_app.services.desk import Desk
from inspector_app.services.dispute_views import About, ConflictView, Side
from inspector_app.services.merging import Merging
from inspector_app.services.views import Saved
from inspector_app.text import fold

OWNER, MINE, THEIRS = "owner", "mine", "theirs"
"""Rules by their names; any other rule is the name of a person, whose values are right."""
Prefers = Callable[[ConflictView, Side], bool]


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """What a rule makes of a conflict: the side it chooses, or why it leaves the conflict open."""

    conflict: ConflictView
    side: Side | None
    why_open: str = ""

    @property
    def id(self) -> str:
        """The conflict's."""
        return self.conflict.id


@dataclass(frozen=True, slots=True)
class Decided:
    """An act that decided several conflicts, and how many of the visit are left."""

    saved: Saved
    decided: int
    left: int


class Deciding:
    """Rules over the conflicts of a visit."""

    def __init__(self, desk: Desk, merging: Merging) -> None:
        self._desk = desk
        self._merging = merging

    def preview(
        self, visit: VisitId, prefer: str, only: Collection[str] | None = None
    ) -> tuple[DecisionLine, ...]:
        """What a rule would decide of a visit's conflicts; `only` of those with these ids, where given."""
        prefers = self._rule(visit, prefer)
        return tuple(
            _line(conflict, prefers)
            for conflict in self._merging.conflicts(visit)
            if only is None or conflict.id in only
        )

    def decide(self, visit: VisitId, chosen: Mapping[str, str], reason: str) -> Decided:
        """Decide conflicts, each for the side with this digest, in one act that is undone in one step.

        Raises ConflictUnknown, ReasonMissing, SaveFailed; nothing is decided then.
        """
        saved = self._merging.settle(visit, chosen, reason)
        return Decided(saved, len(chosen), self._merging.count(visit))

    def _rule(self, visit: VisitId, prefer: str) -> Prefers:
        if prefer == MINE:
            return lambda _conflict, side: side.mine
        if prefer == THEIRS:
            return lambda _conflict, side: not side.mine
        if prefer == OWNER:
            owners = self._owners(visit)
            return lambda conflict, side: bool(
                owners.get(conflict.area, set[str]()) & {side.device, fold(side.author)}
            )
        words = fold(prefer).split()
        return lambda _conflict, side: all(word in fold(side.author) for word in words)

    def _owners(self, visit: VisitId) -> dict[str, set[str]]:
        """The laptops and the names of those to whom each area is dealt."""
        owners: dict[str, set[str]] = {}
        for person in self._desk.workspace.projections.all(Participant, visit):
            if person.record.side == "team":
                for area in person.record.areas:
                    known = {person.record.device, fold(person.record.name)} - {""}
                    owners.setdefault(area, set()).update(known)
        return owners


def concerns(conflict: ConflictView, *, area: str = "", by: str = "", about: About | str = "") -> bool:
    """Whether a conflict is of this area, about this, and has a side by this person or laptop.

    by: a part of the name, accents or not.
    """
    words = fold(by).split()
    return (
        (not area or conflict.area == area)
        and (not about or conflict.about == about)
        and any(_is_by(side, words) for side in conflict.sides)
    )


def _is_by(side: Side, words: Iterable[str]) -> bool:
    name = fold(f"{side.author} {side.laptop}")
    return all(word in name for word in words)


def _line(conflict: ConflictView, prefers: Prefers) -> DecisionLine:
    preferred = [side for side in conflict.sides if prefers(conflict, side)]
    if not preferred:
        return DecisionLine(conflict, None, tr("no side by this rule"))
    if len({canonical(side.value) for side in preferred}) > 1:
        return DecisionLine(conflict, None, tr("several sides by this rule, and they differ"))
    return DecisionLine(conflict, max(preferred, key=lambda side: side.at))
