"""The small parts that pages are built from: pictures of state, words, buttons, and ways to arrange them."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from inspector_app.ui import theme

# --- pictures ------------------------------------------------------------------------------------


class Glyph(QWidget):
    """An icon as a widget; follows the theme."""

    def __init__(self, name: str, tone: theme.Tone = "secondary", size: int = theme.ICON) -> None:
        super().__init__()
        self._name, self._tone = name, tone
        self.setFixedSize(size, size)

    def show_as(self, name: str, tone: theme.Tone) -> None:
        """Another icon."""
        self._name, self._tone = name, tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme.paint_glyph(painter, self.rect(), self._name, theme.colour(self._tone))
        painter.end()


class StateMark(QWidget):
    """The mark of an item's state as a widget."""

    def __init__(self, state: theme.Mark = "open", size: int = 14) -> None:
        super().__init__()
        self._state: theme.Mark = state
        self.setFixedSize(size, size)

    def show_as(self, state: theme.Mark) -> None:
        """Another state."""
        self._state = state
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme.paint_mark(painter, QRectF(self.rect()), self._state)
        painter.end()


class Bar(QWidget):
    """A thin line of progress, 0 to 1."""

    def __init__(self, share: float = 0.0) -> None:
        super().__init__()
        self._share = share
        self.setFixedHeight(4)

    def show_share(self, share: float) -> None:
        """Another progress."""
        self._share = max(0.0, min(1.0, share))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme.paint_bar(painter, QRectF(self.rect()), self._share)
        painter.end()


def line(*, vertical: bool = False) -> QFrame:
    """A hairline between two things."""
    made = QFrame()
    made.setProperty("line", True)
    if vertical:
        made.setFixedWidth(1)
    else:
        made.setFixedHeight(1)
    return made


# --- words ---------------------------------------------------------------------------------------


def label(
    text: str = "", kind: theme.Type = "text", tone: theme.Tone | None = None, *, wrap: bool = False
) -> QLabel:
    """A plain text; never interpreted as HTML."""
    made = theme.dress(QLabel(text), kind, tone)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    return made


class ElidedLabel(QLabel):
    """One line of text that gives way to its neighbours with an ellipsis; the tooltip has it all."""

    def __init__(self, text: str = "", kind: theme.Type = "text", tone: theme.Tone | None = None) -> None:
        super().__init__()
        theme.dress(self, kind, tone)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._whole = ""
        self.setText(text)

    def setText(self, text: str) -> None:
        self._whole = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._elide()

    def text(self) -> str:
        return self._whole

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        super().setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


# --- buttons -------------------------------------------------------------------------------------


def button(
    text: str,
    clicked: Callable[[], object] | None = None,
    *,
    kind: str = "plain",
    icon: str = "",
    shortcut: str = "",
    tip: str = "",
) -> QPushButton:
    """A button with a verb on it; kind: plain, primary, quiet, link, danger. Its tooltip names the keys."""
    made = theme.mark(QPushButton(text), "kind", kind)
    if icon:
        tone: theme.Tone = {"primary": "on_accent", "danger": "wrong"}.get(kind, "accent")  # type: ignore[assignment]  # the literal is lost in the mapping
        made.setIcon(theme.icon(icon, tone))
        made.setIconSize(theme.ICON_BESIDE_TEXT)
    if shortcut:
        tip = f"{tip or text.replace('&', '')} ({_keys(made, shortcut, tip)})"
    made.setToolTip(tip)
    made.setAutoDefault(False)
    if clicked is not None:
        made.clicked.connect(lambda _checked=False: clicked())
    return made


def tool(
    icon: str,
    name: str,
    clicked: Callable[[], object] | None = None,
    *,
    tone: theme.Tone = "accent",
    shortcut: str = "",
) -> QToolButton:
    """A button with an icon only; its name is the tooltip and what a screen reader says."""
    made = theme.mark(QToolButton(), "kind", "quiet")
    made.setIcon(theme.icon(icon, tone))
    made.setIconSize(QSize(theme.ICON, theme.ICON))
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if shortcut:
        made.setToolTip(f"{name} ({_keys(made, shortcut)})")
    if clicked is not None:
        made.clicked.connect(lambda _checked=False: clicked())
    return made


def _keys(made: QAbstractButton, keys: str, what: str = "") -> str:
    """Have keys press a button; how they are called. (Its own shortcut is the mnemonic of its text.)"""
    shortcut = QShortcut(QKeySequence(keys), made)
    shortcut.setWhatsThis(what)
    shortcut.activated.connect(made.click)
    return shortcut.key().toString(QKeySequence.SequenceFormat.NativeText)


def on_keys(
    widget: QWidget, keys: str, act: Callable[[], object], what: str, *, inside: bool = False
) -> QShortcut:
    """Have keys act while a widget is in view; with `inside` only while it holds the focus.

    what: what they do, as the sheet of shortcuts says it.
    """
    made = QShortcut(QKeySequence(keys), widget)
    made.activated.connect(lambda: act())
    made.setWhatsThis(what)
    if inside:
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    return made


# --- arranging -----------------------------------------------------------------------------------


def row(*parts: QWidget | int | None, spacing: int = theme.SMALL) -> QHBoxLayout:
    """Widgets side by side; an int is a fixed space, None takes what is left."""
    return _lay(QHBoxLayout(), parts, spacing)


