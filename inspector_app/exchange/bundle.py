"""The file in which visits travel: written so that all of it arrives or none, read as if by an enemy.

A bundle (`.cchc`) is a zip of

- `changes.jsonl`: one change a line, as canonical JSON; stream after stream, each device's in sequence;
- `templates/<digest>.xml`: the published checklists that the visits are or were pinned to;
- `files/<sha256>`: what those checklists read, called by name in the manifest's `files`;
- `evidence/<sha256>`: the photos and scans that its answers name, as far as the sender has them;
- `summary.txt`: what it holds, for people;
- `manifest.json`: format, the least format a reader must know, kind, sender, what of each stream is in here
  and what the sender holds of it, and every other member's size and SHA-256; canonical JSON;
- `manifest.sig`: the sender's Ed25519 signature over the manifest's bytes (base64).

Writing goes aside, is flushed, read back and proved, then renamed. Reading bounds every size before it
decompresses, takes no path from the file, and checks signature, digests and counts before anything is used.
Both go member by member, so that memory stays the same however many photos travel. Later formats seal the
content; `format` and `reader` leave them room: an older reader refuses politely.
"""

import base64
import hashlib
import json
import re
import zipfile
import zlib
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Annotated, Any, BinaryIO, Literal, NoReturn

import msgspec
from msgspec import Meta
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from inspector_app import paths
from inspector_app.domain.changes import Change, Sealed, canonical, seal
from inspector_app.domain.errors import BundleDamaged, BundleNewer, BundleUnreadable, FileTrouble
from inspector_app.domain.templates import FILE_NAME, template_digest
from inspector_app.exchange.keys import SigningKey, device_of, verify
from inspector_app.i18n import tr

FORMAT = 1
SUFFIX = ".cchc"
_MANIFEST, _SIGNATURE, _CHANGES, _SUMMARY = "manifest.json", "manifest.sig", "changes.jsonl", "summary.txt"
_MEMBER = re.compile(
    r"changes\.jsonl|summary\.txt|templates/[0-9a-f]{64}\.xml|(?:files|evidence)/[0-9a-f]{64}"
)
_EVIDENCE = "evidence/"
_MAXIMUM_FILE = 8 << 30
_MAXIMUM_MANIFEST = 16 << 20
_MAXIMUM_MEMBER = 1 << 30
_MAXIMUM_CHANGES = 4 << 30
_MAXIMUM_LINE = 8 << 20
_MAXIMUM_MEMBERS = 50_000
_PIECE = 1 << 20
_UNPACKING = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
"""What Python's zipfile raises on odd members."""
_EPOCH = (1980, 1, 1, 0, 0, 0)  # zip's own zero: equal content gives equal members


