"""What every field of every kind of record is called."""

from inspector_app.domain.changes import DELETED
from inspector_app.i18n import mark, tr

ON_TIME = {
    "A": mark("processing ended by the day promised"),
    "B": mark("the result was handed over by the day promised"),
    "C": mark("processing ended by the hour promised, pauses not counted"),
}
"""What counts as on time, by its letter (`records.OnTime`)."""

_COMMON = {
    DELETED: mark("Removed or kept"),
    "item": mark("Item"),
    "text": mark("Text"),
    "title": mark("Title"),
    "name": mark("Name"),
    "note": mark("Note"),
    "on": mark("Date"),
    "number": mark("Number"),
    "area": mark("Area"),
    "state": mark("State"),
    "basis": mark("Legal basis"),
    "responsible": mark("Responsible body"),
    "due_on": mark("Due date"),
    "finding": mark("Finding"),
    "dossier": mark("Dossier"),
    "position": mark("Place in the list"),
    "person": mark("Person"),
    "recipient": mark("Key to seal for the laptop"),
    "reason": mark("Reason"),
}
"""The fields that are called the same in every kind of record."""

_OF_KIND: dict[str, dict[str, str]] = {
    "visit": {
        "unit_code": mark("Unit inspected"),
        "unit_name": mark("Name of the unit"),
        "unit_kind": mark("Kind of unit"),
        "province": mark("Province"),
        "title": mark("Subject"),
        "visit_kind": mark("Kind of visit"),
        "template": mark("Checklist"),
        "dossier_template": mark("Dossier form"),
        "place": mark("Place"),
        "started_at": mark("Begins at"),
        "ended_at": mark("Ends at"),
        "period_from": mark("Figures from"),
        "period_to": mark("Figures to"),
        "superior": mark("Superior authority"),
        "issuer": mark("Issuing body"),
        "symbol": mark("Symbol"),
        "decision": mark("Decision that set up the team"),
        "plan": mark("Plan of the inspection"),
        "unit_opinion": mark("Opinion of the unit"),
        "copies": mark("Copies"),
        "on_time": mark("A dossier is on time when"),
        "plan_areas": mark("Areas of its plan"),
        "plan_tasks": mark("Tasks in the plan"),
        "plan_tasks_done": mark("Tasks done"),
        "plan_activities": mark("Activities in the plan"),
        "plan_activities_done": mark("Activities done"),
        "models_registered": mark("Units with registered models, as reported"),
        "print_scores": mark("The minutes say the scores"),
        "all_sign": mark("All members of the team sign"),
        "unsigned_reason": mark("The unit does not sign, because"),
        "witness": mark("Witness"),
    },
    "participant": {
        "side": mark("Side"),
        "honorific": mark("Mr/Ms"),
        "name": mark("Full name"),
        "title": mark("Position"),
        "organisation": mark("Organisation"),
        "role": mark("Role in the team"),
        "areas": mark("Areas dealt to the member"),
        "attendance": mark("Attendance"),
        "device": mark("Laptop of the member"),
    },
    "answer": {
        "value": mark("Result"),
        "not_applicable": mark("Not applicable"),
        "self_points": mark("Self-scored points"),
        "self_value": mark("Reported by the unit"),
        "self_note": mark("What the unit says to it"),
    },
    "finding": {
        "severity": mark("Severity"),
        "cause": mark("Cause"),
        "responsible": mark("In the responsibility of"),
        "dossiers": mark("Dossiers that show it"),
    },
    "recommendation": {
        "finding": mark("Finding that it answers"),
        "earlier": mark("Earlier recommendation"),
    },
    "follow_up": {
        "visit": mark("Earlier visit"),
        "visit_on": mark("Date of the earlier visit"),
        "before": mark("What visits in between found"),
    },
    "earlier_visit": {
        "index": mark("Index"),
        "answers": mark("What it found"),
    },
    "evidence": {
        "file": mark("Photo or scan"),
        "name": mark("File name"),
        "original": mark("File as it was given"),
        "caption": mark("Caption"),
        "taken_at": mark("Taken at"),
        "withheld": mark("Not printed"),
    },
    "document": {
        "title": mark("Document"),
        "issuer": mark("Issued by"),
        "form": mark("Form"),
    },
    "plan_area": {
        "tasks": mark("Tasks"),
        "tasks_done": mark("Tasks done"),
        "activities": mark("Activities"),
        "activities_done": mark("Activities done"),
    },
    "plan_line": {
        "level": mark("Level"),
        "text": mark("Task or activity"),
        "done_on": mark("Done on"),
    },
    "initiative": {
        "name": mark("Model or initiative"),
        "unit": mark("Registered by"),
        "registered_on": mark("Registered on"),
        "effect": mark("Result"),
    },
    "software_fault": {
        "text": mark("What happened"),
        "system": mark("System"),
        "happened_on": mark("Happened on"),
        "dossiers": mark("Dossiers"),
        "reported_to": mark("Reported to"),
        "reported_on": mark("Reported on"),
        "fixed_on": mark("Fixed on"),
    },
    "dossier": {
        "code": mark("Code of the dossier"),
        "procedure": mark("Procedure"),
        "field": mark("Field"),
        "channel": mark("Channel"),
        "stratum": mark("Stratum of the sample"),
        "main_check": mark("The check that counts"),
    },
    "device": {
        "label": mark("Name of the laptop"),
        "public_key": mark("Key of the laptop"),
    },
    "admission": {
        "role": mark("Admitted as"),
        "laptop": mark("Name of the laptop"),
        "until_on": mark("Until"),
        "revoked": mark("Admission withdrawn"),
        "succeeds": mark("Goes on from the laptop"),
        "old_key": mark("Key of the laptop before"),
        "proof": mark("Signature of the laptop before"),
    },
}
"""By kind of record: the fields of its own, and those that are called otherwise there."""


def named(kind: str, field: str) -> str:
    """The English name of a field; "" where it has none."""
    return _OF_KIND.get(kind, {}).get(field) or _COMMON.get(field, "")


def field_name(kind: str, field: str) -> str:
    """What a field is called: "Kết quả", "Hạn hoàn thành"."""
    found = named(kind, field)
    return tr(found) if found else field
