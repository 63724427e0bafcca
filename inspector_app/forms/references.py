"""The expressions of a workbook: can they be read, does every `${name}` exist, does anything need itself?"""

import re
from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import cast

from inspector_app.forms import expressions
from inspector_app.forms.authoring import NO, YES, Element, is_dynamic
from inspector_app.forms.expressions import ExpressionRefused
from inspector_app.forms.headings import EXPRESSIONS, nearest
from inspector_app.forms.patterns import slow_text
from inspector_app.forms.tables import Findings, Row, Table
from inspector_app.i18n import mark, tr

_REFERENCE = re.compile(r"\$\{([^{}]*)(\}?)")
_SAID = ("label", "hint", "guidance_hint", "constraint_message", "required_message")
_OF_EVERY_FORM = {"instanceID", "instanceName"}
_MOST_CIRCLES = 20
_LAST_SAVED = "last-saved#"

_HABITS: tuple[tuple[str, str], ...] = (
    # what people are used to from Excel and elsewhere → what to write instead
    (r"<>", mark("Write != for “is not”.")),
    (r"==", mark("Write one = for “is equal”.")),
    (r"&&|\|\|", mark("Write and, or between conditions.")),
    (r"\b(AND|OR|NOT|IF|SUM|ROUND|TODAY|COUNT)\b", mark("Write and, or and functions in small letters.")),
    (r";", mark("Write a comma between what a function is given.")),
    (r"\d,\d", mark("Write numbers with a decimal point.")),
    (r"^=", mark("Leave the sign = at the beginning out.")),
    (r"[\d}]\s*%", mark("Write div 100 for percent.")),
    (r"[})]\s*/", mark("Write div for division.")),
)


def check_expressions(
    elements: Sequence[Element], choices: Table, settings: Table, findings: Findings
) -> None:
    """Every `${name}` must exist, every expression be readable, and nothing depend on itself."""
    names: dict[str, Element] = {}
    for element in elements:
        if element.name:
            names.setdefault(element.name, element)
    for row in choices.rows:
        for letter, text in row.all("label"):
            _names(row, "label", letter, text, names, findings)
    for row in settings.rows[:1]:
        for letter, text in row.all("instance_name"):
            _names(row, "instance_name", letter, text, names, findings)
            _readable(row, "instance_name", letter, text, findings)
    needs: dict[str, set[str]] = {name: set() for name in names}
    for element in elements:
        for key in ("type", *_SAID, "default", "trigger", "parameters", *sorted(EXPRESSIONS)):
            for letter, text in element.row.all(key):
                read = _names(element.row, key, letter, text, names, findings)
                if _is_expression(element.row, key, text):
                    _readable(element.row, key, letter, text, findings)
                if key == "calculation" and element.row["trigger"]:
                    continue  # worked out on an event, not whenever something else changes
                if key in ("calculation", "relevant", "repeat_count"):
                    for dependent in (element, *(element.inside if key == "relevant" else ())):
                        if names.get(dependent.name) is dependent:
                            needs[dependent.name].update(read)
    _no_circle(names, needs, findings)


def _is_expression(row: Row, key: str, text: str) -> bool:
    if key in ("required", "readonly"):
        return text.lower() not in YES | NO
    return key in EXPRESSIONS or (key == "default" and is_dynamic(row, text))


def _names(
    row: Row, key: str, letter: str, text: str, names: Mapping[str, Element], findings: Findings
) -> set[str]:
    """The names that a text refers to and that exist; the others are problems."""
    found: set[str] = set()
    for match in _REFERENCE.finditer(text) if "${" in text else ():
        name = match[1].strip()
        if name.startswith(_LAST_SAVED):
            name = name.removeprefix(_LAST_SAVED)
            message = tr("Answers of the form that was saved last are not known here: it reads as blank.")
            findings.remark(row, key, message, tr("Nothing needs to be done."), column=letter)
        if not match[2]:
            message = tr("“{text}” is not closed.", text=match[0][:40])
            findings.refuse(row, key, message, tr("Write {sign} after the name.", sign="}"), column=letter)
        elif name in names:
            found.add(name)
        elif name not in _OF_EVERY_FORM:
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
    return found


def _readable(row: Row, key: str, letter: str, text: str, findings: Findings) -> None:
    # A reference stands where a path may stand; which one does not matter to the grammar.
    grammatical = _REFERENCE.sub("/form/question", text)
    try:
        faults = expressions.parse(grammatical).faults
    except ExpressionRefused as refused:
        faults = refused.faults
    for fault in faults:
        message = fault.message.replace("/form/question", "${…}")
        findings.refuse(row, key, message, _advice(key, text), column=letter)
    for pattern in literal_arguments(text, "regex", 2):
        _pattern(row, key, letter, pattern, findings)


def _pattern(row: Row, key: str, letter: str, pattern: str, findings: Findings) -> None:
    """What an author may not expect of a pattern."""
    if not re.fullmatch(r"(\^|\.\*).*(\$|\.\*)", pattern, re.DOTALL):
        message = tr(
            "The pattern “{pattern}” may stand anywhere in the answer here; in ODK Collect the whole answer "
            "must match.",
            pattern=pattern,
        )
        remedy = tr(
            "Write ^{pattern}$, so that all programs want the whole answer to match.", pattern=pattern
        )
        findings.remark(row, key, message, remedy, column=letter)
    if slow := slow_text(pattern):
        message = tr(
            "The pattern “{pattern}” takes very long to compare with “{text}”.",
            pattern=pattern,
            text=slow.strip(),
        )
        remedy = tr("Let what is repeated begin in one way only: write (a+)* as a*, (a|a)* as a*.")
        findings.remark(row, key, message, remedy, column=letter)


def _advice(key: str, text: str) -> str:
    """What to write in place of an expression that cannot be used, if a usual habit is seen in it."""
    if key == "default" and "${" not in text:
        return tr("If it is a text, put it in quotation marks: {text}.", text=f"'{text[:40]}'")
    outside = re.sub(r"'[^']*'|\"[^\"]*\"", "''", text)
    habit = next((advice for pattern, advice in _HABITS if re.search(pattern, outside)), None)
    return tr(habit) if habit else tr("Correct the expression in this cell.")


def _no_circle(names: Mapping[str, Element], needs: dict[str, set[str]], findings: Findings) -> None:
    """Refuse what depends on itself; each circle is cut where it was found, to find the next one."""
    for _ in range(_MOST_CIRCLES):
        try:
            TopologicalSorter(needs).prepare()
        except CycleError as error:
            circle = cast("list[str]", error.args[1])[::-1]  # each now needs the one after it
            start = min(range(len(circle) - 1), key=lambda at: names[circle[at]].row.number)
            chain = [*circle[start:-1], *circle[: start + 1]]
            row = names[chain[0]].row
            findings.refuse(
                row,
                "calculation" if row["calculation"] else "relevant",
                tr("These depend on each other in a circle: {names}.", names=_chain(chain)),
                tr("Change one of the expressions so that it no longer needs the others."),
            )
            needs[chain[0]].discard(chain[1])
        else:
            return


def _chain(names: Sequence[str], most: int = 12) -> str:
    shown = names if len(names) <= most else [*names[: most - 2], "…", names[-1]]
    return " → ".join(shown)


def literal_arguments(text: str, function: str, number: int = 1) -> Iterator[str]:
    """What stands in quotation marks as an argument of a function, by its number, at each of its calls.

    The arguments before it are taken to have no comma in them.
    """
    before = r"[^,'\"]*," * (number - 1)
    for match in re.finditer(rf"\b{function}\s*\({before}\s*(?:'([^']*)'|\"([^\"]*)\")", text):
        yield match[1] or match[2] or ""
