"""The door: the first run, which makes a workspace, and every later run, which asks for its passphrase.

Each is one calm page. What is wrong is said under its field, and nothing is lost by trying again.
"""

import platform
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from inspector_app import i18n, paths
from inspector_app.domain.errors import (
    InspectorError,
    WeakPassphrase,
    WorkspaceExists,
    WorkspaceMissing,
    WrongPassphrase,
)
from inspector_app.i18n import tr
from inspector_app.services.views import Profile
from inspector_app.ui import theme
from inspector_app.ui.fields import Field, LineEdit, Segments
from inspector_app.ui.help.panel import HelpPanel
from inspector_app.ui.notices import Banner
from inspector_app.ui.session import Session
from inspector_app.ui.widgets import ElidedLabel, Glyph, Scroll, button, column, label, row, tool

if TYPE_CHECKING:
    from inspector_app.services.workbench import Workbench

PASSPHRASE_MINIMUM = 8
LANGUAGE_NAMES = (("vi", "Tiếng Việt"), ("en", "English"))


def demonstration_folder() -> Path:
    """Where the demonstration is made."""
    return paths.user_data() / "demonstration"


def default_folder() -> Path:
    """Where the workspace lies unless the user chooses."""
    return paths.user_data() / "workspace"


class PassphraseEdit(QLineEdit):
    """A passphrase, hidden until one asks to see it; kept exactly as typed."""

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self._eye = QAction(self)
        self._eye.triggered.connect(lambda: self._show(self.echoMode() is QLineEdit.EchoMode.Password))
        self._eye.setShortcut(QKeySequence("Ctrl+H"))
        self._eye.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self._show(False)

    def _show(self, plain: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if plain else QLineEdit.EchoMode.Password)
        self._eye.setIcon(theme.icon("hide" if plain else "show", "secondary"))
        self._eye.setText(tr("Hide the passphrase") if plain else tr("Show the passphrase"))
        self._eye.setToolTip(f"{self._eye.text()} (Ctrl+H)")


class Door(QWidget):
    """Opens or creates a workspace, then says so with `opened(folder: Path)`."""

    opened = Signal(object)
    language_changed = Signal()
    demonstration_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        theme.dress(self, surface="raised")
        self.session = session
        folder = session.settings.workspace
        self.unlock = UnlockPage(session, folder or default_folder())
        self.first_run = FirstRunPage(session)
        for page in (self.unlock, self.first_run):
            page.opened.connect(self._opened)
        self.unlock.create_instead.connect(lambda: self._turn_to(self.first_run))
        self.first_run.open_instead.connect(lambda: self._turn_to(self.unlock))

        self.languages = Segments(LANGUAGE_NAMES, i18n.language(), name=tr("Language"))
        self.languages.chosen.connect(self._speak)
        self.demonstration = button(
            tr("See the demonstration"), self.demonstration_wanted.emit, kind="quiet", icon="tour"
        )
        top = row(
            Glyph("visits", "accent", 24),
            label("Sổ kiểm tra", "group"),
            None,
            self.demonstration,
            self.languages,
            tool("help", tr("Help"), self._help, tone="secondary", shortcut="F1"),
            spacing=theme.MEDIUM,
        )
        top.setContentsMargins(theme.HUGE, theme.MEDIUM, theme.HUGE, theme.MEDIUM)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.unlock)
        self.pages.addWidget(self.first_run)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.help = HelpPanel()
        self.help.show_page("door")
        self.help.shortcuts.hide()
        self.help.tour.hide()
        self.help.closed.connect(self._help)
        self.help.hide()
        middle = row(self.pages, self.help, spacing=0)
        middle.setStretch(0, 1)
        whole.addLayout(top)
        whole.addLayout(middle, 1)
        if folder is None:
            self._turn_to(self.first_run)
            # The settings may be lost while the workspace is still there.
            session.lanes.heavy(_default_exists, self._found, owner=self)
        else:
            self._turn_to(self.unlock)

    def showEvent(self, event: QShowEvent) -> None:
        """The focus can only be put somewhere once the page is on the screen."""
        super().showEvent(event)
        self._begin()

    def _help(self) -> None:
        """Show the help about this page, or put it away."""
        self.help.setVisible(self.help.isHidden())
        if self.help.isHidden():
            self._begin()
        else:
            self.help.text.setFocus()

    def _begin(self) -> None:
        (self.unlock if self.unlock.isVisible() else self.first_run).begin()

    def _found(self, exists: bool) -> None:
        if exists and not self.first_run.begun:
            self._turn_to(self.unlock)

    def _turn_to(self, page: "UnlockPage | FirstRunPage") -> None:
        self.pages.setCurrentWidget(page)
        page.begin()

    def _opened(self, folder: Path) -> None:
        self.session.set(workspace=folder)
        self.opened.emit(folder)

    def _speak(self, language: str) -> None:
        self.session.set(language=language)
        i18n.use("en" if language == "en" else "vi")
        self.language_changed.emit()


