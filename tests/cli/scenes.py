"""What must have happened before some commands have something to do: each says where, or what it made."""

from contextlib import closing
from datetime import date
from pathlib import Path

import openpyxl

from inspector_app.domain.records import RecordId
from inspector_app.exchange.room import ReceivingPoint
from inspector_app.services import demo
from inspector_app.services.imaging import take
from inspector_app.services.templates import CHECKLIST
from inspector_app.services.views import Profile
from inspector_app.services.workbench import Workbench
from tests.cli.conftest import OPEN_POINTS, SHIPPED, UNIT
from tests.forms.workbooks import workbook
from tests.pictures import file_of, photo
from tests.services.conftest import CHEAP, PASSPHRASE, begin
from tests.services.self_report.filling import Clerk


def open_point(place: Path) -> str:
    """Minh's laptop takes bundles in the room; its address and code."""
    with closing(Workbench.open(place / "Minh", PASSPHRASE)) as minh:
        receipt = minh.handover.receipt(minh.visits.list()[0].id, place / "receipt.cchc").file.read_bytes()
        point = ReceivingPoint(minh._desk.key.recipient, lambda _file, _sender: receipt, 1, "127.0.0.1")
    OPEN_POINTS.append(point)
    return point.link


def received(place: Path) -> str:
    """Lan has received Minh's file; the id of the conflict."""
    with closing(Workbench.open(place / "Lan", PASSPHRASE)) as lan:
        lan.handover.receive(place / "minh.cchc")
        return lan.merging.conflicts()[0].id


def reported(place: Path, **values: str) -> Path:
    """A self-report that came back with one score in it, and with these values of other items."""
    with closing(Workbench.open(place / "Lan", PASSPHRASE)) as lan:
        clerk = Clerk(lan, lan.visits.list()[0].id, place)
    return clerk.write({"CD04": "24/26", "CD04/points": "1,5", **values}).save()


def taken(place: Path) -> list[str]:
    """Lan has taken a self-report."""
    file = reported(place)
    with closing(Workbench.open(place / "Lan", PASSPHRASE)) as lan:
        visit = lan.visits.list()[0].id
        lan.self_reports.accept(visit, lan.self_reports.preview(visit, file))
    return []


def undone(place: Path) -> str:
    """Lan has taken back her last act; the visit's unit."""
    with closing(Workbench.open(place / "Lan", PASSPHRASE)) as lan:
        lan.undoing.undo(lan.visits.list()[0].id)
    return UNIT


def followed_up(place: Path) -> RecordId:
    """An earlier visit, of which Lan hears only now, left a recommendation open; its identifier."""
    with closing(Workbench.open(place / "Lan", PASSPHRASE)) as lan:
        visit = lan.visits.list()[0].id
        if not lan.earlier.get(visit).follow_ups:
            past = begin(lan, on=date(2025, 11, 24))
            lan.visits.add(past, "recommendation", item="CD04", text="Hoàn thành nhiệm vụ chậm")
            lan.earlier.bring(visit)
            lan.visits.edit(past, unit_code="29955")  # the unit's code names one visit only again
        return lan.earlier.get(visit).follow_ups[0].id


def photograph(place: Path) -> Path:
    """A small photo."""
    file = place / "ảnh.jpg"
    file.write_bytes(file_of(photo()))
    return file


def kept(place: Path, *, removed: bool = False) -> RecordId:
    """Lan has taken a photo in, and perhaps removed it; its identifier."""
    with closing(Workbench.open(place / "Lan", PASSPHRASE)) as lan:
        visit = lan.visits.list()[0].id
        rows = lan.evidence.all(visit).rows
        record = rows[0].id if rows else lan.evidence.keep(visit, take(photograph(place)))[0]
        if removed and not lan.evidence.all(visit).rows[0].removed:
            lan.evidence.remove(visit, [record])
        return record


def moved(place: Path) -> str:
    """Lan has moved the visit to a revised checklist; its unit."""
    with closing(Workbench.open(place / "Lan", PASSPHRASE)) as lan:
        [row] = lan.visits.list()
        report = lan.templates.publish(revision(place / "sửa.xlsx"))
        lan.upgrades.move(row.id, report.digest, {}, "Sở ban hành mẫu mới")
    return UNIT


def revision(file: Path) -> Path:
    """The shipped checklist as another version of itself."""
    book = openpyxl.load_workbook(SHIPPED)
    settings = book["settings"]
    column = {str(cell.value): cell.column for cell in settings[1]}["version"]
    settings.cell(2, column).value = "2026120101"
    book.save(file)
    return file


def published(place: Path) -> str:
    """Lan's workspace holds a later and much smaller version of the checklist; its version."""
    file = place / "nhỏ.xlsx"
    file.write_bytes(workbook({"settings!B2": CHECKLIST, "settings!C2": "9"}))
    with closing(Workbench.open(place / "Lan", PASSPHRASE)) as lan:
        return lan.templates.publish(file).version


def made_earlier(folder: Path) -> Path:
    """Enough of a demonstration to be found again; making one is tested in tests/services/test_demo.py."""
    lead = Workbench.create(folder / demo.LEAD_FOLDER, demo.PASSPHRASE, Profile("Huy"), derivation=CHEAP)
    lead.close()
    return folder
