"""A small bundle with something of everything in it, read whole, and forged by a sender who lies."""

import base64
import hashlib
import json
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from inspector_app.domain.changes import Sealed
from inspector_app.domain.templates import template_digest
from inspector_app.exchange import bundle
from inspector_app.exchange.container import NO_KEYS, Keys, Seal, writer
from inspector_app.exchange.keys import SigningKey
from tests.domain.replicas import Replica as Laptop
from tests.exchange.signing import device, spans

KEY = SigningKey(bytes(range(32)))
PLAIN = bundle.Template("<h:html>Bảng kiểm</h:html>".encode(), {})
WITH_FILES = bundle.Template(PLAIN.xform, {"ap.csv": "ten\nẤp 1\n".encode(), "xa.csv": b"ten\n"})
PHOTO = b"\xff\xd8 photo"
TEMPLATES = {template_digest(t.xform, t.files): t for t in (PLAIN, WITH_FILES)}

Alter = Callable[[dict[str, Any], dict[str, bytes]], object]
"""What a liar does to the manifest and to the members."""


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def write(target: Path, changes: Iterable[Sealed] | None = None, seal: Seal | None = None) -> bundle.Written:
    """Write a bundle of these changes, or of three by one laptop."""
    laptop = Laptop(device("an"))
    if changes is None:
        for number in range(3):
            laptop.write("CD04", {"value": str(number), "note": "đã xem sổ"})
        changes = laptop.known.values()
    changes = sorted(changes, key=lambda s: (s.change.device, s.change.seq))
    photos = {sha256(PHOTO): PHOTO}
    content = bundle.Outgoing(
        kind="hand-over",
        changes=changes,
        streams=spans(changes, photos),
        templates=TEMPLATES,
        summary="3 thay đổi",
        evidence=[*photos, "0" * 64],
        photo=photos.get,
    )
    return bundle.write(
        target,
        content,
        seal,
        key=KEY,
        author="Nguyễn Thị Lan",
        laptop="Máy 02",
        made_at=datetime(2026, 11, 23, 14, 32, tzinfo=UTC),
    )


@dataclass(frozen=True)
class Read:
    """All that a bundle gives to whoever reads every part of it."""

    manifest: bundle.Manifest
    fingerprint: str
    changes: list[Sealed]
    templates: dict[str, bundle.Template]
    photos: dict[str, bytes]
    thumbnails: dict[str, bytes]


def read(file: Path, keys: Keys = NO_KEYS) -> Read:
    with bundle.opened(file, keys) as held:
        return Read(
            held.manifest,
            held.fingerprint,
            [sealed for _, part in held.streams(held.manifest.streams) for sealed in part],
            held.templates(),
            {digest: held.photo(digest) for digest in held.evidence()},
            dict(held.thumbnails()),
        )


def members_of(file: Path) -> dict[str, bytes]:
    """What lies in a plain bundle, by name."""
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def forge(
    target: Path, members: dict[str, bytes], manifest: bytes, seal: Seal | None = None, key: SigningKey = KEY
) -> Path:
    """Write these members with a manifest that this key signs, whatever it says."""
    members |= {"manifest.json": manifest, "manifest.sig": base64.b64encode(key.sign(manifest))}
    with target.open("wb") as file, writer(file, seal) as archive:
        for name, data in members.items():
            archive.add(name, [data], deflate=True)
    return target


def repack(source: Path, target: Path, alter: Alter) -> Path:
    """The bundle with its members altered and signed anew: a sender who lies."""
    members = members_of(source)
    manifest = json.loads(members["manifest.json"])
    alter(manifest, members)
    return forge(target, members, json.dumps(manifest).encode())


def vouch(manifest: dict[str, Any], members: dict[str, bytes], name: str, data: bytes) -> None:
    """Put a member in, and let the manifest say of it what is true."""
    members[name] = data
    manifest["members"][name] = {"size": len(data), "sha256": sha256(data)}
