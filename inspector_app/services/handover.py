"""Hand-over: a visit goes out as a bundle, bundles and receipts come in, and who holds what.

Receiving is the ledger's union; what people must decide afterwards is `merging.py`.
"""

import itertools
from collections.abc import Collection, Generator, Iterable
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from inspector_app.domain.changes import Sealed, Tip
from inspector_app.domain.errors import (
    BundleDamaged,
    BundleGap,
    FileTrouble,
    LaptopUnknown,
    TemplateRefused,
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
from inspector_app.exchange.keys import fingerprint
from inspector_app.forms.form import Form
from inspector_app.i18n import tr
from inspector_app.services.checklists import Checklists, unit_name
from inspector_app.services.desk import PINS, Desk
from inspector_app.services.evidence import Evidence
from inspector_app.services.templates import Template
from inspector_app.services.views import (
    ExportReport,
    Holder,
    ReceivedVisit,
    ReceiveReport,
    Saved,
    Sealing,
    Touched,
)
from inspector_app.storage.holdings import Holding
from inspector_app.storage.ledger import Received
from inspector_app.storage.workspace import MINIMUM_PASSPHRASE, StoredTemplate
from inspector_app.text import ascii_name, format_date, nfc


class Handover:
    """What leaves and enters this workspace."""

    def __init__(self, desk: Desk, checklists: Checklists, evidence: Evidence) -> None:
        self._desk = desk
        self._checklists = checklists
        self._evidence = evidence

    # --- export ------------------------------------------------------------------------------------

    def export(
        self,
        visit: VisitId,
        target: Path,
        to: str = "",
        sealing: Sealing = "plain",
        passphrase: str = "",
    ) -> ExportReport:
        """Write a visit's bundle into a folder (named as the field expects) or to a file.

        Everything this workspace knows of the visit goes along, whoever wrote it; to a laptop that said what
        it holds (`to`), only what it lacks. Raises LaptopUnknown, WeakPassphrase, FileTrouble; then no
        half-written file remains.
        """
        return self.export_for(visit, target, self._seal(visit, sealing, passphrase), to)

    def export_for(self, visit: VisitId, target: Path, seal: Seal | None, to: str = "") -> ExportReport:
        """Write a visit's bundle as `export` does, for those whom the seal names."""
        workspace = self._desk.workspace
        ledger = workspace.ledger
        photos = self._evidence.digests(visit)
        if not to:
            return self._write("visit", visit, target, ledger.changes(visit), photos, seal)
        holding = next((each for each in workspace.holdings.of(visit) if each.device == to), None)
        if holding is None:
            raise LaptopUnknown(laptop=to)
        # What an unknown end stands for cannot be told: then all of that history goes along.
        known = [tip for tip in holding.tips if ledger.holds(visit, [tip])]
        forked = ledger.forks(visit)
        after = {tip.device: tip.seq for tip in known if tip.device not in forked}
        lacking = [digest for digest in photos if digest not in holding.evidence]
        return self._write("visit", visit, target, ledger.changes(visit, after), lacking, seal)

    def _seal(self, visit: VisitId, sealing: Sealing, passphrase: str) -> Seal | None:
        if sealing == "plain":
            return None
        if sealing == "passphrase":
            if len(nfc(passphrase)) < MINIMUM_PASSPHRASE:
                raise WeakPassphrase(minimum=MINIMUM_PASSPHRASE)
            return Seal(passphrase=nfc(passphrase))
        known = self._desk.workspace.projections.all(Device, visit)
        others = {entry.record.recipient for entry in known if entry.record.recipient}
        return Seal(recipients=tuple(sorted(others | {self._desk.key.recipient})))

    def receipt(self, visit: VisitId, target: Path, seal: Seal | None = None) -> ExportReport:
        """Write what this laptop holds of a visit, for those who sent it. Raises FileTrouble."""
        return self._write("receipt", visit, target, (), (), seal)

    def _write(
        self,
        kind: bundle.Kind,
        visit: VisitId,
        target: Path,
        changes: Iterable[Sealed],
        photos: Iterable[str],
        seal: Seal | None = None,
    ) -> ExportReport:
        record = self._desk.visit(visit)
        workspace = self._desk.workspace
        count = workspace.ledger.count(visit)
        unit = unit_name(record.unit_kind, record.unit_name)
        file = target / self._file_name(kind, record, count) if target.is_dir() else target
        if not file.parent.is_dir():
            raise FileTrouble(file=file, reason=tr("the folder does not exist"))
        pinned = self._desk.templates_of(visit) if kind == "visit" else ()
        stored = {digest: workspace.template(digest) for digest in pinned}
        content = bundle.Outgoing(
            kind=kind,
            changes=changes,
            streams={visit: self._held(visit)},
            templates={
                digest: bundle.Template(each.xform, each.files) for digest, each in stored.items() if each
            },
            summary=_summary(kind, unit, record, count, self._desk.me.name),
            evidence=photos,
            photo=workspace.evidence.get,
        )
        written = bundle.write(
            file,
            content,
            seal,
            key=self._desk.key,
            author=self._desk.me.name,
            laptop=self._desk.me.laptop,
            made_at=self._desk.now(),
        )
        return ExportReport(
            written.file, visit, unit, written.changes, written.size, fingerprint(self._desk.key.device)
        )

    def _held(self, visit: VisitId) -> bundle.Span:
        """What is held of a visit here, and on other laptops as far as they said."""
        workspace = self._desk.workspace
        return bundle.Span(
            changes={},
            tips=_spelled(workspace.ledger.tips(visit)),
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

    def _file_name(self, kind: bundle.Kind, record: Visit, count: int) -> str:
        """`CCHC_29971_20261123_abcd_v214.cchc`: ASCII, short; a later export has a greater number."""
        day = record.on.strftime("%Y%m%d") if record.on else "00000000"
        what = "" if kind == "visit" else "bien_nhan_"
        name = f"CCHC_{record.unit_code}_{day}_{self._desk.key.device[:4]}_{what}v{count}"
        return ascii_name(name) + bundle.SUFFIX

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
        at = int(manifest.made_at.timestamp() * 1000)
        for stream, span in manifest.streams.items():
            stated = [_holding(sender.device, sender.laptop, sender.author, at, span)] + [
                _holding(device, heard.laptop, heard.person, heard.at, heard)
                for device, heard in span.others.items()
            ]
            others = (each for each in stated if each.device != self._desk.key.device)
            self._desk.workspace.holdings.note(stream, others)

    # --- receive -----------------------------------------------------------------------------------

    def receive(self, file: Path, passphrase: str = "") -> ReceiveReport:
        """Take in a bundle: append what is unknown, in one transaction. Again: nothing changes, and says so.

        Raises BundleUnreadable, BundleDamaged, BundleNewer, BundleSealed, BundleForOthers, BundleGap,
        FileTrouble, SaveFailed; nothing was changed then.
        """
        identities = tuple(key.identity for key in self._desk.all_keys())
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
        with self._evidence.letting_go(streams):
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
        try:
            with self.uniting(manifest.streams) as received:
                for stream, span in manifest.streams.items():
                    whole = span.tips and ledger.holds(stream, itertools.starmap(Tip, span.tips))
                    if whole or (manifest.kind == "receipt" and ledger.count(stream)):
                        received.append(Received(stream, 0, _count(span), frozenset(), frozenset()))
                known = {found.stream for found in received}
                wanted = manifest.streams.keys() - known if manifest.kind == "visit" else ()
                if wanted:
                    self._take_templates(arriving, file)
                for stream, changes in arriving.streams(wanted):
                    self._check_sense(file, stream, changes)
                    received += ledger.receive(changes)
                self._evidence.receive(
                    [found.stream for found in received], arriving.evidence(), arriving.photo
                )
                self._hear(manifest)
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
            visits=tuple(self._received_visit(found, before.get(found.stream, 0)) for found in received),
            forks=tuple(
                sorted(
                    self._desk.laptop(found.stream, device)
                    for found in received
                    for device in workspace.ledger.forks(found.stream)
                )
            ),
            saved=self.saved(received),
        )

    def _received_visit(self, received: Received, disputed_before: int) -> ReceivedVisit:
        visit = VisitId(received.stream)
        record = self._desk.visit(visit)
        disputed = len(self._desk.workspace.projections.disputed(visit))
        return ReceivedVisit(
            visit=visit,
            unit=unit_name(record.unit_kind, record.unit_name),
            new=received.new,
            known=received.known,
            disputed=max(0, disputed - disputed_before),
            missing=tuple(map(shown_name, self._evidence.missing(visit))),
        )

    def _take_templates(self, arriving: bundle.Bundle, file: Path) -> None:
        for digest, template in arriving.templates().items():
            if self._desk.workspace.template(digest) is None:
                self._desk.workspace.add_template(_usable(file, digest, template))

    def _check_sense(self, file: Path, stream: str, changes: Iterable[Sealed]) -> None:
        """A stream must be one visit whose checklists came along or were here."""
        visits = [sealed.change for sealed in changes if sealed.change.kind == Visit.kind]
        known = self._desk.workspace.projections.get(stream, Visit, stream) is not None
        patches = [change.values() for change in visits]
        named = {name: [patch[name] for patch in patches if name in patch] for name in PINS}
        if any(change.record != stream for change in visits) or not (known or all(named.values())):
            raise BundleDamaged(file=file.name, reason=tr("it does not say which visit it belongs to"))
        if not all(self._has(digest) for digests in named.values() for digest in digests):
            raise BundleDamaged(file=file.name, reason=tr("it lacks the checklist of the visit"))

    def _has(self, digest: object) -> bool:
        return isinstance(digest, str) and self._desk.workspace.template(digest) is not None


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
