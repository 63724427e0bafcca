"""The demonstration: three visits of one week in Đồng Tháp, with invented persons, made through the services.

Two laptops: the lead's and a member's. The lead has been in the first commune a year before; now the lead
plans the visits, deals the areas and hands them over; both fill in what is theirs; the member's bundle comes
back and is merged. The third visit is still under way: an area is dealt to nobody, another to two people,
and there is one conflict to try. Everything follows from a fixed seed and a fixed clock, so the same
demonstration is made every time.
"""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from inspector_app.domain.records import LEAD, Attendance, VisitId
from inspector_app.services import demo_content as content
from inspector_app.services.desk import Circumstances
from inspector_app.services.views import ItemView, Link, NewVisit, Profile, ReceiveReport, WrittenMinutes
from inspector_app.services.workbench import Workbench
from inspector_app.storage.workspace import KeyDerivation
from inspector_app.text import VIETNAM

SEED = 20260704
PASSPHRASE = "trinh dien 2026"
"""Public on purpose: the demonstration holds invented data only."""
LEAD_FOLDER, MEMBER_FOLDER = "truong-doan", "thanh-vien"
_PAPERS = "bien-ban"

_QUICK = KeyDerivation(memory_kib=8_192, iterations=1, lanes=1)
_LEAD = Profile("Trần Quốc Huy", "Phó Giám đốc", "Sở Nội vụ tỉnh Đồng Tháp", "Máy trưởng đoàn")
_MEMBER = Profile("Lê Thị Mỹ Duyên", "Chuyên viên", "Văn phòng UBND tỉnh Đồng Tháp", "Máy 02")
_MEMBERS_AREAS = ("TT", "SL")
_A_YEAR_BEFORE = date(2025, 11, 12)


@dataclass(frozen=True, slots=True)
class _Plan:
    """One visit to be played: where, when, how good the unit is, how far the team has come."""

    unit: str
    on: date
    quality: float
    complete: bool
    dossiers_received: int
    chair: tuple[str, str]
    tasks: tuple[int, int, int, int]
    """Tasks of the unit's plan, of these done, activities, of these done, as it reports them."""
    models: int | None = None
    documents: int = 0
    """So many of the papers were handed over."""
    dealt: Mapping[str, str] = field(default_factory=dict[str, str])
    attendance: Mapping[str, Attendance] = field(default_factory=dict[str, Attendance])


_DEALT = {
    _LEAD.name: "CD BM CV TP NX",
    _MEMBER.name: "TT SL",
    "Đặng Hoàng Phúc": "TC",
    "Ngô Thùy Dương": "CS",
    "Nguyễn Tấn Lộc": "TS",
}
_PLANS = (
    _Plan(
        "29971", date(2026, 11, 16), 0.86, True, 4_212, ("Ông", "Nguyễn Văn Thạnh"), (26, 18, 39, 20),
        models=18, documents=8, dealt=_DEALT, attendance={"Trương Minh Trí": "late"},
    ),
    _Plan(
        "29955", date(2026, 11, 18), 0.95, True, 6_874, ("Bà", "Phạm Thị Ngọc Ánh"), (24, 22, 36, 31),
        documents=5, dealt=_DEALT, attendance={"Nguyễn Tấn Lộc": "absent"},
    ),
    _Plan(
        "29983", date(2026, 11, 20), 0.74, False, 3_105, ("Ông", "Huỳnh Tấn Đạt"), (22, 13, 33, 17),
        documents=3, dealt={**_DEALT, _MEMBER.name: "CD TT SL", "Nguyễn Tấn Lộc": ""},
        attendance={"Nguyễn Tấn Lộc": "absent", "Trương Minh Trí": "unknown", "Huỳnh Tấn Đạt": "unknown"},
    ),
)  # fmt: skip
_CONFLICT_ITEM, _FOLLOWED_ITEM = "CD04", "CD07"


@dataclass(frozen=True, slots=True)
class Demonstration:
    """What was made, and where."""

    lead: Path
    member: Path
    visits: tuple[VisitId, ...]
    received: tuple[ReceiveReport, ...]
    minutes: tuple[WrittenMinutes, ...]
    conflicts: int
    passphrase: str = PASSPHRASE


