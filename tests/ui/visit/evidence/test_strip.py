"""The evidence of one item beside the checklist: pictures, a count, and files dropped on it or on a card."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import Link
from inspector_app.ui.checklist.page import ChecklistPage
from inspector_app.ui.session import Session
from inspector_app.ui.visit.evidence.page import EvidencePage
from inspector_app.ui.visit.evidence.strip import SHOWN, EvidenceStrip
from inspector_app.ui.visit.evidence.wish import Wish
from inspector_app.ui.visit.frame import VisitFrame
from tests.ui.conftest import Screen, Settle
from tests.ui.visit.evidence.conftest import Person

ITEM = Link(item="CD04")


def strip_of(person: Person, on_a_page: Callable[..., QWidget], link: Link = ITEM) -> EvidenceStrip:
    strip = EvidenceStrip(person.page.session, person.page.visit, back="checklist")
    on_a_page(strip)
    strip.show_link(link)
    person.wait()
    return strip


def test_it_shows_a_few_and_how_many_there_are(person: Person, on_a_page: Callable[..., QWidget]) -> None:
    strip = strip_of(person, on_a_page)
    assert (strip.title.text(), strip.tiles) == (tr("Evidence"), [])
    kept = person.have(SHOWN + 2, ITEM)
    strip.show_link(Link())
    strip.show_link(ITEM)
    person.wait()
    assert strip.title.text() == tr("Evidence ({count})", count=SHOWN + 2)
    assert len(strip.tiles) == SHOWN
    with person.qtbot.waitSignal(strip.wanted) as wanted:
        strip.tiles[1].click()
    assert wanted.args == [Wish(ITEM, record=kept[1], back="checklist")]
    with person.qtbot.waitSignal(strip.wanted) as wanted:
        strip.add.click()
    assert wanted.args == [Wish(ITEM, choose=True, back="checklist")]


def test_it_follows_what_happens_elsewhere(person: Person, on_a_page: Callable[..., QWidget]) -> None:
    (record,) = person.have(1, ITEM)
    strip = strip_of(person, on_a_page)
    visit = person.page.visit
    person.page.session.save(lambda bench: bench.evidence.remove(visit, [record]), owner=person.page)
    person.wait()
    assert strip.title.text() == tr("Evidence")


def test_files_are_dropped_on_it(
    person: Person, on_a_page: Callable[..., QWidget], photos: Callable[[int], list[Path]]
) -> None:
    strip = strip_of(person, on_a_page)
    files = photos(2)
    with person.qtbot.waitSignal(strip.wanted) as wanted:
        assert person.drop(strip, files)
    assert wanted.args == [Wish(ITEM, files=tuple(files), back="checklist")]


def test_a_photo_dropped_on_an_item_is_kept_for_it_and_the_checklist_counts_it(
    session: Session,
    visit: VisitId,
    screen: Screen,
    qtbot: QtBot,
    settle: Settle,
    photos: Callable[[int], list[Path]],
) -> None:
    frame = screen.show(VisitFrame(session, visit), 1290, 686)
    frame.show_tab("checklist")
    settle(session.lanes)
    checklist = frame.page("checklist")
    assert isinstance(checklist, ChecklistPage)
    checklist.go_to("CD05")
    settle(session.lanes)
    card = checklist.panes["CD"].card("CD05")
    place = card.mapTo(checklist.middle, card.rect().center())
    checklist._files_dropped(tuple(photos(1)), place)
    settle(session.lanes)
    evidence = frame.page("evidence")
    assert isinstance(evidence, EvidencePage)
    assert frame.tab == "evidence"
    evidence.editor.save.click()
    settle(session.lanes)
    assert frame.tab == "checklist"
    assert checklist.current == "CD05"
    assert checklist.items["CD05"].evidence == 1
    qtbot.waitUntil(lambda: checklist.evidence.title.text() == tr("Evidence ({count})", count=1))
    assert tr("{count} photos and scans", count=1) in card.accessibleName()
