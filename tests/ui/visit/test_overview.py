"""The overview says how a visit stands, and every line of it leads to its place."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from inspector_app.domain.records import LEAD, VisitId
from inspector_app.i18n import tr
from inspector_app.services.workbench import Workbench
from inspector_app.ui.session import Session
from inspector_app.ui.visit.overview import StandingPage
from inspector_app.ui.visit.standing import Line
from tests.ui.conftest import Screen, Settle


@pytest.fixture
def page(session: Session, visit: VisitId, screen: Screen) -> StandingPage:
    return screen.enter(StandingPage(session, visit), 1017, 480)


def do(page: StandingPage, settle: Settle, work: Callable[[Workbench], object]) -> None:
    page.session.save(work, owner=page.session)
    settle(page.session.lanes)


def told(page: StandingPage, place: str) -> Line:
    return next(line for line in page.lines.rows.shown if line.place == place)


def missing(page: StandingPage) -> dict[str, QPushButton]:
    items = [page.missing.itemAt(at) for at in range(page.missing.count())]
    buttons = [item.widget() for item in items if item is not None]
    return {each.text(): each for each in buttons if isinstance(each, QPushButton)}


def test_areas_say_how_far_they_are_and_who_has_them(
    page: StandingPage, settle: Settle, visit: VisitId
) -> None:
    areas = {line.area.code: line for line in page.areas.rows.shown}
    assert (areas["CD"].area.answered, areas["CD"].area.total, areas["CD"].area.disputed) == (1, 13, 1)
    assert not areas["CD"].nobody

    def deal(bench: Workbench) -> object:
        me = bench.visits.get(visit).participants[0].id
        return bench.visits.change(visit, "participant", me, role=LEAD, areas=["CD"])

    do(page, settle, deal)
    areas = {line.area.code: line for line in page.areas.rows.shown}
    assert "Trần Quốc Huy" in areas["CD"].owners
    assert areas["TC"].nobody
    assert tr("dealt to nobody") in page.areas.rows.look.said(areas["TC"])
    assert told(page, "participants/dealing").state == "required"


def test_enter_on_an_area_leads_to_the_item_where_work_goes_on(page: StandingPage, qtbot: QtBot) -> None:
    assert page.areas.hasFocus()
    page.areas.select("TC")
    with qtbot.waitSignal(page.open_item) as item:
        QTest.keyClick(page.areas, Qt.Key.Key_Return)
    assert item.args == ["TC01"]


def test_lines_count_what_there_is(page: StandingPage, settle: Settle, visit: VisitId) -> None:
    assert told(page, "checklist").state == "required"
    assert told(page, "merge").state == "disputed"
    assert told(page, "preparation/documents").text == tr("none yet")

    def work(bench: Workbench) -> object:
        bench.visits.add(visit, "document", title="Kế hoạch")
        bench.visits.add(visit, "finding", text="Chậm", severity="serious")
        bench.visits.add(visit, "software_fault", text="Lỗi")
        bench.visits.count_plan(visit, "CD", tasks=26, tasks_done=18, activities=39, activities_done=20)
        bench.checklists.self_points(visit, "CD01", Decimal("1.5"))
        return bench.visits.edit(visit, models_registered=18)

    do(page, settle, work)
    page.entered()
    settle(page.session.lanes)
    assert told(page, "preparation/documents").text == "1"
    assert told(page, "findings").text == f"1: 1 {tr('Serious').lower()}"
    assert told(page, "progress/plan").text == tr(
        "tasks {tasks}, activities {activities}", tasks="18/26", activities="20/39"
    )
    assert "18" in told(page, "progress/models").text
    assert told(page, "preparation/self-report").state == "answered"
    assert told(page, "progress/faults").text == tr("{count}, {waiting} not fixed", count=1, waiting=1)


def test_a_line_leads_to_its_place_with_a_click_or_enter(page: StandingPage, qtbot: QtBot) -> None:
    page.lines.setFocus()
    page.lines.select(told(page, "progress/plan").id)
    with qtbot.waitSignal(page.open_tab) as tab:
        QTest.keyClick(page.lines, Qt.Key.Key_Return)
    assert tab.args == ["progress/plan"]
    at = page.lines.rows.place(told(page, "dossiers").id)
    assert at is not None
    box = page.lines.visualRect(page.lines.rows.index(at))
    with qtbot.waitSignal(page.open_tab) as tab:
        QTest.mouseClick(page.lines.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert tab.args == ["dossiers"]


def test_what_is_missing_leads_to_its_field_and_goes_when_it_is_there(
    page: StandingPage, qtbot: QtBot, settle: Settle, visit: VisitId
) -> None:
    before = missing(page)
    with qtbot.waitSignal(page.open_tab) as tab:
        before[tr("Decision that set up the team")].click()
    assert tab.args == ["overview/facts/decision"]
    with qtbot.waitSignal(page.open_conflicts) as conflicts:
        before[tr("{count} values in dispute", count=1)].click()
    assert conflicts.args == [visit]
    do(page, settle, lambda bench: bench.visits.edit(visit, decision="Quyết định số 412"))
    assert missing(page).keys() == before.keys() - {tr("Decision that set up the team")}


def test_hours_place_and_kind_stand_above(page: StandingPage, settle: Settle, visit: VisitId) -> None:
    assert page.when.text().startswith(f"{tr('Planned')} · 23/11/2026 · {tr('no hours yet')}")
    do(
        page,
        settle,
        lambda bench: bench.visits.edit(
            visit, visit_kind="unannounced", started_at=datetime.fromisoformat("2026-11-23T07:30:00+07:00")
        ),
    )
    assert page.when.text().startswith(f"{tr('Unannounced')} · 23/11/2026 · 07:30–…")


def test_a_unit_that_does_not_sign_needs_no_opinion(
    page: StandingPage, settle: Settle, visit: VisitId
) -> None:
    assert tr("Opinion of the unit") in missing(page)
    do(page, settle, lambda bench: bench.visits.edit(visit, unsigned_reason="Chủ tịch đi vắng"))
    assert tr("Opinion of the unit") not in missing(page)
