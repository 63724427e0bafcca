"""The law of the roster: who counts, whoever says so, in whatever order the changes arrived."""

import random
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.authority import Authority, stream_of
from inspector_app.domain.changes import Change, Sealed, Tip, canonical, seal, tick
from tests.domain.replicas import sight_of

ROOT = "gốc"
NOW = int(datetime(2026, 11, 23, 8, tzinfo=UTC).timestamp() * 1000)
VISIT = stream_of(ROOT, NOW, 77)


class Laptop:
    """A laptop that writes in the visit and exchanges files with others."""

    def __init__(self, device: str, clock_ms: int = NOW) -> None:
        self.device, self.clock_ms = device, clock_ms
        self.known: dict[str, Sealed] = {}

    def write(self, record: str = "CD04", kind: str = "answer", **patch: object) -> Sealed:
        tips: dict[str, Tip] = {}
        for sealed in sorted(self.known.values(), key=lambda s: s.change.seq):
            change = sealed.change
            tips[change.device] = Tip(change.device, change.seq, sealed.digest)
        mine = tips.pop(self.device, Tip(self.device, 0, ""))
        latest = max((sealed.change.at for sealed in self.known.values()), default=0)
        sealed = seal(
            Change(
                VISIT, self.device, mine.seq + 1, mine.digest, tuple(sorted(tips.values())),
                tick(self.clock_ms, latest), self.device, kind, record,
                canonical(patch or {"value": "1"}), "",
            )
        )  # fmt: skip
        self.known[sealed.digest] = sealed
        return sealed

    def admit(self, device: str, role: str = "member", **more: object) -> Sealed:
        return self.write(device, "admission", role=role, **more)

    def revoke(self, device: str, taken: bool = True) -> Sealed:
        return self.write(device, "admission", revoked=taken)

    def hears(self, *others: "Laptop") -> None:
        for other in others:
            self.known |= other.known


def authority(*laptops: Laptop) -> Authority:
    changes = {digest: sealed for laptop in laptops for digest, sealed in laptop.known.items()}.values()
    admissions = [sealed for sealed in changes if sealed.change.kind == "admission"]
    devices = {sealed.change.device for sealed in changes}
    return Authority(VISIT, sorted(devices), admissions, sight_of(changes))


def test_who_began_a_visit_is_known_from_its_id_alone():
    root, other = Laptop(ROOT), Laptop("khác")
    mine, theirs = root.write(), other.write()
    found = authority(root, other)
    assert found.places.keys() == {ROOT}
    assert found.bar(mine) is None
    assert found.bar(theirs) == "unknown"
    assert stream_of(ROOT, NOW, 77) == VISIT != stream_of("khác", NOW, 77)
    assert VISIT[14] == "8"


def test_a_visit_whose_id_says_nothing_is_open_to_all():
    stranger = Laptop("ai đó")
    sealed = stranger.write()
    assert Authority("visit-1", ["ai đó"], [], sight_of([])).counts(sealed)
    assert Authority("019abcde-0000-7000-8000-000000000000", ["ai đó"], [], sight_of([])).counts(sealed)


def test_what_was_written_before_the_admission_counts_too():
    root, lan = Laptop(ROOT), Laptop("lan")
    before = lan.write()
    root.admit("lan")
    found = authority(root, lan)
    assert found.counts(before)
    assert found.counts(lan.write())


def test_nobody_admits_from_too_low_a_place_and_nobody_admits_himself():
    root, lead, member = Laptop(ROOT), Laptop("trưởng đoàn"), Laptop("thành viên")
    root.admit("trưởng đoàn", "lead")
    lead.hears(root)
    lead.admit("thành viên")
    member.hears(lead)
    by_member = member.admit("người lạ")
    grasping = [
        lead.admit("trưởng đoàn", "office"),
        lead.admit("bạn", "lead"),
        member.admit("thành viên", "lead"),
    ]
    found = authority(root, lead, member)
    assert {device: place.role for device, place in found.places.items()} == {
        ROOT: "root", "trưởng đoàn": "lead", "thành viên": "member",
    }  # fmt: skip
    assert [found.bar(sealed) for sealed in (by_member, *grasping)] == ["powerless"] * 4


def test_the_higher_place_has_the_last_word():
    root, office = Laptop(ROOT), Laptop("sở")
    root.admit("sở", "office")
    root.admit("máy 3", "observer")
    office.hears(root)
    office.admit("máy 3", "lead")
    office.admit("máy 4", "lead")
    found = authority(root, office)
    assert found.places["máy 3"].role == "observer"
    assert found.places["máy 4"].role == "lead"


