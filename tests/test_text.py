"""Vietnamese text: spelling, searching, order, numbers and dates."""

import random
import unicodedata
from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app import text

HONG_NGU_DECOMPOSED = unicodedata.normalize("NFD", "Hồng Ngự")


# --- one spelling -----------------------------------------------------------------------------------


def test_decomposed_text_becomes_composed():
    assert len(HONG_NGU_DECOMPOSED) == 12
    assert text.nfc(HONG_NGU_DECOMPOSED) == "Hồng Ngự"
    assert text.clean(HONG_NGU_DECOMPOSED) == "Hồng Ngự"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("Ðồng Tháp", "Đồng Tháp"),  # U+00D0, the Icelandic letter
        ("Ɖồng Tháp", "Đồng Tháp"),  # U+0189
        ("ðường", "đường"),
        ("xã\u00a0Thường\u202fPhước", "xã Thường Phước"),
        ("\ufeffThường\u200b Phước\u00ad", "Thường Phước"),
        ("  hai   khoảng  trắng ", "hai khoảng trắng"),
        ("có\x00 mã\x07 điều khiển\ufffe", "có mã điều khiển"),
        ("dòng một\r\ndòng hai", "dòng một dòng hai"),
        ("a\u200b\u0301", "á"),  # the accent was kept from its letter
        ("hoà và hòa", "hoà và hòa"),  # how people spell is theirs
    ],
)
def test_clean(typed: str, stored: str):
    assert text.clean(typed) == stored


def test_clean_keeps_lines_where_asked():
    assert text.clean("\n một \r\n\r\nhai\u2028ba\n\n", lines=True) == "một\n\nhai\nba"


@settings(max_examples=60, deadline=None)
@given(st.text())
def test_clean_text_is_composed_printable_and_stays_as_it_is(typed: str):
    for lines in (False, True):
        cleaned = text.clean(typed, lines=lines)
        assert unicodedata.is_normalized("NFC", cleaned)
        assert text.clean(cleaned, lines=lines) == cleaned
        cleaned.encode("utf-8")
        assert all(unicodedata.category(c) != "Cc" for c in cleaned.replace("\n", ""))


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Đồng Tháp", "dong thap"),
        ("ĐƯỜNG", "duong"),
        (HONG_NGU_DECOMPOSED, "hong ngu"),
        ("Thanh Hoà", "thanh hoa"),
        ("Ðắk Lắk", "dak lak"),
    ],
)
def test_fold(written: str, typed: str):
    assert text.fold(written) == typed


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("CCHC 29971 Đợt 1/2026", "CCHC_29971_Dot_1_2026"),
        ("Biên bản – xã Thường Phước", "Bien_ban_xa_Thuong_Phuoc"),
        ("con", "con_"),
        ("…", "_"),
        ("x" * 200, "x" * 100),
    ],
)
def test_ascii_name(name: str, expected: str):
    assert text.ascii_name(name) == expected


@settings(max_examples=60, deadline=None)
@given(st.text())
def test_ascii_name_suits_every_file_system(name: str):
    safe = text.ascii_name(name, 40)
    assert safe.isascii()
    assert 0 < len(safe) <= 40
    assert not set(safe) & set('<>:"/\\|?*. ')


# --- order ------------------------------------------------------------------------------------------

# The order that ICU gives for Vietnamese.
IN_ORDER = [
    *("An", "Ánh", "Ăn", "Ân", "Dũng", "Đức", "Hoa", "Hoà", "Hòa", "Hỏa", "Hõa", "Hóa", "Họa"),
    *("Oanh", "Ô", "Ơ", "Út", "Uyên", "Ương"),
]


def backwards(ordered: list[str]) -> list[str]:
    return ordered[::-1]


def test_vietnamese_order():
    shuffled = IN_ORDER[:]
    random.Random(30).shuffle(shuffled)
    assert sorted(shuffled, key=text.vietnamese_sort_key) == IN_ORDER


