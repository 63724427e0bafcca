"""The words for severities and causes of findings, as choices: (stored name, words)."""

from inspector_app.i18n import tr


def severities() -> tuple[tuple[str, str], ...]:
    """How grave a finding is, the least first."""
    return ("minor", tr("Minor")), ("notable", tr("Notable")), ("serious", tr("Serious"))


def causes() -> tuple[tuple[str, str], ...]:
    """Where a finding comes from."""
    return (
        ("people", tr("People")),
        ("software", tr("Software or systems")),
        ("coordination", tr("Coordination between offices")),
        ("resources", tr("Staff or means lacking")),
        ("citizen", tr("Citizen or business")),
        ("other", tr("Other")),
    )
