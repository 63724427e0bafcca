"""Delivery: what is new goes to an address, what others left there comes in, as often as one likes.

Nothing waits in an outbox. What is to be sent follows from what this laptop holds and from what lies at the
address for every laptop that can open it, so it survives the end of the program and a network that fails. A
file is named by the content that it brings: sent again after a power cut it is found there, not sent twice.

Whoever reads leaves a receipt in a folder of its own, so that any number of laptops can read the same files.

`deliver` runs on a thread where the network may be slow. What it asks of the workspace is done through `run`,
in short pieces, where the workspace lives.
"""

import hashlib
import re
import tempfile
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Any, Protocol, TypeVar

from inspector_app import __version__
from inspector_app.domain.changes import Tip, canonical
from inspector_app.domain.errors import (
    BundleForOthers,
    BundleGap,
    BundleUnreadable,
    DropUnreachable,
    Refused,
    WeakPassphrase,
)
from inspector_app.domain.records import Admission, Device, Visit, VisitId
from inspector_app.exchange import bundle, transport
from inspector_app.exchange.container import Keys, Seal
from inspector_app.exchange.keys import SigningKey
from inspector_app.exchange.transport import Login, Lying, without_password
from inspector_app.services.checklists import unit_name
from inspector_app.services.desk import Desk
from inspector_app.services.drops import ALL, Drops, Refusal, Sent, Standing, stretched
from inspector_app.services.evidence import Evidence
from inspector_app.services.handover import Handover
from inspector_app.services.trust import Trust
from inspector_app.services.views import Delivered, DeliveryReport, Destination, NotTaken, ReceiveReport
from inspector_app.storage.holdings import Holding
from inspector_app.storage.workspace import MINIMUM_PASSPHRASE
from inspector_app.text import nfc

PAUSES = (1.0, 4.0)
"""Seconds to wait before a connection that broke is made again."""
LARGEST = 8 << 30
"""Bytes of a file that is still fetched."""
T = TypeVar("T")


class Run(Protocol):
    """Does work where the workspace lives, and waits for it."""

    def __call__(self, work: Callable[["Delivery"], T], /) -> T: ...


@dataclass(frozen=True, slots=True)
class Parcel:
    """A file ready to be left at an address, and what lies there afterwards."""

    file: Path | None
    """None where it was left there before this laptop could note so."""
    name: str
    delivered: Delivered
    sent: Sent
    replaces: str


