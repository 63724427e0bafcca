"""Where things lie: shipped resources and the user's own folders; how a file comes to lie there whole."""

import os
import sys
from pathlib import Path

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


class Unfaithful(OSError):
    """What was written reads back differently: the stick may be failing."""


def write_whole(target: Path, content: bytes, *, read_back: bool = False) -> None:
    """Write a file so that a crash or a pulled stick leaves the old one or the new, and nothing beside it.

    Aside, flushed, with `read_back` compared, then renamed. Raises OSError; the target then is as it was.
    """
    aside = target.with_name(f"{target.name}.part")
    try:
        with aside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if read_back and aside.read_bytes() != content:
            raise Unfaithful
        aside.replace(target)
    except OSError:
        aside.unlink(missing_ok=True)
        raise
