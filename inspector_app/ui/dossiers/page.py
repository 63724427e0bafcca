"""The dossiers of a visit: at the left what came out of each, at the right the form of the chosen one."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPen, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from inspector_app.domain.errors import Refused
from inspector_app.domain.records import RecordId, VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import DossierRow, DossierSaved, DossierView, Saved
from inspector_app.text import fold
from inspector_app.ui import fields, theme, widgets
from inspector_app.ui.dossiers.form import DossierForm
from inspector_app.ui.session import Session

LIST_WIDTH = 340
Index = QModelIndex | QPersistentModelIndex


def result(row: DossierRow) -> tuple[theme.Mark, theme.Tone, str]:
    """(mark, tone, words) for what came out of a dossier."""
    if row.passed is None:
        return "open", "secondary", tr("being checked")
    if row.passed:
        return "saved", "good", tr("passed")
    return "invalid", "wrong", tr("failed: {checks}", checks=", ".join(row.failed))


class DossierModel(QAbstractListModel):
    """The dossiers, in the order in which they were added, as far as the search lets them through."""

    def __init__(self) -> None:
        super().__init__()
        self.all: tuple[DossierRow, ...] = ()
        self.rows: list[DossierRow] = []
        self._words: list[str] = []

    def show(self, rows: Sequence[DossierRow]) -> None:
        """Show these dossiers."""
        self.all = tuple(rows)
        self._refill()

    def change(self, row: DossierRow) -> None:
        """Show a dossier's new state."""
        self.all = tuple(row if each.id == row.id else each for each in self.all)
        for place, each in enumerate(self.rows):
            if each.id == row.id and each != row:
                self.rows[place] = row
                self.dataChanged.emit(self.index(place), self.index(place))

    def search(self, text: str) -> None:
        """Let through what holds every word, with or without accents."""
        self._words = fold(text).split()
        self._refill()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return f"{row.code}\n{row.procedure}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (row.code, row.procedure, result(row)[2], tr("overdue") if row.overdue else "")
            return " · ".join(part for part in parts if part)
        return None

    def _refill(self) -> None:
        self.beginResetModel()
        self.rows = [
            row
            for row in self.all
            if all(word in fold(f"{row.code} {row.procedure} {row.field}") for word in self._words)
        ]
        self.endResetModel()


