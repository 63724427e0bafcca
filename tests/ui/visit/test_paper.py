"""Pages appear on the screen and on paper, sharp, and only those that are needed."""

import io
import threading
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from inspector_app.ui.tasks import Lanes
from inspector_app.ui.visit.paper import PdfView, PrintRun, measure, render

A4 = (595.2756, 841.8898)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=A4)
    for number in range(1, 6):
        canvas.setFillGray(0)
        canvas.rect(100, 100 * number, 200, 50, fill=1)
        canvas.drawString(100, 780, f"page {number}")
        canvas.showPage()
    canvas.save()
    return written.getvalue()


@pytest.fixture
def view(lanes: Lanes, pdf: bytes, qtbot: QtBot) -> PdfView:
    view = PdfView(lanes)
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    view.show_sheets(measure(pdf))
    qtbot.waitUntil(lambda: view.drawn)
    return view


def test_pages_have_their_sizes(pdf: bytes) -> None:
    sheets = measure(pdf)
    assert len(sheets.sizes) == 5
    assert sheets.sizes[0] == pytest.approx(A4, abs=0.1)


def test_a_page_is_rendered_at_the_scale_asked_for(pdf: bytes) -> None:
    image = render(pdf, 0, 2.0)
    assert (image.width(), image.height()) == (1191, 1684)
    assert image.pixelColor(400, 1684 - 250).lightness() == 0
    assert image.pixelColor(10, 10).lightness() == 255


def test_only_pages_in_view_are_drawn(view: PdfView, qtbot: QtBot) -> None:
    drawn = [leaf.picture is not None for leaf in view._leaves]
    assert drawn[0]
    assert not drawn[4]
    assert (view.page, view.pages) == (1, 5)
    qtbot.keyClick(view, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: view._leaves[4].picture is not None)
    assert view.page == 5


def test_zoom_by_keys_and_back_to_the_width(view: PdfView, qtbot: QtBot) -> None:
    fitting = view.zoom
    qtbot.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom > fitting
    qtbot.waitUntil(lambda: view.drawn)
    picture = view._leaves[0].picture
    assert picture is not None
    assert picture.width() == pytest.approx(view._leaves[0].width() * view.devicePixelRatioF(), abs=2)
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == fitting


def test_a_shorter_document_takes_the_place_of_a_longer(view: PdfView, qtbot: QtBot) -> None:
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=A4)
    canvas.showPage()
    canvas.save()
    view.show_sheets(measure(written.getvalue()))
    assert view.pages == 1
    qtbot.waitUntil(lambda: view.drawn)


def printer_to(file: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return printer


def printed(run: PrintRun, qtbot: QtBot) -> bool:
    with qtbot.waitSignal(run.finished, timeout=20_000) as done:
        run.start()
    return bool(done.args[0])


@pytest.mark.parametrize(("first", "last", "pages"), [(0, 0, 5), (2, 3, 2)])
def test_the_pages_asked_for_come_out(
    lanes: Lanes, pdf: bytes, tmp_path: Path, qtbot: QtBot, first: int, last: int, pages: int
) -> None:
    printer = printer_to(tmp_path / "in.pdf")
    if first:
        printer.setFromTo(first, last)
    assert printed(PrintRun(lanes, measure(pdf), printer, lanes), qtbot)
    with pypdfium2.PdfDocument(tmp_path / "in.pdf") as document:
        assert len(document) == pages
        picture = document[0].render(scale=1).to_pil().convert("L")
    width, height = picture.size
    dark = picture.point([255 if shade < 128 else 0 for shade in range(256)]).getbbox()
    assert dark is not None
    # The box of the first printed page stands where the PDF has it, at its full size.
    assert dark[0] / width == pytest.approx(100 / A4[0], abs=0.02)
    box = (first or 1) * 100
    assert dark[3] / height == pytest.approx((A4[1] - box) / A4[1], abs=0.02)


@pytest.mark.qt_log_ignore("QPainter::begin")  # Qt says it too
def test_a_printer_that_refuses_is_told(lanes: Lanes, pdf: bytes, tmp_path: Path, qtbot: QtBot) -> None:
    printer = printer_to(tmp_path / "no such folder" / "in.pdf")
    assert not printed(PrintRun(lanes, measure(pdf), printer, lanes), qtbot)


def test_printing_can_be_cancelled(
    lanes: Lanes, pdf: bytes, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from inspector_app.ui import tasks

    monkeypatch.setattr(tasks, "BUSY_AFTER_MS", 0)
    gate = threading.Event()
    lanes.heavy(lambda: gate.wait(10), lambda _done: None, owner=lanes)
    run = PrintRun(lanes, measure(pdf), printer_to(tmp_path / "in.pdf"), lanes)
    results: list[bool] = []
    run.finished.connect(results.append)
    run.start()
    qtbot.waitUntil(lambda: lanes.can_cancel)
    lanes.cancel_slow()
    gate.set()
    assert results == [False]
    qtbot.waitUntil(lambda: lanes.idle)
