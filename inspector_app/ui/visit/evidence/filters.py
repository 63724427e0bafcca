"""Which photos are shown: all, by what they are linked to, by their state, by words."""

from collections.abc import Callable
from functools import partial

from inspector_app.i18n import tr
from inspector_app.services.views import EvidenceList, EvidenceRow, Link
from inspector_app.text import fold

ALL, UNLINKED, WITHHELD, NOT_HERE, DISPUTED, DOSSIERS, REMOVED = (
    "all",
    "unlinked",
    "withheld",
    "missing",
    "disputed",
    "dossiers",
    "removed",
)
_AREA = "area:"

Test = Callable[[EvidenceRow], bool]


def offered(shown: EvidenceList) -> list[tuple[str, str]]:
    """The filters as (name, words with a count); those that would show nothing are left out."""
    words = {
        ALL: tr("All photos and scans"),
        UNLINKED: tr("Not linked"),
        WITHHELD: tr("Not in the minutes"),
        NOT_HERE: tr("Not received yet"),
        DISPUTED: tr("In dispute"),
        **{f"{_AREA}{code}": f"{code} · {name}" for code, name in shown.areas.items()},
        DOSSIERS: tr("Dossiers"),
        REMOVED: tr("Removed"),
    }
    counts = {name: sum(map(_test(name), shown.rows)) for name in words}
    return [(name, f"{words[name]} ({counts[name]})") for name in words if counts[name] or name == ALL]


def matching(shown: EvidenceList, name: str, words: str) -> tuple[EvidenceRow, ...]:
    """The rows of a filter that hold all the words, accents or not."""
    test, wanted = _test(name), fold(words).split()
    return tuple(row for row in shown.rows if test(row) and _holds(row, wanted))


def _holds(row: EvidenceRow, wanted: list[str]) -> bool:
    if not wanted:
        return True
    text = fold(f"{row.record.caption} {row.record.name} {row.target}")
    return all(word in text for word in wanted)


def _test(name: str) -> Test:
    if name.startswith(_AREA):
        return partial(_is_of, name.removeprefix(_AREA))
    return _TESTS[name]


def _is_of(area: str, row: EvidenceRow) -> bool:
    return not row.removed and row.area == area


_TESTS: dict[str, Test] = {
    ALL: lambda row: not row.removed,
    UNLINKED: lambda row: not row.removed and row.link == Link(),
    WITHHELD: lambda row: not row.removed and row.record.withheld,
    NOT_HERE: lambda row: not row.removed and not row.here,
    DISPUTED: lambda row: bool(row.sides),
    DOSSIERS: lambda row: not row.removed and bool(row.link.dossier),
    REMOVED: lambda row: row.removed,
}
