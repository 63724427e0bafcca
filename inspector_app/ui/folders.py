"""Asking for a folder: a stick, or a place among the user's documents."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


def documents() -> str:
    """The folder of the user's documents, where dialogs begin."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def ask_folder(parent: QWidget, title: str) -> Path | None:
    """The folder that the user chooses; None where none is."""
    folder = QFileDialog.getExistingDirectory(parent, title, documents())
    return Path(folder) if folder else None
