"""The dossiers page over a real workspace: adding by code, the form, what comes out."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from inspector_app.domain.records import RecordId, VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import DossierRow, DossierView, Link, NewVisit
from inspector_app.services.workbench import Workbench
from inspector_app.ui.checklist.choices import OptionsEntry
from inspector_app.ui.checklist.files import FileEntry
from inspector_app.ui.checklist.media import Picture
from inspector_app.ui.checklist.question import Question
from inspector_app.ui.checklist.repeats import Repeat
from inspector_app.ui.dossiers.page import DossiersPage
from inspector_app.ui.session import Session
from tests.hands import focused
from tests.ui.conftest import PASSPHRASE, Made, Screen, Settle, asked
from tests.workbooks import own_dossier
from tests.workbooks.filling import picture

CODE = "000.16.30.H20-261102-0007"


class Checker:
    """A person at the page."""

    def __init__(self, page: DossiersPage, qtbot: QtBot, settle: Settle) -> None:
        self.page = page
        self.qtbot = qtbot
        self._settle = settle

    def wait(self) -> None:
        """Until everything asked of the workspace is back."""
        self._settle(self.page.session.lanes)

    def add(self, code: str) -> None:
        """Begin a dossier as a person does."""
        self.page.code.setFocus()
        self.qtbot.keyClicks(self.page.code, code)
        self.qtbot.keyClick(self.page.code, Qt.Key.Key_Return)
        self.wait()

    def question(self, key: str) -> Question:
        """A question of the form."""
        row = self.page.form.question(key)
        assert row is not None
        return row

    def asked(self) -> set[str]:
        """The questions shown."""
        return {row.key for row in self.page.form.body.questions()}

    def choose(self, key: str, number: int) -> None:
        """Press the digit of a choice."""
        row = self.question(key)
        (row.entry.focusProxy() or row.entry).setFocus()
        self.qtbot.keyClick(QApplication.focusWidget(), Qt.Key(int(Qt.Key.Key_0) + number))
        self.wait()

    def write(self, key: str, words: str) -> None:
        """Type into a question and leave it."""
        row = self.question(key)
        line = row.entry.findChild(QLineEdit)
        assert line is not None
        line.setFocus()
        line.selectAll()
        self.qtbot.keyClicks(line, words)
        self.qtbot.keyClick(line, Qt.Key.Key_Return)
        self.wait()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        self.qtbot.keyClick(focused(), key, held)
        self.wait()

    def type(self, words: str) -> None:
        """Type where the focus is."""
        self.qtbot.keyClicks(focused(), words)

    def where(self) -> str:
        """The question that the cursor is in."""
        focus = focused()
        found = [row.key for row in self.page.form.body.questions() if row.isAncestorOf(focus)]
        return found[0] if found else ""

    def view(self) -> DossierView:
        """What the workspace holds of the dossier that is open."""
        page, dossier = self.page, RecordId(self.page.form.dossier)
        return asked(page.session, self._settle, lambda bench: bench.dossiers.open(page.visit, dossier))

    def value(self, key: str) -> str:
        """An answer as the workspace holds it."""
        return next(line.leaf.value for line in self.view().lines if line.key == key and line.leaf)

    def repeat(self) -> Repeat:
        """The requests for more papers."""
        row = self.page.form.body.rows["bo_sung"]
        assert isinstance(row, Repeat)
        return row

    def rows(self) -> tuple[DossierRow, ...]:
        """What the workspace holds."""
        return asked(self.page.session, self._settle, lambda bench: bench.dossiers.list(self.page.visit))


def before_the_page(
    session: Session, visit: VisitId, screen: Screen, qtbot: QtBot, settle: Settle
) -> Checker:
    """A person before the page on a small laptop's screen."""
    person = Checker(screen.show(DossiersPage(session, visit), 1017, 532), qtbot, settle)
    person.wait()
    return person


@pytest.fixture
def checker(session: Session, visit: VisitId, screen: Screen, qtbot: QtBot, settle: Settle) -> Checker:
    """Somebody who checks with the shipped form."""
    return before_the_page(session, visit, screen, qtbot, settle)


CHECKS = [f"H{number:02}" for number in range(1, 16)]


def test_a_dossier_is_added_by_its_code_and_its_form_opens(checker: Checker) -> None:
    checker.add(CODE)
    assert [row.code for row in checker.rows()] == [CODE]
    assert checker.page.form.dossier == checker.rows()[0].id
    assert checker.page.list.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole).startswith(CODE)
    assert checker.page.form.isAncestorOf(focused())


