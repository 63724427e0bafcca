"""The files that a workbook names: lists too long for a sheet, tables to look things up in, pictures.

They lie next to the workbook, or in the folder `<workbook>-media` as ODK has it, and become part of the
published form: a visit must not depend on a file that somebody may move. A file that is not there, or not
what it should be, is a problem at the cell that names it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from inspector_app.domain.templates import FILE_NAME
from inspector_app.forms.authoring import Element
from inspector_app.forms.external import FileRefused, Table, read_list
from inspector_app.forms.headings import EXPRESSIONS, nearest
from inspector_app.forms.lists import check_filter
from inspector_app.forms.references import literal_arguments
from inspector_app.forms.tables import Findings, Row
from inspector_app.forms.tables import Table as SheetTable
from inspector_app.i18n import tr
from inspector_app.text import ascii_name

LARGEST_FILE = 20_000_000
LARGEST_TOGETHER = 100_000_000
"""Bytes of one file, and of all files of a form: they travel with every bundle."""

Beside = Callable[[str], bytes | None]
"""The content of a file next to a workbook, by name; None where there is none."""

_MEDIA = ("image", "big-image", "audio", "video")
_LISTS = (".csv", ".xml", ".geojson")


@dataclass(frozen=True)
class Need:
    """A file that a cell names. `element` is the question whose choices stand in it, if any do."""

    name: str
    row: Row
    key: str
    letter: str | None
    element: Element | None = None


def beside(workbook: Path) -> Beside:
    """The files next to a workbook on the disk."""
    folders = (workbook.parent, workbook.with_name(f"{workbook.stem}-media"))

    def find(name: str) -> bytes | None:
        for folder in folders:
            file = folder / name
            if file.is_file() and file.stat().st_size <= LARGEST_FILE:
                return file.read_bytes()
        return None

    return find


def nothing_beside(_name: str) -> None:
    """A workbook that comes alone."""


def collect(
    elements: Sequence[Element], tables: Iterable[SheetTable], find: Beside, findings: Findings
) -> dict[str, bytes]:
    """The files that a form needs, by name; every one missing or unfit is a problem."""
    files: dict[str, bytes] = {}
    columns: dict[str, Sequence[str] | None] = {}
    size = 0
    for need in (*_of_questions(elements), *_of_media(tables)):
        if need.name not in columns:
            content = _found(need, find, findings)
            columns[need.name] = None if content is None else _columns(need, content, findings)
            if content is None:
                continue
            size += len(content)
            if size > LARGEST_TOGETHER:
                limit = LARGEST_TOGETHER // 1_000_000
                message = tr("The files together are larger than {size} MB.", size=limit)
                findings.refuse(need.row, need.key, message, tr("Make pictures smaller."), column=need.letter)
                break
            files[need.name] = content
        if (known := columns[need.name]) is not None:
            _fits(need, known, findings)
    return dict(sorted(files.items()))


def _of_questions(elements: Iterable[Element]) -> Iterator[Need]:
    for element in elements:
        row = element.row
        if element.select and element.select.from_file:
            yield Need(element.list_name, row, "type", row.table.letter("type"), element)
        elif element.kind in ("csv-external", "xml-external"):
            yield Need(f"{element.name}.{element.kind[:3]}", row, "name", row.table.letter("name"))
        elif element.kind == "image" and row["default"] and "${" not in row["default"]:
            yield Need(_bare(row["default"]), row, "default", row.table.letter("default"))
        for key in ("default", *sorted(EXPRESSIONS)):
            for letter, text in row.all(key):
                for name in literal_arguments(text, "pulldata"):
                    yield Need(name if name.endswith(".csv") else f"{name}.csv", row, key, letter)


def _of_media(tables: Iterable[SheetTable]) -> Iterator[Need]:
    for table in tables:
        for row in table.rows:
            for key in _MEDIA:
                for letter, text in row.all(key):
                    if text != "-":
                        yield Need(_bare(text), row, key, letter)


def _bare(name: str) -> str:
    return re.sub(r"^jr://[a-z]+/", "", name)


def _found(need: Need, find: Beside, findings: Findings) -> bytes | None:
    if need.element is not None and not need.name.endswith(_LISTS):
        message = tr("A list cannot be read from the file {file}.", file=need.name)
        remedy = tr("Use a file whose name ends in .csv, .xml or .geojson.")
        findings.refuse(need.row, need.key, message, remedy, column=need.letter)
        return None
    if not FILE_NAME.fullmatch(need.name):
        stem, dot, ending = re.sub(r".*[/\\]", "", need.name).rpartition(".")
        better = f"{ascii_name(stem)}{dot}{ascii_name(ending)}" if stem else ascii_name(ending)
        message = tr("“{name}” cannot be the name of a file.", name=need.name)
        remedy = tr("Call the file {name}, and write that here.", name=better)
        findings.refuse(need.row, need.key, message, remedy, column=need.letter)
        return None
    content = find(need.name)
    if content is None:
        message = tr("The file {file} is not there, or larger than {size} MB.", file=need.name,
                     size=LARGEST_FILE // 1_000_000)  # fmt: skip
        remedy = tr("Put it into the folder of the workbook, with exactly this name.")
        findings.refuse(need.row, need.key, message, remedy, column=need.letter)
    return content


# --- lists ------------------------------------------------------------------------------------------


def _columns(need: Need, content: bytes, findings: Findings) -> Sequence[str] | None:
    """What a list has of each row; None for a file that is no list, or none that can be read."""
    if not need.name.endswith(_LISTS):
        return None
    try:
        root = read_list(need.name, content)
    except FileRefused as refused:
        message = tr("The file {file} cannot be used: {reason}", file=need.name, reason=refused)
        findings.refuse(need.row, need.key, message, tr("Correct the file."), column=need.letter)
        return None
    if need.name.endswith(".csv") and b"," not in content.partition(b"\n")[0]:
        message = tr("The columns of the file {file} are not parted by commas.", file=need.name)
        remedy = tr("Put commas there, so that other programs can read the file too.")
        findings.remark(need.row, need.key, message, remedy, column=need.letter)
    if isinstance(root, Table):
        return list(root.columns)
    return list(dict.fromkeys(cell.name for item in root.elements() for cell in item.elements()))


def _fits(need: Need, columns: Sequence[str], findings: Findings) -> None:
    """A list must have the columns that its question reads."""
    if need.element is None:
        return
    defaults = ("id", "title") if need.name.endswith(".geojson") else ("name", "label")
    for part, default in zip(("value", "label"), defaults, strict=True):
        column = need.element.parameters.get(part, default)
        if column not in columns:
            close = nearest(column, columns, 0.6)
            findings.refuse(
                need.row,
                need.key,
                tr("The file {file} has no column {column}.", file=need.name, column=column),
                tr("Write {part}={column} into the column parameters.", part=part, column=close or "…"),
                column=need.letter,
            )
    check_filter(need.element, columns, findings)
