"""The ledger on disk: append what happens here, receive what happened elsewhere, prove that it is whole.

The law itself (what changes mean together) is `domain/changes.py`. This module keeps the changes, gives a
writer its place in the chain and its sight of the other laptops, and folds what was touched into the
projections in the same transaction. Whoever calls it holds a transaction (`Workspace.transaction`).
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal, NamedTuple

import msgspec
from sqlite_utils import Database

from inspector_app.domain.authority import Authority
from inspector_app.domain.changes import (
    Change,
    Field,
    Sealed,
    Sight,
    Tip,
    canonical,
    fold,
    parted,
    seal,
    tick,
)
from inspector_app.domain.errors import BundleDamaged, BundleGap
from inspector_app.domain.records import Admission
from inspector_app.i18n import tr
from inspector_app.storage.projections import Projections

_LAST = "\U0010ffff"
"""Sorts behind every other letter."""
_seen = msgspec.json.Decoder(tuple[tuple[str, int, str], ...]).decode
_COLUMNS = "digest, stream, device, seq, prev, seen, at, author, kind, record, patch, cause"
_MANY = 500
"""From this many touched records on, one reading of the whole stream is cheaper than one query per record."""


@dataclass(frozen=True, slots=True)
class Act:
    """What is to be said of one record."""

    kind: str
    record: str
    patch: Mapping[str, Any]
    settles: Collection[str] | None = None
    """The drafts that this makes superfluous; None for all of the fields that are set."""


Way = Literal["", "undo", "redo", "aside"]
"""How an act came about: plainly; by taking one back, or taking that back; or beside what the person does."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What a device wrote as one act: its changes from `first` to `last`."""

    first: int
    last: int
    way: Way = ""


@dataclass(frozen=True, slots=True)
class Received:
    """What a receipt brought to one stream."""

    stream: str
    new: int
    known: int
    touched: frozenset[tuple[str, str]] = frozenset()
    """(kind, record) of what was folded again."""
    devices: frozenset[str] = frozenset()
    """Who wrote what was new."""
    barred: int = 0
    """How many of the new ones do not count."""
    agreed: int = 0
    """On how many records laptops had said the same, without knowing of each other."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Text being typed that is no change yet; one per field, overwritten in place, never exported."""

    stream: str
    kind: str
    record: str
    field: str
    value: str
    at: int


class Vouched(NamedTuple):
    """A device's word for its whole history up to a change: its public key, and its signature (base64)."""

    public_key: str
    signature: str


class _Folded(NamedTuple):
    """What folding made: rows; how many records laptops said the same of, without knowing of each other."""

    rows: int
    agreed: int


@dataclass(slots=True)
class _Stream:
    """Where a stream stands, kept in memory between acts."""

    latest: int
    tips: list[Tip]
    """The last change of every branch of every device, sorted."""
    sight: Sight
    authority: Authority
    own: frozenset[str]
    """The devices of this workspace."""

    def counts(self, sealed: Sealed) -> bool:
        """Whether a change is to be seen here: its writer sees it before the visit admits the laptop too."""
        return sealed.change.device in self.own or self.authority.counts(sealed)


