"""Workspaces on real files, with a cheap key derivation: its cost is not what these tests are about."""

import pytest

from inspector_app.storage.workspace import KeyDerivation, Workspace

CHEAP = KeyDerivation(memory_kib=64, iterations=1, lanes=1)
PASSPHRASE = "bốn từ rời nhau"


@pytest.fixture
def workspace(tmp_path):
    made = Workspace.create(tmp_path / "kho", PASSPHRASE, CHEAP)
    yield made
    made.close()
