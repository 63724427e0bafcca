"""What a report knows of a visit: plain values, gathered by the services, each number once.

No form, no record and no layout is in here. A sentence and a table of the minutes read the same field, so
they can never disagree; and a report can be tested by writing down what was found. Amounts are exact decimals
and are rounded only where they are printed.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from inspector_app.domain.records import (
    Cause,
    FaultState,
    FollowUpState,
    InitiativeState,
    OnTime,
    PaperForm,
    PlanLevel,
    PlanState,
    VisitKind,
)

Party = Literal["unit", "witness", "secretary", "lead", "deputy"]
"""Who signs; a witness in place of a unit that does not, a deputy in place of a lead who was not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone present. `role` is the part played in the team; empty for the unit's people."""

    name: str
    honorific: str = ""
    title: str = ""
    organisation: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of the checklist. A measured one has numerator, denominator and rate (percent); any other has
    its answer in words in `answer`; neither means that nobody has answered it."""

    code: str
    text: str
    answer: str = ""
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    rate: Decimal | None = None
    required: bool = True
    not_applicable: bool = False
    reason: str = ""
    note: str = ""
    disputed: bool = False
    max_points: Decimal | None = None
    self_points: Decimal | None = None
    points: Decimal | None = None
    evidence_required: bool = False
    evidence: int = 0
    basis_from: date | None = None
    basis_to: date | None = None

    @property
    def measured(self) -> bool:
        return self.numerator is not None and self.denominator is not None

    @property
    def closed(self) -> bool:
        """Answered, or marked as not applicable."""
        return bool(self.answer) or self.measured or self.not_applicable


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A shortcoming, of the item `item` if it has one."""

    text: str
    item: str = ""
    cause: Cause | None = None
    responsible: str = ""
    basis: str = ""
    dossiers: tuple[str, ...] = ()
    """Codes of the dossiers that show it."""
    disputed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """One area. `base` is `max_points` without the items that do not apply; `rate` is percent of `base`.

    The area of bonus and deduction points (`bonus`) has no chapter of its own, only its rows in the annex.
    """

    code: str
    name: str
    items: tuple[Item, ...] = ()
    findings: tuple[Finding, ...] = ()
    remarks: str = ""
    max_points: Decimal = Decimal(0)
    base: Decimal = Decimal(0)
    self_points: Decimal | None = None
    points: Decimal = Decimal(0)
    rate: Decimal | None = None
    bonus: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The outcome: index in percent, bonus and penalty in points (both positive), the name of the band."""

    index: Decimal
    classification: str
    bonus: Decimal = Decimal(0)
    penalty: Decimal = Decimal(0)
    provisional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One base figure, such as SL07."""

    code: str
    label: str
    unit: str
    value: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One check of the dossier form over the sample: `passed` of the `applied` dossiers that it is for."""

    code: str
    text: str
    critical: bool
    passed: int
    applied: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdue:
    """An overdue dossier of the sample; `delay` and `apology` in words, no apology is the empty text."""

    code: str
    procedure: str
    delay: str
    causes: tuple[str, ...] = ()
    apology: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleDossier:
    """A dossier that was checked, by its code only; `failed` are the codes of the checks it failed."""

    code: str
    procedure: str
    channel: str = ""
    stratum: str = ""
    passed: bool | None = None
    failed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """The dossiers checked, drawn from `population`; `method` says in words how, with the seed."""

    dossiers: tuple[SampleDossier, ...]
    checks: tuple[Check, ...] = ()
    overdue: tuple[Overdue, ...] = ()
    population: int | None = None
    method: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCount:
    """How far the unit's plan has come in an area, or as a whole; None is not counted."""

    name: str = ""
    tasks: int | None = None
    tasks_done: int | None = None
    activities: int | None = None
    activities_done: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(PlanCount):
    """Progress of the unit's own reform plan, at both of its levels: the two rates differ.

    `areas` counts the areas of the plan; `by_area` are those that were counted, if any was.
    """

    areas: int | None = None
    by_area: tuple[PlanCount, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """A task or an activity of the plan that is worth naming."""

    text: str
    level: PlanLevel = "task"
    responsible: str = ""
    due_on: date | None = None
    done_on: date | None = None
    state: PlanState = "under_way"
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Initiative:
    """A model or an initiative, who registered it, what it brought."""

    name: str
    unit: str = ""
    state: InitiativeState = "registered"
    effect: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A fault of the software, and what was done about it."""

    text: str
    system: str = ""
    happened_on: date | None = None
    dossiers: int | None = None
    reported_to: str = ""
    reported_on: date | None = None
    fixed_on: date | None = None
    state: FaultState = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A recommendation of an earlier visit, as it is found now."""

    text: str
    visit_on: date | None = None
    responsible: str = ""
    due_on: date | None = None
    state: FollowUpState = "open"
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document that the team was given."""

    title: str
    number: str = ""
    on: date | None = None
    issuer: str = ""
    form: PaperForm = "copy"
    item: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A photo or scan: the short code that its file is known by, what it shows, when it was taken.

    `content` is a small JPEG to be printed; a `withheld` one has none, since people can be known by it.
    """

    code: str
    caption: str = ""
    target: str = ""
    taken_at: datetime | None = None
    content: bytes = field(default=b"", repr=False)
    withheld: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OldQuestion:
    """An answer to a question that the present version of the checklist no longer asks."""

    code: str
    text: str
    answer: str
    version: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedBy:
    """Who signs for a party; `position` is printed for the unit, such as `CHỦ TỊCH`."""

    party: Party
    name: str
    position: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """What the team asks for, of whom, by when."""

    text: str
    responsible: str = ""
    due_on: date | None = None
    basis: str = ""
    repeats_on: date | None = None
    """The day of the earlier visit that recommended the same; None where none did."""
    disputed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesFacts:
    """All that the minutes say. Times with a zone are told in Vietnam's; times without one as they are.

    `unit` is how the unit is called in print (`UBND xã Thường Phước`). `team` and `hosts` are those who were
    there; `unticked` names those of whom nobody said whether they were. `models` counts the units that
    registered a model or initiative. `disputes` names open conflicts other than those of items, findings and
    recommendations. With `all_sign` the whole team signs; with `unsigned_reason` the unit does not.
    """

    superior: str
    issuer: str
    unit: str
    on: date | None
    number: str = ""
    symbol: str = "BB-ĐKT"
    kind: VisitKind = "planned"
    bases: tuple[str, ...] = ()
    place: str = ""
    started_at: datetime | None = None
    ended_at: datetime | None = None
    team: tuple[Person, ...] = ()
    hosts: tuple[Person, ...] = ()
    unticked: tuple[str, ...] = ()
    template: str = ""
    period_from: date | None = None
    period_to: date | None = None
    closed_at: datetime | None = None
    on_time: OnTime | None = None
    areas: tuple[Area, ...] = ()
    figures: tuple[Figure, ...] = ()
    sample: Sample | None = None
    plan: Plan | None = None
    plan_lines: tuple[PlanLine, ...] = ()
    models: int | None = None
    initiatives: tuple[Initiative, ...] = ()
    faults: tuple[Fault, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    papers: tuple[Paper, ...] = ()
    pictures: tuple[Picture, ...] = ()
    score: Score | None = None
    print_scores: bool = True
    strengths: str = ""
    shortcomings: str = ""
    causes: str = ""
    recommendations: tuple[Recommendation, ...] = ()
    opinion: str = ""
    copies: int = 3
    signers: tuple[SignedBy, ...] = ()
    all_sign: bool = False
    unsigned_reason: str = ""
    recipients: tuple[str, ...] = ()
    disputes: tuple[str, ...] = ()
    old_questions: tuple[OldQuestion, ...] = ()
    digest: str = ""

    @property
    def chapters(self) -> tuple[Area, ...]:
        """The areas that have a part of their own."""
        return tuple(area for area in self.areas if not area.bonus)

    @property
    def open_items(self) -> tuple[Item, ...]:
        """The mandatory items that nobody has answered."""
        return tuple(item for area in self.areas for item in area.items if item.required and not item.closed)

    @property
    def without_evidence(self) -> tuple[Item, ...]:
        """The items that were answered without the photo or scan that they need."""
        return tuple(
            item
            for area in self.areas
            for item in area.items
            if item.evidence_required and not item.evidence and item.closed and not item.not_applicable
        )
