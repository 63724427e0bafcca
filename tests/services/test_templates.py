"""Checklists from workbooks: a good one is kept and used, a bad one says all at once and leaves nothing."""

import shutil
from decimal import Decimal

import pytest

from inspector_app import paths
from inspector_app.domain.errors import FilePresent, FileTrouble, TemplateRefused, TemplateUnknown
from inspector_app.domain.rules import RuleProblem
from inspector_app.forms.form import Form
from inspector_app.i18n import tr
from inspector_app.services.templates import CHECKLIST, DOSSIER, Template, blank, check, read_form
from inspector_app.services.views import Profile
from inspector_app.services.workbench import Workbench
from tests.forms.everything import FILES, SIMPLE, book, q
from tests.forms.workbooks import workbook
from tests.services.conftest import CHEAP, PASSPHRASE, begin, counted

NAME = {"settings!B2": CHECKLIST, "settings!C2": "9"}
"""The small workbook as a later version of the shipped checklist."""


@pytest.fixture
def small(tmp_path):
    file = tmp_path / "phiếu nhỏ.xlsx"
    file.write_bytes(workbook(NAME))
    return file


def test_the_shipped_checklists_are_sound(tmp_path):
    reports = {
        name: check(paths.resources() / "checklists" / f"{name}.xlsx") for name in (CHECKLIST, DOSSIER)
    }
    checklist = reports[CHECKLIST]
    assert (checklist.items, checklist.points, checklist.form_id) == (114, 100, CHECKLIST)
    assert ("CD", 13, Decimal("14.00")) in checklist.areas
    assert {report.warnings for report in reports.values()} == {()}


def test_a_new_workspace_begins_with_the_shipped_checklists(tmp_path):
    bench = Workbench.create(tmp_path / "kho", PASSPHRASE, Profile("Lan"), derivation=CHEAP)
    visit = begin(bench)
    assert len(bench.checklists.open(visit).items) == 114
    assert bench.dossiers.list(visit) == ()
    assert counted(bench)["templates"] == 2
    bench.close()


def test_new_visits_use_the_published_checklist_and_old_ones_keep_theirs(lan, visit, small):
    report = lan.templates.publish(small)
    assert (report.title, report.version, report.items, report.points) == ("Phiếu thử", "9", 3, 100)
    later = begin(lan)
    assert list(lan.checklists.open(later).items) == ["CD03", "CD04", "ghi_chu"]
    assert len(lan.checklists.open(visit).items) == 114
    lan.checklists.answer(later, "CD03", "co")
    summary = lan.checklists.answer(later, "CD04", {"CD04_tu": "17", "CD04_mau": "20"}).summary
    assert (summary.index, summary.classification, summary.provisional) == (Decimal("70.00"), "Yếu", False)


def test_the_list_names_every_checklist_the_last_published_first_and_who_uses_it(lan, visit, small):
    lan.templates.publish(small)
    begin(lan, "29955")
    rows = lan.templates.list()
    assert (rows[0].form_id, rows[0].version) == (CHECKLIST, "9")
    assert {(row.title, row.items, row.points): row.used_by for row in rows} == {
        ("Phiếu thử", 3, 100): 1,
        ("Phiếu kiểm tra hồ sơ thực tế", len(lan.templates.get(rows[1].digest).items), 0): 2,
        ("Bảng kiểm tra công tác cải cách hành chính cấp xã", 114, 100): 1,
    }


def test_publishing_again_keeps_one(lan, small):
    first = lan.templates.publish(small)
    rows = counted(lan)
    assert lan.templates.publish(small) == first
    assert counted(lan) == rows


def test_a_bad_workbook_lists_every_problem_with_its_cell_and_nothing_is_kept(lan, visit, tmp_path):
    bad = tmp_path / "sai.xlsx"
    changes = {
        "survey!A5": "integr",  # a wrong type
        "survey!D8": "khong_co_ham(${CD03})",  # an unknown function
        "survey!E6": ". >= ${khong_co}",  # a question that is not there
        "survey!G1": "bind::cchc:ruel",  # a misspelt column of ours
        "survey!B6": "CD04_tu",  # a duplicate name
    }
    bad.write_bytes(workbook(NAME | changes))
    before = counted(lan)
    with pytest.raises(TemplateRefused) as refused:
        lan.templates.publish(bad)
    problems = refused.value.problems
    cells = {f"{problem.sheet}!{problem.column}{problem.row}" for problem in problems}
    assert cells >= {"survey!A5", "survey!D8", "survey!E6", "survey!G1", "survey!B6"}
    assert all(problem.message and problem.remedy for problem in problems)
    assert refused.value.facts == {"file": "sai.xlsx", "count": len(problems)}
    assert counted(lan) == before
    assert begin(lan) != visit
    with pytest.raises(TemplateRefused):
        check(bad)


