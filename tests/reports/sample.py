"""A full visit to read in print: the commune Thường Phước, with invented people and long Vietnamese names."""

from datetime import UTC, date, datetime
from decimal import Decimal

from inspector_app.reports.facts import (
    Area,
    Check,
    Fault,
    Figure,
    Finding,
    Item,
    MinutesFacts,
    Overdue,
    Person,
    Plan,
    Recommendation,
    Sample,
    SampleDossier,
    Score,
    SignedBy,
)

D = Decimal

DIRECTION = Area(
    code="CD",
    name="Công tác chỉ đạo, điều hành cải cách hành chính",
    remarks="Đảng ủy, UBND xã phân công rõ người đứng đầu phụ trách từng lĩnh vực.",
    max_points=D(6),
    base=D(4),
    self_points=D("4"),
    points=D("2.75"),
    rate=D("68.75"),
    items=(
        Item(
            code="CD01",
            text="UBND xã có ban hành kế hoạch cải cách hành chính của năm kiểm tra đúng thời hạn không?",
            answer="Đúng hạn và đủ nội dung",
            max_points=D("1.5"),
            self_points=D("1.5"),
            points=D("1.5"),
        ),
        Item(
            code="CD04",
            text="Tỷ lệ nhiệm vụ trong kế hoạch CCHC đã hoàn thành đúng tiến độ tính đến ngày kiểm tra.",
            numerator=D(17),
            denominator=D(21),
            rate=D(1700) / D(21),
            max_points=D(2),
            self_points=D(2),
            points=D("0.75"),
            note="Đối chiếu bảng theo dõi nhiệm vụ",
        ),
        Item(
            code="CD07",
            text="Tỷ lệ tồn tại, hạn chế nêu tại kết luận kiểm tra kỳ trước đã khắc phục xong.",
            not_applicable=True,
            reason="chưa từng được kiểm tra",
            max_points=D(2),
        ),
        Item(
            code="CD12",
            text="Có văn bản phân công lãnh đạo phụ trách và công chức đầu mối CCHC không?",
            answer="Có",
            max_points=D("0.5"),
            self_points=D("0.5"),
            points=D("0.5"),
        ),
    ),
    findings=(
        Finding(
            item="CD04", text="Còn 4 nhiệm vụ đến hạn chưa hoàn thành, chưa rõ nguyên nhân.", cause="people"
        ),
    ),
)
PROCEDURES = Area(
    code="TT",
    name="Cải cách thủ tục hành chính và cơ chế một cửa, một cửa liên thông",
    max_points=D("9.5"),
    base=D("9.5"),
    self_points=D("8.75"),
    points=D("6.4"),
    rate=D("67.37"),
    items=(
        Item(
            code="TT14",
            text="Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn trong kỳ.",
            numerator=D(1379),
            denominator=D(1401),
            rate=D(137900) / D(1401),
            max_points=D(5),
            self_points=D(5),
            points=D(5),
        ),
        Item(
            code="TT16",
            text="Tỷ lệ hồ sơ quá hạn có văn bản xin lỗi, nêu lý do và hẹn lại ngày trả gửi người dân.",
            numerator=D(19),
            denominator=D(28),
            rate=D(1900) / D(28),
            max_points=D(2),
            self_points=D("1.25"),
            points=D("0.71"),
        ),
        Item(
            code="TT19",
            text="Tỷ lệ hồ sơ mẫu có Phiếu kiểm soát quá trình giải quyết ghi đủ bước.",
            numerator=D(21),
            denominator=D(29),
            rate=D(2100) / D(29),
            max_points=D(1),
            self_points=D(1),
            points=D("0.69"),
            disputed=True,
        ),
        Item(
            code="TT21",
            text="Hồ sơ bị từ chối hoặc trả lại có phiếu nêu rõ lý do, căn cứ không?",
            answer="Không",
            max_points=D("0.5"),
            self_points=D("0.5"),
            points=D(0),
        ),
        Item(
            code="TT13", text="Có bố trí tiếp nhận ngày thứ Bảy không?", max_points=D("1"), self_points=D(1)
        ),
    ),
    findings=(
        Finding(item="TT16", text="09 hồ sơ quá hạn chưa có văn bản xin lỗi", cause="software"),
        Finding(item="TT21", text="Phiếu từ chối tiếp nhận chưa nêu căn cứ"),
    ),
)
DIGITAL = Area(
    code="CS",
    name="Xây dựng, phát triển chính quyền điện tử, chính quyền số",
    max_points=D(3),
    base=D(3),
    self_points=D(3),
    points=D("2.4"),
    rate=D(80),
    items=(
        Item(
            code="CS03",
            text="Tỷ lệ hồ sơ nộp trực tuyến trên tổng hồ sơ mới tiếp nhận trong kỳ.",
            numerator=D(1204),
            denominator=D(1466),
            rate=D(120400) / D(1466),
            max_points=D(3),
            self_points=D(3),
            points=D("2.4"),
        ),
    ),
)
BONUS = Area(
    code="TP",
    name="Điểm thưởng, điểm trừ",
    bonus=True,
    items=(
        Item(code="TP01", text="Sáng kiến được công nhận", answer="1 sáng kiến", required=False, points=D(1)),
        Item(code="TP02", text="Số liệu báo cáo sai lệch", required=False),
    ),
)

