"""The form of one dossier: any form's lines, with the entries of the checklist.

The form shows what applies, so lines come and go with the answers; those that stay are kept, with focus and
half-typed text. All dossiers share one form: going from one to the next only changes values.
"""

import re
from itertools import count

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.i18n import tr
from inspector_app.services.views import DossierView, FormLine, LeafView
from inspector_app.ui import theme, widgets
from inspector_app.ui.checklist.choices import ManyEntry
from inspector_app.ui.checklist.editors import entry_for
from inspector_app.ui.checklist.entries import LineEntry, ProseEntry, Stuck
from inspector_app.ui.checklist.extras import Issue

ENTRY_WIDTH = 340
_BASELINE = 6
"""Lets the first line of a question stand level with the text in its entry."""
_CHECK = re.compile(r"[A-Z]+\d+")
"""The checks have codes, which the result names; other questions have only names."""


class Title(QWidget):
    """The title of a group, or of one of its repetitions."""

    def __init__(self, line: FormLine) -> None:
        super().__init__()
        kind: theme.Type = "group" if line.depth == 0 else "strong"
        self.words = widgets.label(line.title, kind)
        column = widgets.column(self.words)
        column.setContentsMargins(line.depth * theme.LARGE, theme.MEDIUM, 0, theme.TINY)
        self.setLayout(column)

    def show_line(self, line: FormLine) -> None:
        """Show another wording."""
        self.words.setText(line.title)


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


class Question(QWidget):
    """A question and its entry on one line, or one above the other where the answer needs the width."""

    entered = Signal(str)
    step_wanted = Signal(int)

    def __init__(self, line: FormLine, leaf: LeafView) -> None:
        super().__init__()
        self.key = line.key
        self.under_way = 0
        """The number of the newest answer that is not back yet."""
        self.entry = entry_for(leaf)
        self.entry.entered.connect(self._entered)
        self.entry.stuck.connect(self._get_stuck)
        self.entry.finished.connect(lambda: self.step_wanted.emit(1))
        self._stuck: Stuck | None = None
        self._refused = ""
        self._issue: Issue | None = None
        wide = isinstance(self.entry, ManyEntry | ProseEntry)
        self.words = widgets.label("", "text", wrap=True)
        self.words.setMinimumWidth(120)
        self._hint = widgets.label("", "small", "secondary", wrap=True)
        self._below = QVBoxLayout()
        self._below.setSpacing(theme.TINY)
        asked = widgets.column(self.words, self._hint, spacing=0)
        answer = QHBoxLayout()
        answer.setSpacing(theme.LARGE)
        column = QVBoxLayout(self)
        column.setContentsMargins(line.depth * theme.LARGE, theme.TINY, 0, theme.TINY)
        column.setSpacing(theme.TINY)
        if wide:
            column.addLayout(asked)
            answer.addWidget(self.entry)
        else:
            answer.addLayout(asked, 1)
            holder = QWidget()
            holder.setFixedWidth(ENTRY_WIDTH)
            held = widgets.row(self.entry)
            if not leaf.choices and not isinstance(self.entry, LineEntry):
                held.addStretch(1)
            holder.setLayout(held)
            answer.addWidget(holder, 0, Qt.AlignmentFlag.AlignTop)
            asked.addStretch(1)
            asked.insertSpacing(0, _BASELINE)
        column.addLayout(answer)
        column.addLayout(self._below)
        self.show_line(line)

    def show_line(self, line: FormLine) -> None:
        """Show the question as it stands; what is being typed stays."""
        leaf = line.leaf
        if leaf is None:
            return
        asked = f"{line.key} · {line.title}" if _CHECK.fullmatch(line.key) else line.title
        self.words.setText(f"{asked}\N{NO-BREAK SPACE}*" if leaf.required else asked)
        self._hint.setText(leaf.hint)
        self._hint.setVisible(bool(leaf.hint))
        self.entry.introduce(line.title, leaf.error or leaf.warning or leaf.hint)
        if self.under_way:
            return
        self.entry.show_leaf(leaf)
        if not self.entry.unsettled:
            self._stuck = None
        self._say("wrong" if leaf.error else "attention", leaf.error or leaf.warning)

    def refuse(self, why: str) -> None:
        """Say in place why the value was not taken; it stays on the screen."""
        self._refused = why
        self._say("wrong", tr("Not saved: {reason}", reason=why))

    def forget(self) -> None:
        """Another dossier is shown: nothing half-done belongs to it."""
        self.entry.forget()
        self._stuck, self._refused, self.under_way = None, "", 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(key, 0)
        if step:
            self.step_wanted.emit(step)
        elif key == Qt.Key.Key_Delete and self.entry.value:
            self.entry.take("")
        elif not (Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and self.entry.digit(int(key) - int(Qt.Key.Key_0))):
            super().keyPressEvent(event)

    def _entered(self, value: str) -> None:
        self._stuck, self._refused = None, ""
        self._say("wrong", "")
        self.entered.emit(value)

    def _get_stuck(self, why: Stuck) -> None:
        self._stuck = why
        self._say("wrong", tr("Not saved: {reason}", reason=why.sentence))

    def _say(self, tone: theme.Tone, sentence: str) -> None:
        if not sentence:
            if self._issue is not None:
                self._issue.hide()
            return
        if self._issue is None:
            self._issue = Issue()
            self._issue.reading_chosen.connect(self.entry.take)
            self._below.addWidget(self._issue)
        self._issue.say(tone, sentence, self._stuck, False)


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
