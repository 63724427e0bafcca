"""A document as a Word file: what the secretary edits in the last half hour before signing.

Everything is what an editor would have made by hand: named styles, tables that are tables, a page number that
is a field. No text boxes and no drawn lines, which move when text is edited and get lost in WPS Office and
LibreOffice: the rules under the issuer and the motto are borders of paragraphs, indented to the length that
the decree asks for. The file names Times New Roman; lengths are measured in its metric twin of `pdf.py`.
"""

# pyright: reportPrivateUsage=false
# python-docx has no words of its own for fields, borders and repeated rows; its XML is the way there.

from collections.abc import Sequence
from io import BytesIO
from typing import Final, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Emu, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table as WordTable
from docx.table import _Row
from docx.text.paragraph import Paragraph as WordParagraph

from inspector_app.reports import pdf
from inspector_app.reports.document import (
    LANGUAGE,
    MOTTO,
    NATION,
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
    Run,
    Signatures,
    Style,
    Table,
    Text,
    text,
)

_FONT: Final = "Times New Roman"
_THIN: Final = "Đường kẻ"
_END_OF_BODY: Final = "cuoi_bien_ban"
_MM: Final = 72 / 25.4
_ALIGN: Final[dict[Align, WD_ALIGN_PARAGRAPH]] = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


def render_docx(document: Document) -> bytes:
    """The document as a Word file."""
    return _Writer(document).write()


