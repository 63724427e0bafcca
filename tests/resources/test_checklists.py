"""The workbooks that come with the program: what they hold, how they behave, how they are built."""

import csv
import io
import zipfile
from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from inspector_app import paths
from inspector_app.domain.rules import Response, parse_rule
from inspector_app.domain.scoring import parse_bands, parse_cap
from inspector_app.forms import book
from inspector_app.forms.form import Definition, Form
from inspector_app.forms.sheet import Sheet
from inspector_app.forms.workbook import Compiled, read_workbook
from resources.checklists import build, dossier

FOLDER = paths.resources() / "checklists"
LANGUAGE = "Tiếng Việt (vi)"

# The table of contents lies outside the repository; where it is absent, these tests have no case to run.
SEEDS = [path for path in [FOLDER.parents[2] / "shared" / "data" / "checklist_cchc_xa.csv"] if path.exists()]
with_seed = pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name)


@pytest.fixture(scope="module")
def checklist() -> Compiled:
    return read_workbook(FOLDER / build.CHECKLIST, build.CHECKLIST)


@pytest.fixture(scope="module")
def form(checklist: Compiled) -> Form:
    return Form.parse(checklist.xform)


@pytest.fixture
def sheet(form: Form) -> Sheet:
    return Sheet(form)


@pytest.fixture
def dossier_sheet() -> Sheet:
    return Sheet(Form.parse(read_workbook(FOLDER / build.DOSSIER, build.DOSSIER).xform))


def fill(sheet: Sheet, **answers: str) -> None:
    for key, text in answers.items():
        sheet.set(key, text)


def error(sheet: Sheet, key: str) -> str:
    fault = sheet.node(key).error
    return "" if fault is None else fault.message


# --- what the checklist holds -----------------------------------------------------------------------


def test_the_checklist_has_114_items_worth_100_points(checklist: Compiled, form: Form) -> None:
    assert [(area.code, area.items, area.scored, float(area.points)) for area in checklist.areas] == [
        ("SL", 24, 0, 0),
        ("CD", 13, 13, 14),
        ("TC", 8, 8, 8),
        ("TT", 26, 26, 36),
        ("BM", 8, 8, 8),
        ("CV", 10, 10, 10),
        ("TS", 7, 7, 8),
        ("CS", 12, 12, 16),
        ("TP", 3, 0, 0),
        ("NX", 3, 0, 0),
    ]
    assert len(form.items) == 114
    assert sum(area.scored for area in checklist.areas) == 84
    assert checklist.points == 100


def test_the_workbooks_need_no_remark(checklist: Compiled) -> None:
    assert checklist.warnings == ()
    assert read_workbook(FOLDER / build.DOSSIER, build.DOSSIER).warnings == ()


@pytest.mark.parametrize("name", [build.CHECKLIST, build.DOSSIER])
def test_pyxform_makes_the_same_form_of_the_untouched_file(name: str) -> None:
    from pyxform import xls2xform

    untouched = xls2xform.convert((FOLDER / name).read_bytes(), validate=False)

    assert untouched.xform.encode() == read_workbook(FOLDER / name, name).xform
    # The only thing it has to say is about the row of Vietnamese headings.
    assert [warning[:9] for warning in untouched.warnings] == ["[row : 2]"]


def test_classes_and_bounds_of_the_index_travel_with_the_form(form: Form) -> None:
    bands = parse_bands(form.attributes["bands"])

    assert [(int(band.least), band.name) for band in bands] == [
        (90, "Xuất sắc"),
        (80, "Tốt"),
        (65, "Khá"),
        (0, "Trung bình"),
    ]
    cap = parse_cap(form.attributes["cap"])
    assert cap is not None
    assert (cap.least, cap.most) == (0, 100)


@with_seed
def test_everything_the_table_says_of_an_item_is_in_the_form(seed: Path, form: Form) -> None:
    same = {
        "tieu_chi": "criterion",
        "don_vi_tinh": "unit",
        "loai_quy_tac": "rule",
        "quy_tac_cham_diem": "rule_text",
        "tai_lieu_kiem_chung": "documents",
        "nguon_so_lieu": "source",
        "can_cu_phap_ly": "basis",
        "do_tin_cay_can_cu": "basis_trust",
        "ghi_chu": "comment",
    }
    with seed.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    assert {row["ma"] for row in rows} == {item.name for item in form.items}
    for row in rows:
        item = form.definition(row["ma"])
        assert item.label(LANGUAGE) == row["noi_dung_kiem_tra"]
        assert item.parent is not None
        assert (item.parent.name, item.parent.label(LANGUAGE)) == (row["nhom_ma"], row["nhom_ten"])
        assert {key: item.attributes.get(key, "") for key in same.values()} == {
            key: row[column] for column, key in same.items()
        }
        assert Fraction(item.attributes["max_points"]) == Fraction(row["diem_toi_da"])
        assert ("na" in item.attributes) == (row["cho_phep_khong_ap_dung"] == "1")
        asked = [leaf for leaf in item.walk() if leaf.control and leaf.calculate is None]
        assert all((leaf.required is not None) == (row["bat_buoc"] == "1") for leaf in asked)
        for side, column in (("tu", "tu_so"), ("mau", "mau_so")):
            if row[column] and not row[column].startswith("SL"):
                label = form.definition(f"{item.name}_{side}").label(LANGUAGE)
                assert label.removesuffix(" (triệu đồng)") == row[column]


