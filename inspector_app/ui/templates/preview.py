"""A checklist as inspectors will see it, empty and to look at only."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from inspector_app.domain.records import VisitId
from inspector_app.services.views import ChecklistView
from inspector_app.ui import theme, widgets
from inspector_app.ui.checklist.items import AreaPane
from inspector_app.ui.checklist.outline import AreaList
from inspector_app.ui.checklist.scribe import Scribe
from inspector_app.ui.session import Session

OUTLINE = 210


class Preview(QWidget):
    """The areas on the left, the items of one on the right, just as on the page where they are answered."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._scribe = Scribe(session, VisitId(""), self)
        self._view: ChecklistView | None = None
        self.panes: dict[str, AreaPane] = {}
        self.areas = AreaList()
        self.areas.setFixedWidth(OUTLINE)
        self.areas.chosen.connect(self.show_area)
        self.stack = QStackedWidget()
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, theme.SMALL, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.areas)
        whole.addWidget(widgets.line(vertical=True))
        whole.addWidget(self.stack, 1)

    def show_view(self, view: ChecklistView) -> None:
        """Show another checklist."""
        for pane in self.panes.values():
            self.stack.removeWidget(pane)
            pane.deleteLater()
        self.panes.clear()
        self._view = view
        areas = [area for area in view.areas if area.items]
        self.areas.areas.show(areas)
        if areas:
            self.show_area(areas[0].code)
            self.areas.select(areas[0].code)

    def show_area(self, code: str) -> None:
        """Show an area; its items are built the first time."""
        if self._view is None:
            return
        pane = self.panes.get(code)
        if pane is None:
            items = self._view.items
            codes = [item.code for item in items.values() if item.area == code]
            pane = self.panes[code] = AreaPane(codes, items, self._scribe)
            pane.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            pane.built.connect(lambda: _make_inert(pane))
            _make_inert(pane)
            self.stack.addWidget(pane)
        self.stack.setCurrentWidget(pane)


def _make_inert(pane: AreaPane) -> None:
    """Looks alive, takes neither clicks nor keys; the pane itself scrolls."""
    content = pane.viewport()
    content.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    for part in content.findChildren(QWidget):
        part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
