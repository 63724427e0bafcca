"""The program starts light, looks like itself, and can show the demonstration."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app import i18n
from inspector_app.i18n import tr
from inspector_app.services import demo
from inspector_app.services.views import Profile
from inspector_app.services.workbench import Workbench
from inspector_app.settings import Settings
from inspector_app.ui import theme
from inspector_app.ui.application import dress
from inspector_app.ui.main_window import MainWindow
from inspector_app.ui.tasks import Lanes
from tests.ui.conftest import QUICK

HEAVY = {"reportlab", "docx", "openpyxl", "pyxform"} | {
    *("sqlite_utils", "sqlcipher3", "cryptography", "pypdfium2", "qtawesome")
}


def test_the_door_opens_before_the_heavy_libraries_are_loaded() -> None:
    script = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from inspector_app.settings import Settings\n"
        "from inspector_app.ui.application import dress\n"
        "import inspector_app.ui.main_window\n"
        "app = QApplication([])\n"
        "dress(app, Settings())\n"
        "print(*sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    assert HEAVY.isdisjoint(done.stdout.split())


def test_settings_decide_language_and_theme(qapp: QApplication) -> None:
    dress(qapp, Settings(language="en", theme="dark"))
    assert i18n.language() == "en"
    assert theme.colours() is theme.DARK
    theme.follow_system(qapp)
    assert theme.colours() is theme.DARK


def test_the_demonstration_is_opened_without_asking(
    tmp_path: Path, qtbot: QtBot, settle: Callable[[Lanes], None]
) -> None:
    # A bare workspace stands for the demonstration, which takes some seconds to make.
    folder = tmp_path / demo.LEAD_FOLDER
    Workbench.create(folder, demo.PASSPHRASE, Profile("Trần Quốc Huy"), derivation=QUICK).close()
    window = MainWindow(Settings())
    qtbot.addWidget(window, before_close_func=lambda shown: shown.lanes.close())
    window.open_demonstration(tmp_path)
    window.show()
    settle(window.lanes)
    settle(window.lanes)
    assert window.rooms is not None
    assert window.rooms.header.title.text() == tr("Visits")
    assert window.rooms.header.invented.isVisible()
    assert window.rooms.guide.tour.card.isVisible()
    assert Settings.load().workspace is None
