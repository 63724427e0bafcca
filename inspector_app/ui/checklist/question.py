"""A question of any form on a line of its own: its words, its entry, and what is wrong with the answer.

The dossier form and the repeats of a checklist are made of such lines.
"""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.i18n import tr
from inspector_app.services.views import FormLine, LeafView
from inspector_app.ui import theme, widgets
from inspector_app.ui.checklist.asking import entry_for
from inspector_app.ui.checklist.choices import ManyEntry
from inspector_app.ui.checklist.entries import LineEntry, ProseEntry, Stuck
from inspector_app.ui.checklist.extras import Issue
from inspector_app.ui.checklist.files import FileEntry
from inspector_app.ui.checklist.hints import Hints
from inspector_app.ui.checklist.media import Media
from inspector_app.ui.checklist.picking import PickEntry
from inspector_app.ui.checklist.ranking import RankEntry

ENTRY_WIDTH = 340
_BASELINE = 6
"""Lets the first line of a question stand level with the text in its entry."""
_CHECK = re.compile(r"[A-Z]+\d+")
"""The checks have codes, which the result names; other questions have only names."""
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1, Qt.Key.Key_Up: -1}
_WIDE = (ManyEntry, ProseEntry, RankEntry, FileEntry, PickEntry)
"""Entries that need the whole width: their question stands above them."""


class Title(QWidget):
    """The title of a group, or of one of its repetitions."""

    def __init__(self, line: FormLine) -> None:
        super().__init__()
        self.line = line
        kind: theme.Type = "group" if line.depth == 0 else "strong"
        self.words = widgets.label("", kind)
        self._media = Media()
        column = widgets.column(self.words, self._media)
        column.setContentsMargins(line.depth * theme.LARGE, theme.MEDIUM, 0, theme.TINY)
        self.setLayout(column)
        self.show_line(line)

    def show_line(self, line: FormLine) -> None:
        """Show another wording."""
        self.line = line
        self.words.setText(line.title)
        self._media.show_media(line.media)


class Question(QWidget):
    """A question and its entry on one line, or one above the other where the answer needs the width."""

    entered = Signal(str)
    held = Signal(str)
    """What stands in the entry is no value yet, and why."""
    step_wanted = Signal(int)
    decide_wanted = Signal()
    """Laptops differ on the answer, and the person wants to decide."""

    def __init__(self, line: FormLine, leaf: LeafView, *, indent: int | None = None) -> None:
        super().__init__()
        self.key = line.key
        self.line = line
        self.under_way = 0
        """The number of the newest answer that is not back yet."""
        self.entry = entry_for(leaf)
        self.entry.entered.connect(self._entered)
        self.entry.stuck.connect(self._get_stuck)
        self.entry.finished.connect(lambda: self.step_wanted.emit(1))
        self._stuck: Stuck | None = None
        self._refused = ""
        self._issue: Issue | None = None
        self._pictured = bool(leaf.media)
        wide = isinstance(self.entry, _WIDE) or self._pictured
        depth = line.depth if indent is None else indent
        self.words = widgets.label("", "text", wrap=True)
        self.words.setMinimumWidth(120)
        self._disputed = widgets.StateMark("disputed")
        self._disputed.hide()
        self._hints = Hints()
        self._media = Media()
        self._below = QVBoxLayout()
        self._below.setSpacing(theme.TINY)
        said = widgets.row(self._disputed, self.words)
        said.setStretch(1, 1)
        asked = widgets.column(said, self._hints, self._media, spacing=0)
        answer = QHBoxLayout()
        answer.setSpacing(theme.LARGE)
        column = QVBoxLayout(self)
        column.setContentsMargins(depth * theme.LARGE, theme.TINY, 0, theme.TINY)
        column.setSpacing(theme.TINY)
        self._holder = holder = QWidget()
        if wide:
            column.addLayout(asked)
            holder.setLayout(widgets.row(self.entry))
            answer.addWidget(holder)
        else:
            answer.addLayout(asked, 1)
            holder.setFixedWidth(ENTRY_WIDTH)
            held = widgets.row(self.entry)
            if not leaf.choices and leaf.control != "range" and not isinstance(self.entry, LineEntry):
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
        star = "\N{NO-BREAK SPACE}★" if leaf.critical else ""
        asked = f"{line.key}{star} · {line.title}" if _CHECK.fullmatch(line.key) else line.title + star
        self.words.setText(f"{asked}\N{NO-BREAK SPACE}*" if leaf.required else asked)
        self.line = line
        self._hints.show_leaf(leaf)
        self._media.show_media(leaf.media, leaf.choices)
        self._disputed.setVisible(line.disputed)
        # A note asks nothing; what is computed is shown.
        self._holder.setVisible(not leaf.computed or bool(leaf.value))
        self.words.setToolTip(tr("Critical: failing this check fails the dossier.") if star else "")
        name = f"{line.title} ({tr('critical check')})" if star else line.title
        self.entry.introduce(name, leaf.error or leaf.warning or leaf.hint)
        if self.under_way or self._refused:
            return
        self.entry.show_leaf(leaf)
        if not self.entry.unsettled:
            self._stuck = None
        if line.disputed:
            self._say("attention", tr("Two laptops recorded different values. Both are kept."), decide=True)
        else:
            self._say("wrong" if leaf.error else "attention", leaf.error or leaf.warning)

    @property
    def takes_input(self) -> bool:
        """Whether something can be typed or chosen here."""
        return self.line.leaf is not None and not self.line.leaf.computed

    def enter(self) -> None:
        """Put the cursor into the entry."""
        (self.entry.focusProxy() or self.entry).setFocus(Qt.FocusReason.TabFocusReason)

    def fits(self, line: FormLine) -> bool:
        """Whether this line can show the question as it stands; else another must be made."""
        leaf = line.leaf
        return leaf is not None and self.entry.fits(leaf) and bool(leaf.media) == self._pictured

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
        step = _STEPS.get(key, 0)
        if step:
            self.step_wanted.emit(step)
        elif key == Qt.Key.Key_F1:
            self._hints.turn()
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
        self.held.emit(why.sentence)

    def _say(self, tone: theme.Tone, sentence: str, *, decide: bool = False) -> None:
        if not sentence:
            if self._issue is not None:
                self._issue.hide()
            return
        if self._issue is None:
            self._issue = Issue()
            self._issue.reading_chosen.connect(self.entry.take)
            self._issue.decide_wanted.connect(self.decide_wanted)
            self._below.addWidget(self._issue)
        self._issue.say(tone, sentence, self._stuck, decide)
