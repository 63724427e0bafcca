"""Another version in the middle of a round: looked at, decided, moved, taken back in the overview."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from inspector_app import paths
from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.ui.checklist.old import OLD
from inspector_app.ui.checklist.page import ChecklistPage
from inspector_app.ui.session import Session
from inspector_app.ui.tasks import Lanes
from inspector_app.ui.visit.facts import FactsPage
from inspector_app.ui.visit.frame import VisitFrame
from inspector_app.ui.visit.move import MovePanel
from inspector_app.ui.visit.overview import OverviewPage

Settle = Callable[[Lanes], None]
GONE, DOUBTFUL = "CD03", "CD06"


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """The shipped workbook as the office changed it: an item is gone, the version is another."""
    book = openpyxl.load_workbook(paths.resources() / "checklists" / "cchc_xa.xlsx")
    survey = book["survey"]
    heads = [cell.value for cell in survey[1]]
    name = heads.index("name")
    for row in survey.iter_rows(min_row=2):
        if row[name].value == GONE:
            survey.delete_rows(row[0].row)
            break
    choices = book["choices"]
    lists, names = (next(c.column for c in choices[1] if c.value == head) for head in ("list_name", "name"))
    for row in range(choices.max_row, 2, -1):
        if (choices.cell(row, lists).value, choices.cell(row, names).value) == (DOUBTFUL, "b"):
            choices.delete_rows(row)  # a choice that was chosen no longer exists
    settings = book["settings"]
    for column, cell in enumerate(settings[1], 1):
        if cell.value == "version":
            for row in range(2, settings.max_row + 1):
                if settings.cell(row, column).value:
                    settings.cell(row, column).value = "9.0"
    book.save(file := tmp_path / "cchc_xa.xlsx")
    return file


@pytest.fixture
def frame(session: Session, visit: VisitId, qtbot: QtBot, settle: Settle, later: Path) -> VisitFrame:
    session.read(lambda bench: bench.checklists.answer(visit, GONE, "co"), lambda _delta: None, owner=session)
    session.read(
        lambda bench: bench.checklists.answer(visit, DOUBTFUL, "b"), lambda _delta: None, owner=session
    )
    session.read(lambda bench: bench.templates.publish(later), lambda _report: None, owner=session)
    settle(session.lanes)
    frame = VisitFrame(session, visit)
    qtbot.addWidget(frame)
    frame.resize(1200, 700)
    frame.show()
    frame.show_tab("checklist")
    frame.show_tab("overview/facts")
    settle(session.lanes)
    settle(session.lanes)
    return frame


def facts_of(frame: VisitFrame) -> FactsPage:
    overview = frame.page("overview")
    assert isinstance(overview, OverviewPage)
    facts = overview.page("facts")
    assert isinstance(facts, FactsPage)
    return facts


def panel_of(frame: VisitFrame, settle: Settle) -> MovePanel:
    facts = facts_of(frame)
    facts.move_button.click()
    for _ in range(3):
        settle(frame.session.lanes)
    assert facts.move is not None
    return facts.move


def words(panel: MovePanel) -> str:
    return " ".join(each.text() for each in panel.findChildren(QLabel) if not each.isHidden())


def test_nothing_moves_before_it_was_looked_at_and_given_a_reason(frame: VisitFrame, settle: Settle) -> None:
    panel = panel_of(frame, settle)
    assert panel.version.count() == 1
    assert tr("Become old questions: {count}", count=1) in words(panel)
    assert GONE in words(panel)
    assert not panel.confirm.isEnabled()


def test_a_visit_moves_shows_its_old_questions_and_is_taken_back(
    frame: VisitFrame, settle: Settle, qtbot: QtBot
) -> None:
    panel = panel_of(frame, settle)
    assert panel.open_decisions == [DOUBTFUL]
    qtbot.keyClicks(panel.reason, "phien ban moi")
    assert not panel.confirm.isEnabled()
    assert panel.waiting.text() == tr("{count} still to be decided", count=1)
    (again,) = (each for each in panel.findChildren(QPushButton) if each.text() == tr("Ask again"))
    again.click()
    panel.confirm.click()
    for _ in range(4):
        settle(frame.session.lanes)
    assert tr("The visit now has version {version}.", version="9.0") in panel.banner.text
    assert frame.page("checklist") is None
    frame.show_tab("checklist")
    settle(frame.session.lanes)
    page = frame.page("checklist")
    assert isinstance(page, ChecklistPage)
    assert GONE not in page.items
    page.show_area(OLD)
    said = [each.text() for each in page.middle.currentWidget().findChildren(QLabel)]
    assert any(GONE in each for each in said)
    frame.show_tab("overview/facts")
    panel = panel_of(frame, settle)
    qtbot.keyClicks(panel.reason, "nham")
    panel.undo.click()
    for _ in range(4):
        settle(frame.session.lanes)
    frame.show_tab("checklist")
    settle(frame.session.lanes)
    page = frame.page("checklist")
    assert isinstance(page, ChecklistPage)
    assert page.items[GONE].leaves[0].value == "co"
    assert page.items[DOUBTFUL].leaves[0].value == "b"
    assert OLD not in page.areas


def test_escape_leaves_the_panel(frame: VisitFrame, settle: Settle, qtbot: QtBot) -> None:
    panel = panel_of(frame, settle)
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert facts_of(frame).middle.currentWidget() is not panel