def test_of_a_revoked_laptop_counts_what_the_revoker_had_seen():
    root, lan = Laptop(ROOT), Laptop("lan")
    root.admit("lan")
    seen = lan.write()
    root.hears(lan)
    root.revoke("lan")
    unseen = lan.write()
    backdated = Laptop("lan", clock_ms=0)
    backdated.hears(lan)
    later = backdated.write()  # its clock says that it was written long before
    found = authority(root, lan, backdated)
    assert [found.bar(sealed) for sealed in (seen, unseen, later)] == [None, "revoked", "revoked"]
    root.hears(lan)
    root.revoke("lan", taken=False)
    assert authority(root, lan, backdated).bar(unseen) is None


def test_whom_a_revoked_lead_admits_afterwards_stays_outside():
    root, lead, guest = Laptop(ROOT), Laptop("trưởng đoàn"), Laptop("khách")
    root.admit("trưởng đoàn", "lead")
    lead.hears(root)
    root.revoke("trưởng đoàn")
    lead.clock_ms = 0
    lead.admit("khách")
    assert authority(root, lead, guest).bar(guest.write()) == "unknown"


def test_two_who_stand_alike_cannot_take_each_others_place():
    root, an, binh = Laptop(ROOT), Laptop("an"), Laptop("bình")
    for lead in (an, binh):
        root.admit(lead.device, "lead")
    for lead, other in ((an, binh), (binh, an)):
        lead.hears(root)
        assert authority(lead).bar(lead.revoke(other.device)) == "powerless"
    assert not authority(root, an, binh).revoked("an")


def test_a_place_that_was_taken_by_the_office_is_not_given_back_by_a_lead():
    root, lead, lan = Laptop(ROOT), Laptop("trưởng đoàn"), Laptop("lan")
    root.admit("trưởng đoàn", "lead")
    lead.hears(root)
    lead.admit("lan")
    root.hears(lead)
    root.revoke("lan")
    lead.hears(root)
    lead.revoke("lan", taken=False)
    assert authority(root, lead, lan).bar(lan.write()) == "revoked"


def test_after_its_last_day_and_as_an_observer_nothing_counts():
    root, lan, guest = Laptop(ROOT), Laptop("lan"), Laptop("khách")
    root.admit("lan", until_on="2026-11-23")
    root.admit("khách", "observer")
    today = lan.write()
    lan.clock_ms += 24 * 3_600_000
    found = authority(root, lan, guest)
    assert [found.bar(sealed) for sealed in (today, lan.write(), guest.write())] == [
        None,
        "expired",
        "observer",
    ]
    root.admit("lan", until_on="không phải ngày")
    assert authority(root, lan).bar(today) == "expired"


def test_a_new_key_of_the_same_laptop_stands_where_the_old_one_stood_and_falls_with_it():
    root, lan, again = Laptop(ROOT), Laptop("lan"), Laptop("lan mới")
    root.admit("lan")
    again.hears(root)
    again.write("lan mới", "admission", succeeds="lan", old_key="…", proof="…")
    answer = again.write()
    assert authority(root, lan, again).counts(answer)
    root.revoke("lan")
    assert authority(root, lan, again).bar(answer) == "revoked"


def test_a_laptop_says_who_it_is_whether_it_is_admitted_or_not():
    stranger = Laptop("lạ")
    found = authority(Laptop(ROOT), stranger)
    assert found.counts(stranger.write("lạ", "device", label="Máy lạ"))
    assert not found.counts(stranger.write(ROOT, "device", label="Máy Sở"))


@given(st.integers(0, 10**9))
def test_all_come_to_the_same_answer_in_whatever_order_they_heard_of_it(seed):
    rng = random.Random(seed)
    laptops = [Laptop(ROOT), *(Laptop(f"máy {n}", rng.choice([0, NOW, 2 * NOW])) for n in range(4))]
    for _ in range(30):
        laptop, other = rng.choice(laptops), rng.choice(laptops)
        match rng.random():
            case chance if chance < 0.3:
                laptop.hears(other)
            case chance if chance < 0.5:
                laptop.admit(other.device, rng.choice(["office", "lead", "member", "observer", "vua"]))
            case chance if chance < 0.65:
                laptop.revoke(other.device, taken=rng.random() < 0.7)
            case chance if chance < 0.7:
                laptop.write(laptop.device, "admission", succeeds=other.device)
            case _:
                laptop.write()
    changes = [sealed for laptop in laptops for sealed in laptop.known.values()]
    answers = []
    for _ in range(2):
        rng.shuffle(changes)
        shuffled = Laptop("ai nghe")
        shuffled.known = {sealed.digest: sealed for sealed in changes}
        found = authority(shuffled)
        answers.append({digest: found.bar(sealed) for digest, sealed in shuffled.known.items()})
    assert answers[0] == answers[1]
    assert authority(*laptops).agrees(authority(*laptops[::-1]))
    written_by_root = [s for s in changes if s.change.device == ROOT and s.change.kind == "answer"]
    assert all(answers[0][sealed.digest] is None for sealed in written_by_root)
