"""The law of the ledger: what a change is, who had seen what, and what a record therefore is.

A user's act is a `Change`, appended and never edited. A record's state is a *function of the set of changes*,
whatever the order in which they arrived, so merging laptops is the union of their changes.

**Order.** `at` is a hybrid logical clock: physical milliseconds with a counter, never behind anything the
writer had seen. So `(at, device, digest)` puts causes before effects even where a laptop's clock is wrong.

**Sight.** `seq` counts a device's changes in a stream without gaps, each naming its predecessor by digest
(`prev`); `seen` names the last change of every other device that the writer had. What a change had seen is
thus a version vector. Where a device's history forks (a restored disk, or tampering), its branches count as
devices of their own, each named by its first differing change; the digests in `prev` and `seen` tell which.

**Value.** A field's *heads* are the changes to it that no other change to it has settled. A change settles
all that its writer had seen; but where the writer had several differing heads in view, it settles those of
others only if it gives a `cause` (the reason of a decision). One head, or several of equal value: that is the
value. Several that differ: a conflict; the greatest head is shown, and all stay readable.

**Deletion** is the field `deleted`. An edit that neither saw a deletion nor was seen by it counts as a head
`deleted = false`, so that delete against edit is a conflict like any other.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256 as _sha256
from typing import Any, NamedTuple

import msgspec

from inspector_app.domain.withdrawal import in_force

DELETED = "deleted"
_COUNTER_BITS = 16
_encode = msgspec.json.Encoder(order="deterministic").encode
_decode = msgspec.json.Decoder(dict[str, Any]).decode


class Tip(NamedTuple):
    """The last change of a device that a writer had seen."""

    device: str
    seq: int
    digest: str


class Change(NamedTuple):
    """One act on one record.

    `at` is a hybrid clock value (`tick`); `patch` maps fields to JSON values and is kept as canonical JSON
    text; `cause` is the reason of a decision, else ""; `prev` is the digest of the device's previous change
    in the stream, "" for its first; `seen` holds the tips of the other devices, sorted.
    """

    stream: str
    device: str
    seq: int
    prev: str
    seen: tuple[tuple[str, int, str], ...]
    at: int
    author: str
    kind: str
    record: str
    patch: str
    cause: str

    def values(self) -> dict[str, Any]:
        """The fields that this change sets."""
        return _decode(self.patch)


class Sealed(NamedTuple):
    """A change with its digest, which is its identity."""

    digest: str
    change: Change


def canonical(value: object) -> str:
    """The one JSON text of a value: sorted keys, no spaces, Unicode as it is."""
    return _encode(value).decode()


def seal(change: Change) -> Sealed:
    """Compute a change's digest: SHA-256 over `prev`, the other fields, and the digest of the patch.

    The patch enters by its own digest, so that personal data can be redacted without breaking the chain.
    """
    patch = _sha256(change.patch.encode()).hexdigest()
    text = _encode((*change[:9], patch, change.cause))
    return Sealed(_sha256(text).hexdigest(), change)


def state_of(tips: Iterable[Tip]) -> str:
    """A digest of all that is held of a stream, equal on two laptops exactly when they hold the same.

    The ends of all histories stand for every change before them, and what a visit is follows from these.
    """
    return _sha256(canonical(sorted(tips)).encode()).hexdigest()


def tick(now_ms: int, latest: int) -> int:
    """The next hybrid clock value: the wall clock, but always after the latest value known."""
    return max(now_ms << _COUNTER_BITS, latest + 1)


def wall_ms(at: int) -> int:
    """The milliseconds since 1970 in a hybrid clock value, for showing."""
    return at >> _COUNTER_BITS


def wall_time(at: int) -> datetime:
    """The time in a hybrid clock value, in UTC, for showing."""
    return datetime.fromtimestamp(wall_ms(at) / 1000, UTC)


# --- sight ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Branch:
    """A stretch of a device's history: from `start`, growing out of `parent` at `start - 1`."""

    start: int
    parent: str | None


