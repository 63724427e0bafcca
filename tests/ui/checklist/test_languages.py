"""A form in two languages at the page: its words follow the choice at once, answers and typing stay."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from inspector_app.domain.records import VisitId
from inspector_app.ui.checklist.choices import OptionsEntry
from inspector_app.ui.checklist.page import ChecklistPage
from tests.hands import focused, type_words
from tests.ui.checklist.conftest import Begin, OpenPage
from tests.workbooks.books import SATISFACTION
from tests.workbooks.filling import Person

EN = "English (en)"


class Surveyor(Person):
    """Somebody who asks citizens, of whom some speak English."""

    def choose(self, language: str) -> None:
        """Choose a language at the foot of the page."""
        choice = self.page.foot.languages
        choice.setCurrentIndex(choice.findData(language))
        choice.activated.emit(choice.currentIndex())
        self.wait()


@pytest.fixture
def surveyor(begin: Begin, open_page: OpenPage, wait: Callable[[], None], tmp_path: Path) -> Surveyor:
    file = SATISFACTION.write(tmp_path / "khao_sat")
    return Surveyor(open_page(begin(file)), wait, tmp_path)


def labels(page: ChecklistPage, code: str) -> list[str]:
    [options] = page.panes[page.items[code].area].card(code).findChildren(OptionsEntry)
    return [option.label for option in options.options.values()]


def shown(page: ChecklistPage) -> str:
    """What stands over the items."""
    return page._title.text()


def test_all_words_change_at_once_and_answers_stay(surveyor: Surveyor) -> None:
    page = surveyor.page
    surveyor.digit("gioi", 2)
    before = labels(page, "gioi")
    surveyor.choose(EN)
    assert labels(page, "gioi") == ["Male", "Female"]
    assert page.panes["nguoi"].card("gioi").editor.entries["gioi"].value == "nu"
    assert "Sex" in page.panes["nguoi"].card("gioi").accessibleName()
    assert shown(page) == page.areas["nguoi"].name == "Respondent"
    surveyor.digit("lan_thu", 3)
    surveyor.write("di_lai", "400")
    unsaved = page.scribe.unsaved("di_lai")
    assert unsaved is not None
    assert "2 to 30 trips." in unsaved.sentence
    surveyor.choose("Tiếng Việt (vi)")
    assert labels(page, "gioi") == before


def test_what_is_being_typed_stays(surveyor: Surveyor) -> None:
    surveyor.digit("lan_thu", 3)
    surveyor.write("di_lai", "4")
    card = surveyor.card("vi_sao")
    type_words("Phải bổ sung")
    surveyor.choose(EN)
    assert "Why so many trips" in card.accessibleName()
    surveyor.press(Qt.Key.Key_Tab)
    assert surveyor.page.items["vi_sao"].leaves[0].value == "Phải bổ sung"


def test_the_cursor_stays_where_it_is(surveyor: Surveyor) -> None:
    card = surveyor.card("gioi")
    assert card.isAncestorOf(focused())
    surveyor.choose(EN)
    assert card.isAncestorOf(focused())
    surveyor.press(Qt.Key.Key_1)
    assert surveyor.page.items["gioi"].leaves[0].value == "nam"


def test_the_choice_is_kept_for_the_next_form(surveyor: Surveyor, open_page: OpenPage) -> None:
    surveyor.choose(EN)
    assert surveyor.page.session.settings.form_language == EN
    surveyor.page.hide()
    again = open_page(surveyor.page.visit)
    assert again.areas["nguoi"].name == "Respondent"
    assert again.foot.languages.value == EN


def test_a_form_in_one_language_offers_none(visit: VisitId, open_page: OpenPage) -> None:
    page = open_page(visit)
    assert not page.foot.languages.isVisible()
