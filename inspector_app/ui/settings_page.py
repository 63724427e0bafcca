"""Settings of this computer: language, theme, where the data lies, and whether it is whole."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from inspector_app import __version__, i18n
from inspector_app.i18n import tr
from inspector_app.services.views import Profile, VerifyReport
from inspector_app.text import format_number
from inspector_app.ui import theme
from inspector_app.ui.fields import Field, LineEdit, Segments
from inspector_app.ui.notices import Banner
from inspector_app.ui.second_copy import SecondCopy, SecondCopyPanel
from inspector_app.ui.session import Session
from inspector_app.ui.unlock import LANGUAGE_NAMES
from inspector_app.ui.widgets import Scroll, button, label, line, row


class SettingsPage(Scroll):
    """One column of settings; each takes effect at once."""

    heading_changed = Signal()
    language_changed = Signal()

    def __init__(self, session: Session, folder: Path, copy: SecondCopy) -> None:
        super().__init__()
        self.session = session
        self.folder = folder
        self.language = Segments(LANGUAGE_NAMES, i18n.language(), name=tr("Language"))
        self.language.chosen.connect(self._speak)
        self.theme = Segments(
            (("system", tr("As the system")), ("light", tr("Light")), ("dark", tr("Dark"))),
            session.settings.theme,
            name=tr("Theme"),
        )
        self.theme.chosen.connect(self._paint)
        self.me = label("", wrap=True)
        where = LineEdit(str(folder))
        where.setReadOnly(True)
        self.verify = button(tr("&Check the data"), self._verify, icon="verify")
        self.rebuild = button(tr("&Rebuild the tables"), self._rebuild, icon="rebuild")
        self.result = Banner()
        self._group(tr("Appearance"), Field(tr("Language"), self.language), Field(tr("Theme"), self.theme))
        self._group(tr("This laptop"), self.me)
        self.copy = SecondCopyPanel(session, copy)
        self._group(tr("Second copy"), self.copy)
        box = self._group(tr("Data"), Field(tr("Folder of the workspace"), where))
        box.addLayout(
            row(button(tr("Open the &folder"), self._open, icon="folder"), self.verify, self.rebuild, None)
        )
        box.addWidget(
            label(
                tr(
                    "Checking reads every change and its chain. Rebuilding computes all lists again from "
                    "the changes; no answer is touched."
                ),
                "small",
                "secondary",
                wrap=True,
            )
        )
        box.addWidget(self.result)
        self.column.addWidget(label(f"Sổ kiểm tra {__version__}", "small", "secondary"))
        self.column.addStretch(1)
        session.read(lambda bench: bench.me, self._show_me, owner=self)

    @property
    def heading(self) -> tuple[str, str]:
        """The room's name."""
        return tr("Settings"), ""

    @property
    def can_go_back(self) -> bool:
        """There is nowhere to go back to."""
        return False

    def go_back(self) -> None:
        """Nothing."""

    def entered(self) -> None:
        """Nothing changes here behind one's back."""
        self.language.setFocus()

    def _group(self, title: str, *parts: QWidget) -> QVBoxLayout:
        box = QVBoxLayout()
        box.setSpacing(theme.MEDIUM)
        box.addWidget(label(title, "group"))
        for part in parts:
            box.addWidget(part)
        self.column.addLayout(box)
        self.column.addWidget(line())
        return box

    def _show_me(self, me: Profile) -> None:
        person = " · ".join(part for part in (me.name, me.title, me.organisation) if part)
        self.me.setText(tr("{person}\nLaptop: {laptop}", person=person, laptop=me.laptop))

    def _speak(self, language: str) -> None:
        self.session.set(language=language)
        i18n.use("en" if language == "en" else "vi")
        self.language_changed.emit()

    def _paint(self, choice: str) -> None:
        self.session.set(theme=choice)
        theme.apply(cast(QApplication, QApplication.instance()), self.session.settings.theme)

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))

    def _verify(self) -> None:
        self._work(False)
        self.session.read(
            lambda bench: bench.upkeep.verify(),
            self._verified,
            lambda error: self._said(lambda: self.result.tell(error, self._verify)),
            owner=self,
            doing=tr("Checking the data"),
        )

    def _verified(self, report: VerifyReport) -> None:
        counts = tr(
            "{changes} changes of {devices} laptops in {streams} visits.",
            changes=format_number(report.changes),
            devices=format_number(report.devices),
            streams=format_number(report.streams),
        )
        if report.ok:
            self._said(lambda: self.result.say("good", tr("The data is whole."), counts))
        else:
            problems = "\n".join(report.problems[:8])
            self._said(
                lambda: self.result.say(
                    "wrong",
                    tr("The check found {count} problems.", count=format_number(len(report.problems))),
                    f"{problems}\n{tr('Do not delete anything; ask the office for help.')}",
                )
            )

    def _rebuild(self) -> None:
        self._work(False)
        self.session.read(
            lambda bench: bench.upkeep.rebuild(),
            lambda rows: self._said(
                lambda: self.result.say(
                    "good", tr("All lists are computed again: {rows} rows.", rows=format_number(rows))
                )
            ),
            lambda error: self._said(lambda: self.result.tell(error, self._rebuild)),
            owner=self,
            doing=tr("Rebuilding the tables"),
        )

    def _said(self, say: Callable[[], None]) -> None:
        self._work(True)
        say()

    def _work(self, ready: bool) -> None:
        self.verify.setEnabled(ready)
        self.rebuild.setEnabled(ready)
