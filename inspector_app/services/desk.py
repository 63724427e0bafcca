"""The open workspace as the services see it: who writes, with which key, at what time.

Every act of every service passes through `write`: one transaction, changes appended, drafts settled, and the
proof of it returned.
"""

import os
import uuid
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

from inspector_app.domain.authority import stream_of
from inspector_app.domain.changes import DELETED, Change, wall_time
from inspector_app.domain.errors import ConflictOpen, RecordUnknown, VisitUnknown
from inspector_app.domain.records import KINDS, Admission, Answer, Device, Record, RecordId, Visit, VisitId
from inspector_app.exchange.keys import SigningKey
from inspector_app.services.reference import Reference
from inspector_app.services.views import HistoryLine, Profile, Saved, Touched
from inspector_app.storage.ledger import Act, Draft, Stretch, Vouched, Way
from inspector_app.storage.projections import Projected
from inspector_app.storage.workspace import Device as StoredDevice
from inspector_app.storage.workspace import Workspace

R = TypeVar("R", bound=Record)
Guard = Callable[[str, Sequence[Act], str], None]
"""A rule that every act must pass, given (stream, acts, cause); it raises a Refused."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the outside world gives: the time, and random bytes. A demonstration fixes both."""

    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    entropy: Callable[[int], bytes] = os.urandom


PINS = ("template", "dossier_template")
"""The fields of a visit that hold a checklist's digest."""
REAL = Circumstances()
"""This computer's clock and random source."""


