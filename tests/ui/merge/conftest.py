"""The merge room of the lead: with one conflict open, or with a crowd of them."""

import shutil
from pathlib import Path

import pytest

from inspector_app.services.workbench import Workbench
from inspector_app.settings import Settings
from inspector_app.ui.merge.page import MergePage
from inspector_app.ui.session import Session
from inspector_app.ui.tasks import Lanes
from tests.ui.conftest import PASSPHRASE, Made, Screen, Settle
from tests.ui.merge import crowd as crowded_visit


@pytest.fixture
def page(session: Session, screen: Screen) -> MergePage:
    page = screen.enter(MergePage(session), 1017, 560)
    page.conflicts.begin()
    return page


@pytest.fixture(scope="session")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """What the copies are made from."""
    return crowded_visit.make(tmp_path_factory.mktemp("đông"))


@pytest.fixture
def crowd(crowded: Made, tmp_path: Path, lanes: Lanes, settle: Settle, screen: Screen) -> MergePage:
    """The room with many conflicts, over a copy of the workspace for one test."""
    folder = tmp_path / "workspace"
    shutil.copytree(crowded.folder, folder)
    lanes.open(lambda: Workbench.open(folder, PASSPHRASE), lambda _: None, owner=lanes)
    settle(lanes)
    page = screen.enter(MergePage(Session(lanes, Settings(), lanes)), 1290, 720)
    page.conflicts.begin()
    settle(lanes)
    return page
