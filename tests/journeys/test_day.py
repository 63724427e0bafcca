"""A whole day of an inspection team: three laptops in a commune, one stick, and the office in the evening.

The lead plans and hands over; everyone answers their areas; two people count the same thing differently; the
lead merges, decides and prints; the office receives. What is checked at the end is what the house promises:
every laptop that has received everything shows the same, and nothing was lost or changed on the way.
"""

import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from inspector_app.domain.records import LEAD, MEMBER, SECRETARY, VisitId
from inspector_app.services.views import ItemView, NewVisit
from inspector_app.services.workbench import Workbench
from inspector_app.storage.workspace import StoredTemplate
from tests.reports.reading import pages
from tests.services.conftest import PASSPHRASE, Laptops, counted, hand_over, state, verified

MINHS, HOAS = ("TT", "CS", "SL"), ("BM", "CV", "TS")
"""The areas of the members; the rest is the lead's."""


class Watch:
    """A laptop's clock: it moves on by itself, and may be wrong by hours."""

    def __init__(self, wrong: timedelta = timedelta()) -> None:
        self._now = datetime(2026, 11, 23, 0, 30, tzinfo=UTC) + wrong

    def __call__(self) -> datetime:
        self._now += timedelta(seconds=3)
        return self._now


@dataclass
class Day:
    """The day as it went."""

    lead: Workbench
    minh: Workbench
    hoa: Workbench
    office: Workbench
    visit: VisitId
    stick: Path
    pdf: Path

    @property
    def laptops(self) -> tuple[Workbench, ...]:
        return self.lead, self.minh, self.hoa, self.office


NAMES = ("Lan", "Minh", "Hoa", "Sở")


@pytest.fixture(scope="module")
def played(
    tmp_path_factory: pytest.TempPathFactory, shipped: tuple[StoredTemplate, ...]
) -> tuple[Path, VisitId]:
    """The folder of the day as it went, and the visit: four workspaces, the stick, the minutes."""
    folder = tmp_path_factory.mktemp("ngày")
    (folder / "usb").mkdir()
    with ExitStack() as running:
        return folder, play(Laptops(folder, shipped, running), folder)


@pytest.fixture
def day(played: tuple[Path, VisitId], tmp_path: Path) -> Iterator[Day]:
    """A copy of the day's folder, with the laptops open as they were left."""
    folder, visit = played
    shutil.copytree(folder, tmp_path / "ngày")
    with ExitStack() as running:
        opened = [
            running.enter_context(closing(Workbench.open(tmp_path / "ngày" / name, PASSPHRASE)))
            for name in NAMES
        ]
        [pdf] = (tmp_path / "ngày").glob("*.pdf")
        yield Day(*opened, visit, tmp_path / "ngày" / "usb", pdf)


def play(laptop: Laptops, folder: Path) -> VisitId:
    """From the lead's plan in the morning to the office in the evening."""
    stick = folder / "usb"
    lead = laptop("Lan", Watch())
    minh = laptop("Minh", Watch(timedelta(hours=-5)))  # the battery was flat
    hoa = laptop("Hoa", Watch(timedelta(hours=3)))
    office = laptop("Sở", Watch(timedelta(hours=8)))

    visit = plan(lead)
    for member in (minh, hoa):
        hand_over(lead, member, visit, stick)

    work(minh, visit, MINHS)
    work(hoa, visit, HOAS)
    work(lead, visit, {area.code for area in lead.checklists.open(visit).areas} - {*MINHS, *HOAS})
    check_dossiers(minh, visit)
    disagree(lead, hoa, visit)

    for member in (minh, hoa):
        hand_over(member, lead, visit, stick)
    decide(lead, visit)
    lead.visits.edit(
        visit, ended_at=datetime(2026, 11, 23, 9, 20, tzinfo=UTC), unit_opinion="Đơn vị thống nhất."
    )
    lead.reporting.write_minutes(visit, folder)
    hand_over(lead, office, visit, stick)
    return visit


