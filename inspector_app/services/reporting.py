"""Reports: gather the facts of a visit once, hand them to the report that words and lays them out.

The renderers are imported when a report is asked for: they are heavy, and a window that only opens a
checklist must not wait for them.
"""

import hashlib
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app import paths
from inspector_app.domain.errors import FileTrouble
from inspector_app.domain.records import LEAD, SECRETARY, Participant, VisitId
from inspector_app.domain.rules import rounded
from inspector_app.services.checklists import Checklists
from inspector_app.services.desk import Desk
from inspector_app.services.dossiers import Dossiers
from inspector_app.services.merging import Merging
from inspector_app.services.open_checklist import OpenChecklist
from inspector_app.services.questions import describe, number_in
from inspector_app.services.views import ItemView, Minutes, VisitCard, WrittenMinutes
from inspector_app.services.visits import Visits
from inspector_app.text import ascii_name

if TYPE_CHECKING:
    from inspector_app.reports import facts as f
    from inspector_app.reports.document import Document

_FIGURES, _BONUS = "SL", "TP"
_STRENGTHS, _SHORTCOMINGS, _OPINION = "uu_diem", "ton_tai", "y_kien"
"""What the checklist's column `section` may say."""


class Reporting:
    """The documents of a visit."""

    def __init__(
        self, desk: Desk, visits: Visits, checklists: Checklists, dossiers: Dossiers, merging: Merging
    ) -> None:
        self._desk = desk
        self._visits = visits
        self._checklists = checklists
        self._dossiers = dossiers
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
        _write(pdf, render_pdf(document))
        _write(docx, render_docx(document))
        return WrittenMinutes(pdf, docx, warnings)

    def _minutes(self, visit: VisitId) -> tuple["Document", tuple[str, ...]]:
        from inspector_app.reports import minutes as report

        facts = self.facts(visit)
        return report.minutes(facts), report.checks(facts)

    # --- facts -------------------------------------------------------------------------------------

    def facts(self, visit: VisitId) -> "f.MinutesFacts":
        """All that the minutes say of a visit, from its ledger."""
        from inspector_app.reports import facts as f

        card = self._visits.get(visit)
        record = card.visit
        warm = self._checklists.warm(visit)
        team = [entry.record for entry in card.participants if entry.record.side == "team"]
        hosts = [entry.record for entry in card.participants if entry.record.side == "unit"]
        areas = tuple(self._areas(warm, card))
        elsewhere = {item.code for area in areas for item in area.items}
        general = [entry.record.text for entry in card.findings if entry.record.item not in elsewhere]
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
            team=tuple(_person(person) for person in team),
            hosts=tuple(_person(person) for person in hosts),
            template=f"{warm.template.form.title} (phiên bản {warm.template.form.version})",
            period_from=record.period_from,
            period_to=record.period_to,
            on_time=record.on_time,
            areas=areas,
            figures=tuple(_figures(warm)),
            sample=self._sample(visit),
            plan=_plan(card),
            models=record.models_registered,
            software_faults=tuple(entry.record.text for entry in card.software_faults),
            score=_score(warm),
            strengths=_remarks(warm, _STRENGTHS),
            shortcomings="\n".join(part for part in (_remarks(warm, _SHORTCOMINGS), *general) if part),
            recommendations=tuple(
                f.Recommendation(
                    text=entry.record.text,
                    responsible=entry.record.responsible,
                    due_on=entry.record.due_on,
                    disputed=bool(entry.disputed),
                )
                for entry in card.recommendations
            ),
            opinion="\n".join(part for part in (record.unit_opinion, _remarks(warm, _OPINION)) if part),
            copies=record.copies,
            signers=tuple(_signers(team, hosts)),
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

    def _areas(self, warm: OpenChecklist, card: VisitCard) -> Iterable["f.Area"]:
        from inspector_app.reports import facts as f

        for area in warm.areas.values():
            codes = [code for code in area.items if not warm.views[code].section]
            if area.code == _FIGURES or not codes:
                continue
            sums = warm.score.areas.get(area.code)
            yield f.Area(
                code=area.code,
                name=area.name,
                items=tuple(_item(warm, warm.views[code]) for code in codes),
                findings=tuple(
                    f.Finding(
                        text=entry.record.text,
                        item=entry.record.item,
                        cause=entry.record.cause,
                        disputed=bool(entry.disputed),
                    )
                    for entry in card.findings
                    if entry.record.item in area.items
                ),
                max_points=area.max_points,
                base=rounded(sums.base) if sums else Decimal(0),
                self_points=None if sums is None or sums.self_points is None else rounded(sums.self_points),
                points=area.points,
                rate=None if sums is None or sums.rate is None else rounded(sums.rate),
                bonus=area.code == _BONUS,
            )

    def _sample(self, visit: VisitId) -> "f.Sample | None":
        from inspector_app.reports import facts as f

        rows = self._dossiers.list(visit)
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


