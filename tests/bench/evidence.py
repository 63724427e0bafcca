"""The page of evidence with a thousand photos, and fifty photos coming in.

    python -m tests.bench.evidence

The page is shown through the real widgets. Counted is the processor's time of the window's own thread until
the pictures in view are painted and nothing is under way; the floor is the same page without any photo. The
floor of taking in is Pillow alone, which decodes the same photos, makes them small and encodes them.
"""

import hashlib
import io
import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median

from PIL import Image
from PySide6.QtWidgets import QApplication

from inspector_app.domain.records import VisitId
from inspector_app.services.imaging import LONGEST, QUALITY, take_content
from inspector_app.services.views import Link, NewVisit
from inspector_app.services.workbench import Workbench
from inspector_app.settings import Settings
from inspector_app.ui import theme
from inspector_app.ui.session import Session
from inspector_app.ui.tasks import Lanes
from inspector_app.ui.visit.evidence.page import EvidencePage
from tests.bench._measure import PASSPHRASE, Line, show, timed, workbench
from tests.pages import rest
from tests.pictures import file_of, photo

PHOTOS, COMING, ROUNDS = 1000, 50, 7
ITEMS = ("CD01", "CD04", "TT09", "CS10", "")


def measure() -> Iterator[Line]:
    """Fifty photos in; then the page with a thousand, for the first time and again."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with workbench() as (bench, folder):
        full, empty, coming = (
            bench.visits.new(NewVisit("29971", date(2026, 11, day)))[0] for day in (16, 17, 18)
        )
        given = [file_of(photo(4000, 3000, seed), quality=90) for seed in range(COMING)]
        ours = timed(lambda: come_in(bench, coming, given))[0]
        yield Line(
            f"{COMING} photos of 12 megapixels taken in and kept", ours, timed(lambda: bare(given))[0],
            "Pillow: decode, make small, encode",
        )  # fmt: skip
        fill(bench, full)
        bench.close()
        yield from shown(folder / "kho", full, empty)


def come_in(bench: Workbench, visit: VisitId, given: Sequence[bytes]) -> None:
    """All of the way in but the looking: read, made small, encrypted, in the ledger and on the disk."""
    for number, content in enumerate(given):
        bench.evidence.keep(visit, take_content(content, f"IMG_{number}.jpg"), Link(item="CD04"))


def bare(given: Sequence[bytes]) -> None:
    """The least that making photos small costs."""
    for content in given:
        with Image.open(io.BytesIO(content)) as image:
            image.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS, reducing_gap=2.0)
            image.save(io.BytesIO(), "JPEG", quality=QUALITY)


def fill(bench: Workbench, visit: VisitId) -> None:
    """A thousand photos of a megabyte each: the same pixels with another tail, which no decoder reads."""
    taken = take_content(file_of(photo(2560, 1920), quality=95), "IMG.jpg")
    for number in range(PHOTOS):
        content = taken.content + number.to_bytes(4, "big") * (1 << 18)
        digest = hashlib.sha256(content).hexdigest()
        file = taken.file.model_copy(update={"digest": digest, "size": len(content)})
        alike = replace(taken, file=file, content=content, original=digest, name=f"IMG_{number}.jpg")
        bench.evidence.keep(visit, alike, Link(item=ITEMS[number % len(ITEMS)]))


def shown(folder: Path, full: VisitId, empty: VisitId) -> Iterator[Line]:
    """The page of both visits in turn."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, "light")
    lanes = Lanes()
    lanes.open(lambda: Workbench.open(folder, PASSPHRASE), lambda _none: None, owner=lanes)
    rest(lanes)
    session = Session(lanes, Settings(), lanes)
    times: dict[tuple[str, VisitId], list[float]] = {}
    for _ in range(ROUNDS):
        for visit in (empty, full):
            page: list[EvidencePage] = []

            def first(visit: VisitId = visit, page: list[EvidencePage] = page) -> None:
                page.append(EvidencePage(session, visit))
                page[0].resize(1290, 640)
                page[0].show()
                page[0].entered()

            def again(page: list[EvidencePage] = page) -> None:
                page[0].hide()
                page[0].show()
                page[0].entered()

            for name, act in (("first time", first), ("again", again)):
                start = time.thread_time()
                act()
                rest(lanes)
                times.setdefault((name, visit), []).append(time.thread_time() - start)
            page[0].close()
            page[0].deleteLater()
    lanes.close()
    for name in ("first time", "again"):
        ours, floor = median(times[name, full]), median(times[name, empty])
        yield Line(f"page with {PHOTOS} photos, {name}", ours, floor, "the page without photos")


if __name__ == "__main__":
    show(measure)
