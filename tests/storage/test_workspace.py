"""Creating, locking, unlocking; what stands on the disk; a full disk."""

import json
import unicodedata

import pytest

from inspector_app.domain.errors import (
    SaveFailed,
    WeakPassphrase,
    WorkspaceDamaged,
    WorkspaceExists,
    WorkspaceInUse,
    WorkspaceMissing,
    WorkspaceNewer,
    WrongPassphrase,
)
from inspector_app.storage.ledger import Act
from inspector_app.storage.workspace import Workspace
from tests.storage.conftest import CHEAP, PASSPHRASE

SECRET = "Nguyễn Thị Bí Mật"


def write(workspace, value="18", record="CD04", **extra):
    with workspace.transaction():
        return workspace.ledger.append(
            "v1",
            [Act("answer", record, {"value": value, **extra})],
            device="an",
            author=SECRET,
            now_ms=1_000,
        )


def fill(workspace):
    for number in range(200):
        write(workspace, "x" * 2_000, record=f"R{number}")


def read_all(workspace):
    try:
        list(workspace.ledger.changes("v1"))
    finally:
        workspace.close()


def test_what_was_written_is_there_after_opening_again(workspace):
    write(workspace)
    workspace.close()
    again = Workspace.open(workspace.folder, PASSPHRASE)
    assert [s.change.values() for s in again.ledger.changes("v1")] == [{"value": "18"}]
    again.close()


def test_nothing_readable_stands_on_the_disk(workspace):
    write(workspace)
    workspace.close()
    for file in workspace.folder.iterdir():
        content = file.read_bytes()
        assert SECRET.encode() not in content
        assert b"SQLite format" not in content


def test_a_passphrase_counts_however_the_keyboard_composed_it(workspace):
    workspace.close()
    Workspace.open(workspace.folder, unicodedata.normalize("NFD", PASSPHRASE)).close()


def test_a_wrong_passphrase_is_said_and_changes_nothing(workspace):
    workspace.close()
    before = (workspace.folder / "workspace.db").read_bytes()
    with pytest.raises(WrongPassphrase):
        Workspace.open(workspace.folder, "không phải")
    assert (workspace.folder / "workspace.db").read_bytes() == before
    Workspace.open(workspace.folder, PASSPHRASE).close()


def test_a_workspace_open_elsewhere_is_said(workspace):
    with pytest.raises(WorkspaceInUse):
        Workspace.open(workspace.folder, PASSPHRASE)


def test_creating_over_a_workspace_or_with_a_short_passphrase_is_refused(workspace, tmp_path):
    with pytest.raises(WorkspaceExists):
        Workspace.create(workspace.folder, PASSPHRASE, CHEAP)
    with pytest.raises(WeakPassphrase):
        Workspace.create(tmp_path / "khác", "ngắn", CHEAP)
    assert not (tmp_path / "khác").exists()


def test_a_missing_folder_a_damaged_key_file_and_a_missing_database_are_told_apart(workspace, tmp_path):
    with pytest.raises(WorkspaceMissing):
        Workspace.open(tmp_path / "trống", PASSPHRASE)
    workspace.close()
    (workspace.folder / "workspace.db").rename(tmp_path / "giữ.db")
    with pytest.raises(WorkspaceDamaged):
        Workspace.open(workspace.folder, PASSPHRASE)
    (workspace.folder / "workspace.key").write_text("{", encoding="utf-8")
    with pytest.raises(WorkspaceDamaged):
        Workspace.open(workspace.folder, PASSPHRASE)


def test_a_damaged_database_is_said_and_the_lock_let_go(workspace):
    workspace.close()
    database = workspace.folder / "workspace.db"
    database.write_bytes(b"x" * 8192)
    for _ in range(2):
        with pytest.raises(WorkspaceDamaged):
            Workspace.open(workspace.folder, PASSPHRASE)


def test_damage_inside_the_database_is_said_as_damage_and_not_as_a_failed_save(workspace):
    for number in range(200):
        write(workspace, "x" * 500, record=f"R{number}")
    workspace.close()
    database = workspace.folder / "workspace.db"
    content = bytearray(database.read_bytes())
    content[len(content) // 3 : -4096] = b"\0" * len(content[len(content) // 3 : -4096])
    database.write_bytes(content)
    with pytest.raises(WorkspaceDamaged):
        read_all(Workspace.open(workspace.folder, PASSPHRASE))


def test_a_newer_workspace_is_refused_politely(workspace):
    workspace.close()
    key_file = workspace.folder / "workspace.key"
    content = json.loads(key_file.read_text(encoding="utf-8"))
    key_file.write_text(json.dumps(content | {"format": 99}), encoding="utf-8")
    with pytest.raises(WorkspaceNewer):
        Workspace.open(workspace.folder, PASSPHRASE)


def test_a_creation_cut_short_leaves_no_workspace_and_can_be_repeated(tmp_path):
    folder = tmp_path / "kho"
    folder.mkdir()
    (folder / "workspace.db").write_bytes(b"half")
    assert not Workspace.exists(folder)
    Workspace.create(folder, PASSPHRASE, CHEAP).close()
    Workspace.open(folder, PASSPHRASE).close()


def test_a_full_disk_is_said_rolls_back_and_saving_works_again_once_there_is_room(workspace):
    write(workspace)
    workspace._db.execute("pragma max_page_count = 1")  # SQLite then answers as on a full disk
    with pytest.raises(SaveFailed, match=r"đầy|full"):
        fill(workspace)
    count = workspace.ledger.count()
    workspace._db.execute("pragma max_page_count = 1000000")
    write(workspace, "19")
    assert workspace.ledger.count() == count + 1
    problems = []
    with workspace.transaction():
        workspace.ledger.verify(problems.append)
    assert problems == []


def test_the_database_itself_guards_the_ledger(workspace):
    write(workspace)
    for sql in ("update changes set author = 'x'", "delete from changes"):
        with pytest.raises(SaveFailed, match="append-only"), workspace.transaction():
            workspace._db.execute(sql)


def test_notes_and_templates_are_kept(workspace):
    from inspector_app.storage.workspace import StoredTemplate

    hamlets = {"ap.csv": "tên\nẤp 1\n".encode()}
    template = StoredTemplate("ab" * 32, "cchc_xa", "2026", "Bảng kiểm", b"<xml/>", hamlets)
    workspace.add_template(template)
    workspace.add_template(template)
    workspace.note("profile", {"name": "Lan"})
    workspace.note("profile", {"name": "Minh"})
    assert workspace.templates() == [template]
    assert workspace.template("ab" * 32) == template
    assert workspace.template("cd" * 32) is None
    assert workspace.noted("profile") == {"name": "Minh"}
    assert workspace.noted("khác") is None


def test_the_file_check_finds_a_sound_database_sound(workspace):
    write(workspace)
    assert workspace.check_file() == []