class _Writer:
    """Fills one Word file from top to bottom."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._word: WordDocument = docx.Document()
        self._page: Page = document.page
        self._width = document.page.text_width * _MM
        # What the page field shows until Word counts for itself.
        self._pages = pdf.page_count(document)

    def write(self) -> bytes:
        _define_styles(self._word)
        self._properties()
        self._paper(self._word.sections[0])
        self._page_number(self._word.sections[0])
        self._opening()
        self._flow(self._document.body)
        self._bookmark_end_of_body()
        for annex in self._document.annexes:
            self._annex(annex)
        file = BytesIO()
        self._word.save(file)
        return _undated(file)

    # --- file and paper ---

    def _properties(self) -> None:
        properties = self._word.core_properties
        properties.title = self._document.title
        properties.author = self._document.author
        properties.last_modified_by = self._document.author
        properties.language = LANGUAGE
        properties.comments = ""
        # The template's own day is not this document's, and the same document must give the same file.
        for stamp in ("dcterms:created", "dcterms:modified"):
            properties._element.remove_all(stamp)
        # Below 15 Word lays the page out as an old version did, and says "compatibility mode".
        modes: list[BaseOxmlElement] = self._word.settings.element.xpath(
            './/w:compatSetting[@w:name="compatibilityMode"]'
        )
        for mode in modes:
            mode.set(qn("w:val"), "15")

    def _paper(self, section: Section) -> None:
        page = self._page
        section.page_width, section.page_height = Mm(page.width), Mm(page.height)
        section.top_margin, section.bottom_margin = Mm(page.top), Mm(page.bottom)
        section.left_margin, section.right_margin = Mm(page.left), Mm(page.right)
        section.header_distance, section.footer_distance = Mm(page.top * 0.4), Mm(page.bottom * 0.4)
        section.different_first_page_header_footer = True
        section._sectPr.insert_element_before(_xml('<w:pgNumType {} w:start="1"/>'), "w:cols", "w:titlePg")

    def _page_number(self, section: Section) -> None:
        """Fill header and footer once; the annexes' sections inherit them."""
        header = section.header.paragraphs[0]
        header.style = STYLES["page_number"].name
        header._p.append(_field("PAGE", "2"))
        section.first_page_header.paragraphs[0].style = STYLES["page_number"].name
        for footer in (section.footer, section.first_page_footer):
            footer.paragraphs[0].style = STYLES["footer"].name
            footer.paragraphs[0].add_run(self._document.footer)

    # --- the fixed parts ---

    def _opening(self) -> None:
        self._letterhead(self._document.letterhead)
        self._add(text(self._document.kind), "kind")
        subject = pdf.balanced_lines(self._document.subject, "subject", self._width)
        self._add(text("\n".join(subject)), "subject")
        below = self._word.add_paragraph()
        self._rule(below, subject, "subject", self._width)
        below.paragraph_format.space_after = Pt(6)

    def _letterhead(self, letterhead: Letterhead) -> None:
        right = max(pdf.text_width(NATION, "nation"), pdf.text_width(MOTTO, "motto")) + 4
        left = self._width - right
        table = self._bare_table(1, (left, right))
        of_issuer, of_state = table.rows[0].cells
        superior = pdf.balanced_lines(letterhead.superior, "superior", left - 8)
        issuer = pdf.balanced_lines(letterhead.issuer, "issuer", left - 8)
        _fill(of_issuer.paragraphs[0], text("\n".join(superior)), "superior")
        _fill(of_issuer.add_paragraph(), text("\n".join(issuer)), "issuer")
        self._rule(of_issuer.add_paragraph(), issuer, "issuer", left)
        if letterhead.number:
            _fill(of_issuer.add_paragraph(), text(letterhead.number), "number")
        _fill(of_state.paragraphs[0], text(NATION), "nation")
        _fill(of_state.add_paragraph(), text(MOTTO), "motto")
        self._rule(of_state.add_paragraph(), (MOTTO,), "motto", right, share=1)

    def _rule(
        self,
        paragraph: WordParagraph,
        above: Sequence[str],
        role: Role,
        width: float,
        share: float = pdf.RULE_SHARE,
    ) -> None:
        """An empty paragraph whose upper border is the rule."""
        length = max((pdf.text_width(line, role) for line in above), default=0) * share
        paragraph.style = _THIN
        indent = Pt(max(0, (width - length) / 2))
        layout = paragraph.paragraph_format
        layout.left_indent = layout.right_indent = indent
        layout.space_before = Pt(3)
        borders = _xml('<w:pBdr {}><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>')
        paragraph._p.get_or_add_pPr().insert_element_before(borders, "w:spacing", "w:ind")

    def _annex(self, annex: Annex) -> None:
        section = self._word.add_section(WD_SECTION.NEW_PAGE)
        section.different_first_page_header_footer = True
        # The break lives in an empty paragraph of its own, which must not fall onto a page of its own.
        self._word.paragraphs[-1].style = _THIN
        self._add(text(annex.label), "annex")
        title = pdf.balanced_lines(annex.title, "annex_title", self._width)
        self._add(text("\n".join(title)), "annex_title")
        self._add(text(annex.reference), "annex_reference")
        self._flow(annex.body)

    def _bookmark_end_of_body(self) -> None:
        """Name the body's last place: the page it is on is the number of pages of the body."""
        paragraph = self._word.paragraphs[-1]
        paragraph._p.append(_xml(f'<w:bookmarkStart {{}} w:id="1" w:name="{_END_OF_BODY}"/>'))
        paragraph._p.append(_xml('<w:bookmarkEnd {} w:id="1"/>'))

    # --- the blocks ---

    def _flow(self, blocks: Sequence[Block]) -> None:
        for index, block in enumerate(blocks):
            match block:
                case Heading():
                    role: Role = ("heading1", "heading2", "heading3")[block.level - 1]
                    self._add(block.text, role)
                case Paragraph():
                    paragraph = self._add(block.text, block.role)
                    if isinstance(blocks[min(index + 1, len(blocks) - 1)], Signatures):
                        paragraph.paragraph_format.keep_with_next = True
                        paragraph.paragraph_format.keep_together = True
                case Listing():
                    for each in block.items:
                        self._add((Run(block.marker), *each), "item")
                case Table():
                    if index and isinstance(blocks[index - 1], Heading):
                        above = self._word.paragraphs[-1]
                        above.paragraph_format.space_after = Pt(STYLES["caption"].after)
                    self._table(block)
                case Photos():
                    self._photos(block)
                case Signatures():
                    self._signatures(block)
                case PageBreak():
                    self._word.add_page_break()

    def _add(self, of: Text, role: Role) -> WordParagraph:
        return _fill(self._word.add_paragraph(), of, role, self._pages)

    def _table(self, table: Table) -> None:
        if table.caption:
            self._add(table.caption, "caption")
        widths = table.widths(self._width)
        word = self._word.add_table(rows=1 + len(table.rows), cols=len(table.columns), style="Table Grid")
        _fix_widths(word, widths)
        _set_padding(word, vertical=2, horizontal=4)
        word.alignment = WD_TABLE_ALIGNMENT.CENTER
        role: Role = "small_cell" if table.small else "cell"
        for index, (each, filled) in enumerate(zip((table.header, *table.rows), _rows(word), strict=True)):
            _keep_whole(filled, header=index == 0)
            with_next = index < len(table.rows) and (index == 0 or each.with_next or table.whole)
            places = filled.cells
            start = 0
            for cell in each.cells:
                place = places[start]
                if cell.span > 1:
                    place = place.merge(places[start + cell.span - 1])
                place.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
                align: Align = "center" if index == 0 else cell.align or table.columns[start].align
                paragraph = _fill(
                    place.paragraphs[0], cell.text, role, self._pages, bold=index == 0 or each.bold
                )
                paragraph.alignment = _ALIGN[align]
                paragraph.paragraph_format.keep_with_next = with_next
                start += cell.span
        # Word joins two tables that touch, and a table may not end a section: a thin paragraph parts them.
        self._word.add_paragraph(style=_THIN)

    def _photos(self, block: Photos) -> None:
        if block.caption:
            self._add(block.caption, "caption")
        rows = list(block.rows())
        each, gap = self._width / PHOTOS_ABREAST, PHOTO_GAP * _MM
        places = _rows(self._bare_table(2 * len(rows), [each] * PHOTOS_ABREAST))
        for above, below, photos in zip(places[::2], places[1::2], rows, strict=True):
            _keep_whole(above)
            _keep_whole(below)
            for place, under, photo in zip(above.cells, below.cells, photos, strict=False):
                place.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM
                picture = _fill(place.paragraphs[0], (), "small_cell")
                picture.paragraph_format.keep_with_next = True
                self._picture(picture, photo, each - gap)
                words = _fill(under.paragraphs[0], photo.caption, "small_cell", self._pages)
                words.paragraph_format.space_after = Pt(gap)
                picture.alignment = words.alignment = WD_ALIGN_PARAGRAPH.CENTER
        self._word.add_paragraph(style=_THIN)

    @staticmethod
    def _picture(paragraph: WordParagraph, photo: Photo, width: float) -> None:
        shape = paragraph.add_run().add_picture(BytesIO(photo.content))
        own = cast("tuple[int, int]", (shape.width, shape.height))
        scale = min(Pt(width) / own[0], Mm(PHOTO_HEIGHT) / own[1])
        shape.width, shape.height = Emu(round(own[0] * scale)), Emu(round(own[1] * scale))
        shape._inline.docPr.set("descr", "".join(run.text for run in photo.caption if isinstance(run, Run)))

    def _signatures(self, block: Signatures) -> None:
        if block.signers:
            widths = pdf.signature_widths(block, self._width)
            table = self._bare_table(2, widths)
            above, below = _rows(table)
            for row in (above, below):
                _keep_whole(row)
            for place, signer, width in zip(above.cells, block.signers, widths, strict=True):
                lines = [
                    line for each in signer.capacity for line in pdf.balanced_lines(each, "signer", width - 2)
                ]
                capacity = _fill(place.paragraphs[0], text("\n".join(lines)), "signer")
                capacity.paragraph_format.space_before = Pt(12)
                _fill(place.add_paragraph(), text(signer.note), "signer_note")
            for place, signer, width in zip(below.cells, block.signers, widths, strict=True):
                name = pdf.balanced_lines(signer.name, "signer_name", width - 2)
                _fill(place.paragraphs[0], text("\n".join(name)), "signer_name")
            for place in (*above.cells, *below.cells):
                for paragraph in place.paragraphs:
                    paragraph.paragraph_format.keep_with_next = True
        if block.recipients:
            self._add(text("Nơi nhận:"), "recipients_title")
            lines = [self._add(text(f"- {each}"), "recipients") for each in block.recipients]
            for line in lines[:-1]:
                line.paragraph_format.keep_with_next = True
        else:
            self._word.add_paragraph(style=_THIN)

    def _bare_table(self, rows: int, widths: Sequence[float]) -> WordTable:
        table = self._word.add_table(rows=rows, cols=len(widths))
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        _fix_widths(table, widths)
        _set_padding(table, vertical=0, horizontal=0)
        return table


