"""A workspace: one folder with an encrypted database, its wrapped key and a lock.

The database is encrypted with a random 32-byte key. That key lies beside it in `workspace.key`, wrapped with
a key that Argon2id derives from the passphrase; changing the passphrase rewraps it and touches no data. The
key file is written last, so a folder holds a workspace exactly when it holds a key file.
"""

import base64
import json
import os
import sqlite3
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import filelock
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from sqlite_utils import Database

from inspector_app import paths
from inspector_app.domain.errors import (
    SaveFailed,
    WeakPassphrase,
    WorkspaceDamaged,
    WorkspaceExists,
    WorkspaceInUse,
    WorkspaceMissing,
    WorkspaceNewer,
    WrongPassphrase,
)
from inspector_app.i18n import tr
from inspector_app.storage import cipher
from inspector_app.storage.evidence import EvidenceStore
from inspector_app.storage.holdings import Holdings
from inspector_app.storage.ledger import Ledger
from inspector_app.storage.migrations import SCHEMA, migrations
from inspector_app.storage.projections import Projections
from inspector_app.text import nfc

FORMAT = 1
MINIMUM_PASSPHRASE = 8
DATABASE, KEY_FILE, _LOCK = "workspace.db", "workspace.key", "workspace.lock"


@dataclass(frozen=True, slots=True)
class KeyDerivation:
    """Argon2id's cost: memory in KiB, passes, lanes (RFC 9106, second recommended option)."""

    memory_kib: int = 65_536
    iterations: int = 3
    lanes: int = 4


STRONG = KeyDerivation()


@dataclass(frozen=True, slots=True)
class Device:
    """A signing key of this workspace; the last one writes, older ones are kept for what they signed."""

    device: str
    private_key: bytes
    public_key: str
    label: str


@dataclass(frozen=True, slots=True)
class StoredTemplate:
    """A published checklist: an XForm with the files it reads, named by its digest."""

    digest: str
    form_id: str
    version: str
    title: str
    xform: bytes
    files: Mapping[str, bytes] = field(default_factory=dict[str, bytes])


@dataclass(frozen=True, slots=True)
class StoredReference:
    """What is looked up under a name, as it was given: by whose laptop, when (milliseconds since 1970)."""

    name: str
    device: str
    person: str
    laptop: str
    at: int


