"""Pictures, sounds and films that a form shows with its questions and choices.

They came with the checklist and are read from the workspace when they are first seen: a widget asks the one
around it that knows where they are (`MediaSource`). What is missing is said in words and holds nobody up.
Sounds and films are opened by the system's own program, from a copy that goes when this program ends.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QObject, QRect, QSize, Qt, QTemporaryDir, QUrl
from PySide6.QtGui import (
    QColor,
    QDesktopServices,
    QImage,
    QImageReader,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from inspector_app.i18n import mark, tr
from inspector_app.services.views import ChoiceView
from inspector_app.ui import theme, widgets

AT_A_QUESTION = QSize(360, 200)
AT_A_CHOICE = QSize(150, 96)
_PLAYED = {"audio": (mark("Listen"), "listen"), "video": (mark("Watch"), "watch")}
_PLAYABLE = {
    *(".mp3", ".m4a", ".wav", ".ogg", ".oga", ".opus", ".amr", ".aac", ".flac", ".wma"),
    *(".3gp", ".mp4", ".m4v", ".mov", ".avi", ".mkv", ".webm", ".wmv"),
}
"""What is given to the system to open: never a program that calls itself a sound."""
Received = Callable[[bytes | None], None]


class MediaSource:
    """A widget that can fetch what the form inside it shows."""

    def fetch_media(self, name: str, then: Received) -> None:
        """Hand over a file of the form by its name; None where it is not here."""
        raise NotImplementedError


def fetch(asking: QWidget, name: str, then: Received) -> None:
    """Ask the nearest widget around another for a file of the form; where there is none, nothing comes."""
    around = asking.parentWidget()
    while around is not None and not isinstance(around, MediaSource):
        around = around.parentWidget()
    if around is not None:
        around.fetch_media(name, then)


def decoded(content: bytes, bounds: QSize) -> QImage:
    """A picture no larger than `bounds`, decoded no larger either; a null one where it cannot be read."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and (size.width() > bounds.width() or size.height() > bounds.height()):
        reader.setScaledSize(size.scaled(bounds, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def scaled(content: bytes, bounds: QSize, ratio: float) -> QPixmap:
    """A picture for a place on the screen with so many pixels for each of its own."""
    pixmap = QPixmap.fromImage(decoded(content, bounds * ratio))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


class Picture(QAbstractButton):
    """A picture, scaled down; a click or Enter asks for it large."""

    def __init__(self, bounds: QSize) -> None:
        super().__init__()
        self._bounds = bounds
        self._pixmap = QPixmap()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Show it large"))
        self.setToolTip(tr("Show it large"))

    def show_content(self, content: bytes, name: str) -> bool:
        """Show a picture; False where it cannot be read."""
        self._pixmap = scaled(content, self._bounds, self.devicePixelRatioF())
        self.setFixedSize(self.sizeHint())
        self.setAccessibleName(tr("Picture {name}: show it large", name=name))
        self.update()
        return not self._pixmap.isNull()

    def sizeHint(self) -> QSize:
        return self._pixmap.deviceIndependentSize().toSize() + QSize(2, 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(1, 1, self._pixmap)
        painter.setPen(theme.colour("accent" if self.hasFocus() or self.underMouse() else "line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class Enlarged(QWidget):
    """A picture as large as the window allows, over it; any key or click puts it away."""

    def __init__(self, picture: QWidget, content: bytes) -> None:
        super().__init__(picture.window())
        self._content = content
        self._back_to = picture
        self._pixmap = QPixmap()
        self.setAccessibleName(tr("The picture at full size; Escape puts it away"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picture.window().installEventFilter(self)
        self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        self._put_away()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self._put_away()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fill()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shade = QColor(theme.colour("rail"))
        shade.setAlphaF(0.92)
        painter.fillRect(self.rect(), shade)
        size = self._pixmap.deviceIndependentSize().toSize()
        place = QRect(self.rect().center() - QRect(0, 0, size.width(), size.height()).center(), size)
        painter.drawPixmap(place, self._pixmap)
        painter.end()

    def _fill(self) -> None:
        self.setGeometry(self.window().rect())
        margin = 2 * theme.HUGE
        room = (self.size() - QSize(margin, margin)).expandedTo(QSize(1, 1))
        self._pixmap = scaled(self._content, room, self.devicePixelRatioF())
        self.update()

    def _put_away(self) -> None:
        self.window().removeEventFilter(self)
        self._back_to.setFocus(Qt.FocusReason.PopupFocusReason)
        self.close()


class Media(QWidget):
    """What is shown or played with a question: its picture, then its sound and film, and its choices'."""

    def __init__(self) -> None:
        super().__init__()
        self._wanted: tuple[tuple[str, str, str], ...] = ()
        self._asked = False
        self._picture: Picture | None = None
        self._content = b""
        self._missing = widgets.label("", "small", "secondary", wrap=True)
        self._buttons = widgets.Flow(theme.TINY)
        self._pictures = widgets.row(None)
        self.setLayout(widgets.column(self._pictures, self._missing, self._buttons, spacing=theme.TINY))
        self.hide()

    def show_media(self, media: Mapping[str, str], choices: Iterable[ChoiceView] = ()) -> None:
        """Show the files of a label, and play those of its choices."""
        wanted = (*_parts(media, ""), *(part for choice in choices for part in _played(choice)))
        if wanted == self._wanted:
            return
        self._wanted = wanted
        self._asked = False
        if self._picture is not None:
            self._pictures.removeWidget(self._picture)
            self._picture.deleteLater()
            self._picture = None
        self._missing.setText("")
        self._missing.hide()
        widgets.clear(self._buttons)
        for form, name, whose in wanted:
            if form in _PLAYED:
                words, icon = _PLAYED[form]
                said = f"{tr(words)}: {whose}" if whose else tr(words)
                self._buttons.addWidget(
                    widgets.button(said, lambda name=name: self._play(name), kind="link", icon=icon)
                )
        self.setVisible(bool(wanted))
        if self.isVisible():
            self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    def _ask(self) -> None:
        """Have the picture read when it is first seen."""
        if self._asked:
            return
        self._asked = True
        for form, name, _whose in self._wanted:
            if form == "image":
                fetch(self, name, lambda content, name=name: self._show_picture(name, content))

    def _show_picture(self, name: str, content: bytes | None) -> None:
        if ("image", name, "") not in self._wanted:
            return  # another question stands here by now
        picture = Picture(AT_A_QUESTION)
        if content is None:
            self._say(tr("The picture {name} did not come with the checklist.", name=name))
        elif not picture.show_content(content, name):
            self._say(tr("The picture {name} cannot be shown.", name=name))
        else:
            self._picture, self._content = picture, content
            picture.clicked.connect(self._enlarge)
            self._pictures.insertWidget(0, picture)

    def _enlarge(self) -> None:
        large = next((name for form, name, _whose in self._wanted if form == "big-image"), "")
        if large:
            fetch(self, large, lambda content: self._show_large(content or self._content))
        else:
            self._show_large(self._content)

    def _show_large(self, content: bytes) -> None:
        if self._picture is not None:
            Enlarged(self._picture, content).show()

    def _play(self, name: str) -> None:
        fetch(self, name, lambda content: self._open(name, content))

    def _open(self, name: str, content: bytes | None) -> None:
        if content is None:
            self._say(tr("{name} did not come with the checklist.", name=name))
            return
        copy = Path(_copies().filePath(name))
        playable = copy.suffix.lower() in _PLAYABLE
        if playable:
            copy.write_bytes(content)
        if not playable or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
            self._say(tr("This computer has no program that opens {name}.", name=name))

    def _say(self, sentence: str) -> None:
        self._missing.setText(sentence)
        self._missing.show()


def _parts(media: Mapping[str, str], whose: str) -> Iterable[tuple[str, str, str]]:
    """(form, name of the file, whose it is)"""
    large = media.get("big-image", "")
    if small := media.get("image") or large:
        yield "image", small, whose
        if large not in ("", small):
            yield "big-image", large, whose
    for form in _PLAYED:
        if form in media:
            yield form, media[form], whose


def _played(choice: ChoiceView) -> Iterable[tuple[str, str, str]]:
    return (part for part in _parts(choice.media, choice.label) if part[0] in _PLAYED)


def picture_of(choice: ChoiceView) -> str:
    """The name of the picture of a choice; "" where it has none."""
    return choice.media.get("image") or choice.media.get("big-image", "")


@cache
def _copies() -> QTemporaryDir:
    """Where sounds and films lie while they are played."""
    folder = QTemporaryDir()
    application = QApplication.instance()
    if application is not None:
        application.aboutToQuit.connect(folder.remove)
    return folder
