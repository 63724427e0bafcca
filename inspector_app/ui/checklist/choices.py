"""Choosing with everything in view: one of several, any number of several, or a single tick.

How many choices stand beside each other is the author's wish (`columns`, `columns-2`, `horizontal` of an
XLSForm) or follows from the room there is.
"""

import re
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QIcon,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QCheckBox, QGridLayout, QRadioButton, QSizePolicy, QWidget

from inspector_app import text
from inspector_app.i18n import tr
from inspector_app.services.views import ChoiceView, LeafView
from inspector_app.ui import theme, widgets
from inspector_app.ui.checklist.entries import Entry, with_modifier
from inspector_app.ui.checklist.media import AT_A_CHOICE, fetch, picture_of, scaled

PICTURED_COLUMNS = 4
NARROWEST = 120
"""A column of choices is never narrower."""
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class Option(QRadioButton):
    """One choice, drawn as a segment of a row or as a line of a stack, with its digit and its points.

    With a picture, that stands above its words.
    """

    def __init__(self, number: str, label: str, points: str, parent: "OptionsEntry") -> None:
        super().__init__(label, parent)
        self.setAutoExclusive(False)  # arrows move; only Space, Enter, a digit or a click answers
        self.number, self.label, self.points = number, label, points
        self.first = self.last = True
        self.stacked = False
        self._above = 0
        self._picture = QPixmap()
        self._missing = ""
        said = f"{number}. {label}" if number else label
        self.setAccessibleName(f"{said} ({points})" if points else said)

    def reserve(self) -> None:
        """Keep room for a picture."""
        self._above = AT_A_CHOICE.height() + theme.SMALL

    def show_picture(self, content: bytes | None) -> None:
        """Show the picture, or that it is not here."""
        if content is not None:
            self._picture = scaled(content, AT_A_CHOICE, self.devicePixelRatioF())
        self._missing = tr("no picture") if self._picture.isNull() else ""
        self.update()

    def natural_width(self) -> int:
        """How wide it would be with everything in one line."""
        digit = theme.text_width("0") + theme.SMALL if self.number else 0
        return digit + theme.text_width(self.label) + 2 * theme.MEDIUM + 2

    def height_at(self, width: int) -> int:
        """How high it is in a stack of this width."""
        inside = self._label_rect(QRect(0, 0, width, 10_000))
        return self._above + max(theme.ROW - 2, theme.text_height(self.label, inside.width()) + 10)

    def hitButton(self, _place: object) -> bool:
        return True

    def nextCheckState(self) -> None:
        """The group checks; a second click on the answer changes nothing."""

    def sizeHint(self) -> QSize:
        return QSize(self.natural_width(), theme.ROW)

    def _label_rect(self, whole: QRect) -> QRect:
        left = theme.MEDIUM + (theme.text_width("0") + theme.SMALL if self.number else 0)
        right = theme.MEDIUM
        if self.stacked and self.points:
            right += theme.text_width("0,00") + theme.MEDIUM
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
        self._paint_picture(painter)
        below = self.rect().adjusted(0, self._above, 0, 0)
        if self.number:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour(ink if chosen else "secondary"))
            left = below.adjusted(theme.MEDIUM, 0, 0, 0)
            painter.drawText(left, middle | Qt.AlignmentFlag.AlignLeft, self.number)
        painter.setFont(theme.font("text"))
        painter.setPen(theme.colour(ink))
        painter.drawText(self._label_rect(below), int(middle | Qt.TextFlag.TextWordWrap), self.label)
        if self.stacked and self.points:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour(ink if chosen else "secondary"))
            right = below.adjusted(0, 0, -theme.MEDIUM, 0)
            painter.drawText(right, middle | Qt.AlignmentFlag.AlignRight, self.points)
        painter.end()

    def _paint_picture(self, painter: QPainter) -> None:
        if not self._above:
            return
        room = QRect(1, theme.SMALL, self.width() - 2, AT_A_CHOICE.height())
        if self._missing:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("secondary"))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._missing)
        size = self._picture.deviceIndependentSize().toSize()
        painter.drawPixmap(QRect(room.center() - QRect(QPoint(), size).center(), size), self._picture)

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


class ChoicesEntry(Entry):
    """The choices of a question, all in view, with the pictures that they have."""

    def __init__(self, choices: Sequence[ChoiceView], control: QWidget | None = None) -> None:
        super().__init__(control)
        self._choices = tuple(choices)
        self._asked = False

    def fits(self, leaf: LeafView) -> bool:
        return leaf.choices == self._choices

    def showEvent(self, event: QShowEvent) -> None:
        """Have the pictures read when the choices are first seen."""
        super().showEvent(event)
        if not self._asked:
            self._asked = True
            for choice in self._choices:
                if picture := picture_of(choice):
                    fetch(self, picture, partial(self._show_picture, choice.name))

    def _show_picture(self, name: str, content: bytes | None) -> None:
        """Show the picture of a choice; None where it is not here."""
        raise NotImplementedError


