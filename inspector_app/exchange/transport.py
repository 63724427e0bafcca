"""Where bundles are left and fetched: a folder, a network share, SFTP, WebDAV, an S3-compatible store.

At an address each laptop has a folder, in which it alone writes; everybody reads from all. A file goes up
under another name (`.part`), is measured, then renamed: what has its own name is complete. Where a store
takes a file in one piece or not at all (S3), it goes there at once. What others left is never changed or
deleted.

fsspec and what it needs are loaded when an address is opened.
"""

import errno
import hashlib
import re
import shutil
import socket
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit, urlunsplit

from inspector_app import paths
from inspector_app.domain.errors import (
    AddressRefused,
    DropForbidden,
    DropKeyChanged,
    DropUnreachable,
    FileTrouble,
    InspectorError,
)
from inspector_app.exchange.bundle import SUFFIX
from inspector_app.i18n import tr

_PART = ".part"
_PATIENCE = 15.0
"""Seconds that a server may take to answer."""
_STALL = 60.0
"""Seconds that a transfer may stand still."""
_PLAIN, _SECURE = ("http", "webdav", "dav"), ("https", "webdavs", "davs")
"""How an address of WebDAV may begin."""
_REFUSED = (401, 403, 407)
"""What a web server answers when it does not let one in."""


@dataclass(frozen=True, slots=True)
class Login:
    """What opens an address. Kept in the encrypted workspace alone."""

    user: str = ""
    password: str = field(default="", repr=False)
    server_key: str = ""
    """The fingerprint of an SFTP server's key, as it was seen first; "" before that."""


@dataclass(frozen=True, slots=True)
class Lying:
    """A bundle at an address, and what tells another one of the same name apart: size, and tag or time."""

    folder: str
    name: str
    size: int
    mark: str

    @property
    def place(self) -> str:
        """Folder and name: what it is known by."""
        return f"{self.folder}/{self.name}"


@dataclass(frozen=True)
class _Store:
    """A file system of fsspec, and what is particular to its kind."""

    fs: Any
    root: str
    rename: Callable[[str, str], object]
    close: Callable[[], object] = lambda: None
    local: bool = False
    in_one_piece: bool = False
    """A file appears when all of it has arrived, or not at all; there are no folders to make."""
    server_key: str = ""


def without_password(address: str) -> tuple[str, str, str]:
    """An address as it may be shown, with the user and the password that were written into it."""
    address = address.strip()
    if "://" not in address:
        return address, "", ""
    parts = urlsplit(address)
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    if not password:
        return address, user, ""
    plain = parts.netloc.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=f"{quote(user)}@{plain}")), user, password


@contextmanager
def opened(address: str, login: Login) -> Generator["Drop"]:
    """The place that an address names.

    Raises AddressRefused, DropUnreachable, DropForbidden, DropKeyChanged; so does working with it.
    """
    with _Telling(address):
        store = _store(address, login)
    try:
        yield Drop(address, store)
    finally:
        with suppress(OSError, EOFError):  # it is of no use any more, however its connection ends
            store.close()


class Drop:
    """A place where bundles lie, open to be read and added to."""

    def __init__(self, address: str, store: _Store) -> None:
        self._address = address
        self._store = store
        self.server_key = store.server_key
        """The fingerprint of the server's key, where it shows one."""

    def bundles(self) -> list[Lying]:
        """The bundles in all folders, and those that somebody put beside them; nothing unfinished.

        In each folder the earlier ones come first: later exports of a visit have greater numbers."""
        with _Telling(self._address):
            return sorted(self._found(), key=lambda lying: (lying.folder, _in_order(lying.name)))

    def fetch(self, lying: Lying, target: Path) -> bool:
        """Bring a bundle here; whether it was whole, and the same before and after. Raises FileTrouble."""
        path = self._path(lying.folder, lying.name)
        with _Telling(self._address):
            try:
                self._store.fs.get_file(path, str(target))
                now = _mark(self._store.fs.info(path))
            except FileNotFoundError:
                return False
            except OSError as error:
                if error.errno == errno.ENOSPC:
                    raise FileTrouble(file=lying.name, reason=tr("the disk is full")) from error
                raise
        return now == lying.mark and target.stat().st_size == lying.size

    def put(self, file: Path, folder: str, name: str) -> None:
        """Leave a bundle in a folder. Where this raises, it is not there; what is, is complete."""
        fs, target = self._store.fs, self._path(folder, name)
        with _Telling(self._address):
            if self._store.in_one_piece:
                fs.put_file(str(file), target)
                return
            fs.makedirs(self._path(folder), exist_ok=True)
            if self._store.local:
                paths.write_whole(Path(target), lambda out: _copy(file, out), lambda part: _same(file, part))
                return
            fs.put_file(str(file), target + _PART)
            if fs.info(target + _PART)["size"] != file.stat().st_size:
                raise OSError(errno.EIO, tr("what arrived is not what was sent"))
            self._store.rename(target + _PART, target)

    def remove(self, folder: str, name: str) -> None:
        """Take away what this laptop left there itself, where the server lets it."""
        with _Telling(self._address), suppress(OSError):
            self._store.fs.rm_file(self._path(folder, name))

    def sweep(self, folder: str) -> None:
        """Take away what an interrupted upload of this laptop left in its folder."""
        with _Telling(self._address):
            for entry in self._entries(self._path(folder)):
                if entry["type"] == "file" and _name(entry).endswith(SUFFIX + _PART):
                    self.remove(folder, _name(entry))

    def _found(self) -> Iterator[Lying]:
        for entry in self._entries(self._store.root, must_be=not self._store.in_one_piece):
            if entry["type"] == "directory":
                folder = _name(entry)
                inside = self._entries(self._path(folder)) if not folder.startswith(".") else []
                yield from (_lying(folder, each) for each in inside if _is_bundle(each))
            elif _is_bundle(entry):
                yield _lying("", entry)

    def _entries(self, path: str, *, must_be: bool = False) -> list[dict[str, Any]]:
        try:
            return self._store.fs.ls(path, detail=True)
        except FileNotFoundError:
            if must_be:
                raise
            return []

    def _path(self, *parts: str) -> str:
        root = self._store.root
        return "/".join((*([root.rstrip("/")] if root else ()), *filter(None, parts)))


