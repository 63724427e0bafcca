"""A control with its label, and the line below it that hints, refuses or asks."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from inspector_app.i18n import tr
from inspector_app.ui import theme
from inspector_app.ui.fields.values import ValueEdit, show_reading
from inspector_app.ui.widgets import Flow, button, clear, label


class Field(QWidget):
    """A control with its label above and, when needed, a line below.

    Below stands a hint, what was understood, or why a value was refused; under a text with two meanings, a
    button for each of them.
    """

    def __init__(self, text: str, control: QWidget, *, hint: str = "") -> None:
        super().__init__()
        self.control = control
        self._hint = hint
        self.label = label(text, "small", "secondary")
        self.label.setBuddy(control)
        self.below = label(hint, "small", "secondary", wrap=True)
        self.below.setVisible(bool(hint))
        self._offered: Flow | None = None
        if not control.accessibleName():
            control.setAccessibleName(text.replace("&", ""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TINY)
        column.addWidget(self.label)
        column.addWidget(control)
        column.addWidget(self.below)
        column.addStretch(1)
        self._column = column
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        if isinstance(control, ValueEdit):
            control.looked_at.connect(self._hear)

    def refuse(self, why: str) -> None:
        """Say under the field why its value is not accepted."""
        theme.mark(self.control, "bad", True)
        self._say(why, "wrong")
        self._offer_nothing()
        if isinstance(self.control, ValueEdit) and why == self.control.problem:
            self._offer(self.control)

    def accept(self) -> None:
        """Take the refusal back."""
        theme.mark(self.control, "bad", False)
        words = self.control.words if isinstance(self.control, ValueEdit) else ""
        self._say(words or self._hint, "secondary")
        self._offer_nothing()

    @property
    def refusal(self) -> str:
        """Why the value is not accepted; "" when it is."""
        return (
            self.below.text() if self.below.property("tone") == "wrong" and not self.below.isHidden() else ""
        )

    def _hear(self) -> None:
        assert isinstance(self.control, ValueEdit)
        if self.control.problem:
            self.refuse(self.control.problem)
        else:
            self.accept()

    def _say(self, words: str, tone: theme.Tone) -> None:
        self.below.setText(words)
        theme.dress(self.below, tone=tone)
        self.below.setVisible(bool(words))
        self.control.setAccessibleDescription(words)

    def _offer_nothing(self) -> None:
        if self._offered is not None:
            clear(self._offered)

    def _offer(self, control: ValueEdit) -> None:
        if self._offered is None:  # made when needed: a wrapping layout slows the page around it down
            self._offered = Flow(theme.TINY)
            self._column.insertLayout(self._column.count() - 1, self._offered)
        before: QWidget = control.line
        for value in control.readings:
            shown = show_reading(value)
            chosen = button(shown, lambda value=value: control.take(value))
            chosen.setAccessibleName(tr("Enter {number}", number=shown))
            self._offered.addWidget(chosen)
            chosen.show()  # at once: the cursor may be on its way there
            QWidget.setTabOrder(before, chosen)
            before = chosen
