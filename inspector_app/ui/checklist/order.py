"""In which order a person works through the checklist: their own areas first, then all others."""

from collections.abc import Callable, Sequence

from inspector_app.i18n import tr
from inspector_app.services.day_views import AreaDuty, Roster
from inspector_app.services.views import AreaView
from inspector_app.ui.checklist.outline import Place


def areas_in_order(areas: Sequence[AreaView], roster: Roster | None) -> list[Place]:
    """The person's own areas, those of nobody, those of others, each under a title once areas are dealt."""
    if roster is None or not roster.dealt:
        return [Place(area) for area in areas]
    duties = {duty.code: duty for duty in roster.areas}
    groups: tuple[list[AreaView], ...] = ([], [], [])
    own, free, others = groups
    for area in areas:
        duty = duties.get(area.code)
        nobodys = duty is not None and not duty.members
        (own if duty and duty.mine else free if nobodys else others).append(area)
    titles = (tr("My areas"), tr("Dealt to nobody"), tr("Areas of others"))
    return [
        Place(area, title if not at else "", _closed_by(roster, duties.get(area.code)))
        for title, group in zip(titles, groups, strict=True)
        for at, area in enumerate(group)
    ]


def _closed_by(roster: Roster, duty: AreaDuty | None) -> str:
    """Who has an area that may only be read here; "" where this laptop may write."""
    return roster.who(duty.code) if duty and not duty.writable else ""


def next_code(order: Sequence[str], current: str, wanted: Callable[[str], bool]) -> tuple[str, bool]:
    """The next wanted item after the current one, around the end; and whether the end was passed."""
    start = order.index(current) + 1 if current in order else 0
    for at, code in enumerate([*order[start:], *order[:start]]):
        if wanted(code):
            return code, at >= len(order) - start
    return "", False
