"""Bundles: what goes in comes out; anything else is refused in one sentence."""

import base64
import hashlib
import json
import random
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app import paths
from inspector_app.domain.changes import Sealed
from inspector_app.domain.errors import BundleDamaged, BundleNewer, BundleUnreadable, FileTrouble, Refused
from inspector_app.domain.templates import template_digest
from inspector_app.exchange import bundle
from inspector_app.exchange.keys import SigningKey
from tests.domain.replicas import STREAM, random_history
from tests.domain.replicas import Replica as Laptop

KEY = SigningKey(bytes(range(32)))
PLAIN = bundle.Template("<h:html>Bảng kiểm</h:html>".encode(), {})
WITH_FILES = bundle.Template(PLAIN.xform, {"ap.csv": "ten\nẤp 1\n".encode(), "xa.csv": b"ten\n"})
PHOTO = b"\xff\xd8 photo"
TEMPLATES = {template_digest(t.xform, t.files): t for t in (PLAIN, WITH_FILES)}


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def write(target, changes=None, **members):
    laptop = Laptop("an")
    if changes is None:
        for number in range(3):
            laptop.write("CD04", {"value": str(number), "note": "đã xem sổ"})
        changes = list(laptop.known.values())
    continued = {sealed.change.prev for sealed in changes}
    tips = [(s.change.device, s.change.seq, s.digest) for s in changes if s.digest not in continued]
    changes = sorted(changes, key=lambda s: (s.change.device, s.change.seq))
    photos = {sha256(PHOTO): PHOTO}
    content = bundle.Outgoing(
        kind="visit",
        changes=changes,
        streams={STREAM: bundle.Span(changes={}, tips=tips, evidence=[*photos], others={})},
        templates=TEMPLATES,
        summary="3 thay đổi",
        evidence=[*photos, "0" * 64],
        photo=photos.get,
    )
    return bundle.write(
        target,
        content,
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


def read(file):
    with bundle.opened(file) as held:
        changes = [sealed for _, part in held.streams(held.manifest.streams) for sealed in part]
        photos = {digest: held.photo(digest) for digest in held.evidence()}
        return Read(held.manifest, held.fingerprint, changes, held.templates(), photos)


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    target = tmp_path_factory.mktemp("usb") / "CCHC_29971.cchc"
    write(target)
    return target


def repack(source, target, alter):
    """The bundle with its members altered and signed anew: a sender who lies."""
    with zipfile.ZipFile(source) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(members["manifest.json"])
    alter(manifest, members)
    text = json.dumps(manifest).encode()
    members["manifest.json"] = text
    members["manifest.sig"] = base64.b64encode(KEY.sign(text))
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return target


@given(st.integers(0, 10**9))
def test_what_goes_in_comes_out(tmp_path_factory, seed):
    changes = random_history(random.Random(seed), 3, 20, forks=True)
    target = tmp_path_factory.mktemp("b") / "x.cchc"
    if changes:
        written = write(target, changes)
        content = read(target)
        assert {s.digest for s in content.changes} == {s.digest for s in changes}
        assert content.fingerprint == written.fingerprint
        assert content.templates == TEMPLATES
        assert content.photos == {sha256(PHOTO): PHOTO}  # the other was not there to be sent
        assert content.manifest.sender.author == "Nguyễn Thị Lan"


def test_no_unfinished_file_is_left_beside_it(sound):
    assert [file.name for file in sound.parent.iterdir()] == [sound.name]


@given(st.data())
def test_any_flipped_byte_is_refused_or_changes_nothing_that_is_read(sound, tmp_path_factory, data):
    content = bytearray(sound.read_bytes())
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] ^= data.draw(st.integers(1, 255))
    odd = tmp_path_factory.mktemp("odd") / "x.cchc"
    odd.write_bytes(content)
    try:
        found = read(odd)
    except Refused:
        return
    assert found == read(sound)  # a byte of zip's own padding, time stamp or flags


@given(st.integers(0, 2_000))
def test_a_truncated_bundle_is_refused(sound, tmp_path_factory, kept):
    odd = tmp_path_factory.mktemp("cut") / "x.cchc"
    odd.write_bytes(sound.read_bytes()[: min(kept, sound.stat().st_size - 1)])
    with pytest.raises(Refused):
        read(odd)


