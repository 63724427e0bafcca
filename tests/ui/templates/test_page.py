"""The checklists room over a real workspace: a workbook is checked, corrected, checked again, published."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.i18n import tr
from inspector_app.ui.checklist.page import ChecklistPage
from inspector_app.ui.session import Session
from inspector_app.ui.templates.page import TemplatesPage
from tests.ui.conftest import Screen, Settle
from tests.workbooks.books import SATISFACTION
from tests.workbooks.filling import Person


@pytest.fixture
def page(session: Session, screen: Screen, settle: Settle) -> TemplatesPage:
    page = screen.enter(TemplatesPage(session), 1290, 700)
    settle(session.lanes)
    return page


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A sound workbook of somebody else."""
    return SATISFACTION.write(tmp_path / "khao sat")


def spoil(file: Path, cell: str, value: str) -> None:
    book = openpyxl.load_workbook(file)
    book["survey"][cell] = value
    book.save(file)


def texts(page: TemplatesPage) -> list[str]:
    return [page.list.item(row).text() for row in range(page.list.count())]


def test_what_is_published_is_listed_with_its_use(page: TemplatesPage) -> None:
    assert len(texts(page)) == 2
    (checklist,) = (words for words in texts(page) if "cchc_xa" in words)
    assert tr("used by {count} visits", count=2) in checklist
    assert tr("{points} points", points="100") in checklist


def try_out(page: TemplatesPage, form_id: str, settle: Settle) -> ChecklistPage:
    """Choose a published checklist; the page on which it is tried out."""
    row = next(row for row, words in enumerate(texts(page)) if form_id in words)
    page.list.setCurrentRow(row)
    for _ in range(3):
        settle(page.session.lanes)
    tried = page.shown.look.trial.page
    assert tried is not None
    return tried


def test_a_checklist_is_tried_out_with_its_score_and_begun_anew(
    page: TemplatesPage, settle: Settle, qtbot: QtBot
) -> None:
    tried = try_out(page, "cchc_xa", settle)
    tried.go_to("CD03")
    qtbot.keyClick(tried.panes["CD"].card("CD03"), Qt.Key.Key_1)
    settle(page.session.lanes)
    assert tried.items["CD03"].points == 0.5
    assert tried.areas["CD"].answered == 1
    assert tr("Provisional index {value}", value="0,50") in tried.foot.index.text()
    assert page.session.saves.state == "none"  # nothing is said to be saved

    page.shown.look.trial.again.click()
    for _ in range(3):
        settle(page.session.lanes)
    again = page.shown.look.trial.page
    assert again is not None
    assert again is not tried
    assert again.items["CD03"].status == "required"


def test_what_is_tried_out_leaves_no_trace_in_the_workspace(
    page: TemplatesPage, settle: Settle, qtbot: QtBot
) -> None:
    before: list[int] = []
    page.session.read(lambda bench: len(bench.visits.list()), before.append, owner=page)
    tried = try_out(page, "cchc_xa", settle)
    tried.go_to("CD03")
    qtbot.keyClick(tried.panes["CD"].card("CD03"), Qt.Key.Key_1)
    settle(page.session.lanes)
    page.session.read(lambda bench: len(bench.visits.list()), before.append, owner=page)
    settle(page.session.lanes)
    assert before[0] == before[1] == 2


def test_a_workbook_being_checked_is_tried_out_before_it_is_published(
    page: TemplatesPage, workbook: Path, settle: Settle
) -> None:
    page.check(workbook)
    for _ in range(4):
        settle(page.session.lanes)
    tried = page.checked.look.trial.page
    assert tried is not None
    assert not tried.items["di_lai"].relevant
    person = Person(tried, lambda: settle(page.session.lanes), workbook.parent)
    person.digit("lan_thu", 3)
    assert tried.items["di_lai"].relevant
    person.write("di_lai", "400")
    unsaved = tried.scribe.unsaved("di_lai")
    assert unsaved is not None
    assert len(texts(page)) == 2


