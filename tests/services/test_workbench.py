"""Opening and closing: who works here is known from the first moment; a folder is let go of."""

import json
from contextlib import closing
from dataclasses import asdict

import pytest

from inspector_app.domain.errors import (
    SaveFailed,
    TemplateUnknown,
    WeakPassphrase,
    WorkspaceExists,
    WorkspaceInUse,
    WorkspaceMissing,
    WrongPassphrase,
)
from inspector_app.services.templates import CHECKLIST
from inspector_app.services.views import Profile
from inspector_app.services.workbench import Workbench
from inspector_app.storage import workspace as storage
from tests.services.conftest import CHEAP, PASSPHRASE, begin, state
from tests.workbooks.books import Book, q

ME = Profile("Trần Thị Lan", "Chuyên viên", "Sở Nội vụ", "Máy 02")


def create(folder) -> Workbench:
    return Workbench.create(folder, PASSPHRASE, ME, derivation=CHEAP)


def test_who_works_here_is_known_when_it_is_opened_again(tmp_path):
    folder = tmp_path / "kho"
    with closing(create(folder)) as made:
        assert (made.me, made.folder, made.recovered) == (ME, folder, ())
        device = made._desk.key.device
    assert Workbench.exists(folder)
    with closing(Workbench.open(folder, PASSPHRASE)) as opened:
        assert opened.me == ME
        assert opened._desk.key.device == device


def test_two_workspaces_are_two_devices(tmp_path):
    with closing(create(tmp_path / "a")) as one, closing(create(tmp_path / "b")) as two:
        assert one._desk.key.device != two._desk.key.device


def test_a_workspace_is_opened_once_at_a_time(tmp_path):
    with closing(create(tmp_path / "kho")):
        with pytest.raises(WorkspaceInUse):
            Workbench.open(tmp_path / "kho", PASSPHRASE)
        with pytest.raises(WorkspaceExists):
            create(tmp_path / "kho")
    Workbench.open(tmp_path / "kho", PASSPHRASE).close()


def test_what_keeps_it_from_opening_is_said_and_changes_nothing(tmp_path):
    with pytest.raises(WorkspaceMissing):
        Workbench.open(tmp_path / "không có", PASSPHRASE)
    create(tmp_path / "kho").close()
    with pytest.raises(WrongPassphrase):
        Workbench.open(tmp_path / "kho", "không phải")
    with pytest.raises(WeakPassphrase):
        Workbench.create(tmp_path / "khác", "ngắn", ME, derivation=CHEAP)
    assert not Workbench.exists(tmp_path / "khác")
    Workbench.open(tmp_path / "kho", PASSPHRASE).close()


def test_a_creation_that_fails_leaves_no_workspace_and_lets_the_folder_go(tmp_path, monkeypatch):
    def pulled_out(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as failing:
        failing.setattr(storage, "_write_key_file", pulled_out)
        with pytest.raises(SaveFailed):
            create(tmp_path / "kho")
    assert not Workbench.exists(tmp_path / "kho")
    with closing(create(tmp_path / "kho")) as made:
        begin(made)
    (tmp_path / "tệp").write_text("x", encoding="utf-8")
    with pytest.raises(SaveFailed):
        create(tmp_path / "tệp")


def test_the_profile_is_there_before_the_workspace_counts_as_one(tmp_path, monkeypatch):
    """The key file is written last: a crash at any moment leaves no workspace, or one that opens."""
    seen = []
    write = storage._write_key_file

    def watched(path, key, *rest):
        connection = storage.cipher.connect(path.with_name("workspace.db"), key)
        row = connection.execute("select value from meta where key = 'profile'").fetchone()
        seen.append(json.loads(row[0]))
        connection.close()
        write(path, key, *rest)

    monkeypatch.setattr(storage, "_write_key_file", watched)
    create(tmp_path / "kho").close()
    assert seen == [asdict(ME)]


# --- a checklist tried out ------------------------------------------------------------------------

PICTURED = Book("anh", "Có ảnh", [q("text", "ten", "Tên", **{"media::image": "a.png"})])


@pytest.fixture
def pictured(tmp_path):
    """A workbook that is not published, with a picture."""
    file = PICTURED.write(tmp_path / "anh")
    (file.parent / "a.png").write_bytes(b"png")
    return file


def test_what_is_tried_is_scored_kept_apart_and_gone_when_begun_anew(lan, visit):
    before = state(lan)
    digest = lan.templates.latest(CHECKLIST).digest
    tried = lan.try_out(digest)
    trial = lan.trials[tried]
    delta = trial.checklists.answer(tried, "CD03", "co")
    assert {item.code: item.points for item in delta.items}["CD03"] == 0.5
    trial.checklists.note(tried, "CD03", "Xem lại")
    trial.visits.add(tried, "finding", item="CD03", text="Chưa bố trí")
    assert trial.checklists.open(tried).items["CD03"].note == "Xem lại"
    assert len(trial.checklists.history(tried, "CD03")) == 2
    assert state(lan) == before

    again = lan.try_out(digest, instead_of=tried)
    assert set(lan.trials) == {again}
    assert lan.trials[again].checklists.open(again).summary.answered == 0
    assert state(lan) == before


def test_a_workbook_that_is_only_considered_is_tried_with_its_files(lan, pictured):
    report = lan.templates.consider(pictured)
    tried = lan.try_out(report.digest)
    checklists = lan.trials[tried].checklists
    assert checklists.open(tried).items["ten"].media == {"image": "a.png"}
    assert checklists.media(tried, "a.png") == b"png"
    assert checklists.media(tried, "b.png") is None
    assert report.digest not in {row.digest for row in lan.templates.list()}


def test_a_published_checklist_gives_its_files_and_an_unknown_one_is_not_tried(lan, pictured):
    digest = lan.templates.publish(pictured).digest
    assert lan.templates.media(digest, "a.png") == b"png"
    with pytest.raises(TemplateUnknown):
        lan.try_out("0" * 64)
    assert lan.trials == {}
