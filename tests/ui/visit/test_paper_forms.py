"""Forms on paper are chosen, seen as they will be printed, printed and saved."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.ui.session import Session
from inspector_app.ui.visit.paper_forms import DOSSIERS, PaperFormsPage
from tests.ui.conftest import Screen, Settle


@pytest.fixture
def page(session: Session, visit: VisitId, screen: Screen, qtbot: QtBot, settle: Settle) -> PaperFormsPage:
    page = screen.enter(PaperFormsPage(session, visit), 1017, 530)
    qtbot.waitUntil(lambda: page.preview.view.drawn, timeout=20_000)
    settle(session.lanes)
    return page


def words(page: PaperFormsPage, settle: Settle) -> str:
    """All words of the paper that is seen."""
    settle(page.session.lanes)
    settle(page.session.lanes)  # gathered, then set, then measured
    sheets = page.preview.view.sheets
    assert sheets is not None
    with pypdfium2.PdfDocument(sheets.pdf) as document:
        return " ".join(each.get_textpage().get_text_bounded() for each in document)


def test_the_whole_checklist_is_seen_first(page: PaperFormsPage, settle: Settle) -> None:
    assert page.preview.view.pages > 10
    assert list(page.areas) == ["SL", "CD", "TC", "TT", "BM", "CV", "TS", "CS", "TP", "NX"]
    assert page.print.isEnabled()
    found = words(page, settle)
    assert "CD04" in found
    assert "NX03" in found


def test_areas_are_chosen(page: PaperFormsPage, settle: Settle) -> None:
    page.go_to("TC")
    found = words(page, settle)
    assert "TC08" in found
    assert "CD04" not in found
    page.areas["CD"].setChecked(True)
    assert "CD04" in words(page, settle)
    page.go_to("")
    assert "NX03" in words(page, settle)


def test_answers_are_printed_where_wanted(
    page: PaperFormsPage, session: Session, visit: VisitId, settle: Settle
) -> None:
    session.save(lambda bench: bench.checklists.note(visit, "TC01", "Chưa có báo cáo rà soát"), owner=session)
    page.go_to("TC")
    assert "Chưa có báo cáo rà soát" not in words(page, settle)
    page.filled.setChecked(True)
    assert "Chưa có báo cáo rà soát" in words(page, settle)


def test_dossier_forms_blank_and_of_the_sample(
    page: PaperFormsPage, session: Session, visit: VisitId, settle: Settle
) -> None:
    assert not page.sample.isEnabled()
    session.save(lambda bench: bench.dossiers.add(visit, "H20.1-261101-0001", "Chứng thực"), owner=session)
    settle(session.lanes)
    page.entered()
    page.kind.chosen.emit(DOSSIERS)
    settle(session.lanes)
    assert "H15" in words(page, settle)
    assert page.preview.view.pages == 2
    page.sample.setChecked(True)
    assert "H20.1-261101-0001" in words(page, settle)
    assert page.preview.view.pages == 4  # the one of the sample and a blank one


def test_of_choices_that_follow_fast_the_last_is_shown(page: PaperFormsPage, settle: Settle) -> None:
    for code in ("SL", "CD", "TC", "BM"):
        page.go_to(code)
    found = words(page, settle)
    assert "BM01" in found
    assert "TC08" not in found


def test_large_letters(page: PaperFormsPage, settle: Settle) -> None:
    page.go_to("TT")
    words(page, settle)
    before = page.preview.view.pages
    page.large.setChecked(True)
    words(page, settle)
    assert page.preview.view.pages > before


def test_the_form_is_saved(page: PaperFormsPage, tmp_path: Path, settle: Settle) -> None:
    page.save_as(tmp_path / "bang kiem.pdf")
    settle(page.session.lanes)
    assert (tmp_path / "bang kiem.pdf").read_bytes().startswith(b"%PDF")
    assert tr("The form is saved as PDF.") in page.preview.banner.text
    page.save_as(tmp_path / "rút USB" / "bang kiem.pdf")
    settle(page.session.lanes)
    assert "bang kiem.pdf" in page.preview.banner.text


def test_the_form_is_printed(page: PaperFormsPage, tmp_path: Path, qtbot: QtBot) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "in.pdf"))
    printer.setFromTo(1, 2)
    page.preview.print_to(printer)
    assert not page.print.isEnabled()
    qtbot.waitUntil(page.print.isEnabled, timeout=20_000)
    assert page.preview.banner.text == tr("The form has been sent to the printer.")
    with pypdfium2.PdfDocument(tmp_path / "in.pdf") as document:
        assert len(document) == 2
