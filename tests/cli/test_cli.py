"""The command line: every command as text and as JSON, and an exit code for every kind of fault."""

import argparse
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from inspector_app import __version__, cli, paths
from inspector_app.cli import arguments
from inspector_app.i18n import tr
from inspector_app.services import demo
from inspector_app.services.templates import CHECKLIST
from inspector_app.services.views import Profile
from inspector_app.services.workbench import Workbench
from inspector_app.settings import Settings
from tests.cli.conftest import CALENDAR, SHIPPED, UNIT
from tests.cli.scenes import (
    followed_up,
    kept,
    made_earlier,
    moved,
    open_point,
    photograph,
    published,
    received,
    reported,
    revision,
    taken,
    undone,
)
from tests.forms.workbooks import workbook
from tests.house.sources import ROOT
from tests.services.conftest import PASSPHRASE


def parsers(parser: argparse.ArgumentParser, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Every command with its parser: "visit new" and so on."""
    families = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    for family in families:
        for name, below in family.choices.items():
            yield from parsers(below, (*path, name))
    if not families:
        yield " ".join(path), parser


EVERY = dict(parsers(cli._parser()))


# --- every command works, as text and as JSON ----------------------------------------------------

WORKS: dict[str, Callable[[Path], list[object]]] = {
    "init": lambda place: ["--name", "Hoa", "--workspace", place / "Hoa"],
    "visit new": lambda place: ["29955", "--on", "24/11/2026", "--kind", "topical", "--place", "Hội trường"],
    "visit list": lambda place: [],
    "visit show": lambda place: [UNIT],
    "visit answer": lambda place: [UNIT, "CD03", "co"],
    "visit move": lambda place: [UNIT],
    "visit move-back": lambda place: [moved(place), "--reason", "Chuyển nhầm"],
    "visit self-report export": lambda place: [UNIT, place / "usb"],
    "visit self-report import": lambda place: [UNIT, reported(place)],
    "visit self-report compare": lambda place: [UNIT],
    "visit self-report take-back": lambda place: [UNIT, *taken(place)],
    "visit submission": lambda place: [UNIT, place / "usb" / "submission"],
    "visit blank-form": lambda place: [UNIT, place / "usb", "--area", "TC"],
    "visit undo": lambda place: [UNIT],
    "visit redo": lambda place: [undone(place)],
    "visit find": lambda place: [UNIT, "nhiem", "vu"],
    "visit team show": lambda place: [UNIT],
    "visit team deal": lambda place: [UNIT, "lan", "CD"],
    "visit team me": lambda place: [UNIT, "lan"],
    "visit team take-over": lambda place: [UNIT, "CD", "--reason", "Chưa ai nhận"],
    "visit earlier show": lambda place: [UNIT],
    "visit earlier judge": lambda place: [UNIT, followed_up(place), "partly", "--note", "Còn hai việc"],
    "visit evidence add": lambda place: [UNIT, photograph(place), "--item", "CD04"],
    "visit evidence list": lambda place: [kept(place) and UNIT],
    "visit evidence copy": lambda place: [UNIT, kept(place), place / "copy.jpg"],
    "visit evidence remove": lambda place: [UNIT, kept(place)],
    "visit evidence restore": lambda place: [UNIT, kept(place, removed=True)],
    "visit evidence erase": lambda place: [UNIT, kept(place, removed=True)],
    "template check": lambda place: [SHIPPED],
    "template publish": lambda place: [SHIPPED],
    "template diff": lambda place: [SHIPPED, revision(place / "sửa.xlsx")],
    "template give": lambda place: [place / "usb", published(place)],
    "reference give": lambda place: [place / "usb", "--calendar", CALENDAR],
    "reference show": lambda place: [],
    "template blank": lambda place: [place / f"mới {len([*place.iterdir()])}.xlsx"],
    "export": lambda place: [UNIT, place / "usb"],
    "receipt": lambda place: [UNIT, place / "usb"],
    "holders": lambda place: [UNIT],
    "receive": lambda place: [place / "minh.cchc"],
    "laptops": lambda place: [UNIT],
    "admit": lambda place: [UNIT, "minh", "--as", "lead"],
    "revoke": lambda place: [UNIT, "minh", "--reason", "Máy thất lạc"],
    "restore": lambda place: [UNIT, "minh", "--reason", "Đã tìm thấy"],
    "quarantine": lambda place: [UNIT],
    "card": lambda place: [place / "usb"],
    "assign": lambda place: [place / "usb", UNIT],
    "room open": lambda place: ["--minutes", "0", "--host", "127.0.0.1"],
    "room send": lambda place: [UNIT, open_point(place)],
    "sync": lambda place: [place / "usb", UNIT],
    "mirror": lambda place: [place / "usb"],
    "bring-back": lambda place: [place / "Minh"],
    "conflicts": lambda place: [],
    "resolve": lambda place: [received(place), "--mine", "--reason", "Đối chiếu sổ"],
    "duplicates": lambda place: [UNIT],
    "arrivals": lambda place: [UNIT],
    "minutes": lambda place: [UNIT, place / "usb"],
    "verify": lambda place: [],
    "rebuild": lambda place: [],
    "demo": lambda place: ["--into", made_earlier(place / "trình diễn")],
}


def test_every_command_is_tried_here():
    assert WORKS.keys() == EVERY.keys()


@pytest.mark.parametrize("name", EVERY)
def test_a_command_says_something_to_people(shell, place, name):
    assert shell(*name.split(), *WORKS[name](place)).strip()


@pytest.mark.parametrize("name", EVERY)
def test_a_command_gives_one_json_object(shell, place, capsys, name):
    assert cli.run([*name.split(), *map(str, WORKS[name](place)), "--json"]) == 0
    whole = json.loads(capsys.readouterr().out)
    assert (whole["command"], whole["version"]) == (name, cli.JSON_VERSION)


@pytest.mark.parametrize("name", EVERY)
def test_a_command_and_everything_it_takes_is_explained(name):
    parser = EVERY[name]
    assert parser.description
    assert [action.dest for action in parser._actions if not action.help] == []
    assert f"`{name}`" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_a_family_of_commands_is_explained_too(capsys):
    for argv in (["--help"], ["visit", "--help"], ["template", "--help"]):
        with pytest.raises(SystemExit) as ended:
            cli.run(argv)
        assert ended.value.code == 0
        assert "INSPECTOR_PASSPHRASE" in capsys.readouterr().out or len(argv) == 2


# --- what the commands do ------------------------------------------------------------------------


def test_init_makes_a_workspace_that_opens(shell, place, monkeypatch):
    shell("init", "--name", "Hoa", "--title", "Thư ký", "--laptop", "Máy 3", "--workspace", place / "Hoa")
    with closing(Workbench.open(place / "Hoa", PASSPHRASE)) as hoa:
        assert hoa.me == Profile("Hoa", "Thư ký", "", "Máy 3")


def test_a_passphrase_is_asked_for_twice_where_it_is_new(shell, place, monkeypatch):
    monkeypatch.delenv("INSPECTOR_PASSPHRASE")
    typed = iter(["mật khẩu một", "mật khẩu hai", "mật khẩu một", "mật khẩu một", "mật khẩu một"])
    monkeypatch.setattr(arguments.getpass, "getpass", lambda _: next(typed))
    shell("init", "--name", "Hoa", "--workspace", place / "Hoa", code=4)
    assert not Workbench.exists(place / "Hoa")
    shell("init", "--name", "Hoa", "--workspace", place / "Hoa")
    shell("visit", "list", "--workspace", place / "Hoa")


def test_a_passphrase_may_stand_in_a_file(shell, place, monkeypatch):
    monkeypatch.delenv("INSPECTOR_PASSPHRASE")
    file = place / "mật khẩu.txt"
    file.write_text(f"{PASSPHRASE}\ndòng khác\n", encoding="utf-8")
    assert len(shell.json("visit", "list", "--passphrase-file", file)) == 1
    shell("visit", "list", "--passphrase-file", place / "không có", code=20)
    file.write_text("", encoding="utf-8")
    shell("visit", "list", "--passphrase-file", file, code=20)


def test_the_workspace_is_that_of_the_arguments_the_settings_or_the_users_folder(shell, place):
    assert "Thường Phước" in shell("visit", "list")
    shell("visit", "list", "--workspace", place / "không có", code=3)
    Settings().save()
    assert shell.json("visit", "list", code=3)["code"] == "workspace-missing"
    shell("init", "--name", "Hoa")
    assert shell("visit", "list").strip() == tr("There is no visit yet.")
    assert Workbench.exists(paths.user_data() / "workspace")


def test_visits_are_begun_listed_and_named_by_any_handle(shell, place):
    made = shell.json("visit", "new", "29955", "--on", "24/11/2026", "--title", "Kiểm tra đột xuất")
    assert made["unit"] == "UBND phường Hồng Ngự"
    rows = shell.json("visit", "list")
    assert [(row["unit_code"], row["on"]) for row in rows] == [("29955", "2026-11-24"), (UNIT, "2026-11-23")]
    assert rows[1]["answered"] == 2
    for handle in (made["visit"], "29955"):
        assert shell.json("visit", "show", handle)["title"] == "Kiểm tra đột xuất"
    unique = next(n for n in range(4, 37) if not rows[1]["id"].startswith(made["visit"][:n]))
    assert shell.json("visit", "show", made["visit"][:unique])["visit"] == made["visit"]
    shell("visit", "new", "29955", "--on", "25/11/2026")
    shell("visit", "show", "29955", code=3)  # which of the two?


def test_a_visit_of_today_needs_no_date(shell, place):
    before = datetime.now().astimezone().date()
    shell("visit", "new", "29955")
    on = next(row["on"] for row in shell.json("visit", "list") if row["unit_code"] == "29955")
    assert before.isoformat() <= on <= datetime.now().astimezone().date().isoformat()


def test_a_checklist_is_shown_with_values_points_and_index(shell, place):
    text = shell("visit", "show", UNIT)
    assert "24 / 26 = 92,31 % → 1,49" in text
    assert "Đúng hạn và đủ nội dung" in text
    assert "2,99" in text  # 1.50 for CD01 and 1.49 for CD04, of 100
    view = shell.json("visit", "show", UNIT)
    assert view["items"]["CD04"]["points"] == "1.49"
    assert view["summary"]["index"] == "2.99"


def test_an_item_is_shown_with_its_history(shell, place):
    text = shell("visit", "show", UNIT, "--item", "CD04")
    assert "Tỷ lệ nhiệm vụ" in text
    assert "Lan · Máy Lan: 24 / 26" in text
    shown = shell.json("visit", "show", UNIT, "--item", "CD04")
    assert shown["history"][0]["author"] == "Lan"
    shell("visit", "show", UNIT, "--item", "CD99", code=3)


@pytest.mark.parametrize(
    ("item", "typed", "value"),
    [
        ("CD03", ["co"], ["co"]),
        ("CD04", ["CD04_tu=20", "CD04_mau=25"], ["20", "25"]),
        ("CD04", ["CD04_tu=20"], ["20", "26"]),
        ("CD04", ["CD04_tu=", "CD04_mau="], ["", ""]),
        ("NX01", ["Kế", "hoạch", "tốt"], ["Kế hoạch tốt"]),
        ("NX01", ["tỷ lệ=90%"], ["tỷ lệ=90%"]),
        ("CD03", ["CD03=khong"], ["khong"]),
    ],
)
def test_an_answer_is_given_as_a_value_or_by_question(shell, place, item, typed, value):
    shell("visit", "answer", UNIT, item, *typed)
    shown = shell.json("visit", "show", UNIT)["items"][item]
    assert [leaf["value"] for leaf in shown["leaves"]] == value


def test_an_answer_says_what_it_made_of_the_item_and_when_it_was_saved(shell, place):
    text = shell("visit", "answer", UNIT, "CD04", "CD04_tu=26")
    assert "26 / 26 = 100,00 % → 2,00" in text
    told = shell.json("visit", "answer", UNIT, "CD04", "CD04_tu=13", "--note", "Theo sổ")
    assert (told["item"]["points"], told["item"]["note"]) == ("0.00", "Theo sổ")
    assert told["saved_at"].startswith("20")


def test_an_item_is_marked_as_not_applicable_with_a_reason(shell, place):
    text = shell("visit", "answer", UNIT, "CD07", "--not-applicable", "Chưa từng được kiểm tra.")
    assert tr("does not apply: {reason}", reason="Chưa từng được kiểm tra.") in text
    shell("visit", "answer", UNIT, "CD07", "--not-applicable", " ", code=4)


def test_a_visit_goes_to_a_stick_and_comes_from_one(shell, place):
    sent = shell.json("export", UNIT, place / "usb")
    assert Path(sent["file"]).parent == place / "usb"
    assert sent["size"] == Path(sent["file"]).stat().st_size
    told = shell.json("receive", sent["file"], "--workspace", place / "Minh")
    assert (told["sender"], told["visits"][0]["disputed"]) == ("Lan", 1)
    again = shell("receive", sent["file"], "--workspace", place / "Minh")
    assert tr("Everything in it was known already; nothing was changed.") in again


def test_a_conflict_is_listed_with_all_sides_and_decided(shell, place):
    assert shell("conflicts").strip() == tr("Nothing is in dispute.")
    shell("receive", place / "minh.cchc")
    text = shell("conflicts", UNIT)
    for words in ("CD04 · Tỷ lệ nhiệm vụ", "24 / 26", "22 / 26", "Minh · Máy Minh", tr("mine"), tr("theirs")):
        assert words in text
    [conflict] = shell.json("conflicts")
    theirs = next(side for side in conflict["sides"] if not side["mine"])
    shell("resolve", conflict["id"], "--theirs", "--reason", "Minh có sổ gốc")
    assert shell.json("conflicts") == []
    shown = shell.json("visit", "show", UNIT, "--item", "CD04")
    assert shown["item"]["leaves"][0]["value"] == "22"
    assert "Minh có sổ gốc" in shown["history"][0]["text"]
    assert theirs["value"] == {"CD04_tu": "22", "CD04_mau": "26"}


def test_a_conflict_is_decided_by_the_digest_of_a_side(shell, place):
    conflict = received(place)
    head = shell.json("conflicts")[0]["sides"][0]["head"]
    shell("resolve", conflict, "--side", "0" * 8, "--reason", "x", code=3)
    shell("resolve", conflict, "--side", head[:8], "--reason", " ", code=4)
    shell("resolve", conflict, "--side", head[:8], "--reason", "x")
    for choice in (["--mine"], ["--side", head]):
        shell("resolve", conflict, *choice, "--reason", "x", code=3)


def test_the_minutes_are_written_as_two_files(shell, place):
    written = shell.json("minutes", UNIT, place / "usb")
    assert Path(written["pdf"]).read_bytes().startswith(b"%PDF")
    assert Path(written["docx"]).exists()
    assert written["warnings"]
    text = shell("minutes", UNIT, place / "usb")
    assert written["pdf"] in text
    assert f"! {written['warnings'][0]}" in text
    shell("minutes", UNIT, place / "không có", code=20)


def test_a_workspace_is_proved_and_its_tables_made_again(shell, place):
    report = shell.json("verify")
    assert report["ok"]
    assert report["changes"] > 3
    assert shell.json("rebuild")["rows"] > 3
    with closing(Workbench.open(place / "Lan", PASSPHRASE)) as lan:
        lan._workspace._db.execute("update answer set f_note = 'giả'")
    error = shell.json("verify", code=20)
    assert error["code"] == "workspace-unsound"
    shell("verify")  # the tables were made again


def test_a_visit_moves_to_another_version_once_it_was_looked_at(shell, place):
    shell("template", "publish", revision(place / "sửa.xlsx"))
    [choice] = shell.json("visit", "move", UNIT)
    assert choice["version"] == "2026120101"
    before = shell.json("visit", "list")
    preview = shell.json("visit", "move", UNIT, "2026120101")
    assert preview["new"]["digest"] == choice["digest"]
    assert shell.json("visit", "list") == before
    shell("visit", "move", UNIT, choice["digest"][:8], "--reason", "Sở ban hành mẫu mới")
    assert [each["version"] for each in shell.json("visit", "move", UNIT)] == [preview["old"]["version"]]
    shell("visit", "move-back", UNIT, "--reason", "Chuyển nhầm")
    assert shell.json("visit", "list") == before


def test_a_workbook_is_checked_without_a_workspace_and_lists_every_problem(shell, place, monkeypatch):
    monkeypatch.delenv("INSPECTOR_PASSPHRASE")
    good = SHIPPED
    assert shell.json("template", "check", good)["items"] == 114
    bad = place / "sai.xlsx"
    bad.write_bytes(workbook({"survey!A5": "integr", "survey!G1": "bind::cchc:ruel"}))
    text = shell("template", "check", bad, code=8)
    assert "survey!A5" in text
    assert "survey!G1" in text
    error = shell.json("template", "check", bad, code=8)
    assert (error["code"], len(error["problems"]) >= 2) == ("template-refused", True)
    assert {problem["sheet"] for problem in error["problems"]} == {"survey"}


def test_a_published_workbook_is_used_by_new_visits(shell, place):
    small = place / "nhỏ.xlsx"
    small.write_bytes(workbook({"settings!B2": CHECKLIST, "settings!C2": "9"}))
    assert shell.json("template", "publish", small)["items"] == 3
    shell("visit", "new", "29955", "--on", "24/11/2026")
    assert list(shell.json("visit", "show", "29955")["items"]) == ["CD03", "CD04", "ghi_chu"]
    assert len(shell.json("visit", "show", UNIT)["items"]) == 114


def test_a_visit_moves_to_another_version_when_a_reason_is_given_and_back(shell, place):
    assert shell.json("visit", "move", UNIT) == []
    version = published(place)
    [choice] = shell.json("visit", "move", UNIT)
    assert (choice["version"], choice["title"]) == (version, "Phiếu thử")
    preview = shell.json("visit", "move", UNIT, version)
    assert {line["item"] for line in preview["lines"]} == {"CD01", "CD04"}
    assert len(shell.json("visit", "show", UNIT)["items"]) == 114  # looked at only
    asked = [line["item"] for line in preview["lines"] if line["verdict"] == "decide"]
    decided = [part for item in asked for part in ("--decide", f"{item}=keep")]
    if asked:
        error = shell.json("visit", "move", UNIT, version, "--reason", "phiếu mới", code=4)
        assert asked[0] in error["sentence"]
    shell("visit", "move", UNIT, version, *decided, "--reason", "phiếu mới")
    assert len(shell.json("visit", "show", UNIT)["items"]) == 3
    shell("visit", "move-back", UNIT, "--reason", "chuyển nhầm")
    assert shell.json("visit", "show", UNIT)["items"]["CD01"]["points"] == "1.50"


def test_a_demonstration_that_is_there_is_shown_and_not_made_over(shell, place):
    folder = made_earlier(place / "trình diễn")
    assert demo.PASSPHRASE in shell("demo", "--into", folder)
    assert shell.json("demo", "--into", folder)["lead"] == str(folder / demo.LEAD_FOLDER)


def test_what_a_crash_left_is_told_beside_the_answer(shell, place, capsys):
    with closing(Workbench.open(place / "Lan", PASSPHRASE)) as lan:
        visit = lan.visits.list()[0].id
        lan.checklists.draft(visit, "NX01", "NX01", "Một cửa khang tr")
    capsys.readouterr()
    assert cli.run(["visit", "list", "--json"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["result"]
    assert "Một cửa khang tr" in told.err


def test_the_language_is_that_of_the_settings(shell, place):
    shell("visit", "show", "không có", code=3)
    Settings(workspace=place / "Lan", language="en").save()
    assert "There is no visit" in shell("visit", "show", "không có", code=3)


# --- faults and their codes ----------------------------------------------------------------------

CODES: list[tuple[str, int, str, Callable[[Path], list[object]]]] = [
    ("a workspace over another", 4, "workspace-exists", lambda p: ["init", "--name", "x"]),
    ("an unknown visit", 3, "visit-unknown", lambda p: ["visit", "show", "không có"]),
    ("an unknown commune", 3, "unit-unknown", lambda p: ["visit", "new", "00000"]),
    ("a day that is none", 4, "value-invalid", lambda p: ["visit", "new", UNIT, "--on", "31/02/2026"]),
    ("an unknown item", 3, "item-unknown", lambda p: ["visit", "answer", UNIT, "CD99", "co"]),
    ("an unknown item and no value", 3, "item-unknown", lambda p: ["visit", "answer", UNIT, "CD99"]),
    ("no value", 4, "value-invalid", lambda p: ["visit", "answer", UNIT, "CD03"]),
    ("a value that cannot be", 4, "answer-refused", lambda p: ["visit", "answer", UNIT, "CD03", "có lẽ"]),
    ("one value for two", 4, "answer-refused", lambda p: ["visit", "answer", UNIT, "CD04", "24"]),
    (
        "not applicable where it must be answered", 4, "not-applicable-refused",
        lambda p: ["visit", "answer", UNIT, "CD04", "--not-applicable", "x"],
    ),
    (
        "an answer into a dispute", 5, "conflict-open",
        lambda p: [received(p)] and ["visit", "answer", UNIT, "CD04", "CD04_tu=20"],
    ),
    (
        "an unknown conflict", 3, "conflict-unknown",
        lambda p: ["resolve", "x:answer:CD04:value", "--mine", "--reason", "x"],
    ),
    ("a version that is not there", 3, "template-unknown", lambda p: ["visit", "move", UNIT, "77"]),
    (
        "a decision that is none", 4, "value-invalid",
        lambda p: ["visit", "move", UNIT, published(p), "--reason", "x", "--decide", "CD04=maybe"],
    ),
    ("a move that was none", 3, "nothing-to-undo", lambda p: ["visit", "move-back", UNIT, "--reason", "x"]),
    ("an export of an unknown visit", 3, "visit-unknown", lambda p: ["export", "không có", p]),
    ("an export to nowhere", 20, "file-trouble", lambda p: ["export", UNIT, p / "không có" / "x.cchc"]),
    ("a file that is not there", 20, "file-trouble", lambda p: ["receive", p / "không có.cchc"]),
    ("a file that is no bundle", 7, "bundle-unreadable", lambda p: ["receive", foreign(p)]),
    ("a bundle that is cut off", 7, "bundle-damaged", lambda p: ["receive", cut(p)]),
    ("a workbook that is none", 8, "template-refused", lambda p: ["template", "publish", foreign(p)]),
    ("a workbook that is not there", 20, "file-trouble", lambda p: ["template", "check", p / "x.xlsx"]),
    ("a checklist that is not there", 3, "visit-unknown", lambda p: ["minutes", "không có", p]),
]  # fmt: skip


def foreign(place: Path) -> Path:
    file = place / "ảnh.jpg"
    file.write_bytes(b"\xff\xd8\xff" * 100)
    return file


def cut(place: Path) -> Path:
    file = place / "cụt.cchc"
    file.write_bytes((place / "minh.cchc").read_bytes()[:500])
    return file


@pytest.mark.parametrize(
    ("code", "name", "argv"), [case[1:] for case in CODES], ids=[case[0] for case in CODES]
)
def test_a_fault_has_its_code_a_sentence_and_a_hint_and_changes_nothing(shell, place, code, name, argv):
    wanted = argv(place)
    before = content(place / "Lan")
    error = shell.json(*wanted, code=code)
    assert error["code"] == name
    assert error["sentence"]
    assert error["hint"]
    text = shell(*wanted, code=code)
    assert error["sentence"] in text
    assert error["hint"] in text
    assert content(place / "Lan") == before


def content(folder: Path) -> str:
    """A digest of all changes of a workspace."""
    with closing(Workbench.open(folder, PASSPHRASE)) as bench:
        ledger = bench._workspace.ledger
        digests = [sealed.digest for stream in ledger.streams() for sealed in ledger.changes(stream)]
        templates = [template.digest for template in bench._workspace.templates()]
    return hashlib.sha256("".join([*digests, *templates]).encode()).hexdigest()


def test_a_wrong_passphrase_and_a_workspace_open_elsewhere_are_locked(shell, place, monkeypatch):
    with closing(Workbench.open(place / "Lan", PASSPHRASE)):
        assert shell.json("visit", "list", code=6)["code"] == "workspace-in-use"
    monkeypatch.setenv("INSPECTOR_PASSPHRASE", "không phải")
    assert shell.json("visit", "list", code=6)["code"] == "wrong-passphrase"
    monkeypatch.setenv("INSPECTOR_PASSPHRASE", "ngắn")
    assert shell.json("init", "--name", "x", "--workspace", place / "x", code=4)["code"] == "weak-passphrase"


@pytest.mark.parametrize(
    "argv",
    [
        ["nhảy múa"],
        ["visit"],
        ["visit", "show"],
        ["resolve", "x", "--reason", "y"],
        ["resolve", "x", "--mine", "--theirs", "--reason", "y"],
        ["visit", "new", UNIT, "--kind", "party"],
    ],
)
def test_a_command_that_is_none_is_usage(capsys, argv):
    with pytest.raises(SystemExit) as ended:
        cli.run(argv)
    assert ended.value.code == 2
    assert capsys.readouterr().err


# --- as a program --------------------------------------------------------------------------------


def test_it_runs_as_a_program_with_vietnamese_on_any_pipe(place):
    environment = {
        **os.environ,
        "INSPECTOR_PASSPHRASE": PASSPHRASE,
        "PYTHONIOENCODING": "ascii",
        "PYTHONPATH": str(ROOT),
    }

    def program(*argv: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "inspector_app", *map(str, argv)],
            env=environment, cwd=place, capture_output=True, check=False,
        )  # fmt: skip

    done = program("visit", "list", "--workspace", place / "Lan")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "xã Thường Phước, tỉnh Đồng Tháp" in done.stdout.decode("utf-8")
    done = program("visit", "show", "không có", "--workspace", place / "Lan")
    assert (done.returncode, done.stdout) == (3, b"")
    assert "không có" in done.stderr.decode("utf-8")
    assert program("--version").stdout.decode().strip() == __version__
