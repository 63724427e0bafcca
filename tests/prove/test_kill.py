"""Whatever was reported as saved is there, at whichever moment the program is killed."""

import json
import random
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from inspector_app.domain.records import VisitId
from inspector_app.services.workbench import Workbench
from tests.house.sources import ROOT
from tests.prove.answering import NOTED, TYPED
from tests.services.conftest import PASSPHRASE, Laptops, begin, laptop, shipped

__all__ = ["laptop", "shipped"]

Reports = dict[tuple[str, str], list[int]]
"""(item, field) → the numbers reported as saved, in order."""


def answer_until_killed(folder: Path, visit: VisitId, first: int, after: int) -> Reports:
    """Let the program answer, kill it while it goes on after so many reports; all that it had reported."""
    command = [sys.executable, "-m", "tests.prove.answering", str(folder), visit, str(first)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8") as program:
        assert program.stdout is not None
        lines = [program.stdout.readline() for _ in range(after)]
        program.kill()
        lines += program.stdout.readlines()  # what it still got out before it died
    reports: Reports = {}
    for line in lines:
        if line.endswith("\n"):  # else it died in the middle of a report
            told = json.loads(line)
            reports.setdefault((told["item"], told["field"]), []).append(told["number"])
    assert sum(map(len, reports.values())) >= after
    return reports


def numbers_kept(bench: Workbench, visit: VisitId) -> dict[tuple[str, str], set[int]]:
    """Every number that the ledger holds for a field, the current one and all before."""
    kept: dict[tuple[str, str], set[int]] = {}
    for sealed in bench._workspace.ledger.changes(visit):
        change = sealed.change
        for field, value in change.values().items():
            if isinstance(value, str) and value.isdigit():
                item = change.record if change.kind == "answer" else change.kind
                kept.setdefault((item, field), set()).add(int(value))
    return kept


def shown(bench: Workbench, visit: VisitId) -> dict[tuple[str, str], int]:
    """The number that each answered field shows."""
    items = bench.checklists.open(visit).items
    values = {(code, "value"): view.leaves[0].value for code, view in items.items() if len(view.leaves) == 1}
    notes = {(code, "note"): items[code].note for code in NOTED}
    return {place: int(text) for place, text in {**values, **notes}.items() if text.isdigit()}


def check(bench: Workbench, visit: VisitId, reports: Reports) -> int:
    """Nothing that was reported is missing; the number of drafts that were recovered."""
    kept, now = numbers_kept(bench, visit), shown(bench, visit)
    for place, numbers in reports.items():
        item, _ = place
        if item == "dossier":
            assert set(numbers) <= kept["dossier", "code"]
            continue
        assert now[place] >= numbers[-1]
        if item not in TYPED:  # a draft has no history: only the last state of it counts
            assert set(numbers) <= kept[place]
    report = bench.upkeep.verify()
    assert report.problems == ()
    return len(bench.recovered)


def kill(bench: Workbench, times: int, most: int, seed: int) -> tuple[int, int]:
    """Kill the program so many times, each after at most so many reports; how many were saved, recovered."""
    rng = random.Random(seed)
    visit = begin(bench)
    folder = bench.folder
    bench.close()
    everything: Reports = {}
    first = recovered = 0
    for _ in range(times):
        reports = answer_until_killed(folder, visit, first, rng.randint(1, most))
        for place, numbers in reports.items():
            everything.setdefault(place, []).extend(numbers)
            first = max(first, numbers[-1])
        with closing(Workbench.open(folder, PASSPHRASE)) as opened:
            recovered += check(opened, visit, everything)
        first += 1_000  # beyond anything that was saved and not yet reported
    return sum(map(len, everything.values())), recovered


def test_what_was_reported_as_saved_outlives_two_kills(laptop: Laptops) -> None:
    kill(laptop("Lan"), times=2, most=30, seed=1)


@pytest.mark.prove
def test_what_was_reported_as_saved_outlives_twenty_kills(
    laptop: Laptops, capsys: pytest.CaptureFixture[str]
) -> None:
    seed = random.SystemRandom().randrange(10**6)
    with capsys.disabled():
        print(f"\nkill -9, seed {seed}: ", end="", flush=True)
        saved, recovered = kill(laptop("Lan"), times=20, most=150, seed=seed)
        print(f"20 kills, {saved} acts reported as saved, none lost, {recovered} drafts recovered")