Kind = Literal["visit", "receipt"]
"""A visit's changes, or only the statement of what its sender holds."""


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Sender(_Strict):
    """Who made the bundle, and with which key."""

    device: str
    public_key: str
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

    `changes`: by device, the first and the last `seq` in here; `others`: by device.
    """

    changes: dict[str, tuple[int, int]]
    others: dict[str, Heard]


class Manifest(_Strict):
    """What a bundle says it holds: `streams` by id, `files` by checklist the SHA-256 of its files by name."""

    format: int
    reader: int
    kind: Kind
    made_at: AwareDatetime
    sender: Sender
    changes: int = Field(ge=0)
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
    evidence: Iterable[str] = ()
    photo: Callable[[str], bytes | None] = lambda _: None
    """Gives the file of a digest, None where the sender lacks it."""


@dataclass(frozen=True, slots=True)
class Written:
    """A bundle that stands complete on the disk."""

    file: Path
    size: int
    changes: int
    fingerprint: str


# --- writing -------------------------------------------------------------------------------------


def write(
    target: Path, content: Outgoing, *, key: SigningKey, author: str, laptop: str, made_at: datetime
) -> Written:
    """Write a bundle. Raises FileTrouble; the target then is as it was before."""
    sender = Sender(device=key.device, public_key=key.public, author=author, laptop=laptop)
    packed: list[Manifest] = []
    try:
        paths.write_whole(
            target,
            lambda file: packed.append(_pack(file, content, sender, key, made_at)),
            prove=lambda aside: _prove(aside, target.name),
        )
        size = target.stat().st_size
    except BundleDamaged as error:
        reason = tr("what was written reads back differently; the stick may be failing")
        raise FileTrouble(file=target.name, reason=reason) from error
    except OSError as error:
        raise FileTrouble(file=target.name, reason=error.strerror or str(error)) from error
    return Written(target, size, packed[0].changes, _sha256(_text(packed[0])))


def _pack(file: BinaryIO, content: Outgoing, sender: Sender, key: SigningKey, made_at: datetime) -> Manifest:
    with zipfile.ZipFile(file, "w") as archive:
        members: dict[str, Member] = {}
        tally = _Tally()
        members[_CHANGES] = _add(archive, _CHANGES, _spelled(content.changes, tally))
        small = {_SUMMARY: content.summary.encode()}
        small |= {f"templates/{digest}.xml": held.xform for digest, held in content.templates.items()}
        small |= {
            f"files/{_sha256(data)}": data
            for held in content.templates.values()
            for data in held.files.values()
        }
        for name, data in sorted(small.items()):
            members[name] = _add(archive, name, [data])
        for digest in sorted(set(content.evidence)):
            photo = content.photo(digest)
            if photo is not None:
                members[_EVIDENCE + digest] = _add(archive, _EVIDENCE + digest, [photo])
        manifest = Manifest(
            format=FORMAT,
            reader=FORMAT,
            kind=content.kind,
            made_at=made_at.astimezone(UTC),
            sender=sender,
            changes=tally.count,
            streams={
                stream: span.model_copy(update={"changes": tally.spans.get(stream, {})})
                for stream, span in content.streams.items()
            },
            files={
                digest: {name: _sha256(data) for name, data in held.files.items()}
                for digest, held in content.templates.items()
            },
            members=members,
        )
        text = _text(manifest)
        _add(archive, _MANIFEST, [text])
        _add(archive, _SIGNATURE, [base64.b64encode(key.sign(text))])
    return manifest


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


def _add(archive: zipfile.ZipFile, name: str, pieces: Iterable[bytes]) -> Member:
    """Write a member piece by piece; what the manifest is to say of it."""
    info = zipfile.ZipInfo(name, _EPOCH)
    # Photos do not shrink: deflating them would only cost time.
    info.compress_type = zipfile.ZIP_STORED if name.startswith(_EVIDENCE) else zipfile.ZIP_DEFLATED
    info._compresslevel = 1  # pyright: ignore[reportAttributeAccessIssue] - what writestr sets from its argument
    digest, size = hashlib.sha256(), 0
    with archive.open(info, "w", force_zip64=name == _CHANGES) as member:
        for piece in _in_pieces(pieces):
            member.write(piece)
            digest.update(piece)
            size += len(piece)
    return Member(size=size, sha256=digest.hexdigest())


def _in_pieces(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Many small pieces as fewer large ones."""
    held, size = list[bytes](), 0
    for line in lines:
        held.append(line)
        size += len(line)
        if size >= _PIECE:
            yield b"".join(held)
            held, size = [], 0
    yield b"".join(held)


def _text(manifest: Manifest) -> bytes:
    return canonical(manifest.model_dump(mode="json")).encode()


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _prove(file: Path, name: str) -> None:
    """Read everything in a bundle that was just written. Raises BundleDamaged."""
    with zipfile.ZipFile(file) as archive:
        bundle = Bundle(archive, name)
        for member in bundle.manifest.members:
            for _ in bundle.pieces(member):
                pass


# --- reading -------------------------------------------------------------------------------------


@contextmanager
def opened(file: Path) -> Generator["Bundle"]:
    """A bundle whose manifest has been proved; each member is proved when it is read.

    Raises BundleUnreadable, BundleDamaged, BundleNewer, FileTrouble; so does reading on from it.
    """
    try:
        if file.stat().st_size > _MAXIMUM_FILE:
            raise BundleUnreadable(file=file.name)
        with file.open("rb") as source:
            try:
                archive = zipfile.ZipFile(source)
            except _UNPACKING as error:
                _refuse_zip(source, file.name, error)
            with archive:
                yield Bundle(archive, file.name)
    except OSError as error:
        raise FileTrouble(file=file.name, reason=error.strerror or str(error)) from error


def _refuse_zip(source: BinaryIO, name: str, error: Exception) -> NoReturn:
    """A zip that is cut off is a damaged bundle; anything else was never one."""
    source.seek(0)
    if source.read(4) == b"PK\x03\x04":
        raise BundleDamaged(file=name, reason=tr("it is incomplete")) from error
    raise BundleUnreadable(file=name) from error


