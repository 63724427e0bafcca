"""What lies beside a value: the note and the photos of its author."""

from PySide6.QtWidgets import QLabel

from inspector_app.ui.merge.page import MergePage
from tests.ui.conftest import Settle


def test_a_side_shows_the_note_and_the_photos_of_its_author(crowd: MergePage, settle: Settle) -> None:
    conflicts = crowd.conflicts
    conflicts.list.select(next(each.id for each in conflicts.list.rows.shown if each.record == "CD03"))
    settle(crowd.session.lanes)
    _before, mine, theirs = conflicts.cards
    assert "Xem sổ theo dõi" in [label.text() for label in theirs.findChildren(QLabel)]
    assert [tile.accessibleName() for _, tile in theirs.photos] == ["Sổ theo dõi, trang 3"]
    assert not theirs.photos[0][1].icon().isNull()
    assert mine.photos == []
    opened: list[tuple[str, str]] = []
    crowd.open_visit.connect(lambda visit, tab: opened.append((visit, tab)))
    theirs.photos[0][1].click()
    assert opened == [(conflicts.current.visit, "evidence")]
