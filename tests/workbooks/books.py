"""Three workbooks as offices that work with ODK or KoboToolbox write them, none of them with columns of ours.

Each is made by code, so that a reader sees what it asks; `write` puts it into a folder with the files it
reads beside it.
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import Workbook

Row = Sequence[str]


@dataclass(frozen=True)
class Book:
    """A workbook and the files beside it."""

    form_id: str
    title: str
    survey: Sequence[Mapping[str, str]]
    choices: Sequence[Mapping[str, str]] = ()
    settings: Mapping[str, str] = field(default_factory=dict[str, str])
    files: Mapping[str, Sequence[Row]] = field(default_factory=dict[str, Sequence[Row]])

    def write(self, folder: Path, version: str = "1") -> Path:
        """Write the workbook and its files into a folder; the workbook's path."""
        folder.mkdir(parents=True, exist_ok=True)
        book = Workbook()
        book.remove(book.worksheets[0])
        named = {"form_title": self.title, "form_id": self.form_id, "version": version, **self.settings}
        for name, rows in (("survey", self.survey), ("choices", self.choices), ("settings", [named])):
            if not rows:
                continue
            sheet = book.create_sheet(name)
            heads = list(dict.fromkeys(head for row in rows for head, text in row.items() if text))
            sheet.append(heads)
            for row in rows:
                sheet.append([row.get(head, "") for head in heads])
        book.save(file := folder / f"{self.form_id}.xlsx")
        for name, lines in self.files.items():
            with (folder / name).open("w", encoding="utf-8", newline="") as target:
                csv.writer(target).writerows(lines)
        return file


def q(kind: str, name: str = "", label: str = "", **columns: str) -> dict[str, str]:
    """A row of the survey."""
    return {"type": kind, "name": name, "label": label} | columns


def listed(name: str, *choices: tuple[str, str], **columns: Sequence[str]) -> list[dict[str, str]]:
    """The choices of a list; further columns give a value for each choice."""
    return [
        {"list_name": name, "name": choice, "label": label}
        | {column: values[place] for column, values in columns.items()}
        for place, (choice, label) in enumerate(choices)
    ]


# --- households at a one-stop counter ------------------------------------------------------------

HAMLETS = [
    ["name", "label", "xa"],
    *(
        [f"{xa}_{number}", f"Ấp {number} {name}", xa]
        for xa, name in (
            ("thuong_phuoc", "Thường Phước"),
            ("long_khanh", "Long Khánh"),
            ("my_hiep", "Mỹ Hiệp"),
        )
        for number in range(1, 7)
    ),
]

