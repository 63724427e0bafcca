"""Delivery from the command line: two laptops and a folder between them, and what is in the way."""

from contextlib import closing
from pathlib import Path

import pytest

from inspector_app.domain.errors import AddressRefused, DropForbidden, DropUnreachable, VisitUnknown
from inspector_app.i18n import tr
from inspector_app.services.views import Profile
from inspector_app.services.workbench import Workbench
from tests.cli.conftest import Shell, workspace
from tests.exchange import servers
from tests.services.conftest import CHEAP, PASSPHRASE, UNIT, begin, hand_over


@pytest.fixture
def drop(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


@pytest.fixture
def minh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Minh's workspace; the one of the settings is Lan's, which gave him the visit on a stick."""
    stick = tmp_path / "usb"
    stick.mkdir()
    made = Workbench.create(tmp_path / "Minh", PASSPHRASE, Profile("Minh"), derivation=CHEAP)
    with workspace(tmp_path, monkeypatch) as lan, closing(made):
        hand_over(lan, made, begin(lan), stick)
    return tmp_path / "Minh"


@pytest.fixture
def shell(minh: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


def test_work_goes_both_ways_and_then_nothing_is_new(shell: Shell, minh: Path, drop: Path) -> None:
    there = ("sync", drop, "--workspace", minh)
    assert shell.json("sync", drop)["sent"][0]["changes"] > 0
    shell("visit", "answer", UNIT, "CD03", "co", "--workspace", minh)
    assert "UBND xã Thường Phước" in shell(*there)
    assert shell.json("sync", drop, UNIT)["received"][0]["new"] == 2
    shell(*there)
    again = shell.json(*there)
    assert (again["received"], again["sent"], again["refused"]) == ([], [], [])
    assert shell(*there).strip() == tr("Nothing new on either side.")


def test_a_foreign_file_is_named_and_the_command_ends_well(shell: Shell, drop: Path) -> None:
    (drop / "la.cchc").write_bytes(b"not a bundle")
    assert "la.cchc" in shell("sync", drop)
    [refused] = shell.json("sync", drop)["refused"]
    assert (refused["file"], refused["code"]) == ("la.cchc", "bundle-unreadable")


def test_what_is_in_the_way_has_its_code(shell: Shell, drop: Path, tmp_path: Path) -> None:
    missing = shell.json("sync", tmp_path / "thiếu", code=20)
    assert missing["code"] == DropUnreachable.code
    assert shell.json("sync", "xyz://o/dau", code=4)["code"] == AddressRefused.code
    assert shell.json("sync", drop, "99999", code=3)["code"] == VisitUnknown.code
    with servers.webdav(drop) as port:
        wrong = shell.json("sync", f"http://lan:sai@127.0.0.1:{port}/", code=6)
    assert wrong["code"] == DropForbidden.code
    assert "sai@" not in str(wrong)


def test_passwords_come_from_files_and_are_asked_for_once(shell: Shell, drop: Path, tmp_path: Path) -> None:
    secret, common = tmp_path / "mật khẩu.txt", tmp_path / "chung.txt"
    secret.write_text(servers.PASSWORD, encoding="utf-8")
    common.write_text("mái đình cây đa", encoding="utf-8")
    with servers.sftp(drop) as port:
        address = f"sftp://{servers.USER}@127.0.0.1:{port}/"
        first = shell.json("sync", address, "--password-file", secret, "--seal-with", common)
        assert len(first["sent"]) == 1
        assert shell.json("sync", address)["sent"] == []
    with servers.sftp(drop, port):  # the server was set up anew
        assert shell.json("sync", address, code=6)["code"] == "drop-key-changed"
        assert shell.json("sync", address, "--trust-server")["sent"] == []
