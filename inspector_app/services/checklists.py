"""Filling in a visit's checklist: an act in, what looks different out.

An open checklist keeps the live sheet of its visit warm. Every act goes to the sheet first, which says at
once whether the value can stand; then to the ledger, in one transaction; then all that is shown is computed
anew and compared with what was shown before, so that a caller learns exactly what to repaint.
"""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any, Literal

from inspector_app.domain.changes import wall_ms
from inspector_app.domain.errors import (
    AnswerRefused,
    ConflictOpen,
    ItemUnknown,
    NotApplicableRefused,
    ReasonMissing,
    Refused,
)
from inspector_app.domain.records import Answer, Finding, VisitId
from inspector_app.domain.rules import ItemScore, Response, rounded
from inspector_app.domain.scoring import Score, ScoredItem, score
from inspector_app.forms.form import Definition
from inspector_app.forms.sheet import Node, Sheet
from inspector_app.i18n import tr
from inspector_app.services.desk import Desk
from inspector_app.services.templates import Item, Template, Templates
from inspector_app.services.views import (
    AreaView,
    ChecklistView,
    ChoiceView,
    Delta,
    HistoryLine,
    ItemStatus,
    ItemView,
    LeafView,
    OldQuestion,
    Recovered,
    Saved,
    Summary,
)
from inspector_app.storage.ledger import Act, Draft
from inspector_app.text import clean, format_number
from inspector_app.text import fold as folded

_PATH_STEP = re.compile(r"(?:/[\w.:-]+)+/")


@dataclass(frozen=True, slots=True)
class Answered:
    """What the ledger says of one item."""

    answer: Answer
    disputed: frozenset[str]


