"""The marks of a form to be filled in by hand: a box to tick, a box for a number, a line to write on."""

from typing import Final

from reportlab.lib.colors import black
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from inspector_app.reports.pdf import FAMILY, GREY, LINE, face

BOX_WIDTH: Final = 26 * mm
LEADING: Final = 1.05
"""Lines of letters stand this much wider apart than the font itself would set them."""


class TickBox(Flowable):
    """A box to tick, as high as a line of letters; a cross in it where it is ticked."""

    def __init__(self, size: float, *, ticked: bool) -> None:
        super().__init__()
        self._side = size * 0.92
        self.width, self.height = self._side, size * LINE * LEADING
        self._ticked = ticked

    def draw(self) -> None:
        canvas, side, low = self.canv, self._side, (self.height - self._side) / 2
        canvas.setStrokeColor(black)
        canvas.setLineWidth(0.7)
        canvas.rect(0, low, side, side)
        if self._ticked:
            near, far = side * 0.2, side * 0.8
            canvas.setLineWidth(1.2)
            canvas.line(near, low + near, far, low + far)
            canvas.line(near, low + far, far, low + near)


class NumberBox(Flowable):
    """A box for a number; where one is known, it stands at the right."""

    def __init__(self, size: float, height: float, value: str) -> None:
        super().__init__()
        self.width, self.height = BOX_WIDTH, height
        self._size, self._value = size, value

    def draw(self) -> None:
        canvas = self.canv
        canvas.setStrokeColor(black)
        canvas.setLineWidth(0.7)
        canvas.rect(0, 0, self.width, self.height)
        canvas.setFont(face(bold=True), self._size)
        canvas.drawRightString(self.width - 4, (self.height - self._size * 0.68) / 2, self._value)


class Dots(Flowable):
    """A dotted line to write on, or the pattern that is to be filled in."""

    def __init__(self, height: float, guide: str = "", size: float = 0) -> None:
        super().__init__()
        self.width, self.height = 0.0, height
        self._guide, self._size = guide, size

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803, ARG002 - reportlab's own names
        self.width = aW
        return aW, self.height

    def draw(self) -> None:
        canvas = self.canv
        if self._guide:
            canvas.setFont(FAMILY, self._size)
            canvas.drawString(0, self._size * 0.2, self._guide)
            return
        canvas.setStrokeColor(GREY)
        canvas.setLineWidth(0.6)
        canvas.setDash(0.6, 2)
        canvas.line(0, 1.5, self.width, 1.5)
