"""The frame of a visit: its heading and its tabs. A section is built when it is first shown."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from inspector_app.domain.records import VisitId
from inspector_app.i18n import mark, tr
from inspector_app.services.day_views import Undone
from inspector_app.services.views import Saved, VisitCard
from inspector_app.text import format_date
from inspector_app.ui import theme
from inspector_app.ui.notices import Banner
from inspector_app.ui.remembered import recall, remember
from inspector_app.ui.session import Session
from inspector_app.ui.visit.places import places
from inspector_app.ui.visit.taking_back import TakingBack
from inspector_app.ui.widgets import Stack, line, on_keys


def _overview(session: Session, visit: VisitId) -> QWidget:
    from inspector_app.ui.visit.overview import OverviewPage

    return OverviewPage(session, visit)


def _participants(session: Session, visit: VisitId) -> QWidget:
    from inspector_app.ui.visit.participants import ParticipantsPage

    return ParticipantsPage(session, visit)


def _preparation(session: Session, visit: VisitId) -> QWidget:
    from inspector_app.ui.visit.preparation import PreparationPage

    return PreparationPage(session, visit)


def _progress(session: Session, visit: VisitId) -> QWidget:
    from inspector_app.ui.visit.progress import ProgressPage

    return ProgressPage(session, visit)


def _checklist(session: Session, visit: VisitId) -> QWidget:
    from inspector_app.ui.checklist.page import ChecklistPage

    return ChecklistPage(session, visit)


def _dossiers(session: Session, visit: VisitId) -> QWidget:
    from inspector_app.ui.dossiers.page import DossiersPage

    return DossiersPage(session, visit)


def _findings(session: Session, visit: VisitId) -> QWidget:
    from inspector_app.ui.visit.findings import FindingsPage

    return FindingsPage(session, visit)


def _evidence(session: Session, visit: VisitId) -> QWidget:
    from inspector_app.ui.visit.evidence.page import EvidencePage

    return EvidencePage(session, visit)


def _minutes(session: Session, visit: VisitId) -> QWidget:
    from inspector_app.ui.visit.minutes import MinutesPage

    return MinutesPage(session, visit)


@dataclass(frozen=True, slots=True)
class Tab:
    """A section: its name, what it is called, its icon where the row is narrow, how it is built.

    A section may have `entered()`, called each time it is shown, `show_part(str)` where it has parts or can
    show a record by its id, and signals `open_tab(str)`, `open_item(str)` and `open_conflicts(str)` to lead
    elsewhere.
    """

    name: str
    text: str
    icon: str
    build: Callable[[Session, VisitId], QWidget]


TABS = (
    Tab("overview", mark("Overview"), "overview", _overview),
    Tab("participants", mark("Participants"), "people", _participants),
    Tab("preparation", mark("Preparation"), "folder", _preparation),
    Tab("progress", mark("Progress"), "progress", _progress),
    Tab("checklist", mark("Checklist"), "template", _checklist),
    Tab("dossiers", mark("Dossiers"), "dossiers", _dossiers),
    Tab("findings", mark("Findings · Recommendations"), "finding", _findings),
    Tab("evidence", mark("Evidence"), "evidence", _evidence),
    Tab("minutes", mark("Minutes"), "document", _minutes),
)
FIRST = "checklist"
"""Where most of the work is done."""


class TabRow(QWidget):
    """The names of the sections, Alt and a digit for each. Where they have no room, icons stand for all but
    the chosen one."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._tabs = {tab.name: tab for tab in TABS}
        self._narrow: bool | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.SMALL, 0, theme.LARGE, 0)
        self._row.setSpacing(0)
        for place, tab in enumerate(TABS, 1):
            made = theme.dress(theme.mark(QPushButton(tr(tab.text)), "kind", "tab"), "text")
            made.setCheckable(True)
            made.setAutoDefault(False)
            made.setAccessibleName(tr(tab.text))
            made.setIconSize(QSize(theme.ICON, theme.ICON))
            made.setToolTip(f"{tr(tab.text)} (Alt+{place})")
            made.clicked.connect(lambda _checked=False, name=tab.name: self.chosen.emit(name))
            on_keys(self, f"Alt+{place}", lambda name=tab.name: self.chosen.emit(name), tr(tab.text))
            self._group.addButton(made)
            self.buttons[tab.name] = made
            self._row.addWidget(made)
        self._row.addStretch(1)
        self.ensurePolished()
        self._whole = sum(each.sizeHint().width() for each in self.buttons.values())
        self.setMinimumWidth(1)  # it gives way to any window: the icons need little

    def show_chosen(self, name: str) -> None:
        """Mark the section that is shown."""
        self.buttons[name].setChecked(True)
        if self._narrow:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        margins = self._row.contentsMargins()
        narrow = event.size().width() < self._whole + margins.left() + margins.right()
        if narrow != self._narrow:
            self._narrow = narrow
            self._fit()

    def _fit(self) -> None:
        for name, each in self.buttons.items():
            tab = self._tabs[name]
            pictured = bool(self._narrow) and not each.isChecked()
            each.setText("" if pictured else tr(tab.text))
            each.setIcon(theme.icon(tab.icon, "secondary") if pictured else QIcon())


