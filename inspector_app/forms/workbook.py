"""A checklist as an official writes it, an XLSForm workbook, made into the XForm that the program fills in.

The workbook stays an ordinary one: pyxform turns it into the form, and ODK or KoboToolbox could too. What is
ours rides in extra columns that pyxform carries along. But pyxform stops at the first mistake, speaks to
developers, and says nothing of what it drops. So everything is checked before it is asked, and an official
gets all problems at once, each with its cell and what to write instead.
"""

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

from inspector_app.domain.errors import Problem, TemplateRefused
from inspector_app.domain.rules import RuleProblem
from inspector_app.domain.scoring import parse_bands, parse_cap
from inspector_app.forms import attachments, spreadsheet
from inspector_app.forms.attachments import Beside
from inspector_app.forms.authoring import YES, Element, check_defaults, outline
from inspector_app.forms.form import Form, FormProblem
from inspector_app.forms.headings import NAMESPACE, OURS, PREFIX, SHEETS, Sheet, nearest, spelled
from inspector_app.forms.items import AreaTotal, check_items
from inspector_app.forms.languages import ENGLISH_OTHER, Other, other_in
from inspector_app.forms.lists import ChoiceList, check_instances, check_lists, choice_lists, names_by_list
from inspector_app.forms.question_types import read_select
from inspector_app.forms.references import check_expressions
from inspector_app.forms.tables import MOST_PROBLEMS, Findings, Row, Table, TooMany, tabulate
from inspector_app.i18n import mark, tr
from inspector_app.text import ascii_name

