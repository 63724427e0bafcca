"""The same dossier checked twice, by two members or on two laptops: both checks stay, one is the main one.

Nothing is merged and nothing is lost: who leads says which check counts in the figures and the minutes, and
may say otherwise later. Until then all of them count, as they were entered.
"""

from dataclasses import dataclass
from datetime import datetime

from inspector_app.domain import dossiers as law
from inspector_app.domain.changes import wall_time
from inspector_app.domain.errors import RecordUnknown
from inspector_app.domain.records import Dossier, RecordId, VisitId
from inspector_app.forms.sheet import Sheet
from inspector_app.services.desk import Desk
from inspector_app.services.dossiers import Dossiers, is_check
from inspector_app.services.questions import labels_of
from inspector_app.services.views import DossierRow, Saved
from inspector_app.storage.ledger import Act


@dataclass(frozen=True, slots=True)
class Check:
    """One check of the dossier: who began it, on which laptop, when, and how many questions it answers."""

    row: DossierRow
    author: str
    laptop: str
    at: datetime
    answered: int
    main: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """A check that was answered differently; `answers` in the order of the checks, "" where it is open."""

    code: str
    text: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SameDossier:
    """A dossier that was checked more than once."""

    code: str
    procedure: str
    checks: tuple[Check, ...]
    differences: tuple[Difference, ...]

    @property
    def main(self) -> RecordId | None:
        """The main check, once one was named."""
        return next((check.row.id for check in self.checks if check.main), None)


class SameDossiers:
    """Dossiers of a visit that were checked twice."""

    def __init__(self, desk: Desk, dossiers: Dossiers) -> None:
        self._desk = desk
        self._dossiers = dossiers

    def list(self, visit: VisitId) -> tuple[SameDossier, ...]:
        """The dossiers checked more than once, each with its checks side by side."""
        checks = self._dossiers.checks(visit)
        groups = law.checked_twice(checks)
        if not groups:
            return ()
        rows = {row.id: row for row in self._dossiers.list(visit)}
        sheets = self._dossiers.sheets(visit)
        found: list[SameDossier] = []
        for group in groups:
            ids = [RecordId(each) for each in group]
            held = [rows[each] for each in ids]
            found.append(
                SameDossier(
                    code=held[0].code,
                    procedure=next((row.procedure for row in held if row.procedure), ""),
                    checks=tuple(
                        self._check(visit, row, sheets[row.id], main=checks[row.id].main_check == row.id)
                        for row in held
                    ),
                    differences=_differences([sheets[each] for each in ids]),
                )
            )
        return tuple(found)

    def choose(self, visit: VisitId, main: RecordId) -> Saved:
        """Say that this check is the main one. Raises RecordUnknown, ConflictOpen, SaveFailed."""
        return self._say(visit, main, main)

    def count_all(self, visit: VisitId, check: RecordId) -> Saved:
        """Let all checks of the dossier count. Raises RecordUnknown, ConflictOpen, SaveFailed."""
        return self._say(visit, check, "")

    def _say(self, visit: VisitId, check: RecordId, main: str) -> Saved:
        groups = law.checked_twice(self._dossiers.checks(visit))
        group = next((group for group in groups if check in group), None)
        if group is None:
            raise RecordUnknown(kind=Dossier.kind, record=check)
        # Each check names the main one, so that two people who choose differently meet in a dispute.
        return self._desk.write(visit, [Act(Dossier.kind, each, {"main_check": main}) for each in group])

    def _check(self, visit: VisitId, row: DossierRow, sheet: Sheet, *, main: bool) -> Check:
        began = self._desk.workspace.ledger.history(visit, Dossier.kind, row.id)[0].change
        return Check(
            row=row,
            author=began.author,
            laptop=self._desk.laptop(visit, began.device),
            at=wall_time(began.at),
            answered=sum(node.relevant and node.value != "" for node in sheet.nodes()),
            main=main,
        )


def _differences(sheets: list[Sheet]) -> tuple[Difference, ...]:
    """The checks of the form (H01 …) on which the sheets differ."""
    found: list[Difference] = []
    nodes = [{node.key: node for node in sheet.nodes() if node.relevant} for sheet in sheets]
    for key, node in nodes[0].items():
        held = [each.get(key) for each in nodes]
        if is_check(key) and len({other.value if other else "" for other in held}) > 1:
            labels = labels_of(node)
            answers = tuple(labels.get(other.value, other.value) if other else "" for other in held)
            found.append(Difference(key, node.label, answers))
    return tuple(found)
