"""A workbook with everything that XLSForm has for data entry: understood whole, and changed nowhere."""

import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from pyxform import xls2xform
from pyxform.aliases import select as pyxform_selects
from pyxform.question_type_dictionary import QUESTION_TYPE_DICT

from inspector_app import i18n
from inspector_app.domain.errors import TemplateRefused
from inspector_app.forms.form import Form
from inspector_app.forms.question_types import TYPES, read_select
from inspector_app.forms.sheet import Sheet
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


@pytest.fixture(autouse=True)
def english() -> None:
    i18n.use("en")


@pytest.fixture(scope="module")
def everything() -> Compiled:
    i18n.use("en")
    return compiled(book())


def test_every_type_that_pyxform_has_is_known() -> None:
    # Selects without a list, as in forms of 2011, make no question in pyxform either.
    without_list = {name for name in QUESTION_TYPE_DICT if "select" in name} | {"rank"}

    assert QUESTION_TYPE_DICT.keys() - TYPES.keys() <= without_list
    assert all(read_select(f"{name} danh_sach") for name in pyxform_selects)


def test_everything_is_understood_and_only_limits_are_said(everything: Compiled) -> None:
    assert [str(warning) for warning in everything.warnings] == [
        "survey!A7: No log of taps and places is kept; the program keeps the history of every answer itself. "
        "Nothing needs to be done.",
        "survey!A19: There is no camera: a code is typed, or read by a scanner that types it. "
        "Nothing needs to be done.",
        "survey!A20: There is no map and no position: places are typed or pasted as latitude and longitude. "
        "Nothing needs to be done.",
        "survey!A25: Nothing is recorded with the laptop: a file that exists is chosen. "
        "Nothing needs to be done.",
        "survey!A35: or_other adds a choice and a question that are in English. "
        "Add a choice named other, and a text question that is relevant when it is chosen.",
        "settings!G2: Answers are not encrypted with this key; the workspace is encrypted as a whole. "
        "Nothing needs to be done.",
    ]


def test_the_files_that_a_workbook_names_are_part_of_the_form(everything: Compiled) -> None:
    assert everything.files == FILES
    assert Form.parse(everything.xform, everything.files).digest != Form.parse(everything.xform).digest


def test_pyxform_makes_the_same_form_of_the_untouched_workbook() -> None:
    """All but the long list, which the form carries inside where ODK wants a file beside it."""
    rows = [row for row in EVERYTHING if row["name"] != "ap"]
    content = book(rows, also={"entities": ENTITIES})

    assert xls2xform.convert(content).xform.encode() == compiled(content).xform


def test_the_form_can_be_filled(everything: Compiled) -> None:
    sheet = Sheet(Form.parse(everything.xform, everything.files))
    for key, text in {"tinh": "dt", "xa": "tp", "don_vi": "1", "co_quan": "1"}.items():
        sheet.set(key, text)

    assert [choice.name for choice in sheet.node("xa").choices] == ["tp"]
    assert [choice.label for choice in sheet.node("ap").choices] == ["Ấp Một"]
    assert [choice.name for choice in sheet.node("cac_diem").choices] == ["d1"]
    assert sheet.node("ten_don_vi").value == "Đơn vị một"
    assert sheet.node("dia_chi").value == "Số 1"
    assert len(sheet.repeats("thanh_vien")) == 5


def test_an_entity_is_not_made_but_the_form_is_kept() -> None:
    result = compiled(book([q("text", "ten", "Tên")], also={"settings": SIMPLE, "entities": ENTITIES}))

    assert [str(warning) for warning in result.warnings] == [
        "entities: No entities are made or changed; the questions are asked all the same. "
        "Nothing needs to be done."
    ]


SIMPLE = [["form_title", "form_id", "version", "default_language"], ["Mọi thứ", "moi_thu", "1", VI]]


def refused(rows: Sequence[Mapping[str, str]], files: Mapping[str, bytes] = FILES) -> list[str]:
    with pytest.raises(TemplateRefused) as caught:
        compiled(book(rows, also={"settings": SIMPLE}), files)
    return [str(problem) for problem in caught.value.problems]


def said(rows: Sequence[Mapping[str, str]]) -> list[str]:
    return [str(warning) for warning in compiled(book(rows, also={"settings": SIMPLE})).warnings]


