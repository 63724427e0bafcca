"""An .xlsx file as sheets of clean text, every cell knowing where it stands.

Files come from many hands and programs, so this is where they are distrusted: sizes are bounded before
anything is unpacked, the area that a sheet claims to fill is not believed, and text is made one spelling.
What had to be put right is remarked on once per column; what cannot be known (a merged heading, a formula
that failed) is a problem at its cell.
"""

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, NamedTuple

from inspector_app.domain.errors import Problem, TemplateRefused
from inspector_app.i18n import mark, tr
from inspector_app.text import clean, nfc

LARGEST_FILE = 20_000_000
LARGEST_CONTENT = 120_000_000
"""Bytes of a workbook, packed and unpacked; the largest real checklists are a hundredth of this."""
MOST_ROWS = 20_000
"""Rows with something in them, in one sheet."""

_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
_UNSOLVED = re.compile(rb'<c r="([A-Z]+)(\d+)"[^>]*><f[^>]*>[^<]*</f>(?:<v\s*/>|<v></v>)?</c>')
_CLAIMED = re.compile(rb'<(?:\w+:)?dimension\s[^>]*?ref="(?:[A-Z]+\d+:)?[A-Z]+(\d+)"')

# What openpyxl and zipfile raise for files that are damaged or not what they claim to be.
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    IndexError,
    ValueError,
    TypeError,
    AttributeError,
    RuntimeError,
    EOFError,
    OSError,
    SyntaxError,
)

_REPAIRS = {
    "accents": mark("{count} cells had accents stored apart from their letters; they were joined."),
    "invisible": mark("{count} cells had invisible or look-alike characters; they were replaced."),
    "spaces": mark("{count} cells had spaces at an end, or two in a row; they were taken out."),
}


