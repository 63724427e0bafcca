"""Small pictures of photos and scans, fetched when they come into view.

Only what is painted is asked for, and of that only the latest when one scrolls past it quickly. A file that
came in a bundle has no small picture yet: it is made on the heavy lane, one at a time, and kept.
"""

from collections import OrderedDict
from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap

from inspector_app.domain.errors import InspectorError
from inspector_app.domain.records import StoredFile
from inspector_app.ui.session import Session

KEPT = 150
"""Pictures in memory: several screens full, about 40 MB."""
AT_ONCE = 48


class Thumbnails(QObject):
    """The small pictures of one page."""

    arrived = Signal()
    """Pictures that were asked for are here."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._pictures: OrderedDict[str, QPixmap] = OrderedDict()
        self._wanted: OrderedDict[str, str] = OrderedDict()
        self._on_the_way: set[str] = set()
        """Asked for and not here yet; what cannot be made stays among them, and is not asked for again."""
        self._to_make: dict[str, str] = {}
        self._making = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fetch)

    def get(self, file: StoredFile, *, here: bool = True) -> QPixmap | None:
        """The picture of a file, if it is in memory; else it is on its way, and `arrived` will tell."""
        digest = file.digest
        if (picture := self._pictures.get(digest)) is not None:
            self._pictures.move_to_end(digest)
            return picture
        if here and digest not in self._on_the_way:
            self._wanted[digest] = file.media_type
            self._wanted.move_to_end(digest)
            self._soon.start()
        return None

    def _fetch(self) -> None:
        asked = dict(list(self._wanted.items())[-AT_ONCE:])
        self._wanted.clear()
        self._on_the_way |= asked.keys()

        def shown(found: Mapping[str, QImage]) -> None:
            self._on_the_way -= found.keys()
            for digest, image in found.items():
                self._put(digest, image)
            self._to_make |= {digest: kind for digest, kind in asked.items() if digest not in found}
            self._make()
            self.arrived.emit()

        # Decoded on the lane: forty of them would hold up the window.
        self._session.read(
            lambda bench: {d: QImage.fromData(p) for d, p in bench.evidence.thumbnails(asked).items()},
            shown,
            owner=self,
        )

    def _make(self) -> None:
        if self._making or not self._to_make:
            return
        digest, media_type = self._to_make.popitem()
        self._making = True

        def read(content: bytes) -> None:
            self._session.lanes.heavy(lambda: _made(content, media_type), made, go_on, owner=self)

        def made(picture: bytes) -> None:
            self._on_the_way.discard(digest)
            self._put(digest, QImage.fromData(picture))
            # A full disk costs the small picture, which can be made again, and nothing else.
            self._session.read(
                lambda bench: bench.evidence.keep_thumbnail(digest, picture), go_on, go_on, owner=self
            )
            self.arrived.emit()

        def go_on(_nothing_or_fault: InspectorError | None) -> None:
            self._making = False
            self._make()

        self._session.read(lambda bench: bench.evidence.content(digest), read, go_on, owner=self)

    def _put(self, digest: str, image: QImage) -> None:
        self._pictures[digest] = QPixmap.fromImage(image)
        while len(self._pictures) > KEPT:
            self._pictures.popitem(last=False)


def _made(content: bytes, media_type: str) -> bytes:
    from inspector_app.services.imaging import thumbnail

    return thumbnail(content, media_type)
