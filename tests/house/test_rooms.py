"""The rooms of the house: every part of the package has its place in the import contracts."""

import tomllib

from tests.house.sources import PACKAGE, ROOT, modules, nothing

ROOMS = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}
HIDING = {"utils", "util", "common", "helpers", "helper", "manager", "base", "misc"}
"""Names that say nothing about what is inside."""


def test_every_part_of_the_package_has_its_layer() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (layered,) = [contract for contract in contracts if contract["type"] == "layers"]
    placed = {name.strip() for layer in layered["layers"] for name in layer.split("|")}
    parts = ROOMS | {path.stem for path in PACKAGE.glob("*.py")} - {"__init__", "__main__"}
    assert parts == placed


def test_names_say_what_is_inside() -> None:
    nothing(m.where for m in modules() if HIDING & set(m.where.removesuffix(".py").split("/")))


def test_tests_mirror_the_package() -> None:
    """`tests/forms/test_sheet.py` tests `inspector_app/forms/sheet.py`; journeys and the like stand apart.

    `tests/cli/test_cli.py` tests the room as such.
    """
    for m in modules("tests"):
        _, *folders, name = m.where.split("/")
        if folders and folders[0] in ROOMS and name.startswith("test_"):
            if name == f"test_{folders[-1]}.py":
                continue
            tested = PACKAGE.joinpath(*folders, name.removeprefix("test_"))
            assert tested.exists() or tested.with_suffix("").is_dir(), f"{m.where} tests no module"
