"""The dossiers of a visit: at the left what came out of each, at the right the form of the chosen one."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from inspector_app.domain.errors import InspectorError, Refused
from inspector_app.domain.records import RecordId, VisitId
from inspector_app.i18n import tr
from inspector_app.services.dossiers import written_code
from inspector_app.services.questions import is_of_dossier
from inspector_app.services.views import DossierRow, DossierSaved, DossierView, Link, Saved
from inspector_app.ui import fields, theme, widgets
from inspector_app.ui.checklist.files import FileEntry
from inspector_app.ui.checklist.giving import give_file
from inspector_app.ui.checklist.languages import LanguageChoice
from inspector_app.ui.checklist.media import MediaSource, Received
from inspector_app.ui.dossiers.already_there import AlreadyThere
from inspector_app.ui.dossiers.form import DossierForm
from inspector_app.ui.dossiers.look import DossierLook, result
from inspector_app.ui.row_list import RowList
from inspector_app.ui.session import Session
from inspector_app.ui.visit.evidence.strip import EvidenceStrip

if TYPE_CHECKING:
    from inspector_app.services.workbench import Workbench

LIST_WIDTH, NARROW_LIST = 340, 224
NARROW = 1000
"""Below this width the list gives way to the form."""


class DossiersPage(QWidget, MediaSource):
    """Dossiers are added by their code and checked one after the other."""

    open_tab = Signal(str)
    open_conflicts = Signal(str)
    open_evidence = Signal(object)

    def __init__(self, session: Session, visit: VisitId) -> None:
        super().__init__()
        self.session = session
        self.visit = visit
        self._chosen = ""
        self._wanted = ""
        """The question to go to once its dossier is shown."""
        self.list: RowList[DossierRow] = RowList(tr("Dossiers checked"), DossierLook())
        self.form = DossierForm()
        self.evidence = EvidenceStrip(session, visit, back="dossiers")
        self.form.column.insertWidget(1, self.evidence)
        self.search = fields.SearchBox(tr("Find a dossier (Ctrl+F)"))
        self.code = fields.LineEdit(
            name=tr("Code of a dossier to add"), placeholder=tr("Code of a dossier to add")
        )
        self._add_button = widgets.button(tr("Add"), self.add, icon="add", tip=tr("Add the dossier (Enter)"))
        self.summary = widgets.label("", "small", "secondary", wrap=True)
        self.feed_button = widgets.button(
            tr("Put the results into the checklist"), self.feed, kind="quiet", icon="next"
        )
        self._title = widgets.label("", "group")
        self._mark = widgets.StateMark()
        self._result = widgets.ElidedLabel("", "small")
        self.languages = LanguageChoice()
        self.next_button = widgets.button(
            tr("Next dossier"), self.next_dossier, kind="quiet", icon="next", shortcut="Ctrl+Return"
        )
        self._bin = widgets.button(
            tr("Take off the sample"), lambda: self._ask(sure=True), kind="quiet", icon="remove"
        )
        self._sure = widgets.button(tr("Take it off"), self.remove, kind="danger")
        self._keep = widgets.button(tr("Keep it"), lambda: self._ask(sure=False), kind="quiet")
        self.same = AlreadyThere(self._open_same, lambda: self._begin(self.same.code))
        self._side = QStackedWidget()
        self._lay_out()
        self._connect()
        self._read()

    def entered(self) -> None:
        """The page is on the screen: at the chosen dossier, or where the first one is added."""
        (self.list if self.list.rows.all else self.code).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_part(self, place: str) -> None:
        """Show a dossier, and the question in it where one is named: `<id>/H01`."""
        self._chosen, _, self._wanted = place.partition("/")
        self.search.clear()
        self.list.rows.search("")
        self._read(anew=True)

    def add(self) -> None:
        """Begin the sheet of a dossier with the code typed; one with this code may be there already."""
        code = written_code(self.code.value)
        same = next((row for row in self.list.rows.all if row.code == code), None)
        if not code:
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        elif same is not None:
            self.same.say(same)
        else:
            self._begin(code)

    def next_dossier(self, way: int = 1) -> None:
        """Go on to the next dossier, at its first open question; behind the last one, to a new one."""
        widgets.leave_field(self.form)
        if self.list.step(way):
            self._open(enter=True)
        elif way > 0:
            self.code.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def feed(self) -> None:
        """Put the sample's results into the items of the checklist that count them."""
        visit = self.visit
        self.session.save(
            lambda bench: bench.dossiers.feed(visit) or Saved(datetime.now(UTC)),
            lambda _delta: self.open_tab.emit("checklist"),
            owner=self,
        )

    def print_form(self) -> None:
        """Lead to the dossier form on paper."""
        self.open_tab.emit("preparation/paper/dossiers")

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
        paper = widgets.tool("print", tr("Forms on paper"), self.print_form, shortcut="Ctrl+P")
        add = widgets.row(self.code, self._add_button, paper)
        left = self._left = QWidget()
        column = widgets.column(
            self.search, add, self._fault, self.same, self.list, self.summary, self.feed_button
        )
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
        head = widgets.row(
            self._title, self._mark, self._result, self.languages, self.next_button, self._bin,
            self._sure, self._keep, spacing=theme.TINY,
        )  # fmt: skip
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._left.setFixedWidth(LIST_WIDTH if self.width() >= NARROW else NARROW_LIST)

    def _connect(self) -> None:
        self.search.settled.connect(self._searched)
        self.code.returnPressed.connect(self.add)
        self.list.chosen.connect(self._choose)
        self.code.textEdited.connect(lambda _text: self.same.hide())
        self.list.write_wanted.connect(self.form.enter)
        self.list.remove_wanted.connect(lambda: self._ask(sure=True))
        body = self.form.body
        body.filled.connect(self._answer)
        body.typed.connect(self._draft)
        body.file_given.connect(self._attach)
        body.content_wanted.connect(self._fetch)
        body.add_wanted.connect(partial(self._reshape, "add_repeat"))
        body.remove_wanted.connect(partial(self._reshape, "remove_repeat"))
        body.restore_wanted.connect(partial(self._reshape, "restore_repeat"))
        body.decide_wanted.connect(lambda: self.open_conflicts.emit(self.visit))
        self.evidence.wanted.connect(self.open_evidence)
        body.finished.connect(self.next_button.setFocus)
        body.backed_out.connect(self.list.setFocus)
        self.languages.chosen.connect(self._speak)
        self.session.changed.connect(self._changed)
        for keys, act, what in (
            ("Ctrl+F", self.search.setFocus, tr("Find a dossier")),
            ("Ctrl+N", self.code.setFocus, tr("Add a dossier")),
            ("F6", self.form.next_open, tr("Next open question")),
            ("F8", lambda: self.form.next_open(required=True), tr("Next required question")),
            ("Ctrl+Shift+Return", lambda: self.next_dossier(-1), tr("Dossier before")),
        ):
            widgets.on_keys(self, keys, act, what, inside=True)

    # --- reading ----------------------------------------------------------------------------------

    def _read(self, *, anew: bool = False) -> None:
        """Read the list; `anew`: and then the chosen dossier, if it is still there."""
        visit = self.visit

        def read(rows: tuple[DossierRow, ...]) -> None:
            self._show(rows)
            if anew and self._chosen:
                self._open()

        self.session.read(lambda bench: bench.dossiers.list(visit), read, owner=self)

    def _show(self, rows: tuple[DossierRow, ...]) -> None:
        first = rows and not self.list.rows.all
        if self._chosen and all(row.id != self._chosen for row in rows):
            self._chosen = self.form.dossier = ""
            self._side.setCurrentIndex(0)
        self.list.rows.show(rows)
        self._sum_up()
        if first and self.code.hasFocus() and not self.code.value:
            self.entered()
        if self._chosen:
            self.list.select(self._chosen)
        elif rows:
            self.list.select(rows[0].id)

    def _searched(self, words: str) -> None:
        self.list.rows.search(words)
        self.list.select(self._chosen)

    def _choose(self, dossier: str) -> None:
        if dossier != self._chosen or dossier != self.form.dossier:
            self._chosen = dossier
            self._open()

    def _open(self, *, enter: bool = False) -> None:
        visit, dossier, language = self.visit, RecordId(self._chosen), self.session.settings.form_language

        def work(bench: "Workbench") -> DossierView:
            bench.checklists.speak(language)
            return bench.dossiers.open(visit, dossier)

        def opened(view: DossierView) -> None:
            if view.row.id == self._chosen:
                self._side.setCurrentIndex(1)
                self._ask(sure=False)
                self._show_view(view)
                wanted, self._wanted = self.form.question(self._wanted), ""
                if wanted is not None:
                    wanted.enter()
                elif enter:
                    self.form.enter()

        self.session.read(work, opened, owner=self)

    def _show_view(self, view: DossierView) -> None:
        self._title.setText(view.row.code)
        mark, tone, words = result(view.row)
        self._mark.show_as(mark)
        theme.dress(self._result, tone=tone).setText(words)
        self.languages.offer(view.languages, view.language)
        self.form.show_view(view)
        self.evidence.show_link(Link(dossier=view.row.id))

    def _speak(self, language: str) -> None:
        """Another language for the words of the form; answers, and what is being typed, stay."""
        self.session.set(form_language=language)
        self._open()

    def _open_same(self) -> None:
        row = next(row for row in self.list.rows.all if row.code == self.same.code)
        self.same.hide()
        self.code.clear()
        self.search.clear()
        self.list.select(row.id)
        self._open(enter=True)

    def _sum_up(self) -> None:
        rows = [row for row in self.list.rows.all if not row.second]
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
        if sure:
            self._sure.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- saving -----------------------------------------------------------------------------------

    def _begin(self, code: str) -> None:
        visit = self.visit
        self.session.save(
            lambda bench: bench.dossiers.add(visit, code), self._added, self._not_added, owner=self
        )

    def _added(self, added: tuple[RecordId, Saved]) -> None:
        self._fault.hide()
        self.same.hide()
        self.search.clear()
        self.code.clear()
        self._chosen = added[0]
        self._read()
        self._open(enter=True)

    def _not_added(self, error: Refused) -> None:
        self._fault.setText(str(error))
        self._fault.show()

    def _answer(self, key: str, value: str) -> None:
        visit, dossier = self.visit, RecordId(self.form.dossier)
        newest = self.form.begin(key)

        def saved(done: DossierSaved) -> None:
            self._settle(dossier, key, newest)
            self._saved(done)

        def refused(error: Refused) -> None:
            self._settle(dossier, key, newest)
            self._refuse(dossier, key, error)

        self.session.save(
            lambda bench: bench.dossiers.answer(visit, dossier, key, value),
            saved,
            refused,
            owner=self,
            key=f"{visit}/{dossier}/{key}",
        )

    def _draft(self, key: str, written: str) -> None:
        """Keep what is being typed; what comes after it has the whole text, and makes it needless."""
        visit, dossier = self.visit, RecordId(self.form.dossier)
        newest = self.form.begin(key)

        def work(bench: "Workbench") -> datetime:
            return bench.dossiers.draft(visit, dossier, key, written) if newest() else datetime.now(UTC)

        self.session.save(
            work,
            lambda _at: self._settle(dossier, key, newest),
            owner=self,
            key=f"{visit}/{dossier}/{key}/draft",
        )

    def _attach(self, key: str, file: Path) -> None:
        """Keep a file, and answer a question with it."""
        dossier = RecordId(self.form.dossier)

        def kept(value: str) -> None:
            if self.form.dossier == dossier:
                self._answer(key, value)

        give_file(
            *(self.session, self.visit, file),
            kept,
            lambda error: self._refuse(dossier, key, error),
            owner=self,
        )

    def fetch_media(self, name: str, then: Received) -> None:
        visit = self.visit
        self.session.read(lambda bench: bench.dossiers.media(visit, name), then, owner=self)

    def _fetch(self, entry: FileEntry) -> None:
        value = entry.value
        self.session.read(
            lambda bench: bench.evidence.get(value),
            lambda content: entry.show_content(value, content),
            owner=entry,
        )

    def _reshape(self, act: Literal["add_repeat", "remove_repeat", "restore_repeat"], key: str) -> None:
        """Add an instance to a repeat, take one away or bring one back."""
        visit, dossier = self.visit, RecordId(self.form.dossier)
        self.session.save(
            lambda bench: getattr(bench.dossiers, act)(visit, dossier, key), self._saved, owner=self
        )

    def _saved(self, done: DossierSaved) -> None:
        if self.form.dossier == done.view.row.id:
            self._show_view(done.view)
        self.list.rows.change(done.view.row)
        self._sum_up()

    def _settle(self, dossier: RecordId, key: str, newest: Callable[[], bool]) -> None:
        if self.form.dossier == dossier:
            self.form.end(key, newest)

    def _refuse(self, dossier: RecordId, key: str, error: InspectorError) -> None:
        if self.form.dossier == dossier:
            self.form.refuse(key, str(error))

    def _changed(self, saved: Saved, owner: object) -> None:
        if owner is self or not any(
            touched.stream == self.visit and (touched.kind == "dossier" or is_of_dossier(touched.record))
            for touched in saved.what
        ):
            return
        self._read(anew=True)
