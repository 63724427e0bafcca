"""The overview of a visit: at one glance what is done, what is missing and who has what; its facts behind.

Every line leads to its place with a click or Enter. Nothing is typed here but the facts, on a part of their
own.
"""

from typing import TypeVar

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.domain.records import Visit, VisitId
from inspector_app.i18n import mark, tr
from inspector_app.services.views import Saved
from inspector_app.text import VIETNAM, format_date, format_number, format_time
from inspector_app.ui import theme
from inspector_app.ui.row_list import LINE, Look, Row, RowList, paint_line
from inspector_app.ui.session import Session
from inspector_app.ui.visit.parts import Part, PartsPage
from inspector_app.ui.visit.standing import (
    AreaLine,
    Line,
    Standing,
    area_lines,
    gaps,
    kind_text,
    lines,
    read_standing,
)
from inspector_app.ui.visit.words import index_words
from inspector_app.ui.widgets import ElidedLabel, Flow, beside, button, clear, column, label, line

R = TypeVar("R", bound=Row)
SIDE = 404
_MARK = 12
_ONE_LINE = 760
"""From this width on, all of an area stands in one line."""
_CODE, _BAR, _ANSWERED, _COUNTS, _POINTS, _OWNERS = 34, 56, 56, 112, 72, 170


class AreaLook(Look[AreaLine]):
    """An area in one line: name, who has it, progress, what is open, found and disputed, points."""

    def text(self, row: AreaLine) -> str:
        return f"{row.area.code} · {row.area.name}\n{row.owners}".strip()

    def said(self, row: AreaLine) -> str:
        area = row.area
        parts = (
            area.name,
            row.owners or (tr("dealt to nobody") if row.nobody else ""),
            tr("{answered} of {total} answered", answered=area.answered, total=area.total),
            tr("{count} required items open", count=area.open_required) if area.open_required else "",
            tr("{count} findings", count=area.findings) if area.findings else "",
            tr("{count} in dispute", count=area.disputed) if area.disputed else "",
        )
        return " · ".join(part for part in parts if part)

    def height(self, _row: AreaLine, width: int) -> int:
        return LINE if width >= _ONE_LINE else 2 * LINE - theme.TINY

    def paint(self, painter: QPainter, inside: QRect, row: AreaLine) -> None:
        area = row.area
        upper = QRect(inside.left(), inside.top(), inside.width(), LINE)
        lower = upper.translated(0, inside.height() - LINE)
        right = upper.right()
        if area.scored:
            points = f"{format_number(area.points)}/{format_number(area.max_points)}"
            box = QRect(right - _POINTS, upper.top(), _POINTS, LINE)
            paint_line(painter, box, points, "small", right=True)
        right -= _POINTS + theme.SMALL
        left = self._counts(painter, QRect(right - _COUNTS, upper.top(), _COUNTS, LINE), row)
        right -= _COUNTS if inside.width() >= _ONE_LINE else right - left
        done = lower.right() - _BAR - _ANSWERED + theme.SMALL if lower != upper else right - _BAR - _ANSWERED
        self._progress(painter, QRect(done, lower.top(), _BAR + _ANSWERED, LINE), row)
        code = QRect(upper.left(), upper.top(), _CODE, LINE)
        paint_line(painter, code, area.code, "small_strong", "accent")
        name = upper.adjusted(_CODE, 0, right - upper.right() - theme.SMALL, 0)
        owner = lower.adjusted(_CODE, 0, done - lower.right() - theme.MEDIUM, 0)
        if lower == upper:
            owner.setLeft(owner.right() - _OWNERS)
            name.setRight(owner.left() - theme.MEDIUM)
        paint_line(painter, name, area.name, "text", "text")
        if row.nobody:
            paint_line(painter, owner, tr("dealt to nobody"), "small", "attention")
        else:
            paint_line(painter, owner, row.owners)

    @staticmethod
    def _counts(painter: QPainter, box: QRect, row: AreaLine) -> int:
        """What is open, found and disputed: marks with their counts, from the right; where they begin."""
        x = box.right()
        area = row.area
        told: tuple[tuple[theme.Mark, int], ...] = (
            ("disputed", area.disputed),
            ("finding", area.findings),
            ("required", area.open_required),
        )
        for state, count in told:
            if not count:
                continue
            wide = paint_line(painter, QRect(x - 24, box.top(), 24, box.height()), str(count), right=True)
            x -= wide + _MARK + theme.TINY
            theme.paint_mark(painter, QRectF(x, box.center().y() - _MARK / 2, _MARK, _MARK), state)
            x -= theme.MEDIUM
        return x

    @staticmethod
    def _progress(painter: QPainter, box: QRect, row: AreaLine) -> None:
        area = row.area
        bar = QRectF(box.left(), box.center().y() - 1, _BAR, 4)
        theme.paint_bar(painter, bar, area.answered / max(area.total, 1))
        answered = QRect(box.left() + _BAR + theme.SMALL, box.top(), _ANSWERED, box.height())
        paint_line(painter, answered, f"{area.answered}/{area.total}")


class LineLook(Look[Line]):
    """A mark, the name, what is to say."""

    def text(self, row: Line) -> str:
        return f"{row.name}: {row.text}" if row.text else row.name

    def said(self, row: Line) -> str:
        return self.text(row)

    def height(self, _row: Line, _width: int) -> int:
        return LINE - 6

    def paint(self, painter: QPainter, inside: QRect, row: Line) -> None:
        theme.paint_mark(
            painter, QRectF(inside.left(), inside.center().y() - _MARK / 2, _MARK, _MARK), row.state
        )
        words = inside.adjusted(_MARK + theme.SMALL, -3, 0, 3)
        name = paint_line(painter, words, row.name, "text", "text")
        paint_line(painter, words.adjusted(name + theme.MEDIUM, 0, 0, 0), row.text, "small", right=True)