HOUSEHOLDS = Book(
    form_id="khao_sat_mot_cua",
    title="Khảo sát hộ dân và doanh nghiệp tại bộ phận một cửa",
    survey=[
        q("start", "bat_dau"),
        q("begin_group", "noi_o", "Nơi ở", appearance="field-list"),
        q("select_one tinh", "tinh", "Tỉnh", required="yes", appearance="minimal"),
        q("select_one xa", "xa", "Xã, phường", required="yes", choice_filter="tinh = ${tinh}",
          hint="Theo nơi đăng ký thường trú"),
        q("select_one_from_file ap.csv", "ap", "Ấp", choice_filter="xa = ${xa}", required="yes",
          appearance="minimal"),
        q("geopoint", "vi_tri", "Vị trí nhà", hint="Dán từ bản đồ, hoặc để trống"),
        q("end_group"),
        q("begin_group", "lan_den", "Lần đến giao dịch"),
        q("select_one doi_tuong", "doi_tuong", "Người trả lời là", required="yes"),
        q("text", "ma_so_thue", "Mã số thuế", relevant="${doi_tuong} = 'doanh_nghiep'", required="yes",
          constraint="regex(., '^[0-9]{10}$')", constraint_message="Mã số thuế có 10 chữ số."),
        q("datetime", "luc_den", "Đến lúc", constraint=". <= now()",
          constraint_message="Giờ đến không thể ở sau lúc này."),
        q("select_one thu_tuc or_other", "thu_tuc", "Thủ tục đã làm", required="yes"),
        q("select_multiple kenh", "kenh", "Biết thủ tục qua", appearance="columns-2"),
        q("end_group"),
        q("begin_group", "gia_dinh", "Người trong hộ", relevant="${doi_tuong} != 'doanh_nghiep'"),
        q("begin_repeat", "nguoi", "Người"),
        q("text", "ho_ten", "Họ và tên", required="yes"),
        q("select_one quan_he", "quan_he", "Quan hệ với chủ hộ", required="yes"),
        q("date", "ngay_sinh", "Ngày sinh", required="yes", constraint=". <= today()",
          constraint_message="Ngày sinh không thể ở sau hôm nay."),
        q("calculate", "tuoi", calculation="int((today() - ${ngay_sinh}) div 365.25)"),
        q("note", "bao_tuoi", "${tuoi} tuổi", relevant="${ngay_sinh} != ''"),
        q("integer", "thu_nhap", "Thu nhập mỗi tháng (đồng)", relevant="${tuoi} >= 15",
          appearance="thousands-sep", constraint=". >= 0 and . <= 1000000000",
          constraint_message="Từ 0 đến 1 tỷ đồng."),
        q("calculate", "thu_nhap_so", calculation="if(${thu_nhap} = '', 0, ${thu_nhap})"),
        q("end_repeat"),
        q("calculate", "so_nguoi", calculation="count(${nguoi})"),
        q("calculate", "tong_thu_nhap", calculation="sum(${thu_nhap_so})"),
        q("note", "bao_tong", "Hộ có ${so_nguoi} người, thu nhập cộng ${tong_thu_nhap} đồng mỗi tháng"),
        q("end_group"),
        q("image", "anh_phieu", "Ảnh phiếu tiếp nhận"),
        q("acknowledge", "dong_y", "Người trả lời đồng ý cung cấp thông tin", required="yes"),
        q("text", "y_kien", "Ý kiến khác", appearance="multiline"),
    ],
    choices=[
        *listed("tinh", ("dong_thap", "Đồng Tháp"), ("an_giang", "An Giang")),
        *listed("xa", ("thuong_phuoc", "Xã Thường Phước"), ("long_khanh", "Xã Long Khánh"),
                ("my_hiep", "Xã Mỹ Hiệp"), ("cho_moi", "Xã Chợ Mới"), ("hoi_an", "Xã Hội An"),
                tinh=("dong_thap", "dong_thap", "dong_thap", "an_giang", "an_giang")),
        *listed("doi_tuong", ("ho_dan", "Hộ dân"), ("ho_kinh_doanh", "Hộ kinh doanh"),
                ("doanh_nghiep", "Doanh nghiệp")),
        *listed("thu_tuc", ("khai_sinh", "Đăng ký khai sinh"), ("chung_thuc", "Chứng thực bản sao"),
                ("dat_dai", "Đăng ký biến động đất đai"), ("kinh_doanh", "Đăng ký hộ kinh doanh")),
        *listed("kenh", ("niem_yet", "Niêm yết tại trụ sở"), ("cong", "Cổng dịch vụ công"),
                ("zalo", "Zalo của xã"), ("nguoi_quen", "Người quen")),
        *listed("quan_he", ("chu_ho", "Chủ hộ"), ("vo_chong", "Vợ, chồng"), ("con", "Con"),
                ("cha_me", "Cha, mẹ"), ("khac", "Khác")),
    ],
    files={"ap.csv": HAMLETS},
)  # fmt: skip


# --- public assets ---------------------------------------------------------------------------------

KINDS = [
    ["ma", "ten", "so_nam", "ty_le"],
    ["MT", "Máy vi tính để bàn", "5", "20"],
    ["MI", "Máy in", "5", "20"],
    ["DH", "Máy điều hòa", "8", "12.5"],
    ["XE", "Xe ô tô", "15", "6.67"],
    ["BG", "Bàn ghế làm việc", "8", "12.5"],
]

