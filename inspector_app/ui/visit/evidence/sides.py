"""The pictures that laptops made of the same one, beside each other."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

from inspector_app.services.views import EvidenceSide
from inspector_app.ui import theme, widgets
from inspector_app.ui.visit.evidence.thumbnails import Thumbnails
from inspector_app.ui.visit.evidence.words import size_of

PICTURE = QSize(132, 99)


class Sides(QWidget):
    """Each picture with who made it, on which laptop."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self._sides: tuple[EvidenceSide, ...] = ()
        self._pictures: list[QLabel] = []
        self._flow = widgets.Flow()
        self.setLayout(self._flow)
        thumbnails.arrived.connect(self._show_pictures)

    def show_sides(self, sides: Sequence[EvidenceSide]) -> None:
        """Show these, or nothing."""
        self.setVisible(bool(sides))
        if tuple(sides) == self._sides:
            return
        self._sides = tuple(sides)
        widgets.clear(self._flow)
        self._pictures = [QLabel() for _ in self._sides]
        for side, picture in zip(self._sides, self._pictures, strict=True):
            said = f"{side.author} · {side.laptop}\n{size_of(side.file)}"
            picture.setFixedSize(PICTURE)
            picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
            picture.setAccessibleName(said)
            words = widgets.label(said, "small", "secondary", wrap=True)
            words.setFixedWidth(PICTURE.width())
            tile = QWidget()
            tile.setLayout(widgets.column(picture, words, spacing=theme.TINY))
            self._flow.addWidget(tile)
        self._show_pictures()

    def _show_pictures(self) -> None:
        for side, picture in zip(self._sides, self._pictures, strict=True):
            small = self._thumbnails.get(side.file)
            if small is not None:
                ratio = self.devicePixelRatioF()
                shown = small.scaled(
                    PICTURE * ratio,
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
                shown.setDevicePixelRatio(ratio)
                picture.setPixmap(shown)
