"""A decision taken back: what it had settled is in dispute again, on every laptop, in any order."""

import random

from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.changes import Sealed
from inspector_app.domain.withdrawal import WITHDRAWS, withdrawal_of, withdrawn_by
from tests.domain.replicas import Replica, state


def deciding() -> tuple[Replica, Replica, Sealed]:
    """An and Binh differ; An has decided for 18."""
    an, binh = Replica("an"), Replica("binh")
    an.write("CD04", {"value": "10"})
    binh.receive(an)
    an.write("CD04", {"value": "17"})
    binh.write("CD04", {"value": "18"})
    an.receive(binh)
    return an, binh, an.write("CD04", {"value": "18"}, cause="sổ gốc")


def values(replica: Replica) -> set[str]:
    return {head.value for head in replica.fields("CD04")["value"].heads}


def test_both_values_and_the_one_before_come_back():
    an, binh, decision = deciding()
    assert not an.disputed("CD04")
    taken_back = an.write("CD04", withdrawal_of(decision), cause="hoàn tác")
    assert withdrawn_by(taken_back.change) == decision.digest
    assert values(an) == {"17", "18"}
    assert an.fields("CD04")["value"].before.value == "10"
    assert WITHDRAWS not in an.fields("CD04")
    binh.receive(an)
    assert values(binh) == {"17", "18"}


def test_a_withdrawal_that_is_withdrawn_does_the_decision_again():
    an, _, decision = deciding()
    taken_back = an.write("CD04", withdrawal_of(decision), cause="hoàn tác")
    again = an.write("CD04", withdrawal_of(taken_back), cause="làm lại")
    assert (an.value("CD04"), an.disputed("CD04")) == ("18", False)
    an.write("CD04", withdrawal_of(again), cause="hoàn tác")
    assert values(an) == {"17", "18"}


def test_what_others_built_on_the_decision_stands_beside_what_came_back():
    an, binh, decision = deciding()
    binh.receive(an)
    binh.write("CD04", {"value": "19"})
    an.write("CD04", withdrawal_of(decision), cause="hoàn tác")
    an.receive(binh)
    assert values(an) == {"17", "19"}  # Binh's own 18 was replaced by Binh


def test_it_is_decided_anew_by_whoever_sees_it_open_again():
    an, binh, decision = deciding()
    an.write("CD04", withdrawal_of(decision), cause="hoàn tác")
    binh.receive(an)
    binh.write("CD04", {"value": "17"}, cause="đếm lại")
    an.receive(binh)
    assert (an.value("CD04"), an.disputed("CD04")) == ("17", False)


def test_nobody_takes_back_the_decision_of_another_or_an_answer_without_a_reason():
    an, binh, decision = deciding()
    binh.receive(an)
    binh.write("CD04", withdrawal_of(decision), cause="không được")
    assert (binh.value("CD04"), binh.disputed("CD04")) == ("18", False)
    plain = an.write("CD05", {"value": "1"})
    an.write("CD05", withdrawal_of(plain), cause="hoàn tác")
    assert an.value("CD05") == "1"


def test_a_forged_withdrawal_never_makes_a_record_vanish():
    an = Replica("an")
    first = an.write("CD05", {"value": "1"}, cause="vì sao")
    an.write("CD05", withdrawal_of(first), cause="hoàn tác")
    assert an.value("CD05") == "1"
    an.write("CD06", {WITHDRAWS: "0" * 64}, cause="x")
    assert an.fields("CD06")


@given(st.integers(0, 10**9), st.integers(2, 4))
def test_any_order_gives_the_same_state(seed, devices):
    rng = random.Random(seed)
    replicas = [Replica(f"máy {number}", rng.randrange(10**12)) for number in range(devices)]
    written: list[tuple[Replica, Sealed]] = []
    for _ in range(40):
        one = rng.choice(replicas)
        mine = [sealed for writer, sealed in written if writer is one and sealed.change.cause]
        if rng.random() < 0.3:
            one.receive(rng.choice(replicas))
        elif mine and rng.random() < 0.4:
            written.append((one, one.write("CD04", withdrawal_of(rng.choice(mine)), cause="hoàn tác")))
        else:
            patch = {"value": str(rng.randrange(3))}
            written.append((one, one.write("CD04", patch, cause=rng.choice(["", "vì"]))))
    changes = [sealed for _, sealed in written]
    expected = state(changes)
    for _ in range(3):
        rng.shuffle(changes)
        assert state(changes) == expected
