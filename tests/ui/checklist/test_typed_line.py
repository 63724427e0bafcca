"""What a line typed from paper says of an item."""

import pytest
from PySide6.QtWidgets import QApplication

from inspector_app import paths
from inspector_app.domain.records import VisitId
from inspector_app.services.open_checklist import OpenChecklist
from inspector_app.services.templates import CHECKLIST, Template, read_form
from inspector_app.services.views import ItemView
from inspector_app.text import UnreadableText
from inspector_app.ui.checklist.typed_line import Line, LineReader


@pytest.fixture(scope="module")
def items() -> dict[str, ItemView]:
    template = Template(read_form(paths.resources() / "checklists" / f"{CHECKLIST}.xlsx"))
    blank = OpenChecklist(VisitId(""), template, {})
    blank.refresh()
    return blank.views


SAID: list[tuple[str, str, Line]] = [
    ("CD01", "2", Line(answer={"CD01": "b"})),
    ("CD03", "1", Line(answer={"CD03": "co"})),
    ("CD03", "2 g chưa bố trí", Line(answer={"CD03": "khong"}, note="chưa bố trí")),
    ("CD04", "18/26", Line(answer={"CD04_tu": "18", "CD04_mau": "26"})),
    ("CD04", "18 26", Line(answer={"CD04_tu": "18", "CD04_mau": "26"})),
    ("CD04", "18 trên 26", Line(answer={"CD04_tu": "18", "CD04_mau": "26"})),
    ("CD04", "1.234 / 2 000", Line(answer={"CD04_tu": "1234", "CD04_mau": "2000"})),
    ("TS04", "1.234,5/2,000.5", Line(answer={"TS04_tu": "1234.5", "TS04_mau": "2000.5"})),
    ("CD02", "0,75", Line(answer={"CD02": "0.75"})),
    ("CD02", "0.75", Line(answer={"CD02": "0.75"})),
    ("SL02", "1.234", Line(answer={"SL02": "1234"})),
    ("SL02", "1,234", Line(answer={"SL02": "1234"})),
    ("CD08", "0", Line(answer={"CD08": "0"})),
    ("CD07", "k chưa từng được kiểm tra", Line(reason="chưa từng được kiểm tra")),
    ("CD07", "K chưa kiểm tra g hỏi lại xã", Line(reason="chưa kiểm tra", note="hỏi lại xã")),
    ("TC01", "0 không phát sinh", Line(reason="không phát sinh")),
    ("CD04", "g thiếu 3 báo cáo", Line(note="thiếu 3 báo cáo")),
    ("CD04", "-", Line(answer={"CD04_tu": "", "CD04_mau": ""})),
    ("NX01", "k phải 1/2 của g mọi việc", Line(answer={"NX01": "k phải 1/2 của g mọi việc"})),
]


@pytest.mark.parametrize(("code", "typed", "line"), SAID)
def test_a_line_says_what_it_says(
    qapp: QApplication, items: dict[str, ItemView], code: str, typed: str, line: Line
) -> None:
    reader = LineReader(items[code])
    assert reader.takes_lines
    assert reader.read(typed) == line


UNREADABLE: list[tuple[str, str]] = [
    ("CD01", "4"),
    ("CD01", "1 2"),
    ("CD01", "đúng hạn"),
    ("CD04", "18"),
    ("CD04", "18/26/30"),
    ("CD04", "18/nhiều"),
    ("CD04", "k chưa có"),
    ("CD07", "k"),
    ("TC01", "0"),
    ("TS04", "1.234/2.000"),
    ("CD08", "12%"),
    ("CD08", "ba"),
]


@pytest.mark.parametrize(("code", "typed"), UNREADABLE)
def test_a_line_that_says_nothing_sensible_gets_a_sentence(
    qapp: QApplication, items: dict[str, ItemView], code: str, typed: str
) -> None:
    with pytest.raises(UnreadableText) as refused:
        LineReader(items[code]).read(typed)
    assert len(str(refused.value)) > 10


def test_the_hint_says_what_may_be_typed(qapp: QApplication, items: dict[str, ItemView]) -> None:
    assert LineReader(items["CD03"]).hint.startswith("1 Có   2 Không")
    assert "k + " not in LineReader(items["CD03"]).hint
    assert "k + " in LineReader(items["CD07"]).hint
    assert "18/26" in LineReader(items["CD04"]).hint
    assert items["CD08"].unit in LineReader(items["CD08"]).hint
