"""A question in place: the code of a new dossier is one of those already checked."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from inspector_app.i18n import tr
from inspector_app.services.views import DossierRow
from inspector_app.ui import theme, widgets
from inspector_app.ui.dossiers.look import result


class AlreadyThere(QWidget):
    """What is offered where the code of a new dossier is one of those already checked."""

    def __init__(self, open_it: Callable[[], object], add_again: Callable[[], object]) -> None:
        super().__init__()
        theme.dress(self, surface="attention")
        self.code = ""
        self._words = widgets.label("", "text", wrap=True)
        self.open_it = widgets.button(tr("Open it"), open_it)
        self.add_again = widgets.button(tr("Add it again"), add_again, kind="quiet")
        column = widgets.column(self._words, spacing=theme.TINY)
        column.addLayout(widgets.row(self.open_it, self.add_again, None))
        column.setContentsMargins(theme.SMALL, theme.TINY, theme.SMALL, theme.TINY)
        self.setLayout(column)
        self.hide()

    def say(self, row: DossierRow) -> None:
        """Say which dossier has the code."""
        self.code = row.code
        self._words.setText(tr("A dossier with this code is on the list: {result}.", result=result(row)[2]))
        self.show()
        self.open_it.setFocus(Qt.FocusReason.OtherFocusReason)
