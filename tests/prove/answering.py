"""A program to be killed: it answers without a pause and reports each act once the service says it is saved.

    python -m tests.prove.answering FOLDER VISIT FIRST

Every act carries the next number from FIRST on, so that whatever is found afterwards can be told older from
newer. A report is one line of JSON on standard output.
"""

import json
import random
import sys
from collections.abc import Callable
from pathlib import Path

from inspector_app.domain.records import VisitId
from inspector_app.services.workbench import Workbench
from tests.services.conftest import PASSPHRASE

ANSWERED = ("SL01", "CD08", "TT06", "NX01", "NX02")
"""Items that take any number; the last two take any text as well."""
NOTED = ("CD04", "TT14")
TYPED = ("NX03", "CS10")
"""Items whose text is typed key by key and sometimes left."""


def main(folder: Path, visit: VisitId, first: int) -> None:
    """Answer until killed."""
    bench = Workbench.open(folder, PASSPHRASE)
    rng = random.Random(first)
    number = first
    while True:
        act, field, item = rng.choice(choices(bench, visit))
        act(str(number))
        print(json.dumps({"field": field, "item": item, "number": number}), flush=True)
        number += 1


def choices(bench: Workbench, visit: VisitId) -> list[tuple[Callable[[str], object], str, str]]:
    """The acts: what to do with a number, which field it goes to, of which item."""
    on = bench.checklists
    return [
        *((lambda text, item=item: on.answer(visit, item, text), "value", item) for item in ANSWERED),
        *((lambda text, item=item: on.note(visit, item, text), "note", item) for item in NOTED),
        *((lambda text, item=item: on.draft(visit, item, item, text), "value", item) for item in TYPED),
        (lambda text: on.answer(visit, TYPED[0], text), "value", TYPED[0]),
        (lambda text: bench.dossiers.add(visit, text), "code", "dossier"),
    ]


if __name__ == "__main__":
    main(Path(sys.argv[1]), VisitId(sys.argv[2]), int(sys.argv[3]))
