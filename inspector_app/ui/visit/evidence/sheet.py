"""The picture being marked: drawn on with the mouse, or with the keyboard alone.

Nothing is done to the picture here. The sheet holds a `Marking`, a plan with its own undo and redo, and shows
what would become of it; `services/marking.py` draws it when it is saved.
"""

from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from inspector_app.i18n import tr
from inspector_app.services.marking import SMALLEST, Mark, Marking, Tool, text_height
from inspector_app.ui import theme
from inspector_app.ui.visit import zoom
from inspector_app.ui.visit.evidence import shapes
from inspector_app.ui.visit.evidence.history import History

Hand = Tool | Literal["select"]
GRIP = 9
"""How near to a corner one must be to take it, in pixels of the screen."""
DIGITS: dict[Qt.Key, Hand] = {
    Qt.Key.Key_1: "select",
    Qt.Key.Key_2: "hide",
    Qt.Key.Key_3: "arrow",
    Qt.Key.Key_4: "box",
    Qt.Key.Key_5: "text",
    Qt.Key.Key_6: "crop",
}
"""Digits, since a Vietnamese keyboard makes other letters of letters, and deletes in between."""
HANDS: dict[str, Hand] = {hand: hand for hand in DIGITS.values()}


class Sheet(QWidget):
    """The picture at its size on the screen, with the marks over it."""

    changed = Signal()
    """The plan, what is chosen in it, or the tool in hand is another."""
    zoom_wanted = Signal(int)
    left = Signal()
    """Escape, with nothing to let go of."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Picture to be marked"))
        self.history = History(Marking(1, 1))
        self.chosen = -1
        """The place of the mark that is chosen, -1 for none."""
        self.hand: Hand = "select"
        self.scale = 1.0
        self._picture = QImage()
        self._shown = QPixmap()
        self._drag: tuple[QPointF, Mark, str] | None = None
        """While a button is held: where it went down, the mark as it was, and what of it is held."""
        self._drawn: Mark | None = None
        """The mark as it is being dragged, before it becomes a step of the history."""

    # --- for the editor ---------------------------------------------------------------------------

    @property
    def marking(self) -> Marking:
        """The plan as it stands."""
        return self.history.now

    @property
    def mark(self) -> Mark | None:
        """The mark that is chosen."""
        return self.marking.marks[self.chosen] if 0 <= self.chosen < len(self.marking.marks) else None

    def show_picture(self, picture: QImage) -> None:
        """Another picture, with nothing drawn on it."""
        self._picture = picture
        self.history = History(Marking(picture.width(), picture.height()))
        self.chosen, self.hand = -1, "select"
        self._drag = self._drawn = None
        self._shown = QPixmap()
        self._tell()

    def show_scale(self, scale: float) -> None:
        """Show the picture so many times as large."""
        self.scale = scale
        self._shown = QPixmap()
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(
            max(1, round(self.marking.width * self.scale)), max(1, round(self.marking.height * self.scale))
        )

    def take(self, hand: Hand) -> None:
        """Take another tool in hand."""
        self.hand = hand
        self.setCursor(Qt.CursorShape.ArrowCursor if hand == "select" else Qt.CursorShape.CrossCursor)
        self._tell()

    def turn(self, quarters: int) -> None:
        """Turn the picture with all that is drawn."""
        self._step(self.marking.turned(quarters))
        self._shown = QPixmap()

    def undo(self) -> None:
        """Take back the last step."""
        self.history.undo()
        self._after_walking()

    def redo(self) -> None:
        """Do again what was taken back."""
        self.history.redo()
        self._after_walking()

    def write(self, words: str) -> None:
        """The words of the chosen mark."""
        mark = self.mark
        if mark is not None and mark.tool == "text" and mark.words != words:
            self._step(
                self.marking.with_changed(self.chosen, replace(mark, words=words)), f"words {self.chosen}"
            )

    def remove(self) -> None:
        """Take the chosen mark away."""
        if self.mark is not None:
            marking = self.marking.without(self.chosen)
            self.chosen = -1
            self._step(marking)

    def place(self, around: QPointF) -> None:
        """Put a mark of the tool in hand around a point of the picture, as the keyboard does it."""
        if self.hand == "select":
            return
        wide, high = self.marking.width / 6, self.marking.height / 8
        if self.hand == "text":
            high = text_height(self.marking.width, self.marking.height) / 2
        if self.hand == "crop":
            wide, high = self.marking.width * 0.4, self.marking.height * 0.4
        x, y = around.x(), around.y()
        self._add(Mark(self.hand, x - wide, y - high, x + wide, y + high))

    # --- steps ------------------------------------------------------------------------------------

    def _add(self, mark: Mark) -> None:
        marking = self.marking.with_mark(mark)
        self.chosen = len(marking.marks) - 1
        self._step(marking)

    def _step(self, marking: Marking, kind: str = "") -> None:
        self.history.step(marking, kind)
        self._tell()

    def _after_walking(self) -> None:
        self.chosen = min(self.chosen, len(self.marking.marks) - 1)
        self._shown = QPixmap()
        self._tell()

    def _tell(self) -> None:
        self.changed.emit()
        self.update()

    def _choose(self, place: int) -> None:
        if place != self.chosen:
            self.chosen = place
            self._tell()

    # --- the mouse --------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        at = event.position() / self.scale
        mark = self.mark
        held = self._grip(mark, at) if mark is not None else ""
        if mark is not None and held and (held != "all" or self.hand == "select"):
            self._drag = (at, mark, held)
        elif self.hand != "select":
            begun = Mark(self.hand, at.x(), at.y(), at.x(), at.y())
            if self.hand == "text":
                begun = replace(begun, y2=at.y() + text_height(self.marking.width, self.marking.height))
            self._drag, self._drawn = (at, begun, "new"), begun
        else:
            place = self._hit(at)
            self._choose(place)
            if place >= 0:
                self._drag = (at, self.marking.marks[place], "all")
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is None:
            return
        start, mark, held = self._drag
        at = event.position() / self.scale
        dx, dy = at.x() - start.x(), at.y() - start.y()
        if held == "all" or (held == "new" and mark.tool == "text"):
            self._drawn = mark.moved(dx, dy)
        elif held == "new":
            self._drawn = replace(mark, x2=at.x(), y2=at.y())
        else:
            ends = {name: getattr(mark, name) + (dx if name[0] == "x" else dy) for name in held.split()}
            self._drawn = replace(mark, **ends)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        _start, mark, held = self._drag
        drawn, self._drag, self._drawn = self._drawn, None, None
        if drawn is not None and held == "new":
            left, top, right, bottom = drawn.box
            if drawn.tool == "text" or max(right - left, bottom - top) >= SMALLEST:
                self._add(drawn)
        elif drawn is not None and drawn != mark:
            self._step(self.marking.with_changed(self.chosen, drawn))
        self.update()

    def _grip(self, mark: Mark, at: QPointF) -> str:
        """What of a mark is under a point: the names of the ends to be moved, "all", or nothing."""
        for ends, corner in shapes.corners(mark):
            away = (corner - at) * self.scale
            if abs(away.x()) <= GRIP and abs(away.y()) <= GRIP:
                return ends
        return "all" if mark.tool != "crop" and self._outline(mark).contains(at) else ""

    def _hit(self, at: QPointF) -> int:
        """The topmost mark under a point; a cut is taken by its corners or where nothing else is."""
        marks = list(enumerate(self.marking.marks))
        for place, mark in [*reversed(marks)]:
            if mark.tool != "crop" and self._outline(mark).contains(at):
                return place
        return next((place for place, mark in marks if mark.tool == "crop" and self._grip(mark, at)), -1)

    # --- the keyboard -----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._key(Qt.Key(event.key()), event.modifiers()):
            super().keyPressEvent(event)

    def _key(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        steps = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        control = bool(held & Qt.KeyboardModifier.ControlModifier)
        if key in steps and self.mark is not None:
            pixels = 1 if control else max(1, max(self.marking.width, self.marking.height) // 100)
            dx, dy = (way * pixels for way in steps[key])
            self._nudge(dx, dy, stretch=bool(held & Qt.KeyboardModifier.ShiftModifier))
        elif control:
            return self._walk(key, back=not held & Qt.KeyboardModifier.ShiftModifier)
        elif key in DIGITS:
            self.take(DIGITS[key])
        elif key in (Qt.Key.Key_7, Qt.Key.Key_8):
            self.turn(-1 if key == Qt.Key.Key_7 else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.place(QPointF(self.visibleRegion().boundingRect().center()) / self.scale)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) and self.marking.marks:
            step = 1 if key == Qt.Key.Key_PageDown else -1
            self._choose((self.chosen + step) % len(self.marking.marks))
        elif key == Qt.Key.Key_Delete:
            self.remove()
        elif key in zoom.KEYS:
            self.zoom_wanted.emit(zoom.KEYS[key])
        elif key == Qt.Key.Key_Escape:
            self._let_go()
        else:
            return False
        return True

    def _walk(self, key: Qt.Key, *, back: bool) -> bool:
        """Ctrl+Z, and Ctrl+Y or Ctrl+Shift+Z: along the history of the plan."""
        if key not in (Qt.Key.Key_Z, Qt.Key.Key_Y):
            return False
        if key == Qt.Key.Key_Z and back:
            self.undo()
        else:
            self.redo()
        return True

    def _nudge(self, dx: float, dy: float, *, stretch: bool) -> None:
        mark = self.mark
        assert mark is not None
        if stretch:
            changed = replace(mark, x2=mark.x2 + dx, y2=max(mark.y2 + dy, mark.y1 + SMALLEST))
        else:
            changed = mark.moved(dx, dy)
        self._step(self.marking.with_changed(self.chosen, changed), f"nudge {self.chosen} {stretch}")

    def _let_go(self) -> None:
        if self._drag is not None:
            self._drag = self._drawn = None
            self.update()
        elif self.hand != "select":
            self.take("select")
        elif self.chosen >= 0:
            self._choose(-1)
        else:
            self.left.emit()

    # --- painting ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(self.rect(), self._at_this_size())
        painter.setClipRegion(event.region())
        painter.scale(self.scale, self.scale)
        marks = list(self.marking.marks)
        if self._drawn is not None and self._drag is not None:
            at = len(marks) if self._drag[2] == "new" else self.chosen
            marks[at : at + 1] = [self._drawn]
        for mark in sorted(marks, key=lambda mark: mark.tool != "hide"):
            shapes.paint(painter, mark, self.marking)
        painter.resetTransform()
        if (chosen := self._drawn or self.mark) is not None:
            self._paint_grips(painter, chosen)
        painter.end()

    def _at_this_size(self) -> QPixmap:
        """The picture turned, and made small where it is shown smaller; kept until it is shown otherwise."""
        if self._shown.isNull():
            turned = self._picture.transformed(QTransform().rotate(90 * self.marking.turns))
            seen = self.size() * self.devicePixelRatioF()
            if seen.width() < turned.width():
                turned = turned.scaled(
                    seen, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
                )
            self._shown = QPixmap.fromImage(turned)
        return self._shown

    def _outline(self, mark: Mark) -> QPainterPath:
        return shapes.outline(mark, self.marking, 2 * GRIP / self.scale)

    def _paint_grips(self, painter: QPainter, mark: Mark) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("accent"), 1, Qt.PenStyle.DashLine))
        painter.drawRect(
            QTransform.fromScale(self.scale, self.scale).mapRect(self._outline(mark).boundingRect())
        )
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.setBrush(theme.colour("ground"))
        for _ends, corner in shapes.corners(mark):
            grip = QRectF(0, 0, GRIP, GRIP)
            grip.moveCenter(corner * self.scale)
            painter.drawRect(grip)
