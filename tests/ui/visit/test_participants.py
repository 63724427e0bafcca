"""Both lists are edited in place, ordered, and what is removed can be put back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from inspector_app.domain.records import LEAD, ROLES, VisitId
from inspector_app.i18n import tr
from inspector_app.ui.session import Session
from inspector_app.ui.tasks import Lanes
from inspector_app.ui.visit.participants import ParticipantsPage, SideList

Settle = Callable[[Lanes], None]


@pytest.fixture
def page(session: Session, visit: VisitId, qtbot: QtBot, settle: Settle) -> ParticipantsPage:
    page = ParticipantsPage(session, visit)
    qtbot.addWidget(page)
    page.resize(1017, 530)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.entered()
    settle(session.lanes)
    return page


def names(side: SideList) -> list[str]:
    return [person.record.name for person in side.model.people]


def add(page: ParticipantsPage, side: SideList, name: str, qtbot: QtBot, settle: Settle) -> None:
    side.add.click()
    settle(page.session.lanes)
    editor = side.table.findChild(QLineEdit)
    assert editor is not None
    editor.setText(name)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: name in names(side))


def test_the_writer_is_the_first_member(page: ParticipantsPage) -> None:
    assert names(page.sides["team"]) == ["Trần Quốc Huy"]
    unit = page.sides["unit"]
    assert unit.body.currentWidget() is unit.empty


def test_a_person_is_added_and_named_at_once(page: ParticipantsPage, qtbot: QtBot, settle: Settle) -> None:
    unit = page.sides["unit"]
    add(page, unit, "Huỳnh Tấn Đạt", qtbot, settle)
    assert names(unit) == ["Huỳnh Tấn Đạt"]
    assert unit.chosen is not None
    assert unit.chosen.record.side == "unit"
    assert names(page.sides["team"]) == ["Trần Quốc Huy"]


def test_a_role_is_chosen_from_a_list_without_completion(page: ParticipantsPage, qtbot: QtBot) -> None:
    team = page.sides["team"]
    cell = team.model.index(0, team.model.columns.index("role"))
    team.table.setCurrentIndex(cell)
    team.table.edit(cell)
    editor = team.table.findChild(QComboBox)
    assert editor is not None
    assert [editor.itemText(at) for at in range(editor.count())] == list(ROLES)
    assert editor.completer() is None
    editor.setCurrentText(LEAD)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: team.model.people[0].record.role == LEAD)


def test_an_unchanged_cell_writes_nothing(page: ParticipantsPage, settle: Settle) -> None:
    team = page.sides["team"]
    assert not team.model.setData(team.model.index(0, 1), "Trần Quốc Huy ")
    assert page.session.saves.state == "none"


def test_people_are_moved_by_key(page: ParticipantsPage, qtbot: QtBot, settle: Settle) -> None:
    unit = page.sides["unit"]
    for name in ("A", "B", "C"):
        add(page, unit, name, qtbot, settle)
    assert unit.chosen is not None
    assert unit.chosen.record.name == "C"
    qtbot.keyClick(unit.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle(page.session.lanes)
    assert names(unit) == ["A", "C", "B"]
    assert unit.chosen is not None
    assert unit.chosen.record.name == "C"


def test_a_removed_person_can_be_put_back(page: ParticipantsPage, qtbot: QtBot, settle: Settle) -> None:
    team = page.sides["team"]
    team.table.setCurrentIndex(team.model.index(0, 1))
    qtbot.keyClick(team.table, Qt.Key.Key_Delete)
    settle(page.session.lanes)
    assert names(team) == []
    assert page.banner.text == tr("Removed: {name}", name="Trần Quốc Huy")
    page.banner._acted()
    settle(page.session.lanes)
    assert names(team) == ["Trần Quốc Huy"]


def test_a_value_in_dispute_is_marked(page: ParticipantsPage) -> None:
    from dataclasses import replace

    team = page.sides["team"]
    team.show_people((replace(team.model.people[0], disputed=frozenset({"name"})),))
    cell = team.model.index(0, 1)
    assert not cell.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert cell.data(Qt.ItemDataRole.ToolTipRole)
    assert team.model.index(0, 2).data(Qt.ItemDataRole.DecorationRole) is None
