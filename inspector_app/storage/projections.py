"""What the records are now: one typed table per kind, folded from the ledger in the same transaction.

The tables take their columns from the record models, so a new field is no migration: when the models have
changed since the tables were made, the tables are dropped and filled again from the ledger.
"""

import hashlib
import json
import types
import typing
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from sqlite_utils import Database

from inspector_app.domain.changes import DELETED, Field
from inspector_app.domain.records import KINDS, Record

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Projected(Generic[R]):
    """A record as it stands, with what the ledger knows of it."""

    stream: str
    id: str
    record: R
    deleted: bool
    disputed: frozenset[str]
    at: int
    author: str
    device: str


class Refolding(typing.Protocol):
    """What can fold everything again: the ledger."""

    def rebuild(self) -> int: ...


class Projections:
    """The tables of records as they stand."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def prepare(self, ledger: Refolding) -> None:
        """Make the tables where they are missing or of another shape, and fill them from the ledger."""
        row = self._db.execute("select value from meta where key = 'projections'").fetchone()
        if row is None or row[0] != _shape():
            ledger.rebuild()

    def clear(self) -> None:
        """Drop the tables and make them empty."""
        for kind, model in KINDS.items():
            self._db.execute(f'drop table if exists "{kind}"')
            self._db.table(kind).create(
                {
                    "stream": str,
                    "id": str,
                    "deleted": int,
                    "disputed": str,
                    "changed_at": int,
                    "changed_by": str,
                    "changed_on": str,
                    **{f"f_{name}": sql_type for name, sql_type in _columns(model).items()},
                },
                pk=("stream", "id"),
            )
        self._db.table("meta").upsert({"key": "projections", "value": _shape()}, pk="key")

    def write(self, stream: str, folded: Iterable[tuple[str, str, Mapping[str, Field]]]) -> int:
        """Replace the rows of these (kind, record, fields); kinds unknown here stay in the ledger only."""
        rows: dict[str, list[list[object]]] = {}
        for kind, record, fields in folded:
            model = KINDS.get(kind)
            if model is not None:
                rows.setdefault(kind, []).append(_row(stream, record, model, fields))
        for kind, values in rows.items():
            places = ", ".join("?" * len(values[0]))
            self._db.conn.executemany(f'insert or replace into "{kind}" values ({places})', values)
        return sum(map(len, rows.values()))

    def drop(self, stream: str, records: Iterable[tuple[str, str]]) -> None:
        """Remove the rows of these (kind, record), where there are any."""
        for kind, record in records:
            if kind in KINDS:
                self._db.execute(f'delete from "{kind}" where stream = ? and id = ?', [stream, record])

    def get(self, stream: str, model: type[R], record: str) -> Projected[R] | None:
        """One record, deleted or not."""
        found = self._read(model, "stream = ? and id = ?", [stream, record])
        return found[0] if found else None

    def all(self, model: type[R], stream: str | None = None) -> list[Projected[R]]:
        """The records of a kind that are not deleted, of one stream or of all."""
        if stream is None:
            return self._read(model, "not deleted", [])
        return self._read(model, "stream = ? and not deleted", [stream])

    def below(self, model: type[R], stream: str, key: str) -> list[Projected[R]]:
        """The records of a kind whose ids lie below a key (`key/…`) and that are not deleted."""
        where = "stream = ? and id >= ? and id < ? and not deleted"
        return self._read(model, where, [stream, f"{key}/", f"{key}0"])  # "0" comes right behind "/"

    def every(self, model: type[R], stream: str, **equal: str) -> list[Projected[R]]:
        """The records of a kind in one stream whose fields are as given, those that are deleted too."""
        where = " and ".join(("stream = ?", *(f"f_{name} = ?" for name in equal)))
        return self._read(model, where, [stream, *equal.values()])

    def wordy(self, model: type[R], stream: str, field: str, least: int) -> list[Projected[R]]:
        """The records of a kind that are not deleted and say much in a field (`least`: characters), or are
        in dispute."""
        where = f"stream = ? and not deleted and (length(f_{field}) >= ? or disputed != '[]')"
        return self._read(model, where, [stream, least])

    def says(self, model: type[Record], field: str, text: str) -> bool:
        """Whether this field of any record, deleted or not, holds this text somewhere."""
        sql = f'select 1 from "{model.kind}" where instr(f_{field}, ?) limit 1'
        return self._db.execute(sql, [text]).fetchone() is not None

    def disputed(self, stream: str | None = None) -> list[tuple[str, str, str, frozenset[str]]]:
        """Records in dispute as (stream, kind, record, fields), deleted ones included."""
        found: list[tuple[str, str, str, frozenset[str]]] = []
        for kind in KINDS:
            where, values = ("and stream = ?", [stream]) if stream else ("", [])
            sql = f"select stream, id, disputed from \"{kind}\" where disputed != '[]' {where} order by id"
            for row in self._db.execute(sql, values):
                found.append((row[0], kind, row[1], frozenset(json.loads(row[2]))))
        return found

    def rows(self) -> dict[str, list[tuple[object, ...]]]:
        """Every row of every table, in order; two ledgers in the same state give equal rows."""
        return {
            kind: [tuple(row) for row in self._db.execute(f'select * from "{kind}" order by stream, id')]
            for kind in KINDS
        }

    def _read(self, model: type[R], where: str, values: Sequence[object]) -> list[Projected[R]]:
        decode = [(name, sql_type == "json") for name, sql_type in _encodings(model).items()]
        found: list[Projected[R]] = []
        for row in self._db.execute(f'select * from "{model.kind}" where {where} order by id', list(values)):
            fields = {
                name: json.loads(value) if is_json else value
                for (name, is_json), value in zip(decode, row[7:], strict=True)
                if value is not None
            }
            found.append(
                Projected(
                    stream=row[0],
                    id=row[1],
                    record=model.model_validate(fields),
                    deleted=bool(row[2]),
                    disputed=frozenset(json.loads(row[3])),
                    at=row[4],
                    author=row[5],
                    device=row[6],
                )
            )
        return found


def _row(stream: str, record: str, model: type[Record], fields: Mapping[str, Field]) -> list[object]:
    latest = max((field.heads[-1] for field in fields.values()), key=lambda head: head.order).sealed.change
    disputed = sorted(name for name, field in fields.items() if field.disputed)
    values = _valid(model, {name: field.value for name, field in fields.items()})
    deleted = fields.get(DELETED)
    return [
        stream,
        record,
        int(bool(deleted and deleted.value)),
        json.dumps(disputed),
        latest.at,
        latest.author,
        latest.device,
        *(
            None if values[name] is None else json.dumps(values[name]) if encoding == "json" else values[name]
            for name, encoding in _encodings(model).items()
        ),
    ]


def _valid(model: type[Record], values: dict[str, Any]) -> dict[str, Any]:
    """The record's fields as JSON values; a value that the model does not take gives way to the default."""
    try:
        return model.model_validate(values).model_dump(mode="json")
    except ValidationError as error:
        wrong = {fault["loc"][0] for fault in error.errors()}
        return _valid(model, {name: value for name, value in values.items() if name not in wrong})


@cache
def _encodings(model: type[Record]) -> dict[str, str]:
    """How each field of a model is stored: as text, as an integer, or as JSON."""
    return {name: _encoding(field.annotation) for name, field in model.model_fields.items()}


def _encoding(annotation: Any) -> str:
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        inner = [part for part in typing.get_args(annotation) if part is not type(None)]
        return _encoding(inner[0]) if len(inner) == 1 else "json"
    if annotation in (int, bool):
        return "int"
    if annotation in (str, date, datetime) or typing.get_origin(annotation) is typing.Literal:
        return "text"
    return "json"


def _columns(model: type[Record]) -> dict[str, type]:
    return {name: int if encoding == "int" else str for name, encoding in _encodings(model).items()}


@cache
def _shape() -> str:
    """A digest of all tables' columns: when it differs from the stored one, the tables are made again."""
    shape = {kind: _encodings(model) for kind, model in KINDS.items()}
    return hashlib.sha256(json.dumps(shape).encode()).hexdigest()
