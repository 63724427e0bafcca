"""Laptops in a few lines: each keeps a set of changes and writes by the law, for tests of merging."""

import random
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from inspector_app.domain.changes import (
    Change,
    Field,
    Sealed,
    Sight,
    Tip,
    canonical,
    fold,
    forked_devices,
    seal,
    tick,
)

STREAM = "visit-1"


@dataclass
class Replica:
    """A laptop with its own, possibly wrong, clock."""

    device: str
    clock_ms: int = 1_000_000
    known: dict[str, Sealed] = field(default_factory=dict)
    tip: str = ""
    seq: int = 0

    def write(self, record: str, patch: Mapping[str, Any], cause: str = "", kind: str = "answer") -> Sealed:
        latest = max((sealed.change.at for sealed in self.known.values()), default=0)
        tips: dict[tuple[str, str], Tip] = {}
        sight = sight_of(self.known.values())
        mine = self._ancestors()
        for sealed in sorted(self.known.values(), key=lambda s: s.change.seq):
            if sealed.digest not in mine:
                change = sealed.change
                tips[change.device, sight.branch(sealed)] = Tip(change.device, change.seq, sealed.digest)
        sealed = seal(
            Change(
                STREAM, self.device, self.seq + 1, self.tip, tuple(sorted(tips.values())),
                tick(self.clock_ms, latest), f"author {self.device}", kind, record, canonical(patch), cause,
            )
        )  # fmt: skip
        self.seq, self.tip = self.seq + 1, sealed.digest
        self.known[sealed.digest] = sealed
        return sealed

    def receive(self, other: "Replica | Iterable[Sealed]") -> None:
        changes = other.known.values() if isinstance(other, Replica) else other
        self.known |= {sealed.digest: sealed for sealed in changes}

    def clone(self) -> "Replica":
        """The same disk restored: the same device, which from here on forks."""
        return Replica(self.device, self.clock_ms, dict(self.known), self.tip, self.seq)

    def fields(self, record: str) -> dict[str, Field]:
        return state(self.known.values()).get(record, {})

    def value(self, record: str, name: str = "value") -> Any:
        return self.fields(record)[name].value

    def disputed(self, record: str, name: str = "value") -> bool:
        return self.fields(record)[name].disputed

    def _ancestors(self) -> set[str]:
        found: set[str] = set()
        digest = self.tip
        while digest:
            found.add(digest)
            digest = self.known[digest].change.prev
        return found


def sight_of(changes: Iterable[Sealed]) -> Sight:
    changes = list(changes)
    forked = forked_devices((s.change.device, s.change.seq) for s in changes)
    return Sight(sealed for sealed in changes if sealed.change.device in forked)


def state(changes: Iterable[Sealed]) -> dict[str, dict[str, Field]]:
    """Every record's fields, from a set of changes."""
    changes = list(changes)
    sight = sight_of(changes)
    by_record: dict[str, list[Sealed]] = {}
    for sealed in changes:
        by_record.setdefault(sealed.change.record, []).append(sealed)
    return {record: fold(group, sight) for record, group in by_record.items()}


def random_history(
    rng: random.Random,
    devices: int,
    acts: int,
    forks: bool = False,
    called: Callable[[str], str] = lambda name: name,
) -> list[Sealed]:
    """What up to five laptops wrote while exchanging files at random, some with wrong clocks.

    called: gives the device of a laptop.
    """
    clocks = [rng.choice([10, 1_000, 1_000_000]) for _ in range(devices)]
    laptops = [Replica(called(f"dev{i}"), clock_ms=clock) for i, clock in enumerate(clocks)]
    for _ in range(acts):
        laptop = rng.choice(laptops)
        laptop.clock_ms += rng.randint(-5, 50)
        match rng.random():
            case chance if chance < 0.25:
                laptop.receive(rng.choice(laptops))
            case chance if chance < 0.32:
                laptop.write(rng.choice("AB"), {"deleted": rng.random() < 0.8})
            case chance if chance < 0.37 and forks:
                laptops.append(laptop.clone())
            case _:
                patch = {name: rng.randint(0, 3) for name in rng.sample(["value", "note"], rng.randint(1, 2))}
                laptop.write(rng.choice("AB"), patch, cause=rng.choice(["", "", "vì đã đối chiếu"]))
    everything: dict[str, Sealed] = {}
    for laptop in laptops:
        everything |= laptop.known
    return list(everything.values())
