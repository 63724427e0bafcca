"""Views of the day's work: what undo did, who does what, what earlier visits found, what a search found.

Frozen values like those of `services/views.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from inspector_app.domain import records
from inspector_app.domain.records import RecordId, VisitId
from inspector_app.services.views import Listed, Saved

# --- undoing, and who does what ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Undone:
    """An act that was taken back, or done again: what now stands, and where; of several records the first."""

    saved: Saved
    text: str
    """"CD04 18 / 26 → 17 / 26"."""
    kind: str
    record: str
    fields: frozenset[str]
    """What of the record was changed."""
    item: str
    """The item it belongs to; "" for what belongs to none."""
    standing: records.Record
    """The record as it stands now; as it stood last where it is gone."""


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the team as far as work is dealt: `laptop` is "" while nobody said which is theirs."""

    id: RecordId
    name: str
    """With the form of address: "bà Lê Thị Mỹ Duyên"."""
    role: str
    areas: tuple[str, ...]
    laptop: str
    answered: int = 0
    total: int = 0
    """How far the member's areas have come, together."""


@dataclass(frozen=True, slots=True)
class AreaDuty:
    """Who has an area; nobody is a gap, several an overlap."""

    code: str
    name: str
    members: tuple[RecordId, ...]
    answered: int
    total: int
    open_required: int
    mine: bool
    writable: bool
    """Whether this laptop may write in it without taking it over."""
    taken_over: str = ""
    """By whom, when and why it was taken over, in words."""


@dataclass(frozen=True, slots=True)
class Roster:
    """Who does what in a visit, seen from this laptop."""

    visit: VisitId
    members: tuple[Member, ...]
    areas: tuple[AreaDuty, ...]
    me: RecordId | None
    """The member at this laptop."""
    offered: RecordId | None
    """A member who has the name of the person here, and who has not yet said "that is me"."""
    may_deal: bool

    @property
    def dealt(self) -> bool:
        """Whether anything was dealt to anybody; before that everybody writes everywhere."""
        return any(area.members for area in self.areas)

    def who(self, area: str) -> str:
        """The members who have an area, by name."""
        names = {member.id: member.name for member in self.members}
        return ", ".join(names[each] for duty in self.areas if duty.code == area for each in duty.members)


# --- earlier visits ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class EarlierAnswer:
    """What an earlier visit of the same unit found for an item."""

    on: date | None
    title: str
    text: str
    points: Decimal | None
    note: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """What is known from earlier visits: answers by item, the latest first, and open recommendations."""

    answers: Mapping[str, tuple[EarlierAnswer, ...]]
    follow_ups: tuple[Listed[records.FollowUp], ...]

    @property
    def carried_out(self) -> tuple[int, int]:
        """(recommendations that were put right, all that had to be); what no longer applies is in neither."""
        due = [each.record.state for each in self.follow_ups if each.record.state != "obsolete"]
        return due.count("fixed"), len(due)

    @property
    def waiting(self) -> int:
        """Recommendations that nobody has judged yet."""
        return sum(each.record.state == "open" for each in self.follow_ups)


# --- searching -----------------------------------------------------------------------------------


Where = Literal["item", "answer", "note", "finding"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the words stand: in an item's own words, in what was answered or noted, in a finding."""

    item: str
    """"" for a finding of no item."""
    where: Where
    text: str
    """The words around."""
    record: str = ""
    """The finding's id."""
