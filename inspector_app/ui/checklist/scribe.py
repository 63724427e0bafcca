"""The scribe takes down what the inspector answers: every act on one visit's checklist passes through here.

Three rules keep the words "Đã lưu" honest. A choice is an act at once; a typed text is first a *draft*, then
one act when its field is left. An act makes the drafts that it covers worthless, so that a half-word which
the disk refused is never tried again after the answer. And an item whose act has not come back well stays
marked: *refused* with the reason, because the user can put it right, or *unsaved* while the disk does not
take it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from inspector_app.domain.errors import ConflictOpen, InspectorError, Refused
from inspector_app.domain.records import VisitId
from inspector_app.services.views import Delta
from inspector_app.ui.checklist.giving import give_file
from inspector_app.ui.checklist.proposal import Proposal
from inspector_app.ui.session import Session

if TYPE_CHECKING:
    from inspector_app.services.workbench import Workbench

Value = str | Mapping[str, str]

ANSWER, NOTE, REASON = "answer", "note", "reason"
TYPED = "typed"


@dataclass(frozen=True, slots=True)
class Unsaved:
    """Why what an item shows is not in the workspace: what happened, and what to do."""

    sentence: str
    hint: str
    in_dispute: bool = False


class Scribe(QObject):
    """Writes the answers, notes and findings of one visit, and knows of each item whether it is written."""

    written = Signal(object)
    """Delta: an act is durable, and these views are new."""
    finding_added = Signal(str)
    """A finding of this item is durable."""
    changed = Signal(str)
    """The item's `unsaved` may be another."""

    def __init__(self, session: Session, visit: VisitId, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.visit = visit
        self.proposals: Mapping[str, Proposal] = {}
        """What may be taken over as an answer, by item."""
        self._session = session
        self._numbers = count(1)
        self._under_way: dict[tuple[str, str], int] = {}
        self._unsaved: dict[tuple[str, str], Unsaved] = {}
        session.saves.changed.connect(self._look_for_failures)

    # --- acts -------------------------------------------------------------------------------------

    def draft(self, item: str, field: str, text: str) -> None:
        """Keep half-typed text; field: a leaf's key, "note" or "reason"."""
        visit, number = self.visit, next(self._numbers)
        key = (item, f"{field}/draft")
        self._under_way[key] = number

        def work(bench: "Workbench") -> datetime:
            if self._under_way.get(key) != number:
                return datetime.now(UTC)  # a later act has the whole text: there is nothing left to keep
            return bench.checklists.draft(visit, field if "[" in field else item, field, text)

        def done(_at: datetime) -> None:
            if self._came_back(key, number) and self._unsaved.pop(key, None) is not None:
                self.changed.emit(item)

        self._session.save(work, done, owner=self, key=self._key(key))

    def answer(self, item: str, value: Value) -> None:
        """The item's whole value: text, or leaf key → text; "" clears."""
        visit = self.visit
        fields = value.keys() if isinstance(value, Mapping) else (item,)
        self._act(item, ANSWER, fields, lambda bench: bench.checklists.answer(visit, item, value))

    def fill(self, item: str, key: str, text: str) -> None:
        """The answer to a question inside a repeat; "" clears."""
        visit = self.visit
        self._act(item, key, (key,), lambda bench: bench.checklists.fill(visit, key, text))

    def add_repeat(self, item: str, repeat: str) -> None:
        """Another instance of a repeat, the item itself or one inside it."""
        visit = self.visit
        self._act(item, f"{repeat}[]", (), lambda bench: bench.checklists.add_repeat(visit, repeat))

    def remove_repeat(self, item: str, instance: str) -> None:
        """Take an instance away with all that is in it; what was refused or half typed there goes too."""
        visit = self.visit
        for key in [key for key in self._unsaved if key[1].startswith(f"{instance}/")]:
            del self._unsaved[key]
        self._act(item, instance, (), lambda bench: bench.checklists.remove_repeat(visit, instance))

    def restore_repeat(self, item: str, instance: str) -> None:
        """Bring back an instance that was taken away."""
        visit = self.visit
        self._act(item, instance, (), lambda bench: bench.checklists.restore_repeat(visit, instance))

    def attach(self, item: str, key: str, file: Path) -> None:
        """Keep a file and answer a question with it; a file that cannot be taken is said at the item."""
        mine, number = (item, f"{key}/file"), next(self._numbers)
        self._under_way[mine] = number

        def kept(value: str) -> None:
            if not self._came_back(mine, number):
                return  # another answer was given while a large photo was being read
            if "[" in key:
                self.fill(item, key, value)
            else:
                self.answer(item, {key: value})

        def not_kept(error: InspectorError) -> None:
            if self._came_back(mine, number):
                self._unsaved[item, key if "[" in key else TYPED] = Unsaved(error.sentence, error.hint)
                self.changed.emit(item)

        give_file(self._session, self.visit, file, kept, not_kept, owner=self)

    def fetch(self, value: str, then: Callable[[bytes | None], None]) -> None:
        """The content of a file that an answer names; None where it is not here."""
        self._session.read(lambda bench: bench.evidence.get(value), then, owner=self)

    def fetch_media(self, name: str, then: Callable[[bytes | None], None]) -> None:
        """A picture, a sound or a film of the checklist itself; None where it is not here."""
        visit = self.visit
        self._session.read(lambda bench: bench.checklists.media(visit, name), then, owner=self)

    def note(self, item: str, text: str) -> None:
        """The item's note; "" removes it."""
        visit = self.visit
        self._act(item, NOTE, (NOTE,), lambda bench: bench.checklists.note(visit, item, text))

    def not_applicable(self, item: str, reason: str) -> None:
        """Take the item out of the score, with the reason."""
        visit = self.visit
        self._act(item, ANSWER, (REASON,), lambda bench: bench.checklists.not_applicable(visit, item, reason))

    def applicable(self, item: str) -> None:
        """Take "not applicable" back."""
        visit = self.visit
        self._act(item, ANSWER, (REASON,), lambda bench: bench.checklists.applicable(visit, item))

    def add_finding(self, item: str, **fields: Any) -> None:
        """Record a finding of the item; fields as of `records.Finding`."""
        visit = self.visit
        self._session.save(
            lambda bench: bench.visits.add(visit, "finding", item=item, **fields),
            lambda _added: self.finding_added.emit(item),
            lambda error: self._refuse((item, "finding"), error),
            owner=self,
        )

    def draft_finding(self, item: str, words: str) -> None:
        """Keep a half-written finding; "" lets go of it."""
        visit = self.visit
        self._session.save(
            lambda bench: bench.visits.draft(visit, "finding", "", item=item, text=words),
            owner=self,
            key=self._key((item, "finding/draft")),
        )

    # --- what is known ----------------------------------------------------------------------------

    def under_way(self, item: str) -> bool:
        """Whether an act on the item has not come back, so that its view is older than the screen."""
        return (item, ANSWER) in self._under_way or (item, NOTE) in self._under_way

    def unsaved(self, item: str) -> Unsaved | None:
        """Why the item is not saved, or None; not of questions inside a repeat."""
        mine = (why for (each, part), why in self._unsaved.items() if each == item and "[" not in part)
        return next(mine, None)

    def unsaved_inside(self, item: str) -> dict[str, str]:
        """The questions inside a repeat whose answers are not saved, each with the reason."""
        return {
            part.removesuffix("/draft"): f"{why.sentence} {why.hint}".strip()
            for (each, part), why in self._unsaved.items()
            if each == item and "[" in part
        }

    def under_way_inside(self, item: str) -> frozenset[str]:
        """The questions inside a repeat whose answers have not come back."""
        return frozenset(part for each, part in self._under_way if each == item and "[" in part)

    @property
    def unsaved_items(self) -> frozenset[str]:
        """The items that show something which the workspace does not hold."""
        return frozenset(item for (item, _part), why in self._unsaved.items() if not why.in_dispute)

    def hold(self, item: str, sentence: str, key: str = TYPED) -> None:
        """The item, or a question inside it, shows a text that is no value, and so was not written."""
        self._unsaved[item, key] = Unsaved(sentence, "")
        self.changed.emit(item)

    def drop(self, item: str) -> None:
        """What was refused of an item is given up: nothing on the screen holds it any more."""
        for key in [key for key in self._unsaved if key[0] == item and "[" not in key[1]]:
            del self._unsaved[key]
        self.changed.emit(item)

    # --- inside -----------------------------------------------------------------------------------

    def _act(self, item: str, part: str, fields: Iterable[str], work: Callable[["Workbench"], Delta]) -> None:
        if part == ANSWER:
            self._unsaved.pop((item, TYPED), None)
        for field in fields:
            self._under_way.pop((item, f"{field}/file"), None)
            self._under_way.pop((item, f"{field}/draft"), None)
            self._unsaved.pop((item, f"{field}/draft"), None)
        key, number = (item, part), next(self._numbers)
        self._under_way[key] = number

        def done(delta: Delta) -> None:
            if self._came_back(key, number):
                self._unsaved.pop(key, None)
                self.changed.emit(item)
            self.written.emit(delta)

        def refused(error: Refused) -> None:
            if self._came_back(key, number):
                self._refuse(key, error)

        self._session.save(work, done, refused, owner=self, key=self._key(key))

    def _came_back(self, key: tuple[str, str], number: int) -> bool:
        """Whether that was the newest act on this part of the item."""
        if self._under_way.get(key) != number:
            return False
        del self._under_way[key]
        return True

    def _refuse(self, key: tuple[str, str], error: Refused) -> None:
        self._unsaved[key] = Unsaved(error.sentence, error.hint, isinstance(error, ConflictOpen))
        self.changed.emit(key[0])

    def _look_for_failures(self) -> None:
        error = self._session.saves.error
        if error is None:
            return
        for key in self._under_way:
            if key not in self._unsaved and self._session.saves.failing(self._key(key)):
                self._unsaved[key] = Unsaved(error.sentence, error.hint)
                self.changed.emit(key[0])

    def _key(self, key: tuple[str, str]) -> str:
        item, part = key
        return f"{self.visit}/{item}/{part}"
