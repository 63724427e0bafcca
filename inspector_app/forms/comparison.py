"""What a new version of a form means for answers already given: which stand, which someone must look at.

Two forms are compared question by question. A question is known by its name, which is its code on paper; when
everything about it stayed, so does its answer. A reworded label or another maximum leaves the answer as it is
and only changes what is made of it. A choice taken away, another type, or a code that now asks something
else cannot be carried over without a person. Nothing here knows of visits: given an answer,
`Compared.verdict_for` says what becomes of that one, and a `Change` says why in plain words.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from fractions import Fraction
from functools import cached_property
from typing import Literal, get_args

from inspector_app.domain.rules import RULES, rounded
from inspector_app.forms.expressions import Expression
from inspector_app.forms.form import Definition, Form
from inspector_app.forms.tree import Element
from inspector_app.i18n import mark, tr
from inspector_app.text import fold, format_number

Verdict = Literal["same", "carries", "decide", "old", "new"]
"""Nothing changed · the answer stands although something changed · a person must decide · the question is
gone, its answer is kept as an old one · the question was not there before."""

Part = Literal[
    "removed",
    "added",
    "unasked",
    "type",
    "choices",
    "meaning",
    "repeat",
    "rule",
    "points",
    "na",
    "required",
    "constraint",
    "relevant",
    "calculation",
    "figures",
    "place",
    "label",
    "choice_label",
    "evidence",
    "choice_filter",
    "count",
    "range",
    "readonly",
    "default",
    "hint",
    "message",
    "warning",
    "texts",
    "appearance",
]
"""What about a question changed, in the order of what it means for its answer."""

_ORDER: tuple[Part, ...] = get_args(Part)
_WEIGHT: Mapping[Verdict, int] = {"old": 0, "decide": 1, "new": 2, "carries": 3, "same": 4}
_LIKENESS = 0.5
"""Two labels that share a smaller part of their words ask different things. Of the 6,441 pairs of questions
in the default checklist 24 share as much; nearly all are base figures, which `_Side.by_words` tells apart."""
_NEGATIONS = {"khong", "chua", "not", "no"}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed: `before` and `after` as written, `text` a sentence in the current language.

    `lost` are the choices that are gone or mean something else now (`choices` and `choice_label` only).
    """

    part: Part
    before: str
    after: str
    text: str
    decide: bool = False
    lost: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Compared:
    """One question or group of either form. `key` is its name, or its path where the name is not unique.

    `verdict` is the most that can be said without an answer; `item` the code of the checklist item that it is
    or belongs to, "" for none; `area` the name of its top-level group; `asked` whether people answer it;
    `twin` the question of the new form that has the same words under another name, "" for none.
    """

    key: str
    label: str
    verdict: Verdict
    changes: tuple[Change, ...]
    area: str
    item: str
    asked: bool
    required: bool
    old: Definition | None
    new: Definition | None
    twin: str = ""

    def verdict_for(self, value: str, *, not_applicable: bool = False) -> Verdict:
        """What becomes of the answer `value`, or of the answer that the question does not apply.

        Never `decide` where the value is blank or is as good in the new form as it was in the old one.
        """
        if self.verdict != "decide":
            return self.verdict
        if not_applicable:
            reasons = [change for change in self.changes if change.part in ("na", "meaning", "repeat")]
        else:
            reasons = [change for change in self.changes if value and not _stands(change, value)]
        return "decide" if any(change.decide for change in reasons) else "carries"


@dataclass(frozen=True, slots=True)
class Area:
    """An area of the checklist in either form: its points before and after, None where it is not there."""

    name: str
    label: str
    before: Fraction | None
    after: Fraction | None


