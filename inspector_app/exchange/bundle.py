"""The file in which visits travel: written so that all of it arrives or none, read as if by an enemy.

A bundle (`.cchc`) is a zip, plain or sealed, of

- `changes.jsonl`: one change a line, as canonical JSON; stream after stream, each device's in sequence;
- `templates/<digest>.xml`: the published checklists that the visits are or were pinned to;
- `files/<sha256>`: what those checklists read, called by name in the manifest's `files`;
- `reference/units`, `reference/calendar`: a newer list of communes, a newer working calendar;
- `evidence/<sha256>`: the photos and scans that it names now, as far as the sender has them, or instead of
  them `thumbnails/<sha256>`: small pictures of them, or neither;
- `summary.txt`: what it holds, for people;
- `manifest.json`: format, the least format a reader must know, kind, sender, what of each stream is in here
  and what the sender holds of it, each device's signature over the end of its own history, and every other
  member's size and SHA-256; canonical JSON;
- `manifest.sig`: the sender's Ed25519 signature over the manifest's bytes (base64).

Writing goes aside, is flushed, read back and proved, then renamed. Reading bounds every size before it
decompresses, takes no path from the file, and checks signature, digests and counts before anything is used.
Both go member by member, so that memory stays the same however many photos travel. A sealed bundle holds the
same members as age files (`container.py`). `format` and `reader` leave room: an older one refuses politely.

Whoever carries a bundle can leave changes out, but cannot alter or invent any: each device's history ends in
a change that the device itself signed, and every change before it is named by the one that follows.
"""

import base64
import hashlib
import json
import re
import zipfile
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Annotated, Any, BinaryIO, Literal, cast

import msgspec
from msgspec import Meta
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from inspector_app import paths
from inspector_app.domain.changes import Change, Sealed, canonical, seal
from inspector_app.domain.errors import (
    BundleDamaged,
    BundleForOthers,
    BundleNewer,
    BundleSealed,
    BundleUnreadable,
    FileTrouble,
)
from inspector_app.domain.records import Admission
from inspector_app.domain.templates import FILE_NAME, template_digest
from inspector_app.exchange.container import (
    NO_KEYS,
    PIECE,
    Keys,
    NoKey,
    PassphraseNeeded,
    Reader,
    Seal,
    TooLarge,
    Unpackable,
    Writer,
    in_parts,
    reader,
    writer,
)
from inspector_app.exchange.keys import SigningKey, device_of, handed_on, is_recipient, verify, vouches
from inspector_app.i18n import tr

FORMAT = 1
SUFFIX = ".cchc"
_MANIFEST, _SIGNATURE, _CHANGES, _SUMMARY = "manifest.json", "manifest.sig", "changes.jsonl", "summary.txt"
_MEMBER = re.compile(
    r"changes\.jsonl|summary\.txt|templates/[0-9a-f]{64}\.xml|(?:files|evidence|thumbnails)/[0-9a-f]{64}"
    r"|reference/(?:units|calendar)"
)
_EVIDENCE, _THUMBNAILS, _REFERENCE = "evidence/", "thumbnails/", "reference/"
_MAXIMUM_FILE = 8 << 30
_MAXIMUM_MANIFEST = 16 << 20
_MAXIMUM_MEMBER = 1 << 30
MAXIMUM_REFERENCE = 16 << 20
_MAXIMUM_CHANGES = 4 << 30
_MAXIMUM_LINE = 8 << 20
_MAXIMUM_MEMBERS = 50_000
_MAXIMUM_COUNT = 2_000_000
"""So many changes at most: a stream is held in memory while it is proved."""


