"""Pictures of the three workbooks filled in: `python -m tests.workbooks FOLDER [light|dark]`.

With QT_SCALE_FACTOR=1.25 they are as on a laptop's screen at 125 %.
"""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication, QWidget

from inspector_app import i18n
from inspector_app.domain.records import VisitId
from inspector_app.services.views import NewVisit, Profile
from inspector_app.services.workbench import Workbench
from inspector_app.settings import Settings
from inspector_app.storage.workspace import KeyDerivation
from inspector_app.ui import theme
from inspector_app.ui.checklist.page import ChecklistPage
from inspector_app.ui.session import Session
from inspector_app.ui.tasks import Lanes
from inspector_app.ui.templates.page import TemplatesPage
from tests.pages import TICK_MS, rest
from tests.workbooks.books import ASSETS, HOUSEHOLDS, SATISFACTION, Book
from tests.workbooks.filling import Person, fill_assets, fill_households, fill_satisfaction

FILLED: tuple[tuple[Book, Callable[[Person], None]], ...] = (
    (HOUSEHOLDS, fill_households),
    (ASSETS, fill_assets),
    (SATISFACTION, fill_satisfaction),
)
PASSPHRASE = "bốn từ rất dài"
CALM = 250 // TICK_MS
"""Looks before a picture: longer than the pause before history is read."""


def main(target: Path, look: theme.Choice) -> None:
    """Publish, fill in and photograph the workbooks."""
    target.mkdir(parents=True, exist_ok=True)
    i18n.use("vi")
    app = QApplication([])
    theme.apply(app, look)
    lanes = Lanes()
    session = Session(lanes, Settings(), lanes)

    def wait() -> None:
        rest(lanes)

    def photograph(page: QWidget, name: str) -> None:
        rest(lanes, CALM)
        page.grab().save(str(target / f"{look}-{name}.png"))

    with TemporaryDirectory() as home:
        folder = Path(home)
        quick = KeyDerivation(memory_kib=8_192, iterations=1, lanes=1)
        me = Profile("Trần Quốc Huy", "Phó Giám đốc", "Sở Nội vụ", "Máy 01")
        lanes.open(
            lambda: Workbench.create(folder / "kho", PASSPHRASE, me, derivation=quick), print, owner=lanes
        )
        wait()
        for book, fill in FILLED:
            file = book.write(folder / book.form_id)
            room = TemplatesPage(session)
            room.resize(1290, 700)
            room.show()
            room.check(file)
            wait()
            photograph(room, f"{book.form_id}-checked")
            room.checked.publish.click()
            wait()
            photograph(room, f"{book.form_id}-published")
            room.close()
            made: list[VisitId] = []
            wanted = NewVisit("29971", date(2026, 11, 23), template=room.rows[0].digest)
            session.read(lambda bench, wanted=wanted: bench.visits.new(wanted)[0], made.append, owner=session)
            wait()
            page = ChecklistPage(session, made[0])
            page.resize(1290, 760)
            page.show()
            page.activateWindow()
            wait()
            fill(Person(page, wait, folder))
            for code, area in page.areas.items():
                if area.items:
                    page.show_area(code)
                    photograph(page, f"{book.form_id}-{code or 'top'}")
            page.close()
        lanes.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), "dark" if "dark" in sys.argv[2:] else "light")
