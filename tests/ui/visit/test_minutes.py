"""The minutes are previewed as they will be signed, kept fresh, printed and saved."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from inspector_app.domain.errors import FileTrouble
from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.ui.session import Session
from inspector_app.ui.visit.minutes import MinutesPage
from tests.ui.conftest import Screen, Settle


@pytest.fixture
def page(session: Session, visit: VisitId, screen: Screen, qtbot: QtBot, settle: Settle) -> MinutesPage:
    page = screen.enter(MinutesPage(session, visit), 1017, 530)
    qtbot.waitUntil(lambda: page.view.drawn, timeout=20_000)
    settle(session.lanes)
    return page


def text_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return document[0].get_textpage().get_text_bounded()


def test_the_pages_and_what_to_see_to_are_shown(page: MinutesPage) -> None:
    assert page.view.pages > 1
    assert page.place.text() == tr("Page {page} of {total}", page=1, total=page.view.pages)
    assert page.warnings.count() > 0
    warnings = " ".join(
        label.text()
        for at in range(page.warnings.count())
        for label in page.warnings.itemAt(at).widget().findChildren(QLabel)
    )
    assert "CD04" in warnings
    assert page.print.isEnabled()


def test_a_change_of_the_visit_sets_the_minutes_again(
    page: MinutesPage, session: Session, visit: VisitId, settle: Settle, qtbot: QtBot
) -> None:
    assert page.view.sheets is not None
    assert "77/BB-ĐKT" not in text_of(page.view.sheets.pdf)
    session.save(lambda bench: bench.visits.edit(visit, number="77"), owner=session)
    settle(session.lanes)
    settle(session.lanes)
    assert "77/BB-ĐKT" in text_of(page.view.sheets.pdf)


def test_a_page_that_is_not_seen_waits(
    page: MinutesPage, session: Session, visit: VisitId, settle: Settle
) -> None:
    before = page.view.sheets
    page.hide()
    session.save(lambda bench: bench.visits.edit(visit, number="78"), owner=session)
    settle(session.lanes)
    assert page.view.sheets is before
    page.show()
    page.entered()
    settle(session.lanes)
    assert page.view.sheets is not before


def test_both_files_are_written_and_named(page: MinutesPage, tmp_path: Path, settle: Settle) -> None:
    page.save_into(tmp_path)
    settle(page.session.lanes)
    written = sorted(file.suffix for file in tmp_path.iterdir() if file.name.startswith("Bien_ban"))
    assert written == [".docx", ".pdf"]
    assert tr("The minutes are saved as PDF and Word.") in page.banner.text


def test_a_folder_that_cannot_be_written_is_told(page: MinutesPage, tmp_path: Path, settle: Settle) -> None:
    page.save_into(tmp_path / "rút USB")
    settle(page.session.lanes)
    assert FileTrouble(file="", reason="").hint in page.banner.text


def test_printing_goes_through_the_printer(page: MinutesPage, tmp_path: Path, qtbot: QtBot) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "in.pdf"))
    printer.setFromTo(1, 2)
    page.print_to(printer)
    assert not page.print.isEnabled()
    qtbot.waitUntil(page.print.isEnabled, timeout=20_000)
    assert page.banner.text == tr("The minutes have been sent to the printer.")
    with pypdfium2.PdfDocument(tmp_path / "in.pdf") as document:
        assert len(document) == 2
