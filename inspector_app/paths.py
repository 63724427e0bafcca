"""Where things lie: shipped resources and the user's own folders; how a file comes to lie there whole."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import platformdirs

APP_NAME = "SoKiemTra"


def resources() -> Path:
    """The folder of shipped resources, in a checkout and inside an installed program alike."""
    bundled = getattr(sys, "_MEIPASS", None)
    root = Path(bundled) if bundled else Path(__file__).resolve().parent.parent
    return root / "resources"


def user_data() -> Path:
    """The folder where workspaces are kept unless the user chooses another."""
    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False))


def user_config() -> Path:
    """The folder of the settings file."""
    return Path(platformdirs.user_config_dir(APP_NAME, appauthor=False))


def write_whole(
    target: Path,
    content: bytes | Callable[[BinaryIO], object],
    prove: Callable[[Path], object] = lambda _: None,
) -> None:
    """Write a file so that a crash or a pulled stick leaves the old one or the new, and nothing beside it.

    Aside, flushed, proved by reading it again, then renamed. `content` are the bytes, or what writes them.
    Raises OSError, and whatever `prove` finds; the target then is as it was.
    """
    aside = target.with_name(f"{target.name}.part")
    try:
        with aside.open("wb") as file:
            if isinstance(content, bytes):
                file.write(content)
            else:
                content(file)
            file.flush()
            os.fsync(file.fileno())
        prove(aside)
        aside.replace(target)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
