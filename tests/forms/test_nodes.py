"""Live questions: what people see of them besides their value."""

import pytest

from inspector_app.domain.errors import RepeatFull
from inspector_app.forms.form import Form
from inspector_app.forms.nodes import Fault
from inspector_app.forms.sheet import Sheet
from tests.forms.sheets import NOON, begin, bind, end, question, sheet, written

THREE = [{"list_name": "ba", "name": name, "label": name.upper()} for name in "abc"]


def test_a_ranking_holds_all_that_is_on_offer() -> None:
    filled = sheet(
        question("text", "k"),
        question("rank ba", "q", choice_filter="name != ${k}"),
        question("calculate", "dau", calculation="selected-at(${q}, 0)"),
        choices=THREE,
    )
    assert filled.set("q", "c a") == frozenset()  # not all of them
    filled.set("q", "c a b")
    assert (filled.node("q").value, filled.node("dau").value) == ("c a b", "c")
    filled.set("k", "c")
    assert (filled.node("q").text(), filled.node("dau").value) == ("a b", "a")
    filled.set("k", "")
    assert filled.node("dau").value == "c"
    filled.set("q", "")
    assert filled.node("q").value == ""


def test_what_came_on_offer_later_is_ranked_last() -> None:
    filled = sheet(
        question("text", "k"), question("rank ba", "q", choice_filter="name != ${k}"), choices=THREE
    )
    filled.set("k", "a")
    filled.set("q", "c b")
    filled.set("k", "")
    assert filled.node("q").text() == "c b a"


def test_a_scale_says_its_ends() -> None:
    filled = sheet(question("range", "q", parameters="start=1 end=5 step=1"))
    assert filled.node("q").definition.range == {"start": "1", "end": "5", "step": "1"}
    filled.set("q", "4")
    assert filled.node("q").error is None
    filled.set("q", "6")
    assert filled.node("q").error == Fault("range", "Choose a value from 1 to 5.")


def test_a_read_only_question_keeps_what_it_holds() -> None:
    filled = sheet(question("text", "a", default="x", readonly="yes"), question("text", "b"))
    assert filled.set("a", "y") == frozenset()
    assert filled.node("a").value == "x"


ITEXT = "".join(
    f'<translation lang="{language}"{default}>'
    f'<text id="q"><value>{word}</value><value form="image">jr://images/{language}.png</value>'
    '<value form="audio">jr://audio/noi.mp3</value><value form="video">file:///etc/passwd</value></text>'
    f'<text id="h"><value>Hint {language}</value><value form="guidance">Thêm {language} '
    '<output value="/data/a"/></value></text>'
    f'<text id="c"><value>Chọn {language}</value><value form="image">jr://images/c.png</value></text>'
    "</translation>"
    for language, word, default in (("vi", "Hỏi", ' default="true()"'), ("en", "Ask", ""))
)
MANY = written(
    "<a/><q/><r/>",
    bind("a", type="int"),
    '<input ref="/data/a"><label ref="jr:itext(\'q\')"/><hint ref="jr:itext(\'h\')"/></input>'
    '<select1 ref="/data/q"><item><label ref="jr:itext(\'c\')"/><value>1</value></item></select1>'
    '<select1 ref="/data/r"><itemset nodeset="instance(\'l\')/root/item"><value ref="name"/>'
    '<label ref="jr:itext(itextId)"/></itemset></select1>',
    lists='<instance id="l"><root><item><name>1</name><itextId>c</itextId></item></root></instance>',
    itext=ITEXT,
)


def test_guidance_and_files_in_the_language_spoken() -> None:
    form = Form.parse(MANY)
    assert form.files == {"vi.png", "en.png", "noi.mp3", "c.png"}
    filled = Sheet(form, clock=lambda: NOON)
    node = filled.node("a")
    assert (node.label, node.hint, node.guidance) == ("Hỏi", "Hint vi", "Thêm vi ")
    assert node.media == {"image": "vi.png", "audio": "noi.mp3"}
    filled.set("a", "7")
    assert node.guidance == "Thêm vi 7"
    for name in ("q", "r"):
        assert filled.node(name).choices[0].label == "Chọn vi"
    assert filled.speak("en") >= {"a", "q", "r"}
    assert (node.label, node.guidance) == ("Ask", "Thêm en 7")
    assert node.media == {"image": "en.png", "audio": "noi.mp3"}
    for name in ("q", "r"):
        (choice,) = filled.node(name).choices
        assert (choice.name, choice.label, choice.media) == ("1", "Chọn en", {"image": "c.png"})


