"""Receiving a hundred thousand changes, against writing the same rows without a word, and two peers.

    python -m tests.bench.receive [how many changes]

Visits of five laptops that an office admitted, 5,000 changes each, in one bundle; an empty workspace receives
it as the window would. That proves signature, digests, every line's shape, chains and rights, appends what is
unknown, and folds every record. The floor is `executemany` of the same rows into the same table, with its
indexes, in the same engine. The peers prove nothing, and are measured where they are installed
(`pip install apsw pycrdt`): SQLite's session extension applies the same rows as a changeset, unencrypted; a
pycrdt document merges the same answers in memory, of each field the last one wins.
"""

import importlib
import random
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from inspector_app.domain.changes import Change, Sealed, Tip, canonical, seal, state_of
from inspector_app.domain.records import Admission, Answer, VisitId
from inspector_app.exchange import bundle
from inspector_app.exchange.keys import SigningKey
from inspector_app.services.views import NewVisit
from inspector_app.services.workbench import Workbench
from inspector_app.storage.ledger import Act
from tests.bench._measure import Line, show, timed, workbench

LAPTOPS, EACH = 5, 1_000
KEYS = [SigningKey(bytes([number]) * 32) for number in range(1, LAPTOPS + 1)]

Row = tuple[Any, ...]
COLUMNS = "digest, stream, device, seq, prev, seen, at, author, kind, record, patch, cause"
INSERT = f"insert into changes ({COLUMNS}) values (?,?,?,?,?,?,?,?,?,?,?,?)"


