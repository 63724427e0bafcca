"""The sides of a visit's conflicts as people compare them: the value in words, who, where, when, why.

What lies beside a value (the note of its author, the photos that the author took of the same thing) is read
once for all conflicts of a visit.
"""

from collections.abc import Mapping
from functools import cached_property

from inspector_app.domain.changes import Field, Head, wall_time
from inspector_app.domain.records import (
    KINDS,
    Answer,
    Dossier,
    Evidence,
    Finding,
    FollowUp,
    Participant,
    Recommendation,
    RecordId,
    VisitId,
)
from inspector_app.services.checklists import Checklists, unit_name
from inspector_app.services.desk import Desk
from inspector_app.services.dispute_views import About, ConflictView, Side, SidePhoto
from inspector_app.services.questions import is_of_dossier
from inspector_app.services.wording import Wording

_ABOUT: Mapping[str, About] = {
    Answer.kind: "answers",
    Finding.kind: "findings",
    Recommendation.kind: "findings",
    FollowUp.kind: "findings",
    Participant.kind: "people",
    Dossier.kind: "dossiers",
}


class SideBySide:
    """The conflicts of one visit, made ready to be looked at; a snapshot that is thrown away after use."""

    def __init__(self, desk: Desk, checklists: Checklists, wording: Wording, visit: VisitId) -> None:
        self._desk = desk
        self._wording = wording
        self._visit = visit
        self._warm = checklists.warm(visit)
        self._places = {code: at for at, code in enumerate(self._warm.template.items)}
        self._laptops: dict[str, str] = {}

    def place(self, kind: str, record: str) -> tuple[int, int, str]:
        """Where a record stands among the conflicts: by kind, and answers as the checklist has them."""
        at = self._places.get(record, len(self._places)) if kind == Answer.kind else 0
        return list(KINDS).index(kind), at, record

    def conflict(self, kind: str, record: str, field: str, fields: Mapping[str, Field]) -> ConflictView:
        """A field in dispute, out of the fields of its record."""
        held = fields[field]
        words = self._wording.words
        area = self._area(kind, record, fields)
        return ConflictView(
            id=f"{self._visit}:{kind}:{record}:{field}",
            visit=self._visit,
            unit=self._unit,
            kind=kind,
            record=RecordId(record),
            field=field,
            title=self._wording.title(self._visit, kind, record),
            before=words(self._visit, kind, record, field, held.before.value) if held.before else None,
            sides=tuple(self._side(kind, record, field, head, fields) for head in held.heads),
            about="dossiers" if kind == Answer.kind and is_of_dossier(record) else _ABOUT.get(kind, "visit"),
            area=area,
            area_name=self._warm.areas[area].name if area in self._warm.areas else "",
        )

    def _side(self, kind: str, record: str, field: str, head: Head, fields: Mapping[str, Field]) -> Side:
        change = head.sealed.change
        notes = fields["note"].heads if field != "note" and "note" in fields else ()
        note = next((each.value for each in notes if each.sealed.change.device == change.device), "")
        return Side(
            head=head.sealed.digest,
            text=self._wording.words(self._visit, kind, record, field, head.value),
            value=head.value,
            author=change.author,
            laptop=self._laptop(change.device),
            at=wall_time(change.at),
            mine=change.device == self._desk.key.device,
            device=change.device,
            note=str(note or ""),
            photos=tuple(self._photos.get((_shown_by(kind, record), change.author), ())),
        )

    def _area(self, kind: str, record: str, fields: Mapping[str, Field]) -> str:
        item = record if kind == Answer.kind else str(fields["item"].value) if "item" in fields else ""
        code = self._warm.template.item_of(item) if item else None
        return self._warm.views[code].area if code in self._warm.views else ""

    def _laptop(self, device: str) -> str:
        if device not in self._laptops:
            self._laptops[device] = self._desk.laptop(self._visit, device)
        return self._laptops[device]

    @cached_property
    def _unit(self) -> str:
        record = self._desk.visit(self._visit)
        return unit_name(record.unit_kind, record.unit_name)

    @cached_property
    def _photos(self) -> dict[tuple[str, str], list[SidePhoto]]:
        """The photos and scans by what they show and who brought them."""
        workspace = self._desk.workspace
        authors = workspace.ledger.authors(self._visit, Evidence.kind)
        found = [
            (entry, entry.record.file)
            for entry in workspace.projections.all(Evidence, self._visit)
            if entry.record.file is not None
        ]
        held = workspace.evidence.held(file.digest for _, file in found)
        photos: dict[tuple[str, str], list[SidePhoto]] = {}
        for entry, file in sorted(found, key=lambda pair: (pair[0].record.position, pair[0].id)):
            photo = SidePhoto(RecordId(entry.id), file, entry.record.caption, file.digest in held)
            record = entry.record
            for shown in {record.item, record.dossier, record.finding} - {""}:
                photos.setdefault((shown, authors.get(entry.id, "")), []).append(photo)
        return photos


def _shown_by(kind: str, record: str) -> str:
    """What a photo of a record is linked to: the item, the dossier, or the record itself."""
    return record.partition("/")[0].partition("[")[0] if kind == Answer.kind else record
