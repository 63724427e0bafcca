"""The overview of a visit: the facts that head the minutes, the unit's opinion, and what is still missing."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inspector_app.domain.errors import Refused
from inspector_app.domain.records import LEAD, SECRETARY, Participant, Visit, VisitId
from inspector_app.i18n import mark, tr
from inspector_app.services.views import Listed, Saved, VisitCard, VisitRow
from inspector_app.text import fold, format_time
from inspector_app.ui import theme
from inspector_app.ui.fields import Choice, DateEdit, Field, LineEdit, TextArea
from inspector_app.ui.session import Session
from inspector_app.ui.visits.new_visit import VISIT_KINDS
from inspector_app.ui.widgets import Scroll, StateMark, button, clear, label, line, row

if TYPE_CHECKING:
    from inspector_app.ui.visit.move import MovePanel

ON_TIME = (
    ("A", mark("processing ended by the day promised")),
    ("B", mark("the result was handed over by the day promised")),
    ("C", mark("processing ended by the hour promised, pauses not counted")),
)
VIETNAM = timezone(timedelta(hours=7))
"""Where the visit is and whose time the minutes print, whatever the laptop is set to."""
_TIME = re.compile(r"(\d{1,2}) ?(?:[:h.]|gio) ?(\d{1,2})? ?(?:phut)?")


def read_time(text: str) -> time | None:
    """A time as people write it: 7:30, 07h30, 7 giờ 30. None when it is not one."""
    found = _TIME.fullmatch(fold(text).strip())
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


@dataclass(frozen=True, slots=True)
class Gap:
    """Something the minutes still lack, and the section where it is filled in."""

    text: str
    tab: str
    count: int = 0


def gaps(card: VisitCard, row: VisitRow | None) -> list[Gap]:
    """What is missing before the minutes can be signed, in the order of the sections."""
    visit = card.visit
    team = [each for each in card.participants if each.record.side == "team"]
    hosts = [each for each in card.participants if each.record.side == "unit"]
    found = [
        Gap(mark("Number of the decision that set up the team"), "overview") if not visit.decision else None,
        Gap(mark("Place"), "overview") if not visit.place else None,
        Gap(mark("Time of beginning"), "overview") if visit.started_at is None else None,
        Gap(mark("Period of the figures"), "overview")
        if visit.period_from is None or visit.period_to is None
        else None,
        Gap(mark("Members of the team"), "participants") if not team else None,
        Gap(mark("A head of the team"), "participants") if team and not _has_role(team, LEAD) else None,
        Gap(mark("A secretary"), "participants") if team and not _has_role(team, SECRETARY) else None,
        Gap(mark("Representatives of the unit"), "participants") if not hosts else None,
    ]
    if row is not None and row.open_required:
        found.append(Gap(mark("{count} required items are open"), "checklist", row.open_required))
    if row is not None and row.conflicts:
        found.append(Gap(mark("{count} values are in dispute"), "merge", row.conflicts))
    if card.findings and not card.recommendations:
        found.append(Gap(mark("Recommendations for the findings"), "findings"))
    if not visit.unit_opinion:
        found.append(Gap(mark("Opinion of the unit"), "overview"))
    return [gap for gap in found if gap is not None]


def _has_role(people: list[Listed[Participant]], role: str) -> bool:
    return any(each.record.role == role for each in people)


class OverviewPage(QWidget):
    """Facts on the left, saved field by field when left; what is missing on the right."""

    open_tab = Signal(str)
    open_conflicts = Signal(str)

    def __init__(self, session: Session, visit: VisitId) -> None:
        super().__init__()
        self.session = session
        self.visit = visit
        self.move: MovePanel | None = None
        self._card: VisitCard | None = None
        self._row: VisitRow | None = None
        self.fields: dict[str, Field] = {}
        self._showers: dict[str, Callable[[Visit], None]] = {}
        self._form = Scroll()
        self._build_form()
        self.missing = QVBoxLayout()
        self.missing.setSpacing(0)
        side = theme.dress(QWidget(), surface="raised")
        side.setFixedWidth(300)
        inside = QVBoxLayout(side)
        inside.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, theme.LARGE)
        inside.setSpacing(theme.SMALL)
        self.missing_title = label(tr("Before signing"), "group")
        inside.addWidget(self.missing_title)
        inside.addLayout(self.missing)
        inside.addStretch(1)
        self.move_button = button(tr("Another &version of the checklist…"), self.show_move, icon="move")
        inside.addWidget(self.move_button)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.middle = QStackedWidget()
        self.middle.addWidget(self._form)
        whole.addWidget(self.middle, 1)
        whole.addWidget(line(vertical=True))
        whole.addWidget(side)
        session.changed.connect(self._changed)

    def entered(self) -> None:
        """Read the visit again: other sections change what is missing."""
        visit = self.visit

        def work(bench: Any) -> tuple[VisitCard, VisitRow | None]:
            row = next((each for each in bench.visits.list() if each.id == visit), None)
            return bench.visits.get(visit), row

        self.session.read(work, self._show, owner=self)

    def show_move(self) -> None:
        """Show the panel that moves the visit to another version of its checklist, made when first wanted."""
        if self.move is None:
            from inspector_app.ui.visit.move import MovePanel

            self.move = MovePanel(self.session, self.visit)
            self.move.closed.connect(self._hide_move)
            self.middle.addWidget(self.move)
        self.middle.setCurrentWidget(self.move)
        self.move.begin()

    def _hide_move(self) -> None:
        self.middle.setCurrentWidget(self._form)
        self.move_button.setFocus()

    # --- the form ---------------------------------------------------------------------------------

    def _build_form(self) -> None:
        column = self._form.column
        column.addWidget(label(tr("The visit"), "group"))
        column.addLayout(
            self._grid(
                (self._text("title", tr("&Subject")), 4),
                (self._choice("visit_kind", tr("&Kind"), VISIT_KINDS), 2),
                (self._date("on", tr("&Date")), 2),
                (self._time("started_at", tr("&Begins at")), 1),
                (self._time("ended_at", tr("&Ends at")), 1),
                (None, 2),
                (self._text("place", tr("&Place")), 6),
                (self._date("period_from", tr("Figures &from")), 2),
                (self._date("period_to", tr("Figures &to")), 2),
                (None, 2),
            )
        )
        column.addWidget(label(tr("Heading of the minutes"), "group"))
        column.addLayout(
            self._grid(
                (self._text("superior", tr("Superior &authority")), 3),
                (self._text("issuer", tr("&Issuing body")), 3),
                (self._text("number", tr("&Number")), 1),
                (self._text("symbol", tr("S&ymbol")), 2),
                (self._count("copies", tr("&Copies"), 1, 20), 1),
                (None, 2),
                (self._text("decision", tr("&Decision that set up the team")), 6),
                (self._text("plan", tr("P&lan of the inspection")), 6),
            )
        )
        column.addWidget(label(tr("Figures that the minutes quote"), "group"))
        column.addLayout(
            self._grid(
                (self._choice("on_time", tr("A dossier is on &time when"), ON_TIME), 6),
                (self._count("plan_tasks", tr("Tasks in the plan")), 1),
                (self._count("plan_tasks_done", tr("of these done")), 1),
                (self._count("plan_activities", tr("Activities")), 1),
                (self._count("plan_activities_done", tr("of these done")), 1),
                (self._count("plan_areas", tr("Areas")), 1),
                (self._count("models_registered", tr("Models")), 1),
            )
        )
        column.addWidget(label(tr("Opinion of the unit"), "group"))
        column.addWidget(
            self._lines(
                "unit_opinion",
                tr("&Opinion, printed in part VI of the minutes"),
                tr("What the unit accepts, explains or asks for, as read out in the meeting"),
                least=4,
            )
        )
        column.addStretch(1)

    @staticmethod
    def _grid(*cells: tuple[QWidget | None, int]) -> QGridLayout:
        """Fields on a grid of six columns, filled line by line; None leaves room."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.MEDIUM)
        grid.setVerticalSpacing(theme.MEDIUM)
        for at in range(6):
            grid.setColumnStretch(at, 1)
        line, column = 0, 0
        for widget, span in cells:
            if widget is not None:
                grid.addWidget(widget, line, column, 1, span, Qt.AlignmentFlag.AlignTop)
            line, column = divmod(line * 6 + column + span, 6)
        return grid

    def _add(
        self,
        name: str,
        text: str,
        control: QWidget,
        show: Callable[[Any], None],
        read: Callable[[Any], Any] = lambda value: value,
    ) -> Field:
        self._showers[name] = lambda visit: show(read(getattr(visit, name)))
        field = self.fields[name] = Field(text, control)
        return field

    def _text(self, name: str, text: str) -> Field:
        edit = LineEdit()
        edit.finished.connect(lambda value: self._save(name, value))
        return self._add(name, text, edit, edit.set_value)

    def _date(self, name: str, text: str) -> Field:
        edit = DateEdit()
        edit.finished.connect(lambda: self._save(name, edit.value))
        field = self._add(name, text, edit, edit.set_value)
        edit.line.editingFinished.connect(
            lambda: field.refuse(edit.problem) if edit.problem else field.accept()
        )
        return field

    def _time(self, name: str, text: str) -> Field:
        edit = LineEdit(placeholder=tr("hh:mm"))
        edit.finished.connect(lambda value: self._save_time(name, value))
        return self._add(
            name,
            text,
            edit,
            edit.set_value,
            lambda at: format_time(at.astimezone(VIETNAM)) if at is not None else "",
        )

    def _choice(self, name: str, text: str, options: tuple[tuple[str, str], ...]) -> Field:
        choice = Choice((option, tr(words)) for option, words in options)
        choice.chosen.connect(lambda value: self._save(name, value))
        return self._add(name, text, choice, choice.set_value)

    def _count(self, name: str, text: str, least: int = 0, most: int = 9999) -> Field:
        edit = LineEdit()
        edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        edit.finished.connect(lambda value: self._save_count(name, value, least, most))
        return self._add(name, text, edit, edit.set_value, lambda count: "" if count is None else str(count))

    def _lines(self, name: str, text: str, placeholder: str, least: int = 2) -> Field:
        area = TextArea(placeholder=placeholder, lines=(least, 12))
        area.finished.connect(lambda value: self._save(name, value))
        return self._add(name, text, area, area.set_value)

    # --- saving -----------------------------------------------------------------------------------

    def _save_count(self, name: str, text: str, least: int, most: int) -> None:
        if text.isdecimal() and least <= int(text) <= most:
            self._save(name, int(text))
        elif not text and least == 0:
            self._save(name, None)
        else:
            self.fields[name].refuse(tr("{least} to {most}", least=least, most=most))

    def _save_time(self, name: str, text: str) -> None:
        at = read_time(text)
        if not text:
            self._save(name, None)
        elif at is None:
            self.fields[name].refuse(tr("For example 07:30"))
        else:
            on = self._card.visit.on if self._card else None
            self._save(name, datetime.combine(on or date.today(), at, VIETNAM))

    def _save(self, name: str, value: object) -> None:
        field = self.fields[name]
        field.accept()

        def refused(error: Refused) -> None:
            field.refuse(str(error))

        self.session.save(
            lambda bench: bench.visits.edit(self.visit, **{name: value}),
            lambda _saved: self.entered(),
            refused,
            owner=self,
            key=f"{self.visit} {name}",
        )

    # --- showing ----------------------------------------------------------------------------------

    def _changed(self, saved: Saved, owner: object) -> None:
        if owner is not self and self.isVisible() and any(each.stream == self.visit for each in saved.what):
            self.entered()

    def _show(self, read: tuple[VisitCard, VisitRow | None]) -> None:
        self._card, self._row = read
        for name, show in self._showers.items():
            if not self.fields[name].refusal:
                show(self._card.visit)
        clear(self.missing)
        lacking = gaps(self._card, self._row)
        self.missing_title.setText(
            tr("Before signing: {count} to see to", count=len(lacking)) if lacking else tr("Ready to sign")
        )
        if not lacking:
            self.missing.addWidget(
                label(tr("All that the minutes need is there."), "text", "secondary", wrap=True)
            )
        for gap in lacking:
            self.missing.addWidget(self._gap_line(gap))

    def _gap_line(self, gap: Gap) -> QWidget:
        text = tr(gap.text, count=gap.count) if gap.count else tr(gap.text)
        mark_ = StateMark("disputed" if gap.tab == "merge" else "required", 13)
        if gap.tab == "overview":
            words: QWidget = label(text, wrap=True)
        else:
            words = button(text, lambda: self._go(gap), kind="link")
        made = QWidget()
        lay = row(mark_, words, spacing=theme.SMALL)
        lay.setStretch(1, 1)
        made.setLayout(lay)
        made.setMinimumHeight(theme.ROW)
        return made

    def _go(self, gap: Gap) -> None:
        if gap.tab == "merge":
            self.open_conflicts.emit(self.visit)
        else:
            self.open_tab.emit(gap.tab)
