"""One side of a conflict as a card: the value, the note and photos beside it, who, where, when."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout

from inspector_app.i18n import tr
from inspector_app.services.dispute_views import Side, SidePhoto
from inspector_app.text import format_datetime
from inspector_app.ui import theme
from inspector_app.ui.visit.evidence.thumbnails import Thumbnails
from inspector_app.ui.widgets import Flow, Glyph, StateMark, column, label, row, tool

TILE = QSize(60, 45)
SHOWN = 4
"""So many photos of a side are shown small; the rest is counted."""


class SideCard(QFrame):
    """One value with who, where, when. A side can be chosen; the value before cannot."""

    picked = Signal()
    photo_wanted = Signal(str)
    """A photo is to be seen large: its record."""

    def __init__(
        self,
        heading: str,
        text: str,
        side: Side | None,
        digit: int = 0,
        thumbnails: Thumbnails | None = None,
    ) -> None:
        super().__init__()
        self.side = side
        self.chosen = False
        self.photos: list[tuple[SidePhoto, QToolButton]] = []
        self._thumbnails = thumbnails
        theme.dress(self, surface="card" if side else "well")
        who = label(heading, "small_strong", "secondary")
        value = label(text, "group", wrap=True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.MEDIUM, theme.MEDIUM, theme.MEDIUM, theme.MEDIUM)
        box.setSpacing(theme.SMALL)
        box.addWidget(who)
        box.addWidget(value)
        if side is None:
            box.addStretch(1)
            return
        if side.note:
            note = label(side.note, "small", wrap=True)
            note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            beside = QHBoxLayout()
            beside.setSpacing(theme.TINY)
            beside.addLayout(column(Glyph("note", "secondary", theme.MARK), None))
            beside.addWidget(note, 1)
            box.addLayout(beside)
        if side.photos:
            box.addLayout(self._strip(side))
        box.addStretch(1)
        origin = f"{side.author}\n{side.laptop}\n{format_datetime(side.at.astimezone())}"
        box.addWidget(label(origin, "small", "secondary", wrap=True))
        self.mark = StateMark("open", 14)
        self._offer = tr("Choose this one ({digit})", digit=digit)
        self.pick = label(self._offer, "strong", "accent")
        box.addLayout(row(self.mark, self.pick, None))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        said = (f"{heading}: {text}. {origin}", side.note)
        self.setAccessibleName(". ".join(part for part in said if part))

    def show_chosen(self, chosen: bool) -> None:
        """Mark the card as the choice, or not."""
        self.chosen = chosen
        if self.side is not None:
            self.mark.show_as("answered" if chosen else "open")
            self.pick.setText(tr("Chosen") if chosen else self._offer)
            theme.mark(self, "chosen", chosen)

    def show_pictures(self) -> None:
        """Show the small pictures that are here by now."""
        for photo, tile in self.photos:
            picture = self._thumbnails.get(photo.file, here=photo.here) if self._thumbnails else None
            if picture is not None:
                tile.setIcon(QIcon(picture))

    def _strip(self, side: Side) -> Flow:
        flow = Flow(theme.TINY)
        for photo in side.photos[:SHOWN]:
            name = photo.caption or tr("Photo of {author}", author=side.author)
            tile = tool(
                "picture", name, lambda photo=photo: self.photo_wanted.emit(photo.id), tone="secondary"
            )
            tile.setIconSize(TILE)
            tile.setFixedSize(TILE + QSize(theme.SMALL, theme.SMALL))
            if not photo.here:
                tile.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
                tile.setText(tr("not here"))
            flow.addWidget(tile)
            self.photos.append((photo, tile))
        if len(side.photos) > SHOWN:
            flow.addWidget(label(tr("{count} more", count=len(side.photos) - SHOWN), "small", "secondary"))
        self.show_pictures()
        return flow

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self.side is not None:
            self.picked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.side is not None and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.picked.emit()
            return
        super().keyPressEvent(event)
