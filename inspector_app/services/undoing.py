"""Undo and redo of one's own acts, as new changes.

Nothing is erased: undoing reads what this laptop did last in a visit and writes a change that puts back what
stood there before. So it merges like any other change, and a colleague who saw the first value sees the
second. What a colleague has changed since is never touched: then it is refused, with their name. Which act
comes next is read from the ledger as well, so that it is the same after a restart.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from inspector_app.domain.changes import DELETED, Field, Sealed
from inspector_app.domain.errors import ActStands, NoActToRedo, NoActToUndo, OvertakenByOthers
from inspector_app.domain.records import (
    KINDS,
    Answer,
    Device,
    Dossier,
    Evidence,
    Finding,
    Record,
    Visit,
    VisitId,
)
from inspector_app.domain.withdrawal import withdrawal_of
from inspector_app.i18n import mark, tr
from inspector_app.services.checklists import Checklists
from inspector_app.services.day_views import Undone
from inspector_app.services.desk import PINS, Desk
from inspector_app.services.field_names import field_name
from inspector_app.services.reopening import settled_by
from inspector_app.services.wording import Wording
from inspector_app.storage.ledger import Act, Way
from inspector_app.text import beginning

_UNDONE, _REDONE = mark("undone"), mark("redone")
_ADDED = re.compile(r"\[(?!\d+\])[^\]]+\]/$")
"""The mark of an instance of a repeat that a person added; those that a form begins with are counted."""
_SHOWN = 60
"""So many letters of a value are enough to know it by."""


class Undoing:
    """What this laptop can take back in its visits."""

    def __init__(self, desk: Desk, checklists: Checklists, wording: Wording) -> None:
        self._desk = desk
        self._checklists = checklists
        self._wording = wording

    def undo(self, visit: VisitId) -> Undone:
        """Take back the last act of this laptop that is still in force.

        Raises NoActToUndo, OvertakenByOthers, ActStands, AreaOfAnother, SaveFailed; then nothing is changed.
        """
        act = self._last_in_force(visit)
        if act is None:
            raise NoActToUndo
        reasoned = next((sealed for sealed in act if sealed.change.cause), None)
        if reasoned and not all(settled_by(self._desk.workspace.ledger, sealed) for sealed in act):
            raise ActStands(what=self._wording.title(visit, reasoned.change.kind, reasoned.change.record))
        return self._reverse(visit, act, "undo")

    def redo(self, visit: VisitId) -> Undone:
        """Do again what was undone last, until something else is done.

        Raises NoActToRedo, OvertakenByOthers, AreaOfAnother, SaveFailed; then nothing is changed.
        """
        act = self._last_undone(visit)
        if act is None:
            raise NoActToRedo
        return self._reverse(visit, act, "redo")

    # --- which act ---------------------------------------------------------------------------------

    def _acts(self, visit: VisitId) -> Iterable[tuple[Way, list[Sealed]]]:
        """The acts of this laptop, the last one first; those beside the person's own work are left out."""
        ledger, device = self._desk.workspace.ledger, self._desk.key.device
        last = self._desk.last_seq(visit)
        while last > 0:
            stretch = ledger.act_ending(visit, device, last)
            last = stretch.first - 1
            if stretch.way != "aside":
                written = ledger.written(visit, device, stretch)
                changes = [sealed for sealed in written if sealed.change.kind != Device.kind]
                if changes:
                    yield stretch.way, changes

    def _last_in_force(self, visit: VisitId) -> list[Sealed] | None:
        taken_back = 0
        for way, changes in self._acts(visit):
            if way == "undo":
                taken_back += 1
            elif way == "redo" or taken_back:
                taken_back -= 1
            else:
                return None if _begins_or_moves(changes) else changes
        return None

    def _last_undone(self, visit: VisitId) -> list[Sealed] | None:
        done_again = 0
        for way, changes in self._acts(visit):
            if way == "":
                return None
            if way == "redo":
                done_again += 1
            elif done_again:
                done_again -= 1
            else:
                return changes
        return None

    # --- putting back ------------------------------------------------------------------------------

    def _reverse(self, visit: VisitId, changes: list[Sealed], way: Way) -> Undone:
        """Put back what every field of an act had before it; each record once, by its first change."""
        first: dict[tuple[str, str], Sealed] = {}
        fields: dict[tuple[str, str], set[str]] = {}
        for sealed in changes:
            place = sealed.change.kind, sealed.change.record
            first.setdefault(place, sealed)
            fields.setdefault(place, set()).update(sealed.change.values())
        acts: list[Act] = []
        shown: list[str] = []
        for place, sealed in first.items():
            before, unseen = self._desk.workspace.ledger.around(sealed)
            if settled := settled_by(self._desk.workspace.ledger, sealed):
                fields[place] = settled
                self._refuse_overtaken(visit, place, settled, unseen)
                acts.append(Act(*place, withdrawal_of(sealed), settles=()))
                shown.append(self._reopened(visit, *place, way))
                continue
            gone = not before and _is_added(*place)
            self._refuse_overtaken(visit, place, {DELETED} if gone else fields[place], unseen)
            back = self._taking_away(visit, place) if gone else [_restoring(*place, fields[place], before)]
            for act in back:
                shown.append(self._described(visit, act))
                acts.append(act)
        with self._desk.one_act(visit, way):
            saved = self._desk.write(visit, acts, tr(_UNDONE if way == "undo" else _REDONE))
        kind, record = next(iter(first))
        if any(kind in (Answer.kind, Finding.kind, Evidence.kind) for kind, _ in first):
            self._checklists.forget([visit])
        found = self._desk.workspace.projections.get(visit, KINDS[kind], record)
        standing = found.record if found else KINDS[kind]()
        return Undone(
            saved=saved,
            text=_joined(shown) or self._wording.title(visit, kind, record),
            kind=kind,
            record=record,
            fields=frozenset(fields[kind, record]),
            item=self._item(visit, record, standing),
            standing=standing,
        )

    def _refuse_overtaken(
        self, visit: VisitId, place: tuple[str, str], fields: set[str], unseen: Iterable[Sealed]
    ) -> None:
        """What a colleague wrote without being seen by the act stands, and names them."""
        for sealed in unseen:
            change = sealed.change
            if change.device != self._desk.key.device and fields & {DELETED, *change.values()}:
                who = f"{change.author} ({self._desk.laptop(visit, change.device)})"
                raise OvertakenByOthers(what=self._wording.title(visit, *place), who=who)

    def _taking_away(self, visit: VisitId, place: tuple[str, str]) -> Iterable[Act]:
        """An instance of a repeat goes with all that is in it; a dossier does not while others fill it in."""
        kind, record = place
        yield Act(kind, record, {DELETED: True})
        if kind not in (Answer.kind, Dossier.kind):
            return
        ledger = self._desk.workspace.ledger
        for answer in self._desk.workspace.projections.below(Answer, visit, record.removesuffix("/")):
            if answer.id != record:
                history = ledger.history(visit, Answer.kind, answer.id)
                self._refuse_overtaken(visit, place, {DELETED}, history)
                if kind == Answer.kind:
                    yield Act(kind, answer.id, {DELETED: True})

    # --- words -------------------------------------------------------------------------------------

    def _described(self, visit: VisitId, act: Act) -> str:
        """What an act is about to change, in words: of several fields the one that tells most."""
        kind, record = act.kind, act.record
        if DELETED in act.patch:
            gone = tr("removed") if act.patch[DELETED] else tr("back again")
            return f"{self._named(visit, act)} {gone}"
        now = self._desk.workspace.ledger.fields(visit, kind, record)
        for field in sorted(act.patch, key=lambda name: name != "value"):
            old = self._wording.words(visit, kind, record, field, now[field].value if field in now else None)
            new = self._wording.words(visit, kind, record, field, act.patch[field])
            if old != new:
                return f"{self._named(visit, act, field)} {_short(old)} → {_short(new)}"
        return ""

    def _reopened(self, visit: VisitId, kind: str, record: str, way: Way) -> str:
        title = _short(self._wording.title(visit, kind, record))
        return (
            tr("{what}: in dispute again", what=title)
            if way == "undo"
            else tr("{what}: decided again", what=title)
        )

    def _named(self, visit: VisitId, act: Act, field: str = "") -> str:
        """What an act is about: `CD04`, or "cuộc kiểm tra · Thường Phước · Địa điểm:"."""
        if act.kind == Answer.kind and act.record in self._checklists.warm(visit).template.items:
            return act.record
        title = _short(self._wording.title(visit, act.kind, act.record))
        if field and act.kind != Answer.kind:
            title += f" · {field_name(act.kind, field)}"
        return f"{title}:"

    def _item(self, visit: VisitId, record: str, standing: Record) -> str:
        if isinstance(standing, Answer):
            return self._checklists.warm(visit).template.item_of(record) or ""
        return getattr(standing, "item", "")


