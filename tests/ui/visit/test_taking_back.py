"""Ctrl+Z and Ctrl+Y everywhere in a visit: what changed comes into view; a text being typed keeps its own."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from inspector_app.domain.records import KINDS, RecordId, VisitId
from inspector_app.i18n import mark, tr
from inspector_app.services.day_views import Undone
from inspector_app.services.views import Saved
from inspector_app.services.workbench import Workbench
from inspector_app.ui.checklist.page import ChecklistPage
from inspector_app.ui.dossiers.page import DossiersPage
from inspector_app.ui.session import Session
from inspector_app.ui.visit.coverage import DealingPage
from inspector_app.ui.visit.evidence.page import EvidencePage
from inspector_app.ui.visit.findings import FindingsPage
from inspector_app.ui.visit.frame import TABS, VisitFrame
from inspector_app.ui.visit.parts import PartsPage
from inspector_app.ui.visit.places import places
from inspector_app.ui.visit.record_table import RecordTable
from tests.hands import focused
from tests.pictures import file_of, photo
from tests.ui.checklist.conftest import Inspector
from tests.ui.conftest import Screen, Settle
from tests.ui.visit.test_record_sheet import act_on_banner

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NOW = datetime(2026, 11, 24, tzinfo=UTC)


class Visitor(Inspector):
    """A person in an open visit."""

    def __init__(self, frame: VisitFrame, page: ChecklistPage, settle: Settle) -> None:
        super().__init__(page, settle)
        self.frame = frame

    def show(self, place: str) -> QWidget:
        """Go to a section of the visit, or a part of one."""
        self.frame.show_tab(place)
        self.wait()
        page = self.frame.stack.currentWidget()
        return page.stack.currentWidget() if isinstance(page, PartsPage) else page

    def undo(self) -> None:
        self.press(Qt.Key.Key_Z, CTRL)
        self.wait()

    @property
    def place(self) -> str:
        """The section and the part that is in view."""
        page = self.frame.stack.currentWidget()
        return f"{self.frame.tab}/{page.part}" if isinstance(page, PartsPage) else self.frame.tab


@pytest.fixture
def person(session: Session, visit: VisitId, screen: Screen, settle: Settle) -> Visitor:
    """A person before the open checklist of a visit."""
    frame = screen.show(VisitFrame(session, visit), 1290, 720)
    frame.show_tab("checklist")
    made = Visitor(frame, cast(ChecklistPage, frame.page("checklist")), settle)
    made.wait()
    return made


def count(person: Visitor, done: str, due: str) -> None:
    person.go("CD05")
    for words in (done, due):
        person.write(words)
        person.press(Qt.Key.Key_Return)
    person.wait()


def value(person: Visitor, code: str) -> list[str]:
    return [leaf.value for leaf in person.item(code).leaves if not leaf.computed]


def test_an_answer_is_taken_back_from_any_field_and_the_cursor_goes_there(person: Visitor) -> None:
    count(person, "3", "4")
    person.go("TT01")
    person.press(Qt.Key.Key_Z, CTRL)
    person.wait()
    assert value(person, "CD05") == ["3", ""]
    page = person.page
    assert page.current == "CD05"
    assert person.frame.banner.text.startswith(tr("Undone: {what}", what="CD05 3 / 4 → 3 / –"))
    person.press(Qt.Key.Key_Z, CTRL)
    person.wait()
    assert value(person, "CD05") == ["", ""]
    fields = person.card("CD05").findChildren(QLineEdit)
    assert [field.text() for field in fields if field.isVisible()][:2] == ["", ""]
    person.press(Qt.Key.Key_Y, CTRL)
    person.press(Qt.Key.Key_Z, CTRL | SHIFT)
    person.wait()
    assert value(person, "CD05") == ["3", "4"]
    assert person.frame.banner.text.startswith(tr("Redone: {what}", what="CD05 3 / – → 3 / 4"))


def test_the_banner_offers_to_do_it_again(person: Visitor) -> None:
    person.go("CD03")
    person.press(Qt.Key.Key_1)
    person.press(Qt.Key.Key_Z, CTRL)
    person.wait()
    assert person.item("CD03").status == "required"
    act_on_banner(person.frame.banner)
    person.wait()
    assert person.item("CD03").status == "answered"


def test_a_text_being_typed_keeps_its_own_undo(person: Visitor) -> None:
    person.go("CD03")
    person.press(Qt.Key.Key_1)
    person.wait()
    person.go("CD05")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    person.write("12")
    person.press(Qt.Key.Key_Z, CTRL)
    person.wait()
    assert field.text() == ""
    assert person.item("CD03").status == "answered"
    person.press(Qt.Key.Key_Z, CTRL)  # nothing is half-typed any more: now the visit's own
    person.wait()
    assert person.item("CD03").status == "required"


def test_what_cannot_be_undone_is_said(person: Visitor, visit: VisitId) -> None:
    person.go("CD03")
    person.press(Qt.Key.Key_Y, CTRL)
    person.wait()
    assert person.frame.banner.text.startswith(tr("There is nothing to redo."))


def test_a_finding_is_taken_back_at_its_item(person: Visitor) -> None:
    person.go("CD05")
    person.press(Qt.Key.Key_F3, SHIFT)
    person.wait()
    item = person.item("CD05")
    assert item.findings == 1
    person.go("CD01")
    person.press(Qt.Key.Key_Z, CTRL)
    person.wait()
    assert person.item("CD05").findings == 0
    assert person.page.current == "CD05"
    assert person.page.items["CD05"].findings == 0


def test_dealing_is_taken_back_too(person: Visitor) -> None:
    page = person.show("participants/dealing")
    assert isinstance(page, DealingPage)
    person.press(Qt.Key.Key_Space)
    person.wait()
    assert page.map.model.roster is not None
    assert page.map.model.roster.dealt
    person.undo()
    assert not page.map.model.roster.dealt
    assert person.place == "participants/dealing"
    assert person.frame.banner.text.startswith(tr("Undone: {what}", what="")[:6])


Make = Callable[[Workbench, VisitId], Any]


def added(kind: str, **fields: Any) -> Make:
    return lambda bench, visit: bench.visits.add(visit, kind, **fields)


LISTED: dict[str, tuple[str, Make, dict[str, Any]]] = {
    "participant": ("participants/unit", added("participant", side="unit", name="An"), {"title": "Chủ tịch"}),
    "document": ("preparation/documents", added("document", title="Báo cáo"), {"number": "12/BC"}),
    "plan_line": ("progress/late", added("plan_line", text="Rà soát"), {"reason": "Thiếu người"}),
    "initiative": ("progress/models", added("initiative", name="Ngày thứ Bảy"), {"unit": "Đoàn TN"}),
    "software_fault": ("progress/faults", added("software_fault", text="Không đăng nhập"), {"dossiers": 3}),
}


@pytest.mark.parametrize("kind", LISTED)
def test_a_change_to_a_list_comes_into_view_from_anywhere(person: Visitor, kind: str) -> None:
    place, make, change = LISTED[kind]
    visit, kept = person.page.visit, list[RecordId]()
    person.do(lambda bench: _remember(kept, make(bench, visit)))
    person.do(lambda bench: bench.visits.change(visit, kind, kept[0], **change))
    person.undo()
    assert person.place == place
    table = focused()
    assert isinstance(table, RecordTable)
    assert table.records.key(table.currentIndex().row()) == kept[0]
    (field,) = change
    assert table.records.columns[table.currentIndex().column()].field == field
    standing = table.records.record(kept[0])
    assert getattr(standing, field) == getattr(KINDS[kind](), field)
    person.undo()
    assert kept[0] not in [row.key for row in table.records.rows]
    person.press(Qt.Key.Key_Y, CTRL)
    person.wait()
    assert table.records.key(table.currentIndex().row()) == kept[0]


@pytest.mark.parametrize(
    ("changes", "place", "name"),
    [
        ({"place": "Hội trường"}, "overview/facts", mark("&Place")),
        ({"print_scores": False}, "overview/facts", mark("The minutes say the &scores")),
        ({"plan_tasks": 12}, "progress/plan", mark("Tasks in the plan")),
        ({"models_registered": 3}, "progress/models", mark("&Units with registered models, as reported")),
    ],
)
def test_a_fact_comes_into_view_with_the_cursor_in_it(
    person: Visitor, changes: dict[str, Any], place: str, name: str
) -> None:
    visit = person.page.visit
    person.do(lambda bench: bench.visits.edit(visit, **changes))
    person.undo()
    assert person.place == place
    assert focused().accessibleName() == tr(name).replace("&", "")


def test_a_count_of_the_plan_comes_into_view(person: Visitor) -> None:
    visit = person.page.visit
    person.do(lambda bench: bench.visits.count_plan(visit, "TT", tasks=4))
    person.undo()
    assert person.place == "progress/plan"
    table = person.frame.stack.currentWidget().findChild(RecordTable)
    assert isinstance(table, RecordTable)
    assert table.records.key(table.currentIndex().row()) == "TT"


def test_what_was_ticked_for_all_is_taken_back_at_once(person: Visitor) -> None:
    visit = person.page.visit
    rows = [{"side": "unit", "name": name} for name in ("An", "Bình")]
    person.do(lambda bench: bench.visits.add_all(visit, "participant", rows))
    person.do(lambda bench: bench.visits.all_present(visit, "unit"))
    person.show("participants/unit")
    person.undo()
    table = focused()
    assert isinstance(table, RecordTable)
    assert {getattr(table.records.record(row.key), "attendance", "") for row in table.records.rows} == {
        "unknown",
    }


@pytest.mark.parametrize("kind", ["finding", "recommendation", "follow_up"])
def test_findings_and_recommendations_come_into_view(person: Visitor, kind: str) -> None:
    visit, kept = person.page.visit, list[RecordId]()
    note = "note" if kind == "follow_up" else "responsible"
    for text in ("Chậm", "Thiếu"):
        person.do(lambda bench, text=text: _remember(kept, bench.visits.add(visit, kind, text=text)))
    person.do(lambda bench: bench.visits.change(visit, kind, kept[0], **{note: "Văn phòng"}))
    person.show("participants")
    person.undo()
    page = person.frame.stack.currentWidget()
    assert isinstance(page, FindingsPage)
    assert page.kind == kind
    chosen = page.sections[page.kind].list.current
    assert chosen is not None
    assert chosen.id == kept[0]
    assert getattr(chosen.record, note) == ""
    person.undo()
    assert [each.id for each in page.sections[page.kind].list.rows.all] == [kept[0]]


def test_what_is_judged_beside_an_item_is_taken_back_there(person: Visitor) -> None:
    visit, kept = person.page.visit, list[RecordId]()
    fields = {"text": "Gửi đúng hạn", "item": "CD05", "visit_on": date(2025, 11, 24).isoformat()}
    person.do(lambda bench: _remember(kept, bench.visits.add(visit, "follow_up", **fields)))
    person.do(lambda bench: bench.earlier.judge(visit, kept[0], "fixed"))
    person.go("TT01")
    person.undo()
    assert person.place == "checklist"
    assert person.page.current == "CD05"
    assert person.page.looking_back.earlier.follow_ups[0].record.state == "open"


def test_a_dossier_and_its_answers_come_into_view(person: Visitor) -> None:
    visit, kept = person.page.visit, list[RecordId]()
    person.do(lambda bench: _remember(kept, bench.dossiers.add(visit, "H01.26.1")))
    person.do(lambda bench: bench.dossiers.answer(visit, kept[0], "H01", "khong_dat"))
    person.undo()
    page = person.frame.stack.currentWidget()
    assert isinstance(page, DossiersPage)
    assert page.form.dossier == kept[0]
    question = page.form.question("H01")
    assert question is not None
    assert question.isAncestorOf(focused())
    assert question.entry.value == ""
    person.undo()
    assert page.list.rows.all == ()
    assert page.form.dossier == ""
    person.press(Qt.Key.Key_Y, CTRL)
    person.wait()
    assert page.form.dossier == kept[0], person.frame.banner.text


def test_a_removed_photo_comes_back_among_the_photos(person: Visitor, tmp_path: Path) -> None:
    visit, kept = person.page.visit, list[RecordId]()
    file = tmp_path / "ảnh.png"
    file.write_bytes(file_of(photo(), "PNG"))

    def take(bench: Workbench) -> Saved:
        from inspector_app.services.imaging import take

        return _remember(kept, bench.evidence.keep(visit, take(file)))

    person.do(take)
    person.do(lambda bench: bench.evidence.remove(visit, kept))
    person.show("overview")
    person.undo()
    page = person.frame.stack.currentWidget()
    assert isinstance(page, EvidencePage)
    assert [row.id for row in page.gallery.grid.chosen_rows] == kept


def test_a_photo_that_is_being_marked_keeps_the_keys(person: Visitor, tmp_path: Path) -> None:
    person.go("CD03")
    person.press(Qt.Key.Key_1)
    person.wait()
    file = tmp_path / "ảnh.png"
    file.write_bytes(file_of(photo(), "PNG"))
    page = person.show("evidence")
    assert isinstance(page, EvidencePage)
    page.take([file])
    person.wait()
    editor = page.editor
    person.press(Qt.Key.Key_2)
    person.press(Qt.Key.Key_Return)
    editor.save.setFocus()
    person.undo()
    assert editor.marking.marks == ()
    person.undo()  # nothing is left to take back of the plan: the visit is not touched from here
    assert person.item("CD03").status == "answered"
    page.intake = None


def test_every_kind_of_record_has_a_place_that_exists() -> None:
    tabs = {tab.name for tab in TABS}
    for kind, model in KINDS.items():
        found = places(Undone(Saved(NOW), "", kind, "id", frozenset(model.model_fields), "", model()))
        assert kind in ("device", "admission") or found, kind  # laptops stand in no section
        assert {place.partition("/")[0] for place in found} <= tabs


def _remember(kept: list[RecordId], made: tuple[RecordId, Saved]) -> Saved:
    kept.append(made[0])
    return made[1]
