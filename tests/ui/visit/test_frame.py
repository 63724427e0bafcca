"""A visit shows its sections when they are asked for, and its heading keeps up."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.ui.session import Session
from inspector_app.ui.visit.facts import FactsPage
from inspector_app.ui.visit.frame import TABS, TabRow, VisitFrame
from inspector_app.ui.visit.parts import PartsPage
from tests.ui.conftest import Screen, Settle


@pytest.fixture
def frame(session: Session, visit: VisitId, screen: Screen, settle: Settle) -> VisitFrame:
    frame = screen.show(VisitFrame(session, visit), 1017, 530)
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
    QTest.keyClick(window, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert frame.tab == "participants"
    QTest.keyClick(
        window, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert frame.tab == "overview"
    settle(frame.session.lanes)


def test_the_visit_opens_where_it_was_left(frame: VisitFrame, session: Session, visit: VisitId) -> None:
    frame.show_tab("progress")
    again = VisitFrame(session, visit)
    assert again.tab == "progress"
    again.deleteLater()


def test_a_part_of_a_tab_can_be_shown_and_f6_goes_on(frame: VisitFrame, settle: Settle) -> None:
    frame.show_tab("progress/faults")
    page = frame.page("progress")
    assert isinstance(page, PartsPage)
    assert (page.part, page.names.value) == ("faults", "faults")
    settle(frame.session.lanes)
    QTest.keyClick(frame.windowHandle(), Qt.Key.Key_F6)
    assert page.part == "plan"
    QTest.keyClick(frame.windowHandle(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert page.part == "faults"
    settle(frame.session.lanes)


def test_a_field_of_the_facts_can_be_gone_to(frame: VisitFrame, settle: Settle) -> None:
    frame.show_tab("overview/facts/place")
    settle(frame.session.lanes)
    overview = frame.page("overview")
    assert isinstance(overview, PartsPage)
    facts = overview.page("facts")
    assert isinstance(facts, FactsPage)
    assert facts.fields["place"].control.hasFocus()


def test_every_name_of_a_tab_has_room_at_1093_pixels(frame: VisitFrame) -> None:
    for name, each in frame.buttons.items():
        tab = next(tab for tab in TABS if tab.name == name)
        assert each.text() == tr(tab.text)
        assert each.width() >= each.sizeHint().width()
        assert each.geometry().right() < frame.width()


def test_icons_stand_for_the_names_where_they_have_no_room(qtbot: QtBot) -> None:
    tabs = TabRow()
    qtbot.addWidget(tabs)
    tabs.show_chosen("overview")
    tabs.resize(460, 36)
    tabs.show()
    names = {name: each.text() for name, each in tabs.buttons.items()}
    assert names.pop("overview") == tr("Overview")
    assert set(names.values()) == {""}
    minutes = tabs.buttons["minutes"]
    assert not minutes.icon().isNull()
    assert minutes.accessibleName() == tr("Minutes")
    qtbot.waitUntil(lambda: minutes.geometry().right() <= 460)
    tabs.resize(1017, 36)
    assert minutes.text() == tr("Minutes")


def test_the_heading_follows_a_change(
    frame: VisitFrame, session: Session, visit: VisitId, settle: Settle
) -> None:
    session.save(lambda bench: bench.visits.edit(visit, title="Kiểm tra đột xuất"), owner=session)
    settle(session.lanes)
    assert frame.heading[1].startswith("Kiểm tra đột xuất")
