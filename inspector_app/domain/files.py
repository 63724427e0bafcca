"""How an answer names its file: `<sha256>-<name>`: which file it is, and what people call it."""

import re

from inspector_app.text import ascii_name

NAMED = re.compile(r"([0-9a-f]{64})-[A-Za-z0-9_.-]{1,120}")


def shown_name(value: str) -> str:
    """A file's name without the digest before it."""
    return value.partition("-")[2] if NAMED.fullmatch(value) else value


def file_value(digest: str, name: str) -> str:
    """A file with this SHA-256 and this name as an answer names it."""
    stem, dot, ending = name.rpartition(".")
    plain = re.sub(r"[^a-z0-9]", "", ending.lower())[:9]
    return f"{digest}-{ascii_name(stem if dot else name, 80)}" + (f".{plain}" if dot else "")
