"""The main window: first the door (unlock or first run), then the rooms behind one rail.

The window owns what outlives a page: the lanes, the session, the header with "Đã lưu 14:32:05", the banner
for faults that no page answered, the strip that names slow work. A change of language rebuilds the rooms and
comes back to the same place; so does the next start, with the window as it was left. A change of theme only
repaints.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from inspector_app.domain.errors import InspectorError
from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import Recovered
from inspector_app.settings import Settings
from inspector_app.text import beginning
from inspector_app.ui import theme
from inspector_app.ui.chrome import BusyStrip, Ground, Header, RailButton
from inspector_app.ui.help.guide import Guide
from inspector_app.ui.notices import Banner
from inspector_app.ui.remembered import recall, remember
from inspector_app.ui.second_copy import CopyIndicator, SecondCopy
from inspector_app.ui.session import Session
from inspector_app.ui.tasks import Lanes
from inspector_app.ui.unlock import Door, demonstration_folder
from inspector_app.ui.widgets import EmptyPage, Stack, leave_field

if TYPE_CHECKING:
    from inspector_app.services.workbench import Workbench

SMALLEST = QSize(940, 540)
"""1366 × 768 at 125 % leaves 1093 × 614, less the task bar."""
COMFORTABLE = QSize(1366, 860)
"""On a screen that has no more than this, the window takes all of it."""


class Room(Protocol):
    """What the window asks of a page behind the rail; also a signal `heading_changed`."""

    @property
    def heading(self) -> tuple[str, str]:
        """(title, what stands beside it)"""
        ...

    @property
    def can_go_back(self) -> bool: ...

    def go_back(self) -> None: ...

    def entered(self) -> None:
        """The room is on the screen now: bring it up to date, put the focus where work begins."""
        ...


RECOVERED_SHOWN, RECOVERED_LETTERS = 3, 71
"""So many recovered texts are quoted, each with at most so many letters."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the user is: a room, and the visit, tab and item open in the visits room."""

    room: str
    visit: VisitId | None = None
    tab: str = ""
    item: str = ""

    def __str__(self) -> str:
        return "|".join((self.room, self.visit or "", self.tab, self.item))

    @classmethod
    def read(cls, text: str) -> "Place":
        """A place as it was written down; the list of visits where nothing was."""
        room, visit, tab, item = (*text.split("|"), "", "", "", "")[:4]
        return cls(room or "visits", VisitId(visit) if visit else None, tab, item)


