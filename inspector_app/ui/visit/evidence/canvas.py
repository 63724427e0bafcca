"""The picture being marked in its frame: as large as fits, or zoomed and scrolled."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea

from inspector_app.ui import theme
from inspector_app.ui.visit import zoom
from inspector_app.ui.visit.evidence.sheet import Sheet

ZOOMS = (0.1, 0.25, 0.33, 0.5, 0.67, 1.0, 1.5, 2.0, 3.0)


class Canvas(QScrollArea):
    """The sheet in a frame: as large as fits, unless zoomed. Ctrl and the wheel zoom, too."""

    def __init__(self) -> None:
        super().__init__()
        self.sheet = Sheet()
        self._zoom: float | None = None
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.sheet)
        theme.dress(self, surface="raised")
        self.setWidget(self.sheet)
        self.sheet.zoom_wanted.connect(self.zoom_by)
        self.sheet.changed.connect(self._fit)

    def show_picture(self, picture: QImage) -> None:
        """Another picture, as large as fits."""
        self._zoom = None
        self.sheet.show_picture(picture)
        self._fit()

    def zoom_by(self, step: int) -> None:
        """The next larger (+1) or smaller (-1) zoom; 0 fits the frame again."""
        self._zoom = zoom.stepped(ZOOMS, self.sheet.scale, step)
        self._fit()

    def _fit(self) -> None:
        room, marking = self.viewport().size(), self.sheet.marking
        fitting = min(
            1.0,
            max(1, room.width() - 2 * theme.MEDIUM) / marking.width,
            max(1, room.height() - 2 * theme.MEDIUM) / marking.height,
        )
        scale = fitting if self._zoom is None else self._zoom
        wanted = QSize(max(1, round(marking.width * scale)), max(1, round(marking.height * scale)))
        if scale != self.sheet.scale or wanted != self.sheet.size():
            self.sheet.show_scale(scale)

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
