"""Fields to type into and to choose from, with their labels and refusals.

Vietnamese keyboards (UniKey, EVKey) send backspaces and letters, so half-words pass through every field.
Therefore nothing here completes, validates, rewrites or jumps per key: text is looked at when the typing
rests (`SearchBox.settled`, `typed`) or the field is left (`finished`), and only then normalised to NFC.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QResizeEvent,
    QTextBlock,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCalendarWidget,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from inspector_app.i18n import tr
from inspector_app.text import NotADate, clean, format_date, parse_date
from inspector_app.ui import theme
from inspector_app.ui.widgets import label

SEARCH_MS = 250
"""A search begins this long after the last key."""
DRAFT_MS = 250
"""Typed text is offered for keeping at most this long after a key (the house allows 300 ms)."""


# --- chosen --------------------------------------------------------------------------------------


class Segments(QWidget):
    """One choice out of a few, all in view. Arrow keys move, the digits choose when `numbered`.

    `chosen` fires for the user's choice only, with the option's name; choosing the chosen one again clears it
    where `clearable`, and fires with "".
    """

    chosen = Signal(str)

    def __init__(
        self,
        options: Iterable[tuple[str, str]],
        value: str = "",
        *,
        numbered: bool = False,
        clearable: bool = False,
        name: str = "",
    ) -> None:
        super().__init__()
        self._clearable = clearable
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        offered = list(options)
        for place, (option, text) in enumerate(offered, 1):
            shown = f"{place}  {text}" if numbered and place <= 9 else text
            made = QPushButton(shown.replace("&", "&&"))
            made.setCheckable(True)
            made.setProperty("segment", True)
            ends = {1: "first", len(offered): "last"}
            made.setProperty("end", "only" if len(offered) == 1 else ends.get(place, "middle"))
            made.setAccessibleName(f"{name}: {text}" if name else text)
            made.setAutoDefault(False)
            made.clicked.connect(lambda _checked=False, option=option: self._pick(option))
            made.installEventFilter(self)
            self._group.addButton(made)
            self._buttons[option] = made
            row.addWidget(made)
        row.addStretch(1)
        self._numbered = numbered
        self._value = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.set_value(value)

    @property
    def value(self) -> str:
        """The chosen option's name, or ""."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show a choice without firing."""
        self._value = value if value in self._buttons else ""
        for option, each in self._buttons.items():
            each.setChecked(option == self._value)
        self._one_tab_stop()

    def buttons(self) -> dict[str, QPushButton]:
        """The buttons by option name."""
        return self._buttons

    def _pick(self, option: str) -> None:
        again = option == self._value
        self.set_value("" if again and self._clearable else option)
        if not again or self._clearable:
            self.chosen.emit(self._value)

    def _one_tab_stop(self) -> None:
        """Tab enters the group once, at the chosen button; arrows move inside."""
        stop = self._value or next(iter(self._buttons), "")
        for option, each in self._buttons.items():
            policy = Qt.FocusPolicy.StrongFocus if option == stop else Qt.FocusPolicy.ClickFocus
            each.setFocusPolicy(policy)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and self._moved(watched, event)
        ):
            return True
        return super().eventFilter(watched, event)

    def _moved(self, watched: QObject, event: QKeyEvent) -> bool:
        names = list(self._buttons)
        place = next((i for i, name in enumerate(names) if self._buttons[name] is watched), 0)
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is not None:
            if 0 <= place + step < len(names):
                self._buttons[names[place + step]].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if self._numbered and event.text().isdigit() and 1 <= int(event.text()) <= len(names):
            chosen = names[int(event.text()) - 1]
            self._buttons[chosen].setFocus(Qt.FocusReason.ShortcutFocusReason)
            if chosen != self._value:
                self._pick(chosen)
            return True
        return False


# --- typed text ----------------------------------------------------------------------------------


