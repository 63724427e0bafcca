"""What is sealed opens for its receivers alone, and gives back exactly what went in, or nothing."""

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.exchange.container import (
    Keys,
    NoKey,
    PassphraseNeeded,
    Seal,
    TooLarge,
    Unpackable,
    reader,
    writer,
)
from inspector_app.exchange.keys import SigningKey

LEAD, MEMBER, STRANGER = (SigningKey(bytes([number]) * 32) for number in (1, 2, 3))
MEMBERS = {"a.txt": "Đồng Tháp".encode() * 1_000, "evidence/b": bytes(range(256)) * 40_000, "c": b""}
TEAM = Seal(recipients=(LEAD.recipient, MEMBER.recipient))


def written(seal: Seal | None) -> bytes:
    file = io.BytesIO()
    with writer(file, seal) as members:
        for name, content in MEMBERS.items():
            members.add(name, [content[:500], content[500:]], deflate=not name.startswith("evidence/"))
    return file.getvalue()


def read(content: bytes, keys: Keys) -> dict[str, bytes]:
    members = reader(io.BytesIO(content), keys)
    return {name: b"".join(members.pieces(name, size)) for name, size in members.sizes.items()}


SEALED = written(TEAM)


@pytest.mark.parametrize("key", [LEAD, MEMBER])
def test_every_receiver_opens_what_was_sealed_for_the_team(key: SigningKey) -> None:
    assert read(SEALED, Keys(identities=(STRANGER.identity, key.identity))) == MEMBERS
    assert b"a.txt" not in SEALED


def test_nobody_else_does() -> None:
    for keys in (Keys(), Keys(identities=(STRANGER.identity,)), Keys(passphrase="bốn từ rời nhau")):
        with pytest.raises(NoKey):
            read(SEALED, keys)


def test_a_passphrase_opens_what_was_sealed_with_it() -> None:
    content = written(Seal(passphrase="bốn từ rời nhau"))
    assert read(content, Keys(identities=(LEAD.identity,), passphrase="bốn từ rời nhau")) == MEMBERS
    for passphrase in ("", "bốn từ khác nhau"):
        with pytest.raises(PassphraseNeeded):
            read(content, Keys(passphrase=passphrase))


@given(st.data())
@settings(max_examples=300)
def test_any_flipped_byte_of_a_sealed_file_is_noticed_or_harmless(data) -> None:
    content = bytearray(SEALED)
    edges = st.integers(0, 2_000) | st.integers(len(content) - 2_000, len(content) - 1)
    content[data.draw(edges | st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
    with suppress(zipfile.BadZipFile, Unpackable, TooLarge, NoKey):
        assert read(bytes(content), Keys(identities=(LEAD.identity,))) == MEMBERS


def test_a_part_added_or_taken_away_is_noticed() -> None:
    with zipfile.ZipFile(io.BytesIO(SEALED)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    fewer, more = dict(parts), {**parts, "00009-0000.age": parts["00000-0000.age"]}
    del fewer["00001-0000.age"]
    for names in (fewer, more):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            for name, content in names.items():
                archive.writestr(name, content)
        with pytest.raises(Unpackable):
            read(file.getvalue(), Keys(identities=(LEAD.identity,)))


def test_a_member_never_gives_more_than_it_was_asked_for() -> None:
    members = reader(io.BytesIO(written(None)), Keys())
    with pytest.raises(TooLarge):
        list(members.pieces("evidence/b", 1_000))
    sealed = reader(io.BytesIO(SEALED), Keys(identities=(LEAD.identity,)))
    for name in ("a.txt", "evidence/b"):
        with pytest.raises(TooLarge):
            list(sealed.pieces(name, 1_000))
