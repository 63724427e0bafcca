"""A self-report as it comes back from an office: whatever became of the form on its way.

The form has been opened in Excel, WPS or LibreOffice, sorted, given rows and columns, pasted into another
workbook, saved as CSV. So nothing is looked for at a fixed place: a table begins at the row whose cells are
called "Mã" and at least one of the columns that the unit fills in; a row is known by the code in it; and for
whom the form was made is read from the hidden sheet, whose signature tells whether it is as it was written.
"""

import base64
import binascii
import csv
import hashlib
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from inspector_app.domain.errors import FileTrouble, Problem, SelfReportRefused
from inspector_app.exchange.keys import verify
from inspector_app.forms import xlsx
from inspector_app.forms.spreadsheet import ENCRYPTED, OLD_OFFICE
from inspector_app.forms.xlsx import Cell, Enough, Xlsx, XlsxRefused, letters
from inspector_app.i18n import tr
from inspector_app.text import clean, fold

Field = Literal["value", "points", "note"]
"""The columns that the unit fills in."""

_COLUMNS: Mapping[str, frozenset[str]] = {
    "code": frozenset({"ma", "ma so", "ma muc", "ma tieu chi", "ma chi tieu"}),
    "text": frozenset({"noi dung", "noi dung kiem tra", "chi tieu", "tieu chi"}),
    "value": frozenset(
        {"ket qua so lieu", "ket qua", "so lieu", "gia tri", "ket qua tu danh gia", "so lieu bao cao"}
    ),
    "points": frozenset({"diem tu cham", "tu cham", "diem don vi tu cham", "don vi tu cham"}),
    "note": frozenset(
        {"tai lieu kiem chung giai trinh", "tai lieu kiem chung", "giai trinh", "minh chung", "ghi chu"}
    ),
}
"""What a column may be called, without accents and signs."""
_FILLED: tuple[Field, ...] = ("value", "points", "note")
_CODE = re.compile(r"([A-Z]{1,6})[\s.\-_]*0*(\d{1,4})", re.ASCII)
_UNIT = re.compile(r"\(\s*m[aã]\s*:?\s*(\d{5})\s*\)", re.IGNORECASE)
_MERGED = re.compile(r"([A-Z]+)(\d+):([A-Z]+)(\d+)", re.ASCII)
_MOST_ROWS, _MOST_COLUMNS = 5_000, 100
"""Of a sheet; what lies beyond belongs to something else."""
MAGIC = "so-kiem-tra/tu-kiem-tra/1"
"""In the first cell of the hidden sheet; below it what the form is for, the key and the signature."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What a form was made for. `sound`: as it was written, by the holder of `key`."""

    unit: str
    unit_name: str
    visit: str
    template: str
    version: str
    key: str
    sound: bool


@dataclass(frozen=True, slots=True)
class Filled:
    """A cell that the unit filled in: where it stands, and what it holds."""

    sheet: str
    row: int
    column: str
    cell: Cell

    @property
    def place(self) -> str:
        """`Tiêu chí!E12`."""
        return f"{self.sheet}!{self.column}{self.row}"


@dataclass(frozen=True, slots=True)
class ReportedRow:
    """A row with a code, and what its text says the code means."""

    code: str
    text: str
    sheet: str
    number: int
    filled: Mapping[Field, Filled]


@dataclass(frozen=True, slots=True)
class SelfReportFile:
    """What a file holds. `units` are the unit codes that stand in plain sight."""

    name: str
    digest: str
    identity: Identity | None
    units: frozenset[str]
    rows: tuple[ReportedRow, ...]
    cautions: tuple[Problem, ...]


def read(file: Path) -> SelfReportFile:
    """Read a file that is to be a self-report. Raises SelfReportRefused, FileTrouble."""
    try:
        size = file.stat().st_size
        content = file.read_bytes() if size <= xlsx.LARGEST_FILE else b""
    except OSError as error:
        raise FileTrouble(file=file.name, reason=error.strerror or str(error)) from error
    if size > xlsx.LARGEST_FILE:
        raise _refused(file, tr("it has {size} MB; a self-report has less than one", size=size // 1_000_000))
    sheets = _grids(file, content)
    tables = [_Table(sheet) for sheet in sheets]
    rows = tuple(row for table in tables for row in table.rows())
    if not rows:
        reason = tr("no table in it has the column “Mã” and a column that the unit fills in")
        raise _refused(file, reason)
    return SelfReportFile(
        name=file.name,
        digest=hashlib.sha256(content).hexdigest(),
        identity=next((found for sheet in sheets if (found := _identity(sheet))), None),
        units=frozenset(code for sheet in sheets for code in sheet.units()),
        rows=rows,
        cautions=tuple(caution for table in tables for caution in table.cautions),
    )


def _refused(file: Path, reason: str) -> SelfReportRefused:
    return SelfReportRefused(file=file.name, reason=reason)


# --- sheets of cells ------------------------------------------------------------------------------


@dataclass
class _Sheet:
    """The cells of a sheet by row and column, from 1; merged areas as they are written."""

    name: str
    cells: dict[int, dict[int, Cell]] = field(default_factory=dict[int, dict[int, Cell]])
    merged: list[str] = field(default_factory=list[str])

    def receive(self, row: int, column: int, cell: Cell) -> None:
        if row > _MOST_ROWS:
            raise Enough
        if column <= _MOST_COLUMNS:
            text = clean(cell.text, lines=True) if cell.kind == "text" else cell.text
            if text or cell.kind == "unsolved":
                self.cells.setdefault(row, {})[column] = Cell(cell.kind, text)

    def units(self) -> Iterator[str]:
        """The codes of units that stand above the tables: "UBND xã Thường Phước (mã 29971)"."""
        for row, cells in self.cells.items():
            if row <= 12:
                for cell in cells.values():
                    yield from _UNIT.findall(cell.text)


def _grids(file: Path, content: bytes) -> list[_Sheet]:
    head = content[:2048].lstrip().lower()
    if content.startswith(OLD_OFFICE):
        if ENCRYPTED in content:
            raise _refused(file, tr("it is protected by a password"))
        raise _refused(file, tr("it has the old Excel format (.xls)"))
    if head.startswith((b"<html", b"<!doctype html", b"<table")):
        raise _refused(file, tr("it is a web page that only bears the name of an Excel file"))
    if content.startswith(b"PK"):
        return _workbook(file, content)
    if file.suffix.casefold() in (".csv", ".txt", ".tsv"):
        return [_csv(file, content)]
    raise _refused(file, tr("it is no Excel workbook"))


def _workbook(file: Path, content: bytes) -> list[_Sheet]:
    try:
        book = Xlsx(content)
        sheets: list[_Sheet] = []
        for name in book.sheets:
            sheet = _Sheet(clean(name))
            sheet.merged = book.read(name, sheet.receive).merged
            sheets.append(sheet)
    except XlsxRefused as refused:
        raise _refused(file, str(refused)) from refused
    return sheets


def _csv(file: Path, content: bytes) -> _Sheet:
    text = _decoded(content)
    if "\0" in text:
        raise _refused(file, tr("it is no table of text"))
    signs = {sign: text.count(sign) for sign in (";", "\t", ",")}
    # Excel divides by the list sign of the country: a comma here is usually a decimal comma.
    sign = next((sign for sign in (";", "\t") if signs[sign] >= 2), ",")
    sheet = _Sheet(file.stem)
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=sign), 1):
            for column, cell in enumerate(row, 1):
                sheet.receive(number, column, Cell("text", cell))
    except (csv.Error, Enough):
        pass
    return sheet


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1258", errors="replace")