def test_digits_check_a_dossier_and_its_result_shows_in_the_list(checker: Checker) -> None:
    checker.add(CODE)
    for key in [key for key in CHECKS if key in checker.asked()]:
        checker.choose(key, 2 if key == "H04" else 1)
    (row,) = checker.rows()
    assert row.passed is False
    assert row.failed == ("H04",)
    said = checker.page.list.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert tr("failed: {checks}", checks="H04") in said


def test_lines_come_and_go_with_the_answers_and_the_others_stay(checker: Checker) -> None:
    checker.add(CODE)
    before = checker.asked()
    kept = checker.question("H01")
    checker.write("ngay_hen_tra", "1/10/2026")
    checker.write("ngay_ket_thuc", "5/10/2026")
    assert checker.asked() > before
    assert checker.question("H01") is kept
    assert checker.rows()[0].overdue
    assert checker.page.summary.text().startswith("1 ")


def test_a_value_that_cannot_stand_stays_with_its_reason(checker: Checker) -> None:
    checker.add(CODE)
    checker.write("ngay_nop", "31/2/2026")
    row = checker.question("ngay_nop")
    words = " ".join(label.text() for label in row.findChildren(QLabel) if label.isVisible())
    assert "31/2/2026" in words
    line = row.entry.findChild(QLineEdit)
    assert line is not None
    assert line.text() == "31/2/2026"
    checker.write("ngay_nop", "28/2/2026")
    words = " ".join(label.text() for label in row.findChildren(QLabel) if label.isVisible())
    assert "31/2/2026" not in words
    assert row.entry.value == "2026-02-28"


def test_going_to_another_dossier_saves_what_was_typed_and_shows_only_its_own(checker: Checker) -> None:
    checker.add(CODE)
    checker.add(CODE.replace("0007", "0008"))
    first, second = (row.id for row in checker.rows())
    row = checker.question("linh_vuc")
    line = row.entry.findChild(QLineEdit)
    assert line is not None
    line.setFocus()
    checker.qtbot.keyClicks(line, "Ho tich")
    checker.page.list.setFocus()
    checker.page.list.select(first)
    checker.wait()
    assert line.text() == ""
    assert [each.field for each in checker.rows()] == ["", "Ho tich"]
    checker.page.list.select(second)
    checker.wait()
    assert line.text() == "Ho tich"


def test_the_search_needs_no_accents(checker: Checker, visit: VisitId) -> None:
    page = checker.page
    for code, procedure in (("A-1", "Đăng ký khai sinh"), ("A-2", "Chứng thực bản sao")):
        page.session.save(
            lambda bench, code=code, procedure=procedure: bench.dossiers.add(visit, code, procedure),
            owner=page.session,
        )
    checker.wait()
    page.search.setText("dang ky")
    page.search.returnPressed.emit()
    assert [row.code for row in page.list.rows.shown] == ["A-1"]


def test_a_dossier_is_taken_off_after_asking_in_place(checker: Checker) -> None:
    checker.add(CODE)
    page = checker.page
    page._bin.click()
    assert len(checker.rows()) == 1
    page._sure.click()
    checker.wait()
    assert checker.rows() == ()
    assert not page.form.isVisible()


def test_results_are_put_into_the_checklist_on_request(checker: Checker, qtbot: QtBot) -> None:
    checker.add(CODE)
    for key in [key for key in CHECKS if key in checker.asked()]:
        checker.choose(key, 1)
    page = checker.page
    with qtbot.waitSignal(page.open_tab) as asked:
        page.feed_button.click()
    assert asked.args == ["checklist"]
    found: list[tuple[str, ...]] = []
    page.session.read(
        lambda bench: tuple(
            leaf.value for leaf in bench.checklists.open(page.visit).items["TT17"].leaves if not leaf.computed
        ),
        found.append,
        owner=page,
    )
    checker.wait()
    assert found == [("1", "1")]


def test_every_entry_of_the_form_can_be_chosen_by_keys(checker: Checker) -> None:
    checker.add(CODE)
    for row in checker.page.form.body.questions():
        if isinstance(row.entry, OptionsEntry):
            assert all(option.accessibleName() for option in row.entry.options.values())
        else:
            target = row.entry.focusProxy() or row.entry
            assert target.accessibleName() or target.focusProxy() is not None


