"""Whose laptops write in a visit: who waits, the six words to compare aloud, who was let in and by whom."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from inspector_app.domain.records import WORDS, Role, VisitId
from inspector_app.i18n import mark, tr
from inspector_app.services.trust_views import Contact, Laptop, Laptops, Quarantined
from inspector_app.services.views import ExportReport, Saved
from inspector_app.services.workbench import Workbench
from inspector_app.text import format_date, format_datetime, format_number
from inspector_app.ui import theme
from inspector_app.ui.fields import Choice, Field, LineEdit
from inspector_app.ui.folders import ask_folder
from inspector_app.ui.notices import Banner
from inspector_app.ui.session import Session
from inspector_app.ui.widgets import Scroll, button, clear, column, label, line, row

ROLES: tuple[tuple[Role, str], ...] = (
    ("member", mark("Member of the team")),
    ("lead", mark("Lead of the team")),
    ("observer", mark("Reads along")),
    ("office", mark("The office")),
)
WHY = {
    "unknown": mark("not admitted"),
    "observer": mark("reads along only"),
    "expired": mark("after its last day"),
    "revoked": mark("its place was taken away"),
    "powerless": mark("may not decide this"),
}
Read = tuple[Laptops, tuple[Quarantined, ...], tuple[Contact, ...], tuple[str, ...]]
"""The laptops of a visit, what waits of them, the laptops that were met, this laptop's words."""
SHOWN = 50
"""So many of the changes that wait are shown of a laptop; the others are counted."""


class Words(QWidget):
    """Six expressions, large enough to be read across a table, with their numbers."""

    def __init__(self, words: tuple[str, ...]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.LARGE)
        grid.setVerticalSpacing(theme.TINY)
        for place, spoken in enumerate(words):
            pair = row(label(f"{place + 1}", "small", "secondary"), label(spoken, "group"), None)
            grid.addLayout(pair, place // 3, place % 3)
        grid.setColumnStretch(3, 1)
        self.setAccessibleName(", ".join(words))


class LaptopCard(QWidget):
    """One laptop: who, since when, and what can be done about it."""

    admitted = Signal(str, str)
    """The device, and as what."""
    moved = Signal(str, bool, str)
    """The device, whether its place is taken away or given back, why."""

    def __init__(self, laptop: Laptop, waiting: tuple[Quarantined, ...]) -> None:
        super().__init__()
        theme.dress(self, surface="raised")
        self.laptop = laptop
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.MEDIUM, theme.MEDIUM, theme.MEDIUM, theme.MEDIUM)
        whole.setSpacing(theme.SMALL)
        whose = " · ".join(part for part in (laptop.person, laptop.laptop) if part)
        here = f" ({tr('this laptop')})" if laptop.mine else ""
        whole.addWidget(label(f"{whose}{here}", "strong", wrap=True))
        tone = "attention" if laptop.standing in ("unknown", "revoked") else "secondary"
        whole.addWidget(label(standing(laptop), "small", tone, wrap=True))
        if laptop.standing == "unknown":
            whole.addWidget(label(tr("Read aloud; its screen must show the same six:"), "small", "secondary"))
            whole.addWidget(Words(laptop.words))
        if laptop.waiting:
            whole.addWidget(label(_waiting(waiting, laptop.waiting), "small", wrap=True))
        # What is not offered is not made: a control without a parent would outlive the card.
        if laptop.may_admit:
            self._offer_place(whole)
        if laptop.may_revoke:
            self._offer_move(whole)

    def _offer_place(self, whole: QVBoxLayout) -> None:
        self.role = Choice([(role, tr(words)) for role, words in ROLES], name=tr("Admit as"))
        self.accept = button(tr("The words agree: &admit"), self._admit, kind="primary", icon="done")
        whole.addLayout(row(self.role, self.accept, None))

    def _offer_move(self, whole: QVBoxLayout) -> None:
        self.reason = LineEdit(name=tr("Reason"), placeholder=tr("Why, for example: lost on the way"))
        taken = self.laptop.standing == "revoked"
        self.move_button = button(
            tr("Give its place back") if taken else tr("Take its place away"), self._move
        )
        self.reason_field = Field(tr("Reason"), self.reason)
        self.reason_field.hide()
        whole.addWidget(self.reason_field)
        whole.addLayout(row(self.move_button, None))

    def _admit(self) -> None:
        self.admitted.emit(self.laptop.device, self.role.value)

    def _move(self) -> None:
        """Ask why, where it was not said yet."""
        if self.reason_field.isHidden():
            self.reason_field.show()
            self.reason.setFocus()
            return
        if not self.reason.text().strip():
            self.reason_field.refuse(tr("Write in a few words why; the whole team and the office see it."))
            self.reason.setFocus()
            return
        self.moved.emit(self.laptop.device, self.laptop.standing != "revoked", self.reason.text())


