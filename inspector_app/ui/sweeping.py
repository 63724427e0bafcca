"""Python's rubbish, swept when nobody waits.

Python looks for cycles of dead objects by itself, whenever enough new ones were made. With a workspace open
it then walks a quarter of a million objects, and the window stands still for a tenth to half a second in the
middle of an answer. So the great sweep waits until the window has been quiet for some seconds. The first one
sets aside what then lives, most of it as long as the program: those that follow walk only what came later,
in a tenth of the time. The small sweeps stay Python's own.
"""

import gc
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from inspector_app.ui.tasks import Lanes

AT_LATEST = 500
"""After so many middle sweeps, some millions of new objects, Python begins a great one all the same."""
WORTH = 3
"""So many middle sweeps must have passed before a great one is worth its time."""
LOOK_MS = 1_000
QUIET_SECONDS = 4.0
_HANDS = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchUpdate,
)
"""What a window hears from somebody who works at it."""


class Sweeper(QObject):
    """Sweeps while one window rests: nothing is pressed, moved or turned, and no work is under way."""

    def __init__(self, window: QWidget, lanes: Lanes) -> None:
        super().__init__(window)
        self._window = window
        self._lanes = lanes
        self._given = 0
        self._busy_at = monotonic()
        self._set_aside = False
        gc.set_threshold(*gc.get_threshold()[:2], AT_LATEST)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """A workspace is open, in a window that is shown: there is something to sweep, and to set aside."""
        self._busy_at = monotonic()
        self._timer.start()
        self._window.windowHandle().installEventFilter(self)

    def look(self) -> None:
        """Sweep if the window is quiet and it is worth it."""
        if not self._lanes.idle or self._lanes.given != self._given:
            self._given, self._busy_at = self._lanes.given, monotonic()
        elif monotonic() - self._busy_at >= QUIET_SECONDS:
            self._sweep()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Somebody works at the window."""
        if event.type() in _HANDS:
            self._busy_at = monotonic()
        return False

    def _sweep(self) -> None:
        if not self._set_aside:
            self._set_aside = True
            gc.collect()
            gc.freeze()
        elif gc.get_count()[2] >= WORTH:
            gc.collect()
