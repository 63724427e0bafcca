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
        workspace._db.execute("update evidence_files set content = x'00'")
    assert workspace._db.execute("select count(*) from evidence_files").fetchone() == (1,)


def test_what_is_erased_is_gone_with_its_small_picture_and_from_the_log(workspace):
    with workspace.transaction():
        kept, gone = (workspace.evidence.add(content * 5000) for content in (b"giu lai", b"xoa han"))
        for digest in (kept, gone):
            workspace.evidence.add_thumbnail(digest, b"nho")
    log = workspace.folder / "workspace.db-wal"
    assert log.stat().st_size > 0
    with workspace.transaction():
        workspace.evidence.erase([gone])
    workspace.evidence.scrub()
    assert workspace.evidence.held([kept, gone]) == {kept}
    assert (workspace.evidence.thumbnail(kept), workspace.evidence.thumbnail(gone)) == (b"nho", None)
    assert log.stat().st_size == 0
    assert workspace._db.execute("pragma secure_delete").fetchone() == (1,)
