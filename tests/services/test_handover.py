"""Who holds what: receipts travel back, and a later bundle brings only what the receiver lacks."""

import pytest

from inspector_app.domain.errors import BundleForOthers, BundleSealed, LaptopUnknown, WeakPassphrase
from inspector_app.domain.records import VisitId
from inspector_app.services.workbench import Workbench
from tests.services.conftest import Laptops, introduce


def answer(workbench: Workbench, visit: VisitId, *items: str) -> None:
    for item in items:
        workbench.checklists.answer(visit, item, "co")


def hand(giver: Workbench, taker: Workbench, visit: VisitId, stick, to: str = ""):
    introduce(giver, taker, visit)
    sent = giver.handover.export(visit, stick, to)
    return sent, taker.handover.receive(sent.file)


def counts(workbench: Workbench, visit: VisitId) -> dict[str, tuple[int, int]]:
    return {each.laptop: (each.holds, each.written) for each in workbench.handover.holders(visit)}


@pytest.fixture
def minh(laptop: Laptops, lan: Workbench, visit: VisitId, stick) -> Workbench:
    """A member's laptop that has received the visit."""
    made = laptop("Minh")
    hand(lan, made, visit, stick)
    return made


def test_a_receipt_says_how_much_of_my_work_the_other_laptop_holds(lan, minh, visit, stick):
    answer(minh, visit, "CD03", "CD11", "CD12")
    hand(minh, lan, visit, stick)
    answer(minh, visit, "CD13")
    assert counts(minh, visit) == {"Máy Lan": (0, 4)}  # said when the visit was handed over
    back = minh.handover.receive(lan.handover.receipt(visit, stick).file)
    assert (back.kind, back.new, [each.visit for each in back.visits]) == ("receipt", 0, [visit])
    assert counts(minh, visit) == {"Máy Lan": (3, 4)}
    assert minh.upkeep.verify().ok


def test_a_receipt_passes_on_what_third_laptops_hold_and_an_older_one_changes_nothing(
    laptop: Laptops, lan, minh, visit, stick
):
    answer(minh, visit, "CD03", "CD11")
    hand(minh, lan, visit, stick)
    older = lan.handover.receipt(visit, stick / "older.cchc").file
    office = laptop("Sở")
    hand(lan, office, visit, stick)
    lan.handover.receive(office.handover.receipt(visit, stick).file)
    minh.handover.receive(lan.handover.receipt(visit, stick / "newer.cchc").file)
    assert counts(minh, visit) == {"Máy Lan": (2, 2), "Máy Sở": (2, 2)}
    minh.handover.receive(older)
    assert counts(minh, visit)["Máy Sở"] == (2, 2)


def test_a_later_bundle_holds_only_what_the_receiver_lacks(lan, minh, visit, stick):
    answer(minh, visit, "CD03")
    hand(minh, lan, visit, stick)
    minh.handover.receive(lan.handover.receipt(visit, stick).file)
    answer(minh, visit, "CD11", "CD12")
    whole = minh.handover.export(visit, stick / "whole.cchc")
    tail, report = hand(minh, lan, visit, stick, to=lan._desk.key.device)
    assert tail.changes == 2 < whole.changes
    assert (report.new, report.known) == (2, 0)
    assert lan.checklists.open(visit).items == minh.checklists.open(visit).items
    again = lan.handover.receive(tail.file)
    assert (again.new, again.known) == (0, 2)
    assert lan.upkeep.verify().ok


def test_to_a_laptop_that_was_never_heard_of_nothing_is_left_out_in_silence(lan, visit, stick):
    with pytest.raises(LaptopUnknown):
        lan.handover.export(visit, stick, to="abcdefgh")
    assert list(stick.iterdir()) == []
    assert lan.handover.holders(visit) == ()


def test_a_receipt_for_a_visit_that_is_not_here_changes_nothing(laptop: Laptops, lan, visit, stick):
    stranger = laptop("Hoa")
    report = stranger.handover.receive(lan.handover.receipt(visit, stick).file)
    assert (report.new, report.visits, stranger.visits.list()) == (0, (), ())


def test_a_bundle_sealed_for_the_team_opens_on_its_laptops_and_on_no_other(
    laptop: Laptops, lan, minh, visit, stick
):
    answer(minh, visit, "CD03")
    hand(minh, lan, visit, stick)
    sealed = lan.handover.export(visit, stick / "team.cchc", sealing="team")
    assert minh.handover.receive(sealed.file).known > 0
    assert lan.handover.receive(sealed.file).new == 0
    stranger = laptop("Hoa")
    with pytest.raises(BundleForOthers):
        stranger.handover.receive(sealed.file)
    assert stranger.visits.list() == ()


def test_a_passphrase_opens_a_bundle_on_a_laptop_that_nobody_knows_yet(laptop: Laptops, lan, visit, stick):
    with pytest.raises(WeakPassphrase):
        lan.handover.export(visit, stick, sealing="passphrase", passphrase="ngắn")
    sealed = lan.handover.export(visit, stick, sealing="passphrase", passphrase="mái đình cây đa")
    stranger = laptop("Hoa")
    for passphrase in ("", "mái đình cây si"):
        with pytest.raises(BundleSealed):
            stranger.handover.receive(sealed.file, passphrase)
    assert stranger.handover.receive(sealed.file, "mái đình cây đa").new > 0
    assert stranger.upkeep.verify().ok