class Workspace:
    """An open workspace. Not thread-safe: one thread at a time, as the window's workspace lane does."""

    def __init__(self, folder: Path, db: Database, lock: filelock.BaseFileLock | None, key: bytes) -> None:
        self.folder = folder
        self.key = key
        """The database's own key, for whoever copies the workspace as it is."""
        self._db = db
        self._lock = lock
        self.evidence = EvidenceStore(db)
        self.holdings = Holdings(db)
        self.projections = Projections(db)
        self.ledger = Ledger(db, self.projections)
        with self.transaction():
            self.projections.prepare(self.ledger)

    # --- opening and closing -----------------------------------------------------------------------

    @staticmethod
    def exists(folder: Path) -> bool:
        """Whether the folder holds a workspace."""
        return (folder / KEY_FILE).is_file()

    @classmethod
    def create(
        cls,
        folder: Path,
        passphrase: str,
        derivation: KeyDerivation = STRONG,
        notes: Mapping[str, Any] | None = None,
    ) -> "Workspace":
        """Make a workspace in an empty or new folder and open it; `notes` are in it from the first moment.

        Raises WorkspaceExists, WorkspaceInUse, WeakPassphrase, SaveFailed.
        """
        if len(nfc(passphrase)) < MINIMUM_PASSPHRASE:
            raise WeakPassphrase(minimum=MINIMUM_PASSPHRASE)
        if cls.exists(folder):
            raise WorkspaceExists(folder=folder)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            lock = locked(folder)
        except OSError as error:
            raise SaveFailed(reason=error.strerror or str(error)) from error
        with ExitStack() as undo:
            undo.callback(lock.release)
            try:
                for leftover in folder.glob(f"{DATABASE}*"):
                    leftover.unlink()  # an earlier creation that never got its key file
                key = os.urandom(32)
                db = connect(folder / DATABASE, key)
                undo.callback(db.close)
                workspace = cls(folder, db, lock, key)
                for name, value in (notes or {}).items():
                    workspace.note(name, value)
                _write_key_file(folder / KEY_FILE, key, passphrase, derivation)
            except OSError as error:
                raise SaveFailed(reason=error.strerror or str(error)) from error
            undo.pop_all()
        return workspace

    @classmethod
    def open(cls, folder: Path, passphrase: str) -> "Workspace":
        """Unlock and open a workspace.

        Raises WorkspaceMissing, WrongPassphrase, WorkspaceInUse, WorkspaceNewer, WorkspaceDamaged.
        """
        if not cls.exists(folder):
            raise WorkspaceMissing(folder=folder)
        key = _unwrap(folder / KEY_FILE, passphrase)
        if not (folder / DATABASE).is_file():
            raise WorkspaceDamaged(reason=tr("the database file is missing"))
        lock = locked(folder)
        try:
            return cls(folder, connect(folder / DATABASE, key), lock, key)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def in_memory(cls) -> "Workspace":
        """A workspace that nothing keeps: it has no folder, and is gone when it is closed."""
        key = os.urandom(32)
        return cls(Path(), connect(Path(":memory:"), key), None, key)

    def close(self) -> None:
        """Close the database and let go of the folder."""
        self._db.close()
        if self._lock is not None:
            self._lock.release()

    @contextmanager
    def transaction(self) -> Generator[None]:
        """All or nothing, durable when it ends; nested use joins. Raises SaveFailed and forgets nothing.

        A failure rolls the database back, and the ledger's memory with it.
        """
        try:
            with self._db.atomic():
                yield
        except BaseException as error:
            self.ledger.forget()
            if isinstance(error, cipher.Error):
                trouble = WorkspaceDamaged if _is_damage(error) else SaveFailed
                raise trouble(reason=_reason(error)) from error
            raise

    # --- what a workspace keeps for itself ---------------------------------------------------------

    def add_device(self, device: Device) -> None:
        """Write with this device from now on."""
        with self.transaction():
            self._db.table("devices").insert(asdict(device))
        self.ledger.forget()  # it knows which devices are ours

    def device(self) -> Device | None:
        """The device that writes now."""
        sql = "select device, private_key, public_key, label from devices order by id desc limit 1"
        row = self._db.execute(sql).fetchone()
        return Device(*row) if row else None

    def devices(self) -> list[Device]:
        """The devices of this workspace, the one that writes now first, those of brought-back copies last."""
        columns = "device, private_key, public_key, label"
        return [
            Device(*row)
            for table in ("devices", "retired_devices")
            for row in self._db.execute(f"select {columns} from {table} order by id desc")
        ]

    def retire(self, devices: Iterable[Device]) -> None:
        """Keep the devices of a copy that was brought back: to take over their places, never to write."""
        known = {device.device for device in self.devices()}
        rows = [asdict(device) for device in devices if device.device not in known]
        with self.transaction():
            self._db.table("retired_devices").insert_all(rows)
        self.ledger.forget()

    def add_template(self, template: StoredTemplate) -> None:
        """Keep a published checklist; keeping it again changes nothing."""
        row = {name: getattr(template, name) for name in ("digest", "form_id", "version", "title", "xform")}
        files = [
            {"template": template.digest, "name": name, "content": content}
            for name, content in template.files.items()
        ]
        with self.transaction():
            self._db.table("templates").insert(row, ignore=True)
            self._db.table("template_files").insert_all(files, ignore=True)

    def template(self, digest: str) -> StoredTemplate | None:
        """The checklist with this digest."""
        return next(self._templates("where digest = ?", [digest]), None)

    def templates(self) -> list[StoredTemplate]:
        """All checklists, the first published first."""
        return list(self._templates("order by rowid", []))

    def _templates(self, which: str, values: list[str]) -> Iterator[StoredTemplate]:
        sql = "select name, content from template_files where template = ? order by name"
        for row in self._db.execute(f"select * from templates {which}", values).fetchall():
            digest, form_id, version, title, xform = row
            files = dict(self._db.execute(sql, [digest]).fetchall())
            yield StoredTemplate(digest, form_id, version, title, xform, files)

    def template_file(self, digest: str, name: str) -> bytes | None:
        """One of the files that a checklist came with."""
        sql = "select content from template_files where template = ? and name = ?"
        row = self._db.execute(sql, [digest, name]).fetchone()
        return row[0] if row else None

    def reference(self, name: str) -> StoredReference | None:
        """What was given under this name, without its content."""
        sql = "select name, device, person, laptop, at from reference where name = ?"
        row = self._db.execute(sql, [name]).fetchone()
        return StoredReference(*row) if row else None

    def reference_content(self, name: str) -> bytes:
        """The content of what was given under this name."""
        return self._db.execute("select content from reference where name = ?", [name]).fetchone()[0]

    def keep_reference(self, given: StoredReference, content: bytes) -> None:
        """Keep what was given, in place of what had its name."""
        with self.transaction():
            self._db.table("reference").upsert({**asdict(given), "content": content}, pk="name")

    def note(self, key: str, value: Any) -> None:
        """Remember a small JSON value of this workspace alone."""
        with self.transaction():
            self._db.table("meta").upsert({"key": key, "value": json.dumps(value)}, pk="key")

    def noted(self, key: str) -> Any:
        """A value remembered by `note`, or None."""
        row = self._db.execute("select value from meta where key = ?", [key]).fetchone()
        return json.loads(row[0]) if row else None

    def check_file(self) -> list[str]:
        """What SQLite and SQLCipher find wrong with the database file; empty when it is sound."""
        found = [row[0] for row in self._db.execute("pragma cipher_integrity_check")]
        found += [row[0] for row in self._db.execute("pragma integrity_check") if row[0] != "ok"]
        return found


