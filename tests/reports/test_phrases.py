from datetime import UTC, datetime
from decimal import Decimal

from inspector_app.reports import phrases
from inspector_app.reports.document import Run


def words(block: phrases.Listing) -> list[str]:
    return ["".join(part.text for part in item if isinstance(part, Run)) for item in block.items]


def test_a_list_ends_in_semicolons_and_a_full_stop() -> None:
    assert words(phrases.listing(["một.", "hai;", "ba"])) == ["một;", "hai;", "ba."]
    assert words(phrases.listing(["một"])) == ["một."]


def test_counts_have_two_digits_and_thousands_are_grouped() -> None:
    assert [phrases.counted(n) for n in (0, 7, 26, 1401)] == ["00", "07", "26", "1.401"]


def test_a_fraction_carries_its_rate() -> None:
    assert phrases.fraction(18, 26) == "18/26 (69,23%)"
    assert phrases.fraction(20, 39) == "20/39 (51,28%)"
    assert phrases.fraction(Decimal(5), Decimal(5), Decimal(100)) == "5/5 (100%)"
    assert phrases.fraction(0, 0) == "0/0"


def test_a_rate_is_rounded_half_up() -> None:
    assert phrases.percent(Decimal("94.995")) == "95%"
    assert phrases.percent(Decimal("94.994")) == "94,99%"


def test_a_column_has_two_places_or_a_dash() -> None:
    assert phrases.two_places(Decimal("1.5")) == "1,50"
    assert phrases.two_places(Decimal("-0.6")) == "-0,60"
    assert phrases.two_places(None) == "–"


def test_moments_are_told_by_the_clock_in_vietnam() -> None:
    at = phrases.vietnam_time(datetime(2026, 3, 4, 17, 30, tzinfo=UTC))
    assert at is not None
    assert phrases.moment(at) == "00 giờ 30 phút ngày 05/03/2026"
    on_the_wall = phrases.vietnam_time(datetime(2026, 3, 5, 7, 30))
    assert on_the_wall == datetime(2026, 3, 5, 0, 30, tzinfo=UTC)
    assert phrases.vietnam_time(None) is None


def test_typed_text_becomes_one_paragraph_a_line() -> None:
    said = [
        "".join(part.text for part in each.text if isinstance(part, Run))
        for each in phrases.prose("a\n\n b ")
    ]
    assert said == ["a", "b"]
