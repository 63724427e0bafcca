"""Receiving a hundred thousand changes, against writing the same rows without a word.

    python -m tests.bench.receive_100k

Twenty visits of five laptops each. Reading proves the file: signature, digests, every line's shape, chains;
receiving appends what is unknown and folds every record. The floor is `executemany` of the same rows into the
same table, with its indexes, in the same engine.
"""

import random
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import starmap
from pathlib import Path

from inspector_app.domain.changes import Change, Sealed, Tip, canonical, seal
from inspector_app.exchange import bundle
from inspector_app.exchange.keys import SigningKey
from tests.bench._measure import Line, show, timed, workbench

VISITS, LAPTOPS, EACH = 20, 5, 1_000


def measure() -> Iterator[Line]:
    """Reading, receiving, and receiving again."""
    changes = written()
    with workbench() as (bench, folder):
        target = folder / "lớn.cchc"
        key = SigningKey(bytes(32))
        packing, _ = timed(lambda: pack(target, changes, key))
        floor = bare(changes)
        workspace = bench._workspace

        def receive() -> int:
            with bundle.opened(target) as arriving, workspace.transaction():
                streams = arriving.manifest.streams.items()
                wanted = [s for s, span in streams if not workspace.ledger.holds(s, starmap(Tip, span.tips))]
                return sum(
                    found.new
                    for _, part in arriving.streams(wanted)
                    for found in workspace.ledger.receive(part)
                )

        receiving, new = timed(receive)
        assert new == len(changes)
        again, new = timed(receive)
        assert new == 0
    count = f"{len(changes):,} changes"
    rows = "executemany of the rows"
    yield Line(f"reading and receiving {count}", receiving, floor, rows)
    yield Line("the same again", again, floor, rows)
    yield Line("writing the file", packing, floor, rows)


def bare(changes: list[Sealed]) -> float:
    """The rows into an empty table of changes, in one transaction."""
    rows = [(s.digest, *s.change[:4], canonical(s.change.seen), *s.change[5:]) for s in changes]
    with workbench() as (bench, _):
        db = bench._workspace._db

        def write() -> None:
            with db.atomic():
                db.conn.executemany(
                    "insert into changes "
                    "(digest, stream, device, seq, prev, seen, at, author, kind, record, patch, cause) "
                    "values (?,?,?,?,?,?,?,?,?,?,?,?)",
                    rows,
                )

        return timed(write)[0]


def pack(target: Path, changes: list[Sealed], key: SigningKey) -> None:
    tips = {(s.change.stream, s.change.device): Tip(s.change.device, s.change.seq, s.digest) for s in changes}
    streams: dict[str, list[tuple[str, int, str]]] = {}
    for (stream, _), tip in tips.items():
        streams.setdefault(stream, []).append(tuple(tip))
    spans = {
        stream: bundle.Span(changes={}, tips=ends, evidence=[], others={}) for stream, ends in streams.items()
    }
    bundle.write(
        target, bundle.Outgoing("visit", changes, spans, {}, ""),
        key=key, author="Lan", laptop="Máy 02", made_at=datetime(2026, 11, 23, tzinfo=UTC),
    )  # fmt: skip


def written() -> list[Sealed]:
    """What five laptops wrote in twenty visits: items again and again, dossiers line by line."""
    rng = random.Random(2026)
    changes: list[Sealed] = []
    for visit in range(VISITS):
        stream = f"visit-{visit:02}"
        devices = [f"device{number}visit{visit:02}" for number in range(LAPTOPS)]
        tips: dict[str, Tip] = {}
        clock = 1_790_000_000_000 << 16
        for number in range(LAPTOPS * EACH):
            device = devices[number % LAPTOPS]
            mine = tips.get(device)
            # Everyone has seen the others' work of an hour ago or so; it travels with every change.
            others = tuple(sorted(tip for tip in tips.values() if tip.device != device))
            if rng.random() < 0.25:
                record = f"CD{rng.randint(1, 114):02}"
            else:
                record = f"dossier-{rng.randint(1, 60):03}/H{rng.randint(1, 15):02}"
            clock += 1 << 16
            sealed = seal(
                Change(
                    stream, device, mine.seq + 1 if mine else 1, mine.digest if mine else "", others, clock,
                    "Trần Thị Lan", "answer", record, canonical({"value": str(rng.randint(0, 9))}), "",
                )
            )  # fmt: skip
            tips[device] = Tip(device, sealed.change.seq, sealed.digest)
            changes.append(sealed)
    return sorted(changes, key=lambda s: (s.change.stream, s.change.device, s.change.seq))


if __name__ == "__main__":
    show(measure)
