"""Places to drop files on."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from inspector_app.ui import theme


class DropZone(QFrame):
    """Takes a file with one of the endings that is dropped on it. `dropped(Path)`."""

    dropped = Signal(object)

    def __init__(self, *inside: QWidget, endings: tuple[str, ...]) -> None:
        super().__init__()
        self._endings = endings
        theme.dress(self, surface="drop")
        self.setAcceptDrops(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.MEDIUM, theme.LARGE, theme.MEDIUM, theme.LARGE)
        box.setSpacing(theme.SMALL)
        for part in inside:
            box.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._file(event) is not None:
            event.acceptProposedAction()
            theme.mark(self, "over", True)

    def dragLeaveEvent(self, _event: QEvent) -> None:
        theme.mark(self, "over", False)

    def dropEvent(self, event: QDropEvent) -> None:
        theme.mark(self, "over", False)
        file = self._file(event)
        if file is not None:
            event.acceptProposedAction()
            self.dropped.emit(file)

    def _file(self, event: QDropEvent) -> Path | None:
        """The one file that is being dragged; None for anything else."""
        files = local_files(event.mimeData())
        return files[0] if len(files) == 1 and files[0].suffix.casefold() in self._endings else None


class FileDrop(QObject):
    """Lets a widget take files that are dropped on it. `dropped(files, place)`: paths, and where on it."""

    dropped = Signal(object, QPoint)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop):
            assert isinstance(event, QDropEvent)
            files = local_files(event.mimeData())
            if not files:
                return False
            event.acceptProposedAction()
            if event.type() is QEvent.Type.Drop:
                self.dropped.emit(files, event.position().toPoint())
            return True
        return super().eventFilter(watched, event)


def local_files(data: QMimeData) -> tuple[Path, ...]:
    """The files of this computer that are dragged or were copied; empty for anything else."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
