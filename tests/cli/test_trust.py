"""Trust from the command line: who is let in, what waits, what the office gives out."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from inspector_app import cli
from inspector_app.services.views import Profile
from inspector_app.services.workbench import Workbench
from tests.cli.conftest import Shell, workspace
from tests.services.conftest import CHEAP, PASSPHRASE, UNIT


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the office's workspace, which is that of the settings, and a lead's beside it."""
    with workspace(tmp_path, monkeypatch):
        pass
    lead = Workbench.create(tmp_path / "Huy", PASSPHRASE, Profile("Huy", laptop="Máy Huy"), derivation=CHEAP)
    with closing(lead):
        lead.handover.card(tmp_path / "the.cchc")
    return tmp_path


@pytest.fixture
def shell(place: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


def test_a_visit_is_assigned_answered_by_a_stranger_and_let_in(shell: Shell, place: Path) -> None:
    shell("visit", "new", UNIT)
    shell("receive", place / "the.cchc")
    with closing(Workbench.open(place / "Huy", PASSPHRASE)) as huy:
        words = ", ".join(huy.trust.my_words)
    admitted = shell("admit", UNIT, "huy", "--as", "lead", "--until", "31/12/2099")
    assert words in admitted
    assert "31/12/2099" in admitted
    shell("assign", place / "giao.cchc", UNIT)
    with closing(Workbench.open(place / "Huy", PASSPHRASE)) as huy:
        huy.handover.receive(place / "giao.cchc")
        [visit] = huy.visits.list()
        huy.checklists.answer(visit.id, "CD03", "co")
        huy.handover.export(visit.id, place / "ve.cchc", to_office=True)
    shell("revoke", UNIT, "Máy Huy", "--reason", "thất lạc")
    shell("receive", place / "ve.cchc")
    assert "CD03" in shell("quarantine", UNIT)
    assert "thất lạc" in shell("laptops", UNIT)
    shell("restore", UNIT, "Huy", "--reason", "tìm thấy")
    assert "CD03" not in shell("quarantine", UNIT)
    with pytest.raises(SystemExit):
        cli.run(["admit", UNIT, "Huy", "--as", "vua"])


def test_a_laptop_that_nobody_met_is_not_admitted(shell: Shell, place: Path, capsys) -> None:
    shell("visit", "new", UNIT)
    assert cli.run(["admit", UNIT, "ai đó", "--json"]) == 3
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "record-unknown"