class DossierDelegate(QStyledItemDelegate):
    """Paints a dossier: code, procedure, what came out."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(LIST_WIDTH, 64)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: DossierRow = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme.colour("chosen" if chosen else "hover"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        inside = option.rect.adjusted(theme.MEDIUM, 5, -theme.MEDIUM, -4)
        mark, tone, words = result(row)
        small = QFontMetrics(theme.font("small"))
        middle = Qt.AlignmentFlag.AlignVCenter
        lines = [QRect(inside.left(), inside.top() + 18 * place, inside.width(), 18) for place in range(3)]
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("text"))
        code = QFontMetrics(theme.font("strong")).elidedText(
            row.code, Qt.TextElideMode.ElideMiddle, inside.width()
        )
        painter.drawText(lines[0], middle, code)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("secondary"))
        procedure = small.elidedText(row.procedure, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(lines[1], middle, procedure)
        theme.paint_mark(painter, QRectF(inside.left(), lines[2].top() + 3, 12, 12), mark)
        overdue = tr("overdue") if row.overdue else ""
        room = inside.width() - 18 - small.horizontalAdvance(overdue) - theme.SMALL
        painter.setPen(theme.colour(tone))
        shown = small.elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(lines[2].adjusted(18, 0, 0, 0), middle, shown)
        painter.setPen(theme.colour("attention"))
        painter.drawText(lines[2], middle | Qt.AlignmentFlag.AlignRight, overdue)
        painter.fillRect(
            option.rect.left(), option.rect.bottom(), option.rect.width(), 1, theme.colour("line")
        )
        painter.restore()


class DossierList(QListView):
    """The list on the screen. Enter goes into the form."""

    chosen = Signal(str)
    write_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.dossiers = DossierModel()
        self.setModel(self.dossiers)
        self.setItemDelegate(DossierDelegate(self))
        self.setAccessibleName(tr("Dossiers checked"))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._moved)

    def select(self, dossier: str) -> None:
        """Choose a dossier."""
        rows = [row.id for row in self.dossiers.rows]
        if dossier in rows:
            self.setCurrentIndex(self.dossiers.index(rows.index(RecordId(dossier))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.write_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(self.dossiers.rows[now.row()].id)


class DossiersPage(QWidget):
    """Dossiers are added by their code and checked one after the other."""

    open_tab = Signal(str)

    def __init__(self, session: Session, visit: VisitId) -> None:
        super().__init__()
        self.session = session
        self.visit = visit
        self._chosen = ""
        self.list = DossierList()
        self.form = DossierForm()
        self.search = fields.SearchBox(tr("Find a dossier (Ctrl+F)"))
        self.code = fields.LineEdit(
            name=tr("Code of a dossier to add"), placeholder=tr("Code of a dossier to add")
        )
        self._add_button = widgets.button(tr("Add"), self.add, icon="add", tip=tr("Add the dossier (Enter)"))
        self.summary = widgets.label("", "small", "secondary", wrap=True)
        self.feed_button = widgets.button(
            tr("Put the results into the checklist"), self.feed, kind="quiet", icon="next"
        )
        self._title = widgets.ElidedLabel("", "group")
        self._bin = widgets.button(
            tr("Take off the sample"), lambda: self._ask(sure=True), kind="quiet", icon="remove"
        )
        self._sure = widgets.button(tr("Take it off"), self.remove, kind="danger")
        self._keep = widgets.button(tr("Keep it"), lambda: self._ask(sure=False), kind="quiet")
        self._side = QStackedWidget()
        self._lay_out()
        self._connect()
        self._read()

    def entered(self) -> None:
        """The page is on the screen: at the chosen dossier, or where the first is added."""
        (self.list if self.list.dossiers.all else self.code).setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self) -> None:
        """Begin the sheet of a dossier with the code typed."""
        code, visit = self.code.value, self.visit
        if not code:
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.session.save(
            lambda bench: bench.dossiers.add(visit, code),
            self._added,
            self._not_added,
            owner=self,
        )

    def feed(self) -> None:
        """Put the sample's results into the items of the checklist that count them."""
        visit = self.visit
        self.session.save(
            lambda bench: bench.dossiers.feed(visit) or Saved(datetime.now(UTC)),
            lambda _delta: self.open_tab.emit("checklist"),
            owner=self,
        )

    def remove(self) -> None:
        """Take the chosen dossier off the sample."""
        visit, dossier = self.visit, RecordId(self.form.dossier)

        def removed(_saved: Saved) -> None:
            self._chosen = ""
            self._side.setCurrentIndex(0)
            self._read()

        self.session.save(lambda bench: bench.dossiers.remove(visit, dossier), removed, owner=self)

    # --- building ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._fault = widgets.label("", "small", "wrong", wrap=True)
        self._fault.hide()
        add = widgets.row(self.code, self._add_button)
        left = QWidget()
        left.setFixedWidth(LIST_WIDTH)
        column = widgets.column(self.search, add, self._fault, self.list, self.summary, self.feed_button)
        column.setContentsMargins(theme.SMALL, theme.SMALL, theme.SMALL, theme.SMALL)
        left.setLayout(column)
        theme.dress(left, surface="raised")
        theme.dress(self.list, surface="raised")
        self._side.addWidget(
            widgets.EmptyPage(
                "dossiers",
                tr("No dossier chosen"),
                tr(
                    "Type the code of a dossier from the sample and press Enter. Its form opens here; what "
                    "it says is counted for the checklist."
                ),
            )
        )
        right = QWidget()
        head = widgets.row(self._title, None, self._bin, self._sure, self._keep, spacing=theme.TINY)
        head.setContentsMargins(theme.LARGE, theme.SMALL, theme.SMALL, theme.TINY)
        right.setLayout(widgets.column(head, self.form, spacing=0))
        self._side.addWidget(right)
        self._ask(sure=False)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(left)
        whole.addWidget(widgets.line(vertical=True))
        whole.addWidget(self._side, 1)

    def _connect(self) -> None:
        self.search.settled.connect(self._searched)
        self.code.returnPressed.connect(self.add)
        self.list.chosen.connect(self._choose)
        self.list.write_wanted.connect(self.form.enter)
        self.form.answered.connect(self._answer)
        self.form.repeat_wanted.connect(self._repeat)
        self.session.changed.connect(self._changed)
        find = QShortcut(QKeySequence("Ctrl+F"), self, self.search.setFocus)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # --- reading ----------------------------------------------------------------------------------

    def _read(self) -> None:
        visit = self.visit
        self.session.read(lambda bench: bench.dossiers.list(visit), self._show, owner=self)

    def _show(self, rows: tuple[DossierRow, ...]) -> None:
        self.list.dossiers.show(rows)
        self._sum_up()
        if self._chosen:
            self.list.select(self._chosen)
        elif rows:
            self.list.select(rows[0].id)

    def _searched(self, words: str) -> None:
        self.list.dossiers.search(words)
        self.list.select(self._chosen)

    def _choose(self, dossier: str) -> None:
        if dossier != self._chosen or dossier != self.form.dossier:
            self._chosen = dossier
            self._open()

    def _open(self, *, enter: bool = False) -> None:
        visit, dossier = self.visit, RecordId(self._chosen)

        def opened(view: DossierView) -> None:
            if view.row.id == self._chosen:
                self._side.setCurrentIndex(1)
                self._title.setText(view.row.code)
                self._ask(sure=False)
                self.form.show_view(view)
                if enter:
                    self.form.enter()

        self.session.read(lambda bench: bench.dossiers.open(visit, dossier), opened, owner=self)

    def _sum_up(self) -> None:
        rows = self.list.dossiers.all
        passed = sum(row.passed is True for row in rows)
        failed = sum(row.passed is False for row in rows)
        self.summary.setText(
            tr(
                "{count} dossiers: {passed} passed, {failed} failed, {open} being checked, {overdue} overdue",
                count=len(rows),
                passed=passed,
                failed=failed,
                open=len(rows) - passed - failed,
                overdue=sum(row.overdue for row in rows),
            )
        )
        self.feed_button.setEnabled(passed + failed > 0)

    def _ask(self, *, sure: bool) -> None:
        """Ask in place whether the dossier shall go, or offer to ask."""
        self._bin.setVisible(not sure)
        self._sure.setVisible(sure)
        self._keep.setVisible(sure)

    # --- saving -----------------------------------------------------------------------------------

    def _added(self, added: tuple[RecordId, Saved]) -> None:
        self._fault.hide()
        self.code.clear()
        self._chosen = added[0]
        self._read()
        self._open(enter=True)

    def _not_added(self, error: Refused) -> None:
        self._fault.setText(f"{error.sentence} {error.hint}".strip())
        self._fault.show()

    def _answer(self, key: str, value: str) -> None:
        visit, dossier = self.visit, RecordId(self.form.dossier)
        number = self.form.begin(key)

        def saved(done: DossierSaved) -> None:
            if self.form.dossier == dossier:
                self.form.end(key, number)
                self.form.show_view(done.view)
            self.list.dossiers.change(done.view.row)
            self._sum_up()

        def refused(error: Refused) -> None:
            if self.form.dossier == dossier:
                self.form.end(key, number)
                self.form.refuse(key, error.sentence)

        self.session.save(
            lambda bench: bench.dossiers.answer(visit, dossier, key, value),
            saved,
            refused,
            owner=self,
            key=f"{visit}/{dossier}/{key}",
        )

    def _repeat(self, key: str) -> None:
        visit, dossier = self.visit, RecordId(self.form.dossier)

        def saved(done: DossierSaved) -> None:
            if self.form.dossier == dossier:
                self.form.show_view(done.view)

        self.session.save(lambda bench: bench.dossiers.add_repeat(visit, dossier, key), saved, owner=self)

    def _changed(self, saved: Saved, owner: object) -> None:
        if owner is self or not any(
            touched.stream == self.visit and (touched.kind == "dossier" or "/" in touched.record)
            for touched in saved.what
        ):
            return
        self._read()
        if self._chosen:
            self._open()
