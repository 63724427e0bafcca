"""The photos of the demonstration, drawn: a notice board, a counter, a plan, a screen, a card.

Nothing in them is real. They are drawn the same way every time.
"""

import io
from collections.abc import Iterator
from dataclasses import replace

from PIL import Image, ImageDraw, ImageFilter, ImageFont, ImageOps

from inspector_app.services.imaging import Taken, take_content
from inspector_app.services.marking import Mark, Marking, draw, font_file

SIZE = (1280, 960)
_WALL, _WOOD, _PAPER, _INK, _RED = (
    (205, 212, 214),
    (150, 116, 84),
    (250, 249, 244),
    (45, 50, 60),
    (176, 38, 30),
)


def taken() -> Iterator[tuple[str, str, Taken]]:
    """(item, caption, photo)"""
    yield "TT09", "Bảng niêm yết thủ tục hành chính tại sảnh", _photo("IMG_20261120_081204.jpg", _board())
    yield "TT09", "Máy lấy số thứ tự không hoạt động", _photo("IMG_20261120_081537.jpg", _counter(), _STOPPED)
    yield "CD01", "Kế hoạch cải cách hành chính năm 2026, trang 1", _photo("Ke hoach trang 1.jpg", _plan())
    yield "CS10", "Phần mềm báo lỗi khi tra cứu hồ sơ", _photo("Ảnh chụp màn hình 09.42.10.png", _screen())
    yield (
        "TT16",
        "Giấy tờ của công dân kèm hồ sơ, đã che số định danh",
        _photo("IMG_20261120_094455.jpg", _card(), _HIDDEN),
    )


_STOPPED = (
    Mark("box", 930, 330, 1150, 820),
    Mark("arrow", 700, 860, 915, 700),
    Mark("text", 360, 850, 360, 900, "Không hoạt động"),
)
_HIDDEN = (Mark("hide", 560, 420, 1010, 490), Mark("hide", 250, 380, 500, 700))


def _photo(name: str, picture: Image.Image, marks: tuple[Mark, ...] = ()) -> Taken:
    picture.save(made := io.BytesIO(), "PNG" if name.endswith("png") else "JPEG", quality=88)
    photo = take_content(made.getvalue(), name)
    if not marks:
        return photo
    drawn = draw(photo.content, photo.file.media_type, Marking(*SIZE, marks=marks), _chance)
    return replace(photo, file=drawn.file, content=drawn.content, thumbnail=drawn.thumbnail)


def _chance(count: int) -> bytes:
    """The same tiles every time: what is hidden here was never there."""
    return bytes((number * number * 31 + number * 17) % 251 for number in range(count))


def _room() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    """A wall, lit from above, and a floor."""
    shadow = Image.linear_gradient("L").resize(SIZE).convert("RGB")
    room = Image.blend(Image.new("RGB", SIZE, _WALL), ImageOps.invert(shadow), 0.12)
    pen = ImageDraw.Draw(room)
    pen.polygon([(0, 830), (1280, 800), (1280, 960), (0, 960)], fill=(138, 128, 118))
    return room, pen


def _words(
    pen: ImageDraw.ImageDraw, at: tuple[int, int], words: str, size: int, colour: tuple[int, int, int] = _INK
) -> None:
    pen.text(at, words, colour, ImageFont.truetype(font_file(), size), "mm")


