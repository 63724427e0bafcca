"""Bundles: what goes in comes out; anything else is refused in one sentence."""

import random
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app import paths
from inspector_app.domain.errors import BundleDamaged, BundleNewer, BundleUnreadable, FileTrouble, Refused
from inspector_app.exchange import bundle
from tests.domain.replicas import STREAM, random_history
from tests.exchange.forging import PHOTO, TEMPLATES, members_of, read, repack, sha256, vouch, write
from tests.exchange.signing import device


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    target = tmp_path_factory.mktemp("usb") / "CCHC_29971.cchc"
    write(target)
    return target


@given(st.integers(0, 10**9))
def test_what_goes_in_comes_out(tmp_path_factory, seed):
    changes = random_history(random.Random(seed), 3, 20, True, device)
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
    manifest["streams"][STREAM]["changes"][device("an")][0] = 2


def add_member(manifest, members):
    vouch(manifest, members, "../../autorun.inf", b"x")


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
    vouch(manifest, members, name, b"<other/>")


def swap_file(manifest, members):
    name = next(n for n in members if n.startswith("files/"))
    vouch(manifest, members, name, b"x")


def drop_file(manifest, members):
    name = next(n for n in members if n.startswith("files/"))
    del members[name]
    del manifest["members"][name]


def name_a_file_outside(manifest, _):
    digest = next(d for d, files in manifest["files"].items() if files)
    manifest["files"][digest]["../x.csv"] = manifest["files"][digest].pop("ap.csv")


def break_line(manifest, members):
    lines = members["changes.jsonl"].replace(b'"seq":1', b'"seq":"one"')
    vouch(manifest, members, "changes.jsonl", lines)


def deep_patch(manifest, members):
    lines = members["changes.jsonl"].replace(b'"value":"1"', b'"value":' + b"[" * 9_000 + b"]" * 9_000)
    vouch(manifest, members, "changes.jsonl", lines)


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
    members = members_of(sound)
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


def test_what_is_looked_up_travels_under_two_names_and_within_bounds(sound, tmp_path, monkeypatch):
    def give(name, data):
        return lambda manifest, members: vouch(manifest, members, name, data)

    lists = repack(sound, tmp_path / "l.cchc", give("reference/units", b"{}"))
    with bundle.opened(lists) as held:
        assert held.reference() == {"units": b"{}"}
    with bundle.opened(sound) as held:
        assert held.reference() == {}
    other = repack(sound, tmp_path / "o.cchc", give("reference/users", b"{}"))
    with pytest.raises(BundleDamaged):
        read(other)
    monkeypatch.setattr(bundle, "MAXIMUM_REFERENCE", 1)
    with bundle.opened(lists) as held, pytest.raises(BundleDamaged):
        held.reference()