def _name(entry: dict[str, Any]) -> str:
    return str(entry["name"]).rstrip("/").rpartition("/")[2]


def _in_order(name: str) -> list[tuple[int, str]]:
    """Sorts `v9` before `v10`."""
    return [(int(number or 0), text) for text, number in re.findall(r"(\D*)(\d*)", name)]


def _is_bundle(entry: dict[str, Any]) -> bool:
    name = _name(entry)
    return entry["type"] == "file" and name.endswith(SUFFIX) and not name.startswith(".")


def _lying(folder: str, entry: dict[str, Any]) -> Lying:
    return Lying(folder, _name(entry), int(entry["size"]), _mark(entry))


def _mark(entry: dict[str, Any]) -> str:
    stamps = (entry.get(key) for key in ("ETag", "etag", "mtime", "modified", "LastModified", "created"))
    stamp = next(filter(None, stamps), "")
    return f"{entry['size']} {stamp.timestamp() if isinstance(stamp, datetime) else stamp}"


def _copy(file: Path, out: Any) -> None:
    with file.open("rb") as source:
        shutil.copyfileobj(source, out, 1 << 20)


def _same(file: Path, other: Path) -> None:
    digests: list[bytes] = []
    for each in (file, other):
        with each.open("rb") as content:
            digests.append(hashlib.file_digest(content, "sha256").digest())
    if digests[0] != digests[1]:
        raise OSError(errno.EIO, tr("what arrived is not what was sent"))


# --- kinds of addresses --------------------------------------------------------------------------


def _store(address: str, login: Login) -> _Store:
    """Whatever it takes to work at an address. Raises what its library raises."""
    scheme, separator, rest = address.partition("://")
    if not address or "::" in scheme:
        raise AddressRefused(address=address)
    if not separator or scheme == "file":
        return _folder(rest if separator else address)
    parts = urlsplit(address)
    user, password = login.user or unquote(parts.username or ""), login.password
    if scheme in ("sftp", "ssh"):
        return _sftp(address, parts.hostname or "", parts.port or 22, unquote(parts.path), user, login)
    if scheme in _PLAIN + _SECURE:
        web = "https" if scheme in _SECURE else "http"
        place = urlunsplit(parts._replace(scheme=web, netloc=parts.netloc.rpartition("@")[2]))
        return _webdav(place, user, password)
    if scheme == "s3":
        place, _, query = rest.partition("?")
        endpoint = parse_qs(query).get("endpoint", [""])[0]
        return _s3(place.rpartition("@")[2], user, password, endpoint)
    import fsspec

    try:
        found = fsspec.get_filesystem_class(scheme)
    except ValueError as error:
        raise AddressRefused(address=address) from error
    named = {name: value for name, value in (("username", user), ("password", password)) if value}
    fs = _filesystem(scheme, **{**found._get_kwargs_from_urls(address), **named})
    return _Store(fs, str(fs._strip_protocol(address)), fs.mv)


def _filesystem(protocol: str, **options: Any) -> Any:
    import fsspec

    # Never one that is kept from an earlier time: its connection may have ended.
    return fsspec.filesystem(protocol, skip_instance_cache=True, **options)