def test_a_cut_off_bundle_and_a_foreign_file_are_told_apart(sound, tmp_path):
    cut = tmp_path / "cut.cchc"
    cut.write_bytes(sound.read_bytes()[:400])
    with pytest.raises(BundleDamaged):
        read(cut)
    foreign = tmp_path / "ảnh.jpg"
    foreign.write_bytes(b"\xff\xd8\xff" * 100)
    with pytest.raises(BundleUnreadable):
        read(foreign)
    other_zip = tmp_path / "x.docx"
    with zipfile.ZipFile(other_zip, "w") as archive:
        archive.writestr("word/document.xml", "x")
    with pytest.raises(BundleUnreadable):
        read(other_zip)


def test_a_missing_file_is_trouble_with_the_file(tmp_path):
    with pytest.raises(FileTrouble):
        read(tmp_path / "không có.cchc")


def test_a_newer_bundle_is_refused_politely_even_if_nothing_else_is_understood(sound, tmp_path):
    newer = repack(sound, tmp_path / "n.cchc", lambda m, _: m.update(format=9, reader=9, sealed={"age": 1}))
    with pytest.raises(BundleNewer):
        read(newer)


def lie_about_tip(manifest, _):
    manifest["streams"][STREAM]["tips"][0][1] = 99


def lie_about_span(manifest, _):
    manifest["streams"][STREAM]["changes"]["an"][0] = 2


def add_member(manifest, members):
    members["../../autorun.inf"] = b"x"
    manifest["members"]["../../autorun.inf"] = {"size": 1, "sha256": sha256(b"x")}


def hide_member(_, members):
    members["evil.exe"] = b"MZ"


def lie_about_size(manifest, _):
    manifest["members"]["changes.jsonl"]["size"] = 10


def bomb(manifest, members):
    members["summary.txt"] = b"0" * 5_000_000
    manifest["members"]["summary.txt"] = {"size": 5, "sha256": "0" * 64}


def wrong_count(manifest, _):
    manifest["changes"] = 1


def swap_template(manifest, members):
    name = next(n for n in members if n.startswith("templates/"))
    members[name] = b"<other/>"
    manifest["members"][name] = {"size": 8, "sha256": sha256(b"<other/>")}


def swap_file(manifest, members):
    name = next(n for n in members if n.startswith("files/"))
    members[name] = b"x"
    manifest["members"][name] = {"size": 1, "sha256": sha256(b"x")}


def drop_file(manifest, members):
    name = next(n for n in members if n.startswith("files/"))
    del members[name]
    del manifest["members"][name]


def name_a_file_outside(manifest, _):
    digest = next(d for d, files in manifest["files"].items() if files)
    manifest["files"][digest]["../x.csv"] = manifest["files"][digest].pop("ap.csv")


def break_line(manifest, members):
    lines = members["changes.jsonl"].replace(b'"seq":1', b'"seq":"one"')
    members["changes.jsonl"] = lines
    manifest["members"]["changes.jsonl"] = {
        "size": len(lines),
        "sha256": sha256(lines),
    }


def deep_patch(manifest, members):
    lines = members["changes.jsonl"].replace(b'"value":"1"', b'"value":' + b"[" * 9_000 + b"]" * 9_000)
    members["changes.jsonl"] = lines
    manifest["members"]["changes.jsonl"] = {
        "size": len(lines),
        "sha256": sha256(lines),
    }


def other_sender(manifest, _):
    manifest["sender"]["device"] = "aaaabbbbccccdddd"


@pytest.mark.parametrize(
    "alter",
    [
        lie_about_tip,
        lie_about_span,
        add_member,
        hide_member,
        lie_about_size,
        bomb,
        wrong_count,
        swap_template,
        swap_file,
        drop_file,
        name_a_file_outside,
        break_line,
        deep_patch,
        other_sender,
    ],
)
def test_a_sender_who_lies_is_refused_even_with_a_good_signature(sound, tmp_path, alter):
    with pytest.raises(BundleDamaged):
        read(repack(sound, tmp_path / "lie.cchc", alter))


def test_a_stranger_cannot_alter_a_bundle_under_anothers_name(sound, tmp_path):
    with zipfile.ZipFile(sound) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["manifest.json"] = members["manifest.json"].replace(b"Lan", b"Mai")
    odd = tmp_path / "odd.cchc"
    with zipfile.ZipFile(odd, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    with pytest.raises(BundleDamaged):
        read(odd)


def test_a_stick_that_fails_leaves_the_older_bundle_as_it_was(sound, tmp_path, monkeypatch):
    target = tmp_path / "x.cchc"
    write(target)
    before = target.read_bytes()

    def pulled_out(_):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(paths.os, "fsync", pulled_out)
    with pytest.raises(FileTrouble):
        write(target)
    assert target.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["x.cchc"]
