"""Photos and scans in words: what one is called, what its state is, how large it is."""

from datetime import datetime

from inspector_app.domain.records import StoredFile
from inspector_app.i18n import tr
from inspector_app.services.views import EvidenceRow
from inspector_app.text import format_datetime, format_number


def caption_of(row: EvidenceRow) -> str:
    """What people wrote of it, or the name it came with."""
    return row.record.caption.replace("\n", " ") or row.record.name


def state_of(row: EvidenceRow) -> str:
    """What is out of the ordinary; "" for a photo that is simply here."""
    if row.removed:
        return tr("Removed")
    if row.sides:
        return tr("In dispute")
    if not row.here:
        return tr("Not received yet")
    return tr("Not in the minutes") if row.record.withheld else ""


def pages_of(file: StoredFile) -> str:
    """How many pages a scan has; "" for a picture."""
    return tr("{count} pages", count=format_number(file.pages)) if file.pages else ""


def taken_words(at: datetime | None) -> str:
    """When it was taken; "" where the file did not tell."""
    return tr("Taken {when}", when=format_datetime(at.astimezone())) if at else ""


def size_of(file: StoredFile) -> str:
    """ "2.560 × 1.920, 640 KB", "12 pages, 3.400 KB" """
    size = tr("{size} KB", size=format_number(-(-file.size // 1024)))
    if file.pages:
        return f"{pages_of(file)}, {size}"
    return f"{format_number(file.width)} × {format_number(file.height)}, {size}"
