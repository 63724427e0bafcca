"""What new photos are read from, on the heavy lane: files, the clipboard, the camera, a page of a PDF."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from inspector_app.i18n import tr
from inspector_app.text import clean
from inspector_app.ui.visit.evidence.intake import Source

if TYPE_CHECKING:  # Pillow is loaded on the heavy lane, when the first photo is read
    from inspector_app.services.imaging import Taken


def of_file(file: Path) -> Source:
    """A file that was chosen or dropped."""

    def read() -> "Taken":
        from inspector_app.services.imaging import take

        return take(file)

    return Source(clean(file.name), read)


def of_clipboard(image: QImage) -> Source:
    """A picture that was copied: a screenshot, say, which stays sharp."""
    name = tr("Pasted picture {time}", time=f"{datetime.now():%H.%M.%S}")
    return Source(name, lambda: _taken(_encoded(image, "PNG"), name))


def of_camera(image: QImage) -> Source:
    """A picture that was taken just now."""
    at = datetime.now().astimezone()
    name = tr("Picture of the camera {time}", time=f"{at:%H.%M.%S}")
    return Source(name, lambda: replace(_taken(_encoded(image, "JPEG"), name), taken_at=at))


def of_page(pdf: bytes, page: int, name: str) -> Source:
    """A page of a PDF, from 0."""

    def read() -> "Taken":
        from inspector_app.services.imaging import take_page

        return take_page(pdf, page, name)

    return Source(name, read)


def _taken(content: bytes, name: str) -> "Taken":
    from inspector_app.services.imaging import take_content

    return take_content(content, name)


def _encoded(image: QImage, kind: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind, 95 if kind == "JPEG" else -1)  # type: ignore[call-overload]  # the stubs want the format as bytes
    return bytes(buffer.data().data())
