"""Commands as a person types them, over workspaces of two laptops."""

import json
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from inspector_app import cli, paths
from inspector_app.exchange.room import ReceivingPoint
from inspector_app.services.templates import CHECKLIST
from inspector_app.services.views import Profile
from inspector_app.services.workbench import Workbench
from inspector_app.settings import Settings
from tests.services.conftest import CHEAP, PASSPHRASE, begin, hand_over

UNIT = "29971"
SHIPPED = paths.resources() / "checklists" / f"{CHECKLIST}.xlsx"
CALENDAR = paths.resources() / "calendars" / "vn.json"
OPEN_POINTS: list[ReceivingPoint] = []


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two laptops, one visit: at CD04 Lan has 24 of 26, Minh 22 of 26 and in a file."""
    folder = tmp_path_factory.mktemp("máy")
    stick = folder / "usb"
    stick.mkdir()
    profiles = [Profile(name, "Chuyên viên", "Sở Nội vụ", f"Máy {name}") for name in ("Lan", "Minh")]
    lan, minh = (
        Workbench.create(folder / profile.name, PASSPHRASE, profile, derivation=CHEAP) for profile in profiles
    )
    with closing(lan), closing(minh):
        visit = begin(lan)
        lan.checklists.answer(visit, "CD01", "a")
        hand_over(lan, minh, visit, stick)
        lan.checklists.answer(visit, "CD04", {"CD04_tu": "24", "CD04_mau": "26"})
        minh.checklists.answer(visit, "CD04", {"CD04_tu": "22", "CD04_mau": "26"})
        minh.handover.export(visit, folder / "minh.cchc")
    shutil.rmtree(stick)
    (folder / "usb").mkdir()
    return folder


@pytest.fixture
def place(prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the prepared folder; the workspace of the settings is Lan's, the passphrase is known."""
    shutil.copytree(prepared, tmp_path / "máy")
    monkeypatch.setenv("INSPECTOR_PASSPHRASE", PASSPHRASE)
    Settings(workspace=tmp_path / "máy" / "Lan").save()
    return tmp_path / "máy"


@pytest.fixture(autouse=True)
def _points_are_closed() -> Iterator[None]:
    yield
    while OPEN_POINTS:
        OPEN_POINTS.pop().close()


class Shell:
    """Types commands and reads what comes back."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *argv: object, code: int = 0) -> str:
        """The text of a command that ends with this code: its answer, or its complaint."""
        self._capsys.readouterr()
        assert cli.run([str(part) for part in argv]) == code
        told = self._capsys.readouterr()
        assert bool(told.err) == (code != 0)
        return told.err if code else told.out

    def json(self, *argv: object, code: int = 0) -> Any:
        """The result of a command with --json, or its error."""
        self._capsys.readouterr()
        assert cli.run([*(str(part) for part in argv), "--json"]) == code
        told = self._capsys.readouterr()
        assert told.err == "" or argv[:2] == ("room", "open")  # which must say at once where it is
        whole = json.loads(told.out)
        assert whole.keys() == {"command", "version", "error" if code else "result"}
        assert whole["version"] == cli.JSON_VERSION
        return whole["error"] if code else whole["result"]


@contextmanager
def workspace(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workbench]:
    """Lan's new workspace, for what is to be in it; it is that of the settings, the passphrase is known."""
    monkeypatch.setenv("INSPECTOR_PASSPHRASE", PASSPHRASE)
    Settings(workspace=folder / "Lan").save()
    with closing(Workbench.create(folder / "Lan", PASSPHRASE, Profile("Lan"), derivation=CHEAP)) as lan:
        yield lan


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)
