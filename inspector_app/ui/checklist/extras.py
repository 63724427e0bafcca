"""What an item has only sometimes: a fault said in place, a note, a reason, a finding, a row of actions."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from inspector_app.i18n import tr
from inspector_app.services.views import ItemView
from inspector_app.ui import fields, theme, widgets
from inspector_app.ui.checklist.entries import LineEntry, ProseEntry, Stuck
from inspector_app.ui.visit.words import causes, severities

_GLYPHS: dict[theme.Tone, str] = {"wrong": "wrong", "attention": "attention"}


class Issue(QWidget):
    """What is wrong with an item and what one can do about it, under its editor."""

    reading_chosen = Signal(str)
    decide_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._glyph = widgets.Glyph("attention", "attention", 16)
        self.words = widgets.label("", "small", wrap=True)
        self._buttons = widgets.Flow(theme.TINY)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SMALL)
        row.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(widgets.column(self.words, self._buttons, spacing=theme.TINY), 1)

    def say(self, tone: theme.Tone, sentence: str, stuck: Stuck | None, decide: bool) -> None:
        """Show a sentence; with the readings of a doubtful number, or the way to decide a dispute."""
        self._glyph.show_as(_GLYPHS[tone], tone)
        self.words.setText(sentence)
        theme.dress(self.words, tone=tone)
        self.setAccessibleName(sentence)
        widgets.clear(self._buttons)
        for shown, value in stuck.readings if stuck else ():
            chosen = widgets.button(shown, lambda value=value: self.reading_chosen.emit(value))
            chosen.setAccessibleName(tr("Enter {number}", number=shown))
            self._buttons.addWidget(chosen)
        if decide:
            self._buttons.addWidget(
                widgets.button(tr("Compare and decide"), self.decide_wanted.emit, kind="quiet", icon="merge")
            )
        self.show()


class NoteLine(QWidget):
    """The note of an item: a text that grows; gone again when it is left empty."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.entry = ProseEntry((1, 10))
        self.entry.introduce(tr("{item} · note", item=code))
        self.entry.field.setPlaceholderText(tr("Note"))
        self.entry.entered.connect(lambda words: self.setVisible(bool(words)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SMALL)
        row.addWidget(widgets.Glyph("note", "secondary", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.entry, 1)

    def show_note(self, words: str) -> None:
        """Show the note as it is kept; what is being typed stays."""
        self.entry.show_value(words)
        if not self.entry.field.hasFocus():
            self.setVisible(bool(words))


class ReasonLine(QWidget):
    """Why an item does not apply. It is not out of the score before there is a reason."""

    given = Signal(str)
    taken_back = Signal()
    closed = Signal()

    def __init__(self, code: str) -> None:
        super().__init__()
        self._applies = True
        self.entry = LineEntry()
        self.entry.introduce(tr("{item} · reason why it is not applicable", item=code))
        self.entry.line.setPlaceholderText(tr("Reason, for the minutes"))
        self.entry.entered.connect(self._entered)
        self.entry.line.editingFinished.connect(self._left)
        self._why = widgets.label("", "text", "secondary", wrap=True)
        self._keep = widgets.button(tr("Record"), self._ask_again, kind="plain")
        self._back = widgets.button(tr("Make applicable again"), self.taken_back.emit, kind="quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SMALL)
        row.addWidget(widgets.label(tr("Not applicable because"), "small", "secondary"))
        row.addWidget(self._why, 1)
        row.addWidget(self.entry, 1)
        row.addWidget(self._keep)
        row.addWidget(self._back)

    def ask(self) -> None:
        """Open empty, with the cursor in it."""
        self.show()
        self.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_item(self, item: ItemView) -> None:
        """Show the reason given, or the one that follows from the figures."""
        by_figures = item.status == "not_applicable" and not item.not_applicable
        self._applies = not item.not_applicable
        self._why.setText(item.reason)
        self._why.setVisible(by_figures)
        self.entry.setVisible(not by_figures)
        self._keep.setVisible(not by_figures and self._applies)
        self._back.setVisible(item.not_applicable)
        if not by_figures:
            self.entry.show_value(item.reason if item.not_applicable else "")
        self.setVisible(item.status == "not_applicable" or self.entry.line.hasFocus())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._applies:
            self.entry.forget()
            self.hide()
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.entry.line.value:
            self._ask_again()
        else:
            super().keyPressEvent(event)

    def _entered(self, why: str) -> None:
        if why:
            self.given.emit(why)
        elif not self._applies:
            self._ask_again()

    def _left(self) -> None:
        if self._applies and not self.entry.line.value and not self.entry.line.hasFocus():
            self.hide()

    def _ask_again(self) -> None:
        if not self.entry.line.value:
            theme.mark(self.entry.line, "bad", True)
            self.entry.line.setPlaceholderText(tr("A reason is needed; it is printed in the minutes"))
            self.entry.setFocus(Qt.FocusReason.OtherFocusReason)


class FindingForm(QWidget):
    """A finding of an item, written in place: sentence, severity, cause."""

    given = Signal(object)
    """The fields of the finding."""
    typed = Signal(str)
    """What is being written, to be kept as a draft; "" once it is put away."""
    closed = Signal()

    def __init__(self, code: str) -> None:
        super().__init__()
        self.words = fields.TextArea(name=tr("{item} · finding", item=code), lines=(2, 8))
        self.words.typed.connect(self.typed)
        self.severity = fields.Segments(severities(), "notable", name=tr("Severity"))
        self.cause = fields.Choice([("", tr("Cause not given")), *causes()], name=tr("Cause"))
        keep = widgets.button(tr("Record the finding"), self._give, kind="primary")
        leave = widgets.button(tr("Do not record"), self.give_up, kind="quiet")
        choices = widgets.Flow(theme.SMALL)
        for part in (self.severity, self.cause, keep, leave):
            choices.addWidget(part)
        self.setLayout(
            widgets.column(
                widgets.label(tr("Finding"), "small_strong", "secondary"),
                self.words,
                choices,
                spacing=theme.TINY,
            )
        )

    def begin(self, sentence: str) -> None:
        """Open with a sentence to begin from; an open form keeps what was written."""
        if self.isHidden() or not self.words.value:
            self.words.setPlainText(sentence)
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def give_up(self) -> None:
        """Put the form away without recording what was written."""
        self._close()
        self.typed.emit("")

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._give()
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        if not self.words.value:
            theme.mark(self.words, "bad", True)
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        theme.mark(self.words, "bad", False)
        self.given.emit(
            {
                "text": self.words.value,
                "severity": self.severity.value or "notable",
                "cause": self.cause.value or None,
            }
        )
        self._close()


class Actions(QWidget):
    """What else can be done with an item, shown for the one being worked on."""

    note_wanted = Signal()
    finding_wanted = Signal()
    not_applicable_wanted = Signal()
    clear_wanted = Signal()

    def __init__(self, item: ItemView) -> None:
        super().__init__()
        flow = widgets.Flow(theme.TINY)
        self._finding = _action("finding", "wrong", self.finding_wanted.emit)
        self._outside = _action("not_applicable", "accent", self.not_applicable_wanted.emit)
        self._clear = _action("undo", "accent", self.clear_wanted.emit)
        note = _action("note", "accent", self.note_wanted.emit)
        note.setText(tr("Note") + "  F2")
        self._clear.setText(tr("Clear the answer") + "  Del")
        for part in (note, self._finding, self._outside, self._clear):
            flow.addWidget(part)
        self.setLayout(flow)
        self.show_item(item)

    def show_item(self, item: ItemView) -> None:
        """Offer what is possible now."""
        counted = tr("Finding ({count})", count=item.findings) if item.findings else tr("Finding")
        self._finding.setText(f"{counted}  F3")
        outside = tr("Make applicable again") if item.not_applicable else tr("Not applicable…")
        self._outside.setText(f"{outside}  F4")
        self._outside.setVisible(item.na_allowed)
        self._clear.setVisible(any(leaf.value and not leaf.computed for leaf in item.leaves))


def _action(icon: str, tone: theme.Tone, act: Callable[[], object]) -> QPushButton:
    made = widgets.button("", act, kind="quiet")
    made.setIcon(theme.icon(icon, tone))
    return made
