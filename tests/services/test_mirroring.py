"""A second copy follows the first, survives the stick being pulled out, and brings everything back."""

import shutil

import pytest

from inspector_app.domain.errors import FolderTaken, MirrorFailed, WrongPassphrase
from inspector_app.services.imaging import take_content
from inspector_app.services.workbench import Workbench
from inspector_app.storage import cipher
from tests.pictures import file_of
from tests.pictures import photo as a_photo
from tests.services.conftest import PASSPHRASE, introduce


def rows(workbench: Workbench):
    return workbench._workspace.projections.rows()


def photographed(workbench: Workbench, visit) -> tuple[str, bytes]:
    """A photo on the visit's list: its digest and its file."""
    record, _ = workbench.evidence.keep(visit, take_content(file_of(a_photo()), "anh.jpg"))
    [digest] = [row.file.digest for row in workbench.evidence.all(visit).rows if row.id == record]
    return digest, workbench.evidence.content(digest)


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
    digest, content = photographed(lan, visit)
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
    assert other._workspace.evidence.get(digest) == content
    assert other.mirroring.bring_back(folder.target, PASSPHRASE).new == 0
    assert other.upkeep.verify().ok


def test_whoever_brings_back_the_dead_laptop_of_the_lead_leads_on(lan, visit, stick, laptop):
    lan.checklists.answer(visit, "CD03", "co")
    job = lan.mirroring.job(stick)
    job.run()
    lan.close()
    laptop.team = False
    again, member, guest = laptop("Lan mới"), laptop("Minh"), laptop("Hoa")
    again.mirroring.bring_back(job.target, PASSPHRASE)
    again.checklists.answer(visit, "CD11", "co")
    introduce(again, member, visit)
    member.handover.receive(again.handover.export(visit, stick, sealing="team").file)
    items = member.checklists.open(visit).items
    assert [items[code].leaves[0].value for code in ("CD03", "CD11")] == ["co", "co"]
    assert member.trust.quarantined(visit) == ()
    standings = {each.device: each.standing for each in member.trust.laptops(visit).laptops}
    assert standings == {
        lan._desk.key.device: "root",
        again._desk.key.device: "root",
        member._desk.key.device: "admitted",
    }
    guest.handover.receive(member.handover.export(visit, stick).file)  # the dead laptop's word goes along
    assert guest.checklists.open(visit).items == items
    assert guest.upkeep.verify().ok


def test_an_older_copy_brings_nothing_back_that_was_erased_since_and_what_was_only_removed_it_does(
    lan, visit, stick, laptop
):
    digest, content = photographed(lan, visit)
    [record] = [row.id for row in lan.evidence.all(visit).rows]
    lan.evidence.remove(visit, [record])
    job = lan.mirroring.job(stick)
    job.run()
    other = laptop("Minh")
    assert other.mirroring.bring_back(job.target, PASSPHRASE).files == 1
    assert other._workspace.evidence.get(digest) == content
    lan.evidence.erase(visit, [record])
    assert lan.mirroring.bring_back(job.target, PASSPHRASE).files == 0
    assert lan._workspace.evidence.get(digest) is None


def test_an_older_state_of_this_laptop_that_meets_its_own_later_acts_goes_on_as_a_new_one(
    lan, visit, stick, laptop, tmp_path
):
    backup = tmp_path / "backup"
    job = lan.mirroring.job(stick)
    lan.close()
    shutil.copytree(lan.folder, backup)
    later = Workbench.open(lan.folder, PASSPHRASE)
    later.checklists.answer(visit, "CD03", "co")
    job.run()
    later.close()
    restored = Workbench.open(backup, PASSPHRASE)
    try:
        before = restored._desk.key.device
        assert restored.mirroring.bring_back(job.target, PASSPHRASE).new == 1
        assert restored._desk.key.device != before
        restored.checklists.answer(visit, "CD11", "co")
        assert restored._workspace.ledger.forks(visit) == frozenset()
    finally:
        restored.close()


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
