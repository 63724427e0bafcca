"""After a crash: what was being typed becomes changes, and the program can say what that was."""

from inspector_app.domain.records import Answer, VisitId
from inspector_app.i18n import tr
from inspector_app.services.checklists import Checklists, unit_name
from inspector_app.services.desk import Desk
from inspector_app.services.dossiers import Dossiers
from inspector_app.services.questions import is_of_dossier
from inspector_app.services.views import Recovered
from inspector_app.services.visits import Visits
from inspector_app.services.wording import KIND_NAMES


def recover(desk: Desk, checklists: Checklists, dossiers: Dossiers, visits: Visits) -> tuple[Recovered, ...]:
    """Turn every draft into a change of the field that it was typed into, or of one beside it."""
    found: list[Recovered] = []
    for draft in desk.workspace.ledger.drafts():
        if draft.kind != Answer.kind:
            name = tr(KIND_NAMES[draft.kind]) if visits.recover(draft) else ""
        elif is_of_dossier(draft.record):
            name = dossiers.recover(draft)
        else:
            name = checklists.recover(draft)
        if name:
            visit = desk.visit(VisitId(draft.stream))
            unit = unit_name(visit.unit_kind, visit.unit_name)
            found.append(Recovered(VisitId(draft.stream), unit, name, draft.value))
    return tuple(found)
