"""The form that goes out: what is asked, what is locked, what it is for."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl.workbook import Workbook

from inspector_app.domain.records import VisitId
from inspector_app.reports.self_report import FIGURES, GUIDE, HIDDEN, ITEMS
from inspector_app.services.workbench import Workbench
from tests.services.conftest import UNIT
from tests.services.self_report.filling import Clerk


@pytest.fixture
def clerk(lan: Workbench, visit: VisitId, tmp_path: Path) -> Clerk:
    return Clerk(lan, visit, tmp_path)


def codes(book: Workbook, name: str) -> list[str]:
    cells = (row[0].value for row in book[name].iter_rows(min_row=7))
    return [code for code in map(str, filter(None, cells)) if code[2:].isdigit()]


def test_every_item_with_points_and_every_base_figure_is_asked(clerk: Clerk) -> None:
    assert clerk.book.sheetnames == [GUIDE, FIGURES, ITEMS, HIDDEN]
    assert codes(clerk.book, FIGURES) == [f"SL{number:02}" for number in range(1, 25)]
    asked = codes(clerk.book, ITEMS)
    assert len(asked) == 84 + 1 + 3  # scored items, the bonus, the remarks
    assert not {"TP02", "TP03"} & set(asked)  # what is deducted for is the team's business


def test_only_what_is_to_be_filled_in_is_open(clerk: Clerk) -> None:
    for name in (GUIDE, FIGURES, ITEMS):
        assert clerk.book[name].protection.sheet
        assert not clerk.book[name].protection.password
    assert not clerk.cell("CD04").protection.locked
    assert not clerk.cell("CD04", "points").protection.locked
    assert not clerk.cell("SL01").protection.locked
    assert clerk.cell("TT14").protection.locked  # follows from the base figures
    row = clerk.cell("CD04").row
    assert all(clerk.sheet().cell(row, column).protection.locked for column in (1, 2, 3, 4))


def test_a_fraction_stays_text_and_a_figure_a_number(clerk: Clerk) -> None:
    assert clerk.cell("CD04").number_format == "@"
    assert clerk.cell("SL01").number_format == "#,##0"
    assert clerk.cell("CD04", "points").number_format == "0.00"


def rules_at(sheet: Any, cell: str) -> list[Any]:
    return [rule for rule in sheet.data_validations.dataValidation if cell in rule.sqref]


def test_choices_are_a_list_and_scores_are_bounded(clerk: Clerk) -> None:
    (choice,) = rules_at(clerk.sheet(), clerk.cell("CD01").coordinate)
    assert choice.type == "list"
    letters = choice.formula1.split("!")[1].replace("$", "").split(":")
    listed = [row[0].value for row in clerk.book[HIDDEN][letters[0] : letters[1]]]
    assert listed == [
        "Đúng hạn và đủ nội dung",
        "Có ban hành nhưng chậm hoặc thiếu lĩnh vực",
        "Không ban hành",
    ]
    (points,) = rules_at(clerk.sheet(), clerk.cell("CD04", "points").coordinate)
    assert (points.type, points.formula1, points.formula2) == ("decimal", "0", "2")
    (figure,) = rules_at(clerk.sheet(FIGURES), clerk.cell("SL01").coordinate)
    assert (figure.type, figure.operator) == ("whole", "greaterThanOrEqual")


def test_figures_are_checked_while_they_are_typed(clerk: Clerk) -> None:
    row = {code: clerk.cell(code).row for code in ("SL02", "SL03", "SL06", "SL15", "SL10", "SL12")}
    total = str(clerk.sheet(FIGURES)[f"E{row['SL02']}"].value)
    assert f"D{row['SL02']}=D{row['SL03']}+" in total
    assert "Xem lại" in total
    assert f"D{row['SL15']}<=D{row['SL10']}+D{row['SL12']}" in str(
        clerk.sheet(FIGURES)[f"E{row['SL15']}"].value
    )
    assert str(clerk.cell("TT14").value).startswith("=IF(")


def test_the_form_says_what_it_is_for_and_bears_a_signature(
    clerk: Clerk, lan: Workbench, visit: VisitId
) -> None:
    hidden = clerk.book[HIDDEN]
    assert hidden.sheet_state == "veryHidden"
    said = json.loads(str(hidden["A2"].value))
    record = lan.visits.get(visit).visit
    assert (said["unit"], said["visit"], said["template"]) == (UNIT, visit, record.template)
    assert "UBND xã Thường Phước (mã 29971)" in str(clerk.sheet()["A2"].value)
    assert "01/01/2026" in str(clerk.sheet()["A3"].value)


def test_the_instructions_are_in_vietnamese(clerk: Clerk) -> None:
    words = " ".join(str(cell.value) for row in clerk.book[GUIDE].iter_rows() for cell in row if cell.value)
    assert "18/26" in words
    assert ".xlsx" in words