@dataclass(frozen=True)
class Comparison:
    """Everything that differs between two forms.

    `entries` holds every group, question, note and calculation of both, in the order of the new form, those
    that are gone where they stood. `settings` are changes to the form as a whole.
    """

    old: Form
    new: Form
    entries: tuple[Compared, ...]
    settings: tuple[Change, ...]
    areas: tuple[Area, ...]

    @cached_property
    def _by_key(self) -> Mapping[str, Compared]:
        return {entry.key: entry for entry in self.entries}

    def of(self, key: str) -> Compared:
        """The entry of a question or group. `KeyError` if neither form has it."""
        return self._by_key[key]

    @cached_property
    def questions(self) -> tuple[Compared, ...]:
        """What people answer, and the items of the checklist: what a visit's answers are compared by."""
        return tuple(entry for entry in self.entries if entry.asked or entry.item == entry.key)

    def with_verdict(self, verdict: Verdict) -> tuple[Compared, ...]:
        """The questions with this verdict."""
        return tuple(entry for entry in self.questions if entry.verdict == verdict)

    @cached_property
    def by_importance(self) -> tuple[Compared, ...]:
        """Every entry that is not the same, what matters most to answers first."""

        def rank(entry: Compared) -> tuple[int, int, int]:
            first = min((_ORDER.index(change.part) for change in entry.changes), default=len(_ORDER))
            return (_WEIGHT[entry.verdict], 0 if entry.asked or entry.item == entry.key else 1, first)

        return tuple(sorted((entry for entry in self.entries if entry.verdict != "same"), key=rank))

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs that this comparison looks at."""
        return not self.settings and all(entry.verdict == "same" for entry in self.entries)


def compare(old: Form, new: Form) -> Comparison:
    """What becomes of answers to `old` in `new`. Takes a few milliseconds for a hundred questions."""
    before, after = _Side(old), _Side(new)
    entries = {key: _compared(key, before, after) for key in _in_both_orders(before.all, after.all)}
    for key, entry in entries.items():
        if entry.item == key and not entry.asked and entry.verdict in ("same", "carries"):
            inside: list[Verdict] = [e.verdict for e in entries.values() if e.item == key and e is not entry]
            entries[key] = _as_whole(entry, inside)
    return Comparison(
        old, new, tuple(entries.values()), tuple(_settings(old, new)), tuple(_areas(before, after))
    )


def described(comparison: Comparison) -> Iterator[str]:
    """The comparison in lines for people, what matters most to answers first."""
    old, new = comparison.old, comparison.new
    yield f"{old.title} ({old.form_id} {old.version}) → {new.title} ({new.form_id} {new.version})"
    if comparison.is_empty:
        yield tr("The two checklists are the same.")
    yield from (f"  {change.text}" for change in comparison.settings)
    for area in comparison.areas:
        if area.before != area.after:
            before, after = (
                "–" if points is None else format_number(rounded(points))
                for points in (area.before, area.after)
            )
            text = tr("area {name}: {before} → {after} points", name=area.name, before=before, after=after)
            yield f"  {text}"
    headings: tuple[tuple[Verdict, str], ...] = (
        ("old", tr("Old questions: their answers are kept and printed")),
        ("decide", tr("A person must decide what becomes of the answers")),
        ("new", tr("New questions")),
        ("carries", tr("The answers stand")),
    )
    for verdict, heading in headings:
        entries = [entry for entry in comparison.by_importance if entry.verdict == verdict]
        if entries:
            yield f"\n{heading} ({len(entries)}):"
        for entry in entries:
            yield f"  {entry.key:6} {entry.label}"
            if entry.old is not None and entry.new is not None:
                yield from (f"         {change.text}" for change in entry.changes)
            if verdict == "new" and entry.required:
                yield "         " + tr("must be answered")
            if entry.twin:
                yield "         " + tr("asked as {name} in the new checklist", name=entry.twin)


def _in_both_orders(before: Iterable[str], after: Iterable[str]) -> list[str]:
    """The keys of the new form in their order, each old one that is gone after the one it followed."""
    keys = list(after)
    kept = set(keys)
    follows: dict[str, list[str]] = {}
    last = ""
    for key in before:
        if key in kept:
            last = key
        else:
            follows.setdefault(last, []).append(key)
    return [*follows.get("", ()), *(k for key in keys for k in (key, *follows.get(key, ())))]


def _as_whole(item: Compared, inside: Iterable[Verdict]) -> Compared:
    """An item of several questions, with what became of them."""
    worst: Verdict = "same"
    for verdict in inside:
        if verdict == "decide":
            worst = "decide"
        elif verdict != "same" and worst == "same":
            worst = "carries"
    if _WEIGHT[worst] >= _WEIGHT[item.verdict]:
        return item
    return replace(item, verdict=worst)


# --- one form, as it is compared --------------------------------------------------------------------


class _Side:
    """A form with what the comparison asks of it."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.language = form.default_language
        self.all: dict[str, Definition] = {
            form.token(definition): definition for definition in form.definitions if not _of_meta(definition)
        }
        self.keys = {definition: key for key, definition in self.all.items()}

    @cached_property
    def by_words(self) -> dict[str, str]:
        """What is asked, without case and accents → its key, where no two questions ask the same."""
        found: dict[str, str] = {}
        for key, definition in self.all.items():
            words = fold(definition.label(self.language))
            if _is_asked(definition) or "rule" in definition.attributes:
                found[words] = "" if words in found else key
        return {words: key for words, key in found.items() if words and key}

    def label(self, definition: Definition) -> str:
        return definition.label(self.language)

    def area(self, definition: Definition) -> str:
        """The key of its top-level group, itself if it is one."""
        top = [d for d in definition.lineage if d.parent is self.form.root]
        return self.keys[top[0]] if top and top[0].children else ""

    def item(self, definition: Definition) -> str:
        return next((self.keys[d] for d in definition.lineage if "rule" in d.attributes), "")

    def repeats(self, definition: Definition) -> tuple[str, ...]:
        return tuple(self.keys[d] for d in definition.lineage if d.repeats)

    def choices(self, definition: Definition) -> dict[str, tuple[str, str]]:
        """Name → label and points of everything that can ever be chosen."""
        choices = definition.choices
        if choices is None:
            return {}
        found = {choice.name: (choice.label.plain(self.language), "") for choice in choices.listed}
        if choices.items is None or (instance := _INSTANCE.match(choices.items.text)) is None:
            return found
        root = self.form.instances.get(instance[1])
        value = "name" if choices.name is None else choices.name.text.strip()
        said = "label" if choices.label.computed is None else choices.label.computed.text.strip()
        for item in () if root is None else _elements(root, "item"):
            cells = {child.name: child.text() for child in item.elements()}
            text = self.form.itext.get(cells.get("itextId", ""))
            label = cells.get(said, "") if text is None else text.plain(self.language)
            found[cells.get(value, "")] = (label, cells.get("diem", ""))
        return found


