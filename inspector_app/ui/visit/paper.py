"""Pages of a PDF on the screen and on paper, rendered by pdfium on the heavy lane.

A `PdfView` knows the sizes of all pages at once and renders only those in view, at the resolution of the
screen; a `PrintRun` renders one page after the other at the resolution of the printer, so that a long
document never stands in memory as a whole. Both can be left at any time.
"""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from inspector_app.i18n import tr
from inspector_app.ui import theme
from inspector_app.ui.tasks import Job, Lanes
from inspector_app.ui.visit import zoom

POINTS = 72
SCREEN_DPI = 96
LEAST_PRINT_DPI, MOST_PRINT_DPI = 200, 400
ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)


@dataclass(frozen=True, slots=True)
class Sheets:
    """A PDF and the sizes of its pages, in points."""

    pdf: bytes
    sizes: tuple[tuple[float, float], ...]


def measure(pdf: bytes) -> Sheets:
    """Page sizes; on the heavy lane."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return Sheets(pdf, tuple(document.get_page_size(at) for at in range(len(document))))


def render(pdf: bytes, page: int, scale: float) -> QImage:
    """One page as a picture, `scale` pixels a point; on the heavy lane."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        bitmap = document[page].render(
            scale=scale,  # pyright: ignore[reportArgumentType] - a float, whatever its annotation says
            prefer_bgrx=True,
            may_draw_forms=False,
        )
        image = QImage(
            bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
        )
        return image.copy()  # its own memory: pdfium's goes with the document


class Leaf(QWidget):
    """One page: white paper until its picture arrives."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.picture: QImage | None = None
        self.setAccessibleName(tr("Page {number}", number=number))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.picture is None:
            painter.fillRect(self.rect(), Qt.GlobalColor.white)
        else:
            painter.drawImage(self.rect(), self.picture)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class PdfView(QScrollArea):
    """The pages below each other. Ctrl with + − 0 or the wheel zooms; `moved` tells page and zoom changes."""

    moved = Signal()

    def __init__(self, lanes: Lanes) -> None:
        super().__init__()
        self._lanes = lanes
        self._sheets: Sheets | None = None
        self._leaves: list[Leaf] = []
        self._jobs: dict[int, Job] = {}
        self._zoom: float | None = None
        self._drawn_at: dict[int, float] = {}
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Preview"))
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._desk = theme.dress(QWidget(), surface="raised")
        self._pile = QVBoxLayout(self._desk)
        self._pile.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, theme.LARGE)
        self._pile.setSpacing(theme.MEDIUM)
        self.setWidget(self._desk)
        self._soon = QTimer(self, singleShot=True, interval=30)
        self._soon.timeout.connect(self._draw)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    # --- what is shown ----------------------------------------------------------------------------

    def show_sheets(self, sheets: Sheets) -> None:
        """Another document; the place in it stays."""
        self._cancel()
        self._sheets = sheets
        while len(self._leaves) > len(sheets.sizes):
            leaf = self._leaves.pop()
            self._pile.removeWidget(leaf)
            leaf.deleteLater()
        while len(self._leaves) < len(sheets.sizes):
            leaf = Leaf(len(self._leaves) + 1)
            self._leaves.append(leaf)
            self._pile.addWidget(leaf, 0, Qt.AlignmentFlag.AlignHCenter)
        self._drawn_at.clear()
        self._fit()

    @property
    def sheets(self) -> Sheets | None:
        """The document shown."""
        return self._sheets

    @property
    def pages(self) -> int:
        """How many pages."""
        return len(self._leaves)

    @property
    def page(self) -> int:
        """The page in the middle of the view, from 1; 0 without a document."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        return next(
            (at for at, leaf in enumerate(self._leaves, 1) if leaf.geometry().bottom() >= middle),
            len(self._leaves),
        )

    @property
    def zoom(self) -> float:
        """1.0 is the size of the paper; as wide as the view unless chosen."""
        if self._zoom is not None or not self._sheets:
            return self._zoom or 1.0
        width = max(width for width, _height in self._sheets.sizes) * SCREEN_DPI / POINTS
        return max(0.3, min(1.6, (self.viewport().width() - 2 * theme.LARGE) / width))

    def zoom_by(self, step: int) -> None:
        """The next larger (+1) or smaller (-1) zoom; 0 fits the width again."""
        self._zoom = zoom.stepped(ZOOMS, self.zoom, step)
        self._fit()

    @property
    def drawn(self) -> bool:
        """Whether all pages in view have their pictures."""
        return bool(self._leaves) and not self._jobs and not self._soon.isActive()

    # --- inside -----------------------------------------------------------------------------------

    def _fit(self) -> None:
        if self._sheets:
            for leaf, (width, height) in zip(self._leaves, self._sheets.sizes, strict=True):
                pixels = self.zoom * SCREEN_DPI / POINTS
                leaf.setFixedSize(QSize(round(width * pixels), round(height * pixels)))
        self._soon.start()
        self.moved.emit()

    def _scrolled(self) -> None:
        self._soon.start()
        self.moved.emit()

    def _draw(self) -> None:
        """Give the pages in view to the heavy lane; take back those that left it."""
        if self._sheets is None:
            return
        scale = self.zoom * SCREEN_DPI / POINTS * self.devicePixelRatioF()
        top = self.verticalScrollBar().value()
        view = QRect(0, top, self._desk.width(), self.viewport().height())
        for at, leaf in enumerate(self._leaves):
            seen = leaf.geometry().intersects(view)
            if at in self._jobs and not seen:
                self._jobs.pop(at).cancel()
            elif seen and self._drawn_at.get(at) != scale and at not in self._jobs:
                self._give(at, scale)

    def _give(self, at: int, scale: float) -> None:
        assert self._sheets is not None
        pdf = self._sheets.pdf

        def drawn(image: QImage) -> None:
            self._jobs.pop(at, None)
            self._drawn_at[at] = scale
            self._leaves[at].picture = image
            self._leaves[at].update()
            self._soon.start()

        self._jobs[at] = self._lanes.heavy(lambda: render(pdf, at, scale), drawn, owner=self)

    def _cancel(self) -> None:
        for job in self._jobs.values():
            job.cancel()
        self._jobs.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        step = zoom.step_of(event)
        if step is None:
            super().wheelEvent(event)
        else:
            self.zoom_by(step)
            event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in zoom.KEYS:
            self.zoom_by(zoom.KEYS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)


