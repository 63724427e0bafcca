"""Moving a visit to another version of its checklist: looked at first, done on purpose, taken back if wrong.

A visit is pinned to one published form. When the office publishes another in the middle of a round, the lead
sees for every answer what would become of it: it stands; a person must decide; or its question is gone, and
it stays as an old question, printed and never deleted. The move is one act of the ledger, and so is taking it
back, which restores what the move itself had changed and leaves alone what was answered since.
"""

from collections.abc import Iterable, Mapping
from typing import Literal

from inspector_app.domain.changes import Sealed
from inspector_app.domain.errors import DecisionsMissing, NothingToUndo, ReasonMissing, TemplateUnknown
from inspector_app.domain.records import Answer, Visit, VisitId
from inspector_app.forms.comparison import Compared, Comparison, Verdict, compare
from inspector_app.i18n import tr
from inspector_app.services.checklists import Checklists
from inspector_app.services.desk import Desk
from inspector_app.services.questions import describe_answer, leaf_values
from inspector_app.services.templates import Item, Template, Templates
from inspector_app.services.views import MoveLine, MovePreview, Saved, TemplateName
from inspector_app.storage.ledger import Act
from inspector_app.text import clean

Decision = Literal["keep", "open"]
"""The answer stands as it is, or the question is open again (the answer stays in the history)."""

_WORST: tuple[Verdict, ...] = ("same", "new", "carries", "old", "decide")


