"""A paper to look at and to print: its pages, a bar to move about, and the way to the printer.

What the paper says is the page's business around it; here is only what every paper has in common.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from inspector_app.i18n import tr
from inspector_app.ui import theme
from inspector_app.ui.notices import Banner
from inspector_app.ui.session import Session
from inspector_app.ui.visit.paper import PdfView, PrintRun, Sheets, measure
from inspector_app.ui.widgets import button, label, line, row, tool


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a paper: while it is made, over the print dialog, once it is printed or was not."""

    waiting: str
    printing: str
    printed: str
    not_printed: str


class Preview(QWidget):
    """The pages of a paper. `changed`: whether it is `ready` to be printed may be another."""

    changed = Signal()

    def __init__(self, session: Session, said: Said, *, takes_focus: bool = False) -> None:
        """takes_focus: whenever a paper is shown, so that the keys move about in it."""
        super().__init__()
        self._session = session
        self._said = said
        self._takes_focus = takes_focus
        self._run: PrintRun | None = None
        self.banner = Banner()
        self.view = PdfView(session.lanes)
        self.view.moved.connect(self._moved)
        self.place = label("", "small", "secondary")
        self.zoomed = label("", "small", "secondary")
        waiting = label(said.waiting, "text", "secondary")
        waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body = QStackedWidget()
        self.body.addWidget(waiting)
        self.body.addWidget(self.view)
        bar = row(
            self.place,
            None,
            tool("zoom_out", tr("Smaller (Ctrl+−)"), lambda: self.view.zoom_by(-1), tone="secondary"),
            self.zoomed,
            tool("zoom_in", tr("Larger (Ctrl++)"), lambda: self.view.zoom_by(1), tone="secondary"),
            button(tr("Fit the &width"), lambda: self.view.zoom_by(0), kind="quiet"),
            spacing=theme.TINY,
        )
        bar.setContentsMargins(theme.LARGE, 2, theme.SMALL, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addLayout(bar)
        column.addWidget(line())
        column.addWidget(self.body, 1)

    @property
    def ready(self) -> bool:
        """Whether there is a paper, and none is being printed."""
        return self.view.sheets is not None and self._run is None

    def show_pdf(self, pdf: bytes) -> None:
        """Another paper; the place in it stays."""
        self._session.lanes.heavy(lambda: measure(pdf), self._show, owner=self)

    def _show(self, sheets: Sheets) -> None:
        self.body.setCurrentWidget(self.view)
        self.view.show_sheets(sheets)
        if self._takes_focus:
            self.view.setFocus()
        self.changed.emit()

    def _moved(self) -> None:
        shown = tr("Page {page} of {total}", page=self.view.page, total=self.view.pages)
        self.place.setText(shown if self.view.pages else "")
        self.zoomed.setText(f"{round(self.view.zoom * 100)} %")

    # --- to paper ---------------------------------------------------------------------------------

    def print(self) -> None:
        """Ask for a printer, and print."""
        sheets = self.view.sheets
        if sheets is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(_page_layout())
        printer.setDocName(self.windowTitle() or self._said.printing)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(self._said.printing)
        dialog.setMinMax(1, len(sheets.sizes))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_to(printer)

    def print_to(self, printer: QPrinter) -> None:
        """Print through a printer that has been set up."""
        sheets = self.view.sheets
        if sheets is None:
            return
        self._run = PrintRun(self._session.lanes, sheets, printer, self)
        self._run.finished.connect(self._printed)
        self._run.start()
        self.changed.emit()

    def _printed(self, printed: bool) -> None:
        if self._run is not None:
            self._run.deleteLater()
            self._run = None
        self.changed.emit()
        if printed:
            self.banner.say("good", self._said.printed)
        else:
            self.banner.say(
                "attention",
                self._said.not_printed,
                tr("Nothing is lost. Check that the printer is on and has paper, then print again."),
                action=tr("Print again"),
                act=self.print,
            )


def _page_layout() -> QPageLayout:
    layout = QPageLayout()
    layout.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout
