"""What the headings of a workbook mean: XLSForm's columns, this program's own, and words close to them.

pyxform passes over a column that it does not know without a word, so a misspelt heading would lose a whole
column of a checklist. Here every heading is either known, or close to a known one and refused with the right
spelling, or remarked on as not read.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from inspector_app.text import fold

Sheet = Literal["survey", "choices", "settings"]

PREFIX = "cchc"
NAMESPACE = "https://sokiemtra.vn/xform/1"

OURS = frozenset(
    {
        *("rule", "max_points", "params", "rule_text", "numerator", "denominator", "na", "critical", "unit"),
        *("criterion", "documents", "source", "basis", "basis_from", "basis_to", "basis_trust"),
        *("finding", "action", "days", "section", "comment", "warning", "warning_message"),
    }
)
"""Columns of this program on the survey sheet, headed `bind::cchc:<name>`."""
OUR_SETTINGS = frozenset({"bands", "cap"})
"""Columns of this program on the settings sheet, headed `attribute::cchc:<name>`."""

_TRANSLATED = {"label", "hint", "guidance_hint", "constraint_message", "required_message"}
_SURVEY = _TRANSLATED | {
    *("type", "name", "appearance", "default", "required", "relevant", "constraint", "calculation"),
    *("readonly", "choice_filter", "parameters", "trigger", "repeat_count", "disabled", "save_to"),
    *("image", "big-image", "audio", "video", "autoplay", "rows"),
}
_SETTINGS = {
    *("form_title", "form_id", "version", "default_language", "namespaces", "style", "instance_name", "name"),
    *("public_key", "submission_url", "auto_send", "auto_delete", "allow_choice_duplicates"),
    *("clean_text_values", "instance_xmlns", "client_editable", "prefix", "delimiter"),
}
_CHOICES = {"list_name", "name", "label", "diem", "image", "big-image", "audio", "video"}

_KNOWN: Mapping[Sheet, set[str]] = {"survey": _SURVEY, "choices": _CHOICES, "settings": _SETTINGS}
_ALIASES: Mapping[Sheet, Mapping[str, str]] = {
    "survey": {
        "relevance": "relevant",
        "calculate": "calculation",
        "read_only": "readonly",
        "caption": "label",
        "constraining_message": "constraint_message",
        "requiredmsg": "required_message",
        "count": "repeat_count",
        "command": "type",
        "tag": "name",
        "value": "name",
    },
    "choices": {"value": "name", "caption": "label"},
    "settings": {"id_string": "form_id", "set_form_id": "form_id", "set_form_title": "form_title"},
}
_BINDS = {"relevant", "required", "constraint", "calculate", "readonly", "type"}
_ELEMENT = re.compile(r"[^\W\d][\w.-]*")
_PASSED_ON = {"bind", "body", "control", "instance", "media"}
"""First words of headings that pyxform hands on to the form as they are."""

EXPRESSIONS = frozenset(
    {
        *("relevant", "required", "readonly", "constraint", "calculation", "choice_filter", "repeat_count"),
        *("numerator", "denominator", "warning"),
    }
)
CODES = EXPRESSIONS | {
    "type",
    "name",
    "list_name",
    "trigger",
    "rule",
    "params",
    "na",
    "critical",
    "namespaces",
}
"""Columns that a machine reads: a curly quotation mark or a long dash in them is never meant."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as written, and what it stands for.

    `key` is the column (`label`, `rule`), empty where it is not read; `language` what follows it in a
    translated one; `instead` the heading that was probably meant where this one is not right.
    """

    text: str
    key: str
    language: str = ""
    instead: str = ""


def understand(sheet: Sheet, text: str) -> Heading:
    """What a heading of a sheet stands for."""
    words = [word.strip() for word in text.split("::")]
    first = "_".join(words[0].split()).lower()
    first = _ALIASES[sheet].get(first, first)
    if len(words) > 1 and first == "bind" and sheet == "survey":
        return _bind(text, words[1])
    if len(words) > 1 and first == "attribute" and sheet == "settings":
        return _attribute(text, words[1])
    if first in _KNOWN[sheet]:
        return Heading(text, first, language=words[1] if len(words) > 1 else "")
    if sheet == "survey" and (first in _PASSED_ON or first.startswith("sms_")):
        return Heading(text, first)
    # A further column of choices travels with them as an element, so its name must be able to be one.
    key = text if sheet == "choices" and _ELEMENT.fullmatch(text) else ""
    instead = _nearest(sheet, text)
    if instead in _TRANSLATED:
        instead = "::".join((instead, *words[1:]))
    return Heading(text, key, instead=instead)


def _bind(text: str, name: str) -> Heading:
    prefix, colon, local = name.partition(":")
    if prefix == PREFIX and local in OURS:
        return Heading(text, local)
    if name in _BINDS:
        return Heading(text, {"calculate": "calculation"}.get(name, name))
    if colon and prefix in ("jr", "odk", "orx", "entities"):
        return Heading(text, "bind")
    return Heading(text, "", instead=_nearest("survey", text) or f"bind::{PREFIX}:…")


def _attribute(text: str, name: str) -> Heading:
    prefix, _, local = name.partition(":")
    if prefix != PREFIX:
        return Heading(text, "attribute")
    if local in OUR_SETTINGS:
        return Heading(text, local)
    return Heading(text, "", instead=_nearest("settings", text))


def spelled(sheet: Sheet, key: str) -> str:
    """The heading of a column, as it is to be written."""
    if sheet == "survey" and key in OURS:
        return f"bind::{PREFIX}:{key}"
    if sheet == "settings" and key in OUR_SETTINGS:
        return f"attribute::{PREFIX}:{key}"
    return key


def _nearest(sheet: Sheet, text: str) -> str:
    """The known heading that this one most looks like; empty where none does."""
    ours = {"survey": OURS, "settings": OUR_SETTINGS, "choices": frozenset[str]()}[sheet]
    by_look = {_look(key): spelled(sheet, key) for key in _KNOWN[sheet] | ours}
    by_look |= {_look(spelled(sheet, key)): spelled(sheet, key) for key in ours}
    for look in (_look(text), _look(text.rpartition(":")[2]), _look(text.partition(":")[0])):
        if close := nearest(look, by_look):
            return by_look[close]
    return ""


def _look(text: str) -> str:
    return fold(text).replace(" ", "").replace("_", "").replace("-", "").replace(":", "")


def nearest(word: str, known: Iterable[str], likeness: float = 0.8) -> str:
    """The known word most like this one, or an empty text."""
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=likeness)), "")
