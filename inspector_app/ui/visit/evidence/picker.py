"""Choosing what a photo shows: among items, findings and dossiers, by typing a few letters."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from inspector_app.i18n import tr
from inspector_app.services.views import ChoiceView, Link, LinkTarget
from inspector_app.ui.checklist.picking import PickEntry

_WHOLE = "-"
"""Stands for the visit as a whole, which is linked to nothing."""
_CARET = 40
"""The room of the caret at the end of the field, with the padding."""


class LinkPicker(PickEntry):
    """A field that opens to a search box over a list. `linked(Link)` for the person's choice only."""

    linked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.link = Link()
        """What is chosen."""
        self._links: dict[str, Link] = {}
        self.introduce(tr("Evidence of"))
        # Long texts give way to a narrow column; the tooltip has them whole.
        self.face.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.entered.connect(self._choose)

    def offer(self, targets: Sequence[LinkTarget]) -> None:
        """Offer these, and the visit as a whole."""
        named = {_name(target.link): target for target in targets}
        self._links = {_WHOLE: Link(), **{name: target.link for name, target in named.items()}}
        whole = ChoiceView(_WHOLE, tr("The visit as a whole (not linked)"), None)
        self.choices.offer([whole, *(ChoiceView(name, target.text, None) for name, target in named.items())])
        self.show_link(self.link)

    def show_link(self, link: Link) -> None:
        """Show what is chosen."""
        self.link = link
        self.show_value(_name(link))
        if self.value not in self._links:
            self._say(link.item or tr("No longer there"))

    def show_several(self) -> None:
        """Show that the chosen photos differ in this."""
        self.show_value("")
        self._say(tr("various"))

    def _say(self, words: str) -> None:
        self.face.setToolTip(words)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _show(self, value: str) -> None:
        super()._show(value)
        self._elide()

    def _elide(self) -> None:
        room = self.face.width() - _CARET
        words = self.face.toolTip().replace("&", "&&")
        self.face.setText(self.face.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room))

    def _choose(self, name: str) -> None:
        self.link = self._links[name]
        self.linked.emit(self.link)


def _name(link: Link) -> str:
    return link.finding or link.dossier or link.item or _WHOLE
