"""One choice: out of a few, all in view, or out of many, in a list that opens."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)


class Segment(QPushButton):
    """One of the choices; where its words have no room, they end in dots."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)  # type: ignore[attr-defined]  # missing from Qt's stubs
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)


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
            made = Segment(shown.replace("&", "&&"))
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

    def narrow(self, letters: int = 0) -> None:
        """Take the room that there is, at least for so many letters, not that of the longest option."""
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(letters)

    def wheelEvent(self, event: object) -> None:
        """A wheel over a closed list scrolls the page; it never changes an answer by accident."""
        event.ignore()  # type: ignore[attr-defined]  # always a QWheelEvent
