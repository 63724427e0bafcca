"""The sheets of a workbook as rows that are read by column, and what is found wrong in them.

A `Table` is a sheet whose headings are understood; a `Row` answers by column name and knows the cell that it
answered from, so that whatever is wrong can be said at its place. `Findings` gathers everything at once:
problems, which keep a workbook out, and remarks, which do not.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from inspector_app.domain.errors import Problem
from inspector_app.forms.headings import CODES, EXPRESSIONS, Heading, Sheet, understand
from inspector_app.forms.spreadsheet import FAULTS, Cell, Grid, fault
from inspector_app.i18n import tr

MOST_PROBLEMS = 500
"""Nobody reads more at once; the search for them ends there."""

_TYPOGRAPHY = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "−": "-"}
)
_LOOSE_REFERENCE = re.compile(r"\$\s*\{\s*([^{}\s]+)\s*\}")
_DATES = {"basis_from", "basis_to", "default", "version", "form_title"}
"""Columns where a cell that Excel holds as a date is what it looks like."""


@dataclass(frozen=True)
class Row:
    """A row of a table: its number in the sheet and its texts by column letter."""

    table: "Table"
    number: int
    texts: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        """The text in the column `key`, empty where there is none."""
        return next((text for _, text in self.all(key)), "")

    def all(self, key: str) -> Iterator[tuple[str, str]]:
        """Column letter and text of every column `key` that has one here: `label` in several languages."""
        for letter in self.table.columns.get(key, ()):
            if letter in self.texts:
                yield letter, self.texts[letter]


@dataclass(frozen=True)
class Table:
    """A sheet: its headings by column letter, in their order, and its rows that hold something."""

    sheet: Sheet
    name: str
    headings: Mapping[str, Heading] = field(default_factory=dict[str, Heading])
    rows: list[Row] = field(default_factory=list[Row])

    @cached_property
    def columns(self) -> Mapping[str, tuple[str, ...]]:
        """What a column holds → the letters of all such columns."""
        found: dict[str, list[str]] = {}
        for letter, heading in self.headings.items():
            found.setdefault(heading.key, []).append(letter)
        return {key: tuple(letters) for key, letters in found.items()}

    def letter(self, key: str) -> str | None:
        """The letter of the first column `key`."""
        return next(iter(self.columns.get(key, ())), None)

    def languages(self, key: str) -> dict[str, str]:
        """Language → letter of every column `key`; the language is "" where the heading names none."""
        return {h.language: letter for letter, h in self.headings.items() if h.key == key}

    def read(self) -> list[str]:
        """The headings of the columns that are read."""
        return [heading.text for heading in self.headings.values() if heading.key]

    def cells(self) -> list[dict[str, str]]:
        """The rows as XLSForm tools take them: by heading, an empty one for every row that has nothing."""
        by_number = {row.number: row for row in self.rows}
        return [
            {self.headings[letter].text: text for letter, text in by_number[number].texts.items()}
            if number in by_number
            else {}
            for number in range(2, max(by_number, default=1) + 1)
        ]


class TooMany(Exception):
    """More problems than anybody reads were found."""


class Findings:
    """What is wrong with a workbook, and what is only worth a remark, in the order of its sheets.

    Raises `TooMany` at the first problem beyond `MOST_PROBLEMS`; remarks beyond are counted and left out.
    """

    def __init__(self) -> None:
        self._problems: list[Problem] = []
        self._remarks: list[Problem] = []
        self._places: set[tuple[str, int | None, str | None]] = set()

    def take(self, problems: Iterable[Problem], remarks: Iterable[Problem] = ()) -> None:
        """Add what was found elsewhere."""
        for problem in problems:
            if len(self._problems) == MOST_PROBLEMS:
                raise TooMany
            self._problems.append(problem)
            self._places.add((problem.sheet, problem.row, problem.column))
        for remark in remarks:
            if len(self._remarks) < MOST_PROBLEMS:
                self._remarks.append(remark)

    def refuse(
        self, at: Row | Table, key: str, message: str, remedy: str, *, column: str | None = None
    ) -> None:
        """A problem in the column `key` of a row, or of a whole table."""
        self.take([_problem(at, key, message, remedy, column)])

    def remark(
        self, at: Row | Table, key: str, message: str, remedy: str, *, column: str | None = None
    ) -> None:
        """Something to know, which keeps nothing out."""
        self.take((), [_problem(at, key, message, remedy, column)])

    def concern(self, row: Row, key: str) -> bool:
        """Whether a problem at this cell is known already: what follows from it is not said as well."""
        return (row.table.name, row.number, row.table.letter(key)) in self._places

    @property
    def problems(self) -> list[Problem]:
        return sorted(self._problems, key=_place)

    @property
    def remarks(self) -> tuple[Problem, ...]:
        return tuple(sorted(self._remarks, key=_place))


def _problem(at: Row | Table, key: str, message: str, remedy: str, column: str | None) -> Problem:
    if isinstance(at, Row):
        return Problem(at.table.name, at.number, column or at.table.letter(key), message, remedy)
    return Problem(at.name, None, column or at.letter(key), message, remedy)


def _place(problem: Problem) -> tuple[int, int, int, str]:
    sheets = ("survey", "choices", "external_choices", "settings")
    sheet = problem.sheet.casefold()
    column = problem.column or ""
    return (sheets.index(sheet) if sheet in sheets else -1, problem.row or 0, len(column), column)


def tabulate(sheet: Sheet, grid: Grid, findings: Findings) -> Table:
    """A sheet as a table; headings that are misspelt, given twice or missing are found here."""
    table = Table(sheet, grid.name, headings=_headings(sheet, grid, findings))
    repaired: dict[str, int] = {}
    for number, cells in sorted(grid.rows.items()):
        texts: dict[str, str] = {}
        row = Row(table, number, texts)
        for letter, heading in table.headings.items():
            if letter in cells and heading.key:
                text = _text(row, letter, heading.key, cells[letter], findings, repaired)
                if text:
                    texts[letter] = text
        if texts:
            table.rows.append(row)
    return table


def _text(row: Row, letter: str, key: str, cell: Cell, findings: Findings, repaired: dict[str, int]) -> str:
    """The text of a cell, with what a word processor does to codes and expressions undone."""
    if cell.kind in FAULTS:
        remedy = tr("Open the file in Excel and save it, or type the text itself.")
        if cell.kind == "failed":
            remedy = tr("Correct the formula, or type the text itself.")
        findings.refuse(row, key, fault(cell.kind, cell.text), remedy, column=letter)
        return ""
    if cell.kind == "truth" and key == "name":
        findings.remark(
            row,
            key,
            tr("Excel holds this name as the truth value {value}.", value=cell.text),
            tr("Format the column as Text and type it again if other letters are meant."),
            column=letter,
        )
    if cell.kind == "date" and key not in _DATES:
        findings.refuse(
            row,
            key,
            tr("Excel has turned this text into the date {date}.", date=cell.text),
            tr("Format the column as Text and type it again."),
            column=letter,
        )
    if key not in CODES:
        return cell.text
    text = cell.text.translate(_TYPOGRAPHY)
    if key in EXPRESSIONS:
        text = _LOOSE_REFERENCE.sub(r"${\1}", text)
    if text != cell.text and repaired.setdefault(letter, row.number) == row.number:
        findings.remark(
            row,
            key,
            tr("Curly quotation marks, long dashes or loose brackets were read as plain ones."),
            tr("Correct the column if other programs are to read it."),
            column=letter,
        )
    return text


def _headings(sheet: Sheet, grid: Grid, findings: Findings) -> dict[str, Heading]:
    """What the headings of a sheet stand for, by column letter in the order of the sheet."""
    table = Table(sheet, grid.name)
    found: dict[str, Heading] = {}
    seen: dict[tuple[str, str], str] = {}
    top = Row(table, 1, {})
    filled = grid.first_rows()
    separator = "::" if any("::" in text for text in grid.headings.values()) else ":"
    known = {understand(sheet, text, separator).key for text in grid.headings.values()}
    for letter in _in_order(grid.headings):
        heading = understand(sheet, grid.headings[letter], separator)
        if heading.text.startswith("_"):
            continue  # an author's private column
        place = (heading.key, heading.language)
        if heading.instead and not (sheet == "choices" and understand(sheet, heading.instead).key in known):
            findings.refuse(
                top,
                "",
                tr("The heading “{heading}” is not known.", heading=heading.text),
                tr("Write {heading}, or begin it with _ if it is only a note.", heading=heading.instead),
                column=letter,
            )
            # The checks go on with what was probably meant, so that the column's own problems show as well.
            heading = replace(understand(sheet, heading.instead), text=heading.text)
        elif not heading.key:
            findings.remark(
                top,
                "",
                tr("The column “{heading}” is not part of the form and is not read.", heading=heading.text),
                tr("Begin its heading with _ if it is only a note."),
                column=letter,
            )
        elif place in seen and heading.text == found[seen[place]].text and letter not in filled:
            findings.remark(
                top,
                "",
                tr(
                    "The heading “{heading}” stands twice; the empty column was left out.",
                    heading=heading.text,
                ),
                tr("Delete the column."),
                column=letter,
            )
            continue
        elif place in seen and (
            heading.key not in _SEVERAL
            or heading.text == found[seen[place]].text  # each names something else
        ):
            findings.refuse(
                top,
                "",
                tr(
                    "The heading “{heading}” means the same as column {other}.",
                    heading=heading.text,
                    other=seen[place],
                ),
                tr("Delete one of the two columns."),
                column=letter,
            )
        seen.setdefault(place, letter)
        found[letter] = heading
    for letter in _in_order(filled.keys() - set(grid.headings)):
        findings.remark(
            Row(table, filled[letter], {}),
            "",
            tr("The column has no heading in row 1 and is not read."),
            tr("Write a heading, or clear the cells."),
            column=letter,
        )
    return found


_SEVERAL = {"bind", "body", "control", "instance", "attribute"}
"""Columns of which there may be several, each for another attribute."""


def _in_order(letters: Iterable[str]) -> list[str]:
    return sorted(letters, key=lambda letter: (len(letter), letter))
