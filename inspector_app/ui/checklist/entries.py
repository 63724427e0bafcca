"""Entries: the places where one value is typed or chosen.

An entry shows one question (a `LeafView`) and hands back text as XForms writes it: `12.5`, `2026-11-24`, `a
b`. It speaks four signals. `typed`: there is newer text, worth keeping as a draft, perhaps half a word.
`entered`: this is the value. `stuck`: what was typed cannot be read as a value; it stays on the screen with
the reason. `finished`: Enter, the person wants to go on. Nothing is read, corrected or completed while keys
are pressed, because UniKey writes Vietnamese by deleting and retyping; and what a person is typing is never
overwritten by what arrives from elsewhere.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector_app import text
from inspector_app.i18n import mark, tr
from inspector_app.services.views import LeafView
from inspector_app.ui import fields, theme, widgets

NUMBER_WIDTH = 84
DATE_WIDTH = 168
"""Room for the words that stand in an empty date."""


@dataclass(frozen=True, slots=True)
class Stuck:
    """Why typed text is no value, and the values it could mean: (as shown, as stored)."""

    sentence: str
    readings: tuple[tuple[str, str], ...] = ()


class Entry(QWidget):
    """One value on the screen."""

    typed = Signal(str)
    entered = Signal(str)
    stuck = Signal(object)
    finished = Signal()

    def __init__(self, control: QWidget | None = None) -> None:
        super().__init__()
        self.control = control or self
        self.value = ""
        """The value last shown or entered."""
        self._stuck = False
        if control is not None:
            self.row = QHBoxLayout(self)
            self.row.setContentsMargins(0, 0, 0, 0)
            self.row.setSpacing(theme.TINY)
            self.row.addWidget(control)
            self.setFocusProxy(control)

    @property
    def unsettled(self) -> bool:
        """Whether the screen holds something that is no value yet."""
        return self._stuck

    def introduce(self, name: str, description: str = "") -> None:
        """Say to a screen reader what is asked, and what is wrong with the answer."""
        self.control.setAccessibleName(name)
        self.control.setAccessibleDescription(description)

    def show_leaf(self, leaf: LeafView) -> None:
        """Show the question as it stands, unless something newer is being typed."""
        self.lock(leaf.readonly or leaf.computed)
        self.show_value(leaf.value, bad=bool(leaf.error))

    def show_value(self, value: str, *, bad: bool = False) -> None:
        """Show a value, unless something newer is being typed."""
        if not self.unsettled:
            self.value = value
            self._show(value)
            self._mark_bad(bad)

    def forget(self) -> None:
        """Drop the value and what is being typed."""
        self._stuck = False
        self.value = ""
        self._show("")
        self._mark_bad(False)

    def take(self, value: str) -> None:
        """Enter a value on the person's behalf, such as one of the readings offered."""
        self._stuck = False
        self.value = value
        self._show(value)
        self._mark_bad(False)
        self.entered.emit(value)

    def digit(self, _number: int) -> bool:
        """Answer with the digit that stands on a choice; False where there is none."""
        return False

    def fits(self, _leaf: LeafView) -> bool:
        """Whether this entry can show the question as it stands; else another must be made."""
        return True

    def lock(self, locked: bool) -> None:
        """Show the value only."""
        raise NotImplementedError

    def _show(self, value: str) -> None:
        raise NotImplementedError

    def _mark_bad(self, bad: bool) -> None:
        theme.mark(self.control, "bad", bad)


# --- typing --------------------------------------------------------------------------------------


