"""A report before it is any kind of file: what is said, in which order, and how it must look on paper.

A report module turns facts into one `Document`; `pdf.py` and `docx.py` turn a `Document` into bytes. So the
PDF that is signed and the Word file that the secretary edits cannot say different things.

The looks are law, not taste: Nghị định 30/2020/NĐ-CP, Phụ lục I prescribes paper, margins, letter sizes and
where each line stands. Its table is `STYLES` and the two `Page` settings here, in millimetres and points, and
the renderers only carry it out. Texts are cleaned where they enter (`Run`): composed letters, because
decomposed Vietnamese marks drift off their letters in PDF; no control characters, because Word refuses them.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal

from inspector_app.text import nfc

Align = Literal["left", "center", "right", "justify"]
Role = Literal[
    "superior",
    "issuer",
    "number",
    "nation",
    "motto",
    "kind",
    "subject",
    "basis",
    "body",
    "heading1",
    "heading2",
    "heading3",
    "item",
    "caption",
    "cell",
    "small_cell",
    "note",
    "signer",
    "signer_note",
    "signer_name",
    "recipients_title",
    "recipients",
    "annex",
    "annex_title",
    "annex_reference",
    "page_number",
    "footer",
]

NATION: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO: Final = "Độc lập - Tự do - Hạnh phúc"
LANGUAGE: Final = "vi-VN"
NO_BREAK: Final = "\u00a0"
PHOTOS_ABREAST: Final = 3
PHOTO_HEIGHT: Final = 44
"""The tallest that a small photo is printed, in millimetres; three abreast, most are wider than tall."""
PHOTO_GAP: Final = 4
"""Millimetres between photos."""


@dataclass(frozen=True, slots=True)
class Page:
    """A4 portrait and its margins, in millimetres."""

    top: float
    bottom: float
    left: float
    right: float
    width: float = 210
    height: float = 297

    @property
    def text_width(self) -> float:
        """Millimetres between the side margins."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """Millimetres between the margins above and below."""
        return self.height - self.top - self.bottom


DECREE_SAMPLE: Final = Page(top=25, bottom=20, left=35, right=20)
"""The margins of the sample files of the decree's Phụ lục III."""
WIDE_TABLES: Final = Page(top=20, bottom=20, left=30, right=15)
"""The narrowest margins that the decree allows, for documents with tables."""


@dataclass(frozen=True, slots=True)
class Style:
    """How one role of text looks: points, except the first line's indent in millimetres.

    `name` is what the secretary reads in Word's list of styles. `spacing` multiplies the font's own line.
    """

    name: str
    size: float
    bold: bool = False
    italic: bool = False
    align: Align = "left"
    first_line: float = 0
    before: float = 0
    after: float = 0
    spacing: float = 1
    with_next: bool = False


STYLES: Final[Mapping[Role, Style]] = MappingProxyType(
    {
        "superior": Style("Cơ quan chủ quản", 13, align="center"),
        "issuer": Style("Cơ quan ban hành", 13, bold=True, align="center"),
        "number": Style("Số, ký hiệu", 13, align="center", before=3),
        "nation": Style("Quốc hiệu", 13, bold=True, align="center"),
        "motto": Style("Tiêu ngữ", 14, bold=True, align="center"),
        "kind": Style("Tên loại", 14, bold=True, align="center", before=18, with_next=True),
        "subject": Style("Trích yếu", 14, bold=True, align="center", with_next=True),
        "basis": Style("Căn cứ", 14, italic=True, align="justify", first_line=10, before=6, spacing=1.15),
        "body": Style("Thân văn bản", 14, align="justify", first_line=10, before=6, spacing=1.15),
        "heading1": Style("Heading 1", 14, bold=True, first_line=10, before=8, spacing=1.15, with_next=True),
        "heading2": Style("Heading 2", 14, bold=True, first_line=10, before=6, spacing=1.15, with_next=True),
        "heading3": Style(
            "Heading 3", 14, italic=True, first_line=10, before=6, spacing=1.15, with_next=True
        ),
        "item": Style("Mục liệt kê", 14, align="justify", first_line=10, before=6, spacing=1.15),
        "caption": Style("Tên bảng", 13, bold=True, align="center", before=8, after=4, with_next=True),
        "cell": Style("Ô bảng", 12),
        "small_cell": Style("Ô bảng nhỏ", 11),
        "note": Style("Ghi chú bảng", 12, italic=True, align="justify", before=3),
        "signer": Style("Chức danh người ký", 13, bold=True, align="center"),
        "signer_note": Style("Hướng dẫn ký", 13, italic=True, align="center"),
        "signer_name": Style("Tên người ký", 14, bold=True, align="center", before=64),
        "recipients_title": Style("Nơi nhận", 12, bold=True, italic=True, before=10, with_next=True),
        "recipients": Style("Danh sách nơi nhận", 11),
        "annex": Style("Phụ lục", 14, bold=True, align="center", with_next=True),
        "annex_title": Style("Tên phụ lục", 14, bold=True, align="center", with_next=True),
        "annex_reference": Style("Kèm theo", 14, italic=True, align="center", after=8, with_next=True),
        "page_number": Style("Số trang", 13, align="center"),
        "footer": Style("Chân trang", 8, align="right"),
    }
)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one face. A line feed in it breaks the line."""

    text: str
    bold: bool = False
    italic: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", printable(self.text))


@dataclass(frozen=True, slots=True)
class Pages:
    """Stands in a text for the number of pages before the annexes, which only a renderer can know."""


Text = tuple[Run | Pages, ...]


def text(*parts: str | Run | Pages) -> Text:
    """A text of plain strings, runs and page counts."""
    return tuple(Run(part) if isinstance(part, str) else part for part in parts)


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 1 is `I. THÀNH PHẦN`, 2 is `1. Đoàn kiểm tra`, 3 is `a) Kết quả`; the number is in the text."""

    level: Literal[1, 2, 3]
    text: Text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body, of the legal bases, or a note below a table."""

    text: Text
    role: Literal["body", "basis", "note"] = "body"


@dataclass(frozen=True, slots=True)
class Listing:
    """Lines that each begin with the marker. Word's own numbering is not used: it does not know đ."""

    items: tuple[Text, ...]
    marker: str = "- "


