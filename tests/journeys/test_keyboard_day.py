"""A whole day of an inspector who never touches the mouse, through the program's own window.

Every act is a key sent to whatever has the focus, from the passphrase in the morning to the minutes in the
evening. The test looks at the window to know where it is; what counts is in the workspace that is opened
again afterwards.
"""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import ItemView
from inspector_app.services.workbench import Workbench
from inspector_app.settings import Settings
from inspector_app.ui import theme
from inspector_app.ui.checklist.page import ChecklistPage
from inspector_app.ui.dossiers.form import DossierForm
from inspector_app.ui.dossiers.page import DossiersPage
from inspector_app.ui.main_window import MainWindow, Rooms
from inspector_app.ui.merge.conflicts import ConflictsPanel
from inspector_app.ui.visit.findings import FindingsPage
from inspector_app.ui.visit.frame import VisitFrame
from inspector_app.ui.visit.minutes import MinutesPage
from tests.hands import Hands, focused
from tests.services.conftest import hand_over, state, verified
from tests.ui.conftest import DISPUTED, PASSPHRASE, Made, Screen, Settle

Key = Qt.Key
P = TypeVar("P", bound=QWidget)
PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier

NOTE = "Đã xem kế hoạch và sổ theo dõi."
REASON = "Kỳ trước không có tồn tại nào."
CODE, PROCEDURE = "000.16.30.H20-261123-0041", "Đăng ký khai sinh"
ADVICE = "Bố trí kinh phí riêng trong dự toán năm sau."
COUNTED_TWICE = "CD09"
"""A second dispute: the lead counted 3 meetings, the member 4."""
WHY, WHY_TWICE = "Đã đối chiếu với sổ theo dõi.", "Đủ bốn biên bản họp."
FAILED = "H04"
"""The check that the dossier does not pass."""
ANSWERS = {
    "CD01": ["a"],
    "CD03": ["khong"],
    "CD05": ["11", "12"],
    DISPUTED: ["18", "26"],
    COUNTED_TWICE: ["4"],
}


