import unicodedata
from dataclasses import replace
from itertools import product

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfbase.ttfonts import TTFont

from inspector_app import paths
from inspector_app.reports import pdf
from inspector_app.reports.document import (
    DECREE_SAMPLE,
    MOTTO,
    NATION,
    Annex,
    Cell,
    Column,
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
from tests.reports.reading import BLANK, fonts, lines, pages

MM = 72 / 25.4
LONG = "Đoàn kiểm tra làm việc với Ủy ban nhân dân xã Thường Phước về công tác cải cách hành chính năm nay. "
SIGNED = Signatures(
    (
        Signer(
            ("ĐẠI DIỆN ĐƠN VỊ ĐƯỢC KIỂM TRA", "CHỦ TỊCH"), "(ký, ghi rõ họ tên, đóng dấu)", "Huỳnh Thị Mỹ"
        ),
        Signer(("TRƯỞNG ĐOÀN",), "(ký, ghi rõ họ tên)", "Nguyễn Hữu Ước"),
    ),
    ("UBND xã Thường Phước;", "Lưu: VT."),
)


def vietnamese_letters() -> str:
    """The 134 letters with marks, their bare forms and đ, in both cases."""
    tones = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
    marked = (unicodedata.normalize("NFC", vowel + tone) for vowel, tone in product("aăâeêioôơuưy", tones))
    small = "".join(marked) + "bcdđghklmnpqrstvx" + "fjwz"
    return small + small.upper()


@pytest.mark.parametrize("face", ["Regular", "Bold", "Italic", "BoldItalic"])
def test_every_vietnamese_letter_is_in_the_shipped_fonts(face: str) -> None:
    font = TTFont(f"{face} in full", str(paths.resources() / "fonts" / f"Tinos-{face}.ttf"))
    wanted = vietnamese_letters() + "0123456789 .,;:-–/%()“”…"
    assert len(set(vietnamese_letters())) == 186
    assert [sign for sign in wanted if not font.face.charToGlyph.get(ord(sign))] == []


def test_the_fonts_come_with_their_licence() -> None:
    folder = paths.resources() / "fonts"
    assert "SIL OPEN FONT LICENSE" in (folder / "OFL.txt").read_text(encoding="utf-8")
    assert "Tinos" in (folder / "NOTICE.md").read_text(encoding="utf-8")


def test_letters_are_those_of_times_new_roman_in_width() -> None:
    """Widths of Times New Roman in 1/1000 of the size, from its own metrics."""
    assert pdf.text_width("A", "body") == pytest.approx(14 * 0.722, abs=0.01)
    assert pdf.text_width("m", "body") == pytest.approx(14 * 0.778, abs=0.01)
    assert pdf.text_width("m", "nation") == pytest.approx(13 * 0.833, abs=0.01)


def test_every_font_is_embedded() -> None:
    spanning = row(Cell(text("cả hàng"), span=2))
    document = replace(
        BLANK,
        body=(
            Paragraph(text("thường ", Run("đậm", bold=True), Run(" nghiêng", italic=True))),
            Paragraph(text(Run("đậm nghiêng", bold=True, italic=True))),
            Table((Column(1), Column(1)), row("Mã", "Nội dung"), (spanning, row("a", "b"))),
            SIGNED,
        ),
        footer="Mã đối chiếu: 3fa2b1c9",
    )
    embedded = fonts(pdf.render_pdf(document))
    assert set(embedded) == {"Tinos", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"}
    assert all(embedded.values())


def test_the_file_says_what_it_is() -> None:
    file = pdf.render_pdf(BLANK)
    with pypdfium2.PdfDocument(file) as document:
        about = document.get_metadata_dict()
    assert (about["Title"], about["Author"]) == ("Tờ thử", "Đoàn kiểm tra")
    assert b"/Lang (vi-VN)" in file
    assert b"/DisplayDocTitle true" in file


def test_the_same_document_gives_the_same_bytes() -> None:
    document = replace(BLANK, body=(Paragraph(text(LONG * 40, Pages())), SIGNED))
    assert pdf.render_pdf(document) == pdf.render_pdf(document)


def test_the_top_of_the_page_is_as_the_decree_lays_it_out() -> None:
    head = {line.text.strip(): line for line in lines(pdf.render_pdf(BLANK), 1)}
    nation, motto = head[NATION], head[MOTTO]
    superior, issuer, number = head["SỞ NỘI VỤ TỈNH ĐỒNG THÁP"], head["ĐOÀN KIỂM TRA"], head["Số: 05/BB-ĐKT"]
    assert superior.top > issuer.top > number.top
    assert nation.bottom == pytest.approx(superior.bottom, abs=2)
    assert nation.top > motto.top
    assert superior.right < nation.left
    for upper, lower in ((nation, motto), (superior, issuer), (issuer, number)):
        assert (upper.left + upper.right) / 2 == pytest.approx((lower.left + lower.right) / 2, abs=2)


def test_a_title_is_broken_into_even_lines_and_phrases_stay_whole() -> None:
    words = "ĐOÀN KIỂM TRA CẢI\u00a0CÁCH\u00a0HÀNH\u00a0CHÍNH"
    assert pdf.balanced_lines(words, "issuer", 66 * MM) == ("ĐOÀN KIỂM TRA", "CẢI CÁCH HÀNH CHÍNH")
    assert pdf.balanced_lines("một hai ba", "subject", 500) == ("một hai ba",)
    first, second = pdf.balanced_lines("chữ " * 20 + "cuối", "subject", 400)
    assert abs(len(first) - len(second)) <= 8


def test_pages_are_numbered_from_the_second_in_the_middle_of_the_top_margin() -> None:
    file = pdf.render_pdf(replace(BLANK, body=tuple(Paragraph(text(LONG * 4)) for _ in range(30))))
    count = len(pages(file))
    assert count >= 4
    assert lines(file, 1)[0].text.startswith("SỞ NỘI VỤ")
    for page in range(2, count + 1):
        number = lines(file, page)[0]
        assert number.text == str(page)
        assert 277 * MM < number.bottom < number.top < 297 * MM
        assert (number.left + number.right) / 2 == pytest.approx((30 + 165 / 2) * MM, abs=1)


def test_each_annex_is_numbered_by_itself() -> None:
    annexes = tuple(
        Annex(
            f"Phụ lục {label}", "DANH SÁCH", "(Kèm theo)", tuple(Paragraph(text(LONG * 5)) for _ in range(8))
        )
        for label in ("I", "II")
    )
    file = pdf.render_pdf(replace(BLANK, body=(Paragraph(text(LONG)),), annexes=annexes))
    tops = [lines(file, page)[0].text for page in range(1, len(pages(file)) + 1)]
    assert [top for top in tops if top.isdecimal()] == ["2", "2"]
    assert tops[1] == "Phụ lục I"


def test_words_stay_inside_the_margins() -> None:
    table = Table((Column(1), Column(1)), row("Mã", "Địa chỉ"), (row("x", "https://" + "a" * 300),))
    paragraphs = tuple(Paragraph(text(LONG * 5)) for _ in range(12))
    for page in (DECREE_SAMPLE, replace(DECREE_SAMPLE, left=30, right=15)):
        file = pdf.render_pdf(replace(BLANK, body=(*paragraphs, table), page=page))
        for number in range(1, len(pages(file)) + 1):
            for line in lines(file, number):
                assert line.left >= page.left * MM - 1, line
                assert line.right <= (page.width - page.right) * MM + 1.5, line
                assert line.bottom >= page.bottom * MM - 1, line


def test_the_page_count_that_is_printed_is_the_number_of_pages() -> None:
    said = Paragraph(text("Biên bản gồm ", Pages(), " trang, kèm phụ lục."))
    annex = Annex("Phụ lục I", "DANH SÁCH", "(Kèm theo)", (Paragraph(text(LONG)),))
    for amount in (1, 25, 60):
        body = (*(Paragraph(text(LONG * 4)) for _ in range(amount)), said)
        document = replace(BLANK, body=body, annexes=(annex,))
        printed = pages(pdf.render_pdf(document))
        count = len(printed) - 1
        assert pdf.page_count(document) == count
        assert f"Biên bản gồm {count:02d} trang" in printed[-2]


def test_a_count_that_grows_a_digit_comes_true() -> None:
    """Where the count is printed 1,900 times, its third digit makes a page more, which counts as well."""
    body = tuple(block for _ in range(98) for block in (Paragraph(text("x")), PageBreak()))
    numbers = Paragraph(text(*(part for _ in range(1900) for part in (Pages(), " "))))
    document = replace(BLANK, body=(*body, numbers))
    printed = pages(pdf.render_pdf(document))
    assert pdf.page_count(document) < len(printed)
    assert printed[-1].split()[0] == str(len(printed))


def test_a_long_table_repeats_its_header_and_breaks_between_rows() -> None:
    columns = (Column(1, "center"), Column(4), Column(1, "right"))
    body = tuple(row(f"TT{n:03d}", f"{LONG} hàng {n:03d} hết", "1,50") for n in range(200))
    table = Table(columns, row("Mã", "Nội dung kiểm tra", "Điểm"), body, small=True)
    printed = pages(pdf.render_pdf(replace(BLANK, body=(table,))))
    assert len(printed) > 5
    for page in printed:
        assert page.count("Mã Nội dung kiểm tra Điểm") == 1
    for n in range(200):
        (page,) = [page for page in printed if f"TT{n:03d}" in page]
        assert f"hàng {n:03d} hết" in page


def test_a_row_stays_with_the_next_when_it_must() -> None:
    """The name of an area is never the last row of a page."""
    for above in range(25, 45):
        table = Table(
            (Column(1), Column(1)),
            row("Mã", "Nội dung"),
            (
                *(row(str(n), "nội dung") for n in range(above)),
                row(Cell(text("TT. Thủ tục hành chính"), span=2), bold=True, with_next=True),
                row("TT01", "kế hoạch"),
            ),
        )
        (page,) = [page for page in pages(pdf.render_pdf(replace(BLANK, body=(table,)))) if "TT. Thủ" in page]
        assert "TT01" in page


def test_a_short_table_and_its_caption_stay_on_one_page() -> None:
    table = Table(
        (Column(1), Column(1)),
        row("Lĩnh vực", "Điểm"),
        tuple(row(f"lĩnh vực {n}", "1,00") for n in range(7)),
        caption=text("Bảng 1. Bảng điểm"),
        whole=True,
    )
    for above in range(14, 30):
        filler = tuple(Paragraph(text("Một dòng.")) for _ in range(above))
        body = (*filler, Heading(2, text("8. Bảng điểm cuộc kiểm tra")), table)
        (page,) = [page for page in pages(pdf.render_pdf(replace(BLANK, body=body))) if "Lĩnh vực" in page]
        assert "8. Bảng điểm cuộc kiểm tra" in page
        assert "Bảng 1. Bảng điểm" in page
        assert "lĩnh vực 6" in page


def test_a_heading_is_never_left_alone() -> None:
    for above in range(18, 34):
        filler = tuple(Paragraph(text("Một dòng.")) for _ in range(above))
        body = (
            *filler,
            Heading(1, text("III. KẾT QUẢ")),
            Heading(2, text("1. Chỉ đạo")),
            Heading(3, text("a) Kết quả")),
            Listing((text("Dòng đầu của kết quả"),)),
        )
        (page,) = [
            page for page in pages(pdf.render_pdf(replace(BLANK, body=body))) if "III. KẾT QUẢ" in page
        ]
        assert "- Dòng đầu của kết quả" in page


def test_signatures_stay_with_the_last_lines() -> None:
    for above in range(8, 34):
        filler = tuple(Paragraph(text("Một dòng.")) for _ in range(above))
        body = (*filler, Paragraph(text("Buổi làm việc kết thúc cùng ngày.")), SIGNED)
        (page,) = [page for page in pages(pdf.render_pdf(replace(BLANK, body=body))) if "TRƯỞNG ĐOÀN" in page]
        for part in ("Buổi làm việc kết thúc", "Huỳnh Thị Mỹ", "Nguyễn Hữu Ước", "Nơi nhận:", "- Lưu: VT."):
            assert part in page


def test_names_of_signers_stand_on_one_level_under_their_capacity() -> None:
    found = {line.text.strip(): line for line in lines(pdf.render_pdf(replace(BLANK, body=(SIGNED,))), 1)}
    unit, lead = found["Huỳnh Thị Mỹ"], found["Nguyễn Hữu Ước"]
    assert unit.bottom == pytest.approx(lead.bottom, abs=4)
    capacity = found["TRƯỞNG ĐOÀN"]
    assert (lead.left + lead.right) / 2 == pytest.approx((capacity.left + capacity.right) / 2, abs=2)
    assert capacity.bottom - lead.top > 50, "no room to sign"


def test_a_note_longer_than_a_page_is_printed_in_full() -> None:
    words = [f"chữ{n}" for n in range(3000)]
    table = Table((Column(1), Column(1)), row("Mã", "Ghi chú"), (row("a", " ".join(words)), row("b", "hết")))
    printed = " ".join(pages(pdf.render_pdf(replace(BLANK, body=(table,)))))
    assert all(f"{word} " in printed for word in words)
    assert "hết" in printed


def test_typed_lines_break_where_they_were_broken() -> None:
    file = pdf.render_pdf(replace(BLANK, body=(Paragraph(text("dòng một\ndòng hai")),)))
    found = [line.text.strip() for line in lines(file, 1)]
    assert "dòng một" in found
    assert "dòng hai" in found


def test_markup_in_typed_text_is_only_text() -> None:
    typed = "<b>đậm</b> & <font color=red> &amp; <br/>"
    assert typed in pages(pdf.render_pdf(replace(BLANK, body=(Paragraph(text(typed)),))))[0]


@settings(max_examples=40)
@given(st.text(max_size=200), st.text(max_size=80))
def test_any_text_can_be_printed(typed: str, name: str) -> None:
    document = replace(
        BLANK,
        subject=name,
        body=(
            Paragraph(text(typed)),
            Table((Column(1), Column(9)), row(name, typed), (row(typed, name),), caption=text(name)),
            Signatures((Signer((name,), typed, name),), (typed,)),
        ),
        footer=name,
    )
    assert pages(pdf.render_pdf(document))
