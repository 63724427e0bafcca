"""Biên bản kiểm tra: the paper that both sides sign before the team leaves.

`minutes` gives the facts of a visit the words and the order that officials expect (Mẫu 1.9 of Nghị định
30/2020/NĐ-CP, in the shape of an inspection). What nobody has looked at is printed as such: "chưa kiểm tra"
is neither zero nor not applicable. What the laptops disagree on is printed as such too.

A gap that must still be filled by hand is printed as dots, and `checks.py` names it, so that nobody signs a
page with dots unawares.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from inspector_app.domain.records import Cause, OnTime, VisitKind
from inspector_app.reports.annexes import DISPUTED, OPEN, PAPERS, annexes, result
from inspector_app.reports.caseload import caseload, sampled
from inspector_app.reports.document import (
    NO_BREAK,
    Block,
    Cell,
    Column,
    Document,
    Letterhead,
    Pages,
    Paragraph,
    Row,
    Signatures,
    Signer,
    Table,
    row,
    text,
)
from inspector_app.reports.facts import (
    Area,
    MinutesFacts,
    Party,
    Person,
    Recommendation,
    Score,
    SignedBy,
)
from inspector_app.reports.phrases import (
    GAP,
    SHORT,
    counted,
    heading,
    listing,
    lower_first,
    moment,
    prose,
    say,
    stem,
    together,
    two_places,
    vietnam_time,
)
from inspector_app.reports.progress import followed_up, plan_progress, software
from inspector_app.text import (
    date_phrase,
    format_date,
    format_number,
    letter,
    time_phrase,
)

# --- the document --------------------------------------------------------------------------------


def minutes(facts: MinutesFacts) -> Document:
    """The minutes, ready to be laid out as PDF or Word file."""
    attached = tuple(annexes(facts, _number(facts)))
    year = facts.on.year if facts.on else GAP
    subject = together(
        f"Kiểm tra công tác cải cách hành chính năm {year} tại {facts.unit}",
        "cải cách hành chính",
        f"năm {year}",
        f"tại {facts.unit}",
    )
    return Document(
        title=f"Biên bản kiểm tra cải cách hành chính năm {year} tại {facts.unit}",
        author=facts.issuer,
        letterhead=Letterhead(
            facts.superior.upper(),
            together(facts.issuer.upper(), "CẢI CÁCH HÀNH CHÍNH", "ĐOÀN KIỂM TRA"),
            f"Số: {_number(facts)}" if facts.symbol else "",
        ),
        kind="BIÊN BẢN",
        subject=subject,
        body=(
            *_opening(facts),
            *_attendance(facts),
            *_scope(facts, next((each.label for each in attached if each.title == PAPERS), "")),
            *_results(facts),
            *_assessment(facts),
            *_requests(facts),
            *_opinion(facts),
            *_closing(facts, len(attached)),
            *_signing(facts),
        ),
        annexes=attached,
        footer=f"Mã đối chiếu: {facts.digest[:8]}" if facts.digest else "",
    )


def _number(facts: MinutesFacts) -> str:
    """`05/BB-ĐKT`; room for the number while the clerk has not given one."""
    if "/" in facts.number:
        return facts.number  # typed with its symbol
    number = facts.number.zfill(2) if facts.number.isdecimal() else facts.number
    return f"{number or NO_BREAK * 8}/{facts.symbol}"


def _opening(facts: MinutesFacts) -> Iterator[Block]:
    for index, basis in enumerate(facts.bases):
        words = stem(basis)
        words = words if words.startswith("Căn cứ") else f"Căn cứ {words}"
        yield Paragraph(text(words + (";" if index < len(facts.bases) - 1 else ".")), "basis")
    start = vietnam_time(facts.started_at)
    hour = time_phrase(start) if start else f"{GAP} giờ {GAP} phút"
    day = date_phrase(facts.on) if facts.on else f"ngày {GAP}"
    place = facts.place or GAP
    yield say(
        f"Hôm nay, vào hồi {hour}, {day}, tại {place}, Đoàn kiểm tra cải cách hành chính "
        f"(sau đây gọi là Đoàn kiểm tra) làm việc với {facts.unit}."
    )


def _attendance(facts: MinutesFacts) -> Iterator[Block]:
    yield heading(1, "I. THÀNH PHẦN")
    yield heading(2, "1. Đoàn kiểm tra")
    yield listing([_present(person) for person in facts.team] or [GAP])
    yield heading(2, f"2. Đơn vị được kiểm tra: {facts.unit}")
    yield listing([_present(person) for person in facts.hosts] or [GAP])


def _present(person: Person) -> str:
    return ", ".join(part for part in (_called(person), _post(person), person.role) if part)


def _called(person: Person) -> str:
    return f"{person.honorific} {person.name or GAP}".strip()


def _post(person: Person) -> str:
    """ "Phó Giám đốc Sở Nội vụ": the organisation completes the title unless the title already says it."""
    if not person.organisation or person.organisation in person.title:
        return person.title
    return f"{person.title} {person.organisation}".strip()


def _scope(facts: MinutesFacts, listed: str) -> Iterator[Block]:
    """`listed` is the annex that lists what was handed over."""
    chapters = facts.chapters
    yield heading(1, "II. PHẠM VI, THỜI KỲ, CÁCH KIỂM TRA")
    lines = [f"Hình thức: {_KINDS[facts.kind]}"]
    if chapters:
        names = "; ".join(lower_first(area.name) for area in chapters)
        lines.append(f"Nội dung: {counted(len(chapters))} lĩnh vực, gồm {names}")
    if facts.period_from and facts.period_to:
        span = f"từ ngày {format_date(facts.period_from)} đến ngày {format_date(facts.period_to)}"
        lines.append(f"Thời kỳ số liệu: {span}")
    if closed := vietnam_time(facts.closed_at):
        lines.append(f"Thời điểm chốt số liệu: {moment(closed)}")
    if facts.on_time:
        lines.append(f"Hồ sơ đúng hạn được hiểu là: {_ON_TIME[facts.on_time]}")
    if facts.template:
        lines.append(f"Cách kiểm tra: đối chiếu hồ sơ, tài liệu tại đơn vị theo {facts.template}")
    if facts.sample:
        size = f"{counted(len(facts.sample.dossiers))} hồ sơ"
        drawn = f" trong {counted(facts.sample.population)} hồ sơ" if facts.sample.population else ""
        method = f"; {facts.sample.method}" if facts.sample.method else ""
        lines.append(f"Hồ sơ kiểm tra thực tế: {size}{drawn}{method}")
    if facts.papers:
        lines.append(f"Tài liệu đơn vị cung cấp: {counted(len(facts.papers))} tài liệu ({listed})")
    yield listing(lines)


# --- III. results --------------------------------------------------------------------------------


def _results(facts: MinutesFacts) -> Iterator[Block]:
    yield heading(1, "III. KẾT QUẢ KIỂM TRA")
    if any(area.items for area in facts.areas):
        yield say("Kết quả chi tiết của từng nội dung kiểm tra nêu tại Phụ lục I.")
    numbering = iter(range(1, 1000))
    tables = (f"Bảng{NO_BREAK}{number}" for number in range(1, 1000))
    additions: dict[str, list[Block]] = {
        _DIRECTION: list(plan_progress(facts, tables)),
        _PROCEDURES: [*caseload(facts, tables), *sampled(facts, tables)],
        _DIGITAL: list(software(facts, tables)),
    }
    for area in facts.chapters:
        yield heading(2, f"{next(numbering)}. {area.name}")
        yield heading(3, f"{letter(1)}) Kết quả")
        yield from _area_results(area, facts.print_scores)
        yield from additions.pop(area.code, [])
        yield heading(3, f"{letter(2)}) Hạn chế")
        yield from _area_findings(area)
    # A checklist for one topic may lack the area; what was counted is still said.
    if rest := [block for blocks in additions.values() for block in blocks]:
        yield heading(2, f"{next(numbering)}. Số liệu, tình hình khác")
        yield from rest
    if facts.follow_ups:
        yield heading(2, f"{next(numbering)}. Thực hiện kiến nghị của kỳ kiểm tra trước")
        yield from followed_up(facts, tables)
    if facts.print_scores and facts.score:
        yield heading(2, f"{next(numbering)}. Bảng điểm")
        yield from _scores(facts, facts.score)


def _area_results(area: Area, scores: bool) -> Iterator[Block]:
    yield from prose(area.remarks)
    closed = [item for item in area.items if item.closed]
    if not closed:
        yield say("Đoàn kiểm tra chưa kiểm tra nội dung nào của lĩnh vực này.")
        return
    said = [f"Đã kiểm tra {len(closed)}/{len(area.items)} nội dung"]
    agreed = [item for item in closed if not item.disputed and not item.not_applicable]
    graded = [item for item in agreed if item.points is not None and item.max_points]
    groups = [
        ("không áp dụng", [item for item in closed if item.not_applicable]),
        (DISPUTED, [item for item in area.items if item.disputed]),
        (OPEN, [item for item in area.items if item.required and not item.closed]),
    ]
    if scores:
        groups = [
            ("đạt điểm tối đa", [item for item in graded if item.points == item.max_points]),
            ("đạt một phần", [item for item in graded if item.points and item.points != item.max_points]),
            ("không đạt điểm", [item for item in graded if item.points == 0]),
            *groups,
        ]
    said += [
        f"{counted(len(items))} nội dung {label} ({', '.join(item.code for item in items)})"
        for label, items in groups
        if items
    ]
    yield say("; ".join(said) + ".")
    if measured := [item for item in agreed if item.measured]:
        yield listing([f"{stem(item.text)}: {result(item)}" for item in measured])


def _area_findings(area: Area) -> Iterator[Block]:
    if not area.findings:
        yield say("Chưa ghi nhận hạn chế.")
        return
    lines: list[str] = []
    for finding in area.findings:
        line = stem(finding.text) + (f" ({finding.item})" if finding.item else "")
        if finding.cause:
            line += f", {_CAUSES[finding.cause]}"
        if finding.responsible:
            line += f", trách nhiệm: {finding.responsible}"
        if finding.basis:
            line += f", căn cứ {stem(finding.basis)}"
        if finding.dossiers:
            line += f", hồ sơ {', '.join(finding.dossiers)}"
        lines.append(f"{line} ({DISPUTED})" if finding.disputed else line)
    yield listing(lines)


def _scores(facts: MinutesFacts, score: Score) -> Iterator[Block]:
    chapters = facts.chapters
    own = [area.self_points for area in chapters if area.self_points is not None]
    points = sum((area.points for area in chapters), Decimal(0))
    base = sum((area.base for area in chapters), Decimal(0))
    rows = [_score_row(area.name, area.base, area.self_points, area.points, area.rate) for area in chapters]
    rate = points / base * 100 if base else None
    rows.append(_score_row("Cộng", base, sum(own, Decimal(0)) if own else None, points, rate, bold=True))
    if score.bonus:
        rows.append(_outcome("Điểm thưởng", f"+{format_number(score.bonus, 2)}"))
    if score.penalty:
        rows.append(_outcome("Điểm trừ", f"-{format_number(score.penalty, 2)}"))
    provisional = " (tạm tính)" if score.provisional else ""
    rows.append(
        _outcome(f"Chỉ số cải cách hành chính{provisional}", format_number(score.index, 2), bold=True)
    )
    rows.append(_outcome(f"Xếp loại{provisional}", score.classification, bold=True))
    yield Table(
        (Column(62), *(Column(19, "right") for _ in range(4)), Column(27, "right")),
        row("Lĩnh vực", "Điểm tối đa", "Tự chấm", "Đoàn chấm", "Chênh lệch", "Chỉ số (%)"),
        tuple(rows),
        whole=True,
    )
    left_out = sum((area.max_points for area in chapters), Decimal(0)) - base
    if left_out:
        yield Paragraph(
            text(
                f"Ghi chú: điểm tối đa không gồm {format_number(left_out)} điểm của các nội dung "
                "không áp dụng."
            ),
            "note",
        )
    if missing := facts.open_items:
        yield say(
            f"Điểm, chỉ số và xếp loại là tạm tính vì còn {counted(len(missing))} nội dung bắt buộc "
            "chưa kiểm tra:"
        )
        yield listing([f"{item.code} ({stem(item.text)}): {OPEN}" for item in missing])


def _score_row(
    name: str,
    base: Decimal,
    own: Decimal | None,
    points: Decimal,
    rate: Decimal | None,
    *,
    bold: bool = False,
) -> Row:
    return row(
        name,
        format_number(base, 2),
        two_places(own),
        format_number(points, 2),
        two_places(points - own if own is not None else None),
        two_places(rate),
        bold=bold,
    )


def _outcome(label: str, value: str, *, bold: bool = False) -> Row:
    return row(Cell(text(label), span=4), Cell(text(value), span=2, align="right"), bold=bold)


# --- IV to VI, and the end -----------------------------------------------------------------------


def _assessment(facts: MinutesFacts) -> Iterator[Block]:
    yield heading(1, "IV. ĐÁNH GIÁ CHUNG")
    for number, (title, words) in enumerate(judgements(facts), start=1):
        yield heading(2, f"{number}. {title}")
        yield from prose(words or GAP)


def judgements(facts: MinutesFacts) -> tuple[tuple[str, str], ...]:
    """The three parts of the assessment; findings speak for themselves where nobody has summed them up."""
    findings = sum(len(area.findings) for area in facts.areas)
    pointing = f"{counted(findings)} hạn chế nêu tại điểm b của từng lĩnh vực, mục III." if findings else ""
    return (
        ("Ưu điểm", facts.strengths),
        ("Tồn tại, hạn chế", facts.shortcomings or pointing),
        ("Nguyên nhân", facts.causes or "\n".join(_causes(facts))),
    )


def _causes(facts: MinutesFacts) -> Iterator[str]:
    """Why there are shortcomings, as far as the findings say: one line a cause, the commonest first."""
    items: dict[Cause, list[str]] = {}
    for area in facts.areas:
        for finding in area.findings:
            if finding.cause:
                items.setdefault(finding.cause, []).append(finding.item)
    for cause, found in sorted(items.items(), key=lambda each: -len(each[1])):
        named = ", ".join(item for item in found if item)
        where = f" ({named})" if named else ""
        yield f"{_CAUSES[cause].capitalize()}: {counted(len(found))} hạn chế{where}."


def _requests(facts: MinutesFacts) -> Iterator[Block]:
    yield heading(1, "V. KIẾN NGHỊ, YÊU CẦU CỦA ĐOÀN KIỂM TRA")
    if not facts.recommendations:
        yield say("Đoàn kiểm tra không có kiến nghị.")
        return
    yield Table(
        (Column(10, "center"), Column(87), Column(40), Column(28, "center")),
        row("TT", "Nội dung", "Đơn vị thực hiện", "Thời hạn"),
        tuple(
            row(
                str(number),
                _request(each),
                each.responsible or GAP,
                format_date(each.due_on) if each.due_on else GAP,
            )
            for number, each in enumerate(facts.recommendations, start=1)
        ),
        whole=len(facts.recommendations) <= SHORT,
    )


def _request(asked: Recommendation) -> str:
    beside = f" (căn cứ {stem(asked.basis)})" if asked.basis else ""
    if asked.repeats_on:
        beside += f" (kiến nghị lại từ cuộc kiểm tra ngày {format_date(asked.repeats_on)})"
    return f"{stem(asked.text)}{beside} ({DISPUTED})" if asked.disputed else f"{asked.text}{beside}"


def _opinion(facts: MinutesFacts) -> Iterator[Block]:
    yield heading(1, "VI. Ý KIẾN CỦA ĐƠN VỊ ĐƯỢC KIỂM TRA")
    yield from prose(facts.opinion or GAP)


def _closing(facts: MinutesFacts, annexed: int) -> Iterator[Block]:
    end = vietnam_time(facts.ended_at)
    hour = time_phrase(end) if end else f"{GAP} giờ {GAP} phút"
    same_day = end is None or facts.on is None or end.date() == facts.on
    day = "cùng ngày" if same_day or end is None else date_phrase(end.date())
    with_annexes = f", {counted(annexed)} phụ lục" if annexed else ""
    agreed = "" if facts.unsigned_reason else ", thống nhất nội dung và ký tên"
    yield Paragraph(
        text(
            "Biên bản gồm ",
            Pages(),
            f" trang{with_annexes}, lập thành {counted(facts.copies)} bản, đã đọc lại cho những người có tên "
            f"trên cùng nghe{agreed}. Buổi làm việc kết thúc lúc {hour} {day}.",
        )
    )


def _signing(facts: MinutesFacts) -> Iterator[Block]:
    if facts.unsigned_reason:
        yield say(f"Đơn vị được kiểm tra không ký biên bản, lý do: {stem(facts.unsigned_reason)}.")
    signing = {each.name for each in facts.signers}
    members = [person for person in facts.team if person.name not in signing]
    if facts.all_sign and members:
        yield Table(
            (Column(10, "center"), Column(60), Column(55), Column(40)),
            row("TT", "Họ và tên", "Chức vụ, cơ quan", "Chữ ký"),
            tuple(
                row(str(number), _called(person), _post(person), "\n\n")
                for number, person in enumerate(members, start=1)
            ),
            caption=text("Thành viên Đoàn kiểm tra ký tên"),
        )
    yield Signatures(
        tuple(_signer(each) for each in facts.signers),
        facts.recipients or (f"{facts.unit};", "Đoàn kiểm tra;", "Lưu: VT, Hồ sơ."),
    )


def _signer(signed_by: SignedBy) -> Signer:
    seal = ", đóng dấu" if signed_by.party == "unit" else ""
    capacity = (CAPACITY[signed_by.party], signed_by.position.upper())
    return Signer(
        tuple(each for each in capacity if each), f"(ký, ghi rõ họ tên{seal})", signed_by.name or GAP
    )


# --- words ---------------------------------------------------------------------------------------

_DIRECTION: Final = "CD"
_PROCEDURES: Final = "TT"
_DIGITAL: Final = "CS"

_KINDS: Final[dict[VisitKind, str]] = {
    "planned": "kiểm tra định kỳ theo kế hoạch",
    "topical": "kiểm tra theo chuyên đề",
    "unannounced": "kiểm tra đột xuất",
}
CAPACITY: Final[dict[Party, str]] = {
    "unit": "ĐẠI DIỆN ĐƠN VỊ ĐƯỢC KIỂM TRA",
    "witness": "NGƯỜI CHỨNG KIẾN",
    "secretary": "THƯ KÝ",
    "lead": "TRƯỞNG ĐOÀN",
    "deputy": "KT. TRƯỞNG ĐOÀN",
}
"""In which capacity a party signs."""
_CAUSES: Final[dict[Cause, str]] = {
    "people": "nguyên nhân do cán bộ, công chức thực hiện",
    "software": "nguyên nhân do phần mềm, đồng bộ dữ liệu",
    "coordination": "nguyên nhân do phối hợp giữa các cơ quan",
    "resources": "nguyên nhân do thiếu nhân lực, kinh phí, trang thiết bị",
    "citizen": "nguyên nhân từ phía người dân, tổ chức",
    "other": "nguyên nhân khác",
}
_ON_TIME: Final[dict[OnTime, str]] = {
    "A": "ngày kết thúc xử lý không sau ngày hẹn trả",
    "B": "ngày trả kết quả cho người dân không sau ngày hẹn trả",
    "C": "ngày, giờ kết thúc xử lý không sau ngày, giờ hẹn trả, không tính thời gian tạm dừng",
}
