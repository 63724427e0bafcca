"""After a crash: what was being typed into records of a visit becomes changes of theirs."""

from tests.services.conftest import hand_over, verified


def recovered(workbench):
    return [(found.item, found.text) for found in workbench.recovered]


def test_a_half_typed_text_of_a_record_is_kept_and_settled_when_its_field_is_left(laptop, lan, visit):
    record, _ = lan.visits.add(visit, "finding", text="Chậm", item="CD04")
    lan.visits.draft(visit, "finding", record, text="Chậm hai mươi")
    lan.visits.draft(visit, "finding", record, basis="NQ 7")
    lan.visits.change(visit, "finding", record, basis="NQ 76/NQ-CP")
    assert lan.visits.get(visit).findings[0].record.text == "Chậm"  # a draft is no change yet
    lan = laptop.again(lan)
    assert [text for _, text in recovered(lan)] == ["Chậm hai mươi"]
    found = lan.visits.get(visit).findings[0].record
    assert (found.text, found.basis) == ("Chậm hai mươi", "NQ 76/NQ-CP")
    assert verified(lan)
    assert laptop.again(lan).recovered == ()


def test_the_visit_itself_is_typed_into_as_well(laptop, lan, visit):
    lan.visits.draft(visit, "visit", visit, unit_opinion="Nhất trí với Đ")
    assert laptop.again(lan).visits.get(visit).visit.unit_opinion == "Nhất trí với Đ"


def test_a_record_that_was_only_beginning_is_added_with_all_that_was_chosen(laptop, lan, visit):
    lan.visits.draft(visit, "finding", "", text="Không công", severity="serious", item="TT06", cause=None)
    lan.visits.draft(visit, "recommendation", "", text="", due_on=None)  # words typed and taken back
    lan = laptop.again(lan)
    (found,) = lan.visits.get(visit).findings
    assert (found.record.text, found.record.severity, found.record.item) == ("Không công", "serious", "TT06")
    assert lan.visits.get(visit).recommendations == ()
    assert len(lan.recovered) == 1
    assert laptop.again(lan).recovered == ()


def test_a_record_that_was_added_leaves_no_draft_of_its_beginning(laptop, lan, visit):
    lan.visits.draft(visit, "finding", "", text="Không công")
    lan.visits.add(visit, "finding", text="Không công khai")
    lan = laptop.again(lan)
    assert lan.recovered == ()
    assert len(lan.visits.get(visit).findings) == 1


def test_a_draft_of_a_record_that_is_gone_is_dropped(laptop, lan, visit):
    record, _ = lan.visits.add(visit, "finding", text="Chậm")
    lan.visits.draft(visit, "finding", record, text="Chậm h")
    lan.visits.remove(visit, "finding", record)
    assert laptop.again(lan).recovered == ()


def test_a_draft_of_a_text_in_dispute_waits_until_that_is_decided(laptop, lan, visit, stick):
    record, _ = lan.visits.add(visit, "finding", text="Chậm")
    minh = laptop("Minh")
    hand_over(lan, minh, visit, stick)
    lan.visits.change(visit, "finding", record, text="Chậm 2 ngày")
    minh.visits.change(visit, "finding", record, text="Chậm 3 ngày")
    hand_over(minh, lan, visit, stick)
    lan.visits.draft(visit, "finding", record, text="Chậm 4 ngày")
    lan = laptop.again(lan)
    assert [text for _, text in recovered(lan)] == ["Chậm 4 ngày"]
    (conflict,) = lan.merging.conflicts()
    lan.merging.resolve(conflict.id, head=conflict.sides[0].head, reason="đối chiếu")
    lan.visits.draft(visit, "finding", record, text="Chậm 4 ngày")
    assert laptop.again(lan).visits.get(visit).findings[0].record.text == "Chậm 4 ngày"


def test_records_say_who_began_them(laptop, lan, visit, stick):
    record, _ = lan.visits.add(visit, "finding", text="Chậm")
    minh = laptop("Minh")
    hand_over(lan, minh, visit, stick)
    minh.visits.change(visit, "finding", record, severity="serious")
    minh.visits.add(visit, "finding", text="Thiếu")
    hand_over(minh, lan, visit, stick)
    assert [found.author for found in lan.visits.get(visit).findings] == ["Lan", "Minh"]
