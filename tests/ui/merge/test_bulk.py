"""Many conflicts decided together: seen first, done in one act, undone in one step."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inspector_app.i18n import tr
from inspector_app.services.deciding import MINE, OWNER
from inspector_app.ui.merge.bulk import Column
from inspector_app.ui.merge.page import MergePage
from tests.hands import focused
from tests.ui.conftest import Settle, asked

CTRL = Qt.KeyboardModifier.ControlModifier


def test_many_are_decided_by_keyboard_seen_first_and_undone(
    crowd: MergePage, qtbot: QtBot, settle: Settle
) -> None:
    conflicts, bulk = crowd.conflicts, crowd.conflicts.bulk
    QTest.keyClick(crowd.windowHandle(), Qt.Key.Key_G, CTRL)
    settle(crowd.session.lanes)
    assert conflicts.body.currentWidget() is bulk
    assert bulk.rule.value == OWNER
    outcomes = [bulk.model.index(at, Column.OUTCOME).data() for at in range(bulk.model.rowCount())]
    assert sum(tr("stays open: {why}", why="").strip() in words for words in outcomes) == 2
    assert len(bulk.model.chosen) == 4
    first = next(at for at, line in enumerate(bulk.model.lines) if line.side)
    bulk.table.setFocus()
    bulk.table.setCurrentIndex(bulk.model.index(first, Column.WHAT))
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert len(bulk.model.chosen) == 3
    QTest.keyClick(crowd.windowHandle(), Qt.Key.Key_Return, CTRL)
    assert bulk.reason_field.refusal
    assert bulk.reason.hasFocus()
    qtbot.keyClicks(bulk.reason, "theo phan cong")
    QTest.keyClick(crowd.windowHandle(), Qt.Key.Key_Return, CTRL)
    settle(crowd.session.lanes)
    assert conflicts.body.currentWidget() is not bulk
    assert tr("{count} disputes decided", count=3) in conflicts.banner.text
    assert len(conflicts.list.rows.shown) == 3
    assert bulk.reason.value == ""
    conflicts.list.setFocus()
    QTest.keyClick(crowd.windowHandle(), Qt.Key.Key_Z, CTRL)
    settle(crowd.session.lanes)
    assert len(conflicts.list.rows.shown) == 6
    assert conflicts.banner.text == ""


def test_the_rule_may_be_another_and_only_what_is_shown_is_decided(crowd: MergePage, settle: Settle) -> None:
    conflicts, bulk = crowd.conflicts, crowd.conflicts.bulk
    conflicts.filters.area.set_value("TT")
    conflicts.filters.area.chosen.emit("TT")
    conflicts.together.click()
    settle(crowd.session.lanes)
    assert bulk.model.rowCount() == 2
    bulk.rule.set_value(MINE)
    bulk.rule.chosen.emit(MINE)
    settle(crowd.session.lanes)
    mine = [bulk.model.index(at, Column.OUTCOME).data() for at in range(2)]
    assert all("Trần Quốc Huy" in words for words in mine)
    bulk.back.click()
    assert conflicts.body.currentWidget() is not bulk
    assert len(asked(crowd.session, settle, lambda bench: bench.merging.conflicts())) == 6


def test_a_conflict_that_was_decided_meanwhile_is_not_decided_again(crowd: MergePage, settle: Settle) -> None:
    bulk = crowd.conflicts.bulk
    crowd.conflicts.together.click()
    settle(crowd.session.lanes)
    first = next(line for line in bulk.model.lines if line.side)
    asked(
        crowd.session, settle, lambda bench: bench.merging.resolve(first.id, first.side.head, reason="trước")
    )
    bulk.reason.setPlainText("theo phân công")
    bulk.decide.click()
    settle(crowd.session.lanes)
    assert first.id in bulk.banner.text
    assert len(asked(crowd.session, settle, lambda bench: bench.merging.conflicts())) == 5
    assert first.id not in bulk.model.chosen