class OpenChecklist:
    """A visit's sheet with its answers and score."""

    def __init__(self, visit: VisitId, template: Template, answers: Mapping[str, Answered]) -> None:
        self.visit = visit
        self.template = template
        self.sheet = Sheet(template.form)
        self.answers = dict(answers)
        self.findings: dict[str, int] = {}
        values: dict[str, str] = {}
        for code, answered in answers.items():
            if code in template.items:
                values |= leaf_values(template.items[code], answered.answer.value)
        self.sheet.load(values)
        self.views: dict[str, ItemView] = {}
        self.areas: dict[str, AreaView] = {}
        self.summary = Summary(None, True, "", 0, 0, 0, 0)
        self.score = score([])
        self._scored: dict[str, ScoredItem] = {}

    def answered(self, code: str) -> Answered:
        """What is known of an item; an empty answer where nothing is."""
        return self.answers.get(code) or Answered(Answer(), frozenset())

    def refresh(self, keys: Iterable[str] | None = None) -> tuple[tuple[ItemView, ...], tuple[AreaView, ...]]:
        """Compute what is shown of the items of these keys, or of all; what differs from before."""
        items = self.template.items
        item_of = self.template.item_of
        codes = items.keys() if keys is None else {item_of[key] for key in keys if key in item_of}
        self._scored |= {code: self._score(items[code]) for code in codes}
        self.score = score([self._scored[code] for code in items], self.template.bands, self.template.cap)
        views = {code: self._view(items[code], self.score.items[code]) for code in codes}
        changed = tuple(view for code, view in views.items() if self.views.get(code) != view)
        self.views = {code: views.get(code) or self.views[code] for code in items}
        areas = {code: self._area(code) for code in self.template.areas}
        changed_areas = tuple(area for code, area in areas.items() if self.areas.get(code) != area)
        self.areas, self.summary = areas, _summary(self.score, self.views)
        return changed, changed_areas

    # --- scoring -----------------------------------------------------------------------------------

    def _score(self, item: Item) -> ScoredItem:
        answered = self.answered(item.code)
        own = number_in(answered.answer.self_points)
        return ScoredItem(
            code=item.code,
            area=item.area,
            rule=item.rule,
            response=self._response(item, answered.answer),
            required=self._required(item) and self._relevant(item),
            in_dispute=bool(answered.disputed),
            self_points=None if own is None else Fraction(own),
        )

    def _response(self, item: Item, answer: Answer) -> Response | None:
        """What the answer means to the item's rule; None while it is open."""
        if answer.not_applicable or not self._relevant(item):
            return Response(not_applicable=True)
        if "denominator" in item.definition.attributes:
            numerator = self.sheet.number(item.code, "numerator")
            denominator = self.sheet.number(item.code, "denominator")
            if numerator is None or denominator is None:
                return None
            return Response(numerator=numerator, denominator=denominator)
        text = self.sheet.node(item.leaves[0].name).value
        if not text:
            return None
        if item.leaves[0].control in ("select1", "select"):
            return Response(choice=text)
        if item.leaves[0].type in ("int", "decimal"):
            number = number_in(text)
            if number is None:
                return None
            return Response(count=Fraction(number), points=Fraction(number))
        return Response(choice=text)

    def _relevant(self, item: Item) -> bool:
        return self.sheet.node(item.code).relevant

    def _required(self, item: Item) -> bool:
        return any(self.sheet.node(leaf.name).required for leaf in item.leaves)

    # --- views -------------------------------------------------------------------------------------

    def _view(self, item: Item, judged: ItemScore) -> ItemView:
        answered = self.answered(item.code)
        answer = answered.answer
        nodes = [self.sheet.node(leaf.name) for leaf in item.leaves]
        leaves = tuple(leaf_view(node) for node in nodes)
        error = next((leaf.error for leaf in leaves if leaf.error), "")
        if judged.status == "invalid":
            error = error or judged.reason
        node = self.sheet.node(item.code)
        required = self._required(item)
        days = item.attribute("days")
        return ItemView(
            code=item.code,
            area=item.area,
            text=node.label,
            criterion=item.attribute("criterion"),
            editor=_editor(item),
            unit=item.attribute("unit"),
            leaves=leaves,
            numerator=_decimal(self._side(item, "numerator")),
            denominator=_decimal(self._side(item, "denominator")),
            numerator_text=self._side_text(item, "numerator"),
            denominator_text=self._side_text(item, "denominator"),
            rate=None if judged.rate is None else rounded(judged.rate),
            points=None if judged.points is None else rounded(judged.points),
            max_points=item.max_points,
            self_points=number_in(answer.self_points),
            status=_status(judged, error, required, answered, leaves),
            disputed=bool(answered.disputed),
            relevant=node.relevant,
            required=required,
            na_allowed=item.attribute("na") == "co",
            not_applicable=answer.not_applicable,
            reason=answer.reason if answer.not_applicable else judged.reason,
            note=answer.note,
            error=error,
            warning=next((leaf.warning for leaf in leaves if leaf.warning), ""),
            findings=self.findings.get(item.code, 0),
            rule_text=item.attribute("rule_text"),
            basis=item.attribute("basis"),
            documents=tuple(part.strip() for part in item.attribute("documents").split(";") if part.strip()),
            source=item.attribute("source"),
            comment=item.attribute("comment"),
            standard_finding=item.attribute("finding"),
            action=item.attribute("action"),
            days=int(days) if days.isdigit() else None,
        )

    def _side(self, item: Item, side: Literal["numerator", "denominator"]) -> Fraction | None:
        if side not in item.definition.attributes:
            return None
        return self.sheet.number(item.code, side)

    def _side_text(self, item: Item, side: str) -> str:
        """How a side is made: the question's own words, or the codes of the base figures."""
        expression = _PATH_STEP.sub("", item.attribute(side)).strip()
        for leaf in item.leaves:
            if leaf.name == expression:
                return item.labels[leaf.name]
        return re.sub(r"\s+", " ", expression)

    def _area(self, code: str) -> AreaView:
        mine = [view for view in self.views.values() if view.area == code and view.relevant]
        sums = self.score.areas.get(code)
        scored = [item for item in self.template.items.values() if item.area == code]
        return AreaView(
            code=code,
            name=self.sheet.node(code).label,
            scored=any(item.rule.effect == "base" for item in scored),
            points=rounded(sums.points) if sums else Decimal(0),
            max_points=rounded(sums.max_points) if sums else Decimal(0),
            answered=sum(view.status in ("answered", "not_applicable") for view in mine),
            total=len(mine),
            open_required=sum(view.status == "required" for view in mine),
            findings=sum(view.findings for view in mine),
            disputed=sum(view.disputed for view in mine),
            items=tuple(view.code for view in mine),
        )


