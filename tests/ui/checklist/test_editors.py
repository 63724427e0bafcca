"""One set of questions to every editor: is it used by keys alone, does it speak, does it leave typing be?"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.services.views import ChoiceView, ItemView, LeafView
from inspector_app.ui.checklist.choices import OptionsEntry
from inspector_app.ui.checklist.editors import EDITORS, Editor, editor_for
from inspector_app.ui.checklist.entries import Stuck

LEAF = LeafView(
    key="CD01",
    label="Số báo cáo",
    hint="",
    type="int",
    control="input",
    appearance="",
    value="",
    error="",
    warning="",
    required=True,
    readonly=False,
    relevant=True,
    computed=False,
)
ITEM = ItemView(
    code="CD01",
    area="CD",
    text="Tỷ lệ báo cáo gửi đúng hạn",
    criterion="",
    editor="count",
    unit="báo cáo",
    leaves=(LEAF,),
    numerator=None,
    denominator=None,
    numerator_text="",
    denominator_text="",
    rate=None,
    points=None,
    max_points=Decimal("1.00"),
    self_points=None,
    status="open",
    disputed=False,
    relevant=True,
    required=True,
    na_allowed=False,
    not_applicable=False,
    reason="",
    note="",
    error="",
    warning="",
    findings=0,
    rule_text="",
    basis="",
    documents=(),
    source="",
    comment="",
    standard_finding="",
    action="",
    days=None,
)
SHORT = (ChoiceView("co", "Có", Decimal(1)), ChoiceView("khong", "Không", Decimal(0)))
LONG = (
    ChoiceView("du", "Có mô hình được cấp có thẩm quyền công nhận hoặc đề nghị nhân rộng", Decimal(1)),
    ChoiceView("khong", "Không có mô hình nào được đăng ký trong kỳ kiểm tra này", Decimal(0)),
)


@dataclass(frozen=True)
class Sample:
    """An item of one kind, the keys that answer it, and the answer."""

    item: ItemView
    keys: tuple[str, ...]
    """What is typed into each entry in turn, Enter after each; or the one key that chooses."""
    value: object


def one(kind: str, **leaf: Any) -> ItemView:
    """An item with one question."""
    return replace(ITEM, editor=kind, leaves=(replace(LEAF, **leaf),))


SIDES = (
    replace(LEAF, key="CD01_tu", label="Số báo cáo gửi đúng hạn"),
    replace(LEAF, key="CD01_mau", label="Số báo cáo phải gửi"),
)
SAMPLES = {
    "yes_no": Sample(one("yes_no", type="string", control="select1", choices=SHORT), ("2",), "khong"),
    "choice": Sample(one("choice", type="string", control="select1", choices=LONG), ("1",), "du"),
    "choices": Sample(one("choices", type="string", control="select", choices=SHORT), ("1",), "co"),
    "ratio": Sample(
        replace(
            ITEM,
            editor="ratio",
            leaves=SIDES,
            numerator_text=SIDES[0].label,
            denominator_text=SIDES[1].label,
        ),
        ("18", "26"),
        {"CD01_tu": "18", "CD01_mau": "26"},
    ),
    "count": Sample(one("count"), ("1.234",), "1234"),
    "figure": Sample(one("figure"), ("120",), "120"),
    "points": Sample(one("points", type="decimal"), ("0,75",), "0.75"),
    "text": Sample(one("text", type="string", appearance="multiline"), ("Tốt",), "Tốt"),
    "date": Sample(one("date", type="date"), ("5/7/2026",), "2026-07-05"),
    "something new": Sample(one("something new", type="string"), ("Đủ",), "Đủ"),
}


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[ItemView], Editor]:
    """An editor on the screen, in a window that has another place for the focus to go."""
    kept: list[QWidget] = []

    def show(item: ItemView) -> Editor:
        window = QWidget()
        kept.append(window)
        qtbot.addWidget(window)
        editor = editor_for(item)
        editor.setParent(window)
        editor.setGeometry(0, 0, 420, 200)
        QLineEdit(window).setGeometry(0, 220, 80, 30)
        window.resize(440, 260)
        editor.show_item(item)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return editor

    return show


def heard(editor: Editor) -> list[object]:
    """What the editor answers from now on."""
    answers: list[object] = []
    editor.answered.connect(answers.append)
    return answers


def focused() -> QWidget:
    """Where the keys go."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def write(field: QWidget, words: str) -> None:
    """Type; QTest itself only knows the keys of an English keyboard."""
    for letter in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def leave(editor: Editor) -> None:
    """Put the focus outside the editor."""
    editor.window().findChildren(QLineEdit, options=Qt.FindChildOption.FindDirectChildrenOnly)[0].setFocus()


