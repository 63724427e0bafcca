"""One set of questions to every editor: is it used by keys alone, does it speak, does it leave typing be?"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from inspector_app.i18n import tr
from inspector_app.services.views import ChoiceView, FormLine, ItemView, LeafView
from inspector_app.text import UnreadableText
from inspector_app.ui.checklist.choices import OptionsEntry
from inspector_app.ui.checklist.editors import EDITORS, Editor, Instances, editor_for
from inspector_app.ui.checklist.entries import Stuck
from inspector_app.ui.checklist.face import mark_of, state_words
from inspector_app.ui.checklist.files import FileEntry
from inspector_app.ui.checklist.picking import PickEntry
from inspector_app.ui.checklist.ranking import RankEntry
from inspector_app.ui.checklist.scale import RangeEntry
from inspector_app.ui.checklist.written import read_place
from tests.hands import focused

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


def with_leaves(item: ItemView, **changes: Any) -> ItemView:
    """The item with all its questions changed, those inside a repeat too."""
    return replace(
        item,
        leaves=tuple(replace(leaf, **changes) for leaf in item.leaves),
        lines=tuple(
            replace(line, leaf=replace(line.leaf, **changes)) if line.leaf else line for line in item.lines
        ),
    )


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
    "rank": Sample(
        one("rank", type="string", control="rank", choices=LONG), ("<down>", "<alt-up>"), "khong du"
    ),
    "range": Sample(
        one("range", control="range", settings={"start": "0", "end": "10", "step": "1"}), ("7",), "7"
    ),
    "time": Sample(one("time", type="time"), ("7h30",), "07:30:00"),
    "date_time": Sample(
        one("date_time", type="dateTime"), ("7h30 ngày 24/11/2026",), "2026-11-24T07:30:00.000+07:00"
    ),
    "geopoint": Sample(one("geopoint", type="geopoint"), ("10,4601 105,6336",), "10.4601 105.6336 0 0"),
    "acknowledge": Sample(one("acknowledge", type="string", control="trigger"), ("<space>",), "OK"),
    "file": Sample(one("file", type="binary", control="upload", settings={"mediatype": "image/*"}), (), None),
    "note": Sample(one("note", type="string", computed=True), (), None),
    "repeat": Sample(
        replace(
            ITEM,
            editor="repeat",
            leaves=(),
            lines=(
                FormLine("CD01[1]", 0, "Hộ", None, repeat=True),
                FormLine("CD01[1]/ten", 1, "Chủ hộ", replace(LEAF, key="CD01[1]/ten", type="string")),
            ),
        ),
        ("Ba",),
        ("CD01[1]/ten", "Ba"),
    ),
    "something new": Sample(one("something new", type="string"), ("Đủ",), "Đủ"),
}


DIGITS = ("yes_no", "choice", "choices")
"""Kinds that the digits on their choices answer."""
TYPED = ("ratio", "count", "figure", "points", "text", "date", "range", "time", "date_time", "geopoint",
         "something new")  # fmt: skip
KEYS = {
    "<down>": (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier),
    "<alt-up>": (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier),
    "<space>": (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier),
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
    editor.filled.connect(lambda key, value: answers.append((key, value)))
    return answers


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


@pytest.mark.parametrize("kind", [kind for kind, sample in SAMPLES.items() if sample.keys])
def test_keys_alone_answer(kind: str, shown: Callable[[ItemView], Editor], qtbot: QtBot) -> None:
    sample = SAMPLES[kind]
    editor = shown(sample.item)
    answers = heard(editor)
    assert editor.enter()
    for keys in sample.keys:
        if kind in DIGITS:
            assert editor.digit(int(keys))
        elif keys in KEYS:
            qtbot.keyClick(focused(), *KEYS[keys])
        else:
            write(focused(), keys)
            if not isinstance(focused(), QPlainTextEdit):
                qtbot.keyClick(focused(), Qt.Key.Key_Return)
    leave(editor)
    assert answers[-1] == sample.value


@pytest.mark.parametrize("kind", TYPED)
def test_what_is_typed_and_taken_back_is_never_read_or_rewritten_per_key(
    kind: str, shown: Callable[[ItemView], Editor], qtbot: QtBot
) -> None:
    """As UniKey types: letters, backspaces, other letters; the field holds just that until it is left."""
    editor = shown(SAMPLES[kind].item)
    answers, problems = heard(editor), list[Stuck]()
    editor.stuck.connect(problems.append)
    editor.enter()
    field = focused()
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    seen = ""
    for key in "Tie\bê1\b\b\b2":
        seen = seen[:-1] if key == "\b" else seen + key
        if key == "\b":
            qtbot.keyClick(field, Qt.Key.Key_Backspace)
        else:
            write(field, key)
        assert focused() is field
        assert (field.text() if isinstance(field, QLineEdit) else field.toPlainText()) == seen
    assert (answers, problems) == ([], [])


@pytest.mark.parametrize("kind", SAMPLES)
def test_everything_that_takes_the_focus_has_a_name(kind: str, shown: Callable[[ItemView], Editor]) -> None:
    editor = shown(SAMPLES[kind].item)
    stops = [
        child
        for child in editor.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.focusProxy() is None
    ]
    assert stops or kind == "note"
    for stop in stops:
        said = stop.accessibleName() or (stop.text() if isinstance(stop, QAbstractButton) else "")
        assert said, stop


@pytest.mark.parametrize("kind", SAMPLES)
def test_a_locked_item_takes_nothing(kind: str, shown: Callable[[ItemView], Editor], qtbot: QtBot) -> None:
    sample = SAMPLES[kind]
    editor = shown(with_leaves(sample.item, readonly=True))
    answers = heard(editor)
    assert not editor.digit(1)
    if editor.enter():
        qtbot.keyClicks(focused(), "1")
    leave(editor)
    assert answers == []


@pytest.mark.parametrize("kind", SAMPLES)
def test_what_is_wrong_is_said_to_a_screen_reader(kind: str, shown: Callable[[ItemView], Editor]) -> None:
    sample = SAMPLES[kind]
    if kind == "note":
        return  # a note takes nothing that could be wrong
    editor = shown(with_leaves(sample.item, error="Tử số lớn hơn mẫu số."))
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
    assert problems[0].readings == (
        ("1.234 = một nghìn hai trăm ba mươi tư", "1234"),
        ("1,234 = một phẩy hai ba bốn", "1.234"),
    )
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


def test_a_day_without_a_year_is_asked_about_and_settled(
    shown: Callable[[ItemView], Editor], qtbot: QtBot
) -> None:
    editor = shown(SAMPLES["date"].item)
    answers = heard(editor)
    problems: list[Stuck] = []
    editor.stuck.connect(problems.append)
    editor.enter()
    qtbot.keyClicks(focused(), "5/7")
    leave(editor)
    assert answers == []
    (first_words, first), (_second_words, second) = problems[0].readings
    assert (first[5:], second[5:]) == ("07-05", "07-05")
    assert first_words.endswith(first[:4])
    editor.take(first)
    assert answers == [first]


def test_a_share_is_read_where_the_unit_is_a_share(shown: Callable[[ItemView], Editor], qtbot: QtBot) -> None:
    editor = shown(replace(one("count", type="decimal"), unit="%"))
    answers = heard(editor)
    editor.enter()
    qtbot.keyClicks(focused(), "18,5%")
    leave(editor)
    assert answers == ["18.5"]


def test_points_above_the_maximum_are_not_meant(shown: Callable[[ItemView], Editor], qtbot: QtBot) -> None:
    editor = shown(replace(SAMPLES["points"].item, max_points=Decimal(2)))
    answers = heard(editor)
    editor.enter()
    qtbot.keyClicks(focused(), "1.125")
    leave(editor)
    assert answers == ["1.125"]


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
    editor = shown(replace(SAMPLES["points"].item, step=Decimal("0.25")))
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


# --- what only some have -------------------------------------------------------------------------


MANY = tuple(ChoiceView(f"ap_{number}", f"Ấp {number} xã Thường Phước", None) for number in range(10_000))


def test_ten_thousand_choices_are_searched_without_accents_in_a_blink(
    shown: Callable[[ItemView], Editor], qtbot: QtBot
) -> None:
    editor = shown(one("choice", type="string", control="select1", choices=MANY))
    answers = heard(editor)
    editor.enter()
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    entry = editor.entries["CD01"]
    assert isinstance(entry, PickEntry)
    write(focused(), "ap 7321 thuong")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert answers == ["ap_7321"]
    assert entry.face.text() == "Ấp 7321 xã Thường Phước"
    entry.choices.find("ap 1")  # the labels are folded now
    began = perf_counter()
    entry.choices.find("ap 99 phuoc")
    assert perf_counter() - began < 0.05
    assert len(entry.choices.found) == sum("99" in str(number) for number in range(10_000))


def test_a_list_is_left_without_an_answer_by_escape(
    shown: Callable[[ItemView], Editor], qtbot: QtBot
) -> None:
    editor = shown(one("choice", type="string", control="select1", choices=SHORT, appearance="minimal"))
    answers = heard(editor)
    editor.enter()
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    entry = editor.entries["CD01"]
    assert isinstance(entry, PickEntry)
    assert entry.is_open
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert not entry.is_open
    assert focused() is entry.face
    assert answers == []


def test_several_of_many_are_ticked_in_the_list(shown: Callable[[ItemView], Editor], qtbot: QtBot) -> None:
    editor = shown(one("choices", type="string", control="select", choices=MANY[:20]))
    answers = heard(editor)
    editor.enter()
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    for words in ("ap 3 ", "ap 17"):
        search = focused()
        assert isinstance(search, QLineEdit)
        search.clear()
        write(search, words)
        qtbot.keyClick(search, Qt.Key.Key_Return)
    assert answers[-1] == "ap_3 ap_17"


def test_other_choices_are_asked_by_another_editor(shown: Callable[[ItemView], Editor]) -> None:
    item = one("choice", type="string", control="select1", choices=SHORT)
    editor = shown(item)
    assert editor.fits(item)
    assert not editor.fits(with_leaves(item, choices=LONG))


def test_an_order_that_nobody_gave_has_no_numbers(shown: Callable[[ItemView], Editor], qtbot: QtBot) -> None:
    editor = shown(SAMPLES["rank"].item)
    answers = heard(editor)
    entry = editor.entries["CD01"]
    assert isinstance(entry, RankEntry)
    assert entry.list.item(0).text() == LONG[0].label
    editor.enter()
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert answers == ["du khong"]
    assert entry.list.item(0).text() == f"1.  {LONG[0].label}"


def test_a_slider_sets_the_number_when_it_rests(shown: Callable[[ItemView], Editor], qtbot: QtBot) -> None:
    editor = shown(SAMPLES["range"].item)
    answers = heard(editor)
    entry = editor.entries["CD01"]
    assert isinstance(entry, RangeEntry)
    entry.slider.setFocus()
    for _ in range(3):
        qtbot.keyClick(entry.slider, Qt.Key.Key_Right)
    assert entry.line.text() == "3"
    assert answers == []
    qtbot.waitUntil(lambda: answers != [], timeout=2_000)
    assert answers == ["3"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("10.4601, 105.6336", "10.4601 105.6336 0 0"),
        ("10,4601; 105,6336", "10.4601 105.6336 0 0"),
        ("10.4601 105.6336 3 12.5", "10.4601 105.6336 3 12.5"),
        ("10.4601° N, 105.6336° E", "10.4601 105.6336 0 0"),
        ("-10 105", "-10 105 0 0"),
    ],
)
def test_places_are_read_as_maps_and_people_write_them(written: str, read: str) -> None:
    assert read_place(written) == read


@pytest.mark.parametrize("written", ["10.4601", "mười 105", "91 105", "10 181"])
def test_what_is_no_place_is_said(written: str) -> None:
    with pytest.raises(UnreadableText):
        read_place(written)


def test_a_file_is_given_and_its_name_shown(
    shown: Callable[[ItemView], Editor], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = shown(SAMPLES["file"].item)
    given: list[object] = []
    editor.file_given.connect(lambda key, file: given.append((key, file)))
    chosen = tmp_path / "ảnh.png"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(chosen), ""))
    editor.enter()
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    assert given == [("CD01", chosen)]
    wanted: list[object] = []
    editor.content_wanted.connect(wanted.append)
    value = f"{'a' * 64}-anh.png"
    editor.show_item(with_leaves(SAMPLES["file"].item, value=value))
    entry = editor.entries["CD01"]
    assert wanted == [entry]
    assert isinstance(entry, FileEntry)
    entry.show_content(value, None)
    said = [each.text() for each in entry.findChildren(QLabel) if not each.isHidden()]
    assert "anh.png" in said
    assert tr("The file has not arrived on this laptop yet.") in said


def test_two_hundred_instances_stand_as_lines_and_one_is_built_when_opened(
    shown: Callable[[ItemView], Editor], qtbot: QtBot
) -> None:
    lines = tuple(
        line
        for number in range(200)
        for line in (
            FormLine(f"CD01[{number}]", 0, "Hộ", None, repeat=True),
            *(
                FormLine(key, 1, "Câu", replace(LEAF, key=key, type="string", value=f"Hộ số {number}"))
                for key in (f"CD01[{number}]/cau_{place}" for place in range(10))
            ),
        )
    )
    editor = shown(replace(SAMPLES["repeat"].item, lines=lines))
    assert isinstance(editor, Instances)
    panels = list(editor.repeat.panels.values())
    assert len(panels) == 200
    assert not list(editor.repeat.questions())
    panels[150].toggle.setFocus()
    qtbot.keyClick(panels[150].toggle, Qt.Key.Key_Space)
    assert len(list(editor.repeat.questions())) == 10
    began = perf_counter()
    editor.show_item(replace(SAMPLES["repeat"].item, lines=lines))
    assert perf_counter() - began < 0.2


def test_an_instance_with_answers_asks_before_it_goes(
    shown: Callable[[ItemView], Editor], qtbot: QtBot
) -> None:
    item = with_leaves(SAMPLES["repeat"].item, value="Ba")
    editor = shown(item)
    gone: list[str] = []
    editor.remove_wanted.connect(gone.append)
    assert isinstance(editor, Instances)
    panel = editor.repeat.panels["CD01[1]"]
    bin_ = next(each for each in panel.findChildren(QToolButton) if each.isVisible())
    qtbot.mouseClick(bin_, Qt.MouseButton.LeftButton)
    assert gone == []
    assert isinstance(focused(), QAbstractButton)
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    assert gone == ["CD01[1]"]


def test_a_repeat_that_the_form_counts_has_no_buttons(shown: Callable[[ItemView], Editor]) -> None:
    editor = shown(replace(SAMPLES["repeat"].item, fixed=True))
    assert isinstance(editor, Instances)
    assert editor.repeat.add.isHidden()


@pytest.mark.parametrize("kind", [kind for kind in SAMPLES if kind != "note"])
def test_a_dispute_outweighs_every_other_mark(kind: str) -> None:
    item = replace(SAMPLES[kind].item, disputed=True, status="answered")
    assert mark_of(item) == "disputed"
    assert state_words(item) == tr("{state}, in dispute", state=tr("answered"))
