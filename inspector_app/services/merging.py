"""Merging: the fields on which laptops differ, decided by people.

Merging itself is nothing but receiving (`handover.py`): the ledger unites the changes. What remains for
people is to look at what is in dispute, with the value before and every side in view, and to decide.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from inspector_app.domain.changes import DELETED, Field
from inspector_app.domain.errors import (
    ConflictUnknown,
    ReasonMissing,
)
from inspector_app.domain.records import KINDS, VisitId
from inspector_app.services.checklists import Checklists
from inspector_app.services.desk import Desk
from inspector_app.services.dispute_views import ConflictView
from inspector_app.services.evidence import Evidence
from inspector_app.services.side_by_side import SideBySide
from inspector_app.services.views import Saved
from inspector_app.services.visits import json_fields
from inspector_app.services.wording import Wording
from inspector_app.storage.ledger import Act
from inspector_app.text import clean


class Merging:
    """What is in dispute."""

    def __init__(self, desk: Desk, checklists: Checklists, wording: Wording, evidence: Evidence) -> None:
        self._desk = desk
        self._checklists = checklists
        self._wording = wording
        self._evidence = evidence

    # --- conflicts ---------------------------------------------------------------------------------

    def conflicts(self, visit: VisitId | None = None) -> tuple[ConflictView, ...]:
        """The fields in dispute, each with the value before and all sides, in the checklist's order."""
        by_visit: dict[str, list[tuple[str, str, frozenset[str]]]] = {}
        for stream, kind, record, fields in self._desk.workspace.projections.disputed(visit):
            by_visit.setdefault(stream, []).append((kind, record, fields))
        return tuple(
            conflict
            for stream, found in sorted(by_visit.items())
            for conflict in self._of_visit(VisitId(stream), found)
        )

    def _of_visit(
        self, visit: VisitId, found: Iterable[tuple[str, str, frozenset[str]]]
    ) -> Iterable[ConflictView]:
        sides = SideBySide(self._desk, self._checklists, self._wording, visit)
        for kind, record, fields in sorted(found, key=lambda place: sides.place(place[0], place[1])):
            held = self._desk.workspace.ledger.fields(visit, kind, record)
            for field in sorted(fields):
                yield sides.conflict(kind, record, field, held)

    def count(self, visit: VisitId | None = None) -> int:
        """How many fields are in dispute."""
        return sum(len(fields) for *_, fields in self._desk.workspace.projections.disputed(visit))

    def resolve(self, conflict: str, head: str | None = None, value: Any = None, reason: str = "") -> Saved:
        """Decide a conflict for one side (`head`: the side's digest or the start of it) or for another value.

        Another value is checked as if it were newly typed. Raises ConflictUnknown, ReasonMissing,
        AnswerRefused, ValueInvalid, SaveFailed; the conflict is open then as before.
        """
        stream, kind, record, field = self._address(conflict)
        heads = self._field(stream, kind, record, field, conflict).heads
        words = clean(reason, lines=True).strip()
        if not words:
            raise ReasonMissing
        if head is not None:
            chosen = [side for side in heads if side.sealed.digest.startswith(head)]
            if len(chosen) != 1:
                raise ConflictUnknown(conflict=f"{conflict} {head}")
            value = chosen[0].value
        elif field == "value" and record in self._checklists.warm(stream).template.items:
            return self._checklists.answer(stream, record, value or "", words).saved
        elif field != DELETED:
            value = json_fields(KINDS[kind], {field: value})[field]
        with self._evidence.letting_go([stream]):
            saved = self._desk.write(stream, [Act(kind, record, {field: value})], words)
        self._checklists.forget([stream])
        return saved

    def settle(self, visit: VisitId, chosen: Mapping[str, str], reason: str) -> Saved:
        """Decide many conflicts of a visit in one act: for each, by its id, the digest of a side.

        Raises ConflictUnknown where one is no longer open or has no such side, ReasonMissing, SaveFailed;
        nothing is decided then.
        """
        words = clean(reason, lines=True).strip()
        if not words:
            raise ReasonMissing
        patches: dict[tuple[str, str], dict[str, Any]] = {}
        for conflict, head in chosen.items():
            stream, kind, record, field = self._address(conflict)
            heads = self._field(stream, kind, record, field, conflict).heads
            side = next((each for each in heads if each.sealed.digest == head), None)
            if stream != visit or side is None:
                raise ConflictUnknown(conflict=conflict)
            patches.setdefault((kind, record), {})[field] = side.value
        acts = [Act(kind, record, patch) for (kind, record), patch in patches.items()]
        with self._evidence.letting_go([visit]):
            saved = self._desk.write(visit, acts, words)
        self._checklists.forget([visit])
        return saved

    def _address(self, conflict: str) -> tuple[VisitId, str, str, str]:
        """A conflict's id is its place: visit, kind, record, field."""
        try:
            stream, kind, rest = conflict.split(":", 2)
            record, field = rest.rsplit(":", 1)
        except ValueError as error:
            raise ConflictUnknown(conflict=conflict) from error
        if kind not in KINDS:
            raise ConflictUnknown(conflict=conflict)
        return VisitId(stream), kind, record, field

    def _field(self, stream: str, kind: str, record: str, field: str, conflict: str) -> Field:
        found = self._desk.workspace.ledger.fields(stream, kind, record).get(field)
        if found is None or not found.disputed:
            raise ConflictUnknown(conflict=conflict)
        return found
