"""Findings and recommendations over a real workspace: lists, the panel, and what reaches the visit."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.shipped import calendar
from inspector_app.services.views import Link, VisitCard
from inspector_app.services.workbench import Workbench
from inspector_app.ui.session import Session
from inspector_app.ui.visit.finding_lists import Kind
from inspector_app.ui.visit.findings import FindingsPage
from tests.hands import Hands, focused
from tests.ui.conftest import PASSPHRASE, Made, Screen, Settle, asked


class Writer(Hands):
    """A person at the page."""

    def __init__(self, page: FindingsPage, settle: Settle) -> None:
        self.page = page
        self._settle = settle

    def wait(self) -> None:
        """Until everything asked of the workspace is back."""
        self._settle(self.page.session.lanes)

    def write(self, words: str) -> None:
        """Type where the focus is, on an English keyboard."""
        QTest.keyClicks(focused(), words)

    def leave(self) -> None:
        """Leave the field."""
        self.press(Qt.Key.Key_Tab)
        self.wait()

    def visit(self) -> VisitCard:
        """What the workspace holds."""
        return asked(self.page.session, self._settle, lambda bench: bench.visits.get(self.page.visit))

    def add(self, kind: str, **fields: Any) -> str:
        """Something already recorded."""
        page, added = self.page, list[str]()
        page.session.save(
            lambda bench: bench.visits.add(page.visit, kind, **fields),
            lambda result: added.append(result[0]),
            owner=page.session,
        )
        self.wait()
        return added[0]

    def choose(self, kind: Kind, record: str) -> None:
        """Go to a record of a list."""
        self.page.show_kind(kind)
        self.page.sections[kind].list.setFocus()
        self.page.sections[kind].list.select(record)
        self.wait()

    def shown(self, kind: Kind) -> list[str]:
        """The words of the records that a list shows."""
        return [entry.record.text for entry in self.page.sections[kind].list.rows.shown]

    def narrow(self, kind: Kind, name: str, value: str) -> None:
        """Choose in one of the filters of a list."""
        choice = self.page.sections[kind].filters[tr(name)]
        choice.set_value(value)
        assert choice.value == value
        choice.chosen.emit(value)


@pytest.fixture
def writer(session: Session, visit: VisitId, screen: Screen, settle: Settle) -> Writer:
    """A person before the page on a small laptop's screen."""
    person = Writer(screen.show(FindingsPage(session, visit), 1017, 532), settle)
    person.wait()
    return person


def test_a_finding_begins_with_its_first_words(writer: Writer) -> None:
    page = writer.page
    page.new_finding()
    writer.leave()
    assert writer.visit().findings == ()
    page.new_finding()
    writer.write("Ke hoach cham")
    writer.leave()
    (found,) = writer.visit().findings
    assert found.record.text == "Ke hoach cham"
    assert page.sections["finding"].list.rows.index(0).data() == "Ke hoach cham"
    assert page.side.finding.entry is not None
    assert page.side.finding.entry.id == found.id


def test_fields_chosen_before_the_first_words_are_not_lost(writer: Writer) -> None:
    page = writer.page
    page.new_finding()
    page.side.finding.severity.buttons()["serious"].click()
    page.side.finding.words.setFocus()
    writer.write("Khong cong khai")
    page.side.finding.cause.setFocus()
    page.side.finding.cause.setCurrentIndex(page.side.finding.cause.findData("people"))
    page.side.finding.cause.activated.emit(page.side.finding.cause.currentIndex())
    writer.wait()
    (found,) = writer.visit().findings
    assert (found.record.severity, found.record.cause) == ("serious", "people")


def test_a_changed_field_is_one_act(writer: Writer) -> None:
    record = writer.add("finding", text="Cham", item="CD01")
    page = writer.page
    page.sections["finding"].list.select(record)
    page.side.finding.severity.buttons()["minor"].click()
    page.side.finding.words.setFocus()
    page.side.finding.words.selectAll()
    writer.write("Cham 21 ngay")
    writer.leave()
    (found,) = writer.visit().findings
    assert (found.record.text, found.record.severity) == ("Cham 21 ngay", "minor")
    assert "CD01" in page.sections["finding"].list.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_recommendation_from_a_finding_takes_over_what_is_known(writer: Writer) -> None:
    record = writer.add("finding", text="Cham", item="CD01")
    page = writer.page
    page.sections["finding"].list.select(record)
    page.recommend()
    writer.wait()
    if not page.side.recommendation.words.value:  # a checklist need not have a usual recommendation
        writer.write("Ban hanh dung han")
        writer.leave()
    (asked,) = writer.visit().recommendations
    assert (asked.record.item, asked.record.finding) == ("CD01", record)
    assert asked.record.responsible == "UBND xã Thường Phước"
    assert asked.record.text


