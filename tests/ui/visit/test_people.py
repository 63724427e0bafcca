"""One side of a visit: named in a sheet, ticked with one key or one click each."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from inspector_app.domain.records import LEAD, Participant, Side, VisitId
from inspector_app.i18n import tr
from inspector_app.ui.session import Session
from inspector_app.ui.visit.people import PeoplePage
from tests.ui.conftest import Screen, Settle

NAMES = ("Huỳnh Tấn Đạt", "Võ Thị Kim Thoa", "Trương Minh Trí")


@pytest.fixture
def show(session: Session, visit: VisitId, screen: Screen) -> Callable[[Side], PeoplePage]:
    def made(side: Side) -> PeoplePage:
        return screen.enter(PeoplePage(session, visit, side), 1017, 480)

    return made


@pytest.fixture
def unit(show: Callable[[Side], PeoplePage], session: Session, visit: VisitId, settle: Settle) -> PeoplePage:
    """The unit's side with three people, nobody ticked."""
    rows = [{"side": "unit", "name": name} for name in NAMES]
    session.save(lambda bench: bench.visits.add_all(visit, "participant", rows), owner=session)
    return show("unit")


def people(page: PeoplePage) -> list[Participant]:
    records = [page.sheet.model.record(row.key) for row in page.sheet.model.rows]
    return [record for record in records if isinstance(record, Participant)]


def cell(page: PeoplePage, row: int, field: str) -> QModelIndex:
    fields = [column.field for column in page.sheet.model.columns]
    return page.sheet.model.index(row, fields.index(field))


def test_the_writer_is_the_first_member_and_the_unit_is_empty(show: Callable[[Side], PeoplePage]) -> None:
    assert [person.name for person in people(show("team"))] == ["Trần Quốc Huy"]
    assert people(show("unit")) == []


def test_a_person_of_the_unit_is_one_of_the_unit(
    show: Callable[[Side], PeoplePage], qtbot: QtBot, settle: Settle
) -> None:
    page = show("unit")
    table = page.sheet.table
    assert table.currentIndex() == cell(page, 0, "name")
    page.sheet.model.setData(cell(page, 0, "name"), "Huỳnh Tấn Đạt")
    settle(page.sheet.session.lanes)
    [person] = people(page)
    assert (person.side, person.name, person.attendance) == ("unit", "Huỳnh Tấn Đạt", "unknown")
    assert page.present.text() == (
        f"{tr('{here} of {count} present', here=0, count=1)} · {tr('{count} not ticked', count=1)}"
    )


def test_a_role_is_one_of_those_on_offer_or_another(
    show: Callable[[Side], PeoplePage], settle: Settle
) -> None:
    page = show("team")
    for written, role in (("1", LEAD), ("Quan sát viên", "Quan sát viên")):
        page.sheet.model.setData(cell(page, 0, "role"), written)
        settle(page.sheet.session.lanes)
        assert people(page)[0].role == role


def test_space_ticks_down_the_list_and_digits_say_the_rest(
    unit: PeoplePage, qtbot: QtBot, settle: Settle
) -> None:
    table = unit.sheet.table
    assert table.currentIndex() == cell(unit, 0, "attendance")
    for key in (Qt.Key.Key_Space, Qt.Key.Key_2, Qt.Key.Key_3):
        qtbot.keyClick(table, key)
    settle(unit.sheet.session.lanes)
    assert [person.attendance for person in people(unit)] == ["present", "late", "absent"]
    assert unit.present.text() == tr("{here} of {count} present", here=2, count=3)
    assert not unit.all.isEnabled()
    table.setCurrentIndex(cell(unit, 1, "attendance"))
    qtbot.keyClick(table, Qt.Key.Key_4)
    settle(unit.sheet.session.lanes)
    assert people(unit)[1].attendance == "unknown"
    table.setCurrentIndex(cell(unit, 0, "title"))
    qtbot.keyClick(table, Qt.Key.Key_3)
    assert people(unit)[0].attendance == "present"  # in other columns a digit is a digit


def test_one_click_ticks_and_a_second_one_changes_nothing(
    unit: PeoplePage, qtbot: QtBot, settle: Settle
) -> None:
    table = unit.sheet.table
    where = table.visualRect(cell(unit, 1, "attendance")).center()
    for _ in range(2):
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
        settle(unit.sheet.session.lanes)
        assert [person.attendance for person in people(unit)] == ["unknown", "present", "unknown"]


def test_all_are_ticked_at_once(unit: PeoplePage, settle: Settle) -> None:
    unit.sheet.model.setData(cell(unit, 0, "attendance"), "absent")
    settle(unit.sheet.session.lanes)
    unit.all.click()
    settle(unit.sheet.session.lanes)
    assert [person.attendance for person in people(unit)] == ["absent", "present", "present"]
