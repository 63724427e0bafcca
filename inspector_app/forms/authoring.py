"""What can be wrong with a checklist, found before it reaches a visit.

The survey sheet is read as a tree of elements, and the tree is asked: is every group closed, does every
`${name}` exist, can every expression be read, does nothing depend on itself, can every item be scored? All
answers are gathered; nothing stops at the first.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from graphlib import CycleError, TopologicalSorter
from typing import Literal, cast

from inspector_app.domain.rules import RULES, Rule, RuleProblem, YesNo, parse_rule
from inspector_app.forms import expressions
from inspector_app.forms.expressions import ExpressionRefused
from inspector_app.forms.headings import EXPRESSIONS, nearest, spelled
from inspector_app.forms.tables import Findings, Row, Table
from inspector_app.i18n import mark, tr
from inspector_app.text import ascii_name, fold

SELECTS = ("select_one", "select_multiple", "rank")
TYPES = frozenset(
    {
        *("integer", "decimal", "range", "text", "note", "date", "time", "dateTime", "calculate", "hidden"),
        *("acknowledge", "barcode", "image", "photo", "audio", "background-audio", "video", "file"),
        *("geopoint", "geotrace", "geoshape", "start-geopoint", "xml-external", "csv-external"),
        *("start", "end", "today", "deviceid", "username", "phonenumber", "email", "audit"),
        *("int", "string", "datetime"),
    }
)
NUMBERS = {"integer", "int", "decimal", "range"}
_SILENT = {
    "calculate",
    "hidden",
    "start",
    "end",
    "today",
    "deviceid",
    "username",
    "audit",
    "phonenumber",
    "email",
}
"""Types that put no question to anybody, and so need no label."""
_MEANT = {
    # what people write → the type that they mean
    **dict.fromkeys(("so nguyen", "number", "numeric", "whole number"), "integer"),
    **dict.fromkeys(("so", "so thap phan", "float", "double", "money", "tien"), "decimal"),
    **dict.fromkeys(("van ban", "chu", "textarea", "multiline", "free text"), "text"),
    **dict.fromkeys(("ngay",), "date"),
    **dict.fromkeys(("gio",), "time"),
    **dict.fromkeys(("ghi chu", "label"), "note"),
    **dict.fromkeys(("chon", "chon mot", "yes/no", "yesno", "boolean", "radio", "dropdown"), "select_one …"),
    **dict.fromkeys(("chon nhieu", "checkbox"), "select_multiple …"),
    **dict.fromkeys(("nhom", "group"), "begin_group"),
    **dict.fromkeys(("repeat", "lap"), "begin_repeat"),
}
YES = {"yes", "true", "true()"}
NO = {"no", "false", "false()"}

_EDGE = re.compile(r"(begin|end)[ _](group|repeat)")
_SELECT = re.compile(r"(select[ _]one|select[ _]multiple|rank)(_from_file)?(?:\s+(\S+))?(\s+or[ _]other)?")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_REFERENCE = re.compile(r"\$\{([^{}]*)(\}?)")
_SHOWN = ("label", "hint", "image", "audio", "video", "media")
_SAID = ("label", "hint", "guidance_hint", "constraint_message", "required_message")

ItemShape = Literal["choice", "rate", "number", "any"]
_SHAPES: Mapping[str, tuple[ItemShape, ...]] = {
    "co_khong": ("choice",),
    "lua_chon": ("choice",),
    "tuyen_tinh": ("rate",),
    "tuyen_tinh_nguoc": ("rate",),
    "bac": ("rate", "number"),
    "tru_dan": ("number",),
    "nhap_diem": ("number",),
    "cong_dan": ("number",),
    "tru_tong": ("number",),
    "khong_cham": ("any",),
}
"""What a rule judges: an option chosen, a rate, or a number typed."""
_SUITABLE: Mapping[ItemShape, str] = {
    "choice": mark("It needs a question of type select_one."),
    "rate": mark("It needs a numerator and a denominator."),
    "number": mark("It needs a question of type integer or decimal."),
}


# --- the survey as a tree ---------------------------------------------------------------------------


@dataclass(eq=False)
class Element:
    """A question, or a group or repeat with what is in it. `kind` is the type, without a list or `begin_`."""

    row: Row
    kind: str
    name: str
    parent: "Element | None"
    list_name: str = ""
    from_file: bool = False
    children: list["Element"] = field(default_factory=list["Element"])

    @property
    def holds_others(self) -> bool:
        return self.kind in ("group", "repeat")

    @property
    def around(self) -> Iterator["Element"]:
        """The groups and repeats that it stands in, the innermost first."""
        element = self.parent
        while element is not None:
            yield element
            element = element.parent


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
        if fold(row["disabled"]) in YES or not _is_meant(row, findings):
            continue
        edge = _EDGE.fullmatch(row["type"].lower())
        if edge and edge[0] != row["type"]:
            _unknown_type(row, edge[0], findings)
        if edge and edge[1] == "end":
            _close(row, edge[2], open_, findings)
            continue
        element = _element(row, edge, open_[-1] if open_ else None, findings)
        elements.append(element)
        if element.parent:
            element.parent.children.append(element)
        if edge:
            open_.append(element)
    for element in open_:
        findings.refuse(
            element.row,
            "type",
            tr("The {kind} {name} is never closed.", kind=element.kind, name=element.name),
            tr("Add a row end_{kind} after its last question.", kind=element.kind),
        )
    _unique(elements, findings)
    return elements


def _is_meant(row: Row, findings: Findings) -> bool:
    """Whether a row is part of the form; one with a name or label but no type is an oversight."""
    if row["type"]:
        return True
    if row["name"] or row["label"]:
        findings.refuse(row, "type", tr("The row has no type."), tr("Write one, such as integer or text."))
    return False


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


def _element(row: Row, edge: re.Match[str] | None, parent: Element | None, findings: Findings) -> Element:
    kind, list_name, from_file = (edge[2], "", False) if edge else _kind(row, findings)
    element = Element(row, kind, row["name"], parent, list_name, from_file)
    if not element.name and kind not in ("note", "audit"):
        findings.refuse(row, "name", tr("The row has no name."), tr("Give it a code, such as CD04."))
    elif element.name and not _NAME.fullmatch(element.name) and not findings.concern(row, "name"):
        findings.refuse(
            row,
            "name",
            tr("“{name}” cannot be a name.", name=element.name),
            tr(
                "Use letters without accents, digits and _, beginning with a letter: {name}.",
                name=re.sub(r"^(?=[\d-])", "_", ascii_name(element.name)),
            ),
        )
    if not any(row[key] for key in _SHOWN) and kind not in _SILENT:
        # Groups may do without; only an area has its name printed.
        if not element.holds_others:
            findings.refuse(row, "label", tr("The question has no text to show."), tr("Write a label."))
        elif parent is None:
            findings.remark(row, "label", tr("The group has no text to show."), tr("Write a label."))
    if kind == "calculate" and not row["calculation"]:
        findings.refuse(row, "calculation", tr("There is nothing to calculate."), tr("Write an expression."))
    return element


def _kind(row: Row, findings: Findings) -> tuple[str, str, bool]:
    """The type of a question, its list of choices, and whether that is a file."""
    written = row["type"]
    if written in TYPES:
        return written, "", False
    select = _SELECT.fullmatch(written)
    if select and select[3]:
        return select[1].replace(" ", "_"), select[3], bool(select[2])
    if select:
        findings.refuse(
            row,
            "type",
            tr("{type} needs the name of a list.", type=written),
            tr("Write for example {type} co_khong.", type=written),
        )
        return select[1].replace(" ", "_"), "", False
    _unknown_type(row, _MEANT.get(fold(written)) or _nearest_type(written), findings)
    return "", "", False


def _unknown_type(row: Row, meant: str, findings: Findings) -> None:
    message = tr("There is no question type “{type}”.", type=row["type"])
    remedy = tr("Write {type}.", type=meant)
    if not meant:
        remedy = tr("See the types on the sheet that explains the columns.")
    findings.refuse(row, "type", message, remedy)


def _nearest_type(written: str) -> str:
    first, _, rest = written.partition(" ")
    known = {
        word.lower(): word
        for word in (*TYPES, *SELECTS, "begin_group", "end_group", "begin_repeat", "end_repeat")
    }
    close = nearest(written.lower().replace(" ", "_"), known, 0.75) or nearest(first.lower(), known, 0.75)
    return f"{known[close]} {rest}".strip() if close in SELECTS else known.get(close, "")


def _unique(elements: Iterable[Element], findings: Findings) -> None:
    seen: dict[str, Element] = {}
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
        if element.name == "meta":
            findings.refuse(element.row, "name", tr("The name meta is reserved."), tr("Choose another name."))


# --- choices ----------------------------------------------------------------------------------------


def choice_lists(choices: Table, findings: Findings) -> dict[str, list[Row]]:
    """The rows of every list of choices, in their order."""
    lists: dict[str, list[Row]] = {}
    for row in choices.rows:
        if not row["list_name"]:
            message = tr("The choice belongs to no list.")
            findings.refuse(row, "list_name", message, tr("Write the name of its list."))
            continue
        earlier = lists.setdefault(row["list_name"], [])
        _choice(row, earlier, findings)
        earlier.append(row)
    return lists


def _choice(row: Row, earlier: Iterable[Row], findings: Findings) -> None:
    name = row["name"]
    same = next((other.number for other in earlier if other["name"] == name), None)
    if not name:
        findings.refuse(row, "name", tr("The choice has no name."), tr("Give it a short code, such as a."))
    elif same is not None:
        message = tr("The choice {name} is already in the list, in row {row}.", name=name, row=same)
        findings.refuse(row, "name", message, tr("Give every choice of a list a name of its own."))
    if " " in name:
        message = tr("The name of a choice cannot have a space: {name}.", name=name)
        findings.refuse(row, "name", message, tr("Write {name}.", name=name.replace(" ", "_")))
    if not row["label"]:
        findings.remark(row, "label", tr("The choice has no text to show."), tr("Write a label."))


def check_lists(elements: Iterable[Element], lists: Mapping[str, Sequence[Row]], findings: Findings) -> None:
    """Every list that a question names must be there."""
    for element in elements:
        name = element.list_name
        if name and not element.from_file and name not in lists and "${" not in name:
            close = nearest(name, lists, 0.6)
            findings.refuse(
                element.row,
                "type",
                tr("The sheet choices has no list {name}.", name=name),
                tr("Write {name}, or add the list.", name=close)
                if close
                else tr("Add the list on the sheet choices."),
            )


# --- expressions ------------------------------------------------------------------------------------


def check_expressions(elements: Sequence[Element], choices: Table, findings: Findings) -> None:
    """Every `${name}` must exist, every expression be readable, and nothing depend on itself."""
    names: dict[str, Element] = {}
    for element in elements:
        if element.name:
            names.setdefault(element.name, element)
    for row in choices.rows:
        for letter, text in row.all("label"):
            list(_references(row, "label", letter, text, names, findings))
    needs: dict[str, set[str]] = {name: set() for name in names}
    for element in elements:
        for key in (*_SAID, "default", "trigger", *sorted(EXPRESSIONS)):
            for letter, text in element.row.all(key):
                read = set(_references(element.row, key, letter, text, names, findings))
                if _is_expression(key, text):
                    _readable(element.row, key, letter, text, findings)
                if key in ("calculation", "relevant", "repeat_count"):
                    for dependent in (element, *(_inside(element) if key == "relevant" else ())):
                        if names.get(dependent.name) is dependent:
                            needs[dependent.name].update(read)
    _no_circle(names, needs, findings)


def _is_expression(key: str, text: str) -> bool:
    if key in ("required", "readonly"):
        return text.lower() not in YES | NO
    return key in EXPRESSIONS or (key == "default" and bool(re.search(r"\$\{|^[a-z][\w:-]*\(.*\)$", text)))


def _references(
    row: Row, key: str, letter: str, text: str, names: Mapping[str, Element], findings: Findings
) -> Iterator[str]:
    """The names that a text refers to and that exist; the others are problems."""
    for match in _REFERENCE.finditer(text):
        name = match[1].strip().removeprefix("last-saved#")
        if not match[2]:
            message = tr("“{text}” is not closed.", text=match[0][:40])
            findings.refuse(row, key, message, tr("Write {sign} after the name.", sign="}"), column=letter)
        elif name in names:
            yield name
        else:
            close = nearest(name, names, 0.7)
            findings.refuse(
                row,
                key,
                tr("There is no question named {name}.", name=name),
                tr("Write ${{{name}}}.", name=close)
                if close
                else tr("Use the name of a question of this form."),
                column=letter,
            )


def _readable(row: Row, key: str, letter: str, text: str, findings: Findings) -> None:
    # A reference stands where a path may stand; which one does not matter to the grammar.
    grammatical = _REFERENCE.sub("/form/question", text)
    try:
        faults = expressions.parse(grammatical).faults
    except ExpressionRefused as refused:
        faults = refused.faults
    for fault in faults:
        message = fault.message.replace("/form/question", "${…}")
        findings.refuse(row, key, message, tr("Correct the expression in this cell."), column=letter)


def _inside(element: Element) -> Iterator[Element]:
    for child in element.children:
        yield child
        yield from _inside(child)


def _no_circle(names: Mapping[str, Element], needs: dict[str, set[str]], findings: Findings) -> None:
    """Refuse what depends on itself; each circle is cut where it was found, to find the next one."""
    while True:
        try:
            TopologicalSorter(needs).prepare()
            return
        except CycleError as error:
            circle = cast("list[str]", error.args[1])[::-1]  # each now needs the one after it
            start = min(range(len(circle) - 1), key=lambda at: names[circle[at]].row.number)
            chain = [*circle[start:-1], *circle[: start + 1]]
            row = names[chain[0]].row
            findings.refuse(
                row,
                "calculation" if row["calculation"] else "relevant",
                tr("These depend on each other in a circle: {names}.", names=" → ".join(chain)),
                tr("Change one of the expressions so that it no longer needs the others."),
            )
            needs[chain[0]].discard(chain[1])


# --- items and their points -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AreaTotal:
    """An area of a checklist: its items, how many of them are scored, and the points they can earn."""

    code: str
    title: str
    items: int
    scored: int
    points: Fraction


def check_items(
    elements: Sequence[Element], lists: Mapping[str, Sequence[Row]], findings: Findings
) -> tuple[AreaTotal, ...]:
    """Every item must have a rule that suits it and stand in an area; the areas' totals in their order."""
    rules: dict[Element, Rule] = {}
    for element in elements:
        _annotations(element, findings)
        if element.row["rule"]:
            _standing(element, findings)
            rule = _rule(element, lists, findings)
            if rule is not None:
                rules[element] = rule
    areas = [element for element in elements if element.parent is None and element.kind == "group"]
    return tuple(_total(area, rules) for area in areas)


