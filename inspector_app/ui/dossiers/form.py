"""The form of one dossier: any form's lines, with the entries of the checklist.

The form shows what applies, so lines come and go with the answers; those that stay are kept, with focus and
half-typed text. All dossiers share one form: going from one to the next only changes values.
"""

from collections.abc import Callable
from itertools import count
from typing import cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from inspector_app.services.views import DossierView
from inspector_app.ui import theme, widgets
from inspector_app.ui.checklist.question import Question
from inspector_app.ui.checklist.repeats import Body


class DossierForm(widgets.Scroll):
    """The lines of the dossier being checked; what they tell, `body` tells."""

    def __init__(self) -> None:
        super().__init__(width=820, margin=theme.LARGE)
        self.body = Body(depth=1)
        self.column.addWidget(self.body)
        self.column.addStretch(1)
        self.dossier = ""
        self._numbers = count(1)
        self._newest: dict[tuple[str, str], int] = {}
        cast(QApplication, QCoreApplication.instance()).focusChanged.connect(self._follow)

    def show_view(self, view: DossierView) -> None:
        """Show a dossier, or its new state."""
        another = view.row.id != self.dossier
        self.dossier = view.row.id
        self.body.show_lines(view.lines, anew=another)
        if another:
            self.verticalScrollBar().setValue(0)

    def question(self, key: str) -> Question | None:
        """A question in view."""
        return next((row for row in self.body.questions() if row.key == key), None)

    def enter(self) -> None:
        """Put the cursor where work goes on: at what is required, else at what is open, else at the top."""
        if not self.next_open(required=True) and not self.next_open():
            self.body.enter()

    def next_open(self, *, required: bool = False) -> bool:
        """Go to the next question without an answer, from where the cursor is; False if there is none."""
        rows = [row for row in self.body.questions() if row.takes_input]
        focus = QApplication.focusWidget()
        here = next((at for at, row in enumerate(rows) if focus and row.isAncestorOf(focus)), -1)
        for row in (*rows[here + 1 :], *rows[: here + 1]):
            if not row.entry.value and (not required or (row.line.leaf and row.line.leaf.required)):
                row.enter()
                return True
        return False

    def refuse(self, key: str, why: str) -> None:
        """Say at a question why its value was not taken."""
        if (row := self.question(key)) is not None:
            row.refuse(why)

    def begin(self, key: str) -> Callable[[], bool]:
        """Something typed or chosen is on its way: until the newest is back, the screen is newer than it.

        Returns whether it is still the newest of its question, to be asked from any thread.
        """
        number, place = next(self._numbers), (self.dossier, key)
        self._newest[place] = number
        if (row := self.question(key)) is not None:
            row.under_way = number
        return lambda: self._newest.get(place) == number

    def end(self, key: str, newest: Callable[[], bool]) -> None:
        """What `begin` announced is back."""
        if newest() and (row := self.question(key)) is not None:
            row.under_way = 0

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab behind the last question, or before the first, leaves the form as the arrows do."""
        if not self.body.isAncestorOf(self.focusWidget()):
            return super().focusNextPrevChild(forward)
        (self.body.finished if forward else self.body.backed_out).emit()
        return True

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Keep the question with the cursor in view, whatever brought it there."""
        if now is None or not self.body.isAncestorOf(now):
            return
        row = now
        while (above := row.parentWidget()) is not None and not isinstance(row, Question):
            row = above
        self.ensureWidgetVisible(row if isinstance(row, Question) else now, 0, 2 * theme.HUGE)
