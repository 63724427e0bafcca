"""One answer, from the service's call to the answer that it is saved, against one bare commit.

    python -m tests.bench.saved_answer

The floor is one row of the same text in a database of the same engine with the same durability (SQLCipher,
write-ahead log, synchronous FULL); beside it plain SQLite, which does not encrypt. The three take turns, so
that a busy disk is busy for all of them.
"""

import os
import sqlite3
from collections.abc import Iterator
from datetime import date

from inspector_app.services.views import NewVisit
from inspector_app.storage import cipher
from inspector_app.storage.ledger import Act
from tests.bench._measure import Line, percentile, show, timed, workbench

ROUNDS = 400


def measure() -> Iterator[Line]:
    """The median and the 99th percentile of saved answers, of their changes alone, and of drafts."""
    with workbench() as (bench, folder):
        visit, _ = bench.visits.new(NewVisit("29971", date(2026, 11, 23)))
        bench.checklists.open(visit)
        sealed = cipher.connect(folder / "bare.db", os.urandom(32))
        plain = sqlite3.connect(folder / "plain.db")
        plain.execute("pragma journal_mode = WAL")
        plain.execute("pragma synchronous = FULL")
        text = '{"CD04_mau":"26","CD04_tu":"18"}' + "0" * 500  # about what a change takes
        for connection in (sealed, plain):
            connection.execute("create table bare (id integer primary key, text text)")
            connection.commit()

        def commit(connection: sqlite3.Connection) -> None:
            connection.execute("insert into bare (text) values (?)", [text])
            connection.commit()

        rates = [
            (code, [leaf.key for leaf in item.leaves])
            for code, item in bench.checklists.open(visit).items.items()
            if item.editor == "ratio" and len(item.leaves) == 2
        ]
        answers: list[float] = []
        changes: list[float] = []
        drafts: list[float] = []
        floors: list[float] = []
        plains: list[float] = []
        for number in range(ROUNDS):
            code, questions = rates[number % len(rates)]
            value = dict(zip(questions, (str(number % 26), "26"), strict=True))
            answers.append(
                timed(lambda code=code, value=value: bench.checklists.answer(visit, code, value))[0]
            )
            act = Act("finding", f"f{number % 50}", {"text": str(number)})
            changes.append(timed(lambda act=act: bench._desk.write(visit, [act]))[0])
            floors.append(timed(lambda: commit(sealed))[0])
            plains.append(timed(lambda: commit(plain))[0])
            draft = text[: number % 200]
            drafts.append(timed(lambda draft=draft: bench.checklists.draft(visit, "NX01", "NX01", draft))[0])
        sealed.close()
        plain.close()
    for percent, name in ((50, "median"), (99, "99 %")):
        ours, floor = percentile(answers, percent), percentile(floors, percent)
        yield Line(f"a saved answer, {name}", ours, floor, "one commit, SQLCipher, WAL, FULL")
        yield Line(f"a saved answer, {name}", ours, percentile(plains, percent), "the same in plain SQLite")
        yield Line(
            f"  of it the change itself, {name}", percentile(changes, percent), floor, "one commit, SQLCipher"
        )
        yield Line(f"a saved draft, {name}", percentile(drafts, percent), floor, "one commit, SQLCipher")


if __name__ == "__main__":
    show(measure)
