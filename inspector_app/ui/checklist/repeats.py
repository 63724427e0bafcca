"""The body of a form: its titles, questions and repeats below each other.

A repeat shows each instance as a panel with a body of its own, and takes more of them at will. A panel begins
as one line: what it is, and the first answers in it. Its questions are built when it is opened, so that two
hundred households stand in a blink. What comes back from the workspace is compared panel by panel and line by
line; only what differs is touched, and what is being typed stays.
"""

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget

from inspector_app.i18n import tr
from inspector_app.services.views import FormLine
from inspector_app.ui import theme, widgets
from inspector_app.ui.checklist.files import FileEntry
from inspector_app.ui.checklist.lines import Lines, first_answers, instances_of, parts_of
from inspector_app.ui.checklist.question import Question, Title

AT_ONCE, STROKE = 14, 8
"""A form that comes up builds so many lines at once, and then so many at a time."""
OPEN_AT_ONCE = 3
"""With more instances than this, panels begin closed."""


class Speaker(QFrame):
    """What a repeat, and each panel in it, tell the card."""

    filled = Signal(str, str)
    """(key, value)"""
    typed = Signal(str, str)
    held = Signal(str, str)
    """(key, why): what is typed there is no value yet."""
    decide_wanted = Signal()
    """Laptops differ on an answer, and the person wants to decide."""
    file_given = Signal(str, object)
    content_wanted = Signal(object)
    """The `FileEntry` that shows a file."""
    add_wanted = Signal(str)
    remove_wanted = Signal(str)
    restore_wanted = Signal(str)
    finished = Signal()
    """The last question has been left on the way down."""
    backed_out = Signal()
    """The first question has been left on the way up."""

    def pass_on(self, inner: "Speaker") -> None:
        """Tell what something inside tells."""
        inner.filled.connect(self.filled)
        inner.typed.connect(self.typed)
        inner.held.connect(self.held)
        inner.decide_wanted.connect(self.decide_wanted)
        inner.file_given.connect(self.file_given)
        inner.content_wanted.connect(self.content_wanted)
        inner.add_wanted.connect(self.add_wanted)
        inner.remove_wanted.connect(self.remove_wanted)
        inner.restore_wanted.connect(self.restore_wanted)


