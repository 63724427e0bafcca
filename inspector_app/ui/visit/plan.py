"""The unit's plan by area, in tasks and in activities, each with its own rate; and which figures stand.

The totals that the unit reports stand for a level that no area counts; as soon as an area is counted, the
sums stand, and a difference is said. The figures go into the checklist's item only by a button that names
them.
"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from inspector_app.domain.errors import Refused
from inspector_app.domain.plan import Level, PlanTotals, rate, totals
from inspector_app.domain.records import PlanArea, RecordId, VisitId
from inspector_app.domain.rules import rounded
from inspector_app.i18n import mark, tr
from inspector_app.services.views import AreaView, Delta, ItemView, Listed, Saved, VisitCard
from inspector_app.text import format_number, format_percent
from inspector_app.ui import theme
from inspector_app.ui.checklist.proposal import sides
from inspector_app.ui.fields import Field, NumberEdit
from inspector_app.ui.notices import Banner
from inspector_app.ui.session import Session
from inspector_app.ui.visit.record_columns import Column
from inspector_app.ui.visit.record_model import Fields, RecordModel
from inspector_app.ui.visit.record_table import RecordTable
from inspector_app.ui.widgets import Flow, button, label

PLAN_ITEM = "CD04"
"""The item of the shipped checklist that asks how much of the plan was done in time."""
REPORTED = ("plan_tasks", "plan_tasks_done", "plan_activities", "plan_activities_done")


def percent(share: Fraction | None) -> str:
    """`69,23%`; "" where there is nothing to divide."""
    return "" if share is None else format_percent(rounded(share), 2)


_WHOLE = "100,00%"
COLUMNS = (
    Column("tasks", mark("Tasks"), 10, "count"),
    Column("tasks_done", mark("of these done"), 10, "count"),
    Column("", mark("Rate"), 9, sample=_WHOLE, computed=lambda a: percent(rate(a.tasks_done, a.tasks))),
    Column("activities", mark("Activities"), 10, "count"),
    Column("activities_done", mark("of these done"), 10, "count"),
    Column(
        "", mark("Rate"), 9, sample=_WHOLE, computed=lambda a: percent(rate(a.activities_done, a.activities))
    ),
    Column("note", mark("Note"), 24),
)
_PAIRS = {"tasks_done": "tasks", "activities_done": "activities"}
_WHOLES = {whole: part for part, whole in _PAIRS.items()}


class PlanPage(QWidget):
    """The table of areas above; below, what the unit reports, which figures stand, and the item they feed."""

    def __init__(self, session: Session, visit: VisitId) -> None:
        super().__init__()
        self.session = session
        self.visit = visit
        self.banner = Banner()
        self.model = RecordModel(PlanArea(), COLUMNS, grows=False)
        self.table = RecordTable(self.model, tr("Plan by area"), PlanArea.kind)
        self._names: dict[str, str] = {}
        self._item: ItemView | None = None
        self._card: VisitCard | None = None
        self._totals: PlanTotals | None = None
        self._wanted = ""
        self.fields: dict[str, Field] = {}
        self.reported: dict[str, NumberEdit] = {}
        self.stands = label("", "text", wrap=True)
        self.stands.setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
        self.item = label("", "small", "secondary", wrap=True)
        self.take_tasks = button("", lambda: self._take("tasks"), icon="next")
        self.take_activities = button("", lambda: self._take("activities"), icon="next")
        self._lay_out()
        self.model.entered.connect(self._entered)
        self.table.clear_wanted.connect(self._clear)
        self.table.remove_wanted.connect(self._clear)
        self.table.pasted.connect(self._paste)
        session.changed.connect(self._changed)

    def entered(self) -> None:
        """Read the plan and the item that it feeds."""
        visit = self.visit
        self.session.read(
            lambda bench: (bench.visits.get(visit), bench.checklists.open(visit)),
            lambda read: self._show(read[0], read[1].areas, read[1].items.get(PLAN_ITEM)),
            owner=self,
        )
        self.table.setFocus()

    def go_to(self, name: str) -> None:
        """Go to an area, or to a total that the unit reports, once the plan has been read."""
        self._wanted = name
        self.entered()

    # --- building ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.table.verticalHeader().setFixedWidth(theme.PANEL - 2 * theme.HUGE)
        self.table.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        reported = QGridLayout()
        reported.setHorizontalSpacing(theme.MEDIUM)
        for column, (name, text) in enumerate(
            zip(
                REPORTED,
                (tr("Tasks in the plan"), tr("of these done"), tr("Activities"), tr("of these done")),
                strict=True,
            )
        ):
            reported.addWidget(self._reported(name, text), 0, column)
        reported.addWidget(self.stands, 0, len(REPORTED))
        reported.setColumnStretch(len(REPORTED), 1)
        below = QVBoxLayout()
        below.setContentsMargins(theme.LARGE, theme.SMALL, theme.LARGE, theme.MEDIUM)
        below.setSpacing(theme.TINY)
        below.addWidget(label(tr("Totals as the unit reports them"), "strong"))
        below.addLayout(reported)
        below.addSpacing(theme.TINY)
        takes = Flow()
        for each in (self.take_tasks, self.take_activities):
            takes.addWidget(each)
        below.addWidget(self.item)
        below.addLayout(takes)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.banner)
        whole.addWidget(self.table, 1)
        whole.addLayout(below)

    def _reported(self, name: str, text: str) -> Field:
        edit = self.reported[name] = NumberEdit(whole=True, least=0, most=9999)
        edit.setFixedWidth(112)
        edit.finished.connect(lambda: self._report(name, edit.value))
        field = self.fields[name] = Field(text, edit)
        return field

    # --- showing ----------------------------------------------------------------------------------

    def _show(self, card: VisitCard, areas: Sequence[AreaView], item: ItemView | None) -> None:
        self._card, self._item = card, item
        counted = {entry.id: entry for entry in card.plan_areas}
        self._names = {area.code: f"{area.code} · {area.name}" for area in areas if area.scored}
        # An area that this checklist lacks, but that was counted, is still shown.
        codes = [*self._names, *(code for code in counted if code not in self._names)]
        self._totals = totals(card.visit, (entry.record for entry in card.plan_areas))
        self.model.titles = {**{code: self._names.get(code, code) for code in codes}, "": tr("Together")}
        self.model.show(
            [counted.get(RecordId(code)) or Listed(RecordId(code), PlanArea()) for code in codes],
            _foot(self._totals),
        )
        for name in REPORTED:
            value = getattr(card.visit, name)
            if not self.fields[name].refusal:
                self.reported[name].set_value(None if value is None else Decimal(value))
        self._show_standing(self._totals)
        wanted, _, field = self._wanted.partition("/")
        self._wanted = ""
        if wanted in self.reported:
            self.reported[wanted].setFocus(Qt.FocusReason.OtherFocusReason)
        elif wanted or (codes and not self.table.currentIndex().isValid()):
            named = [column.field or None for column in COLUMNS]  # a rate has no field
            self.table.go_to(wanted or codes[0], named.index(field) if field in named else -1)

    def _show_standing(self, found: PlanTotals) -> None:
        said = [_standing(tr("Tasks"), found.tasks), _standing(tr("Activities"), found.activities)]
        self.stands.setText("\n".join(said))
        theme.dress(
            self.stands, tone="attention" if found.tasks.differs or found.activities.differs else "text"
        )
        asked = sides(self._item)
        levels = ((self.take_tasks, found.tasks), (self.take_activities, found.activities))
        for take, level in levels:
            take.setVisible(asked is not None)
            take.setEnabled(level.known)
        self.item.setVisible(asked is not None)
        if self._item is None or asked is None:
            return
        code = self._item.code
        self.take_tasks.setText(tr("Tasks {figures} into {item}", figures=_figures(found.tasks), item=code))
        self.take_activities.setText(
            tr("Activities {figures} into {item}", figures=_figures(found.activities), item=code)
        )
        now = _answer(self._item)
        self.item.setText(
            tr("{item} {text} Now: {answer}. Take over one of the two counts:", item=code,
               text=self._item.text, answer=now or tr("open"))
        )  # fmt: skip

    def _changed(self, saved: Saved, _owner: object) -> None:
        touched = {each.kind for each in saved.what if each.stream == self.visit}
        answered = any(each.kind == "answer" and each.record == PLAN_ITEM for each in saved.what)
        if self.isVisible() and (touched & {"plan_area", "visit"} or answered):
            focus = self.focusWidget()
            self.entered()
            if isinstance(focus, QWidget):
                focus.setFocus()

    # --- saving -----------------------------------------------------------------------------------

    def _entered(self, area: str, fields: Fields) -> None:
        after = self.model.record(area)
        for field in fields:
            part = field if field in _PAIRS else _WHOLES.get(field, "")
            done, whole = getattr(after, part, None), getattr(after, _PAIRS.get(part, ""), None)
            if done is not None and whole is not None and done > whole:
                self.model.refuse(
                    area, field, str(fields[field]),
                    tr("{done} done of {whole}: more than there are.", done=done, whole=whole),
                )  # fmt: skip
                return
        self._count(area, fields)

    def _count(self, area: str, fields: Fields) -> None:
        visit = self.visit

        def refused(error: Refused) -> None:
            for field, value in fields.items():
                self.model.refuse(area, field, str(value or ""), str(error))

        self.session.save(
            lambda bench: bench.visits.count_plan(visit, area, **fields),
            lambda _saved: self.model.settle(area, fields),
            refused,
            owner=self,
            key=f"{visit}/plan_area/{area}/{'+'.join(sorted(fields))}",
        )

    def _clear(self) -> None:
        for key, column in self.table.chosen_cells:
            self.model.enter(key, {column.field: column.read("")})

    def _paste(self, rows: list[list[str]]) -> None:
        """Figures copied from Excel fill the cells from the one at hand on, as they would there."""
        at = self.table.currentIndex()
        for down, cells in enumerate(rows):
            for right, text in enumerate(cells):
                index = self.model.index(at.row() + down, at.column() + right)
                if index.isValid() and text and self.model.flags(index) & Qt.ItemFlag.ItemIsEditable:
                    self.model.setData(index, text)

    def _report(self, name: str, value: Decimal | None) -> None:
        field, visit = self.fields[name], self.visit
        count = None if value is None else int(value)
        self.session.save(
            lambda bench: bench.visits.edit(visit, **{name: count}),
            None,
            lambda error: field.refuse(str(error)),
            owner=self,
            key=f"{visit} {name}",
        )

    def _take(self, which: str) -> None:
        """Answer the checklist's item with one of the two counts; what stood there can be put back."""
        item, found = self._item, self._totals
        asked = sides(item)
        if item is None or found is None or asked is None:
            return
        level: Level = getattr(found, which)
        visit, code = self.visit, item.code
        values = dict(zip(asked, (str(level.done), str(level.total)), strict=True))
        before = {leaf.key: leaf.value for leaf in item.leaves if leaf.key in asked}

        def taken(_delta: Delta) -> None:
            self.banner.say(
                "good",
                tr("{item} is now {figures}.", item=code, figures=_figures(level)),
                action=tr("Put back what stood there"),
                act=lambda: self._answer(code, before),
            )

        self.session.save(
            lambda bench: bench.checklists.answer(visit, code, values),
            taken,
            self.banner.tell,
            owner=self,
        )

    def _answer(self, code: str, values: dict[str, str]) -> None:
        visit = self.visit
        self.session.save(
            lambda bench: bench.checklists.answer(visit, code, values), None, self.banner.tell, owner=self
        )


