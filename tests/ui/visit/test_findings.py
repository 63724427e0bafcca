"""Findings and recommendations over a real workspace: lists, the panel, and what reaches the visit."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import VisitCard
from inspector_app.ui.session import Session
from inspector_app.ui.tasks import Lanes
from inspector_app.ui.visit.findings import FindingsPage
from inspector_app.ui.visit.record_panel import working_calendar


class Writer:
    """A person at the page."""

    def __init__(self, page: FindingsPage, qtbot: QtBot, settle: Callable[[Lanes], None]) -> None:
        self.page = page
        self._qtbot = qtbot
        self._settle = settle

    def wait(self) -> None:
        """Until everything asked of the workspace is back."""
        self._settle(self.page.session.lanes)

    def write(self, keys: str) -> None:
        """Type where the focus is."""
        focus = QApplication.focusWidget()
        assert focus is not None
        self._qtbot.keyClicks(focus, keys)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        focus = QApplication.focusWidget()
        assert focus is not None
        self._qtbot.keyClick(focus, key, held)

    def leave(self) -> None:
        """Leave the field."""
        self.press(Qt.Key.Key_Tab)
        self.wait()

    def visit(self) -> VisitCard:
        """What the workspace holds."""
        found: list[VisitCard] = []
        page = self.page
        page.session.read(lambda bench: bench.visits.get(page.visit), found.append, owner=page)
        self.wait()
        return found[0]

    def add(self, kind: str, **fields: Any) -> str:
        """Something already recorded."""
        page, added = self.page, list[str]()
        page.session.save(
            lambda bench: bench.visits.add(page.visit, kind, **fields),
            lambda result: added.append(result[0]),
            owner=page.session,
        )
        self.wait()
        return added[0]


@pytest.fixture
def writer(session: Session, visit: VisitId, qtbot: QtBot, settle: Callable[[Lanes], None]) -> Writer:
    """A person before the page on a small laptop's screen."""
    page = FindingsPage(session, visit)
    qtbot.addWidget(page)
    page.resize(1017, 532)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    person = Writer(page, qtbot, settle)
    person.wait()
    return person


def test_a_finding_begins_with_its_first_words(writer: Writer) -> None:
    page = writer.page
    page.new_finding()
    writer.leave()
    assert writer.visit().findings == ()
    page.new_finding()
    writer.write("Ke hoach cham")
    writer.leave()
    (found,) = writer.visit().findings
    assert found.record.text == "Ke hoach cham"
    assert page.findings.list.records.index(0).data() == "Ke hoach cham"
    assert page.finding.entry is not None
    assert page.finding.entry.id == found.id


def test_fields_chosen_before_the_first_words_are_not_lost(writer: Writer) -> None:
    page = writer.page
    page.new_finding()
    page.finding.severity.buttons()["serious"].click()
    page.finding.words.setFocus()
    writer.write("Khong cong khai")
    page.finding.cause.setFocus()
    page.finding.cause.setCurrentIndex(page.finding.cause.findData("people"))
    page.finding.cause.activated.emit(page.finding.cause.currentIndex())
    writer.wait()
    (found,) = writer.visit().findings
    assert (found.record.severity, found.record.cause) == ("serious", "people")


def test_a_changed_field_is_one_act(writer: Writer) -> None:
    record = writer.add("finding", text="Cham", item="CD01")
    page = writer.page
    page.findings.list.select(record)
    page.finding.severity.buttons()["minor"].click()
    page.finding.words.setFocus()
    page.finding.words.selectAll()
    writer.write("Cham 21 ngay")
    writer.leave()
    (found,) = writer.visit().findings
    assert (found.record.text, found.record.severity) == ("Cham 21 ngay", "minor")
    assert "CD01" in page.findings.list.records.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_recommendation_from_a_finding_takes_over_what_is_known(writer: Writer) -> None:
    record = writer.add("finding", text="Cham", item="CD01")
    page = writer.page
    page.findings.list.select(record)
    page.recommend()
    writer.wait()
    if not page.recommendation.words.value:  # a checklist need not have a usual recommendation
        writer.write("Ban hanh dung han")
        writer.leave()
    (asked,) = writer.visit().recommendations
    assert (asked.record.item, asked.record.finding) == ("CD01", record)
    assert asked.record.responsible == "UBND xã Thường Phước"
    assert asked.record.text


def test_working_days_give_the_date_and_the_date_the_working_days(writer: Writer) -> None:
    record = writer.add("recommendation", text="Ban hanh")
    page = writer.page
    page.recommendations.list.select(record)
    page.recommendation.days.setFocus()
    writer.write("10")
    writer.leave()
    due = working_calendar().add_working_days(date(2026, 11, 23), 10)
    assert writer.visit().recommendations[0].record.due_on == due
    assert page.recommendation.due.value == due
    page.recommendation.due.line.setText("24/11/2026")
    page.recommendation.due.line.editingFinished.emit()
    writer.wait()
    assert page.recommendation.days.value == "1"
    page.recommendation.days.setFocus()
    writer.write("x")
    writer.leave()
    assert page.recommendation.fields["days"].refusal == tr("Write a whole number of days.")


def test_removing_asks_in_place(writer: Writer, qtbot: QtBot) -> None:
    record = writer.add("finding", text="Nham")
    page = writer.page
    page.findings.list.select(record)
    page.findings.list.setFocus()
    writer.press(Qt.Key.Key_Delete)
    assert len(writer.visit().findings) == 1
    writer.press(Qt.Key.Key_Space)
    writer.wait()
    assert writer.visit().findings == ()
    assert page.findings.list.records.rowCount() == 0


def test_the_item_of_a_finding_is_one_step_away(writer: Writer, qtbot: QtBot) -> None:
    record = writer.add("finding", text="Cham", item="TT16")
    page = writer.page
    page.findings.list.select(record)
    with qtbot.waitSignal(page.open_item) as asked:
        page.finding.open_item.click()
    assert asked.args == ["TT16"]
