"""Taking in: what is kept of a photo, what is left behind, and what each broken file is told."""

import hashlib
import io
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat

from inspector_app.domain.errors import (
    EvidenceRefused,
    FileTrouble,
    HeicRefused,
    PdfLocked,
    PhotoTooLarge,
    PhotoUnreadable,
    Refused,
    ScanTooLarge,
)
from inspector_app.services import imaging
from inspector_app.services.imaging import LONGEST, PDF, Taken, take, take_content, take_page
from tests import pictures
from tests.pictures import file_of, noise, notes, photo, saved, screenshot


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def difference(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures are apart, in steps of colour."""
    means = ImageStat.Stat(ImageChops.difference(one.convert("RGB"), other.convert("RGB"))).mean
    return sum(means) / 3


# --- what is kept --------------------------------------------------------------------------------


def test_a_photo_is_kept_small_without_its_notes(tmp_path: Path) -> None:
    given = file_of(photo(4000, 3000), exif=notes(place=True), comment=b"cua toi")
    taken = take(saved(tmp_path, "IMG_0001.JPG", given))
    kept = opened(taken.content)
    assert kept.size == (taken.file.width, taken.file.height) == (2560, 1920)
    assert taken.file.media_type == "image/jpeg"
    assert taken.file.size == len(taken.content) < len(given)
    assert taken.file.digest == hashlib.sha256(taken.content).hexdigest()
    assert taken.original == hashlib.sha256(given).hexdigest()
    assert not kept.getexif()
    assert {"exif", "comment", "icc_profile", "xmp"}.isdisjoint(kept.info)
    assert b"Samsung" not in taken.content
    assert b"cua toi" not in taken.content
    assert opened(taken.thumbnail).size == (320, 240)
    assert taken.had_place


def test_when_it_was_taken_is_known_by_the_cameras_zone_or_vietnams() -> None:
    def at(**how: str) -> datetime | None:
        return take_content(file_of(photo(), exif=notes(**how)), "a.jpg").taken_at

    assert at() == datetime(2026, 11, 23, 1, 15, 30, tzinfo=UTC)
    assert at(zone="+02:00") == datetime(2026, 11, 23, 6, 15, 30, tzinfo=UTC)
    assert at(taken="0000:00:00 00:00:00") is None
    plain = take_content(file_of(photo()), "a.jpg")
    assert (plain.taken_at, plain.had_place) == (None, False)


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_photo_stands_upright_however_the_phone_was_held(turn: int) -> None:
    upright = photo(240, 160)
    held = {
        1: [],
        2: [Image.Transpose.FLIP_LEFT_RIGHT],
        3: [Image.Transpose.ROTATE_180],
        4: [Image.Transpose.FLIP_TOP_BOTTOM],
        5: [Image.Transpose.TRANSPOSE],
        6: [Image.Transpose.ROTATE_90],
        7: [Image.Transpose.TRANSVERSE],
        8: [Image.Transpose.ROTATE_270],
    }
    as_stored = upright
    for step in held[turn]:
        as_stored = as_stored.transpose(step)
    taken = take_content(file_of(as_stored, quality=95, exif=notes(turn=turn)), "a.jpg")
    assert (taken.file.width, taken.file.height) == (240, 160)
    assert difference(opened(taken.content), upright) < 4
    assert opened(taken.thumbnail).width > opened(taken.thumbnail).height


@pytest.mark.filterwarnings("ignore:Corrupt EXIF")
def test_broken_notes_do_not_make_a_broken_photo() -> None:
    content = file_of(photo(), exif=b"Exif\x00\x00MM\x00*\x00\x00\xff\xff")
    assert take_content(content, "a.jpg").taken_at is None


def test_a_screenshot_stays_without_loss_and_a_photo_saved_as_png_does_not() -> None:
    shot = take_content(file_of(screenshot(), "PNG"), "Ảnh màn hình.png")
    assert shot.file.media_type == "image/png"
    assert difference(opened(shot.content), screenshot()) == 0
    noisy = noise(300, 200)
    assert take_content(file_of(noisy, "PNG"), "a.png").file.media_type == "image/jpeg"


def test_what_a_messenger_made_coarse_is_not_blown_up() -> None:
    noisy = noise(800, 600)
    coarse = file_of(noisy, quality=30)
    taken = take_content(coarse, "zalo.jpg")
    assert taken.file.size <= len(coarse) * 1.1
    assert difference(opened(taken.content), opened(coarse)) < 3


def test_every_kind_of_colour_arrives_as_it_looks() -> None:
    red = Image.new("RGB", (40, 30), (204, 51, 51))
    glass = Image.new("RGBA", (40, 30), (204, 51, 51, 0))
    deep = Image.new("I;16", (40, 30), 32768)
    cases = {
        "hai_ong_kinh.jpg": (file_of(red, "MPO", save_all=True, append_images=[red]), red),
        "cmyk.jpg": (file_of(red.convert("CMYK")), red),
        "xam.jpg": (file_of(red.convert("L")), red.convert("L")),
        "sau.png": (file_of(deep, "PNG"), Image.new("L", (40, 30), 128)),
        "trong.png": (file_of(glass, "PNG"), Image.new("RGB", (40, 30), "white")),
        "bang_mau.gif": (file_of(red.convert("P"), "GIF"), red),
        "hai_mau.tif": (file_of(Image.new("1", (40, 30), 1), "TIFF"), Image.new("L", (40, 30), 255)),
        "anh.webp": (file_of(red, "WEBP"), red),
        "anh.bmp": (file_of(red, "BMP"), red),
        "anh.avif": (file_of(red, "AVIF"), red),
    }
    for name, (content, looks) in cases.items():
        assert difference(opened(take_content(content, name).content), looks) < 12, name


def test_colours_of_another_profile_are_turned_into_the_screens() -> None:
    red, blue = Image.new("RGB", (40, 30), (200, 40, 40)), Image.new("RGB", (40, 30), (40, 40, 200))
    looks = ((pictures.screen_profile(), red), (pictures.odd_profile(), blue), (b"no profile", red))
    for profile, as_seen in looks:
        taken = take_content(file_of(red, icc_profile=profile), "a.jpg")
        assert difference(opened(taken.content), as_seen) < 12
        assert "icc_profile" not in opened(taken.content).info


def test_of_an_animation_the_first_picture_is_taken() -> None:
    frames = [Image.new("RGB", (30, 20), colour) for colour in ("red", "blue")]
    taken = take_content(file_of(frames[0], "GIF", save_all=True, append_images=frames[1:]), "dong.gif")
    assert difference(opened(taken.content), frames[0]) < 12


def test_a_pdf_is_kept_as_it_is_with_its_pages_counted() -> None:
    given = pictures.pdf(300)
    taken = take_content(given, "Kế hoạch.pdf")
    assert taken.content == given
    assert (taken.file.media_type, taken.file.pages, taken.file.size) == (PDF, 300, len(given))
    assert taken.file.digest == taken.original == hashlib.sha256(given).hexdigest()
    assert opened(taken.thumbnail).size == (240, 320)


def test_the_pages_of_a_tiff_become_one_pdf() -> None:
    taken = take_content(given := pictures.scans(3), "quét.tif")
    assert (taken.file.media_type, taken.file.pages) == (PDF, 3)
    assert taken.original == hashlib.sha256(given).hexdigest()
    with pypdfium2.PdfDocument(taken.content) as document:
        assert [round(side) for side in document.get_page_size(2)] == [298, 421]
    shown = imaging.render(taken.content, 2, 351)
    assert difference(shown, screenshot(248, 351)) < 20


def test_a_page_of_a_pdf_becomes_a_picture_that_can_be_marked() -> None:
    taken = take_page(pictures.pdf(2), 1, "Kế hoạch, trang 2")
    assert (taken.file.width, taken.file.height, taken.file.media_type) == (1920, LONGEST, "image/png")


def test_names_are_composed_and_free_of_what_nobody_sees(tmp_path: Path) -> None:
    decomposed = "A\u0309nh nie\u0302m ye\u0302\u0301t\u200b.jpg"
    assert take(saved(tmp_path, decomposed, file_of(photo()))).name == "Ảnh niêm yết.jpg"


# --- what is refused -----------------------------------------------------------------------------


def test_a_photo_of_200_megapixels_is_decoded_small(monkeypatch: pytest.MonkeyPatch) -> None:
    given = file_of(Image.new("L", (16_320, 12_240), 90), quality=50)
    monkeypatch.setattr(imaging, "DECODED", 13_000_000)  # a sixteenth of it fits, and nothing larger
    taken = take_content(given, "200MP.jpg")
    assert (taken.file.width, taken.file.height) == (2560, 1920)


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims to be enormous."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\x00\x00\x00"
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b""))
        + chunk(b"IEND", b"")
    )


def claiming(width: int, height: int, **how: object) -> bytes:
    """A JPEG whose header claims another size than its content has."""
    content = bytearray(file_of(photo(64, 64), **how))
    at = max(content.find(b"\xff\xc0"), content.find(b"\xff\xc2")) + 5
    content[at : at + 4] = height.to_bytes(2, "big") + width.to_bytes(2, "big")
    return bytes(content)


TOO_LARGE = {
    "bomb.png": bomb(60_000, 60_000),
    "gigapixel.jpg": claiming(40_000, 40_000),
    "progressive.jpg": claiming(12_000, 9_000, progressive=True),
}


@pytest.mark.parametrize("name", TOO_LARGE)
def test_more_pixels_than_memory_should_hold_are_refused_before_they_are_read(name: str) -> None:
    with pytest.raises(PhotoTooLarge) as refused:
        take_content(TOO_LARGE[name], name)
    assert name in refused.value.sentence


HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(64)
MP4 = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + bytes(64)
WHOLE = file_of(photo(300, 200))
REFUSED: dict[str, tuple[bytes, type[Refused]]] = {
    "empty.jpg": (b"", EvidenceRefused),
    "program.jpg": (b"MZ\x90\x00" + bytes(200), EvidenceRefused),
    "program.png": (b"\x7fELF" + bytes(200), EvidenceRefused),
    "script.pdf": (b"#!/bin/sh\n", EvidenceRefused),
    "film.mp4": (MP4, EvidenceRefused),
    "letter.docx": (b"PK\x03\x04" + bytes(200), EvidenceRefused),
    "words.jpg": ("Không phải ảnh".encode(), EvidenceRefused),
    "IMG_1.HEIC": (HEIC, HeicRefused),
    "cut.jpg": (WHOLE[: len(WHOLE) // 2], PhotoUnreadable),
    "cut.png": (file_of(photo(300, 200), "PNG")[:900], PhotoUnreadable),
    "cut.tif": (pictures.scans(3)[:-300], PhotoUnreadable),
    "head_only.jpg": (WHOLE[:30], PhotoUnreadable),
    "cut.pdf": (b"%PDF-1.7\n" + bytes(300), PhotoUnreadable),
    "no_pages.pdf": (pictures.pdf(0), PhotoUnreadable),
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.filterwarnings("ignore:Corrupt EXIF")  # said by Pillow beside the refusal
def test_what_is_no_sound_picture_or_pdf_is_refused_with_a_sentence(name: str, tmp_path: Path) -> None:
    content, error = REFUSED[name]
    with pytest.raises(error) as refused:
        take(saved(tmp_path, name, content))
    assert name in refused.value.sentence
    assert refused.value.hint


def test_a_locked_pdf_is_refused() -> None:
    # Standard security handler, 40 bits, a password nobody knows.
    locked = pictures.pdf(1).replace(
        b"/Size",
        b"/Encrypt <</Filter/Standard/V 1/R 2/P -4/O<" + b"41" * 32 + b">/U<" + b"42" * 32
        + b">>>/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]/Size",
    )  # fmt: skip
    with pytest.raises(PdfLocked):
        take_content(locked, "khoa.pdf")


def test_a_pdf_that_is_too_large_is_refused_with_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imaging, "SCAN_LIMIT", 1 << 20)
    with pytest.raises(ScanTooLarge) as refused:
        take_content(pictures.pdf(1) + bytes(1 << 20), "dày.pdf")
    assert refused.value.facts == {"file": "dày.pdf", "size": 2, "limit": 1}


def test_a_folder_is_refused_and_a_file_that_disappears_is_trouble(tmp_path: Path) -> None:
    with pytest.raises(EvidenceRefused):
        take(tmp_path)
    with pytest.raises(FileTrouble):
        take(tmp_path / "đã xoá.jpg")


@settings(max_examples=150, deadline=None)
@given(st.data())
@pytest.mark.filterwarnings("ignore")  # Pillow also warns of what it then refuses
def test_damage_anywhere_is_refused_or_makes_another_sound_picture(data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from([SMALL[name] for name in sorted(SMALL)]))
    broken = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 6))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    try:
        taken = take_content(bytes(broken[: data.draw(st.integers(1, len(broken)))]), "hỏng")
    except Refused:
        return
    assert isinstance(taken, Taken)
    if taken.file.media_type != PDF:
        assert max(opened(taken.content).size) <= LONGEST


SMALL = {
    "jpeg": file_of(photo(40, 30), exif=notes(place=True)),
    "progressive": file_of(photo(40, 30), progressive=True),
    "png": file_of(screenshot(40, 40), "PNG", exif=notes()),
    "gif": file_of(photo(40, 30).convert("P"), "GIF"),
    "tiff": file_of(photo(40, 30), "TIFF"),
    "scans": pictures.scans(2),
    "webp": file_of(photo(40, 30), "WEBP"),
    "pdf": pictures.pdf(2),
}
