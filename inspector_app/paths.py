"""Where things lie: the resources shipped with the program, and the user's own folders."""

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
