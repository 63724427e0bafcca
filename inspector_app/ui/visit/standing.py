"""How a visit stands: what is done, what is missing, who has what, in words that lead to their place."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from inspector_app.domain import plan, records
from inspector_app.domain.plan import Level
from inspector_app.domain.records import LEAD, SECRETARY, WORDS, FollowUpState, Participant, Severity, VisitId
from inspector_app.i18n import mark, tr
from inspector_app.services.day_views import Roster
from inspector_app.services.views import AreaView, ChecklistView, DossierRow, Listed, VisitCard
from inspector_app.text import format_number
from inspector_app.ui.theme import Mark

if TYPE_CHECKING:
    from inspector_app.services.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Standing:
    """All that the overview tells of a visit, read at once."""

    card: VisitCard
    checklist: ChecklistView
    roster: Roster
    dossiers: tuple[DossierRow, ...]
    evidence: int
    conflicts: int


def read_standing(bench: "Workbench", visit: VisitId) -> Standing:
    """Read how a visit stands; on the workspace lane."""
    return Standing(
        card=bench.visits.get(visit),
        checklist=bench.checklists.open(visit),
        roster=bench.duties.roster(visit),
        dossiers=bench.dossiers.list(visit),
        evidence=bench.evidence.count(visit),
        conflicts=len(bench.merging.conflicts(visit)),
    )


# --- areas ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AreaLine:
    """How far an area has come, and who has it; `first` is the item where work goes on."""

    area: AreaView
    owners: str
    nobody: bool
    first: str

    @property
    def id(self) -> str:
        return self.area.code


def area_lines(standing: Standing) -> list[AreaLine]:
    """The areas in the order of the checklist."""
    roster, items = standing.roster, standing.checklist.items
    found: list[AreaLine] = []
    for area in standing.checklist.areas:
        if not area.items:
            continue
        asked = [items[code] for code in area.items]
        urgent = next((item for item in asked if item.status == "required"), None)
        waiting = next((item for item in asked if item.status == "open" and item.editor != "note"), None)
        owners = roster.who(area.code)
        found.append(
            AreaLine(
                area=area,
                owners=owners,
                nobody=roster.dealt and not owners and area.scored,
                first=(urgent or waiting or asked[0]).code,
            )
        )
    return found


# --- lines ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to know of a visit: its state, what it is called, what is to say, and where it belongs.

    `place` is a tab of the visit, a part of one (`progress/plan`), a field of the facts
    (`overview/facts/place`), or `merge`.
    """

    state: Mark
    name: str
    text: str
    place: str

    @property
    def id(self) -> str:
        return f"{self.place} {self.name}"


def lines(standing: Standing) -> list[Line]:
    """What there is and what is open, in the order of the tabs."""
    return [line for tell in _TOLD for line in tell(standing)]


def _required(standing: Standing) -> Iterator[Line]:
    summary = standing.checklist.summary
    done = f"{summary.answered}/{summary.total}"
    if summary.open_required:
        text = tr("{done}, {count} required ones open", done=done, count=summary.open_required)
    else:
        text = tr("{done}, no required one open", done=done)
    yield Line("required" if summary.open_required else "answered", tr("Items answered"), text, "checklist")


def _disputes(standing: Standing) -> Iterator[Line]:
    if standing.conflicts:
        text = tr("{count} to decide", count=standing.conflicts)
        yield Line("disputed", tr("In dispute"), text, "merge")


def _people(standing: Standing) -> Iterator[Line]:
    told: list[str] = []
    unticked = False
    for side, name in (("team", tr("team")), ("unit", tr("unit"))):
        people = [each.record for each in standing.card.participants if each.record.side == side]
        here = sum(person.here for person in people)
        unticked = unticked or any(person.attendance == "unknown" for person in people)
        told.append(f"{name} {here}/{len(people)}")
    text = tr("present: {counts}", counts=", ".join(told))
    yield Line("open" if unticked else "answered", tr("Participants"), text, "participants")