def test_letters_decide_before_tones_and_spaces_before_letters():
    ordered = ["An Bình", "An Hòa", "Anh", "Ánh", "Ba", "bà", "Bà", "Bá"]
    assert sorted(backwards(ordered), key=text.vietnamese_sort_key) == ordered


def test_order_does_not_depend_on_composition():
    assert text.vietnamese_sort_key(HONG_NGU_DECOMPOSED) == text.vietnamese_sort_key("Hồng Ngự")


def test_people_are_sorted_by_given_name():
    people = ["Trần Văn An", "Nguyễn Thị Ánh", "Lê Đức", "Lê Văn Đức", "Nguyễn Đức", "Út"]
    assert sorted(backwards(people), key=text.person_sort_key) == people


# --- writing ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        (Decimal("1234.5"), None, "1.234,5"),
        (Decimal("1234.50"), None, "1.234,5"),
        (1200000, None, "1.200.000"),
        (100, None, "100"),
        (Decimal("0.125"), 2, "0,13"),
        (Decimal("-0.125"), 2, "-0,13"),
        (Decimal("-0.001"), 2, "0,00"),
        (90, 2, "90,00"),
        (Decimal("1E+3"), None, "1.000"),
    ],
)
def test_format_number(value: Decimal | int, places: int | None, expected: str):
    assert text.format_number(value, places) == expected


def test_format_percent_dates_and_times():
    assert text.format_percent(Decimal("97.28")) == "97,28%"
    assert text.format_percent(100, 2) == "100,00%"
    assert text.format_date(date(2026, 3, 5)) == "05/03/2026"
    assert text.format_time(time(7, 30)) == "07:30"
    assert text.format_datetime(datetime(2026, 11, 24, 14, 5)) == "24/11/2026 14:05"


@pytest.mark.parametrize(
    ("day", "phrase"),
    [
        (date(2026, 3, 5), "ngày 05 tháng 3 năm 2026"),
        (date(2026, 2, 28), "ngày 28 tháng 02 năm 2026"),
        (date(2026, 1, 1), "ngày 01 tháng 01 năm 2026"),
        (date(2026, 12, 10), "ngày 10 tháng 12 năm 2026"),
    ],
)
def test_date_phrase_follows_the_decree(day: date, phrase: str):
    assert text.date_phrase(day) == phrase


def test_time_phrase():
    assert text.time_phrase(time(7, 30)) == "07 giờ 30 phút"
    assert text.time_phrase(datetime(2026, 11, 24, 16, 0)) == "16 giờ 00 phút"


def test_points_are_lettered_by_the_vietnamese_alphabet():
    assert [text.letter(n) for n in range(1, 11)] == list("abcdđeghik")
    assert [text.letter(n) for n in (23, 24, 25)] == ["y", "aa", "ab"]
    with pytest.raises(ValueError, match="0"):
        text.letter(0)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("1234.5", "1.234,5"),
        ("0.30000000000000004", "0,3"),
        ("12345678901234567890", "12.345.678.901.234.567.890"),
        ("NaN", "NaN"),
        ("Infinity", "Infinity"),
        ("tám", "tám"),
        ("", ""),
    ],
)
def test_a_computers_number_is_written_as_people_write_it(written: str, expected: str):
    assert text.format_figure(written) == expected


def test_roman_numbers():
    assert [text.roman(n) for n in range(1, 8)] == ["I", "II", "III", "IV", "V", "VI", "VII"]
    assert text.roman(1994) == "MCMXCIV"
    with pytest.raises(ValueError, match="0"):
        text.roman(0)


