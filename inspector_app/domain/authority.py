"""The law of who may write in a visit: its root, the roster that follows from it, and what does not count.

**Root.** A visit's id commits to the laptop that began it: its last 62 bits are a digest of the bits before
and of that laptop's device id (`stream_of`). So nobody can claim to have begun a visit that another began,
and no list from outside is needed to know whose word comes first. The office's laptop is the root of what it
assigns; a lead who begins a visit on the spot is the root of that one.

**Roster.** Who else may write is said by changes of the kind `admission`, one record per laptop, the record's
id being the device. An admission counts if it comes from a higher place than it gives: the root admits
anybody, the office leads and members, a lead members. The higher place has the last word, and among equals
the later one. A laptop that goes on with a new key (after a copy was brought back) admits itself with a proof
made with the old key (`succeeds`); it then stands where the old key stood, and falls with it.

**What counts.** All changes of an admitted laptop count, those before its admission too: work is not lost
because the roster came late. Of a laptop that was revoked those count that the revoking laptop had seen;
where the admission ends on a day, those written until then; of an observer none. All others are kept, passed
on and shown, but nothing follows from them: they are in *quarantine*. Since this is a function of the set of
changes, every laptop comes to the same answer, in whatever order they arrived.
"""

import hashlib
import uuid
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from inspector_app.domain.changes import Sealed, Sight, in_order, wall_time
from inspector_app.domain.records import Admission, Device, Role
from inspector_app.text import VIETNAM

Bar = Literal["unknown", "observer", "expired", "revoked", "powerless"]
"""Why a change does not count; `powerless`: it admits or revokes from too low a place."""

_RANKS: Mapping[str, int] = {"root": 0, "office": 1, "lead": 2, "member": 3, "observer": 3}
_COMMITTED = 62


def stream_of(device: str, now_ms: int, random: int) -> str:
    """The id of a visit that a device begins: a UUIDv8 (RFC 9562), sorted by time.

    random: at least 12 bits.
    """
    head = (now_ms & ((1 << 48) - 1)) << 12 | random & 0xFFF
    value = (head >> 12) << 80 | 8 << 76 | (head & 0xFFF) << 64 | 2 << _COMMITTED | _commitment(device, head)
    return str(uuid.UUID(int=value))


def _commitment(device: str, head: int) -> int:
    digest = hashlib.sha256(f"so-kiem-tra visit {head:015x} {device}".encode()).digest()
    return int.from_bytes(digest[:8]) >> 64 - _COMMITTED


