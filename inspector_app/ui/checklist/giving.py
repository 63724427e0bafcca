"""Giving a file as an answer: read and made small on the heavy lane, then kept in the workspace."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from inspector_app.domain.errors import InspectorError
from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.ui.session import Session

if TYPE_CHECKING:  # Pillow is loaded on the heavy lane, when the first file is given
    from inspector_app.services.given_files import GivenFile


def give_file(
    session: Session,
    visit: VisitId,
    file: Path,
    kept: Callable[[str], None],
    failed: Callable[[InspectorError], None],
    *,
    owner: QObject,
) -> None:
    """Keep a file; `kept` receives the text that answers a question with it, `failed` why it was not."""

    def keep(given: "GivenFile") -> None:
        session.read(lambda bench: bench.evidence.add(visit, given), kept, failed, owner=owner)

    session.lanes.heavy(
        lambda: _read(file), keep, failed, owner=owner, doing=tr("Keeping {file}", file=file.name)
    )


def _read(file: Path) -> "GivenFile":
    from inspector_app.services.given_files import read

    return read(file)
