"""The checklist page over a real workspace with the real checklist: what an inspector does and sees."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.domain.errors import SaveFailed
from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import ItemView
from inspector_app.services.workbench import Workbench
from inspector_app.ui.checklist.choices import OptionsEntry
from inspector_app.ui.checklist.extras import FindingForm
from inspector_app.ui.tasks import Lanes
from tests.ui.checklist.conftest import Inspector
from tests.ui.conftest import DISPUTED, PASSPHRASE, Made

Settle = Callable[[Lanes], None]


def leaves(item: ItemView) -> tuple[str, ...]:
    return tuple(leaf.value for leaf in item.leaves if not leaf.computed)


# --- answering -----------------------------------------------------------------------------------


def test_a_digit_answers_and_is_saved_at_once(inspector: Inspector) -> None:
    card = inspector.go("CD03")
    inspector.press(Qt.Key.Key_1)
    inspector.wait()
    item = inspector.item("CD03")
    assert item.status == "answered"
    assert item.leaves[0].value == item.leaves[0].choices[0].name
    entry = card.editor.entries[item.leaves[0].key]
    assert isinstance(entry, OptionsEntry)
    assert [option.isChecked() for option in entry.options.values()] == [True, False]
    assert inspector.page.session.saves.state == "saved"


def test_a_ratio_is_two_numbers_and_enter_leads_from_one_to_the_next(inspector: Inspector) -> None:
    inspector.go("CD05")
    inspector.write("3")
    inspector.press(Qt.Key.Key_Return)
    inspector.write("4")
    inspector.press(Qt.Key.Key_Return)
    inspector.wait()
    item = inspector.item("CD05")
    assert leaves(item) == ("3", "4")
    assert f"{item.rate:.2f}" == "75.00"
    assert inspector.page.current == "CD06"
    assert "75,00%" in inspector.card("CD05").score.accessibleName()


def test_the_index_and_the_outline_follow_an_answer(inspector: Inspector) -> None:
    page = inspector.page
    before = page.areas["CD"].answered
    inspector.go("CD03")
    inspector.press(Qt.Key.Key_1)
    inspector.wait()
    assert page.areas["CD"].answered == before + 1
    row = page.outline.list.areas.index(list(page.areas).index("CD"))
    assert f"{before + 1}" in row.data(Qt.ItemDataRole.AccessibleTextRole)
    assert page.foot.index.text() != tr("Provisional index {value}", value="–")
    assert str(page.foot.required.text()).startswith(str(sum(a.open_required for a in page.areas.values())))


def test_a_value_that_cannot_stand_stays_with_its_reason_until_it_is_put_right(inspector: Inspector) -> None:
    card = inspector.go("CD05")
    inspector.write("5")
    inspector.press(Qt.Key.Key_Return)
    inspector.write("4")
    inspector.press(Qt.Key.Key_Return)
    inspector.wait()
    shown = {entry.value for entry in card.editor.entries.values()}
    assert shown == {"5", "4"}
    unsaved = inspector.page.scribe.unsaved("CD05")
    assert unsaved is not None
    assert unsaved.sentence in inspector.reads(card)
    assert inspector.page.foot.unsaved.text() == tr("{count} not saved", count=1)
    inspector.go("CD05")
    inspector.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    inspector.write("3")
    inspector.press(Qt.Key.Key_Return)
    inspector.wait()
    assert leaves(inspector.item("CD05")) == ("3", "4")
    assert inspector.page.scribe.unsaved("CD05") is None
    assert unsaved.sentence not in inspector.reads(card)
    assert not inspector.page.foot.unsaved.isVisible()


def test_what_is_no_number_is_counted_as_not_saved_and_is_one_click_away(inspector: Inspector) -> None:
    page = inspector.page
    card = inspector.go("CD08")
    inspector.write("ba")
    inspector.press(Qt.Key.Key_Return)
    inspector.wait()
    assert leaves(inspector.item("CD08")) == ("",)
    assert "ba" in inspector.reads(card)
    inspector.go("TC01")
    page.foot.unsaved.click()
    assert page.current == "CD08"
    inspector.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    inspector.write("3")
    inspector.press(Qt.Key.Key_Return)
    inspector.wait()
    assert leaves(inspector.item("CD08")) == ("3",)
    assert not page.foot.unsaved.isVisible()


def test_delete_takes_an_answer_back(inspector: Inspector) -> None:
    inspector.go("CD03")
    inspector.press(Qt.Key.Key_2)
    inspector.wait()
    inspector.press(Qt.Key.Key_Delete)
    inspector.wait()
    assert inspector.item("CD03").status in ("open", "required")


def test_not_applicable_needs_a_reason(inspector: Inspector) -> None:
    inspector.go("TT13")
    inspector.press(Qt.Key.Key_0)
    inspector.press(Qt.Key.Key_Return)
    inspector.wait()
    assert inspector.item("TT13").status != "not_applicable"
    inspector.write("Tỉnh không yêu cầu")
    inspector.press(Qt.Key.Key_Return)
    inspector.wait()
    item = inspector.item("TT13")
    assert (item.status, item.reason) == ("not_applicable", "Tỉnh không yêu cầu")
    inspector.go("TT13")
    inspector.press(Qt.Key.Key_1)
    inspector.wait()
    assert inspector.item("TT13").status == "answered"


def test_a_note_is_one_entry_of_history(inspector: Inspector) -> None:
    inspector.go("CD03")
    inspector.press(Qt.Key.Key_F2)
    inspector.write("Đã xem dự toán, trang 12.")
    inspector.press(Qt.Key.Key_Tab)
    inspector.wait()
    assert inspector.item("CD03").note == "Đã xem dự toán, trang 12."
    found: list[int] = []
    page = inspector.page
    page.session.read(
        lambda bench: len(bench.checklists.history(page.visit, "CD03")), found.append, owner=page
    )
    inspector.wait()
    assert found == [1]


def test_a_long_paste_into_a_note_is_kept_whole(inspector: Inspector) -> None:
    inspector.go("CD03")
    inspector.press(Qt.Key.Key_F2)
    pasted = "Tồn\x07 tại, ha\u0323n chế\u200b\n" * 5_600
    assert len(pasted) > 100_000
    QGuiApplication.clipboard().setText(pasted)
    inspector.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    inspector.press(Qt.Key.Key_Escape)
    inspector.wait()
    assert inspector.item("CD03").note == "\n".join(["Tồn tại, hạn chế"] * 5_600)


def test_a_finding_is_written_at_its_item(inspector: Inspector) -> None:
    card = inspector.go("CD01")
    inspector.press(Qt.Key.Key_F3)
    inspector.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    inspector.write("Kế hoạch ban hành chậm 21 ngày.")
    inspector.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    inspector.wait()
    assert inspector.item("CD01").findings == 1
    assert card.item.findings == 1
    assert inspector.page.areas["CD"].findings == 1


class Strangers(QObject):
    """Notices every window that opens."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(watched)
        return False


