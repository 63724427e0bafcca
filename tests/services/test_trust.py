"""Whose laptops may write in a visit: quarantine, admission, revocation, what the office gives."""

import json
import zipfile
from datetime import UTC, date, datetime

import pytest

from inspector_app.domain.changes import Change, canonical, seal
from inspector_app.domain.errors import (
    AdmissionRefused,
    BundleDamaged,
    BundleForOthers,
    LaptopNotMet,
    NobodyAdmitted,
    ReasonMissing,
)
from inspector_app.domain.records import VisitId
from inspector_app.exchange import bundle
from inspector_app.services.imaging import take_content
from inspector_app.services.views import NewVisit
from inspector_app.services.workbench import Workbench
from tests.exchange.signing import also, key_of, spans
from tests.pictures import file_of
from tests.pictures import photo as a_photo
from tests.services.conftest import (
    DAY,
    UNIT,
    Laptops,
    answer,
    begin,
    part,
    state,
    verified,
)
from tests.workbooks import own_dossier


def hand(giver: Workbench, taker: Workbench, visit: VisitId, stick):
    """A bundle goes over; nobody is admitted on the way."""
    return taker.handover.receive(giver.handover.export(visit, stick).file)


def row(workbench: Workbench, visit: VisitId, device: str):
    return next(each for each in workbench.trust.laptops(visit).laptops if each.device == device)


@pytest.fixture
def laptop(laptop: Laptops) -> Laptops:
    """Laptops of which nobody is admitted anywhere before somebody says so."""
    laptop.team = False
    return laptop


@pytest.fixture
def lead(laptop: Laptops) -> Workbench:
    return laptop("Trưởng đoàn")


@pytest.fixture
def stranger(laptop: Laptops, lead: Workbench) -> Workbench:
    """A laptop that nobody has admitted to anything."""
    return laptop("Lạ")


@pytest.fixture
def visit(lead: Workbench, stranger: Workbench) -> VisitId:
    return lead.visits.new(NewVisit(UNIT, DAY))[0]


def test_what_a_stranger_writes_is_kept_shown_and_comes_in_when_its_words_were_compared(
    lead, stranger, visit, stick
):
    device = stranger._desk.key.device
    hand(lead, stranger, visit, stick)
    answer(stranger, visit, 17)
    assert part(stranger, visit) == "17"  # its writer sees it at once
    report = hand(stranger, lead, visit, stick)
    assert (report.visits[0].barred, report.visits[0].disputed) == (1, 0)
    assert part(lead, visit) == ""
    seen = row(lead, visit, device)
    assert (seen.standing, seen.waiting, seen.may_admit) == ("unknown", 1, True)
    assert (seen.person, seen.laptop) == ("Lạ", "Máy Lạ")
    assert seen.words == stranger.trust.my_words
    assert len(set(seen.words)) == 6
    [waiting] = lead.trust.quarantined(visit)
    assert (waiting.author, waiting.why) == ("Lạ", "unknown")
    assert waiting.about.startswith("CD04")
    assert "17 / 26" in waiting.text
    lead.trust.admit(visit, device)
    assert part(lead, visit) == "17"
    assert lead.trust.quarantined(visit) == ()
    admitted = row(lead, visit, device)
    assert (admitted.standing, admitted.role, admitted.waiting) == ("admitted", "member", 0)
    assert admitted.by == "Trưởng đoàn, Máy Trưởng đoàn"
    assert ", ".join(admitted.words) in admitted.reason
    hand(lead, stranger, visit, stick)
    assert state(lead) == state(stranger)
    assert row(stranger, visit, device).standing == "admitted"  # the act is seen by everybody
    assert verified(lead)
    assert verified(stranger)


def test_what_waits_is_passed_on_and_comes_in_wherever_the_admission_arrives(
    laptop, lead, stranger, visit, stick
):
    hand(lead, stranger, visit, stick)
    answer(stranger, visit, 17)
    hand(stranger, lead, visit, stick)
    office = laptop("Sở")
    hand(lead, office, visit, stick)
    assert part(office, visit) == ""
    assert len(office.trust.quarantined(visit)) == 1
    lead.trust.admit(visit, stranger._desk.key.device)
    hand(lead, office, visit, stick)
    assert part(office, visit) == "17"
    assert office.trust.quarantined(visit) == ()
    assert state(office) == state(lead)


def test_a_photo_of_a_stranger_waits_with_what_names_it(lead, stranger, visit, stick):
    picture = take_content(file_of(a_photo()), "IMG_1.jpg")
    hand(lead, stranger, visit, stick)
    record, _ = stranger.evidence.keep(visit, picture, caption="Bảng niêm yết")
    hand(stranger, lead, visit, stick)
    assert lead.evidence.all(visit).rows == ()
    lead.trust.admit(visit, stranger._desk.key.device)
    [shown] = lead.evidence.all(visit).rows
    assert shown.id == record
    assert shown.here
    assert lead.evidence.content(picture.file.digest) == picture.content


