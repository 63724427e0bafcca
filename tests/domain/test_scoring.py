"""The index of a whole checklist, worked by hand, and its name."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.domain.rules import Response, Rule, RuleProblem, parse_rule, rounded
from inspector_app.domain.scoring import Cap, ScoredItem, parse_bands, parse_cap, score

BANDS = parse_bands("90:Xuất sắc | 80:Tốt | 65:Khá | 0:Trung bình")
CAP = Cap(Fraction(0), Fraction(100))
NOT_APPLICABLE = Response(not_applicable=True)


def entered(max_points: str) -> Rule:
    return parse_rule("nhap_diem", "buoc=0.01", max_points)


def item(
    code: str, max_points: str, given: str | Response | None, *, required: bool = True, disputed: bool = False
) -> ScoredItem:
    """An item whose points the inspector enters; None is unanswered."""
    response = Response(points=Fraction(given)) if isinstance(given, str) else given
    rule = entered(max_points)
    return ScoredItem(
        code=code, area=code[:2], rule=rule, response=response, required=required, in_dispute=disputed
    )


def case(code: str, rule: Rule, number: int | None) -> ScoredItem:
    response = None if number is None else Response(count=Fraction(number))
    return ScoredItem(code=code, area=code[:2], rule=rule, response=response, required=False)


BONUS = parse_rule("cong_dan", "moi_muc=1; toi_da=2", "2")
PENALTY = parse_rule("tru_tong", "moi_loi=0.5; toi_da=3", "0")


def test_index_of_a_complete_checklist():
    # CD 10/14, TT 30/36: 40 of 50 = 80 %.
    result = score([item("CD01", "14", "10"), item("TT01", "36", "30")], BANDS, CAP)
    assert result.index == 80
    assert result.classification == "Tốt"
    assert not result.provisional
    assert (result.points, result.base, result.max_points) == (40, 50, 50)
    cd, tt = result.areas["CD"], result.areas["TT"]
    assert (cd.points, cd.max_points) == (10, 14)
    assert rounded(cd.rate or Fraction(0)) == Decimal("71.43")  # 10/14
    assert (tt.points, tt.max_points) == (30, 36)
    assert list(result.areas) == ["CD", "TT"]


def test_not_applicable_items_leave_the_base():
    # (100 − 20) as base: 60 / 80 × 100 = 75.
    items = [item("CD01", "60", "45"), item("CD02", "20", "15"), item("TT01", "20", NOT_APPLICABLE)]
    result = score(items, BANDS, CAP)
    assert result.index == 75
    assert result.classification == "Khá"
    assert (result.max_points, result.base) == (100, 80)
    assert result.items["TT01"].status == "not_applicable"
    assert (result.areas["TT"].max_points, result.areas["TT"].base) == (20, 0)
    assert result.areas["TT"].rate is None


def test_bonus_and_penalties():
    # 40/50 = 80, + 2 (3 cases, at most 2), − 1.5 (3 × 0.5) = 80.5.
    items = [
        item("CD01", "50", "40"),
        case("TP01", BONUS, 3),
        case("TP02", PENALTY, 3),
        case("TP03", parse_rule("tru_tong", "moi_loi=1; toi_da=2", ""), None),
    ]
    result = score(items, BANDS, CAP)
    assert (result.bonus, result.penalty) == (2, Fraction(3, 2))
    assert result.index == Fraction("80.5")
    assert not result.provisional  # TP03 is not mandatory
    assert (result.areas["TP"].points, result.areas["TP"].max_points) == (0, 0)
    assert (result.areas["TP"].bonus, result.areas["TP"].penalty) == (2, Fraction(3, 2))


@pytest.mark.parametrize(
    ("points", "bonus", "penalty", "capped", "free"),
    [("50", 2, 0, "100", "102"), ("0", 0, 4, "0", "-2"), ("0.5", 0, 1, "0.5", "0.5")],
)
def test_the_cap(points: str, bonus: int, penalty: int, capped: str, free: str):
    items = [item("CD01", "50", points), case("TP01", BONUS, bonus), case("TP02", PENALTY, penalty)]
    assert score(items, BANDS, CAP).index == Fraction(capped)
    assert score(items, BANDS, None).index == Fraction(free)


def test_open_mandatory_items_make_it_provisional_and_stay_in_the_base():
    items = [item("CD01", "50", "45"), item("CD02", "50", None), item("CD03", "10", None, required=False)]
    result = score(items, BANDS, CAP)
    assert result.provisional
    assert result.open_required == ("CD02",)
    assert result.items["CD02"].points is None
    # 45 / 110 × 100 = 40.909…
    assert result.index == Fraction("40.91")


def test_a_mandatory_figure_that_is_not_scored_is_open_too():
    figure = ScoredItem(code="SL01", area="SL", rule=parse_rule("khong_cham", "", ""), response=None)
    assert score([item("CD01", "1", "1"), figure]).open_required == ("SL01",)


def test_invalid_and_disputed_answers_make_it_provisional():
    wrong = ScoredItem(
        code="CD04",
        area="CD",
        rule=parse_rule("tuyen_tinh", "duoi=70; tren=100", "2"),
        response=Response(numerator=Fraction(27), denominator=Fraction(26)),
    )
    result = score([wrong, item("CD05", "2", "2", disputed=True)], BANDS, CAP)
    assert result.provisional
    assert result.invalid == ("CD04",)
    assert result.in_dispute == ("CD05",)
    assert result.open_required == ()
    assert result.index == 50  # the wrong answer earns nothing, and stays in the base


def test_an_empty_denominator_leaves_the_base():
    # CD04 with 0/0 is not applicable: 3 of 3 = 100.
    nothing = ScoredItem(
        code="CD04",
        area="CD",
        rule=parse_rule("tuyen_tinh", "duoi=70; tren=100; mau_so_0=kad", "2"),
        response=Response(numerator=Fraction(0), denominator=Fraction(0)),
    )
    result = score([nothing, item("CD05", "3", "3")], BANDS, CAP)
    assert result.index == 100
    assert not result.provisional


def test_nothing_that_could_earn_points_gives_no_index():
    result = score([item("CD01", "5", NOT_APPLICABLE)], BANDS, CAP)
    assert result.index is None
    assert result.classification == ""
    assert score([], BANDS, CAP).index is None


def test_the_printed_points_add_up():
    # Three items of 1/3 each print 0,33; their sum is what one gets with a pencil: 0,99, not 1,00.
    third = parse_rule("tuyen_tinh", "duoi=0; tren=100", "1")
    answer = Response(numerator=Fraction(1), denominator=Fraction(3))
    items = [ScoredItem(code=f"CD0{n}", area="CD", rule=third, response=answer) for n in (1, 2, 3)]
    result = score(items, BANDS, CAP)
    assert result.areas["CD"].points == Fraction("0.99")
    assert result.index == 33


def test_self_given_points_are_summed_where_there_are_any():
    rule = entered("5")
    scored = Response(points=Fraction(3))
    items = [
        ScoredItem(code="CD01", area="CD", rule=rule, response=scored, self_points=Fraction(4)),
        ScoredItem(code="CD02", area="CD", rule=rule, response=None, self_points=Fraction("4.5")),
        ScoredItem(code="TT01", area="TT", rule=rule, response=scored),
    ]
    result = score(items)
    assert result.areas["CD"].self_points == Fraction("8.5")
    assert result.areas["TT"].self_points is None
    assert result.self_points == Fraction("8.5")


# --- classification ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("points", "name"),
    [
        ("90", "Xuất sắc"),
        ("89.99", "Tốt"),
        ("80", "Tốt"),
        ("79.99", "Khá"),
        ("65", "Khá"),
        ("64.99", "Trung bình"),
        ("0", "Trung bình"),
    ],
)
def test_classification_at_its_thresholds(points: str, name: str):
    assert score([item("CD01", "100", points)], BANDS, CAP).classification == name


def test_classification_follows_the_index_as_printed():
    # 17999/20000 = 89.995 %, printed as 90,00.
    result = score([item("CD01", "200", "179.99")], BANDS, CAP)
    assert result.index == 90
    assert result.classification == "Xuất sắc"


def test_the_lowest_class_takes_what_a_penalty_pushes_below_it():
    items = [item("CD01", "1", "0"), case("TP02", PENALTY, 4)]
    assert score(items, BANDS).classification == "Trung bình"


def test_a_template_need_not_classify():
    assert parse_bands("") == ()
    assert score([item("CD01", "1", "1")]).classification == ""
    assert parse_cap(" ") is None
    assert parse_cap("0:100") == CAP


@pytest.mark.parametrize(
    "text", ["90", "90:", "chín mươi:Tốt", "80:Tốt | 90:Xuất sắc", "90:A | 90:B", "90:A |"]
)
def test_wrong_bands_are_refused(text: str):
    with pytest.raises(RuleProblem) as problem:
        parse_bands(text)
    assert problem.value.field == "bands"
    assert problem.value.remedy


@pytest.mark.parametrize("text", ["100", "100:0", "0:0", "a:b"])
def test_a_wrong_cap_is_refused(text: str):
    with pytest.raises(RuleProblem) as problem:
        parse_cap(text)
    assert problem.value.field == "cap"


# --- in general -------------------------------------------------------------------------------------


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 500), st.sampled_from(["full", "none", "kad", "open"])), max_size=12),
)
def test_the_index_lies_within_bounds_and_is_whole_only_when_all_is_earned(cells: Sequence[tuple[int, str]]):
    items = [
        item(
            f"CD{n}",
            str(size),
            {"full": str(size), "none": "0", "kad": NOT_APPLICABLE, "open": None}[kind],
        )
        for n, (size, kind) in enumerate(cells)
    ]
    result = score(items, BANDS)
    counted = [kind for _, kind in cells if kind != "kad"]
    if not counted:
        assert result.index is None
    else:
        assert result.index is not None
        assert 0 <= result.index <= 100
        assert (result.points == result.base) == all(kind == "full" for kind in counted)
    assert result.provisional == ("open" in counted)
