"""Text that means a value: a date, a number.

It is read when it is left, as generously as `inspector_app.text` reads, and then one of three things stands
in the field: a value, shown in the one way in which it cannot be misread; a text with two meanings, which
`readings` offers; or a text that is no value, with the reason. What a person typed is never thrown away.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar, cast

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QCalendarWidget, QHBoxLayout, QLineEdit, QWidget

from inspector_app import i18n
from inspector_app.i18n import mark, tr
from inspector_app.text import (
    AmbiguousDate,
    AmbiguousNumber,
    UnreadableText,
    clean,
    format_date,
    format_number,
    number_phrase,
    parse_date,
    parse_number,
    weekday_phrase,
)
from inspector_app.ui import theme

T = TypeVar("T", date, Decimal)


class ValueEdit(QWidget, Generic[T]):
    """A line whose text means a value. `finished`: it was left with another value. `looked_at`: it was left,
    so that `problem`, `readings` and `words` may have changed.
    """

    finished = Signal()
    looked_at = Signal()

    def __init__(self, name: str, placeholder: str = "") -> None:
        super().__init__()
        self.line = QLineEdit(placeholderText=placeholder)
        self.line.setAccessibleName(name)
        self.line.editingFinished.connect(self._left)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line)
        self.setFocusProxy(self.line)
        self.words = ""
        """What was understood, in words; "" for what was not typed here."""
        self._value: T | None = None

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        super().setAccessibleDescription(description)
        self.line.setAccessibleDescription(description)

    @property
    def value(self) -> T | None:
        """The value; None for an empty field and for what cannot be read."""
        return None if self._doubt() else self._read()

    @property
    def problem(self) -> str:
        """Why the text is no value; "" for a value and for an empty field."""
        return str(self._doubt() or "")

    @property
    def readings(self) -> Sequence[T]:
        """The values that a doubtful text may mean."""
        doubt = self._doubt()
        if isinstance(doubt, AmbiguousDate | AmbiguousNumber):
            return cast(Sequence[T], doubt.readings)
        return ()

    def set_value(self, value: T | None) -> None:
        """Show a value without firing. What the user is typing is left alone."""
        if self.line.hasFocus() and self.line.isModified():
            return
        self._show(value)
        self.words = ""

    def take(self, value: T) -> None:
        """Enter a value on the user's behalf, such as one of the readings."""
        self._settle(value)
        self.looked_at.emit()

    def _doubt(self) -> UnreadableText | None:
        try:
            self._read()
        except UnreadableText as doubt:
            return doubt
        return None

    def _read(self) -> T | None:
        text = clean(self.line.text())
        if self._value is not None and text == self._written(self._value):
            return self._value  # shown by the field itself: nothing to doubt
        return self._parse(text) if text else None

    def _show(self, value: T | None) -> None:
        self._value = value
        self.line.setText("" if value is None else self._written(value))
        theme.mark(self.line, "bad", False)

    def _left(self) -> None:
        doubt = self._doubt()
        theme.mark(self.line, "bad", doubt is not None)
        if doubt is None:
            self._settle(self._read())
        self.looked_at.emit()

    def _settle(self, value: T | None) -> None:
        before = self._value
        self._show(value)
        if value != before:
            self.words = self._said()
            self.finished.emit()

    def _parse(self, text: str) -> T:
        raise NotImplementedError

    def _written(self, value: T) -> str:
        raise NotImplementedError

    def _said(self) -> str:
        """What was understood, where figures alone could mislead."""
        return ""


class DateEdit(ValueEdit[date]):
    """A date to type or to pick."""

    def __init__(self, value: date | None = None, *, name: str = "") -> None:
        super().__init__(name, tr("dd/mm/yyyy"))
        picker = self.line.addAction(
            theme.icon("calendar", "secondary"), QLineEdit.ActionPosition.TrailingPosition
        )
        picker.setToolTip(tr("Choose from a calendar (Alt+Down)"))
        picker.triggered.connect(self._pick)
        for each in self.line.findChildren(QAbstractButton):
            each.setAccessibleName(tr("Choose from a calendar (Alt+Down)"))
        self.line.installEventFilter(self)
        self.setFixedWidth(150)
        self.set_value(value)

    def _parse(self, text: str) -> date:
        return parse_date(text, date.today())

    def _written(self, value: date) -> str:
        return format_date(value)

    def _said(self) -> str:
        return say_day(self._value) if self._value else ""

    def _pick(self) -> None:
        popup = QCalendarWidget(self)
        popup.setWindowFlag(Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        popup.setLocale(_locale())
        popup.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        if (on := self.value) is not None:
            popup.setSelectedDate(QDate(on.year, on.month, on.day))

        def picked(day: QDate) -> None:
            popup.close()
            self.take(date(day.year(), day.month(), day.day()))

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


class NotBetween(UnreadableText):
    """A number outside of what belongs here."""

    sentence = mark("“{text}” is outside {least} to {most}.")


class NotWhole(UnreadableText):
    """A fraction where whole numbers belong."""

    sentence = mark("“{text}” is not a whole number.")


class NumberEdit(ValueEdit[Decimal]):
    """A number to type, shown with decimal comma. With `whole`, `1.234` is a thousand and more."""

    def __init__(
        self,
        value: Decimal | int | None = None,
        *,
        name: str = "",
        whole: bool = False,
        percent: bool = False,
        least: int | None = None,
        most: int | None = None,
    ) -> None:
        super().__init__(name)
        self._whole, self._percent = whole, percent
        self._least, self._most = least, most
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.set_value(None if value is None else Decimal(value))

    def _parse(self, text: str) -> Decimal:
        try:
            number = parse_number(text, whole=self._whole, percent=self._percent)
        except AmbiguousNumber as doubt:
            meant = [each for each in doubt.readings if self._belongs(each)]
            if len(meant) == len(doubt.readings):
                raise
            # What does not belong here is not meant.
            number = meant[0] if meant else doubt.readings[0]
        if self._whole and number != number.to_integral_value():
            raise NotWhole(text)
        if not self._belongs(number):
            raise NotBetween(text, least=_bound(self._least), most=_bound(self._most))
        return number

    def _belongs(self, number: Decimal) -> bool:
        return (self._least is None or number >= self._least) and (self._most is None or number <= self._most)

    def _written(self, value: Decimal) -> str:
        # Without groups, so that it reads back without doubt.
        return f"{value.normalize():f}".replace(".", ",")


def _bound(bound: int | None) -> str:
    return "…" if bound is None else format_number(bound)


def show_reading(value: date | Decimal) -> str:
    """One of two readings, in words: `05/07/2026 · Chủ nhật`, `1.234 = một nghìn hai trăm ba mươi tư`."""
    if isinstance(value, date):
        return say_day(value)
    shown = format_number(value)
    if i18n.language() == "vi":
        return f"{shown} = {number_phrase(value)}"
    whole = value == value.to_integral_value()
    return f"{shown}, {tr('the whole number') if whole else tr('the decimal number')}"


def say_day(value: date) -> str:
    """A day with its weekday, in the language of the window."""
    if i18n.language() == "vi":
        return weekday_phrase(value)
    return _locale().toString(QDate(value.year, value.month, value.day), "dddd d MMMM yyyy")


def _locale() -> QLocale:
    if i18n.language() == "vi":
        return QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam)
    return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
