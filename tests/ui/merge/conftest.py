"""The merge room of the lead, with one conflict open."""

import pytest

from inspector_app.ui.merge.page import MergePage
from inspector_app.ui.session import Session
from tests.ui.conftest import Screen


@pytest.fixture
def page(session: Session, screen: Screen) -> MergePage:
    page = screen.enter(MergePage(session), 1017, 560)
    page.conflicts.begin()
    return page
