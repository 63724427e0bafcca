"""The files that brought something new to a visit: this workspace's own memory, kept with each receipt."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from inspector_app.domain.records import VisitId
from inspector_app.services.desk import Desk
from inspector_app.services.views import ReceivedVisit

_KEPT = 200
"""So many arrivals of a visit are remembered, the latest ones."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that brought something new; the counts are those of its receipt."""

    at: datetime
    file: str
    person: str
    laptop: str
    new: int
    known: int
    disputed: int
    missing: int


def keep_arrival(desk: Desk, file: str, person: str, laptop: str, visits: Iterable[ReceivedVisit]) -> None:
    """Remember what a file brought to visits, where that is anything new; within its receipt."""
    for each in visits:
        if each.new:
            at = desk.now().astimezone(UTC)
            arrival = Arrival(
                at, file, person, laptop, each.new, each.known, each.disputed, len(each.missing)
            )
            kept: list[dict[str, Any]] = desk.workspace.noted(_journal(each.visit)) or []
            told = {**asdict(arrival), "at": at.isoformat()}
            desk.workspace.note(_journal(each.visit), [*kept, told][-_KEPT:])


def arrivals(desk: Desk, visit: VisitId) -> tuple[Arrival, ...]:
    """The files that brought something new to a visit, the latest first."""
    kept: list[dict[str, Any]] = desk.workspace.noted(_journal(visit)) or []
    return tuple(Arrival(at=datetime.fromisoformat(each.pop("at")), **each) for each in reversed(kept))


def _journal(visit: VisitId) -> str:
    return f"arrivals:{visit}"
