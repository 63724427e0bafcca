"""Laptops that hand each other files: what arrives, what is in dispute, what is refused, who wrote it."""

import base64
import hashlib
import json
import random
import shutil
import zipfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

from inspector_app.domain.changes import Change, canonical, seal
from inspector_app.domain.errors import (
    AnswerRefused,
    BundleDamaged,
    BundleGap,
    BundleNewer,
    BundleUnreadable,
    ConflictUnknown,
    FileTrouble,
    InspectorError,
    ReasonMissing,
    SaveFailed,
    ValueInvalid,
    VisitUnknown,
)
from inspector_app.domain.records import VisitId
from inspector_app.exchange import bundle
from inspector_app.exchange.keys import fingerprint
from inspector_app.i18n import tr
from inspector_app.services.views import Profile
from inspector_app.services.workbench import Workbench
from tests.exchange.signing import also, key_of, spans
from tests.services.conftest import (
    CHEAP,
    PASSPHRASE,
    Clock,
    answer,
    begin,
    counted,
    full,
    hand_over,
    part,
    room_again,
    state,
    verified,
)


@pytest.fixture
def disagreeing(lan, minh, visit, stick) -> Workbench:
    """Both begin from 10 of 26; Lan then counts 17, Minh 18; Lan has received Minh's."""
    answer(lan, visit, 10)
    hand_over(lan, minh, visit, stick)
    answer(lan, visit, 17)
    answer(minh, visit, 18)
    hand_over(minh, lan, visit, stick)
    return lan


# --- there and back ------------------------------------------------------------------------------


def test_a_visit_arrives_whole_on_another_laptop(lan, minh, visit, stick):
    answer(lan, visit, 24)
    lan.checklists.note(visit, "CD04", "Theo sổ")
    lan.visits.add(visit, "finding", item="CD04", text="Chậm")
    sent = lan.handover.export(visit, stick)
    told = minh.handover.receive(sent.file)
    assert (told.sender, told.laptop, told.fingerprint) == ("Lan", "Máy Lan", sent.fingerprint)
    assert (told.new, told.known, told.forks) == (sent.changes, 0, ())
    [brought] = told.visits
    assert (brought.visit, brought.unit, brought.disputed) == (visit, "UBND xã Thường Phước", 0)
    assert minh.checklists.open(visit) == lan.checklists.open(visit)
    assert minh.visits.get(visit) == lan.visits.get(visit)
    assert state(minh) == state(lan)
    assert verified(minh)


def test_a_bundles_name_says_what_it_is_and_a_later_export_counts_on(lan, visit, stick):
    first = lan.handover.export(visit, stick)
    answer(lan, visit, 24)
    second = lan.handover.export(visit, stick)
    assert first.file.name.startswith("CCHC_29971_20261123_")
    assert first.file.name.isascii()
    assert first.file != second.file
    assert second.file.stat().st_size == second.size
    named = lan.handover.export(visit, stick / "của Lan.cchc")
    with bundle.opened(named.file) as held:
        assert held.manifest.sender.laptop == "Máy Lan"


def test_an_export_to_nowhere_or_of_nothing_is_said(lan, visit, stick):
    with pytest.raises(FileTrouble):
        lan.handover.export(visit, stick / "không có" / "x.cchc")
    with pytest.raises(VisitUnknown):
        lan.handover.export(VisitId("không có"), stick)
    assert list(stick.iterdir()) == []


def test_receiving_again_changes_nothing_and_says_so(lan, minh, visit, stick):
    answer(lan, visit, 24)
    file = lan.handover.export(visit, stick).file
    first = minh.handover.receive(file)
    before, rows = state(minh), counted(minh)
    second = minh.handover.receive(file)
    assert (second.new, second.known) == (0, first.new)
    assert second.saved.what == frozenset()
    assert (state(minh), counted(minh)) == (before, rows)


def test_an_open_checklist_shows_what_was_received(lan, minh, visit, stick):
    hand_over(lan, minh, visit, stick)
    minh.checklists.open(visit)
    answer(lan, visit, 24)
    told = hand_over(lan, minh, visit, stick)
    assert part(minh, visit) == "24"
    assert {touched.record for touched in told.saved.what} == {"CD04"}


