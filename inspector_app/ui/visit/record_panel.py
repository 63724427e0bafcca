"""The panels in which a finding or a recommendation is written: one field, one act, in place."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app import paths, text
from inspector_app.domain.calendar import WorkingCalendar
from inspector_app.domain.errors import Refused
from inspector_app.domain.records import Finding, Recommendation
from inspector_app.i18n import tr
from inspector_app.services.views import ItemView
from inspector_app.ui import fields, theme, widgets
from inspector_app.ui.checklist.entries import DATE_WIDTH
from inspector_app.ui.visit.record_list import Entry
from inspector_app.ui.visit.words import causes, severities


@cache
def working_calendar() -> WorkingCalendar:
    """The shipped calendar of working days."""
    return WorkingCalendar.from_json((paths.resources() / "calendars" / "vn.json").read_bytes())


class RecordPanel(QWidget):
    """The fields of one record. `left` tells each field that was changed; without an entry, of a new one."""

    left = Signal(str, object)
    """(field, value)"""
    remove_wanted = Signal()
    item_wanted = Signal(str)

    def __init__(self, title: str, new_title: str) -> None:
        super().__init__()
        self._titles = (title, new_title)
        self.entry: Entry | None = None
        self.fields: dict[str, fields.Field] = {}
        self.title = widgets.label("", "group")
        self.item = fields.Choice([("", tr("No item"))], name=tr("Item"))
        self.item.setSizeAdjustPolicy(fields.Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.item.chosen.connect(lambda code: self.left.emit("item", code))
        self.words = fields.TextArea(name=tr("Text"), lines=(4, 12))
        self.words.finished.connect(lambda words: self.left.emit("text", words))
        self.open_item = widgets.tool(
            "next", tr("Go to the item"), lambda: self.item_wanted.emit(self.item.value)
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
        self._add("text", tr("Text"), self.words)
        self._build()
        for each in (self._bin, self._sure, self._keep):
            self.buttons.addWidget(each)
        self._column.addLayout(self.buttons)
        self._column.addStretch(1)
        self._keep_it()

    def show_items(self, items: Mapping[str, ItemView]) -> None:
        """Offer the items of the checklist."""
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

    def begin(self, **fields: Any) -> None:
        """Begin a new record with some of its fields."""
        self.show_entry(None)
        self.item.set_value(fields.get("item", ""))
        self.words.set_value("")
        self.words.setPlainText(fields.get("text", ""))

    def values(self) -> dict[str, Any]:
        """The fields as they stand on the screen."""
        return {"item": self.item.value, "text": self.words.value}

    def refuse(self, field: str, error: Refused) -> None:
        """Say under a field why it was not taken."""
        self.fields[field if field in self.fields else "text"].refuse(
            f"{error.sentence} {error.hint}".strip()
        )

    def ask_remove(self) -> None:
        """Ask in place whether the record shall go."""
        if self.entry is not None:
            self._bin.hide()
            self._sure.show()
            self._keep.show()
            self._sure.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_it(self) -> None:
        self._sure.hide()
        self._keep.hide()
        self._bin.setVisible(self.entry is not None)

    def _add(self, name: str, label: str, control: QWidget) -> None:
        self.fields[name] = fields.Field(label, control)
        self._column.addWidget(self.fields[name])

    def _build(self) -> None:
        raise NotImplementedError

    def _show(self, entry: Entry | None) -> None:
        self.item.set_value(entry.record.item if entry else "")
        self.words.set_value(entry.record.text if entry else "")


class FindingPanel(RecordPanel):
    """A finding: item, words, severity, cause."""

    recommend_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Finding"), tr("New finding"))

    def values(self) -> dict[str, Any]:
        return {
            **super().values(),
            "severity": self.severity.value or "notable",
            "cause": self.cause.value or None,
        }

    def _build(self) -> None:
        self.severity = fields.Segments(severities(), "notable", name=tr("Severity"))
        self.severity.chosen.connect(lambda value: self.left.emit("severity", value))
        self.cause = fields.Choice([("", tr("Cause not given")), *causes()], name=tr("Cause"))
        self.cause.chosen.connect(lambda value: self.left.emit("cause", value or None))
        self._add("severity", tr("Severity"), self.severity)
        self._add("cause", tr("Cause"), self.cause)
        self.recommend = widgets.button(
            tr("Recommend how to put it right"), self.recommend_wanted.emit, icon="add"
        )
        self.buttons.addWidget(self.recommend)

    def _show(self, entry: Entry | None) -> None:
        super()._show(entry)
        record = entry.record if entry else Finding()
        assert isinstance(record, Finding)
        self.severity.set_value(record.severity)
        self.cause.set_value(record.cause or "")
        self.recommend.setVisible(entry is not None)


class RecommendationPanel(RecordPanel):
    """A recommendation: item, words, who, by when; the date may be given as a number of working days."""

    def __init__(self) -> None:
        self._from = date.today()
        super().__init__(tr("Recommendation"), tr("New recommendation"))

    def count_from(self, day: date | None) -> None:
        """The day from which working days are counted: the day of the visit."""
        self._from = day or date.today()
        self.fields["days"].label.setText(tr("Working days from {date}", date=text.format_date(self._from)))

    def begin(self, **fields: Any) -> None:
        super().begin(**fields)
        self.responsible.set_value(fields.get("responsible", ""))
        if fields.get("days") is not None:
            self.due.set_value(working_calendar().add_working_days(self._from, fields["days"]))
            self._show_days()

    def values(self) -> dict[str, Any]:
        return {**super().values(), "responsible": self.responsible.value, "due_on": self.due.value}

    def _build(self) -> None:
        self.responsible = fields.LineEdit(name=tr("Responsible body"))
        self.responsible.finished.connect(lambda words: self.left.emit("responsible", words))
        self.days = fields.LineEdit(name=tr("Working days"))
        self.days.setFixedWidth(84)
        self.days.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.days.finished.connect(self._count_days)
        self.due = fields.DateEdit(name=tr("Due date"))
        self.due.setFixedWidth(DATE_WIDTH)
        self.due.finished.connect(self._due_left)
        self._add("responsible", tr("Responsible body"), self.responsible)
        line = QHBoxLayout()
        line.setSpacing(theme.LARGE)
        self.fields["days"] = fields.Field(tr("Working days"), self.days)
        self.fields["days"].label.setWordWrap(True)
        self.fields["due_on"] = fields.Field(tr("Due date"), self.due)
        line.addWidget(self.fields["due_on"])
        line.addWidget(self.fields["days"], 1)
        self._column.addLayout(line)

    def _show(self, entry: Entry | None) -> None:
        super()._show(entry)
        record = entry.record if entry else Recommendation()
        assert isinstance(record, Recommendation)
        self.responsible.set_value(record.responsible)
        if not self.due.hasFocus() and not self.due.line.hasFocus():
            self.due.set_value(record.due_on)
        self._show_days()

    def _show_days(self) -> None:
        due = self.due.value
        days = working_calendar().working_days_between(self._from, due) if due else None
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
        self.due.set_value(working_calendar().add_working_days(self._from, int(written)))
        self.left.emit("due_on", self.due.value)
