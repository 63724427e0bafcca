"""How a checklist workbook looks, and how it becomes the same bytes on every run.

A book is given as rows of plain values; `write` lays them out as an XLSForm workbook that officials can edit
in Excel, LibreOffice or WPS. The first row of `survey` is XLSForm's own header; the second says it in
Vietnamese and is marked as disabled, so that XLSForm tools pass over it. What a column is called, means and
allows stands in `resources/checklists/columns.toml`, from which the sheet `giai_thich` is written too.
"""

import io
import re
import tomllib
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from textwrap import wrap
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import Outline, PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from inspector_app import paths
from inspector_app.forms.headings import NAMESPACE, PREFIX

LANGUAGE = "Tiếng Việt (vi)"
NAMESPACES = f'{PREFIX}="{NAMESPACE}"'

Value = str | int | float
Row = Mapping[str, Value]


@dataclass(frozen=True)
class Book:
    """What a workbook holds: the rows of each sheet, by column. A column that no row has is left out."""

    survey: Sequence[Row]
    choices: Sequence[Row]
    settings: Row


@dataclass(frozen=True)
class Column:
    """A column of a sheet, as `columns.toml` describes it."""

    key: str
    header: str
    heading: str
    kind: str
    width: int
    meaning: str
    allowed: str
    example: str
    code: bool = False
    choices: tuple[str, ...] = ()
    strict: bool = False

    @classmethod
    def read(cls, entry: Mapping[str, Any]) -> "Column":
        cells = dict(entry)
        key, ours = cells["key"], cells.pop("ours", False)
        cells.setdefault("header", f"bind::{PREFIX}:{key}" if ours else key)
        cells["choices"] = tuple(cells.get("choices", ()))
        return cls(**cells)


@cache
def vocabulary() -> Mapping[str, Any]:
    """What is said in every workbook: the advice, the colours, the columns and the rules."""
    file = paths.resources() / "checklists" / "columns.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def columns_of(sheet: str) -> tuple[Column, ...]:
    """The columns that a sheet may have, in their order."""
    return tuple(Column.read(entry) for entry in vocabulary()[sheet])


def starter() -> Book:
    """A small checklist with one item of each kind, to begin a new one from."""
    file = paths.resources() / "checklists" / "starter.toml"
    rows = tomllib.loads(file.read_text(encoding="utf-8"))
    settings = {**rows["settings"], "default_language": LANGUAGE, "namespaces": NAMESPACES}
    return Book(rows["survey"], rows["choices"], settings)


def write(book: Book, made_on: datetime) -> bytes:
    """The workbook as the bytes of an .xlsx file; its properties and entries bear the date `made_on`."""
    file = Workbook()
    file.remove(file.worksheets[0])
    sheets = {"survey": book.survey, "choices": book.choices, "settings": [book.settings]}
    used = {name: _used(columns_of(name), rows) for name, rows in sheets.items()}
    _survey(file.create_sheet("survey"), used["survey"], book.survey)
    for name in ("choices", "settings"):
        _table(file.create_sheet(name), used[name], sheets[name])
    _guide(file.create_sheet("giai_thich"), used)
    file.properties.title = str(book.settings["form_title"])
    file.properties.creator = "Sổ kiểm tra"
    file.properties.created = made_on
    raw = io.BytesIO()
    file.save(raw)
    return _settled(raw.getvalue(), made_on)


def _used(columns: Iterable[Column], rows: Sequence[Row]) -> list[Column]:
    return [
        column for column in columns if column.key == "disabled" or any(column.key in row for row in rows)
    ]


