"""The programs that `start_to_usable_window` starts: an empty window, or ours. Each says "there" and ends."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


def empty() -> None:
    """Nothing but Qt."""
    app = QApplication([])
    window = QMainWindow()
    window.resize(1366, 768)
    window.show()
    _tell(app, window, lambda: True)


def ours(folder: Path, *, demonstration: bool) -> None:
    """What `ui/application.py` does, with folders of its own."""
    from inspector_app import paths
    from inspector_app.settings import Settings
    from inspector_app.ui.application import dress
    from inspector_app.ui.main_window import MainWindow

    paths.user_data = lambda: folder / "data"
    paths.user_config = lambda: folder / "config"
    app = QApplication([])
    settings = Settings.load()
    dress(app, settings)
    window = MainWindow(settings)
    window.resize(1366, 768)
    if demonstration:
        window.open_demonstration(folder / "demonstration")

    def usable() -> bool:
        if not demonstration:
            return True  # the door takes a passphrase at once, whatever is loaded behind it
        return (
            window.rooms is not None and window.lanes.idle and window.rooms.visits.list.model.rowCount() == 3
        )

    window.show()
    _tell(app, window, usable)
    window.lanes.close()


def _tell(app: QApplication, window: QMainWindow, usable: Callable[[], bool]) -> None:
    """Run until the window is usable and painted; say so and end."""
    timer = QTimer(interval=2)  # looking all the time would take the time of what it looks at

    def look() -> None:
        if usable():
            timer.stop()
            window.repaint()
            print("there", flush=True)
            app.quit()

    timer.timeout.connect(look)
    timer.start()
    app.exec()


if __name__ == "__main__":
    if sys.argv[1] == "empty":
        empty()
    else:
        ours(Path(sys.argv[2]), demonstration=sys.argv[1] == "usable")
