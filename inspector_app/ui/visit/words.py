"""The words for severities, causes and states, as choices (stored name, words); and for an index."""

from typing import get_args

from inspector_app.domain.records import WORDS, Cause, FollowUpState, Severity
from inspector_app.i18n import tr
from inspector_app.services.views import Summary, VisitRow
from inspector_app.text import format_number

Options = tuple[tuple[str, str], ...]


def severities() -> Options:
    """How grave a finding is, the least first."""
    return _options(Severity)


def causes() -> Options:
    """Where a finding comes from."""
    return _options(Cause)


def outcomes() -> Options:
    """What may have become of an earlier recommendation, in the order of their digits."""
    return tuple(option for option in _options(FollowUpState) if option[0] != "open")


def index_words(of: VisitRow | Summary) -> str:
    """`86,20 · Khá`, or "" while nothing is scored."""
    if of.index is None:
        return ""
    beside = tr("provisional") if of.provisional else of.classification
    return f"{format_number(of.index, 2)} · {beside}"


def _options(stored: object) -> Options:
    return tuple((name, tr(WORDS[name])) for name in get_args(stored))
