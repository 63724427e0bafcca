"""Self-reports and forms on paper from the command line."""

from pathlib import Path

import pypdfium2
import pytest

from inspector_app.i18n import tr
from tests.cli.conftest import Shell, workspace
from tests.cli.scenes import reported
from tests.services.conftest import UNIT, begin


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with Lan's workspace, which is that of the settings; it holds one visit."""
    with workspace(tmp_path, monkeypatch) as lan:
        begin(lan)
    return tmp_path


@pytest.fixture
def shell(place: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


def pages(file: Path) -> int:
    with pypdfium2.PdfDocument(file) as document:
        return len(document)


def test_a_report_is_shown_then_taken_then_compared_and_undone(shell: Shell, place: Path) -> None:
    file = reported(place)
    shown = shell("visit", "self-report", "import", UNIT, file)
    assert "CD04/value" in shown
    assert "24 / 26" in shown
    assert "CD04" not in shell("visit", "self-report", "compare", UNIT)
    assert "take-back" in shell("visit", "self-report", "import", UNIT, file, "--take")
    again = shell("visit", "self-report", "import", UNIT, file, "--take")
    assert tr("Everything in it was known already; nothing was changed.") in again
    compared = shell("visit", "self-report", "compare", UNIT)
    assert "24 / 26 = 92,31%" in compared
    shell("visit", "self-report", "take-back", UNIT)
    assert "CD04" not in shell("visit", "self-report", "compare", UNIT)
    assert shell("visit", "self-report", "take-back", UNIT, code=3)


def test_a_doubtful_cell_is_decided_by_name(shell: Shell, place: Path) -> None:
    file = reported(place, CD05="95")
    assert "CD05/value" in shell("visit", "self-report", "import", UNIT, file)
    assert shell("visit", "self-report", "import", UNIT, file, "--take", "--decide", "CD05/value=7", code=4)
    shell("visit", "self-report", "import", UNIT, file, "--take", "--decide", "CD05/value=95%")
    assert "95%" in shell("visit", "self-report", "compare", UNIT)


def test_a_form_before_the_visit_and_one_of_another_commune(shell: Shell, place: Path) -> None:
    other = place / "khac.xlsx"
    shell("visit", "self-report", "export", "29983", other, "--before-visit")
    assert "Long Khánh" in shell("visit", "self-report", "import", UNIT, other, code=4)
    error = shell.json("visit", "self-report", "import", UNIT, other, code=4)
    assert error["code"] == "self-report-refused"


@pytest.mark.parametrize(
    ("options", "count"), [(["--dossiers", "2"], 4), (["--dossiers", "1", "--large"], 4), (["--sample"], 2)]
)
def test_dossier_forms_are_written(shell: Shell, place: Path, options: list[str], count: int) -> None:
    shell("visit", "blank-form", UNIT, place / "phieu.pdf", *options)
    assert pages(place / "phieu.pdf") == count


def test_an_area_that_is_not_there_and_a_folder_that_is_not_there(shell: Shell, place: Path) -> None:
    shell("visit", "blank-form", UNIT, place, "--area", "XX", code=3)
    shell("visit", "blank-form", UNIT, place / "không có" / "phieu.pdf", code=20)
