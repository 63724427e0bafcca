"""One photo, large: to be looked at, marked, described; before it is kept for the first time, or afterwards.

The editor changes nothing by itself. It tells what the person wants (`done`, `left_out`, `rest_wanted`,
`closed`, `page_wanted`), and the page sees to it.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inspector_app.i18n import tr
from inspector_app.services.marking import Mark, Marking
from inspector_app.services.views import Link, LinkTarget
from inspector_app.ui import fields, theme, widgets
from inspector_app.ui.notices import Banner
from inspector_app.ui.tasks import Lanes
from inspector_app.ui.visit.evidence.canvas import Canvas
from inspector_app.ui.visit.evidence.opened import Opened
from inspector_app.ui.visit.evidence.panel import WIDTH, Facts
from inspector_app.ui.visit.evidence.picker import LinkPicker
from inspector_app.ui.visit.evidence.sheet import HANDS, Hand
from inspector_app.ui.visit.evidence.words import size_of
from inspector_app.ui.visit.paper import PdfView
from inspector_app.ui.visit.taking_back import REDO, UNDO, claims, pressed


class Editor(QWidget):
    """A photo with its tools."""

    done = Signal()
    """Keep it, marked like this; or, of one that is kept already, save the marks."""
    left_out = Signal()
    rest_wanted = Signal()
    closed = Signal()
    page_wanted = Signal(int)
    """Make a picture of this page of the PDF, from 0."""
    captioned = Signal(str)
    linked = Signal(object)

    def __init__(self, lanes: Lanes) -> None:
        super().__init__()
        self.opened: Opened | None = None
        self.is_new = False
        self.canvas = Canvas()
        self.sheet = self.canvas.sheet
        self.paper = PdfView(lanes)
        self.banner = Banner()
        self.title = widgets.ElidedLabel("", "group")
        self.place = widgets.label("", "text", "secondary")
        self.back = widgets.tool("back", tr("Back to all photos"), self.leave)
        self.omit = widgets.button(tr("Leave out"), self.left_out.emit, kind="quiet")
        self.rest = widgets.button("", self.rest_wanted.emit, tip=_keep_rest())
        self.save = widgets.button("", self._save, kind="primary", icon="done", shortcut="Ctrl+Return")
        self.tools = fields.Segments(
            (
                ("select", tr("Select")),
                ("hide", tr("Hide")),
                ("arrow", tr("Arrow")),
                ("box", tr("Box")),
                ("text", tr("Words")),
                ("crop", tr("Cut")),
            ),
            "select",
            numbered=True,
            name=tr("Tool"),
        )
        self.words = fields.LineEdit(name=tr("Words on the picture"), placeholder=tr("Words on the picture"))
        self.caption = fields.TextArea(name=tr("Caption"), lines=(2, 4))
        self.picker = LinkPicker()
        self.link_field = fields.Field(tr("Evidence of"), self.picker)
        self.facts = Facts()
        self.as_picture = widgets.button(
            tr("Make a picture of this page"),
            lambda: self.page_wanted.emit(self.paper.page - 1),
            icon="picture",
        )
        self._make_actions()
        self._lay_out()
        self._connect()

    # --- showing ----------------------------------------------------------------------------------

    def show_new(self, opened: Opened, name: str, place: str, waiting: int) -> None:
        """Show a photo before it is kept; `place`: which of how many it is, `waiting`: how many follow."""
        self.is_new = True
        self.place.setText(place)
        self.omit.show()
        self.rest.setText(tr("Keep all {count}", count=waiting + 1))
        self.rest.setVisible(waiting > 0)
        self.save.setText(tr("Keep"))
        self.caption.set_value("")
        self._show(opened, name)

    def show_kept(self, opened: Opened, name: str, caption: str, link: Link) -> None:
        """Show a photo of the visit."""
        self.is_new = False
        self.place.setText("")
        self.omit.hide()
        self.rest.hide()
        self.save.setText(tr("Save the marks"))
        self.caption.set_value(caption)
        self.picker.show_link(link)
        self._show(opened, name)

    def offer(self, targets: Sequence[LinkTarget]) -> None:
        """What the photo can be linked to."""
        self.picker.offer(targets)

    def say(self, *facts: str) -> None:
        """What else is known of the photo."""
        assert self.opened is not None
        self.facts.say(size_of(self.opened.file), *facts)

    @property
    def marking(self) -> Marking:
        """What shall become of the picture."""
        return self.sheet.marking

    @property
    def is_marked(self) -> bool:
        """Whether something was drawn that is not saved."""
        return self.opened is not None and not self.opened.file.pages and not self.marking.idle

    def leave(self) -> None:
        """Go back, unless marks would be lost: then ask."""
        if self.is_marked and not self.is_new:
            self.banner.say(
                "attention",
                tr("The marks are not saved."),
                tr("Save them, or leave the picture as it was."),
                action=tr("Leave it as it was"),
                act=self.closed.emit,
            )
            return
        self.closed.emit()

    def event(self, event: QEvent) -> bool:
        """The keys of undo and redo are the plan's here, whatever in the editor has the focus."""
        if claims(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed(event) in (*UNDO, *REDO):
            self.sheet.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    # --- inside -----------------------------------------------------------------------------------

    def _show(self, opened: Opened, name: str) -> None:
        self.opened = opened
        self.banner.clear()
        self.title.setText(name)
        scan = opened.sheets is not None
        self.middle.setCurrentWidget(self.paper if scan else self.canvas)
        self._toolbar.setVisible(not scan)
        self.as_picture.setVisible(scan)
        self.save.setVisible(self.is_new or not scan)
        if opened.sheets is not None:
            self.paper.show_sheets(opened.sheets)
            self.paper.setFocus()
        else:
            self.canvas.show_picture(opened.picture)
            self.sheet.setFocus()
        self._note.setText(_of_scans() if scan else _protect() if self.is_new else _replaces())
        self._keys.setVisible(not scan)

    def _make_actions(self) -> None:
        self.turn_left = widgets.tool("turn_left", tr("Turn left (7)"), lambda: self.sheet.turn(-1))
        self.turn_right = widgets.tool("turn_right", tr("Turn right (8)"), lambda: self.sheet.turn(1))
        self.undo = widgets.tool("undo", tr("Undo (Ctrl+Z)"), self.sheet.undo)
        self.redo = widgets.tool("redo", tr("Redo (Ctrl+Y)"), self.sheet.redo)
        self.bin = widgets.tool("remove", tr("Remove the mark (Delete)"), self.sheet.remove)
        self.smaller = widgets.tool("zoom_out", tr("Smaller (−)"), lambda: self.canvas.zoom_by(-1))
        self.fitting = widgets.tool("fit", tr("Fit the window (0)"), lambda: self.canvas.zoom_by(0))
        self.larger = widgets.tool("zoom_in", tr("Larger (+)"), lambda: self.canvas.zoom_by(1))

    def _lay_out(self) -> None:
        head = widgets.row(self.back, self.title, self.place, self.omit, self.rest, self.save)
        head.setContentsMargins(theme.SMALL, theme.SMALL, theme.LARGE, theme.SMALL)
        self._toolbar = QWidget()
        tools = widgets.row(
            *(self.tools, theme.TINY, self.turn_left, self.turn_right, self.undo, self.redo, self.bin),
            *(self.words, None, self.smaller, self.fitting, self.larger),
            spacing=2,
        )
        tools.setContentsMargins(theme.LARGE, 0, theme.LARGE, theme.SMALL)
        self._toolbar.setLayout(tools)
        self.words.setMinimumWidth(200)
        self.middle = QStackedWidget()
        self.middle.addWidget(self.canvas)
        self.middle.addWidget(self.paper)
        self._keys = widgets.label(_what_keys_do(), "small", "secondary", wrap=True)
        side = theme.dress(QWidget(), surface="raised")
        side.setFixedWidth(WIDTH)
        column = QVBoxLayout(side)
        column.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.MEDIUM)
        column.setSpacing(theme.MEDIUM)
        self._note = widgets.label("", "text", wrap=True)
        warning = QHBoxLayout()
        warning.setSpacing(theme.SMALL)
        warning.addWidget(widgets.Glyph("protect", "attention", 22), 0, Qt.AlignmentFlag.AlignTop)
        warning.addWidget(self._note, 1)
        column.addLayout(warning)
        column.addWidget(fields.Field(tr("Caption"), self.caption))
        column.addWidget(self.link_field)
        column.addWidget(self.as_picture)
        column.addWidget(self.facts)
        column.addStretch(1)
        column.addWidget(self._keys)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self.banner)
        whole.addWidget(self._toolbar)
        whole.addWidget(widgets.line())
        whole.addLayout(widgets.beside(self.middle, side), 1)

    def _connect(self) -> None:
        self.tools.chosen.connect(lambda name: self._take(HANDS[name]))
        self.sheet.changed.connect(self._follow)
        self.sheet.left.connect(lambda: None if self.is_new else self.leave())
        self.words.typed.connect(self.sheet.write)
        self.words.finished.connect(self.sheet.write)
        self.words.returnPressed.connect(self.sheet.setFocus)
        self.caption.finished.connect(self.captioned)
        self.picker.linked.connect(self.linked)
        self._follow()

    def _take(self, hand: Hand) -> None:
        self.sheet.take(hand)
        self.sheet.setFocus()

    def _follow(self) -> None:
        """Show what can be done now."""
        sheet = self.sheet
        self.tools.set_value(sheet.hand)
        self.undo.setEnabled(sheet.history.can_undo)
        self.redo.setEnabled(sheet.history.can_redo)
        self.bin.setEnabled(sheet.mark is not None)
        self.save.setEnabled(self.is_new or self.is_marked)
        mark = sheet.mark
        sheet.setAccessibleDescription(
            tr("{count} marks", count=len(sheet.marking.marks)) + (f" · {self._name(mark)}" if mark else "")
        )
        worded = mark is not None and mark.tool == "text"
        began = worded and self.words.isHidden()
        self.words.setVisible(worded)
        if mark is not None and worded and not self.words.hasFocus():
            self.words.set_value(mark.words)
        if began and mark is not None and not mark.words:
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name(self, mark: Mark) -> str:
        return self.tools.buttons()[mark.tool].text()

    def _save(self) -> None:
        widgets.leave_field(self)
        self.done.emit()


def _protect() -> str:
    return tr(
        "Hide what identifies people and is not needed: ID numbers, faces, addresses, telephone numbers, "
        "signatures. What is hidden cannot be recovered. Place and camera data are left out by themselves."
    )


def _keep_rest() -> str:
    return tr("The others without looking at them: they are not printed until somebody has")


def _replaces() -> str:
    return tr(
        "Hide what identifies people and is not needed. Saving the marks replaces the picture: the earlier "
        "one is erased here, never travels again, and cannot be brought back."
    )


def _of_scans() -> str:
    return tr(
        "A PDF is kept as it is. To hide something, make a picture of the page and keep that one instead: ID "
        "numbers, addresses, signatures."
    )


def _what_keys_do() -> str:
    return tr(
        "1–6 tools · Enter puts a mark in the middle · arrows move it, with Shift they resize it, with Ctrl "
        "by one pixel · Page Up, Page Down: from mark to mark · Delete removes · 7, 8 turn · + − 0 zoom"
    )