# --- reading ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("18", "18"),
        ("1234,5", "1234.5"),
        ("1234.5", "1234.5"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("12.25", "12.25"),
        ("1.234.567", "1234567"),
        ("1,234,567.89", "1234567.89"),
        ("0,125", "0.125"),  # no thousand begins with 0
        ("1234,567", "1234.567"),  # nor has a group of four
        ("3,1416", "3.1416"),
        ("-0,5", "-0.5"),
        ("−2", "-2"),  # the typographic minus
        ("+7", "7"),
        ("1 234", "1234"),
        ("1\u202f234\u00a0567,5", "1234567.5"),  # narrow and no-break spaces group, too
        ("1 234.567", "1234.567"),  # two signs: one groups, the other divides
        (" 12 \u00a0", "12"),
        ("98765432109876543210987654321098", "98765432109876543210987654321098"),
    ],
)
def test_parse_number(typed: str, value: str):
    assert text.parse_number(typed) == Decimal(value)


@pytest.mark.parametrize(("typed", "sign"), [("1.234", "1234"), ("12,500", "12500"), ("-1.234", "-1234")])
def test_a_number_with_two_readings_is_asked_about(typed: str, sign: str):
    with pytest.raises(text.AmbiguousNumber) as problem:
        text.parse_number(typed)
    whole, decimal = problem.value.readings
    assert whole == Decimal(sign)
    assert decimal == Decimal(typed.replace(",", "."))
    # Both ways of writing that the sentence offers are certain.
    assert text.parse_number(f"{whole:f}") == whole
    assert text.parse_number(f"{decimal:f}0".replace(".", ",")) == decimal


@pytest.mark.parametrize("typed", ["1.234", "1,234", "1 234"])
def test_a_thousand_is_certain_where_only_whole_numbers_belong(typed: str):
    assert text.parse_number(typed, whole=True) == 1234


@pytest.mark.parametrize("typed", ["18%", "18 %", "18\u00a0%"])
def test_a_share_is_read_only_where_shares_belong(typed: str):
    assert text.parse_number(typed, percent=True) == 18
    with pytest.raises(text.NotAShare):
        text.parse_number(typed)


@pytest.mark.parametrize(
    "typed",
    [
        *("", "-", "mười", "1.23.456", "1,2.3,4", "12.34,5", "12 34", "1 20", ".5", "5,", "1e3", "٣"),
        *("1,234 567", "18%%", "18 hồ sơ"),
    ],
)
def test_what_is_not_a_number_is_refused(typed: str):
    with pytest.raises(text.NotANumber):
        text.parse_number(typed)


@settings(max_examples=60, deadline=None)
@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**12), max_value=10**12))
def test_what_is_written_is_read_back(value: Decimal):
    written = text.format_number(value, 2)
    assert text.parse_number(written) == value


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("0", "không"),
        ("15", "mười lăm"),
        ("21", "hai mươi mốt"),
        ("105", "một trăm linh năm"),
        ("1234", "một nghìn hai trăm ba mươi tư"),
        ("1005", "một nghìn không trăm linh năm"),
        ("2000000", "hai triệu"),
        ("1.234", "một phẩy hai ba bốn"),
        ("12.50", "mười hai phẩy năm"),
        ("-0.5", "âm không phẩy năm"),
        ("65432109", "sáu mươi lăm triệu bốn trăm ba mươi hai nghìn một trăm linh chín"),
        ("98000000000", "chín mươi tám tỷ"),
    ],
)  # fmt: skip
def test_a_number_is_said(value: str, said: str):
    assert text.number_phrase(Decimal(value)) == said


JULY_5 = date(2026, 7, 5)
TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    "typed",
    [
        *("5/7/2026", "05/07/2026", "05-07-2026", "5.7.26", "5/7/26", "5 / 7 / 2026", "05/07/2026."),
        *("2026-07-05", "2026/7/5", "2026-07-05 00:00:00", "20260705", "05072026"),
        *("ngày 5/7/2026", "5 tháng 7 năm 2026", "Ngày 05 tháng 07 năm 2026", "5 tháng 7, 2026"),
        "nga\u0300y\u00a05\u00a0tha\u0301ng\u00a07\u00a0na\u0306m\u00a02026",
    ],
)
def test_parse_date(typed: str):
    assert text.parse_date(typed) == JULY_5


