"""The communes that can be visited, found by typing a few letters of a name.

A unit is known by its five-digit code; names are for people, and the kind (`xã`, `phường`, `đặc khu`) is
never guessed from a name. Names are dated: a visit keeps a copy of the name as it was on its day. The
communes of before 01/7/2025 are remembered with their districts, so that an old name leads to today's unit.

Nothing here reads a file: `Gazetteer.from_json` takes the content of `resources/units`.
"""

import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from heapq import nsmallest
from itertools import chain
from typing import Literal, NamedTuple, Self

from pydantic import BaseModel, Field, model_validator

from inspector_app.text import clean, fold

UnitKind = Literal["xã", "phường", "đặc khu"]
ProvinceKind = Literal["tỉnh", "thành phố"]

_PACKED = b"\x1f\x8b"
_MAXIMUM = 64 << 20
"""So many bytes of a units file are read: what is packed may be small and hold no end."""


@dataclass(frozen=True, slots=True)
class Province:
    """A province or a city under the central government."""

    code: str
    name: str
    kind: ProvinceKind

    @property
    def display(self) -> str:
        """`tỉnh Đồng Tháp`."""
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class Unit:
    """A commune under one name; `valid_to` is its last day, None while it exists."""

    code: str
    name: str
    kind: UnitKind
    province: Province
    valid_from: date
    valid_to: date | None = None

    @property
    def display(self) -> str:
        """`xã Thường Phước`."""
        return f"{self.kind} {self.name}"

    @property
    def committee(self) -> str:
        """`UBND xã Thường Phước`."""
        return f"UBND {self.display}"


@dataclass(frozen=True, slots=True)
class FormerUnit:
    """A commune of before 01/7/2025, once for each unit that it became part of.

    Its names carry their kinds (`Thị trấn Thường Thới Tiền`, `Huyện Hồng Ngự`); an unknown code is empty.
    """

    code: str
    name: str
    district: str
    province: str
    successor: str


class _Entry(NamedTuple):
    """What a unit is searched by. Words are separated and surrounded by spaces, so that ` phu` finds a word's
    beginning."""

    folded: str
    accented: str
    name: str
    unit: Unit


class Gazetteer:
    """All units, by code and by what people type; found units of equal rank keep the order given here."""

    def __init__(self, units: Iterable[Unit], former: Iterable[FormerUnit] = ()) -> None:
        self._by_code = {unit.code: unit for unit in units}
        self._entries = [_entry(unit) for unit in self._by_code.values()]
        self.former = tuple(former)

    @classmethod
    def from_json(cls, content: bytes) -> "Gazetteer":
        """Read a units file as `resources/units/build.py` writes it, packed with gzip or not.

        Raises ValueError.
        """
        file = _UnitsFile.model_validate_json(_unpacked(content))
        provinces = {code: Province(code, name, kind) for code, name, kind in file.provinces}
        return cls(
            (
                Unit(code, name, kind, provinces[province], valid_from, valid_to)
                for code, name, kind, province, valid_from, valid_to in file.units
            ),
            (
                FormerUnit(code, name, district, province, successor)
                for province, districts in file.former.items()
                for district, communes in districts.items()
                for code, name, successor in communes
            ),
        )

    def __iter__(self) -> Iterator[Unit]:
        return iter(self._by_code.values())

    def get(self, code: str) -> Unit | None:
        """The unit with this five-digit code."""
        return self._by_code.get(code.strip())

    def predecessors(self, code: str) -> tuple[FormerUnit, ...]:
        """The communes of before 01/7/2025 that this unit was made of, in whole or in part."""
        return tuple(old for old in self.former if old.successor == code)

    def successors(self, old_code: str) -> tuple[Unit, ...]:
        """The units of today that a commune of before 01/7/2025 became part of."""
        return tuple(self._by_code[old.successor] for old in self.former if old.code == old_code and old_code)

    @cached_property
    def _former_folded(self) -> list[str]:
        # Thousands of names, rarely asked for: made when the first old name is.
        return [
            f" {_words(fold(f'{old.name} {old.district} {old.province}'))} {old.code} " for old in self.former
        ]

    def search(self, text: str, limit: int = 20) -> tuple[Unit, ...]:
        """Units in which every word typed begins a word of the name, the kind, the province or the code.

        Accents may be left out; units that match the accents as typed come first, then those whose names
        begin as typed, those whose names match most, those whose name was typed whole. Where none of today's
        matches, old names are tried.
        """
        typed = _words(clean(text).casefold())
        words = fold(typed).split()
        if not words:
            return ()
        starts = [f" {word}" for word in words]
        accented = [f" {word}" for word in typed.split()]
        beginning = f" {' '.join(words)}"
        phrase = f"{beginning} "

        def rank(entry: _Entry) -> tuple[bool, bool, int, bool]:
            return (
                not all(start in entry.accented for start in accented),
                not (entry.name.startswith(beginning) or phrase.startswith(entry.name)),
                -sum(start in entry.name for start in starts),
                entry.name not in phrase,
            )

        found = [entry for entry in self._entries if all(start in entry.folded for start in starts)]
        if found:
            return tuple(entry.unit for entry in nsmallest(limit, found, key=rank))
        successors = dict.fromkeys(
            old.successor
            for old, folded in zip(self.former, self._former_folded, strict=True)
            if all(start in folded for start in starts)
        )
        return tuple(self._by_code[code] for code in list(successors)[:limit])


def _unpacked(content: bytes) -> bytes:
    if not content.startswith(_PACKED):
        return content
    unpacking = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        plain = unpacking.decompress(content, _MAXIMUM)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not unpacking.eof:
        raise ValueError("cut off, or too large")
    return plain


def _words(text: str) -> str:
    """Words with single spaces between; an apostrophe belongs to its word (`M’Drắk`), other signs divide."""
    return " ".join(re.sub(r"[^\w\s]", " ", re.sub(r"['’‘ʼ]", "", text)).split())


def _entry(unit: Unit) -> _Entry:
    described = f"{unit.committee} {unit.province.display}".casefold()
    return _Entry(
        folded=f" {_words(fold(described))} {unit.code} ",
        accented=f" {_words(described)} {unit.code} ",
        name=f" {_words(fold(unit.name))} ",
        unit=unit,
    )


class _UnitsFile(BaseModel):
    """The shape of a units file."""

    provinces: list[tuple[str, str, ProvinceKind]]
    units: list[tuple[str, str, UnitKind, str, date, date | None]] = Field(min_length=1)
    former: dict[str, dict[str, list[tuple[str, str, str]]]] = {}

    @model_validator(mode="after")
    def _names_what_it_lists(self) -> Self:
        provinces = {code for code, _, _ in self.provinces}
        units = {unit[0] for unit in self.units}
        former = (each for districts in self.former.values() for each in chain(*districts.values()))
        if not ({unit[3] for unit in self.units} <= provinces and {old[2] for old in former} <= units):
            raise ValueError("a unit of an unlisted province, or a former one without a successor")
        return self