def test_what_one_laptop_received_it_sends_on(laptop, lan, minh, visit, stick):
    hand_over(lan, minh, visit, stick)
    answer(minh, visit, 24)
    hand_over(minh, lan, visit, stick)
    hoa = laptop("Hoa")
    told = hand_over(lan, hoa, visit, stick)  # Hoa never met Minh
    assert part(hoa, visit) == "24"
    assert [line.author for line in hoa.checklists.history(visit, "CD04")] == ["Minh"]
    assert [line.laptop for line in hoa.checklists.history(visit, "CD04")] == ["Máy Minh"]
    assert told.sender == "Lan"
    known = {sealed.digest for sealed in hoa._workspace.ledger.changes(visit)}
    assert known == {sealed.digest for sealed in minh._workspace.ledger.changes(visit)} | {
        sealed.digest for sealed in lan._workspace.ledger.changes(visit)
    }


def test_a_template_travels_with_the_visit(lan, tmp_path, visit, stick):
    answer(lan, visit, 24)
    file = lan.handover.export(visit, stick).file
    bare = Workbench.create(tmp_path / "trống", PASSPHRASE, Profile("Hoa"), derivation=CHEAP)
    with closing(bare):
        assert bare._workspace.templates() == []
        bare.handover.receive(file)
        assert part(bare, visit) == "24"
        assert len(bare._workspace.templates()) == 2


def test_three_laptops_in_any_order_come_to_the_same(laptop, lan, minh, visit, stick):
    hoa = laptop("Hoa")
    for other in (minh, hoa):
        hand_over(lan, other, visit, stick)
    laptops = [lan, minh, hoa]
    rng = random.Random(7)
    codes = [code for code, view in lan.checklists.open(visit).items.items() if view.editor == "yes_no"]
    for _ in range(40):
        one = rng.choice(laptops)
        if rng.random() < 0.3:
            hand_over(one, rng.choice([other for other in laptops if other is not one]), visit, stick)
        else:
            one.checklists.answer(visit, rng.choice(codes[:6]), rng.choice(["co", "khong"]), "xem lại")
    for one in laptops:
        for other in laptops:
            if one is not other:
                hand_over(one, other, visit, stick)
    assert state(lan) == state(minh) == state(hoa)
    assert [c.id for c in lan.merging.conflicts()] == [c.id for c in hoa.merging.conflicts()]
    assert {lan.checklists.open(visit).summary, minh.checklists.open(visit).summary} == {
        hoa.checklists.open(visit).summary
    }
    assert all(map(verified, laptops))


# --- conflicts -----------------------------------------------------------------------------------


def test_a_conflict_shows_the_value_before_mine_and_theirs(disagreeing, visit):
    [conflict] = disagreeing.merging.conflicts()
    assert conflict.title.startswith("CD04 · Tỷ lệ nhiệm vụ")
    assert (conflict.unit, conflict.kind, conflict.field) == ("UBND xã Thường Phước", "answer", "value")
    assert conflict.before == "10 / 26"
    mine, theirs = sorted(conflict.sides, key=lambda side: not side.mine)
    assert (mine.mine, mine.text, mine.author, mine.laptop) == (True, "17 / 26", "Lan", "Máy Lan")
    assert (theirs.mine, theirs.text, theirs.author, theirs.laptop) == (False, "18 / 26", "Minh", "Máy Minh")
    assert theirs.value == {"CD04_tu": "18", "CD04_mau": "26"}


def test_what_was_received_says_how_many_new_disputes_it_opened(lan, minh, visit, stick):
    hand_over(lan, minh, visit, stick)
    answer(lan, visit, 17)
    answer(minh, visit, 18)
    minh.checklists.note(visit, "CD04", "đã xem")
    assert hand_over(minh, lan, visit, stick).visits[0].disputed == 1
    assert hand_over(minh, lan, visit, stick).visits[0].disputed == 0


def test_the_same_answer_on_both_is_no_conflict(lan, minh, visit, stick):
    hand_over(lan, minh, visit, stick)
    answer(lan, visit, 18)
    answer(minh, visit, 18)
    hand_over(minh, lan, visit, stick)
    assert lan.merging.conflicts() == ()


