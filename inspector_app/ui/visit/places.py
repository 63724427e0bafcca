"""Where in a visit a record stands: the section, its part and the place in it, for `VisitFrame.show_tab`."""

from inspector_app.domain.records import (
    Answer,
    Document,
    Dossier,
    EarlierVisit,
    Evidence,
    Finding,
    FollowUp,
    Initiative,
    Participant,
    PlanArea,
    PlanLine,
    Recommendation,
    Record,
    SoftwareFault,
    Visit,
)
from inspector_app.services.day_views import Undone
from inspector_app.services.questions import is_of_dossier

_LISTS: dict[type[Record], str] = {
    Finding: "findings/finding",
    Recommendation: "findings/recommendation",
    FollowUp: "findings/follow_up",
    Evidence: "evidence",
    Document: "preparation/documents",
    PlanArea: "progress/plan",
    PlanLine: "progress/late",
    Initiative: "progress/models",
    SoftwareFault: "progress/faults",
    Dossier: "dossiers",
}
"""The lists of the visit, each of which shows a record by its id."""
_REPORTED = {
    "plan_tasks": "progress/plan",
    "plan_tasks_done": "progress/plan",
    "plan_activities": "progress/plan",
    "plan_activities_done": "progress/plan",
    "models_registered": "progress/models",
}
"""Fields of the visit itself that do not stand among its facts."""


def places(undone: Undone) -> tuple[str, ...]:
    """Every place where what was taken back is seen; the one where it is written comes first."""
    record, item, standing = undone.record, undone.item, undone.standing
    row = f"{record}/{min(undone.fields)}" if len(undone.fields) == 1 else record
    match standing:
        case Visit():
            field = min(undone.fields)
            return (f"{_REPORTED.get(field, 'overview/facts')}/{field}",)
        case Participant():
            dealt = undone.fields <= {"areas", "device"}
            return ("participants/dealing",) if dealt else (f"participants/{standing.side}/{row}",)
        case Answer() if is_of_dossier(record):
            return (f"dossiers/{record}",)
        case Answer():
            return (f"checklist/{item}",)
        case EarlierVisit():
            return (_LISTS[FollowUp],)
        case Finding() | FollowUp() if item:
            return (f"{_LISTS[type(standing)]}/{record}", f"checklist/{item}")
        case Evidence():
            return (f"{_LISTS[Evidence]}/{record}", *_behind(standing))
        case Document() | PlanArea() | PlanLine() | Initiative() | SoftwareFault():
            return (f"{_LISTS[type(standing)]}/{row}",)
        case _:
            listed = _LISTS.get(type(standing))
            return (f"{listed}/{record}",) if listed else ()


def _behind(evidence: Evidence) -> tuple[str, ...]:
    """Where a photo is seen beside what it proves."""
    found = (
        ("checklist", evidence.item),
        ("dossiers", evidence.dossier),
        (_LISTS[Finding], evidence.finding),
    )
    return tuple(f"{place}/{key}" for place, key in found if key)
