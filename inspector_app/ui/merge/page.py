"""The merge room: what goes out and comes in on the left, what people must decide on the right."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import ConflictView, Saved, VisitRow
from inspector_app.ui import theme
from inspector_app.ui.merge.conflicts import ConflictsPanel
from inspector_app.ui.merge.handover import HandoverPanel
from inspector_app.ui.session import Session
from inspector_app.ui.widgets import line


class MergePage(QWidget):
    """Hand-over beside conflicts. `counted(int)` tells how many conflicts are open."""

    heading_changed = Signal()
    counted = Signal(int)
    open_visit = Signal(str, str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.handover = HandoverPanel(session)
        self.handover.open_visit.connect(lambda visit: self.open_visit.emit(visit, ""))
        self.conflicts = ConflictsPanel(session)
        self._visits: tuple[VisitRow, ...] = ()
        side = theme.dress(QWidget(), surface="raised")
        side.setFixedWidth(theme.PANEL)
        inside = QHBoxLayout(side)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.handover)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(side)
        whole.addWidget(line(vertical=True))
        whole.addWidget(self.conflicts, 1)
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
        self.conflicts.begin()

    def choose_visit(self, visit: VisitId) -> None:
        """Turn to a visit: its conflicts first, its export chosen."""
        self.handover.choose_visit(visit)
        self.conflicts.turn_to(visit)

    def receive(self, file: Path) -> None:
        """Receive a bundle, as if it had been dropped here."""
        self.handover.receive(file)

    def _read(self) -> None:
        self.session.read(
            lambda bench: (bench.visits.list(), bench.merging.conflicts()), self._show, owner=self
        )

    def _show(self, read: tuple[tuple[VisitRow, ...], tuple[ConflictView, ...]]) -> None:
        visits, conflicts = read
        self.handover.show_visits(visits)
        self.conflicts.show_conflicts(conflicts)
        self.counted.emit(len(conflicts))

    def _changed(self, _saved: Saved, _owner: object) -> None:
        if self.isVisible():
            self._read()
        else:  # after every answer: what nobody sees is read when the room is entered
            self.session.read(lambda bench: len(bench.merging.conflicts()), self.counted.emit, owner=self)