def column(*parts: QWidget | QLayout | int | None, spacing: int = theme.SMALL) -> QVBoxLayout:
    """Widgets or layouts below each other; an int is a fixed space, None takes what is left."""
    return _lay(QVBoxLayout(), parts, spacing)


def beside(main: QWidget | QLayout, side: QWidget) -> QHBoxLayout:
    """A side of its own width at the right of what takes the room, a line between them."""
    box = _lay(QHBoxLayout(), (main, line(vertical=True), side), 0)
    box.setStretch(0, 1)
    return box


B = TypeVar("B", QHBoxLayout, QVBoxLayout)


def _lay(box: B, parts: Sequence[QWidget | QLayout | int | None], spacing: int) -> B:
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(spacing)
    for part in parts:
        if part is None:
            box.addStretch(1)
        elif isinstance(part, int):
            box.addSpacing(part)
        elif isinstance(part, QWidget):
            box.addWidget(part)
        else:
            box.addLayout(part)
    return box


class Scroll(QScrollArea):
    """A page that scrolls down, its column never wider than one can read. Focus is kept in view."""

    def __init__(
        self, *, width: int | None = theme.READABLE, margin: int = theme.HUGE, centred: bool = False
    ) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        inside = self.inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.LARGE)
        if width is not None:
            inside.setMaximumWidth(width)
        across = QHBoxLayout()
        if centred:
            across.addStretch(1)
        across.addWidget(inside, 100)
        if width is not None:
            across.addStretch(1)
        outer = QVBoxLayout(content)
        outer.setContentsMargins(margin, theme.LARGE, margin, margin)
        outer.addLayout(across, 0 if centred else 1)
        if centred:
            outer.addStretch(1)
        self.setWidget(content)
        # The ground of the page that holds it shows through.
        content.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def focusNextPrevChild(self, forward: bool) -> bool:
        moved = super().focusNextPrevChild(forward)
        content, now = self.widget(), self.focusWidget()
        if moved and content is not None and content.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, theme.HUGE)
        return moved


class Stack(QStackedWidget):
    """Pages in the same place, one of them in view; each fills the room there is.

    So nobody need ask them how high they are at which width: Qt would ask all of them, those out of view too,
    whenever something changes on the one in view.
    """

    def hasHeightForWidth(self) -> bool:
        return False

    def heightForWidth(self, _width: int) -> int:
        return -1


class Flow(QLayout):
    """Widgets in a line that wraps, like words.

    The layouts around it ask for its height again and again while a page is arranged, and to ask a button for
    its size costs a millisecond: so both are remembered until something changes.
    """

    def __init__(self, spacing: int = theme.SMALL) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._wanted: list[tuple[QLayoutItem, QSize]] | None = None
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # None ends Qt's walk
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # None ends Qt's walk
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        super().invalidate()
        self._heights.clear()
        self._wanted = None

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        x, y, tallest = rect.x(), rect.y(), 0
        for item, hint in self._shown():
            width = min(hint.width(), rect.width())
            if x > rect.x() and x + width > rect.right() + 1:
                x, y, tallest = rect.x(), y + tallest + self.spacing(), 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, hint.height())))
            x += width + self.spacing()
            tallest = max(tallest, hint.height())
        return y + tallest - rect.y()

    def _shown(self) -> list[tuple[QLayoutItem, QSize]]:
        """What is in view, with the size that it wants."""
        if self._wanted is None:
            self._wanted = [(item, item.sizeHint()) for item in self._items if not item.isEmpty()]
        return self._wanted


class EmptyPage(QWidget):
    """What stands where nothing is yet: what belongs here, and the first step."""

    def __init__(self, icon: str, title: str, text: str, first_step: QPushButton | None = None) -> None:
        super().__init__()
        words = label(text, "text", "secondary", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.setMaximumWidth(420)
        box = QVBoxLayout(self)
        box.setSpacing(theme.MEDIUM)
        box.addStretch(2)
        box.addLayout(row(None, Glyph(icon, "secondary", 48), None))
        box.addLayout(row(None, label(title, "group"), None))
        # In a row with stretch, not aligned: an aligned text would not be asked how high it is when wrapped.
        middle = row(None, words, None)
        middle.setStretch(1, 100)
        box.addLayout(middle)
        if first_step is not None:
            box.addSpacing(theme.SMALL)
            box.addLayout(row(None, first_step, None))
        box.addStretch(3)


def leave_field(page: QWidget) -> None:
    """Take the focus from whatever has it on a page: a field that is left saves what was typed."""
    field = page.focusWidget()
    if isinstance(field, QWidget):
        field.clearFocus()


def arrange(changed: QWidget) -> None:
    """Arrange a widget in view and all around it now; Qt itself goes up level by level, painting between."""
    around: QWidget | None = changed
    while around is not None and around.isVisible():
        if (layout := around.layout()) is not None:
            layout.activate()
        around = around.parentWidget()


def tab_stops(inside: QWidget) -> Iterator[QWidget]:
    """Where the Tab key may stop inside, in reading order; Qt's own is the order in which parts were made."""
    layout = inside.layout()
    for part in _parts(layout) if layout else inside.findChildren(QWidget, options=_DIRECT):
        if not part.isVisible() or not part.isEnabled():
            continue
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield part
        else:
            yield from tab_stops(part)


_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def _parts(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is not None and (widget := item.widget()) is not None:
            yield widget
        elif item is not None and (inner := item.layout()) is not None:
            yield from _parts(inner)


def clear(layout: QLayout) -> None:
    """Remove and delete everything in a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
