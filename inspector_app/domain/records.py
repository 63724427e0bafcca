"""The kinds of record that a visit is made of: one frozen model per kind.

A record lives in the ledger as changes to its fields; these models are what the fields fold into. Every field
has a default, since a record may be known by a part of its fields only. The projection tables take their
columns from here (`storage/projections.py`), so a new kind or field is one edit.
"""

from datetime import date, datetime
from typing import Any, ClassVar, Literal, NewType

from pydantic import BaseModel, ConfigDict

from inspector_app.i18n import mark

VisitId = NewType("VisitId", str)
"""UUIDv7; also the visit's stream in the ledger and the id of its `visit` record."""
RecordId = NewType("RecordId", str)
"""UUIDv7, or for an answer the item's key: `CD04`, or `<dossier id>/H01` on a dossier's form."""
DeviceId = NewType("DeviceId", str)
"""Derived from the device's public key."""

Side = Literal["team", "unit"]
VisitKind = Literal["planned", "topical", "unannounced"]
OnTime = Literal["A", "B", "C"]
"""What counts as on time: the day of finishing, the day of handing over, or the hour net of pauses."""
Cause = Literal["people", "software", "coordination", "resources", "citizen", "other"]
Severity = Literal["minor", "notable", "serious"]
Attendance = Literal["unknown", "present", "late", "absent"]
PlanLevel = Literal["task", "activity"]
"""A plan has tasks (nhiệm vụ), and each task has activities (hoạt động); they are counted apart."""
PlanState = Literal["on_time", "overdue", "under_way", "not_begun", "dropped"]
InitiativeState = Literal["registered", "applied", "recognised", "dropped"]
FaultState = Literal["open", "reported", "fixed"]
PaperForm = Literal["original", "copy", "electronic"]
Role = Literal["office", "lead", "member", "observer"]
"""What a laptop may be admitted as in a visit."""
FollowUpState = Literal["open", "fixed", "partly", "not_fixed", "obsolete"]

WORDS = {
    "office": mark("The office"),
    "lead": mark("Lead of the team"),
    "member": mark("Member of the team"),
    "observer": mark("Reads along"),
    "minor": mark("Minor"),
    "notable": mark("Notable"),
    "serious": mark("Serious"),
    "people": mark("People"),
    "software": mark("Software or systems"),
    "coordination": mark("Coordination between offices"),
    "resources": mark("Staff or means lacking"),
    "citizen": mark("Citizen or business"),
    "other": mark("Other"),
    "planned": mark("Planned"),
    "topical": mark("Topical"),
    "unannounced": mark("Unannounced"),
    "unknown": mark("Not ticked"),
    "present": mark("Present"),
    "late": mark("Late"),
    "absent": mark("Absent"),
    "task": mark("Task"),
    "activity": mark("Activity"),
    "on_time": mark("Done on time"),
    "overdue": mark("Behind schedule"),
    "under_way": mark("Under way"),
    "not_begun": mark("Not begun"),
    "dropped": mark("Dropped"),
    "registered": mark("Registered"),
    "applied": mark("Applied, with measured results"),
    "recognised": mark("Recognised"),
    "open": mark("Open"),
    "reported": mark("Reported"),
    "fixed": mark("Fixed"),
    "partly": mark("Fixed in part"),
    "not_fixed": mark("Not fixed"),
    "obsolete": mark("No longer applies"),
    "original": mark("Original"),
    "copy": mark("Copy"),
    "electronic": mark("Electronic"),
    "team": mark("Inspection team"),
    "unit": mark("Inspected unit"),
}
"""What the stored names of severities, causes, states, kinds of visit and sides are called."""
HONORIFICS = ("Ông", "Bà")
LEAD, DEPUTY, SECRETARY, MEMBER = "Trưởng đoàn", "Phó Trưởng đoàn", "Thư ký", "Thành viên"
ROLES = (LEAD, DEPUTY, SECRETARY, MEMBER)
"""Roles in the team as the minutes print them; another may be typed."""


