"""Files that answer questions, on their way in: pictures are made small and silent, others stay as they are.

A photo tells no more as an answer than as evidence: it goes through `imaging`, and neither place nor camera
come along. It is known by its new digest alone, so it bears the digest of the photo that it was made of, as
its only note; like that the note goes wherever the answer goes, into a submission for ODK too.

Work on bytes for the heavy lane, as that of `imaging`.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from inspector_app.domain.errors import EvidenceRefused
from inspector_app.i18n import tr
from inspector_app.services import imaging
from inspector_app.services.imaging import JPEG, PDF, PNG
from inspector_app.text import clean

MAXIMUM: Final = 50 << 20
"""The largest file that is kept as it is, in bytes."""
_PROGRAMS: Final = {".exe", ".bat", ".cmd", ".com", ".scr", ".js", ".vbs", ".ps1", ".lnk", ".msi", ".dll"}
_PICTURES: Final = {".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".avif"}
"""Endings that promise a picture."""
_ENDINGS: Final = {JPEG: ".jpg", PNG: ".png", PDF: ".pdf"}


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file that is ready to be kept, with the name that fits what it is now."""

    name: str
    content: bytes


def read(path: Path) -> GivenFile:
    """A file as an answer.

    Raises EvidenceRefused where it is empty, too large, a program or no picture though it is called one;
    HeicRefused, PhotoTooLarge, PhotoUnreadable and ScanTooLarge as `imaging.take`; FileTrouble.
    """
    name, ending = clean(path.name), path.suffix.lower()
    if ending in _PROGRAMS:
        raise EvidenceRefused(file=name, reason=tr("it is a program"))
    content = imaging.read(path)
    kind = imaging.recognised(content, name)
    if kind in ("picture", "heic") or (kind == "other" and ending in _PICTURES):
        taken = imaging.take_content(content, name)
        media_type = taken.file.media_type
        made = imaging.noted(taken.content, media_type, f"made from sha256:{taken.original}")
        return GivenFile(Path(name).stem + _ENDINGS[media_type], made)
    if len(content) > MAXIMUM:
        raise EvidenceRefused(file=name, reason=tr("it is larger than {size} MB", size=MAXIMUM >> 20))
    return GivenFile(name, content)