# --- tables ---------------------------------------------------------------------------------------


class _Table:
    """The rows of a sheet that bear a code, under the headings that stand above them."""

    def __init__(self, sheet: _Sheet) -> None:
        self._sheet = sheet
        self.cautions: list[Problem] = []

    def rows(self) -> Iterator[ReportedRow]:
        """Every row with a code below a row of headings; a further row of headings begins anew."""
        columns: dict[str, int] = {}
        for number, cells in sorted(self._sheet.cells.items()):
            headings = _headings(cells)
            if headings:
                columns = headings
                continue
            found = self._row(number, cells, columns) if columns else None
            if found is not None:
                yield found

    def _row(self, number: int, cells: Mapping[int, Cell], columns: Mapping[str, int]) -> ReportedRow | None:
        code = normal_code(cells[columns["code"]].text) if columns["code"] in cells else ""
        if not code:
            return None
        filled: dict[Field, Filled] = {}
        for name in _FILLED:
            column = columns.get(name)
            if column is None:
                continue
            if column in cells:
                filled[name] = Filled(self._sheet.name, number, letters(column), cells[column])
            else:
                self._look_for_merged(number, column)
        text = cells[columns["text"]].text if columns.get("text") in cells else ""
        return ReportedRow(code, text, self._sheet.name, number, filled)

    def _look_for_merged(self, number: int, column: int) -> None:
        """A cell that was merged with the one above shows what it does not hold."""
        for match in filter(None, map(_MERGED.fullmatch, self._sheet.merged)):
            first, top, last, bottom = match.groups()
            if first == last == letters(column) and int(top) < number <= int(bottom):
                message = tr("The cells {area} are merged; what they show counts for their first row only.",
                             area=match[0])  # fmt: skip
                remedy = tr("Unmerge them and write in each row what is meant for it.")
                self.cautions.append(Problem(self._sheet.name, number, first, message, remedy))


def _headings(cells: Mapping[int, Cell]) -> dict[str, int]:
    """Column by what it holds, if this is a row of headings: a code, and something to be filled in."""
    found: dict[str, int] = {}
    for column, cell in sorted(cells.items()):
        words = " ".join(re.sub(r"[^\w\s]", " ", fold(cell.text)).split())
        name = next((name for name, known in _COLUMNS.items() if words in known), None)
        if name is not None:
            found.setdefault(name, column)
    return found if "code" in found and found.keys() & set(_FILLED) else {}


def normal_code(text: str) -> str:
    """A code however it was retyped: `cd 04`, `CD.4` → `CD4`; other words as they are, in capitals."""
    words = clean(text).upper()
    match = _CODE.fullmatch(words)
    return f"{match[1]}{match[2]}" if match else words


def is_code(text: str) -> bool:
    """Whether something looks like a code rather than like a title."""
    return _CODE.fullmatch(text) is not None


# --- for whom -------------------------------------------------------------------------------------


def message(identity: str) -> bytes:
    """What is signed of a form."""
    return f"{MAGIC}\n{identity}".encode()


def _identity(sheet: _Sheet) -> Identity | None:
    """What the hidden sheet says; None for any other sheet."""
    lines = [sheet.cells.get(row, {}).get(1, Cell("text", "")).text for row in range(1, 5)]
    if lines[0] != MAGIC:
        return None
    try:
        said = json.loads(lines[1])
        signature = base64.b64decode(lines[3], validate=True)
    except (ValueError, binascii.Error):
        return None
    if not isinstance(said, dict):
        return None
    names = ("unit", "unit_name", "visit", "template", "version")
    texts = [str(said.get(name, "")) for name in names]  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType] - JSON
    return Identity(*texts, key=lines[2], sound=verify(lines[2], signature, message(lines[1])))
