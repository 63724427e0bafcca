"""A workbook with everything that XLSForm has for data entry, and small ones with a row or two of it."""

import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from openpyxl import Workbook

from inspector_app.domain.errors import TemplateRefused
from inspector_app.forms.workbook import Compiled, read_workbook

VI, EN = "Tiếng Việt (vi)", "English (en)"
COLUMNS = (
    *("type", "name", f"label::{VI}", f"label::{EN}", f"hint::{VI}", f"guidance_hint::{VI}", "appearance"),
    *("required", f"required_message::{VI}", "relevant", "constraint", f"constraint_message::{VI}"),
    *("calculation", "default", "read only", "repeat_count", "choice_filter", "parameters", "trigger"),
    *(f"media::image::{VI}", f"audio::{VI}", "body::accuracyThreshold", "bind::odk:length"),
)


def q(kind: str, name: str = "", label: str = "", **cells: str) -> dict[str, str]:
    """A row of the survey; `_` stands for a space or a hyphen where Python wants a name."""
    row = {"type": kind, "name": name}
    if label:
        row |= {f"label::{VI}": label, f"label::{EN}": f"{label} (en)"}
    for key, text in cells.items():
        row[{"readonly": "read only", "length": "bind::odk:length"}.get(key, key)] = text
    return row


EVERYTHING = [
    q("start", "bat_dau"),
    q("end", "ket_thuc"),
    q("today", "hom_nay"),
    q("username", "nguoi_dung"),
    q("deviceid", "may"),
    q("audit", "audit"),
    q("hidden", "an", default="x"),
    q("begin group", "chung", "Thông tin chung", appearance="field-list"),
    q("text", "ten", "Tên", required="yes", length="20"),
    q("integer", "so", "Số", constraint=". > 0 and . < 100", default="5"),
    q("decimal", "tien", "Số tiền", appearance="thousands-sep"),
    q("range", "muc", "Mức", parameters="start=0 end=10 step=0.5"),
    q("date", "ngay", "Ngày", default="today()"),
    q("time", "gio", "Giờ"),
    q("dateTime", "luc", "Lúc"),
    q("note", "loi_nhac", "Xin chào ${ten}"),
    q("acknowledge", "da_doc", "Đã đọc"),
    q("barcode", "ma_vach", "Mã vạch"),
    q("geopoint", "diem", "Vị trí", **{"body::accuracyThreshold": "5"}),
    q("geotrace", "duong", "Đường đi"),
    q("geoshape", "vung", "Vùng"),
    q("image", "anh", "Ảnh", parameters="max-pixels=1024"),
    q("image", "chu_ky", "Chữ ký", appearance="signature", parameters="max-pixels=640"),
    q("audio", "ghi_am", "Ghi âm"),
    q("video", "phim", "Phim"),
    q("file", "tep", "Tệp"),
    q("calculate", "gap_doi", calculation="${so} * 2"),
    q("calculate", "nhap_luc", calculation="now()", trigger="${so}"),
    q("end group"),
    q("begin_group", "chon", "Lựa chọn"),
    q("select_one tinh", "tinh", "Tỉnh", appearance="minimal"),
    q("select_one xa", "xa", "Xã", choice_filter="tinh=${tinh}"),
    q("select_multiple kenh", "kenh", "Kênh", appearance="columns-2"),
    q("select_one kenh or_other", "kenh_chinh", "Kênh chính"),
    q("rank kenh", "thu_tu", "Xếp thứ tự", parameters="randomize=true seed=7"),
    q("select_one_from_file don_vi.csv", "don_vi", "Đơn vị", choice_filter="tinh=${tinh}"),
    q("select_multiple_from_file diem.geojson", "cac_diem", "Các điểm"),
    q("select_one_from_file co_quan.xml", "co_quan", "Cơ quan", parameters="value=ma label=ten"),
    q("select_one_external ap", "ap", "Ấp", choice_filter="xa=${xa}"),
    q("text", "ten_don_vi", "Tên đơn vị", calculation="pulldata('don_vi', 'label', 'name', ${don_vi})"),
    q("text", "dia_chi", "Địa chỉ", calculation="instance('co_quan')/root/item[ma=${co_quan}]/dia_chi"),
    q("end_group"),
    q("begin_repeat", "thanh_vien", "Thành viên", repeat_count="${so}"),
    q("text", "ho_ten", "Họ tên", default="concat('người ', position(..))"),
    q("begin_repeat", "viec", "Việc"),
    q("text", "noi_dung", "Nội dung", relevant="${ho_ten} != ''"),
    q("end_repeat"),
    q("end_repeat"),
    q("select_one ${ho_ten}", "truong_nhom", "Trưởng nhóm"),
    q("calculate", "so_viec", calculation="count(${viec})"),
    q("csv-external", "bang_gia"),
    q("note", "tranh", "Nhìn hình", **{f"media::image::{VI}": "so_do.png", f"audio::{VI}": "doc.mp3"}),
]
EVERYTHING[9] |= {f"hint::{VI}": "Từ 1 đến 99", f"guidance_hint::{VI}": "Đếm hai lần"}
EVERYTHING[9] |= {f"constraint_message::{VI}": "Từ 1 đến 99 thôi", f"required_message::{VI}": "Phải nhập"}

