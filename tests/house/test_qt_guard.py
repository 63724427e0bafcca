"""PySide6 6.12.0 takes a reference from None at every call that returns nothing, until Python aborts."""

import sys

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def test_calls_into_qt_leave_none_alone(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(500):
        widget.setEnabled(True)
    assert sys.getrefcount(None) > before - 50