def test_every_kind_has_a_sample_here() -> None:
    assert SAMPLES.keys() == {*EDITORS, "something new"}


@pytest.mark.parametrize("kind", SAMPLES)
def test_keys_alone_answer(kind: str, shown: Callable[[ItemView], Editor], qtbot: QtBot) -> None:
    sample = SAMPLES[kind]
    editor = shown(sample.item)
    answers = heard(editor)
    assert editor.enter()
    for keys in sample.keys:
        if kind in ("yes_no", "choice", "choices"):
            assert editor.digit(int(keys))
        else:
            write(focused(), keys)
            if not isinstance(focused(), QPlainTextEdit):
                qtbot.keyClick(focused(), Qt.Key.Key_Return)
    leave(editor)
    assert answers[-1] == sample.value


@pytest.mark.parametrize("kind", SAMPLES)
def test_everything_that_takes_the_focus_has_a_name(kind: str, shown: Callable[[ItemView], Editor]) -> None:
    editor = shown(SAMPLES[kind].item)
    stops = [
        child
        for child in editor.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.focusProxy() is None
    ]
    assert stops
    for stop in stops:
        said = stop.accessibleName() or (stop.text() if isinstance(stop, QAbstractButton) else "")
        assert said, stop


@pytest.mark.parametrize("kind", SAMPLES)
def test_a_locked_item_takes_nothing(kind: str, shown: Callable[[ItemView], Editor], qtbot: QtBot) -> None:
    sample = SAMPLES[kind]
    leaves = tuple(replace(leaf, readonly=True) for leaf in sample.item.leaves)
    editor = shown(replace(sample.item, leaves=leaves))
    answers = heard(editor)
    assert not editor.digit(1)
    if editor.enter():
        qtbot.keyClicks(focused(), "1")
    leave(editor)
    assert answers == []


@pytest.mark.parametrize("kind", SAMPLES)
def test_what_is_wrong_is_said_to_a_screen_reader(kind: str, shown: Callable[[ItemView], Editor]) -> None:
    sample = SAMPLES[kind]
    leaves = tuple(replace(leaf, error="Tử số lớn hơn mẫu số.") for leaf in sample.item.leaves)
    editor = shown(replace(sample.item, leaves=leaves))
    said = " ".join(child.accessibleDescription() for child in editor.findChildren(QWidget))
    assert "Tử số lớn hơn mẫu số." in said


def test_half_words_of_a_vietnamese_keyboard_are_left_alone(
    shown: Callable[[ItemView], Editor], qtbot: QtBot
) -> None:
    """UniKey types a letter, takes it back and types another; only the finished word counts."""
    editor = shown(SAMPLES["text"].item)
    answers = heard(editor)
    drafts: list[str] = []
    editor.typed.connect(lambda _leaf, written: drafts.append(written))
    editor.enter()
    field = focused()
    assert isinstance(field, QPlainTextEdit)
    for keys, seen in (
        ("Tie", "Tie"), ("\b", "Ti"), ("ê", "Tiê"), ("ng", "Tiêng"), ("\b\b\b", "Ti"), ("ếng", "Tiếng"),
        (" ", "Tiếng "), ("Viet", "Tiếng Viet"), ("\b\b", "Tiếng Vi"), ("ệt", "Tiếng Việt"),
    ):  # fmt: skip
        for key in keys:
            if key == "\b":
                qtbot.keyClick(field, Qt.Key.Key_Backspace)
            else:
                write(field, key)
        assert field.toPlainText() == seen
    assert answers == []
    qtbot.waitUntil(lambda: drafts != [], timeout=2_000)
    assert drafts[-1] == "Tiếng Việt"
    leave(editor)
    assert answers == ["Tiếng Việt"]


