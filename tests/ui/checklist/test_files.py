"""A file as an answer: photos come in small and silent, what cannot be taken is said, nothing is lost."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QLabel

from inspector_app.domain.files import shown_name
from inspector_app.ui.checklist.files import FileEntry
from tests.pictures import file_of, notes, photo, saved
from tests.ui.checklist.conftest import Begin, OpenPage
from tests.workbooks.books import Book, q
from tests.workbooks.filling import Person

SURVEY = Book(
    form_id="tiep_nhan",
    title="Nơi tiếp nhận",
    survey=[
        q("image", "anh", "Ảnh bảng niêm yết"),
        q("begin repeat", "quay", "Quầy"),
        q("image", "anh_quay", "Ảnh quầy"),
        q("end repeat"),
    ],
)
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"


@pytest.fixture
def person(begin: Begin, open_page: OpenPage, wait: Callable[[], None], tmp_path: Path) -> Person:
    """Somebody before a form that asks for photos."""
    return Person(open_page(begin(SURVEY.write(tmp_path / "tiep_nhan"))), wait, tmp_path)


def value(person: Person) -> str:
    return person.page.items["anh"].leaves[0].value


def content(person: Person, named: str) -> bytes:
    """What lies in the workspace."""
    found: list[bytes | None] = []
    person.page.session.read(lambda bench: bench.evidence.get(named), found.append, owner=person.page)
    person.wait()
    assert found[0] is not None
    return found[0]


def sentences(person: Person) -> str:
    return "\n".join(each.text() for each in person.card("anh").findChildren(QLabel) if each.isVisible())


def test_a_photo_loses_its_place_and_its_size(person: Person) -> None:
    given = file_of(photo(3000, 4000), exif=notes(turn=6, place=True))
    person.attach("anh", saved(person.folder, "IMG_0001.JPG", given))
    assert shown_name(value(person)) == "IMG_0001.jpg"
    kept = Image.open(io.BytesIO(content(person, value(person))))
    assert kept.size == (2560, 1920)
    assert not kept.getexif()


def test_a_photo_inside_a_repeat_too(person: Person) -> None:
    panel = person.add(person.repeat("quay"))
    entry = person.question(panel, "anh_quay").entry
    assert isinstance(entry, FileEntry)
    entry.file_given.emit(saved(person.folder, "quay.jpg", file_of(photo(), exif=notes(place=True))))
    person.wait()
    assert not Image.open(io.BytesIO(content(person, entry.value))).getexif()


@pytest.mark.parametrize(
    ("name", "bad"),
    [("IMG_2.HEIC", HEIC), ("hong.jpg", file_of(photo())[:700]), ("virus.jpg", b"MZ\x90\x00")],
)
def test_what_cannot_be_taken_is_said_at_the_question_and_the_earlier_photo_stays(
    person: Person, name: str, bad: bytes
) -> None:
    person.attach("anh", saved(person.folder, "truoc.jpg", file_of(photo())))
    before = value(person)
    person.attach("anh", saved(person.folder, name, bad))
    assert name in sentences(person)
    assert value(person) == before
    person.attach("anh", saved(person.folder, "sau.jpg", file_of(photo(seed=2))))
    assert name not in sentences(person)
    assert shown_name(value(person)) == "sau.jpg"


def test_what_is_answered_while_a_photo_is_read_stands(person: Person) -> None:
    person.attach("anh", saved(person.folder, "truoc.jpg", file_of(photo())))
    [entry] = person.card("anh").findChildren(FileEntry)
    entry.file_given.emit(saved(person.folder, "sau.jpg", file_of(photo(3000, 4000))))
    entry.take("")
    person.wait()
    person.wait()
    assert value(person) == ""
