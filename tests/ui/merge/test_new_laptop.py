"""A bundle received on a laptop that knows nothing yet."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from inspector_app.i18n import tr
from inspector_app.services.workbench import Workbench
from inspector_app.settings import Settings
from inspector_app.ui.merge.page import MergePage
from inspector_app.ui.session import Session
from inspector_app.ui.tasks import Lanes
from tests.ui.conftest import MEMBER, PASSPHRASE, QUICK, Made


def test_a_first_bundle_brings_the_visit(
    lanes: Lanes, made: Made, tmp_path: Path, qtbot: QtBot, settle: Callable[[Lanes], None]
) -> None:
    folder = tmp_path / "mới"
    lanes.open(
        lambda: Workbench.create(folder, PASSPHRASE, MEMBER, derivation=QUICK),
        lambda _none: None,
        owner=lanes,
    )
    page = MergePage(Session(lanes, Settings(), lanes))
    qtbot.addWidget(page)
    page.show()
    settle(lanes)
    assert page.conflicts.body.currentWidget() is page.conflicts.empty
    assert not page.handover.send.isEnabled()
    page.receive(made.bundle)
    settle(lanes)
    settle(lanes)
    assert tr("Received without a dispute.") in page.handover.received.text
    assert page.handover.visit.count() == 1
    assert page.handover.send.isEnabled()
