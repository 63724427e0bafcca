"""The table of visits: found without accents, sorted, its states at a glance, kept as it was left."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QHeaderView
from pytestqt.qtbot import QtBot

from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import VisitRow
from inspector_app.ui.visits import table as module
from inspector_app.ui.visits.table import COLUMNS, State, VisitsModel, VisitTable


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
    visit_row(3, "xã An Hòa", None, index=None, answered=0, conflicts=0, visit_kind="unannounced"),
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
        ("tranh chap", ["xã Đốc Binh Kiều"]),
        ("dot xuat", ["xã An Hòa"]),
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
    assert texts(model, module.REQUIRED) == ["", "12", "12"]


def test_a_screen_reader_hears_what_a_cell_means(model: VisitsModel) -> None:
    spoken = model.index(0, module.ANSWERED).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"{tr('Answered')}: 40/114"


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({"answered": 0, "conflicts": 0}, "new"),
        ({"conflicts": 0}, "under_way"),
        ({"conflicts": 1, "open_required": 0}, "disputed"),
        ({"conflicts": 0, "open_required": 0}, "complete"),
    ],
)
def test_the_state_of_a_visit_follows_from_its_figures(facts: dict[str, object], state: State) -> None:
    assert module.state_of(visit_row(1, "xã An Hòa", None, **facts)) == state


def test_a_state_is_a_word_and_a_mark(model: VisitsModel, qapp: QApplication) -> None:
    assert texts(model, module.STATE) == [tr("Complete"), f"{tr('In dispute')} (2)", tr("Not begun")]
    first, second, third = (
        model.index(row, module.STATE).data(Qt.ItemDataRole.DecorationRole).pixmap(QSize(14, 14)).toImage()
        for row in range(model.rowCount())
    )
    assert first != second != third != first


def test_only_one_state_is_shown_and_all_are_counted(model: VisitsModel) -> None:
    model.only("disputed")
    assert texts(model, module.UNIT) == ["xã Đốc Binh Kiều"]
    model.filter("hong ngu")
    assert texts(model, module.UNIT) == []
    assert model.counts() == {"new": 1, "under_way": 0, "disputed": 1, "complete": 1}
    model.only(None)
    assert texts(model, module.UNIT) == ["phường Hồng Ngự"]


@pytest.mark.parametrize("column", range(len(COLUMNS)))
def test_every_column_sorts_both_ways(column: int) -> None:
    model = VisitsModel()
    kinds = ("planned", "topical", "unannounced")
    model.show(
        tuple(
            visit_row(n, f"xã {n:03}", date(2026, 1, 1), answered=n % 114, visit_kind=kinds[n % 3])
            for n in range(500)
        )
    )
    orders: list[list[VisitId]] = []
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        model.sort(column, order)
        orders.append([model.visit(row).id for row in range(model.rowCount())])
        keys = [COLUMNS[column].key(model.visit(row)) for row in range(500)]
        assert keys == sorted(keys, reverse=order is Qt.SortOrder.DescendingOrder)
    assert set(orders[0]) == set(orders[1])


@pytest.fixture
def table(model: VisitsModel, qtbot: QtBot) -> VisitTable:
    table = VisitTable(model)
    qtbot.addWidget(table)
    table.resize(1290, 400)
    table.show()
    return table


@pytest.mark.parametrize("width", [500, 560, 760, 1017, 1290, 1700])
def test_columns_fit_any_width(table: VisitTable, width: int) -> None:
    table.resize(width, 500)
    header = table.horizontalHeader()
    assert header.length() <= table.viewport().width()
    shown = [at for at in range(len(COLUMNS)) if not table.isColumnHidden(at)]
    assert {module.UNIT, module.DATE, module.STATE} <= set(shown)
    assert (module.INDEX in shown) == (width >= 560)
    for at in shown:
        words = header.fontMetrics().horizontalAdvance(tr(COLUMNS[at].heading))
        assert table.columnWidth(at) >= words


def test_widths_and_order_come_back(table: VisitTable, model: VisitsModel, qtbot: QtBot) -> None:
    header = table.horizontalHeader()
    assert header.sectionResizeMode(module.STATE) is QHeaderView.ResizeMode.Interactive
    header.resizeSection(module.STATE, 177)
    table.sortByColumn(module.INDEX, Qt.SortOrder.AscendingOrder)
    again = VisitTable(fresh := VisitsModel())
    qtbot.addWidget(again)
    fresh.show(ROWS)
    again.resize(1290, 400)
    again.show()
    assert again.columnWidth(module.STATE) == 177
    assert texts(fresh, module.UNIT) == texts(model, module.UNIT)
    assert again.horizontalHeader().sortIndicatorSection() == module.INDEX
