"""Trying a checklist out: the page on which inspectors fill it in, over a workspace that nothing keeps."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.domain.errors import InspectorError, Refused
from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.ui import widgets
from inspector_app.ui.checklist.page import ChecklistPage
from inspector_app.ui.session import Session
from inspector_app.ui.tasks import Job
from inspector_app.ui.visit.taking_back import TakingBack

if TYPE_CHECKING:
    from inspector_app.services.workbench import Workbench

T = TypeVar("T")


class TrialSession(Session):
    """A trial's workspace in memory as the checklist page sees it; that it is saved is shown nowhere."""

    def __init__(self, real: Session, visit: VisitId) -> None:
        super().__init__(real.lanes, real.settings)
        self._real = real
        self._visit = visit
        self.over = False
        """Another trial was asked for: nothing is asked of this one any more."""

    def set(self, **changes: object) -> None:
        self._real.set(**changes)
        self.settings = self._real.settings

    def read(
        self,
        work: "Callable[[Workbench], T]",
        then: Callable[[T], None],
        failed: Callable[[InspectorError], None] | None = None,
        *,
        owner: QObject,
        doing: str = "",
    ) -> Job:
        if self.over:
            return super().read(lambda _bench: None, lambda _none: None, owner=self)
        visit = self._visit
        return super().read(lambda bench: work(bench.trials[visit]), then, failed, owner=owner, doing=doing)

    def save(
        self,
        work: "Callable[[Workbench], T]",
        then: Callable[[T], None] | None = None,
        refused: Callable[[Refused], None] | None = None,
        *,
        owner: QObject,
        key: str = "",
        doing: str = "",
    ) -> None:
        if self.over:
            return
        visit = self._visit
        super().save(
            lambda bench: work(bench.trials[visit]), then, refused, owner=owner, key=key, doing=doing
        )


class Trial(QWidget):
    """A checklist to be filled in for trial; each beginning is a fresh one.

    `hint` and `again` are for whoever shows it, to be put beside its name.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.digest = ""
        self.page: ChecklistPage | None = None
        self._trial: TrialSession | None = None
        self.again = widgets.button(tr("Begin a&new"), self.begin, kind="quiet", icon="undo")
        self.hint = widgets.ElidedLabel(
            tr("Fill it in as an inspector would: nothing of it is kept."), "small", "secondary"
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_digest(self, digest: str) -> None:
        """Try the checklist of a digest; the one being tried already stays as it is."""
        if digest != self.digest:
            self.digest = digest
            self.begin()

    def begin(self) -> None:
        """Begin with an empty form."""
        digest, before = self.digest, None
        self.again.setEnabled(False)
        if self._trial is not None and self.page is not None and not self._trial.over:
            self._trial.over = True
            before = self.page.visit
        self.session.read(lambda bench: bench.try_out(digest, before), self._begun, owner=self)

    def _begun(self, visit: VisitId) -> None:
        if self.page is not None:
            self._column.removeWidget(self.page)
            self.page.hide()
            self.page.deleteLater()
        self._trial = TrialSession(self.session, visit)
        page = self.page = ChecklistPage(self._trial, visit)
        self._trial.setParent(page)
        taking_back = TakingBack(self._trial, visit, page, page.banner)
        taking_back.done.connect(lambda undone: page.show_part(undone.item))
        self.page.open_tab.connect(lambda _tab: self._say_so())
        self._column.addWidget(self.page, 1)
        self.again.setEnabled(True)

    def _say_so(self) -> None:
        self.hint.setText(tr("What belongs to a visit, such as its findings, is listed only there."))
