"""The face of an item: mark, code, words, maximum and points, painted rather than built from labels.

Painting makes an area of 26 items stand in a blink, and keeps every baseline on one grid. What is painted is
also said: the card carries it in words for screen readers.
"""

import re

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector_app import text
from inspector_app.i18n import tr
from inspector_app.services.views import AreaView, ItemView
from inspector_app.ui import theme

MARK = 14
GLYPH = 15
"""The room of a small picture before words, with the gap."""
LINE = 18


def mark_of(item: ItemView) -> theme.Mark:
    """The mark of an item's state; a dispute outweighs the rest."""
    return "disputed" if item.disputed else item.status


_CODE = re.compile(r"[A-Z]{1,4}[0-9]{0,3}[a-z]?")


def shown_code(item: ItemView | AreaView) -> str:
    """The code that stands on paper too; "" where item or area only has a name for computers."""
    return item.code if _CODE.fullmatch(item.code) else ""


def is_base(item: ItemView) -> bool:
    """Whether the item is a base figure of a form of ours, which has many of them, with codes."""
    return item.editor == "figure" and bool(shown_code(item))


def is_asked(item: ItemView) -> bool:
    """Whether somebody can answer the item: not what follows from others, not words to read."""
    if item.editor == "repeat":
        return True
    return any(not leaf.computed and not leaf.readonly for leaf in item.leaves) and item.editor != "note"


def state_words(item: ItemView) -> str:
    """The state in words, for screen readers and tooltips."""
    words = {
        "open": tr("not answered"),
        "required": tr("required, not answered"),
        "answered": tr("answered"),
        "not_applicable": tr("not applicable"),
        "invalid": tr("the value is not valid"),
    }[item.status]
    return tr("{state}, in dispute", state=words) if item.disputed else words


