"""The files that a workbook names become part of the form, or are missed at the cell that names them."""

from pathlib import Path

import pytest

from inspector_app.domain.templates import template_digest
from inspector_app.forms.form import Form
from inspector_app.forms.workbook import read_workbook
from tests.forms.everything import FILES, SIMPLE, VI, book, compiled, kind, q, refused


def test_the_files_that_a_workbook_names_are_part_of_the_form() -> None:
    everything = compiled(book())

    assert everything.files == FILES
    form = Form.parse(everything.xform, everything.files)
    assert form.digest == template_digest(everything.xform, FILES)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
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
            "survey!A3: The file don_vi.csv has no column ten. Write label=… into the column parameters.",
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
    ],
    ids=kind,
)
def test_a_file_that_is_missing_or_unfit_is_named_at_its_cell(row: dict[str, str], problem: str) -> None:
    assert problem in refused(row, {**FILES, "hong.csv": "name,label\n1,Đ".encode("utf-16")})


def test_files_lie_next_to_the_workbook_or_in_its_media_folder(tmp_path: Path) -> None:
    rows = [q("select_one_from_file don_vi.csv", "a", "A"), q("csv-external", "bang_gia")]
    workbook = tmp_path / "phiếu.xlsx"
    workbook.write_bytes(book(rows, also={"settings": SIMPLE}))
    (tmp_path / "don_vi.csv").write_bytes(FILES["don_vi.csv"])
    (tmp_path / "phiếu-media").mkdir()
    for name in ("bang_gia.csv", "a.png"):
        (tmp_path / "phiếu-media" / name).write_bytes(FILES[name])

    assert list(read_workbook(workbook, workbook.name).files) == ["a.png", "bang_gia.csv", "don_vi.csv"]
