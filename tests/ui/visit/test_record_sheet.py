"""A sheet of records is filled in as in Excel: keys, pasted lists, refusals in place, removing, undoing."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from inspector_app.domain.records import SoftwareFault, VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import VisitCard
from inspector_app.ui.notices import Banner
from inspector_app.ui.remembered import recall
from inspector_app.ui.session import Session
from inspector_app.ui.visit.listings import documents, software_faults
from inspector_app.ui.visit.record_sheet import RecordSheet
from tests.hands import focused
from tests.ui.conftest import Screen, Settle, asked, drafts

NONE = Qt.KeyboardModifier.NoModifier
HAPPENED, SYSTEM, TEXT, DOSSIERS, TO, REPORTED, FIXED, STATE = range(8)


@pytest.fixture
def sheet(session: Session, visit: VisitId, screen: Screen) -> RecordSheet:
    return screen.enter(RecordSheet(session, visit, software_faults()), 1017, 460)


def faults(sheet: RecordSheet, settle: Settle) -> list[SoftwareFault]:
    """What is durable."""
    kept = asked(sheet.session, settle, lambda bench: bench.visits.get(sheet.visit).software_faults)
    return [entry.record for entry in kept]


def press(sheet: RecordSheet, *keys: Qt.Key | str, held: Qt.KeyboardModifier | None = None) -> None:
    """Press keys, or type texts, wherever the focus is."""
    for key in keys:
        if isinstance(key, str):
            for character in key:
                QApplication.sendEvent(focused(), QKeyEvent(QEvent.Type.KeyPress, 0, NONE, character))
        else:
            QTest.keyClick(focused(), key, held or NONE)


def act_on_banner(banner: Banner) -> None:
    button = banner.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    button.click()


def at(sheet: RecordSheet) -> tuple[int, int]:
    index = sheet.table.currentIndex()
    return index.row(), index.column()


def shown(sheet: RecordSheet, row: int, column: int) -> str:
    return str(sheet.model.index(row, column).data() or "")


def paste(sheet: RecordSheet, text: str, html: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)
    press(sheet, Qt.Key.Key_V, held=Qt.KeyboardModifier.ControlModifier)


def test_a_row_is_written_by_keyboard_alone_and_the_next_one_begins_where_it_began(
    sheet: RecordSheet, settle: Settle
) -> None:
    assert sheet.table.hasFocus()
    assert at(sheet) == (0, HAPPENED)
    press(sheet, "6.10.26", Qt.Key.Key_Tab, "iGate", Qt.Key.Key_Tab, "Không đồng bộ", Qt.Key.Key_Tab)
    press(sheet, "37", Qt.Key.Key_Return)
    settle(sheet.session.lanes)
    assert at(sheet) == (1, HAPPENED)
    press(sheet, "7.10.2026", Qt.Key.Key_Return)
    assert at(sheet) == (2, HAPPENED)
    first, second = faults(sheet, settle)
    assert (first.happened_on, first.system, first.text, first.dossiers) == (
        date(2026, 10, 6),
        "iGate",
        "Không đồng bộ",
        37,
    )
    assert second.happened_on == date(2026, 10, 7)
    assert [shown(sheet, row, HAPPENED) for row in range(2)] == ["06/10/2026", "07/10/2026"]


def test_a_text_of_several_lines_is_ended_by_enter_and_broken_by_alt_enter(
    sheet: RecordSheet, settle: Settle
) -> None:
    sheet.table.go_to("", TEXT)
    press(sheet, "Buổi sáng")
    press(sheet, Qt.Key.Key_Return, held=Qt.KeyboardModifier.AltModifier)
    press(sheet, "không ký số được", Qt.Key.Key_Return)
    assert [fault.text for fault in faults(sheet, settle)] == ["Buổi sáng\nkhông ký số được"]


def test_escape_leaves_a_cell_as_it_was(sheet: RecordSheet, settle: Settle) -> None:
    sheet.table.go_to("", TEXT)
    press(sheet, "Lỗi A", Qt.Key.Key_Return)
    settle(sheet.session.lanes)
    sheet.table.go_to(sheet.model.rows[0].key, TEXT)
    press(sheet, Qt.Key.Key_F2, "xyz", Qt.Key.Key_Escape)
    assert [fault.text for fault in faults(sheet, settle)] == ["Lỗi A"]
    assert sheet.table.hasFocus()


def test_what_is_being_typed_outlives_a_crash_until_it_is_saved_or_given_up(
    sheet: RecordSheet, qtbot: QtBot, settle: Settle
) -> None:
    sheet.table.go_to("", TEXT)
    press(sheet, "Lỗi A", Qt.Key.Key_Return)
    settle(sheet.session.lanes)
    sheet.table.go_to(sheet.model.rows[0].key, TEXT)
    with qtbot.waitSignal(sheet.table.cells.typed):
        press(sheet, Qt.Key.Key_F2, "Lỗi B")
    assert drafts(sheet.session, settle) == ["Lỗi B"]
    press(sheet, Qt.Key.Key_Escape)
    assert drafts(sheet.session, settle) == ["Lỗi A"]
    with qtbot.waitSignal(sheet.table.cells.typed):
        press(sheet, Qt.Key.Key_F2, "Lỗi C")
    press(sheet, Qt.Key.Key_Return)
    assert drafts(sheet.session, settle) == []
    assert [fault.text for fault in faults(sheet, settle)] == ["Lỗi C"]


def test_what_cannot_be_read_stays_in_its_cell_with_the_reason_below_it(
    sheet: RecordSheet, settle: Settle
) -> None:
    press(sheet, "31/02/2026", Qt.Key.Key_Tab, "iGate", Qt.Key.Key_Return)
    settle(sheet.session.lanes)
    assert [(fault.happened_on, fault.system) for fault in faults(sheet, settle)] == [(None, "iGate")]
    assert shown(sheet, 0, HAPPENED) == "31/02/2026"
    [reason] = sheet.model.refusals(0).values()
    assert "31/02/2026" in reason
    assert sheet.table.rowHeight(0) > sheet.table.rowHeight(1)
    sheet.table.go_to(sheet.model.rows[0].key, HAPPENED)
    press(sheet, Qt.Key.Key_F2)
    press(sheet, Qt.Key.Key_A, held=Qt.KeyboardModifier.ControlModifier)
    press(sheet, "28/02/2026", Qt.Key.Key_Return)
    assert sheet.model.refusals(0) == {}
    assert [fault.happened_on for fault in faults(sheet, settle)] == [date(2026, 2, 28)]


@pytest.mark.parametrize("typed", ["nhiều", "3,5", "-1"])
def test_a_count_is_a_whole_number(sheet: RecordSheet, settle: Settle, typed: str) -> None:
    sheet.table.go_to("", DOSSIERS)
    press(sheet, typed, Qt.Key.Key_Return)
    assert typed in sheet.model.refusals(0)[DOSSIERS]
    assert faults(sheet, settle) == []


def test_a_digit_chooses_and_space_opens_the_choices(sheet: RecordSheet, settle: Settle) -> None:
    sheet.table.go_to("", TEXT)
    press(sheet, "Lỗi A", Qt.Key.Key_Return)
    settle(sheet.session.lanes)
    sheet.table.go_to(sheet.model.rows[0].key, STATE)
    press(sheet, "3")
    assert [fault.state for fault in faults(sheet, settle)] == ["fixed"]
    assert shown(sheet, 0, STATE) == tr("Fixed")


def test_today_is_written_with_control_and_semicolon(sheet: RecordSheet, settle: Settle) -> None:
    press(sheet, Qt.Key.Key_Semicolon, held=Qt.KeyboardModifier.ControlModifier)
    assert [fault.happened_on for fault in faults(sheet, settle)] == [date.today()]


def test_rows_of_excel_are_taken_over_by_their_headings(sheet: RecordSheet, settle: Settle) -> None:
    heads = "\t".join(("TT", tr("What happened"), tr("Dossiers"), tr("Happened on"), "Mức độ"))
    paste(
        sheet,
        f'{heads}\r\n1\t"Lỗi ""đồng bộ""\nbuổi sáng"\t1.234\t6/10/2026\tnặng\r\n2\tLỗi B\tvài\t\t\r\n',
    )
    settle(sheet.session.lanes)
    one, two = faults(sheet, settle)
    assert (one.text, one.dossiers, one.happened_on) == (
        'Lỗi "đồng bộ"\nbuổi sáng',
        1234,
        date(2026, 10, 6),
    )
    assert (two.text, two.dossiers) == ("Lỗi B", None)
    assert shown(sheet, 1, DOSSIERS) == "vài"
    assert sheet.model.refusals(1)[DOSSIERS]
    assert "Mức độ" in sheet.banner.text
    act_on_banner(sheet.banner)
    assert faults(sheet, settle) == []


def test_a_table_of_word_keeps_the_lines_of_its_cells_together(sheet: RecordSheet, settle: Settle) -> None:
    html = (
        "<html><body><table><tr><td><p>Lỗi A</p><p>hai dòng</p></td><td>5</td></tr>"
        "<tr><td>Lỗi&nbsp;B</td><td></td></tr></table></body></html>"
    )
    sheet.table.go_to("", TEXT)
    paste(sheet, "Lỗi A\nhai dòng\t5\nLỗi B\t\n", html)
    settle(sheet.session.lanes)
    assert [(fault.text, fault.dossiers) for fault in faults(sheet, settle)] == [
        ("Lỗi A\nhai dòng", 5),
        ("Lỗi B", None),
    ]


def test_one_pasted_row_fills_the_row_at_hand(sheet: RecordSheet, settle: Settle) -> None:
    sheet.table.go_to("", TEXT)
    press(sheet, "Lỗi A", Qt.Key.Key_Return)
    settle(sheet.session.lanes)
    sheet.table.go_to(sheet.model.rows[0].key, DOSSIERS)
    paste(sheet, "12\tSở KH&CN")
    [fault] = faults(sheet, settle)
    assert (fault.text, fault.dossiers, fault.reported_to) == ("Lỗi A", 12, "Sở KH&CN")


def test_copied_cells_come_back_as_they_were(sheet: RecordSheet, settle: Settle) -> None:
    paste(sheet, "6/10/2026\tiGate\tLỗi A\n7/10/2026\tiGate\tLỗi B\n")
    settle(sheet.session.lanes)
    sheet.table.selectAll()
    copied = sheet.table.copied().splitlines()
    assert copied[0].split("\t")[:3] == ["06/10/2026", "iGate", "Lỗi A"]
    assert len(copied) == 3


def test_removed_rows_can_be_put_back_as_they_were(sheet: RecordSheet, settle: Settle) -> None:
    paste(sheet, "6/10/2026\tiGate\tLỗi A\n7/10/2026\tiGate\tLỗi B\n")
    settle(sheet.session.lanes)
    before = [row.key for row in sheet.model.rows]
    sheet.table.go_to(before[0])
    press(sheet, Qt.Key.Key_Delete)
    settle(sheet.session.lanes)
    assert [fault.text for fault in faults(sheet, settle)] == ["Lỗi B"]
    act_on_banner(sheet.banner)
    settle(sheet.session.lanes)
    assert [row.key for row in sheet.model.rows] == before


def test_backspace_empties_the_chosen_cells(sheet: RecordSheet, settle: Settle) -> None:
    paste(sheet, "6/10/2026\tiGate\tLỗi A\n")
    settle(sheet.session.lanes)
    sheet.table.go_to(sheet.model.rows[0].key, SYSTEM)
    press(sheet, Qt.Key.Key_Backspace)
    assert [(fault.system, fault.text) for fault in faults(sheet, settle)] == [("", "Lỗi A")]


def test_rows_are_moved_by_alt_and_arrows(sheet: RecordSheet, settle: Settle) -> None:
    paste(sheet, "6/10/2026\tiGate\tLỗi A\n7/10/2026\tiGate\tLỗi B\n")
    settle(sheet.session.lanes)
    sheet.table.go_to(sheet.model.rows[1].key, TEXT)
    press(sheet, Qt.Key.Key_Up, held=Qt.KeyboardModifier.AltModifier)
    settle(sheet.session.lanes)
    assert [fault.text for fault in faults(sheet, settle)] == ["Lỗi B", "Lỗi A"]
    assert at(sheet) == (0, TEXT)


def test_tab_leaves_the_table_behind_its_last_cell(sheet: RecordSheet) -> None:
    sheet.table.go_to("", STATE)
    press(sheet, Qt.Key.Key_Tab)
    assert not sheet.table.hasFocus()


def test_a_field_in_dispute_is_marked_and_not_overwritten(
    session: Session, visit: VisitId, qtbot: QtBot, settle: Settle
) -> None:
    sheet = RecordSheet(session, visit, documents(lambda: (("", ""),)))
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.add(title="Kế hoạch")
    settle(session.lanes)
    cards: list[VisitCard] = []
    session.read(lambda bench: bench.visits.get(visit), cards.append, owner=sheet)
    settle(session.lanes)
    entry = replace(cards[0].documents[0], disputed=frozenset({"number"}))
    sheet.show_card(replace(cards[0], documents=(entry,)))
    cell = sheet.model.index(0, 1)
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == tr(
        "Two laptops say different things here. Decide it on the Merge page."
    )


def test_the_widths_that_the_user_drags_are_kept(
    sheet: RecordSheet, session: Session, visit: VisitId, qtbot: QtBot
) -> None:
    assert recall("columns/software_fault") == ""
    head = sheet.table.horizontalHeader()
    edge = head.sectionViewportPosition(SYSTEM) + head.sectionSize(SYSTEM) - 1
    before = head.sectionSize(SYSTEM)
    QTest.mousePress(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(edge, 10))
    QTest.mouseMove(head.viewport(), QPoint(edge + 40, 10))
    QTest.mouseRelease(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(edge + 40, 10))
    assert head.sectionSize(SYSTEM) > before
    kept = recall("columns/software_fault").split(",")
    assert int(kept[SYSTEM]) == head.sectionSize(SYSTEM)


def test_every_cell_says_its_column_to_a_screen_reader(sheet: RecordSheet, settle: Settle) -> None:
    paste(sheet, "6/10/2026\tiGate\tLỗi A\n")
    settle(sheet.session.lanes)
    said = sheet.model.index(0, TEXT).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == f"{tr('What happened')}: Lỗi A"
    assert sheet.table.accessibleName() == tr("Software faults")