def test_a_trial_goes_on_after_another_workbook_was_checked(
    page: TemplatesPage, workbook: Path, settle: Settle, qtbot: QtBot
) -> None:
    tried = try_out(page, "cchc_xa", settle)
    page.check(workbook)
    for _ in range(3):
        settle(page.session.lanes)
    page.checked.leave.click()
    tried.go_to("CD03")
    qtbot.keyClick(tried.panes["CD"].card("CD03"), Qt.Key.Key_1)
    settle(page.session.lanes)
    assert tried.items["CD03"].status == "answered"


def test_what_is_still_asked_of_a_trial_that_is_over_harms_nothing(
    page: TemplatesPage, settle: Settle
) -> None:
    tried = try_out(page, "cchc_xa", settle)
    page.shown.look.trial.again.click()
    tried.scribe.answer("CD03", "co")
    tried.detail.reading_wanted.emit("CD03", "CD03")
    page.shown.look.trial.again.click()
    for _ in range(3):
        settle(page.session.lanes)
    again = page.shown.look.trial.page
    assert again is not None
    assert again.items["CD03"].status == "required"


def test_points_by_area_add_up_beside_a_hundred(page: TemplatesPage, qtbot: QtBot) -> None:
    row = next(row for row, words in enumerate(texts(page)) if "cchc_xa" in words)
    page.list.setCurrentRow(row)
    look = page.shown.look
    look.show_way("points")
    qtbot.waitUntil(lambda: look.points.lines.rowCount() > 8)
    last = look.points.lines.lines[-1]
    assert last.texts[2] == "100,00"
    assert last.tone == "good"


def test_problems_are_listed_at_once_with_their_cells_and_nothing_is_published(
    page: TemplatesPage, workbook: Path, settle: Settle
) -> None:
    spoil(workbook, "A4", "select_one không_có")
    spoil(workbook, "B5", "tuổi tác")
    page.check(workbook)
    settle(page.session.lanes)
    lines = page.checked.problems.lines.lines
    assert len(lines) >= 2
    assert {line.texts[0] for line in lines} == {"survey"}
    assert {"A4", "B5"} <= {line.texts[1] for line in lines}
    assert all(line.texts[2] and line.texts[3] for line in lines)
    assert not page.checked.publish.isEnabled()
    assert len(texts(page)) == 2


def test_a_corrected_workbook_is_checked_again_and_published(
    page: TemplatesPage, workbook: Path, settle: Settle, qtbot: QtBot
) -> None:
    sound = workbook.read_bytes()
    spoil(workbook, "A4", "select_one không_có")
    page.check(workbook)
    settle(page.session.lanes)
    assert QApplication.focusWidget() is page.checked.recheck
    workbook.write_bytes(sound)
    qtbot.keyClick(page.checked.recheck, Qt.Key.Key_Space)
    settle(page.session.lanes)
    settle(page.session.lanes)
    assert page.checked.publish.isEnabled()
    assert page.checked.look.digest
    assert len(texts(page)) == 2
    qtbot.keyClick(page.checked.publish, Qt.Key.Key_Space)
    settle(page.session.lanes)
    settle(page.session.lanes)
    assert SATISFACTION.title in texts(page)[0]
    assert tr("Published: {title}", title=SATISFACTION.title) in page.written.text


def test_a_workbook_can_be_dropped(page: TemplatesPage, workbook: Path, settle: Settle) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(workbook))])
    none = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    page.zone.dropEvent(event)
    settle(page.session.lanes)
    assert page.checked.publish.isEnabled()


def test_an_empty_workbook_is_written_to_begin_from(
    page: TemplatesPage, tmp_path: Path, settle: Settle
) -> None:
    page.write_empty(tmp_path / "moi.xlsx")
    settle(page.session.lanes)
    assert tr("Written: {file}", file="moi.xlsx") in page.written.text
    page.check(tmp_path / "moi.xlsx")
    settle(page.session.lanes)
    assert page.checked.publish.isEnabled()
