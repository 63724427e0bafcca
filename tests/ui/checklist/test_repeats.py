"""A repeat at the page: instances added and taken away, refused answers in place, half-typed text kept."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import NewVisit
from inspector_app.services.workbench import Workbench
from inspector_app.ui.session import Session
from tests.hands import type_words
from tests.services.conftest import introduce
from tests.ui.checklist.conftest import Begin, OpenPage
from tests.ui.conftest import MEMBER, PASSPHRASE, QUICK, Made, Settle, asked
from tests.workbooks.books import HOUSEHOLDS
from tests.workbooks.filling import Person


@pytest.fixture
def person(begin: Begin, open_page: OpenPage, wait: Callable[[], None], tmp_path: Path) -> Person:
    """Somebody before a household survey."""
    file = HOUSEHOLDS.write(tmp_path / "khao_sat")
    return Person(open_page(begin(file)), wait, tmp_path)


def said(widget: QWidget) -> str:
    return " ".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def test_a_refused_answer_stays_at_its_question_with_the_reason_until_it_is_put_right(person: Person) -> None:
    panel = next(iter(person.repeat("nguoi").panels.values()))
    person.fill(panel, "ngay_sinh", "1/1/1980")
    person.fill(panel, "thu_nhap", "2.000.000.000")
    question = person.question(panel, "thu_nhap")
    assert "Từ 0 đến 1 tỷ đồng." in said(question)
    assert person.page.scribe.unsaved_items == {"nguoi"}
    person.fill(panel, "ho_ten", "Ba")  # another answer comes back in between
    assert "Từ 0 đến 1 tỷ đồng." in said(question)
    assert question.entry.value == "2000000000"
    question.entry.focusProxy().setFocus()  # pyright: ignore[reportOptionalMemberAccess] - a line has one
    person.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    person.fill(panel, "thu_nhap", "5.000.000")
    assert person.page.scribe.unsaved_items == frozenset()
    assert "Từ 0 đến 1 tỷ đồng." not in said(question)


def test_what_is_no_value_yet_is_counted_as_not_saved(person: Person) -> None:
    panel = next(iter(person.repeat("nguoi").panels.values()))
    person.fill(panel, "ngay_sinh", "hôm qua")
    assert person.page.scribe.unsaved_items == {"nguoi"}
    assert "hôm qua" in said(person.question(panel, "ngay_sinh"))


def test_an_instance_added_has_the_cursor_and_one_taken_away_is_gone(person: Person) -> None:
    repeat = person.repeat("nguoi")
    panel = person.add(repeat)
    assert person.question(panel, "ho_ten").entry.isAncestorOf(person.page.focusWidget())
    person.fill(panel, "ho_ten", "Ba")
    repeat.remove_wanted.emit(panel.key)
    person.wait()
    assert len(repeat.panels) == 1
    assert person.page.items["nguoi"].lines[0].key in repeat.panels


def test_what_was_taken_away_is_brought_back_with_its_answers(person: Person) -> None:
    repeat = person.repeat("nguoi")
    first = next(iter(repeat.panels))
    panel = person.add(repeat)
    person.fill(panel, "ho_ten", "Ba")
    gone = panel.key
    repeat.remove_wanted.emit(gone)
    person.wait()
    assert repeat.undo.isVisible()
    repeat.undo.click()
    person.wait()
    assert list(repeat.panels) == [first, gone]
    assert "Ba" in repeat.panels[gone].toggle.accessibleName()
    assert not repeat.undo.isVisible()


def test_half_typed_text_in_an_instance_survives_a_crash(
    person: Person, made: Made, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = next(iter(person.repeat("nguoi").panels.values()))
    entry = person.question(panel, "ho_ten").entry
    drafts: list[str] = []
    entry.typed.connect(drafts.append)
    target = entry.focusProxy()
    assert target is not None
    target.setFocus()
    type_words("Nguyễn Văn")
    qtbot.waitUntil(lambda: drafts != [], timeout=2_000)
    person.wait()
    visit = person.page.visit
    person.page.session.lanes.close()
    bench = Workbench.open(made.folder, PASSPHRASE)
    values = [line.leaf.value for line in bench.checklists.open(visit).items["nguoi"].lines if line.leaf]
    bench.close()
    assert "Nguyễn Văn" in values


# --- disputes and history -------------------------------------------------------------------------


@pytest.fixture
def disputed(
    session: Session, settle: Settle, open_page: OpenPage, wait: Callable[[], None], tmp_path: Path
) -> Person:
    """Somebody before a survey of two people, on the birthday of the second of whom two laptops differ."""
    file = HOUSEHOLDS.write(tmp_path / "khao_sat")

    def disagree(bench: Workbench) -> VisitId:
        digest = bench.templates.publish(file).digest
        visit, _ = bench.visits.new(NewVisit("29971", date(2026, 11, 23), template=digest))
        bench.checklists.add_repeat(visit, "nguoi")
        second = bench.checklists.warm(visit).sheet.repeats("nguoi")[1]
        bench.checklists.fill(visit, f"nguoi[{second}]/ho_ten", "Trần Thị Lành")
        member = Workbench.create(tmp_path / "member", PASSPHRASE, MEMBER, derivation=QUICK)
        introduce(bench, member, visit)
        member.handover.receive(bench.handover.export(visit, tmp_path).file)
        for each, born in ((bench, "1972-07-05"), (member, "1973-07-05")):
            each.checklists.fill(visit, f"nguoi[{second}]/ngay_sinh", born)
        bench.handover.receive(member.handover.export(visit, tmp_path).file)
        member.close()
        return visit

    return Person(open_page(asked(session, settle, disagree)), wait, tmp_path)


def test_a_dispute_is_marked_at_its_question_and_decided_from_there(disputed: Person) -> None:
    first, second = disputed.repeat("nguoi").panels.values()
    wanted: list[str] = []
    disputed.page.open_conflicts.connect(wanted.append)
    question = disputed.question(second, "ngay_sinh")
    both = tr("Two laptops recorded different values. Both are kept.")
    assert both in said(question)
    assert both not in said(disputed.question(second, "ho_ten"))
    assert tr("In dispute") in second.toggle.accessibleName()
    assert tr("In dispute") not in first.toggle.accessibleName()
    decide = next(
        each for each in question.findChildren(QPushButton) if each.text() == tr("Compare and decide")
    )
    decide.click()
    assert wanted == [disputed.page.visit]


def test_the_history_is_that_of_the_question_with_the_cursor(disputed: Person, qtbot: QtBot) -> None:
    detail = disputed.page.detail
    _, second = disputed.repeat("nguoi").panels.values()
    disputed.fill(second, "ho_ten", " Út")
    disputed.question(second, "ho_ten").enter()
    qtbot.waitUntil(lambda: "Trần Thị Lành" in detail.history.words.text(), timeout=5_000)
    assert "1972" not in detail.history.words.text()
    qtbot.waitUntil(lambda: "05/07/1973" in detail.conflict.words.text(), timeout=5_000)
    disputed.question(second, "ngay_sinh").enter()
    qtbot.waitUntil(lambda: "05/07/1973" in detail.history.words.text(), timeout=5_000)
    assert "Lành" not in detail.history.words.text()