def _default_exists() -> bool:
    from inspector_app.services.workbench import Workbench

    return Workbench.exists(default_folder())


class UnlockPage(QWidget):
    """Asks for the passphrase of a workspace."""

    opened = Signal(object)
    create_instead = Signal()

    def __init__(self, session: Session, folder: Path) -> None:
        super().__init__()
        self.session = session
        self.folder = folder
        self.banner = Banner()
        self.where = ElidedLabel(str(folder), "text", "secondary")
        self.passphrase = PassphraseEdit()
        self.passphrase.returnPressed.connect(self._open)
        self.field = Field(tr("&Passphrase"), self.passphrase)
        self.go = button(tr("&Open"), self._open, kind="primary")
        self.other = button(tr("Another workspace…"), self._choose, kind="quiet", icon="folder")
        create = button(tr("Create a workspace…"), self.create_instead.emit, kind="quiet", icon="add")

        inside = theme.dress(QWidget(), surface="card")
        inside.setFixedWidth(500)
        lay = column(
            label(tr("Open the workspace"), "title"),
            self.where,
            theme.SMALL,
            self.banner,
            self.field,
            row(self.go, None),
            theme.LARGE,
            row(self.other, create, None),
        )
        lay.setContentsMargins(2 * theme.LARGE, theme.HUGE, 2 * theme.LARGE, theme.LARGE)
        inside.setLayout(lay)
        centre = QVBoxLayout(self)
        centre.addStretch(2)
        centre.addLayout(row(None, inside, None))
        centre.addStretch(3)

    def begin(self) -> None:
        """Put the focus where one starts."""
        self.passphrase.setFocus()

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, tr("Choose the folder of a workspace"), str(self.folder)
        )
        if chosen:
            self.folder = Path(chosen)
            self.where.setText(chosen)
            self.banner.clear()
            self.field.accept()
            self.begin()

    def _open(self) -> None:
        passphrase, folder = self.passphrase.text(), self.folder
        if not passphrase:
            self.field.refuse(tr("Type the passphrase of this workspace."))
            return
        self.field.accept()
        self.banner.clear()
        self.setEnabled(False)
        self.go.setText(tr("Opening…"))

        def opening() -> "Workbench":
            # Loaded on the lane, where its libraries may take their time.
            from inspector_app.services.workbench import Workbench

            return Workbench.open(folder, passphrase)

        self.session.lanes.open(opening, lambda _none: self.opened.emit(folder), self._failed, owner=self)

    def _failed(self, error: InspectorError) -> None:
        self.setEnabled(True)
        self.go.setText(tr("&Open"))
        if isinstance(error, WrongPassphrase):
            self.field.refuse(str(error))
            self.passphrase.selectAll()
        elif isinstance(error, WorkspaceMissing):
            self.banner.say(
                "attention",
                error.sentence,
                error.hint,
                action=tr("Create a workspace…"),
                act=self.create_instead.emit,
            )
        else:
            self.banner.tell(error, self._open)
        self.begin()


