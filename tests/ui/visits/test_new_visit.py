"""A visit is planned in the panel: the commune by typing without accents, the rest mostly filled in."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector_app import i18n
from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import VisitCard
from inspector_app.ui.session import Session
from inspector_app.ui.visits.new_visit import NewVisitPanel
from tests.ui.conftest import Screen, Settle
from tests.workbooks.books import SATISFACTION


@pytest.fixture
def panel(session: Session, screen: Screen) -> NewVisitPanel:
    panel = NewVisitPanel(session)
    screen.show(panel, panel.width(), 540)
    panel.begin()
    return panel


def search(panel: NewVisitPanel, text: str, qtbot: QtBot, settle: Settle) -> None:
    with qtbot.waitSignal(panel.search.settled):
        qtbot.keyClicks(panel.search, text)
    settle(panel.session.lanes)


def test_a_commune_is_found_and_the_visit_is_created(
    panel: NewVisitPanel, qtbot: QtBot, settle: Settle
) -> None:
    search(panel, "thuong phuoc", qtbot, settle)
    first = panel.units.index(0).data()
    assert "Thường Phước" in first
    qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    assert panel.unit is not None
    assert panel.unit.code == "29971"
    assert "xã Thường Phước" in panel.chosen.text()
    assert panel.place.value == "Trụ sở UBND xã Thường Phước"
    assert not panel.results.isVisible()
    panel.on.set_value(date(2026, 12, 1))
    panel.kind.set_value("unannounced")
    with qtbot.waitSignal(panel.created) as created:
        panel.confirm.click()
    visit = VisitId(created.args[0])
    cards: list[VisitCard] = []
    panel.session.read(lambda bench: bench.visits.get(visit), cards.append, owner=panel)
    settle(panel.session.lanes)
    made = cards[0].visit
    assert cards[0].unit == "UBND xã Thường Phước"
    assert (made.on, made.visit_kind) == (date(2026, 12, 1), "unannounced")
    assert made.title == f"Kiểm tra công tác CCHC năm {date.today().year}"


def test_the_arrow_keys_go_through_the_results(panel: NewVisitPanel, qtbot: QtBot, settle: Settle) -> None:
    search(panel, "hong ngu", qtbot, settle)
    qtbot.keyClick(panel.search, Qt.Key.Key_Down)
    assert panel.results.hasFocus()
    qtbot.keyClick(panel.results, Qt.Key.Key_Down)
    wanted = panel.results.currentIndex().data()
    qtbot.keyClick(panel.results, Qt.Key.Key_Return)
    assert panel.unit is not None
    assert panel.unit.display in wanted


def test_a_place_that_was_typed_is_kept(panel: NewVisitPanel, qtbot: QtBot, settle: Settle) -> None:
    qtbot.keyClicks(panel.place, "Hoi truong")
    search(panel, "thuong phuoc", qtbot, settle)
    qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    assert panel.place.value == "Hoi truong"


def test_what_is_missing_is_said_in_place(panel: NewVisitPanel, qtbot: QtBot, settle: Settle) -> None:
    panel.confirm.click()
    assert panel.unit_field.refusal
    search(panel, "zzzz qq", qtbot, settle)
    assert panel.unit_field.refusal == tr("No commune has a name like this. Try fewer words.")
    panel.search.clear()
    search(panel, "hong ngu", qtbot, settle)
    qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    assert panel.unit_field.refusal == ""
    panel.on.line.setText("30/02/2026")
    panel.confirm.click()
    assert "30/02/2026" in panel.on_field.refusal


def test_words_of_the_minutes_are_vietnamese_in_any_language(session: Session, qtbot: QtBot) -> None:
    i18n.use("en")
    panel = NewVisitPanel(session)
    qtbot.addWidget(panel)
    assert panel.title.value.startswith("Kiểm tra công tác CCHC")


def test_escape_closes(panel: NewVisitPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(panel, Qt.Key.Key_Escape)


def test_another_checklist_can_be_chosen_where_there_is_one(
    panel: NewVisitPanel, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    settle(panel.session.lanes)
    assert panel.template_field.isHidden()  # one alone needs no choice
    file = SATISFACTION.write(tmp_path)
    panel.session.read(lambda bench: bench.templates.publish(file), lambda _report: None, owner=panel)
    panel.begin()
    settle(panel.session.lanes)
    assert panel.template_field.isVisible()
    assert "cchc" not in panel.template.itemText(0)
    panel.template.setCurrentIndex(1)
    assert SATISFACTION.title in panel.template.currentText()
    search(panel, "thuong phuoc", qtbot, settle)
    qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    with qtbot.waitSignal(panel.created) as created:
        panel.confirm.click()
    titles: list[str] = []
    visit = VisitId(created.args[0])
    panel.session.read(
        lambda bench: bench.checklists.warm(visit).template.form.form_id, titles.append, owner=panel
    )
    settle(panel.session.lanes)
    assert titles == [SATISFACTION.form_id]
