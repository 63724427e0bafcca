"""The checklists room over a real workspace: a workbook is checked, corrected, checked again, published."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.i18n import tr
from inspector_app.ui.session import Session
from inspector_app.ui.tasks import Lanes
from inspector_app.ui.templates.page import TemplatesPage
from tests.workbooks.books import SATISFACTION

Settle = Callable[[Lanes], None]


@pytest.fixture
def page(session: Session, qtbot: QtBot, settle: Settle) -> TemplatesPage:
    page = TemplatesPage(session)
    qtbot.addWidget(page)
    page.resize(1290, 700)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.entered()
    settle(session.lanes)
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


def test_the_preview_shows_the_items_and_takes_no_answer(page: TemplatesPage, qtbot: QtBot) -> None:
    row = next(row for row, words in enumerate(texts(page)) if "cchc_xa" in words)
    page.list.setCurrentRow(row)
    preview = page.shown.look.preview
    qtbot.waitUntil(lambda: "CD" in preview.panes or preview.areas.areas.rowCount() > 8)
    preview.show_area("CD")
    card = preview.panes["CD"].card("CD03")
    assert card.isVisible()
    place = card.editor.mapTo(preview.panes["CD"].viewport(), card.editor.rect().center())
    qtbot.mouseClick(preview.panes["CD"].viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert card.editor.entries["CD03"].value == ""


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
    assert "nguoi" in {area.code for area in page.checked.look.preview.areas.areas.areas}
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
