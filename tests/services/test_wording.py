"""Every field of every kind of record in people's words: what it is called, and what it holds."""

import re
import types
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any, Literal, Union, get_args, get_origin

import pytest

from inspector_app.domain.changes import DELETED
from inspector_app.domain.records import KINDS, StateBefore, StoredFile
from inspector_app.i18n import tr
from inspector_app.services.field_names import field_name, named
from inspector_app.services.wording import Wording
from tests.services.conftest import hand_over

KEYS = ("recipient", "public_key", "old_key", "proof", "original")
TYPED = "Văn phòng"
DIGEST = "0f1e2d3c" * 8
RAW = re.compile(r"""[\[\]{}"']|\w_\w|\d{4}-\d\d|[0-9a-f]{10}|None|True|False""")
"""What only programs write: lists, names with an underscore, ISO days, digests."""


@pytest.fixture
def wording(lan) -> Wording:
    return Wording(lan._desk, lan.checklists, lan.dossiers)


def samples(annotation: Any) -> Iterable[Any]:
    """A value of each sort that a field may hold, as the ledger keeps it."""
    if get_origin(annotation) in (Union, types.UnionType):
        for part in get_args(annotation):
            yield from samples(part)
    elif get_origin(annotation) is Literal:
        yield from get_args(annotation)
    elif get_origin(annotation) is tuple:
        [inner, _] = get_args(annotation)
        yield [sample for sample in samples(inner) if sample]
        yield []
    elif annotation is StoredFile:
        yield StoredFile(digest=DIGEST, media_type="image/jpeg", size=204_800).model_dump(mode="json")
    elif annotation is StateBefore:
        yield StateBefore(on=date(2026, 5, 12), state="partly", note="Mới xong").model_dump(mode="json")
    else:
        yield from {
            str: ("", TYPED),
            int: (1234,),
            bool: (True, False),
            date: (date(2026, 5, 12).isoformat(),),
            datetime: (datetime(2026, 5, 12, 1, 30, tzinfo=UTC).isoformat(),),
            type(None): (None,),
            Any: ({"CD04": "18"}, None),
        }[annotation]


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_name(kind: str) -> None:
    assert [field for field in (*KINDS[kind].model_fields, DELETED) if not named(kind, field)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_value_is_shown_as_programs_keep_it(wording, visit, kind) -> None:
    for field, held in KINDS[kind].model_fields.items():
        for sample in samples(held.annotation):
            value = DIGEST if sample and field in KEYS else sample
            record = "CD04" if kind == "answer" else "01975b4a-0000-7000-8000-000000000000"
            words = wording.words(visit, kind, record, field, value)
            assert words.strip(), field
            assert not RAW.search(words), (field, words)
            if value not in (TYPED, DIGEST) and isinstance(value, str):
                assert words != value, field


def test_names_stand_for_codes_and_ids(lan, minh, visit, stick, wording) -> None:
    dossier, _ = lan.dossiers.add(visit, "H01.26.1")
    finding, _ = lan.visits.add(visit, "finding", text="Chậm", item="CD04", dossiers=[dossier])
    earlier, _ = lan.visits.add(visit, "follow_up", text="Rà soát")
    areas = {area.code: area.name for area in lan.checklists.open(visit).areas}
    item = lan.checklists.open(visit).items["CD04"].text
    hand_over(lan, minh, visit, stick)
    lan.duties.be(visit, lan.visits.add(visit, "participant", side="team", name="Lan")[0])
    me = lan.visits.get(visit).participants[-1].record.device
    held = lan.visits.get(visit).visit
    for kind, field, value, words in (
        ("participant", "areas", ["TT", "CD"], f"TT · {areas['TT']}, CD · {areas['CD']}"),
        ("participant", "device", me, "Máy Lan"),
        ("participant", "side", "unit", tr("Inspected unit")),
        ("plan_line", "area", "CS", f"CS · {areas['CS']}"),
        ("finding", "item", "CD04", f"CD04 · {item}"),
        ("finding", "dossiers", [dossier], "H01.26.1"),
        ("recommendation", "finding", finding, "Chậm"),
        ("recommendation", "earlier", earlier, "Rà soát"),
        ("recommendation", "due_on", "2026-12-15", "15/12/2026"),
        ("evidence", "dossier", dossier, "H01.26.1"),
        ("visit", "unit_code", held.unit_code, f"xã Thường Phước ({held.unit_code})"),
        ("visit", "plan_tasks", 1234, "1.234"),
        ("visit", "print_scores", False, tr("no")),
        ("visit", "on_time", "B", tr("the result was handed over by the day promised")),
        ("visit", "started_at", "2026-11-24T00:30:00+00:00", "07:30"),
        ("earlier_visit", "answers", {"CD04": {}, "CD05": {}}, tr("{count} items answered", count=2)),
        ("earlier_visit", "index", "87.5", "87,50"),
        ("follow_up", "before", [{"on": "2026-05-12", "state": "fixed"}], f"12/05/2026: {tr('Fixed')}"),
        ("finding", DELETED, True, tr("deleted")),
    ):
        found = wording.words(visit, kind, "", field, value)
        assert words.casefold() in found.casefold(), (kind, field)
    assert held.template[:6] not in wording.words(visit, "visit", visit, "template", held.template)


def test_a_person_changed_on_two_laptops_is_shown_in_words(lan, minh, visit, stick) -> None:
    person, _ = lan.visits.add(visit, "participant", side="team", name="Dung")
    hand_over(lan, minh, visit, stick)
    lan.duties.deal(visit, person, {"TT"})
    minh.duties.deal(visit, person, {"CD", "TC"})
    hand_over(minh, lan, visit, stick)
    [conflict] = lan.merging.conflicts(visit)
    assert field_name(conflict.kind, conflict.field) == tr("Areas dealt to the member")
    areas = {area.code: f"{area.code} · {area.name}" for area in lan.checklists.open(visit).areas}
    assert {side.text for side in conflict.sides} == {areas["TT"], f"{areas['CD']}, {areas['TC']}"}
    assert conflict.title.endswith("Dung")


def test_a_field_without_a_name_says_its_own() -> None:
    assert field_name("visit", "colour") == "colour"
