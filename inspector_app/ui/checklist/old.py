"""Old questions: what was answered in an earlier version of the checklist and is not asked any more.

They are kept, printed and shown; nothing about them can be changed here.
"""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from inspector_app.i18n import tr
from inspector_app.services.views import AreaView, OldQuestion
from inspector_app.ui import theme, widgets

OLD = "\N{WHITE CIRCLE}"
"""Stands for the old questions among the codes of areas; no form can have a group of this name."""


def old_area(questions: Sequence[OldQuestion]) -> AreaView:
    """The old questions as the outline shows an area."""
    return AreaView(
        code=OLD,
        name=tr("Old questions"),
        scored=False,
        points=Decimal(0),
        max_points=Decimal(0),
        answered=len(questions),
        total=len(questions),
        open_required=0,
        findings=0,
        disputed=0,
        items=(),
    )


class OldQuestions(widgets.Scroll):
    """The old questions with their answers, as they were written."""

    def __init__(self) -> None:
        super().__init__(width=900, margin=theme.LARGE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Old questions"))
        self.column.setSpacing(theme.SMALL)

    def show_questions(self, questions: Sequence[OldQuestion]) -> None:
        """Show these questions."""
        widgets.clear(self.column)
        words = tr("Answered before the visit moved to another version; kept and printed with the minutes.")
        self.column.addWidget(widgets.label(words, "small", "secondary", wrap=True))
        for question in questions:
            self.column.addWidget(_card(question))
        self.column.addStretch(1)


def _card(question: OldQuestion) -> QFrame:
    card = theme.dress(QFrame(), surface="card")
    version = tr("version {version}", version=question.version)
    head = f"{question.item} · {version}"
    column = widgets.column(
        widgets.label(head, "small_strong", "secondary"),
        widgets.label(question.label, "text", wrap=True),
        widgets.label(question.answer, "strong", wrap=True),
        spacing=theme.TINY,
    )
    if question.note:
        column.addWidget(widgets.label(question.note, "text", "secondary", wrap=True))
    column.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.MEDIUM, theme.SMALL)
    card.setLayout(column)
    return card
