"""Who writes, when, and under which name."""

import uuid
from datetime import UTC, datetime

import pytest

from inspector_app.domain.errors import RecordUnknown
from inspector_app.domain.records import Device, Finding
from tests.services.conftest import Clock, begin, hand_over


def test_identifiers_sort_by_the_time_they_were_made_and_are_uuids_of_version_7(laptop):
    desk = laptop("Lan", Clock())._desk
    made = [desk.new_id() for _ in range(50)]
    assert made == sorted(made)
    assert {uuid.UUID(each).version for each in made} == {7}
    assert {uuid.UUID(each).variant for each in made} == {uuid.RFC_4122}
    moment = datetime.fromtimestamp((uuid.UUID(made[0]).int >> 80) / 1000, UTC)
    assert moment.date() == datetime(2026, 11, 23, tzinfo=UTC).date()


def test_a_laptop_introduces_itself_once_in_each_visit(lan, visit):
    lan.checklists.answer(visit, "CD03", "co")
    lan.checklists.answer(visit, "CD11", "co")
    [device] = lan._workspace.projections.all(Device, visit)
    assert (device.record.label, device.record.person) == ("Máy Lan", "Lan")
    assert device.id == lan._desk.key.device
    kinds = [sealed.change.kind for sealed in lan._workspace.ledger.changes(visit)]
    assert kinds.count("device") == 1
    assert kinds[0] == "device"


def test_a_laptop_is_called_by_its_name_and_by_its_id_where_it_gave_none(lan, visit):
    assert lan._desk.laptop(visit, lan._desk.key.device) == "Máy Lan"
    assert lan._desk.laptop(visit, "abcdefgh") == "abcd"


def test_what_was_deleted_is_unknown_and_an_unknown_visit_was_never_saved(lan, visit):
    with pytest.raises(RecordUnknown):
        lan._desk.record(visit, Finding, "không có")
    assert lan._desk.saved_at("không có") is None
    assert lan._desk.saved_at(visit) is not None


def test_time_never_goes_back_where_a_colleagues_clock_was_ahead(laptop, stick):
    ahead = laptop("Lan", Clock(datetime(2027, 5, 1, tzinfo=UTC)))
    behind = laptop("Minh", Clock(datetime(2026, 11, 23, tzinfo=UTC)))
    visit = begin(ahead)
    hand_over(ahead, behind, visit, stick)
    behind.checklists.answer(visit, "CD03", "co")
    assert behind._desk.saved_at(visit) >= ahead._desk.saved_at(visit)
    assert behind.checklists.history(visit, "CD03")[0].at >= datetime(2027, 5, 1, tzinfo=UTC)