class Keyboard(Hands):
    """The inspector's only tool, and eyes for the window."""

    def __init__(self, window: MainWindow, qtbot: QtBot, settle: Settle) -> None:
        self.window, self.qtbot, self._settle = window, qtbot, settle

    @property
    def focus(self) -> QWidget:
        return focused()

    def rest(self) -> None:
        """Let the window come to rest."""
        self._settle(self.window.lanes)

    def press(self, key: Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key where the focus is, and let the window come to rest."""
        super().press(key, held)
        self.rest()

    @property
    def rooms(self) -> Rooms:
        assert self.window.rooms is not None
        return self.window.rooms

    @property
    def frame(self) -> VisitFrame:
        assert self.rooms.visits.frame is not None
        return self.rooms.visits.frame

    def section(self, kind: type[P]) -> P:
        """The section of the visit that is on the screen."""
        page = self.frame.page(self.frame.tab)
        assert isinstance(page, kind)
        return page

    @property
    def item(self) -> str:
        """The item of the checklist that is being worked on."""
        return self.section(ChecklistPage).current

    def view(self, code: str) -> ItemView:
        """An item as the checklist shows it."""
        return self.section(ChecklistPage).items[code]

    def to_next_question(self, form: DossierForm) -> str:
        """Go to the next question of a dossier that must be answered; which one it is, "" for none."""
        before = self.focus
        self.press(Key.Key_F8)
        if self.focus is before:
            return ""
        return next((row.key for row in form.body.questions() if row.isAncestorOf(self.focus)), "")

    def leave(self) -> None:
        """Close the window, as the desktop does on Alt+F4: its keys never reach the program."""
        self.window.close()
        self.until(lambda: not self.window.isVisible())

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=20_000)


@pytest.fixture
def folder(original: Made, made: Made, tmp_path: Path) -> Path:
    """The lead's workspace with a second dispute in the visit."""
    shutil.copytree(original.folder.with_name("member"), tmp_path / "member")
    with (
        closing(Workbench.open(made.folder, PASSPHRASE)) as lead,
        closing(Workbench.open(tmp_path / "member", PASSPHRASE)) as member,
    ):
        for bench, meetings in ((lead, "3"), (member, "4")):
            bench.checklists.answer(made.visit, COUNTED_TWICE, meetings)
        hand_over(member, lead, made.visit, tmp_path)
    return made.folder


@pytest.fixture
def keyboard(folder: Path, qapp: QApplication, screen: Screen, qtbot: QtBot, settle: Settle) -> Keyboard:
    """Before the door, on a small laptop."""
    theme.apply(qapp, "light")
    window = screen.start(Settings(workspace=folder), 1093, 614)
    return Keyboard(window, qtbot, settle)


def test_a_whole_day_needs_no_mouse_and_all_of_it_is_kept(
    keyboard: Keyboard, folder: Path, visit: VisitId
) -> None:
    unlock(keyboard)
    open_visit(keyboard, visit)
    tick_attendance(keyboard)
    answer(keyboard)
    note_and_find(keyboard)
    undo_and_redo(keyboard)
    rate(keyboard)
    search_and_set_aside(keyboard)
    check_a_dossier(keyboard)
    recommend(keyboard)
    decide_the_disputes(keyboard)
    read_the_minutes(keyboard)
    keyboard.leave()
    with closing(Workbench.open(folder, PASSPHRASE)) as bench:
        all_is_kept(bench, visit)


# --- the day, step by step -----------------------------------------------------------------------


def unlock(keyboard: Keyboard) -> None:
    keyboard.write(PASSPHRASE)
    keyboard.press(Key.Key_Return)
    keyboard.until(lambda: keyboard.window.rooms is not None)
    keyboard.rest()
    assert keyboard.rooms.place.room == "visits"


def open_visit(keyboard: Keyboard, visit: VisitId) -> None:
    """The later visit stands first in the list."""
    keyboard.press(Key.Key_Down)
    keyboard.press(Key.Key_Return)
    assert keyboard.frame.visit == visit


def tick_attendance(keyboard: Keyboard) -> None:
    keyboard.press(Key.Key_2, ALT)
    keyboard.press(Key.Key_Space)
    assert keyboard.frame.tab == "participants"


def answer(keyboard: Keyboard) -> None:
    """Digits on the choices; F6 goes on to what is open."""
    keyboard.press(Key.Key_5, ALT)
    keyboard.press(Key.Key_Down, ALT)
    assert keyboard.item == "CD01"
    keyboard.press(Key.Key_1)
    keyboard.press(Key.Key_F6)
    assert keyboard.item == "CD02"
    keyboard.press(Key.Key_F6)
    assert keyboard.item == "CD03"
    keyboard.press(Key.Key_2)


def note_and_find(keyboard: Keyboard) -> None:
    keyboard.press(Key.Key_F2)
    keyboard.write(NOTE)
    keyboard.press(Key.Key_Escape)
    keyboard.press(Key.Key_F3, SHIFT)
    assert keyboard.view("CD03").findings == 1


def undo_and_redo(keyboard: Keyboard) -> None:
    """The finding was the last act."""
    keyboard.press(Key.Key_Z, CTRL)
    assert keyboard.view("CD03").findings == 0
    assert keyboard.view("CD03").note == NOTE
    keyboard.press(Key.Key_Y, CTRL)
    assert keyboard.view("CD03").findings == 1


def rate(keyboard: Keyboard) -> None:
    """Two numbers, with Enter behind each. F6 passes over CD04, which has two answers rather than none."""
    keyboard.press(Key.Key_F6)
    assert keyboard.item == "CD05"
    keyboard.write("11")
    keyboard.press(Key.Key_Return)
    keyboard.write("12")
    keyboard.press(Key.Key_Return)
    assert keyboard.item == "CD06"


def search_and_set_aside(keyboard: Keyboard) -> None:
    """Found without accents; in a rate 0 is a number, so one steps out of the field first."""
    keyboard.press(Key.Key_F, CTRL)
    keyboard.write("ty le ton tai")
    keyboard.press(Key.Key_Return)
    keyboard.press(Key.Key_Return)
    assert keyboard.item == "CD07"
    keyboard.press(Key.Key_Escape)
    keyboard.press(Key.Key_0)
    keyboard.write(REASON)
    keyboard.press(Key.Key_Return)
    assert keyboard.view("CD07").not_applicable


def check_a_dossier(keyboard: Keyboard) -> None:
    """A new code, then what must be answered: F8 goes from one to the next."""
    keyboard.press(Key.Key_6, ALT)
    keyboard.write(CODE)
    keyboard.press(Key.Key_Return)
    form = keyboard.section(DossiersPage).form
    keyboard.write(PROCEDURE)
    for day in ("2/11/2026", "10/11/2026"):
        keyboard.press(Key.Key_F8)
        keyboard.write(day)
    checks: list[str] = []
    while (key := keyboard.to_next_question(form)).startswith("H"):
        keyboard.press(Key.Key_2 if key == FAILED else Key.Key_1)
        checks.append(key)
    assert FAILED in checks


def recommend(keyboard: Keyboard) -> None:
    """From the standard finding, in other words than the proposed ones."""
    keyboard.press(Key.Key_7, ALT)
    page = keyboard.section(FindingsPage)
    [found] = page.sections["finding"].list.rows.shown
    assert found.record.item == "CD03"
    keyboard.press(Key.Key_R, CTRL)
    assert keyboard.focus is page.side.recommendation.words
    keyboard.press(Key.Key_A, CTRL)
    keyboard.write(ADVICE)
    keyboard.press(Key.Key_Tab)
    assert [each.record.text for each in page.sections["recommendation"].list.rows.shown] == [ADVICE]


def decide_the_disputes(keyboard: Keyboard) -> None:
    """The number of a side, Tab to the reason, then the button itself, or its shortcut from where one is."""
    keyboard.press(Key.Key_2, CTRL)
    disputes = keyboard.rooms.merge.conflicts
    assert disputes.title.text().startswith(DISPUTED)
    choose_a_side(keyboard, disputes, Key.Key_1, WHY)
    keyboard.press(Key.Key_Tab)
    keyboard.press(Key.Key_Space)
    assert disputes.title.text().startswith(COUNTED_TWICE)
    choose_a_side(keyboard, disputes, Key.Key_2, WHY_TWICE)
    keyboard.press(Key.Key_Return, CTRL)
    assert disputes.current is None


def choose_a_side(keyboard: Keyboard, disputes: ConflictsPanel, digit: Key, why: str) -> None:
    """From the first of two sides, where each dispute begins."""
    keyboard.press(digit)
    keyboard.press(Key.Key_Tab)
    keyboard.press(Key.Key_Tab)
    assert keyboard.focus is disputes.reason
    keyboard.write(why)


def read_the_minutes(keyboard: Keyboard) -> None:
    keyboard.press(Key.Key_1, CTRL)
    keyboard.press(Key.Key_9, ALT)
    page = keyboard.section(MinutesPage)
    keyboard.until(lambda: page.view.drawn)
    assert page.view.pages > 1
    last = page.view.pages
    assert page.place.text() == tr("Page {page} of {total}", page=1, total=last)
    keyboard.press(Key.Key_End)
    keyboard.until(lambda: page.place.text() == tr("Page {page} of {total}", page=last, total=last))


# --- what is in the workspace ----------------------------------------------------------------------


def all_is_kept(bench: Workbench, visit: VisitId) -> None:
    """Every act of the day, as the workspace opened again says it."""
    items, card = bench.checklists.open(visit).items, bench.visits.get(visit)
    values = {code: [leaf.value for leaf in items[code].leaves if not leaf.computed] for code in ANSWERS}
    assert values == ANSWERS
    assert items["CD03"].note == NOTE
    assert (items["CD07"].not_applicable, items["CD07"].reason) == (True, REASON)
    assert [person.record.attendance for person in card.participants] == ["present"]
    [finding], [recommendation] = card.findings, card.recommendations
    assert (finding.record.item, finding.record.text) == ("CD03", items["CD03"].standard_finding)
    assert (recommendation.record.finding, recommendation.record.text) == (finding.id, ADVICE)
    [dossier] = bench.dossiers.list(visit)
    assert (dossier.code, dossier.procedure) == (CODE, PROCEDURE)
    assert (dossier.passed, dossier.failed) == (False, (FAILED,))
    assert bench.merging.conflicts() == ()
    for code, why in ((DISPUTED, WHY), (COUNTED_TWICE, WHY_TWICE)):
        assert why in bench.checklists.history(visit, code)[0].text
    assert bench.recovered == ()
    assert verified(bench)
    folded = state(bench)
    bench.upkeep.rebuild()
    assert state(bench) == folded
