"""The ledger on disk keeps the law: union in any order, rebuild equals incremental, nothing lost."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.changes import Sealed
from inspector_app.domain.errors import BundleDamaged, BundleGap
from inspector_app.domain.records import Answer, Finding, Visit
from inspector_app.storage.ledger import Act, Draft
from inspector_app.storage.workspace import Workspace
from tests.domain.replicas import STREAM, Replica, random_history, state
from tests.storage.conftest import CHEAP, PASSPHRASE


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    return tmp_path_factory.mktemp("kho")


def fresh(folders) -> Workspace:
    return Workspace.create(folders / f"k{len(list(folders.iterdir()))}", PASSPHRASE, CHEAP)


def deliveries(rng: random.Random, changes: list[Sealed]) -> list[list[Sealed]]:
    """The changes in random portions, some twice, each device's in sequence: what a bundle may carry."""
    groups: dict[str, list[Sealed]] = {}
    for sealed in sorted(changes, key=lambda s: (s.change.seq, s.digest)):
        groups.setdefault(sealed.change.device, []).append(sealed)
    portions: list[list[Sealed]] = []
    while any(groups.values()):
        device = rng.choice([name for name, rest in groups.items() if rest])
        rest = groups[device]
        cut = rng.randint(1, len(rest))
        portions.append(rest[:cut])
        groups[device] = rest[cut:]
        if rng.random() < 0.4:
            portions.append(rng.choice(portions))
    return portions


@given(st.integers(0, 10**9), st.integers(1, 5), st.booleans())
def test_any_delivery_gives_the_same_tables_and_conflicts_and_rebuilding_changes_nothing(
    folders, seed, devices, forks
):
    rng = random.Random(seed)
    changes = random_history(rng, devices, 40, forks)
    if not changes:
        return
    workspaces = [fresh(folders) for _ in range(2)]
    for workspace in workspaces:
        for portion in deliveries(rng, changes):
            rng.shuffle(portion)
            with workspace.transaction():
                workspace.ledger.receive(portion)
    one, two = workspaces
    assert one.projections.rows() == two.projections.rows()
    assert one.projections.disputed() == two.projections.disputed()
    incremental = one.projections.rows()
    with one.transaction():
        one.ledger.rebuild()
    assert one.projections.rows() == incremental
    # Nothing received is missing from what is sent on.
    assert {s.digest for s in one.ledger.changes(STREAM)} == {s.digest for s in changes}
    # And the tables say what the law says.
    law = state(changes)
    for answer in one.projections.all(Answer):
        assert answer.record.value == law[answer.id]["value"].value if "value" in law[answer.id] else True
        assert answer.disputed == {name for name, f in law[answer.id].items() if f.disputed}
    for workspace in workspaces:
        workspace.close()


def test_a_writer_in_the_ledger_writes_as_the_law_expects(workspace):
    binh = Replica("binh")
    binh.write("CD04", {"value": "17"})
    with workspace.transaction():
        workspace.ledger.receive(binh.known.values())
    with workspace.transaction():
        [written] = workspace.ledger.append(
            STREAM, [Act("answer", "CD04", {"value": "18"})], device="an", author="An", now_ms=5
        )
    assert [tip.device for tip in written.change.seen] == ["binh"]
    [answer] = workspace.projections.all(Answer, STREAM)
    assert (answer.record.value, answer.disputed) == ("18", frozenset())


def test_receiving_again_changes_nothing(workspace):
    binh = Replica("binh")
    for number in range(5):
        binh.write("CD04", {"value": str(number)})
    with workspace.transaction():
        [first] = workspace.ledger.receive(binh.known.values())
    rows = workspace.projections.rows()
    with workspace.transaction():
        [again] = workspace.ledger.receive(binh.known.values())
    assert (first.new, first.known, again.new, again.known) == (5, 0, 0, 5)
    assert workspace.projections.rows() == rows


def test_a_gap_is_refused_naming_the_missing_range_and_nothing_is_kept(workspace):
    binh = Replica("binh")
    for number in range(6):
        binh.write("CD04", {"value": str(number)})
    changes = sorted(binh.known.values(), key=lambda s: s.change.seq)
    with workspace.transaction():
        workspace.ledger.receive(changes[:2])
    with pytest.raises(BundleGap) as refused, workspace.transaction():
        workspace.ledger.receive(changes[4:])
    assert refused.value.facts == {"first": 3, "last": 4, "device": "binh"}
    assert workspace.ledger.count() == 2


