"""The list of conflicts: beside the one in view, narrowed, and five hundred of them."""

from dataclasses import replace

from inspector_app.i18n import tr
from inspector_app.ui.merge.page import MergePage
from tests.ui.conftest import Settle


def records(page: MergePage) -> list[str]:
    return [each.record for each in page.conflicts.list.rows.shown if each.kind == "answer"]


def test_the_conflicts_of_the_visit_stand_beside_the_one_in_view(crowd: MergePage, settle: Settle) -> None:
    conflicts = crowd.conflicts
    assert records(crowd) == ["CD03", "CD11", "TT04", "TT12", "BM02"]
    assert conflicts.list.isVisible()
    conflicts.list.select(conflicts.list.rows.shown[2].id)
    assert conflicts.current is not None
    assert conflicts.current.record in conflicts.title.text()
    assert conflicts.count.text() == tr("Dispute {at} of {total}", at=3, total=6)


def test_the_list_is_narrowed_by_words_without_accents_area_subject_and_person(crowd: MergePage) -> None:
    filters = crowd.conflicts.filters
    filters.area.set_value("TT")
    filters.area.chosen.emit("TT")
    assert records(crowd) == ["TT04", "TT12"]
    assert crowd.conflicts.title.text().startswith("TT04")
    filters.clear()
    filters.about.set_value("visit")
    filters.about.chosen.emit("visit")
    assert [each.field for each in crowd.conflicts.list.rows.shown] == ["place"]
    filters.clear()
    filters.search.setText("phong hop")
    filters.search.settled.emit("phong hop")
    assert [each.field for each in crowd.conflicts.list.rows.shown] == ["place"]
    filters.search.settled.emit("không có gì như vậy")
    assert crowd.conflicts.list.rows.shown == []
    assert crowd.conflicts.count.text() == tr("Nothing in dispute matches")
    filters.clear()
    assert len(crowd.conflicts.list.rows.shown) == 6


def test_five_hundred_conflicts_are_one_list(crowd: MergePage) -> None:
    one = next(each for each in crowd.conflicts.list.rows.shown if each.kind == "answer")
    many = tuple(replace(one, id=f"{at}", title=f"Mục {at}") for at in range(500))
    crowd.conflicts.show_conflicts(many)
    assert len(crowd.conflicts.list.rows.shown) == 500
    crowd.conflicts.list.select("499")
    assert crowd.conflicts.title.text() == "Mục 499"
    assert not crowd.conflicts.next.isEnabled()
    crowd.conflicts.filters.search.settled.emit("muc 77")
    assert crowd.conflicts.title.text() == "Mục 77"