UPGRADES: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""By an older format that was released, what makes of a manifest in it one in the next format."""
Kind = Literal["assignment", "hand-over", "return", "receipt", "templates", "reference"]
"""What a bundle is for: the office gives visits to a team; a laptop gives its work to another; a team gives a
visit back to the office; a laptop says what it holds; the office gives out checklists, or lists."""
Pictures = Literal["all", "thumbnails", "none"]
"""What goes along of photos and scans."""


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Sender(_Strict):
    """Who made the bundle, and with which key."""

    device: str
    public_key: str
    recipient: str
    """The age public key to seal for this laptop."""
    author: str
    laptop: str


class Member(_Strict):
    """A file inside the bundle, as the manifest vouches for it."""

    size: int = Field(ge=0, le=_MAXIMUM_CHANGES)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")


class Held(_Strict):
    """What a laptop holds of a stream: the last change of every branch of every device, and its evidence."""

    tips: list[tuple[str, int, str]]
    evidence: list[str]


class Heard(Held):
    """What a third laptop held when the sender last heard of it; `at` in milliseconds since 1970."""

    laptop: str
    person: str
    at: int = Field(ge=0, lt=1 << 63)


class Span(Held):
    """What of a stream is in the bundle, what of it the sender holds, in here or not, and who else what.

    `changes`: by device, the first and the last `seq` in here; `others`: by device; `state`: the digest of
    all that the sender holds (`state_of`); `vouched`: by digest of the last change of a history, the public
    key of its device, and the device's signature over that digest.
    """

    changes: dict[str, tuple[int, int]]
    others: dict[str, Heard]
    state: str
    vouched: dict[str, tuple[str, str]]


class Manifest(_Strict):
    """What a bundle says it holds: `streams` by id, `files` by checklist the SHA-256 of its files by name."""

    format: int
    reader: int
    kind: Kind
    evidence: Pictures
    made_at: AwareDatetime
    sender: Sender
    changes: int = Field(ge=0, le=_MAXIMUM_COUNT)
    streams: dict[str, Span]
    files: dict[str, dict[str, str]]
    members: dict[str, Member]


class _Line(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """One change as it travels."""

    stream: Annotated[str, Meta(min_length=1, max_length=200)]
    device: Annotated[str, Meta(min_length=1, max_length=64)]
    seq: Annotated[int, Meta(ge=1)]
    prev: Annotated[str, Meta(max_length=64)]
    seen: tuple[tuple[str, int, str], ...]
    at: Annotated[int, Meta(ge=0, le=(1 << 63) - 1)]
    author: Annotated[str, Meta(max_length=500)]
    kind: Annotated[str, Meta(min_length=1, max_length=64)]
    record: Annotated[str, Meta(min_length=1, max_length=500)]
    patch: dict[str, Any]
    cause: str


_lines = msgspec.json.Decoder(_Line).decode_lines


@dataclass(frozen=True, slots=True)
class Template:
    """A published checklist as it travels."""

    xform: bytes
    files: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What is to travel: changes stream by stream, each device's in sequence; evidence by SHA-256."""

    kind: Kind
    changes: Iterable[Sealed]
    streams: Mapping[str, Span]
    """What the sender holds; which changes are in here is counted while they are written."""
    templates: Mapping[str, Template]
    summary: str
    pictures: Pictures = "all"
    evidence: Iterable[str] = ()
    photo: Callable[[str], bytes | None] = lambda _: None
    """Gives the file of a digest, or its thumbnail; None where the sender lacks it."""
    reference: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    """What is looked up, by `units` and `calendar`."""


@dataclass(frozen=True, slots=True)
class Written:
    """A bundle that stands complete on the disk."""

    file: Path
    size: int
    changes: int
    fingerprint: str


# --- writing -------------------------------------------------------------------------------------


