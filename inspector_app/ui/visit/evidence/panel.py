"""The side of the grid and of the editor: what a photo is called, what it shows, who took it in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from inspector_app import text
from inspector_app.domain.errors import Refused
from inspector_app.i18n import tr
from inspector_app.services.views import EvidenceRow, LinkTarget
from inspector_app.ui import fields, theme, widgets
from inspector_app.ui.visit.evidence.picker import LinkPicker
from inspector_app.ui.visit.evidence.sides import Sides
from inspector_app.ui.visit.evidence.thumbnails import Thumbnails
from inspector_app.ui.visit.evidence.words import size_of, taken_words

WIDTH = 320


class Facts(QLabel):
    """Small lines of what is known of a photo."""

    def __init__(self) -> None:
        super().__init__()
        theme.dress(self, "small", "secondary")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def say(self, *lines: str) -> None:
        """Show these lines, without those that say nothing."""
        self.setText("\n".join(line for line in lines if line))


class Panel(QWidget):
    """The photos that are chosen, to be described, linked, opened, copied, removed."""

    captioned = Signal(str)
    linked = Signal(object)
    withheld = Signal(bool)
    open_wanted = Signal()
    copy_wanted = Signal()
    remove_wanted = Signal()
    restore_wanted = Signal()
    erase_wanted = Signal()
    decide_wanted = Signal()

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.rows: tuple[EvidenceRow, ...] = ()
        self.title = widgets.label("", "group", wrap=True)
        self.caption = fields.TextArea(name=tr("Caption"), lines=(2, 5))
        self.caption.finished.connect(self.captioned)
        self.caption_field = fields.Field(tr("Caption"), self.caption)
        self.picker = LinkPicker()
        self.picker.linked.connect(self.linked)
        self.link_field = fields.Field(tr("Evidence of"), self.picker)
        self.withhold = QCheckBox(tr("Not in the minutes"))
        self.withhold.setToolTip(_why_withheld())
        self.withhold.setAccessibleDescription(_why_withheld())
        self.withhold.clicked.connect(self.withheld)
        self.facts = Facts()
        self.dispute = widgets.label(_dispute(), "small", "attention", wrap=True)
        self.sides = Sides(thumbnails)
        self.decide = widgets.button(tr("Compare and decide"), self.decide_wanted.emit, icon="merge")
        self.open = widgets.button(tr("Open and mark"), self.open_wanted.emit, kind="primary", icon="show")
        self.copy = widgets.button(tr("Save a copy…"), self.copy_wanted.emit, icon="save")
        self.bin = widgets.button(tr("Remove"), self.ask_remove, kind="quiet", icon="remove")
        self.sure = widgets.button(tr("Remove it"), self._go_ahead, kind="danger")
        self.keep = widgets.button(tr("Keep it"), self._keep_it, kind="quiet")
        self.restore = widgets.button(tr("Bring back"), self.restore_wanted.emit, icon="undo")
        self.erase = widgets.button(tr("Erase for good"), self.ask_remove, kind="quiet", icon="remove")
        self.warning = widgets.label("", "small", "secondary", wrap=True)
        self._nothing = widgets.label(
            tr("Choose a photo to describe it, to say what it shows, or to hide personal data in it."),
            "text",
            "secondary",
            wrap=True,
        )
        self._lay_out()
        self.show_rows(())

    def offer(self, targets: Sequence[LinkTarget]) -> None:
        """What photos can be linked to."""
        self.picker.offer(targets)

    def show_rows(self, rows: tuple[EvidenceRow, ...]) -> None:
        """Show what is chosen; what is being typed stays."""
        if [row.id for row in rows] != [row.id for row in self.rows]:
            widgets.leave_field(self)
        self.rows = rows
        one = rows[0] if len(rows) == 1 else None
        removed = self._removed
        self._nothing.setVisible(not rows)
        self.title.setText(one.record.name if one else tr("{count} photos chosen", count=len(rows)))
        self.title.setVisible(bool(rows))
        if one is not None:
            self.caption.set_value(one.record.caption)
            self.facts.say(*_facts(one))
        self.caption_field.accept()
        self.link_field.accept()
        self.caption_field.setVisible(one is not None and not removed)
        self.facts.setVisible(one is not None)
        links = {row.link for row in rows}
        if len(links) > 1:
            self.picker.show_several()
        elif links:
            self.picker.show_link(links.pop())
        self.link_field.setVisible(bool(rows) and not removed)
        count = sum(row.record.withheld for row in rows)
        self.withhold.setText(
            tr("Not in the minutes ({count} of {total})", count=count, total=len(rows))
            if 0 < count < len(rows)
            else tr("Not in the minutes")
        )
        self.withhold.setChecked(bool(rows) and count == len(rows))
        self.withhold.setVisible(bool(rows) and not removed)
        sides = one.sides if one else ()
        self.dispute.setVisible(bool(sides))
        self.sides.show_sides(sides)
        self.decide.setVisible(bool(sides))
        self.open.setVisible(one is not None and one.here and not removed and not sides)
        self.copy.setVisible(one is not None and one.here and not removed)
        self.restore.setVisible(removed)
        self._keep_it()

    def refuse(self, error: Refused) -> None:
        """Say that an act on the photo was not accepted."""
        self.link_field.refuse(str(error))

    def ask_remove(self) -> None:
        """Ask in place whether what is chosen shall go."""
        if not self.rows:
            return
        removed = self._removed
        self.sure.setText(tr("Erase it") if removed else tr("Remove it"))
        self.warning.setText(
            tr("The file is erased on this laptop, and on the others when they receive the visit.")
            if removed
            else tr("It can be brought back under “Removed”. The history stays.")
        )
        for each in (self.bin, self.erase):
            each.hide()
        for each in (self.sure, self.keep, self.warning):
            each.show()
        self.sure.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _removed(self) -> bool:
        return bool(self.rows) and all(row.removed for row in self.rows)

    def _go_ahead(self) -> None:
        (self.erase_wanted if self._removed else self.remove_wanted).emit()

    def _keep_it(self) -> None:
        for each in (self.sure, self.keep, self.warning):
            each.hide()
        self.bin.setVisible(bool(self.rows) and not self._removed)
        self.erase.setVisible(self._removed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.LARGE)
        column.setSpacing(theme.MEDIUM)
        for part in (
            self._nothing,
            self.title,
            self.dispute,
            self.sides,
            self.decide,
            self.caption_field,
            self.link_field,
            self.withhold,
        ):
            column.addWidget(part)
        column.addWidget(self.open)
        buttons = widgets.Flow()
        for each in (self.copy, self.restore, self.bin, self.erase, self.sure, self.keep):
            buttons.addWidget(each)
        column.addLayout(buttons)
        column.addWidget(self.warning)
        column.addWidget(self.facts)
        column.addStretch(1)


def _facts(row: EvidenceRow) -> tuple[str, ...]:
    return (
        size_of(row.file),
        taken_words(row.record.taken_at),
        tr("Changed last by {author}, {laptop}, {when}",
           author=row.author, laptop=row.laptop, when=text.format_datetime(row.at.astimezone())),
        tr("Original {digest}", digest=row.record.original[:12]) if row.record.original else "",
        "" if row.here else tr("The file is not here yet. Receive the bundle of the laptop that took it."),
    )  # fmt: skip


def _why_withheld() -> str:
    return tr(
        "Personal data in it is still to be hidden, or nobody has looked at it: it is listed, not printed."
    )


def _dispute() -> str:
    return tr("Laptops marked this picture differently. All are kept until one is chosen.")