_INSTANCE = re.compile(r"\s*instance\(\s*['\"]([^'\"]+)['\"]\s*\)")
_PATH = re.compile(r"(?:current\(\)/)?(?<![\w)\]/.])(?:(?:\.\./)+|/)[\w.-]+(?:/[\w.-]+)*")


def _elements(root: Element, name: str) -> Iterator[Element]:
    for child in root.elements():
        if child.name == name:
            yield child
        else:
            yield from _elements(child, name)


def _of_meta(definition: Definition) -> bool:
    return definition.kind == "meta" or any(
        d.name == "meta" and d.parent is not None and d.parent.parent is None for d in definition.lineage
    )


def _is_asked(definition: Definition) -> bool:
    return definition.kind == "question" and definition.is_leaf and definition.calculate is None


def _written(expression: Expression | None) -> str:
    """An expression as it stood in the workbook: `${name}` for paths, so that a moved group is no change."""
    if expression is None:
        return ""
    named = _PATH.sub(lambda path: "${" + path[0].rpartition("/")[2] + "}", expression.text)
    return " ".join(named.split())


# --- one question in both ---------------------------------------------------------------------------


def _compared(key: str, before: _Side, after: _Side) -> Compared:
    old, new = before.all.get(key), after.all.get(key)
    side, definition = (after, new) if new is not None else (before, old)
    assert definition is not None  # every key comes from one of the two
    changes: tuple[Change, ...]
    twin = ""
    if new is None or old is None:
        part: Part = "removed" if new is None else "added"
        text = tr("no longer in the form") if new is None else tr("new in the form")
        verdict: Verdict = "old" if new is None else "new"
        changes = (Change(part, "", "", text),)
    else:
        changes = tuple(_changes(old, new, before, after))
        verdict = _verdict(old, new, changes)
    if old is not None and verdict in ("old", "decide"):
        twin = after.by_words.get(fold(before.label(old)), "")
        twin = "" if twin == key else twin
    return Compared(
        key=key,
        label=side.label(definition),
        verdict=verdict,
        changes=changes,
        area=side.area(definition),
        item=side.item(definition),
        asked=any(d is not None and _is_asked(d) for d in (old, new)),
        required=new is not None and new.required is not None,
        old=old,
        new=new,
        twin=twin,
    )


def _verdict(old: Definition, new: Definition, changes: tuple[Change, ...]) -> Verdict:
    if _is_asked(old) and not _is_asked(new):
        return "old"
    if _is_asked(new) and not _is_asked(old):
        return "new"
    if any(change.decide for change in changes):
        return "decide"
    return "carries" if changes else "same"