def test_only_whoever_stands_above_admits(lead, minh, visit, stick):
    lead.trust.admit(visit, _met(lead, minh))
    hand(lead, minh, visit, stick)
    other = key_of("người thứ ba")
    with pytest.raises(LaptopNotMet):
        minh.trust.admit(visit, other.device)
    with pytest.raises(AdmissionRefused) as refusal:
        minh.trust.revoke(visit, lead._desk.key.device, "thử")
    assert "Máy Trưởng đoàn" in refusal.value.hint
    with pytest.raises(ReasonMissing):
        lead.trust.revoke(visit, minh._desk.key.device, "  ")


def test_of_a_lost_laptop_counts_what_had_arrived_before(lead, stranger, visit, stick):
    device = stranger._desk.key.device
    hand(lead, stranger, visit, stick)
    lead.trust.admit(visit, _met(lead, stranger))
    answer(stranger, visit, 17)
    hand(stranger, lead, visit, stick)
    lead.trust.revoke(visit, device, "Máy bị mất ở bến xe")
    assert part(lead, visit) == "17"
    answer(stranger, visit, 25)
    assert hand(stranger, lead, visit, stick).visits[0].barred == 1
    assert part(lead, visit) == "17"
    lost = row(lead, visit, device)
    assert (lost.standing, lost.reason, lost.waiting) == ("revoked", "Máy bị mất ở bến xe", 1)
    lead.trust.restore(visit, device, "Đã tìm lại được")
    assert part(lead, visit) == "25"
    assert verified(lead)


def test_what_is_sealed_for_the_team_a_stranger_cannot_open(lead, minh, stranger, visit, stick):
    hand(lead, stranger, visit, stick)
    answer(stranger, visit, 3)
    hand(stranger, lead, visit, stick)  # its card is known now, and asks to be sealed for
    lead.trust.admit(visit, _met(lead, minh))
    sealed = lead.handover.export(visit, stick / "kin.cchc", sealing="team").file
    with pytest.raises(BundleForOthers):
        stranger.handover.receive(sealed)
    assert minh.handover.receive(sealed).new > 0
    lead.trust.revoke(visit, minh._desk.key.device, "chuyển công tác")
    with pytest.raises(BundleForOthers):
        minh.handover.receive(lead.handover.export(visit, stick / "kin2.cchc", sealing="team").file)


def _met(lead: Workbench, other: Workbench) -> str:
    """The other laptop's card reaches the lead; its device."""
    file = other.handover.card(lead.folder.parent).file
    report = lead.handover.receive(file)
    assert (report.kind, report.visits, report.new) == ("receipt", (), 0)
    return other._desk.key.device


def test_what_both_answered_alike_is_counted_and_disputes_nothing(lead, minh, visit, stick):
    lead.trust.admit(visit, _met(lead, minh))
    hand(lead, minh, visit, stick)
    for bench in (lead, minh):
        answer(bench, visit, 17)
    [told] = hand(minh, lead, visit, stick).visits
    assert (told.agreed, told.disputed) == (1, 0)
    assert hand(minh, lead, visit, stick).visits[0].agreed == 0


# --- the office ----------------------------------------------------------------------------------


def test_the_office_assigns_visits_to_a_lead_who_admits_the_team_on_the_spot(laptop, stick, tmp_path):
    office = laptop("Sở")
    first, second = (office.visits.new(NewVisit(unit, DAY))[0] for unit in (UNIT, "29955"))
    lead, member = laptop("Huy"), laptop("Duyên")
    for each in (first, second):
        office.trust.admit(each, _met(office, lead), "lead", date(2026, 12, 31))
    report = office.handover.assign([first, second], stick)
    assert report.file.name.startswith("CCHC_29971_29955_20261123")
    assert "giao" in report.file.name
    with pytest.raises(BundleForOthers):
        laptop_outside(laptop).handover.receive(report.file)
    brought = lead.handover.receive(report.file)
    assert (brought.kind, len(brought.visits)) == ("assignment", 2)
    assert all(each.same for each in brought.visits)
    mine = row(lead, first, lead._desk.key.device)
    assert (mine.role, mine.until_on, mine.mine) == ("lead", date(2026, 12, 31), True)
    lead.trust.admit(first, _met(lead, member))
    hand(lead, member, first, stick)
    answer(member, first, 12)
    hand(member, lead, first, stick)
    back = lead.handover.export(first, stick, sealing="team", to_office=True)
    assert "nop_so" in back.file.name
    at_office = office.handover.receive(back.file)
    assert at_office.kind == "return"
    assert part(office, first) == "12"
    seen = row(office, first, member._desk.key.device)
    assert seen.standing == "admitted"
    assert state(office)["answer"] == state(lead)["answer"]


