"""The page of the visits: filtered, opened by key, honest when empty."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import NewVisit
from inspector_app.ui.session import Session
from inspector_app.ui.tasks import Lanes
from inspector_app.ui.visits.page import VisitsPage
from tests.ui.conftest import Screen, Settle


@pytest.fixture
def page(session: Session, screen: Screen) -> VisitsPage:
    return screen.enter(VisitsPage(session), 1290, 700)


def test_the_list_shows_what_the_workspace_holds(page: VisitsPage) -> None:
    assert page.model.rowCount() == 2
    assert page.count.text() == tr("{count} visits", count="2")
    assert page.body.currentWidget() is page.table
    assert page.table.hasFocus()


def test_enter_and_double_click_open(page: VisitsPage, visit: VisitId, qtbot: QtBot) -> None:
    at = page.model.row_of(visit)
    assert at is not None
    page.table.selectRow(at)
    opened: list[VisitId] = []
    page.opened.connect(opened.append)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    page.table.doubleClicked.emit(page.model.index(at, 0))
    assert opened == [visit, visit]


def test_a_filter_without_result_says_so(page: VisitsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.search.settled):
        qtbot.keyClicks(page.search, "ca mau")
    assert page.body.currentWidget() is page.nothing
    (show_all,) = page.nothing.findChildren(QPushButton)
    show_all.click()
    assert page.body.currentWidget() is page.table
    assert page.search.text() == ""


def test_the_states_are_counted_and_one_is_shown(page: VisitsPage, qtbot: QtBot) -> None:
    offered = [page.states.itemText(row) for row in range(page.states.count())]
    assert offered[0] == tr("All states ({count})", count=2)
    assert f"{tr('In dispute')} (1)" in offered
    page.states.set_value("disputed")
    page.states.chosen.emit("disputed")
    assert page.model.rowCount() == 1
    page.states.chosen.emit("complete")
    assert page.body.currentWidget() is page.nothing


def test_letters_in_the_list_begin_a_search_and_the_arrow_goes_back(page: VisitsPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_H)
    assert page.search.hasFocus()
    assert page.search.text() == "h"
    opened: list[VisitId] = []
    page.opened.connect(opened.append)
    with qtbot.waitSignal(page.search.settled):
        qtbot.keyClicks(page.search, "ong ngu")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert opened == [page.model.visit(0).id]
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert page.table.hasFocus()


def test_a_change_is_shown_and_the_chosen_row_stays(
    page: VisitsPage, session: Session, visit: VisitId, settle: Settle
) -> None:
    at = page.model.row_of(visit)
    assert at is not None
    page.table.selectRow(at)
    session.save(lambda bench: bench.visits.new(NewVisit("29983", date(2026, 12, 1))), owner=session)
    settle(session.lanes)
    assert page.model.rowCount() == 3
    assert page.model.visit(page.table.currentIndex().row()).id == visit


def test_everything_is_painted(page: VisitsPage) -> None:
    assert not page.grab().isNull()


def test_an_empty_workspace_offers_the_first_step(
    lanes: Lanes, qtbot: QtBot, settle: Settle, tmp_path_factory: pytest.TempPathFactory
) -> None:
    from inspector_app.services.workbench import Workbench
    from inspector_app.settings import Settings
    from tests.ui.conftest import LEAD, PASSPHRASE, QUICK

    folder = tmp_path_factory.mktemp("empty") / "workspace"
    lanes.open(
        lambda: Workbench.create(folder, PASSPHRASE, LEAD, derivation=QUICK), lambda _none: None, owner=lanes
    )
    page = VisitsPage(Session(lanes, Settings(), lanes))
    qtbot.addWidget(page)
    page.show()
    page.entered()
    settle(lanes)
    assert page.body.currentWidget() is page.empty
    page.plan()
    assert page.panel.isVisible()