class Ledger:
    """The changes of a workspace, insert-only."""

    def __init__(self, db: Database, projections: Projections) -> None:
        self._db = db
        self._projections = projections
        self._streams: dict[str, _Stream] = {}

    def forget(self) -> None:
        """Drop what is kept in memory: after a rollback the disk alone is right."""
        self._streams.clear()

    # --- writing -----------------------------------------------------------------------------------

    def append(
        self, stream: str, acts: Sequence[Act], *, device: str, author: str, now_ms: int, cause: str = ""
    ) -> list[Sealed]:
        """Append one change per act, fold what they touch, and clear the drafts they settle."""
        place = self._stream(stream)
        sealed: list[Sealed] = []
        newcomer = all(tip.device != device for tip in place.tips)
        for act in acts:
            last = next((tip for tip in place.tips if tip.device == device), None)
            others = tuple(tip for tip in place.tips if tip.device != device)
            place.latest = tick(now_ms, place.latest)
            new = seal(
                Change(
                    stream,
                    device,
                    last.seq + 1 if last else 1,
                    last.digest if last else "",
                    others,
                    place.latest,
                    author,
                    act.kind,
                    act.record,
                    canonical(act.patch),
                    cause,
                )
            )
            place.tips = sorted([*others, Tip(device, new.change.seq, new.digest)])
            sealed.append(new)
        self._insert(sealed)
        touched = {(act.kind, act.record) for act in acts}
        if newcomer or any(act.kind == Admission.kind for act in acts):
            touched = self._anew(stream, place.authority, touched)
        self._fold(stream, touched)
        for act in acts:
            for name in act.patch if act.settles is None else act.settles:
                self.settle_draft(stream, act.kind, act.record, name)
        return sealed

    def receive(self, changes: Iterable[Sealed]) -> list[Received]:
        """Append what is unknown of these changes and fold what it touches.

        Receiving again changes nothing. Raises BundleGap where a device's changes do not follow on what is
        known, BundleDamaged where a change does not name its predecessor.
        """
        ordered = sorted(changes, key=lambda sealed: (sealed.change.stream, sealed.change.seq))
        return [
            self._receive(stream, list(group))
            for stream, group in groupby(ordered, key=lambda sealed: sealed.change.stream)
        ]

    def _receive(self, stream: str, incoming: list[Sealed]) -> Received:
        """Receive changes of one stream, ordered by `seq`."""
        known = {
            digest: (device, seq)
            for digest, device, seq in self._db.execute(
                "select digest, device, seq from changes where stream = ?", [stream]
            )
        }
        fresh = list({sealed.digest: sealed for sealed in incoming if sealed.digest not in known}.values())
        if not fresh:
            return Received(stream, 0, len(incoming))
        first_receipt = not known
        _check_chains(fresh, known)
        authority = self._stream(stream).authority
        self._insert(fresh)
        fresh_devices = {sealed.change.device for sealed in fresh}
        touched = {(sealed.change.kind, sealed.change.record) for sealed in fresh}
        touched = self._anew(stream, authority, touched)
        if self._stream(stream).sight.forked & fresh_devices:
            touched = self._records(stream)  # a fork changes who had seen what, anywhere in the stream
        folded = self._project(stream, fresh) if first_receipt else self._fold(stream, touched)
        counted = self._stream(stream).authority.counts
        return Received(
            stream,
            len(fresh),
            len(incoming) - len(fresh),
            frozenset(touched),
            frozenset(fresh_devices),
            sum(not counted(sealed) for sealed in fresh),
            folded.agreed,
        )

    def _anew(self, stream: str, before: Authority, touched: set[tuple[str, str]]) -> set[tuple[str, str]]:
        """Read again where a stream stands; what is to be folded again: all of it if others count now."""
        self._streams.pop(stream, None)
        return touched if self._stream(stream).authority.agrees(before) else self._records(stream)

    def _insert(self, sealed: Sequence[Sealed]) -> None:
        self._db.conn.executemany(
            f"insert into changes ({_COLUMNS}) values (?,?,?,?,?,?,?,?,?,?,?,?)",
            [
                (digest, *change[:4], canonical(change.seen) if change.seen else "[]", *change[5:])
                for digest, change in sealed
            ],
        )

    # --- folding -----------------------------------------------------------------------------------

    def fields(self, stream: str, kind: str, record: str) -> dict[str, Field]:
        """A record's fields with their heads, folded now; empty where nothing is known of it."""
        return fold(self.history(stream, kind, record), self._stream(stream).sight)

    def history(self, stream: str, kind: str, record: str) -> list[Sealed]:
        """All changes to one record that count, in the order of the law."""
        return list(filter(self._stream(stream).counts, self.said(stream, kind, record)))

    def said(self, stream: str, kind: str, record: str) -> list[Sealed]:
        """All changes to one record, those in quarantine too."""
        where = "stream = ? and kind = ? and record = ? order by at, device, digest"
        return list(self._read(where, [stream, kind, record]))

    def quarantined(self, stream: str) -> list[Sealed]:
        """The changes that do not count, each device's in sequence."""
        authority = self._stream(stream).authority
        if authority.open:
            return []
        # Of nearly all devices everything counts but for an admission perhaps, and need not be read.
        doubtful = [device for device in self._devices(stream) if device not in authority.plain]
        found = {
            *self._read("stream = ? and kind = ?", [stream, Admission.kind]),
            *(s for each in doubtful for s in self._read("stream = ? and device = ?", [stream, each])),
        }
        barred = filter(authority.bar, found)
        return sorted(barred, key=lambda sealed: (sealed.change.device, sealed.change.seq, sealed.digest))

    def authority(self, stream: str) -> Authority:
        """Who may write in a stream."""
        return self._stream(stream).authority

    def history_inside(self, stream: str, kind: str, key: str) -> list[Sealed]:
        """All changes to the records inside one, in order: `key[…` in a repeat, `key/…` in its instance."""
        where = (
            "stream = ? and kind = ? and (record between ? and ? or record between ? and ?) "
            "order by at, device, digest"
        )
        bounds = [f"{key}[", f"{key}[{_LAST}", f"{key}/", f"{key}/{_LAST}"]
        return list(filter(self._stream(stream).counts, self._read(where, [stream, kind, *bounds])))

    def authors(self, stream: str, kind: str) -> dict[str, str]:
        """Who began each record of a kind."""
        sql = "select record, author, min(at) from changes where stream = ? and kind = ? group by record"
        return {record: author for record, author, _at in self._db.execute(sql, [stream, kind])}

    def rebuild(self) -> int:
        """Drop the projections and fold everything again; the number of rows."""
        self._projections.clear()
        self._streams.clear()
        return sum(self._project(each, self._read("stream = ?", [each])).rows for each in self.streams())

    def _fold(self, stream: str, touched: set[tuple[str, str]]) -> _Folded:
        if len(touched) < _MANY:
            changes = [sealed for kind, record in touched for sealed in self.history(stream, kind, record)]
        else:
            changes = [
                sealed
                for sealed in self._read("stream = ?", [stream])
                if (sealed.change.kind, sealed.change.record) in touched
            ]
        return self._project(stream, changes, touched)

    def _project(
        self, stream: str, changes: Iterable[Sealed], touched: Iterable[tuple[str, str]] = ()
    ) -> _Folded:
        """Fold changes that are all there are of their records; a record of which none counts has no row."""
        agreed = 0

        def folded() -> Iterator[tuple[str, str, Mapping[str, Field]]]:
            nonlocal agreed
            for (kind, record), group in records.items():
                fields = fold(group, place.sight)
                agreed += any(len(field.heads) > 1 and not field.disputed for field in fields.values())
                yield kind, record, fields

        place = self._stream(stream)
        records: dict[tuple[str, str], list[Sealed]] = {}
        for sealed in filter(place.counts, changes):
            records.setdefault((sealed.change.kind, sealed.change.record), []).append(sealed)
        self._projections.drop(stream, set(touched) - records.keys())
        rows = self._projections.write(stream, folded())
        return _Folded(rows, agreed)

    # --- reading -----------------------------------------------------------------------------------

    def streams(self) -> list[str]:
        """All streams that have a change."""
        return [row[0] for row in self._db.execute("select distinct stream from changes order by stream")]

    def changes(self, stream: str, after: Mapping[str, int] | None = None) -> Iterator[Sealed]:
        """The changes of a stream, whoever wrote them, each device's in sequence: what is sent on.

        after: by device, the last `seq` that the receiver has; all of a device that is not in it.
        """
        for device in self._devices(stream):
            where = "stream = ? and device = ? and seq > ? order by seq, digest"
            yield from self._read(where, [stream, device, (after or {}).get(device, 0)])

    def count(self, stream: str | None = None) -> int:
        """How many changes there are, in one stream or in all."""
        where, values = (" where stream = ?", [stream]) if stream else ("", [])
        return self._db.execute(f"select count(*) from changes{where}", values).fetchone()[0]

    def tips(self, stream: str) -> list[Tip]:
        """The last change of every branch of every device."""
        return list(self._stream(stream).tips)

    def holds(self, stream: str, tips: Iterable[Tip]) -> bool:
        """Whether these ends of histories are known; their digests vouch for all that came before them."""
        sql = "select 1 from changes where stream = ? and device = ? and seq = ? and digest = ?"
        return all(self._db.execute(sql, [stream, *tip]).fetchone() for tip in tips)

    def forks(self, stream: str) -> frozenset[str]:
        """The devices whose history splits in this stream."""
        return self._stream(stream).sight.forked

    def latest(self, stream: str) -> int:
        """The greatest clock value of a stream, 0 where it is empty."""
        return self._stream(stream).latest

    def touched_by(self, stream: str, device: str, kind: str, until: int | None = None) -> int:
        """On how many records of a kind a device wrote, in all or up to one of its changes."""
        sql = "select count(distinct record) from changes where stream = ? and device = ? and kind = ?"
        if until is None:
            return self._db.execute(sql, [stream, device, kind]).fetchone()[0]
        return self._db.execute(f"{sql} and seq <= ?", [stream, device, kind, until]).fetchone()[0]

    def _devices(self, stream: str) -> list[str]:
        return sorted({tip.device for tip in self._stream(stream).tips})

    def _records(self, stream: str) -> set[tuple[str, str]]:
        sql = "select distinct kind, record from changes where stream = ?"
        return {(kind, record) for kind, record in self._db.execute(sql, [stream])}

    def _read(self, where: str, values: Sequence[object]) -> Iterator[Sealed]:
        for row in self._db.execute(f"select {_COLUMNS} from changes where {where}", list(values)):
            seen = _seen(row[5]) if row[5] != "[]" else ()
            yield Sealed(row[0], Change._make((*row[1:5], seen, *row[6:])))

    def _stream(self, stream: str) -> _Stream:
        place = self._streams.get(stream)
        if place is None:
            place = self._streams[stream] = self._load(stream)
        return place

    def _load(self, stream: str) -> _Stream:
        rows = self._db.execute(
            "select device, max(seq), count(*), max(at) from changes where stream = ? group by device",
            [stream],
        ).fetchall()
        forked = {device for device, last, count, _ in rows if count > last}
        tips: list[Tip] = []
        history: list[Sealed] = []
        for device, last, _, _ in rows:
            where = "stream = ? and device = ?"
            if device in forked:
                branches = list(self._read(where, [stream, device]))
                history += branches
                continued = {sealed.change.prev for sealed in branches}
                tips += [Tip(device, s.change.seq, s.digest) for s in branches if s.digest not in continued]
            else:
                tips += [
                    Tip(device, last, sealed.digest)
                    for sealed in self._read(f"{where} and seq = ?", [stream, device, last])
                ]
        sight = Sight(history)
        admissions = self._read("stream = ? and kind = ?", [stream, Admission.kind])
        return _Stream(
            latest=max((row[3] for row in rows), default=0),
            tips=sorted(tips),
            sight=sight,
            authority=Authority(stream, [row[0] for row in rows], admissions, sight),
            own=frozenset(
                row[0]
                for row in self._db.execute(
                    "select device from devices union select device from retired_devices"
                )
            ),
        )

    # --- what devices vouch for ----------------------------------------------------------------------

    def vouch(self, stream: str, vouched: Mapping[str, Vouched]) -> None:
        """Keep, by digest of a change, what its device said of it; of earlier changes it is not needed."""
        tips = {tip.digest: tip.device for tip in self.tips(stream)}
        self._db.conn.executemany(
            "insert or ignore into vouchers values (?, ?, ?, ?)",
            [(digest, stream, *vouched[digest]) for digest in vouched.keys() & tips.keys()],
        )
        passed = self.vouched(stream).keys() - tips.keys()
        self._db.conn.executemany("delete from vouchers where digest = ?", [(each,) for each in passed])

    def vouched(self, stream: str) -> dict[str, Vouched]:
        """What devices said of the ends of their histories, by digest."""
        sql = "select digest, public_key, signature from vouchers where stream = ?"
        return {row[0]: Vouched(*row[1:]) for row in self._db.execute(sql, [stream])}

    # --- acts --------------------------------------------------------------------------------------

    def keep_act(self, stream: str, device: str, act: Stretch) -> None:
        """Remember, for this laptop alone, that changes of its own are one act, or of a special way."""
        self._db.execute(
            "insert or replace into acts (stream, device, last, first, way) values (?, ?, ?, ?, ?)",
            [stream, device, act.last, act.first, act.way],
        )

    def act_ending(self, stream: str, device: str, last: int) -> Stretch:
        """The act that ends with a change; the change alone where nothing else is remembered."""
        sql = "select first, last, way from acts where stream = ? and device = ? and last = ?"
        row = self._db.execute(sql, [stream, device, last]).fetchone()
        return Stretch(*row) if row else Stretch(last, last)

    def written(self, stream: str, device: str, act: Stretch) -> list[Sealed]:
        """The changes of an act, in sequence."""
        where = "stream = ? and device = ? and seq between ? and ? order by seq"
        return list(self._read(where, [stream, device, act.first, act.last]))

    def around(self, sealed: Sealed) -> tuple[dict[str, Field], list[Sealed]]:
        """A record as the writer of a change to it had it before, and the changes to it not seen then."""
        change = sealed.change
        sight = self._stream(change.stream).sight
        history = self.history(change.stream, change.kind, change.record)
        seen, unseen = parted(sealed, history, sight)
        return fold(seen, sight), unseen

    # --- drafts ------------------------------------------------------------------------------------

    def draft(self, draft: Draft) -> None:
        """Keep text being typed, in place of what the field's draft held before."""
        self._db.execute(
            "insert or replace into drafts values (?, ?, ?, ?, ?, ?)",
            [draft.stream, draft.kind, draft.record, draft.field, draft.value, draft.at],
        )

    def drafts(self) -> list[Draft]:
        """What was being typed and never became a change."""
        return [Draft(*row) for row in self._db.execute("select * from drafts order by at")]

    def settle_draft(self, stream: str, kind: str, record: str, name: str) -> None:
        """Drop a field's draft, and those of its parts (`value/CD04_tu`)."""
        self._db.execute(
            "delete from drafts where stream = ? and kind = ? and record = ? and (field = ? or field like ?)",
            [stream, kind, record, name, f"{name}/%"],
        )

    # --- proof -------------------------------------------------------------------------------------

    def verify(self, say: Callable[[str], None]) -> int:
        """Recompute every digest and chain, and the projections; `say` each fault. The number of changes."""
        count = 0
        for stream in self.streams():
            places: dict[str, tuple[str, int]] = {}
            for sealed in self._read("stream = ? order by device, seq", [stream]):
                count += 1
                change = sealed.change
                where = tr("change {seq} of laptop {device}", seq=change.seq, device=change.device)
                if seal(change).digest != sealed.digest:
                    say(tr("{where} was altered", where=where))
                if change.seq > 1 and places.get(change.prev) != (change.device, change.seq - 1):
                    say(tr("{where} does not follow on the one before", where=where))
                places[sealed.digest] = (change.device, change.seq)
        before = self._projections.rows()
        self.rebuild()
        if self._projections.rows() != before:
            say(tr("the tables did not match the ledger and were made again"))
        return count


def _check_chains(fresh: Sequence[Sealed], known: Mapping[str, tuple[str, int]]) -> None:
    """Every fresh change, ordered by `seq`, must follow on a known or a fresh one of its device."""
    places = dict(known)
    held: dict[str, int] = {}
    for device, seq in known.values():
        held[device] = max(seq, held.get(device, 0))
    for digest, change in fresh:
        last = held.get(change.device, 0)
        if change.seq > last + 1:
            raise BundleGap(first=last + 1, last=change.seq - 1, device=change.device)
        follows = places.get(change.prev) == (change.device, change.seq - 1)
        if not (follows or (change.seq == 1 and not change.prev)):
            reason = tr("the changes of laptop {device} do not follow on each other", device=change.device)
            raise BundleDamaged(file=tr("received"), reason=reason)
        places[digest] = (change.device, change.seq)
        held[change.device] = max(change.seq, last)
