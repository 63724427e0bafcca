"""Deciding conflicts: the list at the left, the one in view at the right, or many at once.

Of a conflict one sees before, mine, theirs, always in that order, then a choice and a reason. Nothing here is
lost by leaving: a conflict stays open until somebody decides it, what was chosen and written for it is there
again, and both values stay readable afterwards. By keyboard: the digits choose a side, Ctrl+Enter decides,
Alt+Page Down goes on.
"""

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inspector_app.domain.errors import Refused
from inspector_app.domain.records import VisitId
from inspector_app.i18n import mark, tr
from inspector_app.services.deciding import Decided
from inspector_app.services.dispute_views import ConflictView, Side
from inspector_app.services.views import Saved
from inspector_app.ui import theme
from inspector_app.ui.fields import Field, TextArea
from inspector_app.ui.merge.bulk import BulkPanel
from inspector_app.ui.merge.list import Disputes, Filters, disputed_field
from inspector_app.ui.merge.sides import SideCard
from inspector_app.ui.notices import Banner
from inspector_app.ui.session import Session
from inspector_app.ui.visit.evidence.thumbnails import Thumbnails
from inspector_app.ui.widgets import (
    EmptyPage,
    Scroll,
    StateMark,
    button,
    clear,
    label,
    line,
    on_keys,
    row,
    tool,
)

LIST = 280
WITH_LIST = 720
"""From this width on the list stands beside the conflict in view."""
SIDE = 184
"""A side needs this width to stand beside others; the value before then stands above them, or beside too."""


