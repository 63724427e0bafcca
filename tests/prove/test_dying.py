"""An act of which nothing or all is there, at whichever of its steps the program is killed."""

import itertools
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from inspector_app.domain.records import VisitId
from inspector_app.services.workbench import Workbench
from tests.exchange.forging import read
from tests.house.sources import ROOT
from tests.prove.histories import begin, new_laptop
from tests.services.conftest import PASSPHRASE, answer, counted, introduce, part, state


def kill_at_each_step(
    act: str, folder: Path, file: Path, visit: VisitId, after: Callable[[Path], bool], every: int
) -> tuple[int, int]:
    """Kill the act before each `every`-th of its steps, each time in a fresh copy of the folder.

    `after` looks at what is left, and says whether the act was done. How often it was killed, how often the
    act was then there nevertheless.
    """
    here = folder.with_name("đang chạy")
    command = [sys.executable, "-m", "tests.prove.dying", act, str(here), str(file), visit]
    done = 0
    for killed in itertools.count():
        shutil.rmtree(here, ignore_errors=True)
        shutil.copytree(folder, here)
        died = subprocess.run(
            [*command, str(1 + killed * every)], cwd=ROOT, stderr=subprocess.PIPE, encoding="utf-8"
        )
        assert "Error" not in died.stderr, died.stderr
        whole = after(here)
        if not died.returncode:
            assert whole
            return killed, done
        done += whole
    raise AssertionError


class Bench:
    """Two laptops of a visit: Minh lacks what Lan wrote since."""

    def __init__(self, stick: Path) -> None:
        lan, minh = (new_laptop(stick, name) for name in ("Lan", "Minh"))
        self.visit = begin(lan)
        introduce(lan, minh, self.visit)
        minh.handover.receive(lan.handover.export(self.visit, stick / "first.cchc").file)
        self.older = stick / "first.cchc"
        answer(lan, self.visit, 17)
        lan.checklists.note(self.visit, "CD04", "theo sổ")
        self.newer = lan.handover.export(self.visit, stick / "newer.cchc").file
        self.folder = minh.folder
        self.before = _seen(minh)
        lan.close()
        minh.close()
        with closing(_copy(self.folder, stick / "xong")) as copy:
            copy.handover.receive(self.newer)
            self.received = _seen(copy)

    def after(self, folder: Path, done: Callable[[Workbench], bool]) -> bool:
        """The workspace is whole; whether the act is in it, of which otherwise nothing is."""
        with closing(Workbench.open(folder, PASSPHRASE)) as opened:
            report = opened.upkeep.verify()
            assert report.ok, report.problems
            if done(opened):
                return True
            assert _seen(opened) == self.before
            return False


def _copy(folder: Path, target: Path) -> Workbench:
    shutil.copytree(folder, target)
    return Workbench.open(target, PASSPHRASE)


def _seen(workbench: Workbench) -> tuple[object, ...]:
    return state(workbench), counted(workbench)


def die_receiving(stick: Path, every: int) -> tuple[int, int]:
    bench = Bench(stick)

    def after(folder: Path) -> bool:
        whole = bench.after(folder, lambda opened: _seen(opened) == bench.received)
        with closing(Workbench.open(folder, PASSPHRASE)) as opened:
            opened.handover.receive(bench.newer)
            assert _seen(opened) == bench.received
        return whole

    return kill_at_each_step("receive", bench.folder, bench.newer, bench.visit, after, every)


def die_writing(stick: Path, every: int) -> tuple[int, int]:
    bench = Bench(stick)

    def after(folder: Path) -> bool:
        return bench.after(folder, lambda opened: part(opened, bench.visit) == "2")

    return kill_at_each_step("write", bench.folder, bench.older, bench.visit, after, every)


def die_exporting(stick: Path, every: int) -> tuple[int, int]:
    """The file is the older one, or a whole new one; where there was none, there is none or a whole one."""
    bench = Bench(stick)
    killed = done = 0
    for older in (bench.older.read_bytes(), None):
        target = stick / "ra" / "x.cchc"
        target.parent.mkdir(exist_ok=True)

        def after(folder: Path, target: Path = target, older: bytes | None = older) -> bool:
            bench.after(folder, lambda _: False)
            found = target.read_bytes() if target.exists() else None
            if found is not None and found != older:
                assert read(target).changes
            _put(target, older)  # as it was, for the next time
            return found != older

        _put(target, older)
        counts = kill_at_each_step("export", bench.folder, target, bench.visit, after, every)
        killed, done = killed + counts[0], done + counts[1]
    return killed, done


def _put(target: Path, content: bytes | None) -> None:
    if content is None:
        target.unlink(missing_ok=True)
    else:
        target.write_bytes(content)


ACTS = pytest.mark.parametrize("die", [die_receiving, die_writing, die_exporting])
Die = Callable[[Path, int], tuple[int, int]]


@ACTS
def test_a_kill_at_some_steps_leaves_all_or_nothing(die: Die, tmp_path: Path) -> None:
    killed, _ = die(tmp_path, 30)
    assert killed > 1


@pytest.mark.prove
@ACTS
def test_a_kill_at_every_step_leaves_all_or_nothing(
    die: Die, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    killed, done = die(tmp_path, 1)
    with capsys.disabled():
        print(f"\n{die.__name__}: killed at {killed} steps, nothing there {killed - done} times, all {done}")