FIGURES = tuple(
    Figure(code=code, label=label, unit="hồ sơ", value=D(value))
    for code, label, value in (
        ("SL02", "Tổng số hồ sơ phải giải quyết trong kỳ", 1520),
        ("SL03", "Hồ sơ mới tiếp nhận trực tuyến", 1204),
        ("SL04", "Hồ sơ mới tiếp nhận trực tiếp", 240),
        ("SL05", "Hồ sơ mới tiếp nhận qua bưu chính công ích", 22),
        ("SL06", "Hồ sơ kỳ trước chuyển sang", 54),
        ("SL07", "Tổng số hồ sơ đã giải quyết trong kỳ", 1401),
        ("SL08", "Đã giải quyết trước hạn", 980),
        ("SL09", "Đã giải quyết đúng hạn", 399),
        ("SL10", "Đã giải quyết quá hạn", 22),
        ("SL11", "Đang giải quyết, trong hạn", 94),
        ("SL12", "Đang giải quyết, quá hạn", 6),
        ("SL15", "Số hồ sơ quá hạn đã có văn bản xin lỗi", 19),
    )
)

SAMPLE = Sample(
    population=1520,
    method="chọn ngẫu nhiên theo 4 nhóm, hạt giống 20261124",
    dossiers=(
        SampleDossier(
            code="H20.29971-261005-0017",
            procedure="Đăng ký khai sinh",
            channel="trực tuyến",
            stratum="đúng, trước hạn",
            passed=True,
        ),
        SampleDossier(
            code="H20.29971-260918-0042",
            procedure="Xác nhận tình trạng hôn nhân",
            channel="trực tiếp",
            stratum="quá hạn",
            passed=False,
            failed=("H07", "H10"),
        ),
        SampleDossier(
            code="H20.29971-260921-0003",
            procedure="Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội",
            channel="bưu chính",
            stratum="quá hạn",
            passed=False,
            failed=("H10",),
        ),
    ),
    checks=(
        Check(
            code="H01", text="Hồ sơ có trên hệ thống, mã khớp với giấy", critical=True, passed=3, applied=3
        ),
        Check(
            code="H07", text="Thời điểm xử lý trên hệ thống khớp thực tế", critical=True, passed=2, applied=3
        ),
        Check(code="H10", text="Quá hạn: có văn bản xin lỗi (Mẫu 04)", critical=True, passed=0, applied=2),
        Check(code="H11", text="Dừng giải quyết có Thông báo (Mẫu 05)", critical=False, passed=0, applied=0),
    ),
    overdue=(
        Overdue(
            code="H20.29971-260918-0042",
            procedure="Xác nhận tình trạng hôn nhân",
            delay="3 ngày làm việc",
            causes=("Công chức chậm chuyển trên phần mềm",),
        ),
        Overdue(
            code="H20.29971-260921-0003",
            procedure="Hỗ trợ chi phí mai táng",
            delay="1 ngày làm việc",
            causes=("Lỗi, đồng bộ phần mềm",),
            apology="12/TB-TTPVHCC ngày 28/9/2026",
        ),
    ),
)

