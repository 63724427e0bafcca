"""The functions a form may call, each by what an author of a checklist would expect of it."""

import re

import pytest

from inspector_app.forms.functions import FUNCTIONS
from tests.forms.test_expressions import text_of

SIGNED = "htisKuySHU0Dgraq0bxyrtHYUhs4/5LNol2Sja3n4oH5VzWguta1Q8Bo8qRSA0AArmiQZqS6EABX3JHT+peyD8SQ4buTbmc="
"""The signature of “Đồng” and the word itself, made with the key of the bytes 0 to 31."""
KEY = "A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg="


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        # choosing
        ("if(1 > 2, 'a', 'b')", "b"),
        ("coalesce('', /phieu/trong, 'x')", "x"),
        ("coalesce(/phieu/trong + 1, 0)", "0"),
        # truth
        ("not(/phieu/trong)", "false"),
        ("boolean-from-string('1')", "true"),
        ("boolean-from-string('yes')", "false"),
        ("checklist(2, 3, true(), false(), 1 = 1)", "true"),
        ("checklist(-1, 1, true(), true())", "false"),
        ("weighted-checklist(3, -1, true(), 2, true(), 1)", "true"),
        ("checklist(2, 2, /phieu/ho_so/ma)", "true"),  # each node counts by itself
        ("checklist(1, -1, /phieu/trong)", "false"),
        ("weighted-checklist(8, 8, /phieu/ho_so/ma, /phieu/ho_so/so, 1 = 1, 1)", "true"),
        # text
        ("string-length('Đồng Tháp')", "9"),
        ("normalize-space('  Ủy   ban  ')", "Ủy ban"),
        ("concat('a', 1, /phieu/ho_so/ma)", "a1AB"),
        ("join(', ', /phieu/ho_so/ma)", "A, B"),
        ("contains('UBND xã', 'xã')", "true"),
        ("starts-with('CD04', 'CD')", "true"),
        ("ends-with('CD04', '05')", "false"),
        ("substring-before('12/2026', '/')", "12"),
        ("substring-after('12/2026', '/')", "2026"),
        ("substring('Phường', 2, 3)", "hườ"),
        ("substr('Phường', 1, 4)", "hườ"),
        ("substr('Phường', -2)", "ng"),
        ("translate('1.234,5', ',.', '.')", "1234.5"),
        ("regex('H01', '^H[0-9]{2}$')", "true"),
        ("regex('H01', '[')", "false"),
        ("regex('Thường', '^[\\p{L}]+$')", "true"),
        (
            "digest('abc', 'SHA-256', 'hex')",
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        ),
        ("digest('', 'md5', 'hex')", "d41d8cd98f00b204e9800998ecf8427e"),
        ("digest('abc', 'SHA-1')", "qZk+NkcGgWq6PiVxeFDCbJzQ2J0="),
        ("digest('abc', 'SHA-3')", ""),
        ("base64-decode('xJDhu5NuZw==')", "Đồng"),
        ("base64-decode('Đồng')", ""),
        (f"extract-signed('{SIGNED}', '{KEY}')", "Đồng"),
        (f"extract-signed('A{SIGNED[1:]}', '{KEY}')", ""),
        (f"extract-signed('{SIGNED}', '{SIGNED}')", ""),
        ("extract-signed('', 'không')", ""),
        # choices
        ("selected('a b c', 'b')", "true"),
        ("selected('ab', 'b')", "false"),
        ("is-selected('a b c', 'c')", "true"),
        ("selected-at('a b c', 2)", "c"),
        ("selected-at('a b c', 3)", ""),
        ("count-selected('a b c')", "3"),
        # numbers
        ("number('12.50')", "12.5"),
        ("number('12,5')", "NaN"),
        ("number('1970-01-03T00:00:00.000+00:00')", "2"),
        ("round(1, 1e300)", "1"),
        ("//ma[1e999]", ""),
        ("//ma[0.5]", ""),
        ("int(-2.7)", "-2"),
        ("round(2.5)", "3"),
        ("round(-2.5)", "-3"),
        ("round(1.005, 2)", "1.01"),
        ("round(1234.5, -2)", "1200"),
        ("floor(-1.5)", "-2"),
        ("ceiling(-1.5)", "-1"),
        ("abs(-3)", "3"),
        ("pow(2, 10)", "1024"),
        ("sqrt(-1)", "NaN"),
        ("log10(1000)", "3"),
        ("sum(/phieu/ho_so/so)", "7"),
        ("sum(/phieu/khong_co)", "0"),
        ("sum(/phieu/trong)", "NaN"),
        ("min(3, 1, 2)", "1"),
        ("max(/phieu/ho_so/so, 10)", "10"),
        ("max(/phieu/khong_co)", "NaN"),
        # dates and times
        ("today()", "2026-11-24"),
        ("now()", "2026-11-24T12:00:00.000+07:00"),
        ("date('2026-11-24T23:59:00+07:00') > today()", "true"),
        ("format-date('2026-11-04', '%d/%m/%Y; %e/%n/%y; %a %b')", "04/11/2026; 4/11/26; Wed Nov"),
        ("format-date-time('2026-11-24T08:05:09', '%H:%M:%S %h')", "08:05:09 8"),
        ("format-date(/phieu/trong, '%d')", ""),
        ("format-date('không phải ngày', '%d')", ""),
        ("decimal-date-time('1970-01-02T00:00:00Z')", "1"),
        ("decimal-time('06:00:00')", "0.25"),
        ("decimal-time('6:00:00')", "NaN"),  # an hour has two digits
        ("decimal-time(now())", "0.5"),
        ("format-date(/phieu/ho_so/so, '%d/%m/%Y')", "04/01/1970"),  # an answer is kept as text
        ("date('3') = 3", "false"),
        # nodes
        ("count(/phieu/ho_so)", "2"),
        ("count-non-empty(/phieu/trong | /phieu/ten)", "1"),
        ("position(/phieu/ho_so[2])", "2"),
        ("indexed-repeat(/phieu/ho_so/ma, /phieu/ho_so, 2)", "B"),
        ("local-name(/phieu/ho_so)", "ho_so"),
        # places
        ("distance('10.46 105.63; 10.46 105.63')", "0"),
        ("round(distance('10.46 105.63', '10.56 105.63') div 1000)", "11"),
        ("area('0 0;0 1')", "0"),
        ("geofence('0.5 0.5', '0 0;0 1;1 1;1 0;0 0')", "true"),
        ("geofence('2 0.5', '0 0;0 1;1 1;1 0;0 0')", "false"),
        ("enclosed-area('0 0;0 1;1 1;0 0') = area('0 0;0 1;1 1;0 0')", "true"),
        ("intersects('0 0;1 1;0 1;1 0')", "true"),
        ("intersects('0 0;0 1;1 1;0 0')", "false"),
    ],
)
def test_functions(call: str, expected: str) -> None:
    assert text_of(call) == expected


