"""The file in which visits travel: written so that all of it arrives or none, read as if by an enemy.

A bundle (`.cchc`) is a zip of

- `manifest.json`: format, the least format a reader must know, kind, sender, streams with each device's last
  change, and every other member's size and SHA-256; canonical JSON;
- `manifest.sig`: the sender's Ed25519 signature over the manifest's bytes (base64);
- `changes.jsonl`: one change a line, as canonical JSON, each device's in sequence;
- `templates/<digest>.xml`: the published checklists that the visits are or were pinned to;
- `files/<sha256>`: what those checklists read, called by name in the manifest's `files`;
- `evidence/<sha256>`: the photos and scans that it names now, as far as the sender has them;
- `summary.txt`: what it holds, for people.

Writing goes aside, is flushed, read back and compared, then renamed. Reading bounds every size before it
decompresses, takes no path from the file, and checks signature, digests and counts before anything is used.
Later formats seal the content; `format` and `reader` leave them room: an older reader refuses politely.
"""

import base64
import hashlib
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NoReturn

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from inspector_app import paths
from inspector_app.domain.changes import Change, Sealed, Tip, canonical, seal
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
_MAXIMUM_FILE = 2 << 30
_MAXIMUM_MANIFEST = 4 << 20
_MAXIMUM_MEMBER = 1 << 30
_MAXIMUM_MEMBERS = 20_000
_UNPACKING = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
"""What Python's zipfile raises on odd members."""
_EPOCH = (1980, 1, 1, 0, 0, 0)  # zip's own zero: equal content gives equal members


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

    size: int = Field(ge=0, le=_MAXIMUM_MEMBER)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")


class Manifest(_Strict):
    """What a bundle says it holds. `streams` maps each stream to the tips of its devices' histories, `files`
    each checklist to the SHA-256 of its files by name."""

    format: int
    reader: int
    kind: str
    made_at: str
    sender: Sender
    changes: int = Field(ge=0)
    streams: dict[str, list[tuple[str, int, str]]]
    files: dict[str, dict[str, str]]
    members: dict[str, Member]


class _Line(BaseModel):
    """One change as it travels."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    stream: str = Field(min_length=1, max_length=200)
    device: str = Field(min_length=1, max_length=64)
    seq: int = Field(ge=1)
    prev: str = Field(max_length=64)
    seen: list[tuple[str, int, str]]
    at: int = Field(ge=0, lt=1 << 63)
    author: str = Field(max_length=500)
    kind: str = Field(min_length=1, max_length=64)
    record: str = Field(min_length=1, max_length=500)
    patch: dict[str, Any]
    cause: str


@dataclass(frozen=True, slots=True)
class Template:
    """A published checklist as it travels."""

    xform: bytes
    files: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Content:
    """A bundle that was read and found whole."""

    manifest: Manifest
    changes: tuple[Sealed, ...]
    templates: Mapping[str, Template]
    evidence: tuple[bytes, ...]
    fingerprint: str
    """SHA-256 of the manifest: names the bundle."""


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
    changes: Iterable[Sealed],
    tips: Mapping[str, Iterable[Tip]],
    templates: Mapping[str, Template],
    evidence: Iterable[bytes] = (),
    *,
    key: SigningKey,
    author: str,
    laptop: str,
    summary: str,
    made_at: datetime,
) -> Written:
    """Write a bundle of whole streams. Raises FileTrouble; the target then is as it was before."""
    lines = [_line(sealed.change) for sealed in changes]
    members = {
        _CHANGES: "".join(f"{line}\n" for line in lines).encode(),
        _SUMMARY: summary.encode(),
        **{f"templates/{digest}.xml": template.xform for digest, template in sorted(templates.items())},
        **{
            f"files/{_sha256(content)}": content
            for template in templates.values()
            for content in template.files.values()
        },
        **{f"evidence/{_sha256(content)}": content for content in evidence},
    }
    manifest = Manifest(
        format=FORMAT,
        reader=FORMAT,
        kind="visit",
        made_at=made_at.astimezone(UTC).isoformat(timespec="seconds"),
        sender=Sender(device=key.device, public_key=key.public, author=author, laptop=laptop),
        changes=len(lines),
        streams={stream: [(t.device, t.seq, t.digest) for t in held] for stream, held in tips.items()},
        files={
            digest: {name: _sha256(content) for name, content in template.files.items()}
            for digest, template in templates.items()
        },
        members={name: _vouch(data) for name, data in members.items()},
    )
    text = canonical(manifest.model_dump(mode="json")).encode()
    members = {_MANIFEST: text, _SIGNATURE: base64.b64encode(key.sign(text)), **members}
    content = _packed(members)
    try:
        paths.write_whole(target, content, read_back=True)
    except paths.Unfaithful as error:
        reason = tr("what was written reads back differently; the stick may be failing")
        raise FileTrouble(file=target.name, reason=reason) from error
    except OSError as error:
        raise FileTrouble(file=target.name, reason=error.strerror or str(error)) from error
    return Written(target, len(content), len(lines), _sha256(text))


def _line(change: Change) -> str:
    return canonical({**change._asdict(), "patch": change.values()})


def _vouch(data: bytes) -> Member:
    return Member(size=len(data), sha256=_sha256(data))


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _packed(members: Mapping[str, bytes]) -> bytes:
    """The members as a zip; equal content gives equal bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in members.items():
            # Photos do not shrink: deflating them would only cost time.
            method = zipfile.ZIP_STORED if name.startswith("evidence/") else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), data, method, 1)
    return buffer.getvalue()


