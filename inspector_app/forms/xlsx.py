"""The inside of an .xlsx file: an archive of XML from anybody, unpacked within bounds.

A workbook arrives by e-mail or on a stick, so nothing that it says of itself is believed. Parts are unpacked
piece by piece and given up when they grow too large; a sheet is read cell by cell and given up when it holds
too many; a document type, which is how XML reads other files and multiplies itself, ends the reading. What is
left are plain cells: what Excel shows of each, and whether it can be trusted.
"""

import re
import zipfile
import zlib
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from io import BytesIO
from math import isfinite
from posixpath import dirname, join, normpath
from typing import Literal, NamedTuple
from xml.parsers import expat

from inspector_app.i18n import tr

LARGEST_FILE = 20_000_000
LARGEST_PART = 60_000_000
"""Bytes of a workbook, and of one of its parts unpacked: a hundred times the largest real checklists."""
MOST_PARTS = 2_000
MOST_CELLS = 1_500_000
"""Cells of a sheet, empty ones with a format included."""
MOST_TEXTS = 500_000
"""Texts that the sheets share."""
LONGEST_TEXT = 32_767
"""Characters in a cell: Excel's own bound."""
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384

_PIECE = 1 << 16
_DEEPEST = 64
_FORMAT_PARTS = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_PERCENTS = {9, 10}
"""The numbers of Excel's own formats that show a date or a time, and a number in percent."""

Kind = Literal["text", "number", "percent", "date", "truth", "failed", "unsolved"]


class Cell(NamedTuple):
    """What a cell shows: text, a number or date as written in ISO, TRUE or FALSE; or the error of a formula
    that failed, or nothing where a formula was never worked out. `percent` is 0.95 where Excel shows 95 %."""

    kind: Kind
    text: str


class XlsxRefused(Exception):
    """A file that is not read, with the reason: it is too large, broken, or no workbook at all."""

    def __init__(self, reason: str, why: Literal["large", "broken", "foreign"] = "broken") -> None:
        super().__init__(reason)
        self.why = why


class Enough(Exception):
    """Raised by the receiver of cells to stop the reading of a sheet."""


@dataclass
class Layout:
    """What a sheet says beside its cells: merged areas, and the last row that it claims to have."""

    merged: list[str] = field(default_factory=list[str])
    claimed: int | None = None


