"""A self-report comes back as offices send it: it is seen first, taken in one act, and can be undone."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from inspector_app.domain.errors import (
    AreaOfAnother,
    FileTrouble,
    NoSelfReport,
    SelfReportRefused,
    SelfReportUnconfirmed,
    UnitUnknown,
)
from inspector_app.domain.records import MEMBER, Answer, RecordId, VisitId
from inspector_app.reports.self_report import FIGURES, HIDDEN, ITEMS
from inspector_app.services.self_report.taking import TITLE
from inspector_app.services.self_report.views import ReportedCell, SelfReportPreview
from inspector_app.services.workbench import Workbench
from tests.services.conftest import UNIT, Laptops, begin, counted, hand_over, verified
from tests.services.self_report.filling import SOUND, Clerk, without_identity

FILLED: dict[str, Any] = {
    **SOUND,
    "CD01": "Đúng hạn và đủ nội dung",
    "CD01/points": 1.5,
    "CD01/note": "Kế hoạch số 15/KH-UBND ngày 10/01/2026",
    "CD04": "18/26",
    "CD04/points": "1,2",
    "CD05": "95%",
    "CD08": 3,
    "CD02/points": 0.75,
    "NX03": "Đề nghị tỉnh nâng cấp\nphần mềm một cửa",
}


@pytest.fixture
def clerk(lan: Workbench, visit: VisitId, tmp_path: Path) -> Clerk:
    return Clerk(lan, visit, tmp_path)


def answer(workbench: Workbench, visit: VisitId, code: str) -> Answer:
    found = workbench._workspace.projections.get(visit, Answer, code)
    return found.record if found else Answer()


def cell(preview: SelfReportPreview, key: str) -> ReportedCell:
    return next(each for each in preview.cells if each.key == key)


# --- the plain case -------------------------------------------------------------------------------


def test_a_filled_form_is_previewed_and_taken(lan: Workbench, visit: VisitId, clerk: Clerk) -> None:
    file = clerk.write(FILLED).save()
    before = counted(lan)
    preview = lan.self_reports.preview(visit, file)
    assert counted(lan) == before
    assert preview.doubts == preview.cautions == ()
    assert {each.state for each in preview.cells} == {"new"}
    assert cell(preview, "CD04/value").place == f"{ITEMS}!E{clerk.cell('CD04').row}"
    assert cell(preview, "SL07/value").answers

    saved = lan.self_reports.accept(visit, preview)
    kept = answer(lan, visit, "CD04")
    assert (kept.self_value, kept.self_points, kept.value) == ("18 / 26", "1.2", None)
    assert answer(lan, visit, "CD01").self_note.startswith("Kế hoạch số 15")
    assert answer(lan, visit, "NX03").self_value == "Đề nghị tỉnh nâng cấp phần mềm một cửa"
    assert (answer(lan, visit, "SL02").self_value, answer(lan, visit, "SL02").value) == ("1234", "1234")
    view = lan.checklists.open(visit).items["CD04"]
    assert str(view.self_points) == "1.2"
    assert {touched.kind for touched in saved.what} == {"answer", "document"}
    assert [entry.record.title for entry in lan.visits.get(visit).documents] == [TITLE]
    assert verified(lan)


def test_taking_a_file_twice_changes_nothing(lan: Workbench, visit: VisitId, clerk: Clerk) -> None:
    file = clerk.write(FILLED).save()
    lan.self_reports.accept(visit, lan.self_reports.preview(visit, file))
    before = counted(lan)
    again = lan.self_reports.preview(visit, file)
    assert {each.state for each in again.cells} == {"same"}
    assert lan.self_reports.accept(visit, again).what == frozenset()
    assert counted(lan) == before


def test_a_corrected_file_shows_only_what_differs(lan: Workbench, visit: VisitId, clerk: Clerk) -> None:
    lan.self_reports.accept(visit, lan.self_reports.preview(visit, clerk.write(FILLED).save()))
    corrected = clerk.write({"CD04": "20/26", "SL01": 216}).save("lan 2.xlsx")
    preview = lan.self_reports.preview(visit, corrected)
    assert [each.key for each in preview.of("new", "changed")] == ["SL01/value", "CD04/value"]
    assert cell(preview, "CD04/value").before == "18 / 26"
    lan.self_reports.accept(visit, preview)
    assert answer(lan, visit, "CD04").self_value == "20 / 26"
    # Nobody of the team has looked at the figure yet, so it follows the unit's correction.
    assert (answer(lan, visit, "SL01").value, answer(lan, visit, "SL01").self_value) == ("216", "216")


def test_a_figure_of_the_team_stands_and_the_difference_shows(
    lan: Workbench, visit: VisitId, clerk: Clerk
) -> None:
    lan.checklists.answer(visit, "SL01", "210")
    preview = lan.self_reports.preview(visit, clerk.write({"SL01": 215}).save())
    shown = cell(preview, "SL01/value")
    assert (shown.answers, shown.found) == (False, "210")
    lan.self_reports.accept(visit, preview)
    assert (answer(lan, visit, "SL01").value, answer(lan, visit, "SL01").self_value) == ("210", "215")


def test_a_figure_that_the_team_confirmed_follows_no_more(
    lan: Workbench, visit: VisitId, clerk: Clerk
) -> None:
    lan.self_reports.accept(visit, lan.self_reports.preview(visit, clerk.write({"SL01": 215}).save()))
    lan.checklists.answer(visit, "SL01", "215")
    preview = lan.self_reports.preview(visit, clerk.write({"SL01": 220}).save("lan 2.xlsx"))
    lan.self_reports.accept(visit, preview)
    assert (answer(lan, visit, "SL01").value, answer(lan, visit, "SL01").self_value) == ("215", "220")


def test_figures_that_contradict_each_other_are_kept_but_are_no_answers(
    lan: Workbench, visit: VisitId, clerk: Clerk
) -> None:
    preview = lan.self_reports.preview(visit, clerk.write({**SOUND, "SL02": 1300}).save())
    shown = cell(preview, "SL02/value")
    assert not shown.answers
    assert "SL03 + SL04" in shown.not_answer
    lan.self_reports.accept(visit, preview)
    assert (answer(lan, visit, "SL02").value, answer(lan, visit, "SL02").self_value) == (None, "1300")
    assert answer(lan, visit, "SL03").value == "800"


# --- what a person decides ------------------------------------------------------------------------


def test_a_doubtful_cell_is_taken_only_as_decided(lan: Workbench, visit: VisitId, clerk: Clerk) -> None:
    file = clerk.write({"CD04": "95", "TS04": "1.234/2.000", "CD08": 3}).save()
    preview = lan.self_reports.preview(visit, file)
    assert [each.key for each in preview.of("doubtful")] == ["CD04/value", "TS04/value"]
    assert [each.words for each in cell(preview, "TS04/value").meanings] == [
        "1.234 / 2.000",
        "1,234 / 2.000",
        "1,234 / 2",
    ]
    lan.self_reports.accept(visit, preview, {"TS04/value": "1234 / 2000"})
    assert answer(lan, visit, "TS04").self_value == "1234 / 2000"
    assert answer(lan, visit, "CD04").self_value == ""
    assert answer(lan, visit, "CD08").self_value == "3"
    again = lan.self_reports.preview(visit, file)
    assert cell(again, "TS04/value").state == "same"
    assert lan.self_reports.accept(visit, again).what == frozenset()


def test_a_decision_that_was_not_on_offer_is_none(lan: Workbench, visit: VisitId, clerk: Clerk) -> None:
    preview = lan.self_reports.preview(visit, clerk.write({"CD04": "95"}).save())
    assert lan.self_reports.accept(visit, preview, {"CD04/value": "100%"}).what == frozenset()


def test_what_cannot_be_is_refused_at_its_cell(lan: Workbench, visit: VisitId, clerk: Clerk) -> None:
    preview = lan.self_reports.preview(
        visit, clerk.write({"CD04": "27/26", "CD01/points": 5, "CD08": "nhiều", "CD05": "18/20"}).save()
    )
    refused = {each.key: each for each in preview.of("refused")}
    assert refused.keys() == {"CD04/value", "CD01/points", "CD08/value"}
    assert refused["CD01/points"].place == f"{ITEMS}!F{clerk.cell('CD01').row}"
    assert "1,5" in refused["CD01/points"].why
    lan.self_reports.accept(visit, preview)
    assert answer(lan, visit, "CD04") == Answer()
    assert answer(lan, visit, "CD05").self_value == "18 / 20"


# --- what offices do to a form --------------------------------------------------------------------


def rows_reordered(book: Workbook) -> None:
    sheet = book[ITEMS]
    rows = [[each.value for each in row] for row in sheet.iter_rows(min_row=7, max_col=7)]
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    for number, values in enumerate(reversed(rows), 7):
        for column, value in enumerate(values, 1):
            sheet.cell(number, column).value = value


def rows_inserted(book: Workbook) -> None:
    for merged in list(book[ITEMS].merged_cells.ranges):
        book[ITEMS].unmerge_cells(str(merged))
    book[ITEMS].insert_rows(2, 3)
    book[ITEMS].insert_rows(15, 2)
    book[FIGURES].insert_rows(9)


def columns_moved(book: Workbook) -> None:
    for name in (ITEMS, FIGURES):
        sheet = book[name]
        for merged in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(merged))
        sheet.insert_cols(1)
        sheet.insert_cols(4)
        sheet.cell(6, 1).value = "STT"


def sheets_renamed(book: Workbook) -> None:
    book[ITEMS].title, book[FIGURES].title = "Sheet1", "Bieu so lieu (2)"


def on_one_sheet(book: Workbook) -> None:
    target = book[ITEMS]
    below = target.max_row + 4
    for row in book[FIGURES].iter_rows(min_row=6, max_col=6):
        for each in row:
            target.cell(below + each.row, each.column).value = each.value
    del book[FIGURES]


def headings_retyped(book: Workbook) -> None:
    for row in book[ITEMS].iter_rows(min_row=6, max_row=6):
        for each, words in zip(
            row, ("MÃ SỐ", "Tiêu chí", "", "Điểm chuẩn", "kết quả:", "TỰ CHẤM", "Giải trình"), strict=True
        ):
            each.value = words


def codes_retyped(book: Workbook) -> None:
    for row in book[ITEMS].iter_rows(min_row=7, max_col=1):
        if row[0].value and re.fullmatch(r"[A-Z]{2}\d\d", str(row[0].value)):
            row[0].value = f" {str(row[0].value).lower().replace('0', ' 0', 1)} "


@pytest.mark.parametrize(
    "spoil",
    [
        rows_reordered,
        rows_inserted,
        columns_moved,
        sheets_renamed,
        on_one_sheet,
        headings_retyped,
        codes_retyped,
    ],
    ids=lambda spoil: spoil.__name__,
)
def test_a_form_is_understood_whatever_was_done_to_it(
    lan: Workbench, visit: VisitId, clerk: Clerk, spoil: Callable[[Workbook], None]
) -> None:
    file = clerk.write(FILLED).spoil(spoil).save()
    preview = lan.self_reports.preview(visit, file)
    assert preview.doubts == ()
    assert not preview.of("doubtful", "refused")
    assert len(preview.cells) == len(FILLED)
    lan.self_reports.accept(visit, preview)
    assert answer(lan, visit, "CD04").self_value == "18 / 26"
    assert answer(lan, visit, "SL02").self_value == "1234"


def test_a_cell_that_excel_made_a_date_or_a_percentage_of(
    lan: Workbench, visit: VisitId, clerk: Clerk
) -> None:
    clerk.plainly("CD04", date(2026, 7, 5), "dd/mm/yyyy").plainly("CD05", 0.95, "0%")
    preview = lan.self_reports.preview(visit, clerk.save())
    assert [each.words for each in cell(preview, "CD04/value").meanings] == ["5 / 7"]
    assert cell(preview, "CD04/value").state == "doubtful"
    assert cell(preview, "CD05/value").meanings[0].stored == "95%"
    assert cell(preview, "CD05/value").state == "new"


def test_merged_cells_are_told(lan: Workbench, visit: VisitId, clerk: Clerk) -> None:
    first = clerk.cell("CD05").row
    clerk.write({"CD05": "10/12"}).sheet().merge_cells(f"E{first}:E{first + 1}")
    preview = lan.self_reports.preview(visit, clerk.save())
    assert [each.key for each in preview.cells] == ["CD05/value"]
    assert any(f"E{first}:E{first + 1}" in str(caution) for caution in preview.cautions)


def test_a_formula_that_failed_or_was_never_worked_out_is_refused(
    lan: Workbench, visit: VisitId, clerk: Clerk
) -> None:
    preview = lan.self_reports.preview(visit, clerk.write({"SL01": "=1/0", "CD08": "=SUM(1,2)"}).save())
    assert [each.key for each in preview.of("refused")] == ["SL01/value", "CD08/value"]


def test_a_code_that_stands_twice_must_say_the_same(lan: Workbench, visit: VisitId, clerk: Clerk) -> None:
    sheet = clerk.write({"CD04": "18/26", "CD05": "10/12"}).sheet()
    for code, value in (("CD04", "20/26"), ("CD05", "10/12")):
        sheet.append([code, None, None, None, value])
    preview = lan.self_reports.preview(visit, clerk.save())
    assert [each.key for each in preview.of("refused")] == ["CD04/value"]
    assert f"E{sheet.max_row - 1}" in preview.of("refused")[0].why
    assert [each.key for each in preview.of("new")] == ["CD05/value"]


def test_rows_that_are_strange_or_missing_are_told(lan: Workbench, visit: VisitId, clerk: Clerk) -> None:
    sheet = clerk.write({"CD05": "10/12"}).sheet()
    sheet.append(["ZZ99", "Mục của riêng xã", None, None, "5"])
    sheet.delete_rows(clerk.cell("CD04").row)
    told = [str(caution) for caution in lan.self_reports.preview(visit, clerk.save()).cautions]
    assert any("ZZ99" in words for words in told)
    assert any("CD04" in words for words in told)


def test_a_question_that_was_reworded_is_told(lan: Workbench, visit: VisitId, clerk: Clerk) -> None:
    row = clerk.write({"CD05": "10/12"}).cell("CD05").row
    clerk.sheet().cell(row, 2).value = "Câu hỏi khác hẳn"
    preview = lan.self_reports.preview(visit, clerk.save())
    assert any("CD05" in str(caution) for caution in preview.cautions)
    assert cell(preview, "CD05/value").state == "new"


# --- for whom -------------------------------------------------------------------------------------


def test_a_form_of_another_commune_is_refused(lan: Workbench, visit: VisitId, tmp_path: Path) -> None:
    other = Clerk(lan, begin(lan, unit="29983"), tmp_path)
    with pytest.raises(SelfReportRefused) as refused:
        lan.self_reports.preview(visit, other.write(FILLED).save())
    assert "UBND xã Long Khánh" in refused.value.sentence
    other.spoil(without_identity)
    with pytest.raises(SelfReportRefused, match="29983"):
        lan.self_reports.preview(visit, other.save("chep lai.xlsx"))


def test_a_form_without_its_hidden_sheet_is_taken_once_confirmed(
    lan: Workbench, visit: VisitId, clerk: Clerk
) -> None:
    preview = lan.self_reports.preview(visit, clerk.write(FILLED).spoil(without_identity).save())
    assert len(preview.doubts) == 1
    with pytest.raises(SelfReportUnconfirmed):
        lan.self_reports.accept(visit, preview)
    assert answer(lan, visit, "CD04") == Answer()
    lan.self_reports.accept(visit, preview, confirmed=True)
    assert answer(lan, visit, "CD04").self_value == "18 / 26"


def test_a_changed_identity_is_noticed(lan: Workbench, visit: VisitId, tmp_path: Path) -> None:
    other = Clerk(lan, begin(lan, unit="29983"), tmp_path)

    def forge(book: Workbook) -> None:
        hidden = book[HIDDEN]
        hidden["A2"].value = str(hidden["A2"].value).replace("29983", UNIT)

    preview = lan.self_reports.preview(visit, other.write({"CD05": "10/12"}).spoil(forge).save())
    assert len(preview.doubts) == 2  # changed by hand, and made for another visit


def test_a_form_of_an_earlier_visit_is_doubted(lan: Workbench, visit: VisitId, tmp_path: Path) -> None:
    earlier = Clerk(lan, begin(lan, on=date(2025, 11, 20)), tmp_path)
    preview = lan.self_reports.preview(visit, earlier.write({"CD05": "10/12"}).save())
    assert len(preview.doubts) == 1


def test_a_form_of_another_version_is_read_question_by_question(
    lan: Workbench, visit: VisitId, clerk: Clerk
) -> None:
    clerk.write({"CD04": "18/26", "CD05": "10/12"})

    def of_another_version(book: Workbook) -> None:
        hidden = book[HIDDEN]
        digest = lan.visits.get(visit).visit.template
        hidden["A2"].value = str(hidden["A2"].value).replace(digest, "f" * 64)
        book[ITEMS].cell(clerk.cell("CD04").row, 2).value = "Tỷ lệ nhiệm vụ đã giao"

    preview = lan.self_reports.preview(visit, clerk.spoil(of_another_version).save())
    assert preview.doubts
    assert [each.key for each in preview.of("refused")] == ["CD04/value"]
    assert "Tỷ lệ nhiệm vụ đã giao" in preview.of("refused")[0].why
    assert [each.key for each in preview.of("new")] == ["CD05/value"]


def test_a_form_made_on_a_colleagues_laptop_is_known(
    lan: Workbench, visit: VisitId, laptop: Laptops, stick: Path, tmp_path: Path
) -> None:
    minh = laptop("Minh")
    hand_over(lan, minh, visit, stick)
    clerk = Clerk(minh, visit, tmp_path)
    file = clerk.write({"CD05": "10/12"}).save()
    assert lan.self_reports.preview(visit, file).doubts  # nothing of Minh's has come back yet
    minh.checklists.note(visit, "CD05", "Đã nhận tệp")
    hand_over(minh, lan, visit, stick)
    assert lan.self_reports.preview(visit, file).doubts == ()


def test_a_form_may_be_made_before_there_is_a_visit(lan: Workbench, tmp_path: Path) -> None:
    file = lan.self_reports.write_form_of(UNIT, tmp_path)
    assert file.suffix == ".xlsx"
    visit = begin(lan)
    book = openpyxl.load_workbook(file)
    row = next(row for row in book[ITEMS].iter_rows(min_row=7) if row[0].value == "CD05")
    row[4].value = "10/12"
    book.save(file)
    preview = lan.self_reports.preview(visit, file)
    assert preview.doubts == ()
    assert [each.key for each in preview.cells] == ["CD05/value"]
    with pytest.raises(UnitUnknown):
        lan.self_reports.write_form_of("00000", tmp_path)


# --- other files ----------------------------------------------------------------------------------


def windows_1258(text: str) -> bytes:
    """As Excel writes Vietnamese outside Unicode: a tone apart where there is no letter with it."""
    apart = (
        letter if letter.encode("cp1258", "ignore") else unicodedata.decomposition(letter) for letter in text
    )
    return "".join(
        letter if len(letter) == 1 else "".join(chr(int(code, 16)) for code in letter.split())
        for letter in apart
    ).encode("cp1258")


@pytest.mark.parametrize(
    ("encoding", "sign"), [("utf-8-sig", ";"), ("utf-16", "\t"), ("utf-8", ","), ("cp1258", ";")]
)
def test_a_csv_is_read_but_must_be_confirmed(
    lan: Workbench, visit: VisitId, clerk: Clerk, encoding: str, sign: str
) -> None:
    lines = [
        ["BẢNG TỰ KIỂM TRA", "", "", ""],
        ["UBND xã Thường Phước (mã 29971)", "", "", ""],
        ["Mã", "Kết quả", "Điểm tự chấm", "Ghi chú"],
        ["CD04", "18/26", "1,2", "Đủ"],
        ["SL02", "1.234", "", ""],
    ]
    text = "\n".join(sign.join(f'"{each}"' for each in line) for line in lines)
    file = clerk.folder / "tu kiem tra.csv"
    file.write_bytes(windows_1258(text) if encoding == "cp1258" else text.encode(encoding))
    preview = lan.self_reports.preview(visit, file)
    assert len(preview.doubts) == 1
    assert cell(preview, "CD04/value").meanings[0].stored == "18 / 26"
    assert cell(preview, "CD04/points").meanings[0].stored == "1.2"
    assert cell(preview, "SL02/value").meanings[0].stored == "1234"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("cu.xls", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600),
        ("khoa.xlsx", bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le")),
        ("web.xls", b"<html><table><tr><td>CD04</td></tr></table></html>"),
        ("hong.xlsx", b"PK\x03\x04 broken"),
        ("rong.xlsx", b""),
        ("anh.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 100),
        ("trong.csv", b""),
        ("khac.csv", "STT;Họ tên\n1;Nguyễn Văn A\n".encode()),
        ("nhi phan.csv", b"a;b;c;\0\0\0"),
    ],
)
def test_what_is_no_self_report_is_refused_with_a_sentence(
    lan: Workbench, visit: VisitId, tmp_path: Path, name: str, content: bytes
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(SelfReportRefused) as refused:
        lan.self_reports.preview(visit, file)
    assert name in refused.value.sentence


def test_a_workbook_of_something_else_is_refused(lan: Workbench, visit: VisitId, tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].append(["Mã", "Kết quả"])
    book.worksheets[0].append(["KH-01", "5"])
    book.save(tmp_path / "khac.xlsx")
    with pytest.raises(SelfReportRefused):
        lan.self_reports.preview(visit, tmp_path / "khac.xlsx")


def test_a_file_that_is_not_there_is_trouble(lan: Workbench, visit: VisitId, tmp_path: Path) -> None:
    with pytest.raises(FileTrouble):
        lan.self_reports.preview(visit, tmp_path / "USB" / "tu kiem tra.xlsx")
    with pytest.raises(FileTrouble):
        lan.self_reports.write_form(visit, tmp_path / "USB" / "mau.xlsx")


# --- taking back ----------------------------------------------------------------------------------


def test_taking_is_undone_by_a_new_change(lan: Workbench, visit: VisitId, clerk: Clerk) -> None:
    lan.checklists.answer(visit, "CD04", {"CD04_tu": "17", "CD04_mau": "26"})
    lan.self_reports.accept(visit, lan.self_reports.preview(visit, clerk.write(FILLED).save()))
    lan.checklists.answer(visit, "SL01", "210")
    changes = lan._workspace.ledger.count(visit)
    lan.self_reports.take_back(visit)
    assert lan._workspace.ledger.count(visit) > changes
    assert answer(lan, visit, "CD04").self_value == ""
    assert answer(lan, visit, "CD04").value == {"CD04_tu": "17", "CD04_mau": "26"}
    assert answer(lan, visit, "SL02").value is None
    assert answer(lan, visit, "SL01").value == "210"  # changed since
    assert lan.checklists.open(visit).items["SL02"].status == "required"
    assert lan.visits.get(visit).documents == ()
    with pytest.raises(NoSelfReport):
        lan.self_reports.take_back(visit)
    assert verified(lan)


def test_a_corrected_report_is_taken_back_to_the_first(lan: Workbench, visit: VisitId, clerk: Clerk) -> None:
    lan.self_reports.accept(visit, lan.self_reports.preview(visit, clerk.write(FILLED).save()))
    second = clerk.write({"CD04": "20/26"}).save("lan 2.xlsx")
    lan.self_reports.accept(visit, lan.self_reports.preview(visit, second))
    lan.self_reports.take_back(visit)
    assert answer(lan, visit, "CD04").self_value == "18 / 26"
    assert len(lan.self_reports.compare(visit).taken) == 1


def test_a_report_taken_on_another_laptop_can_be_taken_back(
    lan: Workbench, visit: VisitId, laptop: Laptops, stick: Path, clerk: Clerk
) -> None:
    lan.self_reports.accept(visit, lan.self_reports.preview(visit, clerk.write(FILLED).save()))
    minh = laptop("Minh")
    hand_over(lan, minh, visit, stick)
    minh.self_reports.take_back(visit)
    assert answer(minh, visit, "CD04").self_value == ""
    report = hand_over(minh, lan, visit, stick)
    assert report.visits[0].disputed == 0
    assert answer(lan, visit, "CD04").self_value == ""


# --- merging and ownership ------------------------------------------------------------------------


def test_the_same_file_taken_on_two_laptops_is_no_dispute(
    lan: Workbench, visit: VisitId, laptop: Laptops, stick: Path, clerk: Clerk
) -> None:
    file = clerk.write({"CD05": "10/12", "SL01": 215}).save()
    minh = laptop("Minh")
    hand_over(lan, minh, visit, stick)
    for each in (lan, minh):
        each.self_reports.accept(visit, each.self_reports.preview(visit, file))
    assert hand_over(minh, lan, visit, stick).visits[0].disputed == 0


def test_a_reported_value_in_dispute_is_left_alone(
    lan: Workbench, visit: VisitId, laptop: Laptops, stick: Path, clerk: Clerk
) -> None:
    minh = laptop("Minh")
    hand_over(lan, minh, visit, stick)
    for each, value in ((lan, "10/12"), (minh, "11/12")):
        file = clerk.write({"CD05": value}).save(f"{value[:2]}.xlsx")
        each.self_reports.accept(visit, each.self_reports.preview(visit, file))
    hand_over(minh, lan, visit, stick)
    preview = lan.self_reports.preview(visit, clerk.write({"CD05": "12/12", "CD08": 3}).save("3.xlsx"))
    assert [each.key for each in preview.of("disputed")] == ["CD05/value"]
    lan.self_reports.accept(visit, preview)
    assert answer(lan, visit, "CD08").self_value == "3"
    assert len(lan.merging.conflicts(visit)) == 1


def test_figures_of_an_area_of_another_are_kept_but_not_answered(
    lan: Workbench, visit: VisitId, clerk: Clerk
) -> None:
    other, _ = lan.visits.add(visit, "participant", side="team", name="Minh", role=MEMBER)
    lan.duties.deal(visit, RecordId(other), ["SL"])
    preview = lan.self_reports.preview(visit, clerk.write({"SL01": 215, "CD05": "10/12"}).save())
    assert not cell(preview, "SL01/value").answers
    lan.self_reports.accept(visit, preview)
    assert (answer(lan, visit, "SL01").value, answer(lan, visit, "SL01").self_value) == (None, "215")
    with pytest.raises(AreaOfAnother):
        lan.checklists.answer(visit, "SL01", "215")