FULL_MARKS = Fraction(100)
MOST_ROWS = {
    "survey": 20_000,
    "choices": 50_000,
    "settings": 100,
    "external_choices": 50_000,
    "entities": 1_000,
    "osm": 5_000,
}
"""The sheets that are read, and the most rows of each; longer lists belong into a CSV file."""
_PASSED_ON: tuple[Sheet, ...] = ("entities", "osm")
_DECLARATION = f'{PREFIX}="{NAMESPACE}"'
_PREFIXES = {"jr", "odk", "orx", "entities", "ev", "xsd", "h", "xml"}
"""Prefixes that pyxform declares in every form."""
_UNUSED: Mapping[str, str] = {
    # settings that belong to other programs → what is said of them
    "public_key": mark("Answers are not encrypted with this key; the workspace is encrypted as a whole."),
    "submission_url": mark("Nothing is sent to this address; visits travel as bundles."),
    "auto_send": mark("Nothing is sent by itself; visits travel as bundles."),
    "auto_delete": mark("Nothing is deleted by itself."),
    "sms_keyword": mark("Nothing is sent as text messages."),
}
_PARTS = {"calculate": "calculation", "choices": "type", "repeat": "type", "group": "type"}
"""Part of a form's definition → the column of the workbook that it comes from, where the names differ."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """A workbook that became a form: the XForm as it is stored and signed, and what a person wants to know.

    `warnings` kept nothing out; `areas` are the top-level groups with their items and points; `files` are
    those that the form reads, by name.
    """

    xform: bytes
    files: Mapping[str, bytes]
    form_id: str
    version: str
    title: str
    areas: tuple[AreaTotal, ...]
    warnings: tuple[Problem, ...]

    @property
    def points(self) -> Fraction:
        """What all items together can earn, bonus left out."""
        return sum((area.points for area in self.areas), Fraction(0))


def read_workbook(source: Path | bytes, name: str, find: Beside | None = None) -> Compiled:
    """Make an XForm from a workbook (.xlsx). `name` is what to call it to people.

    `find` gives the files that it names; those next to it where it lies on the disk. Raises `TemplateRefused`
    with every problem, in the order of the sheets; nothing is made then.
    """
    if find is None:
        find = attachments.beside(source) if isinstance(source, Path) else attachments.nothing_beside
    book = spreadsheet.read(source, name, MOST_ROWS)
    findings = Findings()
    try:
        return _read(book, name, find, findings)
    except TooMany:
        rest = tr("There are more than {limit} problems; the search ended here.", limit=MOST_PROBLEMS)
        last = Problem(name, None, None, rest, tr("Correct these first and try again."))
        raise TemplateRefused(file=name, problems=[*findings.problems, last]) from None


def _read(book: spreadsheet.Spreadsheet, name: str, find: Beside, findings: Findings) -> Compiled:
    findings.take(book.problems, book.remarks)
    tables: dict[Sheet, Table] = {sheet: _table(sheet, book, findings) for sheet in SHEETS}
    survey, choices, settings = tables["survey"], tables["choices"], tables["settings"]
    told = _settings(settings, tables, name, findings)
    lists = _lists(choices, tables["external_choices"], told, findings)
    elements = outline(survey, findings) if "survey" in book.sheets else []
    if not elements and not findings.problems:
        findings.refuse(survey, "type", tr("The form asks nothing."), tr("Write a question into row 2."))
    if "choices" in book.sheets or "external_choices" in book.sheets:
        check_lists(elements, lists, findings)
    check_defaults(elements, names_by_list(lists), findings)
    check_expressions(elements, choices, settings, findings)
    check_instances(elements, lists, findings)
    areas = check_items(elements, lists, findings)
    _add_up(survey, areas, findings)
    if tables["entities"].rows:
        message = tr("No entities are made or changed; the questions are asked all the same.")
        findings.remark(tables["entities"], "", message, tr("Nothing needs to be done."))
    files = attachments.collect(elements, (survey, choices, tables["external_choices"]), find, findings)
    if findings.problems:
        raise TemplateRefused(file=name, problems=findings.problems)
    xform = _convert(name, tables, told, elements)
    _proven(name, xform, files, survey, elements)
    return Compiled(
        xform=xform,
        files=files,
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
    close = nearest(sheet, (name.casefold() for name in book.others), 0.7)
    misspelt = next((name for name in book.others if name.casefold() == close), "")
    if sheet == "survey" or sheet in _needed(book) or (sheet == "settings" and misspelt):
        findings.refuse(
            missing,
            "",
            tr("The workbook has no sheet {sheet}.", sheet=sheet),
            tr("Rename the sheet {other} to {sheet}.", other=misspelt, sheet=sheet)
            if misspelt
            else tr("Add it, or begin from the checklist that came with the program."),
        )
    return missing


def _needed(book: spreadsheet.Spreadsheet) -> set[Sheet]:
    """The sheets of choices that questions ask for."""
    survey = book.sheets.get("survey")
    cells = [] if survey is None else [cell.text for row in survey.rows.values() for cell in row.values()]
    selects = [select for text in cells if (select := read_select(text)) and not select.from_file]
    needed: set[Sheet] = {"external_choices" if select.external else "choices" for select in selects}
    return needed


def _lists(
    choices: Table, external: Table, told: dict[str, str], findings: Findings
) -> dict[str, ChoiceList]:
    """The lists of both sheets by name; names that stand twice in a long list are announced to pyxform."""
    allowed = told.get("allow_choice_duplicates", "").casefold() in YES
    lists = choice_lists(choices, findings, duplicates=allowed)
    for name, held in choice_lists(external, findings).items():
        if name in lists:
            message = tr("The list {name} is on the sheet choices too.", name=name)
            findings.refuse(held.rows[0], "list_name", message, tr("Give one of the two another name."))
        lists[name] = held
        if held.twice:
            told["allow_choice_duplicates"] = "yes"
    return lists


# --- settings ---------------------------------------------------------------------------------------


def _settings(
    settings: Table, tables: Mapping[Sheet, Table], name: str, findings: Findings
) -> dict[str, str]:
    """The settings by column; what is certain to be meant is filled in."""
    row = settings.rows[0] if settings.rows else Row(settings, 2, {})
    told = {heading.key: row[heading.key] for heading in settings.headings.values() if row[heading.key]}
    # They become attributes of the form, where a line break is a space.
    told |= {key: " ".join(told[key].split()) for key in ("form_id", "version") if key in told}
    if row.number != 2 or len(settings.rows) > 1:
        message = tr("Only the first row with settings is read.")
        findings.remark(row, "", message, tr("Write the settings into row 2 and nothing below it."))
    _identity(row, told, name, findings)
    for key, example in (("form_title", tr("Checklist of communes")), ("version", "2026112301")):
        if not row[key]:
            message = tr("The form has no {column}.", column=key)
            findings.remark(row, key, message, tr("Write one, such as {example}.", example=example))
    for key, sentence in _UNUSED.items():
        if row[key]:
            findings.remark(row, key, tr(sentence), tr("Nothing needs to be done."))
    _namespaces(row, told, tables, findings)
    for key, read in (("bands", parse_bands), ("cap", parse_cap)):
        try:
            read(row[key])
        except RuleProblem as problem:
            findings.refuse(row, key, problem.message, problem.remedy)
    _language(row, tables["survey"], findings)
    return told


def _identity(row: Row, told: dict[str, str], name: str, findings: Findings) -> None:
    """The form id, by which later versions are known as the same form; from the file's name if need be."""
    if findings.concern(row, "form_id"):
        return
    remedy = tr("Write a short code of letters, digits and _, such as cchc_xa; keep it in later versions.")
    if not row["form_id"]:
        told["form_id"] = ascii_name(re.sub(r"\.\w+$", "", name))
        message = tr("The form has no form_id; the name of the file stands in: {name}.", name=told["form_id"])
        findings.remark(row, "form_id", message, remedy)
    elif not re.fullmatch(r"[A-Za-z_][\w.-]*", row["form_id"], re.ASCII):
        message = tr("The form_id is not a short code: {name}.", name=row["form_id"])
        findings.remark(row, "form_id", message, remedy)