class _Clock:
    """A clock that moves when it is asked, so that no two acts happen at the same time."""

    def __init__(self, start: datetime) -> None:
        self.now = start

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=7)
        return self.now

    def start_of(self, day: date, hour: int, minute: int = 0) -> None:
        self.now = max(self.now, _at(day, hour, minute))


def _at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=VIETNAM)


def exists(folder: Path) -> bool:
    """Whether a demonstration was made in this folder."""
    return Workbench.exists(folder / LEAD_FOLDER)


def find(folder: Path) -> Demonstration:
    """A demonstration that was made earlier, as it stands now.

    Raises WrongPassphrase where it was given another, WorkspaceInUse, WorkspaceDamaged.
    """
    lead = Workbench.open(folder / LEAD_FOLDER, PASSPHRASE)
    try:
        visits, conflicts = lead.visits.list(), lead.merging.conflicts()
    finally:
        lead.close()
    return Demonstration(
        lead=lead.folder,
        member=folder / MEMBER_FOLDER,
        visits=tuple(row.id for row in visits if row.on != _A_YEAR_BEFORE),
        received=(),
        minutes=tuple(
            WrittenMinutes(pdf, pdf.with_suffix(".docx"), ())
            for pdf in sorted((folder / _PAPERS).glob("*.pdf"))
        ),
        conflicts=len(conflicts),
    )


def make(folder: Path) -> Demonstration:
    """Make both workspaces below `folder`, the bundles that went between them and the minutes.

    Raises WorkspaceExists where there is one already, SaveFailed, FileTrouble.
    """
    rng = random.Random(SEED)
    clock = _Clock(_at(_A_YEAR_BEFORE, 8))
    circumstances = Circumstances(lambda: clock().astimezone(UTC), rng.randbytes)
    made = [
        Workbench.create(folder / name, PASSPHRASE, who, circumstances=circumstances, derivation=_QUICK)
        for name, who in ((LEAD_FOLDER, _LEAD), (MEMBER_FOLDER, _MEMBER))
    ]
    try:
        return _play(folder, made[0], made[1], clock, rng)
    finally:
        for workbench in made:
            workbench.close()


def _play(
    folder: Path, lead: Workbench, member: Workbench, clock: _Clock, rng: random.Random
) -> Demonstration:
    stick, papers = folder / "usb", folder / _PAPERS
    for place in (stick, papers):
        place.mkdir(parents=True, exist_ok=True)
    _play_a_year_before(lead)
    clock.start_of(date(2026, 11, 13), 8)
    visits = [_begin(lead, plan) for plan in _PLANS]
    lead.handover.receive(member.handover.card(stick).file)
    [colleague] = lead.trust.contacts()
    for visit in visits:
        lead.trust.admit(visit, colleague.device)
        member.handover.receive(lead.handover.export(visit, stick).file)
        _sit_down(member, visit)
    received: list[ReceiveReport] = []
    for visit, plan in zip(visits, _PLANS, strict=True):
        clock.start_of(plan.on, 7, 45)
        _fill(member, visit, plan, rng, mine=True)
        _check_dossiers(member, visit, plan, rng)
        _fill(lead, visit, plan, rng, mine=False)
        _find(lead, visit, plan)
        if not plan.complete:
            _disagree(lead, member, visit)
        _hand_over(lead, visit, plan)
        clock.start_of(plan.on, 11)
        received.append(lead.handover.receive(member.handover.export(visit, stick).file))
        lead.dossiers.feed(visit)
        if plan.complete:
            _close(lead, visit, plan)
    _photograph(lead, visits)
    minutes = [lead.reporting.write_minutes(visit, papers) for visit in visits]
    return Demonstration(
        lead=lead.folder,
        member=member.folder,
        visits=tuple(visits),
        received=tuple(received),
        minutes=tuple(minutes),
        conflicts=len(lead.merging.conflicts()),
    )


# --- the acts of the day -------------------------------------------------------------------------