def _total(area: Element, rules: Mapping[Element, Rule]) -> AreaTotal:
    inside = [rules[element] for element in _inside(area) if element in rules]
    points = [rule.max_points for rule in inside if rule.effect == "base"]
    return AreaTotal(area.name, area.row["label"], len(inside), len(points), sum(points, Fraction(0)))


def _annotations(element: Element, findings: Findings) -> None:
    """Columns of ours with a fixed vocabulary, and columns that make no sense alone."""
    row = element.row
    for key, allowed in (
        ("na", {"co"}),
        ("critical", {"co"}),
        ("basis_trust", {"nguon", "hon_hop", "nho", "chung"}),
    ):
        if row[key] and row[key] not in allowed:
            message = tr("“{value}” is not possible here.", value=row[key])
            remedy = tr("Write {allowed}, or leave it empty.", allowed=", ".join(sorted(allowed)))
            findings.refuse(row, key, message, remedy)
    for key in ("basis_from", "basis_to"):
        if row[key] and not _is_date(row[key]):
            message = tr("“{value}” is not a date.", value=row[key])
            findings.refuse(row, key, message, tr("Write year-month-day, such as 2025-07-01."))
    if row["days"] and not re.fullmatch(r"[1-9]\d{0,3}", row["days"]):
        message = tr("“{value}” is not a number of days.", value=row["days"])
        findings.refuse(row, "days", message, tr("Write a whole number, such as 15."))
    for key, needed in (
        ("warning", "warning_message"),
        ("numerator", "denominator"),
        ("denominator", "numerator"),
    ):
        if row[key] and not row[needed]:
            message = tr("{column} is missing.", column=spelled("survey", needed))
            remedy = tr("Fill it in, or empty {column}.", column=spelled("survey", key))
            findings.refuse(row, needed, message, remedy)
    if not row["rule"] and (row["params"] or row["max_points"]):
        message = tr("There are points but no rule.")
        findings.refuse(
            row, "rule", message, tr("Write a rule, such as {names}.", names=", ".join(sorted(RULES)))
        )