class LaptopsPanel(Scroll):
    """The laptops of one visit. `counted`: how many wait to be let in."""

    counted = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__(width=None)
        self.session = session
        self.cards: list[LaptopCard] = []
        self._visit = VisitId("")
        self._shown: Read | None = None
        self.banner = Banner()
        self.mine = QVBoxLayout()
        self.list = column(spacing=theme.MEDIUM)
        self.met = Choice((), name=tr("Laptop"))
        self.met_role = Choice([(role, tr(words)) for role, words in ROLES], name=tr("Admit as"))
        self.add = button(tr("A&dmit"), self._admit_met)
        self.meeting = QWidget()
        meeting = column(
            line(),
            label(tr("A laptop that has not written here yet"), "group"),
            label(
                tr("Its card was received, or it took part in another visit."),
                "small",
                "secondary",
                wrap=True,
            ),
            row(self.met, self.met_role, self.add),
        )
        meeting.setContentsMargins(0, 0, 0, 0)
        self.meeting.setLayout(meeting)
        self.assign = button(tr("A&ssign this visit to them…"), self._assign, icon="send")
        self.card = button(tr("Write the &card of this laptop…"), self._write_card)
        self.column.setSpacing(theme.MEDIUM)
        self.column.addWidget(self.banner)
        self.column.addLayout(self.mine)
        self.column.addLayout(self.list)
        self.column.addWidget(self.meeting)
        self.column.addLayout(row(self.assign, self.card, None))
        self.column.addStretch(1)

    def show_visit(self, visit: VisitId) -> None:
        """Read the laptops of a visit."""
        self._visit = visit
        self.session.read(
            lambda bench: (
                bench.trust.laptops(visit),
                bench.trust.quarantined(visit),
                bench.trust.contacts(),
                bench.trust.my_words,
            ),
            self._show,
            owner=self,
        )

    def count(self, visit: VisitId) -> None:
        """Say how many wait in a visit; what is not in view is not read."""
        self._visit = visit
        self.session.read(lambda bench: bench.trust.laptops(visit), self._say_waiting, owner=self)

    # --- inside -----------------------------------------------------------------------------------

    def _say_waiting(self, found: Laptops) -> None:
        if found.visit == self._visit:
            self.counted.emit(len(found.waiting))

    def _show(self, read: Read) -> None:
        found, waiting, contacts, words = read
        if found.visit != self._visit:
            return
        self.counted.emit(len(found.waiting))
        if read == self._shown:
            return  # a reason that is being written stays
        self._shown = read
        clear(self.mine)
        self.mine.addWidget(label(tr("The six words of this laptop"), "group"))
        self.mine.addWidget(Words(words))
        clear(self.list)
        self.cards = []
        for laptop in sorted(found.laptops, key=lambda each: not (each.waiting and not each.mine)):
            of = tuple(each for each in waiting if each.device == laptop.device)
            card = LaptopCard(laptop, of)
            card.admitted.connect(self._admit)
            card.moved.connect(self._move)
            self.cards.append(card)
            self.list.addWidget(card)
        here = {laptop.device for laptop in found.laptops if laptop.standing != "unknown"}
        strangers = [each for each in contacts if each.device not in here]
        self.met.clear()
        for each in strangers:
            self.met.addItem(f"{each.person} · {each.laptop}", each.device)
        me = next((laptop for laptop in found.laptops if laptop.mine), None)
        above = me is not None and (me.standing == "root" or me.role in ("office", "lead"))
        self.meeting.setVisible(above and bool(strangers) and not found.open)
        self.assign.setVisible(above and len(here) > 1)

    def _admit(self, device: str, role: str) -> None:
        visit = self._visit
        self._do(lambda bench: bench.trust.admit(visit, device, cast(Role, role)), tr("Admitted."))

    def _admit_met(self) -> None:
        if self.met.value:
            self._admit(self.met.value, self.met_role.value)

    def _move(self, device: str, taken: bool, reason: str) -> None:
        visit = self._visit

        def act(bench: Workbench) -> Saved:
            trust = bench.trust
            return (trust.revoke if taken else trust.restore)(visit, device, reason)

        self._do(act, tr("Its place was taken away.") if taken else tr("Its place was given back."))

    def _do(self, act: Callable[[Workbench], Saved], said: str) -> None:
        visit = self._visit

        def done(_saved: Saved) -> None:
            self.banner.say("good", said)
            self.show_visit(visit)

        self.session.save(act, done, self.banner.tell, owner=self)

    def _assign(self) -> None:
        visit = self._visit
        self._write(lambda bench, folder: bench.handover.assign([visit], folder))

    def _write_card(self) -> None:
        self._write(lambda bench, folder: bench.handover.card(folder))

    def _write(self, act: Callable[[Workbench, Path], ExportReport]) -> None:
        if folder := ask_folder(self, tr("Choose the stick or folder")):
            self.session.read(
                lambda bench: act(bench, folder),
                lambda report: self.banner.say("good", tr("Written to {file}.", file=report.file)),
                self.banner.tell,
                owner=self,
                doing=tr("Exporting"),
            )


def standing(laptop: Laptop) -> str:
    """Where a laptop stands, in words."""
    if laptop.standing == "unknown":
        return tr("Not admitted: what it wrote is kept and does not count yet.")
    if laptop.standing == "root":
        return tr("Began the visit.")
    role = tr(WORDS[laptop.role]) if laptop.role else ""
    at = format_datetime(laptop.at.astimezone()) if laptop.at else ""
    if laptop.standing == "revoked":
        return tr(
            "Its place was taken away by {who}, {at}: {reason}", who=laptop.by, at=at, reason=laptop.reason
        )
    until = tr(", until {day}", day=format_date(laptop.until_on)) if laptop.until_on else ""
    return tr("{role}{until}; admitted by {who}, {at}", role=role, until=until, who=laptop.by, at=at)


def _waiting(waiting: tuple[Quarantined, ...], count: int) -> str:
    told = [f"{each.about}: {each.text} ({tr(WHY[each.why])})" for each in waiting[:SHOWN]]
    more = [tr("and {count} more", count=format_number(count - SHOWN))] if count > SHOWN else []
    return "\n".join([tr("{count} changes wait:", count=format_number(count)), *told, *more])
