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

WORDS = {
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
    "team": mark("Inspection team"),
    "unit": mark("Inspected unit"),
}
"""What the stored names of severities, causes, kinds of visit and sides are called."""
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
    models_registered: int | None = None
    software_faults: str = ""
    """One fault of the one-stop software a line."""


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
    position: int = 0


class Answer(Record):
    """What was found for one item. `value` is text as XForms writes it (`"18"`, `"2026-11-24"`, `"a b"`),
    or, for an item of several questions, a mapping of question name to such text; None while unanswered."""

    kind = "answer"
    value: Any = None
    not_applicable: bool = False
    reason: str = ""
    note: str = ""
    self_points: str = ""


class Finding(Record):
    """A shortcoming (tồn tại, hạn chế), usually of one item."""

    kind = "finding"
    item: str = ""
    text: str = ""
    severity: Severity = "notable"
    cause: Cause | None = None
    position: int = 0


class Recommendation(Record):
    """What the team asks for (kiến nghị): by whom and by when."""

    kind = "recommendation"
    item: str = ""
    finding: str = ""
    text: str = ""
    responsible: str = ""
    due_on: date | None = None
    position: int = 0


class Dossier(Record):
    """A dossier checked on the spot; its check answers are `answer` records under `<id>/`."""

    kind = "dossier"
    code: str = ""
    procedure: str = ""
    field: str = ""
    channel: str = ""
    stratum: str = ""
    position: int = 0


class Device(Record):
    """A laptop that wrote in this visit; travels with it, so that every value names its author's machine."""

    kind = "device"
    label: str = ""
    person: str = ""
    public_key: str = ""


KINDS: dict[str, type[Record]] = {
    model.kind: model for model in (Visit, Participant, Answer, Finding, Recommendation, Dossier, Device)
}