class Delivery:
    """The workspace's side of delivering: each method is one short piece of work."""

    def __init__(self, desk: Desk, handover: Handover, evidence: Evidence, trust: Trust) -> None:
        self._desk = desk
        self._handover = handover
        self._evidence = evidence
        self._trust = trust
        self._drops = Drops(desk.workspace)

    @property
    def folder(self) -> str:
        """This laptop's folder at every address."""
        return self._desk.key.device

    # --- addresses ---------------------------------------------------------------------------------

    def destinations(self) -> tuple[Destination, ...]:
        """The addresses that were used, the last one first."""
        kept = ((address, self._drops.standing(address)) for address in self._drops.addresses())
        return tuple(Destination(at, s.user, bool(s.password), bool(s.key)) for at, s in kept)

    def use(
        self,
        address: str,
        user: str | None = None,
        password: str | None = None,
        passphrase: str | None = None,
    ) -> str:
        """Remember an address and what opens it, encrypted in the workspace; None leaves what was there.

        passphrase: who knows it can open what is sent there, besides the laptops of a visit. Returns the
        address as it may be shown. Raises WeakPassphrase.
        """
        address, written_user, written_password = without_password(address)
        standing = self._drops.standing(address)
        if passphrase and len(nfc(passphrase)) < MINIMUM_PASSPHRASE:
            raise WeakPassphrase(minimum=MINIMUM_PASSPHRASE)
        given = {
            "user": user or written_user or None,
            "password": written_password or None if password is None else password,
            "key": stretched(passphrase) if passphrase else passphrase,
        }
        for name, value in given.items():
            if value is not None and value != getattr(standing, name):
                setattr(standing, name, value)
                standing.refused.clear()  # with another passphrase it may open
        self._drops.keep(address, standing)
        self._drops.put_first(address)
        return address

    def forget(self, address: str) -> None:
        """Forget an address, its passwords, and what was sent there: it is as if never used."""
        self._drops.forget(without_password(address)[0])

    def trust(self, address: str, server_key: str = "") -> Login:
        """What opens an address; a server's key that was seen first is kept, "" forgets the one that was."""
        standing = self._drops.standing(address)
        if server_key != standing.server_key:
            standing.server_key = server_key
            self._drops.keep(address, standing)
        return standing.login

    def login(self, address: str) -> Login:
        """What opens an address."""
        return self._drops.standing(address).login

    # --- in ----------------------------------------------------------------------------------------

    def unread(self, address: str, lying: Sequence[Lying]) -> tuple[list[Lying], tuple[NotTaken, ...]]:
        """What of others lies there unread, and what was refused and is as it was."""
        standing = self._drops.standing(address)
        here = {each.place: each for each in lying}
        if standing.taken.keys() - here.keys() or standing.refused.keys() - here.keys():
            standing.taken = {at: mark for at, mark in standing.taken.items() if at in here}
            standing.refused = {at: refusal for at, refusal in standing.refused.items() if at in here}
            self._drops.keep(address, standing)
        fresh: list[Lying] = []
        refused: list[NotTaken] = []
        for place, each in here.items():
            refusal = standing.refused.get(place)
            if each.folder == self.folder or standing.taken.get(place) == each.mark:
                continue
            if refusal and (refusal.mark, refusal.circumstances) == (
                each.mark,
                self._circumstances(refusal.code),
            ):
                refused.append(NotTaken(each.name, refusal.code, refusal.reason))
            else:
                fresh.append(each)
        return fresh, tuple(refused)

    def take(self, address: str, lying: Lying, file: Path) -> ReceiveReport:
        """Receive a file that was fetched. Raises as `Handover.receive` does; then nothing was changed."""
        standing = self._drops.standing(address)
        shared = standing.shared
        report = self._handover.receive(file, keys=[shared] if shared else ())
        self._count(address, lying, file, shared)
        standing.taken[lying.place] = lying.mark
        standing.refused.pop(lying.place, None)
        self._drops.keep(address, standing)
        return report

    def _count(self, address: str, lying: Lying, file: Path, shared: SigningKey | None) -> None:
        """What its sender held lies there, for those who can open this file."""
        for_all = shared is not None and _opens(file, [shared])
        keys = [*self._desk.all_keys(), *([shared] if shared else ())]
        with bundle.opened(file, Keys(tuple(key.identity for key in keys))) as arrived:
            manifest = arrived.manifest
        if manifest.sender.device != lying.folder:
            return  # put there by hand: what else lies there, its sender could not know
        for stream, held in manifest.streams.items():
            visit = VisitId(stream)
            tips = [Tip(*tip) for tip in held.tips]
            knew = {each for each in self._trust.readers(visit) if self._knew(visit, tips, each)}
            sent = self._drops.sent(address, visit)
            readers = {*knew, lying.folder, *([ALL] if for_all else ())}
            sent.lay(self._desk.workspace.ledger, visit, readers, tips, held.evidence)
            self._drops.keep_sent(address, visit, sent)

    def _knew(self, visit: VisitId, tips: Iterable[Tip], reader: str) -> bool:
        """Whether who held just this of a visit sealed for a laptop: it knew its card and its admission."""
        ledger = self._desk.workspace.ledger
        reach: dict[str, int] = {}
        for tip in tips:
            reach[tip.device] = min(tip.seq, reach.get(tip.device, tip.seq))
        said = {
            kind: [
                sealed.change.values()
                for sealed in ledger.history(visit, kind, reader)
                if sealed.change.seq <= reach.get(sealed.change.device, 0)
            ]
            for kind in (Device.kind, Admission.kind)
        }
        authority = ledger.authority(visit)
        place = authority.places.get(reader)
        by_itself = authority.open or (place is not None and place.role == "root")
        carded = any("recipient" in each for each in (*said[Device.kind], *said[Admission.kind]))
        return carded and (by_itself or bool(said[Admission.kind]))

    def refuse(self, address: str, lying: Lying, error: Refused) -> NotTaken:
        """Leave a file alone until it changes, or what it was refused for."""
        standing = self._drops.standing(address)
        standing.refused[lying.place] = Refusal(
            lying.mark, error.code, str(error), self._circumstances(error.code)
        )
        self._drops.keep(address, standing)
        return NotTaken(lying.name, error.code, str(error))

    def _circumstances(self, code: str) -> str:
        """What else than the file decides: the program, the visits that are known; for a gap, what came."""
        ledger = self._desk.workspace.ledger
        streams = ledger.streams()
        known = [__version__, len(streams)]
        if code == BundleGap.code:
            known += [
                tip.seq for stream in streams for tip in ledger.tips(stream) if tip.device != self.folder
            ]
        return _digest(known)

    # --- out ---------------------------------------------------------------------------------------

    def visits(self, wanted: Collection[VisitId] = ()) -> tuple[VisitId, ...]:
        """The visits to deliver: those wanted, or all. Raises VisitUnknown."""
        if wanted:
            return tuple(visit for visit in wanted if self._desk.visit(visit))
        streams = map(VisitId, self._desk.workspace.ledger.streams())
        found = ((each, self._desk.workspace.projections.get(each, Visit, each)) for each in streams)
        return tuple(visit for visit, record in found if record and not record.deleted)

    def nobody(self, address: str, visit: VisitId) -> str:
        """The unit of a visit that nobody but this laptop could open there; "" where somebody can."""
        if self._readers(self._drops.standing(address), visit):
            return ""
        record = self._desk.visit(visit)
        return unit_name(record.unit_kind, record.unit_name)

    def parcel(self, address: str, visit: VisitId, lying: Collection[str], folder: Path) -> Parcel | None:
        """What is to be left at an address of a visit, written into a folder; None where nothing is new.

        lying: the files in this laptop's folder there. Raises FileTrouble.
        """
        standing, sent = self._drops.standing(address), self._drops.sent(address, visit)
        readers = self._readers(standing, visit)
        if not readers:
            return None
        self._miss(sent, visit, readers, lying)
        tips = set(self._desk.workspace.ledger.tips(visit))
        held = set(self._desk.workspace.evidence.held(self._evidence.digests(visit)))
        base = sent.for_all(readers)
        lacking = not (tips <= base.tips and held <= base.evidence)
        stated = _digest([sorted(tips), sorted(held)])
        if not lacking and sent.stated == stated:
            return None
        brings = _digest([stated, sorted(base.tips), sorted(base.evidence), sorted(readers)])
        name = next((each for each in lying if each.endswith(f"_{brings}{bundle.SUFFIX}")), "")
        if name:
            file, changes, size = None, 0, 0
        else:
            seal = self._seal(visit, standing.shared)
            beyond = Holding("", "", "", 0, tuple(base.tips), frozenset(base.evidence))
            report = (
                self._handover.export_for(visit, folder, seal, beyond=beyond)
                if lacking
                else self._handover.receipt(visit, folder, seal)
            )
            file, changes, size = report.file, report.changes, report.size
            name = f"{file.stem}_{brings}{bundle.SUFFIX}"
        record = self._desk.visit(visit)
        unit = unit_name(record.unit_kind, record.unit_name)
        sent.lay(self._desk.workspace.ledger, visit, readers, tips, held)
        replaces, sent.stated = sent.receipt, stated
        sent.receipt = "" if lacking else name
        if lacking:
            sent.files[name] = self._desk.last_seq(visit)
        return Parcel(file, name, Delivered(name, visit, unit, changes, size, not lacking), sent, replaces)

    def laid(self, address: str, parcel: Parcel) -> None:
        """Note that a parcel lies there."""
        self._drops.keep_sent(address, parcel.delivered.visit, parcel.sent)

    def _seal(self, visit: VisitId, shared: SigningKey | None) -> Seal | None:
        team = self._handover.seal(visit, "team")
        if team is None or shared is None:
            return team
        return Seal(recipients=(*team.recipients, shared.recipient))

    def _readers(self, standing: Standing, visit: VisitId) -> frozenset[str]:
        """Who else can open what is sent of a visit."""
        return frozenset([*self._trust.readers(visit), *([ALL] if standing.key else ())])

    def _miss(self, sent: Sent, visit: VisitId, readers: Iterable[str], lying: Collection[str]) -> None:
        """Where a bundle of ours has gone from there, send anew to those who did not say to hold it."""
        gone = [seq for name, seq in sent.files.items() if name not in lying]
        if not gone:
            return
        sent.files = {name: seq for name, seq in sent.files.items() if name in lying}
        said = self._desk.workspace.holdings.of(visit)
        held = {each.device: each.reach(self.folder) for each in said}
        held[ALL] = max(held.values(), default=0)
        for reader in readers:
            if held.get(reader, 0) < max(gone):
                sent.laid.pop(reader, None)


