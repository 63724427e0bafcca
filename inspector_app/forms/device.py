"""What a form may ask about who fills it in, when and where: its preloads."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from inspector_app.forms.instants import Instant

_SCHEMES = {"username": "username:", "email": "mailto:", "phonenumber": "tel:"}
"""What stands before a property that is asked for as a URI."""


@dataclass(frozen=True)
class Device:
    """Who fills in a form, and where; `place` gives a place as ODK writes it."""

    deviceid: str = ""
    username: str = ""
    email: str = ""
    phonenumber: str = ""
    place: Callable[[], str] = str

    def tells(self, kind: str, parameter: str, now: datetime) -> str:
        """What stands ready in a question with this preload when a form is opened for the first time."""
        if kind == "uid":
            return f"uuid:{uuid.uuid4()}"
        if (kind, parameter) == ("timestamp", "start"):
            return Instant(now).text
        if (kind, parameter) == ("date", "today"):
            return now.date().isoformat()
        scheme, _, name = parameter.replace(" ", "").rpartition(":")
        properties = ("deviceid", "username", "email", "phonenumber")
        told: str = getattr(self, name) if kind == "property" and name in properties else ""
        return _SCHEMES.get(name, "") + told if told and scheme == "uri" else told