class Record(BaseModel):
    """A record as it stands: its fields folded from the ledger."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    kind: ClassVar[str] = ""


class Visit(Record):
    """One inspection of one unit. The unit's name is kept as it was on the day of the visit."""

    kind = "visit"
    unit_code: str = ""
    unit_name: str = ""
    unit_kind: str = ""
    province: str = ""
    title: str = ""
    on: date | None = None
    visit_kind: VisitKind = "planned"
    template: str = ""
    dossier_template: str = ""
    place: str = ""
    started_at: datetime | None = None
    ended_at: datetime | None = None
    period_from: date | None = None
    period_to: date | None = None
    superior: str = ""
    issuer: str = ""
    number: str = ""
    symbol: str = "BB-ĐKT"
    decision: str = ""
    plan: str = ""
    unit_opinion: str = ""
    copies: int = 3
    on_time: OnTime = "A"
    plan_areas: int | None = None
    plan_tasks: int | None = None
    plan_tasks_done: int | None = None
    plan_activities: int | None = None
    plan_activities_done: int | None = None
    """The plan's totals as the unit reports them; where the plan is counted by area (`PlanArea`), the sums of
    the areas stand instead."""
    models_registered: int | None = None
    """How many units registered models, as reported; the models themselves are `Initiative` records."""
    print_scores: bool = True
    """Whether the minutes say the scores; some provinces announce them in the conclusions only."""
    all_sign: bool = False
    """Whether all members of the team sign, not only the lead and the secretary."""
    unsigned_reason: str = ""
    """Why the unit does not sign the minutes; empty where it signs."""
    witness: str = ""
    """Who saw that the unit did not sign."""


class Participant(Record):
    """A person at the visit, of the team or of the inspected unit."""

    kind = "participant"
    side: Side = "team"
    honorific: str = ""
    name: str = ""
    title: str = ""
    organisation: str = ""
    role: str = ""
    areas: tuple[str, ...] = ()
    """The areas of the checklist dealt to this member."""
    attendance: Attendance = "unknown"
    device: str = ""
    """The laptop of this member; set by its owner, so that a member is known among the names."""
    position: int = 0

    @property
    def here(self) -> bool:
        """Whether this person came, in time or not."""
        return self.attendance in ("present", "late")


class Answer(Record):
    """What was found for one item. `value` is text as XForms writes it (`"18"`, `"2026-11-24"`, `"a b"`),
    or, for an item of several questions, a mapping of question name to such text; None while unanswered."""

    kind = "answer"
    value: Any = None
    not_applicable: bool = False
    reason: str = ""
    note: str = ""
    self_points: str = ""
    """What the unit gave itself, as it reported."""
    self_value: str = ""
    """What the unit reported for the item: a figure, "18 / 26", "95.5%", a choice in words."""
    self_note: str = ""
    """What the unit says to it: its papers, its reasons."""


class Finding(Record):
    """A shortcoming (tồn tại, hạn chế), usually of one item."""

    kind = "finding"
    item: str = ""
    text: str = ""
    severity: Severity = "notable"
    cause: Cause | None = None
    responsible: str = ""
    """Whose shortcoming it is: a body or an office."""
    basis: str = ""
    dossiers: tuple[str, ...] = ()
    """Ids of the dossiers that show it."""
    position: int = 0


class Recommendation(Record):
    """What the team asks for (kiến nghị): by whom and by when."""

    kind = "recommendation"
    item: str = ""
    finding: str = ""
    earlier: str = ""
    """The recommendation of an earlier visit that it repeats: a `FollowUp` of the same visit, by its id."""
    text: str = ""
    responsible: str = ""
    due_on: date | None = None
    basis: str = ""
    position: int = 0


class StateBefore(BaseModel):
    """What a visit in between found of a recommendation."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    on: date | None = None
    state: FollowUpState = "open"
    note: str = ""


class FollowUp(Record):
    """A recommendation of an earlier visit of the same unit, as it is found now.

    Its id is the recommendation's; the words of the earlier visit travel with it, since a member's laptop may
    never have held that visit.
    """

    kind = "follow_up"
    visit: str = ""
    visit_on: date | None = None
    item: str = ""
    text: str = ""
    responsible: str = ""
    due_on: date | None = None
    finding: str = ""
    """The words of the finding behind it."""
    before: tuple[StateBefore, ...] = ()
    """What visits in between found, the earliest first."""
    state: FollowUpState = "open"
    note: str = ""
    position: int = 0


class EarlierVisit(Record):
    """What the last visit of the same unit found, kept in this visit so that it travels with it.

    Its id is the earlier visit's. `answers` has, by item: `text`, `points`, `note`.
    """

    kind = "earlier_visit"
    on: date | None = None
    title: str = ""
    index: str = ""
    answers: Any = None


class StoredFile(BaseModel):
    """A file that the workspace keeps: its SHA-256, what it is, its size in bytes, pixels and pages."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    digest: str = ""
    media_type: str = ""
    size: int = 0
    width: int = 0
    height: int = 0
    pages: int = 0