def write(
    target: Path,
    content: Outgoing,
    seal: Seal | None = None,
    *,
    key: SigningKey,
    author: str,
    laptop: str,
    made_at: datetime,
) -> Written:
    """Write a bundle, sealed or plain. Raises FileTrouble; the target then is as it was before."""
    sender = Sender(
        device=key.device,
        public_key=key.public,
        recipient=key.recipient,
        author=author,
        laptop=laptop,
    )
    packed: list[_Packing] = []

    def pack(file: BinaryIO) -> None:
        with writer(file, seal) as members:
            packing = _Packing(members)
            packing.pack(content, sender, key, made_at)
        packed.append(packing)

    try:
        paths.write_whole(target, pack, prove=lambda aside: packed[0].prove(aside))
        size = target.stat().st_size
    except (BundleDamaged, BundleUnreadable) as error:
        reason = tr("what was written reads back differently; the stick may be failing")
        raise FileTrouble(file=target.name, reason=reason) from error
    except OSError as error:
        raise FileTrouble(file=target.name, reason=error.strerror or str(error)) from error
    return Written(target, size, packed[0].tally.count, packed[0].fingerprint)


class _Packing:
    """A bundle being written: what went into it so far."""

    def __init__(self, members: Writer) -> None:
        self._writer = members
        self.members: dict[str, Member] = {}
        self.tally = _Tally()
        self.fingerprint = ""

    def pack(self, content: Outgoing, sender: Sender, key: SigningKey, made_at: datetime) -> None:
        self._add(_CHANGES, _spelled(content.changes, self.tally))
        small = {_SUMMARY: content.summary.encode()}
        small |= {f"templates/{digest}.xml": held.xform for digest, held in content.templates.items()}
        small |= {
            f"files/{_sha256(data)}": data
            for held in content.templates.values()
            for data in held.files.values()
        }
        small |= {_REFERENCE + name: data for name, data in content.reference.items()}
        for name, data in sorted(small.items()):
            self._add(name, [data])
        folder = _THUMBNAILS if content.pictures == "thumbnails" else _EVIDENCE
        for digest in sorted(set(content.evidence) if content.pictures != "none" else ()):
            photo = content.photo(digest)
            if photo is not None:
                self._add(folder + digest, [photo])
        manifest = Manifest(
            format=FORMAT,
            reader=FORMAT,
            kind=content.kind,
            evidence=content.pictures,
            made_at=made_at.astimezone(UTC),
            sender=sender,
            changes=self.tally.count,
            streams={
                stream: span.model_copy(update={"changes": self.tally.spans.get(stream, {})})
                for stream, span in content.streams.items()
            },
            files={
                digest: {name: _sha256(data) for name, data in held.files.items()}
                for digest, held in content.templates.items()
            },
            members=dict(self.members),
        )
        text = canonical(manifest.model_dump(mode="json")).encode()
        self.fingerprint = _sha256(text)
        self._add(_MANIFEST, [text])
        self._add(_SIGNATURE, [base64.b64encode(key.sign(text))])

    def prove(self, file: Path) -> None:
        """Read everything back, as a receiver would. Raises BundleDamaged, BundleUnreadable, OSError."""
        with file.open("rb") as source:
            held = Bundle(_reader(source, file.name, Keys(inner=self._writer.inner)), file.name)
            if held.fingerprint != self.fingerprint:
                raise BundleUnreadable(file=file.name)
            for member in held.manifest.members:
                for _ in held.pieces(member):
                    pass  # read to its end, where its digest is checked

    def _add(self, name: str, pieces: Iterable[bytes]) -> None:
        """Write a member, and note what the manifest is to say of it."""
        digest, size = hashlib.sha256(), 0

        def passing() -> Iterator[bytes]:
            nonlocal size
            for piece in in_parts(pieces, PIECE):
                digest.update(piece)
                size += len(piece)
                yield piece

        # Photos do not shrink: deflating them would only cost time.
        self._writer.add(name, passing(), deflate=not name.startswith((_EVIDENCE, _THUMBNAILS)))
        self.members[name] = Member(size=size, sha256=digest.hexdigest())


class _Tally:
    """Counts changes as they go by."""

    def __init__(self) -> None:
        self.count = 0
        self.spans: dict[str, dict[str, tuple[int, int]]] = {}

    def add(self, change: Change) -> None:
        held = self.spans.setdefault(change.stream, {})
        first, last = held.get(change.device, (change.seq, change.seq))
        held[change.device] = min(first, change.seq), max(last, change.seq)
        self.count += 1


