"""Every page of the window by its name, and how one comes there.

The pictures (`tests/screenshots.py`), the benchmark of page changes and the tests that look at every page all
take their pages from here; a new room or a new tab of a visit is among them by itself.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEventLoop, QObject, QTimer

from inspector_app.domain.records import VisitId
from inspector_app.ui.main_window import Rooms
from inspector_app.ui.tasks import Lanes
from inspector_app.ui.visit.frame import TABS

TICK_MS = 5
"""How often it is looked whether a page is at rest."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page by name, and the way there from anywhere in the rooms."""

    name: str
    show: Callable[[Rooms], object]


def pages(visit: VisitId) -> Iterator[Page]:
    """All rooms, the panel of a new visit, and every tab of a visit."""
    yield Page("visits", _list)
    yield Page("visits-new", _new_visit)
    for tab in TABS:
        yield Page(f"visit-{tab.name}", lambda rooms, tab=tab.name: rooms.show_visit(visit, tab))
    for room in ("merge", "templates", "settings"):
        yield Page(room, lambda rooms, room=room: rooms.go(room))


def _list(rooms: Rooms) -> None:
    rooms.visits.show_list()
    rooms.go("visits")
    rooms.visits.list.close_panel()


def _new_visit(rooms: Rooms) -> None:
    _list(rooms)
    rooms.visits.list.plan()


class Rest(QObject):
    """Calls back once nothing is under way any more in a window's lanes, without waiting in the event loop.

    calm: so many looks in a row must have found nothing; the first of them can be told too.
    """

    def __init__(self, lanes: Lanes, calm: int = 4) -> None:
        super().__init__(lanes)
        self._lanes, self._enough = lanes, calm
        self._then: Callable[[], object] = _nothing
        self._first: Callable[[], object] = _nothing
        self._calm = 0
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._look)

    def then(self, call: Callable[[], object], first: Callable[[], object] | None = None) -> None:
        """Call when the window is at rest the next time; `first` already when the workspace has answered."""
        self._then, self._first, self._calm = call, first or _nothing, 0
        self._timer.start()

    def _look(self) -> None:
        self._calm = self._calm + 1 if self._lanes.idle else 0
        if self._calm:
            first, self._first = self._first, _nothing
            first()
        if self._calm >= self._enough:
            self._timer.stop()
            self._then()


def rest(lanes: Lanes, calm: int = 4) -> None:
    """Turn the event loop until nothing is under way and all is painted."""
    loop = QEventLoop()
    Rest(lanes, calm).then(loop.quit)
    loop.exec()


def _nothing() -> None:
    """Nobody wants to know."""
