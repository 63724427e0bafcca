from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import docx
import pytest

from inspector_app.reports.docx import render_docx
from inspector_app.reports.facts import (
    Area,
    Finding,
    Item,
    MinutesFacts,
    OldQuestion,
    Recommendation,
    Sample,
    SampleDossier,
    SignedBy,
)
from inspector_app.reports.minutes import GAP, minutes
from inspector_app.reports.pdf import render_pdf
from tests.reports.reading import flat, pages, printed
from tests.reports.sample import BONUS, DIGITAL, DIRECTION, FACTS, PROCEDURES, D


def between(words: str, start: str, end: str) -> str:
    return words.partition(start)[2].partition(end)[0]


@pytest.fixture(scope="module")
def paper() -> list[str]:
    return pages(render_pdf(minutes(FACTS)))


@pytest.fixture(scope="module")
def body(paper: list[str]) -> str:
    return " ".join(paper)


# --- the parts, in order -------------------------------------------------------------------------


def test_the_top_of_the_first_page(paper: list[str]) -> None:
    assert paper[0].partition(" Căn cứ")[0] == (
        "SỞ NỘI VỤ TỈNH ĐỒNG THÁP ĐOÀN KIỂM TRA CẢI CÁCH HÀNH CHÍNH Số: 05/BB-ĐKT "
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc "
        "BIÊN BẢN Kiểm tra công tác cải cách hành chính năm 2026 tại UBND xã Thường Phước"
    )


def test_the_parts_come_in_the_order_of_the_sample(body: str) -> None:
    parts = (
        "Căn cứ Quyết định số 215/QĐ-UBND",
        "Hôm nay, vào hồi",
        "I. THÀNH PHẦN",
        "1. Đoàn kiểm tra",
        "2. Đơn vị được kiểm tra: UBND xã Thường Phước",
        "II. PHẠM VI, THỜI KỲ, CÁCH KIỂM TRA",
        "III. KẾT QUẢ KIỂM TRA",
        "1. Công tác chỉ đạo, điều hành cải cách hành chính",
        "2. Cải cách thủ tục hành chính và cơ chế một cửa, một cửa liên thông",
        "3. Xây dựng, phát triển chính quyền điện tử, chính quyền số",
        "4. Bảng điểm",
        "IV. ĐÁNH GIÁ CHUNG",
        "1. Ưu điểm",
        "2. Tồn tại, hạn chế",
        "3. Nguyên nhân",
        "V. KIẾN NGHỊ, YÊU CẦU CỦA ĐOÀN KIỂM TRA",
        "VI. Ý KIẾN CỦA ĐƠN VỊ ĐƯỢC KIỂM TRA",
        "Biên bản gồm",
        "ĐẠI DIỆN ĐƠN VỊ ĐƯỢC KIỂM TRA",
        "Nơi nhận:",
        "Phụ lục I BẢNG KIỂM CHI TIẾT",
        "Phụ lục II DANH SÁCH HỒ SƠ MẪU",
    )
    places = [body.find(part) for part in parts]
    assert -1 not in places, parts[places.index(-1)]
    assert places == sorted(places)


def test_legal_bases_end_in_semicolons_and_a_full_stop(body: str) -> None:
    assert "cải cách hành chính năm 2026; Căn cứ Kế hoạch số 48/KH-UBND" in body
    assert "của UBND tỉnh Đồng Tháp. Hôm nay" in body
    assert "Căn cứ Căn cứ" not in body


def test_time_and_place_are_told_as_the_decree_writes_them(body: str) -> None:
    assert (
        "Hôm nay, vào hồi 07 giờ 30 phút, ngày 05 tháng 3 năm 2026, "
        "tại Trung tâm Phục vụ hành chính công xã Thường Phước," in body
    )
    assert "Buổi làm việc kết thúc lúc 16 giờ 45 phút cùng ngày." in body
    for on, phrase in (
        (date(2026, 1, 2), "ngày 02 tháng 01 năm 2026"),
        (date(2026, 10, 20), "ngày 20 tháng 10 năm 2026"),
    ):
        facts = replace(FACTS, on=on, started_at=None, ended_at=None)
        assert phrase in pages(render_pdf(minutes(facts)))[0]


