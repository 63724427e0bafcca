"""Expressions: how they are read, what they give, what is said of faulty ones, what they read."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.forms.expressions import DEEPEST, Expression, ExpressionRefused, parse
from inspector_app.forms.instants import Instant
from inspector_app.forms.readings import Fault
from inspector_app.forms.tree import TreeNode, read_xml
from inspector_app.forms.values import Context, Value, to_text
from tests.forms.sheets import NOON, VIETNAM, begin, end, form, question


class Alone:
    """A world with nothing in it but the time."""

    zone = VIETNAM
    locale = "en"

    def now(self) -> datetime:
        return NOON

    def instance(self, name: str) -> TreeNode | None:
        return None

    def itext(self, key: str, origin: TreeNode) -> TreeNode | None:
        return None

    def choice_label(self, value: str, reference: str, origin: TreeNode) -> str:
        return ""

    def doubt(self, sentence: str) -> None:
        pass


COMMUNE = read_xml(
    """<phieu><ten>Thường Phước</ten><dan>21500</dan><trong/><ngay>2026-11-24</ngay>
    <ho_so loai="đất"><ma>A</ma><so>3</so></ho_so><ho_so loai="hộ tịch"><ma>B</ma><so>4</so></ho_so>
    <div>7</div></phieu>""".encode()
)


def context(name: str = "") -> Context:
    """Standing on the root, or on its first child of that name."""
    root = COMMUNE.root
    node = root.named(name)[0] if name else root
    return Context(node, Alone())


def evaluated(text: str, at: str = "") -> Value:
    return parse(text).value(context(at))


def text_of(text: str, at: str = "") -> str:
    return to_text(evaluated(text, at))


# --- what expressions give ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 + 2 * 3", "7"),
        ("(1 + 2) * 3", "9"),
        ("10 - 4 - 3", "3"),
        ("-7 mod 3", "-1"),
        ("7 div 2", "3.5"),
        ("1 div 0", "Infinity"),
        ("0 div 0", "NaN"),
        ("0.1 + 0.2", "0.30000000000000004"),
        ("1 < 2 and 2 < 3 or false()", "true"),
        ("'a' = 'a'", "true"),
        ("'18' = 18", "true"),
        ("true() = 'bất kỳ'", "true"),
        ("/phieu/dan * 2", "43000"),
        ("/phieu/ho_so/so", "3"),
        ("/phieu/ho_so[2]/so", "4"),
        ("/phieu/ho_so[@loai = 'hộ tịch']/ma", "B"),
        ("//ma[. = 'B']/../so", "4"),
        ("sum(/phieu/ho_so/so)", "7"),
        ("count(//ho_so | //ma | //ma)", "4"),
        ("/phieu/ho_so[so > 3][1]/ma", "B"),
        ("/phieu/ho_so[position() = last()]/ma", "B"),
        ("(//ma)[2]", "B"),
        ("/phieu/ho_so[2]/preceding-sibling::ho_so/ma", "A"),
        ("//ma[. = 'B']/ancestor::ho_so/@loai", "hộ tịch"),
        ("count(/phieu/ho_so[1]/following::node())", "8"),
        ("name(/phieu/ho_so[2]/descendant::*[last()])", "so"),
        ("count(//text()[. = 'A'])", "1"),
        ("string(/phieu/trong)", ""),
    ],
)
def test_values(text: str, expected: str) -> None:
    assert text_of(text) == expected


def test_a_name_without_prefix_is_none_of_a_page_of_html() -> None:
    root = read_xml(
        b'<a xmlns="http://www.w3.org/2002/xforms"><b xmlns="http://www.w3.org/1999/xhtml"/></a>'
    ).root
    for text, expected in (("/a", "1"), ("/a/b", "0"), ("/a/*", "1"), ("/a/h:b", "1"), ("//b", "0")):
        assert to_text(parse(f"count({text})").value(Context(root, Alone()))) == expected


def test_the_namespaces_in_scope_are_nodes() -> None:
    root = read_xml(b'<a xmlns:x="urn:x"><b xmlns:y="urn:y"/></a>').root
    inner = Context(root.named("b")[0], Alone())
    assert to_text(parse("count(namespace::*)").value(inner)) == "2"
    assert to_text(parse("string(namespace::y)").value(inner)) == "urn:y"
    assert to_text(parse("count(namespace::x | ../namespace::x)").value(inner)) == "2"
    assert to_text(parse("name(namespace::x/..)").value(inner)) == "b"


def test_a_blank_is_not_zero() -> None:
    assert text_of("/phieu/trong + 5") == "NaN"
    assert text_of("/phieu/trong = 0") == "false"
    assert text_of("/phieu/trong < 1") == "false"


def test_names_and_operators_are_told_apart_by_where_they_stand() -> None:
    assert text_of("div div div", at="") == "1"  # a question named `div`, divided by itself
    assert text_of("/phieu/div * 2") == "14"
    assert text_of("7mod4") == "3"
    assert text_of("1 and1") == "true"
    assert text_of("count(/*/*)") == "7"


def test_dates_count_as_days_of_the_forms_zone() -> None:
    assert text_of("/phieu/ngay = today()") == "true"
    assert text_of("/phieu/ngay < today() + 1") == "true"
    assert text_of("date('2026-11-24') - date('2026-11-10')") == "14"
    assert text_of("date(today() + 14)") == "2026-12-08"
    assert text_of("date('2026-02-30') = today()") == "false"
    assert isinstance(evaluated("today()"), Instant)


def test_here_parent_and_current() -> None:
    assert text_of(". > 20000", at="dan") == "true"
    assert text_of("../ten", at="dan") == "Thường Phước"
    assert text_of("/phieu/ho_so[so = current()/so]/ma", at="ho_so") == "A"


# --- what is said of faulty ones ----------------------------------------------------------------------


def refused(text: str) -> ExpressionRefused:
    with pytest.raises(ExpressionRefused) as caught:
        parse(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "code", "offset"),
    [
        ("1 + ", "incomplete", 4),
        ("", "empty", 0),
        ("/phieu/dan dan", "syntax", 11),
        ("(1", "incomplete", 2),
        ("'chưa đóng", "syntax", 0),
        ("${CD04}", "syntax", 0),
    ],
)
def test_unreadable_expressions_are_refused_with_the_place(text: str, code: str, offset: int) -> None:
    (fault,) = refused(text).faults
    assert (fault.code, fault.offset) == (code, offset)
    assert fault.message


def test_every_fault_of_one_expression_is_named() -> None:
    expression = parse("tong(1) + substr('a') + count(5) + $bien + regex(., '(')")
    assert [(fault.code, fault.offset) for fault in expression.faults] == [
        ("unknown-function", 0),
        ("wrong-arguments", 10),
        ("wrong-type", 24),
        ("unknown-variable", 35),
        ("bad-pattern", 43),
    ]
    assert expression.faults[0].message == "There is no function tong()."
    assert expression.faults[1].message == "substr() takes 2 to 3 values, not 1."


def test_a_faulty_expression_still_gives_what_does_not_need_the_fault() -> None:
    assert text_of("if(true(), 'được', tong(1))") == "được"
    with pytest.raises(ExpressionRefused):
        evaluated("tong(1)")


def test_nesting_is_bounded_and_length_is_not() -> None:
    assert refused("not(" * 5000 + "1" + ")" * 5000).faults[0].code == "too-deep"
    assert text_of("not(" * (DEEPEST - 2) + "true()" + ")" * (DEEPEST - 2)) == "true"
    assert refused("(" * 5000 + "1" + ")" * 5000).faults[0].code == "too-deep"
    assert refused("1 + " * 50_000 + "1").faults[0].code == "too-long"
    assert text_of(" + ".join(["1"] * 5000)) == "5000"


# --- what they read -----------------------------------------------------------------------------------


def readings(text: str, at: str) -> set[tuple[str, str]]:
    """Name read → the repeat inside whose one instance it stays."""
    sample = form(
        question("integer", "a"),
        begin("repeat", "r"),
        question("integer", "x"),
        question("integer", "y"),
        end("repeat"),
    )
    found, _ = parse(text).reads(sample.definition(at), sample.root)
    return {(r.what.name, r.within.name if r.within else "") for r in found}


def test_what_an_expression_reads_is_known_beforehand() -> None:
    assert readings("/data/a + 1", "y") == {("a", "")}
    assert readings("../x * 2", "y") == {("x", "r")}
    assert readings("position(..)", "y") == {("r", "r")}
    assert readings("sum(../../r/x)", "y") == {("x", "")}
    assert readings("count(/data/r)", "a") == {("r", "")}
    assert readings("instance('l')/root/item[n = /data/a]/name", "y") == {("a", "")}
    assert readings("/data/r[x > 1]/y", "a") == {("x", ""), ("y", "")}


def test_a_name_that_leads_nowhere_is_a_fault() -> None:
    sample = form(question("integer", "a"))
    _, faults = parse("/data/a + /data/khong_co").reads(sample.definition("a"), sample.root)
    (fault,) = faults
    assert (fault.code, fault.offset) == ("unknown-name", 16)
    assert fault.message == "There is no question named khong_co."


# --- whatever comes -------------------------------------------------------------------------------------


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="()[]/@.*+-=<>!|,'\" \n:$aáb1dvimonrf0ệ", max_size=40))
def test_any_text_is_an_expression_or_is_refused(text: str) -> None:
    faults: tuple[Fault, ...] = ()
    try:
        read = parse(text)
    except ExpressionRefused as caught:
        read, faults = None, caught.faults
    assert isinstance(read, Expression) or faults


numbers = st.integers(-1000, 1000).map(float)
arithmetic = st.recursive(
    numbers.map(lambda number: (f"{number:g}" if number >= 0 else f"({number:g})", number)),
    lambda inner: st.tuples(inner, st.sampled_from("+-*"), inner).map(
        lambda parts: (
            f"({parts[0][0]} {parts[1]} {parts[2][0]})",
            {"+": float.__add__, "-": float.__sub__, "*": float.__mul__}[parts[1]](parts[0][1], parts[2][1]),
        )
    ),
    max_leaves=20,
)


@settings(max_examples=60, deadline=None)
@given(arithmetic)
def test_arithmetic_is_that_of_the_machine(case: tuple[str, float]) -> None:
    text, expected = case
    assert parse(text).number(context()) == expected


calls = st.sampled_from(
    ["round({},{})", "pow({},{})", "substr('Thường Phước',{},{})", "substring('abc',{},{})", "int({} div {})",
     "date({} + {})", "format-date({} * {}, '%d/%m/%Y')", "uuid({} mod {})", "min({},{})", "log({} - {})",
     "selected-at('a b', {} - {})", "string({} div {})", "decimal-date-time({} * {})"]
)  # fmt: skip
extremes = st.sampled_from(
    ["0", "1", "-1", "0.5", "1e300", "-1e300", "(1 div 0)", "(-1 div 0)", "(0 div 0)", "''"]
)


@settings(max_examples=60, deadline=None)
@given(calls, extremes, extremes)
def test_no_number_makes_an_expression_fail(call: str, first: str, second: str) -> None:
    assert isinstance(text_of(call.format(first, second)), str)
