"""What earlier visits of the same unit found, brought into a new visit so that it travels with it.

A member's laptop may never have held last year's visit. So whoever begins a visit, or opens it and knows
more, writes into it what the last visit answered, as people read it, and every recommendation that no visit
has since found to be fixed, under its own id. A commune that was formed of others inherits from all of them.
Where two laptops bring the same, they write the same, which is no dispute.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from inspector_app.domain.records import (
    WORDS,
    EarlierVisit,
    Finding,
    FollowUp,
    FollowUpState,
    Recommendation,
    RecordId,
    StateBefore,
    Visit,
    VisitId,
)
from inspector_app.i18n import tr
from inspector_app.services.checklists import Checklists
from inspector_app.services.day_views import Earlier, EarlierAnswer
from inspector_app.services.desk import Desk
from inspector_app.services.questions import describe_answer
from inspector_app.services.views import HistoryLine, Listed, Saved
from inspector_app.storage.ledger import Act
from inspector_app.text import clean

_DONE: tuple[FollowUpState, ...] = ("fixed", "obsolete")
"""A recommendation in one of these states is not followed up again."""


@dataclass(frozen=True, slots=True)
class _Past:
    """A visit that lies before another one."""

    id: VisitId
    visit: Visit


class EarlierVisits:
    """Earlier visits as later ones need them."""

    def __init__(self, desk: Desk, checklists: Checklists) -> None:
        self._desk = desk
        self._checklists = checklists

    # --- reading -----------------------------------------------------------------------------------

    def get(self, visit: VisitId) -> Earlier:
        """What the visit holds of earlier ones. Raises VisitUnknown."""
        self._desk.visit(visit)
        projections = self._desk.workspace.projections
        answers: dict[str, list[EarlierAnswer]] = {}
        visits = projections.all(EarlierVisit, visit)
        visits.sort(key=lambda held: (held.record.on or date.min, held.id), reverse=True)
        for held in visits:
            for item, found in _mapping(held.record.answers).items():
                answers.setdefault(item, []).append(_answer(held.record, _mapping(found)))
        followed = projections.all(FollowUp, visit)
        followed.sort(key=lambda held: (held.record.position, held.id))
        return Earlier(
            answers={item: tuple(each) for item, each in answers.items()},
            follow_ups=tuple(Listed(RecordId(each.id), each.record, each.disputed) for each in followed),
        )

    def history(self, visit: VisitId, follow_up: RecordId) -> tuple[HistoryLine, ...]:
        """What was found of an earlier recommendation, by whom, when; the latest first."""
        found: list[HistoryLine] = []
        for _, change in reversed(self._desk.workspace.ledger.history(visit, FollowUp.kind, follow_up)):
            patch = change.values()
            if "visit" in patch:
                continue  # how it came into this visit
            words = [tr(WORDS[patch["state"]])] if patch.get("state") in WORDS else []
            words += [patch["note"]] if patch.get("note") else []
            found.append(self._desk.history_line(visit, change, ": ".join(words) or "–"))
        return tuple(found)

    # --- acts --------------------------------------------------------------------------------------

    def judge(
        self, visit: VisitId, follow_up: RecordId, state: FollowUpState, note: str | None = None
    ) -> Saved:
        """Say what became of an earlier recommendation; a note replaces the one that is there.

        Raises RecordUnknown, ConflictOpen, AreaOfAnother, SaveFailed.
        """
        self._desk.record(visit, FollowUp, follow_up)
        patch = {"state": state} | ({} if note is None else {"note": clean(note, lines=True).strip()})
        return self._desk.write(visit, [Act(FollowUp.kind, follow_up, patch)])

    def lacks(self, visit: VisitId) -> bool:
        """Whether this laptop knows what the visit does not hold; never of a visit that has ended."""
        record = self._desk.visit(visit)
        return record.ended_at is None and any(self.missing(visit, record.unit_code, record.on))

    def bring(self, visit: VisitId) -> Saved:
        """Write into a visit what it lacks. Raises VisitUnknown, SaveFailed."""
        record = self._desk.visit(visit)
        with self._desk.one_act(visit, "aside"):
            return self._desk.write(visit, self.missing(visit, record.unit_code, record.on))

    def missing(self, visit: VisitId, unit: str, on: date | None) -> Iterable[Act]:
        """What a visit of a unit on a day inherits and does not hold yet, as acts that write it."""
        past = self._past(visit, unit, on)
        if not past:
            return
        projections = self._desk.workspace.projections  # what was taken off the list is there as well
        for act in self._open_recommendations(past):
            if projections.get(visit, FollowUp, act.record) is None:
                yield act
        today = self._desk.reference.gazetteer.get(unit)
        # A code outlives its commune: a visit of before the merger saw a part of today's unit only.
        whole = [each for each in past if today and each.visit.on and each.visit.on >= today.valid_from]
        last = whole[-1:] or list({each.visit.unit_code: each for each in past}.values())
        for each in last:
            if projections.get(visit, EarlierVisit, each.id) is None:
                yield self._found(each)

    # --- inside ------------------------------------------------------------------------------------

    def _past(self, visit: VisitId, unit: str, on: date | None) -> list[_Past]:
        """The visits of a unit, and of those it was formed of, before a day; the earliest first."""
        formed_of = self._desk.reference.gazetteer.predecessors(unit)
        units = {unit, *(old.code for old in formed_of if old.code)}
        found = [
            _Past(VisitId(each.id), each.record)
            for each in self._desk.workspace.projections.all(Visit)
            if each.id != visit and each.record.unit_code in units and _is_before(each.record.on, on)
        ]
        return sorted(found, key=lambda each: (each.visit.on or date.min, each.id))

    def _found(self, past: _Past) -> Act:
        warm = self._checklists.printed(past.id)
        answers: dict[str, dict[str, str]] = {}
        for code in warm.template.items:
            answer, view = warm.answered(code).answer, warm.views[code]
            if answer.value or answer.not_applicable or answer.note:
                answers[code] = {
                    "text": describe_answer(warm.item(code, answer.value), answer),
                    "points": "" if view.points is None else str(view.points),
                    "note": answer.note,
                }
        summary = warm.summary
        self._checklists.forget([past.id])  # an old visit, rarely opened again
        fields = {
            "on": past.visit.on.isoformat() if past.visit.on else None,
            "title": past.visit.title,
            "index": "" if summary.index is None else str(summary.index),
            "answers": answers,
        }
        return Act(EarlierVisit.kind, past.id, fields)

    def _open_recommendations(self, past: Iterable[_Past]) -> list[Act]:
        """What no visit has found to be fixed, in the order in which it was recommended."""
        waiting: dict[str, dict[str, Any]] = {}
        projections = self._desk.workspace.projections
        for each in past:
            for followed in projections.all(FollowUp, each.id):
                if followed.record.state in _DONE:
                    waiting.pop(followed.id, None)
                else:
                    waiting[followed.id] = _carried(followed.record, each.visit.on)
            findings = {found.id: found.record for found in projections.all(Finding, each.id)}
            recommended = projections.all(Recommendation, each.id)
            recommended.sort(key=lambda found: (found.record.position, found.id))
            for found in recommended:
                fields = _recommended(each, found.record, findings.get(found.record.finding))
                # What is recommended again is followed up as one, with all that was found of it before.
                repeated = waiting.pop(found.record.earlier, None)
                waiting[found.id] = fields | ({"before": _so_far(repeated)} if repeated else {})
        return [
            Act(FollowUp.kind, record, {**fields, "position": place})
            for place, (record, fields) in enumerate(waiting.items(), 1)
        ]


def _recommended(past: _Past, record: Recommendation, finding: Finding | None) -> dict[str, Any]:
    return {
        "visit": past.id,
        "visit_on": past.visit.on.isoformat() if past.visit.on else None,
        "item": record.item,
        "text": record.text,
        "responsible": record.responsible,
        "due_on": record.due_on.isoformat() if record.due_on else None,
        "finding": finding.text if finding else "",
        "before": [],
    }


def _so_far(repeated: Mapping[str, Any]) -> list[Any]:
    """What stands before a recommendation that repeats an earlier one: that one, and what was found of it."""
    first = StateBefore(on=repeated["visit_on"], state="open", note=repeated["text"])
    return [first.model_dump(mode="json"), *repeated["before"]]


def _carried(record: FollowUp, on: date | None) -> dict[str, Any]:
    """A recommendation that is still open: its words, and what the visit in between found."""
    looked_at = record.state != "open" or record.note
    now = [StateBefore(on=on, state=record.state, note=record.note)] if looked_at else []
    before = [*record.before, *now]
    kept = record.model_dump(mode="json", exclude={"state", "note", "before", "position"})
    return kept | {"before": [each.model_dump(mode="json") for each in before]}


def _answer(visit: EarlierVisit, found: Mapping[str, Any]) -> EarlierAnswer:
    points = str(found.get("points") or "")
    return EarlierAnswer(
        on=visit.on,
        title=visit.title,
        text=str(found.get("text") or ""),
        points=Decimal(points) if points else None,
        note=str(found.get("note") or ""),
    )


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}  # pyright: ignore[reportUnknownVariableType] - JSON


def _is_before(day: date | None, on: date | None) -> bool:
    return day is not None and (on is None or day < on)
