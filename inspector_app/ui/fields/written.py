"""Text to write: one line, several lines, or words to search for.

What is pasted is never lost and never guessed at: a table becomes lines with its cells apart, and a text of a
hundred thousand characters is taken without a pause that one would notice.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy

from inspector_app.text import clean, in_one_line, pasted
from inspector_app.ui import theme

SEARCH_MS = 250
"""A search begins this long after the last key."""
DRAFT_MS = 250
"""Typed text is offered for keeping at most this long after a key (the house allows 300 ms)."""
LONGEST_LINE = 1_000_000
"""Characters; Qt's own limit would drop the rest of a pasted text without a word."""


class _Typing(QObject):
    """The rhythm of a text field: `typed` soon after a key, `finished` when the field is left changed.

    What stands in the field is read into what is kept once, however often it is asked for: a long text has
    to be typed in as fluently as a short one.
    """

    def __init__(self, field: "LineEdit | TextArea") -> None:
        super().__init__(field)
        self._field = field
        self.settled = ""
        self._offered: str | None = None
        self._written = self._kept = ""
        self.timer = QTimer(self, singleShot=True, interval=DRAFT_MS)
        self.timer.timeout.connect(self._typed)

    def kept(self, written: str, read: Callable[[str], str]) -> str:
        """The text as it is kept."""
        if written != self._written:
            self._written, self._kept = written, read(written)
        return self._kept

    def key(self) -> None:
        # Not restarted by later keys: a person who types without a pause is still kept every quarter second.
        if not self.timer.isActive():
            self.timer.start()

    def _typed(self) -> None:
        value = self._field.value
        if value != self.settled or self._offered is not None:
            self._offered = value
            self._field.typed.emit(value)

    def left(self) -> None:
        self.timer.stop()
        value, offered = self._field.value, self._offered
        self._offered = None
        # A text typed and taken back has left a draft behind: that, too, must be settled.
        if value != self.settled or offered not in (None, value):
            self.settled = value
            self._field.finished.emit(value)


class LineEdit(QLineEdit):
    """One line of text. `typed(str)`: keep as a draft. `finished(str)`: left, or Enter, with a new value."""

    typed = Signal(str)
    finished = Signal(str)

    def __init__(self, value: str = "", *, name: str = "", placeholder: str = "") -> None:
        super().__init__()
        self._typing = _Typing(self)
        self._composing = False
        self.setMaxLength(LONGEST_LINE)
        self.set_value(value)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(self._typing.key)
        self.editingFinished.connect(self._left)

    @property
    def value(self) -> str:
        """The text as it is kept."""
        return self._typing.kept(self.text(), in_one_line)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._composing = bool(event.preeditString())

    def _left(self) -> None:
        value = self.value
        if self.text() != value:  # a table, for one, is pasted with its tabs and shown with its cells apart
            self.setText(value)
        self._typing.left()

    def set_value(self, value: str) -> None:
        """Show a text without firing. What the user is typing is left alone."""
        if self.hasFocus() and (self._composing or self.value != self._typing.settled):
            return
        self._typing.settled = value
        if self.text() != value:
            self.setText(value)
            self.setCursorPosition(0)

    @property
    def changed(self) -> bool:
        """Whether something was typed that `finished` has not told yet."""
        return self.value != self._typing.settled


class TextArea(QPlainTextEdit):
    """Several lines, as high as the text between two limits. Tab leaves it; signals as in LineEdit."""

    typed = Signal(str)
    finished = Signal(str)

    def __init__(
        self, value: str = "", *, name: str = "", placeholder: str = "", lines: tuple[int, int] = (2, 8)
    ) -> None:
        super().__init__()
        self._typing = _Typing(self)
        self._composing = False
        self._lines = lines
        self._fitting = False
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setFont(theme.font("text"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_value(value)
        self.textChanged.connect(self._typing.key)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    @property
    def value(self) -> str:
        """The text as it is kept."""
        return self._typing.kept(self.toPlainText(), partial(clean, lines=True))

    def set_value(self, value: str) -> None:
        """Show a text without firing. What the user is typing is left alone."""
        if self.hasFocus() and (self._composing or self.value != self._typing.settled):
            return
        self._typing.settled = value
        if self.value != value:
            self.setPlainText(value)
            self._typing.timer.stop()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop: as text only, a table in lines."""
        if source.hasText():
            table = source.hasHtml() and "<table" in source.html().lower()
            self.insertPlainText(pasted(source.text(), table=table))
            self.ensureCursorVisible()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._composing = bool(event.preeditString())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up in the first line and Down in the last lead out of the field, as they do from any other."""
        way = {Qt.Key.Key_Up: QTextCursor.MoveOperation.Up, Qt.Key.Key_Down: QTextCursor.MoveOperation.Down}
        move = way.get(Qt.Key(event.key()))
        if move is not None and not event.modifiers() and not self.textCursor().movePosition(move):
            event.ignore()
        else:
            super().keyPressEvent(event)

    @property
    def changed(self) -> bool:
        """Whether something was typed that `finished` has not told yet."""
        return self.value != self._typing.settled

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._typing.left()

    def _fit(self) -> None:
        if self._fitting:
            return  # measuring lays paragraphs out, which tells of another size of the document
        self._fitting = True
        least, most = self._lines
        rows = self._rows(most + 1)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if rows > most else policy.ScrollBarAlwaysOff
        )
        height = max(least, min(most, rows)) * self.fontMetrics().lineSpacing() + 2 * theme.SMALL + 2
        if height != self.height():
            self.setFixedHeight(height)
        self._fitting = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _rows(self, enough: int) -> int:
        """The lines of the text as wrapped now, counted until there are enough of them.

        Asking a paragraph for its height lays it out, which Qt else does only for what is in view.
        """
        height, block = 0.0, self.document().firstBlock()
        while block.isValid() and height < enough * self.fontMetrics().lineSpacing():
            height += self.blockBoundingRect(block).height()
            block = block.next()
        return round(height / self.fontMetrics().lineSpacing())


class SearchBox(QLineEdit):
    """Finds while one types: `settled(str)` when the keys rest, or at Enter. Escape clears."""

    settled = Signal(str)

    def __init__(self, placeholder: str) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.addAction(theme.icon("search", "secondary"), QLineEdit.ActionPosition.LeadingPosition)
        self._last = ""
        self._timer = QTimer(self, singleShot=True, interval=SEARCH_MS)
        self._timer.timeout.connect(self._tell)
        self.textChanged.connect(lambda _text: self._timer.start())
        self.returnPressed.connect(self._tell)

    @property
    def at_rest(self) -> bool:
        """Whether what stands here has been told."""
        return not self._timer.isActive()

    def _tell(self) -> None:
        self._timer.stop()
        text = clean(self.text())
        if text != self._last:
            self._last = text
            self.settled.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._tell()
            return
        super().keyPressEvent(event)