def locked(folder: Path) -> filelock.BaseFileLock:
    """Take a workspace's folder for this program alone. Raises WorkspaceInUse."""
    lock = filelock.FileLock(folder / _LOCK)
    try:
        lock.acquire(timeout=0)
    except filelock.Timeout as error:
        raise WorkspaceInUse from error
    return lock


def connect(path: Path, key: bytes) -> Database:
    """Open a workspace's database, its schema brought up to date. Raises WorkspaceDamaged, WorkspaceNewer."""
    try:
        connection = cipher.connect(path, key)
    except cipher.Error as error:
        raise WorkspaceDamaged(reason=str(error)) from error
    try:
        schema: int = connection.execute("pragma user_version").fetchone()[0]
        if schema > SCHEMA:
            raise WorkspaceNewer
        db = _Told(connection, strict=True, execute_plugins=False)
        migrations.apply(db)
        if schema < SCHEMA:  # a write, which a mirror on a slow stick would pay for every time
            connection.execute(f"pragma user_version = {SCHEMA}")
    except BaseException as error:
        connection.close()
        if isinstance(error, cipher.Error):
            raise WorkspaceDamaged(reason=str(error)) from error
        raise
    return db


class _Told(Database):
    """A database that tells of damage wherever it is met, while reading too."""

    def execute(self, sql: str, parameters: Sequence[Any] | dict[str, Any] | None = None) -> sqlite3.Cursor:
        try:
            return super().execute(sql, parameters)
        except cipher.Error as error:
            if _is_damage(error):
                raise WorkspaceDamaged(reason=str(error)) from error
            raise


def _is_damage(error: Exception) -> bool:
    return any(word in str(error) for word in ("malformed", "not a database", "disk I/O error"))


def _reason(error: Exception) -> str:
    text = str(error)
    if "full" in text:
        return tr("the disk is full")
    if "readonly" in text or "read-only" in text:
        return tr("the disk is write-protected")
    return text


# --- the key file --------------------------------------------------------------------------------


def _wrapping_key(passphrase: str, salt: bytes, derivation: KeyDerivation) -> bytes:
    return Argon2id(
        salt=salt,
        length=32,
        iterations=derivation.iterations,
        lanes=derivation.lanes,
        memory_cost=derivation.memory_kib,
    ).derive(nfc(passphrase).encode())  # the same passphrase, however the keyboard composed it


def _write_key_file(path: Path, key: bytes, passphrase: str, derivation: KeyDerivation) -> None:
    salt, nonce = os.urandom(16), os.urandom(12)
    wrapped = ChaCha20Poly1305(_wrapping_key(passphrase, salt, derivation)).encrypt(nonce, key, None)
    content = {
        "format": FORMAT,
        "derivation": {"name": "argon2id", **asdict(derivation), "salt": base64.b64encode(salt).decode()},
        "nonce": base64.b64encode(nonce).decode(),
        "wrapped_key": base64.b64encode(wrapped).decode(),
    }
    paths.write_whole(path, json.dumps(content, indent=1).encode())


def _unwrap(path: Path, passphrase: str) -> bytes:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if content["format"] > FORMAT:
            raise WorkspaceNewer
        stored = content["derivation"]
        derivation = KeyDerivation(stored["memory_kib"], stored["iterations"], stored["lanes"])
        salt = base64.b64decode(stored["salt"])
        nonce, wrapped = base64.b64decode(content["nonce"]), base64.b64decode(content["wrapped_key"])
        return ChaCha20Poly1305(_wrapping_key(passphrase, salt, derivation)).decrypt(nonce, wrapped, None)
    except InvalidTag as error:
        raise WrongPassphrase from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise WorkspaceDamaged(reason=tr("the key file is damaged")) from error
