"""All photos and scans of a visit: filters above, the grid, beside it what is known of the chosen ones."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from inspector_app.domain.records import RecordId, VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import EvidenceList, EvidenceRow, Link, Saved
from inspector_app.ui import fields, theme, widgets
from inspector_app.ui.folders import documents
from inspector_app.ui.notices import Banner
from inspector_app.ui.session import Session
from inspector_app.ui.visit.evidence.filters import ALL, matching, offered
from inspector_app.ui.visit.evidence.grid import Grid
from inspector_app.ui.visit.evidence.intake import Intake
from inspector_app.ui.visit.evidence.panel import WIDTH, Panel
from inspector_app.ui.visit.evidence.thumbnails import Thumbnails

ENDINGS = ("jpg", "jpeg", "png", "webp", "gif", "bmp", "tif", "tiff", "avif", "pdf")
"""Of the files that can be taken in."""
NOTHING_READ = EvidenceList((), (), {})

if TYPE_CHECKING:
    from inspector_app.services.workbench import Workbench


class Progress(QWidget):
    """How far the files that are being taken in have come."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = widgets.ElidedLabel("", "small", "secondary")
        self.bar = widgets.Bar()
        self.stop = widgets.button(tr("Stop"), self.cancelled.emit, kind="quiet")
        said = QWidget()
        said.setLayout(widgets.column(self.words, self.bar, spacing=theme.TINY))
        line = widgets.row(said, self.stop)
        line.setContentsMargins(theme.LARGE, theme.TINY, theme.LARGE, theme.TINY)
        self.setLayout(line)
        self.hide()

    def show_intake(self, intake: Intake) -> None:
        """Say which file is being read, and how many are done."""
        self.words.setText(
            tr("Taking in {done} of {total} · {name}", done=intake.done, total=intake.total, name=intake.name)
        )
        self.bar.show_share(intake.done / max(1, intake.total))
        self.show()


