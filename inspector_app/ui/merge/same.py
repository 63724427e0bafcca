"""Dossiers that were checked twice: both checks side by side, one of them made the main one."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget, QWidget

from inspector_app.domain.errors import InspectorError
from inspector_app.domain.records import RecordId, VisitId
from inspector_app.i18n import tr
from inspector_app.services.same_dossiers import Check, SameDossier
from inspector_app.services.views import Saved
from inspector_app.text import format_datetime
from inspector_app.ui import theme
from inspector_app.ui.dossiers.look import result
from inspector_app.ui.notices import Banner
from inspector_app.ui.session import Session
from inspector_app.ui.widgets import (
    EmptyPage,
    Scroll,
    StateMark,
    button,
    clear,
    column,
    label,
    row,
)


class CheckCard(QFrame):
    """One check: whose, when, what came out; the main one is marked."""

    wanted = Signal(str)
    """This check is to be the main one."""

    def __init__(self, check: Check, *, decided: bool) -> None:
        super().__init__()
        theme.dress(self, surface="card")
        theme.mark(self, "chosen", check.main)
        mark, tone, words = result(replace(check.row, second=False))
        origin = f"{check.laptop}\n{format_datetime(check.at.astimezone())}"
        answered = tr("{count} questions answered", count=check.answered)
        self.make_main = button(tr("Make it the main check"), lambda: self.wanted.emit(check.row.id))
        self.make_main.setAccessibleName(tr("Make the check of {author} the main one", author=check.author))
        state = label(tr("Main check"), "strong", "accent")
        counts = "" if not decided or check.main else tr("Stays to be read, does not count")
        told = label(counts, "small", "secondary")
        head = row(label(check.author, "strong", wrap=True), None)
        lay = column(
            head,
            row(StateMark(mark), label(words, "small", tone, wrap=True), None),
            label(f"{answered}\n{origin}", "small", "secondary", wrap=True),
            None,
            told,
            row(state, self.make_main, None),
        )
        lay.setContentsMargins(theme.MEDIUM, theme.MEDIUM, theme.MEDIUM, theme.MEDIUM)
        self.setLayout(lay)
        self.make_main.setVisible(not check.main)
        state.setVisible(check.main)
        told.setVisible(bool(counts))


class SameDossiersPanel(QWidget):
    """The dossiers of one visit that were checked twice."""

    counted = Signal(int)
    """So many dossiers were checked twice and have no main check yet."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._visit = VisitId("")
        self._found: tuple[SameDossier, ...] | None = None
        self.cards: list[CheckCard] = []
        self.banner = Banner()
        self._page = Scroll(width=None, margin=theme.LARGE)
        self._page.column.setSpacing(theme.MEDIUM)
        self.body = QStackedWidget()
        self.body.addWidget(self._page)
        self.body.addWidget(
            EmptyPage(
                "dossiers",
                tr("No dossier was checked twice"),
                tr(
                    "When two members check the dossier of the same number, both checks stay, and you say "
                    "here which one counts."
                ),
            )
        )
        lay = column(self.banner, self.body, spacing=0)
        lay.setStretch(1, 1)
        self.setLayout(lay)

    def show_visit(self, visit: VisitId) -> None:
        """Read the dossiers of a visit that were checked twice."""
        if visit != self._visit:
            self.banner.clear()
            self._found = None
        self._visit = visit
        self._session.read(lambda bench: (visit, bench.same_dossiers.list(visit)), self._show, owner=self)

    def begin(self) -> None:
        """Put the focus at the first check that can be chosen."""
        first = next((card for card in self.cards if not card.make_main.isHidden()), None)
        if first is not None:
            first.make_main.setFocus()

    def _show(self, read: tuple[VisitId, tuple[SameDossier, ...]]) -> None:
        visit, found = read
        if visit != self._visit or found == self._found:
            return
        self._found = found
        focus = QApplication.focusWidget()
        working_here = focus is not None and self.isAncestorOf(focus)
        clear(self._page.column)
        self.cards = []
        for same in found:
            self._page.column.addWidget(self._group(same))
        self._page.column.addStretch(1)
        self.body.setCurrentIndex(0 if found else 1)
        self.counted.emit(sum(same.main is None for same in found))
        if working_here:
            self.begin()

    def _group(self, same: SameDossier) -> QWidget:
        group = QWidget()
        name = " · ".join(part for part in (same.code, same.procedure) if part)
        cards = [CheckCard(check, decided=same.main is not None) for check in same.checks]
        for card in cards:
            card.wanted.connect(self._choose)
        self.cards += cards
        abreast = row(*cards, spacing=theme.MEDIUM)
        for at in range(len(cards)):
            abreast.setStretch(at, 1)
        lay = column(label(name, "group", wrap=True), abreast)
        differences = "\n".join(
            f"{each.code}  " + "  ↔  ".join(answer or tr("open") for answer in each.answers)
            for each in same.differences
        )
        told = tr("Where they differ:") + "\n" + differences if differences else tr("Both found the same.")
        lay.addWidget(label(told, "small", "secondary", wrap=True))
        if same.main is not None:
            main = same.main
            both = button(tr("Let all count again"), lambda: self._count_all(main), kind="quiet", icon="undo")
            lay.addLayout(row(both, None))
        else:
            lay.addWidget(label(tr("Until one is made the main one, all count."), "small", "attention"))
        group.setLayout(lay)
        return group

    def _choose(self, check: str) -> None:
        visit = self._visit
        self._session.save(
            lambda bench: bench.same_dossiers.choose(visit, RecordId(check)),
            self._saved,
            self._refused,
            owner=self,
        )

    def _count_all(self, check: RecordId) -> None:
        visit = self._visit
        self._session.save(
            lambda bench: bench.same_dossiers.count_all(visit, check), self._saved, self._refused, owner=self
        )

    def _saved(self, _saved: Saved) -> None:
        self.banner.clear()  # the page reads again because the ledger has grown

    def _refused(self, error: InspectorError) -> None:
        self.banner.tell(error)
