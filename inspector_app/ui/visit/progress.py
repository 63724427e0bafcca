"""How far the unit has come: its plan, what is late in it, its models, the faults of its software."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.domain.records import VisitId
from inspector_app.i18n import mark, tr
from inspector_app.services.views import ChecklistView, VisitCard
from inspector_app.ui import theme
from inspector_app.ui.fields import Field, NumberEdit
from inspector_app.ui.session import Session
from inspector_app.ui.visit.listings import Listing, Offered, initiatives, plan_lines, software_faults
from inspector_app.ui.visit.parts import Part, PartsPage
from inspector_app.ui.visit.record_columns import Options
from inspector_app.ui.visit.record_sheet import RecordSheet
from inspector_app.ui.widgets import row


class AreaSheet(RecordSheet):
    """A list whose records may belong to an area of the visit's checklist."""

    def __init__(self, session: Session, visit: VisitId, listing: Callable[[Offered], Listing]) -> None:
        self._areas: Options = (("", tr("No area")),)
        super().__init__(session, visit, listing(lambda: self._areas))
        session.read(lambda bench: bench.checklists.open(visit), self._offer_areas, owner=self)

    def _offer_areas(self, view: ChecklistView) -> None:
        scored = tuple((area.code, f"{area.code} · {area.name}") for area in view.areas if area.scored)
        self._areas = (("", tr("No area")), *scored)


class InitiativesPage(QWidget):
    """The models by name, and how many units registered any as the unit reports."""

    def __init__(self, session: Session, visit: VisitId) -> None:
        super().__init__()
        self.session = session
        self.visit = visit
        self.sheet = AreaSheet(session, visit, initiatives)
        self.sheet.shown.connect(self._show)
        self.units = NumberEdit(
            name=tr("Units with registered models, as reported"), whole=True, least=0, most=9999
        )
        self.units.setFixedWidth(84)
        self.units.finished.connect(self._save)
        self.field = Field(tr("&Units with registered models, as reported"), self.units)
        head = row(self.field, None)
        head.setContentsMargins(theme.LARGE, theme.TINY, theme.LARGE, theme.SMALL)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self.sheet, 1)

    def entered(self) -> None:
        """Read the list again."""
        self.sheet.entered()

    def go_to(self, name: str) -> None:
        """Go to a model, or to the number that the unit reports."""
        if name == "models_registered":
            self.units.setFocus()
        else:
            self.sheet.go_to(name)

    def _show(self, card: VisitCard) -> None:
        count = card.visit.models_registered
        if not self.field.refusal:
            self.units.set_value(None if count is None else Decimal(count))

    def _save(self) -> None:
        visit = self.visit
        count = None if self.units.value is None else int(self.units.value)
        self.session.save(
            lambda bench: bench.visits.edit(visit, models_registered=count),
            None,
            lambda error: self.field.refuse(str(error)),
            owner=self,
            key=f"{visit} models_registered",
        )


def _plan(session: Session, visit: VisitId) -> QWidget:
    from inspector_app.ui.visit.plan import PlanPage

    return PlanPage(session, visit)


PARTS = (
    Part("plan", mark("Plan by area"), _plan),
    Part(
        "late",
        mark("Late tasks"),
        lambda session, visit: AreaSheet(session, visit, plan_lines),
        lambda card: len(card.plan_lines),
    ),
    Part("models", mark("Models and initiatives"), InitiativesPage, lambda card: len(card.initiatives)),
    Part(
        "faults",
        mark("Software faults"),
        lambda session, visit: RecordSheet(session, visit, software_faults()),
        lambda card: len(card.software_faults),
    ),
)


class ProgressPage(PartsPage):
    """The progress of a unit, part by part."""

    def __init__(self, session: Session, visit: VisitId) -> None:
        super().__init__(session, visit, PARTS)
