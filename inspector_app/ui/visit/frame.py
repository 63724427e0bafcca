"""The frame of a visit: its heading and its tabs. A section is built when it is first shown."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from inspector_app.domain.records import VisitId
from inspector_app.i18n import mark, tr
from inspector_app.services.views import Saved, VisitCard
from inspector_app.text import format_date
from inspector_app.ui import theme
from inspector_app.ui.session import Session
from inspector_app.ui.widgets import line, row


def _overview(session: Session, visit: VisitId) -> QWidget:
    from inspector_app.ui.visit.overview import OverviewPage

    return OverviewPage(session, visit)


def _participants(session: Session, visit: VisitId) -> QWidget:
    from inspector_app.ui.visit.participants import ParticipantsPage

    return ParticipantsPage(session, visit)


def _checklist(session: Session, visit: VisitId) -> QWidget:
    from inspector_app.ui.checklist.page import ChecklistPage

    return ChecklistPage(session, visit)


def _dossiers(session: Session, visit: VisitId) -> QWidget:
    from inspector_app.ui.dossiers.page import DossiersPage

    return DossiersPage(session, visit)


def _findings(session: Session, visit: VisitId) -> QWidget:
    from inspector_app.ui.visit.findings import FindingsPage

    return FindingsPage(session, visit)


def _minutes(session: Session, visit: VisitId) -> QWidget:
    from inspector_app.ui.visit.minutes import MinutesPage

    return MinutesPage(session, visit)


@dataclass(frozen=True, slots=True)
class Tab:
    """A section: its name, what it is called, how it is built.

    A section may have `entered()`, called each time it is shown, and signals `open_tab(str)` and
    `open_conflicts(str)` to lead elsewhere.
    """

    name: str
    text: str
    build: Callable[[Session, VisitId], QWidget]


TABS = (
    Tab("overview", mark("Overview"), _overview),
    Tab("participants", mark("Participants"), _participants),
    Tab("checklist", mark("Checklist"), _checklist),
    Tab("dossiers", mark("Dossiers"), _dossiers),
    Tab("findings", mark("Findings · Recommendations"), _findings),
    Tab("minutes", mark("Minutes"), _minutes),
)
FIRST = "checklist"
"""Where most of the work is done."""


class VisitFrame(QWidget):
    """One open visit."""

    heading_changed = Signal()
    open_conflicts = Signal(str)

    def __init__(self, session: Session, visit: VisitId) -> None:
        super().__init__()
        self.session = session
        self.visit = visit
        self.tab = FIRST
        self._heading = ("", "")
        self._template = ""
        self._pages: dict[str, QWidget] = {}
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        self.stack = QStackedWidget()
        tabs = row(spacing=0)
        tabs.setContentsMargins(theme.SMALL, 0, theme.LARGE, 0)
        for place, tab in enumerate(TABS, 1):
            shown = theme.dress(theme.mark(QPushButton(tr(tab.text)), "kind", "tab"), "strong")
            shown.setCheckable(True)
            shown.setAutoDefault(False)
            shown.setToolTip(f"Alt+{place}")
            shown.clicked.connect(lambda _checked=False, name=tab.name: self.show_tab(name))
            QShortcut(QKeySequence(f"Alt+{place}"), self, lambda name=tab.name: self.show_tab(name))
            self._group.addButton(shown)
            self.buttons[tab.name] = shown
            tabs.addWidget(shown)
        tabs.addStretch(1)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(keys), self, lambda step=step: self._step(step))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(tabs)
        whole.addWidget(line())
        whole.addWidget(self.stack, 1)
        session.changed.connect(self._changed)
        self._read()

    @property
    def heading(self) -> tuple[str, str]:
        """("UBND xã Thường Phước", "Kiểm tra công tác CCHC năm 2026 · 23/11/2026")"""
        return self._heading

    def entered(self) -> None:
        """The visit is on the screen again."""
        self.show_tab(self.tab)

    def show_tab(self, name: str) -> None:
        """Show a section; it is built the first time."""
        if self.buttons[self.tab].hasFocus():
            self.buttons[name].setFocus()
        self.tab = name
        self.buttons[name].setChecked(True)
        page = self._pages.get(name)
        if page is None:
            tab = next(each for each in TABS if each.name == name)
            page = self._pages[name] = tab.build(self.session, self.visit)
            if (conflicts := getattr(page, "open_conflicts", None)) is not None:
                conflicts.connect(self.open_conflicts)
            if (tab_wanted := getattr(page, "open_tab", None)) is not None:
                tab_wanted.connect(self.show_tab)
            if (item_wanted := getattr(page, "open_item", None)) is not None:
                item_wanted.connect(self.show_item)
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        if (entered := getattr(page, "entered", None)) is not None:
            entered()

    def show_item(self, code: str) -> None:
        """Show the checklist at an item."""
        self.show_tab("checklist")
        go_to = getattr(self._pages["checklist"], "go_to", None)
        if go_to is not None:
            go_to(code)

    def page(self, name: str) -> QWidget | None:
        """A section, if it has been shown."""
        return self._pages.get(name)

    def _step(self, step: int) -> None:
        names = [tab.name for tab in TABS]
        at = names.index(self.tab) + step
        if 0 <= at < len(names):
            self.show_tab(names[at])
            self.buttons[names[at]].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _rebuild_sections(self) -> None:
        """The visit has another version of its checklist: what shows the old one is made anew."""
        for name in [name for name in self._pages if name != self.tab]:
            page = self._pages.pop(name)
            self.stack.removeWidget(page)
            page.deleteLater()
        if self.tab != "overview":
            page = self._pages.pop(self.tab)
            self.show_tab(self.tab)
            self.stack.removeWidget(page)
            page.deleteLater()

    def _read(self) -> None:
        self.session.read(lambda bench: bench.visits.get(self.visit), self._show, owner=self)

    def _show(self, card: VisitCard) -> None:
        if self._template and card.visit.template != self._template:
            self._rebuild_sections()
        self._template = card.visit.template
        parts = [card.visit.title]
        if card.visit.on:
            parts.append(format_date(card.visit.on))
        self._heading = (card.unit, " · ".join(part for part in parts if part))
        self.heading_changed.emit()

    def _changed(self, saved: Saved, _owner: object) -> None:
        if any(each.stream == self.visit and each.kind == "visit" for each in saved.what):
            self._read()
