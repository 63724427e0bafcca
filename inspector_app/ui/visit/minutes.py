"""The minutes as they will be signed: the pages themselves, what to see to first, and the ways to paper."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.domain.errors import InspectorError
from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import Minutes, Saved, WrittenMinutes
from inspector_app.ui import theme
from inspector_app.ui.folders import ask_folder
from inspector_app.ui.session import Session
from inspector_app.ui.visit.preview import Preview, Said
from inspector_app.ui.widgets import Scroll, StateMark, beside, button, clear, label, line, row


class MinutesPage(QWidget):
    """Preview on the left, warnings and actions on the right. Refreshes when the visit has changed."""

    def __init__(self, session: Session, visit: VisitId) -> None:
        super().__init__()
        self.session = session
        self.visit = visit
        self._stale = True
        said = Said(
            tr("Setting the minutes…"),
            tr("Print the minutes"),
            tr("The minutes have been sent to the printer."),
            tr("The minutes were not printed."),
        )
        self.preview = Preview(session, said, takes_focus=True)
        self.preview.changed.connect(self._enable)
        self.banner, self.view, self.place = self.preview.banner, self.preview.view, self.preview.place
        self.print = button(
            tr("&Print…"), self.preview.print, kind="primary", icon="print", shortcut="Ctrl+P"
        )
        self.save = button(tr("&Save as PDF and Word…"), self._save, icon="save", shortcut="Ctrl+S")
        self.warnings_title = label("", "group")
        self.warnings = QVBoxLayout()
        self.warnings.setSpacing(theme.MEDIUM)
        self._lay_out()
        self._enable()
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

    def print_to(self, printer: QPrinter) -> None:
        """Print through a printer that has been set up."""
        self.preview.print_to(printer)

    def _lay_out(self) -> None:
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
        right.addLayout(actions)
        right.addWidget(line())
        right.addWidget(notes, 1)
        self.setLayout(beside(self.preview, side))

    def _enable(self) -> None:
        self.print.setEnabled(self.preview.ready)
        self.save.setEnabled(self.preview.ready)

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
        self.preview.show_pdf(minutes.pdf)

    def _failed(self, error: InspectorError) -> None:
        self._stale = True
        self.banner.tell(error, self.refresh)

    # --- to file ----------------------------------------------------------------------------------

    def _save(self) -> None:
        if folder := ask_folder(self, tr("Choose where the minutes go")):
            self.save_into(folder)

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