class VisitFrame(QWidget):
    """One open visit."""

    heading_changed = Signal()
    open_conflicts = Signal(str)

    def __init__(self, session: Session, visit: VisitId) -> None:
        super().__init__()
        self.session = session
        self.visit = visit
        last = recall(f"tab/{visit}", FIRST)
        self.tab = last if last in {tab.name for tab in TABS} else FIRST
        self._heading = ("", "")
        self._template = ""
        self._pages: dict[str, QWidget] = {}
        self.tabs = TabRow()
        self.tabs.chosen.connect(self.show_tab)
        self.buttons = self.tabs.buttons
        self.banner = Banner()
        self.stack = Stack()
        self.taking_back = TakingBack(session, visit, self, self.banner)
        self.taking_back.done.connect(self._show_change)
        for step, what, held in (
            (1, tr("Next section of the visit"), ("Ctrl+Tab", "Ctrl+PgDown")),
            (-1, tr("Section before"), ("Ctrl+Shift+Tab", "Ctrl+PgUp")),
        ):
            for keys in held:
                on_keys(self, keys, lambda step=step: self._step(step), what)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.tabs)
        whole.addWidget(line())
        whole.addWidget(self.banner)
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

    def show_tab(self, place: str) -> None:
        """Show a section, a part of one, or a record in it: `preparation/documents/<id>`.

        A section is built the first time.
        """
        name, _, part = place.partition("/")
        if name != self.tab:
            self.banner.clear()
            if self.buttons[self.tab].hasFocus():
                self.buttons[name].setFocus()
            remember(f"tab/{self.visit}", name)
        self.tab = name
        self.tabs.show_chosen(name)
        page = self._pages.get(name)
        if page is None:
            page = self._build(name)
        self.stack.setCurrentWidget(page)
        if part and (show_part := getattr(page, "show_part", None)) is not None:
            show_part(part)
        elif (entered := getattr(page, "entered", None)) is not None:
            entered()

    def show_item(self, code: str) -> None:
        """Show the checklist at an item."""
        self.show_tab("checklist")
        go_to = getattr(self._pages["checklist"], "go_to", None)
        if go_to is not None:
            go_to(code)

    def show_evidence(self, wish: object) -> None:
        """Show the evidence, and have it do what another section wants of it (a `Wish`)."""
        self.show_tab("evidence")
        fulfil = getattr(self._pages["evidence"], "fulfil", None)
        if fulfil is not None:
            fulfil(wish)

    def page(self, name: str) -> QWidget | None:
        """A section, if it has been shown."""
        return self._pages.get(name)

    def _build(self, name: str) -> QWidget:
        tab = next(each for each in TABS if each.name == name)
        page = self._pages[name] = tab.build(self.session, self.visit)
        for signal, slot in (
            ("open_conflicts", self.open_conflicts),
            ("open_tab", self.show_tab),
            ("open_item", self.show_item),
            ("open_evidence", self.show_evidence),
        ):
            if (wanted := getattr(page, signal, None)) is not None:
                wanted.connect(slot)
        self.stack.addWidget(page)
        return page

    def _step(self, step: int) -> None:
        names = [tab.name for tab in TABS]
        at = names.index(self.tab) + step
        if 0 <= at < len(names):
            self.show_tab(names[at])
            self.buttons[names[at]].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_change(self, undone: Undone) -> None:
        """Bring into view what was taken back: where one is, if it is seen there, else where it belongs."""
        for offer in self._pages[self.tab].findChildren(Banner):
            offer.clear()  # what a page offered to put back may be back by now
        found = places(undone)
        here = [place for place in found if place.partition("/")[0] == self.tab]
        for place in (here or found)[:1]:
            self.show_tab(place)

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
