"""Incremental recomputation: it comes to what the answers alone define, and wakes only what reads them."""

import random
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.domain.errors import TemplateRefused
from inspector_app.forms import agenda
from inspector_app.forms.expressions import Expression
from inspector_app.forms.form import Form
from inspector_app.forms.sheet import Sheet
from tests.forms.sheets import NOON, begin, bind, end, form, question, written

# --- random forms that look across instances ------------------------------------------------------------

LIST = "".join(f"<item><name>{n}</name><label>{n}</label><k>{n % 3}</k></item>" for n in range(6))
BEFORE = "[position() = position(current()/..) - 1]"
INSIDE = (
    "../x + ../y",
    "position(..)",
    f"/data/r{BEFORE}/acc + ../x",
    "indexed-repeat(/data/r/acc, /data/r, position(..) - 1) + ../x",
    "coalesce(indexed-repeat(/data/r/x, /data/r, /data/a), 0)",
    "count(/data/r[x > current()/../x])",
    "sum(/data/r[x != '']/x)",
    "count(../n)",
    "sum(../n/z)",
    "../../r[last()]/x",
    "count(../following-sibling::r)",
    "string(../preceding-sibling::r[1]/x)",
    "join(',', /data/r[y = current()/../y]/x)",
    "string-length(/data/r[x = 3][1]/s)",
    "/data/r[/data/a]/x",
    "/data/r[position() = last()]/acc",
)
OUTSIDE = (
    "sum(/data/r/acc)",
    "count(/data/r/n)",
    "/data/r[last()]/x",
    "/data/r[x > 2]/y",
    "join(' ', /data/r/s)",
    "indexed-repeat(/data/r/n/z, /data/r, 2, /data/r/n, 1)",
    "sum(/data/r[position() <= /data/a]/x)",
    "selected(/data/m, '3')",
)
INNER = (
    "../../x",
    "position(..) * position(../..)",
    "sum(../../n[z > 1]/z)",
    "../preceding-sibling::n[1]/w",
    "count(../../../r)",
)
RELEVANT = ("true()", "../x > 1", "/data/a > 1", "position(..) > 1", "../y != ''", "count(/data/r) > 1")
FILTER = ("", "[k = /data/a]", "[not(selected(/data/m, name))]")
OWN_FILTER = ("", "[k = current()/../x]", "[name = /data/r[1]/x]")


def select(kind: str, path: str, filtered: str) -> str:
    return (
        f'<{kind} ref="/data/{path}"><itemset nodeset="instance(\'l\')/root/item{filtered}">'
        f'<value ref="name"/><label ref="label"/></itemset></{kind}>'
    )


def any_form(choose: random.Random) -> bytes:
    pick = choose.choice
    binds = (
        bind("r/acc", calculate=pick(INSIDE)),
        bind("r/c", calculate=pick(INSIDE)),
        bind("r/y", relevant=pick(RELEVANT), constraint=pick(INSIDE), required=pick(RELEVANT)),
        bind("r/s", relevant=pick(RELEVANT)),
        bind("r/n", relevant=pick(("true()", "../x != 2", "/data/a != 1"))),
        bind("r/n/w", calculate=pick(INNER)),
        bind("o", calculate=pick(OUTSIDE), relevant=pick(("true()", "/data/a > 0"))),
        bind("p", calculate=pick(OUTSIDE)),
        bind("r/x", type="int"),
        bind("a", type="int"),
    )
    count, inner_count = pick(("", "", 'jr:count="/data/a"')), pick(("", "", 'jr:count="../x"'))
    body = (
        f'<input ref="/data/a"/>{select("select", "m", pick(FILTER))}'
        '<group ref="/data/r"><label>r <output value="/data/r/acc"/></label>'
        f'<repeat nodeset="/data/r" {count}>'
        '<input ref="/data/r/x"><label>x <output value="../c"/></label></input><input ref="/data/r/y"/>'
        f"{select('select1', 'r/s', pick(OWN_FILTER))}"
        f'<group ref="/data/r/n"><repeat nodeset="/data/r/n" {inner_count}>'
        '<input ref="/data/r/n/z"/></repeat></group></repeat></group>'
    )
    repeat = '<r jr:template=""><x/><y/><s/><acc/><c/><n jr:template=""><z/><w/></n></r>'
    lists = f'<instance id="l"><root>{LIST}</root></instance>'
    return written(f"<a/><m/>{repeat}<o/><p/>", "".join(binds), body, lists=lists)


def state(filled: Sheet) -> dict[str, Sequence[object]]:
    return {
        node.key: (
            *(node.value, node.text() if node.leaf else "", node.relevant, node.required, node.error),
            *(node.label, tuple(choice.name for choice in node.choices)),
        )
        for node in filled.nodes()
        if node.name not in ("instanceID", "meta")
    }


