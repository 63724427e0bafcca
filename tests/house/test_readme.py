"""What README.md tells a newcomer is so."""

import re

import dev
from tests.house.sources import PACKAGE, ROOT


def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_two_commands_are_there() -> None:
    assert "python3 dev.py run" in readme()
    assert "python3 dev.py test" in readme()


def test_every_command_that_it_names_exists() -> None:
    named = set(re.findall(r"dev\.py ([a-z]+)", readme()))
    assert named <= set(dev.COMMANDS)


def test_the_check_is_the_command_that_it_names() -> None:
    last = (ROOT / ".ci" / "run").read_text(encoding="utf-8").rstrip().splitlines()[-1]
    assert last == "exec python3 dev.py test"


def test_the_map_shows_the_house_as_it_stands() -> None:
    """Every folder that the README names exists, and every room of the package is named."""
    named = set(re.findall(r"(?<![\w/.:-])((?:[\w.-]+/)+)(?=[\s`)|,;:…]|$)", readme()))
    folders = {folder.rstrip("/") for folder in named}
    missing = {
        folder for folder in folders if not (ROOT / folder).is_dir() and not (PACKAGE / folder).is_dir()
    } - {".demo", ".venv"}
    assert not missing
    rooms = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}
    assert rooms <= {folder.split("/")[-1] for folder in folders}
