"""How far the unit has come is printed at both levels, and only as far as it is known."""

from dataclasses import replace
from datetime import date

from inspector_app.reports.facts import Fault, FollowUp, Initiative, Plan, PlanCount, PlanLine
from tests.reports.reading import printed
from tests.reports.sample import FACTS

HONG_NGU = Plan(
    tasks=26,
    tasks_done=18,
    activities=39,
    activities_done=20,
    areas=7,
    by_area=(
        PlanCount(name="Công tác chỉ đạo", tasks=14, tasks_done=10, activities=20, activities_done=11),
        PlanCount(name="Cải cách thể chế", tasks=12, tasks_done=8, activities=19, activities_done=9),
        PlanCount(name="Tài chính công", tasks=0),
    ),
)


def test_the_plan_is_told_area_by_area_with_both_rates() -> None:
    words = printed(replace(FACTS, plan=HONG_NGU))
    assert (
        "có 26 nhiệm vụ, 39 hoạt động thuộc 07 lĩnh vực; đến ngày kiểm tra đã hoàn thành "
        "18/26 (69,23%) nhiệm vụ và 20/39 (51,28%) hoạt động (Bảng 1)." in words
    )
    assert "Công tác chỉ đạo 14 10 71,43% 20 11 55,00%" in words
    assert "Tài chính công 0 – – – – –" in words
    assert "Cộng 26 18 69,23% 39 20 51,28%" in words
    assert "Bảng 2. Tình hình giải quyết hồ sơ" in words


def test_one_level_alone_is_told_alone() -> None:
    words = printed(replace(FACTS, plan=Plan(tasks=26, tasks_done=18)))
    assert "có 26 nhiệm vụ; đến ngày kiểm tra đã hoàn thành 18/26 (69,23%) nhiệm vụ." in words
    assert "hoạt động" not in words.partition("có 26 nhiệm vụ")[2].partition(".")[0]


def test_what_is_late_is_named_with_its_dates_and_reason() -> None:
    line = PlanLine(
        text="Rà soát thủ tục",
        responsible="Trung tâm Phục vụ hành chính công",
        due_on=date(2026, 1, 31),
        done_on=date(2026, 2, 10),
        state="overdue",
        reason="Chờ hướng dẫn",
    )
    other = PlanLine(
        text="Tập huấn", level="activity", state="not_begun", reason="UBND tỉnh chưa cấp kinh phí"
    )
    words = printed(replace(FACTS, plan_lines=(line, other)))
    assert (
        "- Nhiệm vụ: Rà soát thủ tục (Trung tâm Phục vụ hành chính công), chậm tiến độ, thời hạn 31/01/2026, "
        "hoàn thành ngày 10/02/2026, lý do: chờ hướng dẫn;" in words
    )
    assert "- Hoạt động: Tập huấn, chưa thực hiện, lý do: UBND tỉnh chưa cấp kinh phí." in words


def test_models_are_named_beside_the_number_of_units() -> None:
    model = Initiative(name="Ngày thứ Bảy vì dân", unit="Trung tâm", state="recognised", effect="312 hồ sơ")
    words = printed(replace(FACTS, initiatives=(model,)))
    assert "Số đơn vị đăng ký mô hình, sáng kiến cải cách hành chính: 18." in words
    assert "- Ngày thứ Bảy vì dân (Trung tâm): đã được công nhận; kết quả: 312 hồ sơ." in words


def test_faults_are_a_table_where_more_than_their_words_is_known() -> None:
    faults = (
        Fault(
            text="Trạng thái không đồng bộ",
            system="Phần mềm một cửa",
            happened_on=date(2026, 2, 6),
            dossiers=37,
            reported_to="Sở Khoa học và Công nghệ",
            reported_on=date(2026, 2, 7),
            state="reported",
        ),
        Fault(text="Không ký số được", dossiers=9, fixed_on=date(2026, 2, 9), state="fixed"),
    )
    words = printed(replace(FACTS, faults=faults))
    assert "(02 trường hợp), ảnh hưởng 46 hồ sơ; còn 01 lỗi chưa khắc phục; chi tiết nêu tại Bảng 4." in words
    assert "06/02/2026 Phần mềm một cửa: trạng thái không đồng bộ 37" in words
    assert "đã khắc phục, 09/02/2026" in words


def test_earlier_recommendations_have_a_part_of_their_own() -> None:
    followed = (
        FollowUp(
            text="Xin lỗi bằng văn bản.",
            visit_on=date(2025, 11, 12),
            responsible="Trung tâm",
            due_on=date(2025, 11, 27),
            state="partly",
            note="Còn hồ sơ chưa có văn bản.",
        ),
        FollowUp(text="Số hóa hồ sơ", state="fixed"),
    )
    words = printed(replace(FACTS, follow_ups=followed))
    part = words.partition("4. Thực hiện kiến nghị của kỳ kiểm tra trước")[2].partition("5. Bảng điểm")[0]
    assert "Kỳ kiểm tra trước có 02 kiến nghị: 01 đã khắc phục; 01 khắc phục một phần (Bảng 4)." in part
    assert "Xin lỗi bằng văn bản (kiểm tra ngày 12/11/2025)" in part
    assert "khắc phục một phần: còn hồ sơ chưa có văn bản" in part


def test_without_any_of_it_nothing_is_printed() -> None:
    words = printed(replace(FACTS, plan=None, models=None, faults=()))
    for part in (
        "Kế hoạch cải cách hành chính năm của đơn vị",
        "mô hình",
        "Lỗi của phần mềm",
        "kỳ kiểm tra trước có",
    ):
        assert part not in words