def _begin(lead: Workbench, plan: _Plan) -> VisitId:
    """The lead plans a visit and names the people."""
    visit, _ = lead.visits.new(NewVisit(plan.unit, plan.on))
    tasks, tasks_done, activities, activities_done = plan.tasks
    lead.visits.edit(
        visit,
        number=f"{_PLANS.index(plan) + 5:02d}",
        decision=(
            "Quyết định số 412/QĐ-SNV ngày 09 tháng 02 năm 2026 của Giám đốc Sở Nội vụ tỉnh Đồng Tháp về "
            "việc thành lập Đoàn kiểm tra công tác cải cách hành chính năm 2026"
        ),
        plan=(
            "Kế hoạch số 38/KH-UBND ngày 26 tháng 01 năm 2026 của UBND tỉnh Đồng Tháp về kiểm tra công tác "
            "cải cách hành chính năm 2026"
        ),
        started_at=_at(plan.on, 7, 30),
        plan_areas=7,
        plan_tasks=tasks,
        plan_tasks_done=tasks_done,
        plan_activities=activities,
        plan_activities_done=activities_done,
        models_registered=plan.models,
    )
    me = lead.visits.get(visit).participants[0].id
    lead.visits.change(
        visit, "participant", me, role=LEAD, honorific="Ông", attendance="present",
        areas=plan.dealt[_LEAD.name].split(),
    )  # fmt: skip
    lead.visits.add_all(visit, "participant", content.people(plan.chair, plan.attendance, plan.dealt))
    return visit


def _sit_down(member: Workbench, visit: VisitId) -> None:
    """The member says which of the people is at this laptop."""
    roster = member.duties.roster(visit)
    if roster.offered is not None:
        member.duties.be(visit, roster.offered)


def _fill(workbench: Workbench, visit: VisitId, plan: _Plan, rng: random.Random, *, mine: bool) -> None:
    """One person answers the items of their areas; of a visit under way, some stay open."""
    figures = _figures(plan)
    view = workbench.checklists.open(visit)
    for code in view.items:
        item = workbench.checklists.open(visit).items[code]
        if (item.area in _MEMBERS_AREAS) != mine or all(leaf.computed for leaf in item.leaves):
            continue
        if not plan.complete and item.area in ("BM", "CS", "TS", "NX") and rng.random() < 0.6:
            continue
        if item.code == _FOLLOWED_ITEM and plan is not _PLANS[0] and item.na_allowed:
            workbench.checklists.not_applicable(visit, item.code, "Kỳ trước chưa được kiểm tra.")
            continue
        if item.na_allowed and item.code != _FOLLOWED_ITEM and rng.random() < 0.15:
            workbench.checklists.not_applicable(visit, item.code, "Không phát sinh trong kỳ kiểm tra.")
            continue
        answer = {item.code: str(figures[item.code])} if item.code in figures else _answer(item, plan, rng)
        if item.code == _FOLLOWED_ITEM and plan is _PLANS[0]:
            fixed = sum(state == "fixed" for state, _ in content.JUDGED)
            answer = dict(zip(answer, (str(fixed), str(len(content.JUDGED))), strict=True))
        if answer:
            workbench.checklists.answer(visit, item.code, answer)
        if item.max_points and item.code not in figures:
            own = min(item.max_points, (item.points or Decimal(0)) + item.max_points)
            workbench.checklists.self_points(visit, item.code, own)
    for code, note in content.NOTES.items():
        if code in view.items and (view.items[code].area in _MEMBERS_AREAS) == mine:
            workbench.checklists.note(visit, code, note)


def _photograph(lead: Workbench, visits: Iterable[VisitId]) -> None:
    """The same photos everywhere."""
    from inspector_app.services.demo_pictures import taken

    photos = tuple(taken())
    for visit in visits:
        for item, caption, photo in photos:
            lead.evidence.keep(visit, photo, Link(item=item), caption)