def test_every_item_that_earns_points_says_what_to_write_when_it_is_not_met(form: Form) -> None:
    said = {item.name: item.attributes for item in form.items if "finding" in item.attributes}

    scored = {item.name for item in form.items if item.attributes["max_points"] not in ("0", "0.0")}
    assert scored - said.keys() == {"TP01"}  # a bonus
    assert said.keys() - scored == {"TP02", "TP03"}  # deductions
    for cells in said.values():
        assert all(cells[key].endswith(".") for key in ("finding", "action"))
        assert 1 <= int(cells["days"]) <= 60
    assert build.FINDINGS.keys() == said.keys()


# --- how it behaves ---------------------------------------------------------------------------------


def ideal(item: Definition) -> dict[str, str]:
    """Answers to one item by a commune that does everything right."""
    best = {
        "co_khong": "co",
        "lua_chon": "a",
        "nhap_diem": item.attributes["max_points"],
        "bac": "12",
        "tru_dan": "0",
    }
    if item.children:
        return {leaf.name: "10" for leaf in item.children if leaf.calculate is None}
    return {item.name: best.get(item.attributes["rule"], "0")}


# SL01 to SL24 of a commune that does everything right.
IDEAL = (10, 100, 90, 10, 0, 0, 100, 60, 40, 0, 0, 0, 0, 0, 0, 10, 50, 50, 100, 100, 100, 30, 30, 50)
FIGURES = {f"SL{number:02}": str(figure) for number, figure in enumerate(IDEAL, start=1)}


def test_a_commune_that_does_everything_right_gets_100_points(form: Form, sheet: Sheet) -> None:
    fill(sheet, **FIGURES)
    for item in form.items:
        if item.parent is not None and item.parent.name not in ("SL", "NX"):
            fill(sheet, **ideal(item))
    fill(sheet, TT23_tu="90")

    assert {node.key: node.error for node in sheet.nodes() if node.error and node.key[:2] != "NX"} == {}
    points = {item.name: judged(sheet, item) for item in form.items}
    assert sum(filter(None, points.values())) == 100


def judged(sheet: Sheet, item: Definition) -> Fraction | None:
    cells = item.attributes
    node = sheet.node(item.name)
    options = {choice.name: choice.attributes["diem"] for choice in node.choices}
    rule = parse_rule(cells["rule"], cells.get("params", ""), cells["max_points"], options)
    if item.children:
        rate = {side: sheet.number(item.name, side) for side in ("numerator", "denominator")}
        return rule.judge(Response(numerator=rate["numerator"], denominator=rate["denominator"])).points
    if options:
        return rule.judge(Response(choice=node.value)).points
    number = Fraction(node.value) if node.value else None
    return rule.judge(Response(count=number, points=number)).points


@pytest.mark.parametrize("order", [1, -1], ids=["from the first", "from the last"])
def test_base_figures_can_be_typed_in_any_order(sheet: Sheet, order: int) -> None:
    for key, text in list(FIGURES.items())[::order]:
        sheet.set(key, text)
        assert error(sheet, key) == ""


@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        ("SL02", "99"),
        ("SL07", "101"),
        ("SL15", "1"),
        ("SL18", "51"),
        ("SL19", "101"),
        ("SL20", "101"),
        ("SL21", "101"),
        ("SL23", "31"),
        ("SL24", "9"),
        ("SL03", "-1"),
        ("SL11", "2.5"),
    ],
)
def test_base_figures_that_contradict_each_other_are_refused(sheet: Sheet, key: str, wrong: str) -> None:
    fill(sheet, **FIGURES)
    assert error(sheet, key) == ""
    sheet.set(key, wrong)
    assert error(sheet, key) != ""


def test_a_total_that_systems_count_differently_only_warns(sheet: Sheet) -> None:
    fill(sheet, **FIGURES)
    assert sheet.node("SL02").warning is None
    sheet.set("SL14", "3")
    assert error(sheet, "SL02") == ""
    assert "SL02" not in (sheet.node("SL02").warning or "SL02")


