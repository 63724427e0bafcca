"""A repeat: each instance a panel with its questions, more of them at will, repeats inside too.

A panel begins as one line: what it is, and the first answers in it. Its questions are built when it is
opened, so that two hundred households stand in a blink. What comes back from the workspace is compared panel
by panel and line by line; only what differs is touched, and what is being typed stays.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget

from inspector_app import text
from inspector_app.i18n import tr
from inspector_app.services.evidence import shown_name
from inspector_app.services.views import FormLine, LeafView
from inspector_app.ui import theme, widgets
from inspector_app.ui.checklist.entries import show_number
from inspector_app.ui.checklist.files import FileEntry
from inspector_app.ui.checklist.question import Question, Title

OPEN_AT_ONCE = 3
"""With more instances than this, panels begin closed."""
TOLD = 3
"""How many answers the line of a closed panel tells."""

Lines = tuple[FormLine, ...]


class Speaker(QFrame):
    """What a repeat, and each panel in it, tell the card."""

    filled = Signal(str, str)
    """(key, value)"""
    typed = Signal(str, str)
    held = Signal(str, str)
    """(key, why): what is typed there is no value yet."""
    file_given = Signal(str, object)
    content_wanted = Signal(object)
    """The `FileEntry` that shows a file."""
    add_wanted = Signal(str)
    remove_wanted = Signal(str)
    restore_wanted = Signal(str)
    finished = Signal()

    def pass_on(self, inner: "Speaker") -> None:
        """Tell what something inside tells."""
        inner.filled.connect(self.filled)
        inner.typed.connect(self.typed)
        inner.held.connect(self.held)
        inner.file_given.connect(self.file_given)
        inner.content_wanted.connect(self.content_wanted)
        inner.add_wanted.connect(self.add_wanted)
        inner.remove_wanted.connect(self.remove_wanted)
        inner.restore_wanted.connect(self.restore_wanted)
        inner.finished.connect(self.finished)


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
        instances = dict(_instances(self.key, lines))
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

    def _panel(self, key: str) -> "Panel":
        panel = self.panels[key] = Panel(key, self._depth)
        self.pass_on(panel)
        return panel

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
        self.rows: dict[str, Title | Question | Repeat] = {}
        self._depth = depth
        self._lines: Lines = ()
        self._shown: Lines = ()
        self._title, self._number, self._fixed = "", 0, False
        self.toggle = theme.mark(QPushButton(), "kind", "link")
        self.toggle.setIconSize(QSize(14, 14))
        self.toggle.setAutoDefault(False)
        self.toggle.clicked.connect(lambda _on=False: self.fold() if self.is_open else self.unfold())
        self._told = widgets.ElidedLabel("", "text", "secondary")
        self._bin = widgets.tool("remove", tr("Take away"), self._ask_remove, tone="secondary")
        self._sure: QWidget | None = None
        self._body: QVBoxLayout | None = None
        self._column = widgets.column(widgets.row(self.toggle, self._told, self._bin), spacing=theme.TINY)
        self._column.setContentsMargins(theme.SMALL, theme.TINY, theme.SMALL, theme.TINY)
        self.setLayout(self._column)

    @property
    def is_open(self) -> bool:
        """Whether its questions are in view."""
        return self._body is not None and not self._inside.isHidden()

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

    def unfold(self) -> None:
        """Show the questions, built the first time."""
        if self._body is None:
            self._inside = QWidget()
            self._body = QVBoxLayout(self._inside)
            self._body.setContentsMargins(theme.LARGE, 0, theme.TINY, theme.TINY)
            self._body.setSpacing(0)
            self._column.addWidget(self._inside)
        self._fill()
        self._inside.show()
        self._say()

    def fold(self) -> None:
        """Put the questions away; what was being typed is entered by leaving it."""
        if self._body is not None:
            widgets.leave_field(self._inside)
            self._inside.hide()
            self.toggle.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say()

    def enter(self) -> None:
        """Put the cursor into the first question."""
        self.unfold()
        for question in self.questions():
            target = question.entry.focusProxy() or question.entry
            if target.isEnabled():
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def questions(self) -> Iterator[Question]:
        """The questions in view, in their order."""
        if not self.is_open:
            return
        for row in self.rows.values():
            if isinstance(row, Question):
                yield row
            elif isinstance(row, Repeat):
                yield from row.questions()

    # --- inside -----------------------------------------------------------------------------------

    def _say(self) -> None:
        name = self._lines[0].title if self._lines and self._lines[0].title else self._title
        words = f"{name or tr('No.')} {self._number}"
        told = " · ".join(_told(self._lines))
        self.toggle.setIcon(theme.icon("open" if self.is_open else "more"))
        self.toggle.setText(words.replace("&", "&&"))
        self.toggle.setAccessibleName(f"{words} · {told}" if told else words)
        self._told.setText("" if self.is_open else told)
        self._bin.setAccessibleName(tr("Take away: {what}", what=words))

    def _fill(self) -> None:
        if self._body is None or self._lines == self._shown:
            return
        self._shown = self._lines
        parts = list(_parts(self._lines[1:]))
        for key in self.rows.keys() - {line.key for line, _inside in parts}:
            self._let_go(key)
        for place, (line, inside) in enumerate(parts):
            row = self.rows.get(line.key)
            if isinstance(row, Question) and not row.fits(line):
                self._let_go(line.key)
                row = None
            if row is None:
                row = self.rows[line.key] = self._make(line)
                self._body.insertWidget(place, row)
                row.show()  # Qt would do so at the next turn of the event loop, too late for the focus
            if isinstance(row, Repeat):
                row.show_lines(line.title, inside, fixed=line.fixed)
            elif row.line != line:
                row.show_line(line)
        self.rows = {line.key: self.rows[line.key] for line, _inside in parts}

    def _make(self, line: FormLine) -> Title | Question | Repeat:
        if line.repeat:
            repeat = Repeat(line.key, line.title, depth=self._depth + 1)
            repeat.setContentsMargins(0, theme.TINY, 0, theme.TINY)
            self.pass_on(repeat)
            return repeat
        if line.leaf is None:
            return Title(line)
        question = Question(line, line.leaf, indent=0)
        key = line.key
        question.entered.connect(lambda value: self.filled.emit(key, value))
        question.held.connect(lambda why: self.held.emit(key, why))
        question.entry.typed.connect(lambda written: self.typed.emit(key, written))
        question.step_wanted.connect(lambda way: self._step(question, way))
        if isinstance(question.entry, FileEntry):
            entry = question.entry
            entry.file_given.connect(lambda file: self.file_given.emit(key, file))
            entry.content_wanted.connect(lambda _value: self.content_wanted.emit(entry))
            if entry.value:
                self.content_wanted.emit(entry)
        return question

    def _let_go(self, key: str) -> None:
        row = self.rows.pop(key)
        if self._body is not None:
            self._body.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _step(self, question: Question, way: int) -> None:
        rows = [row for row in self.questions() if not row.line.leaf or not row.line.leaf.computed]
        place = rows.index(question) + way if question in rows else -1
        if 0 <= place < len(rows):
            target = rows[place].entry.focusProxy() or rows[place].entry
            target.setFocus(Qt.FocusReason.TabFocusReason)
        elif way > 0:
            self.finished.emit()

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


# --- lines ----------------------------------------------------------------------------------------


def _instances(repeat: str, lines: Sequence[FormLine]) -> Iterator[tuple[str, Lines]]:
    """The instances of a repeat: (key, its own line and all in it)."""
    key, inside = "", list[FormLine]()
    for line in lines:
        rest = line.key.removeprefix(f"{repeat}[")
        if rest != line.key and line.repeat and rest.endswith("]") and "/" not in rest:
            if key:
                yield key, tuple(inside)
            key, inside = line.key, []
        inside.append(line)
    if key:
        yield key, tuple(inside)


def _parts(lines: Sequence[FormLine]) -> Iterator[tuple[FormLine, Lines]]:
    """What stands in an instance: titles and questions alone, a repeat with all of its lines."""
    place = 0
    while place < len(lines):
        line, end = lines[place], place + 1
        if line.repeat:
            while end < len(lines) and lines[end].key.startswith(f"{line.key}["):
                end += 1
        yield line, tuple(lines[place + 1 : end])
        place = end


def _told(lines: Lines) -> list[str]:
    """The first answers of an instance as people read them; not those of repeats inside."""
    if not lines:
        return []
    own = lines[0].key + "/"
    answers = (
        _words(line.leaf)
        for line in lines
        if line.leaf and line.leaf.value and "[" not in line.key.removeprefix(own)
    )
    return [words for words, _ in zip(answers, range(TOLD), strict=False)]


def _words(leaf: LeafView) -> str:
    if leaf.choices:
        labels = {choice.name: choice.label for choice in leaf.choices}
        return "; ".join(labels.get(name, name) for name in leaf.value.split())
    if leaf.type in ("int", "decimal"):
        return show_number(leaf.value, grouped=True)
    if leaf.control == "upload":
        return shown_name(leaf.value)
    if leaf.type == "date" and text.clean(leaf.value):
        return "/".join(reversed(leaf.value[:10].split("-")))
    return leaf.value
