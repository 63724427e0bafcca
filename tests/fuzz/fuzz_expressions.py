"""Fuzzing what the checklist engine reads: expressions, XForms, lists beside them, submissions.

    python -m tests.fuzz.fuzz_expressions -max_total_time=600

Needs atheris (`pip install atheris`), which the program itself does not. Whatever comes in is read or refused
with the errors that are meant for it, and within the time that libFuzzer is told to wait.
"""

import sys
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta, timezone

import atheris

with atheris.instrument_imports(include=["inspector_app.forms"]):
    from inspector_app.domain.errors import TemplateRefused
    from inspector_app.forms import expressions, external, sheet, submission
    from inspector_app.forms.form import Form

NOON = datetime(2026, 11, 24, 12, tzinfo=timezone(timedelta(hours=7)))

TOKENS = (
    "/data/a", "/data/r", "/data/r/x", "../x", "..", ".", "//", "/", "*", "@id", "current()", "position(..)",
    "instance('l')/root/item", "name", "[", "]", "(", ")", ",", "+", "-", "div", "mod", "and", "or", "=",
    "!=", "<", ">=", "|", "1", "0", "-1", "2.5", "1e300", "''", "'a'", "'2026-11-24'", "$v", "self::node()",
    "ancestor::*", "following-sibling::*", "namespace::*", "text()", "jr:itext('k')", "if(", "coalesce(",
    "once(", "sum(", "count(", "indexed-repeat(", "selected(", "concat(", "substr(", "round(", "date(",
    "format-date(", "number(", "string(", "not(", "join(", "digest(", "randomize(", "pulldata('l', 'name',",
    "distance(", "area(", "geofence(", "intersects(", "decimal-time(", "weighted-checklist(", "translate(",
    "jr:choice-name(", "regex(", "'^(a|a)*$'", "'\\p{L}{2}[^'", "position()", "last()", " ", "ế", "\u00a0",
)  # fmt: skip

FORM = (
    '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"'
    ' xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>t</h:title><model><itext>'
    '<translation lang="v"><text id="k"><value>K</value></text></translation></itext>'
    '<instance><data id="d"><a>1</a><b/><r jr:template=""><x/><y/></r><r><x>2</x><y/></r></data></instance>'
    '<instance id="l"><root><item><name>1</name><label>Một</label></item></root></instance>'
    '<bind nodeset="/data/a" type="int"/><bind nodeset="/data/b" calculate="{0}"/>'
    '<bind nodeset="/data/r/y" calculate="{1}" relevant="{2}"/></model></h:head><h:body>'
    '<input ref="/data/a"/><select1 ref="/data/b">'
    '<itemset nodeset="instance(\'l\')/root/item[{3}]"><value ref="name"/>'
    '<label ref="label"/></itemset></select1><repeat nodeset="/data/r"><input ref="/data/r/x"/></repeat>'
    "</h:body></h:html>"
)


def expression(data: atheris.FuzzedDataProvider) -> str:
    """A text of tokens that expressions are made of, or any text at all."""
    if data.ConsumeBool():
        return "".join(data.PickValueInList(list(TOKENS)) for _ in range(data.ConsumeIntInRange(0, 24)))
    return data.ConsumeUnicodeNoSurrogates(120)


def fill(form: Form) -> None:
    """Open a form and answer in it."""
    filled = sheet.Sheet(form, clock=lambda: NOON)
    for key in [node.key for node in filled.nodes() if node.leaf][:8]:
        for text in ("1", "x y", ""):
            filled.set(key, text)
    for repeat in [node.key for node in filled.nodes() if node.definition.repeats][:2]:
        filled.add_repeat(repeat.partition("[")[0], "mới")
        filled.remove_repeat(repeat)
    for node in filled.nodes():
        _ = node.label, node.error, node.choices, node.required
    again = sheet.Sheet(form, clock=lambda: NOON)
    again.restore(filled.submission(), revise=True)
    again.load(filled.values())


def try_expression(data: atheris.FuzzedDataProvider) -> None:
    expressions.parse(expression(data))


def try_form(data: atheris.FuzzedDataProvider) -> None:
    texts = [expression(data) for _ in range(4)]
    quoted = [text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;") for text in texts]
    fill(Form.parse(FORM.format(*quoted).encode("utf-8", "replace")))


def try_xform(data: atheris.FuzzedDataProvider) -> None:
    """The form with a piece cut out or another put in."""
    xml = FORM.format("1", "../x", "true()", "name = 1").encode()
    at = data.ConsumeIntInRange(0, len(xml))
    until = data.ConsumeIntInRange(at, min(at + 200, len(xml)))
    fill(Form.parse(xml[:at] + data.ConsumeBytes(data.ConsumeIntInRange(0, 60)) + xml[until:]))


def try_list(data: atheris.FuzzedDataProvider) -> None:
    kind = data.PickValueInList(["csv", "geojson", "xml"])
    root = external.read_list(f"l.{kind}", data.ConsumeBytes(400))
    for row in root.children:
        _ = row.cells(), row.text(), row.cell("name")
    root.holding("item", "name", "1")


def try_submission(data: atheris.FuzzedDataProvider) -> None:
    form = Form.parse(FORM.format("1", "../x", "true()", "name = 1").encode())
    filled = sheet.Sheet(form, clock=lambda: NOON)
    xml = filled.submission()
    at = data.ConsumeIntInRange(0, len(xml))
    until = data.ConsumeIntInRange(at, len(xml))
    filled.restore(xml[:at] + data.ConsumeBytes(80) + xml[until:], revise=True)


TRIALS: Sequence[Callable[[atheris.FuzzedDataProvider], None]] = (
    try_expression,
    try_form,
    try_form,
    try_xform,
    try_list,
    try_submission,
)
MEANT = (
    expressions.ExpressionRefused,
    TemplateRefused,
    external.FileRefused,
    submission.SubmissionRefused,
)


def once(content: bytes) -> None:
    data = atheris.FuzzedDataProvider(content)
    trial = TRIALS[data.ConsumeIntInRange(0, len(TRIALS) - 1)]
    try:
        trial(data)
    except MEANT:
        return


if __name__ == "__main__":
    atheris.Setup([sys.argv[0], "-timeout=10", "-rss_limit_mb=1500", *sys.argv[1:]], once)
    atheris.Fuzz()
