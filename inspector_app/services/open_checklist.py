"""A visit's checklist while it is open: the live sheet, the answers, the score, and what is shown of them.

All values in, all values out; the ledger is `services/checklists.py`'s business. After an act, `refresh`
computes anew what the act can have moved and says what looks different.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

from inspector_app.domain.records import Answer, VisitId
from inspector_app.domain.rules import Entered, ItemScore, Response, rounded
from inspector_app.domain.scoring import Score, ScoredItem, score
from inspector_app.forms.form import Definition
from inspector_app.services.questions import (
    editor_of,
    instance_lines,
    leaf_values,
    leaf_view,
    number_in,
)
from inspector_app.services.templates import Item, Template, is_table_title, speak
from inspector_app.services.views import (
    AreaView,
    FormLine,
    GroupView,
    ItemStatus,
    ItemView,
    LeafView,
    Summary,
)

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
        self.sheet = template.blank()
        self.answers = dict(answers)
        self.findings: Mapping[str, int] = {}
        self.evidence: Mapping[str, int] = {}
        self.lost: frozenset[str] = frozenset()
        """What one laptop took away with an instance while another answered it; nothing of it is shown."""
        self._load()
        self.views: dict[str, ItemView] = {}
        self.areas: dict[str, AreaView] = {}
        self.summary = Summary(None, True, "", 0, 0, 0, 0)
        self.score = score([])
        self._scored: dict[str, ScoredItem] = {}
        self._held: dict[str, tuple[FormLine, ...]] = {}

    def _load(self) -> None:
        """Put the answers into the sheet. A repeat that nobody touched keeps the instances it begins with."""
        values: dict[str, str] = {}
        for key, answered in self.answers.items():
            if "[" in key:
                values[key] = str(answered.answer.value or "")
            elif key in self.template.items:
                values |= leaf_values(self.template.items[key], answered.answer.value)
        touched = {key.partition("[")[0] for key in values}
        for code, item in self.template.items.items():
            if item.repeats and code not in touched:
                values |= {f"{code}[{name}]/": "" for name in self.sheet.repeats(code)}
        if values:
            self.sheet.load(dict(sorted(values.items(), key=lambda entry: _age(entry[0]))))

    def speak(self, language: str) -> None:
        """Say everything in this language, where the form has it; else in the one that it begins with."""
        if speak(self.sheet, language):
            self.refresh()

    def answered(self, code: str) -> Answered:
        """What is known of an item; an empty answer where nothing is."""
        return self.answers.get(code) or Answered(Answer(), frozenset())

    def item(self, code: str, value: Any) -> Item:
        """An item whose labels name the choices that a value of it says, on offer now or not."""
        item = self.template.items[code]
        texts = leaf_values(item, value)
        labels = dict(item.labels)
        for leaf in item.leaves:
            if leaf.choices is not None and texts.get(leaf.name):
                labels |= self.sheet.node(leaf.name).labels(texts[leaf.name].split())
        return replace(item, labels=labels)

    def refresh(self, keys: Iterable[str] | None = None) -> tuple[tuple[ItemView, ...], tuple[AreaView, ...]]:
        """Compute what is shown of the items of these keys, or of all; what differs from before."""
        self._held.clear()
        items = self.template.items
        moved = map(self.template.item_of, keys) if keys is not None else items
        codes = {code for code in moved if code is not None}
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
        if item.repeats:
            filled = any(line.leaf and line.leaf.value for line in self._lines(item))
            return Response(choice=item.code) if filled else None
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
        if item.repeats:
            return self.sheet.repeat(item.code).relevant
        return self.sheet.node(item.code).relevant

    def _required(self, item: Item) -> bool:
        if item.repeats:
            return any(line.leaf and line.leaf.required and not line.leaf.value for line in self._lines(item))
        return any(self.sheet.node(leaf.name).required for leaf in item.leaves)

    def _lines(self, item: Item) -> tuple[FormLine, ...]:
        """What the instances of a repeat hold; found once for all that ask during a refresh."""
        if item.code not in self._held:
            disputed = {key for key, found in self.answers.items() if found.disputed and "[" in key}
            self._held[item.code] = tuple(instance_lines(self.sheet.repeat(item.code), disputed=disputed))
        return self._held[item.code]

    # --- views -------------------------------------------------------------------------------------

    def _view(self, item: Item, judged: ItemScore) -> ItemView:
        answered = self.answered(item.code)
        answer = answered.answer
        nodes = [self.sheet.node(leaf.name) for leaf in item.leaves]
        leaves = tuple(leaf_view(node) for node in nodes)
        lines = self._lines(item) if item.repeats else ()
        asked = (*leaves, *(line.leaf for line in lines if line.leaf))
        error = next((leaf.error for leaf in asked if leaf.error), "") or self._missing_entries(item)
        if judged.status == "invalid":
            error = error or judged.reason
        node = self.sheet.repeat(item.code) if item.repeats else self.sheet.node(item.code)
        required = self._required(item)
        days = item.attribute("days")
        return ItemView(
            code=item.code,
            area=item.area,
            text=node.label,
            criterion=item.attribute("criterion"),
            editor=editor_of(item),
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
            self_value=answer.self_value,
            status=_status(judged, error, required, answered, asked, whole=not item.repeats),
            disputed=self._disputed(item),
            relevant=node.relevant,
            required=required,
            na_allowed=item.attribute("na") == "co",
            not_applicable=answer.not_applicable,
            reason=answer.reason if answer.not_applicable else judged.reason,
            note=answer.note,
            error=error,
            warning=next((leaf.warning for leaf in asked if leaf.warning), ""),
            findings=self.findings.get(item.code, 0),
            rule_text=item.attribute("rule_text"),
            basis=item.attribute("basis"),
            documents=tuple(part.strip() for part in item.attribute("documents").split(";") if part.strip()),
            source=item.attribute("source"),
            comment=item.attribute("comment"),
            standard_finding=item.attribute("finding"),
            action=item.attribute("action"),
            days=int(days) if days.isdigit() else None,
            lines=lines,
            fixed=item.repeats and self.sheet.repeat(item.code).counted,
            groups=tuple(self._groups(item)),
            evidence_required=item.attribute("evidence") == "co",
            evidence=self.evidence.get(item.code, 0)
            + sum(leaf.control == "upload" and bool(leaf.value) for leaf in asked),
            basis_from=_day(item.attribute("basis_from")),
            basis_to=_day(item.attribute("basis_to")),
            section=item.attribute("section"),
            step=rounded(item.rule.step) if isinstance(item.rule, Entered) else None,
            media={} if item.repeats else self.sheet.node(item.code).media,
        )

    def _missing_entries(self, item: Item) -> str:
        """Why a repeat, or one inside it, has not the entries that its number asks for; blank if it has."""
        doubtful = (node for node in self.sheet.doubts if node.definition.repeats)
        return next((node.doubt for node in doubtful if node.key.partition("[")[0] == item.code), "")

    def _disputed(self, item: Item) -> bool:
        """Whether laptops differ on the item; of a repeat, on anything that is or was in it."""
        inside = f"{item.code}["
        return bool(self.answered(item.code).disputed) or (
            item.repeats
            and (
                any(found.disputed for key, found in self.answers.items() if key.startswith(inside))
                or any(key.startswith(inside) for key in self.lost)
            )
        )

    def _groups(self, item: Item) -> Iterable[GroupView]:
        around = list(item.definition.lineage)[1:-2]  # without the item, its area and the root
        for definition in reversed(around):
            media = self.sheet.node(definition.name).media
            yield GroupView(definition.name, self._title(definition), definition.appearance, media)

    def _title(self, definition: Definition) -> str:
        """What a group is called; that of a table stands in a note of its own."""
        notes = [child.name for child in definition.children if is_table_title(child)]
        return self.sheet.node(notes[0] if notes else definition.name).label

    def _side(self, item: Item, side: Literal["numerator", "denominator"]) -> Fraction | None:
        if side not in item.definition.attributes:
            return None
        return self.sheet.number(item.code, side)

    def _side_text(self, item: Item, side: str) -> str:
        """How a side is made: the question's own words, or the codes of the base figures."""
        expression = _PATH_STEP.sub("", item.attribute(side)).strip()
        for leaf in item.leaves:
            if leaf.name == expression:
                return self.sheet.node(leaf.name).label
        return re.sub(r"\s+", " ", expression)

    def _area(self, code: str) -> AreaView:
        mine = [view for view in self.views.values() if view.area == code and view.relevant]
        counted = [view for view in mine if view.editor != "note"]
        sums = self.score.areas.get(code)
        scored = [item for item in self.template.items.values() if item.area == code]
        return AreaView(
            code=code,
            name=self._title(self.template.form.definition(code)) if code else self.template.form.title,
            scored=any(item.rule.effect == "base" for item in scored),
            points=rounded(sums.points) if sums else Decimal(0),
            max_points=rounded(sums.max_points) if sums else Decimal(0),
            answered=sum(view.status in ("answered", "not_applicable") for view in counted),
            total=len(counted),
            open_required=sum(view.status == "required" for view in counted),
            findings=sum(view.findings for view in mine),
            disputed=sum(view.disputed for view in mine),
            items=tuple(view.code for view in mine),
        )


def _age(key: str) -> list[tuple[int, str]]:
    """Orders keys by the age of their instances: those a form begins with ("1"), then UUIDv7s by time."""
    return [(len(name), name) for name in re.findall(r"\[([^\]]*)\]", key)]


def _status(
    judged: ItemScore,
    error: str,
    required: bool,
    answered: Answered,
    leaves: Iterable[LeafView],
    *,
    whole: bool,
) -> ItemStatus:
    """`whole`: any value answers the item; of a repeat, what is required must be there in every instance."""
    if answered.answer.not_applicable or judged.status == "not_applicable":
        return "not_applicable"
    if error:
        return "invalid"
    if required and not whole:
        return "required"
    if judged.status == "open" or (judged.status == "unscored" and not any(leaf.value for leaf in leaves)):
        return "required" if required else "open"
    return "answered"


def _summary(result: Score, views: Mapping[str, ItemView]) -> Summary:
    mine = [view for view in views.values() if view.relevant and view.editor != "note"]
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


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _decimal(number: Fraction | None) -> Decimal | None:
    return None if number is None else rounded(number).normalize()
