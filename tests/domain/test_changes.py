"""The law of the ledger: values, conflicts, deletions and forks, whatever the order of arrival."""

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain import changes as law
from inspector_app.domain.changes import Sealed, Tip, canonical, seal, tick, wall_ms
from tests.domain.replicas import Replica, random_history, state


def shown(changes: list[Sealed]) -> str:
    """A state as text: each field's value, heads and the value before."""
    return json.dumps(
        {
            record: {
                name: [
                    field.value,
                    field.disputed,
                    [head.sealed.digest for head in field.heads],
                    field.before.sealed.digest if field.before else None,
                ]
                for name, field in sorted(fields.items())
            }
            for record, fields in sorted(state(changes).items())
        }
    )


@given(st.integers(0, 10**9), st.integers(1, 5), st.integers(1, 60), st.booleans())
def test_any_order_gives_the_same_state_and_the_same_conflicts(seed, devices, acts, forks):
    rng = random.Random(seed)
    changes = random_history(rng, devices, acts, forks)
    expected = shown(changes)
    for _ in range(3):
        rng.shuffle(changes)
        assert shown(changes) == expected


@given(st.integers(0, 10**9), st.booleans())
def test_there_is_always_a_head_and_no_head_has_seen_another_of_its_device(seed, forks):
    changes = random_history(random.Random(seed), 4, 60, forks)
    for fields in state(changes).values():
        for field in fields.values():
            assert field.heads
            assert field.before not in field.heads


@given(st.integers(0, 10**9), st.integers(1, 4))
def test_the_short_way_for_acts_that_follow_each_other_says_what_version_vectors_say(seed, devices):
    changes = random_history(random.Random(seed), devices, 40, forks=False)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(law, "_each_saw_all_before", lambda _: False)
        expected = shown(changes)
    assert shown(changes) == expected


_TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
_NUMBERS = st.integers(-(1 << 63), (1 << 63) - 1)
_JSON = st.recursive(
    st.none() | st.booleans() | _NUMBERS | _TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXTS, inner, max_size=4),
)


@given(_JSON)
def test_canonical_json_is_what_any_library_writes_with_sorted_keys_and_no_spaces(value):
    plain = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert canonical(value) == plain


def test_a_later_act_on_one_laptop_replaces_the_earlier():
    an = Replica("an")
    an.write("CD04", {"value": "17"})
    an.write("CD04", {"value": "18"})
    field = an.fields("CD04")["value"]
    assert (field.value, field.disputed) == ("18", False)
    assert field.before is not None
    assert field.before.value == "17"


def test_two_people_answering_differently_is_a_conflict_that_keeps_both_values_and_the_one_before():
    an = Replica("an")
    an.write("CD04", {"value": "10"})
    binh = Replica("binh")
    binh.receive(an)
    an.write("CD04", {"value": "17"})
    binh.write("CD04", {"value": "18"})
    an.receive(binh)
    field = an.fields("CD04")["value"]
    assert field.disputed
    assert {head.value for head in field.heads} == {"17", "18"}
    assert field.before is not None
    assert field.before.value == "10"


def test_the_same_answer_twice_is_no_conflict():
    an, binh = Replica("an"), Replica("binh")
    an.write("CD04", {"value": "18"})
    binh.write("CD04", {"value": "18"})
    an.receive(binh)
    assert not an.disputed("CD04")


def test_different_fields_of_one_record_do_not_dispute():
    an, binh = Replica("an"), Replica("binh")
    an.write("CD04", {"value": "18"})
    binh.write("CD04", {"note": "đã xem sổ"})
    an.receive(binh)
    assert not an.disputed("CD04")
    assert an.value("CD04", "note") == "đã xem sổ"


def test_a_decision_with_a_reason_ends_a_conflict_everywhere():
    an, binh = Replica("an"), Replica("binh")
    an.write("CD04", {"value": "17"})
    binh.write("CD04", {"value": "18"})
    an.receive(binh)
    an.write("CD04", {"value": "18"}, cause="đối chiếu sổ theo dõi")
    binh.receive(an)
    assert not binh.disputed("CD04")
    assert binh.value("CD04") == "18"


def test_writing_into_a_conflict_without_a_reason_does_not_end_it():
    an, binh = Replica("an"), Replica("binh")
    an.write("CD04", {"value": "17"})
    binh.write("CD04", {"value": "18"})
    an.receive(binh)
    an.write("CD04", {"value": "19"})
    field = an.fields("CD04")["value"]
    assert field.disputed
    assert {head.value for head in field.heads} == {"18", "19"}


