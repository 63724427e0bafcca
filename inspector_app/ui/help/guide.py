"""All help of the window in one place: F1, the sheet of shortcuts, the tour."""

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.ui import theme
from inspector_app.ui.help.panel import HelpPanel
from inspector_app.ui.help.shortcuts import ShortcutSheet, keys_of
from inspector_app.ui.help.tour import Tour
from inspector_app.ui.remembered import recall, remember
from inspector_app.ui.widgets import on_keys

if TYPE_CHECKING:
    from inspector_app.ui.main_window import Rooms

NARROWEST_PAGE = 860
"""Beside the panel a page keeps at least this width; where it cannot, the panel lies over it."""


class Guide(QObject):
    """Helps where the user is. F1: about this page, or this item. Shift+F1, Ctrl+/: the shortcuts."""

    def __init__(self, rooms: "Rooms") -> None:
        super().__init__(rooms)
        self._rooms = rooms
        self.panel = HelpPanel()
        self.panel.setParent(rooms)
        self.panel.hide()
        self.panel.closed.connect(self.close_panel)
        self.panel.shortcuts_wanted.connect(self.show_shortcuts)
        self.panel.tour_wanted.connect(self.begin_tour)
        self.tour = Tour(rooms, self._show_page)
        self.tour.ended.connect(self._tour_ended)
        self.sheet: ShortcutSheet | None = None
        self._before: QWidget | None = None
        """What had the focus when the panel was opened."""
        on_keys(rooms, "F1", self.explain, tr("Help about this page"))
        for keys in ("Ctrl+/", "Shift+F1"):
            on_keys(rooms, keys, self.show_shortcuts, tr("All shortcuts"))
        rooms.moved.connect(self._follow)
        rooms.below.installEventFilter(self)

    @property
    def page(self) -> str:
        """The name of the page one is at, as its text of help is called."""
        place = self._rooms.place
        inside = place.room == "visits" and place.visit is not None
        return f"visit-{place.tab}" if inside else place.room

    def explain(self) -> None:
        """Explain the item that has the focus, if it has something to say; else turn the panel on or off."""
        widget = QApplication.focusWidget()
        while isinstance(widget, QWidget):
            explain = getattr(widget, "explain", None)
            if explain is not None and explain():
                return
            widget = widget.parentWidget()
        if self.panel.isHidden():
            self.open_panel()
        else:
            self.close_panel()

    def open_panel(self) -> None:
        """Show the help about this page."""
        self._before = QApplication.focusWidget()
        self.panel.show_page(self.page)
        self.panel.show()
        self.panel.raise_()
        self._place()
        self.panel.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Put the help away; work goes on where it was."""
        self.panel.hide()
        self._place()
        if self._before is not None and shiboken6.isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_shortcuts(self) -> None:
        """Show what the keys do here."""
        here = keys_of(self._rooms.page)
        said = {each.what for each in here}
        everywhere = [each for each in keys_of(self._rooms) if each.what not in said]
        title, _beside = self._rooms.heading
        self.sheet = ShortcutSheet([(tr("Everywhere"), everywhere), (title, here)], self._rooms)
        self.sheet.destroyed.connect(self._forget_sheet)
        self.sheet.setModal(True)
        self.sheet.show()

    def begin_tour(self) -> None:
        """Begin the tour; the help makes room for it."""
        self.close_panel()
        self.tour.begin()

    def begin_first_tour(self) -> None:
        """Begin the tour for somebody who has never seen or left it on this computer."""
        if not recall("tour"):
            self.begin_tour()

    # --- inside -----------------------------------------------------------------------------------

    def _tour_ended(self) -> None:
        """The keys go to the page where the tour was left."""
        remember("tour", "seen")
        self._rooms.go(self._rooms.place.room)

    def _forget_sheet(self) -> None:
        self.sheet = None

    def _follow(self) -> None:
        if not self.panel.isHidden():
            self.panel.show_page(self.page)

    def _show_page(self, page: str) -> QWidget | None:
        """Turn to a page of the tour; the part of it to look at."""
        rooms = self._rooms
        if not page.startswith("visit-"):
            if page == "visits":
                rooms.visits.show_list()
                rooms.visits.list.close_panel()
            rooms.go(page)
            parts: dict[str, QWidget] = {
                "visits": rooms.visits.list.table,
                "merge": rooms.merge.conflicts,
            }
            return parts.get(page, rooms.stack)
        visit = rooms.place.visit or self._first_visit()
        if visit is None:
            return rooms.buttons["visits"]
        tab = page.removeprefix("visit-")
        rooms.show_visit(visit, tab)
        frame = rooms.visits.frame
        return frame.buttons[tab] if frame else None

    def _first_visit(self) -> VisitId | None:
        model = self._rooms.visits.list.model
        return model.visit(0).id if model.rowCount() else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._rooms.below and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return False

    def _place(self) -> None:
        """The panel stands beside the page where there is room for both, else over its right edge."""
        below, shown = self._rooms.below, not self.panel.isHidden()
        beside = shown and below.width() - theme.HELP >= NARROWEST_PAGE
        margins = below.contentsMargins()
        wanted = theme.HELP if beside else 0
        if margins.right() != wanted:
            below.setContentsMargins(0, 0, wanted, 0)
        room = below.geometry()
        self.panel.setGeometry(room.right() + 1 - theme.HELP, room.top(), theme.HELP, room.height())
