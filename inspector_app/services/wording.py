"""What any record and any field is called: one wording for conflicts, histories and what was undone."""

from datetime import date, datetime
from typing import Any

from pydantic import ValidationError

from inspector_app.domain.changes import DELETED
from inspector_app.domain.records import KINDS, WORDS, Answer, Record, StoredFile, VisitId
from inspector_app.i18n import mark, tr
from inspector_app.services.checklists import Checklists
from inspector_app.services.desk import Desk
from inspector_app.services.dossiers import Dossiers
from inspector_app.services.questions import Asked, describe
from inspector_app.text import format_date, format_datetime

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
_REFERENCES = {
    ("finding", "dossiers"): "dossier",
    ("recommendation", "finding"): "finding",
    ("evidence", "finding"): "finding",
    ("evidence", "dossier"): "dossier",
}
"""(kind, field) that names other records by their ids → their kind."""
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
            item = self._checklists.warm(visit).template.items.get(record)
            if item is not None:
                return describe(item, field, value)
            return self._asked(visit, record).words(value)
        if (kind, field) in _REFERENCES:
            other = _REFERENCES[kind, field]
            ids = [value] if isinstance(value, str) else value or ()
            return ", ".join(self._name(visit, other, each) for each in ids if each) or NONE
        return _in_words(KINDS[kind], field, value)

    def _name(self, visit: VisitId, kind: str, record: str) -> str:
        """What people call a record."""
        found = self._desk.workspace.projections.get(visit, KINDS[kind], record)
        fields = found.record.model_dump() if found else {}
        named = ("name", "text", "code", "unit_name", "title", "label")
        return next((fields[key] for key in named if fields.get(key)), record)

    def _asked(self, visit: VisitId, record: str) -> Asked:
        """The question of an answer that is no item: inside a repeat of the checklist, or of a dossier."""
        return self._checklists.question(visit, record) or self._dossiers.question(visit, record)


def _in_words(model: type[Record], field: str, value: Any) -> str:
    """A field's value as people write it: dates, hours, names of causes and kinds."""
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
            return format_datetime(typed.astimezone())
        case date():
            return format_date(typed)
        case StoredFile():
            return tr("file of {size} KB, {digest}", size=-(-typed.size // 1024), digest=typed.digest[:8])
        case tuple():
            return ", ".join(map(str, typed))  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] - of texts
        case _:
            return tr(WORDS[value]) if value in WORDS else str(value)
