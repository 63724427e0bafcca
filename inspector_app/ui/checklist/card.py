"""One item on the screen: its words and mark, its editor, its points, and what hangs on it.

The words are painted, not built from labels: an area of 26 items stands in a blink. What an item rarely has
(a note, a reason, a finding being written, a row of actions) is made when it is first needed. A card never
writes itself: it asks the scribe, and shows the views that come back.
"""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from inspector_app import text
from inspector_app.i18n import tr
from inspector_app.services.views import ItemView
from inspector_app.ui import theme
from inspector_app.ui.checklist.editors import editor_for
from inspector_app.ui.checklist.entries import Stuck
from inspector_app.ui.checklist.extras import Actions, FindingForm, Issue, NoteLine, ReasonLine
from inspector_app.ui.checklist.scribe import NOTE, REASON, Scribe, Value

CODE_WIDTH = 54
MARK = 14
INDENT = theme.MEDIUM + MARK + theme.SMALL + CODE_WIDTH
"""Where the words of an item begin; editor, note and actions stand under them."""


def mark_of(item: ItemView) -> theme.Mark:
    """The mark of an item's state; a dispute outweighs the rest."""
    if item.disputed:
        return "disputed"
    return item.status


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
    """Mark, code, words and maximum of an item, in one painted line that wraps."""

    def __init__(self, *, compact: bool = False) -> None:
        super().__init__()
        self._item: ItemView | None = None
        self._compact = compact
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_item(self, item: ItemView) -> None:
        """Show another state of the item."""
        wider = self._item is None or self._item.text != item.text
        self._item = item
        self.setToolTip(state_words(item))
        if wider:
            self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self._words(width).height(), 18)

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(max(self.width(), 320)))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 18)

    def paintEvent(self, _event: QPaintEvent) -> None:
        item = self._item
        if item is None:
            return
        painter = QPainter(self)
        line = QFontMetrics(theme.font("text")).height()
        theme.paint_mark(painter, QRectF(0, (line - MARK) / 2, MARK, MARK), mark_of(item))
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("accent"))
        painter.drawText(
            QRect(MARK + theme.SMALL, 0, CODE_WIDTH, line), Qt.AlignmentFlag.AlignLeft, item.code
        )
        painter.setFont(theme.font("text"))
        painter.setPen(theme.colour("text"))
        painter.drawText(self._words(self.width()), Qt.TextFlag.TextWordWrap, item.text)
        right = self.rect()
        if maximum := self._maximum():
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("secondary"))
            top = QRect(right.left(), 0, right.width(), line)
            painter.drawText(top, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, maximum)
        painter.end()

    def _maximum(self) -> str:
        item = self._item
        if item is None or not item.max_points:
            return ""
        return tr("max {points}", points=text.format_number(item.max_points, 2))

    def _words(self, width: int) -> QRect:
        left = MARK + theme.SMALL + CODE_WIDTH
        small = QFontMetrics(theme.font("small"))
        right = small.horizontalAdvance(self._maximum()) + theme.LARGE if self._maximum() else 0
        inside = QRect(left, 0, max(80, width - left - right), 10_000)
        words = self._item.text if self._item else ""
        metrics = QFontMetrics(theme.font("text"))
        found = metrics.boundingRect(inside, Qt.TextFlag.TextWordWrap, words)
        return QRect(inside.left(), 0, inside.width(), found.height())


class Score(QWidget):
    """What the unit gave itself, what the team gives."""

    def __init__(self) -> None:
        super().__init__()
        self._own = self._team = ""
        self._tone: theme.Tone = "text"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_item(self, item: ItemView) -> None:
        """Show another score."""
        own = "" if item.self_points is None else text.format_number(item.self_points, 2)
        self._own = tr("Self {points}", points=own) if own else ""
        if item.status == "not_applicable":
            given = tr("out of the score")
        elif item.points is None:
            given = "–"
        else:
            given = text.format_number(item.points, 2)
        nothing = item.points is not None and item.points <= 0 and item.max_points is not None
        lost = nothing and item.status == "answered" and (item.max_points or item.points)
        self._tone = "wrong" if lost else "secondary" if item.points is None else "text"
        self._team = tr("Team {points}", points=given)
        self.setAccessibleName(f"{self._own} {self._team}".strip())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        strong, plain = QFontMetrics(theme.font("strong")), QFontMetrics(theme.font("text"))
        own = plain.horizontalAdvance(self._own) + theme.MEDIUM if self._own else 0
        return QSize(own + strong.horizontalAdvance(self._team) + 2, theme.ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font("text"))
        painter.setPen(theme.colour("secondary"))
        painter.drawText(self.rect(), middle | Qt.AlignmentFlag.AlignLeft, self._own)
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour(self._tone))
        painter.drawText(self.rect(), middle | Qt.AlignmentFlag.AlignRight, self._team)
        painter.end()