class Heading(QWidget):
    """Mark, code and words of an item, wrapped; at the right what it lacks, its findings and its maximum.

    Compact, for a row of a table: narrower, the unit behind the words, all in the middle of the height.
    """

    def __init__(self, item: ItemView, *, compact: bool = False) -> None:
        super().__init__()
        # In a form of other people the code is a name for computers, and too long for a column.
        self.code_width = 0 if shown_code(item) == "" else 42 if compact else 54
        self._compact = compact
        self._words = self._maximum = self._findings = self._clipped = self._code = ""
        self.lacks = ""
        """What the item needs and has not, in words."""
        self._mark: theme.Mark = "open"
        self._unsaved = self._reads_only = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def indent(self) -> int:
        """Where the words begin."""
        return MARK + theme.SMALL + self.code_width

    def show_item(self, item: ItemView) -> None:
        """Show the item as it stands now."""
        before = (self._words, self._maximum, self._findings, self._clipped)
        self._code, self._mark = shown_code(item), mark_of(item)
        self._reads_only = item.editor == "note"
        self._words = item.text
        if self._compact and item.unit and item.unit.casefold() not in item.text.casefold():
            self._words = f"{item.text} ({item.unit})"
        self._maximum = self._findings = self.lacks = ""
        if item.max_points:
            self._maximum = tr("max {points}", points=text.format_number(item.max_points, 2))
        if item.findings:
            self._findings = str(item.findings)
        if item.status == "answered" and item.evidence_required and not item.evidence:
            self.lacks = tr("Evidence needed")
        self._clipped = str(item.evidence) if item.evidence else self.lacks
        self.setToolTip(" · ".join(part for part in (state_words(item), self.lacks) if part))
        if before != (self._words, self._maximum, self._findings, self._clipped):
            self.updateGeometry()
        self.update()

    def show_unsaved(self, unsaved: bool) -> None:
        """Mark that the screen holds what the workspace does not."""
        self._unsaved = unsaved
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self._words_rect(width).height(), LINE)

    def sizeHint(self) -> QSize:
        return QSize(480, LINE)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, LINE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        words = self._words_rect(self.width())
        if self._compact:
            painter.translate(0, max(0, (self.height() - words.height()) // 2))
        mark: theme.Mark = "invalid" if self._unsaved else self._mark
        place = QRectF(0, (LINE - MARK) / 2, MARK, MARK)
        if self._reads_only:
            theme.paint_glyph(painter, place, "info", theme.colour("secondary"))
        else:
            theme.paint_mark(painter, place, mark)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("accent"))
        painter.drawText(QRect(MARK + theme.SMALL, 0, self.code_width, LINE), left, self._code)
        painter.setFont(theme.font("text"))
        painter.setPen(theme.colour("text"))
        painter.drawText(words, Qt.TextFlag.TextWordWrap, self._words)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("secondary"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(0, 0, self.width(), LINE), right, self._maximum)
        if self._findings:
            at = self.width() - self._taken(self._maximum) - self._taken(self._findings) + theme.LARGE
            painter.setPen(theme.colour("wrong"))
            painter.drawText(QRect(at, 0, self.width(), LINE), left, self._findings)
            theme.paint_mark(painter, QRectF(at - GLYPH, (LINE - 12) / 2, 12, 12), "finding")
        if self._clipped:
            at = self.width() - self._at_right() + theme.LARGE + GLYPH
            tone = theme.colour("attention" if self.lacks else "secondary")
            painter.setPen(tone)
            painter.drawText(QRect(at, 0, self.width(), LINE), left, self._clipped)
            theme.paint_glyph(painter, QRectF(at - GLYPH, (LINE - 12) / 2, 12, 12), "evidence", tone)
        painter.end()

    def _words_rect(self, width: int) -> QRect:
        inside = max(80, width - self.indent - self._at_right())
        return QRect(self.indent, 0, inside, theme.text_height(self._words, inside))

    def _at_right(self) -> int:
        """The width of all that stands at the right."""
        glyphs = GLYPH * (bool(self._findings) + bool(self._clipped))
        return glyphs + sum(map(self._taken, (self._maximum, self._findings, self._clipped)))

    @staticmethod
    def _taken(words: str) -> int:
        """The width that a small text at the right takes from the words, with the gap before it."""
        return theme.text_width(words, "small") + theme.LARGE if words else 0


def difference(item: ItemView) -> str:
    """How far the team's points lie from the unit's own, "" where they agree or one is missing."""
    if item.points is None or item.self_points is None or item.points == item.self_points:
        return ""
    apart = item.points - item.self_points
    return tr("difference {points}", points=f"{'+' if apart > 0 else '−'}{text.format_number(abs(apart), 2)}")


class Score(QWidget):
    """Side by side what the unit gave itself, what the team gives, the difference; above, the rate."""

    def __init__(self) -> None:
        super().__init__()
        self._own = self._team = self._apart = self._rate = ""
        self._tone: theme.Tone = "text"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_item(self, item: ItemView) -> None:
        """Show the points as they stand now."""
        own = "" if item.self_points is None else text.format_number(item.self_points, 2)
        self._own = tr("Self {points}", points=own) if own else ""
        self._rate = "" if item.rate is None else f"= {text.format_percent(item.rate, 2)}"
        self._tone = "secondary"
        self._apart = "" if item.status == "not_applicable" else difference(item)
        if item.status == "not_applicable":
            self._team = tr("Out of the score")
        elif item.points is None:
            self._team = tr("Team {points}", points="–")
        else:
            self._team = tr("Team {points}", points=text.format_number(item.points, 2))
            # Nothing earned where something could be: what the eye should find first.
            self._tone = "wrong" if item.points <= 0 and (item.max_points or item.points) else "text"
        self._said()

    def grow_stale(self) -> None:
        """Something is being typed: what stands here is no longer what will be."""
        if self._rate:
            self._rate = "= …"
            self._said()

    def sizeHint(self) -> QSize:
        strong, plain = QFontMetrics(theme.font("strong")), QFontMetrics(theme.font("text"))
        own = plain.horizontalAdvance(self._own) + theme.MEDIUM if self._own else 0
        width = own + strong.horizontalAdvance(self._team) + self._apart_width() + 2
        return QSize(max(width, strong.horizontalAdvance(self._rate)), theme.ROW * (2 if self._rate else 1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = Qt.AlignmentFlag.AlignVCenter
        line = self.rect().adjusted(0, self.height() - theme.ROW, 0, 0)
        painter.setFont(theme.font("text"))
        painter.setPen(theme.colour("secondary"))
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignLeft, self._own)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("attention"))
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, self._apart)
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour(self._tone))
        beside = line.adjusted(0, 0, -self._apart_width(), 0)
        painter.drawText(beside, middle | Qt.AlignmentFlag.AlignRight, self._team)
        if self._rate:
            above = self.rect().adjusted(0, 0, 0, -theme.ROW)
            painter.setPen(theme.colour("text"))
            painter.drawText(above, middle | Qt.AlignmentFlag.AlignRight, self._rate)
        painter.end()

    def _apart_width(self) -> int:
        metrics = QFontMetrics(theme.font("small"))
        return metrics.horizontalAdvance(self._apart) + theme.MEDIUM if self._apart else 0

    def _said(self) -> None:
        parts = (self._rate, self._own, self._team, self._apart)
        self.setAccessibleName(" · ".join(part for part in parts if part))
        self.updateGeometry()
        self.update()
