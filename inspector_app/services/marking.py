"""What people draw on a picture: cut, turn, arrow, box, words; and hide, for what nobody may see.

A `Marking` is a plan. It can be changed and taken back as long as nobody saves it; `draw` then makes a new
picture of it, whose pixels are all that is left.

What is hidden cannot be found again. Its tiles look like a coarse mosaic, but of what lay there they know one
colour, the mean of all of it in 32 steps a channel; every tile differs from that by chance alone. (A true
mosaic keeps a mean for each tile, from which numbers and names in print have been read back.)
"""

import math
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from inspector_app import paths
from inspector_app.domain.records import StoredFile

if TYPE_CHECKING:  # geometry is needed by the window at once, Pillow only when a picture is drawn
    from PIL import Image

Tool = Literal["hide", "arrow", "box", "text", "crop"]
Point = tuple[float, float]
INK, HALO = (200, 30, 30), (255, 255, 255)
"""What is drawn, and the seam around it that sets it off from dark and light alike."""
SMALLEST = 8
"""A mark is never narrower than this, in pixels of the picture."""
TILES = 7
"""How many tiles the shorter side of what is hidden has."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing drawn: between two corners, of an arrow from its foot to its head.

    Words stand at the left upper corner, as high as the mark. All in pixels of the picture as it is turned.
    """

    tool: Tool
    x1: float
    y1: float
    x2: float
    y2: float
    words: str = ""

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        return min(self.x1, self.x2), min(self.y1, self.y2), max(self.x1, self.x2), max(self.y1, self.y2)

    def moved(self, dx: float, dy: float) -> "Mark":
        """The mark elsewhere."""
        return replace(self, x1=self.x1 + dx, y1=self.y1 + dy, x2=self.x2 + dx, y2=self.y2 + dy)


@dataclass(frozen=True, slots=True)
class Marking:
    """What shall become of a picture of this size: turned first, then drawn on, then cut."""

    width: int
    height: int
    turns: int = 0
    """Quarter turns clockwise. `width` and `height` are those after turning."""
    marks: tuple[Mark, ...] = ()

    @property
    def crop(self) -> tuple[float, float, float, float] | None:
        """What is left of the picture: left, top, right, bottom; None for all of it."""
        return next((mark.box for mark in self.marks if mark.tool == "crop"), None)

    @property
    def idle(self) -> bool:
        """Whether the picture stays as it is."""
        return not self.marks and self.turns % 4 == 0

    def with_mark(self, mark: Mark) -> "Marking":
        """One mark more; a picture has one cut, which the new one replaces."""
        others = tuple(each for each in self.marks if (each.tool, mark.tool) != ("crop", "crop"))
        return replace(self, marks=(*others, mark))

    def with_changed(self, place: int, mark: Mark) -> "Marking":
        """Another mark in this place."""
        return replace(self, marks=(*self.marks[:place], mark, *self.marks[place + 1 :]))

    def without(self, place: int) -> "Marking":
        """One mark less."""
        return replace(self, marks=self.marks[:place] + self.marks[place + 1 :])

    def turned(self, quarters: int) -> "Marking":
        """A quarter turn clockwise (1) or back (-1), with all that is drawn; words stay upright."""
        return Marking(
            self.height,
            self.width,
            (self.turns + quarters) % 4,
            tuple(self._turned(mark, quarters) for mark in self.marks),
        )

    def _turned(self, mark: Mark, quarters: int) -> Mark:
        def there(x: float, y: float) -> Point:
            return (self.height - y, x) if quarters > 0 else (y, self.width - x)

        if mark.tool == "text":
            x, y = there(mark.x1, mark.y1)
            return mark.moved(x - mark.x1, y - mark.y1)
        (x1, y1), (x2, y2) = there(mark.x1, mark.y1), there(mark.x2, mark.y2)
        return replace(mark, x1=x1, y1=y1, x2=x2, y2=y2)


def stroke(width: int, height: int) -> float:
    """How thick lines are on a picture of this size, in its pixels."""
    return max(3.0, max(width, height) / 300)


def text_height(width: int, height: int) -> float:
    """How high words are on a picture of this size unless made higher, in its pixels."""
    return max(14.0, max(width, height) / 28)


def arrow(mark: Mark, thick: float) -> tuple[Point, ...]:
    """The outline of an arrow whose shaft is so thick."""
    length = math.hypot(mark.x2 - mark.x1, mark.y2 - mark.y1) or 1.0
    ux, uy = (mark.x2 - mark.x1) / length, (mark.y2 - mark.y1) / length
    head, half = min(length, 6 * thick), thick / 2
    neck = length - head

    def at(along: float, aside: float) -> Point:
        return mark.x1 + ux * along - uy * aside, mark.y1 + uy * along + ux * aside

    wing = head / 2
    return (
        at(0, half),
        at(neck, half),
        at(neck, wing),
        at(length, 0),
        at(neck, -wing),
        at(neck, -half),
        at(0, -half),
    )


# --- drawing -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture as it is after marking, ready to be kept."""

    file: StoredFile
    content: bytes
    thumbnail: bytes


