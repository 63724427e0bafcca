"""Working days, with the calendar that is shipped."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app import paths
from inspector_app.domain.calendar import SpecialDay, WorkingCalendar

VIETNAM = WorkingCalendar.from_json((paths.resources() / "calendars" / "vn.json").read_bytes())
DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("day", "working"),
    [
        ("2026-11-23", True),  # Monday
        ("2026-11-28", False),  # Saturday
        ("2026-11-29", False),  # Sunday
        ("2026-01-01", False),
        ("2026-01-02", False),  # swapped …
        ("2026-01-10", True),  # … for this Saturday
        ("2026-01-17", False),
        ("2026-02-16", False),  # Tết
        ("2026-02-20", False),
        ("2026-02-23", True),
        ("2026-04-27", False),  # for Giỗ Tổ, a Sunday
        ("2026-08-22", True),
        ("2026-08-31", False),
        ("2026-11-24", True),  # Ngày Văn hóa Việt Nam is not law yet
        ("2025-04-26", True),
        ("2025-05-02", False),
        ("2024-05-04", True),
        ("2024-04-29", False),
    ],
)
def test_working_days_of_vietnam(day: str, working: bool):
    assert VIETNAM.is_working_day(date.fromisoformat(day)) == working


def test_a_special_day_is_explained():
    swap = VIETNAM.special(date(2026, 1, 10))
    assert swap is not None
    assert swap.kind == "working"
    assert "12729/VPCP-KGVX" in swap.document
    assert VIETNAM.special(date(2026, 1, 12)) is None
    tet = VIETNAM.special(date(2027, 2, 5))
    assert tet is not None
    assert tet.provisional


def test_a_pending_holiday_counts_once_it_is_in_force():
    culture_day = SpecialDay(
        on=date(2026, 11, 24), kind="off", name="Ngày Văn hóa", document="", in_force=True
    )
    assert not WorkingCalendar([culture_day]).is_working_day(date(2026, 11, 24))


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        ("2026-11-23", 5, "2026-11-30"),  # Monday to Monday
        ("2026-11-20", 1, "2026-11-23"),  # Friday, over the week-end
        ("2026-11-28", 1, "2026-11-30"),  # from a Saturday
        ("2026-11-28", 0, "2026-11-30"),  # the first working day
        ("2026-11-23", 0, "2026-11-23"),
        ("2025-12-31", 3, "2026-01-07"),  # 05, 06, 07/01: the 1st and 2nd are off
        ("2026-01-08", 2, "2026-01-10"),  # Friday and the Saturday worked in exchange
        ("2026-02-13", 1, "2026-02-23"),  # over Tết
    ],
)
def test_add_working_days(start: str, days: int, end: str):
    assert VIETNAM.add_working_days(date.fromisoformat(start), days) == date.fromisoformat(end)


def test_a_time_limit_does_not_run_backwards():
    with pytest.raises(ValueError, match="-1"):
        VIETNAM.add_working_days(date(2026, 11, 23), -1)


def test_working_days_between():
    assert VIETNAM.working_days_between(date(2026, 11, 20), date(2026, 11, 27)) == 5
    assert VIETNAM.working_days_between(date(2026, 11, 27), date(2026, 11, 20)) == -5
    assert VIETNAM.working_days_between(date(2026, 11, 20), date(2026, 11, 22)) == 0
    assert VIETNAM.working_days_between(date(2026, 2, 13), date(2026, 2, 23)) == 1


@settings(max_examples=60, deadline=None)
@given(DAYS, st.integers(0, 60))
def test_adding_ends_on_the_working_day_that_counting_finds(start: date, days: int):
    end = VIETNAM.add_working_days(start, days)
    assert VIETNAM.is_working_day(end)
    if days:
        assert VIETNAM.working_days_between(start, end) == days
        assert VIETNAM.working_days_between(start, end - timedelta(days=1)) == days - 1


@settings(max_examples=60, deadline=None)
@given(DAYS, DAYS, DAYS)
def test_counting_adds_up(first: date, second: date, third: date):
    count = VIETNAM.working_days_between
    assert count(first, second) + count(second, third) == count(first, third)