def test_a_file_that_is_no_workbook_or_is_not_there_is_said(lan, tmp_path):
    photo = tmp_path / "ảnh.xlsx"
    photo.write_bytes(b"\xff\xd8\xff" * 100)
    before = counted(lan)
    with pytest.raises(TemplateRefused):
        lan.templates.publish(photo)
    with pytest.raises(FileTrouble):
        lan.templates.publish(tmp_path / "không có.xlsx")
    assert counted(lan) == before


def test_an_unknown_checklist_is_said(lan):
    with pytest.raises(TemplateUnknown):
        lan.templates.get("0" * 64)


def test_a_template_says_what_its_items_are_made_of(shipped):
    template = Template(Form.parse(shipped[0].xform))
    template.prove()
    ratio = template.items["CD04"]
    assert (ratio.single, ratio.names) == (False, ("CD04", "CD04_tu", "CD04_mau"))
    assert ratio.labels["CD04_mau"].startswith("Số nhiệm vụ đến hạn")
    assert template.items["CD03"].single
    assert template.items["SL01"].max_points is None
    assert template.item_of("CD04_tu") == "CD04"
    assert template.item_of("không có") is None
    assert [band.name for band in template.bands] == ["Xuất sắc", "Tốt", "Khá", "Trung bình"]
    assert template.cap is not None


def test_a_template_with_a_rule_that_cannot_be_read_says_so(shipped):
    broken = shipped[0].xform.replace(b'cchc:rule="tuyen_tinh"', b'cchc:rule="tuy_y"', 1)
    with pytest.raises(RuleProblem):
        Template(Form.parse(broken)).prove()


def test_the_shipped_workbook_can_be_copied_edited_and_published(lan, tmp_path):
    file = tmp_path / "bảng kiểm của tỉnh.xlsx"
    shutil.copy(paths.resources() / "checklists" / f"{CHECKLIST}.xlsx", file)
    assert lan.templates.publish(file).digest == lan.templates.latest(CHECKLIST).digest


def test_a_blank_workbook_is_sound_and_never_written_over_another(tmp_path):
    file = tmp_path / "mới.xlsx"
    blank(file)

    assert check(file).warnings == ()
    with pytest.raises(FilePresent):
        blank(file)
    assert check(file).points == 100
    with pytest.raises(FileTrouble):
        blank(tmp_path / "không có" / "mới.xlsx")


def test_files_beside_a_workbook_are_published_with_it(lan, tmp_path):
    file = tmp_path / "phiếu.xlsx"
    file.write_bytes(book([q("select_one_from_file don_vi.csv", "dv", "Đơn vị")], also={"settings": SIMPLE}))
    for name in ("don_vi.csv", "a.png"):
        (tmp_path / name).write_bytes(FILES[name])
    report = lan.templates.publish(file)
    (tmp_path / "don_vi.csv").unlink()

    sheet = lan.templates.get(report.digest).blank()
    assert [choice.label for choice in sheet.node("dv").choices] == ["Đơn vị một", "Đơn vị hai"]


def test_the_same_version_for_something_else_is_said(lan, tmp_path):
    told = []
    for number, words in enumerate(("Có kinh phí riêng không?", "Có bố trí kinh phí riêng không?")):
        file = tmp_path / f"{number}.xlsx"
        file.write_bytes(workbook({"survey!C3": words, "settings!B2": CHECKLIST, "settings!C2": "9"}))
        told.append(lan.templates.publish(file).warnings)

    assert told == [
        (),
        (
            tr(
                "Another checklist has the version {version} too; give a changed one a new version.",
                version="9",
            ),
        ),
    ]


def test_a_checklist_is_found_by_version_or_digest(lan, tmp_path):
    file = tmp_path / "phiếu.xlsx"
    file.write_bytes(workbook({"settings!C2": "2026-A"}))
    digest = lan.templates.publish(file).digest

    assert lan.templates.find("2026-A").form.digest == digest
    assert lan.templates.find(digest[:8]).form.digest == digest
    assert read_form(file).digest == digest
    for text in ("", "2027"):
        with pytest.raises(TemplateUnknown):
            lan.templates.find(text)
