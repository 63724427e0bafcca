"""Python's garbage collector, told to rest while many objects are made that all stay.

It would look through them in vain, again and again: half of the time in which a form of a thousand questions
opened, a tenth of that of a large receipt. What nothing refers to is freed at once all the same.
"""

import gc
from collections.abc import Generator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
_resters = 0
_was_enabled = True


@contextmanager
def resting() -> Generator[None]:
    """The collector rests until the last of those who asked for it, on any thread, is done."""
    global _resters, _was_enabled
    with _lock:
        if not _resters:
            _was_enabled = gc.isenabled()
            gc.disable()
        _resters += 1
    try:
        yield
    finally:
        with _lock:
            _resters -= 1
            if not _resters and _was_enabled:
                gc.enable()
