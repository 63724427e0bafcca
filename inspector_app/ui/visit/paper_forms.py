"""Forms to be filled in by hand: chosen at the right, seen at the left as they will be printed.

The fallback when a laptop fails, and what goes to the counter. Every choice sets the paper anew; of choices
that follow fast only the last is set.
"""

from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from inspector_app import paths
from inspector_app.domain.errors import FileTrouble
from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import ChecklistView, DossierRow, Saved
from inspector_app.text import ascii_name
from inspector_app.ui import theme
from inspector_app.ui.fields import Field, NumberEdit, Segments
from inspector_app.ui.folders import documents
from inspector_app.ui.session import Session
from inspector_app.ui.visit.preview import Preview, Said
from inspector_app.ui.widgets import Scroll, beside, button, column, label, line

if TYPE_CHECKING:
    from inspector_app.services.paper_forms import Paper
    from inspector_app.services.workbench import Workbench

CHECKLIST, DOSSIERS = "checklist", "dossiers"
SIDE = 300
MOST_BLANK = 60


class PaperFormsPage(QWidget):
    """The checklist, whole or by areas, or dossier forms, on paper."""

    def __init__(self, session: Session, visit: VisitId) -> None:
        super().__init__()
        self.session = session
        self.visit = visit
        self._numbers = count(1)
        self._newest = 0
        self._unit = ""
        said = Said(
            tr("Setting the form…"),
            tr("Print the form"),
            tr("The form has been sent to the printer."),
            tr("The form was not printed."),
        )
        self.preview = Preview(session, said)
        self.preview.changed.connect(self._enable)
        self.kind = Segments(
            ((CHECKLIST, tr("Checklist")), (DOSSIERS, tr("Dossier form"))), CHECKLIST, name=tr("Which form")
        )
        self.kind.chosen.connect(self._choose_kind)
        self.areas: dict[str, QCheckBox] = {}
        self._areas_at = column(spacing=0)
        self.filled = self._tick(tr("With the answers there are"))
        self.blank = NumberEdit(1, name=tr("Blank forms"), whole=True, least=0, most=MOST_BLANK)
        self.blank.finished.connect(self.refresh)
        self.sample = self._tick("")
        self.large = self._tick(tr("Large letters"))
        self.print = button(
            tr("&Print the form…"), self.preview.print, kind="primary", icon="print", shortcut="Ctrl+P"
        )
        self.save = button(tr("&Save as PDF…"), self._save, icon="save", shortcut="Ctrl+S")
        self._choices = QStackedWidget()
        self._lay_out()
        self._enable()
        session.changed.connect(self._changed)

    # --- for the frame ----------------------------------------------------------------------------

    def entered(self) -> None:
        """The page is on the screen: the areas and the sample may be others."""
        self.session.read(lambda bench: bench.checklists.open(self.visit), self._offer_areas, owner=self)
        self.session.read(lambda bench: bench.dossiers.list(self.visit), self._offer_sample, owner=self)
        self.kind.buttons()[self.kind.value].setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, place: str) -> None:
        """Show the form of an area of the checklist, or with `dossiers` that of dossiers."""
        for code, box in self.areas.items():
            with QSignalBlocker(box):  # the paper is set once, when all is chosen
                box.setChecked(code == place or place not in self.areas)
        self._choose_kind(DOSSIERS if place == DOSSIERS else CHECKLIST)

    def refresh(self) -> None:
        """Set the paper as it is chosen now."""
        number = self._newest = next(self._numbers)

        def gathered(paper: "Paper") -> None:
            if number == self._newest:
                self.session.lanes.heavy(paper.pdf, ready, owner=self, doing=tr("Setting the form"))

        def ready(pdf: bytes) -> None:
            if number == self._newest:
                self.preview.show_pdf(pdf)

        self.session.read(self._choice(), gathered, self.preview.banner.tell, owner=self)

    def _choice(self) -> Callable[["Workbench"], "Paper"]:
        visit, large = self.visit, self.large.isChecked()
        if self.kind.value == DOSSIERS:
            blank, sample = int(self.blank.value or 0), self.sample.isChecked()
            return lambda bench: bench.paper_forms.dossiers(
                visit,
                [row.id for row in bench.dossiers.list(visit)] if sample else [],
                blank=blank or int(not sample),
                large=large,
            )
        areas, filled = self._chosen_areas(), self.filled.isChecked()
        return lambda bench: bench.paper_forms.checklist(visit, areas, filled=filled, large=large)

    def _chosen_areas(self) -> list[str]:
        """The areas ticked; none means all of them."""
        ticked = [code for code, box in self.areas.items() if box.isChecked()]
        return [] if len(ticked) == len(self.areas) else ticked

    # --- building ---------------------------------------------------------------------------------

    def _tick(self, text: str) -> QCheckBox:
        box = QCheckBox(text)
        box.toggled.connect(self.refresh)
        return box

    def _lay_out(self) -> None:
        checklist, dossiers = QWidget(), QWidget()
        checklist.setLayout(column(self._areas_at, line(), self.filled, None))
        hint = tr("One form fits on both sides of one sheet.")
        dossiers.setLayout(column(Field(tr("Blank forms"), self.blank, hint=hint), self.sample, None))
        self._choices.addWidget(checklist)
        self._choices.addWidget(dossiers)
        scroll = Scroll(width=None, margin=theme.LARGE)
        scroll.column.setSpacing(theme.MEDIUM)
        for part in (self.kind, self._choices, line(), self.large):
            scroll.column.addWidget(part)
        note = tr("The digits before the choices are those that answer on the keyboard.")
        scroll.column.addWidget(label(note, "small", "secondary", wrap=True))
        scroll.column.addStretch(1)
        actions = column(self.print, self.save)
        actions.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, theme.LARGE)
        side = QWidget()
        side.setFixedWidth(SIDE)
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addLayout(actions)
        right.addWidget(line())
        right.addWidget(scroll, 1)
        self.setLayout(beside(self.preview, side))

    def _offer_areas(self, view: ChecklistView) -> None:
        self._unit = view.unit
        known = [area for area in view.areas if area.items]
        if [area.code for area in known] != list(self.areas):
            for box in self.areas.values():
                box.hide()
                box.deleteLater()
            self.areas.clear()
            for area in known:
                box = self.areas[area.code] = QCheckBox()
                words = f"{area.code}  {area.name}".strip()
                shown = box.fontMetrics().elidedText(
                    words, Qt.TextElideMode.ElideRight, SIDE - 4 * theme.LARGE
                )
                box.setText(shown.replace("&", "&&"))
                box.setAccessibleName(words)
                box.setToolTip(area.name)
                box.setChecked(True)
                box.toggled.connect(self.refresh)
                self._areas_at.addWidget(box)
        self.refresh()

    def _offer_sample(self, rows: tuple[DossierRow, ...]) -> None:
        self.sample.setText(tr("The sample ({count}), half filled", count=len(rows)))
        self.sample.setEnabled(bool(rows))

    # --- choosing ---------------------------------------------------------------------------------

    def _choose_kind(self, kind: str) -> None:
        self.kind.set_value(kind)
        self._choices.setCurrentIndex(0 if kind == CHECKLIST else 1)
        self.refresh()

    def _enable(self) -> None:
        self.print.setEnabled(self.preview.ready)
        self.save.setEnabled(self.preview.ready)

    def _changed(self, saved: Saved, _owner: object) -> None:
        known = self.filled.isChecked() or self.kind.value == DOSSIERS
        if self.isVisible() and known and any(each.stream == self.visit for each in saved.what):
            self.refresh()

    # --- to file ----------------------------------------------------------------------------------

    def _save(self) -> None:
        kind = "Phieu ho so" if self.kind.value == DOSSIERS else "Bang kiem"
        offered = Path(documents()) / f"{ascii_name(f'{kind} {self._unit}')}.pdf"
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save the form"), str(offered), "PDF (*.pdf)")
        if chosen:
            self.save_as(Path(chosen))

    def save_as(self, file: Path) -> None:
        """Write the paper that is seen to a file."""
        sheets = self.preview.view.sheets
        if sheets is None:
            return

        def work() -> Path:
            try:
                paths.write_whole(file, sheets.pdf)
            except OSError as error:
                raise FileTrouble(file=file, reason=error.strerror or str(error)) from error
            return file

        banner = self.preview.banner
        self.session.lanes.heavy(
            work,
            lambda written: banner.say("good", tr("The form is saved as PDF."), str(written)),
            banner.tell,
            owner=self,
        )
