"""The form of one dossier: any form's lines, with the entries of the checklist.

The form shows what applies, so lines come and go with the answers; those that stay are kept, with focus and
half-typed text. All dossiers share one form: going from one to the next only changes values.
"""

from itertools import count

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from inspector_app.i18n import tr
from inspector_app.services.views import DossierView, FormLine
from inspector_app.ui import theme, widgets
from inspector_app.ui.checklist.question import Question, Title


class Adder(QWidget):
    """Where another repetition of a group is begun."""

    wanted = Signal()

    def __init__(self, line: FormLine) -> None:
        super().__init__()
        self.button = widgets.button("", self.wanted.emit, icon="add")
        row = widgets.row(self.button, None)
        row.setContentsMargins(line.depth * theme.LARGE, theme.TINY, 0, theme.TINY)
        self.setLayout(row)
        self.show_line(line)

    def show_line(self, line: FormLine) -> None:
        """Show another wording."""
        self.button.setText(tr("Add: {what}", what=line.title))


class DossierForm(widgets.Scroll):
    """The lines of the dossier being checked."""

    answered = Signal(str, str)
    """(key, value)"""
    repeat_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(width=820, margin=theme.LARGE)
        self.column.setSpacing(0)
        self.column.addStretch(1)
        self.dossier = ""
        self._numbers = count(1)
        self.rows: dict[str, Title | Adder | Question] = {}

    def show_view(self, view: DossierView) -> None:
        """Show a dossier, or its new state."""
        if view.row.id != self.dossier:
            self.dossier = view.row.id
            for row in self.questions:
                row.forget()
            self.verticalScrollBar().setValue(0)
        shown = {line.key: line for line in view.lines}
        for key in self.rows.keys() - shown.keys():
            gone = self.rows.pop(key)
            self.column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, line in enumerate(view.lines):
            row = self.rows.get(line.key)
            if isinstance(row, Question) and not row.fits(line):
                self.column.removeWidget(row)
                row.hide()
                row.deleteLater()
                row = None
            if row is None:
                row = self.rows[line.key] = self._make(line)
                self.column.insertWidget(place, row)
                row.show()  # Qt would do so at the next turn of the event loop, too late for the focus
            else:
                row.show_line(line)
        self.rows = {key: self.rows[key] for key in shown}

    @property
    def questions(self) -> list[Question]:
        """The questions shown, in their order."""
        return [row for row in self.rows.values() if isinstance(row, Question)]

    def enter(self) -> None:
        """Put the cursor into the first question without an answer."""
        waiting = [row for row in self.questions if not row.entry.value]
        for row in [*waiting, *self.questions][:1]:
            self._go_to(row)

    def refuse(self, key: str, why: str) -> None:
        """Say at a question why its value was not taken."""
        row = self.rows.get(key)
        if isinstance(row, Question):
            row.refuse(why)

    def begin(self, key: str) -> int:
        """An answer is on its way: until the newest is back, the screen is newer than what is held.

        Returns the number of the answer, for `end`.
        """
        number = next(self._numbers)
        row = self.rows.get(key)
        if isinstance(row, Question):
            row.under_way = number
        return number

    def end(self, key: str, number: int) -> None:
        """The answer of this number is back."""
        row = self.rows.get(key)
        if isinstance(row, Question) and row.under_way == number:
            row.under_way = 0

    def _make(self, line: FormLine) -> Title | Adder | Question:
        if line.leaf is not None:
            row = Question(line, line.leaf)
            row.entered.connect(lambda value, key=line.key: self.answered.emit(key, value))
            row.step_wanted.connect(lambda way, row=row: self._step(row, way))
            return row
        if line.repeat and not line.key.endswith("]"):
            adder = Adder(line)
            adder.wanted.connect(lambda key=line.key: self.repeat_wanted.emit(key))
            return adder
        return Title(line)

    def _step(self, row: Question, way: int) -> None:
        rows = self.questions
        place = rows.index(row) + way
        if 0 <= place < len(rows):
            self._go_to(rows[place])

    def _go_to(self, row: Question) -> None:
        target = row.entry.focusProxy() or row.entry
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(row, 0, theme.HUGE * 2)
