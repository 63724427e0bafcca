"""Tables on the clipboard, as Excel, Word, LibreOffice and web pages put them there.

Excel separates cells with tabs and quotes those that hold several lines; Word does not quote, so that its
plain text cannot tell a new row from a new line in a cell. Where a table also comes as HTML, that is read
instead: its rows and cells are certain.
"""

import csv
from html.parser import HTMLParser

from inspector_app.text import clean

MOST_ROWS = 2_000
"""A paste is a list of papers or of faults; more rows than this are another kind of file."""
Rows = list[list[str]]


def rows_in(plain: str, html: str = "") -> Rows:
    """The cells of a pasted table by rows, texts cleaned; rows without any text are left out."""
    rows = _in_html(html) if "<table" in html.lower() else []
    if not rows:
        rows = [list(row) for row in csv.reader(plain.splitlines(keepends=True), delimiter="\t")]
    cleaned = [[clean(cell, lines=True).strip() for cell in row] for row in rows]
    return [row for row in cleaned if any(row)][:MOST_ROWS]


def _in_html(html: str) -> Rows:
    reader = _TableReader()
    reader.feed(html)
    reader.close()
    reader.end_cell()
    return reader.rows


class _TableReader(HTMLParser):
    """Collects the texts of the cells of every table; what a tag spans is filled with empty cells."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: Rows = []
        self._cell: list[str] | None = None
        self._span = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.end_cell()
            self.rows.append([])
        elif tag in ("td", "th"):
            self.end_cell()
            wide = dict(attrs).get("colspan") or "1"
            self._cell, self._span = [], min(int(wide), 50) if wide.isdecimal() else 1
        elif tag in ("br", "p", "li", "div") and self._cell:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self.end_cell()

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            # A line end in the source is a space; only the tags above break a line.
            self._cell.append(" ".join(data.split()) if data.strip() else " ")

    def end_cell(self) -> None:
        """The cell that was begun is whole, also where its end was forgotten."""
        if self._cell is None:
            return
        if not self.rows:
            self.rows.append([])
        self.rows[-1] += ["".join(self._cell), *[""] * (self._span - 1)]
        self._cell = None
