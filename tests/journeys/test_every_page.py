"""What holds on every page: each control says its name, shows its focus, and has keys of its own.

The window is walked through once, room by room and tab by tab; what was found is looked at by several tests.
"""

import shutil
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from inspector_app import i18n, paths
from inspector_app.services.workbench import Workbench
from inspector_app.settings import Settings
from inspector_app.ui import theme
from inspector_app.ui.main_window import MainWindow, Rooms
from tests.pages import pages
from tests.ui.conftest import PASSPHRASE, Made

CONTROLS = (
    *(QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QAbstractItemView, QAbstractSlider),
)


@dataclass(frozen=True)
class Control:
    """A control in view on a page, as far as the tests ask."""

    page: str
    where: str
    name: str
    text: str
    tip: str
    mnemonic: str


@dataclass
class Walk:
    """What was found on the way."""

    controls: list[Control]
    without_focus: dict[str, str]
    """A kind of control that looks the same with the focus as without → where one stands."""


@pytest.fixture(scope="module", params=["vi", "en"])
def walk(
    original: Made,
    tmp_path_factory: pytest.TempPathFactory,
    qapp: QApplication,
    request: pytest.FixtureRequest,
) -> Iterator[Walk]:
    home = tmp_path_factory.mktemp("walk")
    shutil.copytree(original.folder, home / "workspace")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "user_data", lambda: home / "data")
        patch.setattr(paths, "user_config", lambda: home / "config")
        theme.apply(qapp, "light")
        i18n.use(request.param)
        yield walked(QtBot(request), home / "workspace", original)


def walked(qtbot: QtBot, folder: Path, made: Made) -> Walk:
    window = MainWindow(Settings(workspace=folder))
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.lanes.open(
        lambda: Workbench.open(folder, PASSPHRASE), lambda _none: window.enter(folder), owner=window
    )
    qtbot.waitUntil(lambda: window.rooms is not None and window.lanes.idle, timeout=20_000)
    rooms = window.rooms
    assert rooms is not None
    found = Walk([], {})
    seen: set[str] = set()
    for page in pages(made.visit):
        page.show(rooms)
        qtbot.waitUntil(lambda: window.lanes.idle, timeout=20_000)
        for widget in in_view(rooms):
            found.controls.append(control(page.name, widget))
            if kind_of(widget) not in seen and widget.isEnabled() and not is_empty(widget):
                seen.add(kind_of(widget))
                if not shows_focus(widget):
                    found.without_focus[kind_of(widget)] = f"{page.name}: {where(widget)}"
        rooms.setFocus()
    window.lanes.close()
    window.close()
    return found


def in_view(rooms: Rooms) -> list[QWidget]:
    """The controls that one can come to on the page as it stands."""
    return [
        widget
        for kind in CONTROLS
        for widget in rooms.findChildren(kind)
        if widget.isVisible() and not belongs_to_qt(widget) and takes_focus(widget)
    ]


def takes_focus(widget: QWidget) -> bool:
    return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus or bool(getattr(widget, "text", str)())


def belongs_to_qt(widget: QWidget) -> bool:
    """A part that Qt itself puts into a table, a list that opens or an editable list."""
    inside = widget.parentWidget()
    return type(widget).__module__.startswith("PySide6") and (
        widget.objectName().startswith("qt_")
        or isinstance(inside, QComboBox | QLineEdit | QAbstractItemView)
        or "QComboBox" in type(inside).__name__
    )


def control(page: str, widget: QWidget) -> Control:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return Control(page, where(widget), widget.accessibleName(), text, widget.toolTip(), mnemonic(widget))


def mnemonic(widget: QWidget) -> str:
    """Alt and which letter leads here."""
    texts = [widget.text()] if isinstance(widget, QAbstractButton) else []
    texts += [
        each.text()
        for each in widget.window().findChildren(QLabel)
        if each.buddy() is widget and each.isVisible()
    ]
    return next((keys for text in texts if (keys := QKeySequence.mnemonic(text).toString())), "")


def is_empty(widget: QWidget) -> bool:
    """A list without a row, where there is nothing to stand on; in any other the first row is chosen."""
    if not isinstance(widget, QAbstractItemView):
        return False
    if not widget.currentIndex().isValid():
        widget.setCurrentIndex(widget.model().index(0, 0))
    return not widget.currentIndex().isValid()


def kind_of(widget: QWidget) -> str:
    """What decides how a control looks: its class and what the style sheet selects on."""
    looks = [widget.property(each) for each in ("kind", "segment", "surface", "prose")]
    return f"{type(widget).__name__} {' '.join(str(each) for each in looks if each)}".strip()


def shows_focus(widget: QWidget) -> bool:
    """Whether a control is painted otherwise with the focus than without."""
    if widget.focusPolicy() is Qt.FocusPolicy.NoFocus:
        return True
    around = widget.window()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    if not widget.hasFocus():  # a proxy has it
        return True
    focused = widget.grab().toImage()
    around.setFocus(Qt.FocusReason.OtherFocusReason)
    widget.clearFocus()
    return focused != widget.grab().toImage()


def where(widget: QWidget | None) -> str:
    names: list[str] = []
    while widget is not None:
        names.append(type(widget).__name__)
        widget = widget.parentWidget()
    return " < ".join(names[:4])


def test_every_control_has_a_name_that_is_read_aloud(walk: Walk) -> None:
    nameless = {f"{each.page}: {each.where}" for each in walk.controls if not (each.name or each.text)}
    assert sorted(nameless) == []


def test_a_picture_alone_is_explained_by_a_tooltip(walk: Walk) -> None:
    mute = {
        f"{each.page}: {each.where} {each.name}"
        for each in walk.controls
        if not each.text and not each.tip and "Button" in each.where.split(" < ")[0]
    }
    assert sorted(mute) == []


def test_no_two_controls_of_a_page_share_their_letter(walk: Walk) -> None:
    held: dict[tuple[str, str], set[str]] = defaultdict(set)
    for each in walk.controls:
        if each.mnemonic:
            held[each.page, each.mnemonic].add(f"{each.name or each.text} ({each.where})")
    assert {place: names for place, names in held.items() if len(names) > 1} == {}


def test_the_focus_is_seen_on_every_kind_of_control(walk: Walk) -> None:
    assert walk.without_focus == {}


def test_the_walk_came_everywhere(walk: Walk) -> None:
    assert len({each.page for each in walk.controls}) >= 12
    assert len(walk.controls) > 200