class PrintRun(QObject):
    """Prints a document through a set-up printer, page by page. `finished(printed: bool)` ends it."""

    finished = Signal(bool)

    def __init__(self, lanes: Lanes, sheets: Sheets, printer: QPrinter, parent: QObject) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._sheets = sheets
        self._printer = printer
        printer.setFullPage(True)
        printer.setResolution(max(LEAST_PRINT_DPI, min(MOST_PRINT_DPI, printer.resolution())))
        first, last = printer.fromPage() or 1, printer.toPage() or len(sheets.sizes)
        self._pages = list(range(first - 1, min(last, len(sheets.sizes))))
        if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
            self._pages.reverse()
        self._painter = QPainter()
        self._begun = False

    def start(self) -> None:
        """Render the first page; the rest follows."""
        self._next()

    def _next(self) -> None:
        if not self._pages:
            self._end(self._begun)
            return
        page = self._pages.pop(0)
        total = len(self._sheets.sizes)
        pdf, scale = self._sheets.pdf, self._printer.resolution() / POINTS
        self._lanes.heavy(
            lambda: render(pdf, page, scale),
            lambda image: self._put(page, image),
            owner=self,
            doing=tr("Printing page {page} of {total}", page=page + 1, total=total),
            cancelled=self._cancelled,
        )

    def _put(self, page: int, image: QImage) -> None:
        if self._begun:
            ready = self._printer.newPage()
        else:
            ready = self._begun = self._painter.begin(self._printer)
        if not ready:
            self._end(False)
            return
        width, height = self._sheets.sizes[page]
        dots = self._printer.resolution() / POINTS
        self._painter.drawImage(QRectF(0, 0, width * dots, height * dots), image)
        self._next()

    def _cancelled(self) -> None:
        self._printer.abort()
        self._end(False)

    def _end(self, printed: bool) -> None:
        if self._painter.isActive():
            self._painter.end()
        self.finished.emit(printed)
