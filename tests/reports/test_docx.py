from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.reports.document import (
    MOTTO,
    NATION,
    STYLES,
    Annex,
    Cell,
    Column,
    Document,
    Heading,
    Listing,
    PageBreak,
    Pages,
    Paragraph,
    Run,
    Signatures,
    Signer,
    Table,
    row,
    text,
)
from inspector_app.reports.docx import render_docx
from tests.reports.reading import BLANK

TABLE = Table(
    (Column(1, "center"), Column(4), Column(1, "right")),
    row("Mã", "Nội dung", "Điểm"),
    (
        row(Cell(text("CD. Chỉ đạo, điều hành"), span=3, align="left"), bold=True, with_next=True),
        row("CD01", "Kế hoạch cải cách hành chính", "1,50"),
    ),
    caption=text("Bảng 1. Bảng kiểm"),
)
FULL = replace(
    BLANK,
    body=(
        Paragraph(text("Căn cứ Quyết định số 215/QĐ-UBND."), "basis"),
        Heading(1, text("I. THÀNH PHẦN")),
        Listing((text("Ông Nguyễn Hữu Ước Nguyện;"), text("Bà Trần Thị Quỳnh Ẩn."))),
        Paragraph(text("Chữ thường, ", Run("chữ đậm", bold=True), Run(" và nghiêng", italic=True), ".")),
        TABLE,
        Paragraph(text("Biên bản gồm ", Pages(), " trang.")),
        Signatures(
            (
                Signer(("ĐẠI DIỆN ĐƠN VỊ ĐƯỢC KIỂM TRA",), "(ký, ghi rõ họ tên, đóng dấu)", "Huỳnh Thị Mỹ"),
                Signer(("TRƯỞNG ĐOÀN",), "(ký, ghi rõ họ tên)", "Nguyễn Hữu Ước"),
            ),
            ("Lưu: VT.",),
        ),
    ),
    annexes=(Annex("Phụ lục I", "BẢNG KIỂM CHI TIẾT", "(Kèm theo Biên bản)", (replace(TABLE, caption=()),)),),
    footer="Mã đối chiếu: 3fa2b1c9",
)


def opened(document: Document) -> WordDocument:
    return docx.Document(BytesIO(render_docx(document)))


def part(document: Document, name: str) -> str:
    with ZipFile(BytesIO(render_docx(document))) as package:
        return package.read(name).decode("utf-8")


def test_everything_that_is_said_is_in_the_file() -> None:
    word = opened(FULL)
    said = [paragraph.text for paragraph in word.paragraphs]
    for line in (
        "BIÊN BẢN",
        "Kiểm tra công tác cải cách hành chính",
        "Căn cứ Quyết định số 215/QĐ-UBND.",
        "I. THÀNH PHẦN",
        "- Ông Nguyễn Hữu Ước Nguyện;",
        "- Bà Trần Thị Quỳnh Ẩn.",
        "Chữ thường, chữ đậm và nghiêng.",
        "Bảng 1. Bảng kiểm",
        "Nơi nhận:",
        "- Lưu: VT.",
        "Phụ lục I",
        "BẢNG KIỂM CHI TIẾT",
        "(Kèm theo Biên bản)",
    ):
        assert said.count(line) == 1, line
    letterhead, listed, signed, annexed = word.tables
    of_issuer, of_state = letterhead.rows[0].cells
    assert of_issuer.text.split("\n") == ["SỞ NỘI VỤ TỈNH ĐỒNG THÁP", "ĐOÀN KIỂM TRA", "", "Số: 05/BB-ĐKT"]
    assert of_state.text.split("\n") == [NATION, MOTTO, ""]
    for table in (listed, annexed):
        assert [cell.text for cell in table.rows[0].cells] == ["Mã", "Nội dung", "Điểm"]
        assert {cell.text for cell in table.rows[1].cells} == {"CD. Chỉ đạo, điều hành"}
        assert [cell.text for cell in table.rows[2].cells] == ["CD01", "Kế hoạch cải cách hành chính", "1,50"]
    assert [cell.text for cell in signed.rows[1].cells] == ["Huỳnh Thị Mỹ", "Nguyễn Hữu Ước"]


def test_words_keep_their_weight_and_slope() -> None:
    (paragraph,) = [each for each in opened(FULL).paragraphs if each.text.startswith("Chữ thường")]
    assert [(run.text, bool(run.bold), bool(run.italic)) for run in paragraph.runs] == [
        ("Chữ thường, ", False, False),
        ("chữ đậm", True, False),
        (" và nghiêng", False, True),
        (".", False, False),
    ]