class TypedEntry(Entry):
    """A line or an area of text; what it means is read when it is left."""

    def __init__(self, control: fields.LineEdit | fields.TextArea) -> None:
        super().__init__(control)
        self.field = control
        control.typed.connect(lambda written: self.typed.emit(self._as_far_as_it_goes(written)))
        control.finished.connect(self._left)

    @property
    def unsettled(self) -> bool:
        return self._stuck or self.field.changed

    def lock(self, locked: bool) -> None:
        if self.field.isReadOnly() != locked:
            self.field.setReadOnly(locked)
            # Fusion reads the style sheet's :read-only only when the widget is polished again.
            self.field.style().unpolish(self.field)
            self.field.style().polish(self.field)

    def read(self, written: str) -> str:
        """The value that a text means here, whoever typed it where. Raises UnreadableText."""
        return self._read(text.clean(written, lines=True))

    def _left(self, written: str) -> None:
        try:
            value = self._read(written)
        except text.AmbiguousNumber as doubt:
            readings = tuple((fields.show_reading(each), _stored(each)) for each in doubt.readings)
            self._get_stuck(Stuck(str(doubt), readings))
        except text.UnreadableText as doubt:
            self._get_stuck(Stuck(str(doubt)))
        else:
            self.take(value)

    def _get_stuck(self, why: Stuck) -> None:
        self._stuck = True
        self._mark_bad(True)
        self.stuck.emit(why)

    def _show(self, value: str) -> None:
        self.field.set_value(self._written(value))

    def _as_far_as_it_goes(self, written: str) -> str:
        try:
            return self._read(written)
        except text.UnreadableText:
            return written

    def _read(self, written: str) -> str:
        return text.clean(written)

    def _written(self, value: str) -> str:
        return value


class LineEntry(TypedEntry):
    """One line of text."""

    def __init__(self) -> None:
        self.line = fields.LineEdit()
        super().__init__(self.line)
        self.line.returnPressed.connect(self.finished)


class ProseEntry(TypedEntry):
    """Text of any length; the field grows with it."""

    def __init__(self, lines: tuple[int, int] = (2, 12)) -> None:
        super().__init__(fields.TextArea(lines=lines))

    def _read(self, written: str) -> str:
        return text.clean(written, lines=True)


class NumberEntry(TypedEntry):
    """A number, written as Vietnamese write it: `1.234,5`. With `whole`, `1.234` can only be a thousand.

    `grouped` shows the thousands apart, and then `1.234` is one, too.
    """

    def __init__(self, *, whole: bool = False, grouped: bool = False) -> None:
        self.line = fields.LineEdit()
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.setFixedWidth(NUMBER_WIDTH)
        super().__init__(self.line)
        self.line.returnPressed.connect(self.finished)
        self._whole = whole or grouped
        self._grouped = grouped
        self.percent = False
        """Whether the unit is a hundredth, so that `18%` is 18."""
        if grouped:
            self.line.setFixedWidth(2 * NUMBER_WIDTH)

    def _read(self, written: str) -> str:
        if not written:
            return ""
        return _stored(text.parse_number(written, whole=self._whole, percent=self.percent))

    def _written(self, value: str) -> str:
        return show_number(value, grouped=self._grouped)