def test_a_control_says_how_it_asks() -> None:
    found = sheet(
        question("text", "t", appearance="multiline", parameters="rows=4"),
        question("image", "anh", parameters="max-pixels=1000"),
        question("file", "tep"),
        question("barcode", "ma"),
        question("geopoint", "cho"),
        question("acknowledge", "da_doc"),
        question("image", "ky", appearance="signature"),
    ).form
    kinds = {d.name: (d.control, d.type, d.appearance) for d in found.definitions if d.control}
    assert kinds == {
        "t": ("input", "string", "multiline"),
        "anh": ("upload", "binary", ""),
        "tep": ("upload", "binary", ""),
        "ma": ("input", "barcode", ""),
        "cho": ("input", "geopoint", ""),
        "da_doc": ("trigger", "string", ""),
        "ky": ("upload", "binary", "signature"),
    }
    assert found.definition("t").settings == {"rows": "4"}
    assert found.definition("anh").settings == {"mediatype": "image/*", "max-pixels": "1000"}
    assert found.definition("tep").settings == {"mediatype": "application/*"}


def test_a_repeat_of_fixed_length() -> None:
    form = Form.parse(
        written(
            '<r jr:template=""><x/></r><r><x>1</x></r><r><x>2</x></r>',
            body='<group ref="/data/r"><repeat nodeset="/data/r" jr:noAddRemove="true()">'
            '<input ref="/data/r/x"/></repeat></group>',
        )
    )
    filled = Sheet(form, clock=lambda: NOON)
    assert filled.repeat("r").counted
    assert [filled.node(f"r[{n}]/x").value for n in filled.repeats("r")] == ["1", "2"]


def test_a_count_that_is_no_number_takes_nothing_away() -> None:
    filled = sheet(
        question("integer", "n"),
        begin("repeat", "r", repeat_count="${n}"),
        question("text", "t"),
        end("repeat"),
    )
    filled.set("n", "2")
    filled.set("r[1]/t", "giữ")
    filled.set("n", "")
    assert filled.node("r[1]/t").value == "giữ"
    filled.set("n", "1")
    assert filled.repeats("r") == ("1",)


def test_a_count_too_large_adds_nothing_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("inspector_app.forms.sheet.MOST_NODES", 500)
    monkeypatch.setattr("inspector_app.forms.sheet.MOST_INSTANCES", 90)
    filled = sheet(
        question("integer", "n"),
        begin("repeat", "r", repeat_count="${n}"),
        begin("repeat", "s", repeat_count="${n}"),
        question("text", "t"),
        end("repeat"),
        end("repeat"),
    )
    filled.set("n", "2")
    filled.set("r[1]/s[1]/t", "giữ")
    assert "r" in filled.set("n", "999999999")
    assert (filled.repeats("r"), filled.repeats("r[1]/s")) == (("1", "2"), ("1", "2"))
    assert filled.repeat("r").doubt == filled.repeat("r[1]/s").doubt != ""
    filled.set("n", "40")  # each is possible by itself, all of them are not
    assert [len(filled.repeats(key)) for key in ("r", "r[1]/s", "r[40]/s")] == [40, 40, 0]
    assert (filled.repeat("r").doubt, filled.repeat("r[1]/s").doubt) == ("", "")
    assert filled.repeat("r[40]/s").doubt
    filled.set("n", "3")
    assert [len(filled.repeats(key)) for key in ("r", "r[1]/s")] == [3, 3]
    assert filled.node("r[1]/s[1]/t").value == "giữ"
    assert [filled.repeat(key).doubt for key in ("r", "r[1]/s", "r[3]/s")] == ["", "", ""]
    monkeypatch.setattr("inspector_app.forms.sheet.MOST_INSTANCES", 3)
    with pytest.raises(RepeatFull, match="3"):
        filled.add_repeat("r", "nữa")
