"""Filling in a visit's checklist: an act in, what looks different out.

An open checklist keeps the live sheet of its visit warm. Every act goes to the sheet first, which says at
once whether the value can stand; then to the ledger, in one transaction; then all that is shown is computed
anew and compared with what was shown before, so that a caller learns exactly what to repaint.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from decimal import Decimal
from typing import Any

from inspector_app.domain.changes import DELETED
from inspector_app.domain.errors import (
    AnswerRefused,
    AreaOfAnother,
    ConflictOpen,
    ItemUnknown,
    NotApplicableRefused,
    ReasonMissing,
    Refused,
    TemplateUnknown,
)
from inspector_app.domain.records import Answer, Evidence, Finding, VisitId
from inspector_app.forms.languages import name_of
from inspector_app.i18n import tr
from inspector_app.services import instances
from inspector_app.services.day_views import Hit
from inspector_app.services.desk import Desk
from inspector_app.services.open_checklist import Answered, OpenChecklist
from inspector_app.services.questions import (
    Asked,
    describe_act,
    describe_answer,
    is_of_dossier,
    only_question,
    stored_value,
)
from inspector_app.services.searching import search
from inspector_app.services.templates import Item, Templates
from inspector_app.services.views import (
    ChecklistView,
    Delta,
    HistoryLine,
    OldQuestion,
    Saved,
)
from inspector_app.storage.ledger import Act, Draft
from inspector_app.text import clean


class Checklists:
    """Acts on the checklists of visits."""

    def __init__(self, desk: Desk, templates: Templates) -> None:
        self._desk = desk
        self._templates = templates
        self._open: dict[VisitId, OpenChecklist] = {}
        self.language = ""
        """The language in which forms are shown where they have it; "" as each begins."""

    # --- opening -----------------------------------------------------------------------------------

    def speak(self, language: str) -> None:
        """Show forms of several languages in this one, where they have it, from now on; "" as each begins."""
        self.language = language

    def open(self, visit: VisitId) -> ChecklistView:
        """The whole checklist of a visit as it stands. Raises VisitUnknown, TemplateUnknown."""
        record = self._desk.visit(visit)
        warm = self.warm(visit)
        return ChecklistView(
            visit=visit,
            unit=unit_name(record.unit_kind, record.unit_name),
            title=record.title,
            on=record.on,
            areas=tuple(warm.areas.values()),
            items=dict(warm.views),
            summary=warm.summary,
            saved_at=self._desk.saved_at(visit),
            old_questions=tuple(self._old_questions(warm)),
            languages={language: name_of(language) for language in warm.template.form.languages},
            language=warm.sheet.language,
        )

    def preview(self, digest: str) -> ChecklistView:
        """A published checklist as inspectors will see it, empty. Raises TemplateUnknown."""
        template = self._templates.get(digest)
        blank = OpenChecklist(VisitId(""), template, {})
        blank.refresh()
        return ChecklistView(
            visit=blank.visit,
            unit="",
            title=template.form.title,
            on=None,
            areas=tuple(blank.areas.values()),
            items=blank.views,
            summary=blank.summary,
            saved_at=None,
        )

    def named(self, digest: str) -> str:
        """What a checklist is called: "Phiếu kiểm tra CCHC cấp xã · 2026.1"."""
        try:
            form = self._templates.get(digest).form
        except TemplateUnknown:
            return tr("a checklist that this laptop does not hold")
        return " · ".join(part for part in (form.title, form.version) if part)

    def media(self, visit: VisitId, name: str) -> bytes | None:
        """A picture, a sound or a film that the visit's checklist shows; None where it is not here."""
        return self._templates.media(self._desk.visit(visit).template, name)

    def _old_questions(self, warm: OpenChecklist) -> Iterable[OldQuestion]:
        """What was answered in an earlier version of the checklist and is not asked in this one."""
        gone = [code for code in warm.answers if warm.template.item_of(code) is None]
        if not gone:
            return
        earlier = [self._templates.get(digest) for digest in self._desk.templates_of(warm.visit)]
        for code in gone:
            answer = warm.answers[code].answer
            template = next((each for each in reversed(earlier) if code in each.items), None)
            if template is not None and (answer.value or answer.note or answer.not_applicable):
                item = template.items[code]
                yield OldQuestion(
                    item=code,
                    label=item.definition.label(template.form.default_language),
                    answer=describe_answer(item, answer),
                    note=answer.note,
                    version=template.form.version,
                )

    def warm(self, visit: VisitId) -> OpenChecklist:
        """The open checklist of a visit, read from the workspace where it is not warm."""
        found = self._open.get(visit)
        if found is None:
            template = self._templates.get(self._desk.visit(visit).template)
            found = OpenChecklist(visit, template, self._read(visit))
            self._count_findings(found)
            self._count_evidence(found)
            found.lost = frozenset(
                record
                for _, kind, record, _ in self._desk.workspace.projections.disputed(visit)
                if kind == Answer.kind and "[" in record and record not in found.answers
            )
            found.refresh()
            self._open[visit] = found
        found.speak(self.language)
        return found

    def printed(self, visit: VisitId) -> OpenChecklist:
        """The checklist in the language that its form begins with, as reports have it."""
        warm = self.warm(visit)
        if warm.sheet.language == warm.template.form.default_language:
            return warm
        made = OpenChecklist(visit, warm.template, warm.answers)
        made.findings, made.evidence, made.lost = warm.findings, warm.evidence, warm.lost
        made.refresh()
        return made

    def submission(self, visit: VisitId) -> bytes:
        """The filled checklist as an XForms submission, such as ODK Central and KoboToolbox take.

        It bears the visit's own id, so that sending it again is sending the same one.
        """
        warm = self.warm(visit)
        sheet = OpenChecklist(visit, warm.template, warm.answers).sheet
        sheet.finish(f"uuid:{visit}")
        return sheet.submission()

    def forget(self, visits: Iterable[str]) -> None:
        """Read these visits anew when they are next asked for: their ledger changed underneath."""
        for visit in visits:
            self._open.pop(VisitId(visit), None)

    def _read(self, visit: VisitId) -> dict[str, Answered]:
        return {
            found.id: Answered(found.record, found.disputed)
            for found in self._desk.workspace.projections.all(Answer, visit)
            if not is_of_dossier(found.id)
        }

    # --- acts --------------------------------------------------------------------------------------

    def answer(self, visit: VisitId, item: str, value: str | Mapping[str, str], reason: str = "") -> Delta:
        """Answer an item: one text, or texts by question name; "" clears.

        Durable when it returns. Raises AnswerRefused (the earlier answer stands), ItemUnknown, SaveFailed,
        and ConflictOpen where the answer is in dispute and no reason is given.
        """
        warm, held = self._item(visit, item)
        wanted = {only_question(held): value} if isinstance(value, str) else dict(value)
        unknown = wanted.keys() - {leaf.name for leaf in held.leaves}
        if unknown:
            raise ItemUnknown(item=min(unknown))
        before = {leaf: warm.sheet.node(leaf).value for leaf in wanted}
        moved = {item}
        for leaf, text in wanted.items():
            moved |= warm.sheet.set(leaf, clean(text, lines=True).strip())
        try:
            self._refuse_errors(warm, item, wanted)
            new = stored_value(warm.sheet, held)
            # An answer also says that the item applies: else a colleague's "not applicable" would hide it
            # without a dispute.
            patch: dict[str, Any] = {"value": new} | ({"not_applicable": False} if new else {})
            if warm.answered(item).answer.not_applicable:
                patch |= {"not_applicable": False, "reason": ""}
            # Of a draft, only what is now answered: another question of the item may hold one of its own.
            settles = {f"value/{leaf}" for leaf in wanted} | (patch.keys() & {"reason"})
            saved = self._desk.write(visit, [Act("answer", item, patch, settles)], reason)
        except BaseException:
            for leaf, text in before.items():
                warm.sheet.set(leaf, text)
            raise
        return self._changed(warm, item, saved, moved)

    def answer_all(self, visit: VisitId, answers: Mapping[str, Mapping[str, str]]) -> Delta:
        """Answer several items in one transaction, as `answer` does; at least one."""
        deltas: list[Delta] = []
        try:
            with self._desk.one_act(visit):
                for item, value in answers.items():
                    deltas.append(self.answer(visit, item, value))
        except BaseException:
            self.forget([visit])  # its sheet holds answers that were rolled back
            raise
        what = frozenset(touched for delta in deltas for touched in delta.saved.what)
        items = {view.code: view for delta in deltas for view in delta.items}
        areas = {area.code: area for delta in deltas for area in delta.areas}
        return Delta(
            Saved(self._desk.now(), what), tuple(items.values()), tuple(areas.values()), deltas[-1].summary
        )

    def not_applicable(self, visit: VisitId, item: str, reason: str) -> Delta:
        """Mark an item as not applicable; a reason is printed in the minutes.

        Raises NotApplicableRefused where the checklist does not allow it, ReasonMissing, SaveFailed.
        """
        warm, held = self._item(visit, item)
        if held.attribute("na") != "co":
            raise NotApplicableRefused(item=item)
        words = clean(reason, lines=True).strip()
        if not words:
            raise ReasonMissing
        patch = {"not_applicable": True, "reason": words}
        return self._changed(warm, item, self._desk.write(visit, [Act("answer", item, patch)]))

    def applicable(self, visit: VisitId, item: str) -> Delta:
        """Take back that an item is not applicable; the earlier answer shows again."""
        warm, _ = self._item(visit, item)
        patch = {"not_applicable": False, "reason": ""}
        return self._changed(warm, item, self._desk.write(visit, [Act("answer", item, patch)]))

    def note(self, visit: VisitId, item: str, text: str) -> Delta:
        """Write an item's note."""
        return self._set(visit, item, note=clean(text, lines=True).strip())

    def self_points(self, visit: VisitId, item: str, points: Decimal | None) -> Delta:
        """Record the points that the unit gave itself."""
        return self._set(visit, item, self_points="" if points is None else str(points))

    def _set(self, visit: VisitId, item: str, **fields: object) -> Delta:
        warm, _ = self._item(visit, item)
        return self._changed(warm, item, self._desk.write(visit, [Act("answer", item, fields)]))

    def fill(self, visit: VisitId, key: str, text: str, reason: str = "") -> Delta:
        """Answer a question inside a repeat; "" clears. Raises AnswerRefused, ItemUnknown, SaveFailed."""
        warm = self.warm(visit)
        try:
            before = warm.sheet.node(key).value
        except KeyError as error:
            raise ItemUnknown(item=key) from error
        moved = {key, *warm.sheet.set(key, clean(text, lines=True).strip())}
        try:
            self._refuse_errors(warm, key, [key])
            value = warm.sheet.node(key).value or None
            saved = self._desk.write(visit, [Act("answer", key, {"value": value})], reason)
        except BaseException:
            warm.sheet.set(key, before)
            raise
        return self._changed(warm, key, saved, moved)

    def add_repeat(self, visit: VisitId, repeat: str) -> Delta:
        """Add an instance to a repeat; the ones it began with are kept with it.

        Raises ItemUnknown, SaveFailed.
        """
        warm = self.warm(visit)
        instance = self._desk.new_id()
        try:
            kept = warm.sheet.repeats(repeat)
            moved = warm.sheet.add_repeat(repeat, instance)
        except KeyError as error:
            raise ItemUnknown(item=repeat) from error
        marks = [f"{repeat}[{name}]/" for name in (*kept, instance)]
        acts = [Act("answer", mark, {"value": ""}) for mark in marks if mark not in warm.answers]
        return self._reshaped(warm, acts, {repeat, *moved})

    def remove_repeat(self, visit: VisitId, instance: str) -> Delta:
        """Take an instance of a repeat away, with all that is in it; its history stays.

        Raises ItemUnknown, SaveFailed.
        """
        warm = self.warm(visit)
        repeat = instance.rpartition("[")[0]
        try:
            others = [name for name in warm.sheet.repeats(repeat) if f"{repeat}[{name}]" != instance]
            moved = warm.sheet.remove_repeat(instance)
        except KeyError as error:
            raise ItemUnknown(item=instance) from error
        inside = [key for key in warm.answers if key.startswith(f"{instance}/")]
        acts = [
            *(Act("answer", f"{repeat}[{name}]/", {"value": ""}) for name in others),
            *(Act("answer", key, {DELETED: True}) for key in inside or [f"{instance}/"]),
        ]
        return self._reshaped(warm, acts, {repeat, *moved})

    def restore_repeat(self, visit: VisitId, instance: str) -> Delta:
        """Bring back an instance that was taken away, with all that was in it. Raises ItemUnknown."""
        gone = self._desk.deleted(visit, instance)
        if not gone:
            raise ItemUnknown(item=instance)
        saved = self._desk.write(visit, [Act("answer", key, {DELETED: False}) for key in gone])
        self.forget([visit])
        warm = self.warm(visit)
        return Delta(saved, tuple(warm.views.values()), tuple(warm.areas.values()), warm.summary)

    def draft(self, visit: VisitId, item: str, field: str, value: str) -> datetime:
        """Keep what is being typed, so that a crash loses at most the last keys; no change, no history.

        `item` is a code, or the key of a question inside a repeat; `field` is the name of a question of it,
        `note` or `reason`. Raises ItemUnknown, SaveFailed.
        """
        if self.warm(visit).template.item_of(item) is None:
            raise ItemUnknown(item=item)
        kept = field if field in ("note", "reason") else f"value/{field}"
        return self._desk.draft(visit, "answer", item, kept, value)

    def recover(self, draft: Draft) -> str:
        """Turn a draft that a crash left behind into a change; the item's code. What cannot stand is a note.

        Where the note is in dispute or the area of another, the draft stays a draft until that is decided.
        """
        visit = VisitId(draft.stream)
        try:
            self._use(visit, draft)
        except Refused as refusal:
            self._keep_as_note(visit, draft, refusal)
        return draft.record

    def _use(self, visit: VisitId, draft: Draft) -> None:
        field = draft.field.removeprefix("value/")
        if field == "note":
            self.note(visit, draft.record, draft.value)
        elif field == "reason":
            self.not_applicable(visit, draft.record, draft.value)
        elif "[" in draft.record:
            self.fill(visit, draft.record, draft.value)
        else:
            self.answer(visit, draft.record, {field: draft.value})

    def _keep_as_note(self, visit: VisitId, draft: Draft, refusal: Refused) -> None:
        """What was typed is kept in sight even where it is no answer."""
        item = self.warm(visit).template.item_of(draft.record) or draft.record
        note = self.warm(visit).answered(item).answer.note
        with suppress(ConflictOpen, AreaOfAnother), self._desk.workspace.transaction():
            if draft.value.strip():
                self.note(visit, item, f"{note}\n{typed_before(draft, refusal)}".strip())
            self._desk.settle(draft)

    # --- reading -----------------------------------------------------------------------------------

    def history(self, visit: VisitId, item: str) -> tuple[HistoryLine, ...]:
        """Who said what of an item, when, on which laptop; the latest first.

        Of a repeat, or of an instance: of all that is or was in it. Of a question inside one: of that.
        """
        warm = self.warm(visit)
        code = warm.template.item_of(item)
        if code is None or (code != item and "[" not in item):
            raise ItemUnknown(item=item)
        held = warm.template.items[code]
        ledger = self._desk.workspace.ledger
        changes = ledger.history(visit, Answer.kind, item)
        if held.repeats:
            changes = [*changes, *ledger.history_inside(visit, Answer.kind, item)]
        lines: dict[HistoryLine, None] = {}
        for _, change in sorted(changes, key=lambda sealed: sealed.change.at, reverse=True):
            inside = "[" in change.record
            told = (
                instances.acts(warm, change.record, change.values())
                if inside
                else (describe_act(warm.item(code, change.values().get("value")), change.values()),)
            )
            for words in told:
                text = words + (f" ({change.cause})" if change.cause else "")
                line = self._desk.history_line(visit, change, text)
                lines[line] = None  # an instance taken away is one line, however much was in it
        return tuple(lines)

    def question(self, visit: VisitId, key: str) -> Asked | None:
        """What a key inside a repeat asks; None where the checklist has no such question now."""
        warm = self.warm(visit)
        return None if warm.template.item_of(key) is None else instances.question(warm, key)

    def find(self, visit: VisitId, text: str) -> tuple[Hit, ...]:
        """Where words stand in items, answers, notes and findings, typed with or without accents."""
        found = self._desk.workspace.projections.all(Finding, visit)
        findings = [(each.record.item, each.id, each.record.text) for each in found]
        shown = [view for view in self.warm(visit).views.values() if view.relevant]
        return search(text, shown, findings)

    # --- inside ------------------------------------------------------------------------------------

    def _item(self, visit: VisitId, item: str) -> tuple[OpenChecklist, Item]:
        warm = self.warm(visit)
        held = warm.template.items.get(item)
        if held is None:
            raise ItemUnknown(item=item)
        return warm, held

    def _refuse_errors(self, warm: OpenChecklist, item: str, leaves: Iterable[str]) -> None:
        for leaf in leaves:
            node = warm.sheet.node(leaf)
            if node.error and node.value:
                raise AnswerRefused(item=item, reason=node.error.message)

    def _changed(self, warm: OpenChecklist, item: str, saved: Saved, moved: Iterable[str] = ()) -> Delta:
        """What an act on an item changed; `moved` are the keys of the sheet that moved with it."""
        found = self._desk.workspace.projections.get(warm.visit, Answer, item)
        if found is not None:
            warm.answers[item] = Answered(found.record, found.disputed)
        return self._delta(warm, saved, {item, *moved})

    def _reshaped(self, warm: OpenChecklist, acts: Iterable[Act], moved: Iterable[str]) -> Delta:
        """Write what gives a repeat the instances that its sheet has already."""
        try:
            saved = self._desk.write(warm.visit, acts)
        except BaseException:
            self.forget([warm.visit])  # its sheet is ahead of the ledger
            raise
        warm.answers = self._read(warm.visit)
        return self._delta(warm, saved, moved)

    def _delta(self, warm: OpenChecklist, saved: Saved, moved: Iterable[str]) -> Delta:
        items, areas = warm.refresh(moved)
        return Delta(saved, items, areas, warm.summary)

    def findings_changed(self, visit: VisitId) -> None:
        """Count the visit's findings again after one was added or removed."""
        warm = self._open.get(visit)
        if warm is not None:
            before = warm.findings
            self._count_findings(warm)
            warm.refresh(_counted_anew(before, warm.findings))

    def _count_findings(self, warm: OpenChecklist) -> None:
        found = self._desk.workspace.projections.all(Finding, warm.visit)
        warm.findings = Counter(each.record.item for each in found)

    def evidence_changed(self, visit: VisitId) -> None:
        """Count the visit's photos and scans again after one came, went or was linked elsewhere."""
        warm = self._open.get(visit)
        if warm is not None:
            before = warm.evidence
            self._count_evidence(warm)
            warm.refresh(_counted_anew(before, warm.evidence))

    def _count_evidence(self, warm: OpenChecklist) -> None:
        """By item; what is linked to a finding counts for the item of the finding."""
        found = self._desk.workspace.projections.all(Evidence, warm.visit)
        warm.evidence = Counter(each.record.item for each in found if each.record.item and each.record.file)


def typed_before(draft: Draft, refusal: Refused) -> str:
    """What a crash left behind, and why it is no answer, as it is kept in sight."""
    return tr("Typed before the program stopped: {text} ({why})", text=draft.value, why=refusal.sentence)


def _counted_anew(before: Mapping[str, int], now: Mapping[str, int]) -> set[str]:
    """The items of which there are more or fewer than before."""
    return {code for code in {*before, *now} if before.get(code) != now.get(code)}


def unit_name(kind: str, name: str) -> str:
    """The office of a unit as it is printed: "UBND xã Thường Phước"."""
    return f"UBND {kind} {name}".strip()
