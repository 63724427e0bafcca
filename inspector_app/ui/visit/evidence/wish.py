"""What another page wants of the evidence page: take something in for it, or show what it has."""

from dataclasses import dataclass
from pathlib import Path

from inspector_app.services.views import Link


@dataclass(frozen=True, slots=True)
class Wish:
    """`files` are taken in for the link; without any, `choose` asks for them, or `record` is opened.

    Afterwards the person is led back to the tab `back`, "" for none.
    """

    link: Link
    files: tuple[Path, ...] = ()
    choose: bool = False
    record: str = ""
    back: str = ""