def _spelled(changes: Iterable[Sealed], tally: _Tally) -> Iterator[bytes]:
    for _, change in changes:
        tally.add(change)
        yield canonical({**change._asdict(), "patch": change.values()}).encode() + b"\n"


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


# --- reading -------------------------------------------------------------------------------------


@contextmanager
def opened(file: Path, keys: Keys = NO_KEYS) -> Generator["Bundle"]:
    """A bundle whose manifest has been proved; each member is proved when it is read.

    Raises BundleUnreadable, BundleDamaged, BundleNewer, BundleSealed, BundleForOthers, FileTrouble; so does
    reading on from it.
    """
    try:
        if file.stat().st_size > _MAXIMUM_FILE:
            raise BundleUnreadable(file=file.name)
        with file.open("rb") as source:
            yield Bundle(_reader(source, file.name, keys), file.name)
    except OSError as error:
        raise FileTrouble(file=file.name, reason=error.strerror or str(error)) from error


def _reader(source: BinaryIO, name: str, keys: Keys) -> Reader:
    try:
        return reader(source, keys)
    except zipfile.BadZipFile as error:
        source.seek(0)
        # A zip that is cut off is a damaged bundle; anything else was never one.
        if source.read(4) == b"PK\x03\x04":
            raise BundleDamaged(file=name, reason=tr("it is incomplete")) from error
        raise BundleUnreadable(file=name) from error
    except PassphraseNeeded as error:
        raise BundleSealed(file=name) from error
    except NoKey as error:
        raise BundleForOthers(file=name) from error
    except (Unpackable, TooLarge) as error:
        raise BundleDamaged(file=name, reason=tr("it cannot be unpacked")) from error