class LeadingList(RowList[R]):
    """A list whose rows lead somewhere, with a click or Enter."""

    wanted = Signal(object)

    def __init__(self, name: str, look: Look[R]) -> None:
        super().__init__(name, look)
        self.write_wanted.connect(self._go)
        self.clicked.connect(lambda _at: self._go())
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]  # a QFocusEvent
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0))

    def _go(self) -> None:
        if (row := self.current) is not None:
            self.wanted.emit(row)


class StandingPage(QWidget):
    """Hours and place above; the areas on the left, everything else on the right, what is missing below."""

    open_tab = Signal(str)
    open_item = Signal(str)
    open_conflicts = Signal(str)

    def __init__(self, session: Session, visit: VisitId) -> None:
        super().__init__()
        self.session = session
        self.visit = visit
        self.when = ElidedLabel("", "text", "secondary")
        self.index = label("", "strong", "accent")
        self.areas: LeadingList[AreaLine] = LeadingList(tr("Progress by area"), AreaLook())
        self.areas.wanted.connect(lambda area: self.open_item.emit(area.first))
        self.lines: LeadingList[Line] = LeadingList(tr("What there is"), LineLook())
        self.lines.wanted.connect(lambda row: self._go(row.place))
        self.missing_title = label("", "strong")
        self.missing = Flow(theme.TINY)
        self._lay_out()
        session.changed.connect(self._changed)

    def entered(self) -> None:
        """Read how the visit stands; the areas have the focus."""
        self._read()
        self.areas.setFocus()

    def _lay_out(self) -> None:
        edit = button(
            tr("Edit the facts"), lambda: self.open_tab.emit("overview/facts"), kind="quiet", icon="edit"
        )
        top = QHBoxLayout()
        top.setContentsMargins(theme.LARGE, 0, theme.MEDIUM, theme.TINY)
        top.setSpacing(theme.MEDIUM)
        top.addWidget(self.when, 1)
        top.addWidget(self.index)
        top.addWidget(edit)
        gaps_box = theme.dress(QWidget(), surface="raised")
        inside = QVBoxLayout(gaps_box)
        inside.setContentsMargins(theme.LARGE, theme.SMALL, theme.MEDIUM, theme.SMALL)
        inside.setSpacing(theme.TINY)
        inside.addWidget(self.missing_title)
        inside.addLayout(self.missing)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.areas, 1)
        left.addWidget(line())
        left.addWidget(gaps_box)
        side = theme.dress(QWidget(), surface="ground")
        side.setFixedWidth(SIDE)
        side.setLayout(column(self.lines, spacing=0))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(line())
        whole.addLayout(beside(left, side), 1)

    def _read(self) -> None:
        visit = self.visit
        self.session.read(lambda bench: read_standing(bench, visit), self._show, owner=self)

    def _show(self, standing: Standing) -> None:
        self.when.setText(_when(standing.card.visit))
        self.index.setText(index_words(standing.checklist.summary))
        self.areas.rows.show(area_lines(standing))
        self.lines.rows.show(lines(standing))
        self._show_gaps(gaps(standing))
        if self.areas.hasFocus() and not self.areas.currentIndex().isValid():
            self.areas.step(1)

    def _show_gaps(self, missing: list[Line]) -> None:
        clear(self.missing)
        self.missing_title.setText(
            tr("Before signing: {count} to see to", count=len(missing))
            if missing
            else tr("All that the minutes need is there.")
        )
        for gap in missing:
            made = button(gap.name, lambda place=gap.place: self._go(place), kind="link")
            made.setIcon(theme.mark_icon(gap.state))
            made.setIconSize(QSize(_MARK, _MARK))
            self.missing.addWidget(made)

    def _go(self, place: str) -> None:
        if place == "merge":
            self.open_conflicts.emit(self.visit)
        else:
            self.open_tab.emit(place)

    def _changed(self, saved: Saved, _owner: object) -> None:
        if self.isVisible() and any(each.stream == self.visit for each in saved.what):
            self._read()


def _when(visit: Visit) -> str:
    """`Định kỳ · 16/11/2026 · 07:30–16:20 · Trụ sở UBND xã …`"""
    hours = [format_time(at.astimezone(VIETNAM)) if at else "…" for at in (visit.started_at, visit.ended_at)]
    parts = (
        kind_text(visit),
        format_date(visit.on) if visit.on else tr("no day yet"),
        "–".join(hours) if visit.started_at or visit.ended_at else tr("no hours yet"),
        visit.place or tr("no place yet"),
    )
    return " · ".join(parts)


def _standing(session: Session, visit: VisitId) -> QWidget:
    return StandingPage(session, visit)


def _facts(session: Session, visit: VisitId) -> QWidget:
    from inspector_app.ui.visit.facts import FactsPage

    return FactsPage(session, visit)


PARTS = (
    Part("standing", mark("How it stands"), _standing),
    Part("facts", mark("Facts of the visit"), _facts),
)


class OverviewPage(PartsPage):
    """The overview of a visit, part by part."""

    def __init__(self, session: Session, visit: VisitId) -> None:
        super().__init__(session, visit, PARTS)
