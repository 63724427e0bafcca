"""A person before the evidence of a visit, with photos on the disk."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.domain.records import RecordId, VisitId
from inspector_app.services.imaging import take_content
from inspector_app.services.views import EvidenceRow, Link, Saved, Touched
from inspector_app.services.workbench import Workbench
from inspector_app.ui.session import Session
from inspector_app.ui.visit.evidence.editor import Editor
from inspector_app.ui.visit.evidence.page import EvidencePage
from inspector_app.ui.visit.evidence.sheet import Sheet
from tests.hands import Hands
from tests.pictures import file_of, photo, saved
from tests.ui.conftest import Screen, Settle, asked


class Person(Hands):
    """Clicks, drags, types, drops; looks at the screen and into the workspace."""

    def __init__(self, page: EvidencePage, qtbot: QtBot, settle: Settle) -> None:
        self.page = page
        self.gallery = page.gallery
        self.qtbot = qtbot
        self.settle = settle

    @property
    def editor(self) -> Editor:
        """Where one photo is shown large."""
        return self.page.editor

    @property
    def sheet(self) -> Sheet:
        """The picture in it."""
        return self.page.editor.sheet

    def wait(self) -> None:
        """Until everything asked of the lanes is back."""
        self.settle(self.page.session.lanes)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Drag over the picture, from pixel to pixel of it."""
        at = [QPoint(round(x * self.sheet.scale), round(y * self.sheet.scale)) for x, y in (start, end)]
        self.qtbot.mousePress(self.sheet, Qt.MouseButton.LeftButton, pos=at[0])
        self.qtbot.mouseMove(self.sheet, (at[0] + at[1]) / 2)
        self.qtbot.mouseMove(self.sheet, at[1])
        self.qtbot.mouseRelease(self.sheet, Qt.MouseButton.LeftButton, pos=at[1])

    def drop(self, widget: QWidget, files: Sequence[Path]) -> bool:
        """Drop files on a widget; whether it takes them."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        keys = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        enter = QDragEnterEvent(QPoint(5, 5), *keys)
        enter.ignore()
        QApplication.sendEvent(widget, enter)
        if enter.isAccepted():
            QApplication.sendEvent(widget, QDropEvent(QPointF(5, 5), *keys))
            self.wait()
        return enter.isAccepted()

    @property
    def sees_editor(self) -> bool:
        """Whether one photo is shown large."""
        return self.page.stack.currentWidget() is not self.gallery

    def rows(self) -> tuple[EvidenceRow, ...]:
        """What the workspace holds."""
        return self.ask(lambda bench: bench.evidence.all(self.page.visit).rows)

    def ask(self, work: Callable[[Workbench], Any]) -> Any:
        """What the workspace answers."""
        return asked(self.page.session, self.settle, work)

    def files(self) -> set[str]:
        """Every file that lies in the workspace."""
        sql = "select digest from evidence_files"
        return self.ask(lambda bench: {row[0] for row in bench._workspace._db.execute(sql)})

    def have(self, count: int = 1, link: Link = Link(), **how: str) -> list[RecordId]:  # noqa: B008 - frozen
        """Photos that were kept before."""

        def keep(bench: Workbench) -> tuple[list[RecordId], Saved]:
            kept = [
                bench.evidence.keep(
                    self.page.visit,
                    take_content(file_of(photo(seed=number + 50)), how.get("name", f"IMG_{number}.jpg")),
                    link,
                    how.get("caption", ""),
                )
                for number in range(count)
            ]
            return [record for record, _saved in kept], kept[-1][1]

        kept: list[list[RecordId]] = []
        session = self.page.session
        session.save(keep, lambda result: kept.append(result[0]), owner=session)
        self.wait()
        return kept[0]

    def news(self) -> None:
        """The session tells that some evidence is another."""
        touched = frozenset({Touched(self.page.visit, "evidence", "")})
        self.page.session.changed.emit(Saved(datetime.now(UTC), touched), self.page.session)
        self.wait()

    def choose(self, record: str) -> None:
        """Click a tile."""
        grid = self.gallery.grid
        place = grid.visualRect(grid.tiles.index(grid.tiles.place_of(record)))
        self.qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place.center())


@pytest.fixture
def person(
    session: Session, visit: VisitId, screen: Screen, qtbot: QtBot, settle: Settle
) -> Iterator[Person]:
    """A person before the page on a small laptop's screen."""
    window = QMainWindow()
    page = EvidencePage(session, visit)
    window.setCentralWidget(page)
    screen.show(window, 1290, 640)
    page.entered()
    made = Person(page, qtbot, settle)
    made.wait()
    yield made
    window.close()


@pytest.fixture
def photos(tmp_path: Path) -> Callable[[int], list[Path]]:
    """Photos on the disk."""

    def made(count: int) -> list[Path]:
        return [
            saved(tmp_path, f"Ảnh {number}.jpg", file_of(photo(seed=number + 1))) for number in range(count)
        ]

    return made
