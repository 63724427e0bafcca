"""Merging from the command line: filters, decisions by a rule, dossiers checked twice, what arrived."""

from contextlib import closing
from pathlib import Path

import pytest

from inspector_app.domain.records import LEAD, MEMBER
from inspector_app.i18n import tr
from inspector_app.services.views import Profile
from inspector_app.services.workbench import Workbench
from tests.cli.conftest import UNIT, Shell, workspace
from tests.services.conftest import CHEAP, PASSPHRASE, begin, hand_over

CODES = ("CD03", "TT04", "BM02")


@pytest.fixture
def visit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Lan's workspace is that of the settings: three answers and one dossier that Minh has otherwise."""
    (stick := tmp_path / "usb").mkdir()
    minh = Workbench.create(
        tmp_path / "Minh", PASSPHRASE, Profile("Lê Minh", laptop="Máy 02"), derivation=CHEAP
    )
    with workspace(tmp_path, monkeypatch) as lan, closing(minh):
        visit = begin(lan)
        me = lan.visits.get(visit).participants[0].id
        lan.visits.change(visit, "participant", me, role=LEAD)
        other, _ = lan.visits.add(visit, "participant", name="Lê Minh", role=MEMBER)
        hand_over(lan, minh, visit, stick)
        for code in CODES:
            lan.checklists.answer(visit, code, "co")
            minh.checklists.answer(visit, code, "khong")
        for bench in (lan, minh):
            bench.dossiers.add(visit, "H20.50-0007")
        hand_over(minh, lan, visit, stick)
        lan.duties.deal(visit, me, ["CD"])
        lan.duties.deal(visit, other, ["TT"])
    return visit


@pytest.fixture
def shell(visit: str, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


def test_conflicts_are_listed_by_area_person_and_subject(shell: Shell) -> None:
    assert [each["record"] for each in shell.json("conflicts", "--area", "TT")] == ["TT04"]
    assert len(shell.json("conflicts", "--by", "le minh")) == 3
    assert shell.json("conflicts", "--by", "hoa") == []
    assert shell.json("conflicts", "--about", "people") == []


def test_a_rule_is_shown_then_done_and_undone_in_one_step(shell: Shell, visit: str) -> None:
    shown = shell.json("resolve", "--all", "--prefer", "owner", "--dry-run")
    assert (shown["would_decide"], shown["left_open"], shown["decided"]) == (2, 1, 0)
    assert {line["author"] for line in shown["lines"]} == {"Lan", "Lê Minh", None}
    assert len(shell.json("conflicts")) == 3
    text = shell("resolve", "--all", "--prefer", "owner", "--reason", "theo phân công")
    assert tr("{count} decided, {left} stay open.", count=2, left=1) in text
    assert [each["record"] for each in shell.json("conflicts")] == ["BM02"]
    shell("visit", "undo", visit)
    assert len(shell.json("conflicts")) == 3


def test_a_person_is_right_in_one_area(shell: Shell) -> None:
    done = shell.json("resolve", "--all", "--prefer", "minh", "--area", "BM", "--reason", "x")
    assert (done["decided"], [line["will_be"] for line in done["lines"]]) == (1, ["Không"])
    assert len(shell.json("conflicts")) == 2


def test_a_rule_needs_a_name_and_a_reason(shell: Shell) -> None:
    shell("resolve", "--all", "--reason", "x", code=4)
    shell("resolve", "--all", "--prefer", "mine", code=4)
    shell("resolve", "x", "--mine", code=3)
    assert len(shell.json("conflicts")) == 3


def test_of_a_dossier_checked_twice_one_check_is_made_the_main_one(shell: Shell) -> None:
    [same] = shell.json("duplicates", UNIT)
    assert [check["main"] for check in same["checks"]] == [False, False]
    mine = same["checks"][0]["row"]["id"]
    assert tr("main check") in shell("duplicates", UNIT, "--main", mine)
    assert [check["main"] for check in shell.json("duplicates", UNIT)[0]["checks"]] == [True, False]
    shell("duplicates", UNIT, "--both", "h20.50 - 7")
    assert [check["main"] for check in shell.json("duplicates", UNIT)[0]["checks"]] == [False, False]
    shell("duplicates", UNIT, "--main", "không có", code=3)


def test_what_came_from_whom_is_told(shell: Shell) -> None:
    told = shell.json("arrivals", UNIT)
    assert {each["person"]: each["disputed"] for each in told["laptops"]} == {"Lan": 3, "Lê Minh": 3}
    assert [(each["person"], each["disputed"]) for each in told["files"]] == [("Lê Minh", 3)]
    assert "Máy 02" in shell("arrivals", UNIT)