class Checklists:
    """Acts on the checklists of visits."""

    def __init__(self, desk: Desk, templates: Templates) -> None:
        self._desk = desk
        self._templates = templates
        self._open: dict[VisitId, OpenChecklist] = {}

    # --- opening -----------------------------------------------------------------------------------

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
        )

    def _old_questions(self, warm: OpenChecklist) -> Iterable[OldQuestion]:
        """What was answered in an earlier version of the checklist and is not asked in this one."""
        gone = [code for code in warm.answers if code not in warm.template.items]
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
            found.refresh()
            self._open[visit] = found
        return found

    def forget(self, visits: Iterable[str]) -> None:
        """Read these visits anew when they are next asked for: their ledger changed underneath."""
        for visit in visits:
            self._open.pop(VisitId(visit), None)

    def _read(self, visit: VisitId) -> dict[str, Answered]:
        return {
            found.id: Answered(found.record, found.disputed)
            for found in self._desk.workspace.projections.all(Answer, visit)
            if "/" not in found.id
        }

    # --- acts --------------------------------------------------------------------------------------

    def answer(self, visit: VisitId, item: str, value: str | Mapping[str, str], reason: str = "") -> Delta:
        """Answer an item: one text, or texts by question name; "" clears.

        Durable when it returns. Raises AnswerRefused (the earlier answer stands), ItemUnknown, SaveFailed,
        and ConflictOpen where the answer is in dispute and no reason is given.
        """
        warm, held = self._item(visit, item)
        wanted = {_only_question(held): value} if isinstance(value, str) else dict(value)
        unknown = wanted.keys() - {leaf.name for leaf in held.leaves}
        if unknown:
            raise ItemUnknown(item=min(unknown))
        before = {leaf: warm.sheet.node(leaf).value for leaf in wanted}
        moved = {item}
        for leaf, text in wanted.items():
            moved |= warm.sheet.set(leaf, clean(text, lines=True).strip())
        try:
            self._refuse_errors(warm, item, wanted)
            new = _stored(warm.sheet, held)
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
            with self._desk.workspace.transaction():
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

    def draft(self, visit: VisitId, item: str, field: str, value: str) -> datetime:
        """Keep what is being typed, so that a crash loses at most the last keys; no change, no history.

        `field` is the name of a question of the item, `note` or `reason`. Raises ItemUnknown, SaveFailed.
        """
        self._item(visit, item)
        now = self._desk.now_ms()
        with self._desk.workspace.transaction():
            self._desk.workspace.ledger.draft(
                Draft(visit, "answer", item, f"value/{field}" if field not in ("note", "reason") else field,
                      value, now)
            )  # fmt: skip
        return datetime.fromtimestamp(now / 1000, UTC)

    def recover(self) -> tuple[Recovered, ...]:
        """Turn the drafts that a crash left behind into changes; one that cannot stand becomes a note.

        Where the note is in dispute too, the draft stays a draft until that is decided.
        """
        found: list[Recovered] = []
        for draft in self._desk.workspace.ledger.drafts():
            visit = VisitId(draft.stream)
            field = draft.field.removeprefix("value/")
            try:
                self._use(visit, draft, field)
            except Refused as refusal:
                self._keep_as_note(visit, draft, refusal)
            record = self._desk.visit(visit)
            unit = unit_name(record.unit_kind, record.unit_name)
            found.append(Recovered(visit, unit, draft.record, draft.value))
        return tuple(found)

    def _use(self, visit: VisitId, draft: Draft, field: str) -> None:
        if field == "note":
            self.note(visit, draft.record, draft.value)
        elif field == "reason":
            self.not_applicable(visit, draft.record, draft.value)
        else:
            self.answer(visit, draft.record, {field: draft.value})

    def _keep_as_note(self, visit: VisitId, draft: Draft, refusal: Refused) -> None:
        """What was typed is kept in sight even where it is no answer."""
        ledger = self._desk.workspace.ledger
        line = tr("Typed before the program stopped: {text} ({why})", text=draft.value, why=refusal.sentence)
        note = self.warm(visit).answered(draft.record).answer.note
        with suppress(ConflictOpen), self._desk.workspace.transaction():
            if draft.value.strip():
                self.note(visit, draft.record, f"{note}\n{line}".strip())
            ledger.settle_draft(draft.stream, draft.kind, draft.record, draft.field)

    # --- reading -----------------------------------------------------------------------------------

    def history(self, visit: VisitId, item: str) -> tuple[HistoryLine, ...]:
        """Who said what of an item, when, on which laptop; the latest first."""
        _, held = self._item(visit, item)
        lines: list[HistoryLine] = []
        for _, change in reversed(self._desk.workspace.ledger.history(visit, "answer", item)):
            lines.append(
                HistoryLine(
                    at=datetime.fromtimestamp(wall_ms(change.at) / 1000, UTC),
                    author=change.author,
                    laptop=self._desk.laptop(visit, change.device),
                    text=_describe_act(held, change.values())
                    + (f" ({change.cause})" if change.cause else ""),
                )
            )
        return tuple(lines)

    def find(self, visit: VisitId, text: str) -> tuple[str, ...]:
        """The codes of the items whose code, text or note holds the words, typed with or without accents."""
        words = folded(text).split()
        return tuple(
            code
            for code, view in self.warm(visit).views.items()
            if all(word in folded(f"{code} {view.text} {view.note}") for word in words)
        )

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
        items, areas = warm.refresh({item, *moved})
        return Delta(saved, items, areas, warm.summary)

    def findings_changed(self, visit: VisitId, saved: Saved) -> Delta:
        """Count the visit's findings again after one was added or removed."""
        warm = self.warm(visit)
        self._count_findings(warm)
        items, areas = warm.refresh()
        return Delta(saved, items, areas, warm.summary)

    def _count_findings(self, warm: OpenChecklist) -> None:
        counts: dict[str, int] = {}
        for finding in self._desk.workspace.projections.all(Finding, warm.visit):
            counts[finding.record.item] = counts.get(finding.record.item, 0) + 1
        warm.findings = counts


