"""What the services hand to the window and the command line: frozen values, nothing that reads a disk.

A view is a snapshot. An act returns what it changed; whoever shows a snapshot replaces those parts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

from inspector_app.domain import records
from inspector_app.domain.records import RecordId, VisitId

if TYPE_CHECKING:  # the window shows views before it loads the engine of the forms
    from inspector_app.forms.comparison import Verdict

R = TypeVar("R", bound=records.Record)

ItemStatus = Literal["open", "required", "answered", "not_applicable", "invalid"]
"""`required` is open and mandatory; `invalid` holds a value that does not pass its checks."""


@dataclass(frozen=True, slots=True)
class Touched:
    """A record that an act changed."""

    stream: str
    kind: str
    record: str


@dataclass(frozen=True, slots=True)
class Saved:
    """Proof that an act is durable: since when, and what it touched."""

    at: datetime
    what: frozenset[Touched] = frozenset()


# --- people and visits ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Profile:
    """The person at this laptop, and what the laptop is called."""

    name: str
    title: str = ""
    organisation: str = ""
    laptop: str = ""


@dataclass(frozen=True, slots=True)
class NewVisit:
    """What the office or the lead says when a visit is planned."""

    unit_code: str
    on: date
    title: str = ""
    visit_kind: records.VisitKind = "planned"
    place: str = ""
    template: str = ""
    """The digest of the checklist; the latest default one where none is named."""


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A line of the visits list. `index` is None while nothing is scored."""

    id: VisitId
    unit_name: str
    unit_code: str
    province: str
    title: str
    on: date | None
    visit_kind: records.VisitKind
    answered: int
    total: int
    open_required: int
    conflicts: int
    index: Decimal | None
    provisional: bool
    classification: str


@dataclass(frozen=True, slots=True)
class Listed(Generic[R]):
    """A record with its id, the fields of it in dispute, and who began it."""

    id: RecordId
    record: R
    disputed: frozenset[str] = frozenset()
    author: str = ""


@dataclass(frozen=True, slots=True)
class VisitCard:
    """A visit with its lists, in their order."""

    id: VisitId
    visit: records.Visit
    unit: str
    """As printed: "UBND xã Thường Phước"."""
    participants: tuple[Listed[records.Participant], ...]
    findings: tuple[Listed[records.Finding], ...]
    recommendations: tuple[Listed[records.Recommendation], ...]
    follow_ups: tuple[Listed[records.FollowUp], ...] = ()
    documents: tuple[Listed[records.Document], ...] = ()
    plan_areas: tuple[Listed[records.PlanArea], ...] = ()
    plan_lines: tuple[Listed[records.PlanLine], ...] = ()
    initiatives: tuple[Listed[records.Initiative], ...] = ()
    software_faults: tuple[Listed[records.SoftwareFault], ...] = ()