class _Typing(QObject):
    """The rhythm of a text field: `typed` soon after a key, `finished` when the field is left changed."""

    def __init__(self, field: "LineEdit | TextArea") -> None:
        super().__init__(field)
        self._field = field
        self.settled = ""
        self._offered: str | None = None
        self.timer = QTimer(self, singleShot=True, interval=DRAFT_MS)
        self.timer.timeout.connect(self._typed)

    def key(self) -> None:
        # Not restarted by later keys: a person who types without a pause is still kept every quarter second.
        if not self.timer.isActive():
            self.timer.start()

    def _typed(self) -> None:
        self._offered = self._field.value
        self._field.typed.emit(self._offered)

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
        self.set_value(value)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(self._typing.key)
        self.editingFinished.connect(self._typing.left)

    @property
    def value(self) -> str:
        """The text as it is kept."""
        return clean(self.text())

    def set_value(self, value: str) -> None:
        """Show a text without firing. What the user is typing is left alone."""
        if self.hasFocus() and self.value != self._typing.settled:
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
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setFont(theme.font("text"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_value(value)
        self.textChanged.connect(self._edited)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    @property
    def value(self) -> str:
        """The text as it is kept."""
        return clean(self.toPlainText(), lines=True)

    def set_value(self, value: str) -> None:
        """Show a text without firing. What the user is typing is left alone."""
        if self.hasFocus() and self.value != self._typing.settled:
            return
        self._typing.settled = value
        if self.value != value:
            self.setPlainText(value)
            self._typing.timer.stop()

    @property
    def changed(self) -> bool:
        """Whether something was typed that `finished` has not told yet."""
        return self.value != self._typing.settled

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._typing.left()

    def _edited(self) -> None:
        if self.value != self._typing.settled:
            self._typing.key()

    def _fit(self) -> None:
        least, most = self._lines
        rows = round(sum(self._height(block) for block in self._blocks()) / self.fontMetrics().lineSpacing())
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if rows > most else policy.ScrollBarAlwaysOff
        )
        height = max(least, min(most, rows)) * self.fontMetrics().lineSpacing() + 2 * theme.SMALL + 2
        if height != self.height():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.document().firstBlock()
        while block.isValid():
            yield block
            block = block.next()

    def _height(self, block: QTextBlock) -> float:
        """Of a paragraph as wrapped now; asking lays it out, which Qt else does only for what is in view."""
        return self.blockBoundingRect(block).height()


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


class DateEdit(QWidget):
    """A date to type or to pick. `finished` when it was changed; an unreadable text is kept and marked."""

    finished = Signal()

    def __init__(self, value: date | None = None, *, name: str = "") -> None:
        super().__init__()
        self.line = QLineEdit(placeholderText=tr("dd/mm/yyyy"))
        self.line.setAccessibleName(name)
        self.line.editingFinished.connect(self._left)
        picker = self.line.addAction(
            theme.icon("calendar", "secondary"), QLineEdit.ActionPosition.TrailingPosition
        )
        picker.setToolTip(tr("Choose from a calendar (Alt+Down)"))
        picker.triggered.connect(self._pick)
        for each in self.line.findChildren(QAbstractButton):
            each.setAccessibleName(tr("Choose from a calendar (Alt+Down)"))
        self.line.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line)
        self.setFocusProxy(self.line)
        self.setFixedWidth(150)
        self._value: date | None = None
        self.set_value(value)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    @property
    def value(self) -> date | None:
        """The date; None for an empty and for an unreadable field."""
        return None if self.problem else self._read()

    @property
    def problem(self) -> str:
        """Why the text is not a date; "" for a date and for an empty field."""
        try:
            self._read()
        except NotADate as unreadable:
            return str(unreadable)
        return ""

    def _read(self) -> date | None:
        text = clean(self.line.text())
        return parse_date(text) if text else None

    def set_value(self, value: date | None) -> None:
        """Show a date without firing."""
        self._value = value
        self.line.setText(format_date(value) if value else "")
        theme.mark(self.line, "bad", False)

    def _left(self) -> None:
        theme.mark(self.line, "bad", bool(self.problem))
        if not self.problem and self.value != self._value:
            self.set_value(self.value)
            self.finished.emit()

    def _pick(self) -> None:
        popup = QCalendarWidget(self)
        popup.setWindowFlag(Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        popup.setLocale(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
        popup.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        if (on := self.value) is not None:
            popup.setSelectedDate(QDate(on.year, on.month, on.day))

        def picked(day: QDate) -> None:
            popup.close()
            self.line.setText(format_date(date(day.year(), day.month(), day.day())))
            self._left()

        popup.clicked.connect(picked)
        popup.activated.connect(picked)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        popup.show()
        popup.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
            and event.modifiers() == Qt.KeyboardModifier.AltModifier
        ):
            self._pick()
            return True
        return super().eventFilter(watched, event)


class Choice(QComboBox):
    """One choice out of many, in a list that opens. `chosen(str)` for the user's choice only."""

    chosen = Signal(str)

    def __init__(self, options: Iterable[tuple[str, str]], value: str = "", *, name: str = "") -> None:
        super().__init__()
        for option, text in options:
            self.addItem(text, option)
        self.setAccessibleName(name)
        self.set_value(value)
        self.activated.connect(lambda _row: self.chosen.emit(self.value))

    @property
    def value(self) -> str:
        return str(self.currentData() or "")

    def set_value(self, value: str) -> None:
        """Show a choice without firing."""
        self.setCurrentIndex(max(0, self.findData(value)))

    def wheelEvent(self, event: object) -> None:
        """A wheel over a closed list scrolls the page; it never changes an answer by accident."""
        event.ignore()  # type: ignore[attr-defined]  # always a QWheelEvent


# --- labelled ------------------------------------------------------------------------------------


class Field(QWidget):
    """A control with its label above and, when needed, a line below: a hint, or why a value was refused."""

    def __init__(self, text: str, control: QWidget, *, hint: str = "") -> None:
        super().__init__()
        self.control = control
        self._hint = hint
        self.label = label(text, "small", "secondary")
        self.label.setBuddy(control)
        self.below = label(hint, "small", "secondary", wrap=True)
        self.below.setVisible(bool(hint))
        if not control.accessibleName():
            control.setAccessibleName(text.replace("&", ""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TINY)
        column.addWidget(self.label)
        column.addWidget(control)
        column.addWidget(self.below)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def refuse(self, why: str) -> None:
        """Say under the field why its value is not accepted."""
        theme.mark(self.control, "bad", True)
        self.below.setText(why)
        theme.dress(self.below, tone="wrong")
        self.below.show()
        self.control.setAccessibleDescription(why)

    def accept(self) -> None:
        """Take the refusal back."""
        theme.mark(self.control, "bad", False)
        self.below.setText(self._hint)
        theme.dress(self.below, tone="secondary")
        self.below.setVisible(bool(self._hint))
        self.control.setAccessibleDescription(self._hint)

    @property
    def refusal(self) -> str:
        """Why the value is not accepted; "" when it is."""
        return (
            self.below.text() if self.below.property("tone") == "wrong" and not self.below.isHidden() else ""
        )
