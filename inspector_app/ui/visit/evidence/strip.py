"""The evidence of one item, dossier or finding, small: for the side of other pages.

    strip = EvidenceStrip(session, visit, back="checklist")
    strip.wanted.connect(page.open_evidence)  # a signal that the frame follows to the evidence page, and back
    strip.show_link(Link(item="CD04"))

Files dropped on it, or added with its button, are taken in for what it shows.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QToolButton, QWidget

from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import EvidenceRow, Link, Saved
from inspector_app.ui import theme, widgets
from inspector_app.ui.drop import FileDrop
from inspector_app.ui.session import Session
from inspector_app.ui.visit.evidence.thumbnails import Thumbnails
from inspector_app.ui.visit.evidence.wish import Wish
from inspector_app.ui.visit.evidence.words import caption_of, state_of

SHOWN = 6
TILE = QSize(72, 54)


class EvidenceStrip(QWidget):
    """A title with a count, small pictures that open large, and a button that adds."""

    wanted = Signal(object)
    """A Wish: lead to the evidence page."""

    def __init__(self, session: Session, visit: VisitId, back: str) -> None:
        super().__init__()
        self.session = session
        self.visit = visit
        self._back = back
        self._link: Link | None = None
        self._rows: tuple[EvidenceRow, ...] = ()
        self._thumbnails = Thumbnails(session, self)
        self._thumbnails.arrived.connect(self._show_pictures)
        self.title = widgets.label("", "small_strong", "secondary")
        self.add = widgets.button(
            tr("Add evidence"), lambda: self._wish(choose=True), kind="quiet", icon="evidence"
        )
        self.tiles: list[QToolButton] = []
        self._flow = widgets.Flow(theme.TINY)
        column = widgets.column(self.title, self._flow, spacing=theme.TINY)
        column.addLayout(widgets.row(self.add, None))
        self.setLayout(column)
        FileDrop(self).dropped.connect(lambda files, _place: self._wish(files=files))
        session.changed.connect(self._changed)

    def show_link(self, link: Link) -> None:
        """Show the evidence of this; nothing is read again for what is shown already."""
        if link != self._link:
            self._link = link
            self._show(())
            self._read()

    def _read(self) -> None:
        visit, link = self.visit, self._link
        if link is not None:
            self.session.read(
                lambda bench: bench.evidence.of(visit, link),
                lambda rows: self._show(rows) if link == self._link else None,
                owner=self,
            )

    def _show(self, rows: Sequence[EvidenceRow]) -> None:
        self._rows = tuple(rows)
        self.title.setText(tr("Evidence ({count})", count=len(rows)) if rows else tr("Evidence"))
        widgets.clear(self._flow)
        self.tiles = [self._tile(row) for row in self._rows[:SHOWN]]
        for tile in self.tiles:
            self._flow.addWidget(tile)
        if len(rows) > SHOWN:
            more = widgets.button(
                tr("{count} more", count=len(rows) - SHOWN),
                lambda: self._wish(record=self._rows[SHOWN].id),
                kind="quiet",
            )
            self._flow.addWidget(more)
        self._show_pictures()

    def _tile(self, row: EvidenceRow) -> QToolButton:
        tile = widgets.tool("picture", caption_of(row), lambda: self._wish(record=row.id), tone="secondary")
        tile.setIconSize(TILE)
        tile.setToolTip(" · ".join(part for part in (caption_of(row), state_of(row)) if part))
        tile.setFixedSize(TILE + QSize(theme.SMALL, theme.SMALL))
        if not row.here:
            tile.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            tile.setText(tr("not here"))
        return tile

    def _show_pictures(self) -> None:
        for row, tile in zip(self._rows, self.tiles, strict=False):
            picture: QPixmap | None = self._thumbnails.get(row.file, here=row.here)
            if picture is not None:
                tile.setIcon(QIcon(picture))

    def _wish(self, files: tuple[Path, ...] = (), record: str = "", *, choose: bool = False) -> None:
        self.wanted.emit(Wish(self._link or Link(), files, choose, record, self._back))

    def _changed(self, saved: Saved, _owner: object) -> None:
        if any(each.stream == self.visit and each.kind == "evidence" for each in saved.what):
            self._read()
