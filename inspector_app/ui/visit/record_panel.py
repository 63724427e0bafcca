"""The panels in which a finding or a recommendation is written: one field, one act, in place."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from inspector_app import text
from inspector_app.domain.calendar import WorkingCalendar
from inspector_app.domain.errors import Refused
from inspector_app.domain.records import Finding, FollowUp, Recommendation
from inspector_app.i18n import tr
from inspector_app.services.views import ItemView, Listed
from inspector_app.ui import fields, theme, widgets
from inspector_app.ui.checklist.entries import DATE_WIDTH
from inspector_app.ui.visit.panel_parts import BodyEdit, DossiersBehind
from inspector_app.ui.visit.record_looks import Entry
from inspector_app.ui.visit.words import causes, severities

TOLD = 44
"""So many letters of a finding are enough to know it by."""


class RecordPanel(QWidget):
    """The fields of one record. `left` tells each field that was changed; without an entry, of a new one."""

    left = Signal(str, object)
    """(field, value)"""
    typed = Signal(str, str)
    """(field, text so far): worth keeping as a draft."""
    remove_wanted = Signal()
    item_wanted = Signal(str)

    def __init__(self, title: str, new_title: str, body: str) -> None:
        super().__init__()
        self._titles = (title, new_title)
        self.entry: Entry | None = None
        self.fields: dict[str, fields.Field] = {}
        self.items: Mapping[str, ItemView] = {}
        self.title = widgets.label("", "group")
        self.item = _choice(tr("Item"))
        self.item.chosen.connect(self._item_chosen)
        self.words = fields.TextArea(name=tr("Text"), lines=(4, 12))
        self.basis = fields.TextArea(name=tr("Legal basis"), lines=(1, 5))
        self.responsible = BodyEdit(body)
        self.open_item = widgets.tool(
            "next", tr("Go to the item"), lambda: self.item_wanted.emit(self.item.value)
        )
        self.usual_words = widgets.button(
            tr("Use the usual wording"), lambda: self._replace(self.words, self._usual()), kind="link"
        )
        self.usual_basis = widgets.button(
            tr("Take the legal basis of the item"),
            lambda: self._replace(self.basis, self._item_basis()),
            kind="link",
        )
        self._bin = widgets.button(tr("Remove"), self.ask_remove, kind="quiet", icon="remove")
        self._sure = widgets.button(tr("Remove it"), self.remove_wanted.emit, kind="danger")
        self._keep = widgets.button(tr("Keep it"), self._keep_it, kind="quiet")
        self.buttons = widgets.Flow()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.LARGE)
        self._column.setSpacing(theme.MEDIUM)
        self._column.addWidget(self.title)
        place = QWidget()
        place.setLayout(widgets.row(self.item, self.open_item, spacing=theme.TINY))
        place.setFocusProxy(self.item)
        self._add("item", tr("Item"), place)
        self._add_text("text", tr("Text"), self.words, self.usual_words)
        self._build()
        for each in (self._bin, self._sure, self._keep):
            self.buttons.addWidget(each)
        self._column.addLayout(self.buttons)
        self._column.addStretch(1)
        self._show(None)
        self._keep_it()

    def show_items(self, items: Mapping[str, ItemView]) -> None:
        """Offer the items of the checklist."""
        self.items = items
        if self.item.count() == 1:
            for item in items.values():
                if item.editor != "figure":
                    self.item.addItem(f"{item.code} · {item.text}", item.code)

    def show_entry(self, entry: Entry | None) -> None:
        """Show a record, or the beginning of a new one; what is being typed stays."""
        if entry is None or self.entry is None or entry.id != self.entry.id:
            self._keep_it()
        self.entry = entry
        self.title.setText(self._titles[0] if entry else self._titles[1])
        self._bin.setVisible(entry is not None and self._sure.isHidden())
        for field in self.fields.values():
            field.accept()
        self._show(entry)
        self._offer_usual()

    def begin(self, **known: Any) -> None:
        """Begin a new record with some of its fields."""
        self.show_entry(None)
        self.item.set_value(known.get("item", ""))
        self.words.set_value(known.get("text", ""))
        self.basis.set_value(known.get("basis") or self._item_basis())
        self.responsible.set_value(known.get("responsible", ""))
        self._offer_usual()

    def values(self) -> dict[str, Any]:
        """The fields as they stand on the screen."""
        return {
            "item": self.item.value,
            "text": self.words.value,
            "basis": self.basis.value,
            "responsible": self.responsible.value,
        }

    def refuse(self, field: str, error: Refused) -> None:
        """Say under a field why it was not taken."""
        self.fields[field if field in self.fields else "text"].refuse(str(error))

    def ask_remove(self) -> None:
        """Ask in place whether the record shall go."""
        if self.entry is not None:
            self._bin.hide()
            self._sure.show()
            self._keep.show()
            self._sure.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- building ---------------------------------------------------------------------------------

    def _keep_it(self) -> None:
        self._sure.hide()
        self._keep.hide()
        self._bin.setVisible(self.entry is not None)

    def _add(self, name: str, label: str, control: QWidget) -> None:
        self.fields[name] = fields.Field(label, control)
        self._column.addWidget(self.fields[name])

    def _add_text(
        self, name: str, label: str, control: fields.TextArea | BodyEdit, below: QPushButton | None = None
    ) -> None:
        self._add(name, label, control)
        line = control.line if isinstance(control, BodyEdit) else control
        line.finished.connect(lambda written: self.left.emit(name, written))
        line.finished.connect(lambda _written: self._offer_usual())
        line.typed.connect(lambda written: self.typed.emit(name, written))
        if below is not None:
            self._column.addWidget(below, 0, Qt.AlignmentFlag.AlignLeft)

    def _build(self) -> None:
        raise NotImplementedError

    # --- what the item offers ---------------------------------------------------------------------

    def _item_chosen(self, code: str) -> None:
        """An item brings its wording and its legal basis where nothing is written yet."""
        item, new = self.items.get(code), self.entry is None
        if item is not None and new and not self.words.value:
            self.words.set_value(self._usual())
        fills = item is not None and bool(item.basis) and not self.basis.value
        if fills:
            self.basis.set_value(self._item_basis())
        self.left.emit("item", code)
        if fills and not new:
            self.left.emit("basis", self.basis.value)
        self._offer_usual()

    def _offer_usual(self) -> None:
        self.usual_words.setVisible(self._usual() not in ("", self.words.value))
        self.usual_basis.setVisible(self._item_basis() not in ("", self.basis.value))

    def _usual(self) -> str:
        """The usual wording for the item."""
        raise NotImplementedError

    def _item_basis(self) -> str:
        item = self.items.get(self.item.value)
        return text.clean(item.basis, lines=True) if item else ""

    def _replace(self, area: fields.TextArea, words: str) -> None:
        """Type other words for the person: Ctrl+Z brings back what stood there, leaving the field saves."""
        area.setFocus(Qt.FocusReason.OtherFocusReason)
        area.selectAll()
        area.insertPlainText(words)
        self._offer_usual()

    def _show(self, entry: Entry | None) -> None:
        record = entry.record if entry else Finding()
        assert isinstance(record, Finding | Recommendation)
        self.item.set_value(record.item)
        self.words.set_value(record.text)
        self.basis.set_value(record.basis)
        self.responsible.set_value(record.responsible)


class FindingPanel(RecordPanel):
    """A finding: item, words, severity, cause, whose it is, by which law, which dossiers show it."""

    recommend_wanted = Signal()
    recommendation_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("Finding"), tr("New finding"), tr("In the responsibility of"))

    def values(self) -> dict[str, Any]:
        return {
            **super().values(),
            "severity": self.severity.value or "notable",
            "cause": self.cause.value or None,
            "dossiers": self.dossiers.value,
        }

    def show_answers(self, recommendations: Sequence[Listed[Recommendation]]) -> None:
        """Name what is recommended against the finding."""
        widgets.clear(self._answers)
        if recommendations:
            self._answers.addWidget(widgets.label(tr("Recommendations"), "small", "secondary"))
        for each in recommendations:
            words = text.beginning(each.record.text, TOLD)
            link = widgets.button(words, partial(self.recommendation_wanted.emit, each.id), kind="link")
            link.setAccessibleName(f"{tr('Recommendation')}: {each.record.text}")
            self._answers.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _build(self) -> None:
        self.severity = fields.Segments(severities(), "notable", name=tr("Severity"))
        self.severity.chosen.connect(lambda value: self.left.emit("severity", value))
        self.cause = fields.Choice([("", tr("Cause not given")), *causes()], name=tr("Cause"))
        self.cause.chosen.connect(lambda value: self.left.emit("cause", value or None))
        self.dossiers = DossiersBehind()
        self.dossiers.changed.connect(lambda value: self.left.emit("dossiers", value))
        self._add("severity", tr("Severity"), self.severity)
        self._add("cause", tr("Cause"), self.cause)
        self._add_text("responsible", self.responsible.line.accessibleName(), self.responsible)
        self._add_text("basis", tr("Legal basis"), self.basis, self.usual_basis)
        self._add("dossiers", tr("Dossiers that show it"), self.dossiers)
        self.evidence = widgets.column()
        """Where photos and scans of the finding stand."""
        self._column.addLayout(self.evidence)
        self._answers = widgets.column(spacing=theme.TINY)
        self._column.addLayout(self._answers)
        self.recommend = widgets.button(
            tr("Recommend how to put it right"), self.recommend_wanted.emit, icon="add", shortcut="Ctrl+R"
        )
        self.buttons.addWidget(self.recommend)

    def _usual(self) -> str:
        item = self.items.get(self.item.value)
        return text.clean(item.standard_finding, lines=True) if item else ""

    def _show(self, entry: Entry | None) -> None:
        super()._show(entry)
        record = entry.record if entry else Finding()
        assert isinstance(record, Finding)
        self.severity.set_value(record.severity)
        self.cause.set_value(record.cause or "")
        self.dossiers.set_value(record.dossiers)
        self.recommend.setVisible(entry is not None)
        if entry is None:
            self.show_answers(())


class RecommendationPanel(RecordPanel):
    """A recommendation: which finding it answers, words, who, by when; the date may be given as a number of
    working days."""

    earlier_wanted = Signal(str)
    """The earlier recommendation that it repeats."""

    def __init__(self) -> None:
        self._from = date.today()
        self._calendar = WorkingCalendar()
        self._earlier = ""
        self._recommended_on: Mapping[str, date | None] = {}
        super().__init__(tr("Recommendation"), tr("New recommendation"), tr("Responsible body"))

    def count_from(self, day: date | None, calendar: WorkingCalendar) -> None:
        """The day from which working days are counted, the day of the visit; and which days they are."""
        self._from = day or date.today()
        self._calendar = calendar
        self.fields["days"].label.setText(tr("Working days from {date}", date=text.format_date(self._from)))

    def show_findings(self, findings: Sequence[Listed[Finding]]) -> None:
        """Offer the findings that it may answer."""
        chosen = self.finding.value
        self.finding.clear()
        self.finding.addItem(tr("No finding"), "")
        for each in findings:
            said = (each.record.item, text.beginning(each.record.text, TOLD))
            self.finding.addItem(" · ".join(part for part in said if part), each.id)
        self.finding.set_value(chosen)

    def show_follow_ups(self, follow_ups: Sequence[Listed[FollowUp]]) -> None:
        """Know when the earlier visits recommended what may be repeated."""
        self._recommended_on = {each.id: each.record.visit_on for each in follow_ups}
        self._show_earlier(self._earlier)

    def begin(self, **known: Any) -> None:
        super().begin(**known)
        self.finding.set_value(known.get("finding", ""))
        self._show_earlier(known.get("earlier", ""))
        if known.get("days") is not None:
            self.due.set_value(self._calendar.add_working_days(self._from, known["days"]))
            self._show_days()

    def values(self) -> dict[str, Any]:
        return {
            **super().values(),
            "due_on": self.due.value,
            "finding": self.finding.value,
            "earlier": self._earlier,
        }

    def _build(self) -> None:
        self.repeats = widgets.button("", lambda: self.earlier_wanted.emit(self._earlier), kind="link")
        self._column.addWidget(self.repeats, 0, Qt.AlignmentFlag.AlignLeft)
        self.finding = _choice(tr("Finding that it answers"))
        self.finding.chosen.connect(lambda value: self.left.emit("finding", value))
        self.days = fields.LineEdit(name=tr("Working days"))
        self.days.setFixedWidth(84)
        self.days.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.days.finished.connect(self._count_days)
        self.due = fields.DateEdit(name=tr("Due date"))
        self.due.setFixedWidth(DATE_WIDTH)
        self.due.finished.connect(self._due_left)
        self._add_text("responsible", self.responsible.line.accessibleName(), self.responsible)
        line = QHBoxLayout()
        line.setSpacing(theme.LARGE)
        self.fields["days"] = fields.Field(tr("Working days"), self.days)
        self.fields["days"].label.setWordWrap(True)
        self.fields["due_on"] = fields.Field(tr("Due date"), self.due)
        line.addWidget(self.fields["due_on"])
        line.addWidget(self.fields["days"], 1)
        self._column.addLayout(line)
        self._add_text("basis", tr("Legal basis"), self.basis, self.usual_basis)
        self._add("finding", tr("Finding that it answers"), self.finding)

    def _usual(self) -> str:
        item = self.items.get(self.item.value)
        return text.clean(item.action, lines=True) if item else ""

    def _show(self, entry: Entry | None) -> None:
        super()._show(entry)
        record = entry.record if entry else Recommendation()
        assert isinstance(record, Recommendation)
        self.finding.set_value(record.finding)
        self._show_earlier(record.earlier)
        if not self.due.hasFocus() and not self.due.line.hasFocus():
            self.due.set_value(record.due_on)
        self._show_days()

    def _show_earlier(self, earlier: str) -> None:
        """Say which visit recommended the same; it leads there as long as this visit follows that up."""
        self._earlier = earlier
        on = self._recommended_on.get(earlier)
        self.repeats.setText(
            tr("Recommended again, from the visit of {date}", date=text.format_date(on))
            if on
            else tr("Recommended again, from an earlier visit")
        )
        self.repeats.setVisible(bool(earlier))
        self.repeats.setEnabled(earlier in self._recommended_on)

    def _show_days(self) -> None:
        due = self.due.value
        days = self._calendar.working_days_between(self._from, due) if due else None
        self.days.set_value(str(days) if days is not None and days >= 0 else "")

    def _due_left(self) -> None:
        self.fields["due_on"].accept()
        self._show_days()
        self.left.emit("due_on", self.due.value)

    def _count_days(self, written: str) -> None:
        if not written:
            return
        if not written.isdecimal() or int(written) > 1000:
            self.fields["days"].refuse(tr("Write a whole number of days."))
            return
        self.fields["days"].accept()
        self.due.set_value(self._calendar.add_working_days(self._from, int(written)))
        self.left.emit("due_on", self.due.value)


def _choice(name: str) -> fields.Choice:
    """A choice whose entries may be long, none of them widening the panel."""
    made = fields.Choice([("", tr("No item"))], name=name)
    made.narrow()
    return made