T = q("text", "ten", "Tên")


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        # files
        (
            q("select_one_from_file khong_co.csv", "a", "A"),
            "survey!A3: The file khong_co.csv is not there, or larger than 20 MB. "
            "Put it into the folder of the workbook, with exactly this name.",
        ),
        (
            q("select_one_from_file don_vi.txt", "a", "A"),
            "survey!A3: A list cannot be read from the file don_vi.txt. "
            "Use a file whose name ends in .csv, .xml or .geojson.",
        ),
        (
            q("select_one_from_file đơn_vị.csv", "a", "A"),
            "survey!A3: “đơn_vị.csv” cannot be the name of a file. "
            "Call the file don_vi.csv, and write that here.",
        ),
        (
            q("select_one_from_file don_vi.csv", "a", "A", parameters="label=ten"),
            "survey!A3: The file don_vi.csv has no column ten. "
            "Write label=… into the column parameters.",
        ),
        (
            q("select_one_from_file don_vi.csv", "a", "A", choice_filter="tin=${ten}"),
            "survey!Q3: The list don_vi.csv has no column tin. Write tinh.",
        ),
        (
            q("select_one_from_file hong.csv", "a", "A"),
            "survey!A3: The file hong.csv cannot be used: The file is not in UTF-8. Save it as “CSV UTF-8”. "
            "Correct the file.",
        ),
        (
            q("calculate", "a", calculation="pulldata('khac', 'x', 'y', 1)"),
            "survey!M3: The file khac.csv is not there, or larger than 20 MB. "
            "Put it into the folder of the workbook, with exactly this name.",
        ),
        (
            q("note", "a", "A", **{f"media::image::{VI}": "../../etc/passwd"}),
            "survey!T3: “../../etc/passwd” cannot be the name of a file. "
            "Call the file passwd, and write that here.",
        ),
        # lists
        (
            q("select_one_external kenh", "a", "A"),
            "survey!A3: The list kenh is on the sheet choices. Write select_one kenh.",
        ),
        (
            q("select_one ap", "a", "A"),
            "survey!A3: The list ap is on the sheet external_choices. Write select_one_external ap.",
        ),
        (
            q("select_one xa", "a", "A", choice_filter="tinhh = 'dt'"),
            "survey!Q3: The list xa has no column tinhh. Write tinh.",
        ),
        (
            q("select_one xa", "a", "A", choice_filter="ten = tinh"),
            "survey!Q3: The list xa has no column ten. Add the column to the list, "
            "or write ${ten} for a question.",
        ),
        (
            q("calculate", "a", calculation="instance('xaa')/root/item[1]/label"),
            "survey!M3: There is no list xaa to look into. Write instance('xa').",
        ),
        (
            q("select_one kenh or_other", "a", "A", choice_filter="tinh = ''"),
            "survey!Q3: A filter of choices and or_other exclude each other. "
            "Take or_other out and add a choice and a text question of your own.",
        ),
        # values, parameters, triggers
        (
            q("integer", "a", "A", default="năm"),
            "survey!N3: The value “năm” cannot stand ready for this type. "
            "Write a value that the question accepts.",
        ),
        (
            q("select_one kenh", "a", "A", default="x"),
            "survey!N3: The value “x” cannot stand ready for this type. "
            "Write a value that the question accepts.",
        ),
        (
            q("text", "a", "A", default="Nguyễn Văn A - Chủ tịch"),
            "survey!N3: The expression cannot be read from “Văn A - Chủ tịch” on. "
            "If it is a text, put it in quotation marks: 'Nguyễn Văn A - Chủ tịch'.",
        ),
        (
            q("range", "a", "A", parameters="begin=1"),
            "survey!R3: The type range has no parameter begin. Leave it out.",
        ),
        (
            q("range", "a", "A", parameters="start=1; end=ten"),
            "survey!R3: end is not a number: ten. Write digits with a decimal point.",
        ),
        (
            q("range", "a", "A", parameters="start=1 end=3 step=5"),
            "survey!R3: The step 5 does not fit into the range. Write a step above 0 and not above 2.",
        ),
        (
            q("text", "a", "A", parameters="rows"),
            "survey!R3: “rows” is no parameter. Write name=value, with a space between two.",
        ),
        (
            q("calculate", "a", calculation="1", trigger="ten"),
            "survey!S3: A trigger names questions and nothing else. Write for example ${CD04}.",
        ),
        (
            q("text", "a", "A", required="có"),
            "survey!H3: “có” is not possible here. Write yes, or leave it empty.",
        ),
        # names that pyxform makes
        (
            q("select_one kenh or_other", "ten", "A"),
            "survey!B3: The name ten is already used in row 2. "
            "Give every question and group a name of its own.",
        ),
        (
            q("begin loop over kenh", "a", "A"),
            "survey!A3: A loop over choices is not known here. "
            "Write begin_repeat, or a group for each choice.",
        ),
        # expressions as people write them in Excel
        (
            q("text", "a", "A", relevant="${ten} <> ''"),
            "survey!J3: The expression cannot be read from “> ''” on. Write != for “is not”.",
        ),
        (
            q("calculate", "a", calculation="IF(${ten} = ''; 1; 2)"),
            "survey!M3: The expression cannot be read from “; 1; 2)” on. "
            "Write and, or and functions in small letters.",
        ),
        (
            q("calculate", "a", calculation="round(${ten} * 0,5; 2)"),
            "survey!M3: The expression cannot be read from “; 2)” on. "
            "Write a comma between what a function is given.",
        ),
    ],
    ids=lambda case: case["type"] if isinstance(case, dict) else "",
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_cell(row: dict[str, str], problem: str) -> None:
    assert problem in refused([T, row], {**FILES, "hong.csv": "name,label\n1,Đ".encode("utf-16")})