class PointsEntry(NumberEntry):
    """Points in steps, from 0 to a maximum: typed, or one step up and down by arrow keys and buttons."""

    def __init__(self, maximum: Decimal | None, step: Decimal) -> None:
        super().__init__()
        self._maximum, self._step = maximum, step
        self._less = self._stepper("minus", tr("One step less"), -1)
        self._more = self._stepper("add", tr("One step more"), 1)
        self.row.addWidget(self._less)
        self.row.addWidget(self._more)
        self.line.installEventFilter(self)

    def _read(self, written: str) -> str:
        try:
            return super()._read(written)
        except text.AmbiguousNumber as doubt:
            # More than the maximum cannot be meant.
            meant = [each for each in doubt.readings if self._maximum is None or each <= self._maximum]
            if len(meant) != 1:
                raise
            return _stored(meant[0])

    def lock(self, locked: bool) -> None:
        super().lock(locked)
        self._less.setEnabled(not locked)
        self._more.setEnabled(not locked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            way = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
            if way is not None and not with_modifier(event):
                self.step(way)
                return True
        return super().eventFilter(watched, event)

    def step(self, way: int) -> None:
        """One step up or down from what stands there; it counts when the field is left, like typing."""
        if self.line.isReadOnly():
            return
        try:
            now = text.parse_number(self.line.text())
        except text.UnreadableText:
            now = Decimal(0)
        then = max(Decimal(0), now + way * self._step)
        if self._maximum is not None:
            then = min(then, self._maximum)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.setText(show_number(_stored(then)))
        self.line.textEdited.emit(self.line.text())

    def _stepper(self, icon: str, name: str, way: int) -> QWidget:
        made = widgets.tool(icon, name, lambda: self.step(way))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys do the same
        return made


class DateEntry(Entry):
    """A date, day first."""

    def __init__(self) -> None:
        self.field = fields.DateEdit()
        self.field.setFixedWidth(DATE_WIDTH)
        super().__init__(self.field)
        self._words = widgets.label("", "small", "secondary")
        self.row.addWidget(self._words)
        self.field.looked_at.connect(lambda: self._words.setText(self.field.words))
        self._pause = QTimer(self, singleShot=True, interval=fields.DRAFT_MS)
        self._pause.timeout.connect(lambda: self.typed.emit(self._as_far_as_it_goes()))
        self.field.line.textEdited.connect(lambda _text: self._pause.isActive() or self._pause.start())
        self.field.line.returnPressed.connect(self.finished)
        self.field.line.editingFinished.connect(self._left)
        self.field.finished.connect(self._left)

    @property
    def unsettled(self) -> bool:
        return self._as_far_as_it_goes() != self.value

    def introduce(self, name: str, description: str = "") -> None:
        self.field.line.setAccessibleName(name)
        self.field.line.setAccessibleDescription(description)

    def lock(self, locked: bool) -> None:
        self.field.line.setReadOnly(locked)

    def _left(self) -> None:
        self._pause.stop()
        if self.field.problem:
            self._stuck = True
            readings = ((fields.show_reading(each), each.isoformat()) for each in self.field.readings)
            self.stuck.emit(Stuck(self.field.problem, tuple(readings)))
        elif self.unsettled or self._stuck:
            self.take(self._as_far_as_it_goes())

    def _as_far_as_it_goes(self) -> str:
        return self.field.value.isoformat() if self.field.value else self.field.line.text().strip()

    def _show(self, value: str) -> None:
        try:
            self.field.set_value(date.fromisoformat(value[:10]) if value else None)
        except ValueError:
            self.field.line.setText(value)

    def _mark_bad(self, bad: bool) -> None:
        theme.mark(self.field.line, "bad", bad)


_TIME = re.compile(r"(\d{1,2})\s*(?::|h|g|gio)\s*(\d{2})?(?:\s*(?:p|phut))?")


class NotATime(text.UnreadableText):
    sentence = mark("“{text}” is not a time of day. Write for example 07:30.")


class TimeEntry(TypedEntry):
    """A time of day: `7:30`, `7h30`, `07 giờ 30`."""

    def __init__(self) -> None:
        self.line = fields.LineEdit(placeholder=tr("hh:mm"))
        self.line.setFixedWidth(NUMBER_WIDTH)
        super().__init__(self.line)
        self.line.returnPressed.connect(self.finished)

    def _read(self, written: str) -> str:
        return read_time(written) if written else ""

    def _written(self, value: str) -> str:
        return value[:5]


def read_time(written: str) -> str:
    """A time of day as people write it, as XForms does: `7h30` → `07:30:00`. Raises NotATime."""
    found = _TIME.fullmatch(text.fold(written).strip())
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise NotATime(written)
    return f"{int(found[1]):02}:{found[2] or '00'}:00"


# --- numbers and keys -----------------------------------------------------------------------------


def show_number(value: str, *, grouped: bool = False) -> str:
    """A stored number as it is typed: decimal comma, no grouping, so that it reads back without doubt."""
    try:
        if grouped and value:
            return text.format_number(Decimal(value))
        return f"{Decimal(value):f}".replace(".", ",") if value else ""
    except InvalidOperation:
        return value


def with_modifier(event: QKeyEvent) -> bool:
    """Whether Ctrl, Alt or Shift is held; the keypad's digits and arrows count as plain keys."""
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)


def _stored(number: Decimal) -> str:
    whole = number == number.to_integral_value()
    return f"{number.to_integral_value() if whole else number.normalize():f}"
