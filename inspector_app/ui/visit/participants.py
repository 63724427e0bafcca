"""Who was there, and who does what: the team, the unit, the areas dealt to the members."""

from PySide6.QtWidgets import QWidget

from inspector_app.domain.records import Side, VisitId
from inspector_app.i18n import mark
from inspector_app.services.views import VisitCard
from inspector_app.ui.session import Session
from inspector_app.ui.visit.parts import Part, PartsPage


def _team(session: Session, visit: VisitId) -> QWidget:
    from inspector_app.ui.visit.people import PeoplePage

    return PeoplePage(session, visit, "team")


def _unit(session: Session, visit: VisitId) -> QWidget:
    from inspector_app.ui.visit.people import PeoplePage

    return PeoplePage(session, visit, "unit")


def _dealing(session: Session, visit: VisitId) -> QWidget:
    from inspector_app.ui.visit.coverage import DealingPage

    return DealingPage(session, visit)


def _count(card: VisitCard, side: Side) -> int:
    return sum(each.record.side == side for each in card.participants)


PARTS = (
    Part("team", mark("Inspection team"), _team, lambda card: _count(card, "team")),
    Part("unit", mark("Unit inspected"), _unit, lambda card: _count(card, "unit")),
    Part("dealing", mark("Areas dealt to members"), _dealing),
)


class ParticipantsPage(PartsPage):
    """The people of a visit, part by part."""

    def __init__(self, session: Session, visit: VisitId) -> None:
        super().__init__(session, visit, PARTS)
