"""The second copy follows by itself, says how old it is, and brings everything back."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inspector_app.domain.errors import MirrorFailed
from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import Profile
from inspector_app.services.workbench import Workbench
from inspector_app.ui.second_copy import CopyIndicator, SecondCopy, SecondCopyPanel
from inspector_app.ui.session import Session
from inspector_app.ui.tasks import Lanes
from tests.ui.conftest import PASSPHRASE, QUICK

Settle = Callable[[Lanes], None]


@pytest.fixture
def copy(session: Session, qtbot: QtBot) -> Iterator[SecondCopy]:
    """The second copy of the opened workspace, nowhere yet; it ends with the test, like its window."""
    window = QWidget()
    qtbot.addWidget(window)
    yield SecondCopy(session, window)
    window.close()


def copied(place: Path) -> Workbench:
    [folder] = place.iterdir()
    return Workbench.open(folder, PASSPHRASE)


def test_a_copy_is_made_when_a_stick_is_chosen_and_follows_what_is_answered(
    session: Session, copy: SecondCopy, visit: VisitId, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    indicator = CopyIndicator(copy)
    qtbot.addWidget(indicator)
    assert indicator.isHidden()
    copy.put(stick)
    settle(session.lanes)
    assert indicator.words.text() == tr("Copy {seconds} s ago", seconds=copy.age)
    session.save(lambda bench: bench.checklists.answer(visit, "CD03", "co"), owner=copy)
    settle(session.lanes)
    copy.follow()
    settle(session.lanes)
    bench = copied(stick)
    assert bench.checklists.open(visit).items["CD03"].leaves[0].value == "co"
    bench.close()


def test_a_stick_that_is_pulled_out_is_told_and_followed_again_when_it_is_back(
    session: Session, copy: SecondCopy, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    stick = tmp_path / "usb"
    indicator = CopyIndicator(copy)
    qtbot.addWidget(indicator)
    copy.put(stick)
    settle(session.lanes)
    assert isinstance(copy.error, MirrorFailed)
    assert indicator.words.text() == tr("No second copy")
    stick.mkdir()
    copy.follow()
    settle(session.lanes)
    assert copy.error is None
    assert indicator.words.text() == tr("Copy {seconds} s ago", seconds=copy.age)


def test_another_laptops_copy_is_brought_back_with_its_passphrase(
    session: Session, copy: SecondCopy, visit: VisitId, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    other = Workbench.create(tmp_path / "hoa", PASSPHRASE, Profile("Hoa", laptop="Máy 03"), derivation=QUICK)
    stick = tmp_path / "usb"
    stick.mkdir()
    job = other.mirroring.job(stick)
    job.run()
    other.close()
    panel = SecondCopyPanel(session, copy)
    qtbot.addWidget(panel)
    panel.ask_passphrase(job.target)
    panel.passphrase.setText("không phải")
    panel.passphrase.returnPressed.emit()
    settle(session.lanes)
    assert panel.said.property("surface") == "attention"
    panel.passphrase.setText(PASSPHRASE)
    panel.passphrase.returnPressed.emit()
    settle(session.lanes)
    assert tr("Brought back: {visits} visits", visits=0) in panel.said.text
    assert panel.opening.isHidden()