def test_a_rate_of_base_figures_shows_itself_once_they_are_there(sheet: Sheet) -> None:
    node = sheet.node("TT14_ty_le")
    assert node.readonly
    fill(sheet, SL07="97", SL08="40")
    assert node.value == ""
    fill(sheet, SL09="50", SL10="7")
    assert node.value == "92.78"
    assert (sheet.number("TT14", "numerator"), sheet.number("TT14", "denominator")) == (90, 97)


def test_a_numerator_above_its_denominator_is_refused_whichever_was_typed_last(sheet: Sheet) -> None:
    fill(sheet, CD04_tu="27", CD04_mau="26")
    assert error(sheet, "CD04_tu") == "Tử số không được âm và không được lớn hơn mẫu số."
    fill(sheet, CD04_mau="39")
    assert error(sheet, "CD04_tu") == ""
    fill(sheet, TT08_tu="11", SL01="10")
    assert error(sheet, "TT08_tu") != ""


def test_money_has_decimals_and_says_its_unit(sheet: Sheet) -> None:
    fill(sheet, TS04_tu="1250.5", TS04_mau="2000")
    assert error(sheet, "TS04_tu") == ""
    assert sheet.node("TS04_tu").label == "Số vốn đã giải ngân (triệu đồng)"


@pytest.mark.parametrize(
    ("points", "right"), [("0.75", True), ("0.3", False), ("1.25", False), ("-0.25", False)]
)
def test_points_go_in_steps(sheet: Sheet, points: str, right: bool) -> None:
    sheet.set("CD02", points)
    assert (error(sheet, "CD02") == "") == right


def test_the_usual_number_of_checks_stands_ready(sheet: Sheet) -> None:
    assert sheet.node("TT09_mau").value == "10"


def test_choices_carry_their_points(sheet: Sheet) -> None:
    assert [(c.name, c.label, c.attributes["diem"]) for c in sheet.node("CD01").choices] == [
        ("a", "Đúng hạn và đủ nội dung", "1.5"),
        ("b", "Có ban hành nhưng chậm hoặc thiếu lĩnh vực", "0.75"),
        ("c", "Không ban hành", "0"),
    ]


# --- the dossier form -------------------------------------------------------------------------------


def test_fifteen_checks_eight_of_them_critical(dossier_sheet: Sheet) -> None:
    nodes = {node.key: node for node in dossier_sheet.nodes()}
    checks = [nodes[f"H{number:02}"] for number in range(1, 16)]

    assert all([c.name for c in check.choices] == ["dat", "khong_dat", "khong_ap_dung"] for check in checks)
    critical = [check.key for check in checks if check.definition.attributes.get("critical") == "co"]
    assert critical == ["H01", "H02", "H03", "H04", "H07", "H09", "H10", "H12"]
    assert dossier.CHECKS[0][2] == checks[0].label


@pytest.mark.parametrize(
    ("finished", "checked", "overdue"),
    [
        ("", "", ""),
        ("", "2026-11-10", "khong"),
        ("", "2026-11-11", "co"),
        ("2026-11-10", "2026-11-24", "khong"),
        ("2026-11-11", "2026-11-24", "co"),
    ],
)
def test_overdue_is_judged_by_date(dossier_sheet: Sheet, finished: str, checked: str, overdue: str) -> None:
    fill(dossier_sheet, ngay_hen_tra="2026-11-10", ngay_ket_thuc=finished, ngay_kiem_tra=checked)

    assert dossier_sheet.node("qua_han").value == overdue
    assert dossier_sheet.node("khoi_qua_han").relevant == (overdue == "co")
    assert dossier_sheet.node("H10").relevant == (overdue == "co")


def all_pass(sheet: Sheet) -> None:
    fill(sheet, **{f"H{number:02}": "dat" for number in range(1, 16)})


def test_one_critical_failure_fails_a_dossier(dossier_sheet: Sheet) -> None:
    verdict = dossier_sheet.node("dat")
    fill(dossier_sheet, ngay_hen_tra="2026-11-10", ngay_ket_thuc="2026-11-09")
    assert verdict.value == ""
    all_pass(dossier_sheet)
    assert verdict.value == "co"
    fill(dossier_sheet, H06="khong_dat", H12="khong_ap_dung")
    assert verdict.value == "co"
    fill(dossier_sheet, H04="khong_dat")
    assert verdict.value == "khong"
    fill(dossier_sheet, H04="")
    assert verdict.value == ""


