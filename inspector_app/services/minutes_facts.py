"""What the minutes tell of a visit: its records and views as the plain facts that a report words.

Imported when a report is asked for, since it brings the reports along.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TypedDict, TypeVar

from inspector_app.domain import plan
from inspector_app.domain.records import DEPUTY, LEAD, SECRETARY, Finding, Participant, Record, Visit
from inspector_app.domain.rules import rounded
from inspector_app.reports import facts as f
from inspector_app.services.open_checklist import OpenChecklist
from inspector_app.services.questions import describe, number_in
from inspector_app.services.views import DossierRow, EvidenceRow, ItemView, Listed, VisitCard

R = TypeVar("R", bound=Record)
T = TypeVar("T", f.Person, f.Paper, f.PlanLine, f.Initiative, f.Fault, f.FollowUp)

SECTIONS = ("uu_diem", "ton_tai", "y_kien")
"""What the checklist's column `section` may say: strengths, shortcomings, the unit's opinion."""
_FIGURES, _BONUS = "SL", "TP"
_COUNTS = {"tasks", "tasks_done", "activities", "activities_done"}


def person(present: Participant) -> f.Person:
    """Someone who was there."""
    return _same(f.Person, present)


def areas(warm: OpenChecklist, card: VisitCard, dossiers: Iterable[DossierRow]) -> Iterable[f.Area]:
    """The areas with their items and findings; base figures and remarks have other places."""
    numbered: dict[str, str] = {row.id: row.code for row in dossiers}
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
                _finding(entry, numbered) for entry in card.findings if entry.record.item in area.items
            ),
            max_points=area.max_points,
            base=rounded(sums.base) if sums else Decimal(0),
            self_points=None if sums is None or sums.self_points is None else rounded(sums.self_points),
            points=area.points,
            rate=None if sums is None or sums.rate is None else rounded(sums.rate),
            bonus=area.code == _BONUS,
        )


def _finding(entry: Listed[Finding], numbered: Mapping[str, str]) -> f.Finding:
    record = entry.record
    return f.Finding(
        text=record.text,
        item=record.item,
        cause=record.cause,
        responsible=record.responsible,
        basis=record.basis,
        dossiers=tuple(numbered[each] for each in record.dossiers if each in numbered),
        disputed=bool(entry.disputed),
    )


def pictures(rows: Iterable[EvidenceRow], prints: Mapping[str, bytes]) -> Iterable[f.Picture]:
    """The photos and scans that were kept; prints: the small pictures that may be shown, by digest."""
    for row in rows:
        if not row.removed:
            yield f.Picture(
                code=row.file.digest[:8],
                caption=row.record.caption or row.record.name,
                target=row.target,
                taken_at=row.record.taken_at,
                content=prints.get(row.file.digest, b""),
                withheld=row.record.withheld,
            )


def _item(warm: OpenChecklist, view: ItemView) -> f.Item:
    answer = warm.answered(view.code).answer
    item = warm.item(view.code, answer.value)
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
        evidence_required=view.evidence_required,
        evidence=view.evidence,
        basis_from=view.basis_from,
        basis_to=view.basis_to,
    )


def figures(warm: OpenChecklist) -> Iterable[f.Figure]:
    """The base figures in their order."""
    for view in warm.views.values():
        if view.area == _FIGURES:
            value = number_in(view.leaves[0].value)
            yield f.Figure(code=view.code, label=view.text, unit=view.unit, value=value)


def plan_of(warm: OpenChecklist, card: VisitCard) -> f.Plan | None:
    """The figures that stand, with the areas in the order of the checklist; None where nothing is counted."""
    found = plan.totals(card.visit, _records(card.plan_areas))
    if found.tasks.total is None and found.activities.total is None:
        return None
    places = {code: at for at, code in enumerate(warm.areas)}
    by_area = [
        f.PlanCount(
            name=warm.areas[entry.id].name if entry.id in places else entry.id,
            **entry.record.model_dump(include=_COUNTS),
        )
        for entry in sorted(card.plan_areas, key=lambda entry: places.get(entry.id, len(places)))
        if entry.record.model_dump(include=_COUNTS, exclude_none=True)
    ]
    return f.Plan(
        tasks=found.tasks.total,
        tasks_done=found.tasks.done,
        activities=found.activities.total,
        activities_done=found.activities.done,
        areas=card.visit.plan_areas or len(by_area) or None,
        by_area=tuple(by_area),
    )


class Lists(TypedDict):
    """The lists of a visit, by the names that the minutes have for them."""

    papers: tuple[f.Paper, ...]
    plan_lines: tuple[f.PlanLine, ...]
    initiatives: tuple[f.Initiative, ...]
    faults: tuple[f.Fault, ...]
    follow_ups: tuple[f.FollowUp, ...]


def lists(card: VisitCard) -> Lists:
    """What was handed over, what is late, models, faults, and what became of earlier recommendations.

    A row that has no words yet is left out.
    """
    return {
        "papers": tuple(_same(f.Paper, each) for each in _records(card.documents) if each.title),
        "plan_lines": tuple(_same(f.PlanLine, each) for each in _records(card.plan_lines) if each.text),
        "initiatives": tuple(_same(f.Initiative, each) for each in _records(card.initiatives) if each.name),
        "faults": tuple(_same(f.Fault, each) for each in _records(card.software_faults) if each.text),
        "follow_ups": tuple(_same(f.FollowUp, each) for each in _records(card.follow_ups)),
    }


def _same(kind: type[T], record: Record) -> T:
    """A fact that has fields of a record under the same names."""
    return kind(**{name: getattr(record, name) for name in kind.__dataclass_fields__})


def _records(entries: Iterable[Listed[R]]) -> list[R]:
    return [entry.record for entry in entries]


def score(warm: OpenChecklist) -> f.Score | None:
    """The outcome; None while nothing is scored."""
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


def remarks(warm: OpenChecklist, section: str) -> str:
    """What was written in the questions whose text belongs into this section of the minutes."""
    written = (
        view.leaves[0].value for view in warm.views.values() if view.section == section and view.leaves
    )
    return "\n".join(text for text in written if text)


def attending(card: VisitCard) -> tuple[list[Participant], list[Participant], tuple[str, ...]]:
    """Those of the team and of the unit who were there, and the names of those of whom nobody said so.

    Where nobody of a side was ticked, all of that side are taken to be there.
    """
    unticked: list[str] = []
    sides: list[list[Participant]] = []
    for side in ("team", "unit"):
        people = [entry.record for entry in card.participants if entry.record.side == side]
        if any(person.attendance != "unknown" for person in people):
            unticked += [person.name for person in people if person.attendance == "unknown"]
            people = [person for person in people if person.here]
        sides.append(people)
    return sides[0], sides[1], tuple(unticked)


def signers(record: Visit, team: list[Participant], hosts: list[Participant]) -> Iterable[f.SignedBy]:
    """The unit's first person, then the secretary and the lead, as far as they are there.

    A witness signs for a unit that does not; a deputy for a lead who was not there.
    """
    if record.unsigned_reason:
        yield f.SignedBy(party="witness", name=record.witness)
    elif hosts:
        yield f.SignedBy(party="unit", name=hosts[0].name, position=hosts[0].title)
    by_role = {person.role: person for person in reversed(team)}
    if SECRETARY in by_role:
        yield f.SignedBy(party="secretary", name=by_role[SECRETARY].name)
    if LEAD in by_role:
        yield f.SignedBy(party="lead", name=by_role[LEAD].name)
    elif DEPUTY in by_role:
        yield f.SignedBy(party="deputy", name=by_role[DEPUTY].name, position=DEPUTY)
