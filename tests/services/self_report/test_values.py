"""What a cell means: certain, doubtful with its readings, or impossible with a sentence."""

from decimal import Decimal

import pytest

from inspector_app.domain.records import VisitId
from inspector_app.forms.xlsx import Cell, Kind
from inspector_app.services.open_checklist import OpenChecklist
from inspector_app.services.self_report.values import is_blank, rate_of, read_points, read_value
from inspector_app.services.views import ItemView
from inspector_app.storage.workspace import StoredTemplate
from tests.services.conftest import parsed

RATIO, COUNT, FIGURE, CHOICE, YES_NO, MONEY, OUTSIDE = "CD04", "CD08", "SL02", "CD01", "CD03", "TS04", "CD07"


@pytest.fixture(scope="module")
def items(shipped: tuple[StoredTemplate, ...]) -> dict[str, ItemView]:
    blank = OpenChecklist(VisitId(""), parsed(shipped[0].xform), {})
    blank.refresh()
    return blank.views


CERTAIN: list[tuple[str, str, Kind, str]] = [
    (RATIO, "18/26", "text", "18 / 26"),
    (RATIO, " 18 / 26 ", "text", "18 / 26"),
    (RATIO, "18 trên 26", "text", "18 / 26"),
    (RATIO, "18/26 = 69,23%", "text", "18 / 26"),
    (RATIO, "69,2% (18/26)", "text", "18 / 26"),
    (RATIO, "1.234/2.000", "text", "1234 / 2000"),
    (RATIO, "0/0", "text", "0 / 0"),
    (RATIO, "95%", "text", "95%"),
    (RATIO, "95,5 %", "text", "95.5%"),
    (RATIO, "97.28%", "text", "97.28%"),
    (RATIO, "0.9728", "percent", "97.28%"),
    (RATIO, "69,23", "text", "69.23%"),
    (RATIO, "69.23", "number", "69.23%"),
    (OUTSIDE, "Không áp dụng", "text", "không áp dụng"),
    (OUTSIDE, "KAD", "text", "không áp dụng"),
    (RATIO, "không phát sinh", "text", "không áp dụng"),
    (MONEY, "1.234,5/2.000,5", "text", "1234.5 / 2000.5"),
    (MONEY, "1,234.5 / 2,000.5", "text", "1234.5 / 2000.5"),
    (FIGURE, "1234", "number", "1234"),
    (FIGURE, "1.234", "text", "1234"),
    (FIGURE, "1,234", "text", "1234"),
    (FIGURE, "1 234", "text", "1234"),
    (FIGURE, "1.234 hồ sơ", "text", "1234"),
    (FIGURE, "0", "number", "0"),
    (COUNT, "3 hình thức", "text", "3"),
    (CHOICE, "Không ban hành", "text", "Không ban hành"),
    (CHOICE, "khong ban hanh.", "text", "Không ban hành"),
    (YES_NO, "Có", "text", "Có"),
]


@pytest.mark.parametrize(("code", "text", "kind", "stored"), CERTAIN)
def test_what_is_certain_is_taken(
    items: dict[str, ItemView], code: str, text: str, kind: Kind, stored: str
) -> None:
    read = read_value(Cell(kind, text), items[code])
    assert read.certain
    assert [reading.stored for reading in read.readings] == [stored]


DOUBTFUL: list[tuple[str, str, Kind, list[str]]] = [
    (RATIO, "2026-07-05", "date", ["5 / 7"]),
    (RATIO, "2026-07-07", "date", ["7 / 7"]),
    (RATIO, "95", "number", ["95%"]),
    (RATIO, "0.95", "number", ["95%", "0.95%"]),
    (RATIO, "18/26 (tính đến 30/6)", "text", ["18 / 26"]),
    (RATIO, "18/26 = 95%", "text", ["18 / 26"]),
    (RATIO, "18 nhiệm vụ/26 nhiệm vụ", "text", ["18 / 26"]),
    (RATIO, "đạt 95%", "text", ["95%"]),
    (MONEY, "1.234/2.000", "text", ["1234 / 2000", "1.234 / 2000", "1.234 / 2"]),
    (FIGURE, "khoảng 500", "text", ["500"]),
    (FIGURE, "500 (số ước)", "text", ["500"]),
    (COUNT, "không có", "text", ["0"]),
    (CHOICE, "a", "text", ["Đúng hạn và đủ nội dung"]),
    (CHOICE, "2", "number", ["Có ban hành nhưng chậm hoặc thiếu lĩnh vực"]),
    (CHOICE, "Có ban hành", "text", ["Có ban hành nhưng chậm hoặc thiếu lĩnh vực"]),
    (CHOICE, "Không ban hành (đang trình)", "text", ["Không ban hành"]),
    (YES_NO, "x", "text", ["Có"]),
    (YES_NO, "FALSE", "truth", ["Không"]),
]


