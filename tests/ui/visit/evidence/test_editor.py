"""Marking with the mouse and with the keyboard alone: before a photo is kept, and afterwards."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageStat
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from inspector_app.i18n import tr
from inspector_app.services.marking import INK, Mark
from inspector_app.services.views import Link
from tests.pictures import file_of, saved
from tests.ui.visit.evidence.conftest import Person

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
WIDTH, HEIGHT = 400, 300


@pytest.fixture
def card(tmp_path: Path) -> Path:
    """A picture that is white but for a number in black."""
    page = Image.new("RGB", (WIDTH, HEIGHT), "white")
    page.paste("black", (100, 100, 200, 120))
    return saved(tmp_path, "thẻ.png", file_of(page, "PNG"))


@pytest.fixture
def looking(person: Person, card: Path) -> Person:
    """The person looks at the card, which is not kept yet."""
    person.page.take([card])
    person.wait()
    assert person.sees_editor
    return person


def kept(person: Person) -> Image.Image:
    """The picture as the workspace has it."""
    (row,) = person.rows()
    content = person.ask(lambda bench: bench.evidence.content(row.file.digest))
    return Image.open(io.BytesIO(content)).convert("RGB")


def keep(person: Person) -> Image.Image:
    """Keep what is shown; how the workspace has it."""
    person.press(Qt.Key.Key_Return, CONTROL)
    person.wait()
    return kept(person)


def marks(person: Person) -> list[Mark]:
    return list(person.sheet.marking.marks)


def test_what_is_hidden_with_the_mouse_is_never_in_the_workspace(looking: Person) -> None:
    looking.press(Qt.Key.Key_2)
    looking.drag((90, 90), (210, 130))
    assert [mark.tool for mark in marks(looking)] == ["hide"]
    made = keep(looking)
    assert len(looking.files()) == 1
    shades = ImageStat.Stat(made.crop((100, 100, 200, 120))).extrema[0]
    assert shades[0] > 60  # nothing of the black is left
    assert made.getpixel((50, 50)) == (255, 255, 255)


def test_the_keyboard_alone_is_enough(looking: Person) -> None:
    looking.press(Qt.Key.Key_2)
    looking.press(Qt.Key.Key_Return)
    (begun,) = marks(looking)
    looking.press(Qt.Key.Key_Left)
    looking.press(Qt.Key.Key_Up, CONTROL)
    looking.press(Qt.Key.Key_Right, SHIFT)
    (moved,) = marks(looking)
    assert (moved.x1, moved.y1) == (begun.x1 - 4, begun.y1 - 1)
    assert moved.x2 - moved.x1 == pytest.approx(begun.x2 - begun.x1 + 4)
    looking.press(Qt.Key.Key_3)
    looking.press(Qt.Key.Key_Space)
    looking.press(Qt.Key.Key_PageUp)
    assert looking.sheet.mark == moved
    looking.press(Qt.Key.Key_Delete)
    assert [mark.tool for mark in marks(looking)] == ["arrow"]
    looking.press(Qt.Key.Key_Z, CONTROL)
    looking.press(Qt.Key.Key_Z, CONTROL)
    assert marks(looking) == [moved]
    looking.press(Qt.Key.Key_Y, CONTROL)
    assert [mark.tool for mark in marks(looking)] == ["hide", "arrow"]
    looking.press(Qt.Key.Key_Escape)
    looking.press(Qt.Key.Key_Escape)
    assert (looking.sheet.hand, looking.sheet.mark) == ("select", None)
    keep(looking)
    assert len(looking.rows()) == 1


def test_moves_in_a_row_are_one_step_back(looking: Person) -> None:
    looking.press(Qt.Key.Key_4)
    looking.press(Qt.Key.Key_Return)
    (begun,) = marks(looking)
    for _ in range(5):
        looking.press(Qt.Key.Key_Down)
    looking.press(Qt.Key.Key_Z, CONTROL)
    assert marks(looking) == [begun]
    assert looking.editor.redo.isEnabled()
    looking.editor.redo.click()
    assert marks(looking)[0].y1 == begun.y1 + 20


def test_a_mark_is_taken_at_its_corner_and_at_its_middle(looking: Person) -> None:
    looking.press(Qt.Key.Key_4)
    looking.drag((50, 50), (150, 120))
    looking.drag((150, 120), (250, 220))  # by its corner
    (larger,) = marks(looking)
    assert larger.box == pytest.approx((50, 50, 250, 220), abs=2)
    looking.press(Qt.Key.Key_1)
    looking.drag((150, 150), (170, 160))
    (moved,) = marks(looking)
    assert moved.box == pytest.approx((70, 60, 270, 230), abs=2)
    looking.drag((10, 10), (20, 20))  # nothing there
    assert looking.sheet.mark is None
    assert marks(looking) == [moved]


def test_words_are_written_on_the_picture(looking: Person) -> None:
    looking.press(Qt.Key.Key_5)
    looking.drag((40, 200), (40, 200))
    assert QApplication.focusWidget() is looking.editor.words
    looking.write("Đã hết hạn")
    looking.press(Qt.Key.Key_Return)
    assert [mark.words for mark in marks(looking)] == ["Đã hết hạn"]
    made = keep(looking)
    colours = {colour for _count, colour in made.crop((40, 195, 200, 240)).getcolors(99_999) or []}
    assert INK in colours


def test_a_cut_and_a_turn(looking: Person) -> None:
    looking.press(Qt.Key.Key_6)
    looking.drag((80, 80), (240, 140))
    looking.press(Qt.Key.Key_8)
    made = keep(looking)
    assert made.size == pytest.approx((60, 160), abs=2)
    assert made.getpixel((30, 60)) == (0, 0, 0)


def test_escape_never_drops_a_photo_that_is_not_kept(looking: Person) -> None:
    for _ in range(3):
        looking.press(Qt.Key.Key_Escape)
    assert looking.sees_editor


def test_zoom_fits_again(looking: Person) -> None:
    fitting = looking.sheet.scale
    looking.press(Qt.Key.Key_Plus)
    assert looking.sheet.scale > fitting
    assert looking.sheet.width() == round(WIDTH * looking.sheet.scale)
    looking.press(Qt.Key.Key_0)
    assert looking.sheet.scale == fitting


def test_marking_a_kept_photo_replaces_it(looking: Person) -> None:
    keep(looking)
    (before,) = looking.rows()
    looking.gallery.grid.setFocus()
    looking.press(Qt.Key.Key_Return)
    looking.wait()
    assert looking.sees_editor
    assert not looking.editor.save.isEnabled()
    looking.press(Qt.Key.Key_2)
    looking.drag((90, 90), (210, 130))
    looking.press(Qt.Key.Key_Return, CONTROL)
    looking.wait()
    (after,) = looking.rows()
    assert after.id == before.id
    assert looking.files() == {after.file.digest} != {before.file.digest}
    assert not looking.sees_editor
    assert ImageStat.Stat(kept(looking).crop((100, 100, 200, 120))).extrema[0][0] > 60


def test_leaving_with_marks_asks(looking: Person) -> None:
    keep(looking)
    (before,) = looking.rows()
    looking.page.open(before.id)
    looking.wait()
    looking.press(Qt.Key.Key_3)
    looking.press(Qt.Key.Key_Return)
    looking.editor.back.click()
    assert looking.sees_editor
    assert tr("The marks are not saved.") in looking.editor.banner.text
    looking.editor.banner._button.click()
    assert not looking.sees_editor
    assert looking.rows() == (before,)


def test_what_a_colleague_hid_meanwhile_is_not_brought_back(
    looking: Person, settle: Callable[..., None]
) -> None:
    keep(looking)
    (row,) = looking.rows()
    looking.page.open(row.id)
    looking.wait()
    other = row.file.model_copy(update={"digest": "f" * 64})
    visit = looking.page.visit
    looking.ask(lambda bench: bench._desk.write(visit, [_act(row.id, {"file": other.model_dump()})]))
    looking.press(Qt.Key.Key_3)
    looking.press(Qt.Key.Key_Return)
    looking.press(Qt.Key.Key_Return, CONTROL)
    looking.wait()
    assert looking.sees_editor
    assert row.record.name in looking.editor.banner.text
    assert [shown.file for shown in looking.rows()] == [other]


def _act(record: str, fields: dict[str, object]) -> object:
    from inspector_app.storage.ledger import Act

    return Act("evidence", record, fields)


def test_caption_and_link_of_a_kept_photo_are_saved_when_left(looking: Person) -> None:
    keep(looking)
    looking.page.open(looking.rows()[0].id)
    looking.wait()
    looking.editor.caption.setFocus()
    looking.write("Thẻ mẫu")
    looking.sheet.setFocus()
    looking.editor.picker.take("CD05")
    looking.wait()
    (row,) = looking.rows()
    assert (row.record.caption, row.link) == ("Thẻ mẫu", Link(item="CD05"))