class Body(Speaker):
    """Titles, questions and repeats below each other; what stays is kept, with focus and half-typed text.

    `indent` is how deep the questions stand; without it, as deep as their lines say.
    """

    def __init__(self, *, depth: int = 0, indent: int | None = None) -> None:
        super().__init__()
        self.rows: dict[str, Title | Question | Repeat] = {}
        self._depth = depth
        self._indent = indent
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._waiting: list[tuple[FormLine, Lines]] = []
        self._stroke = QTimer(self, singleShot=True, interval=0)
        self._stroke.timeout.connect(lambda: self._fill(STROKE))

    def show_lines(self, lines: Lines, *, anew: bool = False) -> None:
        """Show the lines as they stand; `anew` those of another filled form: nothing half done is of it."""
        parts = list(parts_of(lines))
        if not self.rows and self.isVisible():
            self._waiting = parts
            self._fill(AT_ONCE)
            return
        self._waiting = []  # what was waiting is made here
        # In view, each line that is shown would have all the others arranged anew.
        self._column.setEnabled(False)
        entered: Question | None = None
        for question in self.questions() if anew else ():
            question.forget()
        for key in self.rows.keys() - {line.key for line, _inside in parts}:
            self._let_go(key)
        for place, (line, inside) in enumerate(parts):
            row, held_focus = self.rows.get(line.key), False
            if isinstance(row, Question) and not row.fits(line):
                focus = QApplication.focusWidget()
                held_focus = focus is not None and row.isAncestorOf(focus)
                self._let_go(line.key)
                row = None
            if row is None:
                row = self.rows[line.key] = self._make(line)
                self._column.insertWidget(place, row)
                row.show()  # Qt would do so at the next turn of the event loop, too late for the focus
                if held_focus and isinstance(row, Question):
                    entered = row
            if isinstance(row, Repeat):
                row.show_lines(line.title, inside, fixed=line.fixed)
            elif anew or row.line != line:
                row.show_line(line)
        self.rows = {line.key: self.rows[line.key] for line, _inside in parts}
        self._column.setEnabled(True)
        widgets.arrange(self)
        if entered is not None:
            entered.enter()

    def questions(self) -> Iterator[Question]:
        """The questions in view, those of repeats included, in their order."""
        self._fill(len(self._waiting))
        for row in self.rows.values():
            if isinstance(row, Question):
                yield row
            elif isinstance(row, Repeat):
                yield from row.questions()

    def enter(self, *, at_end: bool = False) -> None:
        """Put the cursor into the first or the last place where something can be entered."""
        stops = self._stops()
        if stops:
            self._go_to(stops[-1 if at_end else 0], at_end=at_end)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes in reading order: lines come and go, and Qt knows only the order of their making."""
        stops = list(widgets.tab_stops(self))
        here = self.focusWidget()
        place = stops.index(here) + (1 if forward else -1) if here in stops else -1
        if not 0 <= place < len(stops):
            return super().focusNextPrevChild(forward)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[place].setFocus(reason)
        return True

    # --- inside -----------------------------------------------------------------------------------

    def _fill(self, count: int) -> None:
        """Build the next lines of a form that has just come up: the screen first, the rest in strokes."""
        if not self._waiting:
            return
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self.hide()  # in view, each line shown would have all the others arranged anew
        now, self._waiting = self._waiting[:count], self._waiting[count:]
        for line, inside in now:
            row = self.rows[line.key] = self._make(line)
            self._column.addWidget(row)
            row.show()
            if isinstance(row, Repeat):
                row.show_lines(line.title, inside, fixed=line.fixed)
        self.show()
        if self._waiting:
            self._stroke.start()

    def _stops(self) -> "list[Question | Repeat]":
        self._fill(len(self._waiting))
        rows = self.rows.values()
        return [
            row for row in rows if isinstance(row, Repeat) or (isinstance(row, Question) and row.takes_input)
        ]

    def _go_to(self, row: "Question | Repeat", *, at_end: bool) -> None:
        if isinstance(row, Repeat):
            row.enter(at_end=at_end)
        else:
            row.enter()

    def _step(self, row: "Question | Repeat", way: int) -> None:
        stops = self._stops()
        place = stops.index(row) + way if row in stops else -1
        if 0 <= place < len(stops):
            self._go_to(stops[place], at_end=way < 0)
        else:
            (self.finished if way > 0 else self.backed_out).emit()

    def _make(self, line: FormLine) -> "Title | Question | Repeat":
        if line.repeat:
            return self._make_repeat(line)
        if line.leaf is None:
            return Title(line)
        question = Question(line, line.leaf, indent=self._indent)
        key = line.key
        question.entered.connect(lambda value: self.filled.emit(key, value))
        question.held.connect(lambda why: self.held.emit(key, why))
        question.decide_wanted.connect(self.decide_wanted)
        question.entry.typed.connect(lambda written: self.typed.emit(key, written))
        question.step_wanted.connect(lambda way: self._step(question, way))
        if isinstance(question.entry, FileEntry):
            entry = question.entry
            entry.file_given.connect(lambda file: self.file_given.emit(key, file))
            entry.content_wanted.connect(lambda _value: self.content_wanted.emit(entry))
            if entry.value:
                self.content_wanted.emit(entry)
        return question

    def _make_repeat(self, line: FormLine) -> "Repeat":
        repeat = Repeat(line.key, line.title, depth=self._depth + 1)
        indent = line.depth if self._indent is None else self._indent
        repeat.setContentsMargins(indent * theme.LARGE, theme.TINY, 0, theme.TINY)
        self.pass_on(repeat)
        repeat.finished.connect(lambda: self._step(repeat, 1))
        repeat.backed_out.connect(lambda: self._step(repeat, -1))
        return repeat

    def _let_go(self, key: str) -> None:
        row = self.rows.pop(key)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()


class Repeat(Speaker):
    """The instances of one repeat, and the button that adds one."""

    def __init__(self, key: str, title: str, *, depth: int = 0) -> None:
        super().__init__()
        self.key = key
        self.panels: dict[str, Panel] = {}
        self._title = title
        self._depth = depth
        self._adding = False
        """One more was asked for, and is not here yet."""
        self._first = True
        self.add = widgets.button("", self._add, icon="add")
        self._gone = ""
        """The instance last taken away here."""
        self.undo = widgets.button(
            tr("Bring back what was taken away"), self._bring_back, kind="quiet", icon="undo"
        )
        self.undo.hide()
        self._none = widgets.label(tr("None yet."), "small", "secondary")
        self._column = widgets.column(spacing=theme.SMALL)
        if depth:
            self._head = widgets.label(title, "small_strong", "secondary")
            self._column.addWidget(self._head)
        self._begin = self._column.count()
        self._column.addWidget(self._none)
        self._column.addLayout(widgets.row(self.add, self.undo, None))
        self.setLayout(self._column)

    def show_lines(self, title: str, lines: Lines, *, fixed: bool) -> None:
        """Show the instances as they stand."""
        self._title = title
        self.add.setText(tr("Add: {what}", what=title) if title else tr("Add"))
        self.add.setVisible(not fixed)
        instances = dict(instances_of(self.key, lines))
        for key in self.panels.keys() - instances.keys():
            self._drop(key)
        opening = self._first and len(instances) <= OPEN_AT_ONCE
        self._first = False
        wanted: Panel | None = None
        for place, (key, inside) in enumerate(instances.items()):
            panel = self.panels.get(key)
            if panel is None:
                panel = self._panel(key)
                self._column.insertWidget(self._begin + place, panel)
                panel.show()
                wanted = panel if self._adding else None
                if opening or self._adding:
                    panel.unfold()
            panel.show_lines(title, place + 1, inside, fixed=fixed)
        self.panels = {key: self.panels[key] for key in instances}
        self._none.setVisible(not instances)
        if self._gone in instances:
            self._gone = ""
        self.undo.setVisible(bool(self._gone) and not fixed)
        if wanted is not None:
            self._adding = False
            wanted.enter()

    def questions(self) -> Iterator[Question]:
        """The questions in view, those of repeats inside included, in their order."""
        for panel in self.panels.values():
            yield from panel.questions()

    def enter(self, *, at_end: bool = False) -> None:
        """Put the cursor into the first panel, or at the end of the last; without any, on what adds one."""
        panels = list(self.panels.values())
        if panels:
            panels[-1 if at_end else 0].enter(at_end=at_end)
        else:
            self.add.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the buttons, arrows lead on as they do from a question."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Down:
            self.finished.emit()
        elif key == Qt.Key.Key_Up and self.panels:
            self.enter(at_end=True)
        elif key == Qt.Key.Key_Up:
            self.backed_out.emit()
        else:
            super().keyPressEvent(event)

    def _panel(self, key: str) -> "Panel":
        panel = self.panels[key] = Panel(key, self._depth)
        self.pass_on(panel)
        panel.finished.connect(lambda: self._step(panel, 1))
        panel.backed_out.connect(lambda: self._step(panel, -1))
        return panel

    def _step(self, panel: "Panel", way: int) -> None:
        """From one panel to its neighbour; past the last one, on to what follows the repeat."""
        panels = list(self.panels.values())
        place = panels.index(panel) + way
        if 0 <= place < len(panels):
            panels[place].enter(at_end=way < 0)
        else:
            (self.finished if way > 0 else self.backed_out).emit()

    def _add(self) -> None:
        self._adding = True
        self.add_wanted.emit(self.key)

    def _bring_back(self) -> None:
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.restore_wanted.emit(self._gone)

    def _drop(self, key: str) -> None:
        panel = self.panels.pop(key)
        self._gone = key
        focus = QApplication.focusWidget()
        if focus is not None and panel.isAncestorOf(focus):
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._column.removeWidget(panel)
        panel.hide()
        panel.deleteLater()


class Panel(Speaker):
    """One instance: a line that opens to its questions."""

    def __init__(self, key: str, depth: int) -> None:
        super().__init__()
        theme.dress(self, surface="well" if depth % 2 == 0 else "card")
        self.key = key
        self._depth = depth
        self._lines: Lines = ()
        self._shown: Lines = ()
        self._title, self._number, self._fixed = "", 0, False
        self.toggle = theme.mark(QPushButton(), "kind", "link")
        self.toggle.setIconSize(QSize(14, 14))
        self.toggle.setAutoDefault(False)
        self.toggle.clicked.connect(lambda _on=False: self.fold() if self.is_open else self.unfold())
        self._told = widgets.ElidedLabel("", "text", "secondary")
        self._disputed = widgets.StateMark("disputed")
        self._disputed.setToolTip(tr("In dispute"))
        self._disputed.hide()
        self._bin = widgets.tool("remove", tr("Take away"), self._ask_remove, tone="secondary")
        self._sure: QWidget | None = None
        self._body: Body | None = None
        head = widgets.row(self.toggle, self._disputed, self._told, self._bin)
        self._column = widgets.column(head, spacing=theme.TINY)
        self._column.setContentsMargins(theme.SMALL, theme.TINY, theme.SMALL, theme.TINY)
        self.setLayout(self._column)

    @property
    def is_open(self) -> bool:
        """Whether its questions are in view."""
        return self._body is not None and not self._body.isHidden()

    def show_lines(self, title: str, number: int, lines: Lines, *, fixed: bool) -> None:
        """Show the instance as it stands; `lines` begins with its own."""
        if (title, number, fixed) != (self._title, self._number, self._fixed):
            self._title, self._number, self._fixed = title, number, fixed
            self._bin.setVisible(not fixed)
        if lines != self._lines:
            self._lines = lines
            if self.is_open:
                self._fill()
        self._say()

    @property
    def rows(self) -> "dict[str, Title | Question | Repeat]":
        """What stands in it, by key; nothing while it was never open."""
        return self._body.rows if self._body is not None else {}

    def unfold(self) -> None:
        """Show the questions, built the first time."""
        if self._body is None:
            self._body = Body(depth=self._depth, indent=0)
            self._body.setContentsMargins(theme.LARGE, 0, theme.TINY, theme.TINY)
            self.pass_on(self._body)
            self._body.finished.connect(self.finished)
            self._body.backed_out.connect(self.backed_out)
            self._column.addWidget(self._body)
        self._fill()
        self._body.show()
        self._say()

    def fold(self) -> None:
        """Put the questions away; what was being typed is entered by leaving it."""
        if self._body is not None:
            widgets.leave_field(self._body)
            self._body.hide()
            self.toggle.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say()

    def enter(self, *, at_end: bool = False) -> None:
        """Put the cursor into the first question, or into the last."""
        self.unfold()
        if self._body is not None:
            self._body.enter(at_end=at_end)

    def questions(self) -> Iterator[Question]:
        """The questions in view, in their order."""
        if self._body is not None and self.is_open:
            yield from self._body.questions()

    # --- inside -----------------------------------------------------------------------------------

    def _say(self) -> None:
        name = self._lines[0].title if self._lines and self._lines[0].title else self._title
        words = f"{name or tr('No.')} {self._number}"
        told = " · ".join(first_answers(self._lines))
        self.toggle.setIcon(theme.icon("open" if self.is_open else "more"))
        self.toggle.setText(words.replace("&", "&&"))
        disputed = any(line.disputed for line in self._lines)
        self._disputed.setVisible(disputed)
        parts = (words, tr("In dispute") if disputed else "", told)
        self.toggle.setAccessibleName(" · ".join(part for part in parts if part))
        self._told.setText("" if self.is_open else told)
        self._bin.setAccessibleName(tr("Take away: {what}", what=words))

    def _fill(self) -> None:
        if self._body is not None and self._lines != self._shown:
            self._shown = self._lines
            self._body.show_lines(self._lines[1:])

    def _ask_remove(self) -> None:
        count = sum(1 for line in self._lines if line.leaf and line.leaf.value and not line.leaf.computed)
        if not count:
            self.remove_wanted.emit(self.key)
            return
        if self._sure is None:
            self._sure = theme.dress(QWidget(), surface="attention")
            self._asked = widgets.label("", "text", wrap=True)
            yes = widgets.button(tr("Take away"), lambda: self.remove_wanted.emit(self.key), kind="danger")
            no = widgets.button(tr("Keep it"), self._keep, kind="quiet")
            line = widgets.row(self._asked, yes, no)
            line.setStretch(0, 1)
            line.setContentsMargins(theme.SMALL, theme.TINY, theme.SMALL, theme.TINY)
            self._sure.setLayout(line)
            self._column.insertWidget(1, self._sure)
            self._yes = yes
        self._asked.setText(tr("It holds {count} answers. They stay in the history.", count=count))
        self._sure.show()
        self._yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        if self._sure is not None:
            self._sure.hide()
        self._bin.setFocus(Qt.FocusReason.OtherFocusReason)
