"""How far the unit has come, in the minutes: its plan, models and initiatives, faults of its software, and
what became of the recommendations of the last visit."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Final, get_args

from inspector_app.domain.records import FollowUpState, InitiativeState, PlanLevel, PlanState
from inspector_app.reports.document import Block, Column, Row, Table, row, text
from inspector_app.reports.facts import (
    Fault,
    FollowUp,
    Initiative,
    MinutesFacts,
    Plan,
    PlanCount,
    PlanLine,
)
from inspector_app.reports.phrases import (
    SHORT,
    counted,
    fraction,
    listing,
    lower_first,
    percent_of,
    say,
    stem,
)
from inspector_app.text import format_date, format_number

# --- the plan ------------------------------------------------------------------------------------


def plan_progress(facts: MinutesFacts, tables: Iterator[str]) -> Iterator[Block]:
    """The plan at both levels, area by area where it was counted so, what is late, models and initiatives."""
    if facts.plan:
        yield from _plan(facts.plan, tables)
    if facts.plan_lines:
        yield say("Nhiệm vụ, hoạt động chậm tiến độ, cần lưu ý:")
        yield listing(_plan_line(each) for each in facts.plan_lines)
    if facts.models is not None:
        yield say(f"Số đơn vị đăng ký mô hình, sáng kiến cải cách hành chính: {counted(facts.models)}.")
    if facts.initiatives:
        yield say("Mô hình, sáng kiến được ghi nhận:")
        yield listing(_initiative(each) for each in facts.initiatives)


def _plan(plan: Plan, tables: Iterator[str]) -> Iterator[Block]:
    levels = (("nhiệm vụ", plan.tasks, plan.tasks_done), ("hoạt động", plan.activities, plan.activities_done))
    whole = [f"{counted(total)} {name}" for name, total, _ in levels if total is not None]
    done = [
        f"{fraction(part, total)} {name}"
        for name, total, part in levels
        if total is not None and part is not None
    ]
    if not whole:
        return
    over = f" thuộc {counted(plan.areas)} lĩnh vực" if plan.areas else ""
    sentence = f"Kế hoạch cải cách hành chính năm của đơn vị có {', '.join(whole)}{over}"
    if done:
        sentence += f"; đến ngày kiểm tra đã hoàn thành {' và '.join(done)}"
    if not plan.by_area:
        yield say(f"{sentence}.")
        return
    table = next(tables)
    yield say(f"{sentence} ({table}).")
    yield Table(
        (Column(61), *[Column(17.3, "right")] * 6),
        row("Lĩnh vực", "Nhiệm vụ", "Hoàn thành", "Tỷ lệ", "Hoạt động", "Hoàn thành", "Tỷ lệ"),
        (*(_plan_row(each) for each in plan.by_area), _plan_row(plan, "Cộng")),
        caption=text(f"{table}. Tiến độ thực hiện kế hoạch cải cách hành chính theo lĩnh vực"),
        whole=True,
        small=True,
    )


def _plan_row(count: PlanCount, together: str = "") -> Row:
    return row(
        together or count.name,
        *(
            cell
            for total, done in ((count.tasks, count.tasks_done), (count.activities, count.activities_done))
            for cell in (_cell(total), _cell(done), percent_of(done, total))
        ),
        bold=bool(together),
    )


def _cell(count: int | None) -> str:
    return "–" if count is None else format_number(count)


def _plan_line(line: PlanLine) -> str:
    who = f" ({line.responsible})" if line.responsible else ""
    told = [
        _STATES[line.state],
        f"thời hạn {format_date(line.due_on)}" if line.due_on else "",
        f"hoàn thành ngày {format_date(line.done_on)}" if line.done_on else "",
        f"lý do: {lower_first(stem(line.reason))}" if line.reason else "",
    ]
    return f"{_LEVELS[line.level]}: {stem(line.text)}{who}, {', '.join(each for each in told if each)}"


def _initiative(initiative: Initiative) -> str:
    who = f" ({initiative.unit})" if initiative.unit else ""
    effect = f"; kết quả: {lower_first(stem(initiative.effect))}" if initiative.effect else ""
    return f"{stem(initiative.name)}{who}: {_INITIATIVES[initiative.state]}{effect}"


# --- the software --------------------------------------------------------------------------------


def software(facts: MinutesFacts, tables: Iterator[str]) -> Iterator[Block]:
    """The faults of the one-stop software: a list of bare words, a table where more is known of them."""
    faults = facts.faults
    if not faults:
        return
    cases = f"Lỗi của phần mềm một cửa điện tử được ghi nhận ({counted(len(faults))} trường hợp)"
    if not any(map(_detailed, faults)):
        yield say(f"{cases}:")
        yield listing(fault.text for fault in faults)
        return
    table = next(tables)
    touched = sum(fault.dossiers or 0 for fault in faults)
    told = [
        f"ảnh hưởng {counted(touched)} hồ sơ" if touched else "",
        _waiting(sum(fault.state != "fixed" for fault in faults)),
        f"chi tiết nêu tại {table}",
    ]
    yield say(f"{cases}, {'; '.join(each for each in told if each)}.")
    yield Table(
        (
            Column(8, "center"), Column(22, "center"), Column(58), Column(15, "right"), Column(31),
            Column(31),
        ),
        row("TT", "Ngày", "Phần mềm, hiện tượng", "Số hồ sơ", "Đã báo", "Khắc phục"),
        tuple(_fault_row(number, fault) for number, fault in enumerate(faults, start=1)),
        caption=text(f"{table}. Lỗi của phần mềm một cửa điện tử"),
        whole=len(faults) <= SHORT,
        small=True,
    )  # fmt: skip


def _detailed(fault: Fault) -> bool:
    return bool(
        fault.system or fault.happened_on or fault.dossiers or fault.reported_to or fault.reported_on
        or fault.fixed_on
    )  # fmt: skip


def _waiting(faults: int) -> str:
    return f"còn {counted(faults)} lỗi chưa khắc phục" if faults else "đã khắc phục hết"


def _fault_row(number: int, fault: Fault) -> Row:
    fixed = "đã khắc phục" if fault.state == "fixed" else "chưa khắc phục"
    return row(
        str(number),
        format_date(fault.happened_on) if fault.happened_on else "",
        f"{fault.system}: {lower_first(fault.text)}" if fault.system else fault.text,
        _cell(fault.dossiers) if fault.dossiers is not None else "",
        _on(fault.reported_to, fault.reported_on) or ("đã báo" if fault.state == "reported" else ""),
        _on(fixed, fault.fixed_on),
    )


def _on(words: str, day: date | None) -> str:
    """`Sở Khoa học và Công nghệ, 06/10/2026`"""
    return ", ".join(part for part in (words, format_date(day) if day else "") if part)


# --- the last visit ------------------------------------------------------------------------------


def followed_up(facts: MinutesFacts, tables: Iterator[str]) -> Iterator[Block]:
    """What became of the recommendations of earlier visits."""
    followed = facts.follow_ups
    states = Counter(each.state for each in followed)
    told = [f"{counted(states[name])} {_FOLLOWED[name]}" for name in get_args(FollowUpState) if states[name]]
    table = next(tables)
    yield say(f"Kỳ kiểm tra trước có {counted(len(followed))} kiến nghị: {'; '.join(told)} ({table}).")
    yield Table(
        (Column(8, "center"), Column(62), Column(34), Column(23, "center"), Column(38)),
        row("TT", "Kiến nghị", "Đơn vị thực hiện", "Thời hạn", "Kết quả"),
        tuple(_followed_row(number, each) for number, each in enumerate(followed, start=1)),
        caption=text(f"{table}. Kết quả thực hiện kiến nghị của kỳ kiểm tra trước"),
        whole=len(followed) <= SHORT,
        small=True,
    )


def _followed_row(number: int, followed: FollowUp) -> Row:
    made = f" (kiểm tra ngày {format_date(followed.visit_on)})" if followed.visit_on else ""
    note = f": {lower_first(stem(followed.note))}" if followed.note else ""
    return row(
        str(number),
        f"{stem(followed.text)}{made}",
        followed.responsible,
        format_date(followed.due_on) if followed.due_on else "",
        f"{_FOLLOWED[followed.state]}{note}",
    )


_LEVELS: Final[dict[PlanLevel, str]] = {"task": "Nhiệm vụ", "activity": "Hoạt động"}
_STATES: Final[dict[PlanState, str]] = {
    "on_time": "hoàn thành đúng hạn",
    "overdue": "chậm tiến độ",
    "under_way": "đang thực hiện",
    "not_begun": "chưa thực hiện",
    "dropped": "không tiếp tục thực hiện",
}
_INITIATIVES: Final[dict[InitiativeState, str]] = {
    "registered": "đã đăng ký, chưa triển khai",
    "applied": "đang áp dụng",
    "recognised": "đã được công nhận",
    "dropped": "không tiếp tục thực hiện",
}
_FOLLOWED: Final[dict[FollowUpState, str]] = {
    "open": "chưa đánh giá",
    "fixed": "đã khắc phục",
    "partly": "khắc phục một phần",
    "not_fixed": "chưa khắc phục",
    "obsolete": "không còn phù hợp",
}
