"""What helps to answer a question: its hint at once, and on demand what is said at more length."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from inspector_app.i18n import tr
from inspector_app.services.views import LeafView
from inspector_app.ui import theme, widgets


class Hints(QWidget):
    """The hint of a question, and the way to its guidance (F1 in the card or the line around it)."""

    def __init__(self) -> None:
        super().__init__()
        self.hint = widgets.label("", "small", "secondary", wrap=True)
        self.toggle = widgets.button(tr("Guidance"), self.turn, kind="link", tip=f"{tr('Guidance')} (F1)")
        self.toggle.setIconSize(QSize(12, 12))
        self.toggle.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # F1 does the same; the Tab order stays short
        self.guidance = widgets.label("", "small", wrap=True)
        self.guidance.hide()
        self.setLayout(widgets.column(self.hint, widgets.row(self.toggle, None), self.guidance, spacing=0))
        self.hide()
        self._picture()

    def show_leaf(self, leaf: LeafView | None) -> None:
        """Show what is said with a question; None for nothing."""
        hint, guidance = (leaf.hint, leaf.guidance) if leaf else ("", "")
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.guidance.setText(guidance)
        self.toggle.setVisible(bool(guidance))
        if not guidance:
            self.guidance.hide()
        self.setVisible(bool(hint or guidance))

    def turn(self) -> None:
        """Show the guidance, or put it away."""
        self.guidance.setVisible(self.guidance.isHidden() and bool(self.guidance.text()))
        self._picture()

    def _picture(self) -> None:
        self.toggle.setIcon(theme.icon("more" if self.guidance.isHidden() else "open"))
