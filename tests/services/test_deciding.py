"""Many conflicts at once: a rule shows what it would decide, one act decides, one undo opens all again."""

import pytest

from inspector_app.domain.errors import (
    ActStands,
    AreaOfAnother,
    ConflictUnknown,
    NoActToRedo,
    OvertakenByOthers,
    ReasonMissing,
)
from inspector_app.domain.records import LEAD
from inspector_app.services.deciding import MINE, OWNER, THEIRS, concerns
from inspector_app.services.imaging import Taken, take_content
from inspector_app.services.marking import Mark, Marking, draw
from inspector_app.services.views import Link
from inspector_app.services.workbench import Workbench
from inspector_app.text import fold
from tests.pictures import file_of, photo
from tests.services.conftest import hand_over, state, verified

CODES = ("CD03", "TT04", "BM02")


@pytest.fixture
def minh(laptop, lan, visit, stick) -> Workbench:
    """Minh's laptop, which knows the visit; Lan leads it."""
    made = laptop("Minh")
    [me] = lan.visits.get(visit).participants
    lan.visits.change(visit, "participant", me.id, role=LEAD)
    lan.visits.add(visit, "participant", name="Minh")
    hand_over(lan, made, visit, stick)
    return made


@pytest.fixture
def differing(lan, minh, visit, stick) -> Workbench:
    """Lan's laptop with three answers that Minh gave differently; CD is Lan's area, TT is Minh's."""
    for code in CODES:
        lan.checklists.answer(visit, code, "co")
        minh.checklists.answer(visit, code, "khong")
    hand_over(minh, lan, visit, stick)
    for member in lan.duties.roster(visit).members:
        lan.duties.deal(visit, member.id, ["CD" if "Lan" in member.name else "TT"])
    return lan


def chosen(lines) -> dict[str, str]:
    return {line.conflict.record: line.side.author for line in lines if line.side}


def heads(lines) -> dict[str, str]:
    return {line.id: line.side.head for line in lines if line.side}


def values(workbench: Workbench, visit) -> dict[str, str]:
    items = workbench.checklists.open(visit).items
    return {code: items[code].leaves[0].value for code in CODES}


def test_each_rule_says_beforehand_what_it_would_decide(differing, visit):
    deciding = differing.deciding
    assert chosen(deciding.preview(visit, MINE)) == dict.fromkeys(CODES, "Lan")
    assert chosen(deciding.preview(visit, THEIRS)) == dict.fromkeys(CODES, "Minh")
    assert chosen(deciding.preview(visit, "minh")) == dict.fromkeys(CODES, "Minh")
    by_owner = deciding.preview(visit, OWNER)
    assert chosen(by_owner) == {"CD03": "Lan", "TT04": "Minh"}
    assert [line.why_open != "" for line in by_owner] == [False, False, True]  # BM is nobody's
    assert chosen(deciding.preview(visit, "không ai")) == {}
    assert len(differing.merging.conflicts(visit)) == 3


def test_only_what_is_asked_for_is_looked_at(differing, visit):
    ids = [conflict.id for conflict in differing.merging.conflicts(visit)]
    lines = differing.deciding.preview(visit, MINE, ids[:1])
    assert [line.id for line in lines] == ids[:1]


def test_sides_of_one_rule_that_differ_are_left_to_people(laptop, differing, visit, stick):
    others = [laptop("Hoa"), laptop("Bình")]
    for other in others:
        hand_over(differing, other, visit, stick)
    for other in others:
        other.checklists.note(visit, "NX01", f"{other.me.name} xem")
        hand_over(other, differing, visit, stick)
    note = next(c for c in differing.merging.conflicts(visit) if c.field == "note")
    [line] = differing.deciding.preview(visit, THEIRS, [note.id])
    assert (line.side, bool(line.why_open)) == (None, True)
    assert differing.deciding.preview(visit, "hoa", [note.id])[0].side.author == "Hoa"


def test_one_act_decides_and_one_undo_opens_all_again(differing, minh, visit, stick):
    before = differing.merging.conflicts(visit)
    lines = differing.deciding.preview(visit, OWNER)
    done = differing.deciding.decide(visit, heads(lines), "Người phụ trách đúng")
    assert (done.decided, done.left) == (2, 1)
    assert [c.record for c in differing.merging.conflicts(visit)] == ["BM02"]
    assert values(differing, visit)["TT04"] == "khong"
    undone = differing.undoing.undo(visit)
    assert "CD03" in undone.text
    assert differing.merging.conflicts(visit) == before
    hand_over(differing, minh, visit, stick)
    assert {c.id for c in minh.merging.conflicts(visit)} == {c.id for c in before}
    assert state(minh) == state(differing)
    differing.undoing.redo(visit)
    assert [c.record for c in differing.merging.conflicts(visit)] == ["BM02"]
    with pytest.raises(NoActToRedo):
        differing.undoing.redo(visit)
    history = differing.checklists.history(visit, "CD03")
    assert "Người phụ trách đúng" in " ".join(line.text for line in history)
    assert verified(differing)