def _folder(path: str) -> _Store:
    fs = _filesystem("file")
    root = Path(path).expanduser().absolute()
    if not root.is_dir():
        raise FileNotFoundError(errno.ENOENT, tr("the folder does not exist"))
    return _Store(fs, root.as_posix(), fs.mv, local=True)


def _sftp(address: str, host: str, port: int, path: str, user: str, login: Login) -> _Store:
    import paramiko

    class KnownKey(paramiko.MissingHostKeyPolicy):
        """Takes a server's key the first time, and no other one afterwards."""

        seen = ""

        def missing_host_key(self, client: Any, hostname: str, key: Any) -> None:  # noqa: ARG002 - as paramiko calls it
            self.seen = str(key.fingerprint)
            if login.server_key not in ("", self.seen):
                raise DropKeyChanged(address=address, seen=self.seen)

    policy = KnownKey()
    # A key of the user's own serves where no password is given.
    own_keys = not login.password
    fs = _filesystem(
        "sftp",
        host=host,
        port=port,
        username=user or None,
        password=login.password or None,
        look_for_keys=own_keys,
        allow_agent=own_keys,
        timeout=_PATIENCE,
        banner_timeout=_PATIENCE,
        auth_timeout=_PATIENCE,
        host_key_policy=policy,
    )
    fs.ftp.get_channel().settimeout(_STALL)
    return _Store(fs, path or "/", fs.mv, fs.client.close, server_key=policy.seen)


def _webdav(place: str, user: str, password: str) -> _Store:
    import ssl

    import httpx

    fs = _filesystem(
        "webdav",
        base_url=place.rstrip("/") + "/",
        auth=(user, password) if user else None,
        retry=False,  # whoever delivers tries again, from where it was
        timeout=httpx.Timeout(_STALL, connect=_PATIENCE),
        # The authorities that this computer trusts: a province may have its own.
        verify=ssl.create_default_context(),
    )

    def rename(old: str, new: str) -> None:
        fs.client.move(old, new, overwrite=True)

    return _Store(fs, "", rename, fs.client.http.close)


def _s3(place: str, user: str, password: str, endpoint: str) -> _Store:
    fs = _filesystem(
        "s3",
        key=user or None,
        secret=password or None,
        use_listings_cache=False,
        client_kwargs={"endpoint_url": endpoint} if endpoint else {},
        config_kwargs={"connect_timeout": _PATIENCE, "read_timeout": _STALL},
    )
    return _Store(fs, place, fs.mv, in_one_piece=True)


# --- what goes wrong -----------------------------------------------------------------------------


class _Telling:
    """Whatever goes wrong at an address, in one sentence: every store brings errors of its own."""

    def __init__(self, address: str) -> None:
        self._address = address

    def __enter__(self) -> None:
        """Nothing has gone wrong yet."""

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        is_bug = isinstance(error, TypeError | AttributeError | NameError)
        if isinstance(error, Exception) and not is_bug and not isinstance(error, InspectorError):
            raise _trouble(self._address, error) from error


def _trouble(address: str, error: Exception) -> InspectorError:
    if isinstance(error, ImportError):  # what fsspec needs for this kind of address is not installed
        return AddressRefused(address=address)
    status = getattr(getattr(error, "response", None), "status_code", None)
    kinds = {kind.__name__ for kind in type(error).__mro__}
    if status in _REFUSED or kinds & {"PermissionError", "AuthenticationException", "NoCredentialsError"}:
        return DropForbidden(address=address)
    return DropUnreachable(address=address, reason=_reason(error))


def _reason(error: Exception) -> str:
    """Why, in words; the libraries wrap what the system said."""
    chain: list[BaseException] = [error]
    while (inner := chain[-1].__cause__ or chain[-1].__context__) is not None:
        chain.append(inner)
    chain += getattr(error, "errors", {}).values() if isinstance(error, OSError) else []
    for each in chain:
        if isinstance(each, socket.gaierror) or _number(each) in (errno.ENETUNREACH, errno.EHOSTUNREACH):
            return tr("there is no network, or no such server")
        if isinstance(each, ConnectionRefusedError | TimeoutError) or "Timeout" in type(each).__name__:
            return tr("the server does not answer")
        if _number(each) == errno.ENOSPC:
            return tr("the disk is full")
        if isinstance(each, FileNotFoundError):
            return tr("the folder does not exist")
    said = error.strerror if isinstance(error, OSError) else ""
    return (said or str(error) or type(error).__name__).rstrip(".")


def _number(error: BaseException) -> int | None:
    return error.errno if isinstance(error, OSError) else None
