"""Dossiers that were checked twice: one check is made the main one."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from inspector_app.i18n import tr
from inspector_app.ui.merge.page import SAME, MergePage
from tests.hands import focused
from tests.ui.conftest import Settle

CTRL = Qt.KeyboardModifier.ControlModifier


def test_of_a_dossier_checked_twice_one_check_is_chosen_changed_and_undone(
    crowd: MergePage, settle: Settle
) -> None:
    assert crowd.tabs.buttons()[SAME].text() == f"{tr('Checked twice')} (1)"
    crowd.tabs.buttons()[SAME].click()
    settle(crowd.session.lanes)
    _mine, theirs = crowd.same.cards
    theirs.make_main.click()
    settle(crowd.session.lanes)
    assert crowd.tabs.buttons()[SAME].text() == tr("Checked twice")
    assert [card.make_main.isVisible() for card in crowd.same.cards] == [True, False]
    crowd.same.cards[0].make_main.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    settle(crowd.session.lanes)
    assert [card.make_main.isVisible() for card in crowd.same.cards] == [False, True]
    QTest.keyClick(crowd.windowHandle(), Qt.Key.Key_Z, CTRL)
    settle(crowd.session.lanes)
    assert [card.make_main.isVisible() for card in crowd.same.cards] == [True, False]
    assert tr("Undone: {what}", what="").strip() in crowd.banner.text
