"""The dossiers page over a real workspace: adding by code, the form, what comes out."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import DossierRow
from inspector_app.ui.checklist.choices import OptionsEntry
from inspector_app.ui.dossiers.form import Question
from inspector_app.ui.dossiers.page import DossiersPage
from inspector_app.ui.session import Session
from inspector_app.ui.tasks import Lanes

CODE = "000.16.30.H20-261102-0007"


class Checker:
    """A person at the page."""

    def __init__(self, page: DossiersPage, qtbot: QtBot, settle: Callable[[Lanes], None]) -> None:
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
        row = self.page.form.rows[key]
        assert isinstance(row, Question)
        return row

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

    def rows(self) -> tuple[DossierRow, ...]:
        """What the workspace holds."""
        found: list[tuple[DossierRow, ...]] = []
        page = self.page
        page.session.read(lambda bench: bench.dossiers.list(page.visit), found.append, owner=page)
        self.wait()
        return found[0]


@pytest.fixture
def checker(session: Session, visit: VisitId, qtbot: QtBot, settle: Callable[[Lanes], None]) -> Checker:
    """A person before the page on a small laptop's screen."""
    page = DossiersPage(session, visit)
    qtbot.addWidget(page)
    page.resize(1017, 532)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    person = Checker(page, qtbot, settle)
    person.wait()
    return person


CHECKS = [f"H{number:02}" for number in range(1, 16)]


def test_a_dossier_is_added_by_its_code_and_its_form_opens(checker: Checker) -> None:
    checker.add(CODE)
    assert [row.code for row in checker.rows()] == [CODE]
    assert checker.page.form.dossier == checker.rows()[0].id
    assert checker.page.list.dossiers.index(0).data(Qt.ItemDataRole.AccessibleTextRole).startswith(CODE)
    assert checker.page.form.isAncestorOf(QApplication.focusWidget())


def test_digits_check_a_dossier_and_its_result_shows_in_the_list(checker: Checker) -> None:
    checker.add(CODE)
    for key in [key for key in CHECKS if key in checker.page.form.rows]:
        checker.choose(key, 2 if key == "H04" else 1)
    (row,) = checker.rows()
    assert row.passed is False
    assert row.failed == ("H04",)
    said = checker.page.list.dossiers.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert tr("failed: {checks}", checks="H04") in said


def test_lines_come_and_go_with_the_answers_and_the_others_stay(checker: Checker) -> None:
    checker.add(CODE)
    before = set(checker.page.form.rows)
    kept = checker.question("H01")
    checker.write("ngay_hen_tra", "1/10/2026")
    checker.write("ngay_ket_thuc", "5/10/2026")
    assert set(checker.page.form.rows) > before
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
    assert [row.code for row in page.list.dossiers.rows] == ["A-1"]


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
    for key in [key for key in CHECKS if key in checker.page.form.rows]:
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
    for row in checker.page.form.questions:
        if isinstance(row.entry, OptionsEntry):
            assert all(option.accessibleName() for option in row.entry.options.values())
        else:
            target = row.entry.focusProxy() or row.entry
            assert target.accessibleName() or target.focusProxy() is not None
