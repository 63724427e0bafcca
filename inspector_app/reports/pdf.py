"""A document as PDF: what is printed where there is no Word, signed, archived and shown in the preview.

Every letter is embedded (Tinos, whose widths are those of Times New Roman), and the bytes depend on nothing
but the document: no clock, no random name. The sentence "Biên bản gồm … trang" is why a document may be laid
out more than once: its page count is found by laying out the body, and laying it out again until the number
that was printed is the number of pages that came out.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from io import BytesIO
from typing import Any, Final, Literal
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color, black
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    HRFlowable,
    Image,
    KeepTogether,
    NextPageTemplate,
    PageTemplate,
    Spacer,
)
from reportlab.platypus import PageBreak as NewPage
from reportlab.platypus import Paragraph as Lines
from reportlab.platypus import Table as Grid

from inspector_app import paths
from inspector_app.reports.document import (
    LANGUAGE,
    MOTTO,
    NATION,
    NO_BREAK,
    PHOTO_GAP,
    PHOTO_HEIGHT,
    PHOTOS_ABREAST,
    STYLES,
    Align,
    Annex,
    Block,
    Document,
    Heading,
    Letterhead,
    Listing,
    Page,
    PageBreak,
    Pages,
    Paragraph,
    Photo,
    Photos,
    Role,
    Row,
    Run,
    Signatures,
    Table,
    Text,
    text,
    texts,
)

RULE_SHARE: Final = 0.4
"""A rule under an issuer or a subject is a third to a half as long as the line above it."""

FAMILY: Final = "Tinos"
LINE: Final = 1.149
"""The font's own line, as a multiple of its size; Word calls this single spacing."""
_PADDING: Final = 4.0
_BODY: Final = "body"
"""The part before the annexes."""
GREY: Final = Color(0.45, 0.45, 0.45)
_ALIGN: Final[dict[Align, Literal[0, 1, 2, 4]]] = {
    "left": TA_LEFT,
    "center": TA_CENTER,
    "right": TA_RIGHT,
    "justify": TA_JUSTIFY,
}


def render_pdf(document: Document) -> bytes:
    """The document as PDF; the same document always gives the same bytes."""
    pages = page_count(document) if _counts_pages(document) else 0
    file, laid = _lay_out(document, pages)
    # Two digits are printed from the first try, so only a hundredth page can push the words on.
    while pages and laid > pages:
        pages = laid
        file, laid = _lay_out(document, pages)
    return file


@lru_cache(maxsize=2)
def page_count(document: Document) -> int:
    """How many pages come before the annexes; asked by both renderers of the same document."""
    return _lay_out(document, 1, annexes=False)[1]


def text_width(words: str, role: Role) -> float:
    """The length of one line in points, in Tinos and so in Times New Roman."""
    style = STYLES[role]
    return pdfmetrics.stringWidth(words, face(bold=style.bold, italic=style.italic), style.size)


def balanced_lines(words: str, role: Role, width: float) -> tuple[str, ...]:
    """Words broken into as few lines as `width` points allow, and the lines made as equal as they can be.

    Words joined by no-break spaces stay together; the lines come back with plain spaces.
    """
    lines = _greedy(words, role, width)
    low, high = 0.0, width
    while high - low > 1:
        middle = (low + high) / 2
        closer = _greedy(words, role, middle)
        if len(closer) > len(lines):
            low = middle
        else:
            lines, high = closer, middle
    return tuple(line.replace(NO_BREAK, " ") for line in lines)


def signature_widths(block: Signatures, width: float) -> tuple[float, ...]:
    """Columns for the signatures, in points: each name on one line if all of them fit, else equal columns."""
    wanted = [
        max(text_width(signer.name, "signer_name"), text_width(signer.note, "signer_note")) + 12
        for signer in block.signers
    ]
    spare = (width - sum(wanted)) / len(wanted)
    return tuple(each + spare if spare >= 0 else width / len(wanted) for each in wanted)


# --- laying out ----------------------------------------------------------------------------------


def _counts_pages(document: Document) -> bool:
    return any(isinstance(part, Pages) for each in texts(document) for part in each)


def _lay_out(document: Document, pages: int, *, annexes: bool = True) -> tuple[bytes, int]:
    file = BytesIO()
    template = _Template(file, document)
    story: list[Flowable] = [*_opening(document), *_flow(document.body, document.page, pages)]
    for number, annex in enumerate(document.annexes if annexes else (), start=1):
        story += [NextPageTemplate(f"annex{number}"), NewPage()]
        story += [*_annex_opening(annex, document.page), *_flow(annex.body, document.page, pages)]
    template.build(story)
    return file.getvalue(), template.pages[_BODY]


