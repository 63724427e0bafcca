"""A laptop that nobody knows hands over: the lead sees it, compares six words, and lets it in."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import Profile
from inspector_app.services.workbench import Workbench
from inspector_app.ui.merge.laptops import LaptopCard
from inspector_app.ui.merge.page import LAPTOPS, MergePage
from tests.ui.conftest import PASSPHRASE, QUICK, Made, Screen, Settle, asked


@pytest.fixture
def brought(made: Made, visit: VisitId, tmp_path: Path) -> Path:
    """What a laptop hands over that is not admitted: one answer."""
    hoa = Workbench.create(tmp_path / "hoa", PASSPHRASE, Profile("Hoa", laptop="Máy 03"), derivation=QUICK)
    try:
        hoa.handover.receive(made.bundle)
        hoa.checklists.answer(visit, "CD03", "co")
        return hoa.handover.export(visit, tmp_path).file
    finally:
        hoa.close()


def value(page: MergePage, visit: VisitId, settle: Settle) -> str:
    items = asked(page.session, settle, lambda bench: bench.checklists.open(visit).items)
    return items["CD03"].leaves[0].value


def card_of(page: MergePage, person: str) -> LaptopCard:
    [found] = [card for card in page.laptops.cards if card.laptop.person == person]
    return found


def test_its_work_waits_in_sight_and_comes_in_when_the_words_agree(
    page: MergePage, visit: VisitId, brought: Path, settle: Settle
) -> None:
    page.receive(brought)
    settle(page.session.lanes)
    banner = page.handover.received
    assert banner.property("surface") == "attention"
    assert tr("{count} changes wait: their laptop is not admitted to the visit", count="1") in banner.text
    assert value(page, visit, settle) == ""
    QTest.mouseClick(banner._button, Qt.MouseButton.LeftButton)
    settle(page.session.lanes)
    assert page.tabs.value == LAPTOPS
    assert page.tabs.buttons()[LAPTOPS].text().endswith("(1)")
    card = card_of(page, "Hoa")
    assert page.laptops.cards[0] is card
    shown = [label.text() for label in card.findChildren(QLabel)]
    assert set(card.laptop.words) <= set(shown)
    assert any("CD03" in text for text in shown)
    card.accept.click()
    settle(page.session.lanes)
    assert value(page, visit, settle) == "co"
    assert card_of(page, "Hoa").laptop.standing == "admitted"
    assert page.tabs.buttons()[LAPTOPS].text() == tr("Laptops")


def test_a_place_is_taken_away_with_a_reason_and_given_back(
    page: MergePage, visit: VisitId, settle: Settle
) -> None:
    page.show_laptops(visit)
    settle(page.session.lanes)
    [card] = [card for card in page.laptops.cards if card.laptop.may_revoke]
    card.move_button.click()  # asks why
    card.move_button.click()  # and goes on asking
    assert card.reason.hasFocus()
    assert asked(page.session, settle, lambda bench: bench.trust.laptops(visit)).laptops == tuple(
        each.laptop for each in sorted(page.laptops.cards, key=lambda c: c.laptop.standing != "root")
    )
    card.reason.setText("Máy bị mất")
    card.move_button.click()
    settle(page.session.lanes)
    [card] = [card for card in page.laptops.cards if card.laptop.standing == "revoked"]
    assert any("Máy bị mất" in label.text() for label in card.findChildren(QLabel))
    card.move_button.click()
    card.reason.setText("Đã tìm thấy")
    card.move_button.click()
    settle(page.session.lanes)
    assert {card.laptop.standing for card in page.laptops.cards} == {"root", "admitted"}


def test_a_reason_being_written_stays_while_others_work(
    page: MergePage, visit: VisitId, settle: Settle
) -> None:
    page.show_laptops(visit)
    settle(page.session.lanes)
    [card] = [card for card in page.laptops.cards if card.laptop.may_revoke]
    card.move_button.click()
    card.reason.setText("Máy bị m")
    saved = asked(page.session, settle, lambda bench: bench.checklists.answer(visit, "CD03", "co")).saved
    page.session.changed.emit(saved, None)
    settle(page.session.lanes)
    assert card in page.laptops.cards
    assert card.reason.text() == "Máy bị m"


def test_everything_is_done_with_the_keyboard(
    page: MergePage, visit: VisitId, brought: Path, settle: Settle, screen: Screen
) -> None:
    page.receive(brought)
    settle(page.session.lanes)
    page.show_laptops(visit)
    settle(page.session.lanes)
    card = card_of(page, "Hoa")
    card.role.setFocus()
    QTest.keyClick(card.role, Qt.Key.Key_Tab)
    assert card.accept.hasFocus()
    QTest.keyClick(card.accept, Qt.Key.Key_Space)
    settle(page.session.lanes)
    assert value(page, visit, settle) == "co"
