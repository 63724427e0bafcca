"""Undo and redo of a plan that is not carried out yet."""

from inspector_app.services.marking import Marking


class History:
    """A plan with what it was before, step by step. Steps of the same `kind` in a row are one."""

    def __init__(self, marking: Marking) -> None:
        self._steps = [marking]
        self._at = 0
        self._kind = ""

    @property
    def now(self) -> Marking:
        """The plan as it stands."""
        return self._steps[self._at]

    @property
    def can_undo(self) -> bool:
        return self._at > 0

    @property
    def can_redo(self) -> bool:
        return self._at + 1 < len(self._steps)

    def step(self, marking: Marking, kind: str = "") -> None:
        """Go on to another plan; what had been taken back is forgotten."""
        again = bool(kind) and kind == self._kind and self._at > 0
        del self._steps[self._at + (0 if again else 1) :]
        self._steps.append(marking)
        self._at = len(self._steps) - 1
        self._kind = kind

    def undo(self) -> None:
        """One step back."""
        self._at = max(0, self._at - 1)
        self._kind = ""

    def redo(self) -> None:
        """One step forward again."""
        self._at = min(len(self._steps) - 1, self._at + 1)
        self._kind = ""
