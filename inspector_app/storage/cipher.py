"""SQLCipher in SQLite's place: the one engine of this package, and the errors it raises.

sqlite-utils takes its SQLite module from `pysqlite3` where there is one. SQLCipher's module stands in for it,
which must happen before sqlite-utils is first imported: the package imports this module first.
"""

import importlib
import sqlite3
import sys
from pathlib import Path
from typing import Any

_engine: Any = importlib.import_module("sqlcipher3")
_dbapi2: Any = importlib.import_module("sqlcipher3.dbapi2")
sys.modules.setdefault("pysqlite3", _engine)
sys.modules.setdefault("pysqlite3.dbapi2", _dbapi2)

Error: type[Exception] = _dbapi2.Error
"""What the engine raises; SQLite's own classes are of another family."""


def connect(path: Path, key: bytes) -> sqlite3.Connection:
    """Open an encrypted database with its raw 32-byte key; a commit returns when it is on the disk.

    The connection may move between threads, one at a time. Raises Error where the key or the file is wrong.
    """
    connection: sqlite3.Connection = _dbapi2.connect(str(path), check_same_thread=False)
    try:
        connection.execute("pragma cipher_log_level = NONE")
        connection.execute(f"pragma key = \"x'{key.hex()}'\"")
        connection.execute("pragma journal_mode = WAL")
        connection.execute("pragma synchronous = FULL")
        connection.execute("pragma temp_store = MEMORY")  # nothing decrypted in temporary files
    except Error:
        connection.close()
        raise
    return connection
