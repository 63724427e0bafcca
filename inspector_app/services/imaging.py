"""Photos and scans on their way in: read with bounded memory, made small, freed of what they tell besides.

A photo is decoded no larger than it will be kept, turned as its camera meant it and encoded anew. Only its
pixels are written, so that the place, the camera and every other note inside (EXIF, XMP, comments) stay
behind; when it was taken is read before, as a fact beside the picture. A PDF is kept as it is. What a file
claims to be does not count: its first bytes decide.

Pure work on bytes, for the heavy lane: PDFium, which opens the PDFs, bears one thread only.
"""

import hashlib
import io
import struct
import zlib
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, cast

import pypdfium2
from PIL import Image, ImageCms, ImageSequence

from inspector_app.domain.errors import (
    EvidenceRefused,
    FileTrouble,
    HeicRefused,
    PdfLocked,
    PhotoTooLarge,
    PhotoUnreadable,
    ScanTooLarge,
)
from inspector_app.domain.records import StoredFile
from inspector_app.i18n import tr
from inspector_app.text import VIETNAM, clean

LONGEST = 2560
"""The longest side of a kept picture, in pixels: an A4 page stays readable."""
THUMBNAIL = 320
QUALITY = 85
DECODED = 64_000_000
"""The most pixels that are held at once: about 200 MB."""
LARGEST = 300_000_000
"""The most pixels of a JPEG, which can be decoded at half, a quarter or an eighth of its size."""
PICTURE_LIMIT, SCAN_LIMIT = 200 << 20, 50 << 20
"""The largest files, in bytes: a picture is made small, a PDF is kept as it is."""
PAGES = 500
JPEG, PNG, PDF = "image/jpeg", "image/png", "application/pdf"
Kind = Literal["picture", "pdf", "heic", "other"]

_STARTS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_FORMATS = ("JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP", "AVIF")
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe")
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
_UNREADABLE = (
    *(OSError, SyntaxError, ValueError, EOFError, TypeError, LookupError, ArithmeticError, MemoryError),
    *(struct.error, zlib.error, NotImplementedError, ImageCms.PyCMSError, Image.DecompressionBombError),
)
"""What Pillow's readers raise on files that are broken in one way or another."""
_ORIENTATION, _CHANGED, _EXIF, _GPS = 0x0112, 0x0132, 0x8769, 0x8825
_TAKEN, _ZONE = 0x9003, 0x9011
"""The notes of a camera that are read, by their numbers in EXIF; the last two stand in the part `_EXIF`."""
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

# Pillow alone would refuse a photo of 200 megapixels, which can be decoded small: our limits stand instead.
Image.MAX_IMAGE_PIXELS = None


@dataclass(frozen=True, slots=True)
class Taken:
    """A photo or scan that is ready to be kept."""

    file: StoredFile
    content: bytes
    thumbnail: bytes
    name: str
    original: str
    """SHA-256 of the file as it was given."""
    taken_at: datetime | None = None
    had_place: bool = False
    """Whether the file told where it was taken; what is kept does not."""


# --- taking in -----------------------------------------------------------------------------------


def take(path: Path) -> Taken:
    """A file as evidence. Raises EvidenceRefused, HeicRefused, PdfLocked, PhotoTooLarge, PhotoUnreadable,
    ScanTooLarge, and FileTrouble where it cannot be read from the disk."""
    return take_content(read(path), clean(path.name))


def read(path: Path) -> bytes:
    """A file that somebody gives. Raises EvidenceRefused for a folder or too large a file, FileTrouble."""
    name = clean(path.name)
    if path.is_dir():
        raise EvidenceRefused(file=name, reason=tr("it is a folder"))
    try:
        with path.open("rb") as file:
            content = file.read(PICTURE_LIMIT + 1)
    except OSError as error:
        raise FileTrouble(file=name, reason=error.strerror or str(error)) from error
    if len(content) > PICTURE_LIMIT:
        raise EvidenceRefused(file=name, reason=tr("it is larger than {size} MB", size=PICTURE_LIMIT >> 20))
    return content


