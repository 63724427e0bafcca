import pytest

from inspector_app.reports.document import (
    DECREE_SAMPLE,
    MOTTO,
    NATION,
    STYLES,
    WIDE_TABLES,
    Cell,
    Column,
    Run,
    Table,
    row,
    text,
)


def test_words_enter_composed_and_printable() -> None:
    assert Run("Thươ\u0300ng\u00a0Phươ\u0301c").text == "Thường\u00a0Phước"
    assert Run("một\r\nhai\u2028ba\x0bbốn\tnăm").text == "một\nhai\nba\nbốn năm"
    assert Run("\ufeffa\u200bb\x00c\ud800d\ue000").text == "abcd"
    # The accent was kept from its letter by something invisible.
    assert Run("e\u200b\u0302").text == "ê"


def test_a_row_must_cover_its_table() -> None:
    columns = (Column(1), Column(1), Column(1))
    Table(columns, row("a", "b", "c"), (row(Cell(text("cả hàng"), span=3)),))
    with pytest.raises(ValueError, match="2 of 3 columns"):
        Table(columns, row("a", "b", "c"), (row("d", "e"),))


def test_column_widths_are_shares_of_the_whole() -> None:
    table = Table((Column(1), Column(3)), row("a", "b"), ())
    assert table.widths(200) == (50, 150)


def test_paper_is_a4_with_margins_the_decree_allows() -> None:
    for page in (DECREE_SAMPLE, WIDE_TABLES):
        assert (page.width, page.height) == (210, 297)
        assert 20 <= page.top <= 25
        assert 20 <= page.bottom <= 25
        assert 30 <= page.left <= 35
        assert 15 <= page.right <= 20
    assert WIDE_TABLES.text_width == 165


def test_letters_follow_the_table_of_the_decree() -> None:
    """Nghị định 30/2020/NĐ-CP, Phụ lục I: sizes, weight and slope of each part."""
    allowed = {
        "nation": ({12, 13}, True, False),
        "motto": ({13, 14}, True, False),
        "superior": ({12, 13}, False, False),
        "issuer": ({12, 13}, True, False),
        "number": ({13}, False, False),
        "kind": ({13, 14}, True, False),
        "subject": ({13, 14}, True, False),
        "basis": ({13, 14}, False, True),
        "body": ({13, 14}, False, False),
        "signer": ({13, 14}, True, False),
        "signer_name": ({13, 14}, True, False),
        "recipients_title": ({12}, True, True),
        "recipients": ({11}, False, False),
        "annex": ({14}, True, False),
        "annex_title": ({13, 14}, True, False),
        "annex_reference": ({13, 14}, False, True),
        "page_number": ({13, 14}, False, False),
    }
    for role, (sizes, bold, italic) in allowed.items():
        style = STYLES[role]
        assert style.size in sizes, role
        assert (style.bold, style.italic) == (bold, italic), role
    body = STYLES["body"]
    assert (body.align, body.first_line, body.before, body.spacing) == ("justify", 10, 6, 1.15)


def test_the_state_is_named_as_the_decree_spells_it() -> None:
    assert NATION == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert MOTTO == "Độc lập - Tự do - Hạnh phúc"