class ItemCard(QFrame):
    """An item with everything one can do to it.

    Keys where no text is typed: digits answer, 0 is "not applicable", arrows go to the neighbours, Delete
    takes the answer back. Everywhere: F2 note, F3 finding, F4 not applicable, Escape to the card itself.
    """

    step_wanted = Signal(int)
    """The person goes on: 1 to the next item, -1 to the one before."""
    decide_wanted = Signal(str)
    """The item is in dispute, and the person wants to decide."""

    compact = False

    def __init__(self, item: ItemView, scribe: Scribe) -> None:
        super().__init__()
        self.item = item
        self._scribe = scribe
        self._stuck: Stuck | None = None
        self.is_current = False
        self._note: NoteLine | None = None
        self._reason: ReasonLine | None = None
        self._finding: FindingForm | None = None
        self._issue: Issue | None = None
        self._actions: Actions | None = None
        self.heading = Heading()
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
            self.editor.show_item(item)
            if not self.editor.unsettled:
                self._stuck = None
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

    def revert(self) -> None:
        """Show again what the workspace holds: the act was not accepted and cannot be corrected here."""
        self.editor.show_item(self.item)

    def set_current(self, current: bool) -> None:
        """Accentuate the card that the person works in, and offer its actions."""
        if current == self.is_current:
            return
        self.is_current = current
        if current and self._actions is None and not self.compact:
            self._actions = Actions(self.item)
            self._actions.note_wanted.connect(self.write_note)
            self._actions.finding_wanted.connect(self.write_finding)
            self._actions.not_applicable_wanted.connect(self.ask_not_applicable)
            self._actions.clear_wanted.connect(self.clear)
            self._below.addWidget(self._actions)
        if self._actions is not None:
            self._actions.setVisible(current)
        self.update()

    # --- acting -----------------------------------------------------------------------------------

    def enter(self, *, last: bool = False) -> None:
        """Take the focus where answering begins."""
        if not self.editor.enter(last=last):
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
            self._finding.closed.connect(self.setFocus)
            self._below.insertWidget(self._place_before_actions(), self._finding)
        self._finding.begin(self.item.standard_finding)

    def ask_not_applicable(self) -> None:
        """Ask for the reason in place; or take "not applicable" back."""
        if self.item.not_applicable:
            self._scribe.applicable(self.code)
        elif self.item.na_allowed:
            self._open_reason().ask()

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
        answer = QHBoxLayout()
        answer.setContentsMargins(INDENT - theme.MEDIUM, 0, 0, 0)
        answer.setSpacing(theme.LARGE)
        answer.addWidget(self.editor, 1)
        if self.item.max_points is not None:
            answer.addWidget(self.score, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(answer)
        self._below = QVBoxLayout()
        self._below.setContentsMargins(INDENT - theme.MEDIUM, 0, 0, 0)
        self._below.setSpacing(theme.SMALL)
        column.addLayout(self._below)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        self.editor.typed.connect(lambda leaf, written: self._scribe.draft(self.code, leaf, written))
        self.editor.answered.connect(self._answer)
        self.editor.stuck.connect(self._get_stuck)
        self.editor.finished.connect(lambda: self.step_wanted.emit(1))
        self.editor.not_applicable_wanted.connect(self.ask_not_applicable)

    def _answer(self, value: Value) -> None:
        self._stuck = None
        self._scribe.answer(self.code, value)
        self.show_issue()

    def _get_stuck(self, why: Stuck) -> None:
        self._stuck = why
        self.show_issue()

    def _open_note(self) -> NoteLine:
        if self._note is None:
            self._note = NoteLine(self.code)
            self._note.entry.typed.connect(lambda written: self._scribe.draft(self.code, NOTE, written))
            self._note.entry.entered.connect(lambda written: self._scribe.note(self.code, written))
            self._below.insertWidget(self._place_before_actions(), self._note)
        return self._note

    def _open_reason(self) -> ReasonLine:
        if self._reason is None:
            self._reason = ReasonLine(self.code)
            self._reason.entry.typed.connect(lambda written: self._scribe.draft(self.code, REASON, written))
            self._reason.given.connect(lambda why: self._scribe.not_applicable(self.code, why))
            self._reason.taken_back.connect(lambda: self._scribe.applicable(self.code))
            self._reason.closed.connect(self.setFocus)
            self._below.insertWidget(self._place_before_actions(), self._reason)
        return self._reason

    def _place_before_actions(self) -> int:
        return self._below.count() - (1 if self._actions is not None else 0)

    def _worst(self) -> tuple[theme.Tone, str, Stuck | None, bool] | None:
        """(tone, sentence, readings to offer, whether to offer deciding)"""
        item = self.item
        if unsaved := self._scribe.unsaved(self.code):
            sentence = f"{unsaved.sentence} {unsaved.hint}".strip()
            if unsaved.in_dispute:
                return "attention", sentence, None, True
            return "wrong", tr("Not saved: {reason}", reason=sentence), None, False
        if self._stuck is not None:
            return "wrong", tr("Not saved: {reason}", reason=self._stuck.sentence), self._stuck, False
        if item.disputed:
            return "attention", tr("Two laptops recorded different values. Both are kept."), None, True
        if item.error:
            return "wrong", item.error, None, False
        if item.warning:
            return "attention", item.warning, None, False
        return None

    def _said(self) -> str:
        parts = [self.code, self.item.text, state_words(self.item)]
        if self.item.findings:
            parts.append(tr("{count} findings", count=self.item.findings))
        return " · ".join(parts)

    def _set_policy(self) -> None:
        """A card without a place to type or choose is itself a stop of the Tab key."""
        stop = not any(entry.isEnabled() for entry in self.editor.entries.values())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)

    # --- keys and paint ---------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._key(event):
            super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        acts = {
            Qt.Key.Key_F2: self.write_note,
            Qt.Key.Key_F3: self.write_finding,
            Qt.Key.Key_F4: self.ask_not_applicable,
            Qt.Key.Key_Delete: self.clear,
            Qt.Key.Key_Escape: self.setFocus,
            Qt.Key.Key_Down: lambda: self.step_wanted.emit(1),
            Qt.Key.Key_Up: lambda: self.step_wanted.emit(-1),
        }
        if held == Qt.KeyboardModifier.ControlModifier and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            acts[key]()
            return True
        if held:
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hasFocus():
            self.enter()
        elif key in acts:
            acts[key]()
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            return self._digit(int(key) - int(Qt.Key.Key_0))
        else:
            return False
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
