"""The plan is counted by area and level; one rule says which figures stand; a button takes them over."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import ItemView
from inspector_app.services.workbench import Workbench
from inspector_app.ui.session import Session
from inspector_app.ui.visit.plan import PlanPage
from tests.ui.conftest import Screen, Settle, asked

HONG_NGU = {"CD": (14, 10, 20, 11), "TT": (12, 8, 19, 9)}
TASKS, DONE, RATE, ACTIVITIES, ACTIVITIES_DONE = range(5)


@pytest.fixture
def page(session: Session, visit: VisitId, screen: Screen) -> PlanPage:
    def decide(bench: Workbench) -> object:
        [conflict] = bench.merging.conflicts(visit)
        return bench.merging.resolve(conflict.id, head=conflict.sides[0].head, reason="Theo sổ")

    session.save(decide, owner=session)
    return screen.enter(PlanPage(session, visit), 1017, 480)


def count(page: PlanPage, settle: Settle) -> None:
    def work(bench: Workbench) -> object:
        names = ("tasks", "tasks_done", "activities", "activities_done")
        return [
            bench.visits.count_plan(page.visit, area, **dict(zip(names, counts, strict=True)))
            for area, counts in HONG_NGU.items()
        ][-1]

    page.session.save(work, owner=page.session)
    settle(page.session.lanes)


def foot(page: PlanPage) -> list[str]:
    last = page.model.rowCount() - 1
    return [str(page.model.index(last, column).data() or "") for column in range(6)]


def item(page: PlanPage, settle: Settle) -> ItemView:
    return asked(page.session, settle, lambda bench: bench.checklists.open(page.visit).items["CD04"])


def test_an_area_is_counted_by_keyboard(page: PlanPage, settle: Settle) -> None:
    assert page.table.hasFocus()
    for key in ("5", "4", "7", "5"):
        focus = page.table
        QTest.keyClicks(focus, key)
        editor = page.focusWidget()
        assert editor is not None
        QTest.keyClick(editor, Qt.Key.Key_Tab)
    settle(page.session.lanes)
    shown = [page.model.index(0, column).data() for column in range(6)]
    assert shown == ["5", "4", "80,00%", "7", "5", "71,43%"]


def test_both_rates_are_computed_and_add_up(page: PlanPage, settle: Settle) -> None:
    count(page, settle)
    assert foot(page) == ["26", "18", "69,23%", "39", "20", "51,28%"]


def test_more_done_than_there_are_is_refused_in_its_cell(page: PlanPage, settle: Settle) -> None:
    count(page, settle)
    page.model.setData(page.model.index(0, DONE), "15")
    settle(page.session.lanes)
    assert page.model.refusals(0)[DONE] == tr(
        "{done} done of {whole}: more than there are.", done=15, whole=14
    )
    assert foot(page)[DONE] == "18"


def test_the_totals_of_the_unit_stand_until_an_area_is_counted(page: PlanPage, settle: Settle) -> None:
    for name, figure in (("plan_tasks", "26"), ("plan_tasks_done", "17")):
        edit = page.reported[name]
        edit.line.setFocus()
        edit.line.setText(figure)
        QTest.keyClick(edit.line, Qt.Key.Key_Return)
    settle(page.session.lanes)
    assert page.stands.text().startswith(
        tr(
            "{level}: {figures}, as the unit reports; no area is counted.",
            level=tr("Tasks"),
            figures="17/26 = 65,38%",
        )
    )
    count(page, settle)
    assert page.stands.text().startswith(
        tr(
            "{level}: {figures}, the sum of the areas stands; the unit reports {reported}.",
            level=tr("Tasks"),
            figures="18/26 = 69,23%",
            reported="17/26",
        )
    )


def test_one_of_the_two_counts_goes_into_the_item_by_its_own_button(page: PlanPage, settle: Settle) -> None:
    count(page, settle)
    before = item(page, settle)
    assert "20/39" in page.take_activities.text()
    page.take_activities.click()
    settle(page.session.lanes)
    now = item(page, settle)
    assert (now.numerator, now.denominator) == (20, 39)
    back_button = page.banner.findChild(QPushButton)
    assert isinstance(back_button, QPushButton)
    back_button.click()
    settle(page.session.lanes)
    back = item(page, settle)
    assert (back.numerator, back.denominator) == (before.numerator, before.denominator)


def test_nothing_is_taken_over_while_a_figure_is_missing(page: PlanPage) -> None:
    assert not page.take_tasks.isEnabled()
    assert not page.take_activities.isEnabled()
