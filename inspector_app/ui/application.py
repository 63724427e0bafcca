"""Starting the window: Qt, the language, the look, the crash reporter, then the door or the demonstration."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from inspector_app import i18n
from inspector_app.settings import Settings
from inspector_app.ui import theme
from inspector_app.ui.main_window import MainWindow
from inspector_app.ui.notices import CrashReporter
from inspector_app.ui.sweeping import Sweeper
from inspector_app.ui.translator import QtTexts
from inspector_app.ui.unlock import demonstration_folder


def run(*, demonstration: bool = False) -> int:
    """Show the window until it is closed; the exit status."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(sys.argv[:1])
    settings = Settings.load()
    dress(app, settings)
    reporter = CrashReporter(app)
    reporter.install()
    window = MainWindow(settings)
    window.entered.connect(Sweeper(window, window.lanes).begin)
    if demonstration:
        window.open_demonstration(demonstration_folder())
    window.appear()
    status = app.exec()
    window.lanes.close()
    return status


def dress(app: QApplication, settings: Settings) -> None:
    """Give the application its name, language and look; the look goes along with the desktop's."""
    app.setApplicationName("Sổ kiểm tra")
    i18n.use(settings.language)
    app.installTranslator(QtTexts(app))
    theme.apply(app, settings.theme)
    app.styleHints().colorSchemeChanged.connect(lambda: theme.follow_system(app))