class Cell(NamedTuple):
    """A cell that is not empty: its clean text, and whether Excel holds it as a date."""

    text: str
    is_date: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet: its name, the headings of row 1 by column letter, and the rows below by number and letter."""

    name: str
    headings: dict[str, str]
    rows: dict[int, dict[str, Cell]]

    def column(self, letter: str) -> Iterator[tuple[int, Cell]]:
        """The cells of a column below its heading that are not empty."""
        return ((number, row[letter]) for number, row in self.rows.items() if letter in row)


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """The sheets that were asked for, by their names in lower case; the names of the others; what is wrong in
    them, and what was put right."""

    sheets: dict[str, Grid]
    others: tuple[str, ...]
    problems: tuple[Problem, ...]
    remarks: tuple[Problem, ...]


def read(source: Path | bytes, name: str, wanted: Collection[str]) -> Spreadsheet:
    """Read the `wanted` sheets of a workbook (names in lower case; capitals in the file do not matter).

    `name` is what to call the file when it is refused as a whole (`TemplateRefused`).
    """
    content = _bounded(source, name)
    try:
        # openpyxl warns of decoration that it does not keep; nothing of that is read here.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _sheets(content, wanted)
    except _UNREADABLE as error:
        raise _whole(
            name,
            tr("The file is damaged: {reason}.", reason=error),
            tr("Open it in Excel, save it again as an Excel workbook (.xlsx) and import that."),
        ) from error


def _whole(name: str, message: str, remedy: str) -> TemplateRefused:
    return TemplateRefused(file=name, problems=[Problem(name, None, None, message, remedy)])


def _bounded(source: Path | bytes, name: str) -> bytes:
    """The bytes of a file that is a workbook by its outside and within bounds."""
    size = len(source) if isinstance(source, bytes) else source.stat().st_size
    smaller = tr("Import the checklist alone, without pictures and other sheets.")
    if size > LARGEST_FILE:
        raise _whole(name, tr("The file is too large: {size} MB.", size=size // 1_000_000), smaller)
    content = source if isinstance(source, bytes) else source.read_bytes()
    save_again = tr("Open it in Excel, save it again as an Excel workbook (.xlsx) and import that.")
    if content.startswith(_OLD_OFFICE):
        if _ENCRYPTED in content:
            remedy = tr("Take the password off in Excel, save it and import it again.")
            raise _whole(name, tr("The workbook is protected by a password."), remedy)
        raise _whole(name, tr("The file has the old Excel format (.xls)."), save_again)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError) as error:
        raise _whole(name, tr("The file is not an Excel workbook."), save_again) from error
    if "xl/workbook.xml" not in {entry.filename for entry in entries}:
        raise _whole(name, tr("The file is not an Excel workbook."), save_again)
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > LARGEST_CONTENT:
        raise _whole(name, tr("The file is too large: {size} MB.", size=unpacked // 1_000_000), smaller)
    return content


def _sheets(content: bytes, wanted: Collection[str]) -> Spreadsheet:
    from openpyxl.reader.excel import ExcelReader

    reader: Any = ExcelReader(io.BytesIO(content), read_only=True, data_only=True)
    reader.read()
    try:
        readings: list[_Reading] = []
        others: list[str] = []
        for sheet, relation in reader.parser.find_sheets():
            if clean(sheet.name).casefold() not in wanted:
                others.append(sheet.name)
            elif relation.Type.endswith("/worksheet"):  # else a chart
                readings.append(_Reading(sheet.name))
                readings[-1].cells(reader.wb[sheet.name])
                readings[-1].layout(reader.archive.read(relation.target))
    finally:
        reader.wb.close()
        reader.archive.close()
    return Spreadsheet(
        {clean(r.name).casefold(): Grid(r.name, r.headings, r.rows) for r in readings},
        tuple(others),
        tuple(problem for r in readings for problem in r.problems),
        tuple(remark for r in readings for remark in (*r.remarks, *r.repaired())),
    )


@dataclass
class _Reading:
    """One sheet while it is read."""

    name: str
    headings: dict[str, str] = field(default_factory=dict)
    rows: dict[int, dict[str, Cell]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    repairs: dict[tuple[str, str], list[int]] = field(default_factory=dict)

    def cells(self, sheet: Any) -> None:
        """Take in every cell, without believing the area that the sheet claims to fill."""
        sheet.reset_dimensions()
        for number, row in enumerate(sheet.iter_rows(), start=1):
            cells = {cell.column_letter: self._cell(cell, number) for cell in row if cell.value is not None}
            found = {letter: cell for letter, cell in cells.items() if cell.text}
            if number == 1:
                self.headings = {letter: cell.text for letter, cell in found.items()}
            elif found:
                self.rows[number] = found
            if len(self.rows) > MOST_ROWS:
                message = tr("The sheet has more than {limit} rows.", limit=MOST_ROWS)
                self._refuse(
                    number, None, message, tr("Delete the rows that do not belong to the checklist.")
                )
                break

    def _cell(self, cell: Any, number: int) -> Cell:
        value = cell.value
        if cell.data_type == "e":
            self._refuse(
                number,
                cell.column_letter,
                tr("The formula of this cell has failed: {value}.", value=value),
                tr("Correct the formula, or type the text itself."),
            )
            return Cell("")
        if isinstance(value, datetime):
            return Cell((value.date() if value.time() == time() else value).isoformat(), is_date=True)
        if isinstance(value, date | time):
            return Cell(value.isoformat(), is_date=True)
        if isinstance(value, bool):
            return Cell("TRUE" if value else "FALSE")
        if isinstance(value, int | float):
            return Cell(f"{value:.15g}")
        raw = str(value)
        text = clean(raw, lines=True)
        if text != raw:
            self.repairs.setdefault((cell.column_letter, _repair(raw, text)), []).append(number)
        return Cell(text)

    def layout(self, xml: bytes) -> None:
        """Look at what the values do not say: merged areas, formulas never worked out, the area claimed."""
        for match in _UNSOLVED.finditer(xml):
            letter, number = match[1].decode(), int(match[2])
            message = tr("The formula of this cell was never worked out.")
            self._refuse(
                number, letter, message, tr("Open the file in Excel and save it, or type the text itself.")
            )
        for match in _MERGED.finditer(xml):
            first, top, last, bottom = (part.decode() for part in match.groups())
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
            elif int(top) in self.rows or int(bottom) in self.rows:
                message = tr(
                    "The cells {area} are merged; only the first is read.",
                    area=f"{first}{top}:{last}{bottom}",
                )
                self._remark(int(top), first, message, tr("Unmerge them if each row needs the text."))
        claimed = _CLAIMED.search(xml)
        if claimed and self.rows and int(claimed[1]) < max(self.rows):
            self._remark(
                None,
                None,
                tr(
                    "The sheet says that it ends at row {row}, but it goes on; all of it was read.",
                    row=int(claimed[1]),
                ),
                tr("Save it once in Excel, so that other programs read all of it too."),
            )

    def repaired(self) -> Iterator[Problem]:
        """What was put right in the text, once per column and kind, at the first cell concerned."""
        for (letter, kind), numbers in sorted(self.repairs.items()):
            message = tr(_REPAIRS[kind], count=len(numbers))
            yield Problem(self.name, numbers[0], letter, message, tr("Nothing needs to be done."))

    def _refuse(self, row: int | None, column: str | None, message: str, remedy: str) -> None:
        self.problems.append(Problem(self.name, row, column, message, remedy))

    def _remark(self, row: int | None, column: str | None, message: str, remedy: str) -> None:
        self.remarks.append(Problem(self.name, row, column, message, remedy))


def _repair(raw: str, text: str) -> str:
    """What kind of change made `text` out of `raw`."""
    if nfc(raw) != raw:
        return "accents"
    plain = "\n".join(re.sub(" +", " ", line).strip(" ") for line in raw.splitlines()).strip("\n")
    return "spaces" if plain == text else "invisible"