def test_the_apology_counts_only_for_an_overdue_dossier(dossier_sheet: Sheet) -> None:
    verdict = dossier_sheet.node("dat")
    fill(dossier_sheet, ngay_hen_tra="2026-11-10", ngay_ket_thuc="2026-11-12")
    all_pass(dossier_sheet)
    fill(dossier_sheet, H10="khong_dat")
    assert verdict.value == "khong"
    assert dossier_sheet.node("H09").warning == "Theo ngày tháng đã nhập thì hồ sơ quá hạn, đề nghị xem lại."
    fill(dossier_sheet, ngay_ket_thuc="2026-11-10")
    assert verdict.value == "co"
    assert dossier_sheet.node("H09").warning is None


def test_the_overdue_block_asks_for_causes_and_the_apology(dossier_sheet: Sheet) -> None:
    fill(dossier_sheet, ngay_hen_tra="2026-11-10", ngay_ket_thuc="2026-11-12")

    assert dossier_sheet.node("so_ngay_qua_han").value == "2"
    causes = dossier_sheet.node("nguyen_nhan").choices
    assert [cause.name for cause in causes] == ["a", "b", "c", "d", "dd", "e", "g", "h"]
    assert Counter(cause.attributes["nhom"] for cause in causes)["phan_mem"] == 2
    fill(
        dossier_sheet,
        nguyen_nhan="a h",
        co_xin_loi="co",
        ngay_xin_loi="2026-11-09",
        ngay_hen_lai="2026-11-01",
    )
    assert dossier_sheet.node("nguyen_nhan_khac").relevant
    assert dossier_sheet.node("xin_loi_truoc_han").value == "co"
    assert error(dossier_sheet, "ngay_hen_lai") == "Không được trước ngày hẹn trả."


def test_a_failed_check_asks_what_is_wrong(dossier_sheet: Sheet) -> None:
    assert not dossier_sheet.node("H05_ghi_chu").relevant
    fill(dossier_sheet, H05="khong_dat")
    assert dossier_sheet.node("H05_ghi_chu").relevant


def test_supplements_repeat_with_their_dates_in_order(dossier_sheet: Sheet) -> None:
    fill(dossier_sheet, co_bo_sung="co", ngay_tiep_nhan="2026-11-02")
    dossier_sheet.add_repeat("bo_sung", "thu_hai")
    dossier_sheet.set("bo_sung[thu_hai]/ngay_yeu_cau", "2026-11-04")
    dossier_sheet.set("bo_sung[thu_hai]/ngay_nop_bo_sung", "2026-11-03")

    assert error(dossier_sheet, "bo_sung[thu_hai]/ngay_yeu_cau") == ""
    assert (
        error(dossier_sheet, "bo_sung[thu_hai]/ngay_nop_bo_sung") == "Không được trước ngày yêu cầu bổ sung."
    )


# --- the workbooks as files -------------------------------------------------------------------------


@with_seed
def test_the_shipped_workbooks_are_what_the_command_builds(
    seed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "FOLDER", tmp_path)

    assert build.main([str(seed)]) == 0
    for name in (build.CHECKLIST, build.DOSSIER):
        # By content: compressed bytes depend on the zlib of the machine.
        assert unpacked(tmp_path / name) == unpacked(FOLDER / name)


def test_building_twice_gives_the_same_bytes() -> None:
    once, again = (book.write(dossier.form(build.VERSION), build.MADE_ON) for _ in range(2))

    assert once == again


def test_the_command_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert build.main([]) == 2
    assert "checklist_cchc_xa.csv" in capsys.readouterr().err


def unpacked(path: Path) -> Mapping[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


@pytest.fixture(scope="module", params=[build.CHECKLIST, build.DOSSIER])
def file(request: pytest.FixtureRequest) -> Any:
    return load_workbook(FOLDER / request.param)


def test_an_official_finds_frozen_vietnamese_headings_and_drop_down_lists(file: Any) -> None:
    survey = file["survey"]

    assert file.sheetnames == ["survey", "choices", "settings", "giai_thich"]
    assert survey.freeze_panes == "C3"
    headings = {top.value: below.value for top, below in zip(survey[1], survey[2], strict=True)}
    assert (headings["name"], headings["disabled"]) == ("Mã", "yes")
    assert all(headings.values())
    assert any(
        pick.type == "list" and "integer" in pick.formula1 for pick in survey.data_validations.dataValidation
    )
    assert {cell.alignment.wrap_text for row in survey.iter_rows() for cell in row} == {True}


def test_every_column_is_explained(file: Any) -> None:
    explained = {(row[0].value, row[1].value) for row in file["giai_thich"].iter_rows(min_row=8)}

    for name in ("survey", "choices", "settings"):
        assert {(name, cell.value) for cell in file[name][1]} <= explained


def test_no_text_of_a_workbook_is_a_formula(file: Any) -> None:
    assert "f" not in {cell.data_type for sheet in file for row in sheet.iter_rows() for cell in row}
