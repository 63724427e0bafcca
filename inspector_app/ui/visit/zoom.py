"""Larger and smaller by steps: one set of keys and one wheel, for the pages of a paper and for a picture."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent

KEYS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
"""Key → step: larger (+1), smaller (-1), as it fits (0)."""


def stepped(zooms: Sequence[float], now: float, step: int) -> float | None:
    """The next of these zooms, from small to large; None, to fit, for step 0."""
    if step == 0:
        return None
    if step > 0:
        return next((zoom for zoom in zooms if zoom > now + 0.01), zooms[-1])
    return next((zoom for zoom in reversed(zooms) if zoom < now - 0.01), zooms[0])


def step_of(event: QWheelEvent) -> int | None:
    """The step that a turn of the wheel asks for; None without Ctrl, when it scrolls."""
    if event.modifiers() != Qt.KeyboardModifier.ControlModifier:
        return None
    return 1 if event.angleDelta().y() > 0 else -1