ASSETS = Book(
    form_id="kiem_ke_tai_san",
    title="Kiểm kê tài sản công của Ủy ban nhân dân cấp xã",
    survey=[
        q("text", "nguoi_kiem_ke", "Người kiểm kê", required="yes"),
        q("date", "ngay_kiem_ke", "Ngày kiểm kê", required="yes", default="2026-11-24"),
        q("begin_repeat", "phong", "Phòng"),
        q("text", "ten_phong", "Tên phòng", required="yes"),
        q("begin_repeat", "tai_san", "Tài sản"),
        q("select_one loai", "loai", "Loại", required="yes", appearance="minimal"),
        q("calculate", "ten_loai", calculation="pulldata('loai_tai_san', 'ten', 'ma', ${loai})"),
        q("calculate", "ty_le", calculation="number(pulldata('loai_tai_san', 'ty_le', 'ma', ${loai}))"),
        q("barcode", "ma_vach", "Mã tài sản", hint="Gõ, hoặc quét bằng đầu đọc"),
        q("integer", "so_luong", "Số lượng", required="yes", constraint=". >= 1",
          constraint_message="Ít nhất là 1."),
        q("integer", "nguyen_gia", "Nguyên giá (đồng)", required="yes", appearance="thousands-sep"),
        q("date", "dua_vao", "Đưa vào sử dụng", appearance="month-year"),
        q("calculate", "so_nam",
          calculation="if(${dua_vao} = '', 0, int((${ngay_kiem_ke} - ${dua_vao}) div 365.25))"),
        q("calculate", "con_lai", calculation="if(${nguyen_gia} = '' or ${ty_le} = '', 0, "
          "round(${so_luong} * ${nguyen_gia} * max(0, 100 - ${so_nam} * ${ty_le}) div 100, 0))"),
        q("note", "bao_con_lai", "${ten_loai} còn lại ${con_lai} đồng (hao mòn ${ty_le} % mỗi năm)",
          relevant="${nguyen_gia} != ''"),
        q("select_one tinh_trang", "tinh_trang", "Tình trạng", required="yes", appearance="horizontal"),
        q("text", "huong_xu_ly", "Hướng xử lý", relevant="${tinh_trang} != 'tot'", required="yes"),
        q("end_repeat"),
        q("calculate", "tong_phong", calculation="sum(${con_lai})"),
        q("note", "bao_phong", "Phòng này còn lại ${tong_phong} đồng"),
        q("end_repeat"),
        q("begin_group", "tong_hop", "Tổng hợp"),
        q("calculate", "so_loai", calculation="count(${tai_san})"),
        q("calculate", "tong", calculation="sum(${tong_phong})"),
        q("note", "bao_tong", "${so_loai} dòng tài sản, giá trị còn lại ${tong} đồng"),
        q("decimal", "so_sach", "Giá trị còn lại trên sổ kế toán (đồng)", required="yes",
          appearance="thousands-sep"),
        q("calculate", "chenh", calculation="${so_sach} - ${tong}"),
        q("text", "giai_trinh", "Giải trình chênh lệch", required="yes", appearance="multiline",
          relevant="${so_sach} != '' and ${chenh} != 0", hint="Chênh ${chenh} đồng"),
        q("image", "bien_ban", "Biên bản kiểm kê có chữ ký", appearance="signature"),
        q("end_group"),
    ],
    choices=[
        *listed("loai", *((line[0], line[1]) for line in KINDS[1:])),
        *listed("tinh_trang", ("tot", "Còn tốt"), ("hong", "Hỏng"), ("mat", "Không thấy")),
    ],
    files={"loai_tai_san.csv": KINDS},
)  # fmt: skip


# --- citizens' satisfaction ------------------------------------------------------------------------


def two(row: dict[str, str], english: str, **columns: str) -> dict[str, str]:
    """A row in Vietnamese and English."""
    told = {"label::Tiếng Việt (vi)": row.pop("label"), "label::English (en)": english}
    return row | told | columns


def _both(rows: list[dict[str, str]], *english: str) -> list[dict[str, str]]:
    return [two(row, words) for row, words in zip(rows, english, strict=True)]


