"""Entries: the places where one value is typed or chosen.

An entry shows one question (a `LeafView`) and hands back text as XForms writes it: `12.5`, `2026-11-24`, `a
b`. It speaks four signals. `typed`: there is newer text, worth keeping as a draft, perhaps half a word.
`entered`: this is the value. `stuck`: what was typed cannot be read as a value; it stays on the screen with
the reason. `finished`: Enter, the person wants to go on. Nothing is read, corrected or completed while keys
are pressed, because UniKey writes Vietnamese by deleting and retyping; and what a person is typing is never
overwritten by what arrives from elsewhere.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from inspector_app import text
from inspector_app.i18n import mark, tr
from inspector_app.services.views import ChoiceView, LeafView
from inspector_app.ui import theme, widgets

NUMBER_WIDTH = 84

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


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

    def __init__(self, control: widgets.LineEdit | widgets.TextArea) -> None:
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

    def _left(self, written: str) -> None:
        try:
            value = self._read(written)
        except text.AmbiguousNumber as doubt:
            readings = tuple((text.format_number(each), _stored(each)) for each in doubt.readings)
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
        self.line = widgets.LineEdit()
        super().__init__(self.line)
        self.line.returnPressed.connect(self.finished)


class ProseEntry(TypedEntry):
    """Text of any length; the field grows with it."""

    def __init__(self, lines: tuple[int, int] = (2, 12)) -> None:
        super().__init__(widgets.TextArea(lines=lines))

    def _read(self, written: str) -> str:
        return text.clean(written, lines=True)


class NumberEntry(TypedEntry):
    """A number, written as Vietnamese write it: `1.234,5`. With `whole`, `1.234` can only be a thousand."""

    def __init__(self, *, whole: bool = False) -> None:
        self.line = widgets.LineEdit()
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.setFixedWidth(NUMBER_WIDTH)
        super().__init__(self.line)
        self.line.returnPressed.connect(self.finished)
        self._whole = whole

    def _read(self, written: str) -> str:
        if not written:
            return ""
        try:
            return _stored(text.parse_number(written))
        except text.AmbiguousNumber as doubt:
            if self._whole:
                return _stored(doubt.readings[0])
            raise

    def _written(self, value: str) -> str:
        return show_number(value)


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

    def lock(self, locked: bool) -> None:
        super().lock(locked)
        self._less.setEnabled(not locked)
        self._more.setEnabled(not locked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            way = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
            if way is not None and not _modified(event):
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
        self.field = widgets.DateEdit()
        super().__init__(self.field)
        self._pause = QTimer(self, singleShot=True, interval=widgets.DRAFT_MS)
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
            self.stuck.emit(Stuck(self.field.problem))
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


class NotATime(text.UnreadableText):
    sentence = mark("“{text}” is not a time of day. Write for example 07:30.")


class TimeEntry(TypedEntry):
    """A time of day: `7:30`, `7h30`, `07 giờ 30`."""

    def __init__(self) -> None:
        self.line = widgets.LineEdit(placeholder=tr("hh:mm"))
        self.line.setFixedWidth(NUMBER_WIDTH)
        super().__init__(self.line)
        self.line.returnPressed.connect(self.finished)

    def _read(self, written: str) -> str:
        if not written:
            return ""
        found = re.fullmatch(r"(\d{1,2})\s*(?::|h|g|giờ)\s*(\d{2})?(?:\s*(?:p|phút))?", written.casefold())
        if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
            raise NotATime(written)
        return f"{int(found[1]):02}:{found[2] or '00'}:00"

    def _written(self, value: str) -> str:
        return value[:5]


# --- choosing ------------------------------------------------------------------------------------


class Option(QRadioButton):
    """One choice, drawn as a segment of a row or as a line of a stack, with its digit and its points."""

    def __init__(self, number: str, label: str, points: str, parent: "OptionsEntry") -> None:
        super().__init__(label, parent)
        self.setAutoExclusive(False)  # arrows move; only Space, Enter, a digit or a click answers
        self.number, self.label, self.points = number, label, points
        self.first = self.last = True
        self.stacked = False
        said = f"{number}. {label}" if number else label
        self.setAccessibleName(f"{said} ({points})" if points else said)

    def natural_width(self) -> int:
        """How wide it would be with everything in one line."""
        metrics = QFontMetrics(theme.font("text"))
        digit = metrics.horizontalAdvance("0") + theme.SMALL if self.number else 0
        return digit + metrics.horizontalAdvance(self.label) + 2 * theme.MEDIUM + 2

    def height_at(self, width: int) -> int:
        """How high it is in a stack of this width."""
        inside = self._label_rect(QRect(0, 0, width, 10_000))
        metrics = QFontMetrics(theme.font("text"))
        wrapped = metrics.boundingRect(inside, Qt.TextFlag.TextWordWrap, self.label)
        return max(theme.ROW - 2, wrapped.height() + 10)

    def hitButton(self, _place: object) -> bool:
        return True

    def nextCheckState(self) -> None:
        """The group checks; a second click on the answer changes nothing."""

    def sizeHint(self) -> QSize:
        return QSize(self.natural_width(), theme.ROW)

    def _label_rect(self, whole: QRect) -> QRect:
        metrics = QFontMetrics(theme.font("text"))
        left = theme.MEDIUM + (metrics.horizontalAdvance("0") + theme.SMALL if self.number else 0)
        right = theme.MEDIUM
        if self.stacked and self.points:
            right += metrics.horizontalAdvance("0,00") + theme.MEDIUM
        return whole.adjusted(left, 0, -right, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, alive = self.isChecked(), self.isEnabled()
        fill = "accent" if chosen and alive else "line" if chosen else "ground" if alive else "raised"
        if self.underMouse() and alive and not chosen:
            fill = "hover"
        ink = "on_accent" if chosen and alive else "text" if alive or chosen else "secondary"
        edge = "accent" if chosen and alive else "edge" if alive else "line"
        painter.setPen(QPen(theme.colour(edge), 1))
        painter.setBrush(theme.colour(fill))
        painter.drawPath(self._outline(0.5))
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("text" if chosen else "accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(self._outline(1.0))
        middle = Qt.AlignmentFlag.AlignVCenter
        if self.number:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour(ink if chosen else "secondary"))
            left = self.rect().adjusted(theme.MEDIUM, 0, 0, 0)
            painter.drawText(left, middle | Qt.AlignmentFlag.AlignLeft, self.number)
        painter.setFont(theme.font("text"))
        painter.setPen(theme.colour(ink))
        painter.drawText(self._label_rect(self.rect()), int(middle | Qt.TextFlag.TextWordWrap), self.label)
        if self.stacked and self.points:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour(ink if chosen else "secondary"))
            right = self.rect().adjusted(0, 0, -theme.MEDIUM, 0)
            painter.drawText(right, middle | Qt.AlignmentFlag.AlignRight, self.points)
        painter.end()

    def _outline(self, inset: float) -> QPainterPath:
        """A rectangle with round corners only where the group ends."""
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        path = QPainterPath()
        path.addRoundedRect(rect, theme.RADIUS, theme.RADIUS)
        if not (self.first and self.last):
            path.setFillRule(Qt.FillRule.WindingFill)
            square = QPainterPath()
            half = QPointF(rect.width() / 2, rect.height() / 2)
            if not self.first:
                size = QPointF(rect.width(), half.y()) if self.stacked else QPointF(half.x(), rect.height())
                square.addRect(rect.x(), rect.y(), size.x(), size.y())
            if not self.last:
                if self.stacked:
                    square.addRect(rect.x(), rect.y() + half.y(), rect.width(), half.y())
                else:
                    square.addRect(rect.x() + half.x(), rect.y(), half.x(), rect.height())
            path = path.united(square)
        return path


class OptionsEntry(Entry):
    """One choice of several, all in view: a row of segments, or a stack where the words need the room.

    The digits on them answer. With `not_applicable`, "0" stands at the end and only asks: a reason is needed.
    """

    not_applicable_wanted = Signal()

    def __init__(self, choices: Sequence[ChoiceView], *, not_applicable: bool = False) -> None:
        super().__init__()
        self._choices = tuple(choices)
        self._locked = False
        self.options: dict[str, Option] = {}
        for number, choice in enumerate(choices, 1):
            points = "" if choice.points is None else text.format_number(choice.points, 2)
            self._add(choice.name, str(number) if number < 10 else "", choice.label, points)
        self.outside: Option | None = None
        if not_applicable:
            self.outside = self._add("", "0", tr("Not applicable"), "")
        self._all = [*self.options.values()]
        if self.outside is not None:
            del self.options[""]
        for option in self._all:
            option.first = option is self._all[0]
            option.last = option is self._all[-1]
        self._row_width = sum(option.natural_width() - 1 for option in self._all) + 1
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._one_tab_stop()

    def show_outside(self, outside: bool) -> None:
        """Show "not applicable" as the answer, or not."""
        if self.outside is not None:
            self.outside.setChecked(outside)

    def introduce(self, name: str, description: str = "") -> None:
        self.setAccessibleName(name)
        for option in self._all:
            option.setAccessibleDescription(f"{name} {description}".strip())

    def lock(self, locked: bool) -> None:
        if locked != self._locked:
            self._locked = locked
            for option in self._all:
                option.setEnabled(not locked)

    def choose(self, name: str) -> None:
        """The person's choice; choosing the answer again changes nothing."""
        if not self._locked and (name != self.value or self._outside_chosen()):
            self.show_outside(False)
            self.take(name)

    def digit(self, number: int) -> bool:
        if self._locked:
            return False
        if number == 0:
            return self._ask_outside()
        if number > len(self._choices):
            return False
        self.choose(self._choices[number - 1].name)
        self.options[self._choices[number - 1].name].setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _add(self, name: str, number: str, label: str, points: str) -> Option:
        option = Option(number, label, points, self)
        option.clicked.connect(lambda _on=False: self.choose(name) if name else self._ask_outside())
        option.installEventFilter(self)
        self.options[name] = option
        return option

    def _ask_outside(self) -> bool:
        if self.outside is not None and not self._locked:
            self.not_applicable_wanted.emit()
        return self.outside is not None

    def _outside_chosen(self) -> bool:
        return self.outside is not None and self.outside.isChecked()

    def _show(self, value: str) -> None:
        for name, option in self.options.items():
            option.setChecked(name == value)
        self._one_tab_stop()

    def _mark_bad(self, _bad: bool) -> None:
        """A choice can be missing but never wrong in itself."""

    def _one_tab_stop(self) -> None:
        """Tab enters once, at the answer; arrows move inside."""
        stop = next((option for option in self._all if option.isChecked()), self._all[0])
        for option in self._all:
            option.setFocusPolicy(Qt.FocusPolicy.StrongFocus if option is stop else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(stop)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and isinstance(watched, Option)
        ):
            here = self._all.index(watched)
            key = Qt.Key(event.key())
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._all[here].click()
                self.finished.emit()
                return True
            if key in _ARROWS:
                back, on = _ARROWS[2:] if self._stacked else _ARROWS[:2]
                there = here + {back: -1, on: 1}.get(key, 0)
                if there != here and 0 <= there < len(self._all) and not _modified(event):
                    self._all[there].setFocus(Qt.FocusReason.TabFocusReason)
                else:
                    event.ignore()  # the card may step to its neighbour
                return True
        return super().eventFilter(watched, event)

    # --- geometry ---------------------------------------------------------------------------------

    @property
    def _stacked(self) -> bool:
        return self._all[0].stacked

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(width, move=False)

    def sizeHint(self) -> QSize:
        return QSize(self._row_width, theme.ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, theme.ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width(), move=True)

    def _arrange(self, width: int, *, move: bool) -> int:
        stacked = self._row_width > width
        x = y = 0
        for option in self._all:
            option.stacked = stacked
            if stacked:
                size = QSize(width, option.height_at(width))
            else:
                size = QSize(option.natural_width(), theme.ROW)
            if move:
                option.setGeometry(QRect(x, y, size.width(), size.height()))
            # Neighbours share the line between them.
            if stacked:
                y += size.height() - 1
            else:
                x += size.width() - 1
        return y + 1 if stacked else theme.ROW


