"""Reports: gather the facts of a visit once, hand them to the report that words and lays them out.

The renderers are imported when a report is asked for: they are heavy, and a window that only opens a
checklist must not wait for them.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app import paths
from inspector_app.domain.errors import FileTrouble
from inspector_app.domain.records import VisitId
from inspector_app.services.checklists import Checklists
from inspector_app.services.desk import Desk
from inspector_app.services.dossiers import Dossiers
from inspector_app.services.evidence import Evidence
from inspector_app.services.merging import Merging
from inspector_app.services.views import DossierRow, Minutes, WrittenMinutes
from inspector_app.services.visits import Visits
from inspector_app.text import ascii_name

if TYPE_CHECKING:
    from inspector_app.reports import facts as f
    from inspector_app.reports.document import Document


class Reporting:
    """The documents of a visit."""

    def __init__(
        self,
        desk: Desk,
        visits: Visits,
        checklists: Checklists,
        dossiers: Dossiers,
        evidence: Evidence,
        merging: Merging,
    ) -> None:
        self._desk = desk
        self._visits = visits
        self._checklists = checklists
        self._dossiers = dossiers
        self._evidence = evidence
        self._merging = merging

    def minutes(self, visit: VisitId) -> Minutes:
        """The minutes as PDF, with what a careful secretary would see to before the signatures."""
        from inspector_app.reports.pdf import render_pdf

        document, warnings = self._minutes(visit)
        return Minutes(render_pdf(document), warnings)

    def minutes_docx(self, visit: VisitId) -> bytes:
        """The minutes as a Word file, to be edited in the last half hour."""
        from inspector_app.reports.docx import render_docx

        document, _ = self._minutes(visit)
        return render_docx(document)

    def write_minutes(self, visit: VisitId, folder: Path) -> WrittenMinutes:
        """Write both files into a folder; each appears whole or not at all. Raises FileTrouble."""
        from inspector_app.reports.docx import render_docx
        from inspector_app.reports.pdf import render_pdf

        document, warnings = self._minutes(visit)
        record = self._desk.visit(visit)
        day = record.on.strftime("%Y%m%d") if record.on else ""
        name = ascii_name(f"Bien ban CCHC {record.unit_kind} {record.unit_name} {day}")
        pdf, docx = folder / f"{name}.pdf", folder / f"{name}.docx"
        write_file(pdf, render_pdf(document))
        write_file(docx, render_docx(document))
        return WrittenMinutes(pdf, docx, warnings)

    def _minutes(self, visit: VisitId) -> tuple["Document", tuple[str, ...]]:
        from inspector_app.reports.checks import checks
        from inspector_app.reports.minutes import minutes

        facts = self.facts(visit)
        return minutes(facts), checks(facts)

    # --- facts -------------------------------------------------------------------------------------

    def facts(self, visit: VisitId) -> "f.MinutesFacts":
        """All that the minutes say of a visit, from its ledger."""
        from inspector_app.reports import facts as f
        from inspector_app.services import minutes_facts as gathered

        card = self._visits.get(visit)
        record = card.visit
        warm = self._checklists.printed(visit)
        team, hosts, unticked = gathered.attending(card)
        dossiers = self._dossiers.list(visit)
        photos = self._evidence.all(visit).rows
        areas = tuple(gathered.areas(warm, card, dossiers))
        strengths, shortcomings, opinion = (gathered.remarks(warm, part) for part in gathered.SECTIONS)
        elsewhere = {item.code for area in areas for item in area.items}
        general = [entry.record.text for entry in card.findings if entry.record.item not in elsewhere]
        followed = {str(entry.id): entry.record.visit_on for entry in card.follow_ups}
        elsewhere |= {entry.id for entry in (*card.findings, *card.recommendations)}
        return f.MinutesFacts(
            superior=record.superior,
            issuer=record.issuer,
            unit=card.unit,
            on=record.on,
            number=record.number,
            symbol=record.symbol,
            kind=record.visit_kind,
            bases=tuple(line for line in (record.decision, record.plan) if line),
            place=record.place,
            started_at=record.started_at,
            ended_at=record.ended_at,
            team=tuple(map(gathered.person, team)),
            hosts=tuple(map(gathered.person, hosts)),
            unticked=unticked,
            template=f"{warm.template.form.title} (phiên bản {warm.template.form.version})",
            period_from=record.period_from,
            period_to=record.period_to,
            on_time=record.on_time,
            areas=areas,
            figures=tuple(gathered.figures(warm)),
            sample=self._sample(visit, [row for row in dossiers if not row.second]),
            plan=gathered.plan_of(warm, card),
            models=record.models_registered,
            **gathered.lists(card),
            pictures=tuple(gathered.pictures(photos, self._evidence.prints(photos))),
            score=gathered.score(warm),
            print_scores=record.print_scores,
            strengths=strengths,
            shortcomings="\n".join(part for part in (shortcomings, *general) if part),
            recommendations=tuple(
                f.Recommendation(
                    text=entry.record.text,
                    responsible=entry.record.responsible,
                    due_on=entry.record.due_on,
                    basis=entry.record.basis,
                    repeats_on=followed.get(entry.record.earlier),
                    disputed=bool(entry.disputed),
                )
                for entry in card.recommendations
            ),
            opinion="\n".join(part for part in (record.unit_opinion, opinion) if part),
            copies=record.copies,
            signers=tuple(gathered.signers(record, team, hosts)),
            all_sign=record.all_sign,
            unsigned_reason=record.unsigned_reason,
            disputes=tuple(
                conflict.title
                for conflict in self._merging.conflicts(visit)
                if conflict.record not in elsewhere
            ),
            old_questions=tuple(
                f.OldQuestion(
                    code=old.item, text=old.label, answer=old.answer, version=old.version, note=old.note
                )
                for old in self._checklists.open(visit).old_questions
            ),
            digest=self.content_digest(visit),
        )

    def content_digest(self, visit: VisitId) -> str:
        """What the printed code stands for: the ends of all histories, each vouching for all before it."""
        tips = sorted(tip.digest for tip in self._desk.workspace.ledger.tips(visit))
        return hashlib.sha256("".join(tips).encode()).hexdigest()

    def _sample(self, visit: VisitId, rows: Sequence[DossierRow]) -> "f.Sample | None":
        from inspector_app.reports import facts as f

        if not rows:
            return None
        totals = self._dossiers.totals(visit)
        return f.Sample(
            dossiers=tuple(
                f.SampleDossier(
                    code=row.code,
                    procedure=row.procedure,
                    channel=row.channel,
                    stratum=row.stratum,
                    passed=row.passed,
                    failed=row.failed,
                )
                for row in rows
            ),
            checks=tuple(
                f.Check(
                    code=code,
                    text=self._dossiers.check_text(visit, code),
                    critical=check.critical,
                    passed=check.passed,
                    applied=check.applied,
                )
                for code, check in totals.checks.items()
            ),
            overdue=tuple(
                f.Overdue(
                    code=late.code,
                    procedure=late.procedure,
                    delay=late.delay,
                    causes=late.causes,
                    apology=late.apology,
                )
                for late in self._dossiers.overdue(visit)
            ),
        )


def write_file(target: Path, content: bytes) -> None:
    """Write a report where it was asked for, whole or not at all. Raises FileTrouble."""
    try:
        paths.write_whole(target, content)
    except OSError as error:
        raise FileTrouble(file=target, reason=error.strerror or str(error)) from error
