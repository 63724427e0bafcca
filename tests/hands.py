"""What a person does to the keys: they go to whatever has the focus."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def focused() -> QWidget:
    """Where the keys go."""
    found = QApplication.focusWidget()
    assert found is not None, "the keys would go nowhere"
    return found


def type_words(words: str) -> None:
    """Type as a Vietnamese keyboard does; QTest itself only knows the keys of an English one."""
    for letter in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(focused(), QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


class Hands:
    """A person at the keyboard."""

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(focused(), key, held)

    def write(self, words: str) -> None:
        """Type where the focus is."""
        type_words(words)
