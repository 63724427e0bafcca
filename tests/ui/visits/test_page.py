"""The list of visits: found without accents, sorted, opened by key, honest when empty."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import NewVisit, VisitRow
from inspector_app.ui.session import Session
from inspector_app.ui.tasks import Lanes
from inspector_app.ui.visits import page as module
from inspector_app.ui.visits.page import COLUMNS, VisitsModel, VisitsPage

Settle = Callable[[Lanes], None]


def visit_row(number: int, unit: str, on: date | None, **changes: object) -> VisitRow:
    facts: dict[str, object] = {
        "id": VisitId(str(number)),
        "unit_name": unit,
        "unit_code": f"299{number:02}",
        "province": "tỉnh Đồng Tháp",
        "title": "Kiểm tra CCHC",
        "on": on,
        "visit_kind": "planned",
        "answered": 40,
        "total": 114,
        "open_required": 12,
        "conflicts": 2,
        "index": Decimal("78.25"),
        "provisional": True,
        "classification": "Khá",
    }
    return VisitRow(**(facts | changes))  # type: ignore[arg-type]  # the facts above are of the right types


ROWS = (
    visit_row(1, "xã Đốc Binh Kiều", date(2026, 11, 23)),
    visit_row(2, "phường Hồng Ngự", date(2026, 11, 24), provisional=False, conflicts=0, open_required=0),
    visit_row(3, "xã An Hòa", None, index=None, answered=0),
)


def texts(model: VisitsModel, column: int) -> list[str]:
    return [model.index(row, column).data() for row in range(model.rowCount())]


@pytest.fixture
def model() -> VisitsModel:
    model = VisitsModel()
    model.show(ROWS)
    return model


def test_the_latest_visit_stands_first(model: VisitsModel) -> None:
    assert texts(model, module.DATE) == ["24/11/2026", "23/11/2026", ""]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("hong ngu", ["phường Hồng Ngự"]),
        ("DOC BINH", ["xã Đốc Binh Kiều"]),
        ("đồng tháp xã", ["xã Đốc Binh Kiều", "xã An Hòa"]),
        ("29902", ["phường Hồng Ngự"]),
        ("23/11", ["xã Đốc Binh Kiều"]),
        ("cà mau", []),
    ],
)
def test_visits_are_found_without_accents(model: VisitsModel, words: str, found: list[str]) -> None:
    model.filter(words)
    assert texts(model, module.UNIT) == found


def test_names_sort_as_vietnamese(model: VisitsModel) -> None:
    model.sort(module.UNIT)
    assert texts(model, module.UNIT) == ["phường Hồng Ngự", "xã An Hòa", "xã Đốc Binh Kiều"]


def test_figures_are_vietnamese_and_say_when_they_are_provisional(model: VisitsModel) -> None:
    assert texts(model, module.INDEX) == ["78,25 · Khá", f"78,25 · {tr('provisional')}", ""]
    assert texts(model, module.ANSWERED) == ["40/114", "40/114", "0/114"]
    assert texts(model, module.DISPUTED) == ["", "2", "2"]


def test_a_screen_reader_hears_what_a_cell_means(model: VisitsModel) -> None:
    spoken = model.index(0, module.ANSWERED).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"{tr('Answered')}: 40/114"


@pytest.fixture
def page(session: Session, qtbot: QtBot, settle: Settle) -> VisitsPage:
    page = VisitsPage(session)
    qtbot.addWidget(page)
    page.resize(1290, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.entered()
    settle(session.lanes)
    return page


def test_the_list_shows_what_the_workspace_holds(page: VisitsPage) -> None:
    assert page.model.rowCount() == 2
    assert page.count.text() == tr("{count} visits", count="2")
    assert page.body.currentWidget() is page.table
    assert page.table.hasFocus()


def test_enter_and_double_click_open(page: VisitsPage, visit: VisitId, qtbot: QtBot) -> None:
    at = page.model.row_of(visit)
    assert at is not None
    page.table.selectRow(at)
    opened: list[VisitId] = []
    page.opened.connect(opened.append)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    page.table.doubleClicked.emit(page.model.index(at, 0))
    assert opened == [visit, visit]


def test_a_filter_without_result_says_so(page: VisitsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.search.settled):
        qtbot.keyClicks(page.search, "ca mau")
    assert page.body.currentWidget() is page.nothing
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.body.currentWidget() is page.table


def test_a_change_is_shown_and_the_chosen_row_stays(
    page: VisitsPage, session: Session, visit: VisitId, settle: Settle
) -> None:
    at = page.model.row_of(visit)
    assert at is not None
    page.table.selectRow(at)
    session.save(lambda bench: bench.visits.new(NewVisit("29983", date(2026, 12, 1))), owner=session)
    settle(session.lanes)
    assert page.model.rowCount() == 3
    assert page.model.visit(page.table.currentIndex().row()).id == visit


@pytest.mark.parametrize("width", [560, 760, 1017, 1290, 1700])
def test_columns_fit_any_width(page: VisitsPage, width: int) -> None:
    page.resize(width, 500)
    header = page.table.horizontalHeader()
    assert header.length() <= page.table.viewport().width()
    shown = [at for at in range(len(COLUMNS)) if not page.table.isColumnHidden(at)]
    assert {module.UNIT, module.DATE, module.INDEX, module.DISPUTED} <= set(shown)
    for at in shown:
        words = header.fontMetrics().horizontalAdvance(tr(COLUMNS[at].heading))
        assert page.table.columnWidth(at) >= words


def test_everything_is_painted(page: VisitsPage) -> None:
    assert not page.grab().isNull()


def test_an_empty_workspace_offers_the_first_step(
    lanes: Lanes, qtbot: QtBot, settle: Settle, tmp_path_factory: pytest.TempPathFactory
) -> None:
    from inspector_app.services.workbench import Workbench
    from inspector_app.settings import Settings
    from tests.ui.conftest import LEAD, PASSPHRASE, QUICK

    folder = tmp_path_factory.mktemp("empty") / "workspace"
    lanes.open(
        lambda: Workbench.create(folder, PASSPHRASE, LEAD, derivation=QUICK), lambda _none: None, owner=lanes
    )
    page = VisitsPage(Session(lanes, Settings(), lanes))
    qtbot.addWidget(page)
    page.show()
    page.entered()
    settle(lanes)
    assert page.body.currentWidget() is page.empty
    page.plan()
    assert page.panel.isVisible()
