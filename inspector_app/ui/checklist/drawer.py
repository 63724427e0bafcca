"""The detail beside the items where there is room for both; where there is not, a drawer over them."""

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from inspector_app.ui import theme, widgets
from inspector_app.ui.checklist import detail, outline
from inspector_app.ui.checklist.items import READABLE

FOLD_BELOW = 1280 - theme.RAIL
"""Narrower, the detail folds into a drawer."""
GROW_FROM = outline.WIDTH + READABLE + 2 * theme.LARGE + detail.WIDTH
WIDEST = 460


class Drawer:
    """Places the detail of a page: `room` is where a drawer may lie over it, `toggle` its button."""

    def __init__(
        self, body: QHBoxLayout, shown: detail.Detail, toggle: QToolButton, room: Callable[[], QRect]
    ) -> None:
        self._body, self._detail, self._toggle, self._room = body, shown, toggle, room
        self._edge = widgets.line(vertical=True)
        self.folded = False
        toggle.setCheckable(True)
        toggle.hide()
        for part in self._parts:
            body.addWidget(part)

    @property
    def _parts(self) -> tuple[QWidget, ...]:
        return self._edge, self._detail

    def fit(self, width: int) -> None:
        """The page has this width now."""
        folded = width < FOLD_BELOW
        if folded != self.folded:
            self._fold(folded)
        self._detail.setFixedWidth(min(detail.WIDTH + max(0, width - GROW_FROM), WIDEST))
        self._place()

    def turn(self) -> None:
        """Open the drawer, or close it."""
        if self._detail.isHidden():
            self._detail.show()
            self._place()
        else:
            self.close()

    def close(self) -> None:
        """Put the drawer away; beside the items the detail stays."""
        if self.folded:
            self._detail.hide()
            self._place()

    def _fold(self, folded: bool) -> None:
        self.folded = folded
        self._toggle.setVisible(folded)
        for part in self._parts:
            if folded:
                self._body.removeWidget(part)
            else:
                self._body.addWidget(part)
            part.setVisible(not folded)

    def _place(self) -> None:
        opened = not self._detail.isHidden()
        self._toggle.setChecked(self.folded and opened)
        self._edge.setVisible(opened)
        if self.folded and opened:
            room = self._room()
            left = room.right() + 1 - detail.WIDTH
            self._detail.setGeometry(left, room.top(), detail.WIDTH, room.height())
            self._edge.setGeometry(left - 1, room.top(), 1, room.height())
            for part in (self._detail, self._edge):
                part.raise_()