def _sheet(pen: ImageDraw.ImageDraw, left: int, top: int, width: int, height: int, seed: int) -> None:
    """A printed page: a heading and lines of text."""
    pen.rectangle((left + 4, top + 5, left + width + 4, top + height + 5), fill=(110, 108, 104))
    pen.rectangle((left, top, left + width, top + height), fill=_PAPER)
    pen.rectangle((left + width // 4, top + 12, left + width * 3 // 4, top + 18), fill=_RED)
    for number, y in enumerate(range(top + 34, top + height - 12, 13)):
        end = left + width - 14 - (number * 37 + seed * 13) % (width // 3)
        pen.line((left + 14, y, end, y), fill=(120, 124, 130), width=3)


def _board() -> Image.Image:
    room, pen = _room()
    pen.rectangle((150, 130, 1130, 740), fill=_WOOD)
    pen.rectangle((170, 150, 1110, 720), fill=(66, 96, 84))
    pen.rectangle((340, 60, 940, 118), fill=_RED)
    _words(pen, (640, 89), "NIÊM YẾT THỦ TỤC HÀNH CHÍNH", 34, (255, 244, 200))
    for number in range(10):
        _sheet(pen, 200 + number % 5 * 182, 180 + number // 5 * 272, 150, 236, number)
    return room.filter(ImageFilter.GaussianBlur(0.8))


def _counter() -> Image.Image:
    room, pen = _room()
    pen.rectangle((120, 120, 860, 200), fill=(20, 84, 122))
    _words(pen, (490, 160), "BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ", 36, (255, 255, 255))
    for number in range(3):
        left = 130 + number * 245
        pen.rectangle((left, 480, left + 225, 830), fill=_WOOD)
        pen.rectangle((left + 30, 400, left + 150, 478), fill=(40, 44, 50))
        pen.rectangle((left + 36, 406, left + 144, 466), fill=(120, 170, 200))
        pen.rectangle((left + 60, 250, left + 165, 330), fill=_PAPER)
        _words(pen, (left + 112, 290), str(number + 1), 54, _RED)
    pen.rounded_rectangle((950, 350, 1130, 800), 16, fill=(70, 76, 84))
    pen.rectangle((975, 390, 1105, 520), fill=(14, 16, 18))
    pen.rectangle((1000, 600, 1080, 612), fill=(20, 20, 22))
    return room.filter(ImageFilter.GaussianBlur(0.8))


def _plan() -> Image.Image:
    page = Image.new("RGB", SIZE, (92, 84, 76))
    pen = ImageDraw.Draw(page)
    pen.polygon([(190, 20), (1100, 36), (1084, 960), (176, 960)], fill=_PAPER)
    _words(pen, (400, 90), "ỦY BAN NHÂN DÂN XÃ", 24)
    _words(pen, (850, 90), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 22)
    _words(pen, (850, 124), "Độc lập - Tự do - Hạnh phúc", 22)
    _words(pen, (640, 230), "KẾ HOẠCH", 38)
    _words(pen, (640, 280), "Cải cách hành chính năm 2026", 30)
    for number, y in enumerate(range(350, 930, 32)):
        pen.line((250, y, 1030 - number * 71 % 190, y), fill=(96, 100, 108), width=5)
    return page.filter(ImageFilter.GaussianBlur(0.6))


def _screen() -> Image.Image:
    screen = Image.new("RGB", SIZE, (236, 240, 244))
    pen = ImageDraw.Draw(screen)
    pen.rectangle((0, 0, 1280, 70), fill=(20, 84, 122))
    _words(pen, (420, 36), "HỆ THỐNG THÔNG TIN GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH", 26, (255, 255, 255))
    for row in range(9):
        pen.rectangle(
            (40, 130 + row * 64, 1240, 182 + row * 64), fill=(255, 255, 255), outline=(208, 214, 220)
        )
        pen.rectangle((60, 150 + row * 64, 220 + row * 53 % 170, 160 + row * 64), fill=(170, 176, 184))
    pen.rectangle((320, 360, 960, 600), fill=(255, 255, 255), outline=_RED, width=3)
    _words(pen, (640, 430), "Lỗi 504", 46, _RED)
    _words(pen, (640, 500), "Không kết nối được máy chủ tra cứu hồ sơ", 28)
    return screen


def _card() -> Image.Image:
    table = Image.new("RGB", SIZE, (104, 88, 72))
    pen = ImageDraw.Draw(table)
    pen.rounded_rectangle((180, 200, 1100, 770), 28, fill=(202, 222, 214))
    _words(pen, (660, 260), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 34, _RED)
    _words(pen, (660, 320), "CĂN CƯỚC", 40, _RED)
    pen.rectangle((560, 540, 960, 552), fill=(120, 130, 128))
    pen.rectangle((560, 600, 900, 612), fill=(120, 130, 128))
    pen.rectangle((560, 660, 1000, 672), fill=(120, 130, 128))
    return table.filter(ImageFilter.GaussianBlur(0.6))
