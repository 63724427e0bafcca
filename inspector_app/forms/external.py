"""Files that lie beside a form: lists of choices and tables to look things up in, as CSV, XML or GeoJSON.

Whatever a file is written in, expressions see one shape: a root with an item for each row, and in each item a
child for each cell. A table of a hundred thousand rows is kept as the plain lists it was read as; its items
become nodes only when somebody looks at them, and an index finds the rows that hold a certain text.
"""

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast, overload
from xml.parsers import expat

from inspector_app.domain.templates import FILE_NAME
from inspector_app.forms.instants import number_text
from inspector_app.forms.tree import Element, Text, TreeNode, XmlRefused, read_xml
from inspector_app.i18n import tr

MOST_ROWS = 1_000_000
"""More than any list of choices; a file with more is no such list."""


class FileRefused(ValueError):
    """A file that cannot be used as a list; the message says why (current language)."""


def file_name(address: str) -> str | None:
    """The name of the file that an address such as `jr://file-csv/xa.csv` means; None if it means none."""
    match = re.fullmatch(r"jr://(?:file|file-csv|images|audio|video)/(.+)", address.strip())
    return match[1] if match is not None and FILE_NAME.fullmatch(match[1]) else None


def read_list(name: str, content: bytes) -> Element:
    """The root above the rows of a file; `FileRefused` if it cannot be read as what its name says it is."""
    kind = name.rpartition(".")[2].lower()
    if kind == "csv":
        return _read_csv(content)
    if kind == "geojson":
        return _read_geojson(content)
    if kind == "xml":
        try:
            return read_xml(content).root
        except XmlRefused as refused:
            raise FileRefused(str(refused)) from refused
    raise FileRefused(tr("Lists of choices are read from .csv, .xml and .geojson files."))


# --- tables ------------------------------------------------------------------------------------------

Column = Sequence[str | None]
"""The cells of one column from the first row to the last; None where a row has no such cell."""


class Row(Element):
    """One item of a table; its cells become nodes when somebody looks at them."""

    __slots__ = ("_at", "_table")

    def __init__(self, table: "Table", at: int) -> None:
        super().__init__(table.item)
        self.parent = table
        self._table = table
        self._at = at

    @property
    def children(self) -> Sequence[TreeNode]:
        if not self._children:
            for column, cell in self.cells().items():
                leaf = Element(column)
                leaf.insert(Text(cell))
                self.insert(leaf)
        return self._children

    def named(self, name: str) -> Sequence[TreeNode]:
        return self.unprefixed(name)

    def unprefixed(self, name: str) -> list[TreeNode]:
        return [child for child in self.children if child.name == name]

    def cell(self, name: str) -> str:
        column = self._table.columns.get(name)
        return "" if column is None else column[self._at] or ""

    def cells(self) -> dict[str, str]:
        at, columns = self._at, self._table.columns
        return {name: cell for name, column in columns.items() if (cell := column[at]) is not None}


class _Rows(Sequence[TreeNode]):
    """The items of a table, each made when first asked for."""

    def __init__(self, table: "Table", size: int) -> None:
        self._table = table
        self._made: list[Row | None] = [None] * size

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, at: int) -> TreeNode: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[TreeNode]: ...
    def __getitem__(self, at: int | slice) -> TreeNode | Sequence[TreeNode]:
        if isinstance(at, slice):
            return [self.row(index) for index in range(*at.indices(len(self._made)))]
        return self.row(range(len(self._made))[at])

    def __iter__(self) -> Iterator[TreeNode]:
        return (self.row(at) for at in range(len(self._made)))

    def row(self, at: int) -> Row:
        row = self._made[at]
        if row is None:
            row = self._made[at] = Row(self._table, at)
        return row


class Table(Element):
    """A root above `size` items that have their cells under the names of `columns`."""

    __slots__ = ("_index_of", "_rows", "columns", "item")

    def __init__(
        self, columns: Mapping[str, Column], size: int, name: str = "root", item: str = "item"
    ) -> None:
        super().__init__(name)
        self.columns = columns
        self.item = item
        self._rows = _Rows(self, size)
        self._index_of: dict[str, dict[str | None, list[int]] | None] = {}
        """Column → cell → the rows that hold it; None for a column that was asked for once."""

    @property
    def children(self) -> Sequence[TreeNode]:
        return self._rows

    def named(self, name: str) -> Sequence[TreeNode]:
        return self._rows if name == self.item else ()

    def unprefixed(self, name: str) -> list[TreeNode]:
        return list(self._rows) if name == self.item else []

    def holding(self, name: str, column: str, text: str) -> Sequence[TreeNode] | None:
        cells = self.columns.get(column)
        if name != self.item or cells is None:
            return ()
        if column not in self._index_of:
            # Whoever asks only once has looked sooner than an index is made.
            self._index_of[column] = None
            return [self._rows.row(at) for at, cell in enumerate(cells) if cell == text]
        index = self._index_of[column]
        if index is None:
            rows: defaultdict[str | None, list[int]] = defaultdict(list)
            for at, cell in enumerate(cells):
                rows[cell].append(at)
            index = self._index_of[column] = rows
        return [self._rows.row(at) for at in index.get(text, ())]


