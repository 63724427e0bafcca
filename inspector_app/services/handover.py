"""Hand-over: a visit goes out as a bundle, bundles and receipts come in, and who holds what.

Receiving is the ledger's union; what people must decide afterwards is `merging.py`.
"""

import itertools
from collections.abc import Collection, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Final, get_args

from inspector_app.collector import resting
from inspector_app.domain.changes import Sealed, Tip, state_of
from inspector_app.domain.errors import (
    BundleDamaged,
    BundleGap,
    FileTrouble,
    LaptopUnknown,
    NobodyAdmitted,
    ReferenceFromStranger,
    ReferenceRefused,
    TemplateRefused,
    TemplateUnknown,
    WeakPassphrase,
)
from inspector_app.domain.files import shown_name
from inspector_app.domain.records import (
    Answer,
    Device,
    Participant,
    Visit,
    VisitId,
)
from inspector_app.domain.rules import RuleProblem
from inspector_app.exchange import bundle
from inspector_app.exchange.container import Keys, Seal
from inspector_app.exchange.keys import SigningKey, fingerprint
from inspector_app.forms.form import Form
from inspector_app.i18n import tr
from inspector_app.services.arrivals import keep_arrival
from inspector_app.services.checklists import Checklists, unit_name
from inspector_app.services.desk import PINS, Desk
from inspector_app.services.evidence import Evidence
from inspector_app.services.reference import NAMES, fault_in
from inspector_app.services.templates import Template
from inspector_app.services.trust import Trust
from inspector_app.services.views import (
    BroughtReference,
    ExportReport,
    Holder,
    ReceivedVisit,
    ReceiveReport,
    ReferenceName,
    Saved,
    Sealing,
    Touched,
)
from inspector_app.storage.holdings import Holding
from inspector_app.storage.ledger import Received, Vouched
from inspector_app.storage.workspace import MINIMUM_PASSPHRASE, StoredReference, StoredTemplate
from inspector_app.text import ascii_name, format_date, nfc

_FILE_WORDS: Final[Mapping[bundle.Kind, str]] = {
    "assignment": "giao",
    "hand-over": "",
    "return": "nop_so",
    "receipt": "bien_nhan",
    "templates": "mau_phieu",
    "reference": "danh_muc",
}
"""What a file's name says of its kind."""


