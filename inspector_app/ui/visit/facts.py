"""The facts of a visit, as they head and end its minutes: saved field by field when left."""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from inspector_app.domain.errors import Refused
from inspector_app.domain.records import Visit, VisitId
from inspector_app.i18n import tr
from inspector_app.services.field_names import ON_TIME
from inspector_app.services.views import Saved, VisitCard
from inspector_app.text import VIETNAM, fold, format_time
from inspector_app.ui import theme
from inspector_app.ui.fields import Choice, DateEdit, Field, LineEdit, NumberEdit, TextArea
from inspector_app.ui.notices import Banner
from inspector_app.ui.session import Session
from inspector_app.ui.visits.new_visit import VISIT_KINDS
from inspector_app.ui.widgets import Scroll, button, label, row

if TYPE_CHECKING:
    from inspector_app.ui.visit.move import MovePanel

_TIME = re.compile(r"(\d{1,2}) ?(?:[:h.]|gio) ?(\d{1,2})? ?(?:phut)?")


def read_time(text: str) -> time | None:
    """A time as people write it: 7:30, 07h30, 7 giờ 30. None when it is not one."""
    found = _TIME.fullmatch(fold(text).strip())
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


class FactsPage(QWidget):
    """Fields under the headings of the minutes; the panel that moves the visit to another checklist."""

    def __init__(self, session: Session, visit: VisitId) -> None:
        super().__init__()
        self.session = session
        self.visit = visit
        self.move: MovePanel | None = None
        self._card: VisitCard | None = None
        self.fields: dict[str, Field] = {}
        self._showers: dict[str, Callable[[Visit], None]] = {}
        self.ticks: dict[str, QCheckBox] = {}
        self._form = Scroll()
        self._build_form()
        self.middle = QStackedWidget()
        self.middle.addWidget(self._form)
        self.banner = Banner()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.banner)
        whole.addWidget(self.middle, 1)
        session.changed.connect(self._changed)

    def entered(self) -> None:
        """Read the facts again."""
        self.session.read(lambda bench: bench.visits.get(self.visit), self._show, owner=self)

    def go_to(self, name: str) -> None:
        """Put the cursor into a field; what stands elsewhere has none here."""
        field = self.fields.get(name)
        control = field.control if field else self.ticks.get(name)
        if control is not None:
            self._hide_move()
            control.setFocus(Qt.FocusReason.OtherFocusReason)
            self._form.ensureWidgetVisible(field or control, 0, theme.HUGE)

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
        self._add_visit(column)
        self._add_heading(column)
        self._add_opinion(column)
        self._add_signing(column)
        self.move_button = button(tr("Another &version of the checklist…"), self.show_move, icon="move")
        column.addLayout(row(self.move_button, None))
        column.addStretch(1)

    def _add_visit(self, column: QVBoxLayout) -> None:
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
                (self._choice("on_time", tr("A dossier is on &time when"), tuple(ON_TIME.items())), 6),
            )
        )

    def _add_heading(self, column: QVBoxLayout) -> None:
        column.addWidget(label(tr("Heading of the minutes"), "group"))
        column.addLayout(
            self._grid(
                (self._text("superior", tr("Superior &authority")), 3),
                (self._text("issuer", tr("&Issuing body")), 3),
                (self._text("number", tr("&Number")), 1),
                (self._text("symbol", tr("S&ymbol")), 2),
                (self._count("copies", tr("&Copies"), 1, 20), 1),
                (self._count("plan_areas", tr("Areas of its plan")), 2),
                (self._text("decision", tr("&Decision that set up the team")), 6),
                (self._text("plan", tr("P&lan of the inspection")), 6),
            )
        )

    def _add_opinion(self, column: QVBoxLayout) -> None:
        column.addWidget(label(tr("Opinion of the unit"), "group"))
        column.addWidget(
            self._lines(
                "unit_opinion",
                tr("&Opinion, printed in part VI of the minutes"),
                tr("What the unit accepts, explains or asks for, as read out in the meeting"),
                least=4,
            )
        )

    def _add_signing(self, column: QVBoxLayout) -> None:
        column.addWidget(label(tr("Signing"), "group"))
        column.addWidget(self._tick("print_scores", tr("The minutes say the &scores")))
        column.addWidget(self._tick("all_sign", tr("All &members of the team sign")))
        column.addLayout(
            self._grid(
                (self._text("unsigned_reason", tr("The unit does not sign, because")), 4),
                (self._text("witness", tr("Witness")), 2),
            )
        )

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
        edit.typed.connect(lambda value: self._keep(name, value))
        return self._add(name, text, edit, edit.set_value)

    def _date(self, name: str, text: str) -> Field:
        edit = DateEdit()
        edit.finished.connect(lambda: self._save(name, edit.value))
        return self._add(name, text, edit, edit.set_value)

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
        edit = NumberEdit(whole=True, least=least, most=most)

        def left() -> None:
            if edit.value is not None or least == 0:
                self._save(name, None if edit.value is None else int(edit.value))
            else:
                self.fields[name].refuse(tr("{least} to {most}", least=least, most=most))

        edit.finished.connect(left)
        return self._add(
            name, text, edit, edit.set_value, lambda count: None if count is None else Decimal(count)
        )

    def _lines(self, name: str, text: str, placeholder: str, least: int = 2) -> Field:
        area = TextArea(placeholder=placeholder, lines=(least, 12))
        area.finished.connect(lambda value: self._save(name, value))
        area.typed.connect(lambda value: self._keep(name, value))
        return self._add(name, text, area, area.set_value)

    def _tick(self, name: str, text: str) -> QCheckBox:
        box = self.ticks[name] = QCheckBox(text)
        box.setAccessibleName(text.replace("&", ""))
        box.clicked.connect(lambda ticked: self._save_tick(name, ticked))
        return box

    # --- saving -----------------------------------------------------------------------------------

    def _save_time(self, name: str, text: str) -> None:
        at = read_time(text)
        if not text:
            self._save(name, None)
        elif at is None:
            self.fields[name].refuse(tr("For example 07:30"))
        else:
            on = self._card.visit.on if self._card else None
            self._save(name, datetime.combine(on or date.today(), at, VIETNAM))

    def _save_tick(self, name: str, ticked: bool) -> None:
        self.session.save(
            lambda bench: bench.visits.edit(self.visit, **{name: ticked}),
            lambda _saved: self.entered(),
            lambda error: self._refused_tick(name, error),
            owner=self,
            key=f"{self.visit} {name}",
        )

    def _refused_tick(self, name: str, error: Refused) -> None:
        self.entered()
        self.ticks[name].setToolTip(str(error))

    def _save(self, name: str, value: object) -> None:
        field = self.fields[name]
        field.accept()
        self.session.save(
            lambda bench: bench.visits.edit(self.visit, **{name: value}),
            lambda _saved: self.entered(),
            lambda error: field.refuse(str(error)),
            owner=self,
            key=f"{self.visit} {name}",
        )

    def _keep(self, name: str, text: str) -> None:
        """What is being typed is kept as a draft, so that a crash loses at most the last keys."""
        visit = self.visit
        self.session.save(
            lambda bench: bench.visits.draft(visit, Visit.kind, visit, **{name: text}),
            owner=self,
            key=f"draft {visit} {name}",
        )

    # --- showing ----------------------------------------------------------------------------------

    def _changed(self, saved: Saved, owner: object) -> None:
        if (
            owner is not self
            and self.isVisible()
            and any(each.stream == self.visit and each.kind == Visit.kind for each in saved.what)
        ):
            self.entered()

    def _show(self, card: VisitCard) -> None:
        self._card = card
        for name, show in self._showers.items():
            if not self.fields[name].refusal:
                show(card.visit)
        for name, box in self.ticks.items():
            box.setChecked(getattr(card.visit, name))
