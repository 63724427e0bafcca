"""Hand-over in the room: a receiving point on the lead's screen, and sending to one."""

import tempfile
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from inspector_app.domain.errors import InspectorError
from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.room import Parcel, Point, Reached, as_qr, reach
from inspector_app.services.views import ReceiveReport
from inspector_app.ui import theme
from inspector_app.ui.fields import Field, LineEdit
from inspector_app.ui.notices import Banner
from inspector_app.ui.session import Session
from inspector_app.ui.widgets import button, label, row

Squares = tuple[tuple[bool, ...], ...]


class QrCode(QWidget):
    """A QR code, dark on white in any theme, with its quiet zone."""

    def __init__(self) -> None:
        super().__init__()
        self._squares: Squares = ()
        self.setFixedSize(QSize(168, 168))
        self.setAccessibleName(tr("Address and code as a QR code"))

    def show_squares(self, squares: Squares) -> None:
        """Another code."""
        self._squares = squares
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        side = self.width() / (len(self._squares) + 8)
        for line, squares in enumerate(self._squares):
            for place, dark in enumerate(squares):
                if dark:
                    spot = QRectF((place + 4) * side, (line + 4) * side, side + 0.5, side + 0.5)
                    painter.fillRect(spot, Qt.GlobalColor.black)
        painter.end()


class RoomPoint(QWidget):
    """The lead's side: open, shown with its time left, closed. `arrived(ReceiveReport)` after each bundle."""

    arrived = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.point: Point | None = None
        self.host = ""
        """Where to listen; this laptop's own address in the network where it is empty."""
        self.begin = button(tr("Receive in the roo&m…"), self.open, icon="receive")
        self.end = button(tr("Close the point"), self.close_point, kind="quiet")
        self.address = label("", "group")
        self.code = label("", "title", "accent")
        self.left = label("", "small", "secondary", wrap=True)
        self.said = Banner()
        self.qr = QrCode()
        for words in (self.address, self.code):
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.shown = QWidget()
        inside = QVBoxLayout(self.shown)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.SMALL)
        inside.addWidget(
            label(tr("In the same network, members type or scan:"), "small", "secondary", wrap=True)
        )
        for each in (self.address, self.code, self.qr):
            inside.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self.left)
        inside.addLayout(row(self.end, None))
        self.shown.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addLayout(row(self.begin, None))
        column.addWidget(self.shown)
        column.addWidget(self.said)
        self._count = 0
        self._beat = QTimer(self, interval=1000)
        self._beat.timeout.connect(self._tell)
        self.arrived.connect(self._one_more)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def open(self) -> None:
        """Open a point for some minutes."""
        self.begin.setEnabled(False)
        self.said.clear()
        lanes = self.session.lanes
        self.session.read(
            lambda bench: bench.room.open(
                lambda work: lanes.call(lambda _: work()), self.arrived.emit, host=self.host
            ),
            self._opened,
            self._not_opened,
            owner=self,
        )

    def close_point(self) -> None:
        """Close the point; what is arriving arrives."""
        point, self.point = self.point, None
        self._beat.stop()
        self.shown.hide()
        self.begin.setEnabled(True)
        if point is not None:
            # It waits for a bundle that is on its way, and that one waits for the workspace's lane.
            self.session.lanes.heavy(point.close, lambda _: None, owner=self)

    def _opened(self, point: Point) -> None:
        self.point, self._count = point, 0
        self.address.setText(point.address)
        self.code.setText(point.code)
        self.qr.show_squares(as_qr(point))
        self.shown.show()
        self.end.setFocus(Qt.FocusReason.OtherFocusReason)
        self._beat.start()
        self._tell()

    def _not_opened(self, error: InspectorError) -> None:
        self.begin.setEnabled(True)
        self.said.tell(error, self.open)

    def _one_more(self, _report: ReceiveReport) -> None:
        self._count += 1
        self._tell()

    def _tell(self) -> None:
        if self.point is None:
            return
        if not self.point.open:
            self.close_point()
            return
        minutes, seconds = divmod(self.point.seconds_left, 60)
        self.left.setText(
            tr(
                "Open for {minutes}:{seconds} more · {count} files have arrived",
                minutes=minutes,
                seconds=f"{seconds:02}",
                count=self._count,
            )
        )


class SendToRoom(QWidget):
    """A member's side: address and code in, bundle out, receipt back. `accepted` when it is here."""

    accepted = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._visit: VisitId | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self.address = LineEdit(name=tr("Address"), placeholder="192.168.1.5:47123")
        self.code = LineEdit(name=tr("Code"))
        self.code.returnPressed.connect(self.send)
        self.go = button(tr("Send &to the room"), self.send, icon="send")
        self.said = Banner()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addLayout(row(Field(tr("Address"), self.address), Field(tr("Code"), self.code)))
        column.addLayout(row(self.go, None))
        column.addWidget(self.said)

    def choose_visit(self, visit: VisitId) -> None:
        """What will be sent."""
        self._visit = visit

    def send(self) -> None:
        """Reach the point, pack for it, send, take in the receipt: each on the lane where it may wait."""
        visit, session = self._visit, self.session
        if visit is None:
            return
        link, code = self.address.value, self.code.value
        self.go.setEnabled(False)
        self.said.clear()
        folder = self._folder = tempfile.TemporaryDirectory()
        room = Path(folder.name)
        doing = tr("Sending to {address}", address=link)
        heavy, failed = session.lanes.heavy, self._failed

        def reached(delivery: Reached) -> None:
            session.read(
                lambda bench: bench.room.pack(visit, delivery, room),
                lambda parcel: packed(delivery, parcel),
                failed,
                owner=self,
            )

        def packed(delivery: Reached, parcel: Parcel) -> None:
            heavy(lambda: delivery.send(parcel.file, parcel.sender), sent, failed, owner=self, doing=doing)

        def sent(receipt: bytes) -> None:
            session.read(lambda bench: bench.room.accept(receipt), self._sent, failed, owner=self)

        heavy(lambda: reach(link, code), reached, failed, owner=self, doing=doing)

    def _sent(self, report: ReceiveReport) -> None:
        self._end()
        self.said.say(
            "good",
            tr("Sent; {sender} has confirmed it.", sender=report.sender),
            tr("What {laptop} holds is shown below.", laptop=report.laptop),
        )
        self.accepted.emit(report)

    def _failed(self, error: InspectorError) -> None:
        self._end()
        self.said.tell(error, self.send)

    def _end(self) -> None:
        self.go.setEnabled(True)
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None
