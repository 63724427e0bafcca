"""Printed pages read back, the way a person or a search would read them."""

import re
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from inspector_app.reports.document import Document, Letterhead
from inspector_app.reports.facts import MinutesFacts
from inspector_app.reports.minutes import minutes
from inspector_app.reports.pdf import render_pdf

BLANK = Document(
    title="Tờ thử",
    author="Đoàn kiểm tra",
    letterhead=Letterhead("SỞ NỘI VỤ TỈNH ĐỒNG THÁP", "ĐOÀN KIỂM TRA", "Số: 05/BB-ĐKT"),
    kind="BIÊN BẢN",
    subject="Kiểm tra công tác cải cách hành chính",
    body=(),
)


@dataclass(frozen=True)
class Line:
    """A stretch of text on a page, in points from the page's lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


def pages(file: bytes) -> list[str]:
    """The words of each page, with single spaces."""
    with pypdfium2.PdfDocument(file) as document:
        return [flat(page.get_textpage().get_text_bounded()) for page in document]


def printed(facts: MinutesFacts) -> str:
    """All the words of the minutes."""
    return " ".join(pages(render_pdf(minutes(facts))))


def lines(file: bytes, page: int) -> list[Line]:
    """The stretches of text of one page (from 1), from the top down."""
    with pypdfium2.PdfDocument(file) as document:
        words = document[page - 1].get_textpage()
        boxes = [words.get_rect(index) for index in range(words.count_rects())]
        found = [Line(words.get_text_bounded(*box), *box) for box in boxes]
    return sorted(found, key=lambda line: -line.top)


def fonts(file: bytes) -> dict[str, bool]:
    """Every font that the file names, and whether its letters are in the file."""
    with pypdfium2.PdfDocument(file) as document:
        embedded: dict[str, bool] = {}
        for page in document:
            for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
                font = pdfium.FPDFTextObj_GetFont(item)
                name = bytes(256)
                length = pdfium.FPDFFont_GetBaseFontName(font, name, 256)
                embedded[name[: length - 1].decode()] = bool(pdfium.FPDFFont_GetIsEmbedded(font))
    # A font may be named in the file without any letter of it being drawn.
    for named in re.findall(rb"/BaseFont /(?:[A-Z]{6}\+)?([\w-]+)", file):
        embedded.setdefault(named.decode(), False)
    return embedded


def flat(words: str) -> str:
    """Words with single plain spaces, a hyphen that a line ended in joined on."""
    return " ".join(words.replace("\ufffe", "").replace("\u00a0", " ").split())