def test_only_the_chosen_value_of_an_if_is_computed() -> None:
    assert text_of("if(true(), 'a', không-có())") == "a"


def test_random_values_are_new_each_time_and_seeded_orders_are_not() -> None:
    assert re.fullmatch(r"[0-9a-f-]{36}", text_of("uuid()"))
    assert text_of("uuid()") != text_of("uuid()")
    assert len(text_of("uuid(8)")) == 8
    assert 0 <= float(text_of("random()")) < 1
    shuffled = text_of("join('', randomize(//ma | //so, 42))")
    assert sorted(shuffled) == sorted("A3B4")
    assert shuffled == text_of("join('', randomize(//ma | //so, 42))")


def test_the_library_is_the_one_of_the_specification() -> None:
    missing = {
        "if", "coalesce", "once", "position", "selected", "selected-at", "count-selected", "jr:choice-name",
        "jr:itext", "instance", "current", "indexed-repeat", "pulldata", "randomize", "uuid", "digest",
        "regex", "today", "now", "date", "date-time", "format-date", "format-date-time", "decimal-date-time",
        "decimal-time", "count-non-empty", "checklist", "weighted-checklist", "area", "distance", "join",
        "geofence", "intersects", "enclosed-area", "base64-decode", "extract-signed", "is-selected",
        "boolean-from-string", "substr", "ends-with", "int", "exp10", "atan2", "pi", "random", "pow",
    } - FUNCTIONS.keys()  # fmt: skip
    assert not missing


def test_every_function_says_what_it_is_for() -> None:
    assert [name for name, function in FUNCTIONS.items() if not function.body.__doc__] == []
