"""What helps to answer: hints at once, guidance on demand."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inspector_app.services.views import FormLine
from inspector_app.ui.checklist.hints import Hints
from inspector_app.ui.checklist.question import Question
from tests.ui.checklist.test_editors import LEAF

TOLD = replace(LEAF, hint="Đếm cả trẻ em", guidance="Người tạm vắng dưới sáu tháng cũng tính.")


@pytest.fixture
def hints(on_a_page: Callable[..., QWidget]) -> Hints:
    shown = Hints()
    on_a_page(shown)
    return shown


def test_guidance_is_shown_on_demand(hints: Hints) -> None:
    hints.show_leaf(TOLD)
    assert hints.hint.isVisible()
    assert hints.toggle.isVisible()
    assert not hints.guidance.isVisible()
    hints.toggle.click()
    assert hints.guidance.isVisible()
    assert hints.guidance.text() == TOLD.guidance
    hints.show_leaf(replace(TOLD, value="4"))
    assert hints.guidance.isVisible()  # an answer does not put it away
    hints.toggle.click()
    assert not hints.guidance.isVisible()


def test_without_guidance_there_is_nothing_to_open(hints: Hints) -> None:
    hints.show_leaf(replace(TOLD, guidance=""))
    assert not hints.toggle.isVisible()
    hints.turn()
    assert not hints.guidance.isVisible()
    hints.show_leaf(None)
    assert not hints.isVisible()


def test_f1_opens_the_guidance_of_the_question_with_the_cursor(
    on_a_page: Callable[..., QWidget], qtbot: QtBot
) -> None:
    question = Question(FormLine(TOLD.key, 0, TOLD.label, TOLD), TOLD)
    on_a_page(question)
    question.enter()
    target = question.entry.focusProxy()
    assert target is not None
    qtbot.keyClick(target, Qt.Key.Key_F1)
    [hints] = question.findChildren(Hints)
    assert hints.guidance.isVisible()
