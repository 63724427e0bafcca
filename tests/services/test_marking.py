"""Marks on a picture: where they stand, and that what was hidden is gone."""

import io
from collections.abc import Callable
from itertools import cycle, islice

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont, ImageStat

from inspector_app.services.imaging import JPEG, PNG
from inspector_app.services.marking import INK, Drawn, Mark, Marking, arrow, draw, font_file
from tests.pictures import file_of, photo, screenshot

WIDTH, HEIGHT = 600, 400


def drawn(*marks: Mark, picture: Image.Image | None = None, turns: int = 0) -> Image.Image:
    """A white page with these marks, without loss."""
    page = picture or Image.new("RGB", (WIDTH, HEIGHT), "white")
    size = page.size if turns % 2 == 0 else page.size[::-1]
    return opened(draw(file_of(page, "PNG"), PNG, Marking(*size, turns=turns, marks=marks), dice()))


def opened(made: Drawn) -> Image.Image:
    return Image.open(io.BytesIO(made.content)).convert("RGB")


def dice() -> Callable[[int], bytes]:
    """Chance that is the same every time."""
    values = cycle(range(0, 251, 7))
    return lambda count: bytes(islice(values, count))


def card(number: str) -> Image.Image:
    """An identity card with this number, as a photo shows it."""
    page = Image.new("RGB", (WIDTH, HEIGHT), (225, 235, 230))
    ImageDraw.Draw(page).text((90, 150), number, "black", ImageFont.truetype(font_file(), 60))
    return page


# --- hiding --------------------------------------------------------------------------------------

OVER = Mark("hide", 80, 140, 520, 230)


def test_what_was_hidden_leaves_one_colour_and_chance() -> None:
    """Two cards that differ in their number alone are, once it is hidden, the same to the last bit."""
    numbers = [card("087 190 004 321"), card("123 400 091 780")]  # the same digits in another order
    assert ImageChops.difference(*numbers).getbbox() is not None
    hidden = [drawn(OVER, picture=page) for page in numbers]
    assert ImageChops.difference(*hidden).getbbox() is None


def test_what_was_hidden_shows_nothing_of_light_and_dark() -> None:
    """Half black, half white: its two halves are alike, as any two are that only chance has made."""
    page = Image.new("RGB", (WIDTH, HEIGHT), "white")
    page.paste("black", (80, 140, 300, 230))
    hidden = drawn(OVER, picture=page)
    left, right = (
        ImageStat.Stat(hidden.crop(box)).mean[0] for box in ((80, 140, 300, 230), (300, 140, 520, 230))
    )
    assert abs(left - right) < 12


def test_nothing_beside_what_was_hidden_changes_and_no_edge_of_it_stays() -> None:
    page = Image.new("RGB", (WIDTH, HEIGHT), "white")
    page.paste((100, 100, 100), (100, 100, 200, 160))
    hidden = drawn(Mark("hide", 200.7, 160.9, 99.2, 99.4), picture=page)  # from any corner to any other
    outside = hidden.copy()
    outside.paste("white", (99, 99, 201, 161))
    assert outside.getcolors() == [(WIDTH * HEIGHT, (255, 255, 255))]
    inside = hidden.crop((99, 99, 201, 161))
    darkest, lightest = ImageStat.Stat(inside).extrema[0]
    assert darkest > 60
    assert lightest < 150


def test_what_was_hidden_is_not_in_the_thumbnail_either() -> None:
    numbers = [card("087 190 004 321"), card("123 400 091 780")]
    made = [
        draw(file_of(page, "PNG"), PNG, Marking(WIDTH, HEIGHT, marks=(OVER,)), dice()) for page in numbers
    ]
    assert made[0].thumbnail == made[1].thumbnail


def test_hiding_works_in_grey_and_at_the_edge() -> None:
    page = screenshot(WIDTH, HEIGHT).convert("L")
    made = draw(file_of(page), JPEG, Marking(WIDTH, HEIGHT, marks=(Mark("hide", -50, -50, 100, 60),)))
    assert Image.open(io.BytesIO(made.content)).mode == "L"
    whole = Marking(WIDTH, HEIGHT, marks=(Mark("hide", -9, -9, WIDTH + 9, HEIGHT + 9),))
    covered = ImageStat.Stat(Image.open(io.BytesIO(draw(file_of(page), JPEG, whole).content)))
    assert covered.extrema[0][1] - covered.extrema[0][0] < 80