class Desk:
    """A workspace with its writer."""

    def __init__(self, workspace: Workspace, me: Profile, circumstances: Circumstances) -> None:
        self.workspace = workspace
        self.me = me
        self.guards: list[Guard] = []
        self.reference = Reference(workspace)
        self._circumstances = circumstances
        self._within_an_act = False
        stored = workspace.device()
        self.key = SigningKey(stored.private_key) if stored else self.new_device()

    def new_device(self) -> SigningKey:
        """Keep a new device: at first, and after the old one was seen to write elsewhere.

        It becomes `key` only when the transaction around it has ended well.
        """
        key = SigningKey(self._circumstances.entropy(32))
        self.workspace.add_device(StoredDevice(key.device, key.private, key.public, self.me.laptop))
        return key

    def all_keys(self) -> list[SigningKey]:
        """The keys of this workspace, of now and of earlier: what was sealed for any of them is ours."""
        return [SigningKey(device.private_key) for device in self.workspace.devices()]

    # --- time and names ----------------------------------------------------------------------------

    def now(self) -> datetime:
        """The time by this laptop's clock, in UTC."""
        return self._circumstances.clock()

    def new_id(self) -> RecordId:
        """A UUIDv7 (RFC 9562): sorts by the time it was made."""
        random = int.from_bytes(self._circumstances.entropy(10))
        value = (self.now_ms() & ((1 << 48) - 1)) << 80 | random
        value = value & ~(0xF << 76) | 7 << 76
        value = value & ~(0x3 << 62) | 2 << 62
        return RecordId(str(uuid.UUID(int=value)))

    def new_visit_id(self) -> VisitId:
        """The id of a visit that this laptop begins; it commits to it (`domain/authority.py`)."""
        random = int.from_bytes(self._circumstances.entropy(2))
        return VisitId(stream_of(self.key.device, self.now_ms(), random))

    def now_ms(self) -> int:
        """Milliseconds since 1970 by this laptop's clock."""
        return int(self.now().timestamp() * 1000)

    def laptop(self, stream: str, device: str) -> str:
        """What a laptop is called, as its own `device` record in the stream says."""
        found = self.workspace.projections.get(stream, Device, device)
        return found.record.label if found and found.record.label else device[:4]

    # --- writing -----------------------------------------------------------------------------------

    def write(self, stream: str, acts: Iterable[Act], cause: str = "") -> Saved:
        """Append changes in one transaction; they are durable when this returns.

        Raises SaveFailed, ConflictOpen where a field in dispute would be written without a reason, and what
        the guards raise.
        """
        wanted = list(acts)
        for guard in self.guards:
            guard(stream, wanted, cause)
        if not cause:
            self._refuse_disputed(stream, wanted)
        with self.one_act(stream):
            self.workspace.ledger.append(
                stream,
                [*self._introduction(stream), *self._succession(stream), *wanted],
                device=self.key.device,
                author=self.me.name,
                now_ms=self.now_ms(),
                cause=cause,
            )
            self._vouch(stream)
        return Saved(self.now(), frozenset(Touched(stream, act.kind, act.record) for act in wanted))

    @contextmanager
    def one_act(self, stream: str, way: Way = "") -> Generator[None]:
        """All that is written inside is one act: one transaction, and taken back in one step."""
        if self._within_an_act:
            yield
            return
        first = self.last_seq(stream) + 1
        self._within_an_act = True
        try:
            with self.workspace.transaction():
                yield
                last = self.last_seq(stream)
                if last > first or (way and last == first):
                    self.workspace.ledger.keep_act(stream, self.key.device, Stretch(first, last, way))
        finally:
            self._within_an_act = False

    def last_seq(self, stream: str) -> int:
        """How many changes this laptop has written in a stream."""
        tips = self.workspace.ledger.tips(stream)
        return next((tip.seq for tip in tips if tip.device == self.key.device), 0)

    def _introduction(self, stream: str) -> Sequence[Act]:
        """A laptop says who it is before its first act in a stream."""
        if self.last_seq(stream):
            return ()
        card = {
            "label": self.me.laptop,
            "person": self.me.name,
            "public_key": self.key.public,
            "recipient": self.key.recipient,
        }
        return (Act(Device.kind, self.key.device, card),)

    def _succession(self, stream: str) -> Sequence[Act]:
        """A key that comes after another of this workspace takes over its place."""
        places = self.workspace.ledger.authority(stream).places
        if not places or self.key.device in places:
            return ()
        placed = [key for key in self.all_keys() if key.device in places]
        if not placed:
            return ()
        old = min(placed, key=lambda key: places[key.device].rank)
        taken = {
            "succeeds": old.device,
            "old_key": old.public,
            "proof": old.hand_on(stream, self.key.device),
        }
        return (Act(Admission.kind, self.key.device, taken),)

    def _refuse_disputed(self, stream: str, acts: Sequence[Act]) -> None:
        for act in acts:
            found = self.workspace.projections.get(stream, KINDS[act.kind], act.record)
            open_fields = found.disputed & act.patch.keys() if found else frozenset[str]()
            if open_fields:
                heads = self.workspace.ledger.fields(stream, act.kind, act.record)[min(open_fields)].heads
                authors = ", ".join(dict.fromkeys(head.sealed.change.author for head in heads))
                raise ConflictOpen(record=act.record, authors=authors)

    def draft(self, stream: str, kind: str, record: str, field: str, text: str) -> datetime:
        """Keep what is being typed into a field, so that a crash loses at most the last keys; no change.

        Raises SaveFailed.
        """
        now = self.now_ms()
        with self.workspace.transaction():
            self.workspace.ledger.draft(Draft(stream, kind, record, field, text, now))
        return datetime.fromtimestamp(now / 1000, UTC)

    def settle(self, draft: Draft) -> None:
        """Drop a draft: what it holds is kept elsewhere, or there is nothing left to keep it for."""
        with self.workspace.transaction():
            self.workspace.ledger.settle_draft(draft.stream, draft.kind, draft.record, draft.field)

    def _vouch(self, stream: str) -> None:
        """Sign where this laptop's history now ends, so that a copy of this workspace can pass it on."""
        tip = next(tip for tip in self.workspace.ledger.tips(stream) if tip.device == self.key.device)
        word = Vouched(self.key.public, self.key.vouch(tip.digest))
        self.workspace.ledger.vouch(stream, {tip.digest: word})

    def vouched(self, stream: str) -> dict[str, Vouched]:
        """By digest of the last change of each history, its device's signature: ours, and as received."""
        ledger = self.workspace.ledger
        ours = {key.device: key for key in self.all_keys()}
        return ledger.vouched(stream) | {
            tip.digest: Vouched(ours[tip.device].public, ours[tip.device].vouch(tip.digest))
            for tip in ledger.tips(stream)
            if tip.device in ours
        }

    # --- reading -----------------------------------------------------------------------------------

    def visit(self, visit: VisitId) -> Visit:
        """The visit's own record. Raises VisitUnknown."""
        found = self.workspace.projections.get(visit, Visit, visit)
        if found is None:
            raise VisitUnknown(visit=visit)
        return found.record

    def templates_of(self, visit: VisitId) -> tuple[str, ...]:
        """The digests of all checklists that the visit is or was pinned to, the first one first."""
        history = self.workspace.ledger.said(visit, Visit.kind, visit)
        pinned = (sealed.change.values().get(name) for sealed in history for name in PINS)
        return tuple(dict.fromkeys(digest for digest in pinned if digest))

    def record(self, visit: VisitId, model: type[R], record: str) -> Projected[R]:
        """A record that is not deleted. Raises RecordUnknown."""
        found = self.workspace.projections.get(visit, model, record)
        if found is None or found.deleted:
            raise RecordUnknown(kind=model.kind, record=record)
        return found

    def deleted(self, stream: str, key: str) -> list[str]:
        """The answers inside an instance that were ever deleted, also those that have come back."""
        inside = self.workspace.ledger.history_inside(stream, Answer.kind, key)
        return sorted({sealed.change.record for sealed in inside if DELETED in sealed.change.values()})

    def history_line(self, stream: str, change: Change, text: str) -> HistoryLine:
        """A change as a history tells it: `text`, by whom, when, on which laptop."""
        return HistoryLine(
            at=wall_time(change.at),
            author=change.author,
            laptop=self.laptop(stream, change.device),
            text=text,
        )

    def saved_at(self, stream: str) -> datetime | None:
        """When the last change of a stream was made."""
        latest = self.workspace.ledger.latest(stream)
        return wall_time(latest) if latest else None