@dataclass(frozen=True, slots=True)
class Column:
    """`width` is a share of the table, in the same unit as the other columns'."""

    width: float
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Cell:
    """`span` counts the columns it covers; `align` None takes the column's."""

    text: Text
    span: int = 1
    align: Align | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row never breaks across pages unless it is taller than one; `with_next` stays with the row below."""

    cells: tuple[Cell, ...]
    bold: bool = False
    with_next: bool = False


def row(*cells: str | Text | Cell, bold: bool = False, with_next: bool = False) -> Row:
    """A row of plain strings, texts and cells."""
    return Row(tuple(_cell(each) for each in cells), bold, with_next)


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table as wide as the text. The header, always bold and centred, repeats on every page.

    `whole` keeps a short table on one page; `small` sets it a size smaller, for the long ones of an annex.
    """

    columns: tuple[Column, ...]
    header: Row
    rows: tuple[Row, ...]
    caption: Text = ()
    whole: bool = False
    small: bool = False

    def __post_init__(self) -> None:
        for each in (self.header, *self.rows):
            covered = sum(cell.span for cell in each.cells)
            if covered != len(self.columns):
                raise ValueError(f"a row covers {covered} of {len(self.columns)} columns: {each}")

    def widths(self, total: float) -> tuple[float, ...]:
        """The columns' widths when the table is `total` wide."""
        whole = sum(column.width for column in self.columns)
        return tuple(column.width / whole * total for column in self.columns)


@dataclass(frozen=True, slots=True)
class Signer:
    """One column of the signatures: capacity above, room to sign, name below."""

    capacity: tuple[str, ...]
    note: str
    name: str


@dataclass(frozen=True, slots=True)
class Signatures:
    """The signatures side by side, then `Nơi nhận`. Never parted from the paragraph before, nor in itself."""

    signers: tuple[Signer, ...]
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo to be printed small: a JPEG, and what stands below it."""

    content: bytes = field(repr=False)
    caption: Text


@dataclass(frozen=True, slots=True)
class Photos:
    """Photos side by side, none parted from its caption. The files go into the paper as they are."""

    photos: tuple[Photo, ...]
    caption: Text = ()

    def rows(self) -> Iterator[tuple[Photo, ...]]:
        """The photos as they stand side by side; the last row may be shorter."""
        for start in range(0, len(self.photos), PHOTOS_ABREAST):
            yield self.photos[start : start + PHOTOS_ABREAST]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page."""


Block = Heading | Paragraph | Listing | Table | Photos | Signatures | PageBreak


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The left half of the top of page 1; the right half is the same on every paper of the state.

    An empty `number` leaves that line out.
    """

    superior: str
    issuer: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """Begins on a new page, and its pages are numbered from 1."""

    label: str
    title: str
    reference: str
    body: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole report. `title` and `author` go into the file's properties; `footer` is small and grey."""

    title: str
    author: str
    letterhead: Letterhead
    kind: str
    subject: str
    body: tuple[Block, ...]
    annexes: tuple[Annex, ...] = ()
    page: Page = WIDE_TABLES
    footer: str = ""

    def __post_init__(self) -> None:
        for name in ("title", "author", "kind", "subject", "footer"):
            object.__setattr__(self, name, printable(getattr(self, name)))


def texts(document: Document) -> Iterable[Text]:
    """Every text of the body and the annexes in reading order; the letterhead and the signatures left out."""
    for block in (*document.body, *(block for annex in document.annexes for block in annex.body)):
        match block:
            case Heading() | Paragraph():
                yield block.text
            case Listing():
                yield from block.items
            case Table():
                yield block.caption
                yield from (cell.text for each in (block.header, *block.rows) for cell in each.cells)
            case Photos():
                yield block.caption
                yield from (each.caption for each in block.photos)
            case Signatures() | PageBreak():
                pass


def _cell(of: str | Text | Cell) -> Cell:
    if isinstance(of, Cell):
        return of
    return Cell(text(of) if isinstance(of, str) else of)


def printable(raw: str) -> str:
    """Text that any file and any font of ours can hold: composed letters, no control characters."""
    lines = _LINE_BREAK.sub("\n", raw.replace("\t", " "))
    # Composed last: an accent may have been kept from its letter by something invisible.
    return nfc(
        "".join(char for char in lines if char == "\n" or unicodedata.category(char) not in _UNPRINTABLE)
    )


_LINE_BREAK: Final = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
# Control, format (zero-width, byte order mark), surrogate halves, private use, unassigned.
_UNPRINTABLE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
