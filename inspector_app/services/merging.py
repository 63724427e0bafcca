"""Merging: the fields on which laptops differ, decided by people.

Merging itself is nothing but receiving (`handover.py`): the ledger unites the changes. What remains for
people is to look at what is in dispute, with the value before and every side in view, and to decide.
"""

from typing import Any

from inspector_app.domain.changes import DELETED, Field, Head, wall_time
from inspector_app.domain.errors import (
    ConflictUnknown,
    ReasonMissing,
)
from inspector_app.domain.records import KINDS, Answer, RecordId, VisitId
from inspector_app.services.checklists import Checklists, unit_name
from inspector_app.services.desk import Desk
from inspector_app.services.evidence import Evidence
from inspector_app.services.views import (
    ConflictView,
    Saved,
    Side,
)
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
        found = self._desk.workspace.projections.disputed(visit)
        found.sort(key=lambda place: self._order(VisitId(place[0]), place[1], place[2]))
        return tuple(
            self._conflict(VisitId(stream), kind, record, field)
            for stream, kind, record, fields in found
            for field in sorted(fields)
        )

    def _order(self, visit: VisitId, kind: str, record: str) -> tuple[str, int, int, str]:
        """A place in the list of conflicts: by visit, by kind, and answers as the checklist has them."""
        items = list(self._checklists.warm(visit).template.items)
        at = items.index(record) if kind == Answer.kind and record in items else len(items)
        return visit, list(KINDS).index(kind), at, record

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

    def _conflict(self, visit: VisitId, kind: str, record: str, field: str) -> ConflictView:
        identity = f"{visit}:{kind}:{record}:{field}"
        held = self._field(visit, kind, record, field, identity)
        visit_record = self._desk.visit(visit)
        return ConflictView(
            id=identity,
            visit=visit,
            unit=unit_name(visit_record.unit_kind, visit_record.unit_name),
            kind=kind,
            record=RecordId(record),
            field=field,
            title=self._wording.title(visit, kind, record),
            before=(
                self._wording.words(visit, kind, record, field, held.before.value) if held.before else None
            ),
            sides=tuple(self._side(visit, kind, record, field, head) for head in held.heads),
        )

    def _side(self, visit: VisitId, kind: str, record: str, field: str, head: Head) -> Side:
        change = head.sealed.change
        return Side(
            head=head.sealed.digest,
            text=self._wording.words(visit, kind, record, field, head.value),
            value=head.value,
            author=change.author,
            laptop=self._desk.laptop(visit, change.device),
            at=wall_time(change.at),
            mine=change.device == self._desk.key.device,
        )