def _begins_or_moves(changes: list[Sealed]) -> bool:
    """Whether an act began the visit, or moved it to another checklist, which is taken back elsewhere."""
    return any(
        sealed.change.kind == Visit.kind and sealed.change.values().keys() & set(PINS) for sealed in changes
    )


def _restoring(kind: str, record: str, fields: set[str], before: Mapping[str, Field]) -> Act:
    """Every field as it was before; as in an empty record where it was never set."""
    empty = KINDS[kind]().model_dump(mode="json") | {DELETED: False}
    values: dict[str, Any] = {
        name: before[name].value if name in before else empty.get(name) for name in sorted(fields)
    }
    return Act(kind, record, values)


def _is_added(kind: str, record: str) -> bool:
    """Whether a record that was not there before goes when its beginning is undone.

    An answer stays and is empty again; but the mark of an instance that a person added to a repeat goes.
    """
    if kind != Answer.kind:
        return True
    return bool(_ADDED.search(record))


def _short(words: str) -> str:
    """A long text by its beginning, in one line."""
    return beginning(words, _SHOWN)


def _joined(shown: Iterable[str]) -> str:
    told = [words for words in shown if words]
    if len(told) < 2:
        return "".join(told)
    return tr("{first}, and {count} more", first=told[0], count=len(told) - 1)
