"""The first run makes a workspace; later runs open it; what is wrong is said where it is put right."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inspector_app import i18n, paths
from inspector_app.domain.errors import WorkspaceInUse, WorkspaceMissing, WrongPassphrase
from inspector_app.i18n import tr
from inspector_app.services.workbench import Workbench
from inspector_app.settings import Settings
from inspector_app.ui.session import Session
from inspector_app.ui.tasks import Lanes
from inspector_app.ui.unlock import Door, default_folder
from tests.ui.conftest import PASSPHRASE, Made

Settle = Callable[[Lanes], None]


@pytest.fixture
def open_door(lanes: Lanes, qtbot: QtBot, settle: Settle) -> Iterator[Callable[[Path | None], Door]]:
    doors: list[Door] = []

    def make(folder: Path | None) -> Door:
        door = Door(Session(lanes, Settings(workspace=folder), lanes))
        doors.append(door)
        qtbot.addWidget(door)
        with qtbot.waitActive(door):
            door.show()
            door.activateWindow()
        settle(lanes)
        return door

    return make


def fill(door: Door) -> None:
    page = door.first_run
    page.name.setText("Nguyễn Thị Lan")
    page.laptop.setText("Máy 03")
    page.first.setText(PASSPHRASE)
    page.second.setText(PASSPHRASE)


def test_the_first_run_creates_a_workspace_and_remembers_it(
    open_door: Callable[[None], Door], lanes: Lanes, settle: Settle
) -> None:
    door = open_door(None)
    assert door.pages.currentWidget() is door.first_run
    fill(door)
    opened: list[Path] = []
    door.opened.connect(opened.append)
    door.first_run.go.click()
    settle(lanes)
    assert opened == [default_folder()]
    assert Settings.load().workspace == default_folder()
    lanes.close()
    with pytest.raises(WrongPassphrase):
        Workbench.open(default_folder(), "không phải")
    bench = Workbench.open(default_folder(), PASSPHRASE)
    assert bench.me.name == "Nguyễn Thị Lan"
    bench.close()


def test_each_gap_of_the_first_run_is_said_under_its_field(
    open_door: Callable[[None], Door], lanes: Lanes
) -> None:
    door = open_door(None)
    page = door.first_run
    page.laptop.clear()
    page.first.setText("ngắn")
    page.second.setText("khác")
    page.go.click()
    refused = [page.fields[each].refusal for each in (page.name, page.laptop, page.first, page.second)]
    assert all(refused)
    assert page.name.hasFocus()
    assert lanes.idle
    fill(door)
    page.go.click()
    assert [field.refusal for field in page.fields.values()] == [""] * len(page.fields)


def test_the_passphrase_is_hidden_until_asked_for(open_door: Callable[[None], Door]) -> None:
    edit = open_door(None).first_run.first
    assert edit.echoMode() is edit.EchoMode.Password
    edit.actions()[0].trigger()
    assert edit.echoMode() is edit.EchoMode.Normal
    edit.setFocus()
    QTest.keyClick(edit.window().windowHandle(), Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert edit.echoMode() is edit.EchoMode.Password


def test_typing_begins_where_the_page_begins(open_door: Callable[[Path | None], Door], made: Made) -> None:
    assert open_door(None).first_run.name.hasFocus()
    assert open_door(made.folder).unlock.passphrase.hasFocus()


def test_a_folder_that_holds_a_workspace_is_refused_in_place(
    open_door: Callable[[None], Door], made: Made, lanes: Lanes, settle: Settle
) -> None:
    door = open_door(None)
    fill(door)
    door.first_run.folder.setText(str(made.folder))
    door.first_run.go.click()
    settle(lanes)
    assert str(made.folder) in door.first_run.fields[door.first_run.folder].refusal
    assert door.first_run.isEnabled()


def test_a_forgotten_setting_does_not_hide_the_workspace(
    open_door: Callable[[None], Door], made: Made
) -> None:
    default_folder().parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(made.folder, default_folder())
    door = open_door(None)
    assert door.pages.currentWidget() is door.unlock


def test_the_right_passphrase_opens(
    open_door: Callable[[Path], Door], made: Made, lanes: Lanes, settle: Settle, qtbot: QtBot
) -> None:
    door = open_door(made.folder)
    opened: list[Path] = []
    door.opened.connect(opened.append)
    qtbot.keyClicks(door.unlock.passphrase, "sai mat khau")
    door.unlock.go.click()
    settle(lanes)
    assert door.unlock.field.refusal == str(WrongPassphrase())
    assert opened == []
    assert door.unlock.passphrase.hasFocus()
    door.unlock.passphrase.setText(PASSPHRASE)
    door.unlock.passphrase.returnPressed.emit()
    settle(lanes)
    assert opened == [made.folder]


def test_no_passphrase_is_asked_for_in_place(open_door: Callable[[Path], Door], made: Made) -> None:
    door = open_door(made.folder)
    door.unlock.go.click()
    assert door.unlock.field.refusal == tr("Type the passphrase of this workspace.")


def test_a_workspace_open_elsewhere_is_said(
    open_door: Callable[[Path], Door], made: Made, lanes: Lanes, settle: Settle
) -> None:
    elsewhere = Workbench.open(made.folder, PASSPHRASE)
    door = open_door(made.folder)
    door.unlock.passphrase.setText(PASSPHRASE)
    door.unlock.go.click()
    settle(lanes)
    assert WorkspaceInUse().sentence in door.unlock.banner.text
    elsewhere.close()


def test_a_missing_workspace_leads_to_a_new_one(
    open_door: Callable[[Path], Door], tmp_path: Path, lanes: Lanes, settle: Settle, qtbot: QtBot
) -> None:
    door = open_door(tmp_path / "nơi khác")
    door.unlock.passphrase.setText(PASSPHRASE)
    door.unlock.go.click()
    settle(lanes)
    missing = WorkspaceMissing(folder=tmp_path / "nơi khác")
    assert missing.sentence in door.unlock.banner.text
    door.unlock.create_instead.emit()
    assert door.pages.currentWidget() is door.first_run
    door.first_run.open_instead.emit()
    assert door.pages.currentWidget() is door.unlock


def test_the_language_can_be_chosen_at_the_door(open_door: Callable[[None], Door], qtbot: QtBot) -> None:
    door = open_door(None)
    with qtbot.waitSignal(door.language_changed):
        door.languages.buttons()["en"].click()
    assert i18n.language() == "en"
    assert Settings.load().language == "en"
    assert (paths.user_config() / "settings.json").exists()


def test_the_demonstration_is_offered_at_the_door(open_door: Callable[[None], Door], qtbot: QtBot) -> None:
    door = open_door(None)
    with qtbot.waitSignal(door.demonstration_wanted):
        door.demonstration.click()
