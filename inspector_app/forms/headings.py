"""What the headings of a workbook mean: XLSForm's columns, this program's own, and words close to them.

pyxform passes over a column that it does not know without a word, so a misspelt heading would lose a whole
column of a checklist. Here every heading is either known, or close to a known one and refused with the right
spelling, or remarked on as not read.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import Literal, get_args

from inspector_app.text import fold

Sheet = Literal["survey", "choices", "settings", "external_choices", "entities", "osm"]
SHEETS: tuple[Sheet, ...] = get_args(Sheet)

PREFIX = "cchc"
NAMESPACE = "https://sokiemtra.vn/xform/1"

OURS = frozenset(
    {
        *("rule", "max_points", "params", "rule_text", "numerator", "denominator", "na", "critical", "unit"),
        *("evidence", "criterion", "documents", "source", "basis", "basis_from", "basis_to", "basis_trust"),
        *("finding", "action", "days", "section", "comment", "warning", "warning_message"),
    }
)
"""Columns of this program on the survey sheet, headed `bind::cchc:<name>`."""
OUR_SETTINGS = frozenset({"bands", "cap"})
"""Columns of this program on the settings sheet, headed `attribute::cchc:<name>`."""

_MEDIA = {"image", "big-image", "audio", "video"}
_TRANSLATED = {"label", "hint", "guidance_hint", "constraint_message", "required_message"}
_SURVEY = (
    _TRANSLATED
    | _MEDIA
    | {
        *("type", "name", "appearance", "default", "required", "relevant", "constraint", "calculation"),
        *("readonly", "choice_filter", "parameters", "trigger", "repeat_count", "disabled", "save_to"),
        *("autoplay", "rows", "intent", "compact_tag", "no_app_error_string", "query"),
    }
)
_SETTINGS = {
    *("form_title", "form_id", "version", "default_language", "namespaces", "style", "instance_name", "name"),
    *("public_key", "submission_url", "auto_send", "auto_delete", "allow_choice_duplicates"),
    *("clean_text_values", "instance_xmlns", "client_editable", "prefix", "delimiter", "instance_id"),
    *("omit_instanceid", "flat", "sms_keyword", "sms_separator", "sms_allow_media", "sms_response"),
    *("sms_date_format", "sms_datetime_format", "add_none_option"),
}
_CHOICES = {"list_name", "name", "label", "diem"} | _MEDIA

_KNOWN: Mapping[Sheet, set[str]] = {
    "survey": _SURVEY,
    "choices": _CHOICES,
    "settings": _SETTINGS,
    "external_choices": _CHOICES,
    "entities": {"list_name", "label", "entity_id", "create_if", "update_if", "repeat"},
    "osm": {"list_name", "name", "label"},
}
_CHOICE_ALIASES = {"value": "name", "caption": "label"}
_ALIASES: Mapping[Sheet, Mapping[str, str]] = {
    "survey": {
        "relevance": "relevant",
        "calculate": "calculation",
        "read_only": "readonly",
        "caption": "label",
        "constraining_message": "constraint_message",
        "requiredmsg": "required_message",
        "noapperrorstring": "no_app_error_string",
        "count": "repeat_count",
        "jr:count": "repeat_count",
        "command": "type",
        "tag": "name",
        "value": "name",
    },
    "choices": _CHOICE_ALIASES,
    "settings": {
        "id_string": "form_id",
        "set_form_id": "form_id",
        "set_form_title": "form_title",
        "title": "form_title",
    },
    "external_choices": _CHOICE_ALIASES,
    "entities": {"dataset": "list_name"},
    "osm": _CHOICE_ALIASES,
}
_BINDS = {"relevant", "required", "constraint", "calculate", "readonly", "type"}
_MESSAGES = {"jr:constraintMsg": "constraint_message", "jr:requiredMsg": "required_message"}
_ELEMENT = re.compile(r"[^\W\d][\w.-]*")
_PASSED_ON = {"bind", "body", "control", "instance"}
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
    "evidence",
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


@lru_cache(maxsize=2048)
def understand(sheet: Sheet, text: str, separator: str = "::") -> Heading:
    """What a heading of a sheet stands for. Old forms part their words by one colon throughout."""
    words = _words(text, separator)
    first = "_".join(words[0].split()).lower()
    first = _ALIASES[sheet].get(first, first)
    if len(words) > 1 and sheet == "survey" and first == "bind":
        return _bind(text, words[1], words[2] if len(words) > 2 else "")
    if len(words) > 1 and sheet == "settings" and first == "attribute":
        return _attribute(text, words[1])
    if len(words) > 1 and first == "media" and words[1].lower() in _MEDIA & _KNOWN[sheet]:
        return Heading(text, words[1].lower(), language=words[2] if len(words) > 2 else "")
    if first in _KNOWN[sheet]:
        return Heading(text, first, language=words[1] if len(words) > 1 else "")
    if sheet == "survey" and (first in _PASSED_ON or first.startswith("sms_")):
        return Heading(text, first)
    # A further column of choices travels with them as an element, so its name must be able to be one.
    key = text if sheet in ("choices", "external_choices") and _ELEMENT.fullmatch(text) else ""
    instead = _nearest(sheet, text)
    if instead in _TRANSLATED:
        instead = "::".join((instead, *words[1:]))
    return Heading(text, key, instead=instead)


def _words(text: str, separator: str) -> list[str]:
    words = [word.strip() for word in text.split(separator)]
    if separator == ":" and "jr" in words[:-1]:  # jr:constraintMsg is one word
        at = words.index("jr")
        words[at : at + 2] = [f"jr:{words[at + 1]}"]
    return words


def _bind(text: str, name: str, language: str) -> Heading:
    prefix, colon, local = name.partition(":")
    if prefix == PREFIX and local in OURS:
        return Heading(text, local)
    if name in _BINDS:
        return Heading(text, {"calculate": "calculation", "type": "bind"}.get(name, name))
    if name in _MESSAGES:
        return Heading(text, _MESSAGES[name], language=language)
    instead = _nearest("survey", text)
    if colon and prefix != PREFIX and not instead.startswith("bind::"):
        return Heading(text, "bind")
    return Heading(text, "", instead=instead or f"bind::{PREFIX}:…")


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
    ours = {"survey": OURS, "settings": OUR_SETTINGS}.get(sheet, frozenset[str]())
    by_look = {_look(key): spelled(sheet, key) for key in _KNOWN[sheet] | ours}
    by_look |= {_look(spelled(sheet, key)): spelled(sheet, key) for key in ours}
    for look in (_look(text), _look(text.rpartition(":")[2]), _look(text.partition(":")[0])):
        if close := nearest(look, by_look):
            return by_look[close]
    return ""


def _look(text: str) -> str:
    return fold(text).replace(" ", "").replace("_", "").replace("-", "").replace(":", "")


_MOST_COMPARED = 300
"""Words that one is compared with: where there are more, only those of about its length and beginning."""


def nearest(word: str, known: Iterable[str], likeness: float = 0.8) -> str:
    """The known word most like this one, or an empty text."""
    candidates = list(known)
    if len(candidates) > _MOST_COMPARED:
        candidates = [c for c in candidates if c[:1] == word[:1] and abs(len(c) - len(word)) < 3]
    if len(word) > 100 or len(candidates) > _MOST_COMPARED:
        return ""
    return next(iter(get_close_matches(word, candidates, n=1, cutoff=likeness)), "")