def test_a_change_that_does_not_name_its_predecessor_is_refused(workspace):
    binh = Replica("binh")
    binh.write("CD04", {"value": "1"})
    binh.tip = "0" * 64
    binh.known["0" * 64] = next(iter(binh.known.values()))
    odd = binh.write("CD04", {"value": "2"})
    first = next(s for s in binh.known.values() if s.change.seq == 1)
    with pytest.raises(BundleDamaged), workspace.transaction():
        workspace.ledger.receive([first, odd])
    assert workspace.ledger.count() == 0


def test_a_fork_is_named_and_both_values_stand(workspace):
    an = Replica("an")
    an.write("CD04", {"value": "10"})
    restored = an.clone()
    an.write("CD04", {"value": "17"})
    restored.write("CD04", {"value": "18"})
    for laptop in (an, restored):
        with workspace.transaction():
            workspace.ledger.receive(laptop.known.values())
    assert workspace.ledger.forks(STREAM) == {"an"}
    [answer] = workspace.projections.all(Answer, STREAM)
    assert answer.disputed == {"value"}
    assert len(workspace.ledger.tips(STREAM)) == 2


def test_typed_tables_hold_dates_lists_and_whole_numbers_and_forget_the_deleted(workspace):
    with workspace.transaction():
        workspace.ledger.append(
            "v1",
            [
                Act("visit", "v1", {"unit_name": "Thường Phước", "on": "2026-11-23", "copies": 4}),
                Act("finding", "f1", {"text": "chậm", "position": 2}),
                Act("finding", "f2", {"text": "thiếu"}),
                Act("finding", "f2", {"deleted": True}),
            ],
            device="an",
            author="An",
            now_ms=5,
        )
    visit = workspace.projections.get("v1", Visit, "v1")
    assert str(visit.record.on) == "2026-11-23"
    assert visit.record.copies == 4
    assert [finding.id for finding in workspace.projections.all(Finding, "v1")] == ["f1"]
    assert workspace.projections.get("v1", Finding, "f2").deleted


def test_a_value_or_a_kind_that_this_version_does_not_know_is_kept_but_not_shown(workspace):
    later = Replica("sau-này")
    later.write("v1", {"copies": "nhiều", "title": "Kiểm tra"}, kind="visit")
    later.write("x", {"a": 1}, kind="hologram")
    with workspace.transaction():
        workspace.ledger.receive(later.known.values())
    visit = workspace.projections.get(STREAM, Visit, "v1")
    assert (visit.record.copies, visit.record.title) == (3, "Kiểm tra")
    assert workspace.ledger.count(STREAM) == 2


def test_drafts_outlive_a_crash_and_end_with_the_change_they_became(workspace):
    with workspace.transaction():
        workspace.ledger.draft(Draft("v1", "answer", "CD04", "note", "đang g", 1))
        workspace.ledger.draft(Draft("v1", "answer", "CD04", "note", "đang gõ", 2))
        workspace.ledger.draft(Draft("v1", "answer", "CD04", "value/CD04_tu", "18", 3))
    workspace.close()
    again = Workspace.open(workspace.folder, PASSPHRASE)
    assert [draft.value for draft in again.ledger.drafts()] == ["đang gõ", "18"]
    with again.transaction():
        acts = [Act("answer", "CD04", {"note": "đang gõ xong"}), Act("answer", "CD04", {"value": {}})]
        again.ledger.append("v1", acts, device="an", author="An", now_ms=5)
    assert again.ledger.drafts() == []
    again.close()


def test_verify_finds_an_altered_change(workspace):
    with workspace.transaction():
        workspace.ledger.append(
            "v1", [Act("answer", "CD04", {"value": "17"})], device="an", author="An", now_ms=5
        )
    problems: list[str] = []
    with workspace.transaction():
        assert workspace.ledger.verify(problems.append) == 1
    assert problems == []
    workspace._db.execute("drop trigger changes_no_update")
    workspace._db.execute('update changes set patch = \'{"value":"99"}\'')
    with workspace.transaction():
        workspace.ledger.verify(problems.append)
    assert len(problems) == 2  # the digest, and the table that no longer matched
