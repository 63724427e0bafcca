"""The way to the camera: nothing of it is loaded before it is needed, nothing is offered without one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLoggingCategory, QObject, QTimer, Signal

if TYPE_CHECKING:  # QtMultimedia is loaded when the evidence is first shown
    from inspector_app.ui.visit.evidence.camera import CameraPage, Cameras


class Lens(QObject):
    """Whether there is a camera, and the page that looks through it."""

    found = Signal(bool)
    """There is a camera now, or there is none any more."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.cameras: Cameras | None = None
        self._page: CameraPage | None = None

    def look(self) -> None:
        """Begin to follow which cameras there are, as soon as the window has nothing else to do."""
        if self.cameras is None:
            QTimer.singleShot(0, self, self._load)

    @property
    def page(self) -> "CameraPage | None":
        """The page; None where no camera was found yet."""
        if self._page is None and self.cameras is not None and self.cameras.devices:
            from inspector_app.ui.visit.evidence.camera import CameraPage

            self._page = CameraPage(self.cameras)
        return self._page

    def _load(self) -> None:
        # What only films need, and Qt misses aloud while it is loaded on a Linux without it.
        QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver.warning=false")
        try:
            from inspector_app.ui.visit.evidence.camera import Cameras
        except ImportError:  # a Linux without sound has not what QtMultimedia needs
            return
        self.cameras = Cameras(self)
        self.cameras.changed.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        if self.cameras is not None:
            self.found.emit(bool(self.cameras.devices))
