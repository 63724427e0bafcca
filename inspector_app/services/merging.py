"""Merging: the fields on which laptops differ, decided by people.

Merging itself is nothing but receiving (`handover.py`): the ledger unites the changes. What remains for
people is to look at what is in dispute, with the value before and every side in view, and to decide.
"""

from datetime import UTC, date, datetime
from typing import Any

from pydantic import ValidationError

from inspector_app.domain.changes import DELETED, Field, Head, wall_ms
from inspector_app.domain.errors import (
    ConflictUnknown,
    ReasonMissing,
)
from inspector_app.domain.records import (
    KINDS,
    WORDS,
    Answer,
    Record,
    RecordId,
    VisitId,
)
from inspector_app.i18n import mark, tr
from inspector_app.services.checklists import Checklists, unit_name
from inspector_app.services.desk import Desk
from inspector_app.services.dossiers import Dossiers
from inspector_app.services.questions import Asked, describe
from inspector_app.services.views import (
    ConflictView,
    Saved,
    Side,
)
from inspector_app.services.visits import json_fields
from inspector_app.storage.ledger import Act
from inspector_app.text import clean, format_date, format_datetime

KIND_NAMES = {
    "visit": mark("visit"),
    "participant": mark("participant"),
    "answer": mark("answer"),
    "finding": mark("finding"),
    "recommendation": mark("recommendation"),
    "follow_up": mark("earlier recommendation"),
    "earlier_visit": mark("earlier visit"),
    "evidence": mark("evidence"),
    "document": mark("document"),
    "plan_area": mark("plan of an area"),
    "plan_line": mark("line of the plan"),
    "initiative": mark("initiative"),
    "software_fault": mark("software fault"),
    "dossier": mark("dossier"),
    "device": mark("laptop"),
}


class Merging:
    """What is in dispute."""

    def __init__(self, desk: Desk, checklists: Checklists, dossiers: Dossiers) -> None:
        self._desk = desk
        self._checklists = checklists
        self._dossiers = dossiers

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
            title=self._title(visit, kind, record),
            before=self._text(visit, kind, record, field, held.before.value) if held.before else None,
            sides=tuple(self._side(visit, kind, record, field, head) for head in held.heads),
        )

    def _side(self, visit: VisitId, kind: str, record: str, field: str, head: Head) -> Side:
        change = head.sealed.change
        return Side(
            head=head.sealed.digest,
            text=self._text(visit, kind, record, field, head.value),
            value=head.value,
            author=change.author,
            laptop=self._desk.laptop(visit, change.device),
            at=datetime.fromtimestamp(wall_ms(change.at) / 1000, UTC),
            mine=change.device == self._desk.key.device,
        )

    def _title(self, visit: VisitId, kind: str, record: str) -> str:
        if kind == Answer.kind:
            item = self._checklists.warm(visit).views.get(record)
            return f"{record} · {item.text}" if item else self._asked(visit, record).title
        found = self._desk.workspace.projections.get(visit, KINDS[kind], record)
        fields = found.record.model_dump() if found else {}
        name = next(
            (fields[key] for key in ("name", "text", "code", "unit_name", "label") if fields.get(key)), record
        )
        return f"{tr(KIND_NAMES[kind])} · {name}"

    def _text(self, visit: VisitId, kind: str, record: str, field: str, value: Any) -> str:
        if field == DELETED:
            return tr("deleted") if value else tr("kept")
        if kind == Answer.kind:
            item = self._checklists.warm(visit).template.items.get(record)
            if item is not None:
                return describe(item, field, value)
            return self._asked(visit, record).words(value)
        return _in_words(KINDS[kind], field, value)

    def _asked(self, visit: VisitId, record: str) -> Asked:
        """The question of an answer that is no item: inside a repeat of the checklist, or of a dossier."""
        return self._checklists.question(visit, record) or self._dossiers.question(visit, record)


def _in_words(model: type[Record], field: str, value: Any) -> str:
    """A field's value as people write it: dates, hours, names of causes and kinds."""
    if value in (None, "", [], ()):
        return "–"
    try:
        typed = getattr(model.model_validate({field: value}), field, value)
    except ValidationError:
        return str(value)
    match typed:
        case datetime():
            return format_datetime(typed.astimezone())
        case date():
            return format_date(typed)
        case tuple():
            return ", ".join(map(str, typed))  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] - of texts
        case _:
            return tr(WORDS[value]) if value in WORDS else str(value)
