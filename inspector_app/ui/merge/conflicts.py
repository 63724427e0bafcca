"""Deciding conflicts one by one: before, mine, theirs, always in that order, then a choice and a reason.

Nothing here is lost by leaving: a conflict stays open until somebody decides it, and both values stay
readable afterwards. By keyboard: the digits choose a side, Ctrl+Enter decides, Alt+Page Down goes on.
"""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inspector_app.domain.errors import Refused
from inspector_app.domain.records import VisitId
from inspector_app.i18n import mark, tr
from inspector_app.services.views import ConflictView, Saved, Side
from inspector_app.text import format_datetime
from inspector_app.ui import theme
from inspector_app.ui.fields import Field, TextArea
from inspector_app.ui.notices import Banner
from inspector_app.ui.session import Session
from inspector_app.ui.widgets import EmptyPage, Scroll, StateMark, button, clear, label, on_keys, row, tool

FIELDS = {
    "value": mark("Result"),
    "not_applicable": mark("Not applicable"),
    "reason": mark("Reason"),
    "note": mark("Note"),
    "self_points": mark("Self-scored points"),
    "deleted": mark("Removed or kept"),
    "text": mark("Text"),
    "name": mark("Full name"),
    "title": mark("Title"),
    "organisation": mark("Organisation"),
    "role": mark("Role in the team"),
    "honorific": mark("Mr/Ms"),
    "on": mark("Date"),
    "place": mark("Place"),
    "unit_opinion": mark("Opinion of the unit"),
    "number": mark("Number"),
    "decision": mark("Decision that set up the team"),
    "plan": mark("Plan of the inspection"),
    "severity": mark("Severity"),
    "cause": mark("Cause"),
    "responsible": mark("Responsible"),
    "due_on": mark("Deadline"),
}
"""The fields that people meet in conflicts; another one shows its own name."""


class SideCard(QFrame):
    """One value with who, where, when. A side can be chosen; the value before cannot."""

    picked = Signal()

    def __init__(self, heading: str, text: str, side: Side | None, digit: int = 0) -> None:
        super().__init__()
        self.side = side
        self.chosen = False
        theme.dress(self, surface="card" if side else "well")
        who = label(heading, "small_strong", "secondary")
        value = label(text, "group", wrap=True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.MEDIUM, theme.MEDIUM, theme.MEDIUM, theme.MEDIUM)
        box.setSpacing(theme.SMALL)
        box.addWidget(who)
        box.addWidget(value)
        box.addStretch(1)
        if side is None:
            return
        origin = f"{side.author}\n{side.laptop}\n{format_datetime(side.at.astimezone())}"
        box.addWidget(label(origin, "small", "secondary", wrap=True))
        self.mark = StateMark("open", 14)
        self._offer = tr("Choose this one ({digit})", digit=digit)
        self.pick = label(self._offer, "strong", "accent")
        box.addLayout(row(self.mark, self.pick, None))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{heading}: {text}. {origin}")

    def show_chosen(self, chosen: bool) -> None:
        """Mark the card as the choice, or not."""
        self.chosen = chosen
        if self.side is not None:
            self.mark.show_as("answered" if chosen else "open")
            self.pick.setText(tr("Chosen") if chosen else self._offer)
            theme.mark(self, "chosen", chosen)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self.side is not None:
            self.picked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.side is not None and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.picked.emit()
            return
        super().keyPressEvent(event)


