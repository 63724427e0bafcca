"""Delivery from the window: an address, sent and fetched at once on request, and by itself every few minutes.

The network is waited for on a thread of its own: a slow upload would hold up every preview on the heavy lane,
and the end of the program waits for neither. The workspace is only asked on its lane.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.domain.errors import DropForbidden, DropKeyChanged, DropUnreachable, InspectorError
from inspector_app.i18n import tr
from inspector_app.services.delivery import deliver
from inspector_app.services.views import DeliveryReport, Destination, ReceiveReport
from inspector_app.text import format_number
from inspector_app.ui import theme
from inspector_app.ui.fields import Field, LineEdit
from inspector_app.ui.notices import Banner
from inspector_app.ui.session import Session
from inspector_app.ui.tasks import Closed, Lanes
from inspector_app.ui.unlock import PassphraseEdit
from inspector_app.ui.widgets import button, column, label, row

if TYPE_CHECKING:
    from inspector_app.services.delivery import Delivery

EVERY_MS = 5 * 60_000
"""How long after a delivery the next one begins by itself."""
SOONEST_MS, LATEST_MS = 60_000, 20 * 60_000
"""How soon it tries again after the network failed, then twice as long each time, at the longest so long."""
T = TypeVar("T")


class Errand:
    """One delivery on its way, on a thread that nobody waits for. Its page may be gone before it ends."""

    def __init__(
        self,
        lanes: Lanes,
        address: str,
        arrived: Callable[[ReceiveReport], None],
        ended: Callable[[DeliveryReport | InspectorError], None],
    ) -> None:
        """arrived, ended: the `emit` of signals, called on that thread."""
        self._lanes, self._address = lanes, address
        self._arrived, self._ended = arrived, ended
        self.gone = threading.Event()
        """Set when the page has gone: it ends before the next file, and tells nobody."""

    def begin(self) -> None:
        """Set off."""
        threading.Thread(target=self._run, name="delivery", daemon=True).start()

    def _run(self) -> None:
        try:
            result = deliver(self._address, self._ask, self._tell_arrived, stop=self.gone)
        except InspectorError as error:
            result = error
        except Closed:
            return  # the program ends; the next time goes on from there
        self._tell(self._ended, result)

    def _ask(self, work: "Callable[[Delivery], T]") -> T:
        return self._lanes.call(lambda bench: work(bench.delivery))

    def _tell_arrived(self, report: ReceiveReport) -> None:
        self._tell(self._arrived, report)

    def _tell(self, listener: Callable[[Any], None], what: object) -> None:
        if not self.gone.is_set():
            with suppress(RuntimeError):  # its page went in this very moment
                listener(what)


class DeliveryPanel(QWidget):
    """The address, how to sign in there, and how the last delivery went."""

    arrived = Signal(object)
    """A ReceiveReport, after each bundle."""
    sent = Signal()
    """A delivery has ended well."""
    _came_back = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._busy = False
        self._by_hand = True
        self._told: list[str] = []
        self._pause = SOONEST_MS
        self.address = LineEdit(
            name=tr("Folder, share or server"), placeholder=tr("a folder, sftp://… or https://…")
        )
        self.address.returnPressed.connect(self.deliver)
        self.user = LineEdit(name=tr("User name there"))
        self.password = PassphraseEdit()
        self.passphrase = PassphraseEdit()
        self.go = button(tr("Send and &fetch now"), self.deliver, icon="send")
        self.forget = button(tr("Forget the address"), self._forget, kind="quiet")
        self.more = button(tr("Signing in…"), lambda: self._show_more(self.details.isHidden()), kind="quiet")
        self.state = label("", "small", "secondary", wrap=True)
        self.said = Banner()
        self.details = QWidget()
        kept = tr(
            "Kept encrypted in the workspace. The common passphrase is for laptops no visit admits yet."
        )
        inside = column(
            Field(tr("User name there"), self.user),
            Field(tr("Password there"), self.password),
            Field(tr("Common passphrase of all who read there"), self.passphrase),
            label(kept, "small", "secondary", wrap=True),
            row(self.forget, None),
        )
        inside.setContentsMargins(0, 0, 0, 0)
        self.details.setLayout(inside)
        self.details.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.SMALL)
        whole.addWidget(Field(tr("Folder, share or server"), self.address))
        whole.addWidget(self.details)
        whole.addLayout(row(self.go, self.more, None))
        whole.addWidget(self.state)
        whole.addWidget(self.said)
        self.forget.hide()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._by_itself)
        self._came_back.connect(self._ended)
        session.read(lambda bench: bench.delivery.destinations(), self._known, owner=self)

    @property
    def busy(self) -> bool:
        """Whether a delivery is on its way."""
        return self._busy

    @property
    def next_ms(self) -> int:
        """In how many milliseconds it goes by itself; -1 where it does not."""
        return self._timer.remainingTime()

    def deliver(self) -> None:
        """Send and fetch now, at the address that stands there."""
        self.said.clear()
        self._set_off(by_hand=True)

    def _known(self, kept: tuple[Destination, ...]) -> None:
        if not kept or self.address.value:
            return
        last = kept[0]
        self.address.set_value(last.address)
        self.user.set_value(last.user)
        for field, there in ((self.password, last.has_password), (self.passphrase, last.has_passphrase)):
            field.setPlaceholderText(tr("as kept") if there else "")
        self.forget.show()
        self._timer.start(SOONEST_MS)

    def _by_itself(self) -> None:
        self._set_off(by_hand=False)

    def _set_off(self, *, by_hand: bool) -> None:
        address = self.address.value
        if self.busy or not address:
            return
        self._by_hand, self._busy = by_hand, True
        self._timer.stop()
        self.go.setEnabled(False)
        self.state.setText(tr("Sending and fetching…"))
        user, password, passphrase = self.user.value, self.password.text(), self.passphrase.text()
        self.session.read(
            lambda bench: bench.delivery.use(address, user or None, password or None, passphrase or None),
            self._begin,
            self._failed,
            owner=self,
        )

    def _begin(self, address: str) -> None:
        self.address.set_value(address)
        for field in (self.password, self.passphrase):
            if field.text():
                field.clear()
                field.setPlaceholderText(tr("as kept"))
        self.forget.show()
        errand = Errand(self.session.lanes, address, self.arrived.emit, self._came_back.emit)
        self.destroyed.connect(lambda: errand.gone.set())
        errand.begin()

    def _ended(self, result: DeliveryReport | InspectorError) -> None:
        if isinstance(result, InspectorError):
            self._failed(result)
            return
        self._rest()
        self._pause = SOONEST_MS
        self._timer.start(EVERY_MS)
        self._say(result)
        self.sent.emit()

    def _say(self, report: DeliveryReport) -> None:
        new = sum(each.new for each in report.received)
        bundles = sum(not each.receipt for each in report.sent)
        self.state.setText(
            tr(
                "{time}: {received} files fetched with {new} new changes, {sent} sent. It goes on by itself.",
                time=f"{datetime.now():%H:%M:%S}",
                received=format_number(len(report.received)),
                new=format_number(new),
                sent=format_number(bundles),
            )
        )
        lines = [each.reason for each in report.refused]
        title = tr("{count} files were left alone", count=len(lines)) if lines else ""
        if report.nobody:
            title = title or tr("{count} visits were not sent", count=len(report.nobody))
            who = tr(
                "Nobody else could open them there yet. Admit a laptop, or agree on a common passphrase:"
            )
            lines += [who, *report.nobody]
        if not lines:
            self.said.clear()
        elif self._by_hand or lines != self._told:  # what was closed does not come back by itself
            self.said.say("attention", title, "\n".join(lines))
        self._told = lines

    def _failed(self, error: InspectorError) -> None:
        self._rest()
        if isinstance(error, DropUnreachable):
            self._timer.start(self._pause)
            self._pause = min(2 * self._pause, LATEST_MS)
            self.state.setText(tr("No connection; it will be tried again. What is to be sent is kept."))
            self.state.setToolTip(error.sentence)
        else:
            self.state.setText("")
        if isinstance(error, DropKeyChanged):
            trust = tr("Trust the new key")
            self.said.say("attention", error.sentence, error.hint, action=trust, act=self._trust)
        elif self._by_hand or not isinstance(error, DropUnreachable):
            self.said.tell(error, self.deliver)
        if isinstance(error, DropForbidden):
            self._show_more(True)
            self.password.setFocus()

    def _rest(self) -> None:
        self._busy = False
        self.go.setEnabled(True)

    def _trust(self) -> None:
        address = self.address.value
        self.session.read(
            lambda bench: bench.delivery.trust(address), lambda _login: self.deliver(), owner=self
        )

    def _forget(self) -> None:
        address = self.address.value
        self._timer.stop()
        self.session.read(lambda bench: bench.delivery.forget(address), self._forgotten, owner=self)

    def _forgotten(self, _none: None) -> None:
        for field in (self.password, self.passphrase):
            field.clear()
            field.setPlaceholderText("")
        self.address.set_value("")
        self.user.set_value("")
        self.state.setText("")
        self.said.clear()
        self.forget.hide()

    def _show_more(self, shown: bool) -> None:
        self.details.setVisible(shown)
