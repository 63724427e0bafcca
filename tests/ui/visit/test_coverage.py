"""The coverage map: gaps and overlaps in words, progress, and dealing with keys and mouse."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector_app.domain.records import LEAD, MEMBER, VisitId
from inspector_app.i18n import tr
from inspector_app.services.workbench import Workbench
from inspector_app.ui.session import Session
from inspector_app.ui.visit.coverage import AREA, FIRST_MEMBER, PROGRESS, STATE, DealingPage
from tests.ui.conftest import Screen, Settle, asked

AREAS = ["SL", "CD", "TC", "TT", "BM", "CV", "TS", "CS", "TP", "NX"]


@pytest.fixture
def do(session: Session, settle: Settle) -> Callable[[Callable[[Workbench], Any]], None]:
    """Something happens to the visit, and every page hears of it."""

    def save(act: Callable[[Workbench], Any]) -> None:
        session.save(act, owner=session)
        settle(session.lanes)

    return save


@pytest.fixture
def page(session: Session, visit: VisitId, screen: Screen, settle: Settle, do: Any) -> DealingPage:
    """The lead before the map; Duyên has CD and TT, the lead CD."""
    me = visit_people(session, visit, settle)[0]
    do(lambda b: b.visits.change(visit, "participant", me, role=LEAD, honorific="Ông", areas=["CD"]))
    do(
        lambda b: b.visits.add(
            visit, "participant", honorific="Bà", name="Lê Thị Mỹ Duyên", role=MEMBER, areas=["CD", "TT"]
        )
    )
    return screen.enter(DealingPage(session, visit), 1000, 560)


def visit_people(session: Session, visit: VisitId, settle: Settle) -> list[str]:
    return asked(session, settle, lambda b: [each.id for each in b.visits.get(visit).participants])


def shown(page: DealingPage, code: str, column: int) -> str:
    return str(page.map.model.index(AREAS.index(code), column).data())


def dealt(page: DealingPage, code: str) -> list[bool]:
    model = page.map.model
    columns = range(FIRST_MEMBER, model.columnCount())
    cells = [model.index(AREAS.index(code), at) for at in columns]
    return [cell.data(Qt.ItemDataRole.UserRole)[2] for cell in cells]


def test_gaps_and_overlaps_are_said_in_words(page: DealingPage) -> None:
    assert shown(page, "CD", AREA).startswith("CD  ")
    assert shown(page, "CD", PROGRESS) == "1/13"
    assert shown(page, "CD", STATE) == tr("{count} members", count=2)
    assert shown(page, "TT", STATE) == ""
    assert shown(page, "TC", STATE) == tr("Nobody")
    gaps = ", ".join(code for code in AREAS if code not in ("CD", "TT"))
    words = f"{tr('Nobody has {areas}.', areas=gaps)} {tr('Several have {areas}.', areas='CD')}"
    assert page.map.words.text() == words
    head = page.map.model.headerData(FIRST_MEMBER + 1, Qt.Orientation.Horizontal, 0)
    assert head == "Mỹ Duyên\n1/39"
    cell = page.map.model.index(AREAS.index("TT"), FIRST_MEMBER + 1)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == f"TT · bà Lê Thị Mỹ Duyên: {tr('dealt')}"


def test_keys_deal_and_take_back(page: DealingPage, qtbot: QtBot, settle: Settle) -> None:
    table = page.map.table
    assert table.hasFocus()
    table.setCurrentIndex(page.map.model.index(AREAS.index("TC"), FIRST_MEMBER))
    qtbot.keyClick(table, Qt.Key.Key_Right)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    settle(page._session.lanes)
    assert dealt(page, "TC") == [False, True]
    assert shown(page, "TC", STATE) == ""
    qtbot.keyClick(table, Qt.Key.Key_Return)
    settle(page._session.lanes)
    assert dealt(page, "TC") == [False, False]


def test_a_click_deals(page: DealingPage, qtbot: QtBot, settle: Settle) -> None:
    cell = page.map.model.index(AREAS.index("BM"), FIRST_MEMBER)
    where = page.map.table.visualRect(cell).center()
    qtbot.mouseClick(page.map.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    settle(page._session.lanes)
    assert dealt(page, "BM") == [True, False]


def test_a_member_does_not_deal(page: DealingPage, visit: VisitId, qtbot: QtBot, settle: Settle, do) -> None:
    me = visit_people(page._session, visit, settle)
    do(lambda b: b.visits.change(visit, "participant", me[1], role=LEAD))
    do(lambda b: b.visits.change(visit, "participant", me[0], role=MEMBER))
    assert "Ctrl+Z" not in page.keys.text()
    cell = page.map.model.index(AREAS.index("BM"), FIRST_MEMBER)
    page.map.table.setCurrentIndex(cell)
    qtbot.keyClick(page.map.table, Qt.Key.Key_Space)
    settle(page._session.lanes)
    assert dealt(page, "BM") == [False, False]


def test_who_sits_here_is_chosen(page: DealingPage, visit: VisitId, settle: Settle) -> None:
    people = visit_people(page._session, visit, settle)
    assert page.me.value == people[0]
    page.me.set_value(people[1])
    page.me.chosen.emit(people[1])
    settle(page._session.lanes)
    assert page.map.model.roster is not None
    assert page.map.model.roster.me == people[1]


def test_the_map_follows_answers_and_what_is_dealt(page: DealingPage, visit: VisitId, do) -> None:
    do(lambda b: b.checklists.answer(visit, "CD03", "co"))
    assert shown(page, "CD", PROGRESS) == "2/13"
    assert page.map.model.roster is not None
    member = page.map.model.roster.members[1].id
    do(lambda b: b.duties.deal(visit, member, []))
    assert shown(page, "CD", STATE) == ""