def recognised(content: bytes, name: str) -> Kind:
    """What a file is, by its first bytes. Raises EvidenceRefused for an empty one and for a program."""
    if not content:
        raise EvidenceRefused(file=name, reason=tr("it is empty"))
    if content.startswith(_PROGRAMS):
        raise EvidenceRefused(file=name, reason=tr("it is a program"))
    brands = _brands(content)
    if content.startswith(_STARTS) or content[8:12] == b"WEBP" or b"avif" in brands:
        return "picture"
    if b"%PDF-" in content[:1024]:
        return "pdf"
    return "heic" if brands & _HEIC_BRANDS else "other"


def take_content(content: bytes, name: str) -> Taken:
    """A file's bytes as evidence, for example from the clipboard; raises as `take`."""
    match recognised(content, name):
        case "picture":
            with _opened(content, name) as image:
                if image.format == "TIFF" and getattr(image, "n_frames", 1) > 1:
                    return _take_pdf(_bound(image, name), name, content)
                return _take_picture(image, content, name)
        case "pdf":
            return _take_pdf(content, name, content)
        case "heic":
            raise HeicRefused(file=name)
        case "other":
            raise EvidenceRefused(file=name, reason=tr("it is neither a picture nor a PDF"))


def take_page(pdf: bytes, page: int, name: str) -> Taken:
    """A page of a PDF (from 0) as a picture of its own, which can be marked."""
    return take_content(_encoded(render(pdf, page, LONGEST), lossless=True)[0], name)


def _take_picture(image: Image.Image, content: bytes, name: str) -> Taken:
    size = image.size
    made = small(image, name, LONGEST)
    taken_at, had_place = _told(image)
    kept, media_type = _encoded(made, lossless=image.format in ("PNG", "GIF", "BMP", "TIFF"))
    tables = getattr(image, "quantization", None)
    if tables and made.size in (size, size[::-1]):
        # What a messenger made coarse before is not blown up again.
        kept = min(kept, _jpeg(made, tables), key=len)
    return Taken(
        file=_described(made, kept, media_type),
        content=kept,
        thumbnail=_thumbnail(made),
        name=name,
        original=_sha256(content),
        taken_at=taken_at,
        had_place=had_place,
    )


def _take_pdf(pdf: bytes, name: str, original: bytes) -> Taken:
    if len(pdf) > SCAN_LIMIT:
        raise ScanTooLarge(file=name, size=-(-len(pdf) >> 20), limit=SCAN_LIMIT >> 20)
    with _document(pdf, name) as document:
        pages = len(document)
        if not pages:
            raise PhotoUnreadable(file=name)
    return Taken(
        file=StoredFile(digest=_sha256(pdf), media_type=PDF, size=len(pdf), pages=pages),
        content=pdf,
        thumbnail=_thumbnail(render(pdf, 0, THUMBNAIL)),
        name=name,
        original=_sha256(original),
    )


def _bound(scan: Image.Image, name: str) -> bytes:
    """The pages of a TIFF as one PDF; one page is held at a time."""
    with pypdfium2.PdfDocument.new() as document:
        for number, frame in enumerate(ImageSequence.Iterator(scan)):
            if number == PAGES:
                raise EvidenceRefused(file=name, reason=tr("it has more than {count} pages", count=PAGES))
            dpi = min(1200.0, max(50.0, float(frame.info.get("dpi", (200, 200))[0])))
            width, height = (side * 72 / dpi for side in frame.size)
            picture = pypdfium2.PdfImage.new(document)
            picture.load_jpeg(io.BytesIO(_jpeg(small(frame, name, LONGEST))), inline=True)
            picture.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
            page = document.new_page(width, height)
            page.insert_obj(picture)
            page.gen_content()
            page.close()
        document.save(bound := io.BytesIO())
    return bound.getvalue()


# --- showing and drawing -------------------------------------------------------------------------


