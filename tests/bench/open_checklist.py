"""Opening the checklist of 114 rows, in a program just started and in one that runs, against parsing its XML.

    python -m tests.bench.open_checklist

From the XForm as it is stored to what the window shows: form, sheet, answers, scores, every item's view. The
floor is ElementTree reading the same bytes.
"""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import median
from xml.etree import ElementTree

from inspector_app.domain.records import VisitId
from inspector_app.services.views import NewVisit
from inspector_app.services.workbench import Workbench
from tests.bench._measure import PASSPHRASE, Line, show, timed, workbench

ROUNDS = 15


def measure() -> Iterator[Line]:
    """The first time in a process; again with the form parsed anew; and with the form at hand."""
    with workbench() as (bench, folder):
        visit, _ = bench.visits.new(NewVisit("29971", date(2026, 11, 23)))
        xform = bench._workspace.template(bench.visits.get(visit).visit.template).xform
        for code in ("CD01", "CD10", "TT01"):
            bench.checklists.answer(visit, code, "a")

        def anew() -> None:
            bench.templates._parsed.clear()
            again()

        def again() -> None:
            bench.checklists.forget([visit])
            bench.checklists.open(visit)

        floor = median(timed(lambda: ElementTree.fromstring(xform))[0] for _ in range(ROUNDS))
        parsed = median(timed(anew)[0] for _ in range(ROUNDS))
        filled = median(timed(again)[0] for _ in range(ROUNDS))
        bench.close()
        cold = median(_cold(folder / "kho", visit) for _ in range(5))
    yield Line("opening the checklist, program just started", cold, floor, "ElementTree, same XML")
    yield Line("opening the checklist, form not parsed yet", parsed, floor, "ElementTree, same XML")
    yield Line("opening the checklist, form parsed", filled, floor, "ElementTree, same XML")


def _cold(folder: Path, visit: VisitId) -> float:
    """In a process of its own, which has opened the workspace and nothing more."""
    command = [sys.executable, "-m", "tests.bench.open_checklist", str(folder), visit]
    return float(subprocess.run(command, stdout=subprocess.PIPE, check=True, encoding="utf-8").stdout)


def _once(folder: Path, visit: VisitId) -> None:
    bench = Workbench.open(folder, PASSPHRASE)
    print(timed(lambda: bench.checklists.open(visit))[0])
    bench.close()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _once(Path(sys.argv[1]), VisitId(sys.argv[2]))
    else:
        show(measure)