class Sheets(BaseDocTemplate):
    """A file of ours: its properties, its margins, and parts whose pages are each numbered from 1."""

    def __init__(
        self, file: BytesIO, page: Page, parts: Iterable[str], *, title: str, author: str, size: float
    ) -> None:
        face()  # the fonts must be known before the first page
        self._first_pages: dict[str, int] = {}
        self.pages: dict[str, int] = {}
        """How many pages each part has come to."""
        super().__init__(
            file,
            pagesize=(page.width * mm, page.height * mm),
            title=title,
            author=author,
            creator="Sổ kiểm tra",
            producer="Sổ kiểm tra",
            lang=LANGUAGE,
            displayDocTitle=True,
            invariant=1,
            initialFontName=FAMILY,
            initialFontSize=size,
        )
        self.addPageTemplates([self._page_template(part, page) for part in parts])

    def _page_template(self, part: str, page: Page) -> PageTemplate:
        frame = Frame(
            page.left * mm,
            page.bottom * mm,
            page.text_width * mm,
            page.text_height * mm,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )

        def end_page(canvas: Canvas, _: BaseDocTemplate) -> None:
            sheet = canvas.getPageNumber()
            self.pages[part] = sheet - self._first_pages.setdefault(part, sheet) + 1
            self.furnish(canvas, part)

        return PageTemplate(id=part, frames=[frame], onPageEnd=end_page)

    def furnish(self, canvas: Canvas, part: str) -> None:
        """Draw what stands outside the text on the page of a part that has just been filled."""
        raise NotImplementedError


class _Template(Sheets):
    """The paper: the page number in the top margin, and the small line at the foot."""

    def __init__(self, file: BytesIO, document: Document) -> None:
        self._document = document
        annexes = (f"annex{number}" for number in range(1, len(document.annexes) + 1))
        super().__init__(
            file,
            document.page,
            (_BODY, *annexes),
            title=document.title,
            author=document.author,
            size=STYLES["body"].size,
        )

    def furnish(self, canvas: Canvas, part: str) -> None:
        number, page, style = self.pages[part], self._document.page, STYLES["page_number"]
        if number > 1:
            canvas.setFont(FAMILY, style.size)
            middle = (page.left + page.text_width / 2) * mm
            canvas.drawCentredString(middle, (page.height - page.top * 0.6) * mm, str(number))
        if self._document.footer:
            canvas.saveState()
            canvas.setFont(FAMILY, STYLES["footer"].size)
            canvas.setFillColor(GREY)
            edge = (page.width - page.right) * mm
            canvas.drawRightString(edge, page.bottom * 0.45 * mm, self._document.footer)
            canvas.restoreState()


# --- the fixed parts -----------------------------------------------------------------------------


def _opening(document: Document) -> Iterator[Flowable]:
    width = document.page.text_width * mm
    yield _letterhead(document.letterhead, width)
    yield _lines(text(document.kind), "kind")
    subject = balanced_lines(document.subject, "subject", width)
    yield _lines(text("\n".join(subject)), "subject")
    yield _rule(subject, "subject")
    yield Spacer(0, 8)


def _letterhead(letterhead: Letterhead, width: float) -> Flowable:
    right = max(text_width(NATION, "nation"), text_width(MOTTO, "motto")) + 2
    left = width - right - 3 * mm
    issuer = balanced_lines(letterhead.issuer, "issuer", left)
    issued_by: list[Flowable] = [
        _lines(text("\n".join(balanced_lines(letterhead.superior, "superior", left))), "superior"),
        _lines(text("\n".join(issuer)), "issuer"),
        _rule(issuer, "issuer"),
    ]
    if letterhead.number:
        issued_by.append(_lines(text(letterhead.number), "number"))
    state: list[Flowable] = [
        _lines(text(NATION), "nation"),
        _lines(text(MOTTO), "motto"),
        _rule((MOTTO,), "motto", share=1),
    ]
    return Grid([[issued_by, "", state]], colWidths=[left, 3 * mm, right], style=_BARE)


def _rule(above: Sequence[str], role: Role, share: float = RULE_SHARE) -> Flowable:
    longest = max((text_width(line, role) for line in above), default=0)
    return HRFlowable(width=longest * share, thickness=0.75, color=black, spaceBefore=3, spaceAfter=2)


def _annex_opening(annex: Annex, page: Page) -> Iterator[Flowable]:
    yield _lines(text(annex.label), "annex")
    title = balanced_lines(annex.title, "annex_title", page.text_width * mm)
    yield _lines(text("\n".join(title)), "annex_title")
    yield _lines(text(annex.reference), "annex_reference")


