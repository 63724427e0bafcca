"""The minutes hold what was answered, number by number, as PDF and as Word file."""

import io
from datetime import UTC, date, datetime
from decimal import Decimal

import docx
import pytest

from inspector_app import paths
from inspector_app.domain.errors import FileTrouble, VisitUnknown
from inspector_app.domain.records import LEAD, SECRETARY, VisitId
from inspector_app.services.workbench import Workbench
from inspector_app.storage.ledger import Act
from tests.reports.reading import pages
from tests.services.conftest import begin, hand_over

FIGURES = {"SL07": "4000", "SL08": "3000", "SL09": "880", "SL10": "120"}


def words(pdf: bytes) -> str:
    return " ".join(pages(pdf))


def word_file(content: bytes) -> str:
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    lines = [paragraph.text for paragraph in document.paragraphs]
    return " ".join(" ".join([*lines, *cells]).replace("\u00a0", " ").split())


@pytest.fixture
def told(lan: Workbench, visit: VisitId) -> Workbench:
    """A visit with something of everything."""
    for code, value in FIGURES.items():
        lan.checklists.answer(visit, code, value)
    lan.checklists.answer(visit, "CD01", "b")
    lan.checklists.answer(visit, "CD04", {"CD04_tu": "24", "CD04_mau": "26"})
    lan.checklists.note(visit, "CD04", "Theo sổ theo dõi nhiệm vụ")
    lan.checklists.self_points(visit, "CD04", Decimal("1.75"))
    lan.checklists.not_applicable(visit, "CD07", "Chưa từng được kiểm tra.")
    lan.checklists.answer(visit, "TP01", "1")
    lan.checklists.answer(visit, "NX01", "Kế hoạch ban hành sớm.")
    lan.checklists.answer(visit, "NX02", "Còn hồ sơ quá hạn.")
    me = lan.visits.get(visit).participants[0].id
    lan.visits.change(visit, "participant", me, role=LEAD, honorific="Bà", name="Trần Thị Lan")
    lan.visits.add(visit, "participant", name="Lê Văn Minh", role=SECRETARY, honorific="Ông")
    lan.visits.add(
        visit, "participant", side="unit", name="Nguyễn Văn Thạnh", honorific="Ông", title="Chủ tịch UBND"
    )
    finding, _ = lan.visits.add(
        visit, "finding", item="CD04", text="Hai nhiệm vụ chậm tiến độ.", cause="people"
    )
    lan.visits.add(visit, "finding", text="Trụ sở chưa có lối đi cho người khuyết tật.")
    lan.visits.add(
        visit, "recommendation", finding=finding, item="CD04", text="Hoàn thành hai nhiệm vụ chậm.",
        responsible="Văn phòng HĐND và UBND", due_on=date(2026, 12, 23),
    )  # fmt: skip
    lan.visits.edit(
        visit, number="05", started_at=datetime(2026, 11, 23, 0, 30, tzinfo=UTC),
        ended_at=datetime(2026, 11, 23, 9, 20, tzinfo=UTC), unit_opinion="Đơn vị thống nhất.",
        plan_tasks=26, plan_tasks_done=24, plan_activities=40, plan_activities_done=31,
    )  # fmt: skip
    for fault in ("Lỗi đồng bộ.", "Lỗi ngày hẹn."):
        lan.visits.add(visit, "software_fault", text=fault)
    lan.dossiers.add(visit, "H20.50-0001", "Đăng ký khai sinh", H02="khong_dat", H01="dat")
    return lan


# --- facts ---------------------------------------------------------------------------------------