def test_no_part_of_the_page_flashes_up_as_a_window(
    inspector: Inspector, visit: VisitId, qtbot: QtBot
) -> None:
    """A widget shown before it has its place would be a window for a moment, and take the focus."""
    page = inspector.page
    strangers = Strangers()
    QApplication.instance().installEventFilter(strangers)
    try:
        inspector.do(lambda bench: bench.checklists.not_applicable(visit, "TT13", "Không yêu cầu"))
        inspector.do(lambda bench: bench.checklists.note(visit, "TT12", "Đã xem"))
        for area in page.areas:
            page.show_area(area)
            pane = page.panes[area]
            qtbot.waitUntil(lambda pane=pane: len(pane.cards) == len(page.areas[pane.area].items))
        for code in ("TT13", "CD07", "NX01", "SL01"):
            inspector.go(code)
            for key in (Qt.Key.Key_F2, Qt.Key.Key_Escape, Qt.Key.Key_F3, Qt.Key.Key_Escape, Qt.Key.Key_F4):
                inspector.press(key)
                inspector.wait()
    finally:
        QApplication.instance().removeEventFilter(strangers)
    assert strangers.seen == []


# --- safety --------------------------------------------------------------------------------------


def test_half_typed_text_survives_a_crash(
    inspector: Inspector, made: Made, qtbot: QtBot, tmp_path: Path
) -> None:
    inspector.go("CD03")
    inspector.press(Qt.Key.Key_F2)
    inspector.write("Chưa xong câu nà")
    saves = inspector.page.session.saves
    before = saves.at
    qtbot.waitUntil(lambda: saves.at != before and saves.state == "saved", timeout=5_000)
    inspector.wait()
    # What a power cut leaves on the disk.
    crashed = tmp_path / "crashed"
    shutil.copytree(made.folder, crashed)
    bench = Workbench.open(crashed, PASSPHRASE)
    try:
        assert [(each.item, each.text) for each in bench.recovered] == [("CD03", "Chưa xong câu nà")]
        assert bench.checklists.open(made.visit).items["CD03"].note == "Chưa xong câu nà"
    finally:
        bench.close()


