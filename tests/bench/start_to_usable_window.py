"""From the start of the process to a window one can work in, against a process that shows an empty window.

    python -m tests.bench.start_to_usable_window

*Usable*: the demonstration workspace is open, its three visits stand in the list, nothing is still under way,
and the window has been painted. The floor is a PySide6 program that shows an empty main window and nothing
else. Offscreen, several starts in turn, the median.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from inspector_app.services import demo
from tests.bench._measure import Line, show

ROUNDS = 7
EMPTY, DOOR, USABLE = "empty", "door", "usable"


def measure() -> Iterator[Line]:
    """The door, which asks for the passphrase, and the visits behind it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        demo.make(folder / "demonstration")
        times: dict[str, list[float]] = {EMPTY: [], DOOR: [], USABLE: []}
        for _ in range(ROUNDS):
            for which, found in times.items():
                found.append(start(which, folder))
    floor = median(times[EMPTY])
    yield Line("start to the door", median(times[DOOR]), floor, "an empty PySide6 window")
    yield Line("start to a usable window", median(times[USABLE]), floor, "an empty PySide6 window")


def start(which: str, folder: Path) -> float:
    """Start a program and wait for its word that it is on the screen."""
    command = [sys.executable, "-m", "tests.bench._window", which, str(folder)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, encoding="utf-8") as program:
        assert program.stdout is not None
        assert program.stdout.readline().strip() == "there"
        return time.perf_counter() - began


if __name__ == "__main__":
    show(measure)