def test_the_facts_are_what_was_answered(told, visit):
    facts = told.reporting.facts(visit)
    view = told.checklists.open(visit)
    assert (facts.unit, facts.on, facts.number) == ("UBND xã Thường Phước", date(2026, 11, 23), "05")
    items = {item.code: item for area in facts.areas for item in area.items}
    assert set(items) == {code for code in view.items if code[:2] not in ("SL", "NX")}
    for code, item in items.items():
        shown = view.items[code]
        assert (item.points, item.rate, item.note, item.text) == (
            shown.points, shown.rate, shown.note, shown.text,
        )  # fmt: skip
    assert (items["CD04"].numerator, items["CD04"].denominator) == (24, 26)
    assert (items["CD04"].points, items["CD04"].self_points) == (Decimal("1.49"), Decimal("1.75"))
    assert items["CD01"].answer == "Có ban hành nhưng chậm hoặc thiếu lĩnh vực"
    assert (items["CD07"].not_applicable, items["CD07"].reason) == (True, "Chưa từng được kiểm tra.")
    assert {figure.code: figure.value for figure in facts.figures if figure.value is not None} == {
        code: Decimal(value) for code, value in FIGURES.items()
    }
    assert facts.score is not None
    assert (facts.score.index, facts.score.bonus, facts.score.provisional) == (view.summary.index, 1, True)
    assert facts.plan is not None
    assert (facts.plan.tasks_done, facts.plan.activities) == (24, 40)
    assert [fault.text for fault in facts.faults] == ["Lỗi đồng bộ.", "Lỗi ngày hẹn."]
    assert [person.name for person in facts.team] == ["Trần Thị Lan", "Lê Văn Minh"]
    assert [(signer.party, signer.name) for signer in facts.signers] == [
        ("unit", "Nguyễn Văn Thạnh"),
        ("secretary", "Lê Văn Minh"),
        ("lead", "Trần Thị Lan"),
    ]
    assert facts.sample is not None
    assert facts.sample.dossiers[0].failed == ("H02",)


def test_areas_add_up_as_on_the_screen(told, visit):
    facts = {area.code: area for area in told.reporting.facts(visit).areas}
    for area in told.checklists.open(visit).areas:
        if area.code not in ("SL", "NX"):
            assert (facts[area.code].points, facts[area.code].max_points) == (area.points, area.max_points)
    assert (facts["CD"].max_points, facts["CD"].base, facts["CD"].points) == (14, 12, Decimal("2.24"))
    assert facts["TP"].bonus


def test_a_finding_of_no_item_is_told_among_the_shortcomings(told, visit):
    facts = told.reporting.facts(visit)
    assert [finding.text for area in facts.areas for finding in area.findings] == [
        "Hai nhiệm vụ chậm tiến độ."
    ]
    assert facts.shortcomings == "Còn hồ sơ quá hạn.\nTrụ sở chưa có lối đi cho người khuyết tật."


def test_the_printed_code_stands_for_the_content(told, visit):
    before = told.reporting.content_digest(visit)
    assert told.reporting.content_digest(visit) == before
    told.checklists.note(visit, "CD04", "khác")
    assert told.reporting.content_digest(visit) != before


def test_figures_without_a_number_are_left_out_rather_than_break_the_minutes(lan, visit):
    lan._desk.write(visit, [Act("answer", "SL07", {"value": "nhiều"})])
    lan.checklists.forget([visit])
    assert all(figure.value is None for figure in lan.reporting.facts(visit).figures)


# --- pages ---------------------------------------------------------------------------------------

PRINTED = (
    "UBND xã Thường Phước",
    "Trần Thị Lan",
    "Nguyễn Văn Thạnh",
    "24/26",
    "92,31%",
    "1,49",
    "1,75",
    "nhiệm vụ chậm tiến độ",
    "Hoàn thành hai nhiệm vụ chậm",
    "23/12/2026",
    "4.000",
    "3.000",
    "H20.50-0001",
    "Đơn vị thống nhất",
    "Trụ sở chưa có lối đi",
)


def test_the_pdf_holds_the_numbers_and_the_words(told, visit):
    printed = words(told.reporting.minutes(visit).pdf)
    missing = [text for text in PRINTED if text not in printed]
    assert missing == []
    index = str(told.checklists.open(visit).summary.index).replace(".", ",")
    assert index in printed


