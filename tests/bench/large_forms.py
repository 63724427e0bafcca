"""Large forms: opening, answering, long repeats, long lists, against the same sums in plain Python.

    python -m tests.bench.large_forms

The floor is what the expressions say, written as Python over dictionaries and lists by hand: no tree, no
types, no order to find, nothing remembered. For opening it is that and ElementTree reading the same XML.
"""

import gc
import random
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from statistics import median
from xml.etree import ElementTree

from inspector_app.forms.form import Form
from inspector_app.forms.sheet import Sheet
from tests.bench._measure import Line, percentile, show, timed

QUESTIONS, INSTANCES, ROUNDS = 1_000, 5_000, 200


def xform(instance: str, binds: str, body: str, lists: str = "") -> bytes:
    """An XForm as pyxform writes it, from its three parts."""
    return (
        '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"'
        ' xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>Phiếu dài</h:title><model>'
        f'<instance><data id="phieu_dai" version="1">{instance}<meta><instanceID/></meta></data></instance>'
        f'{lists}{binds}<bind nodeset="/data/meta/instanceID" jr:preload="uid"/></model></h:head>'
        f"<h:body>{body}</h:body></h:html>"
    ).encode()


# --- a thousand questions ----------------------------------------------------------------------------

Answers = dict[str, float | str]


