"""Real workspaces behind real widgets: one is made per run, each test works on its own copy.

Two laptops share a visit. The lead's workspace, which a test opens, holds one conflict (CD04) that came back
with the member's bundle; the bundle lies beside it.
"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inspector_app import i18n
from inspector_app.domain.records import VisitId
from inspector_app.services.views import NewVisit, Profile
from inspector_app.services.workbench import Workbench
from inspector_app.settings import Settings
from inspector_app.storage.workspace import KeyDerivation
from inspector_app.ui import theme
from inspector_app.ui.main_window import MainWindow
from inspector_app.ui.session import Session
from inspector_app.ui.tasks import Lanes
from tests.services.conftest import introduce

PASSPHRASE = "bốn từ rất dài"
QUICK = KeyDerivation(memory_kib=8_192, iterations=1, lanes=1)
LEAD = Profile("Trần Quốc Huy", "Phó Giám đốc", "Sở Nội vụ", "Máy 01")
MEMBER = Profile("Lê Thị Mỹ Duyên", "Chuyên viên", "Văn phòng UBND tỉnh", "Máy 02")
DISPUTED = "CD04"

Settle = Callable[[Lanes], None]
T = TypeVar("T")
W = TypeVar("W", bound=QWidget)


@dataclass(frozen=True)
class Made:
    """A folder with the lead's workspace, the member's bundle, and the visit they share."""

    folder: Path
    bundle: Path
    visit: VisitId


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """What the copies are made from."""
    i18n.use("vi")
    home = tmp_path_factory.mktemp("original")
    lead = Workbench.create(home / "lead", PASSPHRASE, LEAD, derivation=QUICK)
    member = Workbench.create(home / "member", PASSPHRASE, MEMBER, derivation=QUICK)
    visit, _saved = lead.visits.new(NewVisit("29971", date(2026, 11, 23)))
    lead.visits.new(NewVisit("29955", date(2026, 11, 24)))
    introduce(lead, member, visit)
    member.handover.receive(lead.handover.export(visit, home).file)
    item = lead.checklists.open(visit).items[DISPUTED]
    for bench, done in ((lead, "18"), (member, "17")):
        values = dict(zip((leaf.key for leaf in item.leaves), (done, "26"), strict=False))
        bench.checklists.answer(visit, DISPUTED, values)
    bundle = member.handover.export(visit, home).file
    lead.handover.receive(bundle)
    member.close()
    lead.close()
    return Made(home / "lead", bundle, visit)


@pytest.fixture
def made(original: Made, tmp_path: Path) -> Made:
    """A copy of the workspace for one test."""
    folder = tmp_path / "workspace"
    shutil.copytree(original.folder, folder)
    bundle = tmp_path / original.bundle.name
    shutil.copy(original.bundle, bundle)
    return Made(folder, bundle, original.visit)


@pytest.fixture
def visit(made: Made) -> VisitId:
    """The visit that both laptops know; it holds the conflict."""
    return made.visit


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    """The window's own style, light."""
    theme.apply(qapp, "light")


@pytest.fixture
def on_a_page(qtbot: QtBot) -> Callable[..., QWidget]:
    """Show widgets below each other on an active page; returns the page."""
    kept: list[QWidget] = []

    def show(*parts: QWidget) -> QWidget:
        page = QWidget()
        kept.append(page)
        column = QVBoxLayout(page)
        for part in parts:
            column.addWidget(part)
        qtbot.addWidget(page)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    return show


@pytest.fixture
def lanes(qapp: QApplication) -> Iterator[Lanes]:
    """Lanes without a workspace."""
    lanes = Lanes()
    yield lanes
    lanes.close()


@pytest.fixture
def settle(qtbot: QtBot) -> Settle:
    """Wait until every result has reached the window, and what it added has been shown."""

    def wait(lanes: Lanes) -> None:
        turned: list[bool] = []
        qtbot.waitUntil(lambda: lanes.idle, timeout=20_000)
        # A widget that was just added to a layout is shown by an event that waits in the queue.
        QTimer.singleShot(0, lambda: turned.append(True))
        qtbot.waitUntil(lambda: lanes.idle and bool(turned), timeout=20_000)

    return wait


class Screen:
    """A laptop's screen: what is shown on it becomes the active window and is closed after the test."""

    def __init__(self, qtbot: QtBot, lanes: Lanes, settle: Settle) -> None:
        self._qtbot, self._lanes, self._settle = qtbot, lanes, settle

    def show(self, window: W, width: int, height: int) -> W:
        """Show a window of that size."""
        self._qtbot.addWidget(window)
        self._bring_up(window, width, height)
        return window

    def enter(self, page: W, width: int, height: int) -> W:
        """Show a page and come to it, as from the rail or the tabs; it holds by then what it shows."""
        self.show(page, width, height)
        page.entered()  # pyright: ignore[reportAttributeAccessIssue] - every page has it
        self._settle(self._lanes)
        return page

    def unlock(self, folder: Path, width: int, height: int) -> MainWindow:
        """Start the program and go through the door to the workspace in a folder."""
        window = self.start(Settings(workspace=folder), width, height)
        window.door.unlock.passphrase.setText(PASSPHRASE)
        window.door.unlock.go.click()
        self._settle(window.lanes)
        self._settle(window.lanes)
        return window

    def start(self, settings: Settings, width: int, height: int) -> MainWindow:
        """Start the program; it shows the door."""
        window = MainWindow(settings)
        self._qtbot.addWidget(window, before_close_func=lambda shown: shown.lanes.close())
        self._bring_up(window, width, height)
        return window

    def _bring_up(self, window: QWidget, width: int, height: int) -> None:
        window.resize(width, height)
        with self._qtbot.waitActive(window):
            window.show()
            window.activateWindow()


@pytest.fixture
def screen(qtbot: QtBot, lanes: Lanes, settle: Settle) -> Screen:
    return Screen(qtbot, lanes, settle)


def asked(session: Session, settle: Settle, question: Callable[[Workbench], T]) -> T:
    """What the workspace itself answers."""
    found: list[T] = []
    faults: list[object] = []
    session.read(question, found.append, faults.append, owner=session)
    settle(session.lanes)
    assert not faults
    return found[0]


def drafts(session: Session, settle: Settle) -> list[str]:
    """The texts being typed, as a crash would leave them."""
    return asked(session, settle, lambda bench: [each.value for each in bench._workspace.ledger.drafts()])


@pytest.fixture
def session(lanes: Lanes, made: Made, settle: Settle) -> Session:
    """The opened workspace of one test, as pages are given it."""
    opened: list[None] = []
    lanes.open(lambda: Workbench.open(made.folder, PASSPHRASE), opened.append, owner=lanes)
    settle(lanes)
    assert opened
    return Session(lanes, Settings(), lanes)
