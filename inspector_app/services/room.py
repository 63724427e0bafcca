"""Hand-over in the room: the lead's laptop opens a receiving point, members send their work there.

A member's bundle is sealed for the lead's laptop, the receipt that comes back for the member's: what crosses
the network tells nobody anything. The steps are apart: the network is slow, and a workspace must not wait.
"""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from inspector_app.domain.records import VisitId
from inspector_app.exchange.container import Seal
from inspector_app.exchange.room import MINUTES, Delivery, ReceivingPoint
from inspector_app.services.desk import Desk
from inspector_app.services.handover import Handover
from inspector_app.services.views import ReceiveReport

Taken = tuple[ReceiveReport, bytes]
Reached = Delivery
"""A receiving point that was found and knows the code."""


class Point(Protocol):
    """An open receiving point, as it is shown: address, one-time code, both as one text for a QR code."""

    code: str

    @property
    def address(self) -> str: ...

    @property
    def link(self) -> str: ...

    @property
    def open(self) -> bool: ...

    @property
    def seconds_left(self) -> int: ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Parcel:
    """A bundle ready to cross the room, and whom its receipt is for."""

    file: Path
    sender: str


class Room:
    """Both sides of a hand-over in the room."""

    def __init__(self, desk: Desk, handover: Handover) -> None:
        self._desk = desk
        self._handover = handover

    # --- the lead's side ---------------------------------------------------------------------------

    def open(
        self,
        run: Callable[[Callable[[], Taken]], Taken],
        arrived: Callable[[ReceiveReport], None],
        minutes: int = MINUTES,
        host: str = "",
    ) -> Point:
        """Open a receiving point. Raises PointUnreachable where there is no network.

        run: does work where the workspace lives, and waits for it; it is called on the point's own threads,
        as is `arrived` after each bundle.
        """

        def receive(file: Path, sender: str) -> bytes:
            report, receipt = run(lambda: self.take(file, sender))
            arrived(report)
            return receipt

        return ReceivingPoint(self._desk.key.recipient, receive, minutes, host)

    def take(self, file: Path, sender: str) -> Taken:
        """Receive a bundle; its report, and the receipt, sealed for the sender's age public key."""
        report = self._handover.receive(file)
        with tempfile.TemporaryDirectory() as folder:
            visits = [each.visit for each in report.visits]
            target = Path(folder) / "receipt.cchc"
            written = self._handover.receipts(visits, target, Seal(recipients=(sender,)))
            return report, written.file.read_bytes()

    # --- the member's side -------------------------------------------------------------------------

    def pack(self, visit: VisitId, delivery: Delivery, folder: Path) -> Parcel:
        """Write a visit's bundle into a folder, sealed for the laptop that was reached."""
        seal = Seal(recipients=(delivery.recipient,))
        written = self._handover.export_for(visit, folder / "parcel.cchc", seal)
        return Parcel(written.file, self._desk.key.recipient)

    def accept(self, receipt: bytes) -> ReceiveReport:
        """Take in the receipt that came back."""
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "receipt.cchc"
            file.write_bytes(receipt)
            return self._handover.receive(file)

    def deliver(self, visit: VisitId, link: str, code: str = "") -> ReceiveReport:
        """Send a visit to a receiving point, and take in its receipt.

        Raises PointUnreachable, PointClosed, PointRefused; then nothing was sent, or nothing was taken.
        """
        delivery = reach(link, code)
        with tempfile.TemporaryDirectory() as folder:
            parcel = self.pack(visit, delivery, Path(folder))
            return self.accept(delivery.send(parcel.file, parcel.sender))


def as_qr(point: Point) -> tuple[tuple[bool, ...], ...]:
    """A point's address and code as the squares of a QR code, dark ones true."""
    from inspector_app.reports.qr import modules

    return modules(point.link)


def reach(link: str, code: str = "") -> Delivery:
    """Find a receiving point, and prove that it knows the code. Raises PointUnreachable, PointRefused."""
    return Delivery(link, code)