class _NoTable(Exception):
    """XML that is not simply rows of cells."""


def read_inner(content: bytes) -> Element:
    """A list written out inside a form: the element in the outermost one of `content`.

    Nearly always it is `instance/root/item/cell` and read as a table, at a fifth of the cost of a tree.
    """
    try:
        return _TableReading().read(content)
    except _NoTable:
        return next(read_xml(content).root.elements())


class _TableReading:
    """One pass of expat over rows of cells; anything else ends it."""

    def __init__(self) -> None:
        self.depth = 0
        self.names: list[str] = []
        self.item = ""
        self.columns: dict[str, None] = {}
        self.row: dict[str, str] = {}
        self.rows: list[dict[str, str]] = []
        self.orders: dict[tuple[str, ...], None] = {}
        self.cell: list[str] = []
        self.parser = expat.ParserCreate()

    def read(self, content: bytes) -> Element:
        parser = self.parser
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.characters
        parser.CommentHandler = self.refuse
        parser.ProcessingInstructionHandler = self.refuse
        parser.StartDoctypeDeclHandler = self.refuse
        try:
            parser.Parse(content, True)
        except expat.ExpatError as error:
            raise _NoTable from error
        if len(self.names) != 2:
            raise _NoTable
        # Each item has its cells in the order of the columns, or the table would have them in another.
        if any(order != tuple(name for name in self.columns if name in order) for order in self.orders):
            raise _NoTable
        columns = {name: [row.get(name) for row in self.rows] for name in self.columns}
        instance = Element(self.names[0])
        instance.insert(Table(columns, len(self.rows), self.names[1], self.item or "item"))
        return instance

    def refuse(self, *_: object) -> None:
        raise _NoTable

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth == 5:
            if attributes or name in self.row or ":" in name:
                raise _NoTable
            self.cell = []
        elif self.depth == 4:
            self.item = self.item or name
            if attributes or name != self.item or ":" in name:
                raise _NoTable
            self.row = {}
        elif (
            self.depth in (2, 3) and len(self.names) == self.depth - 2 and (self.depth == 2 or not attributes)
        ):
            self.names.append(name)
        elif self.depth != 1:
            raise _NoTable

    def end(self, name: str) -> None:
        if self.depth == 5:
            self.row[name] = "".join(self.cell)
            self.columns[name] = None
        elif self.depth == 4:
            self.rows.append(self.row)
            self.orders[tuple(self.row)] = None
        self.depth -= 1

    def characters(self, text: str) -> None:
        if self.depth == 5:
            self.cell.append(text)
        elif text.strip():
            raise _NoTable


# --- CSV ---------------------------------------------------------------------------------------------