def _namespaces(row: Row, told: dict[str, str], tables: Mapping[Sheet, Table], findings: Findings) -> None:
    """Every prefix in a heading must be declared; ours is added where it is missing."""
    declared = dict(re.findall(r'([\w-]+)\s*=\s*"([^"]*)"', row["namespaces"]))
    ours = any(heading.key in OURS for heading in tables["survey"].headings.values())
    if ours and PREFIX not in declared:
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
    elif ours and declared[PREFIX] != NAMESPACE:
        message = tr("The namespace {prefix} is not that of this program.", prefix=PREFIX)
        findings.refuse(row, "namespaces", message, tr("Write {text}.", text=_DECLARATION))
    for table in (tables["survey"], tables["settings"]):
        for letter, heading in table.headings.items():
            prefix, colon, _ = heading.text.rpartition("::")[2].strip().partition(":")
            known = prefix in declared or prefix in _PREFIXES or heading.key in OURS
            if heading.key in ("bind", "body", "control", "instance", "attribute") and colon and not known:
                findings.refuse(
                    Row(table, 1, {}),
                    "",
                    tr("The prefix {prefix} is declared nowhere.", prefix=prefix),
                    tr("Write {text} into the column namespaces of the sheet settings.",
                       text=f'{prefix}="https://…"'),
                    column=letter,
                )  # fmt: skip


def _language(row: Row, survey: Table, findings: Findings) -> None:
    for key in ("label", "hint", "guidance_hint", "constraint_message", "required_message"):
        languages = survey.languages(key)
        if "" in languages and row["default_language"] in languages.keys() - {""}:
            other = languages[row["default_language"]]
            findings.refuse(
                Row(survey, 1, {}),
                "",
                tr("The heading “{heading}” means the same as column {other}.", heading=key, other=other),
                tr("Delete one of the two columns."),
                column=languages[""],
            )
    languages = survey.languages("label")
    if languages and "" not in languages and row["default_language"] not in languages:
        findings.remark(
            row,
            "default_language",
            tr("No label is in the default language “{language}”.", language=row["default_language"]),
            tr("Write {language}.", language=sorted(languages)[0]),
        )


def _add_up(survey: Table, areas: Sequence[AreaTotal], findings: Findings) -> None:
    points = sum((area.points for area in areas), Fraction(0))
    if points and points != FULL_MARKS:
        by_area = ", ".join(f"{area.code} {float(area.points):g}" for area in areas if area.points)
        findings.remark(
            survey,
            "max_points",
            tr("The points of all items add up to {points}, not to 100 ({areas}).",
               points=f"{float(points):g}", areas=by_area),
            tr("Check the points; the index is worked out in percent all the same."),
        )  # fmt: skip


# --- the XForm --------------------------------------------------------------------------------------


def _convert(
    name: str,
    tables: Mapping[Sheet, Table],
    told: dict[str, str],
    elements: Sequence[Element],
) -> bytes:
    """The XForm, by pyxform. What it still refuses is passed on in its own words."""
    from pyxform import xls2xform
    from pyxform.errors import PyXFormError

    settings = tables["settings"]
    settings_row = {spelled("settings", key): text for key, text in told.items() if key != "attribute"}
    settings_row |= {
        heading.text: settings.rows[0].texts[letter]
        for letter, heading in settings.headings.items()
        if heading.key == "attribute" and settings.rows and letter in settings.rows[0].texts
    }
    long_lists = {e.list_name for e in elements if e.select and e.select.external}
    survey = _survey(tables["survey"])
    choices = _choices(tables["choices"], tables["external_choices"], long_lists)
    choices += _other_choices(tables["choices"], elements)
    sheets: dict[str, list[dict[str, str]]] = {
        "survey": [row for _, row in survey],
        "choices": choices,
        "settings": [settings_row],
        **{sheet: tables[sheet].cells() for sheet in _PASSED_ON if tables[sheet].rows},
    }
    definition: dict[str, Any] = {"sheet_names": list(sheets)}
    for sheet, rows in sheets.items():
        read = () if sheet == "settings" else tables[cast("Sheet", sheet)].read()
        definition[sheet] = rows
        definition[f"{sheet}_header"] = [dict.fromkeys([*read, *(key for row in rows for key in row)])]
    try:
        return xls2xform.convert(definition, validate=False).xform.encode()
    except PyXFormError as error:
        problem = _told(" ".join(str(error).split()), tables["survey"], elements, [at for at, _ in survey])
        raise TemplateRefused(file=name, problems=[problem]) from error


