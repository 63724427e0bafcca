"""Translation: English in the code, Vietnamese on the screen, from one Qt Linguist catalogue.

The catalogue is `resources/translations/vi.ts`. It is read here without Qt, so that the command line, the
errors of the domain and the window all speak from one source; the window hands Qt's own strings to it too.
"""

from functools import cache
from typing import Literal
from xml.etree import ElementTree

from inspector_app import paths

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = ("vi", "en")

_current: Language = "vi"


def use(language: Language) -> None:
    """Speak this language from now on."""
    global _current
    _current = language


def language() -> Language:
    """The language spoken now."""
    return _current


def mark(source: str) -> str:
    """Name a text for the catalogue where it is defined but not yet shown (class attributes, tables)."""
    return source


def tr(source: str, **values: object) -> str:
    """The text in the current language, with `{name}` places filled from `values`.

    A text that the catalogue lacks falls back to English; a house test keeps the catalogue complete.
    """
    text = catalogue().get(source, source) if _current == "vi" else source
    return text.format(**values) if values else text


@cache
def catalogue() -> dict[str, str]:
    """English source → Vietnamese, from the shipped catalogue."""
    path = paths.resources() / "translations" / "vi.ts"
    # Our own shipped file, not input: the standard parser is safe here.
    tree = ElementTree.parse(path)
    found: dict[str, str] = {}
    for message in tree.iter("message"):
        source, translation = message.findtext("source"), message.findtext("translation")
        if source and translation:
            found[source] = translation
    return found
