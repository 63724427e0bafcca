"""The dossier form (Phiếu kiểm tra hồ sơ thực tế): one sheet per dossier checked on the spot.

Fifteen checks, eight of them critical (★): a dossier passes when none of its critical checks fails. Overdue
is judged by date, finish against appointment, as QĐ 766 does; a dossier that is not finished counts as
overdue when the day of the check is past its appointment. Personal data is kept to a minimum: no ID number,
no telephone, and the name of the person only masked.
"""

from collections.abc import Iterator

from inspector_app.forms.book import LANGUAGE, NAMESPACES, Book, Row, Value

CHECKS: tuple[tuple[str, bool, str, str], ...] = (
    # code, critical, what is checked, items of the checklist that it feeds
    ("H01", True, "Hồ sơ có trên hệ thống, mã khớp với giấy; không giải quyết ngoài hệ thống", "TT17"),
    ("H02", True, "Có Giấy tiếp nhận hồ sơ và hẹn trả kết quả (Mẫu 01) đủ thông tin, đủ chữ ký", "TT18"),
    ("H03", True, "Ngày hẹn trả đúng thời hạn công bố của thủ tục", "TT17, TT18"),
    ("H04", True, "Thành phần hồ sơ đúng danh mục, không yêu cầu thêm giấy tờ", "TT06"),
    ("H05", False, "Yêu cầu bổ sung bằng Phiếu (Mẫu 02), nêu đủ một lần, đúng thời hạn", "TT20"),
    ("H06", False, "Phiếu kiểm soát quá trình giải quyết (Mẫu 06) đủ bước, giờ ngày, chữ ký", "TT19"),
    (
        "H07",
        True,
        "Thời điểm chuyển, xử lý trên hệ thống khớp thực tế (không dồn thao tác cuối ngày, không kết thúc "
        "ảo)",
        "TT22",
    ),
    ("H08", False, "Từ chối, trả lại có Phiếu (Mẫu 03) nêu lý do, căn cứ", "TT21"),
    ("H09", True, "Kết quả trả đúng hoặc trước hạn", "TT14 (đối chiếu)"),
    ("H10", True, "Quá hạn: có văn bản xin lỗi (Mẫu 04), nêu lý do, hẹn lại một lần", "TT16"),
    ("H11", False, "Dừng giải quyết có Thông báo (Mẫu 05), có căn cứ", ""),
    ("H12", True, "Thu phí, lệ phí đúng mức, có biên lai; miễn giảm đúng đối tượng", "TS06"),
    ("H13", False, "Thành phần hồ sơ được số hóa đủ, đọc được; có ký số khi bắt buộc", "CS05"),
    ("H14", False, "Kết quả điện tử có ký số, trả vào kho dữ liệu hoặc tài khoản của người dân", "CS06"),
    (
        "H15",
        False,
        "Người dân được mời đánh giá hài lòng; có xác nhận nhận kết quả (sổ theo dõi Mẫu 07 hoặc điện tử)",
        "TT25",
    ),
)
ONLY_OVERDUE = {"H10"}

LISTS: dict[str, tuple[tuple[str, ...], ...]] = {
    # list → (name, label) or (name, label, group)
    "kenh": (("truc_tiep", "Trực tiếp"), ("truc_tuyen", "Trực tuyến"), ("bcci", "Qua bưu chính công ích")),
    "tang": (
        ("qua_han", "Quá hạn"),
        ("tra_lai", "Trả lại, từ chối, rút"),
        ("bo_sung", "Có yêu cầu bổ sung"),
        ("tam_dung", "Tạm dừng"),
        ("dung_han", "Đúng hạn, trước hạn"),
    ),
    "nguon_xem": (("giay", "Hồ sơ giấy"), ("he_thong", "Trên hệ thống"), ("ca_hai", "Cả hai")),
    "don_vi_han": (("ngay_lam_viec", "Ngày làm việc"), ("ngay", "Ngày"), ("gio", "Giờ")),
    "ket_qua": (("dat", "Đạt"), ("khong_dat", "Không đạt"), ("khong_ap_dung", "Không áp dụng")),
    "co_khong": (("co", "Có"), ("khong", "Không")),
    "nguyen_nhan": (
        ("a", "Công chức chậm chuyển, chậm bấm kết thúc trên phần mềm", "con_nguoi"),
        ("b", "Lỗi phần mềm, lỗi đồng bộ dữ liệu", "phan_mem"),
        ("c", "Chờ cơ quan phối hợp", "phoi_hop"),
        ("d", "Hồ sơ phức tạp, phải xác minh", "con_nguoi"),
        ("dd", "Thiếu nhân sự", "nguon_luc"),
        ("e", "Người dân chậm bổ sung, chậm nộp phí", "nguoi_dan"),
        ("g", "Hệ thống của bộ, ngành", "phan_mem"),
        ("h", "Nguyên nhân khác", "khac"),
    ),
}