def test_a_number_is_read_only_when_its_field_is_left(
    shown: Callable[[ItemView], Editor], qtbot: QtBot
) -> None:
    editor = shown(one("count", type="decimal"))
    answers = heard(editor)
    problems: list[Stuck] = []
    editor.stuck.connect(problems.append)
    editor.enter()
    qtbot.keyClicks(focused(), "1.23x")
    qtbot.keyClick(focused(), Qt.Key.Key_Backspace)
    qtbot.keyClicks(focused(), "4")
    assert (answers, problems) == ([], [])
    leave(editor)
    assert answers == []
    assert [shown for shown, _value in problems[0].readings] == ["1.234", "1,234"]
    assert editor.unsettled


def test_a_doubtful_number_is_settled_by_choosing_a_reading(
    shown: Callable[[ItemView], Editor], qtbot: QtBot
) -> None:
    editor = shown(one("count", type="decimal"))
    answers = heard(editor)
    problems: list[Stuck] = []
    editor.stuck.connect(problems.append)
    editor.enter()
    qtbot.keyClicks(focused(), "1.234")
    leave(editor)
    editor.take(problems[0].readings[0][1])
    assert answers == ["1234"]
    assert not editor.unsettled


def test_what_is_being_typed_is_not_overwritten(shown: Callable[[ItemView], Editor], qtbot: QtBot) -> None:
    item = SAMPLES["count"].item
    editor = shown(item)
    editor.enter()
    qtbot.keyClicks(focused(), "12")
    editor.show_item(replace(item, leaves=(replace(LEAF, value="7"),)))
    field = focused()
    assert isinstance(field, QLineEdit)
    assert field.text() == "12"


def test_points_go_up_and_down_in_steps_within_their_limits(
    shown: Callable[[ItemView], Editor], qtbot: QtBot
) -> None:
    editor = shown(SAMPLES["points"].item)
    answers = heard(editor)
    editor.enter()
    field = focused()
    assert isinstance(field, QLineEdit)
    for _ in range(6):
        qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.text() == "1"
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.text() == "0,75"
    assert answers == []
    leave(editor)
    assert answers == ["0.75"]


def test_long_choices_stand_below_each_other_and_arrows_only_move(
    shown: Callable[[ItemView], Editor], qtbot: QtBot
) -> None:
    editor = shown(SAMPLES["choice"].item)
    answers = heard(editor)
    entry = editor.entries["CD01"]
    assert isinstance(entry, OptionsEntry)
    first, second = entry.options.values()
    assert second.y() > first.y()
    assert second.width() == first.width() == editor.width()
    editor.enter()
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    assert focused() is second
    assert answers == []
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    assert answers == ["khong"]
    assert second.isChecked()


def test_choosing_the_answer_again_changes_nothing(shown: Callable[[ItemView], Editor], qtbot: QtBot) -> None:
    editor = shown(one("yes_no", type="string", control="select1", choices=SHORT, value="co"))
    answers = heard(editor)
    entry = editor.entries["CD01"]
    assert isinstance(entry, OptionsEntry)
    qtbot.mouseClick(entry.options["co"], Qt.MouseButton.LeftButton)
    assert answers == []
    assert entry.options["co"].isChecked()


def test_a_side_from_base_figures_is_shown_with_its_formula(shown: Callable[[ItemView], Editor]) -> None:
    item = replace(
        SAMPLES["ratio"].item,
        leaves=SIDES[:1],
        denominator=Decimal(52),
        denominator_text="SL03 + SL04",
    )
    editor = shown(item)
    words = " ".join(label.text() for label in editor.findChildren(QWidget) if hasattr(label, "text"))
    assert "52" in words
    assert "SL03 + SL04" in words
    assert list(editor.entries) == ["CD01_tu"]
