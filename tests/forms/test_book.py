"""A workbook to begin from: valid as it is, the same on every run, explained on a sheet of its own."""

import io
from datetime import UTC, datetime

from openpyxl import load_workbook
from pyxform import xls2xform

from inspector_app.domain.rules import RULES
from inspector_app.forms import book
from inspector_app.forms.form import Form
from inspector_app.forms.headings import OUR_SETTINGS, OURS
from inspector_app.forms.workbook import read_workbook

ON = datetime(2026, 11, 24, tzinfo=UTC)
BLANK = book.write(book.starter(), ON)


def test_the_starter_is_a_checklist_worth_100_points_without_a_remark() -> None:
    compiled = read_workbook(BLANK, "phieu_moi.xlsx")

    assert compiled.warnings == ()
    assert compiled.points == 100
    assert [(area.code, area.items) for area in compiled.areas] == [
        ("SL", 2),
        ("CD", 3),
        ("TT", 3),
        ("NX", 1),
    ]


def test_pyxform_reads_it_as_it_is() -> None:
    assert xls2xform.convert(BLANK).xform.encode() == read_workbook(BLANK, "phieu_moi.xlsx").xform


def test_it_shows_every_column_of_ours_at_work() -> None:
    form = Form.parse(read_workbook(BLANK, "phieu_moi.xlsx").xform)
    used = {name for definition in form.definitions for name in definition.attributes}

    # A dossier has critical checks; a checklist has none.
    assert used == OURS - {"critical"}
    assert form.attributes.keys() == OUR_SETTINGS


def test_every_column_and_rule_of_ours_is_described() -> None:
    assert {column.key for column in book.columns_of("survey")} >= OURS
    assert {column.key for column in book.columns_of("settings")} >= OUR_SETTINGS
    assert {entry["rule"] for entry in book.vocabulary()["rules"]} == RULES.keys()
    explained = [row[1].value for row in load_workbook(io.BytesIO(BLANK))["giai_thich"].iter_rows(min_row=8)]
    assert {"bind::cchc:evidence", "bind::cchc:days", "attribute::cchc:bands", "tuyen_tinh"} <= set(explained)


def test_it_is_the_same_on_every_run() -> None:
    assert book.write(book.starter(), ON) == BLANK
