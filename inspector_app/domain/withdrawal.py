"""Taking a decision back: the values it had settled are in dispute again.

A decision settles the values that its writer had in view, and nothing that is written later can bring them
back into dispute. So what takes it back is a change of its own that names the decision by its digest, and a
record is folded as if neither had been made. Who has built on the decision meanwhile keeps what they wrote:
it then stands beside the values that came back, for people to decide.

Only the laptop that decided can take a decision back; its chain puts the decision before its withdrawal. A
withdrawal is withdrawn like any decision, which does the decision again.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # the law itself folds by what stands here
    from inspector_app.domain.changes import Change, Sealed

WITHDRAWS = "withdraws"
_BEGINNING = f'{{"{WITHDRAWS}":'
"""How the canonical patch of a withdrawal begins: it sets nothing else."""


def withdrawal_of(decision: "Sealed") -> dict[str, Any]:
    """The patch that takes a decision back."""
    return {WITHDRAWS: decision.digest}


def withdrawn_by(change: "Change") -> str:
    """The digest of the decision that a change takes back; "" where it takes none back."""
    if not change.patch.startswith(_BEGINNING):
        return ""
    patch = change.values()
    return str(patch[WITHDRAWS]) if patch.keys() == {WITHDRAWS} else ""


def in_force(ordered: "Sequence[Sealed]") -> "Sequence[Sealed]":
    """Of the changes to a record, causes before effects, those that are neither withdrawn nor withdrawals."""
    if not any(change.patch.startswith(_BEGINNING) for _, change in ordered):
        return ordered  # nearly always
    decisions = {digest: change for digest, change in ordered if change.cause}
    gone: set[str] = set()
    for digest, change in reversed(ordered):
        target = withdrawn_by(change)
        if not target:
            continue
        decision = decisions.get(target)
        if digest not in gone and decision is not None and decision.device == change.device:
            gone.add(target)
        gone.add(digest)
    # A record never vanishes: a forged withdrawal that would leave nothing of it counts for nothing.
    return [sealed for sealed in ordered if sealed.digest not in gone] or ordered
