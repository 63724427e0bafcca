"""The languages of a form, as authors write them into headings: `English (en)`, `Tiếng Việt (vi)`, `vi`."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from inspector_app import i18n
from inspector_app.text import fold

VIETNAMESE = "vi"
_CODE = re.compile(r"\(\s*([A-Za-z]{2,3})(?:[-_][\w-]+)?\s*\)\s*$")
_NAMED = {
    # what authors write without a code, folded → the code
    "vi": VIETNAMESE,
    "vietnamese": VIETNAMESE,
    "tieng viet": VIETNAMESE,
    "viet": VIETNAMESE,
    "en": "en",
    "english": "en",
    "tieng anh": "en",
}


class Other(NamedTuple):
    """What the choice that `or_other` adds is called, and the question behind it."""

    choice: str
    question: str


ENGLISH_OTHER = Other("Other", "Specify other.")
"""As pyxform has it in every language."""
_OTHERS = {VIETNAMESE: Other("Khác", "Ghi rõ nội dung khác"), "en": ENGLISH_OTHER}


def other_in(language: str) -> Other:
    """The words of `or_other` in a language of a form; where it tells none, in that of the program."""
    return _OTHERS.get(spoken(language), ENGLISH_OTHER)


def knows_other(language: str) -> bool:
    """Whether `or_other` has words of its own in a language."""
    return spoken(language) in _OTHERS


def spoken(language: str) -> str:
    """The code of a language of a form; where the form tells none, that of the program's."""
    return i18n.language() if language in ("", "default") else code_of(language)


def code_of(language: str) -> str:
    """The code of a language, such as `vi`; "" where its name does not tell."""
    found = _CODE.search(language)
    return found[1].lower() if found else _NAMED.get(fold(language).strip(), "")


def name_of(language: str) -> str:
    """What people call a language: its name without the code behind it."""
    return _CODE.sub("", language).strip() or language


def closest(wanted: str, languages: Iterable[str]) -> str | None:
    """The one of these languages that is meant: by its name, else by its code; None where there is none."""
    held = tuple(languages)
    if wanted in held:
        return wanted
    code = code_of(wanted)
    return next((each for each in held if code and code_of(each) == code), None)