def test_a_decision_made_without_sight_of_a_third_value_leaves_that_value_in_dispute():
    an, binh, chi = Replica("an"), Replica("binh"), Replica("chi")
    an.write("CD04", {"value": "17"})
    binh.write("CD04", {"value": "18"})
    chi.write("CD04", {"value": "20"})
    an.receive(binh)
    an.write("CD04", {"value": "18"}, cause="đối chiếu")
    an.receive(chi)
    assert {head.value for head in an.fields("CD04")["value"].heads} == {"18", "20"}


def test_deleting_against_editing_is_a_conflict_and_deleting_after_seeing_the_edit_is_not():
    an = Replica("an")
    an.write("F1", {"text": "thiếu kế hoạch"})
    binh = Replica("binh")
    binh.receive(an)
    an.write("F1", {"deleted": True})
    binh.write("F1", {"text": "kế hoạch ban hành chậm"})
    an.receive(binh)
    assert an.disputed("F1", "deleted")
    an.write("F1", {"deleted": False}, cause="giữ lại")
    assert not an.disputed("F1", "deleted")
    assert an.value("F1", "deleted") is False
    an.write("F1", {"deleted": True})
    assert not an.disputed("F1", "deleted")


def test_true_and_one_are_different_values():
    an, binh = Replica("an"), Replica("binh")
    an.write("X", {"value": True})
    binh.write("X", {"value": 1})
    an.receive(binh)
    assert an.disputed("X")


def test_a_wrong_clock_never_reorders_cause_and_effect():
    an = Replica("an", clock_ms=2_000_000_000)  # far ahead
    an.write("CD04", {"value": "17"})
    binh = Replica("binh", clock_ms=5)  # far behind
    binh.receive(an)
    binh.write("CD04", {"value": "18"})
    an.receive(binh)
    assert an.value("CD04") == "18"
    assert not an.disputed("CD04")


def test_a_restored_disk_forks_and_both_branches_stand_as_disputed_on_every_laptop():
    an = Replica("an")
    an.write("CD04", {"value": "10"})
    restored = an.clone()
    an.write("CD04", {"value": "17"})
    restored.write("CD04", {"value": "18"})
    lead, office = Replica("lead"), Replica("office")
    lead.receive(an)
    lead.receive(restored)
    office.receive(restored)
    office.receive(an)
    for laptop in (lead, office):
        assert laptop.disputed("CD04")
        assert {head.value for head in laptop.fields("CD04")["value"].heads} == {"17", "18"}
    lead.write("CD04", {"value": "18"}, cause="bản phục hồi là bản đúng")
    office.receive(lead)
    assert not office.disputed("CD04")


def test_seen_tells_by_digest_which_branch_a_writer_had():
    an = Replica("an")
    an.write("CD04", {"value": "10"})
    restored = an.clone()
    an.write("CD04", {"value": "17"})
    restored.write("CD04", {"value": "18"})
    binh = Replica("binh")
    binh.receive(an)  # saw only the first branch
    binh.write("CD04", {"value": "19"})
    binh.receive(restored)
    assert {head.value for head in binh.fields("CD04")["value"].heads} == {"18", "19"}


def test_forged_sight_of_the_future_still_leaves_a_value():
    an, binh = Replica("an"), Replica("binh")
    first = an.write("X", {"value": "1"})
    binh.receive(an)
    binh.write("X", {"value": "2"})
    forged = seal(first.change._replace(seen=(Tip("binh", 999, "0" * 64),)))
    forged_then = [forged, *binh.known.values()]
    assert state([s for s in forged_then if s.digest != first.digest])["X"]["value"].value == "2"


@pytest.mark.parametrize("changed", ["author", "cause", "patch", "record", "prev", "at"])
def test_the_digest_covers_every_field(changed):
    change = Replica("an").write("CD04", {"value": "18"}).change
    other = change._replace(**{changed: 7 if changed == "at" else canonical({"value": "19"})})
    assert seal(other).digest != seal(change).digest


def test_the_hybrid_clock_never_goes_back():
    assert tick(1_000, 0) < tick(1_001, 0)
    assert tick(1_000, tick(5_000, 0)) == tick(5_000, 0) + 1
    assert wall_ms(tick(1_234_567, 0)) == 1_234_567
