"""The cells of a file that came back, as rows: where each stands, what it means, what becomes of it."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from inspector_app.i18n import mark, tr
from inspector_app.services.self_report.views import ReportedCell, State
from inspector_app.ui import theme
from inspector_app.ui.row_list import LINE, Look, paint_line, paint_wrapped, wrapped_height

FIELDS = {"value": mark("result"), "points": mark("self-score"), "note": mark("explanation")}
STATES: dict[State, tuple[str, theme.Mark, str]] = {
    "doubtful": (mark("decide"), "required", "attention"),
    "refused": (mark("not taken"), "invalid", "wrong"),
    "disputed": (mark("in dispute, left as it is"), "disputed", "attention"),
    "changed": (mark("differs from before"), "answered", "accent"),
    "new": (mark("new"), "answered", "accent"),
    "same": (mark("as before"), "saved", "secondary"),
}
"""State → its word, its mark, its colour; those that need a person first."""
LEFT_OUT = ""
"""Chosen for a doubtful cell that is not to be taken."""
_LINES = 3


@dataclass(frozen=True, slots=True)
class CellRow:
    """A cell, and what a person decided about it: a meaning as stored, `LEFT_OUT`, or None while open."""

    cell: ReportedCell
    decided: str | None = None

    @property
    def id(self) -> str:
        return self.cell.key

    @property
    def open(self) -> bool:
        """Whether a person still has to decide."""
        return self.cell.state == "doubtful" and self.decided is None

    @property
    def taken(self) -> bool:
        """Whether it will be written."""
        return self.cell.state in ("new", "changed") or (
            self.cell.state == "doubtful" and self.decided not in (None, LEFT_OUT)
        )


def state_words(row: CellRow) -> str:
    """What becomes of a cell, in a word or two."""
    if row.cell.state == "doubtful" and row.decided is not None:
        return tr("not taken") if row.decided == LEFT_OUT else tr("decided")
    return tr(STATES[row.cell.state][0])


def meaning_words(row: CellRow) -> str:
    """What a cell means, or the meanings that it can have, numbered as the digits that choose them."""
    cell = row.cell
    if cell.state == "refused":
        return f"“{cell.text}”"
    if cell.state == "doubtful":
        if row.decided:
            return next(each.words for each in cell.meanings if each.stored == row.decided)
        offered = (f"{place}: {each.words}" for place, each in enumerate(cell.meanings, 1))
        return f"“{cell.text}”  →  {'   '.join(offered)}   0: {tr('leave it out')}"
    words = cell.meanings[0].words if cell.meanings else cell.text
    return f"{cell.before}  →  {words}" if cell.state == "changed" else words


def reason_words(row: CellRow) -> str:
    """Why a cell is doubtful or refused, and how it stands to what the team has."""
    cell = row.cell
    parts = [cell.why if cell.state in ("doubtful", "refused") else ""]
    if cell.not_answer:
        parts.append(tr("Kept as reported, not as the answer: {why}", why=cell.not_answer))
    elif cell.found:
        parts.append(tr("The team has: {value}", value=cell.found))
    elif cell.answers and row.taken:
        parts.append(tr("Becomes the answer too, as the team has none yet."))
    return " ".join(part for part in parts if part)


class CellLook(Look[CellRow]):
    """Code, column and place; what it means; why."""

    def text(self, row: CellRow) -> str:
        parts = (self._head(row), row.cell.title, meaning_words(row), reason_words(row))
        return "\n".join(part for part in parts if part)

    def said(self, row: CellRow) -> str:
        parts = (self._head(row), state_words(row), meaning_words(row), reason_words(row))
        return " · ".join(part for part in parts if part)

    def height(self, row: CellRow, width: int) -> int:
        reason = reason_words(row)
        inside = width - theme.MARK - theme.SMALL
        below = wrapped_height(reason, inside, _LINES) if reason else 0
        return LINE + wrapped_height(meaning_words(row), inside, _LINES) + below + theme.TINY

    def paint(self, painter: QPainter, inside: QRect, row: CellRow) -> None:
        _, state, token = STATES[row.cell.state]
        if row.cell.state == "doubtful" and not row.open:
            state, token = "answered" if row.taken else "not_applicable", "secondary"
        theme.paint_mark(painter, QRectF(inside.left(), inside.top() + 2, theme.MARK, theme.MARK), state)
        beside = theme.MARK + theme.SMALL
        line = QRect(inside.left() + beside, inside.top(), inside.width() - beside, LINE)
        said = paint_line(painter, line, state_words(row), "small_strong", token, right=True)
        code = paint_line(painter, line, row.cell.item, "small_strong", "accent")
        rest = line.adjusted(code + theme.SMALL, 0, -said - theme.MEDIUM, 0)
        paint_line(painter, rest, f"{tr(FIELDS[row.cell.field])} · {row.cell.place} · {row.cell.title}")
        words = meaning_words(row)
        high = wrapped_height(words, line.width(), _LINES)
        box = QRect(line.left(), line.bottom() + 1, line.width(), high)
        paint_wrapped(painter, box, words, _LINES)
        reason = reason_words(row)
        if reason:
            below = QRect(box.left(), box.bottom() + 1, box.width(), inside.bottom() - box.bottom())
            tone = (
                "wrong"
                if row.cell.state == "refused"
                else "attention"
                if row.open or row.cell.not_answer
                else "secondary"
            )
            paint_wrapped(painter, below, reason, _LINES, tone)

    @staticmethod
    def _head(row: CellRow) -> str:
        return f"{row.cell.item} · {tr(FIELDS[row.cell.field])} · {row.cell.place}"