def _committed(stream: str) -> tuple[int, int] | None:
    """What stands before the commitment of an id, and the commitment; None where an id has none."""
    try:
        value = uuid.UUID(stream)
    except ValueError:
        return None
    if value.version != 8:
        return None
    head = (value.int >> 80) << 12 | value.int >> 64 & 0xFFF
    return head, value.int & ((1 << _COMMITTED) - 1)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a laptop stands in a visit: `role`, until which day, admitted by whom ("" for the root)."""

    role: Literal["root"] | Role
    until_on: date | None = None
    by: str = ""
    heir_of: str = ""
    """The device whose place this one took over with its key."""

    @property
    def rank(self) -> int:
        """0 for the root; who stands lower has a greater one."""
        return _RANKS[self.role]


class Authority:
    """Who may write in one stream."""

    def __init__(
        self, stream: str, devices: Collection[str], admissions: Iterable[Sealed], sight: Sight
    ) -> None:
        """devices: all that wrote in the stream; admissions: all its changes of that kind."""
        committed = _committed(stream)
        self.open = committed is None
        """Whether anybody may write: what is tried out, and what nobody needs to sign for."""
        self.places: dict[str, Place] = {}
        self._sight = sight
        self._cuts: dict[str, list[_Cut]] = {}
        self._effective: set[str] = set()
        self.plain = frozenset[str]()
        """Whose changes count whenever they were made and whatever they are, admissions excepted."""
        if committed is None:
            return
        head, commitment = committed
        for device in devices:
            if _commitment(device, head) == commitment:
                self.places[device] = Place("root")
        ordered = [(sealed, sealed.change.values()) for sealed in sorted(admissions, key=in_order)]
        for rank in range(3):
            self._settle(rank, ordered)
        self._settle_heirs(3, ordered)
        self.plain = frozenset(
            device
            for device, place in self.places.items()
            if place.role != "observer" and place.until_on is None and not self._cuts_of(device)
        )

    def agrees(self, other: "Authority") -> bool:
        """Whether the same changes count by another reading of the stream."""
        mine, theirs = ((each.places, each._cuts, each._effective) for each in (self, other))
        return mine == theirs

    def counts(self, sealed: Sealed) -> bool:
        """Whether anything follows from a change."""
        change = sealed.change
        if self.open or (change.device in self.plain and change.kind != Admission.kind):
            return True
        return self.bar(sealed) is None

    def bar(self, sealed: Sealed) -> Bar | None:
        """Why a change does not count; None where it does."""
        change = sealed.change
        if self.open or (change.kind == Device.kind and change.record == change.device):
            return None  # who a laptop says it is, is no claim about the visit
        barred = self._barred(sealed)
        if barred is None and change.kind == Admission.kind and sealed.digest not in self._effective:
            return "powerless"
        return barred

    def may_admit(self, device: str, role: Role) -> bool:
        """Whether a laptop may give another this place."""
        place = self.places.get(device)
        return place is not None and place.rank < _RANKS[role]

    def may_revoke(self, device: str, other: str) -> bool:
        """Whether a laptop may take another's place away, or give it back."""
        mine, theirs = self.places.get(device), self.places.get(other)
        return mine is not None and theirs is not None and mine.rank < theirs.rank

    def revoked(self, device: str) -> bool:
        """Whether a laptop's place was taken away."""
        return bool(self._cuts_of(device))

    # --- how it comes about ------------------------------------------------------------------------

    def _settle(self, rank: int, ordered: Iterable[tuple[Sealed, Mapping[str, Any]]]) -> None:
        """Take in what the laptops of a rank said. What they may say is settled: higher ranks were before."""
        self._settle_heirs(rank, ordered)
        said = [
            (sealed, patch)
            for sealed, patch in ordered
            if self._rank(sealed.change.device) == rank and self._barred(sealed) is None
        ]
        settled = set(self.places)
        for sealed, patch in said:
            device, role = sealed.change.record, _role(patch)
            if role and device not in settled and _RANKS[role] > rank:
                self.places[device] = Place(role, _day(patch.get("until_on")), sealed.change.device)
                self._effective.add(sealed.digest)
        for sealed, patch in said:
            device = sealed.change.record
            if self._rank(device) > rank and "revoked" in patch:
                self._effective.add(sealed.digest)
                self._cut(sealed, rank, taken=bool(patch["revoked"]))

    def _settle_heirs(self, rank: int, ordered: Iterable[tuple[Sealed, Mapping[str, Any]]]) -> None:
        """Give the places of a rank to the keys that took them over; that they may was proved on arrival."""
        for sealed, patch in ordered:
            heir, old = sealed.change.device, patch.get("succeeds")
            if isinstance(old, str) and sealed.change.record == heir and self._rank(old) == rank:
                before = self.places[old]
                if self.places.setdefault(heir, Place(before.role, before.until_on, before.by, old)).heir_of:
                    self._effective.add(sealed.digest)

    def _cut(self, sealed: Sealed, rank: int, *, taken: bool) -> None:
        """A place is taken away, or given back by who stands as high and had seen that it was taken."""
        cuts = self._cuts.setdefault(sealed.change.record, [])
        seen = self._sight.vector(sealed)
        if taken:
            cuts.append(_Cut(self._sight.branch(sealed), sealed.change.seq, rank, seen))
        else:
            cuts[:] = [cut for cut in cuts if rank > cut.rank or seen.get(cut.branch, 0) < cut.seq]

    def _rank(self, device: str) -> int:
        place = self.places.get(device)
        return place.rank if place else len(_RANKS)

    def _cuts_of(self, device: str) -> list["_Cut"]:
        """What was taken away of a laptop, and of those whose place it took over."""
        cuts: list[_Cut] = []
        while device:
            cuts += self._cuts.get(device, ())
            place = self.places.get(device)
            device = place.heir_of if place else ""
        return cuts

    def _barred(self, sealed: Sealed) -> Bar | None:
        """Why nothing that a laptop wrote at this point counts."""
        change = sealed.change
        place = self.places.get(change.device)
        if place is None:
            return "unknown"
        if place.role == "observer":
            return "observer"
        if place.until_on and wall_time(change.at).astimezone(VIETNAM).date() > place.until_on:
            return "expired"
        branch = self._sight.branch(sealed)
        if any(cut.seen.get(branch, 0) < change.seq for cut in self._cuts_of(change.device)):
            return "revoked"
        return None


@dataclass(frozen=True, slots=True)
class _Cut:
    """Where a laptop's place was taken away: by which change, from which rank, what it had seen."""

    branch: str
    seq: int
    rank: int
    seen: Mapping[str, int]


def _role(patch: Mapping[str, Any]) -> Role | None:
    """The place that an admission gives, if it is one that can be given."""
    given = patch.get("role")
    return next((role for role in get_args(Role) if role == given), None)


def _day(text: object) -> date | None:
    """The day in a patch; what is none ends at once, rather than never."""
    if text is None or text == "":
        return None
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        return date.min
