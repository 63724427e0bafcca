"""How a dossier looks in the list: its code, its procedure, what came out of it."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from inspector_app.i18n import tr
from inspector_app.services.views import DossierRow
from inspector_app.ui import theme
from inspector_app.ui.row_list import LINE, Look, paint_line

MARK = 12


def result(row: DossierRow) -> tuple[theme.Mark, theme.Tone, str]:
    """(mark, tone, words) for what came out of a dossier; the critical checks that failed are named first."""
    other = ", ".join(code for code in row.failed if code not in row.critical)
    also = f" · {tr('other faults: {checks}', checks=other)}" if other else ""
    if row.second:
        return "not_applicable", "secondary", tr("second check, does not count")
    if row.passed is None:
        return "open", "secondary", tr("being checked") + also
    if row.passed:
        return "saved", "good", tr("passed") + also
    return "invalid", "wrong", tr("failed: {checks}", checks=", ".join(row.critical)) + also


class DossierLook(Look[DossierRow]):
    """Code, procedure, result."""

    def text(self, row: DossierRow) -> str:
        return "\n".join(part for part in (row.code, row.procedure, row.field) if part)

    def said(self, row: DossierRow) -> str:
        parts = (row.code, row.procedure, result(row)[2], tr("overdue") if row.overdue else "")
        return " · ".join(part for part in parts if part)

    def height(self, _row: DossierRow, _width: int) -> int:
        return 3 * LINE

    def paint(self, painter: QPainter, inside: QRect, row: DossierRow) -> None:
        code, procedure, outcome = (
            QRect(inside.left(), inside.top() + LINE * place, inside.width(), LINE) for place in range(3)
        )
        mark, tone, words = result(row)
        paint_line(painter, code, row.code, "strong", "text", elide=Qt.TextElideMode.ElideMiddle)
        paint_line(painter, procedure, row.procedure or tr("no procedure named yet"))
        theme.paint_mark(painter, QRectF(outcome.left(), outcome.top() + 3, MARK, MARK), mark)
        overdue = tr("overdue") if row.overdue else ""
        late = paint_line(painter, outcome, overdue, token="attention", right=True)
        paint_line(painter, outcome.adjusted(MARK + 6, 0, -late - theme.SMALL, 0), words, token=tone)