class Xlsx:
    """An opened workbook; `sheets` are its worksheets by name, in their order."""

    def __init__(self, content: bytes) -> None:
        if content.count(b"PK\x01\x02") > MOST_PARTS:
            raise XlsxRefused(tr("it has too many parts"), "large")
        try:
            self._archive = zipfile.ZipFile(BytesIO(content))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
            raise XlsxRefused(tr("it is no archive"), "foreign") from error
        # Some writers use backslashes or other capitals than the parts are referred to by.
        self._parts = {_plain(name): name for name in self._archive.namelist()}
        main = next(
            (part for kind, part in self._relations("").values() if kind == "officeDocument"),
            "xl/workbook.xml",
        )
        if _plain(main) not in self._parts:
            raise XlsxRefused(tr("it holds no workbook"), "foreign")
        self.sheets: dict[str, str] = {}
        self._begins = datetime(1899, 12, 30)
        self._read_main(main)
        others = dict(self._relations(main).values())
        self._shared = _shared_texts(self._open(others.get("sharedStrings")))
        self._formats = _formats(self._open(others.get("styles")))

    def read(self, sheet: str, receive: Callable[[int, int, Cell], None]) -> Layout:
        """Give every cell of a sheet that is not empty to `receive`: row and column from 1, and the cell.

        Raises `XlsxRefused`; ends early, without layout, when `receive` raises `Enough`.
        """
        reading = _SheetReading(receive, self._shared, self._formats, self._begins)
        try:
            _parse(self._open(self.sheets[sheet]), reading.start, reading.end, reading.text)
        except Enough:
            return Layout()
        return reading.layout

    def _read_main(self, part: str) -> None:
        sheets = self._relations(part)

        def start(name: str, attributes: Mapping[str, str]) -> None:
            if name == "sheet":
                kind, target = sheets.get(attributes.get("id", ""), ("", ""))
                if kind == "worksheet":
                    self.sheets.setdefault(attributes.get("name", ""), target)
            elif name == "workbookPr" and attributes.get("date1904") in ("1", "true"):
                self._begins = datetime(1904, 1, 1)

        _parse(self._open(part), start)

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part refers to: identifier → kind and path."""
        folder = dirname(part)
        found: dict[str, tuple[str, str]] = {}

        def start(name: str, attributes: Mapping[str, str]) -> None:
            if name == "Relationship" and attributes.get("TargetMode") != "External":
                kind = attributes.get("Type", "").rpartition("/")[2]
                target = normpath(join("/", folder, attributes.get("Target", ""))).lstrip("/")
                found[attributes.get("Id", "")] = (kind, target)

        _parse(self._open(join(folder, "_rels", f"{part[len(folder) :].lstrip('/')}.rels")), start)
        return found

    def _open(self, part: str | None) -> Iterator[bytes]:
        """A part, piece by piece; nothing where it is not there."""
        name = None if part is None else self._parts.get(_plain(part))
        if name is None:
            return
        entry = self._archive.getinfo(name)
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise XlsxRefused(tr("{part} is packed in an unknown way", part=name))
        too_large = XlsxRefused(
            tr("{part} holds more than {size} MB", part=name, size=LARGEST_PART // 1_000_000), "large"
        )
        if entry.file_size > LARGEST_PART:
            raise too_large
        unpacked = 0
        try:
            with self._archive.open(entry) as file:
                while piece := file.read(_PIECE):
                    unpacked += len(piece)
                    if unpacked > LARGEST_PART:
                        raise too_large
                    yield piece
        except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError, ValueError) as error:
            raise XlsxRefused(tr("{part} cannot be unpacked", part=name)) from error


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


# --- XML --------------------------------------------------------------------------------------------

Start = Callable[[str, Mapping[str, str]], None]


def _parse(
    pieces: Iterator[bytes],
    start: Start,
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Read XML piece by piece; names come without their namespaces."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    depth = 0

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise XlsxRefused(tr("its XML is nested more than {limit} deep", limit=_DEEPEST))
        plain = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        start(name.rpartition(" ")[2], plain)

    def finish(name: str) -> None:
        nonlocal depth
        depth -= 1
        if end is not None:
            end(name.rpartition(" ")[2])

    def refuse(*_: object) -> None:
        raise XlsxRefused(tr("a document type or entity is declared in it"))

    parser.StartElementHandler = begin
    parser.EndElementHandler = finish
    parser.StartDoctypeDeclHandler = refuse
    if text is not None:
        parser.CharacterDataHandler = text
    empty = True
    try:
        for piece in pieces:
            empty = False
            parser.Parse(piece, False)
        if not empty:
            parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise XlsxRefused(tr("its XML is broken: {reason}", reason=error)) from error


def _shared_texts(pieces: Iterator[bytes]) -> list[str]:
    """The texts that cells refer to by number, without the reading aids that Japanese ones carry."""
    texts: list[str] = []
    parts: list[str] = []
    inside = {"t": 0, "rPh": 0}

    def start(name: str, _attributes: Mapping[str, str]) -> None:
        if name == "si":
            parts.clear()
        elif name in inside:
            inside[name] += 1

    def end(name: str) -> None:
        if name in inside:
            inside[name] -= 1
        elif name == "si":
            if len(texts) == MOST_TEXTS:
                raise XlsxRefused(tr("it has too many texts"), "large")
            texts.append(_unescaped("".join(parts)))

    def text(piece: str) -> None:
        if inside["t"] and not inside["rPh"]:
            parts.append(piece)

    _parse(pieces, start, end, text)
    return texts


def _unescaped(text: str) -> str:
    """Characters that XML cannot hold, as Excel writes them: `_x000D_`."""
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), text) if "_x" in text else text


class _Formats(NamedTuple):
    """The numbers of the cell styles that show a date or a time, and of those that show percent."""

    dates: frozenset[str]
    percents: frozenset[str]


def _formats(pieces: Iterator[bytes]) -> _Formats:
    codes: dict[str, str] = {}
    styles: list[str] = []
    within: list[str] = []

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if name == "numFmt":
            code = _FORMAT_PARTS.sub("", attributes.get("formatCode", "")).casefold()
            codes[attributes.get("numFmtId", "")] = code
        elif name == "cellXfs":
            within.append(name)
        elif name == "xf" and within:
            styles.append(attributes.get("numFmtId", "0"))

    def end(name: str) -> None:
        if name == "cellXfs":
            within.clear()

    def shows(number: str, own: Container[int], signs: str) -> bool:
        if number in codes:
            return "general" not in codes[number] and any(sign in codes[number] for sign in signs)
        return number.isascii() and number.isdigit() and int(number[:9]) in own

    _parse(pieces, start, end)
    numbered = [(str(place), number) for place, number in enumerate(styles)]
    return _Formats(
        frozenset(place for place, number in numbered if shows(number, _DATES, "ymdhs")),
        frozenset(place for place, number in numbered if shows(number, _PERCENTS, "%")),
    )


# --- cells ------------------------------------------------------------------------------------------


def letters(column: int) -> str:
    """The name of a column: 1 → A, 28 → AB."""
    name = ""
    while column > 0:
        column, last = divmod(column - 1, 26)
        name = chr(ord("A") + last) + name
    return name


class _SheetReading:
    """One pass over the XML of a sheet."""

    def __init__(
        self,
        receive: Callable[[int, int, Cell], None],
        shared: list[str],
        formats: _Formats,
        begins: datetime,
    ) -> None:
        self.layout = Layout()
        self._receive, self._shared, self._formats, self._begins = receive, shared, formats, begins
        self._row = self._column = self._cells = 0
        self._type = self._style = ""
        self._formula = self._valued = False
        self._collecting = False
        self._phonetic = 0
        self._parts: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "c":
            self._begin_cell(attributes)
        elif name in ("v", "t"):
            self._collecting = self._valued = True
        elif name == "f":
            self._formula = True
        elif name == "row":
            self._row = _whole(attributes.get("r"), self._row + 1, LAST_ROW)
            self._column = 0
        elif name == "rPh":
            self._phonetic += 1
        elif name == "mergeCell" and len(self.layout.merged) < MOST_PARTS:
            self.layout.merged.append(attributes.get("ref", ""))
        elif name == "dimension":
            last = re.search(r"(\d+)$", attributes.get("ref", ""), re.ASCII)
            self.layout.claimed = int(last[1][:9]) if last else None

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        self._cells += 1
        if self._cells > MOST_CELLS:
            raise XlsxRefused(tr("a sheet has more than {count} cells", count=MOST_CELLS), "large")
        place = attributes.get("r", "")
        if place:
            self._column = 0
            for character in place.rstrip("0123456789"):
                self._column = self._column * 26 + ord(character) - ord("A") + 1
                if not ("A" <= character <= "Z" and self._column <= LAST_COLUMN):
                    raise XlsxRefused(tr("it has a cell at no possible place: {place}", place=place[:12]))
        else:
            self._column += 1
        self._type, self._style = attributes.get("t", "n"), attributes.get("s", "0")
        self._formula = self._valued = False
        self._parts.clear()

    def text(self, piece: str) -> None:
        if self._collecting and not self._phonetic:
            self._parts.append(piece)

    def end(self, name: str) -> None:
        if name in ("v", "t"):
            self._collecting = False
        elif name == "rPh":
            self._phonetic -= 1
        elif name == "c":
            cell = self._cell("".join(self._parts))
            if cell.text or cell.kind == "unsolved":
                self._receive(self._row, self._column, cell)

    def _cell(self, raw: str) -> Cell:
        if len(raw) > LONGEST_TEXT:
            raise XlsxRefused(tr("a cell holds more than {count} characters", count=LONGEST_TEXT))
        if self._formula and not raw and not (self._valued and self._type == "str"):
            return Cell("unsolved", "")
        if self._type == "s":
            return Cell("text", self._shared[_whole(raw, 0, len(self._shared) - 1)] if raw else "")
        if self._type in ("str", "inlineStr"):
            return Cell("text", _unescaped(raw))
        if self._type == "b":
            return Cell("truth", "TRUE" if raw.strip() in ("1", "true") else "FALSE") if raw else EMPTY
        if self._type == "e":
            return Cell("failed", raw)
        if self._type == "d":
            return Cell("date", raw)
        return self._number(raw.strip()) if raw.strip() else EMPTY

    def _number(self, raw: str) -> Cell:
        number = float(raw)
        if not isfinite(number):
            return Cell("failed", raw)
        if self._style in self._formats.dates:
            return Cell("date", _date(number, self._begins))
        kind = "percent" if self._style in self._formats.percents else "number"
        return Cell(kind, f"{number:.15g}")


EMPTY = Cell("text", "")


def _whole(text: str | None, otherwise: int, largest: int) -> int:
    """A whole number within bounds. Raises ValueError."""
    if text is None:
        return otherwise
    number = int(text) if len(text) < 20 else -1
    if not 0 <= number <= largest:
        raise ValueError(text)
    return number


def _date(serial: float, begins: datetime) -> str:
    """What a number shown as a date stands for: a day, a moment, or below 1 only a time."""
    if begins.year == 1899 and 1 <= serial < 61:
        serial += 1  # Excel counts a 29 February 1900 that never was
    try:
        moment = begins + timedelta(days=serial)
    except OverflowError:
        return f"{serial:.15g}"
    moment = (moment + timedelta(microseconds=500_000)).replace(microsecond=0)
    if 0 <= serial < 1:
        return moment.time().isoformat()
    return moment.date().isoformat() if moment.time() == datetime.min.time() else moment.isoformat()
