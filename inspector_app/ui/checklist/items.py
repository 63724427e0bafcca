"""The middle column: the items of one area, built when the area is first shown and kept.

A few cards stand at once, enough for any screen; the rest follow in short strokes while the window breathes,
or at once when somebody wants to go to one of them. Base figures are many and small: they stand as a table of
two columns, and Enter goes down it.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from inspector_app.services.views import GroupView, ItemView
from inspector_app.ui import theme, widgets
from inspector_app.ui.checklist.card import ItemCard
from inspector_app.ui.checklist.face import is_base
from inspector_app.ui.checklist.media import Media, MediaSource, Received
from inspector_app.ui.checklist.scribe import Scribe

READABLE = 900
"""Items are never wider: a line of words stays a line one can read."""
AT_ONCE, STROKE = 7, 3
TWO_COLUMNS_FROM = 620


class Row(ItemCard):
    """An item in one line of a table."""

    compact = True

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_current:
            painter.setPen(QPen(theme.colour("accent"), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        else:
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))
        painter.end()


class FigureRow(Row):
    """A base figure: what it counts, the number, its unit."""

    def _lay_out(self) -> None:
        self.editor.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SMALL, 3, theme.TINY, 4)
        column.setSpacing(theme.TINY)
        self._answer_at = widgets.row(self.heading, self.editor)
        column.addLayout(self._answer_at)
        self._hint_at = QVBoxLayout()
        self._hint_at.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._hint_at)
        self._below = widgets.column(spacing=theme.TINY)
        self._below.setContentsMargins(self.heading.indent, 0, theme.SMALL, 0)
        column.addLayout(self._below)
        self.score.hide()


class TableRow(Row):
    """A question of a table: its words, and the choices in the same columns as in the rows around it."""

    def _lay_out(self) -> None:
        self.editor.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SMALL, theme.TINY, theme.SMALL, theme.TINY)
        column.setSpacing(theme.TINY)
        self._hint_at = QVBoxLayout()
        said = widgets.column(self.heading, self._hint_at, spacing=0)
        self._answer_at = QHBoxLayout()
        self._answer_at.setSpacing(theme.MEDIUM)
        self._answer_at.addLayout(said, 1)
        self._answer_at.addWidget(self.editor)
        column.addLayout(self._answer_at)
        self._below = widgets.column(spacing=theme.TINY)
        self._below.setContentsMargins(self.heading.indent, 0, theme.SMALL, 0)
        column.addLayout(self._below)
        self.score.hide()


class Titles(QWidget):
    """The titles of the groups that begin here."""

    def __init__(self, groups: Sequence[GroupView], depth: int) -> None:
        super().__init__()
        self.items: list[str] = []
        self._labels = [
            widgets.label("", "group" if depth + place == 0 else "strong", wrap=True)
            for place in range(len(groups))
        ]
        self._media = [Media() for _ in groups]
        column = widgets.column(spacing=2)
        for label, media in zip(self._labels, self._media, strict=True):
            column.addWidget(label)
            column.addWidget(media)
        column.setContentsMargins(theme.TINY, theme.SMALL, 0, 0)
        self.setLayout(column)
        self.show_groups(groups)

    def __len__(self) -> int:
        return len(self._labels)

    def show_groups(self, groups: Sequence[GroupView]) -> None:
        """Show other wordings."""
        for label, media, group in zip(self._labels, self._media, groups, strict=True):
            label.setText(group.title)
            label.setVisible(bool(group.title))
            media.show_media(group.media)


class FigureTable(QWidget):
    """Base figures in two columns where there is room, read downwards."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[FigureRow] = []
        self._columns = 2
        # Two columns of their own, not a grid: a note under one figure does not stretch its neighbour.
        self._stacks = (widgets.column(spacing=0), widgets.column(spacing=0))
        self._whole = QHBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(theme.HUGE)
        for stack in self._stacks:
            stack.addStretch(1)
            self._whole.addLayout(stack, 1)

    def add(self, row: FigureRow) -> None:
        """Put a figure at the end."""
        self._rows.append(row)

    def arrange(self) -> None:
        """Give every figure its place."""
        shown = [row for row in self._rows if row.item.relevant]
        deep = -(-len(shown) // self._columns)
        for place, row in enumerate(shown):
            self._stacks[place // deep].insertWidget(place % deep, row)
        self._whole.setSpacing(theme.HUGE if self._columns > 1 else 0)
        for place, stack in enumerate(self._stacks):
            self._whole.setStretchFactor(stack, 1 if place < self._columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = 2 if self.width() >= TWO_COLUMNS_FROM else 1
        if columns != self._columns:
            self._columns = columns
            self.arrange()


class AreaPane(QScrollArea, MediaSource):
    """The items of one area."""

    decide_wanted = Signal(str)
    locked = Signal()
    """Somebody tried to write in an area that may only be read."""
    built = Signal()
    """The last card stands."""

    def __init__(self, codes: Sequence[str], items: Mapping[str, ItemView], scribe: Scribe) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cards: dict[str, ItemCard] = {}
        self.area = items[codes[0]].area
        self._codes = tuple(codes)
        self._items = items
        self._scribe = scribe
        self._reading = False
        content = QWidget()
        outer = QHBoxLayout(content)
        outer.setContentsMargins(theme.LARGE, theme.TINY, theme.LARGE, theme.LARGE)
        inside = QWidget()
        inside.setMaximumWidth(READABLE)
        outer.addWidget(inside, 1)
        outer.addStretch(0)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.SMALL)
        self._column.addStretch(1)
        self._table: FigureTable | None = None
        """The table that the next figure goes into; another kind of item ends it."""
        self._tables: list[FigureTable] = []
        self._titles: list[tuple[Titles, int]] = []
        """The titles above items, each with the depth of its first group."""
        self._around: tuple[str, ...] = ()
        self.setWidget(content)
        self._to_reveal: ItemCard | None = None
        self._reveal = QTimer(self, singleShot=True, interval=0)
        self._reveal.timeout.connect(self._scroll)
        self._waiting: Iterator[str] = iter(self._codes)
        self._stroke = QTimer(self, singleShot=True, interval=0)
        self._stroke.timeout.connect(lambda: self._build(STROKE))
        self._build(AT_ONCE)

    def card(self, code: str) -> ItemCard:
        """The card of an item, built now if it was still waiting."""
        while code not in self.cards:
            self._build(len(self._codes))
        return self.cards[code]

    def show_item(self, item: ItemView) -> None:
        """Show an item's new state, if its card stands; otherwise it will be built from it."""
        if item.code in self.cards:
            relevance = self.cards[item.code].item.relevant
            self.cards[item.code].show_item(item)
            self._show_titles()
            if relevance != item.relevant:
                for table in self._tables:
                    table.arrange()

    def set_reading(self, reading: bool) -> None:
        """The area may only be read, since another member has it; or it may be written again."""
        self._reading = reading
        for card in self.cards.values():
            card.set_reading(reading)

    def fetch_media(self, name: str, then: Received) -> None:
        self._scribe.fetch_media(name, then)

    def enter(self) -> None:
        """Put the focus where answering begins: the first open item, or the first of all."""
        shown = [card for card in self.cards.values() if card.item.relevant]
        waiting = [card for card in shown if card.item.status in ("open", "required")]
        for card in [*waiting, *shown][:1]:
            card.enter()

    def step(self, code: str, way: int) -> None:
        """From an item to its neighbour."""
        shown = [each for each in self._codes if self._items[each].relevant]
        place = shown.index(code) + way if code in shown else 0
        if 0 <= place < len(shown):
            card = self.card(shown[place])
            card.enter(last=way < 0)

    def reveal(self, card: ItemCard) -> None:
        """Scroll until the card, and in it the focus, is in view; after what has just opened is laid out."""
        self._to_reveal = card
        self._reveal.start()

    def _scroll(self) -> None:
        card, focus = self._to_reveal, QApplication.focusWidget()
        if card is not None:
            self.ensureWidgetVisible(card, 0, theme.LARGE)
            if focus is not None and card.isAncestorOf(focus):
                self.ensureWidgetVisible(focus, 0, theme.HUGE)

    def _build(self, count: int) -> None:
        self._stroke.stop()
        fresh = [self._add(self._items[code]) for code in islice(self._waiting, count)]
        for table in self._tables:
            table.arrange()
        for card in fresh:
            # Qt would show it at the next turn of the event loop, too late for the focus it may get now.
            card.setVisible(card.item.relevant)
        self._show_titles()
        if len(self.cards) < len(self._codes):
            self._stroke.start()
        else:
            self.built.emit()

    def _add(self, item: ItemView) -> ItemCard:
        self._entitle(item)
        made = FigureRow if is_base(item) else TableRow if in_table(item) else ItemCard
        card = self.cards[item.code] = made(item, self._scribe)
        card.step_wanted.connect(lambda way, code=item.code: self.step(code, way))
        card.decide_wanted.connect(self.decide_wanted)
        card.locked.connect(self.locked)
        card.set_reading(self._reading)
        if isinstance(card, FigureRow):
            if self._table is None:
                self._table = FigureTable()
                self._tables.append(self._table)
                self._column.insertWidget(self._column.count() - 1, self._table)
            self._table.add(card)
        else:
            self._table = None
            self._column.insertWidget(self._column.count() - 1, card)
        return card

    def _entitle(self, item: ItemView) -> None:
        """Put the titles of the groups that begin with an item above it."""
        names = tuple(group.name for group in item.groups)
        if names != self._around:
            depth = 0
            while depth < min(len(names), len(self._around)) and names[depth] == self._around[depth]:
                depth += 1
            if len(names) > depth:
                titles = Titles(item.groups[depth:], depth)
                self._titles.append((titles, depth))
                self._column.insertWidget(self._column.count() - 1, titles)
                self._table = None  # figures of another group stand in a table of their own
            self._around = names
        inner = len(names)
        for titles, depth in reversed(self._titles):
            if depth < inner:
                titles.items.append(item.code)
                inner = depth

    def _show_titles(self) -> None:
        """Titles stand as their groups now read, and only where something under them applies."""
        for titles, depth in self._titles:
            shown = [self._items[code] for code in titles.items if self._items[code].relevant]
            titles.setVisible(bool(shown))
            if shown:
                titles.show_groups(shown[0].groups[depth : depth + len(titles)])


def in_table(item: ItemView) -> bool:
    """Whether the item is a row of a table that the author made (`table-list` of an XLSForm)."""
    return any("list-nolabel" in leaf.appearance.split() for leaf in item.leaves) and len(item.leaves) == 1
