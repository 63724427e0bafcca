"""The papers that the checklist asks for are ticked off, and stand in the list of those received."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from inspector_app.domain.records import Document, VisitId
from inspector_app.ui.session import Session
from inspector_app.ui.visit.documents import DocumentsPage
from tests.ui.conftest import Screen, Settle, asked


@pytest.fixture
def page(session: Session, visit: VisitId, screen: Screen) -> DocumentsPage:
    return screen.enter(DocumentsPage(session, visit), 1017, 480)


def received(page: DocumentsPage, settle: Settle) -> list[Document]:
    kept = asked(page.session, settle, lambda bench: bench.visits.get(page.visit).documents)
    return [entry.record for entry in kept]


def test_a_paper_is_ticked_by_space_and_stands_in_the_list(page: DocumentsPage, settle: Settle) -> None:
    page.list.setFocus()
    page.list.select("ke hoach cchc nam")
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    settle(page.session.lanes)
    [paper] = received(page, settle)
    assert (paper.title, paper.item) == ("Kế hoạch CCHC năm", "CD01")
    assert [row.title for row in page.list.rows.shown if row.received] == ["Kế hoạch CCHC năm"]
    assert page.list.hasFocus()
    assert not page.sheet.model.key(page.sheet.table.currentIndex().row())  # the next paper is written there


def test_ticking_again_takes_it_back_with_the_offer_to_keep_it(page: DocumentsPage, settle: Settle) -> None:
    page.list.select("ke hoach cchc nam")
    for _ in range(2):
        QTest.keyClick(page.list, Qt.Key.Key_Space)
        settle(page.session.lanes)
    assert received(page, settle) == []
    assert "Kế hoạch CCHC năm" in page.sheet.banner.text


def test_a_paper_that_proves_several_items_names_the_others(page: DocumentsPage, settle: Settle) -> None:
    page.list.select("bao cao tu kiem tra")
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    settle(page.session.lanes)
    [paper] = received(page, settle)
    assert paper.item == "SL01"
    assert "SL02" in paper.note


def test_papers_are_found_without_accents_and_by_item(page: DocumentsPage) -> None:
    page.list.rows.search("ke hoach cchc")
    assert page.list.rows.shown
    assert all("Kế hoạch CCHC" in row.title for row in page.list.rows.shown)
    page.list.rows.search("CD12")
    assert all("CD12" in row.items for row in page.list.rows.shown)


def test_a_paper_typed_by_hand_counts_too(page: DocumentsPage, settle: Settle, visit: VisitId) -> None:
    page.session.save(
        lambda bench: bench.visits.add(visit, "document", title="kế hoạch CCHC năm", number="12/KH"),
        owner=page.session,
    )
    settle(page.session.lanes)
    assert [row.title for row in page.list.rows.shown if row.received] == ["Kế hoạch CCHC năm"]