def _read_csv(content: bytes) -> Table:
    """RFC 4180 with a heading; the separator is the first of `, ; tab |` that the heading has."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileRefused(tr("The file is not in UTF-8. Save it as “CSV UTF-8”.")) from error
    if "\0" in text:
        raise FileRefused(tr("The file holds characters that no text has."))
    lines = text.rstrip("\r\n").replace("\r\n", "\n").replace("\r", "\n")
    separator = _separator(lines)
    plain = _plain_columns(lines, separator)
    if plain is not None:
        _check_columns([column[0] for column in plain])
        return Table({column[0]: column[1:] for column in plain}, len(plain[0]) - 1)
    table = csv.reader(io.StringIO(lines), delimiter=separator, strict=True)
    try:
        names = next(table, list[str]())
        _check_columns(names)
        rows = _even(list(table), len(names))
    except csv.Error as error:
        raise FileRefused(
            tr("Line {line} cannot be read: {reason}.", line=table.line_num, reason=str(error))
        ) from error
    return Table(
        dict(zip(names, zip(*rows, strict=True) if rows else [()] * len(names), strict=True)), len(rows)
    )


def _plain_columns(lines: str, separator: str) -> list[list[str]] | None:
    """The columns of a table without quotation marks in which no row lacks a cell, cut all at once.

    None if the table is not like that. A list of a hundred thousand choices is read in half the time.
    """
    width = lines.partition("\n")[0].count(separator) + 1
    if '"' in lines or f"\n{separator * (width - 1)}\n" in f"{lines}\n":
        return None
    # Cut so, the first cell of a line keeps the sign for a new line, and all of those must be in one column.
    cells = lines.replace("\n", f"{separator}\n").split(separator)
    firsts = "".join(cells[::width]).split("\n")
    if len(cells) != len(firsts) * width or len(firsts) - 1 != lines.count("\n") or len(firsts) > MOST_ROWS:
        return None
    return [firsts, *(cells[at::width] for at in range(1, width))]


def _separator(lines: str) -> str:
    """Judged by the heading alone, outside quotation marks."""
    heading = re.sub(r'"[^"]*"', "", lines.partition("\n")[0])
    found = {separator: heading.count(separator) for separator in (",", ";", "\t", "|")}
    return max(found, key=lambda separator: found[separator])


def _check_columns(columns: Sequence[str]) -> None:
    for column in columns:
        if column and columns.count(column) > 1:
            raise FileRefused(tr("There are two columns called “{column}”.", column=column))


def _even(rows: list[list[str]], width: int) -> list[list[str]]:
    """The rows with as many cells as the heading; a line without any text is no row."""
    if len(rows) > MOST_ROWS:
        raise FileRefused(tr("The file has more than {most} rows.", most=MOST_ROWS))
    if all(len(row) == width for row in rows) and [""] * width not in rows:
        return rows
    even: list[list[str]] = []
    for number, row in enumerate(rows, 2):
        if len(row) > width:
            if any(row[width:]):
                raise FileRefused(tr("Row {row} has more cells than the heading.", row=number))
            row = row[:width]
        if any(row):
            even.append([*row, *[""] * (width - len(row))] if len(row) < width else row)
    return even


# --- GeoJSON -----------------------------------------------------------------------------------------


def _read_geojson(content: bytes) -> Table:
    """A FeatureCollection of points, lines and areas; its members become columns, its shapes ODK's texts."""
    try:
        collection = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise FileRefused(tr("The file is not JSON.")) from error
    if not isinstance(collection, dict) or cast("Any", collection).get("type") != "FeatureCollection":
        raise FileRefused(tr("The file is not a GeoJSON FeatureCollection."))
    features = cast("Any", collection).get("features")
    if not isinstance(features, list):
        raise FileRefused(tr("The file is not a GeoJSON FeatureCollection."))
    items = [_feature(feature) for feature in cast("list[object]", features)]
    names = dict.fromkeys(name for item in items for name in item)
    return Table({name: [item.get(name) for item in items] for name in names}, len(items))


def _feature(feature: object) -> dict[str, str]:
    if not isinstance(feature, dict):
        raise FileRefused(tr("One of the features is no GeoJSON feature."))
    parts = cast("dict[str, Any]", feature)
    item = {"geometry": _shape(parts.get("geometry"))}
    properties: object = parts.get("properties") or {}
    if not isinstance(properties, dict):
        raise FileRefused(tr("One of the features is no GeoJSON feature."))
    members = cast("dict[str, object]", properties)
    if "id" in parts:
        item["id"] = _scalar(parts["id"])
    return item | {name: _scalar(v) for name, v in members.items() if v is not None and name not in item}


def _scalar(value: object) -> str:
    """A JSON value as text, numbers and truths as JSON writes them."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _shape(geometry: object) -> str:
    """`latitude longitude 0 0`, several of them for lines and areas."""
    parts = cast("dict[str, Any]", geometry) if isinstance(geometry, dict) else {}
    kind, coordinates = parts.get("type"), parts.get("coordinates")
    try:
        if kind == "Point":
            return _places([coordinates])
        if kind == "LineString":
            return _places(coordinates)
        if kind == "Polygon":
            (outline,) = cast("list[Any]", coordinates)  # areas with holes have more than one
            return _places(outline)
    except (TypeError, ValueError, IndexError, KeyError) as error:
        raise FileRefused(tr("Only points, lines and areas without holes can be read.")) from error
    raise FileRefused(tr("Only points, lines and areas without holes can be read."))


def _places(coordinates: Any) -> str:
    pairs: list[tuple[float, float]] = [(float(at[1]), float(at[0])) for at in coordinates]
    return ";".join(f"{number_text(latitude)} {number_text(longitude)} 0 0" for latitude, longitude in pairs)