@pytest.mark.parametrize(("code", "text", "kind", "readings"), DOUBTFUL)
def test_what_is_doubtful_is_asked_with_its_readings(
    items: dict[str, ItemView], code: str, text: str, kind: Kind, readings: list[str]
) -> None:
    read = read_value(Cell(kind, text), items[code])
    assert not read.certain
    assert [reading.stored for reading in read.readings] == readings
    assert read.why


IMPOSSIBLE: list[tuple[str, str, Kind]] = [
    (RATIO, "27/26", "text"),
    (RATIO, "120%", "text"),
    (RATIO, "đúng tiến độ", "text"),
    (RATIO, "#DIV/0!", "failed"),
    (RATIO, "", "unsolved"),
    (FIGURE, "-5", "number"),
    (FIGURE, "12.5", "number"),
    (FIGURE, "nhiều", "text"),
    (FIGURE, "12 và 15", "text"),
    (FIGURE, "1.234 (chưa kể 2 hồ sơ liên thông)", "text"),
    (FIGURE, "95%", "text"),
    (FIGURE, "0.95", "percent"),
    (FIGURE, "2026-07-05", "date"),
    (FIGURE, "TRUE", "truth"),
    (FIGURE, "1" * 30_000, "text"),
    (CHOICE, "Tốt", "text"),
]


@pytest.mark.parametrize(("code", "text", "kind"), IMPOSSIBLE)
def test_what_cannot_be_is_refused_with_a_sentence(
    items: dict[str, ItemView], code: str, text: str, kind: Kind
) -> None:
    read = read_value(Cell(kind, text), items[code])
    assert read.readings == ()
    assert len(read.why) > 10


@pytest.mark.parametrize(
    ("text", "kind", "most", "stored"),
    [
        ("1,5", "text", "2", ["1.5"]),
        ("1.5", "text", "2", ["1.5"]),
        ("1.5 điểm", "text", "2", ["1.5"]),
        ("1.234", "text", "2", ["1.234"]),
        ("0.75", "number", "1", ["0.75"]),
        ("2", "number", "1.5", []),
        ("-1", "number", "1.5", []),
        ("tối đa", "text", "1.5", []),
    ],
)
def test_a_score_lies_between_0_and_what_the_item_is_worth(
    text: str, kind: Kind, most: str, stored: list[str]
) -> None:
    read = read_points(Cell(kind, text), Decimal(most))
    assert [reading.stored for reading in read.readings] == stored
    assert read.certain == bool(stored)


def test_a_score_with_a_remark_is_asked_about() -> None:
    read = read_points(Cell("text", "1,5 (trừ 0,5)"), Decimal(2))
    assert read.readings == ()
    doubtful = read_points(Cell("text", "1,5 vì chậm"), Decimal(2))
    assert [reading.stored for reading in doubtful.readings] == ["1.5"]
    assert not doubtful.certain


@pytest.mark.parametrize("text", ["", " ", "-", "–", "…", "..."])
def test_a_dash_leaves_the_cell_open(text: str) -> None:
    assert is_blank(Cell("text", text))


def test_a_kept_value_is_a_rate_again() -> None:
    assert rate_of("95.5%") == Decimal("95.5")
    assert rate_of("13 / 26") == 50
    assert rate_of("0 / 0") is None
    assert rate_of("không áp dụng") is None
