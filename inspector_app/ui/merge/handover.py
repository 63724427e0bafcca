"""Hand a visit over as a file, take files in. Each ends in a report that counts, never in a bare "done"."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from inspector_app.domain.errors import InspectorError
from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import ExportReport, ReceivedVisit, ReceiveReport, VisitRow
from inspector_app.text import format_date, format_number
from inspector_app.ui import theme
from inspector_app.ui.drop import DropZone
from inspector_app.ui.fields import Choice, Field
from inspector_app.ui.notices import Banner
from inspector_app.ui.session import Session
from inspector_app.ui.widgets import Glyph, Scroll, StateMark, button, clear, label, line, row, tool

SUFFIX = ".cchc"


class HandoverPanel(Scroll):
    """Export above, receive below, with the last report of each."""

    open_visit = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(width=None, margin=theme.LARGE)
        self.session = session
        self._wanted: VisitId | None = None
        self.visit = Choice(())
        self.visit.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.visit.setMinimumContentsLength(12)
        self.send = button(tr("&Export…"), self._choose_target, icon="send")
        self.photos = label("", "small", "attention", wrap=True)
        self.photos.hide()
        self.visit.chosen.connect(lambda _visit: self._count_photos())
        self.sent = Banner()
        self.take = button(tr("&Receive a file…"), self._choose_file, kind="primary", icon="receive")
        self.zone = DropZone(
            Glyph("receive", "secondary", 28),
            label(tr("Drop a .cchc file here"), "small", "secondary"),
            self.take,
            endings=(SUFFIX,),
        )
        self.zone.dropped.connect(self.receive)
        self.received = Banner()
        self.report = QVBoxLayout()
        self.report.setSpacing(theme.SMALL)
        self.column.setSpacing(theme.MEDIUM)
        self.column.addWidget(label(tr("Receive"), "group"))
        self.column.addWidget(self.zone)
        self.column.addWidget(self.received)
        self.column.addLayout(self.report)
        self.column.addWidget(line())
        self.column.addWidget(label(tr("Hand over"), "group"))
        self.column.addWidget(Field(tr("&Visit"), self.visit))
        self.column.addWidget(self.photos)
        self.column.addLayout(row(self.send, None))
        self.column.addWidget(self.sent)
        self.column.addStretch(1)

    def show_visits(self, visits: tuple[VisitRow, ...]) -> None:
        """The visits that can be handed over; the chosen one stays chosen."""
        chosen = self._wanted or self.visit.value
        self.visit.clear()
        for each in visits:
            on = f" · {format_date(each.on)}" if each.on else ""
            self.visit.addItem(f"{each.unit_name}{on}", each.id)
        self.visit.set_value(chosen)
        self.visit.setEnabled(bool(visits))
        self.send.setEnabled(bool(visits))
        self._count_photos()

    def choose_visit(self, visit: VisitId) -> None:
        """Have a visit chosen for export."""
        self._wanted = visit
        self.visit.set_value(visit)
        self._count_photos()

    # --- out --------------------------------------------------------------------------------------

    def _count_photos(self) -> None:
        """Say before the export how many photos go along, and to look at them first."""
        visit = VisitId(self.visit.value)

        def say(count: int) -> None:
            self.photos.setText(
                tr(
                    "{count} photos and scans go along. See first that personal data in them is hidden.",
                    count=count,
                )
            )
            self.photos.setVisible(count > 0 and visit == self.visit.value)

        self.photos.hide()
        if visit:
            self.session.read(lambda bench: bench.evidence.count(visit), say, owner=self)

    def _choose_target(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = QFileDialog.getExistingDirectory(self, tr("Choose the stick or folder"), documents)
        if folder:
            self.export(Path(folder))

    def export(self, folder: Path) -> None:
        """Write the chosen visit's bundle into a folder."""
        visit = VisitId(self.visit.value)
        self._wanted = None
        self.send.setEnabled(False)
        self.session.read(
            lambda bench: bench.merging.export(visit, folder),
            self._exported,
            self._not_exported,
            owner=self,
            doing=tr("Exporting"),
        )

    def _exported(self, report: ExportReport) -> None:
        self.send.setEnabled(True)
        self.sent.say(
            "good",
            tr("Exported: {unit}", unit=report.unit),
            tr(
                "{changes} changes, {size} KB\n{file}\nSignature of this laptop: {fingerprint}",
                changes=format_number(report.changes),
                size=format_number(max(1, report.size // 1024)),
                file=report.file,
                fingerprint=report.fingerprint,
            ),
        )

    def _not_exported(self, error: InspectorError) -> None:
        self.send.setEnabled(True)
        self.sent.tell(error, self._choose_target)

    # --- in ---------------------------------------------------------------------------------------

    def _choose_file(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        file, _kind = QFileDialog.getOpenFileName(
            self, tr("Choose a bundle"), documents, tr("Data bundles (*.cchc)")
        )
        if file:
            self.receive(Path(file))

    def receive(self, file: Path) -> None:
        """Take in a bundle."""
        self.take.setEnabled(False)
        self.received.clear()
        clear(self.report)
        self.session.read(
            lambda bench: bench.merging.receive(file),
            self._taken,
            lambda error: self._not_taken(error, file),
            owner=self,
            doing=tr("Receiving {file}", file=file.name),
        )

    def _taken(self, report: ReceiveReport) -> None:
        self.take.setEnabled(True)
        self.session.saves.restore(report.saved.at)
        self.session.changed.emit(report.saved, self)
        self._say(report)
        for visit in report.visits:
            self.report.addWidget(self._visit_line(visit))
        self.report.addWidget(
            label(
                tr(
                    "From {sender}, {laptop}\nSignature: {fingerprint}",
                    sender=report.sender,
                    laptop=report.laptop,
                    fingerprint=report.fingerprint,
                ),
                "small",
                "secondary",
                wrap=True,
            )
        )

    def _say(self, report: ReceiveReport) -> None:
        disputed = sum(visit.disputed for visit in report.visits)
        counts = tr(
            "{new} new changes, {known} already known.",
            new=format_number(report.new),
            known=format_number(report.known),
        )
        if report.forks:
            self.received.say(
                "attention",
                tr("Received, but a history has split: {laptops}", laptops=", ".join(report.forks)),
                tr(
                    "{counts} The same laptop wrote two different continuations, for example after an old "
                    "copy was restored. Both are kept and shown as disputes; ask its user.",
                    counts=counts,
                ),
            )
        elif not report.new:
            self.received.say("info", tr("Everything in this file was already here."), counts)
        elif disputed:
            self.received.say("attention", tr("Received; {count} values to decide", count=disputed), counts)
        else:
            self.received.say("good", tr("Received without a dispute."), counts)

    def _visit_line(self, visit: ReceivedVisit) -> QWidget:
        shown = QWidget()
        parts: list[QWidget] = [
            label(visit.unit, "strong", wrap=True),
            label(tr("{new} new", new=format_number(visit.new)), "small", "secondary"),
        ]
        if visit.disputed:
            count = label(format_number(visit.disputed), "small_strong", "attention")
            parts += [StateMark("disputed", 12), count]
        parts.append(tool("next", tr("Open the visit"), lambda: self.open_visit.emit(visit.visit)))
        lay = row(*parts)
        lay.setStretch(0, 1)
        shown.setLayout(lay)
        return shown

    def _not_taken(self, error: InspectorError, file: Path) -> None:
        self.take.setEnabled(True)
        self.received.tell(error, lambda: self.receive(file))
