"""Throws workbooks at the reader that nobody would write, guided by which of its lines they reach.

    python -m tests.fuzz.fuzz_workbook FOLDER -max_total_time=600

`atheris` is not among the program's tools and is installed for the purpose. FOLDER keeps what reached new
lines. A workbook must become a form that opens, or be refused with reasons, and within a few seconds; what
does not is written to a file `crash-…` or `timeout-…` by libFuzzer.
"""

import sys
from collections.abc import Sequence

import atheris

with atheris.instrument_imports(include=["inspector_app.forms"]):
    from inspector_app.domain.errors import Problem, TemplateRefused
    from inspector_app.forms.form import Form
    from inspector_app.forms.workbook import read_workbook

from tests.forms.everything import CHOICES, COLUMNS, EVERYTHING, EXTERNAL, FILES, SETTINGS
from tests.forms.parts import package, row, sheet
from tests.forms.workbooks import GOOD

LONGEST_SECONDS = 20
WORDS = (
    *(
        "text",
        "integer",
        "select_one co_khong",
        "select_multiple kenh or_other",
        "rank kenh",
        "range",
        "note",
    ),
    *("begin_group", "end_group", "begin_repeat", "end repeat", "begin loop over kenh", "audit", "osm x"),
    *("select_one_from_file don_vi.csv", "select_one_external ap", "select_one ${CD03}", "csv-external"),
    *(
        "${CD03}",
        "${",
        "${}",
        "${CD03} = 'co'",
        "../x",
        "instance('kenh')/root/item",
        "pulldata('bang_gia',1,2,3)",
    ),
    *(
        "co_khong",
        "lua_chon",
        "bac",
        "tuyen_tinh",
        "nguong=1:1|0:0",
        "duoi=70; tren=100",
        "1,5",
        "-1",
        "1e400",
    ),
    *(
        "start=0 end=10 step=0.5",
        "randomize=true seed=${CD03}",
        "value=ma label=ten",
        "label::Tiếng Việt (vi)",
    ),
    *("bind::cchc:rule", "bind::jr:preload", "media::image", "repeat_count", "choice_filter", "trigger"),
    *(
        "tinh=${tinh}",
        "once(now())",
        "position(..)",
        "if(",
        "'",
        '"',
        "]]>",
        "<x>",
        "&amp;",
        "\u00a0",
        "ế",
        "😀",
    ),
    *("data", "meta", "instanceID", "yes", "TRUE", "co", "khong", "2026-11-24", "a.png", "../../x"),
)


def cell(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def lines(table: Sequence[Sequence[object]]) -> list[list[str]]:
    return [["" if value is None else str(value) for value in line] for line in table]


SMALL = {name: lines(table) for name, table in GOOD.items()}
LARGE = {
    "survey": lines([COLUMNS, *([question.get(column) for column in COLUMNS] for question in EVERYTHING)]),
    "choices": lines(CHOICES),
    "settings": lines(SETTINGS),
    "external_choices": lines(EXTERNAL),
}


def changed(data: atheris.FuzzedDataProvider) -> bytes:
    """One of two good workbooks with cells, rows or whole pieces of XML put in their place."""
    tables = {n: [list(line) for line in t] for n, t in (LARGE if data.ConsumeBool() else SMALL).items()}
    names = sorted(tables)
    for _ in range(data.ConsumeIntInRange(0, 6)):
        table = tables[data.PickValueInList(names)]
        at = data.ConsumeIntInRange(0, len(table) - 1)
        act = data.ConsumeIntInRange(0, 4)
        if act == 0 and len(table) > 1:
            del table[at]
        elif act == 1:
            table.insert(at, list(table[data.ConsumeIntInRange(0, len(table) - 1)]))
        else:
            line = table[at]
            column = data.ConsumeIntInRange(0, len(line))
            text = data.PickValueInList(list(WORDS)) if act < 4 else data.ConsumeUnicodeNoSurrogates(24)
            line[column : column + 1] = [text]
    sheets = {name: sheet("".join(row(*map(cell, line)) for line in table)) for name, table in tables.items()}
    if data.ConsumeIntInRange(0, 3) == 0:
        name = data.PickValueInList(names)
        at = data.ConsumeIntInRange(0, len(sheets[name]))
        piece = data.ConsumeUnicodeNoSurrogates(40)
        sheets[name] = sheets[name][:at] + piece + sheets[name][at + data.ConsumeIntInRange(0, 40) :]
    content = package(sheets)
    if data.ConsumeIntInRange(0, 7) == 0:
        at = data.ConsumeIntInRange(0, len(content))
        content = content[:at] + data.ConsumeBytes(8) + content[at + 8 :]
    return content


def one(data: bytes) -> None:
    """A form that opens, or a refusal with reasons."""
    content = changed(atheris.FuzzedDataProvider(data))
    problems: Sequence[Problem] = ()
    try:
        compiled = read_workbook(content, "phieu.xlsx", FILES.get)
    except TemplateRefused as refused:
        compiled, problems = None, refused.problems
    if compiled is None:
        assert problems
        assert all(problem.message and problem.remedy for problem in problems)
    else:
        assert Form.parse(compiled.xform, compiled.files).form_id == compiled.form_id


if __name__ == "__main__":
    atheris.Setup([*sys.argv, f"-timeout={LONGEST_SECONDS}", "-max_len=600", "-len_control=0"], one)
    atheris.Fuzz()
