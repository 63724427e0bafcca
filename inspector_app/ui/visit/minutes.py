"""The minutes as they will be signed: the pages themselves, what to see to first, and the ways to paper."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inspector_app.domain.errors import InspectorError
from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import Minutes, Saved, WrittenMinutes
from inspector_app.ui import theme
from inspector_app.ui.notices import Banner
from inspector_app.ui.session import Session
from inspector_app.ui.visit.paper import PdfView, PrintRun, Sheets, measure
from inspector_app.ui.widgets import Scroll, StateMark, button, clear, label, line, row, tool


class MinutesPage(QWidget):
    """Preview on the left, warnings and actions on the right. Refreshes when the visit has changed."""

    def __init__(self, session: Session, visit: VisitId) -> None:
        super().__init__()
        self.session = session
        self.visit = visit
        self._stale = True
        self._run: PrintRun | None = None
        self.banner = Banner()
        self.view = PdfView(session.lanes)
        self.view.moved.connect(self._moved)
        self.place = label("", "small", "secondary")
        self.zoomed = label("", "small", "secondary")
        self.waiting = label(tr("Setting the minutes…"), "text", "secondary")
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body = QStackedWidget()
        self.body.addWidget(self.waiting)
        self.body.addWidget(self.view)
        self.print = button(tr("&Print…"), self._print, kind="primary", icon="print", shortcut="Ctrl+P")
        self.save = button(tr("&Save as PDF and Word…"), self._save, icon="save", shortcut="Ctrl+S")
        self.warnings_title = label("", "group")
        self.warnings = QVBoxLayout()
        self.warnings.setSpacing(theme.MEDIUM)
        self._lay_out()
        self._enable(False)
        session.changed.connect(self._changed)

    def entered(self) -> None:
        """Set the minutes again if the visit has changed since."""
        if self._stale:
            self.refresh()

    def refresh(self) -> None:
        """Set the minutes from what is saved now."""
        self._stale = False
        self.session.read(
            lambda bench: bench.reporting.minutes(self.visit),
            self._set,
            self._failed,
            owner=self,
            doing=tr("Setting the minutes"),
        )

    def _lay_out(self) -> None:
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
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.banner)
        left.addLayout(bar)
        left.addWidget(line())
        left.addWidget(self.body, 1)

        side = QWidget()
        side.setFixedWidth(300)
        actions = QVBoxLayout()
        actions.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, theme.LARGE)
        actions.setSpacing(theme.SMALL)
        actions.addWidget(self.print)
        actions.addWidget(self.save)
        notes = Scroll(width=None, margin=theme.LARGE)
        notes.column.setSpacing(theme.MEDIUM)
        notes.column.addWidget(self.warnings_title)
        notes.column.addLayout(self.warnings)
        notes.column.addStretch(1)
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addLayout(actions)
        right.addWidget(line())
        right.addWidget(notes, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(left, 1)
        whole.addWidget(line(vertical=True))
        whole.addWidget(side)

    def _enable(self, ready: bool) -> None:
        self.print.setEnabled(ready)
        self.save.setEnabled(ready)

    # --- showing ----------------------------------------------------------------------------------

    def _changed(self, saved: Saved, _owner: object) -> None:
        if any(each.stream == self.visit for each in saved.what):
            self._stale = True
            if self.isVisible():
                self.refresh()

    def _set(self, minutes: Minutes) -> None:
        clear(self.warnings)
        count = len(minutes.warnings)
        self.warnings_title.setText(
            tr("Before signing: {count} to see to", count=count) if count else tr("Ready to sign")
        )
        for warning in minutes.warnings:
            shown = QWidget()
            state = StateMark("required", 13)
            lay = row(state, label(warning, wrap=True), spacing=theme.SMALL)
            lay.setAlignment(state, Qt.AlignmentFlag.AlignTop)
            lay.setStretch(1, 1)
            shown.setLayout(lay)
            self.warnings.addWidget(shown)
        self.session.lanes.heavy(lambda: measure(minutes.pdf), self._show, owner=self)

    def _show(self, sheets: Sheets) -> None:
        self.body.setCurrentWidget(self.view)
        self.view.show_sheets(sheets)
        self.view.setFocus()
        self._enable(self._run is None)

    def _failed(self, error: InspectorError) -> None:
        self._stale = True
        self.banner.tell(error, self.refresh)

    def _moved(self) -> None:
        self.place.setText(
            tr("Page {page} of {total}", page=self.view.page, total=self.view.pages)
            if self.view.pages
            else ""
        )
        self.zoomed.setText(f"{round(self.view.zoom * 100)} %")

    # --- to paper and file ------------------------------------------------------------------------

    def _print(self) -> None:
        sheets = self.view.sheets
        if sheets is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(_page_layout())
        printer.setDocName(self.windowTitle() or tr("Minutes"))
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(tr("Print the minutes"))
        dialog.setMinMax(1, len(sheets.sizes))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_to(printer)

    def print_to(self, printer: QPrinter) -> None:
        """Print through a printer that has been set up."""
        sheets = self.view.sheets
        if sheets is None:
            return
        self._enable(False)
        self._run = PrintRun(self.session.lanes, sheets, printer, self)
        self._run.finished.connect(self._printed)
        self._run.start()

    def _printed(self, printed: bool) -> None:
        if self._run is not None:
            self._run.deleteLater()
            self._run = None
        self._enable(True)
        if printed:
            self.banner.say("good", tr("The minutes have been sent to the printer."))
        else:
            self.banner.say(
                "attention",
                tr("The minutes were not printed."),
                tr("Nothing is lost. Check that the printer is on and has paper, then print again."),
                action=tr("Print again"),
                act=self._print,
            )

    def _save(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = QFileDialog.getExistingDirectory(self, tr("Choose where the minutes go"), documents)
        if folder:
            self.save_into(Path(folder))

    def save_into(self, folder: Path) -> None:
        """Write the PDF and the Word file into a folder."""
        self.session.read(
            lambda bench: bench.reporting.write_minutes(self.visit, folder),
            self._saved,
            self.banner.tell,
            owner=self,
            doing=tr("Writing the minutes"),
        )

    def _saved(self, written: WrittenMinutes) -> None:
        self.banner.say(
            "good",
            tr("The minutes are saved as PDF and Word."),
            f"{written.pdf}\n{written.docx}",
        )


def _page_layout() -> QPageLayout:
    layout = QPageLayout()
    layout.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout
