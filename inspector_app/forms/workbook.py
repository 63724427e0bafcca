"""A checklist as an official writes it, an XLSForm workbook, made into the XForm that the program fills in.

The workbook stays an ordinary one: pyxform turns it into the form, and ODK or KoboToolbox could too. What is
ours rides in extra columns that pyxform carries along. But pyxform stops at the first mistake, speaks to
developers, and says nothing of what it drops. So everything is checked before it is asked, and an official
gets all problems at once, each with its cell and what to write instead.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from inspector_app.domain.errors import Problem, TemplateRefused
from inspector_app.domain.rules import RuleProblem
from inspector_app.domain.scoring import parse_bands, parse_cap
from inspector_app.forms import spreadsheet
from inspector_app.forms.authoring import (
    SELECTS,
    AreaTotal,
    Element,
    check_expressions,
    check_items,
    check_lists,
    choice_lists,
    outline,
)
from inspector_app.forms.form import Form, FormProblem
from inspector_app.forms.headings import NAMESPACE, OURS, PREFIX, Sheet, nearest, spelled
from inspector_app.forms.tables import Findings, Row, Table, tabulate
from inspector_app.i18n import tr

FULL_MARKS = Fraction(100)
_SHEETS: tuple[Sheet, ...] = ("survey", "choices", "settings")
_DECLARATION = f'{PREFIX}="{NAMESPACE}"'
_PARTS = {"calculate": "calculation", "choices": "type", "repeat": "type", "group": "type"}
"""Part of a form's definition → the column of the workbook that it comes from, where the names differ."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """A workbook that became a form: the XForm as it is stored and signed, and what a person wants to know.

    `warnings` kept nothing out; `areas` are the top-level groups with their items and points.
    """

    xform: bytes
    form_id: str
    version: str
    title: str
    areas: tuple[AreaTotal, ...]
    warnings: tuple[Problem, ...]

    @property
    def points(self) -> Fraction:
        """What all items together can earn, bonus left out."""
        return sum((area.points for area in self.areas), Fraction(0))


def read_workbook(source: Path | bytes, name: str) -> Compiled:
    """Make an XForm from a workbook (.xlsx). `name` is what to call it to people.

    Raises `TemplateRefused` with every problem, in the order of the sheets; nothing is made then.
    """
    book = spreadsheet.read(source, name, _SHEETS)
    findings = Findings()
    findings.take(book.problems, book.remarks)
    survey, choices, settings = (_table(sheet, book, findings) for sheet in _SHEETS)
    lists = choice_lists(choices, findings)
    elements = outline(survey, findings) if "survey" in book.sheets else []
    if "choices" in book.sheets:
        check_lists(elements, lists, findings)
    check_expressions(elements, choices, findings)
    areas = check_items(elements, lists, findings)
    told = _settings(settings, survey, findings) if "settings" in book.sheets else {}
    _add_up(survey, areas, findings)
    if findings.problems:
        raise TemplateRefused(file=name, problems=findings.problems)
    xform = _convert(name, survey, choices, settings, told, elements)
    _proven(name, xform, survey, elements)
    return Compiled(
        xform=xform,
        form_id=told["form_id"],
        version=told.get("version", ""),
        title=told.get("form_title", told["form_id"]),
        areas=areas,
        warnings=findings.remarks,
    )


def _table(sheet: Sheet, book: spreadsheet.Spreadsheet, findings: Findings) -> Table:
    """A sheet of the book; an empty one, and a problem, where it is missing and needed."""
    if sheet in book.sheets:
        return tabulate(sheet, book.sheets[sheet], findings)
    missing = Table(sheet, sheet)
    if sheet != "choices" or _has_selects(book):
        close = nearest(sheet, (name.casefold() for name in book.others), 0.7)
        misspelt = next((name for name in book.others if name.casefold() == close), "")
        findings.refuse(
            missing,
            "",
            tr("The workbook has no sheet {sheet}.", sheet=sheet),
            tr("Rename the sheet {other} to {sheet}.", other=misspelt, sheet=sheet)
            if misspelt
            else tr("Add it, or begin from the checklist that came with the program."),
        )
    return missing


def _has_selects(book: spreadsheet.Spreadsheet) -> bool:
    survey = book.sheets.get("survey")
    cells = [] if survey is None else [cell.text for row in survey.rows.values() for cell in row.values()]
    return any(text.startswith(SELECTS) for text in cells)


# --- settings ---------------------------------------------------------------------------------------


def _settings(settings: Table, survey: Table, findings: Findings) -> dict[str, str]:
    """The settings by column; what is certain to be meant is filled in."""
    row = settings.rows[0] if settings.rows else Row(settings, 2, {})
    told = {heading.key: row[heading.key] for heading in settings.headings.values() if row[heading.key]}
    if not re.fullmatch(r"[A-Za-z_][\w.-]*", row["form_id"], re.ASCII):
        findings.refuse(
            row,
            "form_id",
            tr("The form has no usable form_id."),
            tr("Write a short code of letters, digits and _, such as cchc_xa; keep it in later versions."),
        )
    for key, example in (("form_title", tr("Checklist of communes")), ("version", "2026112301")):
        if not row[key]:
            message = tr("The form has no {column}.", column=key)
            findings.remark(row, key, message, tr("Write one, such as {example}.", example=example))
    if any(heading.key in OURS for heading in survey.headings.values()):
        _namespace(row, told, findings)
    for key, read in (("bands", parse_bands), ("cap", parse_cap)):
        try:
            read(row[key])
        except RuleProblem as problem:
            findings.refuse(row, key, problem.message, problem.remedy)
    _language(row, survey, findings)
    return told


def _namespace(row: Row, told: dict[str, str], findings: Findings) -> None:
    declared = dict(re.findall(r'([\w-]+)\s*=\s*"([^"]*)"', row["namespaces"]))
    if PREFIX not in declared:
        told["namespaces"] = f"{row['namespaces']} {_DECLARATION}".strip()
        findings.remark(
            row,
            "namespaces",
            tr(
                "The namespace of the columns {columns} was missing and was added.",
                columns=f"bind::{PREFIX}:…",
            ),
            tr("Write {text} there, so that other programs can read the workbook too.", text=_DECLARATION),
        )
    elif declared[PREFIX] != NAMESPACE:
        message = tr("The namespace {prefix} is not that of this program.", prefix=PREFIX)
        findings.refuse(row, "namespaces", message, tr("Write {text}.", text=_DECLARATION))


def _language(row: Row, survey: Table, findings: Findings) -> None:
    languages = {h.language for h in survey.headings.values() if h.key == "label" and h.language}
    if languages and row["default_language"] not in languages:
        findings.remark(
            row,
            "default_language",
            tr("No label is in the default language “{language}”.", language=row["default_language"]),
            tr("Write {language}.", language=sorted(languages)[0]),
        )


def _add_up(survey: Table, areas: Sequence[AreaTotal], findings: Findings) -> None:
    points = sum((area.points for area in areas), Fraction(0))
    if points and points != FULL_MARKS:
        findings.remark(
            survey,
            "max_points",
            tr("The points of all items add up to {points}, not to 100.", points=f"{float(points):g}"),
            tr("Check the points; the index is worked out in percent all the same."),
        )


# --- the XForm --------------------------------------------------------------------------------------


def _convert(
    name: str,
    survey: Table,
    choices: Table,
    settings: Table,
    told: dict[str, str],
    elements: Sequence[Element],
) -> bytes:
    """The XForm, by pyxform. What it still refuses is passed on in its own words."""
    from pyxform import xls2xform
    from pyxform.errors import PyXFormError

    settings_row = {spelled("settings", key): text for key, text in told.items() if key != "attribute"}
    settings_row |= {
        heading.text: settings.rows[0].texts[letter]
        for letter, heading in settings.headings.items()
        if heading.key == "attribute" and letter in settings.rows[0].texts
    }
    definition: dict[str, Any] = {
        "survey": survey.cells(),
        "survey_header": [dict.fromkeys(survey.read())],
        "choices": choices.cells(),
        "choices_header": [dict.fromkeys(choices.read())],
        "settings": [settings_row],
        "settings_header": [dict.fromkeys(settings_row)],
        "sheet_names": list(_SHEETS),
    }
    try:
        return xls2xform.convert(definition, validate=False).xform.encode()
    except PyXFormError as error:
        problem = _told(" ".join(str(error).split()), survey, elements)
        raise TemplateRefused(file=name, problems=[problem]) from error


def _told(reason: str, survey: Table, elements: Sequence[Element]) -> Problem:
    """What pyxform refused, at the row that it names by number or by name."""
    sheet = re.search(r"'(choices|settings)' sheet", reason)
    number = re.search(r"\[row : (\d+)\]", reason)
    named = next((element.row.number for element in elements if f"'{element.name}'" in reason), None)
    return Problem(
        sheet[1] if sheet else survey.name,
        2 if sheet and sheet[1] == "settings" else int(number[1]) if number else named,
        None,
        tr("The form cannot be made: {reason}", reason=reason),
        tr("Correct the row, or send the workbook to whoever supports the program."),
    )


def _proven(name: str, xform: bytes, survey: Table, elements: Sequence[Element]) -> None:
    """The form must open; what only shows in the whole form is said at the cell that it comes from."""
    try:
        Form.parse(xform)
    except TemplateRefused as refused:
        rows = {element.name: element.row for element in elements}
        raise TemplateRefused(
            file=name, problems=[_at_cell(problem, survey, rows) for problem in refused.problems]
        ) from refused


def _at_cell(problem: Problem, survey: Table, rows: dict[str, Row]) -> Problem:
    part = problem.part if isinstance(problem, FormProblem) else ""
    row = rows.get(problem.question) if isinstance(problem, FormProblem) else None
    column = survey.letter(_PARTS.get(part, part)) if row else None
    return Problem(survey.name, row.number if row else None, column, problem.message, problem.remedy)