def draw(
    content: bytes, media_type: str, marking: Marking, chance: Callable[[int], bytes] = os.urandom
) -> Drawn:
    """Draw a marking into a kept picture, on the heavy lane. Raises PhotoUnreadable.

    chance: gives random bytes.
    """
    from PIL import Image

    from inspector_app.services import imaging

    turns = (None, Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_90)
    picture = imaging.pixels(content)
    if (turn := turns[marking.turns % 4]) is not None:
        picture = picture.transpose(turn)
    if any(mark.tool in ("arrow", "box", "text") for mark in marking.marks):
        picture = picture.convert("RGB")
    for mark in sorted(marking.marks, key=lambda mark: mark.tool != "hide"):
        if mark.tool != "crop":
            _DRAWERS[mark.tool](picture, mark, chance)
    if marking.crop is not None:
        picture = picture.crop(_inside(picture, marking.crop))
    return Drawn(*imaging.kept(picture, lossless=media_type == imaging.PNG))


def _inside(picture: "Image.Image", box: tuple[float, float, float, float]) -> tuple[int, int, int, int]:
    """A box in whole pixels of the picture, rounded outwards, never empty."""
    left, top = (
        max(0, min(side - 1, math.floor(low))) for low, side in zip(box[:2], picture.size, strict=True)
    )
    right, bottom = (min(side, math.ceil(high)) for high, side in zip(box[2:], picture.size, strict=True))
    return left, top, max(left + 1, right), max(top + 1, bottom)


def _hide(picture: "Image.Image", mark: Mark, chance: Callable[[int], bytes]) -> None:
    from PIL import Image, ImageStat

    box = _inside(picture, mark.box)
    width, height = box[2] - box[0], box[3] - box[1]
    mean = [int(value) & ~7 for value in ImageStat.Stat(picture.crop(box)).mean]
    tile = max(SMALLEST, min(width, height) / TILES)
    columns, rows = max(1, round(width / tile)), max(1, round(height / tile))
    shades = [byte % 49 - 24 for byte in chance(columns * rows)]
    colours = bytes(max(0, min(255, value + shade)) for shade in shades for value in mean)
    mosaic = Image.frombytes(picture.mode, (columns, rows), colours)
    picture.paste(mosaic.resize((width, height), Image.Resampling.NEAREST), box)


def _arrow(picture: "Image.Image", mark: Mark, _chance: object) -> None:
    thick = stroke(*picture.size)
    shape = arrow(mark, thick)
    _fill(picture, shape, HALO, thick / 2)
    _fill(picture, shape, INK, 0)


def _fill(picture: "Image.Image", shape: Iterable[Point], colour: tuple[int, int, int], seam: float) -> None:
    """Fill an outline, wider by a seam, with smooth edges: drawn three times as large and made small."""
    from PIL import Image, ImageDraw

    points = tuple(shape)
    xs, ys = zip(*points, strict=True)
    edge = math.ceil(seam) + 1
    left, top = math.floor(min(xs)) - edge, math.floor(min(ys)) - edge
    width, height = math.ceil(max(xs)) + edge - left, math.ceil(max(ys)) + edge - top
    mask = Image.new("L", (width * 3, height * 3))
    large = [((x - left) * 3, (y - top) * 3) for x, y in points]
    pen = ImageDraw.Draw(mask)
    pen.polygon(large, fill=255)
    if seam:
        pen.line([*large, large[0], large[1]], fill=255, width=round(seam * 6), joint="curve")
    picture.paste(colour, (left, top), mask.resize((width, height), Image.Resampling.BOX))


def _box(picture: "Image.Image", mark: Mark, _chance: object) -> None:
    from PIL import ImageDraw

    thick = round(stroke(*picture.size))
    left, top, right, bottom = _inside(picture, mark.box)
    pen = ImageDraw.Draw(picture)
    seam = thick // 2
    pen.rectangle(
        (left - seam, top - seam, right + seam, bottom + seam), outline=HALO, width=thick + 2 * seam
    )
    pen.rectangle((left, top, right, bottom), outline=INK, width=thick)


def _text(picture: "Image.Image", mark: Mark, _chance: object) -> None:
    from PIL import ImageDraw, ImageFont

    if not mark.words:
        return
    _, top, _, bottom = mark.box
    size = max(SMALLEST, bottom - top)
    face = ImageFont.truetype(font_file(), round(size), layout_engine=ImageFont.Layout.BASIC)
    seam = max(1, round(size / 14))
    pen = ImageDraw.Draw(picture)
    pen.text((mark.x1, mark.y1), mark.words, INK, face, "la", stroke_width=seam, stroke_fill=HALO)


def font_file() -> str:
    """The file of the face in which words are drawn."""
    return str(paths.resources() / "fonts" / "Tinos-Bold.ttf")


_DRAWERS: dict[Tool, Callable[["Image.Image", Mark, Callable[[int], bytes]], None]] = {
    "hide": _hide,
    "arrow": _arrow,
    "box": _box,
    "text": _text,
}
