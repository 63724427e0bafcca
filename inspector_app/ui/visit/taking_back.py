"""Ctrl+Z and Ctrl+Y in a visit: the last act of this laptop is taken back, and said in words.

A field that is being typed in keeps the undo of its own text, and so does a part that plans something before
it is done (`claims`). Everywhere else the keys reach the visit: the workspace is asked, and what now stands
is told above the page.
"""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.day_views import Undone
from inspector_app.ui.notices import Banner
from inspector_app.ui.session import Session
from inspector_app.ui.widgets import on_keys

UNDO, REDO = ("Ctrl+Z",), ("Ctrl+Y", "Ctrl+Shift+Z")


class TakingBack(QObject):
    """The keys while a page is in view, and the banner in which it is told what they did."""

    done = Signal(object)
    """Undone: an act was taken back, or done again; emitted before it is told."""

    def __init__(self, session: Session, visit: VisitId, page: QWidget, banner: Banner) -> None:
        super().__init__(page)
        self._session = session
        self._visit = visit
        self._page = page
        self._banner = banner
        self._field: QWidget | None = None
        for held, act, what in ((UNDO, self.undo, tr("Undo")), (REDO, self.redo, tr("Redo"))):
            for keys in held:
                on_keys(page, keys, act, what)
        running = QApplication.instance()
        assert isinstance(running, QApplication)
        running.focusChanged.connect(self._watch)

    def turn_to(self, visit: VisitId) -> None:
        """Another visit: the keys take back what was done in it."""
        self._visit = visit

    def undo(self) -> None:
        """Take back the last act of this laptop in the visit."""
        visit = self._visit
        self._session.save(
            lambda bench: bench.undoing.undo(visit), self._undone, self._banner.tell, owner=self._page
        )

    def redo(self) -> None:
        """Do again what was taken back."""
        visit = self._visit
        self._session.save(
            lambda bench: bench.undoing.redo(visit), self._redone, self._banner.tell, owner=self._page
        )

    def _undone(self, undone: Undone) -> None:
        self.done.emit(undone)
        self._banner.say(
            "info", tr("Undone: {what}", what=undone.text), action=tr("Redo") + "  Ctrl+Y", act=self.redo
        )

    def _redone(self, redone: Undone) -> None:
        self.done.emit(redone)
        self._banner.say(
            "info", tr("Redone: {what}", what=redone.text), action=tr("Undo") + "  Ctrl+Z", act=self.undo
        )

    # --- fields with an undo of their own -----------------------------------------------------------

    def _watch(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._field is not None:
            self._field.removeEventFilter(self)
            self._field = None
        if isinstance(now, QLineEdit | QPlainTextEdit) and self._page.isAncestorOf(now):
            self._field = now
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A text field claims these keys for itself; it gets them while there is typing of its own."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = pressed(event)
            if (keys in UNDO and not _can_undo(watched)) or (keys in REDO and not _can_redo(watched)):
                event.ignore()
                return True
        return False


def claims(event: QEvent) -> bool:
    """Whether an event asks a widget if the keys of undo and redo are its own; then they come to it."""
    return (
        event.type() is QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and pressed(event) in (*UNDO, *REDO)
    )


def pressed(event: QKeyEvent) -> str:
    """The keys of an event, as they are written: `Ctrl+Z`."""
    return QKeySequence(event.keyCombination()).toString()


def _can_undo(field: QObject) -> bool:
    """Whether something was typed here that is not saved yet, and can be taken back letter by letter."""
    if not getattr(field, "changed", True):
        return False
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable()
    return isinstance(field, QPlainTextEdit) and field.document().isUndoAvailable()


def _can_redo(field: QObject) -> bool:
    if isinstance(field, QLineEdit):
        return field.isRedoAvailable()
    return isinstance(field, QPlainTextEdit) and field.document().isRedoAvailable()
