"""Signing keys: a signature holds for one key and one message, and the device follows from the key."""

import os

from inspector_app.exchange.keys import SigningKey, device_of, fingerprint, verify


def test_a_signature_holds_for_its_key_and_message_only():
    key, other = SigningKey(os.urandom(32)), SigningKey(os.urandom(32))
    signature = key.sign(b"x")
    assert verify(key.public, signature, b"x")
    assert not verify(key.public, signature, b"y")
    assert not verify(other.public, signature, b"x")
    assert not verify("không phải khóa", signature, b"x")
    assert not verify(key.public, b"", b"x")


def test_a_key_kept_and_taken_out_again_is_the_same_device():
    key = SigningKey(os.urandom(32))
    assert SigningKey(key.private).device == key.device == device_of(key.public)
    assert fingerprint("abcdefgh") == "abcd efgh"