def _write(target: Path, content: bytes) -> None:
    try:
        paths.write_whole(target, content)
    except OSError as error:
        raise FileTrouble(file=target, reason=error.strerror or str(error)) from error


def _person(person: Participant) -> "f.Person":
    from inspector_app.reports import facts as f

    return f.Person(
        name=person.name,
        honorific=person.honorific,
        title=person.title,
        organisation=person.organisation,
        role=person.role,
    )


def _item(warm: OpenChecklist, view: ItemView) -> "f.Item":
    from inspector_app.reports import facts as f

    item = warm.template.items[view.code]
    answer = warm.answered(view.code).answer
    ratio = view.editor == "ratio"
    return f.Item(
        code=view.code,
        text=view.text,
        answer="" if ratio or answer.value is None else describe(item, "value", answer.value),
        numerator=view.numerator if ratio else None,
        denominator=view.denominator if ratio else None,
        rate=view.rate,
        required=view.required,
        not_applicable=view.status == "not_applicable",
        reason=view.reason,
        note=view.note,
        disputed=view.disputed,
        max_points=view.max_points,
        self_points=view.self_points,
        points=view.points,
    )


def _figures(warm: OpenChecklist) -> Iterable["f.Figure"]:
    from inspector_app.reports import facts as f

    for view in warm.views.values():
        if view.area == _FIGURES:
            value = number_in(view.leaves[0].value)
            yield f.Figure(code=view.code, label=view.text, unit=view.unit, value=value)


def _plan(card: VisitCard) -> "f.Plan | None":
    from inspector_app.reports import facts as f

    visit = card.visit
    counts = (visit.plan_tasks, visit.plan_tasks_done, visit.plan_activities, visit.plan_activities_done)
    if any(count is None for count in counts):
        return None
    tasks, tasks_done, activities, activities_done = (count or 0 for count in counts)
    return f.Plan(
        tasks=tasks,
        tasks_done=tasks_done,
        activities=activities,
        activities_done=activities_done,
        areas=visit.plan_areas,
    )


def _score(warm: OpenChecklist) -> "f.Score | None":
    from inspector_app.reports import facts as f

    summary, result = warm.summary, warm.score
    if summary.index is None:
        return None
    return f.Score(
        index=summary.index,
        classification=summary.classification,
        bonus=rounded(result.bonus),
        penalty=rounded(result.penalty),
        provisional=summary.provisional,
    )


def _remarks(warm: OpenChecklist, section: str) -> str:
    """What was written in the questions whose text belongs into this section of the minutes."""
    written = (
        view.leaves[0].value for view in warm.views.values() if view.section == section and view.leaves
    )
    return "\n".join(text for text in written if text)


def _signers(team: list[Participant], hosts: list[Participant]) -> Iterable["f.SignedBy"]:
    """The unit's first person, then the secretary and the lead, as far as they are named."""
    from inspector_app.reports import facts as f

    if hosts:
        yield f.SignedBy(party="unit", name=hosts[0].name, position=hosts[0].title)
    parties: tuple[tuple[f.Party, str], ...] = (("secretary", SECRETARY), ("lead", LEAD))
    for party, role in parties:
        for person in team:
            if person.role == role:
                yield f.SignedBy(party=party, name=person.name)
                break