# --- the blocks ----------------------------------------------------------------------------------


def _flow(blocks: Sequence[Block], page: Page, pages: int) -> list[Flowable]:
    story: list[Flowable] = []
    for block in blocks:
        match block:
            case Heading():
                role: Role = ("heading1", "heading2", "heading3")[block.level - 1]
                story.append(_lines(block.text, role, pages))
            case Paragraph():
                story.append(_lines(block.text, block.role, pages))
            case Listing():
                story += [_lines((Run(block.marker), *each), "item", pages) for each in block.items]
            case Table():
                _append_table(story, block, page, pages)
            case Photos():
                story += _photos(block, page.text_width * mm, pages)
            case Signatures():
                last = [story.pop()] if story else []
                story.append(KeepTogether([*last, *_signatures(block, page.text_width * mm)]))
            case PageBreak():
                story.append(NewPage())
    return story


def _append_table(story: list[Flowable], table: Table, page: Page, pages: int) -> None:
    """Add the table, and take care that no heading or caption is left alone above a page's end.

    Keeping a heading with a whole long table would push both to a new page; it needs only the first rows.
    """
    width, height = page.text_width * mm, page.text_height * mm
    if table.caption:
        story.append(_lines(table.caption, "caption", pages))
    heads: list[Flowable] = []
    while story and story[-1].getKeepWithNext():
        heads.insert(0, story.pop())
    heights = _row_heights(table, width, pages)
    breakable = max(heights) > height - heights[0] - 2
    needed = heights if table.whole and sum(heights) < height else heights[: 2 + _leaders(table)]
    room = sum(needed) + sum(each.wrap(width, height)[1] + each.getSpaceBefore() for each in heads) + 4
    story.append(CondPageBreak(height / 4 if breakable else min(room, height)))
    for each in heads:
        each.keepWithNext = 0
        story.append(each)
    if heads and not table.caption:
        story.append(Spacer(0, STYLES["caption"].after))
    story += [_grid(table, width, pages, breakable=breakable), Spacer(0, 4)]


def _leaders(table: Table) -> int:
    """How many rows at the top of the table each stay with the next."""
    count = 0
    while count < len(table.rows) and table.rows[count].with_next:
        count += 1
    return count


def _grid(table: Table, width: float, pages: int, *, breakable: bool) -> Flowable:
    commands: list[tuple[str, tuple[int, int], tuple[int, int], *tuple[Any, ...]]] = [
        ("FONTNAME", (0, 0), (-1, -1), FAMILY),
        ("GRID", (0, 0), (-1, -1), 0.5, black),
        ("VALIGN", (0, 0), (-1, -1), "TOP" if breakable else "MIDDLE"),
        ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ]
    data: list[list[object]] = []
    for index, each in enumerate((table.header, *table.rows)):
        data.append([])
        for start, span, content in _cells(table, each, pages, header=index == 0):
            data[-1] += [[content], *([""] * (span - 1))]
            if span > 1:
                commands.append(("SPAN", (start, index), (start + span - 1, index)))
        if each.with_next and index < len(table.rows):
            commands.append(("NOSPLIT", (0, index), (-1, index + 1)))
    return Grid(
        data,
        colWidths=table.widths(width),
        style=commands,
        repeatRows=1,
        # A note longer than a page must not stop the printing: then, and only then, rows may break.
        splitInRow=1 if breakable else 0,
    )


def _row_heights(table: Table, width: float, pages: int) -> list[float]:
    widths = table.widths(width)
    heights: list[float] = []
    for index, each in enumerate((table.header, *table.rows)):
        contents = [
            content.wrap(sum(widths[start : start + span]) - 2 * _PADDING, 1e6)[1]
            for start, span, content in _cells(table, each, pages, header=index == 0)
        ]
        heights.append(max(contents) + 5)
    return heights


def _cells(table: Table, each: Row, pages: int, *, header: bool) -> Iterator[tuple[int, int, Flowable]]:
    """First column, span and content of each cell of a row."""
    start = 0
    for cell in each.cells:
        align: Align = "center" if header else cell.align or table.columns[start].align
        role: Role = "small_cell" if table.small else "cell"
        yield (
            start,
            cell.span,
            Lines(_markup(cell.text, pages), _style(role, align, bold=header or each.bold)),
        )
        start += cell.span


