"""Every page has its text of help, in both languages, and the texts lead to each other."""

import re
import unicodedata

import pytest

from inspector_app import i18n
from inspector_app.i18n import LANGUAGES, Language
from inspector_app.ui.help.texts import help_file, help_text
from inspector_app.ui.help.tour import STEPS
from inspector_app.ui.main_window import Rooms
from inspector_app.ui.visit.frame import TABS

LINK = re.compile(r"\]\(([^)]+)\)")


def pages(rooms: Rooms) -> set[str]:
    return {"door", *rooms.buttons, *(f"visit-{tab.name}" for tab in TABS)}


def texts(language: Language) -> dict[str, str]:
    folder = help_file("door", language).parent
    return {file.stem: file.read_text(encoding="utf-8") for file in folder.iterdir()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_its_help_and_no_text_is_left_over(rooms: Rooms, language: Language) -> None:
    assert texts(language).keys() == pages(rooms)


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_composed_calm_and_titled(language: Language) -> None:
    for page, text in texts(language).items():
        assert text.startswith("# "), page
        assert text == unicodedata.normalize("NFC", text), page
        assert "!" not in text, page
        assert len(text.split()) > 60, page


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_lead_to_other_texts(language: Language) -> None:
    for page, text in texts(language).items():
        for link in LINK.findall(text):
            assert help_file(link.removesuffix(".md"), language).exists(), f"{page}: {link}"


def test_both_languages_are_built_alike() -> None:
    vi, en = texts("vi"), texts("en")
    shape = re.compile(r"^(#+|-|\d+\.) ", re.MULTILINE)
    assert {page: shape.findall(text) for page, text in vi.items()} == {
        page: shape.findall(text) for page, text in en.items()
    }


def test_the_text_is_in_the_language_of_the_window() -> None:
    assert help_text("merge").startswith("# Hợp nhất")
    i18n.use("en")
    assert help_text("merge").startswith("# Merge")


def test_every_step_of_the_tour_is_at_a_page(rooms: Rooms) -> None:
    assert len(STEPS) == 5
    assert {step.page for step in STEPS} <= pages(rooms)
