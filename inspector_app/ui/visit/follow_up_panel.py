"""The panel of a recommendation of an earlier visit: what was asked, and what has become of it."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from inspector_app import text
from inspector_app.domain.errors import Refused
from inspector_app.domain.records import WORDS, FollowUp
from inspector_app.i18n import tr
from inspector_app.services.views import ChoiceView, HistoryLine
from inspector_app.ui import fields, theme, widgets
from inspector_app.ui.checklist.choices import OptionsEntry
from inspector_app.ui.visit.record_looks import Entry, days_late
from inspector_app.ui.visit.words import outcomes


class FollowUpPanel(QWidget):
    """One recommendation of an earlier visit. Its words stand; its state and a note are written here."""

    left = Signal(str, object)
    typed = Signal(str, str)
    """As in `RecordPanel`."""
    carry_wanted = Signal()
    item_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.entry: Entry | None = None
        self.title = widgets.label("", "group")
        self.words = _said("text")
        self.about = _said("small", "secondary")
        self.late = widgets.label("", "small", "attention", wrap=True)
        self.item = widgets.button("", lambda: self.item_wanted.emit(self._item), kind="link")
        self.state = OptionsEntry([ChoiceView(name, words, None) for name, words in outcomes()])
        self.state.introduce(tr("What has become of it"))
        self.state.entered.connect(lambda value: self.left.emit("state", value))
        self.note = fields.TextArea(name=tr("Note"), lines=(2, 8))
        self.note.finished.connect(lambda written: self.left.emit("note", written))
        self.note.typed.connect(lambda written: self.typed.emit("note", written))
        self.carry = widgets.button(
            tr("Recommend it again"), self.carry_wanted.emit, icon="add", shortcut="Ctrl+R"
        )
        self.before = _said("small", "secondary")
        self.fields = {
            "state": fields.Field(tr("What has become of it"), self.state),
            "note": fields.Field(tr("Note"), self.note),
        }
        # Its choices stand below each other where the panel is narrow.
        self.fields["state"].setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.history = fields.Field(tr("History"), self.before)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.LARGE)
        column.setSpacing(theme.MEDIUM)
        for part in (self.title, self.words, self.about, self.late):
            column.addWidget(part)
        column.addWidget(self.item, 0, Qt.AlignmentFlag.AlignLeft)
        for field in self.fields.values():
            column.addWidget(field)
        column.addWidget(self.carry, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.history)
        column.addStretch(1)
        self._item = ""
        self._on = date.today()

    def count_from(self, day: date | None) -> None:
        """The day on which it is looked at: the day of the visit."""
        self._on = day or date.today()

    def show_entry(self, entry: Entry) -> None:
        """Show an earlier recommendation; what is being typed stays."""
        record = entry.record
        assert isinstance(record, FollowUp)
        another = self.entry is None or self.entry.id != entry.id
        self.entry = entry
        self._item = record.item
        if another:
            self.before.setText("")
        self.title.setText(_of_visit(record.visit_on))
        self.words.setText(record.text)
        self.about.setText("\n".join(_about(record)))
        late = days_late(record, self._on)
        self.late.setText(tr("{count} days overdue", count=late) if late else "")
        self.late.setVisible(bool(late))
        self.item.setText(tr("Go to {item}", item=record.item))
        self.item.setVisible(bool(record.item))
        for field in self.fields.values():
            field.accept()
        self.state.show_value("" if record.state == "open" else record.state)
        self.note.set_value(record.note)
        self.carry.setVisible(record.state in ("open", "partly", "not_fixed"))

    def show_history(self, record: str, lines: tuple[HistoryLine, ...]) -> None:
        """Show what was found in this visit and in those before, the latest first."""
        if self.entry is None or self.entry.id != record:
            return
        follow_up = self.entry.record
        assert isinstance(follow_up, FollowUp)
        told = [
            f"{text.format_datetime(line.at.astimezone())}  {line.author} · {line.laptop}\n{line.text}"
            for line in lines
        ]
        for each in reversed(follow_up.before):
            day = text.format_date(each.on) if each.on else "–"
            said = [tr(WORDS[each.state]), each.note]
            told.append(f"{day}  {': '.join(part for part in said if part)}")
        self.before.setText("\n".join(told) or tr("Nobody has looked into it yet."))

    def refuse(self, field: str, error: Refused) -> None:
        """Say under a field why it was not taken."""
        self.fields[field if field in self.fields else "state"].refuse(str(error))


def _said(kind: theme.Type, tone: theme.Tone | None = None) -> QLabel:
    made = widgets.label("", kind, tone, wrap=True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def _of_visit(day: date | None) -> str:
    return tr("Recommended on {date}", date=text.format_date(day)) if day else tr("Earlier recommendation")


def _about(record: FollowUp) -> list[str]:
    """Who was to do it by when, and why."""
    lines = [tr("Responsible: {body}", body=record.responsible)] if record.responsible else []
    if record.due_on:
        lines.append(tr("Due on {date}", date=text.format_date(record.due_on)))
    if record.finding:
        lines.append(tr("Finding: {text}", text=record.finding))
    return lines