class Bundle:
    """A bundle open for reading. Nothing of a member is given out for good before its digest has fitted:
    whoever reads changes or evidence does so inside a transaction."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self._name = name
        infos = {info.filename: info for info in archive.infolist()}
        if _MANIFEST not in infos or len(infos) > _MAXIMUM_MEMBERS:
            raise BundleUnreadable(file=name)
        self._infos = infos
        text = b"".join(self._unpacked(_MANIFEST, _MAXIMUM_MANIFEST))
        self.manifest = _manifest(text, name)
        self.fingerprint = _sha256(text)
        """SHA-256 of the manifest: names the bundle."""
        signature = b"".join(self._unpacked(_SIGNATURE, 200)) if _SIGNATURE in infos else b""
        if not _signed(self.manifest.sender, signature, text):
            raise self._damaged(tr("its signature does not fit"))
        named = {*self.manifest.members, _MANIFEST, _SIGNATURE}
        if named != infos.keys() or len(infos) != len(archive.filelist):
            raise self._damaged(tr("it holds other files than its manifest names"))
        if any(infos[name].file_size != vouched.size for name, vouched in self.manifest.members.items()):
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

    def streams(self, wanted: Collection[str]) -> Iterator[tuple[str, list[Sealed]]]:
        """The changes of these streams, one stream after the other; sealed anew, their ends proved.

        That a device's changes follow on each other is for the ledger to prove, which knows what came before.
        """
        if not wanted:
            return
        done: set[str] = set()
        count = 0
        for stream, lines in groupby(self._lines(), key=lambda line: line.stream):
            held = list(lines)
            count += len(held)
            if stream in done or stream not in self.manifest.streams:
                raise self._damaged(tr("its changes do not end where its manifest says"))
            done.add(stream)
            if stream in wanted:
                changes = [_sealed(line) for line in held]
                self._check_ends(self.manifest.streams[stream], changes)
                yield stream, changes
        if count != self.manifest.changes:
            raise self._damaged(tr("it holds another number of changes than it says"))
        if any(span.changes for stream, span in self.manifest.streams.items() if stream not in done):
            raise self._damaged(tr("its changes do not end where its manifest says"))

    def evidence(self) -> tuple[str, ...]:
        """The digests of the photos and scans in it."""
        names = (name for name in self.manifest.members if name.startswith(_EVIDENCE))
        return tuple(name.removeprefix(_EVIDENCE) for name in names)

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

    def _whole(self, member: str) -> bytes:
        if self.manifest.members[member].size > _MAXIMUM_MEMBER:
            raise self._damaged(tr("a file inside is larger than its manifest says"))
        return b"".join(self.pieces(member))

    def _unpacked(self, member: str, limit: int) -> Iterator[bytes]:
        """A member's bytes, never more than `limit`: what the header claims is not believed."""
        left = limit
        try:
            with self._archive.open(self._infos[member]) as source:
                while piece := source.read(min(_PIECE, left + 1)):
                    left -= len(piece)
                    if left < 0:
                        raise self._damaged(tr("a file inside is larger than its manifest says"))
                    yield piece
        except _UNPACKING as error:
            raise self._damaged(tr("it cannot be unpacked")) from error

    def _lines(self) -> Iterator[_Line]:
        """The changes as they stand in the file, in pieces that end with a line."""
        if _CHANGES not in self.manifest.members:
            return
        rest = b""
        try:
            for piece in self.pieces(_CHANGES):
                whole, line, rest = (rest + piece).rpartition(b"\n")
                yield from _lines(whole + line)
                if len(rest) > _MAXIMUM_LINE:
                    raise self._damaged(tr("a change in it cannot be read"))
            yield from _lines(rest)
        except (msgspec.MsgspecError, RecursionError) as error:
            raise self._damaged(tr("a change in it cannot be read")) from error

    def _check_ends(self, span: Span, changes: list[Sealed]) -> None:
        """The changes must be those that the manifest names, and end in its tips: their digests vouch for
        all that came before."""
        ends = {tip for tip in span.tips if _within(tip, span)}
        held: dict[str, tuple[int, int]] = {}
        for device, of_device in groupby(changes, key=lambda sealed: sealed.change.device):
            theirs = list(of_device)
            if device in held:
                raise self._damaged(tr("its changes do not end where its manifest says"))
            held[device] = theirs[0].change.seq, theirs[-1].change.seq
        digests = {digest for _, _, digest in ends}
        found = {(s.change.device, s.change.seq, s.digest) for s in changes if s.digest in digests}
        if held != span.changes or found != ends or {device for device, _, _ in ends} != held.keys():
            raise self._damaged(tr("its changes do not end where its manifest says"))

    def _damaged(self, reason: str) -> BundleDamaged:
        return BundleDamaged(file=self._name, reason=reason)


def _manifest(text: bytes, name: str) -> Manifest:
    try:
        raw = json.loads(text)
        if isinstance(raw, dict) and isinstance(raw.get("reader"), int) and raw["reader"] > FORMAT:
            raise BundleNewer(file=name)
        return Manifest.model_validate_json(text)
    except (ValueError, ValidationError, RecursionError) as error:
        raise BundleDamaged(file=name, reason=tr("its manifest cannot be read")) from error


def _signed(sender: Sender, signature: bytes, text: bytes) -> bool:
    try:
        return device_of(sender.public_key) == sender.device and verify(
            sender.public_key, base64.b64decode(signature, validate=True), text
        )
    except ValueError:
        return False


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
