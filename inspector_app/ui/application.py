"""Starting the window: Qt, the language, the look, the crash reporter, then the door or a demonstration."""

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from inspector_app import i18n
from inspector_app.settings import Settings
from inspector_app.ui import theme
from inspector_app.ui.main_window import MainWindow
from inspector_app.ui.notices import CrashReporter
from inspector_app.ui.translator import QtTexts


def start(demo: Path | None = None) -> int:
    """Show the window until it is closed; the exit code.

    demo: a folder for the demonstration workspace, made there if need be and opened without asking.
    """
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(sys.argv[:1])
    reporter = CrashReporter(app)
    reporter.install()
    settings = Settings.load()
    prepare(app, settings)
    window = MainWindow(settings)
    window.show()
    if demo is not None:
        window.open_demonstration(demo)
    code = app.exec()
    window.lanes.close()
    return code


def prepare(app: QApplication, settings: Settings) -> None:
    """Give the application its name, language and look, and keep following the desktop's theme."""
    app.setApplicationName("Sổ kiểm tra")
    app.setQuitOnLastWindowClosed(True)
    i18n.use(settings.language)
    app.installTranslator(QtTexts(app))
    theme.apply(app, settings.theme)

    def scheme_changed() -> None:
        if Settings.load().theme == "system":
            theme.apply(app, "system")

    app.styleHints().colorSchemeChanged.connect(scheme_changed)
