"""Marks on the screen: how they look before they are drawn for good, and where one can take hold of them.

All in pixels of the picture; the painter is scaled to them.
"""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from inspector_app.services.marking import HALO, INK, SMALLEST, TILES, Mark, Marking, arrow, font_file, stroke
from inspector_app.ui import theme

_SHADE = QColor(0, 0, 0, 140)
_INK, _HALO = QColor(*INK), QColor(*HALO)


def corners(mark: Mark) -> tuple[tuple[str, QPointF], ...]:
    """Where a mark can be taken to make it larger or smaller, each with the ends that move then."""
    if mark.tool == "text":
        return (("y2", QPointF(mark.x1, mark.y2)),)
    ends = (("x1 y1", QPointF(mark.x1, mark.y1)), ("x2 y2", QPointF(mark.x2, mark.y2)))
    if mark.tool == "arrow":
        return ends
    return (*ends, ("x1 y2", QPointF(mark.x1, mark.y2)), ("x2 y1", QPointF(mark.x2, mark.y1)))


def outline(mark: Mark, marking: Marking, reach: float) -> QPainterPath:
    """Where a mark can be taken to move it; what is thin is as thick as `reach`."""
    path = QPainterPath()
    if mark.tool == "arrow":
        thick = max(stroke(marking.width, marking.height), reach)
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in arrow(mark, thick)]))
    elif mark.tool == "text":
        path.addRect(words(mark).boundingRect().united(sides(mark)))
    else:
        path.addRect(sides(mark))
    return path


def sides(mark: Mark) -> QRectF:
    """The rectangle between the corners of a mark."""
    left, top, right, bottom = mark.box
    return QRectF(left, top, right - left, bottom - top)


def words(mark: Mark) -> QPainterPath:
    """The words of a mark as they will be drawn."""
    path = QPainterPath()
    face = theme.picture_font(font_file())
    face.setPixelSize(max(1, round(mark.box[3] - mark.box[1])))
    path.addText(QPointF(mark.x1, mark.y1 + QFontMetricsF(face).ascent()), face, mark.words)
    return path


def paint(painter: QPainter, mark: Mark, marking: Marking) -> None:
    """Show what a mark will make of the picture."""
    thick = stroke(marking.width, marking.height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if mark.tool == "hide":
        _paint_hidden(painter, sides(mark))
    elif mark.tool == "crop":
        outside = QPainterPath()
        outside.addRect(QRectF(0, 0, marking.width, marking.height))
        outside.addRect(sides(mark))
        painter.fillPath(outside, _SHADE)
    elif mark.tool == "arrow":
        shape = QPolygonF([QPointF(x, y) for x, y in arrow(mark, thick)])
        painter.setPen(QPen(_HALO, thick, j=Qt.PenJoinStyle.RoundJoin))
        painter.drawPolygon(shape)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_INK)
        painter.drawPolygon(shape)
    elif mark.tool == "box":
        for colour, wide in ((_HALO, 2 * thick), (_INK, thick)):
            painter.setPen(QPen(colour, wide, j=Qt.PenJoinStyle.MiterJoin))
            painter.drawRect(sides(mark))
    else:
        shape = words(mark)
        painter.strokePath(shape, QPen(_HALO, sides(mark).height() / 7, j=Qt.PenJoinStyle.RoundJoin))
        painter.fillPath(shape, _INK)


def _paint_hidden(painter: QPainter, box: QRectF) -> None:
    """Something like the tiles that will stand there; their colours are left to chance then."""
    tile = max(SMALLEST, min(box.width(), box.height()) / TILES)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # no seams between the tiles
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    for row in range(ceil(box.height() / tile)):
        for column in range(ceil(box.width() / tile)):
            shade = 100 + (row * row * 31 + column * column * 17 + row * column * 7) % 5 * 10
            corner = QPointF(box.left() + column * tile, box.top() + row * tile)
            painter.fillRect(QRectF(corner, QSizeF(tile, tile)), QColor(shade, shade, shade))
    painter.restore()
