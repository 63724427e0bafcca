"""The checklists room: what is published on the left; on the right one of them, or a workbook being checked.

A workbook is checked as a whole: every problem with its cell, what is wrong and what to write instead, all at
once. While there is one, nothing is published; the author corrects it in Excel and checks again here.
"""

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from inspector_app.domain.errors import InspectorError, TemplateRefused
from inspector_app.i18n import tr
from inspector_app.services.views import ChecklistView, TemplateReport, TemplateRow
from inspector_app.text import format_number
from inspector_app.ui import theme
from inspector_app.ui.drop import DropZone
from inspector_app.ui.fields import Segments
from inspector_app.ui.folders import documents
from inspector_app.ui.notices import Banner
from inspector_app.ui.session import Session
from inspector_app.ui.templates.tables import points_lines, points_table, problem_lines, problem_table
from inspector_app.ui.templates.trial import Trial
from inspector_app.ui.widgets import EmptyPage, button, label, line, row

SIDE, NARROW_SIDE = 320, 248
NARROW = 1200
"""Below this width the list gives way to the form being tried out."""
ROW_HEIGHT = 64
SUFFIX = ".xlsx"
UNBOUNDED = 16_777_215
"""Qt's own word for a height without a bound."""
REMARKS = 132
"""How high the remarks on a sound workbook are at most; the form itself is looked at below."""


class TemplatesPage(QWidget):
    """The checklists of this workspace, and the way a workbook becomes one."""

    heading_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.rows: tuple[TemplateRow, ...] = ()
        self.file: Path | None = None
        """The workbook being checked."""
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Published checklists"))
        self.list.setItemDelegate(_Lines(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._chosen)
        self.take = button(tr("&Check a workbook…"), self._choose_file, kind="primary", icon="receive")
        self.begin = button(tr("&Write an empty workbook…"), self._choose_target, icon="document")
        self.zone = DropZone(
            label(tr("Drop an Excel workbook here"), "small", "secondary"), self.take, endings=(SUFFIX,)
        )
        self.zone.dropped.connect(self.check)
        self.written = Banner()
        self.shown = TemplatePane(session)
        self.checked = CheckPane(session)
        self.checked.again.connect(lambda: self.file and self.check(self.file))
        self.checked.publish_wanted.connect(self._publish)
        self.checked.closed.connect(self._show_chosen)
        self.stack = QStackedWidget()
        self._nothing = EmptyPage(
            "template",
            tr("No checklist yet"),
            tr("A visit begins with the checklist of the program. Others are published from workbooks."),
        )
        for pane in (self._nothing, self.shown, self.checked):
            self.stack.addWidget(pane)
        self._lay_out()

    @property
    def heading(self) -> tuple[str, str]:
        """The room's name."""
        return tr("Checklists"), ""

    @property
    def can_go_back(self) -> bool:
        """There is nowhere to go back to."""
        return False

    def go_back(self) -> None:
        """Nothing."""

    def entered(self) -> None:
        """Read again what is published."""
        self._read()
        if self.stack.currentWidget() is not self.checked:
            self.list.setFocus()

    def check(self, file: Path) -> None:
        """Check a workbook; nothing is kept."""
        self.file = file
        self.written.clear()
        self.checked.begin(file)
        self.stack.setCurrentWidget(self.checked)
        self.session.read(
            lambda bench: bench.templates.consider(file),
            self._found_sound,
            self.checked.show_refusal,
            owner=self,
            doing=tr("Checking {file}", file=file.name),
        )

    # --- inside -----------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setFixedWidth(SIDE if self.width() >= NARROW else NARROW_SIDE)

    def _lay_out(self) -> None:
        self._side = theme.dress(QWidget(), surface="raised")
        inside = QVBoxLayout(self._side)
        inside.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, theme.MEDIUM)
        inside.setSpacing(theme.SMALL)
        inside.addWidget(self.zone)
        inside.addLayout(row(self.begin, None))
        inside.addWidget(self.written)
        inside.addWidget(label(tr("Published"), "group"))
        inside.addWidget(self.list, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._side)
        whole.addWidget(line(vertical=True))
        whole.addWidget(self.stack, 1)

    def _read(self, choose: str = "") -> None:
        self.session.read(
            lambda bench: bench.templates.list(), lambda rows: self._show_rows(rows, choose), owner=self
        )

    def _show_rows(self, rows: tuple[TemplateRow, ...], choose: str) -> None:
        now = self.list.currentRow()
        chosen = choose or (self.rows[now].digest if 0 <= now < len(self.rows) else "")
        if rows != self.rows:
            self.rows = rows
            self.list.blockSignals(True)
            self.list.clear()
            for each in rows:
                item = QListWidgetItem(f"{each.title}\n{_beside(each)}")
                item.setToolTip(f"{each.title}\n{each.digest}")
                self.list.addItem(item)
            self.list.blockSignals(False)
        digests = [each.digest for each in rows]
        place = digests.index(chosen) if chosen in digests else 0
        if rows and place != self.list.currentRow():
            self.list.setCurrentRow(place)
        elif self.stack.currentWidget() is not self.checked or choose:
            self._chosen(place)

    def _chosen(self, place: int) -> None:
        if not 0 <= place < len(self.rows):
            self.stack.setCurrentWidget(self._nothing)
            return
        self.shown.show_row(self.rows[place])
        self.stack.setCurrentWidget(self.shown)

    def _show_chosen(self) -> None:
        self._chosen(self.list.currentRow())
        self.list.setFocus()

    def _found_sound(self, report: TemplateReport) -> None:
        known = any(each.digest == report.digest for each in self.rows)
        self.checked.show_report(report, known=known)

    def _publish(self) -> None:
        file = self.file
        if file is None:
            return
        self.session.read(
            lambda bench: bench.templates.publish(file),
            self._published,
            self.checked.show_refusal,
            owner=self,
            doing=tr("Publishing {file}", file=file.name),
        )

    def _published(self, report: TemplateReport) -> None:
        self.stack.setCurrentWidget(self.shown)
        self.written.say(
            "good",
            tr("Published: {title}", title=report.title),
            tr("Version {version}. New visits can use it now.", version=report.version or "–"),
        )
        self._read(report.digest)

    def _choose_file(self) -> None:
        kinds = tr("Excel workbooks (*.xlsx)")
        file, _kind = QFileDialog.getOpenFileName(self, tr("Choose a workbook"), documents(), kinds)
        if file:
            self.check(Path(file))

    def _choose_target(self) -> None:
        kinds = tr("Excel workbooks (*.xlsx)")
        file, _kind = QFileDialog.getSaveFileName(
            self, tr("Write an empty workbook"), f"{documents()}/mau_phieu{SUFFIX}", kinds
        )
        if file:
            self.write_empty(Path(file).with_suffix(SUFFIX))

    def write_empty(self, file: Path) -> None:
        """Write a small workbook to begin from."""
        from inspector_app.services.templates import blank

        self.session.lanes.heavy(
            lambda: blank(file),
            lambda _none: self.written.say("good", tr("Written: {file}", file=file.name), str(file.parent)),
            self.written.tell,
            owner=self,
            doing=tr("Writing {file}", file=file.name),
        )


