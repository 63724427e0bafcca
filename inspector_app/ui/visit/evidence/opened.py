"""A photo or scan made ready to be shown, on the heavy lane."""

from dataclasses import dataclass

from PySide6.QtGui import QImage

from inspector_app.domain.records import StoredFile
from inspector_app.ui.visit.paper import Sheets, measure


@dataclass(frozen=True, slots=True)
class Opened:
    """A file with its picture, or with its pages."""

    file: StoredFile
    content: bytes
    picture: QImage
    """Empty for a PDF."""
    sheets: Sheets | None


def opened(file: StoredFile, content: bytes) -> Opened:
    """Decode a kept file."""
    if file.pages:
        return Opened(file, content, QImage(), measure(content))
    return Opened(file, content, QImage.fromData(content), None)
