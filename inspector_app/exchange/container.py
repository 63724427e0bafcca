"""Named members in one file, plain or sealed: what a bundle is written into and read from.

Plain, the file is a zip of the members. Sealed, it is a zip of age files (age-encryption.org/v1), which the
`age` tool opens too:

- `key.age`: an age identity made for this file alone, encrypted to the receivers' keys or to a passphrase;
- `index.age`: JSON, per member its `size`, the number of its `parts`, and whether they are `deflated`;
- `<member>-<part>.age`: the members' parts, encrypted to that identity; members are counted as in the index.

So a passphrase is stretched once, photos are sealed one by one, and memory stays the same however many there
are. Reading believes nothing that a header says: what is read never exceeds what was asked for.
"""

import errno
import zipfile
import zlib
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Annotated, BinaryIO, Protocol, Self

import msgspec
import pyrage
from msgspec import Meta

PIECE = 1 << 20
_PART = 8 << 20
_KEY, _INDEX = "key.age", "index.age"
_MAXIMUM_SMALL = 16 << 20
_OVERHEAD = 64 << 10
"""More than age adds to a part of `_PART` bytes."""
_SCRYPT = b"-> scrypt "
_UNPACKING = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
"""What Python's zipfile raises on odd members."""
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""No others are ever written, and each brings a library of its own that would read what an enemy wrote."""
_EPOCH = (1980, 1, 1, 0, 0, 0)  # zip's own zero: equal content gives equal members


class Unpackable(Exception):
    """A member cannot be unpacked."""


class TooLarge(Exception):
    """A member holds more than it may."""


class NoKey(Exception):
    """The file is sealed to keys that are not given."""


class PassphraseNeeded(NoKey):
    """The file is sealed to a passphrase: none was given, or another."""


@dataclass(frozen=True, slots=True)
class Seal:
    """To whom a file is sealed: age public keys (`age1…`), or a passphrase that goes another way."""

    recipients: tuple[str, ...] = ()
    passphrase: str = ""


@dataclass(frozen=True, slots=True)
class Keys:
    """With what a sealed file may be opened: age identities (`AGE-SECRET-KEY-1…`), a passphrase."""

    identities: tuple[str, ...] = ()
    passphrase: str = ""
    inner: str = ""
    """The file's own identity, where it is known already: to whoever has just written it."""


NO_KEYS = Keys()
"""What opens plain files alone."""


class _Entry(msgspec.Struct, forbid_unknown_fields=True):
    size: Annotated[int, Meta(ge=0)]
    parts: Annotated[int, Meta(ge=0, le=10_000)]
    deflated: bool


# --- writing -------------------------------------------------------------------------------------


class Writer(Protocol):
    """Takes members, one after the other."""

    inner: str
    """The identity that a sealed file's members are encrypted to; "" of a plain file."""

    def add(self, name: str, pieces: Iterable[bytes], *, deflate: bool) -> None: ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


def writer(file: BinaryIO, seal: Seal | None) -> Writer:
    """What writes members into a file, complete when it is left."""
    return _SealedWriter(file, seal) if seal else _PlainWriter(file)


class _PlainWriter:
    def __init__(self, file: BinaryIO) -> None:
        self._archive = zipfile.ZipFile(file, "w")
        self.inner = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._archive.close()

    def add(self, name: str, pieces: Iterable[bytes], *, deflate: bool) -> None:
        info = zipfile.ZipInfo(name, _EPOCH)
        info.compress_type = zipfile.ZIP_DEFLATED if deflate else zipfile.ZIP_STORED
        info._compresslevel = 1  # pyright: ignore[reportAttributeAccessIssue] - what writestr's argument sets
        with self._archive.open(info, "w", force_zip64=True) as member:
            for piece in in_parts(pieces, PIECE):
                member.write(piece)


class _SealedWriter:
    def __init__(self, file: BinaryIO, seal: Seal) -> None:
        self._archive = zipfile.ZipFile(file, "w")
        self._identity = pyrage.x25519.Identity.generate()
        self._index: dict[str, _Entry] = {}
        self.inner = str(self._identity)
        key = self.inner.encode()
        if seal.passphrase:
            self._write(_KEY, pyrage.passphrase.encrypt(key, seal.passphrase))
        else:
            receivers = [pyrage.x25519.Recipient.from_str(recipient) for recipient in seal.recipients]
            self._write(_KEY, pyrage.encrypt(key, receivers))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self._seal(_INDEX, zlib.compress(msgspec.json.encode(self._index)))
        self._archive.close()

    def add(self, name: str, pieces: Iterable[bytes], *, deflate: bool) -> None:
        number, size, parts = len(self._index), 0, 0
        for part in in_parts(pieces, _PART):
            self._seal(_part(number, parts), zlib.compress(part, 1) if deflate else part)
            size += len(part)
            parts += 1
        self._index[name] = _Entry(size, parts, deflate)

    def _seal(self, name: str, content: bytes) -> None:
        self._write(name, pyrage.encrypt(content, [self._identity.to_public()]))

    def _write(self, name: str, content: bytes) -> None:
        self._archive.writestr(zipfile.ZipInfo(name, _EPOCH), content)


