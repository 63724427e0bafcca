"""What the people of the demonstration wrote, found and handed over. All of it is invented."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from inspector_app.domain.records import MEMBER, SECRETARY, Attendance, Cause, FollowUpState, Severity, Side

Rows = Sequence[Mapping[str, Any]]

PROCEDURES = (
    ("Đăng ký khai sinh", "Hộ tịch"),
    ("Đăng ký kết hôn", "Hộ tịch"),
    ("Chứng thực bản sao từ bản chính", "Chứng thực"),
    ("Cấp giấy xác nhận tình trạng hôn nhân", "Hộ tịch"),
    ("Đăng ký biến động quyền sử dụng đất", "Đất đai"),
    ("Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội", "Bảo trợ xã hội"),
    ("Đăng ký thành lập hộ kinh doanh", "Đăng ký kinh doanh"),
)
NOTES = {
    "CD10": "Mô hình “Ngày thứ Bảy vì dân”; “Tổ lưu động hỗ trợ nộp hồ sơ trực tuyến tại ấp”.",
    "TT22": "Nhiều hồ sơ đất đai được bấm chuyển bước dồn vào cuối ngày.",
    "CS12": "Phần mềm một cửa báo lỗi đồng bộ trạng thái 4 lần trong tháng 10/2026.",
}
REMARKS = {
    "NX01": (
        "Đơn vị ban hành kế hoạch cải cách hành chính đúng thời hạn, phân công rõ người, rõ việc.\n"
        "Trung tâm Phục vụ hành chính công khang trang, niêm yết đầy đủ, công chức có thái độ đúng mực."
    ),
    "NX02": (
        "Còn hồ sơ quá hạn do công chức chậm chuyển bước trên phần mềm một cửa điện tử.\n"
        "Tỷ lệ tiếp nhận, trả kết quả qua dịch vụ bưu chính công ích còn thấp."
    ),
    "NX03": "Đề nghị tỉnh khắc phục lỗi đồng bộ của phần mềm một cửa điện tử.",
}
OPINION = (
    "Đơn vị thống nhất với kết quả kiểm tra, tiếp thu các hạn chế Đoàn nêu và sẽ ban hành kế hoạch khắc "
    "phục trong thời hạn. Đề nghị tỉnh sớm xử lý việc đồng bộ dữ liệu giữa phần mềm một cửa và Cổng Dịch "
    "vụ công quốc gia."
)

# --- people --------------------------------------------------------------------------------------


def people(chair: tuple[str, str], attendance: Mapping[str, Attendance], dealt: Mapping[str, str]) -> Rows:
    """Who takes part beside the lead: their attendance and their areas by name; the rest are present."""
    return [
        {
            "side": side,
            "honorific": honorific,
            "name": name,
            "title": title,
            "organisation": organisation,
            "role": role,
            "attendance": attendance.get(name, "present"),
            "areas": dealt.get(name, "").split(),
        }
        for side, honorific, name, title, organisation, role in (
            *_TEAM,
            ("unit", *chair, "Chủ tịch UBND", "", ""),
            *_HOSTS,
        )
    ]


_Person = tuple[Side, str, str, str, str, str]
_TEAM: Sequence[_Person] = (
    ("team", "Bà", "Lê Thị Mỹ Duyên", "Chuyên viên", "Văn phòng UBND tỉnh", SECRETARY),
    ("team", "Ông", "Đặng Hoàng Phúc", "Chuyên viên", "Sở Tư pháp", MEMBER),
    ("team", "Bà", "Ngô Thùy Dương", "Chuyên viên", "Sở Khoa học và Công nghệ", MEMBER),
    ("team", "Ông", "Nguyễn Tấn Lộc", "Chuyên viên", "Sở Tài chính", MEMBER),
)
_HOSTS: Sequence[_Person] = (
    ("unit", "Bà", "Võ Thị Kim Thoa", "Giám đốc Trung tâm Phục vụ hành chính công", "", ""),
    ("unit", "Ông", "Trương Minh Trí", "Công chức Văn phòng HĐND và UBND", "", ""),
)

# --- what was handed over ------------------------------------------------------------------------

DOCUMENTS: Rows = (
    {
        "title": "Kế hoạch CCHC năm", "number": "12/KH-UBND", "on": date(2026, 1, 20),
        "issuer": "UBND xã", "form": "copy", "item": "CD01",
    },
    {
        "title": "Báo cáo tự kiểm tra", "number": "186/BC-UBND",
        "on": date(2026, 11, 10), "issuer": "UBND xã", "form": "original",
        "note": "Kèm bảng tự chấm điểm",
    },
    {
        "title": "Bảng theo dõi nhiệm vụ",
        "issuer": "Văn phòng HĐND và UBND", "form": "electronic", "item": "CD04",
        "note": "Tệp Excel, chốt ngày 10/11/2026",
    },
    {
        "title": "Quyết định hoặc thông báo phân công", "number": "41/QĐ-UBND",
        "on": date(2026, 1, 15), "issuer": "UBND xã", "form": "copy", "item": "CD12",
    },
    {
        "title": "Quyết định công nhận mô hình “Ngày thứ Bảy vì dân”", "number": "97/QĐ-UBND",
        "on": date(2026, 5, 6), "issuer": "UBND xã", "form": "copy", "item": "CD10",
    },
    {
        "title": "Báo cáo và danh sách hồ sơ xuất từ hệ thống", "on": date(2026, 11, 13),
        "issuer": "Trung tâm Phục vụ hành chính công", "form": "electronic", "item": "TT14",
    },
    {
        "title": "Văn bản xin lỗi (Mẫu số 04)",
        "issuer": "Trung tâm Phục vụ hành chính công", "form": "original", "item": "TT16",
        "note": "Xem tại chỗ, đã trả lại",
    },
    {
        "title": "Nhật ký sự cố", "issuer": "Phòng Văn hóa – Xã hội",
        "form": "electronic", "item": "CS12",
    },
)  # fmt: skip

# --- the plan, models, faults --------------------------------------------------------------------

PLANS: Mapping[str, Mapping[str, tuple[int, int, int, int]]] = {
    "29971": {
        "CD": (5, 4, 7, 5), "TC": (4, 3, 6, 3), "TT": (6, 4, 9, 4), "BM": (2, 2, 3, 2),
        "CV": (3, 2, 5, 2), "TS": (2, 1, 3, 1), "CS": (4, 2, 6, 3),
    },
    "29983": {
        "CD": (4, 3, 6, 4), "TC": (3, 2, 5, 3), "TT": (5, 3, 8, 3), "BM": (2, 1, 3, 2),
        "CV": (3, 1, 4, 1), "TS": (2, 1, 2, 1), "CS": (3, 2, 5, 2),
    },
}  # fmt: skip
"""Tasks, of these done, activities, of these done, by unit and area; the other unit reports totals only."""
LATE: Rows = (
    {
        "level": "task", "area": "TT", "text": "Rà soát, kiến nghị cắt giảm thời gian giải quyết 05 thủ tục",
        "responsible": "Trung tâm Phục vụ hành chính công", "due_on": date(2026, 9, 30), "state": "overdue",
        "done_on": date(2026, 10, 22), "reason": "Chờ hướng dẫn của sở quản lý ngành",
    },
    {
        "level": "task", "area": "CS", "text": "Số hóa kết quả giải quyết thủ tục hành chính còn hiệu lực",
        "responsible": "Phòng Văn hóa – Xã hội", "due_on": date(2026, 10, 31), "state": "under_way",
        "reason": "Thiếu máy quét, dữ liệu cũ chưa bàn giao",
    },
    {
        "level": "activity", "area": "TS", "text": "Công khai quyết toán thu, chi ngân sách quý II/2026",
        "responsible": "Phòng Kinh tế", "due_on": date(2026, 7, 31), "state": "overdue",
        "done_on": date(2026, 8, 19), "reason": "Công chức phụ trách chuyển công tác",
    },
    {
        "level": "activity", "area": "CV",
        "text": "Tập huấn kỹ năng số cho công chức và Tổ công nghệ số cộng đồng",
        "responsible": "Phòng Văn hóa – Xã hội", "due_on": date(2026, 10, 15), "state": "not_begun",
        "reason": "Chưa bố trí được kinh phí",
    },
)  # fmt: skip
INITIATIVES: Rows = (
    {
        "name": "Ngày thứ Bảy vì dân", "unit": "Trung tâm Phục vụ hành chính công", "area": "TT",
        "registered_on": date(2026, 2, 10), "state": "recognised",
        "effect": "Tiếp nhận 312 hồ sơ vào các ngày thứ Bảy",
    },
    {
        "name": "Tổ lưu động hỗ trợ nộp hồ sơ trực tuyến tại ấp", "unit": "Phòng Văn hóa – Xã hội",
        "area": "CS", "registered_on": date(2026, 3, 2), "state": "applied",
        "effect": "09/09 ấp, 148 lượt hỗ trợ",
    },
    {
        "name": "Trả kết quả tại nhà cho người cao tuổi, người khuyết tật",
        "unit": "Trung tâm Phục vụ hành chính công", "area": "TT", "registered_on": date(2026, 3, 2),
        "state": "applied", "effect": "57 lượt trả kết quả",
    },
    {
        "name": "Họp không giấy tờ", "unit": "Văn phòng HĐND và UBND", "area": "CD",
        "registered_on": date(2026, 4, 1), "state": "registered",
    },
)  # fmt: skip
FAULTS: Rows = (
    {
        "text": "Trạng thái hồ sơ đã trả kết quả không đồng bộ về Cổng Dịch vụ công quốc gia",
        "system": "Phần mềm một cửa điện tử", "happened_on": date(2026, 10, 6), "dossiers": 37,
        "reported_to": "Sở Khoa học và Công nghệ", "reported_on": date(2026, 10, 6), "state": "reported",
    },
    {
        "text": "Phần mềm không tính ngày làm bù khi tính ngày hẹn trả",
        "system": "Phần mềm một cửa điện tử", "happened_on": date(2026, 8, 22), "dossiers": 12,
        "reported_to": "Sở Khoa học và Công nghệ", "reported_on": date(2026, 8, 24),
        "fixed_on": date(2026, 9, 8), "state": "fixed",
    },
    {
        "text": "Không ký số được kết quả trong buổi sáng", "system": "Hệ thống ký số tập trung",
        "happened_on": date(2026, 10, 29), "dossiers": 9, "reported_to": "Đơn vị vận hành",
        "reported_on": date(2026, 10, 29), "fixed_on": date(2026, 10, 29), "state": "fixed",
    },
)  # fmt: skip

# --- findings, and what became of earlier ones ---------------------------------------------------

Found = tuple[str, str, Cause, Severity, str, str, int]
"""Item, what was found, cause, severity, what is asked for, of whom, within how many days."""
FINDINGS: Sequence[Found] = (
    (
        "CD04", "Một số nhiệm vụ trong kế hoạch cải cách hành chính hoàn thành chậm so với thời hạn.",
        "people", "notable",
        "Rà soát, hoàn thành các nhiệm vụ chậm tiến độ; báo cáo kết quả bằng văn bản.",
        "Văn phòng HĐND và UBND", 30,
    ),
    (
        "TT22", "Hồ sơ quá hạn do công chức chậm chuyển, chậm kết thúc hồ sơ trên phần mềm một cửa điện tử.",
        "people", "serious",
        "Chấn chỉnh việc chuyển, kết thúc hồ sơ trên phần mềm đúng thời điểm xử lý thực tế.",
        "Trung tâm Phục vụ hành chính công", 15,
    ),
    (
        "TT24", "Tỷ lệ hồ sơ tiếp nhận, trả kết quả qua dịch vụ bưu chính công ích còn thấp.",
        "coordination", "notable",
        "Phối hợp bưu điện đẩy mạnh tiếp nhận, trả kết quả qua dịch vụ bưu chính công ích.",
        "Trung tâm Phục vụ hành chính công", 45,
    ),
    (
        "CS12", "Phần mềm một cửa điện tử còn lỗi đồng bộ, chưa được khắc phục dứt điểm.",
        "software", "minor",
        "Tổng hợp, báo cáo các lỗi của phần mềm về cơ quan quản lý để khắc phục.",
        "Phòng Văn hóa – Xã hội", 20,
    ),
)  # fmt: skip
EARLIER: Sequence[Found] = (
    (
        "TT16", "Hồ sơ quá hạn chưa có văn bản xin lỗi.", "people", "serious",
        "Thực hiện nghiêm việc xin lỗi bằng văn bản khi hồ sơ quá hạn.",
        "Trung tâm Phục vụ hành chính công", 15,
    ),
    (
        "TT24", "Chưa có hồ sơ trả kết quả qua dịch vụ bưu chính công ích.", "coordination", "notable",
        "Phối hợp bưu điện triển khai trả kết quả qua dịch vụ bưu chính công ích.",
        "Trung tâm Phục vụ hành chính công", 30,
    ),
    (
        "CD12", "Chưa phân công công chức đầu mối cải cách hành chính.", "people", "minor",
        "Ban hành văn bản phân công lãnh đạo phụ trách, công chức đầu mối.", "UBND xã", 15,
    ),
    (
        "CS05", "Thành phần hồ sơ chưa được số hóa đầy đủ.", "resources", "notable",
        "Bố trí thiết bị, số hóa đầy đủ thành phần hồ sơ khi tiếp nhận.", "UBND xã", 60,
    ),
)  # fmt: skip
JUDGED: Sequence[tuple[FollowUpState, str]] = (
    ("partly", "Còn một số hồ sơ quá hạn chưa có văn bản xin lỗi."),
    ("not_fixed", "Tỷ lệ qua bưu chính công ích không tăng."),
    ("fixed", "Đã ban hành Quyết định số 41/QĐ-UBND."),
    ("fixed", ""),
)
"""What the team found of the earlier recommendations, in their order."""
EARLIER_ANSWERS: Mapping[str, str] = {
    "CD01": "a", "CD12": "khong", "SL02": "3604", "SL07": "3390", "SL08": "2210", "SL09": "1080",
    "SL10": "100", "NX01": "Lãnh đạo xã quan tâm chỉ đạo công tác cải cách hành chính.",
}  # fmt: skip
"""What was answered a year before, as far as one text answers an item."""
EARLIER_RATIOS: Mapping[str, tuple[str, str]] = {"CD04": ("15", "24"), "CD05": ("9", "12")}