class Gallery(QWidget):
    """The grid with its filters and the panel. The page tells it what there is."""

    opened = Signal(str)
    add_wanted = Signal()
    paste_wanted = Signal()
    camera_wanted = Signal()
    decide_wanted = Signal()

    def __init__(self, session: Session, visit: VisitId, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.session = session
        self.visit = visit
        self.shown = NOTHING_READ
        self.grid = Grid(thumbnails)
        self.panel = Panel(thumbnails)
        self.banner = Banner()
        self.progress = Progress()
        self.filter = fields.Choice(((ALL, tr("All photos and scans")),), name=tr("Show"))
        self.search = fields.SearchBox(tr("Find by caption, item or name"))
        self.paste = widgets.button(tr("Paste"), self.paste_wanted.emit, icon="paste", shortcut="Ctrl+V")
        self.camera = widgets.button(
            tr("Camera…"), self.camera_wanted.emit, icon="camera", shortcut="Ctrl+Shift+N"
        )
        self.camera.hide()
        self.add = widgets.button(
            tr("Add photos and scans…"), self.add_wanted.emit, kind="primary", icon="add", shortcut="Ctrl+N"
        )
        self._lay_out()
        self._connect()

    def show_list(self, shown: EvidenceList, choose: Sequence[RecordId | str] = ()) -> None:
        """Show the evidence of the visit; `choose` some of it, where it is not filtered out."""
        self.shown = shown
        self.panel.offer(shown.targets)
        options = offered(shown)
        chosen = self.filter.value
        if [self.filter.itemText(at) for at in range(self.filter.count())] != [words for _, words in options]:
            self.filter.clear()
            for name, words in options:
                self.filter.addItem(words, name)
            self.filter.set_value(chosen)
        self._show_matching()
        if choose:
            self.grid.choose(choose)

    def row(self, record: str) -> EvidenceRow | None:
        """A photo of the visit."""
        return next((row for row in self.shown.rows if row.id == record), None)

    # --- building ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.search.setMaximumWidth(theme.SEARCH)
        self.filter.narrow(24)
        head = widgets.row(self.filter, self.search, None, self.camera, self.paste, self.add)
        head.setContentsMargins(theme.LARGE, theme.SMALL, theme.LARGE, theme.SMALL)
        note = widgets.row(
            widgets.Glyph("protect", "attention"), widgets.label(_note(), "small", "secondary", wrap=True)
        )
        note.setStretch(1, 1)
        note.setContentsMargins(theme.LARGE, 0, theme.LARGE, theme.SMALL)
        self.middle = QStackedWidget()
        self.middle.addWidget(
            widgets.EmptyPage(
                "picture",
                tr("No evidence yet"),
                tr(
                    "Photos of notice boards and counters, scans of plans and reports. Drop files here, "
                    "paste them, or add them."
                ),
                widgets.button(tr("Add photos and scans…"), self.add_wanted.emit, icon="add"),
            )
        )
        self.middle.addWidget(self.grid)
        self._none = widgets.label(tr("No photo or scan matches."), "text", "secondary")
        self._none.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, 0)
        self.middle.addWidget(self._none)
        left = widgets.column(self.progress, self.middle, spacing=0)
        left.setContentsMargins(theme.SMALL, 0, 0, 0)
        left.setStretch(1, 1)
        side = widgets.Scroll(width=None, margin=0)
        side.column.addWidget(self.panel)
        theme.dress(side, surface="raised")
        side.setFixedWidth(WIDTH)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addLayout(note)
        whole.addWidget(self.banner)
        whole.addWidget(widgets.line())
        whole.addLayout(widgets.beside(left, side), 1)

    def _connect(self) -> None:
        self.filter.chosen.connect(lambda _name: self._show_matching())
        self.search.settled.connect(lambda _words: self._show_matching())
        self.grid.chosen.connect(lambda: self.panel.show_rows(self.grid.chosen_rows))
        self.grid.opened.connect(self._open)
        self.grid.remove_wanted.connect(self.panel.ask_remove)
        self.panel.open_wanted.connect(lambda: self._open(self.panel.rows[0].id))
        self.panel.copy_wanted.connect(self._ask_where)
        self.panel.decide_wanted.connect(self.decide_wanted)
        visit = self.visit
        self.panel.captioned.connect(self._describe)
        self.panel.linked.connect(self.link)
        self.panel.withheld.connect(
            lambda withheld: self._act(lambda bench, ids: bench.evidence.withhold(visit, ids, withheld))
        )
        self.panel.remove_wanted.connect(
            lambda: self._act(lambda bench, ids: bench.evidence.remove(visit, ids))
        )
        self.panel.restore_wanted.connect(
            lambda: self._act(lambda bench, ids: bench.evidence.restore(visit, ids))
        )
        self.panel.erase_wanted.connect(
            lambda: self._act(lambda bench, ids: bench.evidence.erase(visit, ids))
        )

    def _show_matching(self) -> None:
        rows = matching(self.shown, self.filter.value or ALL, self.search.text())
        self.grid.show_rows(rows)
        self.middle.setCurrentIndex(1 if rows else 2 if self.shown.rows else 0)

    # --- acts -------------------------------------------------------------------------------------

    def describe(self, record: RecordId, caption: str) -> None:
        """Write a caption."""
        visit = self.visit
        self.session.save(
            lambda bench: bench.evidence.describe(visit, record, caption),
            None,
            self.panel.refuse,
            owner=self,
            key=f"{visit}/evidence/{record}/caption",
        )

    def link(self, link: Link) -> None:
        """Say what the chosen photos show."""
        visit = self.visit
        self._act(lambda bench, ids: bench.evidence.link(visit, ids, link))

    def _describe(self, caption: str) -> None:
        # A field is left when another photo is chosen: the panel still shows the one that was described.
        if len(self.panel.rows) == 1:
            self.describe(self.panel.rows[0].id, caption)

    def _act(self, act: "Callable[[Workbench, Sequence[RecordId]], Saved]") -> None:
        entries = [row.id for row in self.panel.rows]
        self.session.save(lambda bench: act(bench, entries), None, self.panel.refuse, owner=self)

    def _open(self, record: str) -> None:
        row = self.row(record)
        if row is not None and row.here and not row.removed and not row.sides:
            self.opened.emit(record)

    def _ask_where(self) -> None:
        row = self.panel.rows[0]
        folder = documents()
        suggested = str(Path(folder) / _file_name(row))
        target, _kind = QFileDialog.getSaveFileName(self, tr("Save a copy"), suggested)
        if target:
            self.copy(row, Path(target))

    def copy(self, row: EvidenceRow, target: Path) -> None:
        """Save a copy outside the workspace."""
        self.session.read(
            lambda bench: bench.evidence.save_copy(row.file.digest, target),
            lambda _none: self.banner.say(
                "info",
                tr("Copied to {file}", file=target),
                tr("The copy is not encrypted. Whoever has the stick or the computer can open it."),
            ),
            self.banner.tell,
            owner=self,
        )


def _note() -> str:
    return tr(
        "Hide personal data before a photo is kept: ID numbers, faces, addresses. Photos travel in the "
        "bundle of the visit. Where and with which camera they were taken is left out."
    )


def _file_name(row: EvidenceRow) -> str:
    """The name it came with, with the ending that fits what it is now."""
    name = Path(row.record.name or row.file.digest[:8])
    stem = name.stem if name.suffix.lower().removeprefix(".") in ENDINGS else name.name
    endings = {"image/jpeg": ".jpg", "image/png": ".png", "application/pdf": ".pdf"}
    return stem + endings.get(row.file.media_type, "")