def _changes(old: Definition, new: Definition, before: _Side, after: _Side) -> Iterator[Change]:
    """What changed about a question, what matters most to its answer first."""
    asked = _is_asked(old) and _is_asked(new)
    kinds = _kind(old), _kind(new)
    if _is_asked(old) != _is_asked(new):
        shown = tr("it is no longer asked") if _is_asked(old) else tr("it is now asked")
        yield Change("unasked", *kinds, shown)
    elif kinds[0] != kinds[1]:
        text = tr("the type was {before}, now {after}", before=kinds[0], after=kinds[1])
        yield Change("type", *kinds, text, decide=asked and (kinds[0], kinds[1]) not in _ALWAYS)
    if asked:
        yield from _choice_changes(before.choices(old), after.choices(new))
    labels = before.label(old), after.label(new)
    moved_in = before.by_words.get(fold(labels[1]), "") not in ("", before.keys[old])
    other = asked and labels[0] != labels[1] and (moved_in or not _alike(*labels))
    if other:
        yield Change(
            "meaning", *labels, _said(mark("the code now asks something else"), *labels), decide=True
        )
    if (inside := (before.repeats(old), after.repeats(new)))[0] != inside[1]:
        text = tr("it moved into a repeat or out of one, so that its answers are counted differently")
        yield Change("repeat", "/".join(inside[0]), "/".join(inside[1]), text, decide=asked)
    yield from _scoring(old, new)
    for part, sentence, read in _EXPRESSIONS:
        told = read(old), read(new)
        if told[0] != told[1]:
            yield Change(part, *told, _said(sentence, *told))
    if (areas := (before.area(old), after.area(new)))[0] != areas[1] and after.item(new) in (
        "",
        after.keys[new],
    ):
        text = tr("moved from {before} to {after}", before=areas[0] or "–", after=areas[1] or "–")
        yield Change("place", *areas, text)
    if labels[0] != labels[1] and not other:
        yield Change("label", *labels, _said(mark("the label"), *labels))
    yield from _wording(old, new, before, after)


_KINDS = {"select1": "select_one", "select": "select_multiple", "rank": "rank", "trigger": "acknowledge"}
_TYPES = {"int": "integer", "string": "text"}


def _kind(definition: Definition) -> str:
    """The type as XLSForm calls it."""
    if definition.kind in ("group", "repeat", "note", "hidden", "meta"):
        return definition.kind
    if definition.kind == "calculate" or definition.calculate is not None:
        return "calculate"
    return _KINDS.get(definition.control or "") or _TYPES.get(definition.type, definition.type)


_ALWAYS = frozenset(
    {
        ("integer", "decimal"),
        ("select_one", "select_multiple"),
        *((kind, "text") for kind in ("integer", "decimal", "date", "time", "dateTime", "barcode")),
        ("text", "barcode"),
    }
)
"""From one type to another where every answer stands as it is."""

_FITS: Mapping[tuple[str, str], Callable[[str], bool]] = {
    # from one type to another: whether this answer stands as it is
    ("decimal", "integer"): lambda value: bool(re.fullmatch(r"-?\d{1,9}(\.0*)?", value)),
    ("text", "integer"): lambda value: bool(re.fullmatch(r"-?\d{1,9}", value)),
    ("text", "decimal"): lambda value: bool(re.fullmatch(r"-?\d+(\.\d+)?", value)),
    ("text", "date"): lambda value: bool(re.fullmatch(r"\d{4}-\d\d-\d\d", value)),
    ("select_multiple", "select_one"): lambda value: len(value.split()) == 1,
}


def _stands(change: Change, value: str) -> bool:
    """Whether a change that needs a decision in general needs none for this answer."""
    if change.part == "type":
        fits = _FITS.get((change.before, change.after))
        return fits is not None and fits(value)
    if change.part in ("choices", "choice_label"):
        return not change.lost & set(value.split())
    return change.part == "na"  # that concerns only the answer "does not apply"