def _is_date(text: str) -> bool:
    try:
        return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", text)) and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _standing(element: Element, findings: Findings) -> None:
    """Where an item may stand: inside an area, not in a repeat, not in another item."""
    around = list(element.around)
    repeat = next((other for other in around if other.kind == "repeat"), None)
    item = next((other for other in around if other.row["rule"]), None)
    if element.kind == "repeat" or repeat is not None:
        message = tr("An item cannot be repeated.")
        findings.refuse(element.row, "rule", message, tr("Move it out of the repeat, or empty its rule."))
    if item is not None:
        message = tr("The item stands inside the item {name}.", name=item.name)
        findings.refuse(element.row, "rule", message, tr("Keep the rule of one of the two."))
    if not around and not element.holds_others:
        message = tr("The item stands in no area.")
        findings.refuse(
            element.row, "rule", message, tr("Put it between begin_group and end_group of an area.")
        )


def _rule(element: Element, lists: Mapping[str, Sequence[Row]], findings: Findings) -> Rule | None:
    row = element.row
    choices = lists.get(element.list_name, ())
    options = {choice["name"]: choice["diem"] for choice in choices}
    try:
        rule = parse_rule(row["rule"], row["params"], row["max_points"], options)
    except RuleProblem as problem:
        at, key = row, problem.field
        if key == "options" and options:
            at, key = choices[0], "diem"  # where the points stand
        if key != "options" or element.kind != "select_one":
            findings.refuse(at, key, f"{element.name}: {problem.message}", problem.remedy)
        return None
    wanted = _SHAPES[rule.name]
    shape = _shape(element)
    if "any" not in wanted and shape not in wanted and element.kind:
        findings.refuse(
            row,
            "rule",
            tr("The rule {rule} does not suit this row.", rule=rule.name),
            " ".join(tr(_SUITABLE[shape]) for shape in wanted),
        )
        return None
    if isinstance(rule, YesNo) and choices and not any(findings.concern(c, "name") for c in choices):
        _yes_no(element, rule, options, findings)
    return rule


def _yes_no(element: Element, rule: YesNo, options: Mapping[str, str], findings: Findings) -> None:
    """The list of a yes/no item has the two answers, with the points that the parameters give them."""
    worth = dict(rule.points)
    if odd := worth.keys() ^ options.keys():
        message = tr(
            "A yes/no item needs the choices co and khong; check {names}.", names=", ".join(sorted(odd))
        )
        findings.refuse(element.row, "type", message, tr("Write select_one with a list of co and khong."))
    for name, points in options.items():
        if points and name in worth and worth[name] != _points(points):
            findings.refuse(
                element.row,
                "params",
                tr(
                    "The choice {name} has other points on the sheet choices: {points}.",
                    name=name,
                    points=points,
                ),
                tr("Make the two equal, or leave one of them empty."),
            )


def _points(text: str) -> Fraction | None:
    return Fraction(text.replace(",", ".")) if re.fullmatch(r"\d+([.,]\d+)?", text) else None


def _shape(element: Element) -> ItemShape:
    if element.row["numerator"] and element.row["denominator"]:
        return "rate"
    if element.kind == "select_one":
        return "choice"
    return "number" if element.kind in NUMBERS else "any"