def form(version: str) -> Book:
    """The whole form, ready to be written as a workbook."""
    survey = [
        *_group("thong_tin", "Thông tin hồ sơ", _identification()),
        *_group("thoi_gian", "Thời gian giải quyết", _dates()),
        *_group("kiem_tra", "Nội dung kiểm tra", _checks()),
        *_group("khoi_qua_han", "Hồ sơ quá hạn", _overdue(), relevant="${qua_han} = 'co'"),
        *_group("ket_luan", "Kết luận", _verdict()),
    ]
    choices: list[Row] = [
        dict[str, Value](zip(("list_name", "name", "label", "nhom"), (name, *option), strict=False))
        for name, options in LISTS.items()
        for option in options
    ]
    settings: Row = {
        "form_title": "Phiếu kiểm tra hồ sơ thực tế",
        "form_id": "ho_so",
        "version": version,
        "default_language": LANGUAGE,
        "namespaces": NAMESPACES,
    }
    return Book(survey, choices, settings)


def _ask(kind: str, name: str, label: str, **cells: Value) -> Row:
    return {"type": kind, "name": name, "label": label, **cells}


def _group(name: str, label: str, rows: Iterator[Row], **cells: Value) -> Iterator[Row]:
    yield _ask("begin_group", name, label, **cells)
    yield from rows
    yield {"type": "end_group"}


def _identification() -> Iterator[Row]:
    yield _ask("text", "ma_ho_so", "Mã hồ sơ", required="yes")
    yield _ask("text", "ma_tthc", "Mã thủ tục hành chính", hint="Ví dụ 1.010708")
    yield _ask("text", "ten_tthc", "Tên thủ tục hành chính", required="yes")
    yield _ask("text", "linh_vuc", "Lĩnh vực")
    yield _ask("select_one kenh", "kenh_nop", "Kênh nộp hồ sơ")
    yield _ask("select_one tang", "tang_mau", "Tầng mẫu")
    yield _ask("integer", "thu_tu_mau", "Thứ tự trong mẫu", **_at_least("1"))
    yield _ask(
        "text",
        "chu_ho_so",
        "Chủ hồ sơ (che bớt)",
        hint="Chỉ ghi chữ cái đầu; không ghi số CCCD, số điện thoại",
    )
    yield _ask("text", "nguoi_kiem_tra", "Người kiểm tra")
    yield _ask("date", "ngay_kiem_tra", "Ngày kiểm tra", required="yes")
    yield _ask("time", "gio_kiem_tra", "Giờ kiểm tra")
    yield _ask("select_one nguon_xem", "nguon_xem", "Nguồn xem hồ sơ")


def _dates() -> Iterator[Row]:
    yield _ask("date", "ngay_nop", "Ngày nộp")
    yield _ask(
        "date", "ngay_tiep_nhan", "Ngày tiếp nhận", required="yes", **_not_before("ngay_nop", "ngày nộp")
    )
    yield _ask(
        "date",
        "ngay_hen_tra",
        "Ngày hẹn trả",
        required="yes",
        **_not_before("ngay_tiep_nhan", "ngày tiếp nhận"),
    )
    yield _ask("select_one co_khong", "co_bo_sung", "Có yêu cầu bổ sung hồ sơ không?")
    yield _ask("begin_repeat", "bo_sung", "Lần yêu cầu bổ sung", relevant="${co_bo_sung} = 'co'")
    yield _ask(
        "date", "ngay_yeu_cau", "Ngày yêu cầu bổ sung", **_not_before("ngay_tiep_nhan", "ngày tiếp nhận")
    )
    yield _ask(
        "date", "ngay_nop_bo_sung", "Ngày nộp bổ sung", **_not_before("ngay_yeu_cau", "ngày yêu cầu bổ sung")
    )
    yield {"type": "end_repeat"}
    yield _ask(
        "date", "ngay_ket_thuc", "Ngày kết thúc xử lý", **_not_before("ngay_tiep_nhan", "ngày tiếp nhận")
    )
    yield _ask("date", "ngay_tra", "Ngày trả kết quả", **_not_before("ngay_ket_thuc", "ngày kết thúc xử lý"))
    yield _ask("decimal", "thoi_han", "Thời hạn theo quy định", **_at_least("0"))
    yield _ask("decimal", "thoi_han_tinh", "Thời hạn công bố của tỉnh", **_at_least("0"))
    yield _ask("select_one don_vi_han", "thoi_han_don_vi", "Đơn vị của thời hạn")
    yield _ask(
        "date",
        "han_tinh_lai",
        "Hạn tính lại (tham khảo)",
        hint="Tính theo lịch làm việc để đối chiếu; không thay ngày hẹn trả của hệ thống",
    )
    yield _ask(
        "integer",
        "chenh_lech_han",
        "Chênh lệch so với hạn tính lại (ngày)",
        readonly="yes",
        relevant="${han_tinh_lai} != '' and ${ngay_hen_tra} != ''",
        calculation=_days("ngay_hen_tra", "han_tinh_lai"),
    )
    yield {
        "type": "calculate",
        "name": "qua_han",
        "calculation": (
            "if(${ngay_hen_tra} = '', '', if(coalesce(${ngay_ket_thuc}, ${ngay_kiem_tra}) = '', '', "
            "if(date(coalesce(${ngay_ket_thuc}, ${ngay_kiem_tra})) > date(${ngay_hen_tra}), 'co', 'khong')))"
        ),
    }