def test_deciding_for_a_side_ends_it_here_and_on_the_other_laptop(disagreeing, minh, visit, stick):
    [conflict] = disagreeing.merging.conflicts()
    theirs = next(side for side in conflict.sides if not side.mine)
    disagreeing.merging.resolve(conflict.id, head=theirs.head[:10], reason="Minh có sổ gốc")
    assert disagreeing.merging.conflicts() == ()
    assert part(disagreeing, visit) == "18"
    hand_over(disagreeing, minh, visit, stick)
    assert minh.merging.conflicts() == ()
    assert part(minh, visit) == "18"
    [decision, *earlier] = minh.checklists.history(visit, "CD04")
    assert "Minh có sổ gốc" in decision.text
    assert {line.author for line in earlier} == {"Lan", "Minh"}  # both values stay readable


def test_deciding_for_another_value(disagreeing, visit):
    [conflict] = disagreeing.merging.conflicts()
    other = {"CD04_tu": "16", "CD04_mau": "26"}
    disagreeing.merging.resolve(conflict.id, value=other, reason="Đếm lại cùng nhau")
    assert part(disagreeing, visit) == "16"
    assert disagreeing.merging.conflicts() == ()


def test_another_value_is_checked_like_any_answer(disagreeing, visit):
    [conflict] = disagreeing.merging.conflicts()
    before = state(disagreeing)
    with pytest.raises(AnswerRefused):
        disagreeing.merging.resolve(conflict.id, value={"CD04_tu": "ba"}, reason="x")
    with pytest.raises(AnswerRefused):
        disagreeing.merging.resolve(conflict.id, reason="không chọn gì")
    assert state(disagreeing) == before
    assert len(disagreeing.merging.conflicts()) == 1


def test_a_decision_needs_a_reason_and_a_conflict(disagreeing, visit):
    [conflict] = disagreeing.merging.conflicts()
    mine = conflict.sides[0].head
    with pytest.raises(ReasonMissing):
        disagreeing.merging.resolve(conflict.id, head=mine, reason="  ")
    for odd in ("", "CD04", f"{visit}:answer:CD01:value", f"{visit}:hologram:x:y", conflict.id + "x"):
        with pytest.raises(ConflictUnknown):
            disagreeing.merging.resolve(odd, head=mine, reason="x")
        with pytest.raises(ConflictUnknown):
            disagreeing.merging.resolve(odd, value="x", reason="x")
    for head in ("zz", ""):
        with pytest.raises(ConflictUnknown):
            disagreeing.merging.resolve(conflict.id, head=head, reason="x")
    assert len(disagreeing.merging.conflicts()) == 1
    disagreeing.merging.resolve(conflict.id, head=mine, reason="x")
    with pytest.raises(ConflictUnknown):
        disagreeing.merging.resolve(conflict.id, head=mine, reason="x")


def test_deleting_against_editing_is_decided_too(lan, minh, visit, stick):
    finding, _ = lan.visits.add(visit, "finding", text="Chậm tiến độ")
    hand_over(lan, minh, visit, stick)
    lan.visits.remove(visit, "finding", finding)
    minh.visits.change(visit, "finding", finding, text="Chậm 3 nhiệm vụ")
    hand_over(minh, lan, visit, stick)
    [conflict] = lan.merging.conflicts()
    assert "Chậm 3 nhiệm vụ" in conflict.title
    assert {side.text for side in conflict.sides} == {tr("deleted"), tr("kept")}
    kept = next(side for side in conflict.sides if not side.mine)
    lan.merging.resolve(conflict.id, head=kept.head, reason="Vẫn còn tồn tại")
    assert [entry.record.text for entry in lan.visits.get(visit).findings] == ["Chậm 3 nhiệm vụ"]


def test_a_disputed_fact_of_the_visit_takes_only_values_that_can_be(lan, minh, visit, stick):
    hand_over(lan, minh, visit, stick)
    lan.visits.edit(visit, copies=4)
    minh.visits.edit(visit, copies=5)
    hand_over(minh, lan, visit, stick)
    [conflict] = lan.merging.conflicts()
    assert conflict.before == "3" or conflict.before is None
    with pytest.raises(ValueInvalid):
        lan.merging.resolve(conflict.id, value="nhiều", reason="x")
    lan.merging.resolve(conflict.id, value=6, reason="thêm một bản cho Sở")
    assert lan.visits.get(visit).visit.copies == 6


