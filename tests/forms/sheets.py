"""Small forms for tests: a survey written as rows, compiled by pyxform as a workbook would be."""

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone

from pyxform.xls2xform import convert

from inspector_app.forms.form import Form
from inspector_app.forms.sheet import Sheet

VIETNAM = timezone(timedelta(hours=7))
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=VIETNAM)
"""The moment that every sheet of the tests takes for now."""

Row = dict[str, str]


def xform(
    survey: Sequence[Row], choices: Sequence[Row] = (), settings: Row | None = None, name: str = "data"
) -> bytes:
    """The XForm of a workbook with these rows; our columns are written `cchc:rule`."""
    rows = [{key.replace("cchc:", "bind::cchc:"): value for key, value in row.items()} for row in survey]
    basics = {"form_id": "phieu", "version": "1", "namespaces": 'cchc="https://sokiemtra.vn/xform/1"'}
    book = {"survey": rows, "choices": list(choices), "settings": [basics | (settings or {})]}
    # As a spreadsheet would come: every column in the heading, and in a row the cells that are filled.
    book |= {
        f"{sheet}_header": [dict.fromkeys(key for row in book[sheet] for key in row)] for sheet in list(book)
    }
    return convert(book, validate=False, form_name=name).xform.encode("utf-8")


def question(kind: str, name: str, **columns: str) -> Row:
    """One row of a survey: its columns as keyword arguments, ours as `cchc_rule` and the like."""
    spelled = {key.replace("cchc_", "cchc:"): value for key, value in columns.items()}
    return {"type": kind, "name": name, "label": columns.get("label", name)} | spelled


def begin(kind: str, name: str, **columns: str) -> Row:
    return question(f"begin {kind}", name, **columns)


def end(kind: str) -> Row:
    return {"type": f"end {kind}"}


def form(*survey: Row, choices: Sequence[Row] = (), settings: Row | None = None) -> Form:
    return Form.parse(xform(survey, choices, settings))


def sheet(*survey: Row, choices: Sequence[Row] = (), settings: Row | None = None) -> Sheet:
    """A fresh sheet of a form with these rows, at noon of the day of the visit in Vietnam."""
    return Sheet(form(*survey, choices=choices, settings=settings), clock=lambda: NOON)


def written(instance: str, binds: str = "", body: str = "", *, lists: str = "", itext: str = "") -> bytes:
    """An XForm with what pyxform would not write; `jr:`, `odk:` and `cchc:` are declared."""
    texts = f"<itext>{itext}</itext>" if itext else ""
    return (
        '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"'
        ' xmlns:jr="http://openrosa.org/javarosa" xmlns:odk="http://www.opendatakit.org/xforms"'
        ' xmlns:orx="http://openrosa.org/xforms" xmlns:cchc="https://sokiemtra.vn/xform/1">'
        f"<h:head><h:title>Phiếu</h:title><model>{texts}"
        f'<instance><data id="phieu" version="1">{instance}</data></instance>{lists}{binds}</model></h:head>'
        f"<h:body>{body}</h:body></h:html>"
    ).encode()


def bind(path: str, **attributes: str) -> str:
    """A bind of `/data/path`; `jr_preload` stands for `jr:preload`."""
    quoted = {
        key.replace("_", ":"): text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
        for key, text in attributes.items()
    }
    return f'<bind nodeset="/data/{path}" ' + " ".join(f'{k}="{t}"' for k, t in quoted.items()) + "/>"


YES_NO = (
    {"list_name": "co_khong", "name": "co", "label": "Có"},
    {"list_name": "co_khong", "name": "khong", "label": "Không"},
)