def laptop_outside(laptop: Laptops) -> Workbench:
    return laptop("Ngoài cuộc")


def test_an_assignment_that_nobody_could_open_is_refused(laptop, stick):
    office = laptop("Sở")
    with pytest.raises(NobodyAdmitted):
        office.handover.assign([begin(office)], stick)
    assert list(stick.iterdir()) == []


def test_checklists_travel_alone(laptop, lan, stick, tmp_path):
    digest = lan.templates.publish(own_dossier.write(tmp_path)).digest
    other = laptop("Xa")
    file = lan.handover.give_templates([digest], stick).file
    assert "mau_phieu" in file.name
    report = other.handover.receive(file)
    assert (report.kind, report.templates, report.visits) == ("templates", 1, ())
    assert other.templates.get(digest)
    assert other.handover.receive(file).templates == 0


# --- those who lie -------------------------------------------------------------------------------


def test_nobody_can_put_words_into_anothers_mouth(lead, stranger, visit, stick, tmp_path):
    """A carrier invents the lead's next answer; the lead has never signed it."""
    hand(lead, stranger, visit, stick)
    own = list(lead._workspace.ledger.changes(visit))
    last = own[-1].change
    invented = seal(last._replace(seq=last.seq + 1, prev=own[-1].digest, kind="answer", record="CD04",
                                  patch=canonical({"note": "chưa từng nói"})))  # fmt: skip
    file = tmp_path / "bịa.cchc"
    _write(file, visit, [*own, invented])
    with pytest.raises(BundleDamaged, match="ký"):
        stranger.handover.receive(file)
    also(lead._desk.key)
    _write(file, visit, [*own, invented])
    assert stranger.handover.receive(file).new == 1  # signed by its laptop it is taken


def test_a_key_that_claims_anothers_place_without_proof_is_refused(lead, visit, tmp_path, minh, stick):
    hand(lead, minh, visit, stick)
    thief = key_of("kẻ gian")
    patch = {"succeeds": lead._desk.key.device, "old_key": lead._desk.key.public, "proof": "AAAA"}
    claim = seal(
        Change(visit, thief.device, 1, "", (), 1 << 60, "X", "admission", thief.device, canonical(patch), "")
    )
    _write(tmp_path / "x.cchc", visit, [claim])
    with pytest.raises(BundleDamaged, match="chứng minh"):
        minh.handover.receive(tmp_path / "x.cchc")


def test_a_visit_of_strangers_alone_is_refused(minh, lead, visit, tmp_path, shipped):
    stranger = key_of("người lạ")
    fields = {"template": shipped[0].digest, "dossier_template": shipped[1].digest, "unit_name": "Giả"}
    claim = seal(
        Change(visit, stranger.device, 1, "", (), 1 << 60, "X", "visit", visit, canonical(fields), "")
    )
    _write(tmp_path / "x.cchc", visit, [claim])
    with pytest.raises(BundleDamaged):
        minh.handover.receive(tmp_path / "x.cchc")
    assert minh.visits.list() == ()


def _write(file, visit, changes) -> None:
    content = bundle.Outgoing("hand-over", changes, spans(changes), {}, "")
    sender = key_of("người đưa")
    bundle.write(
        file, content, key=sender, author="X", laptop="X", made_at=datetime(2026, 11, 24, tzinfo=UTC)
    )
    with zipfile.ZipFile(file) as archive:
        assert json.loads(archive.read("manifest.json"))["streams"].keys() == {visit}


# --- the laptop that goes on with a new key --------------------------------------------------------


def test_after_a_copy_was_brought_back_the_lead_is_still_the_lead(laptop, lead, minh, visit, stick):
    lead.trust.admit(visit, _met(lead, minh))
    hand(lead, minh, visit, stick)
    old = lead._desk.key.device
    lead._desk.key = lead._desk.new_device()
    answer(lead, visit, 5)
    assert lead._desk.key.device != old
    hand(lead, minh, visit, stick)
    assert part(minh, visit) == "5"
    assert minh.trust.quarantined(visit) == ()
    assert row(minh, visit, lead._desk.key.device).standing == "root"
    other = laptop_outside(laptop)
    lead.trust.revoke(visit, minh._desk.key.device, "nghỉ việc")
    lead.trust.admit(visit, _met(lead, other))
    hand(lead, minh, visit, stick)
    assert {each.standing for each in minh.trust.laptops(visit).laptops} == {"root", "admitted", "revoked"}
    assert verified(minh)
