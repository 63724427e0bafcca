"""Which figures of a plan stand, and the rate at each level."""

from fractions import Fraction

import pytest

from inspector_app.domain.plan import rate, totals
from inspector_app.domain.records import PlanArea, Visit

REPORTED = Visit(plan_tasks=26, plan_tasks_done=17, plan_activities=39, plan_activities_done=20)
AREAS = (
    PlanArea(tasks=14, tasks_done=10, activities=20, activities_done=11),
    PlanArea(tasks=12, tasks_done=8, activities=19, activities_done=9),
)


def test_without_areas_the_totals_of_the_unit_stand() -> None:
    found = totals(REPORTED, ())
    assert (found.tasks.total, found.tasks.done, found.tasks.by_area) == (26, 17, False)
    assert (found.activities.total, found.activities.done) == (39, 20)
    assert not found.tasks.differs


def test_with_areas_their_sums_stand_and_a_difference_is_known() -> None:
    found = totals(REPORTED, AREAS)
    assert (found.tasks.total, found.tasks.done, found.tasks.by_area) == (26, 18, True)
    assert found.tasks.differs
    assert found.tasks.reported == (26, 17)
    assert not found.activities.differs


def test_the_levels_have_rates_of_their_own() -> None:
    found = totals(Visit(), AREAS)
    assert found.tasks.rate == Fraction(1800, 26)
    assert found.activities.rate == Fraction(2000, 39)


def test_each_level_follows_the_rule_by_itself() -> None:
    found = totals(REPORTED, [PlanArea(tasks=5, tasks_done=4), PlanArea(note="chưa báo cáo")])
    assert (found.tasks.total, found.tasks.by_area) == (5, True)
    assert (found.activities.total, found.activities.by_area) == (39, False)


def test_what_nobody_counted_is_not_zero() -> None:
    found = totals(Visit(), [PlanArea(tasks=5)])
    assert (found.tasks.total, found.tasks.done, found.tasks.known) == (5, None, False)
    assert found.tasks.rate is None


@pytest.mark.parametrize(("done", "total"), [(None, 5), (3, None), (0, 0), (None, None)])
def test_there_is_no_rate_of_nothing(done: int | None, total: int | None) -> None:
    assert rate(done, total) is None