def in_parts(pieces: Iterable[bytes], size: int) -> Iterator[bytes]:
    """Pieces of any length as parts of one size, the last one shorter; none of nothing."""
    held = bytearray()
    for piece in pieces:
        held += piece
        while len(held) >= size:
            yield bytes(held[:size])
            del held[:size]
    if held:
        yield bytes(held)


def _part(member: int, part: int) -> str:
    return f"{member:05d}-{part:04d}.age"


# --- reading -------------------------------------------------------------------------------------


class Reader(Protocol):
    """Gives members out."""

    sizes: Mapping[str, int]
    """What each member claims to hold, in bytes."""

    def pieces(self, name: str, limit: int) -> Iterator[bytes]:
        """A member's bytes, never more than `limit`. Raises TooLarge, Unpackable."""
        ...


def reader(file: BinaryIO, keys: Keys) -> Reader:
    """What reads members out of a file. Raises zipfile.BadZipFile where it is none, Unpackable, NoKey."""
    try:
        with _seeking():
            archive = zipfile.ZipFile(file)
    except (*_UNPACKING, OverflowError) as error:
        raise zipfile.BadZipFile from error
    if any(info.compress_type not in _PACKINGS for info in archive.filelist):
        raise Unpackable
    if _KEY in archive.NameToInfo:
        return _SealedReader(archive, keys)
    return _PlainReader(archive)


class _PlainReader:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.sizes: Mapping[str, int] = {info.filename: info.file_size for info in archive.filelist}
        if len(self.sizes) != len(archive.filelist):
            raise Unpackable  # two members of one name

    def pieces(self, name: str, limit: int) -> Iterator[bytes]:
        return _unpacked(self._archive, name, limit)


class _SealedReader:
    def __init__(self, archive: zipfile.ZipFile, keys: Keys) -> None:
        self._archive = archive
        self._identity = _identity(b"".join(_unpacked(archive, _KEY, _OVERHEAD)), keys)
        try:
            index = _inflated(self._opened(_INDEX, _MAXIMUM_SMALL), _MAXIMUM_SMALL)
            self._index = msgspec.json.decode(index, type=dict[str, _Entry])
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise Unpackable from error
        self._numbers = {name: number for number, name in enumerate(self._index)}
        parts = sum(entry.parts for entry in self._index.values())
        if len(archive.filelist) != parts + 2 or len(archive.NameToInfo) != parts + 2:
            raise Unpackable  # parts that belong to no member, or twice
        self.sizes: Mapping[str, int] = {name: entry.size for name, entry in self._index.items()}

    def pieces(self, name: str, limit: int) -> Iterator[bytes]:
        entry = self._index[name]
        left = limit
        for part in range(entry.parts):
            content = self._opened(_part(self._numbers[name], part), _PART + _OVERHEAD)
            if entry.deflated:
                content = _inflated(content, min(left, _PART))
            left -= len(content)
            if left < 0:
                raise TooLarge
            yield content

    def _opened(self, name: str, limit: int) -> bytes:
        if name not in self._archive.NameToInfo:
            raise Unpackable
        try:
            return pyrage.decrypt(b"".join(_unpacked(self._archive, name, limit)), [self._identity])
        except pyrage.DecryptError as error:
            raise Unpackable from error


def _identity(sealed: bytes, keys: Keys) -> pyrage.x25519.Identity:
    """The identity of a sealed file. Raises NoKey, PassphraseNeeded."""
    header = sealed.partition(b"\n--- ")[0]
    if keys.inner:
        return pyrage.x25519.Identity.from_str(keys.inner)
    try:
        if _SCRYPT in header:
            if not keys.passphrase:
                raise PassphraseNeeded
            opened = pyrage.passphrase.decrypt(sealed, keys.passphrase)
        else:
            mine = [pyrage.x25519.Identity.from_str(identity) for identity in keys.identities]
            opened = pyrage.decrypt(sealed, mine)
    except pyrage.DecryptError as error:
        raise (PassphraseNeeded if _SCRYPT in header else NoKey) from error
    try:
        return pyrage.x25519.Identity.from_str(opened.decode())
    except (pyrage.IdentityError, ValueError) as error:
        raise Unpackable from error


def _unpacked(archive: zipfile.ZipFile, name: str, limit: int) -> Iterator[bytes]:
    """A zip member's bytes, never more than `limit`: what its header claims is not believed."""
    left = limit
    try:
        with _seeking(), archive.open(name) as source:
            while piece := source.read(min(PIECE, left + 1)):
                left -= len(piece)
                if left < 0:
                    raise TooLarge
                yield piece
    except _UNPACKING as error:
        raise Unpackable from error


@contextmanager
def _seeking() -> Generator[None]:
    """A place before the beginning of the file, to which a forged header leads, is no fault of the stick."""
    try:
        yield
    except OSError as error:
        if error.errno != errno.EINVAL:
            raise
        raise zipfile.BadZipFile from error


def _inflated(content: bytes, limit: int) -> bytes:
    inflating = zlib.decompressobj()
    try:
        found = inflating.decompress(content, limit + 1)
    except zlib.error as error:
        raise Unpackable from error
    if len(found) > limit:
        raise TooLarge
    return found
