"""One item on the screen: its face, its editor, and what hangs on it.

What an item rarely has (a note, a reason, a finding being written, a row of actions) is made when it is first
needed. A card never writes itself: it asks the scribe, and shows the views that come back.
"""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from inspector_app.i18n import mark, tr
from inspector_app.services.views import ItemView
from inspector_app.ui import theme
from inspector_app.ui.checklist.editors import editor_for
from inspector_app.ui.checklist.entries import Stuck
from inspector_app.ui.checklist.extras import Actions, FindingForm, Issue, NoteLine, ReasonLine
from inspector_app.ui.checklist.face import Heading, Score, state_words
from inspector_app.ui.checklist.files import FileEntry
from inspector_app.ui.checklist.hints import Hints
from inspector_app.ui.checklist.media import Media
from inspector_app.ui.checklist.proposal import ProposalLine
from inspector_app.ui.checklist.scribe import NOTE, REASON, Scribe, Value

_WRITING = (Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F5, Qt.Key.Key_Delete)
"""The keys that write, in an item that may be written."""


class ItemCard(QFrame):
    """An item with everything one can do to it.

    Keys where no text is typed: digits answer, 0 is "not applicable", arrows go to the neighbours, Delete
    takes the answer back. Everywhere: F1 guidance, F2 note, F3 finding, F4 not applicable, F5 the figures on
    offer, Escape to the card itself; Shift+F3 records the standard finding at once.
    """

    step_wanted = Signal(int)
    """The person goes on: 1 to the next item, -1 to the one before."""
    decide_wanted = Signal(str)
    """The item is in dispute, and the person wants to decide."""
    locked = Signal()
    """Somebody tried to write in an item that another member has."""

    compact = False
    KEYS = (
        ("1 … 9", mark("Choose the answer with this number")),
        ("0 · F4", mark("Not applicable, with a reason")),
        ("F2", mark("Note at the item")),
        ("F3", mark("Finding at the item")),
        ("Shift+F3", mark("The item's standard finding")),
        ("F5", mark("Take over the figures on offer")),
        ("Delete", mark("Take the answer back")),
        ("↑ · ↓", mark("Item before, next item")),
    )
    """What the sheet of shortcuts says of the keys that `_key` answers."""

    def __init__(self, item: ItemView, scribe: Scribe) -> None:
        super().__init__()
        self.item = item
        self._scribe = scribe
        self._stuck: Stuck | None = None
        self.is_current = False
        self.reading = False
        self._note: NoteLine | None = None
        self._reason: ReasonLine | None = None
        self._finding: FindingForm | None = None
        self._issue: Issue | None = None
        self._actions: Actions | None = None
        self._proposal: ProposalLine | None = None
        self.heading = Heading(item, compact=self.compact)
        self._hints: Hints | None = None
        self._media: Media | None = None
        self.score = Score()
        self.editor = editor_for(item)
        self._lay_out()
        self._connect()
        self.show_item(item)

    @property
    def code(self) -> str:
        """The item's code."""
        return self.item.code

    # --- showing ----------------------------------------------------------------------------------

    def show_item(self, item: ItemView) -> None:
        """Show the item as it stands now; what is being typed stays."""
        self.item = item
        self.heading.show_item(item)
        self.score.show_item(item)
        if not self._scribe.under_way(item.code):
            if not self.editor.fits(item):
                self._make_another_editor()
            self.editor.show_under_way(
                self._scribe.under_way_inside(item.code), self._scribe.unsaved_inside(item.code)
            )
            self.editor.show_item(item)
            if not self.editor.unsettled:
                self._stuck = None
        self._show_hints()
        self._show_media()
        self.show_proposal()
        if item.note or self._note is not None:
            self._open_note().show_note(item.note)
        if self._reason is not None or item.status == "not_applicable":
            self._open_reason().show_item(item)
        if self._actions is not None:
            self._actions.show_item(item)
        if self.isHidden() == item.relevant and self.parentWidget() is not None:
            self.setVisible(item.relevant)
        self.setAccessibleName(self._said())
        self.show_issue()
        self._set_policy()

    def show_issue(self) -> None:
        """Say in place what is wrong, the gravest first; nothing where all is well."""
        self.heading.show_unsaved(self.code in self._scribe.unsaved_items)
        self.editor.show_under_way(
            self._scribe.under_way_inside(self.code), self._scribe.unsaved_inside(self.code)
        )
        issue = self._worst()
        if issue is None:
            if self._issue is not None:
                self._issue.hide()
            return
        if self._issue is None:
            self._issue = Issue()
            self._issue.reading_chosen.connect(self.editor.take)
            self._issue.decide_wanted.connect(lambda: self.decide_wanted.emit(self.code))
            self._below.insertWidget(0, self._issue)
        self._issue.say(*issue)

    def show_proposal(self) -> None:
        """Offer the figures that were counted for the item, unless it says them already."""
        proposal = self._scribe.proposals.get(self.code)
        if proposal is not None and proposal.answer(self.item):
            if self._proposal is None:
                self._proposal = ProposalLine()
                self._proposal.setEnabled(not self.reading)
                self._proposal.taken.connect(self.take_proposal)
                self._below.insertWidget(0, self._proposal)
            self._proposal.show_proposal(proposal)
        elif self._proposal is not None:
            self._proposal.hide()

    def revert(self) -> None:
        """Show again what the workspace holds: the act was not accepted and cannot be corrected here."""
        self.editor.show_item(self.item)

    def set_reading(self, reading: bool) -> None:
        """The item may only be read, since another member has it; or it may be written again."""
        if reading == self.reading:
            return
        self.reading = reading
        focus = QApplication.focusWidget()
        if reading and focus is not None and self.isAncestorOf(focus):
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # before what has it can no longer have it
        for part in (self.editor, self._note, self._reason, self._finding, self._proposal):
            if part is not None:
                part.setEnabled(not reading)
        if self._actions is not None:
            self._actions.setVisible(self.is_current and not reading)
        self._set_policy()

    def set_current(self, current: bool) -> None:
        """Accentuate the card that the person works in, and offer its actions."""
        if current == self.is_current:
            return
        self.is_current = current
        if current and self._actions is None and not self.compact and not self.reading:
            self._actions = Actions(self.item)
            self._actions.note_wanted.connect(self.write_note)
            self._actions.finding_wanted.connect(self.write_finding)
            self._actions.not_applicable_wanted.connect(self.ask_not_applicable)
            self._actions.clear_wanted.connect(self.clear)
            self._actions_at.addWidget(self._actions)
        if self._actions is not None:
            self._actions.setVisible(current and not self.reading)
        self.update()

    # --- acting -----------------------------------------------------------------------------------

    def enter(self, *, last: bool = False) -> None:
        """Take the focus where answering begins."""
        if self.reading or not self.editor.enter(last=last):
            self.setFocus(Qt.FocusReason.TabFocusReason)

    def write_note(self) -> None:
        """Open the note and put the cursor into it."""
        note = self._open_note()
        note.show()
        note.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def write_finding(self) -> None:
        """Open the form for a finding, beginning with the item's standard sentence."""
        if self._finding is None:
            self._finding = FindingForm(self.code)
            self._finding.given.connect(lambda fields: self._scribe.add_finding(self.code, **fields))
            self._finding.typed.connect(lambda words: self._scribe.draft_finding(self.code, words))
            self._finding.closed.connect(self.setFocus)
            self._below.addWidget(self._finding)
        self._finding.begin(self.item.standard_finding)

    def record_standard_finding(self) -> None:
        """Record the item's standard sentence as a finding at once."""
        if self.reading:
            self.locked.emit()
        elif self.item.standard_finding:
            self._scribe.add_finding(self.code, text=self.item.standard_finding)

    def ask_not_applicable(self) -> None:
        """Ask for the reason in place; or take "not applicable" back."""
        if self.item.not_applicable:
            self._scribe.applicable(self.code)
        elif self.item.na_allowed:
            self._open_reason().ask()

    def take_proposal(self) -> None:
        """Answer with the figures on offer."""
        proposal = self._scribe.proposals.get(self.code)
        if proposal is not None and (answer := proposal.answer(self.item)):
            for entry in self.editor.entries.values():
                entry.forget()
            self._answer(answer)

    def clear(self) -> None:
        """Take the answer back."""
        if self.item.not_applicable:
            self._scribe.applicable(self.code)
        elif any(leaf.value for leaf in self.item.leaves):
            for entry in self.editor.entries.values():
                entry.forget()
            self._answer(dict.fromkeys(self.editor.entries, ""))

    # --- inside -----------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MEDIUM, 10, theme.MEDIUM, 10)
        column.setSpacing(theme.SMALL)
        column.addWidget(self.heading)
        self._hint_at = QVBoxLayout()
        column.addLayout(self._hint_at)
        self._answer_at = answer = QHBoxLayout()
        answer.setContentsMargins(self.heading.indent, 0, 0, 0)
        answer.setSpacing(theme.LARGE)
        answer.addWidget(self.editor, 1)
        if self.item.max_points is not None:
            answer.addWidget(self.score, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(answer)
        self._below = QVBoxLayout()
        self._below.setContentsMargins(self.heading.indent, 0, 0, 0)
        self._below.setSpacing(theme.SMALL)
        column.addLayout(self._below)
        # The icons of quiet buttons stand in line with the words above them.
        self._actions_at = QHBoxLayout()
        self._actions_at.setContentsMargins(self.heading.indent - 9, 0, 0, 0)
        column.addLayout(self._actions_at)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def _make_another_editor(self) -> None:
        """What is on offer is another now: asked by an editor made for it, in the same place."""
        old, self.editor = self.editor, editor_for(self.item)
        focus = QApplication.focusWidget()
        inside = focus is not None and old.isAncestorOf(focus)
        self._connect()
        place = self._answer_at.indexOf(old)
        self._answer_at.removeWidget(old)
        self._answer_at.insertWidget(place, self.editor, 1)
        self.editor.setEnabled(not self.reading)
        self.editor.show()
        if inside:
            self.editor.show_item(self.item)
            self.editor.enter()  # before the old one goes, which would pass the focus on to the next card
        old.hide()
        old.deleteLater()

    def _show_hints(self) -> None:
        """What helps with the one question, under its words; several have theirs beside them."""
        leaf = self.item.leaves[0] if len(self.item.leaves) == 1 else None
        if self._hints is None and leaf is not None and (leaf.hint or leaf.guidance):
            self._hints = Hints()
            self._hints.setContentsMargins(self.heading.indent, 0, 0, 0)
            self._hint_at.addWidget(self._hints)
        if self._hints is not None:
            self._hints.show_leaf(leaf)

    def _show_media(self) -> None:
        """The pictures, sounds and films of the item, under its words."""
        choices = self.item.leaves[0].choices if len(self.item.leaves) == 1 else ()
        if self._media is None and (self.item.media or any(choice.media for choice in choices)):
            self._media = Media()
            self._media.setContentsMargins(self.heading.indent, 0, 0, 0)
            self._hint_at.addWidget(self._media)
        if self._media is not None:
            self._media.show_media(self.item.media, choices)

    def _connect(self) -> None:
        self.editor.typed.connect(lambda leaf, written: self._scribe.draft(self.code, leaf, written))
        self.editor.typed.connect(lambda _leaf, _written: self.score.grow_stale())
        self.editor.answered.connect(self._answer)
        self.editor.stuck.connect(self._get_stuck)
        self.editor.finished.connect(lambda: self.step_wanted.emit(1))
        self.editor.not_applicable_wanted.connect(self.ask_not_applicable)
        self.editor.file_given.connect(lambda key, file: self._scribe.attach(self.code, key, file))
        self.editor.content_wanted.connect(self._fetch)
        self.editor.filled.connect(lambda key, value: self._scribe.fill(self.code, key, value))
        self.editor.decide_wanted.connect(lambda: self.decide_wanted.emit(self.code))
        self.editor.held.connect(lambda key, why: self._scribe.hold(self.code, why, key))
        self.editor.add_wanted.connect(lambda repeat: self._scribe.add_repeat(self.code, repeat))
        self.editor.restore_wanted.connect(lambda instance: self._scribe.restore_repeat(self.code, instance))
        self.editor.remove_wanted.connect(lambda instance: self._scribe.remove_repeat(self.code, instance))

    def _answer(self, value: Value) -> None:
        self._stuck = None
        self._scribe.answer(self.code, value)
        self.show_issue()

    def _fetch(self, entry: FileEntry) -> None:
        value = entry.value
        self._scribe.fetch(value, lambda content: entry.show_content(value, content))

    def _get_stuck(self, why: Stuck) -> None:
        self._stuck = why
        self._scribe.hold(self.code, why.sentence)

    def _open_note(self) -> NoteLine:
        if self._note is None:
            self._note = NoteLine(self.code)
            self._note.entry.typed.connect(lambda written: self._scribe.draft(self.code, NOTE, written))
            self._note.entry.entered.connect(lambda written: self._scribe.note(self.code, written))
            self._note.setEnabled(not self.reading)
            self._below.addWidget(self._note)
        return self._note

    def _open_reason(self) -> ReasonLine:
        if self._reason is None:
            self._reason = ReasonLine(self.code)
            self._reason.entry.typed.connect(lambda written: self._scribe.draft(self.code, REASON, written))
            self._reason.given.connect(lambda why: self._scribe.not_applicable(self.code, why))
            self._reason.taken_back.connect(lambda: self._scribe.applicable(self.code))
            self._reason.closed.connect(self.setFocus)
            self._reason.setEnabled(not self.reading)
            self._below.addWidget(self._reason)
            self._reason.show_item(self.item)
        return self._reason

    def _worst(self) -> tuple[theme.Tone, str, Stuck | None, bool] | None:
        """(tone, sentence, readings to offer, whether to offer deciding)"""
        item = self.item
        if unsaved := self._scribe.unsaved(self.code):
            sentence = f"{unsaved.sentence} {unsaved.hint}".strip()
            if unsaved.in_dispute:
                return "attention", sentence, None, True
            return "wrong", tr("Not saved: {reason}", reason=sentence), self._stuck, False
        if item.disputed:
            return "attention", tr("Two laptops recorded different values. Both are kept."), None, True
        if item.error:
            # Inside a repeat it is said at its question.
            return None if item.editor == "repeat" else ("wrong", item.error, None, False)
        if item.warning:
            return None if item.editor == "repeat" else ("attention", item.warning, None, False)
        return None

    def _said(self) -> str:
        parts = [self.code, self.item.text, state_words(self.item)]
        if self.item.findings:
            parts.append(tr("{count} findings", count=self.item.findings))
        if self.heading.lacks:
            parts.append(self.heading.lacks)
        if self.item.evidence:
            parts.append(tr("{count} photos and scans", count=self.item.evidence))
        return " · ".join(parts)

    def _set_policy(self) -> None:
        """A card without a place to type or choose is itself a stop of the Tab key."""
        stop = self.reading or not self.editor.takes_input
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)

    # --- keys and paint ---------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._key(event):
            super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        acts = {
            Qt.Key.Key_F1: self.explain,
            Qt.Key.Key_F2: self.write_note,
            Qt.Key.Key_F3: self.write_finding,
            Qt.Key.Key_F4: self.ask_not_applicable,
            Qt.Key.Key_F5: self.take_proposal,
            Qt.Key.Key_Delete: self.clear,
            Qt.Key.Key_Escape: self.setFocus,
            Qt.Key.Key_Down: lambda: self.step_wanted.emit(1),
            Qt.Key.Key_Up: lambda: self.step_wanted.emit(-1),
        }
        if held == Qt.KeyboardModifier.ControlModifier and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            acts[key]()
            return True
        if held == Qt.KeyboardModifier.ShiftModifier and key == Qt.Key.Key_F3:
            self.record_standard_finding()
            return True
        if held:
            return False
        if self.reading and (key in _WRITING or Qt.Key.Key_0 <= key <= Qt.Key.Key_9):
            self.locked.emit()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hasFocus():
            self.enter()
        elif key in acts:
            acts[key]()
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            return self._digit(int(key) - int(Qt.Key.Key_0))
        else:
            return False
        return True

    def explain(self) -> bool:
        """Show the guidance of the item, or put it away; False where there is none."""
        if self._hints is None or not self._hints.guidance.text():
            return False
        self._hints.turn()
        return True

    def _digit(self, number: int) -> bool:
        if number == 0 and self.item.na_allowed:
            if not self.item.not_applicable:
                self.ask_not_applicable()
            return True
        return self.editor.digit(number)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        edge: QColor = theme.colour("accent" if self.is_current else "line")
        painter.setPen(QPen(edge, 1))
        painter.setBrush(theme.colour("ground"))
        painter.drawRoundedRect(rect, 6, 6)
        if self.is_current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(edge)
            painter.setClipRect(QRectF(0, 0, 4, self.height()))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        painter.end()