# --- the whole of it -----------------------------------------------------------------------------


def deliver(
    address: str,
    run: Run,
    arrived: Callable[[ReceiveReport], None] = lambda _: None,
    wanted: Collection[VisitId] = (),
    stop: Event | None = None,
    pauses: Sequence[float] = PAUSES,
) -> DeliveryReport:
    """Fetch and receive what others left at an address, then leave there what is new here.

    arrived: called after each bundle. stop: when set, it ends before the next file.

    Raises AddressRefused, DropForbidden, DropKeyChanged, DropUnreachable, FileTrouble, SaveFailed,
    VisitUnknown; what was received and sent until then stays so, and the next time goes on from there.
    """
    trip = _Trip(address, run, arrived, wanted, stop or Event())
    for pause in (*pauses, None):
        try:
            trip.go()
            break
        except DropUnreachable:
            if pause is None or not trip.was_there:
                raise
            trip.was_there = False
            trip.stop.wait(pause)
    return DeliveryReport(
        address, tuple(trip.received), tuple(trip.sent), tuple(trip.refused), tuple(trip.nobody)
    )


class _Trip:
    """One delivery: made again after a broken connection, it goes on where it was."""

    def __init__(
        self,
        address: str,
        run: Run,
        arrived: Callable[[ReceiveReport], None],
        wanted: Collection[VisitId],
        stop: Event,
    ) -> None:
        self._address, self._run, self._arrived, self._wanted = address, run, arrived, wanted
        self.stop = stop
        self.was_there = False
        self.received: list[ReceiveReport] = []
        self.sent: list[Delivered] = []
        self.refused: list[NotTaken] = []
        self.nobody: list[str] = []

    def go(self) -> None:
        """There, in, out, back."""
        login = self._run(lambda delivery: delivery.login(self._address))
        with transport.opened(self._address, login) as drop, tempfile.TemporaryDirectory() as folder:
            lying = drop.bundles()
            self.was_there = True
            if drop.server_key != login.server_key:
                self._run(lambda delivery: delivery.trust(self._address, drop.server_key))
            # What was refused for lack of something may fit, now that more is known.
            while self._fetch(drop, lying, Path(folder)):
                pass
            self._leave(drop, lying, Path(folder))

    def _fetch(self, drop: transport.Drop, lying: Sequence[Lying], folder: Path) -> bool:
        """Receive what is unread; whether something that was not known came in."""
        fresh, standing = self._run(lambda delivery: delivery.unread(self._address, lying))
        self.refused = list(standing)
        news = False
        for each in fresh:
            if self.stop.is_set():
                return False
            file = folder / _safe(each.name)
            if each.size > LARGEST:
                self._refuse(each, BundleUnreadable(file=each.name))
            elif drop.fetch(each, file):  # else it is still being written: another time
                news |= self._take(each, file)
            file.unlink(missing_ok=True)
        return news

    def _take(self, lying: Lying, file: Path) -> bool:
        try:
            report = self._run(lambda delivery: delivery.take(self._address, lying, file))
        except Refused as error:
            self._refuse(lying, error)
            return False
        self.received.append(report)
        self._arrived(report)
        return report.new > 0

    def _refuse(self, lying: Lying, error: Refused) -> None:
        self.refused.append(self._run(lambda delivery: delivery.refuse(self._address, lying, error)))

    def _leave(self, drop: transport.Drop, lying: Sequence[Lying], folder: Path) -> None:
        mine = self._run(lambda delivery: delivery.folder)
        names = {each.name for each in lying if each.folder == mine}
        drop.sweep(mine)
        self.nobody = []
        for visit in self._run(lambda delivery: delivery.visits(self._wanted)):
            if self.stop.is_set():
                return
            alone = self._run(lambda delivery, visit=visit: delivery.nobody(self._address, visit))
            if alone:
                self.nobody.append(alone)
                continue
            parcel = self._run(
                lambda delivery, visit=visit: delivery.parcel(self._address, visit, names, folder)
            )
            if parcel is not None:
                self._put(drop, mine, parcel)

    def _put(self, drop: transport.Drop, mine: str, parcel: Parcel) -> None:
        if parcel.file is not None:
            drop.put(parcel.file, mine, parcel.name)
            parcel.file.unlink()
            self.sent.append(parcel.delivered)
        self._run(lambda delivery: delivery.laid(self._address, parcel))
        if parcel.replaces:
            drop.remove(mine, parcel.replaces)


def _digest(content: Any) -> str:
    return hashlib.sha256(canonical(content).encode()).hexdigest()[:10]


def _safe(name: str) -> str:
    """A name from somewhere else, as a file may be called here."""
    return re.sub(r"[^\w.-]", "_", name)[-80:].lstrip(".") or bundle.SUFFIX


def _opens(file: Path, keys: Sequence[SigningKey]) -> bool:
    """Whether these keys open a file that is known to be sound."""
    try:
        with bundle.opened(file, Keys(tuple(key.identity for key in keys))):
            return True
    except BundleForOthers:
        return False
