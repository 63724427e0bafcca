"""What checking dossiers on the spot amounts to: timely or not, passed or not, and the sums over the sample.

"On time" has three meanings in use, and two systems that count the same dossiers by different ones disagree;
so the meaning is chosen, and printed. A dossier has *passed* (đạt) when none of its critical checks (★)
fails. The sums over the sample are numbers of dossiers, never a rate of the whole commune: a stratified
sample does not give one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Literal, NamedTuple

from inspector_app.text import fold

_NUMBER_PARTS = re.compile(r"[a-z]+|[0-9]+")

# --- on time ----------------------------------------------------------------------------------------


class OnTime(StrEnum):
    """The meaning of "on time"."""

    A = "A"
    """The day processing ended against the day promised (as QĐ 766 counts). The default."""
    B = "B"
    """The day the result was handed over against the day promised: who fetches late makes it overdue."""
    C = "C"
    """As A, by the hour, with the time in which the dossier was suspended added to the promise."""


Timing = Literal["early", "on_time", "overdue", "undated", "pending", "pending_overdue"]
"""`undated` is finished without a promised day: QĐ 766 counts it as on time, here it is told apart."""


@dataclass(frozen=True, slots=True)
class DossierDates:
    """When things happened to a dossier; a plain date stands for an unknown hour. Times are local."""

    due: date | datetime | None = None
    finished: date | datetime | None = None
    handed_over: date | datetime | None = None
    suspended: timedelta = timedelta()


def timing(dates: DossierDates, closing: date | datetime, meaning: OnTime = OnTime.A) -> Timing:
    """Where a dossier stands at the closing moment of the figures (thời điểm chốt số liệu)."""
    ended = dates.handed_over if meaning is OnTime.B else dates.finished
    if dates.due is None:
        return "undated" if ended else "pending"
    if meaning is OnTime.C:
        due = _moment(dates.due, time.max) + dates.suspended
        late = _moment(ended or closing, time.min) > due
    else:
        due = dates.due
        late = _day(ended or closing) > _day(due)
    if ended is None:
        return "pending_overdue" if late else "pending"
    if late:
        return "overdue"
    return "early" if _day(ended) < _day(due) else "on_time"


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _moment(day: date | datetime, unknown_hour: time) -> datetime:
    # An unknown hour is taken in favour of the office: finished early in the day, due at its end.
    return day if isinstance(day, datetime) else datetime.combine(day, unknown_hour)


# --- one dossier ------------------------------------------------------------------------------------

PASSED, FAILED, NOT_APPLICABLE = "dat", "khong_dat", "khong_ap_dung"
"""The answers to a check; a blank is an open one."""


class Check(NamedTuple):
    """One check of a dossier as answered, such as H02; `critical` is the ★ of the form."""

    code: str
    critical: bool
    answer: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the checks say of a dossier. `passed` is None while a critical one is open and none has failed."""

    passed: bool | None
    failed: tuple[str, ...]
    open: tuple[str, ...]


def verdict(checks: Iterable[Check]) -> Verdict:
    """Judge a dossier by the checks that concern it (those the form shows for it)."""
    asked = tuple(checks)
    critical = [check.answer for check in asked if check.critical]
    settled = FAILED in critical or "" not in critical
    return Verdict(
        passed=FAILED not in critical if settled else None,
        failed=tuple(check.code for check in asked if check.answer == FAILED),
        open=tuple(check.code for check in asked if not check.answer),
    )


# --- the same dossier, checked twice ----------------------------------------------------------------


class CheckOfDossier(NamedTuple):
    """A check by the number typed for its dossier, and by the check that was said to be the main one."""

    number: str
    main_check: str


def plain_number(number: str) -> str:
    """A dossier's number as it is compared: case, accents, spaces, signs and leading zeros do not matter."""
    return "-".join(part.lstrip("0") or "0" for part in _NUMBER_PARTS.findall(fold(number)))


def checked_twice(checks: Mapping[str, CheckOfDossier]) -> tuple[tuple[str, ...], ...]:
    """The checks, by id, that are of the same dossier; in the order given, each group of two or more."""
    groups: dict[str, list[str]] = {}
    for each, check in checks.items():
        if number := plain_number(check.number):
            groups.setdefault(number, []).append(each)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def second_checks(checks: Mapping[str, CheckOfDossier]) -> frozenset[str]:
    """The checks that do not count because another one of the same dossier is the main one.

    Where the main one was taken off the sample or has another number now, the others count again.
    """
    return frozenset(
        each
        for group in checked_twice(checks)
        for each in group
        if checks[each].main_check in group and checks[each].main_check != each
    )


# --- the sample -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CheckedDossier:
    """What counts of one dossier. `supplemented`: the citizen was asked for more papers; `causes` are the
    codes of why it is overdue, one or several; `apologised`: a letter of apology exists."""

    checks: tuple[Check, ...]
    supplemented: bool = False
    overdue: bool = False
    causes: tuple[str, ...] = ()
    apologised: bool = False


class Tally(NamedTuple):
    """Dossiers that passed, of those the question applies to and has been answered for."""

    passed: int
    applied: int


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums over the dossiers checked in one visit; `undecided` ones have no verdict yet."""

    dossiers: int
    undecided: int
    verdicts: Tally
    checks: Mapping[str, Tally]
    supplements: Tally
    overdue: int
    apologised: int
    causes: Mapping[str, int]

    def feeds(self) -> Mapping[str, Tally]:
        """Numerator and denominator of the checklist items that count the sample."""
        nothing = Tally(0, 0)
        return {
            "TT17": self.verdicts,
            "TT18": self.checks.get("H02", nothing),
            "TT19": self.checks.get("H06", nothing),
            "TT20": self.supplements,
            "TT22": self.checks.get("H07", nothing),
        }


SUPPLEMENT_CHECK = "H05"


def totals(dossiers: Iterable[CheckedDossier]) -> Totals:
    """Add up the sample. Checks without an answer, and not-applicable ones, count nowhere."""
    sample = tuple(dossiers)
    verdicts = [verdict(dossier.checks).passed for dossier in sample]
    answers: dict[str, Counter[str]] = {}
    supplements: Counter[str] = Counter()
    for dossier in sample:
        for check in dossier.checks:
            answers.setdefault(check.code, Counter())[check.answer] += 1
            # A failed check tells of a request even where its dates were not written down.
            if check.code == SUPPLEMENT_CHECK and (dossier.supplemented or check.answer == FAILED):
                supplements[check.answer] += 1
    overdue = [dossier for dossier in sample if dossier.overdue]
    return Totals(
        dossiers=len(sample),
        undecided=verdicts.count(None),
        verdicts=Tally(verdicts.count(True), len(sample) - verdicts.count(None)),
        checks={code: _tally(counted) for code, counted in answers.items()},
        supplements=_tally(supplements),
        overdue=len(overdue),
        apologised=sum(dossier.apologised for dossier in overdue),
        causes=Counter(cause for dossier in overdue for cause in set(dossier.causes)),
    )


def _tally(answers: Counter[str]) -> Tally:
    return Tally(answers[PASSED], answers[PASSED] + answers[FAILED])
