"""The Excel form on which a unit reports on itself: its own scores, its base figures, and how to fill it in.

Everything but the yellow cells is locked, without a password: it keeps hands from slipping, not people from
working. What the unit is asked stands in words at the cell, choices are lists, and figures that contradict
each other say so while they are typed. Which visit, unit and checklist the form is for lies on a hidden sheet
and is signed, so that a form that was meant for another unit is noticed when it comes back.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from io import BytesIO
from textwrap import wrap
from typing import Any, Final, Literal

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from inspector_app.reports.document import printable

ITEMS, FIGURES, GUIDE, HIDDEN = "Tiêu chí", "Số liệu", "Hướng dẫn", "_so_kiem_tra"
"""The names of the sheets."""
CODE, TEXT, RULE, WORTH, UNIT, CHECK = "Mã", "Nội dung", "Cách chấm", "Điểm tối đa", "Đơn vị tính", "Kiểm tra"
VALUE, POINTS, NOTE = "Kết quả, số liệu", "Điểm tự chấm", "Tài liệu kiểm chứng, giải trình"
"""What stands over the columns."""

Kind = Literal["ratio", "choice", "number", "points", "text", "derived"]
"""How an item is answered: `points` takes only the score, `derived` follows from the base figures."""


# --- what is known --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedItem:
    """One item of the form.

    `bonus`: its points are added to the index. `guide` says at the cell what is to be written. `sides` are
    the base figures whose sums are divided where the value is derived.
    """

    code: str
    area: str
    text: str
    kind: Kind
    rule: str = ""
    worth: Decimal | None = None
    bonus: bool = False
    guide: str = ""
    options: tuple[str, ...] = ()
    sides: tuple[tuple[str, ...], tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class FigureCheck:
    """A figure compared with the sum of others: `=`, `<=` or `>=`; only a warning, or an error."""

    sign: str
    others: tuple[str, ...]
    message: str
    warns: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedFigure:
    """One base figure."""

    code: str
    text: str
    unit: str
    whole: bool = True
    checks: tuple[FigureCheck, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfReportFacts:
    """All that the form says. `hidden` goes onto the hidden sheet as it is, line by line."""

    unit: str
    unit_code: str
    title: str
    period: str
    version: str
    areas: Mapping[str, str]
    """Code → name."""
    items: tuple[AskedItem, ...]
    figures: tuple[AskedFigure, ...]
    hidden: tuple[str, ...]


# --- cells ----------------------------------------------------------------------------------------

_TEXT, _BOLD = Font(name="Times New Roman", size=12), Font(name="Times New Roman", size=12, bold=True)
_SMALL, _TITLE = (
    Font(name="Times New Roman", size=10, italic=True),
    Font(name="Times New Roman", size=14, bold=True),
)
_EDGE = Side(style="thin", color="BFBFBF")
_BOX = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
_WRAP = Alignment(wrap_text=True, vertical="top")
_CENTRE = Alignment(wrap_text=True, vertical="center", horizontal="center")
_AREA, _HEAD, _OPEN, _BAD, _DOUBT = (
    PatternFill("solid", bgColor=colour, fgColor=colour)
    for colour in ("D6DCE5", "BDD7EE", "FFF9DB", "F8CBAD", "FFE699")
)
_AS_TEXT: Final = "@"
_FIRST: Final = 6
"""The row of the headings; what they stand over begins below."""


def _put(sheet: Worksheet, row: int, column: int, value: str | Decimal | None, font: Font = _TEXT) -> Cell:
    cell: Any = sheet.cell(row, column, printable(value) if isinstance(value, str) else value)
    if isinstance(value, str):
        cell.data_type, cell.number_format = "s", _AS_TEXT  # never a formula, never turned into a date
    cell.font, cell.border, cell.alignment = font, _BOX, _WRAP
    return cell


def _open(cell: Any, number_format: str) -> None:
    """A cell that the unit fills in."""
    cell.fill, cell.protection, cell.number_format = _OPEN, Protection(locked=False), number_format


def _formula(cell: Any, formula: str, number_format: str) -> None:
    cell.value, cell.data_type, cell.number_format = formula, "f", number_format


def _fit(sheet: Worksheet, row: int) -> None:
    """Make a row as high as its longest text needs; not every program does that when it opens a file."""
    lines = 1.0
    for index, cell in enumerate(sheet[row], 1):
        size = float(cell.font.sz or 12)  # pyright: ignore[reportUnknownArgumentType] - a number in points
        width = int(sheet.column_dimensions[get_column_letter(index)].width * 0.95 * 12 / size)
        words = "" if cell.data_type == "f" else str(cell.value or "")
        lines = max(lines, sum(len(wrap(line, width)) for line in words.split("\n")) * size / 12)
    sheet.row_dimensions[row].height = 16 * lines + 3


# --- the workbook ---------------------------------------------------------------------------------


def write(facts: SelfReportFacts) -> bytes:
    """The form as the bytes of an .xlsx file."""
    book = Workbook()
    book.remove(book.worksheets[0])
    guide, figures, items = (book.create_sheet(name) for name in (GUIDE, FIGURES, ITEMS))
    hidden = book.create_sheet(HIDDEN)
    hidden.sheet_state = "veryHidden"
    for row, words in enumerate(facts.hidden, 1):
        _put(hidden, row, 1, words)
    rows = _figures(figures, facts)
    _items(items, facts, rows, hidden)
    _guide(guide, facts)
    for sheet in (guide, items, figures):
        sheet.protection.sheet = True
        sheet.protection.formatColumns = sheet.protection.formatRows = False  # allowed, that is
        _paper(sheet, across=sheet is not guide)
    book.properties.title, book.properties.creator = f"{facts.title} – {facts.unit}", "Sổ kiểm tra"
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _paper(sheet: Worksheet, *, across: bool) -> None:
    sheet.page_setup.paperSize, sheet.page_setup.orientation = 9, "landscape" if across else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{_FIRST}:{_FIRST}" if across else None
    footer: Any = sheet.oddFooter
    footer.right.text = "Trang &P/&N"


def _head(sheet: Worksheet, facts: SelfReportFacts, title: str, columns: Sequence[tuple[str, int]]) -> None:
    """The title, and the headings of the table, which stay in view."""
    for index, (_, width) in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    _entitle(sheet, facts, title, len(columns))
    sheet.row_dimensions[1].height = 24
    for index, (heading, _) in enumerate(columns, 1):
        cell = _put(sheet, _FIRST, index, heading, _BOLD)
        cell.fill, cell.alignment = _HEAD, _CENTRE
    sheet.row_dimensions[_FIRST].height = 34
    sheet.freeze_panes = f"C{_FIRST + 1}"


def _entitle(sheet: Worksheet, facts: SelfReportFacts, title: str, columns: int) -> None:
    """Title, unit, period and version, across the sheet."""
    lines = (
        (title.upper(), _TITLE),
        (f"{facts.unit} (mã {facts.unit_code})", _BOLD),
        (facts.period, _TEXT),
        (f"{facts.title} · {facts.version}", _SMALL),
    )
    for row, (words, font) in enumerate(lines, 1):
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=columns)
        cell: Any = sheet.cell(row, 1, printable(words))
        cell.font, cell.alignment = font, _CENTRE


# --- base figures ---------------------------------------------------------------------------------


def _figures(sheet: Worksheet, facts: SelfReportFacts) -> dict[str, int]:
    """The sheet of base figures; the row of each."""
    _head(
        sheet,
        facts,
        "Biểu số liệu cơ sở",
        ((CODE, 9), (TEXT, 56), (UNIT, 12), (VALUE, 16), (CHECK, 44), (NOTE, 40)),
    )
    rows = {figure.code: row for row, figure in enumerate(facts.figures, _FIRST + 1)}
    for figure in facts.figures:
        row = rows[figure.code]
        for column, words in enumerate((figure.code, figure.text, figure.unit), 1):
            _put(sheet, row, column, words, _BOLD if column == 1 else _TEXT)
        _open(_put(sheet, row, 4, None), "#,##0" if figure.whole else "#,##0.###")
        _put(sheet, row, 5, None, _SMALL)
        if figure.checks:
            _formula(sheet.cell(row, 5), _checked(figure, rows), "General")
        _open(_put(sheet, row, 6, None), _AS_TEXT)
        _fit(sheet, row)
    if rows:
        _guard_figures(sheet, facts.figures, rows)
    return rows


def _guard_figures(sheet: Worksheet, figures: Iterable[AskedFigure], rows: Mapping[str, int]) -> None:
    for whole in (True, False):
        cells = [f"D{rows[figure.code]}" for figure in figures if figure.whole is whole]
        kind, words = ("whole", "số nguyên") if whole else ("decimal", "số")
        guard = DataValidation(type=kind, operator="greaterThanOrEqual", formula1="0", showErrorMessage=True)
        guard.errorTitle, guard.error = "Số liệu", f"Nhập {words} từ 0 trở lên, không ghi chữ trong ô này."
        for cell in cells:
            guard.add(cell)
        if cells:
            sheet.add_data_validation(guard)
    table = f"A{_FIRST + 1}:F{max(rows.values())}"
    for word, fill in (("Sai", _BAD), ("Xem", _DOUBT)):
        telling = f'LEFT($E{_FIRST + 1},3)="{word}"'
        rule = Rule(type="expression", formula=[telling], dxf=DifferentialStyle(fill=fill))
        sheet.conditional_formatting.add(table, rule)


def _checked(figure: AskedFigure, rows: Mapping[str, int]) -> str:
    """A formula that says what contradicts; blank until all figures concerned are there."""
    here = f"D{rows[figure.code]}"
    told = '"Đúng"'
    for check in reversed(figure.checks):
        others = [f"D{rows[code]}" for code in check.others if code in rows]
        blank = ",".join(f'{cell}=""' for cell in (here, *others))
        word = "Xem lại" if check.warns else "Sai"
        message = f"{word}: {check.message}".replace('"', '""')
        told = f'IF(OR({blank}),"",IF({here}{check.sign}{"+".join(others)},{told},"{message}"))'
    return f"={told}"


# --- items ----------------------------------------------------------------------------------------


def _items(sheet: Worksheet, facts: SelfReportFacts, figures: Mapping[str, int], hidden: Worksheet) -> None:
    columns = ((CODE, 9), (TEXT, 52), (RULE, 40), (WORTH, 10), (VALUE, 26), (POINTS, 11), (NOTE, 44))
    _head(sheet, facts, "Bảng tự kiểm tra, tự chấm điểm", columns)
    lists = _Lists(hidden)
    guards = _PointGuards()
    row, area, scored = _FIRST, "", list[int]()
    for item in facts.items:
        row += 1
        if item.area != area:
            area = item.area
            _area(sheet, row, f"{area}. {facts.areas.get(area, '')}".strip(". "), len(columns))
            row += 1
        for column, words in enumerate((item.code, item.text, item.rule), 1):
            _put(sheet, row, column, words, (_BOLD, _TEXT, _SMALL)[column - 1])
        _put(sheet, row, 4, item.worth).number_format = "0.00"
        _value(sheet, row, item, figures, lists)
        points = _put(sheet, row, 6, None)
        if item.worth is not None:
            scored += [] if item.bonus else [row]
            _open(points, "0.00")
            guards.add(f"F{row}", item.worth)
        _open(_put(sheet, row, 7, None), _AS_TEXT)
        _fit(sheet, row)
    for guard in guards.made():
        sheet.add_data_validation(guard)
    _total(sheet, row + 1, scored)


def _area(sheet: Worksheet, row: int, name: str, columns: int) -> None:
    for column in range(1, columns + 1):
        _put(sheet, row, column, name if column == 1 else None, _BOLD).fill = _AREA
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=columns)
    sheet.row_dimensions[row].height = 20


def _value(sheet: Worksheet, row: int, item: AskedItem, figures: Mapping[str, int], lists: "_Lists") -> None:
    cell = _put(sheet, row, 5, None)
    if item.kind == "derived":
        if item.sides is not None:
            above, below = ("+".join(f"'{FIGURES}'!D{figures[code]}" for code in side) for side in item.sides)
            _formula(cell, f'=IF(N({below})=0,"",({above})/({below}))', "0.00%")
        return
    if item.kind == "points":
        _put(sheet, row, 5, "(ghi điểm ở cột bên)", _SMALL)
        return
    _open(cell, "#,##0.###" if item.kind == "number" else _AS_TEXT)
    if item.kind == "choice":
        sheet.add_data_validation(lists.choose_from(item.options, cell.coordinate))
    elif item.guide:
        tip = DataValidation(promptTitle=item.code, prompt=item.guide[:255], showInputMessage=True)
        tip.add(cell.coordinate)
        sheet.add_data_validation(tip)


def _total(sheet: Worksheet, row: int, scored: Sequence[int]) -> None:
    if not scored:
        return
    for column in range(1, 8):
        _put(sheet, row, column, "Cộng" if column == 2 else None, _BOLD).fill = _AREA
    for column in ("D", "F"):
        _formula(sheet[f"{column}{row}"], f"=SUM({column}{scored[0]}:{column}{scored[-1]})", "0.00")


class _Lists:
    """Lists of choices, kept on the hidden sheet: their words are too long for a list inside a rule."""

    def __init__(self, hidden: Worksheet) -> None:
        self._hidden = hidden
        self._columns: dict[tuple[str, ...], str] = {}

    def choose_from(self, options: tuple[str, ...], cell: str) -> DataValidation:
        """A rule that offers the options at a cell."""
        if options not in self._columns:
            column = len(self._columns) + 3
            for row, option in enumerate(options, 1):
                _put(self._hidden, row, column, option)
            self._columns[options] = get_column_letter(column)
        letter = self._columns[options]
        area = f"'{HIDDEN}'!${letter}$1:${letter}${len(options)}"
        rule = DataValidation(type="list", formula1=area, allow_blank=True, showErrorMessage=True)
        rule.errorTitle, rule.error = "Kết quả", "Chọn một trong các phương án của danh sách."
        rule.add(cell)
        return rule


@dataclass
class _PointGuards:
    """Rules that keep a score between 0 and what the item is worth, one for each worth."""

    cells: dict[Decimal, list[str]] = field(default_factory=dict[Decimal, list[str]])

    def add(self, cell: str, worth: Decimal) -> None:
        self.cells.setdefault(worth, []).append(cell)

    def made(self) -> Iterable[DataValidation]:
        for worth, cells in self.cells.items():
            rule = DataValidation(
                type="decimal", operator="between", formula1="0", formula2=f"{worth:f}", showErrorMessage=True
            )
            rule.errorTitle = POINTS
            rule.error = f"Nhập điểm từ 0 đến {f'{worth:f}'.replace('.', ',')}."
            for cell in cells:
                rule.add(cell)
            yield rule


# --- how to fill it in ----------------------------------------------------------------------------

_ADVICE: Final = (
    f"Chỉ ghi vào các ô màu vàng của hai trang “{ITEMS}” và “{FIGURES}”; các ô khác đã khóa.",
    f"Trang “{FIGURES}”: ghi số nguyên, không ghi đơn vị tính hay chú thích vào ô số. Cột “{CHECK}” báo "
    "“Sai” khi các số liệu không khớp nhau; đề nghị sửa trước khi gửi.",
    "Tỷ lệ ghi cả tử số và mẫu số, ví dụ 18/26. Nếu chỉ biết tỷ lệ thì ghi kèm dấu %, ví dụ 95,5%.",
    "Tỷ lệ tính được từ biểu số liệu thì hiện sẵn, không phải ghi.",
    "Mục có nhiều phương án: chọn trong danh sách của ô. Mục không phát sinh: ghi “Không áp dụng” ở cột kết "
    f"quả và nêu lý do ở cột “{NOTE}”.",
    f"Cột “{POINTS}”: điểm đơn vị tự cho, từ 0 đến điểm tối đa, dùng dấu phẩy cho phần thập phân (1,5).",
    f"Cột “{NOTE}”: số, ngày của văn bản, tên tệp kèm theo, lý do nếu chưa đạt.",
    "Không xóa, không đổi tên trang; nếu chép sang tệp khác thì giữ nguyên cột “Mã” và hàng tiêu đề.",
    "Lưu ở dạng .xlsx (Excel, WPS hoặc LibreOffice) và gửi lại cho Đoàn kiểm tra trước ngày kiểm tra.",
)


def _guide(sheet: Worksheet, facts: SelfReportFacts) -> None:
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 5, 95
    _entitle(sheet, facts, "Báo cáo tự kiểm tra", 2)
    for number, words in enumerate(_ADVICE, 1):
        row = _FIRST - 1 + number
        for column, said in enumerate((f"{number}.", words), 1):
            cell: Any = sheet.cell(row, column, said)
            cell.font, cell.alignment = _TEXT, _WRAP
        _fit(sheet, row)
