"""What stands inside repeats, in words: which instance, which question, and what was done to it.

A key inside a repeat (`nguoi[1]/ho_ten`) is for computers. People see "Người 2 · Họ và tên", also of an
instance that was taken away.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from inspector_app.domain.changes import DELETED
from inspector_app.forms.sheet import Node
from inspector_app.i18n import tr
from inspector_app.services.open_checklist import OpenChecklist
from inspector_app.services.questions import Asked

_OWN = re.compile(r"\[\d+\]/")
"""An instance that the form began with, rather than one that somebody added."""


def question(warm: OpenChecklist, key: str) -> Asked:
    """What a key inside a repeat asks."""
    definition = warm.template.definition_of(key)
    node = _node(warm, key)
    return Asked(" · ".join(_named(warm, key)), definition, node)


def acts(warm: OpenChecklist, key: str, patch: Mapping[str, Any]) -> Iterable[str]:
    """An act on what is inside a repeat, in words; nothing where it only kept what was there."""
    asked = question(warm, key)
    for field, value in patch.items():
        if field == DELETED:
            instance = " · ".join(_named(warm, key[: key.rindex("]") + 1]))
            yield (
                tr("{what}: taken away", what=instance)
                if value
                else tr("{what}: brought back", what=instance)
            )
        elif key.endswith("/") and not _OWN.search(key[key.rindex("[") :]):
            yield tr("{what}: added", what=asked.title)
        elif field == "value" and not key.endswith("/"):
            yield f"{asked.title}: {asked.words(value) if value else tr('no answer')}"


def _named(warm: OpenChecklist, key: str) -> Iterable[str]:
    """The instances around a key from the outermost, then the question."""
    for end in re.finditer(r"\]", key):
        yield _instance(warm, key[: end.end()])
    _, inside, leaf = key.rpartition("]/")
    if inside and leaf:
        node = _node(warm, key)
        yield node.label if node and node.label else _label(warm, key) or leaf


def _instance(warm: OpenChecklist, key: str) -> str:
    node = _node(warm, key)
    if node is None or node.place is None:
        return tr("{what} (taken away)", what=_label(warm, key) or key.partition("[")[0])
    number = node.place.ordinals[node]
    return f"{node.label or node.place.label or node.definition.name} {number}"


def _label(warm: OpenChecklist, key: str) -> str:
    definition = warm.template.definition_of(key)
    return definition.label(warm.sheet.language) if definition else ""


def _node(warm: OpenChecklist, key: str) -> Node | None:
    try:
        return warm.sheet.node(key.rstrip("/"))
    except KeyError:
        return None
