"""A person before the checklist, and the colleagues around: what they do is done as another laptop would."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from inspector_app.domain.records import LEAD, MEMBER, Participant, RecordId, VisitId
from inspector_app.services.views import ItemView, Listed, NewVisit
from inspector_app.services.workbench import Workbench
from inspector_app.ui.checklist.card import ItemCard
from inspector_app.ui.checklist.page import ChecklistPage
from inspector_app.ui.session import Session
from tests.hands import Hands
from tests.ui.conftest import Screen, Settle, asked

Begin = Callable[[Path], VisitId]
OpenPage = Callable[[VisitId], ChecklistPage]


class Inspector(Hands):
    """A person at the page: types, presses keys, looks."""

    def __init__(self, page: ChecklistPage, settle: Settle) -> None:
        self.page = page
        self._settle = settle

    def go(self, code: str) -> ItemCard:
        """Work at an item."""
        self.page.go_to(code)
        return self.card(code)

    def card(self, code: str) -> ItemCard:
        """An item on the screen."""
        return self.page.panes[self.page.items[code].area].card(code)

    def wait(self) -> None:
        """Until everything asked of the workspace is back."""
        self._settle(self.page.session.lanes)

    def item(self, code: str) -> ItemView:
        """What the workspace itself holds of an item."""
        visit = self.page.visit
        return asked(self.page.session, self._settle, lambda bench: bench.checklists.open(visit).items[code])

    def do(self, act: Callable[[Workbench], Any]) -> None:
        """Something happens to the visit that this page did not do."""
        self.page.session.save(act, owner=self.page.session)
        self.wait()

    def reads(self, widget: QWidget) -> str:
        """All words in view inside a widget."""
        return " ".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def before_checklist(session: Session, visit: VisitId, screen: Screen, settle: Settle) -> Inspector:
    """An inspector before the open checklist on a small laptop's screen."""
    person = Inspector(screen.show(ChecklistPage(session, visit), 1290, 686), settle)
    person.wait()
    return person


@pytest.fixture
def inspector(session: Session, visit: VisitId, screen: Screen, settle: Settle) -> Inspector:
    return before_checklist(session, visit, screen, settle)


@pytest.fixture
def wait(session: Session, settle: Settle) -> Callable[[], None]:
    """Until what was done, and what follows from it, is shown."""

    def twice() -> None:
        settle(session.lanes)
        settle(session.lanes)

    return twice


@pytest.fixture
def open_page(session: Session, screen: Screen, wait: Callable[[], None]) -> OpenPage:
    """The checklist of a visit, as tall as a form of questions likes it."""

    def opened(visit: VisitId) -> ChecklistPage:
        page = screen.show(ChecklistPage(session, visit), 1290, 760)
        wait()
        return page

    return opened


@pytest.fixture
def begin(session: Session, settle: Settle) -> Begin:
    """A visit whose checklist is a workbook of somebody's."""

    def begun(file: Path) -> VisitId:
        def work(bench: Workbench) -> VisitId:
            digest = bench.templates.publish(file).digest
            return bench.visits.new(NewVisit("29971", date(2026, 11, 23), template=digest))[0]

        return asked(session, settle, work)

    return begun


class Team:
    """The team of a visit; what it does is done from beside the page."""

    def __init__(self, session: Session, visit: VisitId, settle: Settle) -> None:
        self._session, self._visit, self._settle = session, visit, settle

    def do(self, act: Callable[[Workbench], Any]) -> Any:
        """Something is done to the visit outside the page, or looked up; what came of it."""
        return asked(self._session, self._settle, act)

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
def worker(team: Team, inspector: Inspector) -> Inspector:
    """The inspector before a checklist of which a part is a colleague's."""
    inspector.wait()
    return inspector
