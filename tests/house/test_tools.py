"""The linter, the formatter, the type checker and the import contracts, as tests among the others.

So that there is one test run, one count, and one closing line that tells the truth.
"""

import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.house.sources import ROOT

SCRIPTS = Path(sysconfig.get_path("scripts"))


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["ruff", "check", "--quiet"], id="ruff-check"),
        pytest.param(["ruff", "format", "--check", "--quiet", "--diff"], id="ruff-format"),
        pytest.param(["basedpyright", "--pythonpath", sys.executable], id="basedpyright"),
        pytest.param(["lint-imports", "--no-logo", "--no-cache"], id="import-contracts"),
    ],
)
def test_the_tools_have_nothing_to_say(command: list[str]) -> None:
    tool, *arguments = command
    suffix = ".exe" if sys.platform == "win32" else ""
    done = subprocess.run(
        [SCRIPTS / f"{tool}{suffix}", *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        pytest.fail(f"{' '.join(command)}\n{done.stdout}\n{done.stderr}", pytrace=False)
