"""What identifies a published checklist: a digest over its form and the files that the form reads."""

import hashlib
import re
from collections.abc import Mapping

from inspector_app.domain.changes import canonical

FILE_NAME = re.compile(r"(?!\.)[A-Za-z0-9_.-]{1,100}")
"""How an attached file may be called: no folder, no accent, no leading dot."""


def template_digest(xform: bytes, files: Mapping[str, bytes]) -> str:
    """The SHA-256 of the XForm; where files belong to it, of the canonical JSON of all their digests."""
    form = hashlib.sha256(xform).hexdigest()
    if not files:
        return form
    named = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    return hashlib.sha256(canonical({"xform": form, "files": named}).encode()).hexdigest()
