"""Files beside a form: lists to choose from and tables to look things up in."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.domain.errors import TemplateRefused
from inspector_app.forms import external
from inspector_app.forms.external import FileRefused, read_list
from inspector_app.forms.form import Form
from inspector_app.forms.sheet import Sheet
from tests.forms.sheets import NOON, begin, bind, end, question, written, xform


def rows(name: str, content: bytes | str) -> list[dict[str, str]]:
    root = read_list(name, content.encode() if isinstance(content, str) else content)
    return [dict(row.cells()) for row in root.children]


COMMUNES = [{"name": "tp", "label": "Thường Phước"}, {"name": "ll", "label": "Long Khánh"}]


# --- what is read -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        "name,label\ntp,Thường Phước\nll,Long Khánh\n",
        "name;label\r\ntp;Thường Phước\r\nll;Long Khánh\r\n",
        "name\tlabel\ntp\tThường Phước\nll\tLong Khánh",
        "name|label\rtp|Thường Phước\rll|Long Khánh",
        "\ufeffname,label\ntp,Thường Phước\nll,Long Khánh",
        '"name","label"\n"tp","Thường Phước"\n\n"ll","Long Khánh"\n,\n',
        "name,label,\ntp,Thường Phước,\nll,Long Khánh,",
    ],
)
def test_a_table_however_it_was_saved(content: str) -> None:
    assert [{k: v for k, v in row.items() if k} for row in rows("xa.csv", content)] == COMMUNES


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(["", "a", "Xã 1"]), max_size=4), max_size=5), st.booleans())
def test_a_table_reads_the_same_with_quotation_marks(table: list[list[str]], at_the_end: bool) -> None:
    lines = [["x", "y", "z"], *table, *([[]] if at_the_end else [])]
    read: list[object] = []
    for sign in ("", '"'):
        try:
            read.append(
                rows("a.csv", "\n".join(",".join(f"{sign}{c}{sign}" for c in line) for line in lines))
            )
        except FileRefused as refused:
            read.append(str(refused))
    assert read[0] == read[1]


def test_cells_hold_separators_quotes_and_lines() -> None:
    assert rows("a.csv", 'name,label\n1,"a, ""b""\nc"\n2,') == [
        {"name": "1", "label": 'a, "b"\nc'},
        {"name": "2", "label": ""},
    ]


def test_a_list_as_xml() -> None:
    content = "<root><item><name>tp</name><label>Thường Phước</label></item></root>"
    assert rows("xa.xml", content) == COMMUNES[:1]


def test_features_with_their_properties_and_places() -> None:
    square = [[105.0, 10.0], [106.0, 10.0], [106.0, 11.0], [105.0, 10.0]]
    features: list[dict[str, object]] = [
        {
            "id": 7,
            "geometry": {"type": "Point", "coordinates": [105.5, 10.25, 3]},
            "properties": {"ten": "A"},
        },
        {
            "geometry": {"type": "LineString", "coordinates": square[:2]},
            "properties": {"dan": 3, "vung": True},
        },
        {"geometry": {"type": "Polygon", "coordinates": [square]}, "properties": None},
    ]
    collection = {"type": "FeatureCollection", "features": [{"type": "Feature"} | f for f in features]}
    assert rows("a.geojson", json.dumps(collection)) == [
        {"geometry": "10.25 105.5 0 0", "id": "7", "ten": "A"},
        {"geometry": "10 105 0 0;10 106 0 0", "dan": "3", "vung": "true"},
        {"geometry": "10 105 0 0;10 106 0 0;11 106 0 0;10 105 0 0"},
    ]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.csv", b"name\n\xff\xfe", "not in UTF-8"),
        ("a.csv", b"name\n\0", "characters that no text has"),
        ("a.csv", b"name,name\n1,2", "two columns called “name”"),
        ("a.csv", b"name\n1,2", "Row 2 has more cells"),
        ("a.csv", b'name\n"1', "Line 2 cannot be read"),
        ("a.geojson", b"{", "not JSON"),
        ("a.geojson", b"[" * 100_000, "not JSON"),
        ("a.geojson", b"[]", "no FeatureCollection|not a GeoJSON FeatureCollection"),
        ("a.geojson", b'{"type": "FeatureCollection", "features": [1]}', "no GeoJSON feature"),
        (
            "a.geojson",
            b'{"type": "FeatureCollection", "features": [{"geometry": {"type": "Polygon"}}]}',
            "without holes",
        ),
        ("a.xml", b"<root>", "."),
        ("a.xml", b'<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>', "."),
        ("a.txt", b"", "read from .csv, .xml and .geojson"),
    ],
)
def test_what_is_no_list_is_refused_with_a_sentence(name: str, content: bytes, says: str) -> None:
    with pytest.raises(FileRefused, match=says):
        read_list(name, content)


def test_more_rows_than_any_list_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(external, "MOST_ROWS", 3)
    with pytest.raises(FileRefused, match="more than 3 rows"):
        read_list("a.csv", b"name\n1\n2\n3\n4")


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("jr://file-csv/xa.csv", "xa.csv"),
        ("jr://file/xa.xml", "xa.xml"),
        ("jr://images/a-b_c.PNG", "a-b_c.PNG"),
        ("jr://file/../xa.xml", None),
        ("jr://file/a/b.xml", None),
        ("jr://file/.xa", None),
        ("file:///etc/passwd", None),
        ("xa.csv", None),
    ],
)
def test_only_names_lead_to_files(address: str, name: str | None) -> None:
    assert external.file_name(address) == name


# --- forms that use them ------------------------------------------------------------------------------

XA = "name,label,tinh,dan\ntp,Thường Phước,dt,21500\nll,Long Khánh,dt,18000\nvh,Vĩnh Hậu,ag,30000\n".encode()


def survey() -> bytes:
    return xform(
        [
            question("text", "tinh"),
            question("select_one_from_file xa.csv", "xa", choice_filter="tinh = ${tinh}"),
            question("calculate", "dan", calculation="pulldata('xa', 'dan', 'name', ${xa})"),
            begin("repeat", "r"),
            question("select_multiple_from_file xa.csv", "nhieu", choice_filter="dan > 20000"),
            end("repeat"),
        ]
    )


def test_choices_come_from_a_file() -> None:
    sheet = Sheet(Form.parse(survey(), {"xa.csv": XA}), clock=lambda: NOON)
    sheet.set("tinh", "dt")
    assert [(c.name, c.label) for c in sheet.node("xa").choices] == [
        ("tp", "Thường Phước"),
        ("ll", "Long Khánh"),
    ]
    assert sheet.node("xa").choices[1].attributes["dan"] == "18000"
    sheet.set("xa", "ll")
    assert sheet.node("dan").value == "18000"
    sheet.set("tinh", "ag")
    assert sheet.node("dan").value == ""
    assert list(sheet.node("r[1]/nhieu").offer.names) == ["tp", "vh"]


def test_a_form_names_the_files_it_needs() -> None:
    found = Form.parse(survey(), {"xa.csv": XA})
    assert found.files == {"xa.csv"}
    assert found.digest != Form.parse(survey(), {"xa.csv": XA + b"x,y,z,1\n"}).digest
    with pytest.raises(TemplateRefused) as caught:
        Form.parse(survey())
    assert "The form needs the file xa.csv, which is not there." in {p.message for p in caught.value.problems}


def test_a_file_that_cannot_be_read_is_found_when_proved() -> None:
    found = Form.parse(survey(), {"xa.csv": b"name\n\xff"})
    with pytest.raises(TemplateRefused) as caught:
        found.prove()
    assert "xa.csv: The file is not in UTF-8" in caught.value.problems[0].message
    Form.parse(survey(), {"xa.csv": XA}).prove()


def test_an_address_that_is_no_file_is_refused() -> None:
    with pytest.raises(TemplateRefused) as caught:
        Form.parse(written("<a/>", lists='<instance id="x" src="file:///etc/passwd"/>'))
    assert "“file:///etc/passwd” is no file beside the form." in {p.message for p in caught.value.problems}


def test_a_cell_that_a_file_lacks_reads_as_blank() -> None:
    form = Form.parse(
        written(
            "<a/><b/>",
            bind("a", calculate="instance('x')/root/item[khong_co = '']/name")
            + bind("b", calculate="count(instance('x')/root/item[name = 'tp'])"),
            lists='<instance id="x" src="jr://file-csv/xa.csv"/>',
        ),
        {"xa.csv": XA},
    )
    sheet = Sheet(form, clock=lambda: NOON)
    assert (sheet.node("a").value, sheet.node("b").value) == ("", "1")


# --- lists written inside the form ----------------------------------------------------------------------

CELLS = st.dictionaries(
    st.sampled_from(["name", "label", "k"]),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(CELLS, max_size=6), st.sampled_from(["", "a", "0"]))
def test_a_list_read_as_a_table_is_the_list_read_as_a_tree(items: list[dict[str, str]], wanted: str) -> None:
    def quoted(text: str) -> str:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\r", "&#13;").replace(">", "&gt;")

    inner = "".join(
        "<item>" + "".join(f"<{k}>{quoted(v)}</{k}>" for k, v in item.items()) + "</item>" for item in items
    )
    expressions = (
        "count({}/root/item)",
        "string({}/root/item[name = '%s']/label)",
        "join('|', {}/root/item/*)",
        "count({}/root/item[k])",
        "{}/root/item[last()]/name",
        "string({}/root/item[k != '%s'][1])",
    )
    binds = "".join(
        bind(
            f"{source}{at}",
            calculate=(text % wanted if "%s" in text else text).format(f"instance('{source}')"),
        )
        for source in "st"
        for at, text in enumerate(expressions)
    )
    cells = "".join(f"<{source}{at}/>" for source in "st" for at in range(len(expressions)))
    plain, commented = f"<root>{inner}</root>", f"<root>{inner}<!----></root>"
    lists = f'<instance id="s">{plain}</instance><instance id="t">{commented}</instance>'
    sheet = Sheet(Form.parse(written(cells, binds, lists=lists)), clock=lambda: NOON)
    assert not isinstance(sheet.form.instances["t"].children[0], external.Table)
    for at in range(len(expressions)):
        assert sheet.node(f"s{at}").value == sheet.node(f"t{at}").value
