"""Files that answer questions: taken, refused, carried, missed and filled in."""

import openpyxl
import pytest

from inspector_app.domain.errors import EvidenceRefused, FileTrouble
from inspector_app.services.evidence import MAXIMUM, shown_name
from tests.services.conftest import begin, hand_over, verified

PHOTO = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8


@pytest.fixture
def asked(lan, tmp_path):
    """A visit with a form that asks for a photo."""
    book = openpyxl.Workbook()
    survey = book.active
    survey.title = "survey"
    survey.append(["type", "name", "label"])
    survey.append(["image", "anh", "Ảnh bảng niêm yết"])
    settings = book.create_sheet("settings")
    settings.append(["form_title", "form_id", "version"])
    settings.append(["Khảo sát nơi tiếp nhận", "khao_sat", "1"])
    book.save(file := tmp_path / "khao_sat.xlsx")
    digest = lan.templates.publish(file).digest
    return begin(lan, template=digest)


@pytest.fixture
def photo(tmp_path):
    file = tmp_path / "Ảnh niêm yết (1).JPG"
    file.write_bytes(PHOTO)
    return file


def test_a_photo_answers_and_travels_with_the_visit(lan, laptop, asked, photo, stick):
    value = lan.evidence.add(asked, photo)
    assert shown_name(value) == "Anh_niem_yet_1.jpg"
    lan.checklists.answer(asked, "anh", value)
    other = laptop("Minh")
    report = hand_over(lan, other, asked, stick)
    assert report.visits[0].missing == ()
    assert other.evidence.get(other.checklists.open(asked).items["anh"].leaves[0].value) == PHOTO
    assert verified(other)


def test_what_has_not_arrived_is_named_and_filled_in_when_it_does(lan, laptop, asked, photo, stick):
    value = lan.evidence.add(asked, photo)
    lan.checklists.answer(asked, "anh", value)
    lan._workspace._db.execute("delete from evidence_files")  # a laptop that never had the photo
    other = laptop("Minh")
    report = hand_over(lan, other, asked, stick)
    assert report.visits[0].missing == ("Anh_niem_yet_1.jpg",)
    assert other.evidence.get(value) is None
    lan.evidence.add(asked, photo)
    again = hand_over(lan, other, asked, stick)
    assert (again.new, again.visits[0].missing) == (0, ())
    assert other.evidence.get(value) == PHOTO


def test_a_program_an_empty_file_and_one_too_large_are_refused_and_a_missing_one_is_trouble(
    lan, asked, tmp_path
):
    for name, content in {"cai dat.exe": b"x", "anh.jpg": b"MZ\x90\x00", "trong.pdf": b""}.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(EvidenceRefused):
            lan.evidence.add(asked, tmp_path / name)
    with (tmp_path / "phim.mp4").open("wb") as film:
        film.truncate(MAXIMUM + 1)
    with pytest.raises(EvidenceRefused):
        lan.evidence.add(asked, tmp_path / "phim.mp4")
    with pytest.raises(FileTrouble):
        lan.evidence.add(asked, tmp_path / "không có.jpg")
    assert lan._workspace._db.execute("select count(*) from evidence_files").fetchone() == (0,)
