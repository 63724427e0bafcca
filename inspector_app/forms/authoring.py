"""The survey sheet as a tree of elements, and what is wrong with it as a questionnaire.

Is every group closed, has every question a type that exists, a name of its own and words to show? What would
a laptop do with it? All answers are gathered; nothing stops at the first.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from inspector_app.forms.headings import nearest
from inspector_app.forms.languages import knows_other, name_of
from inspector_app.forms.question_types import (
    FILE_PARAMETERS,
    NUMBERS,
    SELECT_PARAMETERS,
    TYPES,
    Select,
    meant,
    odd_looks,
    read_edge,
    read_select,
)
from inspector_app.forms.tables import Findings, Row, Table
from inspector_app.i18n import tr
from inspector_app.text import ascii_name, fold

YES = {"yes", "true", "true()"}
NO = {"no", "false", "false()"}
DEEPEST = 30
"""Groups inside groups; pyxform and people lose their way long before."""

_MEANT_YES = {"co", "x", "y", "v", "ok", "dung", "bat buoc", "phai"}
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_REFERENCES = re.compile(r"\$\{[^{}]+\}(\s*,\s*\$\{[^{}]+\})*")
_SHOWN = ("label", "hint", "image", "audio", "video")
_TRANSLATED = ("label", "hint", "guidance_hint", "constraint_message", "required_message")


@dataclass(eq=False)
class Element:
    """A question, or a group or repeat with what is in it. `kind` is the recommended name of its type.

    `select` says more of a question with choices; `parameters` is the column of that name, taken apart.
    """

    row: Row
    kind: str
    name: str
    parent: "Element | None"
    select: Select | None = None
    parameters: Mapping[str, str] = field(default_factory=dict[str, str])
    children: list["Element"] = field(default_factory=list["Element"])

    @property
    def holds_others(self) -> bool:
        return self.kind in ("group", "repeat")

    @property
    def list_name(self) -> str:
        """The list that its choices come from, "" where there is none."""
        return self.select.list_name if self.select else ""

    @property
    def around(self) -> Iterator["Element"]:
        """The groups and repeats that it stands in, the innermost first."""
        element = self.parent
        while element is not None:
            yield element
            element = element.parent

    @property
    def inside(self) -> Iterator["Element"]:
        """Everything below, in the order of the sheet."""
        for child in self.children:
            yield child
            yield from child.inside


def outline(survey: Table, findings: Findings) -> list[Element]:
    """Every element of the survey in its order, linked as a tree; rows that are switched off left out."""
    if missing := [key for key in ("type", "name") if survey.letter(key) is None]:
        for key in missing:
            message = tr("The sheet has no column {column}.", column=key)
            findings.refuse(survey, key, message, tr("Write {column} into row 1 above it.", column=key))
        return []
    elements: list[Element] = []
    open_: list[Element] = []
    for row in survey.rows:
        if row["disabled"].casefold() in YES or not _is_meant(row, findings):
            continue
        edge = _edge(row, findings)
        if edge and edge[0] == "end":
            _close(row, edge[1], open_, findings)
            continue
        element = _element(row, edge, open_[-1] if open_ else None, findings)
        elements.append(element)
        if element.parent:
            element.parent.children.append(element)
        if edge:
            open_.append(element)
            if len(open_) > DEEPEST:
                message = tr("More than {limit} groups stand inside each other.", limit=DEEPEST)
                findings.refuse(row, "type", message, tr("Close some of them before this row."))
                break
    for element in open_[:DEEPEST]:
        findings.refuse(
            element.row,
            "type",
            tr("The {kind} {name} is never closed.", kind=element.kind, name=element.name),
            tr("Add a row end_{kind} after its last question.", kind=element.kind),
        )
    _unique(elements, findings)
    _limits(elements, findings)
    _translations(survey, elements, findings)
    return elements


def _is_meant(row: Row, findings: Findings) -> bool:
    """Whether a row is part of the form; one with a name or label but no type is an oversight."""
    if row["type"]:
        return True
    if (row["name"] or row["label"]) and not findings.concern(row, "type"):
        findings.refuse(row, "type", tr("The row has no type."), tr("Write one, such as integer or text."))
    return False


def _edge(row: Row, findings: Findings) -> tuple[str, str] | None:
    """Whether a row opens or closes something; one in capitals is refused, and taken as it was meant."""
    edge = read_edge(row["type"])
    if edge is None and (edge := read_edge(row["type"].lower())):
        _unknown_type(row, f"{edge[0]}_{edge[1]}", findings)
    return edge


def _close(row: Row, kind: str, open_: list[Element], findings: Findings) -> None:
    if not open_:
        message = tr("end_{kind} closes nothing.", kind=kind)
        findings.refuse(row, "type", message, tr("Delete the row, or add begin_{kind} above.", kind=kind))
        return
    innermost = open_.pop()
    if innermost.kind != kind:
        findings.refuse(
            row,
            "type",
            tr(
                "end_{kind} cannot close the {other} {name} of row {row}.",
                kind=kind,
                other=innermost.kind,
                name=innermost.name,
                row=innermost.row.number,
            ),
            tr("Write end_{kind}.", kind=innermost.kind),
        )


# --- one row ----------------------------------------------------------------------------------------


def _element(row: Row, edge: tuple[str, str] | None, parent: Element | None, findings: Findings) -> Element:
    kind, select = (edge[1], None) if edge else _kind(row, findings)
    if kind == "loop":
        message = tr("A loop over choices is not known here.")
        findings.refuse(row, "type", message, tr("Write begin_repeat, or a group for each choice."))
        kind = "group"
    element = Element(row, kind, row["name"], parent, select, _parameters(row, kind, select, findings))
    _named(element, findings)
    _worded(element, findings)
    if kind == "calculate" and not (row["calculation"] or row["default"]):
        findings.refuse(row, "calculation", tr("There is nothing to calculate."), tr("Write an expression."))
    for key in ("required", "readonly"):
        for letter, text in row.all(key):
            if fold(text) in _MEANT_YES:
                message = tr("“{value}” is not possible here.", value=text)
                findings.refuse(row, key, message, tr("Write yes, or leave it empty."), column=letter)
    if row["trigger"] and not _REFERENCES.fullmatch(row["trigger"]):
        findings.refuse(
            row,
            "trigger",
            tr("A trigger names questions and nothing else."),
            tr("Write for example {example}.", example="${CD04}"),
        )
    if row["repeat_count"] and kind != "repeat":
        message = tr("Only a repeat has a number of repeats.")
        findings.remark(row, "repeat_count", message, tr("Empty the cell, or write begin_repeat."))
    if row["choice_filter"] and select is None:
        message = tr("Only a question with choices has a filter of choices.")
        findings.remark(row, "choice_filter", message, tr("Empty the cell."))
    return element


def _named(element: Element, findings: Findings) -> None:
    row, name = element.row, element.name
    if not name and element.kind not in ("note", "audit") and not findings.concern(row, "name"):
        findings.refuse(row, "name", tr("The row has no name."), tr("Give it a code, such as CD04."))
    elif name and not _NAME.fullmatch(name) and not findings.concern(row, "name"):
        findings.refuse(
            row,
            "name",
            tr("“{name}” cannot be a name.", name=name),
            tr(
                "Use letters without accents, digits and _, beginning with a letter: {name}.",
                name=re.sub(r"^(?=[\d-])", "_", ascii_name(name)),
            ),
        )
    elif name == "meta" or (name == "data" and element.kind == "repeat"):
        message = tr("The name {name} is reserved.", name=name)
        findings.refuse(row, "name", message, tr("Choose another name."))


def _worded(element: Element, findings: Findings) -> None:
    row, kind = element.row, element.kind
    silent = kind in TYPES and TYPES[kind].silent
    if silent or any(row[key] for key in _SHOWN) or findings.concern(row, "label"):
        return
    # Groups may do without; only an area has its name printed.
    if not element.holds_others:
        findings.refuse(row, "label", tr("The question has no text to show."), tr("Write a label."))
    elif element.parent is None:
        findings.remark(row, "label", tr("The group has no text to show."), tr("Write a label."))


def _kind(row: Row, findings: Findings) -> tuple[str, Select | None]:
    """The type of a question by its recommended name, and what its choices are."""
    written = row["type"]
    if written in TYPES:
        return TYPES[written].name, None
    if written.startswith("osm "):
        return "osm", None
    select = read_select(written)
    if select is None:
        _unknown_type(row, meant(written), findings)
        return "", None
    if not select.list_name:
        findings.refuse(
            row,
            "type",
            tr("{type} needs the name of a list.", type=written),
            tr("Write for example {type} co_khong.", type=written),
        )
    elif select.or_other:
        _other(row, findings)
    return select.kind, select


def _unknown_type(row: Row, instead: str, findings: Findings) -> None:
    message = tr("There is no question type “{type}”.", type=row["type"])
    remedy = tr("Write {type}.", type=instead)
    if not instead:
        remedy = tr("See the types on the sheet that explains the columns.")
    findings.refuse(row, "type", message, remedy)


def _other(row: Row, findings: Findings) -> None:
    if row["choice_filter"]:
        findings.refuse(
            row,
            "choice_filter",
            tr("A filter of choices and or_other exclude each other."),
            tr("Take or_other out and add a choice and a text question of your own."),
        )
    unknown = [language for language in row.table.languages("label") if not knows_other(language)]
    if unknown:
        findings.remark(
            row,
            "type",
            tr(
                "or_other adds a choice and a question that are in English where labels are in {language}.",
                language=name_of(unknown[0]),
            ),
            tr("Add a choice named other, and a text question that is relevant when it is chosen."),
        )


def _parameters(row: Row, kind: str, select: Select | None, findings: Findings) -> dict[str, str]:
    """The column `parameters` taken apart; names that the type does not have are problems."""
    written = row["parameters"]
    if not written:
        return {}
    pairs = [pair.partition("=") for pair in re.split(r"[\s,;]+", re.sub(r"\s*=\s*", "=", written.strip()))]
    allowed = TYPES[kind].parameters if kind in TYPES else frozenset[str]()
    if select is not None:
        allowed = FILE_PARAMETERS if select.from_file else SELECT_PARAMETERS
    found: dict[str, str] = {}
    for name, sign, value in pairs:
        key = name.lower()
        if not (name and sign and value):
            message = tr("“{text}” is no parameter.", text=f"{name}{sign}{value}"[:40])
            findings.refuse(row, "parameters", message, tr("Write name=value, with a space between two."))
        elif kind and key not in allowed:
            close = nearest(key, allowed, 0.6)
            remedy = tr("Write {name}.", name=close) if close else tr("Leave it out.")
            message = tr("The type {type} has no parameter {name}.", type=row["type"], name=name)
            findings.refuse(row, "parameters", message, remedy)
        else:
            found[key] = value
    if kind == "range":
        _range(row, found, findings)
    return found


def _range(row: Row, parameters: Mapping[str, str], findings: Findings) -> None:
    numbers: dict[str, Decimal] = {}
    for name, otherwise in (("start", "1"), ("end", "10"), ("step", "1")):
        written = parameters.get(name, otherwise)
        try:
            numbers[name] = Decimal(written)
        except InvalidOperation:
            numbers[name] = Decimal("NaN")
        if not numbers[name].is_finite():
            message = tr("{name} is not a number: {value}.", name=name, value=written)
            findings.refuse(row, "parameters", message, tr("Write digits with a decimal point."))
            return
    width = abs(numbers["end"] - numbers["start"])
    if not 0 < numbers["step"] <= width:
        message = tr("The step {step} does not fit into the range.", step=numbers["step"])
        remedy = tr("Write a step above 0 and not above {width}.", width=width)
        findings.refuse(row, "parameters", message, remedy)


# --- the whole --------------------------------------------------------------------------------------


def _unique(elements: Iterable[Element], findings: Findings) -> None:
    """Every name once, those included that pyxform makes of others."""
    seen: dict[str, Element] = {}
    made: dict[str, Element] = {}
    for element in elements:
        if element.name and seen.setdefault(element.name, element) is not element:
            findings.refuse(
                element.row,
                "name",
                tr(
                    "The name {name} is already used in row {row}.",
                    name=element.name,
                    row=seen[element.name].row.number,
                ),
                tr("Give every question and group a name of its own."),
            )
        if element.select and element.select.or_other:
            made[f"{element.name}_other"] = element
        if element.kind == "repeat" and element.row["repeat_count"]:
            made[f"{element.name}_count"] = element
    for name, element in made.items():
        if name in seen:
            message = tr("The name {name} is needed for row {row}.", name=name, row=element.row.number)
            findings.refuse(seen[name].row, "name", message, tr("Choose another name."))


def _limits(elements: Iterable[Element], findings: Findings) -> None:
    """What a laptop makes of types and appearances, each said once, where it first stands."""
    said: set[str] = set()
    for element in elements:
        limit = TYPES[element.kind].limit if element.kind in TYPES else ""
        if limit and limit not in said:
            said.add(limit)
            findings.remark(element.row, "type", tr(limit), tr("Nothing needs to be done."))
        appearance = element.row["appearance"]
        for look in () if "${" in appearance else odd_looks(appearance):
            if look.word in said:
                continue
            said.add(look.word)
            if look.limit:
                findings.remark(element.row, "appearance", tr(look.limit), tr("Nothing needs to be done."))
                continue
            message = tr("The appearance {word} is not known and has no effect.", word=look.word)
            remedy = tr("Write {name}.", name=look.instead) if look.instead else tr("Leave it out.")
            findings.remark(element.row, "appearance", message, remedy)


def _translations(survey: Table, elements: Sequence[Element], findings: Findings) -> None:
    """Texts that one language has and another lacks: other programs show a dash in their place."""
    for key in _TRANSLATED:
        languages = survey.languages(key)
        if len(languages) < 2:
            continue
        shown = [element.row for element in elements if element.row[key]]
        for language, letter in languages.items():
            missing = [row for row in shown if letter not in row.texts]
            if missing:
                findings.remark(
                    missing[0],
                    key,
                    tr("{count} texts are missing in the language {language}.", count=len(missing),
                       language=language or tr("of the column without a language")),
                    tr("Translate them; a dash is shown in their place."),
                    column=letter,
                )  # fmt: skip


def check_defaults(
    elements: Iterable[Element], choices: Mapping[str, Iterable[str]], findings: Findings
) -> None:
    """A value that stands ready must be one that the question takes. `choices` are names by list."""
    for element in elements:
        value = element.row["default"]
        if not value or is_dynamic(element.row, value):
            continue
        wrong = False
        if element.kind in NUMBERS:
            wrong = not re.fullmatch(r"-?\d+" if element.kind == "integer" else r"-?\d+([.]\d+)?", value)
        elif element.kind == "date":
            wrong = not re.match(r"\d{4}-\d\d-\d\d", value)
        elif element.kind in ("select_one", "select_multiple") and element.list_name in choices:
            names = set(choices[element.list_name])
            wrong = not ({value} if element.kind == "select_one" else set(value.split())) <= names
        if wrong:
            message = tr("The value “{value}” cannot stand ready for this type.", value=value)
            findings.refuse(element.row, "default", message, tr("Write a value that the question accepts."))


def is_dynamic(row: Row, default: str) -> bool:
    """Whether a default is an expression rather than a value: what pyxform takes for one is worked out."""
    from pyxform import utils

    return bool(utils.default_is_dynamic(default, row["type"]))