class Upgrades:
    """Other versions of visits' checklists."""

    def __init__(self, desk: Desk, templates: Templates, checklists: Checklists) -> None:
        self._desk = desk
        self._templates = templates
        self._checklists = checklists

    def choices(self, visit: VisitId) -> tuple[TemplateName, ...]:
        """The other versions of the visit's checklist that this workspace holds, the latest first."""
        pinned = self._desk.visit(visit).template
        form_id = self._templates.get(pinned).form.form_id
        held = [
            TemplateName(stored.digest, stored.form_id, stored.version, stored.title)
            for stored in self._desk.workspace.templates()
            if stored.form_id == form_id and stored.digest != pinned
        ]
        return tuple(reversed(held))

    def preview(self, visit: VisitId, digest: str) -> MovePreview:
        """What becomes of every answer of the visit. Nothing is changed. Raises TemplateUnknown."""
        before, after = self._versions(visit, digest)
        comparison = compare(before.form, after.form)
        lines = tuple(self._lines(visit, before, after, comparison))
        return MovePreview(
            visit=visit,
            old=_name(before),
            new=_name(after),
            lines=lines,
            added=tuple(
                f"{code} · {item.labels.get(code) or item.definition.label(after.form.default_language)}"
                for code, item in after.items.items()
                if code not in before.items
            ),
            settings=tuple(change.text for change in comparison.settings),
        )

    def move(self, visit: VisitId, digest: str, decisions: Mapping[str, Decision], reason: str) -> Saved:
        """Pin the visit to another version; `decisions` by item for those that need one.

        Raises DecisionsMissing naming the items without one, ReasonMissing, SaveFailed.
        """
        words = clean(reason).strip()
        if not words:
            raise ReasonMissing
        preview = self.preview(visit, digest)
        asked = [line.item for line in preview.lines if line.verdict == "decide"]
        if missing := [item for item in asked if item not in decisions]:
            raise DecisionsMissing(items=", ".join(missing))
        reopened = [Act("answer", item, {"value": None}) for item in asked if decisions[item] == "open"]
        cause = tr("moved to {title} {version}: {reason}", title=preview.new.title,
                   version=preview.new.version, reason=words)  # fmt: skip
        acts = [Act("visit", visit, {"template": digest}), *reopened]
        return self._written(visit, self._desk.write(visit, acts, cause))

    def undo(self, visit: VisitId, reason: str) -> Saved:
        """Take the last move back: the earlier version, and the answers that the move had opened.

        What was answered since stays as it is. Raises NothingToUndo, ReasonMissing, SaveFailed.
        """
        words = clean(reason).strip()
        if not words:
            raise ReasonMissing
        ledger = self._desk.workspace.ledger
        pins = [s for s in ledger.history(visit, Visit.kind, visit) if "template" in s.change.values()]
        if len(pins) < 2:  # the first pin is the visit's beginning
            raise NothingToUndo
        move, earlier = pins[-1], pins[-2]
        acts = [Act("visit", visit, {"template": earlier.change.values()["template"]})]
        for opened in self._same_act(visit, move):
            history = ledger.history(visit, Answer.kind, opened.change.record)
            values = [s for s in history if "value" in s.change.values()]
            if values and values[-1].digest == opened.digest and len(values) > 1:
                before = values[-2].change.values()["value"]
                acts.append(Act("answer", opened.change.record, {"value": before}))
        return self._written(visit, self._desk.write(visit, acts, tr("taken back: {reason}", reason=words)))

    # --- inside ------------------------------------------------------------------------------------

    def _versions(self, visit: VisitId, digest: str) -> tuple[Template, Template]:
        before = self._templates.get(self._desk.visit(visit).template)
        after = self._templates.get(digest)
        if after.form.form_id != before.form.form_id:
            raise TemplateUnknown(template=digest[:8])
        return before, after

    def _lines(
        self, visit: VisitId, before: Template, after: Template, comparison: Comparison
    ) -> Iterable[MoveLine]:
        """A line for every item of the visit that was answered, noted or marked, in the old form's order."""
        answers = {found.id: found.record for found in self._desk.workspace.projections.all(Answer, visit)}
        for code, item in before.items.items():
            answer = answers.get(code)
            if answer is None or not (answer.value or answer.note or answer.not_applicable):
                continue
            verdict, reasons = _judge(item, answer, comparison)
            yield MoveLine(
                item=code,
                label=comparison.of(code).label,
                answer=describe_answer(item, answer),
                verdict=verdict,
                reasons=reasons,
                keepable=code in after.items and self._acceptable(after, answer, after.items.get(code)),
            )

    def _acceptable(self, after: Template, answer: Answer, item: Item | None) -> bool:
        """Whether the answer can stand in the new form as it is."""
        if item is None:
            return False
        if answer.not_applicable:
            return item.attribute("na") == "co"
        sheet = after.blank()
        for key, text in leaf_values(item, answer.value).items():
            try:
                sheet.set(key, text)
            except KeyError:
                return False
        return all(
            fault is None or fault.code == "required"
            for fault in (sheet.node(leaf.name).error for leaf in item.leaves)
        )

    def _same_act(self, visit: VisitId, move: Sealed) -> Iterable[Sealed]:
        """The answers that were opened in the transaction of a move: next in the chain, the same reason."""
        seq = move.change.seq
        for sealed in self._desk.workspace.ledger.changes(visit):
            change = sealed.change
            if change.device == move.change.device and change.seq > move.change.seq:
                if change.seq != seq + 1 or change.cause != move.change.cause or change.kind != Answer.kind:
                    return
                seq = change.seq
                yield sealed

    def _written(self, visit: VisitId, saved: Saved) -> Saved:
        self._checklists.forget([visit])
        return saved


def _name(template: Template) -> TemplateName:
    form = template.form
    return TemplateName(form.digest, form.form_id, form.version, form.title)


def _judge(item: Item, answer: Answer, comparison: Comparison) -> tuple[Verdict, tuple[str, ...]]:
    """What becomes of one answer: the worst of what becomes of its parts, with the reasons."""
    whole = comparison.of(item.code)
    values = leaf_values(item, answer.value)
    parts: list[tuple[Compared, Verdict]] = [
        (entry, entry.verdict_for(values.get(leaf.name, ""), not_applicable=answer.not_applicable))
        for leaf in item.leaves
        if (entry := comparison.of(leaf.name)).asked
    ]
    verdicts: list[Verdict] = [verdict for _, verdict in parts]
    if not item.single:
        own = whole.verdict_for("", not_applicable=answer.not_applicable)
        # A part that is gone leaves the item with a part of its answer: a person must look at it.
        gone = own != "old" and "old" in verdicts
        verdicts = [own, "decide"] if gone else [own, *verdicts]
    entries = {entry.key: entry for entry in (whole, *(entry for entry, _ in parts))}
    reasons = dict.fromkeys(change.text for entry in entries.values() for change in entry.changes)
    return max(verdicts, key=_WORST.index), tuple(reasons)
