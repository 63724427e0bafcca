"""The functions of a form that stand for checksums, encodings and signatures."""

import hashlib
from base64 import b64decode, b64encode

from inspector_app.forms.library import function

_SIGNATURE = 64
"""Bytes of an Ed25519 signature."""


@function("digest")
def digest(text: str, algorithm: str, encoding: str = "base64") -> str:
    """A checksum of the text in UTF-8: MD5 or SHA, as base64 or hex."""
    name = algorithm.upper().replace("-", "").lower()
    if name not in ("md5", "sha1", "sha256", "sha384", "sha512"):
        return ""
    found = hashlib.new(name, text.encode("utf-8"), usedforsecurity=False)
    return found.hexdigest() if encoding == "hex" else b64encode(found.digest()).decode("ascii")


@function("base64-decode")
def base64_decode(text: str) -> str:
    """The text that base64 stands for; blank if it is none."""
    try:
        return b64decode(text).decode("utf-8", errors="replace")
    except ValueError:
        return ""


@function("extract-signed")
def extract_signed(signed: str, public_key: str) -> str:
    """The message behind an Ed25519 signature, all in base64; blank unless the key has signed it."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        content, key = b64decode(signed), Ed25519PublicKey.from_public_bytes(b64decode(public_key))
        message = content[_SIGNATURE:]
        key.verify(content[:_SIGNATURE], message)
        return message.decode("utf-8")
    except (ValueError, InvalidSignature):
        return ""
