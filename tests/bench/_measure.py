"""What all benchmarks share: a stopwatch, a place for files, and a table of ratios.

A time alone says more about the machine than about the program. So every line compares with a *floor*: the
least that the same result could cost, measured in the same run on the same machine.
"""

import statistics
import tempfile
import time
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar

from inspector_app.services.desk import REAL
from inspector_app.services.views import Profile
from inspector_app.services.workbench import Workbench
from inspector_app.storage.workspace import KeyDerivation

T = TypeVar("T")

PASSPHRASE = "bốn từ rời nhau"
CHEAP = KeyDerivation(memory_kib=64, iterations=1, lanes=1)


@dataclass(frozen=True, slots=True)
class Line:
    """One comparison."""

    what: str
    ours: float
    floor: float
    floor_is: str
    unit: Literal["s", "MB"] = "s"

    def __str__(self) -> str:
        ours, floor = (_shown(value, self.unit) for value in (self.ours, self.floor))
        return f"{self.what:46} {ours:>10} {floor:>10} {self.ours / self.floor:>8.2f}  {self.floor_is}"


HEADING = f"{'':46} {'ours':>10} {'floor':>10} {'ratio':>8}  the floor is"


def show(measure: Callable[[], Iterable[Line]]) -> None:
    """Measure, and print the table."""
    print(HEADING)
    for line in measure():
        print(line, flush=True)


def _shown(value: float, unit: str) -> str:
    if unit == "s" and value < 1:
        return f"{value * 1000:.2f} ms"
    return f"{value:.2f} {unit}"


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """How long a piece of work took, and what came of it."""
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def percentile(times: Sequence[float], percent: int) -> float:
    """The time that so many percent of all stay below."""
    return statistics.quantiles(times, n=100, method="inclusive")[percent - 1]


@contextmanager
def workbench() -> Generator[tuple[Workbench, Path]]:
    """A new workspace on the disk, and the folder that it lies in."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        me = Profile("Trần Thị Lan", "Chuyên viên", "Sở Nội vụ", "Máy 02")
        bench = Workbench.create(folder / "kho", PASSPHRASE, me, circumstances=REAL, derivation=CHEAP)
        try:
            yield bench, folder
        finally:
            bench.close()