def test_a_disputed_line_of_a_dossier_is_named_as_people_know_it(lan, minh, visit, stick):
    dossier, _ = lan.dossiers.add(visit, "h20.50-0001", "Đăng ký khai sinh")
    hand_over(lan, minh, visit, stick)
    lan.dossiers.answer(visit, dossier, "H02", "dat")
    minh.dossiers.answer(visit, dossier, "H02", "khong_dat")
    hand_over(minh, lan, visit, stick)
    [conflict] = lan.merging.conflicts()
    assert conflict.title.startswith("H20.50-0001 · H02 ")
    assert {side.text for side in conflict.sides} == {"Đạt", "Không đạt"}
    lan.merging.resolve(conflict.id, head=conflict.sides[0].head, reason="xem lại hồ sơ giấy")
    assert lan.merging.conflicts() == ()


def test_conflicts_stand_in_the_checklists_order_and_can_be_asked_of_one_visit(lan, minh, visit, stick):
    other = begin(lan, "29955")
    for each in (visit, other):
        hand_over(lan, minh, each, stick)
    for code in ("BM02", "TT04", "CD03"):
        lan.checklists.answer(visit, code, "co")
        minh.checklists.answer(visit, code, "khong")
    lan.checklists.answer(other, "CD03", "co")
    minh.checklists.answer(other, "CD03", "khong")
    for each in (visit, other):
        hand_over(minh, lan, each, stick)
    assert [c.record for c in lan.merging.conflicts(visit)] == ["CD03", "TT04", "BM02"]
    assert [c.visit for c in lan.merging.conflicts(other)] == [other]
    assert len(lan.merging.conflicts()) == 4


# --- what is refused -----------------------------------------------------------------------------


def refused(workbench: Workbench, file: Path, error: type[InspectorError]) -> InspectorError:
    before, rows, key = state(workbench), counted(workbench), workbench._desk.key
    with pytest.raises(error) as raised:
        workbench.handover.receive(file)
    assert (state(workbench), counted(workbench)) == (before, rows)
    assert workbench._desk.key is key
    assert raised.value.facts.get("file", file.name) == file.name
    return raised.value


@pytest.fixture
def sound(lan, visit, stick) -> Path:
    answer(lan, visit, 24)
    return lan.handover.export(visit, stick).file


def test_a_damaged_truncated_or_foreign_file_changes_nothing(minh, sound, tmp_path):
    content = sound.read_bytes()
    damaged = tmp_path / "hỏng.cchc"
    middle = len(content) // 2
    damaged.write_bytes(content[:middle] + bytes([content[middle] ^ 0xFF]) + content[middle + 1 :])
    refused(minh, damaged, BundleDamaged)
    cut = tmp_path / "cụt.cchc"
    cut.write_bytes(content[:middle])
    refused(minh, cut, BundleDamaged)
    photo = tmp_path / "ảnh.cchc"
    photo.write_bytes(b"\xff\xd8\xff" * 1_000)
    refused(minh, photo, BundleUnreadable)
    with pytest.raises(FileTrouble):
        minh.handover.receive(tmp_path / "không có.cchc")
    assert minh.visits.list() == ()


KEY = key_of("X")


def forge(
    target: Path, *changes: Change, templates: dict[str, bytes] | None = None, newer: bool = False
) -> Path:
    """A bundle with a good signature by a sender who lies, or whose program is newer."""
    sealed = [seal(change) for change in changes]
    made_at = datetime(2026, 11, 23, tzinfo=UTC)
    bundle.write(
        target, bundle.Outgoing("hand-over", sealed, spans(sealed), templates or {}, ""),
        key=KEY, author="X", laptop="Máy X", made_at=made_at,
    )  # fmt: skip
    if newer:
        with zipfile.ZipFile(target) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
        manifest = json.loads(members["manifest.json"]) | {"format": 9, "reader": 9}
        members["manifest.json"] = json.dumps(manifest).encode()
        members["manifest.sig"] = base64.b64encode(KEY.sign(members["manifest.json"]))
        with zipfile.ZipFile(target, "w") as archive:
            for name, data in members.items():
                archive.writestr(name, data)
    return target


def said(stream: str, seq: int = 1, kind: str = "visit", record: str = "", prev: str = "", **patch) -> Change:
    return Change(
        stream, KEY.device, seq, prev, (), seq << 16, "X", kind, record or stream, canonical(patch), ""
    )


