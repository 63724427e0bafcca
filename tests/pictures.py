"""Photos and scans as phones, scanners and colleagues deliver them, the broken ones too."""

import io
from pathlib import Path

import pypdfium2
from PIL import Image, ImageCms, ImageDraw

PLACE, CAMERA = 0x8825, 0x010F


def photo(width: int = 400, height: int = 300, seed: int = 1) -> Image.Image:
    """Something with as many colours as a photo: soft noise."""
    rough = Image.frombytes(
        "RGB", (16, 12), bytes((i * 73 + seed * 31 + i * i) % 256 for i in range(16 * 12 * 3))
    )
    return rough.resize((width, height), Image.Resampling.BICUBIC)


def noise(width: int, height: int) -> Image.Image:
    """A picture that no encoder makes small."""
    return Image.effect_noise((width, height), 80).convert("RGB")


def screenshot(width: int = 600, height: int = 400) -> Image.Image:
    """Something with few colours and sharp edges."""
    drawn = Image.new("RGB", (width, height), "white")
    pen = ImageDraw.Draw(drawn)
    for row in range(10, height - 20, 30):
        pen.rectangle((20, row, width - 20, row + 2), fill="black")
    return drawn


def file_of(picture: Image.Image, kind: str = "JPEG", **how: object) -> bytes:
    """A picture as a file of this format."""
    picture.save(made := io.BytesIO(), kind, **how)
    return made.getvalue()


def notes(
    *, turn: int = 1, taken: str = "2026:11:23 08:15:30", zone: str = "", place: bool = False
) -> Image.Exif:
    """What a camera writes into a photo: how it was held, when, which camera it is, and where."""
    exif = Image.Exif()
    exif[0x0112] = turn
    exif[CAMERA] = "Samsung"
    details = exif.get_ifd(0x8769)
    details[0x9003] = taken
    if zone:
        details[0x9011] = zone
    if place:
        where = exif.get_ifd(PLACE)
        where.update({1: "N", 2: (10.0, 30.0, 5.0), 3: "E", 4: (105.0, 20.0, 9.0)})
    return exif


def pdf(pages: int = 1, width: int = 300, height: int = 400) -> bytes:
    """A PDF of blank pages."""
    with pypdfium2.PdfDocument.new() as document:
        for _ in range(pages):
            document.new_page(width, height).close()
        document.save(made := io.BytesIO())
    return made.getvalue()


def scans(pages: int = 3) -> bytes:
    """A TIFF of several pages, as a scanner with a feeder makes it: black and white."""
    sheets = [screenshot(248, 351).convert("1") for _ in range(pages)]
    return file_of(
        sheets[0], "TIFF", save_all=True, append_images=sheets[1:], dpi=(60, 60), compression="group4"
    )


def screen_profile() -> bytes:
    """The colour profile of screens."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def odd_profile() -> bytes:
    """A colour profile in which red and blue have changed places."""
    swapped = screen_profile().replace(b"rXYZ", b"....").replace(b"bXYZ", b"rXYZ").replace(b"....", b"bXYZ")
    return swapped.replace("sRGB".encode("utf-16-be"), "oRGB".encode("utf-16-be"))


def saved(folder: Path, name: str, content: bytes) -> Path:
    """A file on the disk."""
    (folder / name).write_bytes(content)
    return folder / name
