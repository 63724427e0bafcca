"""Pictures, sounds and films of a form: shown where they belong, opened large, missed in words."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.i18n import tr
from inspector_app.services.views import ChoiceView
from inspector_app.ui.checklist.choices import ManyEntry, OptionsEntry
from inspector_app.ui.checklist.files import FileEntry
from inspector_app.ui.checklist.items import Titles
from inspector_app.ui.checklist.media import Enlarged, Media, MediaSource, Picture, Received
from tests.ui.checklist.conftest import Begin, OpenPage
from tests.workbooks.books import Book, listed, q
from tests.workbooks.filling import Person, picture

SOUND = b"RIFF....WAVEfmt "

SIGNS = Book(
    form_id="bien_bao",
    title="Bảng niêm yết tại bộ phận một cửa",
    survey=[
        q("note", "so_do", "Sơ đồ bố trí", **{"media::image": "so_do.png", "media::big-image": "lon.png"}),
        q("select_one bang", "bang", "Bảng nào đang treo?", **{"media::audio": "huong_dan.wav"}),
        q("select_multiple bang", "thieu", "Bảng nào còn thiếu?"),
        q("begin group", "tang", "Tầng trệt", **{"media::image": "so_do.png"}),
        q("begin group", "quay", "Quầy", **{"media::image": "so_do.png"}),
        q("integer", "so_quay", "Số quầy"),
        q("end group"),
        q("begin repeat", "phong", "Phòng"),
        q("text", "ten", "Tên phòng", **{"media::image": "so_do.png"}),
        q("begin group", "trong", "Trong phòng", **{"media::image": "so_do.png"}),
        q("integer", "so_ghe", "", **{"media::image": "moi.png"}),
        q("end group"),
        q("end repeat"),
        q("end group"),
        q("image", "anh", "Ảnh chụp"),
    ],
    choices=listed(
        "bang",
        ("cu", "Bảng cũ"),
        ("moi", "Bảng mới"),
        **{"media::image": ("cu.png", "moi.png"), "media::audio": ("", "huong_dan.wav")},
    ),
)


@pytest.fixture
def person(begin: Begin, open_page: OpenPage, wait: Callable[[], None], tmp_path: Path) -> Person:
    """Somebody before a form with pictures and sounds."""
    file = SIGNS.write(tmp_path / "bien_bao")
    for name in ("so_do.png", "lon.png", "cu.png", "moi.png"):
        picture(file.parent / name, name)
    (file.parent / "huong_dan.wav").write_bytes(SOUND)
    return Person(open_page(begin(file)), wait, tmp_path)


def test_a_picture_stands_under_its_question_and_opens_large(person: Person, qtbot: QtBot) -> None:
    card = person.card("so_do")
    person.wait()
    [shown] = card.findChildren(Picture)
    assert shown.isVisible()
    assert 0 < shown.height() <= 202
    shown.setFocus()
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    person.wait()
    [large] = person.page.findChildren(Enlarged)
    assert large.isVisible()
    assert large.size() == person.page.window().size()
    person.page.resize(1100, 700)
    assert large.size() == person.page.window().size()
    qtbot.keyClick(large, Qt.Key.Key_Escape)
    assert not large.isVisible()
    assert shown.hasFocus()


def test_pictured_choices_are_answered_like_others(person: Person) -> None:
    card = person.card("bang")
    person.wait()
    [options] = card.findChildren(OptionsEntry)
    first, second = options.options.values()
    assert first.height() > 90
    assert first.y() == second.y()
    person.digit("bang", 2)
    assert person.page.items["bang"].leaves[0].value == "moi"
    boxes = person.card("thieu").findChildren(QCheckBox)
    assert [box.text() for box in boxes] == ["Bảng cũ", "Bảng mới"]
    assert not any(box.icon().isNull() for box in boxes)


def test_inside_a_repeat_pictures_are_shown_too(person: Person) -> None:
    panel = next(iter(person.repeat("phong").panels.values()))
    person.wait()
    [shown] = person.question(panel, "ten").findChildren(Picture)
    assert shown.isVisible()
    assert len(panel.findChildren(Picture)) == 3  # of the group and of the question without words too
    titles = person.page.panes["tang"].findChildren(Titles)
    assert [len(each.findChildren(Picture)) for each in titles] == [1]


def test_a_sound_is_opened_by_the_system_from_a_copy(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[bytes] = []

    def open_url(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()).read_bytes())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    played = [
        button for button in person.card("bang").findChildren(QPushButton) if tr("Listen") in button.text()
    ]
    assert [button.text() for button in played] == [tr("Listen"), f"{tr('Listen')}: Bảng mới"]
    for button in played:
        button.click()
        person.wait()
    assert opened == [SOUND, SOUND]


def test_the_picture_of_an_answer_opens_large_as_well(person: Person, qtbot: QtBot) -> None:
    person.attach("anh", picture(person.folder / "phong.png", "Phòng"))
    [entry] = person.card("anh").findChildren(FileEntry)
    [shown] = entry.findChildren(Picture)
    assert shown.isVisible()
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton)
    [large] = person.page.findChildren(Enlarged)
    assert large.isVisible()
    qtbot.mouseClick(large, Qt.MouseButton.LeftButton)
    assert not large.isVisible()


# --- what is not there ----------------------------------------------------------------------------


class Shelf(QWidget, MediaSource):
    """A few files."""

    def __init__(self, files: dict[str, bytes], inside: QWidget) -> None:
        super().__init__()
        self.files = files
        QVBoxLayout(self).addWidget(inside)

    def fetch_media(self, name: str, then: Received) -> None:
        then(self.files.get(name))


def said(widget: QWidget) -> list[str]:
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisible() and each.text()]


def test_what_did_not_come_is_said_in_words(qtbot: QtBot) -> None:
    media = Media()
    shelf = Shelf({"b.png": b"no picture at all"}, media)
    qtbot.addWidget(shelf)
    shelf.show()
    media.show_media({"image": "a.png"})
    assert said(shelf) == [tr("The picture {name} did not come with the checklist.", name="a.png")]
    media.show_media({"image": "b.png"})
    assert said(shelf) == [tr("The picture {name} cannot be shown.", name="b.png")]
    media.show_media({"video": "c.mp4"})
    media.findChildren(QPushButton)[0].click()
    assert said(shelf) == [tr("{name} did not come with the checklist.", name="c.mp4")]
    media.show_media({})
    assert not media.isVisible()


def test_a_program_that_calls_itself_a_sound_is_not_opened(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    media = Media()
    shelf = Shelf({"nghe.exe": b"MZ"}, media)
    qtbot.addWidget(shelf)
    shelf.show()
    media.show_media({"audio": "nghe.exe"})
    media.findChildren(QPushButton)[0].click()
    assert opened == []
    assert said(shelf) == [tr("This computer has no program that opens {name}.", name="nghe.exe")]


@pytest.mark.parametrize("entry", [OptionsEntry, ManyEntry])
def test_choices_without_their_pictures_are_choices_all_the_same(
    entry: Callable[[list[ChoiceView]], OptionsEntry | ManyEntry], qtbot: QtBot
) -> None:
    choices = [ChoiceView("a", "A", None, {"image": "a.png"}), ChoiceView("b", "B", None)]
    asked = entry(choices)
    shelf = Shelf({}, asked)
    qtbot.addWidget(shelf)
    shelf.show()
    answers: list[str] = []
    asked.entered.connect(answers.append)
    assert asked.digit(1)
    assert answers == ["a"]
