"""A laptop's signing key, and what follows from it: its device id and the fingerprint people compare.

Ed25519 (RFC 8032). The device id is derived from the public key, so a change cannot claim another's device
in a bundle whose signature was checked.
"""

import base64
import hashlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey


class SigningKey:
    """A device's private key."""

    def __init__(self, private: bytes) -> None:
        """`private` are 32 random bytes: for this algorithm the seed is the key."""
        self._key = Ed25519PrivateKey.from_private_bytes(private)

    @property
    def private(self) -> bytes:
        """The 32 bytes to keep in the encrypted workspace."""
        return self._key.private_bytes_raw()

    @property
    def public(self) -> str:
        """The public key as base64 text."""
        return base64.b64encode(self._key.public_key().public_bytes_raw()).decode()

    @property
    def device(self) -> str:
        """The id of the device that holds this key."""
        return device_of(self.public)

    def sign(self, message: bytes) -> bytes:
        """A 64-byte signature."""
        return self._key.sign(message)


def device_of(public: str) -> str:
    """The device id of a public key: the first 80 bits of its SHA-256, in lower-case base32."""
    digest = hashlib.sha256(base64.b64decode(public)).digest()
    return base64.b32encode(digest[:10]).decode().lower()


def fingerprint(device: str) -> str:
    """A device id in groups of four, to be read aloud."""
    return " ".join(device[i : i + 4] for i in range(0, len(device), 4))


def verify(public: str, signature: bytes, message: bytes) -> bool:
    """Whether the signature is that key's over that message; a malformed key or signature is not."""
    try:
        Ed25519PublicKey.from_public_bytes(base64.b64decode(public)).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
