"""The detail of the item being worked on: how it is scored, by which law, what to look at, who said what."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from inspector_app import text
from inspector_app.i18n import tr
from inspector_app.services.dispute_views import ConflictView
from inspector_app.services.views import HistoryLine, ItemView
from inspector_app.ui import theme, widgets
from inspector_app.ui.checklist.extras import Issue
from inspector_app.ui.checklist.face import difference
from inspector_app.ui.checklist.past import Past

WIDTH = 300
PAUSE_MS = 120
"""Walking quickly through items does not read the history of each."""


class Section(QWidget):
    """A small title over a text; hidden while it has nothing to say."""

    def __init__(self, title: str, tone: theme.Tone = "text") -> None:
        super().__init__()
        self.title = widgets.label(title, "small_strong", "secondary", wrap=True)
        self.words = widgets.label("", "text", tone, wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setLayout(widgets.column(self.title, self.words, spacing=2))

    def say(self, words: str) -> None:
        """Show a text, or nothing."""
        self.words.setText(words)
        self.setVisible(bool(words))


class Detail(QScrollArea):
    """The right column, or the drawer where there is no room for one."""

    reading_wanted = Signal(str, str)
    """(item, key of the question in it) has been looked at for a moment: `show_history` and `show_conflicts`
    are awaited."""
    decide_wanted = Signal(str)
    findings_wanted = Signal(str)
    note_wanted = Signal(str)
    standard_wanted = Signal()
    """The item's standard sentence is to be recorded as a finding."""
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("About the item"))
        self.code = ""
        self.key = ""
        """The item, or inside a repeat the question whose history is shown."""
        self.day: date | None = None
        """The visit's day, by which a legal basis is judged."""
        self._empty = widgets.label(
            tr("Choose an item to see how it is scored, its legal basis and its history."),
            "text",
            "secondary",
            wrap=True,
        )
        self.rule = Section(tr("How it is scored"))
        self.evidence = Issue()
        self.basis = Section(tr("Legal basis"))
        self.validity = widgets.label("", "small", "secondary", wrap=True)
        self.outdated = Issue()
        self.documents = Section(tr("Documents to verify"))
        self.source = Section(tr("Where the figures come from"))
        self.comment = Section(tr("Remark of the checklist"))
        self.action = Section(tr("Usual recommendation"))
        self.conflict = Section(tr("In dispute"))
        self._decide = widgets.button(
            tr("Compare and decide"), lambda: self.decide_wanted.emit(self.code), icon="merge"
        )
        self._findings = widgets.button("", lambda: self.findings_wanted.emit(self.code), icon="finding")
        self._note = widgets.button(
            tr("Note") + "  F2", lambda: self.note_wanted.emit(self.code), icon="note"
        )
        self.scores = Section(tr("Unit and team"))
        self.past = Past()
        self.standard = Section(tr("Standard finding"))
        self._record = widgets.button(
            tr("Record it") + "  Shift+F3", self.standard_wanted.emit, icon="finding"
        )
        self.evidence_slot = QVBoxLayout()
        """Where the evidence of the item is shown."""
        self.history = Section(tr("History"))
        content = theme.dress(QWidget(), surface="raised")
        column = QVBoxLayout(content)
        column.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.LARGE)
        column.setSpacing(theme.MEDIUM)
        column.addWidget(self._empty)
        column.addWidget(self.conflict)
        column.addWidget(self._decide, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.scores)
        column.addWidget(self.past)
        column.addWidget(self.evidence)
        column.addLayout(self.evidence_slot)
        column.addWidget(self.rule)
        column.addLayout(widgets.column(self.basis, self.validity, self.outdated, spacing=theme.TINY))
        for section in (self.documents, self.source, self.comment, self.standard):
            column.addWidget(section)
        column.addWidget(self._record, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.action)
        column.addWidget(self._findings, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._note, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.history)
        column.addStretch(1)
        self.setWidget(content)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(lambda: self.reading_wanted.emit(self.code, self.key))
        self._show_nothing()

    def show_item(self, item: ItemView, key: str = "") -> None:
        """Show an item; the history of it, or of the question in it, follows a moment later."""
        key = key or item.code
        if key != self.key:
            self.history.say("")
        if item.code != self.code:
            self.conflict.say("")
            self.verticalScrollBar().setValue(0)
        self.code, self.key = item.code, key
        self._empty.hide()
        self.rule.title.setText(f"{item.code} · {tr('How it is scored')}")
        self.rule.say(item.rule_text)
        self._say_evidence(item)
        self._say_basis(item)
        self.documents.say("\n".join(f"•  {each}" for each in item.documents))
        self.source.say(item.source)
        self.comment.say(item.comment)
        self.standard.say(item.standard_finding)
        self._record.setVisible(bool(item.standard_finding))
        self.action.say(_recommended(item))
        self.scores.say(_scores(item))
        self._decide.setVisible(item.disputed)
        self._findings.setText(tr("Findings recorded: {count}", count=item.findings))
        self._findings.setVisible(item.findings > 0)
        self._note.setVisible(item.editor == "figure")  # its row in the table has no room for actions
        if not item.disputed:
            self.conflict.say("")
        self._pause.start()

    def set_reading(self, reading: bool) -> None:
        """The item may only be read, since another member has it."""
        self._record.setEnabled(not reading)

    def show_history(self, key: str, lines: tuple[HistoryLine, ...]) -> None:
        """Show who said what, the latest first."""
        if key == self.key:
            shown = [f"{_when(line.at)}  {line.author} · {line.laptop}\n{line.text}" for line in lines]
            self.history.say("\n\n".join(shown) or tr("No answer yet."))

    def show_conflicts(self, code: str, conflicts: tuple[ConflictView, ...]) -> None:
        """Show the values in dispute, each with who wrote it."""
        if code == self.code:
            told: list[str] = []
            for conflict in conflicts:
                if conflict.record != code:  # of several questions inside a repeat: which one
                    told.append(conflict.title)
                told += [
                    f"{side.text}\n{side.author} · {side.laptop} · {_when(side.at)}"
                    for side in conflict.sides
                ]
            self.conflict.say("\n\n".join(told))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _say_evidence(self, item: ItemView) -> None:
        """That a photo or a scan is to be there, while there is none."""
        self.evidence.hide()
        if item.evidence_required and not item.evidence and item.status != "not_applicable":
            self.evidence.say("attention", tr("Evidence is needed."), None, False)

    def _say_basis(self, item: ItemView) -> None:
        """The legal basis, when it is in force, and whether the visit's day lies outside."""
        self.basis.say(item.basis)
        self.validity.setText(_in_force(item))
        self.validity.setVisible(bool(self.validity.text()))
        outside = _out_of_force(item, self.day) if self.day else ""
        self.outdated.hide()
        if outside:
            self.outdated.say("attention", outside, None, False)

    def _show_nothing(self) -> None:
        for part in (
            self.evidence, self.validity, self.outdated, self.rule, self.basis, self.documents, self.source,
            self.comment, self.scores, self.standard, self._record, self.action, self.conflict,
            self.history, self._decide, self._findings, self._note,
        ):  # fmt: skip
            part.hide()


