"""The main window: first the door (unlock or first run), then the rooms behind one rail.

The window owns what outlives a page: the lanes, the session, the header with "Đã lưu 14:32:05", the banner
for faults that no page answered, the strip that names slow work. A change of language rebuilds the rooms and
comes back to the same place; a change of theme only repaints.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QSettings, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from inspector_app import paths
from inspector_app.domain.errors import InspectorError
from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import Recovered
from inspector_app.settings import Settings
from inspector_app.ui import theme
from inspector_app.ui.chrome import BusyStrip, Header, RailButton
from inspector_app.ui.notices import Banner
from inspector_app.ui.session import Session
from inspector_app.ui.tasks import Lanes
from inspector_app.ui.unlock import Door
from inspector_app.ui.widgets import EmptyPage, leave_field

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


@dataclass(frozen=True, slots=True)
class Place:
    """Where the user is: a room, and the visit and tab open in the visits room."""

    room: str
    visit: VisitId | None = None
    tab: str = ""


class Rooms(QWidget):
    """The rail and the rooms of an opened workspace."""

    language_changed = Signal()

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
        self.settings = SettingsPage(session, folder)
        self.buttons = {
            "visits": RailButton("visits", tr("Visits"), "Ctrl+1"),
            "merge": RailButton("merge", tr("Merge"), "Ctrl+2"),
            "templates": RailButton("template", tr("Checklists"), "Ctrl+3"),
            "settings": RailButton("settings", tr("Settings"), "Ctrl+4"),
        }
        self.header = Header(session.saves, self._back)
        self.banner = Banner()
        self.stack = QStackedWidget()
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

    @property
    def place(self) -> Place:
        """Where the user is, to come back to after a rebuild."""
        frame = self.visits.frame
        return Place(self._room, frame.visit, frame.tab) if frame else Place(self._room)

    def arrive(self, place: Place) -> None:
        """Show a place, once the rooms are on the screen."""
        if place.visit is not None:
            self.visits.open_visit(place.visit, place.tab)
        self.go(place.room)

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
        """Say what an interruption left behind and is now saved."""
        if not recovered:
            return
        named = "; ".join(f"{each.item} · {each.unit}" for each in recovered[:4])
        if len(recovered) > 4:
            named += " …"
        self.banner.say(
            "info",
            tr("Recovered after an interruption: {count} texts", count=len(recovered)),
            tr("What was being typed is saved now: {places}.", places=named),
        )

    @property
    def _current(self) -> Room:
        return cast(Room, self._pages[self._room])

    def _lay_out(self) -> None:
        rail = theme.dress(QWidget(), surface="rail")
        rail.setFixedWidth(theme.RAIL)
        stops = QVBoxLayout(rail)
        stops.setContentsMargins(0, theme.MEDIUM, 0, theme.MEDIUM)
        stops.setSpacing(0)
        for name, each in self.buttons.items():
            if name == "settings":
                stops.addStretch(1)
            stops.addWidget(each)
        body = QVBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.header)
        body.addWidget(self.banner)
        body.addWidget(self.stack, 1)
        body.addWidget(BusyStrip(self.session.lanes))
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
        title, beside = self._current.heading
        self.header.show_heading(title, beside, back=self._current.can_go_back)

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


class MainWindow(QMainWindow):
    """The window of one workspace, from the door to the last save."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.lanes = Lanes(self)
        self.session = Session(self.lanes, settings, self)
        self.rooms: Rooms | None = None
        self._closing = False
        self._state = QSettings(str(paths.user_config() / "window.ini"), QSettings.Format.IniFormat)
        self.setMinimumSize(SMALLEST)
        self._restore()
        self.show_door()

    def appear(self) -> None:
        """Show the window: as it was left, or with all of a small screen."""
        room = QApplication.primaryScreen().availableGeometry().size()
        first = self._state.value("geometry") is None
        if first and COMFORTABLE.boundedTo(room) != COMFORTABLE:
            self.showMaximized()
        else:
            self.show()

    def show_door(self) -> None:
        """Ask for the passphrase, or, on the first run, who is here."""
        self.setWindowTitle("Sổ kiểm tra")
        self.door = Door(self.session)
        self.door.opened.connect(self.enter)
        self.door.language_changed.connect(self.show_door, Qt.ConnectionType.QueuedConnection)
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

        self.lanes.open(opening, lambda _none: self.enter(folder), self._no_demonstration, owner=self)

    def _no_demonstration(self, error: InspectorError) -> None:
        self.show_door()
        self.door.unlock.banner.tell(error)

    def enter(self, folder: Path) -> None:
        """Show the rooms of the workspace that has just been opened on its lane."""
        self._show_rooms(folder, Place("visits"))
        self.session.read(lambda bench: bench.recovered, self._greet, owner=self)

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
            self._state.setValue("geometry", self.saveGeometry())
            self.lanes.close()
            event.accept()

    def _close_again(self) -> None:
        self._closing = False
        self.close()

    def _show_rooms(self, folder: Path, place: Place) -> None:
        self.setWindowTitle("Sổ kiểm tra")
        self.rooms = Rooms(self.session, folder)
        self.rooms.language_changed.connect(lambda: self._rebuild(folder), Qt.ConnectionType.QueuedConnection)
        self.setCentralWidget(self.rooms)
        self.rooms.arrive(place)

    def _rebuild(self, folder: Path) -> None:
        leave_field(self)
        place = self.rooms.place if self.rooms else Place("visits")
        self._show_rooms(folder, place)

    def _greet(self, recovered: tuple[Recovered, ...]) -> None:
        if self.rooms is not None:
            self.rooms.greet(recovered)

    def _restore(self) -> None:
        kept = self._state.value("geometry")
        if kept is None or not self.restoreGeometry(kept):
            self.resize(COMFORTABLE)
