"""Workbooks made to do harm, or that do it by accident: refused soon, in little memory, with the reason.

Every day they are a hundredth of their size, and so are the bounds. In the long proofs they are whole, and
each is read in a process of its own, whose time and memory are measured.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from inspector_app import i18n
from inspector_app.forms import workbook, xlsx
from tests.forms.parts import MAIN, package, row, sheet
from tests.forms.workbooks import DECLARATION, refused

MOST_SECONDS, MOST_MEGABYTES = 5, 300

READING = """
import json, sys, time
from pathlib import Path
from inspector_app import i18n
from inspector_app.domain.errors import TemplateRefused
from inspector_app.forms.workbook import read_workbook
i18n.use("en")
begun, problems = time.perf_counter(), []
try:
    read_workbook(Path(sys.argv[1]), "phieu.xlsx")
except TemplateRefused as refused:
    problems = [str(problem) for problem in refused.problems]
seconds = time.perf_counter() - begun
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else []
peak = next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM")), 0)
print(json.dumps([seconds, peak, problems]))
"""
HEAD = row("type", "name", "label", "relevant")


def survey(rows: str) -> bytes:
    return package({"survey": sheet(HEAD + rows), "settings": SETTINGS})


SETTINGS = sheet(row("form_id", "namespaces") + row("phieu", DECLARATION.replace('"', "&quot;")))


# Each takes the hundredth part of how many: 100 makes the whole harm.


def a_million_rows(hundredths: int) -> bytes:
    return survey('<row><c t="str"><v>text</v></c></row>' * (10_000 * hundredths))


def a_million_empty_rows(hundredths: int) -> bytes:
    return survey("<row/>" * (10_000 * hundredths))


def empty_cells_with_a_format(hundredths: int) -> bytes:
    cells = '<c s="1"/>' * 80
    return survey(f"<row>{cells}</row>" * (200 * hundredths))


def a_sheet_that_unpacks_to_a_gigabyte(hundredths: int) -> bytes:
    return package({"survey": " " * (10_000_000 * hundredths)})


def texts_that_unpack_to_a_gigabyte(hundredths: int) -> bytes:
    return package({"survey": sheet("")}, {"xl/sharedStrings.xml": " " * (10_000_000 * hundredths)})


def millions_of_shared_texts(hundredths: int) -> bytes:
    texts = "<si><t>a</t></si>" * (20_000 * hundredths)
    return package({"survey": sheet("")}, {"xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{texts}</sst>'})


def thousands_of_parts(hundredths: int) -> bytes:
    return package({"survey": sheet("")}, {f"xl/media/{i}.png": b"" for i in range(50 * hundredths)})


def an_external_entity(_hundredths: int) -> bytes:
    return package({"survey": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + sheet(row("&e;"))})


def laughs(_hundredths: int) -> bytes:
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    return package({"survey": f"<!DOCTYPE x [{entities}]>" + sheet(row("&i;"))})


def deep_xml(hundredths: int) -> bytes:
    return package({"survey": "<a>" * (30_000 * hundredths)})


def groups_without_end(hundredths: int) -> bytes:
    return survey("".join(row("begin_group", f"g{i}", "x") for i in range(150 * hundredths)))


def names_that_do_not_exist(hundredths: int) -> bytes:
    return survey("".join(row("text", f"q{i}", "x", f"${{q{i}x}} = 1") for i in range(150 * hundredths)))


def circles_everywhere(hundredths: int) -> bytes:
    return survey("".join(row("text", f"q{i}", "x", f"${{q{i ^ 1}}} = 1") for i in range(100 * hundredths)))


def a_circle_through_three_groups(_hundredths: int) -> bytes:
    rows = "".join(
        row("begin_group", f"g{i}", "x", f"${{q{(i + 1) % 3}}} = 1")
        + row("text", f"q{i}", "x")
        + row("end_group")
        for i in range(3)
    )
    return survey(rows)


def an_expression_a_thousand_deep(_hundredths: int) -> bytes:
    return survey(row("text", "q", "x", "not(" * 1_000 + "1" + ")" * 1_000))


def thousands_of_headings(hundredths: int) -> bytes:
    return package(
        {"survey": sheet(row(*(f"relevent{i}" for i in range(160 * hundredths)))), "settings": SETTINGS}
    )


HARM: list[tuple[Callable[[int], bytes], str]] = [
    (a_million_rows, "The sheet has more than {rows} rows."),
    (a_million_empty_rows, "The form asks nothing."),
    (empty_cells_with_a_format, "has more than {cells} cells"),
    (a_sheet_that_unpacks_to_a_gigabyte, "xl/worksheets/sheet1.xml holds more than"),
    (texts_that_unpack_to_a_gigabyte, "xl/sharedStrings.xml holds more than"),
    (millions_of_shared_texts, "it has too many texts"),
    (thousands_of_parts, "it has too many parts"),
    (an_external_entity, "a document type or entity is declared in it"),
    (laughs, "a document type or entity is declared in it"),
    (deep_xml, "its XML is nested more than 64 deep"),
    (groups_without_end, "More than 30 groups stand inside each other."),
    (names_that_do_not_exist, "There is no question named q0x."),
    (circles_everywhere, "These depend on each other in a circle: q0 → q1 → q0."),
    (a_circle_through_three_groups, "These depend on each other in a circle: q0 → q1 → q2 → q0."),
    (an_expression_a_thousand_deep, "survey!D2"),
    (thousands_of_headings, "The sheet has more than 300 columns."),
]
each = pytest.mark.parametrize(("make", "reason"), HARM, ids=[make.__name__ for make, _ in HARM])


@each
def test_harm_is_refused_with_the_reason(
    make: Callable[[int], bytes], reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    i18n.use("en")
    monkeypatch.setattr(xlsx, "LARGEST_PART", 800_000)
    monkeypatch.setattr(xlsx, "MOST_CELLS", 15_000)
    monkeypatch.setattr(xlsx, "MOST_TEXTS", 5_000)
    monkeypatch.setattr(xlsx, "MOST_PARTS", 40)
    monkeypatch.setitem(workbook.MOST_ROWS, "survey", 400)

    problems = refused(make(3 if make is thousands_of_headings else 1))

    assert any(reason.format(rows=400, cells=15_000) in problem for problem in problems)


@pytest.mark.prove
@each
def test_harm_is_refused_soon_and_in_little_memory(
    make: Callable[[int], bytes], reason: str, tmp_path: Path
) -> None:
    file = tmp_path / "phieu.xlsx"
    file.write_bytes(make(100))

    done = subprocess.run(
        [sys.executable, "-c", READING, str(file)],
        capture_output=True, check=True, timeout=60, text=True, encoding="utf-8",
    )  # fmt: skip
    seconds, megabytes, problems = json.loads(done.stdout)

    assert any(reason.format(rows=20_000, cells=1_500_000) in problem for problem in problems)
    assert seconds < MOST_SECONDS
    assert megabytes < MOST_MEGABYTES
    print(f"{seconds:.2f} s, {megabytes} MB")
