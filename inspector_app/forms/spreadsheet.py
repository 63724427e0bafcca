"""An .xlsx file as sheets of clean text, every cell knowing where it stands.

Files come from many hands and programs, so this is where they are distrusted: sizes are bounded before
anything is unpacked, the area that a sheet claims to fill is not believed, and text is made one spelling.
What had to be put right is remarked on once per column; what cannot be known (a merged heading, a formula
that failed) is a problem at its cell.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from unicodedata import is_normalized

from inspector_app.domain.errors import Problem, TemplateRefused
from inspector_app.forms import xlsx
from inspector_app.forms.xlsx import Enough, Kind, Xlsx, XlsxRefused, letters
from inspector_app.i18n import mark, tr
from inspector_app.text import clean, nfc

OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""How files of the old Office begin, and what they hold when a password protects a new one."""
_MERGED = re.compile(r"([A-Z]+)(\d+):([A-Z]+)(\d+)", re.ASCII)
_MOST_REPORTED = 200
"""Merged areas worth a remark, in one sheet."""
_MOST_COLUMNS = 300
_LOOK_ALIKE = re.compile("[ÐƉðɖ]")

_REPAIRS = {
    "accents": mark("{count} cells had accents stored apart from their letters; they were joined."),
    "invisible": mark("{count} cells had invisible or look-alike characters; they were replaced."),
    "spaces": mark("{count} cells had spaces at an end, or two in a row; they were taken out."),
}


