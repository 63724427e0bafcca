"""The list of visits: what is planned, how far each one is, and where two laptops disagree."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import Saved, VisitRow
from inspector_app.text import format_number
from inspector_app.ui import theme
from inspector_app.ui.fields import Choice, SearchBox
from inspector_app.ui.session import Session
from inspector_app.ui.visits.new_visit import NewVisitPanel
from inspector_app.ui.visits.table import STATES, VisitsModel, VisitTable
from inspector_app.ui.widgets import ElidedLabel, EmptyPage, button, line, row

STATE_LETTERS = 14
"""The state of the visits has room for so many letters."""


class VisitSearch(SearchBox):
    """The search box of the list: down goes on into it, Enter opens what is chosen there."""

    down = Signal()
    enter = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
            self.down.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.at_rest:
            self.enter.emit()
        else:
            super().keyPressEvent(event)


class VisitsPage(QWidget):
    """The list with its filters, and the panel that plans a new visit."""

    opened = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.model = VisitsModel()
        self.table = VisitTable(self.model)
        self.table.chosen.connect(self.opened)
        self.table.typed.connect(self._search_for)
        self.search = VisitSearch(tr("Find a visit (Ctrl+F)"))
        self.search.setMinimumWidth(theme.SEARCH_LEAST)
        self.search.setMaximumWidth(theme.SEARCH)
        self.search.settled.connect(self._filter)
        self.search.down.connect(self.table.setFocus)
        self.search.enter.connect(self._open_chosen)
        self.states = Choice((), name=tr("State of the visits"))
        self.states.narrow(STATE_LETTERS)
        self.states.chosen.connect(self._filter_state)
        self._count_states()
        self.new = button(tr("&New visit"), self.plan, kind="primary", icon="add", shortcut="Ctrl+N")
        self.count = ElidedLabel("", "small", "secondary")
        self.panel = NewVisitPanel(session)
        self.panel.hide()
        self.panel.created.connect(self._created)
        self.panel.closed.connect(self._put_panel_away)
        self.empty = EmptyPage(
            "visits",
            tr("No visit yet"),
            tr(
                "Visits appear here: those planned on this laptop, and those received from the office or "
                "from another member of the team (Merge)."
            ),
            button(tr("Plan the first visit"), self.plan, kind="primary", icon="add"),
        )
        self.nothing = EmptyPage(
            "search",
            tr("Nothing matches"),
            tr("No visit holds all these words, or none is in this state."),
            button(tr("Show all visits"), self._show_all, kind="primary", icon="visits"),
        )
        self._stale = True
        self._loaded = False
        self._lay_out()
        session.changed.connect(self._changed)
        find = self.search.addAction(tr("Find a visit (Ctrl+F)"))
        find.setShortcut("Ctrl+F")
        find.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        find.triggered.connect(self.search.setFocus)

    def entered(self) -> None:
        """Read the list again if something has changed since."""
        if self._stale:
            self._stale = False
            self.session.read(lambda bench: bench.visits.list(), self._show, owner=self)
        if self.panel.isHidden():
            self.table.setFocus()

    def plan(self) -> None:
        """Open the panel for a new visit; the button that opens it makes room."""
        self.panel.show()
        self.new.hide()
        self.panel.begin()

    def close_panel(self) -> None:
        """Put the panel away; what was begun there is forgotten."""
        self.panel.hide()
        self.new.show()

    def _lay_out(self) -> None:
        bar = row(self.search, self.states, self.count, self.new, spacing=theme.MEDIUM)
        bar.setStretch(0, 1)
        bar.setStretch(2, 1)
        bar.setContentsMargins(theme.LARGE, theme.SMALL, theme.LARGE, theme.MEDIUM)
        self.body = QStackedWidget()
        # So that the words of the first column stand below the title.
        self.body.setContentsMargins(theme.LARGE - theme.CELL, 0, theme.LARGE - theme.CELL, 0)
        for each in (self.table, self.empty, self.nothing):
            self.body.addWidget(each)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(bar)
        left.addWidget(line())
        left.addWidget(self.body, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(left, 1)
        whole.addWidget(self.panel)

    def _changed(self, _saved: Saved, _owner: object) -> None:
        self._stale = True
        if self.isVisible():
            self.entered()

    def _show(self, visits: tuple[VisitRow, ...]) -> None:
        kept = self._chosen()
        self._loaded = True
        self.model.show(visits)
        self._count_states()
        self._after(kept)

    def _filter(self, text: str) -> None:
        kept = self._chosen()
        self.model.filter(text)
        self._after(kept)

    def _filter_state(self, name: str) -> None:
        kept = self._chosen()
        self.model.only(next((state for state in STATES if state == name), None))
        self._after(kept)

    def _show_all(self) -> None:
        self.search.clear()
        self.states.set_value("")
        self.model.filter("")
        self._filter_state("")
        self.table.setFocus()

    def _count_states(self) -> None:
        """Offer the states with the number of visits in each."""
        chosen, counts = self.states.value, self.model.counts()
        self.states.clear()
        self.states.addItem(tr("All states ({count})", count=format_number(sum(counts.values()))), "")
        for state, (word, mark) in STATES.items():
            self.states.addItem(theme.mark_icon(mark), f"{tr(word)} ({format_number(counts[state])})", state)
        self.states.set_value(chosen)

    def _search_for(self, key: QKeyEvent) -> None:
        """Go on in the search box with a letter typed in the list."""
        self.search.setFocus()
        QCoreApplication.sendEvent(self.search, key)

    def _open_chosen(self) -> None:
        if (visit := self._chosen()) is not None:
            self.opened.emit(visit)

    def _chosen(self) -> VisitId | None:
        current = self.table.currentIndex()
        return self.model.visit(current.row()).id if current.isValid() else None

    def _after(self, chosen: VisitId | None) -> None:
        shown = self.model.rowCount()
        at = self.model.row_of(chosen) if chosen else None
        if shown:
            self.table.selectRow(at if at is not None else 0)
        if not self._loaded or shown:
            self.body.setCurrentWidget(self.table)
        else:
            filtered = bool(self.search.text().strip() or self.states.value)
            self.body.setCurrentWidget(self.nothing if filtered else self.empty)
        self.count.setText(tr("{count} visits", count=format_number(shown)) if shown else "")

    def _created(self, visit: VisitId) -> None:
        self.close_panel()
        self.opened.emit(visit)

    def _put_panel_away(self) -> None:
        self.close_panel()
        self.table.setFocus()
