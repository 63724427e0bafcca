"""A file as an answer: a photo, a recording, a signature that was scanned; chosen or dropped here.

The entry only shows and asks. The file goes into the workspace by way of the page (`file_given`), and comes
back as a name; its picture is fetched when it is first shown (`content_wanted`).
"""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from inspector_app.domain.files import shown_name
from inspector_app.i18n import mark, tr
from inspector_app.services.views import LeafView
from inspector_app.ui import theme, widgets
from inspector_app.ui.checklist.entries import Entry
from inspector_app.ui.checklist.media import Enlarged, Picture
from inspector_app.ui.folders import documents

PICTURE = QSize(220, 120)
_KINDS = {
    "image": (mark("Choose a picture…"), mark("Pictures"), "png jpg jpeg webp bmp tif tiff gif"),
    "audio": (mark("Choose a recording…"), mark("Recordings"), "mp3 m4a wav ogg amr aac 3gp flac"),
    "video": (mark("Choose a video…"), mark("Videos"), "mp4 mov 3gp avi mkv webm"),
}
_SIGNED = {"signature", "draw", "annotate"}


class FileEntry(Entry):
    """A file, or the place where one is put."""

    file_given = Signal(object)
    """Path of a file that the person chose: to be kept, then `take`n by its name."""
    content_wanted = Signal(str)
    """The value of a file whose picture is to be shown: `show_content` is awaited."""

    def __init__(self, leaf: LeafView) -> None:
        self._kind = leaf.settings.get("mediatype", "").partition("/")[0]
        words, self._files, self._endings = _KINDS.get(self._kind, (mark("Choose a file…"), "", ""))
        if _SIGNED & set(leaf.appearance.split()):
            words = mark("Choose the scanned signature or drawing…")
        self.choose = widgets.button(tr(words), self._ask, icon="evidence")
        super().__init__(self.choose)
        self._picture = Picture(PICTURE)
        self._picture.hide()
        self._picture.clicked.connect(lambda: Enlarged(self._picture, self._content).show())
        self._content = b""
        self._name = widgets.label("", "text", wrap=True)
        self._name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._missing = widgets.label(
            tr("The file has not arrived on this laptop yet."), "small", "attention"
        )
        self._missing.hide()
        self._drop = widgets.label(tr("or drop it here"), "small", "secondary")
        self._remove = widgets.button(tr("Take the file away"), lambda: self.take(""), kind="quiet")
        self.row.takeAt(0)
        self.row.setSpacing(theme.MEDIUM)
        self.row.addWidget(self._picture)
        said = widgets.column(self._name, self._missing, spacing=2)
        said.addLayout(widgets.row(self.choose, self._remove, self._drop, None))
        said.addStretch(1)
        self.row.addLayout(said, 1)
        self.setAcceptDrops(True)
        self._shown = ""
        self._show("")

    def fits(self, leaf: LeafView) -> bool:
        return leaf.control == "upload"

    def introduce(self, name: str, description: str = "") -> None:
        super().introduce(f"{name} · {self.choose.text()}", description)
        self._remove.setAccessibleName(f"{name} · {self._remove.text()}")

    def lock(self, locked: bool) -> None:
        self.choose.setEnabled(not locked)
        self._remove.setEnabled(not locked)
        self.setAcceptDrops(not locked)

    def show_content(self, value: str, content: bytes | None) -> None:
        """Show the picture of a file, or that it is not here."""
        if value != self.value:
            return
        self._missing.setVisible(content is None)
        if content is None or self._kind != "image":
            return
        if self._picture.show_content(content, shown_name(value)):
            self._content = content
            self._picture.show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        file = _file(event)
        if file is not None:
            event.acceptProposedAction()
            self.file_given.emit(file)

    def _ask(self) -> None:
        home = documents()
        endings = " ".join(f"*.{ending}" for ending in self._endings.split())
        kinds = f"{tr(self._files)} ({endings});;{tr('All files')} (*)" if endings else ""
        file, _kind = QFileDialog.getOpenFileName(self, self.choose.text(), home, kinds)
        if file:
            self.file_given.emit(Path(file))

    def _show(self, value: str) -> None:
        self._name.setText(shown_name(value))
        self._name.setVisible(bool(value))
        self._remove.setVisible(bool(value))
        self._drop.setVisible(not value)
        if value == self._shown:
            return
        self._shown = value
        self._picture.hide()
        self._missing.hide()
        if value:
            self.content_wanted.emit(value)

    def _mark_bad(self, _bad: bool) -> None:
        """Shown in words below."""


def _file(event: QDropEvent) -> Path | None:
    """The one file that is being dragged; None for anything else."""
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].is_file() else None
