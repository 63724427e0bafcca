"""The visits room: the list of visits, or the one that is open."""

from importlib import import_module
from pkgutil import walk_packages

from PySide6.QtCore import QTimer, Signal

from inspector_app import ui
from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.ui.session import Session
from inspector_app.ui.visit.frame import VisitFrame
from inspector_app.ui.visits.page import VisitsPage
from inspector_app.ui.widgets import Stack, leave_field

LOAD_AHEAD_MS = 800
"""The pages of a visit are loaded so long after the list has come up."""


class VisitsRoom(Stack):
    """Holds the list for good and at most one open visit."""

    heading_changed = Signal()
    open_conflicts = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.list = VisitsPage(session)
        self.list.opened.connect(self.open_visit)
        self.frame: VisitFrame | None = None
        self.addWidget(self.list)
        QTimer.singleShot(
            LOAD_AHEAD_MS, self, lambda: session.lanes.heavy(_load_pages, lambda _none: None, owner=self)
        )

    @property
    def heading(self) -> tuple[str, str]:
        """The open visit's, or the room's."""
        return self.frame.heading if self.frame else (tr("Visits"), "")

    @property
    def can_go_back(self) -> bool:
        """Whether a visit is open."""
        return self.frame is not None

    def go_back(self) -> None:
        """From the visit to the list."""
        self.show_list()

    def entered(self) -> None:
        """Bring what is shown up to date."""
        if self.frame:
            self.frame.entered()
        else:
            self.list.entered()

    def open_visit(self, visit: VisitId, tab: str = "") -> None:
        """Show a visit, at a tab (a name of `VisitFrame.TABS`) or where one begins."""
        if self.frame is None or self.frame.visit != visit:
            self._leave()
            self.frame = VisitFrame(self.session, visit)
            self.frame.heading_changed.connect(self.heading_changed)
            self.frame.open_conflicts.connect(self.open_conflicts)
            self.addWidget(self.frame)
        self.setCurrentWidget(self.frame)
        self.frame.show_tab(tab or self.frame.tab)
        self.heading_changed.emit()

    def show_list(self) -> None:
        """Close the visit; what was being typed in it is saved by leaving the field."""
        self._leave()
        self.list.entered()
        self.heading_changed.emit()

    def _leave(self) -> None:
        if self.frame is None:
            return
        leave_field(self.frame)
        self.setCurrentWidget(self.list)
        self.removeWidget(self.frame)
        self.frame.deleteLater()
        self.frame = None


def _load_pages() -> None:
    """Load the modules of all pages, beside the window, so that the first click does not wait for them."""
    for module in walk_packages(ui.__path__, f"{ui.__name__}."):
        import_module(module.name)
