"""How faults are told: three kinds, three places.

*Refused* is said where it can be put right: a line under the field (`fields.Field.refuse`) or a banner on
the page. *Trouble* is a banner that says what happened, whether the data is safe and what to do, with a way
to try again. A *bug* opens the crash window, which is not modal: answers are saved, work goes on, the report
can be copied.
"""

import platform
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import datetime
from types import TracebackType
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from inspector_app import __version__
from inspector_app.domain.errors import InspectorError, Refused
from inspector_app.i18n import tr
from inspector_app.ui import theme
from inspector_app.ui.widgets import Glyph

Kind = Literal["info", "good", "attention", "wrong"]
_ICON_TONES: dict[Kind, theme.Tone] = {
    "info": "accent",
    "good": "good",
    "attention": "attention",
    "wrong": "wrong",
}


class Banner(QFrame):
    """A message across the top of a page, hidden until it has something to say.

    Wrapped text, an optional button, and a close button. `dismissed` follows the close button.
    """

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._act: Callable[[], object] | None = None
        self._picture = Glyph("info", "accent")
        self._title = theme.dress(QLabel(wordWrap=True), "strong", "text")
        self._body = theme.dress(QLabel(wordWrap=True), "text", "text")
        for label in (self._title, self._body):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._button = QPushButton()
        self._button.clicked.connect(self._acted)
        self._button.hide()
        self._close = theme.mark(QToolButton(), "kind", "quiet")
        self._close.setIcon(theme.icon("close", "secondary"))
        self._close.setAccessibleName(tr("Close this message"))
        self._close.setToolTip(tr("Close this message"))
        self._close.clicked.connect(self._dismiss)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._body)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.SMALL, theme.SMALL)
        row.setSpacing(theme.MEDIUM)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def say(
        self,
        kind: Kind,
        title: str,
        body: str = "",
        *,
        action: str = "",
        act: Callable[[], object] | None = None,
        closable: bool = True,
    ) -> None:
        """Show a message; it replaces what stood there."""
        self._act = act
        theme.dress(self, surface=kind)
        self._picture.show_as(kind, _ICON_TONES[kind])
        self._title.setText(title)
        self._body.setText(body)
        self._body.setVisible(bool(body))
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._close.setVisible(closable)
        self.setAccessibleName(f"{title} {body}".strip())
        self.show()

    def tell(self, error: InspectorError, retry: Callable[[], object] | None = None) -> None:
        """Show a fault with its remedy. Only Trouble offers to try again: a refusal would come again."""
        if isinstance(error, Refused):
            self.say("attention", error.sentence, error.hint)
        else:
            self.say("wrong", error.sentence, error.hint, action=tr("Try again") if retry else "", act=retry)

    def clear(self) -> None:
        """Say nothing."""
        self._act = None
        self.hide()

    @property
    def text(self) -> str:
        """What it says now: title and body; empty while hidden."""
        if self.isHidden():
            return ""
        return f"{self._title.text()} {self._body.text()}".strip()

    def _acted(self) -> None:
        act = self._act
        self.clear()
        if act is not None:
            act()

    def _dismiss(self) -> None:
        self.clear()
        self.dismissed.emit()


# --- bugs ----------------------------------------------------------------------------------------


class CrashWindow(QDialog):
    """Tells of a fault of the program itself. Not modal: what was answered is saved, and work can go on."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report = report
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Fault in the program"))
        self.resize(720, 480)
        title = theme.dress(QLabel(tr("The program met a fault of its own")), "group")
        body = QLabel(
            tr(
                "Answers shown as saved are safe. You can go on working; if something looks wrong, close the "
                "program and open it again. Please send the report below to the office: it names places in "
                "the program, and may quote the value being worked on."
            ),
            wordWrap=True,
        )
        words = QPlainTextEdit(report, readOnly=True)
        words.setAccessibleName(tr("Report"))
        copy = QPushButton(theme.icon("copy"), tr("Copy the report"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        close = theme.mark(QPushButton(tr("Go on working")), "kind", "primary")
        close.setDefault(True)
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.HUGE, theme.HUGE, theme.HUGE, theme.LARGE)
        column.setSpacing(theme.MEDIUM)
        column.addWidget(title)
        column.addWidget(body)
        column.addWidget(words, 1)
        column.addLayout(buttons)


class CrashReporter(QObject):
    """Catches what nobody expected, in any thread, and opens one crash window at a time."""

    _caught = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reports: list[str] = []
        self.window: CrashWindow | None = None
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take the place of Python's own hooks; the report also goes to the console."""
        sys.excepthook = self.catch
        threading.excepthook = lambda args: self.catch(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )

    def catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Keep a report and show it from the window's thread."""
        sys.__excepthook__(kind, error, trace)
        self._reports.append(report(kind, error, trace))
        self._caught.emit()

    def _show(self) -> None:
        if self.window is None and self._reports:
            self.window = CrashWindow("\n\n".join(self._reports))
            self._reports.clear()
            self.window.destroyed.connect(self._closed)
            self.window.show()

    def _closed(self) -> None:
        self.window = None
        self._show()


def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """A crash report: versions, time, and where in the program."""
    head = (
        f"Sổ kiểm tra {__version__} · Python {platform.python_version()} · Qt {qVersion()} · "
        f"{platform.platform()} · {datetime.now().astimezone().isoformat(timespec='seconds')}"
    )
    return head + "\n\n" + "".join(traceback.format_exception(kind, error, trace))
