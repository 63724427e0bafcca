"""Files that answer questions: photos, sound, signatures, scans.

An answer names its file as `<sha256>-<name>`; the file itself lies in the workspace and travels in the
bundle. Which files a visit needs follows from its answers, so nothing is listed twice.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from inspector_app.domain.errors import EvidenceRefused, FileTrouble
from inspector_app.domain.records import Answer, VisitId
from inspector_app.i18n import tr
from inspector_app.services.desk import Desk
from inspector_app.text import ascii_name

MAXIMUM = 50 << 20
"""The largest file that is taken, in bytes."""
_NAMED = re.compile(r"([0-9a-f]{64})-[A-Za-z0-9_.-]{1,120}")
_REFUSED_ENDINGS = {".exe", ".bat", ".cmd", ".com", ".scr", ".js", ".vbs", ".ps1", ".lnk", ".msi", ".dll"}


class Evidence:
    """The files of visits."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self, visit: VisitId, file: Path) -> str:
        """Keep a file; the text with which to answer the question that asked for it.

        Raises EvidenceRefused where it is empty, too large or a program; FileTrouble, SaveFailed.
        """
        self._desk.visit(visit)
        if file.suffix.lower() in _REFUSED_ENDINGS:
            raise EvidenceRefused(file=file.name, reason=tr("it is a program"))
        try:
            size = file.stat().st_size
            if size > MAXIMUM:
                raise EvidenceRefused(
                    file=file.name, reason=tr("it is larger than {size} MB", size=MAXIMUM >> 20)
                )
            content = file.read_bytes()
        except OSError as error:
            raise FileTrouble(file=file.name, reason=error.strerror or str(error)) from error
        if not content:
            raise EvidenceRefused(file=file.name, reason=tr("it is empty"))
        if content[:2] == b"MZ" or content[:4] == b"\x7fELF":
            raise EvidenceRefused(file=file.name, reason=tr("it is a program"))
        with self._desk.workspace.transaction():
            digest = self._desk.workspace.evidence.add(content)
        name = ascii_name(file.stem, 80) + re.sub(r"[^a-z0-9.]", "", file.suffix.lower())[:10]
        return f"{digest}-{name}"

    def get(self, value: str) -> bytes | None:
        """The file that an answer names, None while it is missing."""
        named = _NAMED.fullmatch(value)
        return self._desk.workspace.evidence.get(named[1]) if named else None

    def missing(self, visit: VisitId) -> tuple[str, ...]:
        """What the visit's answers name and this workspace does not hold."""
        named = set(self.named(visit))
        held = self._desk.workspace.evidence.held(value.partition("-")[0] for value in named)
        return tuple(sorted(value for value in named if value.partition("-")[0] not in held))

    def digests(self, visit: VisitId) -> tuple[str, ...]:
        """The SHA-256 of every file that the visit's answers name: what travels with it."""
        return tuple(dict.fromkeys(value.partition("-")[0] for value in self.named(visit)))

    def named(self, visit: VisitId) -> Iterable[str]:
        """Every file that an answer of the visit names now."""
        for found in self._desk.workspace.projections.all(Answer, visit):
            for text in _texts(found.record.value):
                if _NAMED.fullmatch(text):
                    yield text


def shown_name(value: str) -> str:
    """A file's name without the digest before it."""
    return value.partition("-")[2] if _NAMED.fullmatch(value) else value


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [str(text) for text in value.values()]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] - JSON
    return [str(value)] if value else []
