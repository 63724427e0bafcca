"""The day from the command line: undo, find, who does what, what earlier visits left open."""

from datetime import date
from pathlib import Path

import pytest

from inspector_app.domain.records import LEAD, MEMBER
from inspector_app.i18n import tr
from tests.cli.conftest import Shell, workspace
from tests.services.conftest import begin


@pytest.fixture
def visit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Lan's workspace is that of the settings; last year's visit left a recommendation open."""
    with workspace(tmp_path, monkeypatch) as lan:
        past = begin(lan, on=date(2025, 11, 24))
        lan.visits.add(past, "recommendation", item="CD04", text="Hoàn thành nhiệm vụ chậm")
        visit = begin(lan)
        me = lan.visits.get(visit).participants[0].id
        lan.visits.change(visit, "participant", me, role=LEAD)
        lan.visits.add(visit, "participant", name="Đặng Hoàng Phúc", role=MEMBER)
    return visit


@pytest.fixture
def shell(visit: str, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


def test_an_answer_is_taken_back_and_done_again(shell: Shell, visit: str) -> None:
    shell("visit", "answer", visit, "CD03", "co")
    assert "CD03" in shell("visit", "undo", visit)
    assert tr("Redone: {what}", what="CD03 ")[:8] in shell("visit", "redo", visit)
    assert shell.json("visit", "undo", visit)["record"] == "CD03"
    shell("visit", "undo", visit)  # the participant, then the change of the role
    shell("visit", "undo", visit)
    shell("visit", "undo", visit, code=3)
    shell("visit", "answer", visit, "CD03", "co")
    shell("visit", "redo", visit, code=3)


def test_words_are_found(shell: Shell, visit: str) -> None:
    shell("visit", "answer", visit, "CD03", "co", "--note", "Theo dự toán")
    assert "CD03    Theo dự toán" in shell("visit", "find", visit, "theo", "du", "toan")
    assert [hit["where"] for hit in shell.json("visit", "find", visit, "cd03")] == ["item"]
    assert tr("Nothing found. Accents do not matter.") in shell("visit", "find", visit, "lạ lùng")


def test_areas_are_dealt_and_taken_over(shell: Shell, visit: str) -> None:
    dealt = shell("visit", "team", "deal", visit, "phuc", "CD", "TC")
    assert "Đặng Hoàng Phúc · Thành viên · CD TC · 0/21" in dealt
    assert "* Lan · " in shell("visit", "team", "show", visit)
    taken = shell("visit", "team", "take-over", visit, "CD", "--reason", "Phúc đi họp")
    assert "Phúc đi họp" in taken
    shell("visit", "team", "me", visit, "hoang phuc")
    shell("visit", "answer", visit, "CD03", "co", code=4)
    shell("visit", "team", "deal", visit, "không ai", "CD", code=3)


def test_earlier_recommendations_are_judged(shell: Shell, visit: str) -> None:
    [entry] = shell.json("visit", "earlier", "show", visit)["follow_ups"]
    assert "24/11/2025  CD04  Hoàn thành nhiệm vụ chậm" in shell("visit", "earlier", "show", visit)
    judged = shell("visit", "earlier", "judge", visit, entry["id"], "partly", "--note", "Còn hai")
    assert f"{tr('Fixed in part')}  Còn hai" in judged
    shell("visit", "earlier", "judge", visit, "ffff", "fixed", code=3)
