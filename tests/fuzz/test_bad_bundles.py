"""Bundles made to do harm, or harmed by accident: refused in one sentence, and nothing else happens.

Every day the large ones are a hundredth of their size, and so are the bounds. In the long proofs they are
whole, and each is received in a process of its own, whose time and memory are measured.
"""

import io
import json
import stat
import subprocess
import sys
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pyrage
import pytest

from inspector_app.domain.errors import BundleDamaged, BundleUnreadable, InspectorError
from inspector_app.domain.records import VisitId
from inspector_app.exchange import bundle, container
from inspector_app.exchange.keys import SigningKey
from inspector_app.services.workbench import Workbench
from tests.exchange.forging import forge, members_of, sha256, vouch
from tests.house.sources import ROOT
from tests.prove.histories import begin, new_laptop
from tests.services.conftest import PASSPHRASE, answer, counted, introduce, part, verified

MOST_SECONDS, MOST_MEGABYTES = 60, 600
RECEIVING = """
import json, sys, time
from pathlib import Path
from inspector_app.domain.errors import InspectorError
from inspector_app.services.workbench import Workbench
bench, begun, code = Workbench.open(Path(sys.argv[1]), sys.argv[3]), time.perf_counter(), ""
try:
    bench.handover.receive(Path(sys.argv[2]))
except InspectorError as refused:
    code = refused.code
seconds = time.perf_counter() - begun
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else []
peak = next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM")), 0)
print(json.dumps([code, seconds, peak]))
"""


class Two:
    """Lan's laptop with a visit, and Minh's, who is admitted and lacks what Lan wrote last."""

    def __init__(self, folder: Path) -> None:
        self.lan, self.minh = (new_laptop(folder, name) for name in ("Lan", "Minh"))
        self.visit: VisitId = begin(self.lan)
        introduce(self.lan, self.minh, self.visit)
        answer(self.lan, self.visit, 1)
        self.file = folder / "x.cchc"
        self.lan.handover.export(self.visit, self.file)

    def close(self) -> None:
        self.lan.close()
        self.minh.close()

    @property
    def key(self) -> SigningKey:
        return self.lan._desk.key

    def forge(
        self, alter: Callable[[dict[str, Any], dict[str, bytes]], object], *, seal: bool = False
    ) -> None:
        """What Lan would send who lies, well signed."""
        members = members_of(self.file)
        manifest = json.loads(members["manifest.json"])
        alter(manifest, members)
        team = container.Seal(recipients=(self.minh._desk.key.recipient,)) if seal else None
        forge(self.file, members, json.dumps(manifest).encode(), team, self.key)

    def refused(self) -> str:
        """The one sentence and its code with which Minh's laptop refuses the file; nothing is changed."""
        before, content = counted(self.minh), _sum(self.file)
        with pytest.raises(InspectorError) as refusal:
            self.minh.handover.receive(self.file)
        assert counted(self.minh) == before
        assert _sum(self.file) == content
        assert verified(self.minh)
        sentence = refusal.value.sentence
        assert sentence
        assert refusal.value.hint
        assert "\n" not in sentence
        return refusal.value.code


def _sum(path: Path) -> str:
    return sha256(path.read_bytes()) if path.is_file() else ""


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    with closing(Two(tmp_path)) as made:
        yield made


# --- names ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("seal", [False, True])
@pytest.mark.parametrize(
    "name",
    ["../../x", "/etc/x", "C:\\x", "evidence/../../x", "\\\\may\\x", "files/x", "EVIDENCE/" + "0" * 64],
)
def test_a_name_that_leads_elsewhere(two: Two, name: str, *, seal: bool) -> None:
    two.forge(lambda manifest, members: vouch(manifest, members, name, b"x"), seal=seal)
    assert two.refused() == "bundle-damaged"
    assert not list(two.file.parent.glob("**/x"))


def test_a_symbolic_link(two: Two) -> None:
    link = zipfile.ZipInfo("evidence/" + "0" * 64)
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(two.file, "a") as archive:
        archive.writestr(link, "../../etc/passwd")
    assert two.refused() == "bundle-damaged"


@pytest.mark.parametrize("name", ["changes.jsonl", "manifest.json"])
def test_two_members_of_one_name(two: Two, name: str) -> None:
    content = members_of(two.file)[name]
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(two.file, "a") as archive:
        archive.writestr(name, content)
    assert two.refused() == "bundle-damaged"


# --- no bundle -----------------------------------------------------------------------------------


def test_an_empty_file_and_a_folder(two: Two) -> None:
    two.file.write_bytes(b"")
    assert two.refused() == "bundle-unreadable"
    two.file.unlink()
    two.file.mkdir()
    assert two.refused() == "file-trouble"


