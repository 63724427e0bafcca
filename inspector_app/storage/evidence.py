"""Photos and scans: insert-only, by SHA-256, inside the encrypted database.

What a visit needs is named by its answers; what is named and not here is missing, and is filled in whenever
it arrives.
"""

import hashlib
from collections.abc import Iterable

from sqlite_utils import Database


class EvidenceStore:
    """Files by digest."""

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