def render(pdf: bytes, page: int, longest: int) -> Image.Image:
    """A page of a PDF (from 0) as a picture with this longest side, in pixels. Raises PhotoUnreadable."""
    with _document(pdf, "") as document:
        sheet: Any = document[page]  # annotated in part, and there wrongly
        bitmap: Any = sheet.render(scale=longest / max(*sheet.get_size(), 1), may_draw_forms=False)
        return bitmap.to_pil().convert("RGB")


def thumbnail(content: bytes, media_type: str) -> bytes:
    """A small JPEG of a kept picture, or of the first page of a PDF. Raises PhotoUnreadable."""
    if media_type == PDF:
        return _thumbnail(render(content, 0, THUMBNAIL))
    with _opened(content, "") as image:
        return _thumbnail(small(image, "", THUMBNAIL))


def pixels(content: bytes) -> Image.Image:
    """A kept picture, to be drawn on. Raises PhotoUnreadable, PhotoTooLarge."""
    with _opened(content, "") as image:
        return small(image, "", max(image.size))


def kept(picture: Image.Image, *, lossless: bool) -> tuple[StoredFile, bytes, bytes]:
    """A picture as a file: what is to be known of it, its bytes, and its thumbnail's."""
    content, media_type = _encoded(picture, lossless=lossless)
    return _described(picture, content, media_type), content, _thumbnail(picture)


def small(image: Image.Image, name: str, longest: int) -> Image.Image:
    """An opened image upright, in grey or the screen's colours, no longer than `longest` pixels.

    Raises PhotoTooLarge before the memory for too many pixels is taken.
    """
    # A progressive JPEG, like every other format, must be decoded whole before it is made smaller.
    scalable = image.format in ("JPEG", "MPO") and "progressive" not in image.info
    limit = LARGEST if scalable else DECODED
    count = image.width * image.height
    wanted = _within(image.size, longest)
    if scalable and count <= limit:
        image.draft(image.mode, wanted)
    if count > limit or image.width * image.height > DECODED:
        raise PhotoTooLarge(file=name, count=count // 1_000_000, limit=limit // 1_000_000)
    turn = _turn(image)
    made = image if image.mode in ("RGB", "L", "CMYK") else _plain(image)
    if made.width > wanted[0]:
        made = made.resize(wanted, Image.Resampling.LANCZOS, reducing_gap=2.0)
    made = _plain(made)
    made = made.copy() if turn is None else made.transpose(turn)
    made.info.clear()  # else Pillow would write comments, profiles and more into the next file
    return made


def _within(size: tuple[int, int], longest: int) -> tuple[int, int]:
    """The size a picture has when neither side is longer than this."""
    scale = min(1.0, longest / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _plain(image: Image.Image) -> Image.Image:
    """In grey or RGB of eight bits, as screens understand it; what is transparent becomes white."""
    if image.mode.startswith(("I", "F")):
        deep: Any = image.convert("F")
        highest = 65_535 if image.mode.startswith("I;16") else max(1, deep.getextrema()[1])
        return deep.point(lambda value: value * (255 / highest)).convert("L")  # pyright: ignore[reportUnknownLambdaType] - Pillow's own kind of number
    if image.has_transparency_data:
        ground = Image.new("RGBA", image.size, "white")
        ground.alpha_composite(image.convert("RGBA"))
        return ground.convert("RGB")
    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "CMYK"):
        with suppress(*_UNREADABLE):  # an odd profile costs some colour, never the photo
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            if image.mode == "CMYK" or "srgb" not in ImageCms.getProfileName(source).casefold():
                screen = ImageCms.ImageCmsProfile(cast(Any, ImageCms.createProfile("sRGB")))
                made = ImageCms.profileToProfile(image, source, screen, outputMode="RGB")
                if made is not None:
                    return made
    if image.mode == "1":
        return image.convert("L")
    return image if image.mode in ("L", "RGB") else image.convert("RGB")


# --- writing -------------------------------------------------------------------------------------


def noted(content: bytes, media_type: str, note: str) -> bytes:
    """A kept file with a comment in ASCII; pixels and pages stay as they are, byte for byte."""
    words = note.encode("ascii")
    if media_type == PDF:
        return content + b"%" + words + b"\n"
    if media_type == PNG:
        chunk, start = b"tEXtComment\x00" + words, 33  # behind the header, which is always as long
        framed = struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    else:
        start = 4 + int.from_bytes(content[4:6], "big")  # behind the first segment, which is JFIF's own
        framed = b"\xff\xfe" + struct.pack(">H", len(words) + 2) + words
    return content[:start] + framed + content[start:]


def _encoded(picture: Image.Image, *, lossless: bool) -> tuple[bytes, str]:
    """A picture as JPEG, or without loss where it came so and is smaller like that: a screenshot."""
    jpeg = _jpeg(picture)
    if lossless:
        picture.save(png := io.BytesIO(), "PNG")
        if png.tell() <= len(jpeg):
            return png.getvalue(), PNG
    return jpeg, JPEG


def _jpeg(picture: Image.Image, tables: dict[int, list[int]] | None = None) -> bytes:
    """A picture as JPEG in our quality, or with the tables of the one that it came from."""
    how: dict[str, Any] = {"qtables": tables} if tables else {"quality": QUALITY}
    picture.save(jpeg := io.BytesIO(), "JPEG", **how)
    return jpeg.getvalue()


def _thumbnail(picture: Image.Image) -> bytes:
    made = picture.resize(_within(picture.size, THUMBNAIL), Image.Resampling.LANCZOS, reducing_gap=2.0)
    made.save(jpeg := io.BytesIO(), "JPEG", quality=75)
    return jpeg.getvalue()


def _described(picture: Image.Image, content: bytes, media_type: str) -> StoredFile:
    width, height = picture.size
    return StoredFile(
        digest=_sha256(content), media_type=media_type, size=len(content), width=width, height=height
    )


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


# --- reading -------------------------------------------------------------------------------------


@contextmanager
def _opened(content: bytes, name: str) -> Generator[Image.Image]:
    """An image file; whatever turns out to be wrong with it is said as PhotoUnreadable."""
    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS) as image:
            yield image
    except _UNREADABLE as error:
        raise PhotoUnreadable(file=name) from error


