"""What other laptops hold of each stream, as they said last.

Every bundle names the ends of the histories that its sender holds, and passes on what the sender knows of
third laptops. It is a statement and no more: nothing is ever deleted because somebody said to hold it.
"""

from collections.abc import Iterable
from typing import NamedTuple

import msgspec
from sqlite_utils import Database

from inspector_app.domain.changes import Tip, canonical

_tips = msgspec.json.Decoder(tuple[tuple[str, int, str], ...]).decode
_digests = msgspec.json.Decoder(frozenset[str]).decode


class Holding(NamedTuple):
    """What a laptop held of a stream, at a time by its own clock (milliseconds since 1970)."""

    device: str
    laptop: str
    person: str
    at: int
    tips: tuple[Tip, ...]
    evidence: frozenset[str]
    """The SHA-256 of the photos and scans of the stream that it held."""

    def reach(self, device: str) -> int:
        """How many of a device's changes it held; of a device whose history forks, of its longest branch."""
        return max((tip.seq for tip in self.tips if tip.device == device), default=0)


class Holdings:
    """The latest statement of each laptop by stream."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def note(self, stream: str, stated: Iterable[Holding]) -> None:
        """Keep what was stated, where it is later than what is kept."""
        self._db.conn.executemany(
            "insert into holdings values (?, ?, ?, ?, ?, ?, ?) on conflict (stream, device) do update set "
            "laptop = excluded.laptop, person = excluded.person, at = excluded.at, tips = excluded.tips, "
            "evidence = excluded.evidence where excluded.at > holdings.at",
            [(stream, *each[:4], canonical(each.tips), canonical(sorted(each.evidence))) for each in stated],
        )

    def of(self, stream: str) -> list[Holding]:
        """What is known of a stream, the latest statement first."""
        sql = "select device, laptop, person, at, tips, evidence from holdings where stream = ?"
        return [
            Holding(device, laptop, person, at, tuple(Tip(*tip) for tip in _tips(tips)), _digests(evidence))
            for device, laptop, person, at, tips, evidence in self._db.execute(
                f"{sql} order by at desc, device", [stream]
            )
        ]