class Sight:
    """Who had seen what in a stream, as version vectors over branches.

    Built from the changes of the devices whose history forks; for all other devices the branch is the device.
    """

    def __init__(self, forked: Iterable[Sealed] = ()) -> None:
        self._branches: dict[str, _Branch] = {}
        self._branch_of: dict[str, str] = {}
        self._forked: set[str] = set()
        siblings: dict[tuple[str, str], int] = {}
        ordered = sorted(forked, key=lambda sealed: sealed.change.seq)
        for _, change in ordered:
            siblings[change.device, change.prev] = siblings.get((change.device, change.prev), 0) + 1
            self._forked.add(change.device)
        for digest, change in ordered:
            parent = self._branch_of.get(change.prev)
            if siblings[change.device, change.prev] > 1:
                self._branches[digest] = _Branch(change.seq, parent)
                self._branch_of[digest] = digest
            else:
                # A predecessor that is not here leaves the change on the device's own branch.
                self._branch_of[digest] = parent or change.device

    @property
    def forked(self) -> frozenset[str]:
        """The devices whose history splits."""
        return frozenset(self._forked)

    def branch(self, sealed: Sealed) -> str:
        """The branch that a change stands on: its device, or the digest that names a fork's branch."""
        device = sealed.change.device
        return self._branch_of[sealed.digest] if device in self._forked else device

    def vector(self, sealed: Sealed) -> dict[str, int]:
        """The last `seq` of every branch that the writer of a change had seen, its own act excluded."""
        change = sealed.change
        seen: dict[str, int] = {}
        if change.device in self._forked:
            self._add(seen, Tip(change.device, change.seq - 1, change.prev))
        else:
            seen[change.device] = change.seq - 1
        for device, seq, digest in change.seen:
            if device in self._forked:
                self._add(seen, Tip(device, seq, digest))
            else:
                seen[device] = max(seq, seen.get(device, 0))
        return seen

    def _add(self, seen: dict[str, int], tip: Tip) -> None:
        """Add a forked device's tip with all the branches it grew from; an unknown tip shows nothing."""
        branch = self._branch_of.get(tip.digest)
        seq = tip.seq
        while branch is not None:
            seen[branch] = max(seq, seen.get(branch, 0))
            stretch = self._branches.get(branch)
            if stretch is None:
                return
            branch, seq = stretch.parent, stretch.start - 1


UNFORKED = Sight()


def parted(
    writer: Sealed, changes: Iterable[Sealed], sight: Sight = UNFORKED
) -> tuple[list[Sealed], list[Sealed]]:
    """The changes that a writer had seen, and those that it had not, its own act excluded."""
    vector = sight.vector(writer)
    seen: list[Sealed] = []
    unseen: list[Sealed] = []
    for sealed in changes:
        if sealed.digest != writer.digest:
            known = vector.get(sight.branch(sealed), 0) >= sealed.change.seq
            (seen if known else unseen).append(sealed)
    return seen, unseen


def forked_devices(known: Iterable[tuple[str, int]]) -> frozenset[str]:
    """The devices that appear twice with the same `seq` among (device, seq) pairs of one stream."""
    once: set[tuple[str, int]] = set()
    twice: set[str] = set()
    for place in known:
        if place in once:
            twice.add(place[0])
        once.add(place)
    return frozenset(twice)


# --- value ---------------------------------------------------------------------------------------


class Head(NamedTuple):
    """A change that stands for a field, with the value it gives it."""

    sealed: Sealed
    value: Any

    @property
    def order(self) -> tuple[int, str, str]:
        """Cause before effect; among concurrent changes by clock, device, digest."""
        return in_order(self.sealed)


class Field(NamedTuple):
    """What a field is: its heads in order (the last one is shown), and the changes that led there."""

    heads: tuple[Head, ...]
    before: Head | None
    """The latest change that every head had seen; None where there is none."""

    @property
    def value(self) -> Any:
        """The value shown: the greatest head's."""
        return self.heads[-1].value

    @property
    def disputed(self) -> bool:
        """Whether the heads differ in value."""
        return _differ(self.heads)


def fold(changes: Iterable[Sealed], sight: Sight = UNFORKED) -> dict[str, Field]:
    """The fields of one record, from all changes to it, in any order."""
    ordered = in_force(sorted(changes, key=in_order))
    patches = [sealed.change.values() for sealed in ordered]
    fields: dict[str, list[Head]] = {}
    for sealed, patch in zip(ordered, patches, strict=True):
        for name, value in patch.items():
            fields.setdefault(name, []).append(Head(sealed, value))
    if any(head.value for head in fields.get(DELETED, ())):
        fields[DELETED] = _with_concurrent_edits(fields[DELETED], ordered, patches, sight)
    return {name: _field(touching, sight) for name, touching in fields.items()}


