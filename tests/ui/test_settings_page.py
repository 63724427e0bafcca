"""Settings take effect at once; the data proves itself whole."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app import i18n
from inspector_app.i18n import tr
from inspector_app.services.upkeep import Upkeep
from inspector_app.services.views import VerifyReport
from inspector_app.settings import Settings
from inspector_app.ui import theme
from inspector_app.ui.second_copy import SecondCopy
from inspector_app.ui.session import Session
from inspector_app.ui.settings_page import SettingsPage
from inspector_app.ui.tasks import Lanes
from tests.ui.conftest import Made

Settle = Callable[[Lanes], None]


@pytest.fixture
def page(session: Session, made: Made, qtbot: QtBot, settle: Settle) -> SettingsPage:
    page = SettingsPage(session, made.folder, SecondCopy(session, session))
    qtbot.addWidget(page)
    page.resize(1017, 530)
    page.show()
    settle(session.lanes)
    return page


def test_person_and_laptop_are_named(page: SettingsPage) -> None:
    assert "Trần Quốc Huy" in page.me.text()
    assert "Máy 01" in page.me.text()


def test_the_theme_changes_at_once_and_is_kept(page: SettingsPage, qapp: QApplication) -> None:
    page.theme.buttons()["dark"].click()
    assert theme.colours() is theme.DARK
    assert Settings.load().theme == "dark"
    page.theme.buttons()["light"].click()
    assert theme.colours() is theme.LIGHT


def test_the_language_changes(page: SettingsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.language_changed):
        page.language.buttons()["en"].click()
    assert i18n.language() == "en"
    assert Settings.load().language == "en"


def test_the_check_says_that_the_data_is_whole(page: SettingsPage, settle: Settle) -> None:
    page.verify.click()
    assert not page.verify.isEnabled()
    settle(page.session.lanes)
    assert tr("The data is whole.") in page.result.text
    assert page.verify.isEnabled()


def test_the_check_shows_what_it_found(
    page: SettingsPage, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = VerifyReport(False, 9, 1, 2, ("chuỗi đứt ở thay đổi 5",))
    monkeypatch.setattr(Upkeep, "verify", lambda _self: damaged)
    page.verify.click()
    settle(page.session.lanes)
    assert "chuỗi đứt ở thay đổi 5" in page.result.text
    assert page.result.property("surface") == "wrong"


def test_the_tables_are_rebuilt(page: SettingsPage, settle: Settle) -> None:
    page.rebuild.click()
    settle(page.session.lanes)
    assert page.result.property("surface") == "good"