# --- keys ----------------------------------------------------------------------------------------


def test_a_dossier_is_checked_by_digits_and_enter_alone(checker: Checker) -> None:
    checker.add(CODE)
    assert checker.where() == "ten_tthc"  # the first that must be answered
    checker.question("H01").enter()
    for code in CHECKS[:4]:
        assert checker.where() == code
        checker.press(Qt.Key.Key_2 if code == "H03" else Qt.Key.Key_1)
        checker.press(Qt.Key.Key_Return)
        if code == "H03":  # what is wrong is asked at once
            assert checker.where() == "H03_ghi_chu"
            checker.type("Hen cham 2 ngay")
            checker.press(Qt.Key.Key_Down)  # Enter begins another line there
    assert checker.where() == "H05"
    checker.press(Qt.Key.Key_Up)
    assert checker.where() == "H04"
    assert checker.value("H03_ghi_chu") == "Hen cham 2 ngay"
    assert checker.rows()[0].critical == ("H03",)


def test_tab_goes_in_reading_order_through_lines_that_came_later(checker: Checker) -> None:
    checker.add(CODE)
    checker.question("H03").enter()
    checker.press(Qt.Key.Key_2)
    for key in ("H03_ghi_chu", "H04"):
        checker.press(Qt.Key.Key_Tab)
        assert checker.where() == key
    checker.press(Qt.Key.Key_Backtab)
    assert checker.where() == "H03_ghi_chu"
    checker.question("nhan_xet").enter()
    checker.press(Qt.Key.Key_Tab)
    assert checker.page.next_button.hasFocus()


def test_the_next_that_must_be_answered_is_one_key_away(checker: Checker) -> None:
    checker.add(CODE)
    checker.type("Dang ky ket hon")
    checker.press(Qt.Key.Key_F8)
    assert checker.where() == "ngay_tiep_nhan"
    checker.press(Qt.Key.Key_F6)
    assert checker.where() == "ngay_hen_tra"
    checker.press(Qt.Key.Key_F6)
    assert checker.where() == "co_bo_sung"


def test_the_next_dossier_is_one_key_away_and_behind_the_last_waits_a_new_one(checker: Checker) -> None:
    checker.add(CODE)
    checker.add("B-1")
    checker.page.list.select(checker.rows()[0].id)
    checker.wait()
    checker.question("linh_vuc").enter()
    checker.type("Ho tich")
    checker.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert checker.page.form.dossier == checker.rows()[1].id
    assert checker.where() == "ten_tthc"
    assert checker.rows()[0].field == "Ho tich"
    checker.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert checker.page.code.hasFocus()


def test_a_code_that_is_there_already_is_opened_or_added_again_on_purpose(checker: Checker) -> None:
    checker.add(CODE)
    checker.add("B-1")
    first = checker.rows()[0].id
    checker.add(CODE.lower())
    assert len(checker.rows()) == 2
    checker.press(Qt.Key.Key_Space)  # the cursor is on "Open it"
    assert checker.page.form.dossier == first
    checker.add(CODE)
    checker.page.same.add_again.click()
    checker.wait()
    assert [row.code for row in checker.rows()] == [CODE, "B-1", CODE]


def test_the_stars_are_said_as_well_as_shown(checker: Checker) -> None:
    checker.add(CODE)
    critical, other = checker.question("H02"), checker.question("H05")
    assert "H02\N{NO-BREAK SPACE}★" in critical.words.text()
    assert "★" not in other.words.text()
    assert tr("critical check") in critical.entry.accessibleName()
    checker.choose("H02", 2)
    checker.choose("H05", 2)
    said = checker.page.list.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert tr("failed: {checks}", checks="H02") in said
    assert tr("other faults: {checks}", checks="H05") in said


@pytest.mark.parametrize("typed", ["5/7/2026", "05-07-2026", "5.7.26"])
def test_dates_are_typed_in_every_habit(checker: Checker, typed: str) -> None:
    checker.add(CODE)
    checker.write("ngay_nop", typed)
    assert checker.value("ngay_nop") == "2026-07-05"


# --- requests for more papers --------------------------------------------------------------------


