"""Photos and scans from the command line."""

import json
from pathlib import Path

import pytest

from inspector_app.i18n import tr
from tests.cli.conftest import Shell, workspace
from tests.pictures import file_of, photo, saved
from tests.services.conftest import UNIT, begin


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    """Lan's workspace is that of the settings; it holds one visit."""
    with workspace(tmp_path, monkeypatch) as lan:
        begin(lan)
    return Shell(capsys)


def test_photos_come_in_are_listed_and_copied(shell: Shell, tmp_path: Path) -> None:
    good = saved(tmp_path, "Bảng.jpg", file_of(photo()))
    bad = saved(tmp_path, "hỏng.jpg", b"MZ")
    said = shell("visit", "evidence", "add", UNIT, good, bad, "--item", "CD04", "--caption", "Bảng niêm yết")
    assert "Bảng.jpg" in said
    assert "hỏng.jpg" in said
    listed = shell("visit", "evidence", "list", UNIT)
    assert "Bảng niêm yết  CD04 · " in listed
    record = json.loads(shell("visit", "evidence", "list", UNIT, "--json"))["result"][0]["id"]
    copied = shell("visit", "evidence", "copy", UNIT, record[:10], tmp_path / "ra.jpg")
    assert str(tmp_path / "ra.jpg") in copied
    assert (tmp_path / "ra.jpg").read_bytes().startswith(b"\xff\xd8")
    shell("visit", "evidence", "add", UNIT, bad, code=4)
    shell("visit", "evidence", "copy", UNIT, "ffff", tmp_path / "x.jpg", code=3)


def test_a_photo_is_removed_brought_back_and_erased(shell: Shell, tmp_path: Path) -> None:
    shell("visit", "evidence", "add", UNIT, saved(tmp_path, "Bảng.jpg", file_of(photo())))
    record = json.loads(shell("visit", "evidence", "list", UNIT, "--json"))["result"][0]["id"]
    shell("visit", "evidence", "erase", UNIT, record, code=3)
    assert tr("Removed") in shell("visit", "evidence", "remove", UNIT, record)
    assert tr("Removed") not in shell("visit", "evidence", "restore", UNIT, record)
    shell("visit", "evidence", "remove", UNIT, record)
    assert record[:8] not in shell("visit", "evidence", "erase", UNIT, record)
