"""The program's own sources, as the house tests read them."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "inspector_app"

# What the tools leave in the tree; git ignores it as well.
GENERATED = {".git", ".venv", ".demo", "build", "dist", "__pycache__", ".hypothesis"}


@dataclass(frozen=True)
class Module:
    """One Python file: where it lies (from the root, with slashes), its text and its syntax tree."""

    where: str
    text: str
    tree: ast.Module

    def at(self, node: ast.AST) -> str:
        """A place that editors open: `inspector_app/text.py:12`."""
        return f"{self.where}:{getattr(node, 'lineno', 1)}"

    def calls(self) -> Iterator[tuple[ast.Call, str]]:
        """Every call, with the last name of what is called: `read_text` for `path.read_text()`."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                if isinstance(node.func, ast.Attribute):
                    yield node, node.func.attr
                elif isinstance(node.func, ast.Name):
                    yield node, node.func.id


@cache
def module(path: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    return Module(path.relative_to(ROOT).as_posix(), text, ast.parse(text))


def modules(*folders: str) -> list[Module]:
    """The Python files under some folders of the tree, `inspector_app` unless said otherwise."""
    return [
        module(path)
        for folder in folders or ("inspector_app",)
        for path in sorted((ROOT / folder).rglob("*.py"))
    ]


def files() -> Iterator[Path]:
    """Every file of the tree that is not generated."""
    for path in sorted(ROOT.rglob("*")):
        inside = path.relative_to(ROOT).parts
        if path.is_file() and not any(part in GENERATED or part.endswith("_cache") for part in inside):
            yield path


def nothing(found: Iterable[str]) -> None:
    """Fail with everything that was found, one a line."""
    if lines := sorted(set(found)):
        pytest.fail("\n".join(lines), pytrace=False)
