"""The form that goes out, and the file that comes back.

Nothing that an office sends is taken unseen. `preview` reads a file against the visit as it stands and says
of every cell what it would do; `accept` does it, in one act, with what a person decided where a cell was
doubtful. What the unit reported is kept beside the team's own answers; only a base figure that the team does
not have yet becomes the answer too, and follows a corrected report until somebody confirms or changes it.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import takewhile
from pathlib import Path
from typing import Any, Final

from inspector_app.domain.changes import DELETED, Sealed
from inspector_app.domain.errors import (
    ItemUnknown,
    NoSelfReport,
    SelfReportRefused,
    SelfReportUnconfirmed,
    UnitUnknown,
)
from inspector_app.domain.records import Answer, Document, VisitId
from inspector_app.exchange.keys import device_of
from inspector_app.i18n import tr
from inspector_app.services.checklists import Checklists, unit_name
from inspector_app.services.desk import Desk
from inspector_app.services.duties import Duties
from inspector_app.services.open_checklist import OpenChecklist
from inspector_app.services.reporting import write_file
from inspector_app.services.self_report import comparison, form
from inspector_app.services.self_report.check import SELF_FIELDS, Check, contradictions
from inspector_app.services.self_report.file import Identity, SelfReportFile, read
from inspector_app.services.self_report.views import Comparison, ReportedCell, SelfReportPreview
from inspector_app.services.templates import CHECKLIST, Template, Templates
from inspector_app.services.views import Delta, Saved
from inspector_app.storage.ledger import Act
from inspector_app.text import ascii_name, format_date

TITLE: Final = "Báo cáo tự kiểm tra"
"""What the paper is called by which a self-report was taken in."""
_OF_FILE: Final = "Tệp {name}, SHA-256 {digest}"


class SelfReports:
    """The self-reports of visited units."""

    def __init__(self, desk: Desk, templates: Templates, checklists: Checklists, duties: Duties) -> None:
        self._desk = desk
        self._templates = templates
        self._checklists = checklists
        self._duties = duties

    # --- the form that goes out --------------------------------------------------------------------

    def write_form(self, visit: VisitId, target: Path) -> Path:
        """Write the blank form of a visit's unit into a folder, or as a file; where it was written.

        Raises VisitUnknown, TemplateUnknown, FileTrouble.
        """
        record = self._desk.visit(visit)
        unit = unit_name(record.unit_kind, record.unit_name)
        period = _period(record.period_from, record.period_to)
        template = self._templates.get(record.template)
        return self._write(template, unit, record.unit_code, period, visit, target)

    def write_form_of(self, unit_code: str, target: Path, template: str = "") -> Path:
        """Write the blank form of a commune before there is a visit, by the latest checklist unless named.

        Raises UnitUnknown, TemplateUnknown, FileTrouble.
        """
        unit = self._desk.reference.gazetteer.get(unit_code)
        if unit is None:
            raise UnitUnknown(unit=unit_code)
        chosen = self._templates.get(template or self._templates.latest(CHECKLIST).digest)
        return self._write(
            chosen, unit_name(unit.kind, unit.name), unit.code, _period(None, None), "", target
        )

    def _write(self, template: Template, unit: str, code: str, period: str, visit: str, target: Path) -> Path:
        from inspector_app.reports.self_report import write

        said = form.facts(template, unit=unit, unit_code=code, period=period, visit=visit, key=self._desk.key)
        file = target / f"{ascii_name(f'Tu kiem tra {unit} {code}')}.xlsx" if target.is_dir() else target
        write_file(file, write(said))
        return file

    # --- the file that comes back ------------------------------------------------------------------

    def preview(self, visit: VisitId, file: Path) -> SelfReportPreview:
        """What a file would do, cell by cell; nothing is changed.

        Raises SelfReportRefused for what is no self-report of this unit, FileTrouble.
        """
        found = read(file)
        warm = self._checklists.warm(visit)
        record = self._desk.visit(visit)
        unit = unit_name(record.unit_kind, record.unit_name)
        self._refuse_of_another(found, record.unit_code, unit)
        check = Check(warm, found, self._writable(visit, warm))
        cells = check.cells()
        return SelfReportPreview(
            visit=visit,
            unit=unit,
            file=found.name,
            digest=found.digest,
            cells=cells,
            doubts=tuple(self._doubts(visit, found, warm.template)),
            cautions=tuple(check.cautions),
        )

    def accept(
        self,
        visit: VisitId,
        preview: SelfReportPreview,
        chosen: Mapping[str, str] | None = None,
        *,
        confirmed: bool = False,
    ) -> Saved:
        """Take what a preview found, in one act; `chosen` decides doubtful cells: key → meaning as stored.

        What is held already is not written again, so that the same file taken twice changes nothing. Raises
        SelfReportUnconfirmed where the preview has doubts that nobody confirmed, and SaveFailed.
        """
        if preview.doubts and not confirmed:
            raise SelfReportUnconfirmed(file=preview.file, unit=preview.unit, doubt=" ".join(preview.doubts))
        warm = self._checklists.warm(visit)
        patches = self._patches(visit, warm, preview.cells, chosen or {})
        if not patches:
            return Saved(self._desk.now())
        acts = [Act(Answer.kind, code, patch) for code, patch in patches.items()]
        saved = self._desk.write(visit, [self._received(visit, preview), *acts])
        self._checklists.forget([visit])
        return saved

    def take_back(self, visit: VisitId) -> Saved:
        """Undo the last taking of a self-report, as a new change; what was changed since stays as it is.

        Raises NoSelfReport, AreaOfAnother, SaveFailed.
        """
        paper, changes = self._last_taken(visit)
        acts = [act for sealed in changes if (act := self._restoring(visit, sealed))]
        saved = self._desk.write(visit, [Act(Document.kind, paper, {DELETED: True}), *acts])
        self._checklists.forget([visit])
        return saved

    # --- how the two sides compare -----------------------------------------------------------------

    def compare(self, visit: VisitId) -> Comparison:
        """What the unit reports beside what the team finds. Raises VisitUnknown."""
        taken = tuple(document.note for _, document in reversed(self._taken(visit)))
        return comparison.compare(self._checklists.warm(visit), taken)

    def count_overstated(self, visit: VisitId) -> Delta:
        """Put the number of rates that were reported wrongly into the item that counts them.

        An explicit act of the user. Raises ItemUnknown where the checklist has no such item, SaveFailed.
        """
        compared = self.compare(visit)
        if not compared.overstated:
            raise ItemUnknown(item=comparison.OVERSTATED)
        return self._checklists.answer(visit, compared.overstated, str(len(compared.wide)))

    # --- for whom ----------------------------------------------------------------------------------

    def _refuse_of_another(self, file: SelfReportFile, code: str, unit: str) -> None:
        identity = file.identity
        if identity is not None and identity.unit != code:
            reason = tr(
                "it was made for {other}, not for {unit}",
                other=identity.unit_name or identity.unit,
                unit=unit,
            )
            raise SelfReportRefused(file=file.name, reason=reason)
        if identity is None and file.units and code not in file.units:
            reason = tr(
                "it bears the code {other}, {unit} has {code}", other=min(file.units), unit=unit, code=code
            )
            raise SelfReportRefused(file=file.name, reason=reason)

    def _doubts(self, visit: VisitId, file: SelfReportFile, template: Template) -> Iterable[str]:
        identity = file.identity
        if identity is None:
            yield tr("The hidden sheet that says for which unit the form was made is missing.")
            return
        if not identity.sound:
            yield tr("What the hidden sheet says of the unit was changed by hand.")
        elif not self._is_known(visit, identity):
            yield tr("The form was made on a laptop that is not of this visit.")
        if identity.visit and identity.visit != visit:
            yield tr("The form was made for another visit of the unit.")
        if identity.template != template.form.digest:
            yield tr("The form was made for version {old} of the checklist, the visit uses {new}.",
                     old=identity.version, new=template.form.version)  # fmt: skip

    def _is_known(self, visit: VisitId, identity: Identity) -> bool:
        """Whether a laptop of the visit signed the form."""
        tips = self._desk.workspace.ledger.tips(visit)
        return device_of(identity.key) in {self._desk.key.device, *(tip.device for tip in tips)}

    # --- taking ------------------------------------------------------------------------------------

    def _writable(self, visit: VisitId, warm: OpenChecklist) -> set[str]:
        """The base figures that may become answers here: in an area that is ours to answer."""
        areas = {duty.code for duty in self._duties.roster(visit).areas if duty.writable}
        return {code for code, view in warm.views.items() if view.editor == "figure" and view.area in areas}

    def _patches(
        self, visit: VisitId, warm: OpenChecklist, cells: Iterable[ReportedCell], chosen: Mapping[str, str]
    ) -> dict[str, dict[str, Any]]:
        """Item → the fields that differ from what is held."""
        patches: dict[str, dict[str, Any]] = {}
        figures: dict[str, str] = {}
        writable = self._writable(visit, warm)
        for cell in cells:
            stored = _decided(cell, chosen)
            answered = warm.answered(cell.item)
            name = SELF_FIELDS[cell.field]
            if stored is None or name in answered.disputed:
                continue
            if getattr(answered.answer, name) != stored:
                patches.setdefault(cell.item, {})[name] = stored
            if cell.field == "value" and cell.item in writable and self._follows(visit, warm, cell.item):
                figures[cell.item] = stored
        refused = contradictions(warm, figures)
        for code, value in figures.items():
            if code not in refused and warm.answered(code).answer.value != value:
                patches.setdefault(code, {})["value"] = value
        return patches

    def _follows(self, visit: VisitId, warm: OpenChecklist, code: str) -> bool:
        """Whether the team has no figure of its own: none at all, or the one that a self-report put there."""
        answered = warm.answered(code)
        if answered.answer.not_applicable or "value" in answered.disputed:
            return False
        if answered.answer.value is None:
            return True
        heads = self._desk.workspace.ledger.fields(visit, Answer.kind, code)["value"].heads
        return all(SELF_FIELDS["value"] in head.sealed.change.values() for head in heads)

    def _received(self, visit: VisitId, preview: SelfReportPreview) -> Act:
        """The file as a paper that the team was given; it also marks where its changes begin."""
        taken = [found.record.position for found in self._desk.workspace.projections.all(Document, visit)]
        fields = {
            "title": TITLE,
            "issuer": preview.unit,
            "form": "electronic",
            "on": self._desk.now().astimezone().date().isoformat(),
            "note": _OF_FILE.format(name=preview.file, digest=preview.digest[:16]),
            "position": max(taken, default=0) + 1,
        }
        return Act(Document.kind, self._desk.new_id(), fields)

    # --- taking back -------------------------------------------------------------------------------

    def _taken(self, visit: VisitId) -> list[tuple[Sealed, Document]]:
        """The papers by which self-reports were taken in and that are still there, the last one last."""
        found: list[tuple[Sealed, Document]] = []
        for entry in self._desk.workspace.projections.all(Document, visit):
            if entry.record.title == TITLE:
                first = self._desk.workspace.ledger.history(visit, Document.kind, entry.id)[0]
                found.append((first, entry.record))
        return sorted(found, key=lambda each: (each[0].change.at, each[0].change.device))

    def _last_taken(self, visit: VisitId) -> tuple[str, list[Sealed]]:
        """The last paper with what was written by it: the changes of the same device right after it."""
        for paper, _ in reversed(self._taken(visit)):
            change = paper.change
            own = [
                each
                for each in self._desk.workspace.ledger.changes(visit)
                if each.change.device == change.device
            ]
            after = sorted(
                (each for each in own if each.change.seq > change.seq), key=lambda each: each.change.seq
            )
            written = list(takewhile(_is_of_self_report, after))
            if written:
                return change.record, written
        raise NoSelfReport

    def _restoring(self, visit: VisitId, sealed: Sealed) -> Act | None:
        """What puts back the fields of a change that nobody has changed since."""
        change = sealed.change
        ledger = self._desk.workspace.ledger
        now = ledger.fields(visit, change.kind, change.record)
        before, _ = ledger.around(sealed)
        blank = Answer().model_dump()
        patch = {
            name: before[name].value if name in before else blank[name]
            for name in change.values()
            if [head.sealed.digest for head in now[name].heads] == [sealed.digest]
        }
        return Act(change.kind, change.record, patch) if patch else None


def _decided(cell: ReportedCell, chosen: Mapping[str, str]) -> str | None:
    """What a cell is taken to mean; None where it is not taken."""
    if cell.state in ("new", "changed", "same"):
        held = chosen.get(cell.key)
        return held if held is not None else cell.meanings[0].stored if len(cell.meanings) == 1 else None
    if cell.state == "doubtful" and chosen.get(cell.key) in {meaning.stored for meaning in cell.meanings}:
        return chosen[cell.key]
    return None


def _is_of_self_report(sealed: Sealed) -> bool:
    """Whether a change is one of those that taking a self-report writes."""
    names = set(sealed.change.values())
    return (
        sealed.change.kind == Answer.kind
        and bool(names & set(SELF_FIELDS.values()))
        and names <= {*SELF_FIELDS.values(), "value"}
    )


def _period(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return "Thời kỳ số liệu: từ ngày …/…/…… đến ngày …/…/……"
    return f"Thời kỳ số liệu: từ ngày {format_date(first)} đến ngày {format_date(last)}"
