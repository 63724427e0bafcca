"""The checklist of a visit: outline, items, detail, and the live index below.

The page holds one snapshot of views. What an act changes comes back as a `Delta` and replaces just those
parts; what changes elsewhere (a merge, a finding) is read again and compared, so that focus, cursor and
half-typed text stay where they are.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.day_views import Hit
from inspector_app.services.views import AreaView, ChecklistView, Delta, ItemView, Link, Saved, Summary
from inspector_app.ui import theme, widgets
from inspector_app.ui.checklist import detail, outline
from inspector_app.ui.checklist.card import ItemCard
from inspector_app.ui.checklist.colleagues import Colleagues
from inspector_app.ui.checklist.drawer import Drawer
from inspector_app.ui.checklist.face import is_asked
from inspector_app.ui.checklist.foot import Foot
from inspector_app.ui.checklist.items import AreaPane
from inspector_app.ui.checklist.old import OLD, OldQuestions, old_area
from inspector_app.ui.checklist.order import areas_in_order, next_code
from inspector_app.ui.checklist.past import KEYS, LookingBack, key_words
from inspector_app.ui.checklist.proposal import proposals
from inspector_app.ui.checklist.question import Question
from inspector_app.ui.checklist.scribe import Scribe
from inspector_app.ui.checklist.type_in import TypeIn
from inspector_app.ui.drop import FileDrop
from inspector_app.ui.notices import Banner
from inspector_app.ui.session import Session
from inspector_app.ui.visit.evidence.strip import EvidenceStrip
from inspector_app.ui.visit.evidence.wish import Wish

if TYPE_CHECKING:
    from inspector_app.services.workbench import Workbench

NARROW = 700
"""Below this width, what leads to the next open item has no room for its words."""


class ChecklistPage(QWidget):
    """Everything one does with a checklist on site."""

    open_conflicts = Signal(str)
    open_tab = Signal(str)
    open_evidence = Signal(object)

    def __init__(self, session: Session, visit: VisitId) -> None:
        super().__init__()
        self.session = session
        self.visit = visit
        self.items: dict[str, ItemView] = {}
        self.areas: dict[str, AreaView] = {}
        self.current = ""
        """The item being worked on."""
        self.current_key = ""
        """Inside a repeat, the question that has the focus or had it last; else the item."""
        self._wanted = ""
        self.scribe = Scribe(session, visit, self)
        self.outline = outline.Outline()
        self.panes: dict[str, AreaPane] = {}
        self.middle = QStackedWidget()
        self._old = OldQuestions()
        self.middle.addWidget(self._old)
        self.detail = detail.Detail()
        self.evidence = EvidenceStrip(session, visit, back="checklist")
        self.evidence.hide()
        self.detail.evidence_slot.addWidget(self.evidence)
        self.foot = Foot()
        self.banner = Banner()
        self.colleagues = Colleagues(session, visit, self.banner)
        self._typing: TypeIn | None = None
        self.looking_back = LookingBack(session, visit, self.detail.past, self.banner)
        self._title = widgets.ElidedLabel("", "group")
        self._links = self._make_links()
        self._toggle = widgets.tool("info", tr("About the item"), self.toggle_detail, shortcut="F9")
        self._lay_out()
        self._connect()
        self.setEnabled(False)
        self._read(self._opened)

    # --- for the frame ----------------------------------------------------------------------------

    def entered(self) -> None:
        """The page is on the screen: work begins where it was left."""
        if self.items:
            self._enter()

    def show_part(self, code: str) -> None:
        """Show an item as it stands now: an act elsewhere may just have brought it back."""

        def compared(view: ChecklistView) -> None:
            self._compare(view)
            self.go_to(code)

        if self.items:
            self._read(compared)
        else:
            self._wanted = code

    def go_to(self, code: str) -> None:
        """Show an item and put the cursor into it."""
        if not self.items:
            self._wanted = code
            return
        if self._typing is not None:
            self._typing.go_to(code)
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
            pane.locked.connect(self.colleagues.attract)
            pane.set_reading(not self.colleagues.writable(code))
            self.middle.addWidget(pane)
        self.middle.setCurrentWidget(pane)
        self._name_area(code)

    def apply(self, delta: Delta) -> None:
        """Replace what an act changed, and nothing else."""
        self._replace(delta.items, delta.areas, delta.summary)

    def next_item(self, wanted: Callable[[ItemView], bool], none: str = "") -> None:
        """Go to the next such item from the current one, around the end, the person's own areas first."""
        order = [code for place in self._places() for code in place.area.items if code in self.items]
        code, wrapped = next_code(order, self.current, lambda each: wanted(self.items[each]))
        if code:
            self.go_to(code)
            self.foot.say(tr("Begun again from the start of the checklist") if wrapped else "")
        else:
            self.foot.say(none)

    def next_open(self) -> None:
        """To the next item without an answer that takes one here."""
        self.next_item(
            lambda item: item.status in ("open", "required") and self._answerable(item),
            tr("Nothing is left to answer here"),
        )

    def next_required(self) -> None:
        """To the next item that must be answered here."""
        self.next_item(
            lambda item: item.status == "required" and self._answerable(item),
            tr("No required item is left to answer here"),
        )

    def next_disputed(self) -> None:
        """To the next item in dispute."""
        self.next_item(lambda item: item.disputed, tr("Nothing is in dispute"))

    def next_unsaved(self) -> None:
        """To the next item that shows something which is not saved."""
        self.next_item(lambda item: item.code in self.scribe.unsaved_items)

    def type_in(self) -> None:
        """Type answers in from paper, a line each, over everything but the foot."""
        if self.items and self._typing is None:
            areas = (area for area in self.areas.values() if self.colleagues.writable(area.code))
            order = [code for area in areas for code in area.items if code in self.items]
            self._typing = TypeIn(self, self.scribe, self.items, order, self.current)
            self._typing.left.connect(self._typed_in)
            self._typing.cover(self._above_foot())

    def _above_foot(self) -> QRect:
        return QRect(0, 0, self.width(), self.height() - self.foot.height() - 1)

    def _typed_in(self, code: str) -> None:
        if self._typing is not None:
            self._typing.deleteLater()
            self._typing = None
            self.go_to(code)

    def print_form(self) -> None:
        """Lead to the form on paper, with the area that is shown."""
        self.open_tab.emit(f"preparation/paper/{self.outline.list.current}")

    def toggle_detail(self) -> None:
        """Open or close the drawer."""
        if self.detail.isHidden():
            self._drawer.turn()
        else:
            self._close_drawer()

    # --- building ---------------------------------------------------------------------------------

    def _make_links(self) -> dict[str, QPushButton]:
        made = {
            "open": widgets.button("", self.next_open, kind="quiet", tip=tr("Next open")),
            "disputed": widgets.button("", self.next_disputed, kind="quiet", tip=tr("Next in dispute")),
            "required": widgets.button("", self.next_required, kind="quiet", tip=tr("Next required")),
        }
        for button in made.values():
            button.setAccessibleName(button.toolTip())
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys do the same; the Tab order stays short
        return made

    def _name_links(self) -> None:
        """On a narrow page, the links have only their keys."""
        narrow = self.width() < NARROW
        for button, keys in zip(self._links.values(), ("F6", "F7", "F8"), strict=True):
            button.setText(keys if narrow else f"{button.toolTip()}  {keys}")

    def _lay_out(self) -> None:
        typing = widgets.tool("keyboard", tr("Type in from paper"), self.type_in, shortcut="Ctrl+T")
        paper = widgets.tool("print", tr("Forms on paper"), self.print_form, shortcut="Ctrl+P")
        head = widgets.row(self._title, *self._links.values(), typing, paper, self._toggle, spacing=0)
        head.setContentsMargins(theme.LARGE, theme.SMALL, theme.SMALL, theme.TINY)
        centre = QWidget()
        middle = QVBoxLayout(centre)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addLayout(head)
        middle.addWidget(self.banner)
        middle.addWidget(self.colleagues)
        middle.addWidget(self.middle, 1)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.outline)
        body.addWidget(widgets.line(vertical=True))
        body.addWidget(centre, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(body, 1)
        whole.addWidget(widgets.line())
        whole.addWidget(self.foot)
        self._drawer = Drawer(body, self.detail, self._toggle, self._below_head)

    def _connect(self) -> None:
        self.scribe.written.connect(self.apply)
        self.scribe.changed.connect(self._saving_changed)
        self.scribe.finding_added.connect(lambda _item: self._read_again())
        self.outline.area_chosen.connect(self.show_area)
        self.outline.hit_chosen.connect(self._go_to_hit)
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
        self.foot.languages.chosen.connect(self._speak)
        self.colleagues.changed.connect(self._show_team)
        self.colleagues.taken_over.connect(self._enter)
        self.looking_back.changed.connect(self._show_past)
        self.looking_back.changed.connect(self._propose)
        self.detail.standard_wanted.connect(lambda: self._with_card(ItemCard.record_standard_finding))
        self.evidence.wanted.connect(self.open_evidence)
        FileDrop(self.middle).dropped.connect(self._files_dropped)
        self.session.changed.connect(self._changed_elsewhere)
        _application().focusChanged.connect(self._focus_moved)
        for keys, act, what in (
            ("F6", self.next_open, tr("Next open item")),
            ("F7", self.next_disputed, tr("Next item in dispute")),
            ("F8", self.next_required, tr("Next required item")),
            ("Ctrl+F", self.outline.find, tr("Find items and notes")),
            ("Alt+Down", lambda: self._step_area(1), tr("Next area")),
            ("Alt+Up", lambda: self._step_area(-1), tr("Area before")),
            *((key, lambda key=key: self._judge_past(key), key_words(state)) for key, state in KEYS.items()),
        ):
            widgets.on_keys(self, keys, act, what)  # from any focus, while the page is in view

    # --- snapshots --------------------------------------------------------------------------------

    def _opened(self, view: ChecklistView) -> None:
        self.items.update(view.items)
        self.areas.update({area.code: area for area in view.areas})
        if view.old_questions:
            self._old.show_questions(view.old_questions)
            self.areas[OLD] = old_area(view.old_questions)
        areas = [place.area for place in self._places()]
        self.foot.index.setVisible(any(area.scored for area in areas))
        self.foot.languages.offer(view.languages, view.language)
        self.detail.day = view.on
        self.outline.list.areas.show(self._places())
        self.foot.show_summary(view.summary)
        self._count_links(view.summary)
        if self.session.saves.at is None:
            self.session.saves.restore(view.saved_at)
        self.setEnabled(True)
        waiting = (
            area for area in areas if area.answered < area.total and self.colleagues.writable(area.code)
        )
        first = next(waiting, areas[0])
        self.show_area(first.code)
        if self._wanted:
            self.go_to(self._wanted)
        elif self.isVisible():
            self._enter()

    def _read(self, then: Callable[[ChecklistView], None]) -> None:
        visit, language = self.visit, self.session.settings.form_language

        def work(bench: "Workbench") -> ChecklistView:
            bench.checklists.speak(language)
            return bench.checklists.open(visit)

        self.session.read(work, then, owner=self)

    def _read_again(self) -> None:
        self._read(self._compare)

    def _speak(self, language: str) -> None:
        """Another language for the words of the form; answers, and what is being typed, stay."""
        self.session.set(form_language=language)
        self._read_again()

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
                self.detail.show_item(item, self.current_key)
        self.areas.update({area.code: area for area in areas})
        self._show_areas()
        self._title.setText(self.areas[self.outline.list.current].name)
        self.foot.show_summary(summary)
        self._count_links(summary)

    def _places(self) -> list[outline.Place]:
        """The areas in which something applies now, the person's own first."""
        shown = [area for code, area in self.areas.items() if area.items or code == OLD]
        return areas_in_order(shown, self.colleagues.roster)

    def _show_areas(self) -> None:
        outlined, places = self.outline.list, self._places()
        current = outlined.current
        outlined.areas.show(places)
        if outlined.current != current:
            known = any(place.area.code == current for place in places)
            outlined.select(current if known else places[0].area.code)

    def _name_area(self, code: str) -> None:
        self.outline.list.select(code)
        self._title.setText(self.areas[code].name)
        self.colleagues.show_area(code)

    def _changed_elsewhere(self, saved: Saved, owner: object) -> None:
        kinds = {touched.kind for touched in saved.what if touched.stream == self.visit}
        if owner is not self.scribe and owner is not self and kinds & {"answer", "finding", "evidence"}:
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

    # --- around the page --------------------------------------------------------------------------

    def _show_team(self) -> None:
        for code, pane in self.panes.items():
            pane.set_reading(not self.colleagues.writable(code))
        if self.areas:
            self._show_areas()
            self.colleagues.show_area(self.outline.list.current)
            self._show_past()

    def _answerable(self, item: ItemView) -> bool:
        return is_asked(item) and self.colleagues.writable(item.area)

    def _show_past(self) -> None:
        item = self.items.get(self.current)
        if item is not None:
            reading = not self.colleagues.writable(item.area)
            self.looking_back.show_item(item.code, reading=reading)
            self.detail.set_reading(reading)

    def _propose(self) -> None:
        """Offer what is counted from earlier visits at the items that ask for it."""
        before, self.scribe.proposals = self.scribe.proposals, proposals(self.looking_back.earlier)
        for code in {*before, *self.scribe.proposals}:
            if (card := self._card(code)) is not None:
                card.show_proposal()

    def _judge_past(self, key: str) -> None:
        """A key for an earlier recommendation; where it is out of sight, it is shown first."""
        if not self.detail.past.boxes:
            return
        if self.detail.isHidden():
            self._drawer.turn()
        else:
            self.detail.past.press(key)

    def _with_card(self, act: Callable[[ItemCard], None]) -> None:
        card = self._card(self.current)
        if card is not None:
            act(card)

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
        widget, inside = now, ""
        while widget is not None and not isinstance(widget, ItemCard):
            if isinstance(widget, Question) and not inside:
                inside = widget.key
            widget = widget.parentWidget()
        if widget is None or not self.isAncestorOf(widget):
            return
        key = inside or widget.code
        if widget.code != self.current:
            if (before := self._card(self.current)) is not None:
                before.set_current(False)
            self.current = widget.code
        if key != self.current_key:
            self.current_key = key
            self.detail.show_item(widget.item, key)
            self._show_past()
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
            lambda hits: self.outline.show_hits(hits, self.items),
            owner=self,
        )

    def _go_to_hit(self, hit: Hit) -> None:
        if not hit.item:
            self.open_tab.emit("findings")
            return
        self.go_to(hit.item)
        if hit.where == "note":
            self._with_card(ItemCard.write_note)

    def _files_dropped(self, files: object, place: QPoint) -> None:
        """Files dropped on an item are taken in as its evidence."""
        widget = self.middle.childAt(place)
        while widget is not None and not isinstance(widget, ItemCard):
            widget = widget.parentWidget()
        code = widget.code if widget is not None else self.current
        self.open_evidence.emit(Wish(Link(item=code), files=files, back="checklist"))  # type: ignore[arg-type]  # Qt's signals carry objects

    def _read_detail(self, code: str, key: str) -> None:
        visit = self.visit
        self.evidence.show_link(Link(item=code))
        self.evidence.show()
        self.session.read(
            lambda bench: bench.checklists.history(visit, key),
            lambda lines: self.detail.show_history(key, lines),
            owner=self,
        )
        if self.items[code].disputed:
            self.session.read(
                lambda bench: tuple(
                    each for each in bench.merging.conflicts(visit) if each.record.partition("[")[0] == code
                ),
                lambda conflicts: self.detail.show_conflicts(code, conflicts),
                owner=self,
            )

    def _decide(self, _code: str) -> None:
        self.open_conflicts.emit(self.visit)

    # --- the drawer -------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._typing is not None:
            self._typing.cover(self._above_foot())
        self._name_links()
        self._drawer.fit(self.width())

    def _below_head(self) -> QRect:
        room = self._above_foot()
        room.setTop(self.middle.mapTo(self, self.middle.rect().topLeft()).y())
        return room

    def _close_drawer(self) -> None:
        self._return_focus()  # before hiding, which else sends the focus to whatever stands next
        self._drawer.close()

    def _count_links(self, summary: Summary) -> None:
        self._links["open"].setEnabled(summary.answered < summary.total)
        self._links["disputed"].setEnabled(summary.disputed > 0)
        self._links["required"].setEnabled(summary.open_required > 0)


def _application() -> QApplication:
    running = QApplication.instance()
    assert isinstance(running, QApplication)
    return running
