"""Every change of page and an answer by key, through the real window, in a workspace of 500 visits.

    python -m tests.bench.page_changes

Measured is how long the window's own thread works, from the click or the key until what it shows is painted:
the processor's time of that thread, so that other programs on a busy machine do not count. Work beside it
(opening a checklist, rendering a page of the minutes) is waited for. A second time includes all that follows:
the rest of a long form, which is built in strokes below what is in view; points, totals and history once an
answer is saved. The floor of a page is an empty page shown in the same way; the floor of an answer is a bare
button that is checked by a key and painted. Aims: no page above 100 ms, no answer above 16 ms.
"""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from inspector_app import paths
from inspector_app.domain.records import VisitId
from inspector_app.services import demo
from inspector_app.services.views import ItemView, NewVisit
from inspector_app.services.workbench import Workbench
from inspector_app.settings import Settings
from inspector_app.ui.application import dress
from inspector_app.ui.checklist.card import ItemCard
from inspector_app.ui.checklist.page import ChecklistPage
from inspector_app.ui.fields import TextArea
from inspector_app.ui.main_window import MainWindow, Rooms
from inspector_app.ui.sweeping import Sweeper
from tests.bench._measure import Line, show
from tests.pages import Page, Rest, pages

VISITS = 500
ROUNDS = 9
ITEMS, ANSWERS = 12, 72
SIZE = (1366, 768)
FIRST, AGAIN = "first time", "again"
ANSWER = "answer"
PASTE, PASTES = "paste 100,000 characters into a note", 3
LOOKS = 1_600
"""The list has been looked at for eight seconds: by then all that the program does at the start is done."""
BUILDING = 12
"""Rests until an area that was just shown is built to its end, piece by piece."""


def measure() -> Iterator[Line]:
    """Each page when it is first shown and when it is shown again; the search; an answer."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths.user_data = lambda: folder / "data"
        paths.user_config = lambda: folder / "config"
        enlarged(folder)
        app = QApplication.instance() or QApplication([])
        assert isinstance(app, QApplication)
        dress(app, Settings())
        run = Run(folder)
        app.exec()
        run.window.lanes.close()
    page, button = (
        median(painted for painted, _all in run.times.pop(name)) for name in ("empty page", "bare button")
    )
    for name, times in run.times.items():
        floor, floor_is = (button, "a bare button") if name == ANSWER else (page, "an empty page")
        yield Line(f"{name}, median", median(painted for painted, _all in times), floor, floor_is)
        yield Line("  slowest", max(painted for painted, _all in times), floor, floor_is)
        yield Line(
            "  slowest, with all that follows", max(whole for _painted, whole in times), floor, floor_is
        )


def enlarged(folder: Path) -> None:
    """The demonstration, with as many visits more as make 500, each with some answers."""
    demo.make(folder)
    bench = Workbench.open(folder / demo.LEAD_FOLDER, demo.PASSPHRASE)
    units = bench.visits.search_units("xã", VISITS)
    have = len(bench.visits.list())
    choices = [item for item in checklist(bench) if item.editor == "yes_no"][:3]
    for number in range(VISITS - have):
        on = date(2026, 1, 5) + timedelta(days=number % 300)
        visit, _ = bench.visits.new(NewVisit(units[number % len(units)].code, on))
        for item in choices[: number % 4]:
            bench.checklists.answer(visit, item.code, item.leaves[0].choices[0].name)
        bench.checklists.forget([visit])
    assert len(bench.visits.list()) == VISITS
    bench.close()


def checklist(bench: Workbench) -> list[ItemView]:
    """The items of the latest visit's checklist."""
    return list(bench.checklists.open(bench.visits.list()[0].id).items.values())


