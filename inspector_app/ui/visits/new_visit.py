"""The panel that plans a visit. The commune is found by typing its name, with or without accents.

The results are a plain list below the search box, filled when the keys rest: a completer that pops up while a
Vietnamese keyboard is still exchanging letters would eat some of them (domain §7.5).
"""

from datetime import date
from typing import Any, get_args

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from inspector_app import i18n
from inspector_app.domain.errors import Refused
from inspector_app.domain.records import WORDS, VisitId, VisitKind
from inspector_app.domain.units import Unit
from inspector_app.i18n import mark, tr
from inspector_app.services.templates import CHECKLIST, DOSSIER
from inspector_app.services.views import NewVisit, TemplateRow
from inspector_app.ui import theme
from inspector_app.ui.fields import Choice, DateEdit, Field, LineEdit, SearchBox
from inspector_app.ui.notices import Banner
from inspector_app.ui.session import Session
from inspector_app.ui.tasks import Job
from inspector_app.ui.widgets import Scroll, button, label, line, row, tool

VISIT_KINDS: tuple[tuple[VisitKind, str], ...] = tuple((kind, WORDS[kind]) for kind in get_args(VisitKind))
RESULTS = 5
"""Communes in view; the others are reached by scrolling."""
DEFAULT_TITLE = mark("Inspection of administrative reform in {year}")
DEFAULT_PLACE = mark("Office of the People's Committee of {unit}")