# --- the acts of the day -------------------------------------------------------------------------


def plan(lead: Workbench) -> VisitId:
    visit, _ = lead.visits.new(NewVisit("29971", date(2026, 11, 23)))
    lead.visits.edit(visit, started_at=datetime(2026, 11, 23, 0, 30, tzinfo=UTC), number="05")
    me = lead.visits.get(visit).participants[0].id
    lead.visits.change(visit, "participant", me, role=LEAD, areas=["CD", "TC"])
    lead.visits.add(visit, "participant", name="Minh", role=SECRETARY, areas=list(MINHS))
    # Hoa shares CD with the lead, and so they can come to differ on it.
    lead.visits.add(visit, "participant", name="Hoa", role=MEMBER, areas=[*HOAS, "CD"])
    lead.visits.add(visit, "participant", side="unit", name="Nguyễn Văn Thạnh", title="Chủ tịch UBND")
    return visit


def work(bench: Workbench, visit: VisitId, areas: Iterable[str]) -> None:
    """Answer everything in one's areas, with some detours as people make them."""
    for code, item in bench.checklists.open(visit).items.items():
        if item.area not in areas or all(leaf.computed for leaf in item.leaves):
            continue
        if item.na_allowed:
            bench.checklists.not_applicable(visit, code, "Không phát sinh trong kỳ.")
            continue
        bench.checklists.draft(visit, code, item.leaves[0].key, "đang gõ")
        bench.checklists.answer(visit, code, answer(item))


def answer(item: ItemView) -> dict[str, str]:
    typed = [leaf for leaf in item.leaves if not leaf.computed]
    first = typed[0]
    match item.editor:
        case "yes_no" | "choice":
            return {first.key: first.choices[0].name}
        case "ratio":
            return dict.fromkeys((leaf.key for leaf in typed), "20")
        case "points":
            return {first.key: str(item.max_points)}
        case "count":
            return {first.key: "0" if item.area == "TP" or "trừ" in item.rule_text else "4"}
        case "figure":
            sums = {"SL02": "80", "SL07": "60", "SL24": "40"}
            return {first.key: sums.get(item.code, "20")}
        case _:
            return {first.key: "Không có."}


def check_dossiers(bench: Workbench, visit: VisitId) -> None:
    dates = {
        "ngay_kiem_tra": "2026-11-23", "ngay_tiep_nhan": "2026-11-02", "ngay_hen_tra": "2026-11-10",
        "ngay_ket_thuc": "2026-11-10",
    }  # fmt: skip
    for number in range(3):
        checks = {f"H{check:02}": "dat" for check in range(1, 16) if check != 10}
        checks["H07"] = "khong_dat" if number == 0 else "dat"
        bench.dossiers.add(visit, f"H20.50-{number:04}", "Đăng ký khai sinh", **dates, **checks)
    bench.dossiers.feed(visit)


def disagree(lead: Workbench, hoa: Workbench, visit: VisitId) -> None:
    """Hoa looks into the lead's area, and both count; and both find the same shortcoming."""
    lead.checklists.answer(visit, "CD04", {"CD04_tu": "17", "CD04_mau": "20"})
    hoa.checklists.answer(visit, "CD04", {"CD04_tu": "18", "CD04_mau": "20"})
    hoa.checklists.note(visit, "CD04", "Tính cả nhiệm vụ xong ngày 20/11.")
    finding, _ = hoa.visits.add(visit, "finding", item="CD04", text="Hai nhiệm vụ chậm tiến độ.")
    hoa.visits.add(
        visit, "recommendation",
        finding=finding, item="CD04", text="Hoàn thành hai nhiệm vụ chậm.",
        responsible="Văn phòng HĐND và UBND", due_on=date(2026, 12, 23),
    )  # fmt: skip