# --- reading -------------------------------------------------------------------------------------


def read(file: Path) -> Content:
    """Read a bundle and prove it whole: signature, members, digests, counts, chains' own digests.

    Raises BundleUnreadable, BundleDamaged, BundleNewer, FileTrouble.
    """
    try:
        if file.stat().st_size > _MAXIMUM_FILE:
            raise BundleUnreadable(file=file.name)
        with zipfile.ZipFile(file) as archive:
            return _read_archive(archive, file.name)
    except zipfile.BadZipFile as error:
        _refuse_zip(file, error)
    except _UNPACKING as error:
        raise BundleDamaged(file=file.name, reason=tr("it cannot be unpacked")) from error
    except OSError as error:
        raise FileTrouble(file=file.name, reason=error.strerror or str(error)) from error


def _refuse_zip(file: Path, error: Exception) -> NoReturn:
    """A zip that is cut off is a damaged bundle; anything else was never one."""
    with file.open("rb") as start:
        if start.read(4) == b"PK\x03\x04":
            raise BundleDamaged(file=file.name, reason=tr("it is incomplete")) from error
    raise BundleUnreadable(file=file.name) from error


def _read_archive(archive: zipfile.ZipFile, name: str) -> Content:
    infos = {info.filename: info for info in archive.infolist()}
    if _MANIFEST not in infos or len(infos) > _MAXIMUM_MEMBERS:
        raise BundleUnreadable(file=name)
    text = _take(archive, infos[_MANIFEST], _MAXIMUM_MANIFEST, name)
    manifest = _manifest(text, name)
    signature = _take(archive, infos[_SIGNATURE], 200, name) if _SIGNATURE in infos else b""
    if not _signed(manifest.sender, signature, text):
        raise BundleDamaged(file=name, reason=tr("its signature does not fit"))
    named = {*manifest.members, _MANIFEST, _SIGNATURE}
    if named != set(infos) or len(archive.infolist()) != len(infos):
        raise BundleDamaged(file=name, reason=tr("it holds other files than its manifest names"))
    data: dict[str, bytes] = {}
    for member, vouched in manifest.members.items():
        if not _MEMBER.fullmatch(member):
            raise BundleDamaged(file=name, reason=tr("a file inside has a name that is not allowed"))
        content = _take(archive, infos[member], vouched.size, name)
        if _vouch(content) != vouched:
            raise BundleDamaged(file=name, reason=tr("{member} was altered", member=member))
        data[member] = content
    changes = _changes(data.get(_CHANGES, b""), name)
    if len(changes) != manifest.changes:
        raise BundleDamaged(file=name, reason=tr("it holds another number of changes than it says"))
    _check_tips(manifest, changes, name)
    templates = _templates(manifest, data, name)
    evidence = tuple(content for member, content in data.items() if member.startswith("evidence/"))
    return Content(manifest, tuple(changes), templates, evidence, _sha256(text))


def _templates(manifest: Manifest, data: Mapping[str, bytes], name: str) -> dict[str, Template]:
    """The checklists with their files; each must have the digest that it goes by."""
    templates: dict[str, Template] = {}
    for digest, named in manifest.files.items():
        xform = data.get(f"templates/{digest}.xml")
        files = {file: data.get(f"files/{sha256}") for file, sha256 in named.items()}
        whole = {file: content for file, content in files.items() if content is not None}
        if xform is None or whole.keys() != files.keys() or not all(map(FILE_NAME.fullmatch, files)):
            raise BundleDamaged(file=name, reason=tr("a checklist inside is not complete"))
        if template_digest(xform, whole) != digest:
            raise BundleDamaged(file=name, reason=tr("a checklist inside does not fit its name"))
        templates[digest] = Template(xform, whole)
    return templates


def _take(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int, name: str) -> bytes:
    """A member's bytes, never more than `limit`: what the header claims is not believed."""
    if info.file_size > limit:
        raise BundleDamaged(file=name, reason=tr("a file inside is larger than its manifest says"))
    try:
        with archive.open(info) as member:
            data = member.read(limit + 1)
    except (*_UNPACKING, ValueError) as error:
        raise BundleDamaged(file=name, reason=tr("it cannot be unpacked")) from error
    if len(data) > limit:
        raise BundleDamaged(file=name, reason=tr("a file inside is larger than its manifest says"))
    return data


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


def _changes(data: bytes, name: str) -> list[Sealed]:
    try:
        return [_sealed(_Line.model_validate_json(line)) for line in data.splitlines()]
    except (ValidationError, RecursionError) as error:
        raise BundleDamaged(file=name, reason=tr("a change in it cannot be read")) from error


def _sealed(line: _Line) -> Sealed:
    return seal(
        Change(
            line.stream,
            line.device,
            line.seq,
            line.prev,
            tuple(Tip(*tip) for tip in line.seen),
            line.at,
            line.author,
            line.kind,
            line.record,
            canonical(line.patch),
            line.cause,
        )
    )


def _check_tips(manifest: Manifest, changes: list[Sealed], name: str) -> None:
    """The histories must end where the manifest says: their digests vouch for all that came before."""
    digests = {(s.change.stream, s.change.device, s.change.seq, s.digest) for s in changes}
    claimed = {(stream, *tip) for stream, tips in manifest.streams.items() for tip in tips}
    if not claimed <= digests or {s.change.stream for s in changes} != set(manifest.streams):
        raise BundleDamaged(file=name, reason=tr("its changes do not end where its manifest says"))
