"""How findings, recommendations and those of earlier visits look in lists, and how late the latter are."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from inspector_app import text
from inspector_app.domain.records import WORDS, Finding, FollowUp, Recommendation
from inspector_app.i18n import tr
from inspector_app.services.views import Listed
from inspector_app.ui import theme
from inspector_app.ui.row_list import LINE, Look, paint_line, paint_wrapped, wrapped_height

Entry: TypeAlias = Listed[Finding] | Listed[Recommendation] | Listed[FollowUp]
MARK = 12
MOST_LINES = 3
_MARKS: dict[str, theme.Mark] = {
    "open": "open",
    "fixed": "saved",
    "partly": "required",
    "not_fixed": "invalid",
    "obsolete": "not_applicable",
}
_TONES: dict[str, theme.Tone] = {"fixed": "good", "partly": "attention", "not_fixed": "wrong"}


@dataclass(frozen=True, slots=True)
class Facts:
    """The small line above the words of a record: a mark, the item, what is said of it, and at the right."""

    item: str
    said: str
    right: str = ""
    mark: theme.Mark | None = None
    tone: theme.Tone = "secondary"
    late: bool = False


def days_late(record: FollowUp, on: date) -> int:
    """Days by which the deadline of an earlier recommendation is past; 0 where it is met or over."""
    if record.due_on is None or record.state in ("fixed", "obsolete"):
        return 0
    return max(0, (on - record.due_on).days)


def due_words(due: date | None) -> str:
    """When something is due."""
    return tr("by {date}", date=text.format_date(due)) if due else tr("no date yet")


class RecordLook(Look[Entry]):
    """Facts in a small line, then the words on up to three lines. `on` is the day of the visit."""

    def __init__(self) -> None:
        self.on = date.today()

    def facts(self, record: Finding | Recommendation | FollowUp) -> Facts:
        """The small line of a record."""
        if isinstance(record, Finding):
            cause = tr(WORDS[record.cause]) if record.cause else ""
            parts = (tr(WORDS[record.severity]), cause, record.responsible)
            tone: theme.Tone = "wrong" if record.severity == "serious" else "secondary"
            said = " · ".join(part for part in parts if part)
            return Facts(record.item, said, mark="finding", tone=tone)
        if isinstance(record, Recommendation):
            body = record.responsible or tr("responsible body not named")
            said = f"{body} · {tr('recommended again')}" if record.earlier else body
            return Facts(record.item, said, due_words(record.due_on))
        late = days_late(record, self.on)
        due = tr("{count} days overdue", count=late) if late else due_words(record.due_on)
        tone = _TONES.get(record.state, "secondary")
        return Facts(record.item, tr(WORDS[record.state]), due, _MARKS[record.state], tone, bool(late))

    def text(self, row: Entry) -> str:
        return row.record.text

    def said(self, row: Entry) -> str:
        facts = self.facts(row.record)
        parts = (facts.item, facts.said, facts.right, row.record.text, row.author)
        return " · ".join(part for part in parts if part)

    def height(self, row: Entry, width: int) -> int:
        return LINE + wrapped_height(row.record.text, width, MOST_LINES)

    def paint(
        self,
        painter: QPainter,
        inside: QRect,
        row: Entry,
    ) -> None:
        facts = self.facts(row.record)
        line = QRect(inside.left(), inside.top(), inside.width(), LINE)
        if facts.mark is not None:
            theme.paint_mark(painter, QRectF(line.left(), line.top() + 3, MARK, MARK), facts.mark)
            line = line.adjusted(MARK + 6, 0, 0, 0)
        if row.disputed:
            theme.paint_mark(painter, QRectF(line.right() - MARK, line.top() + 3, MARK, MARK), "disputed")
            line = line.adjusted(0, 0, -MARK - theme.SMALL, 0)
        right = facts.right or row.author
        taken = paint_line(painter, line, right, token="attention" if facts.late else "secondary", right=True)
        line = line.adjusted(0, 0, -taken - theme.MEDIUM, 0)
        if facts.item:
            taken = paint_line(painter, line, facts.item, "small_strong", "accent")
            line = line.adjusted(taken + theme.SMALL, 0, 0, 0)
        paint_line(painter, line, facts.said, token=facts.tone)
        paint_wrapped(painter, inside.adjusted(0, LINE, 0, 0), row.record.text, MOST_LINES)
