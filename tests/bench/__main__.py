"""All benchmarks, one after the other, in one table."""

from collections.abc import Iterator

from tests.bench import open_checklist, receive_100k, saved_answer, start_to_usable_window
from tests.bench._measure import Line, show


def everything() -> Iterator[Line]:
    for each in (start_to_usable_window, saved_answer, receive_100k, open_checklist):
        yield from each.measure()


if __name__ == "__main__":
    show(everything)