def test_the_word_file_holds_the_same(told, visit):
    written = word_file(told.reporting.minutes_docx(visit))
    assert [text for text in PRINTED if text not in written] == []


def test_both_files_are_written_whole_under_a_name_that_any_system_takes(told, visit, tmp_path):
    written = told.reporting.write_minutes(visit, tmp_path)
    assert written.pdf.name == "Bien_ban_CCHC_xa_Thuong_Phuoc_20261123.pdf"
    assert written.docx.with_suffix(".pdf") == written.pdf
    assert written.pdf.read_bytes().startswith(b"%PDF")
    assert "24/26" in word_file(written.docx.read_bytes())
    again = told.reporting.write_minutes(visit, tmp_path)  # in place of the earlier
    assert again.pdf == written.pdf
    assert sorted(file.name for file in tmp_path.iterdir() if file.is_file()) == sorted(
        [written.pdf.name, written.docx.name]
    )


def test_a_stick_that_fails_leaves_the_older_minutes_as_they_were(told, visit, tmp_path, monkeypatch):
    written = told.reporting.write_minutes(visit, tmp_path)
    before = written.pdf.read_bytes()
    told.checklists.note(visit, "CD04", "khác")

    def pulled_out(_: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(paths.os, "fsync", pulled_out)
    with pytest.raises(FileTrouble):
        told.reporting.write_minutes(visit, tmp_path)
    assert written.pdf.read_bytes() == before
    assert not list(tmp_path.glob("*.part"))


def test_a_folder_that_is_not_there_and_an_unknown_visit_are_said(told, visit, tmp_path):
    with pytest.raises(FileTrouble):
        told.reporting.write_minutes(visit, tmp_path / "không có")
    with pytest.raises(VisitUnknown):
        told.reporting.minutes(VisitId("không có"))


# --- what to see to before signing ---------------------------------------------------------------


def test_an_empty_visit_warns_of_all_that_is_missing(lan, visit):
    minutes = lan.reporting.minutes(visit)
    assert words(minutes.pdf)
    assert any("CD04" in line for line in minutes.warnings)
    assert len(minutes.warnings) > 4


def test_a_visit_without_a_day_still_prints(lan, visit):
    lan.visits.edit(visit, on=None, unit_name="")
    assert any("ngày kiểm tra" in line for line in lan.reporting.minutes(visit).warnings)


def test_whatever_is_in_dispute_is_warned_of_by_name(laptop, lan, visit, stick):
    dossier, _ = lan.dossiers.add(visit, "H20.50-0001")
    finding, _ = lan.visits.add(visit, "finding", item="CD04", text="Chậm tiến độ")
    minh = laptop("Minh")
    hand_over(lan, minh, visit, stick)
    for bench, part, text in ((lan, "24", "một"), (minh, "22", "hai")):
        bench.checklists.answer(visit, "CD04", {"CD04_tu": part, "CD04_mau": "26"})
        bench.checklists.answer(visit, "SL07", part)
        bench.dossiers.answer(visit, dossier, "H02", "dat" if bench is lan else "khong_dat")
        bench.visits.change(visit, "finding", finding, text=f"Chậm {text} nhiệm vụ")
        bench.visits.edit(visit, place=f"Hội trường {text}")
    hand_over(minh, lan, visit, stick)
    warned = "\n".join(lan.reporting.minutes(visit).warnings)
    for name in ("CD04", "SL07", "H20.50-0001 · H02", "nhiệm vụ", "Thường Phước"):
        assert name in warned
    assert visit not in warned  # no identifiers
    assert dossier not in warned


def test_two_visits_have_their_own_minutes(told, visit):
    other = begin(told, "29955")
    printed = words(told.reporting.minutes(other).pdf)
    assert "phường Hồng Ngự" in printed
    assert "Thường Phước" not in printed