def _checks() -> Iterator[Row]:
    for code, critical, label, feeds in CHECKS:
        cells: dict[str, Value] = {"required": "yes"}
        if critical:
            cells["critical"] = "co"
        if feeds:
            cells["comment"] = f"Dùng cho tiêu chí {feeds}"
        if code in ONLY_OVERDUE:
            cells["relevant"] = "${qua_han} = 'co'"
        if code == "H09":
            cells["warning"] = "not(. = 'dat' and ${qua_han} = 'co')"
            cells["warning_message"] = "Theo ngày tháng đã nhập thì hồ sơ quá hạn, đề nghị xem lại."
        yield _ask("select_one ket_qua", code, label, **cells)
        yield _ask(
            "text",
            f"{code}_ghi_chu",
            f"{code}: lỗi cụ thể",
            relevant=f"${{{code}}} = 'khong_dat'",
            appearance="multiline",
        )


def _overdue() -> Iterator[Row]:
    yield _ask(
        "integer",
        "so_ngay_qua_han",
        "Số ngày quá hạn (ngày theo lịch)",
        readonly="yes",
        calculation=_days("ngay_hen_tra", "ngay_ket_thuc", "ngay_kiem_tra"),
    )
    yield _ask("decimal", "so_gio_qua_han", "Số giờ quá hạn (thủ tục tính theo giờ)", **_at_least("0"))
    yield _ask("text", "buoc_qua_han", "Quá hạn ở bước nào")
    yield _ask("select_multiple nguyen_nhan", "nguyen_nhan", "Nguyên nhân quá hạn", required="yes")
    yield _ask(
        "text",
        "nguyen_nhan_khac",
        "Nguyên nhân khác",
        relevant="selected(${nguyen_nhan}, 'h')",
        required="yes",
    )
    yield _ask("select_one co_khong", "co_xin_loi", "Có văn bản xin lỗi không?", required="yes")
    yield from _group("xin_loi", "Văn bản xin lỗi", _apology(), relevant="${co_xin_loi} = 'co'")


def _apology() -> Iterator[Row]:
    yield _ask("text", "so_xin_loi", "Số, ký hiệu")
    yield _ask("date", "ngay_xin_loi", "Ngày văn bản", **_not_before("ngay_tiep_nhan", "ngày tiếp nhận"))
    yield _ask("text", "nguoi_ky_xin_loi", "Người ký")
    yield {
        "type": "calculate",
        "name": "xin_loi_truoc_han",
        "calculation": (
            "if(${ngay_xin_loi} = '' or ${ngay_hen_tra} = '', '', "
            "if(date(${ngay_xin_loi}) <= date(${ngay_hen_tra}), 'co', 'khong'))"
        ),
    }
    yield _ask("date", "ngay_hen_lai", "Ngày hẹn lại", **_not_before("ngay_hen_tra", "ngày hẹn trả"))
    yield _ask("select_one co_khong", "tra_dung_hen_lai", "Đã trả theo ngày hẹn lại chưa?")


def _verdict() -> Iterator[Row]:
    critical = [code for code, is_critical, *_ in CHECKS if is_critical]
    fails = " or ".join(f"${{{code}}} = 'khong_dat'" for code in critical)
    is_open = " or ".join(f"${{{code}}} = ''" for code in critical if code not in ONLY_OVERDUE)
    only_overdue = " or ".join(f"(${{qua_han}} = 'co' and ${{{code}}} = '')" for code in sorted(ONLY_OVERDUE))
    yield {
        "type": "calculate",
        "name": "dat",
        "calculation": f"if({fails}, 'khong', if({is_open} or {only_overdue}, '', 'co'))",
    }
    yield _ask("text", "nhan_xet", "Nhận xét về hồ sơ", appearance="multiline")


def _not_before(name: str, spoken: str) -> dict[str, Value]:
    return {
        "constraint": f"${{{name}}} = '' or . >= ${{{name}}}",
        "constraint_message": f"Không được trước {spoken}.",
    }


def _at_least(least: str) -> dict[str, Value]:
    return {"constraint": f". >= {least}", "constraint_message": f"Nhập số từ {least} trở lên."}


def _days(since: str, until: str, otherwise: str = "") -> str:
    """Days between two dates; blank while one is missing. `otherwise` stands in for a blank `until`."""
    end = f"coalesce(${{{until}}}, ${{{otherwise}}})" if otherwise else f"${{{until}}}"
    days = f"round(decimal-date-time(date({end})) - decimal-date-time(date(${{{since}}})))"
    return f"if(${{{since}}} = '' or {end} = '', '', {days})"