class _Lines(QStyledItemDelegate):
    """Paints a checklist of the list: its title, then which one it is, then what it holds."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        title, _, beside = str(index.data()).partition("\n")
        which, _, holds = beside.partition(" · ")
        version, _, holds = holds.partition(" · ")
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme.colour("chosen" if chosen else "hover"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        painter.setPen(theme.colour("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        place = option.rect.adjusted(theme.SMALL, theme.TINY, -theme.SMALL, 0)
        texts: tuple[tuple[str, theme.Type, theme.Tone], ...] = (
            (title, "strong", "text"),
            (f"{which} · {version}", "small", "secondary"),
            (holds, "small", "secondary"),
        )
        for words, kind, tone in texts:
            metrics = QFontMetrics(theme.font(kind))
            painter.setFont(theme.font(kind))
            painter.setPen(theme.colour(tone))
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignTop, shown)
            place.setTop(place.top() + metrics.lineSpacing() + 1)
        painter.restore()


def _beside(each: TemplateRow) -> str:
    used = tr("used by {count} visits", count=each.used_by) if each.used_by else tr("not used yet")
    parts = [
        each.form_id,
        tr("version {version}", version=each.version or "–"),
        tr("{count} items", count=each.items),
        tr("{points} points", points=format_number(each.points)) if each.points else "",
        used,
        each.digest[:8],
    ]
    return " · ".join(part for part in parts if part)


class Look(QWidget):
    """A checklist looked at: tried out as inspectors fill it in, or its points by area."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.digest = ""
        self.trial = Trial(session)
        self.points = points_table()
        self.ways = Segments(
            (("trial", tr("Try it out")), ("points", tr("Points by area"))),
            "trial",
            name=tr("View"),
        )
        self.ways.chosen.connect(self.show_way)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.trial)
        self.stack.addWidget(self.points)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        head = row(self.ways, self.trial.hint, self.trial.again, spacing=theme.MEDIUM)
        head.setStretch(1, 1)
        column.addLayout(head)
        column.addWidget(self.stack, 1)

    def show_digest(self, digest: str) -> None:
        """Look at the checklist of a digest."""
        if digest == self.digest:
            return
        self.digest = digest
        self.trial.show_digest(digest)
        self.session.read(lambda bench: bench.checklists.preview(digest), self._show, owner=self)

    def show_way(self, way: str) -> None:
        """One of "trial" and "points"."""
        self.ways.set_value(way)
        for part in (self.trial.hint, self.trial.again):
            part.setVisible(way == "trial")
        self.stack.setCurrentWidget(self.points if way == "points" else self.trial)

    def _show(self, view: ChecklistView) -> None:
        self.points.show_lines(points_lines(view.areas))


