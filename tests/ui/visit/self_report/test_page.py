"""The self-report in the window: written, looked at before it is taken, compared, taken back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import ItemView
from inspector_app.services.workbench import Workbench
from inspector_app.ui.session import Session
from inspector_app.ui.visit.self_report.page import COMPARED, EMPTY, TAKING, SelfReportPage
from inspector_app.ui.visit.self_report.table import DIFFERENCE, FOUND, GAP, OWN, REPORTED, TEAM
from tests.hands import Hands
from tests.services.self_report.filling import SOUND, Clerk, without_identity
from tests.ui.conftest import Screen, Settle, asked


class Desk(Hands):
    """The secretary before the page, with the commune's clerk at hand."""

    def __init__(self, page: SelfReportPage, folder: Path, settle: Settle) -> None:
        self.page = page
        self._settle = settle
        self.folder = folder
        self.clerk = asked(page.session, settle, lambda bench: Clerk(bench, page.visit, folder))

    def wait(self) -> None:
        self._settle(self.page.session.lanes)
        self._settle(self.page.session.lanes)

    def send(self, cells: dict[str, Any], name: str = "tu kiem tra.xlsx") -> None:
        """The clerk fills in the form, the secretary opens it."""
        self.page.preview(self.clerk.write(cells).save(name))
        self.wait()

    def take(self) -> None:
        self.page.taking.take_button.click()
        self.wait()

    def do(self, act: Callable[[Workbench], Any]) -> None:
        self.page.session.save(act, owner=self.page.session)
        self.wait()

    def item(self, code: str) -> ItemView:
        visit = self.page.visit
        return asked(self.page.session, self._settle, lambda bench: bench.checklists.open(visit).items[code])

    def cell(self, code: str, column: int) -> str:
        """What the comparison shows of an item."""
        model = self.page.model
        row = next(at for at, line in enumerate(model.lines) if line.code == code)
        return str(model.index(row, column).data())


@pytest.fixture
def desk(session: Session, visit: VisitId, tmp_path: Path, screen: Screen, settle: Settle) -> Desk:
    return Desk(screen.enter(SelfReportPage(session, visit), 1290, 600), tmp_path, settle)


def test_an_empty_page_says_what_belongs_there(desk: Desk) -> None:
    assert desk.page.stack.currentIndex() == EMPTY


def test_the_form_is_written_and_named(desk: Desk) -> None:
    (desk.folder / "usb").mkdir()
    desk.page.write_into(desk.folder / "usb")
    desk.wait()
    (written,) = (desk.folder / "usb").iterdir()
    assert str(written) in desk.page.banner.text


def test_a_file_is_looked_at_and_taken_only_on_request(desk: Desk) -> None:
    desk.send({**SOUND, "CD05": "10/12", "CD05/points": 1})
    assert desk.page.stack.currentIndex() == TAKING
    assert desk.page.taking.take_button.text() == tr("&Take {count} values", count=26)
    assert desk.item("SL01").leaves[0].value == ""
    desk.take()
    assert desk.page.stack.currentIndex() == COMPARED
    assert desk.item("SL01").leaves[0].value == "215"
    assert str(desk.item("CD05").self_points) == "1"
    assert tr("The self-report is taken: {count} items changed.", count=25) in desk.page.banner.text


def test_a_file_can_be_left(desk: Desk) -> None:
    desk.send({"CD05": "10/12"})
    desk.page.taking.leave_button.click()
    desk.wait()
    assert desk.page.stack.currentIndex() == EMPTY


def test_a_file_that_is_known_already_says_so(desk: Desk) -> None:
    desk.send({"CD05": "10/12"})
    desk.take()
    desk.send({})
    assert desk.page.stack.currentIndex() == COMPARED
    assert "tu kiem tra.xlsx" in desk.page.banner.text


def test_doubtful_cells_are_decided_with_the_digits(desk: Desk) -> None:
    desk.send({"CD04": "95", "TS04": "1.234/2.000", "CD08": 3, "TT02": "27/26"})
    taking = desk.page.taking
    assert [row.cell.state for row in taking.cells.rows.shown] == ["doubtful", "doubtful", "refused"]
    assert taking.cells.hasFocus()
    assert taking.cells.current is not None
    assert taking.cells.current.id == "CD04/value"
    desk.press(Qt.Key.Key_0)
    assert taking.cells.current.id == "TS04/value"
    assert taking.choice is not None
    desk.press(Qt.Key.Key_1)
    assert taking.decisions == {"TS04/value": "1234 / 2000"}
    assert QApplication.focusWidget() is taking.take_button
    desk.take()
    assert desk.cell("TS04", REPORTED) == "1.234 / 2.000 = 61,70%"
    assert desk.cell("CD04", REPORTED) == ""


