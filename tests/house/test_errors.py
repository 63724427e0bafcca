"""Every case of failure is complete: a code, a sentence, a remedy, and an exit code that is written down."""

import re
from collections.abc import Iterator

import pytest

from inspector_app import i18n
from inspector_app.domain import errors
from inspector_app.domain.errors import InspectorError, Refused, Trouble


def below(family: type[InspectorError]) -> Iterator[type[InspectorError]]:
    for kind in family.__subclasses__():
        yield kind
        yield from below(kind)


CASES = [kind for kind in below(InspectorError) if kind not in (Refused, Trouble)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
def test_a_case_says_what_happened_and_what_to_do(case: type[InspectorError]) -> None:
    assert issubclass(case, Refused | Trouble)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", case.code)
    assert case.text in i18n.catalogue()
    assert case.remedy in i18n.catalogue()


def test_codes_are_unique() -> None:
    codes = [case.code for case in CASES]
    assert sorted(codes) == sorted(set(codes))


def test_exit_codes_are_the_documented_ones() -> None:
    (listed,) = re.findall(r"Exit codes:(.*?)\.", errors.__doc__ or "", re.DOTALL)
    documented = {int(number) for number in re.findall(r"\d+", listed)}
    assert {case.exit_code for case in CASES} <= documented
    assert not {0, 1} & documented  # success, and a bug


def test_cases_are_defined_in_one_place() -> None:
    assert {case.__module__ for case in CASES} == {errors.__name__}
