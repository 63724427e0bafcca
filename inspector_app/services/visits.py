"""Visits and what hangs on them: the list, a new visit, people, findings, recommendations."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from inspector_app import __version__
from inspector_app.domain.calendar import WorkingCalendar
from inspector_app.domain.changes import DELETED
from inspector_app.domain.errors import (
    AreaOfAnother,
    ConflictOpen,
    RecordUnknown,
    SaveFailed,
    UnitUnknown,
    ValueInvalid,
)
from inspector_app.domain.records import (
    Document,
    Finding,
    FollowUp,
    Initiative,
    Participant,
    PlanArea,
    PlanLine,
    Recommendation,
    Record,
    RecordId,
    Side,
    SoftwareFault,
    Visit,
    VisitId,
)
from inspector_app.domain.units import Unit
from inspector_app.i18n import mark, tr
from inspector_app.services.checklists import Checklists, unit_name
from inspector_app.services.desk import Desk
from inspector_app.services.earlier import EarlierVisits
from inspector_app.services.templates import CHECKLIST, DOSSIER, Templates
from inspector_app.services.views import Listed, NewVisit, Saved, Summary, VisitCard, VisitRow
from inspector_app.storage.ledger import Act, Draft
from inspector_app.text import clean

R = TypeVar("R", bound=Record)

_LISTED: dict[str, type[Record]] = {
    model.kind: model
    for model in (
        Participant,
        Finding,
        Recommendation,
        FollowUp,
        Document,
        PlanLine,
        Initiative,
        SoftwareFault,
    )
}
"""The kinds that hang on a visit as lists in an order of their own."""
_NEW = ("", "")
"""(record, field) of the draft of a record that is not there yet."""
_summary_json = TypeAdapter(Summary)
_REASONS = {
    "int": mark("a whole number is needed"),
    "date": mark("a day is needed, as day/month/year"),
    "datetime": mark("a day and an hour are needed"),
    "literal": mark("it is none of the values on offer"),
}
"""What a field takes, by the first word of pydantic's name for the fault."""
_ANOTHER_KIND = mark("it is of another kind")