def thousand() -> tuple[bytes, list[Callable[[Answers], object]]]:
    """Twenty groups of fifty questions that lean on each other by fives, a total over all of them.

    And every expression once more as a Python function over the answers.
    """
    instance: list[str] = []
    binds: list[str] = []
    body: list[str] = []
    plain: list[Callable[[Answers], object]] = []
    for group in range(QUESTIONS // 50):
        instance.append(
            f"<g{group}>" + "".join(f"<q{group * 50 + at}/>" for at in range(50)) + f"</g{group}>"
        )
        body.append(f'<group ref="/data/g{group}"><label>Nhóm {group}</label>')
        for number in range(group * 50, group * 50 + 50):
            bind, control, functions = _question(f"/data/g{group}/q", number)
            binds.append(bind)
            body.append(control)
            plain.extend(functions)
        body.append("</group>")
    counted = [number for number in range(QUESTIONS) if number % 5 == 0]
    total = " + ".join(f"coalesce( /data/g{number // 50}/q{number} , 0)" for number in counted)
    binds.append(f'<bind nodeset="/data/tong" type="string" calculate="{total}"/>')
    plain.append(lambda a: sum(float(a.get(f"q{number}") or 0) for number in counted))
    return xform("".join(instance) + "<tong/>", "".join(binds), "".join(body), _list(YES_NO)), plain


YES_NO = [("co", "Có"), ("khong", "Không")]


def _list(items: Sequence[tuple[str, str]]) -> str:
    rows = "".join(f"<item><name>{name}</name><label>{label}</label></item>" for name, label in items)
    return f'<instance id="co_khong"><root>{rows}</root></instance>'


def _question(path: str, number: int) -> tuple[str, str, list[Callable[[Answers], object]]]:
    """One question of five: its bind, its control, its expressions in Python."""
    here, kind = f"{path}{number}", number % 5
    one, two, three = (f" {path}{number - back} " for back in (1, 2, 3))
    key, before, earlier, first = (f"q{number - back}" for back in (0, 1, 2, 3))
    label = f"<label>Câu {number}</label>"

    def value(answers: Answers, name: str) -> float:
        found = answers.get(name)
        return float(found) if found else float("nan")

    if kind == 0:
        bind = 'type="int" required="true()" constraint=". &gt;= 0 and . &lt;= 100000"'
        checks = [lambda a: key in a, lambda a: 0 <= value(a, key) <= 100_000]
        return f'<bind nodeset="{here}" {bind}/>', f'<input ref="{here}">{label}</input>', checks
    if kind == 1:
        bind = f'type="int" constraint=". &lt;={one}" relevant="{one} &gt; 0"'
        label = f'<label>Câu {number}: trong <output value="{one}"/> hồ sơ</label>'
        checks = [
            lambda a: value(a, key) <= value(a, before),
            lambda a: value(a, before) > 0,
            lambda a: f"Câu {number}: trong {a.get(before, '')} hồ sơ",
        ]
        return f'<bind nodeset="{here}" {bind}/>', f'<input ref="{here}">{label}</input>', checks
    if kind == 2:
        items = (
            "<itemset nodeset=\"instance('co_khong')/root/item\">"
            '<value ref="name"/><label ref="label"/></itemset>'
        )
        bind = f"relevant=\"{two} != '' and {one} != ''\""
        control = f'<select1 ref="{here}">{label}{items}</select1>'
        return (
            f'<bind nodeset="{here}" type="string" {bind}/>',
            control,
            [lambda a: bool(a.get(earlier)) and bool(a.get(before))],
        )
    if kind == 3:
        calculation = f"if({two} &gt; 0, round({two} div {three} * 100, 2), 0)"
        return (
            f'<bind nodeset="{here}" type="string" calculate="{calculation}"/>',
            "",
            [lambda a: round(value(a, earlier) / value(a, first) * 100, 2) if value(a, earlier) > 0 else 0],
        )
    bind = f'relevant="{two} = \'khong\'" required="{one} &lt; 50"'
    checks = [lambda a: a.get(earlier) == "khong", lambda a: value(a, before) < 50]
    return f'<bind nodeset="{here}" type="string" {bind}/>', f'<input ref="{here}">{label}</input>', checks


def questions() -> Iterator[Line]:
    """Opening the form, and answering one question in it."""
    xml, plain = thousand()
    answers: Answers = {f"q{number}": str(number % 90 + 1) for number in range(0, QUESTIONS, 5)}

    def evaluate() -> None:
        for function in plain:
            function(answers)

    def floor() -> None:
        ElementTree.fromstring(xml)
        evaluate()

    command = [sys.executable, "-m", "tests.bench.large_forms", "opened"]
    cold = [float(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout) for _ in range(7)]
    least = median(timed(floor)[0] for _ in range(7))
    yield Line(
        "1,000 questions: opened, first state", median(cold), least, "ElementTree, every expression once"
    )
    sheet = Sheet(Form.parse(xml))
    times: list[float] = []
    floors: list[float] = []
    for number in range(0, QUESTIONS, 5):
        times.append(timed(lambda number=number: sheet.set(f"q{number}", str(number % 90 + 1)))[0])
        times.append(timed(lambda number=number: sheet.set(f"q{number + 1}", str(number % 50)))[0])
        leaning = [*plain[number // 5 * 9 : number // 5 * 9 + 9], plain[-1]]
        floors.append(timed(lambda leaning=leaning: [function(answers) for function in leaning])[0])
    for percent, name in ((50, "median"), (99, "99 %")):
        ours, least = percentile(times, percent), percentile(floors, percent)
        yield Line(f"1,000 questions: one answer, {name}", ours, least, "the expressions that read it")


# --- five thousand instances -------------------------------------------------------------------------

FIELDS = 10


def repeats() -> Iterator[Line]:
    """A repeat of ten fields: a product in each instance, a running total through them, a sum over all."""
    fields = "".join(f"<f{at}/>" for at in range(FIELDS - 3)) + "<tich/><luy_ke/><ghi/>"
    before = "/data/r[position() = position(current()/..) - 1]/luy_ke"
    xml = xform(
        f'<r jr:template="">{fields}</r><tong/><so/>',
        '<bind nodeset="/data/r/f0" type="int"/><bind nodeset="/data/r/f1" type="int"/>'
        '<bind nodeset="/data/r/tich" calculate=" ../f0 * ../f1 "/>'
        f'<bind nodeset="/data/r/luy_ke" calculate=" ../tich + coalesce({before}, 0)"/>'
        '<bind nodeset="/data/tong" calculate="sum(/data/r/tich)"/>'
        '<bind nodeset="/data/so" calculate="count(/data/r)"/>',
        '<group ref="/data/r"><label>Hồ sơ</label><repeat nodeset="/data/r">'
        + "".join(f'<input ref="/data/r/f{at}"/>' for at in range(FIELDS - 3))
        + '<input ref="/data/r/ghi"/></repeat></group>',
    )
    saved = {
        f"r[{number}]/f{at}": str(number % 7 + at) for number in range(INSTANCES) for at in range(FIELDS - 3)
    }
    sheet = Sheet(Form.parse(xml))
    rows = [{f"f{at}": number % 7 + at for at in range(FIELDS - 3)} for number in range(INSTANCES)]

    def plain() -> float:
        total = 0
        for row in rows:
            row["tich"] = row["f0"] * row["f1"]
            total += row["tich"]
            row["luy_ke"] = total
        return sum(row["tich"] for row in rows)

    ours, _ = timed(lambda: sheet.load(saved))
    assert float(sheet.node("tong").value) == plain() == float(sheet.node(f"r[{INSTANCES - 1}]/luy_ke").value)
    floor = median(timed(plain)[0] for _ in range(9))
    yield Line("5,000 × 10 fields: first state", ours, floor, "two loops over dictionaries")
    instances = range(INSTANCES - ROUNDS, INSTANCES)
    texts = [timed(lambda at=at: sheet.set(f"r[{at}]/f5", f"{at}!"))[0] for at in instances]
    yield Line("5,000 × 10: a field that nothing reads", median(texts), floor, "the two loops")
    last = [timed(lambda at=at: sheet.set(f"r[{INSTANCES - 1}]/f0", str(at)))[0] for at in range(ROUNDS)]
    yield Line("5,000 × 10: a number, in the last instance", median(last), floor, "the two loops")
    first = [timed(lambda at=at: sheet.set("r[0]/f0", str(at + 50)))[0] for at in range(3)]
    yield Line("5,000 × 10: a number, in the first of all", median(first), floor, "the two loops")
    added = [timed(lambda at=at: sheet.add_repeat("r", f"m{at}"))[0] for at in range(5)]
    yield Line("5,000 × 10: one instance more", median(added), floor, "the two loops")
    gone = [timed(lambda at=at: sheet.remove_repeat(f"r[m{at}]"))[0] for at in reversed(range(5))]
    yield Line("5,000 × 10: the last instance away", median(gone), floor, "the two loops")
    gone = [timed(lambda at=at: sheet.remove_repeat(f"r[{at}]"))[0] for at in (2500, 1000, 10)]
    yield Line("5,000 × 10: one in the middle away", median(gone), floor, "the two loops")


# --- long lists --------------------------------------------------------------------------------------


def choices(count: int, *, beside: bool) -> Iterator[Line]:
    """A list of communes filtered by province, in the form itself or in a CSV file beside it."""
    chance = random.Random(count)
    provinces = [f"t{number:02}" for number in range(34)]
    rows = [(f"x{number}", f"Xã {number}", chance.choice(provinces)) for number in range(count)]
    if beside:
        source = '<instance id="xa" src="jr://file-csv/xa.csv"/>'
        files = {
            "xa.csv": ("name,label,tinh\n" + "".join(f"{n},{label},{t}\n" for n, label, t in rows)).encode()
        }
    else:
        items = "".join(
            f"<item><name>{n}</name><label>{label}</label><tinh>{t}</tinh></item>" for n, label, t in rows
        )
        source, files = f'<instance id="xa"><root>{items}</root></instance>', {}
    xml = xform(
        "<tinh/><xa/>",
        '<bind nodeset="/data/tinh" type="string"/><bind nodeset="/data/xa" type="string"/>',
        '<input ref="/data/tinh"/><select1 ref="/data/xa">'
        "<itemset nodeset=\"instance('xa')/root/item[tinh = /data/tinh ]\">"
        '<value ref="name"/><label ref="label"/></itemset></select1>',
        source,
    )
    opened, sheet = timed(lambda: Sheet(Form.parse(xml, files)))

    def choose(province: str) -> int:
        sheet.set("tinh", province)
        return len(sheet.node("xa").choices)

    def plain(province: str) -> int:
        return len([(name, label) for name, label, tinh in rows if tinh == province])

    where = "a file beside the form" if beside else "the form itself"
    floor = median(timed(lambda p=p: plain(p))[0] for p in provinces)
    yield Line(f"{count:,} choices in {where}: opened", opened, floor, "one list comprehension")
    yield Line(f"{count:,} choices: the first filter", timed(lambda: choose("t01"))[0], floor, "the same")
    times = [timed(lambda p=p: choose(p))[0] for p in provinces * 3]
    assert choose("t05") == plain("t05")
    for percent, name in ((50, "median"), (99, "99 %")):
        yield Line(
            f"{count:,} choices: filtered again, {name}", percentile(times, percent), floor, "the same"
        )


def measure() -> Iterator[Line]:
    """All of it; what one part leaves behind is cleared away before the next."""
    parts: list[Callable[[], Iterator[Line]]] = [
        questions,
        repeats,
        lambda: choices(10_000, beside=False),
        lambda: choices(100_000, beside=True),
    ]
    for part in parts:
        gc.collect()
        yield from part()


def opened() -> float:
    """Opening the form of a thousand questions, once, in a process that has done nothing yet."""
    xml, _ = thousand()
    return timed(lambda: Sheet(Form.parse(xml)))[0]


if __name__ == "__main__":
    if sys.argv[1:] == ["opened"]:
        print(opened())
    else:
        show(measure)