def _survey(survey: Table) -> list[tuple[int, dict[str, str]]]:
    """The rows of the survey, each with its number; a list of the sheet of long lists is one like the others.

    ODK looks such lists up in a database on the telephone. Here every list is looked up fast, so the form
    gets them as it gets all others. The question that `or_other` adds stands in a row of its own, since
    pyxform would ask it in English only.
    """
    rows: list[tuple[int, dict[str, str]]] = []
    kind = _heading(survey, "type")
    for number, row in enumerate(survey.cells(), 2):
        rows.append((number, row))
        select = read_select(row.get(kind, ""))
        if select and select.external:
            row[kind] = f"select_one {select.list_name}"
        elif select and select.or_other and _translated(survey):
            row[kind] = f"{select.kind} {select.list_name}"
            name = row[_heading(survey, "name")]
            asked = {
                kind: "text",
                _heading(survey, "name"): f"{name}_other",
                _heading(survey, "relevant"): f"selected(../{name}, 'other')",
            }
            labels = {heading: other.question for heading, other in _others(survey).items()}
            rows.append((number, asked | labels))
    return rows


def _other_choices(choices: Table, elements: Sequence[Element]) -> list[dict[str, str]]:
    """The choice that `or_other` adds to a list without one, in the languages of the choices."""
    wanted = {element.list_name for element in elements if element.select and element.select.or_other}
    held = {row["list_name"] for row in choices.rows if row["name"] == "other"}
    labels = {heading: other.choice for heading, other in _others(choices).items()}
    return [
        {_heading(choices, "list_name"): name, _heading(choices, "name"): "other"} | labels
        for name in sorted(wanted - held)
        if _translated(choices)
    ]


def _others(table: Table) -> dict[str, Other]:
    """The words of `or_other` under each heading of labels."""
    languages = table.languages("label").items()
    return {table.headings[letter].text: other_in(language) for language, letter in languages}


def _translated(table: Table) -> bool:
    """Whether `or_other` reads otherwise here than pyxform has it."""
    return any(other != ENGLISH_OTHER for other in _others(table).values())


def _heading(table: Table, key: str) -> str:
    """How a column is headed; where there is none, as it would be."""
    letter = table.letter(key)
    return key if letter is None else table.headings[letter].text


def _choices(choices: Table, external: Table, wanted: Container[str]) -> list[dict[str, str]]:
    """The choices, with the `wanted` long lists under the same headings where the columns are the same."""
    same = {(h.key, h.language): h.text for h in [*external.headings.values(), *choices.headings.values()]}
    added = (
        {same[external.headings[letter].key, external.headings[letter].language]: text
         for letter, text in row.texts.items()}
        for row in external.rows
        if row["list_name"] in wanted
    )  # fmt: skip
    return [*choices.cells(), *added]


def _told(reason: str, survey: Table, elements: Sequence[Element], numbers: Sequence[int]) -> Problem:
    """What pyxform refused, at the row that it names by number or by name; `numbers` are of its own rows."""
    sheet = re.search(r"'(choices|settings|entities)' sheet", reason)
    number = re.search(r"\[row : (\d+)\]", reason)
    row = next((element.row.number for element in elements if f"'{element.name}'" in reason), None)
    if number:
        given = int(number[1])
        row = numbers[given - 2] if not sheet and 2 <= given < len(numbers) + 2 else given
    return Problem(
        sheet[1] if sheet else survey.name,
        2 if sheet and sheet[1] == "settings" else row,
        None,
        tr("The form cannot be made: {reason}", reason=reason),
        tr("Correct the row, or send the workbook to whoever supports the program."),
    )


def _proven(
    name: str, xform: bytes, files: Mapping[str, bytes], survey: Table, elements: Sequence[Element]
) -> None:
    """The form must open; what only shows in the whole form is said at the cell that it comes from."""
    try:
        Form.parse(xform, files).prove()
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