FACTS = MinutesFacts(
    superior="Sở Nội vụ tỉnh Đồng Tháp",
    issuer="Đoàn kiểm tra cải cách hành chính",
    unit="UBND xã Thường Phước",
    on=date(2026, 3, 5),
    number="5",
    kind="planned",
    bases=(
        "Quyết định số 215/QĐ-UBND ngày 06 tháng 02 năm 2026 của Chủ tịch UBND tỉnh Đồng Tháp về việc "
        "thành lập Đoàn kiểm tra công tác cải cách hành chính năm 2026",
        "Căn cứ Kế hoạch số 48/KH-UBND ngày 20 tháng 01 năm 2026 của UBND tỉnh Đồng Tháp.",
    ),
    place="Trung tâm Phục vụ hành chính công xã Thường Phước",
    # Half past seven on the wall clock in Vietnam.
    started_at=datetime(2026, 3, 5, 0, 30, tzinfo=UTC),
    ended_at=datetime(2026, 3, 5, 9, 45, tzinfo=UTC),
    team=(
        Person(
            honorific="Ông",
            name="Nguyễn Hữu Ước Nguyện",
            title="Phó Giám đốc",
            organisation="Sở Nội vụ",
            role="Trưởng đoàn",
        ),
        Person(
            honorific="Bà",
            name="Trần Thị Quỳnh Ẩn",
            title="Chuyên viên Phòng Cải cách hành chính, Sở Nội vụ",
            organisation="Sở Nội vụ",
            role="Thư ký",
        ),
        Person(
            honorific="Ông", name="Đặng Vĩnh Ngữ", organisation="Sở Khoa học và Công nghệ", role="Thành viên"
        ),
    ),
    hosts=(
        Person(
            honorific="Bà",
            name="Huỳnh Thị Mộng Thúy Ngọc Diễm",
            title="Phó Bí thư Đảng ủy, Chủ tịch UBND xã kiêm Giám đốc Trung tâm Phục vụ hành chính công",
        ),
        Person(honorific="Ông", name="Lê Văn Hậu", title="Chánh Văn phòng HĐND và UBND xã"),
    ),
    template="Bộ tiêu chí kiểm tra cải cách hành chính cấp xã, phiên bản 2026.1",
    period_from=date(2026, 1, 1),
    period_to=date(2026, 2, 28),
    closed_at=datetime(2026, 2, 28, 10, 0, tzinfo=UTC),
    on_time="A",
    areas=(DIRECTION, PROCEDURES, DIGITAL, BONUS),
    figures=FIGURES,
    sample=SAMPLE,
    plan=Plan(tasks=26, tasks_done=18, activities=39, activities_done=20, areas=7),
    models=18,
    faults=(
        Fault(text="Không chuyển được bước xử lý chiều 12/02/2026"),
        Fault(text="Chậm đồng bộ với Cổng dịch vụ công"),
    ),
    score=Score(index=D("71.91"), classification="Khá", bonus=D(1), penalty=D("0.5"), provisional=True),
    strengths="Kế hoạch được ban hành sớm.\nTỷ lệ hồ sơ trực tuyến cao.",
    shortcomings="Việc xin lỗi khi hồ sơ quá hạn chưa nghiêm túc.",
    causes="Công chức chuyển hồ sơ chậm trên phần mềm; phần mềm chậm đồng bộ.",
    recommendations=(
        Recommendation(
            text="Gửi văn bản xin lỗi đối với các hồ sơ quá hạn còn lại",
            responsible="Trung tâm Phục vụ hành chính công xã",
            due_on=date(2026, 3, 20),
        ),
        Recommendation(
            text="Khắc phục tình trạng chậm đồng bộ của phần mềm một cửa",
            responsible="Sở Khoa học và Công nghệ",
            due_on=date(2026, 4, 1),
        ),
    ),
    opinion="Đơn vị thống nhất, tiếp thu các hạn chế và sẽ khắc phục đúng thời hạn.",
    copies=3,
    signers=(
        SignedBy(party="unit", name="Huỳnh Thị Mộng Thúy Ngọc Diễm", position="Chủ tịch"),
        SignedBy(party="secretary", name="Trần Thị Quỳnh Ẩn"),
        SignedBy(party="lead", name="Nguyễn Hữu Ước Nguyện"),
    ),
    recipients=("UBND tỉnh (để báo cáo);", "UBND xã Thường Phước;", "Lưu: VT, Hồ sơ Đoàn kiểm tra."),
    digest="3fa2b1c97788aabbccddeeff00112233",
)
