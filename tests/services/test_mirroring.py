"""A second copy follows the first, survives the stick being pulled out, and brings everything back."""

import shutil

import pytest

from inspector_app.domain.errors import FolderTaken, MirrorFailed, WrongPassphrase
from inspector_app.services.workbench import Workbench
from inspector_app.storage import cipher
from tests.services.conftest import PASSPHRASE


def rows(workbench: Workbench):
    return workbench._workspace.projections.rows()


def test_a_mirror_is_a_workspace_that_opens_with_the_same_passphrase(lan, visit, stick, laptop):
    lan.checklists.answer(visit, "CD03", "co")
    job = lan.mirroring.job(stick)
    assert job.run() > 0
    assert job.run() == 0
    lan.checklists.answer(visit, "CD11", "khong")
    digest = lan._workspace.evidence.add("ảnh".encode())
    assert job.run() == 1
    copy = Workbench.open(job.target, PASSPHRASE)
    try:
        assert rows(copy) == rows(lan)
        assert copy.me == lan.me
        assert copy._workspace.evidence.get(digest) == "ảnh".encode()
        assert copy.upkeep.verify().ok
        assert copy._desk.key.device != lan._desk.key.device
    finally:
        copy.close()


def test_a_dead_laptops_mirror_brings_back_all_that_it_held_and_what_was_being_typed(
    lan, visit, stick, laptop
):
    lan.checklists.answer(visit, "CD03", "co")
    digest = lan._workspace.evidence.add("ảnh".encode())
    lan.checklists.draft(visit, "CD11", "note", "chưa kịp rời ô")
    folder = lan.mirroring.job(stick)
    folder.run()
    other = laptop("Minh")
    with pytest.raises(WrongPassphrase):
        other.mirroring.bring_back(folder.target, "không phải mật khẩu")
    brought = other.mirroring.bring_back(folder.target, PASSPHRASE)
    assert (brought.visits, brought.files) == (1, 1)
    assert other.checklists.open(visit).items["CD03"].leaves[0].value == "co"
    assert other.checklists.open(visit).items["CD11"].note == "chưa kịp rời ô"
    assert other._workspace.evidence.get(digest) == "ảnh".encode()
    assert other.mirroring.bring_back(folder.target, PASSPHRASE).new == 0
    assert other.upkeep.verify().ok


def test_a_stick_that_is_gone_or_holds_another_workspace_is_told_and_nothing_is_lost(
    lan, visit, stick, laptop
):
    with pytest.raises(MirrorFailed):
        lan.mirroring.job(stick / "rút ra").run()
    other = laptop("Minh")
    job = lan.mirroring.job(stick)
    shutil.copytree(other.folder, job.target)
    with pytest.raises(FolderTaken):
        job.run()
    assert lan.upkeep.verify().ok


def test_a_copy_that_is_broken_off_leaves_the_older_state(lan, visit, stick, monkeypatch):
    job = lan.mirroring.job(stick)
    job.run()
    lan.checklists.answer(visit, "CD03", "co")
    connect = cipher.connect

    def pulled_out(path, key):
        connection = connect(path, key)
        if path.parent == lan.folder:
            connection.set_progress_handler(lambda: 1, 20)  # the disk goes away in the middle
        return connection

    monkeypatch.setattr("inspector_app.storage.mirror.cipher.connect", pulled_out)
    with pytest.raises(MirrorFailed):
        job.run()
    monkeypatch.undo()
    assert job.run() == 1
    copy = Workbench.open(job.target, PASSPHRASE)
    try:
        assert rows(copy) == rows(lan)
    finally:
        copy.close()
