"""What comes before the questions: the papers handed over, and what the unit says of itself."""

from PySide6.QtWidgets import QWidget

from inspector_app.domain.records import VisitId
from inspector_app.i18n import mark
from inspector_app.ui.session import Session
from inspector_app.ui.visit.parts import Part, PartsPage


def _documents(session: Session, visit: VisitId) -> QWidget:
    from inspector_app.ui.visit.documents import DocumentsPage

    return DocumentsPage(session, visit)


def _self_report(session: Session, visit: VisitId) -> QWidget:
    from inspector_app.ui.visit.self_report.page import SelfReportPage

    return SelfReportPage(session, visit)


def _paper_forms(session: Session, visit: VisitId) -> QWidget:
    from inspector_app.ui.visit.paper_forms import PaperFormsPage

    return PaperFormsPage(session, visit)


PARTS = (
    Part("documents", mark("Documents received"), _documents, lambda card: len(card.documents)),
    Part("self-report", mark("Self-report"), _self_report),
    Part("paper", mark("Forms on paper"), _paper_forms),
)


class PreparationPage(PartsPage):
    """The preparation of a visit, part by part."""

    def __init__(self, session: Session, visit: VisitId) -> None:
        super().__init__(session, visit, PARTS)
