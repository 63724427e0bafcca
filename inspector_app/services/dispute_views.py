"""Conflicts as people compare them. Frozen values like those of `services/views.py`."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from inspector_app.domain.records import RecordId, StoredFile, VisitId


@dataclass(frozen=True, slots=True)
class SidePhoto:
    """A photo or scan that the author of a side took of what is in dispute. `here`: its file has arrived."""

    id: RecordId
    file: StoredFile
    caption: str
    here: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One value of a conflict: who wrote it, on which laptop, when, with their note and photos."""

    head: str
    """Digest of the change; names the side when deciding."""
    text: str
    value: Any
    author: str
    laptop: str
    at: datetime
    mine: bool
    device: str = ""
    note: str = ""
    photos: tuple[SidePhoto, ...] = ()


About = Literal["answers", "findings", "people", "dossiers", "visit"]
"""What a conflict is about; `visit` is all that is none of the others."""


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A field on which laptops differ."""

    id: str
    visit: VisitId
    unit: str
    kind: str
    record: RecordId
    field: str
    title: str
    """What is in dispute, for people: "CD04 · Tỷ lệ nhiệm vụ …"."""
    before: str | None
    """The value that every side had seen; None where there was none."""
    sides: tuple[Side, ...]
    about: About = "visit"
    area: str = ""
    """The code of the area of the checklist that it belongs to; "" where it belongs to none."""
    area_name: str = ""