def test_a_newer_bundle_is_refused_politely(minh, tmp_path):
    refused(minh, forge(tmp_path / "mới.cchc", said("v9"), newer=True), BundleNewer)


def test_a_bundle_without_a_visit_or_without_its_checklist_is_refused(minh, shipped, tmp_path):
    held, other = shipped[0].digest, shipped[1].digest
    good = {"template": held, "dossier_template": other, "unit_name": "Lạ"}
    for number, change in enumerate(
        (
            said("v9", kind="answer", record="CD04", value="1"),
            said("v9", unit_name="Lạ"),
            said("v9", **good | {"template": "0" * 64}),
            said("v9", **good | {"template": ""}),
            said("v9", **good | {"template": [held]}),
            said("v9", record="một cuộc khác", **good),
        )
    ):
        refused(minh, forge(tmp_path / f"{number}.cchc", change), BundleDamaged)
    assert minh.visits.list() == ()
    told = minh.handover.receive(forge(tmp_path / "đủ.cchc", said("v9", **good)))
    assert told.new == 1
    assert minh.visits.list()[0].unit_name == "Lạ"


def test_a_checklist_in_a_bundle_that_cannot_be_used_is_refused(minh, shipped, tmp_path):
    rule = shipped[0].xform.replace(b'cchc:rule="tuyen_tinh"', b'cchc:rule="tuy_y"')
    broken = shipped[0].xform.replace(b"</h:html>", b"")
    for number, xform in enumerate((rule, broken)):
        digest = hashlib.sha256(xform).hexdigest()
        change = said("v9", template=digest, dossier_template=shipped[1].digest)
        file = forge(tmp_path / f"{number}.cchc", change, templates={digest: bundle.Template(xform, {})})
        refused(minh, file, BundleDamaged)


def test_a_gap_names_what_is_missing_and_from_whom(lan, minh, visit, stick, tmp_path):
    hand_over(lan, minh, visit, stick)
    own = list(lan._workspace.ledger.changes(visit))[-1]
    later = own.change._replace(seq=own.change.seq + 2, prev="0" * 64)
    also(lan._desk.key)
    error = refused(minh, forge(tmp_path / "thiếu.cchc", later), BundleGap)
    assert error.facts["first"] == error.facts["last"] == own.change.seq + 1
    assert error.facts["device"] == lan._desk.key.device


def test_a_full_disk_while_receiving_changes_nothing_and_it_works_once_there_is_room(lan, minh, visit, stick):
    lan.checklists.answer(visit, "NX01", "Kế hoạch sớm. " * 20_000)
    file = lan.handover.export(visit, stick).file
    full(minh)
    refused(minh, file, SaveFailed)
    room_again(minh)
    assert minh.handover.receive(file).new > 0
    assert verified(minh)


# --- one device, two laptops ---------------------------------------------------------------------


def copied(workbench: Workbench, target: Path) -> Workbench:
    """The laptop's disk as a backup kept it."""
    workbench.close()
    shutil.copytree(workbench.folder, target)
    return Workbench.open(target, PASSPHRASE)


def test_a_restored_laptop_that_meets_its_own_later_work_goes_on_as_a_new_device(
    laptop, lan, minh, visit, stick
):
    answer(lan, visit, 10)
    restored = copied(lan, lan.folder.with_name("phục hồi"))
    lan = laptop.again(lan)
    with closing(restored):
        answer(lan, visit, 17)
        hand_over(lan, minh, visit, stick)
        old = restored._desk.key.device
        told = hand_over(minh, restored, visit, stick)
        assert told.forks == ()
        assert restored._desk.key.device != old
        assert part(restored, visit) == "17"
        answer(restored, visit, 18)  # follows on what the lost disk had written
        hand_over(restored, minh, visit, stick)
        assert part(minh, visit) == "18"
        assert minh.merging.conflicts() == ()
        assert minh._workspace.ledger.forks(visit) == frozenset()
        assert restored.handover.export(visit, stick).fingerprint == fingerprint(restored._desk.key.device)
        device = restored._desk.key.device
    again = laptop.again(restored)
    assert again._desk.key.device == device