def test_a_stick_pulled_out_while_it_is_read(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = bundle.Bundle.templates

    def pulled_out(held: bundle.Bundle) -> dict[str, bundle.Template]:
        two.file.write_bytes(content[:200])
        return usual(held)

    content = two.file.read_bytes()
    before = counted(two.minh)
    monkeypatch.setattr(bundle.Bundle, "templates", pulled_out)
    with pytest.raises(InspectorError) as refusal:
        two.minh.handover.receive(two.file)
    assert refusal.value.code in ("bundle-damaged", "file-trouble")
    assert counted(two.minh) == before
    assert verified(two.minh)


def test_a_place_before_the_beginning_of_the_file(two: Two) -> None:
    """A zip's end that says its list is longer than the file: no fault of the stick."""
    content = bytearray(two.file.read_bytes())
    content[-10:-6] = (1 << 30).to_bytes(4, "little")
    two.file.write_bytes(content)
    assert two.refused() in ("bundle-damaged", "bundle-unreadable")


def test_letters_that_are_none(two: Two) -> None:
    def alter(manifest: dict[str, Any], members: dict[str, bytes]) -> None:
        lines = members["changes.jsonl"].replace("Người".encode(), b"Ng\xe0\xe0i")
        vouch(manifest, members, "changes.jsonl", lines)

    two.forge(alter)
    assert two.refused() == "bundle-damaged"


# --- words of others -----------------------------------------------------------------------------


def test_a_signature_of_another_key(two: Two) -> None:
    members = members_of(two.file)
    forge(two.file, members, members["manifest.json"], key=two.minh._desk.key)
    assert two.refused() == "bundle-damaged"


def test_bundles_again_and_in_another_order(two: Two, tmp_path: Path) -> None:
    two.minh.handover.receive(two.file)
    two.lan.handover.receive(two.minh.handover.receipt(two.visit, tmp_path / "r.cchc").file)
    files = [two.file]
    for number in (2, 3):
        answer(two.lan, two.visit, number)
        to = two.minh._desk.key.device
        files.append(two.lan.handover.export(two.visit, tmp_path / f"{number}.cchc", to).file)
    for file in (*reversed(files), *files):
        two.minh.handover.receive(file)
    assert part(two.minh, two.visit) == "3"
    assert verified(two.minh)


def test_a_tail_whose_beginning_never_came(two: Two, tmp_path: Path) -> None:
    two.minh.handover.receive(two.file)
    two.lan.handover.receive(two.minh.handover.receipt(two.visit, tmp_path / "r.cchc").file)
    answer(two.lan, two.visit, 2)
    tail = two.lan.handover.export(two.visit, tmp_path / "t.cchc", two.minh._desk.key.device).file
    with closing(new_laptop(tmp_path, "Hoa")) as hoa:
        before = counted(hoa)
        with pytest.raises(InspectorError) as refusal:
            hoa.handover.receive(tail)
        assert refusal.value.code in ("bundle-gap", "bundle-damaged")
        assert counted(hoa) == before


def test_what_a_laptop_wrote_after_it_was_thrown_out(two: Two, tmp_path: Path) -> None:
    two.minh.handover.receive(two.file)
    answer(two.minh, two.visit, 9)
    two.lan.trust.revoke(two.visit, two.minh._desk.key.device, "máy bị mất")
    told = two.lan.handover.receive(two.minh.handover.export(two.visit, tmp_path / "m.cchc").file)
    assert (told.visits[0].barred, part(two.lan, two.visit)) == (1, "1")
    [waiting] = two.lan.trust.quarantined(two.visit)
    assert waiting.why == "revoked"
    assert verified(two.lan)


# --- too much ------------------------------------------------------------------------------------

Harm = Callable[[Two, int], None]
"""Makes the file; it takes the hundredth part of how much: 100 makes the whole harm."""


def a_photo_that_unpacks_to_gigabytes(two: Two, hundredths: int) -> None:
    _bomb(two.file, "evidence/" + "0" * 64, 30_000_000 * hundredths)


def a_manifest_without_end(two: Two, hundredths: int) -> None:
    members = members_of(two.file)
    forge(two.file, members, members["manifest.json"] + b" " * (200_000 * hundredths), key=two.key)


def more_members_than_there_may_be(two: Two, hundredths: int) -> None:
    with zipfile.ZipFile(two.file, "a") as archive:
        for number in range(501 * hundredths):
            archive.writestr(f"evidence/{number:064x}", b"")


def millions_of_changes_in_one_line(two: Two, hundredths: int) -> None:
    def alter(manifest: dict[str, Any], members: dict[str, bytes]) -> None:
        vouch(manifest, members, "changes.jsonl", b"[" * (2_000_000 * hundredths))

    two.forge(alter)


def ten_million_changes_that_are_none(two: Two, hundredths: int) -> None:
    def alter(manifest: dict[str, Any], members: dict[str, bytes]) -> None:
        vouch(manifest, members, "changes.jsonl", b"{}\n" * (100_000 * hundredths))

    two.forge(alter)


def ten_million_changes_of_one_stream(two: Two, hundredths: int) -> None:
    """Each is a change by its form; that they do not fit each other is seen only when all are read."""

    def alter(manifest: dict[str, Any], members: dict[str, bytes]) -> None:
        line = members["changes.jsonl"].splitlines()[0] + b"\n"
        vouch(manifest, members, "changes.jsonl", line * (100_000 * hundredths))

    two.forge(alter)


def ten_million_changes_as_it_says(two: Two, hundredths: int) -> None:
    ten_million_changes_of_one_stream(two, hundredths)
    two.forge(lambda manifest, _: manifest.update(changes=100_000 * hundredths))


def a_sealed_part_that_unpacks_to_gigabytes(two: Two, hundredths: int) -> None:
    def alter(manifest: dict[str, Any], members: dict[str, bytes]) -> None:
        vouch(manifest, members, "changes.jsonl", b"")

    two.forge(alter, seal=True)
    _sealed_bomb(two, "00000-0000.age", 10_000_000 * hundredths)


def a_sealed_index_that_unpacks_to_gigabytes(two: Two, hundredths: int) -> None:
    two.forge(lambda manifest, members: None, seal=True)
    _sealed_bomb(two, "index.age", 10_000_000 * hundredths)


def a_bomb_inside_a_bomb(two: Two, hundredths: int) -> None:
    """What is unpacked is packed again: nobody looks into it."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x", b"\0" * (1_000_000 * hundredths))

    def alter(manifest: dict[str, Any], members: dict[str, bytes]) -> None:
        manifest["files"]["0" * 64] = {}
        vouch(manifest, members, "templates/" + "0" * 64 + ".xml", inner.getvalue())

    two.forge(alter)


def _bomb(file: Path, name: str, size: int) -> None:
    archive = zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED)
    with archive, archive.open(name, "w", force_zip64=True) as member:
        for _ in range(size // 1_000_000):
            member.write(b"\0" * 1_000_000)


def _sealed_bomb(two: Two, name: str, size: int) -> None:
    """Put a part into a sealed file that is small until it is inflated."""
    with zipfile.ZipFile(two.file) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    me = pyrage.x25519.Identity.from_str(two.minh._desk.key.identity)
    inner = pyrage.x25519.Identity.from_str(pyrage.decrypt(parts["key.age"], [me]).decode())
    packing = zlib.compressobj()
    packed = b"".join(packing.compress(b"\0" * 1_000_000) for _ in range(size // 1_000_000)) + packing.flush()
    parts[name] = pyrage.encrypt(packed, [inner.to_public()])
    with zipfile.ZipFile(two.file, "w") as archive:
        for each, content in parts.items():
            archive.writestr(each, content)


HARM: list[Harm] = [
    a_photo_that_unpacks_to_gigabytes,
    a_manifest_without_end,
    more_members_than_there_may_be,
    millions_of_changes_in_one_line,
    ten_million_changes_that_are_none,
    ten_million_changes_of_one_stream,
    ten_million_changes_as_it_says,
    a_sealed_part_that_unpacks_to_gigabytes,
    a_sealed_index_that_unpacks_to_gigabytes,
    a_bomb_inside_a_bomb,
]
each_harm = pytest.mark.parametrize("harm", HARM, ids=[harm.__name__ for harm in HARM])
CODES = (BundleDamaged.code, BundleUnreadable.code)


@each_harm
def test_harm_is_refused(harm: Harm, two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "_MAXIMUM_MANIFEST", (16 << 20) // 100)
    monkeypatch.setattr(bundle, "_MAXIMUM_MEMBERS", 500)
    monkeypatch.setattr(container, "_MAXIMUM_SMALL", (16 << 20) // 100)
    harm(two, 1)
    assert two.refused() in CODES


@pytest.mark.prove
@each_harm
def test_harm_is_refused_soon_and_in_little_memory(
    harm: Harm, two: Two, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    harm(two, 100)
    before, content = counted(two.minh), _sum(two.file)
    two.minh.close()

    done = subprocess.run(
        [sys.executable, "-c", RECEIVING, str(two.minh.folder), str(two.file), PASSPHRASE],
        cwd=ROOT, capture_output=True, check=True, timeout=600, text=True, encoding="utf-8",
    )  # fmt: skip
    code, seconds, megabytes = json.loads(done.stdout)

    with capsys.disabled():
        print(f"\n{harm.__name__}: {seconds:.1f} s, {megabytes} MB")
    with closing(Workbench.open(two.minh.folder, PASSPHRASE)) as opened:
        assert counted(opened) == before
        assert verified(opened)
    assert _sum(two.file) == content
    assert code in CODES
    assert seconds < MOST_SECONDS
    assert megabytes < MOST_MEGABYTES