def _dealing(standing: Standing) -> Iterator[Line]:
    if not standing.roster.dealt:
        return
    scored = {area.code for area in standing.checklist.areas if area.scored}
    alone = sum(not duty.members for duty in standing.roster.areas if duty.code in scored)
    shared = sum(len(duty.members) > 1 for duty in standing.roster.areas)
    told = [
        tr("{count} dealt to nobody", count=alone) if alone else "",
        tr("{count} to several members", count=shared) if shared else "",
    ]
    text = ", ".join(each for each in told if each) or tr("every area has its member")
    yield Line("required" if alone else "answered", tr("Areas dealt"), text, "participants/dealing")


def _documents(standing: Standing) -> Iterator[Line]:
    yield _count(tr("Documents received"), len(standing.card.documents), "preparation/documents")


def _self_report(standing: Standing) -> Iterator[Line]:
    scored = [item for item in standing.checklist.items.values() if item.max_points and item.relevant]
    given = sum(item.self_points is not None for item in scored)
    if scored:
        text = tr("{given} of {total} items scored by the unit", given=given, total=len(scored))
        yield Line("answered" if given else "open", tr("Self-report"), text, "preparation/self-report")


def _plan(standing: Standing) -> Iterator[Line]:
    card = standing.card
    found = plan.totals(card.visit, (entry.record for entry in card.plan_areas))
    known = found.tasks.known or found.activities.known
    text = tr("tasks {tasks}, activities {activities}", tasks=_figures(found.tasks),
              activities=_figures(found.activities)) if known else tr("not counted yet")  # fmt: skip
    amiss = found.tasks.differs or found.activities.differs
    state: Mark = "required" if amiss else "answered" if known else "open"
    yield Line(state, tr("Plan of the unit"), text, "progress/plan")


def _figures(level: Level) -> str:
    return f"{level.done}/{level.total}" if level.known else "–"


def _late(standing: Standing) -> Iterator[Line]:
    if standing.card.plan_lines:
        yield _count(tr("Late tasks"), len(standing.card.plan_lines), "progress/late")


def _initiatives(standing: Standing) -> Iterator[Line]:
    units = standing.card.visit.models_registered
    text = str(len(standing.card.initiatives))
    if units is not None:
        text = tr("{count}; {units} units registered", count=text, units=units)
    known = bool(standing.card.initiatives) or units is not None
    yield Line("answered" if known else "open", tr("Models and initiatives"), text, "progress/models")


def _faults(standing: Standing) -> Iterator[Line]:
    faults = [entry.record for entry in standing.card.software_faults]
    waiting = sum(fault.state != "fixed" for fault in faults)
    text = str(len(faults))
    if waiting:
        text = tr("{count}, {waiting} not fixed", count=text, waiting=waiting)
    yield Line("answered" if faults else "open", tr("Software faults"), text, "progress/faults")


def _dossiers(standing: Standing) -> Iterator[Line]:
    rows = [row for row in standing.dossiers if not row.second]
    failed = sum(row.passed is False for row in rows)
    passed = sum(row.passed is True for row in rows)
    waiting = len(rows) - failed - passed
    text = tr(
        "{count} checked: {passed} passed, {failed} failed", count=len(rows), passed=passed, failed=failed
    )
    state: Mark = "required" if waiting else "answered" if rows else "open"
    yield Line(state, tr("Dossiers"), text if rows else tr("none yet"), "dossiers")


def _findings(standing: Standing) -> Iterator[Line]:
    findings = [entry.record for entry in standing.card.findings]
    told = _told((finding.severity for finding in findings), reversed(get_args(Severity)))
    text = f"{len(findings)}: {told}" if findings else tr("none yet")
    yield Line("finding" if findings else "open", tr("Findings"), text, "findings")
    asked = [entry.record for entry in standing.card.recommendations]
    undated = sum(each.due_on is None or not each.responsible for each in asked)
    if findings or asked:
        text = str(len(asked))
        if undated:
            text = tr("{count}, {undated} without a body or a date", count=text, undated=undated)
        state: Mark = "required" if undated or (findings and not asked) else "answered"
        yield Line(state, tr("Recommendations"), text, "findings")


def _earlier(standing: Standing) -> Iterator[Line]:
    states = [entry.record.state for entry in standing.card.follow_ups]
    if states:
        state: Mark = "required" if "open" in states else "clock"
        yield Line(state, tr("Earlier recommendations"), _told(states, get_args(FollowUpState)), "findings")