def test_working_days_give_the_date_and_the_date_the_working_days(writer: Writer) -> None:
    record = writer.add("recommendation", text="Ban hanh")
    page = writer.page
    page.show_kind("recommendation")
    page.sections["recommendation"].list.select(record)
    page.side.recommendation.days.setFocus()
    writer.write("10")
    writer.leave()
    due = calendar().add_working_days(date(2026, 11, 23), 10)
    assert writer.visit().recommendations[0].record.due_on == due
    assert page.side.recommendation.due.value == due
    page.side.recommendation.due.line.setText("24/11/2026")
    page.side.recommendation.due.line.editingFinished.emit()
    writer.wait()
    assert page.side.recommendation.days.value == "1"
    page.side.recommendation.days.setFocus()
    writer.write("x")
    writer.leave()
    assert page.side.recommendation.fields["days"].refusal == tr("Write a whole number of days.")


def test_removing_asks_in_place(writer: Writer, qtbot: QtBot) -> None:
    record = writer.add("finding", text="Nham")
    page = writer.page
    page.sections["finding"].list.select(record)
    page.sections["finding"].list.setFocus()
    writer.press(Qt.Key.Key_Delete)
    assert len(writer.visit().findings) == 1
    writer.press(Qt.Key.Key_Space)
    writer.wait()
    assert writer.visit().findings == ()
    assert page.sections["finding"].list.rows.rowCount() == 0


def test_the_item_of_a_finding_is_one_step_away(writer: Writer, qtbot: QtBot) -> None:
    record = writer.add("finding", text="Cham", item="TT16")
    page = writer.page
    page.sections["finding"].list.select(record)
    with qtbot.waitSignal(page.open_item) as asked:
        page.side.finding.open_item.click()
    assert asked.args == ["TT16"]


def test_an_item_brings_its_usual_wording_and_its_legal_basis(writer: Writer) -> None:
    page = writer.page
    assert page.shown is not None
    item = page.shown.checklist.items["CD04"]
    page.new_finding()
    page.side.finding.item.set_value("CD04")
    page.side.finding.item.chosen.emit("CD04")
    writer.wait()
    (found,) = writer.visit().findings
    assert (found.record.text, found.record.basis) == (item.standard_finding, item.basis)
    page.side.finding.words.setFocus()
    page.side.finding.words.selectAll()
    writer.write("Cham")
    writer.leave()
    assert page.side.finding.usual_words.isVisible()
    page.side.finding.usual_words.click()
    writer.leave()
    assert writer.visit().findings[0].record.text == item.standard_finding
    assert not page.side.finding.usual_words.isVisible()


def test_a_finding_names_whose_it_is_and_the_dossiers_that_show_it(writer: Writer) -> None:
    page, dossiers = writer.page, list[str]()
    for code in ("A-1", "A-2"):
        page.session.save(
            lambda bench, code=code: bench.dossiers.add(page.visit, code, H01="khong_dat"),
            lambda added: dossiers.append(added[0]),
            owner=page.session,
        )
    record = writer.add("finding", text="Cham", item="TT17")
    writer.choose("finding", record)
    page.side.finding.responsible.line.setFocus()
    writer.write("Bo phan mot cua")
    writer.leave()
    behind = page.side.finding.dossiers
    assert "A-1" in behind.choice.itemText(1)
    for dossier in dossiers:
        behind.choice.set_value(dossier)
        behind.choice.chosen.emit(dossier)
        writer.wait()
    assert writer.visit().findings[0].record.dossiers == tuple(dossiers)
    assert writer.visit().findings[0].record.responsible == "Bo phan mot cua"
    behind.chips[dossiers[0]].setFocus()
    writer.press(Qt.Key.Key_Space)
    writer.wait()
    assert writer.visit().findings[0].record.dossiers == (dossiers[1],)


