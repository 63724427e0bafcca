"""Figures that the program has counted by itself, offered at the item that asks for them.

Nothing is written before the person takes them over, with one key or a click. What the item says already is
not offered.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector_app.i18n import tr
from inspector_app.services.day_views import Earlier
from inspector_app.services.views import ItemView
from inspector_app.ui import theme, widgets

CARRIED_OUT = "CD07"
"""The item of the shipped checklist that asks how much of the earlier recommendations was put right."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A part of a whole, and in words where the figures come from."""

    part: int
    whole: int
    words: str

    def answer(self, item: ItemView) -> Mapping[str, str]:
        """The figures by question; nothing where the item says them already, or asks for something else."""
        asked = sides(item)
        if asked is None or item.not_applicable or item.disputed:
            return {}
        now = {leaf.key: leaf.value for leaf in item.leaves if leaf.key in asked}
        found = dict(zip(asked, (str(self.part), str(self.whole)), strict=True))
        return {} if now == found else found


def proposals(earlier: Earlier) -> Mapping[str, Proposal]:
    """What can be counted from earlier visits, by item."""
    fixed, due = earlier.carried_out
    if not due:
        return {}
    words = tr("Of {count} earlier recommendations, {fixed} have been put right.", count=due, fixed=fixed)
    if earlier.waiting:
        words += " " + tr("{count} of them are not judged yet.", count=earlier.waiting)
    return {CARRIED_OUT: Proposal(fixed, due, words)}


def sides(item: ItemView | None) -> tuple[str, str] | None:
    """The questions for the part and the whole, where the item asks for both."""
    if item is None or item.editor != "ratio":
        return None
    typed = [leaf.key for leaf in item.leaves if not leaf.computed]
    return (typed[0], typed[1]) if len(typed) == 2 else None


class ProposalLine(QWidget):
    """The figures on offer, and the button that takes them over."""

    taken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = widgets.label("", "small", "secondary", wrap=True)
        self.take = widgets.button("", self.taken.emit, kind="quiet", icon="next")
        column = widgets.row(self.words, self.take, spacing=theme.SMALL)
        column.setStretch(0, 1)
        self.setLayout(column)

    def show_proposal(self, proposal: Proposal) -> None:
        """Offer these figures."""
        self.words.setText(proposal.words)
        self.take.setText(tr("Take over {part}/{whole}", part=proposal.part, whole=proposal.whole) + "  F5")
        self.show()
