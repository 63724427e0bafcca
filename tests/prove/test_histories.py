"""Whatever happens between laptops, all of them come to the same, and nothing is lost on the way."""

import random
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from tests.prove.histories import live

DAILY, WHOLE = 15, 2_000


def test_a_few_random_histories_end_alike() -> None:
    told = sum(map(live, range(DAILY)), Counter[str]())
    assert told["receipts"] > DAILY
    assert told["decisions"]
    assert told["backups brought back"]


@pytest.mark.prove
def test_two_thousand_random_histories_end_alike(capsys: pytest.CaptureFixture[str]) -> None:
    first = random.SystemRandom().randrange(10**6)
    seeds = range(first, first + WHOLE)
    with capsys.disabled(), ProcessPoolExecutor(mp_context=get_context("spawn")) as processes:
        print(f"\nhistories from seed {first}: ", end="", flush=True)
        told = sum(processes.map(live, seeds, chunksize=20), Counter[str]())
        print(f"{WHOLE} ended alike; " + ", ".join(f"{count} {what}" for what, count in told.most_common()))