class Handover:
    """What leaves and enters this workspace."""

    def __init__(self, desk: Desk, checklists: Checklists, evidence: Evidence, trust: Trust) -> None:
        self._desk = desk
        self._checklists = checklists
        self._evidence = evidence
        self._trust = trust

    # --- export ------------------------------------------------------------------------------------

    def export(
        self,
        visit: VisitId,
        target: Path,
        to: str = "",
        sealing: Sealing = "plain",
        passphrase: str = "",
        pictures: bundle.Pictures = "all",
        *,
        to_office: bool = False,
    ) -> ExportReport:
        """Write a visit's bundle into a folder (named as the field expects) or to a file.

        Everything this workspace knows of the visit goes along, whoever wrote it; to a laptop that said what
        it holds (`to`), only what it lacks; `to_office`: the team gives the visit back. Raises LaptopUnknown,
        WeakPassphrase, FileTrouble; then no half-written file remains.
        """
        seal = self.seal(visit, sealing, passphrase)
        return self.export_for(visit, target, seal, to, pictures=pictures, to_office=to_office)

    def export_for(
        self,
        visit: VisitId,
        target: Path,
        seal: Seal | None,
        to: str = "",
        beyond: Holding | None = None,
        *,
        pictures: bundle.Pictures = "all",
        to_office: bool = False,
    ) -> ExportReport:
        """Write a visit's bundle as `export` does, for those whom the seal names; only what is `beyond` a
        place where the rest lies already."""
        workspace = self._desk.workspace
        ledger = workspace.ledger
        kind = "return" if to_office else "hand-over"
        photos: Iterable[str] = self._evidence.digests(visit)
        if not to and beyond is None:
            return self._write(kind, target, [visit], ledger.changes(visit), photos, seal, pictures)
        holding = beyond or next((each for each in workspace.holdings.of(visit) if each.device == to), None)
        if holding is None:
            raise LaptopUnknown(laptop=to)
        # What an unknown end stands for cannot be told: then all of that history goes along.
        known = [tip for tip in holding.tips if ledger.holds(visit, [tip])]
        forked = ledger.forks(visit)
        after = {tip.device: tip.seq for tip in known if tip.device not in forked}
        lacking = [digest for digest in photos if digest not in holding.evidence]
        return self._write(kind, target, [visit], ledger.changes(visit, after), lacking, seal, pictures)

    def assign(self, visits: Sequence[VisitId], target: Path) -> ExportReport:
        """Give visits to their teams: the roster, the checklists and all that is known, in one bundle, sealed
        for the laptops that these visits admit. Raises NobodyAdmitted, FileTrouble."""
        for visit in visits:
            if not self._trust.recipients(visit):
                record = self._desk.visit(visit)
                raise NobodyAdmitted(unit=unit_name(record.unit_kind, record.unit_name))
        recipients = {each for visit in visits for each in self._trust.recipients(visit)}
        ledger = self._desk.workspace.ledger
        changes = itertools.chain.from_iterable(map(ledger.changes, visits))
        photos = itertools.chain.from_iterable(map(self._evidence.digests, visits))
        return self._write("assignment", target, visits, changes, photos, self._for(recipients))

    def give_templates(self, digests: Sequence[str], target: Path) -> ExportReport:
        """Give out checklists, for whoever begins visits with them. Raises TemplateUnknown, FileTrouble."""
        missing = next((d for d in digests if self._desk.workspace.template(d) is None), None)
        if missing is not None:
            raise TemplateUnknown(template=missing)
        return self._write("templates", target, (), templates=digests)

    def give_reference(self, files: Mapping[ReferenceName, Path], target: Path) -> ExportReport:
        """Give out newer communes or working days, which are in use here too from then on.

        Raises ReferenceRefused, FileTrouble, SaveFailed; nothing was written and nothing is in use then.
        """
        contents: dict[str, bytes] = {name: _reference_in(name, file) for name, file in files.items()}
        me, at = self._desk.me, self._desk.reference.next_at(self._desk.now_ms())
        with self._desk.workspace.transaction():
            self._desk.reference.take(
                (StoredReference(name, self._desk.key.device, me.name, me.laptop, at), content)
                for name, content in contents.items()
            )
            return self._write("reference", target, (), reference=contents, at=at)

    def card(self, target: Path) -> ExportReport:
        """Write who this laptop is, for an office that is to assign it a visit. Raises FileTrouble."""
        return self.receipts((), target)

    def seal(self, visit: VisitId, sealing: Sealing, passphrase: str = "") -> Seal | None:
        """Who is to open what goes out of a visit. Raises WeakPassphrase."""
        if sealing == "plain":
            return None
        if sealing == "passphrase":
            if len(nfc(passphrase)) < MINIMUM_PASSPHRASE:
                raise WeakPassphrase(minimum=MINIMUM_PASSPHRASE)
            return Seal(passphrase=nfc(passphrase))
        return self._for(self._trust.recipients(visit))

    def _for(self, recipients: Iterable[str]) -> Seal:
        """A seal that these laptops can open, and this one, which must be able to read what it wrote."""
        return Seal(recipients=tuple(sorted({*recipients, self._desk.key.recipient})))

    def receipt(self, visit: VisitId, target: Path, seal: Seal | None = None) -> ExportReport:
        """Write what this laptop holds of a visit, for those who sent it. Raises FileTrouble."""
        return self.receipts([visit], target, seal)

    def receipts(self, visits: Sequence[VisitId], target: Path, seal: Seal | None = None) -> ExportReport:
        """Write what this laptop holds of visits; of none it only says who it is. Raises FileTrouble."""
        return self._write("receipt", target, visits, seal=seal)

    def _write(
        self,
        kind: bundle.Kind,
        target: Path,
        visits: Sequence[VisitId],
        changes: Iterable[Sealed] = (),
        photos: Iterable[str] = (),
        seal: Seal | None = None,
        pictures: bundle.Pictures = "all",
        templates: Iterable[str] = (),
        reference: Mapping[str, bytes] = MappingProxyType({}),
        at: int | None = None,
    ) -> ExportReport:
        """Write a bundle about these visits, with the checklists that they are pinned to where it brings
        their changes, and with these `templates`; made now, or `at` (milliseconds since 1970)."""
        workspace = self._desk.workspace
        records = {visit: self._desk.visit(visit) for visit in visits}
        units = {visit: unit_name(each.unit_kind, each.unit_name) for visit, each in records.items()}
        counts = {visit: workspace.ledger.count(visit) for visit in visits}
        name = self._file_name(kind, tuple(records.values()), sum(counts.values()))
        file = target / name if target.is_dir() else target
        if not file.parent.is_dir():
            raise FileTrouble(file=file, reason=tr("the folder does not exist"))
        pinned = {each for visit in visits for each in self._desk.templates_of(visit)}
        wanted = {*templates, *(pinned if kind != "receipt" else ())}
        stored = {digest: workspace.template(digest) for digest in sorted(wanted)}
        me, evidence = self._desk.me, workspace.evidence
        said = [_summary(kind, units[each], records[each], counts[each], me.name) for each in visits]
        content = bundle.Outgoing(
            kind=kind,
            changes=changes,
            streams={visit: self._held(visit) for visit in visits},
            templates={
                digest: bundle.Template(each.xform, each.files) for digest, each in stored.items() if each
            },
            summary="".join(said) or tr("From {author}, {laptop}.\n", author=me.name, laptop=me.laptop),
            pictures=pictures,
            evidence=photos,
            photo=evidence.thumbnail if pictures == "thumbnails" else evidence.get,
            reference=reference,
        )
        written = bundle.write(
            file,
            content,
            seal,
            key=self._desk.key,
            author=self._desk.me.name,
            laptop=self._desk.me.laptop,
            made_at=self._desk.now() if at is None else datetime.fromtimestamp(at / 1000, UTC),
        )
        return ExportReport(
            written.file,
            tuple(visits),
            ", ".join(units.values()),
            written.changes,
            written.size,
            fingerprint(self._desk.key.device),
        )

    def _held(self, visit: VisitId) -> bundle.Span:
        """What is held of a visit here, and on other laptops as far as they said."""
        workspace = self._desk.workspace
        tips = workspace.ledger.tips(visit)
        return bundle.Span(
            changes={},
            tips=_spelled(tips),
            state=state_of(tips),
            vouched={digest: (each[0], each[1]) for digest, each in self._desk.vouched(visit).items()},
            evidence=sorted(workspace.evidence.held(self._evidence.digests(visit))),
            others={
                each.device: bundle.Heard(
                    laptop=each.laptop,
                    person=each.person,
                    at=each.at,
                    tips=_spelled(each.tips),
                    evidence=sorted(each.evidence),
                )
                for each in workspace.holdings.of(visit)
            },
        )

    def _file_name(self, kind: bundle.Kind, visits: Sequence[Visit], count: int) -> str:
        """`CCHC_29971_20261123_abcd_v214.cchc`: ASCII, short; a later export has a greater number."""
        codes = "_".join(record.unit_code for record in visits) if len(visits) < 4 else str(len(visits))
        day = next((record.on for record in visits if record.on), self._desk.now().astimezone().date())
        parts = [codes, f"{day:%Y%m%d}", self._desk.key.device[:4], _FILE_WORDS[kind], f"v{count}"]
        return ascii_name("_".join(["CCHC", *filter(None, parts)])) + bundle.SUFFIX

    # --- who holds what ----------------------------------------------------------------------------

    def holders(self, visit: VisitId) -> tuple[Holder, ...]:
        """The other laptops of a visit, and how much of this laptop's work each said to hold."""
        ledger = self._desk.workspace.ledger
        me = self._desk.key.device
        written = ledger.touched_by(visit, me, Answer.kind)
        people = {
            entry.record.device: entry.record
            for entry in self._desk.workspace.projections.all(Participant, visit)
        }
        return tuple(
            Holder(
                device=each.device,
                laptop=each.laptop,
                person=each.person,
                role=people[each.device].role if each.device in people else "",
                holds=ledger.touched_by(visit, me, Answer.kind, each.reach(me)),
                written=written,
                at=datetime.fromtimestamp(each.at / 1000, UTC),
            )
            for each in self._desk.workspace.holdings.of(visit)
        )

    def _hear(self, manifest: bundle.Manifest) -> None:
        """Keep what the sender of a bundle says to hold, and what it knows of others."""
        sender = manifest.sender
        card = Device(
            label=sender.laptop,
            person=sender.author,
            public_key=sender.public_key,
            recipient=sender.recipient,
        )
        self._trust.meet(sender.device, card)
        at = int(manifest.made_at.timestamp() * 1000)
        for stream, span in manifest.streams.items():
            stated = [_holding(sender.device, sender.laptop, sender.author, at, span)] + [
                _holding(device, heard.laptop, heard.person, heard.at, heard)
                for device, heard in span.others.items()
            ]
            others = (each for each in stated if each.device != self._desk.key.device)
            self._desk.workspace.holdings.note(stream, others)

    # --- receive -----------------------------------------------------------------------------------

    def receive(self, file: Path, passphrase: str = "", keys: Iterable[SigningKey] = ()) -> ReceiveReport:
        """Take in a bundle: append what is unknown, in one transaction. Again: nothing changes, and says so.

        Raises BundleUnreadable, BundleDamaged, BundleNewer, BundleSealed, BundleForOthers, BundleGap,
        FileTrouble, SaveFailed; nothing was changed then.
        """
        identities = tuple(key.identity for key in (*self._desk.all_keys(), *keys))
        with bundle.opened(file, Keys(identities, nfc(passphrase))) as arriving:
            return self._receive(arriving, file)

    @contextmanager
    def uniting(self, streams: Collection[str]) -> Generator[list[Received]]:
        """One transaction in which changes from elsewhere join these streams; what was received is put into
        the list that it gives.

        A laptop that meets its own changes there, as of a copied disk, goes on as a new one.
        """
        received: list[Received] = []
        key = self._desk.key
        with resting(), self._evidence.letting_go(streams):
            yield received
            if any(key.device in found.devices for found in received):
                key = self._desk.new_device()  # a copy of this workspace writes with our key: not we
        self._desk.key = key
        self._checklists.forget(found.stream for found in received if found.new)

    def saved(self, received: Iterable[Received]) -> Saved:
        """Proof of what was received, for whoever shows it."""
        touched = {Touched(r.stream, kind, record) for r in received for kind, record in r.touched}
        return Saved(self._desk.now(), frozenset(touched))

    def _receive(self, arriving: bundle.Bundle, file: Path) -> ReceiveReport:
        manifest = arriving.manifest
        workspace = self._desk.workspace
        ledger = workspace.ledger
        before = {stream: len(workspace.projections.disputed(stream)) for stream in manifest.streams}
        templates = 0
        reference = BroughtReference()
        try:
            with self.uniting(manifest.streams) as received:
                for stream, span in manifest.streams.items():
                    whole = span.tips and ledger.holds(stream, itertools.starmap(Tip, span.tips))
                    if whole or (manifest.kind == "receipt" and ledger.count(stream)):
                        received.append(Received(stream, 0, _count(span)))
                known = {found.stream for found in received}
                wanted = manifest.streams.keys() - known if manifest.kind != "receipt" else ()
                if wanted or manifest.kind == "templates":
                    templates = self._take_templates(arriving, file)
                if manifest.kind == "reference":
                    reference = self._take_reference(arriving, file)
                for stream, changes in arriving.streams(wanted):
                    self._check_sense(file, stream, changes)
                    received += ledger.receive(changes)
                    self._check_counts(file, stream)
                    vouched = manifest.streams[stream].vouched
                    ledger.vouch(stream, {digest: Vouched(*word) for digest, word in vouched.items()})
                self._evidence.receive(
                    [found.stream for found in received], arriving.evidence(), arriving.photo
                )
                self._evidence.receive_thumbnails(arriving.thumbnails())
                self._hear(manifest)
                visits = tuple(
                    self._received_visit(each, before[each.stream], manifest.streams[each.stream].state)
                    for each in received
                )
                keep_arrival(self._desk, file.name, manifest.sender.author, manifest.sender.laptop, visits)
        except (BundleGap, BundleDamaged) as error:
            raise type(error)(**{**error.facts, "file": file.name}) from error
        sender = manifest.sender
        return ReceiveReport(
            file=file.name,
            kind=manifest.kind,
            sender=sender.author,
            laptop=sender.laptop,
            fingerprint=fingerprint(sender.device),
            new=sum(found.new for found in received),
            known=sum(found.known for found in received),
            templates=templates,
            reference=reference,
            visits=visits,
            forks=tuple(
                sorted(
                    self._desk.laptop(found.stream, device)
                    for found in received
                    for device in workspace.ledger.forks(found.stream)
                )
            ),
            saved=self.saved(received),
        )

    def _received_visit(self, received: Received, disputed_before: int, theirs: str) -> ReceivedVisit:
        visit = VisitId(received.stream)
        record = self._desk.visit(visit)
        disputed = len(self._desk.workspace.projections.disputed(visit))
        return ReceivedVisit(
            visit=visit,
            unit=unit_name(record.unit_kind, record.unit_name),
            new=received.new,
            known=received.known,
            disputed=max(0, disputed - disputed_before),
            barred=received.barred,
            agreed=received.agreed,
            same=state_of(self._desk.workspace.ledger.tips(visit)) == theirs,
            missing=tuple(map(shown_name, self._evidence.missing(visit))),
        )

    def _take_templates(self, arriving: bundle.Bundle, file: Path) -> int:
        """Keep the checklists that came along; how many are new."""
        workspace = self._desk.workspace
        templates = arriving.templates().items()
        fresh = [(digest, each) for digest, each in templates if workspace.template(digest) is None]
        for digest, template in fresh:
            workspace.add_template(_usable(file, digest, template))
        return len(fresh)

    def _take_reference(self, arriving: bundle.Bundle, file: Path) -> BroughtReference:
        """Keep what the office gave out to be looked up, where it is newer."""
        sender, at = arriving.manifest.sender, arriving.manifest.made_at
        if not self._trust.is_office(sender.device):
            raise ReferenceFromStranger(file=file.name, sender=f"{sender.author}, {sender.laptop}")
        contents = arriving.reference()
        for name in get_args(ReferenceName):
            if name in contents and (fault := fault_in(name, contents[name])):
                reason = tr("the {name} in it cannot be used: {fault}", name=tr(NAMES[name]), fault=fault)
                raise BundleDamaged(file=file.name, reason=reason)
        at_ms = round(at.timestamp() * 1000)
        return self._desk.reference.take(
            (StoredReference(name, sender.device, sender.author, sender.laptop, at_ms), content)
            for name, content in contents.items()
        )

    def _check_sense(self, file: Path, stream: str, changes: Iterable[Sealed]) -> None:
        """A stream must be one visit whose checklists came along or were here."""
        visits = [sealed.change for sealed in changes if sealed.change.kind == Visit.kind]
        known = self._desk.workspace.projections.get(stream, Visit, stream) is not None
        patches = [change.values() for change in visits]
        named = {name: [patch[name] for patch in patches if name in patch] for name in PINS}
        if any(change.record != stream for change in visits) or not (known or all(named.values())):
            raise _of_no_visit(file)
        if not all(self._has(digest) for digests in named.values() for digest in digests):
            raise BundleDamaged(file=file.name, reason=tr("it lacks the checklist of the visit"))

    def _check_counts(self, file: Path, stream: str) -> None:
        """Who began the visit must have spoken: of strangers alone there is nothing to go by."""
        if self._desk.workspace.projections.get(stream, Visit, stream) is None:
            raise _of_no_visit(file)

    def _has(self, digest: object) -> bool:
        return isinstance(digest, str) and self._desk.workspace.template(digest) is not None