class ManyEntry(Entry):
    """Any number of several choices."""

    def __init__(self, choices: Sequence[ChoiceView]) -> None:
        super().__init__()
        self._boxes: dict[str, QCheckBox] = {}
        flow = widgets.Flow(theme.MEDIUM)
        self.setLayout(flow)
        for choice in choices:
            box = QCheckBox(choice.label.replace("&", "&&"))
            box.clicked.connect(lambda _on=False: self.take(self._chosen()))
            self._boxes[choice.name] = box
            flow.addWidget(box)
        if self._boxes:
            self.setFocusProxy(next(iter(self._boxes.values())))

    def introduce(self, name: str, description: str = "") -> None:
        self.setAccessibleName(name)
        for box in self._boxes.values():
            box.setAccessibleDescription(f"{name} {description}".strip())

    def lock(self, locked: bool) -> None:
        for box in self._boxes.values():
            box.setEnabled(not locked)

    def digit(self, number: int) -> bool:
        boxes = list(self._boxes.values())
        if not 1 <= number <= len(boxes) or not boxes[number - 1].isEnabled():
            return False
        boxes[number - 1].click()
        return True

    def _chosen(self) -> str:
        return " ".join(name for name, box in self._boxes.items() if box.isChecked())

    def _show(self, value: str) -> None:
        chosen = value.split()
        for name, box in self._boxes.items():
            box.setChecked(name in chosen)

    def _mark_bad(self, _bad: bool) -> None:
        """Shown in words below."""


# --- which entry asks which question -------------------------------------------------------------


def entry_for(leaf: LeafView) -> Entry:
    """The entry for a question of any form, by its control and type."""
    if leaf.choices and leaf.control == "select":
        return ManyEntry(leaf.choices)
    if leaf.choices:
        return OptionsEntry(leaf.choices)
    if leaf.type in ("int", "decimal"):
        return NumberEntry(whole=leaf.type == "int")
    if leaf.type == "date":
        return DateEntry()
    if leaf.type == "time":
        return TimeEntry()
    if "multiline" in leaf.appearance:
        return ProseEntry()
    return LineEntry()


def show_number(value: str) -> str:
    """A stored number as it is typed: decimal comma, no grouping, so that it reads back without doubt."""
    try:
        return f"{Decimal(value):f}".replace(".", ",") if value else ""
    except InvalidOperation:
        return value


def _modified(event: QKeyEvent) -> bool:
    """Whether Ctrl, Alt or Shift is held; the keypad's digits and arrows count as plain keys."""
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)


def _stored(number: Decimal) -> str:
    whole = number == number.to_integral_value()
    return f"{number.to_integral_value() if whole else number.normalize():f}"
