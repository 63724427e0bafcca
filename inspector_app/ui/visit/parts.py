"""Pages in pages: the parts of a tab that are shown one at a time, each built when it is first shown."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import Saved, VisitCard
from inspector_app.ui import theme
from inspector_app.ui.fields import Segments
from inspector_app.ui.session import Session
from inspector_app.ui.widgets import Stack, on_keys, row

Build = Callable[[Session, VisitId], QWidget]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a tab: its name, what it is called, how it is built, how many records of a visit it holds.

    A part may have `entered()`, called each time it is shown, and the signals that the frame of the visit
    knows.
    """

    name: str
    text: str
    build: Build
    count: Callable[[VisitCard], int] = lambda _card: 0


class PartsPage(QWidget):
    """Names of the parts above, the chosen one below. F6 goes on to the next."""

    open_tab = Signal(str)
    open_item = Signal(str)
    open_conflicts = Signal(str)

    def __init__(self, session: Session, visit: VisitId, parts: tuple[Part, ...]) -> None:
        super().__init__()
        self.session = session
        self.visit = visit
        self._parts = {part.name: part for part in parts}
        self._pages: dict[str, QWidget] = {}
        self.part = parts[0].name
        self.names = Segments(((part.name, tr(part.text)) for part in parts), self.part)
        self.names.chosen.connect(self.show_part)
        self.stack = Stack()
        head = row(self.names, None)
        head.setContentsMargins(theme.LARGE, theme.SMALL, theme.LARGE, theme.SMALL)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self.stack, 1)
        for keys, step, what in (("F6", 1, tr("Next part")), ("Shift+F6", -1, tr("Part before"))):
            on_keys(self, keys, lambda step=step: self._step(step), what)
        for each in self.names.buttons().values():
            each.setToolTip(tr("Next part: F6"))
        session.changed.connect(self._changed)

    def entered(self) -> None:
        """The tab is on the screen again."""
        self.show_part(self.part)
        self._count()

    def show_part(self, place: str) -> None:
        """Show a part, or a place in one that it can `go_to`: `facts/place`. It is built the first time."""
        name, _, inside = place.partition("/")
        if name not in self._parts:
            return
        self.part = name
        self.names.set_value(name)
        page = self._pages.get(name)
        if page is None:
            page = self._pages[name] = self._parts[name].build(self.session, self.visit)
            self._connect(page)
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        if (entered := getattr(page, "entered", None)) is not None:
            entered()
        if inside and (go_to := getattr(page, "go_to", None)) is not None:
            go_to(inside)

    def page(self, name: str) -> QWidget | None:
        """A part, if it has been shown."""
        return self._pages.get(name)

    def _connect(self, page: QWidget) -> None:
        for signal in ("open_tab", "open_item", "open_conflicts"):
            if (wanted := getattr(page, signal, None)) is not None:
                wanted.connect(getattr(self, signal))

    def _count(self) -> None:
        self.session.read(lambda bench: bench.visits.get(self.visit), self._show_counts, owner=self)

    def _show_counts(self, card: VisitCard) -> None:
        for name, part in self._parts.items():
            count = part.count(card)
            self.names.buttons()[name].setText(f"{tr(part.text)} ({count})" if count else tr(part.text))

    def _changed(self, saved: Saved, _owner: object) -> None:
        if self.isVisible() and any(each.stream == self.visit for each in saved.what):
            self._count()

    def _step(self, step: int) -> None:
        names = list(self._parts)
        self.show_part(names[(names.index(self.part) + step) % len(names)])