class Evidence(Record):
    """A photo or scan (minh chứng); of an item, a dossier or a finding, or of the visit as a whole."""

    kind = "evidence"
    item: str = ""
    dossier: str = ""
    finding: str = ""
    file: StoredFile | None = None
    """None once it was erased for good. A picture marked on two laptops is one dispute, of this field."""
    name: str = ""
    original: str = ""
    """SHA-256 of the file as it was given, before it was made smaller or marked."""
    caption: str = ""
    withheld: bool = False
    """Not to be printed: people can be known by it, or nobody has looked at it yet."""
    taken_at: datetime | None = None
    position: int = 0


class Document(Record):
    """A paper that the team was given (tài liệu đã nhận)."""

    kind = "document"
    title: str = ""
    number: str = ""
    on: date | None = None
    issuer: str = ""
    form: PaperForm = "copy"
    item: str = ""
    note: str = ""
    position: int = 0


class PlanArea(Record):
    """How far the unit's plan has come in one area, in tasks and in activities; its id is the area's code."""

    kind = "plan_area"
    tasks: int | None = None
    tasks_done: int | None = None
    activities: int | None = None
    activities_done: int | None = None
    note: str = ""


class PlanLine(Record):
    """A task or an activity of the plan that is worth naming, mostly because it is late."""

    kind = "plan_line"
    level: PlanLevel = "task"
    area: str = ""
    text: str = ""
    responsible: str = ""
    due_on: date | None = None
    done_on: date | None = None
    state: PlanState = "under_way"
    reason: str = ""
    position: int = 0


class Initiative(Record):
    """A model or an initiative that the unit registered (mô hình, sáng kiến)."""

    kind = "initiative"
    name: str = ""
    unit: str = ""
    """Who registered it: the commune, or one of its offices."""
    area: str = ""
    registered_on: date | None = None
    state: InitiativeState = "registered"
    effect: str = ""
    position: int = 0


class SoftwareFault(Record):
    """A fault of the one-stop software, as the unit logged it or the team saw it."""

    kind = "software_fault"
    text: str = ""
    system: str = ""
    happened_on: date | None = None
    dossiers: int | None = None
    """How many dossiers it touched."""
    reported_to: str = ""
    reported_on: date | None = None
    fixed_on: date | None = None
    state: FaultState = "open"
    position: int = 0


class Dossier(Record):
    """A dossier checked on the spot; its check answers are `answer` records under `<id>/`."""

    kind = "dossier"
    code: str = ""
    procedure: str = ""
    field: str = ""
    channel: str = ""
    stratum: str = ""
    main_check: str = ""
    """Of several checks of the same dossier the one that counts, by its id; each of them says so."""
    position: int = 0


class Device(Record):
    """A laptop that wrote in this visit; travels with it, so that every value names its author's machine."""

    kind = "device"
    label: str = ""
    person: str = ""
    public_key: str = ""
    recipient: str = ""
    """The age public key to seal for this laptop."""


class Admission(Record):
    """A laptop's place in a visit, given by a higher place; its id is the device (`domain/authority.py`)."""

    kind = "admission"
    role: Role = "member"
    person: str = ""
    laptop: str = ""
    recipient: str = ""
    """The age public key to seal for a laptop that has written nothing yet."""
    until_on: date | None = None
    """The last day on which what it writes counts; None for as long as the visit lasts."""
    revoked: bool = False
    succeeds: str = ""
    """The device of the same workspace whose place it takes over."""
    old_key: str = ""
    proof: str = ""
    """The old device's public key, and its signature that it goes on as this one (base64)."""


KINDS: dict[str, type[Record]] = {
    model.kind: model
    for model in (
        Visit,
        Participant,
        Answer,
        Finding,
        Recommendation,
        FollowUp,
        EarlierVisit,
        Evidence,
        Document,
        PlanArea,
        PlanLine,
        Initiative,
        SoftwareFault,
        Dossier,
        Device,
        Admission,
    )
}