# --- words and kinds -----------------------------------------------------------------------------


def unit_name(kind: str, name: str) -> str:
    """The office of a unit as it is printed: "UBND xã Thường Phước"."""
    return f"UBND {kind} {name}".strip()


def leaf_values(item: Item, value: Any) -> dict[str, str]:
    """An answer's stored value as texts by question name."""
    if value is None:
        return {}
    if isinstance(value, Mapping):
        return {str(leaf): str(text) for leaf, text in value.items()}  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] - JSON
    return {item.code: str(value)}


def _describe_act(item: Item, patch: Mapping[str, Any]) -> str:
    """An act on an item in words; that an answered item applies goes without saying."""
    implied = {"not_applicable", "reason"} if patch.get("value") else frozenset[str]()
    return "; ".join(describe(item, field, value) for field, value in patch.items() if field not in implied)


def _stored(sheet: Sheet, item: Item) -> Any:
    """An item's answer as the ledger keeps it; None where nothing is answered."""
    typed = [leaf for leaf in item.leaves if _typed(leaf)]
    texts = {leaf.name: sheet.node(leaf.name).value for leaf in typed}
    if item.single:
        return texts[item.code] or None
    # What was emptied on purpose is kept as that, else its default would come back.
    return {leaf.name: texts[leaf.name] for leaf in typed if texts[leaf.name] or leaf.default} or None


def describe(item: Item, field: str, value: Any) -> str:
    """A field's value in words: the choice's label, "18 / 26", the note."""
    match field:
        case "value":
            return _describe_value(item, value)
        case "not_applicable":
            return tr("not applicable") if value else tr("applicable")
        case "note":
            return tr("note: {text}", text=value or "–")
        case "reason":
            return tr("reason: {text}", text=value or "–")
        case "self_points":
            number = number_in(str(value))
            return tr("self-score: {points}", points="–" if number is None else format_number(number))
        case _:
            return f"{field}: {value}"


