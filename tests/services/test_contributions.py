"""What came from whom: what each laptop wrote, by area, and which files brought it."""

from inspector_app.services.imaging import take_content
from inspector_app.services.views import Link
from tests.pictures import file_of, photo
from tests.services.conftest import answer, hand_over


def test_what_each_laptop_wrote_is_counted_by_area(lan, minh, visit, stick):
    hand_over(lan, minh, visit, stick)
    answer(lan, visit, 17)
    lan.checklists.answer(visit, "CD03", "co")
    lan.visits.add(visit, "participant", name="Minh", role="Thành viên", device=minh._desk.key.device)
    minh.checklists.answer(visit, "TT04", "co")
    answer(minh, visit, 18)
    minh.visits.add(visit, "finding", text="Chậm", item="CD04")
    minh.dossiers.add(visit, "H20.50-0001")
    minh.evidence.keep(visit, take_content(file_of(photo()), "Ảnh.jpg"), Link(item="CD04"))
    hand_over(minh, lan, visit, stick)
    by_name = {each.person: each for each in lan.contributions.of(visit)}
    theirs, mine = by_name["Minh"], by_name["Lan"]
    assert (mine.mine, theirs.mine, theirs.role, theirs.laptop) == (True, False, "Thành viên", "Máy Minh")
    assert mine.by_area["CD"] + theirs.by_area.get("CD", 0) == 2
    assert theirs.by_area["TT"] == 1
    assert (theirs.findings, theirs.dossiers, theirs.photos, theirs.missing) == (1, 1, 1, 0)
    assert (mine.disputed, theirs.disputed) == (1, 1)
    assert {each.person for each in minh.contributions.of(visit)} == {"Lan", "Minh"}


def test_an_answer_counts_for_who_gave_it_last_whoever_wrote_the_note(lan, minh, visit, stick):
    answer(lan, visit, 17)
    hand_over(lan, minh, visit, stick)
    minh.checklists.note(visit, "CD04", "đã xem")
    hand_over(minh, lan, visit, stick)
    assert {each.person: each.answers for each in lan.contributions.of(visit)} == {"Lan": 1, "Minh": 0}
    answer(minh, visit, 18)
    hand_over(minh, lan, visit, stick)
    assert {each.person: each.answers for each in lan.contributions.of(visit)} == {"Lan": 0, "Minh": 1}


def test_files_that_brought_something_new_are_remembered_on_this_laptop(laptop, lan, minh, visit, stick):
    hand_over(lan, minh, visit, stick)
    answer(minh, visit, 18)
    first = hand_over(minh, lan, visit, stick)
    hand_over(minh, lan, visit, stick)  # the same again
    minh.checklists.note(visit, "CD04", "đã xem")
    hand_over(minh, lan, visit, stick)
    latest, earliest = lan.contributions.arrivals(visit)
    assert (earliest.person, earliest.laptop, earliest.new) == ("Minh", "Máy Minh", first.new)
    assert (latest.new, latest.disputed, latest.missing) == (1, 0, 0)
    assert laptop.again(lan).contributions.arrivals(visit)[0] == latest


def test_what_waits_in_quarantine_is_nobodys_contribution_yet(laptop, lan, visit, stick):
    laptop.team = False
    hoa = laptop("Hoa")
    hoa.handover.receive(lan.handover.export(visit, stick).file)
    hoa.checklists.answer(visit, "CD03", "co")
    lan.handover.receive(hoa.handover.export(visit, stick).file)
    assert "Hoa" not in {each.person for each in lan.contributions.of(visit)}
    lan.trust.admit(visit, hoa._desk.key.device)
    assert {each.person: each.answers for each in lan.contributions.of(visit)}["Hoa"] == 1