def test_a_full_disk_keeps_the_answer_says_so_and_tries_again(inspector: Inspector) -> None:
    page = inspector.page
    sound: list[Any] = []

    def break_disk(bench: Workbench) -> None:
        sound.append(bench.checklists.answer)
        bench.checklists.answer = full_disk  # type: ignore[method-assign]  # the one mock: a full disk

    def full_disk(*_arguments: object, **_options: object) -> None:
        raise SaveFailed(reason="disk full")

    def mend_disk(bench: Workbench) -> None:
        bench.checklists.answer = sound[0]  # type: ignore[method-assign]  # the disk has room again

    page.session.read(break_disk, lambda _none: None, owner=page)
    card = inspector.go("CD08")
    inspector.write("3")
    inspector.press(Qt.Key.Key_Return)
    inspector.wait()
    assert page.session.saves.state == "failed"
    entry = next(iter(card.editor.entries.values()))
    assert isinstance(entry.control, QLineEdit)
    assert entry.control.text() == "3"
    assert tr("Not saved: {reason}", reason="").strip() in inspector.reads(card)
    page.session.read(mend_disk, lambda _none: None, owner=page)
    page.session.saves.retry()
    inspector.wait()
    assert page.session.saves.state == "saved"
    assert leaves(inspector.item("CD08")) == ("3",)
    assert page.scribe.unsaved("CD08") is None
    assert tr("Not saved: {reason}", reason="").strip() not in inspector.reads(card)


def test_what_others_change_leaves_focus_and_typing_alone(inspector: Inspector, visit: VisitId) -> None:
    card = inspector.go("CD08")
    inspector.write("2")
    field = QApplication.focusWidget()
    inspector.do(lambda bench: bench.checklists.note(visit, "CD09", "Xem sổ họp."))
    assert inspector.page.items["CD09"].note == "Xem sổ họp."
    note = inspector.card("CD09").findChild(QPlainTextEdit)
    assert note is not None
    assert note.toPlainText() == "Xem sổ họp."
    assert QApplication.focusWidget() is field
    assert isinstance(field, QLineEdit)
    assert (field.text(), field.cursorPosition()) == ("2", 1)
    assert inspector.card("CD08") is card


# --- finding one's way ---------------------------------------------------------------------------


def test_f6_and_f8_go_to_what_is_missing_and_f7_to_what_is_in_dispute(inspector: Inspector) -> None:
    page = inspector.page
    inspector.go("CD13")
    inspector.press(Qt.Key.Key_F6)
    assert page.items[page.current].status in ("open", "required")
    assert page.items[page.current].area == "TC"
    inspector.press(Qt.Key.Key_F8)
    assert page.items[page.current].status == "required"
    inspector.press(Qt.Key.Key_F7)
    assert page.current == DISPUTED


def test_a_disputed_item_shows_both_values_and_leads_to_the_decision(
    inspector: Inspector, qtbot: QtBot
) -> None:
    page = inspector.page
    card = inspector.go(DISPUTED)
    qtbot.waitUntil(lambda: "Lê Thị Mỹ Duyên" in page.detail.conflict.words.text(), timeout=5_000)
    inspector.wait()
    assert "Trần Quốc Huy" in page.detail.conflict.words.text()
    assert tr("Two laptops recorded different values. Both are kept.") in inspector.reads(card)
    with qtbot.waitSignal(page.open_conflicts) as asked:
        card.decide_wanted.emit(DISPUTED)
    assert asked.args == [page.visit]


def test_the_detail_tells_rule_basis_and_history_of_the_item(inspector: Inspector, qtbot: QtBot) -> None:
    inspector.go("CD03")
    inspector.press(Qt.Key.Key_1)
    detail = inspector.page.detail
    item = inspector.page.items["CD03"]
    assert item.rule_text in inspector.reads(detail)
    assert item.basis in inspector.reads(detail)
    qtbot.waitUntil(lambda: "Trần Quốc Huy · Máy 01" in detail.history.words.text(), timeout=5_000)
    inspector.wait()


