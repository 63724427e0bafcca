"""The self-report of a unit: write the form, take the file that came back, compare the two sides."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.self_report.views import Comparison, SelfReportPreview
from inspector_app.services.views import Saved
from inspector_app.text import format_number
from inspector_app.ui import theme
from inspector_app.ui.drop import FileDrop
from inspector_app.ui.fields import SearchBox, Segments
from inspector_app.ui.folders import ask_folder, documents
from inspector_app.ui.notices import Banner
from inspector_app.ui.session import Session
from inspector_app.ui.visit.self_report.table import ComparisonModel, ComparisonTable
from inspector_app.ui.visit.self_report.taking import TakingPanel
from inspector_app.ui.widgets import ElidedLabel, EmptyPage, button, label, line, row

EMPTY, COMPARED, TAKING = range(3)


class SelfReportPage(QWidget):
    """The comparison of both sides, and the way there. A file may be dropped anywhere on it."""

    open_item = Signal(str)

    def __init__(self, session: Session, visit: VisitId) -> None:
        super().__init__()
        self.session = session
        self.visit = visit
        self._compared: Comparison | None = None
        self.banner = Banner()
        self.write_button = button(tr("&Blank form for the unit…"), self._write, icon="send")
        self.take_button = button(
            tr("&Take a filled form…"), self._choose_file, kind="primary", icon="receive"
        )
        self.back_button = button(tr("Take it back"), lambda: self._ask(sure=True), kind="quiet", icon="undo")
        self._sure = button(tr("Take back what was reported"), self.take_back, kind="danger")
        self._keep = button(tr("Keep it"), lambda: self._ask(sure=False), kind="quiet")
        self.total = label("", "group")
        self.source = ElidedLabel("", "small", "secondary")
        self.wide = label("", "text", wrap=True)
        self.count_button = button("", self.count_overstated)
        self.shown = Segments(
            (
                ("all", tr("All")),
                ("differing", tr("With a difference")),
                ("wide", tr("Off by more than 5 %")),
            ),
            "all",
            name=tr("Which lines"),
        )
        self.search = SearchBox(tr("Find an item"))
        self.model = ComparisonModel()
        self.table = ComparisonTable(self.model)
        self.table.chosen.connect(self.open_item)
        self.taking = TakingPanel()
        self.taking.taken.connect(self._take)
        self.taking.left.connect(self._leave)
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def entered(self) -> None:
        """The page is on the screen: both sides as they stand now."""
        self._read()

    # --- building ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._head = QWidget()
        head = row(self.total, self.source, self.write_button, self.take_button)
        head.setStretch(1, 1)
        head.setContentsMargins(theme.LARGE, theme.SMALL, theme.LARGE, theme.SMALL)
        self._head.setLayout(head)
        empty = EmptyPage(
            "receive",
            tr("No self-report yet"),
            tr(
                "Write the blank form and send it to the unit before the visit. Drop the filled Excel file "
                "here, or choose it with the button above: everything in it is shown before it is taken."
            ),
        )
        self.stack.addWidget(empty)
        self.stack.addWidget(self._comparison())
        self.stack.addWidget(self.taking)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addWidget(line())
        whole.addWidget(self.banner)
        whole.addWidget(self.stack, 1)

    def _comparison(self) -> QWidget:
        page = QWidget()
        self._wide_strip = theme.dress(QWidget(), surface="attention")
        strip = row(self.wide, self.count_button)
        strip.setStretch(0, 1)
        strip.setContentsMargins(theme.LARGE, theme.TINY, theme.LARGE, theme.TINY)
        self._wide_strip.setLayout(strip)
        bar = row(self.shown, None, self.search, self.back_button, self._sure, self._keep)
        bar.setContentsMargins(theme.LARGE, theme.SMALL, theme.LARGE, theme.SMALL)
        self.search.setFixedWidth(220)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._wide_strip)
        column.addLayout(bar)
        column.addWidget(line())
        column.addWidget(self.table, 1)
        self._ask(sure=False)
        return page

    def _connect(self) -> None:
        self.shown.chosen.connect(lambda _shown: self._narrow())
        self.search.settled.connect(lambda _words: self._narrow())
        self.session.changed.connect(self._changed)
        FileDrop(self).dropped.connect(self._dropped)

    # --- comparing --------------------------------------------------------------------------------

    def _read(self) -> None:
        visit = self.visit
        self.session.read(lambda bench: bench.self_reports.compare(visit), self._show, owner=self)

    def _show(self, compared: Comparison) -> None:
        self._compared = compared
        self.model.show(compared)
        own = "–" if compared.self_points is None else format_number(compared.self_points, 2)
        self.total.setText(
            tr("Self-score {own} · Team's score {team}", own=own, team=format_number(compared.points, 2))
        )
        self.source.setText(" · ".join(compared.taken))
        self._show_wide(compared)
        reported = any(item.reported or item.self_points is not None for item in compared.items)
        self.total.setVisible(reported)
        self.back_button.setVisible(bool(compared.taken) and self._sure.isHidden())
        if self.stack.currentIndex() != TAKING:
            self.stack.setCurrentIndex(COMPARED if reported else EMPTY)

    def _show_wide(self, compared: Comparison) -> None:
        count = len(compared.wide)
        self._wide_strip.setVisible(count > 0)
        self.wide.setText(
            tr(
                "{count} rates are off by more than 5 points of percent: {items}",
                count=count,
                items=", ".join(compared.wide),
            )
        )
        self.count_button.setVisible(bool(compared.overstated) and compared.overstated_now != str(count))
        now = compared.overstated_now or "–"
        self.count_button.setText(
            tr("Write {count} into {item} (now {now})", count=count, item=compared.overstated, now=now)
        )

    def _narrow(self) -> None:
        self.model.narrow(self.shown.value, self.search.text())  # type: ignore[arg-type]  # its own names

    def count_overstated(self) -> None:
        """Put the number of wide gaps into the item that counts them."""
        visit = self.visit
        self.session.save(
            lambda bench: bench.self_reports.count_overstated(visit),
            lambda _delta: self._read(),
            self.banner.tell,
            owner=self,
        )

    # --- the form ---------------------------------------------------------------------------------

    def _write(self) -> None:
        if folder := ask_folder(self, tr("Choose where the form goes")):
            self.write_into(folder)

    def write_into(self, folder: Path) -> None:
        """Write the blank form of the unit into a folder."""
        visit = self.visit
        self.session.read(
            lambda bench: bench.self_reports.write_form(visit, folder),
            lambda file: self.banner.say("good", tr("The form is written; send it to the unit."), str(file)),
            self.banner.tell,
            owner=self,
            doing=tr("Writing the form"),
        )

    # --- the file that came back ------------------------------------------------------------------

    def _choose_file(self) -> None:
        kinds = tr("Tables") + " (*.xlsx *.xlsm *.csv *.xls)"
        file, _ = QFileDialog.getOpenFileName(self, tr("Choose the filled form"), documents(), kinds)
        if file:
            self.preview(Path(file))

    def _dropped(self, files: tuple[Path, ...], _place: QPoint) -> None:
        if len(files) == 1:
            self.preview(files[0])
        else:
            self.banner.say(
                "attention", tr("One file at a time: the self-report of one unit is one workbook.")
            )

    def preview(self, file: Path) -> None:
        """Show what a file holds, before anything is taken."""
        visit = self.visit
        self.banner.clear()
        self.session.read(
            lambda bench: bench.self_reports.preview(visit, file),
            self._show_preview,
            self.banner.tell,
            owner=self,
            doing=tr("Reading {file}", file=file.name),
        )

    def _show_preview(self, preview: SelfReportPreview) -> None:
        if not preview.of("new", "changed", "doubtful", "refused", "disputed"):
            self.banner.say("info", tr("Everything in {file} is known already.", file=preview.file))
            self._leave()
            return
        self.taking.show_preview(preview)
        self.stack.setCurrentIndex(TAKING)
        self._head.hide()
        self.taking.cells.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, preview: SelfReportPreview, decisions: dict[str, str], confirmed: bool) -> None:
        visit = self.visit

        def taken(saved: Saved) -> None:
            count = sum(touched.kind == "answer" for touched in saved.what)
            self.banner.say(
                "good",
                tr("The self-report is taken: {count} items changed.", count=count),
                action=tr("Take it back"),
                act=self.take_back,
            )
            self._leave()

        self.session.save(
            lambda bench: bench.self_reports.accept(visit, preview, decisions, confirmed=confirmed),
            taken,
            self.banner.tell,
            owner=self,
            doing=tr("Taking the self-report"),
        )

    def _leave(self) -> None:
        self.stack.setCurrentIndex(COMPARED)
        self._head.show()
        self._read()

    # --- taking back ------------------------------------------------------------------------------

    def _ask(self, *, sure: bool) -> None:
        """Ask in place whether the report shall be taken back, or offer to ask."""
        self.back_button.setVisible(not sure and bool(self._compared and self._compared.taken))
        self._sure.setVisible(sure)
        self._keep.setVisible(sure)

    def take_back(self) -> None:
        """Undo the last taking, as a new change."""
        visit = self.visit
        self._ask(sure=False)

        def done(_saved: Saved) -> None:
            self.banner.say("info", tr("The self-report was taken back; what was changed since stays."))
            self._read()

        self.session.save(
            lambda bench: bench.self_reports.take_back(visit), done, self.banner.tell, owner=self
        )

    def _changed(self, saved: Saved, owner: object) -> None:
        answers = any(each.stream == self.visit and each.kind == "answer" for each in saved.what)
        if answers and owner is not self and self.isVisible():
            self._read()
