"""Five members' sealed bundles merged by the lead, against reading and hashing their bytes; and the memory.

    python -m tests.bench.five_members

Each member answers 600 items again and again, 3,000 answers in all, and takes 200 photos of a megabyte. The
lead's laptop takes the five files in one after the other, as the window does. One floor reads the same files
and computes their SHA-256; the other puts the same photos into an encrypted database. Memory is the most that
a process of its own ever held while it took in a bundle of 20, of 200 and of 1,000 photos: it must not grow
with their number.
"""

import hashlib
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from inspector_app.domain.records import Answer, VisitId
from inspector_app.services.imaging import Taken, take_content
from inspector_app.services.views import Link, NewVisit
from inspector_app.services.workbench import Workbench
from inspector_app.storage.ledger import Act
from tests.bench._measure import PASSPHRASE, Line, show, timed, workbench
from tests.pictures import file_of, photo
from tests.services.conftest import introduce

MEMBERS, ANSWERS, ITEMS, PHOTOS = 5, 3_000, 600, 200
PILES = (20, 200, 1_000)


def measure() -> Iterator[Line]:
    """The merge, then the peak of memory by the number of photos."""
    with workbench() as (lead, folder):
        visit, _ = lead.visits.new(NewVisit("29971", date(2026, 11, 23)))
        files = [worked(lead, visit, folder / f"{number}.cchc", number * PHOTOS) for number in range(MEMBERS)]
        merging, reports = timed(lambda: [lead.handover.receive(file) for file in files])
        assert all(report.new > ANSWERS and not report.visits[0].missing for report in reports)
        reading, _ = timed(lambda: [hashed(file) for file in files])
        what = f"{MEMBERS} members' bundles merged"
        yield Line(what, merging, reading, "reading and hashing the files")
        yield Line(what, merging, kept(lead), "the photos into SQLCipher")
    peaks = [peak(photos) for photos in PILES]
    for photos, most in zip(PILES, peaks, strict=True):
        yield Line(
            f"memory while receiving {photos:,} photos", most, peaks[0], f"with {PILES[0]} photos", "MB"
        )


def worked(lead: Workbench, visit: VisitId, target: Path, first: int, photos: int = PHOTOS) -> Path:
    """What a member made of a visit, in a bundle that the team's laptops alone can open.

    first: from where its photos are counted; no two members take the same one.
    """
    with workbench() as (member, folder):
        introduce(lead, member, visit)
        member.handover.receive(lead.handover.export(visit, folder).file)
        answers = [
            Act(Answer.kind, f"{member._desk.key.device}/{number % ITEMS}", {"value": str(number)})
            for number in range(ANSWERS)
        ]
        member._desk.write(visit, answers)
        taken = take_content(file_of(photo(2560, 1920), quality=95), "IMG.jpg")
        with member._workspace.transaction():
            for number in range(first, first + photos):
                member.evidence.keep(visit, alike(taken, number), Link(item="CD04"))
        return member.handover.export(visit, target, sealing="team").file


def alike(taken: Taken, number: int) -> Taken:
    """A photo of a megabyte: the same pixels with another tail, which no decoder reads."""
    content = (taken.content + number.to_bytes(4, "big") * (1 << 18))[: 1 << 20]
    digest = hashlib.sha256(content).hexdigest()
    file = taken.file.model_copy(update={"digest": digest, "size": len(content)})
    return replace(taken, file=file, content=content, original=digest, name=f"IMG_{number}.jpg")


def kept(lead: Workbench) -> float:
    """The photos of a workspace into the table of another, a transaction for each member."""
    insert = "insert into evidence_files (digest, content) values (?, ?)"
    photos = lead._workspace._db.execute("select digest, content from evidence_files")
    seconds = 0.0
    with workbench() as (bench, _):
        db = bench._workspace._db

        def write(pile: Sequence[tuple[str, bytes]]) -> None:
            with db.atomic():
                db.conn.executemany(insert, pile)

        while pile := photos.fetchmany(PHOTOS):
            seconds += timed(lambda pile=pile: write(pile))[0]
    return seconds


def hashed(file: Path) -> str:
    with file.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def peak(photos: int) -> float:
    """The most memory, in MB, that a process held which opened a workspace and took in so many photos."""
    with workbench() as (lead, folder):
        visit, _ = lead.visits.new(NewVisit("29971", date(2026, 11, 23)))
        file = worked(lead, visit, folder / "photos.cchc", 0, photos)
        lead.close()
        command = [sys.executable, "-m", "tests.bench.five_members", str(lead.folder), str(file)]
        told = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    return float(told.stdout)


def take_in(folder: Path, file: Path) -> None:
    """What the process of its own does; Linux tells it the most that it held (`getrusage` would tell what the
    process that started it held)."""
    bench = Workbench.open(folder, PASSPHRASE)
    bench.handover.receive(file)
    bench.close()
    report = Path("/proc/self/status").read_text(encoding="ascii")
    status = dict(line.split(":", 1) for line in report.splitlines())
    print(int(status["VmHWM"].split()[0]) / 1024)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        take_in(Path(sys.argv[1]), Path(sys.argv[2]))
    else:
        show(measure)