class ConflictsPanel(QWidget):
    """The conflicts of one visit."""

    KEYS = (("1 … 9", mark("Choose the side with this number")),)
    """What the sheet of shortcuts says of the keys that `keyPressEvent` answers."""

    undo_wanted = Signal()
    """The decision just made is to be taken back."""
    photo_wanted = Signal(str)
    """A photo is to be seen large."""
    turned = Signal(str)
    """To another visit, since this one has nothing left to decide."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._all: tuple[ConflictView, ...] = ()
        self._shown: ConflictView | None = None
        self._place = 0
        self._visit: VisitId | None = None
        self._begun: dict[str, tuple[str, str]] = {}
        """Conflicts that were begun and left: the side chosen ("" for none) and the reason so far."""
        self._thumbnails = Thumbnails(session, self)
        self.cards: list[SideCard] = []
        self.list = Disputes()
        self.filters = Filters(self.list)
        self.banner = Banner()
        self.count = label("", "group")
        self.before = tool("less", tr("Previous dispute (Alt+Page Up)"), lambda: self.step(-1))
        self.next = tool("more", tr("Next dispute (Alt+Page Down)"), lambda: self.step(1))
        self.together = button(tr("Decide &together…"), self._open_bulk, icon="merge", shortcut="Ctrl+G")
        self.where = label("", "small", "secondary", wrap=True)
        self.title = label("", "strong", wrap=True)
        self.field = label("", "small", "secondary")
        self.above = QVBoxLayout()
        self.sides = QHBoxLayout()
        self.sides.setSpacing(theme.MEDIUM)
        self.reason = TextArea(placeholder=tr("For example: compared with the register"), lines=(2, 5))
        self.reason_field = Field(tr("Reason, &kept with the decision"), self.reason)
        self.decide = button(tr("&Decide"), self._decide, kind="primary", icon="done", shortcut="Ctrl+Return")
        self.body = QStackedWidget()
        self.elsewhere = button("", self._go_elsewhere, icon="next")
        self.empty = EmptyPage(
            "good",
            tr("Nothing in dispute"),
            tr(
                "When two laptops give different values for the same thing, both are kept, and you decide "
                "here with the value before and every side in view."
            ),
            self.elsewhere,
        )
        self.bulk = BulkPanel(session)
        self._lay_out()
        self._connect()

    # --- what the page tells ----------------------------------------------------------------------

    def begin(self) -> None:
        """Put the focus at the first side; where nothing is left, where one goes on from."""
        if self.body.currentWidget() is self.bulk:
            self.bulk.table.setFocus()
        elif self._choices:
            self._choices[0].setFocus()
        elif self.body.currentWidget() is self.empty:
            (self if self.elsewhere.isHidden() else self.elsewhere).setFocus()

    def turn_to(self, visit: VisitId) -> None:
        """Show the conflicts of a visit."""
        if visit != self._visit:
            self._visit = visit
            self._place = 0
            self.banner.clear()
            if self.body.currentWidget() is self.bulk:
                self.body.setCurrentIndex(0)
            self._fill()

    def show_conflicts(self, conflicts: tuple[ConflictView, ...]) -> None:
        """Other conflicts; the one in view stays while it is open, with its choice and reason."""
        focus = QApplication.focusWidget()
        working_here = focus is not None and self.isAncestorOf(focus) and not self.list.hasFocus()
        now = self._shown.id if self._shown else None
        self._all = conflicts
        if self._visit is None and conflicts:
            self._visit = conflicts[0].visit
        open_ids = {each.id for each in conflicts}
        self._begun = {each: begun for each, begun in self._begun.items() if each in open_ids}
        self._fill()
        if working_here and now not in open_ids and now is not None:
            self.begin()  # the digits choose again, and are not written into the next reason

    @property
    def current(self) -> ConflictView | None:
        """The conflict in view."""
        return self._shown

    def step(self, by: int) -> None:
        """The next or the previous conflict."""
        if self.list.step(by):
            self.begin()

    def choose(self, digit: int) -> None:
        """Choose a side by its number, from 1."""
        for place, card in enumerate(self._choices, 1):
            card.show_chosen(place == digit)
        self.banner.clear()
        self._keep()

    # --- the list ---------------------------------------------------------------------------------

    def _fill(self) -> None:
        """Show the conflicts of the visit in the list, and one of them beside it."""
        if self._shown is not None:
            self._place = self.list.at(self._shown.id)
        of_visit = [each for each in self._all if each.visit == self._visit]
        self.list.rows.show(of_visit)
        self.filters.offer(of_visit)
        if self.body.currentWidget() is self.bulk and of_visit:
            self.bulk.refresh()

    def _settle(self) -> None:
        """Something of what is listed is in view: what was, or what has come to its place."""
        shown = self.list.rows.shown
        now = self._shown.id if self._shown else ""
        place = self.list.rows.place(now)
        if place is None and shown:
            place = min(self._place, len(shown) - 1)
        if place is None:
            self._keep()
            self._show(None)
        else:
            self.list.select(shown[place].id)
            self._show(shown[place])
        self._arrange()

    def _arrange(self) -> None:
        """Which of its faces the panel shows, and whether there is room for the list."""
        of_visit, shown = self.list.rows.all, self.list.rows.shown
        self.together.setEnabled(len(shown) > 1)
        self.together.setVisible(len(of_visit) > 1)
        self.filters.setVisible(len(of_visit) > 1 or self.filters.active)
        self._beside.setVisible(len(of_visit) > 1 and self.width() >= WITH_LIST)
        self._place_sides()
        if not of_visit:
            others = sum(each.visit != self._visit for each in self._all)
            self.elsewhere.setText(tr("{count} in other visits", count=others))
            self.elsewhere.setVisible(others > 0)
            self.body.setCurrentWidget(self.empty)
        elif self.body.currentWidget() is self.empty:
            self.body.setCurrentIndex(0)
        self._right.setCurrentIndex(0 if shown else 1)

    def _place_sides(self) -> None:
        """The sides beside each other where there is room, the value before beside or above them."""
        fit = self._detail.viewport().width() // SIDE
        abreast = fit >= len(self._choices)
        wanted = QBoxLayout.Direction.LeftToRight if abreast else QBoxLayout.Direction.TopToBottom
        if self.sides.direction() != wanted:
            self.sides.setDirection(wanted)
        for before in self.cards[:1]:
            beside = fit >= len(self.cards)
            if beside and self.sides.indexOf(before) < 0:
                self.sides.insertWidget(0, before, 1)
            elif not beside and self.above.indexOf(before) < 0:
                self.above.addWidget(before)

    def _go_elsewhere(self) -> None:
        other = next((each.visit for each in self._all if each.visit != self._visit), None)
        if other is not None:
            self.turned.emit(other)

    # --- the one in view --------------------------------------------------------------------------

    @property
    def _choices(self) -> list[SideCard]:
        return [card for card in self.cards if card.side is not None]

    @property
    def _chosen(self) -> Side | None:
        return next((card.side for card in self.cards if card.chosen), None)

    def _show(self, conflict: ConflictView | None) -> None:
        before = self._shown
        if conflict is None or before is None or conflict.id != before.id:
            self.reason.clearFocus()  # a text that is being typed would not give way to another
            self._keep()
        self._shown = conflict
        if conflict is None:
            self.count.setText(tr("Nothing in dispute matches"))
            self._clear_cards()
            return
        at, total = self.list.at(conflict.id), len(self.list.rows.shown)
        self.count.setText(tr("Dispute {at} of {total}", at=at + 1, total=total))
        self.before.setEnabled(at > 0)
        self.next.setEnabled(at + 1 < total)
        if before == conflict and self.cards:
            return
        self.where.setText(conflict.area_name)
        self.where.setVisible(bool(conflict.area_name))
        self.title.setText(conflict.title)
        self.field.setText(disputed_field(conflict))
        head, reason = self._begun.get(conflict.id, ("", ""))
        self.reason.set_value(reason)
        self.reason_field.accept()
        self._clear_cards()
        self.cards = self._cards(conflict)
        for card in self.cards:
            self.sides.addWidget(card, 1)
            card.show_chosen(card.side is not None and card.side.head == head)
        self._place_sides()
        # Cards are made later than what stands below them, and Tab would come to them last.
        filters = self.filters
        around = (self.together, self.before, self.next, filters.search, filters.area, filters.about)
        for one, other in pairwise(
            (*around, filters.person, self.list, *self._choices, self.reason, self.decide)
        ):
            QWidget.setTabOrder(one, other)

    def _clear_cards(self) -> None:
        clear(self.above)
        clear(self.sides)
        self.cards = []

    def _cards(self, conflict: ConflictView) -> list[SideCard]:
        """Before, mine, theirs."""
        nothing = tr("nothing yet")
        cards = [SideCard(tr("Before"), nothing if conflict.before is None else conflict.before, None)]
        ordered = sorted(conflict.sides, key=lambda side: not side.mine)
        for digit, side in enumerate(ordered, 1):
            heading = tr("Mine") if side.mine else tr("From {author}", author=side.author)
            card = SideCard(heading, side.text, side, digit, self._thumbnails)
            card.picked.connect(lambda digit=digit: self.choose(digit))
            card.photo_wanted.connect(self.photo_wanted)
            cards.append(card)
        return cards

    def _keep(self) -> None:
        """Remember what was chosen and written for the conflict in view."""
        if self._shown is None:
            return
        head, reason = self._chosen.head if self._chosen else "", self.reason.value
        if head or reason:
            self._begun[self._shown.id] = head, reason
        else:
            self._begun.pop(self._shown.id, None)
        self.list.look.begun = {each for each, (side, _) in self._begun.items() if side}
        self.list.viewport().update()

    def _show_pictures(self) -> None:
        for card in self.cards:
            card.show_pictures()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdigit() and 1 <= int(event.text()) < len(self.cards):
            self.choose(int(event.text()))
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # --- deciding ---------------------------------------------------------------------------------

    def _decide(self) -> None:
        conflict, chosen = self._shown, self._chosen
        if conflict is None:
            return
        if chosen is None:
            self.banner.say("attention", tr("Choose one of the values first."))
            self.begin()
            return
        reason = self.reason.value
        if not reason:
            self.reason_field.refuse(tr("Write in a few words why; it is kept with the decision."))
            self.reason.setFocus()
            return
        self.reason_field.accept()
        self.reason.setFocus()  # a button that is disabled sends the focus to whatever stands next
        self.decide.setEnabled(False)
        self.session.save(
            lambda bench: bench.merging.resolve(conflict.id, head=chosen.head, reason=reason),
            lambda saved: self._decided(conflict, chosen, saved),
            self._refused,
            owner=self,
            key=f"resolve {conflict.id}",
        )

    def _decided(self, conflict: ConflictView, chosen: Side, _saved: Saved) -> None:
        self.decide.setEnabled(True)
        # The page reads the conflicts again because the ledger has grown.
        self._tell_decided(tr("Decided: {title}", title=conflict.title), chosen.text)

    def _refused(self, error: Refused) -> None:
        self.decide.setEnabled(True)
        self.banner.tell(error)

    def _open_bulk(self) -> None:
        if self._visit is not None and self.list.rows.shown:
            self._keep()
            self.banner.clear()
            self.body.setCurrentWidget(self.bulk)
            self.bulk.show_conflicts(self._visit, self.list.rows.shown)

    def _close_bulk(self) -> None:
        self.body.setCurrentIndex(0)
        self._arrange()
        self.begin()

    def _decided_together(self, done: Decided) -> None:
        self._close_bulk()
        self._tell_decided(
            tr("{count} disputes decided", count=done.decided), tr("{count} stay open.", count=done.left)
        )

    def _tell_decided(self, title: str, body: str) -> None:
        self.banner.say("good", title, body, action=tr("Undo") + "  Ctrl+Z", act=self.undo_wanted.emit)

    # --- building ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = row(StateMark("disputed", 16), self.count, None, self.together, self.before, self.next)
        page = Scroll(width=None, margin=theme.LARGE)
        page.column.setSpacing(theme.MEDIUM)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.where)
        words.addWidget(self.title)
        words.addWidget(self.field)
        page.column.addLayout(words)
        page.column.addLayout(self.above)
        page.column.addLayout(self.sides)
        page.column.addWidget(self.reason_field)
        page.column.addLayout(row(self.decide, None))
        page.column.addStretch(1)
        self._detail = page
        none = EmptyPage(
            "search",
            tr("Nothing in dispute matches"),
            tr("Other words, another area or another person may find it."),
            button(tr("Show all disputes"), self.filters.clear),
        )
        self._right = QStackedWidget()
        self._right.addWidget(page)
        self._right.addWidget(none)
        self._beside = QWidget()
        beside = row(self.list, line(vertical=True), spacing=0)
        beside.setStretch(0, 1)
        self._beside.setLayout(beside)
        self._beside.setFixedWidth(LIST)
        work = QWidget()
        above = QVBoxLayout()
        above.setContentsMargins(theme.LARGE, theme.SMALL, theme.LARGE, theme.SMALL)
        above.setSpacing(theme.SMALL)
        above.addLayout(head)
        above.addWidget(self.filters)
        both = row(self._beside, self._right, spacing=0)
        both.setStretch(1, 1)
        inside = QVBoxLayout(work)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(above)
        inside.addWidget(line())
        inside.addLayout(both, 1)
        self.body.addWidget(work)
        self.body.addWidget(self.empty)
        self.body.addWidget(self.bulk)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.banner)
        whole.addWidget(self.body, 1)

    def _connect(self) -> None:
        self.list.chosen.connect(lambda _: self._show(self.list.current))
        self.list.write_wanted.connect(self.begin)
        self.list.digit.connect(self._choose_listed)
        self.filters.changed.connect(self._settle)
        self.bulk.left.connect(self._close_bulk)
        self.bulk.done.connect(self._decided_together)
        self._thumbnails.arrived.connect(self._show_pictures)
        self.reason.finished.connect(self._keep)
        for keys, step, what in (
            ("Alt+PgDown", 1, tr("The next one in dispute")),
            ("Alt+PgUp", -1, tr("The one in dispute before")),
        ):
            on_keys(self, keys, lambda step=step: self.step(step), what)
        on_keys(self, "Ctrl+F", self.filters.search.setFocus, tr("Find a dispute"))
        on_keys(self, "Ctrl+L", self.list.setFocus, tr("To the list of disputes"))

    def _choose_listed(self, digit: int) -> None:
        if 1 <= digit < len(self.cards):
            self.choose(digit)
