"""Hand a visit over as a file, take files in. Each ends in a report that counts, never in a bare "done"."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from inspector_app.domain.errors import BundleSealed, InspectorError
from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.reference import described
from inspector_app.services.views import (
    ExportReport,
    Holder,
    Pictures,
    ReceivedVisit,
    ReceiveReport,
    Sealing,
    VisitRow,
)
from inspector_app.text import format_date, format_datetime, format_number
from inspector_app.ui import theme
from inspector_app.ui.drop import DropZone
from inspector_app.ui.fields import Choice, Field
from inspector_app.ui.folders import ask_folder, documents
from inspector_app.ui.merge.delivery import DeliveryPanel
from inspector_app.ui.merge.room import RoomPoint, SendToRoom
from inspector_app.ui.notices import Banner
from inspector_app.ui.session import Session
from inspector_app.ui.widgets import Glyph, Scroll, StateMark, button, clear, label, line, row, tool

SUFFIX = ".cchc"
OFFICE = "office"
"""The receiver who is nobody's laptop in particular."""


def visit_words(visit: VisitRow) -> str:
    """A visit in a list to choose from: "xã Thường Phước · 23/11/2026"."""
    return f"{visit.unit_name} · {format_date(visit.on)}" if visit.on else visit.unit_name


class HandoverPanel(Scroll):
    """Export above, receive below, with the last report of each."""

    open_visit = Signal(str)
    laptops_wanted = Signal(str)
    """A visit in which a laptop waits to be let in."""

    def __init__(self, session: Session) -> None:
        super().__init__(width=None, margin=theme.LARGE)
        self.session = session
        self._wanted: VisitId | None = None
        self.visit = Choice(())
        self.visit.narrow(12)
        self.visit.chosen.connect(lambda _: self._look_at_visit())
        self.receiver = Choice(_everybody())
        self.receiver.narrow()
        self.holders = QVBoxLayout()
        self.holders.setSpacing(theme.SMALL)
        self.sealing = Choice(
            [
                ("team", tr("Sealed for the laptops of the visit")),
                ("passphrase", tr("Sealed with a passphrase")),
                ("plain", tr("Not sealed")),
            ]
        )
        self.sealing.chosen.connect(lambda how: self.secret_field.setVisible(how == "passphrase"))
        self.secret = _secret()
        self.secret_field = Field(tr("Passphrase, told to the receiver by voice"), self.secret)
        self.secret_field.hide()
        self.send = button(tr("&Export…"), self._choose_target, icon="send")
        self.photos = label("", "small", "attention", wrap=True)
        self.pictures = Choice(
            [
                ("all", tr("Photos and scans go along")),
                ("thumbnails", tr("Only small pictures of them")),
                ("none", tr("No photos and scans")),
            ]
        )
        self.pictures_field = Field(tr("&Photos and scans"), self.pictures)
        for part in (self.photos, self.pictures_field):
            part.hide()
        self.sent = Banner()
        self.take = button(tr("&Receive a file…"), self._choose_file, kind="primary", icon="receive")
        self.zone = DropZone(
            Glyph("receive", "secondary", 28),
            label(tr("Drop a .cchc file here"), "small", "secondary"),
            self.take,
            endings=(SUFFIX,),
        )
        self.zone.dropped.connect(self.receive)
        self.room = RoomPoint(session)
        self.room.arrived.connect(self._arrived_in_the_room)
        self.to_room = SendToRoom(session)
        self.to_room.accepted.connect(lambda _: self._look_at_visit())
        self.delivery = DeliveryPanel(session)
        self.delivery.arrived.connect(self._arrived_in_the_room)
        self.delivery.sent.connect(self._look_at_visit)
        self.received = Banner()
        self.opening = _secret()
        self.opening.returnPressed.connect(self._open_sealed)
        self.unseal = QWidget()
        unsealing = row(
            Field(tr("Passphrase of the sender"), self.opening), button(tr("&Open"), self._open_sealed)
        )
        unsealing.setContentsMargins(0, 0, 0, 0)
        self.unseal.setLayout(unsealing)
        self.unseal.hide()
        self._sealed_file: Path | None = None
        self.acknowledge = button(tr("Write a rece&ipt beside the file"), self._acknowledge, icon="send")
        self.acknowledge.hide()
        self._arrived: tuple[Path, tuple[VisitId, ...]] | None = None
        self.report = QVBoxLayout()
        self.report.setSpacing(theme.SMALL)
        self.column.setSpacing(theme.MEDIUM)
        self.column.addWidget(label(tr("Receive"), "group"))
        self.column.addWidget(self.zone)
        self.column.addWidget(self.room)
        self.column.addWidget(self.received)
        self.column.addWidget(self.unseal)
        self.column.addLayout(self.report)
        self.column.addLayout(row(self.acknowledge, None))
        self.column.addWidget(line())
        self.column.addWidget(label(tr("Hand over"), "group"))
        self.column.addWidget(Field(tr("&Visit"), self.visit))
        self.column.addWidget(Field(tr("&What to send"), self.receiver))
        self.column.addWidget(Field(tr("Who can &open it"), self.sealing))
        self.column.addWidget(self.secret_field)
        self.column.addWidget(self.pictures_field)
        self.column.addWidget(self.photos)
        self.column.addLayout(row(self.send, None))
        self.column.addWidget(self.sent)
        self.column.addWidget(self.to_room)
        self.column.addLayout(self.holders)
        self.column.addWidget(line())
        self.column.addWidget(label(tr("Through the network"), "group"))
        self.column.addWidget(self.delivery)
        self.column.addStretch(1)

    def show_visits(self, visits: tuple[VisitRow, ...]) -> None:
        """The visits that can be handed over; the chosen one stays chosen."""
        chosen = self._wanted or self.visit.value
        self.visit.clear()
        for each in visits:
            self.visit.addItem(visit_words(each), each.id)
        self.visit.set_value(chosen)
        self.visit.setEnabled(bool(visits))
        self._look_at_visit()

    def choose_visit(self, visit: VisitId) -> None:
        """Have a visit chosen for export."""
        self._wanted = visit
        self.visit.set_value(visit)
        self._look_at_visit()

    # --- who holds what ---------------------------------------------------------------------------

    def _look_at_visit(self) -> None:
        """Ask who holds what of the chosen visit, and how many photos would go along."""
        visit = VisitId(self.visit.value)
        self.send.setEnabled(False)  # until it is known who can be sent what
        self.photos.hide()
        if visit:
            self.to_room.choose_visit(visit)
            self.session.read(
                lambda bench: (visit, bench.handover.holders(visit), bench.evidence.count(visit)),
                self._show_visit,
                owner=self,
            )

    def _show_visit(self, read: tuple[VisitId, tuple[Holder, ...], int]) -> None:
        visit, holders, photos = read
        if visit != self.visit.value:
            return
        self.send.setEnabled(True)
        self.photos.setText(
            tr(
                "{count} photos and scans go along. See first that personal data in them is hidden.",
                count=photos,
            )
        )
        self.photos.setVisible(photos > 0)
        self.pictures_field.setVisible(photos > 0)
        chosen = self.receiver.value
        self.receiver.clear()
        for to, words in _everybody():
            self.receiver.addItem(words, to)
        clear(self.holders)
        for each in holders:
            whose = " · ".join(part for part in (each.person, each.laptop) if part)
            self.receiver.addItem(tr("Only what {laptop} lacks", laptop=whose), each.device)
            self.holders.addWidget(_holder_line(each, whose))
        self.receiver.set_value(chosen)
        # A seal for the laptops of the visit shuts out those that have not taken part yet.
        self.sealing.set_value("team" if holders else "passphrase")
        self.secret_field.setVisible(not holders)

    # --- out --------------------------------------------------------------------------------------

    def _choose_target(self) -> None:
        if folder := ask_folder(self, tr("Choose the stick or folder")):
            self.export(folder)

    def export(self, folder: Path) -> None:
        """Write the chosen visit's bundle into a folder."""
        visit, receiver = VisitId(self.visit.value), self.receiver.value
        to, to_office = ("", True) if receiver == OFFICE else (receiver, False)
        pictures = cast(Pictures, self.pictures.value)
        sealing, secret = cast(Sealing, self.sealing.value), self.secret.text()
        self._wanted = None
        self.send.setEnabled(False)
        self.session.read(
            lambda bench: bench.handover.export(
                visit, folder, to, sealing, secret, pictures, to_office=to_office
            ),
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
        file, _kind = QFileDialog.getOpenFileName(
            self, tr("Choose a bundle"), documents(), tr("Data bundles (*.cchc)")
        )
        if file:
            self.receive(Path(file))

    def receive(self, file: Path, passphrase: str = "") -> None:
        """Take in a bundle; one that is sealed with a passphrase asks for it."""
        self.unseal.hide()
        self.take.setEnabled(False)
        self.received.clear()
        self.acknowledge.hide()
        clear(self.report)
        self.session.read(
            lambda bench: bench.handover.receive(file, passphrase),
            lambda report: self._taken(report, file),
            lambda error: self._not_taken(error, file),
            owner=self,
            doing=tr("Receiving {file}", file=file.name),
        )

    def _arrived_in_the_room(self, report: ReceiveReport) -> None:
        clear(self.report)
        self._show_report(report)
        self._look_at_visit()

    def _taken(self, report: ReceiveReport, file: Path) -> None:
        self.take.setEnabled(True)
        self._arrived = file, tuple(each.visit for each in report.visits)
        self.acknowledge.setVisible(report.kind != "receipt" and bool(report.visits))
        self._show_report(report)

    def _show_report(self, report: ReceiveReport) -> None:
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
        barred = [visit for visit in report.visits if visit.barred]
        counts = tr(
            "{new} new changes, {known} already known.",
            new=format_number(report.new),
            known=format_number(report.known),
        )
        if report.kind == "receipt":
            self.received.say(
                "info",
                tr("A receipt of {sender}, {laptop}", sender=report.sender, laptop=report.laptop),
                tr("What that laptop holds is shown below, with the visit."),
            )
        elif report.kind == "templates":
            self.received.say("good", tr("{count} checklists are new.", count=report.templates))
        elif report.kind == "reference":
            title, *rest = described(report.reference)
            self.received.say("good" if report.reference.taken else "info", title, *rest)
        elif barred:
            self.received.say(
                "attention",
                tr(
                    "{count} changes wait: their laptop is not admitted to the visit",
                    count=format_number(sum(visit.barred for visit in barred)),
                ),
                tr(
                    "They are kept. Compare the six words with its screen, and admit it. {counts}",
                    counts=counts,
                ),
                action=tr("See the laptop"),
                act=lambda: self.laptops_wanted.emit(barred[0].visit),
            )
        elif report.forks:
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

    def _acknowledge(self) -> None:
        """Write beside the file just received what this laptop now holds."""
        if self._arrived is None:
            return
        file, visits = self._arrived
        self.session.read(
            lambda bench: [bench.handover.receipt(visit, file.parent) for visit in visits],
            self._acknowledged,
            lambda error: self.received.tell(error, self._acknowledge),
            owner=self,
            doing=tr("Writing the receipt"),
        )

    def _acknowledged(self, written: list[ExportReport]) -> None:
        self.acknowledge.hide()
        names = "\n".join(each.file.name for each in written)
        self.received.say("good", tr("The receipt lies beside the file; give the stick back."), names)

    def _visit_line(self, visit: ReceivedVisit) -> QWidget:
        shown = QWidget()
        parts: list[QWidget] = [
            label(visit.unit, "strong", wrap=True),
            label(tr("{new} new", new=format_number(visit.new)), "small", "secondary"),
        ]
        if visit.agreed:
            same = tr("{count} identical", count=format_number(visit.agreed))
            parts.append(label(same, "small", "secondary"))
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
        if isinstance(error, BundleSealed):
            self._sealed_file = file
            self.opening.clear()
            self.unseal.show()
            self.opening.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_sealed(self) -> None:
        if self._sealed_file is not None:
            self.receive(self._sealed_file, self.opening.text())


def _secret() -> QLineEdit:
    """An entry for a passphrase; readable, since it is read aloud and typed on another laptop."""
    entry = QLineEdit()
    entry.setMinimumHeight(theme.ROW)
    return entry


def _everybody() -> tuple[tuple[str, str], ...]:
    return ("", tr("Everything, for anyone")), (OFFICE, tr("Everything, given back to the office"))


def _holder_line(holder: Holder, whose: str) -> QWidget:
    """What a laptop said to hold of the work done on this one."""
    whole = holder.holds == holder.written
    who = f"{whose} ({holder.role})" if holder.role else whose
    held = tr(
        "{who}: has {holds} of {written} items answered here, as of {at}",
        who=who,
        holds=format_number(holder.holds),
        written=format_number(holder.written),
        at=format_datetime(holder.at.astimezone()),
    )
    return label(held, "small", "good" if whole else "secondary", wrap=True)
