"""What came from whom in a visit: what each laptop wrote, by area, as the ledger has it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from inspector_app.domain.changes import wall_time
from inspector_app.domain.records import (
    Answer,
    Device,
    Dossier,
    Evidence,
    Finding,
    Participant,
    Recommendation,
    RecordId,
    VisitId,
)
from inspector_app.services.arrivals import Arrival, arrivals
from inspector_app.services.checklists import Checklists
from inspector_app.services.desk import Desk
from inspector_app.services.merging import Merging
from inspector_app.text import fold


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one laptop wrote in a visit, as far as it is known here."""

    device: str
    person: str
    laptop: str
    role: str
    mine: bool
    latest: datetime
    changes: int
    by_area: Mapping[str, int]
    """How many answers that stand are this laptop's, by the code of the area."""
    findings: int
    dossiers: int
    photos: int
    disputed: int
    """How many open conflicts have a side of this laptop."""
    missing: int
    """How many of its photos and scans have not arrived yet."""

    @property
    def answers(self) -> int:
        """How many answers that stand are this laptop's."""
        return sum(self.by_area.values())


class Contributions:
    """Who wrote what."""

    def __init__(self, desk: Desk, checklists: Checklists, merging: Merging) -> None:
        self._desk = desk
        self._checklists = checklists
        self._merging = merging

    def of(self, visit: VisitId) -> tuple[Contribution, ...]:
        """What each laptop wrote, who wrote last first; without what waits in quarantine.

        Laptops that only joined are left out.
        """
        latest: dict[str, int] = {}
        names: dict[str, str] = {}
        changes: Counter[str] = Counter()
        written: dict[str, dict[str, set[str]]] = {}
        answered: dict[str, tuple[tuple[int, str], str]] = {}
        ledger = self._desk.workspace.ledger
        waiting = {sealed.digest for sealed in ledger.quarantined(visit)}
        for digest, change in ledger.changes(visit):
            if change.kind == Device.kind or digest in waiting:
                continue
            device = change.device
            changes[device] += 1
            if change.at >= latest.get(device, 0):
                latest[device], names[device] = change.at, change.author
            written.setdefault(device, {}).setdefault(change.kind, set()).add(change.record)
            if change.kind == Answer.kind and change.values().keys() & {"value", "not_applicable"}:
                order = change.at, device
                answered[change.record] = max(answered.get(change.record, (order, device)), (order, device))
        areas = self._by_area(visit, {record: device for record, (_, device) in answered.items()})
        disputed = Counter(
            device
            for conflict in self._merging.conflicts(visit)
            for device in {side.device for side in conflict.sides}
        )
        missing = self._missing(visit, written)
        roles = self._roles(visit)
        return tuple(
            Contribution(
                device=device,
                person=names[device],
                laptop=self._desk.laptop(visit, device),
                role=roles.get(device) or roles.get(fold(names[device]), ""),
                mine=device == self._desk.key.device,
                latest=wall_time(latest[device]),
                changes=changes[device],
                by_area=areas.get(device, {}),
                findings=len(written[device].get(Finding.kind, ()))
                + len(written[device].get(Recommendation.kind, ())),
                dossiers=len(written[device].get(Dossier.kind, ())),
                photos=len(written[device].get(Evidence.kind, ())),
                disputed=disputed[device],
                missing=missing[device],
            )
            for device in sorted(latest, key=lambda each: -latest[each])
        )

    def shares(self, visit: VisitId) -> dict[tuple[RecordId, str], int]:
        """How many answers that stand each member of the team gave in each area: by member and area."""
        team = [
            person
            for person in self._desk.workspace.projections.all(Participant, visit)
            if person.record.side == "team"
        ]
        found: Counter[tuple[RecordId, str]] = Counter()
        for each in self.of(visit):
            owner = next((person for person in team if person.record.device == each.device), None) or next(
                (person for person in team if fold(person.record.name) == fold(each.person)), None
            )
            if owner is not None:
                for area, count in each.by_area.items():
                    found[RecordId(owner.id), area] += count
        return dict(found)

    def arrivals(self, visit: VisitId) -> tuple[Arrival, ...]:
        """The files that brought something new to a visit, the latest first."""
        return arrivals(self._desk, visit)

    def _by_area(self, visit: VisitId, writers: Mapping[str, str]) -> dict[str, Counter[str]]:
        """How many answers that stand each laptop gave, by area."""
        found: dict[str, Counter[str]] = {}
        for code, view in self._checklists.warm(visit).views.items():
            device = writers.get(code)
            if device is not None and view.status in ("answered", "not_applicable", "invalid"):
                found.setdefault(device, Counter())[view.area] += 1
        return found

    def _missing(self, visit: VisitId, written: Mapping[str, Mapping[str, set[str]]]) -> Counter[str]:
        workspace = self._desk.workspace
        files = {
            entry.id: entry.record.file.digest
            for entry in workspace.projections.all(Evidence, visit)
            if entry.record.file is not None
        }
        held = workspace.evidence.held(files.values())
        return Counter(
            {
                device: sum(
                    each in files and files[each] not in held for each in kinds.get(Evidence.kind, ())
                )
                for device, kinds in written.items()
            }
        )

    def _roles(self, visit: VisitId) -> dict[str, str]:
        """Roles in the team by laptop and by folded name."""
        found: dict[str, str] = {}
        for person in self._desk.workspace.projections.all(Participant, visit):
            if person.record.side == "team":
                for key in (fold(person.record.name), person.record.device):
                    found[key] = person.record.role
        return found
