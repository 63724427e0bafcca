"""Patterns as other programs that fill in forms read them."""

import pytest

from inspector_app.forms.patterns import PatternRefused, read_pattern


@pytest.mark.parametrize(
    ("pattern", "good", "bad"),
    [
        (r"^H\d{2}$", "H01", "H٠١"),  # digits are ASCII
        (r"^\w+$", "Dong", "Đồng"),  # and so are the letters of words
        (r"^\p{L}+$", "ĐồngThápê", "Đồng 1"),
        (r"^[\p{L} .'-]+$", "Nguyễn Thị A.", "A1"),
        (r"^\P{L}+$", "12-3", "a"),
        (r"^[^\p{Lu}]+$", "đồng", "Đồng"),
        (r"^\pN$", "7", "x"),
        (r"^\p{IsLatin}+$", "Đồng", "Донг"),
        (r"^(?<so>\d)-(?=\d)", "1-2", "a-b"),
        (r"^[[\]]$", "]", "a"),
        (r"^\[\p{Lu}\]$", "[Đ]", "[đ]"),
        (r"^\\p{2}$", r"\pp", "đđ"),
        (r"[(?<a]", "<", "b"),
    ],
)
def test_patterns(pattern: str, good: str, bad: str) -> None:
    assert read_pattern(pattern).search(good)
    assert not read_pattern(pattern).search(bad)


@pytest.mark.parametrize("pattern", ["[", "(", "*", r"\p{Klingon}", r"\p{Xx}", "(" * 5000, "a{2,1}"])
def test_what_is_no_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(PatternRefused, match=r"."):
        read_pattern(pattern)