def _reference_in(name: ReferenceName, file: Path) -> bytes:
    """The content of a file that is to be given out. Raises ReferenceRefused, FileTrouble."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise FileTrouble(file=file, reason=error.strerror or str(error)) from error
    if fault := fault_in(name, content):
        raise ReferenceRefused(file=file.name, name=tr(NAMES[name]), reason=fault)
    return content


def _usable(file: Path, digest: str, template: bundle.Template) -> StoredTemplate:
    """A checklist of a bundle, read to be sure that it can be used. Raises BundleDamaged."""
    try:
        form = Form.parse(template.xform, template.files)
        Template(form).prove()
    except (TemplateRefused, RuleProblem) as error:
        fault = error.problems[0].message if isinstance(error, TemplateRefused) else str(error)
        reason = tr("the checklist in it cannot be used: {fault}", fault=fault.rstrip("."))
        raise BundleDamaged(file=file.name, reason=reason) from error
    return StoredTemplate(digest, form.form_id, form.version, form.title, template.xform, template.files)


def _of_no_visit(file: Path) -> BundleDamaged:
    return BundleDamaged(file=file.name, reason=tr("it does not say which visit it belongs to"))


def _count(span: bundle.Span) -> int:
    return sum(last - first + 1 for first, last in span.changes.values())


def _holding(device: str, laptop: str, person: str, at: int, held: bundle.Held) -> Holding:
    tips = tuple(itertools.starmap(Tip, held.tips))
    return Holding(device, laptop, person, at, tips, frozenset(held.evidence))


def _spelled(tips: Iterable[Tip]) -> list[tuple[str, int, str]]:
    return [(tip.device, tip.seq, tip.digest) for tip in tips]


def _summary(kind: bundle.Kind, unit: str, record: Visit, changes: int, author: str) -> str:
    on = format_date(record.on) if record.on else ""
    if kind == "receipt":
        return tr(
            "Receipt: {changes} changes of the inspection of {unit}, {on}, are held by {author}.\n",
            unit=unit,
            on=on,
            changes=changes,
            author=author,
        )
    return tr(
        "Inspection data of {unit}, {on}.\n{changes} changes. Exported by {author}.\n",
        unit=unit,
        on=on,
        changes=changes,
        author=author,
    )