def test_requests_are_added_filled_taken_away_and_brought_back_by_keys(checker: Checker) -> None:
    checker.add(CODE)
    assert "bo_sung" not in checker.page.form.body.rows
    checker.question("co_bo_sung").enter()
    checker.press(Qt.Key.Key_1)
    checker.press(Qt.Key.Key_Return)
    assert checker.repeat().add.hasFocus()
    checker.press(Qt.Key.Key_Space)
    checker.type("3/11/2026")
    checker.press(Qt.Key.Key_Return)
    checker.type("5/11/2026")
    checker.press(Qt.Key.Key_Return)
    assert checker.where() == "ngay_ket_thuc"
    (instance,) = checker.repeat().panels
    asked = [line.leaf.value for line in checker.view().lines if line.key.startswith(instance) and line.leaf]
    assert asked == ["2026-11-03", "2026-11-05"]
    checker.press(Qt.Key.Key_Up)
    assert checker.where() == f"{instance}/ngay_nop_bo_sung"
    checker.repeat().remove_wanted.emit(instance)
    checker.wait()
    assert checker.repeat().panels == {}
    checker.repeat().undo.click()
    checker.wait()
    assert list(checker.repeat().panels) == [instance]
    assert checker.value(f"{instance}/ngay_yeu_cau") == "2026-11-03"


# --- what is being typed, files, languages -------------------------------------------------------


def test_half_typed_text_survives_a_crash(checker: Checker, made: Made, qtbot: QtBot) -> None:
    checker.add(CODE)
    row, drafts = checker.question("linh_vuc"), list[str]()
    row.entry.typed.connect(drafts.append)
    row.enter()
    checker.type("Ho ti")
    qtbot.waitUntil(lambda: drafts != [], timeout=2_000)
    checker.wait()
    checker.page.session.lanes.close()
    bench = Workbench.open(made.folder, PASSPHRASE)
    assert [found.text for found in bench.recovered] == ["Ho ti"]
    assert CODE in bench.recovered[0].item
    assert [row.field for row in bench.dossiers.list(checker.page.visit)] == ["Ho ti"]
    bench.close()


@pytest.fixture
def own_form(session: Session, screen: Screen, qtbot: QtBot, settle: Settle, tmp_path: Path) -> Checker:
    """Somebody who checks with a form of the office's own, and has one dossier open."""

    def begin(bench: Workbench) -> VisitId:
        bench.templates.publish(own_dossier.write(tmp_path))
        return bench.visits.new(NewVisit("29971", date(2026, 11, 23)))[0]

    person = before_the_page(session, asked(session, settle, begin), screen, qtbot, settle)
    person.add(CODE)
    return person


def test_a_photo_is_put_to_a_question_of_a_dossier_and_shown(own_form: Checker, tmp_path: Path) -> None:
    entry = own_form.question(own_dossier.PHOTO).entry
    assert isinstance(entry, FileEntry)
    entry.file_given.emit(picture(tmp_path / "Giay hen.png", "Giấy hẹn"))
    own_form.wait()
    assert own_form.value(own_dossier.PHOTO).endswith("Giay_hen.png")
    assert any(shown.isVisible() for shown in entry.findChildren(Picture))
    program = tmp_path / "cai dat.exe"
    program.write_bytes(b"x")
    entry.file_given.emit(program)
    own_form.wait()
    said = [label.text() for label in own_form.question(own_dossier.PHOTO).findChildren(QLabel)]
    assert any("cai dat.exe" in words for words in said)
    assert own_form.value(own_dossier.PHOTO).endswith("Giay_hen.png")


def test_photos_of_a_dossier_are_one_step_away(checker: Checker, qtbot: QtBot) -> None:
    checker.add(CODE)
    with qtbot.waitSignal(checker.page.open_evidence) as asked:
        checker.page.evidence.add.click()
    assert asked.args is not None
    assert asked.args[0].link == Link(dossier=checker.page.form.dossier)


def test_the_form_is_shown_in_another_language_on_request(own_form: Checker) -> None:
    languages = own_form.page.languages
    assert languages.isVisible()
    own_form.write("linh_vuc", "Ho tich")
    languages.set_value(own_dossier.ENGLISH)
    languages.chosen.emit(own_dossier.ENGLISH)
    own_form.wait()
    assert "EN H02" in own_form.question("H02").words.text()
    assert own_form.question("linh_vuc").entry.value == "Ho tich"


def test_the_shipped_form_has_one_language_and_offers_none(checker: Checker) -> None:
    checker.add(CODE)
    assert not checker.page.languages.isVisible()