def test_those_present_are_named_once_on_their_side(body: str) -> None:
    team = between(body, "1. Đoàn kiểm tra", "2. Đơn vị được kiểm tra")
    hosts = between(body, "2. Đơn vị được kiểm tra", "II. PHẠM VI")
    assert "- Ông Nguyễn Hữu Ước Nguyện, Phó Giám đốc Sở Nội vụ, Trưởng đoàn;" in team
    # The title names the organisation already.
    assert "- Bà Trần Thị Quỳnh Ẩn, Chuyên viên Phòng Cải cách hành chính, Sở Nội vụ, Thư ký;" in team
    assert "- Ông Đặng Vĩnh Ngữ, Sở Khoa học và Công nghệ, Thành viên." in team
    assert "- Bà Huỳnh Thị Mộng Thúy Ngọc Diễm, Phó Bí thư Đảng ủy," in hosts
    assert "- Ông Lê Văn Hậu, Chánh Văn phòng HĐND và UBND xã." in hosts


def test_scope_says_how_the_inspection_was_made(body: str) -> None:
    scope = between(body, "CÁCH KIỂM TRA", "III. KẾT QUẢ")
    assert "- Hình thức: kiểm tra định kỳ theo kế hoạch;" in scope
    assert "- Nội dung: 03 lĩnh vực, gồm công tác chỉ đạo" in scope
    assert "từ ngày 01/01/2026 đến ngày 28/02/2026;" in scope
    assert "- Thời điểm chốt số liệu: 17 giờ 00 phút ngày 28/02/2026;" in scope
    assert "ngày kết thúc xử lý không sau ngày hẹn trả;" in scope
    assert "03 hồ sơ trong 1.520 hồ sơ; chọn ngẫu nhiên theo 4 nhóm, hạt giống 20261124." in scope
    assert "kiểm tra đột xuất" in printed(replace(FACTS, kind="unannounced"))


def test_an_area_tells_its_results_and_its_shortcomings(body: str) -> None:
    area = between(body, "1. Công tác chỉ đạo, điều hành", "2. Cải cách thủ tục")
    results, shortcomings = between(area, "a) Kết quả", "b) Hạn chế"), area.partition("b) Hạn chế")[2]
    assert "Đảng ủy, UBND xã phân công rõ người đứng đầu" in results
    assert (
        "Đã kiểm tra 4/4 nội dung; 02 nội dung đạt điểm tối đa (CD01, CD12); "
        "01 nội dung đạt một phần (CD04); 01 nội dung không áp dụng (CD07)." in results
    )
    assert "đúng tiến độ tính đến ngày kiểm tra: 17/21 (80,95%)." in results
    assert "có 26 nhiệm vụ, 39 hoạt động thuộc 07 lĩnh vực" in results
    assert "đã hoàn thành 18/26 (69,23%) nhiệm vụ và 20/39 (51,28%) hoạt động." in results
    assert "Số đơn vị đăng ký mô hình, sáng kiến cải cách hành chính: 18." in results
    assert (
        "- Còn 4 nhiệm vụ đến hạn chưa hoàn thành, chưa rõ nguyên nhân (CD04), "
        "nguyên nhân do cán bộ, công chức thực hiện." in shortcomings
    )
    digital = between(body, "3. Xây dựng, phát triển", "4. Bảng điểm")
    assert "Lỗi của phần mềm một cửa điện tử được ghi nhận (02 trường hợp):" in digital
    assert "b) Hạn chế Chưa ghi nhận hạn chế." in digital


def test_dossier_tables_stand_in_the_area_of_procedures(body: str) -> None:
    area = between(body, "2. Cải cách thủ tục hành chính và cơ chế", "3. Xây dựng, phát triển")
    assert "Bảng 1. Tình hình giải quyết hồ sơ thủ tục hành chính" in area
    assert (
        "6 Tổng số hồ sơ đã giải quyết trong kỳ hồ sơ 1.401 7 Đã giải quyết trước hạn hồ sơ 980 69,95%"
        in area
    )
    assert "Số hồ sơ quá hạn đã có văn bản xin lỗi hồ sơ 19 67,86%" in area
    assert "1/3 hồ sơ trong mẫu đạt yêu cầu" in area
    assert "H07 Thời điểm xử lý trên hệ thống khớp thực tế x 2/3 hồ sơ trong mẫu" in area
    assert "H11" not in area, "a check that concerned no dossier"
    assert "02 hồ sơ, trong đó 01 hồ sơ có văn bản xin lỗi (Bảng 3)" in area
    assert "công chức chậm chuyển trên phần mềm: 01 hồ sơ; lỗi, đồng bộ phần mềm: 01 hồ sơ." in area