SATISFACTION = Book(
    form_id="hai_long",
    title="Khảo sát mức độ hài lòng của người dân",
    survey=[
        two(q("note", "loi_chao", "Xin mời ông, bà cho biết ý kiến; phiếu không ghi tên người trả lời."),
            "Please tell us what you think; no names are recorded."),
        two(q("begin_group", "nguoi", "Người trả lời"), "Respondent"),
        two(q("select_one gioi", "gioi", "Giới tính", appearance="horizontal"), "Sex"),
        two(q("range", "tuoi", "Tuổi", parameters="start=18 end=90 step=1", required="yes"), "Age"),
        two(q("select_one lan", "lan_thu", "Đến giải quyết thủ tục này lần thứ", required="yes"),
            "Visit number"),
        two(q("integer", "di_lai", "Đã đi lại mấy lần", relevant="${lan_thu} = 'nhieu'", required="yes",
              constraint=". >= 2 and . <= 30"), "How many trips",
            **{"constraint_message::Tiếng Việt (vi)": "Từ 2 đến 30 lần.",
               "constraint_message::English (en)": "2 to 30 trips."}),
        two(q("text", "vi_sao", "Vì sao phải đi lại nhiều lần", appearance="multiline",
              relevant="${di_lai} > 2", required="yes"), "Why so many trips"),
        q("end_group"),
        two(q("begin_group", "danh_gia", "Mức độ hài lòng", appearance="table-list"), "Satisfaction"),
        two(q("select_one muc", "noi_tiep", "Nơi tiếp đón, chỗ ngồi chờ", required="yes"), "Reception"),
        two(q("select_one muc", "thai_do", "Thái độ của công chức", required="yes"), "Attitude"),
        two(q("select_one muc", "huong_dan", "Hướng dẫn hồ sơ", required="yes"), "Guidance"),
        two(q("select_one muc", "thoi_gian", "Thời gian trả kết quả", required="yes"), "Time"),
        q("end_group"),
        q("calculate", "tong_diem", calculation="number(${noi_tiep}) + number(${thai_do}) + "
          "number(${huong_dan}) + number(${thoi_gian})"),
        two(q("note", "bao_diem", "Cộng ${tong_diem} trên 20 điểm", relevant="${tong_diem} > 0"),
            "${tong_diem} of 20 points"),
        two(q("text", "khong_hai_long", "Điều gì làm ông, bà không hài lòng", appearance="multiline",
              relevant="${tong_diem} > 0 and ${tong_diem} < 12", required="yes"), "What was wrong"),
        two(q("begin_group", "cai_thien", "Mong muốn cải thiện"), "Wishes"),
        two(q("rank uu_tien", "uu_tien", "Xếp thứ tự việc cần cải thiện trước", required="yes"),
            "Order of what to improve",
            **{"hint::Tiếng Việt (vi)": "Việc quan trọng nhất ở trên cùng",
               "hint::English (en)": "First on top"}),
        two(q("range", "gioi_thieu", "Sẵn sàng giới thiệu dịch vụ công trực tuyến",
              parameters="start=0 end=10 step=1"), "Would recommend"),
        two(q("time", "gio_xong", "Trả lời xong lúc"), "Finished at"),
        two(q("audio", "ghi_am", "Ghi âm ý kiến (nếu đồng ý)"), "Recording"),
        q("end_group"),
    ],
    choices=[
        *_both(listed("gioi", ("nam", "Nam"), ("nu", "Nữ")), "Male", "Female"),
        *_both(listed("lan", ("mot", "Lần đầu"), ("hai", "Lần thứ hai"), ("nhieu", "Nhiều hơn")),
               "First", "Second", "More"),
        *_both(listed("muc", ("1", "Rất kém"), ("2", "Kém"), ("3", "Vừa"), ("4", "Tốt"), ("5", "Rất tốt")),
               "Very bad", "Bad", "Fair", "Good", "Very good"),
        *_both(listed("uu_tien", ("don_gian", "Đơn giản giấy tờ"), ("dung_hen", "Trả đúng hẹn"),
                      ("than_thien", "Thái độ thân thiện"), ("truc_tuyen", "Nộp trực tuyến dễ hơn")),
               "Less paper", "On time", "Friendliness", "Easier online"),
    ],
    settings={"default_language": "Tiếng Việt (vi)"},
)  # fmt: skip

BOOKS = (HOUSEHOLDS, ASSETS, SATISFACTION)
