"""What the unit shows of its progress is counted on the tabs and kept where it belongs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import VisitCard
from inspector_app.ui.session import Session
from inspector_app.ui.visit.progress import AreaSheet, InitiativesPage, ProgressPage
from tests.ui.conftest import Screen, Settle, asked


@pytest.fixture
def page(session: Session, visit: VisitId, screen: Screen) -> ProgressPage:
    return screen.enter(ProgressPage(session, visit), 1017, 530)


def card(page: ProgressPage, settle: Settle) -> VisitCard:
    return asked(page.session, settle, lambda bench: bench.visits.get(page.visit))


def test_the_parts_say_how_many_records_they_hold(page: ProgressPage, settle: Settle, visit: VisitId) -> None:
    faults = page.names.buttons()["faults"]
    assert faults.text() == tr("Software faults")
    page.session.save(lambda bench: bench.visits.add(visit, "software_fault", text="Lỗi"), owner=page.session)
    settle(page.session.lanes)
    assert faults.text() == f"{tr('Software faults')} (1)"


def test_the_number_of_units_stands_beside_the_models_by_name(page: ProgressPage, settle: Settle) -> None:
    page.show_part("models")
    settle(page.session.lanes)
    models = page.page("models")
    assert isinstance(models, InitiativesPage)
    models.units.line.setFocus()
    models.units.line.setText("18")
    QTest.keyClick(models.units.line, Qt.Key.Key_Return)
    models.sheet.add(name="Họp không giấy tờ", state="applied")
    settle(page.session.lanes)
    kept = card(page, settle)
    assert kept.visit.models_registered == 18
    assert [(entry.record.name, entry.record.state) for entry in kept.initiatives] == [
        ("Họp không giấy tờ", "applied")
    ]


def test_a_late_task_belongs_to_an_area_of_the_checklist(page: ProgressPage, settle: Settle) -> None:
    page.show_part("late")
    settle(page.session.lanes)
    late = page.page("late")
    assert isinstance(late, AreaSheet)
    areas = dict(late.listing.columns[1].options())
    assert {"", "CD", "TT"} <= areas.keys()
    assert "SL" not in areas
    late.table.go_to("", 1)
    late.model.setData(late.table.currentIndex(), "tt")
    settle(page.session.lanes)
    assert [entry.record.area for entry in card(page, settle).plan_lines] == ["TT"]