class Cell(NamedTuple):
    """A cell that is not empty: its clean text, and what Excel holds it as."""

    text: str
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet: its name, the headings of row 1 by column letter, and the rows below by number and letter."""

    name: str
    headings: dict[str, str]
    rows: dict[int, dict[str, Cell]]

    def first_rows(self) -> dict[str, int]:
        """Column letter → the first row below the headings that has something in it."""
        found: dict[str, int] = {}
        for number, row in self.rows.items():
            for letter in row:
                found.setdefault(letter, number)
        return found


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """The sheets that were asked for, by their names in lower case; the names of the others; what is wrong in
    them, and what was put right."""

    sheets: dict[str, Grid]
    others: tuple[str, ...]
    problems: tuple[Problem, ...]
    remarks: tuple[Problem, ...]


def read(source: Path | bytes, name: str, wanted: Mapping[str, int]) -> Spreadsheet:
    """Read the `wanted` sheets of a workbook: name in lower case → the most rows that it may have.

    Capitals in the file do not matter. `name` is what to call the file when it is refused as a whole
    (`TemplateRefused`); `OSError` when it cannot be read from the disk.
    """
    content = _content(source, name)
    save_again = tr("Open it in Excel, save it again as an Excel workbook (.xlsx) and import that.")
    try:
        return _sheets(Xlsx(content), wanted)
    except XlsxRefused as refused:
        if refused.why == "large":
            smaller = tr("Import the checklist alone, without pictures and other sheets.")
            raise _whole(name, tr("The file is too large: {reason}.", reason=refused), smaller) from refused
        if refused.why == "foreign":
            raise _whole(name, tr("The file is not an Excel workbook."), save_again) from refused
        raise _whole(name, tr("The file is damaged: {reason}.", reason=refused), save_again) from refused


def _whole(name: str, message: str, remedy: str) -> TemplateRefused:
    return TemplateRefused(file=name, problems=[Problem(name, None, None, message, remedy)])


def _content(source: Path | bytes, name: str) -> bytes:
    """The bytes of a file that is within bounds and not of a kind that people mistake for a workbook."""
    size = len(source) if isinstance(source, bytes) else source.stat().st_size
    if size > xlsx.LARGEST_FILE:
        message = tr("The file is too large: {size} MB.", size=size // 1_000_000)
        raise _whole(name, message, tr("Import the checklist alone, without pictures and other sheets."))
    content = source if isinstance(source, bytes) else source.read_bytes()
    if content.startswith(OLD_OFFICE):
        if ENCRYPTED in content:
            remedy = tr("Take the password off in Excel, save it and import it again.")
            raise _whole(name, tr("The workbook is protected by a password."), remedy)
        remedy = tr("Open it in Excel, save it again as an Excel workbook (.xlsx) and import that.")
        raise _whole(name, tr("The file has the old Excel format (.xls)."), remedy)
    return content


def _sheets(book: Xlsx, wanted: Mapping[str, int]) -> Spreadsheet:
    readings: dict[str, _Reading] = {}
    others: list[str] = []
    for name in book.sheets:
        key = clean(name).casefold()
        if key not in wanted or key in readings:
            others.append(name)
            continue
        readings[key] = reading = _Reading(name, wanted[key])
        reading.layout(book.read(name, reading.cell))
        reading.named()
    return Spreadsheet(
        {key: Grid(r.name, r.headings, r.rows) for key, r in readings.items()},
        tuple(others),
        tuple(problem for r in readings.values() for problem in r.problems),
        tuple(remark for r in readings.values() for remark in (*r.remarks, *r.repaired())),
    )


@dataclass
class _Reading:
    """One sheet while it is read."""

    name: str
    most_rows: int
    headings: dict[str, str] = field(default_factory=dict[str, str])
    rows: dict[int, dict[str, Cell]] = field(default_factory=dict[int, dict[str, Cell]])
    problems: list[Problem] = field(default_factory=list[Problem])
    remarks: list[Problem] = field(default_factory=list[Problem])
    repairs: dict[tuple[str, str], list[int]] = field(default_factory=dict[tuple[str, str], list[int]])

    def cell(self, row: int, column: int, raw: xlsx.Cell) -> None:
        """Take in a cell, its text made clean."""
        letter = letters(column)
        text = clean(raw.text, lines=True) if raw.kind == "text" and not _is_clean(raw.text) else raw.text
        if text != raw.text:
            self.repairs.setdefault((letter, _repair(raw.text, text)), []).append(row)
        if row == 1:
            self._heading(letter, text, raw.kind)
        elif text or raw.kind == "unsolved":
            if row not in self.rows and len(self.rows) == self.most_rows:
                self._refuse(
                    row,
                    None,
                    tr("The sheet has more than {limit} rows.", limit=self.most_rows),
                    tr("Delete the rows that do not belong here; a longer list goes into a CSV file."),
                )
                raise Enough
            self.rows.setdefault(row, {})[letter] = Cell(text, raw.kind)

    def _heading(self, letter: str, text: str, kind: Kind) -> None:
        if kind in FAULTS:
            self._refuse(1, letter, fault(kind, text), tr("Type the heading itself."))
        elif text and len(self.headings) == _MOST_COLUMNS:
            message = tr("The sheet has more than {limit} columns.", limit=_MOST_COLUMNS)
            self._refuse(1, letter, message, tr("Delete the columns that do not belong to the checklist."))
            raise Enough
        elif text:
            self.headings[letter] = text

    def layout(self, layout: xlsx.Layout) -> None:
        """Look at what the cells do not say: merged areas, and the area claimed."""
        for match in filter(None, map(_MERGED.fullmatch, layout.merged[:_MOST_REPORTED])):
            first, top, last, bottom = match.groups()
            if top == "1" and last != first:
                self._refuse(
                    1,
                    first,
                    tr(
                        "The heading is merged over {area}; every column needs its own.",
                        area=f"{first}1:{last}1",
                    ),
                    tr("Unmerge the cells and write a heading in each."),
                )
            elif int(top[:9]) in self.rows or int(bottom[:9]) in self.rows:
                message = tr("The cells {area} are merged; only the first is read.", area=match[0])
                self._remark(int(top), first, message, tr("Unmerge them if each row needs the text."))
        if layout.claimed is not None and self.rows and layout.claimed < max(self.rows):
            self._remark(
                None,
                None,
                tr(
                    "The sheet says that it ends at row {row}, but it goes on; all of it was read.",
                    row=layout.claimed,
                ),
                tr("Save it once in Excel, so that other programs read all of it too."),
            )

    def named(self) -> None:
        """Look at the name of the sheet, which other programs want exact."""
        if self.name != self.name.strip():
            message = tr("The name of the sheet has a space at an end.")
            self._remark(None, None, message, tr("Take it out, so that other programs find the sheet too."))

    def repaired(self) -> Iterator[Problem]:
        """What was put right in the text, once per column and kind, at the first cell concerned."""
        for (letter, kind), numbers in sorted(self.repairs.items()):
            message = tr(_REPAIRS[kind], count=len(numbers))
            yield Problem(self.name, numbers[0], letter, message, tr("Nothing needs to be done."))

    def _refuse(self, row: int | None, column: str | None, message: str, remedy: str) -> None:
        self.problems.append(Problem(self.name, row, column, message, remedy))

    def _remark(self, row: int | None, column: str | None, message: str, remedy: str) -> None:
        self.remarks.append(Problem(self.name, row, column, message, remedy))


FAULTS = ("failed", "unsolved")
"""Kinds of cell that hold no text to be trusted."""


def fault(kind: Kind, text: str) -> str:
    """What is wrong with a cell of one of the `FAULTS`."""
    if kind == "failed":
        return tr("The formula of this cell has failed: {value}.", value=text)
    return tr("The formula of this cell was never worked out.")


def _is_clean(text: str) -> bool:
    """Whether `clean` would change nothing; long lists are read many times faster for asking first."""
    return (
        text.isprintable()
        and "  " not in text
        and text == text.strip()
        and is_normalized("NFC", text)
        and not _LOOK_ALIKE.search(text)
    )


def _repair(raw: str, text: str) -> str:
    """What kind of change made `text` out of `raw`."""
    if nfc(raw) != raw:
        return "accents"
    plain = "\n".join(re.sub(" +", " ", line).strip(" ") for line in raw.splitlines()).strip("\n")
    return "spaces" if plain == text else "invisible"