def test_tables_are_numbered_as_they_come_and_only_when_there_is_data() -> None:
    words = printed(replace(FACTS, figures=()))
    assert "Bảng 1. Kết quả kiểm tra hồ sơ mẫu" in words
    assert "Bảng 2. Hồ sơ quá hạn" in words
    bare = printed(replace(FACTS, figures=(), sample=None, plan=None, models=None, faults=()))
    for missing in (
        "Bảng 1",
        "Hồ sơ kiểm tra thực tế",
        "Kế hoạch cải cách hành chính năm của đơn vị",
        "18",
        "Lỗi của",
    ):
        assert missing not in bare
    assert "DANH SÁCH HỒ SƠ MẪU" not in bare
    assert "01 phụ lục" in bare


def test_a_checklist_of_one_topic_still_prints_what_was_counted() -> None:
    words = printed(replace(FACTS, areas=(DIGITAL,)))
    assert "2. Số liệu, tình hình khác" in words
    assert "Bảng 1. Tình hình" in words
    assert "3. Bảng điểm" in words


def test_the_score_table_adds_up(body: str) -> None:
    table = between(body, "4. Bảng điểm", "IV. ĐÁNH GIÁ")
    assert "Lĩnh vực Điểm tối đa Tự chấm Đoàn chấm Chênh lệch Chỉ số (%)" in table
    assert "cải cách hành chính 4,00 4,00 2,75 -1,25 68,75" in table
    assert "Cộng 16,50 15,75 11,55 -4,20 70,00" in table
    assert "Điểm thưởng +1,00 Điểm trừ -0,50" in table
    assert "Chỉ số cải cách hành chính (tạm tính) 71,91 Xếp loại (tạm tính) Khá" in table
    assert "không gồm 2 điểm của các nội dung không áp dụng" in table
    assert "tạm tính vì còn 01 nội dung bắt buộc chưa kiểm tra:" in table
    assert "- TT13 (Có bố trí tiếp nhận ngày thứ Bảy không?): chưa kiểm tra." in table


def test_scores_can_be_left_out() -> None:
    words = printed(replace(FACTS, print_scores=False))
    for hidden in ("Bảng điểm", "Đoàn chấm", "Tự chấm", "Xếp loại", "71,91", "đạt điểm tối đa", "tạm tính"):
        assert hidden not in words
    assert "CD04 Tỷ lệ nhiệm vụ" in words
    assert "TT13 Có bố trí tiếp nhận ngày thứ Bảy không? chưa kiểm tra" in words


def test_requests_say_what_by_whom_and_by_when(body: str) -> None:
    requests = between(body, "V. KIẾN NGHỊ", "VI. Ý KIẾN")
    assert "TT Nội dung Đơn vị thực hiện Thời hạn" in requests
    assert "20/03/2026" in requests
    assert "Trung tâm Phục vụ hành chính công xã" in requests
    assert "Đoàn kiểm tra không có kiến nghị." in printed(replace(FACTS, recommendations=()))


def test_the_end_counts_its_pages_and_names_those_who_sign(paper: list[str], body: str) -> None:
    (last,) = [number for number, page in enumerate(paper, start=1) if "Nơi nhận:" in page]
    assert f"Biên bản gồm {last:02d} trang, 02 phụ lục, lập thành 03 bản," in paper[last - 1]
    assert "CHỦ TỊCH" in paper[last - 1]
    for name in ("Huỳnh Thị Mộng Thúy Ngọc Diễm", "Trần Thị Quỳnh Ẩn", "Nguyễn Hữu Ước Nguyện"):
        assert body.count(name) == 2, "among those present, and signing"
    assert "- Lưu: VT, Hồ sơ Đoàn kiểm tra." in paper[last - 1]
    next_day = replace(FACTS, ended_at=datetime(2026, 3, 6, 0, 10))
    assert "lúc 00 giờ 10 phút ngày 06 tháng 3 năm 2026." in printed(next_day)


