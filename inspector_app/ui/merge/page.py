"""The merge room: what goes out and comes in on the left; on the right what came of it, for one visit.

Five faces of the visit: what people must decide, what came from whom, who has answered how much of each area,
the dossiers that were checked twice, and whose laptops may write in it.
"""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.day_views import Undone
from inspector_app.services.dispute_views import ConflictView
from inspector_app.services.views import Saved, VisitRow
from inspector_app.ui import theme
from inspector_app.ui.fields import Choice, Segments
from inspector_app.ui.merge.came import CamePanel
from inspector_app.ui.merge.conflicts import ConflictsPanel
from inspector_app.ui.merge.handover import HandoverPanel, visit_words
from inspector_app.ui.merge.laptops import LaptopsPanel
from inspector_app.ui.merge.same import SameDossiersPanel
from inspector_app.ui.notices import Banner
from inspector_app.ui.session import Session
from inspector_app.ui.visit.coverage import CoverageMap
from inspector_app.ui.visit.taking_back import TakingBack
from inspector_app.ui.widgets import Stack, column, line, row

DISPUTES, CAME, COVERAGE, SAME, LAPTOPS = "disputes", "came", "coverage", "same", "laptops"


class MergePage(QWidget):
    """Hand-over beside what came of it. `counted(int)` tells how many conflicts are open."""

    heading_changed = Signal()
    counted = Signal(int)
    open_visit = Signal(str, str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.handover = HandoverPanel(session)
        self.handover.open_visit.connect(lambda visit: self.open_visit.emit(visit, ""))
        self.conflicts = ConflictsPanel(session)
        self.came = CamePanel(session)
        self.same = SameDossiersPanel(session)
        self.laptops = LaptopsPanel(session)
        self.coverage: CoverageMap | None = None
        self._covered = VisitId("")
        self._visit = VisitId("")
        self._chosen = False
        """Whether a person has turned to the visit."""
        self.visit = Choice((), name=tr("Visit"))
        self.visit.narrow(6)
        self.tabs = Segments(
            [
                (DISPUTES, tr("In dispute")),
                (CAME, tr("From whom")),
                (COVERAGE, tr("Coverage")),
                (SAME, tr("Checked twice")),
                (LAPTOPS, tr("Laptops")),
            ],
            DISPUTES,
            name=tr("What is shown"),
        )
        self.banner = Banner()
        self.taking_back = TakingBack(session, self._visit, self, self.banner)
        self._areas = QWidget()
        self._areas.setLayout(column())
        self.stack = Stack()
        for face in (self.conflicts, self.came, self._areas, self.same, self.laptops):
            self.stack.addWidget(face)
        self._lay_out()
        self.visit.chosen.connect(lambda visit: self.choose_visit(VisitId(visit)))
        self.tabs.chosen.connect(self._turn)
        self.conflicts.turned.connect(lambda visit: self.choose_visit(VisitId(visit)))
        self.conflicts.undo_wanted.connect(self.taking_back.undo)
        self.conflicts.photo_wanted.connect(lambda _: self.open_visit.emit(self._visit, "evidence"))
        self.taking_back.done.connect(self._undone)
        self.same.counted.connect(self._count_same)
        self.laptops.counted.connect(lambda count: self._say(LAPTOPS, tr("Laptops"), count))
        self.handover.laptops_wanted.connect(self.show_laptops)
        session.changed.connect(self._changed)
        self._read()

    @property
    def heading(self) -> tuple[str, str]:
        """The room's name."""
        return tr("Merge"), ""

    @property
    def can_go_back(self) -> bool:
        """There is nowhere to go back to."""
        return False

    def go_back(self) -> None:
        """Nothing."""

    def entered(self) -> None:
        """Read visits and conflicts again."""
        self._read()
        if self.tabs.value == DISPUTES:
            self.conflicts.begin()

    def choose_visit(self, visit: VisitId) -> None:
        """Turn to a visit: its conflicts first, its export chosen."""
        self._chosen = True
        self._turn_to(visit)

    def show_laptops(self, visit: str) -> None:
        """Turn to the laptops of a visit, where one waits to be let in."""
        self.choose_visit(VisitId(visit))
        self.tabs.set_value(LAPTOPS)
        self._turn(LAPTOPS)

    def receive(self, file: Path) -> None:
        """Receive a bundle, as if it had been dropped here."""
        self.handover.receive(file)

    # --- inside -----------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        side = theme.dress(QWidget(), surface="raised")
        side.setFixedWidth(theme.PANEL)
        inside = QHBoxLayout(side)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.handover)
        above = row(self.visit, self.tabs)
        above.setStretch(0, 1)
        above.setContentsMargins(theme.LARGE, theme.SMALL, theme.LARGE, theme.SMALL)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(above)
        right.addWidget(line())
        right.addWidget(self.banner)
        right.addWidget(self.stack, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(side)
        whole.addWidget(line(vertical=True))
        whole.addLayout(right, 1)

    def _turn(self, face: str) -> None:
        """Show another face of the visit."""
        self.stack.setCurrentIndex((DISPUTES, CAME, COVERAGE, SAME, LAPTOPS).index(face))
        self._read_face()

    def _turn_to(self, visit: VisitId) -> None:
        if visit != self._visit:
            self._visit = visit
            self.banner.clear()
            self.taking_back.turn_to(visit)
            self.handover.choose_visit(visit)
        self.visit.set_value(visit)
        self.conflicts.turn_to(visit)
        self._read_face()

    def _read_face(self) -> None:
        """Read what the face in view shows; the others are read when they are turned to."""
        if not self._visit or not self.isVisible():
            return
        self.same.show_visit(self._visit)  # how many there are is said on its tab
        if self.tabs.value == LAPTOPS:
            self.laptops.show_visit(self._visit)
        else:
            self.laptops.count(self._visit)
        if self.tabs.value == CAME:
            self.came.show_visit(self._visit)
        elif self.tabs.value == COVERAGE:
            self._cover()

    def _cover(self) -> None:
        if self._covered != self._visit or self.coverage is None:
            if self.coverage is not None:
                self.coverage.deleteLater()
            self._covered = self._visit
            self.coverage = CoverageMap(self.session, self._visit, count=True)
            lay = self._areas.layout()
            assert lay is not None
            lay.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.SMALL)
            lay.addWidget(self.coverage)
        self.coverage.entered()

    def _read(self) -> None:
        self.session.read(
            lambda bench: (bench.visits.list(), bench.merging.conflicts()), self._show, owner=self
        )

    def _show(self, read: tuple[tuple[VisitRow, ...], tuple[ConflictView, ...]]) -> None:
        visits, conflicts = read
        self.handover.show_visits(visits)
        self._offer(visits)
        self.conflicts.show_conflicts(conflicts)
        if not self._chosen or all(each.id != self._visit for each in visits):
            of = [each.visit for each in conflicts] or [each.id for each in visits]
            if of and self._visit not in of:
                self._turn_to(of[0])
        self._say(DISPUTES, tr("In dispute"), sum(each.visit == self._visit for each in conflicts))
        self._read_face()
        self.counted.emit(len(conflicts))

    def _offer(self, visits: tuple[VisitRow, ...]) -> None:
        self.visit.clear()
        for each in visits:
            waiting = f" ({each.conflicts})" if each.conflicts else ""
            self.visit.addItem(f"{visit_words(each)}{waiting}", each.id)
        self.visit.setEnabled(bool(visits))
        self.visit.set_value(self._visit)

    def _count_same(self, undecided: int) -> None:
        self._say(SAME, tr("Checked twice"), undecided)

    def _say(self, face: str, words: str, count: int) -> None:
        self.tabs.buttons()[face].setText(f"{words} ({count})" if count else words)

    def _undone(self, _undone: Undone) -> None:
        self.conflicts.banner.clear()  # it offers to undo what is undone by now

    def _changed(self, _saved: Saved, owner: object) -> None:
        if owner not in (self.conflicts, self.conflicts.bulk):
            self.conflicts.banner.clear()  # it offers to undo what is no longer the last act
        if self.isVisible():
            self._read()
        else:  # after every answer: what nobody sees is read when the room is entered
            self.session.read(lambda bench: bench.merging.count(), self.counted.emit, owner=self)