class Bundle:
    """A bundle open for reading. Nothing of a member is given out for good before its digest has fitted:
    whoever reads changes or evidence does so inside a transaction."""

    def __init__(self, members: Reader, name: str) -> None:
        self._members = members
        self._name = name
        sizes = members.sizes
        if _MANIFEST not in sizes or len(sizes) > _MAXIMUM_MEMBERS:
            raise BundleUnreadable(file=name)
        text = b"".join(self._unpacked(_MANIFEST, _MAXIMUM_MANIFEST))
        self.manifest = _manifest(text, name)
        self.fingerprint = _sha256(text)
        """SHA-256 of the manifest: names the bundle."""
        signature = b"".join(self._unpacked(_SIGNATURE, 200)) if _SIGNATURE in sizes else b""
        if not _signed(self.manifest.sender, signature, text):
            raise self._damaged(tr("its signature does not fit"))
        if {*self.manifest.members, _MANIFEST, _SIGNATURE} != set(sizes):
            raise self._damaged(tr("it holds other files than its manifest names"))
        if not is_recipient(self.manifest.sender.recipient):
            raise self._damaged(tr("it does not say how to seal for its sender"))
        if any(sizes[name] != vouched.size for name, vouched in self.manifest.members.items()):
            raise self._damaged(tr("a file inside is larger than its manifest says"))
        if not all(map(_MEMBER.fullmatch, self.manifest.members)):
            raise self._damaged(tr("a file inside has a name that is not allowed"))

    def templates(self) -> dict[str, Template]:
        """The checklists with their files; each must have the digest that it goes by."""
        members = self.manifest.members
        templates: dict[str, Template] = {}
        for digest, named in self.manifest.files.items():
            places = [f"templates/{digest}.xml", *(f"files/{sha256}" for sha256 in named.values())]
            if not members.keys() >= set(places) or not all(map(FILE_NAME.fullmatch, named)):
                raise self._damaged(tr("a checklist inside is not complete"))
            xform, *contents = map(self._whole, places)
            files = dict(zip(named, contents, strict=True))
            if template_digest(xform, files) != digest:
                raise self._damaged(tr("a checklist inside does not fit its name"))
            templates[digest] = Template(xform, files)
        return templates

    def reference(self) -> dict[str, bytes]:
        """What is looked up, by `units` and `calendar`, as far as it came along."""
        names = (name for name in self.manifest.members if name.startswith(_REFERENCE))
        return {name.removeprefix(_REFERENCE): self._whole(name, MAXIMUM_REFERENCE) for name in names}

    def streams(self, wanted: Collection[str]) -> Iterator[tuple[str, list[Sealed]]]:
        """The changes of these streams, one stream after the other; sealed anew, their ends proved.

        That a device's changes follow on each other is for the ledger to prove, which knows what came before.
        """
        if not wanted:
            return
        done: set[str] = set()
        for stream, lines in groupby(self._lines(), key=lambda line: line.stream):
            held = list(lines)
            if stream in done or stream not in self.manifest.streams:
                raise self._damaged(tr("its changes do not end where its manifest says"))
            done.add(stream)
            if stream in wanted:
                changes = [_sealed(line) for line in held]
                self._check_ends(self.manifest.streams[stream], changes)
                self._check_words(self.manifest.streams[stream], changes)
                yield stream, changes
        if any(span.changes for stream, span in self.manifest.streams.items() if stream not in done):
            raise self._damaged(tr("its changes do not end where its manifest says"))

    def evidence(self) -> tuple[str, ...]:
        """The digests of the photos and scans in it."""
        names = (name for name in self.manifest.members if name.startswith(_EVIDENCE))
        return tuple(name.removeprefix(_EVIDENCE) for name in names)

    def thumbnails(self) -> Iterator[tuple[str, bytes]]:
        """Small pictures of photos and scans that did not come along, by the digest of these."""
        for name in self.manifest.members:
            if name.startswith(_THUMBNAILS):
                yield name.removeprefix(_THUMBNAILS), self._whole(name)

    def photo(self, digest: str) -> bytes:
        """One photo or scan; its name is its digest."""
        if self.manifest.members[_EVIDENCE + digest].sha256 != digest:
            raise self._damaged(tr("{member} was altered", member=_EVIDENCE + digest))
        return self._whole(_EVIDENCE + digest)

    def pieces(self, member: str) -> Iterator[bytes]:
        """A member piece by piece, never more than its manifest says; its digest is checked at the end."""
        vouched = self.manifest.members[member]
        digest = hashlib.sha256()
        for piece in self._unpacked(member, vouched.size):
            digest.update(piece)
            yield piece
        if digest.hexdigest() != vouched.sha256:
            raise self._damaged(tr("{member} was altered", member=member))

    # --- inside ------------------------------------------------------------------------------------

    def _whole(self, member: str, limit: int = _MAXIMUM_MEMBER) -> bytes:
        if self.manifest.members[member].size > limit:
            raise self._damaged(tr("a file inside is larger than its manifest says"))
        return b"".join(self.pieces(member))

    def _unpacked(self, member: str, limit: int) -> Iterator[bytes]:
        """A member's bytes, never more than `limit`."""
        try:
            yield from self._members.pieces(member, limit)
        except TooLarge as error:
            raise self._damaged(tr("a file inside is larger than its manifest says")) from error
        except Unpackable as error:
            raise self._damaged(tr("it cannot be unpacked")) from error

    def _lines(self) -> Iterator[_Line]:
        """The changes as they stand in the file, in pieces that end with a line; as many as it says."""
        count, rest = 0, b""
        try:
            for piece in self.pieces(_CHANGES) if _CHANGES in self.manifest.members else ():
                whole, line, rest = (rest + piece).rpartition(b"\n")
                found = _lines(whole + line)
                count += len(found)
                if count > self.manifest.changes:
                    break  # before more of them fill the memory
                yield from found
                if len(rest) > _MAXIMUM_LINE:
                    raise self._damaged(tr("a change in it cannot be read"))
            if rest or count != self.manifest.changes:
                raise self._damaged(tr("it holds another number of changes than it says"))
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise self._damaged(tr("a change in it cannot be read")) from error

    def _check_ends(self, span: Span, changes: list[Sealed]) -> None:
        """The changes must be those that the manifest names, and end in its tips: their digests vouch for
        all that came before."""
        ends = {tip for tip in span.tips if _within(tip, span)}
        held: dict[str, tuple[int, int]] = {}
        for device, of_device in groupby(changes, key=_writer):
            theirs = list(of_device)
            if device in held:
                raise self._damaged(tr("its changes do not end where its manifest says"))
            held[device] = theirs[0].change.seq, theirs[-1].change.seq
        digests = {digest for _, _, digest in ends}
        found = {(s.change.device, s.change.seq, s.digest) for s in changes if s.digest in digests}
        if held != span.changes or found != ends or {device for device, _, _ in ends} != held.keys():
            raise self._damaged(tr("its changes do not end where its manifest says"))

    def _check_words(self, span: Span, changes: list[Sealed]) -> None:
        """Every history must end in what its device signed, and a key that takes over must have its proof."""
        for device, theirs in groupby(changes, key=_writer):
            before = {digest: change.prev for digest, change in theirs}
            for digest in before.keys() - set(before.values()):
                public, signature = span.vouched.get(digest, ("", ""))
                if not vouches(device, public, digest, signature):
                    raise self._damaged(
                        tr("the history of laptop {device} is not signed by it", device=device)
                    )
        for _, change in changes:
            if change.kind == Admission.kind and not _is_proved(change):
                raise self._damaged(
                    tr("laptop {device} takes another's place without proof", device=change.device)
                )

    def _damaged(self, reason: str) -> BundleDamaged:
        return BundleDamaged(file=self._name, reason=reason)