class ConflictsPanel(QWidget):
    """One conflict at a time, out of all that are open."""

    KEYS = (("1 … 9", mark("Choose the side with this number")),)
    """What the sheet of shortcuts says of the keys that `keyPressEvent` answers."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._conflicts: tuple[ConflictView, ...] = ()
        self._at = 0
        self._visit: VisitId | None = None
        self.cards: list[SideCard] = []
        self.banner = Banner()
        self.count = label("", "group")
        self.before = tool("less", tr("Previous dispute (Alt+Page Up)"), lambda: self.step(-1))
        self.next = tool("more", tr("Next dispute (Alt+Page Down)"), lambda: self.step(1))
        self.where = label("", "small", "secondary", wrap=True)
        self.title = label("", "strong", wrap=True)
        self.field = label("", "small", "secondary")
        self.sides = QHBoxLayout()
        self.sides.setSpacing(theme.MEDIUM)
        self.reason = TextArea(placeholder=tr("For example: compared with the register"), lines=(2, 5))
        self.reason_field = Field(tr("Reason, &kept with the decision"), self.reason)
        self.decide = button(tr("&Decide"), self._decide, kind="primary", icon="done", shortcut="Ctrl+Return")
        self.body = QStackedWidget()
        self.empty = EmptyPage(
            "good",
            tr("Nothing in dispute"),
            tr(
                "When two laptops give different values for the same thing, both are kept, and you decide "
                "here with the value before and every side in view."
            ),
        )
        self._lay_out()
        for keys, step, what in (
            ("Alt+PgDown", 1, tr("The next one in dispute")),
            ("Alt+PgUp", -1, tr("The one in dispute before")),
        ):
            on_keys(self, keys, lambda step=step: self.step(step), what)

    def begin(self) -> None:
        """Put the focus at the first side."""
        if self._choices:
            self._choices[0].setFocus()

    def turn_to(self, visit: VisitId) -> None:
        """Go to the first conflict of a visit."""
        self._visit = visit
        found = next((at for at, each in enumerate(self._conflicts) if each.visit == visit), None)
        if found is not None:
            self._show(found)

    def show_conflicts(self, conflicts: tuple[ConflictView, ...]) -> None:
        """Other conflicts; the one in view stays while it is open, with its choice and reason."""
        now = self.current.id if self.current else None
        self._conflicts = conflicts
        kept = next((at for at, each in enumerate(conflicts) if each.id == now), None)
        if kept is None:
            of_visit = next((at for at, each in enumerate(conflicts) if each.visit == self._visit), None)
            focus = QApplication.focusWidget()
            working_here = focus is not None and self.isAncestorOf(focus)
            self._show(of_visit if of_visit is not None else min(self._at, max(0, len(conflicts) - 1)))
            if working_here:
                self.begin()  # the digits choose again, and are not written into the next reason
        else:
            self._show(kept, keep=True)

    @property
    def current(self) -> ConflictView | None:
        """The conflict in view."""
        return self._conflicts[self._at] if self._at < len(self._conflicts) else None

    def step(self, by: int) -> None:
        """The next or the previous conflict."""
        if 0 <= self._at + by < len(self._conflicts):
            self._show(self._at + by)
            self.begin()

    def choose(self, digit: int) -> None:
        """Choose a side by its number, from 1."""
        for place, card in enumerate(self._choices, 1):
            card.show_chosen(place == digit)
        self.banner.clear()

    # --- inside -----------------------------------------------------------------------------------

    @property
    def _choices(self) -> list[SideCard]:
        return [card for card in self.cards if card.side is not None]

    def _lay_out(self) -> None:
        head = row(StateMark("disputed", 16), self.count, None, self.before, self.next)
        page = Scroll(width=None)
        page.column.setSpacing(theme.MEDIUM)
        page.column.addLayout(head)
        page.column.addWidget(self.banner)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.where)
        words.addWidget(self.title)
        words.addWidget(self.field)
        page.column.addLayout(words)
        page.column.addLayout(self.sides)
        page.column.addWidget(self.reason_field)
        page.column.addLayout(row(self.decide, None))
        page.column.addStretch(1)
        self.body.addWidget(page)
        self.body.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.body)

    def _show(self, at: int, *, keep: bool = False) -> None:
        before = self.current
        self._at = at
        conflict = self.current
        self.body.setCurrentIndex(0 if conflict else 1)
        if conflict is None:
            clear(self.sides)
            self.cards = []
            return
        self.count.setText(tr("Dispute {at} of {total}", at=at + 1, total=len(self._conflicts)))
        self.before.setEnabled(at > 0)
        self.next.setEnabled(at + 1 < len(self._conflicts))
        if keep and before == conflict and self.cards:
            return
        self.where.setText(conflict.unit)
        self.title.setText(conflict.title)
        self.field.setText(tr(FIELDS[conflict.field]) if conflict.field in FIELDS else conflict.field)
        self.reason.set_value("")
        self.reason_field.accept()
        clear(self.sides)
        self.cards = self._cards(conflict)
        for card in self.cards:
            self.sides.addWidget(card, 1)
        # Cards are made later than what stands below them, and Tab would come to them last.
        for one, other in pairwise((self.next, *self._choices, self.reason)):
            QWidget.setTabOrder(one, other)

    def _cards(self, conflict: ConflictView) -> list[SideCard]:
        """Before, mine, theirs."""
        nothing = tr("nothing yet")
        cards = [SideCard(tr("Before"), nothing if conflict.before is None else conflict.before, None)]
        ordered = sorted(conflict.sides, key=lambda side: not side.mine)
        for digit, side in enumerate(ordered, 1):
            heading = tr("Mine") if side.mine else tr("From {author}", author=side.author)
            card = SideCard(heading, side.text, side, digit)
            card.picked.connect(lambda digit=digit: self.choose(digit))
            cards.append(card)
        return cards

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdigit() and 1 <= int(event.text()) < len(self.cards):
            self.choose(int(event.text()))
            return
        super().keyPressEvent(event)

    def _decide(self) -> None:
        conflict = self.current
        chosen = next((card.side for card in self.cards if card.chosen and card.side is not None), None)
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
        self.banner.say("good", tr("Decided: {title}", title=conflict.title), chosen.text)

    def _refused(self, error: Refused) -> None:
        self.decide.setEnabled(True)
        self.banner.tell(error)
