"""The facts of the visit are saved field by field; what cannot be read is kept and said."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector_app.domain.records import Visit, VisitId
from inspector_app.ui.fields import Choice, LineEdit, TextArea, ValueEdit
from inspector_app.ui.session import Session
from inspector_app.ui.visit.facts import FactsPage, read_time
from tests.ui.conftest import Screen, Settle, asked, drafts


@pytest.fixture
def page(session: Session, visit: VisitId, screen: Screen) -> FactsPage:
    return screen.enter(FactsPage(session, visit), 1017, 530)


def kept(page: FactsPage, settle: Settle) -> Visit:
    return asked(page.session, settle, lambda bench: bench.visits.get(page.visit).visit)


def write(page: FactsPage, name: str, text: str, qtbot: QtBot, settle: Settle) -> None:
    control = page.fields[name].control
    control.setFocus()
    if isinstance(control, TextArea):
        control.setPlainText(text)
    elif isinstance(control, LineEdit):
        control.setText(text)
    elif isinstance(control, ValueEdit):
        control.line.setText(text)
    page.fields["title"].control.setFocus() if name != "title" else page.fields["place"].control.setFocus()
    settle(page.session.lanes)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("7:30", time(7, 30)),
        ("07h30", time(7, 30)),
        ("7 giờ 30 phút", time(7, 30)),
        ("16.05", time(16, 5)),
        ("8 giờ", time(8)),
        ("25:00", None),
        ("sáng", None),
        ("", None),
    ],
)
def test_a_time_is_read_as_people_write_it(text: str, at: time | None) -> None:
    assert read_time(text) == at


def test_every_field_is_saved_when_it_is_left(page: FactsPage, qtbot: QtBot, settle: Settle) -> None:
    for name, text in (
        ("number", "05"),
        ("decision", "Quyết định số 412/QĐ-SNV"),
        ("started_at", "7h30"),
        ("on", "24/11/2026"),
        ("copies", "4"),
        ("plan_areas", "7"),
        ("unsigned_reason", "Chủ tịch đi vắng"),
        ("unit_opinion", "Đơn vị tiếp thu.\nKhông có ý kiến khác."),
    ):
        write(page, name, text, qtbot, settle)
    choice = page.fields["on_time"].control
    assert isinstance(choice, Choice)
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    visit = kept(page, settle)
    assert (visit.number, visit.decision, visit.copies, visit.plan_areas) == (
        "05",
        "Quyết định số 412/QĐ-SNV",
        4,
        7,
    )
    assert visit.on == date(2026, 11, 24)
    assert visit.started_at is not None
    assert visit.started_at.astimezone().timestamp() % 86400 == (7.5 - 7) * 3600
    assert visit.on_time == "B"
    assert visit.unit_opinion == "Đơn vị tiếp thu.\nKhông có ý kiến khác."
    begins = page.fields["started_at"].control
    assert isinstance(begins, LineEdit)
    assert begins.value == "07:30"


@pytest.mark.parametrize(
    ("name", "text"),
    [("started_at", "sáng sớm"), ("copies", "0"), ("period_to", "31/02/2026"), ("plan_areas", "x")],
)
def test_what_cannot_be_read_is_kept_and_said(
    page: FactsPage, qtbot: QtBot, settle: Settle, name: str, text: str
) -> None:
    before = kept(page, settle)
    write(page, name, text, qtbot, settle)
    assert page.fields[name].refusal
    assert kept(page, settle) == before
    page.entered()
    settle(page.session.lanes)
    control = page.fields[name].control
    assert (control.line if isinstance(control, ValueEdit) else control).text() == text  # type: ignore[attr-defined]  # both hold a line of text


def test_tab_goes_from_field_to_field(page: FactsPage, qtbot: QtBot) -> None:
    title = page.fields["title"].control
    title.setFocus()
    qtbot.keyClick(title, Qt.Key.Key_Tab)
    assert page.fields["visit_kind"].control.hasFocus()


def test_every_control_has_a_name_for_screen_readers(page: FactsPage) -> None:
    nameless = [
        name
        for name, field in page.fields.items()
        if not (
            field.control.line if isinstance(field.control, ValueEdit) else field.control
        ).accessibleName()
    ]
    assert nameless == []


def test_how_the_minutes_are_signed_is_ticked(page: FactsPage, settle: Settle) -> None:
    assert page.ticks["print_scores"].isChecked()
    page.ticks["print_scores"].click()
    page.ticks["all_sign"].click()
    visit = kept(page, settle)
    assert (visit.print_scores, visit.all_sign, visit.unsigned_reason) == (False, True, "")


def test_what_is_being_typed_outlives_a_crash(page: FactsPage, qtbot: QtBot, settle: Settle) -> None:
    opinion = page.fields["unit_opinion"].control
    assert isinstance(opinion, TextArea)
    opinion.setFocus()
    with qtbot.waitSignal(opinion.typed):
        qtbot.keyClicks(opinion, "Don vi tiep thu")
    settle(page.session.lanes)
    assert drafts(page.session, settle) == ["Don vi tiep thu"]