def _answer(item: ItemView, plan: _Plan, rng: random.Random) -> dict[str, str]:
    """A plausible answer of a unit of this quality."""
    good = rng.random() < plan.quality
    leaf = item.leaves[0]
    match item.editor:
        case "yes_no" | "choice":
            choices = leaf.choices
            return {leaf.key: choices[0 if good else min(len(choices) - 1, rng.choice((1, 1, 2)))].name}
        case "ratio":
            typed = [part for part in item.leaves if not part.computed]
            whole = rng.choice((10, 12, 15, 20, 24, 26, 30))
            part = whole if good else int(whole * rng.uniform(0.6, 0.97))
            if item.code == _CONFLICT_ITEM:
                part, whole = plan.tasks[1], plan.tasks[0]
            if len(typed) == 1:  # the whole is a base figure
                whole = int(item.denominator or 0)
                return {typed[0].key: str(int(whole * (1 if good else rng.uniform(0.8, 0.97))))}
            return {typed[0].key: str(part), typed[1].key: str(whole)}
        case "points":
            share = Decimal(1) if good else Decimal("0.5")
            return {leaf.key: str((item.max_points or Decimal(0)) * share)}
        case "count":
            if item.area == "TP" or (item.max_points and "trừ" in item.rule_text.lower()):
                return {leaf.key: "0" if good else "1"}
            return {leaf.key: str(rng.choice((3, 4, 6)) if good else 2)}
        case "text":
            return {leaf.key: content.REMARKS.get(item.code, "")}
        case _:
            return {}


def _figures(plan: _Plan) -> dict[str, int]:
    """Base figures that agree with each other, as the one-stop system would export them."""
    share = random.Random(f"{SEED}{plan.unit}")  # the same figures whoever asks
    total = plan.dossiers_received
    online = int(total * share.uniform(0.62, 0.9))
    post = int(total * share.uniform(0.01, 0.05))
    carried = int(total * 0.02)
    counter = total - online - post - carried
    pending = int(total * 0.03)
    pending_late = int(pending * (1 - plan.quality) * 0.4)
    paused, returned = int(total * 0.01), int(total * 0.015)
    done = total - pending - paused - returned
    late = int(done * (1 - plan.quality) * 0.14)
    early = int(done * share.uniform(0.6, 0.75))
    paid = int(total * 0.42)
    ratings = int(done * 0.35)
    new = online + counter + post
    returned_by_post = int(done * share.uniform(0.02, 0.06))
    return {
        "SL01": 362, "SL02": total, "SL03": online, "SL04": counter, "SL05": post, "SL06": carried,
        "SL07": done, "SL08": early, "SL09": done - early - late, "SL10": late,
        "SL11": pending - pending_late, "SL12": pending_late, "SL13": paused, "SL14": returned,
        "SL15": int((late + pending_late) * 0.7), "SL16": returned_by_post,
        "SL17": paid, "SL18": int(paid * share.uniform(0.55, 0.9)),
        "SL19": int(new * share.uniform(0.8, 0.97)), "SL20": int(done * share.uniform(0.75, 0.95)),
        "SL21": int(new * share.uniform(0.35, 0.6)), "SL22": ratings, "SL23": int(ratings * 0.93),
        "SL24": max(int(total * 0.4), post + returned_by_post),
    }  # fmt: skip


def _check_dossiers(workbench: Workbench, visit: VisitId, plan: _Plan, rng: random.Random) -> None:
    """Twenty dossiers drawn and checked."""
    for number in range(20):
        late = number < 6
        received = plan.on - timedelta(days=rng.randint(20, 70))
        due = received + timedelta(days=rng.choice((3, 5, 10)))
        finished = due + timedelta(days=rng.randint(1, 9) if late else -rng.randint(0, 2))
        procedure, field = rng.choice(content.PROCEDURES)
        answers = {
            "linh_vuc": field,
            "kenh_nop": rng.choice(("truc_tuyen", "truc_tuyen", "truc_tiep", "bcci")),
            "tang_mau": "qua_han" if late else "dung_han",
            "ngay_tiep_nhan": received.isoformat(),
            "ngay_hen_tra": due.isoformat(),
            "ngay_ket_thuc": finished.isoformat(),
            **{f"H{check:02d}": _check(check, plan, rng) for check in range(1, 16) if check != 10 or late},
            "H09": "khong_dat" if late else "dat",
        }
        if answers["H05"] != "khong_ap_dung":
            answers["co_bo_sung"] = "co"
        if late:
            apologised = rng.random() < 0.7
            answers |= {
                "H10": "dat" if apologised else "khong_dat",
                "buoc_qua_han": "Chuyển hồ sơ giữa các bước trên phần mềm",
                "nguyen_nhan": rng.choice(("a", "a", "b", "c", "a b")),
                "co_xin_loi": "co" if apologised else "khong",
            }
            if apologised:
                answers |= {
                    "so_xin_loi": f"{rng.randint(11, 240)}/XL-UBND",
                    "ngay_xin_loi": (due - timedelta(days=1)).isoformat(),
                }
        code = f"H20.50.{plan.unit[-2:]}-{received:%y%m%d}-{rng.randint(1, 9_999):04d}"
        workbench.dossiers.add(visit, code, procedure, **answers)


