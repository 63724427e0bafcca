"""A laptop's key, and what follows from it: its device id, what it vouches for, its age identity.

Ed25519 (RFC 8032) signs. The device id is derived from the public key, so a change cannot claim another's
device in a bundle whose signature was checked. What is sealed for a laptop is opened by an age identity
(X25519) derived from the same secret by HKDF-SHA256 (RFC 5869), so that a workspace keeps one secret.
"""

import base64
import hashlib
from collections.abc import Iterable

import pyrage
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


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

    @property
    def identity(self) -> str:
        """The age identity (`AGE-SECRET-KEY-1…`) that opens what is sealed for this laptop."""
        derived = HKDF(hashes.SHA256(), 32, salt=None, info=b"so-kiem-tra age identity").derive(self.private)
        return _bech32("age-secret-key-", derived).upper()

    @property
    def recipient(self) -> str:
        """The age public key (`age1…`) to seal for."""
        return str(pyrage.x25519.Identity.from_str(self.identity).to_public())

    def sign(self, message: bytes) -> bytes:
        """A 64-byte signature."""
        return self._key.sign(message)

    def vouch(self, digest: str) -> str:
        """This device's word (base64) that its history in a visit is what ends in the change of a digest."""
        return base64.b64encode(self.sign(_history(digest))).decode()

    def hand_on(self, stream: str, device: str) -> str:
        """This device's word (base64) that it goes on in a visit as another one, of the same workspace."""
        return base64.b64encode(self.sign(_succession(stream, self.device, device))).decode()


def device_of(public: str) -> str:
    """The device id of a public key: the first 80 bits of its SHA-256, in lower-case base32."""
    digest = hashlib.sha256(base64.b64decode(public)).digest()
    return base64.b32encode(digest[:10]).decode().lower()


def vouches(device: str, public: str, digest: str, signature: str) -> bool:
    """Whether a device, which must be that of the key, vouched for its history up to a change."""
    return _is_word_of(device, public, signature, _history(digest))


def handed_on(stream: str, old: str, public: str, device: str, proof: str) -> bool:
    """Whether an old device, which must be that of the key, said that it goes on as another one."""
    return _is_word_of(old, public, proof, _succession(stream, old, device))


def _history(digest: str) -> bytes:
    return f"so-kiem-tra history {digest}".encode()


def _succession(stream: str, old: str, device: str) -> bytes:
    return f"so-kiem-tra succession {stream} {old} {device}".encode()


def _is_word_of(device: str, public: str, signature: str, message: bytes) -> bool:
    try:
        return device_of(public) == device and verify(public, base64.b64decode(signature), message)
    except ValueError:
        return False


def fingerprint(device: str) -> str:
    """A device id in groups of four, as it is written."""
    return " ".join(device[i : i + 4] for i in range(0, len(device), 4))


def is_recipient(text: str) -> bool:
    """Whether a text is an age public key."""
    try:
        pyrage.x25519.Recipient.from_str(text)
    except pyrage.RecipientError:
        return False
    return True


def verify(public: str, signature: bytes, message: bytes) -> bool:
    """Whether the signature is that key's over that message; a malformed key or signature is not."""
    try:
        Ed25519PublicKey.from_public_bytes(base64.b64decode(public)).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def _bech32(prefix: str, data: bytes) -> str:
    """Bytes as Bech32 text (BIP 173), as age writes its keys."""
    spread = [ord(letter) >> 5 for letter in prefix] + [0] + [ord(letter) & 31 for letter in prefix]
    bits = int.from_bytes(data) << (-len(data) * 8) % 5
    count = -(-len(data) * 8 // 5)
    words = [bits >> 5 * (count - 1 - index) & 31 for index in range(count)]
    checksum = _polymod([*spread, *words, 0, 0, 0, 0, 0, 0]) ^ 1
    tail = [checksum >> 5 * (5 - index) & 31 for index in range(6)]
    return f"{prefix}1" + "".join(_BECH32[word] for word in (*words, *tail))


def _polymod(words: Iterable[int]) -> int:
    checksum = 1
    for word in words:
        top = checksum >> 25
        checksum = (checksum & 0x1FFFFFF) << 5 ^ word
        for bit, generator in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            if top >> bit & 1:
                checksum ^= generator
    return checksum
