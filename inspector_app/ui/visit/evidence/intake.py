"""Files on their way in: read one after the other on the heavy lane, looked at, kept.

A photo is kept only after a person has seen it, or has said that all the rest may come in as they are; so
what must not be seen can be hidden before anything is in the workspace. A few photos wait in memory, however
many files were given. One that cannot be read is noted with the reason, and the others go on.

An intake belongs to the session, not to the page: files that were said to come in do so when the page has
been left.
"""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from inspector_app.domain.errors import InspectorError
from inspector_app.domain.records import RecordId, VisitId
from inspector_app.i18n import tr
from inspector_app.services.marking import Marking, draw
from inspector_app.services.views import Link, Saved
from inspector_app.ui.session import Session
from inspector_app.ui.tasks import Job
from inspector_app.ui.visit.evidence.opened import Opened, opened

if TYPE_CHECKING:  # Pillow is loaded on the heavy lane, when the first photo is read
    from inspector_app.services.imaging import Taken

AHEAD = 1
"""Photos read while another is being looked at."""
SAVED_AT_ONCE = 4
"""Photos on their way into the workspace; on a full disk no more are read."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be taken in: what it is called, and how it is read, on the heavy lane."""

    name: str
    read: Callable[[], "Taken"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not taken in, and why."""

    name: str
    why: InspectorError


class Intake(QObject):
    """A number of files that a person gave at once."""

    offered = Signal()
    """`current` is to be looked at: keep it, leave it out, or keep all the rest."""
    moved = Signal()
    """`done` is another."""
    ended = Signal()
    """Nothing is left; `kept` and `refusals` are what came of it."""

    def __init__(self, session: Session, visit: VisitId, sources: Iterable[Source], link: Link) -> None:
        super().__init__(session)
        self.visit = visit
        self.link = link
        self.current: Taken | None = None
        """The photo that is being looked at."""
        self.opened: Opened | None = None
        """The same, as it is shown."""
        self.kept: list[RecordId] = []
        self.refusals: list[Refusal] = []
        self.places = 0
        """How many photos told where they were taken, which was left out."""
        self.all = False
        """Whether all the rest comes in as it is."""
        self._session = session
        self._left = deque(sources)
        self.total = len(self._left)
        self._ready: deque[tuple[Taken, Opened]] = deque()
        self._reading = ""
        self._job: Job | None = None
        self._saving = 0
        self._over = False
        self._alone = False

    @property
    def done(self) -> int:
        """How many files are settled: kept, left out or refused."""
        waiting = len(self._left) + len(self._ready) + bool(self._reading) + (self.current is not None)
        return self.total - waiting - self._saving

    @property
    def name(self) -> str:
        """The file that is being looked at or read."""
        return self.current.name if self.current else self._reading

    def start(self) -> None:
        """Read the first file; the rest follows."""
        self._go_on()

    def keep(self, marking: Marking | None = None, caption: str = "", *, unseen: bool = False) -> None:
        """Keep the current photo, marked so; the next one follows. What is unseen is not printed."""
        taken, self.current = self.current, None
        if taken is None:
            return
        link = self.link
        self._saving += 1
        if marking is None or marking.idle:
            self._save(taken, caption, link, unseen=unseen)
            return

        def drawn(made: "Taken") -> None:
            self._save(made, caption, link)

        self._session.lanes.heavy(
            lambda: _marked(taken, marking), drawn, lambda error: self._refuse(taken.name, error), owner=self
        )
        self._go_on()

    def leave_out(self) -> None:
        """Do not keep the current photo; the next one follows."""
        self.current = None
        self._go_on()

    def keep_rest(self, marking: Marking | None = None, caption: str = "") -> None:
        """Keep the current photo, and every other that is left as it is, without looking at it."""
        self.all = True
        self.keep(marking, caption)

    def swap(self, taken: "Taken", shown: Opened) -> None:
        """Look at another picture in the place of the current one: a page of it."""
        if self.current is not None:
            self.current, self.opened = taken, shown
            self.offered.emit()

    def cancel(self) -> None:
        """Leave out everything that is not kept yet."""
        self._left.clear()
        self._ready.clear()
        self.current = None
        if self._job is not None:
            self._job.cancel()
            self._reading = ""
        self._go_on()

    def leave_alone(self) -> None:
        """The page is gone: what nobody looked at is left out, what was to come in as it is goes on."""
        self._alone = True
        if not self.all:
            self.cancel()

    # --- inside -----------------------------------------------------------------------------------

    def _go_on(self) -> None:
        if self._left and not self._reading and len(self._ready) < AHEAD and self._saving < SAVED_AT_ONCE:
            self._read(self._left.popleft())
        self.moved.emit()
        if self.current is None and self._ready:
            self.current, self.opened = self._ready.popleft()
            if self.all:
                self.keep(unseen=True)
                self._go_on()
            else:
                self.offered.emit()
        elif self.done == self.total and not self._over:
            self._over = True
            self.ended.emit()
            self.deleteLater()

    def _read(self, source: Source) -> None:
        self._reading = source.name

        def read(both: "tuple[Taken, Opened]") -> None:
            self._reading = ""
            self._ready.append(both)
            self._go_on()

        def failed(error: InspectorError) -> None:
            self._reading = ""
            self._note(source.name, error)
            self._go_on()

        def work() -> "tuple[Taken, Opened]":
            taken = source.read()
            return taken, opened(taken.file, taken.content)

        self._job = self._session.lanes.heavy(
            work,
            read,
            failed,
            owner=self,
            doing=tr("Reading {file}", file=source.name) if self.all else "",
        )

    def _save(self, taken: "Taken", caption: str, link: Link, *, unseen: bool = False) -> None:
        def kept(result: tuple[RecordId, Saved]) -> None:
            self._saving -= 1
            self.kept.append(result[0])
            self.places += taken.had_place
            self._go_on()

        visit = self.visit
        self._session.save(
            lambda bench: bench.evidence.keep(visit, taken, link, caption, withheld=unseen),
            kept,
            lambda error: self._refuse(taken.name, error),
            owner=self,
        )
        self._go_on()

    def _refuse(self, name: str, why: InspectorError) -> None:
        self._saving -= 1
        self._note(name, why)
        self._go_on()

    def _note(self, name: str, why: InspectorError) -> None:
        self.refusals.append(Refusal(name, why))
        if self._alone:  # nobody reports it in the end: it is said above whatever page there is
            self._session.lanes.unhandled.emit(why, lambda: None)


def _marked(taken: "Taken", marking: Marking) -> "Taken":
    drawn = draw(taken.content, taken.file.media_type, marking)
    return replace(taken, file=drawn.file, content=drawn.content, thumbnail=drawn.thumbnail)
