"""A program that is killed in the middle of an act, before a step that is told.

    python -m tests.prove.dying ACT FOLDER FILE VISIT STEP

ACT is `receive`, `write` or `export`, done with the workspace of FOLDER. Its steps are its SQL statements; of
`export` the calls to the system that touch FILE, and of a writing call that is not done, half of it is.
"""

import os
import signal
import sys
from collections.abc import Callable
from io import BufferedWriter, FileIO
from pathlib import Path
from typing import Any

from inspector_app import paths
from inspector_app.domain.records import VisitId
from inspector_app.services.workbench import Workbench
from tests.services.conftest import PASSPHRASE

NOW = getattr(signal, "SIGKILL", signal.SIGTERM)
"""Ends a process on the spot; by another name on Windows."""


class Steps:
    """Counts down to the one before which the program dies."""

    def __init__(self, left: int) -> None:
        self._left = left

    def __call__(self, before_dying: Callable[[], object] = lambda: None) -> None:
        self._left -= 1
        if self._left == 0:
            before_dying()
            os.kill(os.getpid(), NOW)


def main(act: str, folder: Path, file: Path, visit: VisitId, steps: Steps) -> None:
    """Do the act, or a part of it."""
    bench = Workbench.open(folder, PASSPHRASE)
    if act == "export":
        count_calls(steps)
        bench.handover.export(visit, file)
    else:
        bench._workspace._db.conn.set_trace_callback(lambda _: steps())
        if act == "receive":
            bench.handover.receive(file)
        else:
            bench.checklists.answer(visit, "CD04", {"CD04_tu": "2", "CD04_mau": "3"}, "đã xem sổ")
        bench._workspace._db.conn.set_trace_callback(None)
    bench.close()


def count_calls(steps: Steps) -> None:
    """Let every call that touches the file written aside be a step."""

    class Dying(FileIO):
        def write(self, content: Any) -> int:
            steps(lambda: FileIO.write(self, bytes(content)[: len(content) // 2]))
            return super().write(content) or 0

    def opened(path: Path, mode: str = "r") -> Any:
        steps()
        return BufferedWriter(Dying(path, mode)) if mode == "wb" else usual(path, mode)

    def counted(call: Callable[..., Any]) -> Callable[..., Any]:
        def called(*values: Any) -> Any:
            steps()
            return call(*values)

        return called

    usual: Callable[[Path, str], Any] = Path.open
    for place, name, call in (
        (Path, "open", opened),
        (Path, "replace", counted(Path.replace)),
        (paths.os, "fsync", counted(os.fsync)),
    ):
        setattr(place, name, call)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), VisitId(sys.argv[4]), Steps(int(sys.argv[5])))
