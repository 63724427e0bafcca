"""Patterns as other programs that fill in forms read them."""

import pytest

from inspector_app.forms import patterns
from inspector_app.forms.patterns import PatternRefused, TooSlow, read_pattern, slow_text
from tests.forms.sheets import question, sheet


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
        (r"^(?<so>\d)-\k<so>$", "1-1", "1-2"),
        (r"^\Q1+1=\E\d$", "1+1=2", "11=2"),
        (r"^{a}{2}$", "{a}}", "{a}"),  # a brace that counts nothing is a brace
        (r"^a{e}$", "a{e}", "b"),
        (r"^\d+$", "12", "12\n"),
        (r"(?m)^\d+$", "12\nx", "x"),
        (r"^[\w-.]+$", "a-.", "đ"),
        (r"^[.-\d]+$", "1.-", "/"),
        (r"^[+--]+$", "+,-", "."),
        (r"^[^\W\d]+$", "ab_", "đ"),
        (r"^[\D]$", "đ", "1"),
        (r"^[\s\S]$", "đ", ""),
        (r"^[a||b]+$", "a|b", "c"),
        (r"^[\Q]-\E]+$", "]-", "a"),
        (r"\bđ", "ađ", "đ"),  # a boundary is one of ASCII words
        (r"(?i)^đồng$", "ĐỒNG", "DONG"),
    ],
)
def test_patterns(pattern: str, good: str, bad: str) -> None:
    assert read_pattern(pattern).is_in(good)
    assert not read_pattern(pattern).is_in(bad)


@pytest.mark.parametrize(
    "pattern",
    ["[", "(", "*", r"\p{Klingon}", r"\p{Xx}", "(" * 5000, "a{2,1}", "a{999999999}", "((a{99}){99}){99}"],
)
def test_what_is_no_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(PatternRefused, match=r"."):
        read_pattern(pattern)


def test_a_comparison_that_would_take_years_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "SECONDS", 0.01)
    monkeypatch.setattr(patterns, "SECONDS_IN_ALL", 0.02)
    slow = patterns.Pattern("^(a|a)*$")
    for _ in range(20):
        with pytest.raises(TooSlow, match=r"\(a\|a\)"):
            slow.is_in("a" * 40 + "!")
    assert slow.is_in("aa")


@pytest.mark.parametrize(
    ("pattern", "slow"),
    [
        ("^(a|a)*$", True),
        ("^(a|aa)+$", True),
        (r"^\d{10}$", False),
        (r"^[\w.]+@[\w.]+\.\w+$", False),
        ("[", False),
    ],
)
def test_a_slow_pattern_is_known_before_anybody_answers(pattern: str, slow: bool) -> None:
    assert bool(slow_text(pattern)) == slow


def test_a_form_says_that_a_comparison_took_too_long() -> None:
    filled = sheet(
        question("text", "a", constraint="regex(., '^(a|a)*$')", constraint_message="Chỉ chữ a"),
        question("text", "b", relevant="regex(${a}, '^(a|a)*$')"),
    )
    filled.set("a", "aaa")
    assert (filled.node("a").error, filled.node("b").relevant, filled.node("b").warning) == (None, True, None)
    assert "b" in filled.set("a", "a" * 40 + "!")
    assert (said := filled.node("a").error) is not None
    assert said.message.startswith("Comparing with the pattern “^(a|a)*$” takes too long")
    assert (filled.node("b").relevant, filled.node("b").warning) == (False, said.message)
    filled.set("a", "b")
    assert (said := filled.node("a").error) is not None
    assert (said.message, filled.node("b").warning) == ("Chỉ chữ a", None)
