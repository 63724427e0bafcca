"""A visit shows its sections when they are asked for, and its heading keeps up."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inspector_app.domain.records import VisitId
from inspector_app.ui.session import Session
from inspector_app.ui.tasks import Lanes
from inspector_app.ui.visit.frame import TABS, VisitFrame

Settle = Callable[[Lanes], None]


@pytest.fixture
def frame(session: Session, visit: VisitId, qtbot: QtBot, settle: Settle) -> VisitFrame:
    frame = VisitFrame(session, visit)
    qtbot.addWidget(frame)
    frame.resize(1017, 530)
    with qtbot.waitActive(frame):
        frame.show()
        frame.activateWindow()
    frame.show_tab("overview")
    settle(session.lanes)
    return frame


def test_the_heading_names_unit_subject_and_day(frame: VisitFrame) -> None:
    title, beside = frame.heading
    assert title == "UBND xã Thường Phước"
    assert beside.endswith("23/11/2026")


def test_sections_are_built_when_first_shown(frame: VisitFrame, settle: Settle) -> None:
    assert frame.page("overview") is not None
    assert frame.page("participants") is None
    frame.buttons["participants"].click()
    settle(frame.session.lanes)
    first = frame.page("participants")
    assert first is not None
    assert first.isVisible()
    frame.show_tab("overview")
    frame.show_tab("participants")
    assert frame.page("participants") is first


@pytest.mark.parametrize("tab", [tab.name for tab in TABS])
def test_every_section_opens(frame: VisitFrame, settle: Settle, tab: str) -> None:
    frame.show_tab(tab)
    settle(frame.session.lanes)
    assert frame.buttons[tab].isChecked()
    assert frame.stack.currentWidget() is frame.page(tab)


def test_keys_go_from_tab_to_tab(frame: VisitFrame, settle: Settle) -> None:
    window = frame.windowHandle()
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert frame.tab == "participants"
    QTest.keyClick(window, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert frame.tab == "overview"
    QTest.keyClick(window, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert frame.tab == "overview"
    settle(frame.session.lanes)


def test_the_heading_follows_a_change(
    frame: VisitFrame, session: Session, visit: VisitId, settle: Settle
) -> None:
    session.save(lambda bench: bench.visits.edit(visit, title="Kiểm tra đột xuất"), owner=session)
    settle(session.lanes)
    assert frame.heading[1].startswith("Kiểm tra đột xuất")