def test_the_search_finds_without_accents_in_words_and_notes(
    inspector: Inspector, visit: VisitId, qtbot: QtBot
) -> None:
    page = inspector.page
    inspector.do(lambda bench: bench.checklists.note(visit, "BM01", "Thiếu quyết định của phòng Kinh tế"))
    inspector.go("CD01")
    inspector.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    inspector.write("phong kinh te")
    qtbot.waitUntil(lambda: "BM01" in {hit.item for hit in page.outline.found.hits.hits}, timeout=5_000)
    found = [hit.item for hit in page.outline.found.hits.hits]
    for _ in range(found.index("BM01")):
        inspector.press(Qt.Key.Key_Down)
    inspector.press(Qt.Key.Key_Return)
    assert page.current == "BM01"
    inspector.wait()


def test_alt_arrows_walk_through_the_areas(inspector: Inspector) -> None:
    page = inspector.page
    page.show_area("CD")
    inspector.go("CD01")
    inspector.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert page.outline.list.current == "TC"
    assert page.items[page.current].area == "TC"
    inspector.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert page.outline.list.current == "CD"


def test_areas_are_built_when_they_are_first_shown(inspector: Inspector, qtbot: QtBot) -> None:
    page = inspector.page
    assert list(page.panes) == [page.outline.list.current]
    page.show_area("TT")
    pane = page.panes["TT"]
    qtbot.waitUntil(lambda: len(pane.cards) == 26, timeout=5_000)
    page.show_area("CD")
    page.show_area("TT")
    assert page.panes["TT"] is pane


def test_on_a_narrow_screen_the_detail_is_a_drawer(inspector: Inspector) -> None:
    page = inspector.page
    assert page.detail.isVisible()
    page.resize(1017, 532)
    inspector.go("CD03")
    assert not page.detail.isVisible()
    page.toggle_detail()
    assert page.detail.isVisible()
    assert page.detail.geometry().right() == page.width() - 1
    page.detail.setFocus()
    inspector.press(Qt.Key.Key_Escape)
    assert not page.detail.isVisible()
    assert page.current == "CD03"


@pytest.mark.parametrize("size", [(1290, 686), (1017, 532), (864, 458)])
def test_no_card_is_wider_than_its_column(inspector: Inspector, size: tuple[int, int], qtbot: QtBot) -> None:
    page = inspector.page
    page.resize(*size)
    for area in ("SL", "CD", "TT"):
        page.show_area(area)
        pane = page.panes[area]
        qtbot.waitUntil(lambda pane=pane: len(pane.cards) == len(page.areas[pane.area].items))
        assert pane.widget().width() <= pane.viewport().width()


def test_every_place_the_keyboard_reaches_has_a_name(inspector: Inspector) -> None:
    inspector.go("CD05")
    for widget in inspector.page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy():
            text = getattr(widget, "text", None)
            assert widget.accessibleName() or (callable(text) and text()), widget


def test_a_finding_half_written_outlives_a_crash(
    inspector: Inspector, made: Made, tmp_path: Path, qtbot: QtBot
) -> None:
    card = inspector.go("CD06")
    card.write_finding()
    inspector.write("Chưa tự kiểm tra phòng chuyên môn")
    form = card.findChild(FindingForm)
    assert form is not None
    with qtbot.waitSignal(form.typed, timeout=5_000):
        pass
    inspector.wait()
    shutil.copytree(made.folder, copy := tmp_path / "after the crash")
    again = Workbench.open(copy, PASSPHRASE)
    [found] = [each.record for each in again.visits.get(made.visit).findings]
    again.close()
    assert (found.item, found.text) == ("CD06", "Chưa tự kiểm tra phòng chuyên môn")


def test_a_finding_given_up_leaves_nothing_behind(
    inspector: Inspector, made: Made, tmp_path: Path, qtbot: QtBot
) -> None:
    card = inspector.go("CD06")
    card.write_finding()
    inspector.write("Không ghi nữa")
    form = card.findChild(FindingForm)
    assert form is not None
    with qtbot.waitSignal(form.typed, timeout=5_000):
        pass
    inspector.press(Qt.Key.Key_Escape)
    inspector.wait()
    shutil.copytree(made.folder, copy := tmp_path / "after the crash")
    again = Workbench.open(copy, PASSPHRASE)
    assert again.visits.get(made.visit).findings == ()
    again.close()
