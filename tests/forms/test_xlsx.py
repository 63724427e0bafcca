"""The inside of a workbook: what Excel, LibreOffice, WPS and less careful programs write into a cell."""

import pytest

from inspector_app.forms.xlsx import Cell, Enough, Layout, Xlsx, XlsxRefused, letters
from tests.forms.parts import MAIN, package, relations, row, sheet

STYLES = f"""<styleSheet xmlns="{MAIN}"><numFmts>
<numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>
<numFmt numFmtId="165" formatCode="0.00&quot; ngày&quot;"/>
<numFmt numFmtId="166" formatCode="[$-42A]General"/>
</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>
<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/>
</cellXfs></styleSheet>"""
SHARED = f"""<sst xmlns="{MAIN}"><si><t>một</t></si>
<si><r><t xml:space="preserve">hai </t></r><r><t>phần</t></r><rPh><t>đọc</t></rPh></si>
<si><t>a_x000D_b</t></si></sst>"""


def cells(rows: str, extra: dict[str, str] | None = None) -> dict[str, Cell]:
    """The cells of a sheet with these rows, by their places."""
    parts = {"xl/styles.xml": STYLES, "xl/sharedStrings.xml": SHARED, **(extra or {})}
    found: dict[str, Cell] = {}

    def receive(row_number: int, column: int, cell: Cell) -> None:
        found[f"{letters(column)}{row_number}"] = cell

    Xlsx(package({"survey": sheet(rows)}, parts)).read("survey", receive)
    return found


def only(cell: str) -> Cell | None:
    return cells(f'<row r="1">{cell}</row>').get("A1")


@pytest.mark.parametrize(
    ("xml", "cell"),
    [
        ('<c r="A1" t="s"><v>0</v></c>', ("text", "một")),
        ('<c r="A1" t="s"><v>1</v></c>', ("text", "hai phần")),
        ('<c r="A1" t="s"><v>2</v></c>', ("text", "a\rb")),
        ('<c r="A1" t="inlineStr"><is><t>tại chỗ</t></is></c>', ("text", "tại chỗ")),
        ('<c r="A1" t="str"><v>chữ</v></c>', ("text", "chữ")),
        ('<c r="A1"><v>18</v></c>', ("number", "18")),
        ('<c r="A1" t="n"><v>0.10000000000000001</v></c>', ("number", "0.1")),
        ('<c r="A1"><v>1E3</v></c>', ("number", "1000")),
        ('<c r="A1" s="3"><v>5</v></c>', ("number", "5")),
        ('<c r="A1" s="4"><v>5</v></c>', ("number", "5")),
        ('<c r="A1" t="b"><v>1</v></c>', ("truth", "TRUE")),
        ('<c r="A1" t="b"><v>0</v></c>', ("truth", "FALSE")),
        ('<c r="A1" t="e"><v>#N/A</v></c>', ("failed", "#N/A")),
        ('<c r="A1"><v>1e999</v></c>', ("failed", "1e999")),
        # dates
        ('<c r="A1" s="1"><v>46350</v></c>', ("date", "2026-11-24")),
        ('<c r="A1" s="2"><v>46350.375</v></c>', ("date", "2026-11-24T09:00:00")),
        ('<c r="A1" s="1"><v>0.3125</v></c>', ("date", "07:30:00")),
        ('<c r="A1" s="1"><v>1</v></c>', ("date", "1900-01-01")),
        ('<c r="A1" s="1"><v>99999999</v></c>', ("date", "99999999")),
        ('<c r="A1" t="d"><v>2026-11-24</v></c>', ("date", "2026-11-24")),
        # formulas
        ('<c r="A1"><f>1+1</f><v>2</v></c>', ("number", "2")),
        ('<c r="A1" t="str"><f>A2</f><v>kết quả</v></c>', ("text", "kết quả")),
        ('<c r="A1"><f>1+1</f></c>', ("unsolved", "")),
        ('<c r="A1"><f>1+1</f><v/></c>', ("unsolved", "")),
        ('<c r="A1"><f t="shared" si="0"/></c>', ("unsolved", "")),
        ('<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', ("failed", "#DIV/0!")),
    ],
)
def test_a_cell_is_what_excel_shows(xml: str, cell: tuple[str, str]) -> None:
    assert only(xml) == cell


@pytest.mark.parametrize(
    "xml", ['<c r="A1" s="1"/>', '<c r="A1" t="s"/>', '<c r="A1" t="str"><f>IF(1,"")</f><v></v></c>']
)
def test_an_empty_cell_is_none(xml: str) -> None:
    assert only(xml) is None


def test_a_workbook_of_a_macintosh_counts_days_from_1904() -> None:
    mac = (
        f'<workbook xmlns="{MAIN}" xmlns:r="x"><workbookPr date1904="1"/>'
        '<sheets><sheet name="survey" r:id="r1"/></sheets></workbook>'
    )

    found = cells('<row r="1"><c r="A1" s="1"><v>44888</v></c></row>', {"xl/workbook.xml": mac})

    assert found["A1"] == ("date", "2026-11-24")


def test_cells_without_places_follow_each_other() -> None:
    rows = row("a", "b") + '<row r="5"><c r="C5" t="str"><v>c</v></c><c t="str"><v>d</v></c></row>' + row("e")

    assert list(cells(rows)) == ["A1", "B1", "C5", "D5", "A6"]


def test_parts_are_found_whatever_they_are_called() -> None:
    """Absolute targets, backslashes and other capitals, as some writers have them."""
    links = relations([("r1", "worksheet", "/xl/Worksheets/Sheet1.xml")])
    content = package(
        {"survey": ""},
        {"xl/_rels/workbook.xml.rels": links, "xl\\worksheets\\sheet1.xml": sheet(row("a"))},
    )
    found: list[Cell] = []

    Xlsx(content).read("survey", lambda _row, _column, cell: found.append(cell))

    assert found == [("text", "a")]


def test_what_stands_beside_the_cells() -> None:
    content = package(
        {
            "survey": sheet(
                row("a"), '<mergeCells><mergeCell ref="A1:B1"/></mergeCells><dimension ref="A1:B9"/>'
            )
        }
    )

    assert Xlsx(content).read("survey", lambda *_: None) == Layout(["A1:B1"], 9)


def test_reading_ends_where_the_reader_has_enough() -> None:
    seen: list[int] = []

    def receive(row_number: int, _column: int, _cell: Cell) -> None:
        seen.append(row_number)
        if len(seen) == 2:
            raise Enough

    Xlsx(package({"survey": sheet(row("a") * 9)})).read("survey", receive)

    assert seen == [1, 2]


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="0"><c r="A0"/></row><row r="1048577"/>',
        '<row r="x"/>',
        '<row><c r="XFE1"/></row>',
        '<row><c r="a1"/></row>',
        '<row><c r="A1"><v>số</v></c></row>',
        '<row><c r="A1" t="s"><v>7</v></c></row>',
        '<row><c r="A1" t="s"><v>-1</v></c></row>',
        f'<row><c t="str"><v>{"x" * 40_000}</v></c></row>',
    ],
)
def test_impossible_places_and_values_end_the_reading(rows: str) -> None:
    with pytest.raises(XlsxRefused):
        cells(rows)


def test_columns_are_named_as_excel_does() -> None:
    assert [letters(number) for number in (1, 26, 27, 702, 703, 16_384)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
        "XFD",
    ]