def _choice_changes(
    before: Mapping[str, tuple[str, str]], after: Mapping[str, tuple[str, str]]
) -> Iterator[Change]:
    gone = [name for name in before if name not in after]
    come = [name for name in after if name not in before]
    if before and after and (gone or come):
        told = [tr("without {choices}", choices=_listed(before, gone))] if gone else []
        told += [tr("with the new {choices}", choices=_listed(after, come))] if come else []
        text = tr("the choices: {what}", what=", ".join(told))
        lost = frozenset(gone)
        yield Change("choices", " ".join(gone), " ".join(come), text, decide=bool(lost), lost=lost)
    relabelled = {n for n in before if n in after and before[n][0] != after[n][0]}
    elsewhere = {fold(label) for label, _ in before.values()}
    meant = frozenset(
        name
        for name in relabelled
        if not _same_choice(before[name][0], after[name][0]) or fold(after[name][0]) in elsewhere
    )
    for lost, sentence in ((meant, _ANOTHER), (frozenset(relabelled) - meant, _REWORDED)):
        if lost:
            told = ", ".join(f"{n} “{before[n][0]}” → “{after[n][0]}”" for n in before if n in lost)
            yield Change("choice_label", "", "", tr(sentence, choices=told), decide=lost is meant, lost=lost)
    points = [
        f"{name} {before[name][1] or '–'} → {after[name][1] or '–'}"
        for name in before
        if name in after and _number(before[name][1]) != _number(after[name][1])
    ]
    if points:
        yield Change("points", "", "", tr("points of the choices: {points}", points=", ".join(points)))


_ANOTHER = mark("choices that now mean something else: {choices}")
_REWORDED = mark("choices in other words: {choices}")


def _listed(choices: Mapping[str, tuple[str, str]], names: Iterable[str], most: int = 6) -> str:
    told = [f"{name} “{choices[name][0]}”" for name in names]
    more = len(told) - most
    return ", ".join(told[:most]) + (" " + tr("and {count} more", count=more) if more > 0 else "")


def _scoring(old: Definition, new: Definition) -> Iterator[Change]:
    cells = old.attributes, new.attributes
    rules = [" ".join(filter(None, (c.get("rule", ""), c.get("params", "")))) for c in cells]
    if rules[0] != rules[1]:
        yield Change("rule", rules[0], rules[1], _said(mark("the scoring rule"), *rules))
    points = [c.get("max_points", "") for c in cells]
    if _number(points[0]) != _number(points[1]):
        yield Change("points", points[0], points[1], _said(mark("the maximum of points"), *points))
    allowed = [c.get("na") == "co" for c in cells]
    if allowed[0] != allowed[1]:
        text = tr("it may now be left as not applicable")
        if not allowed[1]:
            text = tr("it may no longer be left as not applicable")
        yield Change("na", str(allowed[0]), str(allowed[1]), text, decide=not allowed[1])
    figures = _figures(old), _figures(new)
    if figures[0] != figures[1]:
        yield Change("figures", *figures, _said(mark("numerator and denominator"), *figures))
    demanded = [c.get("evidence") == "co" for c in cells]
    if demanded[0] != demanded[1]:
        text = tr("evidence is now required") if demanded[1] else tr("evidence is no longer required")
        yield Change("evidence", str(demanded[0]), str(demanded[1]), text)


def _figures(definition: Definition) -> str:
    sides = _written(definition.numerator), _written(definition.denominator)
    return " / ".join(sides) if any(sides) else ""


def _truth(expression: Expression | None) -> str:
    return {"true()": tr("yes"), "false()": ""}.get(written := _written(expression), written)


_EXPRESSIONS: tuple[tuple[Part, str, Callable[[Definition], str]], ...] = (
    ("required", mark("required"), lambda d: _truth(d.required)),
    ("constraint", mark("the condition for a valid answer"), lambda d: _written(d.constraint)),
    ("relevant", mark("the condition for being asked"), lambda d: _written(d.relevant)),
    ("calculation", mark("the formula"), lambda d: _written(d.calculate)),
    ("count", mark("the number of repeats"), lambda d: _written(d.count)),
    ("range", mark("the range"), lambda d: ", ".join(f"{k}={v}" for k, v in sorted(d.range.items()))),
    ("choice_filter", mark("the filter of the choices"), lambda d: _filter(d)),
    ("readonly", mark("read-only"), lambda d: _truth(d.readonly) if d.kind != "note" else ""),
    ("default", mark("the value that stands ready"), lambda d: d.default),
    ("warning", mark("the condition for a warning"), lambda d: _written(d.warning)),
    ("appearance", mark("the way of showing"), lambda d: d.appearance),
)


def _filter(definition: Definition) -> str:
    choices = definition.choices
    written = "" if choices is None else _written(choices.items)
    return written[written.find("[") :] if "[" in written else ""


