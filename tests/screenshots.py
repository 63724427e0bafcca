"""Pictures of every page of the demonstration, to be looked at.

    python -m tests.screenshots FOLDER [VARIANT …]

A variant is a folder of pictures: `light`, `dark`, `english`, and the scale factors `125`, `150`, `200`. Each
is taken by a process of its own, since Qt reads its scale factor once, without a display, from a
demonstration that is made for the occasion and thrown away.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from inspector_app import paths
from inspector_app.i18n import Language
from inspector_app.settings import Settings
from inspector_app.ui import theme
from inspector_app.ui.application import dress
from inspector_app.ui.help.tour import STEPS
from inspector_app.ui.main_window import MainWindow, Rooms
from inspector_app.ui.remembered import remember
from tests.pages import Rest, pages

CALM = 30
"""Looks; pictures and previews come up a little after their page."""


@dataclass(frozen=True, slots=True)
class Variant:
    """How the window looks in one folder of pictures; `screen` is in pixels of the screen."""

    look: theme.Choice = "light"
    language: Language = "vi"
    scale: float = 1.0
    screen: tuple[int, int] = (1366, 768)


VARIANTS = {
    "light": Variant(),
    "dark": Variant(look="dark"),
    "english": Variant(language="en"),
    "125": Variant(scale=1.25),
    "150": Variant(scale=1.5, screen=(1920, 1080)),
    "200": Variant(scale=2.0, screen=(1920, 1080)),
}


def main(arguments: Sequence[str]) -> int:
    """Take the pictures of every variant, or of those named."""
    if not arguments or not set(arguments[1:]) <= VARIANTS.keys():
        print(f"python -m tests.screenshots FOLDER [{' | '.join(VARIANTS)}]", file=sys.stderr)
        return 2
    target = Path(arguments[0]).resolve()
    for name in arguments[1:] or VARIANTS:
        with tempfile.TemporaryDirectory() as home:
            scale = {"QT_SCALE_FACTOR": str(VARIANTS[name].scale), "QT_QPA_PLATFORM": "offscreen"}
            command = [sys.executable, "-m", "tests.screenshots", "--take", name, home, str(target / name)]
            subprocess.run(command, env={**os.environ, **scale}, check=True)
        print(target / name)
    return 0


class Photographer:
    """Goes from page to page, and keeps a picture of each once it is at rest."""

    def __init__(self, window: MainWindow, home: Path, target: Path) -> None:
        self._window, self._home, self._target = window, home, target
        self._rest = Rest(window.lanes, CALM)
        target.mkdir(parents=True, exist_ok=True)
        self._left: list[tuple[str, Callable[[], QWidget | None]]] = [
            ("door-first-run", lambda: None),
            ("door-unlock", lambda: window.door._turn_to(window.door.unlock)),
            ("", lambda: window.open_demonstration(home / "demonstration")),
            ("", self._plan),
        ]
        self._rest.then(self._next)

    @property
    def _rooms(self) -> Rooms:
        assert self._window.rooms is not None
        return self._window.rooms

    def _plan(self) -> None:
        rooms = self._rooms
        visit = rooms.visits.list.model.visit(0).id
        guide = rooms.guide

        def sheet() -> QWidget | None:
            guide.close_panel()
            guide.show_shortcuts()
            return guide.sheet

        def step(at: int) -> None:
            if at == 0:
                guide.begin_tour()
            else:
                guide.tour.card.turned.emit(at)

        self._left += [(page.name, lambda page=page: page.show(rooms)) for page in pages(visit)]
        self._left += [
            ("", lambda: rooms.show_visit(visit, "checklist")),
            ("help-panel", guide.open_panel),
            ("help-shortcuts", sheet),
            *((f"help-tour-{at + 1}", lambda at=at: step(at)) for at in range(len(STEPS))),
        ]

    def _next(self) -> None:
        if not self._left:
            QApplication.exit(0)  # not quit: a window that is still saving would refuse
            return
        name, show = self._left.pop(0)
        shown = show()
        self._rest.then(lambda: self._take(name, shown if isinstance(shown, QWidget) else self._window))

    def _take(self, name: str, shown: QWidget) -> None:
        if name:
            shown.grab().save(str(self._target / f"{name}.png"))
        if shown is not self._window:
            shown.close()
        self._next()


def take(name: str, home: Path, target: Path) -> int:
    """Take the pictures of one variant in this process, with the user's folders below `home`."""
    paths.user_data = lambda: home / "data"
    paths.user_config = lambda: home / "config"
    variant = VARIANTS[name]
    remember("tour", "seen")
    app = QApplication([])
    settings = Settings(language=variant.language, theme=variant.look)
    dress(app, settings)
    window = MainWindow(settings)
    window.resize(QSize(*variant.screen) / variant.scale)
    window.show()
    photographer = Photographer(window, home, target)
    app.exec()
    del photographer
    window.lanes.close()
    return 0


if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(take(given[1], Path(given[2]), Path(given[3])) if given[:1] == ["--take"] else main(given))