CHOICES = [
    ["list_name", "name", f"label::{VI}", f"label::{EN}", "tinh", f"image::{VI}"],
    ["tinh", "dt", "Đồng Tháp", "Dong Thap"],
    ["tinh", "ag", "An Giang", "An Giang"],
    ["xa", "tp", "Thường Phước", "Thuong Phuoc", "dt"],
    ["xa", "cm", "Chợ Mới", "Cho Moi", "ag"],
    ["kenh", "a", "Trực tiếp", "In person", None, "a.png"],
    ["kenh", "b", "Trực tuyến", "Online"],
]
EXTERNAL = [
    ["list_name", "name", f"label::{VI}", f"label::{EN}", "xa"],
    ["ap", "1", "Ấp Một", "One", "tp"],
    ["ap", "1", "Ấp Một", "One", "cm"],
]
SETTINGS = [
    ["form_title", "form_id", "version", "default_language", "instance_name", "style", "public_key"],
    ["Mọi thứ", "moi_thu", "1", VI, "concat(${ten}, '-', ${ngay})", "pages", "MIIB"],
]
ENTITIES = [["list_name", "label"], ["ho", "${ten}"]]

FILES: dict[str, bytes] = {
    "don_vi.csv": "name,label,tinh\n1,Đơn vị một,dt\n2,Đơn vị hai,ag\n".encode(),
    "diem.geojson": json.dumps(
        {
            "type": "FeatureCollection",
            "features": [
                {
                    "type": "Feature",
                    "id": "d1",
                    "properties": {"title": "Điểm một"},
                    "geometry": {"type": "Point", "coordinates": [105.3, 10.8]},
                }
            ],
        }
    ).encode(),
    "co_quan.xml": "<root><item><ma>1</ma><ten>Sở</ten><dia_chi>Số 1</dia_chi></item></root>".encode(),
    "bang_gia.csv": b"ma,gia\n1,5\n",
    "so_do.png": b"png",
    "doc.mp3": b"mp3",
    "a.png": b"png",
}


def book(
    rows: Sequence[Mapping[str, str]] = EVERYTHING,
    *,
    also: Mapping[str, Sequence[Sequence[Any]]] | None = None,
) -> bytes:
    """The workbook with these rows in its survey, as the bytes of a file."""
    made = Workbook()
    made.remove(made.worksheets[0])
    survey = [list(COLUMNS), *([row.get(column) for column in COLUMNS] for row in rows)]
    sheets: dict[str, Sequence[Sequence[Any]]] = {"survey": survey, "choices": CHOICES, "settings": SETTINGS}
    for name, lines in {**sheets, "external_choices": EXTERNAL, **(also or {})}.items():
        sheet = made.create_sheet(name)
        for line in lines:
            sheet.append(line)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def compiled(content: bytes, files: Mapping[str, bytes] = FILES) -> Compiled:
    return read_workbook(content, "moi_thu.xlsx", files.get)


SIMPLE = [["form_title", "form_id", "version", "default_language"], ["Mọi thứ", "moi_thu", "1", VI]]
T = q("text", "ten", "Tên")


def refused(row: Mapping[str, str], files: Mapping[str, bytes] = FILES) -> list[str]:
    """The problems of a form with a text question `ten` and this row below it."""
    with pytest.raises(TemplateRefused) as caught:
        compiled(book([T, row], also={"settings": SIMPLE}), files)
    return [str(problem) for problem in caught.value.problems]


def warned(row: Mapping[str, str]) -> list[str]:
    """What is said about a form with a text question `ten` and this row below it."""
    return [str(warning) for warning in compiled(book([T, row], also={"settings": SIMPLE})).warnings]


def kind(case: object) -> str:
    """The name of a case: the type of its row."""
    return case["type"] if isinstance(case, dict) else ""