def act(filled: Sheet, choose: random.Random, at: int) -> frozenset[str]:
    """Answer, add or take away at random."""
    nodes = [node for node in filled.nodes() if node.name != "instanceID"]
    free = [node.place for node in nodes if node.place is not None and not node.place.counted]
    ranges = [filled.repeat(key) for key in ("r", *(f"{n.key}/n" for n in nodes if n.definition.named("n")))]
    kind = choose.random()
    if kind < 0.3 and (open_ones := [place for place in ranges if not place.counted]):
        return filled.add_repeat(choose.choice(open_ones).key, f"i{at}")
    if kind < 0.4 and free:
        place = choose.choice(free)
        return filled.remove_repeat(f"{place.key}[{choose.choice(list(place.instances))}]")
    answered = [node.key for node in nodes if node.leaf and node.definition.calculate is None]
    return filled.set(choose.choice(answered), choose.choice(["", "0", "1", "2", "3", "1 3", "x"]))


def walk(form: Form, choose: random.Random) -> None:
    """Answer at random and look whether it is the state that the answers alone define."""
    filled = Sheet(form, clock=lambda: NOON)
    filled.load({})
    for at in range(20):
        before = state(filled)
        changed = act(filled, choose, at)
        after = state(filled)
        differing = {k for k in before.keys() | after.keys() if before.get(k) != after.get(k)}
        assert differing <= changed
    again = Sheet(form, clock=lambda: NOON)
    again.load({k: text for k, text in filled.values().items() if k != "instanceID"} or {"a": ""})
    assert state(again) == state(filled)


@pytest.mark.parametrize("watched", [0, agenda.WATCHED_MOST])
@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_step_by_step_comes_to_the_same_as_all_at_once(watched: int, seed: int) -> None:
    choose = random.Random(seed)
    most, agenda.WATCHED_MOST = agenda.WATCHED_MOST, watched
    try:
        walk(Form.parse(any_form(choose)), choose)
    except TemplateRefused:
        return  # a circle
    finally:
        agenda.WATCHED_MOST = most


DEEP = form(
    question("integer", "a"),
    question("integer", "b", relevant="${a} > 3"),
    question("calculate", "c", calculation="coalesce(${a}, 0) + coalesce(${b}, 0)"),
    begin("group", "g", relevant="${c} mod 2 = 0"),
    question("integer", "d", constraint=". < ${c}", required="${a} = 1"),
    begin("repeat", "r"),
    question("integer", "e"),
    question("calculate", "f", calculation="coalesce(${e}, 0) * position(..) + coalesce(${d}, 0)"),
    end("repeat"),
    end("group"),
    question("calculate", "h", calculation="sum(${f})"),
)


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_so_it_does_in_groups(seed: int) -> None:
    walk(DEEP, random.Random(seed))


# --- what an answer costs ---------------------------------------------------------------------------------


class Counting:
    """How many expressions were evaluated."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        for name in ("value", "truth", "number", "string", "nodes"):
            monkeypatch.setattr(Expression, name, self.counted(getattr(Expression, name)))

    def counted(self, plain: Callable[..., object]) -> Callable[..., object]:
        def wrapped(*arguments: object) -> object:
            self.count += 1
            return plain(*arguments)

        return wrapped

    def of(self, filled: Sheet, key: str, text: str) -> int:
        before = self.count
        filled.set(key, text)
        return self.count - before


def rows(calculate: str) -> Sheet:
    xml = written(
        '<r jr:template=""><x/><acc/></r><tong/>',
        bind("r/x", type="int")
        + bind("r/acc", calculate=calculate)
        + bind("tong", calculate="sum(/data/r/x)"),
        '<group ref="/data/r"><repeat nodeset="/data/r"><input ref="/data/r/x"/></repeat></group>',
    )
    filled = Sheet(Form.parse(xml), clock=lambda: NOON)
    filled.load({f"r[{n}]/x": "1" for n in range(200)})
    return filled


@pytest.mark.parametrize(
    ("calculate", "last", "first"),
    [
        ("../x * 2", 2, 2),
        (f"coalesce(/data/r{BEFORE}/acc, 0) + ../x", 2, 201),
        ("indexed-repeat(/data/r/x, /data/r, position(..) - 1)", 2, 2),
        ("sum(/data/r/x)", 201, 201),
    ],
)
def test_an_answer_wakes_only_what_reads_it(
    calculate: str, last: int, first: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled = rows(calculate)
    counting = Counting(monkeypatch)
    assert counting.of(filled, "r[199]/x", "5") <= last
    assert counting.of(filled, "r[0]/x", "5") <= first


def test_an_instance_more_wakes_only_itself_and_the_sums(monkeypatch: pytest.MonkeyPatch) -> None:
    filled = rows(f"coalesce(/data/r{BEFORE}/acc, 0) + ../x")
    counting = Counting(monkeypatch)
    filled.add_repeat("r", "neu")
    assert counting.count <= 6
    assert filled.node("r[neu]/acc").value == ""  # nothing to add yet
    filled.set("r[neu]/x", "2")
    assert (filled.node("r[neu]/acc").value, filled.node("tong").value) == ("202", "202")