class TemplatePane(QWidget):
    """A published checklist."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.title = label("", "group", wrap=True)
        self.beside = label("", "small", "secondary", wrap=True)
        self.beside.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.look = Look(session)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, theme.SMALL)
        column.setSpacing(theme.TINY)
        column.addWidget(self.title)
        column.addWidget(self.beside)
        column.addSpacing(theme.SMALL)
        column.addWidget(self.look, 1)

    def show_row(self, each: TemplateRow) -> None:
        """Show another checklist."""
        self.title.setText(each.title)
        self.beside.setText(_beside(each))
        self.look.show_digest(each.digest)


class CheckPane(QWidget):
    """A workbook being checked: its problems, or that it is sound and can be published."""

    again = Signal()
    publish_wanted = Signal()
    closed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.title = label("", "group", wrap=True)
        self.banner = Banner()
        self.problems = problem_table()
        self.look = Look(session)
        self.recheck = button(tr("Check &again"), self.again.emit, icon="again", shortcut="F5")
        self.publish = button(tr("&Publish"), self.publish_wanted.emit, kind="primary", icon="done")
        self.leave = button(tr("Leave it"), self.closed.emit, kind="quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, theme.SMALL)
        column.setSpacing(theme.SMALL)
        column.addWidget(self.title)
        column.addWidget(self.banner)
        column.addLayout(row(self.publish, self.recheck, self.leave, None))
        column.addWidget(self.problems, 1)
        column.addWidget(self.look, 2)

    def begin(self, file: Path) -> None:
        """A check is on its way."""
        self.title.setText(file.name)
        self.recheck.setEnabled(False)
        self.publish.setEnabled(False)

    def show_refusal(self, error: InspectorError) -> None:
        """What is wrong, all of it."""
        self.recheck.setEnabled(True)
        self.publish.setEnabled(False)
        self.look.hide()
        self.problems.show_lines(problem_lines(error.problems) if isinstance(error, TemplateRefused) else ())
        self.problems.setVisible(isinstance(error, TemplateRefused))
        self.problems.setMaximumHeight(UNBOUNDED)
        if isinstance(error, TemplateRefused):
            self.banner.say(
                "wrong",
                tr("{count} problems; nothing was published.", count=len(error.problems)),
                tr("Correct the cells below in Excel, save, and check again."),
                closable=False,
            )
        else:
            self.banner.tell(error)
        self.recheck.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_report(self, report: TemplateReport, *, known: bool) -> None:
        """The workbook is sound; what its author may want to look at."""
        self.recheck.setEnabled(True)
        self.publish.setEnabled(True)
        told = [
            tr("{count} items", count=report.items),
            tr("{points} points", points=format_number(report.points)) if report.points else "",
            tr("{count} remarks", count=len(report.warnings)) if report.warnings else "",
            tr("this very checklist is published already") if known else "",
        ]
        self.banner.say(
            "good",
            tr("No problems: {title}, version {version}", title=report.title, version=report.version or "–"),
            " · ".join(part for part in told if part),
            closable=False,
        )
        self.problems.setVisible(bool(report.warnings))
        self.problems.show_lines(problem_lines((), report.warnings))
        self.problems.setMaximumHeight(min(REMARKS, self.problems.height_of_all()))
        self.look.show()
        self.look.show_digest(report.digest)
        self.publish.setFocus(Qt.FocusReason.OtherFocusReason)