class OptionsEntry(ChoicesEntry):
    """One choice of several, all in view: a row of segments, or a stack where the words need the room.

    The digits on them answer. With `not_applicable`, "0" stands at the end and only asks: a reason is needed.
    With `columns` they stand in a grid; `even` gives a row's segments one width, as in a table.
    """

    not_applicable_wanted = Signal()

    def __init__(
        self,
        choices: Sequence[ChoiceView],
        *,
        not_applicable: bool = False,
        columns: int = 0,
        even: bool = False,
    ) -> None:
        super().__init__(choices)
        pictured = any(picture_of(choice) for choice in choices)
        self._columns = columns or (min(len(choices), PICTURED_COLUMNS) if pictured else 0)
        self._locked = False
        self.options: dict[str, Option] = {}
        for number, choice in enumerate(choices, 1):
            points = "" if choice.points is None else text.format_number(choice.points, 2)
            self._add(choice.name, str(number) if number < 10 else "", choice.label, points)
        self.outside: Option | None = None
        if not_applicable:
            self.outside = self._add("", "0", tr("Not applicable"), "")
        if pictured:
            for option in self.options.values():
                option.reserve()
        self._all = [*self.options.values()]
        if self.outside is not None:
            del self.options[""]
        for option in self._all:
            option.first = option is self._all[0] or self._columns > 0
            option.last = option is self._all[-1] or self._columns > 0
        widest = max(option.natural_width() for option in self._all)
        self._even = widest if even else 0
        widths = [self._even or option.natural_width() for option in self._all]
        self._row_width = sum(width - 1 for width in widths) + 1
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

    def _show_picture(self, name: str, content: bytes | None) -> None:
        self.options[name].show_picture(content)

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
                if there != here and 0 <= there < len(self._all) and not with_modifier(event):
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
        if self._columns:
            return self._arrange_grid(width, move=move)
        stacked = self._row_width > width
        x = y = 0
        for option in self._all:
            option.stacked = stacked
            if stacked:
                size = QSize(width, option.height_at(width))
            else:
                size = QSize(self._even or option.natural_width(), theme.ROW)
            if move:
                option.setGeometry(QRect(x, y, size.width(), size.height()))
            # Neighbours share the line between them.
            if stacked:
                y += size.height() - 1
            else:
                x += size.width() - 1
        return y + 1 if stacked else theme.ROW

    def _arrange_grid(self, width: int, *, move: bool) -> int:
        across = max(1, min(self._columns, width // NARROWEST))
        each = (width - (across - 1) * theme.TINY) // across
        y = 0
        for start in range(0, len(self._all), across):
            line = self._all[start : start + across]
            for option in line:
                option.stacked = True
            height = max(option.height_at(each) for option in line)
            for place, option in enumerate(line):
                if move:
                    option.setGeometry(QRect(place * (each + theme.TINY), y, each, height))
            y += height + theme.TINY
        return y - theme.TINY


class ManyEntry(ChoicesEntry):
    """Any number of several choices."""

    def __init__(self, choices: Sequence[ChoiceView], *, columns: int = 0) -> None:
        super().__init__(choices)
        self._boxes: dict[str, QCheckBox] = {}
        for choice in choices:
            box = QCheckBox(choice.label.replace("&", "&&"))
            box.clicked.connect(lambda _on=False: self.take(self._chosen()))
            self._boxes[choice.name] = box
        if columns:
            grid = QGridLayout(self)
            grid.setContentsMargins(0, 0, 0, 0)
            for place, box in enumerate(self._boxes.values()):
                grid.addWidget(box, *divmod(place, columns))
        else:
            flow = widgets.Flow(theme.MEDIUM)
            self.setLayout(flow)
            for box in self._boxes.values():
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

    def _show_picture(self, name: str, content: bytes | None) -> None:
        """Put a picture between a box and its words; where there is none, the words do."""
        if content is not None:
            box = self._boxes[name]
            pixmap = scaled(content, AT_A_CHOICE, box.devicePixelRatioF())
            box.setIcon(QIcon(pixmap))
            box.setIconSize(pixmap.deviceIndependentSize().toSize())


class TickEntry(Entry):
    """One box to tick: that something was read, seen or agreed to. Ticked is `OK`, as XForms has it."""

    def __init__(self, words: str = "") -> None:
        self.box = QCheckBox((words or tr("Acknowledged")).replace("&", "&&"))
        super().__init__(self.box)
        self.row.addStretch(1)
        self.box.clicked.connect(lambda on: self.take("OK" if on else ""))
        self.box.installEventFilter(self)

    def fits(self, leaf: LeafView) -> bool:
        return leaf.control == "trigger"

    def lock(self, locked: bool) -> None:
        self.box.setEnabled(not locked)

    def digit(self, number: int) -> bool:
        if number != 1 or not self.box.isEnabled():
            return False
        self.box.click()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            if not self.box.isChecked():
                self.box.click()
            self.finished.emit()
            return True
        return super().eventFilter(watched, event)

    def _show(self, value: str) -> None:
        self.box.setChecked(bool(value))


_COLUMNS = re.compile(r"(?:columns|w|compact)-(\d+)")


def columns_of(leaf: LeafView) -> int:
    """How many choices the author wants beside each other; 0 where the room decides."""
    for look in leaf.appearance.split():
        if found := _COLUMNS.fullmatch(look):
            return max(1, min(10, int(found[1])))
        if look in ("columns", "columns-pack"):
            return 3
    return 0
