"""The second copy: a mirror on a stick that follows the workspace, and the line that says how old it is."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.domain.errors import InspectorError
from inspector_app.i18n import tr
from inspector_app.services.views import BroughtBack
from inspector_app.text import format_number
from inspector_app.ui import theme
from inspector_app.ui.fields import Field, LineEdit
from inspector_app.ui.folders import ask_folder
from inspector_app.ui.notices import Banner
from inspector_app.ui.session import Session
from inspector_app.ui.unlock import PassphraseEdit
from inspector_app.ui.widgets import button, label, row

if TYPE_CHECKING:  # the door opens before the workspace's libraries are loaded
    from inspector_app.services.mirroring import MirrorJob

EVERY_MS = 15_000
"""How often the mirror is brought up to date while something changes, and a failed one tried again."""
BEAT_MS = 1_000


class SecondCopy(QObject):
    """Brings the mirror of the settings up to date, on the heavy lane, a while after each change."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._dirty = True
        self._running = False
        self._at: float | None = None
        self.error: InspectorError | None = None
        session.changed.connect(self._note)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.follow)
        self.follow()

    @property
    def place(self) -> Path | None:
        """The stick or folder that holds the mirror; None where there is none."""
        return self._session.settings.mirror

    @property
    def age(self) -> int | None:
        """Seconds since the mirror was last known to hold everything; None before the first time."""
        return None if self._at is None else round(time.monotonic() - self._at)

    def put(self, place: Path | None) -> None:
        """Keep the mirror somewhere else, or none any more; what lies in the old place stays there."""
        self._session.set(mirror=place)
        self._at, self.error, self._dirty = None, None, True
        self.changed.emit()
        self.follow()

    def follow(self) -> None:
        """Bring the mirror up to date, where there is one and it may be behind."""
        place = self.place
        if place is None:
            self._timer.stop()
            return
        self._timer.start()
        if self._running:
            return
        if not self._dirty and self._at is not None:
            self._at = time.monotonic()  # nothing has changed since: it still holds everything
            return
        self._running, self._dirty = True, False
        self._session.read(lambda bench: bench.mirroring.job(place), self._run, self._failed, owner=self)

    def _note(self) -> None:
        self._dirty = True

    def _run(self, job: "MirrorJob") -> None:
        self._session.lanes.heavy(job.run, self._followed, self._failed, owner=self)

    def _followed(self, _new: int) -> None:
        self._running, self.error, self._at = False, None, time.monotonic()
        self.changed.emit()

    def _failed(self, error: InspectorError) -> None:
        self._running, self._dirty, self.error = False, True, error
        self.changed.emit()


class CopyIndicator(QWidget):
    """How old the second copy is, in the header; hidden where there is none."""

    def __init__(self, copy: SecondCopy) -> None:
        super().__init__()
        self._copy = copy
        self.words = label("", "small", "secondary")
        self.setLayout(row(self.words))
        copy.changed.connect(self.refresh)
        self._beat = QTimer(self, interval=BEAT_MS)
        self._beat.timeout.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say it again."""
        copy = self._copy
        self.setVisible(copy.place is not None)
        if copy.place is None:
            self._beat.stop()
            return
        self._beat.start()
        age = copy.age
        if copy.error is not None:
            self._say("attention", tr("No second copy"), str(copy.error))
        elif age is None:
            self._say("secondary", tr("Copying…"), str(copy.place))
        elif age < 60:
            self._say("secondary", tr("Copy {seconds} s ago", seconds=age), str(copy.place))
        else:
            self._say("secondary", tr("Copy {minutes} min ago", minutes=age // 60), str(copy.place))

    def _say(self, tone: theme.Tone, words: str, more: str) -> None:
        theme.dress(self.words, tone=tone).setText(words)
        self.setToolTip(more)
        self.setAccessibleName(words)


class SecondCopyPanel(QWidget):
    """Where the second copy lies, and bringing back what another one holds."""

    def __init__(self, session: Session, copy: SecondCopy) -> None:
        super().__init__()
        self.session = session
        self._copy = copy
        self.where = LineEdit(name=tr("Stick or folder of the second copy"))
        self.where.setReadOnly(True)
        self.choose = button(tr("Choose a &stick…"), self._ask_place, icon="folder")
        self.stop = button(tr("Keep no copy"), lambda: copy.put(None), kind="quiet")
        self.take = button(tr("Bring &back from a copy…"), self._ask_folder, icon="receive")
        self.passphrase = PassphraseEdit()
        self.passphrase.returnPressed.connect(self._open)
        self.opening = QWidget()
        unlocking = row(
            Field(tr("Passphrase of that copy"), self.passphrase), button(tr("Open it"), self._open)
        )
        unlocking.setContentsMargins(0, 0, 0, 0)
        self.opening.setLayout(unlocking)
        self.opening.hide()
        self.said = Banner()
        self._folder: Path | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.MEDIUM)
        column.addWidget(Field(tr("Stick or folder of the second copy"), self.where))
        column.addLayout(row(self.choose, self.stop, self.take, None))
        about = tr(
            "The copy follows every change within seconds, encrypted under the same passphrase. If this "
            "laptop breaks, any other brings everything back from it."
        )
        column.addWidget(label(about, "small", "secondary", wrap=True))
        column.addWidget(self.opening)
        column.addWidget(self.said)
        copy.changed.connect(self._show)
        self._show()

    def bring_back(self, folder: Path, passphrase: str) -> None:
        """Take in all that a copy holds."""
        self.take.setEnabled(False)
        self.session.read(
            lambda bench: bench.mirroring.bring_back(folder, passphrase),
            self._brought,
            self._not_brought,
            owner=self,
            doing=tr("Bringing back from the copy"),
        )

    def _show(self) -> None:
        self.where.set_value(str(self._copy.place or ""))
        self.stop.setVisible(self._copy.place is not None)
        if self._copy.error is not None:
            self.said.tell(self._copy.error, self._copy.follow)

    def _ask_place(self) -> None:
        if folder := ask_folder(self, tr("Choose the stick or folder")):
            self.said.clear()
            self._copy.put(folder)

    def _ask_folder(self) -> None:
        if folder := ask_folder(self, tr("Choose the folder of the copy")):
            self.ask_passphrase(folder)

    def ask_passphrase(self, folder: Path) -> None:
        """Ask for the passphrase of a copy that was chosen."""
        self._folder = folder
        self.passphrase.clear()
        self.opening.show()
        self.passphrase.setFocus()

    def _open(self) -> None:
        if self._folder is not None:
            self.bring_back(self._folder, self.passphrase.text())

    def _brought(self, brought: BroughtBack) -> None:
        self.take.setEnabled(True)
        self.opening.hide()
        self.session.changed.emit(brought.saved, self)
        self.said.say(
            "good",
            tr("Brought back: {visits} visits", visits=format_number(brought.visits)),
            tr(
                "{new} changes were new, {known} known; {files} photos and scans.",
                new=format_number(brought.new),
                known=format_number(brought.known),
                files=format_number(brought.files),
            ),
        )

    def _not_brought(self, error: InspectorError) -> None:
        self.take.setEnabled(True)
        self.said.tell(error, self._open)