# --- drawing -------------------------------------------------------------------------------------


def test_an_arrow_points_where_it_was_drawn_to() -> None:
    made = drawn(Mark("arrow", 100, 300, 400, 100))
    assert made.getpixel((395, 104)) == INK
    assert made.getpixel((250, 200)) == INK
    assert made.getpixel((100, 100)) == (255, 255, 255)
    assert arrow(Mark("arrow", 100, 300, 400, 100), 3)[3] == pytest.approx((400, 100))


def test_a_box_is_an_edge_around_what_stays_in_view() -> None:
    made = drawn(Mark("box", 100, 100, 300, 200))
    assert made.getpixel((100, 150)) == INK
    assert made.getpixel((200, 200)) == INK
    assert made.getpixel((200, 150)) == (255, 255, 255)


def test_words_stand_where_they_were_put_in_their_height() -> None:
    made = drawn(Mark("text", 50, 100, 50, 140, "Hồ sơ quá hạn"))
    left, top, right, bottom = (
        ImageChops.difference(made, Image.new("RGB", made.size, "white")).getbbox() or (0,) * 4
    )
    assert abs(left - 50) < 8
    assert 95 < top < bottom < 150
    assert right > 200
    assert drawn(Mark("text", 50, 100, 50, 140, "")).getcolors() == [(WIDTH * HEIGHT, (255, 255, 255))]


def test_a_cut_leaves_what_is_inside() -> None:
    made = drawn(Mark("crop", 300, 200, 100, 50), Mark("box", 100, 50, 300, 200))
    assert made.size == (200, 150)
    assert Marking(WIDTH, HEIGHT, marks=(Mark("crop", 300, 200, 100, 50),)).crop == (100, 50, 300, 200)
    one = Marking(WIDTH, HEIGHT).with_mark(Mark("crop", 0, 0, 9, 9)).with_mark(Mark("crop", 1, 1, 5, 5))
    assert len(one.marks) == 1


@pytest.mark.parametrize("turns", range(4))
def test_what_was_drawn_turns_with_the_picture(turns: int) -> None:
    plain = (
        Marking(WIDTH, HEIGHT)
        .with_mark(Mark("box", 30, 40, 200, 140))
        .with_mark(Mark("hide", 300, 200, 400, 300))
    )
    turned = plain
    for _ in range(turns):
        turned = turned.turned(1)
    back = turned
    for _ in range(turns):
        back = back.turned(-1)
    assert back == plain
    page = file_of(Image.new("RGB", (WIDTH, HEIGHT), "white"), "PNG")
    as_drawn = opened(draw(page, PNG, plain, lambda count: bytes(count)))
    for _ in range(turns):
        as_drawn = as_drawn.transpose(Image.Transpose.ROTATE_270)
    made = opened(draw(page, PNG, turned, lambda count: bytes(count)))
    assert made.size == as_drawn.size == (turned.width, turned.height)
    assert sum(ImageStat.Stat(ImageChops.difference(made, as_drawn)).mean) < 3  # edges fall between pixels


def test_words_stay_upright_when_the_picture_turns() -> None:
    turned = Marking(WIDTH, HEIGHT).with_mark(Mark("text", 100, 50, 100, 80, "Dấu")).turned(1)
    assert turned.marks == (Mark("text", 350, 100, 350, 130, "Dấu"),)


def test_a_marked_photo_is_a_file_like_any_other() -> None:
    marking = Marking(2560, 1920, marks=(Mark("arrow", 10, 10, 900, 900),))
    made = draw(file_of(photo(2560, 1920), comment=b"cua toi"), JPEG, marking)
    assert (made.file.width, made.file.height, made.file.media_type) == (2560, 1920, JPEG)
    assert made.file.size == len(made.content)
    assert b"cua toi" not in made.content
    assert max(Image.open(io.BytesIO(made.thumbnail)).size) == 320
