"""How far a unit's reform plan has come: which figures stand, and the rate at each of its two levels.

Where the plan is counted by area, the sums of the areas stand; a level that no area counts has the totals
that the unit reports. Tasks and activities are never added up, and their rates differ: whoever prints one
says which.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from inspector_app.domain.records import PlanArea, Visit


@dataclass(frozen=True, slots=True)
class Level:
    """The tasks or the activities of a plan: how many, how many of them done; None is not counted."""

    total: int | None = None
    done: int | None = None
    by_area: bool = False
    """Whether these are the sums of the areas."""
    reported: tuple[int | None, int | None] = (None, None)
    """The totals that the unit reports, whichever figures stand."""

    @property
    def known(self) -> bool:
        """Whether both figures are there."""
        return self.total is not None and self.done is not None

    @property
    def rate(self) -> Fraction | None:
        """Percent done; None without figures, and of nothing."""
        return rate(self.done, self.total)

    @property
    def differs(self) -> bool:
        """Whether the areas add up to something else than the unit reports."""
        return self.by_area and any(
            said is not None and said != summed
            for said, summed in zip(self.reported, (self.total, self.done), strict=True)
        )


@dataclass(frozen=True, slots=True)
class PlanTotals:
    """The plan at both of its levels."""

    tasks: Level
    activities: Level


def totals(visit: Visit, areas: Iterable[PlanArea]) -> PlanTotals:
    """The figures that stand for the whole plan."""
    counted = list(areas)
    return PlanTotals(
        _level([(area.tasks, area.tasks_done) for area in counted], visit.plan_tasks, visit.plan_tasks_done),
        _level(
            [(area.activities, area.activities_done) for area in counted],
            visit.plan_activities,
            visit.plan_activities_done,
        ),
    )


def rate(done: int | None, total: int | None) -> Fraction | None:
    """Percent done; None where a figure is missing or there is nothing to do."""
    return Fraction(done * 100, total) if total and done is not None else None


def _level(counts: list[tuple[int | None, int | None]], total: int | None, done: int | None) -> Level:
    wholes = [whole for whole, _ in counts if whole is not None]
    parts = [part for _, part in counts if part is not None]
    if not wholes and not parts:
        return Level(total, done, reported=(total, done))
    return Level(
        sum(wholes) if wholes else None,
        sum(parts) if parts else None,
        by_area=True,
        reported=(total, done),
    )
