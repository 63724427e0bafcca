"""On time in its three meanings, the verdict on a dossier, and the sums over the sample."""

from datetime import date, datetime, timedelta

import pytest

from inspector_app.domain.dossiers import (
    Check,
    CheckedDossier,
    CheckOfDossier,
    DossierDates,
    OnTime,
    Tally,
    Timing,
    checked_twice,
    plain_number,
    second_checks,
    timing,
    totals,
    verdict,
)

DUE = date(2026, 11, 10)
CLOSING = date(2026, 11, 20)


def november(day: int) -> date:
    return date(2026, 11, day)


# --- on time ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (DossierDates(DUE, november(9)), "early"),
        (DossierDates(DUE, november(10)), "on_time"),
        (DossierDates(DUE, november(11)), "overdue"),
        (DossierDates(DUE, datetime(2026, 11, 10, 23, 59)), "on_time"),  # by the day, not the hour
        (DossierDates(None, november(11)), "undated"),
        (DossierDates(DUE), "pending_overdue"),
        (DossierDates(CLOSING), "pending"),  # due on the closing day is not overdue yet
        (DossierDates(), "pending"),
        (DossierDates(DUE, november(9), november(30)), "early"),  # fetched late: no matter
    ],
)
def test_meaning_a_compares_the_end_of_processing_by_day(dates: DossierDates, expected: Timing):
    assert timing(dates, CLOSING) == expected


def test_meaning_b_looks_at_the_hand_over():
    fetched_late = DossierDates(DUE, finished=november(9), handed_over=november(12))
    assert timing(fetched_late, CLOSING, OnTime.B) == "overdue"
    never_fetched = DossierDates(DUE, finished=november(9))
    assert timing(never_fetched, CLOSING, OnTime.B) == "pending_overdue"


def test_meaning_c_counts_hours_and_takes_out_suspension():
    due = datetime(2026, 11, 10, 10, 0)
    afternoon = datetime(2026, 11, 10, 15, 0)
    assert timing(DossierDates(due, afternoon), CLOSING, OnTime.A) == "on_time"
    assert timing(DossierDates(due, afternoon), CLOSING, OnTime.C) == "overdue"
    assert timing(DossierDates(due, datetime(2026, 11, 10, 9, 0)), CLOSING, OnTime.C) == "on_time"
    # Suspended two days: promised for the 12th at 10:00.
    suspended = DossierDates(due, afternoon, suspended=timedelta(days=2))
    assert timing(suspended, CLOSING, OnTime.C) == "early"
    waiting = DossierDates(due, suspended=timedelta(days=2))
    assert timing(waiting, datetime(2026, 11, 12, 9, 0), OnTime.C) == "pending"
    assert timing(waiting, datetime(2026, 11, 12, 11, 0), OnTime.C) == "pending_overdue"


def test_without_hours_the_meanings_a_and_c_agree():
    for finished in (november(9), november(10), november(11), None):
        dates = DossierDates(DUE, finished)
        assert timing(dates, CLOSING, OnTime.A) == timing(dates, CLOSING, OnTime.C)


# --- the verdict ------------------------------------------------------------------------------------


def checks(**answers: str) -> tuple[Check, ...]:
    """Checks by code; those with ★ in the form are critical."""
    critical = {"H01", "H02", "H03", "H04", "H07", "H09", "H10", "H12"}
    return tuple(Check(code, code in critical, answer) for code, answer in answers.items())


def test_one_critical_failure_fails_the_dossier():
    result = verdict(checks(H01="dat", H02="khong_dat", H06="khong_dat", H07="", H09="dat"))
    assert result.passed is False
    assert result.failed == ("H02", "H06")
    assert result.open == ("H07",)


def test_failures_that_are_not_critical_do_not():
    result = verdict(checks(H01="dat", H05="khong_dat", H06="khong_dat", H12="khong_ap_dung"))
    assert result.passed is True
    assert result.failed == ("H05", "H06")


def test_without_all_critical_answers_there_is_no_verdict_yet():
    assert verdict(checks(H01="dat", H02="")).passed is None
    assert verdict(checks(H01="dat", H15="")).passed is True


# --- the sample -------------------------------------------------------------------------------------


def test_totals():
    sample = [
        CheckedDossier(checks(H01="dat", H02="dat", H05="dat", H06="dat", H07="dat"), supplemented=True),
        CheckedDossier(
            checks(H01="dat", H02="khong_dat", H05="khong_ap_dung", H06="khong_dat", H07="dat"),
            overdue=True,
            causes=("a", "b"),
            apologised=True,
        ),
        # H05 was ticked, but nobody asked for a supplement: not counted for TT20.
        CheckedDossier(checks(H01="dat", H02="dat", H05="dat", H06="khong_ap_dung", H07="dat")),
        # Asked without a slip and without a date: counted.
        CheckedDossier(
            checks(H01="dat", H02="dat", H05="khong_dat", H06="dat", H07="khong_dat"),
            overdue=True,
            causes=("a",),
        ),
        CheckedDossier(checks(H01="dat", H02="", H05="", H06="", H07=""), supplemented=True),
    ]
    result = totals(sample)
    assert result.dossiers == 5
    assert result.undecided == 1
    assert result.verdicts == Tally(passed=2, applied=4)
    assert result.checks["H06"] == Tally(passed=2, applied=3)
    assert (result.overdue, result.apologised) == (2, 1)
    assert result.causes == {"a": 2, "b": 1}
    assert result.feeds() == {
        "TT17": Tally(2, 4),
        "TT18": Tally(3, 4),
        "TT19": Tally(2, 3),
        "TT20": Tally(1, 2),
        "TT22": Tally(3, 4),
    }


def test_no_dossiers_feed_zeros():
    assert set(totals([]).feeds().values()) == {Tally(0, 0)}


# --- the same dossier, checked twice -------------------------------------------------------------


@pytest.mark.parametrize(
    "written",
    ["000.16.30.H20-261102-0007", " 000.16.30.h20 - 261102 - 007", "000.016.30.H20–261102–7"],
)
def test_a_number_is_the_same_however_it_is_written(written):
    assert plain_number(written) == plain_number("000.16.30.H20-261102-0007")


def test_other_numbers_are_other_dossiers():
    numbers = ["H20-0007", "H20-0070", "H20-7-1", "G20-0007", "Đ1", "E1"]
    assert len({plain_number(number) for number in numbers}) == len(numbers)


def test_a_second_check_is_one_whose_main_check_is_of_the_same_dossier():
    same = {"a": CheckOfDossier("H1", ""), "b": CheckOfDossier("h 01", ""), "c": CheckOfDossier("H2", "a")}
    assert checked_twice(same) == (("a", "b"),)
    assert second_checks(same) == frozenset()
    chosen = {key: check._replace(main_check="b") for key, check in same.items()}
    assert second_checks(chosen) == {"a"}
    del chosen["b"]  # taken off the sample
    assert second_checks(chosen) == frozenset()
    assert checked_twice({"a": CheckOfDossier("", ""), "b": CheckOfDossier("–", "")}) == ()