def test_what_is_undone_before_a_colleague_saw_it_is_decided_anew_there(differing, minh, visit, stick):
    lines = differing.deciding.preview(visit, MINE)
    differing.deciding.decide(visit, heads(lines), "x")
    hand_over(differing, minh, visit, stick)
    assert minh.merging.count(visit) == 0
    differing.undoing.undo(visit)
    hand_over(differing, minh, visit, stick)
    assert minh.merging.count(visit) == 3
    minh.deciding.decide(visit, heads(minh.deciding.preview(visit, MINE)), "đếm lại")
    hand_over(minh, differing, visit, stick)
    assert differing.merging.count(visit) == 0
    assert set(values(differing, visit).values()) == {"khong"}


def test_a_decision_that_a_colleague_has_built_on_is_not_undone(differing, minh, visit, stick):
    differing.deciding.decide(visit, heads(differing.deciding.preview(visit, OWNER)), "x")
    hand_over(differing, minh, visit, stick)
    minh.checklists.answer(visit, "TT04", "co")
    hand_over(minh, differing, visit, stick)
    with pytest.raises(OvertakenByOthers):
        differing.undoing.undo(visit)
    assert differing.merging.count(visit) == 1


def test_who_decided_in_the_area_of_another_can_take_it_back(differing, minh, visit, stick):
    hand_over(differing, minh, visit, stick)
    minh.deciding.decide(visit, heads(minh.deciding.preview(visit, OWNER)), "x")
    with pytest.raises(AreaOfAnother):
        minh.checklists.answer(visit, "CD03", "co")
    minh.undoing.undo(visit)
    assert minh.merging.count(visit) == 3


def test_nothing_is_decided_where_one_cannot_be(differing, visit):
    lines = differing.deciding.preview(visit, MINE)
    wanted = heads(lines)
    before = state(differing)
    with pytest.raises(ReasonMissing):
        differing.deciding.decide(visit, wanted, "  ")
    with pytest.raises(ConflictUnknown):
        differing.deciding.decide(visit, {**wanted, lines[0].id: "0" * 64}, "x")
    with pytest.raises(ConflictUnknown):
        differing.deciding.decide(visit, {**wanted, f"{visit}:answer:CD01:value": "0" * 64}, "x")
    assert state(differing) == before


def test_an_area_that_was_taken_over_with_a_reason_is_no_decision_and_stands(lan, minh, visit):
    lan.duties.take_over(visit, "TT", "Minh bận")
    with pytest.raises(ActStands):
        lan.undoing.undo(visit)


def test_conflicts_are_told_apart_by_area_person_and_what_they_are_about(lan, differing, minh, visit, stick):
    lan.visits.edit(visit, place="Hội trường")
    minh.visits.edit(visit, place="Phòng họp")
    dossier, _ = minh.dossiers.add(visit, "H20.50-0001")
    hand_over(minh, lan, visit, stick)
    lan.dossiers.answer(visit, dossier, "H02", "dat")
    minh.dossiers.answer(visit, dossier, "H02", "khong_dat")
    hand_over(minh, lan, visit, stick)
    found = lan.merging.conflicts(visit)
    assert {c.about for c in found} == {"visit", "answers", "dossiers"}
    assert [c.record for c in found if concerns(c, area="TT")] == ["TT04"]
    assert [c.field for c in found if concerns(c, about="visit")] == ["place"]
    assert [c for c in found if concerns(c, by=fold("Minh"))] == list(found)
    assert [c for c in found if concerns(c, by="hoa")] == []
    assert lan.merging.count() == lan.merging.count(visit) == len(found) == 5


def test_a_side_has_the_note_and_the_photos_of_its_author(differing, minh, visit, stick):
    minh.checklists.note(visit, "TT04", "Xem sổ theo dõi")
    kept, _ = minh.evidence.keep(visit, taken(1), Link(item="TT04"), "Trang 3")
    differing.evidence.keep(visit, taken(2), Link(item="CD03"))
    hand_over(minh, differing, visit, stick)
    conflict = next(c for c in differing.merging.conflicts(visit) if c.record == "TT04")
    mine, theirs = sorted(conflict.sides, key=lambda side: not side.mine)
    assert (mine.note, mine.photos) == ("", ())
    assert theirs.note == "Xem sổ theo dõi"
    assert [(each.id, each.caption, each.here) for each in theirs.photos] == [(kept, "Trang 3", True)]


def test_between_two_versions_of_a_photo_one_chooses_for_good(lan, minh, visit, stick):
    record, _ = lan.evidence.keep(visit, taken(1))
    hand_over(lan, minh, visit, stick)
    for bench, left in ((lan, 10), (minh, 50)):
        file = bench.evidence.all(visit).rows[0].file
        marking = Marking(file.width, file.height).with_mark(Mark("hide", left, 10, 90, 60))
        drawn = draw(bench.evidence.content(file.digest), file.media_type, marking)
        bench.evidence.replace(visit, record, drawn, file.digest)
    hand_over(minh, lan, visit, stick)
    lan.deciding.decide(visit, heads(lan.deciding.preview(visit, THEIRS)), "rõ hơn")
    with pytest.raises(ActStands):
        lan.undoing.undo(visit)
    assert lan.merging.count() == 0


def taken(seed: int) -> Taken:
    return take_content(file_of(photo(seed=seed)), f"Ảnh {seed}.jpg")
