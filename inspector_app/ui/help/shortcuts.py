"""The sheet of shortcuts: what the keys do here and now, read from the objects that act on them.

Nothing is written down twice: keys and words come from the `QShortcut` or `QAction` itself, or from the table
`KEYS` of a widget that answers keys by itself while it has the focus.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.i18n import tr
from inspector_app.ui import theme
from inspector_app.ui.widgets import Scroll, button, label

NATIVE = QKeySequence.SequenceFormat.NativeText


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys by name, and what they do."""

    keys: str
    what: str


def keys_of(page: QWidget) -> list[Keys]:
    """What keys do on a page as it is shown now, each act once with all its keys."""
    acts: dict[str, list[str]] = {}
    for each in _found(page):
        held = acts.setdefault(each.what, [])
        if each.keys not in held:
            held.append(each.keys)
    return [Keys(" · ".join(held), what) for what, held in acts.items()]


def _found(page: QWidget) -> Iterator[Keys]:
    for shortcut in page.findChildren(QShortcut):
        owner = shortcut.parent()
        if isinstance(owner, QWidget) and shortcut.isEnabled() and _in_view(owner, page):
            yield Keys(shortcut.key().toString(NATIVE), shortcut_words(shortcut))
    for action in page.findChildren(QAction):
        owner = action.parent()
        if isinstance(owner, QWidget) and not action.shortcut().isEmpty() and _in_view(owner, page):
            yield Keys(action.shortcut().toString(NATIVE), _plain(action.text()))
    told: set[type[QWidget]] = set()
    for widget in page.findChildren(QWidget):
        kind = type(widget)
        if kind not in told and _in_view(widget, page):
            told.add(kind)
            for keys, what in getattr(kind, "KEYS", ()):
                yield Keys(keys, tr(what))


def shortcut_words(shortcut: QShortcut) -> str:
    """What a shortcut does: as it says itself, or what stands on the button that it presses."""
    owner = shortcut.parent()
    if shortcut.whatsThis() or not isinstance(owner, QAbstractButton):
        return shortcut.whatsThis()
    return _plain(owner.text() or owner.accessibleName())


def _plain(text: str) -> str:
    return text.replace("&", "").strip()


def _in_view(widget: QWidget, page: QWidget) -> bool:
    return widget is page or widget.isVisibleTo(page)


class ShortcutSheet(QDialog):
    """All shortcuts in groups: everywhere, and on the page one is at."""

    def __init__(self, groups: list[tuple[str, list[Keys]]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Shortcuts"))
        self.resize(parent.size().boundedTo(QSize(theme.SHEET, theme.SHEET)) - QSize(0, 2 * theme.HUGE))
        self.groups = groups
        scroll = Scroll(width=None)
        for title, shown in groups:
            scroll.column.addWidget(label(title, "group"))
            scroll.column.addLayout(_grid(shown))
        scroll.column.addWidget(
            label(
                tr("Alt and an underlined letter goes to that field or presses that button."),
                "small",
                "secondary",
                wrap=True,
            )
        )
        scroll.column.addStretch(1)
        close = button(tr("Close"), self.close, kind="primary")
        close.setDefault(True)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.HUGE, theme.SMALL, theme.HUGE, theme.LARGE)
        foot.addStretch(1)
        foot.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll, 1)
        whole.addLayout(foot)


def _grid(shown: list[Keys]) -> QGridLayout:
    """Two columns of keys with what they do."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.MEDIUM)
    grid.setVerticalSpacing(theme.SMALL)
    for across in (0, 2):  # the columns of all groups stand below each other
        grid.setColumnMinimumWidth(across, theme.SHEET_KEYS)
        grid.setColumnStretch(across + 1, 1)
    half = (len(shown) + 1) // 2
    for at, each in enumerate(shown):
        across = 2 * (at // half)
        keys = theme.mark(label(each.keys, "small_strong"), "keys", True)
        keys.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = label(each.what, wrap=True)
        words.setAccessibleName(f"{each.what}: {each.keys}")
        grid.addWidget(keys, at % half, across, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(words, at % half, across + 1)
    return grid
