"""In which of its languages a form is shown."""

from collections.abc import Mapping

from inspector_app.i18n import tr
from inspector_app.ui import fields


class LanguageChoice(fields.Choice):
    """The languages of a form; hidden where it has only one."""

    def __init__(self) -> None:
        super().__init__((), name=tr("Language of the form"))
        self.setToolTip(tr("Language of the form"))
        self.hide()

    def offer(self, languages: Mapping[str, str], spoken: str) -> None:
        """Offer the languages of the form, the one that it is shown in chosen."""
        self.clear()
        for language, name in languages.items():
            self.addItem(tr("First language") if language in ("", "default") else name, language)
        self.set_value(spoken)
        self.setVisible(len(languages) > 1)
