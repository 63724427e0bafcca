"""A commune's clerk: fills in the form with openpyxl, moves things about, saves it somehow."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from inspector_app.domain.records import VisitId
from inspector_app.reports.self_report import FIGURES, HIDDEN, ITEMS
from inspector_app.services.workbench import Workbench

VALUE, POINTS, NOTE = "value", "points", "note"
_COLUMNS = {ITEMS: {VALUE: "E", POINTS: "F", NOTE: "G"}, FIGURES: {VALUE: "D", NOTE: "F"}}

SOUND = {
    "SL01": 215, "SL02": 1234, "SL03": 800, "SL04": 300, "SL05": 34, "SL06": 100, "SL07": 1100, "SL08": 700,
    "SL09": 350, "SL10": 50, "SL11": 100, "SL12": 10, "SL13": 14, "SL14": 10, "SL15": 20, "SL16": 60,
    "SL17": 500, "SL18": 400, "SL19": 900, "SL20": 1000, "SL21": 500, "SL22": 300, "SL23": 290, "SL24": 200,
}  # fmt: skip
"""Base figures that agree with each other."""


class Clerk:
    """The form of a visit on the desk of the commune."""

    def __init__(self, workbench: Workbench, visit: VisitId, folder: Path) -> None:
        self.folder = folder
        self.form = workbench.self_reports.write_form(visit, folder)
        self.book: Workbook = openpyxl.load_workbook(self.form)

    def sheet(self, name: str = ITEMS) -> Worksheet:
        sheet = self.book[name]
        assert isinstance(sheet, Worksheet)
        return sheet

    def cell(self, code: str, column: str = VALUE) -> Any:
        """The cell of an item or a base figure that takes a value, points or words."""
        for name, letters in _COLUMNS.items():
            for row in self.sheet(name).iter_rows(min_row=7):
                if row[0].value == code:
                    return self.sheet(name)[f"{letters[column]}{row[0].row}"]
        raise KeyError(code)

    def write(self, cells: Mapping[str, Any]) -> "Clerk":
        """Fill in: `CD04` is the value of an item, `CD04/points` its score, `CD04/note` the words to it."""
        for key, value in cells.items():
            code, _, column = key.partition("/")
            self.cell(code, column or VALUE).value = value
        return self

    def plainly(self, code: str, value: Any, number_format: str = "General") -> "Clerk":
        """Fill in a cell whose format was changed on the way, as pasting does."""
        cell = self.cell(code)
        cell.value, cell.number_format = value, number_format
        return self

    def spoil(self, act: Callable[[Workbook], None]) -> "Clerk":
        """Do something to the workbook."""
        act(self.book)
        return self

    def save(self, name: str = "tu kiem tra.xlsx") -> Path:
        """Save it under a name."""
        file = self.folder / name
        self.book.save(file)
        return file


def without_identity(book: Workbook) -> None:
    """The clerk copied the sheets into a workbook of their own."""
    del book[HIDDEN]
