"""Small workbooks made on the spot, right or with a fault at a known cell."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from openpyxl import Workbook

from inspector_app.domain.errors import Problem, TemplateRefused
from inspector_app.forms.workbook import Compiled, read_workbook

DECLARATION = 'cchc="https://sokiemtra.vn/xform/1"'

GOOD: dict[str, list[list[Any]]] = {
    "survey": [
        [
            *("type", "name", "label::Tiếng Việt (vi)", "relevant", "constraint", "calculation"),
            *("bind::cchc:rule", "bind::cchc:max_points", "bind::cchc:params"),
            *("bind::cchc:numerator", "bind::cchc:denominator", "bind::cchc:na"),
            *("bind::cchc:warning", "bind::cchc:warning_message", "bind::cchc:days", "bind::cchc:basis_from"),
        ],
        ["begin_group", "CD", "Chỉ đạo, điều hành"],
        [
            "select_one co_khong",
            "CD03",
            "Có kinh phí riêng không?",
            *3 * [None],
            "co_khong",
            40,
            "co=40; khong=0",
        ],
        [
            *("begin_group", "CD04", "Tỷ lệ nhiệm vụ đúng hạn", None, None, None),
            *("tuyen_tinh", 60, "duoi=70; tren=100", "${CD04_tu}", "${CD04_mau}"),
        ],
        ["integer", "CD04_tu", "Số nhiệm vụ đúng hạn", None, ". <= ${CD04_mau}"],
        ["integer", "CD04_mau", "Số nhiệm vụ đến hạn", None, ". >= 0"],
        ["end_group"],
        ["text", "ghi_chu", "Ghi chú", "${CD03} = 'khong'"],
        ["end_group"],
    ],
    "choices": [
        ["list_name", "name", "label::Tiếng Việt (vi)", "diem"],
        ["co_khong", "co", "Có", 40],
        ["co_khong", "khong", "Không", 0],
    ],
    "settings": [
        ["form_title", "form_id", "version", "default_language", "namespaces", "attribute::cchc:bands"],
        ["Phiếu thử", "phieu_thu", "1", "Tiếng Việt (vi)", DECLARATION, "80:Tốt | 0:Yếu"],
    ],
}


def workbook(
    changes: Mapping[str, Any] | None = None,
    *,
    without: str = "",
    also: Callable[[Workbook], object] = lambda book: None,
) -> bytes:
    """The good workbook with some cells changed (`{"survey!A5": "integr"}`), as the bytes of a file.

    `without` leaves a sheet out; `also` does to the workbook what cells cannot say.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in GOOD.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    for place, value in (changes or {}).items():
        sheet_name, cell = place.split("!")
        book[sheet_name][cell] = value
    also(book)
    if without:
        del book[without]
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def rewritten(content: bytes, part: str, pattern: bytes, by: bytes) -> bytes:
    """The same file with the XML of one part changed, as other programs write it."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(result, "w") as target:
        for name in source.namelist():
            xml = source.read(name)
            target.writestr(name, re.sub(pattern, by, xml) if name == part else xml)
    return result.getvalue()


def compiled(content: bytes) -> Compiled:
    return read_workbook(content, "phieu.xlsx")


def refused(content: bytes) -> list[str]:
    """Every problem of a workbook as `sheet!cell: message remedy`."""
    with pytest.raises(TemplateRefused) as caught:
        compiled(content)
    return [str(problem) for problem in caught.value.problems]


def warned(content: bytes) -> list[str]:
    return [str(warning) for warning in compiled(content).warnings]


def outcome(content: bytes) -> Compiled | list[Problem]:
    """What becomes of a file of which anything may be true."""
    try:
        return compiled(content)
    except TemplateRefused as refusal:
        return refusal.problems