def test_a_day_after_the_twelfth_is_certain():
    assert text.parse_date("13.5.26") == date(2026, 5, 13)


@pytest.mark.parametrize(
    ("typed", "readings"),
    [
        ("5/7", [JULY_5, date(2027, 7, 5)]),
        ("5 tháng 7", [JULY_5, date(2027, 7, 5)]),
        ("5/1", [date(2027, 1, 5), date(2026, 1, 5)]),  # the nearer one first
        ("29/2", [date(2028, 2, 29), date(2024, 2, 29)]),
        ("050726", [JULY_5, date(2005, 7, 26)]),
        ("5/7/99", [date(1999, 7, 5), date(2099, 7, 5)]),
        ("7/13/2026", [date(2026, 7, 13)]),
    ],
)
def test_a_date_that_is_not_certain_is_asked_about(typed: str, readings: list[date]):
    with pytest.raises(text.AmbiguousDate) as doubt:
        text.parse_date(typed, TODAY)
    assert list(doubt.value.readings) == readings
    assert typed in str(doubt.value)


@pytest.mark.parametrize("typed", ["31/02/2026", "31/2", "31.4.26", "ngày 30 tháng 2 năm 2026", "31022026"])
def test_a_day_that_its_month_does_not_have_is_refused(typed: str):
    with pytest.raises(text.NoSuchDay) as problem:
        text.parse_date(typed, TODAY)
    assert "2026" in str(problem.value)


@pytest.mark.parametrize(
    "typed", ["", "13/13/2026", "5/7", "5/7-2026", "5/7/0026", "5/7/2206", "hôm nay", "46208"]
)
def test_what_is_not_a_date_is_refused(typed: str):
    with pytest.raises(text.NotADate):
        text.parse_date(typed)


@settings(max_examples=60, deadline=None)
@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)))
def test_dates_are_read_back_as_they_are_written(day: date):
    for written in (text.format_date(day), text.date_phrase(day), f"{day:%Y%m%d}", f"{day:%d%m%Y}"):
        assert text.parse_date(written) == day


def test_a_day_is_said_with_its_weekday():
    assert text.weekday_phrase(JULY_5) == "Chủ nhật, ngày 05 tháng 7 năm 2026"


# --- pasting ----------------------------------------------------------------------------------------


def test_a_table_becomes_lines_with_its_cells_apart():
    assert (
        text.pasted("Họ tên\tChức vụ\r\nLê Đức\tChủ tịch\r\n", table=True)
        == "Họ tên | Chức vụ\nLê Đức | Chủ tịch"
    )


def test_a_cell_of_several_lines_stays_in_its_row():
    copied = '1\t"dòng một\r\ndòng ""hai"""\r\n2\t"trích" nguyên văn\r\n\tsau ô trống\r\n'
    assert text.pasted(copied, table=True).split("\n") == [
        '1 | dòng một / dòng "hai"',
        '2 | "trích" nguyên văn',
        " | sau ô trống",
    ]


def test_without_a_table_tabs_indent_and_quotes_stay():
    assert text.pasted('\tĐiều 1\n"a\nb"\u200b') == 'Điều 1\n"a\nb"'


def test_a_field_of_one_line_takes_a_table():
    assert text.in_one_line("a\tb\r\nc\td\r\n") == "a | b; c | d"
    assert text.in_one_line("UBND xã\nThường Phước ") == "UBND xã Thường Phước"


@settings(max_examples=60, deadline=None)
@given(st.text(), st.booleans())
def test_nothing_readable_is_lost_in_pasting(copied: str, table: bool):
    def letters(some: str) -> str:
        return "".join(c for c in text.clean(some) if c.isalnum())

    assert letters(text.pasted(copied, table=table)) == letters(copied)