class Run:
    """The window, taken through all its pages in rounds."""

    def __init__(self, folder: Path) -> None:
        self.times: dict[str, list[tuple[float, float]]] = {}
        """What was done → the seconds until it was painted, and with all that followed, each time."""
        self.window = MainWindow(Settings())
        self.window.resize(*SIZE)
        self.window.entered.connect(Sweeper(self.window, self.window.lanes).begin)
        self._empty = Bare()
        self.window.open_demonstration(folder)
        self.window.show()
        self.window.activateWindow()
        self._began = self._painted = 0.0
        self._rest = Rest(self.window.lanes)
        self._steps: list[tuple[str, Callable[[], object]]] = []
        self._looking = Rest(self.window.lanes, LOOKS)
        self._looking.then(self._plan)

    @property
    def rooms(self) -> Rooms:
        rooms = self.window.rooms
        assert rooms is not None
        return rooms

    def _plan(self) -> None:
        visits = [self.rooms.visits.list.model.visit(row).id for row in range(VISITS)]
        for number in range(ROUNDS):
            self._round(visits[number * 5])
        self._answer(visits[0])
        self._next()

    def _round(self, visit: VisitId) -> None:
        """One visit: the list, every page for the first time, every page again; the search in the list."""
        for when in (FIRST, AGAIN):
            self._steps += [
                (f"{page.name}, {when}", self._showing(page))
                for page in pages(visit)
                if when == FIRST or not page.name.startswith("visits")  # the list closes the visit
            ]
        self._steps.append(("visit → list", lambda: self.rooms.visits.show_list()))
        for words in ("hong ngu", ""):
            self._steps.append(("search in 500 visits", lambda words=words: self._search(words)))
        self._steps.append(("sort 500 visits", self._sort))
        self._steps += [("empty page", self._empty.turn)] * 3

    def _showing(self, page: Page) -> Callable[[], object]:
        return lambda: page.show(self.rooms)

    def _search(self, words: str) -> None:
        self.rooms.go("visits")
        self.rooms.visits.list.search.setText(words)
        self.rooms.visits.list.search.returnPressed.emit()

    def _sort(self) -> None:
        header = self.rooms.visits.list.table.horizontalHeader()
        down = header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
        order = Qt.SortOrder.AscendingOrder if down else Qt.SortOrder.DescendingOrder
        self.rooms.visits.list.table.sortByColumn(0, order)

    def _answer(self, visit: VisitId) -> None:
        """No and yes in turn, at the first items of two areas."""
        self._steps.append(("", lambda: self.rooms.show_visit(visit, "checklist")))
        for number in range(ITEMS):
            self._steps.append(("", lambda number=number: self._page.go_to(self._code(2 * number))))
            self._steps += [("", lambda: None)] * BUILDING
        for number in range(ANSWERS):
            self._steps.append((ANSWER, lambda number=number: self._press(number)))
            self._steps.append(("bare button", self._empty.press))
        self._steps.append(("", self._check))
        self._steps.append(("", lambda: self._card(0).write_note()))
        for _ in range(PASTES):
            self._steps.append((PASTE, self._paste))

    @property
    def _page(self) -> ChecklistPage:
        assert self.rooms.visits.frame is not None
        page = self.rooms.visits.frame.page("checklist")
        assert isinstance(page, ChecklistPage)
        return page

    def _code(self, number: int) -> str:
        """Two answers to an item, then the next."""
        codes = [item.code for item in self._page.items.values() if item.editor == "yes_no" and item.relevant]
        return codes[number // 2 % ITEMS]

    def _card(self, number: int) -> ItemCard:
        code = self._code(number)
        return self._page.panes[self._page.items[code].area].card(code)

    def _paste(self) -> None:
        """Replace the note by a long text; what is typed is kept as a draft a moment later."""
        note = QApplication.focusWidget()
        assert isinstance(note, TextArea)
        data = QMimeData()
        data.setText("Hồ sơ chậm do liên thông giữa hai phần mềm; " * 2_300)
        note.selectAll()
        note.insertFromMimeData(data)

    def _press(self, number: int) -> None:
        QTest.keyClick(self._card(number), Qt.Key.Key_1 if number % 2 else Qt.Key.Key_2)
        self._paint()

    def _check(self) -> None:
        """The keys were answers: every item ends with the last one."""
        items = [self._page.items[self._code(number)] for number in range(ANSWERS)]
        wanted = {item.leaves[0].choices[0].name for item in items}
        assert {item.leaves[0].value for item in items} == wanted

    # --- one step after the other -----------------------------------------------------------------

    def _next(self) -> None:
        if not self._steps:
            QApplication.exit(0)  # not quit: a window that is still saving would refuse
            return
        name, act = self._steps.pop(0)
        self._began, self._painted = time.thread_time(), 0.0
        act()
        self._rest.then(lambda: self._note(name), self._paint)

    def _paint(self) -> None:
        """Arrange and paint what waits for the next turn of the events; the first time it is noted."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        QCoreApplication.sendPostedEvents(self.window, QEvent.Type.UpdateRequest.value)
        self._painted = self._painted or time.thread_time() - self._began

    def _note(self, name: str) -> None:
        if name:
            self.times.setdefault(name, []).append((self._painted, time.thread_time() - self._began))
        self._next()


class Bare(QWidget):
    """What a change of page and an answer cost at least: empty pages, and a button without more."""

    def __init__(self) -> None:
        super().__init__()
        self._pages = QStackedWidget()
        for _ in range(2):
            self._pages.addWidget(QWidget())
        self._button = QPushButton("1", checkable=True)
        column = QVBoxLayout(self)
        column.addWidget(self._button)
        column.addWidget(self._pages)
        self.resize(*SIZE)
        self.show()

    def turn(self) -> None:
        """Show the other page."""
        self._pages.setCurrentIndex(1 - self._pages.currentIndex())

    def press(self) -> None:
        """Check or uncheck the button by key."""
        QTest.keyClick(self._button, Qt.Key.Key_Space)


if __name__ == "__main__":
    show(measure)