def _settled(raw: bytes, made_on: datetime) -> bytes:
    """The same archive with the clock taken out of its entries and its properties.

    Heights of rows lose the mark of having been set by hand, so that Excel fits them again after an edit.
    """
    stamp = made_on.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as source, zipfile.ZipFile(result, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, content)
            if name.startswith("xl/worksheets/"):
                content = content.replace(b' customHeight="1"', b"")
            entry = zipfile.ZipInfo(name, date_time=made_on.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # else the bytes would tell Windows from Linux
            entry.external_attr = 0o644 << 16
            target.writestr(entry, content)
    return result.getvalue()


# --- cells ------------------------------------------------------------------------------------------

_TEXT = Font(name="Times New Roman", size=12)
_BOLD = Font(name="Times New Roman", size=12, bold=True)
_TITLE = Font(name="Times New Roman", size=14, bold=True)
_CODE = Font(name="Consolas", size=10)
_FAINT = Font(name="Consolas", size=10, color="808080")
_EDGE = Side(style="thin", color="BFBFBF")
_BOX = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
_WRAP = Alignment(wrap_text=True, vertical="top")
_CENTRE = Alignment(wrap_text=True, vertical="center", horizontal="center")


def _fill(colour: str) -> PatternFill:
    return PatternFill("solid", fgColor=colour)


_AREA, _GROUP = _fill("D6DCE5"), _fill("F2F2F2")


def _put(
    sheet: Worksheet, row: int, column: int, value: Value | None, font: Font, fill: PatternFill | None = None
) -> Cell:
    cell: Any = sheet.cell(row, column, value)
    if isinstance(value, str):
        cell.data_type, cell.number_format = "s", "@"  # never a formula, never turned into a date
    cell.font, cell.border, cell.alignment = font, _BOX, _WRAP
    if fill:
        cell.fill = fill
    return cell


def _header(
    sheet: Worksheet, row: int, words: Iterable[str], fills: Iterable[PatternFill], font: Font
) -> None:
    for index, (word, fill) in enumerate(zip(words, fills, strict=False), start=1):
        _put(sheet, row, index, word, font, fill).alignment = _CENTRE


def _row(
    sheet: Worksheet, number: int, columns: Sequence[Column], row: Row, fill: PatternFill | None
) -> None:
    for index, column in enumerate(columns, start=1):
        cell = _put(sheet, number, index, row.get(column.key), _CODE if column.code else _TEXT, fill)
        if column.code:
            cell.number_format = "@"
    _fit(sheet, number)


def _fit(sheet: Worksheet, number: int) -> None:
    """Make a row as high as its longest text needs; not every program does that when it opens a file."""
    lines = 1
    for index, cell in enumerate(sheet[number], start=1):
        width = sheet.column_dimensions[get_column_letter(index)].width
        lines = max(lines, len(wrap(str(cell.value or ""), int(width * 0.95))))
    sheet.row_dimensions[number].height = 16 * lines


def _prepare(sheet: Worksheet, columns: Sequence[Column], first: int) -> None:
    """The XLSForm header with its explanations, widths and drop-down lists; rows of data begin at `first`."""
    _header(
        sheet,
        1,
        (c.header for c in columns),
        (_fill(vocabulary()["kinds"][c.kind][1]) for c in columns),
        _CODE,
    )
    sheet.row_dimensions[1].height = 32
    for index, column in enumerate(columns, start=1):
        letter = get_column_letter(index)
        sheet.column_dimensions[letter].width = column.width
        tip = DataValidation(
            promptTitle=column.heading[:32], prompt=column.meaning[:255], showInputMessage=True
        )
        tip.add(f"{letter}1")
        sheet.add_data_validation(tip)
        if column.choices:
            offered = ",".join(column.choices)
            pick = DataValidation(type="list", formula1=f'"{offered}"', showErrorMessage=column.strict)
            pick.errorTitle, pick.error = column.heading[:32], f"Chọn một trong: {offered}"[:255]
            pick.add(f"{letter}{first}:{letter}2000")
            sheet.add_data_validation(pick)
    sheet.print_title_rows = f"1:{first - 1}"
    _paper(sheet)


def _paper(sheet: Worksheet) -> None:
    """A4 across, as wide as the sheet; the survey is too wide for that and goes on A3 pages side by side."""
    sheet.page_setup.orientation = "landscape"
    if sheet.title == "survey":
        sheet.page_setup.paperSize, sheet.page_setup.scale = 8, 70
        sheet.print_title_cols = "A:B"
    else:
        sheet.page_setup.paperSize = 9
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


# --- sheets -----------------------------------------------------------------------------------------


def _survey(sheet: Worksheet, columns: Sequence[Column], rows: Sequence[Row]) -> None:
    _prepare(sheet, columns, first=3)
    headings = ("yes" if column.key == "disabled" else column.heading for column in columns)
    _header(sheet, 2, headings, (_fill(vocabulary()["kinds"][column.kind][2]) for column in columns), _BOLD)
    sheet.row_dimensions[2].height = 50
    for number, (row, depth) in enumerate(_with_depth(rows), start=3):
        begins, ends = (str(row["type"]).startswith(word) for word in ("begin_", "end_"))
        _row(sheet, number, columns, row, None if not begins else _GROUP if depth else _AREA)
        if ends or (begins and not depth):
            for index in range(1, len(columns) + 1):
                sheet.cell(number, index).font = _FAINT if ends else _BOLD
        sheet.row_dimensions[number].outlineLevel = (
            1 if depth or ends else 0
        )  # an area folds to its first row
    sheet.sheet_properties.outlinePr = Outline(summaryBelow=False)
    sheet.sheet_format.outlineLevelRow = 1
    sheet.freeze_panes = "C3"
    sheet.auto_filter.ref = f"A2:{get_column_letter(len(columns))}{len(rows) + 2}"
    sheet.sheet_view.zoomScale = 90


def _with_depth(rows: Iterable[Row]) -> Iterator[tuple[Row, int]]:
    """Each row with the number of groups around it."""
    depth = 0
    for row in rows:
        depth -= str(row["type"]).startswith("end_")
        yield row, depth
        depth += str(row["type"]).startswith("begin_")


def _table(sheet: Worksheet, columns: Sequence[Column], rows: Sequence[Row]) -> None:
    _prepare(sheet, columns, first=2)
    shaded, before = True, object()
    for number, row in enumerate(rows, start=2):
        if row.get("list_name") != before:
            shaded, before = not shaded, row.get("list_name")
        _row(sheet, number, columns, row, _GROUP if shaded else None)
    sheet.freeze_panes = "A2"


def _guide(sheet: Worksheet, tables: Mapping[str, Sequence[Column]]) -> None:
    for letter, width in zip("ABCDEF", (12, 30, 24, 50, 46, 40), strict=True):
        sheet.column_dimensions[letter].width = width
    number = 0
    for number, sentence in enumerate(("Giải thích các cột của phiếu", *vocabulary()["advice"]), start=1):
        sheet.merge_cells(start_row=number, start_column=1, end_row=number, end_column=6)
        cell: Any = sheet.cell(number, 1, sentence)
        cell.font, cell.alignment = _TITLE if number == 1 else _TEXT, _WRAP
    number += 2
    grey = [_fill(vocabulary()["kinds"]["other"][1])] * 6
    _header(
        sheet, number, ("Trang", "Cột", "Tên tiếng Việt", "Ý nghĩa", "Giá trị được ghi", "Ví dụ"), grey, _BOLD
    )
    for name, column in ((name, column) for name, columns in tables.items() for column in columns):
        number += 1
        soft = _fill(vocabulary()["kinds"][column.kind][2])
        words = (name, column.header, column.heading, column.meaning, column.allowed, column.example)
        for index, word in enumerate(words, start=1):
            coded, coloured = index in (1, 2, 6), index in (2, 3)
            _put(sheet, number, index, word, _CODE if coded else _TEXT, soft if coloured else None)
        _fit(sheet, number)
    number += 1
    for kind, (name, strong, _) in vocabulary()["kinds"].items():
        if any(column.kind == kind for columns in tables.values() for column in columns):
            number += 1
            _put(sheet, number, 1, None, _TEXT, _fill(strong))
            _put(sheet, number, 2, name, _TEXT)
    number = _listed(
        sheet,
        number + 2,
        ("Kiểu câu hỏi", "", "Ý nghĩa", "", "Ví dụ"),
        ((entry["type"], "", entry["meaning"], "", entry["example"]) for entry in vocabulary()["types"]),
    )
    if any(column.key == "rule" for column in tables["survey"]):
        _listed(
            sheet,
            number + 2,
            ("Quy tắc", "Tên gọi", "Cách chấm", "Tham số", "Ví dụ"),
            (
                (entry["rule"], entry["name"], entry["meaning"], entry["params"], entry["example"])
                for entry in vocabulary()["rules"]
            ),
        )
    _paper(sheet)


def _listed(sheet: Worksheet, number: int, heads: Iterable[str], rows: Iterable[Sequence[str]]) -> int:
    """A table from row `number` on, its first and last columns in the letters of code; the last row."""
    grey = [_fill(vocabulary()["kinds"]["other"][1])] * 6
    _header(sheet, number, ("", *heads), grey, _BOLD)
    for row in rows:
        number += 1
        for index, word in enumerate(("", *row), start=1):
            _put(sheet, number, index, word or None, _CODE if index in (2, 6) else _TEXT)
        _fit(sheet, number)
    return number
