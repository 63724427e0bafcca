"""Files that answer questions: a photo tells no more than its pixels and what it was made of."""

import hashlib
import io
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from inspector_app.domain.errors import (
    EvidenceRefused,
    FileTrouble,
    HeicRefused,
    PhotoTooLarge,
    PhotoUnreadable,
)
from inspector_app.services.given_files import MAXIMUM, read
from tests.pictures import file_of, notes, pdf, photo, saved, scans, screenshot


def origin(content: bytes) -> str:
    """What a file says that it was made from."""
    return f"made from sha256:{hashlib.sha256(content).hexdigest()}"


def test_a_photo_is_kept_small_upright_and_without_its_notes(tmp_path: Path) -> None:
    content = file_of(photo(4000, 3000), exif=notes(turn=6, place=True), comment=b"cua toi")
    given = read(saved(tmp_path, "Ảnh bìa.JPEG", content))
    kept = Image.open(io.BytesIO(given.content))
    kept.load()
    assert (given.name, kept.size) == ("Ảnh bìa.jpg", (1920, 2560))
    assert not kept.getexif()
    assert b"Samsung" not in given.content
    assert b"cua toi" not in given.content
    assert kept.info["comment"].decode() == origin(content)
    assert kept.info["jfif"]


def test_a_screenshot_stays_sharp_and_bears_where_it_comes_from(tmp_path: Path) -> None:
    content = file_of(screenshot(), "PNG")
    given = read(saved(tmp_path, "man hinh.bmp", content))
    kept = Image.open(io.BytesIO(given.content))
    kept.load()
    assert (given.name, kept.format) == ("man hinh.png", "PNG")
    assert kept.info["Comment"] == origin(content)
    assert kept.convert("RGB").tobytes() == screenshot().tobytes()


def test_a_scan_of_several_pages_becomes_a_pdf(tmp_path: Path) -> None:
    content = scans(3)
    given = read(saved(tmp_path, "Bien ban.tif", content))
    assert given.name == "Bien ban.pdf"
    assert origin(content).encode() in given.content
    with pypdfium2.PdfDocument(given.content) as document:
        assert len(document) == 3


def test_the_same_photo_given_again_is_the_same_file(tmp_path: Path) -> None:
    file = saved(tmp_path, "a.jpg", file_of(photo()))
    assert read(file) == read(file)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("ghi am.m4a", b"\x00\x00\x00\x20ftypM4A " + bytes(100)),
        ("phim.mp4", b"\x00\x00\x00\x20ftypisom" + bytes(100)),
        ("cong van.docx", b"PK\x03\x04" + bytes(100)),
        ("bao cao.pdf", pdf(2)),
        ("ghi chu.txt", "Đã xem".encode()),
    ],
)
def test_other_files_are_kept_as_they_are(tmp_path: Path, name: str, content: bytes) -> None:
    given = read(saved(tmp_path, name, content))
    assert (given.name, given.content) == (name, content)


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("cai dat.exe", b"x", EvidenceRefused),
        ("anh.jpg", b"MZ\x90\x00", EvidenceRefused),
        ("chay.jpg", b"#!/bin/sh", EvidenceRefused),
        ("trong.pdf", b"", EvidenceRefused),
        ("thu.jpg", "không phải ảnh".encode(), EvidenceRefused),
        ("IMG_1.HEIC", b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", HeicRefused),
        ("doi ten.jpg", b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", HeicRefused),
        ("hong.jpg", file_of(photo())[:900], PhotoUnreadable),
        ("bom.png", file_of(Image.new("1", (12_000, 12_000)), "PNG"), PhotoTooLarge),
    ],
)
def test_what_cannot_be_taken_is_said(
    tmp_path: Path, name: str, content: bytes, error: type[Exception]
) -> None:
    with pytest.raises(error, match=name):
        read(saved(tmp_path, name, content))


def test_what_is_too_large_a_folder_or_not_there(tmp_path: Path) -> None:
    with (tmp_path / "phim.mp4").open("wb") as film:
        film.truncate(MAXIMUM + 1)
    with pytest.raises(EvidenceRefused):
        read(tmp_path / "phim.mp4")
    with pytest.raises(EvidenceRefused):
        read(tmp_path)
    with pytest.raises(FileTrouble):
        read(tmp_path / "không có.jpg")
