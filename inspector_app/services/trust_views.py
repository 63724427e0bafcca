"""Views of trust: whose laptops a visit admits, what waits in quarantine.

Frozen values like those of `services/views.py`.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from inspector_app.domain.authority import Bar
from inspector_app.domain.records import Role, VisitId

Standing = Literal["root", "admitted", "revoked", "unknown"]
"""The laptop that began the visit; admitted; admitted once and no more; never admitted."""


@dataclass(frozen=True, slots=True)
class Laptop:
    """A laptop of a visit, as this laptop sees it."""

    device: str
    laptop: str
    person: str
    words: tuple[str, ...]
    """Six expressions, which its own screen shows too: to be compared aloud."""
    standing: Standing
    role: Role | None
    until_on: date | None
    by: str
    """Who admitted it, on which laptop; "" where nobody did."""
    at: datetime | None
    """When it was admitted."""
    reason: str
    waiting: int
    """How many of its changes wait in quarantine."""
    mine: bool
    may_admit: bool
    may_revoke: bool


@dataclass(frozen=True, slots=True)
class Laptops:
    """The laptops of a visit. `open`: nobody needs to be admitted, as in visits of earlier versions."""

    visit: VisitId
    open: bool
    laptops: tuple[Laptop, ...]

    @property
    def waiting(self) -> tuple[Laptop, ...]:
        """Those whose work waits to be let in."""
        return tuple(each for each in self.laptops if each.waiting and not each.mine)


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A change that is kept and does not count."""

    device: str
    laptop: str
    author: str
    at: datetime
    about: str
    text: str
    why: Bar


@dataclass(frozen=True, slots=True)
class Contact:
    """A laptop that this workspace has met, in a visit or through its card."""

    device: str
    laptop: str
    person: str
    words: tuple[str, ...]
    recipient: str