def test_every_style_is_times_new_roman_and_carries_the_looks() -> None:
    word = opened(FULL)
    for role, style in STYLES.items():
        named = word.styles[style.name]
        assert named.font.name == "Times New Roman", role
        assert named.font.size.pt == style.size, role
        assert (bool(named.font.bold), bool(named.font.italic)) == (style.bold, style.italic), role
        fonts = named.element.rPr.find(qn("w:rFonts"))
        assert fonts.get(qn("w:asciiTheme")) is None, role
    body = word.styles["Thân văn bản"].paragraph_format
    assert (round(body.first_line_indent.mm), body.space_before.pt, body.line_spacing) == (10, 6, 1.15)
    used = {paragraph.style.name for paragraph in word.paragraphs}
    assert "Normal" not in used
    assert 'w:val="vi-VN"' in part(FULL, "word/styles.xml")


def test_the_secretary_meets_no_text_box_picture_or_drawn_line() -> None:
    body = part(FULL, "word/document.xml")
    for drawn in ("w:drawing", "w:pict", "v:shape", "w:txbxContent", "mc:AlternateContent"):
        assert drawn not in body


def test_the_paper_and_the_page_number() -> None:
    word = opened(FULL)
    assert len(word.sections) == 2
    for section in word.sections:
        assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
        margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
        assert [round(margin.mm) for margin in margins] == [20, 20, 30, 15]
        # Hidden on the first page, and each annex counts from 1.
        assert section.different_first_page_header_footer
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
        (number,) = section.header.paragraphs
        assert " PAGE " in number._p.xml
        assert section.first_page_header.paragraphs[0].text == ""
        assert "PAGE" not in section.first_page_header.paragraphs[0]._p.xml
        for footer in (section.footer, section.first_page_footer):
            assert footer.paragraphs[0].text == "Mã đối chiếu: 3fa2b1c9"


def test_the_page_count_is_a_field_that_already_shows_the_number() -> None:
    body = part(FULL, "word/document.xml")
    assert 'w:instr=" PAGEREF cuoi_bien_ban ' in body
    assert 'w:name="cuoi_bien_ban"' in body
    (paragraph,) = [each for each in opened(FULL).paragraphs if each.text.startswith("Biên bản gồm")]
    assert "".join(node.text for node in paragraph._p.iter(qn("w:t"))) == "Biên bản gồm 01 trang."


def test_headers_repeat_and_rows_do_not_break() -> None:
    for table in (opened(FULL).tables[1], opened(FULL).tables[3]):
        header, area, item = table.rows
        assert header._tr.trPr.find(qn("w:tblHeader")) is not None
        assert item._tr.trPr.find(qn("w:tblHeader")) is None
        for each in (header, area, item):
            assert each._tr.trPr.find(qn("w:cantSplit")) is not None
        assert header.cells[0].paragraphs[0].paragraph_format.keep_with_next
        assert area.cells[0].paragraphs[0].paragraph_format.keep_with_next
        assert not item.cells[0].paragraphs[0].paragraph_format.keep_with_next


def test_columns_keep_their_shares_of_the_page() -> None:
    table = opened(FULL).tables[1]
    widths = [cell.width.mm for cell in table.rows[2].cells]
    assert widths == pytest.approx([27.5, 110, 27.5], abs=0.2)
    assert table.autofit is False


def test_signatures_stay_with_the_last_lines() -> None:
    word = opened(FULL)
    (last,) = [each for each in word.paragraphs if each.text.startswith("Biên bản gồm")]
    assert last.paragraph_format.keep_with_next
    for each in word.tables[2].rows:
        for cell in each.cells:
            assert all(paragraph.paragraph_format.keep_with_next for paragraph in cell.paragraphs)


def test_headings_are_words_own_so_that_its_outline_shows_them() -> None:
    (heading,) = [each for each in opened(FULL).paragraphs if each.text == "I. THÀNH PHẦN"]
    assert heading.style.name == "Heading 1"
    assert heading.style.paragraph_format.keep_with_next


def test_a_page_break_is_one() -> None:
    broken = part(replace(BLANK, body=(PageBreak(), Paragraph(text("trang sau")))), "word/document.xml")
    assert broken.count('w:type="page"') == 1


def test_the_same_document_gives_the_same_bytes() -> None:
    assert render_docx(FULL) == render_docx(FULL)


def test_the_file_says_what_it_is() -> None:
    about = opened(FULL).core_properties
    assert (about.title, about.author, about.language) == ("Tờ thử", "Đoàn kiểm tra", "vi-VN")
    core = part(FULL, "docProps/core.xml")
    assert "python-docx" not in core
    assert "2013" not in core, "the day of the library's template"


@settings(max_examples=12)
@given(st.text(max_size=200), st.text(max_size=80))
def test_any_text_can_be_written(typed: str, name: str) -> None:
    document = replace(
        BLANK,
        title=name,
        subject=name,
        body=(
            Paragraph(text(typed)),
            Table((Column(1), Column(9)), row(name, typed), (row(typed, name),), caption=text(name)),
            Signatures((Signer((name,), typed, name),), (typed,)),
        ),
        footer=name,
    )
    assert opened(document).tables[1].rows[0].cells[1].text == Run(typed).text
