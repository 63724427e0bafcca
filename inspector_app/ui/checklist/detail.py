"""The detail of the item being worked on: how it is scored, by which law, what to look at, who said what."""

from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from inspector_app import text
from inspector_app.i18n import tr
from inspector_app.services.views import ConflictView, HistoryLine, ItemView
from inspector_app.ui import theme, widgets

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

    reading_wanted = Signal(str)
    """An item has been looked at for a moment: `show_history` and `show_conflicts` are awaited."""
    decide_wanted = Signal(str)
    findings_wanted = Signal(str)
    note_wanted = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("About the item"))
        self.code = ""
        self._empty = widgets.label(
            tr("Choose an item to see how it is scored, its legal basis and its history."),
            "text",
            "secondary",
            wrap=True,
        )
        self.rule = Section(tr("How it is scored"))
        self.basis = Section(tr("Legal basis"))
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
        self.history = Section(tr("History"))
        content = theme.dress(QWidget(), surface="raised")
        column = QVBoxLayout(content)
        column.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.LARGE)
        column.setSpacing(theme.MEDIUM)
        column.addWidget(self._empty)
        column.addWidget(self.conflict)
        column.addWidget(self._decide, 0, Qt.AlignmentFlag.AlignLeft)
        for section in (self.rule, self.basis, self.documents, self.source, self.comment, self.action):
            column.addWidget(section)
        column.addWidget(self._findings, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._note, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.history)
        column.addStretch(1)
        self.setWidget(content)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(lambda: self.reading_wanted.emit(self.code))
        self._show_nothing()

    def show_item(self, item: ItemView) -> None:
        """Show an item; its history follows a moment later."""
        if item.code != self.code:
            self.history.say("")
            self.conflict.say("")
            self.verticalScrollBar().setValue(0)
        self.code = item.code
        self._empty.hide()
        self.rule.title.setText(f"{item.code} · {tr('How it is scored')}")
        self.rule.say(item.rule_text)
        self.basis.say(item.basis)
        self.documents.say("\n".join(f"•  {each}" for each in item.documents))
        self.source.say(item.source)
        self.comment.say(item.comment)
        self.action.say(_recommended(item))
        self._decide.setVisible(item.disputed)
        self._findings.setText(tr("Findings recorded: {count}", count=item.findings))
        self._findings.setVisible(item.findings > 0)
        self._note.setVisible(item.editor == "figure")  # its row in the table has no room for actions
        if not item.disputed:
            self.conflict.say("")
        self._pause.start()

    def show_history(self, code: str, lines: tuple[HistoryLine, ...]) -> None:
        """Show who said what, the latest first."""
        if code == self.code:
            shown = [f"{_when(line.at)}  {line.author} · {line.laptop}\n{line.text}" for line in lines]
            self.history.say("\n\n".join(shown) or tr("No answer yet."))

    def show_conflicts(self, code: str, conflicts: tuple[ConflictView, ...]) -> None:
        """Show the values in dispute, each with who wrote it."""
        if code == self.code:
            sides = [
                f"{side.text}\n{side.author} · {side.laptop} · {_when(side.at)}"
                for conflict in conflicts
                for side in conflict.sides
            ]
            self.conflict.say("\n\n".join(sides))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _show_nothing(self) -> None:
        for part in (
            self.rule, self.basis, self.documents, self.source, self.comment, self.action, self.conflict,
            self.history, self._decide, self._findings,
            self._note,
        ):  # fmt: skip
            part.hide()


def _recommended(item: ItemView) -> str:
    if item.action and item.days:
        return tr("{action} Within {days} working days.", action=item.action, days=item.days)
    return item.action


def _when(at: datetime) -> str:
    """The time today, the date as well on other days."""
    local = at.astimezone()
    today = datetime.now().astimezone().date()
    return f"{local:%H:%M}" if local.date() == today else text.format_datetime(local)
