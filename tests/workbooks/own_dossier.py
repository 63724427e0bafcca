"""A dossier form of the office's own: the shipped one, with a photo, and in English as well."""

from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from inspector_app import paths

ENGLISH = "English (en)"
PHOTO = "anh"


def write(folder: Path) -> Path:
    """Write the workbook; a question is called "EN " and its name in English."""
    book = openpyxl.load_workbook(paths.resources() / "checklists" / "ho_so.xlsx")
    survey, settings = book["survey"], book["settings"]
    columns = _columns(survey)
    label = next(column for heading, column in columns.items() if heading.startswith("label"))
    english, last = survey.max_column + 1, survey.max_row + 1
    for heading, value in (("type", "image"), ("name", PHOTO)):
        survey.cell(last, columns[heading], value)
    survey.cell(last, label, "Ảnh giấy hẹn")
    survey.cell(1, english, f"label::{ENGLISH}")
    for row in range(2, last + 1):
        if survey.cell(row, label).value:
            survey.cell(row, english, f"EN {survey.cell(row, columns['name']).value}")
    settings.cell(2, _columns(settings)["version"], "riêng")
    file = folder / "ho_so.xlsx"
    book.save(file)
    return file


def _columns(sheet: Worksheet) -> dict[str, int]:
    """The headings of a sheet and where they stand."""
    return {str(cell.value): place for place, cell in enumerate(sheet[1], 1) if cell.value}