def describe_answer(item: Item, answer: Answer) -> str:
    """An answer in words, whether a value or that the item does not apply."""
    if answer.not_applicable:
        return describe(item, "not_applicable", True)
    return describe(item, "value", answer.value)


def _describe_value(item: Item, value: Any) -> str:
    texts = leaf_values(item, value)
    if not any(texts.values()):
        return tr("no answer")
    typed = [leaf for leaf in item.leaves if _typed(leaf)]
    shown = [_words(leaf, texts.get(leaf.name, ""), item.labels) for leaf in typed]
    return " / ".join(text or "–" for text in shown)


def _words(leaf: Definition, text: str, labels: Mapping[str, str]) -> str:
    """One answered question as people read it."""
    if leaf.control in ("select1", "select"):
        return "; ".join(labels.get(part, part) for part in text.split())
    number = number_in(text) if leaf.type in ("int", "decimal") else None
    return text if number is None else format_number(number)


def number_in(text: str) -> Decimal | None:
    """The number that a text is, None where it is none."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _decimal(number: Fraction | None) -> Decimal | None:
    return None if number is None else rounded(number).normalize()


def _only_question(item: Item) -> str:
    """The question that a bare value answers. Raises AnswerRefused where there are several, or none."""
    typed = [leaf.name for leaf in item.leaves if _typed(leaf)]
    if len(typed) != 1:
        asked = ", ".join(typed) or "–"
        raise AnswerRefused(
            item=item.code, reason=tr("each question takes its own value: {asked}", asked=asked)
        )
    return typed[0]


def _typed(leaf: Definition) -> bool:
    """Whether a question takes a value from a person."""
    return leaf.kind == "question" and leaf.calculate is None


def _editor(item: Item) -> str:
    """Which editor asks for an item."""
    leaf = item.leaves[0]
    if "denominator" in item.definition.attributes:
        return "ratio"
    if item.rule.name == "co_khong":
        return "yes_no"
    if leaf.control == "select1":
        return "choice"
    if leaf.control == "select":
        return "choices"
    if item.rule.name == "nhap_diem":
        return "points"
    if leaf.type in ("int", "decimal"):
        return "figure" if item.rule.effect == "none" else "count"
    return "date" if leaf.type == "date" else "text"


def leaf_view(node: Node) -> LeafView:
    """A question of a live sheet as it stands."""
    definition = node.definition
    return LeafView(
        key=node.key,
        label=node.label,
        hint=node.hint,
        type=definition.type,
        control=definition.control or "",
        appearance=definition.appearance,
        value=node.value,
        error=node.error.message if node.error and node.value else "",
        warning=node.warning or "",
        required=node.required,
        readonly=node.readonly,
        relevant=node.relevant,
        computed=not _typed(definition),
        choices=tuple(
            ChoiceView(choice.name, choice.label, _points(choice.attributes.get("diem", "")))
            for choice in node.choices
        ),
    )


def _points(text: str) -> Decimal | None:
    return Decimal(text.replace(",", ".")) if text else None


def _status(
    judged: ItemScore, error: str, required: bool, answered: Answered, leaves: Iterable[LeafView]
) -> ItemStatus:
    if answered.answer.not_applicable or judged.status == "not_applicable":
        return "not_applicable"
    if error:
        return "invalid"
    if judged.status == "open" or (judged.status == "unscored" and not any(leaf.value for leaf in leaves)):
        return "required" if required else "open"
    return "answered"


def _summary(result: Score, views: Mapping[str, ItemView]) -> Summary:
    mine = [view for view in views.values() if view.relevant]
    answered = sum(view.status in ("answered", "not_applicable") for view in mine)
    open_required = sum(view.status == "required" for view in mine)
    amiss = any(view.status == "invalid" for view in mine)  # base figures too, which no rule judges
    scored = any(judged.points is not None for judged in result.items.values())
    return Summary(
        index=rounded(result.index) if result.index is not None and scored else None,
        provisional=result.provisional or open_required > 0 or amiss,
        classification=result.classification if scored else "",
        answered=answered,
        total=len(mine),
        open_required=open_required,
        disputed=sum(view.disputed for view in mine),
    )