def test_a_recommendation_says_which_finding_it_answers_and_the_finding_says_it(writer: Writer) -> None:
    finding = writer.add("finding", text="Cham", item="CD01", basis="NQ 76/NQ-CP")
    writer.choose("finding", finding)
    writer.press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    writer.wait()
    page = writer.page
    if not page.side.recommendation.words.value:
        writer.write("Ban hanh dung han")
        writer.leave()
    (asked,) = writer.visit().recommendations
    assert (asked.record.finding, asked.record.basis) == (finding, "NQ 76/NQ-CP")
    assert page.side.recommendation.finding.value == finding
    writer.choose("finding", finding)
    (link,) = [
        each
        for each in page.side.finding.findChildren(QPushButton)
        if each.accessibleName() == f"{tr('Recommendation')}: {asked.record.text}"
    ]
    link.click()
    assert page.kind == "recommendation"
    assert page.side.recommendation.entry is not None
    assert page.side.recommendation.entry.id == asked.id


def test_photos_of_a_finding_are_one_step_away(writer: Writer, qtbot: QtBot) -> None:
    record = writer.add("finding", text="Cham", item="CD01")
    writer.choose("finding", record)
    with qtbot.waitSignal(writer.page.open_evidence) as asked:
        writer.page.side.evidence.add.click()
    assert asked.args is not None
    assert asked.args[0].link == Link(finding=record)
    writer.page.new_finding()
    assert not writer.page.side.evidence.isVisible()


# --- narrowing -----------------------------------------------------------------------------------


def test_lists_are_narrowed_searched_and_sorted(writer: Writer) -> None:
    page = writer.page
    for item, words, severity, cause in (
        ("TT16", "Thiếu văn bản xin lỗi", "serious", "people"),
        ("CD04", "Nhiệm vụ chậm", "minor", None),
        ("TT22", "Phần mềm lỗi", "serious", "software"),
    ):
        writer.add("finding", text=words, item=item, severity=severity, cause=cause)
    assert writer.shown("finding") == ["Thiếu văn bản xin lỗi", "Nhiệm vụ chậm", "Phần mềm lỗi"]
    writer.narrow("finding", "Severity", "serious")
    assert writer.shown("finding") == ["Thiếu văn bản xin lỗi", "Phần mềm lỗi"]
    assert "(2/3)" in page.names.buttons()["finding"].text()
    writer.narrow("finding", "Cause", "software")
    assert writer.shown("finding") == ["Phần mềm lỗi"]
    page.sections["finding"].show_all()
    writer.narrow("finding", "Area", "CD")
    assert writer.shown("finding") == ["Nhiệm vụ chậm"]
    page.sections["finding"].show_all()
    page.sections["finding"].search.setText("xin loi")
    page.sections["finding"].search.returnPressed.emit()
    assert writer.shown("finding") == ["Thiếu văn bản xin lỗi"]
    page.sections["finding"].show_all()
    order = page.sections["finding"].order
    order.set_value(tr("By item"))
    order.chosen.emit(order.value)
    assert writer.shown("finding")[0] == "Nhiệm vụ chậm"
    order.set_value(tr("Gravest first"))
    order.chosen.emit(order.value)
    assert writer.shown("finding")[-1] == "Nhiệm vụ chậm"


def test_a_new_record_is_shown_whatever_the_filter_says(writer: Writer) -> None:
    writer.add("finding", text="Một", severity="serious")
    writer.add("finding", text="Hai", severity="minor")
    writer.narrow("finding", "Severity", "serious")
    writer.page.new_finding()
    writer.write("Ba")
    writer.leave()
    assert writer.shown("finding") == ["Một", "Hai", "Ba"]


# --- what is being typed -------------------------------------------------------------------------


def reopened(writer: Writer, made: Made) -> Workbench:
    """The workspace after the program was killed."""
    writer.page.session.lanes.close()
    return Workbench.open(made.folder, PASSPHRASE)


def test_half_typed_words_of_a_record_survive_a_crash(writer: Writer, made: Made, qtbot: QtBot) -> None:
    record = writer.add("finding", text="Cham")
    writer.choose("finding", record)
    with qtbot.waitSignal(writer.page.side.finding.typed):
        writer.page.side.finding.basis.setFocus()
        writer.write("NQ 7")
    writer.wait()
    bench = reopened(writer, made)
    assert [found.text for found in bench.recovered] == ["NQ 7"]
    assert bench.visits.get(writer.page.visit).findings[0].record.basis == "NQ 7"
    bench.close()


def test_half_typed_words_of_a_new_record_survive_with_what_was_chosen(
    writer: Writer, made: Made, qtbot: QtBot
) -> None:
    writer.page.new_finding()
    writer.page.side.finding.severity.buttons()["serious"].click()
    writer.page.side.finding.words.setFocus()
    with qtbot.waitSignal(writer.page.side.finding.typed):
        writer.write("Khong cong kh")
    writer.wait()
    bench = reopened(writer, made)
    (found,) = bench.visits.get(writer.page.visit).findings
    assert (found.record.text, found.record.severity) == ("Khong cong kh", "serious")
    assert len(bench.recovered) == 1
    bench.close()


