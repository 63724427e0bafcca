"""Decisions taken back: which acts of a laptop were decisions, and what they had settled.

The law of it is `domain/withdrawal.py`; which act comes next is known to `undoing.py`.
"""

from inspector_app.domain.changes import Sealed
from inspector_app.domain.records import Evidence
from inspector_app.domain.withdrawal import withdrawn_by
from inspector_app.storage.ledger import Ledger


def settled_by(ledger: Ledger, sealed: Sealed) -> set[str]:
    """The fields whose dispute a change ended, opened again or closed again; none where it did neither.

    To choose between two versions of a photo is final: the file that nothing names any more is erased.
    """
    change = sealed.change
    history = {each.digest: each for each in ledger.history(change.stream, change.kind, change.record)}
    while (target := withdrawn_by(sealed.change)) in history:
        sealed = history[target]
    if not sealed.change.cause:
        return set()
    before, _ = ledger.around(sealed)
    fields = set(sealed.change.values())
    if change.kind == Evidence.kind and "file" in fields:
        return set()
    return fields if any(name in before and before[name].disputed for name in fields) else set()
