"""Proving that a workspace is whole, and computing its tables again."""

import pytest

from inspector_app.domain.errors import SaveFailed
from inspector_app.services.workbench import Workbench
from tests.services.conftest import begin, hand_over, state


@pytest.fixture
def used(laptop, lan, visit, stick) -> Workbench:
    """Two laptops' work on two visits, with a dispute, a dossier, a deletion and a decision."""
    minh = laptop("Minh")
    begin(lan, "29955")
    hand_over(lan, minh, visit, stick)
    for bench, value in ((lan, "co"), (minh, "khong")):
        bench.checklists.answer(visit, "CD03", value)
        bench.checklists.answer(visit, "TT04", value)
    minh.dossiers.add(visit, "A", H01="dat")
    finding, _ = minh.visits.add(visit, "finding", text="Chậm")
    minh.visits.remove(visit, "finding", finding)
    hand_over(minh, lan, visit, stick)
    conflict = lan.merging.conflicts()[0]
    lan.merging.resolve(conflict.id, head=conflict.sides[0].head, reason="đối chiếu")
    return lan


def test_a_sound_workspace_is_said_to_be_sound_with_its_counts(used):
    report = used.upkeep.verify()
    assert (report.ok, report.problems) == (True, ())
    assert report.changes == used._workspace.ledger.count()
    assert (report.streams, report.devices) == (2, 2)


def test_a_new_workspace_is_sound(lan):
    report = lan.upkeep.verify()
    assert (report.ok, report.changes, report.streams, report.devices) == (True, 0, 0, 0)


def test_rebuilding_gives_the_same_tables(used):
    before = state(used)
    rows = used.upkeep.rebuild()
    assert state(used) == before
    assert rows == sum(map(len, before.values()))
    assert used.upkeep.rebuild() == rows


def test_an_altered_answer_is_found_and_stays_found(used):
    db = used._workspace._db
    db.execute("drop trigger changes_no_update")
    db.execute("""update changes set patch = '{"value":"co"}' where patch like '%khong%'""")
    for _ in range(2):
        report = used.upkeep.verify()
        assert not report.ok
        assert report.problems


def test_a_table_that_was_tampered_with_is_found_and_made_again(used):
    before = state(used)
    used._workspace._db.execute("""update answer set f_note = 'giả'""")
    report = used.upkeep.verify()
    assert not report.ok
    assert state(used) == before
    assert used.upkeep.verify().ok


def test_a_change_that_was_removed_is_found(used):
    db = used._workspace._db
    db.execute("drop trigger changes_no_delete")
    db.execute("delete from changes where seq = 3")
    assert not used.upkeep.verify().ok


def test_a_rebuild_that_fails_leaves_the_tables_as_they_were(used, monkeypatch):
    before = state(used)
    projections = used._workspace.projections

    def breaks(*_: object) -> int:
        raise SaveFailed(reason="đĩa đầy")

    monkeypatch.setattr(projections, "write", breaks)
    with pytest.raises(SaveFailed):
        used.upkeep.rebuild()
    assert state(used) == before
