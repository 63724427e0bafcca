"""What every service looks up: the communes and the working days.

A list ships with the program. Communes are renamed and holidays move each year by notice, so the office gives
out newer ones, which reach laptops without internet as any bundle does; what was given last is in use.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, Final, TypeVar, get_args

from pydantic import ValidationError

from inspector_app.domain.calendar import WorkingCalendar
from inspector_app.domain.units import Gazetteer
from inspector_app.exchange.bundle import MAXIMUM_REFERENCE
from inspector_app.i18n import mark, tr
from inspector_app.services import shipped
from inspector_app.services.views import BroughtReference, ReferenceInUse, ReferenceName
from inspector_app.storage.workspace import StoredReference, Workspace

T = TypeVar("T")

NAMES: Final[Mapping[ReferenceName, str]] = {
    "units": mark("list of communes"),
    "calendar": mark("working calendar"),
}
"""What people call it."""
_READERS: Final[Mapping[ReferenceName, Callable[[bytes], object]]] = {
    "units": Gazetteer.from_json,
    "calendar": WorkingCalendar.from_json,
}


class Reference:
    """What is looked up in a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._read: dict[StoredReference, Any] = {}

    @property
    def gazetteer(self) -> Gazetteer:
        """The communes of the country."""
        return self._given("units", Gazetteer.from_json) or shipped.gazetteer()

    @property
    def calendar(self) -> WorkingCalendar:
        """The working days of the country."""
        return self._given("calendar", WorkingCalendar.from_json) or shipped.calendar()

    def _given(self, name: ReferenceName, read: Callable[[bytes], T]) -> T | None:
        """What was given under a name, read when it is first asked for; None where the shipped one counts."""
        given = self._workspace.reference(name)
        if given is None:
            return None
        if given not in self._read:
            self._read[given] = read(self._workspace.reference_content(name))
        return self._read[given]

    def in_use(self) -> tuple[ReferenceInUse, ...]:
        """Which list of each kind is in use, from whom, since when."""
        found = ((name, self._workspace.reference(name)) for name in get_args(ReferenceName))
        return tuple(
            ReferenceInUse(name, given.person, given.laptop, datetime.fromtimestamp(given.at / 1000, UTC))
            if given
            else ReferenceInUse(name)
            for name, given in found
        )

    def next_at(self, now_ms: int) -> int:
        """When something given out now is given: later than all that is here, whatever the clock says."""
        held = filter(None, map(self._workspace.reference, get_args(ReferenceName)))
        return max([now_ms, *(each.at + 1 for each in held)])

    def take(self, arriving: Iterable[tuple[StoredReference, bytes]]) -> BroughtReference:
        """Keep what was given later than what is here; of the rest nothing changes. Raises SaveFailed.

        Its contents have been found to be without `fault_in`.
        """
        taken: list[ReferenceName] = []
        older: list[ReferenceName] = []
        contents = {given.name: (given, content) for given, content in arriving}
        for name in get_args(ReferenceName):
            if name in contents:
                given, content = contents[name]
                held = self._workspace.reference(name)
                if held is None or held.at < given.at:
                    self._workspace.keep_reference(given, content)
                    taken.append(name)
                elif held.at > given.at:
                    older.append(name)
        return BroughtReference(tuple(taken), tuple(older))

    def take_over(self, other: Workspace) -> None:
        """Keep what another workspace of the same owner was given later. Raises SaveFailed."""
        held = filter(None, map(other.reference, get_args(ReferenceName)))
        self.take((given, other.reference_content(given.name)) for given in held)


def fault_in(name: ReferenceName, content: bytes) -> str:
    """Why content cannot be used under a name; "" where it can."""
    if len(content) > MAXIMUM_REFERENCE:
        return tr("it is too large")
    try:
        _READERS[name](content)
    except ValidationError as error:
        place = ".".join(map(str, error.errors()[0]["loc"]))
        return tr("it has a fault at “{place}”", place=place) if place else tr("it cannot be read")
    except ValueError:
        return tr("it cannot be read")
    return ""


def described(brought: BroughtReference) -> Iterable[str]:
    """What a bundle brought to look up, in sentences."""
    for text, names in (
        (mark("In use from now on: {names}."), brought.taken),
        (mark("Older than what is in use here, and not taken: {names}."), brought.older),
    ):
        if names:
            yield tr(text, names=", ".join(tr(NAMES[name]) for name in names))
    if not (brought.taken or brought.older):
        yield tr("Everything in it was known already; nothing was changed.")