class Rooms(QWidget):
    """The rail and the rooms of an opened workspace."""

    language_changed = Signal()
    moved = Signal()
    """`place` is another."""

    def __init__(self, session: Session, folder: Path) -> None:
        super().__init__()
        # Loaded when the workspace is open, not before the door is shown.
        from inspector_app.ui.merge.page import MergePage
        from inspector_app.ui.settings_page import SettingsPage
        from inspector_app.ui.templates.page import TemplatesPage
        from inspector_app.ui.visits.room import VisitsRoom

        self.session = session
        self.visits = VisitsRoom(session)
        self.merge = MergePage(session)
        self.templates = TemplatesPage(session)
        self.copy = SecondCopy(session, self)
        self.settings = SettingsPage(session, folder, self.copy)
        self.buttons = {
            "visits": RailButton("visits", tr("Visits"), "Ctrl+1"),
            "merge": RailButton("merge", tr("Merge"), "Ctrl+2"),
            "templates": RailButton("template", tr("Checklists"), "Ctrl+3"),
            "settings": RailButton("settings", tr("Settings"), "Ctrl+4"),
        }
        self.header = Header(session.saves, self._back, lambda: self.guide.explain())
        self.header.copy.addWidget(CopyIndicator(self.copy))
        self.banner = Banner()
        self.stack = Stack()
        self.below = QWidget()
        self._pages: dict[str, QWidget] = {
            "visits": self.visits,
            "merge": self.merge,
            "templates": self.templates,
            "settings": self.settings,
        }
        for name, page in self._pages.items():
            self.stack.addWidget(page)
            self.buttons[name].clicked.connect(lambda _checked=False, name=name: self._rail(name))
        for room in (self.visits, self.merge, self.templates, self.settings):
            room.heading_changed.connect(self._show_heading)
        self.visits.open_conflicts.connect(self.show_conflicts)
        self.merge.open_visit.connect(self.show_visit)
        self.merge.counted.connect(self.buttons["merge"].show_count)
        self.settings.language_changed.connect(self.language_changed)
        session.lanes.unhandled.connect(self._unhandled)
        session.saves.changed.connect(self._saves_changed)
        self._save_failed = False
        self._lay_out()
        self._room = "visits"
        self.guide = Guide(self)

    @property
    def page(self) -> QWidget:
        """The room one is in."""
        return self._pages[self._room]

    @property
    def heading(self) -> tuple[str, str]:
        """The page's name, and what stands beside it."""
        return self._current.heading

    @property
    def place(self) -> Place:
        """Where the user is, to come back to after a rebuild."""
        frame = self.visits.frame
        if frame is None:
            return Place(self._room)
        item = getattr(frame.page("checklist"), "current", "") if frame.tab == "checklist" else ""
        return Place(self._room, frame.visit, frame.tab, item)

    def arrive(self, place: Place) -> None:
        """Show a place, once the rooms are on the screen."""
        if place.visit is not None:
            self.visits.open_visit(place.visit, place.tab)
            if place.item and self.visits.frame is not None:
                self.visits.frame.show_item(place.item)
        self.go(place.room if place.room in self._pages else "visits")

    def go(self, name: str) -> None:
        """Enter a room: "visits", "merge", "templates" or "settings"."""
        self._room = name
        self.buttons[name].setChecked(True)
        self.stack.setCurrentWidget(self._pages[name])
        self._show_heading()
        self._current.entered()

    def show_conflicts(self, visit: str) -> None:
        """Enter the merge room at the conflicts of a visit."""
        self.merge.choose_visit(VisitId(visit))
        self.go("merge")

    def show_visit(self, visit: str, tab: str) -> None:
        """Enter the visits room inside a visit."""
        self.go("visits")
        self.visits.open_visit(VisitId(visit), tab)

    def greet(self, recovered: tuple[Recovered, ...]) -> None:
        """Say what an interruption left behind and is now saved, in the words that were typed."""
        if not recovered:
            return
        first, more = recovered[0], len(recovered) - RECOVERED_SHOWN
        lines = [
            f"{each.item} · {each.unit}: “{beginning(each.text, RECOVERED_LETTERS)}”"
            for each in recovered[:RECOVERED_SHOWN]
        ]
        if more > 0:
            lines.append(tr("and {count} texts more", count=more))
        self.banner.say(
            "info",
            tr("Recovered after an interruption: {count} texts", count=len(recovered)),
            "\n".join((tr("What was being typed when the program was cut off is saved now:"), *lines)),
            action=tr("Show"),
            act=lambda: self.arrive(_place_of(first)),
        )

    @property
    def _current(self) -> Room:
        return cast(Room, self._pages[self._room])

    def _lay_out(self) -> None:
        rail = theme.dress(QWidget(), surface="rail")
        rail.setFixedWidth(theme.RAIL)
        stops = QVBoxLayout(rail)
        stops.setContentsMargins(0, 0, 0, 0)
        stops.setSpacing(0)
        for name, each in self.buttons.items():
            if name == "settings":
                stops.addStretch(1)
            stops.addWidget(each)
        under = QVBoxLayout(self.below)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(0)
        under.addWidget(self.banner)
        under.addWidget(Ground(self.stack), 1)
        under.addWidget(BusyStrip(self.session.lanes))
        body = QVBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.header)
        body.addWidget(self.below, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(rail)
        whole.addLayout(body, 1)

    def _rail(self, name: str) -> None:
        if name == self._room == "visits":
            self.visits.show_list()
        self.go(name)

    def _back(self) -> None:
        self._current.go_back()

    def _show_heading(self) -> None:
        title, beside = self.heading
        self.header.show_heading(title, beside, back=self._current.can_go_back)
        self.moved.emit()

    def _unhandled(self, error: InspectorError, retry: Callable[[], object]) -> None:
        self.banner.tell(error, retry)

    def _saves_changed(self) -> None:
        saves = self.session.saves
        if saves.state == "failed" and saves.error is not None:
            self._save_failed = True
            self.banner.tell(saves.error, saves.retry)
        elif self._save_failed and saves.state == "saved":
            self._save_failed = False
            self.banner.say("good", tr("Everything is saved again."))


def _place_of(recovered: Recovered) -> Place:
    """Where a recovered text stands: at its item; of other records the visit, where it was left."""
    is_item = " " not in recovered.item
    return Place("visits", recovered.visit, *(("checklist", recovered.item) if is_item else ()))


class MainWindow(QMainWindow):
    """The window of one workspace, from the door to the last save."""

    entered = Signal()
    """A workspace is open, and its rooms are shown."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.lanes = Lanes(self)
        self.session = Session(self.lanes, settings, self)
        self.rooms: Rooms | None = None
        self._closing = False
        self._demonstration = False
        self.setMinimumSize(SMALLEST.boundedTo(QApplication.primaryScreen().availableGeometry().size()))
        self._restore()
        self.show_door()

    def appear(self) -> None:
        """Show the window: as it was left, or with all of a small screen."""
        room = QApplication.primaryScreen().availableGeometry().size()
        if not recall("geometry") and COMFORTABLE.boundedTo(room) != COMFORTABLE:
            self.showMaximized()
        else:
            self.show()

    def show_door(self) -> None:
        """Ask for the passphrase, or, on the first run, who is here."""
        self.setWindowTitle("Sổ kiểm tra")
        self.door = Door(self.session)
        self.door.opened.connect(self.enter)
        self.door.language_changed.connect(self.show_door, Qt.ConnectionType.QueuedConnection)
        self.door.demonstration_wanted.connect(
            lambda: self.open_demonstration(demonstration_folder()), Qt.ConnectionType.QueuedConnection
        )
        self.setCentralWidget(self.door)

    def open_demonstration(self, folder: Path) -> None:
        """Show the demonstration below a folder; it is made the first time, which takes some seconds."""
        self.setCentralWidget(
            EmptyPage(
                "visits",
                tr("Setting up the demonstration"),
                tr("Three visits of one week, with invented persons. This takes some seconds at first."),
            )
        )

        def opening() -> "Workbench":
            from inspector_app.services import demo
            from inspector_app.services.workbench import Workbench

            if not demo.exists(folder):
                demo.make(folder)
            return Workbench.open(folder / demo.LEAD_FOLDER, demo.PASSPHRASE)

        self.lanes.open(
            opening, lambda _none: self._enter_demonstration(folder), self._no_demonstration, owner=self
        )

    def _enter_demonstration(self, folder: Path) -> None:
        self._demonstration = True
        self.enter(folder)
        if self.rooms is not None:
            self.rooms.guide.begin_first_tour()

    def _no_demonstration(self, error: InspectorError) -> None:
        self.show_door()
        self.door.unlock.banner.tell(error)

    def enter(self, folder: Path) -> None:
        """Show the rooms of the workspace that has just been opened on its lane, where one was at last."""
        last = Place.read(recall("place"))
        self._show_rooms(folder, Place("visits"))
        self.session.read(lambda bench: bench.recovered, self._greet, owner=self)
        self._come_back(last)
        self.entered.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when everything is durable: what is being typed is saved first, a failed save forbids it."""
        leave_field(self)
        if self.session.saves.state == "failed":
            event.ignore()
            self._closing = False
            self.session.saves.retry()
        elif not self.lanes.idle:
            event.ignore()
            if not self._closing:
                self._closing = True
                # The lane works in order: when this comes back, all that was given before is done.
                self.session.read(lambda _bench: None, lambda _none: self._close_again(), owner=self)
        else:
            self._keep()
            self.lanes.close()
            event.accept()

    def _close_again(self) -> None:
        self._closing = False
        self.close()

    def _show_rooms(self, folder: Path, place: Place) -> None:
        self.setWindowTitle("Sổ kiểm tra")
        self.rooms = Rooms(self.session, folder)
        self.rooms.header.invented.setVisible(self._demonstration)
        self.rooms.language_changed.connect(lambda: self._rebuild(folder), Qt.ConnectionType.QueuedConnection)
        self.setCentralWidget(self.rooms)
        self.rooms.arrive(place)
        self.rooms.moved.connect(self._keep_place)

    def _come_back(self, place: Place) -> None:
        """Go where one was at last, if that visit is in this workspace."""
        rooms, visit = self.rooms, place.visit
        if rooms is None:
            return
        if visit is None:
            rooms.arrive(place)
            return
        self.session.read(
            lambda bench: bench.visits.get(visit),
            lambda _card: rooms.arrive(place),
            lambda _gone: None,
            owner=rooms,
        )

    def _rebuild(self, folder: Path) -> None:
        leave_field(self)
        place = self.rooms.place if self.rooms else Place("visits")
        self._show_rooms(folder, place)

    def _greet(self, recovered: tuple[Recovered, ...]) -> None:
        if self.rooms is not None:
            self.rooms.greet(recovered)

    def _keep(self) -> None:
        remember("geometry", self.saveGeometry().toBase64().toStdString())
        self._keep_place()

    def _keep_place(self) -> None:
        if self.rooms is not None:
            remember("place", str(self.rooms.place))

    def _restore(self) -> None:
        """Take the size and place that the window was left with, on a screen that is still there."""
        kept = QByteArray.fromBase64(recall("geometry").encode())
        if not self.restoreGeometry(kept):
            self.resize(COMFORTABLE)
        rooms = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        if not any(room.contains(self.geometry().center()) for room in rooms):
            self.move(rooms[0].topLeft())