class FirstRunPage(Scroll):
    """Makes a workspace: who works at this laptop, and the passphrase that guards the data."""

    opened = Signal(object)
    open_instead = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(width=840, centred=True)
        self.session = session
        self.banner = Banner()
        self.name = LineEdit()
        self.position = LineEdit(placeholder=tr("For example: specialist"))
        self.organisation = LineEdit(placeholder=tr("For example: Department of Home Affairs"))
        self.laptop = LineEdit(platform.node())
        self.first = PassphraseEdit()
        self.second = PassphraseEdit()
        self.folder = LineEdit(str(default_folder()))
        self.fields: dict[QLineEdit, Field] = {
            self.name: Field(tr("Full &name"), self.name),
            self.position: Field(tr("&Position"), self.position),
            self.organisation: Field(tr("&Organisation"), self.organisation),
            self.laptop: Field(
                tr("Name of this &laptop"),
                self.laptop,
                hint=tr("Shown beside every answer, so that the team can tell the laptops apart."),
            ),
            self.first: Field(
                tr("&Passphrase"),
                self.first,
                hint=tr("At least {count} characters; several words are best.", count=PASSPHRASE_MINIMUM),
            ),
            self.second: Field(tr("Passphrase &again"), self.second),
            self.folder: Field(tr("&Folder of the workspace"), self.folder),
        }
        choose = tool("folder", tr("Choose…"), self._choose)
        self.go: QPushButton = button(tr("&Create the workspace"), self._create, kind="primary", icon="done")
        already = button(tr("I already have a workspace…"), self.open_instead.emit, kind="quiet")

        warning = theme.dress(QWidget(), surface="attention")
        words = row(
            Glyph("attention", "attention"),
            label(
                tr(
                    "Nobody can recover a forgotten passphrase, not even the office. Write it down and keep "
                    "it away from the laptop."
                ),
                wrap=True,
            ),
            spacing=theme.MEDIUM,
        )
        words.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.MEDIUM, theme.SMALL)
        words.setStretch(1, 1)
        warning.setLayout(words)

        left = column(
            label(tr("Who works here"), "group"),
            *(self.fields[each] for each in (self.name, self.position, self.organisation, self.laptop)),
            None,
            spacing=theme.MEDIUM,
        )
        folder = row(self.fields[self.folder], choose)
        folder.setStretch(0, 1)
        folder.setAlignment(choose, Qt.AlignmentFlag.AlignBottom)
        right = column(
            label(tr("How the data is guarded"), "group"),
            self.fields[self.first],
            self.fields[self.second],
            warning,
            folder,
            None,
            spacing=theme.MEDIUM,
        )
        theme.dress(self.inside, surface="card")
        self.column.setContentsMargins(2 * theme.LARGE, theme.HUGE, 2 * theme.LARGE, theme.HUGE)
        halves = QHBoxLayout()
        halves.setSpacing(2 * theme.HUGE)
        halves.addLayout(left, 1)
        halves.addLayout(right, 1)
        self.column.addWidget(label(tr("Set up this laptop"), "title"))
        self.column.addWidget(
            label(
                tr(
                    "Everything you record stays on this laptop, encrypted, until you hand it over. This "
                    "page is shown only once."
                ),
                "text",
                "secondary",
                wrap=True,
            )
        )
        self.column.addWidget(self.banner)
        self.column.addLayout(halves)
        self.column.addLayout(row(self.go, already, None))

    def begin(self) -> None:
        """Put the focus where one starts."""
        self.name.setFocus()

    @property
    def begun(self) -> bool:
        """Whether something has been typed."""
        return bool(self.name.value or self.first.text())

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Choose an empty folder"), self.folder.value)
        if chosen:
            self.folder.set_value(chosen)

    def _create(self) -> None:
        if not self._complete():
            return
        folder = Path(self.folder.value).expanduser()
        passphrase = self.first.text()
        me = Profile(
            name=self.name.value,
            title=self.position.value,
            organisation=self.organisation.value,
            laptop=self.laptop.value,
        )
        self.banner.clear()
        self.setEnabled(False)
        self.go.setText(tr("Creating…"))

        def opening() -> "Workbench":
            # Loaded on the lane, where its libraries may take their time.
            from inspector_app.services.workbench import Workbench

            return Workbench.create(folder, passphrase, me)

        self.session.lanes.open(opening, lambda _none: self.opened.emit(folder), self._failed, owner=self)

    def _complete(self) -> bool:
        """Say under each field what it lacks; the focus goes to the first one."""
        passphrase = self.first.text()
        wrong: dict[QLineEdit, str] = {
            self.name: "" if self.name.value else tr("Your name stands beside every answer."),
            self.laptop: "" if self.laptop.value else tr("Give this laptop a name."),
            self.first: ""
            if len(passphrase) >= PASSPHRASE_MINIMUM
            else tr("The passphrase needs at least {minimum} characters.", minimum=PASSPHRASE_MINIMUM),
            self.second: ""
            if self.second.text() == passphrase
            else tr("The two passphrases are not the same."),
            self.folder: "" if self.folder.value else tr("Choose where the data is kept."),
        }
        for control, why in wrong.items():
            if why:
                self.fields[control].refuse(why)
            else:
                self.fields[control].accept()
        first = next((control for control, why in wrong.items() if why), None)
        if first is not None:
            first.setFocus()
        return first is None

    def _failed(self, error: InspectorError) -> None:
        self.setEnabled(True)
        self.go.setText(tr("&Create the workspace"))
        if isinstance(error, WeakPassphrase):
            self.fields[self.first].refuse(str(error))
        elif isinstance(error, WorkspaceExists):
            self.fields[self.folder].refuse(str(error))
        else:
            self.banner.tell(error, self._create)
