"""The merge room of the lead, with one conflict open."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from inspector_app.ui.merge.page import MergePage
from inspector_app.ui.session import Session
from inspector_app.ui.tasks import Lanes

Settle = Callable[[Lanes], None]


@pytest.fixture
def page(session: Session, qtbot: QtBot, settle: Settle) -> MergePage:
    page = MergePage(session)
    qtbot.addWidget(page)
    page.resize(1017, 560)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.entered()
    settle(session.lanes)
    page.conflicts.begin()
    return page