def test_words_of_a_new_record_that_were_taken_back_leave_nothing(
    writer: Writer, made: Made, qtbot: QtBot
) -> None:
    writer.page.new_finding()
    with qtbot.waitSignal(writer.page.side.finding.typed):
        writer.write("Nham")
    writer.page.side.finding.words.selectAll()
    writer.press(Qt.Key.Key_Backspace)
    writer.leave()
    bench = reopened(writer, made)
    assert bench.visits.get(writer.page.visit).findings == ()
    assert bench.recovered == ()
    bench.close()


# --- from earlier visits -------------------------------------------------------------------------


@pytest.fixture
def earlier(writer: Writer) -> str:
    """A recommendation of last year, due in spring."""
    writer.add(
        "follow_up",
        text="Rà soát nhiệm vụ chậm",
        item="CD04",
        responsible="UBND xã Thường Phước",
        visit_on="2025-11-12",
        due_on="2026-03-31",
        finding="Nhiệm vụ chậm tiến độ",
        before=[{"on": "2026-05-10", "state": "partly", "note": "Mới xong hai phần"}],
    )
    writer.page.show_kind("follow_up")
    return writer.visit().follow_ups[0].id


def texts(widget: QWidget) -> str:
    return " ".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def test_an_earlier_recommendation_shows_how_late_it_is_and_what_became_of_it(
    writer: Writer, earlier: str
) -> None:
    writer.choose("follow_up", earlier)
    panel = writer.page.side.follow_up
    said = texts(panel)
    assert tr("{count} days overdue", count=237) in said
    assert "12/11/2025" in said
    assert "Nhiệm vụ chậm tiến độ" in said
    assert "10/05/2026" in said
    assert "Mới xong hai phần" in said
    row = writer.page.sections["follow_up"].list.rows.index(0)
    assert tr("{count} days overdue", count=237) in row.data(Qt.ItemDataRole.AccessibleTextRole)


def test_one_key_says_what_has_become_of_it(writer: Writer, earlier: str) -> None:
    writer.choose("follow_up", earlier)
    for key, state in (
        (Qt.Key.Key_1, "fixed"),
        (Qt.Key.Key_2, "partly"),
        (Qt.Key.Key_3, "not_fixed"),
        (Qt.Key.Key_4, "obsolete"),
    ):
        writer.press(key)
        writer.wait()
        assert writer.visit().follow_ups[0].record.state == state
        assert writer.page.sections["follow_up"].list.hasFocus()
    assert tr("{count} days overdue", count=237) not in texts(writer.page.side.follow_up)
    writer.press(Qt.Key.Key_Return)
    writer.write("Khong con nhiem vu")
    writer.leave()
    assert writer.visit().follow_ups[0].record.note == "Khong con nhiem vu"
    assert "Khong con nhiem vu" in texts(writer.page.side.follow_up)


def test_what_was_not_done_is_recommended_again_with_one_press(writer: Writer, earlier: str) -> None:
    writer.choose("follow_up", earlier)
    writer.press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    writer.wait()
    visit = writer.visit()
    (again,) = visit.recommendations
    assert (again.record.text, again.record.item) == ("Rà soát nhiệm vụ chậm", "CD04")
    assert again.record.responsible == "UBND xã Thường Phước"
    assert again.record.due_on is not None
    assert again.record.basis
    assert again.record.earlier == earlier
    assert visit.follow_ups[0].record.state == "not_fixed"
    assert writer.page.kind == "recommendation"
    link = next(each for each in writer.page.findChildren(QPushButton) if "12/11/2025" in each.text())
    assert link.isVisible()
    link.click()
    assert writer.page.kind == "follow_up"
    chosen = writer.page.sections["follow_up"].list.current
    assert chosen is not None
    assert chosen.id == earlier


def test_the_lists_are_reached_by_keys_alone(writer: Writer, earlier: str) -> None:
    page = writer.page
    page.show_kind("finding")
    page.entered()
    for kind in ("recommendation", "follow_up", "finding"):
        writer.press(Qt.Key.Key_F6)
        assert page.kind == kind
    writer.press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert page.sections["follow_up"].list.hasFocus()
    writer.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.side.finding.words.hasFocus()
