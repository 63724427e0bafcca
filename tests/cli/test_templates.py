"""Checklists on the command line: begun, compared, and told apart in plain words."""

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from inspector_app import cli, i18n
from inspector_app.i18n import tr
from inspector_app.services.views import Profile
from inspector_app.services.workbench import Workbench
from tests.cli.conftest import Shell
from tests.forms.workbooks import workbook
from tests.services.conftest import CHEAP, PASSPHRASE


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Shell:
    """Commands without a workspace and without a passphrase."""
    monkeypatch.delenv("INSPECTOR_PASSPHRASE", raising=False)
    return Shell(capsys)


def version(folder: Path, name: str, **changes: Any) -> Path:
    """The small workbook, changed; `survey_C3` stands for the cell C3 of the sheet survey."""
    file = folder / f"{name}.xlsx"
    file.write_bytes(workbook({key.replace("_", "!"): value for key, value in changes.items()}))
    return file


@pytest.fixture
def versions(tmp_path: Path) -> tuple[Path, Path]:
    new = version(
        tmp_path, "2", survey_C3="Có bố trí kinh phí riêng không?", survey_C5="Ngày họp gần nhất",
        survey_H4=50, survey_B8="y_kien", settings_C2="2",
    )  # fmt: skip
    return version(tmp_path, "1"), new


def test_two_workbooks_are_compared_without_a_workspace(shell: Shell, versions: tuple[Path, Path]) -> None:
    lines = shell("template", "diff", *versions).splitlines()

    assert lines[0] == "Phiếu thử (phieu_thu 1) → Phiếu thử (phieu_thu 2)"
    headings = [
        tr("Old questions: their answers are kept and printed") + " (1):",
        tr("A person must decide what becomes of the answers") + " (2):",
        tr("New questions") + " (1):",
        tr("The answers stand") + " (1):",
    ]
    assert [line for line in lines if line in headings] == headings
    assert "  ghi_chu Ghi chú" in lines
    assert "         " + tr("asked as {name} in the new checklist", name="y_kien") in lines


def test_the_comparison_as_json(shell: Shell, versions: tuple[Path, Path]) -> None:
    result = shell.json("template", "diff", *versions)

    assert (result["old"]["version"], result["new"]["version"]) == ("1", "2")
    assert [(entry["key"], entry["verdict"]) for entry in result["questions"]] == [
        ("ghi_chu", "old"),
        ("CD04_tu", "decide"),
        ("CD04", "decide"),
        ("y_kien", "new"),
        ("CD03", "carries"),
    ]
    assert [(area["before"], area["after"]) for area in result["areas"]] == [("100", "90")]


def test_a_published_checklist_is_compared_by_its_version(
    shell: Shell, versions: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = versions
    monkeypatch.setenv("INSPECTOR_PASSPHRASE", PASSPHRASE)
    with closing(Workbench.create(tmp_path / "kho", PASSPHRASE, Profile("Lan"), derivation=CHEAP)) as bench:
        digest = bench.templates.publish(old).digest
        bench.templates.publish(new)

    workspace = ("--workspace", tmp_path / "kho")
    by_version = shell.json("template", "diff", "1", new, *workspace)
    assert by_version == shell.json("template", "diff", digest[:10], "2", *workspace)
    assert by_version["old"]["digest"] == digest
    shell("template", "diff", "1", "3", *workspace, code=3)


def test_the_same_checklist_twice(shell: Shell, tmp_path: Path) -> None:
    file = version(tmp_path, "1")

    assert shell("template", "diff", file, file).splitlines()[1:] == [tr("The two checklists are the same.")]


def test_a_workbook_with_problems_is_not_compared(shell: Shell, tmp_path: Path) -> None:
    bad = version(tmp_path, "sai", survey_A5="integr")

    assert "survey!A5" in shell("template", "diff", version(tmp_path, "1"), bad, code=8)


def test_a_blank_checklist_is_checked_as_it_is(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "mới.xlsx"

    assert str(file) in shell("template", "blank", file)
    assert shell.json("template", "check", file)["points"] == "100.00"
    shell("template", "blank", file, code=4)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_problems_come_in_both_languages(
    language: i18n.Language,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bad = version(tmp_path, "sai", survey_A5="integr")
    monkeypatch.setattr(i18n, "use", lambda _language: None)
    monkeypatch.setattr(i18n, "_current", language)

    assert cli.run(["template", "check", str(bad)]) == 8
    said = capsys.readouterr().err
    assert ("There is no question type" in said) == (language == "en")
    assert "survey!A5" in said