def _manifest(text: bytes, name: str) -> Manifest:
    try:
        raw: Any = json.loads(text)
        if isinstance(raw, dict) and isinstance(raw.get("reader"), int) and raw["reader"] > FORMAT:
            raise BundleNewer(file=name)
        return Manifest.model_validate_json(_upgraded(raw, text))
    except (ValueError, ValidationError, RecursionError) as error:
        raise BundleDamaged(file=name, reason=tr("its manifest cannot be read")) from error


def _upgraded(raw: Any, text: bytes) -> bytes:
    """A manifest as today's format spells it: an older one goes through every format after it."""
    while isinstance(raw, dict):
        manifest = cast("dict[str, Any]", raw)
        step = UPGRADES.get(str(manifest.get("format")))
        if step is None:
            break
        raw = step(manifest)
        text = canonical(raw).encode()
    return text


def _signed(sender: Sender, signature: bytes, text: bytes) -> bool:
    try:
        return device_of(sender.public_key) == sender.device and verify(
            sender.public_key, base64.b64decode(signature, validate=True), text
        )
    except ValueError:
        return False


def _writer(sealed: Sealed) -> str:
    return sealed.change.device


def _is_proved(admission: Change) -> bool:
    """Whether a key that takes over the place of another shows that it may; others need not."""
    patch = admission.values()
    old, public, proof = (str(patch.get(name, "")) for name in ("succeeds", "old_key", "proof"))
    return not old or handed_on(admission.stream, old, public, admission.device, proof)


def _within(tip: tuple[str, int, str], span: Span) -> bool:
    """Whether a history ends in what the bundle holds, and not before it."""
    return tip[0] in span.changes and tip[1] >= span.changes[tip[0]][0]


def _sealed(line: _Line) -> Sealed:
    return seal(
        Change(
            line.stream,
            line.device,
            line.seq,
            line.prev,
            line.seen,
            line.at,
            line.author,
            line.kind,
            line.record,
            canonical(line.patch),
            line.cause,
        )
    )
