"""The ten rules, each with an example worked by hand, and what a template author is told."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.domain.rules import RULES, ItemScore, Response, Rule, RuleProblem, parse_rule, rounded


def rate(numerator: int, denominator: int) -> Response:
    return Response(numerator=Fraction(numerator), denominator=Fraction(denominator))


def count(number: str | int) -> Response:
    return Response(count=Fraction(number))


def points(rule: Rule, response: Response) -> Decimal:
    judged = rule.judge(response)
    assert judged.status == "scored", judged.reason
    assert judged.points is not None
    return rounded(judged.points)


# --- rounding ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Fraction(1, 8), "0.13"),  # 0.125: half up, where Python's round() gives 0.12
        (Fraction(-1, 8), "-0.13"),
        (Fraction(2675, 1000), "2.68"),  # as a float 2.675 would be 2.67
        (Fraction(1, 3), "0.33"),
        (Fraction(2, 3), "0.67"),
        (Fraction(5), "5.00"),
    ],
)
def test_rounded_half_up(value: Fraction, expected: str):
    assert str(rounded(value)) == expected


def test_rounded_to_other_places():
    assert str(rounded(Fraction(1, 2), 0)) == "1"
    assert str(rounded(Fraction(18, 26) * 100, 3)) == "69.231"


# --- choosing ---------------------------------------------------------------------------------------


def test_yes_no():
    # TC05: có 0,5; không 0.
    rule = parse_rule("co_khong", "co=0.5; khong=0", "0.5")
    assert points(rule, Response(choice="co")) == Decimal("0.50")
    assert points(rule, Response(choice="khong")) == 0


def test_yes_no_may_reward_a_no():
    rule = parse_rule("co_khong", "co=0; khong=1", "1")
    assert points(rule, Response(choice="co")) == 0
    assert points(rule, Response(choice="khong")) == 1


def test_yes_no_by_the_points_of_its_options():
    rule = parse_rule("co_khong", "", "0.5", {"co": "0,5", "khong": "0"})
    assert points(rule, Response(choice="co")) == Decimal("0.50")


def test_choice():
    # CD01: đúng hạn và đủ 1,5; chậm hoặc thiếu 0,75; không ban hành 0.
    rule = parse_rule("lua_chon", "", "1.5", {"du": "1.5", "cham": "0.75", "khong": "0"})
    assert points(rule, Response(choice="du")) == Decimal("1.50")
    assert points(rule, Response(choice="cham")) == Decimal("0.75")
    assert points(rule, Response(choice="khong")) == 0
    assert rule.judge(Response(choice="khac")).status == "invalid"


# --- rates ------------------------------------------------------------------------------------------

CD04 = parse_rule("tuyen_tinh", "duoi=70; tren=100; mau_so_0=kad", "2")
TT14 = parse_rule("tuyen_tinh", "duoi=90; tren=98; mau_so_0=kad", "5")
TT15 = parse_rule("tuyen_tinh_nguoc", "tot=0; xau=5; mau_so_0=toi_da", "2")
CD05 = parse_rule("bac", "nguong=100:1 | 75:0.5 | 0:0; mau_so_0=kad", "1")


def test_the_source_case():
    # CD04, Hồng Ngự 2022: 18/26 = 69.23… %, which is not above 70 %: no points.
    judged = CD04.judge(rate(18, 26))
    assert judged.rate == Fraction(900, 13)
    assert rounded(judged.rate) == Decimal("69.23")
    assert judged.points == 0


@pytest.mark.parametrize(
    ("numerator", "denominator", "expected"),
    [
        (7, 10, "0.00"),  # exactly 70 %: still nothing
        (71, 100, "0.07"),  # 2 × (71 − 70)/30 = 0.0666…
        (20, 26, "0.46"),  # 76.923… %: 2 × 6.923…/30 = 0.4615…
        (85, 100, "1.00"),  # half way: 2 × 15/30
        (26, 26, "2.00"),  # exactly 100 %: everything
    ],
)
def test_linear(numerator: int, denominator: int, expected: str):
    assert points(CD04, rate(numerator, denominator)) == Decimal(expected)


@pytest.mark.parametrize(
    ("numerator", "expected"),
    [
        (900, "0.00"),
        (902, "0.13"),  # 90.2 %: 5 × 0.2/8 = 0.125, half up
        (940, "2.50"),  # 94 %: 5 × 4/8
        (980, "5.00"),  # exactly 98 %
        (1000, "5.00"),
    ],
)
def test_linear_between_other_thresholds(numerator: int, expected: str):
    assert points(TT14, rate(numerator, 1000)) == Decimal(expected)


@pytest.mark.parametrize(
    ("numerator", "denominator", "expected"),
    [
        (0, 200, "2.00"),  # exactly 0 %: everything
        (2, 200, "1.60"),  # 1 %: 2 × (5 − 1)/5
        (5, 200, "1.00"),  # 2.5 %: half way
        (10, 200, "0.00"),  # exactly 5 %: nothing
        (50, 200, "0.00"),
    ],
)
def test_linear_downwards(numerator: int, denominator: int, expected: str):
    assert points(TT15, rate(numerator, denominator)) == Decimal(expected)


@pytest.mark.parametrize(
    ("numerator", "denominator", "expected"),
    [
        (4, 4, "1.00"),
        (3, 4, "0.50"),  # exactly 75 %
        (74999, 100000, "0.00"),  # 74.999 %, printed as 75,00 %, is less than 75 %
        (99999, 100000, "0.50"),
        (0, 4, "0.00"),
    ],
)
def test_steps_over_a_rate(numerator: int, denominator: int, expected: str):
    assert points(CD05, rate(numerator, denominator)) == Decimal(expected)


def test_steps_over_a_count():
    # CD08: từ 3 hình thức 1,0; 2 hình thức 0,5; 1 hình thức 0,25; không có 0.
    rule = parse_rule("bac", "nguong=3:1 | 2:0,5 | 1:0,25 | 0:0", "1")
    assert [points(rule, count(n)) for n in (0, 1, 2, 3, 9)] == [
        Decimal(p) for p in ("0", "0.25", "0.5", "1", "1")
    ]
    judged = rule.judge(count(2))
    assert judged.rate is None


def test_below_the_lowest_step_there_is_nothing():
    rule = parse_rule("bac", "nguong=6:1 | 4:0.5", "1")
    assert points(rule, count(3)) == 0


def test_nothing_to_count_is_not_applicable_or_earns_everything():
    # CD04 without tasks leaves the base; TT15 with nothing pending has nothing overdue.
    assert CD04.judge(rate(0, 0)).status == "not_applicable"
    assert CD04.judge(rate(0, 0)).reason
    assert points(TT15, rate(0, 0)) == Decimal("2.00")
    assert TT15.judge(rate(0, 0)).rate is None


def test_a_part_greater_than_the_whole_is_blocked_with_both_numbers():
    judged = CD04.judge(rate(27, 26))
    assert judged.status == "invalid"
    assert judged.points is None
    assert "27" in judged.reason
    assert "26" in judged.reason
    assert CD04.judge(rate(1, 0)).status == "invalid"


@pytest.mark.parametrize(
    "response", [rate(-1, 26), Response(numerator=Fraction(1), denominator=Fraction(-2))]
)
def test_a_negative_count_is_blocked(response: Response):
    assert CD04.judge(response).status == "invalid"


# --- counts -----------------------------------------------------------------------------------------


def test_minus_for_each_fault():
    # TT06: bắt đầu 1,5; mỗi trường hợp trừ 0,5; không âm.
    rule = parse_rule("tru_dan", "moi_loi=0.5", "1.5")
    assert [points(rule, count(n)) for n in (0, 1, 2, 3, 4)] == [
        Decimal(p) for p in ("1.5", "1", "0.5", "0", "0")
    ]
    assert rule.judge(count(-1)).status == "invalid"


def test_bonus():
    # TP01: mỗi mục 1,0; tối đa 2,0.
    rule = parse_rule("cong_dan", "moi_muc=1; toi_da=2", "2")
    assert [points(rule, count(n)) for n in (0, 1, 2, 5)] == [0, 1, 2, 2]
    assert rule.effect == "bonus"
    assert rule.max_points == 2


def test_penalty():
    # TP02: mỗi lỗi trừ 0,5 vào tổng; tối đa 3,0.
    rule = parse_rule("tru_tong", "moi_loi=0.5; toi_da=3", "0")
    assert [points(rule, count(n)) for n in (0, 1, 6, 7)] == [0, Decimal("-0.5"), -3, -3]
    assert rule.effect == "penalty"
    assert rule.max_points == 0


# --- entered and unscored ---------------------------------------------------------------------------


def test_entered_points():
    # CD02: Đoàn cho điểm 0–1,0, bước 0,25.
    rule = parse_rule("nhap_diem", "buoc=0.25", "1")
    assert points(rule, Response(points=Fraction(3, 4))) == Decimal("0.75")
    assert points(rule, Response(points=Fraction(1))) == 1
    for wrong in (Fraction(5, 4), Fraction(-1, 4), Fraction(1, 3)):
        judged = rule.judge(Response(points=wrong))
        assert judged.status == "invalid"
        assert judged.reason


def test_unscored():
    rule = parse_rule("khong_cham", "", "")
    assert rule.judge(Response()) == ItemScore("unscored")
    assert rule.judge(None).status == "open"


# --- what every rule does ---------------------------------------------------------------------------

EVERY_RULE = [
    parse_rule("co_khong", "co=0.5; khong=0", "0.5"),
    parse_rule("lua_chon", "", "1", {"a": "1"}),
    CD04,
    TT15,
    CD05,
    parse_rule("tru_dan", "moi_loi=0.5", "1.5"),
    parse_rule("nhap_diem", "buoc=0.25", "1"),
    parse_rule("cong_dan", "moi_muc=1; toi_da=2", ""),
    parse_rule("tru_tong", "moi_loi=0.5; toi_da=3", ""),
    parse_rule("khong_cham", "", "0"),
]


def test_every_rule_is_tried_here():
    assert {type(rule) for rule in EVERY_RULE} == set(RULES.values())


@pytest.mark.parametrize("rule", EVERY_RULE, ids=lambda rule: rule.name)
def test_unanswered_is_open_and_not_applicable_is_neither_zero_nor_open(rule: Rule):
    assert rule.judge(None) == ItemScore("open")
    assert rule.judge(Response(not_applicable=True)) == ItemScore("not_applicable")
    if rule.effect != "none":
        # Half an answer is no answer: the numerator alone, or nothing that this rule looks at.
        assert rule.judge(Response(numerator=Fraction(1))).status == "open"


@settings(max_examples=60, deadline=None)
@given(whole=st.integers(1, 10_000), data=st.data())
def test_rate_rules_stay_within_bounds_and_never_turn_back(whole: int, data: st.DataObject):
    part = data.draw(st.integers(0, whole - 1))
    for rule in (CD04, TT14, CD05):
        assert 0 <= points(rule, rate(part, whole)) <= rule.max_points
        assert points(rule, rate(part, whole)) <= points(rule, rate(part + 1, whole))
    assert 0 <= points(TT15, rate(part + 1, whole)) <= points(TT15, rate(part, whole)) <= TT15.max_points


@settings(max_examples=60, deadline=None)
@given(st.fractions(min_value=0, max_value=1000))
def test_count_rules_stay_within_bounds(number: Fraction):
    minus, bonus, penalty = (EVERY_RULE[i] for i in (5, 7, 8))
    assert 0 <= points(minus, Response(count=number)) <= minus.max_points
    assert 0 <= points(bonus, Response(count=number)) <= bonus.max_points
    assert -3 <= points(penalty, Response(count=number)) <= 0


# --- what a template author is told -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "meant"),
    [("tuyen_tinh_ngươc", "tuyen_tinh_nguoc"), ("Tuyến tính", "tuyen_tinh"), ("bậc", "bac")],
)
def test_a_misspelt_rule_gets_the_nearest_name(written: str, meant: str):
    with pytest.raises(RuleProblem) as problem:
        parse_rule(written, "", "1")
    assert problem.value.field == "rule"
    assert written in problem.value.message
    assert meant in problem.value.remedy


def test_an_unlike_rule_gets_all_names():
    with pytest.raises(RuleProblem) as problem:
        parse_rule("xyz", "", "1")
    assert all(name in problem.value.remedy for name in RULES)


@pytest.mark.parametrize(
    ("params", "wrong", "meant"),
    [
        ("duoi=70; trem=100", "trem", "tren"),
        ("dưới=70; tren=100", "dưới", "duoi"),
        ("duoi=70; tren=100; mau_so=kad", "mau_so", "mau_so_0"),
    ],
)
def test_a_misspelt_parameter_gets_the_nearest_name(params: str, wrong: str, meant: str):
    with pytest.raises(RuleProblem) as problem:
        parse_rule("tuyen_tinh", params, "2")
    assert problem.value.field == "params"
    assert wrong in problem.value.message
    assert meant in problem.value.remedy
    assert str(problem.value) == f"{problem.value.message} {problem.value.remedy}"


@pytest.mark.parametrize(
    ("name", "params", "max_points", "options", "field", "names"),
    [
        ("tuyen_tinh", "duoi=70", "2", None, "params", "tren"),
        ("tuyen_tinh", "duoi=100; tren=70", "2", None, "params", "duoi"),
        ("tuyen_tinh", "duoi=70; tren=101", "2", None, "params", "tren"),
        ("tuyen_tinh", "duoi=bảy mươi; tren=100", "2", None, "params", "bảy mươi"),
        ("tuyen_tinh", "duoi=-5; tren=100", "2", None, "params", "-5"),
        ("tuyen_tinh", "duoi=70; duoi=80; tren=100", "2", None, "params", "duoi"),
        ("tuyen_tinh", "duoi 70; tren=100", "2", None, "params", "duoi 70"),
        ("tuyen_tinh", "duoi=70; tren=100; mau_so_0=khong", "2", None, "params", "khong"),
        ("tuyen_tinh", "duoi=70; tren=100", "", None, "max_points", "tuyen_tinh"),
        ("tuyen_tinh", "duoi=70; tren=100", "hai", None, "max_points", "hai"),
        ("tuyen_tinh_nguoc", "tot=5; xau=5", "2", None, "params", "tot"),
        ("bac", "nguong=75:0.5 | 100:1", "1", None, "params", "nguong"),
        ("bac", "nguong=100:1 | 100:0.5", "1", None, "params", "nguong"),
        ("bac", "nguong=100:0.5 | 75:1", "1", None, "params", "nguong"),
        ("bac", "nguong=100 | 75:1", "1", None, "params", "100"),
        ("bac", "nguong=100:1 | 0:0", "2", None, "params", "2"),
        ("co_khong", "co=1; khong=0", "2", None, "params", "2"),
        ("co_khong", "", "1", None, "params", "co"),
        ("co_khong", "", "1", {"co": "1"}, "options", "khong"),
        ("lua_chon", "", "1", None, "options", "lua_chon"),
        ("lua_chon", "", "1", {"a": "1", "b": ""}, "options", "b"),
        ("lua_chon", "", "1", {"a": "1.5", "b": "0"}, "options", "1,5"),
        ("lua_chon", "co=1", "1", {"a": "1"}, "params", "co"),
        ("tru_dan", "moi_loi=0", "1", None, "params", "moi_loi"),
        ("nhap_diem", "buoc=0.3", "1", None, "params", "0,3"),
        ("cong_dan", "moi_muc=1; toi_da=2", "3", None, "max_points", "cong_dan"),
        ("tru_tong", "moi_loi=1; toi_da=2", "2", None, "max_points", "tru_tong"),
        ("khong_cham", "", "1", None, "max_points", "khong_cham"),
    ],
)
def test_a_wrong_cell_is_named(
    name: str, params: str, max_points: str, options: dict[str, str] | None, field: str, names: str
):
    with pytest.raises(RuleProblem) as problem:
        parse_rule(name, params, max_points, options)
    assert problem.value.field == field
    assert names in problem.value.message
    assert problem.value.remedy


def test_points_and_commas_and_spaces_are_all_one():
    assert parse_rule(" tuyen_tinh ", "duoi = 70,5;tren=100 ;", "1,5") == parse_rule(
        "tuyen_tinh", "duoi=70.5; tren=100; mau_so_0=kad", "1.5"
    )
