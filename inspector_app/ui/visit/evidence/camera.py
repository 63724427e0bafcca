"""The camera of the computer: what it sees, and the moment that is kept of it.

    cameras = Cameras(self)          # which there are; `changed` when one is plugged in or out
    page = CameraPage(cameras)
    page.taken.connect(self._take_in)

It runs only while its page is on the screen, so that its light is off whenever nobody looks through it. What
is taken is the picture that the person sees, at the camera's own size. Imported when the evidence is first
shown, since QtMultimedia brings a library for films along; a computer that cannot load it has no camera here.
"""

from PySide6.QtCore import (
    QCameraPermission,
    QCoreApplication,
    QObject,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QHideEvent, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtMultimedia import (
    QCamera,
    QCameraDevice,
    QCameraFormat,
    QMediaCaptureSession,
    QMediaDevices,
    QVideoFrame,
    QVideoSink,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.i18n import tr
from inspector_app.ui import fields, theme, widgets
from inspector_app.ui.notices import Banner

LONGEST = 2560
"""The longest side that evidence is kept at, in pixels: a camera is not asked for more."""
FLUENT = 10
"""Pictures a second below which holding a paper still in front of the camera is hard."""
PATIENCE_MS = 6000
"""A camera that shows nothing for so long is most likely in use elsewhere."""


class Cameras(QObject):
    """The cameras of this computer, as they come and go."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.media = QMediaDevices(self)
        self.media.videoInputsChanged.connect(self.changed)

    @property
    def devices(self) -> dict[str, QCameraDevice]:
        """By their names for the system, the one it prefers first."""
        preferred = bytes(QMediaDevices.defaultVideoInput().id().data())
        found = {bytes(each.id().data()): each for each in QMediaDevices.videoInputs()}
        order = sorted(found, key=lambda name: name != preferred)
        return {name.decode(errors="replace"): found[name] for name in order}


class View(QWidget):
    """The live picture, as large as fits."""

    wanted = Signal()
    """Space or Enter: now."""
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.frame = QVideoFrame()
        self.words = ""
        """What is said while nothing is seen."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Picture of the camera"))
        self.setAccessibleDescription(tr("Space or Enter takes the picture."))
        theme.dress(self, surface="raised")

    def show_frame(self, frame: QVideoFrame) -> None:
        """Show what the camera sees now; an invalid frame shows nothing."""
        self.frame = frame
        self.update()

    @property
    def picture(self) -> QImage:
        """What is seen; a null image while nothing is."""
        return self.frame.toImage() if self.frame.isValid() else QImage()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        # Turned into pixels here and not as each frame comes: what comes too fast is never painted.
        picture = self.picture
        if picture.isNull():
            painter.setPen(theme.colour("secondary"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.words)
        else:
            fitting = picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(0, 0, fitting.width(), fitting.height())
            place.moveCenter(QRectF(self.rect()).center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, picture)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class CameraPage(QWidget):
    """Looking through a camera, and taking pictures with it."""

    taken = Signal(QImage)
    closed = Signal()

    def __init__(self, cameras: Cameras) -> None:
        super().__init__()
        self.cameras = cameras
        self.camera: QCamera | None = None
        """The one that runs; None while none does."""
        self.sink = QVideoSink(self)
        """Where its frames arrive."""
        self._capture = QMediaCaptureSession(self)
        self._capture.setVideoSink(self.sink)
        self.patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self.view = View()
        self.banner = Banner()
        self.choice = fields.Choice((), name=tr("Camera"))
        self.back = widgets.tool("back", tr("Back to all photos"), self.closed.emit)
        self.take = widgets.button(tr("Take the picture"), self._take, kind="primary", icon="camera")
        self._lay_out()
        self._connect()

    def resume(self) -> bool:
        """Show the live picture again, after one was taken or after a fault; whether it could be begun."""
        if self.camera is None:
            self._start()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.camera is not None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stop()
        self.view.show_frame(QVideoFrame())

    # --- the camera -------------------------------------------------------------------------------

    def _start(self) -> None:
        self._stop()
        self._offer()
        devices = self.cameras.devices
        if not devices:
            self._say(
                tr("The camera is gone."), tr("Plug it in again, or go back and add the photo as a file.")
            )
            return
        application = QCoreApplication.instance()
        denied = Qt.PermissionStatus.Denied
        if application is not None and application.checkPermission(QCameraPermission()) == denied:
            self._say(
                tr("The system does not allow the camera."),
                tr("Allow it for this program in the privacy settings of the system, then try again."),
            )
            return
        self.banner.clear()
        self.view.words = tr("The camera is starting…")
        device = devices[self.choice.value]
        self.camera = QCamera(device, self)
        if chosen := finest(device.videoFormats()):
            self.camera.setCameraFormat(chosen)
        self._capture.setCamera(self.camera)
        self.camera.errorOccurred.connect(self._failed)
        self.patience.start()
        self.camera.start()

    def _stop(self) -> None:
        """Let the camera go; the last picture stays."""
        self.patience.stop()
        self.take.setEnabled(False)
        camera, self.camera = self.camera, None
        if camera is not None:
            camera.errorOccurred.disconnect(self._failed)
            camera.stop()
            camera.deleteLater()

    def _offer(self) -> None:
        """Offer the cameras there are; the one that was chosen stays so while it is there."""
        chosen = self.choice.value
        self.choice.clear()
        for number, (name, device) in enumerate(self.cameras.devices.items(), start=1):
            self.choice.addItem(device.description() or tr("Camera {number}", number=number), name)
        self.choice.set_value(chosen)
        self.choice.setVisible(self.choice.count() > 1)

    def _arrived(self, frame: QVideoFrame) -> None:
        if self.camera is not None and frame.isValid():
            self.patience.stop()
            self.take.setEnabled(True)
            self.view.show_frame(frame)

    def _take(self) -> None:
        picture = self.view.picture
        if self.camera is not None and not picture.isNull():
            self._stop()
            self.taken.emit(picture)

    def _came_or_went(self) -> None:
        """Follow what was plugged in or out: a camera that is gone stops, one that comes is shown."""
        running = self.choice.value if self.camera is not None else None
        if self.isVisible() and (running is None or running not in self.cameras.devices):
            self.view.show_frame(QVideoFrame())
            self._start()
        else:
            self._offer()

    def _failed(self) -> None:
        reason = self.camera.errorString() if self.camera is not None else ""
        self._stop()
        self._say(
            tr("The camera gives no picture."),
            tr(
                "Another program may be using it, or the system does not allow it. Close the other program, "
                "or allow the camera in the privacy settings of the system, then try again."
            )
            + (f" ({reason})" if reason else ""),
        )

    def _say(self, what: str, remedy: str) -> None:
        self.view.words = ""
        self.view.update()
        self.banner.say("attention", what, remedy, action=tr("Try again"), act=self.resume)

    # --- building ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.choice.setMaximumWidth(theme.SEARCH)
        title = widgets.label(tr("Camera"), "group")
        head = widgets.row(self.back, title, self.choice, None, self.take)
        head.setContentsMargins(theme.SMALL, theme.SMALL, theme.LARGE, theme.SMALL)
        words = tr(
            "Space or Enter takes the picture, Esc goes back. Nothing is kept before you have seen it and "
            "hidden what identifies people."
        )
        note = widgets.row(
            widgets.Glyph("protect", "attention"), widgets.label(words, "small", "secondary", wrap=True)
        )
        note.setStretch(1, 1)
        note.setContentsMargins(theme.LARGE, 0, theme.LARGE, theme.SMALL)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addLayout(note)
        whole.addWidget(self.banner)
        whole.addWidget(widgets.line())
        whole.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        # The frames come from a thread of the camera's.
        self.sink.videoFrameChanged.connect(self._arrived, Qt.ConnectionType.QueuedConnection)
        self.view.wanted.connect(self._take)
        self.view.left.connect(self.closed)
        self.choice.chosen.connect(lambda _name: self._start())
        self.cameras.changed.connect(self._came_or_went)
        self.patience.timeout.connect(self._failed)


def finest(formats: list[QCameraFormat]) -> QCameraFormat | None:
    """The largest picture that evidence can be kept at, a fluent one if there is any; None for no choice."""

    def worth(each: QCameraFormat) -> tuple[bool, int, float]:
        size: QSize = each.resolution()
        return each.maxFrameRate() >= FLUENT, size.width() * size.height(), each.maxFrameRate()

    fitting = [each for each in formats if max(each.resolution().toTuple()) <= LONGEST]
    return max(fitting, key=worth, default=None)
