"""The annexes list what was handed over and photographed."""

from dataclasses import replace
from datetime import UTC, date, datetime

from inspector_app.reports.facts import Paper, Picture
from tests.reports.reading import printed
from tests.reports.sample import FACTS

PAPER = Paper(
    title="Kế hoạch CCHC năm", number="12/KH-UBND", on=date(2026, 1, 20), issuer="UBND xã", item="CD01"
)
PICTURE = Picture(
    code="3fa2b1c9",
    caption="Bảng niêm yết thủ tục",
    target="TT05",
    taken_at=datetime(2026, 3, 5, 2, 15, tzinfo=UTC),
)


def test_papers_and_pictures_share_an_annex_that_the_scope_points_to() -> None:
    words = printed(replace(FACTS, papers=(PAPER,), pictures=(PICTURE,)))
    assert "- Tài liệu đơn vị cung cấp: 01 tài liệu (Phụ lục III)." in words
    annex = words.partition("Phụ lục III DANH MỤC TÀI LIỆU, ẢNH")[2]
    assert "1 Kế hoạch CCHC năm (CD01) 12/KH-UBND 20/01/2026 UBND xã bản sao" in annex
    assert "1 3fa2b1c9 Bảng niêm yết thủ tục TT05 05/03/2026 09:15" in annex
    assert "03 phụ lục" in words


def test_without_any_the_annex_and_its_line_are_left_out() -> None:
    words = printed(FACTS)
    assert "Tài liệu đơn vị cung cấp" not in words
    assert "DANH MỤC TÀI LIỆU" not in words
    assert "02 phụ lục" in words
