"""Files that lie beside a form: lists of choices and tables to look things up in, as CSV, XML or GeoJSON.

Whatever a file is written in, expressions see one shape: a root with an item for each row, and in each item a
child for each cell. A table of a hundred thousand rows is kept as the plain lists it was read as; its items
become nodes only when somebody looks at them, and an index finds the rows that hold a certain text.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, cast, overload

from inspector_app.domain.templates import FILE_NAME
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


class Row(Element):
    """One item of a table; its cells become nodes when somebody looks at them."""

    __slots__ = ("cells", "columns")

    def __init__(self, parent: TreeNode, columns: Sequence[str], cells: Sequence[str]) -> None:
        super().__init__("item")
        self.parent = parent
        self.columns = columns
        self.cells = cells

    @property
    def children(self) -> Sequence[TreeNode]:
        if not self._children:
            for column, cell in zip(self.columns, self.cells, strict=True):
                leaf = Element(column)
                leaf.insert(Text(cell))
                self.insert(leaf)
        return self._children

    def named(self, name: str) -> Sequence[TreeNode]:
        return [child for child in self.children if child.name == name]


class _Rows(Sequence[TreeNode]):
    """The items of a table, each made when first asked for."""

    def __init__(self, table: "Table") -> None:
        self._table = table
        self._made: list[Row | None] = [None] * len(table.rows)

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, at: int) -> TreeNode: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[TreeNode]: ...
    def __getitem__(self, at: int | slice) -> TreeNode | Sequence[TreeNode]:
        if isinstance(at, slice):
            return [self._row(index) for index in range(*at.indices(len(self._made)))]
        return self._row(range(len(self._made))[at])

    def __iter__(self) -> Iterator[TreeNode]:
        return (self._row(at) for at in range(len(self._made)))

    def _row(self, at: int) -> Row:
        row = self._made[at]
        if row is None:
            row = self._made[at] = Row(self._table, self._table.columns, self._table.rows[at])
        return row


class Table(Element):
    """A root above rows that all have the same columns; `rows` hold the cells as text."""

    __slots__ = ("_columnar", "_rows", "columns", "rows")

    def __init__(self, columns: Sequence[str], rows: Sequence[Sequence[str]], name: str = "root") -> None:
        super().__init__(name)
        self.columns = columns
        self.rows = rows
        self._rows = _Rows(self)
        self._columnar: dict[str, dict[str, list[int]]] = {}

    @property
    def children(self) -> Sequence[TreeNode]:
        return self._rows

    def named(self, name: str) -> Sequence[TreeNode]:
        return self._rows if name == "item" else ()

    def holding(self, name: str, column: str, text: str) -> Sequence[TreeNode] | None:
        if name != "item" or column not in self.columns:
            return ()
        index = self._columnar.get(column)
        if index is None:
            index = self._columnar[column] = {}
            at = self.columns.index(column)
            for number, row in enumerate(self.rows):
                index.setdefault(row[at], []).append(number)
        return [self._rows[number] for number in index.get(text, ())]


# --- CSV ---------------------------------------------------------------------------------------------


def _read_csv(content: bytes) -> Table:
    """RFC 4180 with a heading; the separator is the first of `, ; tab |` that the heading has."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileRefused(tr("The file is not in UTF-8. Save it as “CSV UTF-8”.")) from error
    if "\0" in text:
        raise FileRefused(tr("The file holds characters that no text has."))
    lines = text.rstrip("\r\n")
    separator = _separator(lines)
    # Any of the ways in which systems end lines; the csv module knows them all but wants them told apart.
    table = csv.reader(io.StringIO(lines, newline=None), delimiter=separator, strict=True)
    try:
        columns = next(table, [])
        _check_columns(columns)
        rows = list(_rows(table, len(columns)))
    except csv.Error as error:
        raise FileRefused(
            tr("Line {line} cannot be read: {reason}.", line=table.line_num, reason=str(error))
        ) from error
    return Table(columns, rows)


def _separator(lines: str) -> str:
    """Judged by the heading alone, outside quotation marks."""
    heading = re.sub(r'"[^"]*"', "", lines.partition("\n")[0])
    found = {separator: heading.count(separator) for separator in (",", ";", "\t", "|")}
    return max(found, key=lambda separator: found[separator])


def _check_columns(columns: Sequence[str]) -> None:
    for column in columns:
        if column and columns.count(column) > 1:
            raise FileRefused(tr("There are two columns called “{column}”.", column=column))


def _rows(table: Iterable[list[str]], width: int) -> Iterator[list[str]]:
    for number, row in enumerate(table, 1):
        if number > MOST_ROWS:
            raise FileRefused(tr("The file has more than {most} rows.", most=MOST_ROWS))
        if len(row) < width:
            # Rows of nothing but blanks, at the end or between, are no items.
            if not any(row):
                continue
            row = row + [""] * (width - len(row))
        elif len(row) > width:
            if any(row[width:]):
                raise FileRefused(tr("Row {row} has more cells than the heading.", row=number + 1))
            row = row[:width]
        yield row


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
    columns = list(dict.fromkeys(name for item in items for name in item))
    _check_columns(columns)
    return Table(columns, [[item.get(column, "") for column in columns] for item in items])


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
    coordinates = parts.get("coordinates")
    readers: Mapping[str, Callable[[Any], Any]] = {
        "Point": lambda found: [found],
        "LineString": lambda found: found,
        "Polygon": lambda found: found[0] if len(found) == 1 else _only_outlines(),
    }
    read = readers.get(parts.get("type", ""))
    if read is None or not isinstance(coordinates, list):
        raise FileRefused(tr("Only points, lines and areas can be read from GeoJSON."))
    try:
        return ";".join(f"{latitude} {longitude} 0 0" for longitude, latitude in read(coordinates))
    except (TypeError, ValueError) as error:
        raise FileRefused(tr("Only points, lines and areas can be read from GeoJSON.")) from error


def _only_outlines() -> object:
    raise FileRefused(tr("Areas with holes cannot be read from GeoJSON."))