class Visits:
    """The visits of this workspace."""

    def __init__(
        self, desk: Desk, templates: Templates, checklists: Checklists, earlier: EarlierVisits
    ) -> None:
        self._desk = desk
        self._templates = templates
        self._checklists = checklists
        self._earlier = earlier

    # --- reading -----------------------------------------------------------------------------------

    def list(self) -> tuple[VisitRow, ...]:
        """All visits, the latest day first."""
        found = self._desk.workspace.projections.all(Visit)
        rows = [self._row(VisitId(visit.id), visit.record) for visit in found]
        return tuple(sorted(rows, key=lambda row: (row.on or date.min, row.unit_name), reverse=True))

    def get(self, visit: VisitId) -> VisitCard:
        """A visit with its people, findings and recommendations. Raises VisitUnknown."""
        record = self._desk.visit(visit)
        return VisitCard(
            id=visit,
            visit=record,
            unit=unit_name(record.unit_kind, record.unit_name),
            participants=self._listed(visit, Participant),
            findings=self._listed(visit, Finding),
            recommendations=self._listed(visit, Recommendation),
            follow_ups=self._listed(visit, FollowUp),
            documents=self._listed(visit, Document),
            plan_areas=self._listed(visit, PlanArea),
            plan_lines=self._listed(visit, PlanLine),
            initiatives=self._listed(visit, Initiative),
            software_faults=self._listed(visit, SoftwareFault),
        )

    def _listed(self, visit: VisitId, model: type[R]) -> tuple[Listed[R], ...]:
        found = self._desk.workspace.projections.all(model, visit)
        found.sort(key=lambda entry: (_position(entry.record), entry.id))
        authors = self._desk.workspace.ledger.authors(visit, model.kind) if found else {}
        return tuple(
            Listed(RecordId(entry.id), entry.record, entry.disputed, authors.get(entry.id, ""))
            for entry in found
        )

    def _row(self, visit: VisitId, record: Visit) -> VisitRow:
        summary = self._summary(visit)
        return VisitRow(
            id=visit,
            unit_name=f"{record.unit_kind} {record.unit_name}".strip(),
            unit_code=record.unit_code,
            province=record.province,
            title=record.title,
            on=record.on,
            visit_kind=record.visit_kind,
            answered=summary.answered,
            total=summary.total,
            open_required=summary.open_required,
            conflicts=len(self._desk.workspace.projections.disputed(visit)),
            index=summary.index,
            provisional=summary.provisional,
            classification=summary.classification,
        )

    def _summary(self, visit: VisitId) -> Summary:
        """The checklist's summary, remembered until the visit's ledger grows or the program is another."""
        # Not by the latest time: what a colleague did earlier may arrive later.
        of = [__version__, *(tip.digest for tip in self._desk.workspace.ledger.tips(visit))]
        name = f"summary:{visit}"
        kept = self._desk.workspace.noted(name)
        if kept and kept.get("of") == of:
            return _summary_json.validate_python(kept["summary"])
        summary = self._checklists.warm(visit).summary
        with suppress(SaveFailed):  # on a full disk the list is still to be seen
            kept = {"of": of, "summary": _summary_json.dump_python(summary, mode="json")}
            self._desk.workspace.note(name, kept)
        return summary

    # --- units -------------------------------------------------------------------------------------

    def search_units(self, text: str, limit: int = 20) -> tuple[Unit, ...]:
        """Communes by name, typed with or without accents, or by code."""
        return self._desk.reference.gazetteer.search(text, limit)

    @property
    def calendar(self) -> WorkingCalendar:
        """The working days by which deadlines are counted."""
        return self._desk.reference.calendar

    # --- acts --------------------------------------------------------------------------------------

    def new(self, wanted: NewVisit) -> tuple[VisitId, Saved]:
        """Begin a visit of a commune, pinned to a checklist; the writer becomes its first member.

        What is known of earlier visits of the commune comes along.
        Raises UnitUnknown, TemplateUnknown, SaveFailed.
        """
        unit = self._desk.reference.gazetteer.get(wanted.unit_code)
        if unit is None:
            raise UnitUnknown(unit=wanted.unit_code)
        template = wanted.template or self._templates.latest(CHECKLIST).digest
        self._templates.get(template)
        visit = self._desk.new_visit_id()
        year = wanted.on.year
        me = self._desk.me
        fields = {
            "unit_code": unit.code,
            "unit_name": unit.name,
            "unit_kind": unit.kind,
            "province": unit.province.display,
            "title": wanted.title or f"Kiểm tra công tác cải cách hành chính năm {year}",
            "on": wanted.on.isoformat(),
            "visit_kind": wanted.visit_kind,
            "place": wanted.place or f"Trụ sở UBND {unit.kind} {unit.name}",
            "period_from": date(year, 1, 1).isoformat(),
            "period_to": wanted.on.isoformat(),
            "superior": f"Sở Nội vụ {unit.province.display}",
            "issuer": "Đoàn kiểm tra cải cách hành chính",
            "template": template,
            "dossier_template": self._templates.latest(DOSSIER).digest,
        }
        member = {
            "side": "team",
            "name": me.name,
            "title": me.title,
            "organisation": me.organisation,
            "device": self._desk.key.device,
        }
        acts = [
            Act("visit", visit, fields),
            Act("participant", self._desk.new_id(), member),
            *self._earlier.missing(visit, unit.code, wanted.on),
        ]
        return visit, self._desk.write(visit, acts)

    def edit(self, visit: VisitId, **fields: Any) -> Saved:
        """Change facts of the visit. Raises VisitUnknown, ValueInvalid, ConflictOpen, SaveFailed."""
        self._desk.visit(visit)
        return self._desk.write(visit, [Act("visit", visit, json_fields(Visit, fields))])

    def add(self, visit: VisitId, kind: str, **fields: Any) -> tuple[RecordId, Saved]:
        """Add a record to one of the visit's lists, at its end. Raises ValueInvalid, SaveFailed."""
        self._desk.visit(visit)
        model = _model(kind)
        record = self._desk.new_id()
        patch = {"position": self._last_place(visit, model) + 1, **json_fields(model, fields)}
        with self._desk.workspace.transaction():
            saved = self._desk.write(visit, [Act(kind, record, patch)])
            self._desk.workspace.ledger.settle_draft(visit, kind, *_NEW)
        return record, self._written(visit, kind, saved)

    def add_all(
        self, visit: VisitId, kind: str, rows: Sequence[Mapping[str, Any]]
    ) -> tuple[tuple[RecordId, ...], Saved]:
        """Add several records in one act, such as a pasted list. Raises ValueInvalid, SaveFailed."""
        self._desk.visit(visit)
        model = _model(kind)
        last = self._last_place(visit, model)
        acts = [
            Act(kind, self._desk.new_id(), {"position": last + place, **json_fields(model, fields)})
            for place, fields in enumerate(rows, 1)
        ]
        saved = self._written(visit, kind, self._desk.write(visit, acts))
        return tuple(RecordId(act.record) for act in acts), saved

    def change(self, visit: VisitId, kind: str, record: RecordId, **fields: Any) -> Saved:
        """Change fields of a record on a list. Raises RecordUnknown, ValueInvalid, ConflictOpen."""
        model = _model(kind)
        self._desk.record(visit, model, record)
        acts = [Act(kind, record, json_fields(model, fields))]
        return self._written(visit, kind, self._desk.write(visit, acts))

    def all_present(self, visit: VisitId, side: Side) -> Saved:
        """Tick everybody of a side who was not ticked yet, in one act."""
        waiting = [
            entry.id
            for entry in self._listed(visit, Participant)
            if entry.record.side == side and entry.record.attendance == "unknown"
        ]
        return self._desk.write(
            visit, [Act(Participant.kind, person, {"attendance": "present"}) for person in waiting]
        )

    def remove(self, visit: VisitId, kind: str, *records: RecordId) -> Saved:
        """Take records off their list; their history stays. Raises RecordUnknown."""
        for record in records:
            self._desk.record(visit, _model(kind), record)
        acts = [Act(kind, record, {DELETED: True}) for record in records]
        return self._written(visit, kind, self._desk.write(visit, acts))

    def restore(self, visit: VisitId, kind: str, *records: RecordId) -> Saved:
        """Put records back that were taken off their list, as they were. Raises RecordUnknown."""
        for record in records:
            if self._desk.workspace.projections.get(visit, _model(kind), record) is None:
                raise RecordUnknown(kind=kind, record=record)
        acts = [Act(kind, record, {DELETED: False}) for record in records]
        return self._written(visit, kind, self._desk.write(visit, acts))

    def arrange(self, visit: VisitId, kind: str, order: Sequence[RecordId]) -> Saved:
        """Put a list into this order; only what moves is written."""
        places = {entry.id: _position(entry.record) for entry in self._listed(visit, _model(kind))}
        acts = [
            Act(kind, record, {"position": place})
            for place, record in enumerate(order, 1)
            if places.get(record, place) != place
        ]
        return self._desk.write(visit, acts)

    def count_plan(self, visit: VisitId, area: str, **fields: Any) -> Saved:
        """Say how far the unit's plan has come in one area. Raises VisitUnknown, ValueInvalid, SaveFailed."""
        self._desk.visit(visit)
        return self._desk.write(visit, [Act(PlanArea.kind, area, json_fields(PlanArea, fields))])

    def draft(self, visit: VisitId, kind: str, record: str, **fields: Any) -> datetime:
        """Keep what is being typed into a record, so that a crash loses at most the last keys; no change.

        Of a record that is not there yet ("") all fields are kept together, until `add`.
        Raises RecordUnknown, ValueInvalid, SaveFailed.
        """
        model = Visit if kind == Visit.kind else _model(kind)
        values = json_fields(model, fields)
        if not record:
            return self._desk.draft(visit, kind, *_NEW, json.dumps(values))
        [(field, value)] = values.items()
        return self._desk.draft(visit, kind, record, field, str(value or ""))

    def recover(self, draft: Draft) -> bool:
        """Turn a draft that a crash left behind into a change; False where nothing is left to keep.

        Where the field is in dispute or of another member, the draft stays a draft until that is decided.
        """
        visit, record = VisitId(draft.stream), RecordId(draft.record)
        try:
            if draft.kind == Visit.kind:
                self.edit(visit, **{draft.field: draft.value})
            elif record:
                self.change(visit, draft.kind, record, **{draft.field: draft.value})
            else:
                fields = json.loads(draft.value)
                if not any(map(fields.get, ("text", "title", "name"))):
                    self._desk.settle(draft)
                    return False
                self.add(visit, draft.kind, **fields)
        except RecordUnknown:  # it was taken off the list
            self._desk.settle(draft)
            return False
        except (ValueInvalid, ConflictOpen, AreaOfAnother):
            pass  # it stays a draft
        return True

    def _last_place(self, visit: VisitId, model: type[Record]) -> int:
        """Where a list of the visit ends, 0 where it is empty."""
        found = self._desk.workspace.projections.all(model, visit)
        return max((_position(entry.record) for entry in found), default=0)

    def _written(self, visit: VisitId, kind: str, saved: Saved) -> Saved:
        if kind == "finding":
            self._checklists.findings_changed(visit)
        return saved


def _model(kind: str) -> type[Record]:
    if kind not in _LISTED:
        raise RecordUnknown(kind=kind, record="")
    return _LISTED[kind]


def _position(record: Record) -> int:
    """Where a record stands in its list; what has no order of its own stands by its id."""
    return getattr(record, "position", 0)


def json_fields(model: type[Record], fields: Mapping[str, Any]) -> dict[str, Any]:
    """A record's fields as JSON values, texts cleaned. Raises ValueInvalid naming the field."""
    unknown = fields.keys() - model.model_fields.keys()
    if unknown:
        raise ValueInvalid(field=min(unknown), reason=tr("there is no such field"))
    cleaned = {
        name: clean(value, lines=True).strip() if isinstance(value, str) else value
        for name, value in fields.items()
    }
    try:
        return model.model_validate(cleaned).model_dump(mode="json", include=set(fields))
    except ValidationError as error:
        fault = error.errors()[0]
        reason = _REASONS.get(fault["type"].partition("_")[0], _ANOTHER_KIND)
        raise ValueInvalid(field=str(fault["loc"][0]), reason=tr(reason)) from error