def _scores(item: ItemView) -> str:
    """What the unit reported and gave itself, what the team gives, and how far they lie apart."""
    told = [tr("Reported by the unit: {value}", value=item.self_value)] if item.self_value else []
    if item.self_points is not None:
        told.append(tr("Self-score {points}", points=text.format_number(item.self_points, 2)))
        if item.points is not None:
            told.append(tr("Team {points}", points=text.format_number(item.points, 2)))
            told.append(difference(item))
    return " · ".join(part for part in told if part)


def _recommended(item: ItemView) -> str:
    if item.action and item.days:
        return tr("{action} Within {days} working days.", action=item.action, days=item.days)
    return item.action


def _in_force(item: ItemView) -> str:
    """From when until when the legal basis applies."""
    first = text.format_date(item.basis_from) if item.basis_from else ""
    last = text.format_date(item.basis_to) if item.basis_to else ""
    if first and last:
        return tr("In force from {first} to {last}", first=first, last=last)
    if first:
        return tr("In force from {day}", day=first)
    return tr("In force until {day}", day=last) if last else ""


def _out_of_force(item: ItemView, day: date) -> str:
    """Why the legal basis does not apply on a day; "" where it does."""
    if item.basis_to and day > item.basis_to:
        gone = text.format_date(item.basis_to + timedelta(days=1))
        return tr("The legal basis is no longer in force from {day} on.", day=gone)
    if item.basis_from and day < item.basis_from:
        return tr("The legal basis comes into force only on {day}.", day=text.format_date(item.basis_from))
    return ""


def _when(at: datetime) -> str:
    """The time today, the date as well on other days."""
    local = at.astimezone()
    today = datetime.now().astimezone().date()
    return f"{local:%H:%M}" if local.date() == today else text.format_datetime(local)
