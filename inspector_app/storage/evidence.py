"""Photos, scans and other files: by SHA-256, inside the encrypted database, kept as they were taken.

What a visit needs is named by its records and answers; what is named and not here is missing, and is filled
in whenever it arrives. A file that is named no more because a picture was marked or erased for good is let
go: its pages are overwritten, and the write-ahead log that still held them is emptied.
"""

import hashlib
from collections.abc import Iterable

from sqlite_utils import Database


class EvidenceStore:
    """Files by digest, and small pictures of them."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, content: bytes) -> str:
        """Keep a file; its SHA-256. Keeping it again changes nothing."""
        digest = hashlib.sha256(content).hexdigest()
        self._db.execute("insert or ignore into evidence_files values (?, ?)", [digest, content])
        return digest

    def get(self, digest: str) -> bytes | None:
        """The file with this digest, None while it is missing."""
        row = self._db.execute("select content from evidence_files where digest = ?", [digest]).fetchone()
        return row[0] if row else None

    def digests(self) -> frozenset[str]:
        """All that is here."""
        return frozenset(row[0] for row in self._db.execute("select digest from evidence_files"))

    def held(self, digests: Iterable[str]) -> frozenset[str]:
        """Those of the digests that are here."""
        sql = "select 1 from evidence_files where digest = ?"
        return frozenset(d for d in digests if self._db.execute(sql, [d]).fetchone())

    def erase(self, digests: Iterable[str]) -> None:
        """Let files go, with their small pictures; `scrub` after the transaction leaves nothing of them."""
        self._db.execute("pragma secure_delete = on")
        for digest in digests:
            self._db.execute("delete from evidence_files where digest = ?", [digest])
            self._db.execute("delete from thumbnails where digest = ?", [digest])

    def scrub(self) -> None:
        """Empty the write-ahead log, in which what was erased may still stand; outside a transaction."""
        self._db.execute("pragma wal_checkpoint(truncate)").fetchall()

    def add_thumbnail(self, digest: str, picture: bytes) -> None:
        """Keep the small picture of a file."""
        self._db.execute("insert or replace into thumbnails values (?, ?)", [digest, picture])

    def thumbnail(self, digest: str) -> bytes | None:
        """The small picture of a file, None while none was made."""
        row = self._db.execute("select picture from thumbnails where digest = ?", [digest]).fetchone()
        return row[0] if row else None
