"""The lock is what pyproject.toml asks for: whoever changes one runs `python3 dev.py lock`."""

import re
import tomllib

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.sources import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
LOCKED = dict(re.findall(r"^([\w.-]+)==([^\s;]+)", LOCK, re.MULTILINE))


def test_every_dependency_is_locked_at_a_version_that_fits() -> None:
    for line in [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]:
        wanted = Requirement(line)
        assert LOCKED.get(canonicalize_name(wanted.name)) in wanted.specifier, line


def test_every_locked_package_has_its_digests() -> None:
    entries = re.split(r"\n(?=\S)", LOCK.split("\n", 1)[1])
    assert len(entries) == len(LOCKED)
    assert all("--hash=sha256:" in entry for entry in entries)
