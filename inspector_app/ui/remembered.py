"""What the window remembers on this computer from one run to the next: places and widths, never content.

All of it lies in the file that also keeps the window's own size. What cannot be read is as if never kept.
"""

from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QSettings

from inspector_app import paths


def recall(name: str, default: str = "") -> str:
    """What was remembered under a name."""
    return str(_kept().value(name, default))


def remember(name: str, value: str) -> None:
    """Keep a text under a name, "" to forget it. A full disk costs the memory, never the work."""
    if value:
        _kept().setValue(name, value)
    else:
        _kept().remove(name)


def recall_widths(name: str, count: int) -> list[int]:
    """The widths of so many columns as they were left; none where not just as many were kept."""
    kept = recall(name).split(",")
    if len(kept) != count or not all(each.isdecimal() and int(each) for each in kept):
        return []
    return [int(each) for each in kept]


def remember_widths(name: str, widths: Iterable[int]) -> None:
    """Keep the widths of columns."""
    remember(name, ",".join(map(str, widths)))


def _kept() -> QSettings:
    return _file(str(paths.user_config() / "window.ini"))


@cache
def _file(path: str) -> QSettings:
    """Kept open: what is remembered several times in a row is written once, when the events rest."""
    return QSettings(path, QSettings.Format.IniFormat)