def test_the_annex_holds_every_item_once(body: str) -> None:
    annex = between(body, "BẢNG KIỂM CHI TIẾT", "DANH SÁCH HỒ SƠ MẪU")
    assert "(Kèm theo Biên bản số 05/BB-ĐKT ngày 05 tháng 3 năm 2026 của Đoàn kiểm tra)" in annex
    for area in (DIRECTION, PROCEDURES, DIGITAL, BONUS):
        assert annex.count(f"{area.code}. {area.name}") == 1
        for item in area.items:
            assert annex.count(item.code) == 1
    assert "không áp dụng: chưa từng được kiểm tra 2,00 – –" in annex
    assert "1,00 1,00 0,69" in annex
    assert "TP02 Số liệu báo cáo sai lệch – – – –" in annex


def test_the_list_of_the_sample_names_no_person(body: str) -> None:
    annex = body.partition("DANH SÁCH HỒ SƠ MẪU")[2]
    assert "1 H20.29971-261005-0017 Đăng ký khai sinh" in annex
    assert "khôngđạt:H07,H10" in annex.replace(" ", "")


def test_disputes_are_printed_as_disputes(body: str) -> None:
    assert "01 nội dung đang có ý kiến khác nhau (TT19)" in body
    assert "TT19 Tỷ lệ hồ sơ mẫu có Phiếu kiểm soát quá trình giải quyết ghi đủ bước. đang có ý kiến" in body
    assert "21/29" not in body
    disputed = replace(
        FACTS,
        areas=(replace(DIGITAL, findings=(Finding(text="Chưa ký số", disputed=True),)),),
        recommendations=(replace(FACTS.recommendations[0], disputed=True),),
    )
    words = printed(disputed)
    assert "- Chưa ký số (đang có ý kiến khác nhau)." in words
    assert "còn lại (đang có ý kiến khác nhau)" in words


# --- whole and in both formats -------------------------------------------------------------------


def test_complete_facts_leave_no_gap(paper: list[str]) -> None:
    for page in paper:
        for leftover in ("None", "…", "()", "{", "}", "  ", "True", "False", "Decimal", "NaN"):
            assert leftover not in page
    assert paper[0].endswith("Mã đối chiếu: 3fa2b1c9") or "Mã đối chiếu: 3fa2b1c9" in paper[0]


def test_word_and_pdf_say_the_same(body: str) -> None:
    word = docx.Document(BytesIO(render_docx(minutes(FACTS))))
    said = [paragraph.text for paragraph in word.paragraphs]
    said += [cell.text for table in word.tables for each in table.rows for cell in each.cells]
    squeezed = body.replace(" ", "")
    for words in said:
        # The page count is a field, which python-docx does not read.
        for piece in flat(words).split("Biên bản gồm trang"):
            assert piece.replace(" ", "") in squeezed, words


def test_a_checklist_of_two_hundred_items_repeats_its_header() -> None:
    items = tuple(
        Item(code=f"CD{n:03d}", text=f"Nội dung kiểm tra số {n} của lĩnh vực", answer="Có")
        for n in range(200)
    )
    paper = pages(render_pdf(minutes(replace(FACTS, areas=(replace(DIRECTION, items=items),), sample=None))))
    annex = [page for page in paper if "Mã Nội dung Kết quả" in page]
    assert len(annex) > 4
    assert all(page.count("Mã Nội dung Kết quả Điểm tối đa Tự chấm Đoàn chấm Ghi chú") == 1 for page in annex)
    assert annex == paper[-len(annex) :]


def test_empty_facts_print_a_form_to_fill_by_hand() -> None:
    bare = MinutesFacts(superior="", issuer="", unit="UBND xã Long Khánh", on=None)
    words = printed(bare)
    assert f"vào hồi {GAP} giờ {GAP} phút" in words
    assert "tại UBND xã Long Khánh" in words
    assert "Số: /BB-ĐKT" in words
    assert "Số:" not in printed(replace(bare, symbol=""))
    assert "Số: 12/BB-SNV" in printed(replace(bare, number="12/BB-SNV"))


def test_findings_speak_for_themselves_where_nobody_has_summed_them_up() -> None:
    facts = replace(FACTS, shortcomings="")
    assert "2. Tồn tại, hạn chế 03 hạn chế nêu tại điểm b của từng lĩnh vực, mục III." in printed(facts)


