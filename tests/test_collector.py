"""The collector rests as long as anybody asks for it, and works again afterwards."""

import gc

import pytest

from inspector_app.collector import resting


def test_it_rests_until_the_last_one_is_done() -> None:
    one, other = resting(), resting()
    one.__enter__()
    other.__enter__()
    one.__exit__(None, None, None)
    assert not gc.isenabled()
    other.__exit__(None, None, None)
    assert gc.isenabled()


def test_it_works_again_after_a_fault() -> None:
    with pytest.raises(ValueError, match="x"), resting():
        raise ValueError("x")
    assert gc.isenabled()


def test_where_it_did_not_work_before_it_stays_so() -> None:
    gc.disable()
    try:
        with resting():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
