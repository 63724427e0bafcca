"""Biên bản kiểm tra: the paper that both sides sign before the team leaves.

`minutes` gives the facts of a visit the words and the order that officials expect (Mẫu 1.9 of Nghị định
30/2020/NĐ-CP, in the shape of an inspection). What nobody has looked at is printed as such: "chưa kiểm tra"
is neither zero nor not applicable. What the laptops disagree on is printed as such too.

A gap that must still be filled by hand is printed as dots, and `checks` names it, so that nobody signs a page
with dots unawares.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from inspector_app.domain.records import Cause, VisitKind
from inspector_app.reports.annexes import DISPUTED, OPEN, annexes, result
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
    OnTime,
    Overdue,
    Party,
    Person,
    Score,
    SignedBy,
)
from inspector_app.reports.phrases import (
    GAP,
    counted,
    fraction,
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
from inspector_app.text import (
    date_phrase,
    format_date,
    format_number,
    format_percent,
    letter,
    time_phrase,
)

# --- before printing -----------------------------------------------------------------------------


def checks(facts: MinutesFacts) -> tuple[str, ...]:
    """What a careful secretary would not let pass before the signatures, in the order of the pages."""
    return tuple(_checks(facts))


def _checks(facts: MinutesFacts) -> Iterator[str]:
    start, end = vietnam_time(facts.started_at), vietnam_time(facts.ended_at)
    if facts.on is None:
        yield "Chưa ghi ngày kiểm tra."
    if not facts.place:
        yield "Chưa ghi địa điểm làm việc."
    if start is None:
        yield "Chưa ghi giờ bắt đầu."
    if end is None:
        yield "Chưa ghi giờ kết thúc."
    if start and end and end <= start:
        yield f"Giờ kết thúc ({moment(end)}) không sau giờ bắt đầu ({moment(start)})."
    for people, side in ((facts.team, "Đoàn kiểm tra"), (facts.hosts, "đơn vị được kiểm tra")):
        if not people:
            yield f"Chưa ghi thành phần của {side}."
        nameless = sum(1 for person in people if not person.name)
        if nameless:
            yield f"Có {counted(nameless)} người của {side} chưa ghi họ tên."
    if missing := facts.open_items:
        codes = ", ".join(item.code for item in missing)
        yield f"Còn {counted(len(missing))} nội dung bắt buộc chưa kiểm tra: {codes}."
    if blank := [figure.code for figure in facts.figures if figure.value is None]:
        yield f"Còn {counted(len(blank))} số liệu cơ sở chưa ghi: {', '.join(blank)}."
    disputed = [item.code for area in facts.areas for item in area.items if item.disputed]
    if disputed:
        yield f"Có {counted(len(disputed))} nội dung đang có ý kiến khác nhau: {', '.join(disputed)}."
    others = [
        *(f"hạn chế “{each.text}”" for area in facts.areas for each in area.findings if each.disputed),
        *(f"kiến nghị {n}" for n, each in enumerate(facts.recommendations, 1) if each.disputed),
        *facts.disputes,
    ]
    if others:
        yield f"Còn {counted(len(others))} xung đột chưa quyết định: {'; '.join(others)}."
    for title, words in _judgements(facts):
        if not words:
            yield f"Chưa ghi đánh giá chung: {lower_first(title)}."
    for number, each in enumerate(facts.recommendations, start=1):
        if not each.responsible:
            yield f"Kiến nghị {number} chưa ghi đơn vị thực hiện."
        if each.due_on is None:
            yield f"Kiến nghị {number} chưa có thời hạn."
    if not facts.opinion:
        yield "Chưa ghi ý kiến của đơn vị được kiểm tra."
    if not facts.signers:
        yield "Chưa có người ký biên bản."
    for signer in facts.signers:
        if not signer.name:
            yield f"Chưa có tên người ký: {_CAPACITY[signer.party].lower()}."


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
            *_scope(facts),
            *_results(facts),
            *_assessment(facts),
            *_requests(facts),
            *_opinion(facts),
            *_closing(facts, len(attached)),
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
        words = basis.strip().rstrip(".;")
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
    name = f"{person.honorific} {person.name or GAP}".strip()
    # "Phó Giám đốc Sở Nội vụ": the organisation completes the title unless the title already says it.
    post = person.title
    if person.organisation and person.organisation not in person.title:
        post = f"{person.title} {person.organisation}".strip() if person.title else person.organisation
    return ", ".join(part for part in (name, post, person.role) if part)


def _scope(facts: MinutesFacts) -> Iterator[Block]:
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
    yield listing(lines)


# --- III. results --------------------------------------------------------------------------------


def _results(facts: MinutesFacts) -> Iterator[Block]:
    yield heading(1, "III. KẾT QUẢ KIỂM TRA")
    if any(area.items for area in facts.areas):
        yield say("Kết quả chi tiết của từng nội dung kiểm tra nêu tại Phụ lục I.")
    numbering = iter(range(1, 1000))
    tables = (f"Bảng{NO_BREAK}{number}" for number in range(1, 1000))
    additions: dict[str, list[Block]] = {
        _DIRECTION: list(_progress(facts)),
        _PROCEDURES: [*_caseload(facts, tables), *_sample(facts, tables)],
        _DIGITAL: list(_faults(facts)),
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
        ("đang có ý kiến khác nhau", [item for item in area.items if item.disputed]),
        ("chưa kiểm tra", [item for item in area.items if item.required and not item.closed]),
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
        lines.append(f"{line} ({DISPUTED})" if finding.disputed else line)
    yield listing(lines)


def _progress(facts: MinutesFacts) -> Iterator[Block]:
    if plan := facts.plan:
        over = f" thuộc {counted(plan.areas)} lĩnh vực" if plan.areas else ""
        yield say(
            f"Kế hoạch cải cách hành chính năm của đơn vị có {counted(plan.tasks)} nhiệm vụ, "
            f"{counted(plan.activities)} hoạt động{over}; đến ngày kiểm tra đã hoàn thành "
            f"{fraction(plan.tasks_done, plan.tasks)} nhiệm vụ và "
            f"{fraction(plan.activities_done, plan.activities)} hoạt động."
        )
    if facts.models is not None:
        yield say(f"Số đơn vị đăng ký mô hình, sáng kiến cải cách hành chính: {counted(facts.models)}.")


def _faults(facts: MinutesFacts) -> Iterator[Block]:
    if facts.software_faults:
        cases = counted(len(facts.software_faults))
        yield say(f"Lỗi của phần mềm một cửa điện tử được ghi nhận ({cases} trường hợp):")
        yield listing(facts.software_faults)


def _caseload(facts: MinutesFacts, tables: Iterator[str]) -> Iterator[Block]:
    known = {figure.code: figure.value for figure in facts.figures if figure.value is not None}
    if not known:
        return
    table = next(tables)
    yield say(f"Tình hình tiếp nhận, giải quyết hồ sơ thủ tục hành chính trong kỳ nêu tại {table}.")
    rows: list[Row] = []
    for position, figure in enumerate((each for each in facts.figures if each.code in known), start=1):
        parts = [known.get(code) for code in _WHOLE_OF.get(figure.code, ())]
        whole = (
            sum((part for part in parts if part is not None), Decimal(0)) if None not in parts else Decimal(0)
        )
        share = format_percent(known[figure.code] / whole * 100, 2) if whole else ""
        rows.append(row(str(position), figure.label, figure.unit, format_number(known[figure.code]), share))
    yield Table(
        (Column(9, "center"), Column(80), Column(26, "center"), Column(25, "right"), Column(25, "right")),
        row("TT", "Chỉ tiêu", "Đơn vị tính", "Số lượng", "Tỷ lệ"),
        tuple(rows),
        caption=text(f"{table}. Tình hình giải quyết hồ sơ thủ tục hành chính"),
    )


def _sample(facts: MinutesFacts, tables: Iterator[str]) -> Iterator[Block]:
    sample = facts.sample
    if not sample:
        return
    decided = [dossier for dossier in sample.dossiers if dossier.passed is not None]
    passed = sum(1 for dossier in decided if dossier.passed)
    sentence = f"Kiểm tra thực tế hồ sơ: {passed}/{len(decided)} hồ sơ trong mẫu đạt yêu cầu"
    applied = [check for check in sample.checks if check.applied]
    if applied:
        table = next(tables)
        yield say(f"{sentence}; kết quả theo từng nội dung nêu tại {table}.")
        yield Table(
            (Column(14, "center"), Column(91), Column(18, "center"), Column(42, "center")),
            row("Mã", "Nội dung kiểm tra hồ sơ", "Trọng yếu", "Hồ sơ đạt"),
            tuple(
                row(
                    check.code,
                    check.text,
                    "x" if check.critical else "",
                    f"{check.passed}/{check.applied} hồ sơ trong mẫu",
                )
                for check in applied
            ),
            caption=text(f"{table}. Kết quả kiểm tra hồ sơ mẫu"),
        )
        yield Paragraph(
            text(
                "Ghi chú: số hồ sơ đạt được tính trên các hồ sơ mẫu có áp dụng nội dung đó; kết quả của mẫu "
                "không phải là tỷ lệ chung của đơn vị."
            ),
            "note",
        )
    elif decided:
        yield say(f"{sentence}.")
    if sample.overdue:
        yield from _overdue(sample.overdue, next(tables))


def _overdue(overdue: Sequence[Overdue], table: str) -> Iterator[Block]:
    apologised = sum(1 for dossier in overdue if dossier.apology)
    causes = Counter(cause for dossier in overdue for cause in dossier.causes)
    sentence = (
        f"Hồ sơ quá hạn trong mẫu: {counted(len(overdue))} hồ sơ, trong đó {counted(apologised)} hồ sơ có "
        f"văn bản xin lỗi ({table})"
    )
    if causes:
        listed = "; ".join(
            f"{lower_first(stem(cause))}: {counted(n)} hồ sơ" for cause, n in causes.most_common()
        )
        sentence += f". Nguyên nhân: {listed}"
    yield say(f"{sentence}.")
    yield Table(
        (Column(8, "center"), Column(43), Column(36), Column(19, "center"), Column(29), Column(30)),
        row("TT", "Mã hồ sơ", "Thủ tục hành chính", "Quá hạn", "Nguyên nhân", "Văn bản xin lỗi"),
        tuple(
            row(
                str(position),
                dossier.code,
                dossier.procedure,
                dossier.delay,
                "; ".join(dossier.causes),
                dossier.apology or "không có",
            )
            for position, dossier in enumerate(overdue, start=1)
        ),
        caption=text(f"{table}. Hồ sơ quá hạn, nguyên nhân, việc xin lỗi"),
        whole=len(overdue) <= _SHORT,
        small=True,
    )


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
    for number, (title, words) in enumerate(_judgements(facts), start=1):
        yield heading(2, f"{number}. {title}")
        yield from prose(words or GAP)


def _judgements(facts: MinutesFacts) -> tuple[tuple[str, str], ...]:
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
                f"{each.text} ({DISPUTED})" if each.disputed else each.text,
                each.responsible or GAP,
                format_date(each.due_on) if each.due_on else GAP,
            )
            for number, each in enumerate(facts.recommendations, start=1)
        ),
        whole=len(facts.recommendations) <= _SHORT,
    )


def _opinion(facts: MinutesFacts) -> Iterator[Block]:
    yield heading(1, "VI. Ý KIẾN CỦA ĐƠN VỊ ĐƯỢC KIỂM TRA")
    yield from prose(facts.opinion or GAP)


def _closing(facts: MinutesFacts, annexed: int) -> Iterator[Block]:
    end = vietnam_time(facts.ended_at)
    hour = time_phrase(end) if end else f"{GAP} giờ {GAP} phút"
    same_day = end is None or facts.on is None or end.date() == facts.on
    day = "cùng ngày" if same_day or end is None else date_phrase(end.date())
    with_annexes = f", {counted(annexed)} phụ lục" if annexed else ""
    yield Paragraph(
        text(
            "Biên bản gồm ",
            Pages(),
            f" trang{with_annexes}, lập thành {counted(facts.copies)} bản, đã đọc lại cho những người có tên "
            f"trên cùng nghe, thống nhất nội dung và ký tên. Buổi làm việc kết thúc lúc {hour} {day}.",
        )
    )
    yield Signatures(
        tuple(_signer(each) for each in facts.signers),
        facts.recipients or (f"{facts.unit};", "Đoàn kiểm tra;", "Lưu: VT, Hồ sơ."),
    )


def _signer(signed_by: SignedBy) -> Signer:
    seal = ", đóng dấu" if signed_by.party == "unit" else ""
    capacity = (_CAPACITY[signed_by.party], signed_by.position.upper())
    return Signer(
        tuple(each for each in capacity if each), f"(ký, ghi rõ họ tên{seal})", signed_by.name or GAP
    )


# --- words ---------------------------------------------------------------------------------------

_DIRECTION: Final = "CD"
_PROCEDURES: Final = "TT"
_DIGITAL: Final = "CS"
_SHORT: Final = 6
"""So many rows of a table stay on one page."""

_KINDS: Final[dict[VisitKind, str]] = {
    "planned": "kiểm tra định kỳ theo kế hoạch",
    "topical": "kiểm tra theo chuyên đề",
    "unannounced": "kiểm tra đột xuất",
}
_CAPACITY: Final[dict[Party, str]] = {
    "unit": "ĐẠI DIỆN ĐƠN VỊ ĐƯỢC KIỂM TRA",
    "secretary": "THƯ KÝ",
    "lead": "TRƯỞNG ĐOÀN",
}
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
_NEW: Final = ("SL03", "SL04", "SL05")
_WHOLE_OF: Final[dict[str, tuple[str, ...]]] = {
    "SL03": _NEW,
    "SL04": _NEW,
    "SL05": _NEW,
    "SL08": ("SL07",),
    "SL09": ("SL07",),
    "SL10": ("SL07",),
    "SL12": ("SL11", "SL12"),
    "SL15": ("SL10", "SL12"),
    "SL18": ("SL17",),
    "SL19": _NEW,
    "SL20": ("SL07",),
    "SL21": _NEW,
    "SL23": ("SL22",),
}
"""Of which sum a base figure is the share that officials quote; the other figures stand for themselves."""