def test_a_disk_that_was_copied_forks_and_both_values_stand_until_decided(laptop, lan, minh, visit, stick):
    answer(lan, visit, 10)
    copy = copied(lan, lan.folder.with_name("bản sao"))
    lan = laptop.again(lan)
    with closing(copy):
        answer(lan, visit, 17)
        answer(copy, visit, 18)
        hand_over(lan, minh, visit, stick)
        told = hand_over(copy, minh, visit, stick)
        assert told.forks == ("Máy Lan",)
        assert told.visits[0].disputed == 1
        [conflict] = minh.merging.conflicts()
        assert {side.text for side in conflict.sides} == {"17 / 26", "18 / 26"}
        assert conflict.before == "10 / 26"
        # The copies learn of each other and stop writing as one.
        hand_over(minh, lan, visit, stick)
        hand_over(minh, copy, visit, stick)
        assert lan._desk.key.device != copy._desk.key.device
        assert state(lan) == state(minh) == state(copy)
        lan.merging.resolve(conflict.id, head=conflict.sides[0].head, reason="một máy là bản sao")
        hand_over(lan, minh, visit, stick)
        assert minh.merging.conflicts() == ()
        assert verified(minh)


def test_a_new_device_is_not_begun_where_the_receipt_failed(laptop, lan, minh, visit, stick):
    answer(lan, visit, 10)
    restored = copied(lan, lan.folder.with_name("phục hồi"))
    lan = laptop.again(lan)
    with closing(restored):
        lan.checklists.answer(visit, "NX01", "Kế hoạch sớm. " * 20_000)
        file = hand_over(lan, minh, visit, stick) and minh.handover.export(visit, stick).file
        full(restored)
        refused(restored, file, SaveFailed)
        room_again(restored)
        restored.handover.receive(file)
        answer(restored, visit, 18)
        assert verified(restored)
        key = restored._desk.key.device
    assert laptop.again(restored)._desk.key.device == key


def test_a_clock_that_is_wrong_does_not_make_the_older_word_win(laptop, stick):
    fast = laptop("Lan", Clock(datetime(2031, 1, 1, tzinfo=UTC)))
    slow = laptop("Minh", Clock(datetime(2001, 1, 1, tzinfo=UTC)))
    visit = begin(fast)
    answer(fast, visit, 17)
    hand_over(fast, slow, visit, stick)
    answer(slow, visit, 18)
    hand_over(slow, fast, visit, stick)
    assert part(fast, visit) == "18"
    assert fast.merging.conflicts() == ()


def test_a_checklist_travels_with_the_list_of_choices_that_it_reads(lan, minh, stick, tmp_path):
    book = openpyxl.Workbook()
    survey = book.active
    survey.title = "survey"
    for row in (["type", "name", "label"], ["select_one_from_file ap.csv", "ap", "Ấp"]):
        survey.append(row)
    settings = book.create_sheet("settings")
    for row in (["form_title", "form_id", "version"], ["Khảo sát ấp", "khao_sat_ap", "1"]):
        settings.append(row)
    book.save(workbook := tmp_path / "khao_sat_ap.xlsx")
    (tmp_path / "ap.csv").write_text("name,label\nap1,Ấp Một\nap2,Ấp Hai\n", encoding="utf-8")
    visit = begin(lan, template=lan.templates.publish(workbook).digest)
    lan.checklists.answer(visit, "ap", "ap2")
    assert hand_over(lan, minh, visit, stick).new > 0
    [leaf] = minh.checklists.open(visit).items["ap"].leaves
    assert [choice.label for choice in leaf.choices] == ["Ấp Một", "Ấp Hai"]
    assert leaf.value == "ap2"
    assert verified(minh)


def test_records_named_by_a_record_are_said_by_their_names(laptop, lan, visit, stick):
    dossiers = [lan.dossiers.add(visit, code)[0] for code in ("A-1", "A-2")]
    finding, _ = lan.visits.add(visit, "finding", text="Chậm", dossiers=dossiers[:1])
    minh = laptop("Minh")
    hand_over(lan, minh, visit, stick)
    lan.visits.change(visit, "finding", finding, dossiers=dossiers)
    minh.visits.change(visit, "finding", finding, dossiers=dossiers[1:])
    hand_over(minh, lan, visit, stick)
    (conflict,) = lan.merging.conflicts()
    assert {side.text for side in conflict.sides} == {"A-1, A-2", "A-2"}
    assert conflict.before == "A-1"