_ATTRIBUTES: Mapping[str, str] = {
    "rule_text": mark("the rule in words"),
    "unit": mark("the unit"),
    "criterion": mark("the criterion"),
    "documents": mark("the documents to ask for"),
    "source": mark("where the figures come from"),
    "basis": mark("the legal basis"),
    "basis_from": mark("the legal basis is valid from"),
    "basis_to": mark("the legal basis is valid to"),
    "basis_trust": mark("how sure the legal basis is"),
    "finding": mark("the standard finding"),
    "action": mark("the recommended action"),
    "days": mark("the days to put it right"),
    "section": mark("the section of the minutes"),
    "critical": mark("whether it is critical"),
    "comment": mark("the remark"),
}


_WORDS: tuple[tuple[str, Part, str], ...] = (
    ("hint", "hint", mark("the hint")),
    ("guidance", "hint", mark("the guidance")),
    ("constraint_message", "message", mark("the message")),
    ("required_message", "message", mark("the message")),
    ("warning_message", "message", mark("the message")),
)


def _wording(old: Definition, new: Definition, before: _Side, after: _Side) -> Iterator[Change]:
    for key, part, sentence in _WORDS:
        said = [
            side_words[key].plain(side.language) if key in (side_words := d.words) else ""
            for d, side in ((old, before), (new, after))
        ]
        if said[0] != said[1]:
            yield Change(part, said[0], said[1], _said(sentence, *said))
    for language in before.form.languages:
        if language != before.language and language in after.form.languages:
            labels = old.label(language), new.label(language)
            if labels[0] != labels[1]:
                told = _said(mark("the label"), *labels)
                yield Change("label", *labels, f"{language}: {told}")
    for key, sentence in _ATTRIBUTES.items():
        told = old.attributes.get(key, ""), new.attributes.get(key, "")
        if told[0] != told[1]:
            yield Change("texts", *told, _said(sentence, *told))


def _said(what: str, before: str, after: str) -> str:
    """`what` changed, as one line."""
    what = tr(what)
    if not before:
        return tr("{what}: now “{after}”", what=what, after=after)
    if not after:
        return tr("{what}: no longer “{before}”", what=what, before=before)
    return tr("{what}: “{before}” → “{after}”", what=what, before=before, after=after)


def _alike(one: str, other: str) -> bool:
    """Whether two labels may well say the same thing in other words."""
    words = fold(one).split(), fold(other).split()
    if not all(words):
        return True  # nothing can be told from a missing label
    return SequenceMatcher(None, *words, autojunk=False).ratio() >= _LIKENESS


def _same_choice(one: str, other: str) -> bool:
    """The same of two answers, where a word of denial weighs more than all the others."""
    denied = [_NEGATIONS & set(fold(label).split()) for label in (one, other)]
    return denied[0] == denied[1] and _alike(one, other)


def _number(text: str) -> Fraction | str:
    return Fraction(text.replace(",", ".")) if re.fullmatch(r"-?\d+([.,]\d+)?", text) else text


# --- the form as a whole ----------------------------------------------------------------------------


def _settings(old: Form, new: Form) -> Iterator[Change]:
    told: tuple[tuple[str, str, str], ...] = (
        (mark("the form id"), old.form_id, new.form_id),
        (mark("the title"), old.title, new.title),
        (mark("the version"), old.version, new.version),
        (mark("the classes"), old.attributes.get("bands", ""), new.attributes.get("bands", "")),
        (mark("the bounds of the index"), old.attributes.get("cap", ""), new.attributes.get("cap", "")),
        (mark("the languages"), ", ".join(old.languages), ", ".join(new.languages)),
    )
    for what, before, after in told:
        if before != after:
            yield Change("texts", before, after, _said(what, before, after))


def _areas(before: _Side, after: _Side) -> Iterator[Area]:
    totals = _points(before), _points(after)
    for key in _in_both_orders(*totals):
        side = after if key in totals[1] else before
        yield Area(key, side.label(side.all[key]), totals[0].get(key), totals[1].get(key))


def _points(side: _Side) -> dict[str, Fraction]:
    """The points that each area can earn, bonus left out."""
    totals = {side.keys[area]: Fraction(0) for area in side.form.areas}
    for item in side.form.items:
        rule, points = RULES.get(item.attributes["rule"]), _number(item.attributes.get("max_points", ""))
        if rule is not None and rule.effect == "base" and isinstance(points, Fraction):
            area = side.area(item)
            totals[area] = totals.get(area, Fraction(0)) + points
    return totals