def _told(found: Iterable[str], names: Iterable[str]) -> str:
    """`2 đã khắc phục, 1 khắc phục một phần`"""
    counts = Counter(found)
    return ", ".join(f"{counts[name]} {tr(WORDS[name]).lower()}" for name in names if counts[name])


def _evidence(standing: Standing) -> Iterator[Line]:
    lacking = [
        item.code
        for item in standing.checklist.items.values()
        if item.evidence_required and item.relevant and item.status == "answered" and not item.evidence
    ]
    text = format_number(standing.evidence)
    if lacking:
        text = tr("{count}; missing for {items}", count=text, items=_few(lacking))
    state: Mark = "required" if lacking else "answered" if standing.evidence else "open"
    yield Line(state, tr("Evidence"), text, "evidence")


def _few(codes: list[str], shown: int = 3) -> str:
    more = len(codes) - shown
    return ", ".join(codes[:shown]) + (f" … (+{more})" if more > 0 else "")


def _minutes(standing: Standing) -> Iterator[Line]:
    lacking = gaps(standing)
    if standing.card.visit.ended_at and not lacking:
        yield Line("answered", tr("Minutes"), tr("ready to sign"), "minutes")
    else:
        text = tr("{count} to see to before signing", count=len(lacking)) if lacking else tr("in preparation")
        yield Line("required" if lacking else "open", tr("Minutes"), text, "minutes")


def _count(name: str, count: int, place: str) -> Line:
    return Line("answered" if count else "open", name, str(count) if count else tr("none yet"), place)


_TOLD: tuple[Callable[[Standing], Iterable[Line]], ...] = (
    _required,
    _disputes,
    _people,
    _dealing,
    _documents,
    _self_report,
    _plan,
    _late,
    _initiatives,
    _faults,
    _dossiers,
    _findings,
    _earlier,
    _evidence,
    _minutes,
)


# --- gaps ----------------------------------------------------------------------------------------


def gaps(standing: Standing) -> list[Line]:
    """What is missing before the minutes can be signed, each with the place where it is filled in."""
    card, visit = standing.card, standing.card.visit
    team = [each for each in card.participants if each.record.side == "team"]
    hosts = [each for each in card.participants if each.record.side == "unit"]
    required = standing.checklist.summary.open_required
    period = visit.period_from is None or visit.period_to is None
    missing: list[tuple[bool, Mark, str, str]] = [
        (not visit.decision, "required", mark("Decision that set up the team"), _facts("decision")),
        (not visit.place, "required", mark("Place"), _facts("place")),
        (visit.started_at is None, "required", mark("Time of beginning"), _facts("started_at")),
        (visit.ended_at is None, "required", mark("Time of ending"), _facts("ended_at")),
        (period, "required", mark("Period of the figures"), _facts("period_from")),
        (not team, "required", mark("Members of the team"), "participants"),
        (bool(team) and not _has_role(team, LEAD), "required", mark("A head of the team"), "participants"),
        (bool(team) and not _has_role(team, SECRETARY), "required", mark("A secretary"), "participants"),
        (not hosts, "required", mark("Representatives of the unit"), "participants"),
        (bool(required), "required", mark("{count} required items"), "checklist"),
        (bool(standing.conflicts), "disputed", mark("{count} values in dispute"), "merge"),
        (
            bool(card.findings) and not card.recommendations,
            "required", mark("Recommendations for the findings"), "findings",
        ),
        (
            not visit.unit_opinion and not visit.unsigned_reason,
            "required", mark("Opinion of the unit"), _facts("unit_opinion"),
        ),
    ]  # fmt: skip
    counts = {"checklist": required, "merge": standing.conflicts}
    return [
        Line(state, tr(text, count=counts[place]) if place in counts else tr(text), "", place)
        for absent, state, text, place in missing
        if absent
    ]


def _facts(field: str) -> str:
    return f"overview/facts/{field}"


def _has_role(people: list[Listed[Participant]], role: str) -> bool:
    return any(each.record.role == role for each in people)


def kind_text(visit: records.Visit) -> str:
    """How the visit came about: planned, topical, unannounced."""
    return tr(WORDS[visit.visit_kind])
