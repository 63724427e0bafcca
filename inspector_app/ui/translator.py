"""Qt's own words in Vietnamese: buttons of messages, menus of text fields, the file and print dialogs.

Qt ships no Vietnamese catalogue, so ours lies beside the program's (`resources/translations/qt_vi.ts`). It is
handed to Qt as a translator that looks each text up when Qt asks for it, in the language spoken then: install
it once, and `i18n.use` decides from there on.
"""

from functools import cache
from xml.etree import ElementTree

from PySide6.QtCore import QTranslator

from inspector_app import i18n, paths


class QtTexts(QTranslator):
    """Install with `app.installTranslator(QtTexts(app))`; the parent keeps it alive."""

    def translate(self, context: str, source: str, *_: object) -> str | None:
        """The Vietnamese of one of Qt's texts; None lets Qt show its English."""
        return qt_catalogue().get((context, source)) if i18n.language() == "vi" else None

    def isEmpty(self) -> bool:
        """Qt tells its windows about a new translator only where it is not empty."""
        return False


@cache
def qt_catalogue() -> dict[tuple[str, str], str]:
    """(Qt class, English source) → Vietnamese, from the shipped catalogue."""
    path = paths.resources() / "translations" / "qt_vi.ts"
    # Our own shipped file, not input: the standard parser is safe here.
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext("translation", "")
        for context in ElementTree.parse(path).iter("context")
        for message in context.iter("message")
    }