@pytest.mark.parametrize(
    ("row", "warning"),
    [
        (q("start-geopoint", "a"), "survey!A3: A laptop has no position to record: the"),
        (q("background-audio", "a"), "survey!A3: Nothing is recorded in the background: the question stays"),
        (q("phonenumber", "a"), "survey!A3: A laptop has no telephone number or card: the question stays"),
        (q("osm", "a", "A"), "survey!A3: OpenStreetMap objects cannot be chosen:"),
        (q("integer", "a", "A", appearance="bearing"), "survey!G3: A laptop has no compass: the bearing is"),
        (q("date", "a", "A", appearance="islamic"), "survey!G3: Dates are asked by the international"),
        (q("text", "a", "A", appearance="mutliline"), "survey!G3: The appearance mutliline is not known"),
        (q("text", "a", "A", appearance="ex:vn.app"), "survey!G3: No other program is called: the answer is"),
        (
            q("select_one kenh", "a", "A", appearance="search('x')"),
            "survey!G3: The function search() is not known here: the list is shown whole.",
        ),
        (q("text", "a", "A", choice_filter="x = 1"), "survey!Q3: Only a question with choices has a filter"),
        (q("text", "a", "A", repeat_count="2"), "survey!P3: Only a repeat has a number of repeats."),
        (
            {"type": "text", "name": "a", f"label::{VI}": "A"},
            "survey!D3: 1 texts are missing in the language English (en). Translate them; a dash is shown",
        ),
        (
            q("text", "a", "A", default="${last-saved#ten}"),
            "survey!N3: Answers of the form that was saved last are not known here: it reads as blank.",
        ),
    ],
    ids=lambda case: case["type"] if isinstance(case, dict) else "",
)  # fmt: skip
def test_what_a_laptop_makes_of_it_is_said(row: dict[str, str], warning: str) -> None:
    (told,) = said([T, row])

    assert told.startswith(warning)


def test_files_lie_next_to_the_workbook_or_in_its_media_folder(tmp_path: Path) -> None:
    rows = [q("select_one_from_file don_vi.csv", "a", "A"), q("csv-external", "bang_gia")]
    workbook = tmp_path / "phiếu.xlsx"
    workbook.write_bytes(book(rows, also={"settings": SIMPLE}))
    (tmp_path / "don_vi.csv").write_bytes(FILES["don_vi.csv"])
    (tmp_path / "phiếu-media").mkdir()
    (tmp_path / "phiếu-media" / "bang_gia.csv").write_bytes(FILES["bang_gia.csv"])

    assert list(read_workbook(workbook, workbook.name).files) == ["bang_gia.csv", "don_vi.csv"]


def test_old_headings_with_one_colon_are_understood() -> None:
    made = Workbook()
    made.remove(made.worksheets[0])
    for name, lines in {
        "survey": [
            ["type", "name", "label:Vi", "label:En", "bind:jr:constraintMsg"],
            ["text", "a", "Mô", "Mo", "!"],
        ],
        "settings": [
            ["id_string", "title", "default_language", "version"],
            ["moi_thu", "Mọi thứ", "Vi", "1"],
        ],
    }.items():
        sheet = made.create_sheet(name)
        for line in lines:
            sheet.append(line)
    file = io.BytesIO()
    made.save(file)

    result = compiled(file.getvalue())

    assert result.warnings == ()
    assert Form.parse(result.xform).languages == ("Vi", "En")
    assert xls2xform.convert(file.getvalue()).xform.encode() == result.xform
