"""The annexes of the minutes: every item with its result, the dossiers checked, papers and pictures."""

from collections.abc import Iterator
from textwrap import shorten
from typing import Final

from inspector_app.domain.records import PaperForm
from inspector_app.reports.document import (
    Annex,
    Block,
    Cell,
    Column,
    Photo,
    Photos,
    Row,
    Table,
    row,
    text,
)
from inspector_app.reports.facts import Item, MinutesFacts, Paper, Picture, Sample, SampleDossier
from inspector_app.reports.phrases import fraction, stem, two_places, vietnam_time
from inspector_app.text import date_phrase, format_date, format_datetime, roman

PAPERS: Final = "DANH MỤC TÀI LIỆU, ẢNH"
"""The title of the annex that lists what was handed over and what was photographed."""
OPEN: Final = "chưa kiểm tra"
DISPUTED: Final = "đang có ý kiến khác nhau"
_BELOW: Final = 90
"""Letters of a caption below a small photo; the list above has it whole."""


def result(item: Item) -> str:
    """What was found, as both the sentence and the annex say it."""
    if item.disputed:
        return DISPUTED
    if item.not_applicable:
        return f"không áp dụng: {stem(item.reason)}" if item.reason else "không áp dụng"
    if item.numerator is not None and item.denominator is not None:
        return fraction(item.numerator, item.denominator, item.rate)
    if item.answer:
        return item.answer
    return OPEN if item.required else "–"


def annexes(facts: MinutesFacts, number: str) -> Iterator[Annex]:
    """The annexes that the facts call for; `number` is the number of the minutes as printed."""
    numbered = f" số {number}" if facts.number and facts.symbol else ""
    day = f" {date_phrase(facts.on)}" if facts.on else ""
    reference = f"(Kèm theo Biên bản{numbered}{day} của Đoàn kiểm tra)"
    bodies: list[tuple[str, tuple[Block, ...]]] = []
    if any(area.items for area in facts.areas):
        bodies.append(("BẢNG KIỂM CHI TIẾT", (_checklist(facts),)))
    if facts.sample and facts.sample.dossiers:
        bodies.append(("DANH SÁCH HỒ SƠ MẪU", (_dossiers(facts.sample),)))
    if facts.papers or facts.pictures:
        bodies.append((PAPERS, tuple(_papers_and_pictures(facts))))
    if facts.old_questions:
        bodies.append(("CÂU HỎI CŨ, KHÔNG CÒN TRONG MẪU PHIẾU HIỆN HÀNH", (_old_questions(facts),)))
    for position, (title, body) in enumerate(bodies, start=1):
        yield Annex(f"Phụ lục {roman(position)}", title, reference, body)


def _checklist(facts: MinutesFacts) -> Table:
    columns = [Column(15, "center"), Column(62), Column(33)]
    heads = ["Mã", "Nội dung", "Kết quả"]
    if facts.print_scores:
        columns += [Column(13, "right")] * 3
        heads += ["Điểm tối đa", "Tự chấm", "Đoàn chấm"]
    columns.append(Column(25))
    heads.append("Ghi chú")
    rows: list[Row] = []
    for area in facts.areas:
        if not area.items:
            continue
        title = Cell(text(f"{area.code}. {area.name}"), span=len(columns), align="left")
        rows.append(Row((title,), bold=True, with_next=True))
        for item in area.items:
            points = (item.max_points, item.self_points, item.points) if facts.print_scores else ()
            rows.append(row(item.code, item.text, result(item), *map(two_places, points), item.note))
    return Table(tuple(columns), row(*heads), tuple(rows), small=True)


def _dossiers(sample: Sample) -> Table:
    return Table(
        (Column(9, "center"), Column(43), Column(47), Column(22), Column(22), Column(22)),
        row("TT", "Mã hồ sơ", "Thủ tục hành chính", "Kênh nộp", "Nhóm mẫu", "Kết quả"),
        tuple(
            row(str(n), each.code, each.procedure, each.channel, each.stratum, _verdict(each))
            for n, each in enumerate(sample.dossiers, start=1)
        ),
        small=True,
    )


def _papers_and_pictures(facts: MinutesFacts) -> Iterator[Block]:
    if facts.papers:
        yield Table(
            (Column(9, "center"), Column(53), Column(33), Column(22, "center"), Column(30), Column(18)),
            row("TT", "Tài liệu", "Số, ký hiệu", "Ngày", "Nơi ban hành", "Hình thức"),
            tuple(_paper(number, each) for number, each in enumerate(facts.papers, start=1)),
            caption=text("Tài liệu đơn vị cung cấp"),
            small=True,
        )
    if facts.pictures:
        yield Table(
            (Column(9, "center"), Column(22, "center"), Column(62), Column(44), Column(28, "center")),
            row("TT", "Mã tệp", "Nội dung", "Minh chứng cho", "Thời điểm chụp"),
            tuple(_picture(number, each) for number, each in enumerate(facts.pictures, start=1)),
            caption=text("Ảnh, bản chụp làm minh chứng"),
            small=True,
        )
    printed = [
        Photo(each.content, text(f"{number}. {shorten(each.caption, _BELOW, placeholder='…')}"))
        for number, each in enumerate(facts.pictures, start=1)
        if each.content and not each.withheld
    ]
    if printed:
        yield Photos(tuple(printed), text("Ảnh thu nhỏ, đánh số theo danh mục trên"))


def _paper(number: int, paper: Paper) -> Row:
    title = f"{paper.title} ({paper.item})" if paper.item else paper.title
    day = format_date(paper.on) if paper.on else ""
    return row(str(number), title, paper.number, day, paper.issuer, _FORMS[paper.form])


def _picture(number: int, picture: Picture) -> Row:
    taken = vietnam_time(picture.taken_at)
    caption = f"{picture.caption} (không in ảnh)" if picture.withheld else picture.caption
    return row(str(number), picture.code, caption, picture.target, format_datetime(taken) if taken else "")


def _old_questions(facts: MinutesFacts) -> Table:
    return Table(
        (Column(15, "center"), Column(70), Column(45), Column(20, "center"), Column(25)),
        row("Mã", "Nội dung", "Kết quả đã ghi", "Phiên bản", "Ghi chú"),
        tuple(
            row(each.code, each.text, each.answer, each.version, each.note) for each in facts.old_questions
        ),
        small=True,
    )


def _verdict(dossier: SampleDossier) -> str:
    if dossier.passed is None:
        return OPEN
    if dossier.passed:
        return "đạt"
    return f"không đạt: {', '.join(dossier.failed)}" if dossier.failed else "không đạt"


_FORMS: Final[dict[PaperForm, str]] = {
    "original": "bản gốc",
    "copy": "bản sao",
    "electronic": "bản điện tử",
}