def test_doubtful_cells_are_decided_with_the_mouse(desk: Desk) -> None:
    desk.send({"CD04": "95"})
    choice = desk.page.taking.choice
    assert choice is not None
    choice.buttons()["95%"].click()
    assert desk.page.taking.decisions == {"CD04/value": "95%"}
    desk.page.taking.choice.buttons()["-"].click()  # type: ignore[union-attr]  # made anew by the decision
    assert desk.page.taking.decisions == {}
    assert not desk.page.taking.take_button.isEnabled()


def test_a_file_without_its_identity_waits_for_a_tick(desk: Desk) -> None:
    desk.clerk.spoil(without_identity)
    desk.send({"CD05": "10/12"})
    taking = desk.page.taking
    assert taking.doubts.isVisible()
    assert not taking.take_button.isEnabled()
    taking.doubts.tick.click()
    assert taking.take_button.isEnabled()
    desk.take()
    assert desk.cell("CD05", REPORTED) == "10 / 12 = 83,33%"


def test_what_is_no_self_report_is_told(desk: Desk) -> None:
    file = desk.folder / "cu.xls"
    file.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600)
    desk.page.preview(file)
    desk.wait()
    assert "cu.xls" in desk.page.banner.text
    assert desk.page.stack.currentIndex() == EMPTY


def test_a_file_is_dropped_on_the_page(desk: Desk) -> None:
    file = desk.clerk.write({"CD05": "10/12"}).save()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    keys = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(desk.page, QDragEnterEvent(QPoint(50, 50), *keys))
    QApplication.sendEvent(desk.page, QDropEvent(QPointF(50, 50), *keys))
    desk.wait()
    assert desk.page.stack.currentIndex() == TAKING


def test_both_sides_stand_beside_each_other(desk: Desk) -> None:
    desk.send({**SOUND, "CD05": "12/12", "CD05/points": 1})
    desk.take()
    visit = desk.page.visit
    desk.do(lambda bench: bench.checklists.answer(visit, "CD05", {"CD05_tu": "9", "CD05_mau": "12"}))
    shown = [desk.cell("CD05", column) for column in (REPORTED, FOUND, GAP, OWN, TEAM, DIFFERENCE)]
    assert shown == ["12 / 12 = 100,00%", "9 / 12 = 75,00%", "−25,00", "1,00", "0,50", "−0,50"]
    assert "CD05" in desk.page.wide.text()
    desk.page.shown.chosen.emit("wide")
    desk.page.shown.set_value("wide")
    desk.page._narrow()
    assert [line.code for line in desk.page.model.lines] == ["CD", "CD05"]


def test_the_number_of_wide_gaps_is_written_on_request(desk: Desk) -> None:
    desk.send({"CD05": "12/12"})
    desk.take()
    visit = desk.page.visit
    desk.do(lambda bench: bench.checklists.answer(visit, "CD05", {"CD05_tu": "9", "CD05_mau": "12"}))
    assert desk.item("TP02").leaves[0].value == ""
    desk.page.count_button.click()
    desk.wait()
    assert desk.item("TP02").leaves[0].value == "1"
    assert desk.page.count_button.isHidden()


def test_an_item_leads_to_the_checklist(desk: Desk, qtbot: QtBot) -> None:
    desk.send({"CD05": "12/12"})
    desk.take()
    row = next(at for at, line in enumerate(desk.page.model.lines) if line.code == "CD05")
    desk.page.table.setCurrentIndex(desk.page.model.index(row, 0))
    with qtbot.waitSignal(desk.page.open_item) as led:
        qtbot.keyClick(desk.page.table, Qt.Key.Key_Return)
    assert led.args == ["CD05"]


def test_what_was_taken_is_taken_back(desk: Desk) -> None:
    desk.send({"CD05": "10/12", "SL01": 215})
    desk.take()
    desk.page.back_button.click()
    assert desk.page.back_button.isHidden()
    desk.page.take_back()
    desk.wait()
    assert desk.page.stack.currentIndex() == EMPTY
    assert desk.item("SL01").leaves[0].value == ""
