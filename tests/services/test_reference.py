"""The office gives out newer communes and working days: who takes them, when, and what they change."""

import gzip
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from inspector_app import paths
from inspector_app.domain.errors import BundleDamaged, FileTrouble, ReferenceFromStranger, ReferenceRefused
from inspector_app.domain.records import VisitId
from inspector_app.exchange import bundle
from inspector_app.services.views import NewVisit, ReferenceName
from inspector_app.services.workbench import Workbench
from tests.services.conftest import DAY, PASSPHRASE, UNIT, Clock, Laptops, counted, introduce

FRIDAY, MONDAY, TUESDAY = date(2026, 11, 20), date(2026, 11, 23), date(2026, 11, 24)


def calendar(file: Path, *off: date) -> Path:
    """The calendar that ships, with these days off as well."""
    content = json.loads((paths.resources() / "calendars" / "vn.json").read_bytes())
    content["days"] += [
        {"on": day.isoformat(), "kind": "off", "name": "Nghỉ bù", "document": "Thông báo số 1"} for day in off
    ]
    file.write_text(json.dumps(content), encoding="utf-8")
    return file


def units(file: Path, name: str) -> Path:
    """The communes that ship, one of them renamed."""
    packed = (paths.resources() / "units" / "units_2025.json.gz").read_bytes()
    content = json.loads(gzip.decompress(packed))
    for unit in content["units"]:
        if unit[0] == UNIT:
            unit[1] = name
    file.write_bytes(gzip.compress(json.dumps(content).encode()))
    return file


def next_working_day(workbench: Workbench) -> date:
    return workbench.visits.calendar.add_working_days(FRIDAY, 1)


def given(office: Workbench, target: Path, name: ReferenceName, file: Path) -> Path:
    return office.handover.give_reference({name: file}, target).file


@pytest.fixture
def office(laptop: Laptops) -> Workbench:
    laptop.team = False
    return laptop("Sở", Clock())


@pytest.fixture
def lead(laptop: Laptops, office: Workbench) -> Workbench:
    return laptop("Trưởng đoàn")


@pytest.fixture
def assigned(office: Workbench, lead: Workbench, tmp_path: Path) -> VisitId:
    """A visit that the lead was given by the office."""
    visit, _ = office.visits.new(NewVisit(UNIT, DAY))
    introduce(office, lead, visit, "lead")
    lead.handover.receive(office.handover.assign([visit], tmp_path / "giao.cchc").file)
    return visit


def test_a_new_holiday_moves_a_deadline_on_the_leads_laptop(
    office: Workbench, lead: Workbench, assigned: VisitId, stick: Path, tmp_path: Path, laptop: Laptops
) -> None:
    file = given(office, stick, "calendar", calendar(tmp_path / "lich.json", MONDAY))
    assert next_working_day(office) == TUESDAY  # the office counts by what it gives out
    assert next_working_day(lead) == MONDAY
    report = lead.handover.receive(file)
    assert (report.kind, report.new, report.visits) == ("reference", 0, ())
    assert (report.reference.taken, report.reference.older) == (("calendar",), ())
    assert next_working_day(lead) == TUESDAY
    assert next_working_day(laptop.again(lead)) == TUESDAY


def test_a_renamed_commune_is_found_and_inspected_by_its_new_name(
    office: Workbench, lead: Workbench, assigned: VisitId, stick: Path, tmp_path: Path
) -> None:
    lead.handover.receive(given(office, stick, "units", units(tmp_path / "xa.json.gz", "Sông Sở Thượng")))
    assert [unit.code for unit in lead.visits.search_units("song so thuong")] == [UNIT]
    visit, _ = lead.visits.new(NewVisit(UNIT, DAY))
    assert lead.visits.get(visit).unit == "UBND xã Sông Sở Thượng"
    assert lead.visits.get(assigned).unit == "UBND xã Thường Phước"  # as it was called on its day


def test_it_is_said_which_is_in_use_and_from_whom(
    office: Workbench, lead: Workbench, assigned: VisitId, stick: Path, tmp_path: Path
) -> None:
    lead.handover.receive(given(office, stick, "calendar", calendar(tmp_path / "lich.json", MONDAY)))
    communes, days = lead.reference.in_use()
    assert (communes.name, communes.at) == ("units", None)
    assert (days.name, days.person, days.laptop) == ("calendar", "Sở", "Máy Sở")
    assert days == office.reference.in_use()[1]


def test_the_same_file_again_changes_nothing(
    office: Workbench, lead: Workbench, assigned: VisitId, stick: Path, tmp_path: Path
) -> None:
    file = given(office, stick, "calendar", calendar(tmp_path / "lich.json", MONDAY))
    lead.handover.receive(file)
    before = counted(lead), lead.reference.in_use()
    for workbench in (lead, office):
        report = workbench.handover.receive(file)
        assert (report.reference.taken, report.reference.older) == ((), ())
    assert (counted(lead), lead.reference.in_use()) == before


def test_an_older_one_is_not_taken_and_said_to_be_older(
    office: Workbench, lead: Workbench, assigned: VisitId, stick: Path, tmp_path: Path
) -> None:
    older = given(office, stick / "1.cchc", "calendar", calendar(tmp_path / "1.json"))
    newer = given(office, stick / "2.cchc", "calendar", calendar(tmp_path / "2.json", MONDAY))
    lead.handover.receive(newer)
    report = lead.handover.receive(older)
    assert (report.reference.taken, report.reference.older) == ((), ("calendar",))
    assert next_working_day(lead) == TUESDAY