class UnitsModel(QAbstractListModel):
    """The communes found."""

    def __init__(self) -> None:
        super().__init__()
        self._units: tuple[Unit, ...] = ()

    def show(self, units: tuple[Unit, ...]) -> None:
        """Other communes."""
        self.beginResetModel()
        self._units = units
        self.endResetModel()

    def unit(self, row: int) -> Unit:
        """The commune in a row."""
        return self._units[row]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._units)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        unit = self._units[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{unit.display} · {unit.province.name}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tr("Code {code}", code=unit.code)
        return None


class UnitSearch(SearchBox):
    """The search box of the panel: down goes on into the results, Enter takes the first of them."""

    down = Signal()
    taken = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.at_rest:
            self.taken.emit()
        else:
            super().keyPressEvent(event)


class NewVisitPanel(QWidget):
    """Unit, date, subject, kind, place; then the visit is created and opened."""

    created = Signal(object)
    closed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.setFixedWidth(theme.PANEL + 1)
        self.unit: Unit | None = None
        self._place_given = False
        self._searching: Job | None = None

        self.banner = Banner()
        self.search = UnitSearch(tr("Type the name, accents are not needed"))
        self.search.settled.connect(self._search)
        self.search.down.connect(self._into_results)
        self.search.taken.connect(self._take_current)
        self.units = UnitsModel()
        self.results = QListView()
        self.results.setModel(self.units)
        self.results.setUniformItemSizes(True)
        self.results.setAccessibleName(tr("Communes found"))
        self.results.activated.connect(self._choose)
        self.results.clicked.connect(self._choose)
        self.results.hide()
        self.unit_field = Field(tr("&Unit inspected"), self.search)
        self.chosen = label("", "strong", wrap=True)
        self.chosen.hide()
        self.on = DateEdit(date.today())
        self.on_field = Field(tr("&Date"), self.on)
        self.kind = Choice(((kind, tr(text)) for kind, text in VISIT_KINDS), "planned")
        self.template = Choice(())
        self.template_field = Field(tr("Check&list"), self.template)
        self.template_field.hide()
        self.title = LineEdit(_written(DEFAULT_TITLE, year=date.today().year))
        self.title.setClearButtonEnabled(True)
        self.place = LineEdit()
        self.place.textEdited.connect(self._place_edited)
        self.confirm = button(tr("&Create the visit"), self._create, kind="primary", icon="done")
        self._lay_out()

    def begin(self) -> None:
        """Start with nothing chosen, at the search box."""
        self.unit = None
        self._place_given = False
        self.banner.clear()
        self.unit_field.accept()
        self.on_field.accept()
        self.search.clear()
        self.results.hide()
        self.chosen.hide()
        self.place.set_value("")
        self.on.set_value(date.today())
        self.search.setFocus()
        self.session.read(lambda bench: bench.templates.list(), self._offer, owner=self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = row(
            label(tr("New visit"), "group"),
            None,
            tool("close", tr("Close"), self.closed.emit, tone="secondary"),
        )
        head.setContentsMargins(theme.LARGE, theme.SMALL, theme.SMALL, theme.SMALL)
        form = Scroll(margin=theme.LARGE)
        fields = form.column
        fields.setSpacing(theme.MEDIUM)
        fields.addWidget(self.banner)
        fields.addWidget(self.unit_field)
        fields.addWidget(self.results)
        fields.addWidget(self.chosen)
        when = row(self.on_field, Field(tr("&Kind"), self.kind), spacing=theme.MEDIUM)
        when.setStretch(1, 1)
        fields.addLayout(when)
        fields.addWidget(self.template_field)
        fields.addWidget(Field(tr("&Subject"), self.title))
        fields.addWidget(Field(tr("P&lace"), self.place))
        fields.addStretch(1)
        foot = row(self.confirm, button(tr("Cancel"), self.closed.emit), None)
        foot.setContentsMargins(theme.LARGE, theme.SMALL, theme.LARGE, theme.MEDIUM)
        inside = QVBoxLayout()
        inside.setSpacing(0)
        inside.addLayout(head)
        inside.addWidget(form, 1)
        inside.addWidget(line())
        inside.addLayout(foot)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(line(vertical=True))
        whole.addLayout(inside, 1)

    def _offer(self, held: tuple[TemplateRow, ...]) -> None:
        """Offer the latest version of each form, that of the program first; one alone needs no choice."""
        latest: dict[str, TemplateRow] = {}
        for each in held:
            if each.form_id != DOSSIER:
                latest.setdefault(each.form_id, each)
        chosen = self.template.value
        self.template.clear()
        for each in sorted(latest.values(), key=lambda each: each.form_id != CHECKLIST):
            self.template.addItem(
                f"{each.title} · {each.version}" if each.version else each.title, each.digest
            )
        self.template.set_value(chosen)
        self.template_field.setVisible(len(latest) > 1)

    def _search(self, text: str) -> None:
        if self._searching is not None:
            self._searching.cancel()
        if not text:
            self.results.hide()
            return
        self._searching = self.session.read(
            lambda bench: bench.visits.search_units(text, 20), self._found, owner=self
        )

    def _found(self, units: tuple[Unit, ...]) -> None:
        self.units.show(units)
        # As high as the first rows need: the fields below do not move more than they must.
        self.results.setFixedHeight(max(1, min(RESULTS, len(units))) * (theme.ROW - 1))
        self.results.setVisible(bool(units))
        if units:
            self.unit_field.accept()
            self.results.setCurrentIndex(self.units.index(0))
        else:
            self.unit_field.refuse(tr("No commune has a name like this. Try fewer words."))

    def _into_results(self) -> None:
        if self.units.rowCount() and self.results.isVisible():
            self.results.setFocus()

    def _take_current(self) -> None:
        if self.results.isVisible() and self.results.currentIndex().isValid():
            self._choose(self.results.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        unit = self.units.unit(index.row())
        self.unit = unit
        self.chosen.setText(
            tr("Chosen: {unit}, {province}", unit=unit.display, province=unit.province.display)
        )
        self.chosen.show()
        self.results.hide()
        self.unit_field.accept()
        if not self._place_given:
            self.place.set_value(_written(DEFAULT_PLACE, unit=unit.display))
        self.on.setFocus()

    def _place_edited(self, text: str) -> None:
        self._place_given = bool(text)

    def _create(self) -> None:
        self.banner.clear()
        self.on_field.accept()
        if self.unit is None:
            self.unit_field.refuse(tr("Choose the commune from the list below the search box."))
            self.search.setFocus()
            return
        if self.on.value is None:
            self.on_field.refuse(self.on.problem or tr("A visit needs its date."))
            self.on.setFocus()
            return
        plan = NewVisit(
            unit_code=self.unit.code,
            on=self.on.value,
            title=self.title.value,
            visit_kind=_kind(self.kind.value),
            place=self.place.value,
            template=self.template.value,
        )
        self.confirm.setEnabled(False)
        self.session.save(
            lambda bench: bench.visits.new(plan), self._done, self._refused, owner=self, key="new visit"
        )

    def _done(self, made: tuple[VisitId, object]) -> None:
        self.confirm.setEnabled(True)
        self.created.emit(made[0])

    def _refused(self, error: Refused) -> None:
        self.confirm.setEnabled(True)
        self.banner.tell(error)


def _written(source: str, **values: object) -> str:
    """Words that go into the minutes: Vietnamese, whatever the window speaks."""
    return i18n.catalogue().get(source, source).format(**values)


def _kind(name: str) -> VisitKind:
    kinds: dict[str, VisitKind] = {kind: kind for kind, _text in VISIT_KINDS}
    return kinds[name]
