"""The dossiers of the unit in the minutes: its figures, the sample that was checked, what was overdue."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from inspector_app.reports.document import Block, Column, Paragraph, Row, Table, row, text
from inspector_app.reports.facts import MinutesFacts, Overdue
from inspector_app.reports.phrases import SHORT, counted, lower_first, say, stem
from inspector_app.text import format_number, format_percent


def caseload(facts: MinutesFacts, tables: Iterator[str]) -> Iterator[Block]:
    """The base figures, with the shares that officials quote; `tables` names the tables as they come."""
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


def sampled(facts: MinutesFacts, tables: Iterator[str]) -> Iterator[Block]:
    """What the check of the sample found, check by check, and its overdue dossiers."""
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
        whole=len(overdue) <= SHORT,
        small=True,
    )


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
