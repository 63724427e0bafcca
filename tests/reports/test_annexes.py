"""The annexes list what was handed over and photographed."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import docx
import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from inspector_app.reports.docx import render_docx
from inspector_app.reports.facts import Paper, Picture
from inspector_app.reports.minutes import minutes
from inspector_app.reports.pdf import render_pdf
from tests.pictures import file_of, noise, photo
from tests.reports.reading import printed
from tests.reports.sample import FACTS

PAPER = Paper(
    title="Kế hoạch CCHC năm", number="12/KH-UBND", on=date(2026, 1, 20), issuer="UBND xã", item="CD01"
)
PICTURE = Picture(
    code="3fa2b1c9",
    caption="Bảng niêm yết thủ tục",
    target="TT05",
    taken_at=datetime(2026, 3, 5, 2, 15, tzinfo=UTC),
)


def test_papers_and_pictures_share_an_annex_that_the_scope_points_to() -> None:
    words = printed(replace(FACTS, papers=(PAPER,), pictures=(PICTURE,)))
    assert "- Tài liệu đơn vị cung cấp: 01 tài liệu (Phụ lục III)." in words
    annex = words.partition("Phụ lục III DANH MỤC TÀI LIỆU, ẢNH")[2]
    assert "1 Kế hoạch CCHC năm (CD01) 12/KH-UBND 20/01/2026 UBND xã bản sao" in annex
    assert "1 3fa2b1c9 Bảng niêm yết thủ tục TT05 05/03/2026 09:15" in annex
    assert "03 phụ lục" in words


def small(colour: str) -> bytes:
    """A small photo of one colour."""
    return file_of(Image.new("RGB", (320, 240), colour))


def test_photos_are_printed_small_under_their_numbers_and_withheld_ones_are_not() -> None:
    first, hidden, long = (
        replace(PICTURE, content=small("red")),
        replace(PICTURE, caption="Căn cước", content=small("blue"), withheld=True),
        replace(PICTURE, caption="Bảng niêm yết tại bộ phận một cửa " * 9, content=small("green")),
    )
    facts = replace(FACTS, pictures=(first, hidden, long))
    words = printed(facts)
    assert "Ảnh thu nhỏ, đánh số theo danh mục trên 1. Bảng niêm yết thủ tục 3. Bảng niêm yết" in words
    assert "2 3fa2b1c9 Căn cước (không in ảnh)" in words
    assert "2. Căn cước" not in words
    assert words.rstrip().removesuffix("Mã đối chiếu: 3fa2b1c9").rstrip().endswith("…")
    paper = minutes(facts)
    with pypdfium2.PdfDocument(render_pdf(paper)) as file:
        images = [each for page in file for each in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE])]
        assert [each.get_px_size() for each in images] == [(320, 240)] * 2
    word = docx.Document(BytesIO(render_docx(paper)))
    assert len(word.inline_shapes) == 2
    blobs = [part.blob for part in word.part.package.iter_parts() if "/word/media/" in part.partname]
    assert sorted(blobs) == sorted([first.content, long.content])
    assert render_pdf(paper) == render_pdf(minutes(facts))
    assert render_docx(paper) == render_docx(minutes(facts))


def test_two_hundred_photos_make_a_paper_of_a_few_megabytes() -> None:
    rough = Image.blend(photo(320, 240), noise(320, 240), 0.25)
    buffer = BytesIO()
    rough.save(buffer, "JPEG", quality=75)
    each = replace(PICTURE, content=buffer.getvalue())
    pictures = tuple(replace(each, content=each.content + bytes([n])) for n in range(200))
    paper = minutes(replace(FACTS, pictures=pictures))
    assert len(render_pdf(paper)) < 6_000_000
    assert len(render_docx(paper)) < 6_000_000


def test_without_any_the_annex_and_its_line_are_left_out() -> None:
    words = printed(FACTS)
    assert "Tài liệu đơn vị cung cấp" not in words
    assert "DANH MỤC TÀI LIỆU" not in words
    assert "02 phụ lục" in words