def _undated(file: BytesIO) -> bytes:
    """The same package without the time of day in it, so that the same document gives the same bytes."""
    undated = BytesIO()
    with ZipFile(file) as dated, ZipFile(undated, "w", ZIP_DEFLATED) as package:
        for name in dated.namelist():
            package.writestr(ZipInfo(name), dated.read(name), ZIP_DEFLATED)
    return undated.getvalue()


# --- words ---------------------------------------------------------------------------------------


def _fill(
    paragraph: WordParagraph, of: Text, role: Role, pages: int = 0, *, bold: bool = False
) -> WordParagraph:
    # Asking for a style by its name walks the whole list of styles, for every cell of a table.
    paragraph._p.style = _STYLE_IDS[role]
    for part in of:
        if isinstance(part, Pages):
            paragraph._p.append(_field(f"PAGEREF {_END_OF_BODY} \\# &quot;00&quot;", f"{pages:02d}"))
            continue
        run = paragraph.add_run(part.text)
        if part.bold or bold:
            run.bold = True
        if part.italic:
            run.italic = True
    return paragraph


def _field(instruction: str, shown: str) -> BaseOxmlElement:
    """A field that Word and LibreOffice compute; `shown` stands there until they do."""
    return _xml(f'<w:fldSimple {{}} w:instr=" {instruction} "><w:r><w:t>{shown}</w:t></w:r></w:fldSimple>')


