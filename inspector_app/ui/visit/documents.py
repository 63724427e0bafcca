"""Documents received: the list to fill in, and beside it what the checklist asks to see, to tick off."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.domain.records import RecordId, VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import ChecklistView, ItemView, VisitCard
from inspector_app.text import fold
from inspector_app.ui import theme
from inspector_app.ui.fields import SearchBox
from inspector_app.ui.row_list import LINE, Look, RowList, paint_line, paint_wrapped, wrapped_height
from inspector_app.ui.session import Session
from inspector_app.ui.visit.listings import documents
from inspector_app.ui.visit.record_columns import Options
from inspector_app.ui.visit.record_sheet import RecordSheet
from inspector_app.ui.widgets import beside, label

SIDE = 264
SHOWN = 3
"""So many items are named beside a paper."""
_LINES = 3


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper that the checklist asks to see, the items that it proves, whether it was handed over."""

    title: str
    items: tuple[str, ...]
    received: bool = False

    @property
    def id(self) -> str:
        """Papers of the same title are the same paper."""
        return fold(self.title)


def wanted(items: Iterable[ItemView]) -> list[Wanted]:
    """The papers that a checklist asks to see, each once, in the order of its items."""
    found: dict[str, tuple[str, list[str]]] = {}
    for item in items:
        if item.relevant:
            for title in item.documents:
                found.setdefault(fold(title), (title[:1].upper() + title[1:], []))[1].append(item.code)
    return [Wanted(title, tuple(dict.fromkeys(codes))) for title, codes in found.values()]


def _few(items: tuple[str, ...]) -> str:
    """Some codes, and how many more there are."""
    if len(items) <= SHOWN:
        return ", ".join(items)
    return tr("{items} and {count} more", items=", ".join(items[:SHOWN]), count=len(items) - SHOWN)


class WantedLook(Look[Wanted]):
    """A mark, the title, the items below."""

    def text(self, row: Wanted) -> str:
        return f"{row.title}\n{', '.join(row.items)}"

    def said(self, row: Wanted) -> str:
        return f"{row.title} · {_few(row.items)} · {tr('received') if row.received else tr('not received')}"

    def height(self, row: Wanted, width: int) -> int:
        return wrapped_height(row.title, width - theme.MARK - theme.SMALL, _LINES) + LINE

    def paint(self, painter: QPainter, inside: QRect, row: Wanted) -> None:
        state: theme.Mark = "answered" if row.received else "open"
        theme.paint_mark(painter, QRectF(inside.left(), inside.top() + 2, theme.MARK, theme.MARK), state)
        words = inside.adjusted(theme.MARK + theme.SMALL, 0, 0, -LINE)
        paint_wrapped(painter, words, row.title, _LINES, "secondary" if row.received else "text")
        below = QRect(words.left(), words.bottom() + 1, words.width(), LINE)
        paint_line(painter, below, _few(row.items))


class WantedList(RowList[Wanted]):
    """The papers to see. Space, Enter or a click says that one was handed over, or takes that back."""

    ticked = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("What the checklist asks to see"), WantedLook())
        self.write_wanted.connect(lambda: self._tick(self.currentIndex()))
        self.clicked.connect(self._tick)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._tick(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _tick(self, at: QModelIndex) -> None:
        if at.isValid():
            self.ticked.emit(self.rows.shown[at.row()].id)


class DocumentsPage(QWidget):
    """The list on the left; ticking a paper on the right takes it over into the list."""

    def __init__(self, session: Session, visit: VisitId) -> None:
        super().__init__()
        self.session = session
        self.visit = visit
        self._items: Options = (("", tr("No item")),)
        self._wanted: list[Wanted] = []
        self._received: dict[str, list[RecordId]] = {}
        self.sheet = RecordSheet(session, visit, documents(lambda: self._items))
        self.sheet.shown.connect(self._show_card)
        self.list = WantedList()
        self.list.ticked.connect(self._ticked)
        self.search = SearchBox(tr("Find a paper or an item"))
        self.search.settled.connect(self.list.rows.search)
        self.count = label("", "small", "secondary", wrap=True)
        self._lay_out()
        session.read(lambda bench: bench.checklists.open(visit), self._show_checklist, owner=self)

    def entered(self) -> None:
        """Read the list again; the next paper can be written at once."""
        self.sheet.entered()

    def go_to(self, place: str) -> None:
        """Go to a paper of the list, and to the cell that is named."""
        self.sheet.go_to(place)

    def _lay_out(self) -> None:
        side = theme.dress(QWidget(), surface="raised")
        side.setFixedWidth(SIDE)
        inside = QVBoxLayout(side)
        inside.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.MEDIUM, theme.MEDIUM)
        inside.setSpacing(theme.SMALL)
        inside.addWidget(label(tr("What the checklist asks to see"), "group"))
        inside.addWidget(self.count)
        inside.addWidget(self.search)
        inside.addWidget(self.list, 1)
        self.setLayout(beside(self.sheet, side))

    def _show_checklist(self, view: ChecklistView) -> None:
        asked = [item for item in view.items.values() if item.editor not in ("figure", "note")]
        self._items = (("", tr("No item")), *((item.code, f"{item.code} · {item.text}") for item in asked))
        self._wanted = wanted(view.items.values())
        self._show_wanted()

    def _show_card(self, card: VisitCard) -> None:
        self._received = {}
        for entry in card.documents:
            self._received.setdefault(fold(entry.record.title), []).append(entry.id)
        self._show_wanted()

    def _show_wanted(self) -> None:
        self.list.rows.show([replace(each, received=each.id in self._received) for each in self._wanted])
        self.count.setText(
            tr(
                "{received} of {total} received. Tick what was handed over (Space).",
                received=sum(each.received for each in self.list.rows.all),
                total=len(self._wanted),
            )
        )

    def _ticked(self, paper: str) -> None:
        if records := self._received.get(paper):
            self.sheet.remove_records(records)
            return
        asked = next(each for each in self._wanted if each.id == paper)
        others = _few(asked.items[1:])
        self.sheet.add(
            title=asked.title,
            item=asked.items[0],
            note=tr("Also for {items}", items=others) if others else "",
        )
