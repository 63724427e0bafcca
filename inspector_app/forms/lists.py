"""The lists of choices of a workbook: every choice with a name, every question with a list, every filter with
columns to filter by."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from inspector_app.forms.authoring import Element
from inspector_app.forms.headings import EXPRESSIONS, nearest
from inspector_app.forms.references import literal_arguments
from inspector_app.forms.tables import Findings, Row, Table
from inspector_app.i18n import tr

_LIST_NAME = re.compile(r"[^\W\d][\w.-]*")
_WORD = re.compile(r"(?<![\w.$/@:-])([^\W\d][\w.-]*)(?!\s*\()(?![\w:.-])")
_OPERATORS = {"and", "or", "div", "mod"}


@dataclass
class ChoiceList:
    """The choices of one list, in their order, by row; `external` those of the sheet of long lists."""

    name: str
    external: bool
    rows: list[Row] = field(default_factory=list[Row])
    names: dict[str, int] = field(default_factory=dict[str, int])
    """Name → row."""
    twice: bool = False
    """Whether a name stands there more than once, told apart by a filter."""


def choice_lists(choices: Table, findings: Findings, *, duplicates: bool = False) -> dict[str, ChoiceList]:
    """The lists of one sheet by name. `duplicates`: whether a name may stand twice in a list."""
    lists: dict[str, ChoiceList] = {}
    external = choices.sheet == "external_choices"
    for row in choices.rows:
        name = row["list_name"]
        if not name:
            if not findings.concern(row, "list_name"):
                message = tr("The choice belongs to no list.")
                findings.refuse(row, "list_name", message, tr("Write the name of its list."))
            continue
        if name not in lists and not _LIST_NAME.fullmatch(name):
            message = tr("“{name}” cannot be a name.", name=name)
            findings.refuse(
                row, "list_name", message, tr("Use letters, digits and _, beginning with a letter.")
            )
        held = lists.setdefault(name, ChoiceList(name, external))
        _choice(row, held, findings, duplicates=duplicates or external)
        held.rows.append(row)
    return lists


def _choice(row: Row, held: ChoiceList, findings: Findings, *, duplicates: bool) -> None:
    name = row["name"]
    if not name:
        if not findings.concern(row, "name"):
            message = tr("The choice has no name.")
            findings.refuse(row, "name", message, tr("Give it a short code, such as a."))
    elif name in held.names:
        held.twice = True
        if not duplicates:
            same = held.names[name]
            message = tr("The choice {name} is already in the list, in row {row}.", name=name, row=same)
            findings.refuse(row, "name", message, tr("Give every choice of a list a name of its own."))
    else:
        held.names[name] = row.number
    if not row["label"] and not any(row[key] for key in ("image", "audio", "video")):
        findings.remark(row, "label", tr("The choice has no text to show."), tr("Write a label."))


def check_lists(elements: Iterable[Element], lists: Mapping[str, ChoiceList], findings: Findings) -> None:
    """Every list that a question names must be there, its names fit the question, its filter its columns."""
    several: set[str] = set()
    for element in elements:
        select = element.select
        if select is None or not select.list_name or "${" in select.list_name or select.from_file:
            continue
        held = lists.get(select.list_name)
        if held is None:
            close = nearest(select.list_name, lists, 0.6)
            findings.refuse(
                element.row,
                "type",
                tr("The sheet choices has no list {name}.", name=select.list_name),
                tr("Write {name}, or add the list.", name=close)
                if close
                else tr("Add the list on the sheet choices."),
            )
            continue
        if held.external != select.external:
            right = "select_one_external" if held.external else "select_one"
            findings.refuse(
                element.row,
                "type",
                tr("The list {name} is on the sheet {sheet}.", name=held.name, sheet=held.rows[0].table.name),
                tr("Write {type}.", type=f"{right} {held.name}"),
            )
        if select.kind != "select_one":
            several.add(held.name)
        if element.row["choice_filter"]:
            columns = {heading.key for heading in held.rows[0].table.headings.values()}
            check_filter(element, columns | {"name", "label"}, findings)
    for name, held in lists.items():
        _spaces(held, findings, several=name in several)


def _spaces(held: ChoiceList, findings: Findings, *, several: bool) -> None:
    """Where several choices make up an answer, a space parts them; elsewhere it only makes work later."""
    for row in held.rows:
        if " " in row["name"]:
            message = tr("The name of a choice cannot have a space: {name}.", name=row["name"])
            if not several:
                message = tr("The name of a choice has a space: {name}.", name=row["name"])
            tell = findings.refuse if several else findings.remark
            tell(row, "name", message, tr("Write {name}.", name=row["name"].replace(" ", "_")))


def check_filter(element: Element, columns: Iterable[str], findings: Findings) -> None:
    """A filter compares columns of the list; a column that is not there would leave no choice at all."""
    known = set(columns)
    for letter, text in element.row.all("choice_filter"):
        bare = re.sub(r"'[^']*'|\"[^\"]*\"|\$\{[^{}]*\}?|instance\s*\([^)]*\)[\w/.-]*", " ", text)
        for word in dict.fromkeys(_WORD.findall(bare)):
            if word in known or word in _OPERATORS:
                continue
            close = nearest(word, known, 0.6)
            findings.refuse(
                element.row,
                "choice_filter",
                tr("The list {name} has no column {column}.", name=element.list_name, column=word),
                tr("Write {name}.", name=close)
                if close
                else tr("Add the column to the list, or write ${{{name}}} for a question.", name=word),
                column=letter,
            )


def check_instances(elements: Sequence[Element], lists: Mapping[str, ChoiceList], findings: Findings) -> None:
    """A list that an expression looks into by `instance('…')` must be there, or it would read as empty."""
    known = {*lists, "__last-saved"}
    for element in elements:
        if element.select and element.select.from_file:
            known.add(element.list_name.rpartition(".")[0])
        elif element.kind in ("csv-external", "xml-external"):
            known.add(element.name)
        for key in EXPRESSIONS:
            known.update(
                name for text in element.row.all(key) for name in literal_arguments(text[1], "pulldata")
            )
    for element in elements:
        for key in ("default", *sorted(EXPRESSIONS)):
            for letter, text in element.row.all(key):
                for name in literal_arguments(text, "instance"):
                    if name in known:
                        continue
                    close = nearest(name, known, 0.6)
                    findings.refuse(
                        element.row,
                        key,
                        tr("There is no list {name} to look into.", name=name),
                        tr("Write {name}.", name=f"instance('{close}')")
                        if close
                        else tr("Write the name of a list of choices, or of a file without its ending."),
                        column=letter,
                    )


def names_by_list(lists: Mapping[str, ChoiceList]) -> dict[str, Sequence[str]]:
    """The names of the choices of every list."""
    return {name: tuple(held.names) for name, held in lists.items()}