def measure(count: int = 100_000) -> Iterator[Line]:
    """Receiving, receiving again, and once more with one new change in each visit."""
    with workbench() as (office, folder):
        writing = Writing(office, count // (LAPTOPS * EACH))
        whole, longer = folder / "tất cả.cchc", folder / "thêm một.cchc"
        writing.pack(whole)
        writing.pack(longer, more=1)
        with workbench() as (taker, _):
            receiving, report = timed(lambda: taker.handover.receive(whole))
            assert report.new >= count
            again, report = timed(lambda: taker.handover.receive(whole))
            assert report.new == 0
            beyond, report = timed(lambda: taker.handover.receive(longer))
            assert report.new == writing.visits
            rows = held(taker)
    changes = f"{count:,} changes"
    floor, floor_is = bare(rows), "executemany of the rows"
    yield Line(f"receiving {changes}", receiving, floor, floor_is)
    yield Line("the same file again", again, floor, floor_is)
    yield Line("all again, with one more in each visit", beyond, floor, floor_is)
    for peer, merge in (("apsw", changeset), ("pycrdt", documents)):
        try:
            module = importlib.import_module(peer)
        except ImportError:
            print(f"{peer} is not installed, so it is left out: pip install {peer}")
        else:
            yield Line(f"peer: {merge.__doc__}", merge(module, rows), floor, floor_is)


class Writing:
    """What an office began and five laptops wrote: items again and again, dossiers line by line."""

    def __init__(self, office: Workbench, visits: int) -> None:
        self._office = office
        self._streams = [self._begun(number) for number in range(visits)]
        self.visits = visits

    def _begun(self, number: int) -> VisitId:
        visit, _ = self._office.visits.new(NewVisit("29971", date(2026, 11, 1 + number % 28)))
        admissions = [
            Act(Admission.kind, key.device, {"role": "member", "recipient": key.recipient}) for key in KEYS
        ]
        self._office._desk.write(visit, admissions)
        return visit

    def pack(self, target: Path, more: int = 0) -> None:
        """One bundle of all visits, made visit by visit; `more`: changes that a lighter bundle lacks."""
        desk = self._office._desk
        spans: dict[str, bundle.Span] = {}

        def changes() -> Iterator[Sealed]:
            for number, stream in enumerate(self._streams):
                written = self._written(stream, random.Random(number), LAPTOPS * EACH + more)
                spans[stream] = self._span(stream, written)
                yield from desk.workspace.ledger.changes(stream)
                yield from sorted(written, key=lambda sealed: (sealed.change.device, sealed.change.seq))

        first = self._streams[0]
        templates = {
            digest: bundle.Template(stored.xform, stored.files)
            for digest in desk.templates_of(first)
            if (stored := desk.workspace.template(digest))
        }
        bundle.write(
            target,
            bundle.Outgoing("hand-over", changes(), spans, templates, ""),
            key=desk.key,
            author=desk.me.name,
            laptop=desk.me.laptop,
            made_at=desk.now(),
        )

    def _span(self, stream: str, written: Iterable[Sealed]) -> bundle.Span:
        last = {sealed.change.device: sealed for sealed in written}
        ends = [Tip(device, each.change.seq, each.digest) for device, each in last.items()]
        tips = sorted([*ends, *self._office._desk.workspace.ledger.tips(stream)])
        vouched = {digest: (word[0], word[1]) for digest, word in self._office._desk.vouched(stream).items()}
        for key in KEYS:
            digest = last[key.device].digest
            vouched[digest] = (key.public, key.vouch(digest))
        return bundle.Span(
            changes={}, others={}, evidence=[], state=state_of(tips), vouched=vouched,
            tips=[(tip.device, tip.seq, tip.digest) for tip in tips],
        )  # fmt: skip

    def _written(self, stream: str, rng: random.Random, count: int) -> list[Sealed]:
        """The same changes for the same seed, and then some more."""
        ledger = self._office._desk.workspace.ledger
        tips: dict[str, Tip] = {tip.device: tip for tip in ledger.tips(stream)}
        clock = ledger.latest(stream)
        changes: list[Sealed] = []
        for number in range(count):
            writer = KEYS[number % LAPTOPS].device
            mine = tips.get(writer)
            # Everyone has seen the others' work of a moment ago; it travels with every change.
            others = tuple(sorted(tip for tip in tips.values() if tip.device != writer))
            if rng.random() < 0.25:
                record = f"CD{rng.randint(1, 114):02}"
            else:
                record = f"dossier-{rng.randint(1, 60):03}/H{rng.randint(1, 15):02}"
            clock += 1 << 16
            sealed = seal(
                Change(
                    stream, writer, mine.seq + 1 if mine else 1, mine.digest if mine else "", others, clock,
                    "Trần Thị Lan", Answer.kind, record, canonical({"value": str(rng.randint(0, 9))}), "",
                )
            )  # fmt: skip
            tips[writer] = Tip(writer, sealed.change.seq, sealed.digest)
            changes.append(sealed)
        return changes


def held(bench: Workbench) -> list[Row]:
    """All changes of a workspace, as they lie in its table."""
    return bench._workspace._db.execute(f"select {COLUMNS} from changes order by id").fetchall()


def bare(rows: Sequence[Row]) -> float:
    """The rows into an empty table of changes, in one transaction."""
    with workbench() as (bench, _):
        db = bench._workspace._db

        def write() -> None:
            with db.atomic():
                db.conn.executemany(INSERT, rows)

        return timed(write)[0]


# --- peers ---------------------------------------------------------------------------------------


def changeset(apsw: Any, rows: Sequence[Row]) -> float:
    """APSW, a session's changeset"""
    with workbench() as (bench, folder):
        schema = [
            row[0]
            for row in bench._workspace._db.execute(
                "select sql from sqlite_master where tbl_name = 'changes' and type in ('table', 'index')"
            )
        ]

        def empty(name: str) -> Any:
            connection = apsw.Connection(str(folder / name))
            for statement in ("pragma journal_mode = wal", "pragma synchronous = full", *schema):
                connection.execute(statement)
            return connection

        with closing(empty("theirs.db")) as theirs, closing(empty("ours.db")) as ours:
            session = apsw.Session(theirs, "main")
            session.attach("changes")
            with theirs:
                theirs.executemany(INSERT, rows)
            recorded = session.changeset()
            return timed(lambda: apsw.Changeset.apply(recorded, ours))[0]


def documents(pycrdt: Any, rows: Sequence[Row]) -> float:
    """pycrdt, a document each laptop"""
    laptops: dict[tuple[str, str], Any] = {}
    answers: dict[tuple[str, str], Any] = {}
    for row in rows:
        stream, device, record, patch = row[1], row[2], row[9], row[10]
        if (stream, device) not in laptops:
            laptops[stream, device] = pycrdt.Doc()
            answers[stream, device] = laptops[stream, device].get("answers", type=pycrdt.Map)
        answers[stream, device][record] = patch
    updates: dict[str, list[bytes]] = {}
    for (stream, _), document in laptops.items():
        updates.setdefault(stream, []).append(document.get_update())

    def merge(arriving: Mapping[str, Sequence[bytes]] = updates) -> int:
        records = 0
        for of_visit in arriving.values():
            document = pycrdt.Doc()
            for update in of_visit:
                document.apply_update(update)
            records += len(document.get("answers", type=pycrdt.Map).to_py())
        return records

    return timed(merge)[0]


if __name__ == "__main__":
    show(lambda: measure(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000))
