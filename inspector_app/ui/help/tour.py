"""The first tour: five steps, each shows a page and one thing to do there.

A small card stands in the corner of the window, a ring around what it speaks of. Nothing is locked: the page
can be used while the card stands there, which is why a key of its own (Ctrl+F1) goes on from anywhere. The
tour can be left at any time; Help begins it again.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.i18n import mark, tr
from inspector_app.ui import theme
from inspector_app.ui.widgets import button, label, row, tool

RING = 3


@dataclass(frozen=True, slots=True)
class Step:
    """A step: the page it is at (a name as help has it), and what it says."""

    page: str
    title: str
    text: str


STEPS = (
    Step(
        "visits",
        mark("The visits"),
        mark(
            "Every visit of the team is a line here: how far it is, its index, and where two laptops "
            "disagree. To do: choose the first one with the arrow keys and press Enter."
        ),
    ),
    Step(
        "visit-checklist",
        mark("Answering"),
        mark(
            "Digits answer, 0 says “not applicable”, the arrow keys go on. What is answered is saved at once "
            "and counted below. To do: press F6 to go to the next open item, and a digit to answer it."
        ),
    ),
    Step(
        "visit-dossiers",
        mark("Checking dossiers"),
        mark(
            "Real dossiers of the sample are checked one by one; those that fail show why. To do: choose a "
            "dossier on the left and see which checks it failed."
        ),
    ),
    Step(
        "merge",
        mark("Bringing laptops together"),
        mark(
            "Members hand over a file; where two people answered differently, both values wait here. To do: "
            "compare the two sides, choose one with 1 or 2 and write why."
        ),
    ),
    Step(
        "visit-minutes",
        mark("The minutes"),
        mark(
            "The minutes write themselves from what was recorded, and say what is still missing. To do: look "
            "through the pages, then print them or save them as PDF and Word."
        ),
    ),
)


class Ring(QWidget):
    """A ring around a part of the page; clicks go through it."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._over = over
        self._target: QWidget | None = None

    def surround(self, target: QWidget | None) -> None:
        """Stand around another part, or go."""
        if self._target is not None:
            self._target.removeEventFilter(self)
        self._target = target
        if target is not None:
            target.installEventFilter(self)
            target.destroyed.connect(self._gone)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)
        if watched is self._target and event.type() in kinds:
            self._place()
        return False

    def _gone(self) -> None:
        self._target = None
        self.hide()

    def _place(self) -> None:
        target = self._target
        self.setVisible(target is not None and target.isVisible())
        if target is not None and target.isVisible():
            corner = target.mapTo(self._over, QPoint(0, 0))
            around = QRect(corner, target.size()).adjusted(-RING, -RING, RING, RING)
            self.setGeometry(around.intersected(self._over.rect()))
            self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("badge"), RING))
        inset = RING / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)
        painter.end()


class TourCard(QWidget):
    """What the tour says. Ctrl+F1 goes on; with the focus on the card Enter too, and Escape leaves.

    `turned(int)` wants a step shown.
    """

    turned = Signal(int)
    left = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        theme.dress(self, surface="card")
        theme.mark(self, "raised_card", True)
        self.setFixedWidth(theme.HELP)
        self.at = 0
        self._count = label("", "small", "secondary")
        self._title = label("", "group", wrap=True)
        self._text = label("", wrap=True)
        self.back = button(tr("Back"), lambda: self.turned.emit(self.at - 1))
        self.on = button("", self._go_on, kind="primary", shortcut="Ctrl+F1", tip=tr("Go on with the tour"))
        self.leave = tool("close", tr("Leave the tour"), self.left.emit, tone="secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.MEDIUM, theme.MEDIUM)
        column.setSpacing(theme.SMALL)
        column.addLayout(row(self._count, None, self.leave))
        column.addWidget(self._title)
        column.addWidget(self._text)
        hint = label(tr("Ctrl+F1 goes on"), "small", "secondary")
        column.addLayout(row(hint, None, self.back, self.on))

    def show_step(self, at: int) -> None:
        """Say a step."""
        self.at = at
        step = STEPS[at]
        self._count.setText(tr("Step {at} of {count}", at=at + 1, count=len(STEPS)))
        self._title.setText(tr(step.title))
        self._text.setText(tr(step.text))
        self.setAccessibleName(f"{self._count.text()}: {self._title.text()}. {self._text.text()}")
        self.back.setEnabled(at > 0)
        self.on.setText(tr("Next") if at + 1 < len(STEPS) else tr("Finish"))
        self.adjustSize()
        self.show()
        self.raise_()
        self.on.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_on()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        if self.at + 1 < len(STEPS):
            self.turned.emit(self.at + 1)
        else:
            self.left.emit()


class Tour(QObject):
    """Leads through the steps over the rooms of the window."""

    ended = Signal()

    def __init__(self, over: QWidget, show: Callable[[str], QWidget | None]) -> None:
        """show: turns to a page by name, and returns the part of it to put the ring around."""
        super().__init__(over)
        self._over, self._show = over, show
        self.ring = Ring(over)
        self.card = TourCard(over)
        self.card.turned.connect(self._turn)
        self.card.left.connect(self.end)
        self.ring.hide()
        self.card.hide()
        over.installEventFilter(self)

    def begin(self) -> None:
        """Show the first step."""
        self._turn(0)

    def end(self) -> None:
        """Put the card away; the page keeps what it shows."""
        self.ring.surround(None)
        self.card.hide()
        self.ended.emit()

    def _turn(self, at: int) -> None:
        self.ring.surround(self._show(STEPS[at].page))
        self.card.show_step(at)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        """In the corner below at the right, where pages have the least."""
        room = self._over.rect().adjusted(0, 0, -theme.HUGE, -theme.HUGE - theme.ROW)
        self.card.move(room.right() - self.card.width(), room.bottom() - self.card.height())
