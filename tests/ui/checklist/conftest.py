"""A person before the checklist, and the colleagues around: what they do is done as another laptop would."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.domain.records import LEAD, MEMBER, Participant, RecordId, VisitId
from inspector_app.services.views import ItemView, Listed
from inspector_app.services.workbench import Workbench
from inspector_app.ui.checklist.card import ItemCard
from inspector_app.ui.checklist.page import ChecklistPage
from inspector_app.ui.session import Session
from inspector_app.ui.tasks import Lanes

Settle = Callable[[Lanes], None]


class Inspector:
    """A person at the page: types, presses keys, looks."""

    def __init__(self, page: ChecklistPage, qtbot: QtBot, settle: Settle) -> None:
        self.page = page
        self._qtbot = qtbot
        self._settle = settle

    def go(self, code: str) -> ItemCard:
        """Work at an item."""
        self.page.go_to(code)
        return self.card(code)

    def card(self, code: str) -> ItemCard:
        """An item on the screen."""
        return self.page.panes[self.page.items[code].area].card(code)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        focus = QApplication.focusWidget()
        assert focus is not None
        self._qtbot.keyClick(focus, key, held)

    def write(self, words: str) -> None:
        """Type where the focus is; QTest itself only knows the keys of an English keyboard."""
        for letter in words:
            focus = QApplication.focusWidget()
            assert focus is not None
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(focus, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))

    def wait(self) -> None:
        """Until everything asked of the workspace is back."""
        self._settle(self.page.session.lanes)

    def item(self, code: str) -> ItemView:
        """What the workspace itself holds of an item."""
        found: list[ItemView] = []
        self.page.session.read(
            lambda bench: bench.checklists.open(self.page.visit).items[code], found.append, owner=self.page
        )
        self.wait()
        return found[0]

    def do(self, act: Callable[[Workbench], Any]) -> None:
        """Something happens to the visit that this page did not do."""
        self.page.session.save(act, owner=self.page.session)
        self.wait()

    def reads(self, widget: QWidget) -> str:
        """All words in view inside a widget."""
        return " ".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


@pytest.fixture
def inspector(session: Session, visit: VisitId, qtbot: QtBot, settle: Settle) -> Inspector:
    """An inspector before the open checklist on a small laptop's screen."""
    page = ChecklistPage(session, visit)
    qtbot.addWidget(page)
    page.resize(1290, 686)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    person = Inspector(page, qtbot, settle)
    person.wait()
    return person


class Team:
    """The team of a visit; what it does is done from beside the page."""

    def __init__(self, session: Session, visit: VisitId, settle: Settle) -> None:
        self._session, self._visit, self._settle = session, visit, settle

    def do(self, act: Callable[[Workbench], Any]) -> Any:
        """Something is done to the visit outside the page, or looked up; what came of it."""
        got: list[Any] = []
        faults: list[Any] = []
        self._session.read(act, got.append, faults.append, owner=self._session)
        self._settle(self._session.lanes)
        assert not faults
        return got[0]

    def save(self, act: Callable[[Workbench], Any]) -> None:
        """Something is done to the visit, and every page hears of it."""
        self._session.save(act, owner=self._session)
        self._settle(self._session.lanes)

    def people(self) -> tuple[Listed[Participant], ...]:
        """Everybody who is named."""
        return self.do(lambda bench: bench.visits.get(self._visit).participants)

    def member(self, name: str, *areas: str, role: str = MEMBER) -> RecordId:
        """Name a member and deal them areas."""
        visit = self._visit
        person = self.do(
            lambda bench: bench.visits.add(
                visit, "participant", honorific="Bà", name=name, role=role, areas=list(areas)
            )[0]
        )
        self.save(lambda bench: bench.visits.change(visit, "participant", person, title="Chuyên viên"))
        return person

    def make_me(self, role: str, *areas: str) -> None:
        """The person at this laptop has another role and other areas, as whoever may deal would say it."""
        me, visit = self.people()[0].id, self._visit
        for fields in ({"role": LEAD}, {"areas": list(areas)}, {"role": role}):
            self.save(lambda bench, fields=fields: bench.visits.change(visit, "participant", me, **fields))


@pytest.fixture
def team(session: Session, visit: VisitId, settle: Settle) -> Team:
    """The team; the person here is a plain member with the area CD, Phúc has TC, Dương leads."""
    made = Team(session, visit, settle)
    made.member("Ngô Thùy Dương", role=LEAD)
    made.member("Đặng Hoàng Phúc", "TC")
    made.make_me(MEMBER, "CD")
    return made


@pytest.fixture
def worker(team: Team, inspector: Inspector, qtbot: QtBot) -> Inspector:
    """The inspector before a checklist of which a part is a colleague's."""
    inspector.wait()
    return inspector