@contextmanager
def _document(pdf: bytes, name: str) -> Generator[pypdfium2.PdfDocument]:
    """A PDF; whatever turns out to be wrong with it is said as PdfLocked or PhotoUnreadable."""
    try:
        with pypdfium2.PdfDocument(pdf) as document:
            yield document
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).casefold():
            raise PdfLocked(file=name) from error
        raise PhotoUnreadable(file=name) from error


def _brands(content: bytes) -> frozenset[bytes]:
    """What the first box of a HEIF, AVIF or MP4 file says that it is; empty for other files."""
    if content[4:8] != b"ftyp":
        return frozenset()
    end = min(int.from_bytes(content[:4], "big"), 256)
    return frozenset((content[8:12], *(content[at : at + 4] for at in range(16, end, 4))))


def _turn(image: Image.Image) -> Image.Transpose | None:
    """How an image must be turned to stand upright, as its camera noted."""
    with suppress(*_UNREADABLE):  # broken notes do not make a broken photo
        return _TURNS.get(image.getexif().get(_ORIENTATION, 1))
    return None


def _told(image: Image.Image) -> tuple[datetime | None, bool]:
    """When an image was taken, by its camera's notes, and whether they say where."""
    taken_at, had_place = None, False
    with suppress(*_UNREADABLE):
        notes = image.getexif()
        had_place = bool(notes.get_ifd(_GPS))
        details = notes.get_ifd(_EXIF)
        local = datetime.strptime(str(details.get(_TAKEN) or notes[_CHANGED]), "%Y:%m:%d %H:%M:%S")
        # A camera that names no time zone was set to the local time.
        zone = datetime.strptime(str(details[_ZONE]), "%z").tzinfo if details.get(_ZONE) else VIETNAM
        taken_at = local.replace(tzinfo=zone).astimezone(UTC)
    return taken_at, had_place
