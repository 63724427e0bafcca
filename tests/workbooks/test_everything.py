"""Everything that XLSForm has, in one workbook: understood, filled in, and the same in other programs."""

from pathlib import Path

import pytest
from pyxform import xls2xform

from inspector_app import i18n
from inspector_app.forms.form import Form
from inspector_app.forms.sheet import Sheet
from inspector_app.forms.workbook import Compiled, read_workbook
from tests.forms.everything import EN, ENTITIES, EVERYTHING, SIMPLE, book, q
from tests.forms.everything import compiled as read_book
from tests.workbooks.books import Book


@pytest.fixture(autouse=True)
def english() -> None:
    i18n.use("en")


@pytest.fixture(scope="module")
def everything() -> Compiled:
    i18n.use("en")
    return read_book(book())


def test_everything_is_understood_and_only_limits_are_said(everything: Compiled) -> None:
    assert [str(warning) for warning in everything.warnings] == [
        "survey!A7: No log of taps and places is kept; the program keeps the history of every answer itself. "
        "Nothing needs to be done.",
        "survey!A19: There is no camera: a code is typed, or read by a scanner that types it. "
        "Nothing needs to be done.",
        "survey!A20: There is no map and no position: places are typed or pasted as latitude and longitude. "
        "Nothing needs to be done.",
        "survey!A25: Nothing is recorded with the laptop: a file that exists is chosen. "
        "Nothing needs to be done.",
        "settings!G2: Answers are not encrypted with this key; the workspace is encrypted as a whole. "
        "Nothing needs to be done.",
    ]


def test_pyxform_makes_the_same_form_of_the_untouched_workbook() -> None:
    """All but the long list, which the form carries inside where ODK wants a file beside it.

    And all but `or_other`, which pyxform asks in English whatever the form speaks.
    """
    rows = [row for row in EVERYTHING if row["name"] not in ("ap", "kenh_chinh")]
    content = book(rows, also={"entities": ENTITIES})

    assert xls2xform.convert(content).xform.encode() == read_book(content).xform


def test_another_answer_is_asked_for_in_the_languages_of_the_form(everything: Compiled) -> None:
    sheet = Sheet(Form.parse(everything.xform, everything.files))
    sheet.set("kenh_chinh", "other")
    asked = sheet.node("kenh_chinh_other")

    assert asked.relevant
    assert (sheet.node("kenh_chinh").choices[-1].label, asked.label) == ("Khác", "Ghi rõ nội dung khác")
    sheet.speak(EN)
    assert (sheet.node("kenh_chinh").choices[-1].label, asked.label) == ("Other", "Specify other.")


def asking(heading: str, folder: Path) -> Path:
    """A workbook of one question with `or_other`, its labels under this heading."""
    rows = [{"type": "select_one kenh or_other", "name": "q", heading: "?"}]
    choices = [{"list_name": "kenh", "name": "a", heading: "A"}]
    return Book("kenh", "Kênh", rows, choices).write(folder)


@pytest.mark.parametrize(("language", "words"), [("vi", "Khác"), ("en", "Other")])
def test_another_answer_speaks_the_language_of_the_program_where_the_form_names_none(
    language: i18n.Language, words: str, tmp_path: Path
) -> None:
    i18n.use(language)
    form = Form.parse(read_workbook(asking("label", tmp_path), "kenh.xlsx").xform)

    assert [choice.label for choice in Sheet(form).node("q").choices] == ["A", words]
    assert [definition.name for definition in form.root.children][:2] == ["q", "q_other"]


def test_a_language_without_words_for_another_answer_is_said(tmp_path: Path) -> None:
    i18n.use("en")
    read = read_workbook(asking("label::ភាសាខ្មែរ (km)", tmp_path), "kenh.xlsx")

    (warning,) = [str(each) for each in read.warnings if "or_other" in each.message]
    assert warning.startswith("survey!A2")
    assert "ភាសាខ្មែរ" in warning
    assert Sheet(Form.parse(read.xform)).node("q").choices[-1].label == "Other"


def test_the_form_can_be_filled(everything: Compiled) -> None:
    sheet = Sheet(Form.parse(everything.xform, everything.files))
    for key, text in {"tinh": "dt", "xa": "tp", "don_vi": "1", "co_quan": "1"}.items():
        sheet.set(key, text)

    assert [choice.name for choice in sheet.node("xa").choices] == ["tp"]
    assert [choice.label for choice in sheet.node("ap").choices] == ["Ấp Một"]
    assert [choice.name for choice in sheet.node("cac_diem").choices] == ["d1"]
    assert sheet.node("ten_don_vi").value == "Đơn vị một"
    assert sheet.node("dia_chi").value == "Số 1"
    assert len(sheet.repeats("thanh_vien")) == 5


def test_an_entity_is_not_made_but_the_form_is_kept() -> None:
    result = read_book(book([q("text", "ten", "Tên")], also={"settings": SIMPLE, "entities": ENTITIES}))

    assert [str(warning) for warning in result.warnings] == [
        "entities: No entities are made or changed; the questions are asked all the same. "
        "Nothing needs to be done."
    ]
