"""What any record and any field is called: one wording for conflicts, histories and what was undone."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import Any, Literal, cast, get_args, get_origin

from pydantic import ValidationError

from inspector_app.domain.changes import DELETED
from inspector_app.domain.records import (
    KINDS,
    WORDS,
    Answer,
    EarlierVisit,
    PlanArea,
    Record,
    StateBefore,
    StoredFile,
    Visit,
    VisitId,
)
from inspector_app.i18n import mark, tr
from inspector_app.services.checklists import Checklists
from inspector_app.services.desk import Desk
from inspector_app.services.dossiers import Dossiers
from inspector_app.services.field_names import ON_TIME
from inspector_app.services.questions import Asked, describe, number_in
from inspector_app.text import VIETNAM, format_date, format_datetime, format_number

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
    "admission": mark("place of a laptop"),
}
_REFERENCES = {
    ("finding", "dossiers"): "dossier",
    ("recommendation", "finding"): "finding",
    ("recommendation", "earlier"): "follow_up",
    ("evidence", "finding"): "finding",
    ("evidence", "dossier"): "dossier",
    ("dossier", "main_check"): "dossier",
}
"""(kind, field) that names other records by their ids → their kind."""
_LAPTOPS = frozenset({("participant", "device"), ("admission", "succeeds")})
"""Fields that name a laptop by its id."""
_DIGESTS = frozenset({"original", "public_key", "recipient", "old_key", "proof"})
"""Fields whose value says nothing to people, but can be compared by its beginning."""
NONE = "–"


class Wording:
    """Records of visits in words."""

    def __init__(self, desk: Desk, checklists: Checklists, dossiers: Dossiers) -> None:
        self._desk = desk
        self._checklists = checklists
        self._dossiers = dossiers

    def title(self, visit: VisitId, kind: str, record: str) -> str:
        """A record as a heading: "CD04 · Tỷ lệ nhiệm vụ …", "tồn tại, hạn chế · Hồ sơ quá hạn …"."""
        if kind == Answer.kind:
            item = self._checklists.warm(visit).views.get(record)
            return f"{record} · {item.text}" if item else self._asked(visit, record).title
        return f"{tr(KIND_NAMES[kind])} · {self._name(visit, kind, record)}"

    def words(self, visit: VisitId, kind: str, record: str, field: str, value: Any) -> str:
        """A field's value as people read it."""
        if field == DELETED:
            return tr("deleted") if value else tr("kept")
        if kind == Answer.kind:
            warm = self._checklists.warm(visit)
            if record in warm.template.items:
                return describe(warm.item(record, value if field == "value" else None), field, value)
            return self._asked(visit, record).words(value)
        names = [value] if isinstance(value, str) else value or ()
        if (naming := self._naming(visit, kind, field)) is not None:
            return ", ".join(naming(each) for each in names if each) or NONE
        return _in_words(KINDS[kind], field, value)

    def _naming(self, visit: VisitId, kind: str, field: str) -> Callable[[str], str] | None:
        """What people call the things that a field names by their ids or codes; None where it names none."""
        if other := _REFERENCES.get((kind, field)):
            return partial(self._name, visit, other)
        if (kind, field) in _LAPTOPS:
            return partial(self._desk.laptop, visit)
        if field in _DIGESTS:
            return lambda digest: tr("code {digest}…", digest=digest[:8])
        match kind, field:
            case _, "item":
                return partial(self._item, visit)
            case "participant", "areas":
                return partial(self._area, visit)
            case "plan_line" | "initiative", "area":
                return partial(self._area, visit)
            case "visit", "unit_code":
                return self._unit
            case "visit", "template" | "dossier_template":
                return self._checklists.named
            case "follow_up", "visit":
                return self._earlier_visit
            case _:
                return None

    def _name(self, visit: VisitId, kind: str, record: str) -> str:
        """What people call a record."""
        if kind == PlanArea.kind:
            return self._area(visit, record)
        found = self._desk.workspace.projections.get(visit, KINDS[kind], record)
        fields = found.record.model_dump() if found else {}
        named = ("name", "caption", "text", "code", "unit_name", "title", "label", "laptop")
        return next((fields[key] for key in named if fields.get(key)), tr("one without a name"))

    def _item(self, visit: VisitId, code: str) -> str:
        view = self._checklists.warm(visit).views.get(code)
        return f"{code} · {view.text}" if view else code

    def _area(self, visit: VisitId, code: str) -> str:
        area = self._checklists.warm(visit).areas.get(code)
        return f"{code} · {area.name}" if area else code

    def _unit(self, code: str) -> str:
        unit = self._desk.reference.gazetteer.get(code)
        return f"{unit.display} ({code})" if unit else code

    def _earlier_visit(self, visit: str) -> str:
        found = self._desk.workspace.projections.get(visit, Visit, visit)
        if found is None:
            return tr("a visit that this laptop does not hold")
        on = format_date(found.record.on) if found.record.on else ""
        return " · ".join(part for part in (found.record.title or found.record.unit_name, on) if part)

    def _asked(self, visit: VisitId, record: str) -> Asked:
        """The question of an answer that is no item: inside a repeat of the checklist, or of a dossier."""
        return self._checklists.question(visit, record) or self._dossiers.question(visit, record)


def _in_words(model: type[Record], field: str, value: Any) -> str:
    """A field's value as people write it: dates, hours, numbers, names of causes and kinds."""
    if model is Visit and field == "on_time":
        return tr(ON_TIME[value]) if value in ON_TIME else NONE
    if model is EarlierVisit and field == "answers":
        return tr("{count} items answered", count=len(value or ()))
    if model is EarlierVisit and field == "index" and (number := number_in(value)) is not None:
        return format_number(number, 2)
    if value in (None, "", [], ()):
        return NONE
    try:
        typed = getattr(model.model_validate({field: value}), field, value)
    except ValidationError:
        return str(value)
    match typed:
        case bool():
            return tr("yes") if typed else tr("no")
        case datetime():
            return format_datetime(typed.astimezone(VIETNAM))
        case date():
            return format_date(typed)
        case StoredFile():
            return tr("file of {size} KB, {digest}", size=-(-typed.size // 1024), digest=typed.digest[:8])
        case int():
            return format_number(typed)
        case tuple():
            return "; ".join(map(_found_before, cast(tuple[StateBefore, ...], typed)))
        case _:
            return tr(WORDS[typed]) if field in _WORDED.get(model.kind, ()) else str(typed)


def _found_before(before: StateBefore) -> str:
    """`12/05/2026: Khắc phục một phần (mới xong hai phần)`"""
    on = f"{format_date(before.on)}: " if before.on else ""
    return f"{on}{tr(WORDS[before.state])}" + (f" ({before.note})" if before.note else "")


_WORDED = {
    kind: frozenset(
        name
        for name, field in model.model_fields.items()
        if name != "on_time" and Literal in map(get_origin, (field.annotation, *get_args(field.annotation)))
    )
    for kind, model in KINDS.items()
}
"""By kind: the fields whose values are names that `WORDS` says in words."""
