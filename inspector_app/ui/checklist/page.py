"""The checklist of a visit: outline, items, detail, and the live index below.

The page holds one snapshot of views. What an act changes comes back as a `Delta` and replaces just those
parts; what changes elsewhere (a merge, a finding) is read again and compared, so that focus, cursor and
half-typed text stay where they are.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from inspector_app import text
from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import AreaView, ChecklistView, Delta, ItemView, Saved, Summary
from inspector_app.ui import theme, widgets
from inspector_app.ui.checklist import detail, outline
from inspector_app.ui.checklist.card import ItemCard
from inspector_app.ui.checklist.items import READABLE, AreaPane
from inspector_app.ui.checklist.old import OLD, OldQuestions, old_area
from inspector_app.ui.checklist.scribe import Scribe
from inspector_app.ui.session import Session

FOLD_BELOW = 1280 - theme.RAIL
"""Narrower, the detail folds into a drawer."""
GROW_FROM = outline.WIDTH + READABLE + 2 * theme.LARGE + detail.WIDTH
WIDEST_DETAIL = 460


class ChecklistPage(QWidget):
    """Everything one does with a checklist on site."""

    open_conflicts = Signal(str)
    open_tab = Signal(str)

    def __init__(self, session: Session, visit: VisitId) -> None:
        super().__init__()
        self.session = session
        self.visit = visit
        self.items: dict[str, ItemView] = {}
        self.areas: dict[str, AreaView] = {}
        self.current = ""
        """The item being worked on."""
        self._wanted = ""
        self.scribe = Scribe(session, visit, self)
        self.outline = outline.Outline()
        self.panes: dict[str, AreaPane] = {}
        self.middle = QStackedWidget()
        self._old = OldQuestions()
        self.middle.addWidget(self._old)
        self.detail = detail.Detail()
        self.foot = Foot()
        self._title = widgets.ElidedLabel("", "group")
        self._links = self._make_links()
        self._toggle = widgets.tool("info", tr("About the item"), self.toggle_detail, shortcut="F9")
        self._toggle.setCheckable(True)
        self._toggle.hide()
        self._lay_out()
        self._connect()
        self.setEnabled(False)
        session.read(lambda bench: bench.checklists.open(visit), self._opened, owner=self)

    # --- for the frame ----------------------------------------------------------------------------

    def entered(self) -> None:
        """The page is on the screen: work begins where it was left."""
        if self.items:
            self._enter()

    def go_to(self, code: str) -> None:
        """Show an item and put the cursor into it."""
        if not self.items:
            self._wanted = code
            return
        item = self.items.get(code)
        if item is not None and item.relevant:
            self.show_area(item.area)
            pane = self.panes[item.area]
            pane.card(code).enter()

    # --- showing ----------------------------------------------------------------------------------

    def show_area(self, code: str) -> None:
        """Show an area; its items are built the first time."""
        if code == OLD:
            self.middle.setCurrentWidget(self._old)
            self._name_area(code)
            return
        pane = self.panes.get(code)
        if pane is None:
            codes = [each.code for each in self.items.values() if each.area == code]
            pane = self.panes[code] = AreaPane(codes, self.items, self.scribe)
            pane.decide_wanted.connect(self._decide)
            self.middle.addWidget(pane)
        self.middle.setCurrentWidget(pane)
        self._name_area(code)

    def apply(self, delta: Delta) -> None:
        """Replace what an act changed, and nothing else."""
        self._replace(delta.items, delta.areas, delta.summary)

    def next_item(self, wanted: Callable[[ItemView], bool]) -> bool:
        """Go to the next such item, from the current one around the checklist; False if there is none."""
        order = [code for area in self.areas.values() for code in area.items]
        start = order.index(self.current) + 1 if self.current in order else 0
        for code in [*order[start:], *order[:start]]:
            if self.items[code].relevant and wanted(self.items[code]):
                self.go_to(code)
                return True
        return False

    def next_open(self) -> None:
        """To the next item without an answer that takes one."""
        self.next_item(lambda item: item.status in ("open", "required") and _typable(item))

    def next_required(self) -> None:
        """To the next item that must be answered."""
        self.next_item(lambda item: item.status == "required" and _typable(item))

    def next_disputed(self) -> None:
        """To the next item in dispute."""
        self.next_item(lambda item: item.disputed)

    def next_unsaved(self) -> None:
        """To the next item that shows something which is not saved."""
        self.next_item(lambda item: item.code in self.scribe.unsaved_items)

    def toggle_detail(self) -> None:
        """Open or close the drawer."""
        if self.detail.isHidden():
            self.detail.show()
            self._place_detail()
        else:
            self._close_drawer()

    # --- building ---------------------------------------------------------------------------------

    def _make_links(self) -> dict[str, QPushButton]:
        made = {
            "open": widgets.button(tr("Next open") + "  F6", self.next_open, kind="quiet"),
            "disputed": widgets.button(tr("Next in dispute") + "  F7", self.next_disputed, kind="quiet"),
            "required": widgets.button(tr("Next required") + "  F8", self.next_required, kind="quiet"),
        }
        for button in made.values():
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys do the same; the Tab order stays short
        return made

    def _lay_out(self) -> None:
        head = widgets.row(self._title, *self._links.values(), self._toggle, spacing=0)
        head.setContentsMargins(theme.LARGE, theme.SMALL, theme.SMALL, theme.TINY)
        centre = QWidget()
        middle = QVBoxLayout(centre)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addLayout(head)
        middle.addWidget(self.middle, 1)
        self._edge = widgets.line(vertical=True)
        self._body = QHBoxLayout()
        self._body.setSpacing(0)
        self._body.addWidget(self.outline)
        self._body.addWidget(widgets.line(vertical=True))
        self._body.addWidget(centre, 1)
        self._body.addWidget(self._edge)
        self._body.addWidget(self.detail)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._body, 1)
        whole.addWidget(widgets.line())
        whole.addWidget(self.foot)

    def _connect(self) -> None:
        self.scribe.written.connect(self.apply)
        self.scribe.changed.connect(self._saving_changed)
        self.scribe.finding_added.connect(lambda _item: self._read_again())
        self.outline.area_chosen.connect(self.show_area)
        self.outline.item_chosen.connect(self.go_to)
        self.outline.search_wanted.connect(self._search)
        self.detail.reading_wanted.connect(self._read_detail)
        self.detail.decide_wanted.connect(self._decide)
        self.detail.findings_wanted.connect(lambda _code: self.open_tab.emit("findings"))
        self.detail.note_wanted.connect(
            lambda code: self.panes[self.items[code].area].card(code).write_note()
        )
        self.detail.closed.connect(self._close_drawer)
        self.foot.unsaved_wanted.connect(self.next_unsaved)
        self.foot.required_wanted.connect(self.next_required)
        self.foot.disputed_wanted.connect(self.next_disputed)
        self.session.changed.connect(self._changed_elsewhere)
        _application().focusChanged.connect(self._focus_moved)
        for keys, act in (
            ("F6", self.next_open),
            ("F7", self.next_disputed),
            ("F8", self.next_required),
            ("Ctrl+F", self.outline.find),
            ("Alt+Down", lambda: self._step_area(1)),
            ("Alt+Up", lambda: self._step_area(-1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # --- snapshots --------------------------------------------------------------------------------

    def _opened(self, view: ChecklistView) -> None:
        self.items.update(view.items)
        self.areas.update({area.code: area for area in view.areas})
        if view.old_questions:
            self._old.show_questions(view.old_questions)
            self.areas[OLD] = old_area(view.old_questions)
        areas = self._shown_areas()
        self.foot.index.setVisible(any(area.scored for area in areas))
        self.outline.list.areas.show(areas)
        self.foot.show_summary(view.summary)
        self._count_links(view.summary)
        if self.session.saves.at is None:
            self.session.saves.restore(view.saved_at)
        self.setEnabled(True)
        first = next((area for area in areas if area.answered < area.total), areas[0])
        self.show_area(first.code)
        if self._wanted:
            self.go_to(self._wanted)
        elif self.isVisible():
            self._enter()

    def _read_again(self) -> None:
        self.session.read(lambda bench: bench.checklists.open(self.visit), self._compare, owner=self)

    def _compare(self, view: ChecklistView) -> None:
        items = [item for code, item in view.items.items() if self.items.get(code) != item]
        areas = [area for area in view.areas if self.areas.get(area.code) != area]
        self._replace(items, areas, view.summary)

    def _replace(self, items: Sequence[ItemView], areas: Sequence[AreaView], summary: Summary) -> None:
        for item in items:
            self.items[item.code] = item
            if (pane := self.panes.get(item.area)) is not None:
                pane.show_item(item)
            if item.code == self.current:
                self.detail.show_item(item)
        self.areas.update({area.code: area for area in areas})
        self._show_changed(areas)
        self.foot.show_summary(summary)
        self._count_links(summary)

    def _shown_areas(self) -> list[AreaView]:
        """The areas in which something applies now."""
        return [area for code, area in self.areas.items() if area.items or code == OLD]

    def _show_changed(self, areas: Sequence[AreaView]) -> None:
        outlined = self.outline.list
        shown = self._shown_areas()
        if [area.code for area in shown] == [area.code for area in outlined.areas.areas]:
            codes = {area.code for area in shown}
            outlined.areas.change([area for area in areas if area.code in codes])
            return
        current = outlined.current
        outlined.areas.show(shown)
        outlined.select(current if any(area.code == current for area in shown) else shown[0].code)

    def _name_area(self, code: str) -> None:
        self.outline.list.select(code)
        self._title.setText(self.areas[code].name)

    def _changed_elsewhere(self, saved: Saved, owner: object) -> None:
        if owner is not self.scribe and any(
            touched.stream == self.visit and touched.kind in ("answer", "finding") for touched in saved.what
        ):
            self._read_again()

    def _saving_changed(self, code: str) -> None:
        self.foot.show_unsaved(len(self.scribe.unsaved_items))
        pane = self.panes.get(self.items[code].area)
        card = pane.cards.get(code) if pane else None
        if card is not None:
            if card.item.editor == "repeat":
                card.show_item(self.items[code])  # an answer inside it came back
            unsaved = self.scribe.unsaved(code)
            if unsaved is not None and unsaved.in_dispute:
                card.revert()
            card.show_issue()

    # --- focus ------------------------------------------------------------------------------------

    def _enter(self) -> None:
        pane = self.middle.currentWidget()
        if self.current and self.items[self.current].area == self.outline.list.current:
            self._return_focus()
        elif isinstance(pane, AreaPane):
            pane.enter()

    def _return_focus(self) -> None:
        card = self._card(self.current)
        if card is not None:
            card.enter()

    def _card(self, code: str) -> ItemCard | None:
        pane = self.panes.get(self.items[code].area) if code in self.items else None
        return pane.cards.get(code) if pane else None

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        widget = now
        while widget is not None and not isinstance(widget, ItemCard):
            widget = widget.parentWidget()
        if widget is None or not self.isAncestorOf(widget):
            return
        if widget.code != self.current:
            if (before := self._card(self.current)) is not None:
                before.set_current(False)
            self.current = widget.code
            self.detail.show_item(widget.item)
        widget.set_current(True)
        self.panes[widget.item.area].reveal(widget)

    def _step_area(self, way: int) -> None:
        self.outline.list.step(way)
        pane = self.middle.currentWidget()
        if isinstance(pane, AreaPane) and not self.outline.list.hasFocus():
            pane.enter()

    # --- asking -----------------------------------------------------------------------------------

    def _search(self, words: str) -> None:
        visit = self.visit
        self.session.read(
            lambda bench: bench.checklists.find(visit, words),
            lambda codes: self.outline.show_hits(codes, self.items),
            owner=self,
        )

    def _read_detail(self, code: str) -> None:
        visit = self.visit
        self.session.read(
            lambda bench: bench.checklists.history(visit, code),
            lambda lines: self.detail.show_history(code, lines),
            owner=self,
        )
        if self.items[code].disputed:
            self.session.read(
                lambda bench: tuple(each for each in bench.merging.conflicts(visit) if each.record == code),
                lambda conflicts: self.detail.show_conflicts(code, conflicts),
                owner=self,
            )

    def _decide(self, _code: str) -> None:
        self.open_conflicts.emit(self.visit)

    # --- the drawer -------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        folded = self.width() < FOLD_BELOW
        if folded != self._folded:
            self._fold(folded)
        self._place_detail()

    _folded = False

    def _fold(self, folded: bool) -> None:
        self._folded = folded
        self._toggle.setVisible(folded)
        for part in (self._edge, self.detail):
            if folded:
                self._body.removeWidget(part)
            else:
                self._body.addWidget(part)
            part.setVisible(not folded)

    def _place_detail(self) -> None:
        spare = max(0, self.width() - GROW_FROM)
        self.detail.setFixedWidth(min(detail.WIDTH + spare, WIDEST_DETAIL))
        self._toggle.setChecked(self._folded and not self.detail.isHidden())
        self._edge.setVisible(not self.detail.isHidden())
        if self._folded and not self.detail.isHidden():
            top = self.middle.mapTo(self, self.middle.rect().topLeft()).y()
            height = self.height() - self.foot.height() - 1 - top
            self.detail.setGeometry(self.width() - detail.WIDTH, top, detail.WIDTH, height)
            self._edge.setGeometry(self.detail.x() - 1, top, 1, height)
            self.detail.raise_()
            self._edge.raise_()

    def _close_drawer(self) -> None:
        self._return_focus()  # before hiding, which else sends the focus to whatever stands next
        if self._folded:
            self.detail.hide()
            self._place_detail()

    def _count_links(self, summary: Summary) -> None:
        self._links["open"].setEnabled(summary.answered < summary.total)
        self._links["disputed"].setEnabled(summary.disputed > 0)
        self._links["required"].setEnabled(summary.open_required > 0)


class Foot(QWidget):
    """The live index: what the checklist is worth now, and what is still missing."""

    unsaved_wanted = Signal()
    required_wanted = Signal()
    disputed_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        theme.dress(self, surface="raised")
        self.setFixedHeight(36)
        self.index = widgets.label("", "strong")
        self.classification = widgets.label("")
        self.answered = widgets.label("", "text", "secondary")
        self.required = widgets.button("", self.required_wanted.emit, kind="quiet")
        self.required.setIcon(theme.mark_icon("required"))
        self.disputed = widgets.button("", self.disputed_wanted.emit, kind="quiet")
        self.disputed.setIcon(theme.mark_icon("disputed"))
        self.unsaved = widgets.button("", self.unsaved_wanted.emit, kind="quiet")
        self.unsaved.setIcon(theme.mark_icon("invalid"))
        self.unsaved.hide()
        for button in (self.unsaved, self.required, self.disputed):
            button.setIconSize(QSize(13, 13))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # F7 and F8 do the same
        row = widgets.row(
            self.index,
            self.classification,
            self.answered,
            self.unsaved,
            self.required,
            self.disputed,
            None,
            spacing=theme.LARGE,
        )
        row.setContentsMargins(theme.LARGE, 0, theme.LARGE, 0)
        self.setLayout(row)

    def show_unsaved(self, count: int) -> None:
        """Say how many items show something that is not saved."""
        self.unsaved.setText(tr("{count} not saved", count=count))
        self.unsaved.setVisible(count > 0)

    def show_summary(self, summary: Summary) -> None:
        """Show another state of the whole."""
        value = "–" if summary.index is None else text.format_number(summary.index, 2)
        self.index.setText(
            tr("Provisional index {value}", value=value)
            if summary.provisional
            else tr("Index {value}", value=value)
        )
        self.classification.setText(tr("Class: {name}", name=summary.classification))
        self.classification.setVisible(bool(summary.classification))
        self.answered.setText(tr("{answered}/{total} items", answered=summary.answered, total=summary.total))
        self.required.setText(tr("{count} required items open", count=summary.open_required))
        self.required.setVisible(summary.open_required > 0)
        self.disputed.setText(tr("{count} in dispute", count=summary.disputed))
        self.disputed.setVisible(summary.disputed > 0)


def _application() -> QApplication:
    running = QApplication.instance()
    assert isinstance(running, QApplication)
    return running


def _typable(item: ItemView) -> bool:
    asked = (*item.leaves, *(line.leaf for line in item.lines if line.leaf))
    return item.editor == "repeat" or any(not leaf.computed and not leaf.readonly for leaf in asked)
