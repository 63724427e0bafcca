"""The words for severities and causes of findings, as choices: (stored name, words)."""

from typing import get_args

from inspector_app.domain.records import WORDS, Cause, Severity
from inspector_app.i18n import tr


def severities() -> tuple[tuple[str, str], ...]:
    """How grave a finding is, the least first."""
    return tuple((name, tr(WORDS[name])) for name in get_args(Severity))


def causes() -> tuple[tuple[str, str], ...]:
    """Where a finding comes from."""
    return tuple((name, tr(WORDS[name])) for name in get_args(Cause))