def in_order(sealed: Sealed) -> tuple[int, str, str]:
    """What changes are sorted by."""
    return sealed.change.at, sealed.change.device, sealed.digest


def _differ(heads: Sequence[Head]) -> bool:
    # JSON equality, in which true is not 1.
    return len(heads) > 1 and len({canonical(head.value) for head in heads}) > 1


def _field(touching: Sequence[Head], sight: Sight) -> Field:
    """Fold the changes to one field, given in order."""
    first = touching[0].sealed.change.device
    last_word = Field((touching[-1],), touching[-2] if len(touching) > 1 else None)
    if first not in sight.forked and all(head.sealed.change.device == first for head in touching):
        return last_word  # one writer: nobody to dispute with
    if not sight.forked and _each_saw_all_before(touching):
        return last_word  # never two at a time, so nothing was ever in dispute

    on = [sight.branch(head.sealed) for head in touching]
    vectors = [sight.vector(head.sealed) for head in touching]
    settled: list[dict[str, int]] = []  # per change: the last seq of every branch that it settles
    for index, head in enumerate(touching):
        view = _heads_among(touching[:index], on, settled, vectors[index])
        own = {on[index]: head.sealed.change.seq - 1}
        if head.sealed.change.cause or not _differ([touching[i] for i in view]):
            settled.append({**vectors[index], **own})
            continue
        # Writing into an open dispute without a reason replaces the writer's own value alone.
        last_own = max((i for i in range(index) if on[i] == on[index]), default=None)
        settled.append({**(settled[last_own] if last_own is not None else {}), **own})
    everything = {
        branch: max(h.sealed.change.seq for h, b in zip(touching, on, strict=True) if b == branch)
        for branch in set(on)
    }
    heads = _heads_among(touching, on, settled, everything)
    seen_by_all = [
        i
        for i in range(len(touching))
        if i not in heads and all(_saw(vectors[h], on[i], touching[i]) for h in heads)
    ]
    before = touching[seen_by_all[-1]] if seen_by_all else None
    return Field(tuple(touching[i] for i in heads), before)


def _each_saw_all_before(touching: Sequence[Head]) -> bool:
    """Whether the changes to a field, given in order, follow each other as if one person had made them.

    Most fields of most visits are like this, and need no version vectors. Holds where no history forks.
    """
    latest: dict[str, int] = {}
    for head in touching:
        change = head.sealed.change
        if latest:
            seen = {device: seq for device, seq, _ in change.seen}
            seen[change.device] = change.seq
            for device, seq in latest.items():
                if seen.get(device, 0) < seq:
                    return False
        latest[change.device] = change.seq
    return True


def _saw(vector: Mapping[str, int], branch: str, head: Head) -> bool:
    return vector.get(branch, 0) >= head.sealed.change.seq


def _heads_among(
    touching: Sequence[Head], on: Sequence[str], settled: Sequence[Mapping[str, int]], view: Mapping[str, int]
) -> list[int]:
    """The indices of the heads among the changes that `view` has seen."""
    latest: dict[str, int] = {}
    for index, head in enumerate(touching):
        if _saw(view, on[index], head):
            latest[on[index]] = index
    # A branch's later change settles its earlier ones, so only the latest of each can be a head. Only a
    # change later in order can settle another, so that even forged sight leaves a head.
    return sorted(
        index
        for branch, index in latest.items()
        if not any(
            other > index and _saw(settled[other], branch, touching[index]) for other in latest.values()
        )
    )


def _with_concurrent_edits(
    deletions: list[Head], ordered: Sequence[Sealed], patches: Sequence[Mapping[str, Any]], sight: Sight
) -> list[Head]:
    """Add to the changes of `deleted` every edit that was made without sight of a deletion, as `false`."""
    vectors = {head.sealed.digest: sight.vector(head.sealed) for head in deletions}
    implied: list[Head] = []
    for sealed, patch in zip(ordered, patches, strict=True):
        if DELETED in patch:
            continue
        branch, vector = sight.branch(sealed), sight.vector(sealed)
        edit = Head(sealed, False)
        for deletion in deletions:
            blind = not _saw(vector, sight.branch(deletion.sealed), deletion)
            unseen = not _saw(vectors[deletion.sealed.digest], branch, edit)
            if deletion.value and blind and unseen:
                implied.append(edit)
                break
    return sorted([*deletions, *implied], key=lambda head: head.order)