# --- templates -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TemplateReport:
    """A workbook that was found sound: what it holds, and what its author may want to look at.

    `areas` are (name, items, points); `warnings` are sentences with their cells.
    """

    digest: str
    form_id: str
    version: str
    title: str
    items: int
    points: Decimal
    areas: tuple[tuple[str, int, Decimal], ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A line of the list of published checklists; `used_by` counts visits."""

    digest: str
    form_id: str
    version: str
    title: str
    items: int
    points: Decimal
    used_by: int


@dataclass(frozen=True, slots=True)
class TemplateName:
    """Which published checklist: its identity, and how people call it."""

    digest: str
    form_id: str
    version: str
    title: str


@dataclass(frozen=True, slots=True)
class MoveLine:
    """What becomes of one answer when its visit moves to another version.

    `verdict` is same, carries, decide or old; `keepable` says whether the answer can stand as it is.
    """

    item: str
    label: str
    answer: str
    verdict: "Verdict"
    reasons: tuple[str, ...]
    keepable: bool


@dataclass(frozen=True, slots=True)
class MovePreview:
    """What a move would do: the fate of every answer, the questions that come, other changes in words."""

    visit: VisitId
    old: TemplateName
    new: TemplateName
    lines: tuple[MoveLine, ...]
    added: tuple[str, ...]
    settings: tuple[str, ...]


# --- the checklist -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """A choice on offer, with the points it earns where it is scored.

    `media` are the files shown or played with it: form (`image`, `audio`, `video`) → name.
    """

    name: str
    label: str
    points: Decimal | None
    media: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class LeafView:
    """One question of an item. `type` is the XForms data type; `control` what asks for it."""

    key: str
    label: str
    hint: str
    type: str
    control: str
    appearance: str
    value: str
    error: str
    warning: str
    required: bool
    readonly: bool
    relevant: bool
    computed: bool
    choices: tuple[ChoiceView, ...] = ()
    guidance: str = ""
    """What is said at more length to whoever wants to know."""
    settings: Mapping[str, str] = field(default_factory=dict[str, str])
    """How its control was set by the author: `start`, `end`, `step` of a range, `mediatype` of a file."""
    media: Mapping[str, str] = field(default_factory=dict[str, str])
    """The files shown or played with its label: form (`image`, `big-image`, `audio`, `video`) → name."""
    critical: bool = False
    """Of a check: failing it fails the dossier (★)."""


@dataclass(frozen=True, slots=True)
class FormLine:
    """A line of a generic form: a group title (`leaf` None) or a question, at a depth.

    `repeat` marks a repeat (`ho[1]/con`) and each of its instances (`ho[1]/con[2]`); `fixed` says of a repeat
    that the form itself counts its instances. `disputed`: laptops differ on the answer, or on whether the
    instance is there.
    """

    key: str
    depth: int
    title: str
    leaf: LeafView | None
    repeat: bool = False
    fixed: bool = False
    disputed: bool = False
    media: Mapping[str, str] = field(default_factory=dict[str, str])
    """The files shown or played with the title of a group, by form as in `LeafView`."""


@dataclass(frozen=True, slots=True)
class GroupView:
    """A group between an area and its items: how its title stands now, and how it wants to look."""

    name: str
    title: str
    appearance: str
    media: Mapping[str, str] = field(default_factory=dict[str, str])
    """The files shown or played with its title, by form as in `LeafView`."""


@dataclass(frozen=True, slots=True)
class ItemView:
    """One item of the checklist as it stands; `points` and `rate` are rounded for showing."""

    code: str
    area: str
    text: str
    criterion: str
    editor: str
    """Names the editor in the window's registry (`services/questions.py: editor_of`)."""
    unit: str
    leaves: tuple[LeafView, ...]
    numerator: Decimal | None
    denominator: Decimal | None
    numerator_text: str
    """How the side is made: the leaf's label, or "SL08 + SL09" where it comes from base figures."""
    denominator_text: str
    rate: Decimal | None
    points: Decimal | None
    max_points: Decimal | None
    self_points: Decimal | None
    status: ItemStatus
    disputed: bool
    relevant: bool
    required: bool
    na_allowed: bool
    not_applicable: bool
    reason: str
    note: str
    error: str
    warning: str
    findings: int
    rule_text: str
    basis: str
    documents: tuple[str, ...]
    source: str
    comment: str
    standard_finding: str
    action: str
    days: int | None
    lines: tuple[FormLine, ...] = ()
    """What a repeat holds: its instances with their questions."""
    fixed: bool = False
    """Of a repeat: the form itself counts its instances."""
    groups: tuple[GroupView, ...] = ()
    """The groups around the item inside its area, the outermost first."""
    evidence_required: bool = False
    """Whether the answer needs a photo or a scan; how many there are stands in `evidence`."""
    evidence: int = 0
    basis_from: date | None = None
    basis_to: date | None = None
    """From when and until when the legal basis applies."""
    section: str = ""
    """Where in the minutes its text belongs: `uu_diem`, `ton_tai`, `y_kien`, or "" for its area."""
    step: Decimal | None = None
    """The steps in which points are given by hand."""
    self_value: str = ""
    """What the unit reported for it."""
    media: Mapping[str, str] = field(default_factory=dict[str, str])
    """The files shown or played with its words, by form as in `LeafView`."""


@dataclass(frozen=True, slots=True)
class AreaView:
    """An area of the checklist with its progress."""

    code: str
    name: str
    scored: bool
    points: Decimal
    max_points: Decimal
    answered: int
    total: int
    open_required: int
    findings: int
    disputed: int
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The foot of the checklist. `index` is None while nothing is scored."""

    index: Decimal | None
    provisional: bool
    classification: str
    answered: int
    total: int
    open_required: int
    disputed: int


@dataclass(frozen=True, slots=True)
class OldQuestion:
    """An answer whose question the visit's present checklist no longer has."""

    item: str
    label: str
    answer: str
    note: str
    version: str


@dataclass(frozen=True, slots=True)
class ChecklistView:
    """A visit's whole checklist."""

    visit: VisitId
    unit: str
    title: str
    on: date | None
    areas: tuple[AreaView, ...]
    items: Mapping[str, ItemView]
    summary: Summary
    saved_at: datetime | None
    old_questions: tuple[OldQuestion, ...] = ()
    languages: Mapping[str, str] = field(default_factory=dict[str, str])
    """The languages that the form has: as its author wrote them → what people call them."""
    language: str = ""
    """The one of them that the view speaks."""


@dataclass(frozen=True, slots=True)
class Delta:
    """What an act on the checklist changed: whole new views of the items and areas that look different."""

    saved: Saved
    items: tuple[ItemView, ...]
    areas: tuple[AreaView, ...]
    summary: Summary


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One act on an item: who, when, on which laptop, what."""

    at: datetime
    author: str
    laptop: str
    text: str


# --- dossiers ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DossierRow:
    """A checked dossier; `passed` is None while its critical checks are open.

    `failed` are all checks that failed, `critical` those of them that fail the dossier.
    """

    id: RecordId
    code: str
    procedure: str
    field: str
    channel: str
    stratum: str
    passed: bool | None
    failed: tuple[str, ...]
    overdue: bool
    critical: tuple[str, ...] = ()
    second: bool = False
    """A second check of a dossier; another one was said to be the main one, and this one counts nowhere."""


@dataclass(frozen=True, slots=True)
class DossierView:
    """A dossier with the lines of its form that apply, in one of the languages of the form."""

    row: DossierRow
    lines: tuple[FormLine, ...]
    languages: Mapping[str, str] = field(default_factory=dict[str, str])
    """As in `ChecklistView`."""
    language: str = ""


@dataclass(frozen=True, slots=True)
class DossierSaved:
    """An act on a dossier, with the dossier as it then stands."""

    saved: Saved
    view: DossierView


# --- evidence ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Link:
    """What a photo or scan shows: an item, a dossier, a finding; the visit as a whole where all are empty."""

    item: str = ""
    dossier: str = ""
    finding: str = ""


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """Something that evidence may be linked to, in words; `area` is the code of its area, or ""."""

    link: Link
    text: str
    area: str


@dataclass(frozen=True, slots=True)
class EvidenceSide:
    """One of the pictures that laptops made of the same one."""

    file: records.StoredFile
    author: str
    laptop: str


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A photo or scan as it stands. `here`: its file has arrived; `removed`: it was taken off the list."""

    id: RecordId
    record: records.Evidence
    file: records.StoredFile
    link: Link
    target: str
    """What it shows, in words; "" for the visit as a whole."""
    area: str
    here: bool
    removed: bool
    author: str
    laptop: str
    at: datetime
    sides: tuple[EvidenceSide, ...] = ()
    """The pictures in dispute, where laptops marked it differently."""


@dataclass(frozen=True, slots=True)
class EvidenceList:
    """The evidence of a visit in its order, what can be linked to, and the areas by code."""

    rows: tuple[EvidenceRow, ...]
    targets: tuple[LinkTarget, ...]
    areas: Mapping[str, str]


# --- hand-over and merging -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """What another workspace or a mirror brought: its visits, changes, photos and scans."""

    visits: int
    new: int
    known: int
    files: int
    saved: Saved


Sealing = Literal["plain", "team", "passphrase"]
"""Who can open a bundle: everybody, the laptops of its visit, or whoever is told the passphrase."""


BundleKind = Literal["assignment", "hand-over", "return", "receipt", "templates", "reference"]
"""What a bundle is for (`exchange/bundle.py`)."""
Pictures = Literal["all", "thumbnails", "none"]
"""What goes along of photos and scans."""


@dataclass(frozen=True, slots=True)
class ExportReport:
    """A bundle that was written; `fingerprint` names this laptop."""

    file: Path
    visits: tuple[VisitId, ...]
    unit: str
    """The units of the visits."""
    changes: int
    size: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Holder:
    """Another laptop, and how many of the items answered on this one it said to hold, at its own time."""

    device: str
    laptop: str
    person: str
    role: str
    holds: int
    written: int
    at: datetime


@dataclass(frozen=True, slots=True)
class ReceivedVisit:
    """What a bundle brought to one visit."""

    visit: VisitId
    unit: str
    new: int
    known: int
    disputed: int
    missing: tuple[str, ...] = ()
    """Names of the files that the visit's answers need and that have not arrived yet."""
    barred: int = 0
    """How many of the new changes wait in quarantine, since their laptop is not admitted."""
    agreed: int = 0
    """On how many records laptops had said the same, without knowing of each other."""
    same: bool = False
    """Whether this laptop and the sender's now hold exactly the same."""


ReferenceName = Literal["units", "calendar"]
"""What is looked up and can be given out: the communes, the working days."""


@dataclass(frozen=True, slots=True)
class ReferenceInUse:
    """What is in use of one kind: by whom it was given, when; by nobody: it ships with the program."""

    name: ReferenceName
    person: str = ""
    laptop: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class BroughtReference:
    """What a bundle brought to look up."""

    taken: tuple[ReferenceName, ...] = ()
    """In use from now on."""
    older: tuple[ReferenceName, ...] = ()
    """Not taken: what is in use was given later."""


@dataclass(frozen=True, slots=True)
class ReceiveReport:
    """What a bundle brought. Receiving it again gives `new` 0 and changes nothing."""

    file: str
    kind: BundleKind
    sender: str
    laptop: str
    fingerprint: str
    new: int
    known: int
    templates: int
    """How many checklists came that were not here."""
    reference: BroughtReference
    visits: tuple[ReceivedVisit, ...]
    forks: tuple[str, ...]
    """Laptops whose history split in two (a restored disk, or tampering), until acknowledged."""
    saved: Saved


@dataclass(frozen=True, slots=True)
class Destination:
    """An address to deliver to, as it may be shown: who signs in there, and which secrets are kept for it."""

    address: str
    user: str = ""
    has_password: bool = False
    has_passphrase: bool = False


@dataclass(frozen=True, slots=True)
class Delivered:
    """A file that was left at an address; `size` in bytes. A receipt only says what is held here."""

    file: str
    visit: VisitId
    unit: str
    changes: int
    size: int
    receipt: bool


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A file at an address that was left alone, and why."""

    file: str
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """What a delivery brought and sent. Again: nothing, unless something is new on either side."""

    address: str
    received: tuple[ReceiveReport, ...]
    sent: tuple[Delivered, ...]
    refused: tuple[NotTaken, ...]
    nobody: tuple[str, ...]
    """Units of visits that were not sent: no other laptop of theirs is known, and no passphrase agreed."""


# --- minutes and upkeep --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes as they stand: the PDF for preview and print, what to see to before signing."""

    pdf: bytes
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WrittenMinutes:
    """The minutes on the disk, with what to see to before signing."""

    pdf: Path
    docx: Path
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """Whether the workspace is whole, what was counted, each fault in words."""

    ok: bool
    changes: int
    streams: int
    devices: int
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recovered:
    """A draft that a crash left behind and that is now an ordinary change."""

    visit: VisitId
    unit: str
    item: str
    text: str