def _check(number: int, plan: _Plan, rng: random.Random) -> str:
    if number in (5, 8, 11) and rng.random() < 0.6:
        return "khong_ap_dung"
    return "dat" if rng.random() < plan.quality + 0.06 else "khong_dat"


def _find(workbench: Workbench, visit: VisitId, plan: _Plan) -> None:
    """The lead writes findings, recommendations with a deadline, and what became of the earlier ones."""
    _recommend(workbench, visit, plan.on, content.FINDINGS)
    earlier = workbench.earlier.get(visit).follow_ups
    for entry, (state, note) in zip(earlier, content.JUDGED, strict=False):
        workbench.earlier.judge(visit, entry.id, state, note)


def _recommend(workbench: Workbench, visit: VisitId, on: date, found: Sequence[content.Found]) -> None:
    for item, text, cause, severity, request, responsible, days in found:
        finding, _ = workbench.visits.add(
            visit, "finding",
            item=item, text=text, cause=cause, severity=severity, responsible=responsible,
        )  # fmt: skip
        workbench.visits.add(
            visit, "recommendation",
            item=item, finding=finding, text=request, responsible=responsible,
            due_on=on + timedelta(days=days),
        )  # fmt: skip


def _hand_over(lead: Workbench, visit: VisitId, plan: _Plan) -> None:
    """The unit hands over its papers, its plan by area, its models and its log of faults."""
    share = 1 if plan is _PLANS[0] else 2
    for kind, rows in (
        ("document", content.DOCUMENTS[: plan.documents]),
        ("plan_line", content.LATE[: len(content.LATE) // share]),
        ("initiative", content.INITIATIVES[: len(content.INITIATIVES) // share]),
        ("software_fault", content.FAULTS[: len(content.FAULTS) // share]),
    ):
        lead.visits.add_all(visit, kind, rows)
    for area, counts in content.PLANS.get(plan.unit, {}).items():
        names = ("tasks", "tasks_done", "activities", "activities_done")
        lead.visits.count_plan(visit, area, **dict(zip(names, counts, strict=True)))


def _play_a_year_before(lead: Workbench) -> None:
    """The visit of the first commune in 2025, as far as the next one builds on it."""
    visit, _ = lead.visits.new(NewVisit(_PLANS[0].unit, _A_YEAR_BEFORE))
    items = lead.checklists.open(visit).items
    typed = {code: [leaf.key for leaf in item.leaves if not leaf.computed] for code, item in items.items()}
    answers = {code: {typed[code][0]: text} for code, text in content.EARLIER_ANSWERS.items()}
    for code, counts in content.EARLIER_RATIOS.items():
        answers[code] = dict(zip(typed[code], counts, strict=True))
    lead.checklists.answer_all(visit, answers)
    _recommend(lead, visit, _A_YEAR_BEFORE, content.EARLIER)
    end = _at(_A_YEAR_BEFORE, 16)
    lead.visits.edit(visit, number="11", ended_at=end, unit_opinion="Đơn vị thống nhất, tiếp thu.")


def _disagree(lead: Workbench, member: Workbench, visit: VisitId) -> None:
    """Both count the finished tasks, from different lists: a conflict to be decided."""
    sides = f"{_CONFLICT_ITEM}_tu", f"{_CONFLICT_ITEM}_mau"
    lead.checklists.answer(visit, _CONFLICT_ITEM, dict(zip(sides, ("13", "22"), strict=True)))
    member.checklists.answer(visit, _CONFLICT_ITEM, dict(zip(sides, ("15", "22"), strict=True)))
    member.checklists.note(visit, _CONFLICT_ITEM, "Tính cả hai nhiệm vụ hoàn thành ngày 19/11.")


def _close(lead: Workbench, visit: VisitId, plan: _Plan) -> None:
    """The unit is heard, the work ends."""
    lead.visits.edit(visit, ended_at=_at(plan.on, 16, 20), unit_opinion=content.OPINION)