def _xml(template: str) -> BaseOxmlElement:
    """An element of our own writing; `{}` is the place of the namespace."""
    return parse_xml(template.format(nsdecls("w")))


# --- tables --------------------------------------------------------------------------------------


def _fix_widths(table: WordTable, widths: Sequence[float]) -> None:
    """Set widths in points that do not follow the content; every cell carries its own, as Word wants it."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
    for row in _rows(table):
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Pt(width)


def _set_padding(table: WordTable, *, vertical: float, horizontal: float) -> None:
    """Room between the rules and the words of every cell, in points (the file counts twentieths)."""
    sides = (("top", vertical), ("left", horizontal), ("bottom", vertical), ("right", horizontal))
    margins = "".join(f'<w:{side} w:w="{round(room * 20)}" w:type="dxa"/>' for side, room in sides)
    table._tbl.tblPr.insert_element_before(_xml(f"<w:tblCellMar {{}}>{margins}</w:tblCellMar>"), "w:tblLook")


def _rows(table: WordTable) -> list[_Row]:
    return list(table.rows)


def _keep_whole(row: _Row, *, header: bool = False) -> None:
    """A row that does not break across pages, and for a header, that repeats on each."""
    properties = row._tr.get_or_add_trPr()
    properties.append(_xml("<w:cantSplit {}/>"))
    if header:
        properties.append(_xml("<w:tblHeader {}/>"))


# --- styles --------------------------------------------------------------------------------------


def _define_styles(word: WordDocument) -> None:
    """Give every role its named style, and take the template's own taste out of the file."""
    word.styles.element.remove_all("w:docDefaults")
    word.styles.element.insert(0, _xml(_DEFAULTS))
    _set_face(cast("ParagraphStyle", word.styles["Normal"]), STYLES["body"].size)
    for role, style in STYLES.items():
        if role in _BUILT_IN:
            named = word.styles[style.name]
        else:
            named = word.styles.add_style(style.name, WD_STYLE_TYPE.PARAGRAPH)
            named.element.styleId = _STYLE_IDS[role]
            named.quick_style = True
        _set_style(cast("ParagraphStyle", named), style)
    thin = cast("ParagraphStyle", word.styles.add_style(_THIN, WD_STYLE_TYPE.PARAGRAPH))
    _set_style(thin, Style(_THIN, 2))
    thin.paragraph_format.line_spacing = Pt(4)


def _set_style(named: ParagraphStyle, style: Style) -> None:
    _set_face(named, style.size, bold=style.bold, italic=style.italic)
    layout = named.paragraph_format
    layout.alignment = _ALIGN[style.align]
    layout.first_line_indent = Mm(style.first_line)
    layout.space_before, layout.space_after = Pt(style.before), Pt(style.after)
    layout.line_spacing = style.spacing
    layout.keep_with_next = style.with_next
    layout.widow_control = True


def _set_face(named: ParagraphStyle, size: float, *, bold: bool = False, italic: bool = False) -> None:
    font = named.font
    font.size, font.bold, font.italic = Pt(size), bold, italic
    font.color.rgb = RGBColor(0x73, 0x73, 0x73) if named.name == STYLES["footer"].name else RGBColor(0, 0, 0)
    properties = cast("BaseOxmlElement", named.element.get_or_add_rPr())
    # The template's headings name the fonts of a theme, which would win over a font named here.
    properties.remove_all("w:rFonts")
    properties.insert(0, _xml(_FONTS))


# The headings are Word's own, so that its outline and table of contents know them.
_BUILT_IN: Final[dict[Role, str]] = {"heading1": "Heading1", "heading2": "Heading2", "heading3": "Heading3"}
_STYLE_IDS: Final[dict[Role, str]] = {role: _BUILT_IN.get(role, role) for role in STYLES}
_FONTS: Final = f'<w:rFonts {{}} w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:eastAsia="{_FONT}" w:cs="{_FONT}"/>'
_DEFAULTS: Final = (
    f"<w:docDefaults {{}}><w:rPrDefault><w:rPr>"
    f'<w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:eastAsia="{_FONT}" w:cs="{_FONT}"/>'
    f'<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}"/>'
    f"</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
)
