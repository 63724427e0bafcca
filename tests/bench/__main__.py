"""All benchmarks, one after the other, in one table."""

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

from tests.bench._measure import Line, show


def everything() -> Iterator[Line]:
    """Each module of this folder measures one thing; those that help it begin with an underscore."""
    for module in pkgutil.iter_modules([str(Path(__file__).parent)]):
        if not module.name.startswith("_"):
            yield from importlib.import_module(f"tests.bench.{module.name}").measure()


if __name__ == "__main__":
    show(everything)
