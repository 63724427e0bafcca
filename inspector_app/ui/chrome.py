"""What stands around every page: the rail of rooms, the header with the state of saving, the busy strip, and
the ground that scrolls where a screen is smaller than a page can be.
"""

from collections.abc import Callable
from datetime import datetime
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from inspector_app.i18n import tr
from inspector_app.text import format_datetime
from inspector_app.ui import theme
from inspector_app.ui.session import SaveState
from inspector_app.ui.tasks import Lanes
from inspector_app.ui.widgets import Bar, ElidedLabel, StateMark, button, label, row, tool

LEAST = QSize(760, 340)
"""Pages are made for this much, and more: 1280 × 720 at 150 % leaves it beside the rail, below the header."""


class RailButton(QAbstractButton):
    """A room on the rail: icon over name, and a count of what waits there."""

    def __init__(self, icon: str, name: str, keys: str) -> None:
        super().__init__()
        self._icon, self._count = icon, 0
        self.setText(name)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFont(theme.font("rail"))
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(self.click)
        self.setToolTip(f"{name} ({shortcut.key().toString(QKeySequence.SequenceFormat.NativeText)})")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedWidth(theme.RAIL)

    def show_count(self, count: int) -> None:
        """How many things wait in this room."""
        self._count = count
        self.setAccessibleName(f"{self.text()} ({count})" if count else self.text())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.RAIL, 12 + 22 + 6 + self._words().height() + 10)

    def _words(self) -> QRect:
        """The room of the name: as narrow as its number of lines allows, so that the lines are balanced."""
        metrics, flags = self.fontMetrics(), self._flags()
        widest = metrics.boundingRect(QRect(0, 0, theme.RAIL - 8, 200), flags, self.text())
        for width in range(24, theme.RAIL - 8, 4):
            narrow = metrics.boundingRect(QRect(0, 0, width, 200), flags, self.text())
            if narrow.height() == widest.height() and narrow.width() <= width:
                return narrow
        return widest

    @staticmethod
    def _flags() -> int:
        return int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextWordWrap)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.fillRect(self.rect(), theme.colour("rail_chosen"))
        if self.isChecked():
            painter.fillRect(0, 0, 3, self.height(), theme.colour("rail_accent"))
        words = theme.colour("rail_text")
        theme.paint_glyph(painter, QRect((self.width() - 22) // 2, 12, 22, 22), self._icon, words)
        painter.setFont(self.font())
        painter.setPen(words)
        room = self._words()
        room.moveTopLeft(QPoint((self.width() - room.width()) // 2, 40))
        painter.drawText(room, self._flags(), self.text())
        if self._count:
            badge = QRectF(self.width() / 2 + 5, 6, 12 + 6 * len(str(self._count)), 16)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("badge"))
            painter.drawRoundedRect(badge, 8, 8)
            painter.setPen(theme.colour("on_badge"))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(self._count))
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("rail_accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()


class SaveIndicator(QWidget):
    """ "Đã lưu 14:32:05", always in view; with a reason and a way to try again while a save fails."""

    def __init__(self, saves: SaveState) -> None:
        super().__init__()
        self._saves = saves
        self.mark = StateMark("answered", 12)
        self.words = label("", "text", "good")
        self.again = button(tr("Try again"), saves.retry, kind="quiet", icon="again")
        self.setLayout(row(self.mark, self.words, self.again))
        saves.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Read the state of saving again."""
        saves = self._saves
        state = saves.state
        if state == "failed":
            self._show("invalid", "wrong", tr("Not saved"))
        elif state == "saving":
            self._show("open", "secondary", tr("Saving"))
        elif saves.at is not None:
            at, today = saves.at.astimezone(), datetime.now().astimezone().date()
            time = f"{at:%H:%M:%S}" if at.date() == today else format_datetime(at)
            self._show("saved", "good", tr("Saved {time}", time=time))
        else:
            self._show("saved", "good", tr("Everything is saved"))
        self.again.setVisible(state == "failed")
        self.setToolTip(str(saves.error) if saves.error else "")

    def _show(self, mark: theme.Mark, tone: theme.Tone, words: str) -> None:
        self.mark.show_as(mark)
        theme.dress(self.words, tone=tone).setText(words)
        self.setAccessibleName(words)


class Header(QWidget):
    """Where one is, and whether all is saved."""

    def __init__(
        self, saves: SaveState, go_back: Callable[[], None], help_wanted: Callable[[], None]
    ) -> None:
        super().__init__()
        self.setFixedHeight(48)
        self.back = tool("back", tr("Back"), go_back, shortcut="Alt+Left")
        self.title = ElidedLabel("", "title")
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.beside = ElidedLabel("", "text", "secondary")
        self.saved = SaveIndicator(saves)
        self.copy = QHBoxLayout()
        """The place of what says how old the second copy is."""
        self.help = tool("help", tr("Help"), help_wanted, tone="secondary")
        self.help.setToolTip(f"{tr('Help')} (F1)")  # the key is the guide's: it may first explain an item
        self.invented = theme.mark(label(tr("Demonstration"), "small_strong"), "keys", True)
        self.invented.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.invented.setToolTip(
            tr("Invented persons and figures. Close the program and open it again for your own work.")
        )
        self.invented.hide()
        lay = QHBoxLayout(self)
        lay.setContentsMargins(theme.LARGE, 0, theme.LARGE, 0)
        lay.setSpacing(theme.MEDIUM)
        lay.addWidget(self.back)
        lay.addWidget(self.title)
        lay.addWidget(self.beside, 1)
        lay.addWidget(self.invented)
        lay.addLayout(self.copy)
        lay.addWidget(self.saved)
        lay.addWidget(self.help)

    def show_heading(self, title: str, beside: str, *, back: bool) -> None:
        """Another place."""
        self.title.setText(title)
        self.beside.setText(beside)
        self.back.setVisible(back)


class Ground(QScrollArea):
    """Gives the pages the room they need at least: on a smaller screen, such as one whose letters are twice
    as large, they scroll both ways, and what has the focus comes into view.
    """

    def __init__(self, pages: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        pages.setMinimumSize(LEAST)
        self._pages = pages
        self.setWidget(pages)
        pages.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        cast(QApplication, QApplication.instance()).focusChanged.connect(self._follow)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        small = self.viewport().width() < LEAST.width() or self.viewport().height() < LEAST.height()
        if small and now is not None and self._pages.isAncestorOf(now):
            # Of what is larger than the screen, its beginning.
            shown = now.size().boundedTo(self.viewport().size())
            middle = now.mapTo(self._pages, QPoint(shown.width() // 2, shown.height() // 2))
            self.ensureVisible(middle.x(), middle.y(), shown.width() // 2 + 1, shown.height() // 2 + 1)


class BusyStrip(QWidget):
    """A line at the foot of the window that names work lasting longer than half a second."""

    def __init__(self, lanes: Lanes) -> None:
        super().__init__()
        theme.dress(self, surface="raised")
        self._lanes = lanes
        self.words = label("", "small", "secondary")
        self._bar = Bar(0)
        self._bar.setFixedWidth(96)
        self._share = 0.0
        self._beat = QTimer(self, interval=120)
        self._beat.timeout.connect(self._move)
        self.stop = button(tr("Cancel"), lanes.cancel_slow, kind="quiet")
        lay = row(self._bar, self.words, None, self.stop, spacing=theme.MEDIUM)
        lay.setContentsMargins(theme.LARGE, 2, theme.SMALL, 2)
        self.setLayout(lay)
        lanes.busy_changed.connect(self.refresh)
        self.hide()

    def refresh(self) -> None:
        """Read again what is being done."""
        doing = self._lanes.doing
        self.words.setText(doing)
        self.stop.setVisible(self._lanes.can_cancel)
        self.setVisible(bool(doing))
        if doing:
            self._beat.start()
        else:
            self._beat.stop()

    def _move(self) -> None:
        self._share = (self._share + 0.08) % 1.08
        self._bar.show_share(self._share)