def _foot(found: PlanTotals) -> tuple[str, ...]:
    cells: list[str] = []
    for level in (found.tasks, found.activities):
        summed = level if level.by_area else Level()
        cells += [
            "" if summed.total is None else format_number(summed.total),
            "" if summed.done is None else format_number(summed.done),
            percent(summed.rate),
        ]
    return (*cells, "")


def _figures(level: Level) -> str:
    """`18/26`, or dots for what is not counted."""
    return _of(level.done, level.total)


def _of(done: int | None, total: int | None) -> str:
    return "/".join("…" if each is None else format_number(each) for each in (done, total))


def _standing(name: str, level: Level) -> str:
    """Which figures of a level stand, in a sentence."""
    if not level.known:
        return tr("{level}: not counted yet.", level=name)
    figures = f"{_figures(level)} = {percent(level.rate)}" if level.rate is not None else _figures(level)
    if not level.by_area:
        return tr("{level}: {figures}, as the unit reports; no area is counted.", level=name, figures=figures)
    if level.differs:
        total, done = level.reported
        return tr(
            "{level}: {figures}, the sum of the areas stands; the unit reports {reported}.",
            level=name, figures=figures, reported=_of(done, total),
        )  # fmt: skip
    return tr("{level}: {figures}, the sum of the areas.", level=name, figures=figures)


def _answer(item: ItemView) -> str:
    if item.numerator is None or item.denominator is None:
        return ""
    return f"{format_number(item.numerator)}/{format_number(item.denominator)}"
