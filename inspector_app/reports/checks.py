"""What a careful secretary sees to before the minutes are printed and signed."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from inspector_app.domain.dossiers import plain_number
from inspector_app.reports.facts import Item, MinutesFacts
from inspector_app.reports.minutes import CAPACITY, judgements
from inspector_app.reports.phrases import counted, lower_first, moment, vietnam_time
from inspector_app.text import format_date


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
    if facts.unticked:
        yield f"Chưa điểm danh: {', '.join(facts.unticked)}."
    if missing := facts.open_items:
        codes = ", ".join(item.code for item in missing)
        yield f"Còn {counted(len(missing))} nội dung bắt buộc chưa kiểm tra: {codes}."
    if blank := [figure.code for figure in facts.figures if figure.value is None]:
        yield f"Còn {counted(len(blank))} số liệu cơ sở chưa ghi: {', '.join(blank)}."
    if bare := facts.without_evidence:
        codes = ", ".join(item.code for item in bare)
        yield f"Còn {counted(len(bare))} nội dung chưa có ảnh, bản chụp làm minh chứng: {codes}."
    stale = [_stale(item, facts.on) for area in facts.areas for item in area.items]
    if told := [each for each in stale if each]:
        yield f"Căn cứ không có hiệu lực vào ngày kiểm tra: {'; '.join(told)}."
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
    codes_checked = [dossier.code for dossier in facts.sample.dossiers] if facts.sample else []
    numbers = Counter(map(plain_number, codes_checked))
    if twice := [code for code in codes_checked if plain_number(code) and numbers[plain_number(code)] > 1]:
        yield f"Hồ sơ được kiểm tra nhiều lần, chưa chọn bản chính: {', '.join(dict.fromkeys(twice))}."
    for title, words in judgements(facts):
        if not words:
            yield f"Chưa ghi đánh giá chung: {lower_first(title)}."
    if withheld := sum(each.withheld for each in facts.pictures):
        yield (
            f"Có {counted(withheld)} ảnh, bản chụp không in vì chưa được xem lại "
            "hoặc còn thông tin cá nhân chưa che."
        )
    if waiting := sum(each.state == "open" for each in facts.follow_ups):
        yield f"Còn {counted(waiting)} kiến nghị kỳ trước chưa đánh giá kết quả khắc phục."
    for number, each in enumerate(facts.recommendations, start=1):
        if not each.responsible:
            yield f"Kiến nghị {number} chưa ghi đơn vị thực hiện."
        if each.due_on is None:
            yield f"Kiến nghị {number} chưa có thời hạn."
    if not facts.opinion and not facts.unsigned_reason:
        yield "Chưa ghi ý kiến của đơn vị được kiểm tra."
    if not facts.signers:
        yield "Chưa có người ký biên bản."
    for signer in facts.signers:
        if not signer.name:
            yield f"Chưa có tên người ký: {CAPACITY[signer.party].lower()}."


def _stale(item: Item, on: date | None) -> str:
    """Why an item's legal basis does not hold on the day of the visit; "" where it does."""
    if on is None or not item.closed:
        return ""
    if item.basis_to and item.basis_to < on:
        return f"{item.code} (hết hiệu lực ngày {format_date(item.basis_to)})"
    if item.basis_from and item.basis_from > on:
        return f"{item.code} (có hiệu lực từ ngày {format_date(item.basis_from)})"
    return ""