def test_causes_are_counted_from_the_findings_where_nobody_has_summed_them_up() -> None:
    findings = (
        Finding(text="Chậm chuyển", item="TT22", cause="people"),
        Finding(text="Chậm báo cáo", item="CD05", cause="people"),
        Finding(text="Lỗi đồng bộ", item="CS12", cause="software"),
    )
    facts = replace(FACTS, causes="", areas=(replace(DIRECTION, findings=findings),))
    assert (
        "3. Nguyên nhân Nguyên nhân do cán bộ, công chức thực hiện: 02 hạn chế (TT22, CD05). "
        "Nguyên nhân do phần mềm, đồng bộ dữ liệu: 01 hạn chế (CS12)."
    ) in printed(facts)


def test_answers_to_questions_that_are_no_longer_asked_are_printed_in_an_annex_of_their_own() -> None:
    old = OldQuestion(code="CD99", text="Có sổ theo dõi?", answer="Có", version="2025", note="Sổ số 3")
    words = printed(replace(FACTS, old_questions=(old,)))
    annex = words.partition("CÂU HỎI CŨ")[2]
    assert "CD99 Có sổ theo dõi? Có 2025 Sổ số 3" in annex


def test_a_zero_measure_is_an_answer() -> None:
    item = Item(code="CD04", text="Tỷ lệ", numerator=D(0), denominator=D(7), rate=Decimal(0))
    assert item.closed
    area = Area(code="CD", name="Chỉ đạo", items=(item,))
    assert "0/7 (0%)" in printed(replace(FACTS, areas=(area,), plan=None))


def test_a_sample_not_yet_checked_claims_nothing() -> None:
    sample = Sample(dossiers=(SampleDossier(code="H20-1", procedure="Khai sinh"),))
    words = printed(replace(FACTS, sample=sample))
    assert "hồ sơ trong mẫu đạt yêu cầu" not in words
    assert "1 H20-1 Khai sinh chưa kiểm tra" in words


# --- signing -------------------------------------------------------------------------------------


def test_a_unit_that_does_not_sign_is_told_with_its_reason_and_a_witness() -> None:
    signers = (SignedBy(party="witness", name="Lê Văn Hậu"), *FACTS.signers[1:])
    words = printed(replace(FACTS, unsigned_reason="Chủ tịch UBND xã đi vắng.", signers=signers))
    assert "Đơn vị được kiểm tra không ký biên bản, lý do: Chủ tịch UBND xã đi vắng." in words
    assert "NGƯỜI CHỨNG KIẾN" in words
    assert "ĐẠI DIỆN ĐƠN VỊ" not in words
    assert "thống nhất nội dung và ký tên" not in words


def test_all_members_sign_where_that_is_wanted() -> None:
    words = printed(replace(FACTS, all_sign=True))
    table = words.partition("Thành viên Đoàn kiểm tra ký tên TT Họ và tên Chức vụ, cơ quan Chữ ký")[2]
    assert table.startswith(" 1 Ông Đặng Vĩnh Ngữ Sở Khoa học và Công nghệ")
    assert "2 Bà Trần Thị Quỳnh Ẩn" not in table  # the secretary signs in a capacity of her own


def test_a_deputy_signs_for_a_lead_who_was_not_there() -> None:
    signers = (*FACTS.signers[:2], SignedBy(party="deputy", name="Ngô Văn Bé", position="Phó Trưởng đoàn"))
    assert "KT. TRƯỞNG ĐOÀN PHÓ TRƯỞNG ĐOÀN" in printed(replace(FACTS, signers=signers))


def test_a_finding_names_who_is_responsible_its_basis_and_its_dossiers() -> None:
    finding = Finding(
        text="Chậm xin lỗi",
        item="TT16",
        responsible="Trung tâm",
        basis="NĐ 118/2025/NĐ-CP",
        dossiers=("H20-1",),
    )
    words = printed(replace(FACTS, areas=(replace(DIGITAL, findings=(finding,)),)))
    assert "- Chậm xin lỗi (TT16), trách nhiệm: Trung tâm, căn cứ NĐ 118/2025/NĐ-CP, hồ sơ H20-1." in words


def test_a_recommendation_says_which_visit_it_repeats() -> None:
    asked = Recommendation(text="Sửa.", basis="NĐ 118/2025/NĐ-CP", repeats_on=date(2025, 11, 12))
    words = printed(replace(FACTS, recommendations=(asked,)))
    assert "(kiến nghị lại từ cuộc kiểm tra ngày 12/11/2025)" in words
    assert "kiến nghị lại" not in printed(FACTS)
