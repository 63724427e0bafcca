"""The words for severities, causes and states, as choices: (stored name, words)."""

from typing import get_args

from inspector_app.domain.records import WORDS, Cause, FollowUpState, Severity
from inspector_app.i18n import tr

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


def _options(stored: object) -> Options:
    return tuple((name, tr(WORDS[name])) for name in get_args(stored))