def decide(lead: Workbench, visit: VisitId) -> None:
    [conflict] = lead.merging.conflicts(visit)
    assert conflict.before is None
    theirs = next(side for side in conflict.sides if side.author == "Hoa")
    lead.merging.resolve(conflict.id, head=theirs.head, reason="Hoa đã đối chiếu với sổ theo dõi")


def digest(bench: Workbench) -> str:
    """What a laptop shows, in one line: equal on two laptops that agree in everything."""
    rows = json.dumps(state(bench), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(rows.encode()).hexdigest()


def known(bench: Workbench, visit: VisitId) -> set[str]:
    return {sealed.digest for sealed in bench._workspace.ledger.changes(visit)}


# --- in the evening ------------------------------------------------------------------------------


def test_the_office_sees_what_the_lead_saw_and_the_minutes_say_it(day: Day):
    lead, office = day.lead.checklists.open(day.visit), day.office.checklists.open(day.visit)
    assert office == lead
    assert (office.summary.answered, office.summary.open_required, office.summary.provisional) == (
        114,
        0,
        False,
    )
    assert day.office.visits.get(day.visit) == day.lead.visits.get(day.visit)
    assert [row.id for row in day.office.dossiers.list(day.visit)] == [
        row.id for row in day.minh.dossiers.list(day.visit)
    ]
    printed = " ".join(pages(day.pdf.read_bytes()))
    assert f"{office.summary.index}".replace(".", ",") in printed
    assert "18/20" in printed
    assert "nhiệm vụ chậm tiến độ" in printed
    assert day.office.reporting.content_digest(day.visit) == day.lead.reporting.content_digest(day.visit)


def test_after_exchanging_all_laptops_show_the_same_and_are_whole(day: Day):
    for member in (day.minh, day.hoa):
        told = hand_over(day.office, member, day.visit, day.stick)
        assert told.visits[0].disputed == 0
    assert len({digest(bench) for bench in day.laptops}) == 1
    for bench in day.laptops:
        assert verified(bench)
        before = state(bench)
        bench.upkeep.rebuild()
        assert state(bench) == before
        assert bench.merging.conflicts() == ()


def test_nothing_that_was_received_is_missing_from_what_is_sent_on(day: Day):
    everything = set().union(*(known(bench, day.visit) for bench in day.laptops))
    assert known(day.office, day.visit) == everything
    written_by = {sealed.change.device for sealed in day.office._workspace.ledger.changes(day.visit)}
    assert len(written_by) == 3
    sent = day.office.handover.export(day.visit, day.stick)
    assert sent.changes == len(everything)


def test_receiving_the_whole_day_again_in_any_order_changes_nothing(day: Day):
    before, rows = state(day.office), counted(day.office)
    for file in sorted(day.stick.iterdir(), reverse=True):
        assert day.office.handover.receive(file).new == 0
    assert (state(day.office), counted(day.office)) == (before, rows)


def test_both_answers_of_the_dispute_stay_readable_everywhere(day: Day):
    lines = day.office.checklists.history(day.visit, "CD04")
    told = [(line.author, line.text) for line in lines]
    assert ("Lan", "17 / 20") in told
    assert ("Hoa", "18 / 20") in told
    assert told[0] == ("Lan", "18 / 20 (Hoa đã đối chiếu với sổ theo dõi)")
    assert {line.laptop for line in lines} == {"Máy Lan", "Máy Hoa"}


def test_work_after_the_hand_over_still_reaches_the_office(day: Day):
    """Minh corrects a figure on the way home, not knowing that the lead has handed over."""
    day.minh.checklists.answer(day.visit, "SL01", "21")
    told = hand_over(day.minh, day.office, day.visit, day.stick)
    assert told.new == 1
    assert day.office.merging.conflicts() == ()
    assert day.office.checklists.open(day.visit).items["SL01"].leaves[0].value == "21"


def test_every_draft_had_become_an_answer_by_the_evening(day: Day):
    assert [bench.recovered for bench in day.laptops] == [()] * 4