def test_what_is_given_later_is_newer_even_where_the_clock_went_back(
    laptop: Laptops, office: Workbench, lead: Workbench, assigned: VisitId, stick: Path, tmp_path: Path
) -> None:
    first = given(office, stick / "1.cchc", "calendar", calendar(tmp_path / "1.json"))
    object.__setattr__(office._desk._circumstances, "clock", Clock(Clock()().replace(year=2019)))
    second = given(office, stick / "2.cchc", "calendar", calendar(tmp_path / "2.json", MONDAY))
    for file in (first, second):
        assert lead.handover.receive(file).reference.taken == ("calendar",)


@pytest.mark.parametrize("who", ["a stranger", "a member", "an office whose place was taken away"])
def test_nobody_but_the_office_is_believed(
    who: str, office: Workbench, lead: Workbench, assigned: VisitId, laptop: Laptops, stick: Path,
    tmp_path: Path,
) -> None:  # fmt: skip
    other = laptop("Lạ")
    if who == "a member":
        introduce(office, other, assigned, "member")
    elif who != "a stranger":
        introduce(office, other, assigned, "office")
        office.trust.revoke(assigned, other._desk.key.device, "chuyển công tác")
    lead.handover.receive(office.handover.export(assigned, stick).file)
    before = counted(lead)
    with pytest.raises(ReferenceFromStranger):
        lead.handover.receive(given(other, stick, "calendar", calendar(tmp_path / "lich.json", MONDAY)))
    assert next_working_day(lead) == MONDAY
    assert counted(lead) == before


def test_whoever_stands_as_office_in_a_visit_is_believed_but_not_by_who_began_it(
    office: Workbench, lead: Workbench, assigned: VisitId, laptop: Laptops, stick: Path, tmp_path: Path
) -> None:
    branch = laptop("Phòng")
    introduce(office, branch, assigned, "office")
    lead.handover.receive(office.handover.export(assigned, stick).file)
    file = given(branch, stick, "calendar", calendar(tmp_path / "lich.json", MONDAY))
    assert lead.handover.receive(file).reference.taken == ("calendar",)
    with pytest.raises(ReferenceFromStranger):
        office.handover.receive(file)


def test_a_visit_from_a_stranger_makes_no_office_of_it(
    lead: Workbench, laptop: Laptops, stick: Path, tmp_path: Path
) -> None:
    stranger = laptop("Lạ")
    visit, _ = stranger.visits.new(NewVisit(UNIT, DAY))
    lead.handover.receive(stranger.handover.export(visit, stick).file)
    with pytest.raises(ReferenceFromStranger):
        lead.handover.receive(given(stranger, stick, "calendar", calendar(tmp_path / "lich.json", MONDAY)))


BROKEN: Mapping[str, tuple[ReferenceName, bytes]] = {
    "no JSON": ("calendar", b"{"),
    "no days": ("calendar", b'{"days": []}'),
    "no day": ("calendar", b'{"days": [{"on": "2026-02-30", "kind": "off", "name": "", "document": ""}]}'),
    "another list": ("units", b'{"days": []}'),
    "cut off": ("units", gzip.compress(b"{}" * 99)[:-9]),
    "no gzip": ("units", b"\x1f\x8b none"),
    "endless": ("units", gzip.compress(b" " * (65 << 20), 1)),
    "too large": ("units", b" " * (17 << 20)),
    "no province": (
        "units",
        b'{"provinces": [], "units": [["1", "A", "x\xc3\xa3", "2", "2025-07-01", null]]}',
    ),
    "no successor": (
        "units",
        '{"provinces": [["2", "P", "tỉnh"]], "units": [["1", "A", "xã", "2", "2025-07-01", null]], '
        '"former": {"P": {"H": [["3", "B", "9"]]}}}'.encode(),
    ),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_what_cannot_be_used_is_refused_at_the_office_before_anything_is_written(
    fault: str, office: Workbench, stick: Path, tmp_path: Path
) -> None:
    name, content = BROKEN[fault]
    file = tmp_path / "hỏng.json"
    file.write_bytes(content)
    with pytest.raises(ReferenceRefused) as refused:
        office.handover.give_reference({name: file}, stick)
    assert "hỏng.json" in refused.value.sentence
    assert list(stick.iterdir()) == []
    assert all(each.at is None for each in office.reference.in_use())


def test_what_could_not_be_written_is_not_in_use(office: Workbench, tmp_path: Path) -> None:
    with pytest.raises(FileTrouble):
        given(office, tmp_path / "rút" / "usb", "calendar", calendar(tmp_path / "lich.json", MONDAY))
    with pytest.raises(FileTrouble):
        given(office, tmp_path, "calendar", tmp_path / "không có.json")
    assert next_working_day(office) == MONDAY


def test_what_cannot_be_used_is_refused_even_from_the_office(
    office: Workbench, lead: Workbench, assigned: VisitId, stick: Path
) -> None:
    content: dict[str, Any] = {"streams": {}, "templates": {}, "changes": (), "summary": ""}
    wrong = bundle.Outgoing(kind="reference", reference={"calendar": b"{}"}, **content)
    file = bundle.write(
        stick / "x.cchc",
        wrong,
        key=office._desk.key,
        author="Sở",
        laptop="Máy Sở",
        made_at=office._desk.now(),
    ).file
    before = counted(lead)
    with pytest.raises(BundleDamaged):
        lead.handover.receive(file)
    assert counted(lead) == before


def test_a_second_copy_brings_it_back(
    office: Workbench, laptop: Laptops, stick: Path, tmp_path: Path
) -> None:
    given(office, tmp_path, "calendar", calendar(tmp_path / "lich.json", MONDAY))
    job = office.mirroring.job(stick)
    job.run()
    other = laptop("Máy mới")
    other.mirroring.bring_back(job.target, PASSPHRASE)
    assert next_working_day(other) == TUESDAY
    assert other.reference.in_use() == office.reference.in_use()
