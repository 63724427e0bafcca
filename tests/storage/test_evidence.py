"""Files by digest: kept once, as they were taken."""

import hashlib

import pytest

from inspector_app.domain.errors import SaveFailed


def test_a_file_is_kept_once_under_its_digest(workspace):
    with workspace.transaction():
        digest = workspace.evidence.add(b"anh chup")
        assert workspace.evidence.add(b"anh chup") == digest
    assert digest == hashlib.sha256(b"anh chup").hexdigest()
    assert workspace.evidence.get(digest) == b"anh chup"
    assert workspace.evidence.get("0" * 64) is None
    assert workspace.evidence.held([digest, "0" * 64]) == {digest}


def test_the_database_itself_guards_it(workspace):
    with workspace.transaction():
        workspace.evidence.add(b"anh chup")
    with pytest.raises(SaveFailed), workspace.transaction():
        workspace._db.execute("update evidence set content = x'00'")
