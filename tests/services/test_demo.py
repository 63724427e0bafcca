"""The demonstration: always the same, made through the services, sound on both laptops."""

import shutil
from contextlib import closing
from datetime import date

import pytest

from inspector_app.domain.errors import WorkspaceExists
from inspector_app.domain.plan import totals
from inspector_app.services import demo
from inspector_app.services.workbench import Workbench
from tests.reports.reading import pages
from tests.services.conftest import state, verified


@pytest.fixture
def lead(demonstrations, tmp_path):
    """The lead's workspace, as a copy to work with."""
    shutil.copytree(demonstrations[0].lead, tmp_path / "kho")
    with closing(Workbench.open(tmp_path / "kho", demo.PASSPHRASE)) as bench:
        yield bench


@pytest.fixture
def member(demonstrations, tmp_path):
    shutil.copytree(demonstrations[0].member, tmp_path / "kho 2")
    with closing(Workbench.open(tmp_path / "kho 2", demo.PASSPHRASE)) as bench:
        yield bench


def digests(folder, name) -> dict[str, list[str]]:
    with closing(Workbench.open(folder, demo.PASSPHRASE)) as bench:
        ledger = bench._workspace.ledger
        return {stream: [sealed.digest for sealed in ledger.changes(stream)] for stream in ledger.streams()}


def test_it_is_made_the_same_every_time(demonstrations, tmp_path):
    one, two = demonstrations
    assert one.visits == two.visits
    for name in ("lead", "member"):
        copies = [tmp_path / f"{name} {number}" for number in range(2)]
        for made, copy in zip(demonstrations, copies, strict=True):
            shutil.copytree(getattr(made, name), copy)
        assert digests(copies[0], name) == digests(copies[1], name)
    assert [made.pdf.read_bytes() for made in one.minutes] == [made.pdf.read_bytes() for made in two.minutes]


def test_it_holds_three_visits_of_one_week_sixty_dossiers_and_one_conflict(demonstrations, lead):
    *rows, earlier = lead.visits.list()
    assert (earlier.unit_name, earlier.on) == ("xã Thường Phước", date(2025, 11, 12))
    assert {row.id for row in rows} == set(demonstrations[0].visits)
    assert {row.province for row in rows} == {"tỉnh Đồng Tháp"}
    assert {row.on.isocalendar().week for row in rows} == {47}
    assert [row.open_required for row in rows][1:] == [0, 0]
    assert rows[0].provisional
    assert rows[0].open_required > 0
    assert all(row.index for row in rows)
    assert sum(len(lead.dossiers.list(visit)) for visit in demonstrations[0].visits) == 60
    [conflict] = lead.merging.conflicts()
    assert (conflict.visit, conflict.record, len(conflict.sides)) == (rows[0].id, "CD04", 2)
    assert demonstrations[0].conflicts == 1


def test_the_conflict_can_be_tried(lead):
    [conflict] = lead.merging.conflicts()
    lead.merging.resolve(conflict.id, head=conflict.sides[0].head, reason="Đối chiếu sổ theo dõi")
    assert lead.merging.conflicts() == ()
    assert lead.visits.list()[0].conflicts == 0


def test_both_workspaces_are_sound_and_rebuilding_changes_nothing(lead, member):
    for bench in (lead, member):
        assert verified(bench)
        before = state(bench)
        bench.upkeep.rebuild()
        assert state(bench) == before


def test_no_answer_of_it_is_refused_by_its_own_checklist(lead, demonstrations):
    for visit in demonstrations[0].visits:
        amiss = [code for code, view in lead.checklists.open(visit).items.items() if view.status == "invalid"]
        assert amiss == []


def test_its_minutes_hold_what_the_checklist_shows(lead, demonstrations):
    for visit, written in zip(demonstrations[0].visits, demonstrations[0].minutes, strict=True):
        printed = " ".join(pages(written.pdf.read_bytes()))
        row = next(row for row in lead.visits.list() if row.id == visit)
        assert f"{row.index}".replace(".", ",") in printed
        assert row.unit_name.split(" ", 1)[1] in printed
        assert written.docx.stat().st_size > 10_000


def test_its_first_visit_shows_a_whole_day(lead, demonstrations):
    first = lead.visits.get(demonstrations[0].visits[0])
    counted = totals(first.visit, [entry.record for entry in first.plan_areas])
    assert (counted.tasks.done, counted.tasks.total) == (18, 26)
    assert (counted.activities.done, counted.activities.total) == (20, 39)
    assert not counted.tasks.differs
    assert first.visit.models_registered == 18
    for listed in (first.documents, first.plan_lines, first.initiatives, first.software_faults):
        assert len(listed) > 2
    assert {entry.record.attendance for entry in first.participants} == {"present", "late"}
    assert {entry.record.state for entry in first.follow_ups} == {"fixed", "partly", "not_fixed"}


def test_its_visits_show_who_has_what_with_a_gap_and_an_overlap(lead, demonstrations):
    first, _second, third = (lead.duties.roster(visit) for visit in demonstrations[0].visits)
    assert all(area.members for area in first.areas)
    dealt = {area.code: area.members for area in third.areas}
    assert (len(dealt["TS"]), len(dealt["CD"])) == (0, 2)
    assert {member.laptop for member in third.members} == {"Máy trưởng đoàn", "Máy 02", ""}


def test_its_checklists_say_what_its_lists_say(lead, demonstrations):
    items = lead.checklists.open(demonstrations[0].visits[0]).items
    assert (items["CD04"].numerator, items["CD04"].denominator) == (18, 26)
    assert (items["CD07"].numerator, items["CD07"].denominator) == (2, 4)


def test_one_that_was_made_earlier_is_found_as_it_stands(demonstrations):
    made = demonstrations[1]
    found = demo.find(made.lead.parent)
    assert set(found.visits) == set(made.visits)
    assert {written.docx for written in found.minutes} == {written.docx for written in made.minutes}
    assert (found.conflicts, found.lead, found.member) == (1, made.lead, made.member)


def test_it_is_not_made_over_another(demonstrations):
    assert demo.exists(demonstrations[0].lead.parent)
    with pytest.raises(WorkspaceExists):
        demo.make(demonstrations[0].lead.parent)
