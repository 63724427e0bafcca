"""The foot of the checklist: the live index, what is still missing, and a word on the last jump."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from inspector_app import text
from inspector_app.i18n import tr
from inspector_app.services.views import Summary
from inspector_app.ui import theme, widgets
from inspector_app.ui.checklist.languages import LanguageChoice

SAID_MS = 6000
"""So long a word on a jump stays."""


class Foot(QWidget):
    """The live index: what the checklist is worth now, and what is still missing."""

    unsaved_wanted = Signal()
    required_wanted = Signal()
    disputed_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        theme.dress(self, surface="raised")
        self.setFixedHeight(36)
        self.index = widgets.label("", "strong")
        self.classification = widgets.label("")
        self.answered = widgets.label("", "text", "secondary")
        self.required = widgets.button("", self.required_wanted.emit, kind="quiet")
        self.required.setIcon(theme.mark_icon("required"))
        self.disputed = widgets.button("", self.disputed_wanted.emit, kind="quiet")
        self.disputed.setIcon(theme.mark_icon("disputed"))
        self.unsaved = widgets.button("", self.unsaved_wanted.emit, kind="quiet")
        self.unsaved.setIcon(theme.mark_icon("invalid"))
        self.unsaved.hide()
        self.languages = LanguageChoice()
        self.said = widgets.ElidedLabel("", "text", "accent")
        self._hush = QTimer(self, singleShot=True, interval=SAID_MS)
        self._hush.timeout.connect(lambda: self.said.setText(""))
        for button in (self.unsaved, self.required, self.disputed):
            button.setIconSize(QSize(13, 13))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # F7 and F8 do the same
        row = widgets.row(
            self.index,
            self.classification,
            self.answered,
            self.unsaved,
            self.required,
            self.disputed,
            self.said,
            self.languages,
            spacing=theme.LARGE,
        )
        row.setStretchFactor(self.said, 1)
        row.setContentsMargins(theme.LARGE, 0, theme.LARGE, 0)
        self.setLayout(row)

    def say(self, words: str) -> None:
        """Say something for a while: where a jump has led, or why it led nowhere."""
        self.said.setText(words)
        self._hush.start()

    def show_unsaved(self, count: int) -> None:
        """Say how many items show something that is not saved."""
        self.unsaved.setText(tr("{count} not saved", count=count))
        self.unsaved.setVisible(count > 0)

    def show_summary(self, summary: Summary) -> None:
        """Show another state of the whole."""
        value = "–" if summary.index is None else text.format_number(summary.index, 2)
        self.index.setText(
            tr("Provisional index {value}", value=value)
            if summary.provisional
            else tr("Index {value}", value=value)
        )
        self.classification.setText(tr("Class: {name}", name=summary.classification))
        self.classification.setVisible(bool(summary.classification))
        self.answered.setText(tr("{answered}/{total} items", answered=summary.answered, total=summary.total))
        self.required.setText(tr("{count} required items open", count=summary.open_required))
        self.required.setVisible(summary.open_required > 0)
        self.disputed.setText(tr("{count} in dispute", count=summary.disputed))
        self.disputed.setVisible(summary.disputed > 0)
