"""An .xlsx file is distrusted, put right where that is certain, and never believed about its size."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings, strategies
from openpyxl import Workbook

from inspector_app.forms.workbook import Compiled
from tests.forms.parts import package, row, sheet
from tests.forms.workbooks import GOOD, compiled, outcome, refused, rewritten, warned, workbook

UNHARMED = workbook()
OLE = bytes.fromhex("d0cf11e0a1b11ae1")


# --- cells ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "warning"),
    [
        (
            {"survey!C8": "Ghi chu\u0301"},
            "survey!C8: 1 cells had accents stored apart from their letters; they were joined. "
            "Nothing needs to be done.",
        ),
        (
            {"survey!C8": "Ghi\u00a0chú"},
            "survey!C8: 1 cells had invisible or look-alike characters; they were replaced. "
            "Nothing needs to be done.",
        ),
        (
            {"survey!B8": "ghi_chu ", "survey!B5": " CD04_tu"},
            "survey!B5: 2 cells had spaces at an end, or two in a row; they were taken out. "
            "Nothing needs to be done.",
        ),
    ],
    ids=["accents", "invisible", "spaces"],
)
def test_text_of_any_spelling_is_read_as_one_and_said(changes: dict[str, Any], warning: str) -> None:
    assert warned(workbook(changes)) == [warning]
    assert compiled(workbook(changes)).xform == compiled(workbook()).xform


def test_a_formula_that_was_never_worked_out_is_named() -> None:
    assert refused(workbook({"survey!C8": "=1/0"})) == [
        "survey!C8: The formula of this cell was never worked out. "
        "Open the file in Excel and save it, or type the text itself.",
    ]


def test_a_failed_formula_is_named() -> None:
    content = rewritten(
        workbook(),
        "xl/worksheets/sheet1.xml",
        rb'<c r="D8"[^>]*>.*?</c>',
        b'<c r="D8" t="e"><v>#REF!</v></c>',
    )

    assert refused(content) == [
        "survey!D8: The formula of this cell has failed: #REF!. Correct the formula, or type the text itself."
    ]


# --- sheets -----------------------------------------------------------------------------------------


def test_capitals_in_the_name_of_a_sheet_do_not_matter() -> None:
    capitals = rewritten(workbook(), "xl/workbook.xml", b'name="survey"', b'name="Survey"')

    assert compiled(capitals).xform == compiled(workbook()).xform


def merge(area: str) -> Callable[[Workbook], None]:
    return lambda book: book["survey"].merge_cells(area)


def test_a_merged_heading_is_refused_at_its_cell() -> None:
    assert refused(workbook(also=merge("C1:D1"))) == [
        "survey!C1: The heading is merged over C1:D1; every column needs its own. "
        "Unmerge the cells and write a heading in each.",
    ]


def test_merged_rows_are_remarked_on() -> None:
    assert warned(workbook(also=merge("D8:E8"))) == [
        "survey!D8: The cells D8:E8 are merged; only the first is read. "
        "Unmerge them if each row needs the text."
    ]


def test_the_area_that_a_sheet_claims_is_not_believed() -> None:
    short = rewritten(
        workbook(), "xl/worksheets/sheet1.xml", rb'<dimension ref="[^"]*"', b'<dimension ref="A1:B3"'
    )

    assert compiled(short).xform == compiled(workbook()).xform
    assert warned(short) == [
        "survey: The sheet says that it ends at row 3, but it goes on; all of it was read. "
        "Save it once in Excel, so that other programs read all of it too."
    ]


def test_a_stray_cell_at_the_end_of_the_sheet_costs_nothing() -> None:
    assert compiled(workbook({"survey!ZZ1048576": "x"})).points == 100


# --- files that are no workbook ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"ma;ten\n1;2\n", "phieu.xlsx: The file is not an Excel workbook."),
        (workbook()[:2000], "phieu.xlsx: The file is not an Excel workbook."),
        (OLE + bytes(600), "phieu.xlsx: The file has the old Excel format (.xls)."),
        (
            OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            "phieu.xlsx: The workbook is protected by a password.",
        ),
        (
            rewritten(workbook(), "xl/worksheets/sheet1.xml", b"</sheetData>", b""),
            "phieu.xlsx: The file is damaged",
        ),
        (
            rewritten(
                workbook(),
                "xl/workbook.xml",
                rb"<workbook",
                b'<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><workbook',
            ),
            "phieu.xlsx: The file is damaged",
        ),
    ],
    ids=["text", "cut off", "old format", "password", "damaged", "entities"],
)
def test_a_file_that_cannot_be_read_is_one_clear_sentence(content: bytes, problem: str) -> None:
    (said,) = refused(content)

    assert said.startswith(problem)


def test_a_file_that_unpacks_to_far_too_much_is_not_unpacked() -> None:
    bomb = rewritten(
        workbook(), "xl/worksheets/sheet1.xml", rb"</worksheet>", b"</worksheet>" + b" " * 130_000_000
    )

    assert refused(bomb)[0].startswith("phieu.xlsx: The file is too large: 130 MB.")


@given(strategies.integers(0, 10**9), strategies.binary(min_size=1, max_size=8))
def test_whatever_happens_to_its_bytes_it_is_a_form_or_refused(place: int, damage: bytes) -> None:
    content = bytearray(UNHARMED)
    at = place % len(content)
    content[at : at + len(damage)] = damage
    result = outcome(bytes(content))

    assert isinstance(result, Compiled) or result


ROWS = "".join(row(*map(str, filter(None, line))) for line in GOOD["survey"][1:])
PIECES = strategies.sampled_from(
    [
        *("<", ">", "</row>", "<row>", "<c>", '<c r="A1">', 't="s"', 't="e"', "<f/>", "<v>1e999</v>", "&#0;"),
        *(
            "<!--",
            "<![CDATA[",
            "]]>",
            "<?x?>",
            "<!DOCTYPE x>",
            'r="ZZZZ1"',
            'r="A99999999"',
            "&lt;",
            "𝟘",
            "-1",
        ),
    ]
)


@settings(max_examples=60, deadline=None)
@given(strategies.integers(0, len(ROWS)), PIECES | strategies.text(max_size=8), strategies.integers(0, 20))
def test_whatever_stands_in_the_xml_of_a_sheet_it_is_a_form_or_refused(
    at: int, piece: str, lost: int
) -> None:
    spliced = ROWS[:at] + piece + ROWS[at + lost :]
    heads = row(*map(str, GOOD["survey"][0]))
    content = package({"survey": sheet(heads + spliced).encode("utf-8", "replace").decode()})
    result = outcome(content)

    assert isinstance(result, Compiled) or result