def _photos(block: Photos, width: float, pages: int) -> Iterator[Flowable]:
    if block.caption:
        yield _lines(block.caption, "caption", pages)
    each, gap = width / PHOTOS_ABREAST, PHOTO_GAP * mm
    style = [
        *_BARE,
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("LEFTPADDING", (0, 0), (-1, -1), gap / 2),
        ("RIGHTPADDING", (0, 0), (-1, -1), gap / 2),
        ("BOTTOMPADDING", (0, 1), (-1, 1), gap),
        ("NOSPLIT", (0, 0), (-1, 1)),
    ]
    for photos in block.rows():
        empty = [""] * (PHOTOS_ABREAST - len(photos))
        pictures = [_fitted(photo, each - gap) for photo in photos]
        words = [
            Lines(_markup(photo.caption, pages), _style("small_cell", "center", bold=False))
            for photo in photos
        ]
        yield Grid([[*pictures, *empty], [*words, *empty]], colWidths=[each] * PHOTOS_ABREAST, style=style)


def _fitted(photo: Photo, width: float) -> Image:
    """A photo as large as its place allows; what is in the file is embedded as it is."""
    image = Image(BytesIO(photo.content))
    scale = min(width / image.imageWidth, PHOTO_HEIGHT * mm / image.imageHeight)
    image.drawWidth, image.drawHeight = image.imageWidth * scale, image.imageHeight * scale
    return image


def _signatures(block: Signatures, width: float) -> Iterator[Flowable]:
    yield Spacer(0, 12)
    if block.signers:
        widths = signature_widths(block, width)
        above = [
            _balanced(signer.capacity, "signer", room) + _balanced((signer.note,), "signer_note", room)
            for signer, room in zip(block.signers, widths, strict=True)
        ]
        below = [
            _balanced((signer.name,), "signer_name", room)
            for signer, room in zip(block.signers, widths, strict=True)
        ]
        yield Grid([above, below], colWidths=widths, style=_SIGNING)
    if block.recipients:
        yield _lines(text("Nơi nhận:"), "recipients_title")
        yield from (_lines(text(f"- {each}"), "recipients") for each in block.recipients)


def _balanced(parts: Sequence[str], role: Role, width: float) -> list[Flowable]:
    return [_lines(text("\n".join(balanced_lines(each, role, width - 2))), role) for each in parts]


_BARE: Final = [
    ("ALIGN", (0, 0), (-1, -1), "CENTER"),
    ("FONTNAME", (0, 0), (-1, -1), FAMILY),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
]
_SIGNING: Final = [*_BARE, ("TOPPADDING", (0, 1), (-1, 1), STYLES["signer_name"].before)]


# --- letters -------------------------------------------------------------------------------------


def _lines(of: Text, role: Role, pages: int = 0) -> Lines:
    return Lines(_markup(of, pages), _style(role))


def _markup(of: Text, pages: int) -> str:
    parts: list[str] = []
    for part in of:
        if isinstance(part, Pages):
            parts.append(f"{pages:02d}")
            continue
        words = escape(part.text).replace("\n", "<br/>")
        words = f"<i>{words}</i>" if part.italic else words
        parts.append(f"<b>{words}</b>" if part.bold else words)
    return "".join(parts)


@cache
def _style(role: Role, align: Align | None = None, *, bold: bool = False) -> ParagraphStyle:
    style = STYLES[role]
    return ParagraphStyle(
        role,
        fontName=face(bold=style.bold or bold, italic=style.italic),
        fontSize=style.size,
        leading=style.size * LINE * style.spacing,
        alignment=_ALIGN[align or style.align],
        firstLineIndent=style.first_line * mm,
        spaceBefore=style.before,
        spaceAfter=style.after,
        keepWithNext=int(style.with_next),
        allowWidows=0,
        allowOrphans=0,
        bulletFontName=FAMILY,
    )


def _greedy(words: str, role: Role, width: float) -> list[str]:
    lines: list[str] = []
    for word in words.replace("\n", " ").split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, role) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def face(*, bold: bool = False, italic: bool = False) -> str:
    """What reportlab calls a face of our letters; it knows them from the first call on."""
    return _faces()[bold, italic]


@cache
def _faces() -> dict[tuple[bool, bool], str]:
    """Register the four faces with reportlab, once, and name them by (bold, italic)."""
    faces = {
        (False, False): FAMILY,
        (True, False): f"{FAMILY}-Bold",
        (False, True): f"{FAMILY}-Italic",
        (True, True): f"{FAMILY}-BoldItalic",
    }
    for name in faces.values():
        file = name if "-" in name else f"{name}-Regular"
        pdfmetrics.registerFont(TTFont(name, str(paths.resources() / "fonts" / f"{file}.ttf")))
    pdfmetrics.registerFontFamily(
        FAMILY,
        normal=faces[False, False],
        bold=faces[True, False],
        italic=faces[False, True],
        boldItalic=faces[True, True],
    )
    return faces
