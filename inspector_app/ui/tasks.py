"""Leaving the window's thread: two lanes beside it, and one way back.

The *workspace lane* is one thread that owns the opened Workbench and its connection; pieces of work run
there strictly in the order they were given, which is why a page may ask for "answer, then list" without
waiting. The *heavy lane* is one thread for rendering and parsing, and never sees the Workbench. A result
comes back through one argument-free signal into the window's thread, and is dropped when the widget that
asked for it is gone.

    lanes.run(lambda bench: bench.visits.list(), self._show, owner=self)

Faults take one of three ways: an `InspectorError` goes to `failed`, or without it to `Lanes.unhandled`,
which the main window shows as a banner; anything else is a bug and goes to the crash window
through `sys.excepthook`. Acts that must become durable do not come here directly but through
`session.Session.save`, which also keeps the "Đã lưu" line true.
"""

import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, TypeVar, cast

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from inspector_app.domain.errors import InspectorError

if TYPE_CHECKING:  # the first page is up before the workspace's libraries are loaded
    from inspector_app.services.workbench import Workbench

T = TypeVar("T")
Failed = Callable[[InspectorError], None]

BUSY_AFTER_MS = 500
"""Work that lasts longer says what it is doing."""


class Closed(Exception):
    """The workspace was closed: what runs beside the window has nothing left to do."""


class Job:
    """One piece of work given to a lane. `cancel` drops its result, and the work itself if not yet begun."""

    def __init__(
        self,
        owner: QObject,
        then: Callable[[Any], None],
        failed: Failed | None,
        doing: str,
        cancelled: Callable[[], None] | None = None,
    ) -> None:
        self.doing = doing
        self.told_cancelled = cancelled
        self._owner = owner
        self._then = then
        self._failed = failed
        self._future: Future[Any] | None = None
        self._cancelled = False

    def cancel(self) -> None:
        """Forget about it."""
        self._cancelled = True
        if self._future is not None:
            self._future.cancel()

    @property
    def wanted(self) -> bool:
        """Whether somebody still waits for the result."""
        return not self._cancelled and shiboken6.isValid(self._owner)


class Lanes(QObject):
    """The workspace lane and the heavy lane of one window."""

    unhandled = Signal(object, object)
    """(InspectorError, retry: Callable[[], None]): work failed and its owner had no answer to it."""
    busy_changed = Signal()
    """`doing` is another."""
    _arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = ThreadPoolExecutor(1, "workspace")
        self._heavy = ThreadPoolExecutor(1, "heavy")
        self._bench: Workbench | None = None  # touched on the workspace lane only
        self._results: SimpleQueue[tuple[Job, Future[Any], Callable[[], object]]] = SimpleQueue()
        self._closed = False
        self.given = 0
        """How many pieces of work have been given: whether something happened since one looked last."""
        self._pending: list[Job] = []
        self._slow: list[Job] = []
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    # --- giving work ------------------------------------------------------------------------------

    def open(
        self,
        opening: Callable[[], "Workbench"],
        then: Callable[[None], None],
        failed: Failed | None = None,
        *,
        owner: QObject,
        doing: str = "",
    ) -> Job:
        """Create or open a workspace on its lane; from then on `run` works with it."""

        def work() -> None:
            fresh = opening()
            if self._bench is not None:
                self._bench.close()
            self._bench = fresh

        return self._give(self._workspace, work, then, failed, owner, doing)

    def run(
        self,
        work: Callable[["Workbench"], T],
        then: Callable[[T], None],
        failed: Failed | None = None,
        *,
        owner: QObject,
        doing: str = "",
    ) -> Job:
        """Do work with the Workbench on the workspace lane; `then` receives the result in the window."""
        return self._give(
            self._workspace, lambda: work(cast("Workbench", self._bench)), then, failed, owner, doing
        )

    def heavy(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Failed | None = None,
        *,
        owner: QObject,
        doing: str = "",
        cancelled: Callable[[], None] | None = None,
    ) -> Job:
        """Render or parse on the heavy lane; the work may use nothing that the window also uses.

        cancelled: makes slow work cancellable by the user, and is called when it was cancelled.
        """
        return self._give(self._heavy, work, then, failed, owner, doing, cancelled)

    def call(self, work: Callable[["Workbench"], T]) -> T:
        """Do work with the Workbench on the workspace lane and wait for it: for other threads, never the
        window's own. Raises what the work raises, and Closed."""

        def given() -> T:
            if self._bench is None:
                raise Closed
            return work(self._bench)

        try:
            future = self._workspace.submit(given)
        except RuntimeError as error:  # the lane has ended
            raise Closed from error
        return future.result()

    # --- what is going on -------------------------------------------------------------------------

    @property
    def idle(self) -> bool:
        """Whether every result has been delivered."""
        return not self._pending

    @property
    def doing(self) -> str:
        """What the longest-running slow work does, for the busy strip; empty when nothing is slow."""
        return self._slow[0].doing if self._slow else ""

    @property
    def can_cancel(self) -> bool:
        """Whether the slow work that `doing` names can be cancelled."""
        return bool(self._slow) and self._slow[0].told_cancelled is not None

    def cancel_slow(self) -> None:
        """Cancel the slow work that `doing` names."""
        if self._slow and (told := self._slow[0].told_cancelled) is not None:
            job = self._slow.pop(0)
            self._pending.remove(job)
            job.cancel()
            self.busy_changed.emit()
            told()

    def close(self) -> None:
        """Finish what was given to the workspace lane, close the workspace, end both threads."""
        if self._closed:
            return
        self._closed = True
        self._workspace.submit(self._close_bench)
        self._heavy.shutdown(wait=True, cancel_futures=True)
        self._workspace.shutdown(wait=True)
        self._pending.clear()

    # --- inside -----------------------------------------------------------------------------------

    def _close_bench(self) -> None:
        if self._bench is not None:
            self._bench.close()
            self._bench = None

    def _give(
        self,
        lane: ThreadPoolExecutor,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Failed | None,
        owner: QObject,
        doing: str,
        cancelled: Callable[[], None] | None = None,
    ) -> Job:
        job = Job(owner, then, failed, doing, cancelled)
        if self._closed:  # the window is going; nobody waits any more
            job.cancel()
            return job
        self.given += 1
        self._pending.append(job)
        if doing:
            QTimer.singleShot(BUSY_AFTER_MS, self, lambda: self._note_slow(job))
        future = job._future = lane.submit(work)

        def again() -> object:
            return self._give(lane, work, then, failed, owner, doing, cancelled)

        def arrived(done: Future[T]) -> None:
            self._results.put((job, done, again))
            self._arrived.emit()

        future.add_done_callback(arrived)
        return job

    def _note_slow(self, job: Job) -> None:
        if job in self._pending:
            self._slow.append(job)
            self.busy_changed.emit()

    def _deliver(self) -> None:
        while True:
            try:
                job, future, again = self._results.get_nowait()
            except Empty:
                return
            if job not in self._pending:
                continue
            self._pending.remove(job)
            if job in self._slow:
                self._slow.remove(job)
                self.busy_changed.emit()
            if not future.cancelled():
                self._hand_over(job, future, again)

    def _hand_over(self, job: Job, future: Future[Any], again: Callable[[], object]) -> None:
        error = future.exception()
        if error is None:
            if job.wanted:
                job._then(future.result())
        elif not isinstance(error, InspectorError):
            sys.excepthook(type(error), error, error.__traceback__)
        elif job.wanted and job._failed is not None:
            job._failed(error)
        elif not job._cancelled:
            # A fault is never dropped, even when the page that asked has been left.
            self.unhandled.emit(error, again)
